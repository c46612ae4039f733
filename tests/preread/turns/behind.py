"""What stands behind a list of measures and is about something else: turns for the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_DOTS = (
    "Measures\n- Outcome: % of letters out in a week\n- Process: number of letters drafted on day 1\n"
    "- Balancing: overtime in hours\n\n"
)
_LINES = _DOTS.replace("- ", "")
_WORD = "# Measures\n- Outcome: % of letters out in a week\n- Balancing: overtime in hours\n\n"
_KIND = "# Balancing measures\n- overtime in hours\n\n"
_UNNAMED = "# Measures\n- % of letters out in a week\n- overtime in hours\n\n"
_BLAMED = "There was some resistance from the clerks, who felt blamed; talking it over with a coffee helped."
_WARY = "Two of the clerks were wary that it would eat into their breaks; I heard them out and promised to watch it."
_FED_UP = "People told me they were tired of new projects; they wanted to know what was in it for them."
_TALLY = "Some staff feel the counting is a stick to beat them with; I reassured them that no names are shown."

TURNS = (
    # How people take it is no measure, and is heard.
    *(
        Turn(rule, 3, before + told)
        for rule in ("measure-type-missing", "measure-vague", "measure-impractical", "human-side-missing")
        for before in (_DOTS, _LINES, _WORD)
        for told in (_BLAMED, _WARY, _FED_UP)
    ),
    Turn("measures-too-many", 3, f"{_KIND}- complaints a week\n\n{_BLAMED}"),
    Turn("measure-vague", 3, f"{_KIND}Colleagues were anxious that counting takes time."),
    *(Turn(rule, 3, _WORD + _TALLY) for rule in ("measure-type-missing", "measure-vague", "human-side-missing")),
    Turn("measure-vague", 3, f"{_WORD}Not everybody liked the tally: Jean said it was too much; Rob agreed with her."),
    # A list goes on behind it.
    Turn("measure-vague", 3, f"{_WORD}{_BLAMED}\n\n- Process: better relationships", ("better relationships",)),
    Turn("measure-type-missing", 3, f"{_WORD}{_FED_UP}\n\n- number of letters redone", ("number of letters redone",)),
    # What is told of figures stays with the measures.
    Turn(
        "measure-impractical",
        3,
        f"{_DOTS}The figures take a clerk two days to pull out of the old system by hand.",
        ("The figures take a clerk two days",),
    ),
    Turn(
        "measure-impractical",
        3,
        f"{_WORD}We can't get the overtime figures from payroll, who won't release them.",
        ("We can't get the overtime figures",),
    ),
    # Feelings that are counted are measures, and no side of change.
    Turn("human-side-missing", 3, f"{_WORD}We will ask ten of them how confident they feel.", (MISSING,)),
    Turn("human-side-missing", 3, f"{_DOTS}Counted each Monday from the register, by hand.", (MISSING,)),
    Turn("human-side-missing", 3, f"{_UNNAMED}Staff confidence, scored from 1 to 5.", (MISSING,)),
    # Paragraphs that name measures still do.
    Turn(
        "measure-type-missing",
        3,
        "# Measures\nMistakes found by the night team; complaints that were upheld",
        ("Mistakes found by the night team",),
    ),
    Turn("measure-type-missing", 3, f"{_WORD}Number of calls we answer; hours they wait", ("Number of calls",)),
    Turn("measures-too-many", 3, f"{_KIND}sick days\n\nPatients who were seen late", ("Patients who were seen late",)),
    # An aim stays an aim where measures stand below it without a heading.
    Turn(
        "human-side-missing",
        3,
        "Aim\nBy June 2028 80% of letters from the Dee team are out in a week, from 42%.\n\nOutcome: % of letters out "
        f"in a week\nBalancing: overtime in hours\n\n{_BLAMED}",
    ),
)
