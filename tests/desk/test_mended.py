"""An address from which mail came back is mended by the team's word, named where there are several."""

from __future__ import annotations

from qibot.model.case import Put
from qibot.model.desk import DESK, Bounced
from tests.support.build import BOT, TEAM, at, message
from tests.support.desk_world import MORNING, Desk


def test_mended_needs_an_address_where_there_are_several(world: Desk) -> None:
    world.gets(message(TEAM, "x", "MENDED", To=BOT), MORNING)
    assert "no mail has come back" in world.told()
    back = [Put(Bounced(f"x{n}@y.example", at(MORNING), True, "550 no", told=True)) for n in (1, 2)]
    world.store.commit(DESK, back)
    world.gets(message(TEAM, "x", "MENDED ", To=BOT))
    assert "from several addresses" in world.told()
    world.gets(message(TEAM, "x", "MENDED soon: x1@y.example", To=BOT))
    world.gets(message(TEAM, "x", "MENDED x1@y.example (not yet)", To=BOT))
    assert len(world.store.load(DESK).all(Bounced)) == 2
    world.gets(message(TEAM, "x", "Mended x1@y.example<mailto:x1@y.example>, thanks", To=BOT))
    assert list(world.store.load(DESK).all(Bounced)) == ["x2@y.example"]
