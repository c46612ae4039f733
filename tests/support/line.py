"""A line between the bot and one server that breaks when it is told to."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from tests.support.ports import HOST, free_ports


class Proxy:
    """Stands between the bot and one server, and breaks the line when it is told to."""

    def __init__(self, target: int) -> None:
        self._target = target
        (self.port,) = free_ports(1)
        self.cut_in_data = 0  # the next message is cut off after so many bytes
        self.swallow_answer = False  # the server's answer to the next message is lost, and the line with it
        self.mute = False  # whatever the server says is kept back
        self.cuts = self.connections = 0
        self._listener: socket.socket | None = None
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.up()

    def up(self) -> None:
        """Take connections."""
        self._listener = socket.create_server((HOST, self.port))
        self._run(self._accept, self._listener)

    def down(self) -> None:
        """Take none, and break those that there are."""
        listener, self._listener = self._listener, None
        for one in [*([listener] if listener else []), *self._open]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        self._threads.clear()

    def _run(self, what: Callable[[socket.socket], None], on: socket.socket) -> None:
        thread = threading.Thread(target=what, args=(on,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        with listener, suppress(OSError):
            while True:
                client, _ = listener.accept()
                self.connections += 1
                self._open.add(client)
                self._run(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection((HOST, self._target)) as server:
            self._pass_on(client, server)
        self._open.discard(client)

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        said, lost = b"", False
        while True:
            ready = select.select([client, server], [], [])[0]
            if client in ready:
                if not (chunk := client.recv(65536)):
                    return
                said += chunk
                command, _, message = said.rpartition(b"DATA\r\n")
                if command and message and self.cut_in_data > 0:
                    server.sendall(message[: self.cut_in_data])
                    self.cut_in_data, self.cuts = 0, self.cuts + 1
                    return
                server.sendall(chunk)
                lost = self.swallow_answer and said.endswith(b"\r\n.\r\n")
            if server in ready:
                if not (answer := server.recv(65536)):
                    return
                if lost:
                    self.swallow_answer, self.cuts = False, self.cuts + 1
                    return
                if not self.mute:
                    client.sendall(answer)
