"""Letters on their way and when they are tried again: post.py and retry.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.letters.post import Post
from qibot.letters.retry import given_up, pause
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates
from qibot.mailbox.delivery import Delivery
from qibot.model.case import Case, Put
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Role
from qibot.store.archive import Archive
from tests.support.build import CONFIG, ENROLMENT, JO, LONDON, MEG, THREADS, at, case

NOW = at("2026-10-12T09:00")
OK = "250 taken"


@pytest.fixture
def post(tmp_path: Path) -> Post:
    templates = Templates([tmp_path / "own", *CONFIG.template_folders()], LONDON)
    return Post(CONFIG, Archive(tmp_path), templates, THREADS, lambda _step: None)


def two_readers() -> Letter:
    return Letter("k", "relay_feedback", ("jo@x",), ("meg@x",), NOW, LetterState.WAITING)


def test_a_letter_is_written_with_its_bytes_on_disk(post: Post, tmp_path: Path) -> None:
    (letter,) = post.write(case(), (SAMPLES["receipt"],), NOW)
    assert letter.state is LetterState.WAITING
    assert len(Archive(tmp_path).spooled(letter.spooled)) == letter.size


def test_a_letter_that_the_case_has_is_not_written_again(post: Post) -> None:
    (letter,) = post.write(case(), (SAMPLES["receipt"],), NOW)
    assert post.write(case(Put(letter)), (SAMPLES["receipt"],), NOW) == []


def test_a_notice_to_nobody_makes_no_letter(post: Post) -> None:
    assert post.write(Case("x"), (replace(SAMPLES["receipt"], to=()),), NOW) == []


def test_a_broken_template_holds_the_letter_and_mending_it_frees_it(post: Post, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "receipt.md").write_text("Subject: {{ oops }}\n\nx\n")
    (held,) = post.write(case(), (SAMPLES["receipt"],), NOW)
    assert held.state is LetterState.HELD
    assert "oops" in held.fault
    assert post.write_again(case(), held, NOW) is held
    (own / "receipt.md").unlink()
    free = post.write_again(case(), held, NOW + timedelta(days=1))
    assert free.state is LetterState.WAITING
    assert free.message_id == held.message_id


def test_a_held_letter_speaks_of_no_manager_who_is_gone_and_knows_what_its_readers_were(
    post: Post, tmp_path: Path
) -> None:
    own, told = tmp_path / "own", replace(SAMPLES["relay_feedback"], to=(JO,), copy=(MEG,))
    own.mkdir()
    (own / "relay_feedback.md").write_text("Subject: {{ oops }}\n\nx\n")
    (held,) = post.write(case(), (replace(told, carries="", documents=()),), NOW)
    (own / "relay_feedback.md").write_text("Subject: x\n\n{{ manager or 'nobody' }} has a copy.\n")
    free = post.write_again(case(enrolment=replace(ENROLMENT, manager=None)), held, NOW)
    assert b"nobody has a copy" in Archive(tmp_path).spooled(free.spooled)
    assert free.parts == {JO.address: (Role.PRACTITIONER,), MEG.address: (Role.MANAGER,)}


def test_when_everybody_has_it_a_letter_is_sent(post: Post) -> None:
    settled = post.settle(two_readers(), Delivery({"jo@x": OK, "meg@x": OK}), NOW)
    assert (settled.state, settled.settled, settled.refused) == (LetterState.SENT, NOW, {})


def test_one_refused_reader_does_not_make_the_letter_unsent(post: Post) -> None:
    settled = post.settle(two_readers(), Delivery({"jo@x": OK, "meg@x": "550 unknown"}), NOW)
    assert settled.state is LetterState.SENT
    assert settled.refused == {"meg@x": "550 unknown"}


def test_when_nobody_can_have_it_a_letter_has_failed(post: Post) -> None:
    settled = post.settle(two_readers(), Delivery({"jo@x": "550 a", "meg@x": "554 b"}), NOW)
    assert settled.state is LetterState.FAILED


def test_a_deferred_reader_is_tried_again_alone(post: Post) -> None:
    waiting = post.settle(two_readers(), Delivery({"jo@x": OK}, {"meg@x": "451 later"}), NOW)
    assert waiting.state is LetterState.WAITING
    assert waiting.unsettled == ("meg@x",)
    assert waiting.next_try == NOW + timedelta(minutes=1)
    assert post.settle(waiting, Delivery({"meg@x": OK}), NOW).state is LetterState.SENT


def test_after_five_days_a_deferred_reader_is_given_up_with_the_servers_last_words(post: Post) -> None:
    waiting = post.settle(two_readers(), Delivery({"jo@x": OK}, {"meg@x": "451 later"}), NOW)
    settled = post.settle(waiting, Delivery({}, {"meg@x": "451 later"}), NOW + timedelta(days=5))
    assert settled.state is LetterState.SENT
    assert settled.refused == {"meg@x": "given up: 451 later"}


def test_the_five_days_begin_with_the_first_try_not_with_the_writing(post: Post) -> None:
    waiting = post.settle(two_readers(), Delivery({}, {"jo@x": "451", "meg@x": "451"}), NOW + timedelta(days=9))
    assert waiting.state is LetterState.WAITING


@given(st.integers(1, 10_000))
def test_pauses_grow_and_have_a_longest(tries: int) -> None:
    smtp = CONFIG.smtp
    assert timedelta(minutes=1) <= pause(smtp, tries) <= pause(smtp, tries + 1) <= timedelta(hours=6)


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_chance_makes_a_pause_shorter_by_a_quarter_at_most_and_never_longer(tries: int, drawn: float) -> None:
    full = pause(CONFIG.smtp, tries)
    assert 0.75 * full <= pause(CONFIG.smtp, tries, drawn) <= full


def test_a_letter_is_tried_often_at_first_and_still_on_the_fifth_day() -> None:
    now, tries = NOW, 0
    while not given_up(CONFIG.smtp, NOW, now):
        tries += 1
        now += pause(CONFIG.smtp, tries)
    assert 20 < tries < 40
