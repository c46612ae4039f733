"""What machines say in words that no person writes of themselves, told by their first sentences, in many languages.

Nothing here is looked for in the middle of a text, beside a document or in what somebody passes on: people write about
mailboxes that nobody watches and requests that were received, too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.message import Mail
from qibot.quoting import is_forward
from qibot.screening.owed import promises_report
from qibot.screening.titles import title_of
from qibot.screening.wording import plainly

HEAD = 900  # characters of a text that are looked at
SENTENCES = 4  # of which each may begin so
LONGEST = 160  # words of an absence
_GREETING = expression(
    r"(?:(?:dear|hello|hi|hallo|bonjour|hola|ciao|good (?:morning|afternoon|day)|sehr geehrte\w?|guten tag"
    r"|madame|helo|annwyl)"
    r"\b[^.!\n]{0,60}?[,.!:]\s*)"
)
_THANKS = expression(
    r"(?:(?:many )?thank(?:s| you)(?: very much)? for (?:your (?:e-?mail|mail|message|enquiry|note)"
    r"|contacting [^.!]{2,60}?|(?:getting in touch|being in touch)(?: with [^.!]{2,60}?)?(?=[.!,]))"
    r"|vielen dank fur ihre (?:nachricht|e-?mail|mail)|thanks for your mail|merci (?:pour|de) votre (?:message"
    r"|courriel|mail)"
    r"|gracias por (?:su|tu) (?:mensaje|correo)|grazie per (?:la tua|il tuo|la sua|il suo) (?:e-?mail|messaggio|mail)"
    r"|bedankt voor (?:uw|je) (?:bericht|e-?mail|mail)|tack for ditt (?:mejl|mail|meddelande)"
    r"|diolch am eich e-?bost)[.!,]?\s*"
)
_NOTE = expression(
    r"(?:please (?:note|be (?:aware|advised))(?: that)?:?|note:|nb:?|bitte beachten sie:?|veuillez noter que) *"
)
_WRAPPED = expression(r"[\W_]*(?:auto(?:matic)?\W{1,3}|recall\W{1,3})?")
_READ_TITLE = expression(r"(?:not )?read: .{1,120}? (?=your message)")
BOX = r"(?:mailbox|inbox|e-?mail(?: address| account| box)?|account|address)"

_AUTOMATED = expression(
    r"this is an? (?:automat\w+|auto)[- ]?(?:generated )?(?:reply|response|message|e-?mail|acknowledge?ment"
    r"|notification)"
    r"|.{3,60}? has (?:accepted|declined|tentatively accepted|cancelled) this (?:meeting|event|invitation)"
    rf"|(?:i'm sorry, )?(?:this|my|the) {BOX} is full"
    r"|just this once,? (?:please )?click the link below so i can receive your e-?mails?"
    r"|thank you for reporting (?:this|the|a) (?:message|e-?mail|phish\w*|suspicious)"
    r"|delivery to these recipients or groups is complete"
    r"|(?:just )?confirming that we(?:'ve| have)? (?:got|received) your (?:request|enquiry|message|e-?mail)"
    r"|dieses postfach wird nicht|dies ist eine automatisch|diese (?:e-?mail|nachricht) wurde automatisch"
    r"|cette (?:boite|adresse).{0,30} n'est (?:pas|plus) (?:surveillee|consultee|lue|relevee)"
    r"|ceci est (?:un|une) (?:message|reponse|courriel) automatique|este buzon no (?:esta supervisado"
    r"|se supervisa|se atiende)"
    r"|este es un (?:mensaje|correo) automatico|questa casella (?:di posta )?non e (?:monitorata|presidiata)"
    r"|questo e un messaggio automatico|est[ae] (?:caixa|e-?mail).{0,20} nao e monitorad|esta e uma (?:mensagem"
    r"|resposta) autom"
    r"|dit postvak wordt niet|dit is een automatisch|den(?:na|har) (?:brevlada|inkorg).{0,20} (?:overvakas"
    r"|bevakas) inte"
    r"|detta ar ett automatiskt|denne (?:postkasse\w*|innboksen) (?:overvages|overvakes) ikke|dette er (?:en"
    r"|et) automatisk"
    r"|ta skrzynka nie jest|to jest automatyczna|tama on automaattinen|nid yw'r (?:blwch"
    r"|cyfeiriad).{0,30}(?:fonitro|wirio)"
    r"|neges awtomatig yw hon"
)
# What people say, too, of themselves: “This mailbox isn't read when I'm on nights, so sorry for the wait.”
_UNREAD = expression(
    rf"(?:this|the) {BOX}(?: [\w.@-]{{3,60}})?(?: (?:that |which )?you have (?:written|sent"
    rf"|e-?mailed)(?: to)?)? is (?:not|no longer|never) "
    r"(?:being )?(?:actively |regularly |routinely )?(?:monitored|checked|read|attended|staffed|looked at)"
    rf"|(?:this|the) {BOX} is un(?:monitored|attended)|this is an? (?:no-?reply|unmonitored|unattended)"
    r"|please do not (?:reply|respond) to this (?:e-?mail|message|address)"
    rf"|(?:this|the) (?:e-?mail )?{BOX} (?:is )?(?:only |solely |just )?(?:used |set up |intended |meant )?(?:only "
    rf"|solely "
    r"|just )?(?:for|to) (?:outgoing|outbound|send(?:ing)?)\b"
    rf"|(?:this|the) (?:e-?mail )?{BOX} (?:does not|doesn't|cannot|can't|will not) (?:accept|receive|take) (?:any )?"
    r"(?:replies|incoming|mail|e-?mails?|messages|responses)"
    rf"|(?:replies|incoming (?:mail|e-?mails?|messages)|e-?mails?|messages|mail|responses)(?: sent)? to this"
    rf" (?:e-?mail )?"
    rf"{BOX} (?:are|is|will|cannot|can't|won't|aren't|isn't) (?:not )?(?:be )?(?:read|monitored|seen|answered|received"
    r"|delivered|checked|processed)"
)
_OF_ONESELF = expression(r"\b(?:i|i'(?:m|ve|ll|d)|me|my|mine)\b")
_TICKET = expression(
    r"your (?:support )?(?:request|enquiry|query|question|correspondence|incident|ticket|call|case|e-?mail"
    r"|message)(?: [(#]?\S{1,24})? "
    r"(?:has been|was|is being) (?:successfully )?(?:received|logged|created|registered|opened|assigned|raised)"
    r"|(?:we|(?!i )[^.,]{3,50}?) (?:have|has) received your (?:e-?mail|request|enquiry|message|query)|(?:a"
    r"|your) (?:new )?(?:ticket|case)(?: number)? "
    r"(?:#?\S{3,24} )?(?:is|has been|was)|ihre anfrage (?:wurde|ist)|votre demande .{0,30}(?:enregistree"
    r"|prise en compte)"
    r"|thank(?:s| you) for (?:raising|reporting|logging) (?:this|your \w+) (?:with|to) (?:the|our) [^.]{3,40}"
    r"|we would like to acknowledge that we have received your"
    r"|(?:a |your )?(?:requested item|request|incident|task|case|catalog task|ticket) \S*\d{4,}\S* (?:has been|was|is)"
    r" |please quote \S*\d{4,}"
    r"|(?:su|tu) solicitud ha sido|la (?:sua|tua) richiesta e stata|uw (?:verzoek|aanvraag|melding) is"
    r"|ditt arende har"
    r"|din henvendelse er|mae eich cais"
)
_NUMBER = expression(
    r"(?:#|\binc|\britm|\bsr|\breq|\bsd-|case|ticket\w*|reference|\bref|call|incident|nummer|numero"
    r"|under)\D{0,24}\d{4}"
)
_TICKET_NUMBER = (
    r"(?:(?:incident|request(?:ed)?|item|case|ticket|task|call|service|catalog)"
    r" )*\[?#?(?:(?:inc|ritm|req|sctask|task|cs|sr"
    r"|chg|prb|wo|call|sd|hd|case|ticket|itsd|itsm)[-#: ]?)\d{4,}\]?"
)
_TICKET_SUBJECT = expression(
    rf"{_TICKET_NUMBER}\W.{{0,50}}?\b(?:opened|created|logged|received|assigned|submitted|approved|closed|resolved"
    r"|updated|raised|registered|cancelled|fulfilled)\b"
    rf"|.{{0,60}}\b(?:logged|received|created|opened|raised|registered|support experience)\b\W{{1,3}}{_TICKET_NUMBER}$"
    r"|(?:helpdesk |support |new )?ticket (?:received|created|confirmation|acknowledge?ment|opened|closed|logged"
    r"|update)"
    r" ?(?:$|[:#\[(-])"
    r"|(?:automatic )?acknowledge?ment of (?:your )?(?:enquiry|request|e-?mail|message|correspondence)\b"
    r"|\[request received\]|(?:incident|ticket|case|call|request) \S*\d{4}\S* (?:has been|was|is) (?:opened"
    r"|created|logged)"
    r"|call \S*\d{3}\S* logged"
)
_PROMISE = expression(
    r"(?:we|our team|a member of (?:staff|(?:our|the) team)|one of our \w+|someone) (?:aim|endeavour|will (?:try|aim"
    r"|endeavour)|will)(?: to)? (?:respond|reply|get back|answer|be in touch).{0,40}\bwithin \S+ "
    r"(?:working |business |school )?(?:days?|hours?)"
)
_HOLDS_UP = expression(
    r"(?:due|owing) to (?:the |a |an |our )?(?:very |unusually |exceptionally )?(?:(?:high|large|current|increased"
    r"|great"
    r"|unprecedented) )*(?:volumes?|numbers?|demand|amounts?|levels?)\b.{0,60}?\b(?:it may take|there (?:may|might"
    r"|will) be"
    r"|may take|replies|responses|response times?|we are unable)\b.{0,60}\b(?:longer|delay\w*|slow\w*|unable)\b.*"
    r"|we (?:are|have been) (?:currently )?(?:receiving|experiencing) .{0,30}\b(?:number|volume|amount|level)s? of "
    r"(?:e-?mails?|enquiries|calls|messages)\b.*"
    rf"|you(?:'ve| have) reached the (?:voice-?mail|{BOX}|inbox|automated)\b.*"
)
_READ = expression(
    r"(?:your message|ihre nachricht|votre message|(?:el|su) mensaje|il (?:tuo |suo )?messaggio|a sua mensagem"
    r"|uw bericht"
    r"|ditt meddelande|din(?:e)? (?:meddelelse|besked)|meldingen|viestisi|wiadomosc|eich neges|vase zprava"
    r"|uzenet\w{0,4}|ваше сообщение)\b.{0,400}?"
    r"(?:was (?:read|opened|displayed) (?:on|at)|has been (?:read|opened|displayed) (?:on|at)"
    r"|was deleted without being read"
    r"|wurde .{0,60}(?:gelesen|geloscht)|a ete (?:lu|supprime)|fue (?:leido|eliminado)|se (?:elimino|ha leido)"
    r"|e stato (?:letto|eliminato)"
    r"|foi (?:lida|eliminada)|is (?:gelezen|verwijderd)|lastes|har lasts|togs bort|ble[vi]?\w* (?:laest|lest|slettet)"
    r"|byla? (?:prectena|odstranena|smazana)|(?:el)?olvastak|torol(?:tek|ve)|(?:было )?(?:прочитано|удалено)"
    r"|luettiin|poistettiin|on (?:luettu|poistettu)|zostala (?:przeczytana|usunieta)|darllenwyd)"
    r"|this is a (?:return )?receipt for the mail|your document: .{0,200}was received by:"
)
_RECEIPTS = ("read", "unread", "delivered")
_RETURN_RECEIPT = expression(r"(?:return|read|delivery) receipt\b")
_RECEIPT = 40  # words of one
_BECAME = expression(
    r"(?:your |the |this )?(?:e-?mail )?message\b.{0,200}?\b(?:was|has been|is) (?:successfully )?(?:read|opened"
    r"|displayed"
    r"|deleted|delivered|relayed|approved|accepted|expanded)\b"
    r"|(?:this is a )?(?:read|return|delivery) receipt\b|message read\b|delivery to (?:these|the following)"
    r" (?:recipients"
    r"|groups)|the following (?:distribution )?(?:lists?|groups?) (?:was|were|has been|have been) expanded"
)
_ENGLISH = expression(r"\b(?:the|you|your|i|it|is|and|of|that|what|for|this|my|with)\b")
_RECALLED = expression(r"message recall (?:success|failure) ?: ")  # Exchange's own, whatever it says below
_RECALL = expression(
    r"(?:would like|wants) to recall|attempt to recall|zuruckrufen|rappeler le message|recuperar (?:el mensaje|a"
    r" mensagem)"
    r"|richiamare il messaggio|intrekken|aterkalla meddelandet|tilbagekalde|tilbakekalle|odwolac wiadomosc"
    r"|peruuttaa viestin|odvolat|opozvati|preklicati|visszahiv|geri (?:cek|cag)|отозвать|відкликати|откаж|ritirare"
    r"|recolher|recuperarea|terugroepen|trekke tilbake|撤回|召回|取り消"
)
_RECALLS = expression(r"\W{0,3}(?:recall: )?.{3,80}? would like to recall the message,? [\"“«‘']")
_TAGGED = expression(r"\W{0,3}(?:AUTO:|\[Auto\]|\[AUTO\]|\[Automatic) ?")
_DELAY = expression(
    r"(?:the )?delivery(?: of your message\b.{0,60}?)? (?:has been|is|was|is being) delayed"
    r"|this is a warning message only"
    r"|your message\b.{0,60}? (?:has been|is|was|is being) (?:delayed|held)"
    r"|your message\b.{0,60}? (?:has not been|could not be|was not) delivered yet"
    r"|delivery to the following .{0,30}delayed"
    r"|die zustellung ihrer nachricht|la remise de votre message est|la entrega de (?:su|tu) mensaje"
    r"|il recapito del messaggio"
    r"|de bezorging van uw bericht|leveransen av ditt meddelande|leveringen a[fv] (?:din|meldingen)"
    r"|dostarczenie wiadomosci"
)
_AWAY = expression(
    r"(?:i am|i'm|i will be|i'll be|i shall be|ich bin|je suis|je serai|estoy|estare|sono|estou|ik ben|jag ar"
    r"|jeg er|olen|jestem"
    r"|rwyf|rydw i|byddaf|i work part)\b.{0,80}?(?:out of (?:the |my )?office|away|on (?:\w+ )?leave|on holiday"
    r"|on vacation"
    r"|not in the office|nicht im (?:buro|haus)|abwesend|im urlaub|absente?|en conges?|fuera de la oficina"
    r"|de vacaciones"
    r"|fuori (?:ufficio|sede)|in ferie|ausente|de ferias|afwezig|(?:met|op) vakantie|inte pa kontoret"
    r"|pa semester|pa ferie"
    r"|ikke pa kontoret|poissa|lomalla|nieobecn\w|na urlopie|ar wyliau|allan o'r swyddfa)\b"
)
_CLOSES = expression(
    r"\burgent|in my absence|limited access|(?:will|'ll) (?:respond|reply|answer|get back|deal with)"
    r"|on my return|upon my return"
    r"|when i (?:return|am back|get back)|and will (?:return|be back)|being covered by|cover(?:s|ing)? my"
    r"|dringend|en cas d'urgence|in caso di urgenza|en caso de urgencia"
    r"|bij spoed|bradskande|haster|pilne|os yw'n frys|no access to"
)
OF_PROGRAMME = expression(
    r"\breports?\b|feedback|(?<!\bany )(?<!\bor )\b(?:comments|suggestions)\b|extension|deadline|\bmentor"
    r"|\bproject|\bdata\b|\baims?\b|liked|even better"
    r"|\bcharts?\b|measure|pdsa"
    r"|\bprogramme\b|\bsubmit|catch up|\bbericht\b|\brapport\b"
)


def is_machines_text(mail: Mail) -> bool:
    """Whether a machine's words say what it is: a ticket, a receipt, a recall, a delay, a mailbox that nobody reads, or
    an absence that speaks of nothing else."""
    if mail.sends or is_forward(mail.subject):
        return False
    subject, text = plainly(mail.subject), head_of(mail)
    if _TICKET_SUBJECT.match(subject):
        return True
    if _TAGGED.match(mail.own_text[:HEAD]) or _RECALLS.match(text):
        return True
    if _RECALLED.match(subject) or (_RETURN_RECEIPT.match(subject) and not text) or _is_titled(mail.subject, text):
        return True
    text = _WRAPPED.sub("", text, count=1)
    if _READ.match(_READ_TITLE.sub("", _GREETING.sub("", text, count=1), count=1)):
        return True
    begins = beginnings(text)
    if any(_AUTOMATED.match(one) or _DELAY.match(one) for one in begins):
        return True
    if any(_UNREAD.match(one) for one in begins):
        whole = plainly(mail.own_text[: 2 * HEAD])
        return not (_OF_ONESELF.search(whole) or OF_PROGRAMME.search(whole))
    if any(_HOLDS_UP.match(one) for one in begins[:2]) and not OF_PROGRAMME.search(plainly(mail.own_text[: 2 * HEAD])):
        return True
    if any(_TICKET.match(one) for one in begins) and _NUMBER.search(f"{subject} {text}"):
        return True
    if _PROMISE.search(text) and (_THANKS.match(text) or any(_TICKET.match(one) for one in begins)):
        return True
    return is_only_absence(mail)


def _is_titled(subject: str, text: str) -> bool:
    """Whether the subject says that a message was read, delivered or is recalled, in whatever language, and the text
    doesn't tell otherwise."""
    title = title_of(subject)
    if title is None:
        return False
    if title.kind == "recall":
        return not text or _RECALL.search(text) is not None
    if title.kind not in _RECEIPTS:
        return False
    foreign = not title.weak and len(text.split()) <= _RECEIPT and not _ENGLISH.search(text)
    return not text or foreign or _BECAME.match(_GREETING.sub("", text, count=1)) is not None


def is_only_absence(mail: Mail) -> bool:
    """Whether the first sentences are an absence's, the rest of it as well, and none is about the programme."""
    if not any(_AWAY.match(one) for one in beginnings(head_of(mail))[:2]):
        return False
    text = plainly(mail.own_text[: 2 * HEAD])
    if promises_report(text):
        return False
    return len(text.split()) <= LONGEST and not OF_PROGRAMME.search(text) and _CLOSES.search(text) is not None


def opens_with_absence(mail: Mail) -> bool:
    """Whether the first sentence is what an absence begins with, whatever follows: a person may have written it."""
    begins = beginnings(head_of(mail))
    return bool(begins) and _AWAY.match(begins[0]) is not None


def head_of(mail: Mail) -> str:
    """The beginning of somebody's own words, folded."""
    return _folded(mail.own_text[:HEAD])


@lru_cache(maxsize=4)  # each question about a message looks at the same beginning
def _folded(text: str) -> str:
    return plainly(text)


@lru_cache(maxsize=4)
def beginnings(text: str) -> list[str]:
    """The first sentences, each without a greeting and without what only leads up to it."""
    found: list[str] = []
    rest = _GREETING.sub("", _WRAPPED.sub("", text, count=1), count=1)
    for piece in re.split(r"(?<=[.!?])(?<!\d\.)\s+", rest, maxsplit=SENTENCES + 2):
        bare = _NOTE.sub("", _THANKS.sub("", piece, count=1) if _THANKS.match(piece) else piece, count=1).strip()
        if bare:
            found.append(bare)
    return found[:SENTENCES]
