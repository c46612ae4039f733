"""“I'll have a word with him” says that its writer sees to it, and nothing else."""

from __future__ import annotations

import time

import pytest

from qibot.understanding.managers.sees_to_it import kept_busy, sees_to_it

THEM = frozenset({"jo", "smith"})


@pytest.mark.parametrize(
    "text",
    [
        "Will chase.",
        "I'll raise it with her at our one-to-one tomorrow.",
        "I'll see to it that she sends it.",
        "I'll give Jo Smith a nudge this afternoon and make sure it comes.",
        "Thanks for the nudge, I'll look into it.",
        "I'll make sure she sends it to you by Friday.",
        "I'll make sure it's done.",
        "I'll make sure you get it this week.",
        "I'll see that she gets it in by Monday.",
        "I'll have a word with her straight away.",
    ],
)
def test_who_will_do_something_about_it_sees_to_it(text: str) -> None:
    assert sees_to_it(text, THEM)


@pytest.mark.parametrize(
    "text",
    [
        "I'll ask Derek in IT for the figures.",
        "I'll speak to the depot about the trackers.",
        "I'll have a word with her about her attitude.",
        "I'll make sure she has Friday afternoon.",
        "I can't speak to her before Monday.",
        "Could you speak to him?",
        "Will do, I'll make sure she leaves quietly by Friday.",
        "I'll make sure he takes over from Jo.",
        "I'll make sure you hear no more from us.",
        "I'll make sure it goes to Gordon Watt instead.",
        "I'll have a word when he's back.",
        "I'll speak to her once she is in again.",
        "I'll have a word with her and make sure she leaves by Friday.",
        "I'll chase him, he's away.",
    ],
)
def test_another_errand_or_a_word_of_what_for_is_more(text: str) -> None:
    assert not sees_to_it(text, THEM)


def test_work_that_kept_them_is_told_from_time_for_the_report() -> None:
    assert kept_busy("We've had Jo on the reception desk since Monday.", THEM)
    assert not kept_busy("We've had her on the report since Monday?", THEM)
    assert not kept_busy("We haven't had her on nights.", THEM)


def test_a_long_sentence_is_looked_through_in_no_time() -> None:
    began = time.perf_counter()
    sees_to_it("ok thanks " * 400 + "I'll speak to her " + "on the next day and " * 400, THEM)
    kept_busy("we have had to " * 1000, THEM)
    assert time.perf_counter() - began < 1
