"""Messages composed of single sentences, to learn whole messages from beside those that people wrote.

A worry among five sentences of praise is still a worry: what the parts make together is a rule here, not chance. The
same number gives the same messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from qibot.understanding.meaning.features import Setting
from tests.words.collection import Sentence

# What a message is made of: the sentences that make it what it is, how many; what may stand beside them, how many at
# most; with which documents; and what it is then.
Recipe = tuple[str, tuple[str, ...], tuple[int, int], tuple[str, ...], int, str]
NO, YES, MAYBE, LINK = "no", "yes", "maybe", "link"
DECISIONS = ("accept", "excuse", "decline", "escalate", "nothing", "reassign", "ask", "pause", "resume", "withdraw")
RECIPES: dict[str, tuple[Recipe, ...]] = {
    "mentor": (
        ("feedback", ("feedback",), (1, 9), ("spoke", "thanks"), 1, MAYBE),
        ("feedback", ("feedback",), (1, 3), ("message",), 1, NO),
        ("feedback", ("feedback",), (2, 6), (), 0, NO),
        ("private", ("private",), (1, 2), ("feedback", "thanks", "spoke"), 3, NO),
        ("private", ("private",), (1, 3), (), 0, NO),
        ("private", ("private",), (1, 1), ("feedback",), 6, MAYBE),
        ("message", ("message",), (1, 2), ("thanks", "promise"), 1, NO),
        ("delay", ("delay",), (1, 1), ("thanks", "promise"), 1, NO),
        ("nothing", ("thanks", "promise"), (1, 2), (), 0, NO),
        ("spoke", ("spoke",), (1, 2), ("thanks",), 1, NO),
        ("machine", ("machine",), (1, 3), (), 0, NO),
    ),
    "practitioner": (
        ("report", ("report",), (1, 2), ("message", "thanks", "content"), 2, YES),
        ("report", ("report",), (1, 1), ("message",), 1, LINK),
        ("report", ("content",), (6, 16), ("report", "message"), 1, NO),
        ("report", ("attached",), (1, 1), ("message", "content"), 1, YES),
        ("forgotten", ("attached",), (1, 1), ("report", "thanks"), 1, NO),
        ("forgotten", ("attached",), (1, 1), ("message",), 1, NO),
        ("paper", ("paper",), (1, 1), ("message", "thanks"), 1, YES),
        ("circumstances exceptional", ("exceptional",), (1, 2), ("time", "message", "thanks", "courtesy"), 2, NO),
        ("circumstances exceptional", ("exceptional",), (1, 1), ("report", "content", "message"), 3, MAYBE),
        ("circumstances workload", ("workload",), (1, 2), ("time", "message", "thanks"), 2, NO),
        ("circumstances leave", ("leave",), (1, 1), ("time", "message", "thanks"), 2, NO),
        ("circumstances time", ("time",), (1, 2), ("message", "thanks"), 1, NO),
        ("leaving", ("leaving",), (1, 2), ("thanks", "message"), 2, NO),
        ("private", ("private",), (1, 2), ("message", "thanks", "content"), 2, NO),
        ("message", ("message",), (1, 4), ("thanks", "content"), 2, NO),
        ("message", ("content",), (1, 3), ("thanks", "message"), 1, NO),
        ("nothing", ("thanks",), (1, 2), (), 0, NO),
        ("spoke", ("spoke",), (1, 1), ("thanks",), 1, NO),
        ("machine", ("machine",), (1, 3), (), 0, NO),
    ),
    "manager": (
        ("message", ("message",), (1, 3), ("thanks",), 1, NO),
        ("nothing", ("thanks",), (1, 2), (), 0, NO),
        ("circumstances exceptional", ("exceptional",), (1, 1), ("thanks", "message"), 2, NO),
        ("circumstances workload", ("workload",), (1, 1), ("thanks", "message"), 2, NO),
        ("circumstances leave", ("leave",), (1, 1), ("thanks", "message"), 1, NO),
        ("leaving", ("leaving",), (1, 1), ("thanks", "message"), 2, NO),
        ("private", ("private",), (1, 2), ("thanks", "message"), 2, NO),
        ("report", ("report",), (1, 1), ("thanks",), 1, YES),
        ("machine", ("machine",), (1, 2), (), 0, NO),
    ),
    "team": tuple(
        (kind, (kind,), (1, 1), (), 0, NO)
        for kind in DECISIONS
    ),
}  # fmt: skip
EACH = 40  # messages of each recipe
ANSWERS = {
    "mentor": ("report", "report", "report", "reminder", "message", "fresh", "nudge"),
    "practitioner": ("receipt", "feedback", "deadline", "missing", "message", "fresh", "fresh", "check_in"),
    "manager": ("feedback", "missing", "message", "fresh"),
    "team": ("ask_exceptional", "report_inactivity", "ask_escalation", "report_needs_support"),
}
FILES = {"report": ("Report 3.docx", "QI report.pdf", "November.docx", "report.pdf", "Jo Smith month 4.pdf"),
         "paper": ("driver diagram draft.pptx", "consent form.pdf", "expenses.xlsx", "article.pdf", "poster.pdf"),
         "feedback": ("Report 3 with comments.docx", "report 2 AB.docx")}  # fmt: skip


@dataclass(frozen=True)
class Composed:
    """A composed message: its sentences, what is known beside them, and what it is."""

    texts: tuple[str, ...]
    setting: Setting
    label: str


def composed(role: str, bank: Sequence[Sentence]) -> Iterator[Composed]:
    """The composed messages of a role."""
    chance = Random(role)
    kinds: dict[str, list[Sentence]] = {}
    for sentence in bank:
        if sentence.role == role:
            kinds.setdefault(sentence.kind, []).append(sentence)
    for label, own, (fewest, most), beside, others, documents in RECIPES[role]:
        if not all(kind in kinds for kind in own):
            continue
        for _ in range(EACH):
            told = [chance.choice(kinds[chance.choice(own)]) for _ in range(chance.randint(fewest, most))]
            more = [kind for kind in beside if kind in kinds]
            told += [chance.choice(kinds[chance.choice(more)]) for _ in range(chance.randint(0, others) if more else 0)]
            chance.shuffle(told)
            greeting = [chance.choice(kinds["courtesy"])] if chance.random() < 0.5 else []
            ending = [chance.choice(kinds["courtesy"]) for _ in range(chance.randint(0, 2))]
            nature = next((s.nature for s in told if s.kind == label and s.nature), "")
            sent = documents == YES or (documents == MAYBE and chance.random() < 0.3)
            files = (chance.choice(FILES.get(label, FILES["report"])),) if sent else ()
            texts = tuple(s.text for s in (*greeting, *told, *ending))
            if documents == LINK:
                texts = (*texts, "https://dunmore.sharepoint.com/x/report.docx")
            setting = Setting(told[0].names, chance.choice(ANSWERS[role]), bool(files), files)
            yield Composed(texts, setting, f"{label} {nature}".strip())
