"""A mentor's private word where a mail program puts it, or as it comes out of one: nobody but the team gets it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.support.build import ANN, BOT, JO, MEG, TEAM
from tests.understanding.private_words.scene import SECRET, Scene

pytestmark = pytest.mark.slow

LIKED = "What I liked: the aim says by when. Even better if the chart had a median."
SAID = f"NEEDS SUPPORT\n\nShe is the {SECRET}, and I worry about her."


def begun(scene: Scene, *, fresh: bool = False) -> EmailMessage:
    """A mentor's mail about the report, without a body."""
    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = ANN.address, "<hidden@x.example>"
    if fresh:
        mail["To"], mail["Subject"] = BOT, "Feedback on Jo's report"
    else:
        forward = scene.letters(ANN.address, "forward_report")[-1]
        mail["To"], mail["Subject"] = str(forward["Reply-To"]), f"Re: {forward['Subject']}"
        mail["In-Reply-To"] = str(forward["Message-ID"])
    return mail


def comes(scene: Scene, mail: EmailMessage) -> None:
    scene.world.inbox.put(mail.as_bytes(), scene.world.now)
    scene.world.bot.round()


def reached(scene: Scene) -> list[str]:
    """The letters to practitioner or manager that hold the word in any part, its documents among them."""
    sent = [message_from_bytes(raw) for to, raw in scene.world.outbox.delivered if {JO.address, MEG.address} & {*to}]
    return [
        str(mail["X-QI-Letter"])
        for mail in sent
        if any(SECRET.encode() in (part.get_payload(decode=True) or b"").lower() for part in mail.walk())  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("disposition", ["attachment", "inline"])
@pytest.mark.parametrize("name", ["ATT00001.txt", "ATT00001.htm", "ATT00002.html", "att00003.TXT", "ATT12345..txt"])
def test_what_exchange_splits_off_behind_an_attachment_is_read_as_the_mails_own_words(
    tmp_path: Path, name: str, disposition: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    mail = begun(scene, fresh=fresh)
    mail.set_content(LIKED)
    mail.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="returned.pdf")
    text = (
        SAID if name.lower().endswith("txt") else f"<html><body><p>{SAID}</p></body></html>".replace("\n\n", "</p><p>")
    )
    subtype = "plain" if name.lower().endswith("txt") else "html"
    mail.add_attachment(text, subtype=subtype, filename=name, disposition=disposition)
    comes(scene, mail)
    assert reached(scene) == []
    assert scene.letters(ANN.address, "confirm_command") or scene.letters(TEAM, "report_needs_support")


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("name", ["ATT00001", "att12345"])
def test_words_split_off_without_type_or_ending_are_read_alike(tmp_path: Path, name: str, fresh: bool) -> None:
    scene = Scene(tmp_path)
    mail = begun(scene, fresh=fresh)
    mail.set_content(LIKED)
    mail.add_attachment(SAID.encode(), maintype="application", subtype="octet-stream", filename=name)
    comes(scene, mail)
    assert reached(scene) == []


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "ＮＥＥＤＳ ＳＵＰＰＯＲＴ",
        "ＮＥＥＤＳ\u3000ＳＵＰＰＯＲＴ",
        "𝐍𝐄𝐄𝐃𝐒 𝐒𝐔𝐏𝐏𝐎𝐑𝐓",
        "ＮＯ ＣＬＥＡＲ ＡＩＭ",
        "Hi team,\n\nMentors,",
        "Hello,\n\nMentors,\n",
        "Good morning\n\nMENTORS:",
    ],
)
def test_letters_of_another_width_and_words_below_a_greeting_are_read_as_what_they_are(
    tmp_path: Path, line: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    mail = begun(scene, fresh=fresh)
    mail.set_content(f"{line}\n\nShe is the {SECRET}, and I worry about her.")
    comes(scene, mail)
    assert reached(scene) == []


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("said", ["NEDS SUPORT", "NEEDS SUPORT:", "NO CLEER AIM", "NO CAPCITY", "Ｎeeds support"])
def test_a_misspelt_word_that_only_the_page_has_keeps_the_mail_back(tmp_path: Path, said: str, fresh: bool) -> None:
    scene = Scene(tmp_path)
    mail = begun(scene, fresh=fresh)
    mail.set_content(LIKED)
    mail.add_alternative(f"<p>{LIKED}</p><p>{said}</p><p>She is the {SECRET}.</p>", subtype="html")
    comes(scene, mail)
    assert reached(scene) == []


@pytest.mark.parametrize(
    "subject", ["EXPECT 24 October", "Re: EXPECT 24 October", "EXPECT", "Expect feedback by 24 Oct"]
)
@pytest.mark.parametrize("text", ["Sorry, a busy week.", "", "Best wishes\nAnn"])
def test_a_day_named_in_the_subject_alone_leaves_the_report_open(tmp_path: Path, subject: str, text: str) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, text, subject)
    assert [report.number for report in scene.world.case.pending()] == [1]
    assert not scene.letters(JO.address, "relay_feedback")
