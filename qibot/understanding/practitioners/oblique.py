"""What a practitioner says of their mentor without saying so: few words of disappointment, or a wish for somebody else.

The weights know the plain complaints. These are said aside, amid answers to what the mentor did or didn't, and their
writer is asked, whatever the weights make of them. Who calls the mentor by name says it to them.

| the words | are of the mentor |
|---|---|
| ask for another reader or mentor, or whether it has to be this one: “could anybody else look at it?” | anywhere |
| say of the mentor what isn't, is never, always or hardly: “not sure she's that interested” | anywhere |
| say that it is so again, or too late: “this keeps happening” | in answer to what the mentor did or didn't do |
| say that they had expected more: “I'd hoped for a bit more input” | the same |
| belittle the comments (belittled.py): “frankly the last comments were useless” | anywhere |
| remark on the mentor beside thanks (remarked.py): “she could be a bit kinder” | in answer to feedback, a message |
| the same of the project, or of somebody else who is named before “she” | not |
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.practitioners.belittled import belittles
from qibot.understanding.practitioners.own_cause import gives_none
from qibot.understanding.practitioners.remarked import remarks_on_mentor

# Letters that bring the mentor's words, or say that they haven't come.
OF_MENTOR = ("expect_feedback_by", "nudge_contact", "relay_feedback", "relay_message", "tell_feedback_delayed")
LONGEST = 30  # words: what is longer the weights know enough of
_ONE = (
    r"(?:some|any|no) ?(?:body|one)(?: (?:other|apart|different) (?:than|from|to) \w+)?"
    r"|another (?:person|reader|pair of eyes)|others?"
)
_MENTOR = r"(?:mentors?|reviewers?)"
_OTHER = expression(
    rf"\b(?:{_ONE})(?: else)?\b(?!'s| (?:in|at|from|on|of) (?:my|our|the|work|school|qi)\b)"
    r".{0,25}?\b(?:look|read|review|comment|feedback|answer|reply|help|advise|tell me|say (?:if|whether|what)"
    r"|judge|mentor|quicker|faster|sooner|more time"
    r"|take (?:me|it|this|over)|do it|talk to)\b"
    r"|\bwho else\b.{0,20}\b(?:look|read|review|comment|answer|ask|help)\b"
    rf"|\b(?:swap|swop|switch|chang\w*|mov\w+|other|different|new|another|better)(?: my| a)? {_MENTOR}\b"
    rf"|\bany other {_MENTOR}\b|\b(?:OTHER|SOMEBODY|CALLED)(?: 's)? {_MENTOR}\b"
    r"|\b(?:could|can|may|possible|way|chance|able|like|want|rather)\b.{0,15}\b(?:swap|swop|switch|change over)"
    r"(?: with (?:some|any)(?:one|body)| places| (?:at all|please))?\W*$"
    r"|\b(?:i|me) (?:please )?(?:be|get) (?:moved|switched|transferred|swapped|reassigned|given to|put with)\b"
    r"|\bchange who\b|\bwho i'm (?:with|paired|matched)\b"
    rf"|\b(?:have|has|got) to be MENT\b|\b(?:stuck|stay|stick|have to be|paired|matched) with (?:MENT|THEY)\b"
    rf"|\bmy {_MENTOR} (?:have|has) to\b"
    r"|\b(?:happier|better off|rather (?:have|be)|prefer)\b.{0,12}\b(?:some(?:one|body)|another (?:one|person))\b"
    r"|\bthe same (?:mentor|one|person)\b"
)
_WHO = r"(?:MENT|THEY)(?: 's)?"
_WANTS = (
    r"(?:\w+n't|not|never|nor|hardly|rarely|seldom|barely|scarcely|always|too|lost|stopped|forgets?|forgot\w*"
    r"|ignores|ignored|ignoring|busy"
    r"|slow|late|short|sharp|curt|abrupt|harsh|distant|vague|quiet|cold|rude|bored|bothered|keen|invisible|hard"
    r"|difficult"
    r"|tricky|impossible|only ever|only writes|takes? (?:ages|weeks|forever|for ever|so long)|still (?:doing|there"
    r"|around"
    r"|here|my))"
)
_IS_WANTING = expression(
    rf"\b{_WHO}(?: (?!who\b|which\b|that\b|SOMEBODY\b|and\b|or\b|i\b|i'm\b|we\b|you\b)[\w']+){{0,5}}? {_WANTS}\b"
    rf"|\b(?:not|n't|never|sure|doubt|wonder\w*|unsure)\b(?: [\w']+){{0,4}}? (?:if|whether|that|sure|think"
    rf"|what) {_WHO}\b"
    rf"|\b(?:not sure|don't think|doubt) {_WHO}\b|\bfeels? (?:like|as if|as though) {_WHO}\b"
    r"|\b(?:hold|much|back|anything|repl\w+|answers?|word|sense|response|help|nothing|peep|out) (?:out )?(?:of|from"
    r"|off)"
    rf" {_WHO}\b(?! (?:'s )?(?:leave|holidays?|hols|break|trip|travels)\b)"
    rf"|\b(?:hard|difficult|tricky|impossible|can't|cannot|never|ages) (?:[\w']+ ){{0,5}}?(?:of|reach|with|find"
    rf"|pin) {_WHO}"
    rf"\b|\b(?:always|same|typical|luck|problem|trouble|issue|(?:not|n't)(?: [\w']+){{0,3}}) (?:with|of) {_WHO}\b"
    rf"|\bhas {_WHO} (?:lost|forgotten|given|stopped|gone)\b|\bis {_WHO} (?:still|always|ever|even)\b"
)
_AGAIN = expression(
    r"\bkeeps (?:on )?(?:happening|being)\b|\b(?:a|the) (?:bit of a )?pattern\b|\b(?:every"
    r"|each) (?:single )?(?:month|time)\b"
    r"|\b(?:the )?same (?:again|old|every|as (?:last|ever|always|before)|thing|story)\b"
    r"|\b(?:second|third|fourth|fifth|nth|umpteenth|2nd|3rd|4th)(?: or \w+)? (?:time|month)\b"
    r"|\b(?:in a row|running|on the trot)\b|\bhow (?:many|much) (?:times|longer|more)\b"
    r"|\b(?:late|delayed|delay|overdue|waiting|happened|happening)(?: yet)? again\b|^ ?(?:oh |not )?again\b[^a-z]*$"
    r"|\bsince the (?:start|beginning|very)\b|\bas (?:usual|always)\b|\bhere we go\b|\b(?:no|not a) surprise\b"
    r"|\btypical\b"
    r"|\b(?:not|n't)(?: [\w']+){0,2} (?:be|being|sound|seem|want to|like to|wish to|mean to|trying to be)(?: [\w']+)?"
    r" (?:funny|rude|awkward|difficult|moan|moany|complain|nag|fuss|ungrateful|pushy|harsh)\b"
    r"|\b(?:been|still|left|kept) waiting(?! (?:on|for) (?!it\b|feedback\b|comments\b|MENT\b|THEY\b|an answer\b))"
    r"|\bgiven up\b|\bunless i\b|\bno use to\b|\b(?:too|so|very) late\b|\blet down\b"
    r"|\bgood enough\b|\bfed up\b|\bfrustrat\w+|\bstart\w* to wonder\b|\bbeginning to\b|\bpointless\b"
    r"|\bused to (?:it|this|that)\b|\bwhat's the point\b|\bagain then\b|\bno reply\b|\bheard nothing\b"
)
_LESS = expression(
    r"\b(?:hop(?:ed|ing)|expect(?:ed|ing)|wanted|thought|needed|was after|could do with|could have done with"
    r"|miss\w*)\b"
    r".{0,25}?\b(?:more|else|better|further|longer|detail\w*|input|depth)\b"
    r"|\b(?:bit|rather|very|pretty|awfully|somewhat|so|too|kind of|quite) (?:thin|short|brief|vague|light|harsh"
    r"|blunt|curt"
    r"|sharp|unfair|disappoint\w+|generic|general|sparse|skimpy|let down)\b"
    r"|^ ?(?:oh |so )?is (?:that|this) (?:it|all|everything)\b|^ ?that's (?:it|all) \?"
    r"|\b(?:did|does|do|was|were|is|are|'s)(?:n't| not)\b(?: [\w']+){0,3}? (?:help\w*|useful|use|tell me|much there"
    r"|enough)\b"
    r"|\bnot (?:much|very|really|exactly|particularly|terribly) (?:help\w*|use\w*|there|to go on|in it|fair|kind)\b"
    r"|\bnot getting (?:what|much|enough|anything)\b|\bnone the wiser\b|\bdisappoint\w+|\bunderwhelm\w+"
    r"|\bthat's no (?:use|help)\b"
    r"|\b(?:n't|not|don't) (?:really |quite |exactly )?(?:click|gel|get on|get along|see eye to eye|a good (?:fit"
    r"|match))\b"
    r"|\b(?:not|n't)(?: [\w']+)? (?:working (?:out )?(?:with|for me)|working out)\b"
    r"|\bmore (?:help|support|advice|feedback|use) (?:from|out of|than)\b"
)
_SOMEBODY = expression(
    r"\b(?:head|deput[ey]|heidie|receptionist|analyst|consultant|doctor|gp|secretary|admin\w*|clerk|lead|sister|matron"
    r"|charge|director|janitor|technician|assistant|officer|worker|supervisor|trainee|student|friend|neighbour|lady"
    r"|woman"
    r"|man|guy|girl|boy|lad|OTHER|MGR|SOMEBODY)\b"
)
_PEOPLE = {"@third", "@manager", "@kin"}
_PROJECT = expression(
    r"\b(?:ward|staff|handover|shift|team|huddle|school|class|pupils?|data|audit|survey"
    r"|system|software|login|supplier|contractor|estates|procurement)\b"
)
# Who looks after what mentors do: asked of the programme, however much stands around it.
_OVERSEES = expression(
    r"\b(?:does|do|is|will|would) (?:any(?:one|body)|some(?:one|body)|TEAM|you)(?: (?:at|in|from) [\w']+(?: end"
    r"| office)?)?"
    r" (?:ever |actually |really )?(?:check|checks|checking|read|reading|look at|looking at|see|monitor"
    r"|monitoring|oversee)"
    r" (?:on )?what (?:the |your |our )?mentors? (?:send|sends|write|writes|say|says|tell|tells|do|does)\b"
    r"|\b(?:how|what) (?:your|the|your own) mentors? (?:is|are) (?:meant|supposed|expected|allowed) to (?:write"
    r"|speak|talk|say"
    r"|behave|do)\b"
)
_HAILS = expression(r"(?:heya|hullo|howdy|alright|awright|aye aye|guid morning|oh hi|hi there) MENT\b(?! 's)")
_CHANGE = expression(r"\bchang\w+")  # of the mentor as well


def is_of_mentor(found: Meaning, answered: Letter | None) -> bool:
    """Whether short words are of the mentor, so that their writer is asked before the mentor reads them."""
    said = [" ".join(told.words) for told in found.told]
    if any(_OVERSEES.search(one) for one in said):
        return True
    greets = bool(said) and _HAILS.match(said[0]) is not None
    if greets or found.speaks_of("MENT-V"):
        return False
    if belittles_comments(found) or remarks_on_mentor(found, answered):
        return True
    if sum(len(told.words) for told in found.told) > LONGEST:
        return False
    plain = [
        told.text.casefold().replace("’", "'") for told in found.told
    ]  # a rare word may have been taken for a slip
    if any(_OTHER.search(one) and not _is_of_project(one) for one in said) or _is_wanting(said):
        return True
    speaks = answers_mentor(answered) and not _is_of_project(" ".join(said))
    return speaks and any(_AGAIN.search(x) or _LESS.search(x) for x in (*said, *plain))


def belittles_comments(found: Meaning) -> bool:
    """Whether a sentence belittles the comments, whatever else is said (belittled.py)."""
    plain = (told.text.casefold().replace("’", "'") for told in found.told)
    return any(belittles(one) for one in (*(" ".join(told.words) for told in found.told), *plain))


def is_only_of_mentor(found: Meaning, mail: Mail, answered: Letter | None) -> bool:
    """Whether what sounds like circumstances is only what the mentor's words, or their delay, are answered with."""
    return answers_mentor(answered) and gives_none(typed(mail)) and is_of_mentor(found, answered)


def may_concern_mentor(found: Meaning, answered: Letter | None) -> bool:
    """Whether it answers the mentor's doing, and speaks of them rather than to them."""
    return answers_mentor(answered) and found.speaks_of("MENT", "THEY") and not found.speaks_of("MENT-V")


def answers_mentor(answered: Letter | None) -> bool:
    """Whether it is the mentor's doing that is answered."""
    return answered is not None and answered.name in OF_MENTOR


def _is_wanting(said: list[str]) -> bool:
    """Whether a sentence says what the mentor isn't: “she” is somebody else where such a one is named before."""
    for n, sentence in enumerate(said):
        one = _IS_WANTING.search(sentence)
        if one is None:
            continue
        before = " ".join((*said[:n], sentence[: one.end()]))
        if "MENT" in one[0] or not (_SOMEBODY.search(before) or families_in(before) & _PEOPLE):
            return True
    return False


def _is_of_project(said: str) -> bool:
    said = _CHANGE.sub(" ", said)
    return bool(families_in(said) & {"@qi", "@third"}) or _PROJECT.search(said) is not None
