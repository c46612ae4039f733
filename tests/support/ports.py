"""Ports of this machine's loopback: free ones, and whether one answers."""

from __future__ import annotations

import random
import socket

HOST = "127.0.0.1"


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on, below the range from which the kernel picks its own."""
    found: list[int] = []
    for port in random.SystemRandom().sample(range(20000, 32000), 200):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError("There are no free ports.")


def answers(port: int) -> bool:
    """Whether something listens on this port."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True
