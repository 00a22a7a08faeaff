"""`counterclaim export`: the ledger in the formats of other tools."""

import sys
from pathlib import Path
from typing import IO, Any

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import confidence_option, json_option, ledger_option, reviewed_option
from counterclaim.cli.terminal import complain, count
from counterclaim.errors import InputError
from counterclaim.export import FORMATS, Format, Wanted, What, Written, format_named, refuse
from counterclaim.ledger import Ledger

STDOUT = Path("-")
HELP = """Write the ledger out in the format of another tool.

`--json` is the same as `--format jsonl`. `--min-confidence`, `--reviewed-only`, `--place` and `--dispute` leave of
claims and disputes what meets them. The formats, and what each can hold (the first is what it holds unless --what
says otherwise):

\b
"""
HELP += "\n".join(f"{one.name:<12}{one.about}\n{'':<12}{', '.join(one.kinds)}" for one in FORMATS.values())


@click.command("export", help=HELP)
@click.option(
    "--what",
    type=click.Choice([what.value for what in What]),
    help="Which records. Without it, those that the format is made for.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="jsonl",
    show_default=True,
    help="How to write them.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=STDOUT, metavar="FILE",
    help="Where to write them; - is standard output, the default. Tables go into a folder of that name unless it ends "
    "in .zip. An Atom feed that is there already is carried on.",
)  # fmt: skip
@click.option("--place", metavar="NAME", help="Only claims and disputes about this place or one inside it.")
@click.option("--dispute", metavar="ID", help="Only the claims of this dispute.")
@click.option("--base", metavar="URL", help="The address under which the ledger's pages stand, for names of things.")
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte-order mark, so that Excel reads UTF-8.")
@confidence_option
@reviewed_option
@click.option("--rejected", is_flag=True, help="Also claims and relations that a person has rejected.")
@json_option
@ledger_option
def command(
    *,
    what: str | None,
    form: str,
    output: Path,
    as_json: bool,
    ledger: Path,
    **narrowing: Any,
) -> None:
    """See `HELP`."""
    style = format_named("jsonl" if as_json else form)
    wanted = Wanted(What(what) if what else style.kinds[0], **narrowing, previous=_previous(style, output))
    with opened(ledger) as held:
        written = write(held, style, wanted, output)
    complain(f"{count(written.records, 'record')} of {wanted.what}" + _whither(output))
    for note in written.notes:
        complain(f"{note}.")


def write(held: Ledger, style: Format, wanted: Wanted, output: Path) -> Written:
    """Write to a file, a folder or standard output.

    Raises:
        InputError: the file cannot be written, or the format cannot hold what is wanted.
        NotFoundError: the place or the dispute is not there.
    """
    refuse(held, style, wanted)  # before a file is touched
    if output == STDOUT:
        return style.write(held, wanted, _stdout(style))
    try:
        if style.folder and output.suffix != ".zip":
            return style.folder(held, wanted, output)
        return _to_file(held, style, wanted, output)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror}", "Name another file with -o FILE.") from error


def _to_file(held: Ledger, style: Format, wanted: Wanted, output: Path) -> Written:
    """Half an export looks like a whole one: it bears its name when it is done, and till then what was there stays."""
    if output.exists() and not output.is_file():  # a device or a pipe
        return _into(output, held, style, wanted)
    half = output.with_name(f"{output.name}.part")
    try:
        written = _into(half, held, style, wanted)
        half.replace(output)
    finally:
        half.unlink(missing_ok=True)
    return written


def _into(path: Path, held: Ledger, style: Format, wanted: Wanted) -> Written:
    options: dict[str, Any] = {} if style.binary else {"encoding": "utf-8", "newline": ""}
    with path.open("wb" if style.binary else "w", **options) as stream:
        return style.write(held, wanted, stream)


def _stdout(style: Format) -> IO[Any]:
    if not style.binary:
        return sys.stdout
    if sys.stdout.isatty():
        raise InputError(f"{style.name} is no text for a terminal", "Name a file with -o FILE, or send it to a program")
    return sys.stdout.buffer


def _previous(style: Format, output: Path) -> bytes | None:
    try:
        return output.read_bytes() if "previous" in style.takes and output.is_file() else None
    except OSError as error:
        raise InputError(f"{output} cannot be read: {error.strerror}", "Name another file with -o FILE.") from error


def _whither(output: Path) -> str:
    return "" if output == STDOUT else f" written to {output}"
