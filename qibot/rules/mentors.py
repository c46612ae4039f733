"""Mentors among themselves (guidance, section 8): words to all of them, answers to the one who asked."""

from __future__ import annotations

from qibot.config import Config
from qibot.events import Decision, MentorsAsked, Notice
from qibot.model import DESK, TALK, Case
from qibot.rules.confirm import confirmed


def on_mentors_asked(_desk: Case, event: MentorsAsked, _config: Config) -> Decision:
    """One letter each, so that nobody sees the others' addresses; what is answered comes back to the speaker alone."""
    mail = event.arrival.mail
    letters = tuple(
        Notice(
            name="relay_to_mentors",
            key=f"mentors/{mail.identity}/{other.address}",
            unit=DESK,
            number=0,
            to=(other,),
            facts={"speaker": event.speaker.name, "mentor": other.name, "subject": event.subject},
            topic=event.subject,
            speaker=event.speaker.name,
            words=event.words,
            replies=True,
            reply_to=f"{TALK}{event.speaker.address}",
            references=mail.in_reply_to if event.answers else (),
        )
        for other in event.others
    )
    if event.answers:
        return Decision((), letters)
    number = len(event.others)
    done = f"your words are with {number} other {'mentor' if number == 1 else 'mentors'}, and their answers come to you"
    if event.left_out:
        who = "mentor was" if event.left_out == 1 else "mentors were"
        done += f"; {event.left_out} {who} left out, who may have to do with your practitioners or with what you ask"
    answer = confirmed(DESK, 0, event.arrival, event.speaker.name, done, "write to them once more")
    return Decision((), (*letters, answer))
