"""The words that tell what a piece of advice is about, by their beginnings: “plotting” and “plotted” are one."""

from __future__ import annotations

import re

_COMMON = (
    "the and you your have has for with that this what who when how which could would should can might "
    "may will about into from they them their there here been being was were are is it its in on of to a "
    "an or if not but so as at by be i we me my our us do does did please even better next time report "
    "month more most some any also just very really think thought asking ask add adding include included "
    "consider share good great like make sure maybe perhaps instance example said say tell told see look "
    "want need try trying many much first last before after each every only while during earlier later "
    "asked between like week weeks months days year years today "
    "love know hear heard feel feeling felt wonder interested curious glad "
    "worth question whether come comes back happen "
    "one two three use used using something anything nothing somebody someone anybody anyone everything "
)
_STOP = frozenset(word[:6] for word in _COMMON.split())
# What every report speaks of.
_EVERYWHERE = "measur projec aim data test tests testin change changes team pdsa report improv idea ideas"
GENERIC = frozenset(_EVERYWHERE.split())
# What is asked under one name and answered under another.
_SAME = {
    stem: named[0]
    for named in (
        ("weeken", "saturd", "sunday"),
        ("night", "nights", "overni", "evenin"),
        ("cost", "costs", "costin", "money", "budget", "price", "prices", "pays", "paid", "financ", "fundin", "funded"),
        ("chart", "charts", "graph", "graphs", "plot", "plotte", "plotti"),
        ("journe", "route", "routes", "path", "steps", "pathwa"),
    )
    for stem in named
}


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of four letters and more that could tell something."""
    words = re.findall(r"[a-z]{4,}", text.lower().replace("’", "'"))
    return frozenset(_SAME.get(w[:6], w[:6]) for w in words if w[:6] not in _STOP)
