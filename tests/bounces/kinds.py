"""The content types of a bounce and its parts."""

from __future__ import annotations

REPORT = "report; report-type=delivery-status"
TEXT, UTF8, HTML = "text/plain; charset=us-ascii", "text/plain; charset=utf-8", "text/html; charset=utf-8"
RFC822, HEADERS = "message/rfc822", "text/rfc822-headers"
