"""The word lists of this room, as data files. Each is read once a process."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def data_file(name: str) -> dict[str, object]:
    """One of the TOML files beside this module, as it stands."""
    return tomllib.loads(files("counterclaim.ingest.page").joinpath(name).read_text("utf-8"))


def words_file(key: str) -> tuple[str, ...]:
    """One list of words.toml."""
    return tuple(str(data_file("words.toml")[key]).split())
