"""The commands under `counterclaim review` that decide: accept, reject, unsure, correct, add, relation."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from functools import wraps
from typing import Any

import click

from counterclaim.cli.deciding import Deciding, deciding_options
from counterclaim.cli.opening import opened
from counterclaim.cli.options import filter_options, state_options
from counterclaim.cli.terminal import count
from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter, Ledger, reviewing
from counterclaim.ledger.proposing import edited, proposed
from counterclaim.ledger.reviewing import Correction
from counterclaim.ledger.settling import Made
from counterclaim.model import EntityKind, RelationKind, Stance

NONE = "none"
Say = Callable[..., Made]


def _choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Ids, or all that a filter names."""
    ids = click.argument("ids", nargs=-1, metavar="[ID]...")
    yes = click.option("--yes", is_flag=True, help="Do not ask before deciding on all that the filters name.")
    return ids(filter_options(state_options(yes(deciding_options(command)))))


def _saying(*, needs_words: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """What a claim says in truth, but for its propositions; the command gets it as one `wanted`."""
    options = (
        click.option("--claimant", metavar="NAME", help="Who claims it: a name in any spelling, or an id."),
        click.option("--kind", type=_choice(EntityKind), help="What a claimant is whom no report names."),
        click.option("--outlet", is_flag=True, help="Nobody claims it: it is the outlet's own voice."),
        click.option(
            "--content",
            multiple=True,
            required=needs_words,
            metavar="WORDS",
            help="The words of the claim as the report has them; again for more.",
        ),
        click.option("--stance", type=_choice(Stance), help="What the claimant does with it."),
        click.option("--channel", metavar="WORDS", help="Through which channel; empty for none."),
        click.option("--said", metavar="DATE", help="When it was said, EDTF; empty for unknown."),
        click.option(
            "--claim/--thought", "speech", default=None, help="That somebody says it, or is only said to think it."
        ),
    )

    def taken(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def saying(*, kind: str | None, stance: str | None, **given: Any) -> None:
            told = {name: given.pop(name) for name in ("claimant", "outlet", "content", "channel", "said", "speech")}
            wanted = Correction(
                kind=EntityKind(kind) if kind else None, stance=Stance(stance) if stance else None, **told
            )  # fmt: skip
            command(wanted=wanted, **given)

        for option in reversed(options):
            saying = option(saying)
        return saying

    return taken


def _choice(kinds: Iterable[StrEnum]) -> click.Choice[str]:
    return click.Choice([kind.value for kind in kinds])


@click.command("accept")
@_choosing
def accept(*, how: Deciding, **chosen: object) -> None:
    """Say that claims or relations are right.

    They are named by their IDs, or are all the claims that the filters name. What is accepted stays as it is read now,
    whatever a later version of the program reads.
    """
    _all("Accept", reviewing.accept, chosen, how)


@click.command("reject")
@_choosing
def reject(*, how: Deciding, **chosen: object) -> None:
    """Say that claims or relations are none.

    They are named by their IDs, or are all the claims that the filters name. They stay in the ledger, out of lists,
    disputes, exports and reports; `counterclaim claims --review rejected` lists them.
    """
    _all("Reject", reviewing.reject, chosen, how)


@click.command("unsure")
@_choosing
def unsure(*, how: Deciding, **chosen: object) -> None:
    """Say that you looked at claims or relations and cannot tell.

    They are named by their IDs, or are all the claims that the filters name. They stay where they are and no longer
    wait in the list.
    """
    _all("Be unsure of", reviewing.unsure, chosen, how)


@click.command("correct")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_saying(needs_words=False)
@click.option(
    "--set", "sets", multiple=True, metavar="N.ROLE=VALUE", help="Fill a role of proposition N; @ for a name."
)
@click.option("--drop", "drops", multiple=True, type=int, metavar="N", help="Take proposition N away.")
@click.option("--add", "adds", multiple=True, metavar="'FRAME ROLE=VALUE …'", help="Add a proposition.")
@deciding_options
def correct(
    *,
    ids: tuple[str, ...],
    wanted: Correction,
    sets: tuple[str, ...],
    drops: tuple[int, ...],
    adds: tuple[str, ...],
    how: Deciding,
) -> None:
    """Say what claims say in truth of their reports.

    What is not given stays as the machine read it. Propositions are numbered from 1, as `counterclaim review compare
    ID` shows them; `negated`, `modality` and `when` are set as roles are, for example --set 1.negated=yes.
    """
    with opened(how.ledger) as held:
        if sets or drops or adds:
            if len(ids) > 1:
                raise InputError("Propositions are one claim's own", "Correct them claim by claim")
            wanted = replace(wanted, propositions=edited(held, ids[0], sets=sets, drops=drops, adds=adds))
        how.tell(held, reviewing.correct(held, ids, wanted, by=how.who, reason=how.reason))


@click.command("add")
@click.argument("report")
@_saying(needs_words=True)
@click.option("--add", "adds", multiple=True, metavar="'FRAME ROLE=VALUE …'", help="A proposition that it makes.")
@deciding_options
def add(*, report: str, wanted: Correction, adds: tuple[str, ...], how: Deciding) -> None:
    """Add a claim that the machine missed to a REPORT.

    The report is named by its id or its document name. Words that stand in it more than once are meant where they stand
    first.
    """
    with opened(how.ledger) as held:
        wanted = replace(wanted, propositions=tuple(proposed(held, words) for words in adds))
        how.tell(held, held.add(report, wanted=wanted, by=how.who, reason=how.reason))


@click.command("relation")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="OTHER")
@click.argument("kind", metavar="KIND", type=click.Choice([*(kind.value for kind in RelationKind), NONE]))
@deciding_options
def relation(*, left: str, right: str, kind: str, how: Deciding) -> None:
    """Say how two claims stand to each other.

    KIND is repeats, corroborates, contradicts, revises, denies, or none; of revises and denies CLAIM is the one that
    acts on OTHER. The machine need not have seen it.
    """
    with opened(how.ledger) as held:
        stands = None if kind == NONE else RelationKind(kind)
        how.tell(held, reviewing.judge(held, left, right, stands, by=how.who, reason=how.reason))


def _all(does: str, say: Say, chosen: dict[str, object], how: Deciding) -> None:
    """Decide on what was named, or, once the user agrees, on all that the filters name."""
    ids, wanted, yes = chosen["ids"], chosen["wanted"], chosen["yes"]
    assert isinstance(ids, tuple)  # noqa: S101
    assert isinstance(wanted, ClaimFilter)  # noqa: S101
    with opened(how.ledger) as held:
        names = _named(held, ids, wanted, f"{does} ", yes=bool(yes))
        how.tell(held, say(held, names, by=how.who, reason=how.reason))


def _named(held: Ledger, ids: tuple[str, ...], wanted: ClaimFilter, does: str, *, yes: bool) -> tuple[str, ...]:
    if ids and wanted != ClaimFilter():
        raise InputError("Ids and filters are both given", "Give one of the two")
    if ids or wanted == ClaimFilter():
        return ids
    found = tuple(claim.id for claim in held.claims(wanted))
    asked = f"{does}{count(len(found), 'claim')}"
    if not found:
        raise InputError("No claim meets all of these filters", "Leave one out, or widen the dates")
    if not yes and not sys.stdin.isatty():
        raise InputError(f"{count(len(found), 'claim')} meet the filters", "Say --yes to decide on all of them")
    if not yes and not click.confirm(f"{asked}?", err=True):
        raise click.Abort
    return found
