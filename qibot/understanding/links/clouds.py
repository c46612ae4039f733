"""Links to documents that lie in a cloud, in a mail's own words or behind them. Nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from qibot.expression import expression
from qibot.message import Mail, with_addresses
from qibot.quoting import is_forward
from qibot.understanding.links.gateways import unwrapped
from qibot.understanding.links.hosts import HOSTS, is_document, key_of

LINKS, LABEL = 50, 80  # links looked at that lead to a cloud, and characters before one
ASKED = 500  # links looked at
_LINK = expression(
    r"(?<=<)https?://[^<>\"\n]{4,3000}(?=>)|https?://[^\s<>\"\']{4,3000}|(?<![\w@./:=%&?#+-])(?:[\w-]{1,63}\.){0,4}(?:"
    + "|".join(map(re.escape, sorted(HOSTS, key=len, reverse=True)))
    + r")/[^\s<>\"\']{2,3000}",
    re.IGNORECASE,
)
_ENDS = ".,;:!?*]>’”»…"


def links_in(mail: Mail) -> list[str]:
    """The links to documents in a mail's own part, unwrapped: those of its page, behind words, too, else those of its
    text."""
    return clouds_in(text_with_links(mail), mail.hosts)


def text_with_links(mail: Mail) -> str:
    """What a mail says itself, with the addresses to which its words lead."""
    leads = bool(mail.html) and _may_lead(mail.html, mail.hosts)
    return (leads and _in_page(mail.html, is_forward(mail.subject), mail.hosts)) or mail.own_text


def clouds_in(text: str, more: tuple[str, ...] = ()) -> list[str]:
    """The links to documents in a text, each document once; `more` are hosts beside the known ones."""
    found: dict[str, str] = {}
    for _, _, link in _documents(text, more):
        found.setdefault(key_of(link), link)
    return list(found.values())


def before_links(text: str, more: tuple[str, ...] = ()) -> list[str]:
    """What stands right before each link to a document, in its own line or the one above it."""
    found, end = [], 0
    for starts, ends, _ in _documents(text, more):
        found.append("\n".join(text[max(end, starts - LABEL) : starts].splitlines()[-2:]))
        end = ends
    return found


@lru_cache(maxsize=8)  # one mail is asked about dozens of times, and a hostile one is a megabyte long
def _documents(text: str, more: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Each link to a document: from where to where it stands, and where it leads."""
    return tuple(islice(_found(text, more), LINKS)) if _may_lead(text, more) else ()


def _found(text: str, more: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for m in islice(_links(text), ASKED):
        said = _trimmed(m[0]).replace(" ", "%20")  # between “<” and “>” blanks belong to it
        link = unwrapped(said if said[:8].lower().startswith(("http://", "https://")) else f"https://{said}", more)
        if is_document(link, more):
            yield m.start(), m.end(), link


def _links(text: str) -> Iterator[re.Match[str]]:
    """What looks like a link, line by line: most lines have no slash and are done with in no time."""
    slash = text.find("/")
    while slash >= 0:
        begins = text.rfind("\n", 0, slash) + 1
        ends = text.find("\n", slash)
        ends = ends if ends >= 0 else len(text)
        yield from _LINK.finditer(text, begins, ends)
        slash = text.find("/", ends)


def _trimmed(link: str) -> str:
    """A link without what a sentence sets behind it; brackets that it opens itself belong to it."""
    while link and (link[-1] in _ENDS or (link[-1] == ")" and link.count(")") > link.count("("))):
        link = link[:-1]
    return link


@lru_cache(64)
def _hosts(more: tuple[str, ...]) -> tuple[str, ...]:
    return (*HOSTS, *(host.lower() for host in more))


@lru_cache(maxsize=4)  # one mail is asked about several times
def _may_lead(text: str, more: tuple[str, ...]) -> bool:
    """Whether a cloud's host stands anywhere in it: most mails are done with so, in no time."""
    low = text.lower()
    return any(host in low for host in _hosts(more))


@lru_cache(maxsize=2)  # one mail is asked about several times
def _in_page(page: str, forward: bool, more: tuple[str, ...]) -> str:
    """The page's own part with the links to documents written out; empty where it leads to none."""
    text = with_addresses(page, lambda link: is_document(unwrapped(link, more), more), forward=forward)
    return text if _documents(text, more) else ""
