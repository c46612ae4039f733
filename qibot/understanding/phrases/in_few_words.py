"""What a line of few words may be: thanks, or, in answer to a reminder, the reason (“Migraine”, “School flooded”).

The weights know hardly a word of such a line, and take what they don't know for a courtesy.

| a line | becomes |
|---|---|
| with a word of thanks, of a promise, of praise or a greeting | thanks, as the weights say |
| in answer to a reminder, that names what can befall somebody, or trouble | circumstances |
| … of no more than a few words that say nothing known | its writer is asked |
| the same behind thanks, after a full stop or a comma (“thanks, labour ward”) | the same; of work or a place: asked |
| behind thanks, that the report is under way (“typing it on the train”) | thanks |
| in answer to a check-in, that says any word not of the project (“still here, in bits”) | likewise |
| “sorry” beside the reason, “not great” | no thanks |
| with anything else in it | no thanks |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.meaning.families import families_in, plain_words
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.phrases.under_way import is_under_way

MISSING = ("remind_missing", "remind_missing_again", "remind_deadline")
MOST, CONTENT = 8, 4  # words of such a line, and of these the ones that say something
CHECKED = 10  # words of an answer to a check-in each of which is looked at
REASONS = {"@ill", "@death", "@calamity", "@kin", "@workload", "@leave"}
BEFALLS = REASONS - {"@kin", "@workload"}  # … behind thanks, where “family fun day went well” may be news
_THANKS = expression(
    r"\b(?:thank\w*|thanx|thx|tx|ta|cheers|merci|danke|obliged|grateful\w*|gratitude|appreciat\w*|kind of you"
    r"|bless\w*|xx*"
    r"|noted|received|got (?:it|this|that|them)|understood|ok(?:ay)?|k|aye|yes|yep|yup|sure|right|fine"
    r"|fair enough|no problem\w*|no worries"
    r"|no bother|nae bother|will do|wilco|sorry|apolog\w*|oops|whoops|my bad|welcome|pleasure|not at all|you too"
    r"|likewise|same to you"
    r"|great|good|grand|lovely|brilliant|excellent|perfect|super\w*|fab\w*|amazing|awesome|wonderful|fantastic"
    r"|smashing|magic|nice\w*"
    r"|helpful|useful|chuffed|delighted|pleased|happy|glad|reassur\w*|encourag\w*|love\w*|enjoy\w*"
    r"|looking forward|well done|congrat\w*"
    r"|hi|hello|hiya|hey|dear|morning|evening|bye|regards|wishes|weekend|christmas|holiday|easter|new year|day to you"
    r"|see you|speak soon|talk soon|till then|deal|agreed|done|sorted|on it|onto it|on (?:the|my) (?:case|list)"
    r"|job|hear you|roger|ack"
    r"|i['’]?ll|will|shall|soon|shortly|tonight|tomorrow|today|later|nearly|almost|coming|way|working|getting"
    r"|going to|promise\w*"
    r"|mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|by|before|this week|next week"
    r"|finish\w*"
    r"|about to|acknowledged?|seen|read|filed|righto|in hand|braw|sound|legend|stars?|phew|woo\w*|yay|ya beauty"
    r"|touch[eé]|wow|ha|confirmed|i see(?=\W*(?:[,.!;]|$))"
    r"|okey ?doke\w*|rare|marvellous|ty|taing|tapadh|go raibh|kind|fair|point taken|makes sense|no complaints"
    r"|all (?:clear|good|gd"
    r"|in order|well)|made my|cheered|solidarity|doll|gaun yersel|suits|works|taken (?:on board|to heart)"
    r"|no need to reply)\b"
    r"|[\U0001F44D\U0001F64F\U0001F44C\U0001F600-\U0001F64F❤☺✅]|[:;]-?\)",
    re.IGNORECASE,
)
# What befalls somebody by itself; and a place, a computer or a train, where the report is written, too.
_EVENTS = (
    r"personal|strikes?|snow\w*|ice|icy|storm\w*|flood\w*|toothache|tooth|root canal|dentist|in labour|birth|born|twins"
    r"|new ?born|boiler|power (?:cut|out)|electricity|heating|outage|cyber\w*|nativity|panto\w*"
    r"|parents['’]? (?:evening|night)|hmie|ofsted|cqc|inspect\w*|house move|moving house|no cover|short ?-?(?:staffed"
    r"|handed)|shut|closed|closure|outbreak|evacuat\w*|restructur\w*|broke\w* down|a ?& ?e|jury\w*|everyone['’]?s off"
    r"|two down|crazy|mad(?:ness)?|chaos|hectic"
)
_PLACES = (
    r"internet|wi-?fi|broadband|laptop|computer|it (?:outage|down|problems?)|systems?|server|supply|staff\w*|roof"
    r"|building|school|ward|nursery|office|clinic|trains?"
)
_EVENT = expression(rf"\b(?:{_EVENTS})\b", re.IGNORECASE)
REASON = expression(rf"\b(?:{_EVENTS}|{_PLACES})\b", re.IGNORECASE)
_TROUBLE = expression(
    r"\bpersonal\b|\bprivate (?:matters?|stuff|reasons?|things)\b"
    r"|\b(?:health|family|home|money|marriage|domestic|medical) (?:problem|issue|stuff|trouble|matter|worr|thing"
    r"|situation)\w*"
    r"|\b(?:trouble|problems?|difficult\w*|hard|things|stuff|issues) at home\b|\bhome life\b"
    r"|\b(?:exhausted|shattered|knackered|worn out|drowning|overwhelmed|swamped|burn(?:t|ed|ing)?[ -]?out"
    r"|at the end of my tether)\b"
    r"|\b(?:not|n['’]t|barely|hardly|never)(?: \w+)? (?:coping|cope|managing|in a good place|myself|sleeping)\b"
    r"|\b(?:hard|rough|tough|bad|difficult|awful|terrible|horrible|dreadful|rotten) (?:time|patch|spell|few|week"
    r"|month|year|couple)\w*"
    r"|\bmy (?:plate|knees)\b|\bthrough the mill\b|\b(?:things|it) (?:aren['’]?t|are not|isn['’]?t|is not) (?:good"
    r"|great)\b"
    r"|\btoo much on\b|\babove water\b|\bhead['’]?s (?:not )?(?:in it|all over|elsewhere|mince)\b"
    r"|\bone thing after another\b"
    r"|\b(?:lots|a lot) going on\b|\bfinding (?:it|things) (?:all )?(?:tough|hard|difficult)\b",
    re.IGNORECASE,
)
# What goes on with the project, which a check-in asks for.
_GOES_ON = expression(
    r"\b(?:going|goes|(?:plodding|ticking|getting|coming|carrying) (?:away|over|along|on)"
    r"|survey\w*(?:(?: is| are|['’]s) out)?|pilot\w*|wards?|staff"
    r"|started|starts?|starting|collect\w*|nothing (?:new|much)|no (?:news|change)|quiet|alive|and kicking"
    r"|progress\w*"
    r"|busy|not bad|cannae complain|can['’]t complain|surviving|all well|well|strong|ticks?|crack(?:ing)? on|away"
    r"|(?:great|like) (?:guns|a dream|a train)|nicely|steadily|steady|smoothly|slowly(?: but surely)?|slow"
    r"|brilliantly"
    r"|gathering|building|growing|improving|improved|climbing|falling|dropping(?! out)|analyst|laminated"
    r"|printed|rolled"
    r"|rolling|roll-?out|trained|training|launch\w*|up and running|bedding in|settl(?:ing|ed) in|on (?:track"
    r"|course|schedule)"
    r"|(?:the|our) (?:nurses|porters|teachers|kids|children|pupils|patients|residents|doctors|midwives|cooks"
    r"|carers|parents"
    r"|cleaners|drivers|team) (?:really |all )?(?:like|love|enjoy|use|are using|are on board"
    r"|are keen)(?: (?:the|it|this)"
    r"(?: new)?(?: \w+)?)?|(?:everyone|everybody|the team)(?:['’]s| is| are) (?:on board|keen|happy|up for it))\b",
    re.IGNORECASE,
)
_OF_PROJECT = {"@qi", "@report", "@spoke", "@meet", "@attached"}
_GREETING = expression(
    r"^\W*(?:hi(?:ya)?|hello|hey|dear|(?:good )?(?:morning|afternoon|evening))\b(?=\W+\w+\W+\w)", re.IGNORECASE
)
_SORRY = expression(
    r"^\W*(?:so |very |really )?(?:sorry|apologies)(?: all| ann)?\s*[,.:;!–-]+\s*|\s*[,–-]\s*(?:so |very )?(?:sorry"
    r"|apologies)\W*$",
    re.IGNORECASE,
)
_NOT_GOOD = expression(
    r"(?:\b(?:not|never|no|isnae|hardly|barely)\b|n['’]t\b)(?: (?:so|very|too|that|all|doing|really|feeling|been))*"
    r" (?:great|good|grand|ok(?:ay)?|fine|well|brilliant|nice|happy|right|lovely|fabulous)\b",
    re.IGNORECASE,
)
_SENDS = expression(
    r"\b(?:here['’]?s|here is|here are) (?:my|the|our|a)\b|\b(?:attached|attaching|enclosed)\b", re.IGNORECASE
)
_ASKS = expression(
    r"^\W*(?:is|are|do|does|did|can|could|would|should|shall|who|what|where|when|which|how|why"
    r"|please)\b",
    re.IGNORECASE,
)
_HOLDS_TOGETHER = """
    a an the of in on at to for from with and or but so as is it's its it this that these here there now today still
    just very really quite some any no not all we we're i i'm i've my our us me you your he she they her his their been
    be am are was were has have had do did does got get up down out off
"""
_TO_ALL = frozenset(["both", "all", "everyone", "everybody", "folks", "again", "much", "indeed", "lots", "million"])
LINES = 30  # words of thanks with a promise
_PARTS = expression(r"[,;:]+\s|\s[–—-]+\s|(?<=\w)[–—]|[()]")
_HOPES = expression(
    r"\W*(?:and |i |we )?hope (?:that )?(?:you|all|everyone|everything)(?:['’]re|['’]s| are| is)?(?: (?:all|both"
    r"|keeping|doing|going))* (?:well|good|ok(?:ay)?|fine|great|grand)(?: (?:with you|too|there))*\W*"
    r"|\W*(?:i|we) (?:see|know|saw|hear|have)(?: (?:it|this|that))?\W*"
    r"|\W*(?:i['’]m|we['’]re|i am) aware(?: of (?:it|this))?\W*",
    re.IGNORECASE,
)
_FOR = """
    reminder reminders remind reminding nudge nudges nudging prompt prompts prompting help helping heads patience
    understanding mail message note reply response letting poke push kick chase chasing chaser checking info update
    deadline gentle friendly kindly prod jog memory flagging flag pointing concern kindness support swift speedy
    thoughtful bearing always ever usual lovely again such
"""
_GIVEN_FOR = frozenset(_FOR.split())
_OF_LIVES = expression(r"\b(?:he|she|they|him|her|his|hers|them|their|my|our|it|thankfully)\b", re.IGNORECASE)
_GRAVER = {"@ill", "@death", "@calamity", "@kin", "@workload", "@cope", "@leaving", "@team", "@mentorwork", "@manager"}
_GIVES_THANKS = expression(r"\b(?:thank\w*|thanx|thx|cheers|ta|grateful|appreciat\w*|obliged|merci)\b", re.IGNORECASE)
_PROMISES = expression(
    r"\b(?:i['’]?ll|i (?:will|shall)|i['’]?m going to|(?:you|it|that|this|the report)(?:['’]ll| will)|will)\b"
    r".{0,20}\b(?:do|send|get|have|submit|finish|complete|write|hand|be (?:with|in|there|done|on)|make|crack"
    r"|start)\b",
    re.IGNORECASE,
)
_HOLDS_BACK = expression(
    r"[?]|n['’]t\b|\b(?:not|never|no longer|cannot|if|unless|until|till|try|hope\w*|might|may|but|though"
    r"|although|however"
    r"|still|yet|depend\w*|private\w*|between|again|struggl\w*|difficult|hard)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(_HOLDS_TOGETHER.split())


def typed_in(mail: Mail) -> str:
    """What its writer typed, without what stands below their name."""
    named = mail.sender_name or (mail.sender or "").partition("@")[0].replace(".", " ")
    return said_in(mail.top, frozenset(), frozenset(named.casefold().split()))


def is_polite(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a word of thanks, of a promise, of praise or a greeting stands in it, or it is nothing but courtesies;
    “thanks, here's my chart” sends something."""
    said = typed_in(mail)
    if _SENDS.search(said):
        return False
    return _thanks(said) or not any(_content(one, names) for one in sentences(said))


def is_all_polite(mail: Mail, names: frozenset[str]) -> bool:
    """The same of each of its sentences, and of each clause beside thanks: “Thanks. Personal reasons.” says more."""
    return all(_is_polite(one, names) for one in _told(typed_in(mail)))


def _told(said: str) -> list[str]:
    """Its sentences; one that gives thanks by its clauses: “thanks, mum passed”."""
    told = [_PARTS.split(one) if _GIVES_THANKS.search(one) else [one] for one in sentences(said)]
    return [part for some in told for part in some if part.strip()]


def _is_polite(said: str, names: frozenset[str]) -> bool:
    if is_courtesy(said, names) or not _content(said, names) or _HOPES.fullmatch(said):
        return True
    return _only_thanks(said, names) if _GIVES_THANKS.search(said) else _thanks(said) or is_under_way(said, names)


def only_thanks_and_promises(mail: Mail, names: frozenset[str]) -> bool:
    """Whether each of its sentences thanks or promises a report, and nothing denies, asks or sets a condition."""
    said = typed_in(mail)
    if mail.sends or _HOLDS_BACK.search(said) or families_in(said) & _GRAVER or len(said.split()) > LINES:
        return False
    told = [one for one in sentences(said) if not is_courtesy(one, names) and _content(one, names)]
    return bool(_GIVES_THANKS.search(said)) and all(_PROMISES.search(one) or _only_thanks(one, names) for one in told)


def _only_thanks(said: str, names: frozenset[str]) -> bool:
    """Whether a sentence of few words thanks, and speaks of nobody and nothing of its writer's."""
    rest = _GIVES_THANKS.sub(" ", said)
    if not _thanks(said) or _OF_LIVES.search(rest):
        return False
    return is_of_the_work(" ".join(_content(_THANKS.sub(" ", rest), names)), names | _GIVEN_FOR)


def says_nothing_known(said: str, names: frozenset[str]) -> bool:
    """Whether a clause says something, and holds no word of thanks, of a promise, of praise or a greeting."""
    return not (_thanks(said) or is_courtesy(said, names)) and bool(_content(said, names))


def says_more_than_thanks(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause has a word beside those of thanks, of a promise, of praise and of a greeting."""
    return not is_courtesy(clause, names) and bool(_content(_THANKS.sub(" ", clause), names | _TO_ALL))


def answers_reminder(answered: Letter | None) -> bool:
    """Whether it is a reminder of the report that is answered, to which few words are most likely the reason."""
    return answered is not None and answered.name in MISSING


def answers_check_in(answered: Letter | None) -> bool:
    """Whether it answers the question how its writer is, to which few words are news of the project, or the trouble."""
    return answered is not None and answered.name == "check_in"


def names_reason(mail: Mail, names: frozenset[str], *, checked: bool = False) -> bool:
    """Whether a line names what can befall somebody, and neither asks nor promises anything. In answer to a check-in
    (`checked`) a school or a ward is the project's."""
    said = _line(mail, names)
    if said is None or (checked and _is_news(said)):
        return False
    thanked = _GIVES_THANKS.search(typed_in(mail)) is not None
    if _TROUBLE.search(said) or families_in(said) & (BEFALLS if thanked and not checked else REASONS):
        return True
    return not checked and (_EVENT if thanked else REASON).search(said) is not None


def may_be_reason(mail: Mail, names: frozenset[str], *, checked: bool = False) -> bool:
    """Whether it is a line of a few words that nothing is known of; in answer to a check-in that one word isn't."""
    if checked:
        return _says_what_is_not_of_the_work(mail, names)
    said = _line(mail, names)
    return said is not None and 0 < len(_content(said, names)) <= CONTENT


def _says_what_is_not_of_the_work(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a line of a few words says anything else than that its writer is there, the project goes on, or thanks:
    “still here, in bits”, “all good, bar the drink”."""
    said = typed_in(mail)
    if mail.sends or not 0 < len(said.split()) <= CHECKED:
        return False
    return not is_of_the_work(_GOES_ON.sub(" ", said), names)


def _is_news(said: str) -> bool:
    """Whether it tells of the project."""
    return bool(families_in(said) & _OF_PROJECT)


def _thanks(said: str) -> bool:
    """Whether a word of thanks and the like stands in it beside what it is sorry for, and beside “not good”."""
    rest = _GREETING.sub(" ", _SORRY.sub(" ", said))
    return not rest.strip() or _THANKS.search(_NOT_GOOD.sub(" ", rest)) is not None


def _line(mail: Mail, names: frozenset[str]) -> str | None:
    """What it says where that is a line which neither thanks, asks nor promises; what is polite beside thanks doesn't
    count."""
    whole, thanked = typed_in(mail), _GIVES_THANKS.search(typed_in(mail)) is not None
    beside = [one for one in sentences(whole) if not is_courtesy(one, names)]
    rest = [one for one in _told(whole) if not _is_polite(one, names)] if thanked else beside
    said = " ".join(rest)
    if "?" in said or _ASKS.search(said) or not 0 < len(said.split()) <= MOST or mail.sends:
        return None
    return None if any(_thanks(one) for one in rest) else _SORRY.sub(" ", said).strip() or None


def _content(said: str, names: frozenset[str]) -> list[str]:
    """The words that say something: neither a name nor a number, nor one of those that hold a sentence together."""
    return [w for w in plain_words(said) if w not in _SAYS_NOTHING and w not in names and any(c.isalpha() for c in w)]
