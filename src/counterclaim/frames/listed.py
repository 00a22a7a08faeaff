"""Places that are told of in one breath: "A, B and the bridge", "the town and a nearby airfield".

Enter a view, a stretch and heads of noun phrases; leave a `Where` for each that is coordinated.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import NAMED_FOR, TOWNS, Where, locate, pointed_place
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.model import EntityKind, Precision, Ref, Token


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the places told of, and the noun that names or points to it, where there is one."""

    heads: list[Token]
    where: Where


def each_place(view: View, stretch: Stretch, objects: list[Token], rest: list[Token]) -> Iterator[Listed]:
    """Every coordinated object with its own place and part; `rest` are further heads that may name the place of all.

    What names no place of its own ("the town and the western docks") is a part of the one before it, or of the
    place in question where that one is a mere point.
    """
    tops = list(dict.fromkeys(token for head in objects for token in _listed(stretch, head)))
    if len(tops) < 2:
        yield Listed(objects, locate(view, stretch, [*objects, *rest]))
        return
    last: Ref | None = None
    for top in tops:
        alone = Stretch(stretch.sentence, stretch.inside - _conjuncts(stretch, top))
        where = locate(view, alone, [top], default=False)
        if not where.named and last is not None and where.part is None and not where.portion:
            continue  # names nothing that could be found again
        if not where.named:
            first = last or locate(view, stretch, [*tops, *rest]).place
            where = replace(where, place=first and _around(view, stretch, tops[0], first))
        last = where.place
        yield Listed([top], where)


def _around(view: View, stretch: Stretch, first: Token, last: Ref) -> Ref:
    """Where parts lie that are told of beside a place: in it, or where that is a mere point in the town around it."""
    entity = view.scene.entities.get(last.entity or "")
    if entity is None or not view.scene.is_point(last):
        return last
    around = [outer for key in entity.within if (outer := view.scene.entities.get(key)) is not None]
    town = next((o for o in around if o.location is not None and o.location.precision is Precision.TOWN), None)
    in_town = Ref(town.name, last.surface, town.id, town.kind) if town is not None else None
    return in_town or place_in_question(view, stretch, first) or last


def beside(view: View, stretch: Stretch, place: Ref) -> list[Ref]:
    """The other places that the words name or point to in one breath with a place ("A, B and the bridge")."""
    heads = [token for token in stretch.tokens if _stands_for(view, stretch, token, place)]
    found: list[Ref] = []
    for head in heads:
        top = head
        while top.dep == "conj" and stretch.head(top) is not top:
            top = stretch.head(top)
        for token in _listed(stretch, top):
            alone = Stretch(stretch.sentence, stretch.inside - _conjuncts(stretch, token))
            where = locate(view, alone, [token], default=False)
            other = where.place if where.named and not where.part else None  # "the old town" is no second town
            if other is not None and all(other.entity != known.entity for known in (place, *found)):
                found.append(other)
    return found


def _stands_for(view: View, stretch: Stretch, token: Token, place: Ref) -> bool:
    """Does the word name the place, or point to it ("the palace")?"""
    mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE)
    if mention is not None:
        return mention.entity == place.entity
    pointed = pointed_place(view, stretch, token) if token.lemma in NAMED_FOR else None
    return pointed is not None and pointed.entity is not None and pointed.entity == place.entity


def _listed(stretch: Stretch, token: Token) -> list[Token]:
    """The token and those coordinated with it; of "A, the B and C" the parser makes B an apposition."""
    lists = [found for found in stretch.children(token, "appos") if stretch.children(found, "conj")]
    return (
        [
            *stretch.coordinated(token),
            *(each for found in lists for each in stretch.coordinated(found)),
            *_its_own(stretch, token),
        ]
        if not (names := _of_many(stretch, token))
        else names
    )


def _of_many(stretch: Stretch, token: Token) -> list[Token]:
    """ "The villages of X and Y": X and Y, of which each is one."""
    names = stretch.prepositional(token, "of") if token.lemma in TOWNS and token.tag == "NNS" else []
    return names if names and all(name.pos == "PROPN" for name in names) else []


def _its_own(stretch: Stretch, token: Token) -> list[Token]:
    """ "The town of X and its harbour", where the parser joins the harbour to X."""
    named = stretch.prepositional(token, "of") if token.lemma in TOWNS else []
    return [noun for noun in named if any(child.text.lower() == "its" for child in stretch.children(noun, "poss"))]


def _conjuncts(stretch: Stretch, token: Token) -> frozenset[int]:
    return frozenset(
        below.i
        for child in (*stretch.children(token, "conj"), *_its_own(stretch, token))
        for below in stretch.subtree(child)
    )
