"""The hands that carry out what the pure parts decide: each takes a case, asks what is to be done, and commits that.

In: messages, events, the hour. Out: commits in the ledger, files moved in the mailbox. `carrier` carries an event out,
`porter` takes the mail in, `clerk` does what people have settled, `caller` what the calendar calls for.
"""

from qibot.hands.caller import Caller
from qibot.hands.carrier import Carrier
from qibot.hands.clerk import Clerk
from qibot.hands.done import Done, shown
from qibot.hands.porter import Porter

__all__ = ["Caller", "Carrier", "Clerk", "Done", "Porter", "shown"]
