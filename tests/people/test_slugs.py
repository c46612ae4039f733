"""Whoever is known keeps the slug, and no two people of a cohort ever share one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.model.people import Enrolment, Person, Status
from qibot.people.enrolling import compare
from tests.support.drawn_sheets import sheets
from tests.support.sheets import HEADER, JO, JO_READ, KIM, Parse, as_csv, read_bytes, row, table


@pytest.mark.parametrize(
    "name, slug",
    [
        ("Jo Smith", "jo.smith"), ("Zoë O'Neill-Brown", "zoe.oneill-brown"), ("J. R. Ewing", "j.r.ewing"),
        ("../../etc/passwd", "etcpasswd"), ("...", "p"), ("李小龙", "p"), ("x" * 60, "x" * 40), ("Dr_No", "drno"),
        ("ﬁona ⅷ", "fiona.viii"),
    ],
)  # fmt: skip
def test_a_slug_is_made_from_the_name(parse: Parse, name: str, slug: str) -> None:
    assert parse(table(row(Practitioner=name)))[0].slug == slug


@pytest.mark.parametrize("name, second", [("Jo Smith", "jo.smith.2"), ("x" * 60, "x" * 38 + ".2"), ("李", "p.2")])
def test_namesakes_get_numbered_slugs(parse: Parse, name: str, second: str) -> None:
    rows = table(*(row(Practitioner=name, Practitioner_email=f"jo{n}@x.example") for n in range(3)))
    slugs = [e.slug for e in parse(rows)]
    assert slugs[1] == second and slugs[2] == second[:-1] + "3" and max(map(len, slugs)) <= 40


def test_a_new_namesake_does_not_get_the_slug_of_a_known_one(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("other@x.example",)))
    third = replace(known, slug="jo.smith.3", practitioner=Person("Jo Smith", ("third@x.example",)))
    assert [e.slug for e in parse([HEADER, JO], [known, third])] == ["jo.smith.2"]


def test_whoever_has_a_known_address_keeps_the_slug_under_a_new_name(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Brown", ("old@x.example", "jo@council.example")), slug="jo.brown")
    assert parse([HEADER, JO], [known])[0].slug == "jo.brown"


def test_whoever_has_a_known_name_keeps_the_slug_under_a_new_address(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("JO SMITH", ("old@x.example",)), slug="known")
    assert parse([HEADER, JO], [known])[0].slug == "known"


def test_a_name_does_not_match_whom_an_address_matches_already(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("kim@council.example",)), slug="known")
    assert [e.slug for e in parse([HEADER, JO, KIM], [known])] == ["jo.smith", "known"]


def test_of_two_namesakes_neither_inherits_a_known_ones_history(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("old@x.example",)))
    rows = table(row(), row(Practitioner_email="second@x.example"))
    assert [e.slug for e in parse(rows, [known])] == ["jo.smith.2", "jo.smith.3"]


def test_another_cohorts_enrolment_is_not_matched(parse: Parse) -> None:
    assert parse([HEADER, JO], [replace(JO_READ, cohort="2027-28", slug="other")])[0].slug == "jo.smith"


def test_when_a_row_could_be_two_known_ones_the_likelier_is_taken(parse: Parse) -> None:
    withdrawn = replace(JO_READ, slug="a", practitioner=Person("Jo", ("jo@council.example",)), status=Status.WITHDRAWN)
    active, same = (
        replace(withdrawn, slug="b", status=Status.ACTIVE),
        replace(withdrawn, slug="c", practitioner=JO_READ.practitioner),
    )
    assert parse([HEADER, JO], [withdrawn, active])[0].slug == "b"
    assert parse([HEADER, JO], [withdrawn, active, same])[0].slug == "c"


def test_two_rows_never_match_the_same_known_one(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo", ("jo@council.example", "kim@council.example")), slug="jo")
    assert [e.slug for e in parse([HEADER, JO, KIM], [known])] == ["jo", "kim.ross"]


FEW = st.sampled_from(["Jo", "jo", "Kim Ross", "李", "..", "Jo.2"])


@given(st.lists(sheets(names=FEW), min_size=1, max_size=4))
def test_slugs_are_unique_and_an_unchanged_sheet_changes_nothing(imports: list[list[dict[str, str]]]) -> None:
    known: dict[str, Enrolment] = {}
    for rows in imports:
        content = as_csv(table(*rows)).encode()
        wanted = read_bytes(content, known.values())  # type: ignore[arg-type]
        assert len({e.unit for e in wanted}) == len(wanted)
        assert all(re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?", e.slug) for e in wanted)
        known |= {change.unit: change.after for change in compare(known, wanted)}
        again = read_bytes(content, known.values())  # type: ignore[arg-type]
        assert again == wanted and compare(known, again) == []
        shuffled = read_bytes(as_csv(table(*rows[::-1])).encode(), known.values())  # type: ignore[arg-type]
        assert shuffled[::-1] == wanted
