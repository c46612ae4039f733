"""What comes from nobody who may send it waits for the team, and goes on when the team says who it is."""

from __future__ import annotations

from tests.support.programme import DOCX, LIKED, Programme, files_of, read, sha256, text_of
from tests.support.whole import DONE, IN_TIME, MARCH, QUARANTINE, desk


def test_a_mentor_who_answers_with_somebody_elses_token_is_not_relayed(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.replies(p.bob, p.letter(p.ann, "forward_report"), LIKED)
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["quarantine"]
    assert p.kinds(p.jo) == ["receipt"]
    assert p.kinds(p.bob) == []
    assert "nothing to do" in text_of(p.letter(p.team, "report_quarantine"))
    assert p.folder_count(QUARANTINE) == 1


def test_several_strangers_make_one_letter_to_the_team_and_later_ones_the_next(p: Programme) -> None:
    p.configure(programme={"notice_days": 0})

    def strangers(*numbers: int) -> None:
        for number in numbers:
            p.sends(p.stranger, p.writes(p.stranger, f"Letter {number}", "Hello there.\n"))
        p.round()

    strangers(1, 2, 3)
    told = p.letter(p.team, "report_quarantine")
    assert read(told)["Subject"] == "3 messages wait for your decision"
    assert all(f"Letter {number}" in text_of(told) for number in (1, 2, 3))
    strangers(4)
    strangers(5)
    assert len(p.letters(p.team)) == 1, "no second letter within the hour"
    p.clock.advance(minutes=61)
    p.round()
    told = p.letters(p.team, "report_quarantine")[-1]
    assert read(told)["Subject"] == "2 messages wait for your decision"
    assert [("Letter 3" in text_of(told)), ("Letter 4" in text_of(told))] == [False, True]
    assert p.kinds(p.stranger) == []
    assert (p.folder_count(), p.folder_count(QUARANTINE)) == (0, 5)


def test_a_message_moved_back_after_an_import_is_a_report_with_its_true_arrival_time(unenrolled: Programme) -> None:
    p = unenrolled
    p.configure(cohort=MARCH)
    p.enrol(p.row(p.sam, p.ann))
    p.servers.append(p.address, p.writes(p.jo, "Report 1", "Attached.\n", {"a.docx": DOCX}).as_bytes(), IN_TIME)
    p.round()
    assert p.folder_count(QUARANTINE) == 1
    assert p.kinds(p.jo) == []
    p.enrol(p.row(p.sam, p.ann), p.row(p.jo, p.ann))  # while the bot holds the data folder
    with p.servers.client(p.address) as client:
        client.select_folder(QUARANTINE)
        client.move(client.search(), "INBOX")
    p.round()
    assert p.report(p.jo).received == IN_TIME
    assert p.report(p.jo).late is False
    assert p.kinds(p.jo) == ["receipt"]
    assert files_of(p.letter(p.ann, "forward_report")) == [("a.docx", sha256(DOCX))]
    assert (p.folder_count(), p.folder_count(DONE), p.folder_count(QUARANTINE)) == (0, 1, 0)
    assert desk(p).tables["quarantine"] == {}


def test_a_message_moved_back_without_an_import_returns_and_the_team_hears_nothing_new(p: Programme) -> None:
    p.sends(p.stranger, p.writes(p.stranger, "Hello", "Hello there.\n"))
    p.round()
    with p.servers.client(p.address) as client:
        client.select_folder(QUARANTINE)
        client.move(client.search(), "INBOX")
    p.clock.advance(hours=2)
    p.round()
    assert p.kinds(p.team) == ["report_quarantine"]
    assert p.folder_count(QUARANTINE) == 1


def test_paused_people_are_not_written_to(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, status="paused"))
    p.reports(p.jo)
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], [])
    assert "is paused" in text_of(p.letter(p.team, "report_quarantine"))


def test_the_team_says_who_a_stranger_is_and_the_report_goes_on_from_the_archive(p: Programme) -> None:
    p.reports(p.stranger)
    p.round()
    assert (p.folder_count(), p.folder_count(QUARANTINE)) == (0, 1)
    p.replies(p.team, p.letter(p.team, "report_quarantine"), f"THIS IS {p.jo.address}\n\nRegards")
    p.round()
    assert p.report(p.jo).received
    assert files_of(p.letter(p.ann, "forward_report")) == [("Report 1.docx", sha256(DOCX))]
    assert p.folder_count(QUARANTINE) == 0, "the mailbox's copy is moved, too"
    assert "confirm_command" in p.kinds(p.team)
    p.sends(p.jo, p.writes(p.jo, "A question", "What is a PDSA cycle?"))
    p.round()
    assert p.folder_count() == 0, "the inbox is looked at as before"
