"""What a practitioner's mail hands over, or leads to: the report, a private paper, what another has written."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.names.file_names import speaks_of_mentor
from qibot.understanding.phrases.in_few_words import answers_reminder
from qibot.understanding.practitioners.for_the_team import may_be_for_the_team
from qibot.understanding.practitioners.own_papers import brings_own_papers
from qibot.understanding.practitioners.said import Said
from qibot.understanding.reports.pages import (
    has_link,
    is_link_alone,
    may_hand_over,
    pages_in,
    speaks_of_another,
    tells_of_trouble,
)
from qibot.understanding.reports.pictured import FITTING
from qibot.understanding.reports.sending import FOR_TEAM, PLAIN, PLAINLY, SLIGHTLY

FEW = 3  # words of a sentence beside: “She knows.”
_LINK = expression(r"<?https?://\S+>?", re.IGNORECASE)
_OF_LINK = expression(
    r"\b(?:links?|password|passcode|code|pin|access|comments?|comment|edit\w*|drive|dropbox|onedrive|share ?point|box"
    r"|google|docs?|sheet|slides?|tabs?|files?|folder|upload\w*|download\w*|wetransfer|cloud|e?-?mail\w*|attach\w*|size"
    r"|huge|big|mb|gb|server|shared?|log ?in|expires?|click|reports?)\b",
    re.IGNORECASE,
)
_DENIES = expression(
    r"n['’]t\b|\b(?:not?|never|nobody|none|nothing|last|anymore|any more|somebody|someone)\b", re.IGNORECASE
)


def hands_over(said: Said) -> bool:
    """Whether its words hand a report over, or a link alone does, to which a letter of ours has asked for one."""
    answered = said.answered
    asked_for = answers_reminder(answered) or (answered is not None and answered.name == "ask_document")
    plainly = said.found.of("report") >= max(PLAIN, said.found.of(*FOR_TEAM))
    return plainly or (asked_for and is_link_alone(said.mail, said.case))


def leads_elsewhere(said: Said) -> bool:
    """Whether nothing comes with it but a link to something else than its writer's report."""
    mail = said.mail
    if mail.sends or not _leads(mail):
        return False
    private = brings_own_papers(mail, heard=may_be_for_the_team(said.found, said.names))
    if private or links_in(mail):
        return private
    if is_link_alone(mail, said.case):
        return tells_of_trouble(mail)
    told = may_hand_over(mail) or said.found.surest("content") >= SLIGHTLY or _is_surely_report(said)
    return speaks_of_another(mail) or (not told and bool(pages_in(mail)))


def _is_surely_report(said: Said) -> bool:
    """Whether the weights are sure that it sends a report, each sentence is of its link, and nothing may be for the
    team: “Dropbox this time, as the file's huge”, “The password's the name of Ann's dog.”"""
    found = said.found
    text = _LINK.sub(" ", said.mail.top)
    if not all(_OF_LINK.search(one) or len(one.split()) <= FEW for one in sentences(text)) or _DENIES.search(text):
        return False
    apart = found.of(*FOR_TEAM) >= FITTING or found.aside(*FOR_TEAM) >= PLAIN or families_in(text) & CAUSES
    return found.of("report") >= PLAINLY and not (apart or found.mark or found.cut)


def brings_private(said: Said, *, heard: bool) -> bool:
    """Whether what is attached, or lies behind a link, may be a private paper, or is called by a word of the mentor."""
    mail = said.mail
    if speaks_of_mentor(said.case, [d.name for d in mail.sends]):
        return True
    leads = bool(mail.sends) or _leads(mail)
    return leads and brings_own_papers(mail, heard=heard or may_be_for_the_team(said.found, said.names))


def _leads(mail: Mail) -> bool:
    return bool(links_in(mail)) or has_link(mail)
