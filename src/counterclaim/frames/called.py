"""Entities by what an article calls them: "the bridge" of Stone Bridge, "the brigade" of the 17th Marine Brigade,
states by their names.
"""

from collections.abc import Collection

from counterclaim.model import Cast, EntityKind, Precision, Ref


def by_last_word(cast: Cast, *kinds: EntityKind) -> dict[str, Ref]:
    """The entities of those kinds by the last word of a longer name, where no two share it; that of a body is
    capitalised.
    """
    found: dict[str, dict[str, Ref]] = {}
    for entity in cast.entities:
        for name in {entity.name, *entity.names} if entity.kind in kinds else ():
            *first, last = name.split() or [""]
            if first and (entity.kind is EntityKind.PLACE or last[:1].isupper()):
                ref = Ref(entity.name, entity.name, entity.id, entity.kind)
                found.setdefault(last.casefold(), {})[entity.id] = ref
    return {word: next(iter(refs.values())) for word, refs in found.items() if len(refs) == 1}


def states_by_name(cast: Cast, villages: Collection[str]) -> dict[str, str]:
    """Folded names of states → their names: countries, sides, and what no map has and nobody calls a village."""
    places = [entity for entity in cast.entities if entity.kind is EntityKind.PLACE and entity.id not in villages]
    return {
        name.casefold(): entity.name
        for entity in places
        for name in (entity.name, *entity.names)
        if len(name) > 3 and (entity.location is None or entity.location.precision is Precision.COUNTRY)
    } | {entity.side.casefold(): entity.side for entity in cast.entities if entity.side}
