"""Whichever way qibot signs in, no secret is ever written down."""

from __future__ import annotations

import asyncio
import base64
import logging
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.cli import main
from qibot.cli.building import build_inbox, build_outbox, build_sign_in, build_templates
from qibot.errors import QibotError
from qibot.mailbox.signin import make_certificate
from tests.support.ports import free_ports
from tests.support.programme import Programme
from tests.support.tokens import SECRET, Answer, TokenServer, refusal, token_server
from tests.whole.signed_in import WAYS, configure

APP_PASSWORD, SECOND = "abcdefghijklmnop", "sEcOnD-servers-password"
HOLDERS = {"client-secret", "certificate.pem", "signin-token", "key.json", "app-password", "second-password"}


@pytest.fixture
def tokens(p: Programme) -> Iterator[TokenServer]:
    with token_server(p.servers, p.address) as running:
        configure(p, running)
        yield running
        p.close()


def secrets_of(p: Programme, tokens: TokenServer) -> list[str]:
    """Every secret there is, and each line of the keys."""
    files = [p.folder / name for name in HOLDERS - {"signin-token"}]
    lines = [line for x in files if x.exists() for line in re.split(r"\n|\\n", x.read_text()) if len(line) > 15]
    public = (p.folder / "public.pem").read_text().splitlines()
    lines = [line for line in lines if line not in public and not line.lstrip().startswith(('{"type"', "-----"))]
    tokens_parts = [one[:40] for one in (*tokens.issued, *tokens.assertions)]  # half of one is too much, too
    return [*lines, *tokens_parts, "rEfReSh-token-1", "PRIVATE KEY"]


def found_in(text: str, secrets: list[str]) -> list[str]:
    encoded = [base64.b64encode(one.encode()).decode() for one in secrets]
    return [one[:12] for one in (*secrets, *encoded) if one in text]


def printed(log: pytest.LogCaptureFixture) -> str:
    """Everything that was logged at any level by anybody, with the tracebacks."""
    return "\n".join(logging.Formatter().format(record) for record in log.records)


def tracebacks(p: Programme) -> str:
    """What is printed of each door that fails, if nobody catches it."""
    sign_in = build_sign_in(p.settings, p.clock)
    said = ""
    for part in (
        build_inbox(p.settings, sign_in).connect,
        lambda: asyncio.run(build_outbox(p.settings, sign_in).connect()),
    ):
        try:
            part()
        except QibotError as e:
            said += "".join(traceback.format_exception(e)) + repr(e)
    return said + repr(p.settings) + repr(sign_in)


@pytest.mark.parametrize("way", WAYS)
def test_no_secret_stands_in_a_log_an_error_a_traceback_an_output_or_a_data_file(
    p: Programme,
    tokens: TokenServer,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    whole, public = make_certificate("qibot", p.clock(), 365)
    (p.folder / "certificate.pem").write_bytes(whole)
    (p.folder / "public.pem").write_bytes(public)
    (p.folder / "key.json").write_text(tokens.key())
    (p.folder / "app-password").write_text(APP_PASSWORD + "\n")
    (p.folder / "second-password").write_text(SECOND + "\n")
    tokens.uploaded = public.decode()
    caplog.set_level(logging.DEBUG)
    compiled = build_templates(p.settings)  # no matter of these; each command would compile them anew
    monkeypatch.setattr("qibot.cli.folder.build_templates", lambda _settings: compiled)
    monkeypatch.setattr("qibot.cli.building.build_templates", lambda _settings: compiled)
    monkeypatch.setattr("google.auth._exponential_backoff.time.sleep", lambda _seconds: None)
    second = {"host": "localhost", "port": free_ports(1)[0], "password_file": "second-password"}
    configure(p, tokens, signin=WAYS[way], **{"alerts.smtp": second})
    if way == "device":
        assert main(["signin", "device", "--config", str(p.path)]) == 0
    if way == "password":  # the servers know another one
        configure(p, tokens, signin=WAYS[way], mailbox={"password_file": "app-password"}, **{"alerts.smtp": second})
    p.reports(p.jo)
    texts = [*p.round().faults]
    shown = ["rEfReSh-token-1"] if way == "device" else [] if WAYS[way] else [SECRET]
    known = [*shown, *tokens.issued, *tokens.assertions]
    for spoil in (
        refusal(f"AADSTS999999: Nobody knows what this is: {' '.join(known)}"),
        Answer(200, f"<html>{' '.join(known)}</html>", "text/html"),
        Answer(500, " ".join(known)),
    )[: 1 if way == "password" else None]:
        tokens.answer = spoil
        p.bot.inbox.close()
        tokens.revoke()
        p.clock.advance(hours=2)
        texts += [*p.round().faults, tracebacks(p)]
        for command in (["check", "--json"], ["check", "--send"], ["once", "--json"]):
            p.close()
            main([*command, "--config", str(p.path)])
    p.close()
    main(["status", "--json", "--config", str(p.path)])
    out = capsys.readouterr()
    texts += [out.out, out.err, printed(caplog), *written(p.folder, but=HOLDERS)]
    secrets = secrets_of(p, tokens)
    assert len(secrets) > 40, "the keys' lines are among them"
    assert found_in(f"{APP_PASSWORD} {SECOND} {SECRET}", secrets) == [
        x[:12] for x in secrets if x in (APP_PASSWORD, SECOND, SECRET)
    ]
    assert found_in("\n".join(texts), secrets) == []


def written(folder: Path, but: set[str]) -> list[str]:
    return [x.read_text(errors="replace") for x in folder.rglob("*") if x.is_file() and x.name not in but]
