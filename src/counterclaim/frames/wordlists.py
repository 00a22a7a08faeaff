"""Word lists as data: a TOML file of a package → sets of lemmas, read once. Packs keep theirs the same way."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables(package: str, name: str) -> dict[str, Any]:
    """The tables of a TOML file that lies in a package."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@cache
def listed(package: str, name: str, path: str) -> frozenset[str]:
    """One list of the file, by its dotted path ("control.gain.verbs"); KeyError if there is none."""
    found: Any = tables(package, name)
    for key in path.split("."):
        found = found[key]
    return frozenset(found)


def words_of(path: str) -> frozenset[str]:
    """A list of the core's own `words.toml`."""
    return listed("counterclaim.frames", "words.toml", path)
