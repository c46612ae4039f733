"""Whether somebody writes in English: in other languages nothing is guessed at (programme.md, 3a).

Told by the commonest words. What a mentor says in German or French is feedback where it opens as feedback does; all
else is asked about or relayed as it is.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LOOKED_AT = 4000
FEWEST = 6  # words from which a text without any common English word is another language's


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _set("""
    the to and a of in i is that it for you was with on as have but be they not this are at from your all had by
    my one so what there we when can an or if would has been which their said will out up about then them some
    me could her him no just like now into more other than only its how our two very been too did before any
    these get go make see know don't it's i'm i've i'll thanks thank please hi hello dear sorry yes ok okay
    report feedback attached am do she he here well good great nice best regards who why was were should might
    may also still again next last week month day time read
""")
_OTHERS = _set("""
    der die das und ist nicht ich sie wir mit auf für von zu im den dem ein eine einen auch es wie bei aus noch nach war
    hat haben danke vielen dank hallo liebe lieber bitte grüße gruß ihr ihre dein deine kann mir mich sehr gut zum zur
    le la les et est pas je vous nous il elle que qui pour dans sur avec au aux du des un une ce cette mon ma votre vos
    merci bonjour bonsoir cordialement mais très bien plus ne se sont été j'ai c'est d'un l'on si où
    el los las y no es por para con una que muchas gracias hola de en lo su mi muy pero como está
    il che non per con una sono grazie ciao molto bene
    i w na nie jest się do że dziękuję dzień dobry pozdrawiam proszę
    het een en niet ik je van dat is op te bedankt dank hallo met vriendelijke groet
    jeg og er ikke det en på med til takk hilsen tack och inte jag
""")
_FEEDBACK = re.compile(
    r"\bi liked\b|\beven better\b"
    r"|\bgef(?:allen|ällt|iel)\b|\bnoch besser\b|\bbesser wäre\b|\bgelungen\b|\b(?:gut|schön|klar|toll)(?:e[rsmn]?)?\b"
    r"|\b(?:ai|avons) (?:aimé|apprécié)\b|\bencore mieux\b|\bmieux si\b|\b(?:clair|bon|bonne|bravo|excellent)e?s?\b",
    re.IGNORECASE,
)


def is_foreign(text: str) -> bool:
    """Whether a text is in another language than English."""
    words = [w.casefold().replace("’", "'") for w in _WORD.findall(text[:LOOKED_AT])]
    ours, theirs = sum(w in _ENGLISH for w in words), sum(w in _OTHERS and w not in _ENGLISH for w in words)
    if theirs > ours:
        return True
    return ours == 0 and theirs == 0 and len(words) >= FEWEST and not text.isascii()


def opens_as_feedback(text: str) -> bool:
    """Whether a text in German or French says what its writer liked or would wish for."""
    return _FEEDBACK.search(text[:LOOKED_AT]) is not None
