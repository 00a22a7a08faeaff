"""The pack's vocabulary as data: `lexicon.toml`."""

from functools import cache, partial

from counterclaim.frames.wordlists import listed, tables

PACKAGE, FILE = "counterclaim.frames.disaster", "lexicon.toml"
lemmas = partial(listed, PACKAGE, FILE)


@cache
def optional(path: str) -> frozenset[str]:
    """A list that some classes have and others lack; empty where there is none."""
    try:
        return lemmas(path)
    except KeyError:
        return frozenset()


@cache
def events() -> tuple[str, ...]:
    """The kinds of event, in the order of the file."""
    return tuple(tables(PACKAGE, FILE)["event"])


@cache
def triggers(*tables_named: str) -> frozenset[str]:
    """Every word of the lists in those tables: words without any of them cannot state what the tables are for."""
    found: set[str] = set()
    waiting = [tables(PACKAGE, FILE)[name] for name in tables_named]
    while waiting:
        for value in waiting.pop().values():
            if isinstance(value, dict):
                waiting.append(value)
            elif isinstance(value, list):
                found.update(value)
    return frozenset(found)


def codebooks() -> dict[str, tuple[str, str]]:
    """Every kind of event with its type in EM-DAT and its cluster in the UNDRR/ISC hazard profiles."""
    return {name: (table["emdat"], table["undrr"]) for name, table in tables(PACKAGE, FILE)["event"].items()}
