"""What befalls somebody's own body, in words that nobody says of a project: “I start chemotherapy on Monday”.

| the words | like | not |
|---|---|---|
| a treatment that its writer begins or needs | “I start chemotherapy next week” | “I start the chemotherapy audit” |
| a test that they failed | “I tested positive again” | “I tested positive wording” |
| a birth | “I'm being induced this afternoon”, “my waters broke” | “I'm inducing the new staff” |
| a limb | “my right arm is in plaster”, “the left's in plaster” | “the plaster room” |

The weights know such words of patients, too, and amid the sentences of a project they count for little.
"""

from __future__ import annotations

from qibot.spoken import Spoken

# Where such a sentence ends, or says when: what stands there else is a patient, a ward or an audit.
_ENDS = (
    r"(?=\W*(?:$|[.,;:!?()–—])| (?:on|next|this|tomorrow|today|tonight|in|so|and|but|again|from|at|last|after"
    r"|before|until|till|every|then|soon|treatment|sessions?|myself|for (?:my|it|the (?:first|second|next))|the day)\b)"
)
_LIMB = r"(?:arm|wrist|elbow|hand|fingers?|thumb|shoulder|leg|ankle|foot|knee|collarbone)"
_BODY = Spoken(
    r"\bi(?:['’](?:m|ve|ll|d)| am| have| will| had)?(?: (?:just|now|also|only|already|to|be|been|due to"
    r"|going to|about to)){0,3} (?:start|started|starting|begin|began|begun|beginning|have|had|having|need|finish"
    r"|finished|finishing|get|getting|on)(?: (?:my|more|some|a course of|another round of"
    r"|(?:first|second|third|last|next|round)(?: of)?)){0,3}"
    rf" (?:chemo(?:therapy)?|radiotherapy|immunotherapy|dialysis|ivf|rehab){_ENDS}"
    rf"|\bi(?:['’]ve| have)?(?: (?:just|also|only|now))? tested positive{_ENDS}"
    r"|\bi(?:['’](?:m|ll be)| am| will be| was)(?: (?:being|getting|in to be|going in to be|to be|due to be"
    rf"|booked in to be))? induced{_ENDS}"
    r"|\bmy waters?(?: have| has| just)* (?:broke|broken|went|gone)\b"
    rf"|\bmy (?:(?:left|right|own|poor) )?{_LIMB}(?:['’]s| is| are| was)(?: still| now)? (?:in (?:plaster|a cast"
    r"|a sling|a splint)|broken|fractured)\b"
    r"|\bthe (?:left|right|other)(?: (?:one|hand|arm))?(?:['’]s| is) (?:still )?in (?:plaster|a cast|a sling)\b",
    "chemo", "therapy", "dialysis", "ivf", "rehab", "positive", "induced", "water", "plaster", "cast", "sling",
    "splint", "broken", "fractured",
)  # fmt: skip


def tells_of_body(sentence: str) -> bool:
    """Whether a sentence tells what befell, or awaits, its writer's own body."""
    return _BODY.is_in(sentence)
