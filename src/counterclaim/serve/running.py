"""Runs the application until it is interrupted.

Enter a ledger and a socket that listens; nothing leaves. Refused: an address or port that cannot be taken.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from counterclaim.errors import InputError
from counterclaim.serve.app import build_app


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket on that address, before anything is loaded: a port that is taken is told at once.

    Raises:
        InputError: it cannot be taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family, backlog=128)
    except (OSError, UnicodeError) as error:
        raise InputError(
            f"Nothing can listen at {host}, port {port}: {getattr(error, 'strerror', None) or error}",
            "Name another port with --port, or an address of this machine with --host",
        ) from error
    with made:
        yield made


def serve(
    ledger: Path, at: socket.socket, names: tuple[str, ...] = (), *, ready: Callable[[], object] | None = None
) -> None:
    """Answer until interrupted; `ready` is called as soon as the ledger is found to be sound.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    app = build_app(ledger, names)
    if ready is not None:
        ready()
    # Who asked for what is nobody's business: searches stand in addresses.
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    uvicorn.Server(config).run(sockets=[at])
