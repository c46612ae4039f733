"""Enrolments by words: what is looked up is what a look at everybody finds, also after changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qibot.model.people import Enrolment, Person
from tests.support.build import ENROLMENT, case, known

WORDS = st.sampled_from(["jo", "sam", "will", "baird", "", "o'neill"])
NAMES = st.lists(WORDS, max_size=3).map(" ".join)


def words_of(e: Enrolment) -> list[str]:
    return e.practitioner.name.split(" ")


def called(slug: int, name: str) -> Enrolment:
    return replace(ENROLMENT, slug=f"p{slug}", practitioner=Person(name, (f"p{slug}@x.example",)))


@given(st.lists(st.tuples(st.integers(0, 5), NAMES, st.lists(WORDS, max_size=3)), max_size=15))
def test_a_look_up_finds_whom_a_look_at_everybody_finds_in_the_same_order(
    changes: list[tuple[int, str, list[str]]],
) -> None:
    people = known()
    for slug, name, words in changes:
        people.note(case(enrolment=called(slug, name)))
        plain = [e for e in people.enrolments.values() if not set(words).isdisjoint(words_of(e))]
        assert people.having(words, words_of) == plain


def test_an_enrolment_is_asked_for_its_words_again_when_it_changes_alone() -> None:
    asked: list[str] = []

    def words(e: Enrolment) -> list[str]:
        asked.append(e.practitioner.name)
        return words_of(e)

    people = known(called(1, "jo"), called(2, "sam"))
    assert not people.having(["will"], words)
    people.note(case(enrolment=called(1, "jo")))
    people.note(case(enrolment=called(2, "will")))
    assert people.having(["will"], words) == [called(2, "will")]
    assert asked == ["jo", "sam", "will"]
