"""What programs and offices put around people's words says nothing of what they mean (programme.md, 3a)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.model import Role
from qibot.understanding.meaning import Setting, meaning
from qibot.understanding.meaning.trimmings import said_in

SAID = "Jo, your aim says by when.\n\nWhat is the median over the last six points?"
NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "baker": "MENT", "mary": "MGR", "reid": "MGR"}
OTHERS = frozenset({"jo", "smith", "mary", "reid"})
BELOW = [
    "Sent from my iPhone",
    "Sent from Outlook for Android",
    "Get Outlook for iOS",
    "Sent via BT Email App",
    "Posted by Yahoo Mail on iPad",
    "If you are not the intended recipient, please tell the sender and delete this e-mail.",
    "This message has been scanned for viruses. The Board accepts no liability for damage.",
    "Example Trust is a Scottish charity, SC000000. Please print this e-mail only if you must.",
    "Please consider the environment before printing.",
    "*****************************\nE-mails to us may be monitored.\n*****************************",
    "OFFICIAL",
    "Sensitivity: General",
    "Wysłane z telefonu",
    "Scanned by MailGuard. No viruses found.",
    "My working pattern may differ from yours. Please answer in your own time.",
    "Save paper. Do you really need to print this?",
    "A read receipt has been requested for this message. Send receipt? Yes / No",
]
ABOVE = [
    "CAUTION: This email originated from outside the council. Do not click links unless you know the sender.",
    "[EXTERNAL]",
    "External sender: please take care",
    "You don't often get email from qi@council.example. Learn why this is important",
    "OFFICIAL - SENSITIVE",
    "NOT PROTECTIVELY MARKED",
    "TLP:AMBER",
    "[EXT]",
    "[Egress] This message was sent securely using Egress.",
]
SIGNED = [
    "Kind regards\n\nAnn Baker\nPractice Development Lead\nNHS Example | Royal Infirmary\nTel: 0131 496 0000",
    "--\nAnn Baker (she/her)\nHead Teacher\nann.baker@school.example\nwww.school.example",
    "Thanks,\nAnn\nStation Commander, Example Fire and Rescue\nWorking days: Monday to Thursday",
    "Kind regards\n\nAnn Baker\nHarbour Office\n\nI write at odd hours as it suits me. I don't expect an answer then.",
    "Kind regards\n\nAnn Baker\nHarbour Office\n\nWorried about money this winter? A free talk helps: 01632 960322",
    "Kind regards\n\nAnn Baker\nHarbour Office\n\nJoin us: volunteers wanted at the lifeboat. See https://boat.example/join",
]
KEPT = [
    "Ring me on 01632 960322, she isn't herself.",
    "PS the rota is outside my working hours, but they should stop now.",
    "It will be on https://boat.example/rota, where he has been marked absent.",
    "My working hours are spent on this one report, and it is no better.",
    "P.S. Between us, I doubt that she will cope.",
    "Jo Smith",
    "It is quite confidential, so please say nothing of it.",
    "She received the wrong file in error, and I told her.",
    "What about Jo",
    "I work with people like that and it never ends well.",
    "(Not Up To It, If You Ask Me)",
    '"Hopeless. Should stop now."',
    "This message was sent in error by the office; nobody should go on with it.",
    "E-mails, attachments, the copy: all of it is someone else's, files and system.",
    "The file was sent by mistake, and the practitioner is plainly out of touch.",
    "I work with them all week and they are not coping.",
    "Sent from my phone outside the ward, where they doubt the whole thing.",
    "A message from outside: the mentee has no support at all.",
]


@pytest.mark.parametrize("around", BELOW)
def test_a_tag_or_a_disclaimer_is_left_out(around: str) -> None:
    assert said_in(f"{SAID}\n\n{around}", OTHERS).rstrip() == SAID


@pytest.mark.parametrize("banner", ABOVE)
def test_a_banner_is_left_out(banner: str) -> None:
    assert said_in(f"{banner}\n\n{SAID}", OTHERS).lstrip() == SAID


@pytest.mark.parametrize("signature", SIGNED)
def test_of_a_signature_the_name_is_left(signature: str) -> None:
    left = said_in(f"{SAID}\n\n{signature}", OTHERS).rstrip()
    assert left.startswith(SAID)
    assert left.endswith(("Ann", "Ann Baker", "Ann Baker (she/her)"))


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("signature", SIGNED)
@pytest.mark.parametrize("around", BELOW[:7])
def test_a_persons_words_below_them_stay(kept: str, signature: str, around: str) -> None:
    assert kept in said_in(f"{SAID}\n\n{signature}\n\n{around}\n\n{kept}", OTHERS)


@pytest.mark.parametrize(
    "said",
    [
        "External review was a good idea.\nProtect the time for it.",
        "Notice how it falls after week six.\nThe message is from outside your team.",
        "Thanks\nAim clear\nNo balancing measure\nChart lovely",
        "Best\nAim of the three\nis the second.",
        "Sent from my heart: this is your best yet.\n\nRegistered the change, good.",
    ],
)
def test_a_persons_words_that_only_sound_like_them_stay(said: str) -> None:
    assert said_in(said, OTHERS) == said


@pytest.mark.parametrize("around", [*BELOW, *SIGNED])
@pytest.mark.parametrize("role", [Role.MENTOR, Role.PRACTITIONER, Role.MANAGER, Role.TEAM])
def test_they_change_little_of_what_is_understood(role: Role, around: str) -> None:
    plain, dressed = (meaning(role, text, Setting(NAMES, "report")) for text in (SAID, f"{SAID}\n\n{around}"))
    assert dressed.best == plain.best
    assert dressed.of("private") < plain.of("private") + 0.1


def test_a_mark_of_privacy_counts_even_among_them() -> None:
    text = f"{SAID}\n\nE-mails may be monitored, so between ourselves: delete this message."
    assert meaning(Role.MENTOR, text, Setting(NAMES, "report")).mark


@pytest.mark.parametrize(
    "notice",
    [
        "This e-mail is sent in confidence to the addressee. It may be monitored.",
        "If you are not the intended recipient, do not copy it or pass this on.",
    ],
)
def test_what_offices_say_of_confidence_is_no_mark_of_a_persons(notice: str) -> None:
    assert not meaning(Role.MENTOR, f"{SAID}\n\n{notice}", Setting(NAMES, "report")).mark


def test_a_word_to_the_team_below_a_banner_is_one() -> None:
    text = "CAUTION: This email originated from outside the council.\n\nDear team,\n\nA word on how it goes."
    assert meaning(Role.MENTOR, text, Setting({**NAMES, "team": "TEAM"}, "report")).mark == "to the team"


def test_nothing_but_trimmings_stays_as_it_is() -> None:
    assert said_in("Sent from my iPhone", OTHERS) == "Sent from my iPhone"


@given(st.lists(st.sampled_from([*BELOW, *ABOVE, *SIGNED, *KEPT, "", SAID, "I can't open it."]), max_size=12))
def test_no_line_is_added_or_moved(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    left, lines = said_in(text, OTHERS).split("\n"), iter(text.split("\n"))
    assert all(any(one in line for line in lines) for one in left if one.strip())


@pytest.mark.parametrize("text", ["Kind " * 2400, "e-mail " * 1700, "A " * 6000, "Thanks\n" * 1700, "0123 " * 2400])
def test_hostile_text_is_read_in_good_time(text: str) -> None:
    begun = time.perf_counter()
    said_in(f"Hello\n\n{text}", OTHERS)
    assert time.perf_counter() - begun < 0.5  # seconds; it takes a hundredth of one


@pytest.mark.parametrize(
    "line",
    ["Sent from the hospice where my dad is", "Sent from my hospital bed", "Sent from the train to the funeral",
     "Sent from my mum's house", "Sent from my phone in A&E", "Written from the ward"],
)  # fmt: skip
def test_where_somebody_is_is_no_telephones_tag(line: str) -> None:
    assert line in said_in(f"I'll add a median.\n\n{line}", frozenset())


@pytest.mark.parametrize("line", ["Sent from my iPhone", "Sent from my work phone", "Sent from Outlook for Android",
                                  "Sent from my Galaxy", "Sent via BT Email App"])  # fmt: skip
def test_a_device_or_a_program_is_one(line: str) -> None:
    assert said_in(f"I'll add a median.\n\n{line}", frozenset()).strip() == "I'll add a median."
