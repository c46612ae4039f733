"""Notice -> bytes: the specification of letters.py. (Splicing is also in test_mime.)"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from qibot.events.notices import Notice
from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates
from qibot.message.mail import parse
from qibot.model.people import Person
from tests.support.build import BOT, CONFIG, JO, LONDON, MEG, THREADS, at, message
from tests.support.programme import text_of

TEMPLATES = Templates(CONFIG.template_folders(), LONDON)
NOW = at("2026-10-12T09:00")
LONG_ID = "DB9PR06MB7635A1B2C3D4E5F6A7B8C9D0E1F2A3-0123456789abcdef@DB9PR06MB7635.eurprd06.prod.outlook.com"


def composed(notice: Notice, original: bytes = b"") -> tuple[EmailMessage, bytes]:
    raw = compose(notice, TEMPLATES, THREADS, "QI Programme", NOW, original).raw
    return message_from_bytes(raw, policy=policy.default), raw


def receipt(**changes: Any) -> Notice:
    return replace(SAMPLES["receipt"], **changes)


def test_a_list_of_what_waits_that_an_earlier_version_wrote_can_still_be_sent() -> None:
    listed = SAMPLES["report_quarantine"]
    entries = [{k: v for k, v in x.items() if k not in ("once", "rests")} for x in listed.facts["entries"]]
    letter, _ = composed(replace(listed, facts={**listed.facts, "entries": entries}))
    assert letter["X-QI-Letter"] == "report_quarantine"


# What letters have come to say since some were put on record that still wait.
SINCE = {"remarks", "left_out", "alone", "forgotten", "named", "also", "of_office", "holds", "heard"}
SINCE_OF = {"report_in_confidence": {"held_until", "offered"}}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_letter_that_waits_from_before_can_be_written_without_what_it_says_since(name: str) -> None:
    sample = SAMPLES[name]
    facts = {k: v for k, v in sample.facts.items() if k not in SINCE | SINCE_OF.get(name, set())}
    letter, raw = composed(replace(sample, facts=facts))
    assert letter["X-QI-Letter"] == name
    assert sample.words.split("\n", maxsplit=1)[0] in text_of(raw)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_letter_is_plain_ascii_with_short_lines_and_says_what_it_is(name: str) -> None:
    letter, raw = composed(SAMPLES[name])
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert letter["X-QI-Letter"] == name
    assert letter["X-QI-Ref"] == f"{SAMPLES[name].unit}/3"
    assert letter["X-Auto-Response-Suppress"] == "OOF, AutoReply, DR, RN, NRN"
    assert [p.get_content_type() for p in letter.iter_parts()] == ["text/plain", "text/html"]


def test_from_is_our_own_mailbox_and_answers_come_back_in_the_matter() -> None:
    letter, _ = composed(receipt())
    assert letter["From"].addresses[0].addr_spec == BOT
    assert letter["Reply-To"].addresses[0].addr_spec == THREADS.address("2026-27/jo.smith", 3)


def test_a_persons_words_bear_the_persons_name_and_are_not_automatic() -> None:
    letter, _ = composed(SAMPLES["relay_feedback"])
    assert letter["From"].addresses[0].display_name == "Ann Lee via QI Programme"
    assert letter["Auto-Submitted"] is None


@pytest.mark.parametrize(("replies", "said"), [(True, "auto-replied"), (False, "auto-generated")])
def test_our_own_words_are_marked_as_automatic(replies: bool, said: str) -> None:
    assert composed(receipt(replies=replies))[0]["Auto-Submitted"] == said


def test_long_message_ids_stay_plain() -> None:
    _, raw = composed(receipt(answers=LONG_ID, references=(LONG_ID, "a@b", LONG_ID.upper())))
    header = raw.partition(b"\r\n\r\n")[0]
    assert f"In-Reply-To: <{LONG_ID}>\r\n".encode() in header
    assert f"References: <{LONG_ID}>\r\n <a@b>\r\n <{LONG_ID.upper()}>\r\n".encode() in header


def test_a_very_long_thread_keeps_its_first_and_its_newest_references() -> None:
    ids = tuple(f"{n}@x" for n in range(100))
    letter, _ = composed(receipt(references=ids))
    kept = str(letter["References"]).split()
    assert kept[0] == "<0@x>"
    assert kept[-1] == "<99@x>"
    assert len(kept) == 20


def test_the_same_notice_makes_the_same_letter() -> None:
    assert composed(receipt())[1] == composed(receipt())[1]


def test_a_name_with_commas_and_umlauts_is_a_name() -> None:
    letter, _ = composed(receipt(to=(Person("Smïth, Jo (HR)", JO.addresses),)))
    assert letter["To"].addresses[0].display_name == "Smïth, Jo (HR)"
    assert letter["To"].addresses[0].addr_spec == JO.address


def test_the_page_of_the_words_stands_in_the_html_alone() -> None:
    letter, raw = composed(replace(SAMPLES["relay_feedback"], words="the aim", page="the <b>aim</b> " + "x" * 3000))
    text, page = (part.get_content() for part in letter.iter_parts())
    assert "the aim" in text
    assert "<b>" not in text
    assert "the <b>aim</b> xxx" in page
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_manager_is_in_copy() -> None:
    letter, _ = composed(SAMPLES["relay_feedback"])
    assert letter["Cc"].addresses[0].display_name == MEG.name


def test_a_hostile_subject_stays_on_one_line_and_makes_no_header() -> None:
    mail = parse(message(subject="x").replace(b"Subject: x", b"Subject: =?utf-8?q?a=0D=0ABcc:_evil@x?="))
    letter, _ = composed(receipt(facts={**receipt().facts, "subject": mail.subject}, topic=mail.subject))
    assert letter["Bcc"] is None
    assert str(letter["Subject"]).startswith("Re: a")


@pytest.mark.parametrize(
    "name", ["Report 3.docx", "Bericht für März.pdf", "a" * 110 + ".pdf", "x;y=\"z'.pdf", "報告.docx"]
)
def test_documents_travel_under_their_names_with_their_bytes(name: str) -> None:
    original = message(files=(name,))
    mail = parse(original)
    letter, raw = composed(replace(SAMPLES["forward_report"], documents=mail.documents, carries="x"), original)
    attached = list(letter.iter_attachments())
    assert [a.get_filename() for a in attached] == [d.name for d in mail.documents]
    assert hashlib.sha256(attached[0].get_content()).hexdigest() == mail.documents[0].sha256
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_encoded_document_is_spliced_as_it_came() -> None:
    original = message(files=("r.pdf",))
    document = parse(original).documents[0]
    _, raw = composed(replace(SAMPLES["forward_report"], documents=(document,), carries="x"), original)
    assert original[document.start : document.end] in raw


def test_a_letter_that_waited_since_before_its_template_asked_for_more_is_still_sent() -> None:
    notice = SAMPLES["forward_report"]
    before = {name: fact for name, fact in notice.facts.items() if name not in ("left_out", "alone")}
    letter, _ = composed(replace(notice, facts=before))
    assert "with Meg Ross in copy" in letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_list_of_quarantine_that_has_waited_since_an_earlier_version_is_still_written() -> None:
    sample = SAMPLES["report_quarantine"]
    entries = [{k: v for k, v in e.items() if k not in ("once", "rests")} for e in sample.facts["entries"]]
    notice = replace(sample, facts={**sample.facts, "entries": entries})
    assert "jo.smith@school.example" in compose(notice, TEMPLATES, THREADS, "QI Programme", NOW, b"").text
