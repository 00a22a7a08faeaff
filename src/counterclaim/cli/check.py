"""`counterclaim check`: does the ledger hold what it says?"""

import json
from dataclasses import asdict
from pathlib import Path

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import complain, count, plain, say
from counterclaim.model import DecisionState

MISMATCHED = 1


@click.command("check")
@json_option
@ledger_option
@click.pass_context
def command(context: click.Context, as_json: bool, ledger: Path) -> None:
    """Prove that every span's text is what the ledger says.

    Exits with 1 and names what is not so. Decisions that fit nothing any more are counted, but are no mismatch.
    """
    with opened(ledger) as held:
        wrong = held.check()
        unfit = [one for one in held.verdicts().values() if one.state is DecisionState.FITS_NOTHING]
        spans = int(held.value("SELECT (SELECT count(*) FROM claim_span) + (SELECT count(*) FROM mention)") or 0)
    if unfit:
        complain(f"{count(len(unfit), 'decision')} now fit nothing: see `counterclaim review decisions`.")
    for mismatch in wrong:
        where = f" in {plain(mismatch.document)}" if mismatch.document else ""
        say(
            json.dumps(asdict(mismatch), ensure_ascii=False)
            if as_json
            else f"{mismatch.kind} {mismatch.id}{where}: {plain(mismatch.why)}"
        )
    if wrong:
        complain(
            f"{count(len(wrong), 'mismatch', 'mismatches')}. Read the articles into a new ledger, or restore a copy."
        )
        context.exit(MISMATCHED)
    complain(f"All is as the ledger says: {count(spans, 'span')} checked.")
