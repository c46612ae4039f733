"""What a mail quotes goes on to those alone who have had it: covering words, another's word, a subject, a kept mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of

COVERING = "Hi Ann, report attached. Meg and I are hardly on speaking terms."
TYPED = {"What I liked:": " the aim, clear and short.", "Even better if:": " you tested with one class first."}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path)


def readers(s: Scene, words: str) -> set[str]:
    """Who has got these words."""
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def filled(s: Scene, mark: str = "", typed_mark: str = "") -> str:
    """The letter with the report, its form filled in where it stands."""
    letter = message_from_bytes(s.raws("forward_report")[-1], policy=policy.default).get_body(("plain",))
    assert letter is not None
    lines: list[str] = []
    for line in letter.get_content().splitlines():
        typed = TYPED.get(line.strip(), "")
        lines += [f"{mark}{line}", f"{typed_mark}{typed.strip()}"] if mark and typed else [f"{mark}{line}{typed}"]
    return "\n".join(lines)


HEADING = "________________________________\nFrom: QI <qi@x.example>\nSent: 12 October 2026 10:00\nSubject: Report 1\n"
WAYS = {
    "the form alone": ("", "", ""),
    "a greeting above it": ("Hi Jo,\n\n", "", ""),
    "below Outlook's heading": (f"Hi Jo, see below.\n\n{HEADING}\n", "", ""),
    "between marked lines": ("See below.\n\nOn 12 Oct 2026 at 10:00, QI <qi@x.example> wrote:\n\n", "> ", ""),
    "within marked lines": ("See below.\n\nOn 12 Oct 2026 at 10:00, QI <qi@x.example> wrote:\n\n", "> ", "> "),
}


@pytest.mark.parametrize("way", WAYS)
def test_who_fills_in_our_form_sends_the_manager_what_was_typed_alone(s: Scene, way: str) -> None:
    above, mark, typed_mark = WAYS[way]
    s.sends("Report 1", "Report 1.pdf", text=COVERING)
    assert s.answers("forward_report", above + filled(s, mark, typed_mark), ANN.address) == "feedback on report 1"
    assert readers(s, "speaking terms") == {ANN.address, JO.address}
    assert readers(s, "tested with one class first") == {JO.address, MEG.address}
    assert "is left out here" in s.last("relay_feedback")


BELOW = "I liked the aim. Pupils from Primary 3 might try breakfast clubs before Christmas."


@pytest.mark.parametrize("between", ["\n\n", "\n>\n"])
def test_what_is_typed_below_a_marked_quotation_goes_on_whole(s: Scene, between: str) -> None:
    s.sends("Report 1", "Report 1.pdf", text=f"{COVERING} You liked the aim, I hope. I am glad.")
    above = "Hi Jo, see below.\n\nOn 12 Oct 2026 at 10:00, QI <qi@x.example> wrote:\n\n"
    s.answers("forward_report", f"{above}{filled(s, '> ')}{between}{BELOW}", ANN.address)
    assert readers(s, BELOW) == {JO.address, MEG.address}
    assert MEG.address not in readers(s, "speaking terms")


def test_where_no_mark_tells_what_is_typed_the_manager_gets_no_part_of_it_unasked(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf", text=f"{COVERING} You liked the aim, I hope. I am glad.")
    said = filled(s).replace(TYPED["What I liked:"], f"{TYPED['What I liked:']}\n\n{BELOW}")
    s.answers("forward_report", f"Hi Jo, see below.\n\n{HEADING}\n{said}", ANN.address)
    assert readers(s, BELOW) == {JO.address}
    assert s.raws("tell_no_copy", ANN.address)


def test_where_typed_and_retold_words_stand_in_one_sentence_the_manager_gets_no_copy(s: Scene) -> None:
    s.sends(
        "Report 1",
        "Report 1.pdf",
        text="It is about the two classes that we spoke of.\n\nThe charts are on the last page.",
    )
    said = filled(s).replace("two classes", "two lovely classes")
    s.answers("forward_report", said, ANN.address)
    assert readers(s, "tested with one class first") == {JO.address}
    assert "what Jo Smith wrote to you alone" in s.last("tell_no_copy")


def test_a_mail_that_went_to_the_mentor_directly_isnt_shown_to_the_manager_either(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    attribution = "On 12 Oct 2026 at 10:00, Jo Smith <jo@school.example> wrote:"
    said = f"I liked the aim.\n\n{attribution}\n> We began on Monday with two pupils.\n\nAnn Lee, Advisor"
    s.answers("forward_report", said, ANN.address)
    assert MEG.address not in readers(s, "began on Monday")
    assert MEG.address in readers(s, "I liked the aim")


@pytest.mark.parametrize(
    "said",
    [
        "Hi Jo, please bring your charts.\n\nOn Mon, QI wrote:\n> Ann, is she keeping up?\nSee above.\n\nAnn",
        "Jo, which charts do you have?\n\n> is she keeping up?\n\nAnn",
    ],
)
def test_a_managers_word_to_the_mentor_alone_isnt_quoted_to_the_practitioner(s: Scene, said: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.takes(message(sender=MEG.address, subject="Jo", text="Ann, is she keeping up?", Message_ID="<m@x.example>"))
    s.bot.round()
    s.answers("relay_message", said, ANN.address)
    assert readers(s, "keeping up?") == {ANN.address}
    assert JO.address in readers(s, "charts")


def test_a_subject_is_known_to_those_alone_who_got_it(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    asked = "Jo, could you tell me when you next meet with her?"
    s.takes(message(sender=MEG.address, subject="Is Ann any good?", text=asked, Message_ID="<m@x.example>"))
    s.bot.round()
    s.answers("relay_message", "Ann, when shall we meet next, Monday or Tuesday?")
    s.bot.round()
    subjects = [str(head_of(raw)["Subject"]) for to, raw in s.outbox.delivered if ANN.address in to]
    assert not [x for x in subjects if "any good" in x]


@pytest.mark.parametrize("above", ["", "FEEDBACK\n"])
def test_a_kept_word_that_is_quoted_later_goes_to_nobody_else(s: Scene, above: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    kept = "Between ourselves: Jo is weak and I doubt she'll finish."
    s.answers("forward_report", kept, ANN.address)
    s.answers(
        "forward_report", f"{above}What I liked: the aim.\nEven better if: one class.\n\n> {kept}\n\nAnn", ANN.address
    )
    assert readers(s, "doubt she'll finish") == {TEAM}


# --- the charter ---


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ann, charter attached. We lost the baby in August, so I start later than planned.",
        "I start chemotherapy next week but will manage.",
        "To be honest my manager isn't very interested in it.",
    ],
)
def test_what_stands_beside_a_charter_is_the_mentors_alone(s: Scene, text: str) -> None:
    s.sends("Project charter", "Charter.pdf", text=text)
    assert MEG.address not in readers(s, text.split(". ")[-1][:25])
    assert "beside it was for Ann Lee" in s.last("forward_charter")


TYPED_CHARTER = (
    "Project: ready to learn\nMentor: Ann Lee\nAim: 80% of pupils in Primary 2 ready to learn at 9.15 by June 2027.\n"
    "Team: two class teachers and the pupil support worker.\nMeasures: pupils ready each day; minutes lost.\n"
    "Scope: Primary 2 alone. First test: a buddy system with two pupils."
)


def test_a_charter_that_is_typed_and_nothing_else_is_the_managers_to_read(s: Scene) -> None:
    assert s.sends("Project charter", text=TYPED_CHARTER) == "the project charter"
    assert MEG.address in readers(s, "a buddy system with two pupils")


@pytest.mark.parametrize("said", ["Hi Ann,", "Meg isn't keen on it.", "I'm waiting for my scan.", "We lost the baby."])
def test_one_with_a_word_to_or_about_anybody_isnt(s: Scene, said: str) -> None:
    s.sends("Project charter", text=f"{said}\n\n{TYPED_CHARTER}")
    assert MEG.address not in readers(s, "a buddy system with two pupils")


def test_a_charters_file_that_is_called_after_the_manager_stays_out(s: Scene) -> None:
    s.sends("Project charter", "Charter - Meg unsupportive.pdf")
    assert not [x for x in s.raws("forward_charter") if b"unsupportive" in x]


# --- FEEDBACK, where several mails may be meant ---


def asked_twice(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "Jo, which class do you mean in the second paragraph?", ANN.address)
    s.answers("forward_report", "Jo, can you make it at ten on Friday instead, before Meg is in?", ANN.address)
    s.goes_to("2026-11-18T20:00")


def test_the_reminder_names_each_mail_that_may_have_been_the_feedback(s: Scene) -> None:
    asked_twice(s)
    for n in (1, 2):
        assert f"FEEDBACK {n}: your mail of" in s.last("remind_feedback").replace("*", "")


@pytest.mark.parametrize("said", ["FEEDBACK", "That was my feedback."])
def test_of_several_none_is_taken_unasked(s: Scene, said: str) -> None:
    asked_twice(s)
    s.answers("remind_feedback", said, ANN.address)
    assert s.case.pending()
    assert MEG.address not in readers(s, "Jo, ")
    assert "FEEDBACK 1 (your mail of" in s.last("confirm_command")


def test_a_number_says_which(s: Scene) -> None:
    asked_twice(s)
    assert s.answers("remind_feedback", "FEEDBACK 1", ANN.address) == "a correction"
    assert MEG.address in readers(s, "which class do you mean")
    assert MEG.address not in readers(s, "before Meg is in")
    assert "Dear Meg Ross" in s.last("relay_feedback")


def test_one_that_names_the_manager_isnt_theirs_unasked(s: Scene) -> None:
    asked_twice(s)
    s.answers("remind_feedback", "FEEDBACK 2", ANN.address)
    assert MEG.address not in readers(s, "before Meg is in")
    assert "their manager" in s.last("tell_no_copy")


def test_a_private_address_is_named_to_nobody_else(s: Scene) -> None:
    s.takes(
        message(sender="jo@home.example", subject="Report 1", text="Attached.", files=("Report 1.pdf", "macro.exe"))
    )
    assert ANN.address not in readers(s, "jo@home.example")
    assert "Jo Smith has been told" in s.last("forward_report")
