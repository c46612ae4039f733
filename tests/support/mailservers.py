"""A private Dovecot and Postfix on this machine's loopback, for tests against real servers.

Every address of every domain is a mailbox with the password "secret" or a token that `TokenServer` has given for it;
a+b@x lands in a@x. Nothing can leave the
machine: Postfix has no SMTP client, its only way out is LMTP to this Dovecot.
"""

from __future__ import annotations

import os
import shutil
import signal
import smtplib
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from imapclient import IMAPClient

from tests.support.ports import HOST, answers, free_ports
from tests.support.process import Process
from tests.support.room import room
from tests.support.server_settings import DOVECOT_CONF, MAIN_CF, MASTER_CF, OAUTH2_CONF

PASSWORD = "secret"
OWNER = 5000  # of the mail; needs no entry in /etc/passwd
DOVECOT = "/usr/sbin/dovecot"
POSTFIX = "/usr/sbin/postfix"
PROGRAMS = (DOVECOT, "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp", POSTFIX, "openssl")
PATIENCE = 15.0
QUEUES = (
    *("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop", "private"),
    *("public", "saved", "trace"),
)


class MailServers:
    """One private pair of servers; `separator` and `prefix` set the shape of its folder names, `extra` is further
    configuration of Dovecot's."""

    host = HOST
    password = PASSWORD

    def __init__(self, *, separator: str = "/", prefix: str = "", extra: str = "") -> None:
        self.separator, self.prefix, self._extra = separator, prefix, extra
        self.imap_port, self.imaps_port, self.smtp_port, self.submission_port, self.introspection_port = free_ports(5)
        self.home = Path()

    @property
    def ca_file(self) -> Path:
        """The certificate to trust: self-signed, for localhost and 127.0.0.1."""
        return self.home / "tls/cert.pem"

    def start(self, *, smtp: bool = True) -> None:
        """Start both servers in a new folder; Dovecot alone with `smtp=False`."""
        self._demand_programs()
        self.home = Path(tempfile.mkdtemp(prefix="qibot-mail-", dir=room()))
        try:
            self._lay_out()
            self.start_dovecot()
            if smtp:
                self.start_postfix()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End both servers and delete their folder."""
        self.stop_postfix()
        self.stop_dovecot()
        if self.home.name.startswith("qibot-mail-"):
            shutil.rmtree(self.home, ignore_errors=True)

    def start_dovecot(self) -> None:
        """Start Dovecot; returns when it answers."""
        self._quietly(DOVECOT, "-c", str(self.home / "dovecot/dovecot.conf"))
        self._await_ports(self.imap_port, self.imaps_port)

    def stop_dovecot(self) -> None:
        """End Dovecot and every connection to it; returns when it is gone."""
        self._end(self.home / "dovecot/run/master.pid", DOVECOT)

    def restart_dovecot(self) -> None:
        """Break all connections; returns when Dovecot answers again, on the same ports with the same mail."""
        self.stop_dovecot()
        self.start_dovecot()

    def start_postfix(self) -> None:
        """Start Postfix; returns when it answers."""
        (self.home / "postfix/spool/quick-start").touch()  # or Postfix checks its installation for seconds
        self._quietly(POSTFIX, "-c", str(self.home / "postfix/conf"), "start")
        self._await_ports(self.smtp_port, self.submission_port)

    def stop_postfix(self) -> None:
        """End Postfix; returns when it is gone. What it had queued stays queued."""
        self._end(self.home / "postfix/spool/pid/master.pid", "/usr/lib/postfix/sbin/master")

    def deliver(self, raw: bytes, to: str | list[str], sender: str = "someone@else.example") -> None:
        """Hand a message to Postfix, as a stranger's server would; it arrives a moment later (see `wait_for`)."""
        with smtplib.SMTP(HOST, self.smtp_port, timeout=PATIENCE) as smtp:
            smtp.sendmail(sender, to, raw)

    def append(self, user: str, raw: bytes, arrived: datetime | None = None, folder: str = "INBOX") -> None:
        """Put a message into a folder at once; `arrived` becomes its arrival time if it isn't in the future."""
        name = self.folder_name(folder)
        with self.client(user) as client:
            if not client.folder_exists(name):
                client.create_folder(name)
            client.append(name, raw, (), arrived)

    def messages(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The messages of a folder in the order in which they came; none if there is no such folder."""
        with self.client(user) as client:
            return self._fetch(client, self.folder_name(folder))

    def wait_for(self, user: str, count: int, folder: str = "INBOX", seconds: float = PATIENCE) -> list[bytes]:
        """The folder's messages as soon as there are `count` or more; AssertionError when they don't come."""
        end = time.monotonic() + seconds
        with self.client(user) as client:
            while len(found := self._fetch(client, self.folder_name(folder), at_least=count)) < count:
                if time.monotonic() > end:
                    raise AssertionError(f"{len(found)} of {count} messages came to {folder}\n{self.logs()}")
                time.sleep(0.03)
        return found

    def folders(self, user: str) -> list[str]:
        """The names of all folders, as the server writes them."""
        with self.client(user) as client:
            return sorted(str(name) for _, _, name in client.list_folders())

    def recreate_inbox(self, user: str) -> None:
        """Give INBOX a new UIDVALIDITY, keeping its messages; nobody may be connected to it."""
        before = self._uidvalidity(user)
        maildir = self.home / "mail" / user / "Maildir"
        for stale in [*maildir.glob("dovecot.index*"), maildir / "dovecot-uidlist"]:
            stale.unlink(missing_ok=True)
        if self._uidvalidity(user) == before:
            raise AssertionError("Dovecot kept the UIDVALIDITY")

    def wipe(self, user: str) -> None:
        """Delete a mailbox with all its folders."""
        shutil.rmtree(self.home / "mail" / user, ignore_errors=True)

    def folder_name(self, folder: str) -> str:
        """The server's name of a folder that is given with "/"."""
        if folder.upper() == "INBOX":
            return folder
        return self.prefix + folder.replace("/", self.separator)

    @contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """A connection of the test's own, logged in; closed at the end of the block."""
        with IMAPClient(HOST, port=self.imap_port, ssl=False, timeout=PATIENCE) as client:
            client._imap.debug = 0
            client.login(user, PASSWORD)
            yield client

    def logs(self, lines: int = 30) -> str:
        """The end of both servers' logs."""
        texts = (path.read_text(errors="replace") for path in sorted((self.home / "log").glob("*.log")))
        return "\n".join(line for text in texts for line in text.splitlines()[-lines:])

    def _fetch(self, client: IMAPClient, name: str, at_least: int = 0) -> list[bytes]:
        if not client.folder_exists(name):
            return []
        client.select_folder(name, readonly=True)
        uids = client.search()
        if len(uids) < at_least:
            return [b""] * len(uids)
        fetched = client.fetch(uids, ["BODY.PEEK[]"])
        return [fetched[uid][b"BODY[]"] for uid in uids if uid in fetched]

    def _uidvalidity(self, user: str) -> int:
        with self.client(user) as client:
            return int(client.folder_status("INBOX", ["UIDVALIDITY"])[b"UIDVALIDITY"])

    def _demand_programs(self) -> None:
        missing = [program for program in PROGRAMS if not shutil.which(program)]
        if missing:
            raise RuntimeError(
                f"The tests run against real mail servers, and {', '.join(missing)} isn't here: `make test` installs"
                " Dovecot and Postfix (Debian: dovecot-imapd dovecot-lmtpd postfix openssl)."
            )
        if os.geteuid() != 0:
            raise RuntimeError(
                "The tests start their own Dovecot and Postfix and must be run as root: use `make test`."
            )

    def _lay_out(self) -> None:
        home = self.home
        values = {
            "home": home, "host": HOST, "owner": OWNER, "password": PASSWORD,
            "separator": self.separator, "prefix": self.prefix,
            "imap_port": self.imap_port, "imaps_port": self.imaps_port,
            "smtp_port": self.smtp_port, "submission_port": self.submission_port,
            "introspection_port": self.introspection_port,
        }  # fmt: skip
        for name in (
            "dovecot/run",
            "dovecot/state",
            "postfix/conf",
            "postfix/spool/pid",
            "postfix/data",
            "tls",
            "mail",
            "log",
        ):
            (home / name).mkdir(parents=True)
        for folder in (home, *(path for path in home.rglob("*"))):
            folder.chmod(0o755)  # the servers' own users walk through; pytest's folders would stop them
        os.chown(home / "mail", OWNER, OWNER)
        shutil.chown(home / "postfix/data", "postfix")
        for name in QUEUES:  # Dovecot puts its sockets into "private"
            (home / "postfix/spool" / name).mkdir(mode=0o700)
            shutil.chown(home / "postfix/spool" / name, "postfix")
        for name, group_may in (("maildrop", 0o730), ("public", 0o710)):
            shutil.chown(home / "postfix/spool" / name, "postfix", "postdrop")
            (home / "postfix/spool" / name).chmod(group_may)
        (home / "dovecot/dovecot.conf").write_text(DOVECOT_CONF.format(**values) + self._extra)
        (home / "dovecot/oauth2.conf").write_text(OAUTH2_CONF.format(**values))
        (home / "postfix/conf/main.cf").write_text(MAIN_CF.format(**values))
        (home / "postfix/conf/master.cf").write_text(MASTER_CF.format(**values))
        make_certificate(home / "tls/cert.pem", home / "tls/key.pem")

    def _quietly(self, *command: str) -> None:
        with (self.home / "log/start.log").open("a") as log:  # a daemon would hold a pipe open for ever
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False, timeout=60)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed.\n{self.logs()}")

    def _await_ports(self, *ports: int) -> None:
        end = time.monotonic() + PATIENCE
        for port in ports:
            while not answers(port):
                if time.monotonic() > end:
                    raise RuntimeError(f"Nothing answers on port {port}.\n{self.logs()}")
                time.sleep(0.01)

    def _end(self, pid_file: Path, program: str) -> None:
        """End the program that left this file, and what it had started: Dovecot's connections outlive it."""
        try:
            master = Process.of(int(pid_file.read_text().strip()))
        except (OSError, ValueError):
            return
        if not master.lives() or not master.mentions(program, str(self.home)):
            return
        family = [master, *master.children()]
        os.kill(master.pid, signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        while any(one.lives() for one in family):
            for one in family:
                if not master.lives() and one.lives():
                    os.kill(one.pid, signal.SIGTERM if time.monotonic() < end else signal.SIGKILL)
            time.sleep(0.02)


def make_certificate(cert: Path, key: Path) -> None:
    """Write a self-signed certificate for localhost and 127.0.0.1, and its key."""
    command = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    command += ["-days", "3650", "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(cert)]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    command += ["-addext", "keyUsage=critical,digitalSignature,keyCertSign"]
    subprocess.run(command, check=True, capture_output=True)
