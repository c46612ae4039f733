"""A mentor who is glad that something has come: “Perfect, got it”, “Brilliant, many thanks for sending that over”.

A word of praise alone is feedback, however short. Beside thanks for getting it, or that it has come, it is said of the
getting. So is “well done” for getting it in; what is called good by name (“great report, thanks”, “it's excellent”) is
praise.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.beside_thanks import clauses, is_light, typed_by, without_thanks
from qibot.understanding.phrases.courtesy import names_in

MOST = 30  # words of such a mail
_IS_GLAD = (
    r"^\W*(?:(?:oh|ah|ok|that['’]?s|this is|that is) )?(?:just |absolutely )?"
    r"(?:perfect|excellent|brilliant|brill|wonderful|fantastic|lovely|great|super|superb|amazing|awesome|smashing|fab"
    r"|magic|grand|nice(?: one)?|(?:good|great) (?:stuff|one)|cool|splendid|marvellous)(?: (?:news|timing))?"
)
_GLAD = expression(rf"{_IS_GLAD}\W*$", re.IGNORECASE)
_GLAD_BEFORE = expression(rf"{_IS_GLAD} +(?=(?:many )?thank|cheers|ta\b)", re.IGNORECASE)
_OF_IT = expression(r"^\W*(?:that['’]?s|this is|that is) ", re.IGNORECASE)  # of the report, where nothing has come
_IT = r"(?:it|this|that|them|these|yours|all|everything|(?:the|your|jo['’]?s) (?:\w+ )?report|report(?: \d+)?)"
_CAME = (
    r"(?:(?:safely )?(?:arrived|received|landed|come (?:in|through)|came (?:in|through)|reached me|here|in|to hand)"
    r"|got (?:here|to me))"
)
_COMES = expression(
    rf"^\W*(?:and )?(?:(?:i['’]?(?:ve| have)? )?(?:got|have(?: got)?|received|downloaded|printed|saved) {_IT}"
    rf"|{_IT}(?:['’]?s| is| has| have)?(?: all| just| now| been)? {_CAME}|{_CAME})"
    r"(?: (?:now|safely|today|fine|ok|okay|all|just|in|through|and|sound|safe|here))*\W*$",
    re.IGNORECASE,
)
_AHEAD = expression(  # so it isn't read yet
    r"^\W*(?:and |really |so |very much )*looking forward to (?:it|this(?: one)?|that"
    r"|(?:(?:reading|seeing|looking at|a (?:proper |good )?(?:look|read) at) (?:it|this|that)|getting stuck in))"
    r"(?: (?:properly|later|tonight|tomorrow|at the weekend|all))*\W*$",
    re.IGNORECASE,
)
_WELL_DONE = expression(
    r"^\W*well done (?:for|on) (?:getting|sending|handing|submitting|having|being|it)\b"
    r"[\w ’']{0,30}\b(?:in|over|on time|early|prompt\w*|before|ahead|so soon|first)\b[\w ’']{0,30}\W*$",
    re.IGNORECASE,
)
_JUDGES = frozenset({"@praise", "@qi"})


def is_glad_receipt(mail: Mail, case: Case) -> bool:
    """Whether all that it says is thanks for getting something, or that it has come, and how glad its writer is."""
    said, names = typed_by(mail, case), names_in(case)
    if mail.sends or "?" in said or len(said.split(None, MOST)) >= MOST:
        return False
    parts = [one for one in clauses(_without_names(said, names)) if re.search(r"\w", one)]
    came = [one for one in parts if any(row.match(one) for row in (_COMES, _WELL_DONE, _AHEAD))]
    comes = came + [one for one in parts if _thanks_for_it(one, names)]
    if not came and any(_OF_IT.match(one) for one in parts):
        return False
    return bool(comes) and all(one in comes or _GLAD.match(one) or _says_nothing(one, names) for one in parts)


def _says_nothing(clause: str, names: frozenset[str]) -> bool:
    return is_light(clause, names) and not families_in(clause) & _JUDGES


def _without_names(said: str, names: frozenset[str]) -> str:
    """The text without the names that it may say, so that “brilliant Jo” is but glad."""
    return re.sub(r"[^\W\d_]+", lambda m: "" if m[0].casefold() in names and m[0][:1].isupper() else m[0], said)


def _thanks_for_it(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause thanks, and for nothing that it judges."""
    clause = _GLAD_BEFORE.sub("", clause)
    rest = without_thanks(clause, names)
    if rest is None or not is_light(rest, names):
        return False
    return not families_in(clause) & _JUDGES
