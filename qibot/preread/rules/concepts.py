"""Concepts too broad to test (guidance, section 10: reports 1 and 2, pitfalls, “conceptual/driver level”)."""

from __future__ import annotations

from collections.abc import Iterable

from qibot.preread.ideas import ideas_of
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.heads import is_headed_by_a_concept
from qibot.preread.rules.tasks import is_task
from qibot.preread.text import Report

_CONCEPT = Loose(
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
)
# What everybody would wish for, as a doing: with whom, how much more, of what kind.
_WISH = Loose(
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
)
# People as one would wish them to be: “Empowered advisers”, “a confident, supported workforce”.
_VIRTUES = Loose(
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
)
# The same, said at length: between whom, and so that what.
_AT_LENGTH = Loose(
    r"^(?:to )?(?:better|improv\w+|increas\w+|enhanc\w+|strengthen\w*|promot\w+|encourag\w+|support\w*) (?:\w+ )?"
    r"(?:communications?|engagement|relationships?|awareness|involvement|understanding|collaboration|partnership|"
    r"joint working|information sharing) (?:between|with|across|among|amongst|for|of|in|by)\b",
)
# More and better of what has no edge; the words that stand on every driver diagram.
_ABSTRACT = Loose(
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
)
_SPECIFIC = Loose(
    r"\d|\b(?:minutes?|hour|one|two|three|four|five|six|seven|eight|nine|ten|script|poster|"
    r"sticker|card|checklist|template|leaflet|text|app|form|board|huddle|each|daily|weekly|at the|"
    r"by the|before the|after the|with a|e\.g)\b",
)
_LONGEST = 9  # words of a concept: what says more is specific in some way


def change_broad(report: Report) -> Iterable[Found]:
    """A concept or driver, too broad to be tested, listed as a change idea."""
    for idea in ideas_of(report):
        concept = (_is_concept(idea.text) and not _SPECIFIC.search(idea.text)) or is_headed_by_a_concept(idea.text)
        if concept and not is_task(idea.text):
            yield Found(idea.text, idea.place)


def _is_concept(text: str) -> bool:
    short = len(text.split()) <= _LONGEST
    return bool(
        _AT_LENGTH.search(text)
        or (short and (_CONCEPT.search(text) or _WISH.search(text) or _ABSTRACT.search(text) or _VIRTUES.search(text)))
    )
