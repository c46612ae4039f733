"""XML -> a tree without namespaces, with bounds, and without document types: those hold the entity bombs, and no
format that is read here has any."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from qibot.reading.limits import Limits, Unreadable


def local(name: str) -> str:
    """The name without its namespace: strict and transitional documents differ by nothing else."""
    return name.rpartition("}")[2]


def tree_of(data: bytes, limits: Limits) -> Element:
    """The root element; tags and attributes by their local names. Raises Unreadable."""
    builder, parser = TreeBuilder(), expat.ParserCreate(namespace_separator="}")
    count = depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > limits.elements or depth > limits.depth:
            raise Unreadable("is too big or too deep to be read")
        builder.start(local(tag), {local(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(local(tag))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, AssertionError, LookupError) as e:
        raise Unreadable("is damaged and can't be read") from e


def _refuse(*_: object) -> None:
    raise Unreadable("holds a document type, as no report does, and was not read")


def walk(element: Element, skipped: frozenset[str] = frozenset()) -> Iterator[Element]:
    """The element and all below in their order, but for those of a skipped tag and what is in them."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if found.tag in skipped:
            continue
        yield found
        waiting.extend(reversed(found))


def nearest(element: Element, tag: str, skipped: frozenset[str] = frozenset()) -> list[Element]:
    """The elements of this tag below it that lie in no other one of them."""
    found, waiting = [], list(reversed(element))
    while waiting:
        below = waiting.pop()
        if below.tag == tag:
            found.append(below)
        elif below.tag not in skipped:
            waiting.extend(reversed(below))
    return found
