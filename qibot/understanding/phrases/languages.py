"""Whether somebody writes in English: in other languages nothing is guessed at (programme.md, 3a).

Told by the commonest words. What a mentor says in German or French is feedback where it opens as feedback does (a
greeting is no opening: “Guten Tag”, “Bonne journée”), and nothing in it may be private; all else is asked about or
relayed as it is.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OTHER_SCRIPT = expression(r"[\u0370-\u1dff]")
LOOKED_AT = 4000
FEWEST = 6  # words from which a text without any common English word is another language's


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _set("""
    the to and a of in i is that it for you was with on as have but be they not this are at from your all had by
    my one so what there we when can an or if would has been which their said will out up about then them some
    me could her him no just like now into more other than only its how our two very been too did before any
    these get go make see know don't it's i'm i've i'll thanks thank please hi hello dear sorry yes ok okay
    report feedback attached am do she he here well good great nice best regards who why was were should might
    may also still again next last week month day time read
""")
_OTHERS = _set("""
    der die das und ist nicht ich sie wir mit auf für von zu im den dem ein eine einen auch es wie bei aus noch nach war
    hat haben danke vielen dank hallo liebe lieber bitte grüße gruß ihr ihre dein deine kann mir mich sehr gut zum zur
    le la les et est pas je vous nous il elle que qui pour dans sur avec au aux du des un une ce cette mon ma votre vos
    merci bonjour bonsoir cordialement mais très bien plus ne se sont été j'ai c'est d'un l'on si où
    el los las y no es por para con una que muchas gracias hola de en lo su mi muy pero como está
    il che non per con una sono grazie ciao molto bene
    i w na nie jest się do że dziękuję dzień dobry pozdrawiam proszę
    het een en niet ik je van dat is op te bedankt dank hallo met vriendelijke groet
    jeg og er ikke det en på med til takk hilsen tack och inte jag
    mulțumesc multumesc foarte pentru sunt este nu și că bună obrigado obrigada não muito minha meu você bardzo
""")
_OF_A_REPORT = r"(?:Bericht|Ziel|Arbeit|Projekt|Diagramm|Grafik|Kurve|Idee|Schritte?|Messung\w*|Fortschritt\w*)"
_FEEDBACK = expression(
    r"\bi liked\b|\beven better\b"
    r"|\bgef(?:allen|ällt|iel)\b|\bnoch besser\b|\bbesser wäre\b|\bgelungen\b"
    rf"|\b(?:gut|schön|klar|toll)e[rsmn]? (?:\w+ )?{_OF_A_REPORT}"
    rf"|\b{_OF_A_REPORT} (?:ist|sind|war|wirkt) (?:\w+ )?(?:gut|schön|klar|toll)\b"
    r"|\b(?:ai|avons) (?:bien |beaucoup )?(?:aimé|apprécié)\b|\bencore mieux\b|\bmieux si\b|\bbravo\b"
    r"|\b(?:bon|excellent|beau|très bon) (?:rapport|travail|objectif|projet|graphique)\b"
    r"|\b(?:rapport|travail|objectif|projet|graphique) (?:est )?(?:\w+ )?(?:clair|bon|excellent|réussi)\b",
    re.IGNORECASE,
)
OPENING = 300  # characters
# What people say of illness, death, worry, leaving, confidence and complaint: what is meant isn't guessed at, but it
# mustn't be read by whom it isn't for.
_DELICATE = expression(
    r"\b(?:sorgen?|besorgt|krank\w*|erkrank\w*|gestorben|verstorben|todesfall|beerdigung|krebs|schwanger\w*"
    r"|\w*künd\w+"
    r"|überfordert|depress\w*|scheidung|vertraulich\w*|unter uns|aufhören|aufgeben|beschwer\w*|unzufrieden|zurecht"
    r"|unfall\w*|operier\w*|fehlgeburt|trauer\w*|fieber|grippe|burn-?out|geht es (?:\w+ )?(?:nicht|schlecht)"
    r"|aussteigen"
    r"|schaffe (?:es|das|ihn) (?:\w+ )?nicht|aufschub|verlängerung|verspät\w*|mutterschutz|elternzeit|notfall"
    r"|inqui[eè]t\w*|soucis?|malad\w+|morte?s?|décéd\w+|décès|enterrement|obsèques|hôpital|enceinte|démission\w*"
    r"|dépassée?|divorc\w*|confidentiel\w*|entre nous|arrêter|quitter|abandonner|plaindre|déçue?|doute"
    r"|tut(?:eur|rice)"
    r"|hospitalis\w*|accident\w*|arrêt (?:maladie|de travail)|opérée?s?|opération(?!nel)|fausse couche|deuil|fièvre"
    r"|n['’]y arrive\w*|licenci\w*|en retard|délai|prolongation|congés?|problèmes? (?:personnels?|familia\w+"
    r"|de santé)"
    r"|preocupa\w*|enferm\w+|muert\w+|murió|falleci\w*|embaraz\w+|renunci\w+|confidencial\w*|tutora?"
    r"|de baja|accidente|ingresad[oa]s?|me operan|operaci[óo]n|operarme|fiebre|ansiedad|urgencias|de luto|me trata"
    r"|dejar (?:el|este) (?:programa|curso|proyecto)|abandonar|despid\w+|quej\w+|prórroga|aplaz\w+|retras\w+"
    r"|no (?:voy a llegar|llego|llegaré)|más tiempo|problemas (?:personales|familiares|en casa|de salud)|aborto"
    r"|preoccup\w*|malat\w+|mort[oi]|deced\w+|funerale?|incinta|dimission\w*|confidenzial\w*|tra noi|cancro|cáncer"
    r"|cancer|ospedale|incidente|febbre|lutto|gravidanza|licenzi\w+|proroga|lasciare il|in ritardo|più tempo"
    r"|doente|falec\w+|acidente|baixa médica|grávida|desist\w+|demit\w+|prorroga\w+|mais tempo|atras\w+"
    r"|martwi\w*|chor(?:[aye]|ego|ej|ą|zy|ob\w+|uj\w+|ow\w+)|zachorow\w+|zmar\w+|umar\w+|umier\w+|śmier\w+"
    r"|pogrzeb\w*|szpital\w*"
    r"|ciąż\w*|rezygn\w+|poufn\w+|między nami|zwolnieni\w+|wypad(?:ek|k\w+)|operacj\w+|gorączk\w+|poroni\w+"
    r"|nie dam(?: \w+)? rady|rozw(?:ód|od\w+)|skarg\w*|skarż\w+|urlop\w*|spóźni\w*|opóźni\w*|przedłuż\w+|odejść"
    r"|problemy (?:w domu|rodzinne|osobiste|zdrowotne)|depresj\w+"
    r"|bolnav\w*|boal\w+|concedi\w+|spital\w*|muri\w*|deces\w*|înmormânt\w*|însărcinat\w*|sarcin\w+|renunț\w*"
    r"|demision\w*|divorț\w*|operați\w+|operat\w?|îngrijor\w+|plâng\w+|confidenția\w+|părăs\w+|amân\w+|întârzi\w+"
    r"|mai mult timp|probleme (?:acasă|personale|familiale|de familie|de sănătate)|între noi"
    r"|хвор\w*|захвор\w*|лікарн\w*|помер\w*|смерт\w*|похорон\w*|операці\w*|вагітн\w*|авар[іи]\w*|нещасн\w*"
    r"|розбомб\w*|обстріл\w*|зруйнов\w*|звільн\w*|покину\w*|розлуч\w*|скарж\w*|скарг\w*|конфіденц\w*|хвилюю\w*"
    r"|депрес\w*|відпуст\w*|запізн\w*|відкла\w*|більше часу|між нами|піти з|температур\w*"
    r"|бол(?:ен|ею|ьн\w+|ею)|забол\w+|умер\w*|беремен\w*|уволь\w+|отпуск\w*|уйти из"
    r"|ziek\w*|overleden|begrafenis|kanker|ziekenhuis|zwanger|ontslag|echtscheiding|vertrouwelijk\w*|onder ons"
    r"|ongeluk"
    r"|pryderu|poeni|sâl|marw|angladd|canser|ysbyty|beichiog|ymddiswydd\w*|cyfrinachol|farw"
    r"|draghail|tinn|bhàsaich|tiodhlacadh|ospadal|hospital"
    # somebody of the family, a clinic, drink, violence, who has left, another mentor
    r"|(?:mein|mon|ma|mes|mi|mis|mój|moja|moją|mojego|moim|il mio|la mia|meu|minha|мій|моя|мого|мою|мой)\w{0,2}"
    r" (?:mann|frau|sohn|tochter|vater|mutter|bruder|schwester|kind(?:er)?|partner\w*|mari|femme|fils|fille|père|mère"
    r"|frère|s(?:oe|œ)ur|compagn\w+|marido|mujer|esposa|hij[oa]s?|padre|madre|herman[oa]|mąż|mężem|żona|syn|córka|ojciec"
    r"|matka|brat|siostra|marito|moglie|figli[oa]|чоловік\w*|дружин\w+|син\w*|дочк\w+|мам\w+|тат\w+|муж\w*|жен\w+)"
    r"|mąż|чоловік\w*|klinik\w*|clinique|clínica|klini[ck]\w+|odwyk\w*|reha|chemo\w*|chimio\w*|quimio\w*|alkohol\w*|alcool\w*"
    r"|trinkt|säuft|boit|bebe|pije|schlägt|geschlagen|frappe|pega|bije|verlassen|quitt[ée]\w*|abandonad[oa]|зрадив|кинув"
    r"|(?:andere\w*|autre|otr[oa]|inn\w+|altr[oa]|інш\w+) (?:mentor\w*|tut\w+|ментор\w*))\b",
    re.IGNORECASE,
)
# That somebody is ill or has died, in so few words that no common one of the language may stand among them.
_ILL = expression(
    r"\b(?:(?:estoy|está|esta) (?:muy )?(?:enferm[oa]|de baja|ingresad[oa]|mal)|estou doente"
    r"|(?:jestem|jest) (?:bardzo )?chor[aye]|(?:sunt|este) (?:foarte )?bolnav[ăa]?"
    r"|(?:bin|ist) (?:leider |sehr )?krank\w*"
    r"|(?:suis|est) (?:très )?malade|(?:sono|è) malat[oa]|ben ziek|ha muerto|murió|falleci\w+|faleceu|gestorben"
    r"|verstorben|umarł\w*|zmarł\w*|a murit|decedat\w*|est (?:mort|morte|décédée?)|è mort[oa])(?!\w)"
    r"|^\W*(?:krank\w*|enferm[oa]|malade|chor[ay]|bolnav[ăa]?|doente|malat[oa]|(?:за)?хвор\w+)\W*$",
    re.IGNORECASE,
)


# What a project, its report and its feedback, or a talk about them is called, and what is done in one.
_OF_PROJECT = expression(
    r"\b(?:bericht\w*|ziele?|projekt\w*|daten|diagramm\w*|grafik\w*|messung\w*|messen|kommentare?"
    r"|rückmeldung\w*|feedback"
    r"|termin\w*|treffen|telefonieren|anrufen|idee\w*|vorlage\w*|fragebogen|fragebögen|frage|formular\w*|pdsa"
    r"|word|pdf"
    r"|rapports?|objectifs?|projets?|données|graphiques?|commentaires?|retours?|mesures?|rendez-vous|réunions?|modèle"
    r"|questionnaires?|question|informes?|objetivos?|proyectos?|datos|gráficos?|comentarios?|medidas?"
    r"|reuni[óo]n|plantilla"
    r"|pregunta|relazion[ei]|rapporto|obiettiv[oi]|progett[oi]|dati|grafic[oi]|commenti|misure?|riunione|domanda"
    r"|raport\w*|cel\w{0,2}|dane|danych|wykres\w*|komentarz\w*|uwag\w*|pomiar\w*|spotkani\w*|pytani\w*|formularz\w*"
    r"|obiectiv\w*|proiect\w*|comentarii\w*|întâlnire\w*|întrebare|întrebări"
    r"|звіт\w*|мет[аиуі]|про[єе]кт\w*|дан[іих]+|графік\w*|коментар\w*|зустріч\w*|питанн\w*|отчёт\w*|отчет\w*"
    r"|relatórios?|projetos?|dados|reunião|verslag\w*|doel|project|gegevens|grafiek|vergadering"
    r"|hilft|zahlen|klassen?|mitschicken|antworten|versuche|probiere|chiffres|classes?|joindre|répondre|essaie\w*"
    r"|essayer\w*|essayons|clase|números|enviar|responder|compter|élèves?|zählen|schüler\w*|alumnos|contar|alunni|uczni\w*"
    r"|tests?|testy|testów|podemos (?:hablar|vernos)|können wir|pouvons-nous|possiamo parlar\w+"
    r"|możemy porozmawiać)\b",
    re.IGNORECASE,
)
# A “because”, a “but”, an “and I”, each of which may go on with anything.
_JOINS = expression(
    r"\b(?:weil|denn|aber|obwohl|nachdem|seit(?:dem)?|und (?:ich|er|sie|wir)|parce qu[e'’]|car|mais|puisqu[e'’]"
    r"|depuis qu[e'’]|et (?:je|j['’]|il|elle|on)|porque|pero|aunque|desde que|y (?:yo|me|él|ella)|perch[ée]|poich[ée]"
    r"|anche se|e (?:io|mi|lui|lei)|embora|e (?:eu|ele|ela)|ponieważ|gdyż|choć|odkąd|i (?:ja|on|ona|nie|jest\w*)"
    r"|pentru că|fiindcă|deoarece|deși|și (?:eu|el|ea|nu)|omdat|want|maar|hoewel|en (?:ik|hij|zij|ze)|тому що|але|хоча"
    r"|і (?:я|він|вона)|й (?:я|він|вона)|потому что|и (?:я|он|она))(?!\w)",
    re.IGNORECASE,
)
# Of the mentor, or of their kin, a sentence that names the project tells what it may not be passed on for.
_OF_PEOPLE = expression(
    r"\b(?:mentor\w*|tut(?:eur|ric|or)\w*|betreuer\w*|ментор\w*|наставни\w*|begeleid\w*"
    r"|m[aä]nn(?:es|er)?|ehemann\w*|ehefrau\w*|(?-i:frau)|vater\w*|mutter\w*|kind(?:er\w*|es|s)?|sohn\w*|tochter|bruder\w*"
    r"|schwester|eltern|freund(?:in|e)?|oma|opa|familie\w*|mari|femme|père|mère|enfants?|fils|filles?|frère|sœur"
    r"|soeur|parents?"
    r"|conjoint\w*|copain|compagn\w+|famille|marido|esposo|esposa|mujer|padres?|madre|hij[oa]s?|herman[oa]s?|novi[oa]"
    r"|niñ[oa]s|familia\w*|marito|moglie|figli[oae]?|fratello|sorella|bambin[oi]|famiglia|mąż\w*|męż\w+|żon\w+|ojc\w+"
    r"|matk\w+|mam[aąęyo]|tat[aąęyo]|dzie(?:ci\w*|ck\w+)|syn\w{0,3}|córk\w+|córek|brat\w{0,3}|siostr\w+"
    r"|rodzic\w+|rodzin\w+"
    r"|soț\w*|mam[ae]i?|tat[aă]\w*|copi(?:i|ii|ilor|lul\w*)|fiul|fiica|frate\w*|sor[aă]|părinți\w*|чолові\w*"
    r"|дружин\w*"
    r"|мам[аиуі]|тат[оау]|батьк\w*|матері|дит\w+|дітьм?\w*|діте\w*|син\w{0,3}|доньк\w+|дочк\w+|брат\w{0,3}"
    r"|сестр\w+|родин\w*"
    r"|муж\w{0,3}|жен[аыуе]|дет(?:и|ей|ьми|ям)|vrouw|echtgeno\w+|vader|moeder|kinder\w*|zoon|dochter|gezin|filh[oa]s?"
    r"|mãe|pai|irmã[o]?)(?!\w)",
    re.IGNORECASE,
)


def speaks_of_the_project(text: str) -> bool:
    """Whether a text in another language names the project, its report or a talk about it, also behind a “because” or
    a “but”, and neither the mentor nor anybody's kin: of any other nobody knows what it tells, and no list of what is
    delicate is ever complete."""
    said = text[:LOOKED_AT]
    return not _OF_PEOPLE.search(said) and all(_OF_PROJECT.search(one) for one in _JOINS.split(said))


def is_foreign(text: str) -> bool:
    """Whether a text is in another language than English."""
    typed = _WORD.findall(text[:LOOKED_AT])
    words = [w.casefold().replace("’", "'") for w in typed]
    marked = (w for w in typed if not w.isascii() and (w[0].islower() or _OTHER_SCRIPT.search(w)))
    accented = sum(w.casefold() not in _OTHERS for w in marked)
    ours = sum(w in _ENGLISH and (w not in _OTHERS or not accented) for w in words)  # “do” and “i” are Polish, too
    theirs = accented + sum(w in _OTHERS and w not in _ENGLISH for w in words)
    if theirs > ours or _ILL.search(text[:LOOKED_AT]):
        return True
    return ours == 0 and theirs == 0 and len(words) >= FEWEST and not text.isascii()


def has_english(text: str) -> bool:
    """Whether any word of a text is a common English one, and no other language's."""
    words = (w.casefold().replace("’", "'") for w in _WORD.findall(text[:LOOKED_AT]))
    return any(w in _ENGLISH and w not in _OTHERS for w in words)


def opens_as_feedback(text: str) -> bool:
    """Whether a text in German or French opens with what its writer liked or would wish for."""
    return _FEEDBACK.search(text[:OPENING]) is not None


def may_be_delicate(text: str, people: frozenset[str] = frozenset()) -> bool:
    """Whether a text in another language may be for somebody's eyes alone: by a word, or since it speaks of one of
    these `people` (words of their names) rather than to them. The end of a long one isn't known."""
    if len(text) > LOOKED_AT or _DELICATE.search(text):
        return True
    names = "|".join(map(re.escape, sorted(people)))
    return bool(names) and re.search(rf"\b(?i:{names})\b[ \n]+(?=[^\W\dA-Z_])", text) is not None
