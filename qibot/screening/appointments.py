"""Answers to invitations and their cancellations: nothing that anybody but a calendar has to read (RFC 5546).

Most bear a calendar part that says so. Where a gateway or a telephone has dropped it, Outlook's subject is left
(“Accepted: Catch-up”), with nothing below it or what the calendar itself writes there.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import ANSWERS, Mail
from qibot.screening.wording import plainly

REMARK = 4  # words that make an answer to an invitation somebody's own
_OF_CALENDARS = expression(
    r"\b(?:accept(?:ed|s)?|declined?|tentative\w*|cancell?ed|invitation|calendar|zugesagt|abgesagt|angenommen|abgelehnt"
    r"|vorbehalt|accepte|refuse|decline|aceptado|rechazado|accettato|rifiutato|aceite|recusad\w|geaccepteerd|geweigerd"
    r"|accepterat|avbojt|accepteret|afvist|godtatt|avslatt|hyvaksy\w*|hylka\w*|zaakceptowa\w*|odrzuc\w*|derbyn\w*)\b"
)
_SUBJECT = expression(
    r"(?:(?:tentatively )?accepted(?: invitation)?|declined(?: invitation)?|tentative|cancell?ed(?: event)?"
    r"|new time proposed|meeting (?:forward notification|cancell?ed)|zugesagt|abgesagt|angenommen|abgelehnt"
    r"|mit vorbehalt|accepte|refuse|provisoire|annule|aceptad[oa]|rechazad[oa]|cancelad[oa]|accettato|rifiutato|aceite"
    r"|recusad[oa]|geaccepteerd|geweigerd|geannuleerd|accepterat|avbojt|installd|accepteret|afvist|aflyst|godtatt"
    r"|avslatt|avlyst|hyvaksytty|hylatty|peruutettu|zaakceptowano|odrzucono|odwolane|derbyniwyd|gwrthodwyd) ?: "
)
_SELF = expression(r"\b(?:i|i'm|i've|i'll|i'd|my|me|ich|mein\w*|mir|je|j'ai|mon|ma)\b")
_TELLS = expression(  # news, by a word that no title, place or list of guests has, nor what a meeting is to be about
    r"\b(?:has|have|had|isn't|aren't|wasn't|weren't|hasn't|haven't|can't|cannot|won't|couldn't|didn't|doesn't|don't"
    r"|because|sorry|unwell|ill|sick|poorly|hospital|unfortunately|afraid|he|she|her|his)\b"
)
_OF_NOBODY = expression(  # what calendars write of themselves
    r"\byou (?:are|'re) receiving this\b|\bto stop receiving\b|\bhas been (?:removed|changed|updated)\b|\bpasscode\b"
    r"|\bmeeting (?:id|options)\b|\b(?:teams|zoom|google) meet(?:ing|ings)?\b|\bjoin (?:with|by|the|from|on|now)\b|https?://"
)
_OF_THE_MEETING = expression(  # a line of it, as Outlook and Google write them below their answers
    r"\W*(?:when|where|what|who|organi[sz]er|attendees|required|optional|location|subject|calendar|joining info|going\?"
    r"|wann|wo|quand|ou|wer|qui|title|date|time|invitees?)\b ?[:*-]"
)


def is_titled_as_answer(mail: Mail) -> bool:
    """Whether its subject is a calendar's answer (“Declined: Catch-up”), whatever is said below."""
    return _SUBJECT.match(plainly(mail.subject)) is not None


def answers_invitation(mail: Mail) -> bool:
    """Whether a calendar says yes, no or that a meeting is off, and nobody has written a word of their own to it."""
    subject = plainly(mail.subject)
    if mail.calendar in ANSWERS:
        said = _own_words(mail, subject)
        speaks = len(said.split()) >= REMARK and (_SELF.search(said) or _TELLS.search(said)) is not None
        return not speaks and (mail.calendar != "reply" or _is_calendars(plainly(mail.top)))
    if mail.calendar or mail.sends or not _SUBJECT.match(subject):
        return False
    said = _own_words(mail, subject)
    return len(said.split()) < REMARK


def _own_words(mail: Mail, subject: str) -> str:
    """The lines that no calendar writes: whoever speaks of themselves in one has written it."""
    lines = (plainly(line) for line in mail.top.splitlines())
    return " ".join(
        one
        for one in lines
        if not (one in subject or _OF_THE_MEETING.match(one) or _OF_NOBODY.search(one))
        and (_SELF.search(one) or not _OF_CALENDARS.search(one))
    )


def _is_calendars(said: str) -> bool:
    return len(said.split()) < REMARK or bool(_OF_CALENDARS.search(said))
