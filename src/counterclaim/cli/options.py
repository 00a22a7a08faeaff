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


def json_option(command: Wrapped) -> Wrapped:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON lines instead of text.")(command)
