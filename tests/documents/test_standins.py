"""What stands where a document was to be is none; whatever somebody may have written is passed on as it came."""

from __future__ import annotations

import pytest

from qibot.documents.standins import FOLDERS, GATEWAY, OPEN, PART, POINTER, UNENDED, stands_in

NOTICES = {
    "mailscanner": (
        "VirusWarning.txt",
        (
            "This is a message from the MailScanner E-Mail Virus Protection Service\n----\nThe original attachment "
            '"Report 2.docx" was believed to be infected by a virus and has been replaced by this warning message.'
        ),
    ),
    "mailscanner, by name": ("school-Attachment-Warning.txt", "The original e-mail attachment is stored elsewhere."),
    "mimedefang": (
        "warning.txt",
        (
            "An attachment named Report 2.docm was removed from this document as it\nconstituted a hazard.  If "
            "you require this document, please contact\nthe sender and arrange an alternate means of receiving it."
        ),
    ),
    "exchange": ("Report 2.docm.txt", "This attachment was removed."),
    "exchange, malware": (
        "Malware Alert Text.txt",
        "Malware was detected in one or more attachments included with this email message.",
    ),
    "exchange, deleted": ("Deleted Attachment.txt", "The following attachment was removed: Report 2.docx"),
    "defender": ("ATP Scan In Progress.eml", "Subject: ATP Scan In Progress\n\nYour attachments are being scanned."),
    "mimecast": ("Attachment Removed.txt", "Your email contained attachments that have been removed: Report 2.zip"),
    "barracuda": ("Attachment Deferred.txt", "Your attachment is being scanned"),
    "proxmox": ("ATTACHMENT_REMOVED.txt", "removed"),
    "symantec": ("DELETED0.TXT", "File attachment: Report 2.docx\nThe file attached to this email was removed."),
    "fortimail": ("Replacement.txt", "The file Report 2.docx was removed because of a virus."),
    "held, with a link": (
        "Report 2.docx.html",
        "<html><body>Your attachment is held. <a href='#'>Release</a></body></html>",
    ),
    "blocked": ("Warning.txt", "The attachment Report 2.docm was blocked"),
    "German": ("Hinweis.txt", "Der Anhang „Bericht 2.docx“ wurde aus Sicherheitsgründen entfernt."),
}
OTHERS = {
    "lock": ("~$port 2.docx", "application/octet-stream", OPEN),
    "LibreOffice's": ("~lock.Report 2.odt#", "application/octet-stream", OPEN),
    "windows": ("Thumbs.db", "application/octet-stream", FOLDERS),
    "a Mac's": ("DS_Store", "application/octet-stream", FOLDERS),
    "a download": ("Report 2.docx.crdownload", "application/octet-stream", UNENDED),
    "google": ("Report 2.gdoc", "application/octet-stream", POINTER),
    "a piece": ("document.bin", "message/partial", PART),
    "elsewhere": ("document.bin", "message/external-body", PART),
}
WRITTEN = {
    "a report": ("Report 2.txt", "Aim: by June the paper file was replaced by a checklist in all of four wards."),
    "feedback": (
        "Comments.txt",
        "I liked the aim. The second document was removed from the folder, was that on purpose?",
    ),
    "about attachment": ("Report 2.txt", "Children with attachment difficulties were supported by two nurture groups."),
    "about scans": ("Report 2.txt", "The forms were scanned and the files held at the school office until July."),
    "a page": (
        "Report 2.html",
        "<html><body><p>Our measures: number of referrals blocked by a missing form.</p></body></html>",
    ),
    "a mail": ("Re Report 2.eml", "Subject: Re: Report 2\n\nThe attachment was removed by our gateway, sorry."),
    "an odd name": ("_Report 2.docx", "PK"),
    "two endings": ("Report 2.docx.txt", "What I liked: the aim. Even better if the chart had a median."),
    "a virus project": ("Norovirus.txt", "We counted cases a week."),
}


@pytest.mark.parametrize("what", NOTICES)
def test_a_gateways_notice_is_no_document(what: str) -> None:
    name, says = NOTICES[what]
    assert stands_in(name, "text/plain", says.encode()) == GATEWAY


@pytest.mark.parametrize("what", OTHERS)
def test_what_programs_keep_beside_a_document_is_none(what: str) -> None:
    name, kind, why = OTHERS[what]
    assert stands_in(name, kind, b"x" * 162) == why


@pytest.mark.parametrize("what", WRITTEN)
def test_what_somebody_has_written_is_a_document(what: str) -> None:
    name, says = WRITTEN[what]
    assert stands_in(name, "text/plain" if name.endswith("txt") else "application/octet-stream", says.encode()) == ""


def test_a_large_file_is_no_notice() -> None:
    assert stands_in("Report 2.docx.txt", "text/plain", b"This attachment was removed. " * 400) == ""


def test_a_macs_second_file_is_known_by_how_it_begins() -> None:
    assert stands_in("_Report 2.docx", "application/octet-stream", bytes.fromhex("0005160700020000") + b"x") == FOLDERS
