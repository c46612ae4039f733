"""What a person means: `Mail` and what is known -> an event.

Commands, which report, dates, threads, absences. `Intake` is the door: parse, screen, classify. Pure but for the cases
that it is given to look at; imports calendar, people, screening, message, events.
"""

from qibot.understanding.commands.correction import QUESTION_NUMBER, what
from qibot.understanding.commands.given import SETTLED
from qibot.understanding.commands.table import WORDS
from qibot.understanding.corrections.chosen import SAID_ALONE
from qibot.understanding.days.asked_day import asked_day
from qibot.understanding.hearing.said_elsewhere import answers_difficulty, answers_own_words
from qibot.understanding.hearing.staying import STAYS
from qibot.understanding.intake import Intake, unscanned
from qibot.understanding.links.clouds import links_in
from qibot.understanding.managers.in_secret import names_standing
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.of_then import has_new_mentor
from qibot.understanding.meaning import MARK_NAMES
from qibot.understanding.mentors.among_mentors import OF_OWN
from qibot.understanding.names.file_names import named_privately, of_life, told_by_names
from qibot.understanding.names.naming import greeted, names_person, names_reader
from qibot.understanding.persons.intimate import not_for_manager
from qibot.understanding.persons.told_lately import may_tell
from qibot.understanding.persons.unshown import hides_from_manager
from qibot.understanding.phrases.graver import names_graver
from qibot.understanding.phrases.own_trouble import without_troubles
from qibot.understanding.phrases.questions import asks_leave
from qibot.understanding.phrases.secret import is_told_secretly
from qibot.understanding.phrases.titles import names_only_a_report
from qibot.understanding.practitioners.mentor_concerned import may_be_of_mentor
from qibot.understanding.reports.reading import same_documents
from qibot.understanding.senders.places import is_called_otherwise
from qibot.understanding.team.letters import question_of

__all__ = [
    "MARK_NAMES",
    "OF_OWN",
    "QUESTION_NUMBER",
    "SAID_ALONE",
    "SETTLED",
    "STAYS",
    "WORDS",
    "Intake",
    "answered_letter",
    "answers_difficulty",
    "answers_own_words",
    "asked_day",
    "asks_leave",
    "greeted",
    "has_new_mentor",
    "hides_from_manager",
    "is_called_otherwise",
    "is_told_secretly",
    "links_in",
    "may_be_of_mentor",
    "may_tell",
    "named_privately",
    "names_graver",
    "names_only_a_report",
    "names_person",
    "names_reader",
    "names_standing",
    "not_for_manager",
    "of_life",
    "question_of",
    "same_documents",
    "told_by_names",
    "unscanned",
    "what",
    "without_troubles",
]
