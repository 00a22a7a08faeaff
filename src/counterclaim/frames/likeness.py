"""Do two arguments name one party, one place, one time?

Enter propositions and what is known of the world; leaves yes, no, or that it cannot be told.
"""

import re
from enum import StrEnum

from counterclaim.frames.comparison import Context
from counterclaim.frames.scene import ADJECTIVE_ENDINGS
from counterclaim.model import Proposition, Ref, Value
from counterclaim.times.intervals import bounds, overlap


class PlaceLikeness(StrEnum):
    """How the first place lies to the second."""

    SAME = "same"
    WITHIN = "within"
    CONTAINS = "contains"
    APART = "apart"


def name(value: Value) -> str | None:
    """An argument in words; None where it is open."""
    if isinstance(value, Ref):
        return value.name
    return None if value is None else str(value)


# "M9 rebels" are M9; "Tarvian troops" are looked at as Tarvia's people below.
MEN_OF = frozenset(["rebels", "fighters", "militia", "militants", "movement", "insurgents"])


# Armies whose names say that they fight a state.
NO_STATES = frozenset(
    ["liberation", "resistance", "independence", "freedom", "free", "salvation", "rebel", "revolutionary", "people"]
)
# "Mutinous soldiers in Tarvia" are the mutinous soldiers of the next sentence.
TROOPS = frozenset(["soldiers", "troops", "forces", "rebels", "fighters", "militants", "gunmen", "mutineers"])


LITTLE = frozenset({"a", "an", "the", "by", "from", "of", "in", "for", "with"})


def _key(text: str) -> str:
    bare = text.casefold().removeprefix("the ").replace("’s", "").replace("'s", "")
    troops, inside, _ = bare.partition(" in ")
    words = (troops if inside and troops.split()[-1:][0] in TROOPS else bare).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in MEN_OF else words)


# What reports of a war inside one country call the state's troops.
STATE_TROOPS = frozenset(
    [
        "army", "government army", "state army", "government", "government forces", "government troops", "state forces",
        "military", "armed forces", "regime forces", "regime", "loyal troops", "loyal forces", "loyalist troops",
        "loyalist forces", "loyalists", "loyal soldiers", "federal troops", "federal forces", "regular army",
        "regular forces", "national army", "state troops", "government soldiers", "government units",
    ]
)  # fmt: skip


def same_party(a: Ref | None, b: Ref | None, context: Context) -> bool:
    """One person or body, or one and the side that it is on. Two bodies on one side are two."""
    if a is None or b is None:
        return False
    if (a.entity and a.entity == b.entity) or _key(a.name) == _key(b.name) or people_of(a, b) or people_of(b, a):
        return True
    if _is_army_of(a, b) or _is_army_of(b, a) or _described_alike(a, b):
        return True
    sides = context.side(a), context.side(b)
    return any(side is not None and _key(side) == _key(other.name) for side, other in zip(sides, (b, a), strict=True))


def _described_alike(a: Ref, b: Ref) -> bool:
    """ "Men paid by the Front" and "men paid from the Front", whom nobody names."""
    words = [frozenset(_key(one.name).split()) - LITTLE for one in (a, b)]
    return a.entity is None and b.entity is None and words[0] == words[1] and len(words[0]) > 1


def _is_army_of(bare: Ref, named: Ref) -> bool:
    """ "The army", "the government army" is the one that another report calls the Tarvian army: bare names stand only
    where a state fights its own people, and it has one."""
    words, others = _key(bare.name), _key(named.name)
    army = others.split()[-1:] == ["army"] and NO_STATES.isdisjoint(others.replace("'s", "").split())
    return words in STATE_TROOPS and (others in STATE_TROOPS or army)


def people_of(troops: Ref, state: Ref) -> bool:
    """Are the first the second's by its adjective ("Tarvian troops", "Tarvia"), where no entity says so?"""
    first, _, rest = _key(troops.name).partition(" ")
    name = _key(state.name)
    stem = name[: max(4, len(name) - 2)]
    return (
        troops.entity is None
        and bool(rest)
        and " " not in name
        and first.startswith(stem)
        and first.endswith(ADJECTIVE_ENDINGS)
    )


def party_side(ref: Ref | None, context: Context) -> str | None:
    """The side of a party in comparable form; a party without a known side is its own."""
    return None if ref is None else _key(context.side(ref) or ref.name)


def place_likeness(
    a: Proposition,
    b: Proposition,
    context: Context,
    *roles: str,
    open_is_apart: bool = True,
) -> PlaceLikeness:
    """How the place of one lies to that of the other; `roles` (one, or one each) default to `place`.

    Two open places are the same only where `open_is_apart` is false.
    """
    role_a, role_b = (roles[0], roles[-1]) if roles else ("place", "place")
    left, right = a.ref(role_a), b.ref(role_b)
    if left is None or right is None:
        same = left is None and right is None and not open_is_apart
        return PlaceLikeness.SAME if same else PlaceLikeness.APART
    if (left.entity and left.entity == right.entity) or _key(left.name) == _key(right.name):
        return PlaceLikeness.SAME
    if left.entity and right.entity:
        if context.place_within(left.entity, right.entity):
            return PlaceLikeness.WITHIN
        if context.place_within(right.entity, left.entity):
            return PlaceLikeness.CONTAINS
    return PlaceLikeness.APART


def told_apart(a: Proposition, b: Proposition, role: str) -> bool:
    """Both fill the role, and differently."""
    left, right = name(a.get(role)), name(b.get(role))
    return left is not None and right is not None and _key(left) != _key(right)


def same_words(a: str | None, b: str | None) -> bool:
    """Do two phrases say one thing, the one with more words ("a stray missile", "the missile")?"""
    if a is None or b is None:
        return False
    one, other = (frozenset(_key(words).split()) - {"a", "an", "the"} for words in (a, b))
    return one == other or (min(len(one), len(other)) > 0 and (one <= other or other <= one))


_ON = re.compile(r"\b(?:on|of|against|at)\b")


def target_of(said: Proposition) -> str | None:
    """What was hit: the role, else what the label of the event names: "strike on the mill"."""
    if said.get("target") is not None:
        return name(said.get("target"))
    what = _ON.split(name(said.get("event")) or "", maxsplit=1)
    return what[1] if len(what) > 1 else None


# Words that any part of a town may be called by: they tell none from another.
ANY_PART = frozenset(
    "district quarter side part area half of the and in sector zone suburb outskirt neighbourhood neighborhood end edge"  # noqa: SIM905
    " bank street old city town".split()
)


def parts_apart(a: Proposition, b: Proposition) -> bool:
    """Do both name a part of the place, and no telling word of the one is in the other ("station", "western
    districts")?"""
    left, right = (_part_words(name(proposition.get("part"))) for proposition in (a, b))
    return bool(left and right) and not any(one in other or other in one for one in left for other in right)


def _part_words(part: str | None) -> set[str]:
    """ "Western districts" → west; "the old quarter", which nothing tells from others, keeps all its words."""
    stems = {word.removesuffix("s").removesuffix("ern") for word in _key(part).split()} if part else set()
    return stems - ANY_PART or stems


def when_overlaps(
    a: Proposition, b: Proposition, moment_a: str | None = None, moment_b: str | None = None
) -> bool | None:
    """Can both speak of one time? None where that cannot be told. The moments stand in for times that are open."""
    left, right = a.when or moment_a, b.when or moment_b
    return overlap(left, right) if left and right else None


def day_after(later: str | None, earlier: str | None) -> bool:
    """Does the one time begin after the other has ended? False where that cannot be told."""
    first, last = bounds(later)[0] if later else None, bounds(earlier)[1] if earlier else None
    return first is not None and last is not None and first > last
