"""Pages of the web that are no known cloud's: a council's own store, a school's site, a board that somebody drew on.

Where the words say that they hand a report over, the page is where it lies, whoever keeps it. What a link's host says
is known of clouds alone (hosts.py); here the words decide. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from qibot.message import Mail, with_addresses
from qibot.model import Case
from qibot.quoting import is_forward
from qibot.understanding.clouds import links_in
from qibot.understanding.courtesy import is_bare
from qibot.understanding.gateways import unwrapped
from qibot.understanding.hosts import is_document, parts_of
from qibot.understanding.meaning import said_in

LOOKED_AT = 20  # links
_LINK = re.compile(r"https?://[^\s<>\"']{4,3000}", re.IGNORECASE)
# What people open together or fill in, and doesn't hold a report: a host, or one with the beginning of its path.
_OTHERWISE = re.compile(
    r"(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|webex\.com|gotomeeting\.com|doodle\.com|calendly\.com|eventbrite\.\w[\w.]*"
    r"|forms\.office\.com|forms\.gle|surveymonkey\.\w[\w.]*|bookings\.\w[\w.]*|youtube\.com|youtu\.be|wa\.me"
    r"|teams\.(?:microsoft|live)\.com/(?:l/meetup|meet))\b",
    re.IGNORECASE,
)


def with_pages(mail: Mail) -> Mail:
    """The mail with the host of the first page in its own words among those of documents (what follows is most likely
    a signature's); the same where it brings a cloud's."""
    if links_in(mail):
        return mail
    return replace(mail, hosts=(*mail.hosts, *_hosts(mail)[:1]))


def is_link_alone(mail: Mail, case: Case) -> bool:
    """Whether a practitioner's mail says nothing but where something lies, courtesies aside."""
    said = _LINK.sub("", mail.text)
    return said != mail.text and is_bare(replace(mail, text=said), case)


def _hosts(mail: Mail) -> list[str]:
    """The hosts of the pages to which a mail's own words lead, without what stands below its writer's name."""
    page = with_addresses(mail.html, _is_page, forward=is_forward(mail.subject)) if mail.html else ""
    said = said_in(page or mail.own_text, frozenset(), frozenset(mail.sender_name.casefold().split()))
    found = (unwrapped(link[0].rstrip(".,;:!?*)]>’”")) for link in islice(_LINK.finditer(said), LOOKED_AT))
    return [(parts.hostname or "").lower() for link in found if _is_page(link) and (parts := parts_of(link))]


def _is_page(link: str) -> bool:
    parts = parts_of(link)
    if parts is None or _OTHERWISE.match(f"{parts.hostname}{parts.path}"):
        return False
    return is_document(link, ((parts.hostname or "").lower(),))
