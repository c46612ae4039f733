"""Files that stand where a document was to be: a gateway's notice, a pointer, what a program keeps beside a file.

| file | how it is known |
|---|---|
| a mail gateway's notice that it took a file out, or still scans it | small, and by its first words or its name |
| Google's and Microsoft's pointers to a document that lies elsewhere | the ending, and small |
| Office's marks that a file is open, a Mac's second file, half a download, folders' own files | the name |
| a part of a message, or a word on where its file lies (RFC 2046, 5.2.2 and 5.2.3) | the type |

Such notices are MailScanner's, MIMEDefang's, Exchange's, Mimecast's, Barracuda's, Symantec's, FortiMail's, Defender's.
None of all these is a report or feedback. Each comes back as a sentence goes on behind the file's name.
"""

from __future__ import annotations

import re

from qibot.expression import expression

SMALL = 8 * 1024  # bytes of a notice at most
BEGINS = 600  # characters of one in which it says what it is
GATEWAY = "is only a mail gateway's notice that it took the document out, or still looks at it"
POINTER = "is only a pointer to a document that lies elsewhere"
OPEN = "is no document, but what a program keeps beside one while it is open"
UNENDED = "is a download that hasn't ended"
FOLDERS = "is no document, but what a computer keeps beside its files"
PART = "is only a piece of a file, or a word on where it lies"
STAND_INS = (GATEWAY, POINTER, OPEN, UNENDED, FOLDERS, PART)  # none of which does harm

_FILE = r"(?:attachments?|[\w()&-]{1,40}\.(?:docx?|docm|pdf|xlsx?|xlsm|pptx?|zip|odt|rtf|pages|jpe?g|png))"
_TAKEN = (
    r"(?:removed|deleted|blocked|stripped|quarantined|replaced|rejected|withheld|detached|dropped|neutrali[sz]ed"
    r"|(?:being |not (?:yet )?(?:been )?)?(?:scanned|inspected|analy[sz]ed)|held|deferred|on hold|disarmed|sanitised)"
)
_NOTICE = expression(
    rf"\b{_FILE}\b[\"'”’]?[^.?!]{{0,160}}?\b(?:was|were|is|are|has|have|had|been|being)\b[^.?!]{{0,80}}?\b{_TAKEN}\b"
    rf"|\b{_TAKEN}\b[^.?!]{{0,60}}?\b{_FILE}\b[^.?!]{{0,80}}?"
    r"\b(?:virus|malware|polic(?:y|ies)|secur\w+|gateway|unsafe|infected)\b"
    rf"|\b(?:unsafe|infected|malicious|unsupported|prohibited) (?:attach\w*|files?)\b[^.?!]{{0,60}}?\b{_TAKEN}\b"
    r"|\bmalware was detected\b|\bmailscanner e-?mail virus protection\b|\batp scan in progress\b"
    r"|\b(?:anlage|anhang)\b.{0,120}?\b(?:entfernt|gelöscht|blockiert|ersetzt)\b",
    re.IGNORECASE,
)
_CALLED = expression(
    r"(?:(?:deleted|removed|blocked|deferred|stripped|unsafe|quarantined)[ _-]?attachments?(?:\(s\))?\d{0,3}"
    r"|[\w ]{0,30}attachments?(?:\(s\))?[ _-]"
    r"(?:deleted|removed|blocked|deferred|stripped|quarantined|warning|unsupported)\d{0,3}"
    r"|malware alert text|virus[ _-]?(?:warning|alert)?\d{0,3}|[\w.-]{1,60}-attachment-warning"
    r"|deleted\d{1,3}|att_unsupported|unchecked|scanmail|(?:barracuda_)?attachment_removed|atp scan in progress"
    r"|safe attachments scan in progress)\.(?:txt|html?|eml)",
    re.IGNORECASE,
)
_NOTICES = (".txt", ".html", ".htm")
_OF_NOTICES = ("text/plain", "text/html")
MOST = 300  # words of a notice
_DOUBLED = expression(r".+\.(?:docx?|docm|pdf|xlsx?|xlsm|pptx?|zip|odt|rtf)\.(?:txt|html?)", re.IGNORECASE)
_DOUBLED_SAYS = expression(rf"\b{_TAKEN}\b", re.IGNORECASE)
_POINTER = expression(r".+\.(?:gdoc|gsheet|gslides|gdraw|gform|gjam|gsite|gmap|iwpv2)", re.IGNORECASE)
_OPEN = expression(r"~\$.+|\.?~lock\..+#|~wr[dl]\d{4}\.tmp", re.IGNORECASE)
_UNENDED = expression(r".+\.(?:crdownload|part|partial|download|opdownload|!ut)", re.IGNORECASE)
_FOLDERS = expression(r"[._]?ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|\._.+", re.IGNORECASE)
_APPLE_DOUBLE = b"\x00\x05\x16\x07"  # RFC 1740, appendix B
_PARTS = ("message/partial", "message/external-body")
_TAG = expression(r"<[^<>]{0,2000}>|&nbsp;")


def stands_in(name: str, content_type: str, data: bytes) -> str:
    """Why this file is none that somebody meant to send; empty where it may be."""
    if content_type in _PARTS:
        return PART
    if _OPEN.fullmatch(name):
        return OPEN
    if _FOLDERS.fullmatch(name) or data.startswith(_APPLE_DOUBLE) or content_type == "application/applefile":
        return FOLDERS
    if _UNENDED.fullmatch(name):
        return UNENDED
    if len(data) > SMALL:
        return ""
    if _POINTER.fullmatch(name):
        return POINTER
    return GATEWAY if _is_notice(name, content_type, data) else ""


def _is_notice(name: str, content_type: str, data: bytes) -> bool:
    if _CALLED.fullmatch(name):
        return True
    if not (name.lower().endswith(_NOTICES) or content_type in _OF_NOTICES):
        return False
    words = _TAG.sub(" ", data.decode("utf-8", "replace")).split()
    if len(words) > MOST:
        return False
    says = " ".join(words)[:BEGINS]
    if _DOUBLED.fullmatch(name) and _DOUBLED_SAYS.search(says):
        return True
    return _NOTICE.search(says) is not None
