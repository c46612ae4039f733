"""What keeps a practitioner from a report may be the mentor: then the mentor isn't told that there is a difficulty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model.people import Person, Role
from qibot.understanding.practitioners.mentor_concerned import may_be_of_mentor
from tests.support.build import ENROLMENT, case, mail

ABOUT = """
Ann has made me feel so small that I can't face writing report 1. Can I have more time?
I need an extension for report 1. My mentor has been on at me every day and I'm worn out.
Can't do report 1 in time, I still haven't had any feedback on the charter so don't know if I'm going the right way.
I've had no support whatsoever from the mentor I was given so report 1 isn't done.
I've been off sick with stress. To be honest it's down to the mentoring, she is very hard on me.
I'd like more time for report 1 as Ann Lee cancelled both our meetings.
I am unwell and cannot do report 1. A complaint about my mentor has gone to HR.
I can't submit report 1 yet since nobody has replied to my questions from three weeks ago.
Honestly I'm scared of Ann, that's why report 1 isn't in. I need more time please.
I'm off with my nerves, that woman has had me in tears twice this week.
I've been harassed by someone on this programme and can't write report 1 for now.
Feel bullied. Can't do report 1. I don't want to name her but you'll know who I work with on this.
I'd rather Ann didn't hear of this: I've been in hospital and can't do report 1.
More time for report 1 please, my mentor is on holiday and I can't ask her what she meant.
""".strip().split("\n")
OTHERS = """
I've been in hospital with appendicitis and can't do report 1 in time.
Hi Ann, I've been off sick all week so report 1 will be late, sorry.
Dear Ann, my dad died on Sunday. I won't manage report 1 by the 15th.
Ann knows already: I've been ill and need another week for report 1.
I've spoken to Ann and she suggested I ask you for an extension for report 1.
My mum's had a stroke and I'm in Inverness with her. Please let Ann know.
Could you tell my mentor that report 1 will be late? I've been ill.
Thanks for all your help Ann. I can't do report 1 in time, my daughter is unwell.
Report 1 won't be in on time, our data manager is off and I can't get the figures.
Ann, so sorry, I've had a bereavement and report 1 will be late.
""".strip().split("\n")


@pytest.mark.parametrize(("text", "about"), [*((t, True) for t in ABOUT), *((t, False) for t in OTHERS)])
def test_what_speaks_of_the_mentor_is_told_from_what_greets_them_or_tells_an_illness(text: str, about: bool) -> None:
    assert may_be_of_mentor(mail(subject="Report 1", text=text), case(), Role.PRACTITIONER) is about


def test_a_practitioner_of_the_same_first_name_speaks_of_the_mentor_by_it() -> None:
    namesakes = case(enrolment=replace(ENROLMENT, practitioner=Person("Ann Smith", ("anns@school.example",))))
    assert may_be_of_mentor(mail(text="Ann shouted at me.\n\nAnn"), namesakes, Role.PRACTITIONER)
    assert not may_be_of_mentor(mail(text="I have flu and can't do report 1."), namesakes, Role.PRACTITIONER)
