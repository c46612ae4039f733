"""Messages as mail programs really write them: what they are taken for, what is relayed, and to whom."""

from __future__ import annotations

import re
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from qibot.message.mail import parse
from qibot.model.desk import Away, Quarantined
from qibot.model.letters import Letter
from qibot.model.messages import Seen
from qibot.quoting.wording import words
from tests.support import eml
from tests.support.build import THREADS
from tests.support.eml import Eml
from tests.support.programme import read
from tests.support.scenes import ADDRESSES, brought_about, letter, role_of
from tests.support.world import World

FILES = eml.load()
FAMILIES = {  # how `client:` begins, and how many files there are of it at least
    "Outlook desktop": (("Outlook for Windows", "Outlook for Mac", "New Outlook for Windows"), 14),
    "Outlook on the web": (("Outlook on the web",), 8),
    "Outlook on a phone": (("Outlook for iOS", "Outlook for Android"), 8),
    "Gmail": (("Gmail",), 8),
    "Apple Mail": (("Apple Mail on a Mac", "Apple Mail on an iPhone", "Apple Mail on an iPad"), 8),
    "Thunderbird": (("Thunderbird",), 6),
    "mutt": (("mutt",), 4),
}
HABITS = {  # what `shows:` may say, how many files show it at least, and what then stands in each of their messages
    "top-posted": (20, r"\{(?:text|html|marked|flowed|thunderbird|outlook|apple|gmail)\}"),
    "interleaved": (8, r"\{id\}"),
    "HTML only": (4, r"^(?![\s\S]*text/plain)"),
    "plain text only": (4, r"^(?![\s\S]*text/html)"),
    "signature above": (6, r"\{id\}"),
    "forwarded": (5, r"Subject: *(?:Fwd?|FW|WG|TR|I|Réexp) ?:|Subject: \[\S+@\S+: |message/rfc822"),
    "smart quotes": (8, "[’‘“”„…«»]"),
    "From: and Sent:": (14, r"\b(?:Sent|Date|Gesendet|Datum|Envoyé)\W{0,12}:"),
    "German": (8, r"\b(?:schrieb|Von|Gesendet|Weitergeleitete|iPhone gesendet|beziehen|AW|WG|Datum|Antwort)\b"),
    "French": (8, r"\b(?:écrit|Envoyé|transféré|iPhone|Obtenez|RE|TR|Objet|Réponse|automatique)\b"),
    "inline picture": (1, r"cid:"),
    "attachment": (3, r"(?i)Content-Disposition: attachment"),
    "in colour": (2, r"color"),
    "command": (8, r"[A-Z]{3}"),
    "automatic": (3, r"(?i)auto"),
    "fresh": (5, r"^(?![\s\S]*\{id\})"),
}
FRAMES = {  # what the letter's template puts before and behind the words that it passes on
    "relay_feedback": (r"\nHere is [^\n]+\.\n\n", r"\n\nMeg Ross has a copy of this\. "),
    "relay_message": (r"[^\n]+ wrote(?:, with [^\n]+)?:\n\n", r"\n\nTo answer, just reply: your reply comes back"),
    "forward_report": (r"\nJo Smith wrote:\n\n", r"\n*\Z"),
    "ask_exceptional": (r"\nJo Smith wrote(?:, with [^\n]+)?:\n\n", r"\n\nThe reports so far:"),
    "report_needs_support": (r"needs more support \(report \d\)\.\n\n", r"\n\nJo Smith has not been told"),
    "report_no_clear_aim": (r"\n\n(?=>)", r"\n\n(?=[^>])"),
}
QUOTED = {"forward_report", "ask_exceptional", "report_needs_support", "report_no_clear_aim"}
_BRACKETED = re.compile(r"<[^<>\s]*[:@][^<>\s]*>")  # where a link leads, as mail programs write it behind its words


class Case:
    """A file's message, come in after what it says has happened."""

    def __init__(self, one: Eml, folder: Path) -> None:
        self.one, self.world = one, World(folder)
        brought_about(self.world, one.after)
        name, _, role = one.answers.partition(" to ")
        self.answered = letter(self.world, name, role) if role else None
        self.written = one.written(self.answered)
        raw = eml.encoded(self.written)
        self.mail = parse(raw)
        self.before = len(self.world.outbox.delivered)
        self.world.inbox.put(raw, self.world.now)
        self.world.bot.round()
        self.world.bot.round()

    @property
    def taken_for(self) -> str:
        """What the bot's record says; with the cause where a person has to look at it, with the days of an absence."""
        marks = [mark for case in self.world.cases() if (mark := case.get(Seen, self.mail.identity))]
        (mark,) = marks
        desk = self.world.cases()[-1]
        if away := desk.get(Away, self.mail.sender or ""):
            return f"{mark.taken_for}: away from {away.first} to {away.last}"
        if not mark.quarantined:
            return mark.taken_for
        item = desk.all(Quarantined)[mark.key]
        return f"{mark.taken_for}: {item.cause}"

    @property
    def made(self) -> list[tuple[Letter, EmailMessage]]:
        """The letters that have left since then, as recorded and as delivered; the clock has stood still."""
        known = {x.message_id: x for case in self.world.cases() for x in case.letters.values()}
        sent = [read(raw) for _, raw in self.world.outbox.delivered[self.before :]]
        return [(known[str(made["Message-ID"]).strip("<>")], made) for made in sent]

    def got(self, *roles: str) -> str:
        """All that the message has made these people read."""
        addresses = {a for role in roles for a in ADDRESSES[role]}
        raws = [raw for to, raw in self.world.outbox.delivered[self.before :] if set(to) & addresses]
        return "\n".join(part for raw in raws for part in (text_of(read(raw)), page_of(read(raw))))


def text_of(made: EmailMessage) -> str:
    """A letter's plain text."""
    return str(made.get_body(("plain",)).get_content()).replace("\r\n", "\n")  # type: ignore[union-attr]


def page_of(made: EmailMessage) -> str:
    """A letter's page."""
    return str(made.get_body(("html",)).get_content())  # type: ignore[union-attr]


def relayed_by(made: EmailMessage) -> str:
    """What the letter passes on, without what its template puts around it."""
    before, behind = FRAMES[made["X-QI-Letter"]]
    begun = re.search(before, text_of(made))
    assert begun, text_of(made)
    said = text_of(made)[begun.end() :]
    ended = re.search(behind, said)
    assert ended, said
    said = said[: ended.start()]
    if made["X-QI-Letter"] not in QUOTED:
        return said
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in said.split("\n"))


@pytest.fixture(params=FILES, ids=repr)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    return Case(request.param, tmp_path)


def test_each_message_is_taken_for_what_it_is_and_passed_on_word_for_word_to_whom_it_concerns(case: Case) -> None:
    one = case.one
    assert role_of(case.mail.sender or "") == one.sender
    assert case.taken_for == one.taken_for
    made = [f"{x.name} to {', '.join(map(role_of, x.recipients))}" for x, _ in case.made]
    assert sorted(made) == sorted(x for x in one.relayed if x != "nothing")
    carrying = [letter for x, letter in case.made if x.name in FRAMES and not is_managers_own(x)]
    expected = one.expected(case.answered)
    assert (expected is None) == (not carrying)
    for letter_made in carrying:
        assert relayed_by(letter_made) == expected
        page = document_fromstring(page_of(letter_made))
        shown = words(page.text_content()) + words(" ".join(page.itertext()))  # its blocks glued, and words divided
        assert not set(words(_BRACKETED.sub(" ", expected or ""))) - set(shown)
        names = [part.get_filename() for part in letter_made.iter_attachments()]
        assert not one.documents or names == list(one.documents)


def is_managers_own(x: Letter) -> bool:
    """Whether it is what a manager gets of feedback that quotes what wasn't theirs to read."""
    return x.name == "relay_feedback" and [role_of(a) for a in x.recipients] == ["manager"]


@pytest.mark.parametrize("one", [x for x in FILES if "relay_feedback to manager" in x.relayed], ids=repr)
def test_of_an_answer_around_our_letter_the_manager_gets_what_was_typed(one: Eml, tmp_path: Path) -> None:
    case = Case(one, tmp_path)
    (got,) = (text_of(made) for x, made in case.made if is_managers_own(x))
    assert case.answered is not None
    letter_lines = [words(line) for line in text_of(case.answered).split("\n")]
    got_lines = [words(line) for line in got.split("\n")]
    assert not [line for line in letter_lines if len(line) > 5 and line in got_lines]
    said = [x for x in got.partition(".\n\n")[2].partition("What it quotes")[0].split("\n") if x.strip()]
    assert said
    assert set(words(" ".join(said))) <= set(words(case.mail.text))


@pytest.mark.parametrize("one", [x for x in FILES if x.sender in ("mentor", "team")], ids=repr)
def test_what_is_private_in_a_mentors_or_the_teams_message_reaches_nobody_else(one: Eml, tmp_path: Path) -> None:
    case = Case(one, tmp_path)
    said, got = case.mail.text + case.mail.said.page, case.got("practitioner", "manager").lower()
    for phrase in one.private:
        assert phrase in said
        assert phrase.lower() not in got
    own = THREADS.link("2026-27/jo.smith", 1, one.sender, "X").partition("%5B")[2].partition("%5D")[0]
    assert own.lower() not in got


def test_the_corpus_has_enough_of_each_client_and_of_each_habit() -> None:
    assert len(FILES) >= 60
    clients = Counter(name for one in FILES for name, (known, _) in FAMILIES.items() if one.client.startswith(known))
    assert clients.total() == len(FILES), "each file's `client:` begins with a known name"
    assert not {name: clients[name] for name, (_, least) in FAMILIES.items() if clients[name] < least}
    shown = Counter(tag for one in FILES for tag in one.shows)
    assert not {tag: shown[tag] for tag, (least, _) in HABITS.items() if shown[tag] < least}


@pytest.mark.parametrize("one", FILES, ids=repr)
def test_each_file_shows_the_habits_that_it_names(one: Eml) -> None:
    assert set(one.shows) <= set(HABITS)
    assert not [tag for tag in one.shows if not re.search(HABITS[tag][1], one.message)]
    assert one.habits
