"""A manager's word to the practitioner that names the mentor, but only for the comments that were read, is for both.

“Jo, I read Ann's comments. Well done, you can have the ward for two weeks” speaks of Ann in the third person, and yet
leaves her out of nothing: each sentence praises, says what was read, or offers something. With any other word in it it
stays the practitioner's alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qibot.events import Arrival, Event, MessageReceived
from qibot.model import Case, Role
from qibot.spoken import Spoken
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning
from qibot.understanding.names.masked import masked
from qibot.understanding.persons.intimate import is_personal
from qibot.understanding.persons.judgements import leaves_somebody_out
from qibot.understanding.persons.spoken_to import DELICATE

_WHAT = (
    r"MENT['’]s (?:kind |helpful |useful |good |lovely |last |latest )*(?:comments?|feedback|words|notes?|letter"
    r"|points?"
    r"|questions?|advice|suggestions?|remarks?|reply|e-?mail)"
)
_OFFER = (
    r"(?:you (?:can|may)(?: now)? have|you['’]ll (?:have|get)|you will (?:have|get)|I (?:can|could) (?:let you have"
    r"|give"
    r" you|get you|lend you|find you|free up)|I['’]ll (?:let you have|give you|get you|lend you|find you|free up|book"
    r"|order|put aside)|I['’]ve (?:booked|ordered|got you|found you|put aside))"
)
# What is offered is a thing of the work, or a time; nobody's person, and nothing that would be a reason.
_THING = (
    r"(?: (?:it|that|them|the|an?|your|some|one|two|three|four|five|six|\d+|more|extra|every|each|half|of|for|on|in"
    r"|from"
    r"|by|to|and|with|at|next|this|other|another|new|night|day|late|early|shift|shifts|lead|rota|rotas|ward|room|rooms"
    r"|hall|laptop|laptops|printer|data|charts?|figures|numbers|lists?|log|logs|hours?|days?|weeks?|weeks['’]|months?"
    r"|mornings?|afternoons?|time|cover|staff|budget|money|board|desk|van|test|tests|testing|trial|project|clinics?"
    r"|class|classes|session|sessions|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|use|back|first|second|last|start|end|then|now)\b)+"
)
_HI = r"(?:(?:hi|hello|hey|dear|thanks|well done),? )?(?:PRAC[,!:–-]* )?"
_SEEN = (
    rf"(?:I(?:['’]ve| have)?(?: now| just)? (?:read|seen|saw|been through|looked at|liked?|enjoyed|agree with) {_WHAT}"
    rf"|(?:from|after|having read|going by|following|on) {_WHAT},? (?:I (?:can )?see(?: that)? you(?:['’]d)? (?:need"
    rf"|want"
    rf"|like|could do with|could use)(?! (?:more )?time\b){_THING})"
    rf"|(?:great|good|lovely|helpful|useful) (?:feedback|comments|advice|points?) from MENT)"
)
_SENTENCE = Spoken(
    rf"\W*{_HI}(?:{_SEEN}(?:[,;]? (?:and |so )?{_OFFER}{_THING})?|(?:well done[,!]? (?:and )?|great[,!] |good[,!] )?"
    rf"{_OFFER}{_THING})\W*"
)
_PRAISE = Spoken(  # what else is praised or thanked for may be theirs alone: “thanks for being honest about the move”
    rf"\W*{_HI}(?:(?:well|nicely) done|(?:great|good|lovely|excellent|super|brilliant)(?: (?:work|job|stuff|report"
    r"|progress|start|going))?|(?:many )?(?:thanks|thank you)(?: (?:both|all))?(?: for (?:the|this|your)"
    r" (?:report|chart|update|work))?)(?:,? PRAC)?\W*"
)
_NAMES = "MENT"


def with_mentor(event: Event, arrival: Arrival, case: Case, found: Meaning) -> Event:
    """The event of what a manager says to the practitioner; to the mentor, too, where it but names their comments."""
    if not isinstance(event, MessageReceived) or event.role is not Role.MANAGER or event.to is not Role.PRACTITIONER:
        return event
    e, mail = case.enrolment, arrival.mail
    private = found.of("private", "circumstances", "leaving") >= DELICATE or leaves_somebody_out(found)
    if (
        private
        or found.mark
        or found.cut
        or mail.sends
        or is_personal(mail.own_text[:MOST_CHARACTERS], e.mentor, e.practitioner)
    ):
        return event
    if {*e.practitioner.addresses, *e.mentor.addresses} & {*mail.to}:  # its writer has chosen who gets it
        return event
    said = [masked(told.text, (e.practitioner, "PRAC"), (e.mentor, "MENT")) for told in found.told]
    return replace(event, to=None) if names_but_comments(said) else event


def names_but_comments(said: Sequence[str]) -> bool:
    """Whether each sentence praises, says what of the mentor's was read, or offers something, and one names them."""
    named = any(_NAMES in one for one in said)
    return named and all(_SENTENCE.is_all_of(one) or _PRAISE.is_all_of(one) for one in said)
