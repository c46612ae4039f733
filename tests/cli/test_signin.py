"""`signin` leads through signing in where the mailbox is: it asks, writes down, tries, and says what is wrong."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.cli.editing import with_signin
from qibot.config.loading import load
from tests.support.commands import Qibot, wrong
from tests.support.programme import Programme
from tests.support.tokens import CLIENT, SECRET, TENANT, TokenServer, token_server

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qibot.cli.roundtrip.round_trip.__defaults__", (5.0,))


@pytest.fixture
def tokens(p: Programme) -> Iterator[TokenServer]:
    with token_server(p.servers, p.address) as running:
        p.configure(signin={"authority": running.url, "ca_file": str(p.servers.ca_file)})
        yield running


def test_it_leads_to_microsoft_with_a_secret(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    said = qibot("signin", typed=f"1\n{TENANT}\n{CLIENT}\n2\n{SECRET}\n2027-11-01\n")
    assert said.code == 0, said.out + said.err
    for words in ("All is well", "the secret ends on 2027-11-01", "a letter came back in", "your app > Overview"):
        assert words in said.words
    assert SECRET not in said.out + said.err + p.path.read_text()
    assert (p.folder / "client-secret").stat().st_mode & 0o777 == 0o600
    assert p.settings.signin.tenant == TENANT
    assert p.settings.mailbox.imap_host == "localhost", "a server that was named stays"
    assert qibot("check").out.count("microsoft gives a token for") == 1


def test_what_cannot_be_is_asked_again_with_what_is_wrong_and_nothing_unreadable_is_written(
    p: Programme, qibot: Qibot, tokens: TokenServer
) -> None:
    ended = "2020-01-01\n1st of May\n2027-11-01\n"
    ids = f"Contoso Ltd\ncontoso\n{TENANT}\nqibot\n{TENANT}\n{CLIENT}\n"
    said = qibot("signin", typed=f"1\n{ids}2\n{TENANT}\n{SECRET}\n{ended}")
    assert said.code == 0, said.out + said.err
    assert "That is the tenant ID" in said.words
    for words in ("An ID is like", "That looks like the Secret ID", "A day that is still to come"):
        assert words in said.words
    assert p.settings.signin.tenant == TENANT
    assert (p.folder / "client-secret").read_text() == SECRET + "\n"


def test_the_mailbox_is_named_before_anything_is_asked(p: Programme, qibot: Qibot) -> None:
    said = qibot("signin", typed="")
    assert f"The mailbox is {p.address} (if it isn't, stop by Ctrl-C and set mailbox.address in" in said.words


def test_it_leads_to_microsoft_with_a_certificate_that_it_makes(
    p: Programme, qibot: Qibot, tokens: TokenServer
) -> None:
    typed = f"1\n{TENANT}\n{CLIENT}\n1\n\n"
    said = qibot("signin", typed=typed)
    assert said.code == 1
    assert "Upload the public part" in wrong(said)["sign-in"]
    tokens.uploaded = (p.folder / "qibot-public.pem").read_text()
    said = qibot("signin", typed="1\n\n\n\n")
    assert said.code == 0, said.out + said.err
    assert "made   " not in said.out, "the certificate that is there is kept"
    command = ["openssl", "x509", "-in", str(p.folder / "qibot.pem"), "-noout", "-fingerprint", "-sha1"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.partition("=")[2].strip()
    assert shown.replace(":", "") in qibot("check").out


def test_who_begins_again_finds_what_was_answered_before(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    assert qibot("signin", typed=f"1\n{TENANT}\n{CLIENT}\n2\n{SECRET}\n2027-11-01\n").code == 0
    said = qibot("signin", typed="\n\n\n\n\n\n")
    assert said.code == 0, said.out + said.err
    assert "Enter keeps what you gave before" in said.words
    assert (p.folder / "client-secret").read_text() == SECRET + "\n"
    assert p.settings.signin.secret_expires is not None


def test_a_renewed_certificate_stays_the_one_that_counts(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    qibot("signin", "certificate")
    qibot("signin", "certificate")
    (public,) = p.folder.glob("qibot-*-public.pem")
    renewed = public.name.replace("-public", "")
    tokens.uploaded = public.read_text()
    p.configure(signin=tokens.signin(secret_file="", certificate_file=renewed))
    said = qibot("signin", typed="\n\n\n\n")
    assert said.code == 0, said.out + said.err
    assert f"{renewed}, which is there" in said.words
    assert p.settings.signin.certificate_file == renewed


def test_it_leads_to_the_sign_in_with_a_code(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    said = qibot("signin", typed=f"1\n{TENANT}\n{CLIENT}\n3\n")
    assert said.code == 0, said.out + said.err
    assert "enter the code ABCD-EFGH" in said.words
    assert f"Signed in as {p.address}." in said.words
    assert "Now: qibot check" not in said.words, "it goes on by itself"


def test_it_leads_to_google(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    (p.folder / "google-key.json").write_text(tokens.key())
    said = qibot("signin", typed="2\nnowhere.json\n\n")
    assert said.code == 0, said.out + said.err
    assert f"There is none in {p.folder}" in said.words
    assert (p.folder / "google-key.json").stat().st_mode & 0o777 == 0o600


def test_it_leads_to_a_password(p: Programme, qibot: Qibot) -> None:
    (p.folder / "password").unlink()
    said = qibot("signin", typed="3\n\n\nsecret\n")
    assert said.code == 0, said.out + said.err
    assert (p.folder / "password").read_text() == "secret\n"
    assert (p.folder / "password").stat().st_mode & 0o777 == 0o600


def test_a_password_that_was_wrong_is_given_anew(p: Programme, qibot: Qibot) -> None:
    (p.folder / "password").write_text("wrong\n")
    assert qibot("signin", typed="3\n\n\n\n").code == 1
    said = qibot("signin", typed="3\n\n\nsecret\n")
    assert said.code == 0, said.out + said.err


def test_a_port_is_no_part_of_a_servers_name(p: Programme, qibot: Qibot) -> None:
    said = qibot("signin", typed="3\nlocalhost:993\nimaps://localhost\nlocalhost\nlocalhost\n\n")
    assert said.code == 0, said.out + said.err
    assert "port and security under [imap] and [smtp]" in said.words
    assert p.settings.mailbox.imap_host == "localhost"


def test_without_an_answer_nothing_is_changed(p: Programme, qibot: Qibot) -> None:
    before = p.path.read_text()
    for typed in ("", "1\n", f"1\n{TENANT}\n{CLIENT}\n2\n"):
        said = qibot("signin", typed=typed)
        assert said.code == 1
        assert "nothing was changed" in said.err
    assert p.path.read_text() == before


def test_a_certificate_that_is_there_is_never_written_over(p: Programme, qibot: Qibot) -> None:
    qibot("signin", "certificate")
    first = (p.folder / "qibot.pem").read_bytes()
    said = qibot("signin", "certificate", "--days", "30")
    assert said.code == 0
    assert (p.folder / "qibot.pem").read_bytes() == first
    assert len(list(p.folder.glob("qibot-*-public.pem"))) == 1
    assert all(
        path.stat().st_mode & 0o777 == 0o600 for path in p.folder.glob("qibot*.pem") if "public" not in path.name
    )


def test_a_code_is_asked_for_only_where_it_is_the_way(p: Programme, qibot: Qibot) -> None:
    said = qibot("signin", "device")
    assert said.code == 1
    assert "signin.device = true" in said.err


def test_check_says_what_is_wrong_with_the_sign_in(p: Programme, qibot: Qibot, tokens: TokenServer) -> None:
    p.enrol()
    p.configure(signin=tokens.signin())
    (p.folder / "client-secret").write_text("wrong\n")
    said = qibot("check")
    assert said.code == 1
    found = wrong(said)
    assert list(found) == ["sign-in", "imap", "smtp"]
    assert all("not its Secret ID" in words for words in found.values())


def test_a_configuration_is_changed_where_it_must_be_and_nowhere_else(tmp_path: Path) -> None:
    text = EXAMPLE.read_text()
    hosts = {"imap_host": "outlook.office365.com", "smtp_host": "smtp.office365.com"}
    made = with_signin(text, {"way": "microsoft", "tenant": "t", "client_id": "c"}, hosts)
    again = with_signin(made, {"way": "google", "key_file": 'a"b'}, {"password_file": "other"})
    for number, one in enumerate((made, again)):
        path = tmp_path / f"{number}.toml"
        path.write_text(one)
        found = load(path)
        assert found.mailbox.imap_host == "outlook.office365.com"
        assert found.signin.way == ("microsoft", "google")[number]
    gone = set(text.splitlines()) - set(made.splitlines())
    assert all(line.startswith(("imap_host", "smtp_host")) for line in gone)
    assert "tenant =" not in again.replace("# tenant =", "")
    assert "# one line, readable by you alone" in again, "the comments stay"
