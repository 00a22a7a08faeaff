"""One person is one entity however papers spell the name; each claim still shows the spelling of its own report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, reading

from counterclaim.ledger import ClaimFilter, Ledger, open_ledger
from counterclaim.ledger.deriving import write_entities
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Entity, EntityKind, Reading

TEXT = "A day in Tarn, number {number}\nOrla says: they hold the north in Tarn."


def named(read: Reading, name: str, kind: EntityKind) -> Reading:
    """The reading with its speaker under another name."""
    speaker = replace(read.entities[0], name=name, names=(name, "Orla"), kind=kind)
    return replace(read, entities=(speaker, *read.entities[1:]))


def ledger_of(path: Path, kind: EntityKind, canonical: str, *names: str) -> Ledger:
    """A ledger in which one entity bears all of these names, each in a report of its own."""
    held = open_ledger(path)
    joined = {}
    for number, name in enumerate(names):
        read = named(reading(article(TEXT.format(number=number), f"{number}.txt")), name, kind)
        write_reading(held, read, run=begin_run(held, [], "engine"), engine="engine")
        joined[read.article.id, read.entities[0].id] = "p-1"
    with held.transaction():
        write_entities(held, [Entity("p-1", kind, canonical, tuple(dict.fromkeys((canonical, *names))))], joined)
    return held


@pytest.fixture
def minister(tmp_path: Path) -> Iterator[Ledger]:
    names = ("Orla Kviten", "Orla Kvitin", "Kviten", "Orla Anna Kviten")
    with ledger_of(tmp_path / "l.db", EntityKind.PERSON, "Orla Kvitin", *names) as held:
        yield held


def test_a_claim_shows_the_full_name_that_its_report_gives(minister: Ledger) -> None:
    claims = list(minister.claims())
    assert [claim.claimant and claim.claimant.name for claim in claims] == [
        "Orla Kviten", "Orla Kvitin", "Orla Kvitin", "Orla Anna Kviten",
    ]  # fmt: skip
    assert {claim.claimant and claim.claimant.entity for claim in claims} == {"p-1"}


@pytest.mark.parametrize("asked", ["Kviten", "Orla Kvitin", "p-1"])
def test_any_spelling_finds_all_claims(minister: Ledger, asked: str) -> None:
    assert len(list(minister.claims(ClaimFilter(claimant=asked)))) == 4


def test_a_body_keeps_the_fullest_name(tmp_path: Path) -> None:
    """ "The ministry" says nothing across reports; another spelling of the whole name does."""
    canonical = "Velmish Defence Ministry"
    names = ("Ministry", "Velmish Defense Ministry", canonical)
    with ledger_of(tmp_path / "l.db", EntityKind.ORGANIZATION, canonical, *names) as held:
        assert [claim.claimant and claim.claimant.name for claim in held.claims()] == [canonical, names[1], canonical]


def test_a_state_bears_the_name_of_its_place(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "l.db", EntityKind.PLACE, "Velm", "Welm") as held:
        assert [claim.claimant and claim.claimant.name for claim in held.claims()] == ["Velm"]
