"""What may stand beside an order of the team's without taking it back: a courtesy, sympathy, or what befell somebody.

All that isn't known here may be a condition, a view of somebody else's or another decision, and the order is asked
back: nobody can list every way of saying “as long as”.

| beside “she can be let off” | is |
|---|---|
| “thanks”, “poor thing, give her our best” | harmless: each word is known |
| “after her accident”, “as she's off sick”, “her dad has just died” | the reason, in words of ill fortune alone |
| “The school was shut for three weeks.” | what befell somebody, in known words |
| “I've told Meg.”, “please tell Ann” | that somebody knows; not “I've told Meg to decide” |
| “with Meg's agreement”, “given a line”, “pending her GP”, “Meg wants it in” | not known: asked back |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning.people import is_given_name

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)?")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_JOINING = _set("""
    a an the this that such these and of in on at for from to with as because since given after by out off
    over she he they her him them his hers their it its she's he's they're it's there's i i'm i've we we're
    we've us our me my you your is are was were be been being has have had having got who what what's which so
    very too really just only now then still all both yet again recently suddenly lately already today
    yesterday tonight last week weeks month months night morning weekend days year jo's
""")
_FORTUNE = _set("""
    bereavement bereaved bereavements loss lost funeral funerals illness ill unwell poorly sick sickness
    hospital hospitalised hospitalized operation operations operated surgery accident injury injured injuries
    hurt broke broken arm leg hip wrist back ankle crash car fire flood flooded flooding flu covid norovirus
    chemo cancer diagnosis diagnosed treatment stroke heart attack death died dead dying passed away buried
    miscarriage pregnancy pregnant birth maternity compassionate leave signed stress stressed burnout
    depression depressed anxiety emergency breakdown divorce assault attacked burgled burglary stolen robbed
    evicted circumstances situation tragedy shock rough hard awful terrible dreadful difficult horrible bad
    sad tough time times going through happened crisis intensive care icu serious seriously badly family home
    house mum mum's mother mother's dad dad's father father's son son's daughter daughter's brother sister
    husband husband's wife wife's partner partner's child children baby gran granny grandmother grandfather
    grandad parents parent weans wee ones in-laws mother-in-law law
    two three four five six school nursery ward office building shut closed snow snowed strike outbreak storm power
""")
_KIND = _set("""
    thanks thank cheers ta please course ok okay yes aye fine sure certainly absolutely agreed right well oh
    och ah dear goodness heaven's heavens sake poor soul thing lass lad love bless sorry sympathy condolences
    thoughts thinking heartbreaking shame flowers card warmest kind kindest best wishes wishing regards better
    soon mend plainly clearly obviously qualifies exceptional kindness asking letting telling off altogether
    completely entirely whole report reports one ones next and again anyway bother herself himself themselves
    january february march april may june july august september october november december january's february's
    march's april's may's june's july's august's september's october's november's december's
""")
# What orders nothing but kindness, or that nothing else is to come.
_PHRASES = expression(
    r"\b(?:tell (?:her|him|them)(?: that| to| not to worry)?|(?:send|give|pass on)(?: (?:her|him"
    r"|them))? (?=our|my|a|some)"
    r"|(?:I['’]?ll|we['’]?ll|I will|we will) (?:send|ring|phone|see|visit) (?:her|him|them)\b|send flowers"
    r"|pass on|take (?:all the time (?:she|he|they) needs?|(?:her|his|their) time|care|it easy)|look after|rest up"
    r"|get (?:well|better|some rest)|gets better|recovers?|(?:I |we )?hope (?=she|he|they|all|it|her|his|things)"
    r"|sorry to hear|not (?:to worry|well)|let (?:her|him|them) skip|let it (?:go|be)"
    r"|(?:skip|leave) (?:it|this|that)(?! (?:with|to|for|till?|until))"
    r"|(?:we['’]?ll )?(?:pick up|start)(?: again| afresh)?(?= with| in)|start afresh|(?:family|health"
    r"|that) comes first"
    r"|off the (?:table|hook|slate)|(?:has|have|had|got) enough on (?:her|his|their) plate"
    r"|let(?:ting)? us know|letting me know"
    r"|no (?:questions(?: asked)?|rush|problem|trouble|bother|doubt|quibbles|need to (?:make it up|catch up))"
    r"|(?:so )?there(?:['’]s| is| was) nothing to report(?: on)?"
    r"|full stop|for (?:goodness|heaven|pity|god)['’]?s?['’]? sake"
    r"|make sure (?:that )?it (?:doesn['’]?t|does not) count(?: against (?:her|him|them))?)\b",
    re.IGNORECASE,
)
_WHOM = r"(?:(?:her|him|them|both|the (?:mentor|manager|sponsor|school|office|team)|(?-i:[A-Z])\w+)(?: and )?){1,2}"
_SIGNED = expression(r"\W*(?:(?:cheers|thanks|ta|regards),? )?((?-i:[A-Z])[\w'’-]*)(?: (?:x+|(?-i:[A-Z])[\w'’-]*))?\W*",
                     re.IGNORECASE)  # fmt: skip
# That it is another case than the one for which somebody is let off, that it is but for a time, or a time is given.
_OTHERWISE = expression(
    r"^\W*(?:this|that|hers|his|theirs)(?:['’]s| is| was)\b(?! (?:so|very|too|all|fine|ok|awful|sad|terrible|dreadful))"
    r"|\bleave (?:it|this|that) (?:with|to|for|till?|until)\b"
    r"|\bfor now\b|\bfor the (?:moment|time being)\b|\blater\b|\b(?:has|have|gets?|got) (?:an?|another|one|two|three)"
    r" (?:\w+ )?(?:days?|weeks?|fortnight|months?)\b|^\W*(?:in|for) (?:an?|any|case)\b",
    re.IGNORECASE,
)
_WILL_RING = expression(
    r"(?-i:[A-Z])\w+(?: will|['’]ll) (?:ring|phone|call|visit) (?:her|him|them|the number (?:she|he"
    r"|they) (?:left|gave) us)"
    r"(?: (?:today|tomorrow|tonight|soon|too|as well))*\W*",
    re.IGNORECASE,
)
_KNOWN = _JOINING | _FORTUNE | _KIND
# That somebody knows, and nothing of what they were told to do.
_SAID_SO = expression(
    r"(?:and |please |so |thanks,? )*(?:(?:I|we)(?:['’]ve| have|['’]ll| will)?(?: (?:now|just|already|both|also))? )?"
    r"(?:(?:told|tell|rung|ring|phoned|called|spoken (?:to|with)|spoke (?:to|with)|talked (?:to|with)|e-?mailed)"
    r" _WHOM(?: (?:so|already|today|yesterday|this morning|too|as well))*|let _WHOM know)\W*".replace("_WHOM", _WHOM),
    re.IGNORECASE,
)
_BEFALLS = _FORTUNE - _set("""
    time times home house family going off back hard care law
""")


def is_harmless(said: str, *names: str) -> bool:
    """Whether each of its words is known to take nothing back; `names` are the practitioner's."""
    return not _OTHERWISE.search(said) and all(_is_known(word, names) for word in _words(_PHRASES.sub(" ", said)))


def is_reason(said: str, *names: str) -> bool:
    """Whether it is a reason in known words: one of them tells what befell somebody."""
    words = _words(said)
    return is_harmless(said, *names) and any(word in _BEFALLS for word in words)


def tells_somebody(said: str) -> bool:
    """Whether it says that somebody knows, or is to, and nothing more."""
    return _SAID_SO.fullmatch(said) is not None


def leaves_it(sentence: str, *names: str) -> bool:
    """Whether a sentence behind an order leaves it as it is: known words, that somebody knows, or a name."""
    if _OTHERWISE.search(sentence):
        return False
    if is_harmless(sentence, *names) or tells_somebody(sentence) or _WILL_RING.fullmatch(sentence):
        return True
    signed = _SIGNED.fullmatch(sentence)
    return signed is not None and is_given_name(signed[1])


def _is_known(word: str, names: tuple[str, ...]) -> bool:
    return word in _KNOWN or len(word) == 1 or word.removesuffix("'s") in {one.casefold() for one in names}


def _words(said: str) -> list[str]:
    return [one.casefold().replace("’", "'") for one in _WORD.findall(said)]
