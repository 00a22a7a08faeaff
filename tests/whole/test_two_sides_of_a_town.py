"""Two sides on one town, every pair of what attackers and defenders say, the whole way over real maps and real armies.

Without this, one side's claim of a town is not set against the other's, in some war whose parties are called otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest

import counterclaim
from counterclaim.model import Claim, Entity, RelationKind
from counterclaim.relate import relate

AGAINST = {RelationKind.CONTRADICTS, RelationKind.DENIES}
ATTACKERS = {
    "captured": "said {theirs} had captured {town}",
    "controlled": "said that {town} was under the full control of {theirs}",
    "centre": "said {theirs} had taken the centre of {town}",
    "left": "said {ours} had left {town}",
    "liberated": "said that the whole of {town} had been liberated",
}
DEFENDERS = {
    "not fallen": "said that {town} had not fallen",
    "outskirts": "said {ours} still held the western outskirts of {town}",
    "fighting": "said fighting for {town} was continuing",
    "repelled": "said {ours} had repelled an assault on {town}",
    "nobody": "said there were no {theirs} in {town}",
    "kept": "said {town} remained under the control of {ours}",
    "lie": "called the report of the capture of {town} a lie",
}
# What cannot both be. Who holds all of a town today may have to fight for it, and who took its centre not the west.
EXCLUDED = {
    "captured": {"not fallen", "outskirts", "fighting", "repelled", "nobody", "kept", "lie"},
    "controlled": {"not fallen", "outskirts", "repelled", "nobody", "kept", "lie"},
    "centre": {"nobody", "kept"},
    "left": {"outskirts", "kept"},
    "liberated": {"not fallen", "outskirts", "fighting", "repelled", "nobody", "kept", "lie"},
}
LEFT_OPEN = {("left", "not fallen"), ("left", "fighting"), ("left", "repelled"), ("left", "lie"), ("centre", "lie")}


@dataclass(frozen=True)
class War:
    """Who attacks, with whom, who defends, with whom, and where; `lead` is how a report begins."""

    name: str
    attacker: str
    theirs: str
    defender: str
    ours: str
    town: str
    lead: str

    def report(self, attack: str, defence: str) -> str:
        words = {"theirs": self.theirs, "ours": self.ours, "town": self.town}
        first = f"{self.attacker} {ATTACKERS[attack].format(**words)} on Thursday."
        return f"{self.lead}\n\n{first}\n\n{self.defender} {DEFENDERS[defence].format(**words)}.\n"


WARS = [
    War("states", "Russia's defence ministry", "Russian forces", "Ukraine's General Staff", "Ukrainian forces",
        "Toretsk", "Heavy fighting has been reported from eastern Ukraine for weeks."),
    War("paramilitaries", "The Rapid Support Forces", "RSF fighters", "The Sudanese army", "army troops", "Babanusa",
        "The war in Sudan has entered its third year."),
    War("rebels", "An M23 spokesman", "M23 fighters", "The Congolese army", "Congolese troops", "Masisi",
        "Rebels of the M23 group have advanced in eastern Congo."),
    War("junta", "The Arakan Army", "Arakan Army fighters", "Myanmar's military junta", "junta troops", "Ann",
        "Fighting has intensified in Rakhine State in western Myanmar."),
]  # fmt: skip
PAIRS = [pair for pair in product(ATTACKERS, DEFENDERS) if pair not in LEFT_OPEN]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, list[Claim]], dict[str, Entity]]]:
    """The claims of each report, and the entities of all."""
    folder = tmp_path_factory.mktemp("towns")
    for war in WARS:
        for attack, defence in PAIRS:
            (folder / f"{war.name}-{attack}-{defence}.txt".replace(" ", "_")).write_text(war.report(attack, defence))
    with counterclaim.open_ledger(folder / "ledger.db") as ledger:
        ledger.read(folder)
        claims: dict[str, list[Claim]] = {}
        for claim in ledger.claims():
            claims.setdefault(claim.document, []).append(claim)
        yield claims, {entity.id: entity for entity in ledger.entities()}


@pytest.mark.parametrize("war", WARS, ids=lambda war: war.name)
def test_what_cannot_both_be_is_set_against_each_other_and_nothing_else(told, war: War) -> None:
    claims, entities = told
    missed, false = [], []
    for attack, defence in PAIRS:
        there = claims.get(f"{war.name}-{attack}-{defence}.txt".replace(" ", "_"), [])
        against = any(relation.kind in AGAINST for relation in relate(there, entities, {}))
        excluded = defence in EXCLUDED[attack]
        missed += [(attack, defence)] if excluded and not against else []
        false += [(attack, defence)] if against and not excluded else []
    assert (missed, false) == ([], [])
