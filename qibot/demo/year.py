"""The year as it is played: somebody punctual, somebody late, somebody excused, somebody silent, and a slow answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qibot.demo.cast import ANN, BOB, CALLUM, JO, PEOPLE, PRIYA, SAM, STRANGER, TEAM_MEMBER, Player, word

if TYPE_CHECKING:
    from qibot.demo.stage import Stage

REPORT = ["Aim: 80% of pupils ready to learn at 9.15 by June 2027.", "Change idea: a visual timetable in one class."]
DEADLINES = [date(2026 + (9 + n) // 12, (9 + n) % 12 + 1, 15) for n in range(8)]  # October to May
LIKED = "What I liked: the aim says how much and by when.\n\nEven better if: you named the class to start with."
Scene = tuple[str, Callable[["Stage"], None]]


def play(stage: Stage) -> None:
    """Everybody's scenes in the order of the calendar, and what the calendar itself calls for in between."""
    scenes = [*_jo(), *_sam(), *_priya(), *_callum(), _a_stranger()]
    for moment, scene in sorted(scenes, key=lambda s: s[0]):
        stage.until(moment)
        scene(stage)
    stage.until("2027-06-25T12:00")


def _day(number: int, days: int, hour: str) -> str:
    return f"{DEADLINES[number - 1] + timedelta(days=days)}T{hour}"


def _reports(who: Player, number: int, subject: str = "", name: str = "") -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        said, document = subject or f"Report {number}", name or f"Report {number} - {who.name}.docx"
        stage.tell(f"{who.name} e-mails “{said}” with {document}.")
        text = f"Hello,\n\nplease find my report attached.\n\n{who.name}\n"
        stage.send(who, who.writes(stage.now, said, text, {document: word([who.name, *REPORT])}))

    return scene


def _answers(mentor: Player, about: Player, comments: bool = False) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        how = "with comments in the Word document" if comments else "in the mail itself"
        stage.tell(f"{mentor.name} answers {about.name}'s report, {how}.")
        commented = word([about.name, *REPORT], ["What would a parent notice?", "Which class first?"])
        documents = {f"Report with comments - {about.name}.docx": commented} if comments else None
        letter = stage.letter(mentor, "forward_report", about)
        stage.send(mentor, mentor.answers(stage.now, letter, LIKED, documents))

    return scene


def _replies(who: Player, notice: str, about: Player, text: str, told: str) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        stage.tell(told)
        stage.send(who, who.answers(stage.now, stage.letter(who, notice, about), text))

    return scene


def _jo() -> list[Scene]:
    """The punctual one; asks a question once."""
    scenes = [(_day(n, -3, "09:15"), _reports(JO, n)) for n in range(1, 9)]
    scenes += [(_day(n, 1, "10:30"), _answers(ANN, JO, comments=True)) for n in range(1, 9)]
    question = "Thank you, Ann! Would the Primary 2 class be small enough to start with?"
    scenes.append((_day(1, 4, "08:50"), _replies(JO, "relay_feedback", JO, question, "Jo answers with a question.")))
    return scenes


def _sam() -> list[Scene]:
    """The late one: report 2 comes after the first reminder, and the mentor needs longer for it."""
    scenes = [(_day(n, -1, "16:40"), _reports(SAM, n)) for n in range(1, 9) if n != 2]
    scenes += [(_day(n, 4, "21:10"), _answers(ANN, SAM)) for n in range(1, 9) if n != 2]
    expect = "Ann Lee needs longer for Sam's late report, and says so in her own words."
    longer = "Hi Sam,\n\nthis came late and I'm snowed under: you'll have my feedback by Friday 4 December.\n\nAnn"
    scenes += [
        ("2026-11-18T19:20", _reports(SAM, 2, "Sorry!", "November.docx")),
        ("2026-11-19T12:00", _replies(ANN, "forward_report", SAM, longer, expect)),
        ("2026-12-03T20:00", _answers(ANN, SAM)),
    ]
    return scenes


def _priya() -> list[Scene]:
    """The one with exceptional circumstances: report 4 is excused."""
    scenes = [(_day(n, 0, "12:05"), _reports(PRIYA, n, f"My {n}. report")) for n in range(1, 9) if n != 4]
    scenes += [(_day(n, 2, "20:05"), _answers(BOB, PRIYA)) for n in range(1, 9) if n != 4]
    words = "I'm so sorry. My house was flooded on Friday and we are living with relatives, so I can't write a report."
    kind = "Of course. Poor Priya, she needn't send this report."
    scenes += [
        ("2027-01-18T10:10", _replies(PRIYA, "remind_missing", PRIYA, words, "Priya tells what has happened.")),
        ("2027-01-18T14:30", _replies(TEAM_MEMBER, "ask_exceptional", PRIYA, kind, "The team excuses her report.")),
    ]
    return scenes


def _callum() -> list[Scene]:
    """The silent one: after two reports nothing more comes, until the team withdraws him."""
    scenes = [(_day(n, 0, "23:58"), _reports(CALLUM, n, "Report", "report.docx")) for n in (1, 2)]
    scenes += [(_day(n, 3, "20:30"), _answers(BOB, CALLUM)) for n in (1, 2)]
    worry = "Between ourselves, Callum has lost heart and I doubt that he will go on. Could somebody ring him?"
    said = "Bob tells the team, and the team alone, that he is worried about Callum."
    scenes.append((_day(2, 12, "21:00"), _replies(BOB, "forward_report", CALLUM, worry, said)))

    def withdrawn(stage: Stage) -> None:
        stage.tell("The team has spoken with Callum's sponsor and withdraws him in the people sheet.")
        stage.imports("".join(line for line in PEOPLE.splitlines(keepends=True) if CALLUM.name not in line))

    scenes.append(("2027-02-26T15:00", withdrawn))
    return scenes


def _a_stranger() -> Scene:
    def scene(stage: Stage) -> None:
        stage.tell("Somebody whom nobody knows writes, too.")
        stage.send(STRANGER, STRANGER.writes(stage.now, "Report", "Here is mine.", {"report.docx": word(["Report"])}))

    return "2026-10-19T11:20", scene
