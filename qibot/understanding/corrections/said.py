"""How people say in a line what an earlier mail of theirs was, or wasn't: “oops, that was report 2”, “just a question”.

Clause by clause: all must say so, or be courtesies. One clause more, and it is somebody's word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import said_in
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_polite
from qibot.understanding.reports.numbered import MONTH, ORDINALS

SHORT = 30  # words of such a mail
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[–—-]+\s|\b(?:but|and|because)\b", re.IGNORECASE)
_FILLER = expression(
    r"(?:no|nope|yes|yep|oops|whoops|ah|oh|eh|sorry|apologies|actually|really|please|thanks?|hi|hello|dear|ok"
    r"|okay|so|well"
    r"|should(?:'ve| have) (?:said|put|written)(?: so)?|i should(?:'ve| have) said(?: so)?|my (?:mistake|bad"
    r"|fault|error)"
    r"|wrong (?:number|month|one|subject)(?: sorry)?|(?:the )?(?:real |right )?(?:report|one|it) (?:is )?(?:to"
    r"|will|'ll) (?:follow|come)"
    r"|report to follow|(?:if )?(?:it |that )?wasn't clear|to be clear|i mean|you see|for the record|just to say"
    r"|in fact|wait(?: no)?|hang on|hold on"
    r"|you(?:'ve| have)? (?:got|have|took|taken|understood|read) (?:that|this|it|me|the wrong end of the stick)"
    r"(?: (?:all )?wrong(?:ly)?)?|you(?:'ve| have)? misunderstood(?: me| that| this| it)?|wires crossed"
    r"|sorry (?:for|about) (?:the|any) \w+|(?:sorry )?if (?:it|that) sounded (?:that way|like that)"
    r"|please (?:change|correct|move) (?:it|that|this)"
    r"|(?:i(?:'ve| have)? )?(?:done|did|sent|wrote|written|finished|submitted|sending|doing) (?:it|that|this|one)"
    r" (?:early|in advance|ahead|ahead of time|a (?:month|week|bit) (?:early|ahead))"
    r"|(?:i'm|i am|it's|it is) (?:a (?:month|week|bit) )?(?:early|ahead))"
)
_LEAD = expression(
    r"^(?:(?:no|nope|yes|oops|whoops|ah|oh|eh|sorry|actually|please|hi|hello|ok|well|so|in fact|just to say"
    r"|i think|i'm afraid"
    r"|apologies|thanks?)\b ?)+(?!$)"
)
_TRAIL = expression(r"(?: (?:actually|really|sorry|please|thanks?|though|instead|by the way|btw|in fact|again|here))+$")
_IT = (
    r"(?:that|this|it|(?:that |the |my )(?:last |previous |earlier )?(?:one|mail|e-?mail|message|attachment"
    r"|document|file"
    r"|report|pdf|thing))"
)
_IS = r"(?: ?'s| is| was| were)(?: actually| really| in fact)?"
_MEANT = (
    rf"(?:{_IT}(?:{_IS}| should(?:'ve| have) been| should be| was supposed to be| is supposed to be| counts as)"
    rf"(?: meant| intended)?(?: to be| as| for)?|i (?:meant|mean|intended)(?: (?:it|that|this))?(?: to be| as"
    rf"| for| to send)?"
    rf"|(?:count|file|take|treat|log|put) (?:it|that|this) (?:as|for|under)|should(?:'ve| have) (?:said|been|read))"
)
_OWN = r"(?: (?:actually|really|only|just|merely|a|an|the|my|our|for|as|project|draft))*"
_WHICH = (
    rf"(?:reports? (?:no ?|number |nr |#)?\d{{1,2}}|(?:(?:{'|'.join(ORDINALS)})|\d(?:st|nd|rd"
    rf"|th)) (?:monthly )?(?:report|one)"
    rf"|{MONTH}(?:'s)?(?: one| report)?)"
)
_SAYS = (
    r"(?:question|query|message|note|e-?mail|word|line|chat|remark|comment)(?:s)?"
    r"(?: (?:for|to) (?:NAME|my mentor|her|him|them))*"
)
_NOT_X = r"(?: (?:and )?not (?:a |an |the |my |for )*(?:report|reports|charter|question|message|NAME|\d)(?: \d{1,2})?)?"
_REPORT = expression(rf"{_MEANT}{_OWN} (?P<which>{_WHICH}){_NOT_X}")
_SOME_REPORT = expression(rf"{_IT} was(?: actually| really)?(?: (?:my|the))? (?P<which>)report{_NOT_X}")
_CHARTER = expression(rf"(?:{_MEANT})?{_OWN} ?charter{_NOT_X}")
_QUESTION = expression(
    rf"(?:{_MEANT}{_OWN} {_SAYS}|(?:only|just|merely) (?:a|an|my) {_SAYS}){_NOT_X}"
    r"|i (?:was|am|'m|'s) (?:only|just) (?:asking|wondering|telling|writing|chatting)(?: (?:to|with))?(?: NAME"
    r"| my mentor| her| him)?"
    r"(?: something| a question| about \w+| know)?"
)
_NO_REPORT = expression(
    rf"(?:{_IT}(?: ?(?:'s|is|was|were) ?(?:not|n't)|(?: ?isn't| ?wasn't))|not)(?: meant as| meant to be"
    rf"| actually| really)?"
    r"(?: (?:a|an|the|my|for))*(?: right| real| proper)? (?:(?:report|charter)(?: \d{1,2})?|\d{1,2})(?: at all| yet)?"
)
_NO_QUESTION = expression(
    rf"(?:{_IT}(?: ?(?:'s|is|was|were) ?(?:not|n't)|(?: ?isn't| ?wasn't))|not)(?: meant as| meant to be| actually"
    rf"| really)?(?: (?:a|an|just|only|my))* {_SAYS}"
)
_WRONG = expression(
    r"(?:i (?:attached|sent)|it's|it was|that's|that was)? ?(?:the )?wrong (?:thing|file|document|one|attachment"
    r"|version|report)"
    r"|(?:please )?ignore(?: it| that| this)?|(?:the )?(?:real|right|proper) (?:one|report|file) (?:to follow|tomorrow"
    r"|follows|is coming|coming|later|soon|will follow)"
)
# What may stand beside a denial, and says nothing alone: that it was a draft, and that the report is still to come.
_STILL_TO_COME = expression(
    rf"(?:{_MEANT}|{_IT} (?:is|was))?(?: ?(?:only|just|merely|still|really|actually))*(?: ?(?:a|an|my|the))?"
    r"(?: ?(?:very|early|rough|first|working|half-finished|unfinished|quick))* ?(?:draft|outline|sketch"
    r"|work in progress|rough copy|first go|first attempt)(?: (?:version|copy))?"
    r"(?: (?:for|to)(?: show)? (?:NAME|my mentor|her|him|them))?"
    r"(?: to (?:look at|look over|see|read|comment on|check|have a look at))?(?: (?:first|for now|so far))?"
    r"|i(?:'m| am)(?: still| just| only)* (?:writing|working on|finishing|doing|drafting) (?:my|the)(?: real| actual"
    r"| proper)? (?:report|one)(?: still)?|(?:my|the)(?: real| actual| proper| right| final| finished)? (?:one"
    r"|report|file)"
    r"(?: is|'s| will| 'll|'ll)? (?:still )?(?:coming|come|comes|follows?|to follow|to come|on its way|being written"
    r"|be with you|not (?:finished|done|ready)(?: yet)?)(?: (?:on|by|at|next|this|tomorrow|later|soon|in|tonight)"
    r"[\w ]{0,20})?"
)
_FEEDBACK = expression(
    rf"(?:{_MEANT})(?: (?:actually|really|just|my|the|as|all))* feedback(?: (?:for|to|on) [\w ]{{1,30}})?"
)
_STAYS_ON = (
    r"(?:leaving|stopping|quitting|pausing|withdrawing|giving up|dropping out|pulling out|going anywhere"
    r"|going to (?:leave|stop)"
    r"|off)(?: (?:the|this|my) (?:programme|program|project|course|post|job|school))?(?: at all| yet| though)?"
)
_TIME = (
    r"(?:for )?(?:any |an |a |some |the )*(?:more time|extra time|longer|extension|time off|excuse|pause|break"
    r"|favours?"
    r"|special treatment|anything)"
)
_CLAIM_DENIED = expression(
    rf"(?:i(?:'m| am| was) not|not|i'm no|i wasn't|i'm certainly not|no i'm not) {_STAYS_ON}"
    rf"|i(?: am|'m|'ll be| will be)? (?:staying|carrying on|still (?:here|in|on)|continuing|keeping going)"
    r"(?: (?:on|put|in|with))*(?: (?:the|this|my) (?:programme|program|project|course))?"
    rf"|i(?: was|'m| am)?(?: not|n't| never|wasn't| wasn't| didn't| did not| haven't| have not)"
    rf"(?: actually| really)? (?:ask(?:ing|ed)?|request(?:ing|ed)?|want(?:ing)?|after|looking|mean to ask) {_TIME}"
    rf"|i (?:don't|do not|won't|didn't)(?: actually| really)? need {_TIME}"
    rf"|(?:it|that|this)(?: was|'s| is)?(?: not|n't|wasn't| wasn't| isn't)(?: meant)?(?: as| to be)?(?: (?:a|an|any))?"
    r" (?:request|claim|excuse|extension|complaint|circumstances?|exceptional circumstances?)(?: for (?:more "
    r"|extra )?time)?"
    r"|i never (?:said|meant|wrote)(?: that)? i(?: was|'m| am|'d be)? (?:leaving|stopping|giving up|quitting"
    r"|needed? more time)"
    r"|i (?:didn't|did not) (?:mean|say)(?: that)? i (?:can't|couldn't|won't|wouldn't|was|am)[\w' ]{0,40}"
    r"|(?:it|that|this)(?: was|'s| is)?(?: not|n't|wasn't| wasn't)(?: meant)? for (?:you|the team)|(?:that|it"
    r"|this) was for NAME"
)
_ASKS_TIME = expression(
    r"\b(?:(?:more|extra|little|some|bit of) time|longer|extension|extend\w*|extra (?:days?|weeks?|month)|postpone\w*"
    r"|(?:another|a|few|two|three|\d) (?:more )?(?:days?|weeks?|months?|fortnight)|late|later|until|till|excused?"
    r"|let off|skip|miss|pause|(?:a|time) (?:break|off)|can't|cannot|won't be able"
    r"|(?:not|n't) (?:able|manage|finish\w*))\b"
)
_STAYS = expression(
    r"\b(?:leaving|stopping|quitting|pausing|withdrawing|giving up|dropping out|pulling out|going anywhere|going to"
    r" (?:leave|stop)|staying|carrying on|still (?:here|in|on)|continuing|keeping going|off)\b"
)
_BESIDE_CLAIM = expression(
    r"(?:i (?:was|am|'m) )?(?:only|just) (?:telling|letting|chatting|saying|asking|mentioning|changing"
    r"|moving)[\w' ]{0,40}"
    r"|i (?:only|just) (?:wanted|meant) to (?:ask|tell|let|say|mention)[\w' ]{0,60}"
    r"|(?:it|the report|report|my report|it'll|that)(?:'ll| will)? (?:be|come|follow)[\w' ]{0,25}"
)

# What answers the question for a document that nothing of the kind was meant.
_READER = r"(?:NAME|my mentor|her|him|them)"
_ITS_WORDS = rf"(?:{_IT}|my (?:e-?mail|mail|message|note|words|question))"
_FOR_MENTOR = expression(
    rf"{_IT}(?:{_IS}| was)?(?: (?:only|just|all|really|meant|actually))* for {_READER}"
    rf"|(?:(?:please|just|can you|could you|you can) )*(?:pass|send|forward|relay) {_ITS_WORDS}(?: on| along)?"
    rf"(?: (?:to|for) {_READER})?|let {_READER} (?:have|see|read) {_ITS_WORDS}"
    rf"|i (?:only |just )(?:wanted|meant) to (?:ask|tell|write to) {_READER}(?: something| a question| about it)?"
)
_NO_DOCUMENT = expression(
    r"(?:there(?: is| was| ?'s| isn't| wasn't)|i had|no)(?: no| not| any| an| a)? ?(?:attachment|document|file)"
    r"(?: (?:this time|with it|attached|meant))?|(?:there(?: is| was| ?'s) )?nothing(?: was| is)?"
    r" (?:attached|to attach)(?: to it| with it)?"
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a mail says that an earlier one was: “report” (and `which`), “charter”, “question”, “feedback”; “none” where
    only what it wasn't; nothing where it says anything else."""

    kind: str = ""
    which: str = ""


def corrected_in(mail: Mail, names: frozenset[str]) -> Corrected:
    """What the mail says that an earlier one was."""
    found: list[Corrected] = []
    denied = False
    for one in clauses(mail, names):
        if (report := _REPORT.fullmatch(one) or _SOME_REPORT.fullmatch(one)) is not None:
            found.append(Corrected("report", report["which"]))
        elif _CHARTER.fullmatch(one):
            found.append(Corrected("charter"))
        elif _QUESTION.fullmatch(one):
            found.append(Corrected("question"))
        elif _FEEDBACK.fullmatch(one):
            found.append(Corrected("feedback"))
        elif _NO_REPORT.fullmatch(one):
            denied = True
        elif not any(p.fullmatch(one) for p in (_WRONG, _STILL_TO_COME, _NO_QUESTION)):
            return Corrected()
    if len(set(found)) == 1:
        return found[0]
    return Corrected("none") if denied and not found else Corrected()


def is_for_mentor(mail: Mail, mentor: frozenset[str]) -> bool:
    """Whether it says that the mail whose document was asked for is for the mentor as it is, and nothing else but that
    there is none."""
    said = clauses(mail, mentor, asks=True)
    passes = [one for one in said if any(p.fullmatch(one) for p in (_FOR_MENTOR, _QUESTION))]
    return bool(passes) and all(one in passes or _denies_document(one) for one in said)


def has_no_document(mail: Mail, mentor: frozenset[str]) -> bool:
    """Whether it says that there is no such document, and nothing else; “not yet” is a promise."""
    said = clauses(mail, mentor, asks=True)
    return any(map(_NO_DOCUMENT.fullmatch, said)) and all(map(_denies_document, said))


def _denies_document(clause: str) -> bool:
    return _NO_DOCUMENT.fullmatch(clause) is not None or _NO_REPORT.fullmatch(clause) is not None


def takes_back_claim(mail: Mail, names: frozenset[str], *, leaving: bool) -> bool:
    """Whether it says that its writer doesn't ask for more time, or, where it was taken for that, isn't leaving; and
    nothing graver. Who is in hospital and says that they aren't leaving takes back nothing."""
    said = clauses(mail, names)
    if not leaving and any(_STAYS.search(one) for one in said):
        return False
    return any(_CLAIM_DENIED.fullmatch(one) for one in said) and all(
        _CLAIM_DENIED.fullmatch(one) or _BESIDE_CLAIM.fullmatch(one) for one in said
    )


def denies_leaving(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a clause says that its writer doesn't leave, whatever else is said, but what befell them, or that they
    ask for time, which the team decides."""
    said = clauses(mail, names)
    denied = [one for one in said if _CLAIM_DENIED.fullmatch(one)]
    others = [one for one in said if one not in denied]
    stays = any(map(_STAYS.search, denied))
    return stays and not any(families_in(one) & CAUSES or _ASKS_TIME.search(one) for one in others)


def clauses(mail: Mail, names: frozenset[str], *, asks: bool = False) -> list[str]:
    """What a short mail says, clause by clause, in small letters and without what is but polite; a name is NAME. Of a
    mail that asks something (where it isn't known that it `asks`), or says more, the whole, which is none of these."""
    text = said_in(mail.top, frozenset()).replace("’", "'")
    if ("?" in text.replace("??", "") and not asks) or len(text.split()) > SHORT:
        return [text]
    made = []
    for part in _CLAUSES.split(text.lower()):
        said = " ".join("NAME" if w.strip("'") in names else w for w in part.split())
        said = re.sub(r"NAME(?: NAME)+", "NAME", said)
        said = _TRAIL.sub("", _LEAD.sub("", said)).strip()
        if said and said != "NAME" and not _FILLER.fullmatch(said) and not is_polite(said):
            made.append(said)
    return made
