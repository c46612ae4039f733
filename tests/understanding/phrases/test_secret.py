"""The usual ways of asking that nobody hears, which name nobody; and what only sounds like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.understanding.phrases.secret import is_secret
from tests.support.build import CONFIG, ENROLMENT
from tests.support.dialogue import Scene

SECRET = """
I've told no one at work.
I've told nobody
I've only told you.
I've told only you, please leave it there
I'm only telling you
I'm telling you and nobody else.
I'm not telling people yet.
I am not telling anyone else
I haven't told a soul.
You are the first person I've told.
You're the only ones who know.
For your ears only
This is for your eyes
Not for sharing
It isn't for sharing
It's not to be passed on
It's not to be forwarded.
Please don't forward this
Please don't ever repeat this
dont let on please
do not share this
Please don't copy her in.
Mum's the word
mums the word please
This is personal.
It's all very personal, sorry.
There's no need for anybody to know
No need to tell the others.
Ann needn't know.
My colleagues need not be told.
I'd appreciate it if this went no further.
Could you keep it from the ward?
I don't want it getting out.
I've not mentioned it to the ward.
Ann doesn't know.
The ward don't know yet that I'm ill.
My colleagues don't know what I have.
Please keep it quiet.
I've been quiet about it at work.
This is in confidence.
Please treat this as confidential.
I'm the only one who knows about it.
"""
OPEN = """
I've told Ann already that I am ill.
I've told the ward that the test is on hold.
I told everybody at work.
I was told only yesterday that I have to have an operation.
I was only told on Monday.
I'm only telling you what the doctor told me.
I'm not telling you anything new: I'm ill.
The nurse told us only half of the figures.
Nobody told me when it's due.
No one told me that I'd have to be off for six weeks.
They've told me nothing yet.
I wasn't told anything.
I have been told to rest.
You are the first person who has asked.
Please forward this to Ann.
I don't look forward to it.
I look forward to getting back.
Please don't forget me.
Not for long, I hope.
The form isn't for this report.
My mum's had a fall.
My mum's the one who is ill
I have been off sick for personal reasons
It's my personal best.
There's no need for a new deadline.
No need to reply.
We needn't collect the data.
It keeps me from working.
I don't want to miss it, I've been in hospital.
I've not mentioned the chart to the ward.
I don't know yet when I'll be back.
We still don't know what's wrong with him.
Mum is in hospital and don't know when we'll get out
It's not been quiet since, we're three down.
It was very quiet on the ward.
I'm not confident that I'll manage it by then.
I've lost my confidence a bit after the operation.
I'm the only one who knows her medicines.
Report 2 [OFFICIAL-SENSITIVE]
"""
TOLD = [
    "I'm off sick with depression. I've told no one at work.",
    "I've had a miscarriage. I've only told you.",
    "I'm having chemo. I'm not telling people yet.",
    "I'm off sick with depression. For your ears only.",
    "I'm off sick with depression. Please don't forward this.",
    (
        "I'm off sick with depression. Ann doesn't know.\n\nJo Smith\n\nThis email is confidential and may be legally "
        "privileged. If you have received it in error please delete it."
    ),
    "I'm off sick with depression, which is confidential.",
]
# What an office puts below each mail asks nobody to keep anything.
FOOTERS = [
    (
        "Jo Smith\nNHS Tayford\n\n****\nThis message may contain confidential information. If you are not the intended "
        "recipient please inform the sender."
    ),
    (
        "Jo\n\nThis e-mail and any files transmitted with it are confidential and intended solely for the use of the "
        "individual to whom they are addressed."
    ),
    (
        "Jo Smith\n\nThis email is confidential and may be legally privileged. If you have received it in error please "
        "delete it."
    ),
    "Jo Smith\nOFFICIAL-SENSITIVE",
    "Jo Smith\nCharge Nurse\nThis message may contain confidential information.",
]
OPENLY = [
    "I'm off sick with depression.",
    "I'm off sick, I've told everybody.",
    "I'm having chemo until the 20th.",
    "My father passed away on Friday. I don't know yet when I'll be back.",
    *(f"I'm off sick with a chest infection and won't get the report done by Thursday, sorry.\n\n{x}" for x in FOOTERS),
]


@pytest.mark.parametrize("said", [x for x in SECRET.split("\n") if x])
def test_the_usual_ways_of_asking_for_secrecy(said: str) -> None:
    assert is_secret(said)


@pytest.mark.parametrize("said", [x for x in OPEN.split("\n") if x])
def test_what_only_sounds_like_them(said: str) -> None:
    assert not is_secret(said)


@pytest.mark.parametrize(("said", "heard"), [*((x, False) for x in TOLD), *((x, True) for x in OPENLY)])
def test_of_a_secret_the_mentor_hears_no_difficulty(tmp_path: Path, said: str, heard: bool) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-13T09:00")
    s.sends("Report 1", text=said)
    assert bool(s.raws("ask_exceptional")) or not heard
    assert bool(s.raws("tell_difficulty")) == heard
