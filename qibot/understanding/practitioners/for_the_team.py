"""What of a practitioner's mail is for the team alone, or may be, and what comes of it (programme.md, 3a)."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import CircumstancesReported, Event, ReportReceived, ToldInConfidence, WhichAsked
from qibot.expression import expression
from qibot.message import own_words, told_apart, words_apart
from qibot.model import Role
from qibot.understanding.matter.doubt import aside_first
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import LIKELIER, Meaning, Setting
from qibot.understanding.meaning.families import families_in, plain_words
from qibot.understanding.persons.unshown import only_hides
from qibot.understanding.phrases.courtesy import is_short, typed
from qibot.understanding.phrases.going import carries_on, says_leaving
from qibot.understanding.phrases.grave import OF_ME
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.phrases.overruled import leaves
from qibot.understanding.phrases.own_trouble import goes_on_without, without_troubles
from qibot.understanding.practitioners.another_mentor import Mentors, OtherMentors, said_of_mentors
from qibot.understanding.practitioners.covering_words import LONG, beside_sending, told_beside
from qibot.understanding.practitioners.oblique import belittles_comments, is_of_mentor, is_only_of_mentor
from qibot.understanding.practitioners.of_our_news import asks_anew
from qibot.understanding.practitioners.own_cause import asks_for_another_meeting, asks_the_manager, is_kept_cause
from qibot.understanding.practitioners.presupposed import presupposed
from qibot.understanding.practitioners.said import Said
from qibot.understanding.practitioners.secret_cause import is_secret_cause
from qibot.understanding.practitioners.stood_up import stood_up
from qibot.understanding.practitioners.untold import blames_programme
from qibot.understanding.reports.delayed import report_delayed
from qibot.understanding.reports.said_jointly import says_joint
from qibot.understanding.reports.sending import FOR_TEAM, HEARD, report_or_message

DOUBT, SENTENCE, FITTING = 0.2, 0.8, 0.1  # from which it may be; one sentence of it, where the rest agrees so far
# The same of what answers no reminder and is likelier something else than not: most is talk with the mentor. Chosen on
# 1,045 messages from which nothing had been learnt: a third fewer questions, and none of what they are for was missed.
DOUBT_IN_TALK, SENTENCE_IN_TALK, FITTING_IN_TALK = 0.3, 0.9, 0.12
# … or that is surely so, whatever the rest: of 716 messages three more are asked about, and of seven words for the team
# that went to the mentor one less goes.
SURELY, HARDLY = 0.97, 0.03
NATURES = ("exceptional", "time", "workload", "leave")  # of circumstances
AGREES = 0.03  # … a mark of privacy is no slip of words, where nothing is sent that goes on without them
OF_WORK = frozenset(["@qi", "@report", "@attached", "@meet", "@thanks"])
SUBJECT = 0.7  # from which a subject, or what is quoted, is for the team
COVERING = 0.18  # from which a report's covering words are for the team
HINTED, BESIDE = 0.95, 0.12  # … or one sentence of them, where the rest agrees so far
JOINTLY = 0.42  # … of a joint report: words that speak of somebody else sound so (what they tell of them: joint.py)
TYPED = 0.9  # … one sentence of a report that is typed
# Marks of privacy by which a mentor is confided in, too.
CONFIDING = ("between ourselves", "in confidence", "keep it", "not to be told", "not to be passed on", "not a word",
             "for your eyes only", "off the record")  # fmt: skip
DECIDED = "tell_extension"
_TEAM = expression(
    r"\A\W*(?:(?:dear|hi|hello|hey|hiya|morning|good \w+),? (?:all at )?(?:[\w&'’-]+ ){0,4})?team\b"
    r"(?= ?(?:[,:!–-]|\n))\W*",
    re.IGNORECASE,
)
_SAYS_LITTLE = expression(  # of what comes, or thanks
    r"\W*(?:(?:and|so|please|now|also) )*(?:(?:i|we|you|here|this|it|there)(?:['’]\w+)? )?(?:(?:will|to|am|are|is"
    r"|have|can|was|only|just) ){0,3}(?:send|sent|sending|attach\w*|enclos\w*|find|be|comes?|here|we are"
    r"|(?:\w+['’]s )?(?:\w+ )?report"
    r"|(?:many |very )?(?:thanks?|thank you|grateful|sorry)(?: (?:so|very|again|much|for|about|in))*)"
    r"(?: (?:it|this|that|you|the|a|an|my|our|your|in|on|with|for|as|and|is|was|all|extra|more|little|time|days?"
    r"|weeks?|help|patience|understanding|wait\w*|delay|attach\w*|file|document|mail|e-?mail|below|here|report"
    r"|month|late\w*"
    r"|\w+['’]s|version|word|pdf|copy|last|next|first|second|new|one|now|today|kindness|extension|again)){0,10}\W*",
    re.IGNORECASE,
)
_SAYS_EXCEPTIONAL = expression(
    r"(?<!\bno )(?<!\bnot )(?<!\bany )(?<!\bwithout )\bexceptional circumstances?\b"
    r"|^[^\w\n]*(?-i:EXCEPTIONAL)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def why_for_the_team(
    found: Meaning, words: str, heard: float = HEARD, *, covering: bool = False, sent: bool = False
) -> str | None:
    """What of it is for the team alone: “private”, “leaving” or the nature of circumstances; None where nothing is.
    An invitation has few words, so that more must be `heard` in them; in words `covering` a document less is enough, or
    one sentence, since it goes to the mentor all the same."""
    if found.mark and (sent or found.of(*FOR_TEAM) >= AGREES):
        return "private"
    if "except" in words.lower() and _SAYS_EXCEPTIONAL.search(words):  # the search alone takes long
        return "exceptional"
    if found.of("private") >= heard:
        return "private"
    told = {"leaving": found.of("leaving"), "circumstances": found.of("circumstances")}
    likeliest = max(told, key=lambda kind: told[kind])
    if told[likeliest] >= heard:
        return "leaving" if likeliest == "leaving" else found.nature("circumstances") or "exceptional"
    if covering and found.aside(*FOR_TEAM) >= HINTED and found.of(*FOR_TEAM) >= BESIDE:
        return found.surest_aside(*FOR_TEAM)
    return None


def why_kept(said: Said, beside: Setting | None, *, sent: bool) -> str | None:
    """The same of a mail and of what stands `beside` its document, talk with the manager and other meetings apart."""
    mail, found, covering = said.mail, said.found, sent and said.leads
    if not sent and _only_hides(said):
        return "private"
    heard = SUBJECT if said.meets else _heard_beside(said) if covering else HEARD
    why = why_for_the_team(found, typed(mail), heard, covering=covering, sent=sent)
    if why in ("time", "workload", "leave") and (
        asks_for_another_meeting(mail, found) or asks_the_manager(mail, found)
    ):
        return None
    if why is None and beside is not None:
        why = told_beside(mail, said.case, beside, jointly=says_joint(mail))
    if why in (None, *NATURES) and not sent and stood_up(found, said.answered):
        return "private"
    if why is None and not sent and asks_anew(said):
        return "private"
    if why is None and not sent and not said.meets and (taken := presupposed(said)) is not None:
        return taken
    if why is None and covering and not found.speaks_of("MENT-V") and belittles_comments(found):
        return "private"
    if why is None and covering and blames_programme(said):
        return "private"
    if why is None and (of_mentors := _of_mentors(said)) is not None:
        to_team = covering or (of_mentors is Mentors.WISH and not sent and not found.speaks_of("MENT-V"))
        return "private" if to_team else None
    return why


def _only_hides(said: Said) -> bool:
    """Whether it but asks that the manager is to be in copy no longer, of nobody: that is said to the office."""
    manager = said.case.enrolment.manager
    if manager is None or said.found.speaks_of("MENT-V"):
        return False
    return only_hides(typed(said.mail), manager, said.names, said.case.enrolment.mentor)


def may_be_for_the_team(found: Meaning, names: frozenset[str], *, owing: bool = True) -> bool:
    """Whether some of it may be for the team alone, so that its writer is asked; `owing` says that it answers a
    reminder, so that it may be why nothing comes. Talk with the mentor is of the work where it is of its writer."""
    said, aside = found.of(*FOR_TEAM), found.aside(*FOR_TEAM)
    talk = not owing and found.of(found.best) >= LIKELIER and all(_is_of_work(one.text, names) for one in found.told)
    doubt, sentence, fitting = (
        (DOUBT_IN_TALK, SENTENCE_IN_TALK, FITTING_IN_TALK) if talk else (DOUBT, SENTENCE, FITTING)
    )
    one = (aside >= sentence and said >= fitting) or (aside >= SURELY and said >= HARDLY)
    return found.cut or bool(found.mark) or said >= doubt or one


def _is_of_work(sentence: str, names: frozenset[str]) -> bool:
    """Whether a sentence of its writer's has no word but of the work, or names the project, the report or a talk."""
    if OF_ME.isdisjoint(plain_words(sentence)) or families_in(sentence) & OF_WORK:
        return True
    return is_of_the_work(sentence, names)


def may_be_of_mentor(said: Said, *, sent: bool) -> bool:
    """Whether it may be of the mentor. Beside documents such words are parted already, a typed report has them."""
    of_mentors = _of_mentors(said)
    if of_mentors is not None and not (of_mentors is Mentors.COMPARED and said.found.speaks_of("MENT-V")):
        return not (sent and said.leads)
    return not (sent or said.meets) and is_of_mentor(said.found, said.answered)


def is_only_the_report(found: Meaning) -> bool:
    """Whether what sounds like a word for the team in a report that is typed is only the project's own story: no
    sentence says it plainly."""
    return not found.mark and found.aside(*FOR_TEAM) < TYPED


def goes_on_without_it(said: Said) -> bool:
    """Whether all that is for the team in a typed report is what plainly tells a trouble of its writer's own: nothing
    is to be kept, and nothing of leaving or of the mentor is told beside it."""
    own = own_words(said.mail, said.case)
    rest = without_troubles(own)
    if rest == own or said.found.mark or not goes_on_without(own):
        return False
    if says_leaving(own) or _of_mentors(said) is not None or is_of_mentor(said.found, said.answered):
        return False
    arrival = replace(said.arrival, mail=replace(said.mail, text=rest, html=""))
    found = meant(arrival, replace(said.context, heard={}), said.case, Role.PRACTITIONER, said.answered)
    return is_only_the_report(found) and why_for_the_team(found, rest, sent=True) is None


def kept(said: Said, why: str) -> Event:
    """What is for the team; the question where it may be no circumstances, or nobody leaves."""
    if why == "private" and _confides(said.found):
        return said.doubted()
    of_mentor = why in NATURES and is_only_of_mentor(said.found, said.mail, said.answered)
    stays = why == "leaving" and not said.found.mark and is_short(said.mail) and not leaves(typed(said.mail))
    stays = stays or (why == "leaving" and not said.found.mark and _only_sounds_so(said))
    return said.doubted() if of_mentor or stays else to_team(said, why)


def _only_sounds_so(said: Said) -> bool:
    """Whether what sounds like leaving carries on with something: “stopping here for now, more tomorrow”."""
    text = typed(said.mail)
    return carries_on(text) and not says_leaving(text, of_mentor=said.answers_their_words)


def to_team(said: Said, why: str) -> Event:
    """Circumstances or leaving, by which report they delay, or a word in confidence."""
    arrival, case, because = said.arrival, said.case, said.found.mark or "weights"
    if why == "private" and (is_kept_cause(said.found, said.mail, Role.PRACTITIONER) or is_secret_cause(said)):
        why = "exceptional"
    if why == "private":
        words = words_apart(said.mail, case).strip()
        return ToldInConfidence(arrival, case.unit, said.number, Role.PRACTITIONER, words, because)
    if says_leaving(typed(said.mail), of_mentor=said.answers_their_words):  # whatever is said of why
        why = "leaving"
    delayed = report_delayed(said.mail, case, said.number, said.almanac.day(arrival.arrived), said.almanac)
    return CircumstancesReported(arrival, case.unit, delayed, why, read=because)


def asked_about(said: Said, why: str | None) -> WhichAsked:
    """The question what a document is that the words beside it withhold, the team alone first. If it is the report, its
    covering words stay with the team all the same."""
    asked = aside_first(said.doubted())
    choices = tuple(replace(c, apart=why or "private") if c.kind == "report" else c for c in asked.choices)
    return replace(asked, choices=choices)


def parted(said: Said, why: str) -> Event:
    """A report whose covering words are for the team alone."""
    arrival, unit, number = said.arrival, said.case.unit, said.thread or 0
    report = report_or_message(arrival, said.case, said.thread, said.almanac)
    if isinstance(report, ReportReceived):
        return replace(report, apart=why, beside=tuple(replace(x, apart=why) for x in report.beside))
    if isinstance(report, WhichAsked):
        words = told_apart(said.mail, said.case)[0]
        told = ToldInConfidence(arrival, unit, number, Role.PRACTITIONER, words, why, silent=True)
        choices = tuple(replace(c, apart=why) for c in report.choices)
        return replace(report, choices=choices, effects=(*report.effects, told))
    words = words_apart(said.mail, said.case).strip()
    return ToldInConfidence(arrival, unit, number, Role.PRACTITIONER, words, why)


def _confides(found: Meaning) -> bool:
    """Whether it calls the mentor by name, and nobody else, in what it tells just between the two of them."""
    to_mentor = found.speaks_of("MENT-V") and not found.speaks_of("MENT", "TEAM-V", "MGR-V")
    for_team = any(one.text == found.marked and "TEAM" in one.words for one in found.told)  # “for the team only: …”
    return to_mentor and found.mark in CONFIDING and not for_team


def is_to_the_team(said: Said) -> bool:
    """Whether the few words that stand beside a report, and don't only send it, greet the team and not the mentor, or
    answer what the team decided on circumstances that were told to it."""
    greets = said.found.speaks_of("TEAM-V") or _TEAM.match(typed(said.mail)) is not None
    decided = said.answered is not None and said.answered.name == DECIDED
    if said.found.speaks_of("MENT-V") or not (greets or decided):
        return False
    rest = beside_sending(replace(said.mail, text=_TEAM.sub("", typed(said.mail)), html=""), said.case)
    told = [x for x in re.split(r"(?<=[.!?,;])\s+", rest) if x and not _SAYS_LITTLE.fullmatch(x)]
    return bool(told) and len(rest.split()) <= LONG


def _of_mentors(said: Said) -> Mentors | None:
    others = OtherMentors(said.case.enrolment, said.context.people)
    return said_of_mentors(typed(said.mail), said.case.enrolment.mentor, others)


def _heard_beside(said: Said) -> float:
    return JOINTLY if says_joint(said.mail) else COVERING
