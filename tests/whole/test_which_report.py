"""The server's arrival time decides what is late, and each message counts once, as the version that it is."""

from __future__ import annotations

from datetime import timedelta
from email import policy

from imapclient import SEEN

from qibot.demo.cast import word
from tests.support.programme import DOCX, Programme, files_of, read, sha256, text_of
from tests.support.whole import DONE, IN_TIME, MARCH, TOO_LATE


def test_the_servers_arrival_time_decides_on_late_and_the_date_header_nothing(unenrolled: Programme) -> None:
    p = unenrolled
    p.configure(cohort=MARCH)
    p.enrol()
    for who, arrived, claimed in ((p.jo, IN_TIME, TOO_LATE + timedelta(days=9)), (p.sam, TOO_LATE, IN_TIME)):
        mail = p.writes(who, "Report 1", "Attached.\n", {"Report 1.docx": DOCX})
        mail.replace_header("Date", claimed.strftime("%a, %d %b %Y %H:%M:%S +0000"))
        p.servers.append(p.address, mail.as_bytes(policy=policy.SMTP), arrived)
    p.round()
    assert p.report(p.jo).late is False
    assert p.report(p.jo).received == IN_TIME
    assert "on time" in text_of(p.letter(p.jo, "receipt"))
    assert p.report(p.sam).late is True
    assert "so it is late" in text_of(p.letter(p.sam, "receipt"))
    late = next(raw for raw in p.letters(p.ann, "forward_report") if "Sam" in read(raw)["Subject"])
    assert read(late)["Subject"] == "Report 1 from Sam Baird (late)"
    assert "Sunday 22 March 2026" in text_of(p.letter(p.jo, "receipt")), "seven days after the arrival"
    assert "Monday 23 March 2026" in text_of(late)


def test_a_document_for_a_report_that_is_in_already_is_a_new_version_in_the_same_thread(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    newer = word(["Jo Smith", "The second thoughts."])
    p.sends(p.jo, p.writes(p.jo, "Report 1, better", "Please take this one.\n", {"Report 1 v2.docx": newer}))
    p.round()
    assert p.report(p.jo).versions == 2
    first, second = p.letters(p.ann, "forward_report")
    assert read(second)["Subject"] == "Report 1 from Jo Smith (version 2)"
    assert files_of(second) == [("Report 1 v2.docx", sha256(newer))]
    assert read(second)["References"] == read(first)["Message-ID"]
    assert "version 2 of report 1" in text_of(p.letters(p.jo, "receipt")[-1])


def test_two_versions_in_one_round_are_kept_and_forwarded_in_their_order(p: Programme) -> None:
    documents = [word([f"take {n}"]) for n in (1, 2)]
    for document in documents:
        p.sends(p.jo, p.writes(p.jo, "Report 1", "Attached.\n", {"Report 1.docx": document}))
    p.round()
    assert [s.documents[0].sha256 for s in p.case(p.jo).submissions(1)] == [sha256(d) for d in documents]
    forwards = sorted(p.letters(p.ann, "forward_report"), key=lambda raw: str(read(raw)["Subject"]))
    assert [files_of(raw)[0][1] for raw in forwards] == [sha256(d) for d in documents]
    assert p.kinds(p.jo) == ["receipt", "receipt"]


def test_the_same_message_twice_in_the_inbox_is_one_report(p: Programme) -> None:
    raw = p.reports(p.jo)
    p.sends(p.jo, raw)
    done = p.round()
    assert len(done.taken_in) == 1
    p.sends(p.jo, raw)
    assert p.round().taken_in == []
    assert p.report(p.jo).versions == 1
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 3)


def test_a_message_that_somebody_has_read_already_is_processed_all_the_same(p: Programme) -> None:
    p.reports(p.jo)
    with p.servers.client(p.address) as client:
        client.select_folder("INBOX")
        client.add_flags(client.search(), [SEEN])
    p.round()
    assert p.kinds(p.jo) == ["receipt"]
