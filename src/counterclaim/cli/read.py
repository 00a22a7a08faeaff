"""`counterclaim read`: reports into the ledger."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import complain, count, plain, say

if TYPE_CHECKING:
    from counterclaim.model import Problem
    from counterclaim.run import Done, RunSummary

NOTHING_READ = 1
_READING = "Reading"


@click.command("read")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--manifest", type=click.Path(path_type=Path), metavar="FILE",
    help="A CSV table that gives outlet, published, url and language for each file.",
)  # fmt: skip
@click.option(
    "--gazetteer",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV table of places of your own, used before GeoNames; the ledger keeps it.",
)
@click.option(
    "--actors",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML list of people and bodies of your own, honoured before ours; the ledger keeps it.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="How many processes read at once; by default one a core, at most 8.",
)
@json_option
@ledger_option
@click.pass_context
def command(
    context: click.Context,
    *,
    inputs: tuple[str, ...],
    manifest: Path | None,
    gazetteer: Path | None,
    actors: Path | None,
    workers: int | None,
    as_json: bool,
    ledger: Path,
) -> None:
    """Read reports into the ledger.

    INPUTS are files (.txt, .html, .jsonl, each also .gz), folders, globs, or - for JSON lines on standard
    input. What the ledger holds already is left as it is. Exits with 1 only if nothing could be read.
    """
    from counterclaim.ledger import open_ledger
    from counterclaim.run import OwnFiles, read_inputs

    with open_ledger(ledger) as held, Reading(inputs) as bar:
        own = OwnFiles(manifest, gazetteer, actors)
        summary = read_inputs(held, inputs, own=own, workers=workers, progress=bar.progress)
    tell(summary, ledger, as_json=as_json)
    if not summary.articles:
        context.exit(NOTHING_READ)


def tell(summary: "RunSummary", ledger: Path, *, as_json: bool) -> None:
    """What was read, and what not and why."""
    for problem in summary.problems:
        complain(problem_line(problem))
    if as_json:
        say(json.dumps({**asdict(summary), "articles": summary.articles, "ledger": str(ledger)}, ensure_ascii=False))
        return
    told = (
        (summary.read, "read"),
        (summary.new_versions, "read as new versions"),
        (summary.read_again, "read again"),
        (summary.unchanged, "known already"),
    )
    parts = [f"{number:,} {words}" for number, words in told if number]
    how = f" ({', '.join(parts)})" if parts else ""
    say(f"{count(summary.articles, 'article')}{how}; {count(summary.claims, 'new claim')}.")
    if summary.problems:
        say(f"{count(len(summary.problems), 'input')} could not be read: the reasons are above.")
    if summary.articles:
        say(f"The ledger is {ledger}. Next: `counterclaim disputes`, or `counterclaim report`.")


def problem_line(problem: "Problem") -> str:
    """Which input, why, and what to do."""
    where = f"{problem.path}, line {problem.line}" if problem.line else problem.path
    return f"Not read: {plain(where)}: {plain(problem.reason)}. {plain(problem.advice)}"


class Reading:
    """A bar over the files on a terminal; nothing in a pipe."""

    def __init__(self, inputs: Sequence[str]) -> None:
        shown = sys.stderr.isatty()
        self._bar = click.progressbar(
            length=max(files_below(inputs), 1) if shown else 1,
            label=_READING,
            file=sys.stderr,
            hidden=not shown,
            item_show_func=lambda line: line,
            show_eta=False,
            width=24,
        )
        self._seen: set[str] = set()
        self._articles = self._claims = 0

    def __enter__(self) -> Self:
        self._bar.__enter__()
        if not self._bar.hidden:
            self._say_if_preparing()
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            self._bar.update(max((self._bar.length or 0) - self._bar.pos, 0))
        self._bar.render_finish()

    def _say_if_preparing(self) -> None:
        from counterclaim.run.places import is_ready

        if not is_ready():
            self._bar.label = "Preparing the gazetteer, once on this machine (half a minute)"
            self._bar.render_progress()

    def progress(self, done: "Done") -> None:
        """One record more."""
        self._bar.label = _READING
        self._articles, self._claims = self._articles + 1, self._claims + done.claims
        so_far = f"{count(self._articles, 'article')}, {count(self._claims, 'claim')}"
        self._bar.update(0 if done.path in self._seen else 1, so_far)
        self._seen.add(done.path)


def files_below(inputs: Sequence[str]) -> int:
    """About how many files the inputs name; the bar's length."""
    return sum(_files(Path(name)) for name in inputs)


def _files(path: Path) -> int:
    if not path.is_dir():
        return 1
    return sum(1 for below in path.rglob("*") if below.is_file() and not _passed_over(below))


def _passed_over(path: Path) -> bool:
    return path.name.startswith(".") or path.name.lower() == "manifest.csv"
