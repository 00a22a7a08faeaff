"""A person's decisions about entities, carried out on what the rules made.

Enter clusters and the decisions that count, oldest first; leave the clusters as decided, and what became of each
decision. Each acts on what the earlier ones left, so that of two that contradict each other the later wins. A split
goes on holding: what it keeps apart no rule and no merge of others brings together again, but only a later merge that
names both. Nothing is lost: a decision that fits nothing now is kept and said to fit nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.entities.board import Board
from counterclaim.entities.honoured import bare
from counterclaim.entities.unified import Cluster, Local
from counterclaim.model import (
    Decision,
    DecisionState,
    EntityKey,
    EntityKind,
    Merge,
    Rename,
    Split,
    Verdict,
    digest,
)

Machine = Callable[[Sequence[Local]], list[Cluster]]


@dataclass(slots=True)
class Decided:
    """The clusters so far, the splits that hold, and what became of each decision."""

    board: Board
    machine: Machine
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    splits: list[Decision] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # cluster id → the decision that named it
    made: dict[str, Cluster] = field(default_factory=dict)  # what splits took out, by id

    def carry_out(self, decision: Decision) -> None:
        """One decision more, later than all before."""
        action = decision.action
        if isinstance(action, Merge):
            self._merge(decision, action)
        elif isinstance(action, Split):
            self._split(decision, action)
        elif isinstance(action, Rename):
            self._rename(decision, action)

    def _merge(self, decision: Decision, action: Merge) -> None:
        keep, gone = self.board.find(action.entity), self.board.find(action.other)
        if keep is None or gone is None:
            self._say(decision, DecisionState.FITS_NOTHING, _missing(action.other if keep else action.entity))
            return
        if keep is gone:
            self._say(decision, DecisionState.CARRIED_OUT)
            return
        against = _cannot_be_one(keep, gone)
        if against:
            self._say(decision, DecisionState.OVERRULED, against)
            return
        self._overrule_splits(decision, action, keep, gone)
        if gone.given.actor:
            keep, gone = gone, keep
        self._join(keep, gone, _words(decision, f"“{action.other.name}” is “{action.entity.name}”"))
        self._say(decision, DecisionState.CARRIED_OUT)
        for split in self.splits:
            self._cut(split)

    def _join(self, keep: Cluster, gone: Cluster, reason: str) -> None:
        if gone.given.name and not keep.given.name:
            keep.given = replace(keep.given, name=gone.given.name)
            self.renamed[keep.id] = self.renamed.pop(gone.id)
        elif gone.id in self.renamed:
            self._overrule(self.renamed.pop(gone.id), f"“{keep.given.name}” took it in")
        self.board.join(keep, gone, reason)

    def _overrule_splits(self, decision: Decision, action: Merge, keep: Cluster, gone: Cluster) -> None:
        """A merge that names both sides of an earlier split contradicts it, and is the later word."""
        ends = ((action.entity, gone), (action.other, keep))
        for split in list(self.splits):
            made = split.action
            if isinstance(made, Split) and any(
                _names_apart(made, key) and self._whole(made) is other for key, other in ends
            ):
                self.splits.remove(split)
                self._overrule(split.id, f"the later decision {decision.id} says that they are one")

    def _split(self, decision: Decision, action: Split) -> None:
        home = self._whole(action)
        if home is None:
            self._say(decision, DecisionState.FITS_NOTHING, _missing(action.entity))
            return
        if home.given.actor and {bare(name) for name in action.names} & {bare(name) for name in home.given.names}:
            why = f"the file of actors gives “{home.given.name}” this name"
            self._say(decision, DecisionState.OVERRULED, why)
            return
        self.splits.append(decision)
        fits = self._cut(decision) or self.board.find(action.apart) not in (None, home)
        state = DecisionState.CARRIED_OUT if fits else DecisionState.FITS_NOTHING
        self._say(decision, state, "" if fits else _missing(action.apart))

    def _whole(self, action: Split) -> Cluster | None:
        """The entity that the split took something from."""
        return self.board.find(action.entity)

    def _cut(self, decision: Decision) -> bool:
        """Takes out what the split keeps apart; was there anything?"""
        action = decision.action
        home = self._whole(action) if isinstance(action, Split) else None
        if home is None or not isinstance(action, Split):
            return False
        keys = {local.key for local in home.locals if self._is_apart(action, local)}
        if not keys or len(keys) == len(home.locals):
            return False
        reason = _words(decision, f"“{action.apart.name}” is not “{action.entity.name}”")
        taken = self.board.take_out(home, keys)
        self._settle_apart(action, taken, reason)
        return True

    def _settle_apart(self, action: Split, taken: Sequence[Local], reason: str) -> None:
        """Those that the decision saw are one; others of the name are joined by the rules alone."""
        seen = {(named.document, bare(named.name)) for named in action.apart.mentions}
        earlier = self.board.find(action.apart)
        anchor: Cluster | None = earlier if earlier and earlier is not self._whole(action) else None
        for found in self.machine(taken):
            # A place goes on bearing its gazetteer's id, unless the place that it was wrongly joined to bears it.
            free = found.kind is EntityKind.PLACE and found.id in self.board.moved
            cluster = self._made(found.id if free else _apart_id(action, found.id), found, reason)
            if cluster is not anchor and any(
                (self.board.document(local), bare(local.entity.name)) in seen for local in cluster.locals
            ):
                if anchor is not None:
                    self.board.join(anchor, cluster, reason)
                anchor = anchor or cluster

    def _made(self, made_id: str, found: Cluster, reason: str) -> Cluster:
        """What a split took out as a cluster of its own, with what it took out of the same before."""
        earlier = self.made.get(made_id)
        if earlier is not None:
            home = self.board.home(earlier)
            self.board.join(home, found, reason)
            return home
        found.id = made_id
        self.board.moved.pop(made_id, None)
        found.reasons.append(reason)
        self.made[made_id] = found
        self.board.put(found)
        return found

    def _is_apart(self, action: Split, local: Local) -> bool:
        named = bare(local.entity.name) in {bare(name) for name in action.names}
        return named and (not action.documents or self.board.document(local) in action.documents)

    def _rename(self, decision: Decision, action: Rename) -> None:
        found = self.board.find(action.entity)
        if found is None:
            self._say(decision, DecisionState.FITS_NOTHING, _missing(action.entity))
            return
        if found.given.actor:
            self._say(decision, DecisionState.OVERRULED, f"the file of actors names it “{found.given.name}”")
            return
        if found.id in self.renamed:
            self._overrule(self.renamed[found.id], f"the later decision {decision.id} names it otherwise")
        found.given = replace(found.given, name=action.name)
        self.renamed[found.id] = decision.id
        self._say(decision, DecisionState.CARRIED_OUT)

    def _overrule(self, decision: str, why: str) -> None:
        self.verdicts[decision] = Verdict(decision, DecisionState.OVERRULED, why)

    def _say(self, decision: Decision, state: DecisionState, why: str = "") -> None:
        self.verdicts[decision.id] = Verdict(decision.id, state, why)


def carry_out(
    clusters: Iterable[Cluster], decisions: Iterable[Decision], documents: Mapping[str, str], machine: Machine
) -> tuple[Board, tuple[Verdict, ...]]:
    """The clusters as decided, and what became of each decision. `documents` gives articles' document names by id."""
    decided = Decided(Board(clusters, documents), machine)
    for decision in decisions:
        decided.carry_out(decision)
    return decided.board, tuple(decided.verdicts.values())


def _cannot_be_one(one: Cluster, two: Cluster) -> str:
    """Why two entities may not be joined by hand; empty where they may."""
    if one.given.actor and two.given.actor:
        return f"“{one.given.name}” and “{two.given.name}” are two in the file of actors"
    if (one.kind is EntityKind.PLACE) is not (two.kind is EntityKind.PLACE):
        return "a place is one with places alone"
    return ""


def _names_apart(split: Split, key: EntityKey) -> bool:
    """Does the key name what the split took out?"""
    names = {bare(name) for name in split.names}
    return any(
        bare(named.name) in names and (not split.documents or named.document in split.documents)
        for named in key.mentions
    )


def _apart_id(action: Split, machine_id: str) -> str:
    return digest("e", "apart", bare(action.entity.name), *map(bare, action.names), *action.documents, machine_id)


def _missing(key: EntityKey) -> str:
    return f"no report names “{key.name}” where it did, and no one entity of that name is left"


def _words(decision: Decision, what: str) -> str:
    because = f": {decision.reason}" if decision.reason else ""
    return f"{what} by decision {decision.id} ({decision.by}, {decision.at[:10]}){because}"
