"""A mail's own words with what is known beside them -> what they mean: `Meaning`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qibot.events import Arrival, bare_topic, topic_of
from qibot.expression import expression
from qibot.message import (
    Mail,
    only_in_invitation,
    only_in_page,
    own_words,
    passed_along,
    typed_apart,
    words_apart,
    words_below,
)
from qibot.model import Case, Enrolment, Letter, Person, Role
from qibot.people import name_words
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import (
    MOST_CHARACTERS,
    SIGNS,
    TO_TEAM,
    Meaning,
    Setting,
    also_called,
    folded,
    mark_of,
    meaning,
    said_in,
)
from qibot.understanding.phrases.compared import without_comparison
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.headings import with_team_as_part
from qibot.understanding.phrases.one_line import of_one_line
from qibot.understanding.phrases.overruled import overruled
from qibot.understanding.phrases.persons_named import with_persons_known
from qibot.understanding.phrases.pointed import as_pointer
from qibot.understanding.phrases.reassured import as_reassurance
from qibot.understanding.phrases.relayed import as_told_them
from qibot.understanding.phrases.titles import told_by_titles, with_whose_report

# What a letter of ours is to those who answer it, as the weights know it.
ANSWERS = {
    Role.MENTOR: {"forward_report": "report", "remind_feedback": "reminder", "relay_message": "message",
                  "nudge_contact": "nudge", "forward_charter": "charter"},
    Role.PRACTITIONER: {"receipt": "receipt", "relay_feedback": "feedback", "remind_deadline": "deadline",
                        "remind_missing": "missing", "remind_missing_again": "missing", "relay_message": "message",
                        "check_in": "check_in", "nudge_contact": "nudge", "ask_document": "deadline",
                        "expect_feedback_by": "receipt", "tell_feedback_delayed": "receipt",
                        "tell_extension": "deadline"},
    Role.MANAGER: {"relay_feedback": "feedback", "remind_missing_again": "missing", "remind_missing": "missing",
                   "relay_message": "message"},
    Role.TEAM: {"ask_decision": "ask_exceptional"},
}  # fmt: skip
TELLING = 4  # words of what stands beside the own ones that can be told for something
BELOW = 12  # words of what mail programs write below a short answer
# “Happy New Year Jo.”
_WISHES = expression(
    r"\s*(?P<wish>(?:a |and )?(?:very )?(?:happy|merry|good) (?:(?:very|belated|new|easter|burns|st andrew['’]?s) )*"
    r"(?:year|christmas|xmas|easter|hogmanay|birthday|eid|diwali|hanukkah|(?:mon|tues|wednes|thurs|fri)day|day|holidays|night))"
    r" (?P<whom>[\w'’-]+)\.(?=\s|\Z)",
    re.IGNORECASE,
)
MOST_SEARCHED, PIECE = 100_000, 50  # characters of a long text in which marks are looked for, and lines at a time
GREETING = "Dear all"  # so that what follows is no banner
OTHERWISE = {Role.MENTOR: "report", Role.PRACTITIONER: "message", Role.MANAGER: "message", Role.TEAM: "fresh"}


def meant(arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None) -> Meaning:
    """What a person's mail about this enrolment means, in this role; a mark of privacy counts wherever it stands."""
    mail = arrival.mail  # its words, too: they are read once more without thanks
    asked = (mail.identity, mail.text, case.unit, role, context.number, answered.key if answered else "")
    if asked not in context.heard:
        context.heard[asked] = _meant(arrival, context, case, role, answered)
    return context.heard[asked]


def _meant(arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None) -> Meaning:
    mail = arrival.mail
    given = setting(arrival, context, case, role, answered)
    same = answered is not None and bare_topic(answered.subject) == bare_topic(mail.subject)
    own_subject = "" if same else topic_of(mail.subject)  # a mark counts also where an answer's letter isn't known
    own = _greeting(_unsigned(own_words(mail, case), case.enrolment, role), case.enrolment)
    if role is Role.MENTOR:
        own = with_persons_known(with_team_as_part(own), frozenset(given.names))
    found, below = meaning(role, own if own.strip() else given.subject, given), words_below(mail, case)
    said = said_in(own, frozenset())
    found = overruled(found, said, given.answers)
    if role is Role.MENTOR:
        found = without_comparison(
            of_one_line(found, said, names_in(case), to_report=given.answers == "report"),
            said,
            lambda rest: meaning(role, rest, given),
        )
        found = as_pointer(as_told_them(found, said, given.answers), said, given.answers)
        found = as_reassurance(found, names_in(case))
    marks = [(found.mark, found.marked), *(mark_of(role, text, given) for text in (below, own_subject))]
    marks += [mark_of(role, piece, given) for piece in _beyond(own, found)]
    called = tuple(told_by_titles(mail, own_subject, role, given)) if role is not Role.TEAM else ()
    mark, sentence = min((one for one in marks if one[0]), key=lambda one: one[0] == TO_TEAM, default=("", ""))
    quoted, subject = passed_along(mail, case, MOST_CHARACTERS), given.subject if own.strip() else ""
    subject = with_whose_report(subject) if role is Role.MENTOR else subject
    texts = (quoted, subject, only_in_page(mail), _invited(mail, case))
    beside = tuple(meaning(role, text, given) for text in texts if len(text.split()) >= TELLING)
    return replace(found, mark=mark, marked=sentence, beside=(*beside, *called))


def _greeting(text: str, e: Enrolment) -> str:
    """The text, with a comma before the name in a first line “Happy New Year Jo.”, so that who is greeted isn't taken
    for somebody who is spoken of."""
    found = _WISHES.match(text)
    called = found is not None and found["whom"].casefold() in name_words([e.practitioner])
    return f"{found['wish']}, {found['whom']}.{text[found.end() :]}" if found and called else text


def _invited(mail: Mail, case: Case) -> str:
    """What is said within an invitation alone, without a letter of ours that is answered with it."""
    said = only_in_invitation(mail)
    return own_words(replace(mail, text=said, html="", subject="", enclosed=()), case) if said else ""


def begins_as_machine(arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None) -> bool:
    """Whether a mail that reads as a machine's begins so, too: below a heading that isn't known a letter of ours, and
    what stands over it, are weighed with the sender's own words. True where no such letter stands there."""
    mail = arrival.mail
    own = own_words(mail, case).strip()
    first = "" if own == mail.top.strip() else own.partition("\n\n")[0]
    if not first:
        return True
    return meaning(role, first, setting(arrival, context, case, role, answered)).best == "machine"


def _beyond(text: str, found: Meaning) -> list[str]:
    """What of a text is too long to be weighed, in pieces that marks of privacy are looked for in."""
    lines = text[:MOST_SEARCHED].split("\n") if found.cut else []
    return ["\n".join(lines[n : n + PIECE]) for n in range(0, len(lines), PIECE)]


def is_marked(found: Meaning) -> bool:
    """Whether it, or what stands beside it, bears a mark: that counts in every language."""
    return bool(found.mark) or any(one.mark for one in found.beside)


def says_more(mail: Mail, case: Case, words: int = BELOW) -> bool:
    """Whether more is typed into the quotation or below it than so many words, and than disclaimers: mail programs and
    offices write some there."""
    apart, above, own = (said_in(x, frozenset()) for x in (words_apart(mail, case), mail.own_text, mail.top))
    if len(apart.split()) - len(own.split()) <= words:
        return False
    return len(above.split()) - len(own.split()) > words or bool(typed_between(mail, case))


def typed_between(mail: Mail, case: Case) -> str:
    """What somebody has typed into the quotation or below it, without disclaimers."""
    return said_in(f"{GREETING}\n\n{typed_apart(mail, case)}", frozenset()).removeprefix(GREETING).strip()


def setting(arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None) -> Setting:
    """What is known beside the words: who is called what, what is answered, what came along."""
    mail = arrival.mail
    others = [c.enrolment.practitioner for c in context.cases(Role.MENTOR) if c.unit != case.unit]
    names = names_among(case.enrolment, role, others)
    if answered is not None:
        answers = ANSWERS[role].get(answered.name, answered.name if role is Role.TEAM else OTHERWISE[role])
    else:
        answers = OTHERWISE[role] if context.number else "fresh"
    same = answered is not None and bare_topic(answered.subject) == bare_topic(mail.subject)
    subject = "" if same or (mail.is_reply and answered is None) else topic_of(mail.subject)
    return Setting(names, answers, bool(mail.sends), tuple(d.name for d in mail.sends), subject)


def names_among(e: Enrolment, role: Role, others: Iterable[Person] = ()) -> dict[str, str]:
    """Who is called what in this role's mails. Nobody speaks of themselves by name: one that the writer bears and
    another of the enrolment, too, is the other's."""
    parts = ((Role.MANAGER, e.manager), (Role.MENTOR, e.mentor), (Role.PRACTITIONER, e.practitioner))
    in_order = sorted(parts, key=lambda part: part[0] is not role)
    known = [(person, SIGNS[part]) for part, person in in_order if person is not None]
    return {
        **{short: "OTHER" for person in others for short in _short(person)},
        **{short: token for person, token in known for short in _short(person)},
        **_named(others, "OTHER"),
        **dict.fromkeys(("team", "community", "planning"), "TEAM"),
        **{word: token for person, token in known for word in _named([person], token)},
    }


def _unsigned(own: str, e: Enrolment, role: Role) -> str:
    """The words without the writer's name below them, where another one of the enrolment bears it, too."""
    people = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}
    writer = people.get(role)
    others = [p for p in people.values() if p is not None and p is not writer]
    if writer is None or not name_words([writer]) & name_words(others):
        return own
    lines = own.rstrip().split("\n")
    last = re.sub(r"[^\w\s'’-]", " ", folded(lines[-1]).casefold()).split()
    return "\n".join(lines[:-1]) if len(lines) > 1 and last and set(last) <= name_words([writer]) else own


def _short(person: Person) -> frozenset[str]:
    """What they may be called beside their name on record."""
    first, *_ = folded(person.name.casefold()).split() or [""]
    return also_called(first)


def _named(people: Iterable[Person], token: str) -> dict[str, str]:
    return dict.fromkeys((folded(word) for word in name_words(people)), token)
