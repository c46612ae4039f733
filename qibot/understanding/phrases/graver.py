"""What is graver than workload or leave: an illness, a death, an emergency, or somebody to care for."""

from __future__ import annotations

from qibot.message import Mail
from qibot.spoken import Spoken
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import typed

_GRAVE = {"@ill", "@death", "@calamity"}
_CARES = Spoken(
    r"\b(?:compassionate|bereavement|carer['’]?s|parental|maternity|paternity|special|emergency|sick) leave\b"
    r"|\b(?:car(?:e|ing) for|look(?:ing)? after) (?:my|our|her|his|their)\b|\b(?:on|in) (?:a )?(?:bad"
    r"|dark) (?:way|place)\b"
)


def names_graver(mail: Mail) -> bool:
    """Whether such a thing is named: to its writer nobody says that leave doesn't count."""
    said = typed(mail)
    return bool(families_in(said) & _GRAVE) or _CARES.is_in(said)
