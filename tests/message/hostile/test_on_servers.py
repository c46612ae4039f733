"""Hostile messages on real servers: all are filed, the good one is forwarded, the team told once."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from qibot import config
from qibot.cli import building
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Person
from qibot.model.reports import Submission
from qibot.store.tinydb import TinyStore
from tests.support import hostile
from tests.support.build import ENROLMENT
from tests.support.hostile import Hostile
from tests.support.mailservers import MailServers

SETTINGS = """
[mailbox]
address = "{bot}"
imap_host = "127.0.0.1"
smtp_host = "127.0.0.1"
password = "secret"
[programme]
team = ["{team}"]
manager = "boss@council.example"
[cohorts."2026-27"]
first_month = "2026-10"
reports = 8
[imap]
port = {imap}
security = "plain"
[smtp]
port = {smtp}
security = "plain"
login = false
[service]
clock_hours = 0
[limits]
parse_seconds = 10
letters_in_ten_minutes = 10000
letters_an_hour = 10000
"""


def few_dozens(sender: str) -> list[Hostile]:
    """Every sixth cheap kind, those that servers may stumble over, and three of the enormous."""
    kinds = [message for message in hostile.handmade(sender) if message.raw.strip()]  # a server takes no empty message
    named = [
        k for k in kinds if k.name.split()[0] in {"only_nuls", "nul_everywhere", "eight_bits_everywhere", "folded_type"}
    ]
    names = ("ten_thousand_parts", "headers_of_20_mb", "line_of_10_mb")
    return [*kinds[::6], *named, *(Hostile(name, hostile.made(name, sender)) for name in names)]


def test_on_real_servers_all_are_filed_the_good_one_is_forwarded_and_the_team_told_once(
    servers: MailServers, mailbox_name: str, tmp_path: Path
) -> None:
    domain = mailbox_name.partition("@")[0] + ".example"
    team, jo, ann = f"team@{domain}", f"jo@{domain}", f"ann@{domain}"
    path = tmp_path / "config.toml"
    path.write_text(SETTINGS.format(bot=mailbox_name, team=team, imap=servers.imap_port, smtp=servers.smtp_port))
    path.chmod(0o600)
    chosen = config.load_config(path)
    people = replace(ENROLMENT, practitioner=Person("Jo", (jo,)), mentor=Person("Ann", (ann,)), manager=None)
    store = TinyStore(chosen.data)
    store.commit(people.unit, [Put(people)])
    store.close()
    messages = [*few_dozens(f"stranger@{domain}"), *few_dozens(jo)]
    good = hostile.report(jo, "good")
    messages.insert(len(messages) // 2, Hostile("good", good))
    assert len(messages) > 60
    arrived = datetime(2026, 10, 12, 9, tzinfo=UTC)
    with servers.client(mailbox_name) as client:
        for message in messages:
            client.append("INBOX", message.raw, (), arrived)
    bot = building.build_bot(chosen, clock=lambda: datetime(2026, 10, 12, 10, tzinfo=UTC))
    try:
        assert bot.round().faults == []
        with servers.client(mailbox_name) as client:
            counts = {
                folder: int(client.folder_status(folder, ["MESSAGES"])[b"MESSAGES"])
                for folder in ("INBOX", chosen.imap.done, chosen.imap.quarantine)
            }
        assert counts["INBOX"] == 0
        assert counts[chosen.imap.done] + counts[chosen.imap.quarantine] == len(messages)
        waiting = stored(chosen, DESK).all(Quarantined)
        assert len(waiting) == len(set(servers.messages(mailbox_name, chosen.imap.quarantine)))
        assert [q.traceback for q in waiting.values() if q.traceback] == []
        case = stored(chosen, people.unit)
        submissions = case.all(Submission).values()
        [received] = [s for s in submissions if s.message_id.startswith("good.")]
        assert [d.sha256 for d in received.documents] == [hashlib.sha256(hostile.DOCX).hexdigest()]
        [key] = [x.message_id for x in case.letters.values() if x.key == f"forward/{case.unit}/{received.key}"]
        forwards = servers.wait_for(ann, len(submissions))
        [forwarded] = [raw for raw in forwards if f"Message-ID: <{key}>".encode() in raw]
        assert hostile.docx_base64().strip() in forwarded
        told = servers.wait_for(team, 1)
        assert bot.round().letters == []  # nothing is left to say
        assert len(told) == len(servers.messages(team)) == 1
        for raw in (*forwards, *told):
            assert not re.search(rb"(?im)^(bcc|x-filler|to: .*else)", raw.partition(b"\r\n\r\n")[0])
    finally:
        bot.close()


def stored(chosen: config.Config, unit: str) -> Case:
    return TinyStore(chosen.data, read_only=True).load(unit)
