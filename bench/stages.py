"""Where the time goes: CPU seconds that an article of 650 words takes in each stage, read in one process.

`python -m bench.stages` prints them. Processor time and not wall time, so that other programs matter less; even so two
runs differ by a tenth on a busy machine.
"""

import os

# Before numpy is loaded: here as in a worker, numeric libraries keep to one thread.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")

import json
import tempfile
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import process_time
from typing import Any

from bench.speed import ARTICLES, WORDS, articles
from counterclaim import ingest, open_ledger, reader
from counterclaim.ledger import deriving
from counterclaim.run import read_inputs, reading
from counterclaim.syntax import Parser

STAGES: dict[str, tuple[Any, str]] = {
    "start: the parser": (Parser, "__init__"),
    "ingest": (ingest, "read_record"),
    "parse": (Parser, "parse"),
    "attribution": (reader, "attribute"),
    "entities": (reader, "resolve"),
    "times": (reader, "find_times"),
    "frames": (reader, "frame"),
    "writing": (reading, "write_reading"),
    "origins": (deriving, "find_origins"),
    "the rest of deriving": (deriving, "derive"),
}


class Clock:
    """CPU seconds by stage; what a stage calls of another one counts there."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def on(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        @wraps(function)
        def timed(*args: Any, **options: Any) -> Any:
            start, elsewhere = process_time(), self.all()
            try:
                return function(*args, **options)
            finally:
                self.spent[stage] += process_time() - start - (self.all() - elsewhere)

        return timed

    def all(self) -> float:
        """What all stages have taken so far."""
        return sum(self.spent.values())


def main() -> None:
    """Read the development articles of the speed figure, and print a table."""
    clock = Clock()
    clock.spent["start: modules"] = process_time()
    for stage, (owner, name) in STAGES.items():
        setattr(owner, name, clock.on(stage, getattr(owner, name)))
    made = list(articles(ARTICLES))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "stages.db") as ledger:
        corpus = Path(folder) / "stages.jsonl"
        corpus.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
        clock.on("all else", read_inputs)(ledger, [str(corpus)], workers=1)
    units = sum(len(row["text"].split()) for row in made) / WORDS
    for stage, seconds in (*sorted(clock.spent.items(), key=lambda item: -item[1]), ("together", clock.all())):
        print(f"{stage:22} {seconds:6.2f} s  {seconds / units:.4f} an article")


if __name__ == "__main__":
    main()
