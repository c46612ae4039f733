"""Whether a mail's words, or its files' names, say that a document takes an earlier one's place. A pure reading.

| kind | such as |
|---|---|
| a version, copy, one of some sort | “corrected version”, “the right one”, “v2” |
| in place of another | “please use this instead”, “ignore the previous one” |
| what came first was wrong, or not whole | “wrong attachment before”, “the last page was missing” |
| what was asked for is done | “I've made the changes you suggested”, “with your suggestions worked in” |
| mended | “I've tidied it up”, “some typos fixed” |
| … after what was said of it | “Resubmitted following feedback.”, “I've worked your suggestions in.” |
| something goes with what has come | “here's the chart that goes with it”, “meant to include this” |
"""

from __future__ import annotations

import re

from qibot.events import topic_of, without_tags
from qibot.expression import expression
from qibot.message import Mail
from qibot.quoting import is_forward

LOOKED_AT = 300  # characters of a subject
AGAIN = r"(?:re-?vised|updated|corrected|amended|improved|re-?worked|edited)"
_NAMED = expression(
    rf"\b{AGAIN}\b|\brevision\b|\bv ?\.?(?:[2-9]|1\.\d)\b|\bversion ?[2-9]\b|\bver\.? ?[2-9]\b"
    r"|\b(?:2nd|second|new|final|latest|correct|right|proper|better|full|complete) (?:version|draft|copy)\b"
    r"|\bcorrections?\b",
    re.IGNORECASE,
)
_PERHAPS_NAMED = expression(r"\b(?:final|draft|copy|new)\b|\(\d\)\s*$", re.IGNORECASE)  # as computers name copies, too

_DONE = (
    r"(?:re-?vised|updated|corrected|amended|improved|re-?worked|edited|fixed|tidied|re-?done|rewritten|re-?formatted"
    r"|polished|adjusted|cleaned|tweaked|proofread|finali[sz]ed)"
)
_BETTER = (
    r"(?:new|newer|second|2nd|right|correct|better|proper|latest|fixed|final|full|fuller|complete|completed|whole|clean"
    r"|tidied|tidier|finished|readable|improved)"
)
_PAPER = r"(?:version|copy|draft|file|one|report|document|attachment|link)"
_EDITS = r"(?:changes?|corrections?|edits|amendments|tweaks|alterations|revisions|improvements)"
_WORTH = rf"(?:{_EDITS}|comments?|suggestions?|feedback|points|advice|remarks)"
_TAKEN = (
    r"(?:worked in|taken in|included|incorporated|built in|added|addressed|made|done|put in|in place|acted on"
    r"|taken (?:into account|on board))"
)
_OTHER = (
    r"(?:the |my )?(?:previous|earlier|last|first|other|old|original)"
    r"(?: (?:one|version|file|copy|attachment|mail|email))?"
)
_LACKED = r"(?:was|were|had|is|has|wasn['’]?t|didn['’]?t|hadn['’]?t|missed|lacked|left out|came out|cut off)"
_PIECE = (
    r"(?:(?:last|first|second|back|final|a|one|two|some|few|of) )*(?:pages?|charts?|graphs?|tables?|figures?|data"
    r"|sections?|parts?|pictures?|photos?|appendix|appendices|diagrams?|measures?|paragraphs?|half|results|references)"
)
_IN_REPORT = (
    r"(?:from|off|out of) (?:my|the|our|that|this) (?:\w+ ){0,2}?"
    r"(?:report|version|mail|email|document|file|attachment)\b"
)
_SLIP = r"(?:typos?|mistakes?|errors?|spelling|formatting|layout|slips?)"
_AT_END = r"(?=\s*(?:$|[.,;:!?)\n]|(?:this|instead|first|before|earlier|yesterday|last time|and|so|the first time)\b))"
_VERSION = (  # a version, copy, one of some sort
    rf"\b{AGAIN}(?: \w+)? {_PAPER}\b|\b{AGAIN} {_PIECE} (?:in|attached|here|below|enclosed)\b"
    rf"|\b{_BETTER} (?:version|copy|draft)\b|\bbetter one\b"
    r"|\b(?:right|correct|proper|fixed) (?:one|file|report|document|attachment|link)\b"
    r"|\bversion (?:2|two|3|three)\b|\bversion with (?:your|the|all|some)\b"
)
_INSTEAD = (
    rf"\b(?:use|take|read|forward|look at|consider|have) this (?:{_PAPER} )?(?:instead|rather)\b"
    rf"|\bthis (?:{_PAPER} )?(?:instead|rather than the)\b|\binstead of (?:what|the one|the file|the version)\b"
    r"|\b(?:ignore|disregard|discard|delete|replaces?|instead of|supersedes?|in place of|forget|bin|scrap)\b"
    r"(?: \w+){0,2}? (?:previous|earlier|last|first|other|old|one|version|attachment)\b"
    rf"|\breplace (?:the|that|my) {_PAPER} i (?:sent|attached)\b"
)
_WRONG = (
    rf"\b(?:sorry|apolog\w+|w?oops|sent|attach\w*|upload\w*|was)\b[^.!?\n]{{0,30}}\bwrong {_PAPER}\b"
    rf"|\bwrong {_PAPER}{_AT_END}"
    r"|\b(?:meant|should have|supposed|intended|wanted|was going) (?:to )?(?:be )?(?:have )?"
    rf"(?:sen[dt]|sending|attach(?:ed|ing)?)(?: you)?{_AT_END}"
    rf"|\b(?:spotted|noticed|found|saw) (?:a|an|some|two|the) (?:\w+ )?{_SLIP}"
    r"(?=\s*(?:$|[.,;:!)\n]|and\b|so here\b|(?:in|with|on) (?:it|my|that|the (?:report|chart|graph|table|last"
    r"|one|document|file|version|figures))\b))"
    r"|\b(?:you|she|he|they) (?:couldn['’]?t|can['’]?t|could not|cannot) (?:open|read) (?:it|this|that|the|my)\b"
)
_NOT_WHOLE = (
    rf"\b{_OTHER} {_LACKED}\b[^.!?\n]{{0,30}}\b(?:missing|{_PIECE}|blank|empty|cut off|incomplete|wrong)\b"
    rf"|\b{_PIECE} (?:was|were|had been|got|went) (?:\w+ )?(?:missing|left out|cut off|lost|wrong|blank|omitted)\b"
    rf"|\bmissing (?:{_PIECE})\b|\b(?:missing|left out|missed|omitted|forgotten|dropped|cut) {_IN_REPORT}"
    r"|\b(?:forgot|forgotten|left out|missed off|missed out|omitted)(?: to (?:add|include|attach|put in|insert))?"
    rf" (?:the |my |our |its |an? |run |\w+ )?{_PIECE}\b"
    r"|\b(?:belongs|goes|went) (?:with|to|in) (?:my|the) (?:last|previous|earlier|first) report\b"
)
_ASKED = (
    rf"\bwith (?:the|your|some|a few|all your|\w+['’]s) {_EDITS}\b"
    rf"|\bwith (?:the|your|all your|all the|\w+['’]s) {_WORTH} (?:\w+ )?{_TAKEN}\b|\bwith (?:the )?comments taken in\b"
    rf"|\b(?:made|done) (?:the|your|some|a few|all the|all your|those|these|a couple of) (?:\w+ )?{_EDITS}\b"
    r"(?! (?:you \w+ )?(?:to|in|at|on) (?!(?:the|my|this) (?:report|document|file|chart|text)|it\b))"
    rf"|\b{_WORTH} (?:have been |are |is |has been |all |now )+{_TAKEN}\b|\b{_WORTH} incorporated\b"
)
_MENDED = (
    rf"\b(?:have|['’]ve|had|now) (?:now )?{_DONE} (?:up )?(?:(?:the|my|this|that) (?:report|document|file)|it|this)\b"
    rf"|\b{_SLIP} (?:is |are |now |have been |has been )*{_DONE}\b"
    rf"|\b(?:have|['’]ve|had) {_DONE} (?:the|some|a few|those|all the|a couple of) {_SLIP}\b"
)
_COME = (  # what has been sent before
    r"(?:it|the last one|(?:my|the|that) (?:last|previous|first|earlier|other) (?:one|report|e?-?mail)"
    r"|(?:what|the (?:one|report|e?-?mail)) i (?:\w+ )?(?:sent|submitted))\b"
)
_THIS = r"(?:this|these|it|them|they|that|those|which)"
_ADDED = (
    rf"\b(?:goes|going|went|gone|to go|belongs|to be read) (?:along |together )?(?:with|in|into) {_COME}"
    rf"|\b(?:meant|intended|supposed|wanted) to (?:\w+ )?(?:include|add|attach|enclose|put in|send) {_THIS}\b"
    rf"|\b{_THIS} (?:one )?(?:should|ought to|was meant to|were meant to)(?: have|['’]ve| of)? (?:also |all )?"
    r"(?:been (?:in|included|attached|with|part)|be in|be with|gone (?:with|in)|come with)\b"
    rf"|\b(?:left|missed) {_THIS} (?:one )?(?:out|off)\b|\bnever (?:put|include|attach|add|sen[dt]) {_THIS}\b"
    r"|\bforgot (?:to (?:include|attach|add|put in) )?(?:this|these)\b"
)
_SAID = rf"(?:{_WORTH}|notes|what you (?:\w+ )?(?:said|wrote|suggested|asked|wanted|pointed out|advised))"
_BEGINS = r"(?:^|[.!?;:–—-]\s*|\b(?:hi|hello|dear|thanks|thank you|morning|afternoon)(?: \w+){0,3}[,.!]?\s*)"
_STOPS = r"(?=\s*(?:$|[.,;:!)]|now\b))"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last week)"
_AFTER = (  # “Resubmitted following feedback.”: what was done, and to nothing else than this
    rf"{_BEGINS}(?:now |just |all )?(?:{_DONE}|re-?submitted|re-?submission|sent again)(?: up| a (?:bit|little))?"
    rf" (?:after|following|in (?:the )?light of|in line with|in response to|as per|to reflect|based on)"
    rf" (?:(?:your|the|ann['’]s|\w+['’]s|all|all your) )?{_SAID}\b"
    rf"|\bi(?:['’]ve| have)? (?:now |just )?(?:worked|put|taken|built|fitted) (?:(?:all )?(?:your|the) {_WORTH} in"
    rf"|in (?:(?:all )?(?:your|the) {_WORTH}|what you (?:\w+ )?(?:suggested|said|asked)))"
    rf"{_STOPS}|\b(?:your|the) {_WORTH} (?:is|are|go|went) (?:now |all )*in{_STOPS}"
    rf"|\b(?:replacement for|replac(?:es|ing)) {_WEEKDAY}['’]s(?: {_PAPER}\b|(?=\s*(?:$|[.,;:!)])))"
)
_PLAIN = expression("|".join((_VERSION, _INSTEAD, _WRONG, _NOT_WHOLE, _ASKED, _MENDED, _AFTER, _ADDED)), re.IGNORECASE)
# Words that a next report may have beside it as well: they count where it would be much too early for that one.
_WEAK = expression(
    rf"\b(?:second|another|new|2nd|third) (?:attempt|try|go|shot|effort)\b|\b(?:attempt|take) (?:two|2|three|3)\b"
    rf"|\b{_BETTER} (?:one|file|attachment)\b|\b(?:full|fuller|complete|completed|finished|whole) report\b"
    r"|\b(?:latest|new one) (?:is )?attached\b"
    rf"|\b(?:have|['’]ve|had) (?:now |just |also )?(?:{_DONE}|added|included|changed|put in|extended|finished|completed"
    r"|taken (?:your|the|all|on)|used your|followed your|had another (?:look|go))\b"
    rf"|\b(?:your|the|ann['’]s) {_WORTH} (?:\w+ )?{_TAKEN}\b"
    rf"|\b(?:used|included|incorporated|addressed|acted on|on board) (?:your|all your|the) {_WORTH}\b"
    rf"|\bas (?:you )?(?:asked|suggested|advised|requested|recommended|discussed)\b"
    rf"|\b(?:here|sending|sent|attached|send|this)(?: \w+){{0,2}} (?:again|once more)\b|\bre-?send(?:ing)?\b"
    r"|\b(?:as an?|in|an?|the) (?:pdf|word|docx?|odt)\b|\bpdf (?:\w+ )?(?:attached|here|this time|copy)\b"
    r"|\b(?:another|other|different) format\b|\bconverted\b|\bscanned (?:it|mine)\b|\btry this\b"
    r"|\b(?:opens|works) (?:ok|okay|fine|now|better|for you)\b|\bdoes this (?:\w+ )?(?:open|work)\b"
    r"|\bre-?done\b|\bcouldn['’]?t (?:open|read)\b|\bthis time\b|\bnow with\b|\b(?:in full|complete now)\b",
    re.IGNORECASE,
)
_FOLLOWING = r"(?:next|following|second) (?:\w+ )?(?:one|report|update|instalment|submission)\b"
_MONTHLY = r"(?:this|new) month['’]?s\b|(?:the|my) new report\b|this month\b"
_NEXT = expression(rf"\b(?:{_FOLLOWING}|{_MONTHLY})", re.IGNORECASE)
_AHEAD = expression(
    rf"\b(?:{_FOLLOWING}|(?:the|my) new report\b|early\b|in (?:good|plenty of) time\b|in advance\b|beforehand\b"
    r"|getting ahead\b|ahead of (?:the|my|time|schedule|myself|christmas|easter|half[- ]term)\b)",
    re.IGNORECASE,
)
_CHANGED = expression(
    rf"\b(?:{AGAIN}|changed|added|adapted|altered|finished|completed?|extended|rewritten|rewrote|put in|taken in"
    r"|(?:your|her|his|their) (?:comments?|feedback|suggestions?|advice|points?))\b",
    re.IGNORECASE,
)
_SENT_AGAIN = expression(
    r"\b(?:again|once more|re-?send(?:ing)?|re-?sent|another time|second time|in case"
    r"|(?:did|have) you (?:get|got|receive)|not sure (?:if|whether|that)|got through)\b",
    re.IGNORECASE,
)


def says_revised(mail: Mail) -> bool:
    """Whether it says so plainly: by a file's name, its subject or its first lines."""
    return any(_NAMED.search(x) for x in _titles(mail)) or any(
        _PLAIN.search(x) and not _NEXT.search(x) for x in _said(mail)
    )


def may_say_revised(mail: Mail) -> bool:
    """Whether it says what people say of a version as well as of a next report, and not that it is that one."""
    said = _said(mail)
    return any(_WEAK.search(x) for x in said) and not any(_NEXT.search(x) for x in said)


def says_next(mail: Mail, *, monthly: bool) -> bool:
    """Whether it says that it is the next report, or comes before its time; by “this month's”, too, where that is the
    next one's (`monthly`)."""
    return any(_AHEAD.search(x) or (monthly and _NEXT.search(x)) for x in _said(mail))


def says_changed(mail: Mail) -> bool:
    """Whether its words say the slightest of a change."""
    return _CHANGED.search(mail.top) is not None


def says_again(mail: Mail) -> bool:
    """Whether it says that it brings once more what was sent."""
    return _SENT_AGAIN.search(f"{mail.subject}\n{mail.top}") is not None


def is_named_revised(name: str) -> bool:
    """Whether a file's name says that it takes an earlier one's place."""
    return _NAMED.search(_stem(name)) is not None


def perhaps_named_revised(name: str) -> bool:
    """Whether it may say so: people call a first one “final”, too."""
    return _PERHAPS_NAMED.search(name.rpartition(".")[0]) is not None


def bare_name(name: str) -> str:
    """A file's name without what tells its versions apart."""
    stem = name.rpartition(".")[0] or name
    plain = _PERHAPS_NAMED.sub(" ", _NAMED.sub(" ", stem.replace("_", " ").casefold()))
    return " ".join(plain.strip(" -").split())


def opening_of(mail: Mail) -> str:
    """The first lines of a mail's own words, where people say what they send."""
    return "\n".join(line for line in mail.top.split("\n") if line.strip())[:400]


def own_subject(mail: Mail) -> str:
    """The beginning of the subject that its sender wrote; empty where it was kept from a mail before (“Re: Report 1”),
    also where a program has lost what it answers."""
    plain = without_tags(mail.subject)
    kept = mail.is_reply or (topic_of(plain) != plain and not is_forward(plain))
    return "" if kept else mail.subject[:LOOKED_AT]


def _titles(mail: Mail) -> list[str]:
    return [*(_stem(d.name) for d in mail.files), own_subject(mail)]


def _said(mail: Mail) -> tuple[str, str]:
    return own_subject(mail), " ".join(opening_of(mail).split())


def _stem(name: str) -> str:
    return name.rpartition(".")[0].replace("_", " ")
