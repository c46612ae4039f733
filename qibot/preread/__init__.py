"""The pre-read: what a report shows and lacks, by the guidance for mentors (section 10), found by plain rules.

In: a `Writing` and which report it is, with the last report and the mentor's last feedback where there are such. Out:
`Observation`s, each with the rule's name and the words that it rests on, never a score. Pure. What a rule can't tell,
it leaves unsaid. `table.py` is the visible list of the rules; `parts.py` finds the parts of a report
(`dots.py` where a list lost its dots, `flattened.py` where a form came as lines, `layout.py` where headings and rows
were lost, `leads.py` where a sentence leads in a list, `prose.py` where it holds one); `aims.py`, `still_open.py`,
`ideas.py`, `measures.py` (`measure_rows.py` of a table, `story.py` of what is none), `tests_of_change.py` and
`series.py` find what those parts hold, `advice.py` what a mentor advised. `loose.py` looks for words in any case.
"""

from qibot.preread.observation import Observation
from qibot.preread.read import points_of, pre_read
from qibot.preread.stages import Stages
from qibot.preread.table import LAST, RULES, Rule
from qibot.preread.text import Report, Settings, report_of

__all__ = ["LAST", "RULES", "Observation", "Report", "Rule", "Settings", "Stages", "points_of", "pre_read", "report_of"]
