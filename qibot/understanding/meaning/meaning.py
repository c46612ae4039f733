"""Own words -> what they mean, with what it rests on: marks for what must never be missed, weights for the rest.

The thresholds follow the cost of an error (programme.md, 3a): a private word that goes out is the worst, so less
likelihood than a half is enough to keep a message in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from qibot.expression import expression
from qibot.understanding.meaning.acts import Act, acts, of_acts
from qibot.understanding.meaning.asides import ASIDE, OPEN, Kinds, asides, with_asides
from qibot.understanding.meaning.features import (
    MOST_CHARACTERS,
    MOST_SENTENCES,
    SIGNS,
    Parted,
    Setting,
    bare,
    featured,
    of_message,
    parted_in,
    resolved_in,
)
from qibot.understanding.meaning.private import OF_OFFICES, TO_TEAM, mark_in
from qibot.understanding.meaning.spelling import mended
from qibot.understanding.meaning.weights import weights

LIKELIER = 0.5  # than not
_CITES = expression(r"\d{1,2}[:.]\d\d\b[^.?!]{0,80}:$")  # who wrote when, in whatever language
PRIVATE = "private"
PLAINLY, OPENLY = 0.9, 0.05  # from which a sentence plainly says such a thing aside, and up to which none does
BRIEF = 3  # words of a sentence that says nothing plainly


@cache
def _first(kind: str) -> str:
    """The kind without its nature."""
    return kind.split()[0]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, its words with people, days and numbers abstracted, what it does, and how likely it is `apart`, and
    what of: for the team alone, whatever the rest is."""

    text: str
    words: list[str]
    act: Act = field(default_factory=dict)
    apart: Kinds = field(default_factory=lambda: {OPEN: 1.0})

    @property
    def aside(self) -> float:
        """How likely it is said aside."""
        return 1 - self.apart[OPEN]

    @property
    def does(self) -> str:
        """What it likeliest does: said aside it is that, whatever it says."""
        if self.aside >= LIKELIER:
            return ASIDE
        return max(self.act, key=lambda kind: self.act[kind]) if self.act else ""

    @property
    def sure(self) -> float:
        """How likely it does that."""
        return self.aside if self.aside >= LIKELIER else self.act.get(self.does, 0.0)


@dataclass(frozen=True, slots=True)
class Meaning:
    """How likely each kind of message it is, sentence by sentence what it does, and the mark of privacy if it bears
    one, with its sentence. `beside` is what stands in its subject and in what it quotes that isn't a letter of ours;
    `cut` says that there is more than is read. `whole` is how likely each kind is whatever is said aside in it."""

    likely: dict[str, float]
    told: Sequence[Told] = ()
    mark: str = ""
    marked: str = ""
    beside: tuple[Meaning, ...] = ()
    cut: bool = False
    whole: dict[str, float] = field(default_factory=dict)

    def of(self, *kinds: str) -> float:
        """How likely it is one of these kinds, all their natures together."""
        return sum(value for kind, value in self.likely.items() if _first(kind) in kinds)

    def as_whole(self, *kinds: str) -> float:
        """The same, whatever is said aside in it."""
        return sum(value for kind, value in self.whole.items() if _first(kind) in kinds)

    def surest(self, *does: str) -> float:
        """How sure the surest sentence does one of these."""
        return max((sum(told.act.get(d, 0.0) for d in does) for told in self.told), default=0.0)

    def aside(self, *kinds: str) -> float:
        """How sure it is that a sentence is said aside and of one of these kinds, all their natures together."""
        return max((sum(v for k, v in one.apart.items() if _first(k) in kinds) for one in self.told), default=0.0)

    def surest_aside(self, *kinds: str) -> str:
        """What the sentence is about that is surest said aside: of these kinds one, or the nature of circumstances."""
        said = min(self.told, key=lambda one: one.apart[OPEN]).apart
        likeliest = max((k for k in said if _first(k) in kinds), key=lambda k: said[k])
        return likeliest.removeprefix("circumstances ")

    @property
    def about_them(self) -> bool:
        """Whether it speaks of somebody of the enrolment, rather than to them alone."""
        return self.speaks_of("PRAC", "THEY", "MGR", "OTHER", "TEAM", "TEAM-V")

    def speaks_of(self, *people: str) -> bool:
        """Whether one of these stands in it."""
        return any(word in people for told in self.told for word in told.words)

    @property
    def only_feedback(self) -> bool:
        """Whether it is in that form, speaks of nobody of the enrolment, and plainly says nothing aside; a word or two
        below such a heading ("No aim") say nothing plainly."""
        told = replace(self, told=[one for one in self.told if len(one.words) > BRIEF])
        return self.in_form and not self.about_them and told.aside(PRIVATE) < PLAINLY

    @property
    def in_form(self) -> bool:
        """Whether it has the programme's own form of feedback: “what I liked … even better if …”."""
        return any("liked" in told.words or "even better" in " ".join(told.words) for told in self.told)

    def is_all(self, *does: str) -> bool:
        """Whether every sentence likeliest does one of these."""
        return all(told.does in does for told in self.told)

    @property
    def calls_them(self) -> bool:
        """Whether it calls the practitioner by name."""
        return any("PRAC-V" in told.words for told in self.told)

    @property
    def calls_others(self) -> bool:
        """Whether it calls anybody but the practitioner and their mentor by name."""
        return any({"SOMEBODY-V", "OTHER-V", "MGR-V", "TEAM-V"}.intersection(told.words) for told in self.told)

    @property
    def only_to_them(self) -> bool:
        """Whether it calls the practitioner by name and nobody else, and speaks of nobody of the enrolment."""
        said = {word for told in self.told for word in told.words}
        return "PRAC-V" in said and "SOMEBODY-V" not in said and not self.about_them

    @property
    def sends_to_another(self) -> bool:
        """Whether it calls the practitioner, and speaks of nobody but another of the mentor's, saying “you” beside it:
        “You might ask Sam to show you his chart”. Nothing in it is plainly said aside."""
        said = {word for told in self.told for word in told.words}
        theirs = [told.words for told in self.told if "OTHER" in told.words]
        others = said & {"PRAC", "THEY", "MGR", "TEAM", "TEAM-V", "SOMEBODY-V", "OTHER-V"}
        open_to = all("you" in words or "your" in words for words in theirs) and self.aside(PRIVATE) < OPENLY
        return "PRAC-V" in said and bool(theirs) and not others and open_to

    @property
    def best(self) -> str:
        """The likeliest kind without its nature."""
        kinds = {kind.split()[0] for kind in self.likely}
        return max(sorted(kinds), key=self.of, default="nothing")

    def likeliest_beside(self, *others: str) -> str:
        """The likeliest kind but for these."""
        kinds = {kind.split()[0] for kind in self.likely} - set(others)
        return max(sorted(kinds), key=self.of, default="nothing")

    def nature(self, kind: str) -> str:
        """The likeliest nature of this kind."""
        natures = {name: value for name, value in self.likely.items() if name.split()[0] == kind}
        return max(natures, key=lambda name: natures[name], default=kind).partition(" ")[2]


def features_of(role: str, told: Sequence[tuple[str, list[str]]], setting: Setting) -> set[str]:
    """All features of a message, as the weights are learnt from them."""
    said = [words for _, words in told]
    whole = set(of_message(said, setting)).union(*(featured(tuple(words)) for words in said))
    return whole.union(of_acts(acts(role, said)))


def mark_of(role: str, text: str, setting: Setting) -> tuple[str, str]:
    """The mark of privacy that a text bears, and its sentence; two empty ones for others."""
    parted, said = parted_in(text, setting.names), bare(text, setting.names, SIGNS.get(role, ""))
    return _mark_in(role, parted, parted if said == text else parted_in(said, setting.names))


def _mark_in(role: str, parted: Sequence[tuple[str, Parted]], own: Sequence[tuple[str, Parted]]) -> tuple[str, str]:
    """The mark and its sentence. What offices write of confidence below every mail is no mark; any other is one,
    wherever it stands. That it is written to the team says least: it stands back behind any other."""
    said = {one for one, _ in own}
    to_team = ("", "")
    for n, (one, (words, _, _)) in enumerate(parted):
        mark = mark_in(words, opening=n == 0, role=role)
        if not mark or (one not in said and mark in OF_OFFICES):
            continue
        if mark != TO_TEAM:
            return mark, one
        to_team = (mark, one)
    if to_team[0]:
        return to_team
    opening = next((three[0] for _, three in own), [])  # it may stand below a banner
    mark = mark_in(opening, opening=True, role=role)
    return (mark, own[0][0]) if mark else ("", "")


def meaning(role: str, text: str, setting: Setting) -> Meaning:
    """What the own words of somebody in this role mean."""
    names = tuple(setting.names.items())
    return _meaning(role, text, names, setting.answers, setting.documents, setting.files, setting.subject)


@lru_cache(maxsize=16)  # a mail is asked about twice: what it is, and what that rests on
def _meaning(
    role: str,
    text: str,
    names: tuple[tuple[str, str], ...],
    answers: str,
    documents: bool,
    files: tuple[str, ...],
    subject: str,
) -> Meaning:
    setting = Setting(dict(names), answers, documents, files, subject)
    parted, said_alone = parted_in(text, setting.names), bare(text, setting.names, SIGNS.get(role, ""))
    own = parted if said_alone == text else parted_in(said_alone, setting.names)
    told = [(one, mended(role, words)) for one, words in resolved_in(own, SIGNS.get(role, ""))]
    said = [words for _, words in told]
    found = acts(role, said)
    whole = set(of_message(said, setting)).union(*(featured(tuple(words)) for words in said), of_acts(found))
    mark, marked = _mark_in(role, parted, own)
    weighed = asides(role, said, documents=documents)
    aside = [{OPEN: 1.0} if _CITES.search(one) else kinds for (one, _), kinds in zip(told, weighed, strict=True)]
    sentences_told = [Told(one, words, act, a) for (one, words), act, a in zip(told, found, aside, strict=True)]
    cut = len(text) > MOST_CHARACTERS or len(told) >= MOST_SENTENCES
    likely = weights(role).likelihoods(whole)
    return Meaning(with_asides(role, likely, aside), sentences_told, mark, marked, cut=cut, whole=likely)
