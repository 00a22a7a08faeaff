"""What is new in the disputes since a day: new ones, new sides in old ones, claimants who changed their answer.

Enter disputes with claims, relations, entities and the day on which each article came out; leave a `Change` for each
dispute that had a new claim since. What nobody spoke of anew is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.frames import answer_words
from counterclaim.model import Change, Claim, Dispute, Entity, Relation, RelationKind, Reversal
from counterclaim.relate.folding import folded
from counterclaim.relate.given import Stand, given, position_on
from counterclaim.relate.positions import order
from counterclaim.relate.wording import days_words

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Record:
    """What there is: claims, relations and entities by id, and each article's day, None where it is not known."""

    claims: Mapping[str, Claim]
    relations: Mapping[str, Relation]
    entities: Mapping[str, Entity]
    days: Mapping[str, date | None]


def changes(disputes: Iterable[Dispute], record: Record, since: date) -> tuple[Change, ...]:
    """The disputes with a claim of that day or later: new ones first, then new sides, then reversals, then the rest.

    Claims whose day is not known count as old.
    """
    revising: dict[str, list[Relation]] = {}
    for relation in sorted(record.relations.values(), key=lambda relation: relation.id):
        if relation.kind is RelationKind.REVISES:
            for claim in (relation.left, relation.right):
                revising.setdefault(claim, []).append(relation)
    every = tuple(disputes)
    named = {name for dispute in every for side in dispute.sides for name in side.claims}
    named |= {end for name in named for relation in revising.get(name, ()) for end in (relation.left, relation.right)}
    told = folded((record.claims[name] for name in sorted(named) if name in record.claims), record.entities)
    record = replace(record, claims={claim.id: claim for claim in told})
    found = [change for dispute in every if (change := _change(dispute, record, revising, since))]
    return tuple(sorted(found, key=_newest))


def _newest(change: Change) -> tuple[bool, bool, bool]:
    """Sorting keeps the order of weight within each kind."""
    return not change.new, not change.sides, not change.reversals


def _change(dispute: Dispute, record: Record, revising: Mapping[str, Sequence[Relation]], since: date) -> Change | None:
    told = given(dispute, record.claims, record.entities)
    fresh = [one for one in told if _is_new(one.claim, record, since)]
    reversals = tuple(_reversals(dispute, told, revising, record, since))
    if not fresh and not reversals:
        return None
    stood = [one for one in told if not _is_new(one.claim, record, since)]
    old = {one.claim.id for one in stood}
    against = (record.relations[name] for name in dispute.relations if name in record.relations)
    new = not any({relation.left, relation.right} <= old for relation in against)
    taken = {one.side for one in stood}
    sides = sorted({one.side for one in fresh} - taken) if not new else []
    words = (*_told(dispute, fresh, new, sides), *map(_reversal_words, reversals))
    if not new and len(words) == 0:
        words = (_more(dispute, fresh),)
    return Change(
        dispute=dispute,
        new=new,
        sides=tuple(dispute.sides[n].position for n in sides),
        reversals=reversals,
        claims=tuple(dict.fromkeys((*(one.claim.id for one in fresh), *(one.claim for one in reversals)))),
        words=words,
    )


def _is_new(claim: Claim, record: Record, since: date) -> bool:
    day = record.days.get(claim.article)
    return day is not None and day >= since


def _reversals(
    dispute: Dispute,
    told: Iterable[Stand],
    revising: Mapping[str, Sequence[Relation]],
    record: Record,
    since: date,
) -> Iterator[Reversal]:
    """One a claimant and answer: of ten reports that carry the new answer, the first.

    Who goes over to the other side may end the dispute by it, and then the new answer lies behind its days.
    """
    found = {relation.id: relation for one in told for relation in revising.get(one.claim.id, ())}
    held = (relation for relation in found.values() if relation.left in record.claims)
    seen = set()
    for relation in sorted(held, key=lambda relation: (order(record.claims[relation.left]), relation.id)):
        claim = record.claims[relation.left]
        now, before = (_answered(dispute, name, record) for name in (relation.left, relation.right))
        key = (_name(claim), now)
        if now and before and before != now and key not in seen and _is_new(claim, record, since):
            seen.add(key)
            day = record.days.get(claim.article)
            yield Reversal(_name(claim), claim.id, relation.right, now, before, day.isoformat() if day else None)


def _answered(dispute: Dispute, claim: str, record: Record) -> str:
    """What an earlier claim answered, which may lie before the dispute; empty where it answered another question."""
    position = position_on(dispute, record.claims[claim], record.entities) if claim in record.claims else None
    return answer_words(position.proposition) if position else ""


def _told(dispute: Dispute, fresh: Sequence[Stand], new: bool, sides: Sequence[int]) -> Iterator[str]:
    if new:
        answers = [f"“{side.position}” ({_names(side.claimants)})" for side in dispute.sides]
        yield f"New dispute: {' against '.join(answers)}"
    for side in sides:
        by = dict.fromkeys(_name(one.claim) for one in fresh if one.side == side)
        yield f"New side: “{dispute.sides[side].position}”, taken by {_names(tuple(by))}"


def _more(dispute: Dispute, fresh: Sequence[Stand]) -> str:
    """Nobody new and nobody moved: who spoke again, for which side."""
    sides: dict[int, dict[str, None]] = {}
    for one in fresh:
        sides.setdefault(one.side, {})[_name(one.claim)] = None
    told = [f"{_names(tuple(by))} for “{dispute.sides[side].position}”" for side, by in sorted(sides.items())]
    return f"{len(fresh):,} new {'claim' if len(fresh) == 1 else 'claims'}: {'; '.join(told)}"


def _reversal_words(one: Reversal) -> str:
    day = date.fromisoformat(one.day) if one.day else None
    on = f" on {days_words(day, day)}" if day else ""
    return f"{one.claimant} changed the answer{on}: “{one.now}”, before: “{one.before}”"


def _names(names: Sequence[str]) -> str:
    shown, more = names[:_SHOWN], len(names) - _SHOWN
    return f"{', '.join(shown)} and {more} more" if more > 0 else ", ".join(shown)


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""
