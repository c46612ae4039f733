"""Measures that can't well be had (guidance, section 10: reports 1 and 2, pitfalls, “impractical”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.effort import FEARED, is_hard_won
from qibot.preread.text import Report, Sentence

_GET = (
    r"(?:data|figures?|numbers?|information|measures?|measur(?:e|ing)|collect\w*|count(?:s|ed|ing)?|"
    r"record\w*|extract\w*|gather\w*|audit\w*)"
)

_CANNOT = (
    r"(?:can't|cannot|can not|couldn't|could not|unable to|not able to|no way (?:to|of)|"
    r"don't know how to|struggl\w* to) (?:\w+ )?(?:give|get|collect\w*|measur\w*|count\w*|"
    r"record\w*|gather\w*|obtain\w*|extract\w*|find(?! (?:an?|the|any) (?:\w+ )?(?:hours?|time|minutes?|slot|dates?|"
    r"days?)\b)|access|provide|produc\w*|report|tell\w*|pull\w*|"
    r"be (?:collected|measured|counted|recorded|extracted))"
)

_HARD = (
    r"(?:impossible|not possible|isn't possible|impractical|(?:very |too |really |extremely |"
    r"quite )?(?:hard|difficult|time[- ]consuming|laborious|onerous) to (?:get|collect|measure|"
    r"count|record|gather|obtain|extract|find|access|capture|track)|"
    r"takes? (?:\w+ )?(?:two|three|four|five|six|eight|ten|twelve|\d+) (?:to|or|-) (?:\w+|\d+) (?:days|weeks|months)|"
    r"takes? (?:me |us |about |around |nearly |up to |over |more than )*(?:\w+ )?(?:hours|days|"
    r"weeks|half a day|a day|a whole day|ages)|(?:isn't|is not|aren't|are not|not) (?:recorded|"
    r"collected|available|held|captured)|by hand from|(?:very|extremely|too) (?:hard|difficult|"
    r"slow|laborious|time[- ]consuming))"
)

_IMPRACTICAL = expression(rf"\b{_CANNOT}\b|\b{_GET}\b.*\b{_HARD}\b|\b{_HARD}\b.*\b{_GET}\b", re.IGNORECASE | re.DOTALL)

# Where no data are spoken of, “it” may be a date or a time; a person whom one can't get is none.
_OUT_OF_HAND = Loose(rf"\b{_CANNOT} (?:it|this|that|them|these|those)\b(?! on the phone| to \w+)")

# Figures that come once a year, or for which each file must be opened: said of a measure, or of data.
_TOIL = Loose(
    r"\b(?:ha(?:ve|s|d) to|need(?:s|ed)? to|mean(?:s|t)|involv\w+|requir\w+) (?:me |us |our \w+ )?(?:ring\w*|"
    r"phon\w*|visit\w*|"
    r"go(?:ing)? (?:back )?through|read\w*|open\w*|check\w*|trawl\w*|look\w* (?:through|up|at)|contact\w*|"
    r"pull\w*) (?:up |"
    r"out |through )?(?:each|every|all|\d{2,}|hundreds|dozens)\b|\b(?:trawl\w*|wad\w+) through\b|"
    r"\b(?:only|just) (?:come|comes|published|available|collected|updated|released|reported|done|run|"
    r"issued)\b.{0,20}\b(?:once|"
    r"twice|every|each|an?) (?:an? )?(?:year|two years|half year|six months|annum)\b|\b(?:published|reported|"
    r"collected) (?:only )?"
    r"(?:annually|once a year)\b|\b(?:data|figures|numbers|results|they|which)\b.{0,30}\btakes? (?:\w+ "
    r"){0,3}(?:months?|weeks) (?:to|for|before|until)\b|"
    r"\b(?:arrives?|comes?|reach(?:es)? us) (?:\w+ ){0,3}(?:months|weeks) (?:late|later|after|in arrears|behind)\b|"
    r"\bno (?:\w+ )?(?:way|means|system) (?:of|to|for)\b|\b(?:nobody|no one|no-one|nothing) (?:currently |here "
    r")?(?:records?|counts?|"
    r"collects?|logs?|holds?)\b|\b(?:system|software|database|spreadsheet) (?:doesn't|does not|can't|cannot|"
    r"won't) (?:let us |"
    r"allow us to )?(?:hold|record|split|separate|tell|give|show|capture|report|store|produce|log)\b|"
    r"\b(?:manually|by hand)\b.{0,40}\b(?:files?|notes|records|forms)\b|\bevery (?:paper |single )?(?:file|"
    r"record|form) by hand\b",
)

# What it would take, and what stands in the way: said of figures.
_OUT_OF_REACH = Loose(
    r"\bonly (?:way|means|option)\b.{0,40}\b(?:is|would be|was) (?:to|by)\b|"
    r"\b(?:we|i|you|it|this|that|someone|somebody|staff|they|which)(?:'d| would) (?:\w+ )?(?:need|have(?= (?:to|an?|"
    r"the|every|each|all|\d+|hundreds|no)\b)|mean|require|"
    r"take|involve)\b(?! (?:been|liked|a look|an effect))|"
    r"\b(?:no|without a|lack(?:s|ing)? (?:of )?an?y?|isn't an?y?|is not an?y?) (?:\w+ )?(?:mechanism|way|means|"
    r"field|code|"
    r"flag|report|facility|functionality|box|place|resource|capacity)\b.{0,12}\b(?:to|of|for|that|where|in)\b|"
    r"\b(?:can|could|will|are|is) (?:only|just) (?:be )?(?:run|ran|get|got|given?|pull\w*|produce\w*|provided?|"
    r"extract\w*|obtain\w*|release\w*|share\w*|updated?|available|published|collect\w*|able to)\b|"
    r"\b(?:don't|do not|doesn't|does not|haven't|hasn't|won't|can't|cannot|no one|nobody|none of us) (?:\w+ ){0,2}?"
    r"(?:ha(?:ve|s)|got|get|spare|afford|find) (?:the |any |enough |that |access|this )+(?:\w+ )?(?:time|hours|"
    r"capacity|"
    r"staff|people|resources?|access|permission|to)\b|"
    r"\b(?:don't|do not|doesn't|does not|isn't|is not|aren't|are not|not|never|nobody|no one|no-one|nowhere) "
    r"(?:\w+ ){0,2}?(?:record(?:s|ed)?|captur(?:es?|ed)|logg?(?:s|ed)?|cod(?:es?|ed)|(?:wr(?:ites?|itten) (?:it |"
    r"this |"
    r"them )?down)|keeps? (?:a |any )?(?:record|count|note|log)|kept|routinely|electronic\w*)\b(?! (?:yet|until))|"
    r"\b(?:no|without|denied|refused|not (?:given|granted|got|allowed)) (?:\w+ )?(?:access|permission|consent) to\b|"
    r"\b(?:labou?r[- ]intensive|resource[- ]intensive|unfeasible|not feasible|isn't feasible|unworkable|unrealistic|"
    r"not realistic|isn't realistic|not practical|isn't practical|unmanageable|burdensome|a (?:huge|big|heavy|real) "
    r"(?:burden|chore|undertaking|task)|cumbersome|a nightmare|painstaking|prohibitive\w*)\b|"
    r"\b(?:months?|weeks?|a year|a quarter|years?) (?:behind|late|out of date|in arrears|old by the time)\b|"
    r"\btime lag\b|\blags? (?:by|of|behind)\b|"
    r"\b(?:(?<!the )(?<!of )(?<!these )(?<!plot )(?<!working )(?<!average )(?:hours|days)|an (?:hour|afternoon|"
    r"evening|entire "
    r"day)|half a day|"
    r"a (?:whole )?(?:day|morning|weekend)) (?:of (?:my|our|their|work|admin|staff)|each time|every (?:week|month|"
    r"time)|"
    r"to (?:collect|count|pull|extract|go|get|compile|work out|put together|gather|collate))\b|"
    r"\b(?:only|all|still|held|kept|recorded|sits?|stored) (?:\w+ )?on paper\b.{0,40}\b(?:each|every|hand|different|"
    r"across|one by one|files?)\b|\bone by one\b|\bfile by file\b|\bhave to guess\b",
)

_NO_EASY_WAY = Loose(
    r"\b(?:not|n't|never|hardly) (?:very |that |an? |so )*(?:easy|simple|straightforward|quick)(?:ly)? (?:to|for|"
    r"task|job|thing)\b|"
    r"\b(?:yet|struggl\w*|can't|cannot|unsure|not sure|don't know|do not know|no idea|hard|difficult|unclear|"
    r"working out|"
    r"wonder\w*)\b.{0,30}\b(?:find a way|a way (?:of|to)|how (?:to|we|i|on earth|best to|this|these|it)|get hold of|"
    r"see how)\b|"
    r"\b(?:relies|rely|relying|depends?|dependent|reliant) (?:up)?on (?:\w+ ){0,4}?(?:memory|remember\w*|goodwill|"
    r"another|other|"
    r"someone|somebody|filling|logging|writing)\b|\b(?:nobody|no one|none of us|i|we|staff)\b.{0,20}\b(?:has|have|"
    r"with|had|find) "
    r"(?:no|(?:the )?time to|little) ?(?:time|hours)?\b(?<!no )|\b(?:nobody|no one|never|not) (?:has|have|had|"
    r"find\w*) (?:the )?"
    r"time\b|\b(?:survey|data|figures?|audit|census|report|return|it)\b.{0,15}\b(?:is|are|runs?|comes?|happens?|"
    r"published) "
    r"(?:only )?(?:annual(?:ly)?|yearly|biennial(?:ly)?|once a year|every (?:two|three|second|other) years?)\b|"
    r"\b(?:mean(?:s|t)?|involv(?:es?|ed)|entail(?:s|ed)?|requir(?:es?|ed)) (?:\w+ )?\w+ing (?:to |through |up |"
    r"out )?(?:all|each|every|"
    r"\d{2,}|hundreds|families|patients|people|parents|the whole|recorded)\b|"
    r"\b(?:different|separate|several|three|four|five|two|many) (?:\w+ )?(?:systems|databases|spreadsheets|places|"
    r"diaries)\b|"
    r"\b(?:do not|don't|doesn't|does not|can't|won't) (?:talk|speak|link) to\b|"
    r"\b(?:access|permission|request)\b.{0,30}\b(?:refus|deni|declin|turned down|reject)\w*|"
    r"\b(?:proving|proves|proved|very|so|too|really|extremely|quite|incredibly) (?:\w+ )?(?:tricky|hard|difficult|"
    r"challenging|awkward|"
    r"problematic|fiddly|costly|expensive|intrusive)\b|\btricky to\b|\bdifficult(?:y|ies) (?:in |with |"
    r"of )?(?:getting|collecting|"
    r"accessing|obtaining|measuring|counting|extracting|recording|gathering)\b|\b(?:trouble|problems?|"
    r"bother) (?:getting|collecting|"
    r"accessing|obtaining|extracting|gathering|with getting)\b|\bstopped (?:sending|collecting|publishing|recording|"
    r"providing)\b|"
    r"\bpublished \w+ (?:months|years?) (?:after|later)\b|\bmonths (?:after|before) (?:the|we|they|"
    r"i)\b.{0,20}\b(?:event|could|can|"
    r"arriv\w+|get|see)\b|\b\d+ hours a day\b|\bit(?:'d| would) be \w+ before\b",
)

_TOO_MUCH = Loose(
    r"\b(?:from|through) (?:\w+ ){0,4}?paper (?:files?|notes|records|forms|diaries)\b|\bto all \d{2,} \w+|"
    r"\btakes? (?:up )?(?:\w+ ){0,4}?(?:most|all|half|the (?:whole|best part)) of (?:her|his|their|my|our|a|the)\b|"
    r"\bwill take (?:the|my|"
    r"our|an?) \w+ (?:\w+ )?(?:most|all|half|hours|days)\b|\b(?:can't|cannot|won't|couldn't) (?:say|promise|"
    r"tell (?:me|us)) when\b|"
    r"\b(?:not|n't) (?:allowed|permitted|entitled|supposed|able) to (?:see|use|look|have|open|share|get)\b|"
    r"\b(?:have|need) to (?:watch|sit|stand|stay|follow|listen|shadow|wait)\b|\b(?:huge|big|enormous|massive|great|"
    r"considerable|lot|"
    r"unreasonable|vast) (?:amount |deal )?(?:of )?(?:extra |more |additional )?(?:work|effort|time|burden)\b|"
    r"\b(?:not|n't) (?:found|find|"
    r"identified) (?:anybody|anyone|somebody|someone|any|a (?:source|system|person))\b|\bnot sure (?:how|whether|"
    r"if)\b.{0,25}\b(?:practical|"
    r"feasible|possible|realistic|collect\w*|measur\w*|doable|get)\b|\b(?:isn't|is not|aren't|are no|"
    r"is no) (?:any )?(?:data|figures|"
    r"baseline|information)\b(?! (?:yet|until))|\bno one to (?:collect|count|record|do)\b",
)

# The opening of many, one after the other; what a system won't say; days of somebody's work; the whole staff asked.
_ONE_AFTER_OTHER = Loose(
    r"(?:\bwould|\bwill|'d|\bto) (?:\w+ )?(?:be )?(?:read|open|watch|check|go(?:ing)?|trawl|look|search|"
    r"listen|sift|comb|"
    r"click|wad|leaf)(?:ing|e|s)? (?:back )?(?:up |at |to |in |into |through )?(?:each|every|all|\d{2,}|"
    r"hundreds|dozens)\b|"
    r"\bone at a time\b|\bone by one\b|"
    r"\b(?:it|this|that|which|they|system|software|database|spreadsheet|report|register|dashboard)(?: just| simply)? "
    r"(?:can't|cannot|doesn't|does not|won't|couldn't|don't) (?:show|tell|give|split|separate|distinguish|count|"
    r"record|"
    r"store|hold|capture|log|time|say|produce|hold|pull)\b|"
    r"\b(?:isn't|is not|aren't|are not|not) (?:something|anything|a figure|a number|figures|"
    r"data)\b.{0,20}\b(?:give|gives|"
    r"records?|holds?|counts?|collects?|keeps?|shows?|produces?|has|have|get|tells?)\b|"
    r"\b(?:months?|weeks?|years?) (?:in arrears|later|behind|late)\b|\bin arrears\b|"
    r"\bneeds? (?:us |me )?(?:all|every one|\d{2,})(?: of)?(?: the| our)?(?: \d+)? \w+(?: \w+){0,4} to\b|"
    r"\b(?:cost|costs|costing|take|takes|taking|took|eats?|eating|using|"
    r"uses)(?: up)?(?: \w+){0,4}? (?:(?:two|three|four|five|"
    r"several|\d+|a|an) )?(?:full|whole|entire|working|solid) (?:days?|mornings?|afternoons?|weeks?|shifts?)\b|"
    r"\b(?:isn't|is not|aren't|are not) (?:held|kept|stored|recorded|collected|captured) (?:anywhere|"
    r"by anybody|by anyone)\b|"
    r"\btakes? (?:\w+ ){0,3}?(?:a day|half a day|days|hours|an afternoon|a morning|a week)(?: and a half)? to "
    r"(?:get|pull|collect|count|extract|compile|collate|gather|find|work out|put)\b|"
    r"\bnothing (?:that|which|here that|in place that|in place to|to) (?:times?|counts?|records?|"
    r"measures?|logs?|captures?|"
    r"tells?|tracks?)\b|"
    r"\b(?:can't|cannot|don't|can not|couldn't) (?:yet )?see (?:where|how|any way|a way)\b",
)
# What others withhold, what nobody can say, what was not made for it, what is too much to go on with.
_WITHHELD = Loose(
    r"\btakes? (?:\w+ ){0,2}?(?:[3-9]\d|\d{3}|thirty|forty|fifty|sixty|ninety)(?:-five)? minutes (?:per|"
    r"each|for (?:each|every))\b|"
    r"\bneeds? (?:\w+ )?(?:\d+|two|three|four|six|nine|twelve) (?:months|weeks) to (?:build|write|produce|"
    r"get|set|make)\b|"
    r"\b(?:don't|do not|doubt) (?:think |believe )?(?:that )?(?:we|i|it)(?:'ll| will| can|"
    r"'s)? (?:ever )?(?:be able to|get|manage|"
    r"be possible)\b|\b(?:nobody|no one|no-one) (?:seems to |can )?(?:knows?|say|tell (?:me|us)) (?:where|how|who)\b|"
    r"\b(?:won't|will not|refuses? to|declines? to|reluctant to|unwilling to) (?:share|release|let (?:us|"
    r"me)|give (?:us|me)|"
    r"provide|hand over)\b|\bby hand for (?:an? |two |three )?(?:\w+ )?(?:days?|weeks?|hours?)\b|\b(?:all|"
    r"each|every\w*) (?:\w+ )?by "
    r"hand\b|\bbig (?:job|piece of work|ask)\b|\bstruggle to (?:collect|get|count|measure|find|gather)\b|"
    r"\bunsustainable\b|"
    r"\bpatchy\b|\bpulling teeth\b|"
    r"\b(?:each|every|all)(?: one)?\b.{0,30}?\b(?:has|have|had|needs?|would have) to be (?:read|looked|"
    r"opened|checked|counted|pulled|"
    r"searched|rung|phoned|visited|scanned|scored|retrieved|requested)\b|\bmust (?:read|open|check|go|"
    r"look|ring|phone|ask) "
    r"(?:back )?(?:through |at |up )?(?:each|every|all)\b|"
    r"\b(?:n't|not) (?:yet )?(?:worked|figured|found) out how\b|(?:n't|not) (?:yet )?(?:worked|figured|"
    r"found) out how\b|"
    r"(?:n't|\bnot) (?:designed|built|made|set up|meant) (?:to|for)\b|"
    r"\btook (?:me|us|her|him|\w+) (?:\w+ ){0,3}?(?:days|weeks|months) to (?:put|get|pull|collect|compile|"
    r"count|gather|extract)\b|"
    r"\b(?:can't|cannot|couldn't|can not) (?:do|keep|sustain|manage|repeat) (?:that|this|"
    r"it)(?: up)? (?:every|each|all|for)\b|"
    r"\bonly (?:get|see|receive|have) (?:\w+ ){0,4}?(?:at the end of|once an?|every (?:six|three|twelve|"
    r"other)|when it is)\b|"
    r"\btakes? up (?:so|too) much\b|\bno electronic (?:record|system|form)s?\b|\bof all (?:[\d,]{3,}|"
    r"the [\d,]{3,})\b|"
    r"\b(?:two|three|four|five|several) people (?:counting|reading|watching|collecting|scoring)\b",
)
_NO_LONGER = Loose(
    r"\b(?:dropped|abandoned|instead|at first|(?:was|were) going to|used to|at the push of a button|"
    r"(?:an?|one|two|three|four|five|ten|a few|[1-9]|10) minutes?|"
    r"swapped|replaced|therefore|not (?:hard|difficult)|isn't (?:hard|difficult)|"
    r"(?<!not )(?<!n't )(?<!no )(?:is|are|very) easy|"
    r"easily|readily|quick(?:ly)?|so (?:we|i) (?:now |will |have |'ll )*(?:use|count|chose|chosen|take|sample|look|"
    r"picked))\b",
)

# What was given up, what is waited for, what others alone may see.
_GIVEN_UP = Loose(
    r"\b(?:give|gives|given|gave|giving) up (?:on )?(?:the |this |that |trying to )?(?:collect|count|measur|get|"
    r"record|audit|track)\w*\b|"
    r"\b(?:far |much )?too (?:time[- ]consuming|laborious|onerous|fiddly|costly|expensive|slow)\b|"
    r"\bwith an? [\w-]+[- ](?:week|month|year|quarter) (?:delay|lag|wait)\b|\b(?:they|it|she|he|who|which|"
    r"request) takes? (?:\w+ )?"
    r"(?:two|three|four|five|six|eight|nine|ten|twelve|\d+|several|many) (?:weeks|months)\b|"
    r"\bonly (?:\w+ ){0,2}?at the (?:annual|yearly) \w+|\bno (?:system|database|register|one|"
    r"form) (?:here )?(?:holds|records|keeps|counts)\b|"
    r"\bheard nothing\b|\b(?:each|all|every one) of (?:the |our |some |about )?(?:[2-9]\d|\d{3,})\b|"
    r"\bthere are (?:hundreds|thousands)\b|"
    r"\b(?:locked|archived|stored) (?:\w+ )?in\b|\bsat up\b|\b(?:i|we) doubt (?:that )?(?:they|we|people|families|"
    r"staff|parents) (?:will|would|can|could)\b|"
    r"\b(?:won't|will not|can't|cannot) be able to (?:do|repeat|keep) (?:it |this |that )?(?:up|monthly|weekly|"
    r"daily|every|each)\b|"
    r"\b(?:two|three|four|several) people (?:would|will) (?:have to|need to)\b|\bearliest (?:is|would be|they can)\b|"
    r"\b(?:nobody|no one|none of us) (?:here |in the team |but \w+ |outside \w+ )?(?:has|have|had) access\b|"
    r"\b(?:charges?|fee|quot(?:e|ed)|costs?) (?:us |me )?(?:\w+ ){0,2}?£[\d,]{3,}|\bmonths? (?:ago|"
    r"old) by the time\b",
)
_TOILS = (_TOIL, _OUT_OF_REACH, _NO_EASY_WAY, _TOO_MUCH, _ONE_AFTER_OTHER, _WITHHELD, _GIVEN_UP)

_DATA = Loose(r"\b(?:data|figures?|numbers?|information|measures?|baseline)\b")
_OF_DATA = Loose(rf"\b{_GET}\b")


_ON_RECORDS = Loose(
    r"\b(?:data|figures|counts?|counting|measur(?:es?|ing|ements?)|tall(?:y|ies)|logs?|surveys?|questionnaires?|"
    r"diar(?:y|ies)|baseline|audits?|spreadsheets?|records?|recording|recorders?|extract|the (?:times|weights|"
    r"readings|scores|numbers))\b"
)
_IS_A_MEASURE = Loose(
    r"^(?:[\w ]{1,12}: )?(?:%|number|percentage|proportion|share|rate|count|median|average|mean)[^.;:()]*$",
)


_QUOTED = expression(r"[\"“][^\"”]{0,160}[\"”]")


def _without_quotes(said: str) -> str:
    """Without what somebody is quoted as saying of something else than figures."""
    return _QUOTED.sub(lambda quoted: quoted[0] if _DATA.search(quoted[0]) else " ", said)


def measure_impractical(report: Report) -> Iterable[Found]:
    """The text itself says that data for a measure can't well be had."""
    before: Sentence | None = None
    for sentence in report.outside("aim", "stage", "team", "changes", "theory"):
        spoken = [sentence] if before is None or before.paragraph != sentence.paragraph else [before, sentence]
        before = sentence
        said = sentence.text
        headed = sentence.part in ("measures", "data")
        of_data = headed or any(_OF_DATA.search(s.text) for s in spoken)
        if not of_data and sentence.part not in ("activity", ""):
            continue
        aside = sentence.part in ("learning", "human", "next", "system")  # where much is hard, and little to measure
        if aside and not _DATA.search(said):
            continue
        if sentence.item and _IS_A_MEASURE.match(said):  # “% of appointments not kept”
            continue
        told = spoken if sentence.part in ("activity", "") else [sentence]
        on_records = headed or (sentence.part != "rationale" and any(_ON_RECORDS.search(s.text) for s in told))
        hard = (
            (not aside and (of_data or _OUT_OF_HAND.search(said)) and _IMPRACTICAL.search(_without_quotes(said)))
            or (of_data and any(x.search(said) for x in _TOILS))
            or (on_records and is_hard_won(said))
        )
        if hard and not _NO_LONGER.search(said) and not FEARED.search(said):
            yield Found(said, sentence.place)
