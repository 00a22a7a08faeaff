"""`python -m bench`: measure everything and print it beside the floors; `--check` fails under a floor."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import accuracy, names, relating, speed
from bench.contested import measuring
from bench.figures import floors, table
from bench.times import shares


def main() -> int:
    """Exit status 0 when every floor holds, or when no check was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure lies under its floor")
    parser.add_argument("--keep", type=Path, help="keep ledgers, exports and the scorers' words in this folder")
    options = parser.parse_args()
    if not accuracy.SHARED.is_dir():
        print(f"The corpora are not on this machine ({accuracy.SHARED}): nothing to measure.")
        return int(options.check)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = [
            *accuracy.seeds(folder, manifest=True),
            *accuracy.seeds(folder, manifest=False),
            *accuracy.demo(folder),
            *accuracy.corpora(folder),
            *names.measured(names.pairs()),
            *shares.measured(),
            *measuring.open_events(folder),
            *speed.measured(folder),
            *relating.curve(),
        ]
    text, good = table(figures, floors())
    print(text)
    return int(options.check and not good)


if __name__ == "__main__":
    sys.exit(main())
