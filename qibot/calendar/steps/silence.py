"""Inactivity is noticed: a kind check-in, and the team is told (guidance, section 7; docs/calendar.md, 7 to 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from qibot.calendar.almanac import Almanac
from qibot.calendar.away import absences
from qibot.calendar.explained import counted_from, explained, leaving
from qibot.calendar.steps.step import Step, recorded, written
from qibot.model import Case, Contact, InQuestion, Put, Role

ELSEWHERE = "elsewhere"  # a mentor's mail that isn't about this practitioner, or of which nobody knows yet


@dataclass(frozen=True, slots=True)
class _Silence:
    """The day of the last sign, the one from which it counts, and the one from which it is too long."""

    sign: date
    since: date
    day: date


def silence_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """A practitioner's silence, reports missed in a row, a mentor's silence with work waiting."""
    steps = _mentor(case, almanac)
    if almanac.owed(case):
        silence = _silence(case, almanac, today)
        steps += [*_practitioner(case, almanac, silence), *_missed(case, almanac, today, silence)]
    return [step for step in steps if not recorded(case, step.key)]


def mentor_heard(case: Case, almanac: Almanac, today: date, heard: datetime | None) -> tuple[Put, ...]:
    """The sign of life that keeps the team from being told of a silence of the mentor's, of whom something has come
    elsewhere at this moment; nothing where nobody would be told."""
    silence = _mentor_silence(case, almanac)
    if heard is None or silence is None or silence.day > today or almanac.day(heard) <= silence.sign:
        return ()
    return (Put(Contact(ELSEWHERE, heard, Role.MENTOR, ELSEWHERE)),)


def _practitioner(case: Case, almanac: Almanac, silence: _Silence) -> list[Step]:
    reason = f"nothing has come from the practitioner since {written(silence.sign)}"
    rule = f"nothing for {almanac.calendar.inactivity_days} days"
    return _pair(f"silence/{case.unit}/{silence.since}", silence.day, rule, reason, silence.sign)


def _silence(case: Case, almanac: Almanac, today: date) -> _Silence:
    """The practitioner's: it begins anew behind what explains it, and is never too long on a day on which it is still
    asked whether something is theirs."""
    signs = [almanac.day(c.at) for c in case.all(Contact).values() if c.by is Role.PRACTITIONER]
    sign = max([almanac.first_day(case), *signs, *([case.enrolment.joined] if case.enrolment.joined else [])])
    times, length = explained(case, almanac), almanac.calendar.inactivity_days
    since = counted_from(((x.first, x.last) for x in times), sign, length)
    day = max([almanac.workdays.on_or_after(since + timedelta(days=length)), *_asked(case, almanac)])
    return _Silence(sign, since, leaving(times, almanac, day, today))


def _asked(case: Case, almanac: Almanac) -> list[date]:
    """The working days behind each question whether something is theirs."""
    return [almanac.workdays.after(almanac.asked_until(x), 1) for x in case.all(InQuestion).values()]


def _missed(case: Case, almanac: Almanac, today: date, silence: _Silence) -> list[Step]:
    """For each report that ends a row of missed ones; the latest alone, and none where the silence itself is told."""
    told = silence.day <= today or recorded(case, f"silence/{case.unit}/{silence.since}/team")
    length = almanac.calendar.missed_in_a_row
    rows = _rows(tuple(almanac.owed(case)), length)
    keys = {row[-1]: f"missed/{case.unit}/{row[-1]}" for row in rows}
    left = [n for n, key in keys.items() if not (recorded(case, f"{key}/team") and recorded(case, f"{key}/check_in"))]
    rows = [row for row in rows if left and row[-1] >= left[0]]
    days = {row[-1]: (row, *_missed_day(case, almanac, row, today)) for row in rows}
    ripe = [number for number, (_, _, day) in days.items() if day <= today]
    coming = min((day for _, _, day in days.values() if day > today), default=None)
    steps = []
    for number, (row, over, day) in days.items():
        if coming is not None and day > coming:
            continue  # what is due later needs no look before this one
        overtaken = number in ripe and (told or number != ripe[-1])
        reason = f"reports {row[0]} to {number} are missing; the last was due on {written(over)}"
        rule = f"{length} reports missed in a row"
        last = today - timedelta(days=1) if overtaken else None
        steps += _pair(keys[number], day, rule, reason, silence.sign, last)
    return steps


@lru_cache(maxsize=1_000)
def _rows(owed: tuple[int, ...], length: int) -> list[range]:
    """The rows of so many neighbouring reports that are owed, by their last."""
    return [range(n - length + 1, n + 1) for n in sorted(owed) if set(owed).issuperset(range(n - length + 1, n + 1))]


def _missed_day(case: Case, almanac: Almanac, row: range, today: date) -> tuple[date, date]:
    """The last of these deadlines, and the working day behind it, every hold, every such question, and what explains
    that nothing comes."""
    deadlines = almanac.deadlines(case)
    over = max(deadlines[n] for n in row)
    free = max([over, *(held for n in row if (held := almanac.ladder_held(case, n)) is not None)])
    day = max([almanac.workdays.after(free, 1), *_asked(case, almanac)])
    return over, leaving(explained(case, almanac), almanac, day, today)


def _pair(key: str, day: date, rule: str, reason: str, since: date, last: date | None = None) -> list[Step]:
    facts = {"since": since.isoformat(), "who": "practitioner"}
    return [
        Step("check_in", f"{key}/check_in", 0, day, ("practitioner",), rule, reason, last, facts=facts),
        Step("report_inactivity", f"{key}/team", 0, day, ("team",), rule, reason, last, facts=facts),
    ]


def _mentor(case: Case, almanac: Almanac) -> list[Step]:
    silence = _mentor_silence(case, almanac)
    if silence is None:
        return []
    return [
        Step(
            "report_inactivity", f"mentor-silence/{case.unit}/{silence.since}", 0, silence.day, ("team",),
            f"nothing from the mentor for {almanac.calendar.inactivity_days} days with a report waiting",
            f"nothing has come from the mentor since {written(silence.sign)}",
            facts={"since": silence.sign.isoformat(), "who": "mentor"},
        )
    ]  # fmt: skip


def _mentor_silence(case: Case, almanac: Almanac) -> _Silence | None:
    """The mentor's, where a report waits: it begins anew behind an absence whose end is known. One without an end is
    noted anew with each automatic reply, and would put it off for ever."""
    pending = case.pending()
    if not pending:
        return None
    signs = [almanac.day(c.at) for c in case.all(Contact).values() if c.by is Role.MENTOR]
    sign = max([min(r.due_known or almanac.day(r.received) for r in pending), *signs])
    length = almanac.calendar.inactivity_days
    since = counted_from(absences(case, almanac, dated=True), sign, length)
    return _Silence(sign, since, almanac.workdays.on_or_after(since + timedelta(days=length)))
