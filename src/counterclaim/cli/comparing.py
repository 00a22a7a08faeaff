"""`counterclaim review compare`: what the machine read beside what a person made of it."""

import json
from pathlib import Path

import click

from counterclaim.cli.lists import say_claim, say_relation
from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import complain, count, paint, plain, say, wrap
from counterclaim.export.shapes import claim_shape, relation_shape
from counterclaim.ledger import Ledger
from counterclaim.ledger.comparing import Compared, changed_relations, compared, every_change, relation_history
from counterclaim.ledger.decision_json import decision_shape
from counterclaim.ledger.proposing import words_of
from counterclaim.ledger.reviewing import propositions_now
from counterclaim.model import Decision, Relation, Review
from counterclaim.report.words import field_words


@click.command("compare")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@json_option
@ledger_option
def compare(ids: tuple[str, ...], as_json: bool, ledger: Path) -> None:
    """Show what the machine read beside what was decided.

    Without an ID, every claim and relation that is not as the machine read it. With one, also the claim's propositions
    by number, as `correct --set` and `--drop` take them.
    """
    with opened(ledger) as held:
        found = [compared(held, name) for name in ids] if ids else list(every_change(held))
        relations = () if ids else changed_relations(held)
        for one in found:
            _say_as_json(one) if as_json else say_compared(held, one, numbered=bool(ids))
        for relation in relations:
            say_judged(held, relation, as_json=as_json)
    if not as_json:
        complain(f"{count(len(found), 'claim')}, {count(len(relations), 'relation')}.")


def _say_as_json(one: Compared) -> None:
    shape = {
        "id": one.after.id,
        "changed": list(one.changed),
        "machine": claim_shape(one.before),
        "now": claim_shape(one.after),
        "decisions": [decision_shape(decision) for decision in one.decisions],
    }
    say(json.dumps(shape, ensure_ascii=False))


def say_compared(held: Ledger, one: Compared, *, numbered: bool) -> None:
    """A claim, what of it is otherwise than the machine read it, and who decided so."""
    say_claim(one.after)
    say_changes(one)
    if numbered:
        for number, said in enumerate(propositions_now(held, one.after.id), start=1):
            say(wrap(f"{number}  {words_of(said)}", indent="  "))
    say()


def say_changes(one: Compared) -> None:
    """What the machine read, field by field, and the decisions that count."""
    for name in one.changed:
        say(wrap(f"{name}: the machine read {field_words(one.before, name)}", indent="  - "))
    say_history(one.decisions)


def say_history(decisions: tuple[Decision, ...]) -> None:
    """Who decided what, when and why."""
    for made in decisions:
        reason = f": {plain(made.reason)}" if made.reason else ""
        say(paint(wrap(f"{made.kind.value} by {made.by}, {made.at[:10]}, {made.id}{reason}", indent="  · "), dim=True))


def say_judged(held: Ledger, relation: Relation, *, as_json: bool) -> None:
    """A relation that a person rejected or gave another kind."""
    if as_json:
        decisions = [decision_shape(made) for made in relation_history(held, relation)]
        machine = relation.kind if relation.review is Review.REJECTED else relation.machine
        told = {"id": relation.id, "machine": machine, "now": relation_shape(relation), "decisions": decisions}
        say(json.dumps(told, ensure_ascii=False))
        return
    say_relation(held, relation)
    if relation.review is Review.CORRECTED:
        say(wrap(f"the machine saw {relation.machine.value if relation.machine else 'no relation'}", indent="  - "))
    say_history(relation_history(held, relation))
    say()
