"""Figures over time that stand one below the other: the rows of a table, the items of a list, lines of a PDF."""

from __future__ import annotations

from collections import defaultdict

from qibot.preread.rows import figures_in
from qibot.preread.text import Report, once

_LEAST = 3  # rows of which a run is made


@once
def series_of(report: Report) -> list[list[float]]:
    """Each column of figures with as many rows as tell of days, months or weeks."""
    columns: dict[tuple[str, int], list[float]] = defaultdict(list)
    for sentence in report.sentences:
        for column, figure in enumerate(figures_in(sentence.text)):
            if figure is not None:
                columns[sentence.heading, column].append(figure)
    return [run for run in columns.values() if len(run) >= _LEAST]
