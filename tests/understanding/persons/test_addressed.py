"""A mentor's fresh mail reaches nobody but the one it is for: who is called, named, written to (addressed.py)."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from qibot.calendar import Almanac
from qibot.events import ContactReported, DateNamed, Event, FeedbackReceived, MessageReceived, WhichAsked
from qibot.model import Case, Enrolment, Person, Put, Report, Role, Status, apply
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, arrival, at

LIKED = "What I liked: the aim says by when. Even better if the chart had a median."
PENDING = Report(1, at("2026-10-12T09:00"), False, 1, date(2026, 10, 19))


def of(name: str, *, pending: bool = False, manager: Person | None = MEG, status: Status = Status.ACTIVE) -> Case:
    """The case of a practitioner of Ann's, with a report that waits or none."""
    slug = name.lower().replace(" ", ".")
    who = ENROLMENT.practitioner if name == "Jo Smith" else Person(name, (f"{slug}@x.example",))
    one = Enrolment("2026-27", slug, who, ANN, manager, status=status)
    return apply(Case(one.unit), [Put(one), *([Put(PENDING)] if pending else [])])


JO = of("Jo Smith", pending=True)


def comes(text: str, *cases: Case, **parts: Any) -> Event:
    """What becomes of Ann's fresh mail."""
    where = Context([Part(Role.MENTOR, c) for c in cases])
    return classify(arrival("2026-11-12T09:00", sender=ANN.address, text=text, **parts), where, Almanac(CONFIG))


def reached(event: Event) -> str:
    """Whom it is passed on to."""
    return event.unit.split("/")[1] if isinstance(event, FeedbackReceived | MessageReceived | DateNamed) else ""


@pytest.mark.parametrize(
    ("other", "text", "parts"),
    [
        ("Will Tait", "What I liked about Will's aim: it says by when. Even better if it had a median.", {}),
        ("Will Tait", LIKED, {"subject": "Will's report 1"}),
        ("Will Tait", LIKED, {"subject": "Feedback for Will"}),
        ("Will Tait", LIKED, {"files": ("Will report 1 reviewed.pdf",)}),
        ("Hope Reid", LIKED, {"files": ("Hope_Report1_reviewed.docx",)}),
        ("Mark Hay", "I enjoyed reading Mark's report. " + LIKED, {}),
        ("Will Tait", "hi will, " + LIKED, {}),
        ("Ian Grace", "Dear Mr Grace,\n\n" + LIKED, {}),
        ("Mark Hay", "I'll need until Friday for Mark's report.", {}),
        ("Will Tait", f"Hi Jo and Will,\n\n{LIKED} Will, your aim is far too broad.", {}),
        ("Sam Baird", f"Hi Jo and Wendy,\n\n{LIKED}", {}),
        ("Sam Baird", "What I liked: Sam's ward tested the form. Even better if it had a median.", {}),
        ("Sam Baird", LIKED, {"subject": "Sam's service"}),
        ("Sam Baird", "Hi Jo, my comments are in the document.", {"files": ("Sam Baird report 1 reviewed.pdf",)}),
        ("Sam Baird", "Dear Meg, could you let Jo have an hour a week? The chart needs more data.", {}),
        ("Sam Baird", "Hi,\n\n" + LIKED, {"To": "sam.baird@x.example, bot@council.example"}),
        ("Rory MacLeod", "Dear Mr Macleod,\n\n" + LIKED, {}),
        ("Rory MacLeod", LIKED, {"subject": "MACLEOD - REPORT 1"}),
        ("Fiona Murray Mackie", f"I read Murray's report. {LIKED}", {}),
        ("Łukasz Nowak", "Dear Lukasz,\n\n" + LIKED, {}),
        ("Søren Kjær", "I enjoyed Soren's report. " + LIKED, {}),
        ("Jean Groß", LIKED, {"files": ("Gross_Report1_reviewed.docx",)}),
        ("Sam Baird", "Hi both,\n\n" + LIKED, {}),
        ("Sam Baird", "Hello all,\n\n" + LIKED, {}),
        ("Sam Baird", "Hi Xiomara,\n\n" + LIKED, {}),
        ("Sam Baird", "Dear Mrs Tulloch,\n\n" + LIKED, {}),
        ("Sam Baird", "Dear Wendy,\n\n" + LIKED, {}),
    ],
)
def test_what_somebody_else_may_be_meant_by_never_goes_to_the_one_whose_report_waits(
    other: str, text: str, parts: dict[str, Any]
) -> None:
    for cases in ((JO, of(other)), (of(other), JO), (JO, of(other, pending=True))):
        assert reached(comes(text, *cases, **parts)) != "jo.smith"


def test_a_practitioner_who_has_paused_is_known_by_name_too() -> None:
    paused = of("Fiona Kerr", status=Status.PAUSED)
    for parts in ({"subject": "Fiona's report 1"}, {"files": ("Fiona Kerr report 3.docx",)}):
        assert reached(comes(LIKED, JO, paused, **parts)) == ""
    assert reached(comes("I read Fiona's report on the train. " + LIKED, JO, paused)) == ""


def test_feedback_that_has_another_told_theirs_comes_later_isnt_that_others() -> None:
    for told in ("Tell Sam I'll do his tomorrow.", "Could you let Sam know his is next?"):
        assert isinstance(comes(f"{LIKED} {told}", of("Sam Baird", pending=True), JO), WhichAsked)
    assert (
        reached(comes("Tell Sam his aim is clear, and to add a median.", of("Sam Baird", pending=True))) == "sam.baird"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me who Jo's sponsor is?",
        "Could you send me the link for Thursday's mentor meeting?",
        "Hi Meg, could you come to the library with Jo on Tuesday?",
        "Dear Dr Patel, shall we meet in the library on Tuesday?",
        "Hi Bagheera, shall we meet in the library on Tuesday?",
    ],
)
def test_a_word_that_calls_somebody_else_or_nobody_is_asked_about_though_the_mentor_has_but_one(text: str) -> None:
    assert isinstance(comes(text, of("Jo Smith")), WhichAsked)


@pytest.mark.parametrize("names", [("Jo Smith", "Sam Baird"), ("Sam Baird", "Jo Smith")])
def test_a_private_word_that_names_another_ones_manager_is_seen_whoever_comes_first(names: tuple[str, str]) -> None:
    bob = Person("Bob Ray", ("bob@x.example",))
    cases = [JO if name == "Jo Smith" else of(name, manager=bob) for name in names]
    for text in ("Please don't show this to Meg Ross.", "Please don't show this to Bob Ray."):
        assert reached(comes(f"The chart is clear and I liked the test with one nurse. {text}", *cases)) == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hi Jo, shall we meet on Tuesday at ten, in the library?", "jo.smith"),
        ("Jo, can you bring Sam along on Tuesday? The library opens at ten.", "jo.smith"),
        (f"Dear Sam,\n\n{LIKED}", "sam.baird"),
        ("Hi Will, shall we meet on Tuesday at ten, in the library?", "will.tait"),
        (f"Hi Will,\n\n{LIKED}", "will.tait"),
        (f"Good morning Jo,\n\n{LIKED} You will see what I mean in May.", "jo.smith"),
        (f"Hi there Jo,\n\n{LIKED}", "jo.smith"),
    ],
)
def test_who_is_called_gets_it(text: str, who: str) -> None:
    cases = [of(name, pending=True) for name in ("Jo Smith", "Sam Baird", "Will Tait", "May Orr")]
    assert reached(comes(text, *cases)) == who


def test_with_nobody_named_it_is_about_the_one_report_that_waits() -> None:
    assert reached(comes(LIKED, of("Sam Baird"), JO, of("Will Tait"))) == "jo.smith"
    assert (
        reached(comes(f"Hello,\n\n{LIKED} Will you try it? It may work.", JO, of("Will Tait"), of("May Orr")))
        == "jo.smith"
    )


def test_that_they_met_is_noted_also_where_nothing_waits() -> None:
    found = comes("Met Jo yesterday.", of("Jo Smith"), of("Sam Baird"))
    assert isinstance(found, ContactReported)


@pytest.mark.parametrize(
    "more",
    [
        "This is between you and me.",
        "Could you send me the template again? My chart has gone.",
        "My new address is ann@home.example.",
        "I can't come to Monday's meeting, by the way, and Jo is lost.",
    ],
)
def test_to_the_team_a_day_alone_is_taken_and_never_the_day_for_more_that_is_said(more: str) -> None:
    text = f"Dear team, my feedback will be a few days late, you'll have it by 20 November. {more}"
    assert not isinstance(comes(text, JO), DateNamed)


def test_an_answer_that_brings_a_file_named_for_another_is_asked_about() -> None:
    where = Context([Part(Role.MENTOR, c) for c in (JO, of("Sam Baird"))], JO, 1)
    for name, asked in (("Sam Baird report 1 reviewed.docx", True), ("Jo Smith report 1, as Sam did.docx", False)):
        mail = arrival("2026-11-12T09:00", sender=ANN.address, text="My comments are in it.", files=(name,))
        assert isinstance(classify(mail, where, Almanac(CONFIG)), WhichAsked) is asked


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hi Sam,\n\nI enjoyed your report. The aim is clear.", {}),
        ("Hi Will, I enjoyed your report. The aim is clear.", {}),
        ("Dear Sam Baird,\n\nI enjoyed your report. The aim is clear.", {}),
        ("Hi Jo and Sam,\n\n" + LIKED, {}),
        ("I'll need until Friday for Sam's report.", {}),
        (f"Hi Jo,\n\n{LIKED}\n\nFor Sam: much too broad.", {}),
        ("My comments are in it.", {"files": ("Will report 1.docx",)}),
        ("My comments are in it.", {"files": ("SBaird1.docx",)}),
    ],
)
def test_an_answer_that_greets_another_or_has_a_part_for_one_is_asked_about(text: str, parts: dict[str, Any]) -> None:
    where = Context([Part(Role.MENTOR, c) for c in (JO, of("Sam Baird"), of("Will Tait"))], JO, 1)
    found = classify(arrival("2026-11-12T09:00", sender=ANN.address, text=text, **parts), where, Almanac(CONFIG))
    assert isinstance(found, WhichAsked)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"Hi Jo,\n\n{LIKED}\n\nFor Sam: much too broad.", {}),
        (f"Hi Jo,\n\n{LIKED} Sam's aim is far too broad.", {}),
        (LIKED, {"files": ("SBaird_report1.docx",)}),
        (LIKED, {"files": ("Report_1_SB.docx",)}),
        (f"Good day Karen,\n\n{LIKED}", {}),
        (f"hi xiomara,\n\n{LIKED}", {}),
        (f"Xiomara,\n\n{LIKED}", {}),
        (f"To both of you:\n\n{LIKED}", {}),
        (f"Ladies,\n\n{LIKED}", {}),
    ],
)
def test_a_part_a_file_or_a_greeting_for_another_keeps_a_fresh_mail_from_the_one_who_waits(
    text: str, parts: dict[str, Any]
) -> None:
    assert reached(comes(text, JO, of("Sam Baird"), **parts)) == ""


@pytest.mark.parametrize(
    "greeting",
    ["Hi, I've read it. ", "Hello, I enjoyed this. ", "Good morning, I have read it. ",
     "Hello, Thanks for the report. ", "Hi Jo. I've read it. ",
     "Hi Jo - I've read it. ", "Hi there,\n\n", "Thanks Jo, ", "Dear Jo Smith,\n"],
)  # fmt: skip
def test_how_one_begins_a_mail_is_no_stranger(greeting: str) -> None:
    assert reached(comes(greeting + LIKED, JO)) == "jo.smith"


def test_a_greeting_of_any_length_is_read_in_good_time() -> None:
    begun = time.process_time()
    for text in ("hi " + "." * 20_000 + "! Will", "Hi " + "-_" * 10_000, "Hi " + "Will " * 4_000):
        comes(text, JO, of("Will Tait"))
    assert time.process_time() - begun < 3  # seconds; it takes a tenth of that
