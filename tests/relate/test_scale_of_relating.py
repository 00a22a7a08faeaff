"""Without these, a ledger of a year's reports never finishes relating, or drowns its reader in links."""

import random
import time

from counterclaim.model import Claim
from counterclaim.relate import find_disputes, relate

PLACES = 60
PEOPLE = 300


def made_claims(world, count: int, seed: int = 5) -> tuple[list[Claim], dict[str, str]]:
    """Claims of reports over as many days as forty reports a day take, a third of them copies of a dispatch."""
    rng = random.Random(seed)
    reports = count // 8
    claims: list[Claim] = []
    origins: dict[str, str] = {}
    dispatch: list[tuple] = []
    for n in range(reports):
        article = f"a-{n:06}"
        day = f"20{31 + n // 40 // 336:02}-{n // 40 // 28 % 12 + 1:02}-{n // 40 % 28 + 1:02}"
        if not dispatch or rng.random() > 0.35:
            origin = f"o-{n}"
            dispatch = [(zipf(rng, PEOPLE), zipf(rng, PLACES), made_proposition(world, rng)) for _ in range(8)]
        origins[article] = origin
        for start, (person, place, (frame, roles)) in enumerate(dispatch):
            said = (world.says(frame, place=world.ref(f"place {place}"), **roles),) if frame else ()
            content = " ".join(f"word{rng.randrange(3000)}" for _ in range(12)) if not said else f"{start}"
            claims.append(
                world.claim(f"person {person}", *said, article=article, day=day, start=start * 100, content=content)
            )
    return claims, origins


def zipf(rng: random.Random, many: int) -> int:
    """A number below `many`, the small ones far more often."""
    return min(many - 1, int(rng.paretovariate(0.7)) - 1)


def made_proposition(world, rng: random.Random) -> tuple[str | None, dict[str, object]]:
    sort = rng.random()
    holder = world.ref(rng.choice(["varnia", "league", "free"]))
    part = rng.choice([None, None, "north", "south", "station", f"street {rng.randrange(50)}"])
    if sort < 0.3:
        return "control", {"holder": holder, "extent": rng.choice(["full", "partial", "none"]), "part": part}
    if sort < 0.45:
        return "fighting", {"status": rng.choice(["ongoing", "ongoing", "ended"]), "part": part}
    if sort < 0.6:
        return rng.choice(["attack", "responsibility"]), {"kind": "raid", "actor": holder}
    if sort < 0.7:
        number = rng.randrange(1, 400)
        return "losses", {"side": holder, "kind": "killed", "min": number, "max": number, "quantity": str(number)}
    if sort < 0.8:
        return "movement", {"kind": rng.choice(["withdraw", "advance"]), "actor": holder, "status": "done"}
    return None, {}


def timed(world, count: int) -> tuple[float, int, int]:
    claims, origins = made_claims(world, count)
    start = time.process_time()
    relations = relate(claims, world.places, origins)
    disputes = find_disputes(claims, relations, world.places, origins)
    return time.process_time() - start, len(relations), len(disputes)


def test_four_times_the_claims_take_about_four_times_the_time_and_links(world):
    quarter, few_links, _ = timed(world, 5_000)
    whole, links, disputes = timed(world, 20_000)
    assert disputes
    assert whole < 120
    assert whole < 9 * quarter  # all with all would take sixteen times as long
    assert links < 6 * few_links
    assert links < 15 * 20_000
