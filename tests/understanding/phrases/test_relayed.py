"""What a mentor has the practitioner told is for them, whoever passes it on; what else is said of them isn't."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        (
            "Please tell Jo from me that page two is the clearest diagram I've seen, and that she should now"
            " stop drawing and test something."
        ),
        (
            "Jo's done a cracking job here. Tell her from me that the colour coding works and that she ought to"
            " bring the fridge temperatures into it too. And that a run of seven is enough, she needn't wait for ten."
        ),
        "Sorry for the delay. Please tell Jo that her second test was the better of the two and to drop the first.",
    ],
)
def test_what_they_are_to_be_told_of_the_report_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "Please don't tell Jo that I said so, but her aim is woolly.",
        "Tell Jo the chart is lovely. She's been in tears again.",
        "Tell her it's good. I think she's out of her depth though.",
        "Please tell Jo that hers is read and admired. I have a wee confession, I've taken on my late brother's farm.",
        "Tell her that she should think about whether this is for her.",
        "Tell Jo that I can't carry on after Christmas.",
        "Tell Jo that the aim is fine. Her manager never reads any of it and it shows.",
        "Let her know that she can stop any time, nobody would blame her.",
        "Please let Jo know that it's fine. She could hardly string two words together on Tuesday.",
        "Tell Jo that it's fine. She must have been up all night again.",
    ],
)
def test_what_is_said_of_them_beside_it_stays_with_the_team(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Tell Jo that I'm pleased. She could do with losing the attitude.",
        "Tell Jo that I'm pleased. She might be drunk.",
        "Tell Jo that I'm pleased. She made a scene at the meeting.",
    ],
)
def test_what_they_could_do_without_a_word_of_the_project_stays_with_the_team(text: str) -> None:
    assert kind_of("mentor", "nudge", text) in ("private support", "private", "ask")


def test_what_they_could_do_in_the_project_goes_on_with_it() -> None:
    text = "Tell Jo that the second page is lovely. She could add a median to the chart now."
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "Tell her the aim is clear. The charge nurse there should be ashamed.",
        "Tell Jo the chart is fine. The ward is badly run and the charge nurse a disgrace.",
        "Tell Jo I'm delighted with the chart. The rest of the cohort is miles ahead though.",
        "Tell Jo well done. Whoever runs that ward wants sacking.",
        "Let Jo know the chart is fine, I said she would not last.",
        "Let Jo know the report is good and that I think she is the weakest of the four.",
        "Let Jo know that it's good, I think she will fail though.",
        "Please tell Jo that page two is good, I thought she had it in her to cheat.",
        "Tell Jo the aim is fine, I think she needs a firmer hand.",
        "Tell Jo the report is fine, I thought she was past it.",
        "Tell Jo it's good, I think she might be a bit dim.",
        "Tell Jo that the chart is lovely and her drinking is a worry.",
    ],
)
def test_what_is_thought_of_them_or_of_others_is_none_of_it(text: str) -> None:
    assert kind_of("mentor", "report 2", text) in ("private", "ask")


@pytest.mark.parametrize("answers", ["report 2", "reminder 2", "message", "fresh"])
def test_what_is_thought_of_them_reaches_nobody_whatever_it_answers(answers: str) -> None:
    assert kind_of("mentor", answers, "Let Jo know that it's fine, I think she needs watching.") in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Tell Jo that it's good, I thought the chart was clear.",
        "Tell Jo that I think the chart is clear. The aim is good.",
        "Tell Jo the chart is fine. The title could be shorter.",
        "Let Jo know that the aim is clear and that she should add a median to the chart.",
        "Tell Jo the chart is good and I liked the fishbone.",
    ],
)
def test_what_is_said_of_the_report_beside_it_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "feedback"


@pytest.mark.parametrize("answers", ["report 2", "reminder 2", "message", "nudge", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "Tell Jo not to worry",
        "Can you tell Jo not to worry please",
        "Please tell Jo not to worry about the late report.",
        "Let Jo know she needn't worry about the delay, thanks.",
        "Hi. Please tell Jo she doesn't need to apologise for being late. Ann",
        "Assure Jo that she needn't worry about missing the date.",
        "Tell Jo no need to worry",
        "Let Jo know not to stress over the deadline",
    ],
)
def test_that_they_are_told_not_to_worry_is_a_message_and_no_feedback(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Tell her not to worry",
        "Tell Sam not to worry",
        "Tell Meg not to worry.",
        "Tell Jo not to worry about the drinking.",
        "Tell Jo not to worry about her mum.",
        "Tell Jo not to bother any more.",
        "Tell Jo not to worry, I think she's not up to it though.",
        "Tell Jo not to worry. I'm worried about her.",
        "Tell Jo not to worry, she'll be out by Christmas anyway",
        "I'd tell Jo not to worry, but I do.",
        "I told Jo not to worry.",
        "Should I tell Jo not to worry?",
    ],
)
def test_what_else_they_are_not_to_worry_about_reaches_nobody_unasked(text: str) -> None:
    assert kind_of("mentor", "report 2", text) in ("private", "ask")
