"""What progress should have been made by which report (guidance, section 10: reports 1-2 and 3-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.amounts import bare
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import AHEAD, CHART, CORE, HUMAN, IMPROVER, LASTING, SYSTEM_TOOLS, TEAM
from qibot.preread.tests_of_change import TEST, count_of, tests_of
from qibot.preread.text import Report, Sentence
from qibot.preread.words import MONTHS, WEEKDAYS

_MANY = 3  # tests after which implementation is to be thought of
_PREDICTION = re.compile(
    r"\b(?:predict\w*|expect\w*(?! (?:me|us)\b)|hypothes\w+|anticipat\w+|(?:we|i|they|team) (?:thought|hoped|"
    r"assumed|guessed|believed|reckoned)|forecast|our theory was|prediction|guess(?:es|ed)?|hunch\w*|bet|reckon\w*|"
    r"suppos\w*|imagin\w+|"
    r"(?:we|i|they|team|was|were) (?:sure|certain|convinced|confident|doubtful|sceptical) (?:that|it)|foresaw|"
    r"would be|would take|"
    r"would (?:come|do|not|need|only)|wager\w*)\b",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:as (?:we |i )?(?:predicted|expected|hoped)|(?:did|got|had|reached|saw) \d+|saved|learn\w*|found|"
    r"show\w*|results?|happened|(?:it|this|that|they|both|all|one|two|three|"
    r"four|none|(?<!pdsa )(?<!cycle )(?<!test )\d+) (?:was|were|took|did|didn't|needs?|need|"
    r"worked|helped|came|could|couldn't|"
    r"happened|made|failed|arrived|said|told|answered|accepted)|turned out|came|got|gained|"
    r"because|as the|as it|did not|didn't|"
    r"surpris\w*|realis\w*|notic\w+|saw|missed|succeeded|failed|dropped|so we|adapt\w*|adopt\w*|"
    r"abandon\w*|\d+ of \d+|better|more than|instead|too (?:long|short|many|few|late|small)|"
    r"feedback (?:was|is)|rose|fell|improv\w*|went (?:well|up|down)|positive|in fact|only|"
    r"of (?:\w+) did|liked|preferred|discovered|"
    r"what happened|worked|helped|outcome|met|held|agreed with|nobody|no one|everyone|confirmed|answered|accepted|"
    r"adding|added)\b",
    re.IGNORECASE,
)
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half)"
_FIGURES = re.compile(
    rf"\b\d+(?:(?:,| and|, and) \d+){{2,}}|\b(?:up|down) from (?:\d+|{_COUNT})\b|"
    rf"\bout of (?:the )?\d+ \w+,? (?:\d+|{_COUNT})\b|\b{_COUNT} (?:out )?of (?:the )?\d+\b|"
    rf"(?<!\d )\b(?:{MONTHS})\b\D{{1,25}}\d.{{0,40}}(?<!\d )\b(?:{MONTHS})\b\D{{1,15}}\d|"
    rf"\b\d+ in (?:{MONTHS})\b.{{0,30}}\b\d+ in (?:{MONTHS})\b|\bof {_COUNT} \w+,? {_COUNT} (?:were|was|had|did|"
    rf"came|got)\b|"
    rf"\b(?:week|month|day) (?:\d+|{_COUNT}),? \d+ (?:were|was|had|did|came|of)\b|"
    rf"\b{_COUNT} (?:out )?of (?:the |our )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    rf"thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty)\b|"
    r"\d+(?:\.\d+)? ?%|\b\d+ (?:of|out of) (?:the )?\d+\b|\bfrom \d+.{0,40} to \d+|"
    r"\bmedian (?:\w+ ){0,4}\d|\b\d+ per ?cent\b|\b(?:was|were|is|are|at) \d+(?:\.\d+)?\b|"
    r"\bcame \d+\b|\bgained \w+ minutes\b",
    re.IGNORECASE,
)
# Where tests, ideas and learning are told of, “will” and “plan” are part of the telling: what is to come says “I will”.
_I_WILL = re.compile(
    r"\bnext (?:\w+ )?(?:steps?|months?|weeks?|tests?|pdsas?|cycles?|term|phase|stage)\b|^next\b|"
    r"\b(?:i|we)(?:'ll| will(?! have\b)| shall| plan to| intend to| propose to| now need to|(?:'m|'re| am| are) "
    r"(?:now |also )?(?:going to|planning|about to|hoping to)| now want| want to (?:try|test|ask|see if))\b|"
    r"\b(?:our|my|the) plan is\b|^(?:then|now) to\b|\b(?:i|we) (?:hope|intend|plan) to (?:do|test|try|start|run|begin|"
    r"hold|meet|carry)\b|\b(?:is|are) being planned\b",
    re.IGNORECASE,
)
_FOR_ONESELF = re.compile(
    r"\b(?:i'll|i will) (?:now |always |never |try to )?(?:remember|never|not|always|be (?:more|less|"
    r"better)|think|bear|know|"
    r"listen)\b.*",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\bas planned\b|\b(?:was|were|had|have|has|been|is) planned\b|\bplanned (?:to|for)\b.{0,40}\b(?:did|but|"
    r"and it)\b|"
    r"\bplanning an?\b|\b(?:was|were) (?:planning|hoping|going)\b|\b(?:i|we) hope (?:this|you|that (?:this|you)|"
    r"it)\b|"
    r"\bwill(?: not| never)? (?:have|be|not|never)\b|\bfollows\b|\bto do (?:it|this|so|with|that|the)\b|"
    r"\b(?:she|he|it|who|which|that|nobody|they) will\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\bthen it's on to\b|\b(?:the|my|our) next (?:thing|one|job|task) (?:is|will)\b|\b(?:i|we)(?:'m| am|"
    r"'re| are) (?:meeting|seeing|"
    r"visiting|testing|trying|ringing|asking) .{0,40}\bon (?:mon|tues|wednes|thurs|fri)day\b|\b(?:starts?|"
    r"begins?) (?:on|in|next) "
    rf"(?!\w+ (?:last|was))(?:mon|tues|wednes|thurs|fri|{MONTHS}|week|month)|\bto do:|"
    rf"\b(?:i'm|i am|we're|we are) off to\b|\b(?:{MONTHS}|spring|autumn|next (?:week|month)) (?:is|"
    rf"are) (?:for|when|about)\b|^(?:to follow|still to (?:come|"
    r"do)|to come|coming up|"
    r"up next|moving forward|going forward|ahead|after (?:that|this),? (?:we|i)\b)|\bmy (?:next )?(?:priority|task|"
    r"job|focus) (?:now )?is "
    r"to\b|\bbefore (?:i|we) (?:write|report|meet|send) (?:again|next|my next)\b|\b(?:i|we) have yet to\b|"
    r"\bremains to be done\b|\b(?:we|i)(?:'re|'m| are| am) (?:meeting|seeing|visiting|testing|"
    r"trying)\b.{0,30}\bon the \d|"
    r"\b(?:it is|it's) (?:now )?(?:high )?time (?:to|for|we|i)\b|\b(?:tests?|pdsas?|cycles?|meeting|session|"
    r"workshop|training)(?: \d+)? "
    r"(?:is|are) (?:set )?(?:on|for|in) (?:the \d|mon|tues|wednes|thurs|fri|next)",
    re.IGNORECASE,
)
_PLAN_HEAD = re.compile(r"^(?:my |our |the |work ?|forward )*plans?(?: ahead| from here)?$", re.IGNORECASE)
_THEN = re.compile(
    rf"^(?:in|for|from|on|by) (?:early |late |mid-?)?(?:{MONTHS}|{WEEKDAYS})(?: \w+)?:|(?:\b(?:is|are)|'s|"
    r"'re) (?:now )?(?:booked|pencilled in|fixed|"
    r"scheduled|due|"
    r"arranged|lined up) (?:for|in|on|next)\b",
    re.IGNORECASE,
)
# A chart that is to come is none, and how many people tried something, or how long they met, is no result.
_CHART_AHEAD = re.compile(
    r"\b(?:once|when|will|going to|plan to|want to|need to|hope to|so that|to be (?:made|drawn|set up)|can be "
    r"(?:made|drawn)|not yet|"
    r"yet to|no (?:run )?charts?|haven't|have not|hasn't|don't|without|would|learn(?:ed|t)? (?:about|how)|"
    r"start(?:ing)? a)\b",
    re.IGNORECASE,
)
_NO_RESULT = re.compile(
    r"\b(?:national|scottish|uk|board's|council's) (?:figure|average|rate|target|mean) (?:is|was) \d\S*|"
    rf"\b(?:\d+|{_COUNT}) (?:out )?of (?:the |our )?(?:\d+|{_COUNT})\b(?: \w+){{0,3}}? (?:(?:came|went|"
    rf"turned up) (?:to|for)|"
    r"attended|joined|were (?:there|present)|(?:filled in|returned|replied to|answered|"
    r"completed) (?:\w+ ){0,2}?(?:survey|"
    r"questionnaire|evaluation))\b|"
    r"\b(?:with|to|by|asked|among|for) \d+ (?:of|out of) (?:the |our )?\d+\b|\b(?:was|were|is|are|at) "
    r"\d+(?:[.:]\d+)? ?(?:(?:minutes?|"
    r"hours?|pages?) long|of us|people|members|o'clock|[ap]\.?m\b|years)|\bat \d{1,2}(?:[.:]\d\d)?(?! ?%)(?=[\s,.])",
    re.IGNORECASE,
)
# To say again what is aimed at, or what one thought would come, is no figure of the work.
_AIMED_AT = re.compile(
    r"\b(?:our|the|my|a) (?:\w+ )?(?:target|aim|goal|ambition)(?: figure)? (?:is|was|of|remains)\b(?!.*\b(?:now|"
    r"reached|so far|below|above|short|met|"
    r"achieved|currently)\b)|^(?:predictions?|(?:we|i) (?:predict|expect|guess|think|thought|predicted|expected|"
    r"guessed))\b"
    r"(?!.*\b(?:got|was|were|found|came|result\w*|actual\w*|in fact|did|had)\b)",
    re.IGNORECASE,
)
_MONTHS = rf"(?:{MONTHS}|week \d+|month \d+|day \d+|week|before|after|baseline|then|now|earlier)"
_OVER_TIME = re.compile(
    rf"\b{_MONTHS}\b\D{{0,40}}\d.*?\b{_MONTHS}\b\D{{0,40}}\d|\bfrom \d+\S* .{{0,40}}\bto \d+|"
    rf"\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b.*\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b",
    re.IGNORECASE | re.DOTALL,
)
_MADE_LASTING = re.compile(
    r"\b(?:everyone|everybody|all (?:of )?(?:the |our )?(?:\w+ )?(?:staff|teams|wards|schools|nurses|"
    r"teachers|officers|services|units|"
    r"areas|shifts|crews)) (?:(?:are|is) (?:now )?using|have (?:now )?been (?:told|asked|instructed) to|"
    r"(?:will|is to|are to) (?:now "
    r")?(?:use|be using|follow|adopt|complete)|now uses?)\b|"
    r"\b(?:starts?|begins?|applies|comes? in(?:to force)?)\b.{0,30}\bfor (?:all|every|everyone|everybody|the whole)\b|"
    r"\b(?:will be|been|is to be) (?:made )?permanent\b|\bmak\w+ (?:it|this|the [\w ]{3,20}?) (?:the |"
    r"our |a )?(?:standard|permanent|"
    r"policy|mandatory|norm|routine|compulsory)\b|"
    r"\b(?:procedure|policy|protocol|guidance|form|template|process|sop|pathway)\b.{0,40}\b(?:issued|sent|"
    r"e-?mailed|circulated) to "
    r"(?:everyone|everybody|all)\b|\bembedded (?:in|across|into) (?:all|every|the whole|our)\b|"
    r"\badopted as (?:the|our|standard)\b|"
    r"\bintroduced (?:\w+ ){1,4}?(?:on|at|in|to) (?:all|every)\b|"
    r"\b(?:all|every|everyone|everybody|the whole|the entire|whole)\b.{0,40}\b(?:went|gone|moved|switched|"
    r"transferred|changed) "
    r"(?:over )?(?:on ?to|to)\b|\b(?:moved|switched|transferred|changed) (?:the )?(?:whole|entire|all|"
    r"every)\b.{0,30}\b(?:over )?to\b|"
    r"\b(?:in use|used|in place|adopted|introduced|implemented|live|established|operating|"
    r"running) (?:\w+ )?(?:throughout|everywhere|"
    r"across (?:the|all|every|our)|\w+[- ]wide|by (?:all|every|the whole)|in (?:all|every))\b|"
    r"\bpart of (?:everyone's|everybody's|all|the job)\b|\b(?:everybody|everyone|all (?:\w+ )?(?:staff|teams|"
    r"schools|wards)) "
    r"(?:now )?(?:must|has to|have to|is required|are required|is expected|are expected) (?:to )?(?:use|do|fill|"
    r"follow|complete)\b|"
    r"\b(?:full|straight to|direct to|whole) (?:\w+ )?(?:implementation|roll-?out)\b|\b(?:is|are|made|becomes?|"
    r"became) (?:now )?"
    r"permanent(?:ly)?\b|\b(?:sent|issued|e-?mailed|circulated|distributed) (?:\w+ ){0,5}?to (?:all|"
    r"every) (?:\w+ )?(?:schools?|teams?|"
    r"wards?|staff|units?|services?|offices?|practices?)\b.{0,60}\b(?:use|using|start|begin|follow|instruct\w*|from)\b|"
    r"\b(?:went|gone|goes|going|sent|given|handed) out to (?:all|every|everyone|everybody|the whole)\b|\b(?:be|"
    r"being) (?:used|in use|in "
    r"place|mandatory|compulsory) (?:in|by|on|across|for) (?:all|every|everyone|the whole)|\b(?:starts?|begins?|"
    r"applies|in force|compulsory|mandatory|obligatory|required|must be used) (?:for|by|in|"
    r"to) (?:everybody|everyone|all|every|the whole|each)\b|\b(?:it's|it is|this is|which is|"
    r"is) (?:now )?(?:just )?(?:how|the way) "
    r"we (?:all )?(?:do|work)\b|\bis "
    r"(?:now )?(?:the )?(?:normal practice|business as usual|our (?:standard|policy|procedure))\b|\ball "
    r"(?:staff|teams|wards|nurses|"
    r"teachers|officers) (?:now (?:use|do|have to)|must|have to) (?:now )?(?:use|do|fill|complete|follow)?\b|"
    r"\b(?:old|previous) (?:form|sheet|system|process|way)\b.{0,20}\b(?:withdrawn|scrapped|binned|stopped|retired)\b|"
    r"\breplac\w+ (?:the )?(?:old|existing|current|previous) .{0,30}\b(?:everywhere|across|in all|throughout)\b|"
    r"\b(?:roll(?:ed|ing|s)? (?:\w+ ){0,3}?out|(?:goes|go|went|going|gone) live|implement(?:ed|"
    r"ing)?\b(?! plan)|made (?:it |this )?permanent|(?:became|is now|now|made|"
    r"are now) (?:\w+ ){0,3}?(?:standard|permanent|policy|mandatory)|"
    r"introduced (?:\w+ ){0,4}?(?:across|to all|everywhere|in all)|"
    r"(?:is|are|was|were|been) (?:now )?(?:used|in use|in place) (?:in|by|on|across) (?:all|every|"
    r"the whole)|spread (?:it |this )?to all|launched? (?:\w+ ){0,4}?(?:across|to all|everywhere|"
    r"in all))\b",
    re.IGNORECASE,
)
# What the writers mean to do is about to be.
_MEANT = re.compile(
    r"\b(?:i|we|the team) (?:now |all )?(?:want|plan|intend|hope|aim|mean|propose|(?:am|are) (?:going|about|ready|keen|"
    r"planning|hoping)) to (?:now )?(?:roll (?:\w+ ){0,3}?out|implement|launch|go live|(?:introduce|"
    r"spread|take) (?:\w+ ){0,3}?"
    r"(?:across|to (?:all|every|the other)|in (?:all|every)|everywhere|throughout))\b",
    re.IGNORECASE,
)
# Said of one thing: it has become so, it lies in each place, the old one is gone.
_SETTLED = re.compile(
    r"\b(?:it|this|that|which|card|form|sheet|tray|process|huddle|checklist|template)(?:'s| is| has)? (?:now |has |"
    r"just )?(?:become|became|"
    r"becoming|now|been made) (?:our |the |a )?(?:standard|normal|usual|established|routine|policy|mandatory|"
    r"compulsory|live|the norm)\b|"
    r"\b(?:put|placed|installed|fitted|bought|ordered|printed) (?:\w+ ){0,4}?(?:in|on|at|for) (?:every|all|"
    r"each)(?: of)?(?: the| our)? "
    r"(?:\w+ )?(?:wards?|teams?|schools?|class(?:es|rooms?)|units?|sites?|offices?|homes?|rooms|vans|services?|"
    r"desks|bays|staff)\b|"
    r"\bhere to stay\b|\bthat's (?:now )?how we (?:all )?(?:work|do it)\b|\b(?:it's|it is|they're|"
    r"they are) (?:now )?(?:being )?(?:in|on|printed (?:in|into)|sent to) (?:every|all|each)\b|"
    r"\bwritten (?:it |this |them )?into the (?:job|procedure|polic|induction|rota|handbook)\w*|\bgoes to (?:all|"
    r"every)\b|\bapproved (?:it |this )?as (?:a |the |our )?policy\b|"
    r"\bstraight to all\b|\bdoing (?:it|this) (?:now )?(?:with|for|in) (?:every|all)\b|\b(?:policy|procedure|sop|"
    r"protocol) (?:was|is|has been|is now) (?:signed off|approved|"
    r"in force|published)\b|"
    r"\b(?:it's|it is|is now|are now|went|gone) live\b|\ball (?:\w+ )?staff (?:were|have been|are|"
    r"are being) trained (?:in|on|to use) the new\b|"
    r"\b(?:old|previous|former) (?:\w+ )?(?:forms?|sheets?|cards?|lists?|process|system|way|board|template|"
    r"procedure|rota|folder|book|chart) (?:is|are|has|have) (?:now )?(?:gone|been (?:removed|binned|withdrawn|"
    r"scrapped))\b|"
    r"\bswitched on for (?:everyone|everybody|all)\b|\b(?:everyone|everybody|every \w+) (?:now )?uses (?:it|them|"
    r"this|the)\b",
    re.IGNORECASE,
)
# What other bodies brought in is not the change that is worked on.
_OTHERS_DID = re.compile(
    r"^(?:\w+ ){0,3}?(?:board|council|government|authority|trust|hospital|it department|company) (?:has |have |"
    r"had )?(?:rolled out|introduced|"
    r"implemented|launched|brought in|went live)\b|\b(?:e-?mail|payroll|hr|phone|it|computer|finance|"
    r"records?) system\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|\w+n't|eventually|later|once|if|when|until|after|before|unless|test\w*|slow\w*|gradual\w*|"
    r"pdsas?|small\w*|"
    r"one|trial\w*|pilot\w*|next year|phase\w*)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|\w+n't|until|unless|before|if|when|"
    r"once(?!\b.{0,30}\b(?:printed|signed|approved|available)\b)|ready|rush\w*|want\w*|expect\w*|tempt\w*|"
    r"pressure|plan(?:ning)? for implementation|think about|would|could|should|too early|"
    r"consider\w*|discuss\w*|previously|last year|years? ago|in 20\d\d|eventually|later)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:(?:went|worked|did)(?: \w+)? well again|all (?:of them )?(?:were|was) (?:successful|a success|good)|"
    r"each (?:one )?(?:gave|met|"
    r"showed) (?:what|as)|each time|every time|all (?:three|four|five|six|\d+) (?:tests|cycles|times|pdsas|"
    r"worked|went)|consistently|reliab\w+|as predicted (?:in|each|every)|(?:three|four|five|six|"
    r"several|many) times|again and again|all tests|in (?:all|every) (?:of )?(?:the )?(?:tests|"
    r"cycles|conditions)|time after time|in (?:every|each|all) (?:one|cycle|test|pdsa|case|five|four|three|six|"
    r"seven|of them)|"
    r"(?:every|each) (?:one|cycle|test|pdsa)\b.{0,40}\b(?:as (?:we|i|it|predicted|expected|planned|hoped)|worked|well|"
    r"met|held|same|confirmed|success\w*)|whatever the|(?:last|past|all) (?:\w+ )?(?:cycles|tests|"
    r"pdsas)(?: have)?(?: all)? (?:confirmed|worked|went|gave|"
    r"showed|met|did)|(?:on|in|at) (?:each|every|all) (?:occasions?|time|attempt|shift|setting|run)s?|"
    r"week ?days? (?:or|and|as well "
    r"as) (?:at )?weekends?|nights? (?:as well as|and|or) (?:on )?days?|(?:on|by) days? and (?:on|by )?nights?|"
    r"regardless of|whoever|no matter|(?:three|four|five|six|seven|"
    r"\d+) (?:successful|good|positive) (?:tests|cycles|pdsas)|same (?:result|again)|"
    r"(?:predictions?|results?) (?:have |has )?(?:held|stood|been met|were met|was met) (?:up )?(?:each|every|"
    r"in all|on all|"
    r"all|throughout)|"
    r"all (?:our|the|of the) (?:tests|cycles|pdsas)|did what we predicted|works? (?:well )?(?:in|"
    r"on|with|under) (?:all|every|different|both|many|a variety))\b",
    re.IGNORECASE,
)
_ONE_TEST = re.compile(
    r"\b(?:one|a single|only one|our first|the first|my first|1)(?: small)? (?:pdsa|test|cycle)\b|"
    r"\b(?:pdsa|test|cycle) (?:cycle )?(?:1|one)\b|\b(?:our|the|my) (?:one |only )?(?:test|pdsa|cycle|trial)"
    r"(?: of\b[\w\s]{0,30})? (?:took place|was (?:run|done|carried out|held)|happened|ran)\b|"
    r"\b(?:tested|tried|trialled)\b[^.]{0,40}\bonce\b|\b(?:did|ran|held|carried out|completed|finished) (?:our|the|"
    r"my|a) (?:pdsa|test|cycle|trial)\b",
    re.IGNORECASE,
)
_NO_SECOND = re.compile(
    r"(?:\b(?:not|no|without|never)|n't)\b.{0,40}?\b(?:second|another|third|more)\b(?: (?:pdsa|test|"
    r"cycle)s?)?",
    re.IGNORECASE,
)
_MORE_TESTS = re.compile(
    r"\b(?:tests|pdsas|cycles|twice|same test|another (?:test|pdsa|cycle)|second|third|repeated|"
    r"retest\w*|re-test\w*)\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:i|we|my|our|me|us)\b.{0,60}\b(?:learn\w*|realis\w*|notic\w+|see now|now see|thinking (?:has|is|about "
    r"(?:how|what|why)|differently)|"
    r"surpris\w*|understand|reflect\w*|used to|taught|take from|taking (?:away )?from|lesson\w*)\b|"
    r"\bdawned on (?:me|us)\b|\btaught (?:me|us)\b",
    re.IGNORECASE,
)
_OF_SUBJECT = re.compile(
    r"\b(?:learn\w*|know|knew|read\w*|understand\w*|found out|discovered|realis\w+|aware)\b.{0,40}?\b(?:about|"
    r"that|how|why|on|of|what)\b|"
    r"\b(?:reading|articles?|papers?|books?|course|guidelines?|law|literature)\b",
    re.IGNORECASE,
)


def system_tools_missing(report: Report) -> Iterable[Found]:
    """Reports 1 and 2: no tool to understand the system, neither used nor intended."""
    return () if report.says(SYSTEM_TOOLS) else MISSING


def team_missing(report: Report) -> Iterable[Found]:
    """Reports 1, 2 and the charter: nothing shows an improvement team, or that one is being gathered."""
    return () if any(report.within("team")) or report.says(TEAM, "aim", "scope", "learning") else MISSING


def next_steps_missing(report: Report) -> Iterable[Found]:
    """Nothing says what the writer will do next."""
    if any(report.within("next")) or any(_PLAN_HEAD.match(s.heading) for s in report.sentences):
        return ()
    aim = aim_of(report)
    for sentence in report.outside("aim", "rationale", "scope", "theory"):
        said = sentence.text
        if aim is not None and said == aim.text:
            continue
        if sentence.part == "learning":
            said = _FOR_ONESELF.sub(" ", said)
        if _I_WILL.search(said) or _THEN.search(said) or _COMING.search(said):
            return ()
        if sentence.part not in ("changes", "pdsa", "learning", "human", "measures") and AHEAD.search(
            _WEAK.sub(" ", said)
        ):
            return ()
    return MISSING


def pdsa_plan_missing(report: Report) -> Iterable[Found]:
    """Report 2: no test of a change is mentioned, not even as being planned."""
    tried = re.compile(r"\b(?:tried|trying|try|cycles?|trial\w*|for (?:one|two) (?:day|week|shift)s?)\b", re.IGNORECASE)
    return () if report.says(TEST) or report.says(tried) else MISSING


def human_side_missing(report: Report) -> Iterable[Found]:
    """Reports 1 to 4: nothing on what people feel, want and fear, and how they were brought along."""
    return (
        () if any(report.within("human")) or report.says(HUMAN, "aim", "measures", "rationale", "changes") else MISSING
    )


def pdsa_missing(report: Report) -> Iterable[Found]:
    """From report 3: no test of a change has been done or is under way."""
    return () if tests_of(report) else MISSING


def prediction_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and none has a prediction."""
    return MISSING if tests_of(report) and not report.says(_PREDICTION, "aim", "rationale", "next") else ()


def test_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and nothing says what they showed."""
    told = tests_of(report)
    return MISSING if told and not any(_STUDIED.search(s.text) or _STUDIED.search(s.heading) for s in told) else ()


def testing_slow(report: Report) -> Iterable[Found]:
    """From report 4: one test of change so far, by its own words or since one sentence alone tells of any."""
    told = tests_of(report)
    named = [s for s in told if TEST.search(s.text)]
    one = any(_ONE_TEST.search(s.text) for s in told) or (len(named) == 1 and len({s.paragraph for s in told}) == 1)
    more = (_NO_SECOND.sub(" ", s.text) for s in report.outside("next", "learning"))
    return MISSING if one and count_of(report) == 1 and not any(_MORE_TESTS.search(said) for said in more) else ()


def data_missing(report: Report) -> Iterable[Found]:
    """From report 3: no figures from the work, no chart, no table of data, and no picture that could be one."""
    if report.charts or report.pictures or any(_is_row_of_data(s) for s in report.sentences):
        return ()
    if any(
        CHART.search(f"{s.heading} {s.text}") and not _CHART_AHEAD.search(s.text)
        for s in report.outside("next", "learning")
    ):
        return ()
    if any(re.search(r"\d", bare(s.text)) for s in report.within("data")):
        return ()
    aim = aim_of(report)
    told = [
        s
        for s in report.outside("aim", "measures", "stage", "next", "changes", "rationale", "scope", "theory", "team")
        if aim is None or s.text != aim.text
    ]
    told = [s for s in told if not _AIMED_AT.search(s.text)]
    return () if any(_FIGURES.search(_NO_RESULT.sub(" ", s.text)) for s in told) else MISSING


def _is_row_of_data(sentence: Sentence) -> bool:
    """Whether it is a row of a table that holds figures of the work; a form, a team's names or a plan are no data."""
    row = " | " in sentence.text and bool(re.search(r"\d", bare(sentence.text)))
    return row and sentence.part not in ("aim", "stage", "team", "next", "measures", "changes", "theory", "scope")


def chart_missing(report: Report) -> Iterable[Found]:
    """From report 3: figures over time and no chart of them, nor mention of one."""
    if report.charts or report.pictures or report.says(CHART):
        return ()
    told = report.within("data", "measures", "activity", "")
    return MISSING if any(_OVER_TIME.search(s.text) for s in told) else ()


def implementation_early(report: Report) -> Iterable[Found]:
    """The change is made permanent or rolled out, and the text shows no test of it, or but one; said once."""
    if count_of(report) > 1:
        return
    for sentence in report.outside(
        "aim", "learning", "rationale", "system", "human", "scope", "measures", "stage", "team"
    ):
        said = sentence.text
        lasting = (_MADE_LASTING.search(said) or _SETTLED.search(said)) and not _NOT_SO.search(said)
        meant = _MEANT.search(sentence.text) and not _NOT_YET.search(sentence.text)
        if (lasting or meant) and not _OTHERS_DID.search(said) and len(said.split()) >= 3:
            yield Found(sentence.text, sentence.place)
            return


def implementation_plan_missing(report: Report) -> Iterable[Found]:
    """From report 4: tests went well several times, and nothing is said of making the change last."""
    went_well = any(_AGAIN.search(s.text) for s in report.outside("aim", "measures"))
    return MISSING if went_well and count_of(report) >= _MANY and not report.says(LASTING, "aim", "measures") else ()


def improvement_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: nothing on what is being learnt about improvement, or only about the subject."""
    own = list(report.within("learning"))
    if own:
        improving = any(
            IMPROVER.search(s.text) and (CORE.search(s.text) or not _OF_SUBJECT.search(s.text)) for s in own
        )
        return () if improving or any(CORE.search(s.text) for s in own) else (Found(own[0].text, own[0].place),)
    return () if report.says(_LEARNT, "aim") or any(report.within("human")) else MISSING
