"""What the team says plainly of a report in its own words: that it need not come, or that the deadline stands."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from tests.support.build import TEAM
from tests.support.dialogue import scene
from tests.support.said import kind_of, read_as

DAY = "Fri 2026-11-20"


@pytest.mark.parametrize(
    "text",
    [
        "Of course she can be let off. Tell her to take all the time she needs.",
        "A bereavement of this kind plainly qualifies. Report 2 need not be submitted and should not count as missed.",
        "Poor thing. Let her off this one.",
        "She needn't do it.",
        "She doesn't have to send this one, poor soul.",
        "She can be let off, of course, thanks.",
        "She needn't do it, her mother has just died.",
        "Let her off this one because she has been in hospital.",
    ],
)
def test_who_lets_somebody_off_excuses_the_report(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "excuse"


@pytest.mark.parametrize(
    "text",
    [
        "She can be let off if she's got a note.",
        "Could she be let off?",
        "She needn't do it by Friday, the 30th will do.",
        "Can she be let off? What do you think?",
        "She can be let off, Isla says, I would rather not.",
        "She can be let off this one, not sure though.",
        "In that case she can be let off, I suppose, ask Isla.",
        "She needn't do it, Gordon will ring her.",
        "She can be let off, like Sam, I think we said no to him, so no.",
        "She can be let off. Isla disagrees.",
        "She can be let off. I'm not sure though.",
        "Let her off this one, Ann thinks.",
    ],
)
def test_what_hangs_on_something_is_asked_or_gives_time_excuses_nothing(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) != "excuse"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Och the poor soul. Of course. Tell her the end of the month's fine.", "2026-11-30"),
        ("Give her over the weekend, Monday's fine.", "2026-11-23"),
        ("Next Wednesday's ok, but that's the last time I'm saying yes without a reason!", "2026-11-25"),
    ],
)
def test_a_day_is_read_where_its_is_is_but_an_s(text: str, day: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == f"accept {day}"


@pytest.mark.parametrize(
    "text", ["Monday's fine or Tuesday?", "Monday's a holiday.", "I'm off Monday, Tuesday's fine to talk."]
)
def test_a_day_that_gives_nothing_is_asked_about(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "The deadline stands.",
        "It's no reason, everybody's busy, and if we say yes to Jo we'd say yes to thirty. So the deadline stands.",
    ],
)
def test_the_deadline_stands_declines(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "decline"


@pytest.mark.parametrize(
    "text",
    [
        "The deadline stands for now, let's talk on Monday.",
        "The deadline stands unless she's off sick.",
        "Isla said: the deadline stands. I think that's harsh.",
        "The deadline stands. I would rather she had another week.",
        "The deadline stands, Isla says.",
        "The deadline stands. That seems hard on her though.",
        "The deadline stands. Ann thinks we should give her a week.",
    ],
)
def test_a_deadline_that_stands_for_now_declines_nothing(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    ["Not yet, leave it, I'd not go to Mary over one report.", "No, it's only a week late.", "No, Meg knows already."],
)
def test_a_no_with_its_reason_leaves_an_escalation(text: str) -> None:
    assert kind_of("team", "ask_escalation", text, DAY) == "decline"


@pytest.mark.parametrize(
    "text",
    [
        "No, she's off sick.",
        "Not yet, I'll ring her first.",
        "Not yet. I'm seeing her on Friday.",
        "No, unless she's heard.",
    ],
)
def test_a_no_that_says_more_to_be_done_is_asked_back(text: str) -> None:
    assert kind_of("team", "ask_escalation", text, DAY) == "ask"


def test_who_is_in_two_minds_is_asked() -> None:
    assert kind_of("team", "ask_escalation", "I'm in two minds about this one.", DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Ann's not going to manage this, I've rung her. Move Jo across to isla.fraser@school.example from today.",
        "Move Jo across to isla.fraser@school.example from today.",
    ],
)
def test_who_is_moved_from_today_gets_another_mentor_and_no_new_day(text: str) -> None:
    assert kind_of("team", "report_feedback_overdue 1", text, DAY) == "reassign"


def test_of_a_letter_about_an_overdue_report_half_a_sentence_lets_nobody_off() -> None:
    assert kind_of("team", "ask_escalation", "She needn't do it, Gordon will ring her.", DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "No, she has had her chances, take it up.",
        "No! Not again. Up it goes.",
        "No, definitely go ahead",
        "No, do it",
        "No, Mary must know.",
        "No, no reply again. Over to Mary.",
        "No, up to Mary with it.",
        "No, we can't have this again. Mary has to hear of it.",
        "No, that's enough now.",
        "No, Mary should hear.",
    ],
)
def test_a_no_whose_reason_is_for_it_leaves_nothing(text: str) -> None:
    assert kind_of("team", "ask_escalation 2", text) in ("escalate", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "No, it's too soon.",
        "Not yet, she has told us.",
        "No, not worth it.",
        "No, it's in hand.",
        "Hold off, it's only one report.",
        "Not yet, Meg is aware.",
    ],
)
def test_a_no_whose_reason_is_against_it_leaves_it(text: str) -> None:
    assert kind_of("team", "ask_escalation 2", text) == "decline"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("ask_escalation 2", "That doesn't need to be done."),
        ("ask_escalation 2", "It need not be sent."),
        ("ask_escalation 2", "This doesn't have to be sent, thanks."),
        ("ask_escalation 2", "It doesn't have to be sent as Mary knows."),
        ("report_inactivity", "That doesn't need to be done."),
        ("ask_exceptional 2", "That need not be submitted, as the sick line is enough."),
        ("ask_exceptional 2", "She asked about a doctor's letter. She needn't send that."),
        ("ask_exceptional 2", "She needn't send it, the sick line is enough."),
    ],
)
def test_what_needs_no_sending_may_be_something_else_than_the_report(answers: str, text: str) -> None:
    assert kind_of("team", answers, text) != "excuse"


@pytest.mark.parametrize("answers", ["ask_escalation 2", "ask_exceptional 2"])
@pytest.mark.parametrize(
    "text", ["The report need not be sent.", "Report 2 need not be submitted.", "She needn't do this one."]
)
def test_the_report_by_its_name_is_excused_whatever_asked(answers: str, text: str) -> None:
    assert kind_of("team", answers, text) == "excuse"


@pytest.mark.parametrize("text", ["take her off ", "withdraw ", "pause her, ", "don't put her on hold "])
def test_an_order_over_and_over_takes_no_time(text: str) -> None:
    begun = process_time()
    read_as("team", "report_inactivity", text * (100_000 // len(text)))
    assert process_time() - begun < 4


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Take her off.", "withdraw"),
        ("Don't take her off, pause her.", "pause"),
        ("Never take her off.", "ask"),
        ("Take her off once she has finished.", "ask"),
    ],
)
def test_each_word_of_an_order_is_looked_at_in_its_clause(text: str, kind: str) -> None:
    assert kind_of("team", "report_inactivity", text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for telling us. She needn't send November's.",
        "Thanks for the heads up, she's off the hook for November.",
        "Thank you. She is not to worry about November's.",
        "Thank you for letting us know, we won't be needing one from her.",
        "Noted, thanks. Nothing expected of her till she's better.",
        "Thanks for explaining. She shouldn't have to write anything with all that going on.",
    ],
)
def test_a_no_beside_thanks_is_no_note_while_circumstances_wait(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", text="I'm in hospital and can't write it.")
    s.answers("ask_exceptional", text, TEAM)
    assert s.raws("tell_extension") or "it isn't plain what is to be done" in s.last("confirm_command")


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for telling us.",
        "Thanks for the heads up, poor thing.",
        "Noted, I'll ring her tomorrow.",
        "Thank you, will discuss with Isla on Monday.",
        "Thanks for telling us, I'm not surprised.",
    ],
)
def test_thanks_alone_are_a_note_while_circumstances_wait(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", text="I'm in hospital and can't write it.")
    assert s.answers("ask_exceptional", text, TEAM) == "the team's note"
