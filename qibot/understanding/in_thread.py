"""What a message in an enrolment's matter is: a command, a word to be kept, or what its sender's words mean."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    TEAM_READERS,
    Arrival,
    CapacityEnded,
    CircumstancesReported,
    CommandUnclear,
    ContactReported,
    DateNamed,
    Event,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    SupportNeeded,
    WhichAsked,
    bare_topic,
    readers_of,
)
from qibot.expression import expression
from qibot.model import Case, Letter, Role, Seen, Status
from qibot.understanding.commands.command import private_subject
from qibot.understanding.commands.copied import plainly_copied
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.corrections.put_right import put_right
from qibot.understanding.hearing.gravely import unless_grave
from qibot.understanding.hearing.of_the_other import unless_of_another
from qibot.understanding.hearing.said_beside import with_circumstances, with_words
from qibot.understanding.hearing.said_by import said_by
from qibot.understanding.hearing.said_elsewhere import of_waiting
from qibot.understanding.hearing.staying import kept_back, not_relayed, of_the_team, was_for_reader_alone
from qibot.understanding.managers.about_whom import told_of_them
from qibot.understanding.managers.among_three import among_three
from qibot.understanding.managers.with_mentor import with_mentor
from qibot.understanding.managers.words import FOR_TEAM, HEARD
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.kept import answers_kept, has_told, is_about_kept
from qibot.understanding.matter.wording import meant, says_more
from qibot.understanding.mentors.confided import may_be_kept
from qibot.understanding.mentors.named_report import of_named_report
from qibot.understanding.mentors.of_the_notes import of_the_notes
from qibot.understanding.mentors.own_illness import with_own_illness
from qibot.understanding.persons.spoken_to import to_whom
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.senders.machines import by_its_moment
from qibot.understanding.team.denial import of_resting
from qibot.understanding.team.talk import CALL_THEM, OF_TEAM, is_talk
from qibot.understanding.team.words import of_team

_OWN_REPORT = expression(r"\bmy own (?:\w+ )?(?:reports?|project|one|work)\b", re.IGNORECASE)


def in_thread(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    """What has happened in an enrolment, by a message in its matter."""
    roles = [p.role for p in context.parts if p.case.unit == case.unit]
    if context.team and not roles:
        roles = [Role.TEAM]
    if not roles:
        return MessageUnplaced(arrival, "it answers a letter about somebody with whom its sender has nothing to do")
    if case.enrolment.status not in (Status.ACTIVE, Status.COMPLETED):
        return _at_rest(arrival, context, case, roles[0], almanac)
    role = roles[0]
    answered = answered_letter(arrival, case)
    if answered is not None and answered.moved is not None:  # what it was about has been filed anew since
        context = replace(context, number=answered.moved)
    if (ordered := _ordered(arrival, context, case, role, almanac)) is not None:
        said = with_words(ordered, arrival, context, case, role, almanac)
        return unless_grave(said, arrival, case, role, almanac) if isinstance(said, ContactReported) else said
    if role is Role.TEAM:
        return _of_team(arrival, context, case, answered, almanac)
    if (timely := by_its_moment(arrival, case, context.number, role, answered, almanac)) is not None:
        return timely
    right = put_right(arrival, context, case, role, answered, almanac)
    if (settled := right or _not_to_be_passed_on(arrival, context, case, role, answered)) is not None:
        return settled
    said, context = of_named_report(
        arrival, context, case, role, almanac, lambda of: said_by(arrival, of, case, role, answered, almanac)
    )
    said = _own_too(said, arrival, context, role, almanac)
    if role is Role.MENTOR and not isinstance(said, WhichAsked):
        said = with_own_illness(said, arrival, [case], almanac)
    stays, reports = _stays(arrival, context, case, role, answered, almanac)
    if stays:
        return kept_back(said, arrival, case, context.number, role, reports=reports)
    found = meant(arrival, context, case, role, answered)
    if answered is not None and was_for_reader_alone(answered):
        said = of_waiting(
            said, arrival, case, answered, found,
            lambda n: said_by(arrival, replace(context, number=n), case, role, answered, almanac),
        )  # fmt: skip
        said = not_relayed(said, arrival, case, context.number, role, answered, found, almanac)
    said = to_whom(said, arrival, case, role, answered, found, almanac)
    said = among_three(with_mentor(said, arrival, case, found), arrival, case, found, almanac)
    said = unless_of_another(said, arrival, context, case, almanac)
    said = (
        with_own_illness(said, arrival, [case], almanac)
        if role is Role.MENTOR and not isinstance(said, WhichAsked)
        else said
    )
    return unless_grave(said, arrival, case, role, almanac)


def _stays(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> tuple[bool, bool]:
    """Whether its words stay with the team, for what it answers was kept, or isn't for everybody's eyes; and whether a
    report goes on all the same."""
    if answered is not None and _had_in_copy(answered, case, role):
        return True, False
    mark = answers_kept(arrival.mail, case, context.desk, almanac.config.programme.team)
    if answered is not None and not mark and is_about_kept(answered, case) and not _is_anothers(answered, case, role):
        mark = answered.cause
    wanted = answered is not None and answered.name == "ask_document"  # it was kept, and its document asked for
    return bool(mark), bool(mark) and (wanted or has_told(mark, case))


def _is_anothers(letter: Letter, case: Case, role: Role) -> bool:
    """Whether the words that a letter of ours is about are somebody else's, whom it doesn't show to its reader: a
    mentor who hears of a difficulty never saw what was told."""
    seen = case.get(Seen, letter.cause)
    return was_for_reader_alone(letter) and seen is not None and seen.by not in ("", role, Role.TEAM)


def _ordered(arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac) -> Event | None:
    """The command that it gives, or what a mentor says plainly of a copy that the manager hasn't got."""
    ordered = order_in(arrival, context, case, [role], almanac)
    if ordered is not None or role is not Role.MENTOR:
        return ordered
    return plainly_copied(Given(arrival, case, context.number, role, "", almanac, context=context))


def _at_rest(arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac) -> Event:
    """What comes of an enrolment that is paused or withdrawn: the team's word on it; what is for the team; else
    what was still on its way."""
    if context.team and (ordered := order_in(arrival, context, case, [], almanac)) is not None:
        return ordered
    if role is Role.TEAM:
        return of_resting(arrival, context, case, almanac.day(arrival.arrived))
    e, found = case.enrolment, meant(arrival, context, case, role, None)
    kept = may_be_kept(arrival, found) or found.of(*FOR_TEAM) >= HEARD
    if kept and not arrival.mail.sends:  # the letter about what waits comes later, and without its words
        return told_of_them(arrival, Part(role, case))
    offered = case.unit if e.status is Status.PAUSED else ""
    return MessageUnplaced(arrival, f"the enrolment of {e.practitioner.name} is {e.status}", offered=offered)


def _own_too(event: Event, arrival: Arrival, context: Context, role: Role, almanac: Almanac) -> Event:
    """The event of a mentor who is a practitioner, too, and with it what keeps them from their own report: where they
    speak of that, or what befell them is why they can't go on."""
    told = CapacityEnded | SupportNeeded | DateNamed | CommandUnclear
    if role is not Role.MENTOR or not isinstance(event, told):
        return event
    both = with_circumstances(event, arrival, replace(context, case=None, number=0), almanac)
    grave = any(isinstance(x, CircumstancesReported) and x.nature == "exceptional" for x in both.arrival.beside)
    says = _OWN_REPORT.search(arrival.mail.top) is not None
    return both if says or (grave and isinstance(event, CapacityEnded)) else event


def _of_team(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What the team says: a decision in answer to what was for it, else a word to the others, or talk of them."""
    if answers_kept(arrival.mail, case, context.desk, almanac.config.programme.team):
        said = of_team(arrival, context, case, answered, almanac)
        return of_the_team(said, arrival, case, context.number)
    if answered is None or _is_secret(answered, case) or _is_private_confirmation(answered, case):
        return of_team(arrival, context, case, answered, almanac)
    if is_talk(arrival, context, case):
        return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, OF_TEAM, CALL_THEM)
    return MessageReceived(arrival, case.unit, context.number, Role.TEAM)


def _is_private_confirmation(letter: Letter, case: Case) -> bool:
    return letter.name == "confirm_command" or is_about_kept(letter, case)


def _is_secret(letter: Letter, case: Case) -> bool:
    """Whether what answers this letter is passed on to nobody: it was for the team, and the practitioner hasn't seen
    it."""
    seen = set(case.enrolment.practitioner.addresses) & set(letter.recipients)
    return not seen and readers_of(letter.name) == TEAM_READERS


def _had_in_copy(letter: Letter, case: Case, role: Role) -> bool:
    """Whether it is such a letter, and a mentor or manager had it in copy: an escalation. What they answer is said to
    those who read it; the practitioner, and whoever of the two hasn't seen it, gets none of it."""
    e = case.enrolment
    person = {Role.MENTOR: e.mentor, Role.MANAGER: e.manager}.get(role)
    return person is not None and bool(set(person.addresses) & set(letter.recipients)) and _is_secret(letter, case)


def _not_to_be_passed_on(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None
) -> Event | None:
    """What answers a letter that isn't for everybody's eyes stays here; a word of thanks to a confirmation, too."""
    if role is Role.MENTOR and (noted := of_the_notes(arrival, context)) is not None:
        return noted
    thanks = is_gratitude(arrival.mail, names_in(case))
    thanks = thanks and bool(arrival.mail.top.strip() or not says_more(arrival.mail, case, 0))
    copied = answered is not None and _had_in_copy(answered, case, role)
    if answered is not None and (copied or was_for_reader_alone(answered)) and thanks:
        return MessageIgnored(arrival, "an acknowledgement")
    if answered is not None and not copied and _is_secret(answered, case):
        return MessageUnplaced(arrival, "it answers a letter that the practitioner hasn't seen")
    own = answered is None or bare_topic(answered.subject) != bare_topic(arrival.mail.subject)
    if role is Role.MENTOR and own and (word := private_subject(arrival.mail.subject)):
        return MessageUnplaced(arrival, f"its subject says {word}, which is for the team alone, but no line of it does")
    return None
