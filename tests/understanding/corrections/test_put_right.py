"""What a mail was taken for is put right in plain words, as the words of command do (docs/commands.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Flag
from qibot.model.reports import Report
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene
from tests.support.programme import text_of

WORRY = "I'm worried about Jo, she seems exhausted and I don't think she is coping."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has come."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "said",
    ["Oops I meant report 2", "that was for report 2 actually", "That's for November actually", "It's report 2, not 1.",
     "Sorry! Wrong number, that one was my second report."],
)  # fmt: skip
def test_another_report_is_said_in_plain_words(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) == "a correction"
    assert s.numbers == [2]
    assert readers(s, said) == set()


@pytest.mark.parametrize("said", ["It's my charter actually", "That was my charter, not a report"])
def test_so_is_the_charter(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) == "a correction"
    assert s.numbers == [100]


@pytest.mark.parametrize(
    "said",
    ["That wasn't a report, just a question for Ann", "No, that was just a question for Ann, report to follow",
     "Not a report! Just a query", "I was just asking Ann something, that wasn't my report."],
)  # fmt: skip
def test_so_is_a_question(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) == "a correction"
    assert s.numbers == []


def test_who_says_only_what_it_was_not_is_asked_and_no_mentor_hears(s: Scene) -> None:
    assert s.answers("receipt", "Sorry that's not my report, wrong file. Real one tomorrow").startswith("a command")
    assert "REPORT and its number, CHARTER or QUESTION" in s.last("confirm_command")
    assert ANN.address not in readers(s, "wrong file")


@pytest.mark.parametrize(
    "said",
    ["Report 2 will follow next week", "It's my charter that I'm stuck on, could you look at it with me?",
     "It was the November data I used for report 1", "That report was hard to write"],
)  # fmt: skip
def test_talk_of_reports_corrects_nothing(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) != "a correction"
    assert s.numbers == [1]


SENT_ON = [
    "No that was for Jo!",
    "Sorry that was meant as feedback, please send it on to her",
    "?? That was my feedback, please pass it on",
    "It's not private, you can send it to Jo",
]


@pytest.mark.parametrize("said", SENT_ON)
def test_a_mentor_who_says_that_a_kept_word_was_for_the_practitioner_is_asked_by_one_click(s: Scene, said: str) -> None:
    s.answers("forward_report", WORRY, ANN.address)
    s.answers("confirm_command", said, ANN.address)
    assert JO.address not in readers(s, "worried about Jo")
    assert len(s.case.all(Flag)) == 1
    assert "sends on that message's words as they are" in s.last("ask_which_report").replace("\n", " ")


@pytest.mark.parametrize(
    ("choice", "who", "answered"),
    [("1", {JO.address, MEG.address}, True), ("2", {JO.address}, False), ("TEAM", set(), False)],
)
def test_the_click_sends_those_very_words_on(s: Scene, choice: str, who: set[str], answered: bool) -> None:
    s.answers("forward_report", WORRY, ANN.address)
    s.answers("confirm_command", SENT_ON[0], ANN.address)
    s.answers("ask_which_report", choice, ANN.address)
    s.bot.round()
    assert readers(s, "worried about Jo") == who | {TEAM}
    assert readers(s, "No that was for Jo") == set()
    assert [bool(r.answered) for r in s.case.all(Report).values()] == [answered]


@pytest.mark.parametrize(
    "said",
    ["Please don't send it to Jo", "She mustn't see it", "Could you pass that on to her manager?", "Not for Jo's eyes"],
)
def test_other_answers_to_the_confirmation_are_the_teams(s: Scene, said: str) -> None:
    s.answers("forward_report", WORRY, ANN.address)
    s.answers("confirm_command", said, ANN.address)
    assert not s.raws("ask_which_report")
    assert readers(s, said) <= {TEAM, ANN.address}


def test_that_was_my_feedback_answers_a_reminder(s: Scene) -> None:
    s.answers("forward_report", "Jo, is the baseline from before or after the new rota?", ANN.address)
    s.writes_until("2026-11-30T10:00")
    assert s.answers("remind_feedback", "That was my feedback", ANN.address) == "a correction"
    assert [bool(r.answered) for r in s.case.all(Report).values()] == [True]


@pytest.mark.parametrize("said", ["I wasn't asking for more time, just letting Ann know", "I don't need more time"])
def test_a_claim_that_was_none_is_withdrawn_and_the_team_reads_why(s: Scene, said: str) -> None:
    s.sends("November", text="Dad died on Monday and I am not able to do the next report on time.")
    assert s.answers("confirm_command", said) == "UNDO"
    assert readers(s, said[:12]) == {TEAM}
    assert len(s.raws("ask_exceptional")) == 1


def test_who_is_said_to_leave_may_deny_it(s: Scene) -> None:
    s.sends("November", text="I am leaving the programme, sorry. I have a new job.")
    assert s.answers("confirm_command", "I'm not leaving!") == "UNDO"


def test_who_denies_what_was_never_claimed_takes_back_nothing(s: Scene) -> None:
    s.sends("November", text="Dad died on Monday and I am not able to do the next report on time.")
    assert s.answers("confirm_command", "I'm not leaving!") != "UNDO"


def test_what_goes_on_is_no_denial(s: Scene) -> None:
    s.sends("November", text="Dad died on Monday and I am not able to do the next report on time.")
    assert s.answers("confirm_command", "I'm not leaving hospital before Friday") != "UNDO"


@pytest.mark.parametrize(
    "said", ["That was meant to be report 2, I have done it early.", "That's report 2, I'm a month early"]
)
def test_a_report_that_came_early_is_moved_as_it_is_said(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) == "a correction"
    assert s.numbers == [2]


@pytest.mark.parametrize(
    "said",
    [
        "You've got the wrong end of the stick, I'm not leaving at all.",
        "Wait no! I'm not leaving.",
        "You misunderstood me, I'm staying on.",
    ],
)
def test_who_was_misunderstood_takes_back_that_they_leave(s: Scene, said: str) -> None:
    s.sends("November", text="I am leaving the programme, sorry. I have a new job.")
    assert s.answers("confirm_command", said) == "UNDO"


@pytest.mark.parametrize(
    "said", ["Wait no! I'm not leaving, my job share is.", "I'm not going anywhere, it's only my desk that is moving."]
)
def test_who_says_more_beside_that_they_stay_is_reported_as_leaving_no_second_time(s: Scene, said: str) -> None:
    s.sends("November", text="I am leaving the programme, sorry. I have a new job.")
    before = len(s.raws("report_leaving"))
    assert s.answers("confirm_command", said) == "a word for the team alone"
    assert len(s.raws("report_leaving")) == before
    assert readers(s, said) == {TEAM}


@pytest.mark.parametrize(
    "said", ["That wasn't a question, that was my report!", "You got that wrong, that mail was my October report."]
)
def test_what_was_no_question_is_the_report(tmp_path: Path, said: str) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.sends("Hello", text="We counted the falls on the ward and they went down. How should I measure this, Ann?")
    assert s.answers("receipt", said) == "a correction"


@pytest.mark.parametrize(
    "said",
    [
        "I'm not leaving! I want more time for the report.",
        "I'm not leaving, I just need another two weeks for report 2.",
        "I'm staying on. Could I have an extension please",
    ],
)
def test_who_stays_and_asks_for_time_is_decided_about(s: Scene, said: str) -> None:
    s.sends("November", text="I am leaving the programme, sorry. I have a new job.")
    assert s.answers("confirm_command", said) not in ("UNDO", "a word for the team alone")
    assert readers(s, said) == {TEAM}
    assert s.raws("ask_exceptional")
