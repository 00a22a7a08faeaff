"""`counterclaim export`: the ledger as JSON lines or CSV."""

import sys
from pathlib import Path

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import confidence_option, json_option, ledger_option, reviewed_option
from counterclaim.cli.terminal import complain, count
from counterclaim.errors import InputError
from counterclaim.export import Format, What, export_on
from counterclaim.export.shapes import Ground, narrowing
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
@reviewed_option
@click.option("--rejected", is_flag=True, help="Also claims and relations that a person has rejected.")
@json_option
@ledger_option
def command(
    *,
    what: str,
    form: str,
    output: Path,
    min_confidence: float | None,
    reviewed_only: bool,
    rejected: bool,
    as_json: bool,
    ledger: Path,
) -> None:
    """Write the ledger out as JSON lines or CSV.

    One object a line. `--json` is the same as `--format jsonl`. `--min-confidence` and `--reviewed-only` go with
    claims, and with relations and disputes, of which they leave what such claims make.
    """
    ground = Ground(min_confidence, reviewed_only, rejected)
    with opened(ledger) as held:
        number = write(held, what, "jsonl" if as_json else form, output, ground)
    complain(f"{count(number, 'record')} of {what}" + ("" if output == Path("-") else f" written to {output}"))


def write(held: Ledger, what: str, form: str, output: Path, ground: Ground = Ground()) -> int:  # noqa: B008
    """Write one kind of record to a file or to standard output; how many.

    Raises:
        InputError: the file cannot be written, or the kind has no confidence.
    """
    narrowing(What(what), ground)  # refused before a file is touched
    if output == Path("-"):
        return export_on(held, what, form, sys.stdout, ground)
    begun = False
    try:
        with output.open("w", encoding="utf-8", newline="") as stream:
            begun = True
            return export_on(held, what, form, stream, ground)
    except OSError as error:
        if begun and output.is_file():
            output.unlink()  # half an export looks like a whole one
        raise InputError(f"{output} cannot be written: {error.strerror}", "Name another file with -o FILE.") from error
