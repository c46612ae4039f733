"""Whether the receiving server vouches for the address in From (RFC 8601, RFC 7489; Microsoft 365's own form).

Anybody can write an Authentication-Results field, so only one counts: the topmost of the configured server, which adds
its own above all that came with the message. What it can't be read from is no verdict, and no verdict is no pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import authres

from qibot.config import Trust
from qibot.expression import expression
from qibot.message import Mail

VALUE_LIMIT = 8 * 1024
_FIELD = "authentication-results"
MICROSOFT = "microsoft365.invalid"  # a name for Microsoft 365's verdicts, which bear none; nobody's (RFC 2606)
_ID = expression(r'(?:[ \t]*\([^()]{0,500}\))*[ \t]*"?([^\s;()"=]{1,255})"?[ \t]*(?:;|[ \t\d(]|$)')
_RESULT_FIRST = expression(r"\s*(?:spf|dkim|dmarc|compauth|arc)\s*=", re.IGNORECASE)

# Where whole countries register below a second level, that level belongs to nobody: co.uk, gov.uk, sch.uk, com.au.
_SHARED = {"onmicrosoft.com", "gov.scot", "scot.nhs.uk", "github.io", "web.app", "eu.org", "uk.com", "gov.wales"}
_SHORT = 4
_LONG_SHARED = {"police", "school", "asso", "presse", "parliament"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the sender's domain passed; if not, a cause that completes the sentence “It is here because …”."""

    passed: bool
    cause: str = ""


def verdict(mail: Mail, trust: Trust) -> Verdict:
    """What the trusted server says about the From address. Never fails, whatever the field holds."""
    value = _field(mail, trust)
    if value is None:
        return Verdict(False, "your mail server says nothing about whether its sender is genuine")
    results = _results(value)
    if results is None:
        return Verdict(False, "what your mail server says about its sender can't be read")
    domain = (mail.sender or "").rpartition("@")[2].rstrip(".")
    if domain and any(_passes(result, domain) for result in results):
        return Verdict(True)
    return Verdict(False, "your mail server doesn't confirm that it comes from the address that it bears")


def _field(mail: Mail, trust: Trust) -> str | None:
    """The one field that counts. Read raw: RFC 2047 words, decoded, could smuggle in results that a sender wrote."""
    wanted = trust.authserv_id.strip().lower()
    for place, (server, value) in enumerate(_fields(mail)):
        if trust.microsoft365 and place == 0 and server == MICROSOFT:
            return f"{MICROSOFT}; {value.strip()}"
        if wanted and server == wanted:
            return value
    return None


def servers_of(mail: Mail) -> list[str]:
    """Whose verdict each of the message's fields claims to be, the topmost first, by authserv-id."""
    return [server for server, _ in _fields(mail)]


def _fields(mail: Mail) -> Iterator[tuple[str, str]]:
    """Every field, bounded: its authserv-id (MICROSOFT where it begins with a result) and its value."""
    for name, value in mail.header.raw_items():
        if name.lower() == _FIELD:
            bounded = re.sub(r"\r?\n(?=[ \t])", "", str(value))[:VALUE_LIMIT]
            yield MICROSOFT if _RESULT_FIRST.match(bounded) else _id_of(bounded), bounded


def _id_of(value: str) -> str:
    found = _ID.match(value)
    name = found[1].lower() if found else ""
    return "" if name == MICROSOFT else name  # a sender may write even that


def _results(value: str) -> list[Any] | None:
    if not value.isascii():
        value = value.encode("ascii", "replace").decode("ascii")
    try:
        return list(authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {value}").results)
    except Exception:  # it raises all kinds of errors on real fields, too
        return None


def _passes(result: Any, domain: str) -> bool:
    if str(result.result).lower() != "pass":
        return False
    method = str(result.method).lower()
    if method == "dmarc":  # the one that says it itself: about From, which must be the one that we read
        return any(named == domain for named in _properties(result, "header", "from"))
    if method == "dkim":
        signers = [*_properties(result, "header", "d")] or [*_properties(result, "header", "i")]
        return any(aligned(named, domain) for named in signers)
    return method == "spf" and any(aligned(named, domain) for named in _properties(result, "smtp", "mailfrom"))


def _properties(result: Any, kind: str, name: str) -> Iterator[str]:
    """The domains that the result's properties of this kind and name hold."""
    for p in result.properties:
        if str(p.type).lower() == kind and str(p.name).lower() == name:
            yield str(p.value or "").strip().strip('"').lower().rpartition("@")[2].rstrip(".")


def aligned(one: str, other: str) -> bool:
    """Whether two domains belong to one owner (RFC 7489, 3.1, relaxed): equal, or one below the other; never by a
    name below which strangers register theirs."""
    if not one or not other:
        return False
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(f".{shorter}") and not is_shared(shorter)


def is_shared(domain: str) -> bool:
    """Whether strangers register names below this one: a top level, or a second level that is used as one. When in
    doubt yes, since equal names agree all the same."""
    labels = domain.split(".")
    if len(labels) < 2 or domain in _SHARED:
        return True
    if labels[-2:] == ["sch", "uk"]:  # schools register below their council: craigie.pkc.sch.uk
        return len(labels) <= 3
    second = labels[0]
    country = len(labels) == 2 and len(labels[1]) == 2
    return country and (len(second) <= _SHORT or second in _LONG_SHARED)
