"""A machine's text that a person brings with a word of their own: “I got this back, can you help?” above a bounce.

Such mail has all the machine's words and is still a person's, who waits for an answer. Their own come first, and speak
of themselves: of getting it, or asking what to do. No machine says that it got something back; that it got *your
message* it does say, so that isn't among the signs.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail
from qibot.screening.daemons import FAILS
from qibot.screening.wording import plainly

OWN = 500  # characters among which a person's own words stand
FEWEST = 3  # words of their own
_SELF = expression(
    r"\b(?:i|i'm|i've|me|my|we|us|ich|mir|mich|meine?[nrm]?|wir|je|j'ai|moi|mon|nous|yo|me|mi|mio|io|ho|eu|meu|ik|mijn"
    r"|jag|mig|jeg|meg|ja|mi|fi|dw i)\b"
)
_ASKS = expression(
    r"\?|\b(?:please|help|bitte|hilfe|helfen|aide[rz]?|ayuda\w*|aiut\w+|ajuda\w*|hjalp\w*|hulp|helpen|what does|what is"
    r"|what should|not sure|don't (?:know|understand))\b"
)
_GOT = expression(
    r"\b(?:i|we)(?:'ve|'m| have| had| am| are| just| keep| only| always| also| then)* "
    r"(?:get|got|getting|receive|received|receiving|had) (?:(?:an?|the|these|this|that|it|them) )?"
    r"(?!(?:your|an?|the) (?:e-?mail|mail|message|request|enquiry)\b)"
    r"(?:back|below|following|bounce|error|undeliver\w*|automatic|notice|warning|message|reply|when|from|after|today|in"
    r"|this)\b"
    r"|\b(?:this|it|my (?:e-?mails?|mails?|messages?|reports?|feedback)) "
    r"(?:just |keeps? |always |ha[sv]e? )?(?:came|come"
    r"|comes|coming|bounced|bounces|bouncing|was returned|were returned|got returned)\b"
    r"|\b(?:when|each time|every time|whenever) (?:i|we) (?:wrote|write|send|sent|e-?mail\w*|reply|replied|try|tried)\b"
    r"|\b(?:das|dies\w*|folgendes) (?:kam|kommt|habe ich|bekam ich|bekomme ich|erhielt ich)\b"
    r"|\bj'ai (?:recu|eu) (?:ceci|cela|ca|ce message|ce retour)\b|\b(?:he recibido|me llego|recibi) est[eo]\b"
    r"|\bho ricevuto quest[oa]\b|\brecebi (?:isto|esta)\b|\b(?:dit|dat) kreeg ik\b|\bjag fick (?:det har|detta)\b"
    r"|\bjeg fik dette\b|\bjeg fikk dette\b"
)
_STATUS = expression(r"\b[45]\.[0-7]\.\d{1,3}\b")
_BREAK = expression(r"\n\s*\n|(?<=[.!?:])\s")


def brings_machines_words(mail: Mail) -> bool:
    """Whether a person's own words stand above, about what a machine has sent them."""
    said = mail.own_text[:OWN].lstrip()
    own = _above_failure(said)
    if own is not None:
        plain = plainly(own)
        speaks = len(plain.split()) >= FEWEST and _SELF.search(plain) is not None
        return speaks and bool(_ASKS.search(plain) or _GOT.search(plain))
    first = plainly(" ".join(_BREAK.split(said)[:2]))
    return bool(_GOT.search(first) and _ASKS.search(plainly(said)))


def _above_failure(said: str) -> str | None:
    """What stands above the first piece in which a server says that a letter didn't arrive; None where none does."""
    at = 0
    for found in (*_BREAK.finditer(said), None):
        piece = said[at : found.start() if found else len(said)]
        if FAILS.search(plainly(piece)) or _STATUS.search(piece):
            return said[:at]
        at = found.end() if found else at
    return None
