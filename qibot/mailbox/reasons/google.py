"""What Google answers: support.google.com/a/answer/3726730 (SMTP), 7126229 (IMAP), developers.google.com/identity
(service accounts)."""

from __future__ import annotations

from qibot.mailbox.reasons.reason import Reason

_DOC = "docs/google-workspace.md"
_SCOPE = "https://mail.google.com/"

GOOGLE = (
    Reason(
        "unauthorized_client", r"unauthorized_client",
        "Google doesn't let the service account act for {mailbox}",
        "admin.google.com > Security > Access and data control > API controls > Manage domain-wide delegation: the service"
        f" account's Client ID (a long number) with the scope {_SCOPE}, exactly so ({_DOC}, step 3). It takes up to a day,"
        " mostly minutes.",
    ),
    Reason(
        "access_denied", r"access_denied.{0,200}(Requested client not authorized|Account restricted)|Requested client not authorized",
        "Google doesn't let the service account act for {mailbox}",
        f"Enter its Client ID with the scope {_SCOPE} under Manage domain-wide delegation ({_DOC}, step 3).",
    ),
    Reason(
        "invalid_grant, user", r"invalid_grant.{0,200}(Invalid email or User ID|account not found|Not a valid email)",
        "Google knows no account {mailbox}, or not the service account",
        "mailbox.address (or mailbox.user) must be the primary address of an account in your Workspace, no alias and no"
        " group; and the service account must still be there (console.cloud.google.com > IAM > Service accounts).",
    ),
    Reason(
        "invalid_grant, clock", r"invalid_grant.{0,200}(short-lived token|reasonable timeframe|iat and exp)",
        "Google finds that what qibot has signed isn't valid now: this machine's clock is wrong",
        "Set the clock: `timedatectl set-ntp true`, then `timedatectl` must say “System clock synchronized: yes”.",
    ),
    Reason(
        "invalid_grant, key", r"invalid_grant.{0,200}(Invalid (JWT )?signature|Invalid JWT Signature|No key|key.{0,20}not found|disabled)",
        "Google doesn't know the service account's key any more",
        "It was deleted or switched off: make a new one (console.cloud.google.com > Service accounts > Keys > Add key >"
        " JSON) and put it in the place of signin.key_file.",
    ),
    Reason(
        "invalid_scope", r"invalid_scope|restricted_client",
        "Google doesn't know what qibot asks for",
        f"Enter the scope {_SCOPE}, with the slash at its end, under Manage domain-wide delegation ({_DOC}, step 3).",
    ),
    Reason(
        "admin_policy_enforced", r"admin_policy_enforced|org_internal",
        "A policy of your Workspace forbids this app",
        "admin.google.com > Security > API controls > Manage app access: trust the service account's Client ID.",
    ),
    Reason(
        "deleted_client", r"(deleted|disabled)_client|invalid_client.{0,200}The OAuth client was (not found|deleted)",
        "The service account, or its project, was deleted or disabled",
        "Enable it again (console.cloud.google.com > IAM > Service accounts), or make it anew"
        f" ({_DOC}, steps 1 to 3).",
    ),
    Reason(
        "app password needed", r"5\.7\.9 Application-specific password required|Application-specific password required",
        "Google takes an app password only, not the account's own",
        "Make one (myaccount.google.com/apppasswords; it needs 2-Step Verification) and write its 16 letters into the"
        f' password file; or better use a service account: signin.way = "google" ({_DOC}).',
    ),
    Reason(
        "5.7.8", r"5\.7\.8 (Username and Password not accepted|Error: authentication failed.*gsmtp)|BadCredentials|Username and Password not accepted",
        "Google takes user name and password for wrong",
        "The account's own password never works here: use an app password, or a service account"
        f' (signin.way = "google", {_DOC}).',
    ),
    Reason(
        "web login", r"5\.7\.14\b|Please log in (via|with) your web browser|WEBALERT|Web login required",
        "Google wants somebody to sign in as {mailbox} in a browser first",
        "Sign in as {mailbox} at mail.google.com and accept what is asked there; then use an app password, for Google"
        " says this of the account's own, too. A service account never has this.",
    ),
    Reason(
        "IMAP off (Google)", r"not enabled for IMAP use|IMAP access is disabled for your domain|Please turn on IMAP|IMAP is disabled",
        "IMAP is switched off for {mailbox}",
        "admin.google.com > Apps > Google Workspace > Gmail > End user access > POP and IMAP access: on; then, as {mailbox},"
        " Gmail > Settings > Forwarding and POP/IMAP > Enable IMAP.",
    ),
    Reason(
        "Gmail refuses", r"\[AUTHENTICATIONFAILED\] Invalid credentials \(Failure\)|Lookup failed|\[AUTHENTICATIONFAILED\].*gmail",
        "Google doesn't take the sign-in for {mailbox}",
        "With a service account: is mailbox.address the account's primary address, and is Gmail switched on for it? With a"
        " password: only an app password works.",
    ),
    Reason(
        "bandwidth", r"OVERQUOTA.*bandwidth|exceeded command or bandwidth limits|bandwidth limits",
        "More was read from {mailbox} today than Google allows",
        "It is tried again by itself; it may take some hours.",
        passes=True, pause_seconds=1800,
    ),
    Reason(
        "5.4.5", r"5\.4\.5\b|Daily (user )?sending (limit|quota) exceeded|Daily SMTP relay",
        "{mailbox} has sent as much today as Google allows",
        "What waits goes out within a day by itself.",
        passes=True, pause_seconds=3600,
    ),
    Reason(
        "too many logins", r"454 4\.7\.0 (Too many|Cannot)|Too many login attempts|Cannot authenticate due to (a )?temporary system problem",
        "Google has seen too many sign-ins and asks to be left alone for a while",
        "It is tried again by itself.",
        passes=True, pause_seconds=600,
    ),
    Reason(
        "4.7.0", r"421[ -]4\.7\.0|421[ -]4\.4\.5|421[ -]4\.3\.0|4\.2\.1 .*Peak SMTP relay limit|4\.7\.28",
        "The provider asks to be left alone for a while",
        "It is tried again by itself.",
        passes=True, pause_seconds=300,
    ),
)  # fmt: skip
