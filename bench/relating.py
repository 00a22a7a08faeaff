"""How the time to relate claims grows: made claims with a realistic spread, related whole, at sizes that double.

The spread: few people and places are spoken of very often and most seldom (a power law), reports come day by day, a
third of them copies of a dispatch, one claim in five in no frame.
"""

import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bench.figures import Figure
from counterclaim.model import (
    Argument,
    Claim,
    Entity,
    EntityKind,
    Part,
    Proposition,
    Quotation,
    Ref,
    Span,
    Stance,
    digest,
)
from counterclaim.relate import find_disputes, relate

SIZES = (50_000, 100_000, 200_000)
REPORTS_A_DAY, CLAIMS_A_REPORT, COPIED = 40, 8, 0.35
PLACES, PEOPLE = 60, 300
STATES = tuple(Ref(name, name, name.casefold(), EntityKind.PLACE) for name in ("Varnia", "Ordland", "Pellmark"))
NOBODY: Mapping[str, Entity] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Made:
    """Claims and the origin of each article."""

    claims: tuple[Claim, ...]
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a dispatch says: by whom, and in which frame, if any."""

    person: int
    proposition: Proposition | None


def made(count: int, *, places: int = PLACES, people: int = PEOPLE, seed: int = 5) -> Made:
    """About `count` claims; the same for the same numbers."""
    rng = random.Random(seed)
    claims: list[Claim] = []
    origins: dict[str, str] = {}
    dispatch: list[Said] = []
    for n in range(count // CLAIMS_A_REPORT):
        if not dispatch or rng.random() > COPIED:
            origin = f"o-{n}"
            dispatch = [Said(often(rng, people), proposition(rng, places)) for _ in range(CLAIMS_A_REPORT)]
        article = f"a-{n:06}"
        origins[article] = origin
        day = _day(n // REPORTS_A_DAY)
        claims += (_claim(said, article, day, position, rng) for position, said in enumerate(dispatch))
    return Made(tuple(claims), origins)


def often(rng: random.Random, many: int) -> int:
    """A number below `many`, the small ones far more often."""
    return min(many - 1, int(rng.paretovariate(0.7)) - 1)


def proposition(rng: random.Random, places: int) -> Proposition | None:
    """One that war reports hold, in about their shares; None where the claim is in no frame."""
    sort = rng.random()
    side = rng.choice(STATES)
    part = rng.choice([None, None, "north", "south", "station", f"street {rng.randrange(50)}"])
    number = rng.randrange(1, 400)
    if sort < 0.3:
        return _in(rng, places, "control", holder=side, extent=rng.choice(["full", "partial", "none"]), part=part)
    if sort < 0.45:
        return _in(rng, places, "fighting", status=rng.choice(["ongoing", "ongoing", "ended"]), part=part)
    if sort < 0.6:
        return _in(rng, places, rng.choice(["attack", "responsibility"]), kind="raid", actor=side)
    if sort < 0.7:
        return _in(rng, places, "losses", side=side, kind="killed", min=number, max=number, quantity=str(number))
    if sort < 0.8:
        return _in(rng, places, "movement", kind=rng.choice(["withdraw", "advance"]), actor=side, status="done")
    return None


def curve(sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """Seconds of processor time at each size, and how the last doubling went: 2 is a straight line."""
    seconds: list[float] = []
    for size in sizes:
        data = made(size)
        start = time.process_time()
        relations = relate(data.claims, NOBODY, data.origins)
        disputes = find_disputes(data.claims, relations, NOBODY, data.origins)
        seconds.append(time.process_time() - start)
        yield Figure("relating", f"seconds_{size // 1000}k", seconds[-1])
        yield Figure("relating", f"relations_a_claim_{size // 1000}k", len(relations) / len(data.claims))
        yield Figure("relating", f"disputes_{size // 1000}k", float(len(disputes)))
    if len(seconds) > 1:
        yield Figure("relating", "last_doubling", seconds[-1] / seconds[-2])


def _in(rng: random.Random, places: int, frame: str, **roles: Ref | str | int | None) -> Proposition:
    number = often(rng, places)
    place = Ref(f"Place {number}", f"Place {number}", f"place-{number}", EntityKind.PLACE)
    arguments = (Argument("place", place), *(Argument(role, value) for role, value in roles.items()))
    return Proposition(frame, arguments)


def _day(number: int) -> str:
    return f"20{31 + number // 336:02}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def _claim(said: Said, article: str, day: str, position: int, rng: random.Random) -> Claim:
    words = said.proposition.frame if said.proposition else " ".join(f"word{rng.randrange(3000)}" for _ in range(12))
    person = f"Person {said.person}"
    return Claim(
        id=digest("c", article, str(position)),
        article=article,
        document=f"{article}.txt",
        part=Part.TEXT,
        claimant=Ref(person, person, f"person-{said.person}", EntityKind.PERSON),
        source_spans=(),
        cue_spans=(),
        content_spans=(Span(position * 1000, position * 1000 + len(words)),),
        content=words,
        quotation=Quotation.INDIRECT,
        stance=Stance.ASSERTS,
        propositions=(said.proposition or Proposition("statement"),),
        confidence=0.9,
        outlet=None,
        published=day,
    )


if __name__ == "__main__":
    for figure in curve():
        print(f"{figure.name:28}{figure.value:>12.2f}", flush=True)
