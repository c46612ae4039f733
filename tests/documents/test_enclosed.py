"""The letters that lie in documents are found and read, whatever they are packed in."""

from __future__ import annotations

from qibot.documents.enclosed import MOST, enclosed_in
from qibot.documents.work import Work
from tests.documents.outlook import msg, written
from tests.support.papers import zipped

ANN, JO = ("Ann Lee", "ann@health.example"), ("Jo Smith", "jo@school.example")
LINK = "mailto:qi@x.example?subject=EXPECT%20%5Babcdefghijkl-2-abcdefghijklmnop%5D"


def found(name: str, data: bytes, kind: str = "application/octet-stream") -> list[tuple[str | None, str]]:
    """Each letter's sender and words."""
    letters = enclosed_in(name, kind, data, Work())
    return [(x.mail.sender, x.mail.text.strip("\0 \n")) if x.mail else (None, "") for x in letters]


def test_an_outlook_message_is_read_with_those_attached_to_it() -> None:
    inner = msg(JO, {"HR": "hr@school.example"}, "Absence", "She was ill.")
    made = written(msg(ANN, {"Jo Smith": "jo@school.example"}, "Your report", "I liked the aim.", inner))
    letters = enclosed_in("Jo.msg", "application/vnd.ms-outlook", made, Work())
    assert [(x.mail.sender, x.mail.to, x.top) for x in letters if x.mail] == [
        ("ann@health.example", ("jo@school.example",), True), ("jo@school.example", ("hr@school.example",), True),
    ]  # fmt: skip
    assert [x.mail.text.strip("\0") for x in letters if x.mail] == ["I liked the aim.", "She was ill."]


def test_an_outlook_message_without_words_that_are_read_is_told_apart() -> None:
    tree = msg(ANN, {}, "Your report", "x")
    del tree["__substg1.0_1000001F"]
    assert found("Jo.msg", written(tree)) == [(None, "")]
    assert found("Jo.msg", b"\xd0\xcf\x11\xe0 broken") == [(None, "")]


def test_letters_are_found_in_archives_within_archives() -> None:
    eml = b"From: ann@health.example\r\nSubject: Jo\r\n\r\nHello."
    packed = zipped({"a/b.zip": zipped({"c.eml": eml}), "d.docx": b"PK"})
    assert found("mails.zip", packed) == [("ann@health.example", "Hello.")]


def test_a_link_of_ours_is_seen_in_every_encoding() -> None:
    link, page = LINK.replace("=", "=3D"), f'<a href="{LINK}">x</a>'
    coded = f"From: a@b.example\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{link[:40]}=\r\n{link[40:]}"
    for name, data in (("a.eml", coded), ("a.txt", LINK), ("a.html", page)):
        assert [x.linked for x in enclosed_in(name, "application/octet-stream", data.encode(), Work())] == [True], name


def test_more_letters_than_are_looked_at_are_said_to_be_more() -> None:
    mbox = b"".join(b"\nFrom x Thu Oct  8 2026\nFrom: a@b.example\n\nHello.\n\r\n" for _ in range(3 * MOST))
    letters = enclosed_in("all.mbox", "application/mbox", b"\n".join([mbox]).lstrip(), Work())
    assert len(letters) <= MOST + 2
    assert letters[-1].mail is None or len(letters) < MOST


def test_mail_within_mail_within_mail_ends() -> None:
    data = b"From: a@b.example\r\n\r\nHello."
    for _ in range(30):
        data = b"From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n" + data
    assert enclosed_in("a.eml", "message/rfc822", data, Work())[-1].mail is None


def test_an_archive_of_many_or_large_texts_is_no_letter_that_cannot_be_read() -> None:
    many: dict[str, str | bytes] = {f"week {n}.txt": f"{n} counts" for n in range(200)}
    many["all.txt"] = "1 2 3\n" * 400_000
    letters = enclosed_in("data.zip", "application/zip", zipped(many), Work())
    assert len(letters) == 200
    assert all(x.bare and x.mail for x in letters)
