"""From test to implementation (guidance, section 10: reports 3 and 4, pitfalls and progress, Changes)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.amounts import DAY
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import LASTING, LASTING_LOOSELY, THAN_THOUGHT
from qibot.preread.tests_of_change import count_of
from qibot.preread.text import Report, Sentence
from qibot.preread.words import WEEKDAYS

_MANY = 3  # tests after which implementation is to be thought of
_MADE_LASTING = Loose(
    r"\b(?:everyone|everybody|all (?:of )?(?:the |our )?(?:\w+ )?(?:staff|teams|wards|schools|nurses|"
    r"teachers|officers|services|units|"
    r"areas|shifts|crews)) (?:(?:are|is) (?:now )?using|have (?:now )?been (?:told|asked|instructed) to|"
    r"(?:will|is to|are to) (?:now "
    r")?(?:use|be using|follow|adopt|complete)|now uses?)\b|"
    r"\b(?:starts?|begins?|applies|comes? in(?:to force)?)\b.{0,30}\bfor (?:all|every|everyone|everybody|"
    r"the whole)\b|"
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
    r"wards?|staff|units?|services?|offices?|practices?)\b.{0,60}\b(?:use|using|start|begin|follow|instruct\w*|"
    r"from)\b|"
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
)
# What the writers mean to do is about to be.
_MEANT = Loose(
    r"\b(?:i|we|the team) (?:now |all )?(?:want|plan|intend|hope|aim|mean|propose|(?:am|are) (?:going|about|ready|"
    r"keen|"
    r"planning|hoping)) to (?:now )?(?:roll (?:\w+ ){0,3}?out|implement|launch|go live|(?:introduce|"
    r"spread|take) (?:\w+ ){0,3}?"
    r"(?:across|to (?:all|every|the other)|in (?:all|every)|everywhere|throughout))\b",
)
# Said of one thing: it has become so, it lies in each place, the old one is gone.
_SETTLED = Loose(
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
)
# What other bodies brought in is not the change that is worked on.
_OTHERS_DID = Loose(
    r"^(?:\w+ ){0,3}?(?:board|council|government|authority|trust|hospital|it department|company) (?:has |have |"
    r"had )?(?:rolled out|introduced|"
    r"implemented|launched|brought in|went live)\b|\b(?:e-?mail|payroll|hr|phone|it|computer|finance|"
    r"records?) system\b",
)
_NOT_YET = Loose(
    r"\b(?:not|\w+n't|eventually|later|once|if|when|until|after|before|unless|test\w*|slow\w*|gradual\w*|"
    r"pdsas?|small\w*|"
    r"one|trial\w*|pilot\w*|next year|phase\w*)\b",
)
_NOT_SO = Loose(
    r"\b(?:not|\w+n't|until|unless|before|if|when|"
    r"once(?!\b.{0,30}\b(?:printed|signed|approved|available)\b)|ready|rush\w*|want\w*|expect\w*|tempt\w*|"
    r"pressure|plan(?:ning)? for implementation|think about|would|could|should|too early|"
    r"consider\w*|discuss\w*|previously|last year|years? ago|in 20\d\d|eventually|later)\b",
)
_AGAIN = Loose(
    r"\b(?:(?P<of>two|three|four|five|six|seven|eight|\d+) (?:out )?of (?:the )?(?P=of)\b.{0,20}\b(?:gone|went|"
    r"worked|well|held|success\w*)|"
    r"(?:went|worked|did)(?: \w+)? well again|all (?:of them )?(?:were|was) (?:successful|a success|good)|"
    r"each (?:one )?(?:gave|met|"
    r"showed) (?:what|as)|all (?:three|four|five|six|\d+)(?: of (?:them|these))?(?: have| had)? (?:tests|cycles|"
    r"times|pdsas|worked|went|gone|held|come off)|as predicted (?:in|each|every)|all tests|in (?:all|"
    r"every) (?:of )?(?:the )?(?:tests|cycles|conditions)|\bevery one of (?:them|these|the)|in (?:every|each|all) "
    r"(?:one|cycle|"
    r"test|pdsa|case|five|four|three|six|"
    r"seven|of them)|"
    r"(?:every|each) (?:one|cycle|test|pdsa)\b.{0,40}\b(?:as (?:we|i|it|predicted|expected|planned|hoped)|worked|"
    r"well|"
    r"met|held|same|confirmed|success\w*)|(?:last|past|all) (?:\w+ )?(?:cycles|tests|"
    r"pdsas)(?: have)?(?: all)? (?:confirmed|worked|went|gave|"
    r"showed|met|did)|(?:three|four|five|six|seven|"
    r"\d+) (?:successful|good|positive) (?:tests|cycles|pdsas)|"
    r"(?:predictions?|results?) (?:have |has )?(?:held|stood|been met|were met|was met) (?:up )?(?:each|every|"
    r"in all|on all|"
    r"all|throughout)|"
    r"all (?:our|the|of the) (?:tests|cycles|pdsas)|did what we predicted|works? (?:well )?(?:in|"
    r"on|with|under) (?:all|every|different|both|many|a variety))\b",
)
# How often, and in what conditions: that alone doesn't say that anything went well.
_EACH_TIME = Loose(
    r"\b(?:each time|every time|time after time|again and again|consistently|reliab\w+|(?:three|four|five|six|several|"
    r"many) times|(?:on|in|at) (?:each|every|all) (?:occasions?|time|attempt|shift|setting|run)s?|"
    r"week ?days? (?:or|and|as well as) (?:at )?weekends?|nights? (?:as well as|and|or) (?:on )?days?|"
    r"(?:on|by) days? and (?:on|by )?nights?|whatever the|regardless of|whoever|no matter|same (?:result|again))\b"
)
_AS_HOPED = Loose(
    r"\b(?:work(?:s|ed|ing)|h(?:e|o)lds?|(?:did|does|do|gave|gives|met|as|what|than) (?:\w+ )?(?:we|i|they|it|"
    r"predicted|"
    r"expected|hoped)|well|better|success\w*|predict\w*|the same|same result|good|improv\w*|confirmed|on time|"
    r"no (?:drop|slip|difference|misses|errors)|got)\b"
)
_GOT_DONE = Loose(r"\b(?:was|were|got) \w+(?:ed|en|ne)\b")  # among the tests: “whoever was on, the sheet was filled in”
_NOT_OF_TESTS = ("human", "next", "rationale", "system", "scope", "theory", "changes")


# Test for test: “it worked”, “it worked there too”.
_WORKED = Loose(
    r"\b(?:it|this|that|they|both|which|idea|card|call|change|test)(?: has| have|'s|'ve)? (?:also |again |really |"
    r"even )?(?:worked|held(?: up)?|helped|"
    r"paid off|did (?:the trick|it)|went (?:\w+ )?well|was a success|came off)\b|\bworked (?:well|there|again|too|"
    r"as well|fine)\b|"
    r"\b(?:as|what) (?:we|i|they|she|he) (?:had )?(?:predicted|expected|said|hoped)\b",
)
_FAILED = Loose(r"\b(?:not|never|hardly|no|less|only|until|if|whether|why)\b|n't\b")
_TOO = Loose(r"\b(?:too|again|as well|also|there|every time|each time)\b")
# “From 1 December every adviser moves over to it”: what is so from a day, for each and all, or for good.
_FROM_A_DAY = expression(
    rf"^(?:so |and |then )?(?:from|as (?:of|from)|starting|beginning|with effect from|"
    rf"come) (?:the )?(?:\w+ ){{0,3}}?(?:{DAY.pattern}|"
    rf"next \w+|(?:the )?(?:{WEEKDAYS})|now on|then on|today|tomorrow)",
    re.IGNORECASE,
)
_FOR_ALL = Loose(
    r"\b(?:every(?:one|body|where)?|each|all(?! (?:being|going) well\b)|(?:the )?(?:whole|entire)|throughout|"
    r"across the|any|no longer|"
    r"for good|permanent(?:ly)?|instead of the old|replac\w+)\b",
)
# To meet, count and test with all of them is no change that was made.
_OF_THE_PROJECT = Loose(
    r"\b(?:test\w*|try|trying|tried|pilot\w*|trial\w*|measur\w*|count\w*|record\w*|collect\w*|meet\w*|met|"
    r"chart\w*|plot\w*|"
    r"survey\w*|audit\w*|tally|pdsas?|sample\w*|observ\w*|interview\w*|learning session)\b",
)


# The same, the other way round: “it will be what we do for everyone from 1 March”.
_DAY_FROM = Loose(
    rf"\b(?:from|as (?:of|from)|starting|with effect from|on) (?:the )?(?:\w+ ){{0,3}}?(?:{DAY.pattern}|"
    rf"next (?:week|month|"
    rf"term)|(?:{WEEKDAYS})|now on)",
)
_SO_FOR_ALL = Loose(
    r"\b(?:will|is|are|goes|takes|becomes|'ll)\b.{0,40}\b(?:for|by|to|with|in|on|across) (?:every(?:one|body)\b|all "
    r"(?:the |our |of )?\w|every \w|the (?:whole|entire) \w)|\b(?:every(?:one|body)|all (?:the |our )?(?:staff|"
    r"teams|wards|"
    r"classes|schools|shifts|crews|\w+ers)) (?:will|is to|are to|has to|have to|must)\b",
)
_SO_FROM = Loose(
    r"\b(?:will be|is|becomes|is to be) (?:how|what|the way) (?:we|they|everyone|everybody|"
    r"the \w+) (?:all )?(?:do|does|work|"
    r"works|use|uses)\b(?=.*\b(?:from|for every|for all|everyone|now on)\b)|\btakes? over from the (?:old|"
    r"present|current)\b",
)
_ONLY_LOOKED = Loose(
    r"\b(?:test(?:ing|ed)? (?:it|this|them|again|on|in|with)|pilot\w*|trial\w*|measur\w*|count\w*|survey\w*|"
    r"meet\w*|audit\w*|"
    r"pdsas?|observ\w*|interview\w*|invit\w*|training day|learning session|plan to|holiday|annual leave)\b",
)


def _is_from_a_day(said: str) -> bool:
    began = _FROM_A_DAY.search(said)
    if began and _FOR_ALL.search(said[began.end() :]) and not _OF_THE_PROJECT.search(said):
        return True
    return bool(
        _SO_FROM.search(said) or (_SO_FOR_ALL.search(said) and _DAY_FROM.search(said))
    ) and not _ONLY_LOOKED.search(said)


def implementation_early(report: Report) -> Iterable[Found]:
    """The change is made permanent or rolled out, and the text shows no test of it, or but one; said once."""
    if count_of(report) > 1:
        return
    for sentence in report.outside(
        "aim", "learning", "rationale", "system", "human", "scope", "measures", "stage", "team"
    ):
        said = THAN_THOUGHT.sub(" ", sentence.text)
        lasting = (_MADE_LASTING.search(said) or _SETTLED.search(said) or _is_from_a_day(said)) and not _NOT_SO.search(
            said
        )
        meant = _MEANT.search(sentence.text) and not _NOT_YET.search(sentence.text)
        if (lasting or meant) and not _OTHERS_DID.search(said) and len(said.split()) >= 3:
            yield Found(sentence.text, sentence.place)
            return


def _went_well_again(sentence: Sentence) -> bool:
    said = sentence.text
    well = _AS_HOPED.search(said) or (sentence.part == "pdsa" and _GOT_DONE.search(said))
    return bool(_EACH_TIME.search(said) and well and not _FAILED.search(said))


def implementation_plan_missing(report: Report) -> Iterable[Found]:
    """From report 4: tests went well several times, and nothing is said of making the change last."""
    told = [s.text for s in report.outside("aim", "measures")]
    worked = [said for said in told if _WORKED.search(said) and not _FAILED.search(said)]
    again = len(worked) >= _MANY or (len(worked) > 1 and any(_TOO.search(said) for said in worked))
    again = again or any(_AGAIN.search(said) for said in told)
    again = again or any(_went_well_again(s) for s in report.outside("aim", "measures", *_NOT_OF_TESTS))
    if count_of(report) < _MANY or not again or any(report.within("implementation")):
        return ()
    loosely = report.says(LASTING_LOOSELY, "aim", "measures", "learning", "human", "system", "rationale", "theory")
    return () if loosely or report.says(LASTING, "aim", "measures") else MISSING
