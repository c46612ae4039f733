"""The new text of a reply: what stands above the quoted letter.

Nobody tells quotes apart reliably, so only the unmistakable case is cut: lines that are all quoted to the very end,
with an attribution line above them, or an attribution or a block of From/Sent lines as the first of them. In any doubt
the whole text stays: words may never be lost, and nothing private ever stood in what could be quoted. A signature's
dashes, or a line of dashes, divide nothing. Outlook's block over lines that aren't marked as quoted isn't cut here:
answers may stand between them (quotation.py looks at the page instead, and message/quoted.py cuts it from plain text
where every word below is ours).
"""

import re
from itertools import pairwise

from qibot.expression import expression
from qibot.quoting.banner import without_banner
from qibot.quoting.headings import (
    LONGEST_HEADING,
    begins_with_heading,
    heading_length,
    is_divider,
    may_be_named,
    may_begin_heading,
)

_WHEN_OR_WHO = expression(r"\d[.:]\d\d|\d{4}|@")  # or it may be the sender's own “On balance parents wrote:”
_DAY = r"(?:(?:[^\W\d_]{2,12}\.?,? )?\d{1,2}\.? [^\W\d_]{2,12}\.? \d{4})"  # man. 12. okt. 2026
_DATE = (
    r"(?:[^\W\d_]{2,12}\.?,? )?(?:\d{1,2}\.? [^\W\d_]{3,12}\.?,? \d{4}|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?"
)
_ATTRIBUTION = expression(
    r"^(?:"
    r"(?:On .{4,200}|.{4,200} <[^<>@\s]+@[^<>@\s]+>) ?(?:wrote|writes|schrieb .{0,100}|schrieb|a écrit|escribió"
    r"|napisał\(a\))"
    r"|(?:At|On) .{4,200},? (?:you (?:wrote|sent)|.{0,100}<[^<>@\s]+@[^<>@\s]+> sent|sent)"
    r"|You wrote on .{4,200}"
    rf"|{_DATE} .{{0,60}}\d[:.]\d\d.{{0,40}}, you wrote"  # The Bat!
    rf"|{_DATE} .{{0,10}}\d[:.]\d\d.{{0,160}}<[^<>@\s]+@[^<>@\s]+>"  # FairEmail, mail.ru
    r"|(?:Quoting|Zitat von|Citando a|Citação de|Citat från) .{0,160}<?[^<>@\s]+@[^<>@\s]+>?"  # Horde
    r"|Am .{4,200} ?schrieb(?: .{0,100})?"  # German
    r"|Le .{4,200} ?a écrit"  # French
    r"|El .{4,200} ?escribió"  # Spanish
    r"|Op .{4,200} ?schreef(?: .{0,100})?"  # Dutch
    r"|Il .{4,200} ?ha scritto"  # Italian
    r"|(?:Em|A) .{4,200} ?escreveu"  # Portuguese
    rf"|(?:Den .{{4,200}}|{_DAY} .{{4,40}}) ?skrev(?: .{{0,100}})?"  # Swedish, Danish, Norwegian
    r"|W dniu .{4,200} ?(?:pisze|napisał\(a\))"  # Polish
    rf"|(?:{_DAY}|[^\W\d_]{{2}} .{{4,40}}) .{{4,200}} ?kirjoitti"  # Finnish
    r"|Ar .{4,200} ?ysgrifennodd(?: .{0,100})?"  # Welsh
    r")\s?:$"
    r"|^>>> .{4,200} >>>$"  # GroupWise, in any language
)
_BEGINS_WITH_ADDRESS = expression(r"<(?:mailto:)?[^<>@\s]+@[^<>@\s]+>")
_ENDS_WITH_ADDRESS = expression(r"<(?:mailto:)?[^<>@\s]+@[^<>@\s]+>,?\Z")
_ENDS_WITH_TIME = expression(r"\A(?:On|At|Am|Le|El|Il|Op|Em|Den|Ar) .{4,60}\d[:.h]\d\d(?: ?[AaPp][Mm])?,\Z")
_VERB = expression(
    r"(?:wrote|writes|sent|schrieb|a écrit|escribió|schreef|ha scritto|escreveu|skrev|pisze|napisał\(a\)|kirjoitti"
    r"|ysgrifennodd)\s?:"
)
FOLDS = 4  # lines of an attribution at most
SHORTEST, LONGEST_ATTRIBUTION = 10, 500
LOOKED_AT = 200
FOLDED_AT = 68  # characters; programs fold at 72 to 78, some before an address
_SENT_FROM = expression(
    r"(?:(?:sent from|gesendet von|envoyé (?:de|depuis)|enviado desde|inviato da|verzonden vanaf) (?:my|mein\w*|mon"
    r"|mi|il mio|mijn|outlook|(?:yahoo )?mail|gmail) ?[\w -]{0,30}|von mein\w* [\w -]{1,30} gesendet"
    r"|(?:get|holen sie sich|obtenez|télécharger) outlook (?:for|für|pour) \w{1,12}|outlook für \w{1,12} beziehen"
    r"|--)?(?: ?<https?://\S{1,200}>)?",
    re.IGNORECASE,
)
_FORWARDED = expression(r"(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|vl|pd)\s?:", re.IGNORECASE)


def new_text(text: str) -> str:
    """The text without a trailing quotation; the whole text where one can't be told apart safely."""
    lines = text.split("\n")
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    first = end
    while first and (lines[first - 1].startswith(">") or not lines[first - 1].strip()):
        first -= 1
    if first == end or not any(line.startswith(">") for line in lines[first:end]):
        return text.strip("\n")
    above = _without_attribution(lines[:first])
    if above is None and _begins_as_a_letter(lines[first:end]):
        above = lines[:first]
    return "\n".join(above).strip("\n") if above is not None else text.strip("\n")


def is_forward(subject: str) -> bool:
    """Whether the subject says that somebody else's letter is passed on: then the letter below is what is meant."""
    return _FORWARDED.match(subject.strip()) is not None


def is_attribution(line: str) -> bool:
    """Whether a line says that somebody wrote what follows, and when or from which address."""
    joined = " ".join(line.split()) if len(line) <= LONGEST_ATTRIBUTION else ""
    return bool(_WHEN_OR_WHO.search(joined) and _ATTRIBUTION.match(joined))


def is_groupwise(line: str) -> bool:
    """Whether a line is what GroupWise writes above a letter: >>> Jo Smith <jo@school.example> 17/12/2026 10:12 >>>"""
    return line.startswith(">>> ") and line.rstrip().endswith(" >>>") and is_attribution(line)


def above_and_top(text: str) -> tuple[str, str]:
    """The text above the first letter that it quotes under a heading or an attribution (all of it where none stands
    above), and its top: what stands above the first line that may begin a quotation, or below one with which the text
    begins, without what an organisation has put above it.

    Both are for recognising what somebody says, never for passing it on: the top may be cut too early, and must not
    take a quoted letter of ours for the sender's own words.
    """
    lines = text.split("\n")
    begins = _beginning(lines)
    above = _lines_above(text, lines, begins)
    marked = next((n for n in range(begins) if may_separate(lines[n])), begins)
    top = above if marked == begins else _lines_above(text, lines, marked)
    own = top if top.strip() or marked == len(lines) else _below_quotation(lines)
    return above if above.strip() else text, without_banner(own)


def _lines_above(text: str, lines: list[str], end: int) -> str:
    return ("\n".join(lines[:end]) if end < len(lines) else text).strip("\n")


def is_signed_off(text: str) -> bool:
    """Whether the text is nothing but what a telephone or a mail program writes below every mail."""
    return all(_SENT_FROM.fullmatch(line.strip()) for line in text[:LOOKED_AT].split("\n")) and len(text) <= LOOKED_AT


def attribution_length(lines: list[str]) -> int:
    """How many of the first lines, at most four, are an attribution line, maybe a folded one; 0 for none."""
    head: list[str] = []
    for line in lines[:FOLDS]:
        if not (said := line.strip()):
            return 0
        head.append(said)
        ends = said.endswith(":") or (len(head) == 1 and is_groupwise(said))
        if ends and _is_folded(head) and is_attribution(" ".join(head)):
            return len(head)
    return 0


def _begins_as_a_letter(quoted: list[str]) -> bool:
    """Whether the quoted lines say themselves whose letter they are (Apple Mail, Outlook with marked lines)."""
    bare = [bare for line in quoted if (bare := line.removeprefix(">").strip())][: LONGEST_HEADING + 1]
    if any(is_attribution(" ".join(bare[:folded])) for folded in range(1, FOLDS + 1)):
        return True
    if any(map(is_groupwise, quoted[:2])) or (bare and is_divider(bare[0]) and heading_length(bare[1:], divided=True)):
        return True
    return heading_length(bare) > 0 or begins_with_heading(bare[1:])


def _without_attribution(lines: list[str]) -> list[str] | None:
    """The lines without the attribution at their end (one line, or one folded over up to four), or None."""
    for folded in range(1, FOLDS + 1):
        tail = [line.strip() for line in lines[-folded:]]
        if len(lines) >= folded and all(tail) and _is_folded(tail) and is_attribution(" ".join(tail)):
            timed = len(lines) > folded and _ENDS_WITH_TIME.match(lines[-folded - 1].strip())
            return lines[: -folded - 1] if timed else lines[:-folded]
    return None


def _is_folded(lines: list[str]) -> bool:
    """Whether each line ends where the next word had no room, or where Apple Mail and others fold an attribution:
    behind the time, before and behind the address. Else they are lines of the sender's own."""
    return all(
        len(line) + 1 + len(after.split()[0]) > FOLDED_AT or _is_fold(line, after) for line, after in pairwise(lines)
    )


def _is_fold(line: str, after: str) -> bool:
    if _BEGINS_WITH_ADDRESS.match(after) or _ENDS_WITH_TIME.search(line):
        return True
    return _VERB.fullmatch(after) is not None and _ENDS_WITH_ADDRESS.search(line) is not None


_SEPARATOR = expression(
    r"\s*(?=[>fvdo_a-])(?:>|(?:from|von|de|da|van|od|från)\s?:\s|--+[ \t]*[^-\s]|_{8,}\s*$"
    r"|on .{4,150} wrote:\s*$|am .{4,150} schrieb)",
    re.IGNORECASE,
)


def may_separate(line: str) -> bool:
    """Whether a quotation may begin with this line."""
    return _SEPARATOR.match(line, 0, LOOKED_AT) is not None


def _below_quotation(lines: list[str]) -> str:
    """What stands below a quotation with which the text begins (Thunderbird puts the cursor there), where every line of
    it is marked; empty where there is none, or another below."""
    place = next((n for n, line in enumerate(lines) if line.strip()), 0)
    begun = place + attribution_length(lines[place : place + FOLDS])
    marked = [line.lstrip().startswith(">") for line in lines]
    end = next((n for n in range(begun, len(lines)) if lines[n].strip() and not marked[n]), len(lines))
    apart = end > 0 and not lines[end - 1].strip()  # a line right below it may be the rest of a folded one
    return "\n".join(lines[end:]).strip("\n") if apart and any(marked[begun:end]) and not any(marked[end:]) else ""


def _beginning(lines: list[str]) -> int:
    """Where the first letter begins that stands under its heading or attribution; how many lines there are, for none.

    Every message is searched so, and most lines of the longest can be neither: they are told by few looks each.
    """
    ended = {n for n, line in enumerate(lines) if line.rstrip().endswith(":")}
    for n, line in enumerate(lines):
        if "--" in line and is_divider(line) and heading_length(_next(lines, n + 1), divided=True):
            return n
        if ":" not in line and not is_groupwise(line) and not may_be_named(line):
            continue
        near = len(line) >= SHORTEST and not ended.isdisjoint(range(n, n + FOLDS))
        if (near or is_groupwise(line)) and attribution_length(lines[n : n + FOLDS]):
            return n
        if may_begin_heading(line) and heading_length(lines[n : n + LONGEST_HEADING]):
            return n
    return len(lines)


def _next(lines: list[str], place: int) -> list[str]:
    """A heading's worth of lines from here on, without blank ones before them."""
    first = next((n for n in range(place, min(place + 3, len(lines))) if lines[n].strip()), place)
    return lines[first : first + LONGEST_HEADING]
