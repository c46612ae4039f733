"""The pages: what they name is there, and what qibot says points to a place in them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from qibot.cli import parser
from qibot.config.signin import Signin
from qibot.mailbox.reasons import TABLE, Facts

ROOT = Path(__file__).parent.parent
GUIDES = ["microsoft-365.md", "google-workspace.md", "imap.md"]
PAGES = sorted(p.relative_to(ROOT) for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if p.stem != "CHANGELOG")
MAILBOX_FOLDERS = {"qibot/done", "qibot/quarantine"}


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text()


def test_each_step_that_a_sentence_points_to_is_in_the_guide() -> None:
    named = re.findall(r"docs/([\w-]+\.md)[,)](?: steps? (\d)(?: to (\d))?)?", " ".join(r.todo for r in TABLE))
    assert len(named) > 10
    for guide, *steps in named:
        for step in filter(None, steps):
            assert f"## Step {step}:" in text_of(guide), (guide, step)


@pytest.mark.parametrize("guide", ["microsoft-365.md", "google-workspace.md"])
def test_each_step_has_a_row_that_says_what_it_looks_like_when_it_was_forgotten(guide: str) -> None:
    text = text_of(guide)
    steps = re.findall(r"^## Step (\d): ", text, re.MULTILINE)
    assert steps == [str(n + 1) for n in range(len(steps))]
    table = text.partition("## What it looks like")[2].partition("\n## ")[0]
    last = re.findall(r"\| ([\d to,]+) \|$", table, re.MULTILINE)
    rows = {n for one in last for n in re.findall(r"\d", one)}
    assert set(steps[:-1]) - rows == set()


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_and_settings_that_a_guide_names_are_there(guide: str) -> None:
    text = text_of(guide)
    for command in re.findall(r"^qibot ([\w -]+)$|`qibot ([\w -]+)`", text, re.MULTILINE):
        words = next(filter(None, command)).split()
        parser._parser().parse_args(words)
    for name in re.findall(r"`signin\.(\w+)", text):
        assert name in Signin.model_fields


@pytest.mark.parametrize("guide", GUIDES)
def test_the_examples_of_a_guide_are_what_the_configuration_takes(guide: str) -> None:
    for block in re.findall(r"```toml\n(.*?)```", text_of(guide), re.DOTALL):
        Signin.model_validate(tomllib.loads(block).get("signin", {}))


@pytest.mark.parametrize(
    ("guide", "codes"),
    [("microsoft-365.md", r"AADSTS\d+|5\.7\.\d+"), ("google-workspace.md", r"un\w+_client|invalid_\w+")],
)
def test_the_codes_in_a_guide_are_those_of_the_table(guide: str, codes: str) -> None:
    known = " ".join(row.code for row in TABLE)
    found = set(re.findall(codes, text_of(guide)))
    assert found
    assert [code for code in found if code not in known] == []


def test_what_the_guide_quotes_is_what_is_said() -> None:
    said = " ".join(row.sentence(Facts("…", "…", "…")) for row in TABLE)
    table = text_of("microsoft-365.md").partition("## What it looks like")[2].partition("\n## ")[0]
    quoted = re.findall(r"`(?:sign-in|imap)`: ((?:Microsoft|There|The app|A Cond)[^(|…]{12,40})", table)
    assert len(quoted) >= 6
    assert [words for words in quoted if words.strip() not in said] == []


def test_each_test_that_the_page_on_faults_names_is_there() -> None:
    table = (ROOT / "docs/faults.md").read_text().partition("## Which test holds what")[2].partition("\n## ")[0]
    path, named = "", 0
    for word in re.findall(r"`([^`]+)`", table):
        if word.endswith(".py"):
            path = word
        elif word.startswith("test_"):
            assert f"def {word}(" in (ROOT / path).read_text(), f"{path}: {word}"
            named += 1
    assert named > 80


def is_there(named: str) -> bool:
    """Whether there is such a file or folder, from the top or within a room; `<kind>` stands for any."""
    pattern = re.sub(r"<\w+>", "*", named).rstrip("/")
    return any(ROOT.glob(pattern)) or any(any(ROOT.glob(f"{x}/**/{pattern}")) for x in ("qibot", "tests"))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_each_file_and_folder_that_a_page_names_is_there(page: Path) -> None:
    text = (ROOT / page).read_text()
    rooms = {p.name for p in [*ROOT.iterdir(), *(ROOT / "qibot").iterdir()] if p.is_dir()}
    quoted = re.findall(r"`([^`\s]+)`", text)
    named = {x for x in quoted if x.endswith(".py") or x.rpartition("/")[0].split("/")[0] in rooms}
    files = {re.sub(r"\.[A-Z]+$", ".py", x) for x in named - MAILBOX_FOLDERS}  # `events/notices.READERS`
    assert {x for x in files if not is_there(x)} == set()
    linked = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    assert [x for x in linked if not (ROOT / page.parent / x).exists()] == []
