"""Feedback that speaks past the manager who would have its copy: “as you said, Meg is no help, go to Bob direct”.

Whoever names the manager so hasn't reckoned with the copy. What is good, or asks something of them, names them without
a no (“ask Meg for the figures”); a no beside them is theirs to hear only where it is one of a few.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_ENDS = expression(r"(?<=[.!?;:])\s+|\n+")
_CLAUSES = expression(r"[,;:()\n]| [–—-] ")
_NO = expression(
    r"\b(?:no|not|never|nothing|hardly|barely|without|ignor\w*|instead|nor|neither|dinnae|dinna|didnae|doesnae|isnae"
    r"|wasnae|winnae|cannae|hasnae|dont|doesnt|isnt|wont|cant|hasnt|bypass\w*|skip|avoid)\b|n't\b",
    re.IGNORECASE,
)
# What holds a no, and nothing against anybody.
_HARMLESS = expression(
    r"\b(?:(?:don't|do not|dont) (?:forget|hesitate|be (?:shy|afraid))|why (?:not|don't you)|not only|not just|if not"
    r"|whether or not|(?:wouldn't|won't|would not) (?:hurt|mind|harm|take long)|no (?:doubt|harm|rush|hurry)|not sure"
    r"|(?:can't|cannot|couldn't) (?:go wrong|wait|fail)|(?:haven't|hasn't|not) (?:already|yet)|not to mention"
    r"|(?:said|says|say) no to|no one but|nothing (?:but|wrong)|not (?:a )?bad|no bad thing|rather than"
    r"|not (?:be )?long|if (?:you|s?he|they) (?:haven't|hasn't|don't|doesn't)|what (?:isn't|is not)"
    r"|not until|not unless)\b",
    re.IGNORECASE,
)
_OF_WORK = expression(
    r"\bMGR's (?:own )?(?:data|figures|numbers|reports?|charts?|questions?|points?|ideas?|measures?|notes?|comments?"
    r"|team|ward|class|budget|diary)\b",
    re.IGNORECASE,
)
_THEY = expression(r"^\W*(?:and |but |so |because |for )?(?:she|he|who)\b", re.IGNORECASE)
# What is said against them without a no.
_AGAINST = expression(
    r"\b(?:goal ?posts|breath\w* down|in (?:the|your) way(?! (?:you|that|it|of|we|they|to)\b)|stickler|warpath|meddl\w+"
    r"|interfer\w+|micro-?manag\w*|(?:hard|difficult|impossible) to (?:please|work (?:for|with)|pin down)"
    r"|(?:is|was|be|being|'s|so|very|bit|rather|seems?) (?:difficult|stubborn|awkward|impossible|cross|tricky|prickly"
    r"|a (?:pain|nightmare|dragon|bully|menace))|clueless|on your (?:back|case)|hopeless|useless|grudge"
    r"|drive (?:me|anyone|you) (?:mad|up the wall)|(?:stopp?ed|stop|quit) (?:\w+ing|being)|old school|have your head"
    r"|(?:will|would|['’]ll) block (?:it|you|this|that|everything)|chang\w+ (?:her|his|their) mind every)\b",
    re.IGNORECASE,
)
# A wish for what they withhold; the same that asks for a thing of the project is none (“if Meg could come”).
_OF_PROJECT = (  # what is given or let have
    r"(?! (?:you|us|them|PRAC) (?:(?:have|see|use|borrow) )?(?:\w+ ){0,2}?(?:data|figures|numbers|rota|results|counts?"
    r"|forms?|charts?|huddles?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?! off)|mornings?|afternoons?"
    r"|hours?(?= (?:to|for|a week))|report)\b(?! off))"
)
_WISHES = expression(
    r"\b(?:if|wish|when|once|unless|until)(?: only)? MGR (?:only |just |ever |really |actually )*(?:gave|gives|let|lets"
    r"|listened|listens|stopp?ed|stops|backed|backs|supported|trusted|left|released|would (?:\w+ )?(?:let|give|back"
    r"|listen|stop|support|trust|leave|release|see sense|come round)|had (?:given|let|backed|listened|supported))\b"
    rf"{_OF_PROJECT}"
    r"|\b(?:more|any|better|real|proper|little) (?:backing|encouragement|interest) from MGR\b"
    r"|\b(?:is|does|has|was|did|will) MGR (?:still|ever|even|finally|stopp?ed|calmed|come round|forgiven)\b"
    rf"(?! (?:given|let|sent|shown){_OF_PROJECT[3:]}",
    re.IGNORECASE,
)
_OF_SUCH = expression(
    r"\b(?:manager|boss|head(?:[ -]?teacher)?|supervisor|gaffer)s? like (?:yours?|that|this|hers|his|him|her)\b",
    re.IGNORECASE,
)
_SHE = expression(r"\b(?:she|he)\b", re.IGNORECASE)


def speaks_past_manager(text: str) -> bool:
    """Whether a clause says no beside the manager, for whom MGR stands, or anything against them; or the next sentence
    does so of “she”. What they withhold is a no as well."""
    before = begun = False
    for said in _ENDS.split(text):
        named = "MGR" in said
        if _WISHES.search(said) or _OF_SUCH.search(said):
            return True
        for clause in _CLAUSES.split(_OF_WORK.sub(" ", _HARMLESS.sub(" ", said))):
            of_them = begun or "MGR" in clause or ((before or named) and _THEY.search(clause) is not None)
            begun = begun or clause.strip(" .!") == "MGR"  # “Meg, I'm told, is …”, “Meg: no help”
            if of_them and (_NO.search(clause) or _AGAINST.search(clause)):
                return True
            if named and _AGAINST.search(clause) and _SHE.search(clause):
                return True
        begun = begun and said.rstrip().endswith(":")
        before = named
    return False
