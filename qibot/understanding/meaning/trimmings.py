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
from functools import lru_cache

from qibot.expression import expression
from qibot.quoting import is_banner, is_label
from qibot.spoken import Spoken
from qibot.understanding.meaning.personal import is_about, speaks
from qibot.understanding.meaning.signatures import blocks, without_signature

MOST_LINES = 400  # of a text that are looked at
SHORTEST_RULE = 4
TELLING = 2  # such words in a block that is a banner or a disclaimer
_RULE = expression(r"[\W_]*")
_MARKING = expression(
    r"(?:(?:document |security |message )?classification\W+|marking\W+)?(?:NOT )?"
    r"(?:OFFICIAL|RESTRICTED|PROTECT(?:IVELY MARKED)?|UNCLASSIFIED|PUBLIC)(?:\W+SENSITIVE)?"
    r"(?:\W+\[?[A-Za-z ]{2,20}\]?)?"
    r"|(?i:(?:(?:message |document )?classification|sensitivity|protective marking|tlp) ?[:=] ?[\w /&-]{2,40})"
    r"|EXT(?:ERNAL)?(?: E-?MAIL| SENDER| MESSAGE)?:?|External(?: \(\S{3,80}@\S{3,80}\))?|\[?cid:[^\]\s]{1,80}\]?"
    r"|(?i:(?:legal )?(?:disclaimer|confidentiality notice|important notice)\W*)",
)
_TAG = Spoken(
    r"(?:sent|posted|written|typed|dictated) (?:from|via|by|on|using|with) (?:my |the |an? |outlook|yahoo|samsung"
    r"|blackberry|gmail|bt |virgin|sky |huawei|proton|aol|mail |mail<|iphone|ipad|android|mobile|webmail)(?!heart)"
    r"[^?\n]{0,110}"
    r"|sent from [\w +]{2,30}(?:phone|pad|droid|mail|device|tablet|mobile|galaxy|pixel)\W*"
    r"|get outlook for \w+\W{0,3}[^\s?]{0,120}|yahoo mail: [^?\n]{0,150}"
    # what telephones write in other languages
    r"|(?:von meinem|gesendet (?:von|mit)|envoyé (?:de mon|depuis)|(?:verstuurd|verzonden) (?:vanaf|met)"
    r"|enviado (?:desde|do|de)|inviato da|skickat från|sendt fra|lähetetty|wysłane z|odesláno z|küldve"
    r"|trimis de pe|надіслано з|отправлено с|anfonwyd o|air a chur bho)\b[^?\n]{2,80}"
    r"|virus-free\..{0,160}|(?:tel|phone|mob(?:ile)?|fax|[tmf])\W{1,3}[\d+() ]{8,30}"
    r"|(?:this (?:e-?mail|message) (?:was|has been) )?(?:checked|scanned) (?:by|with) [^?\n]{2,60}"
    r"(?:virus|threat|malware)[^?\n]{0,40}|outgoing mail is certified[^?\n]{0,120}"
    r"|(?:voice[ -]?)?dictated\b[^?\n]{0,80}|(?:please )?(?:excuse|forgive|pardon|apologies for)\b[^?\n]{0,30}"
    r"\b(?:brevity|typos?|spelling|thumbs|autocorrect)\b[^?\n]{0,40}",
)
_HEART = Spoken(r"\bheart\b", "heart")
# Where somebody is, which no telephone says: “Sent from the hospice where my dad is”.
_PLACE = Spoken(
    r"\b(?:hospi\w+|wards?|bed(?:side|room)?|sick ?bed|home|house|funeral|crematorium|cemetery|grave\w*|church"
    r"|train|bus|car|plane|airport|ferry|taxi|ambulance|clinic|surgery|a ?(?:&|and) ?e|icu|theatre|waiting|sofa|couch"
    r"|floor"
    r"|court|police|station|prison|cell|refuge|shelter|beach|maternity|labour|birth|delivery|recovery|rehab|nursing"
    r"|depths|hell|mum\w*|mam|mom|dads?|dad's|mother\w*|father\w*|parents?|wife\w*|husband\w*|sons?|son's|daughter\w*"
    r"|brother\w*"
    r"|sister\w*|gran\w*|where|because|since)\b",
)
_SENT = expression(r"(?:sent|posted|written|typed|dictated) (?:from|via|by|on|using|with)\b", re.IGNORECASE)
# The device or the program that sent it, one of which a tag names.
_DEVICE = Spoken(
    r"\b(?:i ?phones?|i ?pads?|i ?mac|mac\w*|i ?os|android\w*|samsung|galaxy|blackberr\w+|huawei|pixel|nokia|xperia"
    r"|sony|xiaomi|redmi|oneplus|oppo|motorola|moto|lenovo|surface|windows|htc|lg|honor|fairphone|phone|mobile"
    r"|smart ?phones?"
    r"|cell ?phone|tele?phone|handset|tablet|laptop|pc|computer|chromebook|device|watch|kindle|amazon|doro|outlook\w*"
    r"|mail\w*"
    r"|e-?mail|webmail|gmail|yahoo|aol|bt|virgin|sky|proton\w*|hotmail|thunderbird|app|office ?365|nhsmail|nine"
    r"|spark|edison|siri|voice|keyboard|thumbs?|\w+(?:phone|pad|droid|mail|device|tablet|mobile))\b",
)
_BANNER = Spoken(
    r"\bexternal\b|\boutside\b|\bunknown sender\b|\bnew sender\b|\b(?:e-?mail|message)\b|\bsender\b|\bcaution\b"
    r"|\bwarning\b|\bverified\b|\bsuspicious\b|\boriginat\w+|\bphish\w*|\bhigh importance\b|\bmark as safe\b"
    r"|\boften get e-?mail\b|\bdon['’]t often get\b|\blearn why\b|\bswept\b|\bvirus\w*|\bdo not click\b"
    r"|\b(?:sent|replied?) securely\b|\bencrypt\w*\b|\begress\b|\breport (?:this|phish\w*|concerns)\b"
    r"|\bidentity\b|\bexpected\b"
    r"|\bbanner(?:start|end)\b|\bcorresponded\b|\bpasswords?\b|\bdownload(?:ed)? pictures\b|\bblocked\b",
)
_MAIL = r"\b(?:e-?mails?|messages?|attachments?|communications?|calls)\b"
_STRONG = Spoken(
    r"\bintended (?:solely|only|recipients?|for the (?:use|person|named|addressee))"
    r"|\b(?:solely|meant only|only) for the (?:intended|person|addressee|use|named|individual)"
    r"|\b(?:receiv\w+|come to you|reached you|g[eo]ts? to you)\b.{0,40}\b(?:in error|by mistake)\b|\baddressee\b"
    rf"|{_MAIL}.{{0,80}}\b(?:virus\w*|scanned|swept|monitored|recorded|intercept\w*|logged)"
    r"|\bscanned for (?:virus|malware|threat)\w*|\bmail gateway\b|\bprotectively marked\b"
    r"|\b(?:no|any) (?:liability|responsibility) (?:for|is|can|in)\b|\bexempt from disclosure\b"
    r"|\b(?:views|opinions)\b.{0,60}\b(?:author|sender|necessarily|not (?:of |those of )(?:the|its?|our)\b)"
    r"|\blegally privileged"
    r"|\b(?:consider|think of|protect) the environment\b|\bbefore printing\b|\bscottish charity\b"
    r"|\bcharity (?:no|number|reg)|\bSC\d{6}\b|\bvat (?:no|reg)|\bregistered (?:office|charity|with the|society"
    r"|in (?:scotland|england)|company)|\bunauthori[sz]ed (?:use|disclosure|copying|access)"
    r"|\bdisclose, (?:copy|distribute)"
    r"|\bconfidential and (?:may|is|are|intended|meant|legally|privileged)|\bconfidentiality notice\b"
    r"|\bmay contain (?:confidential|privileged|personal)|\b(?:privacy|data protection) (?:notice|statement|policy)\b"
    r"|\b(?:you(?:['’]re| are) subscribed|unsubscribe from)\b|\ba read receipt has been\b|\bremote content\b"
    r"|\be-?mail programs may prevent\b|\bNHSmail is\b|\bin a secure way\b|\btranslated by microsoft\b"
    r"|\bonly print this\b|\bneed to print this\b|\breach(?:ed)? the wrong person\b"
    r"|\b(?:misdirected|permanently erase)\b"
    r"|\bpattern may (?:differ|be different)\b|\boutside (?:of )?your (?:own |normal |usual )*(?:working )?hours\b"
    r"|\buse your personal data\b|\b(?:freedom of|access to) information\b.{0,60}\b(?:act|law|request|disclos)",
)
_WEAK = Spoken(
    r"\b(?:e-?mails?|messages?|attachments?|sender|delete|recipients?|addressee|disclos\w+|liability|co-?operation|originator"
    r"|virus\w*|threats?|print|copy|copied|distribut\w+|files?|postmaster|regulator|factor"
    r"|privacy|personal data|recorded|monitored|logged|system\w*|network|secure|retention|contract|access to)\b",
)


@lru_cache(maxsize=32)
def said_in(text: str, names: frozenset[str], signs: frozenset[str] = frozenset()) -> str:
    """The text without what programs and offices put around it; `names`, in small letters, are of the people whom it
    may be about: a line that has one of them stays. `signs` is the writer's own name."""
    lines = text.split("\n")
    kept = [line for line in lines[:MOST_LINES] if not _is_tag(line, names)]
    kept = without_signature(_without_notices(kept, names), names, signs)
    said = "\n".join([*kept, *lines[MOST_LINES:]])
    return said if said.strip() else text


def _is_tag(line: str, names: frozenset[str]) -> bool:
    bare = line.strip(" *_[]()>·-–—\t")
    if _RULE.fullmatch(line):
        return len(line.strip()) > SHORTEST_RULE
    if _MARKING.fullmatch(bare):
        return True
    if not _TAG.is_all_of(bare) or _HEART.is_in(bare) or is_about(bare, names):
        return False
    return _SENT.match(bare) is None or (_DEVICE.is_in(bare) and not _PLACE.is_in(bare))


def _without_notices(lines: list[str], names: frozenset[str]) -> list[str]:
    """Without a banner above and disclaimers below; a block is what blank lines part."""
    parted = list(blocks(lines))
    said = [n for n, block in enumerate(parted) if block[0].strip()]
    kept: list[str] = []
    above = True
    for n, block in enumerate(parted):
        if not block[0].strip():
            kept += block
        elif above and n != said[-1] and _is_banner("\n".join(block), names):
            continue
        elif above:
            above, kept = False, kept + block
        else:
            kept += _undisclaimed(block, names)
    return kept


def _is_banner(block: str, names: frozenset[str]) -> bool:
    if is_banner(block) or is_label(block):
        return True
    told = _BANNER.all_in(block)
    return (
        len(told) >= TELLING
        and not speaks(block.replace("don't often get", ""), names)
        and ("?" not in block or len(told) > TELLING)
    )


def _undisclaimed(block: list[str], names: frozenset[str]) -> list[str]:
    """Nothing of a disclaimer; of a block in which somebody speaks, too, all
    but its sentences of a disclaimer, and those beside them that go on with it."""
    text = "\n".join(block)
    if not _STRONG.is_in(text):
        return block
    if not speaks(text, names):
        return []
    parts = re.split(r"(?<=[.!?])(\s+)|(\n)", text)
    kept, before = [], False
    for part in (part for part in parts if part):
        strong = _STRONG.is_in(part)
        gone = bool(part.strip()) and not speaks(part, names) and (strong or (before and bool(_WEAK.is_in(part))))
        before = gone if part.strip() else before
        if not gone:
            kept.append(part)
    left = "".join(kept)
    return left.split("\n") if left.strip() else []
