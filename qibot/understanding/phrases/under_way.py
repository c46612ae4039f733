"""News, in answer to a reminder, that the report is being written: “typing it on the train”, “just the graph left”.

A train, a school or a server is a reason in a bare line (in_few_words.py), and here but where it is written.
"""

from __future__ import annotations

from qibot.understanding.meaning.families import plain_words
from qibot.understanding.phrases.of_the_work import is_of_the_work

_WRITING = """
    typing typed writing written building built saved saving drafting drafted draft finishing proofread proofreading
    progress control underway graph chart figures data survey photos diary updated analysis conclusion slides poster
    uploading uploaded editing edited checking formatting template numbers section sections summary
"""
_PROGRESS = frozenset(_WRITING.split())
_WHERE = "train trains server laptop computer school ward office staff clinic nursery under left add"
_WRITTEN_AT = frozenset(_WHERE.split())


def is_under_way(said: str, names: frozenset[str]) -> bool:
    """Whether it tells that the report is being written, and where, in no other words."""
    words = {one.removesuffix("'s") for one in plain_words(said)}
    return not words.isdisjoint(_PROGRESS) and is_of_the_work(said, names | _PROGRESS | _WRITTEN_AT)
