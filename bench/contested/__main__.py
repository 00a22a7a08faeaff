"""`python -m bench.contested`: reads the benchmark's events the whole way and says how much comes out as marked."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.contested import agreement, loading
from bench.contested.figures import figures
from bench.contested.measuring import PARTS, exported, part
from bench.contested.misses import misses, table
from bench.contested.scoring import Counts, Scored, scored


def main() -> int:
    """Exit status 1 where a mark cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m bench.contested", description=__doc__)
    parser.add_argument(
        "events", nargs="*", help="names of events or of parts of the split; all that may be read where none is named"
    )
    parser.add_argument("--locked", action="store_true", help="the locked events: figures alone, nothing to read")
    parser.add_argument("--lint", action="store_true", help="say which marks point at nothing")
    parser.add_argument("--agree", action="store_true", help="compare two passes of marking")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--why", action="store_true", help="count over what the marked propositions stumble")
    parser.add_argument("--keep", type=Path, help="keep ledgers and exports in this folder")
    options = parser.parse_args()
    options.events = [name for given in options.events for name in _events(given)]
    if options.lint:
        return lint(options.events or [name for where in PARTS for name in part(where)])
    if options.agree:
        print(agreement.table([name for where in PARTS for name in part(where)]))
        return 0
    locked = set(part("locked"))
    if not options.locked and (hidden := locked & set(options.events)):
        sys.exit(f"{', '.join(sorted(hidden))} is locked: it is measured with --locked, together with the others")
    names = (
        part("locked") if options.locked else options.events or [*part("development"), *part("fresh"), *part("recent")]
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        total, why = Counts(), Counter[tuple[str, str]]()
        for name in names:
            event, exports = exported(name, folder)
            result = scored(event, exports)
            total += result.counts
            why += misses(event.marks, exports.claims)
            if not options.locked:
                print_event(name, result, show=options.show and name not in part("unread"))
    if options.why:
        print(table(why))
    print_event("the locked events" if options.locked else "all of these", Scored(total, ()), show=False)
    return 0


def _events(given: str) -> list[str]:
    """The event of that name, or all of a part ("fresh"); what is neither ends the run with what may be asked for."""
    if given in PARTS:
        return part(given)
    known = sorted(name for where in PARTS for name in part(where))
    if given not in known:
        sys.exit(f"{given} is no event. Ask for one of the parts {', '.join(PARTS)}, or of {', '.join(known)}.")
    return [given]


def lint(names: list[str]) -> int:
    """Print the faults of each event's marks."""
    faulty = False
    for name in names:
        event, faults = loading.load(name)
        typed = sum(proposition.typed for mark in event.marks for proposition in mark.propositions)
        print(f"{name}: {len(event.marks)} claims, {typed} typed propositions, {len(event.matters)} matters")
        for fault in faults:
            print(f"  {fault.where}: {fault.what}")
        faulty |= bool(faults)
    return int(faulty)


def print_event(name: str, result: Scored, *, show: bool) -> None:
    """Figures on one line, then what a person may want to read."""
    if show:
        print("\n".join(result.lines))
    print(f"{name}: {result.counts}")
    print("  " + "  ".join(f"{figure.name} {figure.value:.3f}" for figure in figures("contested", result.counts)))


if __name__ == "__main__":
    sys.exit(main())
