"""What a mentor, the programme manager or a cohort lead answers to an escalation, or to another letter that the team
has too, reaches the team with their words, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from tests.support.build import ANN, JO, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of


@pytest.fixture(scope="module")
def escalated(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = scene(tmp_path_factory.mktemp("escalated") / "it", calendar={"escalation": "auto"})
    s.goes_to("2026-11-25T11:00")
    assert s.raws("escalate_missing", ANN.address)
    return s


@pytest.fixture
def s(escalated: Scene, tmp_path: Path) -> Scene:
    return escalated.copied(tmp_path / "now")


def answered(s: Scene, text: str, sender: str = ANN.address) -> list[tuple[str, set[str]]]:
    """The letters that come of it, and to whom."""
    before = len(s.outbox.delivered)
    s.answers("escalate_missing", text, sender)
    s.bot.round()
    return [(str(head_of(raw)["X-QI-Letter"]), set(to)) for to, raw in s.outbox.delivered[before:]]


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


@pytest.mark.parametrize(
    "text",
    [
        "For what it's worth I think he has given up.",
        "She has just emailed me to say it'll be with you tonight.",
        "Please don't be too hard on her, it's been a rotten autumn.",
        "Could you ring her rather than write?",
    ],
)
def test_their_words_reach_the_team_alone(s: Scene, text: str) -> None:
    letters = answered(s, text)
    assert any(to == {TEAM} for _, to in letters)
    assert not any(JO.address in to for _, to in letters)
    assert any(text.encode()[:20] in raw for to, raw in s.outbox.delivered if to == (TEAM,))
    assert waiting(s) == []


@pytest.mark.parametrize("text", ["Noted", "Thanks for letting me know.", "Ok, thanks both."])
def test_thanks_are_nobodys_to_read(s: Scene, text: str) -> None:
    assert answered(s, text) == []
    assert waiting(s) == []


def test_who_has_not_seen_it_is_still_asked_about(s: Scene) -> None:
    answered(s, "I'm so sorry, here is why it is late.", JO.address)
    assert len(waiting(s)) == 1


BOSS, LEAD = "boss@council.example", "lead@council.example"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, I'll ring Jo's manager tomorrow.",
        "I know Jo, she's had a hard year. I'll have a word with Meg.",
        "Has anybody spoken to her?",
        "I don't think this needs me. Can the team deal with it?",
        "Jo is off sick, her head told me last week.",
        "Leave it with me.",
        "I met Jo in the corridor and she says she'll send it on Friday.",
        "Please don't send me these for one report.",
        "Let me know what Ann says.",
        "Let Jo know that I'll ring her on 30 November.",
        "Let's see what she sends by 30 November.",
        "Fine, let Ann give her another week.",
        "Give it a rest till 30 November, I'd say.",
        "Please pause. I know Jo: she's away till 30 November.",
        "Give her my best, she'll have it in a week.",
        "Give her a ring and then until 30 November.",
        "Give her manager a week to sort it.",
        "Give her until 30 November if her doctor agrees.",
        "Give her until 30 November? I don't think so.",
        "We can't give her a break until 30 November.",
        "I wouldn't give her a break until 30 November.",
        "Let her sort it out with Ann by 30 November.",
        "Allow me until 30 November to look at it.",
    ],
)
def test_the_programme_managers_words_reach_the_team_and_decide_nothing(s: Scene, text: str) -> None:
    before = s.case.tables.get("terms")
    letters = answered(s, text, BOSS)
    assert letters == [("report_in_confidence", {TEAM}), ("confirm_command", {BOSS})]
    assert "The Improvement Programme Manager has answered a letter about Jo Smith" in s.last("report_in_confidence")
    assert text.split(",", maxsplit=1)[0] in s.last("report_in_confidence")
    assert "What would have worked" not in s.last("confirm_command")
    assert s.case.tables.get("terms") == before
    assert waiting(s) == []


@pytest.mark.parametrize("text", ["Noted, thank you.", "Thanks, that's helpful.", "OK"])
def test_the_programme_managers_thanks_are_nobodys_to_read(s: Scene, text: str) -> None:
    assert answered(s, text, BOSS) == []


@pytest.mark.parametrize("text", [
    "EXCUSE", "Give her until the end of the month.", "Please give Jo another week.", "Let her have until 30 November.",
    "Let her off this one.", "She's been ill. Give her until 30 November please.", "ACCEPT UNTIL 30 November",
    "Accept it until 30 November, please",
])  # fmt: skip
def test_what_the_programme_manager_orders_is_carried_out(s: Scene, text: str) -> None:
    assert ("tell_extension", {JO.address, ANN.address}) in answered(s, text, BOSS)


def test_what_the_team_has_in_its_copy_it_does_not_get_again(s: Scene) -> None:
    head, before = s.heads("escalate_missing")[-1], len(s.outbox.delivered)
    to = f"{head['Reply-To'].addresses[0].addr_spec}, {TEAM}"
    raw = message(BOSS, "Re: escalation", "Has anybody spoken to her?", To=to, In_Reply_To=str(head["Message-ID"]))
    s.takes(raw)
    assert s.outbox.delivered[before:] == []


def test_a_member_of_the_team_is_asked_back_as_ever(s: Scene) -> None:
    assert answered(s, "Has anybody spoken to her?", TEAM) == [("confirm_command", {TEAM})]


def test_a_cohort_leads_words_reach_the_team_under_their_part(tmp_path: Path) -> None:
    s = scene(tmp_path, programme={"team": [TEAM], "manager": BOSS, "cohort_leads": [LEAD]})
    s.sends("Report 3", "Report 3.pdf")
    s.answers("forward_report", "NO CLEAR AIM", ANN.address)
    before = len(s.outbox.delivered)
    s.answers("report_no_clear_aim", "Has anybody gone through the driver diagram with her?", LEAD)
    named = [(str(head_of(raw)["X-QI-Letter"]), set(to)) for to, raw in s.outbox.delivered[before:]]
    assert named == [("report_in_confidence", {TEAM}), ("confirm_command", {LEAD})]
    assert "The Cohort lead has answered a letter about Jo Smith" in s.last("report_in_confidence")


def test_the_teams_undo_is_of_its_own_decision(s: Scene) -> None:
    answered(s, "EXCUSE", TEAM)
    number = next(n for n in (1, 2) if s.case.terms(n).excused)
    answered(s, "Jo is off sick, her head told me last week.", BOSS)
    answered(s, "UNDO", TEAM)
    assert not s.case.terms(number).excused
