"""Carries out what a person has said of claims: the rows of the claims become as decided.

Enter a `Store` whose entities have been made, and the decisions that count, oldest first; leave `Carried`: what became
of each, and the judgements on relations that found their claims. What the machine read is kept beside each claim that
is changed (`machine`). Nothing is refused: what fits nothing is said to fit nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.ledger.machine import put_added, put_corrected
from counterclaim.ledger.names import fold
from counterclaim.ledger.queries import article
from counterclaim.ledger.records import LOCAL_ARGUMENTS, LOCAL_CLAIMS, claim_records, words
from counterclaim.ledger.rows import array, entity_table
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Add,
    Article,
    Claim,
    ClaimKey,
    Decision,
    DecisionState,
    Entity,
    EntityKey,
    EntityKind,
    Judge,
    Named,
    OnClaims,
    Ref,
    Review,
    Verdict,
    digest,
)
from counterclaim.relate import Judgement
from counterclaim.review import Decided, carry_out, matched
from counterclaim.review.adding import added, added_id, as_correction, unfit
from counterclaim.review.standing import People

_BY_HAND = (
    "id", "article", "position", "local", "entity", "name", "kind", "names", "roles", "within", "reasons", "by_hand",
)  # fmt: skip
_HELD_BY = """
SELECT l.entity FROM local_entity l JOIN article a ON a.id = l.article AND a.current = 1
WHERE a.document = ? AND l.name = ? AND l.kind = ? AND l.by_hand = 0 AND l.entity IS NOT NULL
"""
_NAMED = """
SELECT DISTINCT e.id, e.side FROM entity_name n JOIN entity e ON e.id = n.entity WHERE n.folded = ? AND e.kind = ?
"""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of decisions on claims, and the judgements whose claims are there."""

    verdicts: tuple[Verdict, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked about one report: decisions on its claims, and claims of it that judgements name."""

    decisions: list[Decision]
    ends: list[tuple[str, int, ClaimKey]]


def carry_out_on_claims(store: Store, counting: Iterable[Decision]) -> Carried:
    """The claims as decided."""
    made = [decision for decision in counting if isinstance(decision.action, OnClaims)]
    verdicts: list[Verdict] = []
    ends: dict[tuple[str, int], str] = {}
    for document, asked in sorted(_by_report(made).items()):
        of = current(store, document)
        if of is None:
            verdicts += [_unfit(decision.id, f"there is no report {document}") for decision in asked.decisions]
            continue
        others = [one for one in asked.decisions if not isinstance(one.action, Add)]
        if len(others) < len(asked.decisions):
            found, further = _add(store, of, [one for one in asked.decisions if isinstance(one.action, Add)])
            verdicts += found
            others = sorted([*others, *further], key=lambda one: (one.at, one.id))
        said = local_claims(store, of.id)
        verdicts += _on_report(store, of, said, others)
        for decision, end, key in asked.ends:
            if match := matched(key, said, of):
                ends[decision, end] = match.claim.id
    judgements, unfit = _judgements(made, ends)
    _note(store, ((one.decision, n, claim) for one in judgements for n, claim in enumerate((one.left, one.right))))
    return Carried((*verdicts, *unfit), judgements)


def current(store: Store, document: str) -> Article | None:
    """The current version of a report, if there is one."""
    found = store.value("SELECT id FROM article WHERE document = ? AND current = 1", (document,))
    return article(store, found) if found else None


def local_claims(store: Store, article_id: str) -> tuple[Claim, ...]:
    """The claims and thoughts of a report as it stands in the ledger, with the report's own entities."""
    rows = store.rows(f"{LOCAL_CLAIMS} WHERE c.article = ? ORDER BY c.position", (article_id,))
    return tuple(claim_records(store, rows, LOCAL_ARGUMENTS))


def _by_report(made: Iterable[Decision]) -> dict[str, _Asked]:
    asked: dict[str, _Asked] = defaultdict(lambda: _Asked([], []))
    for decision in made:
        action = decision.action
        if isinstance(action, Judge):
            for end, key in enumerate((action.left, action.right)):
                asked[key.document].ends.append((decision.id, end, key))
        elif isinstance(action, OnClaims):
            asked[action.claim.document].decisions.append(decision)
    return asked


def _on_report(store: Store, of: Article, said: Sequence[Claim], made: Sequence[Decision]) -> tuple[Verdict, ...]:
    found = _Finder(store, of)
    decided, verdicts = carry_out(of, said, made, People(found.chosen, found.named))
    for one in decided:
        _write(store, of, one)
    _note(store, ((decision, 0, one.before.id) for one in decided for decision in one.decisions))
    return verdicts


def _add(store: Store, of: Article, made: Iterable[Decision]) -> tuple[list[Verdict], list[Decision]]:
    """Puts claims there that a person added; what became of the decisions, and those that are corrections by now."""
    finder, said = _Finder(store, of), list(local_claims(store, of.id))
    people, verdicts, further = People(finder.chosen, finder.named), list[Verdict](), list[Decision]()
    for decision in made:
        action = decision.action
        assert isinstance(action, Add)  # noqa: S101
        if why := unfit(action, of):
            verdicts.append(_unfit(decision.id, why))
        elif matched(action.claim, said, of):
            further.append(replace(decision, action=as_correction(action)))
        else:
            put_added(store, of, claim := added(action, added_id(decision.id), of, people))
            said.append(claim)
            _note(store, [(decision.id, 0, claim.id)])
            verdicts.append(Verdict(decision.id, DecisionState.CARRIED_OUT))
    return verdicts, further


def _write(store: Store, of: Article, one: Decided) -> None:
    if replace(one.after, review=Review.UNREVIEWED) != one.before:
        put_corrected(store, of, one.after)
    store.rows("UPDATE claim SET review = ? WHERE id = ?", (one.after.review, one.after.id))


def _note(store: Store, rows: Iterable[tuple[str, int, str]]) -> None:
    store.insert("decision_claim", ("decision", "position", "claim"), rows)


def _judgements(
    made: Iterable[Decision], ends: Mapping[tuple[str, int], str]
) -> tuple[tuple[Judgement, ...], tuple[Verdict, ...]]:
    found, unfit = [], []
    for decision in made:
        action = decision.action
        if isinstance(action, Judge):
            left, right = ends.get((decision.id, 0)), ends.get((decision.id, 1))
            if left and right and left != right:
                why = decision.reason or f"{decision.by} says so"
                found.append(Judgement(decision.id, left, right, action.kind, action.unsure, why))
            else:
                unfit.append(_unfit(decision.id, _missing(action, left, right)))
    return tuple(found), tuple(unfit)


def _missing(action: Judge, left: str | None, right: str | None) -> str:
    if left and right:
        return "the two are one claim now"
    return f"{(action.right if left else action.left).document} has no claim of these words and this claimant any more"


def _unfit(decision: str, why: str) -> Verdict:
    return Verdict(decision, DecisionState.FITS_NOTHING, why)


class _Finder:
    """Whom names mean in one report."""

    def __init__(self, store: Store, of: Article) -> None:
        self._store, self._article = store, of.id
        rows = store.rows("SELECT * FROM local_entity WHERE article = ? AND by_hand = 0 ORDER BY position", (of.id,))
        self._own = [(row["id"], row["name"], row["kind"], words(row["names"])) for row in rows]

    def chosen(self, key: EntityKey, surface: str) -> Ref:
        """The entity that a person chose, as a row of this report; the name alone where the reports that named it are
        gone. One whom no report names is an entity from then on.
        """
        found = entity_of(self._store, key) or (None if key.mentions else _unnamed(self._store, key))
        if found is None:
            return Ref(key.name, surface, None, key.kind)
        row = self._store.rows("SELECT id, name, kind FROM entity WHERE id = ?", (found,)).fetchone()
        return Ref(row["name"], surface, self._row(row["id"], row["name"], row["kind"]), EntityKind(row["kind"]))

    def named(self, name: Named) -> Ref:
        """Who fills a role: whom a person chose, else whom the report names so."""
        if name.entity is not None:
            return self.chosen(name.entity, name.surface)
        own = (row for row in self._own if name.kind in (None, row[2]))
        found = next((row for row in own if row[1] == name.name or name.name in row[3]), None)
        return Ref(name.name, name.surface, found[0] if found else None, name.kind)

    def _row(self, entity: str, name: str, kind: str) -> str:
        """The report's row for the entity: its own, else one made for it."""
        sql = "SELECT id FROM local_entity WHERE article = ? AND entity = ? ORDER BY by_hand, position"
        held = self._store.value(sql, (self._article, entity))
        if held:
            return str(held)
        last = self._store.value("SELECT max(position) FROM local_entity WHERE article = ?", (self._article,))
        local = f"by-hand/{entity}"
        made = f"{self._article}-{local}"
        position = 0 if last is None else last + 1
        row = (made, self._article, position, local, entity, name, kind, array([name]), "[]", "[]", "[]", 1)
        self._store.insert("local_entity", _BY_HAND, [row])
        return made


def _unnamed(store: Store, key: EntityKey) -> str | None:
    """An entity whom no report names, made of what a person says; None where several bear the name."""
    if store.value("SELECT 1 FROM entity_name n JOIN entity e ON e.id = n.entity WHERE n.folded = ? AND e.kind = ?",
                   (fold(key.name), key.kind)):  # fmt: skip
        return None
    made = Entity(digest("e", "by hand", key.kind, fold(key.name)), key.kind, key.name, (key.name,), side=key.side)
    table = entity_table((made,))
    store.insert(table.name, table.columns, table.rows)
    store.insert("entity_name", ("entity", "name", "folded"), [(made.id, made.name, fold(made.name))])
    return made.id


def entity_of(store: Store, key: EntityKey) -> str | None:
    """The entity that holds most of the mentions; where none is left, the only one of that kind, name and side."""
    held: Counter[str] = Counter()
    for mention in key.mentions:
        held.update(row["entity"] for row in store.rows(_HELD_BY, (mention.document, mention.name, mention.kind)))
    if held:
        return min(held, key=lambda one: (-held[one], one))
    named = store.rows(_NAMED, (fold(key.name), key.kind)).fetchall()
    fitting = [row["id"] for row in named if key.side is None or row["side"] in (None, key.side)]
    return fitting[0] if len(fitting) == 1 else None
