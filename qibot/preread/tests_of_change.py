"""Which tests of change a report tells of: done or under way, and how many."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.numerals import UNITS
from qibot.preread.text import Report, Sentence, once
from qibot.preread.words import MONTHS

TEST = Loose(
    r"\bpdsas?\b|\btests?\b(?! (?:results?|kit|tubes?|scores?|positive|negative))|\btested\b|"
    r"\btesting\b|\btest of change\b|\bcycles? \d|\b(?:first|second|third|fourth|"
    r"last|two|three|four|five|test) cycles?\b|\btried (?:out|it|this|the|a|an|with|\w+ing)\b|"
    r"\bpilot(?:ed|s|ing)?\b|\btrial(?:led|led|s)?\b|\bramps?\b",
)
_DONE = Loose(
    r"\b(?:was|were|did|done|didn't|rang|asked|guessed|thought|saved|said|told|answered|signed|saw|showed|"
    r"learn\w*|found|tried|tested|predicted|predict|"
    r"prediction|expected|started|took|ran|run|carried out|complet\w+|results?|came|"
    r"has|have|had|gave|met|held|adapted|adopted|abandoned|went|got|gained|under ?way|ongoing|to date|finished|kept|"
    r"worked|"
    r"failed|helped|"
    r"used|are (?:testing|trying)|am (?:testing|trying)|so far|happened|piloted|trialled)\b",
)
_AHEAD = Loose(
    r"\b(?:will|plann(?:ed|ing)|(?:we|i|they|she|he|team) plans?|plans? (?:to|for)|"
    r"(?:my|our|the) plan (?:is|was)|next|going to|would|intend\w*|about to|hope|ready to|"
    r"before (?:learning|we|i)|to begin|start(?:ing)? (?:a|in|on)|first pdsas? (?:in|on|with)|"
    r"soon|"
    r"(?:not|\w+n't|no|none|never) (?:\w+ ){0,4}(?:pdsas?|test\w*|tried|begun|started)|(?:pdsas?|"
    r"tests?) (?:\w+ ){0,3}(?:not|\w+n't)|yet|in preparation|preparing|january|after (?:the|"
    r"easter))\b",
)
_PAST = Loose(
    r"\b(?:was|were|did|rang|asked|guessed|thought|saved|said|told|answered|signed|saw|showed|learnt|"
    r"learned|found|tried|tested|predicted|expected|started|took|"
    r"ran|carried out|completed|came|went|got|gained|under ?way|kept|worked|failed|so far|done|"
    r"happened|"
    r"piloted|trialled|met|held|had|adapted|adopted|abandoned|gave)\b",
)
# “Three tests since I last wrote”: no verb says that they were done.
_TO_DATE = Loose(
    r"^(?:\w+[,:] )?(?:just |only |another |the |my |our )*(?:one|two|three|four|five|six|seven|eight|several|"
    r"a few|some|first|\d{1,2}) "
    r"(?:\w+ ){0,2}?(?:tests?|pdsas?|cycles?|trials?)(?: of change)? (?:since|this (?:month|time)|so far|to date|"
    r"to report|last month|in the "
    r"(?:last|past)|to tell|behind (?:us|me)|between)\b",
)
_NO_TEST = Loose(
    r"(?:\b(?:no|not|never)|n['’]t)\b(?: \w+){0,4}? (?:pdsas?|tests?|tested|testing|started|"
    r"begun|trials?|trialled|pilots?|piloted|tried|tryouts?)\b|\b(?:nothing|none|neither)\b.{0,25}\b(?:been|"
    r"got) (?:tried|tested|"
    r"trialled|piloted)\b|\b(?:pdsas?|tests?|testing)\b.{0,40}(?:\b(?:not|yet to)\b|n['’]t).{0,25}\b(?:done|"
    r"started|begun|carried out|run|completed?|yet|place)\b",
)
_NONE = Loose(r"\b(?:no|not|none|\w+n't|nothing|never|yet to|haven't)\b")
_BY_NUMBER = Loose(r"(?:pdsas?|tests?|cycles?) \d")
_NUMBERED = expression(
    r"\b(?:pdsas?|cycles?|tests?)(?: cycles?| no\.?| number)? ?(\d{1,2})(?:(?:,| and| to|-|–|/| &) ?(\d{1,2}))?",
    re.IGNORECASE,
)
_WORDS = UNITS | {
    "a single": 1, "single": 1, "several": 3, "many": 3, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_COUNTED = expression(
    r"\b(one|a single|single|two|three|four|five|six|seven|eight|several|many|first|second|third|"
    r"fourth|fifth|\d{1,2}) (?:small |pdsa |more |further |separate |short )*(?:pdsas?|tests?|"
    r"cycles?)\b",
    re.IGNORECASE,
)
_WIDENED = Loose(  # “with one pupil, then with four”
    r"\b(?:tried|tested|trialled|ran)\b.{0,60}\b(?:with|on|in|for) .{1,40}\b(?:then|and again|later|after that) "
    r"(?:with|on|in|for)\b",
)
_CONDITIONS = r"(?:again )?(?:with|on|by|at) (?:an?|the|all|one|two|three|four|five|six|both|another|our|\d+)\b"
# “After that with three, in March with all”: the same again in other conditions.
_AGAIN = expression(
    rf"\b(?:then|after (?:that|which)|later|afterwards|the (?:next|following) (?:day|week|month)) {_CONDITIONS}",
    re.IGNORECASE,
)
# “We then did it for three days, and in December tried it at Hillhead”
_DID = r"(?:tried|did|tested|ran|repeated|used|put|was (?:done|tried|run|used|put)|were (?:done|tried|run))"
_DONE_AGAIN = expression(
    rf"\b(?:we|i|they|she|he|it) (?:then|later|next|afterwards) {_DID}\b(?! (?:not|nothing|so))|"
    rf"^(?:then|later|next|afterwards|after that|and then),? (?:we|i|they|she|he|it) {_DID}\b(?! (?:not|nothing|so))",
    re.IGNORECASE,
)
_DONE_IN = expression(rf"\bin (?:{MONTHS}),? (?:we|i|they|she|he|it|this|the \w+) (?:\w+ )?{_DID}\b", re.IGNORECASE)
_ON_A_DAY = expression(rf"\bin (?:{MONTHS}) {_CONDITIONS}", re.IGNORECASE)  # that of the first test is no further one
_TWICE = expression(
    r"\b(?:tested|tried|repeated|trialled|run|done)\b[^.;:]{0,60}?\b(?P<times>twice|three times|four times|"
    r"five times|six times|seven times|"
    r"eight times|(?:in |over )?(?:two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?rounds)\b",
    re.IGNORECASE,
)
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")
_ORDINAL = expression(
    rf"(?:and |then |for |in |with |on )*(?:the |our |my )?(?P<nth>{'|'.join(_ORDER)})(?: (?:one|time|was|we|i|"
    rf"test|pdsa|cycle|round|of)\b|,|:|ly\b)",
    re.IGNORECASE,
)
_GUESSED = Loose(
    r"\b(?:predict\w*|expected|prediction|guessed|hypothes\w+|thought (?:that )?(?:it|we|they|he|she))\b",
)
_NOT_TOLD = ("next", "learning", "aim", "measures", "stage", "rationale", "scope", "theory", "system")


@once
def tests_of(report: Report) -> list[Sentence]:
    """The sentences that tell of a test that was done or is under way, and what stands with them."""
    told: list[Sentence] = []
    paragraphs = set()
    for s in report.outside(*_NOT_TOLD):
        if _is_a_row(s):
            told.append(s)
        elif (TEST.search(s.text) or s.part == "pdsa") and _is_done(s.text):
            told.append(s)
            paragraphs.add(s.paragraph)
    beside = [s for s in report.outside(*_NOT_TOLD) if s.paragraph in paragraphs or s.part == "pdsa"]
    return [s for s in report.sentences if s in told or (told and s in beside)]


def _is_a_row(sentence: Sentence) -> bool:
    """Whether it is a row of a table of cycles."""
    return sentence.part == "pdsa" and sentence.item and " | " in sentence.text


def _is_done(text: str) -> bool:
    if _NO_TEST.search(text) or (_NONE.search(text) and not _PAST.search(text)):
        return False
    if _AHEAD.search(text) and not _PAST.search(text) and not _TO_DATE.match(text):
        return False
    return _DONE.search(text) or _TO_DATE.match(text) or _BY_NUMBER.match(text)


@once
def count_of(report: Report) -> int:
    """How many tests are told of as done or under way, as far as it can be told; at least that many."""
    told = tests_of(report)
    most = min(1, len(told))
    for sentence in told:
        for found in _NUMBERED.finditer(f"{sentence.heading}. {sentence.text}"):
            most = max(most, *(int(n) for n in found.groups() if n))
        if not _AHEAD.search(sentence.text) or _PAST.search(sentence.text):
            for counted in _COUNTED.findall(sentence.text):
                most = max(most, int(counted) if counted.isdigit() else _WORDS[counted.lower()])
        if _WIDENED.search(sentence.text):
            most = max(most, 2)
        if twice := _TWICE.search(sentence.text):
            most = max(most, _times(twice["times"].lower()))
    most = max(most, _in_other_conditions(told), _in_order(told), _each_with_its_own(told))
    rows = [s for s in told if _is_a_row(s)]
    return max(most, len(rows) - 1)


def _times(said: str) -> int:
    return 2 if said == "twice" else max(_WORDS.get(word, 2) for word in said.split())


def _in_order(told: list[Sentence]) -> int:
    """How far it is counted: “for the first one …”, “the second was …”, “third one: …”, in this order."""
    reached = 0
    for sentence in told:
        if (found := _ORDINAL.match(sentence.text)) and _ORDER.index(found["nth"].lower()) == reached:
            reached += 1
    return reached if reached > 1 else 0


def _each_with_its_own(told: list[Sentence]) -> int:
    """How many paragraphs about tests say what was predicted and, after it, what came."""
    own: dict[int, list[str]] = {}
    for sentence in told:
        if sentence.part == "pdsa":
            own.setdefault(sentence.paragraph, []).append(sentence.text)
    return sum(
        1
        for said in own.values()
        if any(
            _GUESSED.search(text) and any(_PAST.search(after) for after in said[i + 1 :]) for i, text in enumerate(said)
        )
    )


def _done_in_further_months(said: str) -> int:
    """How often it was done in one more month: “in May we ran our test” is the first that is told of it."""
    months = list(_DONE_IN.finditer(said))
    told = bool(months and TEST.search(said[: months[0].start()]))
    return len(months) if told else max(len(months) - 1, 0)


def _in_other_conditions(told: list[Sentence]) -> int:
    """How often one paragraph says that the same was tested, and then again with others or on another day."""
    most = 0
    for paragraph in {s.paragraph for s in told if TEST.search(s.text) or s.part == "pdsa"}:
        own = [
            s.text
            for s in told
            if s.paragraph == paragraph and not (_AHEAD.search(s.text) and not _PAST.search(s.text))
        ]
        again = sum(len(_AGAIN.findall(text)) + len(_DONE_AGAIN.findall(text)) for text in own)
        again += sum(len(_ON_A_DAY.findall(text)) for text in own if not TEST.search(text))
        again += _done_in_further_months(" ".join(own))
        most = max(most, 1 + again)
    return most
