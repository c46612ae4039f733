"""Links that a gateway has rewritten: where they lead, as far as it stands in them. Nothing is ever fetched.

| who | how it writes the target |
|---|---|
| Microsoft's Safe Links, Barracuda, Trend Micro, Symantec, Trellix, Libraesva, Google, Proofpoint v1 | a field |
| Microsoft Teams | a field, beside one of its site |
| Proofpoint v2 | a field, `-` for `%` and `_` for `/` |
| Proofpoint v3 | between `__` and `__;`, with `*` for what is kept behind it |
| Cisco, Avanan, Check Point | in the path |
| Sophos | a field, as base64 |
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from urllib.parse import SplitResult, parse_qsl, quote, unquote

from qibot.expression import expression
from qibot.understanding.links.hosts import is_known, parts_of

LONGEST, DEEPEST = 3000, 6  # characters of a link, and how often it may be wrapped
_FIELDS = ("url", "objecturl", "u", "q", "a", "target", "redirecturl", "destination")  # looked at first
_ADDRESS = expression(r"https?:/{1,2}[^\s/]", re.IGNORECASE)
_ENCODED = expression(r"https?(?:%25)*%3a", re.IGNORECASE)
_IN_PATH = expression(r"[^?#]*?(?:/|___)(?P<to>https?(?::|%3a)(?:/|%2f).+?)(?:___\..*)?", re.IGNORECASE)
_V3 = expression(r"/v3/__(?P<to>.+?)__;(?P<kept>[\w-]*)", re.IGNORECASE)
_TOKEN = expression(r"\*(?:\*(.))?")
_RUNS = {sign: n for n, sign in enumerate(ascii_uppercase + ascii_lowercase + digits + "-_", 2)}
_UNWRITTEN = expression(r"[\s<>\"]")
_V2 = str.maketrans("-_", "%/")


def unwrapped(link: str, more: tuple[str, ...] = ()) -> str:
    """Where a link leads, whichever gateways have rewritten it one after the other; any other as it is."""
    for _ in range(DEEPEST):
        parts = parts_of(link)
        if parts is None or is_known(parts, more):  # what a cloud's own link holds is its own matter
            return link
        target = _target(link, parts)
        if not target:
            return link
        link = target[:LONGEST]
    return link


def _target(link: str, parts: SplitResult) -> str:
    host, fields = (parts.hostname or "").lower(), dict(reversed(parse_qsl(parts.query)))
    if host.startswith("urldefense."):
        if found := _V3.search(link):
            return _address(_restored(unquote(found["to"]), found["kept"]))
        if parts.path.startswith("/v2/"):
            return _address(unquote(fields.get("u", "").translate(_V2)))
    if host.endswith("protection.sophos.com"):
        return _address(_from_base64(fields.get("u", "")))
    low = {name.lower(): value for name, value in fields.items()}
    values = (*(low[name] for name in _FIELDS if name in low), *low.values())
    if said := next(filter(None, map(_address, values)), ""):
        return said
    rest = link.partition("://")[2].partition("/")[2]
    within = _IN_PATH.fullmatch(f"/{rest}")
    return _address(within["to"]) if within else ""


def _address(said: str) -> str:
    """The address of the web that a value is, encoded once more or not; empty of any other value."""
    for _ in range(3):
        if _ENCODED.match(said):
            said = unquote(said)
    if not _ADDRESS.match(said):
        return ""
    scheme, _, rest = said.partition(":")
    whole = f"{scheme}://{rest.lstrip('/')}".strip().split("\n")[0]
    return _UNWRITTEN.sub(lambda sign: quote(sign[0], safe=""), whole)  # a blank in a file's name is a part of it


def _restored(target: str, kept: str) -> str:
    """Proofpoint's v3 with the characters that it keeps apart: `*` is one of them, `**` and a sign a run of them."""
    signs, at = _from_base64(kept), 0

    def put_back(token: re.Match[str]) -> str:
        nonlocal at
        count = _RUNS.get(token[1], 0) if token[1] else 1
        at += count
        return signs[at - count : at] or token[0]

    return _TOKEN.sub(put_back, target)


def _from_base64(said: str) -> str:
    plain = "".join(x for x in said if x in ascii_letters + digits + "-_+/").translate(str.maketrans("+/", "-_"))
    try:
        return urlsafe_b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8", "replace")
    except ValueError:
        return ""
