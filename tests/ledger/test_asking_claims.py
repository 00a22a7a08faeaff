"""Filters find what they say, in any spelling, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builders import article, write

from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter, Ledger, open_ledger
from counterclaim.model import Entity, EntityKind

SAID = (
    "Orla says: the gate is shut in Tarn.",
    "Mesk denies: troops attacked at dawn in Velm.",
    "Mesk says: all is quiet in Tarn.",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three claims by two people on two places; Tarn lies in Velm, and Orla is Örla in another script."""
    with open_ledger(tmp_path / "l.db") as held:
        for number, line in enumerate(SAID):
            write(held, article(f"Day {number}\n{line}", f"{number}.txt"))
        canon = (
            Entity("E-orla", EntityKind.PERSON, "Örla Vint", ("Orla", "Örla Vint", "Орла")),
            Entity("E-mesk", EntityKind.PERSON, "Mesk", ("Mesk",)),
            Entity("E-tarn", EntityKind.PLACE, "Tarn", ("Tarn", "Тарн"), within=("E-velm",)),
            Entity("E-velm", EntityKind.PLACE, "Velm", ("Velm", "Velm Region")),
        )
        unify(held, {"Orla": canon[0], "Mesk": canon[1], "Tarn": canon[2], "Velm": canon[3]})
        yield held


def unify(held: Ledger, canon: dict[str, Entity]) -> None:
    """Write these as the ledger's entities, as `derive` writes what `counterclaim.entities.unify` finds."""
    from counterclaim.ledger.deriving import write_entities

    rows = held.rows("SELECT article, local, name FROM local_entity").fetchall()
    with held.transaction():
        write_entities(
            held, tuple(canon.values()), {(row["article"], row["local"]): canon[row["name"]].id for row in rows}
        )


def found(held: Ledger, **wanted: object) -> list[str]:
    return [claim.document[0] for claim in held.claims(ClaimFilter(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        ({}, "012"),
        ({"claimant": "orla"}, "0"),
        ({"claimant": "ÖRLA VINT"}, "0"),
        ({"claimant": "Vint"}, "0"),
        ({"claimant": "Орла"}, "0"),
        ({"claimant": "E-mesk"}, "12"),
        ({"claimant": "Me"}, ""),
        ({"place": "Tarn"}, "02"),
        ({"place": "тарн"}, "02"),
        ({"place": "Velm region"}, "012"),
        ({"place": "Orla"}, ""),
        ({"frame": "control"}, "012"),
        ({"frame": "losses"}, ""),
        ({"words": "attack"}, "1"),
        ({"words": "quiet tarn"}, "2"),
        ({"words": '"is quiet"'}, "2"),
        ({"words": '"quiet is"'}, ""),
        ({"since": "2031-04-02", "until": "2031-04-02"}, "012"),
        ({"since": "2031-04-03"}, ""),
        ({"until": "2031-03"}, ""),
        ({"since": "2031", "until": "2031"}, "012"),
        ({"min_confidence": 0.75}, "012"),
        ({"min_confidence": 0.76}, ""),
        ({"document": "1.txt"}, "1"),
        ({"outlet": "the TARN courier"}, "012"),
        ({"stance": "denies"}, "1"),
        ({"claimant": "Mesk", "place": "Tarn", "words": "quiet"}, "2"),
    ],
)
def test_each_filter_finds_its_claims(ledger: Ledger, wanted: dict[str, object], documents: str) -> None:
    """A claim that a filter misses is a claim that an analyst never sees."""
    assert "".join(found(ledger, **wanted)) == documents


def test_claims_bear_the_ledgers_names(ledger: Ledger) -> None:
    """The same person under two spellings is one claimant, and the spelling used is kept."""
    claimant = next(ledger.claims(ClaimFilter(claimant="Orla"))).claimant
    assert claimant
    assert (claimant.entity, claimant.name, claimant.surface) == ("E-orla", "Örla Vint", "Orla")


def test_words_are_searched_in_articles_too(ledger: Ledger) -> None:
    """Also what no claim carries can be looked for."""
    assert [one.document for one in ledger.articles("day attacking")] == ["1.txt"]


def test_dates_that_are_none_are_said_to_be_none(ledger: Ledger) -> None:
    """`--since yesterday` must not silently mean something."""
    with pytest.raises(InputError, match="yesterday"):
        found(ledger, since="yesterday")


@given(st.text())
def test_any_words_can_be_searched(words: str) -> None:
    """Quotes, stars and brackets mean something to the search engine, but a user may type them."""
    with open_ledger(":memory:") as held:
        write(held, article("Day\nOrla says: the gate is shut in Tarn."))
        found(held, words=words, claimant=words, place=words, outlet=words)


def test_search_still_finds_its_claims_after_a_vacuum(ledger: Ledger) -> None:
    """SQLite may number rows anew then; the index must go with it."""
    ledger.rows("DELETE FROM article WHERE document = '0.txt'")
    ledger.rows("VACUUM")
    assert found(ledger, words="quiet") == ["2"]
    assert not ledger.check()
