"""A third person's mail that stands below an answer goes to nobody who neither wrote it nor had it."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

SECRET = "Jo got a written warning last week"
FEEDBACK = "Hi Jo,\n\nWhat I liked: the aim says how much.\nEven better if: the chart had a median.\n\nAnn"
WRITERS = {"the manager": ("Meg Ross", MEG.address), "human resources": ("HR Helpdesk", "hr@council.example")}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path)


def quoted(program: str, who: str, address: str, to: str = "Ann Lee", said: str = SECRET) -> str:
    marked = f"> {said}.\n> Thanks"
    match program:
        case "Outlook":
            top = f"From: {who} <{address}>\nSent: 12 October 2026 08:00\nTo: {to}\nSubject: Jo Smith"
            return f"________________________________\n{top}\n\n{said}.\nThanks"
        case "a telephone":
            top = f"From: {who}\nSent: 12 October 2026 08:00\nTo: {to}\nSubject: Jo"
            return f"-----Original Message-----\n{top}\n\n{said}."
        case "Apple Mail":
            return f"> On 12 Oct 2026, at 08:00, {who} <{address}> wrote:\n> \n{marked}"
    return f"On Mon, 12 Oct 2026 at 08:00, {who} <{address}> wrote:\n\n{marked}"


PROGRAMS = ("Outlook", "a telephone", "Apple Mail", "Gmail")


def readers(s: Scene, words: str = SECRET) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("who", WRITERS)
def test_feedback_goes_out_without_the_mail_that_it_stands_above(s: Scene, program: str, who: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    below = quoted(program, *WRITERS[who])
    assert s.answers("forward_report", f"{FEEDBACK}\n\n{below}\n", ANN.address) == "feedback on report 1"
    assert readers(s) <= {MEG.address}
    assert readers(s, "the chart had a median") == {JO.address, MEG.address}
    assert "is left out here" in s.last("relay_feedback")


def test_what_its_reader_wrote_or_had_stays_with_all_that_it_quotes(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    theirs = quoted("Gmail", "Jo Smith", JO.address, said="Which measure would you take out")
    s.answers("forward_report", f"{FEEDBACK}\n\n{theirs}\n", ANN.address)
    assert JO.address in readers(s, "Which measure would you take out")


def test_what_is_typed_below_a_marked_quotation_is_kept(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    below = quoted("Gmail", *WRITERS["the manager"])
    s.answers("forward_report", f"{FEEDBACK}\n\n{below}\n\nAnd one more thing: label your axes.\n", ANN.address)
    assert readers(s, "label your axes") == {JO.address, MEG.address}
    assert JO.address not in readers(s)


def test_a_managers_kind_word_above_a_letter_of_human_resources_goes_alone(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    below = quoted("Outlook", *WRITERS["human resources"], to="Meg Ross")
    s.answers("relay_feedback", f"Well done Jo, that's lovely feedback. Meg\n\n{below}\n", MEG.address)
    assert readers(s, "that's lovely feedback") == {JO.address, ANN.address}
    assert readers(s) == set()


def test_a_practitioners_question_above_her_managers_mail_reaches_the_mentor_alone(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    below = quoted("Gmail", *WRITERS["the manager"], said="This is your final warning for absence")
    s.answers("receipt", f"Hi Ann, should I use a median on the chart yet? Jo\n\n{below}\n")
    assert readers(s, "use a median") == {ANN.address}
    assert readers(s, "final warning") == set()


REPORT = "Our aim is that 90% of pupils eat breakfast by June. This month we ran two tests and 74% did. " * 3


@pytest.mark.parametrize(
    ("program", "files"),
    [("Gmail", ()), ("Apple Mail", ()), *((program, ("Report 1.pdf",)) for program in PROGRAMS)],
)
def test_the_mentor_hears_that_a_report_comes_without_the_mail_that_it_stands_above(
    s: Scene, program: str, files: tuple[str, ...]
) -> None:
    below = quoted(program, *WRITERS["the manager"], to="Jo Smith", said="The board wants this by Friday")
    text = f"{REPORT if not files else 'Here is my report.'}\n\n{below}\n"
    assert s.sends("Report 1", *files, text=text) == "report 1"
    assert readers(s, "The board wants this") == set()
    assert "What it quotes of an earlier mail is left out here." in s.last("forward_report")


def test_the_mentor_hears_of_nothing_left_out_of_a_report_that_quotes_nobody(s: Scene) -> None:
    s.sends("Report 1", text=REPORT)
    assert "left out" not in s.last("forward_report")


def test_a_letter_that_the_other_had_passed_on_is_theirs_too(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    below = quoted("Gmail", *WRITERS["the manager"]) + "\n> ---------- Forwarded message ---------\n> From: HR\n> x"
    s.answers("forward_report", f"{FEEDBACK}\n\n{below}\n", ANN.address)
    assert JO.address not in readers(s)


@pytest.mark.parametrize("to", ["Ann Lee; Mary Dunn <maryjo@school.example>", "Ann Lee; Jo Black; Kim Smith"])
def test_who_is_but_called_alike_hasnt_had_it(s: Scene, to: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", f"{FEEDBACK}\n\n{quoted('Outlook', *WRITERS['the manager'], to=to)}\n", ANN.address)
    assert JO.address not in readers(s)


@pytest.mark.parametrize("who", ["a pupil", "you", "one parent"])
def test_what_somebody_typed_that_others_wrote_is_their_own_text(s: Scene, who: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    said = f"What I liked: you let pupils speak.\n\nOn 5 October 2026 {who} wrote:\n\nI like the toast.\n"
    s.answers("forward_report", f"{said}\nEven better if: the chart had a median.\n\nAnn", ANN.address)
    assert JO.address in readers(s, "the chart had a median")


def test_a_page_that_quotes_what_the_text_leaves_out_stays_behind(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    page = f"<p>{FEEDBACK}</p><div>On 12 Oct 2026, at 08:00, Meg Ross &lt;{MEG.address}&gt; wrote:</div>"
    page += f"<blockquote type='cite'>{SECRET}.</blockquote>"
    mail = EmailMessage()
    letter = s.heads("forward_report")[-1]
    mail["From"], mail["To"], mail["Subject"] = ANN.address, str(letter["Reply-To"]), f"Re: {letter['Subject']}"
    mail["Message-ID"], mail["In-Reply-To"] = "<page@x.example>", str(letter["Message-ID"])
    mail.set_content(FEEDBACK)
    mail.add_alternative(page, subtype="html")
    s.takes(mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))
    assert readers(s, "the chart had a median") == {JO.address, MEG.address}
    assert JO.address not in readers(s)


@pytest.mark.parametrize("words", ["FYI, see below from Meg.", "For info.", "See below", "Thoughts? (below)"])
def test_who_only_points_at_anothers_mail_is_asked(s: Scene, words: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    below = quoted("Outlook", *WRITERS["the manager"])
    assert s.answers("forward_report", f"{words}\n\n{below}\n", ANN.address) == "quarantine"
    assert s.heads("ask_which_report")
    assert readers(s) == set()
