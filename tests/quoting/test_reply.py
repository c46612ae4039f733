"""The new text of a reply: the sender's words are never lost, whatever is quoted where."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from qibot.quoting.headings import is_divider
from qibot.quoting.reply import above_and_top, is_signed_off, new_text

ATTRIBUTIONS = [
    "On 12/10/2026 Ann Lee via QI Programme <qi@council.example> wrote:",
    "On Mon, 12 Oct 2026 at 09:15, Ann Lee <ann@health.example> wrote:",
    "On Mon, 12 Oct 2026 at 09:15, Ann Lee via QI Practitioner Programme\n<qi@council.example> wrote:",
    "Am 12.10.2026 um 09:15 schrieb Ann Lee:",
    "Am Mo., 12. Okt. 2026 um 09:15 Uhr schrieb Ann Lee <ann@health.example>:",
    "Le lun. 12 oct. 2026 à 09:15, Ann Lee <ann@health.example> a écrit :",
    "El lun, 12 oct 2026 a las 9:15, Ann Lee (<ann@health.example>) escribió:",
    "Op ma 12 okt 2026 om 09:15 schreef Ann Lee <ann@health.example>:",
    "Ann Lee <ann@health.example> wrote:",
]
UNKNOWN = ["Ann Lee wrote:", "-----Original Message-----", "Ann Lee, 12.10.2026:", "2026-10-12 Ann:", "wrote:", ""]
LINE = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60),
    st.sampled_from(
        [
            "On balance it is good.",
            "On page 3 you wrote:",
            "> my own quote",
            "",
            "On Monday",
            "From: me",
            "Am Ende",
            "--",
        ]
    ),
)
TEXT = st.lists(LINE, max_size=6).map("\n".join)


def top(text: str) -> str:
    return above_and_top(text)[1]


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def words(text: str) -> list[str]:
    return text.split()


def contains(longer: list[str], shorter: list[str]) -> bool:
    """Whether the words stand in the longer list, in their order."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_the_quoted_letter_below_a_reply_is_cut_with_its_attribution(attribution: str) -> None:
    text = f"Thank you, Ann!\n\nMore on Friday.\nJo\n\n{attribution}\n> What I liked: the aim.\n>\n> Ann\n\n"
    assert new_text(text) == "Thank you, Ann!\n\nMore on Friday.\nJo"


@pytest.mark.parametrize("attribution", UNKNOWN)
def test_a_quotation_under_something_unknown_is_kept_with_all_above(attribution: str) -> None:
    text = f"Thank you!\n\n{attribution}\n> What I liked: the aim."
    assert new_text(text) == text


@given(TEXT, st.sampled_from(ATTRIBUTIONS), TEXT, st.sampled_from(["\n", "\n\n", "\n\n\n"]))
@example("On balance a good report.", "Ann Lee <ann@health.example> wrote:", "x", "\n\n")
def test_no_word_above_a_quotation_is_ever_lost(new: str, attribution: str, old: str, gap: str) -> None:
    cut = new_text(f"{new}{gap}{attribution}\n{quoted(old)}\n")
    folded = attribution.count("\n") and gap == "\n"  # nothing divides the folded line from the words then
    assert contains(words(cut), words(new)) or folded


@given(TEXT, st.sampled_from(UNKNOWN), TEXT)
@example("On balance a good report.\n", "Ann Lee wrote:", "x")
@example("On\n0000", "Ann Lee wrote:", "")
@example("On 3 November at 10:15 we meet.\n", "Ann Lee wrote:", "x")
@example("The pupils wrote this, see page 3.\nOn page 3 you", "wrote:", "x")
def test_no_word_is_lost_above_a_quotation_that_nobody_can_tell(new: str, attribution: str, old: str) -> None:
    assert contains(words(new_text(f"{new}\n{attribution}\n{quoted(old)}")), words(new))


@given(TEXT, st.sampled_from(ATTRIBUTIONS), TEXT, TEXT, TEXT)
def test_answers_between_quotes_are_kept_whole(
    above: str, attribution: str, first: str, answer: str, second: str
) -> None:
    plain = [line for line in answer.split("\n") if line.strip() and not line.startswith(">")]
    assume(plain and not plain[-1].rstrip().endswith(":"))
    text = f"{above}\n\n{attribution}\n{quoted(first)}\n{answer}\n{quoted(second)}"
    assert new_text(text) == text.strip("\n")


@given(TEXT, st.sampled_from(ATTRIBUTIONS), TEXT, TEXT)
def test_words_below_the_quotation_are_kept_with_it(above: str, attribution: str, old: str, below: str) -> None:
    assume(below.strip() and not below.strip().split("\n")[-1].startswith(">"))
    text = f"{above}\n\n{attribution}\n{quoted(old)}\n{below}"
    assert contains(words(new_text(text)), words(above) + words(below))


@given(TEXT)
def test_a_text_without_quotes_stays_as_it_is(text: str) -> None:
    assume(not any(line.startswith(">") for line in text.split("\n")))
    assert new_text(text) == text.strip("\n")


def test_a_passage_that_the_sender_quotes_under_own_words_is_kept() -> None:
    text = "Dear Jo,\n\nOn page 3 you wrote:\n> Pupils were calmer."
    assert new_text(text) == text


def test_nothing_but_a_quotation_has_no_new_text() -> None:
    assert new_text("On Mon, 12 Oct 2026 at 09:15, Ann Lee <ann@health.example> wrote:\n> x\n") == ""


def test_a_text_of_a_megabyte_is_read_at_once() -> None:
    text = "On " + " <a@" * 250_000 + "\n" + "> q\n" * 100_000
    assert new_text(text) == text.strip("\n")


@pytest.mark.parametrize("attribution", [x for x in ATTRIBUTIONS if "\n" not in x])
def test_the_senders_own_words_are_found_below_a_quotation_that_stands_first(attribution: str) -> None:
    assert top(f"\n{attribution}\n{quoted('EXCEPTIONAL')}\n\nWE SPOKE\n\nJo\n") == "WE SPOKE\n\nJo"


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_the_senders_own_words_end_above_an_attribution_in_any_language(attribution: str) -> None:
    assert top(f"WE SPOKE\n\n{attribution}\n{quoted('EXCEPTIONAL')}\n") == "WE SPOKE"


@pytest.mark.parametrize(
    "heading", ["Från: QI\nSkickat: idag\nTill: Jo\nÄmne: Re", "De : QI\nEnvoyé : lundi\nÀ : Jo\nObjet : Re"]
)
def test_the_senders_own_words_end_above_a_heading_in_any_language(heading: str) -> None:
    assert top(f"WE SPOKE\n\n{heading}\n\nEXCEPTIONAL") == "WE SPOKE"


@pytest.mark.parametrize(
    "text",
    [
        "> Dear Ann\n\n > EXCEPTIONAL\n > I was ill\n",
        "> Dear Ann, I believe that the whole class\nneeds support.\n",
        "> Dear Ann\n\n>> EXCEPTIONAL\n",
    ],
)
def test_a_quoted_line_is_nobodys_own_though_its_mark_stands_apart_or_was_lost_by_folding(text: str) -> None:
    assert top(text) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPad",
        "--",
        "",
    ],
)
def test_what_a_telephone_writes_below_every_mail_is_known(line: str) -> None:
    assert is_signed_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "Obtenez plus de données chaque semaine.",
        "Sent via Teams yesterday: narrow the aim to one class, add a balancing measure.",
        "Sent from my phone. Lovely aim, but only test it with one class first",
        "Sent from me",
    ],
)
def test_a_sentence_that_begins_like_it_is_somebodys(line: str) -> None:
    assert not is_signed_off(line)


def test_no_words_are_taken_for_the_senders_own_between_quotations() -> None:
    text = f"{ATTRIBUTIONS[3]}\n{quoted('one')}\nEXCEPTIONAL\n{quoted('two')}\nJo"
    assert top(text) == ""


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----", "----- Ursprüngliche Nachricht -----", "-----Message d'origine-----",
        "-----Jo Smith <jo@school.example> wrote: -----",
    ],
)  # fmt: skip
def test_the_line_above_a_quotation_is_known(line: str) -> None:
    assert is_divider(line)
    assert not is_divider(line + " no")


@pytest.mark.parametrize(
    "line", ["Jo Smith ---17/12/2026 10:12:03---Dear Ann", "Inactive hide details for Jo ---17.12.2026 10:12:03---Dear"]
)
def test_the_line_with_which_notes_begins_a_quotation_is_known(line: str) -> None:
    assert is_divider(line)


@pytest.mark.parametrize(
    "line", ["The dates --- 17 and 18 --- suit me", "- - -", "---", "From Monday on ---", ">>> see page 3", "so >>> no"]
)
def test_dashes_and_brackets_of_a_persons_own_begin_no_quotation(line: str) -> None:
    text = f"EXPECT 24 March\n{line}\n\nTo Jo: well done.\nSubject to changes."
    assert not is_divider(line)
    assert above_and_top(text)[0] == text
