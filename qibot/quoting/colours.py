"""The colours that people write in: which of them mean something, and what they become in our letters.

Mentors often answer between the lines in a colour, so its meaning is kept: each striking colour becomes the nearest of
eight inks, each highlighting the nearest of eight papers. The inks can be read on white and on black (contrast of 4.5,
WCAG 2.2, 1.4.3), so a letter stays readable in dark mode, and nobody can hide words in white on white. Because no mail
program offers just these, they also tell what we passed on before from what somebody has added since.
"""

from __future__ import annotations

import colorsys

from qibot.expression import expression

_INK, _PAPER = 50, 20  # of 255: how far the strongest part must stand out from the weakest; less is no colour at all
_HUES = (16, 41, 66, 165, 197, 254, 288, 344)  # the degrees at which each ink's part of the circle ends
_INKS = ("#dd313f", "#b85e0f", "#947108", "#278637", "#14838d", "#2674d9", "#9258d5", "#d32f97")
_PAPERS = ("#ffd9d6", "#ffe3c2", "#fff3a6", "#d6f5d2", "#cdf3f3", "#d8e8ff", "#ecdfff", "#ffdcef")
_OURS = frozenset(int(colour[1:], 16) for colour in (*_INKS, *_PAPERS))
_NAMED = {
    "red": 0xFF0000, "darkred": 0x8B0000, "maroon": 0x800000, "crimson": 0xDC143C, "firebrick": 0xB22222,
    "orange": 0xFFA500, "darkorange": 0xFF8C00, "orangered": 0xFF4500, "brown": 0xA52A2A, "yellow": 0xFFFF00,
    "gold": 0xFFD700, "olive": 0x808000, "green": 0x008000, "lime": 0x00FF00, "darkgreen": 0x006400,
    "limegreen": 0x32CD32, "lightgreen": 0x90EE90, "forestgreen": 0x228B22, "seagreen": 0x2E8B57, "teal": 0x008080,
    "aqua": 0x00FFFF, "cyan": 0x00FFFF, "turquoise": 0x40E0D0, "lightblue": 0xADD8E6, "blue": 0x0000FF,
    "darkblue": 0x00008B, "navy": 0x000080, "royalblue": 0x4169E1, "steelblue": 0x4682B4, "purple": 0x800080,
    "indigo": 0x4B0082, "violet": 0xEE82EE, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "pink": 0xFFC0CB,
    "hotpink": 0xFF69B4, "deeppink": 0xFF1493,
}  # fmt: skip
_HEX = expression(r"#?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{1,2})?")
_RGB = expression(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*[\d.]{1,8}%?\s*)?\)")
_LONGEST = 60


def ink(value: str) -> str:
    """The ink for a colour of text as CSS or an old attribute names it; empty where it isn't striking, or unknown."""
    return _nearest(value, _INKS, _INK)


def paper(value: str) -> str:
    """The paper for a highlighting, as `ink`."""
    return _nearest(value, _PAPERS, _PAPER)


def is_foreign(value: str, *, paper: bool = False) -> bool:
    """Whether it is a striking colour of text, or a highlighting, that none of our letters has."""
    colour = _read(value)
    return colour is not None and colour not in _OURS and _hue(colour, _PAPER if paper else _INK) is not None


def _nearest(value: str, ours: tuple[str, ...], least: int) -> str:
    colour = _read(value)
    hue = None if colour is None else _hue(colour, least)
    return "" if hue is None else ours[next((i for i, end in enumerate(_HUES) if hue < end), 0)]


def _hue(colour: int, least: int) -> float | None:
    red, green, blue = colour >> 16, colour >> 8 & 255, colour & 255
    if max(red, green, blue) - min(red, green, blue) < least:
        return None
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)[0] * 360


def _read(value: str) -> int | None:
    name = value[:_LONGEST].strip().lower()
    if name in _NAMED:
        return _NAMED[name]
    if found := _HEX.fullmatch(name):
        digits = found[1]
        return int(digits if len(digits) == 6 else "".join(d * 2 for d in digits), 16)
    if found := _RGB.fullmatch(name):
        red, green, blue = (min(255, int(part)) for part in found.groups())
        return red << 16 | green << 8 | blue
    return None
