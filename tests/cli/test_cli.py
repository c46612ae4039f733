"""Every command as a user gives it: what is shown, what is changed, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import policy
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest

from qibot import config
from qibot.cli import main
from qibot.config.config import Config
from qibot.model.people import Status
from qibot.people import roster
from tests.support.mailservers import MailServers, free_ports
from tests.support.programme import COHORT, DOCX, LIKED, Programme, head_of, read, text_of

TEMPLATES = Path(__file__).parents[2] / "templates"
COMMANDS = ("init", "check", "people", "once", "run", "plan", "status", "quarantine", "mend", "demo")


@dataclass
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """What it printed, on one line."""
        return " ".join(self.out.split())


Qibot = Callable[..., Said]


@pytest.fixture
def qibot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Qibot:
    """Runs a command in this process; `typed` is what the user types."""

    def run(*arguments: object, typed: str = "") -> Said:
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as e:  # argparse's
            code = int(e.code or 0)
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def p(servers: MailServers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Programme]:
    """A programme in which nobody is enrolled yet; QIBOT_CONFIG names its configuration."""
    made = Programme(servers, tmp_path / "qibot")
    monkeypatch.setenv("QIBOT_CONFIG", str(made.path))
    monkeypatch.delenv("QIBOT_PASSWORD", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    yield made
    made.close()


def process(*arguments: str, cwd: Path | None = None, **environ: str) -> Said:
    """Run a command line as a process of its own."""
    done = subprocess.run(
        arguments, capture_output=True, text=True, cwd=cwd, env={**os.environ, **environ}, check=False, timeout=60
    )
    return Said(done.returncode, done.stdout, done.stderr)


# --- help ---


@pytest.mark.parametrize("command", [*COMMANDS, "people import", "people reassign", "quarantine release"])
def test_each_command_explains_itself(qibot: Qibot, command: str) -> None:
    said = qibot(*command.split(), "--help")
    assert said.code == 0
    assert f"usage: qibot {command}" in said.words
    assert ("--config" in said.out) is (command not in ("init", "demo"))
    assert ("QIBOT_CONFIG" in said.out) is (command not in ("init", "demo"))
    assert ("--json" in said.out) is (command not in ("init", "run"))


def test_the_help_names_every_command_and_where_to_begin(qibot: Qibot) -> None:
    said = qibot("--help")
    assert said.code == 0
    listed = {line.split()[0] for line in said.out.splitlines() if line.startswith("    ") and line[4:5].strip()}
    assert set(COMMANDS) <= listed
    assert "qibot init DIR" in said.out


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("init",), ("people", "import"), ("once", "--yes")])
def test_what_isnt_a_command_ends_with_code_2_and_the_usage(qibot: Qibot, arguments: Sequence[str]) -> None:
    said = qibot(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "usage: qibot" in said.err


def test_the_version_is_told() -> None:
    said = process(sys.executable, "-m", "qibot", "--version")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("qibot 0.")


# --- init ---


def test_init_lays_out_a_folder_and_says_what_comes_next(qibot: Qibot, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "qi"
    said = qibot("init", folder)
    assert said.code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["config.toml", "password", "people.csv"]
    assert (folder / "password").stat().st_mode & 0o777 == 0o600
    assert (folder / "people.csv").read_text() == roster.EXAMPLE
    assert said.out.count("made ") == 3
    for step in (f"cd {folder}", "qibot people import people.csv", "qibot check", "qibot run"):
        assert step in said.out


def test_init_keeps_what_is_there(qibot: Qibot, tmp_path: Path) -> None:
    qibot("init", tmp_path)
    for name in ("config.toml", "people.csv", "password"):
        (tmp_path / name).write_text("mine")
    said = qibot("init", tmp_path)
    assert said.code == 0
    assert said.out.count("kept ") == 3
    assert {(tmp_path / name).read_text() for name in ("config.toml", "people.csv", "password")} == {"mine"}


def test_init_with_templates_puts_the_letters_where_the_configuration_looks_for_them(
    qibot: Qibot, tmp_path: Path
) -> None:
    assert qibot("init", tmp_path, "--templates").code == 0
    names = sorted(path.name for path in TEMPLATES.glob("*.md"))
    assert sorted(path.name for path in (tmp_path / "templates").iterdir()) == names
    assert config.load_config(tmp_path / "config.toml").template_folders()[0] == tmp_path / "templates"
    (tmp_path / "templates/receipt.md").write_text("Subject: mine\n\nmine\n")
    qibot("init", tmp_path, "--templates")
    assert (tmp_path / "templates/receipt.md").read_text() == "Subject: mine\n\nmine\n"


def test_init_where_a_file_is_in_the_way_says_so(qibot: Qibot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = qibot("init", tmp_path / "file")
    assert said.code == 1
    assert str(tmp_path / "file") in said.err


def test_from_init_to_a_receipt_by_filling_in_fewer_than_ten_lines(p: Programme, qibot: Qibot, tmp_path: Path) -> None:
    """A newcomer's way, step by step, with the very commands that init names."""
    folder = tmp_path / "fresh"
    qibot("init", folder)
    text = (folder / "config.toml").read_text()
    values = [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
    assert len(values) < 10
    ours = p.sections()
    filled = {
        "address": p.address, "imap_host": "localhost", "smtp_host": "localhost", "team": [p.team.address],
        "manager": "manager@council.example", "first_month": ours[f'cohorts."{COHORT}"']["first_month"],
    }  # fmt: skip
    for line in values:
        name = line.split("=")[0].strip()
        text = text.replace(line, f"{name} = {json.dumps(filled[name])}") if name in filled else text
    for section in ("imap", "smtp"):  # the tests' servers have ports of their own
        values = [f"{name} = {json.dumps(value)}" for name, value in ours[section].items()]
        text = text.replace(f"# [{section}]\n", "\n".join([f"[{section}]", *values, ""]))
    (folder / "config.toml").write_text(text)
    (folder / "password").write_text(p.servers.password)
    sheet = (folder / "people.csv").read_text().replace("jo.smith@council.example; jo@home.example", p.jo.address)
    (folder / "people.csv").write_text(sheet.replace("ann.lee@health.example", p.ann.address))
    bare = {"QIBOT_CONFIG": ""}
    for arguments in (("people", "import", "people.csv", "--yes"), ("check",)):
        said = process(sys.executable, "-m", "qibot", *arguments, cwd=folder, **bare)
        assert said.code == 0, said.out + said.err
    p.reports(p.jo)
    said = process(sys.executable, "-m", "qibot", "once", cwd=folder, **bare)
    assert said.code == 0, said.err
    assert p.kinds(p.jo) == ["receipt"]


# --- check ---


def wrong(said: Said) -> dict[str, str]:
    """The matters that aren't fine, each with what was said."""
    lines = [line.split(maxsplit=2) for line in said.out.splitlines()]
    return {what: words for mark, what, words in lines if mark == "WRONG"}


def test_check_says_ok_for_each_matter(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("check")
    assert (said.code, said.err) == (0, "")
    lines = [line.split()[:2] for line in said.out.splitlines()]
    matters = ["config", "password", "records", "people", "templates", "imap", "smtp", "clock", "disk"]
    assert lines == [["OK", matter] for matter in matters]
    found = qibot("check", "--json")
    assert found.code == 0
    assert [entry["what"] for entry in found.json] == matters
    assert all(entry["fine"] for entry in found.json)
    assert p.folder_count() == 0
    assert p.kinds(p.team) == [], "a check sends nothing"


def configured(section: str, **values: object) -> Callable[[Programme], None]:
    return lambda p: p.configure(**{section: values})


def closed_port(section: str) -> Callable[[Programme], None]:
    return lambda p: p.configure(**{section: {"port": free_ports(1)[0]}})


def password(text: str | None) -> Callable[[Programme], None]:
    def write(p: Programme) -> None:
        path = p.folder / "password"
        path.unlink() if text is None else path.write_text(text)

    return write


def broken_template(p: Programme) -> None:
    p.configure(folders={"templates": "templates"})
    (p.folder / "templates").mkdir()
    (p.folder / "templates/receipt.md").write_text("Subject: Thanks\n\nDear {{ practitoner }}\n")


def unclosed_template(p: Programme) -> None:
    broken_template(p)
    (p.folder / "templates/receipt.md").write_text("Subject: Thanks\n\nDear you\n{% if late %}\n")


def renamed_cohort(p: Programme) -> None:
    p.path.write_text(p.path.read_text().replace(COHORT, "2027-28"))


def file_for_folder(p: Programme) -> None:
    (p.folder / "occupied").touch()
    p.configure(folders={"data": "occupied/data"})


def starttls_where_there_is_none(p: Programme) -> None:
    p.configure(smtp={"port": p.servers.smtp_port})


def no_login_offered(p: Programme) -> None:
    p.configure(smtp={"port": p.servers.smtp_port, "security": "plain"})


def tls_on_the_plain_port(section: str) -> Callable[[Programme], None]:
    def configure(p: Programme) -> None:
        port = p.servers.imap_port if section == "imap" else p.servers.submission_port
        p.configure(**{section: {"port": port, "security": "tls"}})

    return configure


@pytest.mark.parametrize(
    ("spoil", "matters", "hint"),
    [
        (password("wrong"), "imap smtp", "check mailbox.user and the mailbox's password"),
        (password(None), "password imap smtp", "The password file"),
        (password(""), "password imap smtp", "on its first line"),
        (configured("mailbox", imap_host="nowhere.invalid"), "imap", "check mailbox.imap_host"),
        (configured("mailbox", smtp_host="nowhere.invalid"), "smtp", "check mailbox.smtp_host"),
        (closed_port("imap"), "imap", "is imap.port right?"),
        (closed_port("smtp"), "smtp", "is smtp.port right?"),
        (configured("imap", ca_file=""), "imap", "imap.ca_file"),
        (configured("smtp", ca_file=""), "smtp", "smtp.ca_file"),
        (configured("imap", ca_file="/nowhere.pem"), "imap", "imap.ca_file (/nowhere.pem)"),
        (configured("smtp", ca_file="/nowhere.pem"), "smtp", "smtp.ca_file (/nowhere.pem)"),
        (tls_on_the_plain_port("imap"), "imap", "check imap.port and imap.security"),
        (tls_on_the_plain_port("smtp"), "smtp", "check smtp.port and smtp.security"),
        (starttls_where_there_is_none, "smtp", 'try smtp.security = "tls"'),
        (no_login_offered, "smtp", "smtp.login = false"),
        (configured("smtp", login=False), "smtp", "smtp.login"),
        (configured("programme", team=["nobody@refused.example"]), "smtp", "nobody@refused.example (550"),
        (configured("imap", folder="Missing"), "imap", "imap.folder"),
        (broken_template, "templates", "receipt.md"),
        (unclosed_template, "templates", "receipt.md, line 4"),
        (renamed_cohort, "people", "2026-27"),
        (file_for_folder, "people disk", "occupied"),
    ],
)
def test_check_says_what_is_wrong_and_how_to_mend_it(
    p: Programme, qibot: Qibot, spoil: Callable[[Programme], None], matters: str, hint: str
) -> None:
    p.enrol()
    spoil(p)
    said = qibot("check")
    found = wrong(said)
    assert said.code == 1
    assert list(found) == matters.split()
    assert any(hint in words for words in found.values()), said.out
    assert "Traceback" not in said.err


def test_check_says_when_nobody_is_enrolled_yet(p: Programme, qibot: Qibot) -> None:
    said = qibot("check")
    assert said.code == 1
    assert "qibot people import FILE" in wrong(said)["people"]
    assert [entry["what"] for entry in qibot("check", "--json").json if not entry["fine"]] == ["people"]


def test_check_says_when_the_clock_is_behind(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    p.close()
    assert qibot("check").code == 0
    monkeypatch.setattr("qibot.cli.folder.system_clock", lambda: datetime.now(UTC) - timedelta(days=1))
    said = qibot("check")
    assert said.code == 1
    assert "set it" in wrong(said)["clock"]


def test_check_says_when_the_disk_is_nearly_full(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    usage = shutil.disk_usage(p.folder)._replace(free=100 * 2**20)
    monkeypatch.setattr("qibot.cli.check.shutil.disk_usage", lambda _path: usage)
    said = qibot("check")
    assert said.code == 1
    assert "make room" in wrong(said)["disk"]


def test_check_says_when_a_data_file_is_spoilt(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    (p.settings.data / f"enrolments/{COHORT}/jo.smith.json").write_text("{")
    said = qibot("check")
    assert said.code == 1
    assert "last good copy" in wrong(said)["records"]
    for command in ("people", "status", "once"):
        said = qibot(command)
        assert said.code == 1
        assert "jo.smith.json" in said.err


def test_check_works_while_the_daemon_runs(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.round()
    assert qibot("check").code == 0
    assert qibot("status").code == 0
    assert qibot("people").code == 0


# --- people ---


def test_an_import_shows_what_it_would_do_and_asks(p: Programme, qibot: Qibot) -> None:
    sheet = p.sheet()
    for typed in ("n\n", "\n", ""):  # the last one is the end of the input
        said = qibot("people", "import", sheet, typed=typed)
        assert said.code == 1
        assert said.out.startswith("3 additions:\n")
        assert "Jo Smith" in said.out
        assert "Carry this out? [y/N]" in said.err
        assert "Nothing was changed." in said.err
        assert "Nobody is enrolled yet" in qibot("people").out
    said = qibot("people", "import", sheet, typed="y\n")
    assert said.code == 0
    assert "Done." in said.err
    assert "Jo Smith" in qibot("people").out


def test_an_import_of_the_same_sheet_changes_nothing_and_asks_nothing(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("people", "import", p.sheet())
    assert (said.code, said.err) == (0, "")
    assert "nothing to change" in said.out


def test_an_import_shows_changes_and_removals(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    rows = [p.row(p.jo, p.bob, p.meg), p.row(p.sam, p.ann, p.meg)]
    said = qibot("people", "import", p.sheet(*rows), "--yes")
    assert said.code == 0
    assert "1 change:" in said.out
    assert f"mentor: Ann Lee <{p.ann.address}> -> Bob Ray <{p.bob.address}>" in said.words
    assert "1 removal:" in said.out
    shown = qibot("people", "--json").json
    assert {e["practitioner"]["name"]: e["status"] for e in shown} == {
        "Jo Smith": Status.ACTIVE, "Sam Baird": Status.ACTIVE, "Priya Nair": Status.WITHDRAWN,
    }  # fmt: skip


def test_people_are_shown_with_their_mentors(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("people")
    assert said.code == 0
    assert f"{COHORT}/jo.smith active Jo Smith <{p.jo.address}>, mentor Ann Lee" in said.words
    shown = qibot("people", "--json").json
    assert [e["slug"] for e in shown] == ["jo.smith", "priya.nair", "sam.baird"]
    assert shown[0]["mentor"]["addresses"] == [p.ann.address]


def test_an_import_prints_json_for_programs(p: Programme, qibot: Qibot) -> None:
    said = qibot("people", "import", p.sheet(), "--json", "--yes")
    assert said.code == 0
    assert [(change["kind"], change["unit"]) for change in said.json] == [
        ("addition", f"{COHORT}/jo.smith"), ("addition", f"{COHORT}/sam.baird"), ("addition", f"{COHORT}/priya.nair"),
    ]  # fmt: skip
    assert qibot("people", "import", p.sheet(), "--json").json == []


def test_the_configuration_may_be_named_on_either_side_of_import(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QIBOT_CONFIG")
    assert qibot("people", "--config", p.path, "import", p.sheet(), "--yes").code == 0
    assert qibot("people", "import", p.sheet(), "--config", p.path).code == 0
    assert qibot("people", "--json", "import", "--config", p.path, p.sheet()).json == []


def test_a_malformed_sheet_is_refused_whole_with_line_and_column(p: Programme, qibot: Qibot) -> None:
    bad = p.row(p.sam, p.ann).replace(p.sam.address, "sam.school")
    said = qibot("people", "import", p.sheet(p.row(p.jo, p.ann), bad, p.row(p.jo, p.bob)), "--yes")
    assert (said.code, said.out) == (1, "")
    assert 'people.csv, line 3, column "Practitioner e-mail": “sam.school”' in said.err
    assert 'line 4, column "Practitioner e-mail": double address' in said.err
    assert qibot("people", "--json").json == []
    said = qibot("people", "import", p.folder / "missing.csv")
    assert said.code == 1
    assert "missing.csv" in said.err


def test_an_import_while_a_qibot_runs_is_taken_over_in_its_next_round(p: Programme, qibot: Qibot) -> None:
    p.round()
    said = qibot("people", "import", p.sheet(), "--yes")
    assert said.code == 0
    assert "the running qibot takes it over" in said.err
    assert qibot("people", "--json").json == []
    p.reports(p.jo)
    p.round()
    assert len(qibot("people", "--json").json) == 3
    assert p.kinds(p.jo) == ["receipt"]


# --- once and status ---


def test_once_does_a_round_and_shows_it(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("once")
    assert (said.code, said.out) == (0, "Nothing had come in and nothing was due.\n")
    p.reports(p.jo)
    said = qibot("once")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"took in   report 1 ({COHORT}/jo.smith)",
        f"sent      receipt to {p.jo.address}: Re: Report 1",
        f"sent      forward_report to {p.ann.address}: Report 1 from Jo Smith",
    ]
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    said = qibot("once", "--json")
    assert said.code == 0
    assert [entry["taken_for"] for entry in said.json["taken_in"]] == ["feedback on report 1"]
    (letter,) = said.json["letters"]
    assert (letter["notice"], letter["to"], letter["copy"], letter["state"]) == (
        "relay_feedback", [p.jo.address], [p.meg.address], "sent",
    )  # fmt: skip
    assert said.json["faults"] == []


def test_once_says_what_went_wrong_and_ends_with_code_1(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    closed_port("imap")(p)
    said = qibot("once")
    assert said.code == 1
    assert "Nothing answers at the IMAP server" in said.err
    assert qibot("once", "--json").json["faults"] != []


def test_once_beside_a_running_qibot_says_so(p: Programme, qibot: Qibot) -> None:
    p.round()
    said = qibot("once")
    assert (said.code, said.out) == (1, "")
    assert f"Another qibot (process {os.getpid()})" in said.err


def test_status_shows_how_things_stand(p: Programme, qibot: Qibot) -> None:
    said = qibot("status")
    assert said.code == 0
    assert "qibot is not running." in said.out
    assert "Nobody is enrolled yet" in said.out
    first = (datetime.now(UTC) - timedelta(days=60)).replace(day=1)  # over, but not for so long that all is closed
    p.configure(cohort={"first_month": f"{first:%Y-%m}", "reports": 1}, calendar={"close_after_days": 366})
    p.enrol(day=f"{first:%Y-%m}-02")
    report = p.writes(p.jo, "Report 1", "Attached.\n", {"Report 1.docx": DOCX}).as_bytes(policy=policy.SMTP)
    p.servers.append(p.address, report, first.replace(day=17, hour=12))
    p.sends(p.stranger, p.writes(p.stranger, "Hello", "Hello there.\n"))
    p.round()
    said = qibot("status")
    assert said.code == 0
    assert f"qibot is running (process {os.getpid()})." in said.out
    assert f"Jo Smith Ann Lee 1* - 1 by {first:%Y-%m}-24" in said.words
    assert "Sam Baird Ann Lee - 1 -" in said.words
    assert "* late" in said.out
    assert re.search(r"^Letters: 0 held, 0 waiting, \d+ sent, 0 failed\.$", said.out, re.MULTILINE)
    assert "Quarantine: 1." in said.out
    assert f"{p.stranger.address}: Hello" in said.out
    state = qibot("status", "--json").json
    assert state["running"] == os.getpid()
    assert state["letters"]["sent"] >= 3
    (jo,) = (row for row in state["enrolments"] if row["practitioner"] == "Jo Smith")
    assert (jo["received"], jo["late"], jo["owed"], jo["feedback_due"]) == ([1], [1], [], {"1": f"{first:%Y-%m}-24"})
    assert state["quarantine"][0]["cause"] == "its sender isn't known to the programme"


def test_once_under_a_shifted_system_clock_behaves_as_on_that_day(p: Programme) -> None:
    p.plainly(cohort={"first_month": "2026-03", "reports": 3})  # without TLS: the certificate is of today
    p.enrol(day="2026-03-02")
    midnight, half_an_hour = datetime(2026, 3, 16, tzinfo=UTC), timedelta(minutes=30)
    for who, arrived in ((p.jo, midnight - half_an_hour), (p.sam, midnight + half_an_hour)):
        mail = p.writes(who, "My report", "Attached.\n", {"Report.docx": DOCX})
        p.servers.append(p.address, mail.as_bytes(policy=policy.SMTP), arrived)
    command = [sys.executable, "-m", "qibot", "once", "--json"]
    said = process("faketime", "2026-03-16 09:00:00", *command, TZ="UTC")
    assert said.code == 0, said.err
    letters = [(letter["notice"], letter["state"]) for letter in said.json["letters"]]
    assert [letters.count((notice, "sent")) for notice in ("receipt", "forward_report")] == [2, 2]
    receipts = p.letter(p.jo, "receipt"), p.letter(p.sam, "receipt")
    for raw in receipts:
        dated = parsedate_to_datetime(str(head_of(raw)["Date"]))
        assert timedelta() <= dated - datetime(2026, 3, 16, 9, tzinfo=UTC) < timedelta(minutes=1)
    assert "It is on time" in text_of(receipts[0])
    assert "so it is late" in text_of(receipts[1])
    assert any("Sunday 22 March 2026" in text_of(raw) for raw in p.letters(p.ann, "forward_report"))
    shown = process("faketime", "2026-03-16 09:01:00", sys.executable, "-m", "qibot", "status", "--json", TZ="UTC").json
    assert [row["owed"] for row in shown["enrolments"]] == [[2], [1, 2], [2]]
    assert read(receipts[0])["X-QI-Ref"] == f"{COHORT}/jo.smith/1"


# --- the configuration ---


def test_the_configuration_is_the_named_one_else_the_environments_else_the_one_here(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    p.enrol()
    assert "Jo Smith" in qibot("people").out  # QIBOT_CONFIG
    monkeypatch.setenv("QIBOT_CONFIG", str(tmp_path / "no.toml"))
    said = qibot("people")
    assert said.code == 1
    assert f"There is no configuration at {tmp_path / 'no.toml'}." in said.err
    assert "qibot init DIR" in said.err
    assert "Jo Smith" in qibot("people", "--config", p.path).out
    monkeypatch.delenv("QIBOT_CONFIG")
    assert qibot("people").code == 1
    monkeypatch.chdir(p.folder)
    assert "Jo Smith" in qibot("people").out


@pytest.mark.parametrize("command", ["check", "people", "once", "run", "status"])
def test_no_command_works_with_a_wrong_configuration(p: Programme, qibot: Qibot, command: str) -> None:
    p.configure(imap={"serurity": "tls"}, mailbox={"address": "nobody"}, mialbox={})
    said = qibot(command)
    assert (said.code, said.out) == (1, "")
    assert "imap.serurity isn't a setting; did you mean security?" in said.err
    assert "mialbox isn't a setting; did you mean mailbox?" in said.err
    assert "“nobody” isn't an e-mail address" in said.err
    p.path.write_text("[mailbox\naddress = 1\n")
    said = qibot(command)
    assert (said.code, said.out) == (1, "")
    assert "isn't valid TOML" in said.err
    assert "line 1" in said.err


def inline(p: Programme, mode: int) -> Config:
    p.path.write_text(p.path.read_text().replace('password_file = "password"', 'password = "secret"'))
    p.path.chmod(mode)
    return p.settings


def test_the_password_may_come_from_a_systemd_credential(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    (p.folder / "password").write_text("an old one")
    assert list(wrong(qibot("check"))) == ["imap", "smtp"]
    credentials = p.folder / "credentials"
    credentials.mkdir()
    (credentials / "qibot_password").write_text("secret\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    assert wrong(qibot("check")) == {}


def test_the_password_may_come_from_the_environment(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    p.configure(mailbox={"password_file": ""})
    found = wrong(qibot("check"))
    assert list(found) == ["password", "imap", "smtp"]
    assert "mailbox.password_file" in found["imap"]
    monkeypatch.setenv("QIBOT_PASSWORD", "secret")
    assert wrong(qibot("check")) == {}


def test_the_password_may_stand_in_a_configuration_that_nobody_else_can_read(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    inline(p, 0o600)
    assert wrong(qibot("check")) == {}
    p.path.chmod(0o640)
    said = qibot("check")
    assert said.code == 1
    assert f"chmod 600 {p.path}" in said.err


# --- plan ---


def test_plan_shows_every_letter_to_come_with_rule_and_reason_and_changes_nothing(p: Programme, qibot: Qibot) -> None:
    p.configure(cohort={"first_month": "2098-10", "reports": 2})
    p.enrol(p.row(p.jo, p.ann, p.meg))
    before = {path: path.read_bytes() for path in p.settings.data.rglob("*.json")}
    said = qibot("plan", "--until", "2098-10-24", "--json")
    assert said.code == 0
    assert [(x["notice"], x["at"], x["to"], x["copy"]) for x in said.json if x["number"] == 1] == [
        ("remind_deadline", "2098-10-10T09:00:00+01:00", [p.jo.address], []),
        ("remind_deadline", "2098-10-14T09:00:00+01:00", [p.jo.address], []),
        ("remind_missing", "2098-10-16T09:00:00+01:00", [p.jo.address], [p.ann.address]),
        ("remind_missing_again", "2098-10-21T09:00:00+01:00", [p.jo.address], [p.ann.address, p.meg.address]),
        (
            "escalate_missing",
            "2098-10-22T09:00:00+01:00",
            [p.settings.programme.manager],
            [p.team.address, p.ann.address],
        ),
    ]
    assert all(x["rule"] and x["reason"] for x in said.json)
    shown = qibot("plan", "--until", "2098-10-24")
    assert f"remind_missing to {p.jo.address} (copy to {p.ann.address})" in shown.words
    assert "report 1 was due on 15 October 2098 and hasn't come in" in shown.words
    assert {path: path.read_bytes() for path in p.settings.data.rglob("*.json")} == before


def test_plan_says_where_nothing_is_to_come_and_takes_no_date_that_is_none(p: Programme, qibot: Qibot) -> None:
    p.enrol(p.row(p.jo, p.ann, status="paused"))
    assert "Nothing will go out by itself" in qibot("plan").out
    assert qibot("plan", "--until", "soon").code == 2


# --- demo ---


def test_the_demo_plays_a_year_with_each_kind_of_person(qibot: Qibot) -> None:
    """Somebody punctual, somebody late, somebody excused, somebody silent, and a mentor who needs longer."""
    said = qibot("demo", "--json")
    assert said.code == 0
    got: dict[str, set[str]] = {}
    for letter in said.json["letters"]:
        for reader in letter["to"]:
            got.setdefault(reader, set()).add(letter["notice"])
    names = {slug.partition("@")[0]: kinds for slug, kinds in got.items()}
    assert {"receipt", "relay_feedback"} <= names["jo.smith"]
    assert not {"remind_missing", "tell_extension", "check_in"} & names["jo.smith"], "punctual"
    assert {"remind_missing", "expect_feedback_by"} <= names["sam.baird"], "late, and the mentor needs longer"
    assert "tell_extension" in names["priya.nair"], "excused"
    silent = {person for person, kinds in names.items() if {"remind_missing_again", "check_in"} <= kinds}
    assert silent - {"jo.smith", "sam.baird", "priya.nair"}, "silent"
    assert any("escalate_missing" in kinds for kinds in got.values())
    assert sum(1 for letter in said.json["letters"] if letter["notice"] == "close_cohort") >= 3
