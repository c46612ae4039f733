"""What a server says, without what it was told: some repeat a password or a token in their refusal."""

from __future__ import annotations

import base64

from qibot.expression import expression

HIDDEN = "…"
_LONG = expression(r"[A-Za-z0-9+/_~=-]{40,}")  # no word is so long, no ID (36), but any token's or key's part


def without(text: str, *secrets: str) -> str:
    """The text with these secrets hidden, whether as they are or as base64."""
    for secret in secrets:
        if secret:
            for shown in (secret, base64.b64encode(secret.encode()).decode()):
                text = text.replace(shown, HIDDEN)
    return text


def without_any(text: str, *secrets: str) -> str:
    """The same, and whatever else may be one."""
    return _LONG.sub(HIDDEN, without(text, *secrets))
