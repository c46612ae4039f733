"""What a mail and its files are called, read as the words are: “Complaint about my mentor.docx” says all by itself.

A title is a few words, so that weights alone tell little of it. It is for the team alone, or may be, where

| it | like |
|---|---|
| bears a mark of privacy, or says for whom it is | “Concerns about Jo - confidential”, “keep from Ann” |
| has a word for what befell somebody; one of a project beside it alone excuses that | “fit note”, “off sick” |
| weighs more than words beside the own ones need | “In hospital” |

and then its writer is asked. Of its name a report's (“Report 2”, “November”) says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person, Role
from qibot.people import name_words
from qibot.understanding.meaning import TO_TEAM, Meaning, Setting, folded, mark_of, meaning
from qibot.understanding.meaning.families import CAUSES, families_in

FOR_TEAM = {
    Role.MENTOR: ("private",),
    Role.PRACTITIONER: ("private", "circumstances", "leaving"),
    Role.MANAGER: ("private", "circumstances", "leaving"),
}
# From which the weights alone tell it, higher than of what is as long as a sentence: chosen by how many ordinary ones
# of the collection are asked about.
WEIGHS = {Role.MENTOR: 0.6, Role.PRACTITIONER: 0.92, Role.MANAGER: 0.85}
MOST, LONGEST = 20, 300  # titles of a mail, and characters of one, that are read
IN_TITLE = "its title"

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_NAME_OF_REPORT = expression(
    rf"\b(?:(?:my|our|the|her|his|their|project|progress|improvement|quality|monthly|month|qi|final|draft|copy|version"
    rf"|revised|updated"
    rf"|first|second|third|fourth|fifth|sixth|last|latest|next|{_MONTH}) )*"
    rf"(?:reports?|rep|rpt|charter|feedback|question|version|[rv]\d*|rep\d+|no|nr|number|\d+(?:st|nd|rd|th)?"
    rf"|{_MONTH})\b"
    rf"(?: (?:no|nr|number|num|for|of|and|from|\d+|{_MONTH})\b)*",
    re.IGNORECASE,
)
_WHOSE_REPORT = expression(r"\b(?:her|his|their) (?=(?:\w+ )?(?:reports?|charter|feedback)\b)", re.IGNORECASE)
_PARTS = expression(r"[()\[\]{}:;,|/+–—]|\s-+\s|\s-+(?=\w)|(?<=\w)-+\s")
_KIN = (
    r"(?:step)?(?:mother|father|mum|mam|mom|dad|parents?|husband|wife|partner|sons?|daughters?|child|children|kids?"
    r"|baby|bab(?:y|ies)|brother|sister|gran(?:ny|dad|ma|pa)?|grand\w+|nan|uncle|aunt(?:ie)?|nephew|niece"
    r"|cousin|twins?"
    r"|(?:mother|father|brother|sister) in law)"
)
_OWN = r"(?:my|our|her|his|their|PRAC|MENT|MGR)"
_BOSS = r"(?:PRAC|MENT|MGR|(?:my|her|his|their|the) (?:mentor|manager|line manager|boss|head|headteacher|team ?leader))"

SAYS_FOR_WHOM = expression(
    r"\b(?:keep|kept|hide|hidden) (?:(?:this|it|that) )?(?:away )?from\b"
    r"|\bnot (?:for|to) (?:PRAC|MENT|MGR|sharing|circulation|be shared|be forwarded|be passed on)\b"
    r"|\bfor (?:the )?(?:(?:programme|cp|qi|community|planning) )*TEAM(?:s)?(?: TEAM)*(?: only| alone| eyes.*)?$"
    r"|^(?:(?:programme|cp|qi) )?TEAM(?: TEAM)* (?:only|alone|eyes only)$"
    r"|^(?:(?:strictly|highly|very|most|in|private|private and) )*(?:confidential|confidence|private"
    r"|secret)(?: please)?$"
    r"|^(?:strictly|private and|confidential and|in strict\w*) (?:confidential|private|confidence)\b"
    r"|\b(?:don't|do not|dont|please don't) (?:tell|show|forward|pass|share|send|let)\b|\boff the record\b"
)
BEFELL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a complaint", (
        r"\bgrievance\b",
        r"^(?:(?:a|my|our|formal|official|written|letter of) )*complaint(?: (?:letter|email))*$",
        r"\b(?:formal|official) complaints?\b",
        rf"\bcomplain(?:ts?|ing|ed)? (?:about|against|of|re|regarding|concerning) {_BOSS}\b",
        (rf"\b(?:statement|account|note|letter|email|concerns?|worr(?:y|ies)|worried|issues?|problems?"
        rf"|trouble|difficulties"
         rf"|doubts?) (?:about|with|regarding|re|concerning|over) {_BOSS}$"),
        r"\bwhistle ?blow\w*\b|\bbullied\b|\bbullying (?:by|of me|from|at work)\b|\bharass(?:ed|ment)\b",
        r"\b(?:another|new|different|change of|changing|change my) mentor\b(?= please|$)",
    )),
    ("a post", (
        r"\bdisciplinary\b|\bdisciplined\b",
        r"\bresign(?:ation|ations|ing|ed|s)?\b|\bresigning\b",
        r"\b(?:handing|handed|hand|given|giving|give) in (?:my|her|his) notice\b|\b(?:my|her|his|PRAC) notice\b",
        r"\b(?:stepping|standing|step|stand) down\b(?! (?:transfer|ward|unit|bed))",
        r"\b(?:final|written|verbal) warning\b",
        r"\bcapability (?:meeting|procedure|hearing|process|letter|review|plan)\b",
        r"\bredundan(?:t|cy)\b|\bdismiss(?:al|ed)\b|\bsacked\b|\bsettlement agreement\b",
        (r"\bsuspended\b|\bunder investigation\b|\binvestigat(?:ion|ory) (?:into|of|meeting|letter) ?(?:PRAC"
        r"|MENT|MGR|$)"),
        (r"\b(?:PRAC|her|his|my|sickness|staff) (?:PRAC )?(?:absence|sickness|attendance) (?:record|review"
        r"|meeting|letter|log)s?\b"),
        (r"\b(?:PRAC|her|his) (?:PRAC )?(?:absences?|sickness|attendance|performance)\b|\bsickness (?:record"
        r"|review|meeting)\b"),
        (r"\b(?:leaving|quitting|withdrawing|dropping out|pulling out|moving on|new job)\b$|\bleaving (?:the"
        r"|my|this|date)\b"),
        r"\bwithdrawal (?:from|letter)\b|\bjob offer\b|\bmat ?b1\b",
        (r"\b(?:PRAC|my|her|his) (?:maternity|paternity|parental|adoption) leave\b|^(?:maternity"
        r"|paternity) leave form$"),
    )),
    ("an illness", (
        r"\bfit ?notes?\b|\bsick ?(?:notes?|lines?|certificates?)\b|\bself cert\w*\b",
        (r"\b(?:doctors?'?s?|gp'?s?|medical|hospital|consultant'?s?|specialist'?s?|clinic|psychiatrist'?s?) "
        r"(?:notes?|lines?|letter|certificates?|evidence|appointment)$"),
        r"\boccupational health (?:referral|report|letter|appointment|assessment)$|^oh (?:referral|report|letter)$",
        (r"\b(?:off|on) (?:long term |long )?sick\b|\bsick leave\b|\boff (?:ill|work)\b|\bsigned off (?:with"
        r"|from|for|until|till|since|sick|work|by (?:my|the) (?:doctor|gp)|again)\b"),
        (r"^(?:been |still |now )?signed off(?: work)?$|\bphased return\b|\breturn to work (?:interview"
        r"|meeting|plan|form)\b"),
        r"\b(?:off|ill|away|down|sick|struggling|diagnosed|living|unwell) (?:with|due to|because of|from|after)\b",
        (r"\b(?:with|my|her|his|PRAC|from|after|clinical|severe|postnatal|post natal) (?:depression|anxiety"
        r"|stress|burn ?out|breakdown|cancer|ptsd|drinking|addiction|overdose)\b"),
        (r"\bnervous breakdown\b|\bbreaking down\b|\bburn(?:t|ed) out\b|\bin tears\b|\bcan(?:'t|not"
        r"| not) cope\b|\bnot coping\b|\bdepressed\b|\bsuicidal\b|\bpanic attacks?\b"),
        (r"(?<!home )\b(?:in|into|from) (?:the )?(?:hospital|hospice|a & e|a and e|a&e|ane|ae|icu"
        r"|rehab)(?: bed)?$|\bin hospital (?:since|with|until|till|again|now)\b"),
        (r"\b(?:my|her|his|PRAC) (?:cancer|chemo\w*|radiotherapy|op|operation|surgery|diagnosis|illness"
        r"|health|mental health|condition|biopsy|"
        r"scan|treatment|recovery|accident|injury|pregnancy|ivf|miscarriage|abortion|stroke|heart attack|fall)\b"),
        (r"\bmiscarri(?:age|ed)\b|^(?:cancer|depression|depressed|pregnant|ill|unwell|sick|sickness)$"
        r"|\b(?:i'm|i am|PRAC is|she's|he's) (?:ill|sick|unwell|pregnant|off)\b"),
        (r"\b(?:had|have|having|after) (?:a |an |my )?(?:accident|operation|stroke|heart attack|crash|surgery"
        r"|chemo\w*)\b"),
    )),
    ("a family", (
        rf"\b{_OWN} (?:ex |late |dear |poor )?{_KIN}\b",
        rf"\b{_KIN} (?:has |have |had |just )?(?:died|passed|dying|is dying|ill|is ill|in hospital)\b",
        r"\bdivorc(?:e|ed|ing)\b|\bmarriage (?:breakdown|trouble|problems)\b",
        rf"\b{_OWN} (?:marriage|separation|funeral|loss|house|home life)\b|\bsplitting up\b|\bseparated from\b",
        r"\bbereave(?:d|ment)\b|^(?:the )?funeral\b|\bfuneral (?:on|of|arrangements|leave)\b|\bat a funeral\b",
        (r"\bdeath certificate$|\ba death\b|\bdeath in\b|\bpassed away\b|\bcompassionate leave\b"
        r"|\bfamily emergency\b|^(?:an )?emergency$"),
        r"\beviction notice\b|\bmade homeless\b|\barrest(?:ed)?\b|\bcourt date\b|\bcustody (?:hearing|battle)\b",
    )),
)  # fmt: skip
_OF_PROJECT = expression(
    r"\b(?:project|audit|charts?|data|rates?|pathways?|polic(?:y|ies)|procedures?|template|leaflet|poster"
    r"|survey|measures?|pdsas?"
    r"|drivers?|diagram|aims?|analysis|numbers|prevention|handling|runchart|graphs?|figures|trends?|stats"
    r"|baseline|map|mapping|improvement|screening|awareness|training|slides|toolkit|study|times?|claims"
    r"|cards|letters|leaflets|lines|families|relatives|champions?|steps|patients|pupils)\b"
)
_CALLS = expression(r"\b(?:calls|visits)\b")  # of a project, where none of them is to a hospital or a funeral
# Whoever has such a word in a title speaks of themselves, whatever else stands there.
_PERSONAL = expression(r"\b(?:i|i'm|i've|i'll|me|my|off|signed|am|she|he|she's|he's|her|his|MENT|MGR)\b")
_BEFELL = tuple((name, expression("|".join(rows))) for name, rows in BEFELL)
# “our bereavement project”: what a title is about, which is called after it.
_TOPIC = expression(
    r"\b(?:our|the|this|a) (?:\w+ )?([^\W\d_]+) (?:project|pilot|pathway|service|improvement)\b", re.IGNORECASE
)
# Whom it is for, and nothing else: “Question for my mentor”.
_FOR_MENTOR = expression(
    r"(?:(?:a|an|one|two|quick|wee|small|short|another|just|my|some) )*(?:(?:question|query|queries|message|note"
    r"|thing)s? )?(?:for|to) (?:my|the|our) mentor\W*",
    re.IGNORECASE,
)
LOOKED_AT = 2000  # characters of a mail
_SAYS_WHOSE = frozenset(["PRAC", "MENT", "MGR", "my", "the", "for", "from", "by", "of", "and", "s"])
# … and that it comes back: “Jo Smith Report 2 mentor comments.docx”.
_RETURNED = frozenset(["mentor", "mentor's", "comments", "commented", "annotated", "reviewed", "marked", "up", "with"])
_TWICE = expression(r"\b(PRAC|MENT|MGR)(?: \1\b)+")  # first name and family name
_WORDS = expression(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|&")


def with_whose_report(subject: str) -> str:
    """A subject, with “her report” as the report that it is: whose it is says nothing of her."""
    return _WHOSE_REPORT.sub("the ", subject)


def told_by_titles(mail: Mail, subject: str, role: Role, given: Setting) -> Iterator[Meaning]:
    """The meanings of those that are for the team alone, or may be, each with its mark; `subject` is the mail's own."""
    bare = replace(given, documents=False, files=(), subject="")
    topics = frozenset(one.casefold() for one in _TOPIC.findall(mail.own_text[:LOOKED_AT]))
    for title in list(dict.fromkeys([subject, *(_stem(d.name) for d in mail.sends)]))[:MOST]:
        if title.strip() and (found := told_by_title(title[:LONGEST], role, bare, topics)) is not None:
            yield found


def told_by_title(title: str, role: Role, given: Setting, topics: frozenset[str] = frozenset()) -> Meaning | None:
    """The meaning of a title that is for the team alone, or may be, with its mark; None of any other. `topics` are what
    the words beside it call a project."""
    plain = " ".join(title.replace("_", " ").replace("’", "'").split())
    if is_plain(plain, given) or (role is not Role.MENTOR and _FOR_MENTOR.fullmatch(plain)):
        return None
    telling = [piece for piece in _PARTS.split(plain) if not is_plain(piece, given)]
    if role is Role.PRACTITIONER and telling:  # “Report 1 - Jo Smith - Attendance in P6” says whose report it is
        plain = " - ".join(piece.strip() for piece in telling)
    pieces = (plain, *telling)
    parts = [part for piece in pieces if (part := _beside_its_name(piece))]
    said = _abstracted(plain, given)
    calls = _CALLS.search(said) is not None and not families_in(said) & CAUSES
    of_project = calls or _OF_PROJECT.search(said) is not None or not topics.isdisjoint(said.split())
    of_project = of_project and not _PERSONAL.search(said)
    for part in dict.fromkeys([plain, *parts]):
        if mark := _mark_in(part, role, given, of_project=of_project):
            return Meaning({"private": 1.0}, mark=mark, marked=title)
    if role not in FOR_TEAM:
        return None
    found = max((meaning(role, part, given) for part in parts or [plain]), key=lambda one: one.of(*FOR_TEAM[role]))
    if found.of(*FOR_TEAM[role]) >= WEIGHS[role] and not of_project:
        return replace(found, mark=IN_TITLE, marked=title)
    return None


def is_plain(title: str, given: Setting) -> bool:
    """Whether a title says no more than which report it is, and whose."""
    rest = set(_WORDS.findall(_abstracted(_NAME_OF_REPORT.sub(" ", title.replace("_", " ")), given))) - _SAYS_WHOSE
    rest -= _initials(given)
    returned = bool(rest & {"comments", "commented", "annotated", "reviewed", "marked"}) and rest <= _RETURNED
    return returned or not rest


def _initials(given: Setting) -> set[str]:
    """Those of the practitioner and the mentor, with which people mark what they have read: “Smith 3 AB”."""
    own = [[word for word, token in given.names.items() if token == whose] for whose in ("PRAC", "MENT")]
    return {a[0] + b[0] for words in own for a in words for b in words if a != b}


def names_only_a_report(subject: str, people: Iterable[Person]) -> bool:
    """The same of a subject, so that whoever reads along may see it; `people` are those of the enrolment."""
    names = dict.fromkeys((folded(word) for word in name_words(people)), "PRAC")
    return is_plain(subject, Setting(names))


def _mark_in(part: str, role: Role, given: Setting, *, of_project: bool) -> str:
    mark = mark_of(role, part, given)[0]
    if mark and mark != TO_TEAM:
        return mark
    said = _abstracted(part, given)
    if SAYS_FOR_WHOM.search(said):
        return IN_TITLE
    return "" if of_project else next((name for name, rows in _BEFELL if rows.search(said)), "")


def _abstracted(text: str, given: Setting) -> str:
    """Its words in small letters, the people of the enrolment as the marks name them."""
    words = (folded(word).casefold() for word in _WORDS.findall(text))
    names = {name: token for name, token in given.names.items() if token in ("PRAC", "MENT", "MGR", "TEAM")}
    said = " ".join(names.get(word.removesuffix("'s"), word) for word in words)
    return _TWICE.sub(r"\1", said)


def _beside_its_name(piece: str) -> str:
    """What of it isn't a report's name."""
    return " ".join(_NAME_OF_REPORT.sub(" ", piece).split()).strip(" -.'\"") if piece.strip() else ""


def _stem(name: str) -> str:
    """A file's name without its ending, with blanks for what else parts words."""
    stem = name.rpartition(".")[0] or name
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_|(?<=\w)[.](?=\w)|(?<=\w)-(?=\w)", " ", stem)
