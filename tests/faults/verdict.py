"""What must hold after a month with troubles, held against the same month without."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import LetterState
from qibot.model.reports import Report
from tests.faults.cohort import Act, Deed
from tests.faults.mailboxes import Got, by_identity
from tests.faults.month import BEAT, Month
from tests.support.programme import BY_THE_CALENDAR, files_of, sha256

OF_TROUBLE = {"report_trouble", "report_recovered", "report_held"}  # of the bot's own: there without a counterpart
OF_SEVERAL = "report_quarantine"  # one letter for what waits; trouble may make two of one, or one of two


def lost(month: Month) -> Iterator[str]:
    """Whatever somebody did and the records or the mailboxes don't show."""
    cases = {case.unit: case for case in month.cases()}
    for act in month.acts:
        if act.deed is Deed.REPORT and act.moment < month.end:
            report = cases[act.about].report(1)
            if report is None or report.versions != 1:
                yield f"the report of {act.about} is logged {report.versions if report else 0} times"
    for case in cases.values():
        extra = set(case.all(Report)) - {"1"}
        if extra:
            yield f"{case.unit} has reports {extra}"
        for letter in case.letters.values():
            if letter.state not in (LetterState.SENT, LetterState.WAITING) or (letter.tries and not letter.settled):
                yield f"{case.unit}: {letter.name} is {letter.state} after {letter.tries} tries"
    for waits in cases[DESK].all(Quarantined).values() if DESK in cases else ():
        if not (waits.told or waits.asked):
            yield f"the team never heard of what {waits.sender} wrote"
    if left := month.boxes.files(month.cohort.bot):
        yield f"{len(left)} messages are left in the inbox"


def doubled(letters: Iterable[Got]) -> tuple[int, list[str]]:
    """How many copies there are beyond the first of each letter, and what is wrong with them."""
    copies = by_identity(letters)
    wrong = [f"two letters {identity}" for (_, identity), same in copies.items() if len({g.raw for g in same}) > 1]
    return sum(len(same) - 1 for same in copies.values()), wrong


def unlike(troubled: Month, quiet: Month) -> list[str]:
    """Letters that somebody got only in one of the two months, but for those about trouble, and those of the calendar
    whose reason was there only in one, because somebody's mail or the letter's own moment fell into the trouble."""
    counts = [Counter(same[0].what for same in by_identity(month.boxes.all()).values()) for month in (troubled, quiet)]
    more, less = counts[0] - counts[1], counts[1] - counts[0]
    for one, other in ((more, counts[1]), (less, counts[0])):
        for what in [w for w in one if w[1] == OF_SEVERAL and other[w]]:
            del one[what]
    said = [f"only with troubles: {what} {n} times" for what, n in more.items() if what[1] not in OF_TROUBLE]
    said += [f"only without: {what} {n} times" for what, n in less.items() if not _overtaken(what, troubled, quiet)]
    return said


def _overtaken(what: tuple[str, str, str], troubled: Month, quiet: Month) -> bool:
    """Whether a letter of the calendar couldn't leave for the trouble, and what it was about was settled meanwhile."""
    _, notice, ref = what
    unit = ref.rpartition("/")[0]
    if notice not in BY_THE_CALENDAR:
        return False
    (case,) = [case for case in quiet.cases() if case.unit == unit]
    sent = [x.settled for x in case.letters.values() if x.name == notice and x.settled]
    acts = [moment for act, moment in troubled.done.items() if act.about == unit]
    return any(
        r.began <= moment <= r.done + BEAT and any(moment <= act <= r.done + BEAT for act in acts)
        for moment in sent
        for r in troubled.told.recoveries
    )


def readers(month: Month) -> Mapping[str, set[str]]:
    """Who read each mark."""
    found: dict[str, set[str]] = defaultdict(set)
    letters = month.boxes.all()
    for act in month.acts:
        found[act.mark] |= {got.who for got in letters if act.mark in got.words or act.mark in got.subject}
    return found


def misled(month: Month) -> list[str]:
    """Marks and documents that reached somebody they weren't for."""
    found = readers(month)
    said = [
        f"the {act.deed} of {act.who.address} about {act.about} reached {sorted(others)}"
        for act in month.acts
        if (others := found[act.mark] - may_read(month, act))
    ]
    owners = {sha256(month.cohort.document(act)): act for act in month.acts if act.deed is Deed.REPORT}
    for got in month.boxes.all():
        for _, digest in files_of(got.raw):
            if digest in owners and got.who not in may_read(month, owners[digest]):
                said.append(f"the document of {owners[digest].about} reached {got.who}")
    return said


def may_read(month: Month, act: Act) -> set[str]:
    """For whom these words are, by the guidance: whoever is in the thread, or the team alone."""
    if act.deed in (Deed.SUPPORT, Deed.STRANGE):
        return {"team", act.who.address.partition("@")[0]} if act.deed is Deed.SUPPORT else {"team"}
    number = int(act.about.rpartition("/p")[2])
    people = (month.cohort.practitioners[number], month.cohort.mentor(number), month.cohort.manager(number))
    return {"team", *(who.address.partition("@")[0] for who in people)}
