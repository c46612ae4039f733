"""Automatic replies by header and by subject, and the absence they tell of: automatic.py and absence.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.model.reports import Document
from qibot.screening.automatic import is_automatic, words_of
from qibot.understanding.days.absence import Absence, absence
from tests.support.build import JO, mail

TODAY = date(2026, 12, 14)
SUBJECTS = [
    "Automatic reply: Report 1 from Jo Smith", "Out of Office: Report 1", "Out of office", "Auto-reply: Report 1",
    "Out of the office until 5 January", "AUTOMATIC REPLY", "Vacation reply", "away from my mail",
    "I am currently out of the office", "[EXTERNAL] Automatic reply: Re: Report 1",
    "Automatische Antwort: Report 1", "Abwesenheitsnotiz: Report 1", "Abwesenheitsnotiz", "Nicht im Büro",
    "Réponse automatique : Report 1", "Réponse automatique : Re: Report 1", "Absence du bureau : Report 1",
    "Message d’absence", "Respuesta automática: Report 1", "Fuera de la oficina", "Mensaje de ausencia",
    "Risposta automatica: Report 1", "Fuori ufficio: Report 1", "Resposta automática: Report 1", "Fora do escritório",
    "Automatisch antwoord: Report 1", "Afwezigheidsbericht", "Automatiskt svar: Report 1", "Autosvar: Report 1",
    "Frånvaromeddelande", "Automatisk svar: Report 1", "Fraværsmelding", "Ikke på kontoret",
    "Automaattinen vastaus: Report 1", "Poissaoloilmoitus", "Automatyczna odpowiedź: Report 1",
    "Odpowiedź automatyczna: Report 1", "Poza biurem",
]  # fmt: skip
PEOPLES = [
    "Re: Automatic reply: Report 1", "RE: Out of office", "AW: Automatische Antwort: Report 1", "SV: Autosvar",
    "Fwd: Automatic reply: Report 1", "Out of office hours clinic: change ideas", "Automatic reply rates in our clinic",
    "Absence", "Absence: what should I measure?", "Report 1", "", "Holiday", "Urlaub", "Office hours",
    "Question about automatic replies", "TR: Réponse automatique : Report 1",
]  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_opening_in_a_dozen_languages_tells_an_automatic_reply_without_any_header(subject: str) -> None:
    assert is_automatic(mail(subject=subject, text="I am away."))


@pytest.mark.parametrize("subject", PEOPLES)
def test_people_who_answer_or_write_about_such_things_are_people(subject: str) -> None:
    assert not is_automatic(mail(subject=subject, text="Hello."))


def test_a_document_makes_it_somebodys_report_whatever_its_subject() -> None:
    assert not is_automatic(mail(subject="Out of office: report 3", files=("Report 3.docx",)))


def test_a_bare_noun_counts_in_an_answer_alone() -> None:
    assert is_automatic(mail(subject="Absence: Report 1", text="Back on Monday.", In_Reply_To="<a@b.example>"))


@pytest.mark.parametrize(
    "text",
    [
        "[Like]   Ann Lee reacted to your message:",
        "Ann Lee hat auf Ihre Nachricht reagiert:",
        "Ann Lee reacted to your message",
    ],
)
def test_a_reaction_is_no_persons_word(text: str) -> None:
    quoted = "\n________________________________\nFrom: QI\nSent: Monday\nTo: Ann\nSubject: Report 1\n\nDear Ann"
    written = {"sender": "Ann Lee <ann@x.example>", "subject": "Re: Report 1", "In_Reply_To": "<x@x.example>"}
    assert is_automatic(mail(text=text + quoted, **written))
    assert is_automatic(mail(text=f"{text}\n\nOn 12/10/2026 10:00, QI wrote:\n> Dear Ann", **written))
    assert not is_automatic(
        mail(text=f"{text}\n\nOn 12/10/2026 10:00, QI wrote:\n> Dear Ann\nWhich one?\n> x", **written)
    )


@pytest.mark.parametrize(
    "text",
    [
        "She reacted to your message:\nshe wept.",
        "Ann Lee reacted to your message. Well done!",
        "This is how my colleagues reacted to your message:",
        "Sorry, I have not yet reacted to your message",
    ],
)
def test_words_beside_a_reaction_or_about_one_are_a_persons(text: str) -> None:
    parts = {"sender": "Ann Lee <ann@x.example>", "subject": "Re: Report 1", "In_Reply_To": "<x@x.example>"}
    assert not is_automatic(mail(text=text, **parts))


def test_a_quoted_heading_says_nothing_of_an_absence() -> None:
    quoted = "From: QI\nSent: 18 December 2026 10:00\nTo: Ann\nSubject: Report 1\n\nDear Ann"
    away = mail(subject="Automatic reply: Report 1", text=f"I am out of the office at present.\n\n{quoted}")
    assert absence(away, TODAY, 14) == Absence(TODAY, None)


@given(st.text(max_size=200), st.text(max_size=300))
def test_no_subject_and_no_text_make_it_fail(subject: str, text: str) -> None:
    one = mail(subject=" ".join(subject.split()).encode("ascii", "ignore").decode(), text=text)
    is_automatic(one)
    found = absence(one, TODAY, 365)
    assert found is None or found.last is None or found.last >= TODAY


# --- the same words ---


def test_the_same_words_of_the_same_sender_are_known_again_whatever_stands_below() -> None:
    one = mail(text="I am on a train.\n\nAnn", subject="Re: a")
    other = mail(text="I am  on a train.\n\nann\n\nOn Monday Jo wrote:\n> something else", subject="Re: b")
    assert words_of(one) == words_of(other) != ""
    assert words_of(one) != words_of(mail(sender="x@y.example", text="I am on a train.\n\nAnn"))


def test_with_a_document_or_without_words_nothing_is_known_again() -> None:
    assert words_of(mail(files=("r.docx",))) == ""
    assert words_of(mail(text="")) == ""
    photograph = Document("IMG_1.jpeg", "image/jpeg", 30_000, "", 0, 0, "base64", inline=True)
    assert words_of(replace(mail(text="Sent from my iPhone"), photographs=(photograph,))) == ""


def test_long_words_are_known_again_and_told_apart_by_any_word() -> None:
    long = "We tried it again. " * 1000
    assert words_of(mail(text=long)) == words_of(mail(text=f"\n{long}\n")) != ""
    assert words_of(mail(text=f"{long} It worked.")) != words_of(mail(text=f"{long} It failed."))


# --- the dates ---

DATED = {
    "I am away until 5 January.": (None, date(2027, 1, 5)),
    "Thank you for your email. I am out of the office from 20 December to 4 January. For urgent matters, ring Meg.":
        (date(2026, 12, 20), date(2027, 1, 4)),
    "I'll be back on Tuesday 5 January.": (None, date(2027, 1, 4)),
    "I am on annual leave and will return on Tuesday 5th January 2027.": (None, date(2027, 1, 4)),
    "I am on leave until Monday 21 December and will reply then.": (None, date(2026, 12, 21)),
    "I'm away between 20 December and 4 January, back on the 5th": (date(2026, 12, 20), date(2027, 1, 4)),
    "I am out of office, returning\nMonday.": (None, date(2026, 12, 20)),
    "From 5 January I will be back.": (None, date(2027, 1, 4)),
    "I am out of the office today.": (None, TODAY),
    "Out of office: 20/12/2026 - 04/01/2027": (date(2026, 12, 20), date(2027, 1, 4)),
    "Ich bin vom 20. Dezember bis 4. Januar nicht im Büro.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Ich bin bis zum 4.1.2027 abwesend.": (None, date(2027, 1, 4)),
    "Ich bin ab dem 5. Januar wieder erreichbar.": (None, date(2027, 1, 4)),
    "Je suis absente du bureau du 20 décembre au 4 janvier.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Je serai de retour le 5 janvier.": (None, date(2027, 1, 4)),
    "Estaré fuera de la oficina del 20 de diciembre al 4 de enero.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Sono assente dal 20 dicembre al 4 gennaio.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Estou ausente até 4 de janeiro de 2027.": (None, date(2027, 1, 4)),
    "Ik ben afwezig van 20 december tot en met 4 januari.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Jag är inte på kontoret till och med 4 januari.": (None, date(2027, 1, 4)),
    "Jeg er på ferie fra 20. desember til 4. januar.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Olen lomalla 20.12.-4.1.2027.": (date(2026, 12, 20), date(2027, 1, 4)),
    "Jestem nieobecny od 20 grudnia do 4 stycznia 2027.": (date(2026, 12, 20), date(2027, 1, 4)),
}  # fmt: skip


def told(text: str) -> Absence | None:
    return absence(mail(subject="Out of office", text=text), TODAY, 365)


@pytest.mark.parametrize("text", DATED)
def test_the_dates_of_an_absence_are_read_where_the_text_gives_them(text: str) -> None:
    first, last = DATED[text]
    assert told(text) == Absence(first or TODAY, last)


@pytest.mark.parametrize(
    "text",
    [
        "I was away until 3 March 2025.", "I am away until further notice.", "Back on Monday 5 January 2027.",
        "I am away until 24 or 25 March.", "I am away until 1 January 2031.", "I am away.", "Away until 31 February.",
        "from " * 500, "until 5" * 500,
    ],
)  # fmt: skip
def test_dates_that_are_over_too_far_off_or_unreadable_leave_an_absence_without_dates(text: str) -> None:
    assert told(text) == Absence(TODAY)


def test_what_is_no_absence_is_none_though_a_machine_wrote_it() -> None:
    ticket = mail(subject="Report 1", text="We have received your message, ticket 4711.", Auto_Submitted="auto-replied")
    assert is_automatic(ticket)
    assert absence(ticket, TODAY, 365) is None


def test_who_is_away_says_so_in_the_text_if_not_in_the_subject() -> None:
    said = mail(sender=JO.address, subject="Re: Report 1", text="I am on leave.", Auto_Submitted="auto-replied")
    assert absence(said, TODAY, 365) == Absence(TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "My mother died on Saturday, and I'm not able to write the report this month.",
        "Aim: half as many missed appointments by June. We have sent a text two days before, and counted each week.",
        "My car was written off on Friday. Could you give me another week?",
    ],
)
@pytest.mark.parametrize("subject", ["Annual leave Re: Report 1", "Out of office: Report 1", "Annual leave"])
def test_below_a_subject_of_leave_a_person_may_tell_something_else(subject: str, text: str) -> None:
    assert not is_automatic(mail(subject=subject, text=text, In_Reply_To="<a@b.example>"))


@pytest.mark.parametrize("before", ["OFFICIAL", "OFFICIAL - SENSITIVE", "*External*", "URGENT", "Sorry", "Sick"])
def test_what_an_organisation_or_a_person_puts_before_our_subject_makes_no_machine(before: str) -> None:
    text = "I am in hospital until Friday. Please contact my manager."
    assert not is_automatic(mail(subject=f"{before} RE: Report 1 is overdue", text=text, In_Reply_To="<a@b.example>"))
    assert is_automatic(mail(subject="Gone fishing RE: Report 1", text="I am away until Friday.", In_Reply_To="<a@b>"))
