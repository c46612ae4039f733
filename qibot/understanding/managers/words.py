"""What an organisational manager's words become (programme.md, 3a).

| they say | becomes |
|---|---|
| something in confidence, a worry about practitioner or mentor | to the team alone |
| the practitioner is ill, away, can't be spared, has left | circumstances, to the team |
| a report on the practitioner's behalf | the team is asked, the practitioner offered; it hears the rest |
| thanks, in words of which the weights are sure; a machine's text | nothing; as an automatic reply |
| praise of the work, or of the practitioner whom it calls | to practitioner and mentor |
| fault with how the feedback is put, and calls nobody | they are asked |
| anything else | to practitioner and mentor |
"""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac, is_report_due
from qibot.events import (
    Acknowledged,
    Arrival,
    CircumstancesReported,
    Event,
    MessageReceived,
    MessageUnplaced,
    ToldInConfidence,
)
from qibot.message import Mail, words_apart
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.managers.about_whom import about_whom, of_one_at_rest, unless_of_outsider
from qibot.understanding.managers.among_three import among_three
from qibot.understanding.managers.asked_of_both import asks_both
from qibot.understanding.managers.in_secret import unless_secret
from qibot.understanding.managers.of_an_event import misses_an_event
from qibot.understanding.managers.own_affairs import (
    OwnWords,
    disagrees,
    drops_out,
    is_managers_talk,
    is_their_own,
    moves_on,
    objects,
    offers_more,
    tells_of_illness,
)
from qibot.understanding.managers.own_leave import is_own_leave
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.wording import is_marked, meant, says_more
from qibot.understanding.meaning import LIKELIER, Meaning
from qibot.understanding.names.forwarded import letters_in
from qibot.understanding.persons.spoken_to import (
    READERS,
    asked_of_manager,
    is_about_them,
    may_be_of_either,
    surely_called,
    to_one,
    unless_marred,
)
from qibot.understanding.phrases.courtesy import adds_to_thanks, names_in, typed
from qibot.understanding.phrases.days_in_talk import is_talk_of_days
from qibot.understanding.phrases.gratitude import befalls, surely_thanks
from qibot.understanding.phrases.in_few_words import (
    answers_reminder,
    is_all_polite,
    is_polite,
    may_be_reason,
    names_reason,
)
from qibot.understanding.phrases.languages import is_foreign, may_be_delicate
from qibot.understanding.phrases.praised import praises_work
from qibot.understanding.phrases.telling_news import MANAGED
from qibot.understanding.practitioners.oblique import answers_mentor
from qibot.understanding.practitioners.own_cause import is_kept_cause
from qibot.understanding.practitioners.said_sent import is_graver, said_sent
from qibot.understanding.reports.delayed import report_delayed
from qibot.understanding.reports.theirs import Brought, brought, brought_for
from qibot.understanding.senders.machines import of_machine
from qibot.understanding.senders.whose import one_of

HEARD, TOGETHER, SENTENCE = 0.35, 0.45, 0.85  # one kind of what is for the team, all kinds, one sentence of it
DOUBT, DOUBTFUL = 0.2, 0.9  # from which it may be
DOUBT_IN_TALK = 0.3  # … of what answers no reminder, where most is talk with the two
AGREES = 0.03  # from which a mark of privacy is no slip of words
PLAIN = 0.4
TALK = 0.6  # from which a mail that answers nothing is talk
BESIDE = 0.6
TO_THEM = ("message", "nothing", "ask")
FOR_TEAM = ("private", "circumstances", "leaving")
KEEPS = ("exceptional", "workload", "leave", "leaving")
ON_BEHALF = "it is from the manager and brings a document: is it the practitioner's report?"


def of_manager(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What a manager's mail about an enrolment is."""
    number = context.number
    found = meant(arrival, context, case, Role.MANAGER, answered)
    if is_foreign(arrival.mail.top):
        others = name_words([case.enrolment.practitioner, case.enrolment.mentor])
        reason = answers_reminder(answered) and not is_all_polite(arrival.mail, names_in(case))
        delicate = reason or may_be_delicate(typed(arrival.mail), others)
        delicate = delicate and not _both_have_it(arrival.mail, case)
        if delicate or is_marked(found):
            return doubtful(arrival, case, number, Role.MANAGER, almanac)
        return MessageReceived(arrival, case.unit, number, Role.MANAGER)
    if _moves_on(arrival, case, found):
        return MessageUnplaced(arrival, MANAGED)
    own = is_their_own(found, typed(arrival.mail), asked=answers_reminder(answered))
    talk = offers_more(found, typed(arrival.mail)) or _is_talk_with_a_day(arrival, case, found, answered, almanac)
    if not talk and (kept := _kept(arrival, case, number, found, answered, own, almanac)) is not None:
        return _with_report(kept, arrival, case)
    if arrival.mail.files and found.of("report") >= PLAIN:
        return MessageUnplaced(arrival, ON_BEHALF, offered=case.enrolment.practitioner.address)
    if (machine := of_machine(arrival, found, Role.MANAGER, almanac, answered)) is not None:
        return machine
    reminded = answers_reminder(answered)
    doubted = (may_be_for_the_team(found, reminded=reminded) and not (own or talk)) or any(
        _is_kept_beside(x) for x in found.beside
    )
    if doubted and not _both_have_it(arrival.mail, case):  # a question would keep nothing from them
        return doubtful(arrival, case, number, Role.MANAGER, almanac)
    if answers_mentor(answered) and not _both_have_it(arrival.mail, case) and objects(found, typed(arrival.mail)):
        return asked_of_manager(arrival, case, number, almanac)
    talks = _of_talk(arrival, case, number, found, answered, almanac)
    if talks is None and answers_reminder(answered) and tells_of_illness(typed(arrival.mail)):
        return doubtful(arrival, case, number, Role.MANAGER, almanac)
    return talks or MessageReceived(arrival, case.unit, number, Role.MANAGER)


def _with_report(kept: Event, arrival: Arrival, case: Case) -> Event:
    """What is for the team; where the document with it is the practitioner's report, that is offered as theirs, too."""
    said = arrival.mail.top
    is_theirs = brought(said, case.enrolment) is Brought.SURELY or brought_for(said, case.enrolment)
    if not (arrival.mail.files and is_theirs and isinstance(kept, CircumstancesReported | ToldInConfidence)):
        return kept
    return MessageUnplaced(
        replace(arrival, beside=(*arrival.beside, kept)), ON_BEHALF, offered=case.enrolment.practitioner.address
    )


def _moves_on(arrival: Arrival, case: Case, found: Meaning) -> bool:
    """Whether it is news of the manager's own move, and of who comes after them."""
    return not found.mark and moves_on(typed(arrival.mail), name_words([case.enrolment.practitioner]))


def _is_talk_with_a_day(
    arrival: Arrival, case: Case, found: Meaning, answered: Letter | None, almanac: Almanac
) -> bool:
    """Whether it only sounds like the practitioner's circumstances for the day in it."""
    if reason_to_keep(found) == "private":
        return False
    due = is_report_due(case, almanac, almanac.day(arrival.arrived))
    return is_talk_of_days(found, arrival.mail, answered, names_in(case), Role.MANAGER, due=due)


def _kept(
    arrival: Arrival,
    case: Case,
    number: int,
    found: Meaning,
    answered: Letter | None,
    own: OwnWords,
    almanac: Almanac,
) -> Event | None:
    """What is for the team, or may be; None of anything else, and of the manager's `own` leave."""
    by_machine = found.of("machine") >= PLAIN  # “messages sent to this address are deleted”
    told = None if by_machine else said_sent(arrival, case, number, Role.MANAGER, answered, almanac)
    why = reason_to_keep(found)
    if told is not None and why != "private" and not is_graver(why, arrival.mail):
        return told
    kept = for_the_team(arrival, case, number, found, almanac)
    if not isinstance(kept, CircumstancesReported):
        return kept
    if is_managers_talk(found, arrival.mail):
        return None
    if not answers_reminder(answered) and misses_an_event(typed(arrival.mail)):
        return ToldInConfidence(
            arrival, case.unit, number, Role.MANAGER, words_apart(arrival.mail, case).strip(), why or ""
        )
    if own is OwnWords.BEFELL or disagrees(found, typed(arrival.mail)):
        return doubtful(arrival, case, number, Role.MANAGER, almanac)
    return None if own else kept


def _of_talk(
    arrival: Arrival, case: Case, number: int, found: Meaning, answered: Letter | None, almanac: Almanac
) -> Event | None:
    """Thanks; or, in few words to a reminder, the reason. None of anything else."""
    mail, names = arrival.mail, names_in(case)
    polite = found.best == "nothing" and found.of("nothing") >= PLAIN and found.is_all("thanks", "courtesy")
    polite = polite or surely_thanks(mail, found)
    if answers_reminder(answered) and not (polite and is_all_polite(mail, names)):
        if names_reason(mail, names):
            return _circumstances(arrival, case, number, "exceptional", found.mark or "weights", almanac)
        if polite and may_be_reason(mail, names):
            return doubtful(arrival, case, number, Role.MANAGER, almanac)
    praise = not answers_reminder(answered) and praises_work(typed(mail), case.enrolment.practitioner)
    more = mail.sends or says_more(mail, case) or adds_to_thanks(mail) or praise or befalls(typed(mail))
    thanks = polite and not more and is_polite(mail, names)
    return Acknowledged(arrival, case.unit, number, Role.MANAGER) if thanks else None


def _both_have_it(mail: Mail, case: Case) -> bool:
    """Whether practitioner and mentor got it directly."""
    e, to = case.enrolment, set(mail.to)
    return bool(to & set(e.practitioner.addresses)) and bool(to & set(e.mentor.addresses))


def fresh_from_manager(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """What the team must hear of a manager's mail that answers nothing; None of anything else."""
    if (told := of_one_at_rest(arrival, context)) is not None:
        return told
    about = about_whom(arrival.mail, context)
    if about is None:
        persons = [c.enrolment.practitioner for c in context.cases(Role.MANAGER)]
        brings = arrival.mail.sends or letters_in(arrival.mail)
        offered = one_of(arrival.mail, persons, context.people) if brings else ""
        return MessageUnplaced(arrival, ON_BEHALF, offered=offered) if offered else None
    found = meant(arrival, context, about, Role.MANAGER, None)
    if _moves_on(arrival, about, found):
        return MessageUnplaced(arrival, MANAGED)
    kept = None if offers_more(found, typed(arrival.mail)) else for_the_team(arrival, about, 0, found, almanac)
    kept = unless_of_outsider(kept, arrival, about, found)
    if isinstance(kept, CircumstancesReported) and not arrival.mail.sends and is_own_leave(found):
        return ToldInConfidence(arrival, about.unit, 0, Role.MANAGER, words_apart(arrival.mail, about), kept.read)
    if kept is not None:
        return _with_report(kept, arrival, about)
    if arrival.mail.files and found.of("report") >= PLAIN:
        return MessageUnplaced(arrival, ON_BEHALF, offered=about.enrolment.practitioner.address)
    if (machine := of_machine(arrival, found, Role.MANAGER, almanac)) is not None:
        return machine
    if is_foreign(arrival.mail.top) or not (_calls_only_them(found) or asks_both(found)):
        return None
    if not _is_talk(arrival, found):
        asked = asked_of_manager(arrival, about, 0, almanac)
        return asked if arrival.mail.sends else to_one(asked, arrival, about, found)
    unsaid = not READERS[Role.MANAGER] & surely_called(arrival, about, found) and is_about_them(arrival, found)
    if unsaid or may_be_of_either(arrival, about):
        return asked_of_manager(arrival, about, 0, almanac)
    talk = to_one(MessageReceived(arrival, about.unit, 0, Role.MANAGER), arrival, about, found)
    return among_three(unless_marred(talk, arrival, about, almanac), arrival, about, found, almanac)


def _calls_only_them(found: Meaning) -> bool:
    """Whether it calls the practitioner or the mentor by name, and nobody else."""
    called = {word for told in found.told for word in told.words if word.endswith("-V")} - {"MGR-V"}  # their own name
    return bool(called) and called <= {"PRAC-V", "MENT-V"}


def _is_talk(arrival: Arrival, found: Meaning) -> bool:
    """Whether what calls them is plainly a word to them, be it thanks."""
    doubted = may_be_for_the_team(found) or any(_is_kept_beside(x) for x in found.beside) or arrival.mail.sends
    return found.best in TO_THEM and found.of(*TO_THEM) >= TALK and not doubted


def for_the_team(arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac) -> Event | None:
    """The event of what is for the team alone; None of what may be passed on."""
    why, because = reason_to_keep(found), found.mark or "weights"
    if why is None:
        return None
    if why == "private" and is_kept_cause(found, arrival.mail, Role.MANAGER):
        why = "exceptional"
    if why == "private":
        words = words_apart(arrival.mail, case).strip()
        return ToldInConfidence(arrival, case.unit, number, Role.MANAGER, words, because)
    why = "leaving" if drops_out(arrival.mail.top) else why
    return _circumstances(arrival, case, number, why, because, almanac)


def _circumstances(arrival: Arrival, case: Case, number: int, why: str, because: str, almanac: Almanac) -> Event:
    delayed = report_delayed(arrival.mail, case, number, almanac.day(arrival.arrived), almanac)
    return unless_secret(CircumstancesReported(arrival, case.unit, delayed, why, Role.MANAGER, because), case, almanac)


def reason_to_keep(found: Meaning) -> str | None:
    """What of it is for the team alone: “private”, “leaving” or the nature of circumstances; None where nothing is."""
    hot = {kind: found.of(kind) for kind in FOR_TEAM}
    likeliest, heard = max(hot, key=lambda kind: hot[kind]), sum(hot.values())
    if found.mark and heard >= AGREES:
        return "private"
    if hot[likeliest] >= HEARD or heard >= TOGETHER:
        return (found.nature("circumstances") or "exceptional") if likeliest == "circumstances" else likeliest
    surest = max(("private", *KEEPS), key=found.surest)
    return surest if found.surest(surest) >= SENTENCE else None


def _is_kept_beside(found: Meaning) -> bool:
    """Whether a subject or a quotation is for the team; a few words are weak evidence, so that more is wanted."""
    return bool(found.mark) or found.of(*FOR_TEAM) >= BESIDE


def may_be_for_the_team(found: Meaning, *, reminded: bool = False) -> bool:
    """Whether some of it may be for the team alone, so that its writer is asked; `reminded` where it answers a
    reminder, so that it may be why nothing comes."""
    surest = max(found.surest("private", *KEEPS), found.aside(*FOR_TEAM))
    doubt = DOUBT_IN_TALK if not reminded and found.of(found.best) >= LIKELIER else DOUBT
    return found.cut or bool(found.mark) or surest >= DOUBTFUL or found.of(*FOR_TEAM) >= doubt
