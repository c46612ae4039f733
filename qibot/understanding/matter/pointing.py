"""Who writes “FYI, see below” above another's mail means that mail to be read, and says nothing of their own."""

from __future__ import annotations

import re

from qibot.message import Mail, without_others
from qibot.model import Case, Person
from qibot.understanding.phrases.courtesy import names_in

LONGEST = 14  # words
_WORDS = """
    a about above any and as at attached been below came can did do discussed e-mail email for forwarding from fw fwd
    fyi got had hand has have here how i i've in info information interest interested it just know let look mail me
    message might my new news note of on one our passing please read received regarding said say see seen should so
    sort the these think this thought thoughts to today us view was we what what's who with would yesterday you your
    best cheers hello hey hi many regards thanks
"""
_POINTING = frozenset(_WORDS.split())


def only_points(mail: Mail, case: Case, reader: Person) -> bool:
    """Whether nothing stands above another's mail but where to look, so that its writer is asked whom it is for."""
    said = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", mail.top.casefold().replace("’", "'"))
    own = names_in(case)
    if len(said) > LONGEST or not all(word in _POINTING or word in own for word in said):
        return False
    return without_others(mail, case, (reader,)) is not mail
