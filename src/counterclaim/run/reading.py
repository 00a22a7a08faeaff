"""Inputs → the ledger, and then what follows from all of it.

Enter what a user names; leaves a ledger that holds it, and a `RunSummary`. One bad article is a `Problem`; a
manifest, gazetteer or file of actors that cannot be used stops the run. A run that is cut off leaves a sound ledger,
and the next one goes on where it stopped.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim import __version__
from counterclaim.errors import InputError
from counterclaim.ledger.actors import set_actors
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.store import Store
from counterclaim.ledger.writing import (
    Outcome,
    begin_run,
    finish_run,
    is_held,
    keep_unchanged,
    log_problem,
    write_reading,
)
from counterclaim.model import Actor, Article, Problem, Reading
from counterclaim.run.identity import identify
from counterclaim.run.own_places import keep_places, own_places
from counterclaim.run.places import make_ready
from counterclaim.run.pool import readings
from counterclaim.run.workers import Failure, build_reader, stage_failure

if TYPE_CHECKING:
    from counterclaim.ingest import Record


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """A user's own tables: what each file is, places, and whom he knows.

    `gazetteer` and `actors` replace what the ledger keeps of each; without them that stays.
    """

    manifest: Path | None = None
    gazetteer: Path | None = None
    actors: Path | None = None


NO_FILES = OwnFiles()


@dataclass(frozen=True, slots=True)
class Done:
    """One record that is dealt with. `claims` counts what was newly read out of it."""

    path: str
    line: int | None
    outcome: Outcome
    claims: int = 0


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What became of a run's records. `claims` counts those of articles that were read in this run."""

    read: int
    unchanged: int
    new_versions: int
    read_again: int
    claims: int
    problems: tuple[Problem, ...]

    @property
    def articles(self) -> int:
        """How many articles are in the ledger thanks to these inputs, whether read now or before."""
        return self.read + self.unchanged + self.new_versions + self.read_again


Progress = Callable[[Done], None]


def read_inputs(
    store: Store,
    inputs: Sequence[str],
    *,
    own: OwnFiles = NO_FILES,
    workers: int | None = None,
    progress: Progress | None = None,
) -> RunSummary:
    """Read files, folders, globs or `-`; skip what the ledger holds already; then derive relations and disputes.

    `workers` is the number of processes, by default one a core but no more than eight. `progress` is called after
    each record. The first run on a machine makes the index of places, which takes half a minute.

    Raises:
        InputError: the manifest, the gazetteer or the actors cannot be used, or no language model is installed.
        LedgerError: another program is writing.
    """
    with own_places(store, own.gazetteer) as gazetteer:
        used = replace(own, gazetteer=gazetteer)
        return _run(store, inputs, used, workers or default_workers(), progress or _silent)


def _run(store: Store, inputs: Sequence[str], own: OwnFiles, workers: int, progress: Progress) -> RunSummary:
    engine = engine_name(own.gazetteer)
    known = _read_actors(own.actors) if own.actors else None
    run = _Run(store, begin_run(store, inputs, engine), engine, progress)
    if known is not None:
        set_actors(store, known)
    found = _with_places(store, run.to_read(inputs, own.manifest), own.gazetteer)
    with closing(readings(found, build=partial(build_reader, own.gazetteer), workers=workers)) as read:
        for article, result in read:
            run.settle(article, result)
    if not is_derived(store):
        from counterclaim.ledger.deriving import derive

        derive(store)
    finish_run(store, run.number)
    return run.summary()


def default_workers() -> int:
    """One process a core, but no more than eight: beyond that, writing is what takes the time."""
    return min(os.cpu_count() or 1, 8)


def engine_name(gazetteer: Path | None) -> str:
    """What the reading of an article depends on besides the article; when it changes, articles are read again.

    Raises:
        InputError: the gazetteer is not there.
    """
    name = f"counterclaim {__version__}"
    if gazetteer is None:
        return name
    try:
        return f"{name}, gazetteer {hashlib.sha256(gazetteer.read_bytes()).hexdigest()[:12]}"
    except OSError as error:
        raise InputError(f"The gazetteer {gazetteer} cannot be read: {error.strerror}", "Check the path") from error


def _read_actors(path: Path) -> tuple[Actor, ...]:
    from counterclaim.entities.actors_file import read_actors

    return read_actors(path)


def _with_places(store: Store, articles: Iterator[Article], gazetteer: Path | None) -> Iterator[Article]:
    """The articles, the index of places made ready before the first: a run that finds nothing new needs none."""
    for number, article in enumerate(articles):
        if number == 0:
            make_ready(gazetteer)
            keep_places(store, gazetteer)
        yield article


def _silent(_done: Done) -> None:
    return


@dataclass(slots=True)
class _Run:
    """One run under way: what is waiting to be written, and the count of what is done."""

    store: Store
    number: int
    engine: str
    progress: Progress
    pending: dict[str, Article] = field(default_factory=dict)
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    problems: list[Problem] = field(default_factory=list)
    claims: int = 0

    def to_read(self, inputs: Sequence[str], manifest: Path | None) -> Iterator[Article]:
        """The articles that the ledger does not hold yet; the rest is settled on the way."""
        from counterclaim.ingest import find_records

        for record in find_records(inputs, manifest):
            article = record if isinstance(record, Problem) else _ingested(record)
            if isinstance(article, Problem):
                self.refuse(article)
                continue
            article = identify(self.store, article, self.pending)
            if is_held(self.store, article, self.engine):
                self.count(article, keep_unchanged(self.store, article, self.number))
                continue
            self.pending[article.document] = article
            yield article

    def settle(self, article: Article, result: Reading | Failure) -> None:
        """Write what was read, or note why there is nothing."""
        failure = self._written(result) if isinstance(result, Reading) else result
        if failure:
            if failure.fatal:
                raise InputError(failure.reason, failure.advice)
            made = article.provenance
            self.refuse(Problem(made.path, failure.reason, failure.advice, made.line))
        if self.pending.get(article.document) is article:
            del self.pending[article.document]

    def _written(self, reading: Reading) -> Failure | None:
        try:
            outcome = write_reading(self.store, reading, run=self.number, engine=self.engine)
        except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
            return stage_failure(error)
        self.count(reading.article, outcome, sum(claim.speech for claim in reading.claims))
        return None

    def refuse(self, problem: Problem) -> None:
        """Note what could not be read."""
        self.counts[log_problem(self.store, problem, self.number)] += 1
        self.problems.append(problem)
        self.progress(Done(problem.path, problem.line, Outcome.NOT_READ))

    def count(self, article: Article, outcome: Outcome, claims: int = 0) -> None:
        """Note what was done."""
        claims = 0 if outcome is Outcome.UNCHANGED else claims
        self.counts[outcome] += 1
        self.claims += claims
        self.progress(Done(article.provenance.path, article.provenance.line, outcome, claims))

    def summary(self) -> RunSummary:
        """What became of everything."""
        return RunSummary(
            read=self.counts[Outcome.READ],
            unchanged=self.counts[Outcome.UNCHANGED],
            new_versions=self.counts[Outcome.NEW_VERSION],
            read_again=self.counts[Outcome.READ_AGAIN],
            claims=self.claims,
            problems=tuple(self.problems),
        )


def _ingested(record: "Record") -> Article | Problem:
    from counterclaim.ingest import read_record

    try:
        return read_record(record)
    except Exception as error:  # noqa: BLE001 - one bad record must not stop the others
        failure = stage_failure(error)
        return Problem(record.path, failure.reason, failure.advice, record.line)
