"""A report brings a receipt to the practitioner, and the mentor gets every document byte for byte."""

from __future__ import annotations

import base64
import io
import random
import zipfile
from email import policy
from email.message import EmailMessage

from qibot.demo.cast import word
from tests.support.programme import DOCX, Programme, files_of, sha256, text_of
from tests.support.whole import DONE, QUARANTINE


def test_a_report_brings_a_receipt_to_the_practitioner_and_the_document_to_the_mentor(p: Programme) -> None:
    p.reports(p.jo)
    done = p.round()
    assert not done.faults
    assert [entry["taken_for"] for entry in done.taken_in] == ["report 1"]
    forward, receipt = p.letter(p.ann, "forward_report"), p.letter(p.jo, "receipt")
    assert files_of(forward) == [("Report 1.docx", sha256(DOCX))]
    assert "My report is attached." in text_of(forward)
    assert "report 1" in text_of(receipt)
    assert "on time" in text_of(receipt)
    assert [p.kinds(one) for one in (p.jo, p.ann, p.meg, p.bob, p.team)] == [
        ["receipt"], ["forward_report"], [], [], [],
    ]  # fmt: skip
    assert (p.folder_count(), p.folder_count(DONE), p.folder_count(QUARANTINE)) == (0, 1, 0)


def odd_mail(p: Programme) -> tuple[bytes, dict[str, bytes]]:
    """A report whose documents come in every odd way, and what the mentor must get: each name with its bytes."""
    named = {key: word([key]) for key in ("long", "latin", "encoded", "path", "twin 1", "twin 2")}
    pdf, picture, table = b"%PDF-1.4\r\n\xe2\xe3 nameless", b"\x89PNG\r\n\x1a\n inline", b"a;b\r\n\xc3\xa9;2\r\n"
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "meg@school.example", p.ann.address, "Time for QI"
    inner.set_content("You have Tuesday mornings.\n")
    inner.add_attachment(b"inside", maintype="application", subtype="pdf", filename="inside.pdf")
    eml = inner.as_bytes(policy=policy.SMTP)

    def part(content: bytes, *header: bytes) -> bytes:
        lines = b"\r\n".join([*header, b"Content-Transfer-Encoding: base64"])
        return lines + b"\r\n\r\n" + base64.encodebytes(content).replace(b"\n", b"\r\n")

    docx = b"Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    named_as = b"Content-Disposition: attachment; filename"
    parts = [
        b"Content-Type: multipart/related; boundary=rel\r\n\r\n--rel\r\nContent-Type: text/html\r\n\r\n"
        b'<p>My report.</p><img src="cid:pic@x">\r\n--rel\r\n'
        + part(picture, b"Content-Type: image/png", b"Content-ID: <pic@x>", b"Content-Disposition: inline")
        + b"--rel--\r\n",
        part(named["long"], docx, named_as + b"*0*=UTF-8''J%C3%B6rg%E2%80%99s%20;\r\n filename*1*=%22final%22.docx"),
        part(named["latin"], docx, named_as + b'="r\xe9sum\xe9.docx"'),
        part(named["encoded"], docx, named_as + b'="=?UTF-8?B?UsOpcG9ydCDigJMgMS5kb2N4?="'),
        part(named["path"], docx, named_as + b'="../../etc/passwd.docx"'),
        part(named["twin 1"], docx, named_as + b'="twin.docx"'),
        part(named["twin 2"], docx, named_as + b'="twin.docx"'),
        part(b"", docx, named_as + b'="empty.docx"'),
        part(pdf, b"Content-Type: application/pdf"),
        b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + eml,
        b"Content-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment; filename=data.csv\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + table,
        b"Content-Disposition: attachment; filename=notes.txt\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n%b"
        % b"soft=\r\n break =E2=82=AC",
    ]
    head = f"From: Jo <{p.jo.address}>\r\nTo: {p.address}\r\nMessage-ID: <odd.{p.tag}@x.example>\r\n"
    raw = head.encode() + b"Subject: Report 1\r\n"
    raw += b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=mix\r\n"
    raw += b"".join(b"\r\n--mix\r\n" + one for one in parts) + b"\r\n--mix--\r\n"
    return raw, {
        "document.png": picture, "Jörg’s _final_.docx": named["long"], "résumé.docx": named["latin"],
        "Réport – 1.docx": named["encoded"], "passwd.docx": named["path"], "twin.docx": named["twin 1"],
        "twin.docx (again)": named["twin 2"], "empty.docx": b"", "document.pdf": pdf, "Time for QI.eml": eml,
        "data.csv": table, "notes.txt": "soft break €".encode(),
    }  # fmt: skip


def test_every_document_arrives_byte_for_byte_however_odd_its_name_or_place(p: Programme) -> None:
    raw, documents = odd_mail(p)
    p.sends(p.jo, raw)
    p.round()
    all_of_them = files_of(p.letter(p.ann, "forward_report"))
    wanted = [(name.removesuffix(" (again)"), sha256(content)) for name, content in documents.items()]
    got = [one for one in all_of_them if one[1] in {content for _, content in wanted}]
    assert len(all_of_them) == len(got) + 1, "what is attached to the attached mail comes besides"
    assert [content for _, content in got] == [content for _, content in wanted]
    names = [[name for name, _ in files] for files in (got, wanted)]
    assert names[0][:2] + names[0][3:] == names[1][:2] + names[1][3:]


def test_a_file_name_in_raw_8_bit_characters_arrives_as_it_was_meant(p: Programme) -> None:
    p.sends(p.jo, odd_mail(p)[0])
    p.round()
    assert "résumé.docx" in [name for name, _ in files_of(p.letter(p.ann, "forward_report"))]


def big_docx() -> bytes:
    """A Word document of 5 MB."""
    packed = io.BytesIO(DOCX)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", random.Random(7).randbytes(5_000_000))
    return packed.getvalue()


def test_a_document_of_5_mb_arrives_byte_for_byte(p: Programme) -> None:
    document = big_docx()
    p.sends(p.jo, p.writes(p.jo, "Report 1", "It is a bit big.\n", {"Report 1.docx": document}))
    p.round()
    assert files_of(p.letter(p.ann, "forward_report")) == [("Report 1.docx", sha256(document))]
