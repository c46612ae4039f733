"""A link to a host that the configuration names is a document like any other (3a, issue: mail as it really comes)."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.support.build import message
from tests.support.dialogue import Scene, scene

LINK = "https://files.dunmore.example/s/4711"
WORDS = f"Here is my report for October: {LINK}"

pytestmark = pytest.mark.slow


def given(folder: Path, *hosts: str) -> Scene:
    return scene(folder, programme={"document_hosts": list(hosts)})


@pytest.mark.parametrize("host", ["dunmore.example", "files.dunmore.example"])
def test_a_link_to_a_host_of_the_configurations_is_the_reports_document(tmp_path: Path, host: str) -> None:
    s = given(tmp_path, host)
    assert s.takes(message(subject="October", text=WORDS)) == "report 1"
    assert LINK in s.last("forward_report")
    assert LINK in s.last("receipt")
    assert s.case.submissions(1)[0].links == (LINK,)


def test_behind_words_of_a_page_too(tmp_path: Path) -> None:
    s = given(tmp_path, "dunmore.example")
    page = f'<p>Here is <a href="{LINK}">my report</a> for October</p>'
    letter = message_from_bytes(message(subject="October", text="Here is my report for October"), policy=policy.default)
    letter.add_alternative(page, subtype="html")
    s.takes(letter.as_bytes())
    assert s.case.submissions(1)[0].links == (LINK,)


def test_a_host_that_nobody_has_named_is_no_place_of_documents(tmp_path: Path) -> None:
    s = given(tmp_path)
    s.takes(message(subject="October", text=f"Have you seen {LINK}?"))
    assert not s.case.submissions(1)
