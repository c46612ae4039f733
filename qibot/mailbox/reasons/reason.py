"""One thing that a server may answer: how it is told, what it means, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sentences speak of: whose mailbox, and which app of which tenant."""

    mailbox: str = "the mailbox"
    tenant: str = "your tenant"
    client_id: str = "the app"
    by_token: bool = False

    @property
    def mend_login(self) -> str:
        """What to look at when a server refuses the login and says no more."""
        if not self.by_token:
            return "check mailbox.user and the mailbox's password."
        return (
            f"it doesn't take the token for {self.mailbox}. Is that the mailbox to which the app was given the right,"
            " and its right name (mailbox.user)? `qibot check` says what is missing, the guide in docs/ how to give it."
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of the table. `matter` and `todo` may name {mailbox}, {tenant} and {client_id}.

    `passes` says that the server may well answer otherwise later, without anybody's doing; `pause_seconds` is how long
    it should be left alone then. Else a person has to mend something, and mail waits until that is done.
    """

    code: str
    pattern: str
    matter: str
    todo: str
    passes: bool = False
    pause_seconds: float = 0
    stops: bool = False
    found: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", re.compile(self.pattern, re.IGNORECASE | re.DOTALL))

    def sentence(self, facts: Facts) -> str:
        """What is the matter and what to do, in a person's words."""
        named = {"mailbox": facts.mailbox, "tenant": facts.tenant, "client_id": facts.client_id}
        return f"{self.matter.format(**named)} ({self.code}). {self.todo.format(**named)}"
