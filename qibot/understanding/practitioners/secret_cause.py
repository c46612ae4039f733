"""Whether a word in confidence tells what befell its writer: that keeps them from a report all the same, and is the
team's to decide. “I had a miscarriage last week. I don't want anybody at work to know.”"""

from __future__ import annotations

from qibot.model import Role
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.phrases.secret import is_secret
from qibot.understanding.practitioners.mentor_concerned import may_be_of_mentor
from qibot.understanding.practitioners.own_cause import TOLD
from qibot.understanding.practitioners.said import Said

BEFELL = frozenset(["@ill", "@death", "@calamity"])


def is_secret_cause(said: Said) -> bool:
    """Whether it asks for secrecy and names such a thing; what may be of the mentor is a word in confidence."""
    text = typed_in(said.mail)
    told = said.found.of("circumstances") >= TOLD and is_secret(text)
    told = told and not BEFELL.isdisjoint(families_in(text))
    return told and not may_be_of_mentor(said.mail, said.case, Role.PRACTITIONER)
