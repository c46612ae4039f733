"""The doors to the mail servers: `Inbox` (IMAP), `Outbox` (SMTP), `GraphOutbox`, `Scanner` (clamd), signing in.

The only room of imapclient, aiosmtplib, msal and google-auth: their errors end here. Imports message, model and below.
"""

from qibot.mailbox.delivery import Delivery, Sender
from qibot.mailbox.graph import GraphOutbox
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Outbox
from qibot.mailbox.scanner import Scanner
from qibot.mailbox.signin import (
    Password,
    SignIn,
    Tokens,
    facts_of,
    make_certificate,
    sign_in_by_device,
    sign_in_for_graph,
    sign_in_for_mail,
    signin_ends,
    thumbprint,
    write_private,
)
from qibot.mailbox.trial import Found, Trial

__all__ = [
    "Delivery",
    "Found",
    "GraphOutbox",
    "Inbox",
    "Outbox",
    "Password",
    "Scanner",
    "Sender",
    "SignIn",
    "Tokens",
    "Trial",
    "facts_of",
    "make_certificate",
    "sign_in_by_device",
    "sign_in_for_graph",
    "sign_in_for_mail",
    "signin_ends",
    "thumbprint",
    "write_private",
]
