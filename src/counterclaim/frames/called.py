"""Entities by the last word of their names: "the bridge" of Stone Bridge, "the brigade" of the 17th Marine Brigade."""

from counterclaim.model import Cast, EntityKind, Ref


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
