"""How the subjects of automatic replies are made, in the ways of their programs and in two dozen languages.

A person who answers writes “Re:” first, so an opening counts at the very start alone. Beside that: Lotus Notes puts the
absent one's name first (“AUTO: Ann Lee is out of the office”), GroupWise a note in brackets behind, Gmail a subject of
one's own before “Re:” and ours. A bare noun (“Absence”, “Urlaub”) counts only in an answer, since projects and
questions are about such things, too.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.screening.absences import LONGEST, LOOKED_AT, tells_only_of_absence
from qibot.screening.phrases import OF_PROGRAMME, opens_with_absence
from qibot.screening.titles import is_only_marks, title_of, titles_of
from qibot.screening.wording import plainly

SUBJECT_LIMIT = 200  # characters
NAME_LIMIT = 4  # words that may stand before “is out of the office”, titles and units beside the name

# Without accents, as `plainly` writes them.
_OPENINGS = (
    # English
    r"auto(?:matic|mated)?[ -]?(?:reply|response|answer|message|acknowledge?ment)", r"automatic(?=:)",
    r"out[ -]of[ -](?:the |my )?office(?: auto-?(?:reply|svar)|-svar)?",
    r"(?:ooo|oof)(?=:)", r"(?:yahoo!?(?: mail)?:? )?(?:auto[ -]?response|vacation (?:reply|response|message))",
    r"(?:i am |i'm )?(?:currently )?(?:away|absent) from (?:the |my )(?:office|desk|e?-?mail)",
    r"(?:i am |i'm )(?:currently |now )?(?:away|on (?:\w+ )?leave|on holiday|out of (?:the |my )?office)",
    r"not in (?:the |my )?office", r"back in the office",
    (r"(?:absence|absent|leave|annual leave|holiday|vacation|away|out of office) (?:alert|notice|notification|message)"
    r"(?=:)"),
    # German
    r"abwesenheits(?:notiz|meldung|nachricht|info)",
    r"abwesenheitsbenachrichtigung", r"(?:ich bin )?(?:derzeit |zurzeit |aktuell )?nicht im (?:buro|haus)",
    r"ich bin (?:derzeit |zurzeit )?(?:abwesend|im urlaub)", r"ausser haus",
    # French
    r"reponse automatique d'absence(?: du bureau)?", r"(?:reponse|message|notification|avis) d'absence",
    r"absence du bureau", r"absent(?:e|\(e\))?(?: du| hors du) bureau", r"(?:hors|en dehors) du bureau",
    # Spanish
    r"respuesta automatica de fuera de (?:la )?oficina", r"fuera de (?:la )?oficina",
    r"(?:mensaje|respuesta|aviso) de ausencia", r"ausente de la oficina",
    # Italian
    r"fuori (?:ufficio|sede)", r"assente dall'ufficio", r"(?:messaggio|avviso) di assenza",
    # Portuguese
    r"fora do escritorio", r"(?:mensagem|aviso) de ausencia", r"ausente do escritorio",
    r"nao estou no escritorio",
    # Dutch
    r"automatisch (?:antwoord|bericht) bij afwezigheid", r"automatisch(?=:)", r"automatische beantwoording",
    r"afwezigheids(?:bericht|melding|assistent)", r"(?:niet op|buiten|afwezig van) (?:het )?kantoor",
    # Swedish
    r"franvaro(?:meddelande|besked)", r"(?:inte|ej) pa kontoret",
    # Danish and Norwegian
    r"fravaers(?:besked|melding|assistent)",
    r"(?:ikke (?:til stede )?pa|borte fra|ude af) kontoret",
    # Finnish
    r"poissaolo(?:ilmoitus|viesti)", r"poissa (?:toimistolta|toimistosta)",
    # Polish
    r"autoodpowiedz", r"poza biurem", r"nieobecnosc w biurze",
    r"(?:informacja|wiadomosc) o nieobecnosci",
    # Welsh, Irish
    r"(?:allan|i ffwrdd|absennol|mas) o'r swyddfa",
    r"as (?:an )?oifig",
)  # fmt: skip
_BARE = (
    "absence", "absent", "absente", "away", "on leave", "annual leave", "holiday", "vacation", "abwesenheit",
    "abwesend", "urlaub", "ausente", "ausencia", "assenza", "assente", "ferie", "afwezig", "afwezigheid", "franvaro",
    "franvarande", "fravaer", "fravaerende", "poissa", "poissaolo", "loma", "nieobecnosc", "nieobecny", "nieobecna",
    "urlop", "ar wyliau", "gwyliau", "maternity leave", "on holiday", "on vacation", "sick leave", "in vacanza",
)  # fmt: skip
_AUTOMATIC = tuple(map(re.escape, titles_of("automatic")))
_ENDS = r"\s*(?:$|[:：;,.!(\[/–—-]|(?:re|aw|sv|until|till|from|bis|ab|reply|message|notification|notice)\b)"
_STRONG = expression(rf"(?:{'|'.join((*_AUTOMATIC, *_OPENINGS))}){_ENDS}")
_OF_MACHINE = expression(rf"(?:{'|'.join(_AUTOMATIC)}|auto)|.{{0,40}}\bauto-?(?:reply|response|svar)\b")
_WEAK = expression(rf"(?:{'|'.join(_BARE)})\s*(?:$|[:!]|re: )")
_TAGGED = expression(r"(?:\[[^\[\]]{1,40}\]\s*){0,3}")

_AUTO = expression(r"\s*AUTO ?: ")  # Lotus Notes, in capitals
_AUTO_OF_ALL = expression(r"auto ?: ")
_IS_AWAY = expression(
    r"(?:\s*[-:–,]\s*|\s+)?(?:(?:is|ist|est|esta|er|ar) )?(?:currently |now |derzeit |momentan )?"
    rf"(?:(?:{'|'.join(_OPENINGS)})|out of (?:the |my )?office|(?:away|absent)(?: from (?:the |my )?(?:office|desk))?"
    r"|on (?:annual |maternity |paternity |sick |study )?leave|on holiday|on vacation|im urlaub|absente?|en conges?)"
    r"\s*(?:$|[.:;,!(–-]|re: |until|till|from|bis|du\b|this|today)"
)
_BEHIND = expression(r"\(([^()]{3,60})\)\s*$")
_NOTE = expression(
    rf"(?:{'|'.join((*_OPENINGS, *_BARE))}|away from (?:my|the) (?:desk|office))(?P<until> (?:until|till|from"
    rf"|bis|to) .+)?$"
)
_BEFORE_OURS = expression(r"(?P<before>[^:]{2,60}?) (?:re|aw|sv|antw): |(?P<was>[^:]{2,60}?) \(was: .+\)$")
_OWN_SUBJECT = expression(
    r"(?:i'?m |i am |currently |now |on |in |my |school |away |off )*(?:(?:annual|maternity|paternity|parental|sick"
    r"|study|compassionate|bereavement|mat) )?"
    r"(?:leave|a/?l|ooo|holidays?|vacation|away|absence|out of (?:the )?office|not in (?:the )?office|back (?:on"
    r"|in) .{1,30}|closed"
    r"|urlaub|im urlaub|vacanza|ferie|conges?|en conges?|vacaciones|vakantie|semester|lomalla|wyliau|ar wyliau)"
    r"(?: (?:until|till|from|bis|this|next|today|now)\b.{0,30})?[!. ]*$"
)
_OF_PEOPLE = expression(  # what a person may write there, in haste or of what befell them
    r"\b(?:sorry(?! (?:i|to) miss)|apolog\w+|late|delay\w*|(?<!off )sick(?! leave)|ill|illness|unwell|poorly|hospital"
    r"|bereave\w*|funeral|death|accident"
    r"|emergency|urgent|please|pls|help|report|update|circumstances|can't|cannot|extension)\b"
)
_OF_ONESELF = expression(r"\b(?:i|we|my|me|our|us)\b")
_FIRST_PERSON = expression(
    r"\b(?:i am|i'm|i will|i'll|i shall|we are|ich bin|je suis|je serai|estoy|sono|estou|ik ben|jag ar|jeg er|rwyf)\b"
    r".{0,60}\b(?:away|out|leave|holiday|vacation|back|absent\w?|off|nicht im|urlaub|conges?|ferie\w?"
    r"|vacaciones|return)\b"
    r"|\b(?:back on|when i return|on my return)\b"
)
SPEAKS_OF_SELF = expression(rf"{_FIRST_PERSON.pattern}|\bout of (?:the )?office\b")


def opens_as_absence(mail: Mail) -> bool:
    """Whether the subject is made as those of automatic replies are."""
    if mail.files:
        return False
    subject = mail.subject[:SUBJECT_LIMIT]
    opening = _TAGGED.sub("", plainly(subject), count=1)
    if not (_OF_MACHINE.match(opening) or _AUTO.match(subject)) and _is_persons(mail):
        return False
    if _STRONG.match(opening) and (mail.is_reply or _OF_MACHINE.match(opening) or not _is_about_one(mail)):
        return True
    title = title_of(subject) if mail.is_reply else None
    if _AUTO.match(subject) or (title and title.kind == "absent") or (mail.is_reply and _WEAK.match(opening)):
        return True
    return _names_absent(opening, mail) or _notes_behind(opening, mail) or _before_ours(opening, mail)


def _names_absent(opening: str, mail: Mail) -> bool:
    """“Ann Lee is out of the office”, “Ann Lee - Out of Office: …” from Ann Lee, “Auto: …” from whoever is away."""
    if _AUTO_OF_ALL.match(opening) and mail.is_reply and SPEAKS_OF_SELF.search(plainly(mail.text[:SUBJECT_LIMIT])):
        return True
    name = plainly(mail.sender_name) or (mail.sender or "").partition("@")[0].replace(".", " ")
    words, rest = set(re.findall(r"[^\W\d_]+", name)), opening
    for _ in range(NAME_LIMIT):
        first = re.match(r"[\w'’./]+", rest)
        if first is None or not words & set(re.findall(r"[^\W\d_]+", first[0])):
            break
        rest = rest[first.end() :].lstrip() if rest[first.end() : first.end() + 1] == " " else rest[first.end() :]
    return rest != opening and _IS_AWAY.match(rest) is not None


def _notes_behind(opening: str, mail: Mail) -> bool:
    """“Re: Report 1 (Out of the office)”: GroupWise, where the text speaks of it, too, or the note says until when."""
    behind = _BEHIND.search(opening) if mail.is_reply else None
    note = _NOTE.match(behind[1].strip()) if behind else None
    return note is not None and bool(note["until"] or SPEAKS_OF_SELF.search(plainly(mail.text[:SUBJECT_LIMIT])))


def _is_persons(mail: Mail) -> bool:
    """Whether a text tells of no absence, and is a person's: a typed report, a reason, below a subject of leave."""
    said = plainly(mail.own_text[:LOOKED_AT])
    tells = tells_only_of_absence(mail) or opens_with_absence(mail) or _FIRST_PERSON.search(said[:SUBJECT_LIMIT])
    if tells or not _OF_ONESELF.search(said):
        return False
    return len(said.split()) > LONGEST or "?" in said or OF_PROGRAMME.search(said) is not None


def _is_about_one(mail: Mail) -> bool:
    """Whether a mail is about an absence, and tells of none: “How do I set up my out of office?”"""
    said = plainly(mail.own_text[:SUBJECT_LIMIT])
    tells = tells_only_of_absence(mail) or opens_with_absence(mail) or _FIRST_PERSON.search(said)
    return bool(said) and ("?" in said or not tells)


def _before_ours(opening: str, mail: Mail) -> bool:
    """“Annual leave Re: Report 1”: Gmail, with a subject that its user has made. Whatever that says, an absence and
    nothing else below it is the machine's; not below what an organisation marks every mail with, or a person says
    themselves."""
    found = _BEFORE_OURS.match(opening) if mail.is_reply else None
    if found is None:
        return False
    before = found["before"] or found["was"]
    if _OWN_SUBJECT.match(before):
        return True
    return not (is_only_marks(before) or _OF_PEOPLE.search(before)) and tells_only_of_absence(mail)
