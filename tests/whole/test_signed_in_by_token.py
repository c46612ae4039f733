"""A report's whole way where servers take tokens alone: nothing is lost, whatever the token server does, and no secret
is ever written down."""

from __future__ import annotations

import asyncio
import base64
import logging
import os
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from requests.adapters import HTTPAdapter

from qibot.cli import main
from qibot.cli.building import build_inbox, build_outbox, build_sign_in, build_templates
from qibot.errors import QibotError
from qibot.mailbox.signin import make_certificate
from tests.support.commands import process
from tests.support.graph import Graph, graph_server
from tests.support.mailservers import free_ports
from tests.support.programme import LIKED, Programme, files_of, head_of, sha256, text_of
from tests.support.tokens import SECRET, Answer, TokenServer, refusal, token_server

LONG = bool(os.environ.get("QIBOT_LONG"))


@pytest.fixture
def tokens(p: Programme) -> Iterator[TokenServer]:
    with token_server(p.servers, p.address) as running:
        configure(p, running)
        yield running
        p.close()


def configure(p: Programme, tokens: TokenServer, **sections: dict[str, Any]) -> None:
    p.close()
    signin = tokens.signin(**sections.pop("signin", {}))
    mailbox = {"password_file": "", **sections.pop("mailbox", {})}
    p.configure(signin=signin, mailbox=mailbox, **sections)
    (p.folder / "password").unlink()
    (p.folder / "client-secret").write_text(SECRET + "\n")
    (p.folder / "client-secret").chmod(0o600)


def whole_way(p: Programme) -> None:
    """A report comes in, its mentor answers, the practitioner asks back, and everybody has what is theirs."""
    p.reports(p.jo)
    p.round()
    assert p.letter(p.jo, "receipt")
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    feedback = p.letter(p.jo, "relay_feedback")
    p.replies(p.jo, feedback, "Thank you. Which of the two charts did you mean, the first or the second?")
    p.round()
    assert "Which of the two charts" in text_of(p.letter(p.ann, "relay_message"))


def test_a_report_goes_its_whole_way(p: Programme, tokens: TokenServer) -> None:
    whole_way(p)
    assert len(tokens.issued) == 1
    with p.servers.client(p.address) as client:
        assert not client.folder_exists("Sent"), "Microsoft keeps its own copies"


@pytest.mark.parametrize("way", ["certificate", "device", "service account"])
def test_a_report_goes_its_whole_way_by_each_way_to_sign_in(p: Programme, tokens: TokenServer, way: str) -> None:
    whole, public = make_certificate("qibot", p.clock(), 365)
    (p.folder / "certificate.pem").write_bytes(whole)
    (p.folder / "key.json").write_text(tokens.key())
    tokens.uploaded = public.decode()
    configure(p, tokens, signin=WAYS[way])
    if way == "device":
        assert main(["signin", "device", "--config", str(p.path)]) == 0
    whole_way(p)
    with p.servers.client(p.address) as client:
        assert not client.folder_exists("Sent"), "the provider keeps its own copies"


def test_tokens_of_three_thousand_characters_do_as_well(p: Programme, tokens: TokenServer) -> None:
    tokens.length = 3000
    whole_way(p)


@pytest.fixture
def graph(p: Programme, tokens: TokenServer) -> Iterator[Graph]:
    with graph_server(tokens) as running:
        configure(p, tokens, signin={"graph": running.url, "timeout_seconds": 30}, smtp={"via": "graph"})
        yield running


def test_a_report_goes_its_whole_way_by_graph(p: Programme, graph: Graph) -> None:
    whole_way(p)
    assert len(graph.posted) >= 4


def test_a_large_document_reaches_the_mentor_by_graph_as_the_very_bytes(p: Programme, graph: Graph) -> None:
    document = bytes(range(256)) * 25_000
    p.sends(p.jo, p.writes(p.jo, "Report 1", "My report is attached.\n", {"Bericht 1 – Größe.docx": document}))
    p.round()
    letter = p.letter(p.ann, "forward_report")
    assert files_of(letter) == [("Bericht 1 – Größe.docx", sha256(document))]
    assert text_of(letter).startswith("Dear Ann")
    assert p.letter(p.jo, "receipt")


def test_threads_hold_although_exchange_gives_letters_ids_of_its_own(
    p: Programme, tokens: TokenServer, graph: Graph
) -> None:
    graph.renumber = True
    plain = {"plus_addressing": False}
    configure(p, tokens, signin={"graph": graph.url}, smtp={"via": "graph"}, mailbox=plain)
    whole_way(p)
    letter = head_of(p.letter(p.ann, "forward_report"))
    assert "PROD.OUTLOOK.COM" in letter["Message-ID"]


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (lambda t: t.down(), "can't be reached"),
        (lambda t: t.speaks.clear(), "can't be reached"),
        (lambda t: setattr(t, "answer", Answer(200, "<html>Sign in</html>", "text/html")), "no answer of its own"),
        (
            lambda t: setattr(t, "answer", refusal("AADSTS7000222: The provided client secret keys are expired.")),
            "expired",
        ),
        (lambda t: setattr(t, "answer", refusal("AADSTS700024: Client assertion is not valid.")), "clock"),
        (lambda t: setattr(t, "discovery", refusal("AADSTS90002: Tenant not found.", status=400)), "no tenant"),
        (lambda t: setattr(t, "mailbox", "somebody.else@lab.example"), "doesn't take the token"),
    ],
    ids=["down", "slow", "html", "expired secret", "clock", "tenant", "wrong mailbox"],
)
def test_mail_waits_while_nobody_can_sign_in_and_the_team_hears_of_it_once(
    p: Programme, tokens: TokenServer, trouble: Any, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = tokens.mailbox
    whole = HTTPAdapter.send

    def impatient(adapter: HTTPAdapter, request: Any, **options: Any) -> Any:
        """The configured seconds pass at once while the token server says nothing."""
        return whole(adapter, request, **options if tokens.speaks.is_set() else options | {"timeout": 0.03})

    monkeypatch.setattr(HTTPAdapter, "send", impatient)
    p.round()
    p.bot.inbox.close()
    trouble(tokens)
    tokens.revoke()
    p.clock.advance(hours=2)  # the token at hand has ended
    p.reports(p.jo)
    refused = 50 if LONG or tokens.mailbox == mailbox else 12  # Dovecot answers each refusal after half a second
    asked = tokens.hits.total()
    for _ in range(refused):
        assert any(said in fault for fault in p.round().faults) or p.bot._courier.failing
        p.clock.advance(minutes=50 / refused)
    assert tokens.hits.total() - asked <= 2 * refused, "not once more for each server and each try"
    assert p.folder_count() == 1, "the mail lies where it came"
    tokens.answer, tokens.discovery = None, None
    tokens.speaks.set()
    tokens.mailbox = mailbox
    tokens.down()
    tokens.up()
    p.clock.advance(minutes=10)
    for _ in range(3):
        p.round()
        p.clock.advance(minutes=1)
    assert p.letter(p.jo, "receipt")
    troubles = p.letters(p.team, "report_trouble")
    assert [said in text_of(x) for x in troubles] == [True]
    assert len(p.letters(p.team, "report_recovered")) == 1


def test_a_token_that_ends_in_mid_session_costs_one_round_at_most(p: Programme, tokens: TokenServer) -> None:
    tokens.seconds = 120
    p.reports(p.jo)
    p.round()
    p.clock.advance(minutes=3)
    tokens.revoke()
    p.servers.restart_dovecot()  # Exchange closes the line when the session's token ends
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    p.round()
    assert p.letter(p.jo, "relay_feedback")
    assert len(tokens.issued) == 2


APP_PASSWORD, SECOND = "abcdefghijklmnop", "sEcOnD-servers-password"
# each way: what is configured, and the files that hold a secret, whose secrets are looked for
WAYS: dict[str, dict[str, Any]] = {
    "password": {"way": "password"},
    "client secret": {},
    "certificate": {"certificate_file": "certificate.pem"},
    "device": {"device": True},
    "service account": {"way": "google", "key_file": "key.json"},
}
HOLDERS = {"client-secret", "certificate.pem", "signin-token", "key.json", "app-password", "second-password"}


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


@pytest.mark.parametrize("way", ["microsoft", "google"])
def test_without_the_library_the_password_way_works_and_the_other_says_how_to_get_it(
    p: Programme, tmp_path: Path, way: str
) -> None:
    """A stand-in in front of the path that has none of the extras' libraries."""
    without = tmp_path / "without"
    for name in ("msal", "requests", "cryptography", "google", "jwt"):
        (without / name).mkdir(parents=True)
        (without / name / "__init__.py").write_text("raise ImportError('not installed')")
    path = {"PYTHONPATH": f"{without}:{Path(__file__).parents[2]}"}
    qibot = [sys.executable, "-m", "qibot"]
    assert process(*qibot, "check", "--config", str(p.path), cwd=None, **path).code == 0
    section = {"way": way, "tenant": "t", "client_id": "c", "secret_file": "secret", "key_file": "secret"}
    p.configure(signin=section)
    (p.folder / "secret").write_text('{"type": "service_account", "token_uri": "https://localhost/token"}')
    said = process(*qibot, "check", "--config", str(p.path), cwd=None, **path)
    assert said.code == 1
    assert f"pip install 'qibot[{way}]'" in said.out
    assert "Traceback" not in said.err
