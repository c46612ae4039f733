"""A practitioner who is back has no circumstances; what had kept them isn't passed on unasked: back_again.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.build import message
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Scene]:
    """Jo's first report is in, and the second one due in a week."""
    s = scene(tmp_path, "2026-11-09T09:00")
    s.sends("October report", "r.pdf")
    yield s


@pytest.mark.parametrize(
    "text",
    [
        "I'm better now and back at work.", "I'm back, thank you all for the flowers. December's report will come.",
        "Back today - thanks everyone for bearing with me. I'll pick up again with the November report.",
        "Feeling much better, thanks. Back in the office since yesterday.", "I've returned to work today. Thanks all.",
        "Back at work as of this morning. Thank you for the extra time.",
        "I'm back at work. See you on Thursday, thanks.",
        "Back at my desk. I'll pick the project up again this week.",
        "I'm back at work and will crack on with the chart.",
        "Back from leave today.", "I'm back from my holidays now.",
    ],
)  # fmt: skip
def test_that_somebody_is_back_is_news_for_the_mentor(s: Scene, text: str) -> None:
    assert s.takes(message(subject="Back", text=text)) == "message from the practitioner"
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


@pytest.mark.parametrize(
    "text",
    [
        "I'm back on my feet after the flu.", "I'm home from hospital and back at work from today.",
        "I'm back at work today. My partner has walked out and I have the kids on my own.",
        "I'm back at work now. My nan is failing and I look after her.", "Back at work today, on antidepressants.",
        "I'm back at work now. Home life is a mess.", "Back at work today. They want to operate in May.",
        "I'm back after my dad's funeral, thank you for your kindness.", "Recovered from covid and back at work now.",
        "I'm back at work now, the report kept me sane in rehab.",
        "I'm back at work. The project can wait as my head's a mess.",
        "I'm back at work. See you after my parole, thanks.",
        "Back at work today. Thank you for keeping the police out of it.",
    ],
)  # fmt: skip
def test_what_had_kept_them_is_asked_about_and_goes_to_nobody_meanwhile(s: Scene, text: str) -> None:
    assert s.takes(message(subject="Back", text=text)) == "quarantine"
    assert s.raws("ask_which_report", "jo@school.example")
    assert not s.raws("relay_message")


@pytest.mark.parametrize(
    "text",
    [
        "I'm back at work but only mornings, so I'd need another fortnight.", "Back in hospital again I'm afraid.",
        "I'll be back on the 30th, I'm off ill until then.",
        "Back from sick leave in two weeks.", "My back has gone, I'm signed off for two weeks.",
        "I'm back at work on a phased return and will need more time for the report.",
        "Back to square one, the consultant has signed me off for another month.",
        "I was back for a day and had to go home sick again.", "Not back yet, I'm afraid, still poorly.",
    ],
)  # fmt: skip
def test_who_is_kept_still_or_again_has_told_why(s: Scene, text: str) -> None:
    assert s.takes(message(subject="Back", text=text)).startswith("exceptional circumstances")
