"""“Scrap that” may take back one's own last word: what waits in quarantine isn't discarded by it."""

from __future__ import annotations

import pytest

from qibot.understanding.commands.said_spam import discards


@pytest.mark.parametrize(
    "text", ["Scrap that.", "Sorry, scrap that.", "Sorry, delete that, thanks.", "Oops, bin that.", "Scrap it, thanks."]
)
def test_a_word_that_may_be_ones_own_discards_nothing(text: str) -> None:
    assert not discards(text, waiting=1)


@pytest.mark.parametrize("text", ["Bin it.", "Sorry, just spam, bin it.", "Delete that please.", "Scrap that one."])
def test_what_is_said_of_the_mail_discards_it(text: str) -> None:
    assert discards(text, waiting=1)
