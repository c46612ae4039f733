"""A short remark on the mentor beside a word of thanks: “ok thanks. she could be a bit kinder”.

| in answer to what the mentor did, a short sentence | its writer is |
|---|---|
| says what the mentor is, was, could be or does, and nothing kind: “she's awfully picky”, “not her best” | asked |
| asks whether they are well: “is she alright?” | asked |
| says that it is somebody else's: “half of this is about Craig's project” | asked |
| is kind, or says what the mentor sent, proposed, asked for or can do by a day | not |
| is said to the mentor by name, or of somebody else who is named | not |

What is kind is a closed list: any other word may be a remark, and the mentor would read it.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Letter
from qibot.understanding.meaning import Meaning

MOST = 14  # words of such a sentence, its people abstracted
ANSWERS = ("relay_feedback", "relay_message")
_WHO = r"(?:MENT|THEY)"
_SAYS_OF = expression(
    rf"(?:^|\b(?:but|and|though|although|because|think|guess|suppose|feel|say|said|honest|honestly|ok|okay|thanks|it"
    rf"|mind|hmm|well|cheers|so) ){_WHO}(?: (?:just|really|always|clearly|obviously|certainly|sure|only))?"
    r" (?:'s|is|was|isn't|wasn't|can be|could be|could have|could've|could do with|might be|might have|should|must be"
    r"|seems?|seemed|sounds?|sounded|gets?|got out|comes? (?:across|over)|has (?:been|a bit)|has her|has his|likes?"
    r"|loves?|does (?:like|go|love|not|n't)|doesn't|didn't|never|hardly|won't|needs?|wasn't)\b"
    rf"|\b(?:not|hardly|far from|isn't|wasn't|never)(?: quite| really| exactly)? {_WHO}(?: 's)? (?:\w+ )?"
    r"(?:best|finest|strongest|kindest|usual|greatest|most|cheer\w*|nicest|clearest)\b"
    rf"|^{_WHO} (?:again|as ever|as always|all over)$|\b(?:typical|classic|that's) {_WHO}(?: all over)?$"
    rf"|^(?:is|was) {_WHO} (?:all ?right|alright|ok|okay|well|unwell|ill|feeling|coping|tired|drunk|cross|annoyed|angry"
    r"|upset|in a)\b",
)
_ANOTHERS = expression(
    r"\b(?:half|most|much|some|all|part|parts|bits?|lots?|a lot) of (?:this|it|that|these|them|what \w+ \w+)"
    r" (?:is|are|was|were|seems?|looks?|sounds?)(?: \w+)? (?:about|for|from|like|to do with"
    r"|meant for) (?:SOMEBODY|OTHER"
    r"|somebody|someone|another|a different)\b"
)
_KIND = expression(
    r"\b(?:kind(?!er)|kindly|kindest|helpful|helped|great|brilliant|lovely|fantastic|wonderful|super|excellent|good"
    r"|right|spot on|fair point|has a point|supportive|patient|encouraging|generous|thoughtful|clear|thorough|correct"
    r"|on leave|away|off|back|free|happy|welcome|busy|in|at|on|coming|going|meeting|sending|asking|suggesting"
    r"|proposing|asked|suggested|proposed|sent|given)\b"
)
_DENIES = expression(r"\b(?:not|never|hardly|no|barely|too|less|could|should|but|quite)\b|n't\b")
_OF_PROJECT = expression(
    r"\b(?:head|deput\w+|nurse|sister|doctor|consultant|manager|colleague|MGR|patient|pupil|teacher|mum|mother|daughter"
    r"|wife|friend|lady|woman|man|girl|boy|child|wean|bairn|SOMEBODY|OTHER)\b"
)


def remarks_on_mentor(found: Meaning, answered: Letter | None) -> bool:
    """Whether it says so in a sentence of few words; “she” is somebody else where such a one is named."""
    if answered is None or answered.name not in ANSWERS:
        return False
    said = [" ".join(told.words) for told in found.told if len(told.words) <= MOST]
    if any(_ANOTHERS.search(one) for one in said):
        return True
    of_others = _OF_PROJECT.search(" ".join(" ".join(told.words) for told in found.told)) is not None
    return not of_others and any(_is_remark(one) for one in said)


def _is_remark(one: str) -> bool:
    found: re.Match[str] | None = _SAYS_OF.search(one)
    if found is None:
        return False
    return _KIND.search(one) is None or _DENIES.search(one) is not None
