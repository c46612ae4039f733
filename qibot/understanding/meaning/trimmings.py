"""What programs and offices put around what people write: telephones' tags, banners, disclaimers, signatures.

They say nothing of what is meant, and weigh as much as a short message does. They are left out for understanding alone:
marks of privacy are looked for everywhere, and what is passed on is whole. What may be a person's sentence stays.

| it is | where |
|---|---|
| “Sent from my iPhone”, “Get Outlook for iOS”, “OFFICIAL”, a rule, a picture's place | a line of its own |
| “CAUTION: This email originated from outside …” | the first block, and not the only one |
| “If you are not the intended recipient …”, “scanned for viruses”, “Scottish charity” | any later block |
| post, place, telephone, address, site, motto | below the writer's whole name, or a name below “Kind regards” |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from qibot.quoting import is_banner, is_label

MOST_LINES = 400  # of a text that are looked at
SHORTEST_RULE = 4
CLOSING, SIGNED, LONGEST = 6, 8, 14  # words of a closing, of a name with titles, of another line of a signature
TELLING = 2  # such words in a block that is a banner or a disclaimer
_RULE = re.compile(r"[\W_]*")
_MARKING = re.compile(
    r"(?:(?:document |security )?classification\W+|marking\W+)?(?:NOT )?"
    r"(?:OFFICIAL|RESTRICTED|PROTECT|UNCLASSIFIED|PUBLIC)(?:\W+SENSITIVE)?(?:\W+\[?[A-Z ]{2,20}\]?)?"
    r"|EXTERNAL(?: E-?MAIL| SENDER)?|External|\[?cid:[^\]\s]{1,80}\]?"
)
_TAG = re.compile(
    r"(?:sent|posted|written|typed|dictated) (?:from|via|by|on|using|with) (?:my |the |an? |outlook|yahoo|samsung"
    r"|blackberry|gmail|bt |virgin|sky |huawei|proton|aol|mail |mail<|iphone|ipad|android|mobile)(?!heart)[^?\n]{0,110}"
    r"|sent from [\w +]{2,30}(?:phone|pad|droid|mail|device|tablet|mobile|galaxy|pixel)\W*"
    r"|get outlook for \w+\W{0,3}[^\s?]{0,120}|(?:von meinem|envoyé de mon|gesendet von|verstuurd vanaf)[\w ’'-]{2,30}"
    r"|virus-free\..{0,160}|(?:tel|phone|mob(?:ile)?|fax|[tmf])\W{1,3}[\d+() ]{8,30}"
    r"|(?:voice[ -]?)?dictated\b[^?\n]{0,80}|(?:please )?(?:excuse|forgive|pardon|apologies for)\b[^?\n]{0,30}"
    r"\b(?:brevity|typos?|spelling|thumbs|autocorrect)\b[^?\n]{0,40}",
    re.IGNORECASE,
)
_HEART = re.compile(r"\bheart\b", re.IGNORECASE)
_BANNER = re.compile(
    r"\bexternal\b|\boutside\b|\bunknown sender\b|\bnew sender\b|\b(?:e-?mail|message)\b|\bsender\b|\bcaution\b"
    r"|\bwarning\b|\bverified\b|\bsuspicious\b|\boriginat\w+|\bphish\w*|\bhigh importance\b|\bmark as safe\b"
    r"|\boften get e-?mail\b|\bdon['’]t often get\b|\blearn why\b|\bswept\b|\bvirus\w*|\bdo not click\b"
    r"|\bbanner(?:start|end)\b|\bcorresponded\b|\bpasswords?\b|\bdownload(?:ed)? pictures\b|\bblocked\b",
    re.IGNORECASE,
)
_MAIL = r"\b(?:e-?mails?|messages?|attachments?|communications?|calls)\b"
_STRONG = re.compile(
    r"\bintended (?:solely|only|recipients?|for the (?:use|person|named|addressee))"
    r"|\b(?:solely|meant only|only) for the (?:intended|person|addressee|use|named|individual)"
    r"|\b(?:received|come to you|reached you)\b.{0,40}\b(?:in error|by mistake)\b|\baddressee\b"
    rf"|{_MAIL}.{{0,80}}\b(?:virus\w*|scanned|swept|monitored|recorded|intercept\w*|logged)"
    r"|\bscanned for (?:virus|malware|threat)\w*|\bmail gateway\b|\bprotectively marked\b"
    r"|\b(?:no|any) (?:liability|responsibility) (?:for|is|can|in)\b|\bexempt from disclosure\b"
    r"|\b(?:views|opinions)\b.{0,60}\b(?:author|sender|necessarily)|\blegally privileged"
    r"|\b(?:consider|think of|protect) the environment\b|\bbefore printing\b|\bscottish charity\b"
    r"|\bcharity (?:no|number|reg)|\bSC\d{6}\b|\bvat (?:no|reg)|\bregistered (?:office|charity|with the|society"
    r"|in (?:scotland|england)|company)|\bunauthori[sz]ed (?:use|disclosure|copying|access)"
    r"|\bdisclose, (?:copy|distribute)"
    r"|\bconfidential and (?:may|is|are|intended|meant|legally|privileged)|\bconfidentiality notice\b"
    r"|\bmay contain (?:confidential|privileged|personal)|\b(?:privacy|data protection) (?:notice|statement|policy)\b"
    r"|\buse your personal data\b|\b(?:freedom of|access to) information\b.{0,60}\b(?:act|law|request|disclos)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:e-?mails?|messages?|attachments?|sender|delete|recipients?|addressee|disclos\w+|liability|co-?operation|originator"
    r"|virus\w*|threats?|print|copy|copied|distribut\w+|files?|postmaster|regulator|factor"
    r"|privacy|personal data|recorded|monitored|logged|system\w*|network|secure|retention|contract|access to)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im|\w+n['’]t)\b")
# What an office never writes below a mail, and a person may.
_ABOUT = re.compile(
    r"\b(?:she|he|her|him|his|they|them|practitioners?|mentees?|mentors?|colleagues?|struggl\w*|worr(?:y|ied|ies|ying)"
    r"|concerns?|concerned|cop(?:e|es|ing)|doubts?|upset|unwell|sick|ill|leaving|feedback|honest\w*)\b",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(r"\b(?:she|he|they)\s*/\s*\w+(?:\s*/\s*\w+)?", re.IGNORECASE)  # as people state theirs
_CLOSES = re.compile(
    r"\b(?:regards|wishes|thanks|thank you|thanking you|best|cheers|yours|sincerely|faithfully|ta|kr|slàinte|dùrachdan"
    r"|beannachdan|spèis|meas|speak soon|take care|see you soon|bye)\b|^--\s*$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Rev|Cllr|Councillor|pp)\.? )?[A-Z][\w'’-]*"
    r"(?: (?:[A-Z][\w'’.-]*|de|van|von|[A-Z]\.?)){0,3}(?:\s*\([\w/ ]{1,20}\))?,?"
)
_CONTACT = re.compile(
    r"(?:\b(?:tel|telephone|phone|mob|mobile|cell|direct(?: dial)?|ext|fax|dd|switchboard|centre)\b\W{0,3}"
    r"|\b[tmfe]\W{1,3})\+?[\d(]|\b0\d{2,5}[ -]?\d{3,}|\+44|\bwww\.|https?://|[\w.+-]+@[\w-]+\.[a-z]|^@\w+$|\[cid:"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\bfollow us\b|\bworking (?:days|hours|pattern|week)\b|\bSC\d{6}\b"
    r"|\bi (?:only |normally |usually )?(?:work|am working|don['’]t work|do not work)"
    r" (?:on |from |part|flexibl|mon|tues|wed|thurs|fri|until |between )|^hours\b"
    r"|\b(?:office|normal) (?:hours|hrs)\b|\bpronouns\b|\bmy privacy notice\b|\bannual leave:|\bsurgeries:",
    re.IGNORECASE,
)
_MOTTO = re.compile(r"[\"“‘'*\[(].*[\"”’'*\])>].{0,30}")
_SENTENCE = re.compile(
    r"[?!]$|^p\.?\s?s\b|\b(?:i|i['’]\w+|me|you|your|he|she|they|it|is|are|was|were|will|would|can|could|should|have|has"
    r"|had|do|does|did|not|no|\w+n['’]t|please|if|but|so|because|that|this|what|when|how|why|too|very)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def said_in(text: str, names: frozenset[str], signs: frozenset[str] = frozenset()) -> str:
    """The text without what programs and offices put around it; `names`, in small letters, are of the people whom it
    may be about: a line that has one of them stays. `signs` is the writer's own name."""
    lines = text.split("\n")
    kept = [line for line in lines[:MOST_LINES] if not _is_tag(line, names)]
    kept = _without_signature(_without_notices(kept, names), names, signs)
    said = "\n".join([*kept, *lines[MOST_LINES:]])
    return said if said.strip() else text


def _is_tag(line: str, names: frozenset[str]) -> bool:
    bare = line.strip(" *_[]()>·-–—\t")
    if _RULE.fullmatch(line):
        return len(line.strip()) > SHORTEST_RULE
    if _MARKING.fullmatch(bare):
        return True
    return _TAG.fullmatch(bare) is not None and not (_HEART.search(bare) or _is_about(bare, names))


def _without_notices(lines: list[str], names: frozenset[str]) -> list[str]:
    """Without a banner above and disclaimers below; a block is what blank lines part."""
    blocks = list(_blocks(lines))
    said = [n for n, block in enumerate(blocks) if block[0].strip()]
    kept: list[str] = []
    above = True
    for n, block in enumerate(blocks):
        if not block[0].strip():
            kept += block
        elif above and n != said[-1] and _is_banner("\n".join(block), names):
            continue
        elif above:
            above, kept = False, kept + block
        else:
            kept += _undisclaimed(block, names)
    return kept


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Lines with words that stand together, and those without."""
    block: list[str] = []
    for line in lines:
        if block and bool(line.strip()) != bool(block[0].strip()):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_banner(block: str, names: frozenset[str]) -> bool:
    if is_banner(block) or is_label(block):
        return True
    told = {m[0].lower() for m in _BANNER.finditer(block)}
    return len(told) >= TELLING and not _speaks(block.replace("don't often get", ""), names) and "?" not in block


def _undisclaimed(block: list[str], names: frozenset[str]) -> list[str]:
    """Nothing of a disclaimer; of a block in which somebody speaks, too, all
    but its sentences of a disclaimer, and those beside them that go on with it."""
    text = "\n".join(block)
    if not _STRONG.search(text):
        return block
    if not _speaks(text, names):
        return []
    parts = re.split(r"(?<=[.!?])(\s+)|(\n)", text)
    kept, before = [], False
    for part in (part for part in parts if part):
        strong = _STRONG.search(part) is not None
        gone = bool(part.strip()) and not _speaks(part, names) and (strong or (before and bool(_WEAK.search(part))))
        before = gone if part.strip() else before
        if not gone:
            kept.append(part)
    left = "".join(kept)
    return left.split("\n") if left.strip() else []


def _without_signature(lines: list[str], names: frozenset[str], signs: frozenset[str]) -> list[str]:
    """Without what stands below the writer's whole name, or below the name that stands below a closing."""
    name = next((n for n, line in enumerate(lines) if _signs(lines, n, line, signs)), None)
    if name is None:
        return lines
    kept, signed = lines[: name + 1], True
    for line in lines[name + 1 :]:
        signed = signed and (not line.strip() or _is_of_signature(line.strip(), names, signs))
        if not signed or not line.strip():
            kept.append(line)
    return kept


def _signs(lines: list[str], place: int, line: str, signs: frozenset[str]) -> bool:
    bare, before = line.strip(" *_\t"), next((x for x in reversed(lines[:place]) if x.strip()), None)
    if before is None or not bare:
        return False
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", bare)}
    if len(signs) > 1 and signs <= words and len(bare.split()) <= SIGNED and not _SENTENCE.search(bare):
        return True
    closing = len(before.split()) <= CLOSING and _CLOSES.search(before.strip()) and not _SENTENCE.search(
        re.sub(r"\b(?:you|very)\b", "", before.strip(), flags=re.IGNORECASE)
    )  # fmt: skip
    own = bool(signs & words) and len(bare.split()) <= SIGNED and not _SENTENCE.search(bare)
    return bool(closing) and (own or _NAME.fullmatch(bare) is not None)


def _is_of_signature(line: str, names: frozenset[str], signs: frozenset[str]) -> bool:
    """Whether a line has a telephone's number or the like, is a motto, or has words with capitals alone."""
    words = re.findall(r"[^\W\d_]+", line)
    if _is_about(line, names - signs) or len(words) > LONGEST or re.match(r"p\.?\s?s\b", line, re.I):
        return False
    if _CONTACT.search(line) or (_MOTTO.fullmatch(line) and not _SENTENCE.search(line)):
        return True
    telling = [w for w in re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", line)) if len(w) > 3]
    return not _SENTENCE.search(line) and all(w[0].isupper() for w in telling)


def _speaks(text: str, names: frozenset[str]) -> bool:
    """Whether it is somebody's own sentence: it says “I”, “don't”, or is about somebody."""
    return bool(_PERSONAL.search(text)) or _is_about(text, names)


def _is_about(text: str, names: frozenset[str]) -> bool:
    """Whether it names somebody, says “she”, or what one says of people."""
    return bool(_ABOUT.search(_PRONOUNS.sub("", text))) or bool(
        names & {w.lower() for w in re.findall(r"[^\W\d_]+", text)}
    )
