"""Whom the team's own words about a message in quarantine say it is: “That's Tomasz Zielinski's new address, please let
it through.”, “Yes, that's Ewan's report, please take it as his June one.” (programme.md, 3a).

It is the one whom the letter offers, who is affirmed or called by any of their names, or somebody whom the words name
in full; nobody where they say more than that and what is to be done, or where two may be meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.model import Person
from qibot.people import Directory
from qibot.understanding.commands.typed import unsigned
from qibot.understanding.names.likeness import Sure, likeness
from qibot.understanding.senders.passed_on import known_people

LONGEST = 200  # characters of a plain yes
# “OK” may be thanks.
_YES = r"(?:yes|yep|yeah|yup|aye|indeed|correct|exactly|that['’]?s (?:right|correct)|that is (?:right|correct))"
_KIND = r"(?:please|thanks|thank you|(?:it|that) is|it['’]?s)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monthly|first|second"
    r"|third|next|last|latest|missing|late|new|other|own|private|home|personal|work|school|nhs|new work|married)"
)
_THING = (
    r"(?:report(?: (?:no\.? ?)?\d{1,2})?|mail|e-?mail|message|one|submission|document|(?:e-?mail |mail )?address"
    r"|(?:e-?mail |mail )?account|gmail|hotmail|icloud|outlook|yahoo)"
)
_DO = (
    r"(?:(?:(?:so|and|you can|can you|could you|would you|will you|do|just|then|kindly) )*"
    r"(?:let (?:it|this|that|them|him|her) (?:through|in)"
    r"|(?:take|accept|count|treat|file|use|pass|put|deal with|handle|process|log|record|send|forward)"
    r" (?:it|this|that)(?: on| through| in)?(?: to (?:his|her|their|the) mentor)?)"
    rf"(?: (?:as|for) THEIRS(?: {_MONTH}){{0,2}}(?: {_THING})?| (?:as|for) (?:the )?{_MONTH}(?: {_THING})?)?)"
)
# Who writes for somebody; only beside what is to be done with it.
_HAND = r"(?:assistant|secretary|pa|p\.a\.|admin(?:istrator)?|deputy|colleague)"
_DO_BEGINS = r"(?:please |so |you can |and )*(?:let|take|accept|count|treat|pass|process|log|record)\b"
_WHEN = (
    r"(?: (?:from now on|from here on|in future|for good|always|too|as well|this once|just this once|once|only once))*"
)
# Why an address is new, and that it may come in.
# Somebody else's account, from which they write: it never becomes theirs.
_RELATIVE = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|mum|mother|dad|father|sister|brother|friend|flatmate"
    r"|neighbour|colleague|boss)"
)
_ACCOUNT = r"(?:account|address|e-?mail|mail|phone|mobile|computer|laptop|ipad|tablet|gmail|hotmail)"
_OWN = r"(?:(?:home|private|personal|own|work|school|old|new|other|mobile) ){0,2}"
_FROM = (
    rf"(?:from|on|through|via|with|off) (?:home|(?:(?:his|her|their|a|an|the) )?(?:{_RELATIVE}(?:['’]s)? )?"
    rf"{_OWN}{_ACCOUNT})"
)
_IS = r"(?:s?he|they|NAMES)(?:['’]s|['’]re| is| are| was| has| have)?"
_WRITES = (
    r"(?:writ(?:es?|ing)|wrote|written|mails?|mailing|mailed|e-?mails?|e-?mailing|sends?|sending|sent)"
    r"(?: (?:it|this|that))?"
)
_NOT_SPAM = r"(?:(?:(?:it|this|that)(?:['’]s| is)? )?not|(?:it|this|that) isn['’]t) (?:spam|junk|a scam)"
_ASIDE = (
    rf"(?:(?:{_IS} )?(?:just )?(?:{_WRITES} )?{_FROM}"
    rf"|{_IS} us(?:es?|ing) (?:his|her|their) (?:{_RELATIVE}['’]s )?{_OWN}{_ACCOUNT}|{_NOT_SPAM}|add (?:it|this|that)"
    rf"|(?:his|her|their) {_OWN}{_ACCOUNT}(?: is| was|['’]s) (?:down|broken|full|locked|not working|playing up)"
    r"|(?:(?:it['’]s|it is) )?(?:fine|ok|okay|safe) to use(?: (?:it|this|that))?"
    r"|(?:(?:s?he|they)(?:['’]s| has| have|['’]ve| is| are|['’]re)? )?(?:(?:just|recently|newly|now|got) )*"
    r"(?:married|re-?married|divorced|moved (?:job|post|team|ward|school|office|house)s?"
    r"|changed (?:job|post|name|surname|jobs)|changed (?:her|his|their) (?:sur|last )?name)(?: (?:in|last|this) \w+)?"
    r"|(?:just )?this once(?: is (?:fine|ok|okay))?|use (?:it|that one|the new (?:one|address))"
    r"|(?:a )?(?:new|married|change of) (?:sur|last )?name"
    r"|(?:from (?:now|here) on|in future|for good)(?: too| as well)?)"
)
_SIGNED_THANKS = expression(  # “Thanks, Jo”: whoever of the team is called so
    r"(?:(?:many |very |so |kind |best )*(?:thanks|thank you|thx|ta|cheers|regards)(?: (?:very much|so much|all))?"
    r"[\s,.!–-]*)+[^\W\d_]+[.!]?",
    re.IGNORECASE,
)
_TO_MENTOR = expression(r"\bto (?:his|her|their|the) mentor\b", re.IGNORECASE)
_FOR_GOOD = expression(
    r"\bnew (?:\w+ )?(?:e-?mail|mail|address|account)\b|\b(?:from (?:now|here) on|in future|for good|always|add (?:it"
    r"|this|that))\b",
    re.IGNORECASE,
)
_ONCE = expression(rf"\bonce\b|\b{_RELATIVE}['’]s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """The one who is meant, and whether the address is said to be theirs from now on."""

    person: Person
    for_good: bool


def said_whose(text: str, offered: Person | None, people: Directory) -> Said | None:
    """Who is meant; None where it isn't plain."""
    said = unsigned(text).strip() or ("" if "\n" in text else text)
    named = [p for p in known_people(people) if likeness(p.name, text) is Sure.WHOLE]
    if len(named) > 1 or _SIGNED_THANKS.fullmatch(text.strip()):
        return None
    person = named[0] if named else offered
    if person is None or len(said) > LONGEST or not _says_so(said, person):
        return None
    is_offered = offered is not None and person.address == offered.address
    if not is_offered and _TO_MENTOR.search(said):  # it is to whom it goes on
        return None
    lines = [x for x in text.split("\n") if x.strip()]
    above = "\n".join(lines[:-1] if len(lines) > 1 and len(lines[-1].split()) <= len(person.name.split()) else lines)
    if not is_offered and likeness(person.name, above) is not Sure.WHOLE:  # it is who signs
        return None
    return Said(person, _FOR_GOOD.search(said) is not None and not _ONCE.search(said))


def _says_so(said: str, person: Person) -> bool:
    """Whether it says no more than yes, the person's name, or the very address that was offered, and what to do."""
    names = "|".join(re.escape(x) for x in (*person.addresses, person.name, *person.name.split()[:1]) if x)
    names = names.replace("'", "['’]")
    theirs = rf"(?:our )?(?:{names}|hers?|his|theirs?|she|he|them|him)(?:['’]s?)?"
    whose = (
        rf"(?:(?:that|this|it) (?:is|comes|came)|(?:that|this|it)['’]s|that would be)? ?(?:from )?{theirs}"
        rf"(?: {_MONTH}){{0,2}}(?: {_THING})?"
    )
    whose += rf"|(?:(?:a|his|her|their) )?{_MONTH} {_THING}"
    hand = rf"{theirs} {_HAND}(?:,? (?:who )?(?:writing|writes|mailing|sending(?: it)?) (?:for|on behalf of) {theirs})?"
    fine = rf"(?=[\s,.;:–—-]+(?:(?:just )?this once|fine|{_DO_BEGINS}))"
    whose += rf"|(?:(?:that|this|it) is|(?:that|this|it)['’]s) {hand}{fine}"
    aside = _ASIDE.replace("NAMES", names)
    one = rf"(?:{_YES}|{_KIND}|{whose}|{_DO.replace('THEIRS', theirs)}|{aside}){_WHEN}"
    if not re.search(rf"\b(?:{_YES}|{names}|hers|his)\b", said, re.IGNORECASE):
        return False
    return re.fullmatch(rf"(?:{one}[\s,.;:!–—-]*)+", said, re.IGNORECASE) is not None
