"""A ledger with what makes exports go wrong: hostile words, a country, an unknown place, two spans, no dates."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest
from tests.report.world import CLAIMS, COPY, ENTITIES, LATER, POST, claim, report, said

from counterclaim.export import FORMATS, Wanted, What, Written, write
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.writing import begin_run, finish_run, write_reading
from counterclaim.model import (
    Article,
    Claim,
    Entity,
    EntityKind,
    Location,
    Mention,
    Part,
    Precision,
    Quotation,
    Reading,
    Ref,
    Span,
)

# Places bear the ids of a gazetteer, which may be the user's own.
LAND_ID = "my map:Quorl é"
LAND = Entity(LAND_ID, EntityKind.PLACE, "Quorl", ("Quorl",), location=Location(10.0, 20.0, Precision.COUNTRY, "AQ"))
LAND_REF = Ref("Quorl", "Quorl", LAND_ID, EntityKind.PLACE)
HOSTILE = '=cmd|"/c calc"!A0 <script>alert("x")</script> & \x0b so on'
ODD = replace(
    report(
        f"Shots in Quorl\nAda Quell said {HOSTILE}.\nFighting goes on across Quorl.\nShells fell on Orvann.\n"
        '"We hold," Jon Brask said, "the north quay of Mirrow."\nQuorl denies that Mirrow was lost 😀 at noon.\n'
        "Jon Brask hopes for rain.",
        "odd.txt",
        published=None,
    ),
    url="https://odd.invalid/story?a=1&b=2",
)


def odd_claims() -> tuple[Claim, ...]:
    """The claims of the odd report."""
    split = claim(ODD, "We hold", "brask", said("control", place="mirrow", holder="telsk", extent="partial"))
    second = ODD.text.index("the north quay of Mirrow")
    spans = (split.content_spans[0], Span(second, second + len("the north quay of Mirrow")))
    content = "We hold the north quay of Mirrow"
    fact = replace(split.propositions[0], evidence=spans)
    lost = said("control", place="mirrow", holder="telsk", extent="full", negated=True)
    denied = claim(ODD, "Mirrow was lost 😀 at noon", None, lost)
    return (
        claim(ODD, HOSTILE, "quell", said("statement")),
        claim(ODD, "Fighting goes on across Quorl", "quell", said("fighting", place=LAND_REF)),
        claim(ODD, "Shells fell on Orvann", "quell", said("attack", kind="shelling", place="orvann")),
        replace(split, content_spans=spans, content=content, propositions=(fact,)),
        replace(denied, claimant=LAND_REF, source_spans=(), quotation=Quotation.INDIRECT),
        replace(claim(ODD, "for rain", "brask"), speech=False, quotation=Quotation.NARRATION, propositions=()),
    )


def _told(article: Article) -> Reading:
    claims = tuple(one for one in (*CLAIMS, *odd_claims()) if one.article == article.id)
    named = [
        Mention(Part.TEXT, Span(at, at + len(entity.name)), entity.kind, entity.id, entity.name)
        for entity in ENTITIES.values()
        if (at := article.text.find(entity.name)) >= 0
    ]
    return Reading(article, (*ENTITIES.values(), LAND), tuple(named), claims)


def write_world(path: Path, *articles: Article) -> Path:
    """A ledger of these articles of the world, with what follows from them."""
    with open_ledger(path) as held:
        run = begin_run(held, [], "test")
        for article in articles:
            write_reading(held, _told(article), run=run, engine="test")
        finish_run(held, run)
        derive(held)
    return path


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("exports") / "world.db", POST, COPY, LATER, ODD)


@pytest.fixture
def held(world: Path) -> Iterator[Ledger]:
    with open_ledger(world) as ledger:
        yield ledger


Save = Callable[..., tuple[Path, Written]]


@pytest.fixture
def save(held: Ledger, tmp_path: Path) -> Save:
    """Write an export into a file, as the command does; where it lies, and what is told of it."""

    def go(form: str, what: What | None = None, suffix: str = "", **narrowing: Any) -> tuple[Path, Written]:
        style = FORMATS[form]
        path = tmp_path / f"export{suffix or '.' + form}"
        stream: IO[Any] = path.open("wb") if style.binary else path.open("w", encoding="utf-8", newline="")
        with stream:
            return path, write(held, form, Wanted(what or style.kinds[0], **narrowing), stream)

    return go
