"""What Microsoft's token server answers (AADSTS…): learn.microsoft.com, “Microsoft Entra authentication and
authorization error codes”, and the texts that it sends."""

from __future__ import annotations

from qibot.mailbox.reasons.reason import Reason

_APP = "Entra admin centre > App registrations > your app"
_DOC = "docs/microsoft-365.md"


def _code(number: int) -> str:
    return rf"AADSTS{number}\b"


ENTRA = (
    Reason(
        "AADSTS7000215", _code(7000215) + r"|AADSTS50012\b.{0,40}client secret",
        "Microsoft doesn't know this client secret",
        "Put the secret's Value, not its Secret ID, into signin.secret_file. It is shown only once: if it is gone, make a"
        f" new one ({_APP} > Certificates & secrets), or better use a certificate: `qibot signin certificate`.",
    ),
    Reason(
        "AADSTS7000222", _code(7000222),
        "The app's client secret has expired",
        f"Make a new one ({_APP} > Certificates & secrets), put its Value into signin.secret_file and its end into"
        " signin.secret_expires; or use a certificate, which lasts longer: `qibot signin certificate`.",
    ),
    Reason(
        "AADSTS700016", _code(700016) + "|" + _code(700011) + "|" + _code(70001),
        "There is no app {client_id} in the tenant {tenant}",
        f"Compare signin.client_id with the Application (client) ID and signin.tenant with the Directory (tenant) ID on"
        f" the app's Overview page ({_DOC}, step 1): one of them belongs to another app or another tenant.",
    ),
    Reason(
        "AADSTS90002", _code(90002) + "|tenant .{0,80}not found|invalid_tenant",
        "Microsoft knows no tenant {tenant}",
        f"Set signin.tenant to the Directory (tenant) ID on the app's Overview page ({_DOC}, step 1).",
    ),
    Reason(
        "AADSTS900023", _code(900023),
        "“{tenant}” isn't a tenant's name",
        f"Set signin.tenant to the Directory (tenant) ID on the app's Overview page ({_DOC}, step 1).",
    ),
    Reason(
        "AADSTS50059", _code(50059) + "|" + _code(50128),
        "Microsoft can't tell from the request which tenant is meant",
        f"Set signin.tenant to the Directory (tenant) ID on the app's Overview page ({_DOC}, step 1).",
    ),
    Reason(
        "AADSTS700024", _code(700024) + r"|AADSTS50012\b.{0,80}valid time range",
        "Microsoft finds that what qibot has signed isn't valid now: this machine's clock is wrong",
        "Set the clock: `timedatectl set-ntp true`, then `timedatectl` must say “System clock synchronized: yes”.",
    ),
    Reason(
        "AADSTS700027", r"AADSTS(700027|50012|7000214|7000274|7000277|1000502)\b",
        "Microsoft doesn't know the certificate with which qibot signs, or it has expired",
        f"Upload the public part that `qibot signin certificate` wrote (…-public.pem): {_APP} > Certificates & secrets >"
        " Certificates > Upload certificate. The thumbprint shown there must be the one that `qibot check` prints.",
    ),
    Reason(
        "AADSTS700021", _code(700021) + "|" + _code(700023),
        "What qibot has signed was made for another tenant or another app",
        "Compare signin.client_id, signin.tenant and signin.authority with the app's Overview page.",
    ),
    Reason(
        "AADSTS7000216", _code(7000216) + "|" + _code(7000218),
        "The app has to prove itself, and qibot has neither a certificate nor a secret for it",
        "Name one as signin.certificate_file or signin.secret_file. For the device sign-in: "
        f"{_APP} > Authentication > Allow public client flows: Yes.",
    ),
    Reason(
        "AADSTS65001", r"AADSTS(65001|650056|650057|90094)\b",
        "The app lacks a permission, or nobody has consented to it yet",
        f"Add what is missing, then an administrator presses {_APP} > API permissions > Grant admin consent; each row must then say “Granted”"
        f" ({_DOC}, step 3).",
    ),
    Reason(
        "AADSTS700082", _code(700082) + "|" + _code(70043),
        "The device sign-in has lapsed, since it wasn't used for too long or a policy bounds its life",
        "Sign in again: `qibot signin device`.",
    ),
    Reason(
        "AADSTS50173", r"AADSTS(50173|50132|50133)\b",
        "The device sign-in was revoked: the account's password was changed, or its sessions were ended",
        "Sign in again: `qibot signin device`.",
    ),
    Reason(
        "AADSTS50076", r"AADSTS(5007[24689]|53004)\b",
        "The account has to confirm itself with a second factor",
        "Sign in again as the mailbox and confirm on your telephone: `qibot signin device`. A policy that asks for it each"
        " time can't be met by a program: use the app's own sign-in (signin.device = false) instead.",
    ),
    Reason(
        "AADSTS50126", _code(50126),
        "Microsoft takes this user name with this password for wrong",
        "Sign in again as the mailbox: `qibot signin device`.",
    ),
    Reason(
        "AADSTS50034", _code(50034),
        "There is no account of this name in the tenant {tenant}",
        "Check mailbox.address (or mailbox.user): a shared mailbox's account is named like its address.",
    ),
    Reason(
        "AADSTS50057", _code(50057),
        "The account is disabled",
        "A shared mailbox's account always is: use the app's own sign-in (signin.device = false). Else let an administrator"
        " unblock it: Microsoft 365 admin centre > Users > Active users > Unblock sign-in.",
    ),
    Reason(
        "AADSTS50053", _code(50053),
        "The account is locked, since somebody has tried wrong passwords too often; or Microsoft takes this machine's"
        " address for malicious",
        "Wait half an hour; if it stays, the failure reason in Entra admin centre > Sign-in logs says which of the two.",
        passes=True, pause_seconds=1800,
    ),
    Reason(
        "AADSTS50055", _code(50055) + "|" + _code(50144),
        "The account's password has expired",
        "Change it in a browser (portal.office.com), then `qibot signin device`.",
    ),
    Reason(
        "AADSTS53003", r"AADSTS(5300[0-3]|50131|530032)\b",
        "A Conditional Access policy of your tenant forbids this sign-in",
        "Entra admin centre > Sign-in logs (service principal sign-ins for an app) > the failed one > Conditional Access"
        " names the policy: exclude the app {client_id} from it, or allow this machine's address.",
    ),
    Reason(
        "AADSTS50105", _code(50105),
        "The account isn't assigned to the app",
        "Entra admin centre > Enterprise applications > the app > Users and groups: add the mailbox's account, or set"
        " Properties > Assignment required: No.",
    ),
    Reason(
        "AADSTS70011", _code(70011) + "|" + _code(1002012),
        "Microsoft doesn't know the permission that qibot asks for",
        "Your tenant is perhaps in another cloud: check signin.authority.",
    ),
    Reason(
        "AADSTS500011", _code(500011) + "|" + _code(500014) + "|" + _code(650052),
        "The service “Office 365 Exchange Online” is missing or switched off in the tenant {tenant}",
        "Is there an Exchange Online licence in this tenant? If it is new, open the Exchange admin centre once and wait an"
        " hour.",
    ),
    Reason(
        "AADSTS7000112", _code(7000112),
        "The app is switched off",
        "Entra admin centre > Enterprise applications > the app > Properties > Enabled for users to sign in: Yes.",
    ),
    Reason(
        "AADSTS70016", "authorization_pending|" + _code(70016),
        "Nobody has entered the code yet",
        "Open the page that `qibot signin device` names, and enter the code there.",
        passes=True,
    ),
    Reason(
        "AADSTS70019", _code(70019) + "|expired_token|code_expired",
        "The code was not entered within its quarter of an hour",
        "Begin again: `qibot signin device`.",
    ),
    Reason(
        "AADSTS70000", r"AADSTS7000[08]\b|interaction_required",
        "The device sign-in isn't valid any more",
        "Sign in again: `qibot signin device`.",
    ),
    Reason(
        "AADSTS90033", r"AADSTS(90033|90006|90012|90024|90055|50033|50196)\b|temporarily_unavailable",
        "Microsoft's sign-in is overloaded or down for a while",
        "It is tried again by itself; status.cloud.microsoft says how it stands.",
        passes=True, pause_seconds=60,
    ),
    Reason(
        "AADSTS70002", _code(70002),  # last: it often stands in front of the code that says more
        "Microsoft doesn't take the proof that the app is itself",
        f"Compare signin.client_id with the app's Overview page, and what is in signin.secret_file or"
        f" signin.certificate_file with {_APP} > Certificates & secrets.",
    ),
)  # fmt: skip
