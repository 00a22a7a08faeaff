"""Where a state fights a movement, "the army" and "military aircraft" are the state's; else nobody is said to have
bombed the market, or "warplanes of the army" quarrel with the state that flew them.
"""

from pathlib import Path

import pytest

import counterclaim
from counterclaim.model import Ref

REPORT = """Market bombed in Wad Madani

Sudan's army and the Rapid Support Forces (RSF) have fought a war for three years.

Army airstrikes hit a market in Wad Madani, the RSF said.

The army shelled El Fasher, a doctor said.

Jets of the air force bombed Kosti, residents said.

Military helicopters attacked Babanusa, a teacher said.

RSF shelling killed 12 people in Singa, volunteers said.
"""
WHO = [
    ("Army airstrikes", "Sudan", "strike"),
    ("The army shelled", "Sudan", "shelling"),
    ("Jets of", "Sudan", "strike"),
    ("Military helicopters", "Sudan", "strike"),
    ("RSF shelling", "Rapid Support Forces", "shelling"),
]


@pytest.mark.parametrize(("words", "actor", "kind"), WHO)
def test_whose_attack_it_was(tmp_path: Path, words: str, actor: str, kind: str) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    with counterclaim.open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.read(tmp_path / "report.txt")
        (claim,) = [one for one in ledger.claims() if one.content.startswith(words) and one.claimant]
    attack = next(one for one in claim.propositions if one.frame == "attack")
    by = attack.get("actor")
    assert isinstance(by, Ref)
    assert (by.name, attack.get("kind")) == (actor, kind)
