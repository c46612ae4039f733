"""“Nobody said there was one due”: who blames the programme for what it told them too late or never.

That is no mentor's to answer, and they would take it for blame of their own.

| a practitioner says | in answer to | becomes |
|---|---|---|
| that nobody told them of a report, its day, a session; why they weren't | our letters, or none | to the team |
| the same | the mentor's own words | asked about |
| the same of the project: “no one told us that the counter had moved” | anything | what it was |
| the same to the mentor by name | anything | what it was |
"""

from __future__ import annotations

from itertools import pairwise

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.in_few_words import answers_reminder, typed_in
from qibot.understanding.practitioners.said import Said

LONGEST = 60  # words: what is longer the weights know enough of
_NOBODY = r"(?:nobody|no[ -]?one|none of you|not one of you)"
_OFTEN = r"(?: (?:has|have|had|did|ever|even|actually|once|really|bothered to|thought to|at your end))*"
_TELL = r"(?:told|tell|informed|inform|warned|warn|notified|notify|reminded|remind|let|advised)"
_SAY = r"(?:said|say|mentioned|mention|explained|explain)"
_UNTOLD = Spoken(
    rf"\b{_NOBODY}{_OFTEN} (?:{_TELL}|explained to|mentioned to|said to) (?:me|us)(?: know)?\b"
    rf"|\b{_NOBODY}{_OFTEN} {_SAY}(?! (?:to (?!me|us)|no\b|yes\b|hello|hi\b|thanks|a (?:word|thing)|anything|much))\b"
    r"|\b(?:i|we)(?: (?:was|were) (?:never|not)|(?: was| were)n['’]?t|(?:['’]ve| have|['’]d| had) (?:never|not) been"
    r"|(?: have| had)n['’]?t been)(?: (?:ever|even|actually|really|properly))* (?:told|informed|warned|notified"
    r"|reminded|advised|made aware)\b"
    r"|\bwhy (?:(?:was|were|am|are)(?:n['’]?t)? (?:i|we)|(?:have|has|had)(?:n['’]?t)? (?:i|we))"
    r"(?: (?:not|never|been|only))* (?:told|informed|warned|notified|reminded|advised)\b"
    rf"|\bwhy (?:did|has|have|could|does)(?:n['’]?t)? (?:{_NOBODY}|any ?one|any ?body|some ?one|some ?body|you)"
    rf"(?: (?:not|never|ever))* (?:{_TELL}|{_SAY})\b"
    rf"|\b(?:you|you['’]ve)(?: (?:never|didn['’]?t|did not|might have|could have|should have|haven['’]?t))"
    rf"(?: (?:ever|even|actually))* (?:{_TELL}|{_SAY})(?: to)? (?:me|us)\b"
    r"|\b(?:the )?first (?:i|we)(?:['’]ve| have)? (?:heard|hear|knew|know)(?: (?:of|about))?\b"
    r"|\bhow (?:was|were|am|are) (?:i|we) (?:supposed|meant) to (?:know|have known)\b",
    "nobody", "no", "never", "n't", "n’t", "nt", "why", "you", "first", "how ",
)  # fmt: skip
# What is told by the programme: what it wants and by when, who reads it, where it meets.
_OF_PROGRAMME = Spoken(
    r"\b(?:reports?|deadlines?|due|hand(?:ed)? (?:it )?in|sessions?|workshops?|webinars?|programme|course|managers?"
    r"|copied|cc['’]?d?|charters?|templates?|mark(?:ed|s)|score[ds]?|mentors?|pages|monthly|every month)\b"
)
# … and what may be of it, in answer to a letter of its own.
_MAY_BE = Spoken(
    r"\b(?:it|this|that|these|those|one|any|anything|either|dates?|days?|months?|monthly|ann|send|submit|write|meet"
    r"|feedback|comments?|you|rules?|times?)\b"
)
_SAYS_NO_MORE = Spoken(r"(?:\W|\b(?:of|about|so|sorry|though|then|at all|before|until now|till now|either|that|it)\b)*")
_CLAUSES = expression(r"[,;:!?()–—]| (?:but|and) ")
_NOT_BLAMED = Spoken(r"\b(?:patients?|famil(?:y|ies)|pupils?|parents?|staff|nurses?|tenants?|residents?|clients?)\b")


def blames_programme(said: Said) -> bool:
    """Whether it says that nobody told its writer something that the programme tells."""
    text = typed_in(said.mail)
    if said.found.speaks_of("MENT-V") or not 0 < len(text.split()) <= LONGEST:
        return False
    ours = answers_reminder(said.answered)
    return any(_is_of_programme(one, before, said, ours=ours) for before, one in pairwise(["", *sentences(text)]))


def _is_of_programme(sentence: str, before: str, said: Said, *, ours: bool) -> bool:
    if not _UNTOLD.is_in(sentence) or _NOT_BLAMED.is_in(sentence):
        return False
    untold = [_UNTOLD.without(one) for one in _CLAUSES.split(sentence) if _UNTOLD.is_in(one)]
    if any(_OF_PROGRAMME.is_in(one) for one in untold):
        return True
    if said.answers_their_words:
        return False
    if any(_SAYS_NO_MORE.is_all_of(one) for one in untold):
        return ours or _OF_PROGRAMME.is_in(sentence) or _OF_PROGRAMME.is_in(before)
    return ours and any(_MAY_BE.is_in(one) for one in untold)
