"""Values of which several sections have some: an address, a month, how a line is secured."""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import Annotated, Literal

from pydantic import AfterValidator

Security = Literal["tls", "starttls", "plain"]


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
