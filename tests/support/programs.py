"""A fresh mail with documents as eight mail programs write it: headers, parts, page, the names of the files."""

from __future__ import annotations

import base64
import hashlib
import quopri
from collections.abc import Callable, Mapping
from email.header import Header
from html import escape

Files = Mapping[str, bytes]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"docx": WORD, "pdf": "application/pdf", "xlsx": "application/vnd.ms-excel", "zip": "application/zip"}


class Written:
    """What is to be written, and a token of its own for boundaries and Message-IDs."""

    def __init__(self, sender: str, to: str, cc: str, subject: str, text: str, files: Files, extra: str = "") -> None:
        self.sender, self.to, self.cc, self.subject, self.text, self.files = sender, to, cc, subject, text, files
        self.extra = extra  # further header lines
        self.token = hashlib.sha256(repr((sender, subject, text, sorted(files))).encode()).hexdigest()[:24].upper()

    @property
    def head(self) -> list[str]:
        copy = [f"Cc: {self.cc}"] if self.cc else []
        return [f"From: {self.sender}", f"To: {self.to}", *copy, f"Subject: {encoded(self.subject)}"]


def encoded(text: str) -> str:
    """A header's words."""
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=200).encode()


def quoted(text: str, charset: str = "utf-8") -> str:
    """A body as quoted-printable."""
    return quopri.encodestring(text.encode(charset)).decode()


def packed(data: bytes) -> str:
    """A file as base64, 76 to the line."""
    return base64.encodebytes(data).decode()


def type_of(name: str) -> str:
    """What a program takes a file of this name for."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _multi(kind: str, boundary: str, *parts: str) -> str:
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind};\n\tboundary="{boundary}"\n\n{body}--{boundary}--\n'


def _plain(text: str, charset: str = "utf-8") -> str:
    said = quoted(text, charset)
    return f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: quoted-printable\n\n{said}\n'


def _page(page: str, charset: str = "utf-8") -> str:
    said = quoted(page, charset)
    return f'Content-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: quoted-printable\n\n{said}\n'


def _file(name: str, data: bytes, *more: str, shown: str = "attachment") -> str:
    lines = [f'Content-Type: {type_of(name)};\n\tname="{encoded(name)}"', *more]
    lines.append(f'Content-Disposition: {shown};\n\tfilename="{encoded(name)}"')
    return "\n".join([*lines, "Content-Transfer-Encoding: base64", "", packed(data)])


def _outlook(w: Written, page: str, *more: str) -> str:
    sent = [
        _file(n, d, f"Content-Description: {encoded(n)}").replace(
            "attachment;", f'attachment; size={len(d)};\n\tcreation-date="Thu, 12 Nov 2026 09:00:00 GMT";'
        )
        for n, d in w.files.items()
    ]
    words = _multi("alternative", f"_000_{w.token}GBRP_", _plain(w.text, "windows-1252"), _page(page, "windows-1252"))
    head = [
        *w.head, f"Thread-Topic: {encoded(w.subject)}", f"Thread-Index: {w.token}==",
        "Date: Thu, 12 Nov 2026 09:00:00 +0000",
        f"Message-ID: <LO4P265MB{w.token}@LO4P265MB9010.GBRP265.PROD.OUTLOOK.COM>",
        "Accept-Language: en-GB, en-US", "Content-Language: en-GB", "X-MS-Has-Attach: yes", "X-MS-TNEF-Correlator:",
        *more, "MIME-Version: 1.0",
    ]  # fmt: skip
    return "\n".join([*head, _multi("mixed", f"_004_{w.token}GBRP_", words, *sent)])


def outlook_windows(w: Written) -> str:
    """Outlook for Windows: Word's page."""
    lines = "".join(f"<p class=MsoNormal>{escape(x) or '<o:p>&nbsp;</o:p>'}</p>" for x in w.text.split("\n"))
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator'
        f' content="Microsoft Word 15"></head><body lang=EN-GB><div class=WordSection1>{lines}</div></body></html>'
    )
    return _outlook(w, page, "msip_labels:")


def outlook_web(w: Written) -> str:
    """Outlook on the web."""
    lines = "".join(f'<div class="elementToProof">{escape(x) or "<br>"}</div>\n' for x in w.text.split("\n"))
    return _outlook(w, f'<html><body dir="ltr">\n{lines}</body></html>')


def outlook_ios(w: Written) -> str:
    """Outlook for iOS, with the telephone's signature."""
    signed = Written(
        w.sender, w.to, w.cc, w.subject, f"{w.text}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", w.files
    )
    lines = "".join(f'<div dir="ltr">{escape(x) or "<br>"}</div>' for x in w.text.split("\n"))
    mark = '<div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div>'
    signed.extra = w.extra
    return _outlook(signed, f"<html><body>{lines}{mark}</body></html>")


def gmail(w: Written) -> str:
    """Gmail on the web: an attachment's id, no names in German brackets."""
    lines = "".join(f"<div>{escape(x) or '<br>'}</div>" for x in w.text.split("\n"))
    words = _multi(
        "alternative", f"000000000000{w.token[:12]}", _plain(w.text, "UTF-8"), _page(f'<div dir="ltr">{lines}</div>')
    )
    sent = [
        _file(n, d, f"Content-ID: <f_{w.token[:8].lower()}{k}>", f"X-Attachment-Id: f_{w.token[:8].lower()}{k}")
        for k, (n, d) in enumerate(w.files.items())
    ]
    head = [
        "MIME-Version: 1.0",
        "Date: Thu, 12 Nov 2026 09:00:00 +0000",
        f"Message-ID: <CAjnLQ{w.token}@mail.gmail.com>",
    ]
    return "\n".join([*head, *w.head, _multi("mixed", f"000000000000{w.token[12:]}", words, *sent)])


def apple_mac(w: Written) -> str:
    """Apple Mail on a Mac: the documents stand within the text, inline, and more of it below them."""
    above = _page(f"<html><body>{escape(w.text)}<div><br></div></body></html>")
    below = _page("<html><body><div><br></div><div>Jo</div></body></html>")
    sent = [_file(n, d, "X-Unix-Mode: 0644", shown="inline") for n, d in w.files.items()]
    mixed = _multi("mixed", f"Apple-Mail=_{w.token}-2", above, *sent, below)
    head = [
        *w.head,
        "Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.700.81\\))",
        f"Message-Id: <{w.token}-B@school.example>",
        "Date: Thu, 12 Nov 2026 09:00:00 +0000",
        "X-Mailer: Apple Mail (2.3826.700.81)",
    ]
    return "\n".join([*head, _multi("alternative", f"Apple-Mail=_{w.token}-1", _plain(f"{w.text}\n\n\n\nJo"), mixed)])


def apple_iphone(w: Written) -> str:
    """Apple Mail on an iPhone: text, documents and the signature as parts of one mail."""
    sent = [_file(n, d, "X-Apple-Part-Url: " + w.token) for n, d in w.files.items()]
    head = [
        "Content-Transfer-Encoding: 7bit", *w.head, "Mime-Version: 1.0 (1.0)", "Date: Thu, 12 Nov 2026 09:00:00 +0000",
        f"Message-Id: <{w.token}@school.example>", "X-Mailer: iPhone Mail (22B91)",
    ]  # fmt: skip
    parts = [
        _plain(w.text, "us-ascii" if w.text.isascii() else "utf-8"),
        *sent,
        _plain("\n\nSent from my iPhone", "us-ascii"),
    ]
    return "\n".join([*head, _multi("mixed", f"Apple-Mail-{w.token}", *parts)])


def thunderbird(w: Written) -> str:
    """Thunderbird: format=flowed, names with charset (RFC 2231) where they need it."""
    words = _plain(w.text, "UTF-8").replace('charset="UTF-8"', "charset=UTF-8; format=flowed")
    head = [
        f"Message-ID: <{w.token.lower()}@school.example>", "Date: Thu, 12 Nov 2026 09:00:00 +0000", "MIME-Version: 1.0",
        "User-Agent: Mozilla Thunderbird", *w.head, "Content-Language: en-GB",
    ]  # fmt: skip
    sent = [_file(n, d) for n, d in w.files.items()]
    return "\n".join([*head, _multi("mixed", f"------------{w.token}", words, *sent)])


def mutt(w: Written) -> str:
    """mutt: plain text alone."""
    head = [
        "Date: Thu, 12 Nov 2026 09:00:00 +0000",
        *w.head,
        f"Message-ID: <Zz{w.token}@host.example>",
        "MIME-Version: 1.0",
    ]
    sent = [_file(n, d) for n, d in w.files.items()]
    words = _plain(w.text, "us-ascii" if w.text.isascii() else "utf-8") + "Content-Disposition: inline\n"
    return "\n".join([*head, _multi("mixed", w.token[:16], words.replace("Content-Disposition: inline\n", ""), *sent)])


PROGRAMS: Mapping[str, Callable[[Written], str]] = {
    "Outlook for Windows": outlook_windows, "Outlook on the web": outlook_web, "Outlook for iOS": outlook_ios,
    "Gmail": gmail, "Apple Mail on a Mac": apple_mac, "Apple Mail on an iPhone": apple_iphone,
    "Thunderbird": thunderbird, "mutt": mutt,
}  # fmt: skip


def raw(program: str, w: Written) -> bytes:
    """The message as it lies in the mailbox."""
    text = PROGRAMS[program](w)
    if w.extra:
        text = f"{w.extra}\n{text}"
    return text.replace("\n", "\r\n").encode("ascii")
