"""A token, and when it is fetched: before it ends, and once more when a server refuses it. Knows no provider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Token:
    """What a server takes in place of a password, and until when."""

    value: str = field(repr=False)
    expires: datetime


@dataclass(frozen=True, slots=True)
class Password:
    """The way of a user name and a password; it is asked for at each connection, so that a new one counts at once."""

    read: Callable[[], str]


class Tokens:
    """The way of XOAUTH2. `fetch` gets a fresh token; it raises SigninFailed, SigninRefused or ConfigError.

    A token is used until it has `early` left. A refused one is replaced by a fresh one, but not more often than every
    `pause`: a server that refuses whatever it is shown would else bring fifty requests in a row to the token server.
    """

    def __init__(
        self, fetch: Callable[[], Token], clock: Callable[[], datetime], early: timedelta, pause: timedelta
    ) -> None:
        self._fetch, self._clock, self._early, self._pause = fetch, clock, early, pause
        self._token: Token | None = None
        self._fetched: datetime | None = None

    def current(self) -> str:
        """A token that is good for a while yet."""
        now = self._clock()
        if self._token is None or not self._good(now):
            self._token, self._fetched = self._fetch(), now
        return self._token.value

    def refused(self, value: str) -> bool:
        """A server has refused this token: whether it is worth trying again, with a fresh one."""
        if self._token is None or self._token.value != value:
            return True
        if self._fetched is None or self._clock() - self._fetched < self._pause:
            return False
        self._token = None
        return True

    def _good(self, now: datetime) -> bool:
        """Whether the token at hand may be used; after a clock that was set back nobody knows how old it is."""
        if self._token is None or self._fetched is None or now < self._fetched:
            return False
        life = self._token.expires - self._fetched
        return now < self._token.expires - min(self._early, life / 2)


SignIn = Password | Tokens
