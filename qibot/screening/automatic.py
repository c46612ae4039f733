"""Automatic replies, told by their headers (RFC 3834) or by how their subject opens in twelve languages.

About half of all automatic replies bear no header that says so. Their subjects open in few ways (`_OPENINGS`), and a
person who answers one writes “Re:” before it, so an opening counts at the very start alone, and never where a document
is attached: that would be somebody's report on out-of-office hours. A bare noun (“Absence”, “Urlaub”) counts only in
an answer, since projects and questions are about such things, too.
"""

from __future__ import annotations

import hashlib
import re

from qibot.message import Mail
from qibot.screening.wording import plainly

SUBJECT_LIMIT = 120
SAID_LIMIT = 8000  # characters of which neither case nor spacing counts: telling words takes longer than hashing

# Without accents, as `plainly` writes them.
_OPENINGS = (
    # English
    r"auto(?:matic|mated)?[ -]?(?:reply|response|answer)", r"out[ -]of[ -](?:the |my )?office", r"(?:ooo|oof)(?=:)",
    r"(?:i am |i'm )?(?:currently )?(?:away|absent) from (?:the |my )(?:office|desk|e?-?mail)",
    r"(?:i am |i'm )(?:currently |now )?(?:away|on (?:\w+ )?leave|on holiday|out of (?:the |my )?office)",
    r"vacation (?:reply|message)",
    # German
    r"automatische (?:antwort|abwesenheitsnotiz)", r"autoantwort", r"abwesenheits(?:notiz|meldung|nachricht|info)",
    r"abwesenheitsbenachrichtigung", r"(?:ich bin )?(?:derzeit |zurzeit |aktuell )?nicht im (?:buro|haus)",
    r"ich bin (?:derzeit |zurzeit )?(?:abwesend|im urlaub)",
    # French
    r"reponse automatique", r"(?:reponse|message|notification|avis) d'absence", r"absence du bureau",
    r"absent(?:e|\(e\))?(?: du| hors du) bureau", r"(?:hors|en dehors) du bureau",
    # Spanish
    r"respuesta automatica", r"fuera de (?:la )?oficina", r"(?:mensaje|respuesta|aviso) de ausencia",
    r"ausente de la oficina",
    # Italian
    r"risposta automatica", r"fuori (?:ufficio|sede)", r"assente dall'ufficio", r"(?:messaggio|avviso) di assenza",
    # Portuguese
    r"resposta automatica", r"fora do escritorio", r"(?:mensagem|aviso) de ausencia", r"ausente do escritorio",
    # Dutch
    r"automatisch (?:antwoord|bericht)", r"automatische beantwoording", r"afwezigheids(?:bericht|melding|assistent)",
    r"(?:niet op|buiten|afwezig van) (?:het )?kantoor",
    # Swedish
    r"auto(?:matiskt )?svar", r"franvaro(?:meddelande|besked)", r"(?:inte|ej) pa kontoret",
    # Danish and Norwegian
    r"automatisk svar", r"fravaers(?:besked|melding|assistent)",
    r"(?:ikke (?:til stede )?pa|borte fra|ude af) kontoret",
    # Finnish
    r"automaatti(?:nen )?vastaus", r"poissaolo(?:ilmoitus|viesti)", r"poissa (?:toimistolta|toimistosta)",
    # Polish
    r"automatyczna odpowiedz", r"odpowiedz automatyczna", r"autoodpowiedz", r"poza biurem", r"nieobecnosc w biurze",
    r"(?:informacja|wiadomosc) o nieobecnosci",
)  # fmt: skip
_BARE = (
    "absence", "absent", "absente", "away", "on leave", "annual leave", "holiday", "vacation", "abwesenheit",
    "abwesend", "urlaub", "ausente", "ausencia", "assenza", "assente", "ferie", "afwezig", "afwezigheid", "franvaro",
    "franvarande", "fravaer", "fravaerende", "poissa", "poissaolo", "loma", "nieobecnosc", "nieobecny", "nieobecna",
    "urlop",
)  # fmt: skip
_ENDS = r"\s*(?:$|[:;,.!(\[–—-]|(?:re|aw|sv|until|till|from|bis|ab|reply|message|notification|notice)\b)"
_STRONG = re.compile(rf"(?:{'|'.join(_OPENINGS)}){_ENDS}")
_WEAK = re.compile(rf"(?:{'|'.join(_BARE)})\s*(?:$|[:!])")
_TAGGED = re.compile(r"(?:\[[^\[\]]{1,20}\]\s*){0,2}")

_REACTION = "text/vnd.google.email-reaction+json"
_REACTED = re.compile(
    r"(?P<label>\[[^\s\[\]]{1,12}\]\s+)?(?P<who>[^\n.!?]{1,80}) (?:reacted to your message"
    r"|hat auf (?:ihre|deine) nachricht reagiert|a réagi à (?:votre|ton) message|reaccionó a (?:tu|su) mensaje)\s?:?",
    re.IGNORECASE,
)
_MARKS = ("X-Autoreply", "X-Autorespond", "X-Auto-Response", "X-AutoReply-From", "X-Mail-Autoreply")


def is_automatic(mail: Mail) -> bool:
    """Whether a program wrote it by itself: an absence, a receipt, a notification, a reaction."""
    return _by_headers(mail) or opens_as_absence(mail) or is_reaction(mail)


def is_reaction(mail: Mail) -> bool:
    """Whether it is a thumb up and no word: Gmail's part says so, Outlook writes one line over the quoted letter."""
    if _REACTION in mail.kinds:
        return True
    line = mail.top.strip()
    if mail.sends or not mail.is_reply or len(line) > SUBJECT_LIMIT:
        return False
    rest = mail.unmarked if "\n>" in mail.text else mail.own_text
    if rest.strip(" _\n") != line:  # more is said, be it between quoted lines
        return False
    found = _REACTED.fullmatch(line)
    return found is not None and bool(found["label"] or found["who"].casefold() == mail.sender_name.casefold())


def _by_headers(mail: Mail) -> bool:
    submitted = [value.split(";")[0].strip().lower() for value in mail.fields("Auto-Submitted")]
    if any(value and value != "no" for value in submitted):
        return True
    if is_receipt(mail) or any(mail.fields(name) for name in _MARKS):
        return True
    if any(path.strip() == "<>" for path in mail.fields("Return-Path")):
        return True
    return any(
        value.lower().split(",")[0].strip() in ("auto_reply", "auto-reply") for value in mail.fields("Precedence")
    )


def is_receipt(mail: Mail) -> bool:
    """Whether it tells what became of a message: read, delivered (RFC 8098, 6522)."""
    return mail.content_type == "multipart/report" or "message/disposition-notification" in mail.kinds


def opens_as_absence(mail: Mail) -> bool:
    """Whether the subject opens as those of automatic replies do."""
    if mail.files:
        return False
    subject = plainly(mail.subject[:SUBJECT_LIMIT])
    opening = _TAGGED.sub("", subject, count=1)
    return bool(_STRONG.match(opening) or (mail.is_reply and _WEAK.match(opening)))


def words_of(mail: Mail) -> str:
    """A hash of who says what, by which the same words are known again; empty with a document or without words."""
    words = " ".join(mail.top[:SAID_LIMIT].casefold().split())
    if mail.sends or not words or not mail.sender:
        return ""
    return hashlib.sha256(f"{mail.sender}\0{words}\0{mail.top[SAID_LIMIT:]}".encode()).hexdigest()[:24]
