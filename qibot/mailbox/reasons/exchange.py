"""What Exchange Online's IMAP, SMTP and Graph answer: learn.microsoft.com, “Email non-delivery reports in Exchange
Online”, “Authenticate an IMAP, POP or SMTP connection using OAuth”, “Exchange Online limits”, “Graph error responses”."""

from __future__ import annotations

from qibot.mailbox.reasons.reason import Reason

_DOC = "docs/microsoft-365.md"
_FULL = "`Add-MailboxPermission -Identity {mailbox} -User <the service principal's ID> -AccessRights FullAccess`"

EXCHANGE = (
    Reason(
        "5.7.139, SMTP AUTH off in the tenant", r"5\.7\.139.{0,200}SmtpClientAuthentication is disabled for the Tenant",
        "SMTP AUTH is switched off for your whole organisation",
        "Switch it on for this one mailbox: `Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false`"
        f' (PowerShell, Connect-ExchangeOnline); it takes up to an hour. Or send without it: smtp.via = "graph" ({_DOC},'
        " step 6).",
    ),
    Reason(
        "5.7.139, SMTP AUTH off for the mailbox", r"5\.7\.139.{0,200}SmtpClientAuthentication is disabled for the Mailbox",
        "SMTP AUTH is switched off for this mailbox",
        "`Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false` (PowerShell, Connect-ExchangeOnline);"
        f' it takes up to an hour. Or send without it: smtp.via = "graph" ({_DOC}, step 6).',
    ),
    Reason(
        "5.7.139, security defaults", r"5\.7\.139.{0,200}security defaults",
        "Your tenant's security defaults forbid passwords for mail programs",
        f'Sign in with a token instead: signin.way = "microsoft" ({_DOC}).',
    ),
    Reason(
        "5.7.139, basic authentication off",
        r"5\.7\.139.{0,200}(basic authentication is disabled|did not meet the criteria)|5\.7\.30\b|Basic authentication is not supported",
        "Microsoft takes no password for this any more",
        f'Sign in with a token instead: signin.way = "microsoft" ({_DOC}).',
    ),
    Reason(
        "5.7.139, credentials", r"5\.7\.139.{0,200}credentials were incorrect",
        "Microsoft takes user name and password for wrong, or takes no password here at all",
        f'Sign in with a token instead: signin.way = "microsoft" ({_DOC}).',
    ),
    Reason(
        "5.7.139, locked", r"5\.7\.139.{0,200}(locked|blocked|disabled)",
        "The account is locked or its sign-in is blocked",
        "Microsoft 365 admin centre > Users > Active users > the account: unblock sign-in. Entra's sign-in logs say why.",
    ),
    Reason(
        "5.7.3", r"535 5\.7\.3\b|5\.7\.3 Authentication unsuccessful",
        "Exchange doesn't take the sign-in for sending as {mailbox}",
        "Of these one is missing: the permission SMTP.SendAsApp with admin consent; `New-ServicePrincipal` with the Object"
        " ID from Enterprise applications (not from App registrations); the right to the mailbox: " + _FULL + "; or"
        f" `Set-CASMailbox -Identity {{mailbox}} -SmtpClientAuthenticationDisabled $false` ({_DOC}, steps 3 to 5).",
    ),
    Reason(
        "5.7.57", r"5\.7\.57\b",
        "Exchange takes no mail without a sign-in",
        "Set smtp.login = true and smtp.port = 587.",
        stops=True,
    ),
    Reason(
        "5.7.60", r"5\.7\.60\b|5\.2\.252\b|SendAsDenied|ErrorSendAsDenied",
        "Who is signed in may not send as {mailbox}",
        "`Add-RecipientPermission -Identity {mailbox} -Trustee <the service principal's ID> -AccessRights SendAs`; and"
        " mailbox.address must be the mailbox's primary address, or an alias that may send"
        " (`Set-OrganizationConfig -SendFromAliasEnabled $true`).",
        stops=True,
    ),
    Reason(
        "not connected", r"User is authenticated but not connected",
        "Microsoft has let the app in, but not to the mailbox {mailbox}",
        "Give the app the right to it: " + _FULL + f" ({_DOC}, step 4), that IMAP is on for it"
        " (`Set-CASMailbox -Identity {mailbox} -ImapEnabled $true`), and see that mailbox.address is that mailbox and has"
        " a licence or is a shared one. The right takes up to an hour.",
    ),
    Reason(
        "AUTHENTICATE failed", r"^\W*AUTHENTICATE failed\b",
        "Exchange doesn't take the sign-in for reading {mailbox}",
        "Of these one is missing: the permission IMAP.AccessAsApp of “Office 365 Exchange Online” with admin consent;"
        " `New-ServicePrincipal` with the Object ID from Enterprise applications (not from App registrations); the right: "
        + _FULL + "; IMAP switched on: `Set-CASMailbox -Identity {mailbox} -ImapEnabled $true`"
        f" ({_DOC}, steps 3 to 5).",
    ),
    Reason(
        "LOGIN failed", r"^\W*LOGIN failed\b",
        "The server takes no password for this mailbox",
        f'Where this is Microsoft 365, passwords are over: signin.way = "microsoft" ({_DOC}). Else check mailbox.user'
        " and the mailbox's password.",
    ),
    Reason(
        "too many connections", r"432 4\.3\.2(?!.{0,40}recipient)|4\.3\.2 .*Concurrent connections limit exceeded|too many (simultaneous|concurrent) connections"
        r"|UserConcurrencyLimit|MaxConcurrency",
        "There are more connections to {mailbox} at once than the provider allows",
        "It is tried again by itself. Does a second qibot, or a mail program, use the same mailbox?",
        passes=True, pause_seconds=60,
    ),
    Reason(
        "submission rate", r"4\.7\.66\b|(sending|message) rate limit.{0,60}exceeded|SubmissionRateLimit|sender.{0,40}exceeded.{0,40}rate",
        "More letters were sent in a minute than the provider allows",
        "It is tried again by itself. If this comes often, set smtp.letters_a_minute lower.",
        passes=True, pause_seconds=60,
    ),
    Reason(
        "day's recipients", r"Submission ?Quota ?Exceeded|5\.1\.90\b|5\.7\.23[23]\b|recipient rate limit|ErrorExceededMessageLimit|ErrorMessageSubmissionBlocked",
        "{mailbox}, or its whole organisation, has sent to as many people today as the provider allows",
        "What waits goes out within a day by itself.",
        passes=True, pause_seconds=3600,
    ),
    Reason(
        "5.1.8", r"5\.1\.8\b|bad outbound sender|restricted (users|entities)",
        "Microsoft has stopped {mailbox} from sending, since it takes its mail for unwanted",
        "Microsoft Defender portal > Email & collaboration > Review > Restricted entities: unblock it, when you have seen"
        " that nobody misuses it.",
        stops=True,
    ),
    Reason(
        "5.7.501", r"5\.7\.50[1-3]\b|Access denied, (spam abuse detected|banned sender)",
        "Microsoft has banned {mailbox} from sending, since it has seen unwanted mail from it",
        "See that nobody misuses it: change its password, sign it out everywhere (Entra admin centre > Users > {mailbox} >"
        " Revoke sessions), renew the app's secret or certificate. Then Microsoft Defender portal > Email & collaboration"
        " > Review > Restricted entities: unblock it; where it isn't listed there, only Microsoft's support can lift the"
        " ban: Microsoft 365 admin centre > Support > New service request.",
        stops=True,
    ),
    Reason(
        "5.7.705", r"5\.7\.70[0-24-8]\b|5\.7\.7[1-4]\d\b|tenant has exceeded threshold",
        "Microsoft takes no outgoing mail from your tenant for now",
        "Only Microsoft's support can lift this: Microsoft 365 admin centre > Support > New service request.",
        stops=True,
    ),
    Reason(
        "5.2.2, full", r"5\.2\.2\b.*(full|quota)|ErrorQuotaExceeded|MailboxFull|\[OVERQUOTA\]",
        "{mailbox} is full",
        "Make room in it, or let an administrator raise its quota; archived mail in qibot/done may be deleted.",
    ),
    Reason(
        "throttled", r"421 4\.3\.2|4\.3\.1 Insufficient system resources|4\.3\.2 (Service not (active|available)|The server is busy)"
        r"|Server Busy|throttl|ApplicationThrottled|TooManyRequests|Suggested Backoff Time|Request is throttled",
        "The provider asks to be left alone for a while",
        "It is tried again by itself.",
        passes=True, pause_seconds=60,
    ),
    Reason(
        "Graph 403", r"ErrorAccessDenied|Authorization_RequestDenied|Access is denied\. Check credentials",
        "Graph forbids the app to send as {mailbox}",
        "Give the app the role “Application Mail.Send” for this mailbox: `New-ManagementRoleAssignment`"
        f" ({_DOC}, step 6; it takes up to two hours). Where an application access policy bounds the app, {{mailbox}} must"
        " be in its group.",
    ),
    Reason(
        "Graph, no mailbox", r"ErrorInvalidUser|MailboxNotEnabledForRESTAPI|ErrorNonExistentMailbox|Request_ResourceNotFound|ResourceNotFound",
        "Graph finds no mailbox {mailbox} in this tenant",
        "mailbox.address (or mailbox.user) must be the mailbox's user principal name, and the mailbox must lie in Exchange"
        " Online (not on a server of your own).",
    ),
    Reason(
        "Graph 401", r"InvalidAuthenticationToken|CompactToken|Lifetime validation failed|token is expired",
        "Graph doesn't take the token",
        "Compare signin.tenant with the app's Overview page, and set this machine's clock (`timedatectl set-ntp true`).",
    ),
)  # fmt: skip
