"""That somebody is to be written to at another address is for the team, who keep the sheet of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import DESK, Person, Quarantined
from qibot.model.reports import Report
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

NEW = "jo.smith@gmail.example"
SAID = [
    f"Please use my new address from now on, {NEW}.",
    f"Hi, please use my other address in future: {NEW}. Thanks!",
    f"My e-mail address has changed, it is now {NEW}.",
    f"Please e-mail me at {NEW} instead.",
    f"Could you send these to {NEW} from now on please?",
    f"I've got a new email address: {NEW}",
    "My e-mail address is changing next week.",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has come, and has its feedback."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("sender", "letter"), [(JO, "receipt"), (ANN, "forward_report")])
def test_the_team_alone_hears_of_an_address_in_a_thread(s: Scene, said: str, sender: object, letter: str) -> None:
    s.answers(letter, said, ANN.address if sender is ANN else JO.address)
    assert len(waiting(s)) == 1
    assert readers(s, "is to be written to at another address") == {TEAM}
    assert readers(s, NEW) == ({TEAM} if NEW in said else set())
    assert [r.answered for r in s.case.all(Report).values()] == [None]


@pytest.mark.parametrize("said", SAID)
def test_the_team_alone_hears_of_one_in_a_fresh_mail(s: Scene, said: str) -> None:
    s.sends("New address", text=said)
    assert readers(s, "is to be written to at another address") == {TEAM}
    assert readers(s, NEW) == ({TEAM} if NEW in said else set())


def test_beside_feedback_both_arrive(s: Scene) -> None:
    s.answers("forward_report", f"What I liked: the aim says by when. {SAID[2]}", ANN.address)
    assert {JO.address, MEG.address} <= readers(s, "the aim says by when")
    assert TEAM in readers(s, "is to be written to at another address")
    assert [bool(r.answered) for r in s.case.all(Report).values()] == [True]


def test_beside_a_report_both_arrive_and_the_team_can_let_it_go(s: Scene) -> None:
    s.now = s.now.replace(month=11, day=10)
    raw = message(subject="Report 2", text=f"Here is report 2. {SAID[0]}", files=("Report 2.pdf",))
    assert s.takes(raw) == "report 2"
    assert TEAM in readers(s, "is to be written to at another address")
    s.answers("report_quarantine", "DISCARD", TEAM)
    s.bot.round()
    assert not waiting(s)
    assert s.numbers == [1, 2]


@pytest.mark.parametrize(
    "said",
    [
        "Can you add me to your Teams channel again with the new address of the group?",
        "It went on Monday from my other address, the gmail one. Has it not turned up?",
        f"Please send the data to {MEG.address} as well.",
        "We asked for the new address by text, 64 answered, of which 12 had moved.",
        "You could write to lesley@stats.example about the chart, she's good.",
        "I'm writing from the office today, the project has a new home.",
    ],
)
def test_other_addresses_are_talk(s: Scene, said: str) -> None:
    s.answers("forward_report", said, ANN.address)
    assert MOVED not in {q.cause for q in waiting(s)}


MOVED = "it says that its sender is to be written to at another address"
HEARD = {
    JO: [
        ("receipt", "My manager has changed, it's now Fiona Black fiona.black@school.example"),
        ("receipt", "My new boss is Fiona Black (fiona.black@school.example)"),
        ("receipt", "Could feedback go to Fiona Black rather than Meg from now on?"),
        ("receipt", "Please copy Fiona Black in from now on instead of Meg"),
        ("receipt", "I got married in October, I'm Jo Baird now"),
        ("receipt", "I've changed school, same project"),
        ("receipt", "My project title has changed to Calm Starts"),
        ("receipt", "From Monday I'm on jo.baird@school.example"),
    ],
    ANN: [
        ("forward_report", "My email from Monday is ann.lee@newboard.example"),
        ("forward_report", "I've changed mailboxes, it's ann.lee@newboard.example"),
        ("forward_report", "I'm now Ann Baker (got married!), same email"),
        ("forward_report", "Copy my boss in please, kim@health.example"),
        ("forward_report", "Jo has moved to Oakwood Primary"),
        ("forward_report", "Please update my address to ann.lee@newboard.example"),
    ],
    MEG: [
        ("relay_feedback", "Fiona Black has taken over from me"),
        ("relay_feedback", "I retire on Friday, Fiona Black replaces me"),
        ("relay_feedback", "Please stop copying me in"),
        ("relay_feedback", "Please add Fiona Black, fiona@school.example, to these"),
        ("relay_feedback", "Jo reports to Fiona Black now"),
    ],
}
FEEDBACK = "What I liked: the aim says by when. Even better if you added a median."


@pytest.mark.parametrize(("who", "letter", "said"), [(p, *one) for p, many in HEARD.items() for one in many])
def test_the_team_hears_what_changes_the_sheet_of_people(s: Scene, who: Person, letter: str, said: str) -> None:
    if who is MEG:
        s.answers("forward_report", FEEDBACK, ANN.address)
    before = [r.answered for r in s.case.all(Report).values()]
    taken = s.answers(letter, said, who.address)
    assert len(waiting(s)) == 1
    assert not taken.startswith(("feedback", "exceptional"))
    assert [r.answered for r in s.case.all(Report).values()] == before


def test_an_address_that_nobody_has_holds_back_nothing(s: Scene) -> None:
    said = "What I liked: the aim says by when. Ask the data team at data@stats.example about the median."
    assert s.answers("forward_report", said, ANN.address) == "feedback on report 1"
    assert {JO.address, MEG.address} <= readers(s, "the aim says by when")
    assert [q.cause for q in waiting(s)] == ["it names an address that isn't on record"]


@pytest.mark.parametrize(
    "said",
    [
        "Meg has changed the rota so we can test on Mondays. Is that a change idea?",
        "My manager is now really keen on the project, which helps.",
        "Should I copy my manager in on the charter?",
        "I'm now on cycle 3 and use the green form instead of the blue one.",
    ],
)
def test_talk_of_managers_and_copies_is_no_news(s: Scene, said: str) -> None:
    s.answers("receipt", said)
    assert not waiting(s)


@pytest.mark.parametrize("said", [f"My mum died so please use {NEW}", f"I'm leaving the school so please use {NEW}"])
def test_what_befell_its_writer_is_never_taken_for_news_alone(s: Scene, said: str) -> None:
    if (taken := s.answers("receipt", said)) == "quarantine":
        pytest.fail(f"only the address was heard of ({taken})")


def test_who_leaves_is_heard_as_leaving_whatever_else_changes(s: Scene) -> None:
    taken = s.answers(
        "receipt", "I've got married and moved to Perth, so I'm leaving the programme and stopping the project."
    )
    assert taken.startswith("exceptional")


def test_news_swallows_nothing_that_is_owed(tmp_path: Path) -> None:
    reminded = scene(tmp_path, "2026-10-12T09:00")
    reminded.writes_until("2026-10-21T12:00")
    said = "I sent it on Friday from my new email jo@new.example."
    assert reminded.answers("remind_missing", said) == "exceptional circumstances for report 1"
