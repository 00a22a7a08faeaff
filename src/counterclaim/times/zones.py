"""Time zones as reports state them: abbreviations, "Eastern time", "Kyiv time".

Enter words; leave an IANA name or an offset. A zone named by a city is looked up among the IANA zones, which are named
by cities themselves. Abbreviations that mean several zones (BST, CST, IST) are read as European and American news uses
them, or left.
"""

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_OFFSETS = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3,
    "pkt": 5, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "pdt": -7, "pst": -8,
}  # fmt: skip
_ZONES = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern": "America/New_York", "pacific": "America/Los_Angeles", "greenwich mean": "Etc/UTC",
    "central european": "Europe/Brussels", "eastern european": "Europe/Bucharest",
}  # fmt: skip
_NAMED = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
ABBREVIATION = rf"(?:{'|'.join(sorted([*_OFFSETS, 'et', 'ct', 'mt', 'pt'], key=len, reverse=True)).upper()})"
# Case decides here: "Kyiv time", not "that time".
ZONE = rf"(?:local time|{ABBREVIATION}\b|(?:{_NAMED}|[Ee]astern|[Pp]acific)(?: [Ss]tandard| [Dd]aylight)? [Tt]ime)"


def zone(words: str | None) -> str | None:
    """The zone that the words state: an IANA name or "+03:00"; None for "local time" and what is not known."""
    name = re.sub(r"(?: standard| daylight)? time$", "", (words or "").strip().lower())
    if name in _OFFSETS:
        return written(_OFFSETS[name] * 60)
    return _ZONES.get(name) or _cities().get(name)


def offset_on(name: str | None, on: date) -> str:
    """The offset from UTC at noon of the day, as EDTF writes it: "Z", "+03:00", or nothing for no zone."""
    if name is None or name == "Z" or name[0] in "+-":
        return name or ""
    offset = ZoneInfo(name).utcoffset(datetime(on.year, on.month, on.day, 12))
    return written(int(offset.total_seconds() // 60)) if offset is not None else ""


def written(minutes: int) -> str:
    """Minutes east of Greenwich as an offset."""
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@cache
def _cities() -> dict[str, str]:
    """The zones by their city. `Europe/Kyiv` and the older `Europe/Kiev` both stand in the list."""
    zones = (name for name in sorted(available_timezones()) if "/" in name and not name.startswith("Etc/"))
    return {name.rpartition("/")[2].replace("_", " ").lower(): name for name in zones}
