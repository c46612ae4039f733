"""Signing in: a password, or tokens of Microsoft's or Google's; nothing else knows of tokens.

In: the configuration and a clock. Out: a `SignIn` for both mail servers. Raises SigninFailed (worth trying again),
SigninRefused and ConfigError (a person has to mend something).
"""

from qibot.mailbox.signin.certificate import make_certificate, signin_ends, thumbprint
from qibot.mailbox.signin.files import write_private
from qibot.mailbox.signin.https import session as https_session
from qibot.mailbox.signin.tokens import Password, SignIn, Token, Tokens
from qibot.mailbox.signin.ways import facts_of, sign_in_by_device, sign_in_for_graph, sign_in_for_mail

__all__ = [
    "Password",
    "SignIn",
    "Token",
    "Tokens",
    "facts_of",
    "https_session",
    "make_certificate",
    "sign_in_by_device",
    "sign_in_for_graph",
    "sign_in_for_mail",
    "signin_ends",
    "thumbprint",
    "write_private",
]
