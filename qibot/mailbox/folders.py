"""What the server calls the folders that are given with "/", and making those that are missing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError


@dataclass(frozen=True, slots=True)
class Names:
    """The prefix of the user's own folders, and what stands between a folder and one within it."""

    prefix: str = ""
    delimiter: str = "/"

    def of(self, folder: str) -> str:
        """The server's own name of a folder that is given with "/"."""
        if folder.upper() == "INBOX":
            return folder
        name = folder.replace("/", self.delimiter) if self.delimiter else folder
        return name if name.startswith(self.prefix) else self.prefix + name

    def ensure(self, client: IMAPClient, folder: str) -> None:
        """Make a folder, and those it lies in, where they are missing."""
        name = self.of(folder)
        if client.folder_exists(name):
            return
        steps = name.split(self.delimiter) if self.delimiter else [name]
        for count in range(1, len(steps) + 1):
            level = self.delimiter.join(steps[:count])
            if not client.folder_exists(level):
                client.create_folder(level)
        with contextlib.suppress(IMAPClientError):  # people see the folder anyway with most programs
            client.subscribe_folder(name)
