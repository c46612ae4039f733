"""Whether what was cut from an answer really is a letter of ours: words may never be lost in passing them on.

Mail programs quote without a mark, and people answer between the lines. So each letter's record keeps a fingerprint of
its words, and a cut is accepted only if every word of the part that was cut stands in the letters of the enrolment. In
any doubt the whole text goes out, which is safe: nothing private ever stood in what can be quoted. An answer made of
nothing but words of the letter can't be told from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qibot.expression import expression
from qibot.message.fingerprint import each_of, had_by, known_in, known_to, prints
from qibot.message.lines import (
    bare,
    follow,
    is_marked,
    is_ours,
    told_for_foreign,
    with_known,
    without_headings,
    without_ours,
)
from qibot.message.mail import Mail
from qibot.message.pages import with_answer_first
from qibot.message.plaintext import plain_text
from qibot.model import Case, Letter
from qibot.quoting import answer_below, is_divider, is_forward, may_separate, plain_lines, words

QUOTING = 3  # lines of a letter of ours that show it to be quoted
HEADED = 15  # lines above it that a heading may take up
QUOTED = 5  # words of a quoted line that tell whose it is
TRIED = 20  # such lines below which a letter may begin
ATTRIBUTION = 300  # characters of a line that may say who wrote what stands below

_ATTRIBUTING = expression(r"\b(?:wrote|schrieb|écrit|quoting)\b.{0,80}[:-]\s*\Z", re.IGNORECASE)
_WHEN = expression(r"\d|@")
# What ends a heading, or that it names an address or a time; and one that says no more than who wrote.
_HEADS = expression(r"(?:[:>\]]|--)\Z|<[^<>\s]+@[^<>\s]+>|\d[:.h]\d\d\b.{0,12}\Z", re.IGNORECASE)
_SAYS_WHO = expression(
    r"\A(?:\S+ ){1,8}(?:wrote|writes|said|schrieb|skrev|schreef|kirjoitti|ysgrifennodd)\s?:\Z", re.IGNORECASE
)
_RULE = expression(r"\n\s{0,9}_{8,}\s{0,9}\Z")  # Outlook's, above what it quotes


def told_apart(mail: Mail, case: Case) -> tuple[str, str]:
    """The words and the page to pass on: without the quotation where all of it is ours, else all that was written."""
    mail = turned(mail, case)
    said = mail.said
    if not mail.html and said.new_text == mail.text:  # nothing is marked: Outlook's block, or a line above the letter
        own = _own(mail, case)
        return (own if own.strip() else mail.text), said.page
    if said.new_text == mail.text or is_ours(said.new_text, mail.text, known_to(mail, case)):
        return said.new_text, said.new_page
    return mail.text, said.page


def words_apart(mail: Mail, case: Case) -> str:
    """The same of the words alone, for which no page need be made safe."""
    mail = turned(mail, case)
    return _own(mail, case)


def turned(mail: Mail, case: Case) -> Mail:
    """The mail as if its answer stood above the letter of ours below which it was typed: all its words are there, in
    another order. As it is where it was typed elsewhere, or not every word of that letter is ours."""
    if is_forward(mail.subject):
        return mail
    parted = answer_below(mail.text)
    if parted is not None:
        text = "\n\n".join(parted)
        return (
            replace(mail, text=text, html=with_answer_first(mail.html))
            if is_ours(parted[0], text, known_to(mail, case))
            else mail
        )
    return mail if mail.top.strip() or not mail.html else _turned_by_page(mail, case)


def answer_read(mail: Mail, case: Case) -> Mail:
    """The same, to understand by, also where no mark shows how far our letter goes: up to its last line that can be
    told for ours, and what is left is the answer. Not to be passed on: its first words may be
    taken for the letter's."""
    found = turned(mail, case)
    if found is not mail or mail.top.strip() or is_forward(mail.subject):
        return found
    lines = mail.text.split("\n")
    known = [n for n, (_, is_known) in enumerate(with_known(lines, known_to(mail, case))) if is_known]
    ends = known[-1] + 1 if len(known) >= QUOTING else len(lines)
    answer, letter = "\n".join(lines[ends:]).strip("\n"), "\n".join(lines[:ends]).strip("\n")
    text = f"{answer}\n\n{letter}"
    return replace(mail, text=text) if answer.strip() and is_ours(answer, text, known_to(mail, case)) else mail


def _turned_by_page(mail: Mail, case: Case) -> Mail:
    """The same where the page alone shows how far the letter goes, and says what the text says."""
    page = with_answer_first(mail.html)
    text = plain_text(page)
    if page == mail.html or sorted(words(text)) != sorted(words(mail.text)):
        return mail
    found = replace(mail, text=text, html=page)
    return (
        found
        if found.top.strip() and found.own_text != text and is_ours(found.own_text, text, known_to(mail, case))
        else mail
    )


def _own(mail: Mail, case: Case) -> str:
    """The words without the quotation below them where all of it is ours, else all that was written."""
    own = _above_rule(mail.own_text)
    if own.strip() != mail.text.strip():
        return own if is_ours(own, mail.text, known_to(mail, case)) else mail.text
    return mail.text if is_forward(mail.subject) else _above_ours(mail, case)


def _above_ours(mail: Mail, case: Case) -> str:
    """The text above lines to the very end of which each word is ours, whatever stands over them in place of a heading
    that is known: marked lines, or such as follow a letter."""
    lines, known, tries = mail.text.split("\n"), known_to(mail, case), 0
    for n, line in enumerate(lines[1:], 1):
        marked = is_marked(line) and not is_marked(lines[n - 1])
        if not (marked or (_may_head(line) and not lines[n - 1].strip())):
            continue
        tries += 1
        below = lines[n:] if marked else lines[n + 1 :]
        if tries > TRIED or any(foreign for _, foreign in told_for_foreign("\n".join(below), known)):
            continue
        typed = [bare(x) for x in below]
        shown = sum(is_known for _, is_known in with_known(typed, known)) >= QUOTING
        if shown and (marked or any(follow(typed, x.wording, x.order, QUOTING) for x in had_by(mail, case))):
            return _without_head(lines[:n])
    return mail.text


def _without_head(lines: list[str]) -> str:
    """The lines without one at their end that may say whose letter stands below, and when it was written."""
    text = "\n".join(lines).rstrip()
    above, _, last = text.rpartition("\n")
    return above.rstrip("\n") if _may_head(last) and not above.rpartition("\n")[2].strip() else text


def _heads_marked(lines: list[str], n: int) -> bool:
    """Whether a line stands by itself over marked ones, and may say whose they are."""
    behind = next((x for x in lines[n + 1 : n + 3] if x.strip()), "")
    return is_marked(behind) and (n == 0 or not lines[n - 1].strip()) and _may_head(lines[n])


def _may_head(line: str) -> bool:
    """Whether a line looks like what a mail program writes above a letter, in a form that isn't known."""
    said = line.strip()
    if not 0 < len(said) <= ATTRIBUTION:
        return False
    return _SAYS_WHO.search(said) is not None or (_WHEN.search(said) is not None and _HEADS.search(said) is not None)


def _above_rule(own: str) -> str:
    """The text without the line that Outlook draws above what it quotes, where it ends with one."""
    above, _, last = own.rstrip().rpartition("\n")
    return above.rstrip("\n") if is_divider(last) else _RULE.sub("", own)


def above_letter(text: str, case: Case) -> str | None:
    """The text above a letter that it quotes, of ours or marked off by any mail program; None where there is one of
    ours without a line that marks it off."""
    known, lines = known_in(case), text.split("\n")
    lines = lines[: next((n for n, line in enumerate(lines) if is_divider(line) or _is_attributing(line)), None)]
    quoted = next((n for n, (_, is_known) in enumerate(with_known(lines, known)) if is_known), None)
    if quoted is None:
        return "\n".join(lines).strip("\n")
    begins = next((n for n in range(max(0, quoted - HEADED), quoted) if may_separate(lines[n])), None)
    return None if begins is None else "\n".join(lines[:begins]).strip("\n")


def own_words(mail: Mail, case: Case) -> str:
    """What the sender typed above the quotation, without lines that are marked as quoted. To understand by, not to be
    passed on. Where lines beside each other follow one letter that the sender has had, it is quoted in a way that isn't
    known, and they are left out, too. Words that stand in letters here and there are anybody's after some months."""
    marks_off = mail.own_text.strip() != mail.text.strip() or is_forward(mail.subject)
    text = (mail.own_text if marks_off else _above_ours(mail, case)).split("\n")
    lines = [x for n, x in enumerate(text) if not (is_marked(x) or _heads_marked(text, n))]
    typed, quoted = list(without_headings(lines)), set[int]()
    if sum(is_known for _, is_known in with_known(typed, known_to(mail, case))) >= QUOTING:
        quoted = quoted.union(*(follow(typed, x.wording, x.order, QUOTING) for x in had_by(mail, case)))
    if quoted and (above := _without_head(typed[: min(quoted)]).split("\n")):
        typed, quoted = [*above, *typed[min(quoted) :]], {n - min(quoted) + len(above) for n in quoted}
    kept = [line for n, line in enumerate(typed) if n not in quoted]
    heads = bool(quoted) or len(lines) < len(text)  # something is quoted below a heading
    return "\n".join(kept if heads and any(x.strip() for x in kept) else lines)


def words_below(mail: Mail, case: Case) -> str:
    """What may have been typed below or into the quotation: lines that aren't made of our letters' words."""
    known, above = known_to(mail, case), mail.own_text
    below = mail.text[len(above) :] if mail.text.startswith(above) else ""
    lines = (x for x in below.split("\n") if x.strip() and not is_marked(x))
    return "\n".join(without_headings([x for x, is_known in with_known(lines, known) if not is_known]))


def passed_along(mail: Mail, case: Case, most: int) -> str:
    """What would be passed on with the sender's own words: a quotation that isn't ours, without its marks and without
    lines, and long sentences of others, that are made of our letters' words. To understand by: its lines until they
    are more than so many characters."""
    if len(words_below(mail, case).split()) == 0 and ">" not in mail.text:
        return ""
    own = {x.strip() for x in mail.top.split("\n") if not is_marked(x)}
    known = known_to(mail, case)
    lines = (bare(x).rstrip() for x in words_apart(mail, case).split("\n") if x.strip() not in own)
    unknown = (x for x, is_known in with_known(without_headings(list(lines)), known) if not is_known)
    # A line too short to be told for ours (“Dear Ann Lee,”) says nothing either where each of its words is ours.
    told = (x for x in unknown if not all(word in known for word in each_of(x)))
    kept: list[str] = []
    for line in told:
        kept.append(without_ours(line, known))
        most -= len(kept[-1]) + 1
        if most < 0:
            break
    return "\n".join(kept)


def quotes_only(mail: Mail, case: Case, name: str, answered: Iterable[Letter] = ()) -> bool:
    """Whether a quoted line is made of the words of our letter with this name, and couldn't be of any other letter:
    neither of the enrolment's nor of those that the mail answers, whoever they are about."""
    letters = [*case.letters.values(), *answered]
    own = {one for x in letters if x.name == name for one in prints(x.wording)}
    others = {one for x in letters if x.name != name for one in prints(x.wording)}
    if not own:
        return False
    quoted = (bare(x) for x in mail.text.split("\n") if is_marked(x))
    for line in plain_lines("\n".join(quoted)):
        said = set(each_of(line))
        if len(said) >= QUOTED and said <= own and not said <= others:
            return True
    return False


def _is_attributing(line: str) -> bool:
    """Whether a line may say who wrote what stands below, in a form that isn't known: with a date or an address."""
    return len(line) <= ATTRIBUTION and _ATTRIBUTING.search(line) is not None and _WHEN.search(line) is not None
