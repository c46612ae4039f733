"""Own words -> what they mean, with what it rests on: marks for what must never be missed, weights for the rest.

The thresholds follow the cost of an error (programme.md, 3a): a private word that goes out is the worst, so a
likelihood of a third is enough to keep a message in.
"""

from __future__ import annotations

from dataclasses import dataclass

from qibot.understanding.meaning.features import Setting, of_message, of_sentence, sentences, words_in
from qibot.understanding.meaning.private import mark_in
from qibot.understanding.meaning.weights import likelihoods, most_private

SURE, DOUBT, SENTENCE = 0.5, 0.3, 0.9  # likelihoods from which a message is private, is asked about, or a sentence is
FEWEST = 5  # words of a sentence that can be told for private by weights alone
# The programme's own form of feedback (“what I liked … even better if”): only a mark or the surest weights outweigh it.
PLAIN = 0.5  # of another kind than feedback, from which it isn't taken for feedback


@dataclass(frozen=True, slots=True)
class Meaning:
    """The kind (feedback, message, private, delay, nothing, spoke, machine, ask), how likely each was, and what tipped
    it: the sentence, and the mark or the weights."""

    kind: str
    likely: dict[str, float]
    sentence: str = ""
    because: str = ""


def marked(text: str, setting: Setting) -> Meaning | None:
    """The meaning of words that bear a mark of privacy; None of others."""
    for n, one in enumerate(sentences(text)):
        if mark := mark_in(words_in(one, setting.names), opening=n == 0):
            return Meaning("private", {}, one, mark)
    return None


def meaning(text: str, setting: Setting) -> Meaning:
    """What a mentor's own words mean."""
    said = [(one, words) for one in sentences(text) if (words := words_in(one, setting.names))]
    told = [words for _, words in said]
    if not told:
        return Meaning("feedback" if setting.documents else "nothing", {})
    whole = set(of_message(told, setting))
    likely = likelihoods(whole.union(*(of_sentence(words) for words in told)))
    for n, (one, words) in enumerate(said):
        if mark := mark_in(words, opening=n == 0):
            return Meaning("private", likely, one, mark)
    private, place = most_private(told, whole)
    sentence = said[place][0]
    if likely["private"] >= SURE:
        return Meaning("private", likely, sentence, "weights")
    model = any("liked" in words or "even better" in " ".join(words) for words in told)
    long_enough = len(told[place]) >= FEWEST
    if not model and (likely["private"] >= DOUBT or (private >= SENTENCE and long_enough)):
        return Meaning("ask", likely, sentence, "weights")
    best = max(likely, key=lambda kind: likely[kind])
    if best not in ("feedback", "ask") and likely[best] >= PLAIN:
        return Meaning(best, likely, "", "weights")
    return Meaning("feedback", likely, "", "weights")
