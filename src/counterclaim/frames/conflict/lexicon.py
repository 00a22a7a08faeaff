"""The pack's vocabulary as data: `lexicon.toml`."""

from functools import cache

from counterclaim.frames.wordlists import listed, tables

PACKAGE, FILE = "counterclaim.frames.conflict", "lexicon.toml"


@cache
def lemmas(path: str) -> frozenset[str]:
    """The lemmas of one list, by its dotted path ("control.gain.verbs"); KeyError if there is none."""
    return listed(PACKAGE, FILE, path)


@cache
def triggers(frame: str) -> frozenset[str]:
    """Every word of a frame's lists: a sentence without any of them cannot state the frame.

    Blame is laid in the words for attacks too ("carried out the raid").
    """
    found: set[str] = set()
    waiting = [tables(PACKAGE, FILE)[name] for name in ([frame, "attack"] if frame == "responsibility" else [frame])]
    while waiting:
        for value in waiting.pop().values():
            if isinstance(value, dict):
                waiting.append(value)
            elif isinstance(value, list):
                found.update(value)
    return frozenset(found)


def codebooks() -> dict[str, tuple[str, str]]:
    """Every frame and class with its PLOVER and its ACLED event type, empty where the codebook has none."""
    found: dict[str, tuple[str, str]] = {}
    for frame, table in tables(PACKAGE, FILE).items():
        for name, entry in [(frame, table), *((f"{frame}.{key}", value) for key, value in table.items())]:
            if isinstance(entry, dict) and "plover" in entry:
                found[name] = (entry["plover"], entry["acled"])
    return found
