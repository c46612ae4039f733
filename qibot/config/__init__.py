"""The configuration: one TOML file, read and checked once; the only reader of settings and secrets.

In: a file. Out: `Config`, or a ConfigError that names each fault and its place. Imports only `errors`.
"""

from qibot.config.config import Config
from qibot.config.loading import DEFAULT_PATH, alert_password, password
from qibot.config.loading import load as load_config
from qibot.config.sections import Alerts, Cohort, Imap, Limits, Mailbox, Programme, Reader, Rung, Smtp, Trust

__all__ = [
    "DEFAULT_PATH",
    "Alerts",
    "Cohort",
    "Config",
    "Imap",
    "Limits",
    "Mailbox",
    "Programme",
    "Reader",
    "Rung",
    "Smtp",
    "Trust",
    "alert_password",
    "load_config",
    "password",
]
