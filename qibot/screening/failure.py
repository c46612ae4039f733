"""What became of a letter for one recipient, and whether the address itself is at fault (RFC 3463)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression

SAID_LIMIT = 300  # characters of what a server said
ADDRESS = expression(r"[^\s<>()\",;:@\\\[\]]{1,128}@[^\s<>()\",;:@\\\[\]]{1,255}")


@dataclass(frozen=True, slots=True)
class Failure:
    """What a bounce says of one recipient: the address as we wrote it and where it led to, in this order.

    A `final` one has failed for good; a `permanent` one would fail again, since there is no such person or mailbox.
    """

    addresses: tuple[str, ...]
    permanent: bool
    said: str
    final: bool = True


# RFC 3463, 3.2 and 3.3: the recipient's address or mailbox is wrong or gone (5.1.7 and 5.1.8 are about the sender's,
# 5.2.2 is a full mailbox); then the same in words, as servers say it with whatever code.
_NOBODY = expression(r"\b5\.(?:1\.(?:0|1|2|3|6|10)|2\.1|4\.(?:4|310))\b")
_IN_WORDS = expression(
    r"user unknown|no mailbox here|(?:name|recipient) is not recogni[sz]ed"
    r"|not listed in (?:the )?(?:domino|public|directory)"
    r"|(?:address|user|recipient)[^.\r\n]{0,20} could(?:n't| not) be found"
    r"|unknown (?:user|recipient|address)|no such (?:user|mailbox|recipient|address|person|account|domain)"
    r"|(?:user|mailbox|recipient|address|account|domain)[^.\r\n]{0,30} (?:not (?:found|known)"
    r"|does(?:n't| not) exist|unknown)"
    r"|(?:user|recipient|person)[^.\r\n]{0,20} (?:does(?:n't| not) have|has no) (?:an? )?"
    r"(?:[\w.-]{1,60} )?(?:account|mailbox)"
    r"|unbekannte[rn]? (?:benutzer|empfänger)"
    r"|(?:benutzer|empfänger|adresse)[^.\r\n]{0,20} (?:unbekannt|existiert nicht)"
    r"|(?:adresse|destinataire|utilisateur)[^.\r\n]{0,20} (?:inconnue?|n'existe pas)"
    r"|(?:usuario|destinatario|dirección)[^.\r\n]{0,20} (?:no existe|desconocid[oa])"
    r"|recipient address rejected|invalid (?:recipient|mailbox|address)|no longer (?:exists|valid|works|employed)"
    r"|(?:account|mailbox|user)[^.\r\n]{0,20} (?:disabled|inactive|closed|deactivated)"
    r"|host (?:or domain name )?not found|can't be written in ASCII"
    r"|unroute?able (?:address|mail domain)|no route to (?:the )?recipient"
    r"|dns domain '?[\w.-]{1,255}'? does(?:n't| not) exist|mx records point to non-?existent hosts",
    re.IGNORECASE,
)
_NOT_THE_ADDRESS = expression(
    r"\b5\.(?:2\.2|7\.\d{1,3}|3\.4)\b|\bover ?quota\b|mailbox (?:is )?full|spam|block(?:ed|list)|blacklist",
    re.IGNORECASE,
)


def is_nobody(state: str, said: str = "") -> bool:
    """Whether a server's refusal is about the address itself, so that the next letter would fare no better.

    Anything else (a full mailbox, our own server on a list, policy, size) is about this letter, or about us.
    """
    words = f"{state} {said}"
    if _NOT_THE_ADDRESS.search(words):
        return False
    return _NOBODY.search(words) is not None or _IN_WORDS.search(words) is not None
