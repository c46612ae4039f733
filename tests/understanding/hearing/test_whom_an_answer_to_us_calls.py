"""Whom a word calls that answers a letter of ours: only who is spoken to gets it, and a signature calls nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Undoable
from qibot.model.messages import Seen
from qibot.model.people import Enrolment, Person, Role
from qibot.understanding.meaning import Setting, meaning
from qibot.understanding.persons.spoken_to import calls_reader
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of

NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "lee": "MENT", "meg": "MGR", "ross": "MGR", "community": "TEAM"}


def calls(role: Role, text: str, *, surely: bool = True) -> bool:
    return calls_reader(meaning(role, text, Setting(NAMES, "report")), role, surely=surely)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.PRACTITIONER, "Hi Ann, can you ring me on Thursday?"),
        (Role.PRACTITIONER, "Hiya Ann, all good here, the buddies are going strong!\nJo x"),
        (Role.PRACTITIONER, "Thanks. Ann, would it help if I sent you the short version?\nJo"),
        (Role.PRACTITIONER, "Dear Ann\n\nThe second test went well.\n\nBest wishes\nJo Smith"),
        (Role.MENTOR, "Jo, shall we cancel our call on Tuesday?"),
        (Role.MENTOR, "Hi Jo, sorry to hear things are tricky. I'm here when you need me. Ann"),
        (Role.MENTOR, "Jo\n\nTake all the time you need.\n\nAnn Lee"),
        (Role.MANAGER, "Welcome Ann, let me know if you need anything from the school\n\nMeg Ross"),
        (Role.MANAGER, "Hi Ann, Jo does her project on a Wednesday so that's the best day to ring. Meg"),
    ],
)
def test_who_greets_or_says_you_calls_whoever_would_get_it(role: Role, text: str) -> None:
    assert calls(role, text)


@pytest.mark.parametrize(
    "signature", ["", "\nJo", "\n\nKind regards\nJo Smith", "\nThanks, Jo", "\n\nJo Smith\nP2 teacher"]
)
@pytest.mark.parametrize(
    "text",
    [
        "Could someone else look at it please?",
        "Who can I talk to about this?",
        "Is it something I've done?",
        "Has Ann been in touch with you at all?",
        "My mentor, Ann, is hard to reach.",
        "Ann - nothing from her since September either.",
        "Ann: no word since May.",
        "Ann? Or somebody else?",
        "Dear Community Planning team, is Ann on leave?",
        "Hello, this is about Ann. Do you know when she is back?",
    ],
)
def test_a_signature_calls_nobody_and_neither_does_who_is_spoken_of(text: str, signature: str) -> None:
    assert not calls(Role.PRACTITIONER, text + signature, surely=False)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.PRACTITIONER, "Ann, of all people!\nJo"),
        (Role.PRACTITIONER, "Another month gone. Thanks Ann.\nJo"),
        (Role.PRACTITIONER, "Ann, no rush, would after half term suit?"),
        (Role.MENTOR, "Jo, again?\nAnn"),
        (Role.MENTOR, "Right, Jo. I'll leave it to the team then."),
        (Role.MANAGER, "Ann, really?\nMeg"),
    ],
)
def test_a_name_alone_may_be_a_call_or_a_sigh(role: Role, text: str) -> None:
    assert calls(role, text, surely=False)
    assert not calls(role, text)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.MENTOR, "Jo: I was afraid of that. She's been struggling since summer.\nAnn"),
        (Role.MENTOR, "Hi Meg, is Jo alright?\nAnn"),
        (Role.MANAGER, "Ann – is she qualified for this?\nMeg"),
        (Role.MANAGER, "Why wasn't I asked about this?\nMeg Ross"),
    ],
)
def test_who_calls_another_or_speaks_of_them_calls_no_reader(role: Role, text: str) -> None:
    assert not calls(role, text, surely=False)


# --- what becomes of it ---

ILL = "I'm in hospital on Monday for an operation so can't do report 2 in time"
FORM = "I liked the small test, even better if you had a chart."


def readers(s: Scene, words: str) -> set[str]:
    """Who has got a letter of ours with these words."""
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    made = scene(tmp_path)
    made.sends("Report 1", "Report 1.pdf")
    return made


@pytest.fixture
def ill(s: Scene) -> Scene:
    """… and Jo has told the team what keeps her from the next one, of which Ann heard that there is a difficulty."""
    s.answers("receipt", ILL)
    return s


def test_a_mentors_kind_word_to_who_has_a_difficulty_is_theirs(ill: Scene) -> None:
    text = "Hi Jo, sorry to hear things are tricky. No need to hurry, I'm here when you need me. Ann"
    assert ill.answers("tell_difficulty", text, ANN.address) == "message from the mentor"
    assert readers(ill, "sorry to hear things are tricky") == {JO.address}


def test_a_sigh_over_them_is_asked_about(ill: Scene) -> None:
    assert ill.answers("tell_difficulty", "Jo, of all people! Again.\nAnn", ANN.address) == "quarantine"
    assert readers(ill, "of all people") <= {ANN.address}


def test_feedback_said_there_is_feedback_and_the_manager_hears_nothing_of_the_difficulty(ill: Scene) -> None:
    text = f"Hi Jo, don't worry about the next one. Here's my feedback on report 1: {FORM}\n\nAnn"
    assert ill.answers("tell_difficulty", text, ANN.address) == "feedback on report 1"
    assert readers(ill, "even better if you had a chart") == {JO.address}
    assert "what Jo Smith has told the team of, so Meg Ross has no copy" in ill.last("tell_no_copy")


def test_feedback_to_the_decision_is_feedback_and_thanks_for_it_are_nothing(ill: Scene) -> None:
    ill.answers("ask_exceptional", "ACCEPT UNTIL 30 January", TEAM)
    assert ill.answers("tell_extension", "No problem at all.", ANN.address) == "an acknowledgement"
    text = f"Hi Jo, here's my feedback on report 1 while you rest: {FORM}"
    assert ill.answers("tell_extension", text, ANN.address) == "feedback on report 1"
    assert readers(ill, "while you rest") == {JO.address}


def test_plain_feedback_instead_of_a_choice_is_feedback_and_takes_nothing_of_the_question_along(s: Scene) -> None:
    s.answers("forward_report", "Hmm, not what I was expecting", ANN.address)
    asked = s.heads("ask_which_report")[-1]
    quoted = "\n".join(f"> {line}" for line in text_of(s.raws("ask_which_report")[-1]).splitlines())
    text = f"Jo, {FORM}\n\nOn Thu, 12 Nov 2026 at 11:00, QI <{BOT}> wrote:\n{quoted}\n"
    to = str(asked["Reply-To"].addresses[0].addr_spec)
    raw = message(sender=ANN.address, subject=f"Re: {asked['Subject']}", text=text, To=to,
                  In_Reply_To=str(asked["Message-ID"]))  # fmt: skip
    assert s.takes(raw) == "feedback on report 1"
    assert readers(s, "even better if you had a chart") == {JO.address, MEG.address}
    assert "Community Planning" not in s.last("relay_feedback").partition(FORM)[2].partition("QI")[0]
    assert readers(s, "not what I was expecting") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Could someone else look at it please?",
        "It's the second time now.",
        "I'm really unhappy about this.",
        "Hi, Ann's late every month. Who can I talk to?",
    ],
)
def test_what_is_said_of_a_mentor_who_is_late_is_for_the_team_unasked(s: Scene, text: str) -> None:
    s.writes_until("2026-12-02T12:00")
    assert s.answers("tell_feedback_delayed", text) == "a word for the team alone"
    assert readers(s, text) == {TEAM}


# --- another mentor ---

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB)


@pytest.fixture
def moved(tmp_path: Path) -> Scene:
    """Jo's report waited for Ann when Bob became her mentor."""
    made = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    made.answers("ask_confirmation", "CONFIRM", TEAM)
    return made


def answers_news(s: Scene, who: Person, text: str) -> str:
    """Let somebody answer the news of another mentor that went to them, by name."""
    head = next(head_of(raw) for raw in s.raws("tell_new_mentor", who.address))
    to = str(head["Reply-To"].addresses[0].addr_spec)
    return s.takes(message(sender=f"{who.name} <{who.address}>", subject=f"Re: {head['Subject']}", text=text, To=to,
                           In_Reply_To=str(head["Message-ID"])))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        (f"Hi Jo, I've read your first report. {FORM}\n\nBob", "feedback on report 1"),
        ("Hi Jo, nice to meet you. I'm free on Wednesday, if that suits?\n\nBob", "message from the mentor"),
        ("Happy to, but I'm away until 4 December and can't read it before.\n\nBob", "EXPECT for report 1"),
        ("Will answer by 4 December.\n\nBob", "EXPECT for report 1"),
        ("I'm on leave until 4 December, will read it then", "EXPECT for report 1"),
        ("Happy to help.\n\nBob", "an acknowledgement"),
    ],
)
def test_a_new_mentor_answers_the_news_with_what_they_say_of_the_report_that_waits(
    moved: Scene, text: str, becomes: str
) -> None:
    assert answers_news(moved, BOB, text) == becomes
    assert (readers(moved, "even better if you had a chart") == {JO.address, MEG.address}) is (FORM in text)


def test_a_manager_who_greets_the_new_mentor_is_heard_by_them(moved: Scene) -> None:
    assert answers_news(moved, MEG, "Hi Bob, welcome! Do come by the school. Meg") == "message from the manager"
    assert BOB.address in readers(moved, "Do come by the school")


@pytest.mark.parametrize("text", ["Thanks everyone", "Many thanks for everything.\n\nAnn Lee"])
def test_thanks_of_a_former_mentor_are_nothing(moved: Scene, text: str) -> None:
    assert answers_news(moved, ANN, text) == "an acknowledgement"


def test_what_a_former_mentor_says_is_the_teams_who_arent_asked_whose_it_is(moved: Scene) -> None:
    text = "Thanks. For the new mentor: Jo struggles with data and her head is not very supportive."
    assert answers_news(moved, ANN, text) == "a word for the team alone"
    assert readers(moved, "Jo struggles with data") == {TEAM}
    assert "Ann Lee, who has no part in this enrolment any more, has written" in moved.last("report_in_confidence")
    assert "nor the mentor, Bob Ray, nor the manager, Meg Ross" in moved.last("report_in_confidence")
    assert not moved.raws("report_quarantine")
    assert moved.raws("confirm_command", ANN.address)


def test_what_a_former_mentor_said_isnt_the_present_ones(moved: Scene) -> None:
    answers_news(moved, ANN, "I never asked for this.")
    assert not [x for x in moved.case.all(Seen).values() if x.by == Role.MENTOR and x.taken_for.startswith("a word")]
    assert not [u for u in moved.case.all(Undoable).values() if u.by == Role.MENTOR]
