"""A programme whose servers take tokens alone."""

from __future__ import annotations

from typing import Any

from tests.support.programme import LIKED, Programme, text_of
from tests.support.tokens import SECRET, TokenServer


def configure(p: Programme, tokens: TokenServer, **sections: dict[str, Any]) -> None:
    p.close()
    signin = tokens.signin(**sections.pop("signin", {}))
    mailbox = {"password_file": "", **sections.pop("mailbox", {})}
    p.configure(signin=signin, mailbox=mailbox, **sections)
    (p.folder / "password").unlink()
    (p.folder / "client-secret").write_text(SECRET + "\n")
    (p.folder / "client-secret").chmod(0o600)


def whole_way(p: Programme) -> None:
    """A report comes in, its mentor answers, the practitioner asks back, and everybody has what is theirs."""
    p.reports(p.jo)
    p.round()
    assert p.letter(p.jo, "receipt")
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    feedback = p.letter(p.jo, "relay_feedback")
    p.replies(p.jo, feedback, "Thank you. Which of the two charts did you mean, the first or the second?")
    p.round()
    assert "Which of the two charts" in text_of(p.letter(p.ann, "relay_message"))


# each way: what is configured, and the files that hold a secret, whose secrets are looked for
WAYS: dict[str, dict[str, Any]] = {
    "password": {"way": "password"},
    "client secret": {},
    "certificate": {"certificate_file": "certificate.pem"},
    "device": {"device": True},
    "service account": {"way": "google", "key_file": "key.json"},
}
