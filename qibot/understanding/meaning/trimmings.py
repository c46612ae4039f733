"""What programs and offices put around what people write: telephones' tags, banners, disclaimers, signatures.

They say nothing of what is meant, and weigh as much as a short message does. They are left out for understanding alone:
marks of privacy are looked for everywhere, and what is passed on is whole. Whatever may be a person's sentence stays.

| it is | where |
|---|---|
| “Sent from my iPhone”, “Get Outlook for iOS” | a line of its own |
| “CAUTION: This email originated from outside …”, “[EXTERNAL]”, “OFFICIAL” | a line of its own |
| “If you are not the intended recipient …”, “scanned for viruses”, “Scottish charity” | below the first paragraph |
| post, place, telephone, address, site | below a name that stands below “Kind regards”, or a line of dashes |
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST_LINES = 400  # of a text that are looked at
FIRST = 4  # lines with words among which a banner stands
SHORTEST_RULE = 4
LONGEST = 14  # words of a line of a signature
_RULE = re.compile(r"[\W_]*")
_MARKING = re.compile(
    r"OFFICIAL(?:\W+SENSITIVE)?|EXTERNAL(?: E-?MAIL| SENDER)?|External|RESTRICTED|PROTECT|UNCLASSIFIED"
)
_TAG = re.compile(
    r"(?:sent|posted|written|typed|dictated) (?:from|via|by|on|using|with) (?:my |the |an? |outlook|yahoo|samsung"
    r"|blackberry|gmail|bt |virgin|sky |huawei|proton|aol|mail |iphone|ipad|android)[\w ,.'’+&/-]{0,60}"
    r"|sent from [\w +]{2,30}(?:phone|pad|droid|mail|device|tablet|mobile|galaxy|pixel)|get outlook for \w+"
    r"|(?:von meinem|envoyé de mon|gesendet von|verstuurd vanaf)[\w ’'-]{2,30}",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"(?:(?:caution|warning|beware|attention|notice)\W+)?(?:this (?:e-?mail|message|sender)|the sender) "
    r"(?:originated|came|comes|is|was sent) from (?:an external|outside)\b[^?]{0,250}"
    r"|(?:(?:caution|warning|attention)\W+)?external (?:e-?mail|sender|message)\b\W*"
    r"(?:(?:please|do not|use|take|be)\b[^?]{0,150})?"
    r"|(?:you don['’]t often get e-?mails? from|do not click (?:on )?(?:any )?links|think before you click"
    r"|learn why this is important)\b[^?]{0,200}",
    re.IGNORECASE,
)
_MAIL = r"\b(?:e-?mails?|messages?|attachments?|communications?)\b"
_STRONG = re.compile(
    r"\bintended (?:solely|only|recipients?|for the (?:use|person|named|addressee))"
    r"|\b(?:solely|meant only|only) for the (?:intended|person|addressee|use|named|individual)"
    r"|\b(?:received|come|sent)\b.{0,40}\b(?:in error|by mistake)\b"
    rf"|{_MAIL}.{{0,80}}\b(?:virus\w*|scanned|swept|monitored|recorded|intercept\w*)"
    r"|\b(?:no|any) (?:liability|responsibility) (?:for|is|can|in)\b"
    r"|\b(?:views|opinions)\b.{0,60}\b(?:author|sender|necessarily)|\blegally privileged"
    r"|\b(?:consider|think of|protect) the environment\b|\bbefore printing\b|\bscottish charity\b"
    r"|\bcharity (?:no|number|reg)|\bregistered (?:office|charity|in (?:scotland|england)|company)"
    r"|\bunauthori[sz]ed (?:use|disclosure|copying|access)|\bdisclose, (?:copy|distribute)"
    r"|\bconfidential and (?:may|is|are|intended|meant|legally|privileged)"
    r"|\bmay contain (?:confidential|privileged|personal)|\b(?:privacy|data protection) (?:notice|statement|policy)\b"
    r"|\bfreedom of information\b.{0,60}\b(?:act|request|disclos)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:e-?mails?|attachments?|sender|delete|recipients?|addressee|disclos\w+|liability|co-?operation|originator"
    r"|virus\w*|print|copy|copied|distribut\w+|files?|postmaster|confidential|privileged)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im)\b")
_CLOSING = re.compile(
    r"(?:(?:with |my |our )?(?:very |kind(?:est)? |warm(?:est)? |best |many |all |good )*"
    r"(?:regards|wishes|thanks|best|thank you)(?: and (?:best |kind )?(?:regards|wishes|thanks))?"
    r"|cheers|yours(?: \w+)?|sincerely|thanks(?: again)?|ta|kr|slàinte|-- ?)\W*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Rev)\.? )?[A-Z][\w'’-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|[A-Z]\.?)){0,3}"
    r"(?: \((?:she|he|they)\b[\w/ ]{0,20}\))?,?"
)
_CONTACT = re.compile(
    r"(?:\b(?:tel|telephone|phone|mob|mobile|cell|direct(?: dial)?|ext|fax|dd|switchboard)\b\W{0,3}|\b[tmfe]\W{1,3})"
    r"\+?[\d(]|\b0\d{2,5}[ -]?\d{3,}|\+44|\bwww\.|https?://|[\w.+-]+@[\w-]+\.[a-z]"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\bfollow us\b|\bworking (?:days|hours|pattern|week)\b"
    r"|\b(?:I|we) (?:work|am working|send this) (?:flexibl\w*|part|at a time)|\boffice hours\b|\bpronouns\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[?!]$|^p\.?\s?s\b|\b(?:i|i['’]\w+|me|you|your|he|she|they|it|is|are|was|were|will|would|can|could|should|have|has"
    r"|had|do|does|did|not|no|\w+n['’]t|please|if|but|so|because|that|this|what|when|how|why|too|very)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def said_in(text: str, names: frozenset[str]) -> str:
    """The text without what programs and offices put around it; `names`, in small letters, are of the people whom it
    may be about: a line that has one of them stays."""
    lines = text.split("\n")
    looked_at, rest = lines[:MOST_LINES], lines[MOST_LINES:]
    kept = _without_signature(_without_disclaimers(_without_tags(looked_at)), names)
    said = "\n".join([*kept, *rest])
    return said if said.strip() else text


def _without_tags(lines: list[str]) -> list[str]:
    kept, seen = [], 0
    for line in lines:
        bare = line.strip(" *_[]()>·-–—\t")
        seen += bool(bare)
        if bare and (_TAG.fullmatch(bare) or (seen <= FIRST and _BANNER.fullmatch(bare))):
            continue
        if _MARKING.fullmatch(bare) or (len(line.strip()) > SHORTEST_RULE and _RULE.fullmatch(line)):
            continue
        kept.append(line)
    return kept


def _without_disclaimers(lines: list[str]) -> list[str]:
    """Blocks below the first one without their sentences of a disclaimer; a block is what blank lines part."""
    kept: list[str] = []
    block: list[str] = []
    first = True
    for line in [*lines, ""]:
        if line.strip() and not (_RULE.fullmatch(line.strip()) and block):
            block.append(line)
            continue
        if block:
            kept += block if first else _block(block)
            first = first and not any(x.strip() and not _RULE.fullmatch(x.strip()) for x in block)
            block = []
        kept.append(line)
    return kept[:-1]


def _block(block: list[str]) -> list[str]:
    text = "\n".join(block)
    if not _STRONG.search(text):
        return block
    parts = re.split(r"(?<=[.!?])(\s+)", text)
    strong = [bool(_STRONG.search(x)) and not _PERSONAL.search(x) for x in parts]
    kept, before = [], False
    for part, is_strong in zip(parts, strong, strict=True):
        if not part.strip():
            kept.append(part)
            continue
        gone = is_strong or (before and bool(_WEAK.search(part)) and not _PERSONAL.search(part))
        before = before or gone
        if not gone:
            kept.append(part)
    return "".join(kept).split("\n") if "".join(kept).strip() else []


def _without_signature(lines: list[str], names: frozenset[str]) -> list[str]:
    """Without what stands below the name that stands below a closing."""
    for place, line in enumerate(lines):
        if not _CLOSING.fullmatch(line.strip() or " x "):
            continue
        below = next((n for n in range(place + 1, len(lines)) if lines[n].strip()), None)
        if below is None or not _NAME.fullmatch(lines[below].strip()):
            continue
        end = below + 1
        while end < len(lines) and (not lines[end].strip() or _is_of_signature(lines[end].strip(), names)):
            end += 1
        return [*lines[: below + 1], *lines[end:]]
    return lines


def _is_of_signature(line: str, names: frozenset[str]) -> bool:
    """Whether a line has a telephone's number or the like, or is made of words with capitals alone."""
    words = re.findall(r"[^\W\d_]+", line)
    if names & {w.lower() for w in words} or len(words) > LONGEST:
        return False
    if _CONTACT.search(line):
        return True
    telling = [w for w in words if len(w) > 3]
    return not _SENTENCE.search(line) and all(w[0].isupper() for w in telling)
