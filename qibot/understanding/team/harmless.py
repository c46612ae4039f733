"""What may stand beside an order of the team's without taking it back: a courtesy, sympathy, or what befell somebody.

All that isn't known here may be a condition, a view of somebody else's or another decision, and the order is asked
back: nobody can list every way of saying “as long as”.

| beside “she can be let off” | is |
|---|---|
| “thanks”, “poor thing, give her our best” | harmless: each word is known |
| “after her accident”, “as she's off sick”, “her dad has just died” | the reason, in words of ill fortune alone |
| “The school was shut for three weeks.” | what has been, of nobody who decides |
| “with Meg's agreement”, “given a line”, “pending her GP”, “Meg wants it in” | not known: asked back |
"""

from __future__ import annotations

import re

from qibot.expression import expression

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
""")
_KIND = _set("""
    thanks thank cheers ta please course ok okay yes aye fine sure certainly absolutely agreed right well oh
    och ah dear goodness heaven's heavens sake poor soul thing lass lad love bless sorry sympathy condolences
    thoughts thinking heartbreaking shame flowers card warmest kind kindest best wishes wishing regards better
    soon mend plainly clearly obviously qualifies exceptional kindness asking letting telling off altogether
    completely entirely whole report reports one ones next and again later anyway herself himself themselves
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
    r"|sorry to hear|not (?:to worry|well)|let (?:her|him|them) skip|let it (?:go|be)|(?:skip|leave) (?:it|this|that)"
    r"|(?:we['’]?ll )?(?:pick up|start)(?: again| afresh)?(?= with| in)|start afresh|(?:family|health"
    r"|that) comes first"
    r"|off the (?:table|hook|slate)|(?:has|have|had|got) enough on (?:her|his|their) plate"
    r"|let(?:ting)? us know|letting me know"
    r"|no (?:questions(?: asked)?|rush|problem|trouble|doubt|quibbles|need to (?:make it up|catch up))"
    r"|full stop|for (?:goodness|heaven|pity|god)['’]?s?['’]? sake"
    r"|make sure (?:that )?it (?:doesn['’]?t|does not) count(?: against (?:her|him|them))?)\b",
    re.IGNORECASE,
)
_SIGNED = expression(r"\W*(?-i:[A-Z])[\w'’-]*(?: (?:x+|(?-i:[A-Z])[\w'’-]*))?\W*", re.IGNORECASE)
_WILL_RING = expression(
    r"(?-i:[A-Z])\w+(?: will|['’]ll) (?:ring|phone|call|visit) (?:her|him|them|the number (?:she|he"
    r"|they) (?:left|gave) us)"
    r"(?: (?:today|tomorrow|tonight|soon|too|as well))*\W*",
    re.IGNORECASE,
)
_KNOWN = _JOINING | _FORTUNE | _KIND
_SAID_SO = expression(
    r"(?:I|we)(?:['’]ve| have)?(?: (?:now|just|already|both|also))? (?:told|rung|phoned|called|spoken (?:to|with)"
    r"|spoke (?:to|with)|talked (?:to|with)|let) [\w' ]{2,30}?(?: know)?\W*",
    re.IGNORECASE,
)
_BEEN = expression(
    r"\b(?:was|were|had|(?:has|have|['’]s|['’]ve)(?: only)?(?: just)? (?:been|had|lost|died|buried))\b", re.IGNORECASE
)
# Who decides, or says what they think; a “be to” is of what is to come.
_DECIDES = expression(
    r"\b(?:I|we|me|us|you|mentors?|managers?|boss|sponsor|team|board|panel|chair|director|doctor|GP|HR)\b"
    r"|\b(?:was|were|had|has|have|been) to\b|\bbut\b|\b(?:now|yet|still|first|until|till|unless|if|only|against|wrong"
    r"|unfair|late|mistake|agree\w*|refus\w*|decid\w*|want\w*|told|asked|warned|due|supposed|meant"
    r"|promis\w*|expect\w*"
    r"|owe[sd]?|must|should|will|would|need\w*)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NAME = expression(r"(?<=[a-z,;] )(?!I\b)[A-Z][a-z]+|\b[A-Z][a-z]+(?=['’]s\b| (?:was|were|had|has|have)\b)")
_BEFALLS = _FORTUNE - _set("""
    time times home house family going off back hard care law
""")


def is_harmless(said: str, *names: str) -> bool:
    """Whether each of its words is known to take nothing back; `names` are the practitioner's."""
    return all(_is_known(word, names) for word in _words(_PHRASES.sub(" ", said)))


def is_reason(said: str, *names: str) -> bool:
    """Whether it is a reason in known words: one of them tells what befell somebody."""
    words = _words(said)
    return is_harmless(said, *names) and any(word in _BEFALLS for word in words)


def leaves_it(sentence: str, *names: str) -> bool:
    """Whether a sentence behind an order leaves it as it is: known words, or what has been, of nobody who decides."""
    if is_harmless(sentence, *names) or any(one.fullmatch(sentence) for one in (_SAID_SO, _SIGNED, _WILL_RING)):
        return True
    if not _BEEN.search(sentence) or _DECIDES.search(sentence):
        return False
    named = {one[0].casefold() for one in _NAME.finditer(sentence)} - {"the", "her", "his", "she", "he", "they", "it"}
    return named <= {one.casefold() for one in names}


def _is_known(word: str, names: tuple[str, ...]) -> bool:
    return word in _KNOWN or len(word) == 1 or word.removesuffix("'s") in {one.casefold() for one in names}


def _words(said: str) -> list[str]:
    return [one.casefold().replace("’", "'") for one in _WORD.findall(said)]
