"""Whether what keeps somebody from a report may have to do with their mentor: then the mentor isn't told of it.

| a sentence | tells of the mentor |
|---|---|
| speaks of them, by name, as the mentor, or by what a mentor gives (“no feedback yet”) | yes |
| the same, kindly, or that they know of it already (“Ann has been kind”, “I've told Ann”) | no |
| calls them (“Hi Ann, I've been ill”) | no |
| complains of somebody who isn't named (“I feel bullied”, “nobody answers my questions”) | yes |

That the mentor hears nothing costs little: the team reads it, and is told that they haven't.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail, own_words, words_below
from qibot.model import Case, Role
from qibot.understanding.matter.wording import names_among
from qibot.understanding.meaning import told_in

# Sentences whose people are abstracted (meaning/people.py).
_MENTOR = expression(
    r"\b(?:MENT|mentors?|mentoring|mentored|mentorship)\b"
    r"|\b(?:no|not|n't|without|waiting|wait|still|lack of)\b(?: [\w']+){0,8} (?:feedback|comments|guidance|input)\b"
    r"|\b(?:the|her|his|their|that|this) (?:feedback|comments)\b"
)
_KIND = expression(
    r"\bMENT (?:already )?(?:knows?|is aware|has been told|says?|said|suggest\w*|advis\w*|agree\w*|thinks?|thought"
    r"|told me (?:to|i) (?:ask|should|could|write|contact|let|tell|take|rest)|recommend\w*|encourag\w*|asked me to"
    r" (?:let|write|tell|contact))\b"
    r"|\b(?:let|tell|told|asked|spoke|spoken|talked|speak|said|mention\w*|inform\w*|warn\w*|cc|copy|copied|emailed"
    r"|wrote)(?: [\w']+){0,2} (?:MENT|mentor)\b"
    r"|\bMENT (?:has|is|was|'s)(?: [\w']+){0,4} (?:kind|great|brilliant|lovely|supportive|patient|understanding|helpful"
    r"|good|fantastic|wonderful|super)\b"
    r"|\b(?:thanks|thank|grateful|help from|support from|support of)\b"
)
_UNKIND = expression(
    r"\b(?:not|never|no|nobody|but|without|don't|rather|hardly|cannot|stop\w*|complain\w*|about MENT|of MENT)\b|n't\b"
)
_SOMEBODY = expression(
    r"\b(?:bull(?:y|ied|ying|ies)|harass\w*|humiliat\w*|belittl\w*|intimidat\w*|patroni[sz]\w*|undermin\w*|discriminat\w*"
    r"|shout\w*|yell\w*|laughed at|in tears|scared of|afraid of|frightened of|dread|treated|let down|picked on"
    r"|(?:was|were|been|being|am|get) (?:spoken|talked) to|talked down|hard on me|on at me|nasty|rude|unkind|hostile"
    r"|racis\w*|sexis\w*|complain\w*|fall(?:en|ing)? out|fell out|ignored|different mentor)\b"
    r"|\b(?:no one|nobody|no-one|none|has|have|had|is|was) (?:[\w']+ ){0,2}?(?:not |n't )?"
    r"(?:answer\w*|repl(?:y|ies|ied)|respon\w+|got back|come back|getting back)\b"
    r"|n't (?:[\w']+ ){0,2}?(?:answer\w*|repl(?:y|ies|ied)|respond\w*|(?:got|get|come) back|in touch)\b"
    r"|\bno (?:answer|reply|response|support|help)\b|\bthat (?:woman|man|person)\b"
    r"|\b(?:her|his) (?:emails?|messages?)\b"
    r"|\b(?:someone|somebody) (?:on|in) (?:this|the|your) (?:programme|program|course|team)\b"
)


def may_be_of_mentor(mail: Mail, case: Case, role: Role) -> bool:
    """Whether the words of a practitioner, or of their manager, may tell something of the mentor, who therefore isn't
    told that they came."""
    subject = "" if mail.is_reply else f"{mail.subject}.\n"  # which is ours, and may name them
    said = f"{subject}{own_words(mail, case)}\n{words_below(mail, case)}"
    names = names_among(case.enrolment, role)
    return any(_is_of_mentor(" ".join(words)) for _, words in told_in(said, names, str(role)))


def _is_of_mentor(sentence: str) -> bool:
    said = sentence.replace("MENT-V", "")
    if _SOMEBODY.search(said):
        return True
    return _MENTOR.search(said) is not None and not (_KIND.search(said) and not _UNKIND.search(said))
