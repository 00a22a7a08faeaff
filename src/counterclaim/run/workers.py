"""What happens in a worker process: one `Reader`, kept loaded, that reads one article after the other.

Enters an `Article`; leaves its `Reading`, or a `Failure` that says why there is none. A worker never outlives the
run that started it.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from counterclaim.errors import CounterclaimError
from counterclaim.model import Article, Reading

if TYPE_CHECKING:
    from counterclaim.syntax import Parser

# Each worker has one core; numeric libraries that each start a thread a core would only get in each other's way.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Reads(Protocol):
    """Anything that turns an article into a reading."""

    def read(self, article: Article) -> Reading:
        """Everything that the article claims."""
        ...


Build = Callable[[], Reads]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article gave no reading. A `fatal` one would befall every article: the run must stop."""

    reason: str
    advice: str
    fatal: bool = False


def build_reader(gazetteer: Path | None) -> Reads:
    """The stages, loaded; takes a second or two where nothing is loaded yet.

    Raises:
        InputError: no language model is installed, or the gazetteer cannot be used.
    """
    from counterclaim.entities import Gazetteer
    from counterclaim.reader import Reader

    return Reader(Gazetteer.load(gazetteer), _Worker.parser)


def attempt(reader: Reads, article: Article) -> Reading | Failure:
    """The article's reading. Whatever goes wrong in a stage is this one article's misfortune, and is said so."""
    try:
        return reader.read(article)
    except Exception as error:  # noqa: BLE001
        return stage_failure(error)


def stage_failure(error: Exception) -> Failure:
    """The failure that an error in a stage makes."""
    words = " ".join(str(error).split())[:300]
    advice = "This is a fault of Counterclaim: please report it with the article. The other articles were read."
    return Failure(f"could not be read: {type(error).__name__}: {words}", advice)


class _Worker:
    """This process's reader, or why there is none; and the parser that it was forked with, if any."""

    reader: Reads | None = None
    refusal: Failure | None = None
    parser: "Parser | None" = None


def load_for_all() -> None:
    """Runs once in the process from which workers are forked (`counterclaim.run.preloaded`).

    It may start no thread and open no connection, for neither lives on in a forked process; so attribution, whose
    onnxruntime starts one as it is imported, is left to the workers. What cannot be loaded fails again in each worker,
    which knows how to say so.
    """
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        import counterclaim.entities
        import counterclaim.frames
        import counterclaim.times  # noqa: F401
        from counterclaim.syntax import Parser

        _Worker.parser = Parser()
    except Exception:  # noqa: BLE001 - an error that left this function would only break the pool, without a word
        return
    gc.freeze()  # a collection that looked through all this would copy its memory into each worker


def start(build: Build) -> None:
    """Runs once in each new worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the run itself decides what it means
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        _Worker.reader = build()
    except CounterclaimError as error:
        _Worker.refusal = Failure(error.message, error.advice, fatal=True)
    except Exception as error:  # noqa: BLE001 - an error that left this function would only break the pool, without a word
        _Worker.refusal = replace(stage_failure(error), fatal=True)


def read(article: Article) -> Reading | Failure:
    """Runs in a worker for each article."""
    if _Worker.refusal:
        return _Worker.refusal
    assert _Worker.reader is not None  # noqa: S101
    return attempt(_Worker.reader, article)


def _leave_with_parent() -> None:
    """A run that is killed cannot tell its workers to stop; they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
