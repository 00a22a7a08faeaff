"""Reads the dev corpora and the seed articles the whole way, exports, and asks the shared scorers."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import marked
from bench.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "src" / "counterclaim" / "demo"
SHARED = Path(__file__).resolve().parents[2] / "shared"
COUNTED = re.compile(r"(claims|with all propositions|extra|relations|entities|channel|stance) (\d+)")


def counterclaim(*arguments: str | Path) -> None:
    """Run one command of the installed program, as a user would."""
    subprocess.run([sys.executable, "-m", "counterclaim", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def exported(folder: Path, name: str, inputs: list[str | Path], *what: str) -> list[Path]:
    """Read inputs into a new ledger and export each kind; the paths of the exports."""
    ledger = folder / f"{name}.db"
    ledger.unlink(missing_ok=True)  # what was read before would not be read again
    counterclaim("read", *inputs, "--ledger", ledger)
    paths = []
    for kind in what:
        paths.append(folder / f"{name}.{kind}.jsonl")
        counterclaim("export", "--what", kind, "--format", "jsonl", "-o", paths[-1], "--ledger", ledger)
    return paths


def scored(scorer: str, *arguments: str | Path) -> str:
    """What a shared scorer prints. A status above 1 means that it broke."""
    command = [sys.executable, str(SHARED / "score" / f"{scorer}.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1 or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr)
    return done.stdout


def triples(group: str, printed: str) -> Iterator[Figure]:
    """The precision, recall and F1 of each line that a scorer prints as `name {...}`, and plain `name value` lines."""
    for line in printed.splitlines():
        name, _, rest = line.partition(" ")
        if rest.strip().startswith("{"):
            for key, value in ast.literal_eval(rest.strip()).items():
                if key in ("precision", "recall", "f1"):
                    yield Figure(group, f"{name}_{key}", float(value))
        elif rest.strip():
            yield Figure(group, name, float(rest))


def seeds(folder: Path, *, manifest: bool) -> Iterator[Figure]:
    """Counts on the two seed articles."""
    inputs: list[str | Path] = [SHARED / "seeds"]
    if manifest:
        inputs += ["--manifest", SHARED / "seeds" / "manifest.csv"]
    name = "seeds" if manifest else "seeds-bare"
    printed = scored("seeds", *exported(folder, name, inputs, "claims", "relations", "entities"))
    (folder / f"{name}.txt").write_text(printed, encoding="utf-8")
    for key, count in COUNTED.findall(printed):
        yield Figure(name.replace("-", "_"), key.replace(" ", "_"), float(count))


def demo(folder: Path) -> Iterator[Figure]:
    """The demo corpus against its own marks."""
    inputs: list[str | Path] = [DEMO / "corpus"]
    inputs += ["--manifest", DEMO / "manifest.csv", "--gazetteer", DEMO / "gazetteer.csv"]
    kinds = ("claims", "relations", "articles", "entities")
    exports = dict(zip(kinds, exported(folder, "demo", inputs, *kinds), strict=True))
    return marked.measured(ROOT / "tests" / "demo" / "gold", exports)


def corpora(folder: Path) -> Iterator[Figure]:
    """The three dev corpora."""
    for name, scorer, what in (
        ("ced-dev", "claims", "claims"),
        ("polnear-dev", "attributions", "claims"),
        ("places-dev", "places", "mentions"),
    ):
        gold = SHARED / "data" / f"{name}.jsonl.gz"
        (predictions,) = exported(folder, name, [gold], what)
        yield from triples(name.replace("-", "_"), scored(scorer, gold, predictions))
