"""Change ideas (guidance, section 10: “tasks and activities”, “conceptual/driver level”, team involvement)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.ideas import ideas_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import TEAM_IDEAS, THEORY
from qibot.preread.tests_of_change import tests_of
from qibot.preread.text import Report

_TASK = re.compile(
    r"^(?:to )?(?:(?:do|carry out|complete|undertake|conduct|run|hold|arrange|organise|have|"
    r"attend|create|draw|make|finish|start|issue|send out|design|circulate) (?:an? |the |our |"
    r"some |regular |more |further )*|(?:get|obtain|send(?: round| out)?|put together|prepare|pull together|update|"
    r"finalise|develop|"
    r"write|produce|distribute|go and|go to|ask \w+ (?:for|about)|team to|i will|we will) (?:an? |the |our |some |"
    r"baseline |all )*)?"
    r"(?:process[- ]map\w*|map(?:ping)? (?:of |the |our |out )?\w*|gather\w* |collect\w* |"
    r"data (?:collection|gathering|analysis)|baseline\b|surveys?\b(?! (?:question|card|box|"
    r"board)s?\b)|questionnaires?\b|workshops?\b|"
    r"focus groups?\b|meet(?:ing)?s? (?:with|the|to|about|all|of)\b|"
    r"meetings?$|(?:(?:group|board|committee|team|stakeholder|staff|steering|project|planning|initial|monthly|"
    r"regular|"
    r"multi\w*) )+meetings?\b|(?:\w+ ){1,2}(?:surveys?|questionnaires?|focus groups?)(?:$| (?:of|"
    r"for|with|to)\b)|stakeholder (?:meeting|engagement|analysis|mapping|workshop|event)s?|"
    r"(?:set(?:ting)? up|form(?:ing)?|establish\w*|recruit\w*|build(?:ing)?|identify\w*|"
    r"assembl\w*|gather\w*|bring\w*) (?:together )?(?:an? |the |our |my )*(?:project |working |"
    r"steering |improvement |short[- ]life |task |qi |core |multi\w* )*(?:team|group|members|"
    r"champions|stakeholders)\b|"
    r"(?:project |working |steering )(?:team|group)|(?:the |project |my |our )*charter\b|(?:write|"
    r"writing|finish|complete|agree|draft|develop)\w* (?:the |my |our |an? )*(?:project |"
    r"measurement |action |communication )*(?:charter|plan|driver diagram|aim|paper|report)\b|"
    r"read(?:ing)? (?:up|about|on|the|more|through)|"
    r"(?:get|obtain|secure|gain|seek)\w* (?:[\w-]+ ){0,2}?(?:sign-?off|approval|permission|agreement|buy-in|consent|"
    r"funding)\b|"
    r"train(?:ing)? (?:the |my |our )?team in (?:qi|quality|improvement)|(?:get|gather|collect|seek|"
    r"ask for|obtain)\w* (?:\w+ )?(?:feedback|"
    r"views|opinions|stories)\b|"
    r"ethics\b|(?:literature|evidence|desktop|policy|file|case[- ]?note|data) (?:review|search)\w*|"
    r"research\w*\b|review(?:ing)? (?:of )?(?:the |our |current |existing |all )*(?:data|"
    r"literature|polic\w*|guidance|evidence|process\w*|records|practice|procedures)|"
    r"(?:see|visit|look at) how \w+|their views\b|(?:audit|auditing)\b|benchmark\w*|analys\w+|fishbone\w*|"
    r"cause and effect|driver diagrams?|"
    r"force ?field\w*|interview(?:s|ing|ed)?(?: (?:with|of|the|our|all|some|a|an|\d+|two|three|four|five|six|ten|"
    r"\w*(?:ff|rs|nts|ts|"
    r"ple|ies|ren|ls|ees|es))\b|$)|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|"
    r"with)|consult\w*\b|discuss\w*\b|plan(?:ning)? (?:the|for|a|to)\b|"
    r"present(?:ing|ation)? (?:to|at|the)|e-?mail (?:the|all|to)|contact (?:the|all|other)|"
    r"collat\w* |compil\w* |look(?:ing)? (?:at|into)|find(?:ing)? out|visit (?:other|another|to (?:other|another))|"
    r"observe\b|observation of|identify\w* |scop(?:e|ing)\b|agree\w* (?:the|on|a|an)|seek\w* |"
    r"attend\w* |apply for|"
    r"measure(?:ment)? (?:the|plan|how)|monitor(?:ing)?\b|evaluat\w+|report(?:ing)? (?:to|on)|"
    r"share (?:the )?(?:data|findings|results)|understand\w* (?:the|our|current|why|what|how|where)\b|"
    r"find(?:ing)? (?:an? |the |our )(?:\w+ )?(?:sponsor|champions?|lead|team|partner)\b|"
    r"(?:write|writing|go) to [\w ]{3,30} (?:for|about) (?:their )?(?:views|opinions|ideas|thoughts)|"
    r"book(?:ing)? (?:an? |the )?(?:room|venue)\b|"
    r"decid\w+ (?:on|which|what|who|whether)\b|share (?:the |our )?(?:plan|aim|charter|driver diagram) with)",
    re.IGNORECASE,
)
# To stand and look, or to fetch what the files hold, is to understand the system: no change is made by it.
_LOOKING = re.compile(
    r"^(?:to |i will |we will |i'll |we'll )?(?:go and |spend \w+ (?:\w+ )?(?:to )?)?(?:"
    r"(?:stand|sit|watch|shadow|follow|spend|observ|walk|hang|be|wait|listen|trail|go)\w*\b(?=.*\b(?:stop-?watch|"
    r"clip-?board|notebook|tally|"
    r"timing|to (?:see|watch|count|time|observe|learn|find out|understand)|and (?:watch|count|time|observe|note|"
    r"write down|see)|observing|"
    r"watching|taking notes|for (?:an?|one|two|three|half) (?:\w+ )?(?:morning|afternoon|day|evening|shift|week|"
    r"hour|night)s?|"
    r"(?:two|three|four|five|several|a few) (?:mornings|afternoons|days|evenings|shifts|nights)|"
    r"the (?:whole )?(?:process|journey|route) of)\b)|"
    r"(?:pull|get|dig|run|extract|download|export|fetch|request|obtain|sort|plot|chart|tally|total|add up|"
    r"go (?:back )?through|look (?:back )?"
    r"(?:over|at|through)|trawl|search|comb|sift|analys|read through|work out|draw up|put together|compare|"
    r"count up|break down|split)\w*\b"
    r"(?=.{0,60}\b(?:(?:\w+ )?(?:years?|months?|weeks?|quarters?|terms?)(?:' worth)? of|last (?:year|month|winter|"
    r"summer|term|session)|data|"
    r"figures?|records?|logs?|statistics|stats|numbers|baseline|off the (?:system|database)|from the (?:system|"
    r"database|files?|register)|case ?"
    r"notes?|case files?|complaints|returns|reports|spreadsheet|by postcode|by (?:week|month|age|area|type|reason|"
    r"cause))\b)|"
    r"(?:time|count) (?:\w+ ){0,3}?(?:\d+|ten|twenty|thirty|forty|fifty|a hundred|how (?:many|long|often))\b|"
    r"(?:ask|ring|phone|poll|quiz|canvass|write to) (?:\w+ ){0,3}?(?:\d+|ten|twenty|thirty|forty|fifty|a (?:few|"
    r"dozen|sample)|some|all)\b.*\b"
    r"(?:what|why|how|whether|if|which|about|for their)\b)",
    re.IGNORECASE,
)
# “Interview dates printed in the advert”: how a thing is to be, and no doing, whatever its first word.
_AS_IT_WILL_BE = re.compile(
    r"^(?:[\w'-]+ ){1,4}?(?!(?:gathered|collected|carried|done|held|completed|conducted|analysed|reviewed|mapped|"
    r"arranged|organised|drafted|"
    r"agreed|identified|undertaken|set|planned|booked|discussed|compiled|finished|drawn|recruited|formed|need)\b)"
    r"(?:\w{2,}(?:[^e]ed|ied)|kept|put|given|written|made|sent|hung|left|built|cut|read|told|shown) (?:in|on|at|"
    r"to|by|before|after|with|into|from|for|"
    r"next|beside|round|inside|under|over)\b",
    re.IGNORECASE,
)
# A thing that somebody will hold or see isn't a task, whatever it is called.
_THING = re.compile(
    r"^(?:[\w-]+ )?(?:audit|map|survey|meeting|interview|data) (?:card|chair|sheet|board|box|sticker|"
    r"magnet|point|corner|slot)\b|"
    r"\b(?:on the (?:back|door|wall|front|fridge|table|lid|locker)|at the (?:door|bedside|gate|sink)|"
    r"in the (?:envelope|hall|"
    r"kitchen|porch))\b",
    re.IGNORECASE,
)
_CONCEPT = re.compile(
    r"^(?:to )?(?:staff |team |more |further |additional |provide |deliver |offer |the |our |all |"
    r"ongoing |regular |general )*(?:train(?:ing)?|education|educat\w+|upskill\w*|awareness|"
    r"coaching|mentoring|development|supervision)(?: (?:for|of|to|the|all|our|new|and|more|staff|"
    r"nurses|doctors|colleagues|teachers|"
    r"teams?|workers|carers|parents|managers|everyone|people|training|education|development|"
    r"awareness|support|practitioners|officers|health|social|care|visitors|volunteers|nursing|"
    r"midwives|in|on|about))*$|"
    r"^(?:to )?(?:rais\w+|increas\w+|improv\w+|creat\w+|build\w*|promot\w+|"
    r"more) (?:\w+ ){0,2}?awareness\b|\bawareness[- ]raising\b|"
    r"^(?:to )?(?:better|improv\w+|more|increas\w+|enhanc\w+|good|effective|stronger|"
    r"strengthen\w*|clear(?:er)?|closer|promot\w+|develop\w*|support\w*|foster\w*|encourag\w+|"
    r"build\w*|maximis\w+|optimis\w+|greater|ensur\w+|reduc\w+|"
    r"consistent) (?:\w+ ){0,2}?(?:communications?|engagement|relationships?|"
    r"team ?work(?:ing)?|(?:joint |partnership |multi-agency |collaborative |"
    r"joined[- ]up )?working|process(?:es)?|systems?|collaboration|information(?: sharing)?|"
    r"support|leadership|culture|morale|understanding|documentation|quality|access|confidence|"
    r"skills|knowledge|involvement|"
    r"participation|practice|consistency|wellbeing|motivation|staffing|resources|capacity|"
    r"environment|accountability|ownership|compliance|partnership|attitudes|behaviours?|trust|"
    r"stress|workload|pathways?|staff)\b|"
    r"^(?:to )?(?:a )?(?:change|shift|changing|new) (?:of |in |the |our )*(?:culture|mindset|"
    r"attitudes?|behaviou?rs?)\b|\b(?:culture|cultural|behaviour) change\b|^(?:to )?(?:engag\w+|"
    r"empower\w*|involv\w+|motivat\w+|support\w*|educat\w+|upskill\w*|includ\w+|encourag\w+|"
    r"develop\w*) (?:with )?(?:the |our |all |more |new )*(?:staff|"
    r"consultants?|parents?|famil\w+|carers?|doctors?|nurses?|managers?|teachers?|pupils?|"
    r"patients?|people|teams?|workforce|stakeholders?|young people|children|colleagues|partners?|"
    r"communit\w+|gps?|clinicians?|leaders?|users|service users|tenants|volunteers)?$|"
    r"^(?:staff |parental |family |patient |community |pupil |clinical |strong |distributed |"
    r"better )*(?:leadership|engagement|communications?|teamwork|team work|empowerment|"
    r"involvement|motivation|participation|capacity building|partnership working|joint working|"
    r"resources|technology|culture|wellbeing|support|collaboration|standardisation|relationships|"
    r"information sharing)$|"
    r"^(?:to )?(?:better|improved?|improving|enhanced?|enhancing|increased|greater|effective|stronger|"
    r"optimal) (?:use of )?"
    r"(?:[\w-]+ )?[\w-]+$|"
    r"^(?:more )?(?:person|patient|child|family|trauma|relationship|strengths|rights|evidence)[- ](?:centred|"
    r"informed|based|led|"
    r"focused) (?:care|practice|approach\w*|planning|working|support)$|"
    r"^(?:early|timely|holistic|proactive|targeted) (?:intervention|help|support|identification|planning|care)s?$|"
    r"^(?:digital|it|technolog\w+|innovative|creative|new) (?:solutions?|tools|systems?|technolog\w+|transformation|"
    r"approach\w*)$|"
    r"^(?:to )?(?:review|streamlin|redesign|simplif|standardis|improv|chang)\w*(?: (?:and|&|/) \w+ing)? (?:the |"
    r"our |current )*"
    r"(?:process\w*|systems?|procedures?|pathways?|ways of working|practices?|documentation|paperwork)$|"
    r"^(?:education|training|involvement|engagement|support|empowerment) (?:of|for|with) (?:\w+ )?\w+(?: and \w+)?$|"
    r"^(?:better |more |effective |improved )*(?:multi|inter|cross)[- ]?(?:disciplin|agency|profession|team)\w* "
    r"(?:working|approach|teamwork|communication)\b|"
    r"^(?:an? )?(?:more|better|stronger) [\w-]+ (?:approach\w*|working|thinking|culture|practice|ethos)\b|"
    r"^(?:to )?rais\w+ (?:the )?(?:profile|standards?|expectations|aspirations|importance)\b|"
    r"^[\w-]+(?: [\w-]+)? (?:principles|approach(?:es)?|ethos|culture|mindset)$|"
    r"^(?:multi\w+|multi-\w+|specialist|clinical|medical|parental|peer|family|management|senior) (?:input|leadership|"
    r"ownership|oversight|presence|support)$|"
    r"^clear(?:er)? (?:roles?|responsibilities|expectations|guidance|lines|process\w*|pathways?|standards)\b.*|"
    r"^(?:[\w-]+ )?(?:consistency|accountability|ownership|visibility|prioritisation|transparency|"
    r"empowerment|flexibility|"
    r"continuity|co-?production|inclusion|prevention|efficiency|resilience|confidence|knowledge|skills|attitudes?|"
    r"behaviours?)$|"
    r"^(?:more|additional|extra) (?:staff|resources|funding|money|time|people)$|"
    r"^standardis\w+ (?:\w+ )?(?:process\w*|practice|care|approach\w*|documentation)$",
    re.IGNORECASE,
)
# What everybody would wish for, as a doing: with whom, how much more, of what kind.
_WISH = re.compile(
    r"^(?:to )?(?:improv\w+ (?:the way|how)\b|"
    r"(?:communicat\w+|engag\w+|collaborat\w+|work(?:ing)?|liais\w+|partner\w*)(?: (?:more|better|closely|"
    r"closer|effectively|"
    r"regularly))* with (?:the |our |all )?[\w-]+(?: [\w-]+)?(?: more| better)?$|"
    r"(?:communicat\w+|engag\w+|listen\w*|collaborat\w+) (?:more|better|to (?:the |our |all )?[\w-]+(?: [\w-]+)?$)|"
    r"(?:staff|staffing|resource|workload|skill|morale) (?:levels?|mix|issues?)$|"
    r"(?:more|better|additional|further|increased|improved) (?:training|information|support|guidance|"
    r"education|supervision) "
    r"(?:for|to|on|about|in)\b|"
    r"mak\w+ (?:the |our )?.*\bmore (?:efficient|effective|accessible|consistent|robust|inclusive|welcoming|friendly|"
    r"person-centred|streamlined|reliable)$|"
    r"(?:an? )?more [\w-]+ (?:environment|culture|service|approach|ward|process|system|workforce|team)$|"
    r"(?:promot|encourag|foster|increas|maximis|support|enabl|improv)\w* (?:independence|inclusion|"
    r"engagement|participation|"
    r"self-[\w-]+|choice|responsibility|ownership|wellbeing|resilience|positive \w+|healthy \w+|"
    r"physical activity|attendance|"
    r"learning|activity)$|"
    r"(?:streamlin|simplif)\w+ (?:the |our |all )?(?:\w+ )?(?:process\w*|referrals?|paperwork|systems?|"
    r"pathways?|procedures?)$|"
    r"empower\w* [\w-]+ to\b|"
    r"(?:staff|nurses|teachers|everyone|everybody|people|families|parents|carers|pupils) (?:to be|being|"
    r"are|to feel|feeling) "
    r"(?:\w+ )?(?:aware|confident|engaged|involved|informed|skilled|trained|supported|valued|empowered)\b|"
    r"(?:mak\w+ sure|ensur\w+) (?:that )?(?:everyone|everybody|all (?:staff|\w+)|staff|people|families|"
    r"parents) (?:\w+ ){0,3}?"
    r"(?:on board|aware|trained|informed|knows?|understands?|involved|engaged|consistent|confident|supported)\b|"
    r"(?:restorative|reflective|relational|inclusive|best|good|evidence[- ]based|collaborative|nurturing|"
    r"quality|positive|"
    r"meaningful) (?:practices?|conversations?|relationships?|approach\w*|care|engagement|communication|"
    r"interactions?)$)",
    re.IGNORECASE,
)
# People as one would wish them to be: “Empowered advisers”, “a confident, supported workforce”.
_VIRTUES = re.compile(
    r"^(?:an? |more |better |highly |fully |well[- ]|our |happier )*(?:empowered|engaged|motivated|confident|"
    r"skilled|trained|educated|supported|valued|"
    r"informed|involved|committed|happy|happier|resilient|knowledgeable|competent|aware|included|listened[- ]to|"
    r"responsive|compassionate|"
    r"caring|proactive|flexible|joined[- ]up|welcoming|inclusive|independent|connected|respected|upskilled|"
    r"enthusiastic|accountable|visible|"
    r"effective|efficient|timely|strong|good|positive|robust|seamless)(?:,? (?:and )?(?:[\w-]+ed|[\w-]+ent|"
    r"[\w-]+ive|confident))? (?:[\w-]+ )?"
    r"(?:staff|workforce|advisers?|workers?|nurses?|teachers?|officers?|teams?|managers?|leaders?|leadership|"
    r"carers?|parents?|families|pupils?|"
    r"learners?|patients?|people|tenants?|customers?|residents?|volunteers?|crews?|colleagues?|practitioners?|"
    r"clinicians?|communit(?:y|ies)|"
    r"professionals?|partners?|service|services|culture|communication|relationships?|environment|handover|"
    r"process\w*|systems?|pathways?|"
    r"discharge|support|conversations?|squad|households?|young people|citizens?|users?|schools?|wards?)$",
    re.IGNORECASE,
)
# The same, said at length: between whom, and so that what.
_AT_LENGTH = re.compile(
    r"^(?:to )?(?:better|improv\w+|increas\w+|enhanc\w+|strengthen\w*|promot\w+|encourag\w+|support\w*) (?:\w+ )?"
    r"(?:communications?|engagement|relationships?|awareness|involvement|understanding|collaboration|partnership|"
    r"joint working|information sharing) (?:between|with|across|among|amongst|for|of|in|by)\b",
    re.IGNORECASE,
)
# More and better of what has no edge; the words that stand on every driver diagram.
_ABSTRACT = re.compile(
    r"^(?:to )?(?:(?:better|more|closer|regular|improved|good|greater|stronger|clearer|effective|consistent|"
    r"increased) (?:[\w-]+ )?"
    r"(?:planning|time|links?|working|communications?|use|sharing|contact|coordination|oversight|recording|care|"
    r"liaison|feedback|"
    r"involvement|choice|opportunit(?:y|ies)) (?:of|with|for|between|to|across) (?:the |our |"
    r"all )?[\w-]+(?: [\w-]+)?|"
    r"(?:mak\w+|get\w*) (?:the most|more|better use|best use)(?: out)? of (?:the |our )?[\w-]+(?: [\w-]+)?|"
    r"(?:shar\w+|spread\w*) (?:of )?(?:good |best |the )?(?:practice|learning|ideas|information|knowledge|"
    r"experience)|"
    r"(?:get\w*|bring\w*|keep\w*|tak\w+) (?:the |all |our )*[\w-]+ (?:on board|along|onside|with us)|"
    r"learning from [\w-]+(?: [\w-]+)?|(?:reduc|address|tackl)\w* (?:unwarranted )?(?:variation|inequalit(?:y|ies)|"
    r"barriers|stigma|waste)|"
    r"signposting(?: to [\w-]+)?|self-?(?:management|care|regulation)|(?:ownership|leadership|buy-in) (?:by|of|from|"
    r"at) (?:the |all )?[\w ]{3,20}|"
    r"an? (?:whole-[\w-]+|consistent|joined-up|shared|holistic|common|positive) (?:approach|ethos|culture|"
    r"understanding|vision)(?: (?:to|of|in) [\w ]+)?|"
    r"involv\w+ (?:the |our |all )*[\w-]+ (?:more|better|earlier|fully)(?: in [\w ]+)?|us\w+ (?:the |our )?(?:data|"
    r"technology|time|resources|"
    r"skills) (?:better|more|well|effectively|wisely)|(?:a )?focus\w* (?:more )?on (?:the )?[\w-]+(?: [\w-]+)?|"
    r"work\w* (?:smarter|better|together|differently|as (?:a|one) team|more closely)|"
    r"promot\w+ (?:of )?(?:the |our )?(?:[\w-]+ )?(?:services?|benefits|importance|eating|health|living|reading|"
    r"values|wellbeing|"
    r"work|offer)|(?:health|wellbeing) promotion)$",
    re.IGNORECASE,
)
_SPECIFIC = re.compile(
    r"\d|\b(?:minutes?|hour|one|two|three|four|five|six|seven|eight|nine|ten|script|poster|"
    r"sticker|card|checklist|template|leaflet|text|app|form|board|huddle|each|daily|weekly|at the|"
    r"by the|before the|after the|with a|e\.g)\b",
    re.IGNORECASE,
)
_LONGEST = 9  # words of a concept: what says more is specific in some way


def change_task(report: Report) -> Iterable[Found]:
    """A task of the project listed as a change idea."""
    for idea in ideas_of(report):
        task = _TASK.match(idea.text) and not _AS_IT_WILL_BE.match(idea.text)
        if (task or _LOOKING.match(idea.text)) and not _THING.search(idea.text):
            yield Found(idea.text, idea.place)


def change_broad(report: Report) -> Iterable[Found]:
    """A concept or driver, too broad to be tested, listed as a change idea."""
    for idea in ideas_of(report):
        if _is_concept(idea.text) and not _SPECIFIC.search(idea.text) and not _TASK.match(idea.text):
            yield Found(idea.text, idea.place)


def _is_concept(text: str) -> bool:
    short = len(text.split()) <= _LONGEST
    return bool(
        _AT_LENGTH.search(text)
        or (short and (_CONCEPT.search(text) or _WISH.search(text) or _ABSTRACT.search(text) or _VIRTUES.search(text)))
    )


def change_theory_missing(report: Report) -> Iterable[Found]:
    """Reports 1 and 2: no change theory, driver diagram or change idea, not even as coming."""
    if report.says(THEORY) or any(report.within("changes", "theory")) or tests_of(report):
        return ()
    return MISSING


# “The column for ideas is still blank”: ideas are spoken of, and there are none.
_NO_IDEA = re.compile(
    r"\b(?:blank|empty|none|nothing|bare|no (?:change )?ideas?|without|missing|lacking|to (?:come|follow)|"
    r"not (?:yet|there|any)|yet to|"
    r"still to|haven't|hasn't|isn't|aren't|short of|stuck|waiting)\b",
    re.IGNORECASE,
)


def change_ideas_missing(report: Report) -> Iterable[Found]:
    """From report 3: no change idea is named anywhere."""
    named = re.compile(
        r"\bchange ideas? (?:is|are|include|from|came)|\bideas? (?:is|are|was|were|came|from|include)|"
        r"\bchanges? (?:we|i) (?:tried|tested|made|are testing)|\b(?:the|our|my) change is (?:an?|the|that|to)\b",
        re.IGNORECASE,
    )
    said = any(named.search(s.text) and not _NO_IDEA.search(s.text) for s in report.sentences)
    if any(report.within("changes")) or tests_of(report) or said:
        return ()
    return MISSING


def driver_diagram_missing(report: Report) -> Iterable[Found]:
    """Reports 3 and 4: no driver diagram and no drivers are mentioned."""
    drivers = re.compile(
        r"\bdriver ?diagrams?|\b(?:primary|secondary|key|main|change|first|our|my|the|three|two|"
        r"four) drivers?\b|\bdrivers\b|\bdd\b",
        re.IGNORECASE,
    )
    return () if report.says(drivers) else MISSING


def team_ideas_missing(report: Report) -> Iterable[Found]:
    """Reports 3 and 4: nothing shows that others had part in finding the change ideas."""
    if not ideas_of(report) and not any(report.within("changes")):
        return ()
    return (
        ()
        if any(TEAM_IDEAS.search(s.text) or TEAM_IDEAS.search(s.heading) for s in report.outside("aim", "measures"))
        else MISSING
    )
