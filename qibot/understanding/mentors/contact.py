"""That a pair has spoken keeps no words: so what else is said beside it is heard, and the contact counts beside that.

| beside the talk they say | becomes |
|---|---|
| nothing else but courtesies | contact |
| what is for the team alone, or why a report can't come | that |
| what may be; something about the other one's project; that the feedback was given in the talk | asked |
| that the mentor lets them off a report, or gives them time | circumstances: the ladder is held |
| something about the project, a question, that it was handed in | feedback or a message, as it is |
| no word of talking at all, or a talk with somebody else | asked, a practitioner's own matters passed on |
| to the nudge: “yes, on Tuesday by phone” | contact |
| a practitioner to the nudge: “no, she never rings” | asked |
| a mentor to the nudge, what isn't said to the practitioner | asked |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qibot.calendar import Almanac, delayed_report
from qibot.events import (
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageReceived,
    SupportNeeded,
    ToldInConfidence,
)
from qibot.expression import expression
from qibot.message import answer_read, words_apart
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import aside_first, doubtful
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import said_in
from qibot.understanding.mentors.by_mouth import gave_feedback
from qibot.understanding.mentors.of_the_pairing import ends_something, is_of_the_pairing, leaves_out
from qibot.understanding.phrases.courtesy import is_short, names_in, typed
from qibot.understanding.phrases.promised import promised_day, spoken_on
from qibot.understanding.phrases.talks import left_unknown, said_beside, tells_of_talk

SURE, DOUBT, ASIDE = 0.8, 0.4, 0.93  # from which it is for the team, may be; how surely a sentence is said aside
BRIEF = 40  # words of an answer to a reminder that is read for it
FRAGMENT = 3  # words of what the weights can tell anything of
FOR_TEAM = {Role.MENTOR: ("private",), Role.PRACTITIONER: ("private", "circumstances", "leaving")}
TOLD = SupportNeeded | AimUnclear | CapacityEnded | ToldInConfidence | CircumstancesReported
SAID = FeedbackReceived | MessageReceived | DateNamed
_DAY = (
    r"(?:\d|the|end|christmas|xmas|january|february|december|november|next|mon|tues|wednes|thurs|fri|satur|sun"
    r"|weekend"
    r"|week|month|new year|easter)"
)
_ONE = r"(?:(?:the|my|this|that|a|november['’]?s?|this month['’]?s) )?(?:report|one|it|month|november|this|that)\b"
_MORE_TIME = expression(
    r"\b(?:extension|extra time|more time|longer|off the hook|(?:an(?:other)?|an? extra"
    r"|an? further) (?:\w+ )?(?:week|fortnight"
    r"|few days))\b|\b(?:let|letting) me off\b|\bexcus\w+ me\b|\bcombine\b"
    rf"|\b(?:skip|miss|leave out|leave|drop) {_ONE}"
    r"|\b(?:could|can|may) (?:have|take|hand|send|leave|wait)\b[^.!?]{0,25}\b(?:till|until|til|on|by|in|after"
    r"|late|later)\b"
    r"|\b(?:no need|don['’]?t need|needn['’]?t|not to bother|don['’]?t have to|not to worry)\b"
    r"(?! to (?:reply|answer|write|respond|chase|nudge|worry|call|ring))[^.!?]{0,20}\b"
    rf"(?:for|with|about|to)\b[^.!?]{{0,12}}\b{_ONE}"
    rf"|\b(?:send|submit|hand|leave|wait|put|push\w*|moved?|with (?:her|him|them))\b[^.!?,]{{0,20}}\b(?:till"
    rf"|until|til|by|after"
    rf"|at|back to|on|in) {_DAY}"
    r"|\b(?:fine|ok|okay|happy|alright|all right|cool)\b[^.!?]{0,20}\b(?:late|later|missing|skip\w*|delay\w*)\b",
    re.IGNORECASE,
)
_AGREED = expression(
    r"\b(?:agree[ds]?|said|says|told|tells|lets?|given|gave|gives|fine|ok|okay|happy|decided|squared|cleared"
    r"|allowed|granted"
    r"|we['’]ve|and I['’]ll)\b",
    re.IGNORECASE,
)
# What befell somebody, or where they go, in words that are too few to be weighed.
_GRAVE = expression(
    r"\b(?:hospital|ill|illness|sick|unwell|flu|covid|surgery|operation|biopsy|cancer|diagnos\w*|died|death|dying"
    r"|passed away"
    r"|funeral|bereave\w*|pregnan\w*|expecting|maternity|baby|divorce\w*|marriage|separat\w*|tears|upset|low"
    r"|stress\w*|anxi\w*"
    r"|depress\w*|exhausted|struggl\w*|overwhelm\w*|burn(?:t|ed)? ?out|fed up|leaving|left|leave|quit\w*"
    r"|resign\w*|redundan\w*"
    r"|new job|another job|giv\w+ up|jack\w* it in|pack\w* it in|chuck\w* it|wants? out|drop\w* out|retir\w+"
    r"|worr(?:ied|y about)"
    r"|concern(?:ed|s about)|complain\w*|grievance|extension|late|not sure|unsure|doubt\w*|anywhere"
    r"|nowhere|pointless|hopeless)\b",
    re.IGNORECASE,
)
_OF_THEM = expression(r"\b(?:she|he|they|her|him|his|them|their)\b", re.IGNORECASE)
# Where a talk was, or of what, that isn't the work: it says more than that they have spoken.
_WHERE_OR_WHAT = expression(
    r"\b(?:in|at) (?:a ?& ?e|aa|na|(?:the )?(?:hospital|court|rehab|police station|hospice|jobcentre))"
    r"(?![\w&]| canteen| caf)"
    r"|\babout (?:her|his|their|the) (?:\w+ )?(?:marriage|divorce|husband|wife|partner|health|drinking|debts?|home"
    r"|family|job|pay|manager|grievance|absence|baby|pregnancy|separation)\b",
    re.IGNORECASE,
)
# What may find fault with the mentor.
_FAULTS = expression(
    r"n['’]t\b|\b(?:not|never|no|hardly|barely|only|too|seemed|late|rude|short|abrupt|sharp|forgot\w*|cancel\w*|distract\w*"
    r"|unhelpful|useless|little|bored|cross|angry|harsh|dismiss\w*|talked over|the whole time|throughout)\b",
    re.IGNORECASE,
)
_YES = expression(
    r"\W*(?:(?:hi|hello|oh)\b\W*(?:\w+\W+)?)?(?:yes|yep|yeah|yup|aye|we did|we have|done|did so)\b", re.IGNORECASE
)
_WHEN_OR_HOW = expression(
    r"\b(?:\w{3,6}day|yesterday|last (?:week|month|night)|this (?:week|month|morning)|phone|call|teams|zoom|person|face"
    r"|coffee|lunch|video|mobile|text|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_YOU = expression(
    r"\b(?:you|your|yours|yourself|u|ur|ye|yer|du|de)\b(?! (?:need|want|ask|have) to\b)|\byou['’]\w+", re.IGNORECASE
)
_ASKS_HOW = expression(
    r"\bhow(?:['’]?s| is| are| was| were| did| goes| come)\b|\bhoos\b|\bstill on\b|\bfancy\b|\bdid the\b|\btell me\b"
    r"|^\W*(?:happy|good luck|congrat\w+|well done|merry)\b|\b(?:i['’]?ve|i have|i['’]m) mov(?:ed|ing)\b",
    re.IGNORECASE,
)
_ARRANGES = expression(
    r"\b(?:chat|call|meet|meeting|talk|catch[ -]up|phone|coffee|suits?|works for me|free|booked|arranged|diary"
    r"|\w{3,6}day|tomorrow|next week|\d{1,2}(?:st|nd|rd|th)|\d{4})\b",
    re.IGNORECASE,
)
_IS_TO_COME = expression(
    r"\b(?:will|going to|next|tomorrow|tonight|later|soon|booked|arranged|diary|scheduled|planned|try|meeting|speaking"
    r"|seeing)\b|['’]ll\b",
    re.IGNORECASE,
)
_PROJECT = expression(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|measur\w+|tests?|testing|tested|median|baseline|cycles?|predict\w*"
    r"|change ideas?"
    r"|driver|diagram|suggest\w*|advis\w*|recommend\w*|survey|collect\w*|project)\b",
    re.IGNORECASE,
)
_HANDED_IN = expression(
    r"\b(?:sent|handed|gave|given|e-?mailed|posted|uploaded|submitted|showed) (?:\w+ ){0,2}?(?:it|this|that|one"
    r"|copy|report)\b|\bha(?:s|ve) (?:it|a copy|my report)\b|\be-?mailed to\b",
    re.IGNORECASE,
)


def heard_beside(
    event: Event,
    arrival: Arrival,
    context: Context,
    case: Case,
    answered: Letter | None,
    almanac: Almanac,
    reading: Callable[[Arrival], Event],
) -> Event:
    """The event; of the news of a talk beside which something else is said what that is, by `reading` it alone, with
    the contact beside it."""
    event = _of_nudge(event, arrival, context, case, answered, almanac)
    if isinstance(event, MessageReceived | ToldInConfidence) and event.role is Role.PRACTITIONER:
        return _let_off_otherwise(event, arrival, case, answered, almanac)
    if not isinstance(event, ContactReported):
        return event
    role, number = event.role, event.number
    own = replace(arrival, mail=answer_read(arrival.mail, case))
    text, contact = _unsigned(typed(own.mail), case), replace(event, silent=True)
    asked = doubtful(arrival, case, number, role, almanac)
    message = MessageReceived(arrival, case.unit, number, role)
    if role is Role.PRACTITIONER and (told := let_off(arrival, case, number, almanac)) is not None:
        return _with(told, contact)
    found = meant(own, context, case, role, answered)
    handed = role is Role.PRACTITIONER and _HANDED_IN.search(text) is not None
    if not tells_of_talk(text):
        return message if handed or not (found.about_them or found.speaks_of("MENT")) else asked
    report = case.report(number)
    waits = role is Role.MENTOR and report is not None and report.answered is None
    rest = said_beside(text, names_in(case))
    aside = found.aside(*FOR_TEAM[role]) >= ASIDE and (rest or _GRAVE.search(text))
    apart = role is Role.MENTOR and _WHERE_OR_WHAT.search(text) is not None
    if (waits and gave_feedback(text)) or aside or apart:
        return _with(asked, contact)
    if handed:
        return _with(message, contact)
    if not rest:
        return event
    alone = replace(own, mail=replace(own.mail, identity=f"{own.mail.identity} rest", text=rest, html=""))
    left = meant(alone, context, case, role, answered)
    grave = left.of(*FOR_TEAM[role]) if any(len(one.words) >= FRAGMENT for one in left.told) else 0.0
    if _GRAVE.search(rest) or left.mark or grave >= DOUBT or (grave and left.aside(*FOR_TEAM[role]) >= ASIDE):
        read = reading(alone) if left.mark or grave >= SURE else asked
        return _with(_whole(read, arrival, case) if isinstance(read, TOLD) else asked, contact)
    called = any(word in ("MENT-V", "PRAC-V") for told in left.told for word in told.words)
    unknown = left_unknown(rest, names_in(case))
    if role is Role.PRACTITIONER and left.speaks_of("MENT", "THEY") and (unknown or _FAULTS.search(rest)):
        return _with(aside_first(asked), contact)
    promised = role is Role.MENTOR and waits and promised_day(alone, almanac) is not None
    if not (called or promised or "?" in rest or _PROJECT.search(rest)):
        return _with(asked, contact) if unknown else event
    if role is Role.PRACTITIONER:
        return _with(message, contact)
    read = asked if left.about_them else reading(alone)
    return _with(replace(read, arrival=arrival) if isinstance(read, SAID) else asked, contact)


def _of_nudge(
    event: Event, arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac
) -> Event:
    """The event; of a line to the question whether the two have spoken, that they have, or, of a practitioner, the
    question what it is that may say why they haven't."""
    if not isinstance(event, MessageReceived) or answered is None or answered.name != "nudge_contact":
        return event
    own = replace(arrival, mail=answer_read(arrival.mail, case))
    role, text = event.role, _unsigned(typed(own.mail), case)
    if role is Role.MENTOR and not _is_to_them(text, case):
        return doubtful(arrival, case, event.number, role, almanac)
    if not is_short(own.mail) or "?" in text:
        return event
    if _YES.match(text) and _WHEN_OR_HOW.search(text) and not _IS_TO_COME.search(text):
        rest = said_beside(text, names_in(case))
        if role is Role.PRACTITIONER and _OF_THEM.search(rest) and left_unknown(rest, names_in(case)):
            return aside_first(doubtful(arrival, case, event.number, role, almanac))
        return event if rest else _spoken(event, own, almanac)
    if role is not Role.PRACTITIONER or not _FAULTS.search(text) or _IS_TO_COME.search(text):
        return event
    found = meant(own, context, case, role, answered)
    told = found.speaks_of("MENT", "THEY") and not found.speaks_of("MENT-V")
    return aside_first(doubtful(arrival, case, event.number, role, almanac)) if told else event


def _is_to_them(text: str, case: Case) -> bool:
    """Whether a mentor's answer to the nudge is said to the practitioner: it calls them, says “you”, asks how something
    went, wishes well, or arranges a talk. What is left may be said of them (“like getting blood out of a stone”)."""
    called = name_words([case.enrolment.practitioner]) & set(re.findall(r"[\w’'-]+", text.casefold()))
    to_them = _YOU.search(text) is not None or arranges(text)
    return not leaves_out(text, called) and (bool(called) or (to_them and not is_of_the_pairing(text)))


def arranges(text: str) -> bool:
    """Whether an answer to the nudge arranges a talk, asks how something went, or wishes well."""
    if is_of_the_pairing(text) or ends_something(text):
        return False
    return _ASKS_HOW.search(text) is not None or (_ARRANGES.search(text) is not None and not _FAULTS.search(text))


def _spoken(event: MessageReceived, arrival: Arrival, almanac: Almanac) -> ContactReported:
    return ContactReported(event.arrival, event.unit, event.number, event.role, spoken_on(arrival, almanac))


def _whole(event: TOLD, arrival: Arrival, case: Case) -> Event:
    """The event of all that was written: the team reads it whole, the talk, too."""
    if isinstance(event, CircumstancesReported) and (event.role is not Role.MENTOR or event.nature == "sent"):
        return replace(event, arrival=arrival)
    if isinstance(event, CircumstancesReported):  # a mentor's news, told of a talk
        return SupportNeeded(arrival, case.unit, event.number, words_apart(arrival.mail, case).strip(), event.read)
    return replace(event, arrival=arrival, words=words_apart(arrival.mail, case).strip())


def _unsigned(text: str, case: Case) -> str:
    """A text without a signature of either of the two: posts and places are no project."""
    for person in (case.enrolment.practitioner, case.enrolment.mentor):
        text = said_in(text, frozenset(), name_words([person]))
    return text


def let_off(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> CircumstancesReported | None:
    """That the mentor has given more time for a report, or let its writer off, which the team decides; None of
    anything else, and where none is owed."""
    if not is_let_off(typed(arrival.mail)):
        return None
    delayed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
    return CircumstancesReported(arrival, case.unit, delayed, "time", read="weights") if delayed else None


def is_let_off(text: str) -> bool:
    """Whether somebody is said to have agreed that a report comes later, or not at all."""
    return _AGREED.search(text) is not None and _MORE_TIME.search(text) is not None


def _let_off_otherwise(
    event: MessageReceived | ToldInConfidence, arrival: Arrival, case: Case, answered: Letter | None, almanac: Almanac
) -> Event:
    """The event; where it tells of no talk, but answers a reminder and says that the mentor has let them off, that."""
    reminded = answered is not None and answered.name.startswith(("remind_", "check_in"))
    if (
        not reminded
        or arrival.mail.sends
        or len(typed(arrival.mail).split()) > BRIEF
        or (isinstance(event, ToldInConfidence) and event.read != "weights")
    ):
        return event
    named = names_in(case) & set(re.findall(r"\w+", typed(arrival.mail).casefold()))
    return (let_off(arrival, case, event.number, almanac) if named else None) or event


def _with(event: Event, contact: ContactReported) -> Event:
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, contact)))
