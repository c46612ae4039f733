"""To whom an answer speaks: who is called by name in it, else whose words it answers.

| it calls, or answers | becomes |
|---|---|
| a manager calls one of the two and speaks of the other, wants somebody left out, or sounds delicate | theirs alone |
| a manager calls nobody, and judges the practitioner or wants somebody left out | they are asked |
| a manager names one of two who have the same first name | they are asked |
| a manager speaks of the practitioner's own life, or of the mentor, to the practitioner | the practitioner's alone |
| … and doesn't show to whom | they are asked |
| any other word of a manager's | to both: a dialogue of three (programme.md, 3) |
| a manager's answer to what they alone got, and calls nobody | its speaker's alone |
| the manager, whose word it answers; of a practitioner also nobody | the manager's alone |
| somebody else than who would get it: the manager, a former mentor | its writer is asked, the manager offered |
| who would get it | as ever |
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, FeedbackReceived, MessageReceived, ReportReceived, WhichAsked
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Choice, Enrolment, Feedback, Letter, Person, Role, Seen
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, Told
from qibot.understanding.names.naming import are_namesakes, greets, speaks_of
from qibot.understanding.persons.hailed_both import hails_both, hails_first_alone, marred_for_both, may_speak_of_one
from qibot.understanding.persons.intimate import is_personal
from qibot.understanding.persons.judgements import called_at, judges, leaves_somebody_out, speaks_of_other
from qibot.understanding.persons.to_all import speaks_to_all
from qibot.understanding.phrases.languages import is_foreign

# Who gets what somebody says; of a mentor's feedback the manager has only a copy.
READERS = {
    Role.PRACTITIONER: frozenset({Role.MENTOR}),
    Role.MENTOR: frozenset({Role.PRACTITIONER}),
    Role.MANAGER: frozenset({Role.PRACTITIONER, Role.MENTOR}),
}
_CALLED = {"PRAC-V": Role.PRACTITIONER, "MENT-V": Role.MENTOR, "MGR-V": Role.MANAGER}
_TOKENS = {role: token.removesuffix("-V") for token, role in _CALLED.items()}
_OTHERS = {"SOMEBODY-V", "OTHER-V", "TEAM-V", *_CALLED}
_SIDE_BY_SIDE = frozenset({"mentor", "colleague", "practitioner", "manager", "head", "boss", "friend", "mentee"})
_HEADS = expression(r"\W*[\w'’-]+\s*(?:[:–—?]|-\s)")  # “Ann: no word since May” speaks of her
_TO_YOU = {"you", "your", "you're", "you've", "you'll", "you'd", "yours", "we", "we'll", "our", "us", "let's"}
_TO_THEM = {*_TO_YOU, "i", "i'm", "i've", "i'll", "shall"}
# “thank you”, “see you” speak to nobody in particular; “not you” to somebody else
_POLITELY = (["thank"], ["see"], ["not"])
_HELLO = {"hi", "hello", "hey", "hiya", "hallo", "dear", "morning", "afternoon", "evening", "welcome"}
DELICATE = 0.04  # from which a word to one of the two sounds so
_COVERING = 15  # words that merely send a report


def to_whom(
    event: Event, arrival: Arrival, case: Case, role: Role, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event:
    """The event: as it is where it calls who would get it, to one alone where it is for one (the table above); or the
    question for whom it is. The covering words of a report that answers a former mentor's go to the team alone."""
    readers = READERS.get(role, frozenset())
    if role is Role.MANAGER and isinstance(event, MessageReceived) and may_be_of_either(arrival, case):
        return event if have_it(event, case, role) else asked_of_manager(arrival, case, event.number, almanac)
    called = called_in(found) - {role}
    surely = surely_called(arrival, case, found) if role is Role.MANAGER else called
    talks = role is Role.MANAGER and isinstance(event, MessageReceived) and event.to is None
    if talks and (alone := _personally(event, arrival, case, found, surely, almanac)) is not None:
        return alone
    if called & readers and (surely & readers or not is_about_them(arrival, found)):
        for_one = role is Role.MANAGER and not is_foreign(arrival.mail.top)
        for_one = for_one and (
            _is_for_one(found, called) or hails_first_alone(arrival.mail.top, case.enrolment) in surely
        )
        return unless_marred(to_one(event, arrival, case, found) if for_one else event, arrival, case, almanac)
    if not readers:
        return event
    speaker, gone = _speaker(arrival, case, answered)
    if isinstance(event, ReportReceived) and gone and len(arrival.mail.top.split()) > _COVERING:
        return replace(event, apart=event.apart or "private")  # its words were written to who mentors no longer
    if not isinstance(event, MessageReceived | FeedbackReceived) or have_it(event, case, role):
        return event
    if (alone := _answers_alone(event, arrival, case, surely, speaker, answered)) is not None:
        return alone
    if role is Role.MANAGER and isinstance(event, MessageReceived) and is_about_them(arrival, found):
        return asked_of_manager(arrival, case, event.number, almanac)
    other = speaker is not None and speaker not in {*readers, role} and not speaks_to_all(arrival.mail.top)
    if not (called or gone or other):
        return event
    asked = doubtful(arrival, case, event.number, role, almanac)
    return with_manager(asked, case, event.number) if Role.MANAGER in {*called, speaker} else asked


def _personally(
    event: Event, arrival: Arrival, case: Case, found: Meaning, called: Collection[Role], almanac: Almanac
) -> Event | None:
    """What is for the practitioner alone in a manager's talk, who has it or is called there: of their own life, of the
    mentor, or by its words for the two of them. Where neither is shown, its writer is asked. None of anything else."""
    e, mail = case.enrolment, arrival.mail
    if not isinstance(event, MessageReceived) or have_it(event, case, Role.MANAGER):
        return None
    if _has(e.mentor, mail) or Role.MENTOR in called or hails_first_alone(mail.top, e) is Role.MENTOR:
        return None
    personal = is_personal(mail.own_text, e.mentor, e.practitioner)
    to_all = speaks_to_all(mail.top)
    if (to_all and not (personal and called == {Role.PRACTITIONER})) or not (personal or leaves_somebody_out(found)):
        return None
    both = to_all or hails_both(mail.top, e)
    if (called == {Role.PRACTITIONER} and not both) or _has(e.practitioner, mail):
        return replace(event, to=Role.PRACTITIONER)
    return asked_of_manager(arrival, case, event.number, almanac) if both or not called else None


def may_be_either(arrival: Arrival, case: Case) -> bool:
    """Whether a manager's words name practitioner and mentor by the one first name that both have."""
    e = case.enrolment
    said = f"{arrival.mail.subject}\n{arrival.mail.own_text[:MOST_CHARACTERS]}"
    return are_namesakes(e.practitioner, e.mentor) and (speaks_of(e.practitioner, said) or speaks_of(e.mentor, said))


def may_be_of_either(arrival: Arrival, case: Case) -> bool:
    """Whether a manager's words may call one of the two and speak of the other."""
    return may_be_either(arrival, case) or may_speak_of_one(arrival.mail.top, case.enrolment)


def unless_marred(event: Event, arrival: Arrival, case: Case, almanac: Almanac) -> Event:
    """The event; the question about it, where it would tell both no good, with but a comma between their names."""
    talks = isinstance(event, MessageReceived) and event.role is Role.MANAGER and event.to is None
    marred = talks and not speaks_to_all(arrival.mail.top) and marred_for_both(arrival.mail.top, case.enrolment)
    if not marred or have_it(event, case, Role.MANAGER):
        return event
    return asked_of_manager(arrival, case, event.number if isinstance(event, MessageReceived) else 0, almanac)


def called_in(found: Meaning) -> set[Role]:
    """Whom of the enrolment it calls by name."""
    return {_CALLED[word] for told in found.told for word in told.words if word in _CALLED}


def calls_reader(found: Meaning, role: Role, *, surely: bool = True) -> bool:
    """Whether what this one writes calls who would get it by name, nobody else, and speaks of no such one besides: “Hi
    Ann, could we talk on Monday?”. The writer's own name signs it and calls nobody. `surely` it does so by a greeting,
    or beside “you” or “we”: “Ann, of all people!” may be said of her."""
    said = {word for told in found.told for word in told.words}
    own = {f"{token}-V" for one, token in _TOKENS.items() if one in {role, *READERS[role]}}
    theirs = {f"{_TOKENS[one]}-V" for one in READERS[role]}
    greets = any(_greets(told, theirs) for told in found.told)
    if said & (_OTHERS - own) or ("THEY" in said and not (greets and role is Role.MANAGER)):
        return False
    called = {w for told in found.told for n, w in enumerate(told.words) if w in theirs and _calls(told, n)}
    if role is not Role.MANAGER and any(w.removesuffix("-V") in said for w in called):  # who may speak of the other
        return False
    return bool(called) and (
        not surely or greets or any(_speaks_to(told, n == 0, called) for n, told in enumerate(found.told))
    )


def _calls(told: Told, n: int) -> bool:
    """Whether a name there calls, and isn't set beside what somebody is (“my mentor, Ann, …”) or a heading."""
    heads = n == 0 and _HEADS.match(told.text) is not None and not _TO_THEM & set(told.words)
    return not heads and (n == 0 or told.words[n - 1] not in _SIDE_BY_SIDE)


def _greets(told: Told, them: Collection[str]) -> bool:
    """Whether a sentence greets one of these: “Hi Ann, …”."""
    at = next((n for n, word in enumerate(told.words) if word in them), 0)
    return bool(_HELLO & set(told.words[:at]))


def _speaks_to(told: Told, opens: bool, called: Collection[str]) -> bool:
    """Whether a sentence says “you” or “we” beside the name of one who is called; one that `opens` the mail may be the
    name alone."""
    if not set(called) & set(told.words):
        return False
    alone = opens and len(told.words) == 1 and told.text.rstrip()[-1:] not in (".", "!", "?")
    return alone or any(w in _TO_YOU and told.words[n - 1 : n] not in _POLITELY for n, w in enumerate(told.words))


def surely_called(arrival: Arrival, case: Case, found: Meaning) -> set[Role]:
    """Whom of the enrolment it calls, and doesn't perhaps speak of: “Jo can use the hall”, “Hi Ann, Jo told me …”."""
    said = {_CALLED[told.words[n]] for told in found.told for n in called_at(told.words) if told.words[n] in _CALLED}
    return said | {r for r, p in _people(case.enrolment).items() if greets(p, arrival.mail.own_text[:MOST_CHARACTERS])}


def to_one(event: Event, arrival: Arrival, case: Case, found: Meaning) -> Event:
    """A manager's word that calls one of the two is that one's alone; the question about it offers them alone."""
    first = hails_first_alone(arrival.mail.top, case.enrolment)
    readers = READERS[Role.MANAGER] & (surely_called(arrival, case, found) if first is None else {first})
    if len(readers) != 1 or getattr(event, "role", None) is not Role.MANAGER or speaks_to_all(arrival.mail.top):
        return event
    if hails_both(arrival.mail.top, case.enrolment) and not leaves_somebody_out(found):
        return event
    (one,) = readers
    if isinstance(event, MessageReceived):
        return replace(event, to=one)
    if isinstance(event, WhichAsked):
        label = f"It is a message to {_people(case.enrolment)[one].name} alone"
        choices = tuple(
            replace(c, to=one, label=label) if (c.kind, c.unit) == ("message", case.unit) else c for c in event.choices
        )
        return replace(event, choices=choices, labels=tuple(c.label for c in choices))
    return event


def _is_for_one(found: Meaning, called: Collection[Role]) -> bool:
    """Whether what calls one of the two may be nothing for the other: it speaks of them, asks that they be left out,
    or sounds a little like a word for the team."""
    ones = READERS[Role.MANAGER] & set(called)
    spoken = any(speaks_of_other(found, one) for one in ones)
    return spoken or leaves_somebody_out(found) or found.of("private", "circumstances", "leaving") >= DELICATE


def is_about_them(arrival: Arrival, found: Meaning) -> bool:
    """Whether what calls nobody is about the practitioner rather than to them; a greeting of both says for whom."""
    return not speaks_to_all(arrival.mail.top) and (judges(found) or leaves_somebody_out(found))


def asked_of_manager(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> WhichAsked:
    """The question to a manager: for both, for one of them, or for the team."""
    asked, people = doubtful(arrival, case, number, Role.MANAGER, almanac), _people(case.enrolment)
    ones = [
        Choice("message", case.unit, number, f"It is a message to {people[one].name} alone", to=one)
        for one in (Role.MENTOR, Role.PRACTITIONER)
    ]
    choices = (*ones, *asked.choices)
    return replace(asked, choices=choices, labels=tuple(c.label for c in choices))


def have_it(event: Event, case: Case, role: Role) -> bool:
    """Whether it is a message that all to whom it would be passed on have already."""
    readers = READERS.get(role, READERS[Role.MANAGER])
    people = [p for r, p in _people(case.enrolment).items() if r in readers]
    to = set(event.arrival.mail.to)
    return isinstance(event, MessageReceived) and all(set(p.addresses) & to for p in people)


def _has(person: Person, mail: Mail) -> bool:
    return bool(set(person.addresses) & set(mail.to))


def _answers_alone(
    event: MessageReceived | FeedbackReceived,
    arrival: Arrival,
    case: Case,
    called: Collection[Role],
    speaker: Role | None,
    answered: Letter | None,
) -> MessageReceived | None:
    """The answer to what its speaker said to this one alone, or to a manager's word; None of anything else. What a
    mentor says there is the manager's only where it calls them: it may be for the practitioner."""
    if speaker is None or answered is None or answered.name != "relay_message" or speaks_to_all(arrival.mail.top):
        return None
    role = getattr(event, "role", Role.MENTOR)
    if role is Role.MANAGER:
        got = {r for r, p in _people(case.enrolment).items() if set(p.addresses) & set(answered.recipients)}
        alone = not called and speaker in READERS[role] and not got & READERS[role]
        return replace(event, to=speaker) if alone and isinstance(event, MessageReceived) else None
    enough = set(called) == {Role.MANAGER} or (not called and role is Role.PRACTITIONER)
    if speaker is not Role.MANAGER or case.enrolment.manager is None or not enough:
        return None
    return MessageReceived(arrival, case.unit, event.number, role, to=Role.MANAGER)


def with_manager(asked: WhichAsked, case: Case, number: int) -> WhichAsked:
    """The question, with the manager offered first."""
    if (manager := case.enrolment.manager) is None:
        return asked
    label = f"It is a message to {manager.name}, and to nobody else"
    choices = (Choice("message", case.unit, number, label, to=Role.MANAGER), *asked.choices)
    return replace(asked, choices=choices, labels=tuple(c.label for c in choices))


def _people(e: Enrolment) -> dict[Role, Person]:
    """Who plays which part in an enrolment."""
    both = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor}
    return both if e.manager is None else {**both, Role.MANAGER: e.manager}


def speaker_of(arrival: Arrival, case: Case, answered: Letter | None) -> Role | None:
    """Whose words it answers, where that is known."""
    return _speaker(arrival, case, answered)[0]


def _speaker(arrival: Arrival, case: Case, answered: Letter | None) -> tuple[Role | None, bool]:
    """Whose words it answers, where that is known; and whether that was a mentor who has no part any more."""
    if answered is None:
        ids = {x.lower() for x in (*arrival.mail.in_reply_to, *arrival.mail.references)}
        given = [f for f in case.all(Feedback).values() if f.message_id and f.message_id.lower() in ids]
        return (Role.MENTOR, _is_before(given[-1].arrived, case)) if given else (None, False)
    if answered.name == "relay_feedback":
        return Role.MENTOR, _is_before(answered.made, case)
    seen = case.get(Seen, answered.cause) if answered.name == "relay_message" else None
    speaker = next((r for r in Role if seen is not None and seen.by == r), None)
    return speaker, speaker is Role.MENTOR and _is_before(answered.made, case)


def _is_before(moment: datetime, case: Case) -> bool:
    """Whether that was before the present mentor came."""
    return any(x.name == "tell_new_mentor" and moment <= x.made for x in case.letters.values())
