"""That a practitioner leaves, in plain words of their own that mean nothing else: “I'm pulling out”, “score me off”.

| the words | are |
|---|---|
| “I'm pulling out”, “I'm withdrawing from the programme”, “I'll have to chuck it” | leaving, whatever else is said |
| “the form was too long, I'll have to chuck it”, “about the poster: I'm withdrawing” | what they are otherwise |
| “good idea, I'm packing it in” in answer to the mentor's words | what they are otherwise |
| “I don't see myself going on after Christmas” | leaving |
| “score me off”, “take me off the list”, “I've dropped out” | leaving |
| “this isn't for me”, “am no daein this ony mair”, where no thing stands before that it may be of | leaving |
| “withdrawing, thanks”, “stopping here, thank you all”, “I've changed jobs”, not in answer to the mentor | leaving |
| “stopping here for today”, “not continuing with the survey”, “I changed jobs in the chart” | nothing of the kind |
| “I've pulled out, as you said, the falls”, “I've opted out. The surveys were too many” | what they are otherwise |
| “I've dropped out. Trying again, the wifi is awful” | what they are otherwise, and no leaving |
| “pulling out the data”, “if I have to chuck it”, “I'm not pulling out” | nothing of the kind |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import families_in, plain_words

_PROGRAMME = r"(?:the |this |your )?(?:programme|program|course|scheme|cohort|qi|project|whole thing|training)"
_STOPS = (
    r"(?=\W*$|\s*[.,;:!)–—-]|,? (?:because|as|since|so|and|now|sorry"
    r"|from (?:today|tomorrow|now|next|then|the|this|\w+day))\b)"
)
_OFF = (
    r"(?: (?:the|your) (?:list|programme|course|books|mailing list))?(?: (?:please|now|then|the list|for now))?"
    r"(?=\W*$|\s*[.,;:!)])"
)
_GOES = Spoken(
    r"\bi(?:['’]m| am)(?: (?:going to be|now|just|sadly|afraid i['’]m))? (?:pulling|dropping|bowing|backing"
    rf"|opting) out (?:of|from) {_PROGRAMME}{_STOPS}"
    r"|\bi(?:['’]m| am)(?: (?:now|hereby|formally))? withdrawing"
    rf"(?: myself)? from {_PROGRAMME}(?=\W*$|\s*[.,;:!)]| (?:because|as|since|so|and|now)\b)"
    rf"|\b(?:score|cross|strike|take) me (?:off|out){_OFF}"
    r"|\bi(?:['’]ve| have)(?: (?:now|already|sadly|actually|in fact))?"
    rf" (?:(?:dropped|pulled|bowed|opted) out of {_PROGRAMME}"
    rf"|(?:left|withdrawn from|come off|quit) {_PROGRAMME}){_STOPS}",
    "out", "withdrawing", "left", "withdrawn", "come off", "quit", " me off", " me out",
)  # fmt: skip
# What may be of whatever was spoken of last: a survey, a poster, the mentor's proposal.
_GOES_FROM_IT = expression(
    r"\bi(?:['’]m| am)(?: (?:going to be|now|just|sadly|afraid i['’]m))? (?:pulling|dropping|bowing|backing"
    rf"|opting) out(?:,? of (?:this|it))?{_STOPS}"
    r"|\bi(?:['’]m| am)(?: (?:now|hereby|formally))? withdrawing"
    r"(?: myself)?(?=\W*$|\s*[.,;:!)]| (?:because|as|since|so|and|now)\b)"
    r"|\b(?:(?:decided|realised|realized|concluded|afraid|feel|think|sorry)(?: (?:that|but))?,? )?(?:this|it)"
    rf"(?:(?: really| just)?(?: is|['’]s) not|(?: really| just)? isn['’]t)(?: really)? for me(?: after all)?{_STOPS}"
    r"|\b(?:i['’]?m|i am|am|ah['’]?m|a['’]?m) (?:not|no|nae) (?:doing|daein|doin|(?:going|carrying) on wi(?:th)?)"
    rf" this (?:any ?more|ony ?mair|any longer){_STOPS}",
    re.IGNORECASE,
)
# The same of what has been, which may be said of what the next sentence names, too: “I've opted out. The surveys…”
_WENT_FROM_IT = expression(
    r"\bi(?:['’]ve| have)(?: (?:now|already|sadly|actually|in fact))? (?:dropped|pulled|bowed|opted) out"
    rf"(?:,? of (?:this|it))?{_STOPS}",
    re.IGNORECASE,
)
# What brackets, and parts no clause from what it goes on with: “I've pulled out, as you suggested, the weekend falls”.
_BRACKETED = expression(
    r"(?:,|\s[–—-])\s*(?:as|like) (?:you|we|i|she|he|they|agreed|discussed|suggested|advised|planned|promised|usual"
    r"|(?-i:[A-Z])\w+)\b[^,;.!?–—]*(?:,|\s[–—-])",
    re.IGNORECASE,
)
# Who tries the call again, has more tomorrow or a report that follows doesn't leave.
_CARRIES_ON = Spoken(
    r"\b(?:tr(?:y|ying)|ring(?:ing)?|call(?:ing)?|dial(?:l?ing)?|join(?:ing)?|log(?:ging)?|connect(?:ing)?)"
    r"(?: (?:you|back|in))* (?:again|back)\b|\brejoin\w*|\breconnect\w*"
    r"|\b(?:wi-?fi|broadband|the (?:line|signal|connection|call|link|zoom|teams) (?:is|was|went|keeps|dropped|froze)"
    r"|(?:bad|poor|no|lost|terrible|awful) (?:line|signal|connection))\b"
    r"|\bfor (?:now|today|tonight|the (?:moment|day|night|weekend))\b"
    r"|\b(?:more|the rest|back|continued?|finish\w*|carry on|pick (?:it|this) up) (?:again )?(?:on )?"
    r"(?:tomorrow|tonight|later|soon|shortly|in a (?:bit|minute|moment)|\w+day|next week)\b"
    r"|\bsame (?:project|aim|mentor|report)\b|\b(?:report|update|rest|more|figures|chart|it) (?:to follow|follows"
    r"|will follow|is coming|coming|attached)\b|\b(?:still|keep(?:ing)?|staying) (?:on|doing|with) (?:the|this"
    r"|my|it)\b"
)
_CHUCKS_IT = expression(
    r"\bi(?:['’]m| am|['’]ll| will)?(?: (?:going to|gonna|gonnae|gaunnae|just|have to|need to|having to|be)){0,3}"
    r" (?:chuck(?:ing)?|jack(?:ing)?|pack(?:ing)?) (?:it|this)(?: all)?(?: in)?(?=\W*$|\s*[.,;:!)]| (?:because"
    r"|as|sorry)\b)",
    re.IGNORECASE,
)
_HAS_TO = Spoken(r"\b(?:have to|need to|having to|gonnae|gaunnae)\b")
_ALL_IN = Spoken(r"\b(?:it|this) (?:all|in|all in)\b")
_GOES_NO_FURTHER = Spoken(
    r"\bi (?:don['’]?t|do not|can['’]?t|cannot) see myself (?:going on|carrying on|continuing|staying on)"
    r"(?=\W*$|\s*[.,;:!)]| (?:after|past|beyond|any|with (?:it|this)(?=\W*$|[.,;])|with the (?:programme|course)))"
    r"|\bi (?:won['’]?t|will not|shan['’]?t) be (?:going on|carrying on|continuing|staying on)"
    r"(?=\W*$|\s*[.,;:!)]| (?:after|past|beyond|any|with the (?:programme|course)))",
    "see myself", "be going on", "be carrying on", "be continuing", "be staying on",
)  # fmt: skip
# A clause that is all it says, with thanks or a sorry beside it at the most.
_GOES_ALONE = expression(
    r"\W*(?:(?:ok|okay|right|so|sorry|hi|hello|hi all|dear all|sadly|i['’]?m|i am|just|afraid|going to be) ?)*"
    r"(?:withdrawing|stopping here|(?:bowing|dropping|pulling|opting|backing) out"
    r"|not (?:continuing|carrying on|going on)|(?:won['’]?t|will not) be (?:continuing|carrying on))"
    r"(?: now| any more| any longer| any further| i['’]m afraid| sadly)?\W*",
    re.IGNORECASE,
)
_OTHER_JOB = expression(
    r"\W*(?:(?:sorry|hi|hello|so|and) )*i(?:['’]ve| have)?(?: just| recently| since)?"
    r" (?:(?:changed|switched|moved) jobs?|(?:changed|switched) (?:employers?|organisations?)"
    r"|(?:changed|switched|moved|gone|transferred) (?:over )?to (?:another|a different|a new)"
    r" (?:organisation|organization|employer|council|board|company|trust|job|post|school|service))"
    r"(?: now| since| last (?:week|month))?\W*",
    re.IGNORECASE,
)
_COURTESY = expression(
    r"\W*(?:\w+['’]?\w*\W+){0,3}?(?:thanks?|thank you|sorry|cheers|ta|apologies|regards)\b"
    r"(?:\W+[\w'’]+){0,4}\W*",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,;:–—]| \bbut\b")
_HANGS = expression(r"\?|\b(?:if|unless|before|meant|intended|wrong|somebody else|someone else)\b", re.IGNORECASE)
_NOT_SO = expression(
    r"\b(?:wish|not|never|nearly|almost|thought (?:about|of)|felt like|tempted|rather than|poster|photo"
    r"|copy|cc|minutes|rota)\b|n['’]t\b",
    re.IGNORECASE,
)


# What may stand before “it”, and is nothing that it could be.
_BEFORE = """
    a afraid all am anyway but dear good hello hey hi honestly i i'm i've is just mean morning oh ok okay really right
    sadly so sorry team thank thanks think to well yes you
"""
_IS_NOTHING = frozenset(_BEFORE.split())
_OF_WORK = {"@qi", "@paper", "@meet", "@attached"}
_THINGS = Spoken(
    r"\b(?:sheets?|tall(?:y|ies)|surveys?|trials?|ideas?|huddles?|boards?|rounds?|groups?|committees?|teams?"
    r"|conferences?|competitions?|awards?|bids?|points?|suggestions?|rota|pilots?|sessions?|workshops?|shelf"
    r"|system)\b"
)


def says_leaving(text: str, *, of_mentor: bool = False) -> bool:
    """Whether a sentence of the text says so, undenied and bound to nothing; `of_mentor` where it answers the mentor's
    own words, in which “it” may be anything."""
    said = sentences(_BRACKETED.sub(" ", text))
    on = carries_on(text)
    return any(_says(one, said[:n], said[n + 1 :], of_mentor=of_mentor, on=on) for n, one in enumerate(said))


def carries_on(text: str) -> bool:
    """Whether it speaks of a call that broke off, of more to come or of the same project: who leaves has none."""
    return any(_CARRIES_ON.is_in(one) and not ("?" in one or _NOT_SO.search(one)) for one in sentences(text))


def _says(sentence: str, before: Sequence[str], after: Sequence[str], *, of_mentor: bool, on: bool) -> bool:
    """Whether it says so, `before` and `after` which others stand; `on` where the text carries on with something."""
    if _HANGS.search(sentence):
        return False
    if _GOES_NO_FURTHER.is_in(sentence):
        return True
    clauses = _CLAUSES.split(sentence)
    if not (of_mentor or on) and _goes_alone(clauses):
        return True
    if any(_GOES.is_in(one) and not _NOT_SO.search(one) for one in clauses):
        return True
    if not on and not _names_thing(after[:1]) and _means_programme(clauses, before, _WENT_FROM_IT, of_mentor=of_mentor):
        return True
    return _means_programme(clauses, before, _GOES_FROM_IT, of_mentor=of_mentor) if _may_mean_it(sentence) else False


def _goes_alone(clauses: Sequence[str]) -> bool:
    """Whether a clause says no more than that, or that its writer has another job."""
    rest = [one for one in clauses if one.strip() and not _GOES_ALONE.fullmatch(one)]
    alone = len(rest) < len(clauses) and all(_COURTESY.fullmatch(one) for one in rest)
    return alone or any(_OTHER_JOB.fullmatch(one) for one in clauses)


def _may_mean_it(said: str) -> bool:
    return _GOES_FROM_IT.search(said) is not None or _CHUCKS_IT.search(said) is not None


def _means_programme(clauses: Sequence[str], before: Sequence[str], going: re.Pattern[str], *, of_mentor: bool) -> bool:
    """Whether one of these clauses says (by `going`) that its writer has enough of what can but be the programme:
    nothing stands before it, or no thing of the project in the same sentence and the last."""
    nothing, thing = _is_nothing(before), _names_thing(before[-1:])
    for clause in clauses:
        goes, chucks = going.search(clause), _CHUCKS_IT.search(clause)
        if (found := goes or chucks) is not None and _NOT_SO.search(
            f"{clause[: found.start()]} {clause[found.end() :]}"
        ) is None:
            led = [clause[: found.start()]]
            means = goes or _HAS_TO.is_in(clause) or (_ALL_IN.is_in(clause) and not of_mentor)
            if means and ((nothing and _is_nothing(led)) or not (thing or _names_thing(led))):
                return True
        nothing, thing = nothing and _is_nothing([clause]), thing or _names_thing([clause])
    return False


def _is_nothing(said: Sequence[str]) -> bool:
    return all(word in _IS_NOTHING for one in said for word in plain_words(one))


def _names_thing(said: Sequence[str]) -> bool:
    """Whether something stands there of which one may have enough: a form, a test, a team, or the idea of it."""
    return any(families_in(one) & _OF_WORK or _THINGS.is_in(one) for one in said)
