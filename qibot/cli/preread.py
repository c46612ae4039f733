"""`qibot read`: what the pre-read says of a document, on the terminal. Nothing is kept or sent."""

from __future__ import annotations

import argparse
import dataclasses
import os
from pathlib import Path
from typing import Any

from qibot.cli.building import settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.cli.quarantine import tame
from qibot.config import DEFAULT_PATH, Notes
from qibot.errors import QibotError
from qibot.model import CHARTER, Writing
from qibot.notes import limits_of, settings_for
from qibot.preread import points_of, pre_read, report_of
from qibot.reading import read_document


def read(options: argparse.Namespace) -> int:
    """What a document shows and lacks, by the rules of the pre-read."""
    notes = _notes(options)
    writing = _written(options.file, notes)
    number = CHARTER if options.charter else options.report
    before = _written(options.previous, notes) if options.previous else None
    settings = settings_for(notes)
    previous = report_of(before, max(number - 1, 1), settings) if before else None
    points = points_of(pre_read(report_of(writing, number, settings, previous)))
    if options.json:
        print_json(_plain(writing, points))
        return WRONG if writing.fault else FINE
    print("\n".join(_lines(writing, points)))
    return WRONG if writing.fault else FINE


def _notes(options: argparse.Namespace) -> Notes:
    """The configured numbers; the defaults where there is no configuration."""
    named = options.config or os.environ.get("QIBOT_CONFIG") or Path(DEFAULT_PATH).exists()
    return settings_of(options).notes if named else Notes()


def _written(file: str, notes: Notes) -> Writing:
    try:
        data = Path(file).read_bytes()
    except OSError as e:
        raise QibotError(
            f"{file} can't be read: {e.strerror}. Name a document (.docx, .odt, .rtf, .pdf, .xlsx, .txt)."
        ) from e
    return read_document(Path(file).name, data, limits_of(notes))


def _plain(writing: Writing, points: list[Any]) -> dict[str, Any]:
    counts = {name: getattr(writing, name) for name in ("words", "charts", "pictures", "tables")}
    return {
        "fault": writing.fault,
        "whole": writing.whole,
        **counts,
        "remarks": [{**dataclasses.asdict(r), "day": r.day.isoformat() if r.day else ""} for r in writing.remarks],
        "observations": [
            {**dataclasses.asdict(o), "says": rule.says.format(detail=o.detail), "source": rule.source}
            for rule, o in points
        ],
    }


def _lines(writing: Writing, points: list[Any]) -> list[str]:
    if writing.fault:
        return [tame(writing.fault)]
    counted = f"{writing.words} words, {writing.charts} charts, {writing.pictures} pictures"
    lines = [f"{counted}, {writing.tables} tables with figures, {len(writing.remarks)} comments."]
    lines += [] if writing.whole else ["Only the beginning was read: the document is very long."]
    for rule, observation in points:
        lines.append(f"- {tame(rule.says.format(detail=observation.detail))}  [{rule.name}; guidance {rule.source}]")
        if observation.words:
            lines.append(f"    “{tame(observation.words)}” ({tame(observation.place)})")
    return lines if points else [*lines, "Nothing stood out."]
