"""A report's whole way where servers take tokens alone: nothing is lost, whatever the token server does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from requests.adapters import HTTPAdapter

from qibot.cli import main
from qibot.mailbox.signin import make_certificate
from tests.support.commands import process
from tests.support.graph import Graph, graph_server
from tests.support.programme import LIKED, Programme, files_of, head_of, sha256, text_of
from tests.support.tokens import Answer, TokenServer, refusal, token_server
from tests.whole.signed_in import WAYS, configure, whole_way

LONG = bool(os.environ.get("QIBOT_LONG"))


@pytest.fixture
def tokens(p: Programme) -> Iterator[TokenServer]:
    with token_server(p.servers, p.address) as running:
        configure(p, running)
        yield running
        p.close()


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
