"""Lists of given and family names, read from `name_lists.toml`: which spellings are one name."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

_LISTS: dict[str, str] = tomllib.loads(files(__package__).joinpath("name_lists.toml").read_text(encoding="utf-8"))


def _rows(name: str) -> Mapping[str, str]:
    """From every spelling to the first of its line."""
    found: dict[str, str] = {}
    for line in _LISTS[name].strip().splitlines():
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(word, first)
    return found


SPELLINGS = _rows("spellings")
COGNATES = _rows("cognates")
CHINESE_FAMILIES = frozenset(_LISTS["chinese_families"].split())
KOREAN_FAMILIES = _rows("korean_families")
VIETNAMESE_FAMILIES = frozenset(_LISTS["vietnamese_families"].split())
PARTICLES = frozenset(_LISTS["particles"].split())
