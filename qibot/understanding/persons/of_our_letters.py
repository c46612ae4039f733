"""What is asked or said of the office's own letters: who gets them, how many there are, whether anything is to be done.

Whoever answers a letter of ours about somebody's report says so to the office, and neither to the practitioner nor to
the mentor, whom nobody calls.

| it | such as |
|---|---|
| asks who gets them, how many there are, what is to be done | “who else gets these?”, “do I have to reply?” |
| wants off, or another in its writer's place | “take me off these”, “send these to my deputy”, “use Lesley instead” |
| asks whether what the programme does is as it should be | “is it usual that mentors take two weeks?” |
| asks what this is | “what's all this about?” |
| … to a reminder: which report it means, whether an answer has come | “which report is this?”, “did you not get it?” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken

_THESE = (
    r"(?:(?:all |any |some |so many )?(?:of )?(?:these|those|this|them|the|your|such) ?)?(?:(?:e-?mails?|mails?"
    r"|messages?|letters?|reminders?|copies|copy|notifications?|chasers?|updates?|list|circulation|distribution list"
    r"|mailing list|thread|loop)\b)"
)
_ONES = rf"(?:{_THESE}|(?:these|those|this|them)\b)"
_MUST = (
    r"(?:(?:do|did|will|would) (?:I|we) (?:have|need)|(?:am|are|was) (?:I|we) (?:supposed|meant|expected|required"
    r"|obliged)|(?:should|must) (?:I|we)|is there (?:anything|something) (?:that )?(?:I|we) (?:have|need|should|must"
    r"|am|are)(?: (?:supposed|meant|expected))?|do you (?:need|want|expect) (?:me|us|anything|something)(?: from me)?)"
)
_DONE = (
    r"(?:do|be doing|reply|answer|respond|act|react|file|keep|print|sign|approve|read|confirm|acknowledge)(?: anything"
    r"| something| to| on| with| about| these| this| them| it| all| here| now| each time| every time| every month"
    r"| from me| by return)*"
)
_MY = (
    r"(?:my|our) (?:\w+ )?(?:deput[ey]|depute|colleague|PA|secretary|assistant|boss|successor|replacement|team leader"
    r"|team lead|team manager|line manager|head|director|service manager|lead|admin|office|supervisor"
    r"|number two|stand-?in)"
)
_SOMEBODY = rf"(?:{_MY}|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)"
_HENCE = (
    r"(?:instead|from now on|in (?:the )?future|from here on|henceforth|going forward|after this"
    r"|rather than (?:to )?me)"
)
_OF_PROJECT = (  # “try Bob instead, he has the data” is said to who asked for them
    r"[^.?!]*\b(?:data|baselines?|charts?|numbers|figures|templates?|sheets?|spreadsheets?|surveys?|forms?|posters?"
    r"|samples?|measures?|results?|tests?|tall(?:y|ies)|counts?|leaflets?|rota)\b"
)
_PLEASE = (
    r"(?:^\W*|[,;:–—] ?|\b(?:please|kindly|you|could|can|and|just|to|start|better|rather) )(?:(?:please|just|also|now"
    r"|start|you) )*"
)
_OF_LETTERS = expression(
    rf"\bwho(?: else)? (?:all )?(?:gets?|receives?|sees?|reads?|is (?:getting|receiving|reading|seeing)|is on"
    rf"|is copied"
    rf"(?: in)?(?: on| to)?|are copied in(?:to| on)?) {_ONES}(?! (?:data|chart|project|report|leaflet|poster)s?\b)"
    rf"|\bwho else (?:is|are) (?:copied|cc['’]?d|on copy|on the list)\b"
    rf"|\bhow (?:many|often)(?: more)?(?: of)? ?(?:{_ONES} )?(?:will|do|shall|can|should|am|are) (?:I|we|you)"
    r" (?:to )?(?:get|receive|be (?:getting|sent)|have|expect|send)(?: of)?(?: these| those| them)?(?: \w+)?\W*$"
    rf"|\b{_MUST}(?: (?:to|also|actually|still))* {_DONE}\W*$"
    r"|\bwhat (?:am I|are we|do I|should I|must I|do we|should we)(?: (?:supposed|meant|expected|have|need|to))* do"
    rf" (?:with|about) {_ONES}\W*$"
    rf"|\bis (?:this|that|it) (?:just |only |purely )?for (?:my|our) (?:information|info|records)\b"
    rf"|(?<!n['’]t )(?<!not )(?<!never )\b(?:take|remove|strike|drop|delete) (?:me|us|my (?:\w+ )?(?:name"
    rf"|e-?mail|address))\b[^.?!]{{0,12}}\b(?:off"
    rf"|from|out of)\b(?! (?:it|the (?:\w+ )?(?:rota|meeting|project|team|group|diagram|map|survey))\b)"
    rf"|\b(?:leave|keep) (?:me|us) (?:off|out of) {_ONES}|\bunsubscribe\b"
    rf"|\b(?:stop|quit) (?:sending|copying|e-?mailing|mailing|including|cc['’]?ing) (?:me|us|these)\b"
    rf"|\b(?:no need to|needn['’]t|you don['’]t (?:need|have) to|please don['’]t|(?:don['’]t|no longer) (?:need|want"
    rf"|wish|have)(?: to)?(?: be)?) (?:copy|copied|cc|include|send|get|getting|receive|be (?:copied|sent))"
    rf" ?(?:me|us)? ?(?:in)? ?(?:on|to|into)? ?{_ONES}"
    # how often
    rf"|\b(?:get|have|receive|send|sent|copied in(?:to| on)?)(?: me"
    rf"| us)? (?:all (?:of )?)?{_ONES} (?:all )?(?:only |just )?(?:once"
    r"|less|monthly|weekly|quarterly|in one go|together|in a (?:batch|digest|summary)|as a (?:digest|summary))\b"
    rf"|\b(?:fewer|less) (?:of )?{_ONES}"
    rf"|\b(?:do|must|should) I (?:need to|have to)? ?be (?:copied|cc['’]?d|included) (?:in )?(?:on |to |into )?"
    rf"(?:every(?:thing)?|each|all|{_ONES})"
    rf"|\b(?:don['’]t|do not|no longer) (?:need|want|require) (?:to (?:get|see|have|receive) )?(?:any "
    rf"|the )?(?:more )?"
    rf"(?:copies of )?{_ONES}(?=\W*$|,|\W+(?:please|thanks|any ?more|every|each|so|can|could)\b)"
    rf"|\b(?:can|could|should|might|may|would) {_ONES} (?:all )?(?:go|come|be (?:sent|addressed|copied|forwarded))"
    rf"(?: on)? to {_SOMEBODY}"
    rf"|{_PLEASE}(?:send|copy|forward|address|direct|e-?mail|redirect|re-?route) {_ONES}[^.?!]{{0,20}}? (?:on )?to"
    rf" {_SOMEBODY}"
    rf"|{_PLEASE}(?:send|copy|forward|address|direct|redirect) (?:it|everything|anything|all) (?:on )?to {_SOMEBODY}"
    rf"[^.?!]{{0,20}}\b{_HENCE}"
    rf"|\b(?:use|contact|e-?mail|copy|try|write to|put) {_SOMEBODY}(?: (?:down|in))? (?:instead|from now on)\b"
    rf"(?!{_OF_PROJECT})"
    rf"|\b(?:copy|cc|add|include|put)(?: in)? {_MY}(?: in| on| into| to| too| as well| here){{0,2}}"
    rf"(?: {_ONES})?(?: {_HENCE}| please)?\W*$|\b(?:could|can|should|might) {_MY} (?:get|have|receive"
    rf"|be (?:copied|sent|put)) ",
    re.IGNORECASE,
)
_AS_USUAL = expression(
    r"\bis (?:it|that|this) (?:(?:quite|really|always|so) )?(?:normal|usual|standard|common|typical|customary"
    r"|acceptable"
    r"|expected|okay|ok|right|the norm|policy) (?:that|for|when|if) (?:a |the |your |all |most |other )?(?:mentors?"
    r"|practitioners?|feedback|comments?|reports?|reviews?|reminders?|answers?|replies|people on the programme)\b"
    r"|\bdo (?:all |most |your |the )*mentors (?:usually|normally|always|often|really|have to|ever)\b"
    r"|\bhow long (?:do|does|should|would|can|may) (?:a |the |your |most )?(?:mentors?|feedback|reviews?|an answer"
    r"|answers)\b"
    r"|\bwho (?:chooses|picks|decides|allocates|appoints|pays|checks|oversees|manages"
    r"|is in charge of) (?:on )?(?:the )?"
    r"mentors?\b",
    re.IGNORECASE,
)
_WHAT = expression(
    r"^\W*(?:(?:sorry|hi|hello|hiya|excuse me|but|and|please)\b\W*)*(?:what(?:['’]s| is| are)(?: all)? (?:this"
    r"|these|that)"
    r"(?: (?:all|programme|about|for|in aid of|e-?mail|letter|please|then))*|who are you(?: \w+)?"
    r"|who is this(?: from)?)"
    r"\W*$",
    re.IGNORECASE,
)
_NORMAL = Spoken(
    r"^\W*(?:hi|hello|sorry)?\W*is (?:this|that|it) (?:all |quite |really |perfectly )?(?:normal|usual|standard"
    r"|typical"
    r"|how (?:it|this) (?:works|goes)|the (?:norm|usual way)|as it should be|always like this)\W*$",
    "is ",
)
_NAMED = r"(?:reports?|ones?|practitioners?|mentees?|month|of (?:them|these|mine|my \w+)|(?-i:[A-Z])\w+)"
_REMINDED = expression(
    rf"\b(?:which|what) (?:\w+ )?{_NAMED} (?:is|was|are|does|do|would|did) (?:this|that|it|these|you)\b"
    rf"(?! (?:\w+ )?(?:measur|count|test|us)\w*)"
    rf"|\bwhose (?:report )?(?:is|was) (?:this|that|it)\b|\bwho (?:is|was) (?:this|that|it) (?:about|for)\b"
    r"|\b(?:did|have|has|had)(?:n['’]?t)? (?:you|they|she|he|it|that|this|mine|my \w+(?: (?:of|from|on) \w+"
    r"| \w+)?)(?: (?:not|never|really"
    r"|actually|all))* (?:get|got|receive\w*|had|have|see|seen|come|arrive\w*|reach\w*|go|gone|turn\w* up"
    r"|make it|land)"
    r"(?: (?:through|in|over|up|to you|with you))?\b(?= (?:my|it|this|that|mine|on|last|yet|yesterday|when|from|of"
    r"|the (?:e-?mail|mail|message|comments|feedback|reply|answer|one))\b|\W*$)"
    r"|\bI (?:thought|think|believe|was sure|am sure|could swear|could have sworn)(?: that)? I(?:['’]d|['’]ve"
    r"| had| have)?"
    r" (?:already |just )?(?:sent|e-?mailed|answered|replied|done|given|submitted|commented|written)\b"
    r"|\b(?:check|look|see|find|happen\w*|problem|stuck|lost|anything|wrong)\b[^.?!]{0,20}\b(?:at|on|from) your (?:end"
    r"|side)\b"
    r"|\b(?:in|check|see) your (?:spam|junk|inbox|mailbox|records?|system|quarantine|folders?|filters?)\b"
    r"|\b(?:does|will|would) it matter (?:if|that|when) (?:it|it['’]?s|I|I['’]?m|I['’]ll|mine|my)\b"
    r"|\b(?:is|are) (?:this|it|that|these) (?:very |so |really |that )?urgent\b|\bhow urgent\b"
    r"|\b(?:these|your)(?: \w+)? (?:reminders|chasers|nudges)(?: \w+)? (?:are|were|seem|feel|get|make|keep"
    r"|have been|come"
    r"|came|don['’]t|never)\b|\b(?:these|your) automat\w+ (?:e-?mails?|letters?|messages?)\b"
    r"|\bfrom your lot\b|\b(?:two|three|several|both) from you(?:r lot)?\b"
    r"|\b(?:when|by when|what (?:day|date)) (?:is|was|were|must|should|do|does) (?:it|this|that|I|my \w+|the feedback)"
    r"(?: (?:be|have|need|to))* ?(?:due|in|do (?:it|this)|wanted|needed|done|send|answer|reply)?(?: by| for)?\W*$",
    re.IGNORECASE,
)


def is_of_our_letters(said: str, *, reminded: bool) -> bool:
    """Whether a sentence is said of the office's letters and ways; a reminder (`reminded`) is nobody else's word, so
    that more can only be meant for the office."""
    if _OF_LETTERS.search(said) or _AS_USUAL.search(said) or _WHAT.search(said):
        return True
    return reminded and _REMINDED.search(said) is not None


def asks_what_is_normal(said: str) -> bool:
    """Whether it asks whether this is as it should be, which may be asked of the mentor, too."""
    return _NORMAL.is_in(said)
