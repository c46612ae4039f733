"""The configuration: one TOML file, read and checked once; the only reader of settings and secrets.

In: a file. Out: `Config`, or a ConfigError that names each fault and its place. Imports only `errors`.
"""

from qibot.config.alerts import Alerts
from qibot.config.calendar import Reader, Rung
from qibot.config.config import Config, Pace
from qibot.config.credentials import alert_password, certificate, client_secret, google_key, password
from qibot.config.limits import Limits
from qibot.config.loading import DEFAULT_PATH
from qibot.config.loading import load as load_config
from qibot.config.mailbox import Imap, Mailbox, Smtp
from qibot.config.notes import Notes
from qibot.config.programme import Cohort, Programme
from qibot.config.signin import Signin
from qibot.config.trust import Trust

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
