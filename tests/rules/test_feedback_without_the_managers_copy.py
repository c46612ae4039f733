"""Feedback that speaks of the practitioner's own life goes to them alone; its mentor hears so and may let the manager
have it, too (programme.md, 3a)."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.model import Case, Put
from qibot.model.people import Person
from qibot.model.reports import Feedback
from tests.quoting.test_links import clicked
from tests.support.build import ANN, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of

KIND = "Great report. Sorry the chemo is so rough. One idea: test weekly."
PLAIN = "What I liked: the aim says by when. Even better if the chart had a median."
BOB = Person("Bob Ray", ("bob@school.example",))


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


def readers(s: Scene, words: str = "chemo") -> list[str]:
    """Who has got these words, once a letter."""
    s.bot.round()
    return [a for to, raw in s.outbox.delivered for a in to if words in text_of(raw)]


def link(s: Scene, name: str) -> str:
    """The first link of the last letter of this kind."""
    page = message_from_bytes(s.raws(name)[-1], policy=policy.default).get_body(("html",))
    assert page is not None
    return html.unescape(re.findall(r'href="(mailto:[^"]+)"', page.get_content())[0])


def again(raw: bytes) -> bytes:
    """The same in a mail of its own."""
    return re.sub(rb"Message-ID: .*\r\n", b"Message-ID: <again@x.example>\r\n", raw)


def letters(s: Scene, to: str) -> list[str]:
    return [str(head_of(raw)["X-QI-Letter"]) for who, raw in s.outbox.delivered if to in who]


def test_it_goes_to_the_practitioner_without_the_copy_and_answers_the_report(s: Scene) -> None:
    assert s.answers("forward_report", KIND, ANN.address) == "feedback on report 1"
    assert readers(s) == [JO.address]
    assert s.case.pending() == []
    assert "has a copy" not in s.last("relay_feedback")
    assert letters(s, MEG.address) == []


def test_the_mentor_hears_it_in_a_line_that_repeats_nothing(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    told = s.last("tell_no_copy")
    assert "has gone to Jo Smith alone: it may say something of their health, so Meg Ross has no copy of it" in told
    assert letters(s, ANN.address)[-1] == "tell_no_copy"


def test_other_feedback_goes_to_the_manager_as_ever(s: Scene) -> None:
    s.answers("forward_report", PLAIN, ANN.address)
    assert sorted(readers(s, "had a median")) == [JO.address, MEG.address]
    assert "tell_no_copy" not in letters(s, ANN.address)


def test_it_goes_without_the_copy_whatever_word_orders_it(s: Scene) -> None:
    s.answers("forward_report", f"FEEDBACK\n\n{KIND}", ANN.address)
    assert readers(s) == [JO.address]


def test_a_mail_that_the_manager_has_already_keeps_nothing_from_them(s: Scene) -> None:
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    s.takes(message(sender=ANN.address, text=KIND, To=f"{to}, {JO.address}", Cc=MEG.address))
    assert "tell_no_copy" not in letters(s, ANN.address)


def test_one_that_went_to_the_practitioner_directly_goes_to_nobody_and_the_mentor_hears(s: Scene) -> None:
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    s.takes(message(sender=ANN.address, text=KIND, To=f"{to}, {JO.address}"))
    assert readers(s) == []
    assert letters(s, ANN.address)[-1] == "tell_no_copy"


@pytest.mark.parametrize(
    "said",
    [
        "COPY",
        "copy.\n\nThanks\nAnn Lee",
        "FEEDBACK",
        "Yes please",
        "Yes, Meg can have it.",
        "Please do send it to her, no problem",
        "Hi,\n\nFine, copy Meg in.\n\nAnn",
        "Meg Ross may see it too",
        "It's OK for Meg to have it",
        "I don't mind if Meg sees it.\n\nAnn",
    ],
)
def test_one_word_or_a_plain_yes_lets_the_manager_have_it(s: Scene, said: str) -> None:
    s.answers("forward_report", KIND, ANN.address)
    assert s.answers("tell_no_copy", said, ANN.address) == "COPY"
    assert readers(s) == [JO.address, MEG.address]
    assert "Meg Ross gets your feedback on report 1" in s.last("confirm_command")


def test_so_does_a_click_and_a_second_one_sends_nothing(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    click = link(s, "tell_no_copy")
    assert s.takes(clicked(click, ANN.address)) == "COPY"
    assert "can't be carried out" in s.takes(again(clicked(click, ANN.address)))
    assert readers(s) == [JO.address, MEG.address]


def test_a_click_is_about_its_own_feedback_alone(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    first = link(s, "tell_no_copy")
    s.answers("forward_report", "Well done again. Good luck with the interview!", ANN.address)
    s.takes(clicked(first, ANN.address))
    s.takes(again(clicked(first, ANN.address)))
    assert readers(s) == [JO.address, MEG.address]
    assert readers(s, "the interview") == [JO.address]


@pytest.mark.parametrize(
    "said",
    [
        "Thanks",
        "Yes",
        "That's fine, thanks",
        "No, don't send it to her",
        "Good call, leave it as it is",
        "Please don't copy her in",
        "It's better for Meg not to have it",
    ],
)
def test_thanks_a_bare_yes_and_a_no_leave_it_as_it_is(s: Scene, said: str) -> None:
    s.answers("forward_report", KIND, ANN.address)
    before = len(s.outbox.delivered)
    s.answers("tell_no_copy", said, ANN.address)
    s.bot.round()
    assert len(s.outbox.delivered) == before


@pytest.mark.parametrize(
    "said", ["COPY\n\nbut without the bit about her treatment", "COPY\n\nand tell her she was great"]
)
def test_words_beside_it_could_bound_it_so_that_nothing_goes(s: Scene, said: str) -> None:
    s.answers("forward_report", KIND, ANN.address)
    assert s.answers("tell_no_copy", said, ANN.address) != "COPY"
    assert readers(s) == [JO.address]


def test_a_line_that_begins_with_the_word_is_a_sentence(s: Scene) -> None:
    assert s.answers("forward_report", "Copy the aim into the chart's title, it is very clear.", ANN.address) == (
        "feedback on report 1"
    )


def test_what_has_become_the_teams_since_isnt_sent(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    assert s.answers("tell_no_copy", "TEAM", ANN.address) == "a correction"
    assert "can't be carried out" in s.answers("tell_no_copy", "COPY", ANN.address)
    assert MEG.address not in readers(s)


def test_another_manager_isnt_the_one_whom_the_mentor_was_told_of(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    s.store.commit(s.units[0], [Put(replace(s.case.enrolment, manager=BOB))])
    assert "can't be carried out" in s.answers("tell_no_copy", "COPY", ANN.address)
    assert readers(s) == [JO.address]
    assert "another manager by now" in s.last("confirm_command")


def test_a_practitioner_can_order_no_copy(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    s.answers("relay_feedback", "COPY", JO.address)
    assert MEG.address not in readers(s)


def test_killed_in_between_the_manager_gets_it_once(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)

    class Killed(BaseException):
        pass

    def dies(name: str) -> None:
        if name == "committed":
            raise Killed

    s.step = dies
    with pytest.raises(Killed):
        s.answers("tell_no_copy", "COPY", ANN.address)
    s.step = lambda _name: None
    s.bot = s.started()
    s.bot.round()
    assert readers(s) == [JO.address, MEG.address]


def test_a_message_that_was_the_feedback_after_all_goes_to_the_manager_only_then(s: Scene) -> None:
    said = "Could you send the file again as a PDF? I hope the op went well."
    assert s.answers("forward_report", said, ANN.address) == "message from the mentor"
    s.goes_to("2026-11-18T20:00")
    assert s.answers("remind_feedback", "FEEDBACK", ANN.address) == "a correction"
    assert readers(s, "the op went") == [JO.address]
    assert s.answers("tell_no_copy", "COPY", ANN.address) == "COPY"
    assert readers(s, "the op went") == [JO.address, MEG.address]


def quoted(s: Scene, name: str) -> str:
    return "\n".join(f"> {line}" for line in text_of(s.raws(name)[-1]).splitlines())


def test_later_feedback_that_quotes_it_shows_the_manager_nothing_of_it(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    s.answers("forward_report", f"{PLAIN}\n\nOn 12 Nov 2026 at 10:00, Ann Lee wrote:\n> {KIND}", ANN.address)
    assert MEG.address not in readers(s)
    assert JO.address in readers(s, "had a median")


def test_the_practitioners_answer_goes_to_the_mentor_alone(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    s.answers("relay_feedback", f"Which week should I begin with?\n\n{quoted(s, 'relay_feedback')}", JO.address)
    assert letters(s, MEG.address) == []


def test_the_record_says_from_whom_it_was_kept_and_no_words(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    (given,) = _given(s.case)
    assert given.kept_from == MEG.address
    s.answers("tell_no_copy", "COPY", ANN.address)
    (given,) = _given(s.case)
    assert given.kept_from == ""


def _given(case: Case) -> list[Feedback]:
    return list(case.all(Feedback).values())


def test_why_is_answered(s: Scene) -> None:
    s.answers("forward_report", KIND, ANN.address)
    s.answers("tell_no_copy", "WHY", ANN.address)
    assert "of their health" in s.last("explain_why")
    assert TEAM not in readers(s)
