"""A mentor's own word that they will be away, in a mail that answers nothing: “just to say that I'm on leave from 12 to
18 October and won't be looking at mail”.

| it tells of the leave and | becomes |
|---|---|
| only what goes with one: mail that isn't read, a journey, when they are back | absence, and a confirmation |
| anything else | whatever it would be, with the absence noted beside |
| what may be why: illness, a death, trouble; somebody of the programme by name | as it would be without |
| anything, where it would be a word for the team | that word, with the absence noted beside |

What goes with a leave is told by closed lists of words: one word more, and it may be why, or a concern.
Nobody is asked about a leave as if it might be feedback, and whoever has said when they are away isn't reminded then.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, ConcernTold, Event
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person
from qibot.people import name_words
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.leave import FARTHEST, leave_days, speaks_of_leave

MOST = 45  # words of such a mail
BY = "AWAY"  # as whose word it is told to the team
_GRAVER = (CAUSES - {"@leave"}) | {"@cope"}
_GO_ALONG = expression(r"\bwith (?:my|the|our) [\w-]+(?: and (?:my |the |our )?[\w-]+)?", re.IGNORECASE)
_OWN = expression(
    r"\b(?:i am|i['’]?m|i shall|i will|i['’]?ll|i am going to|i['’]?m going to|we are|we['’]re"
    r"|we['’]ll)(?: be)?(?: \w+){0,2}? "
    r"(?:away|off|on (?:[\w-]+ ){0,2}?(?:leave|holidays?|hols|a/l)|out of (?:the )?(?:office|country)|abroad|overseas"
    r"|not (?:in|at work|working|around|here))\b",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,.;:!()\n]+|\s[-–—]+\s|\b(?:and|so|but|as)\b", re.IGNORECASE)
_WORDS = expression(r"[^\W\d_]+(?:['’/-][^\W\d_]+)*")
_THEN = expression(r"\b(?:for|at|during|in|over) (?:this|that|the) (?:time|week|fortnight|period)\b", re.IGNORECASE)
# All that clauses of such a mail may say: whatever has another word may be why, or what its writer really wants.
_DAY_WORDS = """
    from to till til until the of on inclusive both days day st nd rd th next week weeks beginning commencing w/c for
    between half term half-term two three a one fortnight month today tomorrow jan january feb february mar march apr
    april may jun june jul july aug august sep sept september oct october nov november dec december mon monday tue tues
    tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
"""
_DAYS = frozenset(_DAY_WORDS.split())
_OPENING = """
    hi hello dear good morning afternoon evening all team everyone everybody folks there just only quick short brief
    a to say let you know tell inform note heads-up heads up line word reminder please fyi for your info information
    diary diaries records that i
"""
_OPENS = frozenset(_OPENING.split())
_OF_LEAVE = """
    i'm i'll am will shall be going we we're we'll are on my our some annual family summer autumn winter easter
    christmas long leave a/l al holiday holidays hols vacation away off abroad overseas out office country not
    around here working in at back return returning
"""
_LEAVE = _DAYS | _OPENS | frozenset(_OF_LEAVE.split())
_NO = frozenset(("won't", "not", "can't", "cannot", "don't", "no", "limited", "little", "patchy", "without"))
_MEDIA = """
    e-mail e-mails email emails mail mails messages inbox phone internet signal wifi wi-fi online reachable contactable
    reached
"""
_MEDIUM = frozenset(_MEDIA.split())
_OF_MAIL = """
    i i'm i'll will shall am be have with access to my the any on at much then while checking check looking look
    reading read seeing see answering answer replying reply able available around away during
"""
_UNREAD = _NO | _MEDIUM | frozenset(_OF_MAIL.split())
_COMES = frozenset(("back", "home", "return", "returning", "reply", "answer"))
_OF_RETURN = """
    i i'm i'll will shall am be in again at my office desk work then when once any all mail emails e-mails messages
"""
_BACK = _COMES | _DAYS | frozenset(_OF_RETURN.split())
_TIRED = frozenset(["done", "report", "reports", "this", "it"])  # “done with this” is no courtesy here
_TOO_MUCH = frozenset(["too", "much"])
_PLACE = (
    r"(?:(?:the )?(?:alps|dolomites|pyrenees|highlands|islands|hebrides|borders|lakes|lake district|peak district"
    r"|cairngorms|canaries|seaside|coast|mountains|hills|states|usa|us|uk|netherlands|caribbean|algarve)"
    r"|scotland|england|wales|ireland|cornwall|devon|yorkshire|skye|mull|arran|islay|orkney|shetland|lewis|harris"
    r"|london|france|spain|portugal|italy|greece|crete|cyprus|malta|turkey|germany|austria|switzerland|belgium|holland"
    r"|denmark|sweden|norway|finland|iceland|poland|croatia|slovenia|majorca|mallorca|tenerife|lanzarote|madeira"
    r"|florida|canada|america|mexico|australia|new zealand|japan|india|thailand|morocco|egypt|africa|south africa"
    r"|paris|rome|venice|amsterdam|berlin|lisbon|barcelona|new york)"
)
_KIN = (
    r"with (?:my |the |our )?(?:sister|brother|family|kids|children|husband|wife|partner|friends|grandchildren"
    r"|parents|son|daughter)"
)
TRIP = expression(rf"\b(?:(?:in|to|on|around) {_PLACE}|{_KIN})\b", re.IGNORECASE)
_JOURNEY = expression(
    r"\W*(?:(?:(?:walk|travell?|ski|camp|cycl|sail|hik|climb|fly|tour|cruis|island hopp)ing|on (?:a )?(?:holiday|cruise"
    rf"|city break|walking holiday)|going)\b ?)?(?:(?:in|to|on|around|round|through|across) {_PLACE})?"
    rf"(?: {_KIN})?\W*",
    re.IGNORECASE,
)


def of_leave_told(event: Event, arrival: Arrival, mentor: Person, others: frozenset[str], almanac: Almanac) -> Event:
    """The event; the absence instead, or with it, where the mail tells of one of its writer's. `others` are the words
    of the names of their practitioners and of these ones' managers."""
    span = leave_told(arrival.mail, others, almanac.day(arrival.arrived))
    if span is None or isinstance(event, AbsenceNoted) or arrival.beside:
        return event
    address = arrival.mail.sender or ""
    if not isinstance(event, ConcernTold) and says_only_leave(arrival.mail, name_words([mentor])):
        return AbsenceNoted(arrival, address, *span, BY, mentor.name)
    noted = AbsenceNoted(arrival, address, *span, BY)
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, noted)))


def leave_told(mail: Mail, others: frozenset[str], today: date) -> tuple[date, date] | None:
    """The first and the last day of the leave that its writer says they take; None where nobody can tell."""
    said = typed(mail)
    if mail.sends or "?" in said or len(said.split(None, MOST)) >= MOST:
        return None
    if others & set(re.findall(r"[^\W\d_]+", said.casefold())) or tells_graver(said):
        return None
    told = [one for one in sentences(said) if speaks_of_leave(one)]
    if len(told) != 1 or not _OWN.search(told[0]):
        return None
    leave = leave_days(plainer(" ".join(told[0].split())), today)
    if leave.back is None:
        return None
    first, last = leave.first or today, leave.last or leave.back - timedelta(days=1)
    return (first, last) if today <= first <= last <= today + FARTHEST else None


def tells_graver(text: str) -> bool:
    """Whether it has a word of what may be why; with whom somebody goes along is none."""
    return bool(families_in(_GO_ALONG.sub(" ", text)) & _GRAVER)


def says_only_leave(mail: Mail, names: frozenset[str]) -> bool:
    """Whether each clause is of the leave, or goes with one; `names` are the writer's, who signs it."""
    return all(goes_with_leave(one, names) for one in clauses_of(typed(mail)))


def clauses_of(text: str) -> list[str]:
    """What such a mail says, piece by piece."""
    return [one for one in _CLAUSES.split(_THEN.sub(" ", text)) if re.search(r"\w", one)]


def goes_with_leave(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause is of the leave, or goes with one."""
    said = {one.replace("’", "'") for one in _WORDS.findall(TRIP.sub(" ", clause).casefold())}
    if is_courtesy(clause, names) and not (said & _TIRED or said >= _TOO_MUCH):
        return True
    words = said - names
    return (
        words <= _DAYS | _OPENS
        or (words <= _LEAVE and speaks_of_leave(clause))
        or (words <= _UNREAD and bool(words & _NO) and bool(words & _MEDIUM))
        or (words <= _BACK and bool(words & _COMES))
        or _JOURNEY.fullmatch(clause) is not None
    )
