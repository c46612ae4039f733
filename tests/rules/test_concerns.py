"""What a mentor says to the team alone: it gets there, and not one word of it anywhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.case import Put
from qibot.model.desk import DESK, Away, Quarantined
from qibot.model.messages import Flag
from qibot.model.people import Enrolment, Person, Status
from qibot.people.directory import Directory
from tests.quoting.test_links import clicked
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, TEAM, THREADS, at, case, config, message
from tests.support.programme import read, text_of
from tests.support.world import World

UNIT = ENROLMENT.unit
BOB = Person("Bob Ray", ("bob@fire.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@x.example",)), ANN, MEG)
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@x.example",)), BOB)
LEADS = config(
    programme={"team": [TEAM], "manager": "boss@council.example", "cohort_leads": ["lead@council.example"]},
    trust={"mode": "off"},
)
SECRET = "She never listens to what I say."


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("reported"), ENROLMENT, SAM, PRIYA, config=LEADS)
    made.now = at("2026-10-12T09:00")
    made.inbox.put(message(files=("r.pdf",), Message_ID="<report@x.example>"), made.now)
    assert not made.bot.round().faults
    return made


@pytest.fixture
def world(reported: World, tmp_path: Path) -> World:
    return reported.copied(tmp_path)


def says(world: World, sender: str, text: str, to: str = "", **headers: str) -> list[str]:
    """Somebody writes, in the matter of Jo's report 1 unless another address is named."""
    raw = message(
        sender=sender,
        subject=headers.pop("Subject", "Re: x"),
        text=text,
        To=to or THREADS.address(UNIT, 1),
        Message_ID=f"<{abs(hash((sender, text, world.now)))}@x.example>",
        **headers,  # type: ignore[arg-type]
    )
    return comes(world, raw)


def comes(world: World, raw: bytes) -> list[str]:
    world.inbox.put(raw, world.now)
    done = world.bot.round()
    assert not done.faults
    world.bot.round()
    return [x["taken_for"] for x in done.taken_in]


def letters(world: World, address: str) -> list[bytes]:
    """What somebody has been sent."""
    return [raw for recipients, raw in world.outbox.delivered if address in recipients]


def names(world: World, address: str) -> list[str]:
    return [str(read(raw)["X-QI-Letter"]) for raw in letters(world, address)]


@pytest.mark.parametrize("word", ["NEEDS SUPPORT", "No clear aim.", "*needs support*", "NEEDS SUPORT", "NO CAPACTY"])
@pytest.mark.parametrize("lead", ["", "Dear all,\n\nI have thought about it.\n"])
def test_not_a_word_of_a_private_command_reaches_anybody_else(world: World, word: str, lead: str) -> None:
    says(world, ANN.address, f"{lead}{word}\n\n{SECRET}")
    for address in (JO.address, MEG.address, "sam@x.example"):
        assert not any("listens" in text_of(raw) or "upport" in text_of(raw) for raw in letters(world, address))
    assert names(world, JO.address) == ["receipt"]
    assert names(world, MEG.address) == []


@pytest.mark.parametrize("heading", ["Mentors", "No clear aim", "NEEDS SUPPORT", "No capacity"])
def test_a_heading_in_the_text_orders_nothing_and_its_mail_is_asked_about_where_it_may_be_private(
    world: World, heading: str
) -> None:
    text = f"What I liked: the aim.\n\nYour report says:\n{heading}\nWe asked two of them.\n\nEven better if: a chart."
    says(world, ANN.address, text)
    assert names(world, BOB.address) == []
    assert names(world, TEAM) == []
    assert names(world, ANN.address)[-1] == ("forward_report" if heading == "Mentors" else "confirm_command")
    assert ("relay_feedback" in names(world, JO.address)) == (heading == "Mentors")


def test_a_private_word_in_a_links_subject_is_private_too(world: World) -> None:
    link = THREADS.link(UNIT, 1, "mentor", "NEEDS SUPPORT")
    comes(world, clicked(link, ANN.address).replace(b"Just send", SECRET.encode() + b"\r\n\r\nJust send"))
    assert names(world, JO.address) == ["receipt"]
    assert any(SECRET in text_of(raw) for raw in letters(world, TEAM))


def test_needs_support_goes_to_the_team_alone_with_the_history(world: World) -> None:
    assert says(world, ANN.address, f"NEEDS SUPPORT\n\n{SECRET}") == ["NEEDS SUPPORT"]
    (letter,) = [raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_needs_support"]
    assert SECRET in text_of(letter)
    assert "Report 1: came in on 12 October 2026" in text_of(letter)
    assert read(letter)["Cc"] is None
    assert [f.kind for f in world.store.load(UNIT).all(Flag).values()] == ["needs support"]
    assert names(world, ANN.address)[-1] == "confirm_command"


@pytest.mark.parametrize(("number", "leads"), [(1, 0), (2, 0), (3, 1), (4, 1)])
def test_no_clear_aim_reaches_the_cohort_leads_from_report_3_on(world: World, number: int, leads: int) -> None:
    says(world, ANN.address, "NO CLEAR AIM", to=THREADS.address(UNIT, number))
    assert names(world, "lead@council.example").count("report_no_clear_aim") == leads
    assert "report_no_clear_aim" in names(world, TEAM)


@pytest.mark.parametrize(
    "said",
    ["In confidence, for the team only: I doubt that Jo should go on. She has no aim after three months.",
     "Please don't pass this on: there is still no aim in Jo's report, and I suspect that Meg wrote it."],
)  # fmt: skip
def test_what_is_said_in_confidence_is_for_the_team_which_is_told_that_the_leads_have_not_heard(
    world: World, said: str
) -> None:
    assert says(world, ANN.address, said, to=THREADS.address(UNIT, 3)) == ["NO CLEAR AIM"]
    assert not names(world, "lead@council.example")
    assert "the cohort leads haven't been told" in text_of(letters(world, TEAM)[-1])
    assert "NO CLEAR AIM alone on the first line" in text_of(letters(world, ANN.address)[-1])


def test_of_what_is_read_the_leads_hear_that_there_is_no_aim_and_the_team_alone_the_words(
    world: World,
) -> None:
    said = "I don't think Jo knows what she's trying to achieve."
    assert says(world, ANN.address, said, to=THREADS.address(UNIT, 3)) == ["NO CLEAR AIM"]
    (to_leads,) = letters(world, "lead@council.example")
    assert "no clear aim" in text_of(to_leads) and "achieve" not in text_of(to_leads)
    assert any(said in text_of(raw) for raw in letters(world, TEAM))
    assert "your words are with the team alone" in text_of(letters(world, ANN.address)[-1])


def test_other_mentors_who_have_a_part_or_are_spoken_of_do_not_get_the_question(world: World) -> None:
    assert says(world, ANN.address, "MENTORS\n\nHow do you deal with Bob Ray, who never answers?") != ["MENTORS"]
    assert not names(world, BOB.address)
    assert says(world, ANN.address, "MENTORS\n\nBob, how do you deal with a manager who says no?") == ["MENTORS"]
    assert names(world, BOB.address) == ["relay_to_mentors"]


def test_a_mentor_who_manages_the_practitioner_does_not_get_it_and_the_speaker_hears_so(tmp_path: Path) -> None:
    world = World(tmp_path, ENROLMENT, replace(SAM, mentor=MEG), PRIYA, config=LEADS)
    world.now = at("2026-10-12T09:00")
    says(world, ANN.address, "MENTORS\n\nHow do you deal with a manager who says no?", to=BOT)
    assert (names(world, BOB.address), names(world, MEG.address)) == (["relay_to_mentors"], [])
    assert "1 mentor was left out" in text_of(letters(world, ANN.address)[-1])


@pytest.mark.parametrize("text", ["Thanks.", f"Thank you. {SECRET}"])
@pytest.mark.parametrize("by_id", [True, False])
def test_what_a_mentor_answers_to_such_a_confirmation_stays_private(world: World, text: str, by_id: bool) -> None:
    says(world, ANN.address, "NEEDS SUPPORT")
    confirmation = read(letters(world, ANN.address)[-1])
    headers = {"In_Reply_To": str(confirmation["Message-ID"])} if by_id else {}
    to = THREADS.address(UNIT, 1) if by_id else confirmation["Reply-To"].addresses[0].addr_spec
    says(world, ANN.address, text, to=to, **headers)
    assert names(world, JO.address) == ["receipt"]


def test_a_fresh_mail_names_the_practitioner_where_there_are_several(world: World) -> None:
    assert says(world, ANN.address, "NEEDS SUPPORT Sam Baird", to="qi.reports@council.example") == ["NEEDS SUPPORT"]
    assert world.store.load(SAM.unit).all(Flag)
    says(world, ANN.address, "NEEDS SUPPORT", to="qi.reports@council.example", Subject="hm")
    assert not world.store.load(UNIT).all(Flag)
    assert "doesn't say whom it is about" in text_of(letters(world, ANN.address)[-1])


def test_a_concern_is_taken_back_and_the_team_hears_it(world: World) -> None:
    says(world, ANN.address, "NEEDS SUPPORT")
    says(world, ANN.address, "UNDO")
    assert not world.store.load(UNIT).all(Flag)
    assert names(world, TEAM)[-1] == "tell_undone"
    assert names(world, JO.address) == ["receipt"]


def test_away_is_noted_and_the_team_hears_what_falls_due_meanwhile(world: World) -> None:
    says(world, ANN.address, "AWAY 15 October TO 25 October")
    assert [str(a.last) for a in world.store.load(DESK).all(Away).values()] == ["2026-10-25"]
    assert "report_mentor_away" in names(world, TEAM)
    says(world, ANN.address, "AWAY 1 September TO 5 September")
    assert "past" in text_of(letters(world, ANN.address)[-1])


# --- mentors among themselves ---


def test_a_mentors_words_reach_the_other_mentors_and_the_answer_comes_back_to_the_one_who_asked(world: World) -> None:
    assert says(world, ANN.address, "MENTORS\n\nHow do you teach driver diagrams?") == ["MENTORS"]
    (letter,) = letters(world, BOB.address)
    assert "driver diagrams" in text_of(letter)
    assert read(letter)["From"].startswith("Ann Lee via")
    assert ANN.address not in letter.decode().lower()
    assert says(world, BOB.address, "With sticky notes.", to=read(letter)["Reply-To"].addresses[0].addr_spec) == [
        "MENTORS"
    ]
    assert "sticky notes" in text_of(letters(world, ANN.address)[-1])
    assert names(world, JO.address) == ["receipt"]


def test_mentors_without_words_is_asked_about(world: World) -> None:
    says(world, ANN.address, "MENTORS")
    assert names(world, BOB.address) == []
    assert "no words" in text_of(letters(world, ANN.address)[-1])


@pytest.mark.parametrize("sender", [JO.address, MEG.address])
def test_nobody_else_writes_to_the_mentors(world: World, sender: str) -> None:
    says(world, sender, "MENTORS\n\nHello all.")
    assert names(world, BOB.address) == []


# --- naming nobody ---

NAMELESS = "Between ourselves, I doubt that either of them will finish. Could somebody have a word with them both?"


def test_a_private_word_that_names_nobody_reaches_the_team_alone(world: World) -> None:
    assert says(world, ANN.address, NAMELESS, BOT, Subject="A worry") == ["NEEDS SUPPORT"]
    letter = next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_needs_support")
    assert "either of them will finish" in text_of(letter)
    assert "It names nobody; Ann Lee mentors Jo Smith, Sam Baird" in text_of(letter)
    told = letters(world, ANN.address)[-1]
    assert "nobody else has seen it" in text_of(told)
    for who in (JO.address, MEG.address, SAM.practitioner.address):
        assert not any("either of them" in text_of(raw) for raw in letters(world, who))


@pytest.mark.parametrize("answer", ["FEEDBACK", "MESSAGE", NAMELESS, "Thank you, that is right."])
def test_whatever_the_mentor_answers_to_that_reaches_no_practitioner(world: World, answer: str) -> None:
    says(world, ANN.address, NAMELESS, BOT, Subject="A worry")
    told = read(letters(world, ANN.address)[-1])
    before = len(letters(world, JO.address)) + len(letters(world, SAM.practitioner.address))
    says(world, ANN.address, answer, told["Reply-To"].addresses[0].addr_spec, Subject=f"Re: {told['Subject']}")
    assert len(letters(world, JO.address)) + len(letters(world, SAM.practitioner.address)) == before


def test_that_a_mentor_can_not_go_on_is_understood_without_a_name(world: World) -> None:
    words = "I've taken on a new post and I'm sorry, but I can't carry on as a mentor after Christmas."
    assert says(world, ANN.address, words, BOT, Subject="Mentoring") == ["NO CAPACITY"]


# --- no capacity, reassigning ---


def test_no_capacity_shows_the_team_what_waits_and_who_could_take_it(world: World) -> None:
    assert says(world, ANN.address, "NO CAPACITY") == ["NO CAPACITY"]
    said = text_of(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    assert "Jo Smith: report 1 waits for feedback, due on Monday 19 October 2026" in said
    assert "Sam Baird: nothing waits" in said
    assert "Bob Ray, 1" in said
    assert "REASSIGN TO bob@fire.example" in said


def test_one_reply_gives_all_of_a_mentors_practitioners_another_one(world: World) -> None:
    says(world, ANN.address, "NO CAPACITY")
    letter = read(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    world.outbox.delivered.clear()
    says(world, TEAM, "REASSIGN TO bob@fire.example", to=letter["Reply-To"].addresses[0].addr_spec)
    assert [world.store.load(u).enrolment.mentor.name for u in (UNIT, SAM.unit)] == ["Bob Ray", "Bob Ray"]
    assert sorted(names(world, "bob@fire.example")) == ["forward_report", "tell_new_mentor", "tell_new_mentor"]
    assert names(world, ANN.address) == ["tell_new_mentor", "tell_new_mentor"]
    assert names(world, JO.address) == ["tell_new_mentor"]
    assert names(world, MEG.address) == ["tell_new_mentor", "tell_new_mentor"]
    assert "Jo Smith and Sam Baird" in text_of(letters(world, TEAM)[-1])


@pytest.mark.parametrize("text", ["REASSIGN TO bob@fire.example", "Reassign Jo Smith to Bob@fire.example."])
def test_one_practitioner_gets_another_mentor(world: World, text: str) -> None:
    to = THREADS.address(UNIT, 0) if "TO" in text else "qi.reports@council.example"
    assert says(world, TEAM, text, to=to) == ["REASSIGN"]
    assert world.store.load(UNIT).enrolment.mentor == BOB
    assert world.store.load(SAM.unit).enrolment.mentor == ANN
    said = text_of(next(raw for raw in letters(world, BOB.address) if read(raw)["X-QI-Letter"] == "tell_new_mentor"))
    assert "Report 1: came in on 12 October 2026" in said


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2026-27/jo.smith", ["2026-27/jo.smith"]),
        ("jo.smith.2 to", ["2026-27/jo.smith.2"]),
        ("jo smith", ["2026-27/jo.smith", "2026-27/jo.smith.2"]),
        ("Joanna Smithson", []),
        ("jo@school.example.", ["2026-27/jo.smith"]),
        ("banjo@school.example", []),
    ],
)
def test_a_name_is_not_found_within_another(world: World, text: str, named: list[str]) -> None:
    double = replace(ENROLMENT, slug="jo.smith.2", practitioner=Person("Jo Smith", ("other@x.example",)))
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    for enrolment in (ENROLMENT, double):
        people.note(case(enrolment=enrolment))
    assert people.named(text) == named


def test_of_two_namesakes_neither_is_reassigned(world: World) -> None:
    double = replace(ENROLMENT, slug="jo.smith.2", practitioner=Person("Jo Smith", ("other@x.example",)))
    world.store.commit(double.unit, [Put(double)])
    world.bot = world.started()
    says(world, TEAM, "REASSIGN Jo Smith TO bob@fire.example", to="qi.reports@council.example")
    assert [world.store.load(u).enrolment.mentor for u in (UNIT, double.unit)] == [ANN, ANN]
    assert "several are called that" in text_of(letters(world, TEAM)[-1])
    says(world, TEAM, "REASSIGN jo.smith.2 TO bob@fire.example", to="qi.reports@council.example", Subject="then")
    assert [world.store.load(u).enrolment.mentor for u in (UNIT, double.unit)] == [ANN, BOB]


@pytest.mark.parametrize("sender", [ANN.address, JO.address, MEG.address])
def test_only_the_team_reassigns(world: World, sender: str) -> None:
    says(world, sender, "REASSIGN TO bob@fire.example", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.mentor == ANN


@pytest.mark.parametrize("address", ["who@else.example", "nobody"])
def test_a_stranger_is_not_made_a_mentor(world: World, address: str) -> None:
    says(world, TEAM, f"REASSIGN TO {address}", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.mentor == ANN
    assert "Nothing was changed" in text_of(letters(world, TEAM)[-1])


def test_killed_between_two_enrolments_it_is_finished_and_nothing_is_doubled(world: World) -> None:
    says(world, ANN.address, "NO CAPACITY")
    letter = read(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    world.outbox.delivered.clear()
    raw = message(
        sender=TEAM, subject="Re: x", text="REASSIGN TO bob@fire.example", Message_ID="<again@x.example>",
        To=letter["Reply-To"].addresses[0].addr_spec,
    )  # fmt: skip
    world.inbox.put(raw, world.now)
    commits = 0

    class Killed(BaseException):
        pass

    def step(name: str) -> None:
        nonlocal commits
        commits += name == "committed"
        if name == "committed" and commits == 1:
            raise Killed

    world.step = step
    with pytest.raises(Killed):
        world.bot.round()
    world.step = lambda _name: None
    world.bot = world.started()
    world.bot.round()
    world.bot.round()
    assert [world.store.load(u).enrolment.mentor.name for u in (UNIT, SAM.unit)] == ["Bob Ray", "Bob Ray"]
    assert sorted(names(world, "bob@fire.example")) == ["forward_report", "tell_new_mentor", "tell_new_mentor"]
    assert names(world, TEAM) == ["confirm_command"]


# --- standing, status ---


def test_the_team_pauses_and_resumes_and_takes_it_back(world: World) -> None:
    assert says(world, TEAM, "PAUSE", to=THREADS.address(UNIT, 0)) == ["a change of standing"]
    assert world.store.load(UNIT).enrolment.status is Status.PAUSED
    says(world, TEAM, "RESUME", to=THREADS.address(UNIT, 0))
    resumed = world.store.load(UNIT).enrolment
    assert (resumed.status, str(resumed.joined)) == (Status.ACTIVE, "2026-10-12")
    says(world, TEAM, "UNDO", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.status is Status.PAUSED


def test_a_fresh_mail_of_the_teams_names_the_practitioner(world: World) -> None:
    says(world, TEAM, "WITHDRAW Priya Nair", to="qi.reports@council.example", Subject="one more")
    assert world.store.load(PRIYA.unit).enrolment == replace(PRIYA, status=Status.WITHDRAWN)


def test_status_shows_how_things_stand(world: World) -> None:
    assert says(world, TEAM, "STATUS", to="qi.reports@council.example") == ["STATUS"]
    said = text_of(letters(world, TEAM)[-1])
    assert "Jo Smith (mentor Ann Lee): in: 1; feedback on report 1 due on Monday 19 October 2026" in said.replace(
        "**", ""
    )
    assert not world.store.load(DESK).all(Quarantined)
