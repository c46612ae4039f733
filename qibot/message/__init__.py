"""Bytes -> `Mail`: MIME, headers, pages, documents, and the letter of ours that a message answers.

Hostile input ends here: sizes, depth and time are bounded, and what can't be read raises MailUnreadable. Pure; imports
quoting, model.
"""

from qibot.message.agenda import bare_of, words_of
from qibot.message.attachments import attached_to, content_type_of, safe_name
from qibot.message.calendars import ANSWERS, CALENDARS, INVITES
from qibot.message.charsets import in_words
from qibot.message.fingerprint import fingerprint, in_order
from qibot.message.headers import fields, identity_of
from qibot.message.incidental import beside_words
from qibot.message.incoming import Incoming
from qibot.message.linked import with_addresses
from qibot.message.mail import Enclosed, Mail, headers_alone, parse, unreadable
from qibot.message.mime import Part, decoded, header_of, leaves, split_header, start_of
from qibot.message.onlypage import only_in_invitation, only_in_page
from qibot.message.others_mail import without_others
from qibot.message.pictures import without_places
from qibot.message.plaintext import plain_text
from qibot.message.quoted import (
    above_letter,
    answer_read,
    own_words,
    passed_along,
    quotes_only,
    told_apart,
    words_apart,
    words_below,
)
from qibot.message.readers_part import ReadersPart, has_had, part_for
from qibot.message.repeated import repeats_letter
from qibot.message.threads import PREFILLED, Link, Threads
from qibot.message.timelimit import at_most
from qibot.message.typed import TypedInto, typed_apart, typed_into

__all__ = [
    "ANSWERS",
    "CALENDARS",
    "INVITES",
    "PREFILLED",
    "Enclosed",
    "Incoming",
    "Link",
    "Mail",
    "Part",
    "ReadersPart",
    "Threads",
    "TypedInto",
    "above_letter",
    "answer_read",
    "at_most",
    "attached_to",
    "bare_of",
    "beside_words",
    "content_type_of",
    "decoded",
    "fields",
    "fingerprint",
    "has_had",
    "header_of",
    "headers_alone",
    "identity_of",
    "in_order",
    "in_words",
    "leaves",
    "only_in_invitation",
    "only_in_page",
    "own_words",
    "parse",
    "part_for",
    "passed_along",
    "plain_text",
    "quotes_only",
    "repeats_letter",
    "safe_name",
    "split_header",
    "start_of",
    "told_apart",
    "typed_apart",
    "typed_into",
    "unreadable",
    "with_addresses",
    "without_others",
    "without_places",
    "words_apart",
    "words_below",
    "words_of",
]
