"""A world in which people answer letters, and a stranger's message in it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from urllib.parse import unquote

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, at, message
from tests.support.world import World

SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN)
STRANGER = "Jo Smith <jo.smith@elsewhere.example>"
MORNING = "2026-10-12T09:00"


class Desk(World):
    """A world in which people answer letters."""

    def gets(self, raw: bytes, when: str = "") -> None:
        if when:
            self.now = at(when)
        self.inbox.put(raw, self.now)
        self.bot.round()

    def letter(self, name: str) -> bytes:
        return self.all(name)[-1]

    def all(self, name: str) -> list[bytes]:
        return [raw for _, raw in self.outbox.delivered if message_from_bytes(raw)["X-QI-Letter"] == name]

    def answers(self, sender: str, letter: bytes, text: str) -> None:
        head = message_from_bytes(letter, policy=policy.default)
        raw = message(
            sender, f"Re: {head['Subject']}", text, To=str(head["Reply-To"]), In_Reply_To=str(head["Message-ID"]),
            Message_ID=f"<{len(self.outbox.delivered)}.{abs(hash(text))}@reply.example>",
        )  # fmt: skip
        self.gets(raw)

    def clicks(self, sender: str, letter: bytes, word: str) -> None:
        page = message_from_bytes(letter, policy=policy.default).get_body(("html",)).get_content()  # type: ignore[union-attr]
        links = re.findall(r'href="mailto:([^?"]+)\?subject=([^&"]+)', page)
        to, subject = next((t, unquote(s)) for t, s in links if unquote(s).startswith(word + " ["))
        self.gets(message(sender, subject, "Just send this mail; you may add a word below.", To=unquote(to)))

    def told(self) -> str:
        body = message_from_bytes(self.letter("confirm_command"), policy=policy.default).get_body(("plain",))
        return " ".join(body.get_content().split())  # type: ignore[union-attr]

    def waiting(self) -> dict[str, Quarantined]:
        return dict(self.store.load(DESK).all(Quarantined))


def strange(n: int = 1, sender: str = STRANGER) -> bytes:
    return message(sender, f"Report {n}", "My report.", ("report.pdf",), Message_ID=f"<s{n}@elsewhere.example>")
