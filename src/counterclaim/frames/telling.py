"""Typed data in words, for packs that say what their propositions tell. No word of an article enters except names."""

from counterclaim.frames.quantity import LESS, MORE
from counterclaim.model import Proposition, Ref, Value


def named(value: Value) -> str | None:
    """A role's filler in words; None where it is open."""
    if isinstance(value, Ref):
        return value.name
    return str(value) if value not in (None, "") else None


def filler(said: Proposition, role: str) -> str:
    """A role's filler in words; empty where it is open."""
    return named(said.get(role)) or ""


def phrase(*words: str) -> str:
    """The words that are there, with one blank between."""
    return " ".join(word for word in words if word)


def where(said: Proposition) -> str:
    """ "Karsh (western bank)"; empty where neither place nor part is named."""
    place, part = filler(said, "place"), filler(said, "part")
    return f"{place} ({part})" if place and part else place or part


def number_words(said: Proposition) -> str:
    """The count of a proposition with `quantity`, `min` and `max`: "40", "40 to 60", "at least 40", "dozens".

    "More than 40" is told as such: "at least 41" would be nobody's figure.
    """
    low, high, words = said.get("min"), said.get("max"), named(said.get("quantity"))
    if said.negated:
        return f"not {words or 'so many'}"
    if isinstance(low, int) and low == high:
        return f"{low:,}"
    if isinstance(low, int) and isinstance(high, int):
        return f"{low:,} to {high:,}"
    worded = (words or "").lower()
    if isinstance(low, int):
        return f"more than {low - 1:,}" if worded.startswith(MORE) else f"at least {low:,}"
    if isinstance(high, int):
        return f"fewer than {high + 1:,}" if worded.startswith(LESS) else f"at most {high:,}"
    return words or "some"


def counted(said: Proposition) -> str:
    """The count as worded, else as a range of figures; empty where there is none."""
    low, high = said.get("min"), said.get("max")
    if filler(said, "quantity") or (low is None and high is None):
        return filler(said, "quantity")
    return str(low) if low == high else f"{low if low is not None else '…'}–{high if high is not None else '…'}"


def any_answer(said: Proposition) -> str:
    """The position of a proposition that its pack has no words for: its roles one by one."""
    roles = ", ".join(f"{a.role} {words}" for a in said.arguments if (words := named(a.value))) or "so"
    return f"not so: {roles}" if said.negated else roles


def any_question(said: Proposition, place: str | None) -> str:
    """The question of a frame that its pack has no words for."""
    return f"What is so of {place or named(said.get('place')) or named(said.get('actor')) or 'this'} ({said.frame})"


def any_phrase(said: Proposition) -> str:
    """A proposition that its pack has no words for: its frame and its roles one by one."""
    told = "; ".join(f"{a.role} {named(a.value) or ''}" for a in said.arguments if a.value is not None)
    return f"{said.frame}: {told}" if told else said.frame
