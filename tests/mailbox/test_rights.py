"""What the login may not do in qibot's folders is said by `check`, where the server tells (RFC 4314)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qibot.cli.check import imap
from qibot.errors import InboxRefused, QibotError
from qibot.mailbox.inbox import Inbox
from tests.faults.script import Rule, Script
from tests.support.build import config
from tests.support.inboxes import Opener
from tests.support.mailservers import MailServers

EXTRA = """
mail_plugins = acl
protocol imap {
  mail_plugins = acl imap_acl
}
plugin {
  acl = vfile
}
"""
ALL = "lrwstipekxa"
FOLDERS = {"INBOX": "", "qibot": ".qibot", "qibot/done": ".qibot.done", "qibot/quarantine": ".qibot.quarantine",
           "Sent": ".Sent"}  # fmt: skip


@pytest.fixture(scope="module")
def guarded() -> Iterator[MailServers]:
    """A Dovecot that minds rights."""
    running = MailServers(extra=EXTRA)
    running.start(smtp=False)
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture
def may(guarded: MailServers, mailbox_name: str, opened: Opener) -> Callable[[str, str], None]:
    """Leaves the mailbox's owner these rights in a folder; all are there and unbounded at first."""
    opened(guarded).close()
    with guarded.client(mailbox_name) as client:
        client.create_folder("Sent")

    def leave(folder: str, rights: str) -> None:
        path = Path(guarded.home, "mail", mailbox_name, "Maildir", FOLDERS[folder], "dovecot-acl")
        path.write_text(f"owner {rights}\n")
        path.chmod(0o644)

    return leave


def without(rights: str) -> str:
    return "".join(letter for letter in ALL if letter not in rights)


def test_with_all_rights_nothing_is_lacking_and_check_says_so(
    guarded: MailServers, opened: Opener, may: Callable[[str, str], None]
) -> None:
    assert opened(guarded).lacking() == []
    assert "with all rights that are needed" in imap(config(), opened(guarded))


def test_where_the_server_does_not_tell_nothing_is_said(opened: Opener) -> None:
    assert opened().lacking() is None
    assert "right" not in imap(config(), opened())


@pytest.mark.parametrize(
    ("folder", "gone", "said"),
    [
        ("INBOX", "t", "In INBOX {login} lacks the right to mark as deleted (t): let an administrator add it"),
        ("INBOX", "te", "In INBOX {login} lacks the rights to mark as deleted (t) and expunge (e)"),
        ("INBOX", "r", "In INBOX {login} lacks the right to read (r)"),
        ("qibot/done", "i", "In qibot/done {login} lacks the right to insert (i)"),
        ("qibot/done", "s", "In qibot/done {login} lacks the right to write seen (s)"),
        (
            "qibot/done",
            "iste",
            "write seen (s), insert (i), mark as deleted (t) and expunge (e): let an administrator",
        ),
        ("qibot/quarantine", "e", "In qibot/quarantine {login} lacks the right to expunge (e)"),
        ("qibot/quarantine", "l", "In qibot/quarantine {login} lacks the right to lookup (l)"),
        ("qibot/quarantine", ALL, "qibot/quarantine isn't there, or {login} has no right to see it (lookup)"),
        ("Sent", "i", "In Sent {login} lacks the right to insert (i)"),
    ],
)
def test_each_missing_right_is_named_with_its_folder(
    guarded: MailServers, mailbox_name: str, opened: Opener, may: Callable[[str, str], None], folder: str, gone: str,
    said: str,
) -> None:  # fmt: skip
    may(folder, without(gone))
    with pytest.raises(QibotError) as caught:
        imap(config(), opened(guarded, connect=False))
    assert said.format(login=mailbox_name) in str(caught.value)


def test_where_a_folder_is_missing_the_right_to_make_it_is_asked_for(
    guarded: MailServers, mailbox_name: str, opened: Opener, may: Callable[[str, str], None]
) -> None:
    with guarded.client(mailbox_name) as client:
        client.delete_folder("qibot/done")
    may("qibot", without("k"))
    with pytest.raises(QibotError, match=r"In qibot .* create folders in it \(k\).* make qibot/done"):
        imap(config(), opened(guarded, connect=False))
    may("qibot", ALL)
    assert opened(guarded, connect=False).lacking() == [], "qibot makes it itself"


# --- servers that speak otherwise ---

SPEAKS: Rule = (rb"\S+ CAPABILITY", b"* CAPABILITY IMAP4rev1 ACL\r\n%tag OK .\r\n")


def asked(opened: Opener, *rules: Rule) -> list[str] | None:
    server = Script("imap", *rules, SPEAKS)
    try:
        inbox: Inbox = opened(port=server.port, connect=False)
        return inbox.lacking(opens=False)
    finally:
        server.close()


def told(rights: bytes) -> Rule:
    return rb"\S+ MYRIGHTS .*", b'* MYRIGHTS "x" ' + rights + b"\r\n%tag OK .\r\n"


def test_the_letters_of_older_servers_are_understood(opened: Opener) -> None:
    assert asked(opened, told(b"lrswipcd")) == []  # RFC 2086
    (first, *_) = asked(opened, told(b"lrswipc")) or []
    assert "mark as deleted (t) and expunge (e)" in first


def test_a_server_that_tells_both_old_and_new_letters_is_taken_at_the_new_ones(opened: Opener) -> None:
    found = asked(opened, told(b"lrswitcd")) or []
    assert all("expunge (e)" in one and "mark as deleted" not in one for one in found[:3])


@pytest.mark.parametrize("says", [b"%tag NO no such folder\r\n", b"%tag BAD what?\r\n", b"%tag OK .\r\n"])
def test_a_server_that_tells_nothing_of_a_folder_counts_as_not_showing_it(opened: Opener, says: bytes) -> None:
    found = asked(opened, (rb"\S+ MYRIGHTS .*", says)) or []
    assert len(found) == 3
    assert all("isn't there, or" in one for one in found)


def test_a_login_that_is_refused_is_told_as_that(opened: Opener) -> None:
    with pytest.raises(InboxRefused, match="refuses the login"):
        asked(opened, (rb"\S+ LOGIN .*", b"%tag NO [AUTHENTICATIONFAILED] no\r\n"))
