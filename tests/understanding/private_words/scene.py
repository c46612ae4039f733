"""Jo's report has reached Ann: what somebody writes then, and whom it reaches."""

from __future__ import annotations

import itertools
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, JO, MEG, at, config, message
from tests.support.world import World

BOB = Person("Bob Ray", ("bob@fire.example",))
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@x.example",)), BOB)
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@x.example",)), ANN, MEG)
SECRET = "zanzibar"
MENTORS_LETTERS = ("forward_report", "relay_message")
LONG = " ".join(["and more of it"] * 10)


class Scene:
    """Jo has sent a report to Ann; `say` lets somebody write, `letters` are what somebody has got."""

    def __init__(self, folder: Path, *more: Enrolment) -> None:
        self.world = World(folder, ENROLMENT, *more, PRIYA, config=config(trust={"mode": "off"}))
        self.world.now = at("2026-10-12T09:00")
        self._numbers = itertools.count(1)
        self.say(JO.address, "Please find it attached.", "Report 1", files=("r.pdf",))

    def say(
        self,
        sender: str,
        text: str,
        subject: str = "x",
        answers: EmailMessage | None = None,
        files: tuple[str, ...] = (),
    ) -> None:
        """Write a fresh mail, or in answer to a letter."""
        headers = {"Message_ID": f"<{next(self._numbers)}@x.example>"}
        if answers is not None:
            headers |= {"In_Reply_To": str(answers["Message-ID"]), "To": str(answers["Reply-To"])}
            subject = f"Re: {answers['Subject']}"
        self.world.now += timedelta(minutes=1)
        raw = message(sender=sender, subject=subject, text=text, files=files, **headers)
        self.world.inbox.put(raw, self.world.now)
        self.world.bot.round()

    def letters(self, reader: str, name: str) -> list[EmailMessage]:
        """Somebody's letters of one kind, the newest last."""
        own = [
            message_from_bytes(raw, policy=policy.default) for to, raw in self.world.outbox.delivered if reader in to
        ]
        return [letter for letter in own if letter["X-QI-Letter"] == name]

    def last(self, reader: str, name: str) -> EmailMessage:
        """The newest of them."""
        return self.letters(reader, name)[-1]

    def reached(self, word: str = SECRET) -> list[str]:
        """The letters to practitioner or manager that hold the word."""
        near = {JO.address, MEG.address}
        sent = [
            message_from_bytes(raw, policy=policy.default) for to, raw in self.world.outbox.delivered if near & {*to}
        ]
        return [str(x["X-QI-Letter"]) for x in sent if word in (words(x) + str(x["Subject"])).lower()]


def words(letter: EmailMessage) -> str:
    """A letter's text."""
    body = letter.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())
