"""Notices of file services that somebody shares a document: who it is, as far as the notice says so.

They come from the service's address, whoever shares, so the sender is nobody's; name and Reply-To only suggest a
person, whom the team confirms. The service's address itself never becomes anybody's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.message import Mail

_SERVICES = (
    (expression(r"no-?reply@(?:[\w.-]+\.)?(?:sharepointonline|sharepoint|onedrive)\.com"), "Microsoft 365"),
    (expression(r"drive-shares(?:-dm)?-noreply@google\.com"), "Google Drive"),
    (expression(r"no-?reply@(?:[\w.-]+\.)?dropbox(?:mail)?\.com"), "Dropbox"),
    (expression(r"no-?reply@(?:[\w.-]+\.)?box\.com"), "Box"),
    (expression(r"no-?reply@(?:[\w.-]+\.)?wetransfer\.com"), "WeTransfer"),
)
_VIA = expression(
    r"\s*\(?\b(?:via|through|über|via le|par|con|tramite) (?:google|dropbox|box|wetransfer|onedrive|sharepoint).*$",
    re.IGNORECASE,
)
_OWN_NAME = expression(r"(?:microsoft|sharepoint|onedrive|google|dropbox|box|wetransfer|no-?reply)\b", re.IGNORECASE)
_SUBJECT = expression(
    r"(?P<who>[^\"“«„]{2,80}?) (?:(?:has )?shared|invited you|(?:has )?sent you|hat|a partagé|ha compartido"
    r"|ha condiviso"
    r"|compartilhou|heeft|har delat|har delt|udostępni\w+)\b"
)
_TITLE = expression(r"[\"“«„]\s*(?P<title>[^\"”»“]{1,120}?)\s*[\"”»“]")
_ADDRESS = expression(r"[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,253}")


@dataclass(frozen=True, slots=True)
class Share:
    """Who shares, as the notice names them (either may be empty), and what, by which service."""

    service: str
    name: str
    address: str
    title: str


def is_service(address: str) -> bool:
    """Whether an address is a file service's, from which everybody's notices come."""
    return bool(_service(address))


def share_in(mail: Mail) -> Share | None:
    """What a notice of a file service says; None of any other mail."""
    service = _service(mail.sender or "")
    if not service:
        return None
    name = _VIA.sub("", mail.sender_name).strip(" \"'")
    if not name or _OWN_NAME.match(name):
        found = _SUBJECT.match(mail.subject)
        name = found["who"].strip() if found else ""
    answers = [a.lower() for value in mail.fields("Reply-To")[:1] for a in _ADDRESS.findall(value)]
    named = _ADDRESS.fullmatch(name)
    address = answers[0] if len(answers) == 1 else name.lower() if named else ""
    titled = _TITLE.search(mail.subject)
    return Share(service, name, "" if is_service(address) else address, titled["title"] if titled else "")


def _service(address: str) -> str:
    return next((name for pattern, name in _SERVICES if pattern.fullmatch(address.lower())), "")
