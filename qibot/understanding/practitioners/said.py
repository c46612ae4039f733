"""A practitioner's mail with all that decides what it is."""

from __future__ import annotations

from dataclasses import dataclass

from qibot.calendar import Almanac
from qibot.events import Arrival, MessageReceived, WhichAsked
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import aside_first, doubtful
from qibot.understanding.meaning import Meaning
from qibot.understanding.persons.spoken_to import speaker_of, with_manager
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.practitioners.oblique import may_concern_mentor
from qibot.understanding.senders.machines import of_meeting

OF_MENTOR = ("relay_message", "relay_feedback")  # letters with the mentor's own words


@dataclass(frozen=True, slots=True)
class Said:
    """The mail as it came, the enrolment and the matter in it (`number`, 0 for a mail that answers nothing), the letter
    of ours that it answers, and what its words were `found` to mean."""

    arrival: Arrival
    context: Context
    case: Case
    number: int
    answered: Letter | None
    almanac: Almanac
    found: Meaning

    @property
    def mail(self) -> Mail:
        return self.arrival.mail

    @property
    def thread(self) -> int | None:
        """The matter's number; None for a mail that stands in none."""
        return None if self.context.case is None else self.number

    @property
    def names(self) -> frozenset[str]:
        return names_in(self.case)

    @property
    def leads(self) -> bool:
        """Whether documents come with it, as files or behind known links."""
        return bool(self.mail.sends or links_in(self.mail))

    @property
    def meets(self) -> bool:
        """Whether it is an invitation, or the answer to one."""
        return of_meeting(self.mail)

    @property
    def answers_their_words(self) -> bool:
        """Whether it answers the mentor's own words."""
        return self.answered is not None and self.answered.name in OF_MENTOR

    @property
    def answers_manager(self) -> bool:
        """Whether it answers the manager's own words."""
        return speaker_of(self.arrival, self.case, self.answered) is Role.MANAGER

    def doubted(self) -> WhichAsked:
        """The question to its writer, what it was; where it may be of the mentor, with the team alone first, and where
        it answers the manager's words with the manager before the mentor, who mayn't have them."""
        asked = doubtful(self.arrival, self.case, self.number, Role.PRACTITIONER, self.almanac)
        if self.answers_manager:
            asked = with_manager(asked, self.case, self.number)
        return aside_first(asked) if may_concern_mentor(self.found, self.answered) else asked

    def message(self, *, asked: bool = False) -> MessageReceived:
        """The same as a message to the mentor."""
        return MessageReceived(self.arrival, self.case.unit, self.number, Role.PRACTITIONER, asked=asked)
