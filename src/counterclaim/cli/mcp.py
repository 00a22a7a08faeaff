"""`counterclaim mcp`: the ledger for assistants, over standard input and output."""

from pathlib import Path

import click

from counterclaim.cli.options import ledger_option
from counterclaim.errors import InputError
from counterclaim.ledger import open_ledger


@click.command("mcp")
@ledger_option
def command(*, ledger: Path) -> None:
    """Answer an assistant's questions from the ledger (Model Context Protocol).

    A server over standard input and output, to be started by the assistant's program: it searches claims, shows one
    with its evidence, lists and shows disputes, and finds entities. It never writes to the ledger.
    Needs `pip install 'counterclaim[mcp]'`.
    """
    open_ledger(ledger, asking=True).close()
    try:
        from counterclaim.mcp.server import server
    except ImportError as error:
        raise InputError(
            "The library of the Model Context Protocol is not installed",
            "Install it with `pip install 'counterclaim[mcp]'`",
        ) from error
    server(ledger.absolute()).run("stdio")
