"""Whether feedback has both halves of the model, “what you liked, what would be even better if” (guidance, section 5),
in the many ways in which people write them. For the team's statistics, and a kind line to the mentor."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Feedback

_GOOD = (
    r"(?:good|great|nice|lovely|excellent|brilliant|wonderful|fantastic|fabulous|superb|super|terrific|outstanding|"
    r"impressive|admirable|helpful|useful|interesting|positive|strong|solid|pleas(?:ed|ing)|delighted|better|happy|"
    r"clear(?:er)?|worthwhile|ideal|marvellous|splendid)"
)
# What has the words of praise and is none: a wish, what isn't so, what only may be, how much of a thing.
_NO_PRAISE = expression(
    r"\b(?:would|'d|should|might|may|could|will|'ll)(?: (?:be|have been|have|also|really|still|very|so|even|just|all|"
    r"much|make|look|read)){0,4} (?:(?:an?|the) (?:\w+ )?)?"
    rf"(?:like[ds]?|love[ds]?|appreciated?|enjoy(?:ed)?|welcome[ds]?|admire|{_GOOD}|well[- ]\w+)\b|"
    rf"(?:\b(?:not|never|hardly|no|without|nothing|needs?|lacks?|want|if|whether|unless|until)|n't)"
    rf" (?:(?:is|was|it|that|you|this|they|quite|very|so|too|really|yet|an?|all|as|much|any|more|the|got|see|"
    rf"have|feel|tests?|"
    rf"\w+ly) ){{0,3}}"
    rf"(?:like[ds]?|love[ds]?|enjoyed|impressed|strengths?|appreciate|{_GOOD}|(?:went|going|goes|worked|works) well|"
    rf"well[- ]\w+)\b|"
    r"\b(?:hope|trust) (?:that )?(?:you|they|the team|everyone)\b[^.;!?]{0,40}|"
    r"\b(?:great|good) (?:deal|many|few|length|lengths|extent|while|difficulty|pity|shame|risk|danger|bit|enough|"
    r"(?:idea|time|moment|place|reason|way|chance|point|thing|practice) (?:to|for|at|would)|"
    r"(?:morning|afternoon|evening|day|friday|luck|wishes|grief|weekend))\b|\bgreat(?:er|est|ly)\b|"
    r"(?-i:\bGreat [A-Z]\w+)|"
    r"\bstrong(?:ly)? (?:suggest|recommend|advise|encourage|urge|feel|believe|resistance|opposition|feelings|views|"
    r"objections?)\w*|"
    r"\bfalse positives?\b|\bpositive (?:tests?|results?|cases?|numbers?|swabs?)\b|\bas well\b|\bplease\b|"
    r"\b(?:nice|kind) (?:regards|weekend)\b|\bsolid (?:waste|food|fuel)s?\b|\bso far so good\b|\bmost likely\b|"
    r"\bgive (?:\w+ )?(?:credit|praise) (?:to|for)\b|\b(?:thorough|promising|encouraging) (?:enough|clean\w*)\b",
    re.IGNORECASE,
)
_LIKED = expression(
    r"\b(?:i|we)(?:'ve|'m|'re)? (?:\w+ ){0,2}?(?:like[ds]?|lov(?:e|ed)|enjoy(?:ed)?|admired?|appreciated?|"
    r"welcome[ds]?)\b|"
    r"\b(?:liked|likes)\b(?!-)|^\W*(?:(?:really|particularly|especially|much|just) )?(?:lik(?:e|ing)|lov(?:e|ed|ing)|"
    r"enjoyed) (?:how|that|the|your|it|this|what|reading|seeing)\b|"
    r"\b(?:strengths?|strong(?:ly)?|work(?:ed|s|ing) (?:really |very )?well|(?:went|going|gone) (?:really |"
    r"very )?well|"
    r"well done|great|excellent|impress\w*|really good|very good|lovely|fantastic|fabulous|fab|superb|terrific|"
    r"outstanding|marvellous|splendid|pleas(?:ed|ing)|delighted|congratulations|congrats|nice(?:ly)?|positives?|"
    r"positive (?:to|step|start|change|sign)|what i (?:appreciate|admire)\w*|appreciated|"
    r"clear (?:aim|and|report|rationale|plan|measures)|(?:very|really|so|beautifully|crystal) clear|praise|stood out|"
    r"stands out|wonderful|brilliant|super|helpful to (?:see|read)|thumbs up|www(?!\.)|kudos|bravo|hats off|"
    r"chapeau|top marks|full marks|spot on|solid|sound (?:aim|plan|start|basis|rationale|measures|thinking)|"
    r"promising|encouraging|heartening|insightful|thoughtful\w*|thorough\w*|commend\w*|applaud\w*|"
    r"credit to you|to your credit|(?:pleasure|joy) to read|proud of|keep it up|keep up the|come a long way|"
    r"what(?:'s| is| was) good|much to (?:like|admire)|two stars|glows?|gold star|"
    r"well[- ](?:thought|written|put|structured|presented|explained|described|chosen|set|organi[sz]ed|planned|"
    r"considered|worded|documented|evidenced|argued|judged|deserved|reasoned|laid|constructed|focus\w+)|"
    r"good (?!if\b|when\b|as\b|for\b|at\b|and bad)\w+)\b|[👍👏🌟⭐✅🎉]",
    re.IGNORECASE,
)
# What has the words of advice and is none: a greeting, what is praised, what isn't needed, what figures show.
_NO_ADVICE = expression(
    r"\b(?:best|kind|kindest|warm|warmest|good|with|many|all good) wishes\b|\bwish(?:ing|es)? (?:you|them|"
    r"the team|her|him)"
    r"(?: all)?(?: (?:the|every|a|good|much|best|well|luck|success|happy))\b|"
    r"(?:\b(?:nothing(?:'s| is| was)?|no|not|never|without)|n't)(?: (?:any|need|have|really|much|further|more|a|"
    r"thing|"
    r"obvious|else|you|i|would|to)){0,4} "
    r"(?:missing|improve(?:ments?)?|suggestions?|recommendations?|recommend|suggest|next steps?|change|needs? to|"
    r"consider|work on|develop(?:ment points?)?|add)\b|\bno needs? to\b|\bneed(?:s|ed)? (?:no|nothing)\b|"
    r"n't need (?:to|more|a)\b|"
    r"\b(?:like[ds]?|lov(?:e|ed)|enjoyed|impressed (?:by|with)|(?:good|great|lovely|nice|pleased|delighted|glad|"
    r"helpful|"
    r"happy|encouraging) to (?:see|read|hear)|well done (?:on|for)|congratulations on|great|good|clear|excellent|"
    r"strong|solid|thank you for|thanks for)\b(?! (?:if|idea to)\b)(?: (?!but\b|and\b|though\b)[\w']+){0,7}? "
    r"(?:next steps?|improvements?|suggest\w*|recommend\w*|consider|think about|to (?:develop|improve|work on|"
    r"think about|consider|strengthen)|growth|try (?:to|a|the|it)|needs? (?:to|more|a)|missing|next time)\b|"
    r"\b(?:your|the|these|those) (?:next steps?|suggestions?|improvements?|recommendations?) "
    r"(?:are|is|were|was|look|looks|seem|seems|follow|make) (?:\w+ )?(?:clear|good|great|sensible|sound|right|"
    r"excellent|"
    r"well|lovely|realistic|strong|solid|specific)\b|"
    r"\b(?:data|charts?|figures?|results?|lines?|this|that|which|medians?|evidence|numbers) (?:strongly |clearly )?"
    r"(?:suggest|recommend)s?\b|\b(?:you|they|he|she|we|team|staff|colleagues|i) (?:also )?(?:suggested|"
    r"recommended)\b|"
    r"\bmissing (?:persons?|people|children|appointments?|items?)\b|\bplease (?:say|give|pass)\b[^.;]{0,25}"
    r"\b(?:thanks|regards|hello|well done|congratulations)\b|\bplease (?:find|see) (?:attached|enclosed)\b",
    re.IGNORECASE,
)
_WOULD_SEE = r"(?:see|know|hear|understand|read|find out|learn|have seen|have heard|encourage|suggest|ask|invite)"
_EVEN_BETTER = expression(
    r"\b(?:even better|ebi|next steps?|could (?:you|be|have)|could do with|"
    r"(?:things?|something|points?|areas?|ideas?|ways?|how|what|where|where|need|needs|want|time) "
    r"to (?:develop|improve|work on|think about|consider|strengthen|watch)|"
    r"you (?:could|might|may want|may wish|should|ought)|i(?: would|'d) (?:also |still |just |strongly )?"
    r"(?:suggest|add|encourage|recommend|advise|think about|consider|have|be (?:interested|curious|keen)|urge|"
    rf"(?:like|love|have liked|want) (?:you )?(?:to {_WOULD_SEE}|more|a|an|some|clearer)|have liked)|"
    r"(?:would|'d) (?:like|love) to (?:see|know|hear|understand)|"
    r"suggest\w*|recommend\w*|consider|have you (?:thought|considered|tried|asked|looked)|"
    r"what (?:about|if|would)|how (?:about|will you|might|could)|why not|try (?:to|a|the|it)|"
    r"(?:would|'d) (?:also |really |just )?(?:be (?:\w+ )?(?:good|great|helpful|useful|better|worth\w*|nice|lovely|"
    r"clearer|stronger|ideal)|help|strengthen|benefit)|worth \w+ing|areas? (?:for|of) (?:development|"
    r"improvement|growth)|"
    r"for next (?:time|month)|next time|(?:for|in) (?:your|the) next (?:report|update)|development points?|"
    r"(?:further|possible|suggested|some|small|few|points? for|room for) improvements?|"
    r"please (?:add|include|say|think|look|make|give|tell|show|try|name|bring|explain|write|set|put|check|use)|"
    r"needs? (?:to|more|a|an)|missing|think about|more (?:detail|specific|precise)|(?:be|bit|little|much) more \w+|"
    r"stretch|(?:i|one|my|a) wish|wish:|growth points?|grows?:|i wonder|wondering (?:if|whether|how|what)|"
    r"make sure|don't forget|remember to|be careful|watch out|beware|too (?:many|long|broad|big|vague|ambitious|much|"
    r"wide|short|few|general|early|soon|large)|start (?:small|with one)|narrow (?:it|the|your|down)|"
    r"(?:one|my|a|another|only) (?:small |further |other )?(?:suggestion|thought|tip|question|challenge|idea)|"
    r"tips?:|going forward|moving forward|take (?:it|this) further|lacks?|(?:isn't|not) (?:yet |quite |very |"
    r"so )?clear|"
    r"unclear|less clear|advise|advice|strengthened|improved (?:by|if|with))\b|"
    r"^\W*(?:(?:to|things to) (?:develop|improve|work on|think about|consider|strengthen)|improvements?)\b",
    re.IGNORECASE,
)
_ENDS = expression(r"(?<=[.!?;])\s+|\n+")
_LONGEST = 600  # characters of a sentence that are looked at


def has_liked(words: str) -> bool:
    """Whether the words say what was liked."""
    return any(_LIKED.search(_NO_PRAISE.sub(" … ", said)) for said in _sentences(words))


def has_even_better(words: str) -> bool:
    """Whether the words say what would be better still."""
    return any(_EVEN_BETTER.search(_NO_ADVICE.sub(" … ", said)) for said in _sentences(words))


def _sentences(words: str) -> list[str]:
    return [said[:_LONGEST] for said in _ENDS.split(words.replace("’", "'"))]


def missing_half(feedback: Feedback) -> str:
    """“liked” or “better” where just that half was missing; empty where both or none were found, or where the feedback
    lies in a returned document, of which it can't be told."""
    if feedback.liked == feedback.even_better or any(not d.inline for d in feedback.documents):
        return ""
    return "better" if feedback.liked else "liked"
