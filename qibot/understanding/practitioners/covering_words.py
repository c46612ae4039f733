"""What stands beside a report and isn't its reader's, though most of it only sends the report.

“Report attached.” drowns one sentence about the mentor, an illness or a colleague. So the words are weighed without the
clauses that only send, greet or sign, as a mail of its own would be. The documents go on all the same, so that parting
costs a mentor no more than a remark.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.meaning import Setting, meaning, said_in, sentences
from qibot.understanding.meaning.families import classed, families_in, plain_words
from qibot.understanding.names.bearers import as_spoken
from qibot.understanding.phrases.courtesy import is_courtesy, names_in
from qibot.understanding.phrases.overruled import leaves, overruled
from qibot.understanding.phrases.own_body import tells_of_body

LONGEST = 150  # words of what covers a document: more is a letter, or the report itself
_SENDING = """
    report reports attached attaching attach attachment enclosed enclosing enclose find below document file copy pdf
    word version number no monthly month month's second third first fourth fifth sixth seventh final latest new next as
    promised requested discussed per here here's heres it's sending send submitting submit with from by at last long
    finally now month two one three four five six seven eight nine ten my our on qi project improvement january february
    march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov
    dec year also there you're go we be
"""
_SENDS = frozenset(_SENDING.split())
_CLAUSES = expression(r"\s+[-–—]\s+|(?<=[,;:])\s+|\n+")
_FEEDBACK = r"(?:(?:last|previous) (?:month|time|report)['’]s|last|previous|her|his) (?:feedback|comments)"
# Not “late”, “off” or “short” alone: these are said of the report.
_ILL = expression(
    r"\b(?:short (?:with|to)|brutal|harsh|sharp|cross|rude|blunt|curt|cold|angry|abrupt|dismissive|unfair|unkind"
    r"|nasty|strict|grumpy"
    r"|silen\w+|ignor\w+|cancel\w+|missed|forg[oe]t\w*|waiting (?:for|on|to)|waited|chas\w+|properly|(?:my"
    r"|our) confidence|knocked|upset|hurt\w*"
    r"|cried|in tears|put (?:me )?off|confus\w+|unclear|unhelpful|useless|pointless|waste|disappoint\w*"
    r"|discourag\w*|demoralis\w*|deflat\w*"
    r"|gutted|fed up|frustrat\w*|annoy\w*|critici[sz]\w*|negative|nit-?pick\w*|picky|pernickety|patronis\w*"
    r"|condescend\w*|bull(?:y|ied)\w*"
    r"|(?:hard|difficult|tricky|impossible|tough) to (?:reach|get (?:hold|an? (?:answer|reply))|contact|pin"
    r"|talk|speak|follow)"
    r"|go easy|click|get on with|clash\w*|personality|(?:some(?:one|body) else|another mentor|different mentor"
    r"|change (?:of )?mentor)"
    r"|would read|bothered|can['’]t be bothered|interested|off sick|off ill|unwell|leaving|retir\w+|divorc\w*"
    r"|died|tired|struggling"
    r"|moan\w*|complain\w*|snap\w*|shout\w*|(?:told|ticked|telling) (?:me )?off|had a go|laid into|tore|torn"
    r"|rip\w* (?:in)?to|scath\w*|sniffy"
    r"|snippy|rough (?:with|on)|hard (?:on|going)|tough (?:on)|down on)\b",
    re.IGNORECASE,
)
_KINDER = expression(
    r"\b(?:she|he|they)\b.{0,80}\b(?:kinder|nicer|gentler|go easy|be (?:nice|kind|gentle))\b", re.IGNORECASE
)
_PRAISES = expression(
    r"\b(?:help(?:ed|ful|s)|useful|great|good|lovely|brilliant|kind|thanks|thank|grateful|appreciate\w*"
    r"|encourag\w*|worked|right|spot on"
    r"|patien\w*|generous|wonderful|excellent|love[ds]?|made (?:sense|a difference|me think))\b",
    re.IGNORECASE,
)
_DENIES_PRAISE = expression(r"n['’]?t\b|\b(?:not|never|hardly|no|nae)\b", re.IGNORECASE)
_ASKS = expression(r"\b(?:if|would|could|can|please|will|ask(?:ed)?|so that|beyond)\b", re.IGNORECASE)
_IMPROVES = expression(
    r"\b(?:so I|I['’]ve|I have|I)\s+(?:\w+ ){0,2}?(?:added|changed|tried|tested|used|followed|took|taken|redone"
    r"|done)\b",
    re.IGNORECASE,
)
# What befell the sender, as the families have it (meaning/families.txt): “I was in hospital”, “my mum died”.
_BEFELL = expression(
    r"(?:\bi(?:'ve| have)? (?:was|am|had|been|got|caught|still|only)|\bi'm|^(?:sorry )?(?:was|had|been))"
    r"(?: (?!so\b|because\b|and\b|about\b|count|measur|proud)\S+){0,4}? @(?:ill|death)\b|\bi(?:'ve| have)? @ill\b"
    r"|\bi'm @ill\b"
    r"|^@ill(?: (?:all|for|again|this|last|since)\b.*)?$"
    r"|\bmy(?: @kin|(?: \S+) @kin)(?: (?!so\b|because\b)\S+){0,5}? @(?:ill|death|calamity)\b|@death of my\b"
    r"|^@kin @death\b"
)
_GRAVE = Spoken(
    r"\b(?:colleagues?|team(?: mate)?|staff|nurses?|teachers?|manager|boss|deput[ey]|head|assistant|co-?worker"
    r"|partner on)\b[^.?!]{0,80}"
    r"\b(?:(?:off|signed off) with (?:stress|depression|anxiety)|depress\w*|breakdown|cancer|suicid\w*|overdos\w*"
    r"|miscarr\w*|divorc\w*"
    r"|(?:wife|husband|partner) (?:has |had )?left|disciplin\w+|suspended|grievance|pregnant|alcohol\w*"
    r"|drink(?:ing)? problem|affair)\b",
    "stress", "depress", "anxiety", "breakdown", "cancer", "suicid", "overdos", "miscarr", "divorc", "left",
    "disciplin", "suspended", "grievance", "pregnant", "alcohol", "drink", "affair",
)  # fmt: skip
GRAVE = {"@ill", "@death", "@calamity"}
HEARD, LONG = 0.6, 40  # … and how few words of such a rest are weighed as a mail of its own


def told_beside(mail: Mail, case: Case, given: Setting, *, jointly: bool) -> str | None:
    """What of the words beside a document is for the team alone: “private”, “leaving” or the nature of circumstances;
    None where nothing is."""
    if speaks_ill_of_mentor(mail, case) or _GRAVE.is_in(_typed(mail, case)):
        return "private"
    if any(tells_of_body(x) for x in sentences(_typed(mail, case))):  # however much stands beside it
        return "exceptional"
    rest = beside_sending(mail, case)
    if not rest or len(rest.split()) > LONG:
        return None
    if any(_befell(x) for x in sentences(rest)):
        return "exceptional"
    if jointly:  # what is said of the other one there weighs like much else
        rest = _of_mentor_alone(rest, case)
        if not rest:
            return None
    found = overruled(meaning(Role.PRACTITIONER, rest, replace(given, documents=False, files=(), subject="")), rest)
    if found.of("private") >= HEARD and found.speaks_of("MENT", "THEY"):
        return "private"
    if jointly:
        return None
    if found.of("leaving") >= HEARD and leaves(rest):
        return "leaving"
    heard = found.of("circumstances") >= HEARD and found.nature("circumstances") == "exceptional"
    return "exceptional" if heard and families_in(rest) & GRAVE else None


def _of_mentor_alone(rest: str, case: Case) -> str:
    """The sentences that name the sender's mentor, or a mentor."""
    first = as_spoken(case.enrolment.mentor.name.split()[0])
    names = re.compile(rf"\b(?:{first}|mentor(?:s|ed|ing)?)\b", re.IGNORECASE)
    return " ".join(x for x in sentences(rest) if names.search(x))


def _befell(sentence: str) -> bool:
    """Whether it tells what befell its writer."""
    streams = (" ".join(classed(plain_words(clause))[0]) for clause in re.split(r"[,;:–—]", sentence))
    return any(_BEFELL.search(stream) for stream in streams)


def beside_sending(mail: Mail, case: Case) -> str:
    """The words of a mail without the clauses that only send its document, greet or sign; empty where none is left."""
    said = _typed(mail, case)
    if len(said.split()) > LONGEST:
        return said
    names = names_in(case)
    kept = [_clauses_of(one, names) for one in sentences(said)]
    return " ".join(x for x in kept if x)


def _clauses_of(sentence: str, names: frozenset[str]) -> str:
    clauses = [c for c in _CLAUSES.split(sentence) if c.strip()]
    left = [c for c in clauses if not _only_sends(c, names)]
    said = " ".join(left).strip(" ,;:–—-")
    return f"{said}." if said and said[-1] not in ".!?" else said


def _only_sends(clause: str, names: frozenset[str]) -> bool:
    words = [w.strip(".,;:!?()\"'–-") for w in clause.casefold().replace("’", "'").split()]
    return all(not w or w in _SENDS or w.isdigit() or is_courtesy(w, names) for w in words)


def speaks_ill_of_mentor(mail: Mail, case: Case) -> bool:
    """Whether a sentence speaks of the mentor, or of their feedback, in the third person and says anything ill of it:
    “Ann was a bit short with me last time”."""
    first = as_spoken(case.enrolment.mentor.name.split()[0])
    return any(_speaks_ill(x, rf"(?:\b(?:{first}|my mentor)\b|\b{_FEEDBACK}\b)") for x in sentences(_typed(mail, case)))


def _typed(mail: Mail, case: Case) -> str:
    """The sender's own words, without those of disclaimers and of their signature (“Nurse, Cancer Unit”)."""
    return said_in(mail.top, frozenset(), name_words([case.enrolment.practitioner]))


def _speaks_ill(sentence: str, mentor: str) -> bool:
    if _KINDER.search(sentence):
        return True
    about = re.search(mentor, sentence, re.IGNORECASE)
    greets = (
        rf"^\W*(?:(?:hi|hello|hiya|hey|dear|morning|thanks|thank you|sorry),? )?{mentor}"
        r"\s*(?:[,!:;–—-]|$)"
    )
    if (
        about is None
        or re.search(rf"{greets}|, {mentor}\b\W*$|\byour?\b", sentence, re.IGNORECASE)
        or _IMPROVES.search(sentence)
    ):
        return False
    denied = re.search(
        rf"{mentor}(?:['’]s)?(?: \w+){{0,3}}? ?(?:\w*n['’]t|not|never|hardly)\b"
        rf"|(?:n['’]t|\bnot|\bnever|\bno)(?: \w+){{0,2}}? (?:feel|think|know|believe|convinced|sure|certain|find"
        rf"|found|get|understand|hear|heard)\b.*{mentor}",
        sentence, re.IGNORECASE,
    )  # fmt: skip
    if _PRAISES.search(sentence) and not _DENIES_PRAISE.search(sentence):
        return False
    return bool(denied and not _ASKS.search(sentence[: denied.end()])) or _ILL.search(sentence) is not None
