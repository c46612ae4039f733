"""A CSV is read in every dialect and encoding that spreadsheets save, and never guessed where it is none."""

from __future__ import annotations

import pytest

from tests.support.sheets import HEADER, JO, JO_READ, KIM, Faults, Parse, as_csv


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_dialect_and_encoding_is_read(parse: Parse, encoding: str, delimiter: str, newline: str) -> None:
    text = as_csv([HEADER, [cell.replace("Jo Smith", "José Müller") for cell in JO]], delimiter, newline)
    (found,) = parse(text.encode(encoding))
    assert found.practitioner.name == "José Müller" and found.slug == "jose.muller"


@pytest.mark.parametrize("bom, encoding", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_is_read_in_either_byte_order(parse: Parse, bom: bytes, encoding: str) -> None:
    assert parse(bom + as_csv([HEADER, JO]).encode(encoding)) == [JO_READ]


def test_a_semicolon_sheet_may_hold_commas_and_the_other_way_round(parse: Parse) -> None:
    rows = [HEADER, [*JO[:-1], "a, b; c"]]
    assert parse(as_csv(rows, ";"))[0].project == parse(as_csv(rows))[0].project == "a, b; c"


def test_a_line_number_is_that_of_the_rows_first_line(faults: Faults) -> None:
    rows = [HEADER, [*JO[:-1], "two\r\nlines\nor three"], [], [*KIM[:2], "nonsense", *KIM[3:]]]
    assert faults(rows)[0].startswith('people.csv, line 6, column "Practitioner e-mail": “nonsense” isn\'t')


def test_a_byte_that_windows_1252_does_not_know_is_a_fault_with_its_line(faults: Faults) -> None:
    (fault,) = faults(as_csv([HEADER, JO]).encode() + b'"two\r\nlines",Jos\x81\r\n')
    assert fault == 'people.csv, line 4: byte 0x81 is no cp1252 text: save the sheet as "CSV UTF-8".'


def test_a_marked_utf_8_or_utf_16_is_not_guessed_otherwise(faults: Faults) -> None:
    assert "line 2: byte 0xe9 is no utf-8-sig text" in faults(b"\xef\xbb\xbfa\rJos\xe9")[0]
    assert "line 1: byte 0x61 is no utf-16 text" in faults(b"\xff\xfea")[0]


def test_a_quotation_mark_that_never_closes_is_a_fault_where_it_opens(faults: Faults) -> None:
    (fault,) = faults(as_csv([HEADER, JO]) + '2026-27,"Kim Ross,kim@council.example\n' + as_csv([KIM, JO]))
    assert fault.startswith("people.csv, line 3: the row isn't sound CSV")
