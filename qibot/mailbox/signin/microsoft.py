"""Tokens of Microsoft Entra ID, the only user of msal: as the app itself, or by a code that a person has entered once.

Entra's client credentials flow with a certificate (preferred) or a secret; RFC 8628 for the device code, whose refresh
token is kept in signin.token_file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from qibot.config import Config, certificate, client_secret
from qibot.errors import ConfigError, QibotError, SigninFailed, SigninRefused
from qibot.mailbox.reasons import Facts, reason_of
from qibot.mailbox.signin.files import write_private
from qibot.mailbox.signin.hiding import without_any
from qibot.mailbox.signin.https import session
from qibot.mailbox.signin.tokens import Token

EXCHANGE_SCOPE = "https://outlook.office365.com/.default"
DEVICE_SCOPES = ("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send")
GRAPH_DEVICE_SCOPE = "Mail.Send"
WHERE = "Microsoft's sign-in server"
INSTALL = "pip install 'qibot[microsoft]'"
_LONGEST = 200
BUSY_SECONDS = 60.0


def library() -> Any:
    """msal, if it is there. Raises ConfigError."""
    try:
        import msal
    except ImportError:
        raise ConfigError(
            [
                (
                    f'signin.way = "microsoft" needs Microsoft\'s library: {INSTALL} (where qibot is installed,'
                    f" like /opt/qibot/bin/{INSTALL})."
                )
            ]
        ) from None
    logging.getLogger("msal").setLevel(logging.CRITICAL)  # at lower levels it shows requests
    return msal


class Entra:
    """Fetches tokens for one mailbox; whatever stands in files is read anew each time."""

    def __init__(self, config: Config, clock: Callable[[], datetime]) -> None:
        self._config, self._signin, self._clock = config, config.signin, clock
        self.facts = Facts(config.mailbox.login, config.signin.tenant, config.signin.client_id, by_token=True)
        self._https: Any = None
        self._shown: list[str] = []  # the secrets that the server has been shown, and may repeat

    def for_exchange(self) -> Token:
        """A token for IMAP and SMTP. Raises SigninFailed, SigninRefused, ConfigError."""
        return self._fetch([EXCHANGE_SCOPE], list(DEVICE_SCOPES))

    def for_graph(self) -> Token:
        """A token for Graph. Raises the same."""
        graph = self._signin.graph
        return self._fetch([f"{graph}/.default"], [f"{graph}/{GRAPH_DEVICE_SCOPE}"])

    def by_device(self, show: Callable[[str], None]) -> str:
        """Let a person sign in with a code, which `show` tells with where to enter it; the account that signed in.

        Raises SigninFailed, SigninRefused, ConfigError.
        """
        msal = library()
        cache = msal.SerializableTokenCache()

        def sign_in() -> Any:
            app = self._public(msal, cache)
            flow = app.initiate_device_flow(scopes=list(DEVICE_SCOPES))
            if "user_code" not in flow:
                return flow
            show(f"Open {flow['verification_uri']} and enter the code {flow['user_code']}")
            return app.acquire_token_by_device_flow(flow)

        self._token_of(self._carefully(sign_in))
        self._keep(cache)
        accounts = self._public(msal, cache).get_accounts()
        return str(accounts[0].get("username", "")) if accounts else ""

    def _fetch(self, scopes: list[str], device_scopes: list[str]) -> Token:
        msal = library()
        if self._signin.device:
            return self._token_of(self._carefully(lambda: self._by_refresh(msal, device_scopes)))
        credential = self._credential()
        return self._token_of(
            self._carefully(
                lambda: msal.ConfidentialClientApplication(
                    self._signin.client_id, client_credential=credential, **self._options()
                ).acquire_token_for_client(scopes)
            )
        )

    def _by_refresh(self, msal: Any, scopes: list[str]) -> Any:
        cache = msal.SerializableTokenCache()
        path = self._config.path(self._signin.token_file)
        try:
            kept = path.read_text(encoding="utf-8")
            cache.deserialize(kept)
        except (OSError, ValueError):
            raise SigninRefused(
                f"Nobody has signed in for {self.facts.mailbox} yet ({path} isn't there or can't be read): run"
                " `qibot signin device`, as the user as whom qibot runs."
            ) from None
        self._shown = re.findall(r'"secret": *"([^"]+)"', kept)
        app = self._public(msal, cache)
        accounts = app.get_accounts()
        if not accounts:
            return {"error": "interaction_required"}
        found = app.acquire_token_silent_with_error(scopes, accounts[0], force_refresh=True)
        self._keep(cache)
        return found or {"error": "interaction_required"}

    def _keep(self, cache: Any) -> None:
        if cache.has_state_changed:
            write_private(self._config.path(self._signin.token_file), cache.serialize().encode())

    def _public(self, msal: Any, cache: Any) -> Any:
        return msal.PublicClientApplication(self._signin.client_id, token_cache=cache, **self._options())

    def _options(self) -> dict[str, Any]:
        signin = self._signin
        self._https = session(signin.ca_file, signin.timeout_seconds, INSTALL)
        return {
            "authority": f"{signin.authority}/{signin.tenant}",
            "instance_discovery": False,  # the authority is configured; nobody else need vouch for it
            "http_client": self._https,
        }

    def _credential(self) -> Any:
        if pem := certificate(self._config):
            return {"private_key": pem, "public_certificate": pem}
        if secret := client_secret(self._config):
            self._shown = [secret]
            return secret
        raise ConfigError(
            [
                (
                    "There is neither a certificate nor a secret for the app: make a certificate with"
                    " `qibot signin certificate` and name it as signin.certificate_file, or put the app's secret into a"
                    " file and name that as signin.secret_file."
                )
            ]
        )

    def _carefully(self, ask: Callable[[], Any]) -> Any:
        """Ask; nothing of the libraries' errors passes, for some of them show what was sent."""
        try:
            return ask()
        except QibotError:
            raise
        except Exception as e:
            raise self._translated(e) from None

    def _translated(self, e: Exception) -> SigninFailed | ConfigError:
        said = f"{e} {e.__context__ or ''} {vars(e)}"  # msal puts Entra's own words into one of these
        if "AADSTS" in said or "OIDC Discovery failed" in said:
            return self._refused(said)
        if type(e).__name__ == "MsalServiceError":
            return self._busy()
        if "certificate" in said.lower() and "verify" in said.lower():
            return SigninRefused(
                f"{WHERE} ({self._signin.authority}) shows a TLS certificate that isn't trusted: does something on the"
                " way open the connections (a proxy that inspects)? Name its authority's file as signin.ca_file."
            )
        kind = type(e).__module__.partition(".")[0]
        if kind in ("cryptography", "jwt") or "PEM" in said:
            return ConfigError(
                [
                    (
                        "The certificate's file doesn't hold a private key and a certificate as PEM, unlocked:"
                        " make one with `qibot signin certificate`."
                    )
                ]
            )
        if isinstance(e, ValueError | AttributeError | KeyError) and kind in ("builtins", "json", "requests"):
            return SigninFailed(
                f"{WHERE} ({self._signin.authority}) answered with something that is no answer of its own: is there a"
                " proxy or a login page on the way? It is tried again."
            )
        return SigninFailed(
            f"{WHERE} ({self._signin.authority}) can't be reached ({type(e).__name__}); it is tried again. If this"
            f" stays, check the network: this machine must reach {self._signin.authority} by HTTPS."
        )

    def _busy(self) -> SigninFailed:
        return SigninFailed(
            f"{WHERE} ({self._signin.authority}) is overloaded or down for a while (HTTP {self._https.status}); it is"
            " tried again by itself.",
            self._https.retry_after or BUSY_SECONDS,
        )

    def _token_of(self, found: Any) -> Token:
        value = found.get("access_token") if isinstance(found, dict) else None
        if isinstance(value, str) and value:
            try:
                seconds = max(0.0, float(found.get("expires_in", 0)))
            except (TypeError, ValueError):
                seconds = 0.0
            return Token(value, self._clock() + timedelta(seconds=min(seconds, 86_400 * 30)))
        said = f"{found.get('error', '')}: {found.get('error_description', '')}" if isinstance(found, dict) else ""
        raise self._refused(said)

    def _refused(self, said: str) -> SigninFailed:
        line = without_any(" ".join(said.split()), *self._shown)
        row = reason_of(line)
        if row is None and self._https and self._https.status == 429:
            return self._busy()
        if row is None:
            return SigninRefused(
                f"{WHERE} gives no token for {self.facts.mailbox}: {line[:_LONGEST] or 'it says nothing'}."
                " login.microsoftonline.com/error explains such codes."
            )
        kind = SigninFailed if row.passes else SigninRefused
        asked = self._https.retry_after if self._https and row.passes else 0.0
        return kind(f"{WHERE} gives no token: {row.sentence(self.facts)}", max(row.pause_seconds, asked))
