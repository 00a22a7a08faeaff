"""All that the ledger knows of one entity: its names and who uses them, its roles with dates, its side with the words
that give it, and why its names are one.

Enter an open `Store` and an `Entity`; leaves a `Profile`, drawn from current articles only. Nothing is refused.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.entities.nations import nations_with
from counterclaim.ledger.actors import actors
from counterclaim.ledger.cutting import keeps_side, kept_roles
from counterclaim.ledger.records import words
from counterclaim.ledger.store import Store
from counterclaim.model import Actor, Entity

_USES = """
SELECT m.surface AS words, a.document, a.outlet, coalesce(ce.name, k.claimant_name) AS speaker
FROM mention m JOIN local_entity l ON l.id = m.local_entity AND l.entity = ?
JOIN article a ON a.id = m.article AND a.current = 1
LEFT JOIN claim k ON k.article = m.article AND k.part = m.part AND k.speech = 1 AND k.review <> 'rejected'
  AND k.quotation <> 'narration'
  AND EXISTS (SELECT 1 FROM claim_span s WHERE s.claim = k.id AND s.kind = 'content' AND s.start <= m.start
    AND m.stop <= s.stop)
LEFT JOIN local_entity cl ON cl.id = k.claimant LEFT JOIN entity ce ON ce.id = cl.entity
ORDER BY a.document, m.position, k.position
"""
_COUNTS = """
SELECT m.surface AS words, count(*) AS times FROM mention m JOIN local_entity l ON l.id = m.local_entity
JOIN article a ON a.id = m.article AND a.current = 1 WHERE l.entity = ? GROUP BY m.surface
"""
_SPEAKING = """
SELECT c.claimant_surface AS words, a.document, a.outlet, count(*) AS times FROM claim c
JOIN local_entity l ON l.id = c.claimant AND l.entity = ? JOIN article a ON a.id = c.article AND a.current = 1
WHERE c.speech = 1 AND c.review <> 'rejected' AND c.claimant_surface IS NOT NULL
GROUP BY c.claimant_surface, a.document, a.outlet ORDER BY a.document
"""
_LOCALS = """
SELECT l.id, l.name, l.names, l.roles, l.side, a.document, a.outlet, a.published FROM local_entity l
JOIN article a ON a.id = l.article AND a.current = 1 WHERE l.entity = ? AND l.by_hand = 0
ORDER BY a.published IS NULL, a.published, a.document, l.position
"""


@dataclass(frozen=True, slots=True)
class Where:
    """A report: its document and outlet, and when it was published (EDTF)."""

    document: str
    outlet: str | None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class NameUse:
    """A form of the name: how often it stands, in which reports, and in whose words; `own_words` counts the reports
    that use it in their own.
    """

    name: str
    times: int
    reports: tuple[Where, ...]
    speakers: tuple[str, ...]
    own_words: int


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words by which reports have the entity speak ("she", "the ministry"), and how many claims they introduce."""

    words: str
    claims: int
    reports: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role in words; the report that gives it, or, from the user's file of actors, from when until when (EDTF)."""

    role: str
    report: Where | None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class SideGiven:
    """A side and the words that give it; no words where they stand elsewhere in the report than in name and role."""

    side: str
    words: tuple[str, ...]
    report: Where | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity. `by_hand` says that the shown name was given by a person; `part_of` is from the file of actors."""

    entity: Entity
    by_hand: bool
    part_of: str | None
    names: tuple[NameUse, ...]
    speaking: tuple[SourceWords, ...]
    roles: tuple[RoleHeld, ...]
    sides: tuple[SideGiven, ...]


def profile(store: Store, entity: Entity) -> Profile:
    """All that is known of the entity."""
    by_hand = bool(store.value("SELECT by_hand FROM entity WHERE id = ?", (entity.id,)))
    actor = next((one for one in actors(store) if one.name == entity.name), None) if by_hand else None
    return Profile(
        entity=entity,
        by_hand=by_hand,
        part_of=actor.part_of if actor else None,
        names=_names(store, entity.id),
        speaking=_speaking(store, entity.id),
        roles=tuple(_roles(store, entity.id, actor)),
        sides=tuple(_sides(store, entity.id, actor)),
    )


def _names(store: Store, entity_id: str) -> tuple[NameUse, ...]:
    times = {row["words"]: row["times"] for row in store.rows(_COUNTS, (entity_id,))}
    reports: dict[str, dict[Where, None]] = defaultdict(dict)
    speakers: dict[str, Counter[str]] = defaultdict(Counter)
    own: dict[str, set[str]] = defaultdict(set)
    for row in store.rows(_USES, (entity_id,)):
        name = row["words"]
        reports[name][Where(row["document"], row["outlet"])] = None
        if row["speaker"] is None:
            own[name].add(row["document"])
        else:
            speakers[name][row["speaker"]] += 1
    return tuple(
        NameUse(name, times[name], tuple(reports[name]), _most_first(speakers[name]), len(own[name]))
        for name in sorted(times, key=lambda name: (-times[name], name))
    )


def _speaking(store: Store, entity_id: str) -> tuple[SourceWords, ...]:
    claims: Counter[str] = Counter()
    reports: dict[str, dict[Where, None]] = defaultdict(dict)
    for row in store.rows(_SPEAKING, (entity_id,)):
        claims[row["words"]] += row["times"]
        reports[row["words"]][Where(row["document"], row["outlet"])] = None
    return tuple(SourceWords(one, claims[one], tuple(reports[one])) for one in _most_first(claims))


def _roles(store: Store, entity_id: str, actor: Actor | None) -> Iterator[RoleHeld]:
    """The user's own first, then those of reports, oldest first."""
    for tenure in actor.roles if actor else ():
        yield RoleHeld(tenure.role, None, tenure.first, tenure.last)
    for row in store.rows(_LOCALS, (entity_id,)):
        for role in kept_roles(store, row["id"], words(row["roles"])):
            yield RoleHeld(role, Where(row["document"], row["outlet"], row["published"]))


def _sides(store: Store, entity_id: str, actor: Actor | None) -> Iterator[SideGiven]:
    if actor and actor.side:
        yield SideGiven(actor.side, (), None)
    for row in store.rows(_LOCALS, (entity_id,)):
        roles = kept_roles(store, row["id"], words(row["roles"]))
        if row["side"] and keeps_side(store, row["id"]):
            said = (*roles, row["name"], *words(row["names"]))
            where = Where(row["document"], row["outlet"], row["published"])
            yield SideGiven(row["side"], _giving(row["side"], said), where)


def _giving(side: str, said: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that name the side: an adjective, a country, a capital."""
    nations = nations_with(side)
    return tuple(dict.fromkeys(one for one in said if nations.side_in(one) == side))


def _most_first(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
