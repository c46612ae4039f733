"""Whether a message is a mail server's news of a letter (RFC 3464), in whatever shape the server gives it.

Structure decides: a delivery report, a server's own fields, a sender that is no person. Words decide only together with
a mark that no person's mail bears (an empty return path, Auto-Submitted, a no-reply address) or with the message that
came back, since people write about such things, and pass them on.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.quoting import is_forward
from qibot.screening.wording import plainly

STATUS = ("message/delivery-status", "message/global-delivery-status")
RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
OPENING = 600  # characters of a text among which a server says what it is about
_SUBJECT = 200
_DAEMON = expression(r"(?:mailer-?daemon|mail-daemon|postmaster|microsoftexchange|mdaemon)")
_NO_REPLY = expression(
    r"(?:no-?reply|do-?not-?reply|mailer-?daemon|mail-daemon|postmaster|bounces?)[@+.-]|<>", re.IGNORECASE
)
_DAEMONS_NAME = expression(
    r"(?:internet )?mail delivery|mailer[ -]daemon|mail-daemon|postmaster\b|system administrator\b|courier mail server"
)
_NO_ADDRESS = expression(r"^<>$|<>\s*$|<@|^\"?mailer-daemon\b|^\"?postmaster\b", re.IGNORECASE)
_FIELDS = ("X-Failed-Recipients", "X-MS-Exchange-Message-Is-Ndr", "X-MDDSN-Message", "X-MailerError", "X-DSNContext")
_SESSION = expression(r"^[ \t>]*-{2,} ?session\b", re.IGNORECASE | re.MULTILINE)
_COPY = expression(
    r"^[ \t>]*(?:-{2,} ?(?:below this line|this is a copy|the header|unsent message"
    r"|original message|returned message)"
    r"|(?:possibly truncated )?(?:original )?message (?:headers )?follows?\b|your original message\b|original message\b"
    r"|-{4,} original)",
    re.IGNORECASE | re.MULTILINE,
)
_CODE = expression(r"\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}\b)?|\b[45]\.[0-7]\.\d{1,3}\b")

# As `plainly` writes them: how servers open, in a dozen languages, that a letter didn't arrive, or not yet.
FAILS = expression(
    r"undeliver|returned (?:mail|to sender)|failure notice|mail system error"
    r"|delivery (?:status|failure|failed|has |report|notification|delayed|problem|incomplete|to the following)"
    r"|(?:mail|e-?mail|message)s? (?:delivery|transport) (?:failed|failure|delayed|error|problem|status)"
    r"|(?:mail|e-?mail|message|it)s? (?:you sent )?(?:status - undeliverable|blocked|rejected"
    r"|(?:could|can|was|has|is|did)(?: not|n't|not) (?:be |been |yet )?(?:delivered|sent|reach))"
    r"|(?:permanent|transient) delivery|warning: (?:could not send|message|delivery|mail)|delayed (?:mail|delivery)"
    r"|notice: mail delivery|error sending message|mail returned|could not be delivered|not been delivered"
    r"|unzustellbar|zustellung (?:fehl|verzoger|verzog|nicht)|(?:nicht|verzogerte) (?:zugestellt|zustellung|zustellbar)"
    r"|fehler bei der nachrichtenzustellung|nachrichtenzustellung|unzustellbare"
    r"|non remis|echec de la (?:remise|livraison)|remise (?:differee|retardee)|non distribu"
    r"|(?:message|courrier) non (?:remis|delivre)"
    r"|no se (?:puede|pudo|ha podido) entregar|entrega (?:retrasada|fallida)|no entregado"
    r"|non recapit|impossibile recapitare|recapito (?:non riuscito|posticipato)|mancato recapito"
    r"|nao (?:entregue|pode ser entregue)|falha na entrega|entrega atrasada"
    r"|niet te bezorgen|onbestelbaar|(?:vertraagde )?bezorging|niet bezorgd"
    r"|kan inte levereras|kunde inte levereras|fordrojd leverans|kan ikke leveres"
    r"|levering(?:en)? (?:mislykk|forsink|til)"
    r"|forsinket levering|niedostarczal|nie (?:mozna|udalo sie) dostarczyc|dostarczenie wiadomosci|opoznion"
    r"|ei voi toimittaa|toimitus epaonnistui|viestin toimitus|methu danfon|heb ei ddanfon|methodd y neges"
)
_REFUSED = expression(r"\b(?:rejected|refused|rejection)\b")
_TAGGED = expression(r"(?:\[[^\[\]]{1,30}\]|\*{2,})\s*")


def is_bounce(mail: Mail) -> bool:
    """Whether the message is a server's report about a delivery. Words alone never make it one."""
    if any(kind.endswith(("disposition-notification", "feedback-report")) for kind in mail.kinds):
        return _is_refusal(mail)
    if any(mail.fields(name) for name in _FIELDS):
        return True
    by_daemon = is_daemon(mail)
    if mail.content_type == "multipart/report" and _report_type(mail) in (
        "",
        "delivery-status",
        "global-delivery-status",
    ):
        return True
    if any(kind in mail.kinds for kind in STATUS) and (by_daemon or not _is_passed_on(mail)):
        return True
    attached = [d for d in mail.files if d.content_type not in RETURNED]
    if by_daemon and (_has_no_path(mail) or not attached):
        return True
    return not _is_passed_on(mail) and _says_so(mail)


def _is_refusal(mail: Mail) -> bool:
    """Whether it is a server's receipt that refuses a letter and returns it: Sieve's `reject` (RFC 5429, 2.1.2)."""
    returned = any(kind in mail.kinds for kind in RETURNED)
    return (
        returned
        and is_daemon(mail)
        and _REFUSED.search(plainly(f"{mail.subject[:_SUBJECT]}\n{mail.text[:OPENING]}")) is not None
    )


def is_daemon(mail: Mail) -> bool:
    """Whether its sender is a mail server, by the address or where there is none."""
    if mail.sender:
        return _DAEMON.match(mail.sender) is not None
    said = [value.strip() for value in mail.fields("From")]
    return len(said) == 1 and _NO_ADDRESS.search(said[0]) is not None


def is_daemons(writer: str) -> bool:
    """Whether an address, or a name, is a mail server's."""
    return _DAEMON.match(writer.lower()) is not None or _DAEMONS_NAME.match(plainly(writer)) is not None


def returns_letter(mail: Mail) -> bool:
    """Whether mail that nobody can be answered for holds a message that came back, or may name one: from no address, an
    empty return path, a daemon or a no-reply address. If it names a letter of ours, it is a bounce first."""
    if any(kind.endswith("disposition-notification") for kind in mail.kinds):
        return False
    null_path = any(path.strip() in ("<>", "") for path in mail.fields("Return-Path"))
    nobody = mail.sender is None or _NO_REPLY.match(mail.sender) is not None or null_path
    return nobody and (any(kind in mail.kinds for kind in RETURNED) or not mail.files)


def above_copy(text: str, *, talk: bool = True) -> str:
    """What the server says itself, above the copy of the letter that it returns; with its talk with the other server,
    or without, since that names senders, too."""
    ends = (found.start() for words in ((_COPY,) if talk else (_COPY, _SESSION)) if (found := words.search(text)))
    return text[: min(ends, default=len(text))]


def _says_so(mail: Mail) -> bool:
    """Whether its words say that a letter came back, and a mark no person's mail bears, or the letter, confirms it."""
    subject = _TAGGED.sub("", plainly(mail.subject[:_SUBJECT]), count=2)
    in_subject, by_machine = FAILS.match(subject) is not None, _is_by_machine(mail)
    returned = any(kind in mail.kinds for kind in RETURNED)
    if by_machine and in_subject:
        return True
    if not (by_machine or (in_subject and returned)) or not FAILS.search(plainly(mail.text[:OPENING])):
        return False
    below = mail.text[: 4 * OPENING]
    return returned or bool(_CODE.search(mail.text[:OPENING]) or above_copy(below, talk=False) != below)


def _is_by_machine(mail: Mail) -> bool:
    submitted = [value.split(";")[0].split("(")[0].strip().lower() for value in mail.fields("Auto-Submitted")]
    if _has_no_path(mail) or any(value not in ("", "no") for value in submitted):
        return True
    name = plainly(mail.sender_name)
    return _DAEMONS_NAME.match(name) is not None or bool(mail.sender and _NO_REPLY.match(mail.sender))


def _has_no_path(mail: Mail) -> bool:
    """Whether the return path is empty, as some mailboxes write that, too (Postfix's local delivery, qmail)."""
    paths = [path.strip().strip("<>").lower() for path in mail.fields("Return-Path")]
    return any(path in ("", "#@[]") or path.startswith("mailer-daemon") for path in paths)


def _is_passed_on(mail: Mail) -> bool:
    """Whether a person passes on what came to them, or answers it."""
    return is_forward(mail.subject) or mail.subject.lstrip().lower().startswith(("re:", "aw:", "sv:", "antw:"))


def _report_type(mail: Mail) -> str:
    found = re.search(r"report-type\s*=\s*\"?([\w-]+)", " ".join(mail.fields("Content-Type")), re.IGNORECASE)
    return found[1].lower() if found else ""
