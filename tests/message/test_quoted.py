"""What is cut from an answer is our own letter and nothing else: the specification of quoted.py."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.message.fingerprint import fingerprint
from qibot.message.mail import Mail, parse
from qibot.message.quoted import told_apart
from qibot.model.case import Case, Put, apply
from qibot.model.letters import Letter, LetterState
from tests.letters.test_letters import TEMPLATES
from tests.rules.test_relaying import CLIENTS, inside
from tests.support.build import ANN, THREADS, at, case
from tests.support.clients import OUTLOOK, Client

NOTICE = SAMPLES["forward_report"]
FORWARD = compose(NOTICE, TEMPLATES, THREADS, "QI Programme", at("2026-12-17T10:12"), b"")
PAGE = inside(TEMPLATES.render(NOTICE.name, {**NOTICE.facts, "programme": "", "what": "report 3", "What": "Report 3",
                                            "words": NOTICE.words}).html)  # fmt: skip
TYPED = [
    "Try a buddy system first?", "42", "Zebras only", "On Monday.", "From May on", "https://learn.example/runcharts",
    "bob@fire.example", "Kim Grant", "To: whom?", "Is this external to the organisation?", "External",
    "This is outside Primary Two.",
]  # fmt: skip
LINES = tuple(FORWARD.text.splitlines())
ANSWER = "I liked the clear aim, Jo."


def sent(text: str = FORWARD.text) -> Case:
    """Jo's case in which this letter has gone to her mentor."""
    gone = Letter(
        "forward/x", "forward_report", (ANN.address,), (), at("2026-12-17T10:12"), LetterState.SENT,
        message_id="f@x", wording=fingerprint(text),
    )  # fmt: skip
    return apply(case(), [Put(gone)])


def answered(client: Client, lines: tuple[str, ...] = LINES, page: str = PAGE) -> Mail:
    body = client.answer(f"<p>{ANSWER}</p>", ANSWER, page, lines)
    head = f"From: {ANN.address}\r\nTo: qi.reports@council.example\r\nSubject: Re: Report 3\r\nIn-Reply-To: <f@x>\r\n"
    return parse(head.encode() + body.as_bytes())


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_our_own_letter_below_an_answer_is_cut(client: Client) -> None:
    mail = answered(client)
    words, _ = told_apart(mail, sent())
    assert mail.said.new_text != mail.text
    assert words == mail.said.new_text


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("style", ["", ' style="color:red"'], ids=["black", "red"])
def test_what_is_typed_between_the_quoted_lines_is_never_lost(client: Client, typed: str, style: str) -> None:
    lines = (*LINES[:6], typed, *LINES[6:])
    page = PAGE.replace("</p>", f"</p><p{style}>{typed}</p>", 1)
    words, shown = told_apart(answered(client, lines, page), sent())
    assert typed in words.replace("> ", "")
    assert not shown or typed in shown


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
@pytest.mark.parametrize("typed", ["No.", "3", "17.", "b)", "✓", "👍"])
def test_no_short_answer_is_lost_though_its_words_stand_elsewhere_in_the_letter(client: Client, typed: str) -> None:
    lines = (*LINES[:6], "", typed, "", *LINES[6:])
    page = PAGE.replace("</p>", f"</p><p>{typed}</p>", 1)
    words, _ = told_apart(answered(client, lines, page), sent(f"{FORWARD.text}\nNo. 17, item b) of 3"))
    assert typed in [line.strip("> \t") for line in words.split("\n")]


def test_a_letter_that_nobody_sent_is_passed_on_whole() -> None:
    mail = answered(OUTLOOK)
    assert told_apart(mail, case())[0] == mail.text


@given(st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=8), st.integers(0, 30))
def test_no_word_is_lost_that_the_letter_does_not_hold(added: list[str], place: int) -> None:
    known = set(FORWARD.text.casefold().replace("*", " ").replace(".", " ").split())
    fresh = [f"q{word}x" for word in added if f"q{word}x" not in known]
    quoted = [*LINES[: place % len(LINES)], " ".join(fresh), *LINES[place % len(LINES) :]]
    text = "\n".join(
        [ANSWER, "", "On Thu, 17 Dec 2026 at 10:12, QI <qi@x.example> wrote:", *(f"> {x}" for x in quoted)]
    )
    mail = replace(answered(OUTLOOK), text=text, html="")
    words, _ = told_apart(mail, sent())
    assert all(word in words for word in fresh)


@pytest.mark.parametrize("client", CLIENTS, ids=repr)
def test_a_banner_above_our_letter_does_not_keep_it_from_being_cut(client: Client) -> None:
    said = "This email originated from outside NHS Tayside. Do not click links unless you know the sender."
    page = f'<p style="background:#FFEB9C"><span style="color:#9C5700">CAUTION: {said}</span></p>{PAGE}'
    mail = answered(client, ("CAUTION:", said, "", *LINES), page)
    assert told_apart(mail, sent())[0] == mail.said.new_text != mail.text
