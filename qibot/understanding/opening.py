"""How a message is opened: its bytes as a mail within the limits, its documents looked at, our own letters left out."""

from __future__ import annotations

from dataclasses import replace

from qibot.config import Config
from qibot.documents import endings_held, examined
from qibot.message import Incoming, Mail, Threads, headers_alone, parse
from qibot.understanding.enclosed import above_ours, without_ours


class Opening:
    """As the configuration says."""

    def __init__(self, config: Config, threads: Threads) -> None:
        self._config, self._threads = config, threads

    def opened(self, incoming: Incoming) -> Mail:
        """The mail; of one that wasn't fetched whole its header. Raises MailUnreadable."""
        if not incoming.whole:
            return headers_alone(incoming.raw, incoming.size)
        limits, guard = self._config.limits, self._config.security
        mail = parse(incoming.raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)
        mail = replace(mail, hosts=self._config.programme.document_hosts)
        mail = examined(mail, incoming.raw, endings_held(guard.harmful, guard.harmless), guard.macros)
        return above_ours(without_ours(mail, self._threads), self._threads)
