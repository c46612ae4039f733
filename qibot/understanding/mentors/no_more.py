"""What may stand beside a mentor's word of when: that they are away, when the feedback comes, what their machine says.

Of a leave, or of a day, nobody hears but the day. So all that goes with it without a word lost is told here, clause by
clause. What no list knows may be a worry, however few its words are (“on leave until the 30th, at a loss with this
pairing”), and its writer is asked, unless the weights, which hear nothing but that, take the whole of it plainly for a
promise, a courtesy or a machine's text, and no clause of it for private. (Beside the leave itself they hear but that.)

| the clause | such as |
|---|---|
| is made of the words of leave and of time alone (leave_words.py) | “with my family in Crete”, “will look at it then” |
| is a word to nobody (harmless_beside.py) | “hope the ward is quiet” |
| says how busy its writer is, and no more (one_line.py) | “swamped this week” |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qibot.events import (
    AbsenceNoted,
    Acknowledged,
    Arrival,
    CommandUnclear,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
)
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Role
from qibot.screening import Kind
from qibot.understanding.meaning import Meaning, meaning, sentences
from qibot.understanding.meaning.features import Setting
from qibot.understanding.mentors.delayed import NO_DAY
from qibot.understanding.mentors.first_glance import promises_more
from qibot.understanding.mentors.harmless_beside import goes_beside
from qibot.understanding.mentors.leave_words import ends_for_good, goes_with_leave, words_in
from qibot.understanding.mentors.told_leave import BY
from qibot.understanding.names.in_aside import calls_behind
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.languages import is_foreign
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.no_access import tells_of_no_access
from qibot.understanding.phrases.one_line import is_only_busy
from qibot.understanding.phrases.other_days import MEETS
from qibot.understanding.phrases.plainly import names_project

MOST = 60  # words of such a mail: what is longer, the weights hear
HARMLESS = ("machine", "delay", "nothing")
PLAINLY = 0.8  # from which the rest is plainly such
PRIVATELY, APART = 0.15, 0.4  # from which it may be a worry all the same, and from which a clause of it may
_WORRIES = expression(  # what the weights take for a promise or a machine's, and is none
    r"\b(?:everything|it all|no thanks to|dread\w*|hat(?:e|ing)|reliev\w+|relief|despair\w*|struggl\w*|fed up"
    r"|sick of|tired of|help me"
    r"|(?:not|n['’]t|hardly) (?:\w+ )?(?:look\w* forward|happy|keen|enjoy\w*|sure|up to|cop\w+|manag\w+)"
    r"|(?:i|i['’]?m|we|me)(?: \w+){0,2} (?:need|require|help|wait)\w*"
    r"|(?:no|not|nothing|never|without)(?: any| a)? (?:repl|respon|answer|contact|help|assist|messages?|e-?mails?"
    r"|calls?)\w*)\b",
    re.IGNORECASE,
)
_CLAUSES = expression(
    r"[,;:!?()\n]+|\.(?=\s|$)|\s[-–—]+\s|—|\b(?:and|so|but|as|because|then|therefore)\b(?! (?:soon|of)\b)",
    re.IGNORECASE,
)
_GREETS = expression(
    r"^\W*(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|morning)"
    r"(?: (?:all|both|everyone|there|(?-i:[A-Z])[\w'’-]*)){0,3}[,.!\n–-]\s*",
    re.IGNORECASE,
)
_REQUESTS = expression(  # “please send the chart too”, “do bring the data to our meeting”
    r"(?:and |but |also |so )*(?:please|pls|do|could you|can you|would you)(?: (?:also|please|just))? (?:re-?send"
    r"|send|bring|share|attach|add|e-?mail|upload)(?: me| us| over| along)?"
    r" (?:it|this|that|(?:the|your|a|an|some|more|page|any)\b"
    r"[\w -]{0,30}?\b(?:charts?|data|reports?|files?|pages?|documents?|pdf|links?|diagrams?|graphs?|tables?"
    r"|versions?"
    r"|numbers|figures|measures?|aims?|surveys?|appendix|attachments?|\d{1,2}))(?: (?:too|again|as well|as an? \w+"
    r"|to our meeting|to the meeting|on \w+day|please|when you can|first|by \w+day))*\W*",
    re.IGNORECASE,
)


def unless_more(event: Event, mail: Mail, names: frozenset[str], ask: Callable[[Arrival], Event]) -> Event:
    """The event of a mentor's mail; where it would be but a leave, or its day, and something else stands beside it,
    what `ask` makes of its arrival, with the absence, or the day, noted: nobody is reminded before it meanwhile."""
    if mail.sends or not (_swallows(event, mail) or _is_hardly_feedback(event, mail)):
        return event
    if says_no_more(mail, names) or is_foreign(mail.top):
        return event
    arrival = event.arrival
    if isinstance(event, AbsenceNoted):
        arrival = replace(arrival, beside=(*arrival.beside, replace(event, by=BY, who="")))
    if isinstance(event, DateNamed):
        arrival = replace(arrival, beside=(*arrival.beside, replace(event, in_words=True)))
    return ask(arrival)


def confirmed_beside(event: Event, mail: Mail, names: frozenset[str]) -> Event:
    """The event; of a day in time, of which nobody hears else, one that is answered where something else is said
    beside it: “comments by Friday. I'm struggling to keep up”."""
    if not isinstance(event, DateNamed) or not event.in_words or any(isinstance(x, MessageReceived) for x in
                                                                      event.arrival.beside):  # fmt: skip
        return event
    if promises_more(mail, names):  # how it looks at first glance is no more
        return event
    long = len(typed(mail).split(None, MOST)) >= MOST
    return replace(event, answered=True) if long or not says_no_more(mail, names) else event


def _asks_beside_day(mail: Mail, found: Meaning, names: frozenset[str]) -> bool:
    """Whether a mail that names a day asks the practitioner for something, or says that the file can't be opened, and
    nothing else."""
    said = typed(mail)
    if len(said.split(None, MOST)) >= MOST:
        return False
    rest = [one for one in sentences(_GREETS.sub("", said)) if _rest_of(one, names) or _CANT_OPEN.search(one)]
    return bool(rest) and all(
        _REQUESTS.fullmatch(one.strip()) or tells_of_no_access(replace(mail, text=one, html=""), found) for one in rest
    )


def tells_them_beside_day(mail: Mail, found: Meaning, theirs: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a mail that names a day says something to the practitioner, too, who is called `theirs`: “by Friday. Jo,
    good luck on Thursday!”."""
    return bool(_behind_name(mail, theirs, names)) or _asks_beside_day(mail, found, names)


def speaks_of_them_beside_day(mail: Mail, theirs: frozenset[str], names: frozenset[str]) -> bool:
    """Whether their name opens such a sentence, and nothing shows that it calls them: “by Friday. Jo, I fear, has lost
    interest”, “by Friday. Jo: still no sign of life”."""
    return not all(calls_behind(*one) for one in _behind_name(mail, theirs, names))


def _behind_name(mail: Mail, theirs: frozenset[str], names: frozenset[str]) -> list[tuple[str, str]]:
    """The stop and what stands behind it where a sentence opens with the practitioner's name and says more than goes
    with a day; in the first one, which may greet, where it asks about a meeting."""
    opens = re.compile(rf"\s*(?:{'|'.join(map(re.escape, sorted(theirs)))})\s*([,:!–-])\s*", re.IGNORECASE)
    said = sentences(_GREETS.sub("", typed(mail)))
    behind = [(n, found[1], one[found.end() :].strip()) for n, one in enumerate(said) if (found := opens.match(one))]
    return [
        (stop, one)
        for n, stop, one in behind
        if (n > 0 or (one.endswith("?") and MEETS.search(one) is not None)) and _rest_of(one, names)
    ]


def _swallows(event: Event, mail: Mail) -> bool:
    """Whether nobody would hear what else it says."""
    if isinstance(event, AbsenceNoted):
        return True
    if isinstance(event, DateNamed) and not any(isinstance(x, MessageReceived) for x in event.arrival.beside):
        return says_leave(mail) or _CANT_READ.search(typed(mail)) is not None
    if isinstance(event, CommandUnclear):
        return event.fault == NO_DAY and says_leave(mail)
    automatic = isinstance(event, MessageIgnored) and event.kind == Kind.AUTOMATIC
    return (automatic or isinstance(event, Acknowledged)) and says_leave(mail)


def _is_hardly_feedback(event: Event, mail: Mail) -> bool:
    """Whether its form alone makes feedback of a leave with a few words beside it: “A/L 19–30 October, wrong match”."""
    if not isinstance(event, FeedbackReceived) or not says_leave(mail):
        return False
    said = typed(mail)
    first = next((one for one in _CLAUSES.split(_GREETS.sub("", said)) if one.strip()), "")
    return speaks_of_leave(first) and not (praises(mail) or names_project(said) or "?" in said)


# What is asked for beside a day, without a question.
_CANT_OPEN = expression(
    r"(?:n['’]?t|\bcannot|\bunable to|\bnot) (?:\w+ )?(?:open|see|read|find|access|download|view)\b[^.?!]{0,20}"
    r"\b(?:files?|documents?|links?|attachments?|pdfs?|pages?|charts?)\b",
    re.IGNORECASE,
)
_CANT_READ = expression(  # … and says so of more than a file that doesn't open
    r"(?:\bcan['’]?t|\bcannot|\bunable to|\bnot able to) (?:\w+ )?(?:see|read|find|view)\b[^.?!]{0,20}"
    r"\b(?:reports?|files?|documents?|links?|attachments?|pdfs?|pages?|charts?)\b",
    re.IGNORECASE,
)
_HOPING = expression(
    r"\b(?:all being well|touch wood|fingers crossed|with (?:any )?luck|if all goes well)\b", re.IGNORECASE
)
_BEFORE = expression(r"\b(?:before|until|till?)\b", re.IGNORECASE)  # “I can't read the report before Friday”
_SPEAKS_THEN = expression(
    r"(?:^|(?<=[.!?;,] ))(?:speak|talk|chat|catch up|see you)(?: to you)? (?:then|soon|later|after that)\b"
    r"(?=\W*(?:$|[.!\n]))",
    re.IGNORECASE,
)


def says_no_more(mail: Mail, names: frozenset[str]) -> bool:
    """Whether it is all of the table's; `names` are those that it may say, in small letters. True of what is so long
    that the weights hear it."""
    said = typed(mail)
    if len(said.split(None, MOST)) >= MOST:
        return True
    if _CANT_OPEN.search(said) or (_CANT_READ.search(said) and not _BEFORE.search(said)):
        return False
    rest = _rest_of(_SPEAKS_THEN.sub(" ", _GREETS.sub("", said)), names)
    return not rest or _is_plainly_harmless(rest, names)


def _rest_of(text: str, names: frozenset[str]) -> list[str]:
    """The clauses that no closed list knows."""
    clauses = [one.strip() for one in _CLAUSES.split(_HOPING.sub(" ", text)) if words_in(one)]
    return [x for x in clauses if not (goes_with_leave(x, names) or goes_beside(x) or is_only_busy(x, names))]


def _is_plainly_harmless(rest: list[str], names: frozenset[str]) -> bool:
    """Whether the weights take such clauses for a promise, a courtesy or a machine's, and none of them for private."""
    setting = Setting(dict.fromkeys(names, "PRAC"), "report", False, (), "")
    whole, *each = (meaning(Role.MENTOR, one, setting) for one in (". ".join(rest), *rest))
    if (
        whole.mark
        or any(_WORRIES.search(one) or ends_for_good(one) for one in rest)
        or any(one.of("private") >= APART for one in each)
    ):
        return False
    return whole.of(*HARMLESS) >= PLAINLY and whole.of("private") < PRIVATELY


def says_leave(mail: Mail) -> bool:
    """Whether a mail, which is short, speaks of being away."""
    said = typed(mail)
    return len(said.split(None, MOST)) < MOST and speaks_of_leave(said)
