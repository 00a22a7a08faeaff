"""Runs the application until it is interrupted, in one process or several.

Enter a ledger and a socket that listens; nothing leaves. Refused: an address or port that cannot be taken.
"""

import multiprocessing
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

import uvicorn

from counterclaim.errors import InputError
from counterclaim.serve.access import READING_ONLY, Access
from counterclaim.serve.app import build_app
from counterclaim.serve.site import Site

_LOOK = 0.5  # seconds between looks at whether the processes still run
_PATIENCE = 5.0  # seconds that a process has to end, its last answers included


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
    ledger: Path, at: socket.socket, names: tuple[str, ...] = (), *, workers: int = 1,
    ready: Callable[[], object] | None = None, access: Access = READING_ONLY,
) -> None:  # fmt: skip
    """Answer until interrupted; `access` says who may decide on claims. `ready` is called as soon as the ledger is
    found to be sound.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    Site(ledger).prepare()
    if ready is not None:
        ready()
    if workers == 1:
        _answer(ledger, at, names, access)
        return
    context = multiprocessing.get_context("spawn")
    started = [context.Process(target=_worker, args=(ledger, at, names, access), daemon=True) for _ in range(workers)]
    with _asked_to_end() as ending:  # before the first starts: nothing may break off between two of them
        for one in started:
            one.start()
        while not ending.is_set() and any(one.is_alive() for one in started):
            ending.wait(_LOOK)
        _end(started)


@contextmanager
def _asked_to_end() -> Iterator[threading.Event]:
    """Set by an interrupt or a request to end, which may have reached this process alone."""
    ending = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ending.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(started: Sequence[BaseProcess]) -> None:
    """Ends every process, by force where it does not end when asked."""
    for one in started:
        one.terminate()
    for one in started:
        one.join(_PATIENCE)
        if one.is_alive():
            one.kill()
            one.join()


def _worker(ledger: Path, at: socket.socket, names: tuple[str, ...], access: Access) -> None:
    """One of several processes; it ends with the one that started it, however that ended."""
    server = _server(ledger, names, access)

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        server.should_exit = True

    threading.Thread(target=watch, daemon=True).start()
    server.run(sockets=[at])


def _answer(ledger: Path, at: socket.socket, names: tuple[str, ...], access: Access) -> None:
    _server(ledger, names, access).run(sockets=[at])


def _server(ledger: Path, names: tuple[str, ...], access: Access) -> uvicorn.Server:
    app = build_app(ledger, names, access)
    # Who asked for what is nobody's business: searches stand in addresses.
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    return uvicorn.Server(config)
