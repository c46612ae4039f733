"""What feedback says of the manager, of the employer or of the practitioner's life isn't the manager's; what it says to
them, or asks of them, is."""

from __future__ import annotations

import pytest

from qibot.understanding import not_for_manager
from tests.support.build import JO, MEG

THEIRS_ALONE = [
    "Even better if your boss would stop moving the goalposts!",
    "I liked the aim. Even better if Meg gave you the time that you were promised, I know that she can be difficult.",
    "Good chart. Even better with some backing from Meg, who doesn't seem to get what QI is for.",
    "Nice work. With a manager like yours I see why you're careful.",
    "Even better if Meg let you get on with it.",
    "Lovely aim. Would be easier if your manager listened to you once in a while.",
    "The data is thin, but with Meg breathing down your neck that's no wonder.",
    "Meg is a stickler, so keep the title as it is.",
    "Good. Better than last time. Has Meg stopped interfering?",
    "Great run chart. Is Meg still on the warpath?",
    "Good start. Does Meg ever read these?",
    "Hi Jo, great chart. Meg, as you say, won't help, so go round her. Hope the scan went well.",
    "Hi Jo, the aim is clear. Meg, I'm told, is hard to please, so go to Bob for the data.",
    "Jo, lovely aim. Meg: no help, as you said. Try Bob.",
    "Clear aim. If only Meg would back you.",
    "Like the measures. A boss like that would drive me mad.",
    "I liked the aim. This one's a mess, must be the pills.",
    "Great chart. You must be shattered with the wee one in hospital.",
    "Not bad for somebody who had the social worker round last week.",
    "Lovely report. PS how did you get on at the lawyer's?",
    "Good aim. Did the mortgage come through?",
    "Nice chart. Have the police been back?",
    "Add a median. Hope court goes your way.",
    "The driver diagram is odd. Keep off the wine until you've drawn it",
    "Impressive with the baby and everything before Christmas.",
    "Good report. Fingers crossed for Thursday's panel, they'd be daft not to take you.",
    "Good aim. Good luck with the other school!",
    "Great chart, you'd be wasted in that place another year.",
    "Good report. Pity nobody at your place reads these.",
    "I'd have expected more backing from school.",
    "Shame about the support you get.",
    "You are being asked to do too much over there.",
    "Great aim. If they won't give you the time I'll have a word upstairs.",
    "It is a scandal what they expect of you on that ward.",
    "Don't let on at work until you have six points.",
    "Keep the second chart to yourself for now.",
    "Don't let them bully you into more wards.",
    "Well done for six months dry. Good chart.",
    "Nice to see you sober and smiling. Clear aim.",
    "Good aim. Hope you find somewhere to live.",
    "Clear chart. Sorry about the flat.",
    "Hope the police sort it out. Good report.",
    "Good data. Hope the tests come back clear.",
    "Good report. Hope the debt people back off.",
    "Sorry he's left. The chart is lovely.",
    "Really strong, considering the month you've had.",
    "Good aim. Sorry to hear about your visa.",
    "Good chart. Even better if Meg stopped changing her mind every week.",
    "Nice aim. I gather that your boss is a bit of a bully.",
    "Meg, we both know, will block it. Go ahead anyway.",
    "Lovely report, all the more as Meg is so prickly about data.",
    "Is your manager even aware of how much you do? Great chart.",
    "Clear aim. Hope the eviction business is behind you.",
    "Not bad after the fortnight you've had.",
    "Great charts. Did you hear from the solicitor?",
    "Good luck with the interview panel on Thursday, add a median.",
    "Good aim. You deserve more help from upstairs.",
    "Hope the wee man is out of hospital. The chart is lovely.",
    "Don't tell anybody at work about the second measure yet.",
    "Well done on staying off the drink. And the chart is good, too.",
]
FOR_BOTH = [
    "Even better if Meg were on the project team, she'd open doors",
    "Even better if your manager were shown the chart each month.",
    "I liked the chart. Ask Meg for the figures from last year.",
    "Has Meg seen the chart? She could help you to get it onto the ward board.",
    "Great aim. Did Meg agree the measures?",
    "Hi Jo and Meg, great chart. Well done both.",
    "Meg, you will be pleased with this. Jo, great chart.",
    "Does Meg have the data for last year?",
    "Is Meg on the project team? If not, ask her.",
    "Good work. Meg gave you good advice about the sample.",
    "It would be good if Meg could come to the session.",
    "Could Meg give you an hour a week for it?",
    "The police data is a good source. Could you split it by shift?",
    "Good luck with the next test on the other ward.",
    "The panel of parents is a good idea.",
    "You could ask the social worker to collect the data.",
    "Sorry about the delay. Good chart.",
    "I like that staff were asked about support. Even better with a median.",
    "Test it on one ward before you go to that ward.",
    "Don't let them skip the baseline.",
    "Keep it to yourself and one colleague for the first test cycle.",
    "Did the approval come through?",
    "Hope the next tests come back with more data.",
    "The medicines round is a good place to test.",
    "If they won't fill in the form, make it shorter.",
    "The pills count was a clever measure.",
    "Court dates are hard to count, use the clerk's list.",
    "You've had a great month with the data.",
    "I'd have expected more data from school.",
    "How did you get on at the Learning Session?",
    "Show Meg the run chart and ask her what she makes of it.",
    "Meg has agreed to the extra hour, so use it for the count.",
    "Great that Meg is behind this.",
    "Is it possible that fewer forms were filled in on that ward because of the holiday?",
    "Support from your team comes through well. Even better if you named them.",
    "The charge nurse won't give you the data without a form, so send it.",
    "Sorry about the late reply. The chart is a pleasure.",
    "Have you asked the police for their figures?",
    "Would Meg be willing to present it at the learning session?",
]


@pytest.mark.parametrize("said", THEIRS_ALONE)
def test_it_is_the_practitioners_alone(said: str) -> None:
    assert not_for_manager(said, MEG, JO)


@pytest.mark.parametrize("said", FOR_BOTH)
def test_the_manager_has_a_copy(said: str) -> None:
    assert not not_for_manager(said, MEG, JO)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Great chart.\n\nMeg, could you give her an hour a week?", False),
        ("Great chart.\n\nMeg, could you give her an hour? I know that you are never asked.", False),
        ("Great chart.\n\nMeg, could you give her an hour?\n\nJo, I hope the scan went well.", True),
        ("Hope the scan went well, Jo.\n\nMeg, could you give her an hour?", True),
        ("Hi Jo and Meg,\n\nGreat chart. Hope the scan went well, Jo.", False),
    ],
)
def test_what_is_said_to_the_manager_hides_nothing_that_is_said_to_the_practitioner(said: str, kept: bool) -> None:
    assert bool(not_for_manager(said, MEG, JO)) is kept
