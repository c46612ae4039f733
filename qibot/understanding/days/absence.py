"""The absence that an automatic reply speaks of, with its dates where the text gives them: “I am away until 5 January”.

`dates` reads them as English; other languages' words for months and for “until” are put into English first. The text
is looked at sentence by sentence, within bounds. What can't be read is an absence without dates, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from qibot.expression import expression
from qibot.message import Mail
from qibot.screening import BOX, is_receipt, opens_as_absence, plainly
from qibot.understanding.days.dates import read_date, read_span

TEXT_LIMIT = 3000
SENTENCES_LIMIT = 30
SENTENCE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Absence:
    """From `first` to `last`, both included; without a `last` one, the text doesn't say for how long."""

    first: date
    last: date | None = None


def absence(mail: Mail, today: date, within: int) -> Absence | None:
    """The absence that an automatic reply speaks of, as said on the day `today`; None where it is about something else.

    Dates that are over, that lie more than `within` days ahead or that can't be read leave an absence without dates.
    """
    if is_receipt(mail):
        return None
    text = mail.own_text[:TEXT_LIMIT]
    dated = _dated(text, today, within)
    said = plainly(text)
    if dated or _SPEAKS_OF_ABSENCE.search(said) or _SPEAKS_OF_ABSENCE.search(plainly(mail.subject)):
        return dated or Absence(today)
    return Absence(today) if opens_as_absence(mail) and not _RECEIVED.search(said) else None


_ABROAD = (
    r"absence|absente|bureau|conges|abwesend|urlaub|ausente|assente|ferie|afwezig|vakantie|kontoret|semester|franvarande|fravaerende|"
    r"poissa|lomalla|nieobecn\w{1,4}|urlopie"
)
_SPEAKS_OF_ABSENCE = expression(
    r"\b(?:out of (?:the |my )?office|away|on (?:(?:annual|maternity|paternity|sick|study) )?leave|on holiday"
    rf"|on vacation|absent|not in the office|nicht im (?:buro|haus)|{_ABROAD})\b"
)
_RECEIVED = expression(  # “Automatic reply” says that a machine wrote it, not that anybody is away
    r"\b(?:has been|was|have|we've) (?:successfully )?received\b|\breceived your\b"
    r"|\b(?:ticket|case|request) (?:number|id)\b"
    r"|\b(?:reply|respond|respon[sc]e|answer\w*|get back|be in touch|contact you)\b.{0,60}"
    r"\b(?:hours?|days?|soon|shortly)\b"
    r"|\b(?:automatically generated|trouble ticket|no need to reply|not monitored|unmonitored)\b"
    rf"|\b(?:my|this|our) {BOX}\b.{{0,60}}\b(?:changed|changing|closed|closing|no longer|moved|moving|migrat\w+)\b"
    rf"|\b(?:my|our) new {BOX}\b|\bupdate your (?:records|contacts|address book)\b"
)
_AWAY = expression(
    r"\b(?:away|out|leave|holiday|vacation|absent|office|unavailable|closed|from|between|buro|haus|oficina|ufficio"
    rf"|escritorio|kantoor|biurem|{_ABROAD})\b"
)
_BACK = expression(
    r"\b(?:back|return(?:ing)?|resume|available again|in (?:the|my) office again"
    r"|not (?:be )?(?:back|available|in the office)"
    r"|wieder(?: da| im buro| erreichbar)?|de retour|retour|di ritorno|rientr\w{1,5}|de vuelta|terug|tillbaka|tilbake"
    r"|tilbage|palaan|takaisin|wracam)\b"
)
_UNTIL = expression(r"\b(?:until|till|til|up to|through|to)\b(?: and including)?(?= )")


def _dated(text: str, today: date, within: int) -> Absence | None:
    for sentence in _sentences(text):
        said = _in_english(sentence)
        if not (_AWAY.search(said) or _BACK.search(said)):
            continue
        if (found := _of_sentence(said, today)) and _is_sane(found, today, within):
            return found
    return None


def _of_sentence(said: str, today: date) -> Absence | None:
    """The absence of one sentence: a span, the last day, or the day of the return."""
    back = _BACK.search(said)
    if span := read_span(said[: back.start()] if back else said, today):
        return Absence(*span)
    if back:
        day = read_date(said[back.end() :], today) or read_date(said[: back.start()], today)
        return Absence(today, day.day - timedelta(days=1)) if day else None
    for until in _UNTIL.finditer(said):
        tail = said[until.end() :].strip()
        day = read_date(tail, today)
        if day and tail.startswith(day.words.strip()):
            return Absence(today, day.day)
    day = read_date(said, today)
    return Absence(today, today) if day and day.day == today else None


def _is_sane(found: Absence, today: date, within: int) -> bool:
    return found.last is not None and today <= found.last <= today + timedelta(days=within)


def _sentences(text: str) -> Iterator[str]:
    """The sentences, of which “5. Januar” doesn't end one; a long one is cut."""
    joined = re.sub(r"[ \t\xa0]*\n(?!\s*\n)", " ", text.replace("\r", ""))
    pieces = re.split(r"\n|[!?;]|(?<![0-9])\.(?=\s|$)", joined, maxsplit=SENTENCES_LIMIT)
    yield from (" ".join(piece.split())[:SENTENCE_LIMIT] for piece in pieces[:SENTENCES_LIMIT] if piece.strip())


# What `dates` reads is English; the other languages' words for months and for “until” are put into it.
_MONTHS = {
    "january": "januar janvier enero gennaio janeiro januari tammikuuta tammikuun stycznia",
    "february": "februar fevrier febrero febbraio fevereiro februari helmikuuta helmikuun lutego",
    "march": "marz maerz mars marzo marco maart marts maaliskuuta maaliskuun marca",
    "april": "avril abril aprile huhtikuuta huhtikuun kwietnia",
    "may": "mai mayo maggio maio mei maj toukokuuta toukokuun maja",
    "june": "juni juin junio giugno junho kesakuuta kesakuun czerwca",
    "july": "juli juillet julio luglio julho heinakuuta heinakuun lipca",
    "august": "aout agosto augustus augusti elokuuta elokuun sierpnia",
    "september": "septembre septiembre settembre setembro syyskuuta syyskuun wrzesnia",
    "october": "oktober octobre octubre ottobre outubro lokakuuta lokakuun pazdziernika",
    "november": "novembre noviembre novembro marraskuuta marraskuun listopada",
    "december": "dezember decembre diciembre dicembre dezembro desember joulukuuta joulukuun grudnia",
}
_ENGLISH = {word: english for english, words in _MONTHS.items() for word in words.split()}
_MONTH = expression(rf"\b({'|'.join(_ENGLISH)})\b")
_NAMED_DAY = expression(rf"\b([0-9]{{1,2}})(?:\.|º|er)? (?:de |di )?({'|'.join(_MONTHS)})(?: de| del)?\b")
_NUMBERS = expression(r"\b([0-9]{1,2})\.(?: )?([0-9]{1,2})\.(?: )?((?:20)?[0-9]{2})?(?![0-9])")
_TO = expression(
    r"\b(?:bis(?: einschliesslich| inklusive)?(?: zum)?|jusqu'a?u?|au|hasta(?: el)?|al|fino al(?:l')?"
    r"|ate(?: (?:ao?|o))?|tot(?: en met)?|t/m|till(?: och med)?|til(?: og med)?|t\.o\.m\.|do|asti|saakka|a)"
    r"(?: (?:dia|den|dem|le|el|il))?(?: [a-z]{2,10},?)? (?=[0-9]{1,2}\b)"
)


def _in_english(sentence: str) -> str:
    said = _MONTH.sub(lambda m: _ENGLISH[m[1]], plainly(sentence))
    said = _NUMBERS.sub(lambda m: f"{m[1]}/{m[2]}" + (f"/{m[3]}" if m[3] else "") + " ", said)
    said = _TO.sub(" until ", said) if not re.search(r"\b(?:i am|i'm|i will|the|we)\b", said) else said
    return " ".join(_NAMED_DAY.sub(r"\1 \2", said).split())
