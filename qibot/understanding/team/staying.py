"""“She's staying after all”, in answer to the letter that says that somebody may be leaving: all stays as it is.

It has to be said of them, of now and undenied: who stays “until Christmas”, may stay, or “with her mum” is asked about.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Enrolment

LONG = 45  # words of such an answer
_WILL = (
    r"(?:['’]s| is|['’]ll| will| has| wants to| would like to|['’]d like to|['’]s happy to| is happy to| intends to"
    r"| means to"
    r"| plans to| wishes to|(?:['’]s| is) going to|(?:['’]s| has)(?: now)? (?:decided|chosen|agreed) to|(?:['’]s"
    r"| is) planning to"
    r"|(?:['’]s| is) keen to|(?:['’]s| is) willing to)(?: definitely| now| just| still| actually)*"
)
_STAYS = (
    r" (?:be )?(?:stay(?:ing)?(?: (?:on|put|with us|with (?:it|the programme)|in|in the programme|on the programme))?"
    r"(?! (?:with|at|in|off|away|over|home|here|there|until|till)\b)|carry(?:ing)? on|continu(?:e|ing)(?! to\b)"
    r"|keep(?:ing)? (?:going|at it|on)"
    r"|remain(?:ing)? (?:on|in|with|a)|see(?:ing)? it (?:through|out)|stick(?:ing)? (?:with|at) (?:it|us|the)"
    r"|(?:changed (?:her|his|their) mind|reconsidered|thought better of it)"
    r"|not (?:be )?(?:leaving|withdrawing|going anywhere|stopping|dropping out|giving up|quitting))\b"
)
_QUITS = r"(?:leaving|withdrawing|going anywhere|stopping|dropping out|giving up|quitting)"
_NOT_LEAVING = rf" (?:isn['’]?t|won['’]?t be|is no longer) {_QUITS}\b"
_SAYS = (
    rf"\bWHO(?:{_WILL}{_STAYS}|{_NOT_LEAVING}| stays(?! (?:with|at|in|off|until|till)\b)| continues\b| carries on\b)"
)
_ENDS = r"(?:withdraw|remove|pause|stop|take (?:her|him|them) off)"
_DENIED = (
    rf"\b(?:no (?:need|reason) to|don['’]?t|do not|please don['’]?t) {_ENDS}(?: or {_ENDS})?"
    r"(?: (?:her|him|them|anything))?\b"
)
# The same as an order.
_ORDERS = expression(
    r"\bleave (?:things?|it|that|this|her|him|them|everything|all|all of it) (?:just |exactly )?as (?:it|they|things"
    r"|she|he)"
    r" (?:is|are|was|were|stands?)\b|\bleave (?:it |things |her |him )?as is\b|\bkeep (?:her|him|them) (?:on|going)\b"
    r"(?! (?:hold|ice|pause|file|sick)\b)|\bleave (?:her|him|them) (?:on|in) (?:the )?(?:programme|list|cohort|books"
    r"|it)\b"
    r"|\bkeep (?:the|her|his) (?:reminders|letters) (?:going|coming|on)\b|\bcarry on (?:with her )?as (?:normal"
    r"|before|usual)\b"
    rf"|{_DENIED}(?! (?:yet|until|till|for now|just))",
    re.IGNORECASE,
)
# What it may hang on, and what says otherwise.
_ELSE = expression(
    r"\?|\b(?:until|till?|if|unless|whether|once|before|for now|for the (?:moment|time being|present)|just now|yet"
    r"|might|may|maybe"
    r"|perhaps|hopes?|hoping|hopefully|should|could|not sure|unsure|depends|depending|wait\w*|ask\w*|see what"
    r"|think\w*|thought"
    r"(?! better)|sounds|seems|but|although|however|break|(?:on )?hold|time out|excus\w+|escalat\w+|extend|extension"
    r"|(?:please|and|to|we|then) (?:pause|withdraw|remove)|take (?:her|him) off)\b|\bnot (?:staying|continuing"
    r"|carrying on|stay|continue)\b"
    r"|\b(?:isn['’]?t|won['’]?t|doesn['’]?t|can['’]?t|not|never)(?: be)? (?:stay|carry|continu|want|keep|able)\w*",
    re.IGNORECASE,
)
_LEAVES = expression(r"\b(?:(?:is|['’]s|be) leaving|leaves|to leave|left|going to leave|wants out)\b", re.IGNORECASE)


def stays(text: str, e: Enrolment) -> bool:
    """Whether these words say that the practitioner stays, and no more that has to be decided."""
    said = " ".join(text.split())
    rest = re.sub(_DENIED, "", said, flags=re.IGNORECASE)
    if len(said.split()) > LONG or _ELSE.search(rest) or _LEAVES.search(said):
        return False
    names = (re.escape(n) for n in (e.practitioner.name, *e.practitioner.name.split()) if n)
    who = f"(?:{'|'.join(('she', 'he', 'they', *names))})"
    says = re.search(_SAYS.replace("WHO", who), said, re.IGNORECASE)
    return says is not None or _ORDERS.search(said) is not None
