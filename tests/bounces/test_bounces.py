"""Bounces as servers write them are kept off, and say of whom and for how long; ordinary mail is never taken
for one."""

from __future__ import annotations

import time

import pytest

from qibot.message import parse
from qibot.model.letters import Letter, LetterState
from qibot.screening import Kind, concerning, read_bounce, screen
from qibot.screening.failure import Failure
from tests.bounces.collection import OFTEN, bounces, ordinary, sounding
from tests.bounces.shape import ANN, DELAYED, FAILED, GONE, MEG, OURS, Shape
from tests.support.build import THREADS, at

SHAPES = bounces()
LETTER = Letter("k", "forward_report", (ANN,), (MEG,), at("2026-10-12T09:00"), LetterState.SENT, OURS)
STRANGERS = b"not-ours@elsewhere.example"


def verdict(failure: Failure) -> str:
    """What becomes of the address."""
    return GONE if failure.permanent else FAILED if failure.final else DELAYED


def test_there_are_two_hundred_shapes_and_no_two_are_the_same() -> None:
    assert len(SHAPES) >= 200
    assert len({s.name for s in SHAPES}) == len({s.raw for s in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_a_bounce_is_kept_off_whoevers_letter_it_is_about(shape: Shape) -> None:
    assert screen(parse(shape.raw), THREADS) is Kind.BOUNCE
    assert screen(parse(shape.raw.replace(OURS.encode(), STRANGERS)), THREADS) is Kind.BOUNCE


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_the_addresses_are_read_and_gone_failed_and_delayed_are_told_apart(shape: Shape) -> None:
    bounce = read_bounce(parse(shape.raw), shape.raw)
    assert {address: verdict(failure) for address, failure in concerning(bounce, LETTER)} == dict(shape.about)
    named = {a for f in bounce.failures for a in f.addresses}
    assert named - {"ann.lee@elsewhere.example"} == set(dict(shape.about))  # and nobody else's


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_the_letter_that_came_back_is_found(shape: Shape) -> None:
    bounce = read_bounce(parse(shape.raw), shape.raw)
    assert OURS.lower() in {i.lower() for i in (*bounce.ids, *THREADS.ids_in(bounce.text))}


@pytest.mark.slow
def test_of_ordinary_mail_at_most_one_in_a_thousand_is_taken_for_one() -> None:
    mails = list(ordinary())[::OFTEN]
    wrong = [n for n, raw in enumerate(mails) if screen(parse(raw), THREADS) is not None]
    assert len(wrong) <= len(mails) / 1000, wrong


@pytest.mark.parametrize(("what", "raw"), list(sounding()), ids=lambda x: x if isinstance(x, str) else "")
def test_what_speaks_of_a_bounce_or_passes_one_on_is_a_persons_mail(what: str, raw: bytes) -> None:
    assert screen(parse(raw), THREADS) is None, what


def test_a_megabyte_of_addresses_is_read_in_good_time() -> None:
    text = "".join(f"<someone{n}@health.example>: 550 5.1.1 unknown\n" for n in range(20_000))
    raw = f"From: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\n\r\n{text}".encode()
    begun = time.perf_counter()
    read_bounce(parse(raw), raw)
    assert time.perf_counter() - begun < 5  # seconds; it takes a tenth of one
