"""What answers a mail that was kept, or a letter that nobody else has seen, reaches nobody that it wasn't for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qibot.model.desk import DESK
from qibot.model.messages import Seen
from qibot.model.people import Enrolment, Person
from qibot.model.reports import Feedback, Report
from qibot.rules.decide import TABLE, TO_MANAGER
from qibot.understanding.matter.kept import KEPT, PASSED_ON
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
WORRY = "I am worried about Jo. She cried when we spoke and I don't think she should go on."
COMPLAINT = "I don't think Ann has read my report at all, and I'd like another mentor."
DEATH = "My dad died on Sunday, I can't do the next report."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has its feedback."""
    made = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", FEEDBACK, ANN.address)
    return made


def readers(s: Scene, words: str) -> set[str]:
    """Who has got a letter of ours with these words."""
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def kept(s: Scene, name: str, sender: str, text: str, copy: str = "") -> dict[str, Any]:
    """Let somebody answer a letter with what is kept; what a reply to all of it would bear."""
    head = s.heads(name)[-1]
    thread, first = str(head["Reply-To"].addresses[0].addr_spec), str(head["Message-ID"])
    more: dict[str, Any] = {"Cc": copy} if copy else {}
    mine = "<kept@x.example>"
    s.takes(message(sender=sender, subject=f"Re: {head['Subject']}", text=text, To=thread, Message_ID=mine,
                    In_Reply_To=first, References=first, **more))  # fmt: skip
    assert readers(s, text[:30]) == {TEAM}
    return {"subject": f"Re: {head['Subject']}", "To": sender, "Cc": thread, "In_Reply_To": mine,
            "References": f"{first} {mine}"}  # fmt: skip


def test_the_teams_reply_to_all_of_a_mentors_worry_reaches_nobody_by_us(s: Scene) -> None:
    said = kept(s, "forward_report", ANN.address, WORRY, TEAM)
    text = "Thanks Ann. We had the same impression and will think about whether she should go on."
    assert s.takes(message(sender=TEAM, text=text, **said)) == "the team's note"
    assert readers(s, "the same impression") == set()


def test_the_teams_reply_to_all_of_a_complaint_reaches_nobody_by_us(s: Scene) -> None:
    said = kept(s, "relay_feedback", JO.address, COMPLAINT, TEAM)
    s.takes(message(sender=TEAM, text="Thanks Jo. We will find you somebody else quietly.", **said))
    assert readers(s, "somebody else quietly") == set()
    assert ENROLMENT.mentor == s.case.enrolment.mentor


def test_what_answers_the_teams_reply_is_kept_as_well(s: Scene) -> None:
    said = kept(s, "relay_feedback", JO.address, COMPLAINT, TEAM)
    s.takes(message(sender=TEAM, text="Thanks Jo. We will see.", Message_ID="<t@x.example>", **said))
    said = {**said, "To": TEAM, "In_Reply_To": "<t@x.example>", "References": f"{said['References']} <t@x.example>"}
    s.takes(message(text="There is more to it, can we talk on Monday?", **said))
    assert readers(s, "more to it") == {TEAM}


def test_a_managers_reply_to_all_of_a_bereavement_reaches_the_team_and_not_the_mentor(s: Scene) -> None:
    said = kept(s, "relay_feedback", JO.address, DEATH, MEG.address)
    s.takes(message(sender=MEG.address, text="Thinking of you. Is there a day for the funeral yet?", **said))
    assert readers(s, "the funeral yet") == {TEAM}


@pytest.mark.parametrize("fresh", [True, False])
def test_what_somebody_adds_to_their_own_kept_mail_stays_with_the_team(s: Scene, fresh: bool) -> None:
    if fresh:
        s.takes(message(subject="A word", text=COMPLAINT, Message_ID="<kept@x.example>"))
        said: dict[str, Any] = {"subject": "Re: A word", "To": BOT, "In_Reply_To": "<kept@x.example>"}
    else:
        said = kept(s, "relay_feedback", JO.address, COMPLAINT)
        said = {**said, "To": said["Cc"]}
        del said["Cc"]
    s.takes(message(text="Forgot to say: it has been like that since October.", **said))
    assert readers(s, "since October") == {TEAM}


def test_what_a_mentor_adds_to_a_worry_about_nobody_in_particular_is_passed_on_to_nobody(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, replace(PAT, mentor=ANN), config=CONFIG)
    s.sends("Report 1", "Report 1.pdf")
    said = "In confidence, I am worried about one of mine. I don't think they should go on."
    assert s.takes(message(sender=ANN.address, subject="A word", text=said, Message_ID="<m@x.example>")) != "quarantine"
    assert s.store.load(DESK).all(Seen)
    add = "Forgot to say, Jo has been late every time since October."
    s.takes(message(sender=ANN.address, subject="Re: A word", text=add, In_Reply_To="<m@x.example>"))
    assert readers(s, "since October") <= {TEAM}


def test_feedback_to_a_report_whose_covering_words_were_private_is_feedback(tmp_path: Path) -> None:
    s = Scene(tmp_path, config=CONFIG)
    s.sends("Report 1", "Report 1.pdf", text="Report attached. I have been signed off with depression since Monday.")
    assert "left out here" in s.last("forward_report")
    assert s.answers("forward_report", FEEDBACK, ANN.address) == "feedback on report 1"
    assert len(s.case.all(Feedback)) == 1
    assert not s.case.pending()


@pytest.mark.parametrize(
    "text",
    ["Thank you. It is in my breast, they think, but they caught it early.",
     "Thank you so much. He was only 41 and it was very sudden."],
)  # fmt: skip
def test_what_answers_the_confirmation_of_circumstances_is_for_the_team_alone(s: Scene, text: str) -> None:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    s.answers("confirm_command", text)
    assert readers(s, text[15:40]) == {TEAM}


def test_what_answers_the_decision_on_circumstances_is_for_the_team_alone(s: Scene) -> None:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    s.answers("tell_extension", "Thank you so much, Ann. He was only 41 and it was very sudden.")
    assert readers(s, "only 41") == {TEAM}


@pytest.mark.parametrize("name", ["confirm_command", "tell_extension"])
def test_bare_thanks_for_either_are_nothing(s: Scene, name: str) -> None:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    before = len(s.outbox.delivered)
    s.answers(name, "Thank you so much.")
    assert {to for to, _ in s.outbox.delivered[before:]} == set()


@pytest.fixture
def excused(s: Scene) -> Scene:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    return s


@pytest.mark.parametrize("text", [
    "Thank you, that's very kind. I'll do the November one.",
    "Thanks so much for understanding. Will get the next one in on time.",
    "Thank you all, much appreciated. I'll have it done by the 30th.",
])  # fmt: skip
def test_thanks_with_a_promise_are_nothing_but_a_contact(excused: Scene, text: str) -> None:
    before = len(excused.outbox.delivered)
    excused.answers("tell_extension", text)
    assert not excused.outbox.delivered[before:]


@pytest.mark.parametrize("text", [
    "Thank you, that's kind. I won't manage the next one though.",
    "Thank you. I'll do the November one if I'm out of hospital.",
    "Thank you. Please don't tell Ann why.",
    "Thanks, I'll get it done. My mum goes next.",
])  # fmt: skip
def test_thanks_with_anything_else_are_heard_by_the_team(excused: Scene, text: str) -> None:
    excused.answers("tell_extension", text)
    assert readers(excused, text[-12:]) == {TEAM}


def test_a_report_that_answers_the_confirmation_of_circumstances_counts_without_its_covering_words(s: Scene) -> None:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    said = "Here it is after all. He was only 41 and it was very sudden."
    assert s.takes_answer_with("confirm_command", "Report 2.pdf", text=said) == "report 2"
    assert readers(s, "only 41") == {TEAM}
    assert 2 in s.numbers


# --- letters that only their reader has ---


def test_a_mentors_word_about_the_difficulty_that_they_hear_of_stays_with_the_team(s: Scene) -> None:
    s.sends("Report 2", text="I can't send my report in time, my brother died on Sunday.")
    s.answers("tell_difficulty", "Right. I hope it isn't the drink again.", ANN.address)
    assert readers(s, "the drink again") == {TEAM}


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for feedback."""
    made = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def test_talk_that_answers_a_confirmation_stays_with_the_team(waiting: Scene) -> None:
    waiting.answers("forward_report", "EXPECT 15 October", ANN.address)
    waiting.answers("confirm_command", "Thanks. I hope it isn't another waste of an evening.", ANN.address)
    assert readers(waiting, "waste of an evening") == {TEAM}


@pytest.mark.parametrize("text", ["Make that the 17th.", "Sorry, make it 17 October please", "The 17th, then."])
def test_another_day_in_answer_to_the_confirmation_of_one_is_the_new_day(waiting: Scene, text: str) -> None:
    waiting.answers("forward_report", "EXPECT 15 October", ANN.address)
    assert waiting.answers("confirm_command", text, ANN.address) == "EXPECT for report 1"
    assert waiting.case.all(Report)["1"].feedback_due == date(2026, 10, 17)


@pytest.mark.parametrize("word", ["HELP", "WHY"])
def test_what_answers_help_or_an_explanation_is_no_feedback(waiting: Scene, word: str) -> None:
    waiting.answers("forward_report", word, ANN.address)
    name = {"HELP": "help", "WHY": "explain_why"}[word]
    waiting.answers(name, "Who do I ring about this?", ANN.address)
    assert readers(waiting, "Who do I ring") <= {TEAM}
    assert waiting.case.pending()


def test_feedback_in_its_own_form_is_feedback_whatever_it_answers(waiting: Scene) -> None:
    waiting.answers("forward_report", "EXPECT 15 October", ANN.address)
    assert waiting.answers("confirm_command", FEEDBACK, ANN.address) == "feedback on report 1"


def test_what_a_manager_answers_to_a_confirmation_of_theirs_stays_with_the_team(s: Scene) -> None:
    s.answers("relay_feedback", "Jo is off sick till Christmas.", MEG.address)
    s.answers("confirm_command", "Good. Her doctor says it may be longer, and I can't find cover.", MEG.address)
    assert readers(s, "find cover") == {TEAM}


# --- what a manager tells ---


@pytest.mark.parametrize(
    "text",
    ["We are restructuring and her post goes in March. She doesn't know yet.",
     "Jo is to be moved to another service in March. It hasn't been announced, so please be discreet."],
)  # fmt: skip
def test_of_a_managers_secret_the_mentor_hears_nothing(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text, MEG.address)
    assert not s.raws("tell_difficulty")


def test_of_what_a_manager_tells_the_mentor_doesnt_hear_as_the_practitioners_word(s: Scene) -> None:
    s.answers("relay_feedback", "Jo is off sick with her back till Christmas.", MEG.address)
    said = " ".join(s.last("tell_difficulty").split())
    assert "The Community Planning team has heard of a difficulty with report 2 of Jo Smith" in said
    assert "has told" not in said


def test_what_is_taken_for_kept_or_passed_on_is_what_the_table_says() -> None:
    said = [*(row.taken_for for row in TABLE.values()), TO_MANAGER]
    for opening in (*KEPT, *PASSED_ON):
        assert any(x.startswith(opening) for x in said), opening
