"""What offices put below every mail changes nothing of what it is taken for, in any role."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

DISCLAIMERS = {
    "in error": (
        "This message is intended for the addressee only. If you have received it in error please notify the "
        "sender and delete it."
    ),
    "this email in error": (
        "If you have received this email in error please delete it and let us know. Any unauthorised use, "
        "disclosure or copying is not permitted."
    ),
    "confidential": (
        "This e-mail and any files transmitted with it are confidential and intended solely for the use of "
        "the individual or entity to whom they are addressed."
    ),
    "monitored": (
        "Emails sent to or from the Council may be monitored and recorded. The views expressed are those of "
        "the author and do not necessarily represent those of the Council."
    ),
    "a health board's": (
        "This message may contain confidential information. If you are not the intended recipient please "
        "inform the sender that you have received the message in error before deleting it. Please do not "
        "disclose, copy or distribute information in this e-mail or take any action in relation to its "
        "contents."
    ),
    "viruses": (
        "Please consider the environment before printing this email. This email has been scanned for viruses, "
        "but we accept no liability for any damage caused by it. Scottish Charity SC012345."
    ),
    "by mistake": (
        "CONFIDENTIALITY: this communication is private. Should you receive it by mistake, kindly tell us and "
        "destroy all copies."
    ),
    "freedom of information": (
        "Please note that any information you send us may be disclosed under the Freedom of Information "
        "(Scotland) Act 2002. Messages are monitored for security purposes."
    ),
}
ORDINARY = [  # who, in answer to what, words
    ("practitioner", "feedback 2", "Do you mean a weekly chart or a monthly one?"),
    ("practitioner", "feedback 2", "Can we speak on Thursday at ten?"),
    ("practitioner", "message", "Calendar month."),
    ("practitioner", "message", "ta"),
    ("practitioner", "receipt 2", "Did you get my report?"),
    ("practitioner", "deadline 2", "I'm in hospital, so I can't send the report in time."),
    ("practitioner", "missing 2", "I sent it on Monday, did it not come?"),
    ("practitioner", "receipt 2", "Please don't show that to Ann."),
    ("practitioner", "feedback 2", "In confidence: Ann has cancelled three times and I can't talk to her."),
    ("mentor", "report 2", "What I liked: the aim says by when. Even better if there was a chart."),
    ("mentor", "report 2", "I need until 20 December, sorry."),
    ("mentor", "report 2", "Thanks, got it."),
    ("mentor", "report 2", "I'm worried about Jo, she isn't coping."),
    ("mentor", "message", "Thursday at ten suits me."),
    ("manager", "feedback 2", "Much appreciated, Ann."),
    ("manager", "feedback 2", "I can release Jo on Wednesday afternoons for this."),
    ("manager", "missing 2", "Noted."),
    ("manager", "missing 2", "Jo, you've sent it to me and not to them. Look at the address."),
    ("manager", "missing 2", "Jo is off sick until January."),
    ("team", "ask_exceptional", "Fine, give her until 20 December."),
    ("team", "ask_exceptional", "No, that doesn't count."),
    ("team", "ask_escalation", "No, please don't. I'm in touch with Jo."),
    ("team", "report_inactivity", "After a year of silence I think we can take the hint. Out."),
    ("team", "report_needs_support", "Please pause her for now."),
    ("team", "report_no_clear_aim", "Good to know."),
]
CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "team": "Kim Grant"}


def written(who: str, answers: str, text: str) -> Message:
    fields = {"from": who, "in": answers, "today": "Wed 2026-12-16", "subject": "Re: Report 2", "what": "message"}
    return Message("x", "x", fields, CAST, text)


@pytest.mark.parametrize("disclaimer", DISCLAIMERS)
@pytest.mark.parametrize(("who", "answers", "text"), ORDINARY)
def test_a_mail_with_a_disclaimer_is_taken_for_what_it_is_without(
    who: str, answers: str, text: str, disclaimer: str
) -> None:
    bare = written(who, answers, text)
    assert taken_for(replace(bare, text=f"{text}\n\n{DISCLAIMERS[disclaimer]}")) == taken_for(bare)
    signed = f"{text}\n\n{CAST[who]}\n\n{DISCLAIMERS[disclaimer]}"
    assert taken_for(replace(bare, text=signed)) == taken_for(replace(bare, text=f"{text}\n\n{CAST[who]}"))
