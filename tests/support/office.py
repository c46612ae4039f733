"""A bot on a real data folder with two practitioners of one mentor, which can be stopped and begun anew."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from qibot.cli.building import put_together
from qibot.model.case import Put
from qibot.model.people import Enrolment, Person
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, THREADS, at, message
from tests.support.fakes import FakeInbox, FakeOutbox
from tests.support.programme import head_of, text_of
from tests.support.world import TEMPLATES

SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
FEEDBACK = "What I liked: the aim, Jo, it says by when. Even better if the chart had a median."


class Office:
    """`how` a record is lost: it is “gone”, or “cut”."""

    def __init__(self, folder: Path, how: str = "cut") -> None:
        self.folder, self.how = folder, how
        self.inbox, self.outbox, self.now = FakeInbox(), FakeOutbox(), at("2026-10-12T09:00")
        store = TinyStore(folder)
        for enrolment in (ENROLMENT, SAM):
            store.commit(enrolment.unit, [Put(enrolment)])
        store.close()
        self.begins()
        for person in (JO, SAM.practitioner):
            self.takes(message(sender=person.address, subject="Report 1", files=("r.pdf",)))

    def begins(self) -> None:
        store = TinyStore(self.folder)
        parts = (Archive(self.folder), self.inbox, self.outbox, TEMPLATES, THREADS)
        self.bot = put_together(CONFIG, store, *parts, lambda: self.now)

    def takes(self, raw: bytes) -> list[str]:
        self.inbox.put(raw, self.now)
        self.bot.round()
        return self.bot.round().faults

    def record(self, enrolment: Enrolment) -> Path:
        return self.folder / "enrolments" / f"{enrolment.unit}.json"

    def breaks(self, enrolment: Enrolment) -> None:
        self.bot.close()
        path = self.record(enrolment)
        self.good = path.read_bytes()
        if self.how == "gone":
            path.unlink()
        else:
            path.write_bytes(self.good[: len(self.good) // 2])
        self.begins()

    def forward(self, name: str) -> EmailMessage:
        raws = [raw for who, raw in self.outbox.delivered if ANN.address in who]
        return next(head_of(raw) for raw in raws if f"from {name}" in str(head_of(raw)["Subject"]))

    def answers(self, text: str) -> list[str]:
        head = self.forward("Jo Smith")
        reply_to = str(head["Reply-To"].addresses[0].addr_spec)
        identity = str(head["Message-ID"])
        return self.takes(message(sender=ANN.address, subject="Re: x", text=text, To=reply_to, In_Reply_To=identity))

    def got(self, address: str, phrase: str) -> bool:
        return any(phrase in text_of(raw) for who, raw in self.outbox.delivered if address in who)
