"""Which report a practitioner's message is: a pure reading of what it says against what is owed.

A number or a month in the file name, the first lines or the subject comes first; else the earliest report still owed
whose time has come; else a new version of the report whose deadline is still ahead. What belongs to one that has come
(versions.py) goes before the one that is owed. Where two readings are possible the earliest owed is taken, and the
others are named, so that the receipt can say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from qibot.calendar import Almanac, current_number, late, month_of, owed_now
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Submission
from qibot.understanding.links.clouds import links_in
from qibot.understanding.links.hosts import key_of
from qibot.understanding.reports.alike import same_text
from qibot.understanding.reports.numbered import (
    in_passing,
    month_numbers,
    months_in_passing,
    months_of_reports,
    numbers_in,
    titled,
)
from qibot.understanding.reports.revised import (
    LOOKED_AT,
    opening_of,
    own_subject,
    says_again,
    says_changed,
    says_revised,
)
from qibot.understanding.reports.versions import version_of

_CHARTER = expression(r"(?<![a-z])(?:project[\s_-]*)?charter(?!ed|ing)", re.IGNORECASE)
_ASKS = expression(r"\?|\bquestions?\b|\babout\b", re.IGNORECASE)

AHEAD = timedelta(days=62)  # how long before its deadline a report may be sent
LONGEST_AGAIN = 60  # words of a mail that only sends a link once more


@dataclass(frozen=True, slots=True)
class Reading:
    """The report that a message is taken for, and those that it could have been instead."""

    number: int
    alternatives: tuple[int, ...] = ()


def same_documents(mail: Mail, version: Submission) -> bool:
    """Whether a mail brings the very documents of a version that came before, and no other, at most saved once more;
    or nothing but links to them, and doesn't say that they have changed since."""
    theirs = [d for d in version.documents if not d.inline]
    if not {key_of(x) for x in links_in(mail)} <= {key_of(x) for x in version.links}:
        return False
    if not mail.files:
        return _links_again(mail)
    if len({d.sha256 for d in mail.files}) != len({d.sha256 for d in theirs}):
        return False
    return all(any(same_text(d, x) for x in theirs) for d in mail.files)


def _links_again(mail: Mail) -> bool:
    """Whether it brings links alone, and few words, of which none says that something else lies there by now."""
    if not links_in(mail) or mail.sends or mail.held or len(mail.top.split()) > LONGEST_AGAIN:
        return False
    return not (says_revised(mail) or says_changed(mail))


def brought_before(
    mail: Mail, case: Case, almanac: Almanac, arrived: datetime, *, in_thread: bool
) -> Submission | None:
    """The version that a mail brings once more. One link may lead to each month's report, so that it is another where
    that is named, or owed after the linked one has been answered, and the mail doesn't say that it is sent again."""
    same = [s for s in case.all(Submission).values() if same_documents(mail, s)]
    if mail.files or not same:
        return same[0] if same else None
    said = numbers_said(mail, case, almanac, arrived, in_thread=in_thread)
    last = max((s for s in same if not said or s.number in said), key=lambda s: s.arrived, default=None)
    if last is None or said or says_again(mail):
        return last
    report = case.report(last.number)
    done = report is not None and report.answered is not None
    return None if done and owed_now(case, almanac, arrived) else last


def read(mail: Mail, case: Case, almanac: Almanac, arrived: datetime, thread: int | None) -> Reading | None:
    """What the message is, for a message that is known to be a report; None if no report can be meant.

    `thread` is the report's number whose thread the message stands in, if any.
    """
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    owed = owed_now(case, almanac, arrived)
    in_thread = thread is not None
    thread = thread or _kept_subject(mail, case, almanac, arrived)
    said = numbers_said(mail, case, almanac, arrived, in_thread=in_thread)
    explicit = [n for n in said if 1 <= n <= cohort.reports]
    missing = [n for n in explicit if case.report(n) is None]
    open_versions = [n for n in explicit if case.report(n) and not late(case, almanac, n, arrived)]
    if certain := missing or open_versions:
        early = owed[:1] if certain[0] not in owed and missing else []
        return Reading(certain[0], tuple(n for n in dict.fromkeys([*explicit, *early]) if n != certain[0]))
    said = [n for n in numbers_written(mail, case, almanac, arrived, in_thread=in_thread) if case.report(n)]
    if not said:
        spoken = spoken_of(mail, case, almanac)
        said = [n for n in [version_of(mail, case, almanac, arrived, explicit, thread, spoken)] if n]
    if said:
        return Reading(said[0], tuple(dict.fromkeys(n for n in owed[:1] if n != said[0])))
    if owed:
        number = thread if thread in owed else owed[0]
        others = (*owed, *explicit, *([thread] if thread and case.report(thread) else []))
        return Reading(number, tuple(dict.fromkeys(n for n in others if n != number)))
    if explicit:
        return Reading(explicit[0])
    current = current_number(case, almanac, arrived)
    if current and case.report(current):
        return Reading(current)
    if thread and (report := case.report(thread)) and report.answered is None:
        return Reading(thread)
    return None


def is_charter(mail: Mail, *, in_thread: bool) -> bool:
    """Whether the message says that it is the project charter, by a file's name or its own subject, and names no
    report. Without a document a subject that asks is a question about it."""
    names = [d.name for d in mail.files]
    own = "" if in_thread or mail.is_reply else mail.subject
    if any(numbers_in(place) for place in (*names, own)):
        return False
    said = any(_CHARTER.search(name) for name in names)
    return said or (bool(_CHARTER.search(own)) and (bool(names) or not _ASKS.search(own)))


def numbers_written(mail: Mail, case: Case, almanac: Almanac, arrived: datetime, *, in_thread: bool) -> list[int]:
    """The report numbers that the sender wrote by hand: a file keeps last month's name more easily than a mail does."""
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    found = _numbers(mail, (), case, almanac, arrived, in_thread=in_thread)
    return [n for n in dict.fromkeys(found) if 1 <= n <= cohort.reports]


def numbers_said(mail: Mail, case: Case, almanac: Almanac, arrived: datetime, *, in_thread: bool) -> list[int]:
    """The report numbers that the message names, the strongest place first; a reply's subject is not its own."""
    return _numbers(mail, tuple(d.name for d in mail.files), case, almanac, arrived, in_thread=in_thread)


def _numbers(
    mail: Mail, names: tuple[str, ...], case: Case, almanac: Almanac, arrived: datetime, *, in_thread: bool
) -> list[int]:
    """What these names of files, the subject and the first lines say; not what has come and is only spoken of."""
    e, cohort = case.enrolment, almanac.config.cohorts[case.enrolment.cohort]
    owed, opening, aside = owed_now(case, almanac, arrived), opening_of(mail), spoken_of(mail, case, almanac)
    subject = [] if in_thread or mail.is_reply else [mail.subject]
    kept = {_kept_subject(mail, case, almanac, arrived)}
    files = [n for x in names for n in titled(x, cohort, e, owed)]
    written = [n for x in subject for n in titled(x, cohort, e, owed) if n not in aside | kept]
    written += [n for n in titled(opening, cohort, e, owed) if n not in aside]
    months = [n for x in names for n in month_numbers(x, cohort, e, owed)]
    months += [n for x in subject for n in month_numbers(x, cohort, e, owed) if n not in aside | kept]
    if not (months and names):
        months += [n for n in months_of_reports(opening, cohort, e, owed) if n not in aside]
    return list(dict.fromkeys([*files, *written, *_of_now(months, case, almanac, arrived)]))


def _of_now(numbers: list[int], case: Case, almanac: Almanac, arrived: datetime) -> list[int]:
    """Of reports that one month's name means, in a cohort of more than a year, the one whose time is nearest: one let
    off or yet far ahead only where there is no other."""
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    today, owed = almanac.day(arrived), owed_now(case, almanac, arrived)
    months = {n: month_of(cohort, n).month for n in sorted(set(numbers))}
    away = {n: almanac.cohort_deadline(case, n) - today for n in months}
    meant = set[int]()
    for month in set(months.values()):
        those = [n for n in months if months[n] == month]
        likely = [n for n in those if case.report(n) or not case.terms(n).excused]
        likely = [n for n in likely if n in owed or away[n] <= AHEAD]
        meant.add(min(likely or those, key=lambda n: abs(away[n])))
    return [n for n in numbers if n in meant]


def _kept_subject(mail: Mail, case: Case, almanac: Almanac, arrived: datetime) -> int | None:
    """The report that has come and that a subject names which was kept from a mail before (“Re: Report 1”): it says in
    whose thread its sender writes, whatever program has lost that, and not what they send."""
    if own_subject(mail):
        return None
    e, cohort = case.enrolment, almanac.config.cohorts[case.enrolment.cohort]
    owed, said = owed_now(case, almanac, arrived), mail.subject[:LOOKED_AT]
    months = _of_now(month_numbers(said, cohort, e, owed), case, almanac, arrived)
    named = (*titled(said, cohort, e, owed), *months)
    return next((n for n in named if case.report(n)), None)


def spoken_of(mail: Mail, case: Case, almanac: Almanac) -> set[int]:
    """The reports that have come and of which the mail only speaks: what was said of them, what goes on from them."""
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    text = f"{own_subject(mail)}\n{opening_of(mail)}"
    aside = in_passing(text)
    sent = set(numbers_in(text)) - aside
    return {n for n in aside | months_in_passing(text, cohort) if case.report(n)} - sent
