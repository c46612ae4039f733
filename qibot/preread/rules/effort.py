"""What makes figures hard to have, by how it is said: who doesn't note them, what they cost, on whom they hang."""

from __future__ import annotations

from qibot.preread.loose import Loose
from qibot.preread.words import MONTHS, WEEKDAYS

# Of now, as a rule: that somebody did not answer is a result.
_NOT = (
    r"(?:nobody|no one|no-one|none of \w+|nothing|never|rarely|seldom|hardly(?: ever)?|scarcely|"
    r"\b(?:do|does|is|are|can|ca|wo|will|would|has|have)(?:n't| not))"
)
_SHEET = (
    r"(?:(?:[\w-]+ )?(?:sheets?|logs?|tall(?:y|ies)|diar(?:y|ies)|questionnaires?|surveys?|slips?|cards?|books?|"
    r"records?|trace|tracker|column|box(?:es)?|data|figures?|times?|it|them|this|that)\b)"
)
# “Nobody fills in the sheet”, “the laptop doesn't keep a trace”, “parents hardly ever send the survey back”.
_UNNOTED = (
    rf"{_NOT} (?:\w+ ){{0,2}}?(?:records?|notes?|logs?|logged|counts?|times?|tracks?|stores?|tall(?:y|ies)|"
    rf"(?:keeps?|kept|fills?|fill(?:ed|ing)|writes?|writing|written|puts?|hands?|sends?|returns?|completes?|ticks?|"
    rf"holds?)"
    rf"(?: (?:in|down|back|up))? (?:\w+ ){{0,2}}?{_SHEET})\b(?! (?:yet|until))"
)
_SPAN = (
    r"(?:(?:(?:an?|one|two|three|four|five|six|several|many|\d+|half (?:an?|the|my|her|his)|most of (?:an?|the|my)|"
    r"the (?:best|better) part of (?:an?|the|my)|the whole|whole|entire|all|my|her|his|our) )+(?:\w+ )?"
    rf"(?:hours?|mornings?|afternoons?|evenings?|nights?|days?|weekends?|weeks?|fortnights?|shifts?|{WEEKDAYS}))"
)
_CONSUMES = (
    r"(?:takes?|took|taken|taking|eats?|ate|eaten|costs?|costing|spends?|spent|spending|swallow\w*|us(?:es?|ed) up|"
    r"loses?|lost|needs?|g[ai]ves? up|gave up|gobbl\w*)"
)
_GATHER = (
    r"(?:collat\w+|counting|collect\w*|typ(?:ed|ing)|key(?:s|ed|ing)? in|cop(?:ied|ying)|compil\w+|gather\w*|"
    r"add(?:s|ed|ing)? (?:it |them )?up|(?:put|puts|putting|piece|pieced|piecing) (?:\w+ ){0,2}?together|"
    r"go(?:es|ing)? through|went through|transcrib\w+|extract\w*|work(?:s|ed|ing)? (?:it|them|this) out|totalling|"
    r"trawl\w*|sift\w*|enter(?:s|ed|ing)? (?:it|them|these|the figures))"
)
# “Collating them swallowed my Sunday”, “it takes the best part of an evening to add them up”.
_COSTLY = (
    rf"\b{_GATHER}\b.{{0,120}}\b{_CONSUMES} (?:\w+ ){{0,3}}?{_SPAN}|"
    rf"\b{_CONSUMES} (?:\w+ ){{0,3}}?{_SPAN}.{{0,60}}\b{_GATHER}\b"
)
_MANY = r"(?:every|each|all|\d{2,}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|scores of)"
_DRUDGERY = (
    r"(?:typ(?:ed|ing)|key(?:ed|ing)|cop(?:ied|ying)|(?:type|key|copy) (?:it|them|these|in|up|each|every|all)|"
    r"re-?enter\w*|transcrib\w+|ring(?:ing)? round|"
    r"trawl\w*|wad(?:e|es|ed|ing)|sift\w*|squar(?:e|es|ing)|reconcil\w+|cross-?check\w*|"
    r"decipher\w*)"
)
# Many of them, or always again, or alone: typed, copied, rung round for.
_DRUDGED = (
    rf"\b{_DRUDGERY}\b.{{0,80}}\b(?:{_MANY}|by (?:myself|hand)|on my own|line (?:for|by) line|one by one)\b|"
    rf"\b{_MANY}\b.{{0,60}}\b{_DRUDGERY}\b|\bgo(?:es)? through\b.{{0,30}}\b{_MANY}\b.{{0,40}}\bby hand\b"
)
# Whom it hangs on, and who alone has it.
_HANGS = (
    r"\b(?:hinges?|hangs?|rests?|depends?|relies|rely|relying|is down|comes? down) (?:up)?(?:on|to) (?:\w+ ){0,2}?"
    r"(?:who\w*|memory|goodwill|(?:\w+ ){1,6}?(?:remember|notic|tell|writ|fill|logg)ing)\b|"
    r"\b(?:the only|only the|the one) (?:\w+ ){0,2}?(?:who|that|with|to)\b.{0,20}\b(?:can|knows?|password|keys?|access|"
    r"log-?in)\b|\bfrom memory\b|\b(?:on|from) what (?:\w+ ){1,3}?(?:remembers?|recalls?)\b"
)
_OFTEN = (
    r"(?:year[- ]end|end of the (?:\w+ )?year|once (?:a|per|every) (?:year|quarter|term)|annual\w*|yearly|"
    r"every (?:six|three) months)"
)
# They come once a year, or so long after.
_LATE = (
    rf"\b(?:run|runs|come|comes|publish\w*|released?|issued?|updated?|produced?|sends?)\b.{{0,40}}\b{_OFTEN}\b|"
    r"\b(?:data|figures|numbers|results|report|list|returns?|extract|it|they|these|this|that|which)\b.{0,20}\b(?:coded|"
    r"published|released|available|arrives?|comes?|reach(?:es)?|get|gets|processed|entered|validated|sent|out) "
    r"(?:\w+ ){0,4}?(?:weeks|months|years?|a quarter|a term) (?:after|later|late|behind|on|old)\b"
)
# More hands, or money, than there are; not a second time.
_BEYOND = (
    rf"\b(?:{_GATHER}\b.{{0,80}}|(?:it|this|that|which|this one)) (?:would )?(?:means?|needs?|takes?|requires?|"
    rf"calls? for|be) (?:\w+ ){{0,2}}?(?:at each|on (?:each|"
    r"every)|for (?:each|every)|somebody|someone|a person|an observer|an extra|(?:two|three|four|five|six|\d+) "
    r"(?:people|staff|pairs))\b|"
    r"\b(?:(?:there's|there is|have|has|got|'ve|with) no|without|(?:not|n't)(?: \w+)? (?:the|any|enough)) (?:money|"
    r"budget|hands|staff|cover|hours)\b|"
    r"\b(?:won't|will not|can't|cannot|not going to|can't see (?:myself|us)|never) (?:\w+ )?(?:manage|do|doing|repeat|"
    r"keep|sustain|face) (?:that|this|it)(?: up)?\b(?! (?:until|yet))"
)
# Asked for, and again; kept back.
_REFUSED = (
    r"\b(?:asked|put in|applied|chased|written|wrote|e-?mailed|rung|rang) (?:\w+ ){0,3}?for\b.{0,60}\b(?:again|twice|"
    r"three times|four times|several times|in vain|no (?:reply|answer))\b|"
    r"\b(?:says?|said|told|tells?|claims?|insists?|reckons?)\b.{0,30}\b(?:commercial|confidential|sensitive|off limits|"
    r"not for us|out of bounds)\b|\bstill (?:waiting|awaiting)\b.{0,40}\b(?:data|figures?|numbers?|list|extract)\b"
)
# They can only be had by hand, or by the one who can.
_TAKEN_OUT = (
    r"(?:pulled|counted|collected|gathered|worked out|extracted|compiled|put together|entered|typed(?: up| in)?|copied|"
    r"collated|added up|looked up|sorted|drawn off|taken off|requested|got)"
)
_BY_HAND = (
    rf"\b(?:has|have|had|needs?|must|can only|could only|will have) (?:to )?(?:all |each |still |"
    rf"first )?be {_TAKEN_OUT}"
    r"(?: out)?(?: of [\w ]{2,30}?)? (?:manually|by hand|by the (?:one|only) \w+|by (?:just )?one (?:person|officer|"
    r"analyst|colleague))\b|"
    rf"\b{_TAKEN_OUT} (?:out )?(?:manually|by hand)\b.{{0,80}}\b(?:hours|days|weeks|months|an? (?:whole |full )?(?:day|"
    r"morning|afternoon|evening|week|month))\b"
)
# Holes in them, their end, each place's own way of counting.
_GAPS = (
    r"\b(?:sheets?|logs?|tall(?:y|ies)|diar(?:y|ies)|questionnaires?|surveys?|returns|records|"
    r"entries)\b.{0,60}\b(?:blank|"
    r"empty|illegible|unreadable|gaps)\b|"
    r"\b(?:counts?|data|figures|log|series|run) (?:\w+ )?(?:stops?|stopped|ends|ended|dried up|breaks? off|broke off|"
    r"peters? out)\b|\b(?:writes?|records?|counts?|keeps?|notes?|defines?|measures?|logs?|codes?)\b.{0,30}\b"
    r"(?:differently|in (?:its|their|his|her) own way)\b|"
    r"\b(?:had|got|received|seen) (?:nothing|no (?:figures?|data|numbers?|returns?|extracts?|"
    r"reports?)) (?:(?:at all|new|more|further|whatever|"
    r"from \w+) )?"
    r"(?:since|for (?:\w+ )?(?:weeks|months)|after)\b"
)
_KINDS = tuple(Loose(kind) for kind in (_UNNOTED, _COSTLY, _HANGS, _LATE, _BEYOND, _REFUSED, _BY_HAND, _GAPS))
# Letters are typed and people rung round in the day's work, too.
_DRUDGERIES = Loose(_DRUDGED)
_WHAT_IS_COUNTED = Loose(
    r"\b(?:data|figures?|times|counts?|tall(?:y|ies)|entr(?:y|ies)|sheets?|logs?|list|lines|register|"
    r"temperatures?|weights?|scores?|readings?|spreadsheet|charts?|columns?|diar(?:y|ies))\b"
)
# What was feared, and came otherwise.
FEARED = Loose(
    r"\b(?:warned|feared|thought|expected|worried|afraid|dreaded|assumed|imagined)\b.*\b(?:would|was going to|might)\b|"
    rf"\b(?:until|before|till) (?:{MONTHS}|last|this)\b.*\bnow\b"
)


def is_hard_won(said: str) -> bool:
    """Whether a sentence about figures says that they are hard to have, whoever or whatever makes them so."""
    drudged = _DRUDGERIES.search(said) and _WHAT_IS_COUNTED.search(said)
    return drudged or any(kind.search(said) for kind in _KINDS)
