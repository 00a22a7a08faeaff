"""`counterclaim demo`: the bundled corpus, the whole way."""

import json
from importlib.resources import as_file, files
from pathlib import Path

import click

from counterclaim.cli.disputes import list_disputes
from counterclaim.cli.options import json_option
from counterclaim.cli.read import Reading, tell
from counterclaim.cli.terminal import complain, count, say
from counterclaim.errors import InputError
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.report import write_report


@click.command("demo")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("counterclaim-demo"), show_default=True,
    metavar="FOLDER", help="Where to put the ledger and the report.",
)  # fmt: skip
@click.option(
    "--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="The ledger to make, anew each time; by default demo.db in the folder.",
)  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), metavar="NUMBER", help="How many processes read at once.")
@json_option
def command(folder: Path, ledger: Path | None, workers: int | None, as_json: bool) -> None:
    """Read the bundled demo corpus and show what the ledger makes of it.

    An invented country, a contested town, ten invented outlets, five days. Nothing in it is about any real
    place or person.
    """
    ledger = ledger or folder / "demo.db"
    with new_ledger(ledger) as held:
        read_corpus(held, ledger, workers, as_json=as_json)
        disputes = tuple(held.disputes())
        list_disputes(held, disputes, full=False, as_json=as_json)
        report = write_report(held, folder / "report.html")
    if as_json:
        say(json.dumps({"ledger": str(ledger), "report": str(report.resolve())}, ensure_ascii=False))
        return
    say(f"{count(len(disputes), 'dispute')}. The report lies at {report.resolve()}: open it in a browser.")
    say(f"Ask on with `counterclaim claims --ledger {ledger}`.")


def read_corpus(held: Ledger, ledger: Path, workers: int | None, *, as_json: bool) -> None:
    """Read the corpus that comes with the package."""
    from counterclaim.run import OwnFiles, read_inputs

    with as_file(files("counterclaim.demo")) as demo, Reading([str(demo / "corpus")]) as bar:
        summary = read_inputs(
            held,
            [str(demo / "corpus")],
            own=OwnFiles(demo / "manifest.csv", demo / "gazetteer.csv"),
            workers=workers,
            progress=bar.progress,
        )
    if as_json:
        return
    tell(summary, ledger, as_json=False)
    say()


def new_ledger(path: Path) -> Ledger:
    """An empty ledger in the place of the one that an earlier demo left; nothing else is ever replaced.

    Raises:
        InputError: the folder cannot be made, or the ledger there holds more than the demo.
        LedgerError: what is there is no ledger.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{path.parent} cannot be made: {error.strerror}", "Name another folder with --folder"
        ) from error
    if path.exists():
        _refuse_others(path)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    return open_ledger(path)


def _refuse_others(path: Path) -> None:
    ours = {file.name for file in files("counterclaim.demo").joinpath("corpus").iterdir()}
    with open_ledger(path, create=False) as held:
        other = next(
            (row[0] for row in held.rows("SELECT DISTINCT path FROM article") if Path(row[0]).name not in ours), None
        )
    if other is not None:
        complain(f"It holds {other}, for example.")
        raise InputError(
            f"{path} holds more than the demo corpus",
            "Name another ledger with --ledger, or another folder with --folder",
        )
