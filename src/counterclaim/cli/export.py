"""`counterclaim export`: the ledger as JSON lines or CSV."""

import sys
from pathlib import Path

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import confidence_option, json_option, ledger_option
from counterclaim.cli.terminal import complain, count
from counterclaim.errors import InputError
from counterclaim.export import Format, What, export
from counterclaim.export.shapes import narrowing
from counterclaim.ledger import Ledger


@click.command("export")
@click.option(
    "--what",
    type=click.Choice([what.value for what in What]),
    default="claims",
    show_default=True,
    help="Which records.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default="jsonl",
    show_default=True,
    help="How to write them.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"), metavar="FILE",
    help="Where to write them; - is standard output, the default.",
)  # fmt: skip
@confidence_option
@json_option
@ledger_option
def command(*, what: str, form: str, output: Path, min_confidence: float | None, as_json: bool, ledger: Path) -> None:
    """Write the ledger out as JSON lines or CSV.

    One object a line. `--json` is the same as `--format jsonl`. `--min-confidence` goes with claims, and with
    relations and disputes, of which it leaves what such claims make.
    """
    with opened(ledger) as held:
        number = write(held, what, "jsonl" if as_json else form, output, min_confidence)
    complain(f"{count(number, 'record')} of {what}" + ("" if output == Path("-") else f" written to {output}"))


def write(held: Ledger, what: str, form: str, output: Path, least: float | None = None) -> int:
    """Write one kind of record to a file or to standard output; how many.

    Raises:
        InputError: the file cannot be written, or the kind has no confidence.
    """
    narrowing(What(what), least)  # refused before a file is touched
    if output == Path("-"):
        return export(held, what, form, sys.stdout, min_confidence=least)
    begun = False
    try:
        with output.open("w", encoding="utf-8", newline="") as stream:
            begun = True
            return export(held, what, form, stream, min_confidence=least)
    except OSError as error:
        if begun and output.is_file():
            output.unlink()  # half an export looks like a whole one
        raise InputError(f"{output} cannot be written: {error.strerror}", "Name another file with -o FILE.") from error
