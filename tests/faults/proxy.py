"""Stands between the bot and a real server on loopback, and does to the line what a `Fault` says."""

from __future__ import annotations

import random
import re
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from tests.faults.fault import DOWN, TAG, UP, Fault, Kind
from tests.support.ports import HOST, free_ports

PIECE = 65536
SIP = 512  # bytes of a throttled line at once
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: what is unsent is thrown away and the other end sees a reset
PATIENCE = 10.0


class Proxy:
    """Listens on a port of its own and passes everything on, but for what its fault does."""

    def __init__(self, target: int) -> None:
        self.target = self._target = target
        (self.port,) = free_ports(1)
        self.fault: Fault | None = None
        self.watch: Callable[[str, bytes], None] | None = None  # shown each piece with its way, before it is passed on
        self.struck = self.connections = 0
        self._lines: set[Line] = set()
        self._guard = threading.Lock()
        self._listener: socket.socket | None = None
        self._listen()

    def strike(self, fault: Fault) -> None:
        """From now on this happens, to the lines that there are as to new ones."""
        if fault.kind is Kind.REFUSE:
            self._deafen()
            self.end_lines()
            self.struck += 1
        self.fault = fault

    def heal(self) -> None:
        """From now on all is well; a line that was struck stays as it is, as it would."""
        self.fault = None
        if self._listener is None:
            self._listen()

    def divert(self, port: int | None) -> None:
        """Break every line; new ones lead to this port or, with None, to the server again."""
        self.target = self._target if port is None else port
        self.end_lines()

    def close(self) -> None:
        """Let go of the port and of every line."""
        self._deafen()
        self.end_lines()

    def lines(self) -> int:
        """How many lines there are."""
        with self._guard:
            return len(self._lines)

    def _listen(self) -> None:
        self._listener = socket.create_server((HOST, self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _deafen(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def end_lines(self) -> None:
        """Break every line that there is."""
        with self._guard:
            lines = list(self._lines)
        for line in lines:
            line.reset()
        for line in lines:
            line.join()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            try:
                server = socket.create_connection((HOST, self.target), timeout=PATIENCE)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line = Line(self, client, server)
            with self._guard:
                self._lines.add(line)
            line.start()

    def forget(self, line: Line) -> None:
        """The line is at its end."""
        with self._guard:
            self._lines.discard(line)


class Line:
    """One connection: two sockets, and a thread for each way."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._stalled, self._broken = threading.Event(), threading.Event()
        self._left = 2  # ways that still run
        self._guard = threading.Lock()
        self._ways = [
            threading.Thread(target=self._run, args=(UP, client, server), daemon=True),
            threading.Thread(target=self._run, args=(DOWN, server, client), daemon=True),
        ]

    def start(self) -> None:
        """Begin to pass on."""
        for way in self._ways:
            way.start()

    def join(self) -> None:
        """Wait for the end."""
        for way in self._ways:
            way.join(PATIENCE)

    def reset(self) -> None:
        """Both ends see a reset."""
        self._broken.set()
        for end in (self._client, self._server):
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            with suppress(OSError):
                end.shutdown(socket.SHUT_RD)  # wakes our own reader; the reset goes out with the close

    def _run(self, way: str, source: socket.socket, sink: socket.socket) -> None:
        ended = False
        with suppress(OSError):
            ended = Way(self._proxy, self, way, source, sink).run()
        with suppress(OSError):
            if ended and not self._stalled.is_set() and not self._broken.is_set():
                sink.shutdown(socket.SHUT_WR)
            elif not ended:
                self.reset()
        with self._guard:
            self._left -= 1
            last = not self._left
        if last:
            self._client.close()
            self._server.close()
            self._proxy.forget(self)

    def stall(self) -> None:
        """Nothing is passed on from now on, either way."""
        self._stalled.set()

    @property
    def stalled(self) -> bool:
        """Whether nothing is passed on."""
        return self._stalled.is_set()

    def tell(self, said: bytes) -> None:
        """Say something to the client in the server's place."""
        self._client.sendall(said)


class Way:
    """One direction of a line."""

    def __init__(self, proxy: Proxy, line: Line, way: str, source: socket.socket, sink: socket.socket) -> None:
        self._proxy, self._line, self._way, self._source, self._sink = proxy, line, way, source, sink
        self._passed = 0
        self._struck: Fault | None = None
        self._noise = random.Random(way)

    def run(self) -> bool:
        """Pass on until the end; False where the whole line is to be broken."""
        while chunk := self._source.recv(PIECE):
            self._source.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)  # or who writes twice waits 40 ms
            if self._line.stalled:
                continue
            if self._proxy.watch is not None:
                self._proxy.watch(self._way, chunk)
            if not self._handle(chunk):
                return self._struck is not None and self._struck.kind is Kind.HALF_CLOSE
        return not (self._line.stalled and self._way is UP)  # a client that gave up: the server hears of it, too

    def _handle(self, chunk: bytes) -> bool:
        fault, proxy = self._struck, self._proxy
        if fault is None and proxy.fault is not None and proxy.fault.way == self._way:
            point = proxy.fault.point(self._passed, chunk)
            if point is not None:
                fault = proxy.fault
                proxy.struck += 1
                if fault.kind is Kind.ANSWER:
                    return self._answer(fault, chunk, point)
                self._struck = fault
                if fault.kind is Kind.STALL:  # before the server can answer
                    self._line.stall()
                self._pass(chunk[:point])
                chunk = chunk[point:]
        elif fault is not None and fault.kind in (Kind.DELAY, Kind.THROTTLE) and proxy.fault is not fault:
            self._struck = fault = None  # a slow line is as fast as before when it is healed
        return WHAT[fault.kind](self, fault, chunk) if fault is not None else self._pass(chunk)

    def _pass(self, chunk: bytes) -> bool:
        self._sink.sendall(chunk)
        self._passed += len(chunk)
        return True

    def _answer(self, fault: Fault, chunk: bytes, point: int) -> bool:
        found = re.compile(fault.at, re.IGNORECASE).search(chunk, point)
        assert found is not None
        self._pass(chunk[:point])
        self._line.tell(fault.says.replace(TAG, found[0].split()[0]))
        rest = chunk[found.end() :]
        return self._handle(rest) if rest else True

    def _later(self, fault: Fault, chunk: bytes) -> bool:
        time.sleep(fault.seconds)
        return self._pass(chunk)

    def _by_sips(self, fault: Fault, chunk: bytes) -> bool:
        for start in range(0, len(chunk), SIP):
            time.sleep(fault.seconds)
            self._pass(chunk[start : start + SIP])
        return True

    def _silently(self, _fault: Fault, _chunk: bytes) -> bool:
        self._line.stall()
        return True

    def _noisily(self, _fault: Fault, chunk: bytes) -> bool:
        noise = bytes(self._noise.randrange(128, 256) for _ in range(min(len(chunk), 2000)))
        self._sink.sendall(noise + b"\r\n")
        return True

    def _ended(self, fault: Fault, _chunk: bytes) -> bool:
        if fault.kind is Kind.CLOSE:
            for end in (self._sink, self._source):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self._struck = Fault(Kind.HALF_CLOSE)  # not a reset
        return False


WHAT: dict[Kind, Callable[[Way, Fault, bytes], bool]] = {
    Kind.DELAY: Way._later,
    Kind.THROTTLE: Way._by_sips,
    Kind.CUT: Way._ended,
    Kind.CLOSE: Way._ended,
    Kind.HALF_CLOSE: Way._ended,
    Kind.STALL: Way._silently,
    Kind.GARBLE: Way._noisily,
}
