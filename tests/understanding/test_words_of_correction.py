"""FEEDBACK, MESSAGE, TEAM and QUESTION: which mail they take, and what must not go out by them (programme.md, 3a)."""

from __future__ import annotations

import html
import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.config.config import Config
from tests.quoting.test_links import clicked
from tests.support.build import ANN, ENROLMENT, JO, TEAM, at, config, message
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


def link(s: Scene, name: str, word: str) -> str:
    """The link of the last letter of this kind whose mail says the word."""
    page = message_from_bytes(s.raws(name)[-1], policy=policy.default).get_body(("html",))
    assert page is not None
    links = (html.unescape(x) for x in re.findall(r'href="(mailto:[^"]+)"', page.get_content()))
    return next(x for x in links if word in x)


# --- which mail FEEDBACK alone takes ---


def test_the_reminders_feedback_takes_the_message_that_it_speaks_of_and_never_a_later_worry(s: Scene) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    s.takes(message(sender=ANN.address, subject="Jo", text=WORRY))
    s.goes_to("2026-11-20T12:00")
    assert s.takes(clicked(link(s, "remind_feedback", "FEEDBACK"), ANN.address)) == "a correction"
    assert readers(s, "She cried") == {TEAM}
    assert s.case.pending() == []


@pytest.mark.parametrize("kept", [WORRY, "NEEDS SUPPORT\n\nShe cried.", "TEAM\n\nShe cried, I think."])
def test_what_was_kept_for_the_team_is_taken_by_no_word_in_the_reports_thread(s: Scene, kept: str) -> None:
    s.answers("forward_report", kept, ANN.address)
    assert "can't be carried out" in s.answers("forward_report", "FEEDBACK", ANN.address)
    assert readers(s, "She cried") == {TEAM}
    assert s.case.pending()


def test_what_team_has_kept_since_is_not_taken_by_feedback(s: Scene) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    assert s.answers("forward_report", "TEAM", ANN.address) == "a correction"
    assert "can't be carried out" in s.answers("forward_report", "FEEDBACK", ANN.address)
    assert not to(s, "relay_feedback")


def test_the_answer_to_its_own_confirmation_sends_a_kept_mail_on(two: Scene) -> None:
    two.sends("Report 1", "b.pdf", sender="sam@school.example")
    two.answers("forward_report", WORRY, ANN.address, 0)
    assert two.answers("confirm_command", "FEEDBACK", ANN.address) == "a correction"
    assert JO.address in readers(two, "She cried")
    assert "sam@school.example" not in readers(two, "She cried")


def test_the_answer_to_the_confirmation_of_needs_support_sends_nothing_on(s: Scene) -> None:
    s.answers("forward_report", "NEEDS SUPPORT\n\nShe cried.", ANN.address)
    assert s.answers("confirm_command", "FEEDBACK", ANN.address) != "a correction"
    assert readers(s, "She cried") == {TEAM}


def test_a_message_about_another_report_is_not_this_ones_feedback(s: Scene) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    s.now = at("2026-12-10T09:00")
    s.sends("Report 2", "Report 2.pdf")
    assert "can't be carried out" in s.answers("forward_report", "FEEDBACK", ANN.address)
