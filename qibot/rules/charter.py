"""The organisational manager's copy of a charter's draft (guidance, section 2): what was written beside it was the
mentor's to read, and isn't retold."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import Notice, ReportReceived
from qibot.expression import expression
from qibot.message import Mail, only_in_page, part_for
from qibot.model import Case, Document
from qibot.rules.readers import without_those_who_have_it
from qibot.understanding import greeted, named_privately, names_person, of_life, told_by_names

_OF_ONESELF = expression(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b(?!\.)")


def charter_copy(case: Case, forward: Notice, event: ReportReceived) -> Notice:
    """The documents, and the text of a charter that is typed into a mail that is nothing else; to nobody where there is
    no manager, or one who has it anyhow."""
    e, mail = case.enrolment, event.arrival.mail
    near = {*e.mentor.addresses, *e.practitioner.addresses}
    to = (e.manager,) if e.manager and not near & set(e.manager.addresses) else ()
    readers = without_those_who_have_it(to, mail)
    typed = not (mail.sends or forward.facts["links"] or event.apart) and _is_charter_alone(case, mail)
    documents = tuple(d for d in forward.documents if _is_theirs_to_see(case, d))
    facts = {**forward.facts, "typed": typed, "documents": [d.name for d in documents if not d.inline]}
    begun = tuple(x.message_id for x in case.letters.values() if x.name == "forward_charter" and x.moved is None)[:1]
    return replace(
        forward,
        name="forward_charter",
        key=f"charter/{case.unit}/{forward.key.split('/', 3)[3]}",
        to=readers,
        references=begun,
        facts=facts,
        words=forward.words if typed else "",
        page=forward.page if typed else "",
        documents=documents,
    )


def _is_charter_alone(case: Case, mail: Mail) -> bool:
    """Whether the mail's words call nobody, speak of none of those who may read them, and say nothing of the writer."""
    e, said = case.enrolment, mail.top
    people = [p for p in (e.manager, e.mentor) if p is not None]
    quotes = part_for(mail, case, people, strict=True).left_out
    if quotes or only_in_page(mail).strip() or greeted(said):
        return False
    for one in (*people, e.practitioner):  # “Mentor: Ann Lee” is a charter's, “Ann” is called
        said = re.sub(re.escape(one.name), "", said, flags=re.IGNORECASE)
    named = any(names_person(one, said, e.practitioner) for one in people)
    return not (named or _OF_ONESELF.search(said) or of_life(said, case))


def _is_theirs_to_see(case: Case, document: Document) -> bool:
    """Whether a document's name says nothing of the manager, the mentor or the writer's own life."""
    e = case.enrolment
    name = re.sub(r"[_\s.-]+", " ", document.name)
    named = any(names_person(p, name, e.practitioner) for p in (e.manager, e.mentor) if p is not None)
    return not (named or told_by_names(case, [document.name]) or named_privately(case, [document.name]))
