"""Looks at a report by every rule that applies to it."""

from __future__ import annotations

from qibot.preread.observation import Observation
from qibot.preread.table import RULES, Rule
from qibot.preread.text import Report

LEAST_WORDS = 12  # of less nothing can be told: a photograph of a report, a link
_BY_NAME = {rule.name: rule for rule in RULES}
_OF_A_RULE = 6  # observations at most


def pre_read(report: Report) -> list[Observation]:
    """What there is to look at, in the order of the table. Pure."""
    if report.words < LEAST_WORDS:
        return []
    found: list[Observation] = []
    for rule in RULES:
        if rule.applies(report) and not {o.rule for o in found} & set(rule.unless):
            observed = [Observation(rule.name, f.words, f.place, f.detail) for f in rule.look(report)]
            found += dict.fromkeys(observed[:_OF_A_RULE])
    return found


def points_of(observations: list[Observation]) -> list[tuple[Rule, Observation]]:
    """The observations with their rules, what matters most first."""
    return sorted(((_BY_NAME[o.rule], o) for o in observations), key=lambda point: point[0].first)
