"""A person's own lines are read, and our letter below isn't, when letters of months hold most of plain English."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.message import own_words
from qibot.message.fingerprint import fingerprint, in_order, known_to
from qibot.message.lines import TELLING, with_known
from qibot.message.mail import Mail, parse
from qibot.model.case import Case, Put, apply
from qibot.model.letters import Letter, LetterState
from tests.letters.test_letters import TEMPLATES
from tests.support.build import ANN, JO, TEAM, THREADS, at, case

DAY = at("2027-05-17T10:12")
# What the others wrote in these months, as our letters brought it.
MAY = """Hi both, I have attached my report. We had a difficult month, as two of the staff were off and the head was on
leave until the 7th, but we can go on with this next week. Please tell me if there is anything that I should add."""
JUNE = """Give it until June, after that I can't take more of these on. It is planning for the community that is hard. I
have no time before the end of the month, sorry, and would be happy to talk about it then."""
JULY = """She is off ill this week, so we will not have the numbers. Could we meet on Monday at ten? Jean is at the
school then."""
TOLD = [MAY, JUNE, JULY]
JOB = "Jean Grant\nDepute Head, Community Planning\nProud to serve the people of the north\nWe are here to help you"
OWN = [
    "Give her until 7 June.\n\nJean\nCommunity Planning",
    "Hi both,\n\nI have attached my report.\n\nAnn",
    "I can't go on with this after the next report.",
    "I can't take on more of these after the next report, sorry.\n\n\n\nAnn",
    "We had a difficult month.\n\nI would be happy to talk about it then.\n\nThe head is on leave until June.\n\nAnn",
    "Please tell her that I have no time before June.\n\nIt is hard to go on.\n\nShe is off ill this week.\n\nAnn",
    "Could we talk on Monday at ten? I have no time before then.\nThe staff were off this week.\nIt is hard.\nAnn",
    f"She should go on, if we can help you.\n\n{JOB}",
]
ANSWER = "Calmer mornings already, Jo."
HEADING = "QI Practitioner Programme said this on the 17th:"


def written(name: str, words: str = "") -> str:
    notice = SAMPLES[name]
    return compose(replace(notice, words=words or notice.words), TEMPLATES, THREADS, "QI", DAY, b"").text


def year(sender: str, *, ordered: bool = True) -> Case:
    """Jo's case after some months: letters of every kind to this reader and to the others."""
    found = case()
    for n, name in enumerate(("forward_report", "relay_message", "relay_feedback", "remind_feedback", "receipt") * 3):
        text = written(name, TOLD[n % 3] if name != "receipt" else "")
        to = JO.address if name == "relay_feedback" else sender
        gone = Letter(f"{name}/{n}", name, (to,), (), DAY, LetterState.SENT, message_id=f"{n}@x",
                      wording=fingerprint(text), order=in_order(text) if ordered else "")  # fmt: skip
        found = apply(found, [Put(gone)])
    own = Letter("own", "relay_feedback", (JO.address,), (), DAY, LetterState.SENT, wording=fingerprint("\n".join(OWN)))
    return apply(found, [Put(own)])


def mail(text: str, sender: str = ANN.address) -> Mail:
    head = f"From: {sender}\nTo: qi.reports@council.example\nSubject: Re: Report 3\nContent-Type: text/plain\n"
    return parse(f"{head}\n{text}\n".replace("\n", "\r\n").encode())


@pytest.mark.parametrize("ordered", [True, False], ids=["", "of older letters no order is on record"])
@pytest.mark.parametrize("sender", [ANN.address, TEAM])
@pytest.mark.parametrize("text", OWN)
def test_own_lines_are_read_though_each_of_their_words_stands_in_some_letter(
    text: str, sender: str, ordered: bool
) -> None:
    one = mail(text, sender)
    assert own_words(one, year(sender, ordered=ordered)).strip() == text


def test_most_of_their_words_do_stand_there() -> None:
    lines = [x for text in OWN for x in text.split("\n") if len(x.split()) >= TELLING]
    known = [is_known for _, is_known in with_known(lines, known_to(mail(""), year(ANN.address)))]
    assert sum(known) > 0.8 * len(known)


@pytest.mark.parametrize("ordered", [True, False], ids=["", "of older letters no order is on record"])
@pytest.mark.parametrize("width", [0, 60, 76])
@pytest.mark.parametrize("name", ["forward_report", "remind_feedback"])
@pytest.mark.parametrize("blank", [True, False], ids=["", "no blank lines"])
def test_a_letter_that_is_quoted_without_a_mark_is_not_read(name: str, width: int, blank: bool, ordered: bool) -> None:
    letter = [x for x in written(name, TOLD[0]).split("\n") if blank or x.strip()]
    folded = [y for x in letter for y in (textwrap.wrap(x.lstrip("> "), width) or [""] if width else [x.lstrip("> ")])]
    one = mail("\n".join((ANSWER, "", HEADING, *folded)))
    left = [x for x in own_words(one, year(ANN.address, ordered=ordered)).split("\n") if len(x.split()) >= TELLING]
    assert left == [ANSWER]


def test_what_is_typed_between_its_lines_is_read() -> None:
    letter = written("remind_feedback").split("\n")
    one = mail("\n".join((*letter[:8], "", OWN[2], "", *letter[8:])))
    assert OWN[2] in own_words(one, year(ANN.address))
