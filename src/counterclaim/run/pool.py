"""Articles → readings, in this process or over several, in the order in which they came.

Enter articles, lazily; leave each with its reading or with why there is none. Only a small window is under way at a
time, so memory does not grow with the number of articles. A worker that dies is noticed, and the article it died of
is named.
"""

import multiprocessing
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import chain, islice
from multiprocessing.context import BaseContext

from counterclaim.model import Article, Reading
from counterclaim.run import workers as worker
from counterclaim.run.workers import Build, Failure

# Fewer articles than this are read sooner here than workers are started.
FEW = 6
_AHEAD = 4

Read = tuple[Article, Reading | Failure]
_DIED = Failure(
    "the process that read it died, most likely for want of memory",
    "Split the article, or read it with fewer --workers. The other articles were read.",
)


def readings(articles: Iterator[Article], *, build: Build, workers: int) -> Generator[Read, None, None]:
    """Each article with its reading, in their order. Close the iterator to stop the workers."""
    first = list(islice(articles, FEW))
    if workers <= 1 or len(first) < FEW:
        return _here(chain(first, articles), build)
    return _Pool(workers, build).read(chain(first, articles))


def _here(articles: Iterable[Article], build: Build) -> Generator[Read, None, None]:
    reader = None
    for article in articles:
        reader = reader or build()
        yield article, worker.attempt(reader, article)


class _Pool:
    """Worker processes, started anew when one of them dies."""

    def __init__(self, workers: int, build: Build) -> None:
        self._workers = workers
        self._build = build
        self._executor: ProcessPoolExecutor | None = None

    def read(self, articles: Iterator[Article]) -> Generator[Read, None, None]:
        """Each article with its reading, in their order."""
        waiting: deque[tuple[Article, Future[Reading | Failure]]] = deque()
        with ExitStack() as closing:
            closing.callback(self._stop)
            while True:
                for article in islice(articles, self._workers * _AHEAD - len(waiting)):
                    waiting.append((article, self._submit(article, self._workers)))
                if not waiting:
                    return
                article, future = waiting.popleft()
                try:
                    yield article, future.result()
                except BrokenProcessPool:
                    again = [article, *(other for other, _ in waiting)]
                    waiting.clear()
                    yield from self._one_by_one(again)

    def _one_by_one(self, articles: list[Article]) -> Iterator[Read]:
        """After a death nobody knows which article was the cause; read alone, it betrays itself."""
        self._stop()
        for article in articles:
            try:
                yield article, self._submit(article, 1).result()
            except BrokenProcessPool:
                self._stop()
                yield article, _DIED
        self._stop()

    def _submit(self, article: Article, workers: int) -> Future[Reading | Failure]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(workers, _context(), worker.start, (self._build,))
        try:
            return self._executor.submit(worker.read, article)
        except BrokenProcessPool as error:
            broken: Future[Reading | Failure] = Future()
            broken.set_exception(error)
            return broken

    def _stop(self) -> None:
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _context() -> BaseContext:
    """How workers start. Never as forks of this process: the caller may have threads, such as a progress bar's.

    On Linux they are forked from a process of their own that has loaded what they share, once for all; elsewhere
    forking is missing or not safe with the system's libraries, and each worker loads for itself.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["counterclaim.run.preloaded"])
    return context
