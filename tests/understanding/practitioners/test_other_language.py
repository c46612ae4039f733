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
