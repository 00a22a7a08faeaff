"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])


def ledger_option(command: Wrapped) -> Wrapped:
    """`--ledger FILE`, or the environment variable."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("counterclaim.db"),
        envvar="COUNTERCLAIM_LEDGER",
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        help="The ledger to use.",
    )(command)


def confidence_option(command: Wrapped) -> Wrapped:
    """`--min-confidence NUMBER`."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="NUMBER",
        help="Only claims read with this confidence or more (0 to 1).",
    )(command)


def json_option(command: Wrapped) -> Wrapped:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON lines instead of text.")(command)
