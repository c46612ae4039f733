"""One report's whole way on a real Dovecot and Postfix: people send by SMTP and read by IMAP, the bot is real, too."""

from __future__ import annotations

import base64
import io
import random
import re
import zipfile
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest
from imapclient import SEEN

from qibot.demo.cast import word
from qibot.model.case import Case
from qibot.model.desk import DESK
from qibot.model.letters import LetterState
from qibot.store.tinydb import TinyStore
from tests.support.programme import (
    BUSY,
    COHORT,
    COMMENTED,
    DOCX,
    LIKED,
    REFUSED,
    Programme,
    files_of,
    read,
    sha256,
    text_of,
)

DONE, QUARANTINE = "qibot/done", "qibot/quarantine"
MARCH = {"first_month": "2026-03", "reports": 3}
IN_TIME = datetime(2026, 3, 15, 23, 59, 59, tzinfo=UTC)
TOO_LATE = IN_TIME + timedelta(seconds=1)


def desk(p: Programme) -> Case:
    return TinyStore(p.settings.data, read_only=True).load(DESK)


def answered_report(p: Programme) -> bytes:
    """Jo's report is in and Ann has answered; the letter with which Jo got the feedback."""
    p.reports(p.jo)
    p.round()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    return p.letter(p.jo, "relay_feedback")


def big_docx() -> bytes:
    """A Word document of 5 MB."""
    packed = io.BytesIO(DOCX)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", random.Random(7).randbytes(5_000_000))
    return packed.getvalue()


# --- the report ---


def test_a_report_brings_a_receipt_to_the_practitioner_and_the_document_to_the_mentor(p: Programme) -> None:
    p.reports(p.jo)
    done = p.round()
    assert not done.faults
    assert [entry["taken_for"] for entry in done.taken_in] == ["report 1"]
    forward, receipt = p.letter(p.ann, "forward_report"), p.letter(p.jo, "receipt")
    assert files_of(forward) == [("Report 1.docx", sha256(DOCX))]
    assert "My report is attached." in text_of(forward)
    assert "report 1" in text_of(receipt)
    assert "on time" in text_of(receipt)
    assert [p.kinds(one) for one in (p.jo, p.ann, p.meg, p.bob, p.team)] == [
        ["receipt"], ["forward_report"], [], [], [],
    ]  # fmt: skip
    assert (p.folder_count(), p.folder_count(DONE), p.folder_count(QUARANTINE)) == (0, 1, 0)


def odd_mail(p: Programme) -> tuple[bytes, dict[str, bytes]]:
    """A report whose documents come in every odd way, and what the mentor must get: each name with its bytes."""
    named = {key: word([key]) for key in ("long", "latin", "encoded", "path", "twin 1", "twin 2")}
    pdf, picture, table = b"%PDF-1.4\r\n\xe2\xe3 nameless", b"\x89PNG\r\n\x1a\n inline", b"a;b\r\n\xc3\xa9;2\r\n"
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "meg@school.example", "Time for QI"
    inner.set_content("You have Tuesday mornings.\n")
    inner.add_attachment(b"inside", maintype="application", subtype="pdf", filename="inside.pdf")
    eml = inner.as_bytes(policy=policy.SMTP)

    def part(content: bytes, *header: bytes) -> bytes:
        lines = b"\r\n".join([*header, b"Content-Transfer-Encoding: base64"])
        return lines + b"\r\n\r\n" + base64.encodebytes(content).replace(b"\n", b"\r\n")

    docx = b"Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    named_as = b"Content-Disposition: attachment; filename"
    parts = [
        b"Content-Type: multipart/related; boundary=rel\r\n\r\n--rel\r\nContent-Type: text/html\r\n\r\n"
        b'<p>My report.</p><img src="cid:pic@x">\r\n--rel\r\n'
        + part(picture, b"Content-Type: image/png", b"Content-ID: <pic@x>", b"Content-Disposition: inline")
        + b"--rel--\r\n",
        part(named["long"], docx, named_as + b"*0*=UTF-8''J%C3%B6rg%E2%80%99s%20;\r\n filename*1*=%22final%22.docx"),
        part(named["latin"], docx, named_as + b'="r\xe9sum\xe9.docx"'),
        part(named["encoded"], docx, named_as + b'="=?UTF-8?B?UsOpcG9ydCDigJMgMS5kb2N4?="'),
        part(named["path"], docx, named_as + b'="../../etc/passwd.docx"'),
        part(named["twin 1"], docx, named_as + b'="twin.docx"'),
        part(named["twin 2"], docx, named_as + b'="twin.docx"'),
        part(b"", docx, named_as + b'="empty.docx"'),
        part(pdf, b"Content-Type: application/pdf"),
        b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + eml,
        b"Content-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment; filename=data.csv\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + table,
        b"Content-Disposition: attachment; filename=notes.txt\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n%b"
        % b"soft=\r\n break =E2=82=AC",
    ]
    head = f"From: Jo <{p.jo.address}>\r\nTo: {p.address}\r\nMessage-ID: <odd.{p.tag}@x.example>\r\n"
    raw = head.encode() + b"Subject: Report 1\r\n"
    raw += b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=mix\r\n"
    raw += b"".join(b"\r\n--mix\r\n" + one for one in parts) + b"\r\n--mix--\r\n"
    return raw, {
        "document.png": picture, "Jörg’s _final_.docx": named["long"], "résumé.docx": named["latin"],
        "Réport – 1.docx": named["encoded"], "passwd.docx": named["path"], "twin.docx": named["twin 1"],
        "twin.docx (again)": named["twin 2"], "empty.docx": b"", "document.pdf": pdf, "Time for QI.eml": eml,
        "data.csv": table, "notes.txt": "soft break €".encode(),
    }  # fmt: skip


def test_every_document_arrives_byte_for_byte_however_odd_its_name_or_place(p: Programme) -> None:
    raw, documents = odd_mail(p)
    p.sends(p.jo, raw)
    p.round()
    got = files_of(p.letter(p.ann, "forward_report"))
    wanted = [(name.removesuffix(" (again)"), sha256(content)) for name, content in documents.items()]
    assert [content for _, content in got] == [content for _, content in wanted]
    names = [[name for name, _ in files] for files in (got, wanted)]
    assert names[0][:2] + names[0][3:] == names[1][:2] + names[1][3:]


def test_a_file_name_in_raw_8_bit_characters_arrives_as_it_was_meant(p: Programme) -> None:
    p.sends(p.jo, odd_mail(p)[0])
    p.round()
    assert "résumé.docx" in [name for name, _ in files_of(p.letter(p.ann, "forward_report"))]


def test_a_document_of_5_mb_arrives_byte_for_byte(p: Programme) -> None:
    document = big_docx()
    p.sends(p.jo, p.writes(p.jo, "Report 1", "It is a bit big.\n", {"Report 1.docx": document}))
    p.round()
    assert files_of(p.letter(p.ann, "forward_report")) == [("Report 1.docx", sha256(document))]


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


# --- the answers ---


def test_the_mentors_reply_goes_to_the_practitioner_with_the_manager_in_copy(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    sent = p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED, {"Report 1 - comments.docx": COMMENTED})
    assert "+" in sent["To"]
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["feedback on report 1"]
    for reader in (p.jo, p.meg):
        letter = p.letter(reader, "relay_feedback")
        assert files_of(letter) == [("Report 1 - comments.docx", sha256(COMMENTED))]
        assert "What I liked: a clear aim." in text_of(letter)
        assert [read(letter)[name].addresses[0].addr_spec for name in ("To", "Cc")] == [p.jo.address, p.meg.address]
        assert read(letter)["From"] == f"Ann Lee via QI Practitioner Programme <{p.address}>"
        assert "Please answer by" not in text_of(letter), "what the mentor got must not come along as a quotation"
    (feedback,) = (f for f in p.case(p.jo).tables["feedback"].values())
    assert (feedback.number, feedback.comments, feedback.liked, feedback.even_better) == (1, 2, True, True)  # type: ignore[union-attr]
    assert p.report(p.jo).answered is not None


@pytest.mark.parametrize("header", ["In-Reply-To", "References"])
def test_a_mailbox_without_plus_addressing_threads_by_message_id_alone(unenrolled: Programme, header: str) -> None:
    p = unenrolled
    p.configure(mailbox={"plus_addressing": False})
    p.enrol()
    for who in (p.jo, p.sam):
        p.reports(who)
    p.round()
    letter = next(raw for raw in p.letters(p.ann, "forward_report") if "Sam Baird" in read(raw)["Subject"])
    assert read(letter)["Reply-To"].addresses[0].addr_spec == p.address
    mail = p.ann.answers(datetime.now(UTC), letter, LIKED)
    del mail["References" if header == "In-Reply-To" else "In-Reply-To"]
    mail.replace_header("Subject", "my thoughts")
    p.sends(p.ann, mail)
    p.round()
    assert p.report(p.sam).answered is not None
    assert p.report(p.jo).answered is None
    assert p.kinds(p.sam) == ["receipt", "relay_feedback"]


def test_the_practitioners_answer_reaches_the_mentor_in_the_mentors_own_thread(p: Programme) -> None:
    feedback = answered_report(p)
    p.replies(p.jo, feedback, "Thank you! What do you think of Primary 2, would that be small enough?", {})
    p.round()
    forward, relayed = (read(p.letter(p.ann, kind)) for kind in ("forward_report", "relay_message"))
    assert relayed["In-Reply-To"] == forward["Message-ID"]
    assert relayed["References"] == forward["Message-ID"]
    assert relayed["Subject"] == f"Re: {forward['Subject']}"
    assert relayed["Thread-Topic"] == forward["Thread-Topic"] == forward["Subject"]
    assert "What do you think of Primary 2, would that be small enough?" in text_of(p.letter(p.ann, "relay_message"))
    assert p.kinds(p.jo) == ["receipt", "relay_feedback"]


def test_the_mentors_second_answer_is_relayed_too_and_the_dialogue_goes_on(p: Programme) -> None:
    feedback = answered_report(p)
    p.replies(p.jo, feedback, "What do you think of Primary 2, would that be small enough?")
    p.round()
    p.replies(p.ann, p.letter(p.ann, "relay_message"), "Yes, begin there.")
    p.round()
    newest = p.letters(p.jo, "relay_feedback")[-1]
    assert "Yes, begin there." in text_of(newest)
    assert read(newest)["References"] == read(feedback)["References"]


def test_the_managers_reply_goes_to_practitioner_and_mentor(p: Programme) -> None:
    answered_report(p)
    p.replies(p.meg, p.letter(p.meg, "relay_feedback"), "You may use the staff meeting.")
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["message from the manager"]
    for reader in (p.jo, p.ann):
        assert "You may use the staff meeting." in text_of(p.letter(reader, "relay_message"))
        assert read(p.letter(reader, "relay_message"))["From"].startswith("Meg Ross via")
    assert p.kinds(p.meg) == ["relay_feedback"]


def test_a_fresh_mail_from_the_mentor_is_feedback_where_only_one_report_waits(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.sends(p.ann, p.writes(p.ann, "Jo's report", LIKED))
    p.round()
    assert "relay_feedback" in p.kinds(p.jo)


# --- which report, on time or late ---


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


# --- what doesn't fit ---


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


# --- what is never answered ---


def bounce(p: Programme) -> EmailMessage:
    """Another server's word that a letter could not be delivered."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "Mail Delivery Subsystem <mailer-daemon@health.example>", p.address
    mail["Subject"], mail["Message-ID"] = "Undelivered Mail Returned to Sender", f"<bounce.{p.tag}@health.example>"
    mail["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="b"'
    mail.set_payload(
        "--b\r\n\r\nThe mail could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; {p.ann.address}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "\r\n--b--\r\n"
    )
    return mail


def test_a_bounce_is_never_answered_and_the_team_hears_of_it(p: Programme) -> None:
    raw = bounce(p).as_bytes(policy=policy.SMTP)
    p.servers.deliver(raw, p.address, sender="")
    p.servers.wait_for(p.address, 1)
    done = p.round()
    assert [letter["notice"] for letter in done.letters] == ["report_quarantine"]
    assert "could not be delivered" in text_of(p.letter(p.team, "report_quarantine"))


@pytest.mark.parametrize("marked", ["Auto-Submitted", "X-Autoreply", "Return-Path"])
def test_an_out_of_office_is_neither_feedback_nor_answered(p: Programme, marked: str) -> None:
    p.reports(p.jo)
    p.round()
    tomorrow = datetime.now(UTC) + timedelta(days=1)  # back before the feedback is due, so that nobody need hear
    words = f"I am away until {tomorrow:%d %B %Y}."
    mail = p.ann.answers(datetime.now(UTC), p.letter(p.ann, "forward_report"), words)
    if marked == "Return-Path":
        p.servers.deliver(mail.as_bytes(policy=policy.SMTP), mail["To"].addresses[0].addr_spec, sender="")
        p.servers.wait_for(p.address, 1)
    else:
        mail[marked] = "auto-replied" if marked == "Auto-Submitted" else "yes"
        p.sends(p.ann, mail)
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["automatic"]
    assert done.letters == []
    assert p.report(p.jo).answered is None
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 2)


def test_a_letter_of_our_own_that_comes_back_is_left_alone(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.sends(p.ann, p.letter(p.ann, "forward_report"))
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["own"]
    assert done.letters == []


# --- recipients who are refused ---


def test_a_mentor_who_is_refused_for_good_is_told_to_the_team_once(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, REFUSED))
    p.reports(p.jo)
    done = p.round()
    states = {letter["notice"]: letter["state"] for letter in done.letters}
    assert (states["receipt"], states["forward_report"]) == ("sent", "failed")
    for _ in range(2):
        p.clock.advance(hours=3)
        p.round()
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert all(said in told for said in (REFUSED.address, "550 5.1.1", "Report 1 from Jo Smith", "forward_report"))
    assert p.kinds(p.jo) == ["receipt"]
    assert "There is nobody of that name" in p.recorded(p.jo, "forward_report").refused[REFUSED.address]


def test_a_manager_who_is_refused_doesnt_keep_the_feedback_from_the_practitioner(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, REFUSED))
    answered_report(p)
    record = p.recorded(p.jo, "relay_feedback")
    assert record.state is LetterState.SENT
    assert list(record.refused) == [REFUSED.address]
    p.round()
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert REFUSED.address in told
    assert p.jo.address not in told


def test_a_mentor_who_is_refused_for_now_is_tried_again_with_growing_pauses(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, BUSY))
    p.reports(p.jo)
    tries = []
    for minutes in (0.0, 0.5, 0.6, 1, 2.1, 5, 4.1):  # at 0, 1.1, 4.2 and 13.3 minutes it is due
        p.clock.advance(minutes=minutes)
        p.round()
        tries.append(p.recorded(p.jo, "forward_report").tries)
    assert tries == [1, 1, 2, 2, 3, 3, 4]
    assert p.recorded(p.jo, "forward_report").state is LetterState.WAITING
    assert p.kinds(p.jo) == ["receipt"], "the practitioner's letter is not sent again with each try"
    assert p.kinds(p.team) == []
    p.clock.advance(days=5)
    p.round()
    p.round()
    assert p.recorded(p.jo, "forward_report").state is LetterState.FAILED
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert "given up: 451 4.3.0" in told
    assert "Come back later" in told


def test_a_manager_who_is_refused_for_now_gets_the_letter_later_and_the_practitioner_at_once(
    unenrolled: Programme,
) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, BUSY))
    answered_report(p)
    assert p.recorded(p.jo, "relay_feedback").unsettled == (BUSY.address,)
    p.clock.advance(minutes=2)
    p.round()
    assert p.recorded(p.jo, "relay_feedback").tries == 2
    assert len(p.letters(p.jo, "relay_feedback")) == 1


# --- what a letter looks like ---


def long_id(p: Programme, letter: str) -> str:
    """A Message-ID as Exchange Online makes it, longer than a line."""
    return f"<{letter * 70}.{p.tag}@EURP193MB0001.eurprd07.prod.outlook.example>"


def test_the_headers_thread_the_letters_and_keep_automatic_answers_away(p: Programme) -> None:
    mail = p.writes(p.jo, "RE: FW: Report 1", "Attached.\n", {"Report 1.docx": DOCX})
    ids = [long_id(p, letter) for letter in "abc"]
    mail.replace_header("Message-ID", "placeholder")
    for name, value in (("In-Reply-To", "placeholder-2"), ("References", "placeholder-3")):
        mail[name] = value
    raw = mail.as_bytes(policy=policy.SMTP)
    raw = raw.replace(b"placeholder-2", ids[1].encode()).replace(b"placeholder-3", "\r\n ".join(ids[:2]).encode())
    p.sends(p.jo, raw.replace(b"placeholder", ids[2].encode()))
    p.round()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    receipt, forward = p.letter(p.jo, "receipt"), p.letter(p.ann, "forward_report")
    feedback = p.letter(p.jo, "relay_feedback")
    for letter, kind, submitted in (
        (receipt, "receipt", "auto-replied"),
        (forward, "forward_report", "auto-generated"),
        (feedback, "relay_feedback", None),
    ):
        head = read(letter)
        assert head["From"].addresses[0].addr_spec == p.address
        assert re.fullmatch(rf"qi\.{p.tag}\+[a-z2-7]{{12}}-1-[a-z2-7]{{16}}@council\.example",
                            head["Reply-To"].addresses[0].addr_spec)  # fmt: skip
        assert head["X-QI-Letter"] == kind
        assert head["X-QI-Ref"] == f"{COHORT}/jo.smith/1"
        assert head["Auto-Submitted"] == submitted
        assert sorted(str(head["X-Auto-Response-Suppress"]).split(", ")) == ["AutoReply", "DR", "NRN", "OOF", "RN"]
        assert head["Return-Path"] == f"<{p.address}>"
        assert all(len(head.get_all(name, [])) == 1 for name in ("From", "To", "Date", "Message-ID", "Subject"))
    folded = receipt.partition(b"\r\n\r\n")[0]
    assert b"\r\nReferences: " + "\r\n ".join(ids).encode() + b"\r\n" in folded
    assert b"\r\nIn-Reply-To: " + ids[2].encode() + b"\r\n" in folded
    assert b"\r\nIn-Reply-To: " + ids[2].encode() + b"\r\n" in feedback
    assert b"=?" not in folded
    assert [read(letter)["Thread-Topic"] for letter in (receipt, forward, feedback)] == [
        "Report 1", "Report 1 from Jo Smith", "Report 1",
    ]  # fmt: skip


def test_what_is_delivered_is_what_was_spooled_byte_for_byte(p: Programme) -> None:
    spooled: set[bytes] = set()

    def look(step: str) -> None:
        if step == "sending":
            spooled.update(path.read_bytes() for path in (p.settings.data / "outbox").glob("*/*.eml"))

    p.at_step = look
    p.reports(p.jo)
    p.round()
    assert len(spooled) == 2
    for raw in (p.letter(p.jo, "receipt"), p.letter(p.ann, "forward_report")):
        (same,) = (one for one in spooled if raw.endswith(b"\r\n" + one))
        added = raw.removesuffix(same).decode()
        assert set(re.findall(r"^(\S+):", added, re.MULTILINE)) <= {"Return-Path", "Delivered-To", "Received"}
    assert list((p.settings.data / "outbox").glob("*/*.eml")) == [], "what is delivered is no longer spooled"


# --- when something is wrong with the bot's own surroundings ---


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


def test_paused_people_are_not_written_to(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, status="paused"))
    p.reports(p.jo)
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], [])
    assert "is paused" in text_of(p.letter(p.team, "report_quarantine"))


def test_a_mail_to_several_with_one_unknown_header_line_too_long_is_forwarded_all_the_same(p: Programme) -> None:
    mail: Any = p.writes(p.jo, "Report 1 – “ça va?” " + "sehr lang " * 30, "Attached.\n", {"Report 1.docx": DOCX})
    p.sends(p.jo, mail)
    p.round()
    assert read(p.letter(p.jo, "receipt"))["Subject"].startswith("Re: Report 1 – “ça va?” sehr lang")


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
