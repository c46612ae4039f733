"""A mentor's answer that stands below our letter, or between its lines: read as one above it, passed on without it."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of

US, OURS = "QI Practitioner Programme", "qi.reports@council.example"
HEADED = f"From: {US} <{OURS}>\nSent: 12 November 2026 10:00\nTo: Ann Lee\nSubject: Report 1 from Jo Smith"
LIKED = "What I liked: the aim says by when and for whom. Even better if the run chart had a median line."
PROGRAMS = {
    "Thunderbird": (f"On 12/11/2026 10:00, {US} wrote:\n{{marked}}\n\n{{said}}\n\n-- \nAnn Lee\n", ""),
    "Thunderbird, with a page": (
        f"On 12/11/2026 10:00, {US} wrote:\n{{marked}}\n\n{{said}}\n",
        (
            f'<div class="moz-cite-prefix">On 12/11/2026 10:00, {US} wrote:<br></div>'
            '<blockquote type="cite">{page}</blockquote><p>{said}</p>'
        ),
    ),
    "Gmail": (
        f"\n\nOn Thu, 12 Nov 2026 at 10:00, {US} <{OURS}> wrote:\n\n{{marked}}\n\n{{said}}\n",
        (
            f'<div dir="ltr"><br><div class="gmail_quote"><div class="gmail_attr">On Thu, 12 Nov 2026 at 10:00, {US} '
            f'&lt;{OURS}&gt; wrote:<br></div><blockquote class="gmail_quote">{{page}}</blockquote><div><br></div>'
            "<div>{said}&nbsp;</div></div></div>"
        ),
    ),
    "Apple Mail": (
        f"\n\n> On 12 Nov 2026, at 10:00, {US} <{OURS}> wrote:\n> \n{{marked}}\n\n{{said}}\n",
        (
            f'<br><div><blockquote type="cite"><div>On 12 Nov 2026, at 10:00, {US} &lt;{OURS}&gt; wrote:</div><br>'
            "<div>{page}</div></blockquote><br></div><div>{said}</div>"
        ),
    ),
    "K-9, right below": (
        f"On 12 November 2026 10:00:00 GMT, {US} <{OURS}> wrote:\n{{marked}}\n{{said}}",
        (
            f'<div class="gmail_quote">On 12 November 2026 10:00:00 GMT, {US} &lt;{OURS}&gt; wrote:'
            '<blockquote class="gmail_quote">{page}</blockquote></div>{said}'
        ),
    ),
    "a page alone": (
        "",
        (
            f'<div class="moz-cite-prefix">On 12/11/2026 10:00, {US} wrote:<br></div>'
            '<blockquote type="cite">{page}</blockquote><p>{said}</p>'
        ),
    ),
    "Outlook": (f"\n\n{HEADED}\n\n{{letter}}\n\n{{said}}\n", ""),
}
SAID = {
    "Got it, thanks.": "thanks or a promise",
    "Sorry, I won't get to this until 26 November.": "EXPECT for report 1",
    "26 November would suit me better, sorry": "EXPECT for report 1",
    "Could we meet on Teams on Thursday at ten to talk it over?": "message from the mentor",
    LIKED: "feedback on report 1",
}


def with_report(folder: Path, text: str = "Hi Ann, here it is.") -> Scene:
    s = scene(folder)
    s.sends("Report 1", "Report 1.docx", text=text)
    return s


def letter_in(s: Scene, name: str) -> tuple[str, str, str]:
    """Our last letter of this kind: its text, the same marked as quoted, and its page."""
    letter = message_from_bytes(s.raws(name)[-1], policy=policy.default)
    plain, page = (letter.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert page
    text = str(plain.get_content()).replace("\r\n", "\n").rstrip()
    whole = str(page.get_content()).partition("<body")[2].partition(">")[2].partition("</body>")[0]
    return text, "\n".join(f"> {line}".rstrip() for line in text.split("\n")), whole


def answer(s: Scene, text: str, page: str = "", name: str = "forward_report") -> bytes:
    head = head_of(s.raws(name)[-1])
    top = (
        f"From: {ANN.address}\nTo: {head['Reply-To']}\nSubject: Re: {head['Subject']}\nMIME-Version: 1.0\n"
        f"Message-ID: <{abs(hash(text + page))}@x.example>\nIn-Reply-To: {head['Message-ID']}\n"
    )
    plain = f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    whole = f"Content-Type: text/html; charset=utf-8\n\n<html><body>{page}</body></html>\n"
    parts = [x for x, said in ((plain, text), (whole, page)) if said]
    both = 'Content-Type: multipart/alternative; boundary="b"\n\n' + "".join(f"--b\n{x}" for x in parts) + "--b--\n"
    return f"{top}{both if len(parts) > 1 else parts[0]}".replace("\n", "\r\n").encode()


def below(s: Scene, program: str, said: str, name: str = "forward_report") -> bytes:
    letter, marked, page = letter_in(s, name)
    text, html = PROGRAMS[program]
    put = {"letter": letter, "marked": marked, "said": said, "page": page}
    return answer(s, text.format(**put), html.format(**put), name)


def to(s: Scene, *people: str) -> str:
    """All that these people have had in letters since the report was forwarded."""
    return "\n".join(text_of(raw) for who, raw in s.outbox.delivered if set(people) & set(who))


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("said", SAID)
def test_what_stands_below_our_letter_is_read_as_if_it_stood_above(program: str, said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    assert s.takes(below(s, program, said)) == SAID[said]
    assert bool(s.case.pending()) is (said != LIKED)


@pytest.mark.parametrize("program", [p for p in PROGRAMS if p != "Outlook"])
@pytest.mark.parametrize("said", [LIKED, "Could we meet on Teams on Thursday at ten to talk it over?"])
def test_our_letter_above_it_is_not_passed_on(program: str, said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    s.takes(below(s, program, said))
    relayed = s.last("relay_feedback" if said == LIKED else "relay_message")
    assert said in " ".join(relayed.split())
    assert "Please answer by" not in relayed


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_private_word_below_stays_with_the_team(program: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    s.takes(below(s, program, "I'm worried that Jo is out of her depth, could somebody from the team ring her?"))
    assert "out of her depth" not in to(s, JO.address, MEG.address)
    assert s.raws("report_needs_support")


@pytest.mark.parametrize("program", ["Thunderbird", "Gmail", "K-9, right below"])
def test_below_a_letter_that_is_not_ours_nothing_is_lost(program: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    raw = below(s, program, LIKED).replace(b"Please answer by", b"Our zebras are nine. Please answer by")
    s.takes(raw)
    assert "zebras are nine" in s.last("relay_feedback")
    assert LIKED in " ".join(s.last("relay_feedback").split())


@pytest.mark.parametrize("said", ["26 November would suit me better, sorry", "Can I have until 26 November please?"])
def test_a_day_between_the_lines_under_mere_thanks_is_the_new_day(said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    _, marked, _ = letter_in(s, "forward_report")
    at = marked.index("\n>\n> You could write")
    raw = answer(s, f"Thanks.\n\nOn 12/11/2026 10:00, {US} wrote:\n{marked[:at]}\n\n{said}\n{marked[at:]}")
    assert s.takes(raw) == "EXPECT for report 1"
    assert s.case.pending()


@pytest.mark.parametrize(
    "said", ["The bell is a change idea, well spotted.", "Bring the chart on 26 November.", "Ask the depute."]
)
def test_other_answers_between_the_lines_are_still_feedback_whole(said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    _, marked, _ = letter_in(s, "forward_report")
    raw = answer(s, f"Thanks.\n\nOn 12/11/2026 10:00, {US} wrote:\n{marked}\n\n{said}\n\n> Jo\n")
    assert s.takes(raw) == "feedback on report 1"
    assert said in s.last("relay_feedback")


DISCLAIMER = (
    "This email is intended only for the addressee named above and may contain confidential information. If you "
    "are not the intended recipient, please delete it."
)


@pytest.mark.parametrize("said", ["Got it, thanks.", "Sorry, I won't get to this until 26 November."])
def test_a_disclaimer_below_our_letter_makes_no_feedback_of_it(said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    _, marked, _ = letter_in(s, "forward_report")
    raw = answer(s, f"{said}\n\nAnn\n\nOn 12/11/2026 10:00, {US} wrote:\n{marked}\n\n{DISCLAIMER}\n")
    assert s.takes(raw) == SAID[said]


SIGNED = (
    "Follow us on the links below:",
    "Please read the important notice below",
    "In line with our flexible working policy",
    "Going above and beyond",
    "Healthcare without margins",
)


@pytest.mark.parametrize("under", SIGNED)
@pytest.mark.parametrize("name", ["Ann", "Best wishes\nAnn Lee\nImprovement Advisor", "Ann Lee\n"])
def test_what_stands_under_the_name_says_nothing_of_where_the_feedback_is(
    under: str, name: str, tmp_path: Path
) -> None:
    s = with_report(tmp_path)
    assert s.answers("forward_report", f"Got it, thanks.\n\n{name}\n{under}", ANN.address) == "thanks or a promise"


@pytest.mark.parametrize(
    "said",
    [
        "See my comments below.\n\nAnn",
        "Thanks Jo, my answers are in line.\n\nAnn",
        "Thanks.\n\nAnn\n\nPS my comments are below in red",
    ],
)
def test_who_says_that_it_stands_below_has_given_it(said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    assert s.answers("forward_report", said, ANN.address) == "feedback on report 1"


GMX = (
    "<div style='font-family:Verdana'><div>{said}</div><div>&nbsp;<div name='quote'><div><b>{sent}:</b>&nbsp;Thursday, "
    "November 12, 2026 at 10:00 AM<br><b>{sender}:</b>&nbsp;&quot;QI Practitioner Programme&quot; "
    "&lt;qi.reports@council.example&gt;<br><b>{to}:</b>&nbsp;Ann Lee<br><b>{subject}:</b>&nbsp;Report 1</div>"
    "<div name='quoted-content'>{page}</div></div></div></div>"
)
NAMED = [("Sent", "From", "To", "Subject"), ("Gesendet", "Von", "An", "Betreff")]


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("said", SAID)
def test_what_stands_above_a_letter_that_gmx_quotes_is_read_without_it(
    named: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    s = with_report(tmp_path)
    sent, sender, to_, subject = named
    page = letter_in(s, "forward_report")[2]
    whole = GMX.format(said=said, sent=sent, sender=sender, to=to_, subject=subject, page=page)
    assert s.takes(answer(s, "", whole)) == SAID[said]
    relayed = "".join(text_of(raw) for raw in (*s.raws("relay_feedback"), *s.raws("relay_message")))
    assert "Please answer by" not in relayed


UNKNOWN = f"12.XI.2026 / {US}\nA: Ann Lee\nRe: Report 1\n"


@pytest.mark.parametrize("said", [one for one in SAID if one != LIKED])
@pytest.mark.parametrize("mark", [0, 1], ids=["not marked", "marked"])
def test_under_a_heading_that_nobody_knows_no_persons_words_end_as_a_machines(
    said: str, mark: int, tmp_path: Path
) -> None:
    s = with_report(tmp_path)
    assert s.takes(answer(s, f"{said}\n\n{UNKNOWN}\n{letter_in(s, 'forward_report')[mark]}")) != "automatic"
    assert s.case.pending()


def test_a_machines_words_above_such_a_letter_are_still_a_machines(tmp_path: Path) -> None:
    s = with_report(tmp_path)
    away = "I am out of the office until Monday with limited access to email. This is an automatic reply."
    assert s.takes(answer(s, f"{away}\n\n{UNKNOWN}\n{letter_in(s, 'forward_report')[0]}")) == "automatic"


@pytest.mark.parametrize(
    "said",
    [
        "I can't make this, I'm in hospital for tests that morning.",
        "I can't make Thursday, I'm in hospital for tests that morning.",
        "I can't make the meeting, I'm having tests done.",
    ],
)
def test_who_cannot_come_has_given_no_feedback_and_is_not_heard_by_the_manager(said: str, tmp_path: Path) -> None:
    s = with_report(tmp_path)
    assert s.answers("forward_report", said, ANN.address) == "message from the mentor"
    assert s.case.pending()
    assert said not in to(s, MEG.address)


@pytest.mark.parametrize(
    "said", ["I can't see from this how the test was done.", "I can't make out what you measured, Jo, or who for."]
)
def test_who_cannot_make_sense_of_the_report_is_not_taken_to_decline(said: str, tmp_path: Path) -> None:
    assert with_report(tmp_path).answers("forward_report", said, ANN.address) == "feedback on report 1"
