"""Which positions can be on one matter: those that share a key. Only within a matter are positions ever compared.

Enter positions; leave `Matter`s. The keys are a family of frames and the place or event that they speak of, or, where
they name neither, the side or the actor. A position on a place inside another comes into the outer one's matter too,
to be held against what is said of the whole ("all of the town", "our troops are in its mill quarter").
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from counterclaim.model import Entity
from counterclaim.relate.positions import Position, value_key

# An undated report is taken for one of the days that the dated ones on its matter span, if those are few.
UNDATED_DAYS = timedelta(days=7)

Key = tuple[str, bool, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """Positions that may meet. `inner` ones are on places inside the matter's, and are held against `own` ones only."""

    key: Key
    own: tuple[Position, ...]
    inner: tuple[Position, ...]


def matters(found: Iterable[Position], entities: Mapping[str, Entity]) -> Iterator[Matter]:
    """Every matter with two positions or more, in the order of keys; positions keep their order."""
    own: dict[Key, list[Position]] = defaultdict(list)
    inner: dict[Key, list[Position]] = defaultdict(list)
    for position in found:
        for key in keys(position):
            own[key].append(position)
            if position.kind.nests(position.proposition) and (entity := entities.get(key[2])):
                for around in entity.within:
                    inner[(*key[:2], around)].append(position)
    for key in sorted(own):
        within = inner.get(key, ())
        if len(own[key]) + len(within) > 1:
            yield from _by_date(Matter(key, tuple(own[key]), tuple(within)))


def keys(position: Position) -> tuple[Key, ...]:
    """The matters that a position is on."""
    said = position.proposition
    family = position.kind.family or said.frame
    for roles in position.kind.about:
        named = dict.fromkeys(key for role in roles if (key := value_key(said.get(role))))
        if named:
            return tuple((family, position.ahead, key) for key in named)
    return ()


def slack(position: Position) -> timedelta:
    """How far apart two positions may lie and be on one matter: counts are for their day, the rest lasts some days."""
    return timedelta(days=position.kind.timing.days)


def _by_date(matter: Matter) -> Iterator[Matter]:
    """The matter, its undated positions given its days if few; else its dated ones, and each article with others."""
    everything = matter.own + matter.inner
    days = sorted(day for position in everything for day in (position.first, position.last) if day)
    undated = sorted({position.claim.article for position in everything if not position.dated})
    if not undated or not days:
        yield matter
    elif days[-1] - days[0] <= UNDATED_DAYS:
        between = [
            tuple(p if p.dated else replace(p, first=days[0], last=days[-1]) for p in part)
            for part in (matter.own, matter.inner)
        ]
        yield Matter(matter.key, *between)
    else:
        yield _only(matter, lambda position: position.dated)
        for article in undated:
            yield _only(matter, partial(_stands_in, article))


def _only(matter: Matter, wanted: Callable[[Position], bool]) -> Matter:
    return Matter(matter.key, tuple(filter(wanted, matter.own)), tuple(filter(wanted, matter.inner)))


def _stands_in(article: str, position: Position) -> bool:
    return position.claim.article == article
