"""The doors to the mail servers: `Inbox` (IMAP), `Outbox` (SMTP), signing in, and what goes wrong there, in sentences.

The only rooms of imapclient, aiosmtplib, msal and google-auth: their errors end here. Imports message, config, errors.
"""

from qibot.mailbox.delivery import Delivery, Sender
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Outbox
from qibot.mailbox.signin import (
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

__all__ = [
    "Delivery",
    "Inbox",
    "Outbox",
    "Sender",
    "SignIn",
    "Tokens",
    "facts_of",
    "make_certificate",
    "sign_in_by_device",
    "sign_in_for_graph",
    "sign_in_for_mail",
    "signin_ends",
    "thumbprint",
    "write_private",
]
