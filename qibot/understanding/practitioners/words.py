"""What a practitioner's mail is, by what its words mean and what came with it (programme.md, 3a).

| they say | becomes | an error costs |
|---|---|---|
| something in confidence, about their mentor | to the team alone | the worst: the mentor reads it |
| they would have another mentor (another_mentor.py) | the same; compared with another: asked | the same |
| illness, an emergency, workload, leave; asks for time | to the team, the ladder held | the same, or a chase |
| they leave, stop or pause | to the team, held likewise | the same |
| the same beside a report | the report; its covering words go to the team alone | the same |
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

from qibot.calendar import Almanac, delayed_report
from qibot.events import (
    Acknowledged,
    Arrival,
    CircumstancesReported,
    ContactReported,
    Event,
    MessageReceived,
    ReportReceived,
    ToldInConfidence,
    WhichAsked,
)
from qibot.message import Mail, told_apart, words_apart
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.typed_apart import says_apart
from qibot.understanding.matter.wording import is_marked, meant, says_more, setting
from qibot.understanding.meaning import Meaning, Setting
from qibot.understanding.meaning.families import families_in
from qibot.understanding.names.file_names import speaks_of_mentor
from qibot.understanding.persons.spoken_to import called_in, speaker_of
from qibot.understanding.phrases.courtesy import adds_to_thanks, is_acknowledgement, is_short, names_in
from qibot.understanding.phrases.in_few_words import (
    answers_check_in,
    answers_reminder,
    is_all_polite,
    is_polite,
    may_be_reason,
    names_reason,
)
from qibot.understanding.phrases.languages import is_foreign, may_be_delicate
from qibot.understanding.phrases.overruled import leaves
from qibot.understanding.phrases.promised import spoken_on
from qibot.understanding.phrases.talks import tells_of_none
from qibot.understanding.practitioners.another_mentor import Mentors, other_mentors, said_of_mentors
from qibot.understanding.practitioners.covering_words import told_beside
from qibot.understanding.practitioners.oblique import is_of_mentor, is_only_of_mentor
from qibot.understanding.practitioners.own_cause import (
    asks_for_another_meeting,
    asks_the_manager,
    is_kept_cause,
    is_no_cause,
    may_tell_why,
)
from qibot.understanding.practitioners.own_papers import brings_own_papers
from qibot.understanding.practitioners.said_sent import sent_elsewhere
from qibot.understanding.practitioners.will_send import still_to_come, will_send
from qibot.understanding.reports.arrived import asks_more, asks_nothing_else, asks_whether_it_came, what_is_on_record
from qibot.understanding.reports.pages import (
    has_link,
    is_link_alone,
    may_hand_over,
    pages_in,
    speaks_of_another,
    tells_of_trouble,
    with_pages,
)
from qibot.understanding.reports.said_jointly import says_joint
from qibot.understanding.reports.sending import (
    FOR_TEAM,
    HEARD,
    PLAIN,
    SHORT,
    SLIGHTLY,
    brings_again,
    by_subject_alone,
    forgotten,
    is_forgotten,
    is_owed,
    is_report,
    report_or_message,
    says_attached,
    sends_report,
)
from qibot.understanding.reports.supplements import is_supplement
from qibot.understanding.senders.machines import of_machine, of_meeting

DOUBT, SENTENCE, FITTING = 0.2, 0.8, 0.1  # from which it may be; one sentence of it, where the rest agrees so far
NATURES = ("exceptional", "time", "workload", "leave")  # of circumstances
AGREES = 0.03  # … a mark of privacy is no slip of words, where nothing is sent that goes on without them
UNCLEAR = 0.7  # from which nobody could tell what a mail is
TALK, GRAVE = 0.6, 0.05  # … it is talk, and what is graver than a question of time isn't in it
SUBJECT = 0.7  # from which a subject, or what is quoted, is for the team
COVERING = 0.18  # from which a report's covering words are for the team
HINTED, BESIDE = 0.95, 0.12  # … or one sentence of them, where the rest agrees so far
JOINTLY = 0.42  # … of a joint report: words that speak of somebody else sound so (what they tell of them: joint.py)
BEFELL = frozenset(["@ill", "@death", "@calamity"])  # beside a promise, too: “will do it tomorrow, migraine”
TYPED = 0.9  # … one sentence of a report that is typed
_SAYS_EXCEPTIONAL = re.compile(
    r"(?<!\bno )(?<!\bnot )(?<!\bany )(?<!\bwithout )\bexceptional circumstances?\b"
    r"|^[^\w\n]*(?-i:EXCEPTIONAL)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def of_practitioner(
    arrival: Arrival, context: Context, case: Case, number: int, answered: Letter | None, almanac: Almanac
) -> Event:
    """What a practitioner's mail about an enrolment is; `number` is the matter's, 0 for a mail that answers nothing."""
    thread = None if context.case is None else number
    found = meant(arrival, context, case, Role.PRACTITIONER, answered)
    hands_over = _hands_over(arrival.mail, case, answered, found)
    elsewhere = _leads_elsewhere(arrival.mail, case, found)
    short = len(arrival.mail.top.split()) < SHORT  # what is longer may be typed, with a link in it
    if hands_over and not elsewhere:
        arrival = replace(arrival, mail=with_pages(arrival.mail))
    if is_foreign(arrival.mail.top) and not of_meeting(arrival.mail):
        return _in_another_language(arrival, case, thread, found, almanac)
    asks = asks_whether_it_came(arrival.mail)
    sent = not (asks or (elsewhere and short) or of_meeting(arrival.mail)) and sends_report(
        arrival, case, thread, found, almanac
    )
    typed = not (arrival.mail.sends or links_in(arrival.mail))
    again = sent and not typed and brings_again(arrival, case, thread, almanac)
    covering = sent and not typed
    brings = covering or (not sent and says_attached(arrival.mail))
    beside = setting(arrival, context, case, Role.PRACTITIONER, answered) if brings and not again else None
    why = (
        None
        if asks and not found.mark and asks_nothing_else(arrival.mail)
        else _why(arrival, context, case, found, sent, beside)
    )
    otherwise = None if sent else _sends_otherwise(arrival, case, number, why, found, answered, almanac)
    if otherwise is not None:
        return otherwise
    if not sent and says_attached(arrival.mail):  # such words stand beside a report, too, though it was forgotten
        why = why or for_the_team(found, arrival.mail.top, COVERING, covering=True)
        if why is not None:
            heard_of = _to_team(arrival, case, number, why, found, almanac)
            asked = forgotten(arrival, case, number, almanac)
            return replace(heard_of, arrival=replace(arrival, beside=(*arrival.beside, asked)))
    asks_for_time = not sent and why in (None, "time", "workload", "leave") and asks_the_manager(arrival.mail, found)
    no_cause = why in NATURES and not sent and is_no_cause(found, arrival.mail, answered, names_in(case))
    plainly_talk = asks_for_time or no_cause
    why = None if plainly_talk else why
    if why is not None and (again or not sent):
        return _kept(arrival, case, number, why, found, answered, almanac)
    withheld = hands_over and elsewhere and short
    if withheld or ((covering or not sent) and _brings_private(arrival.mail, case, found, heard=why is not None)):
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    if why is not None and not (typed and _is_only_the_report(found)):
        return _parted(arrival, case, thread, why, almanac)
    if (machine := of_machine(arrival, found, Role.PRACTITIONER, almanac, answered)) is not None:
        return machine
    plain = sent or of_meeting(arrival.mail) or plainly_talk or (asks and asks_nothing_else(arrival.mail))
    doubted = not plain and may_be_for_the_team(found) and not _is_talk_of_time(arrival, case, found, answered)
    doubted = doubted or (not plain and may_tell_why(arrival.mail, answered, names_in(case)))
    doubted = doubted or _is_of_mentor(arrival, context, case, found, answered, sent=sent)
    if doubted or any(x.mark or x.of(*FOR_TEAM) >= SUBJECT for x in found.beside):
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    along = sent and is_supplement(arrival, case, thread, almanac)
    if sent and not along and not (again and asks_more(arrival.mail)):  # what is asked beside it is new
        return report_or_message(arrival, case, thread, almanac)
    return _of_words(arrival, case, number, found, almanac, answered, asks=asks, thread=thread)


def _sends_otherwise(
    arrival: Arrival,
    case: Case,
    number: int,
    why: str | None,
    found: Meaning,
    answered: Letter | None,
    almanac: Almanac,
) -> Event | None:
    """That it is said to have been sent, or is promised in time; None of anything else."""
    told = sent_elsewhere(arrival, case, number, why, found, answered, almanac)
    if told is None and answered is not None and says_apart(arrival.mail, case):
        return None  # what stands above it isn't all that is said
    if told is None and will_send(arrival, case, number, found, answered, almanac):
        return Acknowledged(arrival, case.unit, number, Role.PRACTITIONER)
    return told


def _kept(
    arrival: Arrival, case: Case, number: int, why: str, found: Meaning, answered: Letter | None, almanac: Almanac
) -> Event:
    """What is for the team; the question where it may be no circumstances, or nobody leaves."""
    mail = arrival.mail
    of_mentor = why in NATURES and is_only_of_mentor(found, mail, answered)
    stays = why == "leaving" and not found.mark and is_short(mail) and not leaves(mail.top)
    if of_mentor or stays:
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    return _to_team(arrival, case, number, why, found, almanac)


def _is_of_mentor(
    arrival: Arrival, context: Context, case: Case, found: Meaning, answered: Letter | None, *, sent: bool
) -> bool:
    """Whether it may be of the mentor. Beside documents such words are parted already, a typed report has them."""
    said = _of_mentors(arrival, context, case)
    if said is not None and not (said is Mentors.COMPARED and found.speaks_of("MENT-V")):
        return not (sent and (arrival.mail.sends or links_in(arrival.mail)))
    return not (sent or of_meeting(arrival.mail)) and is_of_mentor(found, answered)


def _of_mentors(arrival: Arrival, context: Context, case: Case) -> Mentors | None:
    others = other_mentors(case.enrolment, context.people.enrolments.values())
    return said_of_mentors(arrival.mail.top, case.enrolment.mentor, others)


def _hands_over(mail: Mail, case: Case, answered: Letter | None, found: Meaning) -> bool:
    """Whether its words hand a report over, or a link alone does, to which a letter of ours has asked for one."""
    asked_for = answers_reminder(answered) or (answered is not None and answered.name == "ask_document")
    plainly = found.of("report") >= max(PLAIN, found.of(*FOR_TEAM))
    return plainly or (asked_for and is_link_alone(mail, case))


def _leads_elsewhere(mail: Mail, case: Case, found: Meaning) -> bool:
    """Whether nothing comes with it but a link to something else than its writer's report."""
    if mail.sends or not _leads(mail):
        return False
    private = brings_own_papers(mail, heard=may_be_for_the_team(found))
    if private or links_in(mail):
        return private
    if is_link_alone(mail, case):
        return tells_of_trouble(mail)
    told = may_hand_over(mail) or found.surest("content") >= SLIGHTLY
    return speaks_of_another(mail) or (not told and bool(pages_in(mail)))


def _brings_private(mail: Mail, case: Case, found: Meaning, *, heard: bool) -> bool:
    """Whether what is attached, or lies behind a link, may be a private paper, or is called by a word of the mentor."""
    if speaks_of_mentor(case, [d.name for d in mail.sends]):
        return True
    leads = bool(mail.sends) or _leads(mail)
    return leads and brings_own_papers(mail, heard=heard or may_be_for_the_team(found))


def _leads(mail: Mail) -> bool:
    return bool(links_in(mail)) or has_link(mail)


def _why(
    arrival: Arrival, context: Context, case: Case, found: Meaning, sent: bool, beside: Setting | None
) -> str | None:
    """What of it is for the team alone, by what stands `beside` a document, too."""
    mail, covering = arrival.mail, sent and bool(arrival.mail.sends or links_in(arrival.mail))
    heard = SUBJECT if of_meeting(mail) else _heard_beside(arrival) if covering else HEARD
    why = for_the_team(found, mail.top, heard, covering=covering, sent=sent)
    if why in ("time", "workload", "leave") and (
        asks_for_another_meeting(mail, found) or asks_the_manager(mail, found)
    ):
        return None
    if why is None and beside is not None:
        why = told_beside(mail, case, beside, jointly=says_joint(mail))
    if why is None and (said := _of_mentors(arrival, context, case)) is not None:
        to_team = covering or (said is Mentors.WISH and not sent and not found.speaks_of("MENT-V"))
        return "private" if to_team else None
    return why


def _is_talk_of_time(arrival: Arrival, case: Case, found: Meaning, answered: Letter | None) -> bool:
    """Whether it is talk with the manager, whose word it answers: what may be a question of time is theirs, too."""
    if answered is None or speaker_of(arrival, case, answered) is not Role.MANAGER or found.mark or found.cut:
        return False
    grave = found.of("private", "leaving") + found.likely.get("circumstances exceptional", 0.0)
    return found.of("message") >= TALK and grave < GRAVE and Role.MENTOR not in called_in(found)


def _of_words(
    arrival: Arrival,
    case: Case,
    number: int,
    found: Meaning,
    almanac: Almanac,
    answered: Letter | None,
    *,
    asks: bool,
    thread: int | None,
) -> Event:
    """What is no report and nothing for the team: it goes to the mentor, or to nobody."""
    if of_meeting(arrival.mail):
        return MessageReceived(arrival, case.unit, number, Role.PRACTITIONER)
    if asks and (answer := what_is_on_record(arrival, case, thread, almanac)) is not None:
        return answer
    if is_forgotten(arrival, found, case, almanac):
        return forgotten(arrival, case, number, almanac)
    if (promised := still_to_come(arrival, case, number, answered, almanac)) is not None:
        return promised
    if found.of("ask") >= UNCLEAR and not says_more(arrival.mail, case, 0):
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    if thread is None and by_subject_alone(arrival, almanac) and not _is_plain_talk(found):
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    talk = _of_talk(arrival, case, number, found, almanac, answered)
    befell = (
        answers_reminder(answered) and is_short(arrival.mail) and not BEFELL.isdisjoint(families_in(arrival.mail.top))
    )
    if talk is None and befell:
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    return talk or MessageReceived(
        arrival, case.unit, number, Role.PRACTITIONER, asked=thread is None or bool(arrival.mail.files)
    )


def _heard_beside(arrival: Arrival) -> float:
    return JOINTLY if says_joint(arrival.mail) else COVERING


def _in_another_language(arrival: Arrival, case: Case, thread: int | None, found: Meaning, almanac: Almanac) -> Event:
    """Nothing is guessed at: a report by what came, a word of thanks, else a message; its writer is asked where it
    bears a mark of privacy or has a word that may be delicate. Such words beside a document stay with the team."""
    delicate = may_be_delicate(arrival.mail.top, name_words([case.enrolment.mentor]))
    if delicate and not is_marked(found) and (arrival.mail.files or links_in(arrival.mail)):
        return _parted(arrival, case, thread, "private", almanac)
    if delicate or is_marked(found):
        return doubtful(arrival, case, thread or 0, Role.PRACTITIONER, almanac)
    owed = is_report(arrival, almanac) if thread is None else is_owed(arrival, case, thread, almanac)
    if by_subject_alone(arrival, almanac):  # a line may be anything
        owed = owed and len(arrival.mail.top.split()) >= SHORT
    if arrival.mail.files or links_in(arrival.mail) or owed:
        return report_or_message(arrival, case, thread, almanac)
    if is_acknowledgement(arrival.mail, names_in(case)):
        return Acknowledged(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    return MessageReceived(arrival, case.unit, thread or 0, Role.PRACTITIONER, asked=thread is None)


def for_the_team(
    found: Meaning, said: str, heard: float = HEARD, *, covering: bool = False, sent: bool = False
) -> str | None:
    """What of it is for the team alone: “private”, “leaving” or the nature of circumstances; None where nothing is.
    An invitation has few words, so that more must be `heard` in them; in words `covering` a document less is enough, or
    one sentence, since it goes to the mentor all the same."""
    if found.mark and (sent or found.of(*FOR_TEAM) >= AGREES):
        return "private"
    if "except" in said.lower() and _SAYS_EXCEPTIONAL.search(said):  # the search alone takes long
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


def _is_only_the_report(found: Meaning) -> bool:
    """Whether what sounds like a word for the team in a report that is typed is only the project's own story: no
    sentence says it plainly."""
    return not found.mark and found.aside(*FOR_TEAM) < TYPED


def may_be_for_the_team(found: Meaning) -> bool:
    """Whether some of it may be for the team alone, so that its writer is asked."""
    said, aside = found.of(*FOR_TEAM), found.aside(*FOR_TEAM)
    return found.cut or bool(found.mark) or said >= DOUBT or (aside >= SENTENCE and said >= FITTING)


def _to_team(arrival: Arrival, case: Case, number: int, why: str, found: Meaning, almanac: Almanac) -> Event:
    because = found.mark or "weights"
    if why == "private" and is_kept_cause(found, arrival.mail, Role.PRACTITIONER):
        why = "exceptional"
    if why == "private":
        return ToldInConfidence(
            arrival, case.unit, number, Role.PRACTITIONER, words_apart(arrival.mail, case).strip(), because
        )
    delayed = delayed_report(case, number, almanac.day(arrival.arrived), almanac) or 0
    return CircumstancesReported(arrival, case.unit, delayed, why, read=because)


def _parted(arrival: Arrival, case: Case, thread: int | None, why: str, almanac: Almanac) -> Event:
    """A report whose covering words are for the team alone."""
    report = report_or_message(arrival, case, thread, almanac)
    if isinstance(report, ReportReceived):
        return replace(report, apart=why, beside=tuple(replace(x, apart=why) for x in report.beside))
    if isinstance(report, WhichAsked):
        words = told_apart(arrival.mail, case)[0]
        told = ToldInConfidence(arrival, case.unit, thread or 0, Role.PRACTITIONER, words, why, silent=True)
        choices = tuple(replace(c, apart=why) for c in report.choices)
        return replace(report, choices=choices, effects=(*report.effects, told))
    words = words_apart(arrival.mail, case).strip()
    return ToldInConfidence(arrival, case.unit, thread or 0, Role.PRACTITIONER, words, why)


def _is_plain_talk(found: Meaning) -> bool:
    """Whether what stands under a report's subject is plainly a message, thanks or news of a talk, and in no sentence
    something else that nobody would hear of."""
    does = {"nothing": "thanks", "spoke": "spoke"}.get(found.best, "")
    plain = found.best == "message" or (bool(does) and found.is_all(does, "courtesy"))
    return plain and found.of(found.best) >= PLAIN


def _of_talk(
    arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac, answered: Letter | None
) -> Event | None:
    """Thanks, or that the two have spoken; None of anything else. A line in answer to a reminder may be the reason."""
    if arrival.mail.sends or arrival.mail.pictures or says_more(arrival.mail, case):
        return None
    names, thanks = names_in(case), found.best == "nothing" and found.of("nothing") >= PLAIN
    checked = answers_check_in(answered)
    if (checked or answers_reminder(answered)) and not (thanks and is_all_polite(arrival.mail, names)):
        if names_reason(arrival.mail, names, checked=checked):
            return _to_team(arrival, case, number, "exceptional", found, almanac)
        if may_be_reason(arrival.mail, names, checked=checked):
            return doubtful(arrival, case, number, Role.PRACTITIONER, almanac)
    if found.of(found.best) < PLAIN:
        return None
    if found.best == "nothing" and found.is_all("thanks", "courtesy") and not adds_to_thanks(arrival.mail):
        if is_polite(arrival.mail, names):
            return Acknowledged(arrival, case.unit, number, Role.PRACTITIONER)
        about = found.speaks_of("MENT", "THEY")  # what is no thanks may be a word about the mentor
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac) if about else None
    if found.best == "spoke" and tells_of_none(arrival.mail.top):
        # Why they haven't may be a word about the mentor.
        return doubtful(arrival, case, number, Role.PRACTITIONER, almanac) if found.speaks_of("MENT", "THEY") else None
    if found.best == "spoke":
        return ContactReported(arrival, case.unit, number, Role.PRACTITIONER, spoken_on(arrival, almanac))
    return None
