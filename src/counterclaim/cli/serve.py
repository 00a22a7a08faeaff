"""`counterclaim serve`: the workbench in a browser, and the API."""

import json
import os
import webbrowser
from pathlib import Path

import click

from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import complain, say


@click.command("serve")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
    help="Where to listen; anything but this machine's own address lets others read the ledger.",
)  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@click.option(
    "--name", "names", multiple=True, metavar="NAME",
    help="A host name under which others reach it; can be given again. Addresses and localhost always do.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(min=1), default=lambda: min(2, os.cpu_count() or 1), metavar="NUMBER",
    help="How many processes answer; by default two, where the machine has two cores.",
)  # fmt: skip
@click.option("--open", "show", is_flag=True, help="Open it in a browser.")
@json_option
@ledger_option
def command(
    *, host: str, port: int, names: tuple[str, ...], workers: int, show: bool, as_json: bool, ledger: Path
) -> None:
    """Show the ledger in a browser, and answer programs: pages and a JSON API.

    It only reads, asks nothing of the outside, and goes on while `counterclaim read` brings new reports. Ctrl-C ends
    it.
    """
    opened(ledger).close()
    from counterclaim.serve.running import listening, serve
    from counterclaim.serve.security import is_loopback

    with listening(host, port) as socket:
        where = f"http://{f'[{host}]' if ':' in host else host}:{socket.getsockname()[1]}/"
        if as_json:
            say(json.dumps({"url": where, "ledger": str(ledger)}))
        else:
            complain(f"{ledger} is served at {where}. Ctrl-C ends it.")
        if not is_loopback(host):
            complain("Whoever reaches this address can read all of the ledger: there is no sign-in.")
        ready = (lambda: webbrowser.open(where)) if show else None
        serve(ledger, socket, names, workers=workers, ready=ready)
