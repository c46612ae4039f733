"""What tells how people take the work, and names or describes nothing that is counted."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.feelings import is_felt
from qibot.preread.loose import Loose

# Somebody, or what happened, and behind them what a sentence needs to tell of it.
_WHO = (
    r"(?:i|we|they|she|he|it|this|these|there|nobody|no one|everyone|everybody|somebody|someone|some|many|"
    r"most|others|both|all of (?:us|them)|one of (?:us|them|the \w+)|colleagues?|staff|team|people|folk|nurses?|"
    r"teachers?|doctors?|managers?|officers?|workers?|clerks?|pupils?|children|parents?|families|patients?|"
    r"residents?|tenants?|carers?|volunteers?|crews?|group|drivers?|assistants?|porters?|cooks?|sister|janitor|"
    r"meetings?|session|\w{3,}ists?|\w+ians)"
)
_TELLS = expression(
    rf"(?<!how )(?<!how the )(?<!whether )(?<!if )(?<!what )\b{_WHO}(?:(?:'m|'re|'ve|'d|'ll|'s)\b|"
    r",? (?:(?!(?:who|that|which|whose)\b)\w+ ){0,3}?(?:am|are|is|was|were|has|have|had|do|does|did|will|"
    r"would|can|could|might|may|must|should|\w{3,}ed|\w+n't|felt|feels?|said|says?|thinks?|thought|told|took|gave|"
    r"went|came|saw|knew|knows?|kept|made|met|got|put|spoke|found|fears?|worry|worries|wants?|likes?|hopes?|"
    r"dreads?|finds?|sees?|brought|heard|began|chose|left|grew|won)\b)",
    re.IGNORECASE,
)
# What is said of figures: how they are taken, where they come from, how they stand.
_MEASURING = Loose(
    r"\d|%|£|\b(?:data|figures?|numbers?|count\w*|measur\w*|collect\w*|record(?:s|ed|ing)?|baseline|per ?cent\w*|"
    r"proportion|share|rates?|ratio|median|average|mean|charts?|graphs?|survey\w*|questionnaires?|audit\w*|tall(?:y|"
    r"ies|ied)|logs?|logged|logging|samples?|sampl\w+|spreadsheets?|register|plot\w*|track\w*|monitor\w*|scores?|"
    r"indicators?|outcomes?|balancing|targets?|tick\w*|weekly|daily|monthly|each (?:week|day|month)|every (?:week|"
    r"day|month)|how (?:many|often|long|much)|note down|write down|diar(?:y|ies)|timings?|timed|readings?|"
    r"extract\w*|export\w*|by hand|on paper|(?P<one>\w+) by (?P=one)|scanned|forms?|dates?|look(?:ing)? at|"
    r"keep\w* an eye|(?:ask|know|see|find out)(?:s|ing)? (?:\w+ ){0,3}?(?:how|whether|if)|satisfaction|morale)\b"
)
_LOOKED_AT = 600  # characters


def tells(said: str) -> bool:
    """Whether it tells what somebody does, did or felt, or what happened."""
    return bool(_TELLS.search(said))


def is_story(paragraph: str) -> bool:
    """Whether a paragraph tells how people take the work, or were brought along, and of nothing that is counted."""
    told = paragraph[:_LOOKED_AT]
    return tells(told) and not _MEASURING.search(told) and is_felt(told)
