"""A door in front of a server on this machine's loopback that counts who stands in it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.ports import HOST, free_ports

_HELD = {1, 4, 5}  # the states of TCP in which the other side hasn't closed: established, and we alone have closed


class Passage:
    """Passes bytes on to the server's port; knows how many connections are open, were at most, and have been."""

    def __init__(self, port: int) -> None:
        (self.port,) = free_ports(1)
        self.most = self.made = 0
        self._server, self._clients = port, list[socket.socket]()
        self._listening = socket.create_server((HOST, self.port))

    @property
    def open(self) -> int:
        """How many a client holds. The kernel is asked: it knows of an end before a thread here has read up to it."""
        return sum(_held(client) for client in self._clients)

    def serve(self) -> None:
        """Let in whoever comes, until `close`."""
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._clients.append(client)
                self.made, self.most = self.made + 1, max(self.most, self.open)
                threading.Thread(target=self._pass, args=(client,), daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _pass(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client, socket.create_connection((HOST, self._server)) as server:
            back = threading.Thread(target=_pump, args=(server, client), daemon=True)
            back.start()
            _pump(client, server)
            back.join(5)


def _held(client: socket.socket) -> bool:
    try:
        return client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] in _HELD
    except OSError:  # closed here
        return False


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
