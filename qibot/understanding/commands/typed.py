"""What somebody has typed beside a command, without what says nothing: a name, a signature, a greeting, a tag.

A command with nothing but these beside it is the word alone. What is told apart so is for understanding, and is whole
where it is passed on.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.quoting import is_signed_off
from qibot.understanding.meaning import said_in

SIGNED = 8  # words of a line that is a name with a post
_ABOVE = "WORD\n\n"  # a command stands above: a name right below it signs, and is no greeting
_POLITENESS = """
    hi hello hey dear there all morning afternoon evening thanks thank you thx ta many much so very kind kindest best
    warm warmest with regards wishes cheers yours sincerely faithfully please pls kr bw x xx team
"""
_POLITE = frozenset(_POLITENESS.split())
_GREETING = expression(r"\bgood (?:morning|afternoon|evening|day)\b|\ball the best\b", re.IGNORECASE)
_CLOSING = expression(
    r"(?:(?:with|very|my|kind|kindest|best|warm|warmest|all) ){0,3}"
    r"(?:regards|wishes|yours(?: (?:sincerely|faithfully))?)"
    r"|(?:mit |viele |beste |freundliche |herzliche )*(?:freundlichen |besten |herzlichen |vielen )?"
    r"gr(?:ü|ue)(?:ß|ss)en?|cordialement|bien (?:à vous|cordialement)|un cordial saludo|saludos|cordiali saluti"
    r"|met vriendelijke groet(?:en)?"
    r"|med vänliga hälsningar|med venlig hilsen|cofion(?: gorau)?|le meas|(?:le )?deagh dhùrachd",
    re.IGNORECASE,
)
_NAME = expression(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}")
_NAMED = expression(rf"\n\s*{_NAME.pattern}\s*\Z")
_SENTENCE = expression(
    r"[?!]|\b(?:i|me|my|you|your|he|she|it|they|we|is|are|was|were|has|have|had|will|would|can|could|do|does|did|not"
    r"|no|please|if|but|for|to|that|this|\w+['’]\w+)\b",
    re.IGNORECASE,
)


def typed_below(text: str, people: frozenset[str], writer: frozenset[str]) -> str:
    """The words of a text that stands below a command. `people` are those of the matter, `writer` is its writer, in
    small letters."""
    said = said_in(_ABOVE + text, people - writer, writer).removeprefix(_ABOVE.strip())
    lines = [x for x in said.split("\n") if x.strip()]
    closed = len(lines) > 1 and _CLOSING.fullmatch(lines[-2].strip(" ,.!-")) and _NAME.fullmatch(lines[-1].strip())
    if closed and not _SENTENCE.search(lines[-1]):  # whoever signs: the name may be no name on record
        lines = lines[:-2]
    return "\n".join(x for x in lines if not _says_nothing(x, people | writer, writer))


def unsigned(text: str) -> str:
    """What is typed above a greeting's end and a name of whoever it is: “Granted / Thanks / Pauline”."""
    said = typed_below(text, frozenset(), frozenset())
    return typed_below(_NAMED.sub("", said), frozenset(), frozenset())


def _says_nothing(line: str, names: frozenset[str], writer: frozenset[str]) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", _GREETING.sub(" ", line).casefold())
    if re.search(r"\d", line) or (not words and line.strip(" \t-–—_*.,>") and not _GREETING.search(line)):
        return False
    if all(word in _POLITE or word in names for word in words) or is_signed_off(line):
        return True
    if sorted("".join(words)) == sorted(x[0] for x in writer):
        return True  # initials
    return len(writer) > 1 and writer <= set(words) and len(words) <= SIGNED and not _SENTENCE.search(line)
