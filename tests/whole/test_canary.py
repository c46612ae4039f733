"""The canary: a phrase in all that is for mentor or team alone never reaches practitioner or manager."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.people import Role
from qibot.understanding.commands.table import WORDS
from tests.rules.test_relaying import inside, page_of
from tests.support import clients
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, THREADS, at, message
from tests.support.clients import Client
from tests.support.programme import read, text_of
from tests.support.world import World

CANARY = "zebrafinch"
PRIVATE = ("NEEDS SUPPORT", "NO CLEAR AIM", "NO CAPACITY", "MENTORS", "NEEDS SUPORT", "No Clear Aims")
KNOWN = [x for x in vars(clients).values() if isinstance(x, Client)]
LISTED = [one for x in vars(clients).values() if isinstance(x, list | tuple) for one in x if isinstance(one, Client)]
STYLES = list({client.name: client for client in (*KNOWN, *LISTED)}.values())


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("reported"))
    made.now = at("2026-10-12T10:00")
    made.inbox.put(message(files=("r.pdf",), Message_ID="<report@x.example>"), made.now)
    made.bot.round()
    return made


@pytest.fixture
def world(reported: World, tmp_path: Path) -> World:
    return reported.copied(tmp_path)


def letter_to(world: World, address: str, name: str) -> bytes:
    return next(raw for to, raw in world.outbox.delivered if address in to and str(read(raw)["X-QI-Letter"]) == name)


def answers(world: World, client: Client, letter: bytes, text: str, sender: str = ANN.address) -> None:
    """Somebody answers a letter with this program, which quotes it whole."""
    page = "".join(f"<p>{line or '&nbsp;'}</p>" for line in text.split("\n"))
    plain = str(read(letter).get_body(("plain",)).get_content())  # type: ignore[union-attr]
    body = client.answer(page, text, inside(page_of(letter)), tuple(plain.splitlines()))
    put(world, letter, body, sender, f"{client.name} {text}")


def put(world: World, letter: bytes, body: EmailMessage, sender: str, name: str) -> None:
    """Let an answer to the letter come in."""
    to, subject = read(letter)["Reply-To"].addresses[0].addr_spec, read(letter)["Subject"]
    head = (
        f"From: {sender}\r\nTo: {to}\r\nSubject: Re: {subject}\r\nMessage-ID: <{abs(hash(name))}@x.example>\r\n"
        f"In-Reply-To: {read(letter)['Message-ID']}\r\n"
    )
    world.inbox.put(head.encode() + body.as_bytes(), world.now)
    world.bot.round()
    world.bot.round()


def seen_by(world: World, *addresses: str) -> str:
    """All that these people have been sent."""
    raws = [raw for to, raw in world.outbox.delivered if set(to) & set(addresses)]
    return "\n".join(text_of(raw) + page_of(raw) for raw in raws).lower()


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("word", PRIVATE)
def test_not_a_word_of_what_is_private_gets_out_whatever_the_mail_program(
    world: World, client: Client, word: str
) -> None:
    answers(world, client, letter_to(world, ANN.address, "forward_report"), f"{word}\n\nIt is the {CANARY}.")
    assert CANARY not in seen_by(world, JO.address, MEG.address)


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("word", ["NEEDS SUPPORT", "NO CAPACTY"])
def test_a_private_line_typed_between_the_quoted_ones_gets_nobody_but_the_mentor_a_letter(
    world: World, client: Client, word: str
) -> None:
    letter = letter_to(world, ANN.address, "forward_report")
    lines = str(read(letter).get_body(("plain",)).get_content()).splitlines()  # type: ignore[union-attr]
    page = inside(page_of(letter)).replace("</p>", f"</p><p>{word}</p><p>It is the {CANARY}.</p>", 1)
    body = client.answer("<p>Dear Jo,</p>", "Dear Jo,", page, (*lines[:6], word, f"It is the {CANARY}.", *lines[6:]))
    put(world, letter, body, ANN.address, "between")
    assert CANARY not in seen_by(world, JO.address, MEG.address)


@pytest.mark.parametrize("client", STYLES, ids=repr)
def test_each_word_of_the_mentors_feedback_reaches_practitioner_and_manager(world: World, client: Client) -> None:
    said = "What I liked: the pelican chart.\n\nEven better if: each measure had a heron.\n\nKind regards\nAnn"
    answers(world, client, letter_to(world, ANN.address, "forward_report"), said)
    for address in (JO.address, MEG.address):
        got = text_of(letter_to(world, address, "relay_feedback"))
        assert all(word in got for word in said.split())


@pytest.mark.parametrize("client", STYLES, ids=repr)
def test_no_token_of_a_mentor_or_the_team_gets_out_with_a_quoted_letter(world: World, client: Client) -> None:
    forward = letter_to(world, ANN.address, "forward_report")
    answers(world, client, forward, "I liked the aim.")
    tokens = {THREADS.link(ENROLMENT.unit, 1, who, "X").partition("%5B")[2][:35] for who in ("mentor", "team")}
    assert not any(token.lower() in seen_by(world, JO.address, MEG.address) for token in tokens)


@pytest.mark.parametrize("client", STYLES, ids=repr)
def test_what_the_team_answers_to_its_own_letters_stays_with_the_team(world: World, client: Client) -> None:
    claim = message(text="EXCEPTIONAL\n\nI was ill.", To=THREADS.address(ENROLMENT.unit, 2), Message_ID="<c@x.example>")
    world.inbox.put(claim, world.now)
    world.bot.round()
    answers(world, client, letter_to(world, TEAM, "ask_exceptional"), f"Only the {CANARY}, I think.", TEAM)
    assert CANARY not in seen_by(world, JO.address, MEG.address, ANN.address)


TOLD = {
    "ACCEPT UNTIL": "ACCEPT UNTIL 30 November",
    "REASSIGN TO": "REASSIGN TO ann@health.example",
    "THIS IS": "THIS IS jo@school.example",
}
FAMILIES = [
    clients.OUTLOOK,
    clients.OUTLOOK_WEB,
    clients.OUTLOOK_PHONE,
    clients.GMAIL,
    clients.APPLE,
    clients.THUNDERBIRD,
]


@pytest.mark.parametrize("client", FAMILIES, ids=repr)
@pytest.mark.parametrize("word", [word.name for word in WORDS if Role.TEAM in word.roles])
def test_what_the_team_writes_beside_any_of_its_words_stays_with_the_team(
    world: World, client: Client, word: str
) -> None:
    claim = message(text="EXCEPTIONAL\n\nI was ill.", To=THREADS.address(ENROLMENT.unit, 2), Message_ID="<c@x.example>")
    world.inbox.put(claim, world.now)
    world.bot.round()
    text = f"{TOLD.get(word, word)}\n\nOnly the {CANARY}, I think."
    answers(world, client, letter_to(world, TEAM, "ask_exceptional"), text, TEAM)
    assert CANARY not in seen_by(world, JO.address, MEG.address, ANN.address)


PLAIN = (
    f"I don't think Jo is coping, and I doubt that she should go on. She says {CANARY}.",
    f"Between ourselves, she is out of her depth with the {CANARY}.",
    f"Dear team, could somebody have a word with her manager about the {CANARY}? She gets no time.",
    f"Thanks for this one.\n\nPlease don't pass this on to Jo: I'm worried about her and the {CANARY}.",
)


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("words", PLAIN, ids=range(len(PLAIN)))
def test_a_private_remark_without_any_command_word_reaches_the_team_alone(
    world: World, client: Client, words: str
) -> None:
    answers(world, client, letter_to(world, ANN.address, "forward_report"), words)
    assert CANARY not in seen_by(world, JO.address, MEG.address)
    assert CANARY in seen_by(world, TEAM)
    assert world.case.report(1) is not None
    assert world.case.report(1).answered is None  # type: ignore[union-attr]
    assert "nobody else has seen it" in seen_by(world, ANN.address)


OF_THE_PRACTITIONER = (
    f"I'm sorry, I can't do the next one in time. My father died on Sunday, and I am at the {CANARY} with my mother.",
    f"I've been signed off for four weeks with my nerves, the doctor calls it {CANARY}. Could I have until January?",
    f"In confidence: I don't get on with Ann at all, she was rude to me about my {CANARY}.",
    f"I'm leaving the council at Christmas for a post at the {CANARY}, so I have to give up the programme.",
    f"I'm afraid I won't manage report 2. Three of us are off and I'm covering every shift at the {CANARY}.",
)


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("words", OF_THE_PRACTITIONER, ids=range(len(OF_THE_PRACTITIONER)))
def test_what_keeps_a_practitioner_or_is_said_in_confidence_reaches_neither_mentor_nor_manager(
    world: World, client: Client, words: str
) -> None:
    answers(world, client, letter_to(world, JO.address, "receipt"), f"Hello,\n\n{words}\n\nJo", JO.address)
    assert CANARY not in seen_by(world, ANN.address, MEG.address)
    assert CANARY in seen_by(world, TEAM)


OF_THE_MANAGER = (
    f"Between ourselves, I doubt that Jo is up to it. Her last project ended as a {CANARY}.",
    f"Jo has been off sick since Monday and will be for some weeks. It is her {CANARY}.",
)


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("words", OF_THE_MANAGER, ids=range(len(OF_THE_MANAGER)))
def test_what_a_manager_says_in_confidence_or_of_an_illness_reaches_the_team_alone(
    world: World, client: Client, words: str
) -> None:
    answers(world, client, letter_to(world, ANN.address, "forward_report"), "What I liked: the clear aim, Jo.")
    answers(world, client, letter_to(world, MEG.address, "relay_feedback"), words, MEG.address)
    assert CANARY not in seen_by(world, ANN.address, JO.address)
    assert CANARY in seen_by(world, TEAM)


def test_what_was_taken_for_private_is_passed_on_as_feedback_after_one_word(world: World) -> None:
    letter = letter_to(world, ANN.address, "forward_report")
    words = f"Between ourselves, your {CANARY} is the best chart of the year."
    answers(world, clients.GMAIL, letter, words)
    assert CANARY not in seen_by(world, JO.address, MEG.address)
    answers(world, clients.GMAIL, letter_to(world, ANN.address, "confirm_command"), "FEEDBACK")
    assert CANARY in seen_by(world, JO.address)
    assert CANARY in seen_by(world, MEG.address)
    assert world.case.report(1).answered is not None  # type: ignore[union-attr]


def test_a_word_about_the_file_goes_to_the_practitioner_alone_and_the_report_stays_open(world: World) -> None:
    letter = letter_to(world, ANN.address, "forward_report")
    answers(
        world, clients.GMAIL, letter, f"Hi Jo, I can't open the attachment, it says {CANARY}. Could you send it again?"
    )
    assert CANARY in seen_by(world, JO.address)
    assert CANARY not in seen_by(world, MEG.address)
    assert world.case.report(1).answered is None  # type: ignore[union-attr]


LIKED = "What I liked: a clear aim. Even better if the chart had a median."
SECRET = f"Between us, she is not coping and I doubt she should go on, the {CANARY}."


def test_what_stands_in_the_page_alone_is_read_too(world: World) -> None:
    made = EmailMessage()
    made.set_content(LIKED)
    made.add_alternative(f"<p>{LIKED}</p><p>{SECRET}</p>", subtype="html")
    put(world, letter_to(world, ANN.address, "forward_report"), made, ANN.address, "page alone")
    assert CANARY not in seen_by(world, JO.address, MEG.address)


@pytest.mark.parametrize("typed", ["text/plain", "application/octet-stream"])
@pytest.mark.parametrize("name", ["ATT00001", "ATT00001.", "ATT00001-1.txt", "Untitled attachment 00012.txt"])
def test_what_is_split_off_into_a_file_is_read_too(world: World, name: str, typed: str) -> None:
    made = EmailMessage()
    made.set_content(LIKED)
    maintype, _, subtype = typed.partition("/")
    made.add_attachment(SECRET.encode(), maintype=maintype, subtype=subtype, filename=name)
    put(world, letter_to(world, ANN.address, "forward_report"), made, ANN.address, name)
    text = "\n".join(raw.decode("ascii", "replace") for to, raw in world.outbox.delivered if ANN.address not in to)
    assert CANARY not in seen_by(world, JO.address, MEG.address)
    assert name.rstrip(".") not in text, "nor as a document, in whatever encoding"
