"""The rules: each with its name, when it applies, its source in the guidance, and what it says to the mentor.

`{detail}` is the observation's detail. A sentence tells what was found and, where it helps, what to ask; it is never a
verdict. `first` orders them: the mentor sees the first three on top.
"""

from __future__ import annotations

from dataclasses import dataclass

from qibot.preread.observation import Look
from qibot.preread.rules import (
    aim,
    changes,
    concepts,
    data,
    drift,
    feedback,
    implementation,
    learning,
    measures,
    pressure,
    progress,
    rationale,
    scope,
    stage,
    tasks,
    testing,
    toil,
)
from qibot.preread.text import Report

LAST = 60  # as many reports as a cohort may have


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `reports` are the first and last report that it applies to, `charter` whether it looks at the charter."""

    name: str
    look: Look
    reports: tuple[int, int]
    charter: bool
    source: str
    says: str
    first: int = 5
    unless: tuple[str, ...] = ()  # rules after which this one has nothing more to say

    def applies(self, report: Report) -> bool:
        """Whether the rule looks at this report at all."""
        return self.charter if report.is_charter else self.reports[0] <= report.number <= self.reports[1]


_ALL, _EARLY, _LATER, _THIRD = (1, LAST), (1, 2), (3, LAST), (3, 4)
_P12, _P34 = "10, reports 1 and 2, ", "10, reports 3 and 4, "
_NO_AIM = ("aim-missing",)

RULES: tuple[Rule, ...] = (
    Rule("aim-missing", aim.aim_missing, _ALL, True, _P12 + "progress, Aim; " + _P34 + "pitfalls, Aim",
         "No aim was found.", 1),
    Rule("aim-unsettled", aim.aim_unsettled, _LATER, False, _P34 + "progress, Aim",
         "The aim is said to be still open; by report 3 it should be settled.", 1, _NO_AIM),
    Rule("aim-no-amount", aim.aim_no_amount, _ALL, True, _P12 + "pitfalls, Aim",
         "The aim doesn't say how much: what will better look like?", 2, _NO_AIM),
    Rule("aim-no-date", aim.aim_no_date, _ALL, True,
         _P12 + "progress, Aim", "The aim doesn't say by when.", 2, _NO_AIM),
    Rule("aim-no-population", aim.aim_no_population, _ALL, True, _P12 + "pitfalls, Aim",
         "The aim doesn't say for whom or where.", 2, _NO_AIM),
    Rule("aim-solution", aim.aim_solution, _ALL, True, _P12 + "pitfalls, Aim",
         "The aim holds a solution; that is a theory to be tested, and belongs among the drivers.", 2, _NO_AIM),
    Rule("aim-only-percent", aim.aim_only_percent, _ALL, True, _P12 + "pitfalls, Aim",
         "The aim is a change by a share; from what to what, so that people can picture it?", 2, _NO_AIM),
    Rule("aim-drift", drift.aim_drift, _ALL, False, _P34 + "progress, Aim",
         "The aim has changed since the last report, where it was: “{detail}”", 2, _NO_AIM),
    Rule("rationale-missing", rationale.rationale_missing, _EARLY, True,
         _P12 + "pitfalls, Aim; progress, Project charter",
         "Nothing was found on why this is worth doing.", 4),
    Rule("scope-broad", scope.scope_broad, _ALL, True, _P12 + "pitfalls, Aim",
         "It starts wide: is there one class, team or driver to begin with?", 2),
    Rule("area-unclear", scope.area_unclear, _ALL, True, _P12 + "pitfalls, Aim",
         "The project area seems open, or not theirs to influence; if it stays so, please tell the team.", 1),
    Rule("scale-pressure", pressure.scale_pressure, _ALL, True, _P12 + "pitfalls, Aim",
         "There seems to be pressure from above to go bigger or faster; it helps to be mindful of it.", 4),
    Rule("change-task", tasks.change_task, _ALL, True, _P12 + "pitfalls, Changes",
         "Listed as a change idea, but a task of the project.", 3),
    Rule("change-broad", concepts.change_broad, _ALL, True, _P12 + "pitfalls, Changes",
         "Too broad to test: what exactly will be tried?", 3),
    Rule("change-theory-missing", changes.change_theory_missing, _EARLY, False, _P12 + "progress, Changes",
         "No change theory or driver diagram was found.", 4),
    Rule("change-ideas-missing", changes.change_ideas_missing, _LATER, False, _P34 + "progress, Changes",
         "No change ideas were found.", 2),
    Rule("driver-diagram-missing", changes.driver_diagram_missing, _THIRD, False, _P34 + "progress, Changes",
         "No driver diagram is mentioned; they should share it with you.", 4),
    Rule("team-ideas-missing", changes.team_ideas_missing, _THIRD, False, _P34 + "pitfalls, Changes",
         "Nothing shows that the team had part in finding the change ideas.", 4),
    Rule("measure-vague", measures.measure_vague, _ALL, True, _P12 + "pitfalls, Measures",
         "A concept rather than a measure: number of, % of, time to?", 3),
    Rule("measure-type-missing", measures.measure_type_missing, _ALL, True, _P12 + "pitfalls, Measures",
         "It isn't said whether it is an outcome, process or balancing measure.", 4),
    Rule("measures-too-many", measures.measures_too_many, _ALL, True, _P12 + "pitfalls, Measures",
         "Many measures of one kind ({detail}); fewer are easier to keep up.", 4),
    Rule("measures-too-few", measures.measures_too_few, _LATER, False, _P12 + "pitfalls, Measures",
         "Few measures of a kind: {detail}.", 4),
    Rule("measures-missing", measures.measures_missing, _LATER, False, _P34 + "progress, Measures",
         "No measures were found.", 2),
    Rule("measure-impractical", toil.measure_impractical, _ALL, True, _P12 + "pitfalls, Measures",
         "Data that seem hard to collect.", 3),
    Rule("system-tools-missing", progress.system_tools_missing, _EARLY, False,
         _P12 + "progress, Understanding their system",
         "No tool to understand the system is mentioned (forcefield, process map, cause and effect).", 4),
    Rule("team-missing", progress.team_missing, _EARLY, True, _P12 + "progress, Planning",
         "Nothing was found on an improvement team.", 4),
    Rule("next-steps-missing", progress.next_steps_missing, _ALL, False, _P12 + "progress, Clear next steps forward",
         "No next steps were found.", 3),
    Rule("pdsa-plan-missing", testing.pdsa_plan_missing, (2, 2), False, _P12 + "progress, Clear next steps forward",
         "No test of a change is planned yet; Learning Session 3 builds on it.", 3),
    Rule("human-side-missing", progress.human_side_missing, (1, 4), False,
         _P12 + "progress, Planning; " + _P34 + "progress, Learning",
         "Nothing was found on the human side of change.", 4),
    Rule("pdsa-missing", testing.pdsa_missing, _LATER, False, _P34 + "progress, Project stage",
         "No test of change was found, done or under way.", 2),
    Rule("prediction-missing", testing.prediction_missing, _LATER, False, _P34 + "pitfalls, Changes",
         "Tests are told of without what was predicted.", 3, ("pdsa-missing",)),
    Rule("test-learning-missing", testing.test_learning_missing, _LATER, False, _P34 + "progress, Project stage",
         "Tests are told of without what they showed.", 3, ("pdsa-missing",)),
    Rule("testing-slow", testing.testing_slow, (4, LAST), False, _P34 + "progress, Changes",
         "One test so far was found; by report 4 testing should be gathering pace.", 3, ("pdsa-missing",)),
    Rule("data-missing", data.data_missing, _LATER, False, _P34 + "pitfalls, Measures",
         "No data or chart was found.", 2),
    Rule("chart-missing", data.chart_missing, _LATER, False, _P34 + "progress, Measures",
         "There are figures over time, and no chart of them.", 4, ("data-missing",)),
    Rule("implementation-early", implementation.implementation_early, _ALL, False, _P34 + "pitfalls, Changes",
         "It reads like implementation; has it been tested enough, in a variety of conditions?", 1),
    Rule("implementation-plan-missing", implementation.implementation_plan_missing, (4, LAST), False,
         _P34 + "progress, Changes",
         "The tests went well several times, and nothing was found on making the change last.", 4),
    Rule("improvement-learning-missing", learning.improvement_learning_missing, _LATER, False,
         _P34 + "pitfalls, Learning and reflection",
         "{detail}: how is their thinking about improvement changing?", 4),
    Rule("stage-over", stage.stage_over, _ALL, False, _P12 + "pitfalls, Project stage",
         "The project stage ({detail}) is higher than what the text shows; please ask why.", 3),
    Rule("stage-under", stage.stage_under, _ALL, False, _P12 + "pitfalls, Project stage",
         "The project stage ({detail}) is lower than what the text shows; please ask why.", 4),
    Rule("feedback-untouched", feedback.feedback_untouched, _ALL, False, "1, second paragraph; 7, second paragraph",
         "A point of your last feedback that this report doesn't seem to touch.", 3),
)  # fmt: skip
