"""Which links lead to the same document: one more of them is no new version, and another one is never taken for it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from qibot.model.reports import Submission
from qibot.understanding.links.clouds import clouds_in
from qibot.understanding.links.gateways import unwrapped
from qibot.understanding.links.hosts import key_of
from tests.support.build import at, message
from tests.support.dialogue import scene

SITE = "https://dunmore.sharepoint.com/sites/QI"


def mail_drop(name: str, place: str) -> str:
    at_apple = quote(f"https://cvws.icloud-content.com/B/{place}/${{f}}?o=A", safe="")
    return f"https://www.icloud.com/attachment/?u={at_apple}&uk={place}&f={quote(name)}&sz=51234567"


def by_teams(name: str) -> str:
    of_it = quote(f"{SITE}/Shared Documents/General/{name}", safe="")
    return (
        f"https://teams.microsoft.com/l/file/ABC-123?tenantId=x&fileType=docx&objectUrl={of_it}"
        f"&baseUrl={quote(SITE, safe='')}&serviceName=teams"
    )


def by_safe_links(name: str) -> str:
    of_it = quote(f"{SITE}/Shared%20Documents/{name.replace(' ', '%20')}", safe="")
    return f"https://eur02.safelinks.protection.outlook.com/?url={of_it}&data=05%7C02"


def in_path(name: str) -> str:
    return "https://secure-web.cisco.com/1AbC_x/" + quote(f"{SITE}/Shared Documents/{name}", safe="")


def with_blanks(name: str) -> str:
    return f"<{SITE}/Shared Documents/{name}>"


def by_number(name: str) -> str:
    return f"https://u.pcloud.link/publink/show?code={name.encode().hex()}"


WRITTEN = {
    "Mail Drop": (mail_drop("Report 1.pdf", "Aaa"), mail_drop("Report 2.pdf", "Bbb")),
    "Mail Drop, one name": (mail_drop("Report.pdf", "Aaa"), mail_drop("Report.pdf", "Bbb")),
    "Teams": (by_teams("Report 1.docx"), by_teams("Report 2.docx")),
    "Safe Links": (by_safe_links("Report 1.docx"), by_safe_links("Report 2.docx")),
    "in a path": (in_path("Report 1.docx"), in_path("Report 2.docx")),
    "with blanks": (with_blanks("Report 1.docx"), with_blanks("Report 2.docx")),
    "by a field": (by_number("Report 1"), by_number("Report 2")),
}


@pytest.mark.parametrize("which", list(WRITTEN))
def test_the_next_months_link_is_the_next_months_report(tmp_path: Path, which: str) -> None:
    first, second = WRITTEN[which]
    s = scene(tmp_path, "2026-10-12T09:00")
    assert s.takes(message(subject="QI report", text=f"Here is my report: {first}")) == "report 1"
    s.now = at("2026-11-12T09:00")
    assert s.takes(message(subject="QI report", text=f"Here is my report: {second}")) == "report 2"
    assert sorted(x.key for x in s.case.all(Submission).values()) == ["1/1", "2/1"]


@pytest.mark.parametrize("which", list(WRITTEN))
def test_the_same_link_once_more_is_no_new_version(tmp_path: Path, which: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    for _ in range(2):
        s.takes(message(subject="QI report", text=f"Here is my report: {WRITTEN[which][0]}", Message_ID=f"<{_}@x>"))
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1"]


@pytest.mark.parametrize("link", [by_teams("Report 1.docx"), by_safe_links("Report 1.docx"), in_path("Report 1.docx")])
def test_a_blank_in_a_files_name_stays_in_its_link(link: str) -> None:
    assert unwrapped(link).startswith(SITE)
    assert unwrapped(link).endswith("/Report%201.docx")


def test_a_link_between_angles_goes_to_their_end() -> None:
    assert clouds_in(f"Here: <{SITE}/Shared Documents/Report 1.docx>, Jo") == [
        f"{SITE}/Shared%20Documents/Report%201.docx"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://1drv.ms/w/s!AbC?e=1", "https://1drv.ms/w/s!AbC?e=2"),
        (f"{SITE}/:w:/r/Report.docx?d=w1&csf=1&web=1&e=a", f"{SITE}/:w:/r/Report.docx?e=b"),
        (
            "https://www.dropbox.com/scl/fi/a/R.docx?rlkey=a&st=b&dl=0",
            "https://dropbox.com/scl/fi/a/R.docx?rlkey=a&dl=1",
        ),
        ("https://files.example/s/4711?utm_source=mail", "https://files.example/s/4711"),
        (mail_drop("R.pdf", "A"), mail_drop("R.pdf", "A") + "1"),
    ],
)
def test_what_differs_at_each_sharing_tells_no_documents_apart(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
