"""Relaying without loss and without leak, on a real Dovecot and Postfix: what people write in their mail programs."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from qibot.demo.cast import Player
from tests.support.clients import APPLE, BOT, GMAIL, OUTLOOK, OUTLOOK_WEB, THUNDERBIRD, US, Client
from tests.support.programme import COMMENTED, DOCX, Programme, files_of, read, sha256, text_of

TRACKER = "http://tracker.example/ann.gif"
FEEDBACK = (
    '<p class="MsoNormal">What I <b>liked</b>: the aim. <span style="color:red">Which pupils?</span></p>'
    '<table border="1"><tr><th>Measure</th><th>Type</th></tr><tr><td>minutes lost</td><td>outcome</td></tr></table>'
    f'<ul><li>Even better if: one teacher</li></ul><img src="{TRACKER}" width="1" height="1">'
    '<a href="https://evil.example/x" onclick="bad()">https://learn.example/</a><script>bad()</script>'
)
FEEDBACK_TEXT = (
    "What I liked: the aim. Which pupils?\nMeasure\tType\nminutes lost\toutcome\n\n  *   Even better if: one teacher\n"
    "https://learn.example/<https://evil.example/x>"
)
OURS = ("Please answer by", "You could write it like this")  # in the letter to the mentor, above the report's words


@pytest.fixture(autouse=True)
def _jo_has_sent_a_report(p: Programme) -> None:
    p.reports(p.jo)
    p.round()


def page_of(letter: bytes) -> str:
    body = read(letter).get_body(("html",))
    assert body is not None
    return str(body.get_content())


def answer(
    p: Programme,
    who: Player,
    letter: bytes,
    client: Client,
    page: str,
    text: str,
    documents: dict[str, bytes] | None = None,
) -> None:
    """Let somebody answer a letter with this program, which quotes it whole, as page and as text."""
    quoted = read(letter)
    old = inside(page_of(letter))
    plain = quoted.get_body(("plain",))
    assert plain is not None
    body = client.answer(page, text, old, tuple(str(plain.get_content()).splitlines()))
    mail = who.answers(datetime.now(UTC), letter, "")
    mail.clear_content()
    mail.set_content(str(part_of(body, "plain").get_content()))
    mail.add_alternative(str(part_of(body, "html").get_content()), subtype="html")
    for name, content in (documents or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    p.sends(who, mail)
    p.round()


def inside(page: str) -> str:
    """What mail programs quote of a page."""
    return page.partition("<body")[2].partition(">")[2].partition("</body>")[0]


def part_of(body: EmailMessage, kind: str) -> EmailMessage:
    part = body.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return part


CLIENTS = [OUTLOOK, OUTLOOK_WEB, GMAIL, APPLE, THUNDERBIRD]


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_a_mentors_formatted_answer_arrives_formatted_at_practitioner_and_manager(p: Programme, client: Client) -> None:
    forward = p.letter(p.ann, "forward_report")
    answer(p, p.ann, forward, client, FEEDBACK, FEEDBACK_TEXT, {"Report 1 - comments.docx": COMMENTED})
    for reader in (p.jo, p.meg):
        letter = p.letter(reader, "relay_feedback")
        page = page_of(letter)
        assert "What I <b>liked</b>: the aim." in page
        assert '<span style="color:#dd313f">Which pupils?</span>' in page
        assert ">minutes lost</td>" in page
        assert "<li>Even better if: one teacher</li>" in page
        assert "[leads to https://evil.example/x]" in page
        assert "What I liked: the aim. Which pupils?" in text_of(letter)
        assert files_of(letter) == [("Report 1 - comments.docx", sha256(COMMENTED))]


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_nothing_of_the_letter_to_the_mentor_comes_along_where_it_is_marked(p: Programme, client: Client) -> None:
    answer(p, p.ann, p.letter(p.ann, "forward_report"), client, FEEDBACK, FEEDBACK_TEXT)
    letter = p.letter(p.jo, "relay_feedback")
    for said in (page_of(letter), text_of(letter)):
        assert not [one for one in (*OURS, BOT, US + " &lt;") if one in said]


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_no_remote_picture_and_no_script_ever_arrives(p: Programme, client: Client) -> None:
    answer(p, p.ann, p.letter(p.ann, "forward_report"), client, FEEDBACK, FEEDBACK_TEXT)
    letter = p.letter(p.jo, "relay_feedback")
    assert not [bad for bad in ("tracker.example", "<img", "<script", "bad()") if bad in page_of(letter)]
    assert "tracker.example" not in text_of(letter)


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_an_answer_within_the_quoted_letter_arrives_with_all_that_it_answers(p: Programme, client: Client) -> None:
    forward = p.letter(p.ann, "forward_report")
    typed = '<span style="color:#0070C0">By whose watch? I like how honest the aim is.</span> Please answer by'
    old = inside(page_of(forward)).replace("Please answer by", typed)
    mail = p.ann.answers(datetime.now(UTC), forward, "")
    mail.clear_content()
    quoted = client.answer("<p>Dear Jo,</p>", "Dear Jo,", old)
    mail.set_content(str(part_of(quoted, "html").get_content()), subtype="html")
    p.sends(p.ann, mail)
    p.round()
    letter = p.letter(p.jo, "relay_feedback")
    assert '<span style="color:#2674d9">By whose watch? I like how honest the aim is.</span>' in page_of(letter)
    for said in (page_of(letter), text_of(letter)):
        assert "Dear Jo" in said
        assert "By whose watch?" in said
        assert "Please answer by" in said


def test_where_the_quoted_letter_cannot_be_told_apart_everything_goes_out(p: Programme) -> None:
    forward = p.letter(p.ann, "forward_report")
    mail = p.ann.answers(datetime.now(UTC), forward, "")
    mail.clear_content()
    mail.set_content(f"<p>I liked it. Good aim.</p><p>*** my reader says ***</p>{page_of(forward)}", subtype="html")
    p.sends(p.ann, mail)
    p.round()
    letter = p.letter(p.jo, "relay_feedback")
    for said in (page_of(letter), text_of(letter)):
        assert "Good aim." in said
        assert "Please answer by" in said


def test_the_dialogue_stays_short_though_each_letter_quotes_the_coloured_one_before(p: Programme) -> None:
    answer(p, p.ann, p.letter(p.ann, "forward_report"), GMAIL, FEEDBACK, FEEDBACK_TEXT)
    feedback = p.letter(p.jo, "relay_feedback")
    answer(
        p,
        p.jo,
        feedback,
        OUTLOOK,
        "<p>Thank you! Shall I ask <i>Primary 2</i> then?</p>",
        "Thank you! Shall I ask Primary 2 then?",
    )
    relayed = p.letter(p.ann, "relay_message")
    assert "<i>Primary 2</i> then?" in page_of(relayed)
    for said in (page_of(relayed), text_of(relayed)):
        assert "Which pupils?" not in said


def test_the_mentor_gets_the_practitioners_words_whole_and_formatted(p: Programme) -> None:
    mail = p.writes(p.sam, "Report 1", "Dear Ann, it is attached.", {"Report 1.docx": DOCX})
    attached = list(mail.iter_attachments())
    mail.clear_content()
    mail.set_content("Dear Ann, it is attached.\n\nOn 12/10/2026 Ann Lee <ann@x.example> wrote:\n> Send it.\n")
    mail.add_alternative(
        "<p>Dear <b>Ann</b>, it is attached.</p><div>On 12/10/2026 Ann Lee &lt;ann@x.example&gt; wrote:</div>"
        "<blockquote type=cite>Send it.</blockquote>",
        subtype="html",
    )
    for part in attached:
        mail.add_attachment(part.get_payload(decode=True), "application", "octet-stream", filename=part.get_filename())
    p.sends(p.sam, mail)
    p.round()
    letter = next(raw for raw in p.letters(p.ann, "forward_report") if "Sam Baird" in read(raw)["Subject"])
    assert "<p>Dear <b>Ann</b>, it is attached.</p>" in page_of(letter)
    assert "Send it." in page_of(letter)
    assert "> > Send it." in text_of(letter)
    assert files_of(letter) == [("Report 1.docx", sha256(DOCX))]
