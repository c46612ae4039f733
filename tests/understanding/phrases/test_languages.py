"""What isn't English is never guessed at: relayed or asked about, and in doubt nobody else's to read (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.understanding.phrases.languages import is_foreign, may_be_delicate, opens_as_feedback
from tests.support.build import ANN, JO, MEG, TEAM, at
from tests.support.dialogue import Scene, scene

PEOPLE = frozenset(["jo", "smith"])
WORRIES = [
    "Guten Tag, ich mache mir Sorgen um Jo. Sie kommt damit leider nicht zurecht.",
    "Guten Morgen, Jo war in letzter Zeit sehr oft krank und ihre Chefin hilft ihr nicht.",
    "Bonjour, je doute qu'elle doive continuer. Bonne journée",
    "Bonsoir, je ne peux plus être la tutrice de Jo, je suis malade. Bonne fin de semaine",
    "Hola, estoy muy preocupada por Jo, está enferma y no puede con el proyecto. Buen día",
    "Dzień dobry, martwię się o Jo, jest chora i nie może dalej. Pozdrawiam",
    "Schöner Bericht, das Ziel ist klar. Unter uns: Jo ist überfordert.",
]
FEEDBACK = [
    "Hallo Jo, ein schöner Bericht, das Ziel ist klar. Noch besser wäre ein Median in der Kurve.",
    "Très bien, Jo, ton objectif est clair. J'ai bien aimé le graphique et la mesure.",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    return made


def seen_by(s: Scene, who: str, text: str) -> bool:
    letters = (" ".join(raw.decode("utf-8", "replace").split()) for to, raw in s.outbox.delivered if who in to)
    return any(text[:12] in letter for letter in letters)


@pytest.mark.parametrize("text", WORRIES)
def test_a_mentors_worry_in_another_language_goes_to_nobody_before_its_writer_is_asked(s: Scene, text: str) -> None:
    s.answers("forward_report", text, ANN.address)
    assert s.raws("ask_which_report", ANN.address)
    assert not seen_by(s, JO.address, text) and not seen_by(s, MEG.address, text)


@pytest.mark.parametrize("text", FEEDBACK)
def test_feedback_that_opens_as_such_goes_out(s: Scene, text: str) -> None:
    assert s.answers("forward_report", text, ANN.address).startswith("feedback")


@pytest.mark.parametrize(
    "text",
    ["Guten Tag, ich kann die Datei leider nicht öffnen.", "Bonjour Jo, bonne journée à vous et merci pour le tout"],
)
def test_a_greeting_is_no_feedback(s: Scene, text: str) -> None:
    assert is_foreign(text) and not opens_as_feedback(text)
    assert not s.answers("forward_report", text, ANN.address).startswith("feedback")


@pytest.mark.parametrize(
    "text",
    [
        "Guten Tag, meine Mutter ist am Sonntag gestorben und ich kann den Bericht nicht schicken.",
        "Bonjour, ma mère est à l'hôpital et je ne peux pas envoyer le rapport.",
    ],
)
def test_a_practitioners_reason_in_another_language_isnt_the_mentors_to_read(s: Scene, text: str) -> None:
    s.answers("receipt", text)
    assert s.raws("ask_which_report", JO.address) and not seen_by(s, ANN.address, text)


@pytest.mark.parametrize(
    "text",
    [
        "Estoy enferma, no puedo ir el jueves.",
        "Se ha muerto mi abuela, no voy a llegar a tiempo.",
        "Gracias. Estoy de baja.",
        "Jestem chora",
        "Miałam wypadek, leżę w szpitalu.",
        "Sunt bolnavă săptămâna asta.",
        "Mama mea a murit duminică.",
        "Дякую. Я захворіла.",
        "Я в лікарні.",
        "Leider hatte ich einen Unfall.",
        "Krank.",
        "J'ai eu un accident hier.",
        "Hi Ann, sorry, je suis malade.",
        "O meu pai faleceu no domingo.",
    ],
)
def test_an_illness_or_a_death_in_few_words_of_another_language_is_asked_about(s: Scene, text: str) -> None:
    s.answers("receipt", text)
    assert s.raws("ask_which_report", JO.address) and not seen_by(s, ANN.address, text)


@pytest.mark.parametrize("text", ["Îmi pare rău, nu pot.", "Не можу", "Tengo un problema en casa.", "Nie mogę teraz."])
def test_what_answers_a_reminder_in_another_language_may_be_the_reason(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-14T09:30")
    s.bot.round()
    s.now = at("2026-10-16T09:30")
    s.bot.round()
    s.answers("remind_missing", text)
    assert s.raws("ask_which_report", JO.address) and not seen_by(s, ANN.address, text)
    s.now = at("2026-10-21T09:30")
    s.bot.round()
    assert not s.raws("remind_missing_again")


@pytest.mark.parametrize("text", ["Muchas gracias", "Dziękuję bardzo!", "Mulțumesc frumos", "Дякую!", "Vielen Dank"])
def test_thanks_in_another_language_are_thanks(s: Scene, text: str) -> None:
    assert s.answers("receipt", text) == "thanks or a promise"
    assert not seen_by(s, ANN.address, text)


@pytest.mark.parametrize(
    "text", ["¿Podemos hablar el jueves?", "Können wir am Donnerstag reden?", "Zrobiliśmy pierwszy test w klasach."]
)
def test_talk_in_another_language_goes_on(s: Scene, text: str) -> None:
    s.answers("receipt", text)
    assert s.raws("relay_message", ANN.address)


def test_words_in_another_language_beside_a_report_stay_with_the_team_where_they_may_be_delicate(s: Scene) -> None:
    s.sends("Report 2", "Report 2.pdf", text="Hier ist mein Bericht. Meine Mutter ist gestorben, es war alles zu viel.")
    assert seen_by(s, TEAM, "Hier ist mein Bericht") and not seen_by(s, ANN.address, "Hier ist mein Bericht")


def test_who_is_called_isnt_spoken_of() -> None:
    assert not may_be_delicate("Bravo Jo, excellent travail !", PEOPLE)
    assert may_be_delicate("Das Ziel ist klar. Leider hat Jo zu wenig Zeit dafür.", PEOPLE)


@pytest.mark.parametrize(
    "text", ["Dziękuję za wiadomość. Wracam do pracy 23 listopada.", "I do, and so does Siân. It is on the wall"]
)
def test_a_word_that_two_languages_share_says_nothing(text: str) -> None:
    assert is_foreign(text) is text.startswith("D")
