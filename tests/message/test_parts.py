"""Where a message's parts lie."""

from __future__ import annotations

import pytest

from qibot.errors import MailUnreadable
from qibot.message import mime
from tests.message.mime import TEXT, bodies, leaves, mixed


def test_a_message_that_is_not_multipart_is_one_part() -> None:
    assert bodies(b"Subject: x\r\n\r\nbody\r\n") == [b"body\r\n"]


@pytest.mark.parametrize("raw", [b"", b"\r\n", b"\n", b"\0", b"no header at all", b"A: b\r\n"])
def test_what_is_hardly_a_message_is_one_part_too(raw: bytes) -> None:
    assert len(leaves(raw)) == 1


@pytest.mark.parametrize("line_break", [b"\r\n", b"\n"])
def test_parts_are_found_with_either_line_break_and_without_the_last_one(line_break: bytes) -> None:
    raw = mixed(TEXT, b"Content-Type: a/b\r\n\r\none\r\ntwo").replace(b"\r\n", line_break)
    assert bodies(raw) == [b"Hello", b"one" + line_break + b"two"]


def test_what_stands_before_the_first_and_after_the_last_delimiter_is_no_part() -> None:
    assert bodies(mixed(TEXT, before=b"preamble\r\n") + b"epilogue\r\n--b\r\n\r\nx\r\n") == [b"Hello"]


def test_a_part_without_header_is_found() -> None:
    assert bodies(mixed(b"\r\nbody")) == [b"body"]


def test_a_boundary_counts_at_the_beginning_of_a_line_alone_and_as_the_whole_line() -> None:
    text = TEXT + b"\r\nx--b\r\n--bb\r\n --b\r\n--b x\r\n--b--x"
    assert bodies(mixed(text)) == [text.partition(b"\r\n\r\n")[2]]


@pytest.mark.parametrize("space", [b" ", b"\t ", b" " * 5000])
def test_white_space_after_a_boundary_is_allowed(space: bytes) -> None:
    assert len(leaves(mixed(TEXT, TEXT).replace(b"--b\r\n", b"--b" + space + b"\r\n"))) == 2


def test_boundaries_that_begin_alike_are_told_apart() -> None:
    inner = b'Content-Type: multipart/mixed; boundary="bb"\r\n\r\n--bb\r\n\r\none\r\n--bb\r\n\r\ntwo\r\n--bb--'
    assert bodies(mixed(inner, b"\r\nthree")) == [b"one", b"two", b"three"]


@pytest.mark.parametrize("boundary", [b"   ", b"", b"x" * 201, b"\xff", b"(.*)+["])
def test_a_boundary_that_is_none_or_odd_harms_nobody(boundary: bytes) -> None:
    assert leaves(mixed(TEXT, boundary=boundary))


def test_an_attached_message_stays_closed() -> None:
    inner = mixed(TEXT, TEXT, boundary=b"i", end=b"--i--")
    raw = mixed(TEXT, b"Content-Type: message/rfc822\r\n\r\n" + inner)
    assert [part.content_type for part in leaves(raw)] == ["text/plain", "message/rfc822"]
    assert bodies(raw)[1] == inner


def test_a_message_that_ends_too_early_is_cut_in_its_last_part() -> None:
    assert [part.cut for part in leaves(mixed(TEXT, TEXT, end=b""))] == [False, True]
    assert [part.cut for part in leaves(mixed(TEXT, TEXT))] == [False, False]


def test_an_inner_multipart_that_is_not_closed_is_cut() -> None:
    inner = b"Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\none\r\n--i\r\n\r\ntwo"
    assert [part.cut for part in leaves(mixed(inner, TEXT))] == [False, True, False]


def test_there_is_a_limit_to_the_parts() -> None:
    assert len(leaves(mixed(*[TEXT] * 100))) == 100
    with pytest.raises(MailUnreadable, match="more than 100 parts"):
        leaves(mixed(*[TEXT] * 101))


def test_there_is_a_limit_to_the_header_and_to_all_headers_together() -> None:
    long = b"X: " + b"y" * 60_000 + b"\r\n\r\nbody"
    assert leaves(long)
    with pytest.raises(MailUnreadable, match="header is longer"):
        leaves(long, header_limit=50_000)
    assert len(leaves(mixed(long))) == 1
    with pytest.raises(MailUnreadable, match="headers together"):
        leaves(mixed(long, long))


def test_a_part_with_a_gigantic_header_is_a_file_as_a_whole() -> None:
    part = b"X: " + b"y" * mime.PART_HEADER + b"\r\n\r\nbody"
    [found] = leaves(mixed(part))
    assert (found.content_type, found.end - found.body) == ("application/octet-stream", len(part))


def test_what_is_nested_too_deeply_is_one_part() -> None:
    raw = b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (i, i) for i in range(1000))
    assert len(leaves(raw)) == 1
