"""A letter is threaded, keeps automatic answers away, and arrives exactly as it was spooled."""

from __future__ import annotations

import re
from email import policy
from typing import Any

from tests.support.programme import COHORT, DOCX, LIKED, Programme, read


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
        shared = kind == "relay_feedback"  # the manager has it, too, by a return path of their own
        own = rf"<qi\.{p.tag}\+b-[a-z2-7]{{26}}@council\.example>" if shared else re.escape(f"<{p.address}>")
        assert re.fullmatch(own, str(head["Return-Path"]))
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


def test_a_mail_to_several_with_one_unknown_header_line_too_long_is_forwarded_all_the_same(p: Programme) -> None:
    mail: Any = p.writes(p.jo, "Report 1 – “ça va?” " + "sehr lang " * 30, "Attached.\n", {"Report 1.docx": DOCX})
    p.sends(p.jo, mail)
    p.round()
    assert read(p.letter(p.jo, "receipt"))["Subject"].startswith("Re: Report 1 – “ça va?” sehr lang")
