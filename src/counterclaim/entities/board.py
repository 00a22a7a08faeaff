"""The clusters while decisions are carried out: found by what a decision calls them, joined, and taken apart.

Enter clusters and the articles' document names. An `EntityKey` finds the cluster that holds most of the mentions that
it names; where none of them is left, the only one of that kind, name and side. A tie or nothing finds None.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from counterclaim.entities.honoured import bare
from counterclaim.entities.name_words import person_words
from counterclaim.entities.unified import Cluster, Local
from counterclaim.model import EntityKey, EntityKind, NamedIn

Key = tuple[str, str]
_OWN_NAME, _OTHER_NAME = 2, 1  # how much it counts that a report still gives the name as its fullest, or at all


class Board:
    """All clusters, by what they hold."""

    def __init__(self, clusters: Iterable[Cluster], documents: Mapping[str, str]) -> None:
        self._documents = documents
        self._home: dict[Key, Cluster] = {}
        self._by_document: dict[str, list[Local]] = defaultdict(list)
        self._by_name: dict[str, list[Local]] = defaultdict(list)
        self.moved: dict[str, str] = {}  # ids that are no more → the cluster that took them in
        for cluster in clusters:
            self.put(cluster)
            for local in cluster.locals:
                self._by_document[self.document(local)].append(local)
                self._by_name[bare(local.entity.name)].append(local)

    @property
    def clusters(self) -> list[Cluster]:
        """Every cluster once."""
        return list({id(cluster): cluster for cluster in self._home.values()}.values())

    def document(self, local: Local) -> str:
        """The name of the report that the local entity stands in."""
        return self._documents.get(local.article, local.article)

    def home(self, cluster: Cluster) -> Cluster:
        """The cluster itself, or the one that took it in."""
        return self._home[cluster.locals[0].key]

    def put(self, cluster: Cluster) -> None:
        """The cluster's locals are found in it from now on."""
        self._home |= dict.fromkeys(cluster.keys, cluster)

    def join(self, keep: Cluster, gone: Cluster, reason: str) -> None:
        """One cluster takes in another."""
        keep.take(gone, reason)
        self.put(keep)
        self.moved[gone.id] = keep.id

    def take_out(self, home: Cluster, keys: Collection[Key]) -> list[Local]:
        """Local entities that no longer belong to a cluster, and do not yet to another."""
        return home.leave(keys)

    def find(self, key: EntityKey) -> Cluster | None:
        """The cluster that a decision means."""
        votes: Counter[int] = Counter()
        known: dict[int, Cluster] = {}
        for named in key.mentions:
            for local, weight in self._held(named):
                cluster = self._home[local.key]
                known[id(cluster)] = cluster
                votes[id(cluster)] += weight + (bare(named.name) == bare(key.name))
        if not votes:
            return self._only_one(key)
        return known[max(votes, key=lambda one: (votes[one], known[one].id))]

    def _held(self, named: NamedIn) -> Iterator[tuple[Local, int]]:
        """The local entities of a report that go by the name, and how surely."""
        wanted = bare(named.name)
        for local in self._by_document.get(named.document, ()):
            if (local.entity.kind is EntityKind.PLACE) is not (named.kind is EntityKind.PLACE):
                continue
            if bare(local.entity.name) == wanted:
                yield local, _OWN_NAME
            elif wanted in map(bare, local.entity.names):
                yield local, _OTHER_NAME

    def _only_one(self, key: EntityKey) -> Cluster | None:
        """Where no report is left that the decision saw: the one entity that goes by the same full name."""
        if key.kind is EntityKind.GROUP or (key.kind is EntityKind.PERSON and len(person_words(key.name)) < 2):
            return None
        homes = (self._home[local.key] for local in self._by_name.get(bare(key.name), ()))
        found = {id(home): home for home in homes if home.kind is key.kind and _one_side(home, key)}
        return next(iter(found.values())) if len(found) == 1 else None


def _one_side(cluster: Cluster, key: EntityKey) -> bool:
    """Is it of the same side? Of a person it may be unknown; bodies of one name are many."""
    unknown = key.kind is EntityKind.PERSON and not (cluster.side and key.side)
    return unknown or (cluster.given.side or cluster.side) == key.side
