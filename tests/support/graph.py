"""A stand-in for Microsoft Graph's sendMail on this machine's loopback: it answers as Microsoft's documents say, and
hands what it takes to the tests' Postfix."""

from __future__ import annotations

import base64
import binascii
import json
import re
import ssl
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.utils import getaddresses
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.support.mailservers import HOST, free_ports
from tests.support.tokens import TokenServer

LONGEST = 4 * 1024 * 1024


class Graph:
    """Takes letters for the token server's mailbox."""

    def __init__(self, tokens: TokenServer) -> None:
        self.tokens = tokens
        (self.port,) = free_ports(1)
        self.renumber = False  # give each letter a Message-ID of its own, as Exchange does for some
        self.retry_after = ""
        self.refusals: list[tuple[int, str, str]] = []  # status, code, message: given one after the other
        self.posted: list[bytes] = []

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def take(self, path: str, head: Any, body: bytes) -> tuple[int, str, str]:
        """What is answered: the status and, for an error, its code and message."""
        if self.refusals:
            return self.refusals.pop(0)
        token = str(head.get("Authorization", "")).removeprefix("Bearer ")
        if not self.tokens.whose(token)["active"]:
            return 401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."
        user = re.fullmatch(r"/v1\.0/users/([^/]+)/sendMail", path)
        if not user or unquote(user[1]) != self.tokens.mailbox:
            return 404, "ErrorInvalidUser", f"The requested user '{unquote(user[1]) if user else ''}' is invalid."
        if len(body) > LONGEST:
            return 413, "RequestEntityTooLarge", "The page was not displayed because the request entity is too large."
        try:
            raw = base64.b64decode(body, validate=True)
        except binascii.Error:
            return 400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."
        if head.get("Content-Type") != "text/plain":
            return 400, "RequestBodyRead", "An unexpected 'StartOfStream' node was found."
        self.posted.append(raw)
        mail = message_from_bytes(raw.partition(b"\r\n\r\n")[0] + b"\r\n", policy=policy.default)
        to = [a for name in ("To", "Cc", "Bcc") for _, a in getaddresses(mail.get_all(name, []))]
        if self.renumber:
            own = f"Message-ID: <{uuid.uuid4().hex.upper()}@LO4P123MB0001.GBRP123.PROD.OUTLOOK.COM>\r\n".encode()
            raw = re.sub(rb"(?im)^message-id:[^\r\n]*(\r\n[ \t][^\r\n]*)*\r\n", own, raw, count=1)
        self.tokens.servers.deliver(raw, to, self.tokens.mailbox)
        return 202, "", ""


@contextmanager
def graph_server(tokens: TokenServer) -> Iterator[Graph]:
    """One that runs until the end of the block."""
    graph = Graph(tokens)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Nothing."""

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, code, message = graph.take(urlsplit(self.path).path, self.headers, body)
            inner = {"date": "2026-11-09T10:00:00", "request-id": "0000aaaa-11bb-cccc-dd22-eeeeee333333"}
            error = {"error": {"code": code, "message": message, "innerError": inner}}
            out = json.dumps(error).encode() if code else b""
            self.send_response(status)
            if graph.retry_after:
                self.send_header("Retry-After", graph.retry_after)
            self.send_header("Content-Length", str(len(out)))
            self.end_headers()
            self.wfile.write(out)

    server = ThreadingHTTPServer((HOST, graph.port), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca_file = tokens.servers.ca_file
    context.load_cert_chain(ca_file, ca_file.with_name("key.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield graph
    finally:
        server.shutdown()
        server.server_close()
