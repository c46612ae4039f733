"""How qibot proves that it may open the mailbox: by a password, or by a token of Microsoft's or Google's."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from qibot.config.section import Section

Way = Literal["password", "microsoft", "google"]


def _https(text: str) -> str:
    """A secret goes to this address: nobody on the way may read it."""
    if not re.fullmatch(r"https://[^\s/?#@]+(/[^\s?#]*)?", text):
        raise ValueError(f"“{text}” isn't an address like https://login.microsoftonline.com")
    return text.rstrip("/")


Https = Annotated[str, AfterValidator(_https)]


class Signin(Section):
    """The way to sign in, and what each way needs (docs/microsoft-365.md, docs/google-workspace.md)."""

    way: Way = "password"
    tenant: str = ""
    client_id: str = ""
    certificate_file: str = ""
    secret_file: str = ""
    secret_expires: date | None = None
    device: bool = False
    token_file: str = "signin-token"  # noqa: S105 - a file's name
    key_file: str = ""
    authority: Https = "https://login.microsoftonline.com"
    graph: Https = "https://graph.microsoft.com"
    ca_file: str = ""
    timeout_seconds: int = Field(default=30, ge=1, le=300)
    early_minutes: float = Field(default=5, ge=0, le=30)
    renew_pause_minutes: float = Field(default=5, ge=0, le=60)
    warn_days: Annotated[tuple[Annotated[int, Field(ge=1, le=366)], ...], Field(min_length=1)] = (30, 7)

    @model_validator(mode="after")
    def _names_the_app(self) -> Signin:
        if self.way == "microsoft" and not (self.tenant.strip() and self.client_id.strip()):
            raise ValueError(
                'way = "microsoft" needs tenant (the Directory ID) and client_id (the Application ID): both stand on'
                " the Overview page of your app registration (docs/microsoft-365.md, step 1)"
            )
        if self.way == "microsoft" and not re.fullmatch(r"[A-Za-z0-9.-]+", self.tenant):
            raise ValueError(f"tenant: “{self.tenant}” is neither a Directory ID nor a domain like council.example")
        return self
