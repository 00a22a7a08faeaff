"""`import counterclaim` is quick, says what it offers, and does what its page shows."""

import json
import re
import subprocess
import sys
from pathlib import Path

import counterclaim
from counterclaim import ClaimFilter, Ledger

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


HEAVY = {"spacy", "pandas", "numpy", "scipy", "thinc", "trafilatura", "lxml", "datasette", "sqlite_utils", "click"}


def loaded(module: str) -> set[str]:
    code = f"import sys, json, {module}; print(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_loads_neither_parser_nor_models() -> None:
    """A script that only asks, and every command's `--help`, must not wait for them."""
    assert not HEAVY & loaded("counterclaim")


def test_workers_load_nothing_numeric_before_they_are_told_to_use_one_thread() -> None:
    """Numeric libraries look at the environment once, when they are loaded; threads of two workers would collide."""
    assert not HEAVY & loaded("counterclaim.run.workers")


def test_what_is_offered_is_there_and_documented() -> None:
    """Names that only some versions have break scripts."""
    assert all(hasattr(counterclaim, name) for name in counterclaim.__all__)
    assert not [name for name in counterclaim.__all__ if not re.search(rf"\b{name}\b", PAGE)]
    methods = {name for name, value in vars(Ledger).items() if callable(value) and not name.startswith("_")}
    assert methods <= set(re.findall(r"`Ledger\.(\w+)\(", PAGE))
    for name in re.findall(r"`Ledger\.(\w+)", PAGE):
        assert hasattr(Ledger, name) or name == "connection"
    assert not [field for field in ClaimFilter.__slots__ if f"{field}" not in PAGE]


def test_the_example_runs(tmp_path: Path) -> None:
    """An example that fails is the first thing a newcomer sees."""
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (tmp_path / "ask.py").write_text(example[1], encoding="utf-8")
    (tmp_path / "reports").mkdir()
    words = "Quiet week in the north\n\nThe mayor, Orla Vint, said on Tuesday that her troops hold the town.\n"
    (tmp_path / "reports" / "one.txt").write_text(words, encoding="utf-8")
    done = subprocess.run([sys.executable, "ask.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 articles")


def test_help_loads_no_ledger() -> None:
    """`counterclaim --help` is typed by people who wait for it."""
    code = "import sys, counterclaim.cli; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"counterclaim.ledger", "counterclaim.model", "sqlite3"} & set(done.stdout.split())


def test_everything_that_is_offered_is_there() -> None:
    assert set(counterclaim.__all__) <= set(dir(counterclaim))
    assert all(getattr(counterclaim, name) for name in counterclaim.__all__)
    assert not hasattr(counterclaim, "nothing_of_that_name")
