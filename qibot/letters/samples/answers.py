"""What the bot answers to a word of its readers: help, why, undo, stop."""

from __future__ import annotations

from qibot.letters.samples.cast import ANN, JO, MEG, PEOPLE, TEAM, notice

ANSWERS = (
    notice(
        "help",
        ANN,
        {
            "who": ANN.name,
            "private": True,
            "words": [
                {
                    "name": "EXPECT",
                    "shown": "EXPECT 24 March",
                    "does": "tells the practitioner by when to expect your feedback",
                },
                {"name": "UNDO", "shown": "UNDO", "does": "takes back your last word in the matter"},
            ],
        },
        readers="mentor",
        replies=True,
    ),
    notice(
        "explain_why",
        JO,
        {
            "who": JO.name,
            "subject": "Report 3 was due on Tuesday 15 December 2026",
            "sent": "2026-12-16T09:00:00+00:00",
            "rule": "the ladder: 1 working day(s) after the deadline",
            "reason": "report 3 was due on 15 December 2026 and hasn't come in",
            "evidence": {
                "arrived": "2026-12-10T10:12:00+00:00",
                "taken_for": "message from the practitioner",
                "because": "message 81 %, thanks 9 %",
            },
            "next": [
                {
                    "at": "2026-12-21T09:00:00+00:00",
                    "what": "a second reminder of the missing report",
                    "reason": "report 3 was due on 15 December 2026 and hasn't come in",
                }
            ],
        },
        replies=True,
    ),
    notice(
        "tell_undone",
        JO,
        {
            "who": ANN.name,
            "subject": "Re: Report 3",
            "sent": "2026-12-18T09:00:00+00:00",
            "stands": "Ann Lee's feedback on report 3 is due by 24 December 2026.",
        },
        copy=(MEG,),
    ),
    notice(
        "report_stop",
        TEAM,
        {**PEOPLE, "who": JO.name, "role": "practitioner", "sender": JO.address},
        words="STOP\n\nPlease send me no more of these.",
    ),
)
