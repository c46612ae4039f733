"""What stands below FEEDBACK, MESSAGE and TEAM: words of the report, of an earlier mail, or of somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.config.config import Config
from tests.support.build import ANN, ENROLMENT, TEAM, at, config
from tests.support.desk_world import SAM
from tests.support.dialogue import NOVEMBER, Scene, scene

WORRY = "I am worried about Jo. She cried when we spoke and I don't think she should go on."
MESSAGE = "Hi Jo, page two of the PDF is blank, can you send it again please?"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


@pytest.fixture
def two(tmp_path: Path) -> Scene:
    """Jo and Sam, whose mentor is Ann as well; Jo has sent report 1."""
    made: Config = config()
    one = Scene(tmp_path, ENROLMENT, SAM, config=made)
    one.now = at(NOVEMBER)
    one.sends("Report 1", "Report 1.pdf")
    return one


def readers(s: Scene, phrase: str) -> set[str]:
    """Everybody who has got a letter that holds the phrase."""
    return {to for who, raw in s.outbox.delivered for to in who if phrase in " ".join(raw.decode().split())}


def to(s: Scene, name: str) -> set[str]:
    return {a for who, raw in s.outbox.delivered if f"X-QI-Letter: {name}".encode() in raw for a in who}


@pytest.mark.parametrize(
    "said",
    [
        "I liked the aim. I'd cut the second paragraph, and keep the bit on measures.",
        "Good aim, but only one part of it has a measure.",
        "Lovely report. Even better: leave out the part on staffing.",
        "Clear aim. Next time leave out the paragraph on the history of the ward.",
        "Good chart. I would only skip the part on stage two.",
        "Great aim, it takes out the hard part.",
    ],
)
def test_the_word_is_obeyed_where_its_words_are_of_the_report(s: Scene, said: str) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    assert s.answers("forward_report", f"FEEDBACK\n\n{said}", ANN.address) == "feedback on report 1"


@pytest.mark.parametrize(
    "said",
    [
        "The aim is good. Leave out the bit about her manager.",
        "Good, but not the part about Meg.",
        "Great. My last mail without the paragraph on staffing please.",
        "Great report. Leave out the bit about the drinking.",
        "Good chart, but skip the part about work stress.",
        "Clear aim. Take out the sentence on the manager before it goes.",
        "Lovely measures - and please drop the paragraph about the tribunal.",
        "Good project! Could you cut the mention of rehab?",
    ],
)
@pytest.mark.parametrize("word", ["FEEDBACK", "MESSAGE"])
def test_what_speaks_of_somebody_or_of_a_mail_stays_with_the_team(s: Scene, said: str, word: str) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    s.answers("forward_report", f"{word}\n\n{said}", ANN.address)
    assert readers(s, said[-20:]) == {TEAM}


@pytest.mark.parametrize(
    "said", ["The message isn't getting through to her.", "She copied the answer from another report."]
)
def test_words_below_team_that_but_name_a_message_take_none_back(s: Scene, said: str) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    assert s.answers("forward_report", f"TEAM\n\n{said}", ANN.address) == "NEEDS SUPPORT"
    assert len(s.raws("report_in_confidence")) == 0
    assert readers(s, said) == {TEAM}
