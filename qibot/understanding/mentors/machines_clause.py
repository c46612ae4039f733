"""A clause that a machine says for somebody who is away: “for urgent matters please contact the duty team”."""

from __future__ import annotations

import re

from qibot.expression import expression

# One of these words, and nothing but such.
_SENT = expression(
    r"\b(?:urgent\w*|emergency|contact|enquir\w+|quer(?:y|ies)|e-?mails?|mails?|mailbox|inbox|messages?|respond\w*"
    r"|repl(?:y|ies)|monitored|access|switchboard|telephone|phone|automatic|automated|voicemail|absence|return|forwarded"
    r"|assistance|reached|hours|closed|reopens?)\b",
    re.IGNORECASE,
)
_MACHINE = """
    thank thanks for your you've you'd you have has been reached email emails e-mail e-mails mail mails mailbox inbox
    message messages enquiry enquiries query queries matter matters issue issues request requests urgent urgently
    important immediate emergency assistance help require requires need needs contact please ring phone telephone call
    speak my our the a an colleague colleagues team office duty main line number switchboard on at via by ext
    extension mobile or alternatively instead meanwhile absence away automatic automated auto response reply replies
    respond responding replying monitored monitor checked checking check access accessing limited little no not
    unmonitored forwarded return out of be dealt with as soon possible next working day days hours normal resume during
    this that these period time if it is in an anything you can cannot can't wait will won't may might take to and are
    am i'm i'll i when back until from limited intermittent reading read answered seen any directly hub service desk
    admin secretary pa assistant department unit hospital school council voicemail leave sent through open opens
    reopens closed monday tuesday wednesday thursday friday saturday sunday delayed slow slower after upon than usual
    longer expect receiving received with annual holiday january february march april may june july august september
    october november december w/c
"""
_MACHINES = frozenset(_MACHINE.split())
I_NEED = expression(  # “no reply from Jo”
    r"\b(?:i|i['’]?m|we|me)\b(?: \w+){0,2} (?:need|require|help|wait)\w*\b|\bhelp me\b"
    r"|\b(?:no|not|nothing|never|without)(?: any| a)? (?:repl|respon|answer|contact|help|assist|messages?|e-?mails?"
    r"|calls?)",
    re.IGNORECASE,
)
_NAMED = expression(  # “Ann Lee”, “01234 567890”, an address: who signs, or whom to turn to
    r"[\w.+%-]+@[\w.-]+|\+?\d[\d() -]*\d|\b\d+\b|(?-i:\b[A-Z][\w'’-]+)(?: (?-i:[A-Z][\w'’-]+)){1,3}"
)
_LETTERS = expression(r"[^\W\d_]+(?:['’/-][^\W\d_]+)*")


def is_machines(clause: str) -> bool:
    """Whether it is one, and asks for nothing for its writer."""
    if _SENT.search(clause) is None or I_NEED.search(clause):
        return False
    return words_in(_NAMED.sub(" ", clause)) <= _MACHINES


def words_in(text: str) -> set[str]:
    """Its words, in small letters."""
    return {one.replace("’", "'") for one in _LETTERS.findall(text.casefold())}
