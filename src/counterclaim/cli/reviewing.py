"""The commands under `counterclaim review` that decide: accept, reject, unsure, correct, add, relation."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from counterclaim.cli.deciding import decider, deciding_options, tell
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


@click.command("accept")
@_choosing
def accept(*, reason: str | None, by: str | None, as_json: bool, ledger: Path, **chosen: object) -> None:
    """Say that claims or relations are right.

    They are named by their IDs, or are all the claims that the filters name. What is accepted stays as it is read now,
    whatever a later version of the program reads.
    """
    _all("Accept", reviewing.accept, ledger, chosen, (by, reason, as_json))


@click.command("reject")
@_choosing
def reject(*, reason: str | None, by: str | None, as_json: bool, ledger: Path, **chosen: object) -> None:
    """Say that claims or relations are none.

    They are named by their IDs, or are all the claims that the filters name. They stay in the ledger, out of lists,
    disputes, exports and reports; `counterclaim claims --review rejected` lists them.
    """
    _all("Reject", reviewing.reject, ledger, chosen, (by, reason, as_json))


@click.command("unsure")
@_choosing
def unsure(*, reason: str | None, by: str | None, as_json: bool, ledger: Path, **chosen: object) -> None:
    """Say that you looked at claims or relations and cannot tell.

    They are named by their IDs, or are all the claims that the filters name. They stay where they are and no longer
    wait in the list.
    """
    _all("Be unsure of", reviewing.unsure, ledger, chosen, (by, reason, as_json))


@click.command("correct")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--claimant", metavar="NAME", help="Who claims it: a name in any spelling, or an id.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in EntityKind]), help="What a claimant is whom no report names."
)
@click.option("--outlet", is_flag=True, help="Nobody claims it: it is the outlet's own voice.")
@click.option(
    "--content", multiple=True, metavar="WORDS", help="The words of the claim as the report has them; again for more."
)
@click.option(
    "--stance", type=click.Choice([stance.value for stance in Stance]), help="What the claimant does with it."
)
@click.option("--channel", metavar="WORDS", help="Through which channel; empty for none.")
@click.option("--said", metavar="DATE", help="When it was said, EDTF; empty for unknown.")
@click.option("--claim/--thought", "speech", default=None, help="That somebody says it, or is only said to think it.")
@click.option(
    "--set", "sets", multiple=True, metavar="N.ROLE=VALUE", help="Fill a role of proposition N; @ for a name."
)
@click.option("--drop", "drops", multiple=True, type=int, metavar="N", help="Take proposition N away.")
@click.option("--add", "adds", multiple=True, metavar="'FRAME ROLE=VALUE …'", help="Add a proposition.")
@deciding_options
def correct(
    *,
    ids: tuple[str, ...],
    claimant: str | None,
    kind: str | None,
    outlet: bool,
    content: tuple[str, ...],
    stance: str | None,
    channel: str | None,
    said: str | None,
    speech: bool | None,
    sets: tuple[str, ...],
    drops: tuple[int, ...],
    adds: tuple[str, ...],
    reason: str | None,
    by: str | None,
    as_json: bool,
    ledger: Path,
) -> None:
    """Say what claims say in truth of their reports.

    What is not given stays as the machine read it. Propositions are numbered from 1, as `counterclaim review compare
    ID` shows them; `negated`, `modality` and `when` are set as roles are, for example --set 1.negated=yes.
    """
    with opened(ledger) as held:
        told = None
        if sets or drops or adds:
            if len(ids) > 1:
                raise InputError("Propositions are one claim's own", "Correct them claim by claim")
            told = edited(held, ids[0], sets=sets, drops=drops, adds=adds)
        wanted = Correction(
            claimant=claimant,
            kind=EntityKind(kind) if kind else None,
            outlet=outlet,
            content=content,
            stance=Stance(stance) if stance else None,
            channel=channel,
            said=said,
            speech=speech,
            propositions=told,
        )
        tell(held, reviewing.correct(held, ids, wanted, by=decider(by), reason=reason), as_json=as_json)


@click.command("add")
@click.argument("report")
@click.option("--claimant", metavar="NAME", help="Who claims it: a name in any spelling, or an id.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in EntityKind]), help="What a claimant is whom no report names."
)
@click.option("--outlet", is_flag=True, help="Nobody claims it: it is the outlet's own voice.")
@click.option(
    "--content",
    multiple=True,
    required=True,
    metavar="WORDS",
    help="The words of the claim as the report has them; again for more.",
)
@click.option(
    "--stance", type=click.Choice([stance.value for stance in Stance]), help="What the claimant does with it."
)
@click.option("--channel", metavar="WORDS", help="Through which channel.")
@click.option("--said", metavar="DATE", help="When it was said, EDTF.")
@click.option("--thought", is_flag=True, help="Somebody is only said to think it.")
@click.option("--add", "adds", multiple=True, metavar="'FRAME ROLE=VALUE …'", help="A proposition that it makes.")
@deciding_options
def add(
    *,
    report: str,
    claimant: str | None,
    kind: str | None,
    outlet: bool,
    content: tuple[str, ...],
    stance: str | None,
    channel: str | None,
    said: str | None,
    thought: bool,
    adds: tuple[str, ...],
    reason: str | None,
    by: str | None,
    as_json: bool,
    ledger: Path,
) -> None:
    """Add a claim that the machine missed to a REPORT.

    The report is named by its id or its document name. Words that stand in it more than once are meant where they stand
    first.
    """
    with opened(ledger) as held:
        wanted = Correction(
            claimant=claimant,
            kind=EntityKind(kind) if kind else None,
            outlet=outlet,
            content=content,
            stance=Stance(stance) if stance else None,
            channel=channel,
            said=said,
            speech=not thought,
            propositions=tuple(proposed(held, words) for words in adds),
        )
        tell(held, held.add(report, wanted=wanted, by=decider(by), reason=reason), as_json=as_json)


@click.command("relation")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="OTHER")
@click.argument("kind", metavar="KIND", type=click.Choice([*(kind.value for kind in RelationKind), NONE]))
@deciding_options
def relation(
    *, left: str, right: str, kind: str, reason: str | None, by: str | None, as_json: bool, ledger: Path
) -> None:
    """Say how two claims stand to each other.

    KIND is repeats, corroborates, contradicts, revises, denies, or none; of revises and denies CLAIM is the one that
    acts on OTHER. The machine need not have seen it.
    """
    with opened(ledger) as held:
        stands = None if kind == NONE else RelationKind(kind)
        tell(held, reviewing.judge(held, left, right, stands, by=decider(by), reason=reason), as_json=as_json)


def _all(
    does: str, say: Say, ledger: Path, chosen: dict[str, object], about: tuple[str | None, str | None, bool]
) -> None:
    """Decide on what was named, or, once the user agrees, on all that the filters name."""
    by, reason, as_json = about
    ids, wanted, yes = chosen["ids"], chosen["wanted"], chosen["yes"]
    assert isinstance(ids, tuple)  # noqa: S101
    assert isinstance(wanted, ClaimFilter)  # noqa: S101
    with opened(ledger) as held:
        names = _named(held, ids, wanted, f"{does} ", yes=bool(yes))
        tell(held, say(held, names, by=decider(by), reason=reason), as_json=as_json)


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
