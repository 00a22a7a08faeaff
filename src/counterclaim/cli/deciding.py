"""The commands under `counterclaim entities`, and those that it shares with `review`: undo, decisions, import."""

import getpass
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.profiles import say_profile
from counterclaim.cli.terminal import complain, count, paint, plain, say, wrap
from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.model import Actor, Decision, DecisionState, Verdict
from counterclaim.review.telling import action_words

if TYPE_CHECKING:
    from counterclaim.ledger.settling import Made

SHOWN = 5  # decisions of one go, one by one


@dataclass(frozen=True, slots=True)
class Deciding:
    """What every command that decides is given besides: in which ledger, by whom, why, and how it answers."""

    ledger: Path
    by: str | None
    reason: str | None
    as_json: bool

    @property
    def who(self) -> str:
        """Who decides.

        Raises:
            InputError: nobody is named, and the system knows no name either.
        """
        if self.by is not None:
            return self.by
        try:
            return getpass.getuser()
        except (KeyError, OSError) as error:
            raise InputError("The system does not know who you are", "Name yourself with --by NAME") from error

    def tell(self, held: Ledger, made: "Made") -> None:
        """What was decided, and which earlier decisions it costs."""
        became = held.verdicts()
        shown = made.decisions if self.as_json or len(made.decisions) <= SHOWN else ()
        for one in shown:
            say_decision(one, became.get(one.id), as_json=self.as_json)
        if not shown:
            about = f"{count(len(made.decisions), 'decision')}: {made.decision.kind.value} by {made.decision.by}"
            say(f"{paint(made.name, dim=True)}  {paint(plain(about), bold=True)}")
        for verdict in made.affected:
            complain(f"Decision {verdict.decision} is no longer carried out: {plain(verdict.why)}.")
        for difference in made.unlike:
            complain(f"Mind that {plain(difference)}.")
        if not self.as_json:
            complain(f"To take it back: `counterclaim {_group()} undo {made.name}`")


def deciding_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--reason`, `--by`, and what every command has; the command gets them as one `how`."""

    @wraps(command)
    def decided(*, ledger: Path, by: str | None, reason: str | None, as_json: bool, **given: Any) -> None:
        command(how=Deciding(ledger, by, reason, as_json), **given)

    reason = click.option("--reason", metavar="WORDS", help="Why, in words; kept and shown with the decision.")
    words = "Who decides; by default the name that the system knows you by."
    by = click.option("--by", metavar="NAME", envvar="COUNTERCLAIM_BY", show_envvar=True, help=words)
    return reason(by(json_option(ledger_option(decided))))


@click.command("show")
@click.argument("entity")
@json_option
@ledger_option
def show(entity: str, as_json: bool, ledger: Path) -> None:
    """Show one: names and who uses them, roles with dates, side, reasons."""
    from counterclaim.ledger.naming import meant
    from counterclaim.ledger.profile import profile

    with opened(ledger) as held:
        found = profile(held, meant(held, entity))
    if as_json:
        say(json.dumps(asdict(found), ensure_ascii=False))
    else:
        say_profile(found)


@click.command("merge")
@click.argument("entity")
@click.argument("other")
@deciding_options
def merge(*, entity: str, other: str, how: Deciding) -> None:
    """Decide that ENTITY and OTHER are one.

    A later merge of two that were split wins over the split.
    """
    from counterclaim.ledger import deciding

    with opened(how.ledger) as held:
        how.tell(held, deciding.merge(held, entity, other, by=how.who, reason=how.reason))


@click.command("split")
@click.argument("entity")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--in", "documents", multiple=True, metavar="DOCUMENT", help="Only as this report names it; can be given again."
)
@deciding_options
def split(*, entity: str, names: tuple[str, ...], documents: tuple[str, ...], how: Deciding) -> None:
    """Decide that NAMEs are not ENTITY's, but somebody else's.

    Without a NAME, whatever the reports given with --in call it. What is split stays apart: no rule, and no merge of
    others, joins it again; only a later merge of the two does.
    """
    from counterclaim.ledger import deciding

    with opened(how.ledger) as held:
        how.tell(held, deciding.split(held, entity, names, documents=documents, by=how.who, reason=how.reason))


@click.command("rename")
@click.argument("entity")
@click.argument("name", metavar="NEWNAME")
@deciding_options
def rename(*, entity: str, name: str, how: Deciding) -> None:
    """Decide under which name ENTITY is shown."""
    from counterclaim.ledger import deciding

    with opened(how.ledger) as held:
        how.tell(held, deciding.rename(held, entity, name, by=how.who, reason=how.reason))


@click.command("undo")
@click.argument("decision")
@deciding_options
def undo(*, decision: str, how: Deciding) -> None:
    """Undo a DECISION, named by its id; undoing the undo brings it back.

    The id of a bulk undoes all that was decided in one go.
    """
    from counterclaim.ledger import deciding

    with opened(how.ledger) as held:
        how.tell(held, deciding.undo(held, decision, by=how.who, reason=how.reason))


@click.command("decisions")
@json_option
@ledger_option
def log(as_json: bool, ledger: Path) -> None:
    """List what was decided, by whom and when, and what became of it.

    `counterclaim export --what decisions` writes them to be handed on.
    """
    with opened(ledger) as held:
        made, became = held.decisions(), held.verdicts()
    for one in made:
        say_decision(one, became.get(one.id), as_json=as_json)
    if not as_json:
        complain(count(len(made), "decision") if made else "Nothing was decided by hand so far.")


@click.command("import")
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@json_option
@ledger_option
def take_in(file: TextIO, as_json: bool, ledger: Path) -> None:
    """Take in the decisions of an exported FILE; - is standard input.

    `counterclaim export --what decisions` writes them.

    Decisions that the ledger holds already are left as they are. Their order is that of their times.
    """
    from counterclaim.ledger import deciding

    with opened(ledger) as held:
        taken = deciding.take_in(held, file)
        unfit = [one for one in held.verdicts().values() if one.state is DecisionState.FITS_NOTHING]
    if as_json:
        say(json.dumps(asdict(taken)))
    else:
        say(f"{count(taken.new, 'new decision')}, {taken.known:,} known already.")
    if unfit:
        complain(f"{count(len(unfit), 'decision')} now fit nothing: `counterclaim {_group()} decisions` says which.")


@click.command("actors")
@json_option
@ledger_option
def actors(as_json: bool, ledger: Path) -> None:
    """List the people and bodies of your own that the ledger honours.

    They come from a file: `counterclaim read … --actors FILE`.
    """
    with opened(ledger) as held:
        known = held.actors()
    for actor in known:
        say(json.dumps(asdict(actor), ensure_ascii=False) if as_json else actor_line(actor))
    if not as_json:
        complain(count(len(known), "actor") if known else "No file of actors was given so far.")


COMMANDS = (show, merge, split, rename, undo, log, take_in, actors)


def _group() -> str:
    """The command above the one that runs: `entities` or `review`."""
    above = click.get_current_context().parent
    return above.info_name or "review" if above else "review"


def say_decision(made: Decision, verdict: Verdict | None, *, as_json: bool) -> None:
    """One decision with what became of it."""
    if as_json:
        from counterclaim.ledger.decision_json import decision_shape

        became = {"state": verdict.state.value, "why": verdict.why} if verdict else {"state": None, "why": ""}
        say(json.dumps({**decision_shape(made), **became}, ensure_ascii=False))
        return
    say(f"{paint(made.id, dim=True)}  {paint(plain(action_words(made.action)), bold=True)}")
    state = verdict.state.value if verdict else "not carried out yet: run `counterclaim read` again"
    why = f": {verdict.why}" if verdict and verdict.why else ""
    reason = f" · {made.reason}" if made.reason else ""
    say(wrap(f"{made.by}, {made.at[:16].replace('T', ' ')} UTC · {state}{why}{reason}", indent="  "))


def actor_line(actor: Actor) -> str:
    """Kind, name, side; other names, roles and the whole as far as they are known."""
    side = f" [{plain(actor.side)}]" if actor.side else ""
    also = ["also " + ", ".join(actor.names)] if actor.names else []
    whole = [f"part of {actor.part_of}"] if actor.part_of else []
    rest = "; ".join([*also, *(tenure.role for tenure in actor.roles), *whole])
    return f"{paint(actor.kind.value, dim=True)}  {paint(plain(actor.name), bold=True)}{side}  {plain(rest)}".rstrip()
