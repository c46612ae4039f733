"""What forbids that words of the team's are carried out, whatever the weights say: a question among themselves, half a
thought, and words that go against the decision for which they would be taken.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.understanding.days.naming_days import length_in
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences
from qibot.understanding.persons.of_our_letters import is_of_our_letters

# A sentence that signs, or thanks, and one that settles what was asked before it.
_SIGNS = expression(
    r"\W*(?:(?i:(?:many |kind |best )?(?:thanks|regards|wishes)|thank you|cheers|ta|x+)\b\W*)?"
    r"(?:[A-Z][\w'’&-]*(?:\W{1,3}(?:of|and|for|the)\b)?\W*){0,10}"
)
_SETTLES = expression(
    r"\W*(?:no+|nope|yes|yeah|yep|aye|sure|fine|granted|refused|declined|agreed|approved|accepted|excused|ok|okay)\b",
    re.IGNORECASE,
)
# What waits for another's word.
_CONSULTS = expression(
    r"\bif (?:her|his|their|the|my|our) (?:\w+ )?\w+ (?:agrees?|is (?:happy|content|ok|okay|fine)|says so|confirms?"
    r"|approves?|signs)\b"
    r"|\bunless (?:any(?:one|body)|some(?:one|body)|you|others?|\w+) (?:else )?(?:objects?|disagrees?|minds?"
    r"|thinks?|has"
    r"|feels?)\b|\bif (?:you|every(?:one|body)|others|we|(?!s?he\b|they\b|it\b|that\b)\w+)(?:['’]re| are|['’]s"
    r"| is)?(?: all)?"
    r" (?:agrees?|approves?|consents?|happy|ok|okay|fine|content|in agreement)\b|\bsubject to\b"
    r"|\b(?:do|does|would|will) (?:you|we|everyone|anyone|others|\w+) (?:all )?(?:agree|object|mind)\b"
    r"|\b(?:are|is) (?:you|everyone|\w+) (?:all )?(?:ok|okay|happy|content|fine|comfortable) with\b"
    r"|\bwhat do (?:you|we|others|folk|people) (?:all )?(?:think|reckon|feel)\b|\bdo you (?:not )?think\b"
    r"|\bdon['’]?t you think\b|(?<![\w'’])(?!(?:I|we|she|he|they)\b)\w+ (?:thinks|reckons|feels|suggests|believes)"
    r" (?:that )?(?:we|you|I)\b"
    r"|\bthoughts\b\W*\Z|\blet me know (?:what you(?: all)? think|your thoughts|if you (?:agree|disagree|object))\b"
    r"|\b(?:would|['’]d) (?:like|welcome|want|value|appreciate) (?:your|\w+['’]s?|others['’]?|another|a second)"
    r" (?:view|views|opinion|thoughts?|agreement|steer|say)\b|\bany objections?\b|\b(?:agree|agreed|happy|ok|okay"
    r"|fine)\?\W*\Z",
    re.IGNORECASE,
)
# What somebody but thinks of deciding.
_HALF = expression(
    r"\b(?:I|we)(?:['’]d| would| might| may)(?: probably| perhaps)? (?:be (?:minded|inclined|tempted)|lean|tend to)\b"
    r"|\b(?:am|['’]m|are|['’]re|was|were) (?:minded|inclined|tempted|leaning|in two minds|tending)\b"
    r"|\b(?:I|we) (?:was|were) thinking\b|\b(?:I['’]m|we['’]re|I am|we are) thinking\b(?! of (?:her|him|you|them))"
    r"|\bmy (?:own )?(?:instinct|inclination|gut|first thought|initial (?:thought|view)|feeling|leaning)\b"
    r"|\b(?:could|might|can) always\b|\b(?:could|can|might) (?:perhaps |maybe |possibly |probably )(?:give|say|let"
    r"|extend|offer"
    r"|stretch|excuse|accept)\b|\b(?:I )?wonder(?:ing)? (?:if|whether|about)\b"
    r"|\b(?:perhaps|maybe|possibly|might be|not sure|unsure|don['’]?t know)\b",
    re.IGNORECASE,
)
_UNDECIDED = expression(
    r"\b(?:in two minds|on the fence|undecided|can(?:['’]?t|not) (?:decide|make (?:up )?my mind(?: up)?)"
    r"|torn)\b(?!.*\b(?:we['’]ll|I['’]ll"
    r"|let me|give me)\b)",
    re.IGNORECASE | re.DOTALL,
)
_ORDERS = expression(r"\b(?:can|could|would|will) you\b|\bplease\b", re.IGNORECASE)
_DECIDES = expression(
    r"\b(?:excus\w+|let (?:her|him|them|\w+) off|off (?:this|the) (?:one|report)|give|extend\w*|extension|accept"
    r"|decline"
    r"|refuse|escalate|pause|withdraw|skip|miss|allow|grant|say no|hold|longer|more time)\b",
    re.IGNORECASE,
)
_OF_LETTERS, _ME = ("excuse", "pause", "withdraw"), expression(r"\b(?:me|us)\b", re.IGNORECASE)
# Words that go against one decision.
_AGAINST = {
    "accept": expression(
        r"(?:^|[.!?;,\n]\s*|\b(?:can|could|would) (?:you|we) )(?:please )?ask \w+ (?:if|whether|how|when|what|about)\b"
        r"|\bcheck (?:with|if|whether)\b|\bhold the (?:letter|mail|escalation)\b"
        r"|\b(?:do(?:n['’]?t| not)|can(?:['’]?t|not)) (?:\w+ )?(?:think|feel|believe|see how) (?:that )?"
        r"\w+ (?:can|could|should|may|ought)\b",
        re.IGNORECASE,
    ),
    "escalate": expression(
        r"(?:\b(?:not|never|no need|without|rather than|instead of|against|no)\b|n['’]t\b)[^.;!?\n]{0,40}?\bescalat"
        r"|\bhold off\b|\bnothing (?:more )?(?:for you )?to send\b"
        r"|\blet (?:it|this|that|her|him)(?: one)? (?:go|lie|slide|drop|be|rest|pass|off)\b"
        r"(?! (?:up|ahead|out|to|higher|on up|forward|off to))",
        re.IGNORECASE,
    ),
    "decline": expression(  # with no word of refusal beside it
        r"\A(?!.*(?:\b(?:no(?! (?:further |more )?action)|nope|not|never|declin\w+|refus\w+|sorry|afraid)\b|n['’]t\b))"
        r".*(?:\bsends? (?:\w+ )?(?:whatever|what|as much as|anything|something)\b|\bno (?:further |more )?action\b"
        r"|\bnothing (?:more |else |further )?(?:to be |to |needs to be )?d(?:one|o)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    "excuse": expression(
        r"\b(?:doesn['’]?t|does not|no longer|didn['’]?t|won['’]?t) (?:actually |really )?(?:need|want|require)"
        r" (?:it|one|that|this|the extension|(?:any )?(?:more |extra )?time)\b"
        r"|^\W*(?:please )?(?:ignore|disregard|forget) (?:this|that|it)(?: one| mail| message| request)?\W*$",
        re.IGNORECASE,
    ),
}


def is_doubtful(text: str, today: date) -> bool:
    """Whether a decision in these words is asked, or but thought of, where they end: “two weeks?”, “I'd be minded to
    excuse her”. What is settled behind it isn't: “could we say the 7th? Yes, put that down”."""
    said = (one for one in reversed(sentences(text)) if "?" in one or _SETTLES.match(one) or not _SIGNS.fullmatch(one))
    last = next(said, "")
    if _CONSULTS.search(last):
        return True
    named = bool(days_named(last, today)) or length_in(last) is not None
    if not named and _DECIDES.search(last) is None:
        return False
    return _HALF.search(last) is not None or (last.rstrip().endswith("?") and not _ORDERS.search(last))


def speaks_of_decision(text: str) -> bool:
    """Whether a word of a decision stands in it."""
    return _DECIDES.search(text) is not None


def is_undecided(text: str) -> bool:
    """Whether somebody says that they can't decide, so that nothing is a note among the team yet."""
    return _UNDECIDED.search(text) is not None


def goes_against(text: str, decision: str) -> bool:
    """Whether the words forbid this very decision, or are but of the letters that their own writer gets."""
    against = _AGAINST.get(decision)
    of_own = decision in _OF_LETTERS and any(
        _ME.search(one) and is_of_our_letters(one, reminded=False) for one in sentences(text)
    )
    return of_own or (against is not None and against.search(text) is not None)
