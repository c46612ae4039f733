"""What a practitioner writes in another language is passed on only where all of it speaks of the project, or thanks."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "Mein Mann hat mich verlassen und ich weiß nicht weiter.",
        "Merci. Mon mari m'a quittée et je ne dors plus.",
        "Mąż mnie bije i nie wiem co robić.",
        "Ich will eine andere Mentorin.",
        "jestem w klinice odwykowej",
        "Чоловік мене б'є.",
    ],
)
def test_what_speaks_of_no_project_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) in {"ask", "private"}


@pytest.mark.parametrize(
    "text",
    [
        "Danke für die Rückmeldung zu meinem Bericht.",
        "Ich habe eine Frage zu meinem Ziel: soll es kleiner sein?",
        "Merci, le graphique est dans le rapport.",
        "Dziękuję, czy możemy mieć spotkanie w poniedziałek?",
    ],
)
def test_what_speaks_of_the_project_is_a_message(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Mentorka nie czyta moich raportów i jest niemiła, chcę innego mentora do projektu.",
        "Danke für das Feedback. Die Mentorin hat den Bericht nicht gelesen.",
        "Merci pour les commentaires, mais la mentore est méprisante avec mon projet.",
        "Der Bericht ist spät, weil mein Mann mich verlassen hat.",
        "Mein Projekt steht still, weil ich im Gefängnis war.",
        "Nie mogłam dokończyć projektu, bo mąż mnie bije i musiałam uciekać z dziećmi.",
        "El proyecto va mal porque mi marido me pega.",
        "Je n'ai pas pu finir le rapport parce que mon mari est parti avec les enfants.",
        "Proiectul merge greu pentru că soțul meu bea.",
        "Не можу закінчити звіт, бо мій чоловік на фронті і я не сплю.",
        "Proszę o inny termin spotkania, bo mam rozprawę w sądzie o dzieci.",
        "Das Projekt meiner Frau ist wichtiger als mein Projekt.",
        "Il progetto va male perché bevo troppo e dormo poco.",
    ],
)
def test_a_clause_beside_the_projects_or_one_of_the_mentor_or_kin_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "message", text) in {"ask", "private"}


@pytest.mark.parametrize(
    "text",
    [
        "Wie soll ich die Messung im Projekt machen, welche Daten brauche ich?",
        "Können wir am Montag telefonieren? Ich habe eine Frage zum Projekt.",
        "Merci pour les commentaires. Quel graphique dois-je utiliser pour mes données?",
        "Dziękuję za komentarze. Jaki wykres jest najlepszy dla moich danych?",
        "Gracias por los comentarios. ¿Qué gráfico uso para los datos?",
    ],
)
def test_what_names_the_project_clause_by_clause_is_a_message(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"
