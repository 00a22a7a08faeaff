"""`counterclaim report`: one HTML file with everything in it."""

import json
from pathlib import Path

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import confidence_option, json_option, ledger_option, reviewed_option
from counterclaim.cli.terminal import complain, say
from counterclaim.report import write_report


@click.command("report")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path("report.html"), show_default=True,
    metavar="FILE", help="Where to write it.",
)  # fmt: skip
@confidence_option
@reviewed_option
@json_option
@ledger_option
def command(*, output: Path, min_confidence: float | None, reviewed_only: bool, as_json: bool, ledger: Path) -> None:
    """Write one HTML file with disputes, days, articles, map and timeline.

    The file asks nothing of the outside and can be read from disk, sent, or printed.
    """
    with opened(ledger) as held:
        written = write_report(held, output, min_confidence, reviewed_only=reviewed_only)
    if as_json:
        say(json.dumps({"report": str(written), "bytes": written.stat().st_size}, ensure_ascii=False))
    else:
        complain(f"Report written to {written} ({written.stat().st_size / 1e6:.1f} MB). Open it in a browser.")
