"""Three small reports on an invented flood, the whole way: who disputes the toll, the cause and the strength of it."""

from collections.abc import Iterator

import pytest

import counterclaim
from counterclaim import Ledger
from counterclaim.model import Dispute, RelationKind

GAZETTEER = """name,names,lat,lon,kind,country,within,capital
Sorvia,,41.20,-35.10,country,,,
Marnholt,,41.50,-35.40,town,Sorvia,Sorvia,yes
Teskel,,41.05,-34.70,town,Sorvia,Sorvia,
"""
MANIFEST = """file,outlet,published
herald.txt,The Marnholt Herald,2033-04-12
lamp.txt,The Teskel Lamp,2033-04-12
later.txt,The Teskel Lamp,2033-04-13
"""
HERALD = """Dam above Teskel gives way

MARNHOLT - A dam collapsed above Teskel on Monday night and flooded half of the town.

At least 84 people were killed in the flood, Interior Minister Vera Oslund said on Tuesday.

The collapse was caused by heavy rain, Oslund told reporters in Marnholt. "There was no sabotage," she said.

The water in Teskel rose to 6 metres, the Sorvian Weather Service said.
"""
LAMP = """Teskel buries its dead

The flood in Teskel has killed no more than 50 people, Mayor Anders Pohl said on Tuesday.

The collapse of the dam was caused by sabotage, Pohl said.

The union of dam workers blamed the contractor, Duna Works, for the collapse.

The water in Teskel reached 4 metres, the Teskel Fire Brigade said.
"""
LATER = """Fewer dead than feared

No more than 60 people died in the Teskel flood, Interior Minister Vera Oslund said on Wednesday.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("flood")
    files = {"herald.txt": HERALD, "lamp.txt": LAMP, "later.txt": LATER, "g.csv": GAZETTEER, "m.csv": MANIFEST}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with counterclaim.open_ledger(folder / "flood.db") as opened:
        opened.read(folder / "*.txt", manifest=folder / "m.csv", gazetteer=folder / "g.csv")
        yield opened


def dispute(ledger: Ledger, words: str) -> Dispute:
    asked = {one.question: one for one in ledger.disputes()}
    found = [question for question in asked if words in question]
    assert len(found) == 1, list(asked)
    return asked[found[0]]


def answers(one: Dispute) -> dict[str, tuple[str, ...]]:
    return {side.position: side.claimants for side in one.sides}


def test_a_disputed_toll_is_asked_in_words(ledger: Ledger) -> None:
    asked = dispute(ledger, "How many died in the flood at Teskel, 12 April 2033?")
    assert answers(asked) == {"at least 84": ("Vera Oslund",), "at most 50": ("Anders Pohl",)}


def test_a_disputed_cause_keeps_each_answer_apart(ledger: Ledger) -> None:
    """One who denies one cause and names another gives one answer, not two."""
    asked = dispute(ledger, "What caused the collapse at Teskel")
    assert answers(asked) == {
        "heavy rain; not sabotage": ("Vera Oslund",),
        "sabotage": ("Anders Pohl",),
        "Duna Works": ("union of dam workers",),
    }


def test_two_bodies_that_measure_otherwise_are_a_dispute(ledger: Ledger) -> None:
    asked = dispute(ledger, "How high was the flood at Teskel")
    assert answers(asked) == {"6 metres": ("Sorvian Weather Service",), "4 metres": ("Teskel Fire Brigade",)}


def test_a_later_count_of_ones_own_revises_the_earlier_one(ledger: Ledger) -> None:
    claims = {claim.id: claim for claim in ledger.claims()}
    revised = [relation for relation in ledger.relations() if relation.kind is RelationKind.REVISES]
    assert [(claims[r.left].document, claims[r.right].document) for r in revised] == [("later.txt", "herald.txt")]


def test_no_words_of_a_flood_are_told_in_the_frames_of_war(ledger: Ledger) -> None:
    frames = {proposition.frame for claim in ledger.claims() for proposition in claim.propositions}
    assert frames <= {"toll", "cause", "magnitude", "statement"}
