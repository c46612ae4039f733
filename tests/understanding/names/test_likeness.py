"""How surely words point to somebody: one reading of names for every place in which they stand."""

from __future__ import annotations

import pytest

from qibot.understanding.names.likeness import Sure, holds, is_renamed, likeness

FIONA, CATRIONA, THOMAS, SAM = "Fiona MacLeod", "Catriona O'Neill", "Thomas Müller", "Sam Baird"


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        (FIONA, "Fiona Mcleod", Sure.WHOLE),
        (FIONA, "Report of Fiona Mac Leod", Sure.WHOLE),
        (FIONA, "MACLEOD Fiona report", Sure.WHOLE),
        (FIONA, "Ms Fiona J MacLeod", Sure.WHOLE),
        (FIONA, "Report-1-Fiona-MacLeod", Sure.WHOLE),
        (CATRIONA, "Catriona O’Neill’s October report", Sure.WHOLE),
        (CATRIONA, "Catriona ONeill October", Sure.WHOLE),
        (THOMAS, "by Thomas Mueller", Sure.WHOLE),
        (THOMAS, "Tom Muller", Sure.WHOLE),
        (SAM, "Samuel Baird", Sure.WHOLE),
        (FIONA, "F MacLeod", Sure.INITIAL),
        (FIONA, "MacLeod, F.", Sure.INITIAL),
        (FIONA, "Fiona M - report 1", Sure.INITIAL),
        (FIONA, "Mrs MacLeod's report", Sure.SURNAME),
        (FIONA, "Report MacLeod October", Sure.SURNAME),
        (FIONA, "Report from Fiona", Sure.FIRST),
        ("Jack Dunn", "Jack's report", Sure.FIRST),
        (FIONA, "Fiona Grant", Sure.NOT),
        (FIONA, "Ian MacLeod", Sure.NOT),
        (FIONA, "K MacLeod", Sure.NOT),
        (FIONA, "Fiona MacLeod-Grant", Sure.NOT),
        ("Ann Lee", "Ann Lee-Brown", Sure.NOT),
        ("Jo Smith", "Report of Jo Smithson", Sure.NOT),
        ("Grace Ward", "with good grace, the report of ward 3", Sure.NOT),
        ("May Reid", "May's report", Sure.NOT),
        ("Priya", "Priya", Sure.NOT),
    ],
)
def test_a_text_points_to_a_person_as_surely_as_it_names_them(name: str, text: str, sure: Sure) -> None:
    assert likeness(name, text) is sure


@pytest.mark.parametrize(
    "file",
    ["Report 1 FMacLeod", "1_macleod_october", "MacLeod_Fiona_Report1", "QI-report-Fiona", "FionaMacLeodReport1"],
)
def test_a_files_name_names_them_in_whatever_way_it_parts_words(file: str) -> None:
    assert likeness(FIONA, file, file=True) > Sure.NOT


@pytest.mark.parametrize("said", ["Sam & Kate Baird", "Baird, Sam (Education)", "Sam Grant (formerly Baird)"])
def test_a_sender_is_called_so_where_both_names_stand_in_it(said: str) -> None:
    assert holds(SAM, said)


@pytest.mark.parametrize(
    ("said", "renamed"),
    [("Mrs Fiona Grant", True), ("Grant, Fiona", True), ("Dr F Grant-MacLeod", True), ("Fi", True),
     ("Fi Grant", False), ("Ian Grant", False), ("", False)],
)  # fmt: skip
def test_a_sender_with_the_same_first_name_may_have_another_surname_now(said: str, *, renamed: bool) -> None:
    assert is_renamed(FIONA, said) is renamed
