"""The line that mail programs draw above a letter that is passed on, where they draw one."""

from __future__ import annotations

import re

from qibot.expression import expression

_MARK = expression(
    r"^[\W_]*(?:begin (?:a )?forwarded (?:message|e-?mail)"
    r"|forwarded (?:message(?: from\b.{1,120})?|e-?mail|by\b.{1,80})"
    r"|weitergeleitete (?:nachricht|e-?mail)|anfang der weitergeleiteten (?:nachricht|e-?mail)"
    r"|(?:début du )?(?:message|e-?mail) (?:transféré|réexpédié)|(?:inicio del )?mensaje reenviado"
    r"|(?:inizio )?messaggio inoltrato|(?:begin )?doorgestuurd bericht|mensagem (?:reencaminhada|encaminhada)"
    r"|vidarebefordrat (?:meddelande|brev)|videresendt (?:besked|melding)|wiadomość przekazana dalej"
    r"|neges (?:wedi'i|a) (?:hanfon ymlaen|anfonwyd ymlaen))[\W_]*(?P<rest>(?:from|von|de)\s?:.*)?$",
    re.IGNORECASE,
)


def forward_mark(line: str) -> re.Match[str] | None:
    """The line as such a mark, with the `rest` that names its writer in the same line; None of any other."""
    return _MARK.match(line)
