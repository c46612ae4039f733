"""Among three who all have it, nobody is asked for whom a mail is; what the team must hear of it hears (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from tests.support.build import ANN, BOT, JO, MEG, message
from tests.support.dialogue import Scene, scene

EVERYBODY = (JO.address, ANN.address, MEG.address, BOT)
TALK = [
    (ANN.address, "That's great, Meg."),
    (ANN.address, "Meg, would the other ward like to join?"),
    (ANN.address, "Agreed with Meg - lovely work."),
    (ANN.address, "Yes, NES runs a course in January."),
    (JO.address, "I've booked it!"),
    (JO.address, "Meg, could I have an hour a week for the data?"),
    (JO.address, "Meg, could I have Friday mornings for the counts?"),
    (JO.address, "Thanks both, Meg is that ok with you?"),
]
HEARD = [
    (JO.address, "Meg, I'm off sick with stress and can't do report 2.", "exceptional circumstances for report 2"),
    (JO.address, "Meg, could I have more time for report 2? I've none.", "exceptional circumstances for report 2"),
    (JO.address, "Meg, could you tell them I've no time this month?", "exceptional circumstances for report 2"),
    (ANN.address, "I'm worried about Jo and don't think she can go on.", "NEEDS SUPPORT"),
    (ANN.address, "I can't mentor any more, sorry all.", "NO CAPACITY"),
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """A report and its feedback have gone to all three directly, and the manager has answered."""
    made = scene(tmp_path, "2026-10-12T09:00")
    says(made, JO.address, "Here is my report.", 0, files=("Report 1.docx",))
    said = "What I liked: the aim says by when, and how many. Even better if the chart had a median line."
    assert says(made, ANN.address, said, 1) == "feedback on report 1"
    says(made, MEG.address, "Great to see this going well, Jo.", 2)
    return made


def says(s: Scene, sender: str, text: str, n: int, files: tuple[str, ...] = (), *, whole: bool = True) -> str:
    ids = [f"<{i}@x.example>" for i in range(n + 1)]
    threads = {"In_Reply_To": ids[n - 1], **({"References": " ".join(ids[:n])} if whole else {})} if n else {}
    to = ", ".join(a for a in EVERYBODY if a != sender)
    subject = "Re: Report 1" if n else "Report 1"
    fields = {"sender": sender, "subject": subject, "text": text, "To": to, "Message_ID": ids[n], **threads}
    return s.takes(message(files=files, **fields))


@pytest.mark.parametrize("whole", [True, False], ids=["all references", "the last one alone"])
@pytest.mark.parametrize(("sender", "text"), TALK)
def test_talk_that_all_three_have_is_asked_about_with_nobody(s: Scene, sender: str, text: str, whole: bool) -> None:
    before = len(s.outbox.delivered)
    assert says(s, sender, text, 3, whole=whole) != "quarantine"
    assert s.outbox.delivered[before:] == []
    assert not s.store.load(DESK).all(Quarantined)


@pytest.mark.parametrize(("sender", "text", "taken"), HEARD)
def test_what_the_team_must_hear_of_it_hears(s: Scene, sender: str, text: str, taken: str) -> None:
    assert says(s, sender, text, 3) == taken


def test_who_has_it_not_is_asked_about_as_ever(s: Scene) -> None:
    raw = message(sender=ANN.address, subject="Re: Report 1", text="Meg, would the other ward like to join?",
                  To=f"{JO.address}, {BOT}", Message_ID="<3@x.example>", In_Reply_To="<2@x.example>",
                  References="<0@x.example> <1@x.example>")  # fmt: skip
    assert s.takes(raw) == "quarantine"
