"""The pack's vocabulary as data: `lexicon.toml`, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))


@cache
def lemmas(path: str) -> frozenset[str]:
    """The lemmas of one list, by its dotted path ("control.gain.verbs"); KeyError if there is none."""
    found: Any = _tables()
    for key in path.split("."):
        found = found[key]
    return frozenset(found)


@cache
def codebooks() -> dict[str, tuple[str, str]]:
    """Every frame and class with its PLOVER and its ACLED event type, empty where the codebook has none."""
    found: dict[str, tuple[str, str]] = {}
    for frame, table in _tables().items():
        for name, entry in [(frame, table), *((f"{frame}.{key}", value) for key, value in table.items())]:
            if isinstance(entry, dict) and "plover" in entry:
                found[name] = (entry["plover"], entry["acled"])
    return found
