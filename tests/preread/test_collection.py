"""The reports of the collection: what the pre-read says of them, and what it must never fall below."""

from __future__ import annotations

import time

import pytest

from qibot.preread import RULES, pre_read
from tests.preread.collection import Sample, samples, tally

PRECISION, RECALL = 0.9, 0.8
SECONDS = 0.1
NAMES = {rule.name for rule in RULES}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["train", "heldout"])
def test_alarms_are_right_and_little_is_missed(folder: str) -> None:
    if not samples(folder):
        pytest.skip(f"no reports in {folder}")
    found = tally(folder)
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


@pytest.mark.parametrize("sample", samples("train") + samples("heldout"), ids=lambda s: s.name)
def test_each_expectation_names_a_rule_and_words_of_the_report(sample: Sample) -> None:
    assert {e.rule for e in (*sample.expected, *sample.allowed)} <= NAMES
    whole = " ".join(" ".join(sample.parts.values()).split())
    assert all(e.words in whole for e in sample.expected)


@pytest.mark.parametrize("sample", samples("train"), ids=lambda s: s.name)
def test_each_observation_quotes_the_report_or_the_feedback_and_says_where(sample: Sample) -> None:
    report = sample.report()
    said = " ".join(s.text for s in report.sentences) + sample.parts.get("feedback", "")
    for observation in pre_read(report):
        assert " ".join(observation.words.split()) in " ".join(said.split())
        assert bool(observation.words) == bool(observation.place)


def test_every_rule_is_expected_somewhere_in_the_collection() -> None:
    expected = {e.rule for sample in samples("train") for e in sample.expected + sample.allowed}
    assert NAMES - expected == set()


def test_a_pre_read_takes_a_fraction_of_a_second() -> None:
    reports = [sample.report() for sample in samples("train")[:30]]
    began = time.process_time()
    for report in reports:
        pre_read(report)
    assert (time.process_time() - began) / len(reports) < SECONDS
