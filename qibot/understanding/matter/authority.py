"""What shows that a mail is from whom it says, so that its commands are obeyed (commands/doubted.py has the others).

It bears a token of ours (the plus address or the link of a letter), or it answers a letter of ours to that very person,
or our mail server vouches for it. From can be forged, these can't.
"""

from __future__ import annotations

from collections.abc import Mapping

from qibot.message import Link, Mail
from qibot.model import DESK, Case, Role
from qibot.screening import topmost, vouches
from qibot.understanding.matter.known import Known, is_enrolment


def is_shown(mail: Mail, link: Link | None, known: Known) -> bool:
    """Whether it is shown that the mail is its sender's, or the configuration asks for nothing of that kind."""
    trust = known.config.trust
    if trust.mode != "auto" or link is not None:
        return True
    if any(known.threads.matter_of_address(address) for address in mail.to) or _answers_own(mail, known):
        return True
    return vouches(mail, trust, known.load(DESK))


def _answers_own(mail: Mail, known: Known) -> bool:
    """Whether it answers a letter of ours to that very person, maybe at another address of theirs. The Message-ID is
    signed, but others may have seen it, in copy or in a mail that was sent on."""
    own = known.directory.addresses_of(mail.sender or "")
    for message_id in (*mail.in_reply_to, *reversed(mail.references)):
        matter = known.threads.matter_of_id(message_id)
        unit = known.directory.unit_of(matter.ref) if matter else None
        if unit is None:
            continue
        letters = known.load(unit if is_enrolment(unit) else DESK).letters.values()
        if any(x.message_id.lower() == message_id.lower() and own & set(x.recipients) for x in letters):
            return True
    return False


def stamp_of(mail: Mail, known: Known, roles: Mapping[str, Role], item: str | None, case: Case | None) -> str | None:
    """Whose verdict stands topmost in a mail from which that may be found out: one that bears a signed mark of ours,
    from somebody whom that matter concerns. None of any other, and where nobody asks."""
    trust = known.config.trust
    if trust.mode != "auto" or trust.names_server or item is None:
        return None
    concerned = case.unit in roles if case else bool(roles)
    return topmost(mail) if concerned or known.is_from_team(mail) else None


def is_for(link: Link, mail: Mail, known: Known, roles: Mapping[str, Role], case: Case | None) -> bool:
    """Whether the link was made for the mail's sender: for what they are in its matter."""
    own = {str(roles[case.unit])} if case and case.unit in roles else set()
    if case is None:
        own = {str(role) for role in roles.values()}
    own |= {str(Role.TEAM)} if known.is_from_team(mail) else set()
    return bool(own) and (link.readers == "anyone" or bool(own & set(link.readers.split("+"))))
