"""Histories, live pages and bulletins of real wars, the whole way: who speaks, and of whom and what.

Without this, a ship's name is a town, a coalition is the movement that it fights, an army is the other side's, and one
side's claim stands against itself.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim
from counterclaim.model import Claim, Entity, RelationKind
from counterclaim.relate import relate

REPORTS = {
    "coalition": "The Islamic State group still holds a part of Mosul, the army said.\n\n"
    "Amaq, the Islamic State's news agency, claimed that suicide attacks had killed dozens of soldiers. "
    "It accused the U.S.-led coalition of having destroyed a mosque in an air strike. The coalition denied that.\n",
    "hill": "NEW DELHI, July 5 - Indian troops have captured Tiger Hill, the army said.\n\n"
    "Pakistan's army said that Tiger Hill was held by Pakistani soldiers.\n",
    "ship": "War broke out in April, and the fleet sailed for the islands with marines and soldiers.\n\n"
    "LONDON, May 4 - The frigate HMS Lancaster was hit by an Argentine missile, the Defence Ministry said.\n\n"
    "Argentina's navy said that two Super Etendard aircraft had carried out the attack on the Lancaster.\n",
    "enclave": "Bosnian Serb forces have taken Gorazde, United Nations officials said.\n\n"
    "The Bosnian Serb army said the town had been liberated. "
    "The Bosnian government said Bosnian Serbs had seized Gorazde.\n",
    "seat": "British troops have captured the settlements of Darwin and Goose Green, the Ministry of Defence said.\n\n"
    "In Buenos Aires the Joint General Staff denied that Goose Green had fallen. It said the fight went on.\n",
    "shelled": "Federal troops fought rebels near Mekelle.\n\n"
    "Debretsion Gebremichael, the rebels' leader, said his forces were withdrawing from Mekelle. "
    "He accused the army of having shelled the city centre. "
    "Redwan Hussein, a spokesman for the government, denied that.\n",
    "convoy": "The militia said that 22 fighters had been killed in Raqqa. An observatory said 325 people had died.\n\n"
    "Mostefa Bali, of the militia's press office, denied that foreigners had been allowed to leave in a convoy.\n",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, list[Claim]], dict[str, Entity]]]:
    """The claims of each report, and the entities of all."""
    folder: Path = tmp_path_factory.mktemp("long")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with counterclaim.open_ledger(folder / "ledger.db") as ledger:
        ledger.read(folder)
        claims: dict[str, list[Claim]] = {name: [] for name in REPORTS}
        for claim in ledger.claims():
            claims[claim.document.removesuffix(".txt")].append(claim)
        yield claims, {entity.id: entity for entity in ledger.entities()}


def _speaker(claims: list[Claim], words: str) -> str:
    return next(claim.claimant.name for claim in claims if words in claim.content and claim.claimant is not None)


def _relations(told, name: str) -> set[tuple[RelationKind, str, str]]:
    claims, entities = told
    words = {claim.id: claim.content for claim in claims[name]}
    return {(r.kind, words[r.left], words[r.right]) for r in relate(claims[name], entities, {})}


def test_a_coalition_answers_the_charge_and_is_not_the_movement_that_makes_it(told) -> None:
    claims, _ = told
    assert "coalition" in [claim.claimant.name for claim in claims["coalition"] if claim.claimant is not None]
    found = _relations(told, "coalition")
    assert [kind for kind, left, right in found if "mosque" in right] == [RelationKind.DENIES]


def test_an_army_that_speaks_first_is_that_of_the_dateline(told) -> None:
    claims, _ = told
    assert "Pakistan" not in _speaker(claims["hill"], "have captured")
    assert RelationKind.CONTRADICTS in {kind for kind, _, _ in _relations(told, "hill")}


def test_neither_a_ship_nor_a_make_of_aircraft_is_a_place_or_a_party(told) -> None:
    claims, _ = told
    typed = [p for claim in claims["ship"] for p in claim.propositions if p.frame != "statement"]
    named = [ref.name for p in typed if (ref := p.ref("place")) is not None]
    actors = [ref.name for p in typed if (ref := p.ref("actor")) is not None]
    assert "Lancaster" not in named
    assert not any("Etendard" in name for name in actors)


def test_a_people_within_a_state_does_not_contradict_itself(told) -> None:
    against = {RelationKind.CONTRADICTS, RelationKind.DENIES, RelationKind.REVISES}
    assert not [one for one in _relations(told, "enclave") if one[0] in against]


def test_a_staff_that_speaks_in_its_capital_tells_of_no_fight_there(told) -> None:
    claims, _ = told
    places = [ref.name for c in claims["seat"] for p in c.propositions if (ref := p.ref("place")) is not None]
    assert "Goose Green" in places
    assert "Buenos Aires" not in places


def test_that_is_what_was_said_last(told) -> None:
    denied = {right for kind, _, right in _relations(told, "shelled") if kind is RelationKind.DENIES}
    assert denied == {"the army of having shelled the city centre"}


def test_who_denies_something_else_denies_no_count(told) -> None:
    assert not [one for one in _relations(told, "convoy") if one[0] is RelationKind.DENIES]
