"""What answers a reminder and says that until some day its writer can't get at what the report is made of."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.in_few_words import answers_reminder

LONGEST = 80  # words of such a mail
_SYSTEM = (
    r"(?:network|servers?|systems?|drives?|wi-?fi|internet|computers?|laptop|database|portal|software|one ?drive"
    r"|sharepoint)"
)
_BARRED = expression(
    r"\b(?:can(?:['’]?t|not)|can not|won['’]?t|unable to|not able to) (?:\w+ ){0,2}?(?:get (?:at|into|in to"
    r"|on ?to|hold of)|access"
    r"|log (?:in|on)|retrieve)\b"
    r"|(?<!\bwas )(?<!\bwere )\blocked (?:me |us |everybody |everyone )?out\b"
    rf"|\b{_SYSTEM}\b[^.;!?]{{0,30}}(?:\b(?:is|are|will be)|['’]s) (?:\w+ )?(?:down|off|out of action|broken"
    rf"|dead|being \w+ed)\b",
    re.IGNORECASE,
)
_UNTIL = expression(r"\b(?:until|till?|before|on|by|from|this (?:week|weekend)|tomorrow|next week)\b", re.IGNORECASE)


def is_barred(mail: Mail, answered: Letter | None) -> bool:
    """Whether it says so: why the report may not come, however much it sounds like talk with the mentor."""
    said = typed(mail)
    if not answers_reminder(answered) or mail.sends or len(said.split()) > LONGEST:
        return False
    return _BARRED.search(said) is not None and _UNTIL.search(said) is not None
