"""Words by which rules tell that something is there. They are wide: where one of them stands, the rules say nothing."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

THEORY = Loose(
    r"\b(?:driver ?diagrams?|(?:primary|secondary|key|main|change) drivers?|drivers|theory|"
    r"theories|change ideas?|ideas?|change package)\b",
)
_OTHERS = (
    r"(?:team|staff|nurses?|doctors?|midwives|colleagues?|pupils?|parents?|patients?|residents?|"
    r"famil(?:y|ies)|carers?|tenants?|porters?|secretar(?:y|ies)|volunteers?|children|"
    r"young people|council|committee|workers?|officers?|"
    r"teachers?|mothers?|users?|clerks?|cleaners?|crews?|visitors?|they|we all|together|everyone|"
    r"people|therapists?|group|assistants?|members?|clients?|advisers?|joiners?|engineers?|"
    r"practitioners?|managers?|pharmacists?|phlebotomists?|[a-z]{3,}(?:ographer|ologist|opath|ian|apist|ietist)s|"
    r"wardens?|sergeants?|registrars?|janitors?|cooks?|receptionists?|handlers?|mums?|dads?|us)"
)
_FINDING = (
    r"(?:suggest\w*|propos\w*|came up|come up|gave|chose|chosen|choose|picked|voted|designed?|"
    r"invented|brought|contribut\w*|thought of|named|drew|drawn|"
    r"develop\w*(?! (?:their |our |his |her |my |a |the )?(?:knowledge|skills|understanding|confidence|"
    r"aim|charter))|agree\w*|generat\w*|"
    r"ideas?|favourites?|brainstorm\w*|co-?(?:design|produc|creat|develop|author)\w*|wrote|made|offered|decid\w*|"
    r"created?|put forward|prioriti\w*|workshop\w*|session)"
)
_NOBODY = (
    r"(?!(?:me|my|mine|the (?:internet|web|literature|guid\w+|driver|diagram|fishbone|data|process|pareto|map|course|"
    r"charter|theory|last|start|session|learning)|books?|reading|a (?:book|paper|course|website|visit)|online|"
    r"elsewhere|other|another|our (?:driver|diagram|fishbone|data|process|pareto|map|theory|own last)|here|there|"
    r"this|that|these|those|it|one|what|an? (?:article|journal|report)|\d)\b)"
)
TEAM_IDEAS = Loose(
    rf"\b(?:(?:came|comes?|taken|born)\b[^.;]{{0,25}}?|(?:ideas?|suggestions?|changes)(?: (?:is|are|was|were|all|"
    rf"mostly|mainly|"
    rf"both))* )from {_NOBODY}|"
    rf"^\(?from {_NOBODY}(?:the |our |a )?\w+|"
    r"\b(?:unit|team|ward|staff|class|crew|group|department|service|office|pupil|parent|patient)(?:'s|s')? "
    r"(?:\w+ )?(?:session|meeting|workshop|huddle|debrief|away day|day|afternoon)\b|"
    r"\b(?:told|asked) us (?:that )?(?:they|for|she|he|to)\b|\bwe (?:all |then )?(?:chose|voted|picked|selected)\b|"
    r"\b(?:an?|the|our|one) [a-z]+ (?:asked for|suggested|proposed|came up with|thought of|wanted)\b|"
    rf"\b{_OTHERS}(?:'s|’s|s'|s’)?\b.{{0,60}}\b{_FINDING}\b|\b{_FINDING}\b.{{0,60}}\b{_OTHERS}\b|"
    rf"\bchange ideas?\b.{{0,30}}\b{_OTHERS}\b|"
    r"\b(?:developed|generated|agreed|chosen|designed|created|drawn|identified|produced|written|tested|discussed)"
    r"(?: together| jointly)? (?:with|by) (?!me\b|myself\b)\w+",
)
# The same of somebody by name: “Jo came up with”, “the idea is Jo's”.
IDEAS_BY_NAME = expression(
    r"\b[A-Z][a-z]+(?:(?i: (?:came up with|suggested|proposed|thought of|had the idea)\b)|"
    r"(?i:'s (?:\w+ )?(?:idea|notion|suggestion|proposal|thought)\b))|"
    r"(?i:\bidea (?:is|was|came from) )[A-Z][a-z]+\b"
)
SYSTEM_TOOLS = Loose(
    r"\b(?:process[- ]?maps?|process[- ]?mapp\w*|mapp(?:ed|ing)|maps?|force[- ]?fields?|"
    r"fish ?-?bones?|cause[- ]and[- ]effect|ishikawa|(?:five|5) why'?s|pareto|flow ?-?charts?|"
    r"flow diagram|value stream|swim ?lanes?|observ(?:ed|ation|ations|ing)|"
    r"root cause|stakeholder analysis|spaghetti|systems? diagram|sipoc|affinity|"
    r"walk(?:ed|ing)? (?:\w+ ){0,4}?(?:the|through|round|a) (?:\w+ )?(?:process|journey|pathway|round|route|steps)|"
    r"sipoc|post-?its?|sticky notes|logic model|data wall|timeline|patient journey|journey|"
    r"shadow(?:ed|ing)|walk-?through|gemba|brainstorm\w*|affinity|tools? to understand|5w|"
    r"driver of delay|sat (?:beside|with))\b",
)
TEAM = expression(
    r"\b(?:teams?|group|joined me|working with me|alongside me|committee|co-?lead|with (?:two|"
    r"three|four|five) (?:colleagues|nurses|teachers|others)|members|huddle|(?:a?round|at) (?:the|our) table|"
    r"helping me|(?:has|"
    r"have) agreed to (?:help|join|be)|(?:two|three|four|five|six|seven|eight) of us|"
    r"(?:with|project:|work:) me, (?-i:[A-Z][a-z]+)|(?:in|in it|on it|in this|on this|on board) with me)\b|"
    r"(?-i:\b[A-Z][a-z]+ \([a-z][a-z ]+\)(?:,| and|, and) [A-Z][a-z]+ \()",
    re.IGNORECASE,
)
AHEAD = expression(
    r"\b(?:next (?:\w+ )?(?:steps?|months?|weeks?|tests?|pdsas?|cycles?|report|term|phase|stage)|"
    r"(?:i|we|(?:the|our|my) team) (?:now |then |still |also |both |all )?(?:will|shall|must|plan|intend|propose|"
    r"(?:need|want|hope|expect|have|aim|mean|wish) to)\b (?!be\b|have\b|get better\b|know\b|improve\b|reduce\b|"
    r"increase\b)|"
    r"i'll|we'll|(?-i:[A-Z][a-z]+|\b(?:I|team|group|sister|manager|nurse)) (?:and I )?will (?!be\b|often\b|always\b|"
    r"sometimes\b|never\b|not\b|only\b|usually\b|just\b)\w+|"
    r"(?:am|are|is|'m|'re) (?:now )?(?:going to|planning|planned|about to|due to)|plan(?:s|ning)? (?:to|"
    r"for)(?! (?:each|every|the|our|all|any) (?:child|patient|resident|pupil|person|client|tenant|young)\w*)|"
    r"plan is (?:now |then |still )?(?:to|that)\b|(?:the|my|our) (?:next )?plan is (?!(?:\w+ed|late|due|written|"
    r"sent|done|on|in|with|not|never|kept|seen)\b)|"
    r"intend to|hop(?:e|ing) to|my plan|still to do|to do list|"
    r"to do next|action plan|coming (?:weeks?|months?)|before (?:the )?(?:next )?learning session|"
    r"(?:is|are) being (?:planned|prepared|set up|arranged)|by the (?:next|time of)|"
    r"now i want|from here)\b",
    re.IGNORECASE,
)
CHART = Loose(
    r"\b(?:run[- ]?charts?|(?<!flip[ -])(?<!flow[ -])(?<!gantt )(?<!org )(?<!reward )(?<!sticker )(?<!star )"
    r"(?<!seating )(?<!organisation )(?<!picture )(?<!wall )(?<!height )(?<!behaviour )(?<!feelings )(?<!rota "
    r")(?<!fluid )(?<!balance )(?<!drug )"
    r"(?<!medicine )(?<!bed )(?<!food )(?<!stool )(?<!observation )(?<!cleaning )(?<!eye )(?<!toilet )(?<!potty "
    r")(?<!patient )(?<!patient's )charts?|graphs?|plots?|plotted|spc|control chart|histogram|figure \d|"
    r"dashboard|median)\b",
)
IMPROVER = Loose(
    r"\b(?:test\w*|measur\w*|predict\w*|theor(?:y|ies)|pdsas?|improve(?:r|rs|ment)?|qi|variation|"
    r"baseline|run chart|chart|habits?|small\w*(?! (?:ones?|roles?|parts?|numbers?|amounts?|children|"
    r"minority|town|share)\b)|my thinking|my own|(?<!than )i used to|i notice\w*|i see|"
    r"i now|i have learn\w*|i learn\w*|i am learn\w*|i'm learn\w*|i realis\w*|i had to|"
    r"i was|i am|i've|surpris\w*|(?:i|we|my|our|me)\b.*\b(?:people|team|listen\w*|involv\w*|"
    r"patien(?:ce|t with)|ask\w*|data|system|lead\w*|together)|curio\w*|reflect\w*|we learn\w*|"
    r"change idea|drivers?|coach\w*|scal\w*|slow\w* (?:me )?down|fail\w*|wrong|"
    r"solutions?)\b",
)
CORE = Loose(
    r"\b(?:data (?:tells?|shows?|helps?|speaks?)|people (?:support|own|follow|resist)|test(?:s|ed|ing)?|"
    r"measur\w*|predict\w*|theor(?:y|ies)|pdsas?|improve(?:r|rs|ment)|qi|variation|"
    r"baseline|charts?|habits?|"
    r"my thinking|jump(?:ed|ing|s)? (?:in|to)|answers|solutions?|hold(?:ing)? back|held back|ask(?:ed|ing)?|"
    r"listen\w*|involv(?:e|ed|ing)\b|"
    r"their own (?:\w+ )?(?:ideas?|tests?|solutions?|answers?|ways?|charts?|data|words|pace|minds?|reasons?)|"
    r"own ideas?|ideas?|curio\w*|humbl\w*|patien(?:ce|t with)|(?:to )?lead(?:ing)? (?:people|change|"
    r"others|a team|the team|them)|leadership|resist\w*|change ideas?|driver diagrams?|(?:our|my|the) drivers|"
    r"coach\w*|small (?:tests?|steps?|scale|change\w*)|start(?:ing)? small|think(?:ing)? small|"
    r"smaller(?! (?:ones?|roles?|parts?|numbers?|amounts?|share)\b)|slow\w* "
    r"(?:me |us )?down|"
    r"fail\w*|wrong|assum\w+|"
    r"spread(?:ing)? (?:it|this|that|them|things?|something|the|an?|to|too|before|ideas?|change\w*|across|without|"
    r"when|is|"
    r"means|happens|comes)|(?:to|before|about|without) spread(?:ing)?|people (?:side|change|need|want|will|don't)|"
    r"team\w*|colleagues|"
    r"together|trust|"
    r"control|delegat\w*|perfect\w*|rush\w*|(?<!than )i used to|reflect\w*|(?:the|our|a|whole|"
    r"of) systems?(?! works)|systems? thinking|need\w* (?:others|help|each other)|process map\w*|"
    r"bring(?:ing)? people)\b",
)
# Words that say as much only where the work is told of.
LASTING_LOOSELY = Loose(
    r"\b(?:standards?|routine\w*|procedure|policy|stick(?! (?:the|an?|it|them|this|that|these|those|up|on)\b)|"
    r"owner|owns)\b"
)
LASTING = Loose(
    r"\b(?:implement\w*|sustain\w*|embed\w*|spread(?!sheet)\w*|to last|will last|lasts|lasting|"
    r"permanent\w*|hold(?:ing)? the gains?|business as usual|bau|scal(?:e|ing) up|"
    r"roll\w*[- ]?out|induction|new starters|handed? over|hand over|maintain\w*|"
    r"normal practice|handbook|job descriptions?|(?:daily|weekly|normal|usual|everyday) "
    r"(?:practice|work|business|routine|huddle)|becom\w+ (?:part|the norm)|part of (?:the|our|how|what|their) |"
    r"keep\w* (?:it|this|them) (?:going|up)|carr(?:y|ies|ied) on (?:with|without)|long[- ]term|new staff|"
    r"tak\w+ (?:it )?over|when i (?:leave|go|move)|other (?:wards|teams|schools|sites|areas|classes|services))\b",
)
# “Quicker than I had thought they would be”: what the writer thought tells nothing of what is, or what others want.
THAN_THOUGHT = expression(
    r"\b(?:than|as) (?:i|we)(?:'d| had| have|'ve)? (?:\w+ )?(?:thought|expected|hoped|feared|planned|imagined|dared|"
    r"predicted|guessed|supposed)\b(?: (?:they|it|he|she|that|we|i)\b[^,;.]*)?",
    re.IGNORECASE,
)
BETTER = Loose(
    r"\b(?:improve(?:d|ment)?(?! practitioner)|shift|rose|risen|risen to|fell|fallen|moved|"
    r"above the|below the|better than|up to|down to|gained|increased|reduced|decreased|went up|"
    r"went down|reached|(?:from|was) \d+.{0,40} (?:to|now) \d+|now \d+|dropped|halved|doubled)\b",
)
