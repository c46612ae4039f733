"""Figures over time that stand one below the other: the rows of a table, the items of a list, lines of a PDF."""

from __future__ import annotations

from collections import defaultdict

from qibot.preread.rows import cells_in, figures_in, figures_told, runs_in, times_in
from qibot.preread.text import Report, once

_LEAST = 3  # rows of which a run is made


@once
def series_of(report: Report) -> list[list[float]]:
    """Each column or row of figures with as many as tell of days, months or weeks, and what a sentence tells so."""
    runs: list[list[float]] = []
    headed: tuple[str, int] | None = None  # where a head row of times stands, and how many it holds
    for sentence in report.sentences:
        told = figures_told(sentence.text)
        if len(told) >= _LEAST:
            runs.append(told)
        times = times_in(sentence.text)
        if times >= _LEAST:
            headed = (sentence.heading, times)
        elif headed is not None and headed[0] == sentence.heading and " | " not in sentence.text:
            runs += runs_in(sentence.text, headed[1])
        elif headed is not None and headed[0] == sentence.heading:
            row = [f for f in cells_in(sentence.text) if f is not None]
            if len(row) >= _LEAST:
                runs.append(row)
    columns: dict[tuple[str, int], list[float]] = defaultdict(list)
    for sentence in report.sentences:
        for column, figure in enumerate(figures_in(sentence.text)):
            if figure is not None:
                columns[sentence.heading, column].append(figure)
    return [run for run in columns.values() if len(run) >= _LEAST] + runs
