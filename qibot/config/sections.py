"""The sections of the configuration, each number of the programme with its default.

A fresh configuration needs only the lines that have none.
"""

from __future__ import annotations

import re
from datetime import date, time
from email.utils import parseaddr
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, field_validator, model_validator

from qibot.config.section import Section
from qibot.config.stages import Stages
from qibot.config.workdays import Workdays, workdays_of

Security = Literal["tls", "starttls", "plain"]
Reader = Literal["practitioner", "mentor", "manager", "sponsor", "team", "programme_manager", "cohort_leads"]


def _address(text: str) -> str:
    name, address = parseaddr(text)
    if name or not re.fullmatch(r"[^@\s<>()\",;:]+@[^@\s<>()\",;:]+", text) or address != text:
        raise ValueError(f"“{text}” isn't an e-mail address like name@council.example")
    return text.lower()


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"“{text}” isn't a month like 2026-10")
    return text


Address = Annotated[str, AfterValidator(_address)]
Month = Annotated[str, AfterValidator(_month)]


class Mailbox(Section):
    """The mailbox that qibot reads and writes from."""

    address: Address
    imap_host: str
    smtp_host: str
    name: str = "QI Practitioner Programme"
    user: str = ""
    password: str = Field(default="", repr=False)
    password_file: str = ""
    plus_addressing: bool = True

    @property
    def login(self) -> str:
        """The user name at both servers: the address unless `user` names another."""
        return self.user or self.address


class Imap(Section):
    """How the mailbox is read."""

    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "tls"
    ca_file: str = ""
    folder: str = "INBOX"
    done: str = "qibot/done"
    quarantine: str = "qibot/quarantine"
    idle: bool = True
    poll_seconds: int = Field(default=60, ge=1, le=1500)
    timeout_seconds: float = Field(default=50, gt=0)  # a line that has died is noticed within a minute
    verify_seconds: float = Field(default=40, gt=0, le=280)
    answer_seconds: float = Field(default=15, gt=0)
    batch_mb: float = Field(default=8, gt=0)

    @property
    def real_port(self) -> int:
        """The port, or the protocol's own where none is given."""
        return self.port or (993 if self.security == "tls" else 143)


class Smtp(Section):
    """How letters are delivered, how many at most, and how long a delivery is tried again.

    Where `letters_a_minute` and `recipients_a_day` aren't given, the provider's own bounds hold (`Config.pace`).
    """

    via: Literal["smtp", "graph"] = "smtp"
    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "starttls"
    ca_file: str = ""
    login: bool = True
    sent_copy: Literal["auto", "always", "never"] = "auto"
    letters_a_minute: int = Field(default=0, ge=0)
    recipients_a_day: int = Field(default=0, ge=0)
    timeout_seconds: int = Field(default=60, ge=1)
    bounce_marks: bool = True
    give_up_days: float = Field(default=5, gt=0)
    first_pause_minutes: float = Field(default=1, gt=0)
    longest_pause_minutes: float = Field(default=360, gt=0)

    @property
    def real_port(self) -> int:
        """The port, or the protocol's own where none is given."""
        return self.port or {"tls": 465, "starttls": 587, "plain": 25}[self.security]


class AlertSmtp(Section):
    """A second SMTP server, by which trouble is told when the mailbox's own may be what fails."""

    host: str
    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "starttls"
    ca_file: str = ""
    login: bool = True
    user: str = ""
    password_file: str = ""
    sender: Address | None = None
    to: tuple[Address, ...] = ()

    def settings(self, timeout_seconds: int) -> Smtp:
        """The same, as the mailbox's server is described."""
        return Smtp(
            port=self.port, security=self.security, ca_file=self.ca_file, login=self.login,
            timeout_seconds=timeout_seconds,
        )  # fmt: skip


class Alerts(Section):
    """Who hears of the bot's own trouble beside the team's letter: by ways that don't need the mailbox."""

    webhook: str = Field(default="", repr=False)
    on_trouble: str = ""
    timeout_seconds: int = Field(default=20, ge=1, le=300)
    again_minutes: float = Field(default=15, ge=0)
    smtp: AlertSmtp | None = None

    @field_validator("webhook")
    @classmethod
    def _safely(cls, address: str) -> str:
        home = re.match(r"http://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/]", address)
        if address and not (re.match(r"https://[^\s/@]+(?:/\S*)?$", address) or home):
            raise ValueError("it has to be an https:// address (its own host's http:// will do)")
        return address


class Service(Section):
    """How qibot runs as a service, and what it says meanwhile."""

    log: Literal["console", "json"] = "console"
    stop_seconds: float = Field(default=4, gt=0, le=60)
    stale_minutes: int = Field(default=15, ge=1)
    clock_hours: float = Field(default=6, ge=0, le=240)
    people: str = ""
    withdrawn_by_reload: int = Field(default=2, ge=0)


class Programme(Section):
    """The programme's people in charge and its numbers (guidance, sections 3 to 5)."""

    team: Annotated[tuple[Address, ...], Field(min_length=1)]
    manager: Address
    cohort_leads: tuple[Address, ...] = ()
    timezone: str = "Europe/London"
    deadline_day: int = Field(default=15, ge=1, le=28)
    feedback_days: int = Field(default=7, ge=1, le=60)
    report_words: int = Field(default=150, ge=1)
    document_hosts: tuple[str, ...] = ()
    answer_working_days: int = Field(default=3, ge=1, le=60)
    forgotten_days: int = Field(default=2, ge=0, le=14)
    kept_days: int = Field(default=7, ge=0, le=60)
    aim_escalates_from: int = Field(default=3, ge=1, le=60)
    quarantine_letter_minutes: int = Field(default=60, ge=0)
    quarantine_in_working_hours: bool = True
    notice_days: int = Field(default=7, ge=0, le=366)
    trouble_minutes: int = Field(default=30, ge=0)
    away_days: int = Field(default=14, ge=0, le=366)
    away_within_days: int = Field(default=365, ge=1, le=366)

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"“{name}” isn't a time zone like Europe/London") from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The programme's time zone."""
        return ZoneInfo(self.timezone)


class Limits(Section):
    """What one message may cost; beyond it a message is quarantined."""

    message_mb: float = Field(default=35, gt=0)
    header_kb: int = Field(default=512, ge=16)
    parts: int = Field(default=1000, ge=10)
    parse_seconds: float = Field(default=20, gt=0)
    remember_days: int = Field(default=400, ge=30)
    same_words: int = Field(default=2, ge=1)
    same_words_days: int = Field(default=28, ge=1, le=366)
    machine_answers: int = Field(default=6, ge=3, le=100)
    machine_seconds: int = Field(default=60, ge=1, le=3600)
    machine_hours: int = Field(default=24, ge=1, le=24 * 28)
    answer_seconds: float = Field(default=15, ge=0, le=600)
    letters_in_ten_minutes: int = Field(default=10, ge=1)
    letters_an_hour: int = Field(default=30, ge=1)
    mentors: int = Field(default=100, ge=1)


class Trust(Section):
    """Whether the receiving server's verdict on a message's sender counts (trust.py; RFC 8601).

    By `auto` it counts for commands that change something, and which server's it is is found out (receiver.py): its
    name must have stood topmost in `learn_percent` of the last `learn_messages` or more, of `learn_domains` domains, of
    which nobody sent more than `learn_from_sender`, and all came within `learn_days`. `asks_a_day` is how often
    somebody is asked in a day whether a command is theirs, `check_messages` how many messages `check` looks at.
    """

    mode: Literal["auto", "off", "warn", "demand"] = "auto"
    authserv_id: str = ""
    microsoft365: bool = False
    warn_days: int = Field(default=7, ge=1, le=366)
    learn_messages: int = Field(default=20, ge=5)
    learn_domains: int = Field(default=5, ge=2)
    learn_percent: float = Field(default=95, gt=50, le=100)
    learn_from_sender: int = Field(default=4, ge=1)
    learn_days: int = Field(default=90, ge=7)
    asks_a_day: int = Field(default=5, ge=1)
    check_messages: int = Field(default=200, ge=10)

    @model_validator(mode="after")
    def _names_the_server(self) -> Trust:
        if self.mode in ("warn", "demand") and not self.names_server:
            raise ValueError(
                f'mode = "{self.mode}" needs to know whose verdict counts: set authserv_id to the name with which your'
                " mail server begins its Authentication-Results lines, or microsoft365 = true"
            )
        return self

    @property
    def names_server(self) -> bool:
        """Whether the configuration says whose verdict counts."""
        return bool(self.authserv_id.strip()) or self.microsoft365


class Guard(Section):
    """What isn't passed on of what comes with a mail, and who looks for viruses (docs/documents.md).

    `harmful` are endings of files beside the usual ones (documents/harm.py), `harmless` those that are passed on all
    the same. `clamd` is a scanner's socket (a path), or host:port; without one nothing is scanned.
    """

    harmful: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    macros: Literal["mark", "hold", "pass"] = "mark"
    clamd: str = ""
    clamd_seconds: float = Field(default=10, gt=0)

    @field_validator("harmful", "harmless")
    @classmethod
    def _bare(cls, endings: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ending.strip().lower().lstrip("*.") for ending in endings)

    @field_validator("clamd")
    @classmethod
    def _reachable(cls, place: str) -> str:
        if place and not place.startswith("/") and not re.fullmatch(r"[^\s:/]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5}", place):
            raise ValueError(f"“{place}” isn't a socket's path like /run/clamav/clamd.ctl, nor host:port")
        return place


class Rung(Section):
    """A row of the ladder: a letter that leaves so many days after the deadline, to these, copy to those."""

    after: int = Field(ge=1, le=365)
    working_days: bool = True
    to: Annotated[tuple[Reader, ...], Field(min_length=1)]
    copy_to: tuple[Reader, ...] = Field(default=(), alias="copy")
    template: Literal["remind_missing", "remind_missing_again", "escalate_missing"]

    @property
    def escalates(self) -> bool:
        """Whether this row goes over the practitioner's head, so that the team may be asked first."""
        return self.template == "escalate_missing"


_LADDER = (
    Rung(after=1, to=("practitioner",), copy=("mentor",), template="remind_missing"),
    Rung(after=4, to=("practitioner",), copy=("mentor", "manager"), template="remind_missing_again"),
    Rung(after=7, working_days=False, to=("programme_manager",), copy=("team", "mentor"), template="escalate_missing"),
)


class Calendar(Section):
    """When letters leave by themselves (docs/calendar.md; guidance, sections 3 to 7)."""

    holidays: str = "GB-SCT"
    extra_holidays: tuple[date, ...] = ()
    removed_holidays: tuple[date, ...] = ()
    opens: time = time(9)
    closes: time = time(17)
    remind_days_before: tuple[int, ...] = (5, 1)
    ladder: tuple[Rung, ...] = _LADDER
    escalation: Literal["auto", "ask"] = "auto"
    hold_working_days: int = Field(default=3, ge=1, le=60)
    feedback_remind_days_before: int = Field(default=2, ge=0, le=60)
    feedback_remind_working_days_after: int = Field(default=1, ge=1, le=60)
    feedback_overdue_working_days: int = Field(default=3, ge=1, le=60)
    expect_within_days: int = Field(default=90, ge=1, le=366)
    contact_days: int = Field(default=7, ge=1, le=28)
    inactivity_days: int = Field(default=35, ge=1, le=366)
    missed_in_a_row: int = Field(default=2, ge=2, le=60)
    close_after_days: int = Field(default=28, ge=1, le=366)

    @model_validator(mode="after")
    def _sensible(self) -> Calendar:
        self.workdays()
        if self.opens >= self.closes:
            raise ValueError("calendar.opens must come before calendar.closes")
        if any(days < 0 or days > 60 for days in self.remind_days_before):
            raise ValueError("calendar.remind_days_before takes days from 0 to 60")
        return self

    def workdays(self) -> Workdays:
        """The programme's working days. Raises ValueError for an unknown place."""
        return workdays_of(self.holidays, self.extra_holidays, self.removed_holidays)


class Cohort(Section):
    """A cohort's calendar: its first report's month, how many reports there are, and what differs."""

    first_month: Month
    reports: int = Field(ge=1, le=60)
    skipped_months: tuple[Month, ...] = ()
    moved: dict[int, date] = Field(default={})
    learning_sessions: tuple[date, ...] = ()
    charter_due: date | None = None

    @property
    def first(self) -> date:
        """The first day of the first report's month."""
        return date.fromisoformat(f"{self.first_month}-01")

    @model_validator(mode="after")
    def _in_order(self) -> Cohort:
        if unknown := [n for n in self.moved if not 1 <= n <= self.reports]:
            raise ValueError(f"moved names report {unknown[0]}, but the reports are 1 to {self.reports}")
        return self


PartName = Literal[
    "stage", "aim", "rationale", "scope", "system", "theory", "changes", "measures", "pdsa", "data", "activity", "team",
    "human", "implementation", "learning", "next",
]  # fmt: skip
Span = Annotated[tuple[int, int], Field(description="least and most")]


class Page(Section):
    """Which page of guidance goes with which reports: `first` to `last`, both included."""

    first: int = Field(ge=1, le=60)
    last: int = Field(ge=1, le=60)
    page: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$")


_PAGES = (
    Page(first=1, last=2, page="reports-1-2"),
    Page(first=3, last=4, page="reports-3-4"),
    Page(first=5, last=60, page="later"),
)


class Notes(Section):
    """Mentor notes: a letter of its own to the mentor with each report (docs/mentor-notes.md; guidance, section 10).

    `seconds` (of the processor), `memory_mb` and `document_mb` bound what reading one document may cost.
    """

    send: bool = True
    within_hours: int = Field(default=48, ge=1, le=24 * 31)
    on_top: int = Field(default=3, ge=1, le=10)
    pages: tuple[Page, ...] = _PAGES
    charter_page: str = "charter"
    outcome: Span = (1, 2)
    process: Span = (2, 3)
    balancing: Span = (1, 2)
    headings: dict[PartName, tuple[str, ...]] = Field(default_factory=dict)
    stages: Stages = Stages()
    kind_line_days: int = Field(default=28, ge=1, le=366)
    seconds: float = Field(default=1.5, gt=0, le=60)
    memory_mb: int = Field(default=200, ge=64)
    document_mb: float = Field(default=30, gt=0)

    def page_of(self, number: int) -> str:
        """The page of guidance for a report; empty where none is configured."""
        return next((p.page for p in self.pages if p.first <= number <= p.last), "")


class Folders(Section):
    """Where things lie; relative paths count from the configuration file."""

    data: str = "data"
    templates: str = ""
