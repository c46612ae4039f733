"""Token servers that fail, are slow or ask to be left alone: told in a sentence, and asked no more than they want."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

from qibot.errors import SigninFailed, SigninRefused
from qibot.mailbox.reasons import LONGEST_PAUSE
from qibot.mailbox.signin import https_session
from qibot.mailbox.signin.https import pause_of
from tests.mailbox.signing_in.rig import Rig
from tests.support.tokens import SECRET, TENANT, Answer, TokenServer, refusal

HTML = Answer(200, "<html><body>Please sign in to the council's network</body></html>", "text/html")


@pytest.mark.parametrize(
    ("spoil", "kind", "said"),
    [
        (lambda t: t.down(), SigninFailed, "can't be reached"),
        (lambda t: setattr(t, "delay", 8), SigninFailed, "can't be reached"),
        (lambda t: setattr(t, "answer", HTML), SigninFailed, "no answer of its own"),
        (lambda t: setattr(t, "discovery", HTML), SigninFailed, "no answer of its own"),
        (lambda t: setattr(t, "answer", Answer(502, "<html>Bad gateway</html>", "text/html")), SigninFailed, "tried"),
        (lambda t: setattr(t, "answer", Answer(200, "{}")), SigninRefused, "gives no token"),
        (lambda t: setattr(t, "answer", Answer(200, "[]")), SigninFailed, "no answer of its own"),
        (
            lambda t: setattr(t, "discovery", refusal("AADSTS90002: Tenant not found.", "invalid_tenant", 400)),
            SigninRefused,
            f"no tenant {TENANT}",
        ),
        (
            lambda t: setattr(
                t, "answer", refusal("AADSTS700024: Client assertion is not within its valid time range.")
            ),
            SigninRefused,
            "clock is wrong",
        ),
        (
            lambda t: setattr(
                t, "answer", refusal("AADSTS90033: A transient error has occurred.", "temporarily_unavailable", 503)
            ),
            SigninFailed,
            "tried again by itself",
        ),
    ],
    ids=[
        "down",
        "slow",
        "html",
        "html at the first question",
        "a gateway",
        "nothing",
        "a list",
        "tenant",
        "clock",
        "busy",
    ],
)
def test_a_token_server_that_fails_is_told_in_a_sentence_and_works_again_by_itself(
    rig: Rig, spoil: Callable[[TokenServer], None], kind: type[SigninFailed], said: str
) -> None:
    rig.configure(timeout_seconds=1)
    spoil(rig.tokens)
    with pytest.raises(SigninFailed, match=said) as caught:
        rig.reads()
    assert caught.type is kind
    with pytest.raises(SigninFailed, match=said):
        rig.sends("two", "a@lab.example")
    assert SECRET not in str(caught.value)
    rig.tokens.delay, rig.tokens.answer, rig.tokens.discovery = 0, None, None
    rig.tokens.down()
    rig.tokens.up()
    rig.configure()
    assert rig.reads() == []


BUSY = json.dumps({"error": "slow_down", "error_description": "Too many requests."})


@pytest.mark.parametrize("way", ["microsoft", "google"])
@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (Answer(429, BUSY, retry_after="300"), 300),
        (Answer(429, BUSY), 60),
        (Answer(503, "<html>Service unavailable</html>", "text/html", retry_after="240"), 240),
        (Answer(429, BUSY, retry_after="999999"), LONGEST_PAUSE),
    ],
    ids=["as asked", "unsaid", "unavailable", "without end"],
)
def test_a_token_server_that_asks_to_be_left_alone_is_left_alone_for_so_long(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, way: str, answer: Answer, seconds: float
) -> None:
    monkeypatch.setattr("google.auth._exponential_backoff.time.sleep", lambda _seconds: None)
    (rig.folder / "key.json").write_text(rig.tokens.key())
    if way == "google":
        rig.configure(way=way, key_file="key.json")
    rig.tokens.answer = answer
    with pytest.raises(SigninFailed, match="tried again by itself") as caught:
        rig.reads()
    assert (caught.type, caught.value.pause_seconds) == (SigninFailed, seconds)


@pytest.mark.parametrize(
    ("wait", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("9" * 400, LONGEST_PAUSE),
        ("200000", LONGEST_PAUSE),
        ("Mon, 09 Nov 2026 10:02:00 GMT", 120),
        ("Mon, 09 Nov 2026 09:00:00 GMT", 0),
        ("Thu, 09 Nov 2028 10:00:00 GMT", LONGEST_PAUSE),
        ("soon", 0),
        ("-5", 0),
        ("1e9", 0),
        ("", 0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone_is_understood_as_a_span_or_a_moment_and_bounded(
    wait: str, seconds: float
) -> None:
    assert pause_of(wait, "Mon, 09 Nov 2026 10:00:00 GMT") == seconds
    assert pause_of("Mon, 09 Nov 2026 10:02:00 GMT", "") == 0


def test_a_certificate_of_the_token_servers_that_isnt_trusted_is_told(rig: Rig) -> None:
    rig.configure(ca_file="")
    with pytest.raises(SigninRefused, match=r"signin\.ca_file"):
        rig.reads()


@pytest.mark.parametrize(("size", "error"), [(900_000, None), (1_100_000, ValueError)])
def test_an_answer_without_end_is_not_read_to_its_end(rig: Rig, size: int, error: type[Exception] | None) -> None:
    rig.tokens.answer = Answer(200, "x" * size, "text/html")
    with https_session(str(rig.tokens.servers.ca_file), 5) as https:
        ask = partial(https.post, f"{rig.tokens.url}/token", data={"grant_type": "x"})
        if error is None:
            assert len(ask().content) == size
        else:
            with pytest.raises(error, match="too long"):
                ask()
