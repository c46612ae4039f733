"""What follows a word that was kept, in the same thread or a fresh mail, doesn't reach whom that word was kept from."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Person
from tests.support.build import ANN, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
WORRY = "I can't see what she is trying to improve. Could one of you talk to me about whether she should go on?"
COMPLAINT = "Can I be honest? Ann's comments always make me feel stupid and I dread opening them."
DIVORCE = "Jo is going through a divorce so please be kind."
DEATH = "My brother died on Sunday and I don't think I can do the next report."
THREAD = {ANN.address: "forward_report", JO.address: "relay_feedback", MEG.address: "relay_feedback"}


def answered(tmp_path: Path) -> Scene:
    """Report 1 has its feedback."""
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    return s


def kept(tmp_path: Path, who: Person, words: str) -> Scene:
    """Their last word was kept for the team."""
    s = scene(tmp_path, "2026-10-12T09:00") if who is ANN else answered(tmp_path)
    if who is ANN:
        s.sends("Report 1", "Report 1.pdf")
    s.answers(THREAD[who.address], words, who.address)
    assert readers(s, words[:30]) == {TEAM}
    return s


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize(
    ("who", "before", "said"),
    [
        (ANN, WORRY, "Did you get my last email? Nobody has rung me."),
        (ANN, WORRY, "Any news on what I asked you on Monday?"),
        (ANN, WORRY, "Thinking about it some more, perhaps I was too harsh."),
        (ANN, WORRY, "I'm free on Thursday after 3 if you want to talk about it."),
        (ANN, WORRY, "I tried to phone you but nobody picked up."),
        (JO, COMPLAINT, "Did you get my last email? I haven't heard anything."),
        (JO, COMPLAINT, "Is there anybody else who could do it?"),
        (JO, DEATH, "Has anybody read my last email?"),
        (MEG, DIVORCE, "Did you get this?"),
    ],
)
def test_what_may_go_on_about_a_kept_word_reaches_nobody(
    tmp_path: Path, who: Person, before: str, said: str, fresh: bool
) -> None:
    s = kept(tmp_path, who, before)
    if fresh:
        s.takes(message(sender=who.address, subject="Hello again", text=said))
    else:
        s.answers(THREAD[who.address], said, who.address)
    assert readers(s, said[:20]) <= {TEAM}


def test_thanks_under_a_reports_subject_are_no_report_after_a_death(tmp_path: Path) -> None:
    s = kept(tmp_path, JO, DEATH)
    s.takes(message(subject="Report 2", text="Thank you for being so kind. It was very sudden."))
    assert readers(s, "It was very sudden") <= {TEAM}
    assert s.numbers == [1]


@pytest.mark.parametrize(
    ("who", "before", "said", "reads"),
    [
        (ANN, WORRY, FEEDBACK, {JO.address, MEG.address}),
        (
            ANN,
            WORRY,
            "Lovely chart, and the aim is much clearer. I'd add a balancing measure.",
            {JO.address, MEG.address},
        ),
        (ANN, WORRY, "Hi Jo, could you send me the file as a PDF?", {JO.address}),
        (ANN, WORRY, "FEEDBACK\n\nI tried it myself once.", {JO.address, MEG.address}),
        (JO, COMPLAINT, "Hi Ann, would a bar chart do for now?", {ANN.address}),
        (JO, DEATH, "Would a bar chart do for now?", {ANN.address}),
        (MEG, DIVORCE, "Jo, I can give you Tuesday afternoons from now on.", {JO.address, ANN.address}),
    ],
)
def test_what_is_plainly_for_its_reader_goes_out_as_ever(
    tmp_path: Path, who: Person, before: str, said: str, reads: set[str]
) -> None:
    s = kept(tmp_path, who, before)
    s.answers(THREAD[who.address], said, who.address)
    assert readers(s, said.split("\n")[-1][:25]) - {who.address} == reads


def test_after_some_days_talk_goes_out_again(tmp_path: Path) -> None:
    s = kept(tmp_path, JO, COMPLAINT)
    s.writes_until("2026-10-22T12:00")
    s.answers("relay_feedback", "Would a bar chart do for now?")
    assert readers(s, "Would a bar chart") == {ANN.address}


def test_what_went_out_since_ends_it_and_so_does_the_others_word(tmp_path: Path) -> None:
    s = kept(tmp_path, JO, COMPLAINT)
    s.answers("forward_report", "Jo, could you tell me who counted?", ANN.address)
    s.answers("relay_message", "The nurse on the ward did.")
    assert readers(s, "The nurse on the ward") == {ANN.address}
    s.answers("relay_feedback", "Would a bar chart do for now?")
    assert readers(s, "Would a bar chart") == {ANN.address}
