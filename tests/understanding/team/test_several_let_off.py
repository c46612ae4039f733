"""Which reports the team lets somebody off, where it names them; a break until a day; an end that is for later."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, TEAM
from tests.support.dialogue import Scene
from tests.support.said import kind_of, read_as

DAY = "Wed 2026-11-18"  # report 2 is November's, and was due on the 15th


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("let Jo off November altogether", DAY),
        ("Let her off for November.", DAY),
        ("Let her off the November report, poor soul", DAY),
        ("let Jo off May altogether", "Wed 2027-05-19"),
        ("Let her off May and June please.", "Wed 2027-05-19"),
        ("She's free of reports 2 and 3", DAY),
        ("She is free of report 2", DAY),
        ("Excuse her from reports 2 to 4, she's in hospital.", DAY),
        ("She is excused from reports 2 & 3. Thinking of her.", DAY),
        ("Jo can be excused reports 2 and 3, she's in hospital.", DAY),
        ("No reports from her for November and December.", DAY),
    ],
)
def test_the_reports_that_are_named_are_excused(text: str, day: str) -> None:
    assert kind_of("team", "ask_exceptional", text, day) == "excuse"


@pytest.mark.parametrize(
    "text",
    [
        "Let her off October altogether",
        "She's free of reports 3 and 4",
        "She's free of report 1",
        "Could we let her off reports 2 and 3?",
        "Let her off reports 2 and 3 if she's got a line.",
        "Let her off November if she's got a line.",
        "Let her off November, but she must do December.",
        "Let her off reports 2 and 3. Isla disagrees.",
        "let her off the November one and give her till 20 December for the next",
        "Please don't send me these for one report.",
    ],
)
def test_what_names_another_one_or_hangs_on_something_is_asked_back(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("give Jo a break till 12 December then", "2026-12-12"),
        ("Give her a break until the end of the month.", "2026-11-30"),
        ("Let her have a wee rest till 1 December", "2026-12-01"),
    ],
)
def test_a_break_that_is_over_before_another_report_is_due_is_more_time(text: str, day: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == f"accept {day}"


@pytest.mark.parametrize("text", ["give her a breather until 1 February", "Give Jo a break until 20 December."])
def test_a_break_into_which_another_report_falls_is_asked_back(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


def test_a_break_without_a_day_is_a_rest() -> None:
    assert kind_of("team", "ask_exceptional", "Give her a break.", DAY) == "pause"


@pytest.mark.parametrize(
    "text",
    [
        "leave everything as it is until the 5th and then let her go",
        "leave it as it is till Friday, then withdraw her",
        "keep things as they are until the 5th and then take her off",
        "Wait until 5 December before you let her go",
        "Wait till Monday. Then take her off the programme.",
        "keep her on till the end of November, then take her off",
    ],
)
@pytest.mark.parametrize("letter", ["ask_exceptional", "report_inactivity", "report_leaving"])
def test_what_ends_on_a_later_day_is_asked_back(text: str, letter: str) -> None:
    assert kind_of("team", letter, text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "OK then withdraw her",
        "She left the council last week, then withdraw her.",
        "I've spoken to her, and then to Meg. Please withdraw her.",
    ],
)
def test_then_alone_puts_no_end_off(text: str) -> None:
    assert kind_of("team", "report_leaving", text, DAY) == "withdraw"


@pytest.mark.parametrize(
    "text",
    [
        "We can't give her a break until 12 December, sorry.",
        "If she rings, give her a break till 12 December.",
        "Give her a break until 12 December if her doctor agrees.",
        "Decline. We gave her extra already; I won't give her another break till 12 December.",
        "Don't give her a break until 12 December.",
        "Ann wants us to give her a break until 12 December, I disagree.",
        "Ann asked if she could let her have a break until 12 December.",
        "Give her a break till 12 December, then withdraw her.",
        "I wouldn't give her a break until 12 December.",
        "The GP said to give her a break until 12 December.",
        "I'd hesitate to give her a break until 12 December",
        "Give her a break until she's sent it, or 12 December.",
        "Give Ann a break until 12 December",
        "Give her manager a break until 12 December",
        "Give her manager a week to sort it.",
        "Give her mentor until 12 December.",
        "Give Meg another fortnight",
    ],
)
@pytest.mark.parametrize("letter", ["ask_exceptional", "ask_decision", "ask_escalation"])
def test_time_that_is_no_order_for_the_practitioner_is_asked_back(text: str, letter: str) -> None:
    assert kind_of("team", letter, text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Yes, give her a break until 12 December.",
        "She's had an awful time. Give her a break until 12 December.",
        "Of course, let her have a break until 12 December, poor soul.",
        "We can give her a break until 12 December.",
        "Give her a break until 12 December, she's been in hospital.",
        "Let's give her a break till 12 December.",
        "I've told Ann. Give her until 12 December.",
    ],
)
def test_time_that_is_plainly_ordered_is_given(text: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == "accept 2026-12-12"


@pytest.mark.parametrize(
    "text",
    [
        "One more report, then withdraw her.",
        "Let her finish the year, then she's out.",
        "She can be let off November and December, then take her off the programme.",
        "Withdraw her on 30 November.",
        "Withdraw her on 12 December",
        "Chase her again. After that withdraw her.",
    ],
)
@pytest.mark.parametrize("letter", ["ask_exceptional", "report_inactivity", "report_leaving"])
def test_an_end_behind_something_else_or_on_a_day_is_asked_back(text: str, letter: str) -> None:
    assert kind_of("team", letter, text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "No report for November.",
        "No report from her for November, poor Jo.",
        "No report for November. Chase her.",
        "No report for November, as expected.",
        "No report from Jo for November, as far as I can see.",
    ],
)
@pytest.mark.parametrize("letter", ["ask_exceptional", "ask_decision", "ask_escalation", "report_inactivity"])
def test_that_no_report_has_come_excuses_none(text: str, letter: str) -> None:
    assert kind_of("team", letter, text, DAY) != "excuse"


def test_that_none_is_needed_excuses_it() -> None:
    assert kind_of("team", "ask_escalation", "No report needed from her for November.", DAY) == "excuse"
    assert kind_of("team", "ask_escalation", "No report is due from Jo for November.", DAY) == "excuse"


@pytest.mark.parametrize(
    "text",
    [
        "Let her off report 2 and report 3.",
        "Let her off report 2, and report 3 too.",
        "Let her off November and report 3.",
        "Let her off November and also December.",
        "Let her off report 2. And report 3.",
        "Let her off report 2. The same for report 3.",
    ],
)
def test_what_goes_on_to_another_report_is_asked_back(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Let her off report 2, but not report 3",
        "Let her off report 2. Report 3 is due as usual.",
        "Let her off November, she's been in hospital since October.",
    ],
)
def test_what_else_is_said_of_another_report_excuses_this_one(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "excuse"


def test_two_reports_are_excused_in_one_letter_and_taken_back_by_one_word(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "I've been in hospital and can't do report 1 in time.")
    s.answers("ask_exceptional", "She's free of reports 1 and 2", TEAM)
    assert [n for n, t in sorted(s.case.all(Terms).items()) if t.excused] == ["1", "2"]
    assert s.raws("tell_extension", JO.address) == s.raws("tell_extension", ANN.address)
    assert len(s.raws("tell_extension")) == 1
    assert "you need not send report 1 and report 2" in s.last("tell_extension")
    assert "need not send report 1 and report 2" in s.last("confirm_command")
    s.answers("confirm_command", "UNDO", TEAM)
    assert not [t for t in s.case.all(Terms).values() if t.excused]


def test_of_several_the_confirmation_says_what_takes_all_back(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "I've been in hospital and can't do report 1 in time.")
    s.answers("ask_exceptional", "She's free of reports 1 to 3", TEAM)
    assert "report 1, report 2 and report 3" in s.last("tell_extension")
    assert "UNDO, which takes all of it back" in s.last("confirm_command").replace("\n", " ")


def test_what_is_excused_beside_a_secret_one_stays_apart(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "TEAM\nI've been in hospital, please don't tell Ann.")
    s.answers("report_in_confidence", "She's free of reports 1 and 2", TEAM)
    assert [s.case.terms(n).apart for n in (1, 2)] == [True, True]


def _let_off(tmp_path: Path) -> Scene:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "I've been in hospital and can't do report 1 in time.")
    s.answers("ask_exceptional", "She's free of reports 1 to 3", TEAM)
    return s


def _excused(s: Scene) -> list[int]:
    return [t.number for t in s.case.all(Terms).values() if t.excused]


@pytest.mark.parametrize("word", ["DECLINE", "ACCEPT UNTIL 30 October"])
@pytest.mark.parametrize("letter", ["ask_exceptional", "confirm_command"])
def test_another_word_takes_the_excuse_of_all_of_them_back(tmp_path: Path, letter: str, word: str) -> None:
    s = _let_off(tmp_path)
    assert sorted(_excused(s)) == [1, 2, 3]
    s.answers(letter, word, TEAM)
    assert _excused(s) == []
    told = s.last("tell_extension")
    assert "You were excused from report 2 and report 3, too; that is taken back with it" in " ".join(told.split())
    assert "owes report 2 and report 3 again" in " ".join(s.last("confirm_command").split())


def test_undo_of_such_a_word_lets_all_of_them_off_again(tmp_path: Path) -> None:
    s = _let_off(tmp_path)
    s.answers("ask_exceptional", "DECLINE", TEAM)
    s.answers("confirm_command", "UNDO", TEAM)
    assert sorted(_excused(s)) == [1, 2, 3]


def test_the_same_word_again_changes_none_of_the_others(tmp_path: Path) -> None:
    s = _let_off(tmp_path)
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    assert sorted(_excused(s)) == [1, 2, 3]


def test_what_was_excused_by_another_word_stays(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "I've been in hospital and can't do report 1 in time.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    s.writes_until("2026-11-17T12:00")
    s.answers("remind_missing", "I'm in hospital once more and can't do report 2.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert _excused(s) == [1]


def test_what_is_said_to_stay_off_is_asked_about_before_it_is_taken_back(tmp_path: Path) -> None:
    s = _let_off(tmp_path)
    words = "She can do report 1 after all, give her until the 30th of October. Report 2 stays off."
    s.answers("ask_exceptional", words, TEAM)
    assert sorted(_excused(s)) == [1, 2, 3]
