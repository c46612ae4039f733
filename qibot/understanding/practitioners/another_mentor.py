"""A wish for another mentor, and two mentors compared: for the team, whoever the words came beside.

Whom somebody would rather have is told by names: the programme knows its other mentors. So the words are read with the
sender's own mentor as MENT and each other one, named or not, as BOB. Who calls the own mentor in a sentence says it to
them, and who speaks of either's project, ward or template compares no mentors.

| the words | are |
|---|---|
| ask for another mentor, by name or without: “could I swap to Bob?”, “who decides which mentor we get?” | a wish |
| ask that another one read it: “could Bob read this one instead of Ann?” | a wish |
| set the own mentor beside another: “Bob answers within a day and Ann takes three weeks” | compared |
| set what another one gives beside one's own: “Sam gets better feedback from Bob than I do” | compared |
| say what would help if the mentor did it: “it would help if Ann read it before commenting” | compared |
"""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum

from qibot.expression import expression
from qibot.model import Enrolment, Person
from qibot.people import Directory
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences
from qibot.understanding.names.bearers import ORDINARY
from qibot.understanding.names.naming import names_of_person

MOST = 400  # characters of a sentence that is looked at
_NAMED = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ANOTHERS = expression(
    r"\b(?-i:[A-Z][a-z]+['’]s|her|his|their|everyone else['’]s|other people['’]s|the other) (?:mentors?"
    r"|one['’]?s mentor)\b"
    r"|\bthe other mentors?\b",
    re.IGNORECASE,
)
_MAY_SPEAK = Spoken(r"mentor|\b(?:else|another person|bob|ment)\b")  # where none of their names is
_OWN = expression(r"\b(?:my|our)(?: own| current| present| existing)? mentor\b", re.IGNORECASE)
_TWICE = expression(r"\b(MENT|BOB)(?: \1)+\b")
_TO_MENTOR = expression(
    r"^\W*(?:(?:hi|hello|hiya|hey|dear|thanks|thank you|sorry|so|and|ok),? )?MENT\s*[,:!–—]|, MENT\b\W*$"
    r"|^\W*(?:hi|hello|hiya|hey|dear),? MENT\b",
    re.IGNORECASE,
)
_YOU = Spoken(r"\byour?s?\b", "you")
_ANY = (
    r"(?:BOB\b(?!['’])|(?:some|any) ?(?:body|one) (?:else|other than MENT)\b(?!['’])|another (?:mentor"
    r"|person)\b|(?:a )?(?:different|new|other) mentor\b)"
)
_IT = (
    r"(?:it|this|these|mine|ours|(?:this|the|that|next|last) (?:one|time)|(?:my|our|this|the|these|all)(?: \w+){0,2}"
    r" (?:reports?|one|drafts?|charter))"
)
_READS = (
    r"(?:read\w*|look(?:ed|ing|s)? (?:at|over|through)|review\w*|comment\w* on|answer\w*|mark\w*|check\w*"
    r"|do|take(?: over| on)?)"
)
_ASKS = (
    r"(?:can|could|may|might|possible|possibly|possibility|way|chance|like|want|wish|hop\w+|rather|prefer"
    r"|please|able|if"
    r"|allowed|option|ask\w*|request\w*|best|better|need|how do|how would|would)"
)
_WISHES = expression(
    # to swap, or be moved, to somebody
    rf"\b{_ASKS}\b.{{0,40}}?\b(?:swap|swop|switch|change|move|transfer|go)(?: (?:MENT|me|us|over|across|back"
    rf"|both|mentors?"
    rf"|from MENT))* (?:to|for|with|onto|over to) {_ANY}"
    rf"|\b(?:be|get|being|got) (?:moved|switched|swapped|transferred|changed|reassigned|assigned|allocated"
    rf"|paired|matched"
    rf"|put|given|passed)(?: (?:over|across|back|on))? (?:to |with )?{_ANY}"
    # … by them to be mentored
    rf"|\bmentored by {_ANY}|\b{_ASKS}\b.{{0,30}}\b(?:have|has|get|be|work with|with) {_ANY}"
    r"(?: \w+){0,2}? (?:as|for|be|being|to be) (?:MENT|(?:my|our|a|the)(?: \w+)? mentor)\b"
    r"|\bBOB (?:to be|to become|could be|might be|for|(?:to \w+ (?:over |on )?)?as) (?:MENT|(?:my|our|a"
    r"|the)(?: \w+)? mentor)\b"
    r"|\b(?:preferably|ideally|hopefully) BOB\b(?!['’])"
    rf"|\b(?:can|could|may|might|would|if|that) {_ANY} (?:please |maybe |perhaps |possibly |not |just )?"
    rf"(?:mentor|{_READS} (?:me|us|{_IT}))\b"
    rf"|\b{_ANY} (?:to |could |can |might |may |would )?{_READS} {_IT}(?: \w+){{0,3}}? instead\b"
    rf"|\b(?:have|get|let|ask|send (?:it|this|them) to) {_ANY} (?:to )?{_READS} {_IT}"
    # … rather than by whom they have
    r"|\b(?:instead of|rather than|in place of|other than|apart from|not) MENT\b(?!['’])(?=\W*(?:$|[,;]| (?:for"
    r"|this|next|from"
    r"|please|if|as|to (?:read|look|mentor|do)|reading|looking)\b))"
    rf"|\b(?:rather|prefer|sooner|happier|better off)\b(?: \w+){{0,3}}? {_ANY}(?! (?:did|does|counted"
    rf"|collect\w*|presented)\b)"
    r"|\bBOB (?:would|might|could|may) (?:suit|be (?:a )?better|be more|work better|understand|help (?:me|us) more)\b"
    r"|\b(?:is|would|be|are) BOB (?:be )?(?:any )?(?:better|quicker|free|available|easier|faster|taking"
    r"|able to take)\b"
    # … without a name
    r"|\b(?:swap|swop|switch|change|changing|swapping|switching) (?:my |our |of |over )?mentors?\b(?! (?:notes"
    r"|guid\w+|meeting))"
    r"|\b(?:a|any|another|some) (?:different|new|other) mentor\b(?! (?:notes|guid\w+|meeting))"
    r"|\b(?:any|no|some) other mentors? (?:going|free|available|about|around|spare|left|to be had)(?=\W*$|[,;])"
    r"|\b(?:decides?|decid(?:ed|ing)|choos\w+|chose|picks?(?! up)|assign\w*|allocat\w*|matched"
    r"|paired)\b.{0,25}\bmentors?\b"
    r"|\b(?:choose|pick) MENT\b(?!['’])"
    r"|\b(?:which|what|whose) mentor (?:we|i|you|people|one|each)\b(?! (?:send|should|write|mail|email|contact))",
)
_THAN = r"(?:than|while|whilst|whereas|unlike|compared (?:to|with)|but|and|when|;|,)"
_FALLS = (
    r"(?:tak(?:es|e|en|ing)|took|never|hardly|rarely|only|still|always|just|has(?:n['’]t| not)|have(?:n['’]t| not)"
    r"|does(?:n['’]t| not)|did(?:n['’]t| not)|is(?:n['’]t| not)|was(?:n['’]t| not)|won['’]t|can['’]t|wants?"
    r"|needs?|leaves?"
    r"|writes?|wrote|sends?|sent|gives?|gave|seems?|sounds?|goes|went|forgets?|forgot)"
)
_MORE = (
    r"(?:better|more|quick\w+|fast\w+|soon\w+|kind\w+|easi\w+|clear\w+|nic\w+er?|less|worse|harder|harsher"
    r"|slower|later|longer|happier)"
)
_WORTH = (
    r"(?:feedback|comments?|answers?|answered|repl(?:y|ies|ied)|help\w*|advice|support|notes|mentor\w*"
    r"|respon[sd]\w*|reads?"
    r"|explains?|listens?|time|writes?|attention)"
)
_COMPARES = Spoken(
    rf"\b{_MORE}\b.*\bthan (?:with |from |to )?MENT\b|\bBOB\b.*\b{_MORE}\b.*\bthan MENT\b"
    rf"|\bMENT\b.*\b{_MORE}\b.*\bthan BOB\b"
    rf"|\bBOB(?:['’]s)?\b.*\b{_THAN} MENT(?:['’]s)?(?: \w+){{0,2}}? {_FALLS}\b"
    rf"|\bMENT(?:['’]s)?(?: \w+){{0,2}}? {_FALLS}\b.*\b{_THAN} (?:with )?BOB\b"
    rf"|\b(?:unlike|compared (?:to|with)) (?:BOB|MENT)\b.*\b(?:MENT|BOB)\b"
    rf"|\bMENT\b.*[,;] BOB(?:['’]s)? .*\b(?:{_MORE}|is (?:great|good|lovely|helpful|brilliant))\b"
    rf"|\b{_MORE} {_WORTH}\b.*\b(?:from|of|by) BOB\b.*\bthan (?:i|me|mine|we|us|ours)\b"
    rf"|\bBOB(?:['’]s)?\b.*\b(?:{_WORTH}.*\b{_MORE}|{_MORE}.*\b{_WORTH})\b.*\bthan (?:i|me|mine|we|us|ours|MENT)\b"
    rf"|\bBOB(?:['’]s)?\b.*\b{_WORTH}\b.*\b{_MORE} than (?:mine|ours|MENT|what (?:i|we) get)\b"
    # … with what it would help that they did
    r"|\b(?:would|might|['’]d|it) (?:really |be )?(?:help|good|nice|great|better"
    r"|lovely)\b.{0,12}\bif MENT (?:had |actually |really |properly"
    r" |first )*(?:read|answered|replied|listened|responded|wrote|explained|turned up)\b"
    r"|\b(?:wish|if only|wishing) (?:that )?MENT\b",
    "bob",
    "ment",
)
_BOTH = expression(r"\b(?:BOB and MENT|MENT and BOB|BOB or MENT|MENT or BOB)\b|\bboth (?:MENT|BOB|of them)\b")


class Mentors(Enum):
    """What is said of mentors."""

    WISH = "another mentor is asked for"
    COMPARED = "the mentor is set beside another, or beside what would help"


class OtherMentors(Container[str]):
    """The names of the programme's other mentors in small letters, but for those that somebody of the own enrolment
    bears, too. Each word is looked up for itself, since there may be thousands of mentors."""

    def __init__(self, own: Enrolment, people: Directory) -> None:
        near = [p for p in (own.practitioner, own.mentor, own.manager) if p is not None]
        self._people, self._addresses = people, {a for p in near for a in p.addresses}
        self._told = dict.fromkeys(frozenset().union(*map(names_of_person, near)), False)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if word not in self._told:
            self._told[word] = self._is_name(word)
        return self._told[word]

    def _is_name(self, word: str) -> bool:
        found = {a for e in self._people.having([word], _called) for a in _at(e)}
        known = (e.mentor for e in self._people.having(found, _at) if self._addresses.isdisjoint(e.mentor.addresses))
        mentors = {mentor.address: mentor for mentor in known}  # called as the last enrolment has it
        return any(word in names_of_person(mentor) for mentor in mentors.values())


def _called(e: Enrolment) -> frozenset[str]:
    return names_of_person(e.mentor)


def _at(e: Enrolment) -> tuple[str, ...]:
    return e.mentor.addresses[:1]


def said_of_mentors(text: str, mentor: Person, others: Container[str]) -> Mentors | None:
    """What a text says of having another mentor; None of one that says nothing of that. A wish counts before what is
    compared."""
    own, found = names_of_person(mentor), None
    for sentence in sentences(text):
        if len(sentence) > MOST:
            continue
        if not _MAY_SPEAK.is_in(sentence) and not _names(sentence, own, others):
            continue
        said = _abstracted(sentence, own, others)
        if _TO_MENTOR.search(said) or ("MENT" not in said and _YOU.is_in(said)):
            continue
        if _WISHES.search(said):
            return Mentors.WISH
        if _COMPARES.is_in(said) and not _BOTH.search(said):
            found = Mentors.COMPARED
    return found


def _names(sentence: str, *names: Container[str]) -> bool:
    return any(word.casefold() in some for word in _NAMED.findall(sentence) for some in names)


def _abstracted(sentence: str, own: frozenset[str], others: Container[str]) -> str:
    """The sentence in small letters, with its mentors as MENT and BOB. A name that is a word, too, has its capital."""

    def name(found: re.Match[str]) -> str:
        word = found[0].casefold()
        if word in ORDINARY and not found[0][0].isupper():
            return word
        return "MENT" if word in own else "BOB" if word in others else word

    said = _ANOTHERS.sub("@b", _OWN.sub("@m", sentence))
    said = _NAMED.sub(name, said).replace("@m", "MENT").replace("@b", "BOB")
    return _TWICE.sub(r"\1", said)
