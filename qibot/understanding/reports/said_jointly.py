"""Words by which a report says that it is a joint one (“Sam and I wrote this together”)."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.reports.along import goes_along, stem_of

LOOKED_AT = 600  # characters of a mail's own words in which it says that its report is a joint one
_SENT = r"(?:reports?|updates?|submissions?|returns?|pdsas?)"
_ONE = r"(?:report|update|submission|return|pdsa)"  # of several each may be somebody's own
_A_SINGLE = r"(?:one|a single|the same|a common)"
_NAME = r"(?-i:[A-Z][\w'’-]*\w)"
_CALLED = rf"{_NAME}(?: {_NAME})?"
PAIR = rf"(?:\b{_CALLED} (?:and|&) (?:me|I|myself)\b|\b(?:me|I|myself) (?:and|&) {_CALLED})"
_LIST = rf"{_CALLED}(?:, {_CALLED}){{0,3}},?"
_FOR = r"(?:on behalf of|(?:sent|sending|submitted|submitting) (?:(?:it|this|the report) )?for)(?: both)?"
_OTHER = r"(?!\W+(?:working|work|visits?|inspections?|clinics?|teams?|meetings?|sessions?|commissioning|boards?)\b)"
JOINT = expression(
    rf"\bjoint(?:ly)?\b{_OTHER}\W+(?:[\w']+\W+){{0,3}}{_SENT}\b"
    rf"|\b{_SENT}\W+(?:[\w']+\W+){{0,3}}(?:jointly|together)\b"
    rf"|\b{_SENT}\W+(?:is|was|as)\W+(?:[\w']+\W+){{0,2}}joint\b{_OTHER}|\bjoint one\b"
    r"|\bon behalf of (?:us|both|all)\b|\b(?:for|from|by) (?:us both|both of us|the (?:two|three) of us)\b"
    r"|\b(?:wrote|written|did|done|prepared|compiled)\W+(?:[\w']+\W+){0,4}(?:jointly|together)\b"
    rf"|\b(?:shared|combined)\W+(?:[\w']+\W+){{0,2}}{_SENT}\b"
    rf"|\b{_ONE}\b(?: \w+){{0,3}}? (?:for|from|by|of|covers|covering) (?:both )?(?:of )?{PAIR}"
    rf"|{PAIR}(?:['’]ve| (?!no\b|not\b|never\b)\w+){{0,3}}? (?:send|submit|shar|hand|d[oi]|writ|wrote|put|prepar)\w*"
    rf"(?: \w+){{0,2}}? {_A_SINGLE} (?:\w+ )?{_ONE}\b"
    rf"|\b{_A_SINGLE} (?:\w+ )?{_ONE} (?:for (?:us|both|our (?:shared|joint|common))|between us)\b"
    r"|\b(?:wrote|written|did|done|made|prepared|put together|sent|sending|submitted|submitting)"
    rf" (?:one|it|this|(?:this|the|a|one|a single) {_ONE}) between (?:us|the two of us)\b"
    rf"|\bour\W+(?:[\w']+\W+){{0,3}}{_ONE}\b(?: \d+)?[ ,:;(–-]+"
    rf"(?:{_CALLED}['’]s? (?:and|&) mine|mine (?:and|&) {_CALLED}['’]s?)\b",
    re.IGNORECASE,
)
_BEHALF = expression(  # “on behalf of Sam and me”: of both, though “of Sam” alone is another one's
    rf"\b{_FOR} (?:{_LIST} (?:and|&) (?:me|myself|I(?! \w))\b|(?:me|myself) (?:and|&) {_CALLED})(?! to\b)",
    re.IGNORECASE,
)
_BEHALF_OF = expression(rf"\b{_FOR} (?P<of>{_LIST} (?:and|&) {_CALLED})", re.IGNORECASE)
_REPORT_OF = expression(  # “the report for both Jo Smith and Sam Baird”, where one of them writes
    rf"\b{_ONE}(?: \d{{1,2}})? (?:for|from|of|by)(?: both)?(?: of us,?)? "
    rf"(?P<of>{_LIST} (?:and|&) (?:for |of |from |by )?{_CALLED})(?! (?:to|is|are|will|can|should)\b)",
    re.IGNORECASE,
)
_AND_MY = expression(  # of one document: of two each may be somebody's own
    rf"\b{_CALLED}['’]s? (?:and|&) my (?:\w+ ){{0,2}}{_ONE}\b(?! (?:is|are|was|will|has|isn|to)\b)", re.IGNORECASE
)
_DOES = (
    r"(?:work\w*|wrote|writ\w+|did|done|do|doing|shar\w+|together|both|prepared|put"
    r"|(?:on|in|have|for) (?:the same|one))\b"
)
_MAY_BE = expression(
    rf"(?P<pair>{PAIR})(?:['’]ve|['’]re| \w+){{0,3}}? {_DOES}|\b(?:for|from|by|of|as) (?:both )?(?P<of>{PAIR})"
    rf"|\b(?P<one>{_CALLED})(?:['’]s| is| was|,)(?: also)? my (?:project |improvement )?(?:partner|co-\w+)\b",
    re.IGNORECASE,
)
_OWN = expression(
    rf"\bmy (?:\w+ ){{0,3}}{_SENT}\b|\b(?:mine|own|each|separate(?:ly)?|different|not|no longer|never|\w+n['’]t)\b",
    re.IGNORECASE,
)
_OWN_REPORT = expression(rf"\bmy (?:\w+ ){{0,3}}{_SENT}\b|\b(?:mine|separate(?:ly)?|each)\b", re.IGNORECASE)
OURS = expression(rf"\bour\W+(?:[\w']+\W+){{0,3}}{_SENT}\b|\bboth of (?:us|our)\b", re.IGNORECASE)
_DENIED = expression(  # right before it: “this isn't a joint report”, “Sam and I no longer do a joint report”
    r"(?:\b(?:not|no longer|never|neither|without|instead of|rather than)|\w\w?n['’]t)\s+(?:[\w'’]+\s+){0,3}\Z",
    re.IGNORECASE,
)


def says_joint(mail: Mail) -> bool:
    """Whether a mail says plainly that its report is a joint one."""
    files = [stem_of(d) for d in mail.files]
    said = "\n".join([*files, *([] if mail.is_reply else [mail.subject]), mail.top[:LOOKED_AT]])
    if says(JOINT, said) or _says_for_both(said, mail.sender_name or (mail.sender or "").partition("@")[0]):
        return True
    return sum(not goes_along(d) for d in mail.files) == 1 and says(_AND_MY, said)


def is_plainly_joint(mail: Mail, said: str) -> bool:
    """The same by these words of it, too."""
    return says(JOINT, said) or says_joint(mail)


def _says_for_both(said: str, sender: str) -> bool:
    """Whether it is sent for another one and its `sender`, and calls no report the sender's own."""
    if _OWN_REPORT.search(said):
        return False
    first = next(iter(re.findall(r"\w+", sender.casefold())), "")
    pairs = (m for what in (_BEHALF_OF, _REPORT_OF) for m in what.finditer(said) if not _denied(said, m))
    named = first and any(first in re.findall(r"\w+", m["of"].casefold()) for m in pairs)
    return says(_BEHALF, said) or bool(named)


def says_jointly(sentence: str) -> bool:
    """Whether a sentence calls it joint, or ours."""
    return any(says(what, sentence) for what in (JOINT, OURS, _BEHALF, _BEHALF_OF, _REPORT_OF, _AND_MY))


def may_be_jointly(said: str, first: str) -> bool:
    """Whether it speaks of the one of this first name and the writer as of two who do something together, and calls no
    report its writer's own."""
    if _OWN.search(said):
        return False
    name = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE)
    return any(name.search(next(filter(None, m.groups()))) for m in _MAY_BE.finditer(said))


@lru_cache(maxsize=16)  # one mail is asked several times
def says(what: re.Pattern[str], said: str) -> bool:
    """Whether it says so and doesn't deny it."""
    return any(not _denied(said, m) for m in what.finditer(said))


def _denied(said: str, found: re.Match[str]) -> bool:
    return _DENIED.search(said[max(0, found.start() - 60) : found.start()]) is not None
