"""What a few plain words overrule in the weights.

| the words | aren't |
|---|---|
| promise the report: “on leave until the 20th, so I will do it when I get back” | a machine's |
| arrange a talk, and name neither report nor delay: “could we meet on Tuesday?” | a request for time |
| ask which day it is, and for no other (which_day.py): “is the deadline still the 15th?” | a request for time |
| say that the manager has to sign, too, and praise besides: “looks fine, Meg needs to sign as well” | private |
| go on, put off, take a mail back, or send back what isn't theirs: “I'd like to keep going” | leaving |
| the same, each word of a closed list: “I'll read it when I'm back on Monday” | circumstances |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from qibot.expression import expression
from qibot.screening import promises_report
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import is_polite
from qibot.understanding.phrases.which_day import asks_which_day

SHORT = 20  # words
DUE = ("missing", "deadline")  # letters that remind of a report
SHARE = 0.1  # from which the part of what is overruled matters
TIME = "circumstances time"
_ARRANGES = expression(
    r"\b(?:(?:have|spare|free for|got) (?:me )?(?:half an hour|an hour|ten minutes|five minutes|a minute)"
    r"(?! (?:a|each|every|per|off|extra))|meet(?:ing)?(?: up)?|talk|chat|call|speak|catch(?:-| )up|visit|ring"
    r"|phone|zoom|teams|coffee|a word"
    r"|pop (?:in|round|over)|come (?:and|to) see)\b",
    re.IGNORECASE,
)
_NAMES_REPORT_OR_DELAY = expression(
    r"\b(?:reports?|deadline|exten(?:sion|d\w*)|late|later|longer|more time|extra|submit\w*|hand(?:ing)? (?:it )?in"
    r"|until|till|til|days?|weeks?|it|behind|delay\w*|overdue|write|written|finish\w*|send)\b",
    re.IGNORECASE,
)
_STAYS = expression(
    r"\b(?:keep(?:ing)? (?:on |it )?(?:going|at it)|carry(?:ing)? on|stay(?:ing)?(?: on)?|stick(?:ing)? with"
    r"|still (?:here|going|in\b"
    r"|keen|on it|on board)|continue|see (?:it|this|the project) through|(?:not|n['’]t|never"
    r"|no plans?) (?:\w+ ){0,3}?(?:give|giving"
    r"|given|leav(?:e|ing)|stop(?:ping)?|quit(?:ting)?|withdraw(?:ing)?|drop(?:ping)? out|pull(?:ing)? out"
    r"|go(?:ing)? anywhere"
    r"|pack(?:ing)?|resign(?:ing)?|retir(?:e|ing))|same project)\b",
    re.IGNORECASE,
)
_ENDS = expression(
    r"(?:n['’]?t|\b(?:not|nae|never|cannot|unable|no longer|why|whether|hard to|struggl\w*)) (?:\w+ ){0,4}?"
    r"(?:keep|carry|continu|stay|stick|see)\w*",
    re.IGNORECASE,
)
_PUTS_OFF = expression(
    r"(?:\b(?:I|we)(?:['’]ll| will| shall|['’]m going to)|^\W*(?:will|going to|gonna)) (?:(?:have a "
    r"|take a )?(?:\w+ )?(?:look|read|go through|reply|answer|pick (?:it|this) up|come back"
    r"|get back|think about|deal with|tackle)\b[^.?!]*\b(?:in|after|once|when|next|on|at|over)\b[^.?!]*)",
    re.IGNORECASE,
)
_TAKES_BACK = expression(
    r"\b(?:ignore|disregard|cancel|forget|scrap|bin|delete)(?: about)? (?:(?:my|the|that|this)(?: (?:last"
    r"|previous|earlier|other))?"
    r"(?: \w+)? ?(?:e-?mails?|messages?|mails?|questions?|note|one|query)|that|what i \w+)\b[^.?!]*"
    r"|\b(?:explained|said|told you|answered|covered|mentioned|wrote)\b[^.?!]*\b(?:last|previous|earlier"
    r"|other)\b[^.?!]*",
    re.IGNORECASE,
)
_NOT_MINE = expression(
    r"\b(?:feedback|comments?|e-?mail|mail|message|this|it)\b[^.?!]*(?:n['’]t|\bnot|\bnae|\bmeant"
    r"|\bintended) (?:\w+ ){0,2}?(?:for|to) "
    r"(?:me|us|someone else|somebody else|another)\b"
    r"|\b(?:n['’]t|not) (?:my|our) (?:feedback|report|comments?)\b",
    re.IGNORECASE,
)
_LEAVES = expression(
    r"\b(?:leav\w+|left|quit\w*|resign\w*|retir\w+|withdr[ae]w\w*|stop\w*|paus\w+|stepp?(?:ing)? (?:back|down"
    r"|away|aside|off)"
    r"|stood down|stand(?:ing)? down|g(?:ive|iving|ave|iven) (?:\w+ ){0,3}?up|give (?:it|this) a miss|drop\w*"
    r"|pull\w* (?:\w+ ){0,2}?out"
    r"|opt\w* out|tak\w+ (?:\w+ ){0,3}?off|com\w+ off|sign\w* off|remov\w+|off the (?:list|programme|course"
    r"|project)|unsubscribe"
    r"|un-?enrol\w*|de-?regist\w*|discontinu\w*|no longer|any ?more|any longer|not (?:be )?(?:able to )?(?:go"
    r"|carry|continu|be carry)\w*"
    r"|n['’]t (?:be )?(?:able to )?(?:go|carry|continu|manage|do this|do it|see myself|think)\w*|cannot|can(?:no"
    r"|['’])?t|unable"
    r"|cancel\w*|end(?:s|ed|ing)?|finish\w*|done with|over\b|out\b|break|hold|ice|shel[fv]\w*|defer\w*|postpone\w*"
    r"|next (?:year|cohort|intake|round)|new (?:job|post|role|school|employer|start|position|baby)|(?:another"
    r"|different|other) (?:job|post|role"
    r"|council|school|board|department|service|team)|job|post\b|role|notice|contract|secondment|seconded"
    r"|redundan\w*|redeploy\w*"
    r"|transfer\w*|mov(?:e|ed|es|ing)|maternity|mat\b|severance|jobs|paternity|parental|adopt\w*|pregnan\w*"
    r"|expecting|baby|due (?:date|in)"
    r"|sabbatical|career|emigrat\w*|last (?:day|week|month|one|report)|final|farewell|goodbye|good-?bye|bye"
    r"|calling it|call it"
    r"|call(?:ed)? time|towel|bow(?:ing|ed)?|jack\w*|pack(?:ed|ing)? (?:\w+ ){0,2}?in|chuck\w*|bin(?:ned|ning)?"
    r"|scrap\w*|axed"
    r"|fold\w*|wound (?:it )?up|wind(?:ing)? (?:\w+ )?up|clos\w+|part(?:ing)? (?:ways|company)|not for me|for me"
    r"|drop me|count me out|had enough"
    r"|throw\w*|relinquish\w*|hand\w* (?:\w+ ){0,3}?over|take over|tak\w+ over|replac\w+|successor|someone else"
    r"|somebody else|instead of me"
    r"|return(?:ing)?|back (?:in|to|after)|time out|away from|started (?:a|at|with|in)|start(?:ing|s)? (?:a|at"
    r"|with|in|on)|offered|accepted"
    r"|university|college|abroad|funding|funded|restructur\w*)\b",
    re.IGNORECASE,
)
_SIGNS = expression(
    r"\bMGR\b(?: (?:'s|has|needs?|should|must|will|would|to|just|also|still|then|i|think|have)\b)*"
    r" (?:(?:counter)?sign\w*|approve|agree|initial|date)\b(?! (?:her|him|them|PRAC|THEY|up)\b)"
    r"|\bneeds? (?:just |only |also )?MGR(?: 's)? (?:signature|sign off|approval|name|initials|ok|okay)\b"
    r"|\bMGR(?: 's)? (?:signature|sign off|name|initials) (?:is|are|isn't|aren't) (?:\w+ )?(?:missing|needed|there)\b"
)
_APPROVES = expression(
    r"\b(?:fine|good|happy|ok|okay|great|approved?|lovely|clear|nothing to add|no comments|agreed?|well done"
    r"|perfect)\b"
)


_BEFELL = {"@ill", "@death", "@calamity", "@kin"}
# All that such a mail has beside courtesies and days where no circumstances are behind it either: any other word may be
# why (“forget my last mail, mum died”, “I'll read it once chemo is over”, “still in hospital”).
_OF_GOING_ON = """
    after afternoon again ago ahead already am an and answer answered any anything april as at august away back
    bank before being bin board both but by can cancel carry carrying christmas comment comments committed
    completely continue continuing crossed day days december definitely delete deleted did didn't disregard does
    doing don't done duplicate e-mailed earlier easter emails enjoying evening everything explained fair
    february feedback figured first forget found free friday gave get getting give giving go going got had
    happily have haven't having hello holiday holidays home how i i'd i'm i've if ignore in intend into isn't
    it's january july june keen keep keeping last late later leaving left look looked looking mails make march
    may me meant mentioned messages mine misread mix mixed monday month morning most my never new next night no
    none nor not note noted november now october of off on once one only or other our out over own page pick
    picked plan planned plans pm point previous programme project properly query question questions quick quit
    quitting read reading ready reason rest returned same saturday scrap see seen sees sent september should
    since some sooner sorry sorted spring stay staying stick sticking still stop stopping summer sunday tackle
    tackled take template term there think this thought thoughts through thursday today told tomorrow tonight
    too track training try tuesday two until up us want was wasn't we we'll we're wednesday week weekend weeks
    well were what when which while will withdraw withdrawing won't worked would written wrong wrote year
    yesterday yet you'd
"""
_GOING_ON = frozenset(_OF_GOING_ON.split())


def overruled(found: Meaning, text: str, answers: str = "") -> Meaning:
    """The meaning of a text without what its plain words speak against; that part falls to the other kinds. What is put
    off is the report where a reminder of it is answered."""
    if found.of("private") >= SHARE and _only_signs(found):
        found = _without(found, *(kind for kind in found.likely if kind.split()[0] == "private"))
        found = replace(found, told=[replace(t, apart={OPEN: 1.0}) for t in found.told])
    if found.of("machine") >= SHARE and promises_report(text):
        found = _without(found, *(kind for kind in found.likely if kind.split()[0] == "machine"))
    if found.of("leaving", "circumstances") >= SHARE and _stays(text):
        kinds = ("leaving", "circumstances") if answers not in DUE and says_only_this(found) else ("leaving",)
        found = _as_message(found, *(kind for kind in found.likely if kind.split()[0] in kinds))
        aside = [replace(t, apart={OPEN: 1.0}) if likeliest_of(t.apart) in kinds else t for t in found.told]
        found = replace(found, told=aside)
    if found.of("circumstances") >= SHARE and asks_which_day(found, text):
        aside = [replace(t, apart={OPEN: 1.0}) if likeliest_of(t.apart) == "circumstances" else t for t in found.told]
        found = replace(found, told=aside)  # no sentence is, either
        return _without(found, *(kind for kind in found.likely if kind.split()[0] == "circumstances"))
    if found.likely.get(TIME, 0.0) < SHARE or not _ARRANGES.search(text) or _NAMES_REPORT_OR_DELAY.search(text):
        return found
    return _without(found, TIME)


def _only_signs(found: Meaning) -> bool:
    """Whether it says that the manager has to sign, approves besides, and says nothing else of anybody."""
    said = [" ".join(one.words) for one in found.told]
    signs = [one for one in said if _SIGNS.search(one)]
    if not signs or found.mark or sum(len(one.split()) for one in said) > SHORT:
        return False
    rest = " ".join(one for one in said if one not in signs)
    spoken = re.search(r"\b(?:PRAC|THEY|MGR|OTHER|SOMEBODY|TEAM)\b|\b(?:not|but|never|worr\w+)\b|n't\b", rest)
    return spoken is None and any(_APPROVES.search(one) for one in said)


def leaves(text: str) -> bool:
    """Whether a word of leaving, stopping or pausing stands in it, beside those that deny it."""
    return _ENDS.search(text) is not None or _LEAVES.search(_without_staying(text)) is not None


def _stays(text: str) -> bool:
    """Whether it is short and says so, and names nothing that befell anybody; what is long tells more than this."""
    if len(text.split()) > SHORT or _without_staying(text) == text or leaves(text):
        return False
    return not families_in(text) & _BEFELL


def says_only_this(found: Meaning) -> bool:
    """Whether each of its words is of going on, of a day or of a mail, so that nothing else is told."""
    words = [word for told in found.told for word in told.words]
    return all(w.endswith("-V") or w in ("DAY", "NUM") or w in _GOING_ON or is_polite(w) for w in words)


def likeliest_of(kinds: Mapping[str, float]) -> str:
    """The likeliest of what a sentence says aside, without its nature."""
    return max((k for k in kinds if k != OPEN), key=lambda k: kinds[k], default="").partition(" ")[0]


def _without_staying(text: str) -> str:
    for said in (_TAKES_BACK, _NOT_MINE, _PUTS_OFF, _STAYS):
        text = said.sub(" ", text)
    return text


def _as_message(found: Meaning, *kinds: str) -> Meaning:
    """Without these kinds: what is said is known, so that nothing but a message is left of them."""
    told = sum(found.likely.get(kind, 0.0) for kind in kinds)
    likely = {kind: value for kind, value in found.likely.items() if kind not in kinds}
    return replace(found, likely={**likely, "message": likely.get("message", 0.0) + told})


def _without(found: Meaning, *kinds: str) -> Meaning:
    likely = {kind: value for kind, value in found.likely.items() if kind not in kinds}
    left = sum(likely.values())
    return replace(found, likely={kind: value / left for kind, value in likely.items()}) if left else found
