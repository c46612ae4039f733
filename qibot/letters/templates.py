"""Template -> subject, text and HTML. A template is one Markdown file with its subject on top (docs/templates.md).

Both versions are made from the same file: the text is what the team wrote, the HTML is that, formatted. What people
wrote (names, subjects, the words of a report) is put in as text and nothing else, whatever characters it holds.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

import jinja2
from markdown_it import MarkdownIt

from qibot.errors import TemplateBroken
from qibot.expression import expression

_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    '<meta name="supported-color-schemes" content="light dark"></head>'  # black on white, or as the reader has it
    '<body style="margin:0;padding:16px"><div style="font:16px/1.5 Calibri,Carlito,Arial,sans-serif;'
    'max-width:42em">{}</div></body></html>\n'
)
_SET_APART = "border-left:3px solid #5b7c99;padding:2px 0 2px 14px;margin:14px 0;overflow-wrap:break-word"
_WORDS = f'<div style="white-space:pre-wrap;{_SET_APART}">{{}}</div>'
_WORDS_AS_PAGE = f'<div style="{_SET_APART}">{{}}</div>'
_MARK = "\ue000{}\ue000"  # a character that has no meaning; `_escaped` lets nobody write it
_MARKED = expression("<p>\ue000(\\d+)\ue000</p>|\ue000(\\d+)\ue000")
_PUNCTUATION = expression(r"([!-/:-@\[-`{-~])")
_LINK = "_link"


def _no_link(order: str, about: str = "") -> str:
    return f"mailto:{about}?subject={order}"


@dataclass(frozen=True, slots=True)
class Words:
    """A person's own words, set apart in the HTML; `{{ words | quoted }}` quotes them line by line in the text.

    `page` is the same as HTML, which pages.py has made safe; without one the HTML shows the text, its lines kept.
    """

    text: str
    page: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template filled in."""

    subject: str
    text: str
    html: str


class Templates:
    """The templates of the first folder that has them."""

    def __init__(self, folders: Sequence[Path], zone: tzinfo) -> None:
        loader = jinja2.FileSystemLoader([str(f) for f in folders])
        self._zone = zone
        self._plain = self._environment(loader, _plainly)
        self._marked = self._environment(loader, _escaped)
        self._markdown = MarkdownIt("commonmark", {"html": False})

    def render(self, name: str, facts: Mapping[str, Any], link: Callable[..., str] = _no_link) -> Rendered:
        """Fill in the template with this name; `link` makes the address of a link from the order that it gives.

        Raises TemplateBroken with the template, the line and what to do.
        """
        facts = {**facts, _LINK: link}
        plain = self._filled(self._plain, name, facts)
        words = [v for v in facts.values() if isinstance(v, Words)]
        marked = self._filled(
            self._marked, name, {k: _Marked(words.index(v)) if isinstance(v, Words) else v for k, v in facts.items()}
        )
        subject, text = _parted(name, plain)
        body = self._markdown.render(_parted(name, marked)[1])
        blocks = [_WORDS_AS_PAGE.format(w.page) if w.page else _WORDS.format(html.escape(w.text)) for w in words]
        body = _MARKED.sub(lambda mark: blocks[int(mark[1] or mark[2])], body)
        return Rendered(subject, text, _PAGE.format(body))

    def _environment(self, loader: jinja2.BaseLoader, finalize: Any) -> jinja2.Environment:
        environment = jinja2.Environment(  # autoescaping is `finalize`, for Markdown
            loader=loader,
            undefined=jinja2.StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701
        )
        environment.filters["day"] = _day
        environment.filters["quoted"] = _quoted
        environment.filters["link"] = _linked if finalize is _escaped else _unlinked
        environment.filters["moment"] = lambda moment: _moment(moment, self._zone)
        return environment

    def _filled(self, environment: jinja2.Environment, name: str, facts: Mapping[str, Any]) -> str:
        try:
            return environment.get_template(f"{name}.md").render(facts)
        except jinja2.TemplateNotFound:
            raise TemplateBroken(f"There is no template {name}.md in the template folders: put it back.") from None
        except jinja2.TemplateSyntaxError as e:
            raise TemplateBroken(f"Template {name}.md, line {e.lineno}: {e.message}. Mend the file.") from None
        except jinja2.UndefinedError as e:
            raise TemplateBroken(f"Template {name}.md names something that doesn't exist: {e.message}.") from None
        except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as e:
            raise TemplateBroken(f"Template {name}.md can't be filled in: {e}. Mend the file.") from None
        except (OSError, UnicodeDecodeError) as e:
            raise TemplateBroken(f"Template {name}.md can't be read: {e}.") from None


@dataclass(frozen=True, slots=True)
class _Marked:
    number: int


def _plainly(value: Any) -> Any:
    if isinstance(value, Words):
        return "\n".join(f"> {line}".rstrip() for line in value.text.split("\n")) if value.quoted else value.text
    return value


def _quoted(words: Words | _Marked) -> Words | _Marked:
    return replace(words, quoted=True) if isinstance(words, Words) else words


def _escaped(value: Any) -> Any:
    if isinstance(value, _Marked):
        return _MARK.format(value.number)
    if isinstance(value, str) and not isinstance(value, _Safe):
        before, after = (" " if edge.isspace() else "" for edge in (value[:1], value[-1:]))  # “ and ” stays apart
        text = before + " ".join(value.replace("\ue000", "").split()) + after
        return _PUNCTUATION.sub(r"\\\1", text)
    return value


@jinja2.pass_context
def _linked(context: jinja2.runtime.Context, order: str, label: str = "", about: str = "") -> str:
    """An order as a link that gives it with one click: `{{ "WE SPOKE" | link }}`, or with another label."""
    return _Safe(f"[{_escaped(label or order)}](<{context[_LINK](order, about)}>)")


@jinja2.pass_context
def _unlinked(_context: jinja2.runtime.Context, order: str, label: str = "", about: str = "") -> str:  # noqa: ARG001
    """The same in the text version: the words alone, to be written on the first line of a reply."""
    return label or order


class _Safe(str):
    """Text of our own making that needs no escaping."""

    __slots__ = ()


def _day(day: str) -> str:
    """An ISO day as people write it: Sunday 15 March 2026."""
    d = date.fromisoformat(day)
    return _Safe(f"{d:%A} {d.day} {d:%B %Y}")


def _moment(moment: str, zone: tzinfo) -> str:
    """An ISO moment in the programme's time zone: Sunday 15 March 2026, 23:59."""
    local = datetime.fromisoformat(moment).astimezone(zone)
    return _Safe(f"{_day(local.date().isoformat())}, {local:%H:%M}")


def _parted(name: str, filled: str) -> tuple[str, str]:
    head, _, body = filled.lstrip("\n").partition("\n")
    if not head.lower().startswith("subject:") or not head[8:].strip():
        raise TemplateBroken(f"Template {name}.md doesn't begin with its subject: its first line must be “Subject: …”.")
    if not body.strip():
        raise TemplateBroken(f"Template {name}.md has no text below its subject.")
    return " ".join(head[8:].split()), body.strip("\n") + "\n"
