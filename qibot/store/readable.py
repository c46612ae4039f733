"""All records that can be read, and why the others can't: one damaged file must not hide everybody else's."""

from __future__ import annotations

from qibot.errors import StoreFailed
from qibot.model import DESK, Case
from qibot.store.store import Store


def readable(store: Store) -> tuple[list[Case], list[str]]:
    """The cases, the desk's first, and a sentence for each unit that is damaged or gone."""
    cases: list[Case] = []
    faults: list[str] = []
    there = [unit for unit in store.units() if unit != DESK]
    for unit in (DESK, *there, *(u for u in store.missing() if u != DESK)):
        try:
            case = store.load(unit)
            if unit != DESK:
                case.enrolment  # noqa: B018 (a record without its enrolment is damaged, too)
            cases.append(case)
        except StoreFailed as e:
            faults.append(str(e))
        except KeyError:
            faults.append(f"The record of {unit} holds no enrolment: put back the last good copy of it.")
    return cases, faults
