"""Where an attack was that its own words put nowhere, when nothing narrower is told: the province that a report
speaks of, or, of aircraft, where another speaker said that they came down; a denial goes where the deed was laid.

Enter a view and what the pack has read; leaves the same, attacks without a place having one where the report tells it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from counterclaim.frames.conflict.wrecking import CREWED
from counterclaim.frames.scene import REGIONAL
from counterclaim.frames.view import View
from counterclaim.model import Argument, Proposition, Ref


def placed(view: View, read: Iterable[Proposition]) -> Iterator[Proposition]:
    """The propositions in their order."""
    for one in read:
        said = _abroad(view, one)
        place = _where(view, said) if _is_nowhere(said) and view.scene.warlike else None
        yield said if place is None else replace(said, arguments=(*said.arguments, Argument("place", place)))


def _abroad(view: View, said: Proposition) -> Proposition:
    """Nobody shells his own country from nowhere: who denies "opening fire" speaks of what was laid to him before."""
    actor, place = said.ref("actor"), said.ref("place")
    flat = said.frame == "attack" and (said.negated or view.denied)
    if not flat or actor is None or place is None or actor.name != place.name:
        return said
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "attack")
    laid = (p.ref("place") for p in told if (who := p.ref("actor")) is not None and who.name == actor.name)
    there = next((where for where in laid if where is not None and where.name != actor.name), None)
    rest = tuple(argument for argument in said.arguments if argument.role != "place")
    return replace(said, arguments=rest if there is None else (*rest, Argument("place", there)))


def _is_nowhere(said: Proposition) -> bool:
    """Is it an attack on something, or blame for one, without a place? A ship of its own name needs none."""
    if said.frame == "responsibility":
        return said.get("place") is None and said.get("event") is not None
    target = str(said.get("target") or "")
    return said.frame == "attack" and said.get("place") is None and bool(target) and not target[:1].isupper()


def _where(view: View, said: Proposition) -> Ref | None:
    flown = str(said.get("target") or "").split()[-1:]
    if flown and flown[0].lower() in CREWED:
        return _where_it_fell(view)
    sentence = view.stretches[-1].sentence if view.stretches else None
    if sentence is None or view.scene.salient_place(sentence, sentence.span.end, besides=view.source) is not None:
        return None  # a town is spoken of, and it need not be that one
    return view.scene.salient_place(sentence, sentence.span.end, REGIONAL, besides=view.source)


def _where_it_fell(view: View) -> Ref | None:
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "attack")
    flown = (p for p in told if str(p.get("target") or "").split()[-1:] and _is_flown(p))
    return next((place for p in flown if (place := p.ref("place")) is not None), None)


def _is_flown(said: Proposition) -> bool:
    return str(said.get("target")).split()[-1].lower() in CREWED
