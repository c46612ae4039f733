"""What the team says of a mail whose writer didn't say what it is, in its own words: “send it to Jo”, “keep it”.

A plain word to pass it on is the one message among the choices, or else the only choice that isn't the team's; a plain
word to keep it is the team's. What may be either, or more, is asked back.
"""

from __future__ import annotations

import re

from qibot.events import CommandUnclear, Event, MessageIgnored, WhichChosen
from qibot.expression import expression
from qibot.model import DESK, ITEM, Choice, Quarantined, Role
from qibot.understanding.commands.agreed import NOTE, is_note
from qibot.understanding.commands.given import Given
from qibot.understanding.meaning import said_in

_NOTES = expression(
    r"\b(?:thank\w*|thanks|ta|cheers|noted|will|shall|I['’]m|need to|have to)\b|['’]ll\b", re.IGNORECASE
)
FAULT = "it isn't plain what is to become of the message, and nobody else has seen your reply"
KEPT = ("team", "private")
LONGEST = 16  # words of a plain answer
_PIECES = expression(r"[.!,;:–—\n]+|\s-+\s|\band\b", re.IGNORECASE)
_POLITE = (
    r"(?:(?:ok|okay|yes|yep|yeah|sure|fine|please|pls|just|oh|hi|hello|then|so|thanks|thank you|ta|no problem)\b ?)*"
)
_IT = r"(?:it|this|that|this one|that one|(?:the|her|his) (?:message|mail|e-?mail|words))"
_WHOM = r"(?P<whom>[\w'’-]+(?: [\w'’-]+)?)"
_SENDS = (
    (
        rf"(?:can you |could you |you can |we can |let['’]?s |go ahead and |happy to |happy for you to |to )?"
        rf"(?:send|pass|forward|relay|share|release|let go) {_IT}(?: on| along| over| through)?"
        rf"(?: (?:to|with) {_WHOM}?)?(?: as (?:it is|is))?"
    ),
    rf"(?:send|pass|forward) (?:on|along) {_IT}(?: to {_WHOM})?",
    rf"let {_WHOM} (?:have|see|read|get) {_IT}",
    rf"(?:{_IT}(?:['’]s| is| was)|(?:it|that)['’]?s) (?:(?:only|just|clearly|meant|intended) )*for {_WHOM}",
    rf"(?:meant |just )?for {_WHOM}",
    rf"{_WHOM} (?:can|may|should) (?:have|see|read|get) {_IT}",
    (
        rf"(?:{_IT}(?:['’]s| is)|(?:it|that)['’]?s)? ?(?:fine|ok|okay|all right|good|harmless)"
        rf"(?: to (?:go|send|pass on|be passed on|forward|share)(?: on| {_IT})?(?: on)?(?: to {_WHOM})?)"
    ),
    rf"{_IT} can go(?: on| out)?(?: to {_WHOM})?",
)
_IS_FINE = expression(r"(?:it['’]?s |it is |that['’]?s )?(?:fine|ok|okay|all right|good|harmless)", re.IGNORECASE)
_KINDS = expression(
    rf"(?:{_IT}(?:['’]s| is| was)|(?:it|that)['’]?s|treat {_IT} as|count {_IT} as|as)? ?(?:just |only |clearly )?"
    r"(?:her |his |a |an |the |my |ann['’]s )?(?:\w+['’]s )?(?P<kind>feedback|message|question|report)",
    re.IGNORECASE,
)
_KEEPS = expression(
    rf"(?:bin|delete|discard|scrap|drop|ditch|ignore|hide|keep|hold(?: on to)?|leave|withhold|file) {_IT}"
    r"(?: (?:back|out|here|there|with (?:us|the team)|to ourselves|between (?:us|ourselves)|private|confidential"
    r"|in house"
    r"|in-house|for (?:us|the team)|in the team))*"
    rf"|(?:please )?(?:don['’]?t|do not|dinnae|never) (?:send|pass|forward|share|relay|release"
    rf"|let) (?:{_IT})?(?: (?:on|go))?(?: to \w+| to anybody| to anyone)?"
    r"|no|nope|nah|no thanks|not to be (?:sent|passed|passed on|shared|forwarded)|don['’]?t|do not"
    rf"|(?:{_IT}(?:['’]s| is| was)|(?:it|that)['’]?s)? ?(?:private|confidential|not for (?:her|him|them|\w+)"
    rf"|just for us|only for us|for us(?: only)?|ours)"
    rf"|(?:nobody|no one|no-one)(?: else)? (?:needs|should|has|is|ought)(?: to)? (?:see|read|get|have|to see) {_IT}"
    rf"|(?:she|he|they|\w+) (?:needn['’]?t|shouldn['’]?t|doesn['’]?t need to|must not|mustn['’]?t) (?:see|read|get"
    rf"|have) {_IT}"
    r"|bin|delete|discard|keep|private|confidential"
    r"|(?:(?:it|this|that)(?:['’]s| is) )?(?:(?:just|only|clearly) )*(?:spam|junk|phishing|a scam)",
    re.IGNORECASE,
)


def teams_choice(given: Given) -> Event | None:
    """The choice that the team makes in its own words; None where it answers no such question."""
    context, mail = given.context, given.arrival.mail
    key = context.item.removeprefix(ITEM)
    item = given.case.get(Quarantined, key) if context.item.startswith(ITEM) else None
    if item is None or not item.asked or item.order or not item.choices:
        return None
    said = said_in(mail.top, frozenset()).strip()
    if is_note(given) and _NOTES.search(said):  # “Fine” may be a yes to what the letter offers
        return MessageIgnored(given.arrival, NOTE)
    choice = None if mail.sends else _chosen(said, item.choices)
    if choice is not None:
        return WhichChosen(given.arrival, key, choice, "team", writer=Role.TEAM)
    instead = f"a number from 1 to {len(item.choices)}, or TEAM, alone on the first line"
    return CommandUnclear(given.arrival, DESK, 0, Role.TEAM, FAULT, instead)


def _chosen(said: str, choices: tuple[Choice, ...]) -> Choice | None:
    """The one choice that all the pieces of an answer make; None where one of them says more."""
    if "?" in said or len(said.split()) > LONGEST:
        return None
    wanted: list[Choice] = list(choices)
    told = kept = sent = False
    for piece in _PIECES.split(said):
        line = re.sub(
            rf"^{_POLITE}|(?: (?:please|pls|thanks|thank you|then|now))+$", "", piece.strip(), flags=re.IGNORECASE
        )
        line = line.strip()
        if not line or _IS_FINE.fullmatch(line):
            continue
        if _KEEPS.fullmatch(line):
            kept = told = True
        elif (found := _KINDS.fullmatch(line)) is not None:
            kind = "message" if found["kind"].lower() == "question" else found["kind"].lower()
            wanted, told, sent = [c for c in wanted if c.kind == kind], True, True
        elif (whom := _whom(line)) is not None:
            sent = told = True
            wanted = [c for c in wanted if c.kind not in KEPT and _is_for(whom, c)]
        else:
            return None
    if not told or (kept and sent):
        return None
    if kept:
        wanted = [c for c in choices if c.kind in KEPT]
    else:
        wanted = [c for c in wanted if c.kind not in KEPT]
        wanted = [c for c in wanted if c.kind == "message"] or wanted
    return wanted[0] if len(wanted) == 1 else None


def _whom(line: str) -> str | None:
    """To whom a piece says that it is to go: empty where it says nobody, None where it says no such thing."""
    for form in _SENDS:
        if (found := re.fullmatch(form, line, re.IGNORECASE)) is not None:
            return str(found.groupdict().get("whom") or "")
    return None


def _is_for(whom: str, choice: Choice) -> bool:
    said = set(re.findall(r"[\w'’-]+", whom.casefold())) - {"the", "her", "him", "them", "practitioner", "mentor"}
    return said <= set(re.findall(r"[\w'’-]+", choice.label.casefold()))
