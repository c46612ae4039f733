"""Messages of every kind as a mailbox gets them over the years, made from a seed: to measure what reading costs."""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Iterator
from email.message import EmailMessage

from tests.support import hostile
from tests.support.build import BOT, THREADS
from tests.support.clients import CLIENTS

_SAID = """
    the aim of our test was to measure how many minutes pupils lose between two lessons each week and whether teachers
    at doors make a difference; primary driver “calm corridors” – next PDSA cycle: run chart, outcome measure, balancing
    measure (noise), café rota, what we’ve learnt so far, predictions & questions for session four
"""
_WORDS = _SAID.split()
UNITS = 100
SMALLEST, LARGEST = 500, 100_000  # characters of text or page
MOST_ATTACHED = 300_000  # bytes


def messages(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many messages: reports, answers of every mail program, questions, commands, machines, strangers, mutations."""
    rng = random.Random(seed)
    makers, weights = zip(*_KINDS.items(), strict=True)
    for number, maker in enumerate(rng.choices(makers, weights, k=count)):
        yield maker(rng, number)


def address(who: str, number: int) -> str:
    """The address of a practitioner (p) or a mentor (m)."""
    return f"{who}{number % UNITS}@x.example"


def unit(number: int) -> str:
    """The enrolment in which they are."""
    return f"2026-27/p{number % UNITS}"


def _size(rng: random.Random) -> int:
    return int(SMALLEST * (LARGEST / SMALLEST) ** rng.random())


def _text(rng: random.Random, size: int) -> str:
    return "\n".join(_lines(rng, size))


def _lines(rng: random.Random, size: int, weight: float = 1) -> list[str]:
    """Lines of some words each; each character weighs what is written around it, too."""
    lines, length = [], 0.0
    while length < size:
        start = rng.randrange(len(_WORDS))
        lines.append(" ".join(_WORDS[start : start + rng.randint(3, 30)]))
        length += len(lines[-1]) * weight
    return lines


def _page(rng: random.Random, size: int) -> tuple[str, str]:
    """A page as dense as Word writes it, and its text."""
    lines, colour = _lines(rng, size, 2.2), rng.choice(["#1F497D", "red", "windowtext"])
    start = f'<p class="MsoNormal"><span style="font-size:11.0pt;font-family:Calibri,sans-serif;color:{colour}">'
    page = "\n".join(f"{start}{html.escape(x)} <b>indeed</b><o:p></o:p></span></p>" for x in lines)
    return page, "\n".join(f"{x} indeed" for x in lines)


def _sealed(mail: EmailMessage, sender: str, number: int, subject: str, to: str = BOT, **fields: str) -> bytes:
    head = {"From": sender, "To": to, "Subject": subject, "Message-ID": f"<{number}.made@x.example>", **fields}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in head.items())
    return lines.encode() + mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))


def _report(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    mail.set_content(_text(rng, _size(rng)))
    if rng.random() < 0.5:
        mail.add_alternative(_page(rng, _size(rng))[0], subtype="html")
    if rng.random() < 0.8:
        document = rng.randbytes(rng.randint(1000, MOST_ATTACHED))
        mail.add_attachment(document, maintype="application", subtype="pdf", filename=f"Report {number % 8 + 1}.pdf")
    return _sealed(mail, address("p", number), number, f"Report {number % 8 + 1}")


def _page_alone(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    mail.set_content(_page(rng, _size(rng))[0], subtype="html")
    return _sealed(mail, address(rng.choice("pm"), number), number, "A question about my measures")


def _answer(rng: random.Random, number: int) -> bytes:
    page, text = _page(rng, _size(rng))
    mail = rng.choice(CLIENTS).answer(page, text)
    if rng.random() < 0.3:
        part = mail.get_body(("html",))
        assert part is not None
        alone = EmailMessage()
        alone.set_content(str(part.get_content()), subtype="html")
        mail = alone
    to = THREADS.address(unit(number), 1)
    answered = THREADS.message_id(unit(number), 1, f"forward/{unit(number)}/1/1")
    return _sealed(mail, address("m", number), number, "Re: Report 1 from Jo Smith", to, In_Reply_To=answered)


def _command(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    word = rng.choice(["STATUS", "EXPECT 24 March", "NEEDS SUPPORT", "EXCEPTIONAL", "WE SPOKE", "STAUTS", "HELP"])
    quoted = "\n".join(f"> {line}" for line in _text(rng, _size(rng)).split("\n"))
    mail.set_content(f"{word}\n\nOn Mon, 12 Oct 2026 at 10:00, QI <{BOT}> wrote:\n{quoted}")
    return _sealed(mail, address(rng.choice("pm"), number), number, "Re: your report", THREADS.address(unit(number), 1))


def _newsletter(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    mail.set_content(_page(rng, LARGEST)[0], subtype="html")
    return _sealed(mail, "news@shop.example", number, "Our offers", List_Id="<news.shop.example>")


def _absence(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    mail.set_content(f"I am away from 12 October until 23 October 2026.\n\n{_text(rng, _size(rng))}")
    return _sealed(mail, address("m", number), number, "Automatic reply: Report 1", Auto_Submitted="auto-replied")


def _bounce(rng: random.Random, number: int) -> bytes:
    returned = _text(rng, _size(rng)).encode()
    letter = THREADS.message_id(unit(number), 1, f"forward/{unit(number)}/1/1").encode()
    status = b"Reporting-MTA: dns; mx.x.example\r\n\r\nFinal-Recipient: rfc822; m1@x.example\r\nAction: failed\r\n"
    parts = (
        b"Content-Type: text/plain\r\n\r\nYour message could not be delivered.",
        b"Content-Type: message/delivery-status\r\n\r\n" + status + b"Status: 5.1.1\r\n",
        b"Content-Type: message/rfc822\r\n\r\nMessage-ID: " + letter + b"\r\n\r\n" + returned,
    )
    field = b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'
    inside = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)
    return hostile.head("mailer-daemon@x.example", str(number), field) + b"\r\n" + inside + b"--b--\r\n"


def _stranger(rng: random.Random, number: int) -> bytes:
    mail = EmailMessage()
    page, text = _page(rng, _size(rng))
    mail.set_content(text)
    mail.add_alternative(page, subtype="html")
    return _sealed(mail, f"somebody{number}@else.example", number, "Fwd: for your information")


def _mutation(rng: random.Random, number: int) -> bytes:
    return next(hostile.mutations(address("p", number), 1, rng.randrange(10**9))).raw


_KINDS: dict[Callable[[random.Random, int], bytes], int] = {
    _report: 20, _page_alone: 15, _answer: 25, _command: 10, _newsletter: 5, _absence: 5, _bounce: 5, _stranger: 10,
    _mutation: 5,
}  # fmt: skip
