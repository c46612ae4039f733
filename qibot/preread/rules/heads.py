"""Whether a phrase is a concept by its build: what heads it, what it would do with it, and nothing that one sees.

A change that can be tried says who does what, with what, where or when. A concept is headed by a word for what people
wish, know, feel or share (“training”, “clarity”, “trust”), alone or as the object of a bettering (“raise …”), and
whatever stands behind it names at most whom or what it is about.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

_LONGEST = 9  # words
# Heads that are concepts whatever stands before them, by their stems.
_STRONG = Loose(
    r"(?:train(?:ing)?|educat(?:ion|ing)|aware(?:ness)?|communications?|engagement|involvement|participation|"
    r"empowerment|culture|ethos|mindset|attitudes?|behaviours?|beliefs|values|confidence|competen\w+|skills|"
    r"knowledge|"
    r"understanding|expertise|literacy|roles|responsibilit\w+|relationships?|leadership|team-?work(?:ing)?|"
    r"collaboration|"
    r"co-?operation|co-?ordination|co-?production|partnerships?|partnership working|links|working|liaison|morale|"
    r"motivation|well-?being|ownership|accountability|responsiveness|consistency|clarity|continuity|transparency|"
    r"visibility|reliability|flexibility|efficiency|effectiveness|productivity|capacity|capability|resources|"
    r"resourcing|staffing|workforce|expectations?|aspirations|ambitions?|trust|openness|honesty|honest conversations|"
    r"bureaucracy|variation|barriers|stigma|inequalit\w+|supervision|mentoring|upskilling|buy-?in|commitment|"
    r"compliance|"
    r"adherence|importance|profile|principles|approach(?:es)?|independence|resilience|inclusion|inclusivity|equity|"
    r"equality|dignity|compassion|empathy|respect|decision-?making|prevention|early intervention|intervention|"
    r"governance|"
    r"oversight|access|standards|standardi[sz]ation|integration|enablement|self-?management|safety|autonomy|"
    r"responsibility|professionalism|quality|best practice|good practice|technology|innovation|signposting|"
    r"sustainability)",
)
# Heads that are concepts behind a word that only says how good they are.
_WEAK = Loose(
    r"(?:information|access|process(?:es)?|systems?|planning|practices?|conversations|interactions|environment|"
    r"support|"
    r"advice|guidance|feedback|learning|handovers?|discharges?|referrals?|documentation|recording|care|service|"
    r"services|"
    r"staff|teams?|managers|colleagues|people|parents|families|meetings|sharing|use|delivery|provision|assessments?|"
    r"monitoring|follow-?up|experiences?|pathways?|contact|time|opportunities|facilities|management|processing|"
    r"responses?)",
)
_HOW_GOOD = Loose(
    r"(?:better|more|good|great(?:er)?|best|improved|improving|increased|increasing|enhanced|effective|efficient|"
    r"consistent|clear(?:er)?|strong(?:er)?|strengthened|close(?:r)?|timely|timelier|early|earlier|prompt|"
    r"smooth(?:er)?|"
    r"quick(?:er)?|fast(?:er)?|simpler|regular|robust|reliable|meaningful|positive|shared|joint|joined-up|"
    r"collaborative|"
    r"proactive|holistic|inclusive|supportive|welcoming|nurturing|appropriate|adequate|sufficient|quality|"
    r"high-quality|"
    r"modern|innovative|flexible|accessible|additional|further|extra|fewer|less|reduced|safer|kinder|specialist|peer|"
    r"emotional|multi\w*|multi-\w+|inter\w*-?agency|\w+-(?:centred|led|informed|based|focused|wide))",
)
_BETTERING = (
    r"(?:improv|increas|enhanc|rais|rebuild|build|promot|develop|support|encourag|strengthen|foster|creat|ensur|"
    r"maximis|"
    r"optimis|reduc|reinforc|empower|embed|motivat|engag|involv|educat|upskill|chang|shift|streamlin|simplif|"
    r"standardis|tackl|address|nurtur|influenc|achiev|provid|deliver|establish|sustain|maintain|instil|cultivat|"
    r"champion|grow|deepen|clarif|broaden|widen|boost|restor|minimis|overcom|challeng|shar|focus(?:s)?|target|"
    r"ha[vs]|giv|"
    r"offer|more|better|need for)"
)
_BETTERS = expression(rf"(?:to )?{_BETTERING}(?:e|es|ing|ying|y|ion|ation|ment|t?ing)?\b(?: on)?", re.IGNORECASE)
# Of these verbs whatever follows is a concept, where it names nothing that one could see.
_ONLY_WISHES = Loose(
    r"(?:to )?(?:improv|enhanc|promot|strengthen|foster|maximis|optimis|reinforc|empower|motivat|upskill|educat|"
    r"nurtur|"
    r"streamlin|encourag|instil|tackl)\w*$",
)
_FOLK = (
    r"(?:staff|managers?|nurses?|doctors?|teachers?|colleagues|teams?|everyone|everybody|people|families|parents|"
    r"carers|"
    r"patients|pupils|children|young people|residents|tenants|customers|learners|volunteers|officers|workers)"
)
_WOULD_BE = Loose(
    rf"(?:(?:mak\w+|help\w*|get\w*|ensur\w+|hav\w+) )?(?:the |our |all |sure )*{_FOLK} "
    r"(?:(?:to )?(?:be|being|feel|feeling|become) )?(?:(?:more|better|fully|truly|well) )[\w-]+(?: \w+){0,4}",
)
_PREPOSITION = expression(
    r"\s(?:for|of|with|to|in|between|among|amongst|across|by|on|at|about|from|towards?|around|where|so|that|within|"
    r"through|when|into|as|regarding)\b",
    re.IGNORECASE,
)
_ARTICLES = expression(r"^(?:(?:an?|the|our|their|all|some|any|my|ongoing|general|further|own)\s+)+", re.IGNORECASE)
# What one could see or say when: then it is no mere concept.
_SEEN = Loose(
    r"\d|[\"“”]|\b(?:minutes?|hours?|one|two|three|four|five|six|seven|eight|nine|ten|scripts?|posters?|"
    r"stickers?|cards?|"
    r"checklists?|templates?|leaflets?|texts?|apps?|forms?|boards?|huddles?|each|daily|weekly|monthly|"
    r"fortnightly|before|"
    r"after|with an?|e\.g|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|afternoons?|evenings?|"
    r"nights?|"
    r"lunch\w*|breakfast|noon|phone\w*|telephone\w*|video|letters?|folder|sheets?|box(?:es)?|bags?|doors?|desk|gate|"
    r"bedside|corridor|wall|window|screen|whiteboard|calendar|diary|slots?|drop-ins?|buddy|buddies|badge|signs?|"
    r"labels?|"
    r"tags?|photos?|pictures?|map|song|game|kit|trolley|van|car|bus|room|bay|stairs|shelf|shelves|pens?|lanyard|"
    r"magnet|"
    r"at the|by the|in the (?:hall|car|kitchen|porch|playground|staff)|written|printed|named|first|same|next|who)\b",
)


def is_headed_by_a_concept(text: str) -> bool:
    """Whether a change idea is a concept by its build."""
    said = text.strip(" .;,").replace("’", "'")
    if len(said.split()) > _LONGEST or _SEEN.search(said):
        return False
    if _WOULD_BE.fullmatch(said):
        return True
    begins = _BETTERS.match(said)
    rest = said[begins.end() :].strip() if begins else said
    if begins and _PREPOSITION.match(" " + rest):  # “Upskilling of the workforce”
        begins, rest = None, said
    phrase = _PREPOSITION.split(" " + _ARTICLES.sub("", rest), maxsplit=1)[0].strip()
    return any(
        _is_concept(part, begins[0] if begins else "") for part in re.split(r"\s+and\s+|,\s*|/|\s&\s", phrase) if part
    )


def _is_concept(phrase: str, begins: str) -> bool:
    words = _ARTICLES.sub("", phrase).split()
    if not words:
        return False
    two = " ".join(words[-2:])
    if _STRONG.fullmatch(words[-1]) or _STRONG.fullmatch(two):
        return True
    if begins and _ONLY_WISHES.match(begins):
        return True
    weak = bool(_WEAK.fullmatch(words[-1]))
    return weak and bool(begins or any(_HOW_GOOD.fullmatch(word) for word in words[:-1]))
