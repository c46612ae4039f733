"""Whether a mail's sender is believed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from qibot.config.section import Section


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
