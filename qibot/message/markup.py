"""A page's tree -> HTML in the small vocabulary of our letters: what mail programs write, put plainly.

Nothing is copied but words and the addresses of links: every tag, attribute and style is one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from qibot.expression import expression
from qibot.quoting import NEVER_SHOWN, TOP_LINE, ink, is_quote, is_signed, paper

_AS_THEY_ARE = """
    a b blockquote br caption code dd div dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre s small span strong sub sup
    table tbody td tfoot th thead tr u ul
"""
_MERE_BLOCKS = """
    address article aside center fieldset figcaption figure footer form header legend main nav section
"""
_RENAMED = {
    "strike": "s", "del": "s", "ins": "u", "font": "span", "mark": "span",
    **dict.fromkeys(_MERE_BLOCKS.split(), "div"),
}  # fmt: skip
TAGS = frozenset(_AS_THEY_ARE.split())
_NUMBERED = {"ol": ("start", "type"), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}
ATTRIBUTES = {
    **{tag: ("style", *_NUMBERED.get(tag, ())) for tag in TAGS - {"br"}},
    "a": ("href",),
}
_TELLING = ("style", "class", "color", "bgcolor", "align")
_UNSAID = dict[str, str]().get  # of an element without attributes
STYLES = (
    "color", "background-color", "font-weight", "font-style", "text-decoration", "text-align", "white-space", "margin",
    "padding", "border", "border-left", "border-top", "border-collapse", "vertical-align", "overflow-wrap",
)  # fmt: skip
_VOID = ("br", "hr")
_ALIGNED = ("p", "div", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 1000  # characters of an attribute that are looked at
_NUMBER = expression(r"[1-9]\d{0,3}")
_HREF = expression(
    r"(https?://[^\s<>\"'\\^`{|}\x00-\x20]{1,2000}|mailto:[^\s<>\"'\\?&,;]{3,300})(?:\?.*)?", re.IGNORECASE
)
_LOOKS_LIKE_ONE = expression(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,20}(?:[/:?#]\S*)?", re.IGNORECASE)
_HOST = expression(r"(?:[a-z]+:/*)?(?:[^/?#@]*@)?([^/?#:@]*)")
_SHOWN = 120
_MARGIN_NONE = expression(r"margin\s*:\s*0|margin-bottom\s*:\s*\.?0", re.IGNORECASE)
_BORDER = expression(
    r"border[a-z-]*\s*:(?![^;]*(?:none|(?:^|[\s:])0))[^;]*(?:solid|dashed|dotted|double)", re.IGNORECASE
)
_RULED = "border:1px solid #8a8a8a;padding:4px 8px;vertical-align:top"
_UNRULED = "padding:0 8px 0 0;vertical-align:top"
_QUOTED = "margin:0 0 8px 4px;padding:0 0 0 10px;border-left:2px solid #8a9bab"


@dataclass(slots=True)
class Written:
    """The HTML, and what isn't seen in it: where links led before they were checked, what pictures were called.

    `ended` says how much of both there was where the element `end` began.
    """

    end: Any = None
    pieces: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    ended: tuple[int, int] = (0, 0)

    @property
    def html(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    @property
    def unseen_text(self) -> str:
        """All that isn't seen, a line each."""
        return "\n".join(self.unseen)

    @property
    def before(self) -> Written:
        """What stands before the end, without the empty lines above it; the tags that are still open stay so."""
        pieces, unseen = self.ended
        while pieces and _is_blank(self.pieces[pieces - 1]):
            pieces -= 1
        return Written(pieces=self.pieces[:pieces], unseen=self.unseen[:unseen])


def _is_blank(piece: str) -> bool:
    return piece.isspace() or not piece or (piece[0] == "<" and piece[-1] == ">")


def written(body: Any, end: Any = None) -> Written:
    """The tree in our vocabulary, with the place where an element begins; its depth must have been bounded before."""
    done = Written(end)
    _write(body, done, ruled=False)
    return done


def _write(node: Any, done: Written, *, ruled: bool) -> None:
    tag = node.tag
    if node is done.end:
        done.ended = (len(done.pieces), len(done.unseen))
    if not isinstance(tag, str) or tag in NEVER_SHOWN:
        return
    if tag == "img":
        done.pieces.append(escape(_picture(node), quote=False))
        done.unseen += [node.get("alt", "")[:1000], node.get("title", "")[:1000]]
        return
    ruled = _has_rules(node) if tag == "table" else ruled
    ours = _RENAMED.get(tag, tag)
    opening, closing = _tags(node, ours, done, ruled) if ours in TAGS else ("", "")
    done.pieces += [opening, escape(node.text or "", quote=False)]
    for child in node:
        _write(child, done, ruled=ruled)
        done.pieces.append(escape(child.tail or "", quote=False))
    done.pieces.append(closing)


def _tags(node: Any, ours: str, done: Written, ruled: bool) -> tuple[str, str]:
    """The opening and the closing tag; none for a span that says nothing."""
    if ours == "a":
        return _link(node, done)
    get = node.get if node.attrib else _UNSAID
    told = [get(name, "")[:_LONGEST] for name in _TELLING]
    style = _style(node.tag, ours, ruled or (ours == "blockquote" and is_quote(node)), *told)
    if ours == "span" and not style:
        return "", ""
    attributes = f' style="{style}"' if style and ours != "br" else ""
    for name in _NUMBERED.get(ours, ()):
        value = get(name, "").strip()
        if _NUMBER.fullmatch(value) or (name == "type" and value in ("1", "a", "A", "i", "I")):
            attributes += f' {name}="{value}"'
    return f"<{ours}{attributes}>", "" if ours in _VOID else f"</{ours}>"


@lru_cache(4096)
def _style(tag: str, ours: str, marked: bool, css: str, name: str, color: str, bgcolor: str, align: str) -> str:
    """The style of an element of ours, from what the page says; `marked` if it has rules, or is a quotation."""
    said = dict(_declarations(css))
    front = ink(said.get("color", "") or color)
    back = paper(said.get("background-color", "") or said.get("background", "") or bgcolor)
    back = back or (paper("yellow") if tag == "mark" else "")
    found = [f"color:{front or '#1d1d1d'}"] if front or back else []
    found += [f"background-color:{back}"] if back else []
    found += [f"{name}:{value}" for name, read in _READERS.items() if (value := read(said.get(name, "")))]
    if ours in _ALIGNED and "text-align" not in said:
        align = "center" if tag == "center" else _align(align)
        found += [f"text-align:{align}"] if align else []
    own = _own_style(ours, css, name, marked)
    return ";".join([*found, own] if own else found)


def is_tight(node: Any) -> bool:
    """Whether a paragraph has no empty line behind it, as in Word."""
    get = node.get
    return _is_tight(get("class", "")[:_LONGEST], get("style", "")[:_LONGEST])


def _is_tight(name: str, css: str) -> bool:
    return "Mso" in name or _MARGIN_NONE.search(css) is not None


def _own_style(ours: str, css: str, name: str, marked: bool) -> str:
    """What our letters add, since the page's own style sheet is gone."""
    if ours == "p" and "MsoListParagraph" in name:
        return "margin:0 0 0 2em"
    if ours == "p" and _is_tight(name, css):
        return "margin:0"
    if ours == "div" and TOP_LINE.search(css):
        return "margin:12px 0 0;padding:8px 0 0;border-top:1px solid #8a9bab"
    if ours in ("td", "th"):
        return _RULED if marked else _UNRULED
    if ours == "blockquote":
        return _QUOTED if marked else "margin:0 0 0 2em"
    return {"table": "border-collapse:collapse;margin:8px 0", "pre": "white-space:pre-wrap"}.get(ours, "")


def _declarations(css: str) -> list[tuple[str, str]]:
    parts = (one.partition(":") for one in css.lower().split(";"))
    return [(name.strip(), value.replace("!important", "").strip()) for name, _, value in parts]


def _weight(value: str) -> str:
    if value in ("bold", "bolder") or (value.isdecimal() and 600 <= int(value[:4]) <= 900):
        return "bold"
    return "normal" if value in ("normal", "400", "lighter") else ""


def _align(value: str) -> str:
    return value.lower() if value.lower() in ("left", "right", "center", "justify") else ""


_READERS: dict[str, Callable[[str], str]] = {
    "font-weight": _weight,
    "font-style": lambda value: value if value in ("italic", "normal") else "",
    "text-decoration": lambda value: next((v for v in ("underline", "line-through") if v in value.split()), ""),
    "text-align": _align,
    "white-space": lambda value: "pre-wrap" if value in ("pre", "pre-wrap", "pre-line", "break-spaces") else "",
}


def _has_rules(table: Any) -> bool:
    """Whether the table shows its lines: one that only lays things out has none."""
    if _NUMBER.fullmatch(table.get("border", "").strip()):
        return True
    return any(_BORDER.search(node.get("style", "")[:_LONGEST]) for node in table.iter("table", "td", "th"))


def _link(node: Any, done: Written) -> tuple[str, str]:
    """The link where it leads to the web or a mailbox (without a ready-made subject or text); its words alone else."""
    target = node.get("href", "").strip()[:3000]
    if not target:
        return "", ""
    done.unseen.append(target)
    found = _HREF.fullmatch(target)
    if found is None or is_signed(target):
        return "", ""
    href = target if found[1].lower().startswith("http") else found[1]
    said = "".join(map(str, node.itertext()))[: _SHOWN * 4].strip()
    disguised = _LOOKS_LIKE_ONE.fullmatch(said) and _host(said) != _host(href)
    shown = re.sub(r"[\[\]]", "", href if len(href) <= _SHOWN else href[:_SHOWN] + "…")
    return f'<a href="{escape(href)}">', f"</a> [leads to {escape(shown)}]" if disguised else "</a>"


def _host(address: str) -> str:
    found = _HOST.match(address.lower())
    return found[1].removeprefix("www.") if found else ""


def _picture(node: Any) -> str:
    """What stands where a picture was: pictures within a mail go along as documents, others are never fetched."""
    source, name = node.get("src", ""), " ".join(node.get("alt", "")[:100].split())
    if not name and source.lower().startswith("cid:"):
        name = re.split(r"[@?]", source[4:104])[0]
    name = re.sub(r"[\[\]]", "", name)
    if not source.lower().startswith("cid:"):
        return f"[picture: {name}]" if name else ""
    return f"[picture: {name}]" if "." in name or " " in name else "[picture]"
