"""States that act under the name of their capital: "Velm blew up the dam", "the Velm regime".

Enter a scene and a party; leaves the state where the name is a capital's and the article speaks of that state, else
the party as it is.
"""

from counterclaim.entities.nations import shipped
from counterclaim.frames.scene import Scene
from counterclaim.model import EntityKind, Ref

RULE = frozenset(["regime", "government", "authorities"])


def acting_state(scene: Scene, ref: Ref) -> Ref:
    """Who acts under the name: a state under its capital's, anybody else under their own."""
    if ref.kind is EntityKind.PERSON:
        return ref
    *first, last = ref.name.split() or [""]
    ruled = bool(first) and last.lower() in RULE
    if not ruled and ref.kind is not EntityKind.PLACE:
        return ref
    names = {" ".join(first)} if ruled else _names(scene, ref)
    states = {state for name in names if (state := shipped().of_capital(name))}
    known = states & {*scene.nations.values(), *scene.sides, *(entity.name for entity in scene.cast.entities)}
    return scene.named(known.pop(), ref.surface) if len(known) == 1 else ref


def _names(scene: Scene, ref: Ref) -> set[str]:
    entity = scene.entities.get(ref.entity or "")
    return {ref.name, ref.surface, *(entity.names if entity is not None else ())}
