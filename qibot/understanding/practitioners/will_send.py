"""“Sorry, will send it tonight”: a promise to send the report in time, in answer to a reminder of it, to the question
for its document, or in a mail of its own. It holds nothing, and nobody needs to read it.

Known phrases are taken out of its words one after the other; a promise has hardly anything left. Whatever can keep
somebody from a report (“migraine, will send it tomorrow”), a condition, a question, a day that is later than the report
may come, or time that is asked for, is none.

| it answers | in time is |
|---|---|
| `remind_deadline` | until the deadline |
| `remind_missing`, `remind_missing_again` | today |
| `ask_document` | within `forgotten_days` |
| nothing, under a report's subject or with its name | until the deadline, then today; every word is known |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac, delayed_report
from qibot.events import Arrival, Event, MessageReceived
from qibot.expression import expression
from qibot.model import Case, Letter, Role
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import CAUSES, families_in, plain_words
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.in_few_words import MISSING, REASON, typed_in
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.practitioners.on_its_way import DAY, KNOWN, SAID_ASIDE
from qibot.understanding.reports.to_come import is_to_come, says_to_come

LONGEST, LEFT = 40, 3  # words of such a mail, and of its promise the ones that no phrase knows
LOOKED_AT = 200  # characters of a subject
_GREETED = expression(
    r"^\W*(?:hi(?:ya)?|hello|hey|dear|(?:good )?(?:morning|afternoon|evening)) \w+\s*$", re.IGNORECASE
)
_PROMISES = expression(
    r"(?:\b(?:will|shall|going to|about to|hop(?:e|ing) to|should|to follow|will follow|expect|plan(?:ning)? to"
    r"|aim(?:ing)? to|working on|on it|on (?:to|the|its|my) (?:it|case"
    r"|way|list)"
    r"|final touches|nearly|almost|promise|give me|bear with me|just needs?)\b|['’](?:ll)\b"
    r"|\b(?:sending|resending|doing|finishing|submitting|coming|getting|adding|popping|attaching|uploading)\b"
    r"|^\W*(?:\w+\W+){0,6}(?:tonight|tomorrow|today|this (?:evening|afternoon|morning))\W*$)",
    re.IGNORECASE,
)
_NONE = expression(
    r"\?|\b(?:if|unless|once|when|after|as soon as|but|can['’]?t|cannot|won['’]?t|not|never|unable|could|may|might"
    r"|until|till|would|extension|more time|longer"
    r"|extra|behind|next (?:week|month|one)|weeks?|month|fortnight|days|term|weekend|christmas|year|instead"
    r"|late(?! (?:today|tonight))"
    r"|stolen|lost|died|dead|crash\w*|broke\w*|mentor|strikes?|snow\w*|flood\w*|ofsted|hmie|inspect\w*|nobody|no one"
    r"|off sick|migraine|(?:annual|rostered|planned|on|sick|study) leave|a/l"
    r"|a ?& ?e|toothache|dentist|struggl\w+|private\w*|confiden\w+)\b|(?<!did)(?<!had)n['’]t\b",
    re.IGNORECASE,
)
# The clause that may have words of its own: of a sending, where such words say with what or from where.
_OF_SENDING = expression(
    r"(?:\b(?:will|shall|going to|about to|hop(?:e|ing) to|should|to follow|expect|plan(?:ning)? to|aim(?:ing)? to"
    r"|on it|working on|sending|resending|doing|finishing|submitting|attaching|uploading|emailing|just needs?|adding"
    r"|on (?:to|the|its|my) (?:it|case|way|list)|final touches)\b|['’]ll\b)",
    re.IGNORECASE,
)
_CLAUSES = expression(
    r"[,;:!?\n()]+|\.(?!\d)|\s[-–—]+\s|[–—]"
    r"|\b(?:because|cos|coz|since|and then|as(?! (?:soon|usual|always|normal|promised|well|possible)\b))\b",
    re.IGNORECASE,
)
_DOES_IT = r"(?:re-?send|send|submit|e-?mail|attach|forward|pop|upload|do|finish|complet|hand|writ|get|sort)"
# Somebody else who sends it, or what is more than the writer's own: “Sam's sending ours”.
_ANOTHERS = expression(
    rf"\b(\w+)(?:'s| is| are)(?: just| now| going to| about to| gonna){{0,2}} {_DOES_IT}\w*"
    rf"|\b(\w+)(?:'ll| will| shall)(?: just| now| be){{0,2}} {_DOES_IT}\w*",
    re.IGNORECASE,
)
_OURS = expression(r"\bours\b", re.IGNORECASE)
_COLLEAGUE = expression(r"admin|secretary|pa|assistant|clerk|colleague|team|she|he|they", re.IGNORECASE)
_OWN_SUBJECTS = """
    i we it that this which report mine file document you one and but so then also still definitely certainly probably
    honestly absolutely actually defo deffo again
"""
_OWN = frozenset(_OWN_SUBJECTS.split())
_NAMES_REPORT = expression(r"\breports?\b", re.IGNORECASE)
_NAMES_DAY = expression(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}}|{DAY})\b", re.IGNORECASE)
_BUT = expression(r"\bbut (?=(?:i'll|i will|you'll|you will|will|it'll|it will|sending|doing)\b)", re.IGNORECASE)
_WEEKEND = expression(r"\b(?:at|over|by|this|during|on)(?: the| this)? week-?end\b", re.IGNORECASE)
# Where or how it is sent; another place or state may be why it won't (“in the cell”, “between contractions”).
_PLACED = expression(
    r"\b(?:from|in|on|at|between|with|under|despite|without|through)"
    r"(?: (?:the|my|a|an|our|one|this|your|own)\b)* ([a-z]\S*)"
)
_AT_HOME = expression(
    r"(?:home|house|kitchen|laptop|computer|desk|lunch\w*|dinner|tea|shift|bus|train|break|nights?|sofa|bed|phone|mobile|hand|way|case)\b"
)
_HOLDS_TOGETHER = """
    a an the of in on at to for from with and or so as is it it's its this that these here there just very really quite
    some any all i i'm i've my our me us you your be been am are was were has have had do did does get up out off over
    by then now still one im s
"""
_HOLDS = frozenset(_HOLDS_TOGETHER.split())


def will_send(
    arrival: Arrival, case: Case, number: int, found: Meaning, answered: Letter | None, almanac: Almanac
) -> bool:
    """Whether it is only a promise that the report comes in time."""
    mail = arrival.mail
    if found.mark or found.cut or (answered is not None and answered.name not in (*MISSING, "ask_document")):
        return False
    if answered is None and not (_NAMES_REPORT.search(f"{mail.subject[:LOOKED_AT]}\n{mail.top}") and is_to_come(mail)):
        return False
    if found.speaks_of("MENT", "THEY"):  # that somebody else sends it
        return False
    if mail.sends or mail.held or mail.pictures or links_in(mail):
        return False
    latest = _latest(case, number, answered, almanac.day(arrival.arrived), almanac)
    left = LEFT if answered is not None else 0  # what answers nothing may speak of anything
    return promises(typed_in(mail), almanac.day(arrival.arrived), latest, names_in(case), left)


def still_to_come(arrival: Arrival, case: Case, number: int, answered: Letter | None, almanac: Almanac) -> Event | None:
    """The event of a mail under a report's subject that says it is to come, and may say more: its mentor may know.
    Its writer is asked where it may be late, or something may keep it; None of anything else."""
    mail, today = arrival.mail, almanac.day(arrival.arrived)
    under_report = answered is None and _NAMES_REPORT.search(mail.subject[:LOOKED_AT]) is not None
    if not under_report or mail.sends or mail.pictures or links_in(mail) or not is_to_come(mail):
        return None
    said, latest = typed_in(mail), _latest(case, number, answered, today, almanac)
    late = any(_is_later(one, today, latest) for one in sentences(said) if says_to_come(one))
    if late or REASON.search(said) or families_in(said) & CAUSES:
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    return MessageReceived(arrival, case.unit, number, Role.PRACTITIONER, asked=True)


def _latest(case: Case, number: int, answered: Letter | None, today: date, almanac: Almanac) -> date:
    """The last day that is in time."""
    if answered is not None and answered.name == "ask_document":
        return today + timedelta(days=almanac.config.programme.forgotten_days)
    if answered is None:
        number = delayed_report(case, number, today, almanac) or 0
    due = almanac.deadlines(case).get(number)
    by_deadline = answered is None or answered.name == "remind_deadline"
    return due if by_deadline and due is not None and due >= today else today


def promises(said: str, today: date, latest: date, names: frozenset[str] = frozenset(), most: int = LEFT) -> bool:
    """Whether these words promise to send it, and say nothing else: in the clause that promises it at most this many
    words that no phrase knows."""
    whole = said.replace("’", "'")
    if not 0 < len(whole.split()) <= LONGEST or _is_anothers(whole, names):
        return False
    text = whole
    for known in KNOWN[:2]:  # “sorry for being late”, “I thought it was the 30th”
        text = known.sub(" , ", text)
    if _PROMISES.search(text) is None or any(_is_later(one, today, latest) for one in sentences(text)):
        return False
    text = " ".join(text.split())
    for known in KNOWN[2:4]:
        text = known.sub(" , ", text)
    text = _WEEKEND.sub(" , ", _BUT.sub(" ", text))  # it is a day in time by now
    if _NONE.search(text) or REASON.search(text) or families_in(text) & CAUSES:
        return False
    for known in KNOWN[4:]:
        text = known.sub(" , ", text)
    placed = (one[1] for one in _PLACED.finditer(whole.casefold()))
    if not all(_AT_HOME.match(one) or is_of_the_work(one, names | _HOLDS) for one in placed):
        return False
    return len(_content(text, names)) <= most and _says_no_more(whole, names, most)


def _says_no_more(said: str, names: frozenset[str], most: int) -> bool:
    """Whether what no phrase knows stands in one clause, of the sending: what another clause says beside it may be why
    it won't come (“nan passed”)."""
    clauses = [_GREETED.sub(" hi ", one) for line in said.split("\n") for one in _CLAUSES.split(line) if one.strip()]
    telling = [(one, left) for one in clauses if (left := len(_content(_without_known(one), names)))]
    sending = [left for one, left in telling if _OF_SENDING.search(one)]
    beside = [one for one, left in telling if not _OF_SENDING.search(one) and not _is_aside(one, left)]
    return not beside and len(sending) <= 1 and sum(sending) <= most


def _is_aside(clause: str, left: int) -> bool:
    """Whether it is an exclamation (“Ooft”), or has one such word beside what is said of the report or its delay."""
    return left == 1 and (len(clause.split()) == 1 or any(known.search(clause) for known in SAID_ASIDE))


def _is_anothers(said: str, names: frozenset[str]) -> bool:
    """Whether somebody else sends it, or it is somebody else's, too."""
    if _OURS.search(said):
        return True
    for found in _ANOTHERS.finditer(said):
        does, will = found.groups()
        who = (does or will).casefold()
        if who in _OWN or (will and who in names):  # “thanks Ann will send it”
            continue
        if _COLLEAGUE.fullmatch(who) or _content(_without_known(who), frozenset()):
            return True
    return False


def _without_known(said: str) -> str:
    """Words without all that the phrases know."""
    text = " ".join(said.split())
    for known in (*KNOWN[:4], _BUT, _WEEKEND, *KNOWN[4:]):
        text = known.sub(" , ", text)
    return text


def _content(said: str, names: frozenset[str]) -> list[str]:
    """The words that say something, but names."""
    return [w for w in plain_words(said) if w not in _HOLDS and w not in names and any(c.isalpha() for c in w)]


def _is_later(sentence: str, today: date, latest: date) -> bool:
    """Whether a sentence names a day beyond the latest, one that can't be read, or several."""
    if len(_NAMES_DAY.findall(sentence)) > 1:
        return True
    said = read_date(plainer(sentence), today)
    return said.day > latest if said is not None else _NAMES_DAY.search(sentence) is not None
