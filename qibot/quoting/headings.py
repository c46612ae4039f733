"""What mail programs write above the letter that they quote: a line drawn across, a block of From, Sent, To, Subject.

| program | writes |
|---|---|
| Outlook | From:, Sent:, To:, Subject: (in plain text maybe below “-----Original Message-----”) |
| eM Client | “------ Original Message ------”, then the fields, in newer versions without colons |
| Notes on the web | “-----Jo Smith <jo@…> wrote: -----”, then the fields, To: first |
| Notes | “Jo Smith ---18/11/2026 10:12:03---” with how the letter begins, then the fields |
| Notes, to the internet | name with address, the day below it, then To, cc and Subject, each above what it says |
| Outlook.com | name with address, the day below it |
| GMX, web.de, mail.com | the fields, Sent: first |
| telephones | “-------- Original Message --------”, Subject: first, without the day |
"""

from __future__ import annotations

import re
from itertools import takewhile

from qibot.expression import expression

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
_HEADING = tuple(expression(rf"(?:{words})\s?:", re.IGNORECASE) for words in _FIELDS)
_UNDER_LINE = tuple(expression(rf"(?:{words})(?:\s?:|\s)", re.IGNORECASE) for words in _FIELDS)
_COPY = expression(r"(?:cc|bcc|kopie|copie|copia|reply-to|importance|priority)(?:\s?:|\s)", re.IGNORECASE)
_FIELD = expression(r"[^\W\d_][^\W\d_ ]{0,15}(?: [^\W\d_]{1,10})?\s?:")
_STARRED = expression(r"\*([^\W\d_][^*:]{0,25})(?:: ?\*|\*:) ?")
_DIVIDER = expression(
    r"\s*-{2,}\s*(?:original(?: message|nachricht|-nachricht)|ursprüngliche nachricht|message d['’]origine"
    r"|(?:mensaje|messaggio) original[e]?|mensagem original|oorspronkelijk bericht|ursprungligt meddelande"
    r"|(?:oprindelig|opprinnelig|original) meddelelse|opprinnelig melding|wiadomość oryginalna|alkuperäinen viesti"
    r"|(?:forwarded|weitergeleitete|transféré) (?:message|nachricht)|message transféré"
    r"|[^\n]{3,200} (?:wrote|schrieb|a écrit)\s?:)\s*-{2,}\s*",
    re.IGNORECASE,
)
_BEGINS = expression(rf"(?:{_FROM}|{_SENT})\s?:", re.IGNORECASE)
_NAMED = expression(r"[^\n:]{2,150}? ?<(?:mailto:)?[^<>@\s]+@[^<>@\s]+> *")
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,12}\.?,? \d{4}|[^\W\d_]{3,12}\.? \d{1,2},? \d{4})"
_DATED = expression(
    rf"(?:[^\W\d_]{{2,12}}\.?,? )?{_DAY},?(?: at| um| à)? \d{{1,2}}[:.h]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: \(?[A-Z]{2,5}(?:[+-][\d:]{1,5})?\)?)?"
)
_LABEL = expression(rf"(?:{_TO}|{_SUBJECT}|cc|bcc|kopie|copie)", re.IGNORECASE)
_OF_NOTES = expression(r"(?:Inactive hide details for )?[^\n]{2,120}? ?---\d[\d./: -]{6,20}(?: ?[AP]M)?---")


def begins_with_heading(lines: list[str]) -> bool:
    """Whether the first lines are a letter's From, Sent, To and Subject, as Outlook writes them over what it quotes; or
    Sent and the others, with nothing between them and an address, which a person's own memorandum hasn't."""
    if not lines or not _BEGINS.match(_plain(lines[0])):
        return False
    block = [_plain(line) for line in lines[:LONGEST_HEADING]]
    if not _HEADING[0].match(block[0]):
        block = list(takewhile(_FIELD.match, block))
        if not any(_HEADING[0].match(line) and "@" in line for line in block):
            return False
    return all(any(map(field.match, block)) for field in _HEADING)


def may_begin_heading(line: str) -> bool:
    """Whether a block of From, Sent, To and Subject, or a name and a day, may begin with this line."""
    return _BEGINS.match(line.lstrip(" \t*")) is not None or may_be_named(line)


def may_be_named(line: str) -> bool:
    """Whether a line ends with an address, as the first of a name and a day does: most are told by their last sign."""
    return line.rstrip().endswith(">") and "@" in line and len(line) <= LONGEST_LINE


def heading_length(lines: list[str], *, divided: bool = False) -> int:
    """How many of the first lines are such a block; 0 where there is none. Folded fields end it. Where a line is drawn
    above them (`divided`) the fields stand in any order, and their colons may be missing."""
    lines = lines[:LONGEST_HEADING]
    if divided and (length := _length_under_line(lines)):
        return length
    if not begins_with_heading(lines):
        return _length_without_names(lines)
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
    sender, sent, to, subject = (any(map(field.match, block[:length])) for field in _UNDER_LINE)
    return length if sender and subject and (sent or to) else 0


def _length_without_names(lines: list[str]) -> int:
    """Of a heading that is a name with its address and the day below it, with what Notes writes below that."""
    if len(lines) < 2 or not may_be_named(lines[0]) or not _NAMED.fullmatch(lines[0].strip()):
        return 0
    if not _DATED.fullmatch(lines[1].strip()):
        return 0
    length = place = 2
    while place < len(lines):
        if _LABEL.fullmatch(lines[place].strip()):
            length = place = min(place + 2, len(lines))
        elif lines[place].strip():
            break
        else:
            place += 1
    return length


def _plain(line: str) -> str:
    """A field of a heading without the stars that stand for its bold name: *From:* Jo, *From: *Jo."""
    return _STARRED.sub(r"\1: ", line.strip(), count=1)
