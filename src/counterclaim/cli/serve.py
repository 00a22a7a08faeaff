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
@click.option(
    "--token", metavar="WORDS", envvar="COUNTERCLAIM_TOKEN", show_envvar=True,
    help="Whoever decides on claims has to give it first. Beyond this machine's own address one is made and printed.",
)  # fmt: skip
@click.option("--read-only", is_flag=True, help="Nobody may decide on claims.")
@click.option("--open", "show", is_flag=True, help="Open it in a browser.")
@json_option
@ledger_option
def command(
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    workers: int,
    token: str | None,
    read_only: bool,
    show: bool,
    as_json: bool,
    ledger: Path,
) -> None:
    """Show the ledger in a browser, and answer programs: pages and a JSON API.

    Claims can be reviewed there. It asks nothing of the outside, and goes on while `counterclaim read` brings new
    reports. Ctrl-C ends it.
    """
    opened(ledger).close()
    from counterclaim.serve.access import READING_ONLY, access_at
    from counterclaim.serve.running import listening, serve
    from counterclaim.serve.security import is_loopback

    access = READING_ONLY if read_only else access_at(loopback=is_loopback(host), token=token)
    with listening(host, port) as socket:
        where = f"http://{f'[{host}]' if ':' in host else host}:{socket.getsockname()[1]}/"
        if as_json:
            say(json.dumps({"url": where, "ledger": str(ledger), "token": access.token}))
        else:
            complain(f"{ledger} is served at {where}. Ctrl-C ends it.")
        if not is_loopback(host):
            complain("Whoever reaches this address can read all of the ledger: there is no sign-in for that.")
        if access.token and not as_json:
            complain(f"Whoever decides on claims signs in with the token {access.token}")
        ready = (lambda: webbrowser.open(where)) if show else None
        serve(ledger, socket, names, workers=workers, ready=ready, access=access)
