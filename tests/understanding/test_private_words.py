"""What a mentor says to the team alone stays there, however written; whose word UNDO and a crash leave standing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.case import Put
from qibot.model.people import Enrolment, Person, Status
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at, config, message
from tests.support.world import World

BOB = Person("Bob Ray", ("bob@fire.example",))
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@x.example",)), BOB)
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@x.example",)), ANN, MEG)
SECRET = "zanzibar"
MENTORS_LETTERS = ("forward_report", "relay_message")
LONG = " ".join(["and more of it"] * 10)


class Killed(BaseException):
    """The process ends here."""


class Scene:
    """Jo has sent a report to Ann; `say` lets somebody write, `letters` are what somebody has got."""

    def __init__(self, folder: Path, *more: Enrolment) -> None:
        self.world = World(folder, ENROLMENT, *more, PRIYA, config=config(trust={"mode": "off"}))
        self.world.now = at("2026-10-12T09:00")
        self._numbers = itertools.count(1)
        self.say(JO.address, "Please find it attached.", "Report 1", files=("r.pdf",))

    def say(
        self,
        sender: str,
        text: str,
        subject: str = "x",
        answers: EmailMessage | None = None,
        files: tuple[str, ...] = (),
    ) -> None:
        """Write a fresh mail, or in answer to a letter."""
        headers = {"Message_ID": f"<{next(self._numbers)}@x.example>"}
        if answers is not None:
            headers |= {"In_Reply_To": str(answers["Message-ID"]), "To": str(answers["Reply-To"])}
            subject = f"Re: {answers['Subject']}"
        self.world.now += timedelta(minutes=1)
        raw = message(sender=sender, subject=subject, text=text, files=files, **headers)
        self.world.inbox.put(raw, self.world.now)
        self.world.bot.round()

    def letters(self, reader: str, name: str) -> list[EmailMessage]:
        """Somebody's letters of one kind, the newest last."""
        own = [
            message_from_bytes(raw, policy=policy.default) for to, raw in self.world.outbox.delivered if reader in to
        ]
        return [letter for letter in own if letter["X-QI-Letter"] == name]

    def last(self, reader: str, name: str) -> EmailMessage:
        """The newest of them."""
        return self.letters(reader, name)[-1]

    def reached(self, word: str = SECRET) -> list[str]:
        """The letters to practitioner or manager that hold the word."""
        near = {JO.address, MEG.address}
        sent = [
            message_from_bytes(raw, policy=policy.default) for to, raw in self.world.outbox.delivered if near & {*to}
        ]
        return [str(x["X-QI-Letter"]) for x in sent if word in (words(x) + str(x["Subject"])).lower()]


def words(letter: EmailMessage) -> str:
    """A letter's text."""
    body = letter.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


PRIVATE = [
    "NEEDS SUPPORT", "Hi,\n\nNEEDS SUPPORT", "Hi,\n\nNEDS SUPORT", "Hi,\n\nNEEDS SUPPORT Jo Smith", "NO CAPCITY",
    "Hi team,\n\nNO CLEER AIM\n", "Hi\n\nNOCLEAR AIM", "MENTOR", "Hi\n\nMENTORS",
]  # fmt: skip


@pytest.mark.parametrize("line", PRIVATE)
@pytest.mark.parametrize("fresh", [True, False])
def test_a_private_word_in_any_line_or_spelling_keeps_the_mail_from_practitioner_and_manager(
    tmp_path: Path, line: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    scene.say(
        ANN.address, f"{line}\n{SECRET} {LONG}", answers=None if fresh else scene.last(ANN.address, "forward_report")
    )
    assert scene.reached() == []


@pytest.mark.parametrize(
    "subject",
    [
        "NEEDS SUPPORT",
        "Re: NEEDS SUPPORT Jo Smith",
        "NEEDS SUPPORT [abcdefghijkl-1-abcdefghijklmnop]",
        "NO CAPACITY",
        "Needs support: Jo",
        "[EXTERNAL] Needs support",
        "Private: NEEDS SUPPORT",
        "No clear aim in report 1",
        "Jo needs  support",
        "NEDS SUPORT",
        "Mentors: NO CAPACITY",
    ],
)
def test_a_private_word_in_the_subject_does_too(tmp_path: Path, subject: str) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, f"{SECRET} {LONG}", subject)
    assert scene.reached() == []


@pytest.mark.parametrize(
    "text",
    [
        f"Hi,\n\nNEEDS SUPPORT, Jo is not coping {SECRET}.", f"Hi,\nNeeds support: {SECRET}",
        f"Hi,\nNO CAPACITY at the moment {SECRET}", f"Hi - NEEDS SUPPORT\n\n{SECRET}",
        f"PRIVATE: NEEDS SUPPORT\n{SECRET}",
        f"I fear that Jo NEEDS SUPPORT. {LONG} {SECRET}", f"Hi,\n1. NO CLEAR AIM (report 1) {SECRET}",
        f"Hi,\n\nNo clear aim – {SECRET} {LONG} {LONG}", f"\u200b\nNEEDS\u200b SUPPORT\n{SECRET}",
        f"CAUTION: This email originated from outside the organisation.\n\nNEEDS SUPPORT: {SECRET}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("fresh", [True, False])
def test_a_private_word_beside_others_keeps_the_mail_back_where_it_stands_out(
    tmp_path: Path, text: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, text, answers=None if fresh else scene.last(ANN.address, "forward_report"))
    assert scene.reached() == []
    told = scene.letters(ANN.address, "confirm_command") or scene.letters(TEAM, "report_needs_support")
    assert told, "whoever wrote it hears of it"


def test_a_private_word_that_somebody_else_has_written_keeps_nothing_back(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    text = f"I liked:\n\n> who NEEDS SUPPORT\n> No capacity: two nurses have left.\n\nYes, {SECRET}."
    scene.say(ANN.address, text, answers=scene.last(ANN.address, "forward_report"))
    assert scene.reached() == ["relay_feedback", "relay_feedback"]  # the manager's is without what is quoted


@pytest.mark.parametrize("subject", ["RE: [EXTERNAL] Re: ", "AW: Re: ", "[EXT] RE: ", "Re: "])
def test_a_practitioners_subject_keeps_no_answer_back(tmp_path: Path, subject: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, "How can I show it?", "I need support with my run chart")
    asked = scene.last(ANN.address, "relay_message")
    answered, to = str(asked["Message-ID"]), str(asked["Reply-To"])
    raw = message(
        ANN.address, f"{subject}I need support with my run chart", f"Try {SECRET}.", To=to, In_Reply_To=answered,
        Message_ID="<answer@x.example>",
    )  # fmt: skip
    scene.world.inbox.put(raw, scene.world.now)
    scene.world.bot.round()
    assert scene.reached() == ["relay_message"]


def test_all_that_stands_below_a_private_word_reaches_the_team(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    said = f"Jo wrote to me:\n> I can't go on.\n\nThree things:\n-- no time\nFrom: what I hear, {SECRET}."
    scene.say(ANN.address, f"NEEDS SUPPORT\n\n{said}", answers=scene.last(ANN.address, "forward_report"))
    told = words(scene.last(TEAM, "report_needs_support"))
    assert all(word in told for word in ("I can't go on.", "-- no time", SECRET))


def test_nothing_of_a_quoted_letter_reaches_other_mentors_and_nothing_of_the_question_is_cut(
    tmp_path: Path,
) -> None:
    scene = Scene(tmp_path)
    said = f"From: my own experience\n-- charts work\nDo you {SECRET}?"
    forward = scene.last(ANN.address, "forward_report")
    quoted = "".join(f"> {line}\n" for line in str(forward.get_body(("plain",)).get_content()).split("\n"))  # type: ignore[union-attr]
    text = f"MENTORS\n\n{said}\n\nOn Mon, 12 Oct 2026 at 10:00, QI <qi.reports@council.example> wrote:\n{quoted}"
    scene.say(ANN.address, text, answers=forward)
    asked = words(scene.last(BOB.address, "relay_to_mentors"))
    assert all(word in asked for word in ("my own experience", "-- charts work", SECRET))
    assert "Please find it attached" not in asked


@pytest.mark.parametrize(
    "head",
    [
        '-----"QI" <qi@x.example> wrote: -----\nTo: "Ann Lee" <ann@health.example>',
        "---- On Mon, 12 Oct 2026 09:01:00 +0100 QI <qi@x.example> wrote ---", "-----Original Message-----\nFrom: QI",
        "________________________________\nOd: QI <qi@x.example>\nOdesláno: pondělí\nKomu: Ann\nPředmět: Report 1",
        "2026-10-12 09:01, Jo Smith wrote:", "Quoting QI <qi@x.example>:",
    ],
)  # fmt: skip
def test_a_quoted_letter_in_an_unknown_form_reaches_no_other_mentor(tmp_path: Path, head: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"My ward is failing and {SECRET}.", "Report 1, new version", files=("r2.pdf",))
    forward = scene.last(ANN.address, "forward_report")
    quoted = str(forward.get_body(("plain",)).get_content()).replace("> ", "")  # type: ignore[union-attr]
    scene.say(ANN.address, f"MENTORS\n\nDo you use charts?\n\n{head}\n\n{quoted}", answers=forward)
    asked = words(scene.last(BOB.address, "relay_to_mentors"))
    assert "Do you use charts?" in asked
    assert SECRET not in asked


def test_a_quoted_letter_that_nothing_marks_off_reaches_no_other_mentor_either(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"My ward is failing and {SECRET}.", "Report 1, new version", files=("r2.pdf",))
    forward = scene.last(ANN.address, "forward_report")
    scene.say(ANN.address, f"MENTORS\n\nCharts?\n\nMy ward is failing and {SECRET}.", answers=forward)
    assert scene.letters(BOB.address, "relay_to_mentors") == []
    assert "isn't the other mentors' to read" in words(scene.last(ANN.address, "confirm_command"))


BOTH = Enrolment("2026-27", "ann.lee", ANN, BOB, MEG)


@pytest.mark.parametrize("word", ["NO CAPACITY", "NEEDS SUPPORT Jo Smith"])
@pytest.mark.parametrize("status", [Status.ACTIVE, Status.COMPLETED])
def test_a_mentor_who_is_a_practitioner_too_says_private_words_as_a_mentor(
    tmp_path: Path, word: str, status: Status
) -> None:
    scene = Scene(tmp_path, replace(BOTH, status=status))
    scene.say(ANN.address, f"{word}\n\n{SECRET} {LONG}")
    name = "report_no_capacity" if word == "NO CAPACITY" else "report_needs_support"
    assert SECRET in words(scene.last(TEAM, name))
    assert SECRET not in "".join(map(words, scene.letters(BOB.address, "relay_message")))


def test_feedback_of_a_mentor_who_is_a_practitioner_too_is_nobodys_report_until_a_person_says(tmp_path: Path) -> None:
    scene = Scene(tmp_path, BOTH)
    scene.say(ANN.address, "What I liked: the aim. Even better if: charts.", "Feedback for Jo Smith's report 1")
    told = words(scene.last(TEAM, "report_quarantine"))
    assert "THIS IS 2026-27/ann.lee" in told
    assert "THIS IS 2026-27/jo.smith" in told
    scene.say(TEAM, "THIS IS 2026-27/jo.smith", answers=scene.last(TEAM, "report_quarantine"))
    assert [str(x["Subject"]) for x in scene.letters(JO.address, "relay_feedback")] == ["Re: Report 1"]


@pytest.mark.parametrize(
    "text",
    [
        "My report.", "I look forward to your feedback.", "Staff liked the new form.", "Needs support: the ward staff.",
        "Jo was right about the ward.", "Smith",
    ],
)  # fmt: skip
def test_what_a_mentor_who_is_a_practitioner_too_writes_about_their_own_project_is_theirs(
    tmp_path: Path, text: str
) -> None:
    scene = Scene(tmp_path, BOTH)
    scene.say(ANN.address, f"Dear Bob,\n\n{text}", "Report 1", files=("charts.pdf",))
    assert len(scene.letters(BOB.address, "forward_report")) == 1


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN, Status.COMPLETED])
def test_what_a_mentor_writes_of_their_own_enrolment_that_is_over_goes_to_nobody_they_mentor(
    tmp_path: Path, status: Status
) -> None:
    scene = Scene(tmp_path, replace(BOTH, status=status))
    scene.say(ANN.address, f"I was ill, {SECRET}. May I send my last report in May?", "My enrolment")
    assert scene.reached() == []
    assert scene.letters(TEAM, "report_quarantine")
    scene.say(ANN.address, f"What I liked: the aim, {SECRET}.", "Report 1")
    assert scene.reached() == ["relay_feedback"]


def test_the_team_hears_at_once_of_what_waits_next_from_somebody_whose_mail_it_has_settled(tmp_path: Path) -> None:
    scene = Scene(tmp_path, BOTH)
    for number, subject in enumerate(("Feedback on report 1", "More feedback on report 1"), 1):
        scene.say(ANN.address, f"Even better if: number {number}.", subject)
        assert len(scene.letters(TEAM, "report_quarantine")) == number
        scene.world.now += timedelta(hours=2)  # the next letter of this kind may leave
        scene.say(TEAM, "THIS IS 2026-27/jo.smith", answers=scene.last(TEAM, "report_quarantine"))


@pytest.mark.parametrize(
    "line",
    [
        "Clear aim.",
        "No aim",
        "A clear aim",
        "New support",
        "Support",
        "Mentor",
        "Good capacity",
        "It needs a clear aim",
    ],
)
def test_feedback_that_only_sounds_like_a_private_word_arrives(tmp_path: Path, line: str) -> None:
    scene = Scene(tmp_path)
    text = f"What I liked:\n\n{line}\n\nEven better if: {SECRET}"
    scene.say(ANN.address, text, answers=scene.last(ANN.address, "forward_report"))
    assert scene.reached() == ["relay_feedback"]


def test_what_answers_the_confirmation_or_its_undoing_reaches_nobody_else(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, "NEEDS SUPPORT\nHelp, please.", answers=scene.last(ANN.address, "forward_report"))
    confirmed = scene.last(ANN.address, "confirm_command")
    scene.say(ANN.address, f"Also: {SECRET} {LONG}", answers=confirmed)
    scene.say(ANN.address, "UNDO", answers=confirmed)
    scene.say(TEAM, f"Ann, what about {SECRET}? {LONG}", answers=scene.last(TEAM, "tell_undone"))
    assert scene.reached() == scene.reached("support") == []


@pytest.mark.parametrize("word", ["NO CAPACITY", "AWAY 1 November TO 14 November"])
def test_no_mentor_takes_back_another_ones_word(tmp_path: Path, word: str) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, word)
    scene.say(BOB.address, "UNDO")
    assert "Nothing was changed" in words(scene.last(BOB.address, "confirm_command"))
    scene.say(ANN.address, "UNDO")
    assert "taken back" in words(scene.last(ANN.address, "confirm_command"))


@pytest.mark.parametrize("commits", [1, 2, 3])
def test_a_reassigning_that_is_killed_at_any_commit_is_finished_and_confirmed(tmp_path: Path, commits: int) -> None:
    scene = Scene(tmp_path, SAM)
    scene.say(ANN.address, "NO CAPACITY")
    done = itertools.count(1)

    def step(name: str) -> None:
        if name == "committed" and next(done) == commits:
            raise Killed

    scene.world.step = step
    with pytest.raises(Killed):
        scene.say(TEAM, f"REASSIGN TO {BOB.address}", answers=scene.last(TEAM, "report_no_capacity"))
    scene.world.step = lambda _name: None
    scene.world.bot = scene.world.started()
    scene.world.bot.round()
    assert [scene.world.store.load(unit).enrolment.mentor for unit in scene.world.units] == [BOB] * 3
    (confirmed,) = scene.letters(TEAM, "confirm_command")
    assert "Jo Smith and Sam Baird" in words(confirmed)
    assert ANN.address in words(confirmed), "who the former mentor was, for whoever wants it undone"
    assert len(scene.letters(ANN.address, "tell_new_mentor")) == 2


def test_who_has_that_mentor_already_is_not_said_to_have_been_told(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(TEAM, f"REASSIGN Jo Smith TO {ANN.address}")
    assert "is their mentor already" in words(scene.last(TEAM, "confirm_command"))


@pytest.mark.parametrize("line", ["NEEDS  SUPPORT - Jo Smith", "NO  CLEAR\u00a0AIM  Jo Smith", "> > NEEDS SUPORT :"])
def test_no_spacing_and_no_marks_let_a_private_line_out(tmp_path: Path, line: str) -> None:
    scene = Scene(tmp_path)
    forward = scene.letters(ANN.address, "forward_report")[-1]
    scene.say(ANN.address, f"Hi Jo, I liked the aim.\n\n{line}\n\nIt is the {SECRET}.", answers=forward)
    assert not scene.letters(JO.address, "relay_feedback")
    assert len(scene.letters(ANN.address, "confirm_command")) == 1


@pytest.mark.parametrize(
    "plain", ["Hi Jo, I liked the aim.", "Hi Jo, I liked the aim. NEEDS SUPPORT She is the zanzibar.", "\ufeff"]
)
@pytest.mark.parametrize("said", ["<p>NEEDS SUPPORT</p>", "<div><b>NEEDS</b>&nbsp;SUPPORT</div>"])
def test_a_private_line_that_only_the_page_has_keeps_the_mail_back(tmp_path: Path, plain: str, said: str) -> None:
    scene = Scene(tmp_path)
    forward = scene.letters(ANN.address, "forward_report")[-1]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = ANN.address, str(forward["Reply-To"]), f"Re: {forward['Subject']}"
    mail["In-Reply-To"] = str(forward["Message-ID"])
    mail.set_content(plain)
    mail.add_alternative(f"<p>Hi Jo, I liked the aim.</p>{said}<p>She is the {SECRET}.</p>", subtype="html")
    scene.world.inbox.put(mail.as_bytes(), scene.world.now)
    scene.world.bot.round()
    assert not scene.letters(JO.address, "relay_feedback")


@pytest.mark.parametrize(
    ("name", "short"), [("Katherine Baird", "Kate"), ("Elizabeth Moir", "Liz"), ("Liz Moir", "Elizabeth")]
)
def test_a_short_name_means_the_one_on_record(tmp_path: Path, name: str, short: str) -> None:
    scene = Scene(tmp_path)
    scene.world.store.commit(ENROLMENT.unit, [Put(replace(ENROLMENT, practitioner=Person(name, JO.addresses)))])
    scene.world.bot = scene.world.started()
    report = scene.letters(ANN.address, "forward_report")[-1]
    scene.say(ANN.address, f"I liked the chart. {short} told me that she cries most nights, {SECRET}.", answers=report)
    assert not scene.reached()


@pytest.mark.parametrize(
    "said",
    [
        "Please don't tell Ann, but",
        "I'd rather Ann didn't know that",
        "Not for Ann:",
        "Ann mustn't hear of it, but",
        "Karen, could this not go to my mentor:",
        "This is without Ann knowing, and",
    ],
)
def test_what_the_mentor_must_not_be_told_reaches_no_mentor(tmp_path: Path, said: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"Please find my second report attached.\n\n{said} {SECRET}.", "Report 2", files=("s.pdf",))
    assert len(scene.letters(ANN.address, "forward_report")) == 2
    assert not [x for name in MENTORS_LETTERS for x in scene.letters(ANN.address, name) if SECRET in words(x)]
    scene.say(JO.address, f"Is there anything more on run charts? {said} {SECRET}.")
    assert not scene.letters(ANN.address, "relay_message")
