"""Who is spoken to and whom it is about: names and pronouns of a text, resolved as a reader does it at a glance.

“Jo, lovely chart” speaks to Jo, “Jo is lost” is about her, and in “I worry about wee Jamie. He isn't coping” *he* is
the boy. So a name that is called becomes PRAC-V, one that is spoken of stays PRAC (MENT, MGR …), and *he*, *she* and
*they* become whom they stand for: PRAC, MGR, SOMEBODY (a pupil, a nurse, a name that nobody in the enrolment bears) or,
where nobody was named before, THEY (one) and THOSE (several, or one). Somebody else who is called is SOMEBODY-V:
“Karen, could you give her a ring” isn't said to Jo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from qibot.expression import expression

GIVEN_NAMES = Path(__file__).with_name("given_names.txt")
SHORT_NAMES = Path(__file__).with_name("short_names.txt")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Names that are ordinary words, too: they count as names with a capital alone, and not where a sentence asks with them.
ORDINARY = _set("""
    al amber an april art ash baker bel bell belle ben berry best bill bird bishop black bob brook brown cam
    carter chase cliff con cook daisy dale dan dawn day dean dick do dolly don dot drew em eve faith field
    fisher flo ford fox fran frank gardener gene gill glen grace grant green guy hal he heath heather hill holly
    hope hunter in ivy jack jan jay jean jess jock joy june kay kim king kit lamb larry law lee lex lily little
    long lou love mac mark martin mason max may mercy mick miller mina mo my nan nat ned nell nick noble norm
    olive on page pam pat patience pearl peg penny pip polly pope price rae ray read reid rene rice rich rick
    rob robin rod roger rose ruby sal sandy sharp shaw she short si sid small smith so star stew sue swan tam
    taylor ted tess they tina tony trina val vic violet von wat way week white will win wolf wood woods young
""")
NEAR = 3  # sentences within which a pronoun stands for somebody who was named
SINGLE = _set("""
    boy girl lad lass lassie child pupil patient client tenant resident nurse teacher porter doctor consultant
    manager sister colleague carer customer learner student volunteer mother mum dad father granny gran
    grandmother man woman gentleman lady somebody someone person kid wean bairn driver officer constable
    sergeant crew lead sponsor analyst headteacher depute owner caller parent daughter son husband wife
    neighbour user worker assistant midwife librarian apprentice chef cook janitor receptionist clerk physio
    dentist gp councillor director boss chief matron registrar surgeon everyone everybody nobody anyone anybody
    whoever baby toddler family team member
""")
PLURAL = _set("""
    boys girls lads lassies children pupils patients clients tenants residents nurses teachers porters doctors
    consultants managers colleagues carers customers learners students volunteers mothers mums dads fathers men
    women people persons kids weans bairns drivers officers crews staff families parents users workers
    assistants midwives librarians apprentices owners callers team teams wards schools councillors directors
    folk others neighbours physios dentists numbers figures data charts measures tests results posters forms
    letters ideas drivers aims minutes reports pages words
""")
TITLES = _set("""
    mr mrs ms miss dr prof insp sgt sister
""")
ONE = {"he": "", "she": "", "him": "", "her": "'s?", "his": "'s", "himself": "", "herself": "", "he's": " is",
       "she's": " is", "he'll": " will", "she'll": " will", "he'd": " would", "she'd": " would",
       "hers": "'s"}  # fmt: skip
MANY = {"they": "", "them": "", "their": "'s", "theirs": "'s", "themselves": "", "they're": " is", "they've": " has",
        "they'll": " will", "they'd": " would"}  # fmt: skip
_GREETING = _set("""
    hi hello hey dear morning afternoon evening thanks thank you cheers well done ok okay right so yes no sorry
    hiya and good great lovely nice brilliant fantastic excellent congratulations welcome hallo liebe lieber
    guten bonjour salut cher chère oh ah aye och now look listen come on
""")
_BEFORE_NAMES = _set("""
    wee old young and with to ask asked tell about from by for nurse sister when like than
""")
_ORDINARY_CAPITALS = _set("""
    i i'm i've teams zoom word excel english friday report pdsa april may
""")
_BEFORE_CALLED = _set("""
    report work job stuff effort start done one again there too you this that month update progress reading
    chart aim all much everything good great idea thought piece point luck
""")
_GOOD = _set("great good lovely fab brilliant excellent fantastic super superb nice cracking wonderful clear tidy")
_OF_WORK = _set("report work job stuff progress effort aim chart charts data measure measures results pdsa update")
_NAMED = frozenset(("PRAC", "MENT", "MGR", "OTHER", "TEAM"))
# What is said of somebody whose name stands before it; behind “hi,” more than behind “hi”, which a name follows mostly.
_SAYS_OF = _set("""
    shouted snapped bullied humiliated ignores
    is isn't was wasn't has hasn't had hadn't does doesn't didn't never keeps seems hardly
""")
_SAYS_OF_PARTED = _SAYS_OF | _set("""
    did will won't would wouldn't can't cannot couldn't should shouldn't must always rarely seldom barely only kept
    told said says wrote writes promised refused refuses ignored ignores forgot forgets cancelled shouted shouts snapped
    gave gives got gets made makes went goes left takes took looks feels thinks wants needs needed who which
    might may
""")
_GREETS = ("hi", "hello", "dear", "hey", "thanks", "morning", "hiya", "cheers", "thank")
_STOPS = (",", "!", ".", ":", "–", "-")
_ENDS_AS_VERB = expression(r"[a-z]{2,}[a-rt-z]s")  # behind a name and a stop: “Hi, Jo struggles …”
_NO_VERB = _set("""
    thanks comments thoughts apologies congrats congratulations greetings notes this his hers yours sometimes perhaps
    lots loads charts measures tests results sorry does
""")
_TO_ONESELF = _set("me my our again us")
_MINE = _set("""
    thanks thank sorry please here i i've i'm i'd i'll we you your can could would will this that it my let see find
    tell send give show call ring great good nice lovely just and what how when where do did is are was
""")
_BETWEEN = _set("""
    still just really simply clearly and also often now apparently
""")  # what says nothing of whom it is about: the next word does
_ASKS_OF_IT = _set("""
    you your you're this that it we i there these those
""")
_MAY_ASK = _set("""
    the a an any anything anyone anybody everything everyone all my our PRAC MENT MGR OTHER TEAM
""")


@dataclass(slots=True)
class Mentioned:
    """Who writes, and who was named so far: the last single person and the last several, each with its sentence."""

    signs: str = ""
    one: tuple[str, int] = ("", -99)
    many: tuple[str, int] = ("", -99)
    called: list[str] = field(default_factory=list)


def resolved(told: Iterable[tuple[list[str], list[str], list[str]]], signs: str = "") -> list[list[str]]:
    """The sentences' words with people resolved. Each comes as its words, as the same words were typed, and as what
    stands right behind each of them (a comma, a full stop …). `signs` is who writes: nobody is “she” to herself, so
    that a name under a mail doesn't make one of the postscript's."""
    seen = Mentioned(signs)
    return [_sentence(n, words, typed, after, seen) for n, (words, typed, after) in enumerate(told)]


def _sentence(n: int, words: list[str], typed: list[str], after: list[str], seen: Mentioned) -> list[str]:
    found: list[str] = []
    for place, word in enumerate(words):
        if word in _NAMED:
            if _is_called(place, words, typed, after):
                seen.called.append(word)
                found.append(f"{word}-V")
            elif word == "TEAM" and typed[place].lower() == "team":
                found.append("team")  # anybody's
            else:
                seen.one = (word, n) if word not in ("TEAM", seen.signs) else seen.one
                found.append(word)
        elif _is_given_name(place, typed):
            called = _is_called(place, words, typed, after)
            seen.one = seen.one if called else ("SOMEBODY", n)
            found.append("SOMEBODY-V" if called else "SOMEBODY")
        elif word in ONE:
            found += _whom(seen.one, n, ONE[word], following=words[place + 1 : place + 2])
        elif word in MANY:
            nearest = max((seen.one, seen.many), key=lambda who: who[1])
            found += _whom(nearest, n, MANY[word], following=[], otherwise="THOSE")
        elif word in SINGLE:
            seen.one = ("SOMEBODY", n)
            found.append(word)
        elif word in PLURAL:
            seen.many = ("SOMEBODY", n)
            found.append(word)
        elif _is_stranger(place, words, typed):
            seen.one = ("SOMEBODY", n)
            found.append("SOMEBODY")
        else:
            found.append(word)
    return found


def _whom(who: tuple[str, int], n: int, more: str, *, following: list[str], otherwise: str = "THEY") -> list[str]:
    name = who[0] if who[0] and n - who[1] <= NEAR else otherwise
    if more == "'s?":  # “her report” is hers, “ask her” is she
        more = "'s" if following and following[0] not in ("and", "to", "?", "!", "if", "that", "about", "a") else ""
    return [name, *more.split()] if not more.startswith("'") else [name, "'s"]


def _is_called(place: int, words: list[str], typed: list[str], after: list[str]) -> bool:
    """Whether a name is called: between commas, in a greeting, alone, or at a sentence's end behind a comma."""
    before = words[:place]
    behind = after[place] if place < len(after) else ""
    opens = all(w in _GREETING or w in _NAMED for w in before) and len(before) <= 3
    comma_before = place > 0 and after[place - 1][:1] in (",", "–", "-", ":")
    ends = place == len(words) - 1
    if opens and (
        behind[:1] in (",", "!", ":", "–", "-", ".", ";", "?") or ends or _goes_on(place, words, typed, after)
    ):
        return True
    stops = ends or behind[:1] in (",", "!", ".", "?", ":", "–", "-")
    return stops and (comma_before or (place > 0 and words[place - 1] in _BEFORE_CALLED))


def _goes_on(place: int, words: list[str], typed: list[str], after: list[str]) -> bool:
    """“Jo I liked …”, “Jo lovely report”: a greeting without its comma. “Hi, Jo is lost” and “Hi, Jo's lost” speak of
    her."""
    following, owns = words[place + 1] if place + 1 < len(words) else "", typed[place].endswith(("'s", "’s"))
    praised = following in _GOOD and not owns and not _OF_WORK.isdisjoint(words[place + 2 : place + 5])
    if praised or following in ("i", "i've", "i'm", "you", "your", "you've", "what", "this", "can", "could", "thanks"):
        return True
    if place == 0 or words[0] not in _GREETS:
        return False
    parted = after[place - 1][:1] in _STOPS
    return not owns and not is_told_of(words[place + 1 :], parted=parted, asks="?" in words)


def is_told_of(behind: list[str], *, parted: bool, asks: bool) -> bool:
    """Whether what stands behind a name that follows a greeting is said of who bears it: “Hi, Jo never writes”; not so
    in “Hi Jo is this the right file?”. `parted` a stop stands between the two; `asks` the sentence is a question."""
    while parted and behind[:1] and behind[0] in _BETWEEN:
        behind = behind[1:]
    verb, then = (*behind[:2], "", "")[:2]
    if verb == "my":
        return parted and then in ("mentor", "manager", "head", "boss", "colleague", "mentee", "practitioner")
    does = parted and _ENDS_AS_VERB.fullmatch(verb) is not None and verb not in _NO_VERB
    did = parted and verb not in _MINE and not _TO_ONESELF.isdisjoint(behind[1:6])  # “Hi, Ann lost her temper with me”
    if not (does or did) and verb not in (_SAYS_OF_PARTED if parted else _SAYS_OF):
        return False
    return not (then in _ASKS_OF_IT or (asks and then in _MAY_ASK))


def is_given_name(word: str) -> bool:
    """Whether it is a first name that people here have."""
    return word.casefold() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(GIVEN_NAMES.read_text(encoding="utf-8").split())


def also_called(name: str) -> frozenset[str]:
    """What else somebody with this first name may be called, in small letters: Liz for Elizabeth, and the other way."""
    return _kin().get(name, frozenset())


@cache
def _kin() -> dict[str, frozenset[str]]:
    kin: dict[str, frozenset[str]] = {}
    for line in SHORT_NAMES.read_text(encoding="utf-8").splitlines():
        group = frozenset(line.split()) if not line.startswith("#") else frozenset[str]()
        for name in group:
            kin[name] = kin.get(name, frozenset()) | group
    return kin


def _is_given_name(place: int, typed: list[str]) -> bool:
    """Whether it is a first name as Scotland's people bear them; one that is an ordinary word, too, within a sentence
    alone, where the capital says so."""
    low = typed[place].lower().removesuffix("'s")
    return typed[place][:1].isupper() and low in _given_names() and (place > 0 or low not in ORDINARY)


def _is_stranger(place: int, words: list[str], typed: list[str]) -> bool:
    """A capitalised word within a sentence that is nobody's of the enrolment, or one behind a title."""
    one = typed[place]
    if place == 0 or not one[:1].isupper() or one.isupper() or len(one) < 3 or words[place] in _ORDINARY_CAPITALS:
        return False
    return words[place - 1] in TITLES or words[place - 1] in _BEFORE_NAMES or words[place + 1 : place + 2] == ["says"]
