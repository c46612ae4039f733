"""Reports that are links, and pages whose links are none, as mail programs write them (the files beside this one)."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def linked() -> dict[str, tuple[str, str, str]]:
    """Of each program the plain text, the page and the link."""
    found = {}
    for one in (HERE / "linked_documents.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, rest = one.partition("\n--- text\n")
        text, _, page = rest.partition("\n--- page\n")
        name, link = head.split("\n")
        found[name] = (text.strip("\n"), page.strip("\n"), link)
    return found


def unlinked() -> dict[str, str]:
    """The pages whose links are no documents of their sender's, each with what it is."""
    said = (HERE / "unlinked_pages.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    return {name: page.strip("\n") for name, _, page in (one.partition("\n") for one in said)}
