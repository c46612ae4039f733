"""The parts of a report: goes through its passages, and says of each sentence under which heading it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from qibot.expression import expression
from qibot.model import Passage
from qibot.preread.headings import is_heading, part_of, type_in, type_of
from qibot.preread.layout import is_line_of_a_part
from qibot.preread.leads import list_led_in
from qibot.preread.loose import Loose
from qibot.preread.rows import COLUMN, is_figure
from qibot.preread.sentences import Sentence, sentences_of
from qibot.preread.story import is_story

# “Aim: by June …”, “Change ideas, with the committee: …”, “Next steps - …”, “Data. A run chart …”
_LABEL = expression(
    r"^(?P<label>[A-Z][\w' ’/&-]{1,45}?(?:, [\w' ’-]{1,40})?)\s*(?::|\s[-–—]\s|\.\s(?=[A-Z\d]))\s*(?P<rest>.*)$",
    re.DOTALL,
)
_SMALL_LABEL = expression(
    r"^(?P<label>[a-z][a-z ]{1,30})(?<! ) ?:\s*(?!(?:it|we|i|they|there|this|that)\b)(?P<rest>\S.*)$", re.DOTALL
)
_WITHIN = expression(r"(?<=[.;!?])\s+(?=[A-Z][\w '’-]{2,24}: )")
_NO_LABEL = expression(r"^(?:From|Since|After|Through|See|As|Both|Based|Taken|Out)\b")  # “From our driver diagram: …”
_LISTED = expression(r"^(?:\(?\d{1,2}[.)]|[-*•·–—▪◦])\s+(?=\S)")  # a list that was typed
_TITLE = Loose(r"(?:project )?(?:title|name|project)")
_LABEL_WORDS = 6
_OF_AN_AIM = Loose(r"\b(?:aims?|goal|objective)\b|^(?:by|to|from)\b|\d ?%|\b20\d\d\b")
_NUMBERED_TEST = Loose(
    r"^(?:pdsas?|tests?|cycles?|reports?)\b.{0,8}\d|^(?:first|second|third) (?:pdsa|test|cycle)",
)


class Parts:
    """Goes through the passages and remembers what they stand under."""

    def __init__(self, own: Mapping[str, tuple[str, ...]]) -> None:
        self._own, self._part, self._kind, self._heading = own, "", "", ""
        self._count = 0
        self._form = False  # whether the part was opened by a row of a table, so that further rows open others
        self._lists = False  # whether a list follows
        self._told = False  # whether something stands under the heading of the aim, or of the measures, already
        self._before: tuple[str, str, str] | None = None  # what is open again after a paragraph that had its own label

    def sentences(self, passages: tuple[Passage, ...]) -> Iterator[Sentence]:
        for passage, following in pairwise((*passages, Passage("", "paragraph", ""))):
            self._count += 1
            self._lists = following.kind == "item" or bool(_LISTED.match(following.text))
            if passage.kind == "margin":
                continue
            if passage.kind == "heading":
                yield from self._headed(passage)
            elif passage.kind == "row":
                yield from self._row(passage)
            else:
                yield from self._passage(passage.text, passage.place, item=passage.kind == "item")

    def _headed(self, passage: Passage) -> Iterator[Sentence]:
        label = _LABEL.match(passage.text)
        if (
            label
            and not _NUMBERED_TEST.match(label["label"])
            and (part_of(label["label"], self._own) or _TITLE.fullmatch(label["label"]))
        ):  # “Project stage: 1.5”
            yield from self._passage(passage.text, passage.place, item=False)
        else:
            self._open(passage.text)

    def _open(self, heading: str) -> None:
        self._told = self._form = False
        self._before = None
        self._part, self._kind = part_of(heading, self._own), type_in(heading)
        self._heading = heading.strip(" :.-–—")

    def _row(self, passage: Passage) -> Iterator[Sentence]:
        """A row whose first cell is a heading holds that part (a form); else it is an item of what is open."""
        cells = [c for c in passage.cells if c]
        if self._before and self._kind and self._before[0] == "measures":  # “Balancing: overtime”, then a table
            (self._part, self._kind, self._heading), self._before = self._before, None
        kinds = [kind for cell in cells if (kind := type_of(cell))]
        if len(cells) > 1 and len(kinds) == 1 and (self._part == "measures" or type_of(cells[0])):
            kind = kinds[0]
            for cell in [c for c in cells if not type_of(c)][: 1 if self._part == "measures" else None]:
                figured = any(is_figure(c) for c in cells if c != cell)
                row = (kind, self._count, self._heading, figured, " | ".join(c for c in cells if c != cell))
                yield Sentence(cell, passage.place, "measures", True, *row)
        elif len(cells) > 1 and self._opens_a_part(cells):
            self._open(cells[0])
            self._form = True
            yield from self._passage("\n".join(cells[1:]), passage.place, item=False)
        elif cells:
            yield Sentence(" | ".join(cells), passage.place, self._part, True, self._kind, self._count, self._heading)

    def _opens_a_part(self, cells: list[str]) -> bool:
        """Whether the first cell of a row is the heading of its others. In a table under a heading it must be plain."""
        cell, *others = cells
        part = part_of(cell, self._own)
        if not part or (part == self._part == "measures" and not self._form) or any(map(COLUMN.fullmatch, others)):
            return False
        loosely = self._form or self._part in ("", "stage")
        return is_heading(cell, self._own) or (loosely and len(cell.split()) <= _LABEL_WORDS)

    def _passage(self, text: str, place: str, *, item: bool) -> Iterator[Sentence]:
        if not item and len(parts := self._parted(text)) > 1:
            for part in parts:
                yield from self._passage(part, place, item=False)
            return
        if not item and (listed := _LISTED.match(text)):
            text = text[listed.end() :]
            item = not (listed[0][:1].isdigit() and is_line_of_a_part(text, self._own))  # “3. Tests this month”
            if not item:
                self._open(text)
                return
        a_stage = self._part == "stage" and text[:1].isdigit()  # “1.5, planning”
        if not item and not a_stage and is_heading(text, self._own):
            self._open(text)
            return
        if label := self._label(text, item=item):
            before = self._open_before()
            self._open(label["label"])
            yield from self._split(label["rest"], place, item)
            if item:  # a label within a list holds for its item
                self._part, self._kind, self._heading = before
            elif label["rest"]:
                self._before = before
            return
        if not item and self._lists and self._part in ("", "activity") and (leads := list_led_in(text)):
            before = self._open_before()
            yield from self._split(text, place, item)
            self._open(text)
            self._part, self._before = leads, before
            return
        if self._before and not item:
            (self._part, self._kind, self._heading), self._before = self._before, None
            self._told = True
        if not item and self._told and self._part == "measures" and is_story(text):
            yield from self._aside(text, place)
            return
        yield from self._split(text, place, item)

    def _aside(self, text: str, place: str) -> Iterator[Sentence]:
        """A paragraph behind the measures that is about something else; a list may go on after it."""
        opened = self._part, self._kind
        self._part = self._kind = ""
        yield from self._split(text, place, item=False)
        self._part, self._kind = opened

    def _open_before(self) -> tuple[str, str, str]:
        return self._before or (self._part, self._kind, self._heading)

    def _parted(self, text: str) -> list[str]:
        """A paragraph cut where a sentence begins with a known label: “Problem: … Aim: by June … Team: …”."""
        first = _LABEL.match(text)
        if not first or not part_of(first["label"], self._own) or _NUMBERED_TEST.match(first["label"]):
            return [text]
        found: list[str] = []
        for piece in _WITHIN.split(text):
            label = _LABEL.match(piece)
            known = label and not type_in(label["label"]) and part_of(label["label"], self._own)
            if found and not known:
                found[-1] += f" {piece}"
            else:
                found.append(piece)
        return found

    def _label(self, text: str, *, item: bool) -> re.Match[str] | None:
        """The words before a colon or the like, where they open a part."""
        label = _LABEL.match(text) or self._uncapitalised(text)
        if label is None or _NUMBERED_TEST.match(label["label"]):
            return None
        if _NO_LABEL.match(label["label"]):
            return None
        if text[label.end("label") :].startswith(".") and not is_heading(label["label"], self._own):
            return None  # a sentence that ends soon is no label
        said = label["label"]
        if item and self._part and not type_in(said):  # within a list that has a heading
            return None
        short = len(said.split(",")[0].split()) <= _LABEL_WORDS
        return label if short and part_of(said, self._own) else None

    def _uncapitalised(self, text: str) -> re.Match[str] | None:
        """“outcome: % of …”: without its capital a label must be a heading, as it stands."""
        label = _SMALL_LABEL.match(text)
        return label if label and is_heading(label["label"], self._own) else None

    def _split(self, text: str, place: str, item: bool) -> Iterator[Sentence]:
        if self._part == "aim" and self._told and not _OF_AN_AIM.search(text):
            self._part = ""  # its heading stays; what follows an aim is often whatever came to mind next
        self._told = self._told or (self._part in ("aim", "measures") and bool(text.strip()))
        for said in sentences_of(text.replace("’", "'")):
            yield Sentence(said, place, self._part, item, self._kind, self._count, self._heading)
