"""How people write a date: the table of spellings, each with its kind and with what reckons it (reckoning.py).

What only looks like a date is a row, too (`none`), and so is what names several days at once.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.understanding.days.reckoning import (
    COUNTS,
    DAY_NAMES,
    MONTH_NAMES,
    a_week,
    a_weekday,
    counted,
    counted_from_named,
    full_date,
    month_end,
    near,
    not_one,
    ordinal,
    weekday_of_month,
)

_TH = r"(?:st|nd|rd|th)"
_31 = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_D = rf"(?P<d>{_31})"
_END = r"(?!\w|'s|[./:-][0-9])"
_NO_TIME = r"(?! ?(?:[ap]\.?m\b|o'clock|noon|hrs|hours))"
_MONTHS = (
    "|".join(name for name in MONTH_NAMES if name != "may")
    + r"|febuary|may(?! (?:be|not|have|need|take)\b)|sept\.?|"
    + "|".join(rf"{name[:3]}\.?" for name in MONTH_NAMES if name != "may")
)
_M = rf"(?P<m>{_MONTHS})(?![a-z])"
_NO_MONTH = rf"(?! (?:of )?(?:{_MONTHS})(?![a-z]))"
_Y = rf"(?:[ ./-]?(?P<y>(?:19|20)[0-9][0-9](?!\w)|(?<!\.)(?:'[0-9]|[23])[0-9]{_END}{_NO_TIME}{_NO_MONTH}))?"
_WEEKDAYS = (
    "|".join(DAY_NAMES)
    + r"|tues|weds|thurs|thur|mon|tue|wed|thu|fri|sat(?! (?:down|with|in|through)\b)|(?<!the )(?<!in )sun"
)
_WD = rf"(?<!good )(?<!easter )(?<!black )(?<!every )(?P<wd>{_WEEKDAYS})(?![a-z])\.?"
_N = rf"(?P<n>[0-9]{{1,3}}|(?:a )?couple of|an?|{'|'.join(COUNTS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month)"
_UNIT_ON = r"(?P<unit>days?(?= (?:from|after) )|weeks?|fortnights?)"
_LATER = r" (?:week|fortnight)\b"
_MORE = r"(?P<more> week| fortnight| (?:of |in )?(?P<which>this|next|last) week)?"
_IN = r"(?P<in>(?:in|within) (?:about |around )?)"
_TOMORROW = r"(?:tomorrow|tomorow|tommorow|tommorrow)"
_FEW = r"(?:[1-9]|1[0-2])"
_TO = r"(?P<to> ?[-/&] ?| (?:to|until|till|til|through|and|or) (?:the )?)"
_OF_MONTH = rf"(?:(?:of|in) )?(?:{_M}{_Y}|(?:the |this |(?P<next>next ))month)"
_BEFORE = r"(?P<before>(?:(?:on|by|at|for|from|until|till|til|before|between|around|about) )?(?:the )?)"
_AFTER = (
    "please|pls|thanks|thank|at|if|or|and|to|until|till|through|for|because|as|when|so|in|is|works|would|will|should|"
    "latest|instead|but|with|before|once|unless|ok|okay|sorry|probably|hopefully|though|morning|afternoon|evening|i|we|then|now|"
    + _WEEKDAYS
)

_PATTERNS = (
    ("none", not_one, rf"(?:reports?|parts?|pages?|weeks?|months?) ?(?:no\.? ?|number |#)?{_FEW}(?:/[0-9]+)?{_END}"),
    ("none", not_one, r"(?:version|v\.?|section|chapter|paragraph|ext\.?|extension) ?[0-9][0-9.]*"),
    ("none", not_one, r"(?<=at )[0-9]{1,2}[.:][0-9]{2}(?![0-9])(?!\.[0-9])"),
    ("date", full_date, rf"{_D}{_TH}?\.?[ /-]?(?:(?:day )?of )?{_M}{_Y}"),
    ("date", full_date, rf"{_M}[ /-](?:the )?{_D}{_TH}?{_END}{_NO_TIME}{_NO_MONTH}{_Y}"),
    ("date", full_date, rf"(?P<y>[0-9]{{4}})(?P<s>[-/.])(?P<m>{_31})(?P=s){_D}(?!\w|(?P=s)[0-9])"),
    ("date", full_date, rf"{_D}(?P<s>[-/.])(?P<m>{_31})(?P=s)(?P<y>[0-9]{{2}}|[0-9]{{4}})(?!\w|(?P=s)[0-9]|:[0-9])"),
    ("date", full_date, rf"{_D}/(?P<m>{_31})(?: (?P<y>20[0-9]{{2}}))?(?!\w|[/:.][0-9])(?! (?:of|an?|days?|hours?)\b)"),
    ("date", full_date, rf"{_D}\.(?P<m>0?[1-9]|1[0-2])\.(?!\w)"),
    ("date", month_end, rf"end(?: of |[ -]){_M}{_Y}"),
    ("float", month_end, rf"(?:end of (?:the |this |(?P<next>next ))?month|month end){_END}"),
    ("several", not_one, rf"{_D}{_TH}?{_TO}(?P<d2>{_31}){_TH}? ?(?:of )?{_M}{_Y}"),
    ("several", not_one, rf"{_M} {_D}{_TH}?{_TO}(?P<d2>{_31}){_TH}?{_END}{_NO_TIME}{_NO_MONTH}{_Y}"),
    (
        "date",
        weekday_of_month,
        rf"(?P<nth>first|second|third|fourth|last|[1-4]{_TH}) {_WD} {_OF_MONTH}{_END}",
    ),
    ("ordinal", ordinal, rf"{_D}{_TH}(?: of (?P<of>this|next|the) month)?(?!\w)(?! (?!(?:{_AFTER})\b)[a-z])"),
    (
        "ordinal",
        ordinal,
        rf"(?:this coming |coming |this |next )?{_WD} (?:the )?{_D}{_TH}?{_END}{_NO_TIME}{_NO_MONTH}",
    ),
    ("weekday", a_weekday, rf"(?P<mod>this coming |coming |this |next |last )?{_WD}{_MORE}(?!\w|'s)(?! after\b)"),
    ("week", a_week, rf"(?:end of )?(?P<which>this|next|last) week(?: (?:on )?{_WD})?{_END}"),
    ("week", a_week, rf"(?P<far>(?:end of the )?week after next)(?: (?:on )?{_WD})?{_END}"),
    ("week", a_week, rf"end of (?:the )?week{_END}"),
    (
        "fixed",
        counted_from_named,
        rf"(?:in )?{_N} {_UNIT_ON} (?:on |from |after )?(?P<on>today|tomorrow|now|{_WEEKDAYS}){_END}",
    ),
    ("fixed", counted, rf"{_IN}?{_N} ?{_UNIT}s?'?(?(in)(?: time)?| ago){_END}(?! or (?!so\b)| on\b)"),
    (
        "fixed",
        near,
        rf"(?P<word>(?:day after )?{_TOMORROW}|(?:day before )?yesterday|today|tonight){_END}(?!{_LATER})",
    ),
)
ROWS = [
    (kind, expression(rf"(?<![\w£$€#+])(?<![0-9][./:-]){_BEFORE}(?:{pattern})"), meaning)
    for kind, meaning, pattern in _PATTERNS
]
