"""What mail programs write above the letter that they quote: a line drawn across, a block of From, Sent, To, Subject.

| program | writes |
|---|---|
| Outlook | From:, Sent:, To:, Subject: (in plain text maybe below “-----Original Message-----”) |
| eM Client | “------ Original Message ------”, then the fields, in newer versions without colons |
| Notes on the web | “-----Jo Smith <jo@…> wrote: -----”, then the fields, To: first |
| Notes | “Jo Smith ---18/11/2026 10:12:03---” with how the letter begins, then the fields |
"""

from __future__ import annotations

import re
from itertools import takewhile

LONGEST_HEADING = 9  # lines of a From/Sent block
LONGEST_LINE = 500
_FROM = r"from|von|de|da|van|från|fra|od|lähettäjä|oddi wrth"
_SENT = (
    r"sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|sendt|dato|wysłano"
    r"|lähetetty|anfonwyd"
)
_TO = r"to|an|à|a|para|aan|till|til|do|vastaanottaja|at"
_SUBJECT = r"subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|pwnc"
_FIELDS = (_FROM, _SENT, _TO, _SUBJECT)
_HEADING = tuple(re.compile(rf"(?:{words})\s?:", re.IGNORECASE) for words in _FIELDS)
_UNDER_LINE = tuple(re.compile(rf"(?:{words})(?:\s?:|\s)", re.IGNORECASE) for words in _FIELDS)
_COPY = re.compile(r"(?:cc|bcc|kopie|copie|copia|reply-to|importance|priority)(?:\s?:|\s)", re.IGNORECASE)
_FIELD = re.compile(r"[^\W\d_][^\W\d_ ]{0,15}(?: [^\W\d_]{1,10})?\s?:")
_STARRED = re.compile(r"\*([^\W\d_][^*:]{0,25})(?:: ?\*|\*:) ?")
_DIVIDER = re.compile(
    r"\s*-{2,}\s*(?:original(?: message|nachricht|-nachricht)|ursprüngliche nachricht|message d['’]origine"
    r"|(?:mensaje|messaggio) original[e]?|mensagem original|oorspronkelijk bericht|ursprungligt meddelande"
    r"|(?:oprindelig|opprinnelig|original) meddelelse|opprinnelig melding|wiadomość oryginalna|alkuperäinen viesti"
    r"|(?:forwarded|weitergeleitete|transféré) (?:message|nachricht)|message transféré"
    r"|[^\n]{3,200} (?:wrote|schrieb|a écrit)\s?:)\s*-{2,}\s*",
    re.IGNORECASE,
)
_OF_NOTES = re.compile(r"(?:Inactive hide details for )?[^\n]{2,120}? ?---\d[\d./: -]{6,20}(?: ?[AP]M)?---")


def begins_with_heading(lines: list[str]) -> bool:
    """Whether the first lines are a letter's From, Sent, To and Subject, as Outlook writes them over what it quotes."""
    if not lines or not _HEADING[0].match(_plain(lines[0])):
        return False
    block = [_plain(line) for line in lines[1:LONGEST_HEADING]]
    return all(any(map(field.match, block)) for field in _HEADING[1:])


def may_begin_heading(line: str) -> bool:
    """Whether a block of From, Sent, To and Subject may begin with this line."""
    return _HEADING[0].match(line.lstrip(" \t*")) is not None


def heading_length(lines: list[str], *, divided: bool = False) -> int:
    """How many of the first lines are such a block; 0 where there is none. Folded fields end it. Where a line is drawn
    above them (`divided`) the fields stand in any order, and their colons may be missing."""
    lines = lines[:LONGEST_HEADING]
    if divided and (length := _length_under_line(lines)):
        return length
    if not begins_with_heading(lines):
        return 0
    fields = (n for n, line in enumerate(lines) if not _FIELD.match(_plain(line)))
    return next(fields, len(lines))


def is_divider(line: str) -> bool:
    """Whether a line is one that a mail program draws above what it quotes: -----Original Message-----."""
    if "--" not in line or len(line) > LONGEST_LINE:
        return False
    return _DIVIDER.fullmatch(line) is not None or _OF_NOTES.match(line) is not None


def _length_under_line(lines: list[str]) -> int:
    block = [_plain(line) for line in lines]
    length = sum(1 for _ in takewhile(lambda x: _COPY.match(x) or any(f.match(x) for f in _UNDER_LINE), block))
    return length if all(any(map(field.match, block[:length])) for field in _UNDER_LINE) else 0


def _plain(line: str) -> str:
    """A field of a heading without the stars that stand for its bold name: *From:* Jo, *From: *Jo."""
    return _STARRED.sub(r"\1: ", line.strip(), count=1)
