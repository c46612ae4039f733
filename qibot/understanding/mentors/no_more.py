"""What may stand beside a mentor's word of when: that they are away, when the feedback comes, what their machine says.

Of a leave, or of a day, nobody hears but the day. So all that goes with it without a word lost is told here, clause by
clause, by closed lists: whatever else stands there may be a worry, however few its words are (“on leave until the 30th,
at a loss with this pairing”), and its writer is asked, unless the weights, which hear nothing but that, take it plainly
for a promise, a courtesy or a machine's text.

| the clause | such as |
|---|---|
| is a courtesy, a greeting, a name | “Hi Karen”, “sorry for the delay”, “many thanks, Ann” |
| is of the leave, a journey, mail that isn't read (told_leave.py) | “with my family in Crete”, “no access to e-mail” |
| says by when, in words of time and of reading | “will look at it on Monday”, “two charts to read first” |
| denies that, until then | “won't get to it before the 2nd” |
| says how busy its writer is, and no more (one_line.py) | “swamped this week” |
| is a machine's | “for urgent matters please contact the duty team on 01234 567890” |
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
from qibot.understanding.mentors.harmless_beside import WITHIN, goes_beside
from qibot.understanding.mentors.machines_clause import I_NEED, is_machines, words_in
from qibot.understanding.mentors.told_leave import BY, TRIP, goes_with_leave
from qibot.understanding.phrases.courtesy import is_courtesy, praises, typed
from qibot.understanding.phrases.languages import is_foreign
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.no_access import tells_of_no_access
from qibot.understanding.phrases.one_line import is_only_busy
from qibot.understanding.phrases.plainly import names_project

MOST = 60  # words of such a mail: what is longer, the weights hear
HARMLESS = ("machine", "delay", "nothing")
PLAINLY, PRIVATELY = 0.65, 0.15  # from which the rest is plainly such, and from which it may be a worry all the same
_WEARY = expression(  # what sounds like a courtesy or a promise, and is none
    r"\b(?:dread\w*|hat(?:e|ing)|reliev\w+|relief|despair\w*|struggl\w*|fed up|sick of|tired of"
    r"|(?:not|n['’]t|hardly) (?:\w+ )?(?:look\w* forward|happy|keen|enjoy\w*|sure|up to|cop\w+|manag\w+))\b",
    re.IGNORECASE,
)
_OPENS = expression(
    r"\W*(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer|message)|out of (?:the )?office"
    r"|thank(?:s| you) for (?:your (?:e-?mail|message)|contacting|e-?mailing|getting in touch)|mrs?\b|ms\b|miss\b|dr\b"
    r"|i am (?:currently|presently))",
    re.IGNORECASE,
)
_CLAUSES = expression(
    r"[,;:!?()\n]+|\.(?=\s|$)|\s[-–—]+\s|—|\b(?:and|so|but|as|because|then|therefore)\b(?! (?:soon|of)\b)",
    re.IGNORECASE,
)
_GREETS = expression(
    r"^\W*(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|morning)(?: [\w'’-]+){0,3}?[,.!\n–-]\s*",
    re.IGNORECASE,
)
_TIRED = expression(r"\b(?:done|too much|all too|fully|for good|reports?)\b", re.IGNORECASE)
# Groups of words that say when, or that something is read; some of their words say something else by themselves.
_PHRASES = expression(
    r"\b(?:be |back )?with (?:you|her|him|them)\b|\b(?:get|go|look|read|work) (?:it |this |that )?through\b"
    r"|\bthrough (?:it|this|that)\b|\bget(?:ting)? round to\b|\b(?:catch(?:ing)?|pick(?:ing)?|follow(?:ing)?)"
    r"(?: (?:it|this|that|things))? up(?: (?:on|with) (?:it|this|that|everything|things|you|reports?))?\b"
    r"|\b(?:take|have|give it|get) (?:a|an|my)(?: \w+)? (?:look|read|go)\b|\bneeds? (?:a|an) (?:proper|good|closer|long"
    r"|longer) (?:look|read)\b|\bneed(?:ing)? (?:until|till?)\b|\bgive me (?:until|till?)\b|\bat my desk\b"
    r"|\b(?:the )?end of\b|\bgone (?:until|till?|for|from)\b|\btrying to\b|\bslow(?:er)? (?:to|in|at)\b"
    r"|\bin (?:good |plenty of )?time\b|\b(?:that|this|which|some) time\b|\btime off\b"
    r"|\bfirst thing\b|^\W*off to\b|\bhear from me\b|\b(?:busy|hectic) (?:day|week|fortnight|month|time|spell)\b"
    r"|^\W*my (?:wife|husband|partner|family|kids)\W*$|\b(?:i['’]?m|i am) afraid\b|\bsend (?:you )?something\b"
    r"|\b(?:at|on|in) (?:an?|the|some|my) (?:annual )?(?:conference|course|training(?: course)?|meetings?|away day"
    r"|retreat|wedding|train|plane|bus|secondment)\b|\b(?:on|in) (?:training|meetings|clinic|theatre)\b"
    r"|\b(?:all being well|touch wood|fingers crossed|with (?:any )?luck|all goes well)\b"
    r"|\byou(?:['’]?ll| will| should) have\b|\bwill have (?:my|the|it)\b|\bon my (?:list|desk|pile|to-do list)\b"
    r"|^\W*happy to\W*$|\bcaught up with me\b"
    r"|^\W*the (?:boiler|laptop|broadband|wi-?fi|internet|car|heating) (?:went|broke(?: down)?|failed)\W*$"
    r"|\bhave until\b|\b(?:carry|go|get|keep) on with (?:it|this|that)\b|\bjury (?:duty|service)\b"
    r"|\blet(?:ting)? you know\b"
    r"|\b(?:on|my|our|annual|family|study|parental|paternity|maternity|adoption|compassionate|carer['’]?s|sick|unpaid"
    r"|long|summer|winter|christmas|easter|autumn|spring) leave\b|\boff sick\b|\boff on\b|\bday off\b|\bdays off\b"
    r"|\b(?:be|am|i['’]?m|is) off\b(?= (?:from|until|till?|for|on|next|this|to|work|now|today|tomorrow|\d|\w+day))"
    r"|^\W*off\b(?= (?:from|until|till?|for|on|next|this|now|today|tomorrow|work|\d|\w+day))"
    r"|\bout of (?:the )?(?:office|country)\b|\b(?:from|in|over|at|by|before|after|to) the (?:start|beginning"
    r"|middle) of\b|\bover (?:the|christmas|easter|new year)\b|\bup to\b(?= \d| the \d)|\bw/[bc]\b|\ba/l\b|\bof mine\b",
    re.IGNORECASE,
)
_WHEN = """
    i i'll i'm i'd i've we we'll we're my our it it'll it's this that them these those your yours you you'll her his
    their the a an of to on in at by for from until till til before after when while once as soon back now again later
    shortly asap possible can could will shall should would may might hope hoping aim aiming plan planning expect
    expected intend going try be being am is are get got getting look looking read reading reads review
    reviewing reply replying respond answer write send sending do doing comment commenting comments feedback thoughts
    notes report reports one ones two three four both first next properly promptly quickly early late latest start
    starting beginning middle mid week weeks weekend day days morning afternoon evening night tonight today tomorrow
    noon lunchtime date month term half half-term w/c round work working office desk home return returning
    holiday holidays hols vacation away abroad annual leave hear here there also just only both all each other others
    rest everyone everything please sorry apologies delay delayed delays longer few little bit realistically
    probably hopefully possibly perhaps maybe likely due go whole full inclusive between during then that's there's
    then's 'll 's s st nd rd th than usual later chart charts data aim aims measures pages survey jan january feb
    february mar march apr april june jun july jul aug august sep sept september oct october nov november dec
    december mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun
    sunday christmas xmas easter new year summer autumn winter spring wait waiting letting otherwise fortnight
    weekends five six seven eight nine ten half reminder reminders noted received thanks thank cover covering covers
"""
_WORDS_OF_TIME = frozenset(_WHEN.split())
# Words of time that say that it ends, or whose fault it is.
_LEAVES = expression(
    r"\b(?:i|we|to|i['’]ll|will|then|all|you|it) leave\b|\b(?:that|this|it)(?:['’]s| is) (?:it|all)\b|\b(?:get|got|go)"
    r" (?:it|this|that|these) (?:all )?off\b",
    re.IGNORECASE,
)
_LATE = expression(r"\b(?:late|delay\w*|off|away|slow\w*)\b", re.IGNORECASE)
_MINE = expression(r"\b(?:i|i['’]\w+|my|feedback|comments|review)\b", re.IGNORECASE)
_THEIRS = expression(r"\b(?:her|his|their|them|these|those)\b", re.IGNORECASE)
_NEGATED = expression(
    r"\b(?:won['’]?t|wont|will not|shan['’]?t|can['’]?t|cannot|can not|couldn['’]?t|not|isn['’]?t|unable to|haven['’]?t"
    r"|don['’]?t|no|nothing|able)\b",
    re.IGNORECASE,
)
# Until when it won't be; “can't do this” without a day isn't of time.
_ANCHOR = expression(
    r"\b(?:until|till?|before|then|while|during|yet|this (?:week|month|side)|next week|today|tomorrow|tonight|\d{1,2}"
    r"|\w+day|access|later than|in time)\b",
    re.IGNORECASE,
)
_REQUESTS = expression(  # “please send the chart too”, “do bring the data to our meeting”
    r"(?:and |but |also |so )*(?:please|pls|do|could you|can you|would you)(?: (?:also|please|just))? (?:re-?send"
    r"|send|bring|share|attach|add|e-?mail|upload)(?: me| us| over| along)?"
    r" (?:it|this|that|(?:the|your|a|an|some|more|page|any)\b"
    r"[\w -]{0,30}?\b(?:charts?|data|reports?|files?|pages?|documents?|pdf|links?|diagrams?|graphs?|tables?|versions?"
    r"|numbers|figures|measures?|aims?|surveys?|appendix|attachments?|\d{1,2}))(?: (?:too|again|as well|as an? \w+"
    r"|to our meeting|to the meeting|on \w+day|please|when you can|first|by \w+day))*\W*",
    re.IGNORECASE,
)


def unless_more(event: Event, mail: Mail, names: frozenset[str], ask: Callable[[Arrival], Event]) -> Event:
    """The event of a mentor's mail; where it would be but a leave, or its day, and something else stands beside it,
    what `ask` makes of its arrival, with the absence, or the day, noted: nobody is reminded before it meanwhile."""
    if mail.sends or not (_swallows(event, mail) or _is_hardly_feedback(event, mail)):
        return event
    if says_no_more(mail, names) or is_foreign(mail.top) or _is_plainly_harmless(event, mail, names):
        return event
    arrival = event.arrival
    if isinstance(event, AbsenceNoted):
        arrival = replace(arrival, beside=(*arrival.beside, replace(event, by=BY, who="")))
    if isinstance(event, DateNamed):
        arrival = replace(arrival, beside=(*arrival.beside, replace(event, in_words=True)))
    return ask(arrival)


def _rest_of(text: str, names: frozenset[str]) -> str:
    """What no closed list knows."""
    clauses = (one.strip() for one in _CLAUSES.split(_GREETS.sub("", text)))
    return ". ".join(one for one in clauses if one and not _is_harmless(one, names))


def _is_plainly_harmless(event: Event, mail: Mail, names: frozenset[str]) -> bool:
    """Whether the weights take it for such; what opens as a machine's text does is one, unless it may be private."""
    rest = _rest_of(typed(mail), names)
    found = meaning(Role.MENTOR, rest, Setting(dict.fromkeys(names, "PRAC"), "report", False, (), ""))
    opens = isinstance(event, MessageIgnored) and _OPENS.match(typed(mail)) is not None
    plain = opens or (found.best in HARMLESS and found.of(found.best) >= PLAINLY)
    return plain and found.of("private") < PRIVATELY and not (I_NEED.search(rest) or _WEARY.search(rest) or found.mark)


def confirmed_beside(event: Event, mail: Mail, names: frozenset[str]) -> Event:
    """The event; of a day in time, of which nobody hears else, one that is confirmed where something else is said
    beside it: “comments by Friday. I'm struggling to keep up”."""
    if not isinstance(event, DateNamed) or not event.in_words or any(isinstance(x, MessageReceived) for x in
                                                                      event.arrival.beside):  # fmt: skip
        return event
    long = len(typed(mail).split(None, MOST)) >= MOST
    return replace(event, in_words=False) if long or not says_no_more(mail, names) else event


def asks_beside_day(mail: Mail, found: Meaning, names: frozenset[str]) -> bool:
    """Whether a mail that names a day asks the practitioner for something, or says that the file can't be opened, and
    nothing else."""
    said = typed(mail)
    if len(said.split(None, MOST)) >= MOST:
        return False
    rest = [one for one in sentences(_GREETS.sub("", said)) if not _only_says_when(one, names)]
    return bool(rest) and all(
        _REQUESTS.fullmatch(one.strip()) or tells_of_no_access(replace(mail, text=one, html=""), found) for one in rest
    )


def _only_says_when(text: str, names: frozenset[str]) -> bool:
    return all(_is_harmless(one.strip(), names) for one in _CLAUSES.split(text) if one.strip())


def _swallows(event: Event, mail: Mail) -> bool:
    """Whether nobody would hear what else it says."""
    if isinstance(event, AbsenceNoted):
        return True
    if isinstance(event, DateNamed) and not any(isinstance(x, MessageReceived) for x in event.arrival.beside):
        return says_leave(mail)
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


def says_no_more(mail: Mail, names: frozenset[str]) -> bool:
    """Whether each clause is one of the table's; `names` are those that it may say, in small letters. True of what is
    so long that the weights hear it."""
    said = typed(mail)
    if len(said.split(None, MOST)) >= MOST:
        return True
    return is_only_busy(said, names) or _only_says_when(_GREETS.sub("", said), names)


def says_leave(mail: Mail) -> bool:
    """Whether a mail, which is short, speaks of being away."""
    said = typed(mail)
    return len(said.split(None, MOST)) < MOST and speaks_of_leave(said)


def _is_harmless(clause: str, names: frozenset[str]) -> bool:
    if not words_in(clause) or goes_beside(clause) or is_only_busy(clause, names):
        return True
    if _LEAVES.search(clause) or _WEARY.search(clause):
        return False
    if is_courtesy(clause, names):
        return not _TIRED.search(clause)
    return goes_with_leave(clause, names) or _is_of_time(clause, names) or is_machines(clause)


def _is_of_time(clause: str, names: frozenset[str]) -> bool:
    """Whether it says by when, or until when not."""
    if _TIRED.search(clause) and not re.search(r"\breports?\b", clause, re.IGNORECASE):
        return False
    said = TRIP.sub(" ", _PHRASES.sub(" ", WITHIN.sub(" ", clause)))
    denies = _NEGATED.search(said) is not None
    if denies and not _ANCHOR.search(clause):
        return False
    words = {one.removesuffix("'s") if one not in _WORDS_OF_TIME else one for one in words_in(_NEGATED.sub(" ", said))}
    words -= names
    theirs = _THEIRS.search(clause) or not words_in(clause).isdisjoint(names)
    return words <= _WORDS_OF_TIME and not (theirs and _LATE.search(clause) and not _MINE.search(clause))
