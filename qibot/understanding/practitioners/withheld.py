"""Documents that stay with the words beside them: a statement about the mentor, a doctor's letter, a diary (3a).

| the words beside a document | words, file or subject say that it is the report | becomes |
|---|---|---|
| are for the team alone | yes (“Here's mine, sorry it's late, my dad died”) | the report; its words are left out |
| are for the team alone | no (“I've been signed off, see attached”) | asked about, the team alone offered first |
| say that the document is, or why no report comes | only its file's name counts | the same |
| anything else | | what else it is |

Such a paper is mostly called “Scan_0012.pdf”, and a subject that names the report may only say what can't come. That
somebody is asked costs least, and their report counts from its arrival.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case
from qibot.people import name_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.names.bearers import as_spoken
from qibot.understanding.practitioners.covering_words import GRAVE
from qibot.understanding.practitioners.said import Said

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
# What a report is called; and what a report, or anything else, may be called besides.
_TITLE = r"(?:reports?|rpts?|rep|updates?|write[- ]?ups?|submissions?|charters?|qi|qip|pdsas?|template)"
_PERHAPS = (
    rf"(?:projects?|progress|monthly|month|aims?|{_MONTHS}|r ?\d{{1,2}}|v ?\d{{1,2}}|final|draft"
    rf"|\d{{1,2}}(?:st|nd|rd|th))"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CALLED = expression(rf"(?<![^\W\d_]){_TITLE}(?:['’]s)?(?![^\W\d_])", re.IGNORECASE)
_MAY_BE_CALLED = expression(rf"(?<![^\W\d_]){_PERHAPS}(?:['’]s)?(?![^\W\d_])", re.IGNORECASE)
# “MUST 4.docx”: a number after a word that isn't the scanner's.
_NUMBERED = expression(
    r"(?<![^\W\d_])(?!(?:scan\w*|img|image|photo|pic\w*|doc\w*|page|file|untitled|attachment|copy|screenshot|dsc\w*"
    r"|\w?note\w*|letter|line)\b)[^\W\d_]{3,} ?0?\d{1,2}$",
    re.IGNORECASE,
)
# A file that bears the report's name, too, and is none: “Extension report 2.docx”.
_OF_NONE = expression(
    r"\b(?:diary|timeline|concerns?|logs?|what happened|e-?mails?|messages?|extension|reasons?"
    r"|statement|complaint|letter|line|note|request"
    r"|appeal|evidence|incident|medical|sick|fit"
    r"|absence form|explanation)\b",
    re.IGNORECASE,
)
_VERSION = expression(r"(?<![^\W\d_])(?:projects?|progress|final|draft|v ?\d{1,2})(?![^\W\d_])", re.IGNORECASE)
_FILE = expression(r"\.(?:docx?|pdf|pptx?|odt|pages|xlsx?|rtf)$", re.IGNORECASE)
_MENTOR = r"(?:my mentor\w*|the mentor|(?-i:MENT\b))"
_READS = (
    r"(?:see|sees|read|reads|seen|know|knew|knows|show\w*|shar\w+|hear\w*|find out|pass\w*|forward\w*|sen[dt]"
    r"|told|tell)"
)
_GIVES = r"(?:show\w*|shar\w+|pass\w*|forward\w*|sen[dt]|told|tell|let)"
_DENIED = r"(?:n['’]?t|not|never|rather|prefer\w*|without|nobody but|instead of|behind)"
# That it isn't for the mentor, or of them; why no report comes. The mentor's name is put as “MENT” before.
_TELLS = expression(
    rf"\b(?:attach\w*|enclos\w*|below|here|link|this|screenshots?|timeline|diary|log|notes|document|file"
    rf"|written|https?)\b"
    rf"[^.!?]{{0,60}}\b(?:about|regarding|re|concerning|concerns|on|of|with|against|from|between) (?:{_MENTOR}"
    rf"|how I|the way)"
    rf"|\b(?:about|regarding|concerning|concerns|against|how|way) (?:\w+ ){{0,3}}?{_MENTOR}"
    rf"|{_DENIED}(?: [\w'’]+){{0,6}}? (?:{_MENTOR}|she|he|they|her|him|them)(?: [\w'’]+){{0,4}}? {_READS}\b"
    rf"|{_DENIED}(?: [\w'’]+){{0,6}}? {_GIVES}(?: [\w'’]+){{0,4}}? (?:{_MENTOR}|she|he|they|her|him|them)\b"
    rf"|\bbefore (?:\w+ ){{0,3}}?{_MENTOR}|\bbefore (?:you |any(?:one|body) )?(?:speak|talk|say|tell|contact)"
    rf"|\b(?:complain\w*|concern|grievance|unhappy|not happy|problem|issue|trouble|difficult\w*|conflict|fallen out)"
    rf"(?: \w+){{0,6}}? {_MENTOR}"
    r"|\bfor (?:why|what has been (?:happening|going on)|what['’]s been (?:happening|going on))\b"
    r"|\b(?:is )?what (?:i['’]d|i would|i) (?:like|want|need|wanted) (?:the team|the office|you)"
    r" to (?:know|see|read|have)\b"
    r"|\b(?:this|that|it|attach\w*|document|file)(?:['’]s| is) for the (?:team|office)(?: to (?:read|see|know"
    r"|have))?\b"
    r"(?! (?:to (?:read|see|know|have) )?(?:(?:and \w+|here|all|together) )?(?:before|after|during|at|in|on"
    r"|by|ahead of) (?:(?:the|our|their"
    r"|each|every"
    r"|next|a|this) )*(?:\w+ )?(?:huddles?|handovers?|shifts?|wards?|nursery|staff ?room|kitchen|wall|board|rounds?"
    r"|clinics?|tests?|sessions?|training|briefings?|team meetings?|breaks?|start|day|week|morning|afternoon)\b)"
    r"|\b(?:team|programme|office)(?:['’]s)?(?: \w+)?(?: eyes| attention)?,? only\b|\bonly for (?:the"
    r"|your) (?:\w+ )?(?:team|eyes)\b"
    r"|\byour eyes only\b|\bin (?:\w+ )?confidence\b|\bconfidential(?:ly)?\b(?! (?:data|information|record))"
    r"|\b(?:keep|kept|leave) (?:\w+ )?(?:between|out of)\b",
    re.IGNORECASE,
)
_NO_REPORT = expression(
    r"\b(?:will|['’]ll|going to|may|might) (?:\w+ )?be (?:\w+ )?(?:late|delayed)\b"
    r"|\b(?:not|wo['’]?n['’]?t) be (?:back|able|in|fit|around|at work)\b"
    r"|\b(?:attach\w*|enclos\w*|this|it|letter|document|below|here)(?: [\w'’]+){0,4}? (?:explains?|says|gives?"
    r"|tells?|sets? out"
    r"|shows?|is|are)(?: [\w'’]+){0,3}? (?:why|reasons?(?! of)|the background|circumstances|explanation)\b"
    r"|\b(?:my|the|some) (?:reasons?|explanation|circumstances|evidence)\b(?: [\w'’]+){0,3}? (?:attached"
    r"|enclosed|for|why|behind|here|below)\b"
    r"|\b(?:ca['’]?n['’]?t|cannot|could ?n['’]?t|wo['’]?n['’]?t|not|unable|never)\b(?: [\w'’]+){0,5}?"
    r" (?:do|sen[dt]|submit\w*|finish|complete|manage|write|hand|produce|meet|make|provide|get)\b(?: [\w'’]+){0,4}?"
    r" (?:reports?|deadline)\b"
    r"|\b(?:no|without an?|instead of (?:an?|my|the)) reports?\b(?! (?:templates?|forms?|formats?|pro ?formas?)\b)"
    r"|\breports?(?: \w+){0,3}? (?:will|is going to|['’]ll|may|might|wo['’]?n['’]?t|has|can['’]?t"
    r"|cannot)(?: [\w'’]+){0,3}?"
    r" (?:late|delayed|wait|follow|be in|come|overdue|next)\b"
    r"|\b(?:extension|more time)\b(?: [\w'’]+){0,3}? (?:for|to|on|with)\b"
    r"|\b(?:ask|asking|need|request\w*|want|get)(?: for)?(?: \w+){0,2}? (?:extension|(?:more|extra) time)\b",
    re.IGNORECASE,
)
# Another one's report, or what is reported to somebody.
_OTHERS = expression(
    r"\b(?:medical|doctor|consultant|hospital|gp|police|incident|accident|oh|health|hr|therapist|specialist|union)"
    r"(?:['’]?s)? reports?\b|\b(?:to|must|want to|like to) report\b|\breporting\b|\breport (?:a|an|how|that|to"
    r"|MENT|my mentor)\b"
    r"|\bupdates? (?:on|about) (?:my|the|MENT)\b",
    re.IGNORECASE,
)
# That what comes is the report: it is spoken of as one's own, late at last, or handed in.
_BRINGS = expression(
    rf"\b(?:reports?|rpts?|rep|updates?|write[- ]?ups?|submissions?|charters?|pdsas?|sheets?|charts?|graphs?"
    rf"|figures|data"
    rf"|baseline|mine|as promised|at last|finally|better late|overdue)\b|\b(?:for )?{_MONTHS}['’]?s?,? (?:is "
    rf"|here|attached|one\b)"
    rf"|\bmonth['’]s\b|\battach\w* (?:is |for |my )?{_MONTHS}\b(?! from)"
    rf"|\b(?:here['’]?s|here (?:is|are)|that['’]?s|this is|number|no\.?) {_COUNT}\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|next|last) one\b"
    r"|\b(?:here['’]?s|here (?:is|are)|this is|that['’]?s) (?:it|mine|my (?:first|second|third|final)|all"
    r"|as (?:much|far))\b"
    r"|\bhere (?:it is|you go|we go)\b"
    r"|\b(?:this is|here is|here['’]s) the (?:right|correct) (?:one|file|version|document)\b"
    r"|\b(?:sorry|apolog\w+|excuse)\b[^.!?]{0,40}\b(?:late\w*|delay\w*|overdue|behind|wait|short|brief|thin"
    r"|rough|state)\b"
    r"|\b(?:late|delayed)\b(?: \w+){0,3}? (?:because|as|due|after|since|with|owing)\b|\b(?:days?|weeks?|hours?"
    r"|bit) (?:late|over)\b"
    r"|^\W*here\W*$|^\W*late\b|\b(?:this|it)(?: is|['’]s) (?:\w+ )?(?:late|overdue)\b"
    r"|\b(?:half|part|rest) of it\b|\bas far as I (?:got|could)\b|\bbest I (?:could|can)\b",
    re.IGNORECASE,
)
_ITEM = (
    r"(?:letters?|(?:sick )?lines?|(?:fit )?note|certificates?|paper-?work|screen ?shots?|diary|timeline"
    r"|statement|account"
    r"|evidence|e-?mails|messages|texts|reasons?|background|explanation|proof)"
)
# That it is something else: “letter from the ward attached”.
_ANOTHER = expression(
    r"\b(?:attached|enclosed) from (?:my|the|our|a|an)\b"
    rf"|\b{_ITEM}\b(?: [\w'’]+){{0,6}}? (?:is |are )?(?:attached|enclosed|below|here)\b"
    rf"|\b(?:attach\w*|enclos\w*|here(?:['’]s| is| are))(?: (?:is|are))?(?: (?:a|an|my|the|some|copies of"
    rf"|copy of|you|their|her|his)){{0,3}}"
    rf"(?: \w+)? {_ITEM}\b",
    re.IGNORECASE,
)
# A paper beside the report that says why it is late: “the letter from the hospital explains the delay”.
_EXPLAINS = expression(
    rf"\b{_ITEM}\b[^.!?]{{0,50}}\b(?:explains?|says|sets? out|shows?|gives?|tells?|confirms?|about)\b[^.!?]{{0,40}}"
    r"\b(?:late\w*|delay\w*|why|reasons?|absence|off)\b",
    re.IGNORECASE,
)
# That the document itself does, whatever it is called: “it explains why I can't bear Ann”.
_SAYS_WHY = expression(
    rf"\b(?:it|this|that|which|document|file|letter|link|attach\w*|report|{_ITEM})\b(?: [\w'’]+){{0,3}}?"
    r" (?:explains?|says|tells?|sets? out)\b(?: [\w'’]+){0,3}? (?:why|how|what)\b",
    re.IGNORECASE,
)
PROJECT = 4  # letters of a word of the project's title that a file is called after
CONTENT = 0.5  # from which a sentence tells of the project


def is_withheld(said: Said, why: str | None, *, sent: bool) -> bool:
    """Whether what comes with a mail, or was `sent` as a report, may be for the team alone, as the words beside it are
    (`why`) or say."""
    if not said.leads:
        return False
    typed = said_in(said.mail.top, frozenset(), name_words([said.case.enrolment.practitioner]))  # no disclaimer's words
    told = sentences(_without_name(typed, said.case))
    names = [_plain(name) for name in (*(d.name for d in said.mail.sends), *_behind_links(said.mail))]
    called = [name for name in names if _CALLED.search(name) and not _OF_NONE.search(name)]
    if called and any("MENT" in x and _SAYS_WHY.search(x) for x in told):
        return True
    if called:
        return len(called) < len(names) and any(_EXPLAINS.search(x) for x in told)
    tells = any(_TELLS.search(x) for x in told)
    if any(_ANOTHER.search(x) for x in told) and (why or tells or families_in(typed) & GRAVE):
        return True
    if not tells and why != "private" and any(_may_be_called(name, said, why) for name in names):
        return False
    if any(_BRINGS.search(_OTHERS.sub(" ", x)) and not _NO_REPORT.search(x) for x in told):
        return False
    if tells or (sent and any(_NO_REPORT.search(x) for x in told)):
        return True
    if why is None or said.found.surest("content") >= CONTENT:
        return False
    return why == "private" or not _says_subject(said.mail)


def _behind_links(mail: Mail) -> list[str]:
    """What the documents are called to which links lead, where these say so."""
    ends = (unquote(link).partition("?")[0].rstrip("/").rpartition("/")[2] for link in links_in(mail))
    return [name for name in ends if _FILE.search(name)]


def _plain(name: str) -> str:
    """A file's name in words, without its ending."""
    return _words(name.rpartition(".")[0] or name)


def _words(name: str) -> str:
    return re.sub(r"[_+.-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", name))


def _may_be_called(name: str, said: Said, why: str | None) -> bool:
    """Whether a file may be called a report: by a month, a number, or a word of the project; beside what is for the
    team (`why`) a version says nothing, since a statement has one, too."""
    name = _VERSION.sub("", name) if why else name
    project = {w for w in re.findall(r"[^\W\d_]+", said.case.enrolment.project.casefold()) if len(w) >= PROJECT}
    words = set(re.findall(r"[^\W\d_]+", name.casefold()))
    found = _MAY_BE_CALLED.search(name) or _NUMBERED.search(name.strip()) or words & project
    return bool(found) and not _OF_NONE.search(name)


def _says_subject(mail: Mail) -> bool:
    """Whether the subject says that a report comes: that of an answer is ours."""
    return not mail.is_reply and _CALLED.search(_words(mail.subject)) is not None


def _without_name(text: str, case: Case) -> str:
    """The words with “MENT” where they speak of the mentor, and without the name where they call them."""
    names = case.enrolment.mentor.name.split()
    named = rf"\b{re.escape(names[0])}(?: {re.escape(names[-1])})?\b"
    called = rf"(?m)(?:^\W*(?:(?:hi|hello|hiya|hey|dear|morning|thanks|sorry),? )?{named}\s*[,!]|, {named}(?=[.?!]|$))"
    spoken = rf"\b{as_spoken(names[0])}(?: {re.escape(names[-1])})?\b"
    return re.sub(spoken, "MENT", re.sub(called, "", text, flags=re.IGNORECASE), flags=re.IGNORECASE)
