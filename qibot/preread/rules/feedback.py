"""Earlier feedback that this report doesn't touch (guidance, sections 1 and 7: advice that isn't being considered)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.amounts import has_amount, has_day
from qibot.preread.observation import Found
from qibot.preread.text import Report, sentences_of

_BETTER = re.compile(
    r"\beven better\b|\bebi\b|\bnext steps?\b|\bto (?:develop|consider|think about|work on)\b", re.IGNORECASE
)
_ADVICE = re.compile(
    r"\b(?:even better|please|could you|can you|would you|you (?:could|might|may want|may wish|may like|need|"
    r"should)|i would|i'd|try|consider|have you (?:thought|considered|asked|tried)|think about|"
    r"add|include|suggest\w*|recommend\w*|what about|how about|why not|"
    r"worth|it would (?:be good|help)|would be (?:good|great|helpful)|next time|don't forget|"
    r"remember to|make sure|be sure|maybe|perhaps|i wonder|(?:might|may|could|would) be (?:an idea|useful|helpful|an? "
    r"\w+ idea|interesting|valuable)|(?:room|scope|space) (?:to|for)|(?:is|are|seems?) missing|i'd (?:like|love|be "
    r"(?:interested|keen|curious))|would (?:help|let|allow|enable) you|the next thing|do (?:bring|add|think|"
    r"include|show|ask|try|keep)|(?:be careful|beware|watch out)|needs (?:somebody|someone|an?|more|to)|"
    r"(?:isn't|is not|not) (?:\w+ "
    r")?clear(?: to me)?)\b.*|\?$|"
    r"^(?:write|draw|plot|ask|talk to|speak to|show|start|begin|choose|pick|define|clarify|be clear|check|describe|"
    r"test|collect|narrow|split|invite|involve|find out|bring|set) (?!well|ahead)\w+",
    re.IGNORECASE | re.DOTALL,
)
_PRAISE = re.compile(
    r"\b(?:i (?:really )?like[ds]?|what i liked|well done|great to|i enjoyed|good to see|strength|"
    r"worked well|impressed|thank\w*|nice|excellent|looking forward|best wishes|hope you)\b",
    re.IGNORECASE,
)
# What has to do with the post, the diary or good manners is no advice on the project.
_OF_THE_POST = re.compile(
    r"\b(?:holiday|see you|how are you|speak soon|your (?:next )?report by|send (?:me )?(?:the|your) (?:next "
    r")?report|let me know "
    r"(?:if|when|your|whether|how I)|get in touch|give me a (?:call|ring)|happy to (?:talk|help|meet|chat)|any "
    r"questions|"
    r"phone me|ring me|e-?mail me|out of (?:the )?office|shall we (?:talk|meet|speak|have a call)|(?:free|"
    r"available) for a (?:call|chat)|"
    r"learning session|merry|easter|christmas|good luck|keep (?:it )?up|keep going|take care)\b",
    re.IGNORECASE,
)
_LIKED_HEAD = re.compile(r"^(?:what i liked|liked|strengths?|what (?:went|worked) well)\b.{0,20}$", re.IGNORECASE)
_STOP = frozenset(
    [
        "the",
        "and",
        "you",
        "your",
        "have",
        "has",
        "for",
        "with",
        "that",
        "this",
        "what",
        "who",
        "when",
        "how",
        "which",
        "could",
        "would",
        "should",
        "can",
        "might",
        "may",
        "will",
        "about",
        "into",
        "from",
        "they",
        "them",
        "their",
        "there",
        "here",
        "been",
        "being",
        "was",
        "were",
        "are",
        "is",
        "it",
        "its",
        "in",
        "on",
        "of",
        "to",
        "a",
        "an",
        "or",
        "if",
        "not",
        "but",
        "so",
        "as",
        "at",
        "by",
        "be",
        "i",
        "we",
        "me",
        "my",
        "our",
        "us",
        "do",
        "does",
        "did",
        "please",
        "even",
        "better",
        "next",
        "time",
        "report",
        "month",
        "more",
        "most",
        "some",
        "any",
        "also",
        "just",
        "very",
        "really",
        "think",
        "thought",
        "asking",
        "ask",
        "add",
        "adding",
        "include",
        "included",
        "consider",
        "share",
        "good",
        "great",
        "would",
        "like",
        "make",
        "sure",
        "sure",
        "maybe",
        "perhaps",
        "instance",
        "example",
        "said",
        "say",
        "tell",
        "told",
        "see",
        "look",
        "want",
        "need",
        "try",
        "trying",
        "how",
        "many",
        "much",
        "first",
        "last",
        "before",
        "after",
        "each",
        "every",
        "only",
        "while",
        "during",
        "earlier",
        "later",
        "one",
        "two",
        "three",
        "use",
        "used",
        "using",
    ]
)
_GENERIC = frozenset(
    [
        "measur",
        "projec",
        "aim",
        "data",
        "test",
        "tests",
        "testin",
        "change",
        "changes",
        "team",
        "pdsa",
        "report",
        "improv",
        "idea",
        "ideas",
    ]
)
# What a mentor asks for in one word is often answered in another: the words of the asking, and what shows the answer.
_ANSWERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{shown})", re.IGNORECASE))
    for asked, shown in (
        (
            (
                r"patients?|relatives?|service users?|lived experience|families|family|carers?|parents?|pupils?|"
                r"tenants?|residents?|"
                r"young people|voice of|customers?"
            ),
            (
                r"(?:patient|relative|service user|lived experience|famil|carer|parent|mum|dad|mother|father|pupil|"
                r"tenant|resident|"
                r"young p|son|daughter|customer|child)\w*(?:'s)?,?(?: \w+,?){0,6} (?:has |have )?(?:join|sit|sat|"
                r"came|come|said|told|suggest|help|"
                r"attend|agreed|is on|are on|now on)|(?:ask|spoke|talk|met)\w* (?:to |with )?(?:\w+ "
                r"){0,3}(?:patient|relative|famil|carer|"
                r"parent|pupil|tenant|resident|young p|customer)"
            ),
        ),
        (
            r"worse|elsewhere|unintended|side effects?|knock-?on|balancing|unwanted",
            r"balancing|worse elsewhere|side effect|unintended",
        ),
        (r"run charts?|charts?|graphs?|over time|plot(?:ted)?|visual\w*", r"(?:run )?chart|graph|plot|median"),
        (
            r"predict\w*|what you (?:expect|think)|expect(?:ed)?|hypothes\w+|guess",
            r"predict|expect|hypothes|we thought|guess",
        ),
        (
            (
                r"small(?:er)?|narrow\w*|scal(?:e|ing) (?:it )?(?:down|back)|one (?:ward|class|team|school|site|"
                r"shift)|(?:start|begin|test|try)\w*(?: it| this)? (?:with|on) (?:one|a couple)|manageable"
            ),
            (
                r"(?:in|with|on|to) (?:just |only )?one (?:\w+ )?(?:ward|class|team|school|site|shift|room|bay|"
                r"street|nurse|teacher|family|unit)|"
                r"small|narrow|scaled (?:down|back)|pilot|(?:one|two|three|a single|a couple of) (?:\w+ ){1,3}(?:has |"
                r"have "
                r")?(?:tried|tested|used)|(?:tried|tested) (?:it |this )?(?:with|on) (?:one|two|three|a)\b"
            ),
        ),
        (
            r"baseline|starting (?:point|from)|start(?:ing)? from|where (?:are you|you are) (?:now|at)",
            r"baseline|from (?:about |around )?\d|currently|at (?:present|the moment)|\(?now \d|up from|down from",
        ),
        (
            r"test(?:ing)? (?:it |this )?(?:before|first)|before you roll|too soon|rush\w*",
            r"tried|tested|pdsas? \d|test \d|cycle \d",
        ),
        (
            (
                r"who else|on your own|(?:build|gather|form|find|grow|widen|set up|have|"
                r"need)(?:ing)? (?:\w+ )?(?:an?|your) "
                r"(?:\w+ )?team|(?:in|on|to) your team"
            ),
            (
                r"(?:have|has|had|both|all|they|who)(?: \w+)? (?:said yes|joined|agreed to (?:join|help|be)|"
                r"come on board)|"
                r"(?:asked|brought|invited|got|taken) (?:some |two |three )?(?:others|people|colleagues|"
                r"\w+ and \w+) in\b|"
                r"(?:is|are) (?:now )?(?:in|on|part of) (?:the|our|my) team|joined (?:me|us|the team|our team|my team)"
            ),
        ),
        (
            r"you (?:yourself )?(?:are|have been|'re|have)(?: \w+)? learn\w*|own learning|you've learn\w*|you learnt",
            (
                r"you asked (?:me )?(?:what|about|how)\b.{0,40}learn|i've (?:also )?learn\w*|i have (?:also )?learn\w*|"
                r"i'm (?:also )?learning|i am (?:also )?learning|my (?:own )?learning|i learn\w*|i realis\w*"
            ),
        ),
        (r"driver diagram|change theory|drivers", r"drivers?\b|change theory|theory of change"),
        (
            r"process map\w*|map the|fishbone|understand\w* (?:the|your) (?:system|process)",
            r"map(?:ped|s)?\b|fishbone|flow ?chart|observed|walked",
        ),
        (
            r"outcome, process|type of measure|kind of measure|which are process",
            r"process(?: measures?)?\b.{0,80}|balancing",
        ),
    )
)
_FURTHER = re.compile(
    r"\bshare\b|\b(?:carers|parents|patients|people|those|pupils|staff|families|children|tenants|"
    r"residents|users|customers|clients|relatives|nurses|teachers|learners|households|mothers|fathers) (?:who|that)\b",
    re.IGNORECASE,
)  # asks more
# “Share your chart with the parent council”: whom it is to be shown to.
_SHOW_TO = re.compile(
    r"\b(?:shar(?:e|ing)|show(?:ing)?|present(?:ing)?|tak(?:e|ing)) (?:\w+ ){0,2}?(?:charts?|data|graphs?|results|"
    r"figures|aim|"
    r"diagram|findings|map|learning|story) (?:with|to) (?:the |your |their |all |some |"
    r"other )*(?P<whom>(?:[\w-]+ ?){1,2})",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:shar\w+|show\w*|present\w*|took|taken|take|saw|seen|see|sent|put up|pinned|brought|bring|look\w*|hangs?|"
    r"hung|"
    r"discuss\w*|told|went through|talk\w*|gave|given)\b",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(r"\b(?:deadlines?|by when|dates?|timescales?|time ?frames?|time-?bound)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(
    r"\b(?:how much|by how|how many|numerical|quantif\w+|a number|a figure|specific "
    r"target)\b",
    re.IGNORECASE,
)
# One word is enough where it is one of the mentor's own.
_NAMED = re.compile(
    r"\b(?:sponsors?|predictions?|balancing|driver diagram|run charts?|baseline|own learning|definitions?|fishbone)\b",
    re.IGNORECASE,
)
_OF_AIM = re.compile(r"\b(?:aim|goal|objective|target)\b", re.IGNORECASE)
_LONGEST = 20_000  # characters of feedback that are looked at
_SHORTEST = 4  # letters of a word that counts
_TOUCHED = 0.34  # share of a point's own words that are in the report


def feedback_untouched(report: Report) -> Iterable[Found]:
    """A point of the mentor's earlier feedback of which hardly a word is in this report."""
    have = _stems(" ".join(f"{s.heading} {s.text}" for s in report.sentences))
    for point in advice_in(report.feedback[:_LONGEST]):
        own = _stems(point)
        telling = own - _GENERIC or own
        if _is_kept_back(point, report):
            yield Found(point, "your feedback on the last report")
            continue
        if _is_met(point, report):
            continue
        if (len(own) >= 2 or (own and _NAMED.search(point))) and len(telling & have) / len(telling) < _TOUCHED:
            yield Found(point, "your feedback on the last report")


def _is_kept_back(point: str, report: Report) -> bool:
    """Whether it asks that something be shown to somebody, and no sentence tells of showing and of these people."""
    asked = _SHOW_TO.search(point)
    if asked is None:
        return False
    whom = _stems(asked["whom"])
    return bool(whom) and not any(_SHOWN.search(s.text) and whom & _stems(s.text) for s in report.sentences)


def _is_met(point: str, report: Report) -> bool:
    """Whether the report shows, in whatever words, what the point asks for."""
    aim = aim_of(report)
    if aim is not None and _OF_AIM.search(point):
        asked = [
            has(aim.whole) for wanted, has in ((_BY_WHEN, has_day), (_HOW_MUCH, has_amount)) if wanted.search(point)
        ]
        if asked and all(asked):
            return True
    if _FURTHER.search(point):
        return False
    for asks, shows in _ANSWERS:
        if asks.search(point):
            charted = "chart" in shows.pattern and (report.charts or report.pictures)
            if charted or any(
                shows.search(s.text) or shows.search(s.heading) or shows.search(s.kind) for s in report.sentences
            ):
                return True
    return False


def advice_in(feedback: str) -> list[str]:
    """The points of advice in a mentor's feedback: what stands behind “even better if”, and what asks or suggests."""
    feedback = feedback.replace("’", "'")
    found, better, liked = [], False, False
    for line in (part for part in feedback.split("\n") if part.strip()):
        if _LIKED_HEAD.match(line.strip()):
            better, liked = False, True
            continue
        for sentence in sentences_of(line):
            begins = _BETTER.search(sentence)
            better = better or bool(begins)
            said = sentence[begins.end() :].lstrip(" :,.…-–") if begins and begins.start() == 0 else sentence
            said = re.sub(r"^if\b[ :…,.]*", "", said)
            liked = liked and not better
            if (
                len(said.split()) >= _SHORTEST
                and not liked
                and (better or _ADVICE.search(said))
                and not _PRAISE.search(said)
                and not _OF_THE_POST.search(said)
            ):
                found.append(said)
    return found


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{4,}", text.lower().replace("’", "'"))
    return frozenset(w[:6] for w in words if w not in _STOP)
