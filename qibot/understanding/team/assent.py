"""The team's plain yes to what a letter asks, in few words: “that's fine”, “no problem at all”, “yes, the 23rd it is”.

Every word of it has to be one of a yes, of a day or of the courtesy around it: whoever says more is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from qibot.expression import expression
from qibot.understanding.commands.typed import unsigned
from qibot.understanding.days.short_days import days_named
from qibot.understanding.team.day import spelt_out

LONGEST = 240  # characters of such a yes
_DAY = "DAYX"  # stands for the day that is named
_WHOM = r"(?:her|him|them|NAME)"
_GOOD = (
    r"(?:absolutely |perfectly |totally |completely |quite |just |all |entirely )?(?:fine|ok|okay|alright|all right"
    r"|good"
    r"|great|grand|acceptable|reasonable|agreed|approved|granted|accepted|allowed|agreeable"
    r"|no (?:problem|bother|trouble|issue)s?)"
)
_FOR = r"(?: (?:by|with|for|from|on) (?:us|me|the team|our (?:side|end)|my (?:side|end)|here|NAME|her|him|them))?"
_ALL = r"(?: (?:at all|whatsoever))?"
_ASKED = r"(?:new |extra |later |requested |proposed |more )?(?:date|day|deadline|extension|request|time)"
_IT = rf"(?:that|this|it|(?:the|her|his|that|this|their) {_ASKED}|(?:the )?{_DAY})"
_IS = r"(?:['’]s| is| would be| will be|['’]ll be|['’]d be| sounds| looks| seems)"
# What is a yes by itself.
_YES = (
    rf"{_IT}{_IS} {_GOOD}{_FOR}{_ALL}",
    rf"{_IT} (?:works|suits|will do|would do|it is|is it)(?: {_FOR.strip()})?",
    rf"(?:all )?{_GOOD} (?:by|with) (?:us|me|the team|NAME)",
    rf"(?:the )?{_DAY} {_GOOD}{_FOR}",
    (
        r"yes|yep|yeah|yup|aye|certainly|absolutely|sure(?: thing)?|definitely|by all means|gladly|with pleasure|fine"
        rf"|of course(?: (?:she|he|they|NAME) (?:can|may))?|(?:absolutely|perfectly|quite|totally) {_GOOD}|all good"
    ),
    rf"no (?:problems?|objections?|worries|bother|issues?|trouble){_FOR}{_ALL}",
    (
        rf"(?:that is |that['’]s )?(?:granted|approved|agreed|accepted|allowed)(?: (?:to|for) {_IT}| as (?:requested"
        rf"|asked))?"
    ),
    (
        r"(?:(?:I|we)(?:['’]m| am|['’]re| are|['’]d be| would be)? )?(?:quite |very |perfectly |more than |totally )?"
        r"(?:happy|content|fine|ok|okay|comfortable) (?:with|for|to (?:agree(?: to| with)?|approve|grant|allow|accept"
        r"|support"
        rf"|go with|do|give {_WHOM}))(?: {_WHOM} to (?:have|do|take))? {_IT}"
    ),
    rf"(?:(?:I|we)(?:['’]ll| will| can| do)? )?(?:agree|approve|support|accept|grant|allow)(?: (?:to|with))? {_IT}",
    rf"(?:let|give|allow|grant) (?:{_WHOM} )?(?:have |take )?{_IT}",
    (
        rf"(?:(?:let|allow) {_WHOM}(?: have| take)?|give {_WHOM}|(?:she|he|they|NAME) (?:can|may) (?:have|take))"
        rf" (?:it |this )?(?:until|till|up to|to) (?:the )?{_DAY}"
    ),
    rf"(?:she|he|they|NAME) (?:can|may)(?: (?:have|do|take|get)(?: (?:until|till))? {_IT})?",
    rf"go ahead(?: (?:and|with) (?:(?:grant|approve|allow|accept|agree)(?: to)? )?{_IT})?",
    rf"go (?:with|for) {_IT}|make it {_IT}",
)
# What makes a day one that is given, and is no yes without one.
_OKAY = expression(r"(?:ok|okay|okey dokey|right|alright|all right|good|great|grand|lovely|perfect)\b", re.IGNORECASE)
# What may stand beside it.
_BESIDE = (
    (
        r"for (?:(?:her|his|the|their) )?MONTH(?:['’]s)?(?: report| one)?|for (?:the|her|his|this) (?:report|one)"
        r"|as a one[- ]off|instead"
        r"|thanks(?: (?:for (?:letting (?:us|me) know|checking|asking|this|that|passing (?:it|this|that) on)|NAME))?"
        r"|thank you(?: for (?:letting (?:us|me) know|checking|asking|this))?|many thanks|ta|cheers|please|pls|then|now"
        r"|in that case|on this occasion|(?:just |only )?this (?:once|time)|for this one|and|but|so|hi|hello|dear|NAME"
        r"|poor (?:soul|thing|lass|lad|wee soul|NAME)|sorry to hear (?:that|this|it)|oh dear|no rush|understandable"
        r"|(?:please )?(?:tell|let) (?:her|him|them|NAME)(?: know)?(?: that)?|all the best|best wishes|take care"
    ),
    r"(?:I |we )?hope (?!.*\b(?:deadline|time|sooner|before|still|can|could|will|DAYX)\b)[^.!?;\d]{1,50}",
    rf"(?:the )?{_DAY}(?: then)?|(?:until|till|to|for|on|by) (?:the )?{_DAY}",
)
_THANKS_TO = expression(r"(?<=thanks),? [A-Z]\w+\W*\Z")
_BETWEEN = expression(r"[\s,.;:!…–—-]*")
# What doesn't count by the rule, and a signature, neither of which changes what is given.
_CONCEDES = expression(
    r"(?=[^.!?;:\n]*\b(?:leave|holidays?|work ?load|work|busy|count|exceptional|grounds|reason|excuse|rules?|normally"
    r"|usually|strictly|generally)\b)[^.!?;:\n\d]{2,80}?(?:n['’]t|\bnot)\b[^.!?;:\n\d]{0,50}[,;–—-]? *"
    r"\b(?:but|however|though)\b,? *",
    re.IGNORECASE,
)
_SIGNED = expression(
    r"\n[ \t]*\n(?:(?!(?:Until|Till|By|But|Not|No|Only|If|Unless|Please|Or|And)\b)[A-Z][\w'’&.-]*"
    r"(?: (?:[A-Z][\w'’&.-]*|of|and|for|the|team|&)){0,6}[ \t]*(?:\n|\Z)){1,4}\s*\Z"
)
# A yes amid other words, and what somebody will see to first.
_MAY = expression(
    r"\b(?:yes|fine|ok|okay|alright|all right|agree\w*|approv\w+|grant\w*|no (?:problem|objections?|bother|worries)"
    r"|of course|happy"
    r"|certainly|absolutely|accept\w*)\b",
    re.IGNORECASE,
)
_FIRST = expression(
    r"\b(?:I|we)(?:['’]ll| will| shall| am going to|['’]m going to|['’]ve| have| spoke| rang)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Assent:
    """A yes: whether it is plain or may be but a receipt (“ok”), and the day that it names."""

    plain: bool
    day: date | None = None


def assent(text: str, names: Iterable[str], today: date, month: str = "") -> Assent | None:
    """What a few words agree to; None where they say anything else, or name several days. `names` are those of the
    people in the matter, in small letters; `month` is that of the report, which may be named."""
    called = frozenset(names)
    said = _CONCEDES.sub("", unsigned(_unsigned_by_team(text, today)).strip(), count=1)
    said = spelt_out(_THANKS_TO.sub("", " ".join(said.split())))
    days = days_named(said, today)
    if not said or len(said) > LONGEST or len(days) > 1 or "?" in said:
        return None
    for one in days:
        said = f"{said[: one.start]}{_DAY}{said[one.end :]}"
    kinds = _kinds(said, called, month)
    plain, okay = "yes" in kinds, "okay" in kinds
    if not (plain or okay):
        return None
    return Assent(plain or bool(days), days[0].day if days else None)


def may_agree(text: str) -> bool:
    """Whether a longer text may be a yes, and none that waits for what its writer will do."""
    return _MAY.search(text) is not None and _FIRST.search(text) is None


def _unsigned_by_team(text: str, today: date) -> str:
    """The text without the lines of a name and a team's below it: “Jean / Community Planning”."""
    found = _SIGNED.search(text.rstrip())
    return text if found is None or days_named(found[0], today) else text[: found.start()]


def _kinds(said: str, called: frozenset[str], month: str) -> set[str]:
    """The kinds of what it is made of; none where a word of it is of no kind."""
    yes, beside = _patterns(called, month)
    kinds: set[str] = set()
    place = 0
    while place < len(said):
        between = _BETWEEN.match(said, place)
        place = between.end() if between else place
        fits = [
            (m.end(), kind)
            for kind, p in (("yes", yes), ("okay", _OKAY), ("beside", beside))
            if (m := p.match(said, place))
        ]
        if not fits:
            return kinds if place >= len(said) else set()
        place, kind = max(fits, key=lambda fit: fit[0])
        kinds.add(kind)
    return kinds


@cache
def _patterns(called: frozenset[str], month: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is a yes, and what may stand beside it; NAME is one of the people in the matter."""
    names = f"(?:{'|'.join(sorted(map(re.escape, called), key=len, reverse=True)) or '(?!)'})"
    months = rf"(?:{re.escape(month)}|{re.escape(month[:3])})" if month else "(?!)"
    yes, beside = ("|".join(one).replace("NAME", names).replace("MONTH", months) for one in (_YES, _BESIDE))
    return tuple(re.compile(rf"(?:{one})(?![\w'’])", re.IGNORECASE) for one in (yes, beside))  # type: ignore[return-value]
