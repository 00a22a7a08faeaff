"""Is it a time at all? "May", "March", "the 20th", "2010" and "Friday" may be names and numbers."""

import re
from collections.abc import Callable

_CUE = re.compile(
    r"\b(?:in|on|since|until|till|by|before|after|of|from|to|through|during|between|around|about|early|mid|late|for|"
    r"the year|and|or|last|next|this)(?: the)? $|[-–—]$",
    re.IGNORECASE,
)
_SEASON_CUE = re.compile(
    r"\b(?:in|during|over|by|until|since|before|after|throughout|this)(?: the)?(?: early| late)? $", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:has|have|['’]ve)(?: [\w'’-]+){1,8} $", re.IGNORECASE)
# "The 25th Brigade", "the 20th anniversary", but "the 20th local time", "the 20th, ...".
_ORDERED = re.compile(
    r" (?!(?:local|and|that|it|he|she|they|the|in|at|when|after|before|to|with|as)\b)[a-z]"
    r"|[ -][A-Z]"
)
_COUNTED = re.compile(
    r",\d| (?:people|troops|men|women|children|soldiers|percent|per cent|km|kilomet\w+|met\w+s|miles|feet|tonn?e?s)\b"
)
_PLURAL = re.compile(r" [a-z]+s\b(?<!ss)")
_DETERMINED = re.compile(r"\b(?:the|its|their|his|her|our|this|that|['’]s|s['’]) $", re.IGNORECASE)
# What bears a number: "Resolution 1970", "Room 1914".
_NUMBERED = re.compile(
    r"\b(?:resolution|room|route|flight|article|section|page|number|no\.?|highway|unit|brigade|order|decree|law|act|"
    r"protocol|point|figure|line|gate|bus|train|model|type|chapter|hill|height|post|channel|cabin|ward|directive) $",
    re.IGNORECASE,
)
# What is named after a day or month: "the 7 October Hall", "1 May Street".
_NAMED = re.compile(
    r"(?: [A-Z][\w’'-]+)? (?:Street|Avenue|Square|Road|Lane|Bridge|Hall|House|Park|Stadium|Airport|Station|Hospital|"
    r"School|University|College|Institute|Museum|Theatre|Prize|Award|Foundation|Association|Society|Committee|Movement|Party|"
    r"Coalition|Alliance|Front|Brigade|Battalion|Regiment|Division|Group|Club|Agreement|Accords?|Treaty|Programme)\b"
)
_PAPER = re.compile(
    r" (?:Times|Herald|Mirror|Telegraph|Post|Mail|Express|Star|Sun|Review|Observer|Independent|Tribune|Chronicle|"
    r"Guardian|Show|Club|Group|Magazine)\b"
)
_TITLE = re.compile(r"\b[A-Z][\w’'-]+ On $|\b(?:Mail|Independent) on $")
_ON = re.compile(r"\bon $", re.IGNORECASE)
_HALLOWED = re.compile(r"\b(?:Good|Black|Ash|Maundy|Palm|Bloody|Cyber|Super|Shrove|Whit|Holy|Easter) $")
_UNLIKE_MONTHS = ("may", "march", "mar", "sun", "sat")


def is_name(words: str, match: "re.Match[str]") -> bool:
    """Is the day or month part of a name: "the 7 October Hall", "Good Friday", "the Sunday Herald"?"""
    before, after = words[: match.start()], words[match.end() :]
    parts = match.groupdict()
    if parts.get("weekday") and _TITLE.search(before) and match[0].lower() == "sunday":
        return True
    if _ON.search(before):
        return False
    if not parts.get("weekday"):
        return bool(_NAMED.match(after))
    return bool(not parts.get("which") and (_PAPER.match(after) or _HALLOWED.search(before)))


def is_time(words: str, match: "re.Match[str]", name: str, dated: Callable[[int, int], bool]) -> bool:
    """Does something say that a bare month, ordinal, season or year is a time?"""
    before, after = words[: match.start()], words[match.end() :]
    cue = bool(_CUE.search(before))
    if name == "ordinal":
        return cue and not _ORDERED.match(after)
    if name in ("season", "share"):
        return bool(_SEASON_CUE.search(before)) and not after.startswith(" of ") and match[0][0] not in "SAFW"
    if name == "duration":
        return bool(_PERFECT.search(before))
    tagged = dated(match.start(), match.end())
    if name == "month":
        clear = match[0].lower() not in _UNLIKE_MONTHS
        return match[0][0].isupper() and (tagged or (cue and clear))
    return _is_year(before, after, cue=cue, tagged=tagged)


def _is_year(before: str, after: str, *, cue: bool, tagged: bool) -> bool:
    if _COUNTED.match(after) or _NUMBERED.search(before):
        return False
    if _PLURAL.match(after) and not _DETERMINED.search(before):
        return False
    return tagged or cue
