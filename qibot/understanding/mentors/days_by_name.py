"""A day that a mentor names beside the names of several practitioners, and nothing else: “Nadia's and Fraser's will
both be with them by the 25th, I'm at a conference.”

Who stands so in a row is spoken of and not to, as in many a word for the team. Here every word of a clause that names
somebody is a name, the day, or belongs to a promise of feedback (a closed list), so that nothing is said of anybody;
beside it may stand what keeps the mentor, as it may beside a leave (no_more.py). Each one's day is that of the clause
which names them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import Arrival, DateNamed
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.matter.context import Context
from qibot.understanding.mentors.no_more import says_no_more
from qibot.understanding.phrases.courtesy import typed

MOST = 40  # words of such a mail
# A row of names is “N”, “Ns” where it is what is theirs; the day is “D”. Whatever else stands in a clause belongs to
# one of these promises: who is to send, have, or do something else by then isn't promised anything.
_BY = (
    r"(?: ?[,:–-]| by| on| before| for| is| are| at| around| about)* D(?: ?,?(?: (?:sorry|each|both|respectively|latest"
    r"|at the latest|i hope|hopefully|thanks|please))+)?"
)
_PAPER = r"(?: (?:reports?|feedback|reviews?|comments|ones?|latest|latest reports?))?"
_PRE = r"(?:(?:sorry|also|and|then|so|but|yes|ok|okay|hi|i['’]m afraid)(?: ?[,:])? ?)*"
_WITH = r"(?:back )?(?:with|to) (?:them|you|N)"
_COMES = (  # “Nadia's back by the 25th” is of Nadia
    r"(?: (?:will|should|['’]ll)(?: (?:both|all|each|also))? (?:be|come|follow|arrive)"
    rf"(?: (?:back|ready|{_WITH}))?| (?:both |all )?{_WITH})?(?: from me)?"
)
_MINE = (
    r"(?:(?:i|we)(?: will| shall| can| hope to| aim to| plan to| intend to| expect to| should| am going to)?"
    r"|(?:i|we)['’](?:ll|d hope to|m (?:going|hoping|aiming|planning) to)|will|hope to|aim to|hoping to|going to)"
    r"(?: (?:both|also|then|all))?"
)
_THOSE = r"(?:both(?: of (?:them|these))?|them(?: both)?|these|all|each)"
_THEIRS = rf"(?:Ns{_PAPER}|theirs|{_THOSE})"
_TO = r"(?:(?:get|write|come) (?:back )?to|reply to|respond to|be (?:in touch )?with|look at|review|read)"
_COMMENTS = r"(?:theirs|mine|(?:(?:their|my|some) )?(?:feedback|reviews?|comments))"
_PROMISED = expression(
    rf"{_PRE}(?:"
    rf"(?:for |on )?(?:N|Ns{_PAPER}(?: (?:and|,) Ns{_PAPER})*)(?:{_BY})?"
    rf"|Ns{_PAPER}(?: both| all)?{_COMES}{_BY}"
    rf"|(?:both|these|all){_PAPER}(?:(?: will| should)? be {_WITH})?{_BY}"
    r"|(?:N|they|both)(?: will| should| can|['’]ll)?(?: (?:both|all|each))? (?:have|get|receive|expect)"
    rf" {_COMMENTS}(?: back)?(?: from me)?{_BY}"
    rf"|{_MINE} {_TO} (?:N|{_THEIRS}){_BY}"
    rf"|{_MINE} (?:do|finish|return|send|write|have) {_THEIRS}(?: (?:back|done|ready|{_WITH}))*{_BY}"
    rf"|{_MINE} (?:send|write|give|get) (?:N|{_THOSE}) {_COMMENTS}{_BY}"
    rf"|(?:my |the )?(?:feedback|comments|reviews?) (?:for|on|to) (?:both )?(?:N|{_THEIRS}){_COMES}{_BY}"
    r")"
)
_BUSY = expression(  # what keeps a mentor, beside what goes with a leave
    r"(?:(?:i['’]m|i am|sorry|it['’]s|a|very|so|rather|been) )*(?:(?:mad|busy|hectic|full) (?:day|week|fortnight|month)"
    r"|(?:(?:stuck|busy|away|tied up) )?(?:in|at|on) (?:(?:a|the|my) )?(?:court|clinic|meetings?|conference|course"
    r"|training))(?: (?:here|this week|all week|today|all day|until then|till then))*",
    re.IGNORECASE,
)
_ASKS = expression(  # “Nadia and Fraser: send both by the 25th”; and who is off for good, maybe
    r"^\W*(?:(?:please|then|and|both|so|just) )*(?:send|write|do|reply|respond|answer|read|review|look|get|comment|try"
    r"|wait|go|be|plan|return|start)\b|\byou (?:\w+ )?(?:have|can|may|get|should|will)\b"
    r"|^\W*(?:(?:sorry|ok|right|so) )*(?:i['’]m|i am) off\W*$",
    re.IGNORECASE,
)
_DENIES = expression(r"\b(?:not|never|won['’]?t|can['’]?t|cannot|already|done)\b", re.IGNORECASE)
_CLAUSES = expression(r"[;.!\n]+|,(?! ?(?:and\b|[A-Z][\w-]*(?:['’]s?)?(?:,| and\b| will\b)))|:(?= )")
_AROUND = expression(r"^[\s,;:()–*_\"!.-]+|[\s,;:()–*_\"!.-]+$")


def days_by_name(arrival: Arrival, context: Context, almanac: Almanac, own: Case | None = None) -> DateNamed | None:
    """The new days of several reports that wait, the first of them that of `own`'s where that is named; None of what
    says anything else, or names fewer than two."""
    text, today = typed(arrival.mail), almanac.day(arrival.arrived)
    waiting = [c for c in context.cases(Role.MENTOR) if c.pending()]
    if len(waiting) < 2 or arrival.mail.sends or "?" in text or len(text.split(None, MOST)) >= MOST:
        return None
    mentor = name_words([waiting[0].enrolment.mentor])
    theirs = frozenset[str]().union(*(name_words([c.enrolment.practitioner]) for c in waiting))
    clauses = [one for one in _CLAUSES.split(text) if one.strip()]
    promises = [_is_promise(one, theirs, today) for one in clauses]
    if not all(x or _is_own(one, arrival.mail, theirs, mentor) for one, x in zip(clauses, promises, strict=True)):
        return None
    found, last = dict[str, date](), list[Case]()
    for one, promised in zip(clauses, promises, strict=True):
        last = [c for c in waiting if _names(one, c)] or last
        said = read_date(plainer(one), today) if promised else None
        if said is not None and said.day >= today and not _DENIES.search(one):
            found |= {c.unit: said.day for c in last if c.unit not in found}
    named = [c for c in waiting if c.unit in found and any(r.feedback_due < found[c.unit] for r in c.pending())]
    if len(found) < 2 or not named:
        return None
    named.sort(key=lambda c: own is not None and c.unit != own.unit)
    alone = replace(arrival, beside=())
    days = [
        DateNamed(alone, c.unit, r.number, found[c.unit], in_words=True)
        for c in named
        for r in c.pending()
        if r.feedback_due < found[c.unit]
    ]
    return replace(days[0], arrival=replace(arrival, beside=(*arrival.beside, *days[1:])))


def _is_promise(clause: str, theirs: frozenset[str], today: date) -> bool:
    """Whether a clause is but a promise by a day, or names."""
    plain = plainer(clause)
    said = read_date(plain, today)
    dated = plain if said is None else plain.replace(said.words, " D ", 1)
    return _PROMISED.fullmatch(_masked(dated, theirs)) is not None


def _is_own(clause: str, mail: Mail, theirs: frozenset[str], mentor: frozenset[str]) -> bool:
    """Whether a clause names no practitioner, and says but what keeps its writer."""
    masked = _masked(clause, theirs)
    if re.search(r"\bNs?\b", masked):
        return False
    alone = replace(mail, text=clause, html="")
    return _BUSY.fullmatch(masked) is not None or (not _ASKS.search(clause) and says_no_more(alone, theirs | mentor))


def _masked(clause: str, theirs: frozenset[str]) -> str:
    """The clause in small letters, with N for each row of names, and Ns for one of what is theirs."""
    words = "|".join(map(re.escape, sorted(theirs, key=len, reverse=True)))
    one = rf"\b(?:{words})(?: (?:{words}))*(?:['’]s?)?(?!\w)"
    said = re.sub(r"(?<!['’])\bd\b", "D", clause.casefold())
    row = rf"{one}(?:(?: ?, ?(?:and )?| and | & ?){one})*"
    said = re.sub(row, lambda m: "Ns" if m[0].endswith(("'s", "’s", "'", "’")) else "N", said)
    return _AROUND.sub("", " ".join(said.split()))


def _names(clause: str, case: Case) -> bool:
    first = next(iter(case.enrolment.practitioner.name.split()), "")
    return bool(first) and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", clause) is not None
