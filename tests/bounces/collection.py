"""All made bounces, and the ordinary mail that is held against the same rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import Header
from email.message import EmailMessage
from pathlib import Path

from qibot.message import parse
from tests.bounces import gateways, reports, unix, words
from tests.bounces.shape import ANN, MEG, UNKNOWN, Shape, letter, part, recipient, status, whole
from tests.support.build import BOT
from tests.words.collection import messages

OFTEN = (
    1 if os.environ.get("QIBOT_LONG") else 6
)  # of so many ordinary mails one is tried each time; docs/mail.md tells how all of them fare
WORDS = Path(__file__).parents[1] / "words"


def bounces() -> list[Shape]:
    """The shapes, each under its own name."""
    return [*reports.shapes(), *words.shapes(), *gateways.shapes()]


def ordinary() -> Iterator[bytes]:
    """What people write: every message of the collection of words that isn't a machine's."""
    for folder in ("train", "opened", "heldout"):
        for one in messages(WORDS / folder):
            if one.what != "machine":
                yield _plain_mail(one.fields["subject"], one.text)


def _plain_mail(subject: str, text: str) -> bytes:
    """A person's mail; put together by hand, since there are tens of thousands."""
    named = subject if subject.isascii() else Header(subject, "utf-8").encode(linesep="\r\n")
    head = f"From: Ann Lee <ann@health.example>\nTo: {BOT}\nSubject: {named}\nMIME-Version: 1.0"
    kind = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return f"{head}\n{kind}\n\n{text}\n".replace("\r\n", "\n").replace("\n", "\r\n").encode()


def as_mail(subject: str, text: str, sender: str, **headers: str) -> bytes:
    """A person's mail."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = f"Ann Lee <{sender}>", BOT, " ".join(subject.split())
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made.as_bytes(policy=made.policy.clone(linesep="\r\n"))


def sounding() -> Iterator[tuple[str, bytes]]:
    """Mail of people that speaks of such things, passes them on or looks a little like them."""
    for subject, text in _SAID:
        yield subject, as_mail(subject, text, "ann@health.example")
    passed = whole(
        f"From: Ann Lee <ann@health.example>\nTo: {BOT}\nSubject: Fwd: Undelivered Mail Returned to Sender\n",
        "mixed", part("text/plain; charset=utf-8", "What is this? I can't make head or tail of it.\n\nAnn"),
        status(recipient(UNKNOWN, MEG)), part("message/rfc822", letter(MEG)),
    )  # fmt: skip
    yield "a bounce passed on with its parts", passed
    attached = whole(
        f"From: Ann Lee <ann@health.example>\nTo: {BOT}\nSubject: Something odd\n",
        "mixed", part("text/plain; charset=utf-8", "This came back when I wrote to Meg: could not be delivered."),
        part("message/rfc822", letter(MEG)),
    )  # fmt: skip
    yield "a bounce attached", attached
    quoted = "Please see below.\n\nAnn\n\n" + parse(unix.postfix(UNKNOWN)).text
    yield "a bounce quoted", as_mail("FW: Undelivered Mail Returned to Sender", quoted, "ann@health.example")
    document = as_mail("Undeliverable: Report 1", "Your server said it could not be delivered. Here it is again.", ANN)
    yield "a report that came back and is sent again", _with_document(document)


def _with_document(raw: bytes) -> bytes:
    made = message_from_bytes(raw, policy=policy.default)
    assert isinstance(made, EmailMessage)
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Report 1.pdf")
    return made.as_bytes(policy=policy.SMTP)


_SAID = (
    ("Delivery failure", "We looked at why parcels of dressings come late. The driver said: could not be delivered."),
    ("Undelivered meals: report 2", "My aim is to reduce undelivered meals from 40 to 10 a week by June."),
    ("Returned mail audit", "We counted letters marked returned to sender for a week: 61 of 400."),
    ("Delivery status of equipment", "Median days to delivery fell from 12 to 7."),
    ("Message not delivered to families", "It did not reach the families in time, so we tested a text message."),
    ("Undeliverable: what should I do?", "Meg's address gives me 550 5.1.1 user unknown. What should I do?"),
    ("Mail delivery failed: returning message to sender", "Did you get this too? I sent it twice."),
    ("Rejected: change idea 3", "We rejected it after the second test."),
    ("Delayed discharge", "Delayed discharge is my project. The delay is warning enough, 450 bed days."),
    ("Mailbox full", "Sorry for the delay, my mailbox was over quota for a week."),
    ("Re: Undeliverable: Report 1", "I think my server refused it. Trying again without the pictures."),
    ("Failure notice", "We put up a failure notice on the lift and counted complaints."),
    ("Warning: message from the ward", "Staff shortage again this week, so no data."),
    ("Unzustellbar", "Was mache ich falsch? Der Bericht kommt immer zurück."),
    ("Non remis : rapport 1", "Le message me revient, que faire ?"),
)  # fmt: skip
