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

from tests.support.ports import HOST, free_ports
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
        self.may_draft = True
        self.drafts: dict[str, list[Any]] = {}  # the letter's bytes, then name, kind and content of each document
        self.uploads: dict[str, tuple[str, dict[str, Any], bytearray]] = {}

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def take(self, method: str, path: str, head: Any, body: bytes) -> tuple[int, str, str]:
        """What is answered: the status and, for an error, its code and message, else the values as JSON."""
        if self.refusals:
            return self.refusals.pop(0)
        if method == "PUT":
            return self.upload(path, head, body)
        token = str(head.get("Authorization", "")).removeprefix("Bearer ")
        if not self.tokens.whose(token)["active"]:
            return 401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."
        user = re.fullmatch(r"/v1\.0/users/([^/]+)(/.*)", path)
        if not user or unquote(user[1]) != self.tokens.mailbox:
            return 404, "ErrorInvalidUser", f"The requested user '{unquote(user[1]) if user else ''}' is invalid."
        if len(body) > LONGEST:
            return 413, "RequestEntityTooLarge", "The page was not displayed because the request entity is too large."
        return self.send(head, body) if user[2] == "/sendMail" else self.draft(method, user[2], body)

    def draft(self, method: str, path: str, body: bytes) -> tuple[int, str, str]:
        """The steps by which a large letter goes."""
        if not self.may_draft:
            return 403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."
        if path == "/messages":
            self.drafts[f"AAMk{len(self.drafts)}="] = [base64.b64decode(body, validate=True)]
            return 201, "", json.dumps({"id": list(self.drafts)[-1]})
        number, _, step = path.removeprefix("/messages/").partition("/")
        if method == "DELETE":
            del self.drafts[number]
            return 204, "", ""
        if step == "attachments":
            made = json.loads(body)
            content = base64.b64decode(made["contentBytes"])
            self.drafts[number].append((made["name"], made["contentType"], content))
            return 201, "", "{}"
        if step == "attachments/createUploadSession":
            self.uploads[f"/up/{len(self.uploads)}"] = number, json.loads(body)["AttachmentItem"], bytearray()
            return 201, "", json.dumps({"uploadUrl": f"{self.url}{list(self.uploads)[-1]}"})
        raw, *documents = self.drafts.pop(number)
        mail = message_from_bytes(raw, policy=policy.default)
        mail.make_mixed()
        for name, kind, content in documents:
            main, _, sub = kind.partition("/")
            mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
        return self.deliver(mail.as_bytes(policy=policy.SMTP))

    def upload(self, path: str, head: Any, body: bytes) -> tuple[int, str, str]:
        """A piece of a large document; its address is its secret, and a token would be refused."""
        number, item, got = self.uploads[path]
        place = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", head["Content-Range"])
        assert place
        assert (int(place[1]), int(place[2]), int(place[3])) == (len(got), len(got) + len(body) - 1, item["size"])
        assert "Authorization" not in head
        got += body
        if len(got) < item["size"]:
            return 200, "", json.dumps({"nextExpectedRanges": [f"{len(got)}-"]})
        self.drafts[number].append((item["name"], item["contentType"], bytes(got)))
        return 201, "", ""

    def send(self, head: Any, body: bytes) -> tuple[int, str, str]:
        """A letter in one request."""
        try:
            raw = base64.b64decode(body, validate=True)
        except binascii.Error:
            return 400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."
        if head.get("Content-Type") != "text/plain":
            return 400, "RequestBodyRead", "An unexpected 'StartOfStream' node was found."
        return self.deliver(raw)

    def deliver(self, raw: bytes) -> tuple[int, str, str]:
        """To whom the letter's own lines name."""
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
            status, code, said = graph.take(self.command, urlsplit(self.path).path, self.headers, body)
            inner = {"date": "2026-11-09T10:00:00", "request-id": "0000aaaa-11bb-cccc-dd22-eeeeee333333"}
            error = {"error": {"code": code, "message": said, "innerError": inner}}
            out = json.dumps(error).encode() if code else said.encode()
            self.send_response(status)
            if graph.retry_after:
                self.send_header("Retry-After", graph.retry_after)
            self.send_header("Content-Length", str(len(out)))
            self.end_headers()
            self.wfile.write(out)

        def do_PUT(self) -> None:
            self.do_POST()

        def do_DELETE(self) -> None:
            self.do_POST()

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
