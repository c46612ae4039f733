"""What becomes of a colleague's mail that the team has said to be a practitioner's, once or for good (3a)."""

from __future__ import annotations

import pytest

from qibot.model.desk import DESK, Alias
from qibot.model.reports import Submission
from tests.desk.test_others_hands import HERE, NOON, strangers
from tests.support.build import JO, TEAM, message
from tests.support.desk_world import Desk
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


def test_accepted_once_the_report_counts_and_the_next_one_is_asked_about_again(world: Desk) -> None:
    world.gets(strangers("Pat Brown <pat@office.example>", "Report 1 - Jo Smith"), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    assert [s.number for s in world.case.all(Submission).values()] == [1]
    assert not world.store.load(DESK).all(Alias)
    assert {who for who, raw in world.outbox.delivered if b"X-QI-Letter: receipt" in raw} == {(JO.address,)}
    world.gets(strangers("Pat Brown <pat@office.example>", "Report 2 - Jo Smith"), "2026-11-10T12:00")
    assert len(world.waiting()) == 1


def test_accepted_once_the_colleagues_covering_words_reach_no_mentor(world: Desk) -> None:
    told = "Jo is in hospital, so I send it.\n\nPat"
    world.gets(strangers("Pat Brown <pat@office.example>", "Report 1 - Jo Smith", told), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    (forward,) = world.all("forward_report")
    assert "hospital" not in text_of(forward)
    assert b"report.docx" in forward
    has = {w for who, raw in world.outbox.delivered for w in who if "hospital" in text_of(raw)}
    assert has == {TEAM}


def test_accepted_for_good_what_it_tells_of_the_practitioner_reaches_the_team_alone_all_the_same(world: Desk) -> None:
    told = "Jo Smith asked me to send report 1. She is off sick with depression.\n\nPat"
    world.gets(strangers("Pat Brown <pat@office.example>", "Report 1 - Jo Smith", told), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    (forward,) = world.all("forward_report")
    assert "depression" not in text_of(forward)
    has = {w for who, raw in world.outbox.delivered for w in who if "depression" in text_of(raw)}
    assert has <= {TEAM}


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Pat Brown <pat@office.example>", "Please find it attached. To be honest I wrote most of it.\n\nPat"),
        ("pat@office.example", "Jo doesn't know that I'm sending it. To be honest I wrote most of it.\n\nPat Brown"),
    ],
)
def test_accepted_for_good_a_colleagues_covering_words_stay_with_the_team_each_time(
    world: Desk, sender: str, text: str
) -> None:
    world.gets(strangers(sender, "Report 1 - Jo Smith", text), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    world.gets(strangers(sender, "Report 2 - Jo Smith", text, data=b"PK2"), "2026-11-10T12:00")
    assert sorted(s.number for s in world.case.all(Submission).values()) == [1, 2]
    has = {w for who, raw in world.outbox.delivered for w in who if "wrote most" in text_of(raw)}
    assert has <= {TEAM}


@pytest.mark.parametrize(
    ("sender", "first"),
    [
        ("Pat Brown <pat@office.example>", " ONCE"),
        ("Jo Smith <xyz@private.example>", ""),
        ("Jo Brown <j@b.example>", ""),
    ],
)
def test_where_another_ones_name_stands_on_it_this_time_only_is_offered_first(
    world: Desk, sender: str, first: str
) -> None:
    world.gets(strangers(sender, "Report 1 - Jo Smith"), NOON)
    offered = text_of(world.letter("report_quarantine")).replace("**", "")
    words = [x for x in (f"THIS IS {JO.address} ONCE", f"THIS IS {JO.address}:") if x in offered] or [offered]
    ways = sorted(words, key=offered.index)
    assert ways[0].removeprefix(f"THIS IS {JO.address}").strip(":") == first


def test_accepted_for_good_the_next_one_counts_at_once(world: Desk) -> None:
    world.gets(strangers("Jo Smith <xyz@private.example>", "Report 1"), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    assert {a.person for a in world.store.load(DESK).all(Alias).values()} == {JO.address}
    world.gets(strangers("Jo Smith <xyz@private.example>", "Report 2", data=b"PK2"), "2026-11-10T12:00")
    assert not world.waiting()
    assert sorted(s.number for s in world.case.all(Submission).values()) == [1, 2]


ARTICLE = strangers("Pat Brown <pat@office.example>", "For Jo Smith", f"{HERE} With love from Pat.", "it.pdf")


def test_a_strangers_article_that_was_filed_as_a_report_becomes_a_question_without_the_strangers_words(
    world: Desk,
) -> None:
    world.gets(ARTICLE, NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    assert [s.number for s in world.case.all(Submission).values()] == [1]
    world.clicks(JO.address, world.letter("receipt"), "QUESTION")
    assert not world.case.all(Submission)
    assert 1 in world.almanac.owed(world.case)
    (relayed,) = world.all("relay_message")
    assert b"it.pdf" in relayed
    assert "love from" not in text_of(relayed)
    assert "Jo Smith passes on it.pdf" in text_of(relayed)
    assert "for a question and have passed it on" in text_of(world.all("receipt")[-1]).replace("**", "")


def test_back_to_a_report_it_comes_without_the_strangers_words_too(world: Desk) -> None:
    world.gets(ARTICLE, NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    world.clicks(JO.address, world.letter("receipt"), "QUESTION")
    world.answers(JO.address, world.all("receipt")[-1], "REPORT 2")
    assert [s.number for s in world.case.all(Submission).values()] == [2]
    assert all("love from" not in text_of(raw) for who, raw in world.outbox.delivered if TEAM not in who)


@pytest.mark.parametrize("then", [[], ["REPORT 1"]])
def test_words_in_confidence_beside_a_report_stay_so_whatever_it_is_taken_for_later(
    world: Desk, then: list[str]
) -> None:
    told = "Here is my report. In confidence, for the team alone: I am afraid of my mentor."
    world.gets(message(JO.address, "Report 1", told, ("article.pdf",)), NOON)
    for word in ("QUESTION", *then):
        world.answers(JO.address, world.all("receipt")[-1], word)
    has = {w for who, raw in world.outbox.delivered for w in who if "afraid" in text_of(raw)}
    assert has == {TEAM}


def test_a_strangers_article_that_is_taken_for_a_message_goes_on_without_the_strangers_words(world: Desk) -> None:
    told = "I found this article for Jo, she ought to read it. Love, Pat"
    world.gets(strangers("Pat Brown <pat@office.example>", "For Jo Smith", told, "article.pdf"), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    (relayed,) = world.all("relay_message")
    assert b"article.pdf" in relayed
    assert "ought to read" not in text_of(relayed)


def test_what_becomes_of_a_colleagues_mail_is_told_to_the_practitioner_alone(world: Desk) -> None:
    told = "Jo is in hospital, so I send it.\n\nPat"
    world.gets(strangers("Pat Brown <pat@office.example>", "Report 1 - Jo Smith", told), NOON)
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address} ONCE")
    world.bot.round()
    for word in ("REPORT 2", "QUESTION", "REPORT 3"):
        world.answers(JO.address, world.all("receipt")[-1], word)
    assert [s.number for s in world.case.all(Submission).values()] == [3]
    assert not [who for who, _ in world.outbox.delivered if "pat@office.example" in who]
    has = {w for who, raw in world.outbox.delivered for w in who if "hospital" in text_of(raw)}
    assert has == {TEAM}
