"""That a report is no longer asked for, where the team says so in plain words of it, and of nothing else (EXCUSE).

| the team says | becomes |
|---|---|
| “of course she can be let off”, “let her off this one” | `EXCUSE` |
| “report 4 need not be submitted”, “she needn't do this one” | the same |
| “she needn't do it”, in answer to her circumstances, and no letter, line or form is spoken of | the same |
| “let her off May”, “she's free of reports 10 and 11” | of each, where the one in question is among them |
| thanks, and a no beside them, while her circumstances wait | asked back: it may let her off (`may_let_off`) |
| the same of another report, bound to a condition, asked, or beside more time | what the weights make of it |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.meaning import sentences
from qibot.understanding.reports.numbered import MONTH
from qibot.understanding.team.harmless import is_harmless, is_reason, leaves_it, tells_somebody

LONGEST = 80  # words
_WHO, _WHOM = r"(?:she|he|they|NAME)", r"(?:her|him|them|NAME)"
_NEEDNT = (
    r"(?:need(?:n['’]?t| not)|(?:does|do)(?:n['’]?t| not) (?:need|have) to"
    r"|(?:is|are)(?:n['’]?t| not) (?:going )?to (?:have|need) to)"
)
_ONE = r"(?:the|this|that|her|his|their) (?:report|one)|report (?:no\.? )?(?P<number>\d{1,2})"
_SAYS = (
    (
        rf"{_WHO}(?: can| may| should|['’]s to| is to)(?: certainly| of course)? be (?:let off|excused)"
        r"(?: (?:from |of )?(?:this|the|it|that)(?: (?:one|report|time|month(?:['’]?s)?(?: (?:one|report))?))?)?"
    ),
    (
        rf"(?:let {_WHOM} off|(?:excuse|exempt|release|free|spare) {_WHOM}(?: (?:from|of) (?=this|the|it|that))?)"
        r"(?: (?:this|the|it|that)(?: (?:one|report|time|month(?:['’]?s)?(?: (?:one|report))?))?)?"
    ),
    rf"(?:excuse|exempt|release|free|spare) {_WHOM} (?:from|of) (?:sending )?report (?:no\.? )?(?P<third>\d{{1,2}})",
    rf"(?:{_ONE}) {_NEEDNT} be (?:submitted|sent(?: in)?|done|written|handed in)",
    (
        rf"{_WHO} {_NEEDNT} (?:do|send|submit|write|hand in|bother with)"
        rf" (?:{_ONE.replace('number', 'other')}|(?P<bare>it|this|that))"
    ),
)
# The same of reports that are named, one or several.
_SEVERAL = r"\d{1,2}(?:(?:,? and |, ?| ?& ?| to | ?[-–] ?)\d{1,2})*"
_MONTHS = rf"{MONTH}(?:(?:,? and |, ?| ?& ?){MONTH})*"
_WHICH = (
    rf"(?:(?:the |her |his |their )?(?:reports? |nos?\.? ?)(?:nos?\.? ?)?(?P<numbers>{_SEVERAL})"
    rf"|(?:the |her |his |their )?(?P<months>{_MONTHS})(?:['’]s?)?(?: reports?| ones?)?)"
)
_NEEDED = r"(?:needed|required|due|wanted|expected|necessary|owed)"
_LETS_OFF = (
    rf"let {_WHOM} off (?:(?:from|for|of|with) )?(?:sending |doing |writing )?",
    rf"(?:excuse|release|exempt|free|spare) {_WHOM} (?:(?:from|for|of) )?(?:sending |doing |writing )?",
    (
        rf"{_WHO}(?:['’]s| is| are| can be| may be| should be| will be|['’]ll be)(?: now)?"
        r" (?:free|excused|exempt|let off|released|spared|relieved)"
        r"(?: (?:from|for|of|with))? (?:sending |doing |writing )?"
    ),
    rf"{_WHO} {_NEEDNT} (?:do|send|submit|write|hand in|bother with) ",
    (  # of one that hasn't come “no report from her for May” is said as well
        rf"no reports? (?:(?:(?:is|are|will be) )?{_NEEDED}(?: (?:from|by|of) {_WHOM})?"
        rf"|(?:from|by) {_WHOM} (?:(?:is|are|will be) )?{_NEEDED}) for "
    ),
)
_NO_REPORTS = rf"no reports (?:from|by) {_WHOM} for "  # in answer to what is asked of the report
_NONE_CAME = expression(r"\bno reports?(?: (?:from|by) [\w ]{1,30}?)? for\b", re.IGNORECASE)
LED = r"(?:(?:yes|of course|ok|okay|fine|please|so|then|certainly|in that case|I think|we agree(?: that)?)[,.!:]? )*"
ENDS = (
    r"(?:,? (?:at all|this time|of course|please|then|altogether|entirely|completely|poor \w+))*"
    r"(?P<behind>\W*$|(?:,|\s[-–—]|;|:| (?=\w)).*)"
)
# What may follow it: that it doesn't count, a courtesy, or a reason in words that are known (harmless.py).
_NOT_COUNTED = expression(
    r"\W{0,9}and (?:it )?(?:should(?: not|n['’]?t)|will not|won['’]?t|need(?: not|n['’]?t)|does(?: not"
    r"|n['’]?t)) count"
    r"(?: as (?:missed|missing))?(?: against (?:her|him|them))?\W{0,9}",
    re.IGNORECASE,
)
_REASON = expression(r"\W*(?:because|as|since|given|after|with|for|in)\b", re.IGNORECASE)
# What in another sentence may take it back, or leave it to somebody.
_UNSETTLES = expression(
    r"\b(?:(?<!oh )no(?! idea|,? (?:she|he|they) (?:need|does|do)(?:n['’]t| not))|nope|not sure|unsure"
    r"|rather|suppose|guess|though|disagree\w*|object\w*|says|said|thinks|reckons?|ask"
    r"|check|wait|hold|wrong|unfair|I think|I['’]d(?! no idea)|I would|I don['’]?t|I['’]m not"
    r"|I wouldn['’]?t|we wouldn['’]?t)\b",
    re.IGNORECASE,
)
# What goes on to another report: “let her off report 2 and report 3”.
_MORE = expression(
    r"\W*(?:(?:and|also|plus|as well as|then|or|for|from|the|her|his|their|same|do|let (?:her|him|them) off)\b\W*)*"
    rf"(?:(?:reports?|nos?\.?) ?\d|\d{{1,2}}\b|{MONTH})",
    re.IGNORECASE,
)
# … or to another one without its number: “let her off this one and the last”, “January too”.
_AND_ANOTHER = expression(
    rf"\b(?:and|plus|also) (?:the |her |his |their )?(?:{MONTH}|last|other|previous|earlier|rest|one before|two|all)\b"
    r"(?!['’]s (?:off|gone|dropped))"
    rf"|\b(?:{MONTH}|last one|other one|the (?:last|other|previous|rest)|one before)(?:['’]s)?(?: one| report)?,?"
    r" (?:too|as well|also)\b",
    re.IGNORECASE,
)
_GOES_ON = expression(r"\W*(?:and|also|plus|the same|same)\b", re.IGNORECASE)
# Of another report that stays as it is: “but not report 3”, “report 3 is due as usual”.
_OTHER_STAYS = expression(
    r",? but not report \d{1,2}\b"
    r"|(?<=[.!]) *(?:but )?report \d{1,2} (?:is|stays) (?:still )?(?:due|wanted|expected"
    r"|needed)(?: as (?:usual|normal))?[.!]?",
    re.IGNORECASE,
)
# What makes it no plain word of this report, or is another decision beside it.
_HANGS = expression(
    r"\?|\b(?:if|unless|until|till|provided|but|or|by|before|yet|only|perhaps|maybe|might|wonder\w*|next)\b",
    re.IGNORECASE,
)
_ON_CONDITION = expression(r"\W*(?:if|unless|provided|providing|as long as|once|when)\b(?! you\b)", re.IGNORECASE)
_DECIDES_MORE = expression(r"\b(?:give|grant|until|till?|extend\w*|pause\w*|withdraw\w*|escalate)\b", re.IGNORECASE)
_PAPER = expression(  # what is sent in, too
    r"\b(?:letters?|lines?|notes?|evidence|certificates?|proof|forms?|documents?|e-?mails?|copy|copies|papers?)\b",
    re.IGNORECASE,
)
_OTHERWISE = expression(
    r"\b(?:unless|provided|instead|extend\w*|extension|more time|longer|however|on condition|escalate|decline|refuse"
    r"|withdraw\w*|paus\w+|let me know|what do you|do you (?:think|agree))\b|\?",
    re.IGNORECASE,
)
# A no may be what she needn't do, but in these.
_SAYS_NO = expression(
    r"(?!\bno (?:problem|worries|bother|trouble|doubt|wonder|surprise)\b"
    r"|\bnot (?:at all|surpris\w+|good|nice|easy|great)\b)"
    r"\b(?:no|not|nothing|none|never|off(?! sick)|forget|without|free of|excused?|spared?|waive[ds]?|skips?"
    r"|needn['’]?t)\b|n['’]t\b(?! (?:know|realise|seen?|be surprised|worry)\b)",
    re.IGNORECASE,
)


def may_let_off(text: str) -> bool:
    """Whether thanks that sound like a note may say, too, that nothing is to be sent: “thanks, she's off the hook”."""
    return _SAYS_NO.search(text) is not None


def lets_off(text: str, e: Enrolment, number: int, *, of_report: bool) -> bool:
    """Whether it plainly lets the practitioner off the report in question. `of_report`: it answers what is asked of the
    report alone; else “it” may be what is to be done, or somebody's note."""
    bare = of_report and _PAPER.search(text) is None
    if len(text.split()) > LONGEST or _OTHERWISE.search(text):
        return False
    said = [" ".join(one.split()) for one in sentences(text)]
    names = e.practitioner.name.split()
    plain = [n for n, one in enumerate(said) if _says(one, _pattern(e.practitioner.name), number, names, bare=bare)]
    return bool(plain) and _stands(said, plain, names)


def says_none_came(text: str) -> bool:
    """Whether it says that there is no report, which may be that none has come as well as that none need come."""
    return _NONE_CAME.search(text) is not None


def _stands(said: list[str], plain: list[int], names: list[str]) -> bool:
    """Whether no other sentence takes the order back; one behind it must be known to leave it as it is."""
    others = [one for n, one in enumerate(said) if n not in plain]
    behind = [one for n, one in enumerate(said) if plain and n not in plain and n > plain[0]]
    unsettled = any(_UNSETTLES.search(one) or _AND_ANOTHER.search(one) for one in others)
    return not unsettled and all(leaves_it(one, *names) for one in behind)


def follows(behind: str, *names: str) -> bool:
    """Whether what stands behind an order is but a courtesy or a reason."""
    if _HANGS.search(behind) or _AND_ANOTHER.search(behind):
        return False
    if tells_somebody(behind.lstrip(" ,;:–-")):
        return True
    known = is_reason if _REASON.match(behind) else is_harmless
    return _NOT_COUNTED.fullmatch(behind) is not None or known(behind, *names)


def unsettles(sentence: str) -> bool:
    """Whether another sentence may take an order back, or decides something else."""
    return any(one.search(sentence) for one in (_UNSETTLES, _OTHERWISE, _HANGS, _DECIDES_MORE))


def named_off(
    text: str, e: Enrolment, months: Callable[[str], list[int]], *, of_report: bool
) -> tuple[list[int], bool] | None:
    """The reports that it names and lets the practitioner off, and whether it says so plainly; None where it names none
    so, and nothing where it hangs on something, or goes on to more. `months` gives the report of a month; `of_report`
    as in `lets_off`."""
    text = _OTHER_STAYS.sub(" ", text)
    if len(text.split()) > LONGEST:
        return None
    said = [" ".join(one.split()) for one in sentences(text)]
    pattern = _named_pattern(e.practitioner.name, of_report)
    found = [(one, which) for one in said if (which := pattern.fullmatch(one))]
    if not found:
        return None
    names = e.practitioner.name.split()
    plain = [one for one, which in found if not _HANGS.search(one) and follows(which["behind"], *names)]
    unsettled = _OTHERWISE.search(text) or not _stands(said, [n for n, one in enumerate(said) if one in plain], names)
    behind = [which["behind"] for _, which in found]
    behind += [one for one in said if _GOES_ON.match(one)]
    if any(_ON_CONDITION.match(one) or _DECIDES_MORE.search(one) or _MORE.match(one) for one in behind):
        return [], False
    each = [_numbers(which["numbers"], which["months"], months) for _, which in found]
    is_plain = all(each) and not unsettled and len(plain) == len(found)
    return sorted({n for some in each for n in some}), is_plain


def _numbers(numbers: str | None, named: str | None, months: Callable[[str], list[int]]) -> list[int]:
    """The numbers that are said, those between two among them; nothing where a month has none."""
    if named is not None:
        found = [months(one) for one in re.findall(MONTH, named, re.IGNORECASE)]
        return [some[0] for some in found] if all(found) else []
    pairs = re.findall(r"(\d{1,2})(?:(?: to | ?[-–] ?)(\d{1,2}))?", numbers or "")
    return [n for first, last in pairs for n in range(int(first), int(last or first) + 1)]


def speaks_of_letting_off(text: str, e: Enrolment) -> bool:
    """Whether a sentence lets the practitioner off, whatever follows."""
    if len(text.split()) > LONGEST:
        return False
    return any(_pattern(e.practitioner.name).fullmatch(" ".join(one.split())) for one in sentences(text))


def _says(sentence: str, pattern: re.Pattern[str], number: int, names: list[str], *, bare: bool) -> bool:
    found = pattern.fullmatch(sentence)
    if found is not None and found["bare"] and not bare:
        return False
    if found is None or _HANGS.search(sentence) or not follows(found["behind"], *names):
        return False
    named = found["number"] or found["other"] or found["third"]
    return named is None or int(named) == number


@cache
def _pattern(name: str) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"\W*{LED}(?:{'|'.join(_SAYS)}){ENDS}".replace("NAME", f"(?:{called})"), re.IGNORECASE)


@cache
def _named_pattern(name: str, of_report: bool) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    ends = ENDS.replace("(?:and|", "(?:if|unless|provided|providing|once|when|until|till?|but|and|")
    says_it = (*_LETS_OFF, *([_NO_REPORTS] if of_report else []))
    says = rf"\W*{LED}(?:{'|'.join(says_it)}){_WHICH}{ends}"
    return re.compile(says.replace("NAME", f"(?:{called})"), re.IGNORECASE)
