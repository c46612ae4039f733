"""A stand-in for Microsoft's and Google's token servers on this machine's loopback, whose tokens the tests' Dovecot and
Postfix take: they ask it (RFC 7662) whether a token is good and whose it is."""

from __future__ import annotations

import json
import ssl
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509 import load_pem_x509_certificate

from tests.support.mailservers import MailServers
from tests.support.ports import HOST, free_ports

TENANT = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
CLIENT = "8bbc21e5-1f2e-4d3b-9c55-0a5d3d0f7a11"
SECRET = "sEcReT~value.of-the-app"
SERVICE = "qibot@project.iam.gserviceaccount.com"
CLIENT_INFO = "eyJ1aWQiOiJvIiwidXRpZCI6InQifQ"  # {"uid":"o","utid":"t"}
TRACE = " Trace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333 Correlation ID: aaaa0000-bb11-2222-33cc-444444dddddd"


@dataclass
class Answer:
    """What is answered in place of a token."""

    status: int
    body: str
    kind: str = "application/json"
    retry_after: str = ""


def refusal(said: str, error: str = "invalid_client", status: int = 401) -> Answer:
    """As Microsoft and Google refuse."""
    return Answer(status, json.dumps({"error": error, "error_description": said + TRACE}))


class TokenServer:
    """Gives tokens for one mailbox, by HTTPS, and vouches for them to Dovecot."""

    def __init__(self, servers: MailServers, mailbox: str) -> None:
        self.servers, self.mailbox = servers, mailbox
        (self.port,) = free_ports(1)
        self.answer: Answer | None = None  # given in place of a token
        self.discovery: Answer | None = None  # given in place of the tenant's description
        self.delay, self.seconds, self.length = 0.0, 3600.0, 600
        self.speaks = threading.Event()  # while it isn't set, requests are taken and none is answered
        self.speaks.set()
        self.entered = True  # whether somebody has entered the device code
        self.good: dict[str, tuple[str, float]] = {}  # token -> whose, until when
        self.issued: list[str] = []
        self.assertions: list[str] = []
        self.hits: Counter[str] = Counter()
        self.uploaded = ""  # the certificate that the app is known to have, PEM
        self.google_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._running: list[ThreadingHTTPServer] = []

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def signin(self, **more: Any) -> dict[str, Any]:
        """The section for the configuration, as Microsoft's app with a secret in a file."""
        return {
            "way": "microsoft", "tenant": TENANT, "client_id": CLIENT, "secret_file": "client-secret",
            "authority": self.url, "ca_file": str(self.servers.ca_file), "timeout_seconds": 5, **more,
        }  # fmt: skip

    def key(self) -> str:
        """A service account's key as Google gives it, whose tokens come from here."""
        pem = self.google_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return json.dumps(
            {
                "type": "service_account", "project_id": "project", "private_key_id": "k1",
                "private_key": pem.decode(), "client_email": SERVICE, "client_id": "100200300400500600700",
                "token_uri": f"{self.url}/token",
            }
        )  # fmt: skip

    def revoke(self) -> None:
        """No token that was given is good any more."""
        self.good.clear()

    def up(self) -> None:
        """Answer at both doors."""
        plain = ThreadingHTTPServer((HOST, self.servers.introspection_port), _handler(self))
        tls = ThreadingHTTPServer((HOST, self.port), _handler(self))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.servers.ca_file, self.servers.ca_file.with_name("key.pem"))
        tls.socket = context.wrap_socket(tls.socket, server_side=True, do_handshake_on_connect=False)
        self._running = [plain, tls]
        for server in self._running:
            server.daemon_threads = True
            server.handle_error = lambda *_: None  # type: ignore[method-assign]
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def down(self) -> None:
        """Answer at neither."""
        for server in self._running:
            server.shutdown()
            server.server_close()
        self._running = []

    def issue(self) -> str:
        """A token for the mailbox."""
        token = f"eyJ0.{uuid.uuid4().hex}."
        token += "x" * (self.length - len(token))
        self.good[token] = self.mailbox, time.time() + self.seconds
        self.issued.append(token)
        return token

    def whose(self, token: str) -> dict[str, Any]:
        """What Dovecot is told about a token."""
        mailbox, until = self.good.get(token, ("", 0.0))
        if until < time.time():
            return {"active": False}
        return {"active": True, "email": mailbox, "username": mailbox, "exp": int(until)}

    def token_answer(self, fields: dict[str, str]) -> Answer:
        """What a request for a token gets."""
        grant = fields.get("grant_type", "")
        self.hits[grant] += 1
        time.sleep(self.delay)
        self.speaks.wait()
        if signed := fields.get("assertion"):  # Google's: RFC 7523
            self.assertions.append(signed)
        if self.answer:
            return self.answer
        if grant == "client_credentials" and (refused := self._unproven(fields)):
            return refused
        if grant.endswith("device_code") and not self.entered:
            return refusal("AADSTS70016: OAuth 2.0 device flow error.", "authorization_pending", 400)
        given: dict[str, Any] = {"token_type": "Bearer", "expires_in": int(self.seconds), "access_token": self.issue()}
        if grant.endswith("device_code") or grant == "refresh_token":
            claims = {"oid": "o", "tid": TENANT, "preferred_username": self.mailbox, "aud": CLIENT, "iss": self.url,
                      "sub": "s", "exp": int(time.time()) + 3600, "iat": int(time.time())}  # fmt: skip
            given |= {"refresh_token": "rEfReSh-token-1", "scope": fields.get("scope", ""),
                      "id_token": jwt.encode(claims, "k" * 32), "client_info": CLIENT_INFO}  # fmt: skip
        return Answer(200, json.dumps(given))

    def _unproven(self, fields: dict[str, str]) -> Answer | None:
        if assertion := fields.get("client_assertion"):
            self.assertions.append(assertion)
            try:
                public: Any = load_pem_x509_certificate(self.uploaded.encode()).public_key()
                jwt.decode(assertion, public, ["PS256", "RS256"], options={"verify_aud": False})
            except (ValueError, jwt.InvalidTokenError):
                return refusal("AADSTS700027: The certificate with identifier used to sign the client assertion is not"
                               " registered on application.")  # fmt: skip
            return None
        if fields.get("client_secret") != SECRET:
            return refusal("AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the"
                           " request is the secret value, not the client secret ID.")  # fmt: skip
        return None


def _handler(server: TokenServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # Dovecot would keep a connection, and with it a server that is gone

        def log_message(self, *_: Any) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            base = server.url + path.partition("/v2.0/")[0]
            if not path.endswith("openid-configuration"):
                return self.say(Answer(404, "{}"))
            if server.discovery:
                return self.say(server.discovery)
            named = {"issuer": f"{base}/v2.0", "token_endpoint": f"{base}/oauth2/v2.0/token",
                     "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                     "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode"}  # fmt: skip
            return self.say(Answer(200, json.dumps(named)))

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            fields = {name: values[0] for name, values in parse_qs(sent).items()}
            path = urlsplit(self.path).path
            if path == "/introspect":
                self.say(Answer(200, json.dumps(server.whose(fields.get("token", "")))))
            elif path.endswith("/devicecode"):
                flow = {"device_code": "d", "user_code": "ABCD-EFGH", "verification_uri": f"{server.url}/device",
                        "expires_in": 900, "interval": 0}  # fmt: skip
                self.say(Answer(200, json.dumps(flow)))
            else:
                self.say(server.token_answer(fields))

        def say(self, answer: Answer) -> None:
            body = answer.body.encode()
            try:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.kind)
                self.send_header("Content-Length", str(len(body)))
                if answer.retry_after:
                    self.send_header("Retry-After", answer.retry_after)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                self.close_connection = True

    return Handler


@contextmanager
def token_server(servers: MailServers, mailbox: str) -> Iterator[TokenServer]:
    """One that runs until the end of the block."""
    made = TokenServer(servers, mailbox)
    made.up()
    try:
        yield made
    finally:
        made.down()
