"""The quoted letter below an answer, in the page and in the text: the specification of quotation.py, and of `new_*`."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from qibot.message.mail import Mail, parse
from tests.support.clients import (
    APPLE,
    BOT,
    CLIENTS,
    GMAIL,
    IPHONE,
    OLD,
    OUTLOOK,
    OUTLOOK_WEB,
    THUNDERBIRD,
    UNKNOWN,
    US,
    YAHOO,
    Client,
    marked,
)  # fmt: skip

NEW = "<p>What I <b>liked</b>: the aim.</p><ol><li>One test</li><li>One teacher</li></ol>"
NEW_TEXT = "What I *liked*: the aim.\n\n  1.  One test\n  2.  One teacher"
WORDS = "What I liked the aim One test One teacher"
MARKED_BY_LINES = [c for c in CLIENTS if ">" in c.text.format(new="", old="", marked=marked(("x",)))]


def read(body: EmailMessage, subject: str = "Re: Report 1 from Jo Smith") -> Mail:
    """The answer as it was read."""
    body["From"], body["Subject"], body["In-Reply-To"] = "ann@health.example", subject, "<1@council.example>"
    return parse(body.as_bytes())


def page_alone(body: EmailMessage) -> EmailMessage:
    """The same without its plain text."""
    part = body.get_body(("html",))
    assert part is not None
    alone = EmailMessage()
    alone.set_content(str(part.get_content()), subtype="html")
    return alone


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def assert_whole(mail: Mail, *said: str) -> None:
    """Page and text hold all of it."""
    assert mail.said.new_text == mail.text
    assert mail.said.new_page == mail.said.page != ""
    for one in said:
        assert one in in_one_line(mail.said.new_text)
        assert one in mail.said.new_page


# --- what is cut ---


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_the_quoted_letter_is_cut_from_page_and_text_alike(client: Client) -> None:
    mail = read(client.answer(NEW, NEW_TEXT))
    assert OLD in in_one_line(mail.said.page)
    for said in (mail.said.new_page, mail.said.new_text):
        assert OLD not in in_one_line(said)
        assert BOT not in said
    assert mail.said.new_text.startswith(NEW_TEXT)
    assert "<b>liked</b>" in mail.said.new_page
    assert "<ol><li>One test</li><li>One teacher</li></ol>" in mail.said.new_page


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_a_page_without_a_plain_text_is_cut_too_and_its_text_with_it(client: Client) -> None:
    mail = read(page_alone(client.answer(NEW, NEW_TEXT)))
    for said in (mail.said.new_page, mail.said.new_text):
        assert OLD not in in_one_line(said)
        assert "One teacher" in said


def test_what_we_passed_on_in_our_own_colours_is_quoted_like_anything_else() -> None:
    ours = read(GMAIL.answer('<p><font color="red">Which pupils?</font></p>', "Which pupils?")).said.new_page
    assert "#dd313f" in ours
    for client in (OUTLOOK, GMAIL, APPLE):
        old = f"{ours}<p style='color:rgb(221, 49, 63)'>in another spelling</p><p>{OLD}</p>"
        lines = ("Which pupils?", "--", "Ann Lee", "in another spelling", OLD)
        assert "spelling" not in read(client.answer(NEW, NEW_TEXT, old, lines)).said.new_page


def test_a_passage_that_the_sender_has_moved_in_is_no_quotation() -> None:
    indented = '<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>My own thought</div></blockquote>'
    mail = read(GMAIL.answer(NEW + indented, f"{NEW_TEXT}\n\nMy own thought"))
    assert "My own thought" in mail.said.new_page
    assert OLD not in mail.said.new_page


# --- what stays whole ---

COLOURED = [
    '<p><span style="color:red">Only Primary 2!</span></p>',
    '<p><font color="#0070C0">Only Primary 2!</font></p>',
    '<p><span style="background:yellow">Only Primary 2!</span></p>',
    '<p><span style="background-color:rgb(182, 215, 168)">Only Primary 2!</span></p>',
    "<p><ins>Only Primary 2!</ins></p>",
]


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
@pytest.mark.parametrize("answer", COLOURED)
def test_an_answer_in_a_colour_within_the_quoted_letter_keeps_everything_whole(client: Client, answer: str) -> None:
    old, lines = f"<p>{OLD}</p>{answer}", (OLD, "Only Primary 2!")
    mail = read(client.answer(NEW, NEW_TEXT, old, lines))
    assert_whole(mail)
    assert "Only Primary 2!" in mail.said.new_page
    assert "Only Primary 2!" in mail.said.new_text


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_an_answer_that_points_below_keeps_everything_whole(client: Client) -> None:
    mail = read(client.answer("<p>Please see my answers below.</p>", "Please see my answers below."))
    assert_whole(mail, "see my answers below")
    assert OLD in in_one_line(mail.said.new_text)


@pytest.mark.parametrize(
    "hint", ["siehe unten", "mes réponses ci-dessous", "mis respuestas en rojo", "zie hieronder", "in red"]
)
def test_it_may_point_below_in_other_languages(hint: str) -> None:
    assert_whole(read(OUTLOOK.answer(f"<p>{hint}</p>", hint)), hint)


@pytest.mark.parametrize("client", [OUTLOOK_WEB, GMAIL, APPLE, IPHONE, THUNDERBIRD, YAHOO], ids=repr)
def test_an_answer_with_nothing_above_the_quoted_letter_stays_whole(client: Client) -> None:
    body = page_alone(client.answer("", "", f"<p>{OLD}</p><p>Only Primary 2!</p>"))
    page = str(body.get_content()).replace("Ann Lee</p></div><div id", "</p></div><div id")
    for signature in ("Sent from my iPhone", ">Ann Lee</div></div><br>"):
        page = page.replace(signature, "" if signature[0] != ">" else "></div></div><br>")
    bare = EmailMessage()
    bare.set_content(page, subtype="html")
    mail = read(bare)
    assert "Only Primary 2!" in mail.said.new_page
    assert "Only Primary 2!" in mail.said.new_text


INTERLEAVED = (
    '<div class="gmail_quote"><div class="gmail_attr">On Mon, 12 Oct 2026 at 10:00,'
    f" {US} &lt;{BOT}&gt; wrote:<br></div>"
    '<blockquote class="gmail_quote" type="cite">Aim: 80% by June</blockquote><div>Which June?</div>'
    '<blockquote class="gmail_quote" type="cite">Measure: minutes</blockquote></div>'
)


@pytest.mark.parametrize("last", ["", "<div>Well done otherwise.</div>"])
def test_answers_between_quoted_passages_stay_whole_with_what_they_answer(last: str) -> None:
    body = EmailMessage()
    body.set_content(f"<div>Dear Jo,</div>{INTERLEAVED}{last}", subtype="html")
    mail = read(body)
    assert_whole(mail, "Dear Jo", "Aim: 80% by June", "Which June?", "Measure: minutes")


@pytest.mark.parametrize("client", [GMAIL, APPLE, IPHONE, THUNDERBIRD, YAHOO], ids=repr)
def test_words_below_the_quoted_letter_keep_everything_whole(client: Client) -> None:
    body = client.answer(NEW, NEW_TEXT)
    page = str(page_alone(body).get_content()).replace("</body>", "") + "<p>One more thing.</p>"
    below = EmailMessage()
    below.set_content(page, subtype="html")
    assert_whole(read(below), "One more thing.", OLD)


def test_an_attribution_that_nobody_knows_keeps_everything_whole() -> None:
    assert_whole(read(UNKNOWN.answer(NEW, NEW_TEXT)), OLD)


def test_where_page_and_text_disagree_on_what_is_new_both_stay_whole() -> None:
    page = GMAIL.answer(NEW, NEW_TEXT).get_body(("html",))
    assert page is not None
    text = (
        f"{NEW_TEXT}\n\nOn Mon, 12 Oct 2026 at 10:00, {US} <{BOT}> wrote:\n\n> Dear Ann,\n>\n> {OLD}\n> -- \n> Ann Lee"
    )
    body = EmailMessage()
    body.set_content(text)
    body.add_alternative(str(page.get_content()), subtype="html")
    assert_whole(read(body), OLD)


def test_a_passage_that_is_quoted_without_an_attribution_is_the_senders_own_matter() -> None:
    body = EmailMessage()
    body.set_content("<p>You wrote:</p><blockquote>80% by June</blockquote>", subtype="html")
    assert_whole(read(body), "80% by June")


@pytest.mark.parametrize("prefix", ["Fwd:", "FW:", "WG:", "TR:"])
def test_a_forwarded_letter_is_passed_on_whole(prefix: str) -> None:
    for client in (OUTLOOK, GMAIL, APPLE):
        assert_whole(read(client.answer("<p>Look at this.</p>", "Look at this."), f"{prefix} x"), OLD)


def test_neither_a_signature_nor_a_line_of_dashes_ends_anything() -> None:
    body = EmailMessage()
    body.set_content("<p>One</p><p>-- <br>Ann</p><hr><p>------ Two</p><p>____________</p><p>Three</p>", subtype="html")
    assert_whole(read(body), "One", "Ann", "Two", "Three")


def test_a_block_like_outlooks_without_its_line_is_the_senders_own() -> None:
    body = EmailMessage()
    body.set_content(
        "<p>Use a table:</p><div>From: start<br>Date: today<br>To: end<br>Subject: pupils</div><p>Good?</p>",
        subtype="html",
    )
    assert_whole(read(body), "From: start", "Good?")


# --- the plain text alone ---


@pytest.mark.parametrize("client", MARKED_BY_LINES, ids=repr)
def test_a_plain_text_alone_is_cut_where_every_line_is_marked(client: Client) -> None:
    body = EmailMessage()
    body.set_content(client.text.format(new=NEW_TEXT, old="", marked=marked((OLD, "", "Jo"))))
    mail = read(body)
    assert mail.said.new_text.startswith(NEW_TEXT)
    assert OLD not in mail.said.new_text
    assert mail.said.page == mail.said.new_page == ""


def test_a_plain_text_with_outlooks_block_over_unmarked_lines_stays_whole() -> None:
    body = EmailMessage()
    body.set_content(OUTLOOK.text.format(new=NEW_TEXT, old=f"{OLD}\nOnly Primary 2!", marked=""))
    assert "Only Primary 2!" in read(body).said.new_text


def test_outlooks_block_over_marked_lines_is_cut() -> None:
    block = (
        f"-----Original Message-----\nFrom: {US}\nSent: 12 October 2026 10:00\nTo: Ann Lee\nSubject: Report 1\n\n{OLD}"
    )
    body = EmailMessage()
    body.set_content(f"{NEW_TEXT}\n\n{marked(tuple(block.splitlines()))}\n")
    assert read(body).said.new_text == NEW_TEXT
