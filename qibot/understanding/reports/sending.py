"""What a practitioner's mail sends: a report as a document, a photograph, a link or in the mail itself; a paper for
something else; or what was meant to come and was forgotten."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac, delayed_report, owed_now
from qibot.events import (
    Arrival,
    DocumentForgotten,
    Event,
    MessageReceived,
    ReportReceived,
)
from qibot.expression import expression
from qibot.message import Mail, without_places
from qibot.model import CHARTER, Case, Role
from qibot.screening import brings_machines_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import Meaning, said_in, sentences
from qibot.understanding.phrases.courtesy import is_bare
from qibot.understanding.phrases.headings import has_headings, tells_parts
from qibot.understanding.reports.other_things import is_other_thing
from qibot.understanding.reports.parts import asked_which, each_filed
from qibot.understanding.reports.pictured import is_called_charter, is_picture, spaced, surely_pictured
from qibot.understanding.reports.reading import brought_before, is_charter, numbers_said, numbers_written, read
from qibot.understanding.reports.several import several
from qibot.understanding.reports.to_come import is_to_come
from qibot.understanding.reports.together import numbers_together, says_both
from qibot.understanding.reports.versions import weeks_early

FOR_TEAM = ("private", "circumstances", "leaving")
HEARD = 0.35  # from which a message is for the team
PLAIN = 0.5  # from which it is what it likeliest is
PLAINLY = 0.9  # … a report, however short
PAPER, SURELY = 0.5, 0.93  # from which a document is for something else, and one that is called a report
OUTRIGHT = 0.7  # from which a mail as long as a report is none, but tells why there is none
FAINTLY = 0.03  # … of what asks at its end: that alone sounds like talk
SLIGHTLY = 0.2  # … that a sentence tells of the project, where the whole sounds like a report
PASSED_ON = 10  # words of a letter below that may be the report
FEW = 15  # words above a picture whose subject says that it is the report
SHORT = 40  # words beside which a document that is spoken of was meant to come
TALKS = ("message", "ask", "nothing", "spoke")
_PAGE = expression(r"https?://", re.IGNORECASE)  # wherever: a council's own store is no service that everybody knows
_RECALLED = expression(r"(?:recall|message recall|rückruf|rappel)\s?:", re.IGNORECASE)  # as Outlook tells strangers
_ATTACHED = expression(
    r"\b(?:attached|attaching|enclosed|(?:here(?:['’]s| is)|this is) (?:my|the|our) (?:\w+ ){0,2}report)\b",
    re.IGNORECASE,
)
_NOT_ATTACHED = expression(
    r"n['’]t\b|\b(?:not|no|never|cannot|unable|late|will|['’]ll|when|until|if|once|you|your|nothing|notes?|lines?"
    r"|certificate|letter)\b|\?",
    re.IGNORECASE,
)
_THANKS = expression(r"\b(?:thank\w*|cheers|received|got it|ok|okay|noted|ta)\b", re.IGNORECASE)
# A photograph attached beside anything else may be of anything: a poster, the team, an error on the screen.
_HANDS_OVER = expression(
    r"\b(?:reports?|mine|attach\w*|enclosed|as promised|this month['’]?s?|update|write[- ]?up|pages?|scann?e?d?"
    r"|(?:(?:our|my)(?: \w+)?|(?:did|drew|wrote|made|finished) the) charter|both (?:sides|pages) (?:is|are"
    r"|of (?:it|the"
    r" (?:page|sheet|paper|note)))|hand-?written|next one|here(?:['’]s| is| are) (?:it|mine|my|this|the next)"
    r"|here (?:it is|you (?:go|are)|we (?:go|are)))\b",
    re.IGNORECASE,
)
_SAYS_REPORT = expression(r"\breports?\b", re.IGNORECASE)
_HERE_IT_IS = expression(
    r"\W*(?:(?:hi|hello|sorry|ok|okay|finally|at last|right)[,.! ]+)*(?:(?:here|there) (?:it is|you (?:go|are)"
    r"|we (?:go|are))"
    r"|here(?:['’]s| is) (?:it|mine|my report|the report)|that['’]s (?:it|mine) (?:now|attached|there))"
    r"(?:[,.! ]+(?:sorry|thanks|ta|cheers|at last|finally|folks|all))*\W*(?:sent from [^\n]{2,40})?\W*",
    re.IGNORECASE,
)
# In answer to a reminder it is the report that lies behind a link.
_LIES_THERE = expression(
    r"\b(?:get|open|find|see|read|reach|access|download|pick) (?:it|mine|the report)(?: up)?"
    r"(?: (?:from|at|via|through|with|by|on))? (?:here|this|that|there)\b"
    r"|\b(?:it|mine|the report)(?:['’]s| is| should be| lives| lies| sits)(?: (?:up|now|in|at|on"
    r"|over))* (?:here|there)\b",
    re.IGNORECASE,
)


def report_or_message(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> Event:
    """The event of a mail that is known to send a report: which it is; a message where none can be meant."""
    before = brought_before(arrival.mail, case, almanac, arrival.arrived, in_thread=thread is not None)
    if before is not None:  # whatever is owed by now
        return ReportReceived(arrival, case.unit, before.number)
    if (found := several(arrival.mail, case, almanac, arrival.arrived)) is not None:
        return each_filed(arrival, case.unit, found.shares) if found.shares else asked_which(arrival, case, found.ways)
    if _is_charter(arrival, case, thread, almanac):
        return ReportReceived(arrival, case.unit, CHARTER, tuple(owed_now(case, almanac, arrival.arrived)[:1]))
    thread = None if thread == CHARTER else thread
    reading = read(arrival.mail, case, almanac, arrival.arrived, thread or None)
    if reading is None:
        return MessageReceived(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    return ReportReceived(arrival, case.unit, reading.number, reading.alternatives)


def sends_report(arrival: Arrival, case: Case, thread: int | None, found: Meaning, almanac: Almanac) -> bool:
    """Whether a report is in it: as a document, a photograph, a link, or in the mail itself."""
    mail = arrival.mail
    if (mail.files or links_in(mail)) and is_other_thing(mail, case.enrolment):
        return False
    if mail.files or (mail.photographs and thread is None):
        named = [d.name for d in mail.files] if mail.is_reply else [mail.subject, *(d.name for d in mail.files)]
        cohort = almanac.config.cohorts[case.enrolment.cohort]
        says = bool(says_both(mail) or numbers_together(mail, cohort)) or is_called_charter(mail)
        says = says or any(_SAYS_REPORT.search(spaced(name)) for name in named)
        if not says and thread not in almanac.owed(case) and all(is_picture(d) for d in mail.sends):
            plainly = is_bare(mail, case) or _HANDS_OVER.search(mail.top)
            return _shows_report(mail, case, found) and bool(plainly or surely_pictured(arrival, case, found, almanac))
        return not (found.best == "paper" and found.of("paper") >= (SURELY if says else PAPER))
    if mail.pictures and (thread is None or thread in almanac.owed(case)) and _shows_report(mail, case, found):
        return True
    structural = is_report(arrival, almanac) if thread is None else is_owed(arrival, case, thread, almanac)
    if by_subject_alone(arrival, almanac):  # a question about the report has such a subject, and thanks for a reminder
        structural = structural and not is_bare(mail, case) and _tells_of_project(mail, found)
    elif thread is None and _is_talk_above_footer(mail, found):
        structural = is_charter(mail, in_thread=False)
    if links_in(mail):
        if found.best == "paper" and found.of("paper") >= PAPER:
            return False
        again = brings_again(arrival, case, thread, almanac)
        return structural or again or _is_behind_link(mail, found, asked=thread in almanac.owed(case))
    enough = OUTRIGHT if _is_long(_said(mail), almanac) else HEARD
    tells_why = found.as_whole("report") < found.as_whole(*FOR_TEAM) >= enough  # a subject may name what can't come
    missing = is_forgotten(arrival, found, case, almanac) or (thread is None and is_to_come(mail))
    if tells_why or missing or brings_machines_words(mail):  # long by another's words
        return False
    if structural or (
        found.best == "report" and found.of("report") >= PLAIN and len(_said(mail, mail.top).split()) >= SHORT
    ):
        return True
    if _asks_at_end(mail, found) and _is_time(case, thread, almanac, arrival):
        return True
    return thread is not None and bool(owed_now(case, almanac, arrival.arrived)) and _is_typed(mail, found)


def _is_behind_link(mail: Mail, found: Meaning, *, asked: bool) -> bool:
    """Whether it is the report that lies behind a known link: it sounds so, or says where the report is that it was
    `asked` for. Of what hands a report over the link is what would else have been forgotten."""
    if asked and _LIES_THERE.search(mail.top):
        return True
    kinds = ("report", "forgotten") if _HANDS_OVER.search(mail.top) else ("report",)
    return found.of(*kinds) >= found.of("message", "nothing", "paper")


def _is_typed(mail: Mail, found: Meaning) -> bool:
    """Whether a few lines in answer to any letter of ours are a report: plainly, or likely, and tell of the project or
    have a report's headings."""
    told, likely = found.surest("content"), found.of("report")
    if has_headings(mail.top):
        return likely >= max(SLIGHTLY, found.of(*FOR_TEAM))
    return found.best == "report" and (likely >= PLAINLY or (likely >= PLAIN and told >= SLIGHTLY))


def _asks_at_end(mail: Mail, found: Meaning) -> bool:
    """Whether what greets the mentor and ends with a question to them (“what do you think?”) is a report all the same:
    what stands before tells of its parts, and nothing of it may be for the team."""
    told, asked, behind = _said(mail, mail.top).partition("?")
    if not asked or len(told.split()) < SHORT or len(behind.split()) > FEW:
        return False
    for_team = max(found.of(*FOR_TEAM), found.aside(*FOR_TEAM)) >= SLIGHTLY
    likely = found.of("report") >= FAINTLY and found.surest("content") >= PLAINLY
    return likely and not for_team and tells_parts(told)


def _is_time(case: Case, thread: int | None, almanac: Almanac, arrival: Arrival) -> bool:
    """Whether a report may well come: one is owed, not in weeks alone, and no other one's thread is gone on with."""
    owed = owed_now(case, almanac, arrival.arrived)
    return bool(owed) and not weeks_early(case, almanac, arrival.arrived) and (not thread or thread in owed)


def is_report(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether a mail that answers nothing has the shape of a report: a document, a length, a title."""
    mail = arrival.mail
    if mail.files or _is_long(_said(mail), almanac) or is_charter(mail, in_thread=False):
        return True
    return bool(_SAYS_REPORT.search(mail.subject)) and not mail.is_reply and not _RECALLED.match(mail.subject)


def is_owed(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> bool:
    """Whether it is a report, written in the mail itself or photographed, in answer to a letter about an owed one."""
    mail = arrival.mail
    return number in almanac.owed(case) and (bool(mail.photographs) or _is_long(_said(mail, mail.top), almanac))


def brings_again(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> bool:
    """Whether its documents are on record already: then it is its words that are new."""
    return brought_before(arrival.mail, case, almanac, arrival.arrived, in_thread=thread is not None) is not None


def by_subject_alone(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether nothing but its subject makes a report of a mail."""
    mail = arrival.mail
    bare = not (mail.sends or mail.pictures or links_in(mail) or mail.is_reply or is_charter(mail, in_thread=False))
    return bare and bool(_SAYS_REPORT.search(mail.subject)) and not _is_long(_said(mail), almanac)


def is_forgotten(arrival: Arrival, found: Meaning, case: Case, almanac: Almanac) -> bool:
    """Whether it says that it brings what it doesn't: it sends nothing, and a bare “Report 1” or few words
    speak of a document; so they do where one that came was held back."""
    mail = arrival.mail
    if mail.sends or mail.pictures or links_in(mail) or len(_said(mail, mail.top).split()) > 2 * SHORT:
        return False
    if by_subject_alone(arrival, almanac) and is_bare(mail, case):  # “Report 1”, and a telephone's tag
        return True
    meant_to_send = bool(mail.held or mail.letters) and found.best in ("forgotten", "report", "paper")
    return meant_to_send or (found.of("forgotten") >= PLAIN and not is_to_come(mail))


def says_attached(mail: Mail) -> bool:
    """Whether few words say that their document is attached, and none is."""
    if mail.sends or mail.pictures or links_in(mail) or len(_said(mail, mail.top).split()) > 2 * SHORT:
        return False
    return any(_ATTACHED.search(x) and not _NOT_ATTACHED.search(x) for x in sentences(mail.top))


def hands_over_nothing(mail: Mail) -> bool:
    """Whether nothing is said but that it is here, and it isn't: “there it is”."""
    bare = not (mail.sends or mail.pictures or links_in(mail) or mail.held)
    return bare and _HERE_IT_IS.fullmatch(_said(mail, mail.top).strip()) is not None


def _shows_report(mail: Mail, case: Case, found: Meaning) -> bool:
    """Whether the pictures in its page are what was to be sent: they come without a word, or it says that it brings it.
    A picture beside a question or thanks may be anything."""
    said = replace(mail, text=without_places(mail.text))
    if is_bare(said, case) and not _THANKS.search(said.top):
        return True
    if "?" in said.top or len(said.top.split()) > SHORT or found.of(*FOR_TEAM) >= HEARD:
        return False
    says_so = bool(_SAYS_REPORT.search(mail.subject))
    if found.of("paper") >= (SURELY if says_so else PAPER):
        return False
    says = any(_ATTACHED.search(x) and not _NOT_ATTACHED.search(x) for x in sentences(said.top))
    brings = found.of("forgotten", "report") >= PLAIN or (says and found.of("message", "nothing") < PLAINLY)
    few = len(said.top.split()) <= FEW and not _THANKS.search(said.top)
    return brings or (says_so and (few or found.of(*TALKS) < PLAIN))


def forgotten(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> DocumentForgotten:
    """Of which report the document was forgotten: of the one that is named, else the one that is likeliest due."""
    named = numbers_written(arrival.mail, case, almanac, arrival.arrived, in_thread=number > 0)
    written = [n for n in named if n in almanac.owed(case)]
    said = written[0] if len(written) == 1 else 0
    due = delayed_report(case, said or number, almanac.day(arrival.arrived), almanac) or 0
    return DocumentForgotten(arrival, case.unit, said or number or due, said)


def _tells_of_project(mail: Mail, found: Meaning) -> bool:
    """Whether the words of a mail may be the report that its subject says it is: a few are only where they tell of the
    project or of where it lies, and nothing that is plainly talk is."""
    if found.best in TALKS and found.of(found.best) >= PLAIN:
        return False
    told, below = found.surest("content"), len(mail.text.split()) - len(mail.top.split())  # what it passes on
    elsewhere = _PAGE.search(f"{mail.subject}\n{mail.top}") is not None or below >= PASSED_ON
    sounds = found.of("report") >= PLAIN and (told >= SLIGHTLY or elsewhere)
    return sounds or told >= PLAIN or has_headings(mail.top) or len(_said(mail, mail.top).split()) >= SHORT


def _is_talk_above_footer(mail: Mail, found: Meaning) -> bool:
    """Whether a mail is long by what an office puts below it, and no sentence is a report's."""
    footer = len(mail.own_text.split()) - len(_said(mail).split())
    plain = found.best in TALKS and found.of(found.best) >= OUTRIGHT and found.surest("content") < SLIGHTLY
    return plain and footer >= SHORT and not _SAYS_REPORT.search(mail.subject)


def _said(mail: Mail, text: str | None = None) -> str:
    """What was typed: a length counts without what an office has its mail program put below every mail."""
    return said_in(mail.own_text if text is None else text, frozenset(), frozenset(mail.sender_name.casefold().split()))


def _is_long(text: str, almanac: Almanac) -> bool:
    words = almanac.config.programme.report_words
    return len(text.split(None, words)) >= words


def _is_charter(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> bool:
    """Whether it is the project charter: it says so, or it stands in the charter's thread and names no report."""
    if is_charter(arrival.mail, in_thread=bool(thread)):
        return True
    return thread == CHARTER and not numbers_said(arrival.mail, case, almanac, arrival.arrived, in_thread=True)
