"""What a mentor says beside thanks isn't thrown away with them, and thanks with a wish stay thanks."""

from __future__ import annotations

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str, where: str = "report 2") -> str:
    fields = {"from": "mentor", "in": where, "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thanks Jo. Start small.", "feedback"),
        ("Thanks Jo, next time add a chart.", "feedback"),
        ("Thanks for this, keep plotting your data.", "feedback"),
        ("Thanks Jo. Only the first page came through.", "message"),
        ("Thanks Jo, call me when you can.", "message"),
        ("Thanks. Same report as last month!", "ask"),
        ("Thanks. I'd like to talk to one of you first.", "private"),
    ],
)
def test_what_stands_beside_thanks_is_what_it_would_be_by_itself(text: str, kind: str) -> None:
    assert said(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Jo, have a lovely Christmas!",
        "Many thanks Jo, really kind of you. Speak soon. Ann",
        "Thank you very much for getting this in so promptly.",
        "Ta muchly, printed.",
        "Thanks Jo. Enjoy the holidays.",
    ],
)
def test_thanks_with_a_wish_or_a_receipt_stay_thanks(text: str) -> None:
    assert said(text) == "nothing"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Perfect, got it.", "nothing"),
        ("That's great, I have it now. Thanks.", "nothing"),
        ("Well done for getting it in on time!", "nothing"),
        ("Brilliant, many thanks for sending that over.", "nothing"),
        ("Great report, thanks.", "feedback"),
        ("Perfect.", "feedback"),
        ("Well done Jo, thank you.", "feedback"),
    ],
)
def test_who_is_glad_to_have_it_praises_nothing(text: str, kind: str) -> None:
    assert said(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jo lovely report", "feedback"),
        ("Jo nice report. add a chart", "feedback"),
        ("Jo great at talking, never delivers.", "private"),
        ("Jo's good work has stopped, I'm worried", "private"),
    ],
)
def test_a_name_right_before_praise_of_the_work_is_called(text: str, kind: str) -> None:
    assert said(text) in (kind, "ask" if kind == "private" else kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thanks Jo. Start small.", "feedback"),
        ("Thank you Jo. Can we meet on Tuesday?", "message"),
        ("Thanks. Could you tell Jo to use a run chart?", "ask"),
        ("Thanks Jo, received.", "machine"),
        ("Thanks for the reminder, on it", "machine"),
    ],
)
def test_a_fresh_mail_is_read_beside_its_thanks_too(text: str, kind: str) -> None:
    assert said(text, "fresh").replace("nothing", "machine") == kind


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the reminder. It's very poor",
        "Thanks for the reminder. Not great, is it?",
        "Thank you. The report is poor.",
        "Thanks. Very disappointing",
        "Thanks. Who is this again?",
        "Thank you. Which report is this?",
    ],
)
@pytest.mark.parametrize("where", ["report 1", "reminder 1", "fresh"])
def test_a_verdict_beside_thanks_to_nobody_and_who_is_meant_are_asked_about(text: str, where: str) -> None:
    assert said(text, where) in ("ask", "feedback" if "report is poor" in text else "ask")


@pytest.mark.parametrize("text", ["Thanks Jo. It's very short.", "Cheers Jo. Far too long."])
def test_a_verdict_beside_thanks_to_the_practitioner_is_feedback(text: str) -> None:
    assert said(text, "report 1") == "feedback"


@pytest.mark.parametrize("text", ["Thanks, perfect.", "Thank you. That is kind.", "Thanks. It's in hand."])
def test_what_is_good_of_us_is_thanks(text: str) -> None:
    assert said(text, "reminder 1") == "nothing"


@pytest.mark.parametrize(
    "text", ["Thanks Jo. It's very thin. Are you well?", "Thanks Jo. It's a mess. So is your week."]
)
def test_a_verdict_beside_how_they_are_is_asked_about_since_the_manager_would_get_it(text: str) -> None:
    assert said(text) == "ask"
