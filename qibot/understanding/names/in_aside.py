"""Whether a name with an aside behind it is spoken of, though it stands as if it were called: “Jo, as you know, isn't
coping”, “Ann, as ever, cancelled”. What follows is then a verb that its bearer is the subject of: “Jo, as you know, the
next step is a chart” and “Jo, as you say, is it the night shift?” call her.

Asides are endless (“Jo, according to Meg, …”, “Jo: nice lass”). So where nobody is known to be written to, a name calls
its bearer but where what follows bids or greets them, or says “you” of them (`calls_behind`).
"""

from __future__ import annotations

from qibot.model import Person
from qibot.spoken import Spoken
from qibot.understanding.meaning import MOST_CHARACTERS
from qibot.understanding.names.masked import masked

_KNOW = (
    r"(?:know|knew|see|saw|say|said|hear|heard|noticed|guess|guessed|remember|recall|fear|feared|suspect|suspected"
    r"|think|thought|find|found|mentioned|imagine|gather|understand|understood|expect|expected|predicted|warned"
    r"|told (?:you|me|us|them)|discussed|agreed)"
)
_ASIDE = (
    r"(?:(?:as|like) (?:you|we|i|they|everybody|everyone|you and i)(?:['’](?:ll|ve|d|re)| will| have| had| may| might"
    rf"| can| could| must| do| did| all| both| well| probably| no doubt| already| doubtless)* {_KNOW}"
    r"|as (?:ever|usual|always|before|expected|feared|it happens|it turns out|it turned out|so often|per usual)"
    rf"|(?:i|we)(?:['’](?:ll|ve|d)| do| did| must| have to| should| would| really| still| often| all| both)* {_KNOW}"
    r"|(?:i|we) (?:believe|feel|felt|reckon|suppose|hope|hoped|worry|regret to say)|i['’](?:m|ve been) (?:afraid|sorry"
    r" to say|told|sure|certain|informed)|you (?:see|know|understand)|you['’]ll (?:know|agree|see|have noticed)"
    r"|it (?:seems|turns out|appears)|(?:apparently|frankly|honestly|sadly|unfortunately|clearly|obviously|evidently"
    r"|meanwhile|again|once again|of course|no doubt|to be (?:honest|fair|frank|blunt)|tbh|for one|bless (?:her|him)"
    r"|poor (?:thing|soul|lass|lad|man|woman))|in (?:my|our) (?:view|opinion|experience)|in (?:truth|fact|short"
    r"|confidence|private|reality)|between (?:us|ourselves|you and me))"
)
_OFTEN = (
    r"(?:(?:really|just|still|always|never|often|also|usually|simply|rather|quite|sometimes|clearly|obviously|probably"
    r"|hardly|rarely|only|barely|seldom|actually|certainly|now) )*"
)
_IS = (
    r"(?:is|was|has|had|does|did|will|would|can|could|may|might|must|should|cannot|(?:is|was|has|had|does|did|wo"
    r"|would|ca|could|should)n['’]t|ain['’]t)"
)
_DOES = (
    r"(?:needs?|wants?|seems to|finds|says|thinks|feels|gets|takes|tends|goes|keeps|gives|leaves|lets|lacks|struggles"
    r"|drinks|talks|argues|cries|hides|lies|forgets|misses|ignores|refuses|expects|hates|worries|copes|panics|moans"
    r"|complains|rings|writes|cancels|shouts|blames|avoids|exaggerates|overthinks|believes|knows|understands|turns"
    r"|comes|means well|sends|fails|tries|falls|runs|rushes|treats|speaks|listens|answers|replies"
    r"|promises|pushes|prefers|made|went|got|took|left|forgot|said|told|gave|came|fell|kept|lost"
    r"|let (?:me|us|her|him|them|everybody|everyone) down|wrote|rang|cancelled|missed|refused|ignored|failed|turned"
    r"|skipped|dropped|lied|cried|shouted|snapped|rushed|copied|messed|promised|needed|seemed|struggled|walked"
    r"|argued|moaned|complained|panicked|avoided|stopped|asked|called|didn['’]t)"
)
_NOBODY = r"(?:you|your|i|we|it|this|that|there|they|these|those|she|he|her|his|our|my|who|what)"
# A question may begin with the verb: “Jo, as you say, is the aim too wide?”
_SUBJECT = rf"(?! {_NOBODY}\b)(?! (?:the|a|an|any|some|all)\b[^.!?\n]*\?)"
_BEFORE = r"(?:^|[.!?;:\n]\s*|\b(?:and|but|well|so|yes|no|now|though|because|as|that|think|know|both|all),? )"
_STOP = r"\s*(?:[,–—(]|- )\s*"
_SPOKEN_OF = Spoken(
    rf"{_BEFORE}NAMED{_STOP}{_ASIDE}\s*[,–—)-]?\s*{_OFTEN}(?:{_IS}\b{_SUBJECT}|{_DOES}\b(?! (?:are|were|from)\b))",
    "named",
)

# Behind any aside, or none: “according to Meg, is leaving”, “is late again”.
_SAID_OF = Spoken(
    rf"^(?:[^.!?;\n]{{1,80}}?\s*[,–—)-]\s*)?{_OFTEN}(?:{_IS}\b{_SUBJECT}|{_DOES}\b(?! (?:are|were|from)\b))"
)
_THIRD = Spoken(r"\b(?:she|he|her|him|hers|his|herself|himself)\b")
# “You” that is whoever reads it.
_TO_ANYBODY = Spoken(
    r"\b(?:as|like) you\b[^,.!?]*|\bbetween you and (?:me|i|us)\b|\b(?:mind|believe|unlike|like|thank|for) you\b"
    r"|\bif you (?:ask|want|know|see|must)\b[^,.!?]*|\b(?:i|we) (?:\w+ )?(?:tell|assure|warn|promise) you\b"
    r"|\byou(?:['’](?:d|ll|ve)| (?:will|would|may|might|should|must|could|can|wouldn['’]?t|won['’]?t))*"
    r" (?:know|see|think|recall|remember|believe|gather|guess|understand|imagine|have (?:noticed|heard|seen))\b"
)
_YOU = Spoken(r"\byou(?:r|rs|rself)?\b|\byou['’]\w+", "you")
_BIDS = Spoken(
    r"^(?:(?:and|but|also|just|so|then|oh|meanwhile|again|in the meantime|when you can|if you can),? )*"
    r"(?:please|pls|do (?:send|bring|let|have|keep|tell|ask|try|enjoy|take|come)|don['’]?t|do not|never mind|thanks"
    r"|thank you|many thanks|well done|good luck|best of luck|all the best|best wishes|congrat\w*|happy (?:birthday"
    r"|christmas|new year|easter|holidays?|to)|merry|enjoy|have an?|see you|hope (?!is|was|isn)|take (?:care|your)"
    r"|sorry (?:for|about|you|i|if|that|we)|no (?:rush|hurry|need|worries)|send|bring|let['’]s|let me|get well"
    r"|feel free|expect|look out for|give me|bear with|i(?:[’']ll| will| can) (?:send|read|look|write|ring|call|bring"
    r"|try)|(?:can|could|shall|may|might|should) (?:we|i|you)|(?:would|will|do|did|are|were|have) you"
    r"|any chance)\b"
)


def calls_behind(stop: str, behind: str) -> bool:
    """Whether what stands behind a name and this stop at a sentence's opening shows that its bearer is called. A colon
    or a dash may head a note of them, in which “you” is its reader."""
    if _SAID_OF.is_in(behind) and not (_BIDS.is_in(behind) and behind.endswith("?")):
        return False
    if _THIRD.is_in(behind):
        return False
    return _BIDS.is_in(behind) or (stop in ",!" and _YOU.is_in(_TO_ANYBODY.without(behind)))


def is_spoken_of_in_aside(text: str, one: Person) -> bool:
    """Whether the text has this one's name, an aside, and what is said of them."""
    return _SPOKEN_OF.is_in(masked(text[:MOST_CHARACTERS], (one, "NAMED")))
