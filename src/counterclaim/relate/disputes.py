"""Relations → disputes: one question each, with its sides, their claims day by day and their independent voices.

Enter claims, the relations between them, entities and origins; leave `Dispute`s, the weightiest first. A dispute
grows out of claims that contradict or deny each other; claims that give one of its answers in its days join that
side, contradicted or not. Which answer is right is not said.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counterclaim.frames import STATE_DAYS, kind_of
from counterclaim.model import Claim, Dispute, Entity, Relation, RelationKind, Review, Side, digest
from counterclaim.relate.folding import folded
from counterclaim.relate.judging import Judge
from counterclaim.relate.positions import Position, day_of, order, party, positions
from counterclaim.relate.questions import Question, answer, around, question
from counterclaim.relate.sides import divide
from counterclaim.relate.wording import days_words, edtf, question_words

_AGAINST = (RelationKind.CONTRADICTS, RelationKind.DENIES)
# Conflicts on one question with no more silence between them than this are one dispute.
_SILENCE = timedelta(days=STATE_DAYS)


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A relation and the two positions that make it one."""

    relation: Relation
    a: Position
    b: Position

    @property
    def days(self) -> list[date]:
        """First and last day that both speak of, or that lie between: of "since May" and "today" it is today."""
        begun = [p.first for p in (self.a, self.b) if p.first]
        ended = [p.last for p in (self.a, self.b) if p.last]
        bounds = [max(begun, default=None), min(ended, default=None)]
        return sorted(day for day in bounds if day)


def find_disputes(
    claims: Iterable[Claim], relations: Iterable[Relation], places: Mapping[str, Entity], origins: Mapping[str, str]
) -> tuple[Dispute, ...]:
    """Every question on which claims stand against each other, by voices, then by claims, then by id.

    `places` are entities by id and `origins` the origin of each article, as for `relate`. `Side.claimants` are names
    in the order of their first claim; `Side.voices` counts distinct pairs of claimant and origin.
    """
    told = sorted({claim.id: claim for claim in claims if claim.voiced}.values(), key=order)
    told = list(folded(told, places))
    by_claim: dict[str, list[Position]] = {claim.id: [] for claim in told}
    for position in positions(told):
        by_claim[position.claim.id].append(position)
    asked: dict[Question, list[_Conflict]] = defaultdict(list)
    untyped: list[Relation] = []
    judged = Judge(places)
    held = (r for r in relations if r.review is not Review.REJECTED)
    against = (r for r in held if r.kind in _AGAINST and r.left in by_claim and r.right in by_claim)
    for relation in sorted(against, key=lambda relation: relation.id):
        found = list(_conflicts(relation, by_claim, places, judged))
        stated = relation.kind is RelationKind.DENIES or relation.review is Review.CORRECTED
        untyped += [relation] if not found and stated else []
        for about, each in found:
            asked[about].append(each)
    on = _on_matter(by_claim.values(), places)
    disputes = [
        dispute
        for about in sorted(asked)
        for cluster in _clusters(asked[about])
        if (dispute := _dispute(about, cluster, _answering(about, on), places, origins))
    ]
    disputes += _denials(untyped, {claim.id: claim for claim in told}, origins)
    return by_weight(disputes)


def narrowed(
    dispute: Dispute, claims: Mapping[str, Claim], relations: Container[str], origins: Mapping[str, str]
) -> Dispute | None:
    """The dispute over those of its claims and relations that are given, under its old id and question.

    None where no two of them stand against each other any more.
    """
    held = tuple(name for name in dispute.relations if name in relations)
    found = [(side.position, [claims[name] for name in side.claims if name in claims]) for side in dispute.sides]
    sides = tuple(_side(words, said, origins) for words, said in found if said)
    return replace(dispute, sides=sides, relations=held) if held and len(sides) > 1 else None


def by_weight(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Those with most voices first, then those with most claims."""
    return tuple(sorted(disputes, key=_weight))


def _answering(about: Question, on: Mapping[tuple[str, bool, str], list[Position]]) -> list[Position]:
    family, _, place = about.matter
    also = on.get((family, True, place), []) if kind_of(about.frame).timing.to_come else []
    return [position for position in (*on[about.matter], *also) if about.answered_by(position)]


def _weight(dispute: Dispute) -> tuple[int, int, str]:
    return (
        -sum(side.voices for side in dispute.sides),
        -sum(len(side.claims) for side in dispute.sides),
        dispute.id,
    )


def _conflicts(
    relation: Relation, by_claim: Mapping[str, Sequence[Position]], places: Mapping[str, Entity], judged: Judge
) -> Iterator[tuple[Question, _Conflict]]:
    for a in by_claim[relation.left]:
        for b in by_claim[relation.right]:
            if judged.conflict(a, b) and (about := question(a, b, places)):
                yield about, _Conflict(relation, a, b)


def _on_matter(
    by_claim: Iterable[Sequence[Position]], places: Mapping[str, Entity]
) -> dict[tuple[str, bool, str], list[Position]]:
    on: dict[tuple[str, bool, str], list[Position]] = defaultdict(list)
    for found in by_claim:
        for position in found:
            for key in around(position, places):
                on[key].append(position)
    return on


def _clusters(conflicts: list[_Conflict]) -> Iterator[list[_Conflict]]:
    """The conflicts on one question, parted where nobody spoke for days. Undated ones are with the first, or alone."""
    dated = sorted((each for each in conflicts if each.days), key=lambda each: (each.days[0], each.relation.id))
    cluster = [each for each in conflicts if not each.days]
    last: date | None = None
    for each in dated:
        if last is not None and each.days[0] - last > _SILENCE:
            yield cluster
            cluster, last = [], None
        cluster.append(each)
        last = max(last or each.days[-1], each.days[-1])
    yield cluster


def _dispute(
    about: Question,
    cluster: Sequence[_Conflict],
    answering: Sequence[Position],
    places: Mapping[str, Entity],
    origins: Mapping[str, str],
) -> Dispute | None:
    days = sorted(day for each in cluster for day in each.days)
    articles = {position.claim.article for each in cluster for position in (each.a, each.b)}
    heard = [position for position in answering if _heard(position, days, articles)]
    split = divide(heard, [(answer(each.a), answer(each.b)) for each in cluster], about.frame, places)
    if len(split) < 2:
        return None
    first, last = (days[0], days[-1]) if days else (None, None)
    place = places.get(about.matter[2])
    return Dispute(
        id=digest("d", about.frame, *map(str, about.matter), *about.topic, edtf(first, first) or ""),
        question=_ask(about, heard, days_words(first, last), place.name if place else None),
        frame=about.frame,
        place=place.id if place else None,
        first=edtf(first, first),
        last=edtf(last, last),
        sides=tuple(_side(words, [position.claim for position in found], origins) for words, found in split),
        relations=tuple(sorted({each.relation.id for each in cluster})),
    )


def _ask(about: Question, heard: Sequence[Position], days: str, place: str | None) -> str:
    """The question as most of the claims put it: they may call one event by several names."""
    said = [position.proposition for position in heard]
    asked = Counter(question_words(p, about.frame, days, place) for p in said if p.frame == about.frame)
    asked = asked or Counter(question_words(p, about.frame, days, place) for p in said)
    return min(asked, key=lambda words: (-asked[words], words))


def _heard(position: Position, days: Sequence[date], articles: set[str]) -> bool:
    if not position.dated or not days:
        return position.claim.article in articles or not days
    return (position.first or days[0]) <= days[-1] and (position.last or days[-1]) >= days[0]


def _side(words: str, claims: Iterable[Claim], origins: Mapping[str, str]) -> Side:
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=order)
    voices = {(party(claim.claimant), origins.get(claim.article, claim.article)) for claim in ordered}
    names = {party(claim.claimant): claim.claimant.name for claim in reversed(ordered) if claim.claimant}
    said_by = dict.fromkeys(party(claim.claimant) for claim in ordered)
    return Side(
        words, tuple(claim.id for claim in ordered), tuple(dict.fromkeys(names[key] for key in said_by)), len(voices)
    )


def _denials(
    relations: Sequence[Relation], by_id: Mapping[str, Claim], origins: Mapping[str, str]
) -> Iterator[Dispute]:
    """Denials by name, and contradictions that a person states, of what no frame holds: said by one, not by another."""
    answered: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        answered[relation.right].append(relation)
    for right, denials in answered.items():
        said, denied = by_id[right], [by_id[relation.left] for relation in denials]
        days = sorted(day for claim in (said, *denied) if (day := day_of(claim)))
        first, last = (days[0], days[-1]) if days else (None, None)
        name = said.claimant.name if said.claimant else ""
        words = days_words(first, last)
        answer = "denied" if any(one.kind is RelationKind.DENIES for one in denials) else "contradicted"
        yield Dispute(
            id=digest("d", "statement", right),
            question=f"Is it so, what {name} said{', ' + words if words else ''}?",
            frame="statement",
            place=None,
            first=edtf(first, first),
            last=edtf(last, last),
            sides=(_side("said", [said], origins), _side(answer, denied, origins)),
            relations=tuple(sorted(relation.id for relation in denials)),
        )
