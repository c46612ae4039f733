"""A mail that takes an earlier one back in people's own words reaches nobody, and the team hears who had that one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from qibot.model.people import Person
from tests.support.build import ANN, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

ASKED = "Ann, is it normal that my manager says no to everything?"
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
PELICAN = "Hi Jo, I can't open the pelican file, could you send it again?"
RELAYED = "Well done both. I can free Jo on Tuesday afternoons."


@pytest.fixture(scope="module")
def all_have_spoken(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Each of the three has said something that was passed on."""
    made = scene(tmp_path_factory.mktemp("all_have_spoken"), "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", FEEDBACK, ANN.address)
    made.answers("receipt", ASKED)
    made.answers("relay_feedback", RELAYED, MEG.address)
    return made


@pytest.fixture
def s(all_have_spoken: Scene, tmp_path: Path) -> Scene:
    return all_have_spoken.copied(tmp_path)


def before_it_leaves(s: Scene, said: str) -> None:
    """Ann's message, and this behind it before any letter has left."""
    s.outbox.down = True
    for one in (PELICAN, said):
        head = s.heads("forward_report")[-1]
        s.now += timedelta(minutes=5)
        answer = message(
            sender=ANN.address, subject=f"Re: {head['Subject']}", text=one, To=head["Reply-To"].addresses[0].addr_spec,
            Message_ID=f"<{len(one)}@x.example>", In_Reply_To=str(head["Message-ID"]),
        )  # fmt: skip
        s.inbox.put(answer, s.now)
        s.bot.round()
    s.outbox.down = False
    s.now += timedelta(days=1)
    s.bot.round()


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    ("who", "letter", "said", "earlier", "had"),
    [
        (JO, "receipt", "Please ignore my last message, it wasn't meant for Ann.", ASKED, "Ann"),
        (JO, "receipt", "That wasn't meant for Ann", ASKED, "Ann"),
        (JO, "receipt", "Can you delete what I just sent? It was meant for my husband!", ASKED, "Ann"),
        (JO, "receipt", "Did Ann see that? I didn't mean her to.", ASKED, "Ann"),
        (JO, "receipt", "Sorry, please recall my previous email.", ASKED, "Ann"),
        (JO, "receipt", "Sorry, I sent that to the wrong person.", ASKED, "Ann"),
        (ANN, "forward_report", "Oops, wrong person. Can you stop that going out?", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Did that go to Jo? It wasn't supposed to.", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Please recall my previous email, I'd mixed her up with Sam.", FEEDBACK, "Jo"),
        (ANN, "forward_report", "That was for you, not for Jo!", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Please don't send that to Jo, it was for the team!", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Can you hold that email back please, I've changed my mind", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Please bin my last message, it was about somebody else", FEEDBACK, "Jo"),
        (JO, "receipt", "Sorry, can you not send that to Ann?", ASKED, "Ann"),
        (JO, "receipt", "I never meant to send that. Please pull it.", ASKED, "Ann"),
        (ANN, "forward_report", "Oh no, that should have gone to the team, not Jo.", FEEDBACK, "Jo"),
        (ANN, "forward_report", "Sorry, wrong person!", FEEDBACK, "Jo"),
        (MEG, "relay_feedback", "Sorry, that should only have gone to Jo.", RELAYED, "Ann"),
        (MEG, "relay_feedback", "That was meant for HR, not for you.", RELAYED, "Ann"),
        (MEG, "relay_feedback", "Can you take that back please?", RELAYED, "Ann"),
        (JO, "receipt", "The last email was sent to the wrong person, it was for my union rep.", ASKED, "Ann"),
        (JO, "receipt", "Please delete the message I just sent, it was for my doctor.", ASKED, "Ann"),
        (JO, "receipt", "Please recall the last message, it was for occupational health.", ASKED, "Ann"),
        (ANN, "forward_report", "The last message wasn't meant for Jo, it was for her manager.", FEEDBACK, "Jo"),
    ],
)
@pytest.mark.parametrize("fresh", [False, True])
def test_an_earlier_mail_is_taken_back_in_ones_own_words(
    s: Scene, who: Person, letter: str, said: str, earlier: str, had: str, fresh: bool
) -> None:
    address = who.address
    if fresh:
        s.takes(message(sender=address, subject="Sorry", text=said))
    else:
        s.answers(letter, said, address)
    assert readers(s, said[:25]) == {TEAM}
    assert TEAM in readers(s, earlier[:30])
    assert f"{had} " in s.last("confirm_command").partition("had it already")[0]


@pytest.mark.parametrize(
    ("who", "letter", "said"),
    [
        (JO, "receipt", "Please delete that"),
        (ANN, "forward_report", "Hold fire on that one please, I got the wrong person"),
        (MEG, "relay_feedback", "Sorry, that was confidential, please delete it"),
    ],
)
def test_what_may_take_one_back_is_asked_about(s: Scene, who: Person, letter: str, said: str) -> None:
    s.answers(letter, said, who.address)
    assert readers(s, said[:20]) == set()
    assert s.heads("ask_which_report")[-1]["To"].addresses[0].addr_spec == who.address


@pytest.mark.parametrize(
    "said",
    [
        "Can you stop that last one going to Jo please",
        "Please delete that",
        "Please hold that, wrong person",
        "Please recall the last message, I wrote to the wrong practitioner.",
        "Could you pull the last one back? It was about somebody else.",
        "Sorry, the message went to the wrong person, it was for my union rep.",
        "Please recall the previous email, I wrote it in anger.",
        "Could you delete the last email? It was for my sister.",
        "Please stop the message, it was written for a solicitor.",
    ],
)
def test_what_is_called_back_before_it_has_left_never_leaves(all_have_spoken: Scene, tmp_path: Path, said: str) -> None:
    s = all_have_spoken.copied(tmp_path)
    before_it_leaves(s, said)
    assert readers(s, "pelican") == {TEAM}
    assert "nobody else has seen it" in s.last("confirm_command")


def test_what_is_said_of_the_very_mail_takes_no_earlier_one_back(s: Scene) -> None:
    s.answers("forward_report", "This isn't meant for Jo, can you just tell me if she's OK?", ANN.address)
    assert readers(s, "can you just tell me") <= {TEAM}
    assert TEAM not in readers(s, FEEDBACK[:30])


def test_what_is_said_of_a_mail_that_was_kept_takes_no_earlier_one_back(s: Scene) -> None:
    s.answers("forward_report", "I am worried about Jo. She cried and I don't think she should go on.", ANN.address)
    before = len(s.raws("report_in_confidence"))
    s.answers("forward_report", "That was for you, not for Jo!", ANN.address)
    assert readers(s, "That was for you") == {TEAM}
    assert FEEDBACK[:30] not in "".join(text_of(raw) for raw in s.raws("report_in_confidence")[before:])


@pytest.mark.parametrize(
    ("who", "letter", "said", "reads"),
    [
        (JO, "receipt", "Hi Ann, sorry, ignore my last message, that was for the other chart, not for this one.", ANN),
        (JO, "receipt", "Please ignore my last message, the answer is on page 4 of the guidance!", ANN),
        (JO, "receipt", "Sorry, that was meant to be 15 and not 50 pupils, it will be right in the next one.", ANN),
        (JO, "receipt", "How do we keep it going once the project is over?", ANN),
        (JO, "receipt", "I sent the form to the wrong ward, so two days of data are missing from the chart.", ANN),
        (JO, "receipt", "Can I take that back to my colleagues and see what they think of it?", ANN),
        (ANN, "forward_report", "The third measure is too vague, please delete it. The aim is clear and specific.", JO),
        (ANN, "forward_report", "The leaflet was meant for parents. Who tells the staff? The chart is great.", JO),
        (ANN, "forward_report", "Don't send that email to parents until the head agrees. The aim is clear.", JO),
        (ANN, "forward_report", "Please don't send that form to the school yet, the aim is great.", JO),
        (JO, "receipt", "How do I stop it going back to the old way once the test is over?", ANN),
        (JO, "receipt", "I forgot the run chart, it was by accident. Should I still send it?", ANN),
        (JO, "receipt", "Page 2 has the old aim in it, that was in error. Read the one on page 1.", ANN),
        (JO, "receipt", "The email was sent to the wrong people so only four staff filled in the survey.", ANN),
        (JO, "receipt", "The wall chart was taken down by the cleaners. Can we get it back?", ANN),
        (JO, "receipt", "It got sent by mistake to the ward before the baseline, does that matter?", ANN),
        (ANN, "forward_report", "Lovely report. How will you stop it going back to the old ways?", JO),
        (ANN, "forward_report", "You lost the median in week 5. Can you get it back?", JO),
        (ANN, "forward_report", "Great chart, could you delete the last one?", JO),
        (ANN, "forward_report", "Could you delete the note on page 2? Otherwise lovely.", JO),
        (ANN, "forward_report", "Can you remove the previous one from the chart and add a median?", JO),
        (ANN, "forward_report", "Please delete the last one on the driver diagram, it isn't a driver.", JO),
        (ANN, "forward_report", "Like the aim. What would stop it getting to 90%?", JO),
        (JO, "receipt", "The last email was sent to the wrong people so only four staff filled in the survey.", ANN),
        (JO, "receipt", "Please delete the message I sent to staff from page 3 of the report, it is too long.", ANN),
        (MEG, "relay_feedback", "Please take this back to the team meeting on Monday, Jo, they will like it.", JO),
    ],
)
def test_ordinary_words_of_the_kind_go_on(s: Scene, who: Person, letter: str, said: str, reads: Person) -> None:
    s.answers(letter, said, who.address)
    assert reads.address in readers(s, said[:30])


@pytest.mark.parametrize(
    "said",
    [
        "One more thing: how will you stop it going back to the old ways?",
        "I like it. The email was sent to the wrong people, so think about how you choose them next time.",
    ],
)
def test_a_word_of_the_project_withdraws_nothing_that_waits(all_have_spoken: Scene, tmp_path: Path, said: str) -> None:
    s = all_have_spoken.copied(tmp_path)
    before_it_leaves(s, said)
    assert JO.address in readers(s, "pelican")
