"""What providers answer, as they publish it or as it was seen, and what is said to the administrator."""

from __future__ import annotations

import time

import pytest

from qibot.mailbox.reasons import TABLE, Facts, asked_pause, reason_of

FACTS = Facts("qi@council.example", "6babcaad-tenant", "8bbc21e5-app")
TRACE = " Trace ID: 0000aaaa-11bb Correlation ID: aaaa0000-bb11 Timestamp: 2026-11-09 02:02:12Z"

# The row's code; the server's text; what the sentence must name, so that the administrator can do it.
ANSWERS = [
    # Microsoft Entra: “error_description”
    ("AADSTS7000215", "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '8bbc21e5'.", "signin.secret_file"),
    ("AADSTS7000222", "AADSTS7000222: The provided client secret keys for app '8bbc21e5' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security", "signin.secret_expires"),
    ("AADSTS700016", "AADSTS700016: Application with identifier '8bbc21e5' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.", "8bbc21e5-app in the tenant 6babcaad-tenant"),
    ("AADSTS90002", "AADSTS90002: Tenant 'contoso' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.", "signin.tenant"),
    ("AADSTS900023", "AADSTS900023: Specified tenant identifier 'contoso_x' is neither a valid DNS name, nor a valid external domain.", "signin.tenant"),
    ("AADSTS50059", "AADSTS50059: No tenant-identifying information found in either the request or implied by any provided credentials.", "signin.tenant"),
    ("AADSTS700027", "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: 'A1B2C3']", "Upload certificate"),
    ("AADSTS700027", "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by client: 'A1B2C3', Found key 'Start=01/01/2025 00:00:00, End=01/01/2026 00:00:00']", "has expired"),
    ("AADSTS700024", "AADSTS700024: Client assertion is not within its valid time range. Current time: 2024-10-02T22:05:03.6755165Z, assertion valid from 1970-01-01T00:00:00.0000000Z, expiry time of assertion 2024-10-02T21:30:53.0000000Z.", "timedatectl set-ntp true"),
    ("AADSTS700024", "AADSTS70002: Error validating credentials. AADSTS50012: Client assertion is not within its valid time range.", "clock"),
    ("AADSTS7000215", "AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.", "signin.secret_file"),
    ("AADSTS700027", "AADSTS70002: Error validating credentials. AADSTS50012: Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by client: 'C49C']", "Upload certificate"),
    ("AADSTS700027", "AADSTS1000502: The provided certificate is not within its specified validity period.", "qibot signin certificate"),
    ("AADSTS70002", "AADSTS70002: Error validating credentials. The specified client_secret does not match the expected value for this client.", "signin.secret_file"),
    ("AADSTS700016", "AADSTS70001: Application with identifier '8bbc21e5' was not found in the directory 'Contoso'.", "Overview"),
    ("AADSTS50059", "AADSTS50128: Invalid domain name - No tenant-identifying information found in either the request or implied by any provided credentials.", "signin.tenant"),
    ("AADSTS700021", "AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.", "signin.client_id"),
    ("AADSTS700021", "AADSTS700023: Client assertion audience claim does not match Realm issuer.", "signin.authority"),
    ("AADSTS7000216", "AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.", "signin.certificate_file"),
    ("AADSTS7000216", "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", "Allow public client flows"),
    ("AADSTS65001", "AADSTS65001: The user or administrator has not consented to use the application with ID '8bbc21e5' named 'qibot'. Send an interactive authorization request for this user and resource.", "Grant admin consent"),
    ("AADSTS65001", "AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.", "Add what is missing"),
    ("AADSTS700082", "AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-05-01T09:00:00.000Z and was inactive for 90.00:00:00.", "qibot signin device"),
    ("AADSTS700082", "AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.", "qibot signin device"),
    ("AADSTS50173", "AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.", "password was changed"),
    ("AADSTS50076", "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000002'.", "second factor"),
    ("AADSTS50076", "AADSTS50079: Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication.", "signin.device = false"),
    ("AADSTS50076", "AADSTS50072: Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000002'.", "second factor"),
    ("AADSTS50126", "AADSTS50126: Error validating credentials due to invalid username or password.", "qibot signin device"),
    ("AADSTS50034", "AADSTS50034: The user account {EmailHidden} does not exist in the contoso.com directory. To sign into this application, the account must be added to the directory.", "mailbox.address"),
    ("AADSTS50057", "AADSTS50057: The user account is disabled.", "Unblock sign-in"),
    ("AADSTS50053", "AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.", "half an hour"),
    ("AADSTS50053", "AADSTS50053: Sign-in was blocked because it came from an IP address with malicious activity.", "Sign-in logs"),
    ("AADSTS50055", "AADSTS50055: The password is expired.", "Change it in a browser"),
    ("AADSTS53003", "AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.", "exclude the app 8bbc21e5-app"),
    ("AADSTS53003", "AADSTS53000: Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.", "Sign-in logs"),
    ("AADSTS50105", "AADSTS50105: Your administrator has configured the application qibot ('8bbc21e5') to block users unless they are specifically granted ('assigned') access to the application.", "Assignment required: No"),
    ("AADSTS70011", "AADSTS70011: The provided value for the input parameter 'scope' isn't valid. The scope https://example.contoso.com/activity.read isn't valid.", "signin.authority"),
    ("AADSTS500011", "AADSTS500011: The resource principal named https://outlook.office365.com was not found in the tenant named Contoso.", "licence"),
    ("AADSTS7000112", "AADSTS7000112: Application '8bbc21e5'(qibot) is disabled.", "Enabled for users to sign in"),
    ("AADSTS70016", "authorization_pending: AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.", "enter the code"),
    ("AADSTS70019", "expired_token: AADSTS70019: CodeExpired - Verification code expired. Have the user retry the sign-in.", "Begin again"),
    ("AADSTS70000", "invalid_grant: AADSTS70008: The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.", "qibot signin device"),
    ("AADSTS90033", "temporarily_unavailable: AADSTS90033: A transient error has occurred. Please try again.", "by itself"),
    ("AADSTS90033", "temporarily_unavailable: AADSTS90055: There are too many incoming requests.", "by itself"),
    # Exchange Online: SMTP
    ("5.7.139, SMTP AUTH off in the tenant", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM 2026-11-09T10:00:00.000Z 08DC]", "Set-CASMailbox -Identity qi@council.example -SmtpClientAuthenticationDisabled $false"),
    ("5.7.139, SMTP AUTH off for the mailbox", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.", "Set-CASMailbox -Identity qi@council.example"),
    ("5.7.139, security defaults", "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", 'signin.way = "microsoft"'),
    ("5.7.139, basic authentication off", "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.", 'signin.way = "microsoft"'),
    ("5.7.139, basic authentication off", "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", 'signin.way = "microsoft"'),
    ("5.7.139, basic authentication off", "550 5.7.30 Basic authentication is not supported for Client Submission.", 'signin.way = "microsoft"'),
    ("5.7.139, credentials", "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM]", 'signin.way = "microsoft"'),
    ("5.7.139, locked", "535 5.7.139 Authentication unsuccessful, user account is locked.", "unblock sign-in"),
    ("5.7.3", "535 5.7.3 Authentication unsuccessful [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM]", "SMTP.SendAsApp"),
    ("5.7.57", "530 5.7.57 Client not authenticated to send mail. [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM]", "smtp.login = true"),
    ("5.7.57", "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM]", "smtp.login = true"),
    ("5.7.60", "550 5.7.60 SMTP; Client does not have permissions to send as this sender", "Add-RecipientPermission -Identity qi@council.example"),
    ("5.7.60", "554 5.2.252 SendAsDenied; qi@council.example not allowed to send as other@council.example; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message.", "SendAs"),
    ("too many connections", "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=LO4P123MB0001]", "a second qibot"),
    ("submission rate", "451 4.7.66 The sending rate limit was exceeded", "smtp.letters_a_minute"),
    ("day's recipients", "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException.MapiExceptionSubmissionQuotaExceeded; Failed to process message due to a permanent exception", "within a day"),
    ("day's recipients", "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", "within a day"),
    ("day's recipients", "550 5.2.2 Submission quota exceeded", "within a day"),
    ("day's recipients", "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit)", "within a day"),
    ("5.1.8", "550 5.1.8 Access denied, bad outbound sender AS(42003)", "Restricted entities"),
    ("5.7.501", "550 5.7.501 Access denied, spam abuse detected. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653", "Revoke sessions"),
    ("5.7.501", "550 5.7.502 Access denied, banned sender", "Restricted entities"),
    ("5.7.501", "550 5.7.503 Access denied, banned sender", "New service request"),
    ("5.7.705", "550 5.7.705 Access denied, tenant has exceeded threshold", "New service request"),
    ("5.7.705", "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to https://go.microsoft.com/fwlink/?LinkID=526655 AS(7171)", "support"),
    ("throttled", "421 4.3.2 Service not available", "by itself"),
    ("throttled", "452 4.3.1 Insufficient system resources", "by itself"),
    # Exchange Online: IMAP
    ("not connected", "namespace failed: User is authenticated but not connected.", "Add-MailboxPermission -Identity qi@council.example"),
    ("not connected", "User is authenticated but not connected.", "-ImapEnabled $true"),
    ("AUTHENTICATE failed", "AUTHENTICATE failed.", "IMAP.AccessAsApp"),
    ("LOGIN failed", "LOGIN failed.", 'signin.way = "microsoft"'),
    ("throttled", "Request is throttled. Suggested Backoff Time: 299948 milliseconds", "by itself"),
    ("too many connections", "[ALERT] Too many simultaneous connections. (Failure)", "by itself"),
    # Microsoft Graph
    ("Graph 403", '403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}', "Mail.Send"),
    ("5.7.60", '403 {"error":{"code":"ErrorSendAsDenied","message":"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account."}}', "SendAs"),
    ("Graph, no mailbox", '404 {"error":{"code":"ErrorInvalidUser","message":"The requested user \'qi@council.example\' is invalid."}}', "mailbox.address"),
    ("Graph, no mailbox", '404 {"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}', "Exchange Online"),
    ("Graph 401", '401 {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}', "timedatectl"),
    ("throttled", '429 {"error":{"code":"ApplicationThrottled","message":"Application is over its MailboxConcurrency limit."}}', "by itself"),
    ("day's recipients", '429 {"error":{"code":"ErrorExceededMessageLimit","message":"The message limit was exceeded."}}', "within a day"),
    ("5.2.2, full", '507 {"error":{"code":"ErrorQuotaExceeded","message":"The mailbox has exceeded its quota."}}', "quota"),
    # Google: token server
    ("unauthorized_client", "unauthorized_client: Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.", "domain-wide delegation"),
    ("access_denied", "access_denied: Requested client not authorized.", "https://mail.google.com/"),
    ("invalid_grant, user", "invalid_grant: Invalid email or User ID", "primary address"),
    ("invalid_grant, user", "invalid_grant: Invalid grant: account not found", "service account"),
    ("invalid_grant, clock", "invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.", "timedatectl set-ntp true"),
    ("invalid_grant, key", "invalid_grant: Invalid JWT Signature.", "signin.key_file"),
    ("invalid_scope", "invalid_scope: Invalid OAuth scope or ID token audience provided.", "slash at its end"),
    ("admin_policy_enforced", "admin_policy_enforced: The administrator of the domain has restricted this app.", "Manage app access"),
    ("deleted_client", "deleted_client: The OAuth client was deleted.", "make it anew"),
    ("deleted_client", "disabled_client: The OAuth client was disabled.", "Enable it again"),
    # Google: SMTP and IMAP (support.google.com/a/answer/3726730)
    ("app password needed", "534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor gsmtp", "apppasswords"),
    ("app password needed", "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "password file"),
    ("5.7.8", "535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials gsmtp", "app password"),
    ("web login", "534 5.7.14 <https://accounts.google.com/signin/continue?sarp=1> Please log in via your web browser and then try again. gsmtp", "app password"),
    ("web login", "534 5.7.9 Please log in with your web browser and then try again. For more 5.7.9 information, go to 5.7.9 https://support.google.com/mail/?p=WebLoginRequired gsmtp", "mail.google.com"),
    ("IMAP off (Google)", "[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)", "Enable IMAP"),
    ("IMAP off (Google)", "[ALERT] IMAP access is disabled for your domain. Please contact your domain administrator for questions about this feature. (Failure)", "POP and IMAP access"),
    ("Gmail refuses", "[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "primary address"),
    ("bandwidth", "[OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)", "some hours"),
    ("5.4.5", "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852 gsmtp", "within a day"),
    ("too many logins", "454 4.7.0 Too many login attempts, please try again later. gsmtp", "by itself"),
    ("4.7.0", "421 4.7.0 Temporary System Problem. Try again later. gsmtp", "by itself"),
    ("4.7.0", "450 4.2.1 Peak SMTP relay limit exceeded for this customer. This is a temporary error. gsmtp", "by itself"),
    ("4.7.0", "421 4.4.5 Server busy, try again later. gsmtp", "by itself"),
]  # fmt: skip

# What ordinary servers say of their own, and people's letters: no row is theirs.
OTHERS = [
    "[AUTHENTICATIONFAILED] Authentication failed.",
    "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
    "550 5.1.1 There is nobody of that name",
    "451 4.3.0 Come back later",
    "454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
    "454 4.7.0 TLS not available due to local problem",
    "552 5.3.4 Message size exceeds fixed limit",
    "452 4.2.2 Mailbox full",
    "550 5.7.1 Message rejected due to content restrictions",
    "Mailbox doesn't exist: Reports",
    "",
]

# What providers say about one recipient alone: for the others letters go on.
ONE_RECIPIENT = [
    "450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time. gsmtp",
    "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. gsmtp",
    "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded",
    "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded",
    "550 5.2.122 Recipient's per hour message receive limit exceeded",
    "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by your organization's tenant recipient block policy",
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "named"), ANSWERS, ids=[f"{n} {a[0]}" for n, a in enumerate(ANSWERS)])
def test_each_answer_is_told_in_words_with_what_to_do(code: str, text: str, named: str) -> None:
    row = reason_of(text + TRACE if "AADSTS" in text else text)
    assert row is not None
    assert row.code == code
    sentence = row.sentence(FACTS)
    assert named in sentence
    assert "{" not in sentence
    assert sentence.endswith((".", "!", "?"))


def test_at_least_thirty_answers_are_known_and_each_row_has_one_of_these_tests() -> None:
    assert len(TABLE) >= 30
    assert {row.code for row in TABLE} == {code for code, _, _ in ANSWERS}


@pytest.mark.parametrize("text", ONE_RECIPIENT)
def test_what_is_about_one_recipient_stops_nobody_elses_letters(text: str) -> None:
    row = reason_of(text)
    assert row is None or not (row.stops or row.passes), row


@pytest.mark.parametrize("text", OTHERS)
def test_what_other_servers_say_is_not_taken_for_a_providers_answer(text: str) -> None:
    assert reason_of(text) is None


def test_what_passes_by_itself_asks_nobody_to_mend_anything() -> None:
    for row in TABLE:
        assert row.passes or not row.pause_seconds, row.code
        assert row.passes == ("by itself" in row.todo or row.code in ("AADSTS50053", "AADSTS70016")), row.code


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Request is throttled. Suggested Backoff Time: 299948 milliseconds", 299.948),
        ("Retry-After: 120", 120),
        ("Retry-After: 999999", 21_600),
        ("Suggested Backoff Time: 999999999 milliseconds", 21_600),
        ("421 4.3.2 Service not available", 0),
    ],
)
def test_the_pause_that_a_server_asks_for_is_heard_up_to_six_hours(text: str, seconds: float) -> None:
    assert asked_pause(text) == seconds


@pytest.mark.parametrize("text", ["x" * 3_000_000, "access_denied" * 200_000, "invalid_grant 5.7.139" * 150_000])
def test_a_page_without_end_costs_nothing(text: str) -> None:
    begun = time.process_time()
    reason_of(text)
    asked_pause(text)
    assert time.process_time() - begun < 0.5
