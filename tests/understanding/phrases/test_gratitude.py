"""Thanks in a few words more than the bare ones need nobody (gratitude.py)."""

from __future__ import annotations

import pytest

from qibot.understanding.phrases.gratitude import is_gratitude
from tests.support.build import mail

NAMES = frozenset({"jo", "smith", "ann", "lee", "bob", "ray"})


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, useful.",
        "Great, thanks. I appreciate it.",
        "Thanks for understanding.",
        "Thank you, and good luck to Bob.",
        "Thanks for your help, I'm very grateful.",
        "Many thanks for sorting this out so quickly. Have a good weekend!",
        "That's helpful, thank you.",
    ],
)
def test_thanks_are_thanks(text: str) -> None:
    assert is_gratitude(mail(text=text), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Not useful, thanks.",
        "Thanks for understanding that Jo can't go on.",
        "Good luck, Jo.",
        "Useful.",
        "Thanks, was that useful to anybody?",
        "Thanks. The chart is useful.",
        "Thanks for nothing.",
        "I'd appreciate it if somebody rang her.",
        "Thanks, good luck to him with that manager.",
        "Thanks, I'd be grateful for a call.",
    ],
)
def test_whatever_says_more_is_a_word(text: str) -> None:
    assert not is_gratitude(mail(text=text), NAMES)
