"""What isn't passed on: programs, scripts, shortcuts, disk images, pages that run, by their names and their bytes."""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.expression import expression

# What Windows, Outlook and their kin run at a double click, or what is made to hold such things.
HARMFUL = frozenset((
    "ace", "ade", "adp", "apk", "app", "appcontent-ms", "appinstaller", "application", "appref-ms", "appx",
    "appxbundle", "arj", "bas", "bat", "cab",
    "chm", "cmd", "com", "command", "cpl", "deb", "desktop", "diagcab", "dll", "dmg", "exe", "gadget", "grp", "hlp",
    "hta", "htc", "img", "inf", "ins", "iqy", "iso", "isp", "jar", "jnlp", "js", "jse", "ksh", "library-ms", "lnk",
    "lzh", "mad", "maf", "mag", "mam", "maq", "mar", "mas", "mau", "mav", "maw", "mcf", "mda", "mde", "mdt", "mdw",
    "mdz", "msc", "msh", "msi", "msix", "msixbundle", "msp", "mst", "msu", "one", "onepkg", "ops", "osd", "pcd",
    "pif", "pkg",
    "plg", "prf", "prg", "ps1", "ps1xml", "ps2", "psc1", "psc2", "psd1", "psm1", "py", "pyc", "pyo", "pyw", "pyz",
    "rdp", "reg", "rpm", "scf", "scr", "sct", "search-ms", "settingcontent-ms", "sh", "shb", "shs", "slk", "sys",
    "theme", "udl", "url", "vb", "vbe", "vbp", "vbs", "vhd", "vhdx", "vsmacros", "vxd", "webloc", "webpnp",
    "website", "wim", "ws", "wsc", "wsf", "wsh", "xbap", "xll", "xnk",
))  # fmt: skip
COMPRESSED = ("gz", "bz2", "xz", "zst", "lz", "lz4", "lzma", "z", "br")  # the endings of one file alone
_ISO = 0x8001
HEAD = _ISO + 5  # bytes of a file by which it is known, pages and programs apart
_LNK = b"L\0\0\0\x01\x14\x02\0"
_RUNS = expression(
    rb"<(?:\w{1,20}:)?script|<iframe|<object|<embed|<form[\s>]|javascript:|vbscript:|[\s\"'/]on[a-z]{3,16}\s*="
    rb"|http-equiv\s*=\s*[\"']?\s*refresh",
    re.IGNORECASE,
)
_PAGES = ("htm", "html", "xhtml", "xht", "shtml", "mht", "mhtml", "svg")
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "image/svg+xml")
_PAGE = expression(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?>(?:(?><!--.{0,500}?-->|<\?.{0,300}?\?>)\s*){0,4})"
    rb"<(?:!doctype\s+(?:html|svg)|(?:\w{1,20}:)?(?:html|svg))[\s>]",
    re.IGNORECASE | re.S,
)
_NAMESPACES = (b"http://www.w3.org/1999/xhtml", b"http://www.w3.org/2000/svg")  # XML that a browser shows as a page
_HEAD_OF_PAGE = 2048
_PROGRAM = "is a program"


def harm(name: str, content_type: str, data: bytes, endings: Collection[str]) -> str:
    """Why this file isn't passed on, as a sentence goes on behind its name; empty where it may be."""
    if named := harm_by_name(name, endings):
        return named
    if _is_program(data):
        return _PROGRAM
    if data.startswith(_LNK):
        return "is a shortcut"
    if data[_ISO : _ISO + 5] == b"CD001":
        return "is a disk image"
    if may_be_page(name, content_type, data) and _RUNS.search(data):
        return "is a web page that runs something"
    if data.startswith(b"#!") and b"/" in data[:80].split(b"\n")[0]:
        return "is a script"
    return ""


def wants_all(name: str, head: bytes) -> bool:
    """Whether it takes the whole of a file to tell, not only its beginning (`HEAD`)."""
    return head.startswith(b"MZ") or may_be_page(name, "", head)


def may_be_page(name: str, content_type: str, data: bytes) -> bool:
    """Whether a browser would show it as a page, by what it says or how it begins."""
    if ending_of(name) in _PAGES or content_type in _PAGE_TYPES:
        return True
    head = data[:_HEAD_OF_PAGE]
    if _PAGE.match(head) is not None:
        return True
    return ending_of(name) in ("xml", "xsl", "xslt") and any(x in data for x in _NAMESPACES)


def harm_by_name(name: str, endings: Collection[str]) -> str:
    """The same by the name alone: of a file within an archive."""
    ending = ending_of(name)
    if ending in COMPRESSED:  # “Report 2.exe.gz” is what it was before
        ending = ending_of(name.rstrip(". \u00a0").rpartition(".")[0])
    if ending not in endings:
        return ""
    return f"is of a kind that can do harm (.{ending})"


def endings_held(more: Collection[str], harmless: Collection[str]) -> frozenset[str]:
    """The endings of files that aren't passed on, as the configuration has them."""
    return frozenset((HARMFUL | set(more)) - set(harmless))


def ending_of(name: str) -> str:
    """A file name's ending, lower case, without the dots and blanks that Windows lets go of."""
    return name.rstrip(". \u00a0").lower().rpartition(".")[2]


def _is_program(data: bytes) -> bool:
    if data.startswith(b"MZ"):
        at = int.from_bytes(data[60:64], "little")
        return data[at : at + 2] in (b"PE", b"NE", b"LE", b"LX") or b"This program" in data[:512]
    return data.startswith((b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe"))
