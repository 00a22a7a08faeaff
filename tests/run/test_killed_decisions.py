"""A program that is killed while it decides leaves the ledger of before or the ledger of after, nothing between."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump, write

from counterclaim.ledger import open_ledger
from counterclaim.ledger.deriving import derive

ROOT = Path(__file__).parents[2]
DECIDING = """
import sys
sys.path.insert(0, sys.argv[1])
from counterclaim.ledger import deciding, open_ledger
from counterclaim.ledger.reviewing import Correction
with open_ledger(sys.argv[2]) as ledger:
    names = [claim.id for claim in ledger.claims()]
    print("ready", flush=True)
    if sys.argv[3] == "merge":
        deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    elif sys.argv[3] == "correct":
        ledger.correct(names[0], wanted=Correction(claimant="Mesk", content=("gate 0 is",)), by="Ada")
    else:
        ledger.reject(*names, by="Ada")
"""
MADE = {"merge": 1, "correct": 1, "reject": 84}
TEXT = "Day {number} in Tarn\n{who} says: gate {number} is shut in Tarn.\nDain denies: gate {number} is shut in Tarn."


@pytest.mark.parametrize("deciding", MADE)
def test_kills_in_the_middle_of_a_decision_leave_the_ledger_whole(deciding: str, tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(path) as ledger:
        for number, who in enumerate(("Orla", "Mesk", *["Wend"] * 40)):
            write(ledger, article(TEXT.format(number=number, who=who), f"{number:02}.txt"))
        derive(ledger)
        before = dump(ledger)
    seed = random.SystemRandom().randrange(10**6)
    moments = random.Random(seed)
    for _ in range(6):
        command = [sys.executable, "-c", DECIDING, str(ROOT), str(path), deciding]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout
            assert running.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 0.4))
            running.kill()
        with open_ledger(path) as ledger:
            assert not ledger.check(), f"seed {seed}"
            assert ledger.is_derived()
            if ledger.decisions():
                break
            assert dump(ledger) == before, f"seed {seed}"
    else:
        subprocess.run(command, check=True, capture_output=True)
    with open_ledger(path) as ledger:
        assert len(ledger.decisions()) == MADE[deciding]
        assert {verdict.state for verdict in ledger.verdicts().values()} == {"carried out"}
        assert not ledger.check()
