"""Whether a practitioner says that they have sent a wrong document, and that it isn't to be read: “that's my sickness
form, don't let Ann open it”. A wrong one that they only replace is no such thing."""

from __future__ import annotations

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
    rf"|\b(?:delete|destroy|bin|shred|recall|retract) {_IT}\b"
)


def is_wrong_file(found: Meaning) -> bool:
    """Whether it says so in its sentences, whose people are abstracted."""
    said = [" ".join(one.words) for one in found.told]
    return any(_IS_WRONG.search(one) for one in said) and any(_UNREAD.search(one) for one in said)
