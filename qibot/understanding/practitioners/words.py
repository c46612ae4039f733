"""What a practitioner's mail is, by what its words mean and what came with it (programme.md, 3a).

| they say | becomes | an error costs |
|---|---|---|
| something in confidence, about their mentor | to the team alone | the worst: the mentor reads it |
| they would have another mentor (another_mentor.py) | the same; compared with another: asked | the same |
| illness, an emergency, workload, leave; asks for time | to the team, the ladder held | the same, or a chase |
| they leave, stop or pause | to the team, held likewise | the same |
| the same beside a report | the report; its covering words go to the team alone | the same |
| the same beside what isn't called the report (withheld.py) | asked about, nothing passed on | the same |
| a machine's text | as an automatic reply | something is lost |
| a document for something else, or a supplement (supplements.py) | a message to the mentor | a report counts as sent |
| “attached”, and nothing is | asked for, the mentor is spared | the same |
| the same, and why it is late or poor | to the team, and asked for | the first |
| a report | a report | |
| a few words under its subject that tell of no project | what they are, else asked about | a report counts as sent |
| thanks; we spoke | a sign of life; contact | |
| all else | a message to the mentor | |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac, is_report_due
from qibot.events import Acknowledged, Arrival, ContactReported, Event, MessageReceived
from qibot.expression import expression
from qibot.model import AMID, Case, Letter, Role
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.typed_apart import says_apart
from qibot.understanding.matter.wording import meant, says_more, setting
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import families_in, plain_words
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.days_in_talk import is_talk_of_days
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.phrases.grave import OF_ME
from qibot.understanding.phrases.in_few_words import answers_check_in, answers_reminder
from qibot.understanding.phrases.languages import is_foreign
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.practitioners.another_day import may_propose_another_day
from qibot.understanding.practitioners.asks_to_wait import asks_to_wait
from qibot.understanding.practitioners.back_again import is_back, names_what_kept, tells_more
from qibot.understanding.practitioners.barred import is_barred
from qibot.understanding.practitioners.for_the_team import (
    COVERING,
    NATURES,
    OF_WORK,
    SUBJECT,
    SURELY,
    asked_about,
    goes_on_without_it,
    is_only_the_report,
    is_to_the_team,
    kept,
    may_be_for_the_team,
    may_be_of_mentor,
    parted,
    to_team,
    why_for_the_team,
    why_kept,
)
from qibot.understanding.practitioners.handed_over import brings_private, hands_over, leads_elsewhere
from qibot.understanding.practitioners.in_answer import in_answer
from qibot.understanding.practitioners.no_harm import without_harm
from qibot.understanding.practitioners.other_language import in_another_language
from qibot.understanding.practitioners.own_cause import asks_jointly, asks_the_manager, is_no_cause, may_tell_why
from qibot.understanding.practitioners.plainly_said import plainly_said
from qibot.understanding.practitioners.presupposed import may_befall
from qibot.understanding.practitioners.said import Said
from qibot.understanding.practitioners.said_sent import sent_elsewhere
from qibot.understanding.practitioners.subjects import speaks_of_mentor
from qibot.understanding.practitioners.talk import is_talk_of_time, may_answer_offer, of_words
from qibot.understanding.practitioners.untold import blames_programme
from qibot.understanding.practitioners.will_send import will_send
from qibot.understanding.practitioners.withheld import is_withheld
from qibot.understanding.reports.arrived import asks_more, asks_nothing_else, asks_whether_it_came, what_else
from qibot.understanding.reports.pages import with_pages
from qibot.understanding.reports.sending import (
    FOR_TEAM,
    SHORT,
    brings_again,
    forgotten,
    hands_over_nothing,
    report_or_message,
    says_attached,
    sends_report,
)
from qibot.understanding.reports.supplements import is_supplement
from qibot.understanding.senders.machines import of_machine


def of_practitioner(
    arrival: Arrival, context: Context, case: Case, number: int, answered: Letter | None, almanac: Almanac
) -> Event:
    """What a practitioner's mail about an enrolment is; `number` is the matter's, 0 for a mail that answers nothing."""
    found = meant(arrival, context, case, Role.PRACTITIONER, answered)
    said = Said(arrival, context, case, number, answered, almanac, found)
    hands, elsewhere = hands_over(said), leads_elsewhere(said)
    aside = elsewhere and len(typed(arrival.mail).split()) < SHORT  # what is longer may be typed, with a link in it
    if hands and not elsewhere:
        said = replace(said, arrival=replace(arrival, mail=with_pages(arrival.mail)))
    if is_foreign(said.mail.top) and not said.meets:
        return in_another_language(said)
    if (told_plainly := plainly_said(said) or _only_thanks(said)) is not None:
        return told_plainly
    asks = asks_whether_it_came(said.mail)
    sent = not (asks or aside or said.meets) and sends_report(said.arrival, case, said.thread, found, almanac)
    again = sent and said.leads and brings_again(said.arrival, case, said.thread, almanac)
    why = _why(said, asks=asks, sent=sent, again=again)
    if not sent and (said_so := in_answer(said, why) or without_harm(said, why)) is not None:
        return said_so
    if not sent and (otherwise := _tells_otherwise(said, why)) is not None:
        return otherwise
    if why is None and not (sent or said.answers_their_words) and _blames(said):
        why = "private"
    back = not sent and why in (None, *NATURES) and is_back(found, said)
    if (back and (names_what_kept(said) or tells_more(said))) or (not sent and may_answer_offer(said, why)):
        return said.doubted()
    talk = back or (not sent and _is_plainly_talk(said, why))
    if (told := _kept(said, None if talk else why, sent=sent, again=again, withheld=hands and aside)) is not None:
        return told
    if (machine := of_machine(said.arrival, found, Role.PRACTITIONER, almanac, answered)) is not None:
        return machine
    plain = sent or talk or said.meets or (asks and asks_nothing_else(said.mail))
    if _is_doubted(said, plain=plain, sent=sent):
        return said.doubted()
    along = sent and is_supplement(said.arrival, case, said.thread, almanac)
    if sent and not along and not (again and asks_more(said.mail)):  # what is asked beside it is new
        return report_or_message(said.arrival, case, said.thread, almanac)
    told = of_words(said, asks=asks)
    return _read_by_itself(told, said) if asks and isinstance(told, MessageReceived) else told


# What else is asked and said to a mentor beside it.
_BESIDE = "bring poster coffee tea love he she they curious webinar laptop forward hoped"
_ASKED = frozenset(_BESIDE.split())
_ASKS_VIEW = expression(r"\b(?:hear|know|see) what you (?:think|make) of\b", re.IGNORECASE)
# Why somebody asks, and a wish.
_HARMLESS = expression(
    r"\W*(?:(?:the|my|our) (?:wi-?fi|internet|laptop|computer|e-?mail|outlook|system|connection|network|phone|server)"
    r" (?:(?:was|is|has been|had been|kept|keeps|went|crashed|froze|playing|acting|dropping|died|cut|right|just"
    r"|straight|up|out|off|down|slow|again|after|before|today|yesterday|this morning|at the time|then) ?)+"
    r"|(?:i |we )?hope (?:you|all|that you) (?:are well|is well|had a (?:nice|good|lovely|great) (?:holiday|break"
    r"|weekend|time)|enjoyed .{0,20}|(?:are|['’]re) (?:well|good|fine)))\W*",
    re.IGNORECASE,
)


def _read_by_itself(told: MessageReceived, said: Said) -> Event:
    """What asks whether a report has come, and is passed on for what stands beside it; where that, read by itself, is
    none for the mentor, what it is then, of the whole mail."""
    rest = what_else(said.mail)
    if not rest:
        return told
    alone = replace(said.arrival, mail=replace(said.mail, text=rest, html=""), beside=())
    read = of_practitioner(alone, said.context, said.case, said.number, said.answered, said.almanac)
    plain = isinstance(read, MessageReceived | Acknowledged | ContactReported)
    return told if plain and all(_is_of_work(one, said.names) for one in sentences(rest)) else said.doubted()


def _is_of_work(sentence: str, names: frozenset[str]) -> bool:
    """Whether all its words are of the work, and it asks, or names something of it: “I have to go through it again” may
    be of anything."""
    if not is_of_the_work(sentence, names | _ASKED):
        return _HARMLESS.fullmatch(sentence) is not None
    words = plain_words(sentence)
    asks = "?" in sentence or _ASKS_VIEW.search(sentence) is not None
    return asks or OF_ME.isdisjoint(words) or bool(families_in(sentence) & OF_WORK)


def _only_thanks(said: Said) -> Event | None:
    """That it answers a letter with thanks alone, word by word and by the weights; None of anything else."""
    found = said.found
    if said.answered is None or said.leads or said.mail.pictures or found.mark or found.cut:
        return None
    initials = frozenset(name[0] for name in said.names)
    if found.of("nothing") < SURELY or says_more(said.mail, said.case, 0):
        return None
    if not is_gratitude(said.mail, said.names | initials):
        return None
    return Acknowledged(said.arrival, said.case.unit, said.number, Role.PRACTITIONER)


def _why(said: Said, *, asks: bool, sent: bool, again: bool) -> str | None:
    """What of it is for the team alone, by what stands beside its document, too; nothing of “did you get it?”."""
    if asks and not said.found.mark and asks_nothing_else(said.mail):
        return None
    brings = not again and (said.leads if sent else says_attached(said.mail))
    beside = setting(said.arrival, said.context, said.case, Role.PRACTITIONER, said.answered) if brings else None
    why = why_kept(said, beside, sent=sent)
    waits = why is None and not (brings or sent) and answers_reminder(said.answered)
    return "time" if waits and asks_to_wait(typed(said.mail)) else why


def _tells_otherwise(said: Said, why: str | None) -> Event | None:
    """That it may be another day for a talk, is said to have been sent, is promised in time, or was forgotten amid a
    word for the team; None of anything else."""
    arrival, case, number, almanac = said.arrival, said.case, said.number, said.almanac
    if why in NATURES and _may_be_of_a_day(said):
        return said.doubted()
    told = sent_elsewhere(arrival, case, number, why, said.found, said.answered, almanac)
    if told is not None:
        return told
    more = said.answered is not None and says_apart(said.mail, case)  # what stands above it isn't all that is said
    if not more and will_send(arrival, case, number, said.found, said.answered, almanac):
        return Acknowledged(arrival, case.unit, number, Role.PRACTITIONER)
    if why is None and answers_reminder(said.answered) and hands_over_nothing(said.mail):
        return forgotten(arrival, case, number, almanac)
    if not says_attached(said.mail):
        return None
    why = why or why_for_the_team(said.found, typed(said.mail), COVERING, covering=True)  # as if it had come with them
    if why is None:
        return None
    asked = forgotten(arrival, case, number, almanac)
    return replace(to_team(said, why), arrival=replace(arrival, beside=(*arrival.beside, asked)))


def _may_be_of_a_day(said: Said) -> bool:
    """Whether what sounds like circumstances may but be another day for the talk, which the mentor waits for."""
    if said.found.mark or said.found.cut or is_no_cause(said.found, said.mail, said.answered, said.names):
        return False
    return may_propose_another_day(typed(said.mail), said.answered)


def _is_plainly_talk(said: Said, why: str | None) -> bool:
    """Whether what sounds like circumstances asks the manager for time, has only a day in it, or gives no cause of the
    writer's own."""
    due = is_report_due(said.case, said.almanac, said.almanac.day(said.arrival.arrived))
    if why != "private" and is_talk_of_days(
        said.found, said.mail, said.answered, said.names, Role.PRACTITIONER, due=due
    ):
        return True
    if why in (None, *NATURES) and asks_jointly(said.mail, said.found):
        return True
    if why in (None, "time", "workload", "leave") and asks_the_manager(said.mail, said.found):
        return True
    return why in NATURES and is_no_cause(said.found, said.mail, said.answered, said.names)


def _kept(said: Said, why: str | None, *, sent: bool, again: bool, withheld: bool) -> Event | None:
    """What stays with the team, is asked about, or parted from its report; None of what may go on."""
    if why is not None and (again or not sent):
        return kept(said, why)
    typed = sent and not said.leads
    if withheld or (not typed and brings_private(said, heard=why is not None)):
        return said.doubted()
    if not typed and not again and is_withheld(said, why, sent=sent):
        return asked_about(said, why)
    if why is not None and not (typed and is_only_the_report(said.found)):
        return parted(said, AMID if typed and goes_on_without_it(said) else why)
    if sent and not (typed or again) and is_to_the_team(said):
        return parted(said, "private")
    return None


def _blames(said: Said) -> bool:
    """Whether it blames the programme. Who forgot the document is asked for that first."""
    return not (said.meets or says_attached(said.mail)) and blames_programme(said)


def _answers_message(said: Said) -> bool:
    """Whether it answers what somebody has asked or said, so that its writer's own days and troubles may be told."""
    return said.answered is not None and said.answered.name == "relay_message"


def _is_doubted(said: Said, *, plain: bool, sent: bool) -> bool:
    """Whether its writer is asked: it may be for the team, of the mentor, or why the report doesn't come."""
    found = said.found
    owing = answers_reminder(said.answered) or answers_check_in(said.answered) or _answers_message(said)
    if not plain and may_be_for_the_team(found, said.names, owing=owing) and not is_talk_of_time(said):
        return True
    if not plain and (may_tell_why(said.mail, said.answered, said.names) or may_befall(said) or _blames(said)):
        return True
    if not plain and is_barred(said.mail, said.answered):
        return True
    if may_be_of_mentor(said, sent=sent) or speaks_of_mentor(said, sent=sent):
        return True
    return any(x.mark or x.of(*FOR_TEAM) >= SUBJECT for x in found.beside)
