"""The doors to the mail servers: `Inbox` (IMAP), `Outbox` (SMTP), and what goes wrong there, in sentences.

The only rooms of imapclient and aiosmtplib: their errors end here. Imports message, config, errors.
"""

from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Delivery, Outbox

__all__ = ["Delivery", "Inbox", "Outbox"]
