"""Links to documents: behind words, behind gateways, malformed; and what is no document."""

from __future__ import annotations

import re
from email.message import EmailMessage
from pathlib import Path
from time import process_time
from urllib.parse import quote

import pytest

from qibot.message.mail import Mail, parse
from qibot.understanding.links.clouds import before_links, clouds_in, links_in, text_with_links
from qibot.understanding.links.gateways import unwrapped
from tests.support.build import BOT, JO
from tests.understanding.links.linked_documents import linked, unlinked

INPUTS = linked()
SHORT = "https://1drv.ms/w/s!AbCdEfGh"


def written(text: str, page: str, subject: str = "Report 1") -> Mail:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = JO.address, BOT, subject, "<1@x.example>"
    if text or not page:
        made.set_content(text)
    if page and text:
        made.add_alternative(page, subtype="html")
    elif page:
        made.set_content(page, subtype="html")
    return parse(made.as_bytes())


@pytest.mark.parametrize("program", list(INPUTS))
def test_a_link_is_the_document_as_each_program_writes_it(program: str) -> None:
    text, page, link = INPUTS[program]
    assert links_in(written(text, page)) == [link]


def test_the_table_counts_every_program() -> None:
    text = (Path(__file__).parents[3] / "docs" / "mail.md").read_text(encoding="utf-8")
    row = re.search(r"^\| document links, as programs write them \| (\d+) \| (\d+) \|", text, re.MULTILINE)
    assert row and (int(row[1]), int(row[2])) == (len(INPUTS), len(INPUTS))


@pytest.mark.parametrize("page", list(unlinked().values()), ids=list(unlinked()))
def test_what_is_quoted_a_signature_or_an_offices_page_is_no_document(page: str) -> None:
    assert links_in(written("Thanks!\n", page, "Re: Report 1")) == []
    assert links_in(written("", page, "Re: Report 1")) == []


def test_a_letter_that_is_passed_on_brings_its_link() -> None:
    page = unlinked()["Outlook, our letter below"]
    assert links_in(written("FYI", page, "Fw: Report 1")) == ["https://1drv.ms/w/s!Old"]


@pytest.mark.parametrize("alt", ["Report 1.docx", "Report 1", "My report"])
def test_a_picture_that_is_called_like_a_document_is_one(alt: str) -> None:
    page = f'<p>Here:</p><a href="{SHORT}"><img src="cid:1" alt="{alt}"></a>'
    assert links_in(written("Here:", page)) == [SHORT]


@pytest.mark.parametrize("alt", ["", "Logo", "Report a concern", "Annual Report 2026 campaign"])
def test_another_picture_is_none(alt: str) -> None:
    page = f'<p>Here:</p><a href="{SHORT}"><img src="cid:1" alt="{alt}"></a>'
    assert links_in(written("Here:", page)) == []


def test_the_words_that_lead_to_a_link_stand_before_it() -> None:
    page = '<p><a href="https://1drv.ms/w/s!A1">Report 1</a></p><p><a href="https://1drv.ms/w/s!A2">Report 2</a></p>'
    before = before_links(text_with_links(written("Report 1, report 2", page)))
    assert [re.findall(r"Report \d", x)[-1] for x in before] == ["Report 1", "Report 2"]


S = "https://1drv.ms/w/s!AbC?e=1"


def by_proofpoint(link: str) -> str:
    """A link as Proofpoint's second version writes it."""
    return quote(link, safe="/").replace("-", "-2D").replace("_", "-5F").replace("%", "-").replace("/", "_")


SAFE = "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2F1drv.ms%2Fw%2Fs!AbC%3Fe%3D1&data=05%7C01&reserved=0"


@pytest.mark.parametrize(
    "link",
    [
        SAFE,
        SAFE.replace("outlook.com", "office365.us").replace("eur02", "usg01"),
        SAFE.replace("https%3A%2F%2F", "https%253A%252F%252F"),
        "https://eur02.safelinks.protection.outlook.com/?url=" + quote(SAFE, safe=""),
        "https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2F1drv.ms%2Fw%2Fs!AbC%3Fe%3D1&k=abc",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__1drv.ms_w_s-21AbC-3Fe-3D1&d=DwMF&c=euG&r=x",
        "https://urldefense.com/v3/__https://1drv.ms/w/s*AbC?e=1__;IQ!!Abc!xyz$",
        "https://urldefense.us/v3/__https:/1drv.ms/w/s**AbC*e=1__;IUE_!!Abc!xyz$",
        "https://urldefense.com/v3/__https://1drv.ms/w/**D?e=1__;cyFBYkM!!Abc!x$",
        "https://urldefense.com/v3/__" + SAFE + "__;!!Abc!xyz$",
        f"https://urldefense.proofpoint.com/v2/url?u={by_proofpoint(SAFE)}&d=DwMF",
        "https://eur02.safelinks.protection.outlook.com/?data=05&url="
        + quote("https://urldefense.com/v3/__https://1drv.ms/w/s*AbC?e=1__;IQ!!Abc!xyz$", safe=""),
        "https://www.google.com/url?q=https%3A%2F%2F1drv.ms%2Fw%2Fs!AbC%3Fe%3D1&sa=D&source=editors",
        "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2F1drv.ms%2Fw%2Fs!AbC%3Fe%3D1",
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2f1drv.ms%2fw%2fs!AbC%3fe%3d1&c=E,1,abc&typo=1",
        "https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2f1drv.ms%2fw%2fs!AbC%3fe%3d1&umid=1",
        "https://secure-web.cisco.com/1AbC_x/https%3A%2F%2F1drv.ms%2Fw%2Fs!AbC%3Fe%3D1",
        "https://url.avanan.click/v2/___https://1drv.ms/w/s!AbC?e=1___.YXAzOmRlbW8",
        "https://eu-west-1.protection.sophos.com?d=1drv.ms&u=aHR0cHM6Ly8xZHJ2Lm1zL3cvcyFBYkM_ZT0x&i=NWY",
    ],
)  # fmt: skip
def test_a_gateway_hides_no_document(link: str) -> None:
    assert unwrapped(link) == S
    assert clouds_in(f"My report: <{link}>.") == [S]


def test_a_gateway_that_names_the_targets_host_alone_hides_none_either() -> None:
    link = "https://protect-eu.mimecast.com/s/AbCdEfG?domain=dunmore-my.sharepoint.com"
    assert clouds_in(f"Here: {link}") == [link]
    assert clouds_in("Here: https://protect-eu.mimecast.com/s/AbCdEfG?domain=dunmore.example") == []


@pytest.mark.parametrize(
    "text",
    [
        "1drv.ms/w/s!AbC?e=1",
        "See 1drv.ms/w/s!AbC?e=1.",
        "(1drv.ms/w/s!AbC?e=1)",
        "*https://1drv.ms/w/s!AbC?e=1*",
    ],
)
def test_a_link_is_known_without_its_scheme_and_between_signs(text: str) -> None:
    assert clouds_in(text) == [S]


def test_brackets_that_a_link_opens_belong_to_it() -> None:
    link = "https://dunmore.sharepoint.com/Docs/Report%20(1)"
    assert clouds_in(f"My report ({link}) is there") == [link]


@pytest.mark.parametrize(
    "link",
    [
        "https://[abc/def", "https://[page]", "http://]", "https://[::1/1drv.ms/w", "https://exa\u2100mple.com/1drv.ms/x",
        "https://urldefense.com/v3/__https://[1drv.ms/w/s__;!!a$", "https://urldefense.com/v3/__https://1drv.ms]/*__;====!!a$",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2F%5B1drv.ms%2Fw", "https://:1drv.ms@/", "https://1drv.ms]/w/s!A",
        "https://eu.protection.sophos.com?d=1drv.ms&u=a", "https://urldefense.com/v3/__https://x/**\u00e9*__;A!!1drv.ms$",
    ],
)  # fmt: skip
def test_a_malformed_link_is_none(link: str) -> None:
    assert clouds_in(f"{link} here is my report") == []
    assert unwrapped(link)
    assert links_in(written("See the page.", f'<p>See <a href="{link}">the page</a>, 1drv.ms</p>')) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://www.office.com/", "https://www.office.com", "https://office.com/?auth=2", "https://outlook.office.com/mail/",
        "https://forms.office.com/r/AbC", "https://docs.google.com/forms/d/e/1FAIpQLSe/viewform", "https://www.dropbox.com/",
        "https://www.dropbox.com/home", "https://www.box.com/en-gb/home", "https://www.icloud.com/mail", "https://drive.google.com/drive/u/0/my-drive",
        "https://dunmore.sharepoint.com/", "https://dunmore.sharepoint.com/sites/QI/SitePages/Home.aspx", "https://help.dropbox.com/share/x",
        "https://wetransfer.com", "www.dropbox.com/", "https://www.dropbox.com/?utm_source=mail", "jo@1drv.ms/x", "https://not1drv.ms/w/s!A",
        "https://x.example/?about=1drv.ms/w/s!AbC",
    ],
)  # fmt: skip
def test_a_home_page_a_form_or_a_mailbox_is_no_document(link: str) -> None:
    assert clouds_in(f"Jo Smith, {link} ") == []


@pytest.mark.parametrize(
    "link",
    [
        "https://onedrive.live.com/?authkey=%21A&id=1%211&cid=1", "https://mega.nz/#!abc!key", "https://mega.nz/file/abc#key",
        "https://www.dropbox.com/home/QI?preview=Report+1.docx", "https://drive.google.com/open?id=1AbCdEfGhIj", "https://we.tl/t-AbC",
        "https://dunmore-my.sharepoint.com/personal/jo/_layouts/15/onedrive.aspx?id=%2Fpersonal%2Fjo%2FR.docx",
        "https://word.cloud.microsoft/open/onedrive/?docId=1&driveId=2", "https://www.icloud.com/iclouddrive/0ab#Report",
    ],
)  # fmt: skip
def test_documents_are_known_by_whatever_their_service_names_them_by(link: str) -> None:
    assert clouds_in(link) == [link]


def test_what_a_hostile_mail_links_to_takes_no_time() -> None:
    itself = "https://x.safelinks.protection.outlook.com/?url="
    texts = [
        "1drv.ms/aa " * 90_000, "1drv.ms" + ".a" * 400_000, "a-" * 500_000 + "1drv.ms/x", itself * 20_000 + "1drv.ms",
        "https://urldefense.com/v3/__" + "*" * 900_000 + "1drv.ms__;" + "A" * 10_000,
        "https://a/" + "/https:/" * 100_000 + "1drv.ms",
        "https://x.example/ " * 50_000 + "1drv.ms", f"https://a.example/{'1drv.ms/https:' * 200} " * 300,
    ]  # fmt: skip
    pages = [
        f'<a href="https://1drv.ms/{"w" * 1_000_000}">x</a>', '<a href="https://1drv.ms/w/s!A">x</a>' * 6_000,
        "<blockquote type=cite>" * 190 + '<a href="https://1drv.ms/w/s!A">x</a>', "<div>" * 150_000 + "1drv.ms",
    ]  # fmt: skip
    begun = process_time()
    for text in texts:
        assert len(clouds_in(text)) <= 50
    for page in pages:
        assert len(links_in(written("x", page))) <= 50
    assert process_time() - begun < len([*texts, *pages])


def test_a_megabyte_without_end_is_looked_through_once_however_often_it_is_asked_about() -> None:
    text = f"My report: https://urldefense.com/v3/__https://1drv.ms/{'*' * 500_000}__;{'A' * 500_000}!!x$"
    begun = process_time()
    assert all(clouds_in(text) == [] for _ in range(40))
    assert process_time() - begun < 1  # seconds; it takes a tenth of one
