"""Our letter below an answer in plain text, as mail programs fold and head it: cut where every word below is ours."""

from __future__ import annotations

import pytest

from qibot.message.mail import Mail, parse
from qibot.message.quoted import own_words, told_apart
from tests.message.test_quoted import ANSWER, LINES, TYPED, sent
from tests.support.build import ANN

US = "QI Practitioner Programme"
ADDRESS = "qi.reports+k3.9f2a@council.example"
ATTRIBUTIONS = {
    "apple, the address on one line": f"On 17 Dec 2026, at 10:12, {US} <{ADDRESS}>\nwrote:",
    "apple, short": "On 17 Dec 2026, at 10:12, QI <qi@x.example>\nwrote:",
    "apple, the address on a line of its own": f"On 17 Dec 2026, at 10:12, {US}\n<{ADDRESS}> wrote:",
    "apple, behind the time": f"On 17 Dec 2026, at 10:12,\n{US}\n<{ADDRESS}> wrote:",
    "apple, over four lines": f"On 17 Dec 2026, at 10:12,\n{US}\n<{ADDRESS}>\nwrote:",
    "apple, American": f"On Dec 17, 2026, at 10:12 AM, {US} <{ADDRESS}>\nwrote:",
    "apple in French": f"Le 17 déc. 2026 à 10:12, {US} <{ADDRESS}>\na écrit :",
    "apple in French, the address on a line of its own": f"Le 17 déc. 2026 à 10:12, {US}\n<{ADDRESS}> a écrit :",
    "apple in German": f"Am 17.12.2026 um 10:12 schrieb {US}\n<{ADDRESS}>:",
    "apple in Spanish": f"El 17 dic 2026, a las 10:12, {US} <{ADDRESS}>\nescribió:",
    "apple in Italian": f"Il giorno 17 dic 2026, alle ore 10:12, {US} <{ADDRESS}>\nha scritto:",
    "eudora": "At 10:12 17/12/2026, you wrote:",
    "eudora with a zone": "At 10:12 AM 12/17/2026 +0000, you wrote:",
    "sent": f"On Thu, 17 Dec 2026 10:12 {US} <{ADDRESS}> sent:",
    "sent, without an address": "On Thursday, 17 December 2026 at 10:12, you sent:",
    "gnus": f"{US} <{ADDRESS}> writes:",
    "groupwise": f">>> {US} <{ADDRESS}> 17/12/2026 10:12 >>>",
    "groupwise, older": ">>> QI Practitioner Programme 17 December 2026 10.12 >>>",
    "the bat": "You wrote on 17 December 2026, 10:12:",
    "the bat, the day first": "Thursday, December 17, 2026, 10:12:00, you wrote:",
    "horde": f"Quoting {US} <{ADDRESS}>:",
    "horde in German": f"Zitat von {US} <{ADDRESS}>:",
    "fairemail": f"17 Dec 2026 10:12:00 {US} <{ADDRESS}>:",
    "mail.ru": f"Thursday, 17 December 2026, 10:12 GMT from {US} <{ADDRESS}>:",
    "mail.ru in figures": f"17.12.2026, 10:12, {US} <{ADDRESS}>:",
}
UNKNOWN = {  # forms that no list holds
    "eudora with a name": f"At 10:00 12/10/2026, {US} wrote:",
    "eudora with a zone and a name": f"At 10:00 AM 10/12/2026 +0100, {US} wrote:",
    "thunderbird's other one": f"{US} schrieb am 12.10.2026 10:00:",
    "zoho": f"---- On Mon, 12 Oct 2026 10:00:00 +0100 {US} <{ADDRESS}> wrote ----",
    "nextcloud": f'"{US}" <{ADDRESS}> – 12 October 2026 10:00',
    "evolution, mutt": f"{US} wrote:",
    "slrn": f"* {US} [2026-10-12 10:00]:",
    "the date first": f"12 October 2026 10:00, {US} wrote:",
    "swedish": f"{US} <{ADDRESS}> skrev den 12 okt 2026:",
    "tutanota": f"12 Oct 2026, 10:00 by {ADDRESS}:",
    "hey": f"{US} on 12 October 2026 at 10:00",
    "a plain one": f"[{US}, 2026-10-12 10:00]",
}
HEADINGS = {
    "outlook": f"From: {US} <{ADDRESS}>\nSent: 17 December 2026 10:12\nTo: Ann Lee <{ANN.address}>\nSubject: Report 3",
    "outlook under a divider": f"-----Original Message-----\nFrom: {US} [mailto:{ADDRESS}]\n"
    f"Sent: 17 December 2026 10:12\n"
    f"To: Ann Lee\nSubject: Report 3",
    "outlook on the web": f"________________________________\n"
    f"From: {US} <{ADDRESS}>\nSent: Thursday, 17 December 2026\n"
    f"To: Ann Lee <{ANN.address}>\nSubject: Report 3",
    "outlook with a copy": f"From: {US} <{ADDRESS}>\nSent: 17 December 2026 10:12\n"
    f"To: Ann Lee\nCc: Meg Ross\nSubject: Report 3",
    "outlook in German": f"Von: {US} <{ADDRESS}>\nGesendet: Donnerstag, 17. Dezember 2026 10:12\n"
    f"An: Ann Lee\nBetreff: Report 3",
    "outlook in French": f"De : {US} <{ADDRESS}>\nEnvoyé : jeudi 17 décembre 2026 10:12\nÀ : Ann Lee\nObjet : Report 3",
    "outlook in Spanish": f"De: {US} <{ADDRESS}>\nEnviado el: jueves, 17 de diciembre de 2026\n"
    f"Para: Ann Lee\nAsunto: Report 3",
    "outlook, its bold words as stars": f"*From:* {US} <{ADDRESS}>\n*Sent:* 17 December 2026 10:12\n"
    f"*To:* Ann Lee <{ANN.address}>\n*Subject:* Report 3",
    "outlook, its bold names without colons": f"*From: *{US} <{ADDRESS}>\n*Date: *Thursday, 17 December 2026 at 10:12\n"
    f"*To: *Ann Lee <{ANN.address}>\n*Subject: *Report 3",
    "eM Client": f'------ Original Message ------\nFrom: "{US}" <{ADDRESS}>\nTo: {ANN.address}\n'
    f"Sent: 17/12/2026 10:12:14\nSubject: Report 3",
    "eM Client, newer": f'------ Original Message ------\nFrom "{US}" <{ADDRESS}>\nTo "{ANN.address}" '
    f"<{ANN.address}>\nDate 17/12/2026 10:12:14\nSubject Report 3",
    "eM Client in German": f'------ Originalnachricht ------\nVon "{US}" <{ADDRESS}>\nAn {ANN.address}\n'
    f"Datum 17.12.2026 10:12:14\nBetreff Report 3",
    "notes on the web": f"-----{US} <{ADDRESS}> wrote: -----\nTo: Ann Lee <{ANN.address}>\nFrom: {US} <{ADDRESS}>\n"
    f"Date: 17/12/2026 10:12\nSubject: Report 3",
    "notes": f"{US} ---17/12/2026 10:12:03---Dear Ann, Jo's report\n\nFrom:\t{US} <{ADDRESS}>\n"
    f"To:\tAnn Lee <{ANN.address}>\nDate:\t17/12/2026 10:12\nSubject:\tReport 3",
    "gmx": f'Sent: Thursday, December 17, 2026 at 10:12 AM\nFrom: "{US}" <{ADDRESS}>\nTo: {ANN.address}\n'
    f"Subject: Report 3",
    "gmx in German": f"Gesendet: Donnerstag, 17. Dezember 2026 um 10:12 Uhr\nVon: {US} <{ADDRESS}>\n"
    f"An: {ANN.address}\nBetreff: Report 3",
    "telephones, the subject first": f"-------- Original Message --------\nSubject: Report 3\nFrom: {US} <{ADDRESS}>\n"
    f"To: {ANN.address}\nCC:",
    "notes to the internet": f"{US} <{ADDRESS}> \n17/12/2026 10:12\n\nTo\nAnn Lee <{ANN.address}>\ncc\n\n"
    f"Subject\nReport 3",
    "outlook.com": f"{US} <{ADDRESS}>\nThu 17/12/2026 10:12",
    "outlook in Welsh": f"Oddi wrth: {US} <{ADDRESS}>\nAnfonwyd: 17 Rhagfyr 2026 10:12\nAt: Ann Lee\nPwnc: Report 3",
}


def answered(above: str, lines: tuple[str, ...] = LINES, mark: str = "> ") -> Mail:
    quoted = "\n".join(f"{mark}{line}".rstrip() for line in lines)
    body = f"{ANSWER}\n\n{above}\n\n{quoted}\n" if not mark else f"{ANSWER}\n\n{above}\n{quoted}\n"
    head = f"From: {ANN.address}\nTo: {ADDRESS}\nSubject: Re: Report 3\nIn-Reply-To: <f@x>\n"
    typed = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    return parse(f"{head}{typed}\n{body}".replace("\n", "\r\n").encode())


@pytest.mark.parametrize("above", ATTRIBUTIONS)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "not marked"])
def test_our_letter_is_cut_under_each_attribution(above: str, mark: str) -> None:
    assert told_apart(answered(ATTRIBUTIONS[above], mark=mark), sent())[0].strip() == ANSWER


@pytest.mark.parametrize("above", HEADINGS)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "not marked"])
def test_our_letter_is_cut_under_each_heading(above: str, mark: str) -> None:
    heading = HEADINGS[above]
    marked = "\n".join(f"{mark}{line}" for line in heading.split("\n"))
    assert told_apart(answered(marked, mark=mark), sent())[0].strip() == ANSWER


@pytest.mark.parametrize("above", [*ATTRIBUTIONS, *HEADINGS])
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "not marked"])
def test_what_is_typed_into_it_is_never_lost(above: str, typed: str, mark: str) -> None:
    line = {**ATTRIBUTIONS, **HEADINGS}[above]
    words, _ = told_apart(answered(line, (*LINES[:6], "", typed, "", *LINES[6:]), mark), sent())
    assert typed in words


@pytest.mark.parametrize("above", [*ATTRIBUTIONS, *HEADINGS])
def test_anothers_letter_under_it_is_passed_on_whole(above: str) -> None:
    line = {**ATTRIBUTIONS, **HEADINGS}[above]
    mail = answered(line, ("Dear Ann,", "our zebras have been counted, there are nine.", "Tom"), "")
    assert told_apart(mail, sent())[0] == mail.text


@pytest.mark.parametrize(
    "own",
    [
        "On 4 March 2026 the families\nwrote:",
        "The nurses at 10:30 said that\nthe consultant wrote:",
        "At the meeting of 12.03.2026 the staff you sent:",
        "On the 4th, in 2026, they\nsent:",
    ],
)
def test_lines_of_the_senders_own_above_a_passage_are_kept(own: str) -> None:
    mail = answered(f"{own}\n> zebras count more than lions", ())
    assert own.split("\n")[0] in told_apart(mail, sent())[0]


@pytest.mark.parametrize("above", UNKNOWN)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "not marked"])
def test_lines_that_are_wholly_ours_are_cut_whatever_stands_over_them(above: str, mark: str) -> None:
    mail = answered(UNKNOWN[above], mark=mark)
    assert told_apart(mail, sent())[0].strip() == ANSWER
    assert own_words(mail, sent()).strip() == ANSWER


@pytest.mark.parametrize("above", UNKNOWN)
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "not marked"])
def test_nothing_that_is_typed_into_them_is_lost(above: str, typed: str, mark: str) -> None:
    words, _ = told_apart(answered(UNKNOWN[above], (*LINES[:6], "", typed, "", *LINES[6:]), mark), sent())
    assert typed in words


@pytest.mark.parametrize("above", UNKNOWN)
def test_anothers_letter_below_such_a_line_is_passed_on(above: str) -> None:
    mail = answered(UNKNOWN[above], ("Dear Ann,", "our zebras have been counted, there are nine.", "Tom"), "> ")
    assert "zebras have been counted" in told_apart(mail, sent())[0]
