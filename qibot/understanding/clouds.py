"""Links to documents that lie in a cloud: whose they are, told by their host alone. Nothing is ever fetched."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from qibot.message import Mail

# The host as it is, or as the end of one; and how the path begins where the host is used for other things, too.
HOSTS = {
    "1drv.ms": "", "onedrive.live.com": "", "sharepoint.com": "", "sharepoint.us": "", "sharepoint.de": "",
    "drive.google.com": "", "docs.google.com": "", "dropbox.com": "", "db.tt": "", "box.com": "", "app.box.com": "",
    "icloud.com": "", "we.tl": "", "wetransfer.com": "", "onedrive.com": "", "office.com": "", "mega.nz": "",
    "sway.office.com": "", "pcloud.link": "", "tresorit.com": "", "filr.com": "", "sharefile.com": "", "egnyte.com": "",
}  # fmt: skip
LINKS, LONGEST, LABEL = 50, 3000, 80  # links looked at, and characters of one and before one
_LINK = re.compile(r"https?://[^\s<>\"\']{4,3000}", re.IGNORECASE)
_PROOFPOINT = re.compile(r"/v3/__(?P<to>https?:.+?)__;", re.IGNORECASE)


def links_in(mail: Mail, more: tuple[str, ...] = ()) -> list[str]:
    """The links to documents in a mail's own words, unwrapped; `more` are hosts beside the known ones."""
    return clouds_in(mail.own_text, more)


def clouds_in(text: str, more: tuple[str, ...] = ()) -> list[str]:
    """The links to documents in a text, each once."""
    found = (unwrapped(link.rstrip(".,;:)>]")) for link in _LINK.findall(text)[:LINKS])
    return list(dict.fromkeys(link for link in found if _is_cloud(link, more)))


def before_links(text: str) -> list[str]:
    """What stands right before each link to a document, in its own line or the one above it."""
    found, end = [], 0
    for m in list(_LINK.finditer(text))[:LINKS]:
        if _is_cloud(unwrapped(m[0].rstrip(".,;:)>]")), ()):
            found.append("\n".join(text[max(end, m.start() - LABEL) : m.start()].splitlines()[-2:]))
        end = m.end()
    return found


def unwrapped(link: str) -> str:
    """Where a link leads that a gateway has rewritten (Microsoft's Safe Links, Proofpoint); any other as it is."""
    parts = urlsplit(link)
    host = (parts.hostname or "").lower()
    if host.endswith("safelinks.protection.outlook.com"):
        return parse_qs(parts.query).get("url", [link])[0][:LONGEST]
    if host.startswith("urldefense."):
        if found := _PROOFPOINT.search(link):
            return found["to"][:LONGEST]
        if said := parse_qs(parts.query).get("u"):
            return said[0].replace("-", "%").replace("_", "/")[:LONGEST]
    return link


def _is_cloud(link: str, more: tuple[str, ...]) -> bool:
    try:
        host = (urlsplit(link).hostname or "").lower()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in (*HOSTS, *more))
