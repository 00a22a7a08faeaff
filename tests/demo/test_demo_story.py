"""What someone who runs the demo must see: the two sides, copies counted once, each reversal and denial."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim
from counterclaim import Ledger
from counterclaim.model import Claim, Dispute, RelationKind

DEMO = Path(__file__).resolve().parents[2] / "src" / "counterclaim" / "demo"
CARRIERS = {
    "northline-0303-brevnik.txt",
    "meridian-0303-kestria.html",
    "coastal-0303-brevnik.txt",
    "lantern-0304-brevnik.txt",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with counterclaim.open_ledger(tmp_path_factory.mktemp("demo") / "demo.db") as opened:
        opened.read(DEMO / "corpus", manifest=DEMO / "manifest.csv", gazetteer=DEMO / "gazetteer.csv")
        yield opened


@pytest.fixture(scope="module")
def claims(ledger: Ledger) -> dict[str, Claim]:
    return {claim.id: claim for claim in ledger.claims()}


def dispute(ledger: Ledger, *words: str) -> Dispute:
    found = [one for one in ledger.disputes() if all(word in one.question for word in words)]
    assert found, f"no dispute asks about {words}: {[one.question for one in ledger.disputes()]}"
    return found[0]


def claimants(one: Dispute, position: str) -> set[str]:
    return {name for side in one.sides if position in side.position for name in side.claimants}


def test_the_first_question_is_who_holds_the_town(ledger: Ledger) -> None:
    first = next(iter(ledger.disputes()))
    assert "Who holds Brevnik" in first.question
    assert {"Irena Volsk", "Jorin Kasparek"} <= claimants(first, "wholly held by Kestria")
    assert {"Mira Tolvane", "Edvar Ruhl"} <= claimants(first, "partly held by Halvia")


def test_a_dispatch_and_its_bad_translation_are_one_origin(ledger: Ledger) -> None:
    names = {article.id: article.document for article in ledger.articles()}
    groups = [{names[article] for article in origin.articles} for origin in ledger.origins()]
    assert CARRIERS in groups


def test_copies_of_a_dispatch_add_no_voice(ledger: Ledger, claims: dict[str, Claim]) -> None:
    for one in ledger.disputes():
        for side in one.sides:
            origins = {(name, claims[claim].document) for claim in side.claims for name in side.claimants}
            assert 1 <= side.voices <= len(origins)
    held = dispute(ledger, "Who holds Brevnik")
    reports = {claims[claim].document for side in held.sides for claim in side.claims}
    assert reports >= CARRIERS
    assert sum(side.voices for side in held.sides) < sum(len(side.claims) for side in held.sides)


def test_each_side_blames_the_other_for_the_raid(ledger: Ledger) -> None:
    raid = dispute(ledger, "Who is behind", "Teymar")
    assert "Anselm Roth" in claimants(raid, "Halvia")
    assert "Sabine Orlo" in claimants(raid, "not Halvia")


def test_two_tolls_that_cannot_both_be_stand_against_each_other(ledger: Ledger, claims: dict[str, Claim]) -> None:
    pairs = [
        {claims[relation.left].content, claims[relation.right].content}
        for relation in ledger.relations()
        if relation.kind is RelationKind.CONTRADICTS
    ]
    assert any(any("340" in words for words in pair) and any("60" in words for words in pair) for pair in pairs)


def test_the_commander_who_vowed_to_stay_has_changed_his_position(ledger: Ledger, claims: dict[str, Claim]) -> None:
    revised = [relation for relation in ledger.relations() if relation.kind is RelationKind.REVISES]
    assert any("withdraw from Brevnik" in claims[relation.left].content for relation in revised)


def test_the_denial_by_name_is_a_denial(ledger: Ledger, claims: dict[str, Claim]) -> None:
    denials = [
        (claims[relation.left].claimant, claims[relation.right].claimant)
        for relation in ledger.relations()
        if relation.kind is RelationKind.DENIES
    ]
    names = {(left.name, right.name) for left, right in denials if left and right}
    assert ("Edvar Ruhl", "Jorin Kasparek") in names


def test_nothing_in_the_ledger_says_other_words_than_its_article(ledger: Ledger) -> None:
    assert ledger.check() == ()


def test_the_second_spelling_is_the_same_person_and_keeps_its_spelling(ledger: Ledger) -> None:
    (person,) = [entity for entity in ledger.entities() if "Myra Tolvane" in entity.names]
    assert "Mira Tolvane" in person.names
