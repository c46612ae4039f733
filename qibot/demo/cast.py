"""Who plays in the demonstration, and how they write: like people, each with a mail program's habits."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from html import escape

BOT = "qi.reports@council.example"
TEAM = "community.planning@council.example"
PROGRAMME_MANAGER = "programme.manager@council.example"
MANAGER = "meg.ross@school.example"
COHORT = "2026-27"
_COLUMNS = (
    "Cohort,Practitioner,Practitioner e-mail,Mentor,Mentor e-mail,Mentor capacity,Manager,Manager e-mail,"
    "Organisation,Project,Sponsor,Sponsor e-mail"
)
_KIM = "Kim Grant,kim.grant@council.example"
_ANN = f"Ann Lee,ann.lee@health.example,3,Meg Ross,{MANAGER}"
_BOB = f"Bob Ray,bob.ray@fire.example,2,Meg Ross,{MANAGER}"
PEOPLE = f"""\
{_COLUMNS}
{COHORT},Jo Smith,jo.smith@school.example,{_ANN},Craigie Primary,Calmer mornings,{_KIM}
{COHORT},Sam Baird,sam.baird@school.example,{_ANN},Craigie Primary,Home reading,{_KIM}
{COHORT},Priya Nair,priya.nair@council.example,{_BOB},Housing,Fewer repeat calls,{_KIM}
{COHORT},Callum Orr,callum.orr@council.example,{_BOB},Roads,Pothole reports,{_KIM}
"""
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody with a mailbox."""

    name: str
    address: str

    def writes(
        self, when: datetime, subject: str, text: str, documents: dict[str, bytes] | None = None
    ) -> EmailMessage:
        """A fresh mail to the programme's mailbox."""
        mail = EmailMessage()
        mail["From"] = f"{self.name} <{self.address}>"
        mail["To"] = BOT
        mail["Subject"] = subject
        mail["Date"] = format_datetime(when)
        mail["Message-ID"] = make_msgid(domain=self.address.rpartition("@")[2])
        mail.set_content(text)
        for name, content in (documents or {}).items():
            mail.add_attachment(content, maintype="application", subtype=WORD, filename=name)
        return mail

    def answers(
        self, when: datetime, letter: bytes, text: str, documents: dict[str, bytes] | None = None
    ) -> EmailMessage:
        """An answer to a letter, the new text on top and the letter quoted below, as most programs do it."""
        read = message_from_bytes(letter, policy=policy.default)
        body = read.get_body(("plain",))
        quoted = "\n".join(f"> {line}" for line in (body.get_content() if body else "").splitlines())
        subject = str(read["Subject"])
        again = subject if subject.lower().startswith("re:") else f"Re: {subject}"
        mail = self.writes(when, again, f"{text}\n\nOn {when:%d/%m/%Y} {read['From']} wrote:\n{quoted}\n", documents)
        mail.replace_header("To", str(read["Reply-To"] or read["From"]))
        mail["In-Reply-To"] = str(read["Message-ID"])
        mail["References"] = f"{read['References'] or ''} {read['Message-ID']}".strip()
        return mail


JO = Player("Jo Smith", "jo.smith@school.example")
SAM = Player("Sam Baird", "sam.baird@school.example")
PRIYA = Player("Priya Nair", "priya.nair@council.example")
CALLUM = Player("Callum Orr", "callum.orr@council.example")
ANN = Player("Ann Lee", "ann.lee@health.example")
BOB = Player("Bob Ray", "bob.ray@fire.example")
TEAM_MEMBER = Player("Community Planning", TEAM)
STRANGER = Player("R. Muir", "rmuir@home.example")


def word(paragraphs: list[str], comments: list[str] | None = None) -> bytes:
    """A small Word document; its comments are those of a reviewer."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relations = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    notes = [
        f'<w:comment w:id="{i}" w:author="Reviewer"><w:p><w:r><w:t>{escape(c)}</w:t></w:r></w:p></w:comment>'
        for i, c in enumerate(comments or [])
    ]
    body = "".join(
        f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r>"
        + (f'<w:r><w:commentReference w:id="{i}"/></w:r>' if i < len(notes) else "")
        + "</w:p>"
        for i, p in enumerate(paragraphs)
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        + (f'<Override PartName="/word/comments.xml" ContentType="{kind}.comments+xml"/>' if notes else "")
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{relations}/package/2006/relationships"><Relationship Id="r1"'
        f' Type="{relations}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
    }
    if notes:
        members["word/comments.xml"] = f"<w:comments {space}>{''.join(notes)}</w:comments>"
        members["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{relations}/package/2006/relationships"><Relationship Id="r1"'
            f' Type="{relations}/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>'
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return packed.getvalue()
