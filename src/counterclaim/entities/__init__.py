"""Names, persons, bodies and places of an article; and which of them are one across articles."""

from collections.abc import Iterable

from counterclaim.model import Attribution, Cast, Entity, Parsed


class Gazetteer:
    """Names of places → where they are."""


def resolve(parsed: Parsed, attributions: tuple[Attribution, ...], gazetteer: Gazetteer) -> Cast:
    """Who speaks each attribution, and every entity and mention of the article."""
    return Cast((), (), tuple(None for _ in attributions), tuple(() for _ in attributions))


def unify(casts: Iterable[tuple[str, Entity]]) -> tuple[tuple[Entity, ...], dict[tuple[str, str], str]]:
    """From (article id, local entity) pairs to the ledger's entities, and which local one is which."""
    return (), {}
