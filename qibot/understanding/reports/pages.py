"""Pages of the web that are no known cloud's: a council's own store, a school's site, a board that somebody drew on.

Where the words say that they hand a report over, the page is where it lies, whoever keeps it. What a link's host says
is known of clouds alone (hosts.py); here the words decide. People show by such pages, too, why there is no report (a
school that is shut), what they complain of, or what somebody else has written: that is none. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from qibot.expression import expression
from qibot.message import Mail, with_addresses
from qibot.model import Case
from qibot.quoting import is_forward
from qibot.understanding.links.clouds import links_in
from qibot.understanding.links.gateways import unwrapped
from qibot.understanding.links.hosts import is_document, parts_of
from qibot.understanding.meaning import said_in
from qibot.understanding.phrases.courtesy import is_bare

LOOKED_AT = 20  # links
LONG = 60  # words of a mail that may tell of much beside what lies behind its link
_LINK = expression(r"https?://[^\s<>\"']{4,3000}", re.IGNORECASE)
# What people open together or fill in, and doesn't hold a report: a host, or one with the beginning of its path.
_OTHERWISE = expression(
    r"(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|webex\.com|gotomeeting\.com|doodle\.com|calendly\.com|eventbrite\.\w[\w.]*"
    r"|forms\.office\.com|forms\.gle|surveymonkey\.\w[\w.]*|bookings\.\w[\w.]*|youtube\.com|youtu\.be|wa\.me"
    r"|teams\.(?:microsoft|live)\.com/(?:l/meetup|meet))\b",
    re.IGNORECASE,
)
_SENDS = (
    r"(?:send|sent|submit\w*|finish\w*|writ\w+|complet\w+|do|done|deliver\w*|hand\w*|provide\w*|make|manage\w*|get"
    r"|have)"
)
_NOT = (
    r"(?:ca|wo|could|have|did|do|has|had|would)n['’]?t|can ?not|will not|have not|did not|do not|unable to|not able to"
    r"|not going to"
)
_WHY_NONE = expression(
    r"\b(?:no|nothing to) (?:\w+ )?(?:reports?|updates?|write[- ]?ups?)\b(?! (?:template|form))"
    rf"|(?<!you )(?<!they )\b(?:{_NOT}) (?:be able to |been able to |be )?(?:\w+ )?{_SENDS}"
    r" (?:\w+ ){0,2}?(?:reports?|updates?|it|one|mine|anything|this|that|deadline)\b"
    r"(?![^.\n]{0,60}\b(?:attach\w*|e-?mail\w*|files?|here|so|upload\w*|paste|but)\b)(?! (?:through|to|into|in to)\b)"
    r"|\breports?\b[^.\n]{0,20}(?:\b(?:will|would|may|might|going to)|['’]ll)\b[^.\n]{0,15}\b(?:late|delayed|overdue)\b"
    r"|\breports? (?:is |has been )?delayed\b"
    r"|\breports?\b[^.\n]{0,15}(?:\b(?:will|can|is|does|has) ?not|\b(?:wo|ca|is|does|has)n['’]?t)"
    r" (?:be |been |going to )?(?:\w+ )?(?:com(?:e|ing)|ready|done|finished|possible|happen\w*|written|sent)\b"
    r"|\b(?:late|delayed|overdue|missing|not (?:in|done|ready|here)) (?:\w+ )?(?:because of|due to|owing to)"
    r" (?:this|that|what)\b"
    r"|\b(?:here|this|that|see|explains?)(?:['’]?s| is| shows)? (?:exactly )?(?:why|the reason)\b|\bwhat happened\b"
    r"|\bwhy (?:i['’]?m|i am|it['’]?s|it is|we['’]?re|we are) (?:so )?(?:late|delayed|behind)\b"
    r"|\breasons? (?:for|why|of|that|behind) (?:(?:the|my|our|this) )?(?:\w+ )?(?:delay|late\w*|extension|(?:it|report)"
    r" (?:is|was|will))(?! (?:in|to|of) (?!my|our|the report))\b"
    r"|\b(?:proof|evidence|explanation|confirmation|support|request|form)\b[^.\n]{0,20}\b(?:extension|delay|absence"
    r"|lateness|(?:more|extra) time)\b|\bextension (?:request|form)\b",
    re.IGNORECASE,
)
_COMPLAINS = expression(
    r"\bmy (?:\w+ ){0,2}complaint\b|\bcomplaint about\b|\bcomplain(?:ed|ing)? (?:to|about|of)\b|\bunfair\w*"
    r"|\bgrievance\b|\bmy (?:\w+ )?(?:concerns?|worr(?:y|ies)) about\b|\bmy side of\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:king['’]?s fund|health foundation|nuffield\w*|healthcare improvement \w+|his\b|ihi\b|nice\b|nhs england"
    r"|nhs scotland|public health \w+|audit scotland|education scotland|(?:scottish|uk|welsh) government|government"
    r"|care inspectorate|care quality commission|cqc|hmie?|ofsted|inspectors?|newspaper|bbc|university|royal college)"
)
_OTHERS = expression(
    r"\b(?:annual|inspection|inspectors?['’]?s?['’]?|hmie?|ofsted|cqc|national|government|press|news|newspaper|assessment)"
    r" reports?\b"
    r"|\breports?\b(?: (?:that|which))? (?:i|we|you)(?:['’]ve| have| had| was| were)?"
    r" (?:mentioned|told|talk\w+|spoke\w*|read|saw|seen|found|heard)\b"
    rf"|\breports?\b[^.\n]{{0,40}}\b(?:from|by|of) (?:the |an? )?{_BODY}"
    r"|\b(?:an?|my|the|our) (?:colleague|friend|manager|boss|head|psych\w+|consultant|doctor|gp|therapist)['’]s"
    r" (?:\w+ )?reports?\b",
    re.IGNORECASE,
)
_SOMEBODYS = expression(r"\b([A-Z][a-z]+)['’]s (?:\w+ )?[Rr]eports?\b")
_NOBODYS = """
    here this that there it what where today yesterday last next month week year ward team school nursery home unit
    class january february march april may june july august september october november december
"""
# What people say who hand their report over, more or less: that it is the report, or that “it” is there.
_HANDS = expression(
    r"\b(?:reports?|rpt|updates?|write[- ]?up|wrote|mine|months?|month['’]?s|it|it['’]?s|done|finished|complete\w*"
    r"|here (?:you|we) (?:go|are)|this is|that['’]?s|uploaded|saved|shared|submi\w+|promised|next|second|third"
    r"|attach\w*|link|pdsas?|project|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)
# What a page is called that tells of trouble.
_TROUBLE = expression(
    r"(?<![a-z])(?:news|clos(?:ed|ures?|ing)|flood\w*|strikes?|outages?|incidents?|weather|storms?|snow|traffic|funerals?"
    r"|obituar\w*|death|outbreaks?|complaints?|inspections?)(?![a-z])",
    re.IGNORECASE,
)


def with_pages(mail: Mail) -> Mail:
    """The mail with the host of the first page in its own words among those of documents (what follows is most likely
    a signature's); the same where it brings a cloud's."""
    if links_in(mail) or not (pages := pages_in(mail)):
        return mail
    return replace(mail, hosts=(*mail.hosts, (urlsplit(pages[0]).hostname or "").lower()))


def pages_in(mail: Mail) -> tuple[str, ...]:
    """The pages to which a mail's own words lead, whoever keeps them, without what stands below its writer's name."""
    if "://" not in mail.top and "://" not in mail.html:
        return ()
    return _pages(mail.html, mail.own_text, mail.sender_name, is_forward(mail.subject))


@lru_cache(maxsize=4)  # one mail is asked about several times
def _pages(html: str, own: str, writer: str, forward: bool) -> tuple[str, ...]:
    page = with_addresses(html, _is_page, forward=forward) if html else ""
    said = said_in(page or own, frozenset(), frozenset(writer.casefold().split()))
    found = (unwrapped(link[0].rstrip(".,;:!?*)]>’”")) for link in islice(_LINK.finditer(said), LOOKED_AT))
    return tuple(link for link in found if _is_page(link))


# “Here's my report https://…”: what stands behind the link is of the report.
_OWN_FIRST = expression(
    r"\W*(?:(?:hi|hello|dear|hey) \w+\W+)?(?:please find |here(?:['’]s| is) |this is )?"
    r"(?:my report|mine|report \d{1,2})\b[^.!?\n]{0,30}?https?://\S{4,3000}",
    re.IGNORECASE,
)


def speaks_of_another(mail: Mail) -> bool:
    """Whether its words say that a page is something else than its writer's report: why there is none, a complaint,
    what somebody else has written."""
    whole = _beside_links(mail.top)
    own = next((m[0] for m in map(_OWN_FIRST.match, whole.splitlines()) if m is not None), "")
    said = _LINK.sub(" ", f"{'' if mail.is_reply else mail.subject}\n{own or whole}")
    nobodys = {*_NOBODYS.split(), *mail.sender_name.casefold().split()}
    somebodys = any(x[1].casefold() not in nobodys for x in _SOMEBODYS.finditer(said))
    return somebodys or any(x.search(said) for x in (_WHY_NONE, _COMPLAINS, _OTHERS))


def _beside_links(said: str) -> str:
    """What is said of the links: all of a short mail, of a long one the lines with a link and the two above it."""
    lines = [x for x in said.splitlines() if x.strip()]
    near = {n for k, x in enumerate(lines) if _LINK.search(x) for n in (k - 2, k - 1, k)}
    if len(said.split()) < LONG or not near:
        return said
    return "\n".join(x for n, x in enumerate(lines) if n in near)


def has_link(mail: Mail) -> bool:
    """Whether a link of any kind stands in its words, or one to a page behind them."""
    return _LINK.search(mail.top) is not None or bool(pages_in(mail))


def may_hand_over(mail: Mail) -> bool:
    """Whether its own words name what a report is called, or say that “it” is there: what is sent by other words alone
    may be anything."""
    return _HANDS.search(_LINK.sub(" ", mail.top)) is not None


def tells_of_trouble(mail: Mail) -> bool:
    """Whether a link's own words are those of a page about what has befallen somebody: a school that is closed."""
    return any(_TROUBLE.search(link) for link in pages_in(mail))


def is_link_alone(mail: Mail, case: Case) -> bool:
    """Whether a practitioner's mail says nothing but where something lies, courtesies aside."""
    said = _LINK.sub("", mail.text)
    return said != mail.text and is_bare(replace(mail, text=said), case)


def _is_page(link: str) -> bool:
    parts = parts_of(link)
    if parts is None or _OTHERWISE.match(f"{parts.hostname}{parts.path}"):
        return False
    return is_document(link, ((parts.hostname or "").lower(),))
