"""The app's certificate: made here, its thumbprint, and when it (or the secret) ends. The only user of cryptography."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any

from qibot.config import Config, certificate
from qibot.errors import ConfigError
from qibot.expression import expression
from qibot.mailbox.signin.microsoft import INSTALL
from qibot.model import Ending

KEY_BITS = 3072
_PEM = expression(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def make_certificate(name: str, now: datetime, days: int) -> tuple[bytes, bytes]:
    """A private key with its self-signed certificate, and the certificate alone (to upload), as PEM.

    Raises ConfigError where the library is missing.
    """
    x509, hashes, serialization, rsa = _library()
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name[:64])])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=10))  # the other side's clock may be behind
        .not_valid_after(now + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = made.public_bytes(serialization.Encoding.PEM)
    return secret + public, public


def thumbprint(pem: str) -> str:
    """The certificate's SHA-1 thumbprint as the Entra admin centre shows it. Raises ConfigError."""
    _, hashes, _, _ = _library()
    return str(_read(pem).fingerprint(hashes.SHA1()).hex().upper())


def signin_ends(config: Config) -> Ending | None:
    """When what qibot signs in with ends, as far as that can be known. Raises ConfigError for an unreadable file."""
    signin = config.signin
    if signin.way != "microsoft" or signin.device:
        return None
    if pem := certificate(config):
        return Ending("certificate", _read(pem).not_valid_after_utc)
    if signin.secret_expires:
        return Ending("secret", datetime.combine(signin.secret_expires, time(), UTC))
    return None


def _read(pem: str) -> Any:
    x509, *_ = _library()
    found = _PEM.search(pem)
    try:
        return x509.load_pem_x509_certificate(found[0].encode() if found else b"")
    except ValueError:
        raise ConfigError(
            ["There is no certificate in signin.certificate_file: make one with `qibot signin certificate`."]
        ) from None


def _library() -> tuple[Any, Any, Any, Any]:
    try:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import rsa
    except ImportError:
        raise ConfigError([f"Certificates need a library that comes with: {INSTALL}"]) from None
    return x509, hashes, serialization, rsa
