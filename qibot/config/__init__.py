"""The configuration: one TOML file, read and checked once; the only reader of settings and secrets.

In: a file. Out: `Config`, or a ConfigError that names each fault and its place. Imports only `errors`.
"""

from qibot.config.config import Config, Pace
from qibot.config.credentials import alert_password, certificate, client_secret, google_key, password
from qibot.config.loading import DEFAULT_PATH
from qibot.config.loading import load as load_config
from qibot.config.sections import Alerts, Cohort, Imap, Limits, Mailbox, Notes, Programme, Reader, Rung, Smtp, Trust
from qibot.config.signin import Signin

__all__ = [
    "DEFAULT_PATH",
    "Alerts",
    "Cohort",
    "Config",
    "Imap",
    "Limits",
    "Mailbox",
    "Notes",
    "Pace",
    "Programme",
    "Reader",
    "Rung",
    "Signin",
    "Smtp",
    "Trust",
    "alert_password",
    "certificate",
    "client_secret",
    "google_key",
    "load_config",
    "password",
]
