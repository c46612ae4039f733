"""Who answers a reminder in confidence isn't chased for that report, and nobody of the enrolment hears why: not in a
copy, nor by what the team decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, at
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

SECRETS = [
    "I had a miscarriage last week. I don't want anybody at work to know. I'll send the report when I can.",
    "I've been struggling since the split, some days I can't get out of bed. I don't want Ann thinking less of me.",
    "I'm suspended from work pending an investigation. I've been told not to discuss it with anyone.",
    "I can't do the report, I'm in the middle of a breakdown if I'm honest. I don't want Ann to know.",
    "I've been told my post goes at the end of March. Nobody in the team knows yet, so please keep it quiet.",
    "Honestly I don't see the point, Ann never reads them anyway.",
    "No report from me this month, my marriage is over and only my sister knows.",
    "can't do it. police at the door about my ex last night. no one at work's to know",
    "I've had bad news from the hospital which I'm keeping to myself for now, so not sure about report 1.",
    "Off sick since Monday, it's my heart. For the team's eyes only please.",
]
OPEN = [
    "I've been in hospital and can't do report 1 in time.",
    "Off sick since Monday, it's my heart.",
    "My mum died on Sunday so it will be late.",
]
CONFIDED = "Honestly I don't see the point, Ann never reads them anyway."


def to(s: Scene, *addresses: str) -> list[str]:
    """The letters that one of these has got."""
    return [str(head_of(raw)["X-QI-Letter"]) for whom, raw in s.outbox.delivered if set(addresses) & set(whom)]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.writes_until("2026-10-16T12:00")
    assert made.raws("remind_missing")
    return made


@pytest.mark.parametrize("said", SECRETS)
def test_the_manager_is_in_copy_of_no_reminder_while_the_team_has_it_to_decide(s: Scene, said: str) -> None:
    heard = len(to(s, ANN.address, MEG.address))
    s.answers("remind_missing", said)
    s.writes_until("2026-10-21T17:30")
    assert len(to(s, ANN.address, MEG.address)) == heard
    assert not s.raws("remind_missing_again")
    assert [t.apart for t in s.case.all(Terms).values() if t.held_since] == [True]
    assert to(s, TEAM).count("ask_decision") == 1


@pytest.mark.parametrize("said", OPEN)
def test_of_circumstances_that_are_told_openly_the_mentor_hears_that_there_is_a_difficulty(s: Scene, said: str) -> None:
    s.answers("remind_missing", said)
    assert to(s, ANN.address)[-1] == "tell_difficulty"


@pytest.mark.parametrize(
    ("word", "hears"),
    [("DECLINE", "due as before"), ("EXCUSE", "need not send"), ("ACCEPT UNTIL 30 October", "30 October 2026")],
)
@pytest.mark.parametrize("name", ["report_in_confidence", "ask_decision"])
def test_what_the_team_decides_the_practitioner_alone_hears(s: Scene, word: str, hears: str, name: str) -> None:
    s.answers("remind_missing", CONFIDED)
    s.writes_until("2026-10-21T17:30")
    s.answers(name, word, TEAM)
    s.bot.round()
    (told,) = s.raws("tell_extension")
    assert hears in text_of(told).replace("**", "")
    assert "xceptional" not in text_of(told)
    assert "Ann" not in text_of(told)
    assert to(s, ANN.address, MEG.address).count("tell_extension") == 0
    assert s.case.terms(1).held_since is None


def test_nor_does_anybody_else_hear_when_the_team_decides_again(s: Scene) -> None:
    s.answers("remind_missing", CONFIDED)
    s.answers("report_in_confidence", "DECLINE", TEAM)
    s.answers("report_in_confidence", "EXCUSE", TEAM)
    assert len(s.raws("tell_extension")) == 2
    assert to(s, ANN.address, MEG.address).count("tell_extension") == 0


def test_the_team_may_say_so_in_its_own_words(s: Scene) -> None:
    s.answers("remind_missing", CONFIDED)
    s.answers("report_in_confidence", "Give her until the 30th of October please", TEAM)
    assert str(s.case.terms(1).until) == "2026-10-30"


def test_the_letter_to_the_team_and_the_answer_say_what_is_held(s: Scene) -> None:
    s.answers("remind_missing", CONFIDED)
    assert "held until Wednesday 21 October" in " ".join(s.last("report_in_confidence").split())
    assert "no reminder about it goes out until" in " ".join(s.last("confirm_command").split())


def test_the_mentor_of_open_circumstances_hears_what_is_decided(s: Scene) -> None:
    s.answers("remind_missing", OPEN[0])
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert "tell_extension" in to(s, ANN.address)


def test_it_holds_once_until_the_team_has_spoken(s: Scene) -> None:
    s.answers("remind_missing", CONFIDED)
    since = s.case.terms(1).held_since
    s.writes_until("2026-10-22T12:00")
    assert s.raws("remind_missing_again"), "the hold is over"
    s.answers("remind_missing_again", "Please keep this between us, I can't work with Ann.")
    assert s.case.terms(1).held_since == since


@pytest.mark.parametrize("sender", [ANN.address, MEG.address])
def test_what_others_tell_in_confidence_holds_nothing_as_before(s: Scene, sender: str) -> None:
    s.writes_until("2026-10-21T17:00")
    s.answers("remind_missing_again", "In confidence, I wonder whether Jo should go on with this.", sender)
    assert not [t for t in s.case.all(Terms).values() if t.held_since]


def test_a_confidence_that_answers_no_reminder_holds_nothing(s: Scene) -> None:
    s.sends("Ann", text="In confidence, I find it hard to work with Ann, she talks down to me.", sender=JO.address)
    assert not [t for t in s.case.all(Terms).values() if t.held_since]


def test_nor_does_one_to_a_reminder_of_what_has_come(s: Scene) -> None:
    s.sends("Report 1", "Report 1.docx", text="My report.")
    s.answers("remind_missing", CONFIDED)
    assert not [t for t in s.case.all(Terms).values() if t.held_since]


def test_a_secret_that_befell_somebody_is_circumstances_in_answer_to_whatever(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.now = at("2026-10-14T09:00")
    s.sends(
        "Report 1",
        text="I had a miscarriage last week and I'd rather nobody at work got to know. Report 1 has to wait.",
    )
    assert s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


APPEALS = [
    "TEAM\nMy father is in hospital.",
    "Dear Ann, my father is in hospital, could you ask them to reconsider?",
    "Could you reconsider your decision?",
    "Please don't tell Ann, but my father is in hospital now. Please look at it again.",
    "Please reconsider, my father is in hospital.",
    "But my mother died on Monday.",
]


@pytest.fixture
def declined(s: Scene) -> Scene:
    """The team has declined what kept Jo from report 1."""
    s.answers("remind_missing", "My workload is too much to send report 1 in time.")
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert s.case.terms(1).held_since is None
    return s


@pytest.mark.parametrize("said", APPEALS)
def test_what_is_told_after_a_decline_is_new_to_the_team_and_holds_anew(declined: Scene, said: str) -> None:
    before = len(to(declined, TEAM))
    declined.answers("tell_extension", said)
    assert len(to(declined, TEAM)) == before + 1
    assert declined.case.terms(1).held_since is not None
    assert not [x for x in declined.goes_to("2026-10-21T18:00") if "missing" in x]
    declined.answers("report_in_confidence" if to(declined, TEAM)[before:][0] == "report_in_confidence"
                     else "ask_exceptional", "EXCUSE", TEAM)  # fmt: skip
    assert declined.case.terms(1).excused


@pytest.mark.parametrize("said", ["Do I still need to do report 1?", "I may send something in anyway.", "Thanks."])
def test_what_only_answers_the_decision_holds_nothing(declined: Scene, said: str) -> None:
    declined.answers("tell_extension", said)
    assert declined.case.terms(1).held_since is None


@pytest.mark.parametrize("said", ["Please reconsider.", "Could you reconsider your decision?"])
@pytest.mark.parametrize("letter", ["remind_missing", "receipt"])
def test_an_appeal_is_the_teams_and_not_the_mentors_whatever_it_answers(
    declined: Scene, letter: str, said: str
) -> None:
    declined.answers(letter if letter == "remind_missing" else "confirm_command", said)
    assert not declined.raws("relay_message")


@pytest.mark.parametrize(
    "said",
    [
        "Ann, should I reconsider the aim before I send it?",
        "I'm going to appeal to the parents for help with the count.",
        "Can you reconsider your comment on my aim?",
        "I hope you will reconsider coming to our ward.",
        "Please reconsider this one chart, I think the median is right.",
    ],
)
def test_who_reconsiders_the_aim_or_appeals_for_help_writes_to_the_mentor(declined: Scene, said: str) -> None:
    declined.answers("remind_missing", said)
    assert not declined.raws("report_in_confidence")
