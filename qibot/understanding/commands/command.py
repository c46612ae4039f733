"""One word on the first line of a reply, or in the subject of a link's mail -> an event. The words stand in `table`.

A line is a command only if it is nothing else: feedback that happens to begin with the word is feedback. What is a
command but can't be carried out changes nothing and is answered with what would have worked. Case, punctuation and
what stands below don't matter.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event, FeedbackReceived, MessageReceived, bare_topic, without_tags
from qibot.expression import expression
from qibot.message import Mail, only_in_page, plain_text, told_apart
from qibot.model import DESK, MENTOR, Case, Role
from qibot.people import found_in, names_of
from qibot.understanding.commands.given import Given, first_line, plain_line
from qibot.understanding.commands.table import WORDS, Word, may_be_private, private_beginning
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context

NEAR, NEAR_PRIVATE = 0.88, 0.75
NEAR_ALONE, NEAR_WORD = 0.9, 0.6  # of a whole line that stands anywhere in the mail
SHORT = 12  # words, of a mail that may be meant as a command
_MARKS = tuple(":;,.!(–—-")
_OF_SOMEBODY = expression(r"\b(?:i|i'm|me|my|he|she|they|him|her|them|his|their|we|us|our)\b", re.IGNORECASE)
_HEADINGS = ("FEEDBACK", "MESSAGE")
_OF_WHOM = expression(r"(?:for|on|to|about)\b", re.IGNORECASE)
_GREETS_TEAM = expression(r"(?:the )?team ?[,:;.!–—-]", re.IGNORECASE)
_ALOUD_TO_TEAM = expression(r"TEAM ?[,:;.!–—-]")  # in capitals it is the command, whatever stands behind the mark
NAMING = 3  # words behind a command that may name somebody; more are a sentence
_NEVER = expression(r"(?!)")
_OF_PROGRAM = expression(
    r"teams (?:calls?|meetings?|chats?|links?|sessions?|invites?)\b", re.IGNORECASE
)  # no word for the team
_GOES_ON = {
    "NO CAPACITY": expression(
        r"(?:issues?|problems?|measures?|data|figures?|constraints?|limits?|planning|numbers?|chart|is|was)\b(?! here)",
        re.IGNORECASE,
    ),
    "NEEDS SUPPORT": expression(r"(?:from|with|to|for|of)\b[^?!.]{2,60}\?", re.IGNORECASE),
}
WORDY = 8  # words and marks of a line that is no misspelt word
LOOKED_AT, LONGEST_LINE = 200, 120  # lines that are looked at for misspelt words, and characters of any such line


def command(arrival: Arrival, context: Context, case: Case, number: int, role: Role, almanac: Almanac) -> Event | None:
    """The event that the message orders in this matter, or None where it is no command of this role."""
    line = plain_line(context.order) or first_line(arrival.mail.top)
    case = _of_its_letter(arrival, context, case, role)
    known = [w for w in WORDS if role in w.roles]
    given = Given(arrival, case, number, role, "", almanac, line, context)
    if context.misused:
        return given.unclear("the link that you used was made for somebody else", "HELP, which shows your own words")
    for word in known:
        if (said := word.behind(line)) is None:
            continue
        if word.private and _is_of_project(word, said, line, context.cases(role)):
            continue
        matter = _matter(word, said, case, number, role, context)
        if isinstance(matter, str) and (_is_heading(word, said, given) or _greets_team(word, said, given)):
            continue
        if isinstance(matter, str):
            return Given(arrival, case, number, role, said, almanac, line, context).unclear(matter, word.shown)
        case_meant, number_meant, behind = matter
        given = Given(arrival, case_meant, number_meant, role, behind, almanac, line, context)
        if (event := word.obey(given)) is not None:
            passes_on = isinstance(event, FeedbackReceived | MessageReceived)
            return _kept_in(known, given) or event if passes_on else event
        if word.private or (word.name == "TEAM" and _ALOUD_TO_TEAM.match(line)):
            return given.unclear(f"it says more than {word.name}, and nobody else has seen it", word.shown)
    given = replace(given, case=case, number=number, behind="")
    return _kept_in(known, given) or _meant(given, known, line)


def _is_of_project(word: Word, said: str, line: str, cases: list[Case]) -> bool:
    """Whether a private word only begins a sentence about the project: “No capacity issues on the ward is a good
    sign”, “Need support from the ward? Ask the charge nurse”. Neither in capitals nor of somebody."""
    if not said or line.startswith(word.name) or any(_without_name(line, c) is not None for c in cases):
        return False
    return not _OF_SOMEBODY.search(line) and _GOES_ON.get(word.name, _NEVER).match(said) is not None


def _is_heading(word: Word, said: str, given: Given) -> bool:
    """Whether words to be passed on but open with what they are (“Feedback for Sam: good progress”), or stand below
    such a line: they are read as any mail is, with its subject and the names in it."""
    if word.name not in _HEADINGS or given.context.order:
        return False
    return len(said.split()) > NAMING or (_OF_WHOM.match(said) is not None and bool(given.words))


def _greets_team(word: Word, said: str, given: Given) -> bool:
    """Whether the word is but whom a sentence greets (“Team, I'm not sure that Jo will stay”), who hear it as they hear
    “Dear team, …”."""
    if word.name != "TEAM" or given.context.order:
        return False
    if not said:  # above their words; a mentor's are the team's then, whatever they are
        return given.role is Role.MENTOR and bool(given.words)
    return _GREETS_TEAM.match(given.line) is not None and len(said.split()) > NAMING


def _kept_in(known: list[Word], given: Given) -> CommandUnclear | None:
    """The answer to what holds a private word further down; None for any other."""
    if (buried := _buried(known, given)) is None:
        return None
    fault = f"a line of it says {buried.name}, which is private, so nobody else has seen it"
    return given.unclear(fault, f"{buried.name} on the first line, or the same without that line")


def _of_its_letter(arrival: Arrival, context: Context, case: Case, role: Role) -> Case:
    """The case that a confirmation is about which is answered at the desk, where nothing is passed on: it says of one
    practitioner how to send a word on, whoever else's report waits."""
    if case.unit != DESK or not context.item.startswith(MENTOR):
        return case
    return next((c for c in context.cases(role) if answered_letter(arrival, c) is not None), case)


def _matter(
    word: Word, behind: str, case: Case, number: int, role: Role, context: Context
) -> tuple[Case, int, str] | str:
    """The case, the report and what is left behind the word; or what is wrong, in words."""
    if word.desk or (word.anywhere and case.unit == DESK):
        return context.desk, 0, behind
    if case.unit != DESK:
        return case, number or (_pending_number(case) if context.item.startswith(MENTOR) else 0), behind
    cases = context.cases(role)
    if role is Role.TEAM:
        cases = [context.load(unit) for unit in context.people.named(behind)]
    named = [(c, rest) for c in cases if (rest := _without_name(behind, c)) is not None]
    if len(named) == 1:
        return named[0][0], _pending_number(named[0][0]), named[0][1]
    waiting = [c for c in cases if len(c.pending()) == 1] if word.waits else cases
    if len(waiting) == 1 and not named:
        return waiting[0], _pending_number(waiting[0]), behind
    return "it doesn't say whom it is about" if len(cases) != 1 else "no report waits for you there"


def _without_name(behind: str, case: Case) -> str | None:
    """What is left of the line without the practitioner's name, address or record; None where it isn't named."""
    for name in names_of(case.enrolment):
        if (at := found_in(name, behind)) is not None:
            return " ".join((behind[:at] + " " + behind[at + len(name) :]).split())
    return None


def _pending_number(case: Case) -> int:
    pending = case.pending()
    return pending[0].number if len(pending) == 1 else 0


def _meant(given: Given, known: list[Word], line: str) -> CommandUnclear | None:
    """The answer to what was meant as a command but is none of this role's; None for a person's words."""
    mail = given.arrival.mail
    sentence = any(word.behind(line) is not None for word in known)
    near = None if sentence else _nearest(known, line, NEAR)
    private = None if sentence else _nearest([w for w in known if w.private], line, NEAR_PRIVATE)
    foreign = line.isupper() and any(word.alone(line) for word in WORDS if word not in known)
    if not (given.context.order or private or ((near or foreign) and _is_short(mail))):
        return None
    meant = private or near
    instead = meant.shown if meant else "HELP, which shows the words that I know"
    fault = f"“{line[:60]}” is {'for somebody else to say' if foreign else 'no word that I know'}"
    return given.unclear(f"{fault}, and nobody else has seen it", instead)


def _is_short(mail: Mail) -> bool:
    return not mail.sends and len(mail.top.split(maxsplit=SHORT)) <= SHORT


def _buried(known: list[Word], given: Given) -> Word | None:
    """A private word in what would be passed on: alone on a line, maybe misspelt or with a practitioner's name; at a
    line's beginning with a mark behind it; in capitals anywhere. One of a single word alone and in capitals. It may be
    somebody's heading just as well, so it orders nothing; but its mail reaches nobody else.
    """
    private = [word for word in known if word.private]
    if not private:
        return None
    mail, cases = given.arrival.mail, given.context.cases(given.role)
    in_page = may_be_private(mail.html) or _found_in(only_in_page(mail), private, cases) is not None
    if not in_page and _found_in(mail.text, private, cases) is None:
        return None  # which spares most mail the telling apart of what is quoted
    said, page = told_apart(mail, given.case)
    return _found_in(said, private, cases) or (_found_in(plain_text(page), private, cases) if in_page else None)


def _found_in(text: str, private: list[Word], cases: list[Case]) -> Word | None:
    """The first of the words that the text says so."""
    longer = [word for word in private if " " in word.name]
    if (aloud := next((word for word in longer if _is_aloud(word, text)), None)) is not None:
        return aloud
    begins, most = private_beginning(), max(len(word.name.split()) for word in private) + 1
    for place, whole in enumerate(text.split("\n")):
        began = begins.match(whole)
        if not began and (place >= LOOKED_AT or len(whole.split(None, WORDY)) > WORDY):
            continue
        line = plain_line(whole)
        if began and whole[began.end() :].lstrip()[:1] in _MARKS and not whole.lstrip().startswith(">"):
            words = [word for word in longer if word.behind(line) is not None]
        elif line and len(whole) <= LONGEST_LINE:
            near = place < LOOKED_AT and line.count(" ") < most
            words = [word for word in private if _stands_alone(word, line, cases, near=near)]
        else:
            continue
        if words:
            return words[0]
    return None


def _stands_alone(word: Word, line: str, cases: list[Case], *, near: bool) -> bool:
    """Whether the line is the word, maybe misspelt where that is looked for; a single word only in capitals."""
    if " " not in word.name:
        return line == word.name
    return _is_alone(word, line, cases) or (near and _is_misspelt(line.upper(), word.name))


def _is_aloud(word: Word, text: str) -> bool:
    """Whether the word stands in capitals anywhere but in a line that is marked as quoted."""
    for found in word.capitals.finditer(text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not before[-1:].isalnum() and not before.lstrip().startswith(">"):
            return True
    return False


def _is_alone(word: Word, line: str, cases: list[Case]) -> bool:
    """Whether the line is the word and nothing else, a practitioner's name aside."""
    behind = word.behind(line)
    return behind == "" or (bool(behind) and any(_without_name(behind or "", case) == "" for case in cases))


def _is_misspelt(said: str, name: str) -> bool:
    """Whether a whole line is the name misspelt: word by word, or without its spaces."""
    words, wanted = said.split(), name.split()
    if abs(len(said) - len(name)) > len(name) // 2 or abs(len(words) - len(wanted)) > 1:
        return False
    if _is_near("".join(words), "".join(wanted), NEAR_ALONE):
        return True
    if len(words) != len(wanted):
        return False
    return all(_is_near(a, b, NEAR_WORD) for a, b in zip(words, wanted, strict=True))


def _is_near(said: str, meant: str, least: float) -> bool:
    """Whether the ratio of what the two have in common is at least this; most aren't near by their letters alone."""
    both = len(said) + len(meant)
    if not both or 2 * min(len(said), len(meant)) / both < least:
        return not both
    if 2 * sum(min(said.count(c), meant.count(c)) for c in set(meant)) / both < least:
        return False
    return difflib.SequenceMatcher(None, said, meant).ratio() >= least


def private_subject(subject: str) -> str:
    """The private word in a subject, maybe misspelt if alone; else "". One that is a sender's own may hold it anywhere;
    one behind “Re:”, and a single word, only in capitals and at the beginning."""
    topic = bare_topic(subject)
    line, own = plain_line(topic), topic == without_tags(subject)
    for word in (w for w in WORDS if w.private):
        said = word.within(line) if own and " " in word.name else line.startswith(word.name)
        if said or _is_misspelt(line.upper(), word.name):
            return word.name
    return ""


def _nearest(known: list[Word], line: str, cutoff: float) -> Word | None:
    """The word that the line was likely meant to be: nothing more stands there, or a mark behind it, or a number. Its
    first word tells “No claer aim” from “Lovely clear aim”."""
    said = line.upper().split()
    if len(line) > 60 or not said or _OF_PROGRAM.match(line):
        return None
    for word in known:
        length, first = len(word.name.split()), word.name.split()[0]
        begin = " ".join(said[:length]).rstrip("".join(_MARKS))
        goes_on = said[length:] and not (
            said[length - 1].endswith(_MARKS)
            or said[length] in _MARKS
            or line.isupper()
            or (not word.private and any(c.isdigit() for c in line))
        )
        opens = line.isupper() or _is_near(said[0], first, NEAR_WORD)
        if opens and not goes_on and len(word.name) > 3 and _is_near(begin, word.name, cutoff):
            return word
    return None
