"""Answers as mail programs write them, page and plain text: each with the habits of one program, in one language.

The quoted letter is one of ours; `{new}` stands for what the sender wrote, as HTML and as the program's plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

OLD = "Please answer by Monday 19 October 2026: just reply to this mail."
OLD_HTML = f"<p>Dear Ann,</p><p>{OLD}</p>"
OLD_LINES = ("Dear Ann,", "", OLD)
US = "QI Practitioner Programme"
BOT = "qi.reports+ab.1.cd@council.example"


@dataclass(frozen=True)
class Client:
    """A mail program's frame around an answer."""

    name: str
    page: str
    text: str

    def __repr__(self) -> str:
        return self.name

    def answer(self, page: str, text: str, old: str = OLD_HTML, old_lines: tuple[str, ...] = OLD_LINES) -> EmailMessage:
        """The body of an answer with this new page and text above the quoted letter."""
        mail = EmailMessage()
        mail.set_content(self.text.format(new=text, old="\n".join(old_lines), marked=marked(old_lines)))
        mail.add_alternative(self.page.replace("{new}", page).replace("{old}", old), subtype="html")
        return mail


def marked(lines: tuple[str, ...]) -> str:
    """Lines as quoted by >."""
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _outlook(name: str, head: tuple[str, str, str, str], day: str) -> Client:
    """Outlook for Windows: Word's HTML, the block under a line; the plain text draws it and marks nothing."""
    sender, sent, to, subject = head
    return Client(
        name,
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator'
        ' content="Microsoft Word 15">'
        "<style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;} --></style>"
        "<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head>"
        '<body lang=EN-GB link="#0563C1" style="word-wrap:break-word"><div class=WordSection1>{new}'
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Ann Lee<br>Improvement Advisor, NHS"
        " Tayside<o:p></o:p></p>"
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=MsoNormal><b>'
        f"<span lang=EN-US>{sender}</span></b><span lang=EN-US> {US} &lt;{BOT}&gt; <br><b>{sent}</b> {day}<br>"
        f"<b>{to}</b>"
        f" Ann Lee &lt;ann@health.example&gt;<br><b>{subject}</b> Report 1 from Jo Smith<o:p></o:p></span></p>"
        "</div></div>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>{old}</div></body></html>",
        "{new}\n\nAnn Lee\nImprovement Advisor, NHS Tayside\n\n"
        f"{sender} {US} <{BOT}>\n{sent} {day}\n{to} Ann Lee <ann@health.example>\n{subject} Report 1 from Jo Smith\n\n"
        "{old}\n",
    )


def _gmail(name: str, attribution: str) -> Client:
    """Gmail: div.gmail_quote with the attribution, and a blockquote; the plain text marks the lines."""
    return Client(
        name,
        '<div dir="ltr">{new}<div><br></div><span class="gmail_signature_prefix">-- </span><br>'
        '<div dir="ltr" class="gmail_signature">Ann Lee</div></div><br>'
        '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
        f'{attribution.replace("<", "&lt;").replace(">", "&gt;")}<br></div><blockquote class="gmail_quote"'
        ' style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{old}</blockquote>'
        "</div>",
        "{new}\n\n-- \nAnn Lee\n\n\n" + attribution + "\n\n{marked}\n",
    )


def _cited(name: str, attribution: str) -> Client:
    """Thunderbird: the attribution in a div of its own above a blockquote."""
    written = attribution.replace("<", "&lt;").replace(">", "&gt;")
    return Client(
        name,
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        "</head><body>{new}"
        f'<p><br></p><div class="moz-cite-prefix">{written}<br></div>'
        '<blockquote type="cite" cite="mid:1@council.example">{old}</blockquote></body></html>',
        "{new}\n\n\n" + attribution + "\n{marked}\n",
    )


OUTLOOK_WEB = Client(
    "Outlook on the web",
    '<html><head><style type="text/css" style="display:none;">P {margin-top:0;margin-bottom:0;}</style></head>'
    '<body dir="ltr"><div class="elementToProof" style="font-family:Aptos;font-size:12pt;color:rgb(0, 0,'
    ' 0);">{new}</div>'
    '<div id="Signature"><p>Ann Lee</p></div><div id="appendonsend"></div>'
    '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri,'
    f' sans-serif" style="font-size:11pt" color="#000000"><b>From:</b> {US} &lt;{BOT}&gt;<br><b>Sent:</b>'
    " 12 October 2026"
    " 10:00<br><b>To:</b> Ann Lee &lt;ann@health.example&gt;<br><b>Subject:</b> Report 1 from Jo Smith</font>"
    "<div>&nbsp;</div></div><div><div>{old}</div></div></body></html>",
    f"{{new}}\n\nAnn Lee\n________________________________\nFrom: {US} <{BOT}>\nSent: 12 October 2026 10:00\n"
    "To: Ann Lee <ann@health.example>\nSubject: Report 1 from Jo Smith\n\n{old}\n",
)
OUTLOOK_PHONE = Client(
    "Outlook for iOS",
    '<html><body><div dir="ltr">{new}</div><div id="ms-outlook-mobile-signature" dir="ltr">Get '
    '<a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr style="display:inline-block;width:98%" tabindex="-1">'
    '<div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message skipProofing"'
    ' style="padding:3pt 0in 0in;border-width:1pt medium medium;border-style:solid none none;color:black">'
    f"<b>From: </b>{US} &lt;{BOT}&gt;<br><b>Date: </b>Monday, 12 October 2026 at 10:00<br><b>To: </b>Ann Lee"
    " &lt;ann@health.example&gt;<br><b>Subject: </b>Report 1 from Jo Smith<br><br></div>{old}</div></body></html>",
    f"{{new}}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: {US} <{BOT}>\n"
    "Date: Monday, 12 October 2026 at 10:00\nTo: Ann Lee <ann@health.example>\nSubject: Report 1 from Jo"
    " Smith\n\n{old}\n",
)
APPLE = Client(
    "Apple Mail",
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap:'
    ' break-word; -webkit-nbsp-mode: space;">{new}<br><div><br><blockquote type="cite"><div>On 12 Oct 2026, at 10:00,'
    f' {US} &lt;{BOT}&gt; wrote:</div><br class="Apple-interchange-newline"><div>{{old}}</div></blockquote></div><br>'
    "</body></html>",
    f"{{new}}\n\n> On 12 Oct 2026, at 10:00, {US} <{BOT}> wrote:\n> \n{{marked}}\n\n",
)
IPHONE = Client(
    "Mail on an iPhone",
    '<html><body dir="auto"><div dir="ltr">{new}</div><div dir="ltr"><br></div><div dir="ltr">Sent from my iPhone</div>'
    f'<div dir="ltr"><br><blockquote type="cite">On 12 Oct 2026, at 10:00, {US} &lt;{BOT}&gt; wrote:<br>'
    "<br></blockquote>"
    '</div><blockquote type="cite"><div dir="ltr">{old}</div></blockquote></body></html>',
    f"{{new}}\n\nSent from my iPhone\n\n> On 12 Oct 2026, at 10:00, {US} <{BOT}> wrote:\n> \n> {{marked}}\n",
)
YAHOO = Client(
    "Yahoo",
    '<html><body><div class="ydp1a2bcyahoo-style-wrap" style="font-size:13px;"><div dir="ltr">{new}</div>'
    "<div><br></div>"
    '</div><div id="ydp3c4dyahoo_quoted_1234567890" class="ydp3c4dyahoo_quoted"><div'
    ' style="color:#26282a;"><div>On Monday'
    f" 12 October 2026 at 10:00:00 BST, {US} &lt;{BOT}&gt; wrote: </div><div><br></div><div>{{old}}</div></div></div>"
    "</body></html>",
    f"{{new}}\n\n    On Monday 12 October 2026 at 10:00:00 BST, {US} <{BOT}> wrote:  \n\n {{old}}\n",
)
PROTON = Client(
    "Proton",
    '<div style="font-family: Arial; font-size: 14px;">{new}</div><div class="protonmail_quote">On Monday, 12 October'
    f' 2026 at 10:00, {US} &lt;{BOT}&gt; wrote:<br><br><blockquote class="protonmail_quote" type="cite">{{old}}'
    "</blockquote><br></div>",
    f"{{new}}\n\nOn Monday, 12 October 2026 at 10:00, {US} <{BOT}> wrote:\n\n{{marked}}\n",
)
ENGLISH, GERMAN = ("From:", "Sent:", "To:", "Subject:"), ("Von:", "Gesendet:", "An:", "Betreff:")
FRENCH = ("De\u00a0:", "Envoyé\u00a0:", "À\u00a0:", "Objet\u00a0:")
SPANISH, DUTCH = ("De:", "Enviado el:", "Para:", "Asunto:"), ("Van:", "Verzonden:", "Aan:", "Onderwerp:")
ITALIAN = ("Da:", "Inviato:", "A:", "Oggetto:")
OUTLOOK = _outlook("Outlook for Windows", ENGLISH, "12 October 2026 10:00")
GMAIL = _gmail("Gmail", f"On Mon, 12 Oct 2026 at 10:00, {US} <{BOT}> wrote:")
THUNDERBIRD = _cited("Thunderbird", f"On 12/10/2026 10:00, {US} wrote:")
CLIENTS = (
    OUTLOOK, OUTLOOK_WEB, OUTLOOK_PHONE, GMAIL, APPLE, IPHONE, THUNDERBIRD, YAHOO, PROTON,
    _outlook("Outlook for Windows in German", GERMAN, "Montag, 12. Oktober 2026 10:00"),
    _outlook("Outlook for Windows in French", FRENCH, "lundi 12 octobre 2026 10:00"),
    _outlook("Outlook for Windows in Spanish", SPANISH, "lunes, 12 de octubre de 2026"),
    _outlook("Outlook for Windows in Dutch", DUTCH, "maandag 12 oktober 2026 10:00"),
    _outlook("Outlook for Windows in Italian", ITALIAN, "lunedì 12 ottobre 2026 10:00"),
    _gmail("Gmail in German", f"Am Mo., 12. Okt. 2026 um 10:00 Uhr schrieb {US} <{BOT}>:"),
    _gmail("Gmail on a German telephone", f"{US} <{BOT}> schrieb am Mo., 12. Okt. 2026, 10:00:"),
    _gmail("Gmail in French", f"Le lun. 12 oct. 2026 à 10:00, {US} <{BOT}> a écrit :"),
    _gmail("Gmail in Spanish", f"El lun, 12 oct 2026 a las 10:00, {US} (<{BOT}>) escribió:"),
    _gmail("Gmail in Italian", f"Il giorno lun 12 ott 2026 alle ore 10:00 {US} <{BOT}> ha scritto:"),
    _gmail("Gmail in Dutch", f"Op ma 12 okt 2026 om 10:00 schreef {US} <{BOT}>:"),
    _gmail("Gmail in Portuguese", f"Em seg., 12 de out. de 2026 às 10:00, {US} <{BOT}> escreveu:"),
    _gmail("Gmail in Swedish", f"Den mån 12 okt. 2026 kl 10:00 skrev {US} <{BOT}>:"),
    _gmail("Gmail in Norwegian", f"man. 12. okt. 2026 kl. 10:00 skrev {US} <{BOT}>:"),
    _gmail("Gmail in Polish", f"pon., 12 paź 2026 o 10:00 {US} <{BOT}> napisał(a):"),
    _gmail("Gmail in Welsh", f"Ar Llun, 12 Hyd 2026 am 10:00 ysgrifennodd {US} <{BOT}>:"),
    _cited("Thunderbird in German", f"Am 12.10.26 um 10:00 schrieb {US}:"),
    _cited("Thunderbird in French", f"Le 12/10/2026 à 10:00, {US} a écrit :"),
    _cited("Thunderbird in Italian", f"Il 12/10/2026 10:00, {US} ha scritto:"),
    _cited("Thunderbird in Danish", f"Den 12.10.2026 kl. 10.00 skrev {US}:"),
)  # fmt: skip
UNKNOWN = _cited("Thunderbird in Estonian", f"{US} kirjutas 12.10.2026 10:00:")  # nobody has taught us its attribution
