"""The pack's vocabulary as data: `lexicon.toml`."""

from counterclaim.frames.wordlists import listed, tables

PACKAGE, FILE = "counterclaim.frames.conflict", "lexicon.toml"


def lemmas(path: str) -> frozenset[str]:
    """The lemmas of one list, by its dotted path ("control.gain.verbs"); KeyError if there is none."""
    return listed(PACKAGE, FILE, path)


def codebooks() -> dict[str, tuple[str, str]]:
    """Every frame and class with its PLOVER and its ACLED event type, empty where the codebook has none."""
    found: dict[str, tuple[str, str]] = {}
    for frame, table in tables(PACKAGE, FILE).items():
        for name, entry in [(frame, table), *((f"{frame}.{key}", value) for key, value in table.items())]:
            if isinstance(entry, dict) and "plover" in entry:
                found[name] = (entry["plover"], entry["acled"])
    return found
