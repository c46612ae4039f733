"""A mentor can't get at what the practitioner sent: a link, a login, a file that won't open. That is a word to the
practitioner, no feedback (programme.md, 3a).

| what they say | e.g. |
|---|---|
| it doesn't open | “couldn't read it”, “it won't load”, “I only get a blank page” |
| who may see it | “only people in your council”, “who it's shared with”, “I'd need to be a guest” |
| an account | “I've no account with them”, “it wants a password”, “I'm not on Google” |
| the link itself | “expired”, “404”, “takes me to a login page” |
| it came in part | “not arrived in full”, “ends ‘and then the’” |
| who stands between | “blocked here”, “our firewall”, “organisation's policy” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.courtesy import praises
from qibot.understanding.phrases.plainly import names_project

LONGEST = 45  # words: whoever says more says something else, too
_NOT = (
    r"\b(?:can(?:no|['’]?t)|can not|could(?:n['’]?t| not)|unable to|(?:not|n['’]t) (?:been )?able to|won['’]?t"
    r"|wouldn['’]?t|didn['’]?t|doesn['’]?t|no way (?:of|to)|trouble|failed to|impossible to)"
)
_WHAT_CAME = r"(?:reports?|files?|documents?|attachments?|links?|docs?|pdf|folder|page)"
_IT = rf"(?:it|this|that|them|these|anything|(?:the|your|jo['’]?s?) (?:\w+ ){{0,2}}?{_WHAT_CAME})"
_GET = r"(?:(?:open|read|view|see|access|download|load)(?:ing)?|get(?:ting)? (?:in ?to|at|into))"
_SERVICE = (
    r"(?:google|dropbox|one ?drive|icloud|box|we ?transfer|share ?point|teams|microsoft|file[- ]sharing|the cloud)"
)
_OFFICE = r"(?:council|organi[sz]ation|board|trust|school|office|tenant)"
_ACCOUNT = r"(?:account|log[- ]?in|sign[- ]?(?:in|up)|password|verification code|passcode)"
_TABLE = expression(
    "|".join(
        [
            rf"{_NOT}(?: \w+){{0,3}}? {_GET} {_IT}(?! (?:as|being|through|between)\b)",
            rf"{_NOT} (?:\w+ ){{0,2}}?(?:open|load|download|let (?:me|us) (?:in|open|see|view|read)|get in)\b",
            r"\b(?:blank|empty|error) (?:page|screen|message)\b|\bsomething went wrong\b|\bspinning (?:wheel|circle)\b",
            r"\bsee the folder but not\b|\bno joy\b",
            (
                r"\b(?:only|just) (?:\w+ ){0,3}(?:people|staff|users|members|those)? ?(?:in|inside|within|from|at)"
                rf" (?:your|the|\w+) {_OFFICE}"
            ),
            rf"\b(?:staff|internal|{_OFFICE})[- ]only\b|\blocked down\b|\brestricted to\b",
            r"\bshar(?:e|ed|ing) (?:it |this |the \w+ )?(?:with|settings?)\b|\bwho it['’]?s shared\b",
            r"\bas a guest\b|\bguest access\b|\baccess denied\b|\bpermission to access\b",
            (
                r"\b(?:need|request|requested|asked for|give|given|have|has|without|no) (?:\w+ ){0,3}?"
                r"(?:access|permissions?)\b"
            ),
            (
                r"\b(?:no|an?|another|don['’]?t have|haven['’]?t|without|needs?|wants?|asks?|asking) (?:\w+ ){0,4}?"
                rf"{_ACCOUNT}\b"
            ),
            r"\bwrong (?:link|file|document|attachment)\b(?! (?:between|to)\b)",
            r"\b(?:opens|shows|goes to|leads to|takes me to) some(?:body|one)(?: else)?['’]s\b",
            r"\bwith the log[- ]?in\b|\bto (?:log|sign) (?:in|up)\b|\blog[- ]?in page\b",
            rf"\b(?:i['’]?m|we['’]?re|am|are) not on {_SERVICE}\b",
            rf"\b(?:don['’]?t|doesn['’]?t|can['’]?t|not allowed to) (?:have|use|do) {_SERVICE}\b",
            r"\blinks? (?:\w+ ){0,3}?(?:broken|dead|removed|right|works?|working|takes me|goes to|asks?|just)\b",
            rf"\b{_WHAT_CAME} (?:\w+ ){{0,3}}?(?:expired|been (?:deleted|removed|moved))\b|\bdownload has expired\b",
            r"\b(?:arrived|come|came) (?:through )?(?:in full|incomplete|in part|only in part)\b",
            (
                r"\bends? (?:in the middle of|mid[- ]?(?:sentence|word)|(?:with|at)? ?[\"“‘])"
                r"|\bcut off (?:mid|in the middle)\b"
            ),
            r"\b404\b|\bpage not found\b|\bfirewall\b|\b(?:is|are) blocked\b|\borgani[sz]ation['’]?s policy\b",
            rf"\bblocks? (?:it|one|links?|{_SERVICE})\b",
        ]
    ),
    re.IGNORECASE,
)
# What feedback says with the same verbs: “I couldn't see how the two are linked”.
_OF_THE_REPORT = expression(
    r"\b(?:see|read|find|follow) (?:how|why|what|where|who|whether|much|enough|any|a"
    r"|the (?:link|connection|point|difference|reason))\b"
    r"|\byou(?:['’]ll| will)? need (?:access|permission)\b(?! ?(?:$|[-–—,.:;!]))"
    r"|\beven better\b|\bliked\b|\bnext (?:time|month|step)\b|\byou (?:might|may) (?:want|like) to\b",
    re.IGNORECASE,
)


def tells_of_no_access(mail: Mail, found: Meaning) -> bool:
    """Whether a few words say that what was sent can't be got at, and nothing else: nobody is spoken of, nothing is
    praised, and no part of a project is named."""
    said, sent = mail.top, re.sub(r"\breports?\b", "", mail.top, flags=re.IGNORECASE)
    if mail.sends or len(said.split()) > LONGEST or found.about_them or found.mark:
        return False
    return not (_OF_THE_REPORT.search(said) or names_project(sent) or praises(mail)) and _TABLE.search(said) is not None
