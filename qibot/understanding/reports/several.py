"""Several reports in one mail: which document is which (programme.md, 3a). A pure reading of names and words.

| it shows | becomes |
|---|---|
| files that name themselves as different reports | each is a report of its own |
| words for several (“reports 2 and 3”, “both reports”), and each file's name says which | the same |
| the same, and all names but one say which | the one that is left is the report that is left |
| one file that names both, an archive whose documents do | it is both |
| one document whose words say that it covers several that are owed | the writer is asked |
| a file that is one, and a link that is called another | each is a report |
| files called by an owed one's number alone (“2.docx”) | the same |
| words for several, and the names don't say which | the writer is asked |
| a file for a report that is in: its very text | that report's, once more |
| the same, another text, and nothing says that it is a new version | goes along with the others |
| links alone, each called another report, or words for several | each is a report, with all that was written |
| a chart, data, an appendix, the next one's draft | goes along with its report, or with each |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, permutations

from qibot.calendar import Almanac, late, owed_now
from qibot.config import Cohort
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import CHARTER, Case, Document, Submission
from qibot.understanding.links.clouds import before_links, links_in, text_with_links
from qibot.understanding.reports.alike import same_text
from qibot.understanding.reports.along import goes_along, is_draft, stem_of, tells_of_no_report
from qibot.understanding.reports.numbered import month_numbers, numbers_in, titled
from qibot.understanding.reports.parts import Shares
from qibot.understanding.reports.revised import is_named_revised, opening_of
from qibot.understanding.reports.together import (
    LOOKED_AT,
    months_told,
    named_together,
    numbers_covered,
    numbers_together,
    says_both,
    says_combined,
)

MOST = 12  # reports of one mail
CHOICES = 8

_CLAUSE_END = expression(r"(?<=[.!?;])\s+(?=\S)")
_BARE = expression(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Several:
    """The reports that a mail brings; where it can't be told which document is which, the ways it may be."""

    shares: Shares = ()
    ways: tuple[Shares, ...] = ()


def several(mail: Mail, case: Case, almanac: Almanac, arrived: datetime) -> Several | None:
    """What a mail with documents brings, where it is more than one report; None where it is one."""
    cohort, files = almanac.config.cohorts[case.enrolment.cohort], mail.files
    owed = owed_now(case, almanac, arrived)
    if not files:
        return _of_links(mail, case, cohort, owed)
    words = [n for n in numbers_together(mail, cohort) if 1 <= n <= cohort.reports][:MOST]
    known = _as_named(files, case, cohort, almanac, arrived, words)
    if (mixed := _with_links(mail, case, cohort, owed, known)) is not None:
        return mixed
    if len(files) == 1:
        return _in_one_file(files[0], mail, words, known, case, cohort, owed)
    if not known and (bare := _numbered_alone(files)) and set(bare.values()) <= {*owed, *words}:
        if not words and not says_both(mail) and 1 in bare.values():  # as parts of one report are called, too
            return _left_over(files, sorted(bare.values()), {}, exactly=2)
        known = bare
    distinct = set(known.values())
    told = [] if words or sum(not goes_along(d) for d in files) < 2 else months_told(mail, cohort)
    words = told if told and set(told) <= {*owed, *distinct} else words
    if not words and len(distinct) < 2:
        both = says_both(mail)
        if not both or len(set(owed) | distinct) < 2:
            return None
        if both == "weakly" and (len(files) != 2 or any(goes_along(d) for d in files) or len(owed) != 2):
            return None
        words = sorted({*owed, *distinct})[:MOST]
        return _left_over(files, words, known, exactly=2 if len(owed) > 2 else 0)
    return _left_over(files, words or sorted(distinct), known)


def _of_links(mail: Mail, case: Case, cohort: Cohort, owed: list[int]) -> Several | None:
    """Links alone, of which each is called another report or the words speak of several: those, each with all that
    was written, for a link can't be taken out of it. Asked, where the words only say “both”."""
    if len(links_in(mail)) < 2:
        return None
    plain = _called(mail, case, cohort, owed)
    spoken = numbers_together(mail, cohort)
    numbers = [n for n in (spoken if len(spoken) > 1 else sorted(plain & set(owed))) if 1 <= n <= cohort.reports]
    if len(numbers) > 1:
        return Several(tuple((n,) for n in sorted(numbers)[:MOST]))
    if says_both(mail) == "plainly" and len(owed) > 1:
        both = tuple((n,) for n in owed[:2])
        return Several(ways=(both, *(((n,),) for n in owed[:MOST])))
    return None


def _called(mail: Mail, case: Case, cohort: Cohort, owed: list[int]) -> set[int]:
    """The numbers of the reports that links are called."""
    before = before_links(text_with_links(mail), mail.hosts)
    called = [set(numbers_in(x)) or set(month_numbers(x, cohort, case.enrolment, owed)) for x in before]
    return {next(iter(numbers)) for numbers in called if len(numbers) == 1}


def _with_links(mail: Mail, case: Case, cohort: Cohort, owed: list[int], known: dict[int, int]) -> Several | None:
    """A document that is one owed report, and links that are called others: “Report 2 is attached, report 3 is here”.
    Each document goes with its own, what was written with each."""
    if not links_in(mail):
        return None
    clauses = [_CLAUSE_END.split(x)[-1] for x in before_links(text_with_links(mail), mail.hosts)]
    before = [x for x in clauses if not tells_of_no_report(x)]
    said = [n for n in dict.fromkeys(numbers_in(opening_of(mail))) if n in owed]
    called = {n for x in before for n in numbers_in(x)[-1:] or month_numbers(x, cohort, case.enrolment, owed)}
    linked = sorted((called & set(owed)) - set(known.values()))
    own = set(known.values()) or ({n for n in said if n not in linked} if len(said) == len(linked) + 1 else set())
    if not linked or len(own) != 1:
        return None
    (n,) = own
    return Several(tuple(sorted([(n, *range(len(mail.files))), *((x,) for x in linked[:MOST])])))


def _numbered_alone(files: tuple[Document, ...]) -> dict[int, int]:
    """The numbers of files that are called by a number alone: “2.docx” and “3.docx”, each another one."""
    bare = {p: int(m[0]) for p, d in enumerate(files) if not goes_along(d) and (m := _BARE.fullmatch(stem_of(d)))}
    return bare if len(set(bare.values())) == len(bare) > 1 else {}


def _left_over(
    files: tuple[Document, ...], numbers: list[int], known: dict[int, int], exactly: int = 0
) -> Several | None:
    """The documents by number: those that are known, and the one that is left for the number that is left."""
    known = {place: n for place, n in known.items() if n in numbers}
    missing = [n for n in numbers if n not in known.values()]
    loose = [p for p, d in enumerate(files) if p not in known and not goes_along(d)]
    if not exactly and len(missing) == 1 and len(loose) == 1:
        known[loose[0]], missing = missing[0], []
    if missing and not loose:
        return _filed(files, known) if len(set(known.values())) > 1 else None
    if not missing:
        return _filed(files, known)
    return Several(ways=tuple(_ways(files, numbers, missing, loose, known)))


def _filed(files: tuple[Document, ...], known: dict[int, int]) -> Several:
    """Each report with its documents, and with those that are nobody's in particular."""
    common = [p for p in range(len(files)) if p not in known]
    numbers = sorted(set(known.values()))
    return Several(tuple((n, *sorted([*(p for p, x in known.items() if x == n), *common])) for n in numbers))


def _ways(
    files: tuple[Document, ...], numbers: list[int], missing: list[int], loose: list[int], known: dict[int, int]
) -> Iterable[Shares]:
    """What it may be: each document another report, else all of it one."""
    if 1 < len(loose) <= len(missing) or len(loose) == len(missing):
        for order in islice(permutations(missing, len(loose)), CHOICES):
            yield _filed(files, {**known, **dict(zip(loose, order, strict=True))}).shares
    else:
        yield tuple((n, *range(len(files))) for n in numbers)
    for n in numbers:
        yield ((n, *range(len(files))),)


def _in_one_file(
    one: Document, mail: Mail, words: list[int], known: dict[int, int], case: Case, cohort: Cohort, owed: list[int]
) -> Several | None:
    named_both = [n for n in named_together(stem_of(one), cohort) if 1 <= n <= cohort.reports][:MOST]
    if len(named_both) > 1:
        return Several(tuple((n, 0) for n in named_both))
    packed = sorted({n for x in one.inside for n in _of_name(x, case, cohort, owed) if n in owed or n in words})[:MOST]
    if len(packed) > 1:
        return Several(tuple((n, 0) for n in packed))
    if known or goes_along(one):
        return None
    covered = [n for n in numbers_covered(mail, cohort) if n in owed][:MOST]
    if len(words) < 2 and len(covered) > 1:
        words = covered
    elif len(words) < 2 and len(owed) > 1 and (says_combined(mail) or (one.inside and says_both(mail))):
        words = owed[:MOST]
    if len(words) < 2:
        return None
    return Several(ways=(tuple((n, 0) for n in words), *(((n, 0),) for n in words)))


def _of_name(name: str, case: Case, cohort: Cohort, owed: list[int]) -> list[int]:
    """The one report that the name of a document in an archive says it is, else none."""
    stem = name.rpartition("/")[2].rpartition(".")[0].replace("_", " ")[:LOOKED_AT]
    if tells_of_no_report(stem):
        return []
    numbers = titled(stem, cohort, case.enrolment, owed) or month_numbers(stem, cohort, case.enrolment, owed)
    if bare := _BARE.fullmatch(stem):
        numbers = [int(bare[0])]
    return numbers if len(set(numbers)) == 1 else []


def _as_named(
    files: tuple[Document, ...], case: Case, cohort: Cohort, almanac: Almanac, arrived: datetime, words: list[int]
) -> dict[int, int]:
    """Of each file that tells which report it is, its place and that number."""
    known: dict[int, int] = {}
    owed = owed_now(case, almanac, arrived)
    versions = [s for s in case.all(Submission).values() if s.number != CHARTER]
    for place, d in enumerate(files):
        same = next((s.number for s in versions if any(same_text(d, x) for x in s.documents if not x.inline)), None)
        if same is not None:
            known[place] = same
            continue
        numbers = [
            n for n in dict.fromkeys(titled(stem_of(d), cohort, case.enrolment, owed)) if 1 <= n <= cohort.reports
        ]
        if not numbers:
            months = month_numbers(stem_of(d), cohort, case.enrolment, owed)
            numbers = [n for n in months if (n in owed or n in words) and not goes_along(d)]
        if len(numbers) != 1:
            continue
        n = numbers[0]
        fresh = case.report(n) is None or n in words or not late(case, almanac, n, arrived) or is_named_revised(d.name)
        if fresh:
            known[place] = n
    main = {n for place, n in known.items() if not goes_along(files[place])}
    done = {n for place, n in known.items() if not is_draft(files[place])}
    return {place: n for place, n in known.items() if n in main and (n in done or not done)}
