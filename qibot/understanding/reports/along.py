"""Documents that are no report by name or kind, but go along with one: charts, data, an appendix, a draft."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Document
from qibot.understanding.reports.together import LOOKED_AT

_ALONG = expression(
    r"\b(?:data|charts?|graphs?|run ?charts?|feedback|comments?|appendix|appendices|annex|minutes|agenda|photos?"
    r"|driver diagram|diagram|logs?|survey|notes?|template|guidance|plan|consent|poster|slides|certificate"
    r"|fishbone|process maps?|flow ?charts?|pareto|spc|references|questionnaires?)\b",
    re.IGNORECASE,
)
_DRAFT = expression(r"\b(?:draft|outline|wip|work in progress|unfinished)\b", re.IGNORECASE)
_BESIDE = (".xlsx", ".xls", ".csv", ".png", ".jpg", ".jpeg", ".heic", ".pptx", ".ics", ".vcf", ".txt")


def goes_along(d: Document) -> bool:
    """Whether a document is no report by its name or kind, but goes along with one."""
    return is_called_along(d) or d.name.lower().endswith(_BESIDE)


def is_called_along(d: Document) -> bool:
    """The same by its name alone: a report may be a sheet or slides."""
    return _ALONG.search(stem_of(d)) is not None


def stem_of(d: Document) -> str:
    """A file's name without its ending, its words apart."""
    return (d.name.rpartition(".")[0].replace("_", " ") or d.name)[:LOOKED_AT]


def is_draft(d: Document) -> bool:
    """Whether its name says that it isn't finished."""
    return _DRAFT.search(stem_of(d)) is not None


def tells_of_no_report(words: str) -> bool:
    """Whether a name, or words before a link, call something that goes along with a report, or a draft."""
    return _ALONG.search(words) is not None or _DRAFT.search(words) is not None
