"""What comes of plain words, letter by letter: who reads them, and who doesn't (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.messages import Contact, Learned
from qibot.model.people import Status
from tests.support.build import ANN, JO, MEG, TEAM
from tests.support.dialogue import Scene, scene

ILL = "My father had a stroke last night and I'm with him in hospital, so I can't send my report."
LEAVING = "I've got a new job with another council and start in January, so I'm leaving the programme."
COMPLAINT = "Please don't pass this on: I'd rather have a different mentor, Ann is never there for me."
WORRY = "Between ourselves, I don't think Jo is coping and I doubt that she should go on."
MESSAGE = "I can't open your attachment, could you send it again as a PDF?"
GERMAN = "Liebe Jo, ich komme morgen vorbei und bringe es mit."
ILL_BY_MANAGER = "Jo has been off sick since Monday and is in hospital, please go easy on her."
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, calendar={"escalation": "ask"})


def readers(s: Scene, phrase: str) -> set[str]:
    """Everybody who has got a letter that holds the phrase."""
    return {to for who, raw in s.outbox.delivered for to in who if phrase in " ".join(raw.decode().split())}


def to(s: Scene, name: str) -> set[str]:
    return {a for who, raw in s.outbox.delivered if f"X-QI-Letter: {name}".encode() in raw for a in who}


# --- the practitioner ---


def test_an_illness_reaches_the_team_alone_and_the_mentor_hears_that_there_is_a_difficulty(s: Scene) -> None:
    assert "exceptional" in s.sends("Can't do it", text=ILL)
    assert readers(s, "stroke") == {TEAM}
    assert to(s, "tell_difficulty") == {ANN.address}
    assert s.case.terms(1).held_since is not None


def test_somebody_who_leaves_is_heard_and_the_team_has_pause_and_withdraw_to_click(s: Scene) -> None:
    s.sends("News", text=LEAVING)
    assert readers(s, "another council") == {TEAM}
    assert s.answers("report_leaving", "WITHDRAW", TEAM) == "a change of standing"
    assert s.case.enrolment.status is Status.WITHDRAWN


def test_a_complaint_about_the_mentor_reaches_the_team_alone(s: Scene) -> None:
    s.sends("A word", text=COMPLAINT)
    assert readers(s, "different mentor") == {TEAM}
    assert "nobody else has seen it" in s.last("confirm_command")


def test_thanks_for_that_confidence_stay_with_the_team_too(s: Scene) -> None:
    s.sends("A word", text=COMPLAINT)
    s.answers("confirm_command", "Thank you. He has also been rude to my colleague.")
    assert readers(s, "rude to my colleague") == {TEAM}


def test_a_report_beside_an_illness_goes_to_the_mentor_without_the_covering_words(s: Scene) -> None:
    said = "Report attached. I go into hospital for an operation on Monday, my doctor has signed me off till Christmas."
    assert s.sends("Report 1", "Report 1.pdf", text=said) == "report 1"
    assert readers(s, "signed me off") == {TEAM}
    assert "left out here" in s.last("forward_report")


def test_the_new_mentor_gets_that_report_without_them_too(s: Scene) -> None:
    said = "Report attached. I go into hospital for an operation on Monday, my doctor has signed me off till Christmas."
    s.sends("Report 1", "Report 1.pdf", text=said)
    assert s.answers("receipt", "REPORT 2") == "a correction"
    assert readers(s, "signed me off") == {TEAM}


def test_a_document_that_was_forgotten_is_asked_for_and_the_report_counts_from_the_first_mail(s: Scene) -> None:
    said = "Hi, I've attached my report, the file has everything in it. Jo"
    assert s.sends("My report", text=said) == "report 1 without its document"
    first = s.now
    assert to(s, "ask_document") == {JO.address}
    assert not to(s, "forward_report")
    assert s.takes_answer_with("ask_document", "Report 1.pdf") == "report 1"
    report = s.case.report(1)
    assert report is not None
    assert report.received == first


def test_a_paper_is_passed_on_and_is_no_report(s: Scene) -> None:
    said = "Hi Ann, would you have a look at my draft driver diagram? It's not my report, that comes next week."
    assert s.sends("Driver diagram", "driver diagram draft.pptx", text=said) == "message from the practitioner"
    assert s.numbers == []


def test_thanks_are_a_sign_of_life_and_nobodys_to_read(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    before = len(s.outbox.delivered)
    assert s.answers("relay_feedback", "Many thanks Ann, that's really helpful.") == "thanks or a promise"
    assert len(s.outbox.delivered) == before
    assert any(c.how == "message" for c in s.case.all(Contact).values())


# --- the mentor ---


def test_a_worry_reaches_the_team_alone(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", WORRY, ANN.address) == "NEEDS SUPPORT"
    assert readers(s, "coping") == {TEAM}


def test_a_word_about_the_file_leaves_the_report_open_and_feedback_after_all_closes_it(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", MESSAGE, ANN.address) == "message from the mentor"
    assert [r.number for r in s.case.pending()] == [1]
    s.goes_to("2026-11-18T20:00")
    assert "If that was your feedback" in s.last("remind_feedback")
    assert s.answers("remind_feedback", "FEEDBACK", ANN.address) == "a correction"
    assert s.case.pending() == []
    assert to(s, "relay_feedback") == {MEG.address}, "the practitioner has it already"
    (learned,) = s.case.all(Learned).values()
    assert (learned.was, learned.now) == ("message from the mentor", "feedback on report 1")
    assert learned.because


def test_a_private_word_that_was_feedback_goes_on_with_one_word(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", WORRY, ANN.address)
    assert s.answers("confirm_command", "FEEDBACK", ANN.address) != "NEEDS SUPPORT"


def test_in_doubt_the_mentor_alone_is_asked_and_one_click_decides(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", GERMAN, ANN.address) == "quarantine"
    assert readers(s, "komme morgen") <= {ANN.address}
    asked = s.last("ask_which_report")
    assert "It is my feedback for Jo" in asked
    assert "for the Community Planning team alone" in asked
    s.answers("ask_which_report", "1", ANN.address)
    s.bot.round()
    assert to(s, "relay_feedback") == {JO.address, MEG.address}


def test_the_team_is_asked_when_no_answer_has_come_for_three_working_days(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", GERMAN, ANN.address)
    s.goes_to("2026-11-17T20:00")
    assert TEAM not in to(s, "ask_which_report")
    s.goes_to("2026-11-18T20:00")
    assert TEAM in to(s, "ask_which_report")
    assert "komme morgen" in s.last("ask_which_report")
    s.answers("ask_which_report", "TEAM", TEAM)
    s.bot.round()
    assert not [q for q in s.store.load(DESK).all(Quarantined).values() if not q.told]
    assert readers(s, "komme morgen") <= {TEAM, ANN.address}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Sorry Jo, I won't manage until the 24th, you'll have my feedback then.", "2026-11-24"),
        ("I'm away until the 19th, so expect my feedback on the 23rd.", "2026-11-23"),
        ("Apologies, I'm on leave from 16 to 20 November and will send my comments after that.", "2026-11-23"),
        ("Dear team,\n\nSorry, my feedback will be late. You'll have it by the 24th.\n\nAnn", "2026-11-24"),
    ],
)
def test_a_delay_names_its_day(s: Scene, said: str, day: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", said, ANN.address) == "EXPECT for report 1"
    assert str(s.case.pending()[0].feedback_due) == day


# --- the manager and the team ---


def test_a_managers_word_that_somebody_is_ill_goes_to_the_team_and_not_to_the_mentor(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    s.answers("relay_feedback", ILL_BY_MANAGER, MEG.address)
    assert readers(s, "off sick") == {TEAM}
    assert to(s, "tell_difficulty") == {ANN.address}


def test_the_teams_plain_word_is_carried_out_and_never_relayed(s: Scene) -> None:
    s.sends("Can't do it", text=ILL)
    assert s.answers("ask_exceptional", "Of course, give her until the 30th.", TEAM) == "the team's word on report 1"
    assert str(s.case.terms(1).until) == "2026-11-30"
    assert not readers(s, "Of course")


def test_what_isnt_plain_is_asked_back(s: Scene) -> None:
    s.sends("Can't do it", text=ILL)
    said = "If she can show a sick line then yes, otherwise no."
    assert s.answers("ask_exceptional", said, TEAM) == "a command that can't be carried out"
    assert s.case.terms(1).until is None


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Give her until the first Friday in December.", "2026-12-04"),
        ("That's fine, she can have five working days from today.", "2026-11-19"),
        ("Ewan said the 27th. I say give her until 4 December.", "2026-12-04"),
        ("Give her until 4 December. Ewan had said the 27th.", "None"),
        ("She asked for 4 December, Ann for the 27th, give her till the 2nd or so.", "None"),
    ],
)
def test_a_day_is_taken_where_the_teams_words_weigh_no_other(s: Scene, said: str, until: str) -> None:
    s.sends("Can't do it", text=ILL)
    s.answers("ask_exceptional", said, TEAM)
    assert str(s.case.terms(1).until) == until


@pytest.mark.parametrize(
    "said",
    [
        "Please don't escalate.",
        "No need to escalate this one, I've rung her.",
        "I'd do anything rather than escalate.",
        "Hold off, it's a mix-up.",
    ],
)
def test_an_escalation_that_is_denied_is_never_carried_out(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path, "2026-10-10T09:00", calendar={"escalation": "ask"})
    for day in range(13, 24):
        s.goes_to(f"2026-10-{day}T12:00")
    before = len(s.raws("escalate_missing"))
    s.answers("ask_escalation", said, TEAM)
    s.bot.round()
    assert len(s.raws("escalate_missing")) == before


# --- what stands beside the words, and what is asked later ---


def test_what_a_practitioner_quotes_of_their_own_private_mail_reaches_no_mentor(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    quoted = f"On 12 Nov 2026 Jo Smith wrote:\n> {ILL}\n> I don't know when I'll be back, please tell nobody yet."
    s.answers("relay_feedback", f"What do you think of Primary 2, Ann?\n\nMy mail of yesterday:\n{quoted}")
    assert readers(s, "stroke") <= {TEAM, JO.address}


def test_a_subject_alone_is_heard_and_passed_on_to_nobody(s: Scene) -> None:
    s.sends("Off sick, signed off with stress for four weeks", text="")
    assert readers(s, "signed off with stress") <= {TEAM, JO.address}
    assert TEAM in readers(s, "four weeks")


def test_a_mentor_who_asks_why_hears_nothing_of_the_circumstances(s: Scene) -> None:
    s.sends("Can't do it", text=ILL)
    assert s.answers("tell_difficulty", "WHY", ANN.address) == "WHY"
    told = s.last("explain_why")
    assert "exceptional" not in told
    assert "circumstances" not in told


def test_the_team_hears_what_a_reading_rests_on(s: Scene) -> None:
    s.sends("Can't do it", text=ILL)
    s.answers("ask_exceptional", "WHY", TEAM)
    assert "by its words (circumstances exceptional" in s.last("explain_why")


@pytest.mark.parametrize("said", ["Why three wards?", "Why 8 o'clock?"])
def test_a_question_that_begins_with_why_is_a_persons_word(s: Scene, said: str) -> None:
    s.sends("Report 1", "r.pdf")
    assert s.answers("forward_report", said, ANN.address) != "WHY"
    assert s.answers("forward_report", "Why is that?", ANN.address) == "WHY"
