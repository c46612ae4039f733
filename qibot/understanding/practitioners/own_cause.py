"""What sounds like circumstances and gives no cause of the practitioner's own, nor asks for time for their report.

| the words | are |
|---|---|
| a practitioner waits for the feedback: “I need it before the board meeting” | a message |
| … reads it later, or has no hurry for it: “on leave next week, so no rush with your comments” | a message |
| … asks what suits the mentor: “would another week suit you?” | a message |
| … is stuck with the project itself: “I don't know what my aim should be any more” | a message |
| … asks how the report is wanted: “would Ann like it in Word?”, “can I send it as slides?” | a message |
| … asks for another day than the mentor proposes: “it's my day off, could you do Friday?” | a message |
| … asks to write it with somebody: “could I do it jointly with Sam, since our rounds were merged?” | a message |
| … proposes another time in a meeting's calendar | a message |
| circumstances, marked as private: “I'm in hospital. Please don't tell Ann” | a cause all the same |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter, Role
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import CAUSES, families_in, plain_words
from qibot.understanding.phrases.courtesy import is_polite, typed
from qibot.understanding.phrases.in_few_words import answers_reminder, typed_in
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.practitioners.another_day import only_proposes_another_day
from qibot.understanding.practitioners.past_leave import is_past_leave, may_be_past_leave
from qibot.understanding.senders.machines import of_meeting

LONGEST = 40  # words: what is longer tells more than one thing
SLIGHT, LEAVING = 0.15, 0.25  # from which what is graver is in it
GRAVE = 0.05
FEW = 8  # words of a clause that may say why
TOLD = 0.2  # from which what is marked as private tells of circumstances, too
_FEEDBACK_COMES = ("receipt", "expect_feedback_by", "tell_feedback_delayed", "relay_feedback")
_SAYS_TERM = expression(
    r"\b(?:reports?|deadlines?|extension|extended|feedback|writ\w+|send\w*|submit\w*)\b", re.IGNORECASE
)
_FIGURES = expression(
    r"\blost (?:my|our|the) (?:way|thread|place|focus|direction|bearings)\b"
    r"|\bhand(?:ed|s|ing)? (?:(?:\w+ ){0,3}?report in|in (?:her|his|their|the|a|any|that|it|hers)\b)",
    re.IGNORECASE,
)
_KEPT_FROM = expression(
    r"\b(?:off|away|signed|unwell|ill|gone|left|absent|home|short|down|busy|mad|manic|hectic|spared?|release[d]?"
    r"|cover\w*"
    r"|strike|inspect\w*|ofsted|hmie|snow\w*|flood\w*|struggl\w+|coping|cope|stress\w*|not well|new (?:job|post))\b",
    re.IGNORECASE,
)
_TIME = expression(
    r"\b(?:till?|until|longer|later|(?<!with )more time|extra|extension|extend\w*|another (?:week|day|few|fortnight"
    r"|month)|few (?:more )?days"
    r"|(?:be|is|get|running|submit\w*|hand\w* \w+ in) late|late with|miss\w*|skip\w*|deadline|excus\w*|push\w*"
    r"|postpon\w*"
    r"|put (?:it )?back|moved?(?! to (?-i:[A-Z]))|behind|not (?:get|manage|finish|do|make)|n['’]t (?:get|manage"
    r"|finish|do|make|be able))\b",
    re.IGNORECASE,
)
_OWN_REPORT = expression(r"\b(?:my|our|the|next|this) (?:\w+ )?report\b|\breport \d|\bthe next one\b", re.IGNORECASE)
_AWAITS = expression(
    r"\b(?:need|needs|want|like|hop(?:e|ed|ing)|chance|could do with|good|great|helpful|useful|possible|expecting"
    r"|waiting"
    r"|get|have|could you|can you|would you)\b.{0,45}?"
    r"\b(?:by|before|sooner|earlier|in time for|ahead of|do (?:it by )?the \d|quicker)\b"
    r"|\b(?:sooner|earlier)\b.{0,20}\b(?:good|better|great|help\w*)\b"
    r"|\bany (?:sooner|earlier|quicker)\b|\b(?:been|still) waiting\b",
    re.IGNORECASE,
)
_SUITS = expression(
    r"\b(?:suit|better for|work for) you\b|\bcould you (?:do|manage|make) (?:it )?(?:by |on )?(?:the \d|\w+day)",
    re.IGNORECASE,
)
_READS_LATER = expression(
    r"\b(?:read|see|look at|look over|pick up|go through|open|check|answer|reply|respond|get)\b.{0,25}"
    r"\b(?:feedback|comments?|thoughts|notes|reply|answer|e-?mails?|messages?)\b"
    r"|\b(?:no|don['’]?t|no need to|needn['’]t|not) (?:rush|hurry)\b|\btake your time\b|\bno hurry\b",
    re.IGNORECASE,
)
_NO_HURRY = expression(
    r"\b(?:no|(?:do not|don['’]?t|no need to|needn['’]t|not)) (?:rush|hurry)\b|\btake your time\b", re.I
)
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[-–—]+\s|[–—]|\b(?:and|but|so|as|because|since)\b", re.IGNORECASE)
_OWN = expression(r"\b(?:i|i['’]m|i['’]ve|my)\b", re.IGNORECASE)
_OF_OTHERS = expression(
    r"\b(?:you\w*|it|its|it['’]s|this|that|these|them|they|we|just|only|still|i['’]ll|will)\b", re.IGNORECASE
)
_OF_PROJECT = {"@qi", "@report", "@spoke", "@meet", "@attached"}
_WAITS = expression(
    r"\b(?:you\w*|wait\w*|suits?|ready|whenever|happy|plenty|convenient|patient|enough|holidays?)\b", re.IGNORECASE
)
# Words of leave, its days, and what holds such a sentence together.
_OF_LEAVE = """
    a abroad afraid after all ahead am and annual any anyway april apr as at aug august autumn away back be because
    before break but by can can't check christmas comment comments could days dec december do don't due easter end feb
    february feedback few first for fortnight fri friday from going got half have here holiday holidays hols i i'll i'm
    i've if in is it it's its jan january july june just know leave let long mar march may mon monday month months my
    need next no not notes nov november now oct october of off on only or out over please reply sat saturday school
    sept september since so some soon spring still summer sun sunday take taking term that the them then there this
    thoughts through thu thurs thursday till time to today tomorrow too trip tue tues tuesday until up vacation wed
    wednesday week weekend weeks well when while will winter with within won't would you your
"""
_LEAVES = frozenset(_OF_LEAVE.split())
_MENTOR_DOES = expression(
    r"\W*(?:could|can|would|will|might|is) (?:MENT|she|he|they)(?:-\w+)? (?:\w+ ){0,2}?(?:do|manage|make|send"
    r"|get|look"
    r"|read|finish|answer|reply|give|have)\b",
    re.IGNORECASE,
)
_STUCK = expression(
    r"\b(?:stuck|lost|confus\w+|unsure|not (?:really |quite )?sure|puzzled|muddled|going round|round in circles"
    r"|don['’]?t (?:really |quite )?(?:know|understand|see|get)|no idea|can['’]?t (?:see|decide|think|work out)"
    r"|unclear)\b",
    re.IGNORECASE,
)
_PROJECT = expression(
    r"\b(?:aims?|measur\w+|drivers?|diagram|pdsas?|charts?|data|change ideas?|tests?|testing|test next|project"
    r"|baseline"
    r"|next step|can we (?:talk|speak|meet|chat)|could we (?:talk|speak|meet|chat)|ring me|call me)\b",
    re.IGNORECASE,
)
_FORMAT = expression(
    r"\b(?:in|as|prefers?|a)\b.{0,12}\b(?:word|pdf|docx?|google doc|spreadsheet|excel|slides?|powerpoint)\b"
    r"|\b(?:into|in) (?:the|an|this) (?:body|e-?mail)\b",
    re.IGNORECASE,
)
# What a manager can give, asked of them: time at work, cover, people, money.
_FOR_TIME = expression(
    r"\b(?:could|can|may|might|would|will|any chance|is there|are you able|possible|please)\b.{0,40}"
    r"\b(?:time|hours?|mornings?|afternoons?|shifts?|cover|backfill|release\w*|rota|slot|space|budget|admin"
    r"|half a day"
    r"|a day|days?)\b"
)
_TERM = expression(
    r"\b(?:reports?|deadline|extension|extend\w*|late|later|longer|submi\w+|due|in time|on time|catch up|behind"
    r"|swamped"
    r"|struggl\w+|cop(?:e|ing)|no time|not enough time|n['’]t (?:got |have )?(?:the |any |enough )?time|can['’]?t"
    r"|cannot|tell (?:them|the team))\b",
    re.IGNORECASE,
)
_TOGETHER = expression(
    r"\b(?:may|can|could|would|is|shall|should|might)\b(?!.*(?:n['’]t|\b(?:not|never|alone|without|instead)\b))"
    r".*\b(?:do|write|send|submit|make|hand in)\b.*\b(?:jointly|together|along|in common)\b",
    re.IGNORECASE | re.DOTALL,
)
_CANNOT_SEND = expression(
    r"\b(?:can['’]?t|can ?not|won['’]?t|unable to|not able to|will not|couldn['’]?t|(?:won['’]t"
    r"|isn['’]t) be able to)\b"
    r".{0,30}"
    r"\b(?:do|write|finish|send|submit|hand|complete|get|manage|make|meet)\b.{0,25}"
    r"\b(?:report|deadline|it in|in time|on time|next one)\b",
    re.IGNORECASE,
)
_FROM_THEM = expression(
    r"\b(?:tell|told|telling|let|to|with|from|or|and|mention|that) (?:PRAC|THEY|THOSE)\b(?! 's (?:mentor|MENT))"
    r"|\b(?:PRAC|THEY|THOSE) (?:does|doesn't|is|isn't|mustn't|must|shouldn't|needn't|has|hasn't|not)\b"
)


def is_no_cause(found: Meaning, mail: Mail, answered: Letter | None, names: frozenset[str] = frozenset()) -> bool:
    """Whether what a practitioner says was only taken for circumstances, and is a word to the mentor; `names` are those
    that it may say, in small letters."""
    said = _FIGURES.sub(" stuck ", typed_in(mail))
    graver = found.of("private") >= SLIGHT or found.of("leaving") >= LEAVING
    if found.mark or found.cut or graver or len(said.split()) > LONGEST:
        return False
    causes = families_in(said) & CAUSES
    comes = answered is not None and answered.name in _FEEDBACK_COMES
    if (comes or (answered is not None and answered.name == "relay_message")) and _was_away(said, causes, found):
        return True
    if comes and _has_no_hurry(said, names) and causes <= {"@leave"} and not (_OWN_REPORT.search(said) or "?" in said):
        return True
    if only_proposes_another_day(said, answered, names):
        return True
    if not is_of_the_work(said, names):  # whatever else it says may be why
        return False
    if not causes and "?" in said and _FORMAT.search(said) and not _TIME.search(said):
        return True
    if causes or _OWN_REPORT.search(said):
        return False
    if answers_reminder(answered):  # what answers one is most likely the reason
        return False
    if answered is not None and _STUCK.search(said) and _PROJECT.search(said) and not _TIME.search(said):
        return True
    if _SUITS.search(said) or (comes and _asks_of_mentor(said, found)):
        return True
    return comes and awaits(said) and not _TIME.search(said)


def _was_away(said: str, causes: set[str], found: Meaning) -> bool:
    """Whether it but tells of a leave that is over (past_leave.py), and neither of a report nor of its time."""
    return _keeps_from_nothing(said, causes) and is_past_leave(found.told)


def _keeps_from_nothing(said: str, causes: set[str]) -> bool:
    return causes <= {"@leave"} and not (_OWN_REPORT.search(said) or _TIME.search(said) or _SAYS_TERM.search(said))


def tells_past_leave(found: Meaning, mail: Mail) -> bool:
    """Whether a leave that is over is all that it tells of its writer, as far as words show."""
    said = _FIGURES.sub(" stuck ", typed_in(mail))
    graver = found.of("private") >= SLIGHT or found.of("leaving") >= LEAVING
    if found.mark or found.cut or graver or len(said.split()) > LONGEST:
        return False
    return _keeps_from_nothing(said, families_in(said) & CAUSES) and may_be_past_leave(found.told)


def _has_no_hurry(said: str, names: frozenset[str]) -> bool:
    """Whether it says that the feedback is read later, or needn't be soon, and beside that speaks of leave at most:
    what else stands there (“nan passed”) may be a reason of their own."""
    if _READS_LATER.search(said) is None:
        return False
    return _is_plain(plain_words(_READS_LATER.sub(" ", said)), names)


def _is_plain(words: list[str], names: frozenset[str]) -> bool:
    """Whether these words are of leave, or courtesies."""
    plain = (w in _LEAVES or w in names or is_polite(w) or any(c.isdigit() for c in w) for w in words)
    return all(known or families_in(w) == {"@leave"} for w, known in zip(words, plain, strict=True))


def may_tell_why(mail: Mail, answered: Letter | None, names: frozenset[str]) -> bool:
    """Whether a practitioner who has no hurry for the feedback may say what befell them beside it: few words of their
    own, neither of the project nor to the mentor, nor of leave alone (“no rush with the comments, waters broke”)."""
    said = typed_in(mail)
    if answered is None or answered.name not in _FEEDBACK_COMES or not _NO_HURRY.search(said) or "?" in said:
        return False
    if _has_no_hurry(said, names) or families_in(said) & _OF_PROJECT or _PROJECT.search(said):
        return False
    told = [one for one in _CLAUSES.split(said) if not (_READS_LATER.search(one) or _is_plain(plain_words(one), names))]
    own = [one for one in told if not _WAITS.search(one) and (_OWN.search(one) or not _OF_OTHERS.search(one))]
    return any(len(one.split()) <= FEW for one in own)


def _asks_of_mentor(said: str, found: Meaning) -> bool:
    """Whether nothing is asked but what the mentor does by a day: “Could Ann do it by Friday?”"""
    told = [one for one in found.told if not is_polite(" ".join(one.words))]
    asked = [one for one in told if _MENTOR_DOES.match(" ".join(one.words))]
    return "?" in said and len(told) == len(asked) == 1


def is_kept_cause(found: Meaning, mail: Mail, role: Role) -> bool:
    """Whether what somebody marks as private says what keeps them, or the practitioner, from a report: the team is to
    decide on that, and nobody chased meanwhile. What a manager would keep from the practitioner is no such thing: they
    would read what comes of it."""
    if not found.mark:
        return False
    marked = [" ".join(told.words) for told in found.told if told.text == found.marked]
    if role is Role.MANAGER and (not marked or any(_FROM_THEM.search(one) for one in marked)):
        return False
    befell = found.of("circumstances") >= TOLD and families_in(typed(mail)) & {"@ill", "@death", "@calamity"}
    return bool(befell) or _CANNOT_SEND.search(typed(mail)) is not None


def asks_for_another_meeting(mail: Mail, found: Meaning) -> bool:
    """Whether the time asked for is the meeting's, which its calendar answers (RFC 5546, 3.2)."""
    grave = found.of("private", "leaving") + found.likely.get("circumstances exceptional", 0.0)
    return of_meeting(mail) and not found.mark and grave < GRAVE and not _SAYS_TERM.search(typed(mail))


def asks_the_manager(mail: Mail, found: Meaning) -> bool:
    """Whether the manager, who is called by name, is asked for time or cover for the project: “Meg, could I have an
    hour a week for the data?”. What speaks of the report or its day, or says what befell its writer, is not."""
    said = typed_in(mail)
    grave = found.of("private", "leaving") + found.likely.get("circumstances exceptional", 0.0)
    if found.mark or found.cut or grave >= SLIGHT or len(said.split()) > LONGEST or _TERM.search(said):
        return False
    if families_in(said) & {"@ill", "@death", "@calamity"}:
        return False
    asked = [one for one in found.told if "MGR-V" in one.words and _FOR_TIME.search(" ".join(one.words))]
    return bool(asked) and not found.speaks_of("TEAM", "TEAM-V")


def asks_jointly(mail: Mail, found: Meaning) -> bool:
    """Whether nothing is asked but to write a report with somebody: “could I do it jointly with Sam?”"""
    said = typed_in(mail)
    grave = found.of("private", "leaving") + found.likely.get("circumstances exceptional", 0.0)
    told = [one for one in sentences(said) if not is_polite(one.rstrip("?!. "))]
    asked = len(told) == 1 and "?" in told[0] and _TOGETHER.search(told[0]) is not None
    graver = grave >= SLIGHT or found.mark or found.cut
    return asked and gives_none(said) and not graver and len(said.split()) <= LONGEST


def awaits(said: str) -> bool:
    """Whether it asks for something, the feedback maybe, by a day or sooner."""
    return _AWAITS.search(said) is not None


def gives_none(text: str) -> bool:
    """Whether words name nothing that can keep anybody from a report, and ask for no time."""
    said = _FIGURES.sub(" ", text)
    return not (families_in(said) & CAUSES or _KEPT_FROM.search(said) or _TIME.search(said))
