"""What a person wrote themselves, and what stands below: quoted letters, attributions, banners, signatures.

In: text or a page's tree. Out: where the own words end. Pure; it knows nothing of messages, which stand on it.
"""

from qibot.quoting.banner import is_banner, is_label
from qibot.quoting.below import answer_below, answer_first
from qibot.quoting.colours import ink, paper
from qibot.quoting.forwards import forward_mark
from qibot.quoting.headings import LONGEST_HEADING, heading_length, is_divider, may_be_named
from qibot.quoting.links import is_signed, without_links
from qibot.quoting.quotation import BLOCKS, NEVER_SHOWN, TOP_LINE, is_quote, says_below
from qibot.quoting.quotation import beginning as beginning_of_quotation
from qibot.quoting.reply import (
    FOLDS,
    above_and_top,
    attribution_length,
    is_forward,
    is_groupwise,
    is_signed_off,
    may_separate,
    new_text,
)
from qibot.quoting.wording import (
    UNSEEN,
    beginning,
    each_word,
    every_word,
    plain_lines,
    without_unseen,
    words,
    words_by_line,
)

__all__ = [
    "BLOCKS",
    "FOLDS",
    "LONGEST_HEADING",
    "NEVER_SHOWN",
    "TOP_LINE",
    "UNSEEN",
    "above_and_top",
    "answer_below",
    "answer_first",
    "attribution_length",
    "beginning",
    "beginning_of_quotation",
    "each_word",
    "every_word",
    "forward_mark",
    "heading_length",
    "ink",
    "is_banner",
    "is_divider",
    "is_forward",
    "is_groupwise",
    "is_label",
    "is_quote",
    "is_signed",
    "is_signed_off",
    "may_be_named",
    "may_separate",
    "new_text",
    "paper",
    "plain_lines",
    "says_below",
    "without_links",
    "without_unseen",
    "words",
    "words_by_line",
]
