"""What a bounce says, of whom, and about which letter: the specification of bounces.py."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.errors import MailUnreadable
from qibot.message.mail import parse
from qibot.model.letters import Letter, LetterState
from qibot.screening.bounces import Bounce, concerning, read_bounce
from qibot.screening.daemons import is_bounce
from qibot.screening.screen import Kind, screen
from tests.support import bounce_samples
from tests.support.bounce_samples import ANN, PERMANENT, exim_delay, postfix
from tests.support.build import MEG, THREADS, at, mail, message

OURS = THREADS.message_id("2026-27/jo.smith", 1, "forward/2026-27/jo.smith/1/1")
LETTER = Letter("k", "forward_report", (ANN,), (MEG.address,), at("2026-10-12T09:00"), LetterState.SENT, OURS)


def read(raw: bytes) -> Bounce:
    return read_bounce(parse(raw), raw)


def named(raw: bytes) -> set[str]:
    bounce = read(raw)
    return {i.lower() for i in (*bounce.ids, *THREADS.ids_in(bounce.text)) if THREADS.matter_of_id(i)}


@pytest.mark.parametrize("server", PERMANENT)
def test_a_bounce_of_each_server_names_the_address_the_letter_and_that_it_is_for_good(server: str) -> None:
    raw = PERMANENT[server](OURS)
    assert is_bounce(parse(raw))
    ((address, failure),) = concerning(read(raw), LETTER)
    assert (address, failure.permanent) == (ANN, True)
    assert failure.said
    assert named(raw) == {OURS}


def test_the_servers_own_words_are_kept_on_one_line() -> None:
    ((_, failure),) = concerning(read(postfix(OURS)), LETTER)
    assert failure.said == "550 5.1.1 User unknown"


@pytest.mark.parametrize(
    ("action", "status"),
    [("delayed", "4.4.1"), ("failed", "4.2.2"), ("delayed", "5.1.1"), ("failed", ""), ("", "5.1.1"), ("odd", "odd")],
)
def test_only_what_failed_with_a_permanent_status_is_for_good(action: str, status: str) -> None:
    ((_, failure),) = concerning(read(postfix(OURS, action=action, status=status)), LETTER)
    assert not failure.permanent


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_news_of_success_is_about_nobody_whatever_the_words_say(action: str) -> None:
    bounce = read(postfix(OURS, action=action, status="2.0.0"))
    assert concerning(bounce, LETTER) == []
    assert not bounce.failed


def test_a_warning_of_a_delay_in_plain_words_is_not_for_good() -> None:
    raw = exim_delay(OURS)
    assert is_bounce(parse(raw))
    assert not any(f.permanent for f in read(raw).failures)
    assert named(raw) == {OURS}


def test_a_recipient_whom_the_letter_did_not_go_to_is_not_one_of_its() -> None:
    assert concerning(read(postfix(OURS, address="jo@school.example")), LETTER) == []


def test_addresses_are_compared_without_regard_to_case() -> None:
    assert [a for a, _ in concerning(read(postfix(OURS, address="Ann@HEALTH.example")), LETTER)] == [ANN]


def test_several_recipients_of_one_report_are_told_apart() -> None:
    raw = postfix(OURS).replace(
        b"\r\nFinal-Recipient", b"\r\nFinal-Recipient: rfc822; meg@school.example\r\nAction: delayed\r\n"
        b"Status: 4.0.0\r\n\r\nFinal-Recipient", 1,
    )  # fmt: skip
    assert {a: f.permanent for a, f in concerning(read(raw), LETTER)} == {ANN: True, MEG.address: False}


@pytest.mark.parametrize(
    "text",
    [
        "Delivery to the following recipient failed permanently:\n\n    ann@health.example\n\n550 5.1.1 user unknown\n",
        "I got an Undelivered Mail message about ann@health.example: 550 5.1.1. What should I do?",
    ],
)
def test_words_alone_never_make_a_persons_mail_a_bounce(text: str) -> None:
    assert not is_bounce(mail(subject="Undelivered Mail Returned to Sender", text=text))


def test_a_bounce_that_a_person_forwards_as_an_attachment_is_that_persons_mail() -> None:
    inner = postfix(OURS)
    raw = (
        b"From: jo@school.example\r\nTo: qi.reports@council.example\r\nSubject: Fwd: Undelivered\r\n"
        b'Content-Type: multipart/mixed; boundary="zz"\r\n\r\n--zz\r\nContent-Type: text/plain\r\n\r\nWhat is this?\r\n'
        b"--zz\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--zz--\r\n"
    )
    assert not is_bounce(parse(raw))


def test_an_id_of_ours_with_a_letter_changed_is_not_ours() -> None:
    forged = OURS.replace(OURS[20], "a" if OURS[20] != "a" else "b")
    assert named(postfix(forged)) == set()


def test_addresses_with_a_plus_survive_the_reports_own_encoding() -> None:
    letter = Letter("k", "n", ("ann+qi@health.example",), (), at("2026-10-12T09:00"), LetterState.SENT, OURS)
    assert concerning(read(postfix(OURS, address="ann+qi@health.example")), letter)
    assert concerning(read(postfix(OURS, address="ann+2Bqi+40health.example")), letter)


@given(st.binary(max_size=2000))
def test_no_bytes_make_it_fail(junk: bytes) -> None:
    for raw in (junk, postfix(OURS) + junk, postfix(OURS).replace(b"Final-Recipient", junk, 1)):
        try:
            read(raw)
        except MailUnreadable as e:
            assert str(e)


@given(st.data())
def test_no_sample_with_bytes_put_into_it_makes_it_fail(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(list(PERMANENT.values())))(OURS)
    at_place = data.draw(st.integers(0, len(raw)))
    raw = raw[:at_place] + data.draw(st.binary(max_size=40)) + raw[at_place + data.draw(st.integers(0, 40)) :]
    bounce = read(raw)
    assert all(a == a.lower() for f in bounce.failures for a in f.addresses)


@pytest.mark.parametrize(
    "raw",
    [
        postfix(OURS).replace(b"Final-Recipient", b"Final-Recipient: rfc822; x@y.example\r\n\r\n" * 20_000, 1),
        bounce_samples.exim(OURS) + b"<ann@health.example>:\r\n" * 40_000,
        bounce_samples.qmail(OURS) + b"a" * 1_000_000,
        message(X_Failed_Recipients="a@b.example, " * 5_000, text="550 " * 100_000),
    ],
    ids=["many recipients", "many addresses", "one long line", "long header"],
)
def test_the_worst_bounces_take_a_moment(raw: bytes) -> None:
    began = time.monotonic()
    read(raw)
    assert time.monotonic() - began < 3


# --- the shapes that real servers give them ---

BARE = "Your message could not be delivered.\n\nMessage-ID: <{id}>\nReason: 550 5.1.1 no such user here\n"


@pytest.mark.parametrize(
    ("sender", "path"),
    [("no-reply@relay.example", "<>"), ("MAILER-DAEMON@relay.example", ""), ("bounces@relay.example", "<>")],
)
def test_mail_without_a_return_path_that_names_a_letter_of_ours_is_a_bounce_first(sender: str, path: str) -> None:
    raw = message(
        sender=sender, subject="Automatic reply: not delivered", text=BARE.format(id=OURS), Return_Path=path or "<>",
        Auto_Submitted="auto-replied",
    )  # fmt: skip
    assert screen(parse(raw), THREADS) is Kind.BOUNCE


def test_an_absence_that_quotes_no_letter_stays_automatic() -> None:
    raw = message(
        sender="ann@health.example", subject="Automatic reply", text="I am away.", Auto_Submitted="auto-replied",
        Return_Path="<>", In_Reply_To=f"<{OURS}>",
    )  # fmt: skip
    assert screen(parse(raw), THREADS) is Kind.AUTOMATIC


def test_a_bounce_that_names_nobody_is_about_the_one_to_whom_its_letter_went() -> None:
    alone = replace(LETTER, copy=())
    text = f"Delivery has failed for good: mailbox not found.\n\nMessage-ID: <{OURS}>"
    bounce = read(message(sender="no-reply@relay.example", subject="Undelivered", text=text, Return_Path="<>"))
    ((address, failure),) = concerning(bounce, alone)
    assert (address, failure.final, failure.permanent) == (ANN, True, True)
    assert concerning(bounce, LETTER) == [], "of two it can't be told which"


def refusal(sender: str, says: str) -> bytes:
    """What Sieve's reject sends back (RFC 5429): a receipt, and the letter."""
    return (
        f"From: {sender}\r\nTo: qi@council.example\r\nSubject: Your letter\r\nMIME-Version: 1.0\r\n"
        "Auto-Submitted: auto-replied (rejected)\r\nContent-Type: multipart/report; "
        'report-type=disposition-notification; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        f"{says}\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; {ANN}\r\n"
        "Disposition: automatic-action/MDN-sent-automatically; deleted\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        "From: qi@council.example\r\nSubject: Report 2\r\n\r\n...\r\n--b--\r\n"
    ).encode()


def test_a_refusal_by_a_filter_is_a_bounce_and_a_receipt_is_none() -> None:
    says = f"Your message to <{ANN}> was automatically rejected:\r\nI no longer read this mailbox"
    raw = refusal("Mail Delivery System <MAILER-DAEMON@mx.health.example>", says)
    assert is_bounce(parse(raw))
    assert ANN in {a for f in read(raw).failures for a in f.addresses}
    assert not is_bounce(parse(refusal(f"Ann Lee <{ANN}>", "Your message was deleted without being read.")))
    assert not is_bounce(parse(refusal("postmaster@health.example", "Your message was displayed.")))
