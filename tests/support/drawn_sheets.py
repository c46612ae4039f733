"""People sheets without a fault as Hypothesis draws them, with every liberty that the format allows."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from qibot.model.people import Status
from tests.support.sheets import COHORTS

NAMES = st.text(
    st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FFF) | st.sampled_from("  '-.,;\"\t\n\u00a0é"),
    min_size=1,
    max_size=50,
).filter(lambda text: plain(text) and plain(text)[0] not in "=+-@#" and "x005F_" not in text)  # openpyxl drops x005F_


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@st.composite
def sheets(draw: st.DrawFn, names: st.SearchStrategy[str] = NAMES) -> list[dict[str, str]]:
    """Rows without a fault, with every liberty that the format allows."""
    mentors = draw(st.lists(names, min_size=1, max_size=3, unique_by=lambda name: plain(name).casefold()))
    rows = []
    for n in range(draw(st.integers(1, 6))):
        m = draw(st.integers(0, len(mentors) - 1))
        rows.append(
            {
                "Cohort": draw(st.sampled_from(COHORTS)),
                "Practitioner": draw(names),
                "Practitioner e-mail": draw(st.sampled_from([f"P{n}@x.example", f"p{n}@x.example; q{n}@x.example"])),
                "Mentor": mentors[m],
                "Mentor e-mail": f"m{m}@x.example",
                "Mentor capacity": f"{m}" if m else "",
                "Manager": (manager := draw(st.just("") | names)),
                "Manager e-mail": "boss@x.example" if manager else "",
                "Organisation": draw(st.just("") | names),
                "Project": draw(st.just("") | names),
                "Status": draw(st.sampled_from(["", *Status])),
            }
        )
    return rows
