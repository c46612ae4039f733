"""Earlier feedback that this report doesn't touch (guidance, sections 1 and 7: advice that isn't being considered)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.advice import Point, points_in
from qibot.preread.answers import is_answered, is_wanting
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.asked_of import speaks, whom_to_ask
from qibot.preread.rules.topics import is_settled, is_wanted_still
from qibot.preread.stems import GENERIC, stems
from qibot.preread.text import Report

# “Share your chart with the parent council”: whom it is to be shown to.
_SHOW_TO = expression(
    r"\b(?:shar(?:e|ing)|show(?:ing)?|present(?:ing)?|tak(?:e|ing)) (?:\w+ ){0,2}?(?:charts?|data|graphs?|results|"
    r"figures|aim|"
    r"diagram|findings|map|learning|story) (?:with|to) (?:the |your |their |all |some |"
    r"other )*(?P<whom>(?:[\w-]+ ?){1,2})",
    re.IGNORECASE,
)
_SHOWN = Loose(
    r"\b(?:shar\w+|show\w*|present\w*|took|taken|take|saw|seen|see|sent|put up|pinned|brought|bring|look\w*|hangs?|"
    r"hung|"
    r"discuss\w*|told|went through|talk\w*|gave|given)\b",
)
# One word is enough where it is one of the mentor's own.
_NAMED = Loose(
    r"\b(?:sponsors?|predictions?|balancing|driver diagram|run charts?|baseline|own learning|definitions?|"
    r"fishbone)\b",
)
# “You asked what it's like for them”, “since your comments”: what stands there answers something.
_ANSWERING = Loose(
    r"\byou(?:'d|'ve| had| have)? (?:also )?(?:asked|suggest\w*|said|wrote|wonder\w*|mention\w*|pointed|wanted|"
    r"advis\w*|"
    r"recommend\w*|encourag\w*|were right|put it|invited|urged)\b|\byour (?:\w+ )?(?:questions?|comments?|"
    r"feedback|suggestions?|"
    r"points?|advice|remarks?|note|nudge|letter|reply)\b",
)
# “Could you plot the weekends separately?”: what is to be seen apart from the rest.
_APART = expression(
    r"\b(?:plot|show|chart|draw|count|measure|report|look at|give|put|list|split|separate)\w* (?:out )?(?:the |your |"
    r"all |"
    r"those )*(?P<what>(?:[\w-]+ ){1,4}?)(?:separately|apart|on (?:its|their) own|by (?:itself|themselves)|"
    r"(?:as|on|in) an? (?:separate|second|different|extra) (?:line|chart|graph|column|row|sheet))\b",
    re.IGNORECASE,
)
_SET_APART = Loose(
    r"\b(?:separate\w*|apart|split\w*|on (?:its|their) own|by (?:itself|themselves)|alone|only|as against|compared|"
    r"second "
    r"(?:line|chart)|whereas|than)\b"
)
_LONGEST = 20_000  # characters of feedback that are looked at
_TOUCHED = 0.34  # share of a point's own words that are in the report
_BESIDE = 2  # telling words of advice to hear somebody that are about something else
_ANSWERED = 2  # own words of a point that what answers the mentor has, too
_WHERE = "your feedback on the last report"


def feedback_untouched(report: Report) -> Iterable[Found]:
    """A point of the mentor's earlier feedback of which hardly a word is in this report."""
    have = stems(" ".join(f"{s.heading} {s.text}" for s in report.sentences))
    answers = _answers(report)
    for point in points_in(report.feedback[:_LONGEST]):
        if (
            _is_open_still(point, report, answers)
            or _is_kept_back(point.words, report)
            or _is_mixed_still(point.words, report)
            or (
                not _is_met(point, report)
                and (
                    (is_wanting(point.whole, report) and len(_own(point.whole) & answers) < _ANSWERED)
                    or (_is_strange(point.words, have) and _is_strange(point.whole, have))
                )
            )
        ):
            yield Found(point.words, _WHERE)


def _is_open_still(point: Point, report: Report, answers: frozenset[str]) -> bool:
    """Whether what it asks for is found missing by another rule, or they aren't heard who were to be asked."""
    if len(_own(point.words) & answers) >= _ANSWERED:
        return False
    whom = whom_to_ask(point.words)
    return is_wanted_still(point.words, report) or bool(whom and not speaks(whom, report))


def _own(words: str) -> frozenset[str]:
    return stems(words) - GENERIC or stems(words)


def _is_strange(words: str, have: frozenset[str]) -> bool:
    """Whether hardly a telling word of it is in the report."""
    said, telling = stems(words), _own(words)
    enough = len(said) >= 2 or (said and _NAMED.search(words))
    return bool(enough) and len(telling & have) / len(telling) < _TOUCHED


def _answers(report: Report) -> frozenset[str]:
    """The words of what the report says in answer to the mentor: the paragraphs that refer to what was asked."""
    paragraphs = {s.paragraph for s in report.sentences if _ANSWERING.search(s.text)}
    return stems(" ".join(f"{s.heading} {s.text}" for s in report.sentences if s.paragraph in paragraphs))


def _is_kept_back(point: str, report: Report) -> bool:
    """Whether it asks that something be shown to somebody, and no sentence tells of showing and of these people."""
    asked = _SHOW_TO.search(point)
    if asked is None:
        return False
    whom = stems(asked["whom"])
    return bool(whom) and not any(_SHOWN.search(s.text) and whom & stems(s.text) for s in report.sentences)


def _is_mixed_still(point: str, report: Report) -> bool:
    """Whether it asks that some be seen apart, and no sentence speaks of them, or of a part of them as set apart."""
    asked = _APART.search(point)
    if asked is None:
        return False
    what = stems(asked["what"])
    told = ((what & stems(f"{s.heading} {s.text}"), s.text) for s in report.outside("aim", "next"))
    return bool(what) and not any(named == what or (named and _SET_APART.search(text)) for named, text in told)


def _is_met(point: Point, report: Report) -> bool:
    """Whether the report shows, in whatever words, what the point asks for."""
    if is_settled(point.words, report):
        return True
    whom = whom_to_ask(point.words)
    if whom and speaks(whom, report) and len(_own(point.words) - stems(whom)) <= _BESIDE:
        return True
    return is_answered(point.words, report) or bool(point.beside and is_answered(point.whole, report))
