"""`qibot signin`: leads through signing in where the mailbox is; its certificate; the sign-in with a code."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qibot.bot import system_clock
from qibot.cli import check
from qibot.cli.building import build_inbox, build_outbox, build_sign_in
from qibot.cli.editing import with_signin
from qibot.cli.output import FINE, WRONG
from qibot.cli.roundtrip import round_trip
from qibot.config import Config, load_config
from qibot.errors import QibotError
from qibot.expression import expression
from qibot.mailbox import make_certificate, sign_in_by_device, thumbprint, write_private

CERTIFICATE, PUBLIC, SECRET, KEY = "qibot.pem", "qibot-public.pem", "client-secret", "google-key.json"
DAYS = 730
GENERAL = {
    "authority", "graph", "ca_file", "timeout_seconds", "early_minutes", "renew_pause_minutes", "token_file",
    "warn_days",
}  # fmt: skip
GUID = expression(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
NO_ID = "An ID is like 6babcaad-604b-40ac-a9d7-9fd97c0b779f."
SAME_ID = "That is the tenant ID; the client ID is the other one on that page."
NO_HOST = (
    "Only the server's name, like imap.council.example. Another port than 993 for IMAP or 587 for SMTP goes into the"
    " configuration: port and security under [imap] and [smtp] (docs/imap.md)."
)
NO_VALUE = "That looks like the Secret ID. It is the Value that is needed, the column beside it. Once more, please."
NO_DAY = "A day that is still to come, like 2027-11-01."
APP = "Entra admin centre (entra.microsoft.com) > App registrations > your app"


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser], path_of: Callable[..., Path]) -> None:
    """`signin`, `signin certificate`, `signin device`."""
    words = "lead through signing in where the mailbox is (Microsoft 365, Google Workspace, or with a password)"
    parser = command(commands, "signin", lambda options: lead(path_of(options)), words)
    actions = parser.add_subparsers(dest="action", metavar="certificate | device")
    made = command(
        actions, "certificate", lambda o: certificate(path_of(o), o.days), "make a certificate for the app", inner=True
    )
    made.add_argument("--days", type=int, default=DAYS, help=f"how long it lasts (default: {DAYS})")
    words = "sign in as the mailbox with a code, where your tenant allows nothing else"
    command(actions, "device", lambda options: device(path_of(options)), words, inner=True)


def certificate(path: Path, days: int, *, led: bool = False) -> int:
    """Make a certificate beside the configuration and say what to do with it; one that is there is kept.

    While the user is `led`, the configuration is written afterwards by itself.
    """
    folder = path.resolve().parent
    whole, public = _free(folder / CERTIFICATE, folder / PUBLIC, system_clock())
    secret_pem, public_pem = make_certificate("qibot", system_clock(), days)
    write_private(whole, secret_pem)
    public.write_bytes(public_pem)
    print(
        f"made   {whole} (key and certificate: keep it like a password)\n"
        f"made   {public} (to upload; it is no secret)\n\n"
        f"  1. {APP} > Certificates & secrets > Certificates > Upload certificate: {public.name}\n"
        f"     The thumbprint shown there must be {thumbprint(public_pem.decode())}."
    )
    if not led:
        print(f'  2. qibot signin   (or in {path.name}, under [signin]: certificate_file = "{whole.name}")')
    return FINE


def device(path: Path, *, led: bool = False) -> int:
    """Let somebody sign in as the mailbox with a code; while the user is `led`, what comes next is done by itself."""
    config = load_config(path)
    if config.signin.way != "microsoft" or not config.signin.device:
        raise QibotError('Signing in with a code needs signin.way = "microsoft" and signin.device = true.')
    print(f"Sign in as {config.mailbox.login}, in any browser:")
    account = sign_in_by_device(config, system_clock, lambda said: print(f"\n  {said}\n", flush=True))
    if account and account.lower() != config.mailbox.login.lower():
        print(
            f"Signed in as {account}: that account must have the right to open {config.mailbox.login} and send as it."
        )
    else:
        print(f"Signed in as {config.mailbox.login}.")
    if not led:
        print("Now: qibot check")
    return FINE


def lead(path: Path) -> int:
    """Ask what is needed, write it down, and try it."""
    before = load_config(path)  # an unreadable one is told before anything is asked
    print(
        f"The mailbox is {before.mailbox.address} (if it isn't, stop by Ctrl-C and set mailbox.address in {path}).\n"
        "Where is it?\n\n  1  Microsoft 365\n  2  Google Workspace\n"
        "  3  elsewhere, or with a password\n"
    )
    known = {"microsoft": "1", "google": "2"}.get(before.signin.way, "")
    way = _asked("1, 2 or 3", lambda text: text in ("1", "2", "3"), known)
    changes = {"1": _microsoft, "2": _google, "3": _password}[way](path, before)
    text = path.read_text(encoding="utf-8-sig")
    made = with_signin(text, changes.pop("signin"), changes)
    if made != text:
        write_private(path.with_name(path.name + ".before"), text.encode())
        path.write_text(made, encoding="utf-8")
        print(f"\nWritten to {path} (what it was before: {path.name}.before).")
    config = load_config(path)
    if config.signin.device:
        device(path, led=True)
    print("\nNow it is tried.\n")
    return _tried(config)


def _tried(config: Config) -> int:
    """Sign-in, IMAP, SMTP and the letter to oneself; what fails ends it, for the next would fail as well."""
    sign_in = build_sign_in(config)
    inbox, outbox = build_inbox(config, sign_in), build_outbox(config, sign_in)
    proof = "password" if config.signin.way == "password" else "sign-in"
    for what, part in (
        (proof, lambda: check.signing_in(config, sign_in, system_clock())),
        ("imap", lambda: check.imap(config, inbox)),
        ("smtp", lambda: check.smtp(config, outbox)),
    ):
        line = check.line(what, part)
        print(line, flush=True)
        if not line.fine:
            return _not_yet()
    fine = True
    for line in round_trip(config, inbox, outbox, system_clock):
        print(line, flush=True)
        fine = fine and line.fine
    if not fine:
        return _not_yet()
    print("\nAll is well. Next: qibot people import people.csv (unless your people are in), then qibot check")
    return FINE


def _not_yet() -> int:
    print("\nWhen that is mended: qibot check --send (or qibot signin again; what you have answered is kept).")
    return WRONG


def _microsoft(path: Path, before: Config) -> dict[str, Any]:
    signin = before.signin
    print(
        "\nYou need an app registration in your tenant (docs/microsoft-365.md leads through it, step by step).\n"
        f"Both IDs stand on its Overview page: {APP} > Overview.\n"
    )
    tenant = _asked("Directory (tenant) ID", _is_tenant, signin.tenant, NO_ID)
    client = _asked("Application (client) ID", GUID.fullmatch, signin.client_id, NO_ID)
    while client.lower() == tenant.lower():
        print(SAME_ID)
        client = _asked("Application (client) ID", GUID.fullmatch, "", NO_ID)
    folder = path.resolve().parent
    pem = signin.certificate_file or CERTIFICATE  # after a renewal it bears another name
    there = before.path(pem).exists()
    print(
        "\nHow does the app prove that it is itself?\n\n"
        f"  1  by a certificate, {f'{pem}, which is there' if there else 'which is made now'} (best)\n"
        "  2  by a client secret\n  3  not at all: a person signs in as the mailbox with a code, once\n"
    )
    known = "3" if signin.device else "2" if signin.secret_file else "1"
    how = _asked("1, 2 or 3", lambda text: text in ("1", "2", "3"), known)
    made: dict[str, Any] = {"way": "microsoft", "tenant": tenant, "client_id": client}
    if how == "1":
        if not there:
            pem = CERTIFICATE
            print()
            certificate(path, DAYS, led=True)
            _asked("\nDo that, then press Enter", lambda _text: True, "done")
        made["certificate_file"] = pem
    elif how == "2":
        made |= _secret(folder, before)
    else:
        made["device"] = True
    hosts = {"imap_host": "outlook.office365.com", "smtp_host": "smtp.office365.com"}
    return {"signin": made | _kept(before), **_hosts(before, hosts)}


def _secret(folder: Path, before: Config) -> dict[str, Any]:
    named, ends = before.signin.secret_file or SECRET, before.signin.secret_expires
    print(f"\nIt is under {APP} > Certificates & secrets > New client secret; copy its Value.")
    _keep_secret(folder / named, "Value of the client secret", NO_VALUE)
    known = ends.isoformat() if ends and _is_to_come(ends.isoformat()) else ""
    day = _asked("The day on which it ends, like 2027-11-01 (or nothing)", _is_to_come, known, NO_DAY)
    return {"secret_file": named} | ({"secret_expires": date.fromisoformat(day)} if day else {})


def _google(path: Path, before: Config) -> dict[str, Any]:
    print(
        "\nYou need a service account that may act for the mailbox (docs/google-workspace.md leads through it), and its"
        f" key as a JSON file.\nPut that file into {path.resolve().parent}.\n"
    )
    folder = path.resolve().parent
    known = before.signin.key_file or KEY
    key = _asked("Name of the key's file", lambda text: (folder / text).is_file(), known, f"There is none in {folder}.")
    (folder / key).chmod(0o600)
    hosts = {"imap_host": "imap.gmail.com", "smtp_host": "smtp.gmail.com"}
    return {"signin": {"way": "google", "key_file": key, **_kept(before)}, **_hosts(before, hosts)}


def _password(path: Path, before: Config) -> dict[str, Any]:
    print("\nWhich servers? Your provider's help pages name them; docs/imap.md has some.\n")
    hosts = {
        "imap_host": _asked("IMAP server", _is_host, before.mailbox.imap_host, NO_HOST),
        "smtp_host": _asked("SMTP server", _is_host, before.mailbox.smtp_host, NO_HOST),
    }
    named = before.mailbox.password_file or "password"
    _keep_secret(path.resolve().parent / named, "Password of the mailbox; where there are two factors, an app password")
    return {"signin": {"way": "password"}, **hosts, "password_file": named}


def _kept(before: Config) -> dict[str, Any]:
    """What the configuration says about the sign-in and nobody was asked."""
    return {name: getattr(before.signin, name) for name in sorted(before.signin.model_fields_set & GENERAL)}


def _hosts(before: Config, hosts: dict[str, str]) -> dict[str, str]:
    """The provider's servers, where the configuration still names the example's."""
    return {name: host for name, host in hosts.items() if str(getattr(before.mailbox, name)).endswith(".example")}


def _asked(what: str, fits: Callable[[str], Any], known: str = "", otherwise: str = "That can't be.") -> str:
    """A line from the user; Enter takes what is known, and what doesn't fit is asked again with the words `otherwise`.

    Raises QibotError when there is nobody to answer.
    """
    while True:
        try:
            text = input(f"{what}{f' [{known}]' if known else ''}: ").strip() or known
        except EOFError:
            raise QibotError("There was no answer, so nothing was changed.") from None
        if fits(text):
            return text
        print(f"{otherwise} Once more, please.")


def _keep_secret(path: Path, what: str, not_an_id: str = "") -> None:
    """Ask for a secret and keep it in a file; Enter keeps one that is there."""
    asks = getpass.getpass if sys.stdin.isatty() else input
    there = path.is_file() and path.stat().st_size > 1
    hint = "it isn't shown while you type or paste" + ("; Enter keeps what you gave before" if there else "")
    try:
        secret = asks(f"{what} ({hint}): ").strip()
        while not_an_id and GUID.fullmatch(secret):
            print(not_an_id)
            secret = asks(f"{what}: ").strip()
    except EOFError:
        raise QibotError("There was no answer, so nothing was changed.") from None
    if secret:
        write_private(path, secret.encode() + b"\n")
    elif not there:
        raise QibotError("There was no answer, so nothing was changed.")


def _is_host(text: str) -> bool:
    """Whether it is a name or an address alone: no port, no URL."""
    return bool(re.fullmatch(r"[^\s:/]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*", text))


def _is_tenant(text: str) -> bool:
    """Whether it is a tenant's ID or, which does as well, one of its domains."""
    return bool(GUID.fullmatch(text) or re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text))


def _is_to_come(text: str) -> bool:
    """Whether it is a day that isn't over, or nothing."""
    try:
        return not text or date.fromisoformat(text) >= system_clock().date()
    except ValueError:
        return False


def _free(whole: Path, public: Path, now: datetime) -> tuple[Path, Path]:
    """These names, or where there is a certificate already, ones with the day in them."""
    if not whole.exists():
        return whole, public
    day = f"{now:%Y-%m-%d-%H%M%S}"
    return whole.with_stem(f"{whole.stem}-{day}"), public.with_stem(f"{whole.stem}-{day}-public")
