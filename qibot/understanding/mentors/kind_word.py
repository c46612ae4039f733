"""A mentor's kind word, and nothing of the report: “Good to have you back. Take it gently.”

After an absence, for a feast, of a loss or a worry. It is for the practitioner alone and answers no report. Every
sentence of it says something of their life (persons/intimate.py), or is one of the few that people say so; advice that
sounds like it (“take it slowly”) is none by itself, and nor is anything beside a word of praise or of the project.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.mentors.beside_thanks import is_light
from qibot.understanding.persons.intimate import of_their_life
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.plainly import names_project

MOST = 40  # words of such a mail
_ENDS = expression(r"(?<=[.!?;])\s+|\n+")
_BACK = (
    r"(?:back|again|with us|here|around|safe|well|home|better|at it|on the mend|up and about|in one piece|at your desk"
    r"|smiling|laughing|on \w+day|yesterday|last week|fit|and|so much|much|now|once more|properly|on your feet"
    r"|among us|about)"
)
_GLAD = (
    r"(?:it(?:'s| is) |how |so |very |really )*(?:good|great|lovely|nice|glad|pleased|delighted|happy|wonderful|fab"
    r"|relieved)"
)
_FEAST = r"(?:christmas|xmas|new year|easter|eid|hogmanay|diwali|hanukkah|birthday|festive season|holidays?|break|rest)"
_DOWN = (
    r"(?:tired|down|low|pale|peely[- ]wally|wabbit|scunnered|poorly|fed up|done in|washed out|worn out"
    r"|under the weather"
    r"|off colour|stressed|flat|sad|shattered|exhausted|rough)"
)
# A healthy test, which is none of the project's.
_ALL_CLEAR = expression(
    r"\b(?:glad|good|great|lovely|relieved|pleased|delighted|so happy)\b(?: to hear)?(?: that)? (?:the"
    r"|your) (?:blood )?(?:tests?"
    r"|scans?|results?|biopsy|bloods?) (?:came|come|were|was|are|is)(?: back)? (?:all )?(?:clear|ok|okay|fine"
    r"|negative|good)\b",
    re.IGNORECASE,
)
_KIND = (
    rf"(?:you )?(?:looked|sounded|seemed|looking|sounding) (?:(?:a|wee|little|bit|rather|so|very|awful|fair) )*{_DOWN}"
    rf"(?: (?:on|at|in|over|when|the|our|your|call|screen|phone|teams|zoom|camera|session|meeting|we|spoke"
    rf"|talked|met|\w+day"
    rf"|last|week))*|(?:i )?(?:do )?hope (?:you're|you are) (?:looking after|taking care of|being kind to) yourself"
    rf"|(?:i )?hope it(?:'s| is)(?: not|n't|(?= nothing)) (?:nothing serious|(?:the|your"
    rf"|that) (?:\w+ ){{1,2}}(?:back|again|trouble))"
    rf"|welcome (?:back|home|aboard)(?: to the land of the living)?|{_GLAD} (?:to (?:have|see|get|hear from) you"
    rf"|(?:that )?you(?:'re| are))(?: {_BACK})+|many happy returns|(?:a )?(?:very )?(?:merry|happy|good"
    rf"|peaceful) {_FEAST}"
    rf"(?: and (?:a )?(?:happy|good) {_FEAST})?(?: to (?:you|all|everyone|you all|you and yours))?|have a (?:lovely"
    rf"|good"
    rf"|great|merry|peaceful|happy|restful) (?:{_FEAST}|time|day|weekend)|enjoy (?:the|your) {_FEAST}|thinking of you"
    r"|(?:mind|look after|take care of|be (?:kind|good|gentle) to) yourself(?: first)?|how (?:lovely|wonderful"
    r"|exciting)"
    r" for you(?: both)?"
)
_BESIDE = (
    r"(?:take|go|do) (?:it |things )?(?:gently|easy|slow(?:ly)?|a day at a time|one day at a time)|easy does it"
    r"|(?:don't|do not) (?:overdo|rush) (?:it|things|anything)|no (?:hurry|rush)(?: with anything| at all"
    r"| at this end)?"
    r"|take (?:good )?care|take your time|bless you|(?:big|sending) (?:a )?hugs?|(?:do |just )?(?:call|ring|phone"
    r"|text) me"
    r"(?: any ?time| if you (?:like|want|need to talk))?|(?:shall|can|could|should) we (?:talk|chat|speak|meet)(?: soon"
    r"| on \w+| this week)?|(?:a )?(?:coffee|tea|cuppa|lunch|walk|chat|call)(?: soon| some ?time| on \w+| this week"
    r"| next week)|(?:i'm|i am) here if you need (?:me|anything|to talk)|my door is (?:always )?open"
)
_THANKS = expression(r"\b(?:thanks?|cheers|ta|grateful)\b", re.IGNORECASE)  # beside_thanks.py
_JOINED = expression(rf"\W*(?:(?:and|so|now|but|please|just)\W+)*(?:(?P<kind>{_KIND})|{_BESIDE})\W*", re.IGNORECASE)
_PARTS = expression(r"[,–—]|\s-\s|\band (?=easy|take|mind|look|don't|no|go|have|enjoy)", re.I)
_OF_REPORT = expression(
    r"\b(?:lik(?:e|ed) (?!you\b)|liked|love (?:how|the way|it|this)|loved|even better|ebi|feedback|comments?"
    r"|well (?:written"
    r"|done|put)|good (?:work|job|stuff)|clear\w*|suggest\w*|consider\w*|could you|should|try|add|page|section|spot on"
    r"|brilliant|excellent|great (?:work|stuff|job)|nothing to (?:add|change)|agree|fine by me|go ahead|attached)\b"
    r"|\b\d ?(?:/|out of) ?\d",
    re.IGNORECASE,
)

_FORBIDS = expression(
    r"\b(?:dinn\w+|don't|dont|do not|never|no need to|needn't|best not|better not)\b[^.!?\n]{0,20}"
    r"\b(?:tell|telling|let on|say|mention)\b",
    re.IGNORECASE,
)
_HUSHES = expression(
    r"\b(?:s*shh+|wheesht|whisht|hush)\b|\bi (?:won't|will not|shan't|wouldn't) (?:tell|say)\b", re.IGNORECASE
)
_TO_THEM = expression(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)


def is_kind_word(mail: Mail, names: frozenset[str]) -> bool:
    """Whether that is all it says; `names`, in small letters, may be called in it."""
    said = _ALL_CLEAR.sub("thinking of you", typed(mail).replace("’", "'"))
    if mail.documents or len(said.split(None, MOST)) >= MOST or names_project(said):
        return False
    if _OF_REPORT.search(said) or _THANKS.search(said) or _FORBIDS.search(said):
        return False
    if _HUSHES.search(said) and not (_TO_THEM.search(said) or names & set(re.findall(r"[^\W\d_]+", said.casefold()))):
        return False  # it may be to the team, and of somebody else
    found = [_kind(one, names) for one in _ENDS.split(said) if re.search(r"\w", one)]
    return any(found) and None not in found


def forbids_beside(mail: Mail, names: frozenset[str]) -> bool:
    """Whether it is one, but for what isn't to be said or told: to whom, its writer knows."""
    said = typed(mail).replace("’", "'")
    if not _FORBIDS.search(said):
        return False
    rest = "\n".join(one for one in _ENDS.split(said) if not _FORBIDS.search(one))
    return is_kind_word(replace(mail, text=rest, html=""), names)


def _kind(sentence: str, names: frozenset[str]) -> bool | None:
    """Whether a sentence is a kind word, or but stands beside one; None of any other."""
    if of_their_life(sentence):
        return True
    called = re.sub(r"[^\W\d_]+", lambda m: "" if m[0].casefold() in names and m[0][:1].isupper() else m[0], sentence)
    kind = False
    for part in _PARTS.split(called):
        found = _JOINED.fullmatch(part)
        if found is not None:
            kind = kind or bool(found["kind"])
        elif of_their_life(part):
            kind = True
        elif re.search(r"\w", part) and not is_light(part, names):
            return None
    return kind
