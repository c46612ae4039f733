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


@pytest.mark.parametrize(
    "text",
    [
        "We've had him on nights for the gritting, that's my fault.",
        "Sorry, we've had Jo on the election count all fortnight.",
        "My fault, I needed her at the other school.",
        "We've had her covering two wards.",
        "We sent her to cover the other depot.",
        "I've moved her over to the new unit.",
        "I've had her out on the vans all month.",
        "The ward has had her doing doubles.",
        "I've had him tied up with the audit.",
        "I've had Jo on the budget papers all month.",
        "We had her away at the other site.",
    ],
)
def test_a_place_or_kind_of_work_that_had_them_kept_them(text: str) -> None:
    assert kept_busy(text, THEM)


@pytest.mark.parametrize(
    "text",
    [
        "I've asked her on Monday and she says it is done.",
        "I have asked her across the desk, it is nearly done.",
        "I've sent him off to write it.",
        "I've got her doing it right now.",
        "I've just sent her over to you with it.",
        "I have had them off my back all week",
        "I've had her on the phone.",
        "I've put her on it.",
        "I've put her on a warning.",
        "I've put him on sick leave.",
        "I've had her doing the report.",
        "I've kept her on track.",
        "I've had her working on it today.",
        "I had Jo in my office about it.",
        "I've had her at the desk writing it.",
    ],
)
def test_what_a_manager_did_so_that_it_comes_kept_nobody(text: str) -> None:
    assert not kept_busy(text, THEM)


def test_a_long_sentence_is_looked_through_in_no_time() -> None:
    began = time.perf_counter()
    sees_to_it("ok thanks " * 400 + "I'll speak to her " + "on the next day and " * 400, THEM)
    kept_busy("we have had to " * 1000, THEM)
    kept_busy("we had her on " + "the other " * 1000 + "we had her on the other " * 400, THEM)
    assert time.perf_counter() - began < 1
