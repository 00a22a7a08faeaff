"""Claim × claim → relation, with the reason in a sentence.

Enter claims whose references bear the ledger's entity ids, the entities by id, and each article's origin; leave
`Relation`s, each pair of claims once at most. Narration and thoughts never stand in one. Nothing depends on the order
of the input.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product

from counterclaim.entities.nations import shipped
from counterclaim.frames import ComparisonKind, answer_words, named
from counterclaim.model import Claim, Entity, EntityKind, Relation, RelationKind, Stance, digest
from counterclaim.relate.answers import answered, nested
from counterclaim.relate.camps import Link, links
from counterclaim.relate.dating import dated
from counterclaim.relate.denied_there import denied_there
from counterclaim.relate.dispatches import retold_claims
from counterclaim.relate.doubts import doubted
from counterclaim.relate.echoes import echoes, likewise
from counterclaim.relate.folding import folded
from counterclaim.relate.judging import Judge, judge
from counterclaim.relate.matters import matters
from counterclaim.relate.mouths import may_be_one, mouths, says_the_same_for
from counterclaim.relate.opposed import opposed
from counterclaim.relate.pointing import pointed_at, points
from counterclaim.relate.positions import order, party, positions, with_implied
from counterclaim.relate.right_behind import turned_down

# How sure each way of relating is, before the confidences of the two claims come in.
TYPED, UNDATED, ANSWERED, BY_NAME, RETOLD, OPPOSED = 0.95, 0.75, 0.8, 1.0, 0.8, 0.75

# Where two claims stand to each other in several ways, the first of these is told.
_FIRST_TOLD = (
    RelationKind.DENIES,
    RelationKind.REVISES,
    RelationKind.CONTRADICTS,
    RelationKind.CORROBORATES,
    RelationKind.REPEATS,
)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: RelationKind
    left: Claim
    right: Claim
    why: str
    sureness: float
    event: bool = False

    def relation(self) -> Relation:
        ids = self.left.id, self.right.id
        confidence = round(self.sureness * min(self.left.confidence, self.right.confidence), 3)
        return Relation(digest("r", self.kind.value, *ids), self.kind, *ids, self.why, confidence)

    @property
    def rank(self) -> tuple[int, float, str]:
        told = _FIRST_TOLD.index(self.kind)
        # Who names one culprit of two agrees with whoever names both, before differing with them on the second.
        agreed = self.event and self.kind in (RelationKind.CORROBORATES, RelationKind.REPEATS)
        return (_FIRST_TOLD.index(RelationKind.REVISES) if agreed else told, -self.sureness, self.why)


def relate(claims: Iterable[Claim], places: Mapping[str, Entity], origins: Mapping[str, str]) -> tuple[Relation, ...]:
    """Every relation that `docs/relate.md` describes, by id.

    `places` are the ledger's entities by id: places tell what lies within what, persons and bodies their side.
    `origins` gives the id of the origin of each article; an article that it lacks is its own.
    """
    told = sorted({claim.id: claim for claim in claims if claim.voiced}.values(), key=order)
    told = list(folded(told, places))
    best: dict[frozenset[str], _Found] = {}
    for found in _all(told, places, origins):
        pair = frozenset((found.left.id, found.right.id))
        if pair not in best or found.rank < best[pair].rank:
            best[pair] = found
    return tuple(sorted((found.relation() for found in best.values()), key=lambda relation: relation.id))


def _all(claims: list[Claim], places: Mapping[str, Entity], origins: Mapping[str, str]) -> Iterator[_Found]:
    pointing = [
        pair for pair in pointed_at(claims) if not (_speaks_for(*pair, places) or _own_side_spoke(*pair, places))
    ]
    whose = {(denial.id, party(meant.claimant)) for denial, meant in pointing}
    for matter in matters(dated(with_implied(positions(claims))), places):
        for link in links(matter, places, origins):
            if not nested(link.a.claim, link.b.claim) and not doubted(link, origins, places):
                yield _typed(link, origins, whose)
    there = (pair for pair in denied_there(claims, places, origins) if not _speaks_for(*pair, places))
    for denial, meant in (*pointing, *there):
        yield _Found(RelationKind.DENIES, denial, meant, _pointed_words(denial, meant), ANSWERED)
    settled = {denial.id for denial, meant in pointing if not nested(denial, meant)}
    for answer, others in answered(claims, origins):
        if answer.id not in settled:
            yield _answer(answer, others, places)
    yield from _by_words(claims, places, origins)


def _by_words(claims: list[Claim], places: Mapping[str, Entity], origins: Mapping[str, str]) -> Iterator[_Found]:
    """What the words alone show: the contrary, the same again, the same by two, the same in two copies."""
    for negating, other in opposed(claims, origins):
        why = f"{_name(negating)} says in nearly the same words that it is not so"
        yield _Found(RelationKind.CONTRADICTS, negating, other, why, OPPOSED)
    for later, earlier in turned_down(claims):
        if later.stance is Stance.DENIES:
            yield _Found(RelationKind.DENIES, later, earlier, _pointed_words(later, earlier), OPPOSED)
            continue
        why = f"{_name(later)} says right behind it that it is not so"
        yield _Found(RelationKind.CONTRADICTS, later, earlier, why, OPPOSED)
    sources = mouths(claims, origins)
    for later, earlier, likeness in echoes(claims, sources):
        if not nested(later, earlier):
            yield _Found(RelationKind.REPEATS, later, earlier, _again(later, earlier, origins), likeness)
    for later, earlier, likeness in likewise(claims, origins):
        if _cannot_both_be(later, earlier, places):
            continue  # "we have seized the fort", and the other side: "we have retaken the fort"
        why = f"{_name(later)} says in nearly the same words what {_name(earlier)} says"
        yield _Found(RelationKind.CORROBORATES, later, earlier, why, likeness)
    for later, earlier, _ in retold_claims(claims, origins, sources):
        yield _Found(RelationKind.REPEATS, later, earlier, _again(later, earlier, origins), RETOLD)


def _cannot_both_be(a: Claim, b: Claim, places: Mapping[str, Entity]) -> bool:
    judged = Judge(places)
    return any(judged.conflict(mine, other) for mine, other in product(positions([a]), positions([b])))


def _speaks_for(denial: Claim, meant: Claim, entities: Mapping[str, Entity]) -> bool:
    """Is whoever denies the spokesman or head of the body that said it, or the state of the officer who said it? Then
    it is not that which they deny."""
    who, body = denial.claimant, meant.claimant
    entity = entities.get(who.entity or "") if who is not None else None
    officer = entities.get(body.entity or "") if body is not None else None
    if entity is not None and entity.kind is EntityKind.PLACE:
        return officer is not None and officer.side == entity.name
    if entity is None or body is None or entity.kind is not EntityKind.PERSON or body.kind is EntityKind.PERSON:
        return False
    spoken = entities.get(body.entity or "")
    names = {body.name, *(spoken.names if spoken is not None else ())}
    if spoken is not None and None not in (spoken.side, entity.side) and spoken.side != entity.side:
        return False  # both states have a defence ministry
    return any(name.casefold() in role.casefold() for name in names for role in entity.roles)


def _own_side_spoke(denial: Claim, meant: Claim, entities: Mapping[str, Entity]) -> bool:
    """Is what was said before that of one's own side, and the denial no word that points at it? "We hold the north, the
    general said. The corps denied that the enemy had encircled the town"."""
    known = [entities.get(one.claimant.entity or "") if one.claimant else None for one in (denial, meant)]
    sides = [entity.side or shipped().side_in(entity.name) for entity in known if entity is not None]
    return len(sides) == len(known) and sides[0] is not None and sides[0] == sides[1] and not points(denial)


def _answer(answer: Claim, others: Sequence[Claim], places: Mapping[str, Entity]) -> _Found:
    """A denial or confirmation by name: of a claim that it conflicts with, or agrees, else of the likeliest one."""
    denies = answer.stance is Stance.DENIES
    kind = RelationKind.DENIES if denies else RelationKind.CORROBORATES
    wanted = ComparisonKind.CONFLICTS if denies else ComparisonKind.AGREES
    mine = list(positions([answer]))
    for position, other in product(mine, others):  # the first thing that the answer says is what it is about
        judged = (judge(position, theirs, places) for theirs in positions([other]))
        if any(found is not None and found.kind is wanted for found in judged):
            return _Found(kind, answer, other, _answer_words(answer, other, kind), BY_NAME)
    return _Found(kind, answer, others[0], _answer_words(answer, others[0], kind), ANSWERED)


def _typed(link: Link, origins: Mapping[str, str], whose: Set[tuple[str, str]]) -> _Found:
    """`whose`: denials with those whose claim they point at; what else these say of it in that report is denied too."""
    a, b = link.a.claim, link.b.claim
    why, sureness = _why(link), TYPED
    if a.article != b.article and None in (link.a.said, link.b.said):
        why, sureness = f"{why}; the day of one of them is not known", UNDATED
    if link.conflicts and link.a.claimant != link.b.claimant:
        for answer, other in ((a, b), (b, a)):
            if answer.stance is Stance.DENIES and party(answer.answers) == party(other.claimant):
                return _Found(
                    RelationKind.DENIES, answer, other, _answer_words(answer, other, RelationKind.DENIES), BY_NAME
                )
            if a.article == b.article and ((answer.id, party(other.claimant)) in whose or _is_denied(answer, other)):
                return _Found(RelationKind.DENIES, answer, other, _pointed_words(answer, other), ANSWERED)
    earlier, later = sorted((a, b), key=order)
    event = link.a.kind.event
    agreeing = not link.conflicts or link.a.kind.timing.days == 0  # of figures a later one is only newer
    one = may_be_one(a, b, origins) or (agreeing and says_the_same_for(a, b))
    if link.a.claimant != link.b.claimant and not one:
        kind = RelationKind.CONTRADICTS if link.conflicts else RelationKind.CORROBORATES
        return _Found(kind, later, earlier, why, sureness, event)
    if link.conflicts:
        return _Found(RelationKind.REVISES, later, earlier, f"{_name(later)} said otherwise before: {why}", sureness)
    return _Found(RelationKind.REPEATS, later, earlier, f"{_again(later, earlier, origins)}: {why}", sureness, event)


def _is_denied(answer: Claim, other: Claim) -> bool:
    """ "The Front said that it had taken it. The army denied that the base was lost": another said it before."""
    return answer.stance is Stance.DENIES and other.stance is not Stance.DENIES and order(other) < order(answer)


def _why(link: Link) -> str:
    said = link.a.proposition
    implied = next((position for position in (link.a, link.b) if position.implied), None)
    if implied is not None:
        return f"{link.comparison.why}, as follows from what {_name(implied.claim)} says"
    if link.a.signature != link.b.signature or not link.a.kind.timing.state:
        return link.comparison.why
    return f"both say of {named(said.get('place'))}: {answer_words(said)}"


def _answer_words(answer: Claim, other: Claim, kind: RelationKind) -> str:
    if kind is RelationKind.CORROBORATES and answer.stance is Stance.ASSERTS:
        return f"{_name(answer)} shares what {_name(other)} says"
    verb = "denies" if kind is RelationKind.DENIES else "confirms"
    return f"{_name(answer)} {verb} by name what {_name(other)} says"


def _pointed_words(denial: Claim, meant: Claim) -> str:
    return f"{_name(denial)} denies, in the same report, what {_name(meant)} says there"


def _again(later: Claim, earlier: Claim, origins: Mapping[str, str]) -> str:
    if later.article == earlier.article:
        return f"{_name(later)} says so twice in one report"
    if origins.get(later.article, later.article) == origins.get(earlier.article, earlier.article):
        return f"two reports carry one dispatch with the words of {_name(later)}"
    return f"{_name(later)} is reported to say so twice"


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""
