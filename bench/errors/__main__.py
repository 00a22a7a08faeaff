"""`python -m bench.errors`: say where reading goes wrong; writes `bench/errors.md`."""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.accuracy import SHARED
from bench.errors.collect import CED, POLNEAR, by_mouth, by_span, exported, make_exports
from bench.errors.page import page
from bench.errors.scoring import shared_rules
from counterclaim.errors import InputError
from counterclaim.syntax import Parser

PAGE = Path(__file__).resolve().parents[1] / "errors.md"


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when the page was written, 1 when there is nothing to measure, 2 when the exports are not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.errors", description=__doc__)
    parser.add_argument(
        "--exports", type=Path, help="a folder that `python -m bench --keep FOLDER` left; else read anew"
    )
    parser.add_argument("-o", "--output", type=Path, default=PAGE, help="where to write the page")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"The corpora are not on this machine ({SHARED}): nothing to measure.")
        return 1
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.exports or Path(temporary)
            if not options.exports:
                make_exports(folder)
            write(folder, options.output)
    except InputError as error:
        print(f"{error.message}.\n{error.advice}.", file=sys.stderr)
        return 2
    return 0


def write(folder: Path, output: Path) -> None:
    """The page of the exports in that folder.

    Raises:
        InputError: they are not there.
    """
    lines = {name: exported(folder, name) for name in (CED, POLNEAR)}
    rules, parser = shared_rules(), Parser()
    mouths, spans = by_mouth(lines[CED], rules, parser), by_span(lines[POLNEAR], rules, parser)
    output.write_text(page(f"{datetime.now(UTC):%Y-%m-%d}", mouths, spans), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
