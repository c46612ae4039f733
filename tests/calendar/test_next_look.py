"""Until the next look there is nothing to do, and whoever looks only then misses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.due import Due, due, next_look
from tests.support.build import at
from tests.support.drawn_histories import examples, histories
from tests.support.histories import History, carried_out, live, look
from tests.support.months import lives


@given(histories(longest=3), st.integers(0, 200))
@examples(40)
def test_until_the_next_look_there_is_nothing_to_do(history: History, minutes: int) -> None:
    lived = live(history, halfway=True)
    case, almanac, now = lived.case, lived.almanac, lived.happenings[-1][0] if lived.happenings else at_first(history)
    looks = 0
    while (then := next_look(case, almanac, now)) is not None:
        assert then >= now
        for part in range(8):
            between = now + (then - now) * part / 8 + timedelta(minutes=minutes)
            if now < between < then:
                assert due(case, almanac, between) == Due()
        found = due(case, almanac, then)
        case = carried_out(case, found.decision.changes, found.decision.notices, then)
        after = next_look(case, almanac, then)
        assert after is None or after > then
        now, looks = then, looks + 1
        assert looks < 300


@given(histories(longest=3))
@examples(40)
def test_whoever_looks_only_at_the_next_look_sends_what_leaves_when_looking_all_day(history: History) -> None:
    lived = live(history, halfway=True)
    start = lived.happenings[-1][0] if lived.happenings else at_first(history)
    seldom, often = replace(lived, sent=[]), replace(lived, sent=[])
    then = next_look(seldom.case, lived.almanac, start)
    while then is not None:
        look(seldom, then)
        now, then = then, next_look(seldom.case, lived.almanac, then)
        assert then is None or then > now
    last = max((moment for moment, *_ in seldom.sent), default=start)
    now, end = start, max(start + timedelta(days=31 * 7), last + timedelta(days=14))
    while now < end:  # a moved deadline can lie far behind the others
        if lived.almanac.is_open(now):
            look(often, now)
        now += timedelta(hours=1)
    assert seldom.letters() == often.letters()
    assert seldom.skipped() == often.skipped()


def at_first(history: History) -> datetime:
    return datetime.combine(history.programme["first_month"], time(), UTC)


def test_the_next_look_is_the_nearest_deadlines_though_an_earlier_report_has_time() -> None:
    own_day = ("2027-03-16T08:00", "accept", 2, "2027-04-15")  # else it waits for the earlier one's
    lived = lives(("2027-03-16T08:00", "accept", 1, "2027-06-30"), own_day, reports=2)
    now, notice, before = [s for s in lived.sent if s[1].name == "remind_deadline" and s[1].number == 2][-1]
    assert now == at("2027-04-14T09:00")
    assert next_look(carried_out(before, (), (notice,), now), lived.almanac, now) == at("2027-04-16T09:00")
