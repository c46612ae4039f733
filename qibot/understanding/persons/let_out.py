"""What a mentor lets out amid words to a practitioner that isn't for them, nor for the manager in copy.

| a sentence | becomes |
|---|---|
| tells of another of the mentor's, but what to ask, see or share with them, or what they tried | asked about |
| says whom else to ask, and that they are off sick or in trouble | the same |
| complains of the team or the programme | the same |
| tells of the mentor's own illness or loss, where a manager has a copy, or why they can't | the same |
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.events import Event, FeedbackReceived, MessageReceived
from qibot.message import Mail
from qibot.model import Case, Enrolment, Role, Status
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded, sentences
from qibot.understanding.meaning.people import ORDINARY
from qibot.understanding.names.bearers import MONTHS
from qibot.understanding.names.naming import names_of
from qibot.understanding.persons.of_another import PLAINLY
from qibot.understanding.phrases.compared import COMPARES, TROUBLE
from qibot.understanding.phrases.pointed import points_to_troubled

_PRONOUNS = ("he", "she", "they", "so")  # that are names, too
_HE = Spoken(r"\b(?:he|she|him|his|her|hers)\b|\b(?:s?he)['’]\w+", "he", "hi", "she")
# What one practitioner may learn of another: whom to ask, what to look at, what was tried.
_POINTS = (
    r"\b(?:ask|see|look(?:ing)? at|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|chat(?:ting)? (?:to|with)"
    r"|(?:get in )?(?:touch|contact) with|contact|e-?mail|ring|phone|meet(?: up)?(?: with)?|team(?:ing)? up with"
    r"|pair(?:ing)? up with|join|visit|shadow|borrow|swap with|buddy(?: up)? with|work(?:ing)? with"
    r"|share [^.,;]{0,25}with|show [^.,;]{0,25}to|send [^.,;]{0,25}to|compar\w+ (?:\w+ )?(?:notes|charts?|ideas"
    r"|measures|it|yours)? ?with|learn (?:a lot )?from|try|tell|thanks to|idea from|like|hello to|together with"
    r"|along with|link up with|show|copy|use|read|have|bring|take|invite) (?:at )?(?:both )?{who}\b"
    r"|\b(?:the way|how|what) {who} (?:does|did|has|had|used|uses|started|asked)\b|\b(?:you"
    r"|yours) (?:and|&) {who}\b|\b{who} (?:and|&) (?:you|yours?)\b|\b{who} (?:has |have |had |also |too |already "
    r"|once |and I ){0,3}(?:tried|used?|uses|found"
    r"|made(?! (?:\w+ ){0,2}(?:mistakes?|errors?|mess|muddle|hash|slips?|excuses?)\b)"
    r"|drew|drawn|tested|built|counted|measured|started with|showed"
    r"|shared|plotted|asked (?:his|her|the|staff|parents|pupils|people)|talked about|wrote|presented|put)\b"
    r"|\b{who}(?:['’]s| is) (?:also |now )?(?:doing|using|trying|testing|working on|looking at|measuring|counting"
    r"|happy to)\b|\b{who}['’]s? (?:\w+ ){0,2}(?:posters?|charts?|diagrams?|ideas?|measures?|surveys?|aims?|templates?"
    r"|slides?|example|questions?|sheet|project|driver|run chart|pdsas?|approach|way|test)\b|\blike {who}['’]s\b"
    r"|\b{who} has (?:a|an|some|the) (?:very )?(?:good|nice|lovely|great|clear|neat|similar|super|template|simple"
    r"|useful)\b|\b{who} (?:would|will|can|could|might|may) (?:be (?:happy|glad|able|there)|show|help|send|tell|share"
    r"|have|also|join)\b|\b{who} (?:says|sends) (?:hello|hi|his|her)\b|\b{who} (?:too|as well)\b"
)
# … or that the two have something in common, or may have; what compares them, or says but half, isn't that.
_ALIKE = Spoken(
    r"\b(?:similar\w*|same(?! (?:boat|mistake|error|muddle|mess|old|trap|fault|way off)\b)|in common|each other"
    r"|in touch"
    r"|as with|worth (?:speaking|asking|talking|chatting|a (?:chat|word|look|visit|ring|call)|seeing|visiting|joining)"
    r"|could do worse|pop(?:ping)? (?:along|over|in|round|across)|lay-?out|(?:bring|share|show|send)\w* (?:hers|his"
    r"|theirs))\b",
)
# What is never a word between the two, whatever else is: talk may name anybody (“Tom isn't coming on Friday”).
_BEFELL = Spoken(
    r"\b(?:(?:is|['’]s|be|thinking of|about) (?:leaving|quitting|giving up|packing|dropping|withdrawing)|pack(?:ing"
    r"|ed) it in|drop(?:ping|ped) out|g[ai]ven? (?:it )?up|withdrawn|handed in|fallen behind|is (?:\w+ ){0,2}behind"
    r"|reports? behind|ow(?:es|ed|ing) me|heard nothing|nothing from|scored|got (?:a |only )?[0-5]\b(?! (?:of|more"
    r"|new))|in tears|ill|died|death|cancer|in hospital|divorc\w*|pregnan\w*|(?:is|['’]s|was|been) (?:really "
    r"|so )?(?:struggling|lost|upset|fed up|hopeless|useless|lazy)|worried about|rough time|hard time|lost his"
    r"|lost her|has(?:n['’]t| not) (?:answered|replied|written|sent)|never (?:answers|replies|sends))\b",
)
_ANOTHER = Spoken(
    r"\b(?:my|another of my|one of my|two of my|some of my)(?: other)? (?:practitioners?|mentees?)\b",
    "practitioner",
    "mentee",
)
_OFFICE = (
    r"(?:community planning(?: team| partnership)?|(?:programme|qi|improvement|mentoring|central) (?:team|office"
    r"|people)|(?:the|this) (?:whole )?programme|programme manager|organisers?)\b"
)
_RATHER = (
    r"\b(?:useless|hopeless|chaos|chaotic|shambl\w+|(?:a|such a) mess|no (?:help|use|idea)|clueless|rubbish|waste of"
    r"|disorgani[sz]ed|badly run|lost the plot|incompetent|box.ticking|driving me|fed up|had enough of|pain\b"
    r"|never (?:answers?|repl(?:y|ies)|tells?|reads?|gets? back|listens?|helps?)|(?:don['’]t|doesn['’]t|won['’]t"
    r"|haven['’]t|hasn['’]t|didn['’]t) (?:answer|repl|listen|get back|tell (?:me|us)|read (?:my|our)|care"
    r"|help(?:ed)? (?:me|us)|bother)\w*|let (?:me|us) down|on their knees|falling apart|being (?:cut|wound)"
    r"|for the chop)"
)
_COMPLAINS = Spoken(
    rf"\b(?:the team|{_OFFICE})[^.!?;]{{0,60}}{_RATHER}|{_RATHER}[^.!?;]{{0,40}}\b(?:the team\b(?! (?:at|in|on)\b)"
    rf"|{_OFFICE})|\b(?:don['’]t|do not|wouldn['’]t) (?:expect|hope for|count on|rely on|trust|wait for"
    rf"|bother)[^.!?;]{{0,25}}{_OFFICE}",
)
_GRAVE = (
    r"(?:depress(?:ed|ion)|anxiety|with stress|stressed out|burn(?:t|ed)?[ -]?out|breakdown|panic attacks?"
    r"|(?:cancer|stroke)(?! (?:wards?|units?|teams?|services?|patients?|pathways?|clinics?|care|nurs\w+|screening"
    r"|rehab\w*|referrals?|data)\b)|chemo\w*|radiotherapy|(?:had|having|for|after|facing|awaiting"
    r"|need) (?:\w+ )?surgery|an? (?:\w+ )?operation"
    r"|been operated|in(?:to)? hospital(?! (?:wards?|settings?|data|records?|sites?)\b)|hospitali[sz]ed"
    r"|heart (?:attack|trouble|problem|scare)|diagnos\w+|biops\w+|miscarr\w+|pregnant|mental health|mentally"
    r"|signed off|off sick|bereave\w*|funeral|counselling|rehab|grieving|divorc\w*|unwell|very ill|seriously ill"
    r"|been (?:so |really |quite )?ill|poorly(?! \w))\b"
)
_ALONE = (
    r"(?:(?!\b(?:you|your|he|she|they|the|our|who|to|that|it|would)\b)[^.!?;]){0,40}"  # nobody else comes in between
)
_OWN = Spoken(
    rf"\b(?:I|I['’](?:ve|m))\b{_ALONE}\b{_GRAVE}"
    rf"|(?:^|[.!?,] *)(?:sorry{_ALONE})?\b(?:was|been|am|having|had|just out of)\b{_ALONE}\b{_GRAVE}"
    r"|\bmy (?:own )?(?:mum|mother|dad|father|wife|husband|partner|son|daughter|brother|sister|child|baby|gran|granny"
    r"|friend)"
    rf"(?:['’]s)?\b{_ALONE}\b(?:died|dead|passed away|dying|death|ill\b|left me|{_GRAVE}"
    r"|(?:has|have|['’]s)(?: just| now)? (?:walked|moved) out\b(?! of)|been (?:arrested|sacked|suspended|charged"
    r"|made redundant)|in (?:prison|jail)\b)"
    r"|\bmy (?:depression|anxiety|cancer|chemo\w*|operation|surgery|miscarriage|illness|divorce|mental health"
    r"|breakdown)\b",
)
_CANNOT = Spoken(  # … of the work itself; who can't come to a meeting says so to whom they were to meet
    r"\b(?:can['’]?t|cannot|unable to|not able to|not in a position to)\b (?:\w+ )?(?:commit|take|think|concentrate"
    r"|focus"
    r"|go on|carry on|continue|manage|cope|face|give|get to|promise|read|look|do (?:any|more|much|this|it|my)\w*)\b"
    r"|\b(?:no idea|don['’]t know) (?:when|if|whether)\b",
)


def lets_out(event: Event, mail: Mail, context: Context, case: Case, found: Meaning) -> bool:
    """Whether what would be passed on of a mentor's says what isn't its reader's."""
    if (
        not isinstance(event, FeedbackReceived | MessageReceived)
        or getattr(event, "role", Role.MENTOR) is not Role.MENTOR
    ):
        return False
    if points_to_troubled(folded(mail.own_text[:MOST_CHARACTERS])):
        return True
    said = [folded(x) for x in sentences(mail.own_text[:MOST_CHARACTERS])]
    e = case.enrolment
    copied = isinstance(event, FeedbackReceived) and e.manager is not None
    talk = isinstance(event, MessageReceived)
    confides = copied or (talk and not found.calls_them and _CANNOT.is_in(mail.top))
    if any(_COMPLAINS.is_in(x) or (confides and _OWN.is_in(x)) for x in said):
        return True
    here = name_words([p for p in (e.practitioner, e.mentor, e.manager) if p]) | names_of(e)
    others = [c.enrolment for c in context.cases(Role.MENTOR, tuple(Status)) if c.unit != case.unit]
    return _tells(said, _named(others, here), talk=talk)


def tells_of(said: Collection[str], others: Collection[Enrolment], case: Case) -> bool:
    """Whether sentences tell of one of these, amid words in this matter, more than whom to ask or what to look at."""
    e = case.enrolment
    here = name_words([p for p in (e.practitioner, e.mentor, e.manager) if p]) | names_of(e)
    return _tells(said, _named(others, here), talk=False)


def _named(others: Collection[Enrolment], here: Collection[str]) -> re.Pattern[str] | None:
    """What names one of these and nobody of this matter."""
    names = sorted({n for e in others for n in names_of(e)} - {*here, *_PRONOUNS})
    return re.compile(rf"\b(?:{'|'.join(map(_shown, names))})\b", re.IGNORECASE) if names else None


def _shown(name: str) -> str:
    """A name that is a word, too, has its capital within a sentence, or something befalls it: “Will's off”."""
    if name not in ORDINARY | MONTHS:
        return re.escape(name)
    capital = f"(?-i:{re.escape(name.capitalize())})"
    befallen = rf"{capital}(?=['’]s\b| (?:has|is|was)\b)"
    return befallen if name in MONTHS else rf"(?:(?<=\w ){capital}|{befallen})"


def _tells(said: Collection[str], named: re.Pattern[str] | None, *, talk: bool) -> bool:
    """Whether a sentence tells of another of the mentor's, or goes on about them; in mere talk what befell them counts,
    amid feedback all that isn't plainly a pointer."""
    spoken = False
    for sentence in said:
        here = named is not None and named.search(sentence) is not None
        troubled = PLAINLY.is_in(sentence) or (_BEFELL if talk else TROUBLE).is_in(sentence)
        if (here or _ANOTHER.is_in(sentence)) and troubled:
            return True
        if here and named is not None and not talk and not _points(sentence, named):
            return True
        if spoken and not here and _HE.is_in(sentence) and PLAINLY.is_in(sentence):
            return True
        spoken = here or (spoken and _HE.is_in(sentence))
    return False


def _points(sentence: str, named: re.Pattern[str]) -> bool:
    """Whether it says whom to ask, what to look at, what was tried, or what the two have in common; a sentence with a
    trouble is no such one."""
    if _ALIKE.is_in(sentence) and not COMPARES.is_in(sentence):
        return True
    pointing = _POINTS.replace("{who}", f"(?:{named.pattern})")
    return re.search(pointing, sentence, re.IGNORECASE) is not None
