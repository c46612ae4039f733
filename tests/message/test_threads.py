"""Signed addresses and Message-IDs: the specification of threads.py."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qibot.message.threads import Matter, Threads
from tests.support.build import BOT, THREADS, mail

UNIT = "2026-27/jo.smith"
JO = Matter(THREADS.ref(UNIT), 3)


def test_an_address_names_its_matter() -> None:
    assert THREADS.matter_of_address(THREADS.address(UNIT, 3)) == JO


def test_an_address_survives_being_written_in_capitals() -> None:
    assert THREADS.matter_of_address(THREADS.address(UNIT, 3).upper()) == JO


def test_the_local_part_stays_within_64_octets_for_a_long_unit() -> None:
    address = THREADS.address("a" * 40 + "/" + "b" * 40, 60)
    assert len(address.partition("@")[0]) <= 64


def test_a_message_id_names_its_matter_and_is_the_same_each_time() -> None:
    made = THREADS.message_id(UNIT, 3, "receipt/2026-27/jo.smith/3/1")
    assert made == THREADS.message_id(UNIT, 3, "receipt/2026-27/jo.smith/3/1")
    assert THREADS.matter_of_id(made) == JO


def test_two_letters_never_share_a_message_id() -> None:
    assert THREADS.message_id(UNIT, 3, "a") != THREADS.message_id(UNIT, 3, "b")


def test_without_plus_addressing_answers_go_to_the_plain_mailbox() -> None:
    assert Threads(b"secret", BOT, plus_addressing=False).address(UNIT, 3) == BOT


def test_another_secret_signs_nothing_that_we_take() -> None:
    other = Threads(b"other", BOT, plus_addressing=True)
    assert THREADS.matter_of_address(other.address(UNIT, 3)) is None
    assert THREADS.matter_of_id(other.message_id(UNIT, 3, "k")) is None


def test_a_token_can_not_be_moved_to_another_report() -> None:
    address = THREADS.address(UNIT, 3)
    assert THREADS.matter_of_address(address.replace("-3-", "-4-")) is None


def test_a_token_can_not_be_moved_to_another_domain() -> None:
    assert THREADS.matter_of_address(THREADS.address(UNIT, 3).replace("council", "evil")) is None


@given(st.text(max_size=80))
def test_no_text_that_we_did_not_sign_names_a_matter(text: str) -> None:
    assert THREADS.matter_of_address(f"qi.reports+{text}@council.example") is None
    assert THREADS.matter_of_id(f"{text}@council.example") is None


@given(st.integers(0, 43), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_one_changed_letter_breaks_the_signature(place: int, letter: str) -> None:
    local, _, domain = THREADS.address(UNIT, 3).partition("@")
    place = min(place + len("qi.reports+"), len(local) - 1)
    changed = local[:place] + letter + local[place + 1 :]
    assert changed == local or THREADS.matter_of_address(f"{changed}@{domain}") is None


def test_the_address_that_a_message_went_to_comes_before_what_it_answers() -> None:
    other = THREADS.message_id("2026-27/sam", 1, "k")
    assert THREADS.matter_of(mail(To=THREADS.address(UNIT, 3), In_Reply_To=f"<{other}>")) == JO


def test_a_matter_is_found_in_the_references_when_nothing_nearer_names_one() -> None:
    ours = THREADS.message_id(UNIT, 3, "k")
    assert THREADS.matter_of(mail(In_Reply_To="<x@y>", References=f"<{ours}> <x@y>")) == JO


def test_a_quoted_number_in_the_subject_names_no_matter() -> None:
    assert THREADS.matter_of(mail(subject=f"Re: Report 3 [{THREADS.ref(UNIT)}-3]")) is None
