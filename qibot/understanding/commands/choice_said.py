"""Which choice an answer makes in words of its own: “the first one”, “it's feedback for Jo”, “Jo Smith, report 4”.

Clause by clause: each points to some of the choices, or says nothing of them (thanks, an apology, that it may be passed
on, that the other one follows). One clause of anything else, and it makes no choice: it may say that it isn't to go on
as it is. All that points must leave just one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qibot.expression import expression
from qibot.model import Choice
from qibot.spoken import Spoken
from qibot.understanding.phrases.courtesy import is_polite

LONGEST = 40  # words of such an answer
# The words of correction say it, too, where just one of the choices is of that kind.
KINDS: dict[str, tuple[str, ...]] = {
    "FEEDBACK": ("feedback",), "COMMENTS": ("feedback",), "MESSAGE": ("message",), "QUESTION": ("message",),
    "REPORT": ("report",), "EXCEPTIONAL": ("circumstances",), "TEAM ONLY": ("team", "private"),
    "TEAM ALONE": ("team", "private"), "FOR THE TEAM": ("team", "private"), "THE TEAM": ("team", "private"),
}  # fmt: skip
_POLITE = r"(?:,? ?(?:please|pls|thanks|thank you|many thanks))?"
NUMBER = expression(rf"(?:no\.? ?|number |option |choice )?\(?(\d{{1,2}})\)?{_POLITE}", re.IGNORECASE)
# How people say it in a line of their own: “as feedback please”, “the first one”, “it's a message to Jo”.
_IT = r"(?:it|this|that)"
_IS = rf"(?:{_IT}['’]?s|{_IT} is|{_IT} was|i meant it)"
_SEND = rf"(?:treat|take|send|count|pass|log|file|forward|share|relay)(?:ing)? {_IT}(?: on| along)?"
_TO_WHOM = r"(?: (?:to|for|on|with) (?P<{}>[\w'’ ]{{1,60}}?))?"
_KIND_SAID = expression(
    rf"(?:(?:yes|i should have said|as it says|that one)[,.]? )?"
    rf"(?:(?:{_SEND}|{_IS} meant){_TO_WHOM.format('first')},? (?:as|{_IS}) |as |{_IS}(?: meant as)? )?"
    rf"(?:just |only )?(?:my |a |the |an )?(?P<kind>feedback|comments|message|question|report){_TO_WHOM.format('whom')}"
    rf"(?:(?:,|\.| -| –) (?:{_SEND}){_TO_WHOM.format('last')})?",
    re.IGNORECASE,
)
_SEND_SAID = expression(
    rf"(?:(?:can you |could you )?(?:please )?(?:send|pass|forward) {_IT}(?: on)?(?: to)?"
    rf"|{_IS} (?:just |only |meant )*for|for) (?P<whom>[\w'’]+(?: [\w'’]+)?)",
    re.IGNORECASE,
)
_TEAM_SAID = expression(
    rf"(?:{_IS} )?(?:just |only )?for (?:the |your )?team"
    r"(?: only| alone)?|(?:the )?team(?: only| alone)?|just the team"
    rf"|(?:{_IS} )?(?:just |only |meant )*(?:for (?:you|your eyes|yourselves)|between (?:us|ourselves|you and me))"
    rf"(?: in the (?:office|team))?|(?:no,? )?(?:{_IS} )?(?:just|only) (?:you|yourselves)"
    r"(?: only| alone)?",
    re.IGNORECASE,
)
_ORDINAL = expression(
    r"(?:it['’]?s )?(?:the )?(?P<n>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)(?: one| option| choice)?",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_SURROUNDING = expression(
    r"^(?:(?:hi|hello|sorry|yes|please|ok)\b[,.! ]*)+"
    r"|(?:[,.! ]+(?:please|pls|thanks|thank you|many thanks|cheers)\b){0,3}[,.! ]*$",
    re.IGNORECASE,
)
# Whose report it is: a name alone names one of those that are shown; “about Jo” may be a word about them.
_WHOSE = expression(
    rf"(?:{_IS} |i meant )?(?:meant |just |only |all )*(?:(?:as |my |the )*(?:feedback|comments) )?"
    r"(?P<about>(?:to|for|on|about|of|re) )?(?P<whom>[\w'’-]+(?: [\w'’-]+)??)(?P<thing>(?: (?:report|one|feedback))?"
    r"(?: (?:no\.? ?|number )?(?P<number>\d{1,2}))?)",
    re.IGNORECASE,
)
_NOT_WHOSE = expression(
    r"not (?:(?:to|for|on|about) )?(?P<whom>[\w'’-]+(?: [\w'’-]+)?)(?: (?:report|one))?", re.IGNORECASE
)
_REPORT = expression(
    rf"(?:{_IS} )?(?:(?:my |the )?(?:feedback|comments) )?(?:on |for |about )?(?:the |her |his |their )?"
    r"report (?:no\.? ?|number )?(?P<number>\d{1,2})",
    re.IGNORECASE,
)
# Words beside a name that say nothing of whom it is.
_SMALL = frozenset(["her", "him", "them", "the", "me", "my", "report", "feedback", "message", "as", "a", "please", "s"])
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[–—-]+\s")
# “no” opens one only before what it is instead: “no it's feedback”; “no feedback” is none.
_OPENING = expression(
    r"^(?:(?:hi|hello|yes|sorry|apologies|oops|please|ok|okay|oh|ah|so|well|and|actually"
    rf"|no(?= {_IS} ))\b ?)+(?=\S)",
    re.IGNORECASE,
)
_TRAIL = expression(
    r"(?: (?:please|pls|thanks|thank you|many thanks|cheers|sorry|of course|actually))+$", re.IGNORECASE
)
_WHEN = r"(?: (?:tomorrow|later|later on|soon|shortly|next|separately|tonight|today|this (?:afternoon|evening|week)))?"
_FILLERS = Spoken(
    r"(?:oops|whoops|ah|oh|no|yes|yep|ok|okay|sorry|so sorry|(?:my (?:sincere )?)?apologies|my (?:mistake|bad|fault)"
    r"|sorry (?:for|about) (?:the|any) (?:confusion|mix[- ]?up|muddle|trouble|bother)"
    r"|(?:i )?(?:should(?:['’]ve| have)|ought to have)"
    r" (?:said(?: so| who| which)?|put (?:her|his|the) name(?: (?:on|in) it)?|made (?:it|that) clear(?:er)?)"
    r"|(?:i )?forgot (?:to say|to put|to add|the name)(?: (?:who|which|so|(?:her|his|the|a) name))?"
    rf"|(?:please |can you |could you |just )*(?:pass|send|forward|relay) {_IT}(?: on| along)?"
    r"(?: (?:to|for) (?:her|him|them))?(?: as it is)?(?: as (?:my )?feedback)?"
    rf"|(?:please )?go ahead|that['’]?s fine|{_IT}['’]?s fine"
    r"|(?:i['’]ll|i will|will) (?:do|write|send|get to|look at|read|answer)"
    rf" (?:WHOSE|the other(?: one|s| two)?|the rest)(?: report| one)?{_WHEN}"
    rf"|(?:WHOSE|the other(?: one|s| two)?)(?: (?:report|one))? (?:will follow|to follow|follows|comes?){_WHEN})"
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices that somebody was given, and for each what the practitioner is called whom it is about, word by word,
    in small letters. Where the mail itself `may_be_private`, a name that isn't said to be its reader's chooses
    nothing: it may be whom it is about."""

    all: Sequence[Choice]
    names: Sequence[frozenset[str]]
    may_be_private: bool = False

    def places(self, *kinds: str) -> set[int]:
        """Those of these kinds, by their places from 1."""
        return {n for n, c in enumerate(self.all, 1) if c.kind in kinds}

    def of(self, whom: str) -> set[int]:
        """Those about the practitioner who is called so, by one or two words."""
        said = {re.sub(r"['’]s?$", "", word) for word in whom.casefold().split()}
        return {n for n, names in enumerate(self.names, 1) if said and said <= names}


def choice_said(text: str, given: Choices, writer: frozenset[str]) -> int:
    """The one choice that a text makes, from 1; 0 where it makes none, several, or says anything else. `writer` is what
    its writer is called, who may sign it."""
    if len(text.split()) > LONGEST or "?" in text:  # who asks hasn't chosen
        return 0
    left: set[int] | None = None
    clauses = [one for part in _CLAUSES.split(text) if (one := " ".join(part.split()).strip(" \"'“”‘’*"))]
    signed = bool(clauses[1:]) and set(clauses[-1].casefold().split()) <= writer and not given.of(clauses[-1])
    denied: set[int] = set()
    for clause in clauses[:-1] if signed else clauses:
        if (found := fitting(clause, given)) is not None:
            left = found if left is None else left & found
        elif (no := _NOT_WHOSE.fullmatch(_bare(clause))) is not None and (those := given.of(no["whom"])):
            denied |= those
        elif not _says_nothing(clause, given):
            return 0
    left = (left or set()) - denied
    return left.pop() if len(left) == 1 else 0


def fitting(clause: str, given: Choices) -> set[int] | None:
    """The choices to which a clause points, none where it points to what there isn't; None where it doesn't point."""
    said = _bare(clause)
    for one in dict.fromkeys((clause.strip(), said)):
        if number := NUMBER.fullmatch(one):
            return {int(number[1])} & set(range(1, len(given.all) + 1))
    if (found := _ORDINAL.fullmatch(said)) is not None:
        place = next(n for n, word in enumerate(_ORDINALS, 1) if found["n"].lower() in (word, f"{n}{word[-2:]}"))
        return {place} & set(range(1, len(given.all) + 1))
    if _TEAM_SAID.fullmatch(said):
        return given.places("team", "private")
    if (kinds := KINDS.get(said.upper())) is not None:
        return given.places(*kinds)
    return _kind_or_whose(said, given)


def _kind_or_whose(said: str, given: Choices) -> set[int] | None:
    if found := _REPORT.fullmatch(said):
        return {n for n in given.places("feedback", "report") if given.all[n - 1].number == int(found["number"])}
    if found := _KIND_SAID.fullmatch(said):
        named = [found[name] for name in ("first", "whom", "last") if found[name]]
        fit = given.places(*KINDS[found["kind"].upper()])
        return {n for n in fit if all(n in _labelled(whom, given) for whom in named)}
    if (found := _SEND_SAID.fullmatch(said)) and (found["whom"].istitle() or given.of(found["whom"])):
        return given.places("feedback", "message") & _labelled(found["whom"], given)
    found = _WHOSE.fullmatch(said)
    if found is None or not (those := given.of(found["whom"])):
        return None
    owns, about = found["whom"][-2:].lower() in ("'s", "’s"), (found["about"] or "").strip().lower()
    if found["thing"] and not owns and not found["number"]:
        return None  # “Jo report” is nobody's
    if about in ("about", "of", "re") and not (owns and found["thing"]):
        return None  # it may be a word about them
    if given.may_be_private and about not in ("to", "for"):
        return None
    fit = given.places("feedback", "message") & those
    number = found["number"]
    return {n for n in fit if not number or given.all[n - 1].number == int(number)}


def _labelled(whom: str, given: Choices) -> set[int]:
    """The choices in whose words, or about whom, somebody is called so."""
    said = set(re.findall(r"\w+", re.sub(r"['’]s\b", "", whom.casefold()))) - _SMALL
    labels = [set(re.findall(r"\w+", c.label.casefold())) for c in given.all]
    return {n for n, (label, names) in enumerate(zip(labels, given.names, strict=True), 1) if said <= label | names}


def _says_nothing(clause: str, given: Choices) -> bool:
    """Whether a clause says nothing of the choices."""
    if is_polite(clause) or is_polite(_bare(clause)):
        return True
    whose = "|".join(sorted(re.escape(name) for names in given.names for name in names)) or r"(?!)"
    named = re.sub(rf"\b(?:{whose})(?:['’]s)?\b", "WHOSE", clause.casefold()).replace("WHOSE WHOSE", "WHOSE")
    return any(_FILLERS.is_all_of(_TRAIL.sub("", one)) for one in (named, _OPENING.sub("", named)))


def _bare(clause: str) -> str:
    """A clause without the courtesies around it."""
    said = _SURROUNDING.sub("", _OPENING.sub("", clause.strip()))
    return _TRAIL.sub("", said).strip()
