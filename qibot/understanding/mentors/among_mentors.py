"""What a mentor answers to another mentor's question, or that one to the answer: a word to that one, or of them.

| it | becomes |
|---|---|
| asks, in whatever words, to stay with the team, or greets it | for the team alone |
| names the other mentor without calling them; names somebody of theirs, or says “she”, and calls nobody | the same |
| names somebody of the speaker's own; tells of “mine”, or “the one I have”, a trouble, or a confidence | the same |
| asks the office about its letters, and doesn't call the other mentor | the same |
| is a machine's text | as an automatic reply |
| is anything else | to the other mentor |

A word that is held costs another mail; one that says what somebody has told of their mentor can't be undone.
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac
from qibot.events import Arrival, ConcernTold, Event, MentorsAsked, topic_of
from qibot.expression import expression
from qibot.message import told_apart
from qibot.model import TALK, Case, Enrolment, Person, Role
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import begins_as_machine
from qibot.understanding.meaning import Meaning, Setting, also_called, folded, meaning
from qibot.understanding.names.bearers import ORDINARY, tokens
from qibot.understanding.names.naming import is_named, names_of_person, words_of
from qibot.understanding.persons.of_our_letters import is_of_our_letters
from qibot.understanding.phrases.grave import OF_THEM, told_gravely
from qibot.understanding.senders.machines import of_machine

OF_OWN = "it speaks of somebody whom its writer mentors"
SURELY = 0.95  # from which what is said of “mine” is in confidence
_MINE = frozenset(["mine", "my", "whose", "practitioner", "practitioner's", "mentee", "mentee's"])
_OWN = expression(
    r"\bmine\b|\bmy (?:\w+ ){0,2}?(?:practitioners?|mentees?|lass(?:es)?|lads?|girls?|boys?|ones?|two|three|pair|lot"
    r"|person|people|woman|man|nurse|teacher)\b"
    r"|\b(?:had|have|having|got|mentor(?:ed|ing)?) (?:one|two|someone|somebody)(?: \w+){0,3}?"
    r" (?:who|whose|that|with)\b",
    re.IGNORECASE,
)

# Somebody whom the writer mentors, in other words: “the nurse I have this year”, “my lady in Fife”.
_DESCRIBED = Spoken(
    r"\b(?:the|an?|one|some(?:one|body)|that|another) (?:\w+ ){0,3}?(?:who |whom |that )?i(?:['’]ve| have| had)?"
    r" (?:mentor\w*|have|had|got|look(?:ed)? after|work(?:ed)? with)\b"
    r"|\bi(?:['’]ve| have)? (?:have|had|got) an? (?:\w+ ){1,2}?(?:who|whose|that|with)\b"
    r"|\bmy (?:\w+ ){0,2}?(?:lady|ladies|gent|chap|fellow|student|mentees?)\b|^\W*(?:\w+, )?ours\b",
)
# What befalls people beside the work, or how they bear it, which nobody tells of one's own practitioner to a colleague
# of theirs (“we all cried laughing” is nobody's).
_BEFELL = Spoken(
    r"\b(?:signed off|off (?:sick|with)|on the sick|los(?:t|ing|es?) (?:her|his|their|an?|the) (?:\w+ )?(?:baby|bairn"
    r"|child"
    r"|son|daughter|husband|wife|partner|mum|mother|dad|father|job|home|house|licence|post|nerve)"
    r"|left (?:her|his|their) (?:husband|wife|partner|man|job|post)"
    r"|(?:is|was|are|were|be|being|she['’]s|he['’]s|thinking of) (?:leaving|quitting|resigning|pregnant|expecting"
    r"|sacked"
    r"|suspended|bullied|caught|divorc\w+|depressed|drunk|ill|investigated)|drinks(?! (?:tea|coffee|water))|drinking"
    r"|drank|cries|cried|crying|in tears|broke down|break(?:ing)?-?down|jack(?:ed|ing)? it in|pack(?:ed|ing)? it in"
    r"|(?:gave|give|giving|given) up(?! (?:an? |ten|\d|time|her break|his break))|walk(?:ed|ing|s)? out|threaten\w*"
    r"|handed in (?:her|his)|affair|bull(?:y|ied|ies|ying)|shout(?:s|ed|ing)?|fiddl\w+|sacked|warnings?|grievance|rehab"
    r"|antidepressants|wits['’]? end|hates? (?:her|him))\b"
)


def of_mentors_talk(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """The event of what a mentor answers to another one's question; None of what answers anything else."""
    cases, address = context.cases(Role.MENTOR), context.item.removeprefix(TALK)
    asker = next((x.mentor for x in context.people.loads() if address in x.mentor.addresses), None)
    if not context.item.startswith(TALK) or not cases or asker is None:
        return None
    words, _ = told_apart(arrival.mail, context.desk)
    if not words.strip():
        return None
    speaker = cases[0].enrolment.mentor
    of_asker = [e for e in context.people.enrolments.values() if asker.address in e.mentor.addresses]
    found = meaning(Role.MENTOR, words, Setting(_names(speaker, asker, of_asker), "message"))
    machine = of_machine(arrival, found, Role.MENTOR, almanac)
    if machine is not None and begins_as_machine(arrival, context, cases[0], Role.MENTOR, None):
        return machine
    of_own = _is_of_own(words, found, cases, asker)
    if machine is None and not _stays(found) and not of_own:
        subject = topic_of(arrival.mail.subject)
        return MentorsAsked(arrival, speaker, (asker,), subject, words, answers=True)
    name, read = speaker.address or arrival.mail.sender or "", found.mark or (OF_OWN if of_own else "weights")
    return ConcernTold(arrival, speaker.name, name, (), words, read=read, asker=asker.name)


def _names(speaker: Person, asker: Person, of_asker: list[Enrolment]) -> dict[str, str]:
    """Who is called what: who asked is the one spoken to, as a practitioner is else, and those whom they mentor, and
    their managers, are the others."""
    others = [p for e in of_asker for p in (e.practitioner, e.manager) if p is not None]
    team = dict.fromkeys(("team", "community", "planning"), "TEAM")
    return {**_called(others, "OTHER"), **team, **_called([speaker], "MENT"), **_called([asker], "PRAC")}


def _called(people: list[Person], sign: str) -> dict[str, str]:
    short = {x for p in people for x in also_called(next(iter(tokens(p.name)), ""))}
    return dict.fromkeys(sorted({folded(word) for word in name_words(people)} | short), sign)


def _is_of_own(words: str, found: Meaning, cases: list[Case], asker: Person) -> bool:
    """Whether it names a practitioner or a manager of the speaker's, or tells what befell somebody, or of one of theirs
    what is surely said in confidence: no other mentor's to know, though they are called."""
    own = [c.enrolment for c in cases if asker.address not in c.enrolment.practitioner.addresses]
    silent = names_of_person(asker) | names_of_person(cases[0].enrolment.mentor)
    managers = [e.manager for e in own if e.manager is not None]
    said = words_of(words)
    if any(is_named(e, words) and (names_of_person(e.practitioner) & said) - silent for e in own):
        return True
    if any((names_of_person(m) - ORDINARY - silent) & said for m in managers):
        return True
    mine, described = _OWN.search(words) is not None, _DESCRIBED.is_in(words)
    if (mine or described) and _BEFELL.is_in(words):
        return True
    return bool(told_gravely(words, OF_THEM | _MINE if mine else OF_THEM)) or (
        mine and found.aside("private") >= SURELY
    )


def _stays(found: Meaning) -> bool:
    """Whether it is for the team alone, or may be."""
    if found.mark or found.cut or found.speaks_of("PRAC", "TEAM-V"):
        return True
    if found.calls_them:
        return False
    ours = any(is_of_our_letters(one.text, reminded=False) for one in found.told)
    return ours or found.speaks_of("THEY", "OTHER", "OTHER-V")
