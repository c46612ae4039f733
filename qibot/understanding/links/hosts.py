"""A link's host: whether a document lies there, in a cloud, or a home page, a form. Nothing is ever fetched."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from qibot.expression import expression

# The host as it is, or as the end of one; and how the path begins where the host is used for other things, too.
HOSTS = {
    "1drv.ms": "", "onedrive.live.com": "", "docs.live.net": "", "onedrive.com": "", "sharepoint.com": "",
    "sharepoint.us": "", "sharepoint.de": "", "sharepoint.cn": "", "office.com": "/open/", "sway.office.com": "",
    "cloud.microsoft": "/open/", "drive.google.com": "", "docs.google.com": "", "dropbox.com": "",
    "dropboxusercontent.com": "", "db.tt": "", "box.com": "", "icloud.com": "", "we.tl": "", "wetransfer.com": "",
    "mega.nz": "", "pcloud.link": "", "tresorit.com": "", "filr.com": "", "sharefile.com": "", "egnyte.com": "",
    "drive.proton.me": "",
}  # fmt: skip
# Gateways that keep the target to themselves, but for its host.
_NAMING = ("mimecast.com", "mimecastprotect.com")
_OF_THE_SERVICE = frozenset({"help", "support", "blog", "learn", "status", "community", "assets", "static", "cdn"})
_FRONT = frozenset({
    "about", "account", "business", "contact", "default.aspx", "document", "documents", "download", "drive", "features",
    "folders", "home", "index.html", "index.php", "login", "logout", "mail", "my-drive", "onedrive", "personal",
    "plans", "presentation", "pricing", "products", "recent", "security", "shared", "shared-with-me", "sign-in",
    "signin", "spreadsheets", "u", "welcome",
})  # fmt: skip
_LANGUAGE = expression(r"[a-z]{2}(?:[-_][a-z]{2,3})?|\d{1,2}")
_FORM = expression(r"/(?:a/[^/]+/)?forms/")
_SITE = expression(
    r"/?|/(?:sites|teams|personal)/[^/]+/?|(?:/(?:sites|teams|personal)/[^/]+)?"
    r"/(?:sitepages/.*|_layouts/15/(?:sharepoint|onedrive|viewlsts|start|appredirect)\.aspx)"
)
_ONE = frozenset({"authkey", "cid", "docid", "file", "folder", "id", "preview", "resid", "sourcedoc"})
# Hosts whose path tells documents apart, or one of the fields above: what else stands there is of the sharing.
_BY_PATH = (
    "1drv.ms", "onedrive.live.com", "docs.live.net", "onedrive.com", "sharepoint.com", "sharepoint.us", "sharepoint.de",
    "sharepoint.cn", "dropbox.com", "dropboxusercontent.com", "db.tt", "box.com", "we.tl", "wetransfer.com",
)  # fmt: skip
_OF_SHARING = expression(
    r"e|web|action|dl|download|sz|size|usp|authuser|hl|ui|lang(?:uage)?|locale|utm_\w+|source|ref|ts?|time(?:stamp)?"
    r"|expires?|exp|sig(?:nature)?|authkey|tenantid|from|context|nonce|session(?:id)?",
    re.IGNORECASE,
)
_GOOGLES = expression(r"/(?:d|folders)/(?!e/)([\w-]{10,})")


def parts_of(link: str) -> SplitResult | None:
    """The parts of a link of the web; None of what is none: people write “https://[page]”, too."""
    try:
        parts = urlsplit(link)
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def is_known(parts: SplitResult, more: tuple[str, ...] = ()) -> bool:
    """Whether its host is a cloud's; `more` are hosts beside the known ones."""
    return _cloud_of(parts.hostname or "", more) is not None


def is_document(link: str, more: tuple[str, ...] = ()) -> bool:
    """Whether a link leads to a document in a cloud, and not to a service's or an office's own pages."""
    parts = parts_of(link)
    if parts is None:
        return False
    host = (parts.hostname or "").lower()
    if host.endswith(_NAMING):
        named = dict(parse_qsl(parts.query)).get("domain", "").lower()
        return HOSTS.get(_cloud_of(named, more) or "", "" if named in more else "-") == ""
    cloud = _cloud_of(host, more)
    if cloud is None or (cloud in HOSTS and host.split(".")[0] in _OF_THE_SERVICE):
        return False
    return parts.path.lower().startswith(HOSTS.get(cloud, "")) and not _is_front(parts, host)


def key_of(link: str) -> str:
    """What tells a document from others: its link without what differs each time it is shared. Where a host isn't
    known to tell them by the path, every other field counts: the same twice costs less than another one lost."""
    parts = parts_of(link)
    if parts is None:
        return link
    host, path = (parts.hostname or "").lower().removeprefix("www."), unquote(parts.path).rstrip("/")
    if host.endswith("google.com") and (found := _GOOGLES.search(path)):
        return found[1]
    fields, by_path = [(k.lower(), v) for k, v in parse_qsl(parts.query)], _cloud_of(host, ()) in _BY_PATH
    google = host.endswith("google.com")
    named = sorted(
        (k, v)
        for k, v in fields
        if k != "authkey" and (k in _ONE or not (google or by_path or _OF_SHARING.fullmatch(k)))
    )
    if host.endswith("google.com") and named:
        return named[0][1]
    return "|".join([host, path, *(f"{k}={v}" for k, v in named), parts.fragment if host == "mega.nz" else ""])


def _cloud_of(host: str, more: tuple[str, ...]) -> str | None:
    """The host among the known ones, the narrowest of them."""
    host = host.lower()
    found = [known for known in (*HOSTS, *more) if host == known or host.endswith(f".{known}")]
    return max(found, key=len, default=None)


def _is_front(parts: SplitResult, host: str) -> bool:
    """Whether it is a home page, the way in, a site of an office's, or a form to be filled in."""
    path = parts.path.lower()
    if host.endswith("google.com") and _FORM.match(path):
        return True
    if len(parts.fragment) > 1 or any(k.lower() in _ONE for k, _ in parse_qsl(parts.query)):
        return False
    if ".sharepoint." in host and _SITE.fullmatch(path):
        return True
    return all(x in _FRONT or _LANGUAGE.fullmatch(x) for x in path.split("/") if x)
