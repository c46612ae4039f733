"""What a practitioner's question takes for granted of themselves: that they leave, or what keeps them from a report.

The weights take a question for a message. But “How do I withdraw?” says that its writer would, and of “I'm stuck in
hospital, is there someone I should tell?” the mentor would read the illness. So the wish is read where nothing but the
programme can be meant, and beside a question what to do now the rest is weighed as a mail of its own.

| it asks | and says | becomes |
|---|---|---|
| how, whether, whom to tell to withdraw, pause, defer | nothing else of any project | leaving |
| what to do about the report, whom to tell, if we know | what befell its writer, or their things | circumstances |
| the same, or whether they are still on the programme | that they have left or changed jobs | leaving |
| the same of data, pupils, a chart, a meeting; of somebody else's illness | anything | what it was |
| anything | what a life alone knows: “I've been arrested”, “my house flooded” | circumstances |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.model import Role
from qibot.understanding.matter.wording import setting
from qibot.understanding.meaning import meaning, sentences
from qibot.understanding.meaning.families import families_in, plain_words
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.going import says_leaving
from qibot.understanding.phrases.in_few_words import answers_check_in, answers_reminder, typed_in
from qibot.understanding.phrases.overruled import leaves
from qibot.understanding.practitioners.said import Said

LONGEST = 45  # words: what is longer the weights know enough of
# From which the rest is for the team: where it names what can befall somebody, or nothing known; where its writer asks
# after their own place.
HEARD, PLAINLY, DOUBTED = 0.45, 0.6, 0.2
_QUESTION = expression(
    r"\?|^\W*(?:can|could|may|might|should|must|do|does|did|is|are|am|has|have|will|would|how|what|who|where|which"
    r"|why|any(?:one|body)?)\b|\b(?:tell|show|advise|let) me (?:know )?(?:how|who|what|whether|if)\b"
    r"|\b(?:wonder\w*|not sure|don't know) (?:how|who|what|whether|if)\b",
    re.IGNORECASE,
)
# Leaving that can mean nothing but the programme, even alone; and what only can where more says so.
_ENDS = (
    r"withdraw(?:ing|al)?|(?:drop|pull|opt|bow|back)(?:p?ing)? out|quit(?:ting)?|(?:com|tak)(?:e|ing) (?:me "
    r"|myself )?off"
    r"|(?:de-?register|un-?enrol)\w*|(?:re-?)?(?:join|start)(?:ing)?(?: again)?(?= (?:with |in )?(?:the |a )?"
    r"(?:next|later|another|following))|(?:mov|switch|transferr?|go|chang|swapp?)(?:e|ing)?(?= (?:in)?to (?:the |a )?"
    r"(?:next|later|another|following) (?:year(?:['’]s)? )?(?:cohort|intake|round|group|programme))"
    r"|(?:giv|cancel|paus|suspend|defer|hold|keep|postpon)\w*(?: up)?(?= my (?:place|spot|enrolment))"
)
_MAY_END = (
    r"leav(?:e|ing)|stop(?:ping)?|paus(?:e|ing)|defer(?:ring)?|step(?:ping)? (?:back|down|away|aside|off)"
    r"|(?:tak|hav)(?:e|ing) (?:a |some )?(?:break|time out|year out|year off)|giv(?:e|ing) (?:this |it )?up"
    r"|get(?:ting)? out|resign(?:ing)?|finish(?:ing)? early|put(?:ting)? (?:it|this|things|everything) on hold"
)
_LED = r"(?:\b(?:i|to|about|for|of|from|just|still|not|on|please)|\bmy|[’']d|\bwithout)"
_WISH = expression(
    rf"{_LED} (?:(?P<ends>{_ENDS})|(?P<may>{_MAY_END}))(?=\W|$)(?P<behind>[^.,;:?!\n()]*)", re.IGNORECASE
)
_BEHIND = """
    a about all altogether and another anyway as at back be because being by can cohort cohort's completely course
    do early entirely following for formally from fully good have i i'd i'm if in instead intake it join later
    maternity me month months my need now of off official officially on or out part pause permanently place please
    point practitioner process program programme programmes project qi restart return round scheme so something
    stage start still temporarily the then there things this till time to training until want wanted well when while
    with without work year year's years yet january february march april may june july august september october
    november december christmas summer spring autumn new next penalty cost losing is possible allowed still few
    couple bit like properly cleanly nicely decently
"""
_BEHINDS = frozenset(_BEHIND.split())
_CUT = expression(r"\b(?:because|since|as|so|but|now that|given)\b.*", re.IGNORECASE | re.DOTALL)
_OF_PROGRAMME = expression(
    r"\b(?:programmes?|program|course|scheme|training|cohort|intake|altogether|next year|my place"
    r"|qi practitioners?)\b",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"\b(?:they|them|their|he|she|him|her|his|people|person|participants?|parents?|famil(?:y|ies)|members?|teams?"
    r"|wards?|schools?|class(?:es)?|sites?|practices?|clinics?|departments?|services?|units?|nurses?|teachers?"
    r"|sessions?|meetings?|someone|somebody)\b(?! i\b)",
    re.IGNORECASE,
)
_NOTHING_ELSE = {"@qi", "@third", "@paper", "@meet", "@link"}
_CALLED = expression(r"^\W*(?:hi|hello|hey|dear|morning|hiya)\b[^,.!?\n]{0,20}[,.!\n]+", re.IGNORECASE)
_TALKS_TO = r"(?:tell|contact|speak|talk|inform|ask|write|e-?mail|ring|phone|call|let|notify|go|report|be in touch)"
# A question that anybody asks whom something has befallen.
_WHAT_NOW = expression(
    r"\bwhat (?:do|should|can|must|shall|am|are|would|will|could) (?:i|we) (?:now |best |need to |have to |meant to"
    r"|supposed to |expected to )*do\b|\bwhat (?:now|next|then|happens|do you (?:need|suggest|want)|are my options"
    r"|should happen|will happen|is the (?:procedure|process)|['’]s the (?:procedure|process))\b"
    rf"|\bwho(?:m|['’]s| is)?\b.{{0,30}}\b(?:{_TALKS_TO}|know|told|told\?|deals?|best)\b"
    rf"|\b(?:is|are|was) there (?:some|any)(?:one|body|thing|where)\b(?: else)? (?:i|we|that|who|to|you)\b"
    rf"|\b(?:should|must|am|ought) i (?:still |also |have to |need to |supposed to |meant to |expected to |to )*"
    rf"(?:{_TALKS_TO}|be doing|do (?:some|any)thing|send|submit|write|hand|doing|worry)\b"
    r"|\bdo i (?:still )?(?:need|have|owe|tell|contact|let|inform|notify)\b|\bam i (?:still )?(?:meant|supposed"
    r"|expected)\b"
    r"|\bany(?:one|body) (?:know|able|who|there|else|got)|\bany (?:advice|ideas?|suggestions?|chance of help|tips)\b"
    r"|\b(?:could|can) (?:any|some)(?:one|body)\b|\bhow (?:am i|are we) (?:meant|supposed|expected)\b"
    r"|\bhow (?:can|could|do) i (?:send|do|write|submit|finish|get|let)\b"
    r"|\b(?:nobody|no[ -]?one|(?:did|has|have|had)(?:n['’]t)? (?:any|some)(?:one|body)|(?:did"
    r"|has)(?:n['’]t)? (?:my (?:manager"
    r"|boss|head)|meg))\b.{0,20}?\b(?:(?:tell|told|let|inform\w*) (?:you|them|the team|(?:my|our) mentor)\b"
    r"|(?:say|said|mention\w*|passed (?:it|this) on)\b"
    r"(?! (?:about )?(?:a|the|how|what|this|that)\b))"
    r"|\b(?:are|were) you (?:not )?(?:aware|told)\b|\b(?:did|do)(?:n['’]t)? you (?:not )?know\b"
    r"|\bwhy (?:am|are|do|did|have|is)\b.{0,30}\b(?:getting|chas\w+|remind\w*|sent|receiv\w+|e-?mail\w*|ask\w*)\b"
    r"|\b(?:can|could|may) i (?:\w+ )?(?:send|submit|hand|get|do|give|let you have) (?:it|this|that|the report"
    r"|my report"
    r"|mine|report \d)\b",
    re.IGNORECASE,
)
# … or who may be no practitioner any more.
_OWN_PLACE = expression(
    r"\bam i (?:still |even |actually |meant to be |supposed to be )*(?:on|in|part of|enrolled|registered|signed up"
    r"|expected|meant|supposed|doing)\b|\bdo i still (?:have|need)\b|\bshould i (?:still|even)\b"
    r"|\bwhy (?:am|are|do|have)\b.{0,30}\b(?:getting|chas\w+|remind\w*|sent|receiv\w+|e-?mail\w*|on (?:this"
    r"|the list))\b",
    re.IGNORECASE,
)
_HAS_LEFT = expression(
    r"\bi(?:['’]ve| have)?(?: (?:now|already|just|actually|since))? (?:left(?=\W*$| (?:the (?:council|nhs|job|school"
    r"|board|trust|service|organisation|programme|course)|my (?:job|post|role)|work|in|last|on|at|months?"
    r"|weeks?|ages)\b)|moved on\b"
    r"|(?:changed|switched|moved) (?:jobs?|posts?|roles?|employers?|councils?|boards?)\b|retired\b|resigned\b"
    r"|moved to (?:a |an)(?:\w+ )?(?:job|post|role|council|board)\b|(?:started|got|have) (?:a |in a "
    r"|my )?new (?:job|post|role)\b)",
    re.IGNORECASE,
)
# What nobody says of a project: it is heard beside any question, and where the mentor is called by name.
_OF_LIFE = expression(
    r"\b(?:i|we)(?:['’](?:ve|m|re)| have| am| are| was| were| got| had)?"
    r"(?: just| now| also| since| nearly| almost| badly)*"
    r"(?: (?:been|being|got|getting))?(?: just| nearly| badly)? (?:arrested|cautioned by the police|remanded|jailed"
    r"|imprisoned|sued|evicted|made homeless|burgled|robbed(?! of)|mugged|assaulted|stabbed|raped|blackmailed"
    r"|hospitali[sz]ed"
    r"|sectioned|sacked|fired(?! up)|made redundant|deported|run over|knocked down|beaten up|diagnosed with"
    r"|charged (?:by the police|with (?:an? offence|assault|theft|fraud|drink\w*|dangerous|careless|speeding"
    r"|possession|breach)))\b"
    r"|\bi(?:['’](?:m|ll be|ve been)| am| will be| was| have been) in (?:custody|prison|jail|a cell|rehab)\b(?! with\b)"
    r"|\bi(?:['’]m|['’]ll be| am| will be) (?:having|getting|in for|booked in for|due) (?:some |my |major |minor )?"
    r"surgery\b(?=\W*(?:$|[.,;!?\n])| (?:that|on|this|next|then|today|tomorrow|and|so|at|in)\b)"
    r"|\bmy (?:own )?(?:house|flat|home|bedroom|kitchen|roof|car|van|bike) "
    r"(?:is |was |has |has been |got |has just |just )*"
    r"(?:flooded|under water|burn(?:ed|t)(?: down)?|burgled|broken into|on fire|collapsed|stolen|written off)\b"
    r"|\bmy (?:own )?(?:roof|ceiling|kitchen|bedroom) (?:has |just )*"
    r"(?:came|come|caved|fell|fallen|blew|blown) (?:off|down|in)\b"
    r"|\bmy (?:visa|leave to remain)\b[^.?!]{0,30}\b(?:run out|expire[sd]?|refused|revoked|cancelled)\b",
    re.IGNORECASE,
)
# At work or as a juror, a witness or the accused: nobody can tell.
_IN_COURT = expression(
    r"\bi(?:['’](?:m|ll be|ve to be)| am| will be| have to be| need to be) (?:up )?in court\b(?! (?:with|for) )",
    re.IGNORECASE,
)
_REPORT_LATER = expression(
    r"\b(?:can|could|may|might|(?:is|would) it (?:be )?(?:ok|okay|all right|alright|fine) if) (?:the|my|our|this)"
    r" (?:next )?report (?:comes?|came|is|was|be|waits?|waited|follows?|followed|goes? in|went in)\b"
    r"[^.?!]{0,40}\b(?:\w+day|weeks?|months?|the \d{1,2}(?:st|nd|rd|th)?|later|instead|late)\b",
    re.IGNORECASE,
)
_PARTS = expression(
    r"[.!?;\n()]+|,|\s[-–—]\s|[–—]|\b(?:so|but|and)\b(?= (?:can|could|what|who|how|should|do|is|am|may|any)\b)"
    r"|(?:\b(?:if|when|because|since|as|given|now)|(?<=\btold you)|(?<=\btell you)|(?<=\bsaid)|(?<=\bsay)"
    r"|(?<=\baware)"
    r"|(?<=\bknow))(?: that)?(?= (?:i\b|i['’]|my\b|our\b))",
    re.IGNORECASE,
)
# Who or what it befell: the writer, theirs or their things; nobody is named in “still off sick”, “laptop stolen”.
_OWN = expression(
    r"\b(?:i|i['’]m|i['’]ve|i['’]d|my|me|mine|myself|our|we|we['’]ve|we['’]re)\b"
    r"|^\W*(?:(?:sorry|am|have|was|been|just|still|currently|now|back|off|on|in|signed|stuck|had|got|lost|laid|ill"
    r"|unwell|sick|bereave\w*|hospital\w*|not|away|maternity)\b|(?:the )?(?:(?:work|home|shared|school"
    r"|office) )*(?:laptop|computer|pc"
    r"|drive|network|server|system|it|internet|wi-?fi|broadband|usb|memory stick|machine)\b)",
    re.IGNORECASE,
)
_THINGS = expression(
    r"\b(?:laptop|computer|pc|(?:shared |hard )?drive|network|server|internet|wi-?fi|broadband|usb|memory stick"
    r"|machine|files?)\b"
    r".{0,30}\b(?:stolen|nicked|pinched|died|dead|broken?|bust|crashed|down|gone|lost|hacked|wiped|corrupt\w*"
    r"|packed in"
    r"|given up|kaput|fried|frozen|locked|flooded|ruined)\b",
    re.IGNORECASE,
)
_FIRST = expression(r"\b(?:i|i['’](?:m|ve|d|ll))\b", re.IGNORECASE)
_ABOUT_WORK, _GRAVE = {"@qi", "@third"}, {"@ill", "@death", "@calamity", "@kin"}


def presupposed(said: Said) -> str | None:
    """“leaving” or “exceptional”, where a short mail asks what only they would whom it befell, or says so plainly;
    else None."""
    text = _CALLED.sub(" ", typed_in(said.mail))
    if not 0 < len(text.split()) <= LONGEST:
        return None
    if says_leaving(text, of_mentor=said.answers_their_words) or any(_wishes(one, said) for one in sentences(text)):
        return "leaving"
    if _OF_LIFE.search(text):
        return "exceptional"
    parts = [one.strip() for one in _PARTS.split(text) if one and one.strip()]
    asked = [one for one in parts if _WHAT_NOW.search(one) or _OWN_PLACE.search(one)]
    told = [one for one in parts if one not in asked and not is_courtesy(one, said.names)]
    if not told or not asked or any(families_in(one) & _NOTHING_ELSE for one in asked):
        return None
    if any(_HAS_LEFT.search(one) for one in told):
        return "leaving"
    return _befell(told, said, place=any(_OWN_PLACE.search(one) for one in asked))


def may_befall(said: Said) -> bool:
    """Whether it may say what keeps its writer in their own life, or asks that their report come another day."""
    text = typed_in(said.mail)
    return _IN_COURT.search(text) is not None or _REPORT_LATER.search(text) is not None


def _wishes(sentence: str, said: Said) -> bool:
    """Whether it asks for its writer's own leaving, and nothing stands behind that but the programme and when."""
    if _QUESTION.search(sentence) is None or _OTHERS.search(sentence) or families_in(sentence) & _ABOUT_WORK:
        return False
    at_large = answers_reminder(said.answered) or answers_check_in(said.answered)
    return any(
        (one["ends"] or at_large or _OF_PROGRAMME.search(one["behind"])) and _is_of_programme(one["behind"])
        for one in _WISH.finditer(sentence)
    )


def _is_of_programme(behind: str) -> bool:
    return all(w in _BEHINDS or any(c.isdigit() for c in w) for w in plain_words(_CUT.sub(" ", behind)))


def _befell(told: list[str], said: Said, *, place: bool) -> str | None:
    """What the words beside the question are as a mail of their own, where they are the writer's own."""
    own, rest = [one for one in told if _OWN.search(one)], ". ".join(told) + "."
    if own and _THINGS.search(rest):
        return "exceptional"
    if not own or families_in(rest) & _ABOUT_WORK:
        return None
    given = setting(said.arrival, said.context, said.case, Role.PRACTITIONER, said.answered)
    found = meaning(Role.PRACTITIONER, rest, replace(given, documents=False, files=(), subject=""))
    if found.of("leaving") >= (DOUBTED if place else HEARD) and found.of("leaving") > found.of("circumstances"):
        return "leaving" if any(_FIRST.search(one) and leaves(one) for one in own) else None
    answers = said.answered is None or answers_reminder(said.answered) or answers_check_in(said.answered)
    heard = HEARD if any(families_in(one) & _GRAVE for one in own) else PLAINLY if answers else 1.0
    return "exceptional" if found.likely.get("circumstances exceptional", 0.0) >= heard else None
