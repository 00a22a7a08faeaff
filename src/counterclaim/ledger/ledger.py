"""The ledger as users of the library hold it: one object, typed questions.

Enters a path; leaves a `Ledger`. What is refused is said in `counterclaim.ledger.store`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from counterclaim.ledger import queries
from counterclaim.ledger.actors import actors
from counterclaim.ledger.filters import EVERYTHING, ClaimFilter
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Actor,
    Article,
    Change,
    Claim,
    Decision,
    Detail,
    Dispute,
    Entity,
    EntityKind,
    Origin,
    Problem,
    Relation,
    RelationKind,
    Verdict,
)

if TYPE_CHECKING:
    from counterclaim.export import Format, What
    from counterclaim.ledger.checking import Mismatch
    from counterclaim.ledger.comparing import Compared
    from counterclaim.ledger.queue import Waiting
    from counterclaim.ledger.reviewing import Correction
    from counterclaim.ledger.settling import Made
    from counterclaim.run import RunSummary


class Ledger(Store):
    """Who claims what, in which words, and who says otherwise. Close it, or use it in a `with` block."""

    def read(
        self,
        *inputs: Path | str,
        manifest: Path | None = None,
        gazetteer: Path | None = None,
        actors: Path | None = None,
        workers: int = 1,
    ) -> "RunSummary":
        """Read files, folders, globs or `-` into the ledger; what is there already is left as it is.

        With more than one worker, the calling script needs the usual `if __name__ == "__main__":`.

        Raises:
            InputError: the manifest, the gazetteer or the actors cannot be used.
            LedgerError: another program is writing.
        """
        from counterclaim.run import OwnFiles, read_inputs

        own = OwnFiles(manifest, gazetteer, actors)
        return read_inputs(self, [str(one) for one in inputs], own=own, workers=workers)

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> Iterator[Claim]:
        """Claims of current articles, by document and place in it.

        Raises:
            InputError: the filter's dates or its confidence are none.
        """
        return queries.claims(self, wanted)

    def claim(self, claim_id: str) -> Claim:
        """The claim of that id.

        Raises:
            NotFoundError: there is none.
        """
        return queries.claim(self, claim_id)

    def articles(self, search: str | None = None) -> Iterator[Article]:
        """Current articles; those that hold all the words, where some are given."""
        return queries.articles(self, search)

    def article(self, name: str) -> Article:
        """The article of that id, or the current one of that document.

        Raises:
            NotFoundError: there is none.
        """
        return queries.article(self, name)

    def versions(self, document: str) -> tuple[Article, ...]:
        """Every version of a document, oldest first."""
        return queries.versions(self, document)

    def entities(self, kind: EntityKind | None = None) -> Iterator[Entity]:
        """Persons, bodies, groups and places over all articles."""
        return queries.entities(self, kind)

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id.

        Raises:
            NotFoundError: there is none.
        """
        return queries.entity(self, entity_id)

    def mentions(self) -> Iterator[queries.Placed]:
        """Every mention in current articles."""
        return queries.mentions(self)

    def relations(
        self, min_confidence: float | None = None, *, reviewed_only: bool = False, rejected: bool = False
    ) -> Iterator[Relation]:
        """How claims stand to each other; only those that were read with that confidence or more, if one is given, or
        that a person vouches for. `rejected` lets in relations that a person has rejected.

        Raises:
            InputError: `min_confidence` does not lie in 0 to 1.
        """
        return queries.relations(self, min_confidence, reviewed_only=reviewed_only, rejected=rejected)

    def origins(self) -> Iterator[Origin]:
        """Dispatches with the articles that carry them."""
        return queries.origins(self)

    def disputes(self, min_confidence: float | None = None, *, reviewed_only: bool = False) -> Iterator[Dispute]:
        """Questions on which claims stand against each other; only claims of that confidence, or that a person vouches
        for, count, if that is asked.

        Raises:
            InputError: `min_confidence` does not lie in 0 to 1.
        """
        return queries.disputes(self, min_confidence, reviewed_only=reviewed_only)

    def changes(
        self, since: str, min_confidence: float | None = None, *, reviewed_only: bool = False
    ) -> tuple[Change, ...]:
        """What is new in the disputes since a day (EDTF), that day included: new ones, new sides, reversals, claims.

        Raises:
            InputError: `since` is no day, or `min_confidence` does not lie in 0 to 1.
        """
        from counterclaim.ledger.following import changes

        return changes(self, since, min_confidence, reviewed_only=reviewed_only)

    def detail(self, dispute: Dispute) -> Detail:
        """A dispute in detail: who stands where since when, who moved, of what each side speaks, what is left open."""
        from counterclaim.ledger.following import detail

        return detail(self, dispute)

    def actors(self) -> tuple[Actor, ...]:
        """The user's own entities, of the last file of actors that was read."""
        return actors(self)

    def decisions(self) -> tuple[Decision, ...]:
        """What was decided by hand, oldest first; `accept` … `undo` and `counterclaim.ledger.deciding` add to it."""
        from counterclaim.ledger.decisions import decisions

        return decisions(self)

    def verdicts(self) -> dict[str, Verdict]:
        """What became of each decision, by its id."""
        from counterclaim.ledger.decisions import verdicts

        return verdicts(self)

    def accept(self, *names: str, by: str, reason: str | None = None) -> "Made":
        """Say that claims or relations, by id, are right. Raises as `counterclaim.ledger.reviewing.accept`."""
        from counterclaim.ledger.reviewing import accept

        return accept(self, names, by=by, reason=reason)

    def reject(self, *names: str, by: str, reason: str | None = None) -> "Made":
        """Say that claims or relations, by id, are none. Raises as `counterclaim.ledger.reviewing.reject`."""
        from counterclaim.ledger.reviewing import reject

        return reject(self, names, by=by, reason=reason)

    def unsure(self, *names: str, by: str, reason: str | None = None) -> "Made":
        """Say that one cannot tell. Raises as `counterclaim.ledger.reviewing.unsure`."""
        from counterclaim.ledger.reviewing import unsure

        return unsure(self, names, by=by, reason=reason)

    def correct(self, *names: str, wanted: "Correction", by: str, reason: str | None = None) -> "Made":
        """Say what claims say in truth of their reports. Raises as `counterclaim.ledger.reviewing.correct`."""
        from counterclaim.ledger.reviewing import correct

        return correct(self, names, wanted, by=by, reason=reason)

    def add(self, report: str, *, wanted: "Correction", by: str, reason: str | None = None) -> "Made":
        """Say that a report makes a claim that the machine missed. Raises as `counterclaim.ledger.adding.add`."""
        from counterclaim.ledger.adding import add

        return add(self, report, wanted, by=by, reason=reason)

    def judge(self, left: str, right: str, kind: RelationKind | None, *, by: str, reason: str | None = None) -> "Made":
        """Say how two claims stand to each other. Raises as `counterclaim.ledger.reviewing.judge`."""
        from counterclaim.ledger.reviewing import judge

        return judge(self, left, right, kind, by=by, reason=reason)

    def undo(self, decision: str, *, by: str, reason: str | None = None) -> "Made":
        """Take a decision or a bulk back, by its id. Raises as `counterclaim.ledger.settling.undo`."""
        from counterclaim.ledger.settling import undo

        return undo(self, decision, by=by, reason=reason)

    def queue(self, wanted: ClaimFilter = EVERYTHING, *, limit: int | None = None) -> "tuple[Waiting, ...]":
        """What is most worth a person's look, weightiest first.

        Raises:
            InputError: the filter's dates or its confidence are none.
        """
        from counterclaim.ledger.queue import queue

        return queue(self, wanted, limit=limit)

    def compare(self, claim_id: str) -> "Compared":
        """A claim as the machine read it and as it is now.

        Raises:
            NotFoundError: there is no such claim.
        """
        from counterclaim.ledger.comparing import compared

        return compared(self, claim_id)

    def problems(self) -> Iterator[Problem]:
        """What the last run could not read, and why."""
        return queries.problems(self)

    def is_derived(self) -> bool:
        """Do entities, relations and disputes hold for the articles there? Not after a run that was cut off."""
        return is_derived(self)

    def export(
        self,
        what: "What | str",
        form: "Format | str",
        stream: IO[Any],
        *,
        min_confidence: float | None = None,
        reviewed_only: bool = False,
    ) -> int:
        """Write one kind of record in the format of another tool; how many were written.

        Raises:
            InputError: there is no such kind or format, the one cannot hold the other, or the kind has no claims of
                some confidence.
        """
        from counterclaim.export import export

        return export(self, what, form, stream, min_confidence=min_confidence, reviewed_only=reviewed_only)

    def check(self) -> "tuple[Mismatch, ...]":
        """Where the ledger does not hold what it says; empty when all is well."""
        from counterclaim.ledger.checking import check

        return check(self)


def open_ledger(path: Path | str, *, create: bool = True, asking: bool = False) -> Ledger:
    """Open the ledger at `path`; a new one is made there unless `create` is false. For `asking` it is never written.

    Raises:
        LedgerError: it is no ledger, of a newer program, or cannot be opened.
    """
    return Ledger(path, create=create, asking=asking)
