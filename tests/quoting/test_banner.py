"""What organisations put above letters from outside is told from somebody's words: the specification of banner.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.quoting.banner import is_banner, is_label

BANNERS = [
    "CAUTION: This email originated from outside the organisation. Do not open attachments unless you know the sender.",
    "EXTERNAL EMAIL: Think before you click.",
    "This message originated from outside of NHS Tayside. Please do not click links unless the content is safe.",
    "***This message originated from outside Perth and Kinross Council***",
    "You don't often get email from qi.reports@council.example. Learn why this is important",
    "WARNING: This email came from an external sender. Be careful with links and attachments.",
    "Achtung: Diese E-Mail kommt von außerhalb der Organisation. Klicken Sie nicht auf Links.",
    "Ce courriel provient de l’extérieur de votre organisation.",
]


@pytest.mark.parametrize("line", BANNERS)
def test_a_banner_is_known(line: str) -> None:
    assert is_banner(line)
    assert is_banner(f"  {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Great work!",
        "Which pupils?",
        "This is important",
        "Please don't reply to Meg about this, do click the link",
        "Please open the doors earlier",
        "Who is outside the door on Tuesdays?",
        "Caution: the sample is small.",
        "Warning: your chart has no dates.",
        "WARNING: This email came from an external sender. I liked the aim.",
        "An external measure would help",
        "External",
        "Is this external to the organisation?",
        "This is outside Primary Two.",
        "This is outside Health and Social Care Fife.",
        "click " * 100_000,
        BANNERS[0] + " " * 900 + "I liked the aim",
        "This email originated from outside the organisation and I liked the aim very much indeed, Jo",
        "This email originated from outside the organisation Great Aim",
        "caution " * 200,
    ],
)
def test_somebodys_words_are_no_banner(line: str) -> None:
    assert not is_banner(line)


@given(st.sampled_from(BANNERS), st.from_regex(r"q[bcdfgz]{3,8}", fullmatch=True))
def test_one_sentence_more_makes_it_somebodys_words(line: str, word: str) -> None:
    assert not is_banner(f"{line} Well {word}.")


@pytest.mark.parametrize("line", ["[EXTERNAL]", "CAUTION:", "*** External Email ***", "WARNING"])
def test_the_word_above_a_banner_is_known(line: str) -> None:
    assert is_label(line)
    assert not is_label(f"{line} one")
