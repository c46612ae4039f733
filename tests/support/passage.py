"""A door in front of a server on this machine's loopback that counts who stands in it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.mailservers import HOST, free_ports


class Passage:
    """Passes bytes on to the server's port; knows how many connections are open, were at most, and have been."""

    def __init__(self, port: int) -> None:
        (self.port,) = free_ports(1)
        self.open = self.most = self.made = 0
        self._server, self._count = port, threading.Lock()
        self._listening = socket.create_server((HOST, self.port))

    def serve(self) -> None:
        """Let in whoever comes, until `close`."""
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._pass, args=(client,), daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _pass(self, client: socket.socket) -> None:
        with self._count:
            self.open, self.made = self.open + 1, self.made + 1
            self.most = max(self.most, self.open)
        try:
            with client, socket.create_connection((HOST, self._server)) as server:
                back = threading.Thread(target=_pump, args=(server, client), daemon=True)
                back.start()
                _pump(client, server)
                with self._count:  # the client has gone: whatever the server still says, the connection is over
                    self.open -= 1
                back.join(5)
        except OSError:
            with self._count:
                self.open -= 1


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def passage(port: int) -> Iterator[Passage]:
    """One that is open until the end of the block."""
    made = Passage(port)
    threading.Thread(target=made.serve, daemon=True).start()
    try:
        yield made
    finally:
        made.close()
