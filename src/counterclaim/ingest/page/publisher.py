"""Whose page it is, where the page itself says so: in its rights notice, or as the place of first publication.

Enters the words of such a line; leaves a name. Refused: names that are no names (too long, all figures), and
reserved-rights formulas.
"""

import re

_SIGN = re.compile(r"(?:©|ⓒ|\(c\)|\bcopyright\b)\s*(?:©|ⓒ|\(c\))?\s*(?:by\s+)?", re.IGNORECASE)
_YEARS = re.compile(r"^(?:(?:19|20)\d\d\s*(?:[-–—,]\s*(?:(?:19|20)?\d\d|present))?\s*,?\s*)(?:by\s+)?", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:[(\[<>|.,;:]|\ball rights\b|\b(?:19|20)\d\d\b|\s[-–—]\s|\bltd\b|\binc\b|무단|版权|todos los|"
    r"tous droits|alle rechte|все права|усі права).*$",
    re.IGNORECASE | re.DOTALL,
)
_FORM = re.compile(
    r",?\s+(?:Company|Co|Inc|LLC|Ltd|Limited|Corp|Corporation|PLC|plc|GmbH|AG|S\.?A|SAS|LLP|AB|AS|BV|B\.V)\.?$"
)
_FIRST = re.compile(
    r"\b(?:first|originally|previously) (?:published|appeared|posted)(?: first)? (?:in|on|at|"
    r"by)\s+(?P<name>.{2,60}?)\.?\s*$|\bappeared first (?:in|on|at)\s+(?P<other>.{2,60}?)\.?\s*$",
    re.IGNORECASE,
)


def rights_holder(words: str) -> str | None:
    """The name in a rights notice such as `© 2023 The Paper. All rights reserved.`"""
    found = _SIGN.search(words)
    if not found:
        return None
    name = _END.sub("", _YEARS.sub("", words[found.end() :])).strip(" .,-–—")
    name = _FORM.sub("", name).strip(" .,-–—")
    return name if _is_name(name) else None


def first_publisher(words: str) -> str | None:
    """The name behind `first published in` or `appeared first on`."""
    found = _FIRST.search(words)
    name = re.sub(r"^the ", "", (found["name"] or found["other"]).strip()) if found else ""
    return name if _is_name(name) else None


def same_outlet(one: str, other: str) -> bool:
    """Do two names stand for one outlet?

    `The Paper` and `Paper Online` do, for one's words open the other's; so do `NP` and `Northern Post News`, by the
    initials.
    """
    first, second = (re.findall(r"\w+", name.removeprefix("The ").removeprefix("the ")) for name in (one, other))
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1 and short[0].isupper() and len(short[0]) > 1:
        initials = "".join(word[0] for word in long).casefold()
        if initials.startswith(short[0].casefold()):
            return True
    folded = [word.casefold() for word in long[: len(short)]]
    return bool(short) and folded == [word.casefold() for word in short]


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= 60
        and len(name.split()) <= 6
        and name[0].isalnum()
        and not name[0].islower()
        and not name.isdigit()
        and "/" not in name
    )
