"""Scope and scale (guidance, section 10: reports 1 and 2, pitfalls, “Ensure their project is manageable”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.pressure import is_push
from qibot.preread.tests_of_change import tests_of
from qibot.preread.text import Report
from qibot.preread.words import MONTHS, TO_COME

_PLACES = (
    r"(?:schools?|wards?|hospitals?|services?|council|organi[sz]ation|board|region|scotland|"
    r"authority|force|divisions?|departments?|teams?|practices?|sites?|nurser(?:y|ies)|"
    r"care homes?|children's homes|partnership|trust|stations?|shops|localit(?:y|ies)|county|"
    r"country|city|areas?|clinics|libraries|units|establishments|workforce|directorate|college|offices?|prisons?|"
    r"colleges?|surger(?:y|ies))"
)
_MANY = (
    r"schools|wards|hospitals|services|divisions|departments|teams|practices|sites|nurseries|"
    r"care homes|children's homes|stations|shops|localities|areas|clinics|libraries|units|"
    r"establishments|offices|surgeries|primaries|secondaries|depots|homes|hubs|prisons|colleges|campuses|"
    r"settings|tenancies|"
    r"settings|tenancies|(?:health |family |leisure |"
    r"community |day )?centres|staff across"
)
_ONE_PLACE = r"(?:teams?|wards?|practices?|units?|clinics?|shops?)\b"  # the whole of one is no more than one
# The areas of Scotland's councils and boards: “all pupils in Fife”.
_WIDE = (
    r"(?:Aberdeen(?:shire)?|Angus|Argyll(?: and Bute)?|Ayrshire|Borders|Clackmannanshire|Dumfries|Dundee|"
    r"Dunbartonshire|Edinburgh|"
    r"Falkirk|Fife|Forth Valley|Glasgow|Grampian|Highlands?|Inverclyde|Lanarkshire|Lothian|Midlothian|Moray|Orkney|"
    r"Perth and "
    r"Kinross|Renfrewshire|Scotland|Shetland|Stirling|Tayside|Western Isles|(?:North|South|East|West) [A-Z]\w+)"
)
_EVERYTHING = expression(
    rf"\b(?:the whole|the entire|the whole of|entire|whole)\b[\w\s'’-]{{0,20}}?\b(?!{_ONE_PLACE}){_PLACES}\b"
    rf"(?: (?:in|of|across) (?:the )?[\w' ’-]{{3,40}})?"
    rf"|\bevery (?:(?!in\b|on\b|at\b|of\b|from\b|within\b|to\b|by\b)[\w'’-]+ ){{0,2}}?{_PLACES}\b"
    rf"(?! (?:rounds?|days?|meetings?|users?|huddles?|manager|nurse|week|month|morning|clerk)\b)"
    rf"(?: (?:in|of|across) (?:the )?[\w' ’-]{{3,40}})?"
    rf"|\bevery \w+ (?:in|across|of) (?:the|our) (?:\w+ )?(?:council|organi[sz]ation|board|region|authority|force|"
    rf"county|city|partnership|trust|country|hospital)\b"
    rf"|\ball (?:(?!in\b|on\b|at\b|of\b|from\b|within\b)[\w'’-]+ ){{0,5}}?(?:{_MANY})\b(?: (?:in|"
    rf"of|across) (?:the )?[\w' ’-]{{3,40}})?"
    rf"|\b(?:across|throughout) (?:all|the whole|the entire|the|every|"
    rf"our)?\b[\w\s'’-]{{0,20}}?\b(?:council|organi[sz]ation|board|region|scotland|authority|force|"
    rf"county|city|partnership|trust|country|services in \w+)\b|"
    rf"\b(?:all|every)(?: of)?(?: the| our)?(?: [\d,]+)? (?:[\w-]+ ){{1,3}}?(?:in|across|of|within|at) (?:the |"
    rf"our )(?:\w+ )?"
    rf"(?:board|council|authority|organi[sz]ation|region|trust|hospital|directorate|partnership|city|county|division|"
    rf"country|force|college|university|company|charity)\b|"
    rf"\b(?:every|each) \w+ (?:in|across) (?-i:(?:NHS )?{_WIDE})\b|\bthe full (?:service|organisation|department)\b|"
    rf"\b(?:100%|all) of the workforce\b|\ball of (?:the |our )?\w+'s (?:{_MANY})\b|\ball (?:S1 (?:to|"
    rf"-) S6|P1 (?:to|-) P7)\b|"
    rf"\b(?:our|the|all) (?:two|three|four|five|six|\d+) (?:\w+ ){{0,3}}?(?:areas|divisions|regions|"
    rf"districts|localities|"
    rf"campuses|sectors)\b|"
    rf"\b(?:all|every(?: single)? member of) staff\b(?! (?:in|at|on|of) (?:the |our |my |\w+'s )?(?:[\w-]+ ){{0,3}}?"
    rf"(?:ward|team|station|unit|class|nursery|home|house|practice|clinic|surgery|shop|watch|depot|hub|"
    rf"library)\b)|\bevery(?:one|body) who works\b|"
    rf"\b\w+'s (?:\d{{2,}}|ten|twelve|twenty|thirty) (?:{_MANY}|councils)\b|"
    rf"\ball (?:[a-z]+ ){{1,4}}(?:in|across|of) (?:(?:NHS|the city of|greater) )?(?-i:(?:NHS )?{_WIDE})\b|"
    rf"\ball (?:year groups|subjects|specialties|grades|professions|disciplines|shifts|stages|age groups)\b|"
    rf"\bevery(?:one|body) (?:\w+ ){{0,2}}?(?:in|across|within) (?:the|our) (?:\w+ )?(?:board|council|authority|"
    rf"organi[sz]ation|service|region|trust|hospital|directorate|partnership|city|division|force|company|university|"
    rf"college|charity)\b|"
    rf"\ball (?:of )?(?:our |the )?\d{{1,3}},?\d{{3}}\b|\b(?:roll\w*|spread|implement\w*|introduc\w*|appl\w*|"
    rf"launch\w*)"
    rf"(?: \w+){{0,3}} national\w*|\bthe (?:three|four|five|six|seven|eight|nine) (?:\w+ ){{0,4}}?(?:partnerships|"
    rf"hospitals|"
    rf"directorates|localities|boards|councils|divisions)\b|"
    rf"\b(?:each|every one|all(?: [\w-]+)?) of (?:the |our |my )*(?:\w+ ){{0,3}}?(?:{_MANY}|centres|pools|gyms|sites|"
    rf"branches|shops|stores|counters|yards|courts|halls)\b|"
    rf"(?<!of )(?<!of the )(?<!than )\b(?:1\d|[2-9]\d|\d{{3}}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    rf"eighteen|twenty|thirty|forty|fifty)(?:-\w+)? (?:\w+ )?(?:{_MANY})\b|"
    rf"\b(?:the whole|all) of (?-i:(?:NHS )?{_WIDE})|\b(?:whole|entire) (?:\w+ )?(?:S1 to S6|P1 to P7|school roll|"
    rf"roll|workforce)\b|"
    rf"\bno (?:school|ward|team|service|home|office|area|nursery|shop|site) (?:will be|is|is to be|to be|"
    rf"being) (?:left out|missed)\b|"
    r"\b(?:council|board|region|organi[sz]ation|authority|trust|area|service|city|country|county|"
    r"nation|force)[- ]wide\b|\bnationwide\b",
    re.IGNORECASE,
)
_FEASTS = f"{MONTHS}|monday|easter|christmas"
_SMALL = Loose(
    r"\b(?:(?:start|begin|beginning|starting|began|begun|started)(?:ning|s)? (?:small|with\b(?! (?:all|every|"
    r"everyone|everybody|the (?:whole|entire|full))\b)|"
    rf"(?:in|on|by)\b(?! (?:early |late |the |mid-?)*(?:{_FEASTS}|spring|summer|autumn|winter|new year|term|all|same|"
    rf"every|"
    r"\d)\b))|one (?!of\b|day\b)(?:\w+ ){0,2}?(?:ward|class|team|street|school|shop|nurse|bus|unit|practice|"
    r"clinic|service|family|home|area|"
    r"site|department|locality|hospital|nursery)\b(?! in \w+\b)|initially|to begin|pilot\w*|"
    r"small scale|first of all|in the first instance|scal(?:e|ing) (?:down|back)|narrow\w*|"
    r"focus(?:sing|ing|ed)? on one|"
    r"before (?:we |i )?(?:spread|scal)\w*|test first|(?:for|on|in|just|only) one day|"
    r"(?:with|on|in|for|by) (?:just |only )?(?:one|two|a single|"
    r"a couple of) (?:[\w'-]+ ){0,3}?(?:teachers?|nurses?|workers?|"
    r"officers?|patients?|pupils?|child|children|crews?|shifts?|bays?|rooms?|residents?|consultants?|"
    r"tenants?|colleagues?|"
    r"families|schools|wards|teams|classes|midwives|watch)|(?:phase|stage|step) (?:one|1)|first (?:phase|"
    r"stage)|no other|"
    r"only (?:bays?|rooms?|one|two|ward|class|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)|"
    r"(?:is|are|comes?|goes) (?:the )?first|(?:mon|tues|wednes|thurs|fri)days only)\b",
)
_ALL_OF_THEM = Loose(
    r"(?:every(?:one|body)|all (?:of )?(?:the |our )?staff|the (?:whole|entire))\b",
)
# What may come of it, if it works, isn't where it starts.
_ONE_DAY = Loose(
    r"\bif (?:it|this|that|we|the tests?) (?:works?|goes|succeeds?|helps?)\b|\b(?:one day|eventually|in time|"
    r"later on|"
    r"in the long(?:er)? (?:run|term)|ultimately)\b",
)
# After a test, what goes everywhere is spread too early (another rule) and not where the work starts.
_SPREAD = Loose(
    r"\b(?:goes|going|go|went|gone) live\b|\broll(?:ed|ing|s)?\b.{0,20}\bout\b|\b(?:such a|was a|a great|a big|"
    r"a) success\b|"
    r"\bso (?:well|good|popular) that\b|\bas (?:our|the|a) (?:standard|normal|new) \w+|\bbecause it worked\b",
)
_WORK = Loose(
    r"\b(?:project|work|working|start\w*|begin\w*|scope|cover\w*|includ\w*|involv\w*|roll\w*|target\w*|"
    r"will|aim\w*|want|"
    r"plan\w*|launch\w*|intend\w*|mean to|apply|applies|take in|reach|decided|go for|going for|introduc\w*|"
    r"(?:go|going|dive|diving|jump\w*) (?:(?:straight |right |all )?(?:in|into)|(?:straight|right) (?:to|for))|"
    r"in one go|"
    r"(?:all|every|each) (?:[\w-]+ ){1,6}?(?:at once|at the same time)|tak\w+ on|doing (?:it|this))\b",
)
_UNCHOSEN = Loose(
    r"\b(?:not|\w+n't|yet|undecided|unsure|unclear|no|between|torn|difficult to|"
    r"hard to)\b.{0,60}\b(?:areas?|projects?|topics?|what to (?:work on|focus on|choose)|"
    r"which (?:one |project |area |topic |of them )?to|focus of)\b|"
    r"\b(?:which|what) (?:area|project|topic|piece of work|part)\b.{0,60}\b(?:not|\w+n't|yet|"
    r"undecided|unsure|unclear)\b|\b(?:area|project|topic|"
    r"focus)\b.{0,40}\b(?:not (?:yet )?(?:been )?(?:chosen|decided|"
    r"identified|settled|clear|agreed)|still to be (?:chosen|decided|identified|agreed)|"
    r"to be (?:chosen|decided|identified)|undecided|up in the air)\b|"
    r"\b(?:looking for|searching for|trying to find|need to find|don't have|do not have|"
    r"without) an? (?:suitable |clear )?(?:project|topic|project area|area of work|"
    r"area to work on)\b",
)
_SAID_OPENLY = Loose(
    r"\b(?:torn|dithering|wavering|swithering) between\b|\byet to (?:pick|choose|decide on|settle on|"
    r"find) (?:one\b|(?:an?|"
    r"my|our|"
    r"the) (?:project|topic|area|focus))|\b(?:looking|searching|on the hunt) for (?:a new|another|a different) "
    r"(?:one|"
    r"project|topic|area)\b|\bno (?:project|topic|project area)(?: as)? yet\b|\b(?:project|topic) (?:fell|has "
    r"fallen) "
    r"through\b|\bback to square one with (?:my|the) (?:project|topic)\b|\b(?:lost|dropped) my (?:project|topic)\b|"
    r"\b(?:several|a few|two|three) (?:possible )?(?:projects|topics|areas) in (?:my )?mind\b|"
    r"\bstill (?:choosing|deciding|looking|thinking)\b.{0,40}\b(?:project|topic|area|what to)\b",
)
_NO_AREA = Loose(
    r"\bstill (?:looking|searching|casting about) for (?:something|anything|a (?:\w+ )?(?:project|"
    r"topic)) (?:to (?:work|do|improve|take)|that)\b|"
    r"\b(?:can't|cannot|can not|couldn't|unable to) (?:decide|choose|make up my mind) between\b|"
    r"\b(?:not|n't) (?:at all )?(?:sure|certain|clear)(?: that| if| whether)? (?:i'm|i am|we're|we are|i will be|"
    r"we will be) (?:even )?allowed to "
    r"(?:change|touch|alter)\b|\b(?:not|n't) (?:be |being )?allowed to (?:change|touch|alter) (?:it|this|that|the)\b|"
    r"(?:\bnot|n't) (?:really |quite )?(?:within|in) (?:my|our) (?:gift|remit|control|power|hands)\b|"
    r"\b(?:has yet to|hasn't(?: yet)?|has not(?: yet)?|still has to) (?:approved?|agreed?|sign(?:ed)? off|"
    r"confirm(?:ed)?)(?: to| on)? "
    r"(?:the|my|our) (?:topic|project|area|focus)\b|"
    r"\bkeep changing my mind\b|\bso nothing (?:is|has been) (?:fixed|settled|decided|agreed)\b|\b(?:little|nothing|"
    r"not much) (?:that )?(?:i|we) can do about "
    r"(?:it|this|that)\b|\b(?:topic|project|project area) (?:isn't|is not|hasn't been|has not been|"
    r"wasn't) (?:yet )?(?:agreed|approved|"
    r"signed off|decided|chosen)\b|"
    r"\b(?:ideas|thoughts)\b.{0,20}\bnothing (?:firm|definite|fixed|decided)\b|\b(?:process|system|"
    r"pathway|area|budget) (?:belongs to|"
    r"is owned by|sits with) (?:another|a different|somebody|someone)\b|\bneed (?:some |your )?help (?:to|"
    r"in|with) (?:choos|find|decid|"
    r"pick)\w* (?:an?|my|the|on) (?:\w+ )?(?:project|topic|area)\b|\basked me to change (?:my )?project\b|"
    r"(?:\bnot|n't) (?:yet )?(?:landed|settled|decided|agreed) on (?:anything|one|which)\b|"
    r"\bnothing (?:here |in (?:it|this) |about (?:it|this) )?(?:that )?(?:i|we) can (?:move|change|"
    r"influence|shift|alter)\b|"
    r"\bstill (?:\w+ )?to (?:choose|decide on|pick|find|settle(?: on)?|identify|agree)\b.{0,30}\b(?:project|topic|"
    r"area|focus)\b|"
    r"\b(?:project|topic|area|focus)\b.{0,40}\b(?:is|are|remains?) (?:still )?(?:to be (?:confirmed|decided|chosen|"
    r"agreed)|undecided|"
    r"unclear|open|tbc|not (?:settled|decided|chosen))\b|\b(?:two|three|several|a few|some) ideas for (?:an?|my|"
    r"the) (?:project|topic)\b|"
    r"\bno (?:decision|agreement)\b.{0,30}\b(?:project|topic|area)\b|\b(?:not|n't|"
    r"never) (?:yet )?(?:been able to )?(?:agreed?|decided?|"
    r"settled?|landed?|fixed|firmed up)\b.{0,30}\b(?:what (?:i|we) (?:should|will|could|am|are)|project|topic|"
    r"area)\b|"
    r"\bstruggl\w+ to (?:find|choose|pick|identify|settle on|decide on) (?:an?|my|the) (?:\w+ )?(?:project|topic|"
    r"area)\b|"
    r"\b(?:project|topic)\b.{0,20}\b(?:no longer (?:possible|viable|mine|going ahead)|(?:was|been) (?:cancelled|"
    r"stopped|taken away|pulled))\b|"
    r"\byet to (?:firm up|confirm|choose|decide|pick|settle)\b.{0,20}\b(?:project|topic|area|focus)\b|"
    r"\b(?:i|we) (?:have|had|am|are|'m|'re) (?:no|not|in no|n't|not in a) (?:real )?(?:position|say|able|place|"
    r"influence)\b.{0,12}\b"
    r"(?:to (?:change|influence|alter|decide)|over|in how|on how)\b|\b(?:over which|in which) (?:i|we) have (?:no|"
    r"little) (?:say|control|"
    r"influence)\b",
)
_OF_THE_AREA = Loose(
    r"^(?:my |the |our )?(?:project |chosen )?(?:topic|project|area|focus|project title)$",
)
_UNNAMED = Loose(rf"^(?:(?:still|as yet) )?(?:{TO_COME})\b")
_UNSETTLED = Loose(
    r"\b(?:decid\w*|chos\w*|choos\w*|settl\w*|identif\w*|sure|clear|unsure|undecided|unclear|torn|"
    r"agreed|find|have|got|definite|pick\w*|know|land\w*|fix\w*|narrow\w*|homed)\b",
)
_NOBODYS = Loose(r"\b(?:weather|snow|covid|flu|strikes?|pandemic|illness)\b")
_NO_SAY = Loose(
    r"\b(?:no|not|\w+n't|little|limited|without|hardly any|cannot|can't|neither|nor|none of us|nobody "
    r"here)\b.{0,40}\b(?:influence|"
    r"control(?! (?:charts?|groups?)\b)|authority|say (?:in|over)|power to|remit|sway)\b|\b(?:outside|outwith|beyond|"
    r"out of)\b.{0,20}\b"
    r"(?:my|our) (?:\w+ )?(?:influence|control|authority|remit|gift|power|hands)\b|\bnot (?:mine|"
    r"ours) to (?:change|influence|decide)\b",
)
# “All nine of our groups are in it from the off”: whatever they are, all of them, and from the start.
_ALL_AT_ONCE = expression(
    r"\b(?:all|every|each|the whole|the entire|everyone|everybody)\b(?! (?:one|two|three|"
    r"four) of us\b).{0,100}\b(?:from|at|on) (?:the )?(?:very )?"
    r"(?:off|outset|word go|day (?:one|1)|start|beginning|first (?:day|week|month|minute)|get-go)\b|"
    r"\b(?:from|at|on) (?:the )?(?:very )?(?:off|outset|word go|day (?:one|1)|start|beginning|first (?:day|week|"
    r"month))\b.{0,100}"
    r"\b(?:all|every|the whole|the entire|everyone|everybody)\b(?: [\w'-]+){0,4}",
    re.IGNORECASE,
)


def scope_broad(report: Report) -> Iterable[Found]:
    """The work starts with everything at once, and nothing says that it begins small."""
    if any(
        _SMALL.search(s.text) and not is_push(s.text)
        for s in report.outside("rationale", "human", "learning", "system", "measures", "data", "team")
    ):
        return
    for sentence in report.within("aim", "scope", "activity", "next", "team", ""):
        either = [m for m in (_EVERYTHING.search(sentence.text), _ALL_AT_ONCE.search(sentence.text)) if m]
        found = min(either, key=lambda match: match.start(), default=None)
        if (
            found
            and (sentence.part != "team" or _ALL_OF_THEM.match(found[0]))
            and (
                sentence.part in ("aim", "scope", "team")
                or _ALL_AT_ONCE.search(sentence.text)
                or _WORK.search(sentence.text)
            )
            and not is_push(sentence.text)
            and not (_SPREAD.search(sentence.text) and tests_of(report))
            and not _ONE_DAY.search(sentence.text)
        ):
            yield Found(found[0], sentence.place)
            return


# It is another's to decide, and the writer, by whatever name, can't change it.
_ANOTHERS = Loose(
    r"\b(?:decided|set|run|owned|controlled|governed|managed|fixed|determined|made|allocated|held|dictated|agreed|"
    r"laid down) (?:\w+ )?by\b|"
    r"\b(?:belongs?|belong|falls?|is down|is up|are up|are down) to\b|\b(?:sits?|rests?|lies?|lie) with\b|"
    r"\bin the (?:hands|gift) of\b|"
    r"\bmatters? for\b|\b(?:decides?|sets|controls?|owns?|runs|lays down|dictates?)\b",
)
_POWERLESS = Loose(
    r"\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to|not (?:mine|ours|for me|for us) to|"
    r"no (?:more )?(?:say|influence|"
    r"authority|power|voice|control)|little (?:say|influence)|nothing (?:i|we) can do|out of my hands)\b"
    r"(?:$|[ ,.](?:(?:\w+ )?(?:chang|alter|touch|mov|shift|influenc|overrul|overrid|do (?:much|anything|a thing)|"
    r"sway|decid)\w*|in|over|"
    r"about|to|than)\b)",
)


def area_unclear(report: Report) -> Iterable[Found]:
    """The text says that no area has been chosen yet, or that it isn't the writer's to influence."""
    for sentence in report.outside("human", "learning", "measures", "changes", "pdsa"):
        chosen = _UNCHOSEN.search(sentence.text) and _UNSETTLED.search(sentence.text)
        openly = (
            _SAID_OPENLY.search(sentence.text)
            or _NO_AREA.search(sentence.text)
            or (_OF_THE_AREA.match(sentence.heading) and _UNNAMED.search(sentence.text))
        )
        chosen = chosen or openly
        if (chosen and sentence.part in ("", "aim", "scope", "activity", "rationale")) or (
            (_NO_SAY.search(sentence.text) or (_ANOTHERS.search(sentence.text) and _POWERLESS.search(sentence.text)))
            and not _NOBODYS.search(sentence.text)
        ):
            yield Found(sentence.text, sentence.place)
