"""Words beside a report are the mentor's to whom they were written: to the next one go the documents, and what is
typed as a report, without what it quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from qibot.rules.retold import retold
from qibot.understanding.names.naming import names_reader
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, TEAM, case, config, mail, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)


def moved(tmp_path: Path, words: str, *files: str, hosts: tuple[str, ...] = ()) -> Scene:
    """A report that waits, and another mentor."""
    kept = config(programme={"document_hosts": list(hosts)}) if hosts else CONFIG
    s = Scene(tmp_path, ENROLMENT, PAT, config=kept)
    s.sends("Report 1", *files, text=words)
    assert ANN.address in readers(s, " ".join(words.split("\n\n")[-1].split())[:8])
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    assert s.case.enrolment.mentor == BOB
    s.bot.round()
    return s


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "words",
    [
        "Hi Ann, hope the treatment is going well. Report attached.",
        "Dear Ann, as promised. Meg is being a pain but I got there.",
        "Here is my report, thanks for your patience with me Ann, you know what this year has been like.",
        "Ann, here you go. Please be gentle, last time I cried.",
        "Report 1 is attached. Bob Ray promised me the data and never sent them, he is hopeless.",
        "Attached. I took your advice and left them out of it.",
        "Report 1 attached, thanks. It has been a hard month, as you know.",
    ],
)
def test_the_next_mentor_gets_the_documents_without_them(tmp_path: Path, words: str) -> None:
    s = moved(tmp_path, words, "Report 1.pdf")
    assert BOB.address not in readers(s, words[5:30])
    raw = next(r for r in s.raws("forward_report", BOB.address))
    assert "Report 1.pdf" in [p.get_filename() for p in head_of(raw).walk()] or b"Report 1.pdf" in raw
    assert "before you were the mentor" in text_of(raw)


def test_a_report_that_is_typed_goes_along_whoever_it_greets(tmp_path: Path) -> None:
    words = "Hi Ann,\n\n" + "We measured the wait each week and tested one change with two classes. " * 14
    assert BOB.address in readers(moved(tmp_path, words), "We measured the wait")


@pytest.mark.parametrize("hosts", [(), ("files.dunmore.example",)])
def test_words_beside_a_page_with_the_report_stay_the_former_mentors(tmp_path: Path, hosts: tuple[str, ...]) -> None:
    page = "https://files.dunmore.example/qi/november.docx"
    words = f"It has been a dreadful year, as we said. My report is here: {page}"
    s = moved(tmp_path, words, hosts=hosts)
    assert BOB.address not in readers(s, "dreadful year")
    assert page in " ".join(text_of(s.raws("forward_report", BOB.address)[0]).split())


QUOTED = """
On Mon, 12 Oct 2026 at 10:00, QI Practitioner Programme <qi.reports@council.example> wrote:
> Dear Jo Smith,
> Here is Ann Lee's feedback. I was so sorry to hear of your loss.
"""


def test_what_a_typed_report_quotes_stays_between_the_two_who_wrote_it(tmp_path: Path) -> None:
    typed = "We measured the wait each week and tested one change with two classes. " * 14
    s = moved(tmp_path, f"{typed}\n{QUOTED}\n{typed}")
    assert BOB.address in readers(s, "We measured the wait")
    assert BOB.address not in readers(s, "sorry to hear")


@pytest.mark.parametrize(
    "aside",
    [
        "Hi Ann, hope the treatment is going well.",
        "PS Ann, Meg hasn't come to one huddle.",
        "Thanks for listening on the phone, I was in bits.",
        "Oh, and between us I'm looking for another job.",
        "You asked how I am: not great, to be honest.",
        "Dear Ann,\nas you know the split has been hard.",
    ],
)
def test_what_is_said_to_the_mentor_of_then_around_a_typed_report_is_left_out(aside: str) -> None:
    typed = "Our aim: 80% of pupils ready by June.\n\nAnn suggested stratifying by class.\n\nNext: five pupils."
    for text in (f"{aside}\n\n{typed}", f"{typed}\n\n{aside}"):
        said = retold(mail(text=text), case(), BOB, managed=False, former="Ann Lee").words
        assert said.split() == typed.split()


@pytest.mark.parametrize(
    "aside",
    [
        "We tested it with P3 (you were right Ann, I shouldn't have come back so soon after the funeral).",
        "I know you'll forgive the lateness after the funeral.",
        "You asked how I was. I'm not sleeping since the funeral.",
        "Thanks for being so kind about the funeral by the way.",
        "The staff liked it, as I told you on the day of the funeral.",
        "It was a bad week, Ann, with the funeral.",
        "As agreed the part on the funeral is left out.",
        "As discussed on Tuesday, nobody was well after the funeral.",
        "The thing that I told Ann about the funeral has not gone away.",
        "Ann asked me to say how I am since the funeral.",
        "Meg and I have hardly spoken since the funeral.",
        "My funeral leave is over.",
    ],
)
def test_what_is_said_to_the_mentor_of_then_within_a_typed_report_is_left_out(aside: str) -> None:
    before, behind = "Our aim is 80% of pupils ready by June.", "The count fell from nine to five."
    said, page, *_ = retold(mail(text=f"{before} {aside} {behind}"), case(), BOB, managed=False, former="Ann Lee")
    assert said.startswith(before) and said.endswith(behind)
    assert "funeral" not in said and not page


def test_a_typed_report_keeps_what_its_project_says_to_anybody() -> None:
    said = (
        "We asked parents: would you use the form again? Ann suggested stratifying by class.\n"
        "We agreed the measure with the ward. Funerals take up two hours of the chaplain's week.\n"
        "- If you press the button, the count goes up.\n- The card says “Thank you for asking me, you are kind”."
    )
    assert retold(mail(text=said), case(), BOB, managed=False, former="Ann Lee")[0] == said


def test_the_same_mentor_gets_at_another_address_what_they_had(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    s.sends("Report 1", "Report 1.pdf", text="Hi Ann, the chart on page 2 is a draft.")
    elsewhere = Person("Ann Lee", ("ann@council.example",))
    s.bot._carrier.take_over(replace(s.case.enrolment, mentor=elsewhere))
    s.bot = s.started()
    assert elsewhere.address in readers(s, "the chart on page 2")


JO_WRITES = Person("Jo Smith", ("jo@school.example",))
MARK = Person("Mark Page", ("mark@fire.example",))


@pytest.mark.parametrize(
    ("mentor", "words"),
    [
        (BOB, "We asked Bob Ray for the September figures twice and never had an answer."),
        (BOB, "Mr Ray told the group that our project is a waste of time."),
        (BOB, "what bob said at the learning session rather put me off"),
        (BOB, "I'd planned to use Robert's stations, but he pulled out."),
        (BOB, "BOB RAY hasn't sent his part."),
        (BOB, "Barrier: the Fire Service (B. Ray) doesn't turn up."),
        (MARK, "I couldn't get hold of Mark at all."),
        (MARK, "Mark's data were wrong."),
    ],
)
def test_a_text_that_may_speak_of_its_reader_is_told(mentor: Person, words: str) -> None:
    assert names_reader(mentor, words, JO_WRITES)


@pytest.mark.parametrize(
    ("mentor", "words"),
    [
        (BOB, "A ray of light: three days without an incident."),
        (BOB, "The Ray of Hope group lent us a room."),
        (BOB, "Robust data collection began in week two, and X-ray requests fell."),
        (BOB, "Raymond Street nursery will join next."),
        (MARK, "We mark each page of the chart with the day."),
        (MARK, "Jo Smith and Ann agreed to stratify by class."),
    ],
)
def test_words_that_only_look_like_a_name_speak_of_nobody(mentor: Person, words: str) -> None:
    assert not names_reader(mentor, words, JO_WRITES)


TYPED = "{} We counted each morning for a month, and asked the parents, too. "


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("My manager hasn't given me an hour for it.", False),
        ("Meg is against the whole idea.", False),
        ("The head won't release anybody.", False),
        ("Our aim is 80% of pupils ready to learn by June 2027.", True),
    ],
)
def test_a_typed_report_that_speaks_of_the_manager_who_is_the_mentor_now_is_to_be_asked_for(
    words: str, goes_on: bool
) -> None:
    said = retold(mail(text=TYPED.format(words)), case(), MEG, managed=True).words
    assert bool(said) is goes_on
