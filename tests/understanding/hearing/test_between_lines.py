"""What is typed between the lines of a letter of ours is read as if it stood above it, in each program's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message import fingerprint, parse, typed_into
from qibot.model import Case, Letter, LetterState, Person
from tests.support.build import ANN, JO, MEG, at, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of
from tests.understanding.hearing.test_answers_below import HEADED, OURS, US, letter_in, to, with_report

CIRCUMSTANCES = "I'm in hospital all next week, so I can't do the next one in time."
SAID = [  # who answers which letter, under which line, with what; what that is
    (
        ANN,
        "forward_report",
        "Please answer by",
        "I'm away till 2 December so it'll be after that",
        "EXPECT for report 1",
    ),
    (ANN, "forward_report", "Please answer by", "Can I have until 30 November?", "EXPECT for report 1"),
    (ANN, "forward_report", "Please answer by", "I can't take on any more of these, sorry", "NO CAPACITY"),
    (JO, "receipt", "Expect your mentor", "No, that was my charter", "a correction"),
    (JO, "receipt", "Expect your mentor", "It was meant as report 2", "a correction"),  # all words that stand in it
    (JO, "receipt", "Expect your mentor", "My mum died on Sunday", "exceptional circumstances for report 2"),
    (
        JO,
        "confirm_command",
        "To change that",
        "They've put the operation back to the 30th",
        "exceptional circumstances",
    ),
    (ANN, "tell_difficulty", "nothing for you to do", "She told me she's not coping at all", "NEEDS SUPPORT"),
]
FORMS = {  # what stands above the letter; how it is marked; a page, where that is all there is
    "Gmail": (f"On Thu, 12 Nov 2026 at 10:00, {US} <{OURS}> wrote:\n\n", "> ", False),
    "under a greeting": (f"Hi\n\nOn 12/11/2026 10:00, {US} wrote:\n", "> ", False),
    "under thanks": (f"Thanks\n\nOn 12/11/2026 10:00, {US} wrote:\n", "> ", False),
    "under a pointer": (f"See below in red.\n\nOn 12/11/2026 10:00, {US} wrote:\n", "> ", False),
    "Outlook": (f"Hi all, please see below\n\n{HEADED}\n\n", "", False),
    "under a promise": (f"Sorry, will send it tonight\n\nOn 12/11/2026 10:00, {US} wrote:\n", "> ", False),
    "Apple Mail, a page alone": (f"<div>On 12 Nov 2026, at 10:00, {US} &lt;{OURS}&gt; wrote:</div>", "", True),
}


def typed(s: Scene, who: str, name: str, line: str, said: str, form: str, below: str = "") -> bytes:
    """A mail that answers our last letter of this kind, with this below the line that has these words."""
    above, mark, page = FORMS[form]
    text, _, whole = letter_in(s, name)
    head = head_of(s.raws(name)[-1])
    to_us, letter = str(head["Reply-To"]), str(head["Message-ID"])
    subject = f"Re: {head['Subject']}"
    if page:
        end = whole.index("\n", whole.index(line))
        quotes = [f'<blockquote type="cite">{part}</blockquote>' for part in (whole[:end], whole[end:])]
        html = f"<html><body>{above}{quotes[0]}<div>{said}</div>{quotes[1]}<div>{below}</div></body></html>"
        plain = message(who, subject, "@", To=to_us, In_Reply_To=letter).decode()
        return plain.replace("text/plain", "text/html").replace("\r\n\r\n@", f"\r\n\r\n{html}").encode()
    lines = [f"{mark}{x}".rstrip() + (f"\n\n{said}\n" if line in x else "") for x in text.split("\n")]
    return message(who, subject, above + "\n".join(lines) + f"\n\n{below}", To=to_us, In_Reply_To=letter)


def about(folder: Path, name: str) -> Scene:
    """With a report, and the circumstances of which these letters tell."""
    s = with_report(folder)
    if name in ("confirm_command", "tell_difficulty"):
        s.answers("receipt", CIRCUMSTANCES)
    return s


@pytest.mark.parametrize(("form", "one"), [(form, SAID[n % 2]) for n, form in enumerate(FORMS)] + [
    ("under a greeting", one) for one in SAID[2:]
])  # fmt: skip
def test_it_is_read_as_if_it_stood_above(form: str, one: tuple[Person, str, str, str, str], tmp_path: Path) -> None:
    who, name, line, said, kind = one
    s = about(tmp_path, name)
    assert s.takes(typed(s, who.address, name, line, said, form)).startswith(kind)
    assert said not in to(s, *({JO.address, MEG.address} - {who.address}))


@pytest.mark.parametrize("said", ["I'm really unhappy about this.", "Sorry, it's worse than they thought."])
def test_no_complaint_under_mere_thanks_counts_as_thanks(said: str, tmp_path: Path) -> None:
    s = about(tmp_path, "confirm_command")
    raw = typed(s, JO.address, "confirm_command", "To change that", said, "under thanks")
    assert s.takes(raw) != "an acknowledgement"
    assert said not in to(s, ANN.address, MEG.address)


@pytest.mark.parametrize(("between", "below", "kind"), [
    ("I can't bear Ann any more, she bullies me", "", "a word for the team alone"),
    ("", "PS I am in hospital with my son since Monday", "exceptional circumstances"),
    ("", "Nan passed", "exceptional circumstances"),
    ("", "Jo Smith\nHighland Council\nwww.highland.example", "thanks or a promise"),
])  # fmt: skip
def test_what_stands_between_or_below_a_promise_of_the_report_is_heard(
    between: str, below: str, kind: str, tmp_path: Path
) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.writes_until("2026-10-16T12:00")
    line = "haven't received" if between else "no such line"
    assert s.takes(typed(s, JO.address, "remind_missing", line, between, "under a promise", below)).startswith(kind)
    assert not between or between not in to(s, ANN.address, MEG.address)


@pytest.mark.parametrize("said", ["Perfect, thanks", "OK, thank you"])
def test_thanks_between_the_lines_are_thanks(said: str, tmp_path: Path) -> None:
    s = about(tmp_path, "confirm_command")
    raw = typed(s, JO.address, "confirm_command", "To change that", said, "Gmail", "Jo")
    assert s.takes(raw) == "an acknowledgement"


def test_the_team_reads_each_answer_under_its_line(tmp_path: Path) -> None:
    s = about(tmp_path, "tell_difficulty")
    s.takes(typed(s, ANN.address, *SAID[-1][1:4], "Gmail"))
    told = " ".join(s.last("report_needs_support").split())
    assert "nothing for you to do" in told.partition(SAID[-1][3])[0]


@pytest.mark.parametrize("form", ["Gmail", "Outlook", "Apple Mail, a page alone"])
@pytest.mark.parametrize(("line", "said"), [
    ("Hi Ann,", "Thanks Jo. I'd try one class first, and maybe draw the chart by 30 November."),
    ("Even better if", "You had a run chart with a median line."),
])  # fmt: skip
def test_what_stands_among_the_practitioners_words_or_in_the_form_is_feedback(
    line: str, said: str, form: str, tmp_path: Path
) -> None:
    s = with_report(tmp_path, "Hi Ann, here it is.\n\nWe test a buddy system in Primary 2.\n\nJo")
    assert s.takes(typed(s, ANN.address, "forward_report", line, said, form)) == "feedback on report 1"
    assert said in " ".join(text_of(s.raws("relay_feedback")[-1]).split())


@pytest.mark.parametrize("below", [
    "Jo Smith\nDepute Head, Rosebank Primary\nI work Monday to Thursday",
    "-- \nJo Smith\nDepute Head\nI work Monday to Thursday",
    "Highland Council: proud to serve our communities\nwww.highland.example",
])  # fmt: skip
def test_a_signature_or_an_offices_line_below_our_letter_makes_no_words_of_thanks(below: str, tmp_path: Path) -> None:
    s = about(tmp_path, "confirm_command")
    assert s.takes(typed(s, JO.address, "confirm_command", "no such line", "", "under thanks", below)) == (
        "an acknowledgement"
    )


LETTER = (
    "Dear Ann Lee,\n\nPlease answer by Monday, 19 October: just reply to this mail.\n\nDocuments:\n\n- Report 1.docx"
)
WORDS = f"{LETTER}\n\nJo Smith wrote:\n\n> Our aim is a calm start of each day.\n> We test with two pupils."


LINK = "reply to this mail <mailto:qi@council.example?subject=EXPECT>."
BARE = "Our aim is a calm start of each day.\n\nLovely!\n\nWe test with two pupils."


@pytest.mark.parametrize(("quoted", "between", "among", "trimmed"), [
    (LETTER.replace("\n\nDocuments", "\n\nNot before the 30th\n\nDocuments"), "Not before the 30th", False, False),
    (WORDS.replace("\n\nDocuments", "\n\n[Ann Lee] Yes, I can.\n\nDocuments"), "Yes, I can.", False, False),
    (WORDS.replace("> We test", "Lovely!\n\n> We test"), "Lovely!", True, False),
    (BARE, "Lovely!", False, True),
    (LETTER.replace("reply to this mail.", LINK), "", False, False),
    (f"CAUTION: this came from outside.\n\n{LETTER}", "", False, False),
])  # fmt: skip
def test_what_is_typed_is_told_from_the_letter_and_from_whom_it_answers(
    quoted: str, between: str, among: bool, trimmed: bool
) -> None:
    letter = Letter("1", "forward_report", (), (), at("2026-11-12"), LetterState.SENT, wording=fingerprint(WORDS))
    mail = parse(message(ANN.address, "Re: Report 1", f"{HEADED}\n\n{quoted}"))
    found = typed_into(mail, Case("2026-27/jo.smith", {Letter.table: {"1": letter}}))
    assert (found.between, found.among, found.trimmed) == (between, among, trimmed)
