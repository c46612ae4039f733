"""What a manager says to the practitioner in a thread that the mentor reads, and that isn't the mentor's to read.

| words to the practitioner | are |
|---|---|
| thanks, praise, a question or an offer of the work, of a time, of a meeting | for both |
| posts, pay, proceedings; police, home, kin; “the other thing”; of mentors | perhaps not the mentor's |
| “you” beside no word of the work, no “it” and no request, where nobody else is called | the same |

So “have you found somewhere to stay?” is hers. What calls nobody is looked through for proceedings alone: “not bad for
somebody on a final warning”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.spoken import Spoken
from qibot.understanding.managers.for_mentor import WORK
from qibot.understanding.meaning.people import is_given_name
from qibot.understanding.persons.intimate import is_personal
from qibot.understanding.persons.turned_to import turns
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.phrases.praised import is_praise

_PRAC = frozenset({"PRAC"})
_WORK = Spoken(WORK)
_OF_POST = (
    r"(?:\bfinal warning\b|\b(?:written|verbal|first|last) warning\b|\bdisciplinar\w+|\bgrievances?\b"
    r"|\bprobation\w*(?! (?:officers?|services?|staff|team)\b)"
    r"|\bcapability (?:meeting|review|procedure|hearing|process)\b|\bredundan\w+|\btribunal\b|\bgross misconduct\b"
    r"|\bsuspen(?:ded|sion)\b|\bat[- ]risk (?:list|letter|pool|register)\b|\bsacked\b|\bthe sack\b)"
)
_PARTNERS = (
    r"(?:police|polis|bailiffs?|social work(?:ers?)?|sheriff officers?|debt collectors?|the procurator fiscal"
    r"|court|solicitors?"
    r"|lawyers?)\b"
)
# Posts, pay and proceedings; what befell; whom one knows at home; what was said another time.
_HERS = Spoken(
    rf"{_OF_POST}|\bhr (?:want|need|have|has|said|say|rang|phoned|called|wrote|are|is|will|would|about|asked"
    rf"|came|got"
    r"|can|won|didn|don|know|agreed|refused)|\b(?:answer|letter|news|word|call|meeting|reply|go|went|been|see|speak"
    r"|spoke|talk|talked) (?:from|to|with|by) hr\b"
    r"|\b(?:re-?)?grad(?:ed|ing)\b|\byour (?:contract|salary|pay|grade|band|post|job|notice|hours"
    r"|absences?|sick\w*|review(?! of)|appraisal|leave|reference|future|marriage|mum|mother|dad|father|husband"
    r"|wife|partner"
    r"|ex|man|son|daughter|boy|girl|kids|bairns?|family|sister|brother|baby|house|flat|landlord|doctor|gp|lawyer"
    r"|solicitor|counsellor|health|nerves|(?<!keep your )head(?! (?:down|round|start|count))"
    r"|state)\b(?! of (?:play|affairs))"
    r"|\b(?:a|the|your) (?:pay|wage|salary) (?:rise|cut|thing|claim|increase|award|slip|query)\b|\bpayslip\b"
    r"|\b(?:the|your) (?:panel|appeal|interview|hearing) (?:said|has|have|met|is|was|went|decided|turned|wants?)\b"
    r"(?![^.!?;]*\b(?:poster|conference|project|abstract|slides)\b)"
    r"|\bthe (?:answer|verdict|decision|outcome)(?: from \w+)? (?:is|was) (?:an? )?(?:no|yes)\b"
    r"|\b(?:the|that|this|your) other (?:matter|business|thing|affair)\b|\bthe business with\b"
    r"|\bwhat (?:it|this)(?:['’]s| has)? (?:cost|costs|took|taken|takes) (?:out of )?you\b"
    r"|\b(?:complaints?|allegations?|concerns?|talk|gossip|rumours?) (?:about|against) you\b"
    r"|\btime off\b(?! (?:the|ward|shift|rota))|\b(?<!on )(?:compassionate|sick|maternity|parental|carer'?s"
    r"|unpaid) leave\b"
    # partners of the project ask as well, but about a form
    r"|\b(?:police|polis|social work(?:ers?)?|court)\b[^.!?;]{0,40}\b(?:about|for|after|against|with) you\b"
    rf"|\b{_PARTNERS}(?![^.!?;]*\b(?:project|partnership|pilot|survey|poster|use your|try your)\b)"
    r"[^.!?;]{0,25}\b(?:rang|phoned|called|wrote|came|was|were|want\w*|ask\w*|again|been)\b"
    r"|\b(?:police|polis|bailiffs?|social work(?:ers?)?|sheriff officers?|debt collectors?|the procurator fiscal"
    r"|court|solicitors?|lawyers?)\b[^.!?;]{0,25}\b(?:about you|for you)\b"
    r"|\bis it (?:the |your )?(?:house|home|kids|drink\w*|nerves|back|divorce|boy|girl|mother|mum|dad|head|baby"
    r"|bairn"
    r"|husband|man|money|flat)\b",
)
# Of mentors, of what they wrote, and of the programme, as one speaks behind their back.
_PAST_MENTOR = Spoken(
    r"\b(?:these|those|such|some|your|most|all|other|another|a new|a different|new) mentors?\b|\bmentors (?:are"
    r"|have"
    r"|can|never|always|don|like)\b|\bsome (?:people|folk|ones?) (?:are|is|can|will|just|never|always|have|like)\b"
    r"|\b(?:ask|get|find|look) (?:you |for )?(?:for )?(?:somebody|someone|anybody|anyone) (?:else|different"
    r"|better)\b"
    r"(?! to (?:count|cover|collect|fill|take|bring|measure|test|time|log|record|print|type|run)\b)"
    r"|\b(?:word|speak|talk|complain|take it up|raise it|go back) (?:with|to) the (?:programme|organi[sz]ers"
    r"|people who run)\b"
    r"|\b(?:ignore|forget|disregard|skip|pay no heed to|not mind|never mind)\b(?![^.!?;]*\b(?:of mine|my|i sent"
    r"|from me)\b)[^.!?;]{0,15}\b(?:that|this|it|all|most"
    r"|half|MENT)\b"
    r"|\b(?:a )?(?:bit|rather|too|very|awful|awfully|so|quite|wee bit|pretty)(?: too)? (?:picky|harsh|rude|sniffy"
    r"|snooty|patronis\w+|blunt|curt|sharp|mean|strict|academic|fussy|pernickety|abrupt|unfair|over the top"
    r"|negative)\b"
    r"|^\W*(?:picky|harsh|fussy|pernickety|snooty|unfair)\b",
)
_OF_PAPER = Spoken(  # “the aim is a bit too strict for nights” speaks of nobody
    r"\b(?:aims?|measures?|charts?|targets?|goals?|tests?|definitions?|criteria|samples?|plan|scope)"
    r"(?: is|['’]s| are| was| looks?| seems?) [^.!?;,]*"
)
_OF_POSTS = Spoken(  # “not bad for somebody on a final warning”
    r"\b(?:somebody|someone|anybody|one|she|he|PRAC|a (?:man|woman|lass|lad))(?: who)?(?:['’]s| is| was)?(?: \w+)?"
    r" (?:on|under|facing|up for|with|after|had|got|given|been) (?:(?:an?|the|her|his|their|my) )?(?:\w+ )?"
    rf"(?:{_OF_POST})"
)
_YOU = Spoken(r"\byou(?:r|rs|rself)?\b|\byou['’]\w+", "you")
_THING = Spoken(
    r"\b(?:it|its|this|that|these(?! days)|those|them|one|ones|which|same)\b|\b(?:it|that)['’]s\b|\b(?:nominated"
    r"|introduce|show|lend|give|given|find|found|got|send|sent|brought|bring|wants?|from|put) you\b"
    r"|\b(?:wee|absolute) (?:star|genius|gem|legend|dancer|beauty)\b|\byours\b|\bover to you\b"
    r"|\bwhat you['’]ve got\b"
    r"|\b(?:can|could|would|will|might|may|did|do) (?:you|i|we) (?:\w+ )?(?:please )?(?:need|want|think|check"
    r"|send|put"
    r"|show|add|ask|tell|let|see|give|bring|look|share|go|use|try|read|do|group|mark|explain|help|like|mean|have)\b"
    r"|\bcatch me\b|\binvolv\w+|\b(?:stopping|holding) you\b|\bachiev\w+"
    r"|\b(?:speak|talk) to (?!hr\b|your\b|the\b|some)\w+"
    r"|\blet me know what"
    r" you need\b|\bprojector\b|\bfront desk\b"
    r"|\b(?:idea|question|answer|model|sums?|word|thanks?|point|drawing|list|log|sheet|outbox|screen|desk|phone"
    r"|plate"
    r"|inbox|e-?mails?|mail|name|diary|people|lads|lasses|men|women|boys|girls|group|class|depot|unit|site"
    r"|service)\b"
)

_OF_YOU = Spoken(  # each word of it may be of the work
    r"\b(?:talk\w*|sa(?:y|ys|id|ying)|ask\w*|know\w*|hear\w*|heard|complain\w*|gossip\w*|wonder\w*)"
    r" (?:\w+ )?about you\b|\b(?:get|see|help|got|carry) you through\b|\bwants? you (?:gone|out|off|away|moved)\b"
    r"|\b(?:won['’]?t|will not|refus\w+ to|can['’]?t|don['’]?t want to) (?:work|sit|be on|go on) (?:\w+ )?with you\b"
)
# “You” unsaid: who is asked after “it”, what it is being named behind, and who is told to go, stay or see somebody.
_TO_YOU = expression(
    r"\b(?:has|have|did|does|is|was|will) (?:it|that|they)\b[^.?!]*, (?:the|your|that) \w+(?: \w+)?\W*\?"
    r"|^\W*(?:PRAC\W+)?(?:please |just |do |now )*(?:go|stay|speak|talk|rest|sit|breathe|hang on|hold on|think"
    r"|sleep|see)\b",
    re.IGNORECASE,
)
# “Speak to Fiona”, “ask Mrs Hay”: whom one may name, but no helper (“speak to Shelter”).
_NAMED = expression(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sister) [A-Z][\w-]+|(?<=[\w,] )(?!I\b)[A-Z][\w-]+(?!['’])")
# Words of the work that everything which befalls somebody there has, too (“you smelled of drink at the huddle”).
_OF_PLACE = Spoken(
    r"\b(?:staff|team|patients?|pupils?|children|families|parents|residents|wards?|school|office|clinics?|huddles?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b|\ba (?:call|ring|bell)\b"
)
# What is said of the work at a workplace, beside the words of a report.
_AT_WORK = """
    absolute anybody anyone anything beauty brilliant bring brought catch chuffed cleaners cover dancer delighted
    depot desk doctors e-mail else email everybody everyone excellent families fancy fantastic gem genius glad
    great hand he he'll inbox introduce involve involved kitchen lads lasses legend lend log love loved lovely
    mail ment mentor nominated nurses out outbox parents pass patients plate pleased porters prac print printed
    printer projector proud pupils residents rota screen share she she'll shift shifts shown site smashing staff
    star stopping sums super teachers team tell thank thanks trustees unit ward wonderful yours
    afternoons christmas easter hours mornings sister summer
"""
_SAID = frozenset(_AT_WORK.split())


def not_for_mentor(said: Sequence[str], e: Enrolment) -> bool:
    """Whether a manager's words, with tokens for the names, say to the practitioner what may not be the mentor's."""
    hers = [piece for to, piece in turns(said) if to == _PRAC]
    alone = not calls_others(said)
    return any(_is_hers(one, alone=alone) or is_personal(one, e.mentor, e.practitioner) for one in hers)


def is_of_post(said: Sequence[str]) -> bool:
    """Whether a manager's words that call nobody speak of proceedings against somebody."""
    return not any(to for to, _ in turns(said)) and any(_OF_POSTS.is_in(one) for one in said)


def calls_others(said: Sequence[str]) -> bool:
    """Whether the words call the mentor, too, alone or beside the practitioner."""
    return any(to - _PRAC for to, _ in turns(said))


def _is_hers(piece: str, *, alone: bool) -> bool:
    """Whether a piece is; of a mail that calls her alone also where nothing shows that it isn't."""
    if _HERS.is_in(piece) or _PAST_MENTOR.is_in(_OF_PAPER.without(piece)):
        return True
    if not (alone and (_YOU.is_in(piece) or _TO_YOU.search(piece))):
        return False
    if _OF_YOU.is_in(piece):
        return True
    if is_praise(piece) or _WORK.is_in(_OF_PLACE.without(piece)):
        return False
    of_work = is_of_the_work(_NAMED.sub(_unless_helper, piece), _SAID)
    return not (of_work and (_THING.is_in(piece) or _WORK.is_in(piece)))


def _unless_helper(found: re.Match[str]) -> str:
    """Nothing in place of somebody's name, first or behind a title; what else has a capital, as it stands."""
    return " " if " " in found[0] or is_given_name(found[0]) else found[0]
