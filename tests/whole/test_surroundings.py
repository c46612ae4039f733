"""Whatever is wrong with servers, certificates or templates, nothing is lost and all goes on when it is mended."""

from __future__ import annotations

import pytest

from qibot.model.letters import LetterState
from tests.support.programme import DOCX, LIKED, Programme, files_of, sha256, text_of


def test_it_works_without_tls_and_login_on_this_machines_own_servers(unenrolled: Programme) -> None:
    p = unenrolled
    p.plainly()
    p.enrol()
    p.reports(p.jo)
    assert not p.round().faults
    assert p.kinds(p.jo) == ["receipt"]
    assert p.kinds(p.ann) == ["forward_report"]


def test_it_works_with_starttls_at_the_imap_server(unenrolled: Programme) -> None:
    p = unenrolled
    p.configure(imap={"port": p.servers.imap_port, "security": "starttls"})
    p.enrol()
    p.reports(p.jo)
    assert not p.round().faults
    assert p.kinds(p.jo) == ["receipt"]


def test_without_tls_nothing_is_sent_and_nothing_is_lost(unenrolled: Programme) -> None:
    p = unenrolled
    p.configure(smtp={"port": p.servers.smtp_port, "security": "starttls", "login": False})
    p.enrol()
    p.reports(p.jo)
    (fault,) = p.round().faults
    assert "localhost" in fault
    assert "TLS" in fault
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], [])
    assert p.report(p.jo).versions == 1
    assert p.recorded(p.jo, "forward_report").state is LetterState.WAITING
    p.close()
    p.configure()
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_a_server_with_a_certificate_that_isnt_trusted_is_refused(unenrolled: Programme, section: str) -> None:
    p = unenrolled
    p.configure(**{section: {"ca_file": ""}})
    p.enrol()
    p.reports(p.jo)
    (fault,) = p.round().faults
    assert "trusted" in fault
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], [])


def test_a_broken_template_holds_the_letter_tells_the_team_once_and_all_is_well_when_it_is_mended(
    unenrolled: Programme,
) -> None:
    p = unenrolled
    p.configure(folders={"templates": "templates"})
    p.enrol()
    template = p.folder / "templates/forward_report.md"
    template.parent.mkdir()
    template.write_text("Subject: Report {{ nummer }}\n\nHello\n")
    p.reports(p.jo)
    assert not p.round().faults
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann), p.kinds(p.team)) == (["receipt"], [], ["report_trouble"])
    assert "forward_report.md" in text_of(p.letter(p.team, "report_trouble"))
    assert p.recorded(p.jo, "forward_report").state is LetterState.HELD
    p.close()  # it is kept over a restart
    template.write_text("Subject: Report {{ number }}\n\nFrom the team's own template.\n\n{{ words }}\n")
    p.round()
    p.round()
    letter = p.letter(p.ann, "forward_report")
    assert "From the team's own template." in text_of(letter)
    assert files_of(letter) == [("Report 1.docx", sha256(DOCX))]
    assert (p.kinds(p.jo), p.kinds(p.team)) == (["receipt"], ["report_recovered", "report_trouble"])


def test_mail_that_comes_while_nothing_runs_is_dealt_with_at_the_next_start(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.close()
    p.reports(p.sam)
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    done = p.round()
    assert sorted(entry["taken_for"] for entry in done.taken_in) == ["feedback on report 1", "report 1"]
    assert p.kinds(p.sam) == ["receipt"]
