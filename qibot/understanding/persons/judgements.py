"""What a manager says about the practitioner rather than to them: for whom it is tells who is called, else a question.

| a manager's sentence | is |
|---|---|
| asks that another be left out: “in private”, “without her”, “the two of us” | a word apart |
| weighs what the practitioner, in the third person, is or can do, or how they stand | a judgement |
| praises them, or thanks for them, and has no “but” | friendly, and everybody's |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qibot.expression import expression
from qibot.model import Role
from qibot.understanding.meaning import Meaning, Told

_OF = {Role.PRACTITIONER: "PRAC", Role.MENTOR: "MENT"}
_THEY = {"THEY"}  # one of whom nobody says who it is
_MAY_SPEAK = ("can", "could")  # “Jo can use the hall” may call her or speak of her
_SPEAKS_ON = frozenset({"i", "i've", "i'm", "i'd", "i'll", "we", "you", "your", "you've", "what", "this", "thanks",
                        "thank", "both", "hi", "hello", "and", "great", "lovely"})  # fmt: skip
_WHO = r"(?:PRAC|MENT|him|her|them|THEY|THOSE)"
_APART = expression(
    rf"\b(?:come and )?see me\b|\bi'm not (?:at all |very )?happy\b"
    rf"|\b(?:in|by) private\b|\bprivate(?:ly)? (?:word|chat|question|line|note|thought)|\bprivately\b"
    rf"|\bconfidentially\b"
    rf"|\bwithout {_WHO}(?! (?:'s|doing|having|being)\b)|\bbetween (?:the )?two of us\b"
    r"|\b(?:just|only) (?:the two of us|you and (?:me|i))\b|\bjust us two\b|\bthe two of us (?:alone|only)\b"
    r"|(?<!to )\bbe honest\b|\b(?:your|an) honest (?:view|opinion|answer|thoughts)\b|\bdo you (?:really"
    r"|honestly) think\b"
    rf"|\bon the (?:quiet|q\.?t|side)\b|\bnot in (?:writing|front of {_WHO})\b|\bleave {_WHO} out of (?:this|it)\b"
    rf"|\bnot (?:with|copy(?:ing)?|include) {_WHO} (?:in|here|on)\b|\bbehind {_WHO}(?: 's)? back\b|\bhand on heart\b"
    rf"|\b{_WHO} (?:doesn't|does not|needn't|need not|won't|mustn't) (?:know|see|hear|need to (?:know|see|hear))\b"
    rf"|\b(?:won't|wouldn't|hasn't|would never|will never) (?:tell|say|admit)\b.{{0,12}}\b(?:you|this|it)\b",
    re.IGNORECASE,
)
# Who is honest of what of the work they themselves can't follow, and says no more, leaves nobody out.
_TERMS = (
    r"(?:(?:all|half|most|some|much|any|a lot) (?:of )?)?(?:(?:the|this|that|these|those|a|an|your) )?(?:run |bar "
    r"|flow |process |driver |pdsa |whole )?(?:jargon|terms?|words|charts?|graphs?|diagrams?|maps?|figures|numbers"
    r"|data|pdsas?|cycles?|medians?|baselines?|measures?|method|report|thing|bits?)"
    r"(?: (?:on|with|about) (?:the )?(?:charts?|data|pdsas?|measures?|median|numbers|figures))?"
)
_HONEST_OF_WORK = expression(
    r"(?:(?:well|thanks|thank you|for (?:this|that)|hi|hello|sorry|ok|okay|so|but|both|all) )*i'll be honest i"
    r" (?:don't|didn't|can't|couldn't|haven't) (?:(?:really|quite|fully|always|even|yet) )?"
    rf"(?:(?:follow(?:ed)?|understand|understood|get|read) (?:it(?: all)?|all of (?:it|this)|{_TERMS})"
    rf"|(?:know|see) what {_TERMS} (?:is|are|means?|shows?|says?))"
    r"(?: (?:for|yet|at all|properly|here|to us|in (?:it|this|here)))?"
    r"(?: but i (?:like|liked|love|loved|enjoyed)\b(?!.*\b(?:PRAC|MENT|THEY|THOSE|she|he|they|her|him|them|not|but"
    r"|lad|lass|lassie|girl|boy|man|woman)\b|.*n't\b).*)?",
    re.IGNORECASE,
)
_JUDGES = expression(
    # what they can do
    r"\b(?:any|no) good\b|\bgood enough\b|\bup to (?:it|this|the|much|scratch)\b|\b(?:in)?capable\b|\bcut out\b"
    r"|\b(?:quite |not |yet |really )?ready (?:for|to (?:lead|manage|step|take))\b|\bmaterial\b"
    r"|\b(?:weak|slow|bright|clever|lazy|careless|sloppy|thorough|reliable|organi[sz]ed|disorgani[sz]ed)(?:er|est)?\b"
    r"|\bquickest\b|\b(?:strong|weak) (?:point|suit|one)\b|\b(?:stronger|strongest|weakest) (?:one|of)\b|\bone for\b"
    r"|\bunderstands? (?:it|this|what|any|the point)\b|\bin over\b|\bout of (?:his|her|their|THEY 's) depth\b"
    r"|\b(?:her|his|their|THEY 's|PRAC 's) (?:\w+ )?(?:spelling|grammar|writing|english|maths|attitude|timekeeping)\b"
    r"|\b(?:pity|shame) about\b|\bcriticism\b|\bmanage(?:s|ing)? it\b|\bget there\b|\bmake a (?:go|hash|mess)\b"
    # how they stand
    r"|\bperform(?:s|ing|ance|ed)?\b|\b(?:coping|cope|copes|struggl\w+|floundering)\b|\bkeep(?:s|ing)? (?:up|pace)\b"
    r"|\bweight\b|\bbehind\b|\bcompar\w+|\b(?:better|worse|further on|slower|quicker) than\b|\bpromot\w+"
    r"|\bappraisal\b|\b(?:getting|coming|doing|bearing) (?:on|along|ok|okay|alright|all right|up)\b|\bon track\b"
    # what they are like
    r"|\b(?:grafter|worrier|perfectionist|dreamer|plodder|handful|moaner|character)\b|\bbit of a\b|\bhard work\b"
    r"|\b(?:scatty|stubborn|fragile|sensitive|shy|nervous|anxious|moody|bossy|difficult|lacks?|confidence|confident)\b"
    r"|\b(?:tends?|tended|tendency) to\b|\b(?:PRAC|THEY) (?:can|does|do) (?:be|need|tend|get|have a|like to|lack"
    r"|take)\b|\b(?:PRAC|THEY)(?: 's| is| has)? (?:always|never|usually|often) \w+|\bover(?:think|promis|do|reach"
    r"|commit)\w*|\btypical\b|\b(?:that's|just) like PRAC\b|\bknowing (?:PRAC|THEY)\b|\btalks? a good\b"
    r"|\bbless (?:PRAC|THEY)\b|\blast minute\b|\bnight before\b|\bbit off more\b|\bbitten off\b|\bheart (?:is|isn't"
    r"|'s) in\b"
    # what they need, and what was expected
    r"|\bneeds? (?:a |the |some )?(?:\w+ )?(?:push|nudge|shove|kick|prod|hand|chasing|pushing|watching|reminding)\b"
    r"|\bneeds? to (?:learn|listen|work on|buck|try|improve|be (?:more|less|pushed|told)|grow|step up|speed|focus)\b"
    r"|\bcould do with\b|\bhand held\b|\b(?:go|be) (?:a bit )?(?:easy|easier|gentle|gently|firm|hard|harder|soft)\b"
    r"|\b(?:disappoint\w+|surprised (?:at|by|in|that|with) (?:PRAC|THEY|her|him|them)|doubts?|doubtful|worried"
    r"|concerned|unsure|wonder whether|wonder if)\b|\bexpect(?:ed)? (?:more|better|no)\b|\bhad it in\b|\bhad (?:my"
    r"|our) doubts\b|\bnot (?:sure|convinced)\b|\bshould (?:have|be|know)\b|\bought to\b|\blets? (?:PRAC|THEY|him|her"
    r"|them|himself|herself) down\b",
    re.IGNORECASE,
)
_CURT = expression(  # nobody is named, and what is judged can only be who wrote the report
    r"\s*(?:(?:i'm |i am )?not (?:at all )?surprised|no surprises?(?: there)?|typical|figures|as (?:i )?(?:expected"
    r"|feared)|(?:i )?(?:had )?expected (?:more|better)|oh dear|pity about\b.*|shame about\b.*|about time(?: too)?"
    r"|could do better|told you so|i thought as much)\W*(?:to be honest|tbh|really)?\W*",
    re.IGNORECASE,
)
_GREETING = frozenset({"hi", "hello", "hey", "hiya", "dear", "good", "morning", "afternoon", "evening"})
_BESIDE = frozenset({"and", "both", "all", "to", "mr", "mrs", "ms", "miss", "dr", "sister", "there"})
_FRIENDLY = expression(
    r"\b(?:delighted|pleased|thrilled|chuffed|over the moon|grateful|proud|happy|enjoy\w*|loves?|loved|thanks?"
    r"|thank you|well done|congratulations|appreciat\w+|(?:great|good|lovely|fantastic|brilliant|super|amazing) (?:job"
    r"|work|effort)|lucky|deserves?|worked (?:so |very |really )?hard|a (?:star|credit|gem|grafter|natural)|(?:doing"
    r"|done) (?:so |very |really )?(?:well|brilliantly)|full support|come (?:a long way|on)|how far|fantastic"
    r"|brilliant|amazing|great)\b",
    re.IGNORECASE,
)
_WARY = expression(
    r"\?|\b(?:but|though|although|however|pity|shame|(?<!quite )a bit|slightly|rather|just|not|never|needs?|could"
    r"|should|would|if|unless|hope\w*|doubt\w*|worr\w+|surpris\w+|for once|at last|finally|yet|despite|between"
    r"|private\w*|sensitive|fragile|than|\w+n't|struggl\w*|hard for|find\w* (?:it|this)|found|tough|easy|easier"
    r"|gently?|off (?:the|her|his) |drink\w*|sober|on the (?:mend|wagon|bottle)|too (?!kind|modest)|considering|given"
    r"|rehab|court|smil\w+|in spite)\b",
    re.IGNORECASE,
)


def leaves_somebody_out(found: Meaning) -> bool:
    """Whether it asks that somebody be left out, and isn't the team's for that."""
    called = {word for told in found.told for word in told.words if word.endswith("-V")} & {"PRAC-V", "MENT-V"}
    plain = len(called) != 1
    return any(
        _APART.search(said) and not (plain and _HONEST_OF_WORK.fullmatch(said))
        for said in (_said(told) for told in found.told)
    )


def speaks_of_other(found: Meaning, called: Role) -> bool:
    """Whether what calls this one alone speaks of the other in the third person, and not as a friend of both does.
    Of whom “they” are, several or one, only a judgement tells."""
    other = next(token for role, token in _OF.items() if role is not called)
    for told in found.told:
        if _only_greets(told):
            continue
        words = set(told.words)
        unsure = f"{other}-V" in _perhaps_called(told.words)  # “Ann, Jo can be slow”, but also “Jo can use the hall”
        unsure = unsure and (f"{_OF[called]}-V" in words or _JUDGES.search(_said(told)) is not None)
        if not ({other, *_THEY} & words or unsure or ("THOSE" in words and _JUDGES.search(_said(told)))):
            continue
        if not _is_friendly(told):
            return True
    return False


def judges(found: Meaning) -> bool:
    """Whether it weighs the practitioner, speaking of them in the third person."""
    for told in found.told:
        about = {"PRAC", *_THEY} & set(told.words) or "PRAC-V" in _perhaps_called(told.words)
        if about and _JUDGES.search(_said(told)) and not _is_friendly(told):
            return True
    return any(_CURT.fullmatch(told.text) for told in found.told[:2]) and len(found.told) <= 2


def called_at(words: Sequence[str]) -> list[int]:
    """The places of names that are surely called: a verb behind one may speak of them, and so does what stands right
    behind another who is called, but for “Hi Jo and Ann”."""
    return [n for n, word in enumerate(words) if word.endswith("-V") and not _may_be_spoken_of(words, n)]


def _perhaps_called(words: Sequence[str]) -> set[str]:
    """Who is called, or spoken of."""
    return {word for n, word in enumerate(words) if word.endswith("-V") and _may_be_spoken_of(words, n)}


def _may_be_spoken_of(words: Sequence[str], n: int) -> bool:
    behind = list(words[n + 1 : n + 3])
    if behind[:1] and behind[0] in _MAY_SPEAK:
        return behind[1:] not in (["you"], ["i"], ["we"])
    return n > 0 and words[n - 1].endswith("-V") and bool(behind) and behind[0] not in _SPEAKS_ON


def _only_greets(told: Told) -> bool:
    """Whether it is a line that greets both: “Dear Jo, dear Ms Lee,”."""
    if not told.words or told.words[0] not in _GREETING or "?" in told.text:
        return False
    names = {word.casefold() for word in told.text.replace(",", " ").split() if word[:1].isupper()}
    return all(word in _GREETING | _BESIDE | names or word[:1].isupper() or not word.isalpha() for word in told.words)


def _is_friendly(told: Told) -> bool:
    return _FRIENDLY.search(told.text) is not None and not _WARY.search(told.text)


def _said(told: Told) -> str:
    """A sentence's words; who is called may be spoken of."""
    return " ".join(word.removesuffix("-V") for word in told.words)
