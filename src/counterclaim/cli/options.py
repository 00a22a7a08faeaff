"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from counterclaim.ledger import ClaimFilter
from counterclaim.ledger.filters import LOOKED_AT
from counterclaim.model import Review

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


def reviewed_option(command: Wrapped) -> Wrapped:
    """`--reviewed-only`."""
    words = "Only claims that a person has accepted or corrected."
    return click.option("--reviewed-only", is_flag=True, help=words)(command)


def json_option(command: Wrapped) -> Wrapped:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON lines instead of text.")(command)


NARROWING = (
    click.option(
        "--claimant", metavar="NAME", help="Only claims by this person or body: a name in any spelling, or an id."
    ),
    click.option("--place", metavar="NAME", help="Only claims about this place or one inside it."),
    click.option("--frame", metavar="NAME", help="Only claims with this frame, for example control or losses."),
    click.option("--since", metavar="DATE", help="Only claims made on or after this day: 2023-05-20, or 2023-05."),
    click.option("--until", metavar="DATE", help="Only claims made on or before this day."),
    click.option("--words", metavar="WORDS", help='Only claims whose words hold all of these; "in quotes" together.'),
    confidence_option,
    click.option("--thoughts", is_flag=True, help="Also what somebody is said to think or want, or says in passing."),
)
NARROWED = ("claimant", "place", "frame", "since", "until", "words", "min_confidence", "thoughts")


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """All options that narrow claims down; the command gets them as one `wanted`."""

    @wraps(command)
    def narrowed(**given: Any) -> None:
        wanted = ClaimFilter(**{name: given.pop(name) for name in NARROWED})
        command(wanted=wanted, **given)

    for option in reversed(NARROWING):
        narrowed = option(narrowed)
    return narrowed


def state_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options that ask for what a person has said of claims; they narrow the `wanted` of `filter_options` down."""

    @wraps(command)
    def narrowed(*, review: tuple[str, ...], reviewed: bool, unreviewed: bool, **given: Any) -> None:
        states = {Review(state) for state in review} | (LOOKED_AT if reviewed else set())
        states |= {Review.UNREVIEWED} if unreviewed else set()
        command(**given | {"wanted": replace(given["wanted"], review=frozenset(states) or None)})

    known = click.Choice([state.value for state in Review])
    for option in (
        click.option("--unreviewed", is_flag=True, help="Only claims on which nobody has decided."),
        click.option(
            "--reviewed", is_flag=True, help="Only claims that a person has looked at; rejected ones are left out."
        ),
        click.option("--review", type=known, multiple=True, help="Only claims in this state; can be given again."),
    ):
        narrowed = option(narrowed)
    return narrowed
