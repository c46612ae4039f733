"""Whether a practitioner says that they have sent a wrong document, and that it isn't to be read: “that's my sickness
form, don't let Ann open it”. A wrong one that they only replace (“the wrong version, please delete it”) is no such
thing, and one that is to be deleted, with nothing said of what it is, may be.

| they say | is |
|---|---|
| that it is wrong, and who mustn't read it | a wrong document |
| that it is to be deleted, and which other thing it is | the same |
| that it is to be deleted, and neither what it is nor that another comes | perhaps one |
| that it is to be deleted, a version or a draft of the report, or that the right one comes, and no word more | none |
| the same, and a word more | perhaps one |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import Meaning

_DOCUMENT = r"(?:file|document|doc|attachment|form|thing|one|pdf|paper|version|scan|photo|picture|letter|spreadsheet)"
_IS_WRONG = expression(
    rf"\bwrong {_DOCUMENT}\b|\b(?:attached|sent)\b.{{0,25}}\b(?:by mistake|in error|by accident|accidentally)\b"
    rf"|\bthat(?:'s| is| was) my (?!report\b|charter\b|project\b)(?:\w+ ){{0,3}}?{_DOCUMENT}\b"
)
_WHOM = r"(?:MENT|MGR|OTHER|SOMEBODY|THEY|any(?:one|body)(?: else)?|her|him|them|people)"
_IT = r"(?:it|that|this|the (?:file|attachment|document|form))"
_UNREAD = expression(
    rf"\b(?:don't|do not|never|not to|please not|can't) let {_WHOM} (?:open|see|read|have|get|look at|download) {_IT}\b"
    rf"|\b{_WHOM} (?:mustn't|must not|shouldn't|should not|can't|cannot|isn't to|is not to|needn't) (?:open|see"
    rf"|read|have"
    rf"|get|look at) {_IT}\b|\b(?:stop|prevent|keep) {_WHOM} (?:from )?(?:opening|seeing|reading|getting) {_IT}\b"
    rf"|\b(?:before|unless|if|in case) {_WHOM} (?:opens|sees|reads|gets|has opened|looks at) {_IT}\b"
)
_DELETED = expression(rf"\b(?:delete|destroy|bin|shred|recall|retract) {_IT}\b")
_OF_REPORT = (
    r"(?:report|charter|project|version|draft|copy|old|older|earlier|first|last|previous|unfinished|blank|chart|qi"
    r"|pdsa)"
)
_ANOTHER_THING = expression(
    rf"\b(?:that|this|it)(?:'s| is| was) (?:actually |only |just )?(?:my|our|SOMEBODY's|OTHER's) (?!{_OF_REPORT}\b)"
    rf"(?:(?!{_OF_REPORT}\b)[\w'-]+ ){{0,3}}?(?:form|lines?|letter|certificate|cert|notes?|payslip|statement"
    r"|contract|appraisal|application|cv|prescription|scan|photos?|pictures?|results?|records?|diary|bill|passport"
    r"|rota|spreadsheet|paper|file|document|thing)\b"
)
_REPLACED = expression(
    r"\b(?:wrong|old|older|earlier|previous|first|last) (?:version|draft|copy|one)\b|\b(?:version|draft)\b"
    r"|\b(?:right|correct|proper|real|new|final|actual) (?:one|version|file|document|report|copy)\b"
    r"|\b(?:this|that|the other) one\b|\binstead\b|\b(?:tonight|tomorrow|shortly|DAY)\b"
    r"|\b(?:i'll|i will|i'm going to|can i|let me|about to) (?:re-?send|send|attach)\b|\bre-?send\w*\b"
)

# What is said of a version, and by whom it is replaced: with a word more it may be another thing (“it's a draft of my
# complaint to HR”), which nobody is to read before its writer has said so.
_SAID = """
    DAY NUM TIME a accident accidentally actual actually afraid again aim aims all already am an and any apologies
    are as at attach attached attaching attachment axis be been before bin bit blank bottom but by can cell chart
    charts charter come comes coming computer copy correct corrected could cycle data date day dear deadline delete
    destroy didn't diagram disregard do doc document doesn't don't draft driver earlier early end error evening few
    figures file files final finished first follow follows for forgot from front full go going good got graph had
    half has hasn't have haven't hello here hi home hope hurry i i'd i'll i'm i've ignore in instead is isn't it
    it's its just laptop last late later MENT MENT-V mentor median measure measures meant mine minute missing
    mistake mixed moment more morning my need new next no not note now num numbers of off oh old older on once one
    ones only oops open or other our out page pages part pdf pdsa picked please pls practitioner previous project
    proper ready real really recall replace report resend re-send retract right rough rush saved say second send
    sending sends sent shortly shred so some soon sorry spotted stick still stuff straight table text thank thanks
    that that's the then there's these they thing this though time to today tomorrow tonight too turn typo typos
    unfinished until up upload use version versions very was wasn't week weekend went were when which while whoops
    will with without work wrong yesterday yet you your ! , - . ? month month's hour hours
"""
_OF_VERSION = frozenset(_SAID.split())


def is_wrong_file(found: Meaning) -> bool:
    """Whether it says so in its sentences, whose people are abstracted."""
    said = _said(found)
    if not _says(_IS_WRONG, said):
        return False
    return _says(_UNREAD, said) or (_says(_DELETED, said) and _says(_ANOTHER_THING, said))


def may_be_wrong_file(found: Meaning) -> bool:
    """Whether a wrong one is to be deleted that may be another thing than the report, and isn't called a version."""
    said = _said(found)
    lifted = _says(_REPLACED, said) and all(
        word in _OF_VERSION or word.lower() in _OF_VERSION for one in said for word in one.split()
    )
    return _says(_IS_WRONG, said) and _says(_DELETED, said) and not lifted


def _said(found: Meaning) -> list[str]:
    return [" ".join(one.words) for one in found.told]


def _says(what: re.Pattern[str], said: list[str]) -> bool:
    return any(what.search(one) for one in said)
