"""Text made to keep the rules busy costs little: they look at so many sentences of so many characters."""

from __future__ import annotations

import time

import pytest

from qibot.model import Passage, Writing
from qibot.preread import pre_read, report_of

SECONDS = 1.5  # of the processor; half of it on a machine that is slow and busy, 0.3 on an idle one
SIZE = 400_000

LONG = {
    "one sentence without end": "we team ideas by using all the wards and want to measure data which is hard to ",
    "a thousand aims": "My aim is to improve attendance of pupils by 10% by using a form by June 2027. ",
    "labels without end": "Aim: Aim: Measures: Outcome: Process: ",
    "figures": "1 2 3 4 5 6 7 8 9 10% 5 of 10 from 3 to 4 in March 3 in April 4 ",
    "blanks": "a          ",
    "brackets": "((((((((((",
    "stories": "staff felt we ",
    "commas": "train staff, number of, and % of, ; ",
}


@pytest.mark.slow
@pytest.mark.parametrize("what", LONG)
@pytest.mark.parametrize("between", ["", "\n"])
def test_hostile_text_is_pre_read_in_little_time(what: str, between: str) -> None:
    text = ((LONG[what] + between) * (SIZE // len(LONG[what])))[:SIZE]
    passages = tuple(Passage(part, "item" if i % 2 else "paragraph") for i, part in enumerate(text.split("\n")))
    began = time.process_time()
    headed = (Passage("Change ideas", "heading"), *passages, Passage("Measures", "heading"), *passages)
    pre_read(report_of(Writing(headed), 3, previous=report_of(Writing(passages), 2), feedback=text[:20_000]))
    assert time.process_time() - began < SECONDS
