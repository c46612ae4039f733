"""The words within a calendar object, and the object without those that may quote somebody (RFC 5545, 5546).

Outlook's “reply with meeting” puts the whole letter that is answered into the description, and telephones keep
somebody's notes there. What only names the meeting (when, where, by whom, its title, how to join) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qibot.expression import expression
from qibot.message.charsets import in_words
from qibot.message.plaintext import plain_text

LIMIT = 1024 * 1024  # bytes of an object that is read
_FOLD = expression(r"\r?\n[ \t]")
_LINE = expression(r"([A-Za-z0-9-]{1,60})((?:;[^:\"\r\n]*(?:\"[^\"\r\n]*\"[^:\"\r\n]*)*)?):(.*)", re.DOTALL)
_SAYS = ("SUMMARY", "DESCRIPTION", "COMMENT", "X-ALT-DESC", "LOCATION", "CONTACT")
_STAYS = (
    "VERSION", "PRODID", "CALSCALE", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
    "EXDATE", "RECURRENCE-ID", "ORGANIZER", "SUMMARY", "LOCATION", "GEO", "STATUS", "TRANSP", "CLASS", "PRIORITY",
    "URL", "CONFERENCE", "CREATED", "LAST-MODIFIED", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "TZURL",
    "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)  # fmt: skip
_ESCAPED = expression(r"\\([nN;,\\])")
_JOIN = expression(
    r"https://(?:[\w-]+\.)*(?:teams\.(?:microsoft|live)\.com|zoom\.(?:us|com)|meet\.google\.com|webex\.com|gotomeet\.me"
    r"|meet\.goto\.com|whereby\.com)/[^\s<>\"\\]{1,600}"
)


def words_of(data: bytes) -> str:
    """What a calendar object says in words, each line once."""
    said: list[str] = []
    for name, parameters, value in _properties(data):
        if name in _SAYS:
            text = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
            said += (plain_text(text) if name == "X-ALT-DESC" and "html" in parameters.lower() else text).split("\n")
    return "\n".join(line for n, line in enumerate(said) if not line.strip() or line not in said[:n]).strip("\n")


def bare_of(data: bytes) -> bytes:
    """The object with what names the meeting alone. It asks for no answer any more: its attendees are left out."""
    lines: list[str] = []
    ringing, has_url, join = False, False, ""
    for name, parameters, value in _properties(data):
        inner = value.strip().upper()
        join = join or next(iter(_JOIN.findall(value)), "")
        if inner == "VALARM" and name in ("BEGIN", "END"):
            ringing = name == "BEGIN"
        elif ringing:
            continue
        elif name in ("BEGIN", "END"):
            if name == "END" and inner == "VEVENT" and join and not has_url:
                lines.append(f"URL:{join}")
            lines.append(f"{name}:{inner}")
            has_url = has_url and inner != "VEVENT"
        elif name == "METHOD":
            lines.append("METHOD:PUBLISH")
        elif name in _STAYS:
            has_url = has_url or name == "URL"
            lines.append(f"{name}{parameters}:{value}")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _properties(data: bytes) -> Iterator[tuple[str, str, str]]:
    text = _FOLD.sub("", in_words(data[:LIMIT], "utf-8-sig"))
    for line in text.replace("\r\n", "\n").split("\n"):
        if found := _LINE.fullmatch(line):
            yield found[1].upper(), found[2], found[3]


def _folded(line: str) -> str:
    """At 60 characters: no more than 75 bytes in what Europeans write (RFC 5545, 3.1)."""
    return "\r\n ".join(line[n : n + 60] for n in range(0, len(line), 60)) or line
