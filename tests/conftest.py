"""Fixtures that many tests share."""

from __future__ import annotations

import gc
import logging
import os
import uuid
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.compiled import compile_once
from tests.support.expressions import compile_all
from tests.support.headers import read_headers_once
from tests.support.mailservers import MailServers
from tests.support.programme import Programme
from tests.support.room import write_there

write_there()

# No example is timed: a machine that does other things meanwhile is no fault of what is tested.
settings.register_profile("untimed", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=20)  # `make test-quick`
PROFILE = os.environ.get("QIBOT_EXAMPLES", "untimed")
settings.load_profile(PROFILE)
QUICK, FIRST = PROFILE == "quick", 1  # and of how many messages of a test the quick part tries


SLOW = {
    "test_simulator", "test_invariants", "test_next_look", "test_ladder", "test_working_hours", "test_contact_nudges",
    "test_downtime", "test_cohorts_end", "test_circumstances", "test_escalation", "test_feedback_due", "test_silence",
    "test_turns", "test_turns_histories", "test_catch_up",
    "test_this_is", "test_discard", "test_told_of_strangers", "test_which_report", "test_mended", "test_orders",
    "test_terminal", "test_suggested_person",
    "test_killed_rounds", "test_killed_commits", "test_failing_disk", "test_full_disk", "test_one_process",
    "people", "whole", "faults", "hostile", "demo", "test_package",
    "private_words", "test_interruptions", "concerns",
    "test_answers_below", "test_recalled", "test_talks", "test_words_of_correction", "test_courtesies",
    "test_whom_else", "test_what_stays_with_the_team", "test_following", "test_of_the_notes",
    "test_in_answer_to_anothers_words",
    "test_few_words_under_a_report", "test_correction", "test_reports_that_answer_kept_words",
    "test_what_is_no_document", "test_collection",
}  # fmt: skip
SLOW_TESTS = {
    "test_the_manager_loses_the_copy_of_little_true_feedback",
    "test_each_message_of_the_collection_says_what_must_come_of_it",
    "test_what_a_hostile_mail_links_to_takes_no_time",
    "test_the_demo_plays_a_year_with_each_kind_of_person",
    "test_every_message_ends_where_it_belongs_after_one_word_at_most",
    "test_documents_arrive_as_they_were_attached_with_safe_names",
    "test_files_ordinary_names_are_asked_about_in_no_more_than_one_of_two_hundred",
    "test_ordinary_subjects_are_asked_about_in_no_more_than_one_of_a_hundred",
    "test_a_room_is_entered_by_its_front_door",
}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """All that is made here lives to the end: looking through it for what could go takes seconds each time. Expressions
    are compiled, so that no test's time has that in it."""
    gc.disable()
    try:
        return (yield)
    finally:
        compile_all()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """What `make test-quick` leaves out: whatever needs the servers, files whose tests take seconds each, and of a test
    with many messages all but the first."""
    seen = Counter[str]()
    for item in items:
        of = item.nodeid.partition("[")[0]
        seen[of] += 1
        if QUICK and seen[of] > FIRST:
            item.add_marker("slow")
        if "servers" in getattr(item, "fixturenames", ()):
            item.add_marker("servers")
        if {item.path.stem, item.path.parent.name} & SLOW or item.originalname in SLOW_TESTS:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def servers() -> Iterator[MailServers]:
    """A real Dovecot and Postfix, once for each process that runs tests; use `mailbox_name` to keep tests apart."""
    running = MailServers()
    running.start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_and_headers_read_once() -> Iterator[None]:
    """Or each of a thousand bots would do it anew."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        read_headers_once(patch)
        yield


@pytest.fixture(autouse=True)
def _the_logs_level_is_left_as_it_was() -> Iterator[None]:
    """Commands run within the tests' process set it."""
    log = logging.getLogger("qibot")
    before = log.level
    yield
    log.setLevel(before)


@pytest.fixture
def mailbox_name() -> str:
    """An address that no other test uses; its mailbox is empty."""
    return f"bot-{uuid.uuid4().hex[:12]}@lab.example"


@pytest.fixture
def unenrolled(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    """A programme in which nobody is enrolled yet."""
    made = Programme(servers, tmp_path / "qibot")
    yield made
    made.close()


@pytest.fixture
def p(unenrolled: Programme, capsys: pytest.CaptureFixture[str]) -> Programme:
    """A programme with everybody enrolled."""
    unenrolled.enrol()
    capsys.readouterr()
    return unenrolled
