"""Mail whose words lie elsewhere: a portal's notice of a secure message, or Microsoft's sealed part.

What it says can't be read here, so it is nobody's word yet, and the team has to hear of it.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail
from qibot.screening.wording import plainly

HEAD, LONGEST = 1500, 120  # characters among which a portal says so, and words of one
_SEALED = "rpmsg"  # Microsoft's rights-managed message, in a part of its own
_SECURE = (
    r"(?:secure|encrypted|protected|confidential|password[ -]protected|end[ -]to[ -]end encrypted|egress|zivver|zixcorp"
    r"|cisco secure|proofpoint encryption)"
)
_KIND = r"(?:secure |encrypted )?(?:e-?mail |mail )?(?:message|e-?mail|mail|package)"
_PORTAL = expression(
    rf"\b(?:sent|shared with) you (?:an? )?(?:new )?{_SECURE} {_KIND}\b"
    rf"|\byou(?:'ve| have)(?: received| got)? (?:an? )?(?:new |unread )?{_SECURE} {_KIND}\b"
    rf"|\bsent you (?:an? )?{_KIND} (?:via|using|in|with) (?:gmail )?confidential mode\b"
    rf"|^(?:you have a |a )?new {_SECURE} {_KIND} from\b"
    rf"|\b(?:read|open|view|unlock) (?:this|the|your) {_SECURE} {_KIND}\b"
)
_OPENS = expression(
    r"https?://|\bread the message\b|\bsecuremail\b|\bone-time passcode\b|\bopen the attachment\b"
    r"|\b(?:view|unlock|open) (?:the )?(?:message|e-?mail)\b"
)


def is_sealed(mail: Mail) -> bool:
    """Whether what it says can be read elsewhere alone."""
    if any(d.name.lower().endswith(_SEALED) for d in mail.documents):
        return True
    text = plainly(mail.own_text[:HEAD])
    if len(text.split()) > LONGEST or not _PORTAL.search(text):
        return False
    return bool(_OPENS.search(text)) or any("secure" in d.name.lower() for d in (*mail.documents, *mail.held))
