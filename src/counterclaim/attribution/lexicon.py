"""What cue words do: who speaks and who merely thinks, and the stance that the word itself takes.

Enters a cue's kind and lemma; leaves answers from the lists in `cues.toml`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

SPEECH_LISTS = ("deny", "confirm", "urge", "plan", "predict", "speech")
REMEMBERED = 4096  # words of which the answers are kept
UNSPOKEN = frozenset(
    {
        "plan",
        "intend",
        "aim",
        "expect",
        "anticipate",
        "foresee",
        "agree",
        "offer",
        "commit",
        "direct",
        "envisage",
        "envision",
    }
)


@cache
def lists() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The word lists by part of speech and name, read once."""
    raw = tomllib.loads(files("counterclaim.attribution").joinpath("cues.toml").read_text(encoding="utf-8"))
    return {kind: {name: frozenset(words) for name, words in named.items()} for kind, named in raw.items()}


@lru_cache(REMEMBERED)
def speaks(kind: str, lemma: str) -> bool:
    """Does the word say that something was uttered, not only thought, wanted or shown?"""
    if kind in ("according", "colon", "colon-after", "dash"):
        return True
    named = lists().get("verb" if kind == "headline" else kind, {})
    told = kind in ("verb", "headline") and lemma in lists()["told"]["verb"]
    return told or (lemma not in UNSPOKEN and any(lemma in named.get(name, ()) for name in SPEECH_LISTS))


@lru_cache(REMEMBERED)
def classes(kind: str, lemma: str) -> tuple[str, ...]:
    """The names of all lists that hold the word; "none" where no list does."""
    named = lists().get("verb" if kind == "headline" else kind, {})
    return tuple(name for name, words in named.items() if lemma in words) or ("none",)


def only_attitude(kind: str, lemma: str) -> bool:
    """Does the word, without a clause or a quotation, say how somebody spoke of a thing but not what was claimed?"""
    return in_list(kind, "attitude", lemma) or (kind in ("verb", "headline") and lemma in lists()["bare"]["verb"])


def in_list(kind: str, name: str, lemma: str) -> bool:
    """Does the list of that name hold the word?"""
    return lemma in lists().get("verb" if kind == "headline" else kind, {}).get(name, ())
