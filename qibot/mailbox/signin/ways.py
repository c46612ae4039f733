"""Which way the configuration names, made ready to use. No library is loaded before a token is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from qibot.config import Config, password
from qibot.mailbox.reasons import Facts
from qibot.mailbox.signin.google import Google
from qibot.mailbox.signin.microsoft import Entra
from qibot.mailbox.signin.tokens import Password, SignIn, Token, Tokens


def sign_in_for_mail(config: Config, clock: Callable[[], datetime]) -> SignIn:
    """For IMAP and SMTP: share it between the two, so that both use one token."""
    match config.signin.way:
        case "password":
            return Password(lambda: password(config))
        case "microsoft":
            return _tokens(config, Entra(config, clock).for_exchange, clock)
        case "google":
            return _tokens(config, Google(config, clock).for_mail, clock)


def sign_in_for_graph(config: Config, clock: Callable[[], datetime]) -> Tokens:
    """For sending by Microsoft Graph, whose tokens are its own."""
    return _tokens(config, Entra(config, clock).for_graph, clock)


def sign_in_by_device(config: Config, clock: Callable[[], datetime], show: Callable[[str], None]) -> str:
    """Let a person sign in with a code (Microsoft); the account that signed in. Raises as the others do."""
    return Entra(config, clock).by_device(show)


def facts_of(config: Config) -> Facts:
    """What the sentences about refusals speak of."""
    if config.signin.way == "microsoft":
        return Facts(config.mailbox.login, config.signin.tenant, config.signin.client_id, by_token=True)
    return Facts(config.mailbox.login, by_token=config.signin.way != "password")


def _tokens(config: Config, fetch: Callable[[], Token], clock: Callable[[], datetime]) -> Tokens:
    signin = config.signin
    return Tokens(fetch, clock, timedelta(minutes=signin.early_minutes), timedelta(minutes=signin.renew_pause_minutes))
