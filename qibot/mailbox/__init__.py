"""The doors to the mail servers: `Inbox` (IMAP), `Outbox` (SMTP), `Scanner` (clamd), and what goes wrong there.

The only rooms of imapclient and aiosmtplib: their errors end here. Imports message, config, errors.
"""

from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Delivery, Outbox
from qibot.mailbox.scanner import Scanner

__all__ = ["Delivery", "Inbox", "Outbox", "Scanner"]
