"""One bot with one enrolment, and what its people send it: mail by mail, with the letters that come of it."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from qibot.model.reports import Report
from tests.support.build import JO, at, config, message
from tests.support.programme import head_of, text_of
from tests.support.world import World

NOVEMBER = "2026-11-12T09:00"


class Scene(World):
    """Jo, her mentor Ann and her manager Meg, and what they send."""

    def takes(self, raw: bytes, hours: float = 1) -> str:
        """Let this come in; what it was taken for."""
        self.now += timedelta(hours=hours)
        self.inbox.put(raw, self.now)
        done = self.bot.round()
        assert not done.faults
        return str(done.taken_in[-1]["taken_for"])

    def sends(self, subject: str, *files: str, text: str = "Here it is.", sender: str = JO.address) -> str:
        return self.takes(message(sender=sender, subject=subject, files=files, text=text))

    def answers(self, name: str, text: str, sender: str = JO.address, place: int = -1) -> str:
        head = self.heads(name)[place]
        mine = f"<{len(self.inbox.filed)}.{abs(hash(text))}@x.example>"
        raw = message(
            sender=sender, subject=f"Re: {head['Subject']}", text=text, To=str(head["Reply-To"].addresses[0].addr_spec),
            Message_ID=mine, In_Reply_To=str(head["Message-ID"]),
        )  # fmt: skip
        return self.takes(raw)

    def takes_answer_with(self, name: str, *files: str, text: str = "Here it is.") -> str:
        """Let the practitioner answer a letter of this kind with documents."""
        head = self.heads(name)[-1]
        to = str(head["Reply-To"].addresses[0].addr_spec)
        raw = message(
            subject=f"Re: {head['Subject']}", text=text, files=files, To=to, In_Reply_To=str(head["Message-ID"])
        )
        return self.takes(raw)

    def raws(self, name: str, to: str = "") -> list[bytes]:
        return [raw for who, raw in self.outbox.delivered if head_of(raw)["X-QI-Letter"] == name and to in ("", *who)]

    def heads(self, name: str) -> list[EmailMessage]:
        return [head_of(raw) for raw in self.raws(name)]

    def last(self, name: str) -> str:
        return text_of(self.raws(name)[-1]).replace("**", "")

    @property
    def numbers(self) -> list[int]:
        return sorted(r.number for r in self.case.all(Report).values())


def scene(folder: Path, when: str = NOVEMBER, **sections: Any) -> Scene:
    s = Scene(folder, config=config(**sections))
    s.now = at(when)
    return s
