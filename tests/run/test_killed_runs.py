"""A run that is killed at any moment and started again ends in the ledger of a run that nobody disturbed."""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.builders import dump

from counterclaim.export import export
from counterclaim.export.wanted import RECORDS
from counterclaim.ledger import open_ledger

ROOT = Path(__file__).parents[2]
REPORTS = 24
FOR_EVER = 300  # seconds
LINES = """
import sys, time
sys.path.insert(0, sys.argv[1])
from counterclaim import open_ledger
from counterclaim.run import read_inputs, reading
from tests.ledger.builders import line_reader
reading.build_reader = line_reader
with open_ledger(sys.argv[2]) as ledger:
    progress = lambda done: print(done.path, flush=True) or time.sleep(0.002)
    read_inputs(ledger, [sys.argv[3]], workers=1, progress=progress)
"""
WHOLE = """
import sys
from counterclaim import open_ledger
from counterclaim.run import read_inputs
if __name__ == "__main__":
    with open_ledger(sys.argv[2]) as ledger:
        read_inputs(ledger, [sys.argv[3]], workers=2, progress=lambda done: print(done.path, flush=True))
"""
REPORT = """The day in Tarn, number {number}

{who} said on Monday that the troops of Velm had taken the town of Tarn.

{other} denies: the troops of Velm are in Tarn. "We hold the whole of Tarn," {other} said in a statement.

{other} says: the gate is shut in Tarn. {who} says: they left the gate open in Velm.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    names = ("Orla", "Mesk", "Dain", "Wend")
    for number in range(REPORTS):
        words = REPORT.format(number=number, who=names[number % 4], other=names[number // 4 % 4])
        (made / f"{number:02}.txt").write_text(words, encoding="utf-8")
    return made


def start(code: str, ledger: Path, folder: Path) -> subprocess.Popen[str]:
    """A run in a process of its own, in its own group so that all of it can be seen to end."""
    command = [sys.executable, "-c", code, str(ROOT), str(ledger), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def finish(code: str, ledger: Path, folder: Path) -> None:
    """Let a run come to its end."""
    with start(code, ledger, folder) as running:
        running.communicate()
        assert running.returncode == 0


def kill(code: str, ledger: Path, folder: Path, *, lines: int, seconds: float) -> int:
    """Kill a run so many seconds after it has printed so many lines; its process group."""
    with start(code, ledger, folder) as running:
        assert running.stdout
        for _ in range(lines):
            running.stdout.readline()
        time.sleep(seconds)
        running.kill()
    return running.pid


def contents(ledger: Path) -> tuple[object, list[str]]:
    """Every table but the log, and every export."""
    with open_ledger(ledger, create=False) as held:
        exports = []
        for what in RECORDS:
            stream = io.StringIO()
            export(held, what, "jsonl", stream)
            exports.append(stream.getvalue())
        assert not held.check()
        return dump(held), exports


def test_ten_kills_at_random_moments_change_nothing(tmp_path: Path, folder: Path) -> None:
    """Machines are switched off and terminals closed; nobody should have to wonder what the ledger is worth then."""
    finish(LINES, tmp_path / "whole.db", folder)
    seed = random.SystemRandom().randrange(10**6)
    moments = random.Random(seed)
    # Two of the ten fall after the last article, where relations are made.
    for lines in sorted([*(moments.randrange(REPORTS) for _ in range(8)), REPORTS, REPORTS]):
        kill(
            LINES,
            tmp_path / "killed.db",
            folder,
            lines=lines,
            seconds=moments.uniform(0, 0.5 if lines == REPORTS else 0.02),
        )
        with open_ledger(tmp_path / "killed.db") as held:
            assert not held.check(), f"seed {seed}, after {lines} articles"
    finish(LINES, tmp_path / "killed.db", folder)
    assert contents(tmp_path / "killed.db") == contents(tmp_path / "whole.db"), f"seed {seed}"


def test_kills_with_workers_change_nothing_and_leave_no_worker_behind(tmp_path: Path, folder: Path) -> None:
    """With the true stages: their ids too must not hang on the order in which workers are done."""
    finish(WHOLE, tmp_path / "whole.db", folder)
    moments = random.SystemRandom()
    # While workers start, while they read, and while relations are made: by what is done, however fast the machine is.
    for lines, seconds in ((0, moments.uniform(0, 3)), (moments.randrange(1, REPORTS), 0), (REPORTS, 0)):
        group = kill(WHOLE, tmp_path / "killed.db", folder, lines=lines, seconds=seconds)
        assert gone(group), f"a worker outlived the run that was killed after {lines} articles"
    finish(WHOLE, tmp_path / "killed.db", folder)
    assert contents(tmp_path / "killed.db") == contents(tmp_path / "whole.db")


def gone(group: int) -> bool:
    """Does the process group end by itself? A worker that has just been started first loads all that it needs, which
    takes long on a busy machine: the time allowed says nothing but that this is not for ever.
    """
    for _ in range(FOR_EVER * 10):
        if not alive(group):
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


def alive(group: int) -> bool:
    """Is a process of the group left that has not ended? One that has ended may wait for whoever is to note it."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    if shutil.which("ps") is None:
        return True
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    states = (line.split() for line in listed.splitlines())
    return any(int(pgid) == group and not state.startswith("Z") for pgid, state in states)
