"""Whether each word of a mail is of the project, of the report's form, of the feedback or of a day for a talk.

What sounds like circumstances and is but a word to the mentor (“I'm stuck with the measures”, “can I send it as
slides?”) is told by a phrase; whatever else stands beside that may be why its writer can't think about the measures
(“he's been charged”, “I've not slept since the break-in”). No list of what can befall people is ever complete, and this
one, of what they work with, nearly is.
"""

from __future__ import annotations

from qibot.understanding.meaning.families import families_in, plain_words
from qibot.understanding.phrases.courtesy import is_polite

_FAMILIES = {"@qi", "@attached", "@report", "@link", "@filebad", "@thanks"}
_OF_WORK = """
    a able about advice advise after afternoon again ahead all almost already also although am an and another any
    anyway apply approach april are around as ask asked asking at audience august available back be because been
    before being below best better between big bit board book boss both but by call calling can can't cannot chance
    changed check checklist choose circles clarify clash class clear clearer colleagues collect collecting come
    comes coming comment comments committee compare complete completed completely confused confusing copy correct
    could couldn't council count counting current cycle day days december decide define definition describe diagram
    diagrams did didn't difference different difficult direction do document documents does doesn't doing don't done
    draft draw drawing driver due each earlier earliest easier either end enough evening every everything exactly
    example examples excel executive expect expecting explain far february feedback few figure figures file files
    fill find finish finished first fishbone five fix focus follow for form format forms forward four fourth free
    friday from front full further get getting give go goal goes going good google got governance governors graph
    group guess guidance had half handle handover happy has have haven't having head headings headline headteacher
    hear help helpful here hi honest hope hoping hour how i i'd i'll i'm i've idea ideas if improve in include
    indicator instead into is isn't it it'd it'll it's its january july june just keep know last late latest lead
    learning least length less let level like line link list little local location look looking lost lot lunch
    lunchtime main make makes making management manager many march may maybe me mean meaning meant median meet
    meeting meetings method min mine mins minute minutes moment monday month months more morning most move much
    muddled my narrow narrower national nearly necessary need needed needs neither new news next nine no nor not
    note notes nothing november now number numbers o'clock obvious october of off office official often ok okay old
    on once one ones online only open option options or order other others our outcome over page pages paper part
    partnership parts pdf people percentage perhaps phone photo pick picture pilot place plan please plot pm point
    points possible powerpoint prefer prefers presentation presenting problem process project properly puzzled
    quality quarter question questions quick quicker quickly quite rather re read reading ready really record report
    reports require review right ring room round row run said same sample saturday saw say school scope screenshot
    second secondly section see seem seems send sent september service session sets seven shall shared sharepoint
    sheet should show shows since six size slide slides small smaller so some somebody someone something sooner sort
    spc speak specific spoke sponsor spreadsheet stage stages stand standard start started starting steady steerco
    steering step steps stick still stuck such suggest suit suits summary sunday supposed sure survey system table
    take talk talking target technique template ten term terms tested testing text than that that'd that's the their
    them then theory there third there's these they think thinking this those though thought thoughts three through
    thursday time title to today together tomorrow tonight too tool totally track tried true try trying tuesday
    twice two type unclear understand underway unsure until up upload us use used useful using usual usually version
    very wait waiting want wanted wanting wants was wasn't way we we'd we'll we're we've wednesday wee week weeks
    well were what what's when where whether which while who whole why will with without won't wonder wondering word
    work works worth would wouldn't write writing written wrong yes yesterday yet you you'd you'll you're you've
    your zoom
"""
_WORDS = frozenset(_OF_WORK.split())


def is_of_the_work(said: str, names: frozenset[str]) -> bool:
    """Whether no word of it is another one; `names` are those that it may say, in small letters."""
    return all(
        w in _WORDS or w in names or is_polite(w) or w[0].isdigit() or families_in(w) & _FAMILIES
        for w in (one.removesuffix("'s") for one in plain_words(said))
    )
