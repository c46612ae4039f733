"""How a report looks at a first glance is no feedback, where it is still to come."""

from __future__ import annotations

import pytest

from qibot.understanding.mentors.first_glance import brings_something_else, promises_more
from tests.support.build import mail

NAMES = frozenset({"jo", "smith", "meg", "ross", "ann", "lee"})

GLANCES = [
    "Thanks Jo, that's great, will read it properly next week",
    "Thanks Jo, this looks great. I'll read it properly and get back to you",
    "Thanks Jo, excellent. More soon, Ann",
    "I've had a quick skim and it looks good, I'll come back to you with proper feedback. Ann",
    "Well done getting this in. More from me soon",
    "Thanks for the reminder. I have read it and it's great, comments to come",
    "Great, well done. I'll look at it tonight",
    "Thanks for sending, looks good! I'll write properly when I've a minute",
    "Looks good. Happy to send comments next week",
    "Great start Jo. I'll give it a proper read tomorrow",
    "Looks great, I'll get some feedback to you soon",
    "Just reading this now - first impressions good, more to follow.",
    "Just started reading - very promising, comments to follow.",
]
FEEDBACK = [
    "Great report Jo!",
    "Looks good, nothing to add.",
    "Thanks, well done Jo. Keep going and I'll look forward to the next one.",
    "Well done Jo. The aim is clear. I'll send more comments next week.",
    "Good. Have you thought about a balancing measure? More to follow.",
    "I've had a quick skim: the aim needs a date. I'll come back to you with proper feedback.",
    "Brilliant, I liked the story about the boy. Will send the annotated copy tomorrow.",
    "It looks great. I wouldn't change a thing.",
    "Very well done. I'll look forward to report 2",
    "Really good. I'll give it 9",
    "Really good. I'll give it a nine",
    "Brilliant work Jo. I'll get you the template",
    "Happy to sign this off",
    "Well done Jo. I'll read the article you mention",
]


@pytest.mark.parametrize("words", GLANCES)
def test_praise_beside_a_word_that_the_feedback_is_still_to_come_is_a_promise(words: str) -> None:
    assert promises_more(mail(subject="Re: Report 1", text=words), NAMES)


@pytest.mark.parametrize("words", FEEDBACK)
def test_praise_alone_and_what_says_something_of_the_project_is_no_mere_promise(words: str) -> None:
    assert not promises_more(mail(subject="Re: Report 1", text=words), NAMES)


BESIDE_DOCUMENTS = [
    ("Here's the template for PDSA I mentioned. Will do your feedback at the weekend.", "PDSA template.docx", True),
    ("Jo, here's that blank PDSA form I promised you. Will get to your report later in the week.", "PDSA.docx", True),
    ("Jo, that template we talked about is attached. I've not got to your report yet.", "template.docx", True),
    ("Something to read on the train! Your report's next on my pile.", "Deming.pdf", True),
    ("Here is the poster, your report will have to wait till Monday.", "poster.pdf", True),
    ("Here's your report back, I've not got to the last page yet.", "Report 3.docx", False),
    ("My comments are in the file. Your report is next on my pile for the panel.", "Jo 3.docx", False),
    ("See attached. Haven't read your report closely yet, so see my notes in the margin.", "Smith.docx", False),
    ("Attached. I'll read your next report at the weekend.", "Chart.docx", False),
    ("A blank form attached, use it for your report.", "form.docx", False),
    ("Guidance attached. I'll get my feedback to you next week.", "guidance.pdf", True),
    ("My comments are attached. Will send more feedback next week", "Jo.docx", False),
    ("I've annotated it, will get my feedback to you next week", "Jo.docx", False),
    ("See attached. I'll give you my feedback in person next week", "Report 1.docx", False),
]


@pytest.mark.parametrize(("words", "file", "else_"), BESIDE_DOCUMENTS)
def test_a_document_beside_feedback_that_is_promised_for_later_is_something_else(
    words: str, file: str, else_: bool
) -> None:
    assert brings_something_else(mail(subject="Re: Report 1", text=words, files=(file,))) is else_
