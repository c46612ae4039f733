"""Letters on their way: notice -> letter in the outbox -> delivered, each step durable before the next.

A letter is rendered and written to disk before the commit that promises it. One that can't be rendered is promised as
held, with its notice, and rendered when the template is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from pydantic import TypeAdapter

from qibot.config import Config
from qibot.errors import TemplateBroken
from qibot.events import AS_BEFORE, TO_ANOTHER, Notice
from qibot.letters.circle import NOBODY
from qibot.letters.compose import compose
from qibot.letters.readers_now import parts_of
from qibot.letters.retry import given_up, pause
from qibot.letters.templates import Templates
from qibot.mailbox import Delivery
from qibot.message import Threads, fingerprint, in_order, parse
from qibot.model import Case, Change, Enrolment, Letter, LetterState, apply
from qibot.rules import amid_report, retold, without_quotation
from qibot.service import Chance, certain
from qibot.store import Archive

_NOTICE: TypeAdapter[Notice] = TypeAdapter(Notice)


class Post:
    """Writes letters and keeps their records; sends nothing itself."""

    def __init__(
        self,
        config: Config,
        archive: Archive,
        templates: Templates,
        threads: Threads,
        step: Callable[[str], None],
        chance: Chance = certain,
    ) -> None:
        self._config, self._archive, self._templates, self.threads = config, archive, templates, threads
        self._step, self.chance = step, chance
        self.circle: Callable[[Notice], Notice] = lambda notice: notice  # until it is known who plays which part

    def write(
        self, case: Case, notices: tuple[Notice, ...], now: datetime, changes: Iterable[Change] = ()
    ) -> list[Letter]:
        """The letters for these notices, spooled or held; what the case already has is left out. They are written to
        people as the `changes` make them. Raises StoreFailed."""
        after = apply(case, changes)
        return [self._written(n, after, now) for n in notices if n.to and n.key not in case.letters]

    def write_again(self, case: Case, held: Letter, now: datetime) -> Letter:
        """A held letter with its template tried anew; the same letter if it is still broken. Raises StoreFailed."""
        written = self._written(_without_former(_NOTICE.validate_python(held.notice), case), case, now)
        return (
            held
            if written.state is LetterState.HELD
            else replace(written, made=held.made, parts=held.parts, wanted=held.wanted or written.wanted)
        )

    def return_paths(self, letter: Letter) -> dict[str, str]:
        """Who gets the letter with a return path of their own: each of several, who know its Message-ID together.

        By Graph nobody: it has no envelope.
        """
        return {r: self.threads.bounce_address(letter.message_id, r) for r in self._apart(letter)}

    def messages(self, letter: Letter, recipients: Collection[str]) -> int:
        """As how many messages the letter goes to these of its recipients: each return path takes one."""
        return max(1, sum(r in recipients for r in dict.fromkeys(self._apart(letter))))

    def _apart(self, letter: Letter) -> tuple[str, ...]:
        """Who has a return path of their own."""
        smtp, mailbox = self._config.smtp, self._config.mailbox
        marks = smtp.bounce_marks and mailbox.plus_addressing and smtp.via == "smtp"
        return letter.recipients if marks and len(letter.recipients) > 1 else ()

    def settle(self, letter: Letter, delivery: Delivery, now: datetime, *, patient: bool = False) -> Letter:
        """The letter's record after a try: who has it, who never will, and when the rest is tried again. None is given
        up by who is `patient`."""
        outcomes = {**letter.outcomes, **delivery.outcomes}
        tries = letter.tries + 1
        first_try = letter.first_try or now
        if not patient and given_up(self._config.smtp, first_try, now):
            outcomes |= {r: f"given up: {said}" for r, said in delivery.deferred.items()}
        done = all(r in outcomes for r in letter.recipients)
        arrived = any(said.startswith("2") for said in outcomes.values())
        return replace(
            letter,
            outcomes=outcomes,
            tries=tries,
            first_try=first_try,
            next_try=None if done else now + pause(self._config.smtp, tries, self.chance()),
            state=LetterState.WAITING if not done else LetterState.SENT if arrived else LetterState.FAILED,
            settled=now if done else None,
            marked=tuple(dict.fromkeys((*letter.marked, *delivery.marked))),
        )

    def _written(self, wanted: Notice, case: Case, now: datetime) -> Letter:
        notice = self.circle(wanted)
        letter = Letter(
            key=notice.key,
            name=notice.name,
            to=tuple(p.address for p in notice.to),
            copy=tuple(p.address for p in notice.copy),
            made=now,
            state=LetterState.WAITING,
            message_id=self.threads.message_id(notice.unit, notice.number, notice.key),
            next_try=now,
            timed=notice.timed,
            rule=notice.rule,
            reason=notice.reason,
            cause=notice.cause,
            about=notice.about,
            asked=notice.asked,
            parts=parts_of(case, [p.address for p in (*notice.to, *notice.copy)]),
            wanted=tuple(p.address for p in wanted.to) if notice.timed and notice.to != wanted.to else (),
        )
        if not notice.to:
            return _held(letter, wanted, NOBODY)
        fetch = notice.carries and (notice.documents or notice.retold)
        original = self._archive.read(notice.carries) if fetch else b""
        if notice.retold:
            notice = _with_words(notice, original, case)
        try:
            name = self._config.mailbox.name
            renumbered = self._config.signin.way == "microsoft"
            composed = compose(notice, self._templates, self.threads, name, now, original, renumbered=renumbered)
        except TemplateBroken as e:
            return _held(letter, notice, str(e))
        spooled = self._archive.spool(composed.raw)
        self._step("spooled")
        return replace(
            letter,
            subject=composed.subject,
            wording=fingerprint(composed.text),
            order=in_order(composed.text),
            spooled=spooled,
            size=len(composed.raw),
        )


def _held(letter: Letter, notice: Notice, fault: str) -> Letter:
    """The letter's record while it can't be written, with what it is to say and to whom."""
    kept = cast("dict[str, Any]", _NOTICE.dump_python(notice, mode="json"))
    return replace(
        letter,
        to=tuple(p.address for p in notice.to),
        copy=tuple(p.address for p in notice.copy),
        state=LetterState.HELD,
        next_try=None,
        notice=kept,
        fault=fault,
    )


def _without_former(notice: Notice, case: Case) -> Notice:
    """The notice without the name of a manager who isn't any more: they have no copy."""
    manager = case.enrolment.manager if case.all(Enrolment) else None
    if not notice.facts.get("manager") or not case.all(Enrolment):
        return notice
    named = manager is not None and notice.facts["manager"] == manager.name
    return notice if named else replace(notice, facts={**notice.facts, "manager": ""})


def _with_words(notice: Notice, original: bytes, case: Case) -> Notice:
    """The notice with what of the mail that it carries is for its reader."""
    mail = parse(original)
    if notice.retold == TO_ANOTHER:
        managed, before = bool(notice.facts["managed"]), str(notice.facts["before"])
        linked = bool(notice.facts.get("links"))
        part = retold(mail, case, notice.to[0], managed=managed, former=before, linked=linked)
        facts = {**notice.facts, "former": not part.words, "left_out": part.left_out}
        return replace(notice, words=part.words, page=part.page, facts=facts)
    if notice.retold == AS_BEFORE:
        part = amid_report(mail, case) if notice.facts.get("amid") else without_quotation(mail, case)
        return replace(notice, words=part.words, page=part.page, facts={**notice.facts, "left_out": part.left_out})
    return replace(notice, words=mail.text, page=mail.said.page)
