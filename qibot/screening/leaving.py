"""Who is there no more: a machine's text, or a person's, that says so and names somebody else to write to."""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail
from qibot.quoting import is_forward
from qibot.screening.phrases import BOX, HEAD, OF_PROGRAMME, beginnings, head_of
from qibot.screening.wording import plainly

SHORT = 70  # words of a text that says nothing else
_GONE = expression(
    r"no longer (?:works?|employed|working|at|with|part of|in post|an employee|a member)\b"
    r"|(?:has|have|i've|'s) (?:now |since |recently )?(?:left (?!(?:a|an|you|some|me|us|it|out|them|her|him)\b)"
    r"|retired\b)"
    r"|(?:have|has|i've) (?:now )?moved (?:on )?to (?:a|another) new? ?(?:role|post|job|organisation)"
    r"|my last (?:working )?day was|i retired\b|stood down\b"
    rf"|(?:this|my old) {BOX} is (?:no longer|not) (?:in use|active|valid|available|used)|{BOX} (?:has been"
    rf"|is) (?:closed|deactivated)"
    r"|nicht mehr (?:bei|fur|im unternehmen|tatig|beschaftigt)|ausgeschieden|ne (?:travaille|fait) plus"
    r"|a quitte (?:l|le|la|notre)"
    r"|ya no trabaja|non lavora piu|ja nao trabalha|niet (?:langer|meer) werkzaam|werkt niet (?:langer|meer)"
    r"|arbetar inte langre"
    r"|har slutat|(?:arbejder|jobber) ikke laengere|jobber ikke lenger|har sluttet|er fratradt|nie pracuje juz"
    r"|juz nie pracuje"
    r"|ei enaa tyoskentele|ei ole enaa|bellach yn gweithio|wedi gadael"
)
_OF_BOX = expression(rf"(?:this|my old) {BOX}\b")
_TITLE = expression(r"(?:Please (?:note|be advised)(?: that)? )?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?")
_NAMED_GONE = expression(
    r"(?:[A-Z][\w'’-]{1,30} ){1,3}(?:no longer works\b|is no longer (?:employed|with|working|at|in post)\b"
    r"|has left (?:the )?[A-Z])"
)
_OF_WHOM = expression(r"(?:the|this) (?:person|user|recipient|employee|colleague|member of staff|individual)\b")
_MY_OWN = expression(
    r"(?:(?:as of|as from|since|from|on) [^.,]{3,30},? )?(?:(?=i've )|i\b|i'm\b).{0,20}?(?:\bretired\b"
    r"|\b(?:have|i've) (?:now |since |recently )?left\b"
    r"|\bleft (?:the )?(?!you|it|him|her|them|a\b|an\b|some|my\b|us\b)\w"
    r"|\bno longer (?:work|with|employed|at\b|in post|part of)"
    r"|\b(?:have|i've) (?:now )?(?:moved (?:on|to(?! (?:(?:the|a|our|another|new)\b )*(?:[\w-]+ )?(?:office"
    r"|building|floor"
    r"|desk|site|campus|base|house|flat)\b))|finished|changed jobs?)\b)"
    r"|my (?:last|final) (?:working )?day (?:was|with)|i (?:will|shall) no longer be (?:working|with|at)\b"
)
_TITLED = expression(
    r"(?:(?:i have|i've|i am|i'm|now|have|has|recently|just|moving|who has) )*(?:moved on|left\b.{0,40}|retired"
    r"|retirement"
    r"|no longer (?:with|at|in|working)\b.{0,40}|new (?:job|post|role)|changed jobs?|moved (?:to )?(?:a )?(?:new"
    r" )?(?:job"
    r"|post|role)|leaver)[!. ]*[-–:]* ?(?:re|aw|sv|antw): "
)
_INSTEAD = expression(
    r"\b(?:please |kindly |in future |from now on )?"
    r"(?:contact|e-?mail|write to|direct|forward|redirect|send|refer|speak to|call|ring)\b"
    r"|\b(?:quer(?:y|ies)|enquir(?:y|ies)|mail|correspondence|matters?)\b.{0,40}\b(?:to|by)\b|@"
)
_STAYS = expression(
    r"\b(?:but|still|carry on|continue|happy to|keep on|mentee\w*|mentoring"
    r"|your (?!e-?mail|mail|message|enquiry|quer))\b|\?"
)


def says_gone(mail: Mail) -> bool:
    """Whether the text says that its sender has left, or that the mailbox is one no more, in a machine's words; or the
    words do that a program puts before our subject, where the text names whom to write to."""
    if mail.sends or is_forward(mail.subject):
        return False
    if mail.is_reply and _TITLED.match(plainly(mail.subject)) and _is_brief_notice(mail):
        return True
    begins = beginnings(head_of(mail))
    name = plainly(mail.sender_name).strip("'\"")
    for one in begins:
        of_itself = (name and one.startswith(name)) or _OF_WHOM.match(one) or _OF_BOX.match(one)
        if of_itself and _GONE.search(one[:120]):
            return True
    return _NAMED_GONE.match(_TITLE.sub("", mail.own_text[:HEAD].lstrip(), count=1)) is not None


def _is_brief_notice(mail: Mail) -> bool:
    text = plainly(mail.own_text[: 2 * HEAD])
    if len(text.split()) > SHORT or OF_PROGRAMME.search(text) or "?" in text:
        return False
    return _INSTEAD.search(text) is not None


def speaks_of_leaving(mail: Mail) -> bool:
    """The same in whoever's words, once it is known that a machine wrote them."""
    return any(_GONE.search(one[:160]) for one in beginnings(head_of(mail)))


def leaves_post(mail: Mail) -> bool:
    """Whether its sender says of themselves that they have left a post, whom to write to instead, and nothing else. A
    machine writes so, and a person: neither is feedback, and the team should hear of both."""
    if mail.sends or is_forward(mail.subject):
        return False
    text = plainly(mail.own_text[: 2 * HEAD])
    if len(text.split()) > SHORT or OF_PROGRAMME.search(text) or _STAYS.search(text) or not _INSTEAD.search(text):
        return False
    return any(_MY_OWN.match(one) for one in beginnings(head_of(mail))[:2])
