"""What a practitioner's mail is that is no report and nothing for the team: it goes to the mentor, or to nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import Acknowledged, ContactReported, Event
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Role
from qibot.spoken import Spoken
from qibot.understanding.matter.doubt import aside_first
from qibot.understanding.matter.wording import says_more
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import CAUSES, classed, families_in, plain_words
from qibot.understanding.persons.spoken_to import called_in, speaker_of
from qibot.understanding.phrases.courtesy import adds_to_thanks, is_courtesy, is_short, typed
from qibot.understanding.phrases.gratitude import befalls, surely_thanks
from qibot.understanding.phrases.grave import OF_ME, grave_table
from qibot.understanding.phrases.in_few_words import (
    answers_check_in,
    answers_reminder,
    is_all_polite,
    is_polite,
    may_be_reason,
    names_reason,
)
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.phrases.picks import Picked, picked, says_yes_and_else
from qibot.understanding.phrases.promised import spoken_on
from qibot.understanding.phrases.talks import tells_of_none
from qibot.understanding.practitioners.for_the_team import to_team
from qibot.understanding.practitioners.said import Said
from qibot.understanding.practitioners.will_send import still_to_come
from qibot.understanding.reports.arrived import says_else, what_is_on_record
from qibot.understanding.reports.sending import FOR_TEAM, PLAIN, by_subject_alone, forgotten, is_forgotten

UNCLEAR = 0.7  # from which nobody could tell what a mail is
TALK, GRAVE = 0.6, 0.05  # … it is talk, and what is graver than a question of time isn't in it
BEFELL = frozenset(["@ill", "@death", "@calamity"])  # beside a promise, too: “will do it tomorrow, migraine”
OFFERED = ("exceptional", "time", "workload", "leave")
_OF_TERM = expression(
    r"\b(?:reports?|deadlines?|extension|extend\w*|extra (?:time|week|days?)|more time|longer|later|submit\w*"
    r"|hand(?:ing)? in|(?:be|is|are|was|running|come|in) (?:a bit |too )?late|off|(?:on|annual|sick"
    r"|maternity) leave|away"
    r"|by the \d)\b",
    re.IGNORECASE,
)
SIGNED, LINE = 5, 8  # lines of a signature, and words of one
_SIGNATURE = expression(  # a post and a place, numbers and addresses: “Personal reasons” is no such line
    r".*[|@\d].*|(?:[A-Z][\w'’.&-]*,?(?: (?:of|and|for|the|&))?(?: |$)){2,}"
)
# Of what a talk was that isn't the work: it says more than that they have spoken.
_OF_LIFE = Spoken(
    r"\b(?:about|over|through|of|discussed|covered) my (?:\w+ )?(?:marriage|divorce|husband|wife|partner|ex"
    r"|health|drinking|debts?"
    r"|money|home|famil(?:y|ies)|mum|mam|mother|dad|father|sons?|daughters?|kids|children|job|pay|contract"
    r"|manager|boss"
    r"|grievance|absences?|baby|pregnancy|separation|bereavement|loss|illness|diagnosis|treatment|operation|anxiety"
    r"|depression|stress|nerves|sleep|situation|circumstances|future)\b"
    r"|\b(?:how|what|about) [^.?!]{0,25}\bat home\b|\b(?:things|problems?|trouble|life) at home\b"
)
_SPOKE_OF = expression(
    r"\b(?:spoke|spoken|talk(?:ed)?|chat(?:ted)?|call|conversation|met|meeting|discussion)\b[^.?!]{0,40}?"
    r"\b(?:about|over|through|whether|discuss(?:ed)?) (.*)|\bdiscussed (.*)",
    re.IGNORECASE,
)
# … that is of its writer or of their staying, and not of what a project is about.
_OF_STAYING = expression(
    r"\b(?:leav(?:e|ing)|quit\w*|giv(?:e|ing) up|stopp?(?:ing)?|stay(?:ing)?|going on|go on|carry(?:ing)? on|continu\w+"
    r"|pack(?:ing)? (?:it )?in|drop(?:ping)? out|withdraw\w*|letting (?:it|this|everything) (?:all )?go|coming off"
    r"|paus\w+|a break|for me|on me|wrong with me|what['’]?s next for|personal\w*|private\w*|everything|life"
    r"|redundan\w+"
    r"|bereave\w+|divorce|money|debts?|wellbeing"
    r"|mental health|workload|pressure|stress\w*|burn\w*|coping|struggl\w+|anxi\w+|depress\w+|drinking|sleep\w*)\b",
    re.IGNORECASE,
)
_CRIED = expression(
    r"\bi(?:['’]ve| have| had| was| got| am|['’]m)?(?: \w+){0,2} (?:cried|cry(?:ing)?|wept|upset|broke down|tearful"
    r"|in tears|sobbed|lost it)\b",
    re.IGNORECASE,
)
_OF_LIVES = {"@leaving", "@kin", "@death", "@calamity"}
_TO_SHOW = "diagram diagrams report poster slides presentation survey form forms plan figures log sheet"
_SHOWN = frozenset(_TO_SHOW.split())
# That the two have been through it, on words whose people and days are abstracted: “we covered it all when she came”.
_WENT_OVER = Spoken(
    r"(?:(?:yes|aye|no|ok|sorry|thanks|cheers|ta|great|no need)\W+)*"
    r"(?:(?:we|MENT and i|i and MENT|the two of us)(?: have|['’]ve)?(?: both| already| just| since)*"
    r" (?:discussed|covered|(?:went|gone|been|talked|spoke|spoken|chatted) (?:over|through|about))"
    r"|(?:MENT|THEY)(?: has|['’]s)?(?: already| just| since)* (?:(?:talked|walked|took|taken) me through"
    r"|(?:went|gone|been) (?:over|through)|(?:called|rang|phoned|rung|spoke to|spoken to|telephoned) me about"
    r"|explained)) (?:(?:it|this|that|them|these|those|everything|the lot|all of (?:it|this|that|them|these)"
    r"|the (?:feedback|comments|points))(?: all)?)(?: with me)?"
    r"(?: (?:over|by|on|in) (?:the )?(?:phone|teams|zoom|coffee|person))?(?: already"
    r"| when (?:MENT|THEY) (?:came|visited|called|rang|phoned|dropped in|popped in|(?:was|were) (?:in|here)))*"
    r"(?: (?:(?:on|at|last|this|the|in|over|just|only)\b ?)*(?:DAY|NUM|week|morning|afternoon|evening|night|lunch))*"
    r"(?:\W+(?:thanks|thank you|cheers|ta|so (?:we['’]re|i['’]m|all is|that['’]s) (?:fine|sorted|good|clear)))*\W*"
)
_NO = expression(r"\b(?:no|not|nope|can['’]?t|cannot|won['’]?t|if|but)\b", re.IGNORECASE)
_TELLS = expression(r"(?:\b(?:i|i['’]?m|i['’]ve|my|we|me|ps|sorry|not)\b|n['’]t\b|[!?]|\w\.\s*$)", re.IGNORECASE)


def of_words(said: Said, *, asks: bool) -> Event:
    """The event of such words; `asks` says that they ask whether a report has come."""
    arrival, case, number, almanac, found = said.arrival, said.case, said.number, said.almanac, said.found
    if said.meets:
        return said.message()
    if asks and (answer := what_is_on_record(arrival, case, said.thread, almanac)) is not None:
        if not says_else(said.mail):
            return answer
        beside = replace(arrival, beside=(*arrival.beside, answer))
        return replace(said.message(), arrival=beside)
    if is_forgotten(arrival, found, case, almanac):
        return forgotten(arrival, case, number, almanac)
    if (promised := still_to_come(arrival, case, number, said.answered, almanac)) is not None:
        return promised
    if found.of("ask") >= UNCLEAR and not says_more(said.mail, case, 0):
        return said.doubted()
    if said.thread is None and by_subject_alone(arrival, almanac) and not _is_plain_talk(found):
        return said.doubted()
    if (talk := _in_few_words(said)) is not None:
        return talk
    befell = not BEFELL.isdisjoint(families_in(typed(said.mail)))
    if befell and answers_reminder(said.answered) and is_short(said.mail):
        return said.doubted()
    return said.message(asked=said.thread is None or bool(said.mail.files))


def is_talk_of_time(said: Said) -> bool:
    """Whether it is talk with the manager, whose word it answers: what may be a question of time is theirs, too."""
    found, answered = said.found, said.answered
    if answered is None or found.mark or found.cut:
        return False
    if speaker_of(said.arrival, said.case, answered) is not Role.MANAGER:
        return False
    grave = found.of("private", "leaving") + found.likely.get("circumstances exceptional", 0.0)
    return found.of("message") >= TALK and grave < GRAVE and Role.MENTOR not in called_in(found)


def may_answer_offer(said: Said, why: str | None) -> bool:
    """Whether what sounds like circumstances may but answer the time, the room or the talk that the manager offers: it
    names nothing that befell anybody, and no report. Then nobody is told of a difficulty before its writer is asked."""
    text, found = typed(said.mail), said.found
    if why not in OFFERED or found.mark or found.cut or not said.answers_manager:
        return False
    return BEFELL.isdisjoint(families_in(text)) and _OF_TERM.search(text) is None


def _is_plain_talk(found: Meaning) -> bool:
    """Whether what stands under a report's subject is plainly a message, thanks or news of a talk, and in no sentence
    something else that nobody would hear of."""
    does = {"nothing": "thanks", "spoke": "spoke"}.get(found.best, "")
    plain = found.best == "message" or (bool(does) and found.is_all(does, "courtesy"))
    return plain and found.of(found.best) >= PLAIN


def _is_ok_signed(mail: Mail, names: frozenset[str]) -> bool:
    """Whether it is a courtesy alone above a signature that begins with a name: “ok / Jo Smith / Nurse, NHS”."""
    head, _, below = mail.top.strip().partition("\n\n")
    lines = [line.strip() for line in below.strip().split("\n") if line.strip()]
    if not lines or len(lines) > SIGNED or not is_courtesy(head, names) or _NO.search(head):
        return False
    name = re.findall(r"[^\W\d_]+", lines[0].casefold().partition("|")[0].partition(",")[0])
    signs = bool(name) and set(name) <= names and all(_SIGNATURE.fullmatch(x) for x in lines[1:])
    return signs and not any(_TELLS.search(x) or families_in(x) & CAUSES or len(x.split()) > LINE for x in lines)


def _in_few_words(said: Said) -> Event | None:
    """Thanks, or that the two have spoken; None of anything else. A line in answer to a reminder may be the reason."""
    mail, found, names = said.mail, said.found, said.names
    if mail.sends or mail.pictures or says_more(mail, said.case):
        return None
    if answers_reminder(said.answered) and _is_ok_signed(mail, names):
        return Acknowledged(said.arrival, said.case.unit, said.number, Role.PRACTITIONER)
    thanks = found.best == "nothing" and found.of("nothing") >= PLAIN
    checked = answers_check_in(said.answered)
    if checked or (answers_reminder(said.answered) and not (thanks and is_all_polite(mail, names))):
        if names_reason(mail, names, checked=checked):
            return to_team(said, "exceptional")
        if may_be_reason(mail, names, checked=checked):
            return said.doubted()
    if found.best in ("nothing", "message") and says_yes_and_else(mail, said.answered, names):
        return said.doubted()
    if _went_over(said):
        return _contact(said)
    if found.of(found.best) < PLAIN:
        return None
    about = found.speaks_of("MENT", "THEY")  # what is no thanks, or why they haven't spoken, may be a word about them
    thanked = found.is_all("thanks", "courtesy") or surely_thanks(mail, found)
    if found.best == "nothing" and thanked and not adds_to_thanks(mail):
        return _thanks(said, about=about)
    if found.best == "spoke" and tells_of_none(typed(mail)):
        return said.doubted() if about else None
    return _spoken(said) if found.best == "spoke" else None


def _thanks(said: Said, *, about: bool) -> Event | None:
    """What thanks are: an answer beside them goes on; what befell somebody, or is `about` anybody, is asked about."""
    if (answer := picked(said.mail, said.answered, said.names)) is not None:
        return None if answer is Picked.SURELY else said.doubted()
    if befalls(typed(said.mail)):
        return said.doubted()
    if is_polite(said.mail, said.names):
        return Acknowledged(said.arrival, said.case.unit, said.number, Role.PRACTITIONER)
    return said.doubted() if about else None


def _went_over(said: Said) -> bool:
    """Whether nothing is said but that the two have been through what is answered, and thanks."""
    found = said.found
    if not said.answers_their_words or found.mark or found.cut or found.of(*FOR_TEAM) >= PLAIN:
        return False
    told = [" ".join(one.words) for one in found.told if not is_courtesy(one.text, said.names)]
    return bool(told) and all(_WENT_OVER.is_all_of(one) for one in told)


def _is_of_else(sentence: str, names: frozenset[str]) -> bool:
    """Whether what was spoken of is its writer's own, or their staying: “about leaving”, “whether this is for me”."""
    found = _SPOKE_OF.search(sentence)
    if found is None:
        return _CRIED.search(sentence) is not None
    about = found[1] or found[2] or ""
    if is_of_the_work(about, names) and not _OF_STAYING.search(about):
        return False
    families, words = families_in(about), set(plain_words(about))
    own = not (OF_ME - {"my"}).isdisjoint(words) or ("my" in words and "@qi" not in families and not words & _SHOWN)
    grave = bool(families & _OF_LIVES) or bool(classed(plain_words(about), grave_table())[1])
    return own or grave or _OF_STAYING.search(about) is not None or _CRIED.search(sentence) is not None


def _spoken(said: Said) -> Event:
    """That the two have spoken; the question where it was of their writer's life, since nobody reads such news."""
    if _OF_LIFE.is_in(typed(said.mail)) or any(_is_of_else(one, said.names) for one in sentences(typed(said.mail))):
        return aside_first(said.doubted())
    return _contact(said)


def _contact(said: Said) -> ContactReported:
    day = spoken_on(said.arrival, said.almanac)
    return ContactReported(said.arrival, said.case.unit, said.number, Role.PRACTITIONER, day)
