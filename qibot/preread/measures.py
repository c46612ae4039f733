"""The measures that a report lists, with their kind where it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.measure_rows import rows_read
from qibot.preread.prose import kind_of_that, measures_in
from qibot.preread.story import tells
from qibot.preread.text import Report, Sentence, once
from qibot.preread.words import TO_COME

KINDS = ("outcome", "process", "balancing")
_QUANTITY = (
    r"(?:number|value (?:of|in)|pounds|pence|no\.|nr|#|%|per ?cent|percentage|proportion|share|rate|ratio|time|"
    r"days?|hours?|"
    r"minutes?|weeks?|length|duration|how (?:many|often|"
    r"long|much)|count|counts|score|scores|rating|average|mean|median|frequency|costs?|£|amount|"
    r"total|weight|volume|distance|spend|occurrences|prevalence|incidence|"
    r"per|times|temperature|degrees|(?:a|each|every) (?:day|week|month|quarter|year|term|shift)|"
    r"daily|weekly|monthly|level of|out of|occupancy|uptake|attendance|coverage|turnover|readmissions|overtime|"
    r"backlog)"
)
QUANTITY = Loose(rf"(?:\b|(?<=\W)|^){_QUANTITY}(?:\b|(?<=[%£#.]))|\d")
_TYPED = expression(
    r"(?:^|(?<=[.;|\n(])|(?<=\bmeasures: )|(?<=\s)(?=(?-i:Outcome|Process|"
    r"Balancing)\b[\w ]{0,9}:))\s*(?:(?:main|primary|overall|key|secondary|first|second) )?(?P<kind>outcomes?|"
    r"process|"
    r"balancing)(?: measures?)?(?: \([^)]*\))?\s*(?::|,|-|–|—|=|\b(?:is|are|(?:would|will|could|might) be|"
    r"being)\b)\s*",
    re.IGNORECASE,
)
# A row of a table that came as one line: “Outcome number of falls”.
_ROW = expression(rf"^(Outcome|Process|Balancing)(?: measure)? (?=(?i:{_QUANTITY})(?:\b|(?<=[%£#.])))")
_LINE = expression(r"^(Outcome|Process|Balancing) (?!measures?\b|is\b|are\b|and\b|or\b|of\b|for\b)(?=\w|%)")
_ROWS = 2  # such lines, from which on others like them are rows, too
_HEAD_ROW = Loose(
    r"(?:(?:type|kind|measure|name|description|definition|frequency|current|target)s?\s*){2,}",
)
_BEHIND = expression(
    r"[(\[,–-]\s*(?P<kind>outcome|process|balancing)(?: measure)?\s*[)\]]?\s*\.?$|\((?P<letter>[OPB])\)\s*$",
    re.IGNORECASE,
)
_LETTERS = {"o": "outcome", "p": "process", "b": "balancing"}
_BETWEEN = expression(
    rf";\s*(?:and\s+)?|,\s+(?:and\s+)?(?=(?:the\s+)?{_QUANTITY}(?:\b|(?<=%)))|"
    rf"\s+and\s+(?=(?:the\s+)?(?:number|%|percentage|proportion|share|time|length|count|how)(?:\b|"
    rf"(?<=%)))",
    re.IGNORECASE,
)
_COLON = expression(
    r"^[^:]{0,80}\bmeasures?\b[^:]{0,40}:\s*(?P<list>.+)$|^[^:]{0,40}:\s*(?P<other>.+;.+)$", re.IGNORECASE | re.DOTALL
)
# How a measure is taken is no further measure.
_HOW = expression(
    r"[,;(]\s+(?:(?:which|this|it) (?:is|are|will be) )?(?:counted|collected|taken|measured|recorded|worked out|"
    r"calculated|"
    r"defined|gathered) (?:as|from|by|on|at|daily|weekly|monthly|each|every|in)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_TELLS_HOW = Loose(
    r"^\W*(?:(?:this|these|it|they|we|i|data|figures|numbers?|all|both) (?:is|are|will|was|were|have|has|come|"
    r"comes|count|"
    r"collect|look|take)\b|(?:counted|collected|taken|measured|recorded|calculated|gathered|source|method|definition|"
    r"baseline|numerator|denominator|target|frequency|sample|how often|operational definition)\b)",
)


_BEGINS_WITH_A_QUANTITY = Loose(rf"(?:the )?{_QUANTITY}(?:\b|(?<=%))")
_SPEAKS_ABOUT = Loose(r"\b(?:we|i|this|these|it|they|would|because|following|has been|have been)\b")
_ONLY_QUANTITY = Loose(
    rf"{_QUANTITY}(?:(?: in| of| as| a)? (?:{_QUANTITY}|degrees|total|seconds)| (?:a|per|each|every) \w+)?",
)
# “…, total for the ward”, “…, average of the month” tell how the one before is added up.
_SUMMED = Loose(
    r"(?:total|average|mean|median|sum|counted|per|daily|weekly|monthly) (?:for|of|over|by|per|in|across|"
    r"count|figure)\b|per \w+$|"
    r"time of day\b",
)
_NONE = Loose(
    rf"(?:others?|none(?: (?:yet|so far|at present|identified))?|n/?a|(?:{TO_COME})\b.*|nothing(?: yet)?)",
)
# The words under a chart: “Waits by month, run chart, with median”.
_CAPTION = Loose(
    r",\s+(?:an? )?(?:run|line|bar|control|spc) (?:charts?|graphs?)\b|\bwith (?:its |the |a )?(?:median|shift)\b"
)
_OVER_TIME = Loose(
    r",? (?:shown |plotted )?(?:by|per|each|every|over|since|for the) (?:the )?(?:last )?(?:\w+ )?(?:days?|weeks?|"
    r"months?|"
    r"quarters?|terms?|time|years?)\b.{0,40}$"
)
_TELLING = 3  # words by which a measure is known again
_OTHER = Loose(r"(?:others?|further|additional|more|extra)(?: (?:measures?|data|things?|ideas))?:?")


_CALLED = expression(
    r"(?:(?:and|with|as|for|the|a|our|my|one|two|three|other) )*(?P<kind>outcome|process|balancing)(?: measures?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its words, its kind (empty where it isn't told), its place, and whether figures stand beside it."""

    text: str
    kind: str
    place: str
    figured: bool = False


@once
def measures_of(report: Report) -> list[Measure]:
    """Each measure that the report lists."""
    found: list[Measure] = []
    tabled: list[Measure] = []
    headed: tuple[str, str] | None = None  # a heading, and the kind that a line of its own opened below it
    others: str | None = None  # the heading under which “Other” stands: what follows it there is of no kind
    lines = [s for s in report.within("measures") if _LINE.match(s.text) and " | " not in s.text]
    certain = sum(1 for s in lines if _ROW.match(s.text))
    in_rows = {s.paragraph for s in lines} if certain >= _ROWS and 2 * certain >= len(lines) else set()
    for sentence in rows_read(report.sentences):
        if _HEAD_ROW.fullmatch(sentence.text):
            continue
        row = _LINE if sentence.paragraph in in_rows else _ROW
        sentence = replace(sentence, text=row.sub(r"\1: ", sentence.text))
        typed = list(_TYPED.finditer(sentence.text))
        if sentence.part != "measures" and not (typed and len(typed) > 1):
            continue
        if _OTHER.fullmatch(sentence.text):
            others = sentence.heading
            continue
        kind = "" if others == sentence.heading and not typed else sentence.kind
        if typed and not sentence.text[typed[-1].end() :].strip(" .:\n0123456789"):
            headed = (sentence.heading, typed[-1]["kind"].lower())
        elif not typed and headed is not None and headed[0] == sentence.heading:
            kind = "outcome" if headed[1].startswith("outcome") else headed[1]
        if sentence.figured:
            tabled.append(Measure(sentence.text, kind, sentence.place, figured=True))
        elif kind or typed or not _is_told_of(sentence, [*found, *tabled], tabled):
            found += _measures(sentence, typed, kind)
    # Beside measures that are listed, a table of figures holds theirs.
    found += [m for m in tabled if m.kind or not found]
    return found or list(_in_prose(report))


def _is_told_of(sentence: Sentence, among: list[Measure], tabled: list[Measure]) -> bool:
    """Whether it says more of a measure that is listed, or is the caption of its chart.

    An item that begins with the words of another is a measure of its own, unless all that it adds is when.
    """
    said = sentence.text.lower()
    named = [m for m in among if len(m.text.split()) >= _TELLING and said.startswith(m.text.lower())]
    if tabled and _CAPTION.search(said):
        return True
    return any(not sentence.item or (tabled and _OVER_TIME.match(said[len(m.text) :])) for m in named)


def _in_prose(report: Report) -> Iterator[Measure]:
    """Measures that running text lists; a concept only beside one that says what is counted."""
    before = ""
    for sentence in report.outside("learning", "next", "human", "aim", "stage", "rationale", "team"):
        listed = [(kind, names) for kind, names in measures_in(sentence.text) if QUANTITY.search(names[0])]
        for kind, names in listed:
            yield from _kinds_told(kind, names, sentence.place)
        if not listed and before and (that := kind_of_that(sentence.text)):
            yield Measure(before, that, sentence.place)
        before = sentence.text


def _kinds_told(kind: str, names: list[str], place: str) -> list[Measure]:
    """The measures of such a list; a kind in brackets is that of those before it which have none, too."""
    told: list[Measure] = []
    for name in names:
        if called := _CALLED.fullmatch(name):  # “…, one process measure, …”
            kind = called["kind"].lower()
        elif behind := _BEHIND.search(name):
            told.append(_with_its_kind(behind, place))
            told = [m if m.kind else replace(m, kind=told[-1].kind) for m in told]
        else:
            told.append(Measure(name, kind, place))
    return told


def _with_its_kind(behind: re.Match[str], place: str) -> Measure:
    """The measure that stands before its kind."""
    kind = behind["kind"] or _LETTERS[behind["letter"].lower()]
    return Measure(behind.string[: behind.start()].strip(), kind.lower(), place)


def _measures(sentence: Sentence, typed: list[re.Match[str]], kind: str) -> Iterator[Measure]:
    text = sentence.text
    if typed:
        if kind and (before := text[: typed[0].start()].strip()):
            yield from _listed(before, kind, sentence.place)
        ends = [*(m.start() for m in typed[1:]), len(text)]
        for mark, end in zip(typed, ends, strict=True):
            name = mark["kind"].lower().rstrip("s") if mark["kind"].lower() != "process" else "process"
            yield from _listed(text[mark.end() : end], name, sentence.place)
    elif behind := _BEHIND.search(text):
        yield _with_its_kind(behind, sentence.place)
    elif not kind and " | " not in text and (rows := list(_cells(text, sentence.place))):
        yield from rows
    elif sentence.item:
        yield from (
            _listed(text, kind, sentence.place) if kind else _listed(text.replace(" | ", "; "), "", sentence.place)
        )
    elif kind and _is_list(text):
        yield from _listed(text, kind, sentence.place)
    elif (colon := _COLON.match(text)) and _is_named(colon["list"] or colon["other"]):
        yield from _listed(colon["list"] or colon["other"], kind, sentence.place)
    elif (";" in text and _is_named(text)) or _BEGINS_WITH_A_QUANTITY.match(text):
        yield from _listed(text, kind, sentence.place)


# A row that lost its cells: “% of letters out in a week Process Weekly”, or several of them in one line.
_CELL = expression(
    r"(?<=[\w)%]) (?P<kind>[Oo]utcome|[Pp]rocess|[Bb]alancing)"
    r"(?: (?:daily|weekly|monthly|quarterly|each \w+|"
    r"every \w+)\b|"
    r"(?: \d[\d.,]*%?){1,4})?(?:$|(?= (?:%|[A-Z\d])))"
)


def _cells(text: str, place: str) -> Iterator[Measure]:
    """The measures of such rows: what stands before each kind."""
    begin = 0
    for mark in _CELL.finditer(text):
        if said := text[begin : mark.start()].strip(" .;,"):
            yield Measure(said, mark["kind"].lower(), place)
        begin = mark.end()


def _is_list(text: str) -> bool:
    """Whether a sentence under a kind's heading names measures, and doesn't speak about them."""
    return not _SPEAKS_ABOUT.search(text) and _is_named(text)


def _is_named(text: str) -> bool:
    """Whether words may name measures, and don't tell how somebody takes them."""
    return bool(_BEGINS_WITH_A_QUANTITY.match(text)) or not tells(text)


def _listed(text: str, kind: str, place: str) -> Iterator[Measure]:
    if _TELLS_HOW.match(text):
        return
    pieces: list[str] = []
    for piece in _BETWEEN.split(_HOW.sub("", text)):
        if not (said := piece.strip(" .;,()")):
            continue
        if pieces and (_ONLY_QUANTITY.fullmatch(said) or _SUMMED.match(said)):  # “pegs lowered, number”
            pieces[-1] += f", {said}"
        else:
            pieces.append(said)
    yield from (Measure(said, kind, place) for said in pieces if not _NONE.fullmatch(said))
