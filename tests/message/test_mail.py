"""Reading a message: the specification of mail.py."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.demo.cast import word
from qibot.errors import MailUnreadable
from qibot.message.headers import FROM_LIMIT
from qibot.message.mail import Mail, headers_alone, parse, unreadable
from tests.support import hostile

ALICE, BOB = "alice@example.org", "bob@evil.example"
PDF = b"%PDF-1.4 \x00\xff"
PNG = b"\x89PNG"


def raw(*fields: str | bytes, body: bytes = b"Hello\r\n", sender: str | None = ALICE) -> bytes:
    """A message with these header fields."""
    lines = [f"From: {sender}".encode()] if sender else []
    lines += [field if isinstance(field, bytes) else field.encode() for field in fields]
    return b"\r\n".join([*lines, b"", body])


def mail(*fields: str | bytes, body: bytes = b"Hello\r\n", sender: str | None = ALICE) -> Mail:
    return parse(raw(*fields, body=body, sender=sender))


def container(sub: str, *parts: bytes, boundary: str = "b") -> bytes:
    """A multipart with its own header."""
    head = f'Content-Type: multipart/{sub}; boundary="{boundary}"\r\n\r\n'.encode()
    return head + b"".join(f"--{boundary}\r\n".encode() + p + b"\r\n" for p in parts) + f"--{boundary}--\r\n".encode()


def multipart(sub: str, *parts: bytes) -> Mail:
    return parse(b"From: " + ALICE.encode() + b"\r\nMIME-Version: 1.0\r\n" + container(sub, *parts))


def part(kind: str, content: bytes, *fields: str | bytes) -> bytes:
    lines = [f"Content-Type: {kind}".encode()]
    lines += [field if isinstance(field, bytes) else field.encode() for field in fields]
    return b"\r\n".join([*lines, b"", content])


def base64_part(kind: str, content: bytes, *fields: str | bytes) -> bytes:
    return part(kind, base64.encodebytes(content), *fields, "Content-Transfer-Encoding: base64")


PLAIN = part("text/plain; charset=utf-8", b"Please find it attached.")
HTML = part("text/html; charset=utf-8", b"<p>Please find <b>it</b> attached.</p>")
FILE = base64_part("application/pdf", PDF, 'Content-Disposition: attachment; filename="report.pdf"')


# --- header fields ---


@pytest.mark.parametrize(
    "written",
    [
        b"Fr\xc3\xb6sche im Teich",
        b"Fr\xf6sche im Teich",
        b"=?utf-8?q?Fr=C3=B6sche?= im Teich",
        b"=?iso-8859-1?Q?Fr=F6sche_im_Teich?=",
        b"=?UTF-8?B?RnLDtnNjaGU=?=\r\n =?utf-8?q?_im?=\r\n\tTeich",
        b"Fr\xc3\xb6sche\r\n im Teich",
        b"=?utf-8?q?Fr=C3=B6?= =?utf-8?q?sche_im_Teich?=",
        b"=?x-unknown?q?Fr=F6sche_im_Teich?=",
        b"=?us-ascii?q?Fr=C3=B6sche_im_Teich?=",
        b"  Fr\xc3\xb6sche im\xc2\xa0Teich \x07 ",
    ],
)
def test_a_subject_is_read_however_it_is_written(written: bytes) -> None:
    assert mail(b"Subject: " + written).subject == "Frösche im Teich"


@pytest.mark.parametrize("broken", ["=?utf-8?b?####?=", "=?utf-8?x?abc?=", "=?utf-8?q?", "=?=?=", "=?rot13?b?A?= x"])
def test_a_broken_encoded_word_does_no_harm(broken: str) -> None:
    assert mail(f"Subject: Report {broken}").subject.startswith("Report")


def test_the_first_subject_counts() -> None:
    assert mail("Subject: one", "Subject: two").subject == "one"


def test_header_fields_that_are_missing_are_empty() -> None:
    read = parse(b"\r\nHello")
    assert (read.sender, read.sender_name, read.to, read.subject, read.message_id) == (None, "", (), "", "")
    assert (read.in_reply_to, read.references, read.is_reply) == ((), (), False)
    assert read.text == "Hello"


def test_a_subject_can_make_no_header_of_a_letter() -> None:
    hostile_subject = "=?utf-8?q?a=0D=0ABcc:_x=40y.example?="
    assert mail(f"Subject: {hostile_subject}").subject == "a  Bcc: x@y.example"


def test_a_subject_has_300_characters_at_most_and_none_that_hide_or_turn() -> None:
    assert len(mail("Subject: " + "x" * 5000).subject) == 300
    assert mail("Subject: a\u202eb\u200bc\u0000d").subject == "abcd"


# --- From ---


@pytest.mark.parametrize(
    "written",
    [
        ALICE,
        f"<{ALICE}>",
        f"Alice <{ALICE}>",
        "ALICE@Example.ORG",
        f'"Lee, Alice" <{ALICE}>',
        f'"a@x.com" <{ALICE}>',
        f'"\\"quoted\\" <{BOB}>" <{ALICE}>',
        f"{ALICE} (Alice)",
        f"(Alice <{BOB}>) {ALICE}",
        f"Alice\r\n <{ALICE}>",
        f"=?utf-8?q?Fr=C3=B6sche?= <{ALICE}>",
        f"a@x.com <{ALICE}>",
        f" < {ALICE} > ",
        f'(") <{ALICE}> (")',
    ],
)
def test_the_sender_is_the_one_address(written: str) -> None:
    assert mail(sender=written).sender == ALICE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Alice",
        f"{ALICE}, {BOB}",
        f"Alice <{ALICE}>, Bob <{BOB}>",
        f"{ALICE}, <{BOB}>",
        f"<{ALICE}> <{BOB}>",
        f"<{ALICE}> {BOB}",
        f"{ALICE})bob@evil",
        f"{ALICE} {BOB}",
        f"{ALICE}(",
        f'(" <x) <{BOB}> (" <{ALICE}>',
        f'"Alice <{ALICE}>',
        f"(a (b) c) {ALICE}",
        f"Group: {ALICE};",
        f"<@relay.example:{ALICE}>",
        '"alice"@example.org',
        '"alice@example.org"@evil.example',
        "alice@example.org@evil.example",
        f"{ALICE}\0",
        f"<{ALICE}",
        f"{ALICE}>",
        f"<<{ALICE}>>",
        "al\u0456ce@example.org",
        f"\u202e{ALICE}",
        "=?utf-8?q?alice=40example.org?=",
        f"{ALICE} " + " " * FROM_LIMIT + "(",
    ],
)
def test_whatever_is_not_unmistakably_one_address_identifies_nobody(written: str) -> None:
    assert mail(sender=written).sender is None


@pytest.mark.parametrize(
    "other", [f"From: {BOB}", f"FROM: {ALICE}", f"From : {BOB}", f"X: y\rFrom: {BOB}", f"no field\r\nFrom: {BOB}"]
)
def test_two_from_fields_identify_nobody(other: str) -> None:
    assert mail(other).sender is None
    assert parse(other.encode() + b"\r\n" + raw()).sender is None


@pytest.mark.parametrize("name", ["Sender", "Reply-To", "Resent-From", "X-From", "Return-Path"])
def test_no_other_field_identifies_anyone(name: str) -> None:
    assert mail(f"{name}: {BOB}").sender == ALICE
    assert mail(f"{name}: {BOB}", sender=None).sender is None


def test_the_senders_name_is_shown_on_one_line() -> None:
    assert mail(sender=f'"Lee, Alice" <{ALICE}>').sender_name == "Lee, Alice"
    assert "\n" not in mail(sender=f"=?utf-8?q?a=0D=0Ab?= <{ALICE}>").sender_name


@given(st.text(max_size=60))
def test_a_from_field_with_any_words_before_the_address_never_becomes_another_sender(words: str) -> None:
    one_line = "".join(c for c in words if c.isprintable())
    assert mail(sender=f"{one_line} <{ALICE}>").sender in (ALICE, None)


# --- ids and addresses ---


def test_ids_are_read_without_their_brackets() -> None:
    read = mail("Message-ID: <a@b>", "In-Reply-To: <c@d>", "References: <e@f>\r\n <c@d>")
    assert (read.message_id, read.in_reply_to, read.references) == ("a@b", ("c@d",), ("e@f", "c@d"))
    assert read.is_reply


@pytest.mark.parametrize("written", ["<a b@c>", "a@b", "<>", "<a@b", "<a@b\r\n c>", "<é@b>", "<" + "x" * 501 + ">"])
def test_what_is_no_id_is_none(written: str) -> None:
    assert mail(f"Message-ID: {written}", f"References: {written}").message_id == ""
    assert mail(f"References: {written}").references == ()


def test_of_very_many_references_the_last_hundred_of_those_read_are_kept() -> None:
    read = mail("References: " + " ".join(f"<{i}@x>" for i in range(1000)))
    assert len(read.references) == 100
    assert read.references[-1] == "999@x"
    assert len(mail("References: " + "<a@x> " * 50_000).references) == 100


def test_everywhere_that_a_message_went_is_read_in_lower_case_and_once() -> None:
    read = mail("To: A@x.example, Bob <b@x.example>", "Cc: a@x.example", "Delivered-To: bot+t@x.example", "Bcc: no@x")
    assert read.to == ("a@x.example", "b@x.example", "bot+t@x.example")


def test_no_more_than_500_addresses_are_read() -> None:
    assert len(mail(*["To: " + ", ".join(f"a{j}.{i}@x.example" for i in range(500)) for j in range(3)]).to) == 500


# --- identity ---


def test_a_message_is_known_by_its_id_and_sender_and_by_the_digest_of_what_it_says() -> None:
    one, twice = mail("Message-ID: <a@b>"), mail("Received: later", "Message-ID: <a@b>")
    other = mail("Message-ID: <a@b>", body=b"Something else")
    assert one.identity == twice.identity == other.identity
    assert one.digest == twice.digest != other.digest
    assert mail("Message-ID: <a@b>", sender=BOB).identity != one.identity
    assert mail("Message-ID: <a@c>").identity != one.identity


@pytest.mark.parametrize("fields", [("Message-ID: <a@b>", f"From: {BOB}"), (), ("Message-ID: a b",)])
def test_without_id_or_sender_the_content_is_the_identity(fields: tuple[str, ...]) -> None:
    assert mail(*fields).identity == mail(*fields).identity
    assert mail(*fields).identity != mail(*fields, body=b"Something else").identity


def test_a_message_that_cannot_be_read_is_known_by_its_content_and_size() -> None:
    assert unreadable(b"x", 1).identity == unreadable(b"x", 1).identity
    assert len({unreadable(b"x", 1).identity, unreadable(b"x", 2).identity, unreadable(b"y", 1).identity}) == 3
    assert (unreadable(b"x", 1).sender, unreadable(b"x", 1).files) == (None, ())


def test_of_a_header_alone_all_is_read_that_stands_in_it() -> None:
    read = headers_alone(raw("Subject: Report 1", "Message-ID: <a@b>", body=b""), 40_000_000)
    assert (read.sender, read.subject, read.size, read.text) == (ALICE, "Report 1", 40_000_000, "")
    nameless = raw("Subject: Report 1", body=b"")
    assert headers_alone(nameless, 40_000_000).identity != headers_alone(nameless, 40_000_001).identity


# --- text ---


def test_of_alternatives_the_plain_text_is_read() -> None:
    read = multipart("alternative", part("text/plain", b"plain"), part("text/html", b"<p>html</p>"))
    assert read.text == "plain"


def test_html_is_read_as_text_where_there_is_no_other() -> None:
    page = "<html><head><style>p {x}</style></head><p>Dear Ann,<p>one<br>two<ul><li>first<li>second</ul>fr&ouml;sche"
    text = mail("Content-Type: text/html; charset=utf-8", body=page.encode()).text
    assert [line for line in text.split("\n") if line] == ["Dear Ann,", "one", "two", "* first", "* second", "frösche"]


def test_html_is_read_where_the_plain_text_is_blank() -> None:
    assert multipart("alternative", part("text/plain", b" \r\n"), part("text/html", b"<p>html</p>")).text == "html"


@pytest.mark.parametrize("blank", [b"", part("text/plain", b" ")])
def test_a_footer_in_plain_text_does_not_hide_the_html_before_it(blank: bytes) -> None:
    own = container("alternative", *([blank] if blank else []), part("text/html", b"My report"), boundary="i")
    assert multipart("mixed", own, part("text/plain", b"Council footer")).text == "My report\nCouncil footer"
    assert (
        multipart("mixed", part("text/html", b"My report"), part("text/plain", b"Footer")).text == "My report\nFooter"
    )


def test_apple_mail_writes_html_around_a_document_and_it_is_found() -> None:
    inner = container("mixed", part("text/html", b"before"), FILE, part("text/html", b"after"), boundary="i")
    read = multipart("alternative", part("text/plain", b"before after"), inner)
    assert read.text == "before after"
    assert [d.name for d in read.files] == ["report.pdf"]


def test_all_text_parts_are_read_however_many() -> None:
    texts = [part("text/plain", f"word{i}".encode()) for i in range(120)]
    assert multipart("mixed", *texts).text.split() == [f"word{i}" for i in range(120)]


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-8", "Frösche".encode()),
        ("iso-8859-1", "Frösche".encode("latin-1")),
        ("us-ascii", "Frösche".encode("latin-1")),
        ("us-ascii", "Frösche".encode()),
        ("utf-8", "Frösche".encode("latin-1")),
        ("x-unknown", "Frösche".encode()),
        ("punycode", "Frösche".encode()),
        ("utf-16", "Frösche".encode("utf-16")),
        ("utf-7", "Frösche".encode("utf-7")),
    ],
)
def test_text_is_read_whatever_is_said_of_its_charset(charset: str, body: bytes) -> None:
    encoded = base64.encodebytes(body)
    fields = (f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: base64")
    assert mail(*fields, body=encoded).text == "Frösche"
    if charset != "utf-16":
        assert mail(fields[0], body=body).text == "Frösche"


def test_japanese_in_seven_bits_is_decoded() -> None:
    assert mail("Content-Type: text/plain; charset=iso-2022-jp", body="日本".encode("iso-2022-jp")).text == "日本"


def test_quoted_printable_text_is_decoded() -> None:
    body = b"Fr=C3=B6sche im =\r\nTeich=20\r\n-- =3D\r\n"
    fields = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: Quoted-Printable")
    assert mail(*fields, body=body).text == "Frösche im Teich\n-- ="


def test_nul_bytes_are_left_out_and_line_breaks_made_alike() -> None:
    assert mail(body=b"a\0b\r\nc\rd  \ne").text == "ab\nc\nd\ne"


@pytest.mark.parametrize("page", [b"<!-- x -->", b"<", b"<?xml version='1.0' encoding='latin-1'?><p>x</p>", b"\0"])
def test_html_that_is_hardly_any_is_read(page: bytes) -> None:
    assert mail("Content-Type: text/html", body=page).text in ("", "<", "x", "\ufffd")


@pytest.mark.parametrize("tag", ["div", "ul", "table", "blockquote", "span"])
def test_words_deep_inside_html_are_not_lost(tag: str) -> None:
    page = f"<{tag}>".encode() * 5000 + b"deep &amp; low"
    assert mail("Content-Type: text/html", body=page).text.strip() == "deep & low"


def test_html_cannot_be_made_to_grow() -> None:
    for page in (b"<p style='margin-top:99999em;padding-left:9999em'>x" * 5000, b"<ul>" * 200 + b"<li>x" * 5000):
        assert len(mail("Content-Type: text/html", body=page).text) < 4 * len(page)
    table = b"<table><tr><td>" + b"wide" * 10_000 + b"<tr><td>x" * 10_000
    assert len(mail("Content-Type: text/html", body=table).text) < 4 * len(table)


def test_cells_and_rows_stay_apart() -> None:
    table = b"<table><tr><th>Week<th>Pupils<tr><td>1<td>17</table>"
    assert [line.split() for line in mail("Content-Type: text/html", body=table).text.split("\n")] == [
        ["Week", "Pupils"],
        ["1", "17"],
    ]


@pytest.mark.parametrize("letter", ["x", "ö"])
def test_text_over_a_megabyte_is_refused_and_never_silently_cut(letter: str) -> None:
    fits = (letter.encode() * 70 + b"\r\n") * 7000
    assert mail("Content-Type: text/plain; charset=utf-8", body=fits).text.count(letter) == 490_000
    with pytest.raises(MailUnreadable, match="text"):
        mail("Content-Type: text/plain; charset=utf-8", body=fits * 3)


# --- documents ---


def test_a_document_has_its_name_type_size_and_hash() -> None:
    [found] = multipart("mixed", PLAIN, FILE).documents
    assert (found.name, found.content_type, found.size, found.inline) == (
        "report.pdf",
        "application/pdf",
        len(PDF),
        False,
    )
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()


def test_a_pdf_without_name_and_disposition_is_a_document() -> None:
    assert [d.name for d in multipart("mixed", PLAIN, base64_part("application/pdf", PDF)).files] == ["document.pdf"]


def test_a_message_that_is_nothing_but_a_pdf_is_a_document() -> None:
    read = mail("Content-Type: application/pdf; name=x.pdf", "Content-Transfer-Encoding: base64", body=b"QUJD")
    assert ([d.name for d in read.files], read.text) == (["x.pdf"], "")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("filename=report.pdf", "report.pdf"),
        ('filename="my report.pdf"', "my report.pdf"),
        ("filename*=utf-8''Fr%C3%B6sche.pdf", "Frösche.pdf"),
        ("filename*0*=utf-8''Fr%C3%B6; filename*1=sche.pdf", "Frösche.pdf"),
        ('filename="=?utf-8?q?Fr=C3=B6sche.pdf?="', "Frösche.pdf"),
        ("filename==?utf-8?b?RnLDtnNjaGUucGRm?=", "Frösche.pdf"),
        (b'filename="Fr\xc3\xb6sche.pdf"', "Frösche.pdf"),
        ('filename="../../etc/passwd"', "passwd"),
        ("filename*=utf-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ('filename="C:\\\\Users\\\\jo\\\\report.pdf"', "report.pdf"),
        ('filename="/"', "document.pdf"),
        ('filename=".."', "document.pdf"),
        ('filename=".hidden.pdf"', "hidden.pdf"),
        ("filename*=utf-8''a%0D%0ABcc%3A%20x.pdf", "a Bcc_ x.pdf"),
        ("filename*=utf-8''report%E2%80%AEfdp.exe", "reportfdp.exe"),
        ("filename*=utf-8''a%00b.pdf", "ab.pdf"),
        ('filename="a<b>|c?.pdf"', "a_b__c_.pdf"),
        ("filename=" + "x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ("filename=" + "x" * 500, "x" * 120),
        ("x=y", "document.pdf"),
        ("filename*=x\0y''a.pdf", "document.pdf"),
        ("filename*x=1; filename*0*=a; filename*=b", "document.pdf"),
    ],
)
def test_a_file_name_is_read_and_made_safe(field: str | bytes, name: str) -> None:
    written = field if isinstance(field, bytes) else field.encode()
    found = multipart(
        "mixed", PLAIN, base64_part("application/pdf", PDF, b"Content-Disposition: attachment; " + written)
    )
    [document] = found.documents
    assert document.name == name


def test_the_types_own_name_counts_too() -> None:
    assert multipart("mixed", PLAIN, base64_part('application/pdf; name="x.pdf"', PDF)).files[0].name == "x.pdf"


def test_a_text_that_is_attached_is_a_document_and_not_the_text() -> None:
    attached = part("text/plain", b"inside", "Content-Disposition: attachment")
    named = part('text/plain; name="notes.txt"', b"inside too")
    read = multipart("mixed", PLAIN, attached, named)
    assert read.text == "Please find it attached."
    assert [d.name for d in read.files] == ["document.txt", "notes.txt"]


def test_an_attached_message_is_one_document_named_after_its_subject() -> None:
    inner = raw("Subject: My =?utf-8?q?M=C3=A4rz?= report: 1/2", "Content-Type: text/plain", body=b"inner words")
    read = multipart("mixed", PLAIN, part("message/rfc822", inner))
    assert read.text == "Please find it attached."
    assert [(d.name, d.size) for d in read.files] == [("My März report  1 2.eml", len(inner))]


def test_the_documents_and_words_of_an_attached_message_stay_inside_it() -> None:
    inner = b"From: x@y.example\r\nSubject: Fwd\r\n" + container(
        "mixed", part("text/plain", b"inner"), FILE, boundary="i"
    )
    read = multipart("mixed", PLAIN, part("message/rfc822", inner))
    assert [d.name for d in read.documents] == ["Fwd.eml"]
    assert "inner" not in read.text


@pytest.mark.parametrize("fields", [("Content-Disposition: inline; filename=logo.png",), ("Content-ID: <logo>",)])
def test_pictures_within_the_text_are_no_files(fields: tuple[str, ...]) -> None:
    read = multipart("related", HTML, base64_part("image/png", PNG, *fields))
    assert (read.files, [d.inline for d in read.documents]) == ((), [True])


def test_a_picture_that_is_attached_is_a_file() -> None:
    fields = ("Content-Disposition: attachment; filename=chart.png", "Content-ID: <x>")
    assert [d.name for d in multipart("mixed", PLAIN, base64_part("image/png", PNG, *fields)).files] == ["chart.png"]


@pytest.mark.parametrize(
    "kind",
    ["application/pkcs7-signature; name=smime.p7s", "application/pgp-signature", "text/calendar", "text/vcard"],
)
def test_signatures_invitations_and_cards_are_no_files(kind: str) -> None:
    read = multipart("signed", PLAIN, base64_part(kind, b"x"))
    assert (read.files, len(read.documents), read.text, read.encrypted) == ((), 1, "Please find it attached.", False)


def test_a_signed_report_is_read_like_any_other() -> None:
    read = multipart(
        "signed", container("mixed", PLAIN, FILE, boundary="i"), base64_part("application/pgp-signature", b"x")
    )
    assert [d.name for d in read.files] == ["report.pdf"]


@pytest.mark.parametrize(
    ("kind", "encrypted"),
    [
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x', True),
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", True),
        ("application/x-pkcs7-mime; name=smime.p7m", True),
        ("application/pkcs7-mime; smime-type=signed-data", False),
        ("text/plain", False),
    ],
)
def test_what_is_encrypted_is_known_as_such(kind: str, encrypted: bool) -> None:
    assert mail(f"Content-Type: {kind}", body=b"QUJD").encrypted is encrypted


def test_a_message_that_ends_before_its_last_boundary_is_cut() -> None:
    whole = hostile.report(ALICE)
    assert not parse(whole).cut
    assert parse(whole[:-7]).cut
    assert parse(whole[: len(whole) // 2]).cut


def test_reviewers_comments_in_a_word_document_are_counted() -> None:
    commented = base64_part(
        "application/x", word(["x"], ["one", "two"]), "Content-Disposition: attachment; filename=A.DOCX"
    )
    assert [d.comments for d in multipart("mixed", PLAIN, commented, FILE).documents] == [2, 0]


@pytest.mark.parametrize("kind", ["word_by_lzma", "word_locked", "word_of_many_members", "word_at_random"])
def test_a_word_document_made_to_harm_has_no_comments_that_count(kind: str) -> None:
    read = parse(hostile.made(kind, ALICE))
    assert all(d.comments <= 2 for d in read.documents)
    assert len(read.documents) == len(read.files) > 0


def test_a_word_document_that_inflates_to_130_mb_is_read_in_part() -> None:
    [bomb] = parse(hostile.made("word_bomb", ALICE)).documents
    assert 0 < bomb.comments < 1_000_000
    assert bomb.size < 1_000_000


# --- limits ---


def test_limits_are_those_given() -> None:
    long = raw("X: " + "y" * 3000, body=b"")
    assert parse(long, header_limit=4000).sender == ALICE
    with pytest.raises(MailUnreadable, match="header"):
        parse(long, header_limit=2000)
    many = b"From: a@b.c\r\n" + container("mixed", *[PLAIN] * 20)
    assert parse(many, parts_limit=20).text
    with pytest.raises(MailUnreadable, match="more than 19 parts"):
        parse(many, parts_limit=19)


# --- what is left out of the text, and what is found in it ---


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Say EXPECT <mailto:qi+a@x.example?subject=EXPECT%20%5Ba-1-b%5D> now", "Say EXPECT now"),
        ("Say EXPECT<mailto:qi@x.example?subject=E&body=x>, now", "Say EXPECT, now"),
        ("> EXPECT\n> <mailto:qi@x.example?subject=E>\n> now", "> EXPECT\n>\n> now"),
        (
            "> EXPECT <mailto:qi+a@x.example?subject\n> =EXPECT%20%5Babcdefghijkl-\n> 1-abcdefghijklmnop%5D>, now",
            "> EXPECT, now",
        ),
        ("see https://g.example/?u=mailto%3Aqi%255Babcdefghijkl-1-abcdefghijklmnop%255D&x=1 now", "see  now"),
        ("Subject: EXPECT [abcdefghijkl-1-abcdefghijklmnop]\nnow", "Subject: EXPECT\nnow"),
        ("Ask mailto:desk@x.example?(they_know), even better", None),
        ("mailto:qi@x.example?subject=E now", "mailto:qi@x.example now"),
        ("Ask Jo <mailto:jo@x.example> or <https://x.example/?subject=E>", None),
    ],
)
def test_a_link_that_writes_a_mail_is_left_out_of_the_text(written: str, read: str | None) -> None:
    assert mail(body=written.encode()).text == (read or written)


def picture(fields: bytes, size: int = 30_000) -> bytes:
    return part("image/jpeg; name=IMG_1.jpeg", size * b"x").replace(b"\r\n\r\n", b"\r\n" + fields + b"\r\n\r\n", 1)


def test_a_picture_within_the_text_that_no_page_shows_was_sent_on_purpose() -> None:
    sent = picture(b"Content-Disposition: inline")
    assert [d.name for d in multipart("mixed", part("text/plain", b"Hi"), sent).photographs] == ["IMG_1.jpeg"]
    page = part("text/html", b'<p>Hi <img src="cid:logo@x"></p>')
    shown, other = (picture(b"Content-Disposition: inline\r\nContent-ID: <" + x + b">") for x in (b"logo@x", b"b@x"))
    assert [d.name for d in multipart("related", page, shown, other).photographs] == ["IMG_1.jpeg"]
    assert multipart("related", page, shown).photographs == ()
    encoded = part("text/html", b'<p>Hi <img src="cid:logo%40x"></p>')
    assert multipart("related", encoded, shown).photographs == ()


def test_a_small_picture_is_a_logo() -> None:
    logo = picture(b"Content-Disposition: inline", size=3000)
    assert multipart("mixed", part("text/plain", b"Sorry, it will come next week."), logo).photographs == ()
