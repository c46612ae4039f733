"""Mail that speaks to somebody else, with the programme's mailbox in Cc or Bcc; an alias of it is the mailbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.reports import Feedback, Submission
from tests.support.build import ANN, BOT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

COLLEAGUE = "pat@office.example"
LIKED = "I liked the aim. Even better if the chart had a median."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path, "2026-10-12T09:00")
    one.takes(message(files=("Report 1.pdf",)))
    return one


def copied(s: Scene, sender: str, to: str, text: str, *files: str, subject: str = "Hello", hidden: bool = False) -> str:
    """Let somebody write to another with us in copy."""
    fields = {} if hidden else {"Cc": BOT}
    return s.takes(message(sender=sender, subject=subject, text=text, files=files, To=to, **fields))


def passed_on(s: Scene) -> list[bytes]:
    return s.raws("relay_message") + s.raws("relay_feedback")


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (JO.address, "Do you know whether Ann is back from her leave? Jo"),
        (ANN.address, "Could you send me the guidance again please?"),
    ],
)
@pytest.mark.parametrize("hidden", [False, True])
def test_what_the_team_is_asked_with_us_in_copy_is_theirs_alone(s: Scene, sender: str, text: str, hidden: bool) -> None:
    copied(s, sender, TEAM, text, hidden=hidden)
    assert not passed_on(s)
    assert not s.raws("ask_which_report")


@pytest.mark.parametrize(
    ("sender", "to", "text"),
    [
        (JO.address, COLLEAGUE, "Hi Pat, can you send me the October data?"),
        (JO.address, MEG.address, "Hi Meg, where do you keep the old minutes?"),
        (ANN.address, MEG.address, LIKED),
        (ANN.address, TEAM, LIKED),
        (ANN.address, COLLEAGUE, "Could we swap our slots?"),
    ],
)
def test_what_somebody_else_is_told_with_us_in_copy_is_asked_about(s: Scene, sender: str, to: str, text: str) -> None:
    copied(s, sender, to, text)
    assert not passed_on(s)
    assert not s.case.all(Feedback)
    assert len(s.raws("ask_which_report", sender)) == 1


def test_a_practitioner_who_says_which_it_is_is_answered_by_name_and_in_that_part(s: Scene) -> None:
    copied(s, JO.address, COLLEAGUE, "Hi Pat, can you send me the October data?")
    s.answers("ask_which_report", "MESSAGE")
    said = s.last("confirm_command")
    assert "Dear Jo Smith" in said
    assert "a message to your mentor" in said


def test_thanks_to_somebody_else_are_nobodys(s: Scene) -> None:
    copied(s, JO.address, COLLEAGUE, "Thanks Pat, great.")
    assert not passed_on(s)
    assert not s.raws("ask_which_report")


@pytest.mark.parametrize("to", [COLLEAGUE, TEAM])
def test_a_document_for_somebody_else_is_a_report_only_where_the_mail_says_so(s: Scene, to: str) -> None:
    copied(s, JO.address, to, "Hi, can you check the numbers before I send it in?", "Report 2.docx")
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1"]
    assert len(s.raws("ask_which_report", JO.address)) == 1
    copied(s, JO.address, to, "Hi, report 2 attached. Love to your mum.", "Report 2.docx", subject="Report 2")
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1", "2/1"]
    assert "Love to your mum" not in text_of(s.raws("forward_report")[-1])


def test_what_the_team_must_hear_is_heard(s: Scene) -> None:
    copied(s, JO.address, TEAM, "My dad died on Sunday, I can't do the next report.", subject="Report 2")
    assert len(s.raws("ask_exceptional", TEAM)) == 1


@pytest.mark.parametrize("hidden", [False, True])
def test_what_the_other_one_is_told_with_us_in_copy_goes_on_as_ever(s: Scene, hidden: bool) -> None:
    copied(s, ANN.address, JO.address, LIKED, hidden=hidden)
    assert len(s.raws("relay_feedback", MEG.address)) == 1
    said = copied(s, JO.address, ANN.address, "Hi Ann, how many points does a run chart need?", hidden=hidden)
    assert said == "message from the practitioner"


def test_a_mailbox_that_is_reached_by_an_alias_is_written_to_itself(s: Scene) -> None:
    raw = message(subject="Question", text="How many points does a run chart need?", To="qi-reports@council.example")
    s.takes(raw)
    assert s.raws("relay_message")
    assert not s.raws("ask_which_report")
