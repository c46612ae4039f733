"""Template -> subject, text and HTML: the specification of templates.py."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.errors import TemplateBroken
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates, Words
from tests.support.build import CONFIG, LONDON

OURS = CONFIG.template_folders()


def made(folder: Path, text: str, **facts: object) -> tuple[str, str, str]:
    (folder / "letter.md").write_text(text, encoding="utf-8")
    done = Templates([folder], LONDON).render("letter", facts)
    return done.subject, done.text, done.html


def test_the_first_line_is_the_subject_and_the_rest_the_text(tmp_path: Path) -> None:
    assert made(tmp_path, "Subject: Hello {{ name }}\n\nDear {{ name }}\n", name="Jo")[:2] == ("Hello Jo", "Dear Jo\n")


def test_markdown_becomes_html(tmp_path: Path) -> None:
    assert "<strong>now</strong>" in made(tmp_path, "Subject: x\n\n**now**\n")[2]


HOSTILE = [
    "<script>alert(1)</script>", "![x](http://evil/t.png)", "[x](http://evil)", "<img src=x>", "# big", "`x`", "a|b",
    "*x*", "&lt;", "1. x", "- x", "---", "~~~", "http://evil.example",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_people_wrote_is_text_and_nothing_else(tmp_path: Path, hostile: str) -> None:
    _, text, page = made(tmp_path, "Subject: x\n\n{{ name }}\n", name=hostile)
    assert text == f"{hostile}\n"
    assert f"<p>{html.escape(hostile)}</p>" in page


def test_a_word_between_two_others_keeps_its_spaces_in_html(tmp_path: Path) -> None:
    page = made(tmp_path, "Subject: x\n\n{{ name }}{{ ' and ' }}{{ name }}\n", name="Jo")[2]
    assert "<p>Jo and Jo</p>" in page


def test_a_persons_words_keep_their_lines_in_html(tmp_path: Path) -> None:
    page = made(tmp_path, "Subject: x\n\n{{ words }}\n", words=Words("one\n\n<b>two</b>"))[2]
    assert "one\n\n&lt;b&gt;two&lt;/b&gt;" in page
    assert "pre-wrap" in page


def test_words_are_quoted_in_text_when_the_template_says_so(tmp_path: Path) -> None:
    assert made(tmp_path, "Subject: x\n\n{{ words | quoted }}\n", words=Words("one\n\ntwo"))[1] == "> one\n>\n> two\n"


def test_a_persons_page_stands_in_the_html_and_the_words_in_the_text(tmp_path: Path) -> None:
    _, text, page = made(tmp_path, "Subject: x\n\n{{ words | quoted }}\n", words=Words("one *two*", "one <b>two</b>"))
    assert text == "> one *two*\n"
    assert "one <b>two</b></div>" in page
    assert "pre-wrap" not in page


def test_nobody_can_write_what_marks_the_place_of_the_words(tmp_path: Path) -> None:
    page = made(tmp_path, "Subject: x\n\n{{ name }}\n\n{{ words }}\n", name="\ue0000\ue000", words=Words("one"))[2]
    assert page.count("one") == 1
    both = {"a": Words("\ue0001\ue000", "\ue0001\ue000"), "b": Words("two")}
    twice = made(tmp_path, "Subject: x\n\n{{ a }}\n\n{{ b }}\n", **both)[2]
    assert twice.count("two") == 1


def test_a_letter_is_as_light_or_dark_as_its_reader_likes_and_as_wide_as_the_window(tmp_path: Path) -> None:
    page = made(tmp_path, "Subject: x\n\ny\n")[2]
    assert '<meta name="color-scheme" content="light dark">' in page
    assert not re.search(r"[;\"](?:color|width):", page)


def test_days_and_moments_are_written_in_the_programmes_time_zone(tmp_path: Path) -> None:
    text = "Subject: x\n\n{{ d | day }}; {{ m | moment }}\n"
    written = made(tmp_path, text, d="2026-10-05", m="2026-10-12T22:30:00+00:00")[1]
    assert written == "Monday 5 October 2026; Monday 12 October 2026, 23:30\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Subject: x\n\n{{ nmae }}\n", "nmae"),
        ("Subject: x\n\n{% if %}\n", "line 3"),
        ("Subject: x\n\n{{ name | dya }}\n", "dya"),
        ("Subject: x\n\n{{ name.x.y }}\n", "letter.md"),
        ("Subject: x\n\n{{ name | day }}\n", "letter.md"),
        ("Hello\n\nno subject\n", "Subject"),
        ("Subject:   \n\nempty\n", "Subject"),
        ("Subject: x\n\n\n", "no text"),
    ],
)
def test_a_broken_template_is_named_with_what_is_wrong(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(TemplateBroken, match=named):
        made(tmp_path, text, name="Jo")


def test_a_template_that_is_not_utf8_is_broken(tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_bytes(b"Subject: x\n\n\xff\xfe\n")
    with pytest.raises(TemplateBroken):
        Templates([tmp_path], LONDON).render("letter", {})


def test_the_teams_own_template_comes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "report_trouble.md").write_text("Subject: mine\n\nx\n")
    assert Templates([tmp_path, *OURS], LONDON).render("report_trouble", {}).subject == "mine"


def test_a_template_is_read_anew_when_it_was_edited(tmp_path: Path) -> None:
    templates = Templates([tmp_path], LONDON)
    (tmp_path / "letter.md").write_text("Subject: {{ oops }}\n\nx\n")
    with pytest.raises(TemplateBroken):
        templates.render("letter", {})
    (tmp_path / "letter.md").write_text("Subject: mended, and longer\n\nx\n")
    assert templates.render("letter", {}).subject == "mended, and longer"


def test_every_template_has_a_sample_and_every_sample_a_template() -> None:
    folder = next(f for f in OURS if f.is_dir())
    assert {p.stem for p in folder.glob("*.md")} == set(SAMPLES)


@given(st.text(max_size=200))
def test_no_text_breaks_out_of_its_place(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("t")
    page = made(folder, "Subject: x\n\nbefore {{ name }} after\n\n{{ words }}\n", name=text, words=Words(text))[2]
    body = page.partition('max-width:42em">')[2]
    assert body.count("<p>") == 1
    assert body.count("<div") == 1
    assert not any(tag in body for tag in ("<script", "<img", "<a ", "<h1"))
