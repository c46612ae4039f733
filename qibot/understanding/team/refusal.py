"""The team's no: to a question whether to do something, and by naming the very day on which the report is due.

| the team says | becomes |
|---|---|
| “no, the 15th is the deadline for everybody”, “we have to stick to the 15th” | `DECLINE` |
| “the deadline stands”, and no day besides | the same |
| “not yet”, “leave it with me”, in answer to whether to escalate | a note: nothing is to be done |
| the same, with a reason that is but against it: “not yet, I'd not go to Mary over one report” | the same |
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.team.hanging import is_disputed

LONG, LONGER = 40, 80  # words of such a refusal, and of one that says that the deadline stands
REASON = 14  # words of a reason behind a no
_OF_REASON = expression(
    r"\b(?:circumstances?|exceptional|workload|reasons?|excuse|plea|extension|more time|extra time|leave isn|grace)\b",
    re.IGNORECASE,
)
_REFUSES = expression(
    r"\W*(?:no+|nope|nah|naw|negative|not yet|not now|don['’]?t|please don['’]?t|let['’]?s not|best not|better not"
    r"|don['’]?t bother|hold off|leave it(?: for now| with (?:me|us))?|leave (?:her|him) (?:be|alone|for now)"
    r"|no (?:thanks|thank you|need)|no action(?: needed| required)?|you['’]?re (?:all right|fine))"
    r"(?:\W+(?:no+|nope|thanks|thank you|please|sorry|just now|yet|for now|at the moment|not (?:yet|now|this (?:week"
    r"|time|one))"
    r"|it['’]?s fine|you['’]?re (?:all right|fine)|action needed|need(?: to do anything| for that)?))*\W*",
    re.IGNORECASE,
)
# … at its beginning, before a reason; and what makes of that reason something else to be done.
_BEGINS = expression(
    r"\W*(?:(?:no+|nope|not yet|not now|hold off|leave it)(?: (?:for now|just now))?[,.;:!–—-]+\s*)+", re.IGNORECASE
)
_CLAUSES = expression(r"[,.;:!()]|\s[-–—]+\s|[–—]")
_ELSE = expression(
    r"\?|\b(?:if|unless|until|till?|when|once|but|give[ns]?|extend\w*|extension|excus\w+|accept\w*|declin\w+|paus\w+"
    r"|withdr\w+|escalat\w+|instead|change|move|make|let|ask|tell|chase|ring|call|send|write|remind|try|wait"
    r"|please|after|before|first|left|leaving|gone"
    r"|I['’]?m|I am|we['’]re|we are|seeing|today|tomorrow|tonight|later|soon|mon|tues?|wed|thu|fri|sat|sun"
    r"|\w+day|morning|afternoon"
    r"|end\w*|deadline|day|week|month|\d+(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
# All that such a reason may be: one that is for it stands behind a no as often (“no, she has had her chances”).
_WHO = r"(?:she|he|they|(?!(?:i|we|you|it|that|this|nobody|who)\b)[a-z][\w'’-]+)"
_AGAINST_IT = expression(
    r"\W*(?:(?:as|because|since|so|and|for|well|really|honestly|I think|I feel|I['’]d say)\b\W*)*(?:"
    r"(?:I|we)(?:['’]d| would)(?:n['’]t| not| rather not)(?: \w+)? (?:go|trouble|bother|involve|take it)"
    r"(?: (?:to|with|up))?(?: [\w'’]+)?"
    r"(?: (?:over|for|about) (?:just |only )?(?:one|a|this|the|a single)(?: (?:late|missed|missing))?"
    r"(?: (?:report|one))?)?"
    r"|(?:it|this|that)(?:['’]s| is) (?:only|just) (?:the |her |his |their )?(?:one|a|an|two|three|first|few|a few"
    r"|a couple of)(?: (?:report|day|week|fortnight|month|slip|time)s?)?(?: (?:late|overdue|so far))?"
    r"|(?:it|this|that)(?:['’]s| is| seems| would be| feels)(?: (?:far|much|a bit|rather|still))* (?:too (?:soon|early"
    r"|hasty|harsh|much)|early|not worth (?:it|that|the (?:bother|trouble|fuss))|not needed|no need|in hand"
    r"|being dealt with|sorted|on its way|over the top|heavy-handed|premature)"
    r"(?: (?:yet|already|now|for that|over one report))?"
    r"|(?:(?:it|that|this)(?:['’]s| is) )?(?:not worth (?:it|that|the (?:bother|trouble|fuss))|no need"
    r"|too (?:soon|early|hasty|harsh))"
    r"(?: (?:over|for) (?:just |only )?(?:one|a|this) (?:late |missed )?(?:report|one))?"
    r"|(?:not )?(?:over|for) (?:the sake of )?(?:just |only )?(?:one|a|this|the first)"
    r" (?:late |missed |missing )?report"
    r"|(?:this|it|that)(?:['’]s| is) (?:only |just )?(?:her|his|their) first (?:miss|slip|late one)"
    r"|(?:I|we)(?:['’]ve| have) (?:already )?(?:spoken|talked|had a word) (?:to|with) (?:her|him|them)"
    r"|(?:she|he|they)(?:['’]s| is|['’]re| are) (?:only |just )+back"
    rf"|{_WHO}(?: (?:already|now|also))? (?:knows(?: about (?:it|this|that))?|is (?:aware|on it|on to it"
    r"|dealing with it|in touch|in contact)|has (?:it )?in hand|has (?:been in touch|explained"
    r"|told (?:us|me)|rung|promised(?: it)?))"
    r"(?: (?:already|now|anyway|too))?"
    r")\W*",
    re.IGNORECASE,
)
_LETS_OFF = expression(
    r"\b(?:excus\w*|let|skip|waive|off the hook|needn['’]?t|need not|no longer|not (?:due|needed|owed)"
    r"|(?:until|till?)|give|giv\w+|extend\w*|extension|allow|accept\w*|another \w+|more time|longer)\b",
    re.IGNORECASE,
)
_STANDS = expression(
    r"\W*(?:(?:so|no|sorry|and|then|I['’]m afraid)[,.]? )*(?:the|her|his|their) deadline (?:stands|stays|holds|remains"
    r"|is unchanged|stays put|has to stand|must stand)(?: (?:as it is|where it is|unchanged|as is|as set"
    r"|for (?:her|him|them)(?: too)?))?\W*",
    re.IGNORECASE,
)
_STANDS_SOMEWHERE = expression(
    r"\bdeadline (?:stands|stays|holds|remains|is unchanged|has to stand|must stand)\b", re.IGNORECASE
)
# What another sentence may say against it: a word for more time, another's word, a judgement.
_SPEAKS_UP = expression(
    r"\b(?:rather|harsh\w*|hard on|strict|unfair|wrong|unkind|shame|pity|I think|thinks|thought|reckons?|believes?"
    r"|feels?|wish\w*|hope|prefer\w*|disagree\w*|object\w*|however|though|another|more|longer|extra|weeks?"
    r"|fortnight|months?|give|allow|maybe|perhaps|not sure)\b",
    re.IGNORECASE,
)
_HANGS = expression(
    r"\b(?:unless|otherwise|for now|until|till|meanwhile|in the meantime|pending|before (?:we|I) decide|extend|excuse"
    r"|do you (?:think|agree)|what do you|thoughts)\b",
    re.IGNORECASE,
)
_GIVES_TIME = expression(
    r"\b(?:give|let|allow|grant|extend\w*|accept\w*|unless|if|whether|not|never)\b|n['’]t\b", re.IGNORECASE
)
_DAY_STANDS = expression(  # the day that has been, whatever the calendar makes of its number
    r"\b(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)(?: (?:still|just))? (?:stands|stays|holds|remains|applies|it stays)\b"
    r"|\b(?:stays?|stands?|remains?|stick\w*|keep(?:s|ing)?(?: it)?|hold(?:s|ing)?(?: it)?)"
    r"(?: (?:at|as|on|to|with|by))+ the (?P<same>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_KEEPS = expression(
    r"\b(?:no|nope|not|never|sorry|afraid|unfortunately|cannot|stands?|stick\w*|stays?|remains?|still"
    r"|keep(?:ing)? to|holds?"
    r"|every(?:one|body)|(?:all|like) the (?:rest|others)|as (?:normal|usual|planned|it is)|same|applies|due|unchanged"
    r"|(?:has|have|needs?|ought|expected) to|must|deadline)\b|n['’]t\b",
    re.IGNORECASE,
)


def ends_with_the_day(text: str, today: date, deadline: date) -> bool:
    """Whether the last day that it names is the one that has been, and stands: “Meg wanted the 30th but the 15th
    stands”."""
    last = max((one.start for one in days_named(text, today)), default=-1)
    return any(int(m["day"] or m["same"]) == deadline.day and m.end() > last for m in _DAY_STANDS.finditer(text))


def begins_with_no(text: str) -> bool:
    """Whether what answers the question whether to escalate begins with a no, and says in no plain word that the
    report is let off or has longer: then no more than that is decided."""
    return _BEGINS.match(text) is not None and _LETS_OFF.search(text) is None


def keeps_to(text: str, today: date, deadline: date) -> bool:
    """Whether it refuses more time by naming the day that is the deadline anyway, and no other; or by the plain word
    that the deadline stands."""
    if "?" in text:
        return False
    plain = len(text.split()) <= LONGER and not (_HANGS.search(text) or days_named(" ".join(text.split()), today))
    others = [one for one in sentences(text) if not _STANDS.fullmatch(one.strip())]
    if plain and len(others) < len(sentences(text)) and not any(_SPEAKS_UP.search(x) or is_disputed(x) for x in others):
        return True
    if len(text.split()) > LONG:
        return False
    named = {one.day for one in days_named(" ".join(text.split()), today)}
    stands = {int(one["day"] or one["same"]) for one in _DAY_STANDS.finditer(text)}
    if stands == {deadline.day} and all(one.day == deadline.day for one in named) and not _HANGS.search(text):
        return not _GIVES_TIME.search(text) and not is_disputed(text)
    said = [one for one in sentences(text) if days_named(one, today)]
    return named == {deadline} and (_KEEPS.search(" ".join(said)) or _KEEPS.match(text.lstrip())) is not None


def speaks_of_deadline(text: str) -> bool:
    """Whether it says somewhere that the deadline stands."""
    return _STANDS_SOMEWHERE.search(text) is not None


def refuses(text: str) -> bool:
    """Whether a few words say that nothing is to be done, and perhaps why not."""
    said = said_in(text, frozenset()).strip()
    if _REFUSES.fullmatch(said) is not None:
        return True
    begun = _BEGINS.match(said)
    reason = said[begun.end() :] if begun else ""
    if not 0 < len(reason.split()) <= REASON or _ELSE.search(reason) or families_in(reason) & CAUSES:
        return False
    return all(_AGAINST_IT.fullmatch(one) for one in _CLAUSES.split(reason) if re.search(r"\w", one))


def speaks_of_reason(text: str) -> bool:
    """Whether it speaks of somebody's reason, which a no declines."""
    return _OF_REASON.search(text) is not None
