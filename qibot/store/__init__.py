"""What lies on disk: one small TinyDB file a unit, raw mail and letters, orders and imports left for the daemon.

Everything that is written is durable before it is referred to. Imports model, errors.
"""

from qibot.store.archive import Archive
from qibot.store.backup import back_up, discard, holds_data, put_in_place, unpack
from qibot.store.durable import make_folder, there
from qibot.store.durable import read as read_file
from qibot.store.durable import write as write_file
from qibot.store.imports import carry_out as carry_out_import
from qibot.store.imports import lay_down as lay_down_import
from qibot.store.imports import waits as import_waits
from qibot.store.ledger import Ledger
from qibot.store.locks import holder, locked_folder
from qibot.store.orders import Order
from qibot.store.orders import carry_out as carry_out_orders
from qibot.store.orders import lay_down as lay_down_order
from qibot.store.orders import sweep as sweep_orders
from qibot.store.readable import readable
from qibot.store.store import Store
from qibot.store.tinydb import TinyStore
from qibot.store.troubles import Book, Troubles
from qibot.store.verify import unnamed, verify

__all__ = [
    "Archive",
    "Book",
    "Ledger",
    "Order",
    "Store",
    "TinyStore",
    "Troubles",
    "back_up",
    "carry_out_import",
    "carry_out_orders",
    "discard",
    "holder",
    "holds_data",
    "import_waits",
    "lay_down_import",
    "lay_down_order",
    "locked_folder",
    "make_folder",
    "put_in_place",
    "read_file",
    "readable",
    "sweep_orders",
    "there",
    "unnamed",
    "unpack",
    "verify",
    "write_file",
]
