"""What makes a decision of the team's hang on something, begin later, or be no decision but an opinion.

| the team says | why it isn't carried out |
|---|---|
| “if he doesn't reply by Friday, withdraw him” | it hangs on what comes |
| “he'll finish at the end of March, take him off then”, “from 1 February, withdraw him” | it is of a later day |
| “leave it as it is till Friday, then withdraw her”, “wait until the 5th before you let her go” | the same |
| “I'd have given him until the 29th but Isla says no”, “Ann would excuse him, I wouldn't” | it is against it |
"""

from __future__ import annotations

import re

from qibot.expression import expression

_SENTENCES = expression(r"(?<=[.!?])\s+|\n+")
_HEARS = (
    r"(?:repl(?:y|ies|ied)|respond\w*|answer\w*|write[sn]?|wrote|hear\w*|contact\w*|get in touch|gets? back"
    r"|come[s]? back|send[s]?|sent|submit\w*|hand[s]? in|turn[s]? up|ring[s]?|call[s]?|phone[s]?|email[s]?|e-mail[s]?"
    r"|agree[sd]?|confirm\w*|arrive[sd]?|is in|gets? better|is better|improve[sd]?)"
)
# What it hangs on where the condition comes first, and no courtesy (“if you would”); one behind the order is in its
# clause (standing.py).
_ON_CONDITION = expression(
    r"\W*(?:(?:ok|okay|yes|no|so|then|and|but|right|please|well|hi|thanks)\b\W*)*"
    r"(?:(?:if|unless|provided|providing|assuming|as soon as|once|in case|when)\b"
    r"(?! (?:you (?:would|could|can|will|please|don|like|want|wish|need|ask|mind)|you['’]d|that['’]?s|that is|it['’]?s"
    r" (?:ok|okay|all right|alright|no (?:bother|trouble))|possible|so\b|not\b|need be|needed|necessary|i may"
    r"|i might)\b)"
    r"|should (?:he|she|they|we|nothing|nobody|no one|there)\b[^.!?]*,)",
    re.IGNORECASE,
)
_ON_REPLY = expression(
    r"(?:(?:\A|[.!?]) ?(?:(?:ok|okay|yes|no|so|then|and|but|please)\b\W*)*|\b(?:withdraw|excuse|escalate"
    r"|pause|decline|off|accept|refer)\b[^.!?]{0,30})\b(?:if|unless|should) (?:the report|no one|\w+)"
    rf"(?:['’]s|['’]ve| has| have| does| do| is| still| again| just)*(?:n['’]?t| not| still| no)?(?: \w+)? {_HEARS}\b",
    re.IGNORECASE,
)
_POINT = expression(
    r"\b(?:at|in|on|by|from|until|till|come|next|after|end of|start of|beginning of|as of|tomorrow|later|last day"
    r"|leaves? (?:on|in|at)|finish\w*)\b"
    r"[^.!?,;]{0,25}\b(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|christmas"
    r"|xmas|easter|new year|spring|summer|autumn|winter|term|month|week|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|holidays?|day|session)\b|\btomorrow\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/.]\d{1,2}\b",
    re.IGNORECASE,
)
_BEEN = expression(r"\b(?:was|were|left|went|ended|finished|since|last (?!day\b)\w+|ago|already)\b", re.IGNORECASE)
_THEN = expression(
    r"\w\W+(?:then|after that|afterwards|after this|from then(?: on)?|at that point|that day|the next day)[\s.!]*"
    r"(?:please|thanks|thank you)?[\s.!]*\Z",
    re.IGNORECASE,
)
_OPENS = expression(r"\W*(?:(?:ok|okay|yes|and|so|then|right)\b[\s,]*)*(?P<when>[^,.!?]{3,45}),", re.IGNORECASE)
_NOT_NOW = expression(
    r"\W*(?:(?:ok|okay|yes|and|so|then|right|please)\b[\s,]*)*(?:next (?:week|month|term|year|\w+day)|tomorrow)\b",
    re.IGNORECASE,
)
_PROVIDED = (
    r"(?:(?:as|so) long as|provided|providing|assuming|on (?:the )?condition|subject to"
    r"|only (?:if|with|when|once|after)|(?:but|though|only|just|and)(?: please| do)? (?:ask|check|speak|talk|ring"
    r"|phone|confirm|clear|run)\b[^.!?]{0,30}\b(?:first|before))"
)
_BEHIND = expression(
    rf"[^.!?,;]{{0,40}}\b(?:once|as soon as|after|unless|when|tomorrow|later|if(?! you\b))\b"
    rf"|[^.!?]{{0,40}}\b{_PROVIDED}\b",
    re.IGNORECASE,
)
_HANGS = expression(rf"\b{_PROVIDED}\b|\b(?:the|my|our|their) answer(?:['’]s| is)(?: still| a)? no\b", re.IGNORECASE)
_AND_THEN = expression(
    r"\b(?:then|after (?:that|which|this)|afterwards|thereafter|before (?:you|we|I|she|he|they|it))\b", re.IGNORECASE
)
_KINDLY = expression(
    r"\W*(?:(?:ok|okay|yes|right|fine|agreed|sure|so|and|oh|well|please|thanks|thank you"
    r"|for (?:this|that|letting us know)"
    r"|that['’]?s (?:fine|ok|okay|a (?:pity|shame))|in that case|no problem|sorry(?: to hear (?:it|this|that))?"
    r"|what a (?:pity|shame))\b\W*)*",
    re.IGNORECASE,
)
# What somebody has done, with nothing still to do in it: “I've to ask”, “told me to wait”, “has asked for a week” and
# “get the forms sent” are no past.
_HAS_BEEN = expression(
    r"(?:^|[,.;:!?–—-] ?|\b(?:and|as|because|since|but|so|that) )(?:(?:ok|okay|yes|right|well|so|now|and|then) )*"
    r"(?:I|we|she|he|they|(?:the|her|his|our) \w+|(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)(?:['’]ve|['’]s| have| has)?"
    r"(?: (?:now|just|already|all|both|finally|since))?"
    r" (?:been|spoken|spoke|talked|rung|rang|written|wrote|asked(?! (?:\w+ )?for (?!it\b|this\b|that\b))|checked|told"
    r"|heard|met|agreed|discussed|confirmed|decided|moved|left|resigned|gone|retired|said|had|got|sent|seen|given"
    r"|taken)\b",
    re.IGNORECASE,
)
# … which an order, a wish, a must, a “whether” and what somebody will or does yet are not.
_STILL_TO_DO = expression(
    r"\b(?:still|yet|first|until|till?|wait\w*|before|tomorrow|next|let|if|unless|once|when|whether|must|should|shall"
    r"|will|would|ought|has to|have to|needs?|wants?|like|does|do|one more|another|check|ensure|make sure)\b|['’]ll\b"
    r"|['’]d (?!been|had|left|gone|resigned|moved|spoken|asked|told|heard|agreed|decided|already|just|now)\w"
    r"|(?:^|[,.;:!?–—-] ?|\band )(?:(?:ok|okay|yes|right|so|then|please|just) )*(?:ask|find|get|have|give|ring|call"
    r"|phone|tell|send|write|speak|talk|contact|hold|leave|keep|confirm|arrange|invite|remind|help|try|take|note|put"
    r"|e?-?mail|offer|set|see|make|be|go|hear|meet|sort|settle|finish|close|collect|chase)\b"
    r"|\b(?:given|offered|allowed|granted|promised|agreed (?:to|on)|for) (?:an?|one|some|more|till|until|the) "
    r"|\bto (?!(?:her|him|them|it|me|us|you|the|my|our|their|his|a|an|this|that|leave|stop|go|withdraw|quit|end|give up"
    r"|come off|drop out|be (?:withdrawn|taken|removed))\b)(?-i:[a-z])|\bto let\b",
    re.IGNORECASE,
)
_WISHES = expression(r"\b(?:I|we)(?:['’]d| would)\b[^.!?]*,? but\b", re.IGNORECASE)
_WHEN = expression(r"(?:from|on|at|in|by|after|come|as of|next|tomorrow|this|with effect from)\b", re.IGNORECASE)
_DAY = (
    r"\d|\b(?:jan|feb|mar(?:ch)?|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*|\w+day\b|\bchristmas|\bnew year"
    r"|\b(?:week|fortnight|month)s?\b"
)
_GIVE = r"(?:give[n]?|said|say|let|allow(?:ed)?|grant(?:ed)?|accept(?:ed)?|extend(?:ed)?|excused?|offer(?:ed)?)"
_OTHERS = (
    r"(?<![\w'’])(?!(?:I|we|you|it|that|this|she|he|they|which|what|who|please|and|so|but|then|anyone|anybody|someone"
    r"|somebody)\b)[a-z]+"
)
# What only would have been given, or another would give.
_WOULD = expression(
    rf"(?:\b(?:would|could|might)|['’]d)(?: \w+)? have (?:\w+ )?{_GIVE}\b(?! no\b)[^,.;:!?]{{0,30}}(?:{_DAY})"
    rf"|{_OTHERS}(?: would|['’]d| wanted to) (?:\w+ )?{_GIVE}\b(?! no\b)[^,.;:!?]{{0,30}}(?:{_DAY})",
    re.IGNORECASE,
)
# What can't be given, with the day.
_CANNOT = expression(
    r"(?<!reason )(?<!why )\b(?:cannot|not|(?:ca|wo|could|should|must)n['’]?t) (?:\w+ )?(?:give|allow|let|agree to"
    r"|accept|extend|grant|approve)\b"
    rf"(?![^,.;:!?]*\b(?:more|longer|beyond|later|past)\b)[^,.;:!?]{{0,30}}(?:{_DAY})",
    re.IGNORECASE,
)
_WOULD_DO = {
    "excuse": expression(rf"{_OTHERS}(?: would|['’]d) (?:\w+ )?(?:excuse|let (?:him|her|them) off)\b", re.IGNORECASE),
    "escalate": expression(rf"{_OTHERS}(?: would|['’]d) (?:\w+ )?escalate\b", re.IGNORECASE),
}
# What its writer, or another, is against, said of a day before it.
_AGAINST = expression(
    r"\b(?:I|we) (?:wouldn['’]?t|would not)(?=\W*(?:\Z|[.!,;])| (?:give|allow|let|extend|accept|grant|agree|excuse"
    r"|do that|go along|be (?:happy|giving|in favour|minded))\b)|\bI (?:don['’]?t|do not)(?=\W*(?:\Z|[.!;]))"
    r"|\b(?:would|['’]d|is|seems) (?:be )?(?:\w+ )?(?:unfair|wrong|unjust|daft|silly|a mistake)\b"
    r"|\b(?:I|we)(?:['’]d| would) (?:\w+ )?say no\b|\b(?:I|we)(?:['’]m| am|['’]re| are) (?:(?!not\b)\w+ )?against\b"
    rf"|{_OTHERS} (?:disagrees|says no|said no|is against|isn['’]?t (?:keen|happy|so sure))\b"
    r"|\b(?:that['’]?s|that is|which is|it['’]?s) (?:far |much |rather |a bit )?too (?:long|late|much|generous)\b",
    re.IGNORECASE,
)
# What its writer, or another, is against, whatever it is.
_OPPOSES = expression(
    r"\b(?:I|we) (?:wouldn['’]?t|would not|don['’]?t|do not)(?: (?:want (?:that|it|to|this)|agree|think so))?"
    r"(?=\W*(?:\Z|[.!,;]))"
    r"|\b(?:I|we) (?:(?:strongly|rather|really) )?(?:disagree|object)\b"
    r"|\b(?:I|we)(?:['’]d| would) (?:\w+ )?(?:hate (?:(?:us|you|them|anybody|anyone) )?to"
    r" (?:withdraw|take|remove|lose|pause|put|end|stop)|say no|rather (?:not|(?:we|you) (?:didn|did not))|prefer not"
    r"|be (?:\w+ )?(?:loath|sorry)"
    r"|argue against)\b"
    r"|\b(?:I|we)(?:['’]m| am|['’]re| are) (?:(?!not\b)\w+ )?(?:against|opposed|not (?:keen|happy|sure|convinced))\b"
    rf"|{_OTHERS} (?:disagrees|objects|says no|said no|is against|is opposed)\b",
    re.IGNORECASE,
)
# Who is of another mind, or of none, beside what is said: it is asked what is to be done.
_DISPUTES = expression(
    r"\b(?:not (?:so |too |entirely )?sure|unsure|(?:would|['’]d) rather|I (?:suppose|guess)|harsh|unfair|unkind"
    r"|hard on (?:her|him|them)|(?:disagree|object)s?|what a (?:shame|pity))\b"
    r"|(?<![\w'’])(?!(?:I|we|she|he|they|you|it|who|which|that|as|sheet|rules?"
    r"|handbook|policy|guidance|letter|form|programme|report)\b)[a-z]+ (?:says|said|thinks|reckons|feels"
    r"|believes)\b|\b(?:says|said) (?!(?:she|he|they|we|that|it|yes|no|so|the|to|in|all|what)\b)[a-z]+\b",
    re.IGNORECASE,
)
_WOULD_NOT = expression(r"\b(?:I|we) (?:wouldn['’]?t|would not)\W*\Z", re.IGNORECASE)
_NAMES_DAY = expression(_DAY, re.IGNORECASE)
FEW = 25  # words of a decision that a condition governs as a whole


def is_against(text: str, decision: str) -> bool:
    """Whether the time or the release that it names is what its writer is against, or another would have given."""
    said = " ".join(text.split())
    last = max((one.start() for one in _NAMES_DAY.finditer(said)), default=-1)
    if decision == "escalate":
        return _WOULD_DO[decision].search(said) is not None or _WOULD_NOT.search(said) is not None
    if decision in _WOULD_DO:
        would = _WOULD_DO[decision].search(said) is not None
    else:
        would = any(one.end() > last for pattern in (_WOULD, _CANNOT) for one in pattern.finditer(said))
    return would or _AGAINST.search(said, last + 1) is not None


def opposes(text: str) -> bool:
    """Whether its writer, or another, is against what it says."""
    return _OPPOSES.search(" ".join(text.split())) is not None


def is_disputed(text: str) -> bool:
    """Whether somebody in it is of another mind, or in doubt; or it is said by another."""
    return _DISPUTES.search(" ".join(text.split())) is not None


def waits_for_word(text: str) -> bool:
    """Whether what is decided hangs on whether somebody answers, sends or is better, or on anything else that is said
    so; or is refused in so many words."""
    said = " ".join(text.split())
    return len(said.split()) <= FEW and (_ON_REPLY.search(said) is not None or _HANGS.search(said) is not None)


def is_of_later(text: str, order: re.Pattern[str]) -> bool:
    """Whether an end that `order` finds in the text is ordered for a later day, or hangs on something."""
    before = ""
    for one in (x for x in _SENTENCES.split(text) if x.strip()):
        said = " ".join(one.split())
        if (found := order.search(said)) is not None:
            if _ON_CONDITION.match(said) or _is_begun_later(said) or _BEHIND.match(said, found.end()):
                return True
            if _WISHES.search(said) or _comes_behind(said[: found.start()], before):
                return True
            if _THEN.search(said) and _names_point(f"{before} {said}"):
                return True
        before = said
    return False


def hangs(text: str, order: re.Pattern[str]) -> bool:
    """Whether a rest that `order` finds hangs on something; it may well end on a later day."""
    said = [" ".join(x.split()) for x in _SENTENCES.split(text) if x.strip()]
    for before, one in zip(["", *said], said, strict=False):
        found = order.search(one)
        if found is not None and (_ON_CONDITION.match(one) or _comes_behind(one[: found.start()], before)):
            return True
    return False


def _comes_behind(before_it: str, last: str) -> bool:
    """Whether what is ordered begins but after what is to be first: “let her finish the year, and then …”. What has
    been, or is but a courtesy, puts nothing off."""
    then = list(_AND_THEN.finditer(before_it))
    if not then:
        return False
    led = before_it[: then[-1].start()]
    led = led if len(led.split()) > 1 else f"{last} {led}"
    if not led.strip() or _KINDLY.fullmatch(led):
        return False
    return _STILL_TO_DO.search(led) is not None or not (_BEEN.search(led) or _HAS_BEEN.search(led))


def _names_point(said: str) -> bool:
    """Whether it names a point in time, and not as one that has been."""
    return _POINT.search(said) is not None and _BEEN.search(said) is None


def _is_begun_later(said: str) -> bool:
    """Whether its first words say when, and no more: “on Friday, …”, “from 1 February, …”, “next month …”."""
    opens = _OPENS.match(said)
    if _NOT_NOW.match(said):
        return True
    return opens is not None and _WHEN.match(opens["when"].strip()) is not None and _names_point(opens["when"])
