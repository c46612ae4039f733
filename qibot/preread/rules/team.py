"""Whether a report tells of people who do this work with the writer, and not only of teams that there are anyway."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.rules.lexicon import TEAM
from qibot.preread.text import Report

# Teams and groups of the day's work, of other projects, or of those whom it is about.
_OF_THE_DAY = expression(
    r"\b(?:other|another|different|neighbouring|several|many|some) teams\b|\bteams? from\b|\b(?:(?!our\b|my\b|"
    r"the\b)[\w-]+ )?teams?"
    r"(?= (?:covers?|serves?|gets?|receives?|deals?|handles?|is based|are based|works? (?:in|across|at|from)|"
    r"owes?|looks? after|"
    r"consists? of \d|of (?:ten|eleven|twelve|fifteen|twenty|thirty|\d\d)|sees?|carries|holds?|runs?|has (?:\d|"
    r"a caseload)|visits?))|"
    r"\bwork(?:s|ing|ed)? in (?:a|the|an) (?:[\w-]+ ){0,3}?team|\b(?:team|group) (?:leaders?|leads?|managers?|"
    r"rooms?|names?|base|"
    r"brief|coordinators?|secretary)\b|\bgroups? of (?:patients|pupils|people|children|families|tenants|"
    r"residents|users|learners|"
    r"young people|clients|customers|the|reasons|streets|letters|cases|wards)\b|\b(?:age|year|peer|focus|client|"
    r"user|target|tutor|"
    r"reading|play|blood|minority|ethnic|risk|muscle|stage) groups?\b|\bcommittee (?:room|paper|report|meeting|"
    r"stage)\b|"
    r"\bmembers of (?:the )?(?:public|staff|parliament|the (?:board|council))\b|\b(?:staff|board|council|"
    r"community) members\b|"
    r"\b(?:board|education|housing|audit|health) committee\b|\b(?:it|hr|finance|legal|estates|payroll|records|"
    r"data|information|"
    r"improvement support|programme|qi|learning session) teams?\b(?! (?:now|met|meets|so far|is|are|of|has|"
    r"includes))|"
    r"\bteam'?s (?:office|base|caseload|inbox|phone|diary|area)\b|\b(?:the|our|my) whole team can\b",
    re.IGNORECASE,
)
# People told of as with the writer.
_WITH_ME = Loose(
    r"\b(?:with|beside|alongside|besides|apart from|helping|joins?|joined|joining) (?:me|myself|"
    r"us)\b(?!,? (?:and|that|if))|"
    r"\b(?:there(?:'s| is| are)|it(?:'s| is)|just|so far|that's) (?:now )?(?:me|myself)(?:,| and)\b|\b(?:me|"
    r"myself)(?:,| and) "
    r"(?:the |a |an |my )?(?:[\w'-]+ ){1,3}?and (?:the |a |an |my )?\w+|\b(?:band|party|crew|handful|bunch|trio|"
    r"squad|pair|core) "
    r"of (?:us|two|three|four|five|six|seven|eight|\d)|\b(?:we are|we're|"
    r"there are) (?:now )?(?:an? (?:\w+ )?(?:band|team|group|trio)|"
    r"(?:two|three|four|five|six|seven|eight) (?:of us|in)\b)|\bworking party\b|\bcore group\b|\bhelpers?\b|"
    r"\b(?:come|came|comes|coming|get|got|brought) (?:\w+ )?(?:on board|in on (?:it|this)|aboard)\b|"
    r"\bsaid (?:yes|they'd|she'd|he'd|"
    r"they would)\b|\bagreed to (?:join|help|be|take part|come)\b|\bvolunteered\b|\bsigned up\b|\b(?:ask|"
    r"approach|invit|recruit|"
    r"gather|assembl|pull|rop|form|build|find|choos|pick|look)\w* (?:\w+ ){0,6}?(?:to (?:join|help|be part|"
    r"take part)|team|group|together)\b|"
    r"\b(?:two|three|four|five|six) (?:\w+ )?(?:colleagues|nurses|teachers|others|workers|officers|"
    r"clerks)\b.{0,30}?\b(?:help\w*|join\w*|"
    r"with me|on board|agreed|keen|involved|take part|part of)\b|\bdoing (?:it|this) (?:together )?with\b|"
    r"\bfellow \w+\b",
)


def has_team(report: Report) -> bool:
    """Whether people are told of who do the work with the writer, or who are being gathered."""
    for sentence in report.outside("aim", "scope", "learning"):
        for said in (sentence.text, sentence.heading):
            if _WITH_ME.search(said) or TEAM.search(_OF_THE_DAY.sub(" ", said)):
                return True
    return False
