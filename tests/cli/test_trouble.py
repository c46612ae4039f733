"""`once` and `status` say since when what fails, also where each is a process of its own, as from cron."""

from __future__ import annotations

from tests.support.commands import Qibot, closed_port
from tests.support.programme import Programme


def test_once_and_status_say_since_when_and_end_with_1_until_it_is_over(p: Programme, qibot: Qibot) -> None:
    heard = p.folder / "heard"
    alerts = {"on_trouble": f"tee -a {heard}"}
    p.configure(alerts=alerts, programme={"team": [p.team.address], "trouble_minutes": 0})
    good = p.path.read_text()
    closed_port("imap")(p)
    broken = p.path.read_text().replace("[programme]", "[programme]\ntrouble_minutes = 0")
    p.path.write_text(f'{broken}[alerts]\non_trouble = "tee -a {heard}"\n')
    assert qibot("once").code == 1
    said = qibot("once")
    assert said.code == 1
    assert "since 20" in said.err
    shown = qibot("status")
    assert shown.code == 1
    assert "Trouble since 20" in shown.out
    (trouble,) = qibot("status", "--json").json["troubles"]
    assert trouble["what"].startswith("Nothing answers at the IMAP server")
    assert trouble["told"]
    p.path.write_text(good)
    assert qibot("once").code == 0
    assert qibot("status").code == 0
    told = [line.partition(" since")[0] for line in heard.read_text().splitlines() if " since " in line]
    assert told == ["Trouble", "Over"]


def test_a_bot_that_cannot_begin_says_so_in_status_too(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    p.close()
    (p.settings.data / "secret").rename(p.folder / "secret")
    assert qibot("once").code == 1
    shown = qibot("status")
    assert shown.code == 1
    assert "by which answers to qibot's letters are told" in shown.out
    (p.folder / "secret").rename(p.settings.data / "secret")
    assert qibot("once").code == 0
    assert qibot("status").code == 0
