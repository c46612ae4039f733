"""Messages made to break a mailbox robot: each kind by hand, and seeded mutations of an honest report."""

from tests.support.hostile.messages import enormous, handmade, made, names_of_the_huge
from tests.support.hostile.mutations import mutations
from tests.support.hostile.parts import DOCX, TEXT, docx_base64, head, multipart, report
from tests.support.hostile.registry import STRANGER, Hostile

__all__ = [
    "DOCX",
    "STRANGER",
    "TEXT",
    "Hostile",
    "docx_base64",
    "enormous",
    "handmade",
    "head",
    "made",
    "multipart",
    "mutations",
    "names_of_the_huge",
    "report",
]
