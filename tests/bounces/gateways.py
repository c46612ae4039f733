"""Filters in front of mail servers, and servers that speak other languages."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bounces.kinds import HEADERS, HTML, REPORT, RFC822, UTF8
from tests.bounces.shape import (
    ANN,
    DELAYED,
    FAILED,
    FULL,
    GONE,
    OURS,
    POLICY,
    SUBJECT,
    UNKNOWN,
    Cause,
    Shape,
    letter,
    part,
    recipient,
    status,
    whole,
    written,
)
from tests.support.build import BOT

SLOW = Cause("slow", DELAYED, "4.4.1", "connect to mx.health.example: Connection timed out")


def shapes() -> Iterator[Shape]:
    """All of them."""
    yield from _filters()
    for language, (subject, text, late_subject, late) in LANGUAGES.items():
        yield Shape(f"exchange-online-{language}", _exchange(subject, text, UNKNOWN), ((ANN, GONE),))
        yield Shape(f"exchange-online-{language}-full", _exchange(subject, text, FULL), ((ANN, FAILED),))
        yield Shape(f"postmaster-{language}", _plainly(subject, text, UNKNOWN), ((ANN, GONE),))
        if late:
            yield Shape(f"postmaster-{language}-late", _plainly(late_subject, late, SLOW), ((ANN, DELAYED),))


LANGUAGES = {
    "german": (
        "Unzustellbar", "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:",
        "Verzögerte Zustellung", "Die Zustellung Ihrer Nachricht verzögert sich. Es wird weiter versucht:",
    ),
    "french": (
        "Non remis", "Échec de la remise du message à ces destinataires ou groupes :",
        "Remise différée", "La remise de votre message est retardée. D'autres tentatives vont suivre :",
    ),
    "spanish": (
        "No se puede entregar", "No se pudo entregar el mensaje a estos destinatarios o grupos:",
        "Entrega retrasada", "La entrega del mensaje se ha retrasado; se seguirá intentando:",
    ),
    "italian": (
        "Non recapitabile", "Recapito non riuscito per i seguenti destinatari o gruppi:",
        "Recapito posticipato", "Il recapito del messaggio è in ritardo e verrà ritentato:",
    ),
    "portuguese": ("Não entregue", "Falha na entrega a estes destinatários ou grupos:", "", ""),
    "dutch": (
        "Niet te bezorgen", "De bezorging van uw bericht is mislukt voor deze geadresseerden of groepen:",
        "Vertraagde bezorging", "De bezorging van uw bericht is vertraagd en wordt opnieuw geprobeerd:",
    ),
    "swedish": (
        "Kan inte levereras", "Meddelandet kunde inte levereras till följande mottagare eller grupper:", "", "",
    ),
    "danish": ("Kan ikke leveres", "Levering mislykkedes til disse modtagere eller grupper:", "", ""),
    "norwegian": ("Kan ikke leveres", "Levering til disse mottakerne eller gruppene mislyktes:", "", ""),
    "polish": ("Niedostarczalne", "Dostarczenie wiadomości do następujących odbiorców nie powiodło się:", "", ""),
    "finnish": ("Ei voi toimittaa", "Viestin toimitus seuraaville vastaanottajille tai ryhmille epäonnistui:", "", ""),
    "welsh": ("Methu danfon", "Methodd y neges â chyrraedd y derbynwyr neu'r grwpiau hyn:", "", ""),
}  # fmt: skip


def _exchange(subject: str, text: str, cause: Cause) -> bytes:
    """Exchange in the language of whom it writes to."""
    head = (
        f"From: <postmaster@health.example>\nTo: <{BOT}>\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
        f"Message-ID: <4711@EX01.health.example>\nIn-Reply-To: <{OURS}>\nSubject: {subject}: {SUBJECT}\n"
    )
    page = f"<html><body><p>{text}</p><p>Ann Lee ({ANN})</p></body></html>"
    return whole(head, REPORT, part(HTML, page), status(recipient(cause)), part(RFC822, letter()))


def _plainly(subject: str, text: str, cause: Cause) -> bytes:
    """A provider's own words."""
    head = (
        f"Return-Path: <>\nFrom: Mail Delivery System <postmaster@provider.example>\nTo: {BOT}\nSubject: {subject}\n"
        "Auto-Submitted: auto-generated\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    )
    return written(f"{head}\n{text}\n\n  {ANN}\n    {cause.said.format(a=ANN)}\n\n-----\n{letter(headers=True)}")


def _filters() -> Iterator[Shape]:
    for cause in (UNKNOWN, POLICY, SLOW):
        yield Shape(f"mimecast-{cause.name}", mimecast(cause), ((ANN, cause.verdict),))
    for cause in (UNKNOWN, FULL):
        yield Shape(f"proofpoint-{cause.name}", proofpoint(cause), ((ANN, cause.verdict),))
        yield Shape(f"message-labs-{cause.name}", message_labs(cause), ((ANN, cause.verdict),))
        yield Shape(f"sophos-{cause.name}", sophos(cause), ((ANN, cause.verdict),))
        yield Shape(f"symantec-{cause.name}", symantec(cause), ((ANN, cause.verdict),))
    for name, make in (("barracuda", barracuda), ("forcepoint", forcepoint), ("mailmarshal", mailmarshal),
                       ("size", too_large), ("virus", virus), ("fortimail", fortimail)):  # fmt: skip
        yield Shape(f"blocked-{name}", make(), ((ANN, FAILED),))
        yield Shape(f"blocked-{name}-from-a-no-reply", _from_no_reply(make()), ((ANN, FAILED),))
    yield Shape("returned-message-only", returned_only("Undeliverable message"), ((ANN, FAILED),))
    yield Shape("returned-message-only-without-words", returned_only(""), ((ANN, FAILED),))
    yield Shape("returned-headers-only", returned_only("Undeliverable message", HEADERS), ((ANN, FAILED),))


def _from_no_reply(raw: bytes) -> bytes:
    return raw.replace(b"<postmaster@", b"<no-reply@").replace(b"Return-Path: <>", b"Auto-Submitted: auto-generated")


def mimecast(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        f"Return-Path: <>\nFrom: <postmaster@health.example>\nTo: <{BOT}>\nAuto-Submitted: auto-generated\n"
        f"Subject: [Postmaster] Email Delivery {'Delayed' if late else 'Failure'}\nX-Mimecast-Originator: "
        f"health.example\n"
    )
    tried = "has not been delivered yet and will be retried" if late else "failed permanently"
    page = (
        f"<html><body><h2>Email Delivery {'Delayed' if late else 'Failure'}</h2><p>The delivery of your email "
        f"to <b>{ANN}</b> {tried}.</p>"
        f"<p>Reason: {cause.said.format(a=ANN).replace('<', '&lt;')}</p></body></html>"
    )
    return whole(head, "mixed", part(HTML, page), part(HEADERS, letter(headers=True)))


def proofpoint(cause: Cause) -> bytes:
    head = (
        f"Return-Path: <>\nFrom: Mail Delivery Subsystem <MAILER-DAEMON@mx0a.pphosted.example>\nTo: <{BOT}>\n"
        "Subject: Undeliverable: Returned mail: see transcript for details\nAuto-Submitted: auto-generated "
        "(failure)\n"
    )
    text = (
        f"   ----- The following addresses had permanent fatal errors -----\n<{ANN}>\n    (reason: "
        f"{cause.said.format(a=ANN)})\n"
    )
    return whole(
        head, "report; report-type=delivery-status", part(UTF8, text), status(recipient(cause)), part(RFC822, letter())
    )


def message_labs(cause: Cause) -> bytes:
    head = f"Return-Path: <>\nFrom: MAILER-DAEMON@messagelabs.example\nTo: {BOT}\nSubject: Mail Delivery Failure\n"
    text = (
        "This is the mail delivery agent at messagelabs.example.\nI was unable to deliver your message to the "
        "following addresses:\n\n"
        f"{ANN}\n\nReason: {cause.said.format(a=ANN)}\n\nThe message subject was: {SUBJECT}\n"
    )
    return whole(head, "report; report-type=delivery-status", part(UTF8, text), part(HEADERS, letter(headers=True)))


def sophos(cause: Cause) -> bytes:
    head = (
        f"From: Postmaster <postmaster@utm.health.example>\nTo: {BOT}\nSubject: Delivery failure: {SUBJECT}\n"
        f"Auto-Submitted: auto-generated\n"
    )
    text = (
        f"A message that you sent to the following recipient could not be delivered.\n\n    {ANN}\n\nThe "
        f"error was: {cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(UTF8, text), part(RFC822, letter()))


def symantec(cause: Cause) -> bytes:
    head = (
        f'Return-Path: <>\nFrom: "Symantec Messaging Gateway" <postmaster@smg.health.example>\nTo: {BOT}\n'
        f"Subject: Delivery Notification: Failed\n"
    )
    text = f"Delivery to the following recipient has failed: {ANN}\n{cause.said.format(a=ANN)}\n"
    return whole(
        head,
        "report; report-type=delivery-status",
        part(UTF8, text),
        status(recipient(cause)),
        part(HEADERS, letter(headers=True)),
    )


def _blocked(subject: str, text: str, name: str = "Postmaster") -> bytes:
    head = f"Return-Path: <>\nFrom: {name} <postmaster@health.example>\nTo: {BOT}\nSubject: {subject}\n"
    return whole(head, "mixed", part(UTF8, text), part(HEADERS, letter(headers=True)))


def barracuda() -> bytes:
    return _blocked(
        "**Message you sent blocked by our bulk email filter**",
        f"Your message to: {ANN}\nwas blocked by our Spam Firewall. The email you sent with the following "
        f"subject has NOT BEEN "
        f"DELIVERED:\n\nSubject: {SUBJECT}\n", "Barracuda",
    )  # fmt: skip


def forcepoint() -> bytes:
    return _blocked(
        "Message could not be delivered",
        f"Your message to {ANN} was blocked: it breaks an e-mail policy of health.example.\n",
    )


def mailmarshal() -> bytes:
    text = (
        "MailMarshal (an automated content monitoring gateway) has stopped the following message because it "
        "believes it may "
        f"contain unacceptable material:\n\n   Message: B000\n   To:      {ANN}\n   Subject: {SUBJECT}\n\nIt "
        f"has not been delivered.\n"
    )
    return _blocked("MailMarshal has blocked a message: undeliverable", text, "MailMarshal")


def too_large() -> bytes:
    return _blocked(
        "Undeliverable: message too large",
        f"Your message to {ANN} could not be delivered: it is larger than the limit of 10 MB.\n",
    )


def virus() -> bytes:
    return _blocked(
        "Undelivered mail: virus found",
        f"Your message to <{ANN}> was not delivered. Our scanner stopped an attachment.\n",
    )


def fortimail() -> bytes:
    return _blocked(
        "Undelivered Mail Returned to Sender",
        f"This message was blocked by FortiMail.\n\n<{ANN}>: 554 5.7.1 policy violation\n",
    )


def returned_only(text: str, kind: str = RFC822) -> bytes:
    """A relay that sends the message back and says next to nothing."""
    head = (
        f"Return-Path: <MAILER-DAEMON@relay.example>\nFrom: Mail Delivery System "
        f"<MAILER-DAEMON@relay.example>\nTo: {BOT}\nSubject: Returned mail\n"
    )
    parts = [part(UTF8, text)] if text else []
    return whole(head, "mixed", *parts, part(kind, letter(headers=kind == HEADERS)))
