"""FEEDBACK, MESSAGE, TEAM and QUESTION: which mail they take, and what must not go out by them (programme.md, 3a)."""

from __future__ import annotations

import html
import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.config.config import Config
from qibot.model.desk import DESK, Quarantined
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


# --- the word alone, whatever stands around it ---


@pytest.mark.parametrize("around", ["Sent from my iPhone", "Ann Lee", "Ann Lee\nSent from my iPhone", "Thanks\nAnn",
                                    "Kind regards\nAnn Lee\nConsultant Nurse\n01234 567890", "Hi team, thank you.",
                                    "AL"])  # fmt: skip
def test_a_signature_a_name_and_a_greeting_are_no_words(s: Scene, around: str) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    assert s.answers("forward_report", f"FEEDBACK\n\n{around}", ANN.address) == "a correction"
    assert s.answers("forward_report", f"TEAM\n\n{around}", ANN.address) == "a correction"


def test_words_beside_team_that_speak_of_the_last_mail_keep_both(s: Scene) -> None:
    s.answers("forward_report", MESSAGE, ANN.address)
    said = "TEAM\n\nSorry, my last mail was for you only, she is in tears."
    assert s.answers("forward_report", said, ANN.address) == "a correction"
    assert "she is in tears" in s.last("report_in_confidence") + s.raws("report_in_confidence")[0].decode()
    assert len(s.raws("report_in_confidence")) == 2
    assert readers(s, "in tears") == {TEAM}


# --- what the word passes on ---


@pytest.mark.parametrize("word", ["Feedback", "FEEDBACK", "Message:"])
@pytest.mark.parametrize("aside", ["Between ourselves, I doubt that Jo will last until Christmas.",
                                   "Please don't pass this on to Jo: she is not up to it."])  # fmt: skip
def test_a_mark_of_privacy_below_the_word_asks_its_writer(s: Scene, word: str, aside: str) -> None:
    assert s.answers("forward_report", f"{word}\n\nI liked the aim.\n\n{aside}", ANN.address) == "quarantine"
    assert to(s, "ask_which_report") == {ANN.address}
    assert readers(s, "I liked the aim") <= {ANN.address}
    s.answers("ask_which_report", "1", ANN.address)
    s.bot.round()
    assert JO.address in readers(s, "I liked the aim")


def test_a_private_command_below_the_word_is_never_relayed(s: Scene) -> None:
    s.answers("forward_report", "FEEDBACK\n\nI liked the aim.\nNEEDS SUPPORT\nShe cried.", ANN.address)
    assert readers(s, "She cried") <= {TEAM}


def test_plain_feedback_below_the_word_goes_out_at_once(s: Scene) -> None:
    said = "FEEDBACK\n\nI liked the aim. Even better if the chart had a median.\n\nAnn Lee"
    assert s.answers("forward_report", said, ANN.address) == "feedback on report 1"
    assert s.answers("receipt", "QUESTION\n\nI would like to know how a run chart is drawn.") == (
        "message from the practitioner"
    )


@pytest.mark.parametrize("word", ["FEEDBACK", "MESSAGE"])
def test_what_is_said_of_an_earlier_mail_is_the_teams(s: Scene, word: str) -> None:
    s.answers("forward_report", WORRY, ANN.address)
    s.answers("forward_report", f"{word}\n\nbut please leave out the bit about her mother", ANN.address)
    assert readers(s, "her mother") == {TEAM}
    assert readers(s, "She cried") == {TEAM}


# --- what stands below any other word ---


def test_a_cry_for_help_is_heard(s: Scene) -> None:
    s.goes_to("2026-11-16T10:00")
    assert "exceptional" in s.answers("receipt", "Help!\n\nMy dad has died and I can't do this.")
    assert readers(s, "dad has died") == {TEAM}


@pytest.mark.parametrize("word", ["HELP", "WHY", "UNDO", "WE SPOKE", "EXPECT 24 November", "EXPECT 1 January",
                                  "AWAY 1 December to 5 December"])  # fmt: skip
def test_a_worry_below_a_mentors_command_reaches_the_team_alone(s: Scene, word: str) -> None:
    s.answers("forward_report", f"{word}\n\nI'm worried about Jo, she was in tears and wants to stop.", ANN.address)
    assert readers(s, "in tears") == {TEAM}


def test_the_command_above_a_worry_is_carried_out_once(s: Scene) -> None:
    said = "EXPECT 24 November\n\nI'm worried about Jo, she was in tears and wants to stop."
    assert s.answers("forward_report", said, ANN.address) == "EXPECT for report 1"
    assert len(s.raws("expect_feedback_by")) == len(s.raws("report_in_confidence")) == 1
    assert s.case.report(1).feedback_due.isoformat() == "2026-11-24"  # type: ignore[union-attr]


@pytest.mark.parametrize("word", ["HELP", "WHY", "REPORT 2", "CHARTER", "WE SPOKE", "REPORT 77"])
def test_a_death_below_a_practitioners_command_reaches_the_team_and_no_mentor(s: Scene, word: str) -> None:
    s.answers("receipt", f"{word}\n\nMy husband died this morning.")
    assert TEAM in readers(s, "husband died")
    assert ANN.address not in readers(s, "husband died")


def test_a_death_below_question_is_asked_about_and_read_by_no_mentor(s: Scene) -> None:
    assert s.answers("receipt", "QUESTION\n\nMy husband died this morning.") == "quarantine"
    assert to(s, "ask_which_report") == {JO.address}
    assert ANN.address not in readers(s, "husband died")


def test_a_message_below_expect_reaches_the_practitioner_and_leaves_the_report_open(s: Scene) -> None:
    said = "EXPECT 24 November\n\nHi Jo, page two of the PDF is blank, can you send it again please?"
    assert s.answers("forward_report", said, ANN.address) == "EXPECT for report 1"
    assert JO.address in readers(s, "page two")
    assert s.case.pending()


@pytest.mark.parametrize("said", ["Question:\n\nHow do I draw a run chart?", "Charter:\nhow long should it be?",
                                  "Charter\n\nHow long should it be?"])  # fmt: skip
def test_a_heading_with_a_question_below_it_corrects_nothing(s: Scene, said: str) -> None:
    assert s.answers("receipt", said) == "message from the practitioner"
    assert s.numbers == [1]


def test_a_worry_below_away_of_a_mentor_of_several_is_heard(two: Scene) -> None:
    text = "AWAY 1 December to 5 December\n\nI'm worried about them, one was in tears and wants to stop."
    two.takes(message(sender=ANN.address, subject="Away", text=text))
    assert readers(two, "in tears") == {TEAM}


# --- answers to our question ---


def asked(two: Scene) -> Scene:
    said = "Hi Sam, I liked the chart. It shows the wait at the door."
    assert two.answers("forward_report", said, ANN.address) == "quarantine"
    return two


def test_the_word_feedback_in_answer_to_a_question_sends_on_the_mail_in_question_and_no_earlier_one(two: Scene) -> None:
    two.answers("forward_report", WORRY, ANN.address)
    asked(two).answers("ask_which_report", "FEEDBACK", ANN.address)
    two.bot.round()
    assert readers(two, "She cried") == {TEAM}
    assert JO.address in readers(two, "wait at the door")


@pytest.mark.parametrize("said", ["1 please", "Number 1, thanks", "1\n\nAnn Lee", "It is my feedback for Jo",
                                  "1 - It is my feedback for Jo", "Feedback", "(1)"])  # fmt: skip
def test_a_choice_is_made_by_number_word_or_the_letters_own_words(two: Scene, said: str) -> None:
    assert asked(two).answers("ask_which_report", said, ANN.address) == "a mentor's choice"
    two.bot.round()
    assert to(two, "relay_feedback") >= {JO.address}


@pytest.mark.parametrize("said", ["1\n\nBut please take out the second sentence, that is for you only.",
                                  "It's about Sam really, he is suicidal.", "FEEDBACK\n\nwithout the second sentence",
                                  "Neither, please.", "7\n\nNot the last bit."])  # fmt: skip
def test_words_beside_a_choice_or_instead_of_one_pass_nothing_on_and_the_team_gets_both(two: Scene, said: str) -> None:
    asked(two).answers("ask_which_report", said, ANN.address)
    two.bot.round()
    assert not to(two, "relay_feedback") | to(two, "relay_message")
    waiting = list(two.store.load(DESK).all(Quarantined).values())
    assert len(waiting) == 2
    assert all(q.told and (q.handed or not q.asked) for q in waiting)
    assert to(two, "report_quarantine") == {TEAM}
    assert "nobody else has seen them" in two.last("confirm_command")


def test_a_second_vain_answer_is_the_teams_too(two: Scene) -> None:
    asked(two).answers("ask_which_report", "It is to Jo", ANN.address)
    assert "a number from 1 to 3" in two.last("confirm_command")
    assert two.answers("ask_which_report", "To Jo, please", ANN.address) == "a mentor's choice"
    assert len(two.store.load(DESK).all(Quarantined)) == 2


@pytest.mark.parametrize("said", ["2\n\nMy husband died this morning.", "Please, my husband died this morning.",
                                  "Neither. I'm in hospital and can't deal with this."])  # fmt: skip
def test_a_practitioners_own_words_are_heard(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path)
    assert s.sends("Hello", text="Hi, I may not be back at all this year, thanks.") == "quarantine"
    s.answers("ask_which_report", said)
    s.bot.round()
    assert not readers(s, "back at all") & {ANN.address}
    assert len(s.store.load(DESK).all(Quarantined)) == 2
    assert s.case.terms(1).held_since or s.case.terms(2).held_since
