"""Joins persons of many articles.

A first name and a surname must agree up to spelling, with nothing against it: another side, other middle initials,
"Jr". A surname alone joins only where side and office agree and only one person fits.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Levenshtein

from counterclaim.entities.name_words import person_words, suffix_of
from counterclaim.entities.nations import Nations
from counterclaim.entities.offices import Office, offices_agree, offices_of
from counterclaim.entities.spelling import folded, skeleton, skeletons
from counterclaim.entities.unified import Cluster, Local
from counterclaim.model import digest

Scenes = Mapping[str, frozenset[str]]
_MANY = 3  # so many times more articles make one of two namesakes the one that is meant
_ALIKE = 0.75


@dataclass(frozen=True, slots=True, order=True)
class _Profile:
    """What tells namesakes apart: middle initials, "Jr", side."""

    middle: str
    suffix: str
    side: str

    def fits(self, other: "_Profile") -> bool:
        """Nothing known of the one is against what is known of the other."""
        middle = not self.middle or not other.middle or self.middle == other.middle
        return middle and self.suffix == other.suffix and (not self.side or not other.side or self.side == other.side)

    @property
    def known(self) -> int:
        """How much is known."""
        return bool(self.middle) + bool(self.suffix) + bool(self.side)


def unify_persons(
    locals_: Sequence[Local], sides: Mapping[str, str], nations: Nations, scenes: Scenes
) -> list[Cluster]:
    """One cluster a person. `sides` gives the side of bodies by folded name, for their chiefs; `scenes` the towns and
    regions of each article.
    """
    blocks: dict[str, dict[_Profile, list[Local]]] = defaultdict(lambda: defaultdict(list))
    short: list[Local] = []
    for local in locals_:
        words = person_words(local.entity.name)
        if len(words) < 2:
            short.append(local)
        else:
            blocks[_block(words)][_profile(local, words, sides, nations)].append(local)
    clusters = [cluster for key in sorted(blocks) for cluster in _namesakes(key, blocks[key], nations)]
    clusters = _join_same_office(_join_scripts(clusters), nations)
    return clusters + _surnames(short, clusters, sides, nations, scenes)


def _block(words: Sequence[str]) -> str:
    return f"{skeleton(words[0]) or folded(words[0])} {skeleton(words[-1]) or folded(words[-1])}"


def _profile(local: Local, words: Sequence[str], sides: Mapping[str, str], nations: Nations) -> _Profile:
    middle = "".join(folded(word)[:1] for word in words[1:-1])
    side = side_of(local, sides) or ""
    return _Profile(middle, suffix_of(local.entity.name), "" if nations.is_party(side) else side)


def side_of(local: Local, sides: Mapping[str, str]) -> str | None:
    """The side reported of a person; else that of the one body that his roles name."""
    if local.entity.side:
        return local.entity.side
    found = set()
    for role in local.entity.roles:
        words = role.replace("’", "'").replace("'s", "").split()
        chunks = (" ".join(words[i : i + n]) for n in (1, 2, 3, 4) for i in range(len(words)) if words[i][0].isupper())
        found |= {sides[folded(chunk)] for chunk in chunks if folded(chunk) in sides}
    return next(iter(found)) if len(found) == 1 else None


def _namesakes(key: str, profiles: Mapping[_Profile, Sequence[Local]], nations: Nations) -> list[Cluster]:
    """Persons of one full name: as many as profiles that exclude each other."""
    found: list[tuple[Cluster, list[_Profile]]] = []
    for profile in sorted(profiles, key=lambda p: (-p.known, -len(profiles[p]), p)):
        fits = [(c, known) for c, known in found if all(profile.fits(other) for other in known)]
        chosen = _one_of(fits, profiles[profile], nations)
        if chosen is None:
            chosen = (Cluster(""), [])
            found.append(chosen)
        for local in profiles[profile]:
            chosen[0].add(local, _reason(chosen[0], local))
        chosen[0].side = chosen[0].side or profile.side or None
        chosen[1].append(profile)
    for cluster, known in found:
        apart = "" if len(found) == 1 else repr(min(known, key=lambda p: (-p.known, p)))
        cluster.id = digest("e", "person", key, apart)
    return [cluster for cluster, _ in found]


def _one_of(
    fits: Sequence[tuple[Cluster, list[_Profile]]], locals_: Sequence[Local], nations: Nations
) -> tuple[Cluster, list[_Profile]] | None:
    """The only one that fits; of several the only one of that office, or the one that nearly all articles mean."""
    if len(fits) <= 1:
        return fits[0] if fits else None
    offices = frozenset(office for local in locals_ for office in offices_of(local.entity, nations))
    same = [pair for pair in fits if offices_agree(offices, _offices(pair[0], nations))]
    if len(same) == 1:
        return same[0]
    ranked = sorted(fits, key=lambda pair: -pair[0].articles)
    return ranked[0] if ranked[0][0].articles >= _MANY * ranked[1][0].articles else None


def _reason(cluster: Cluster, local: Local) -> str:
    if not cluster.locals:
        return ""
    first = cluster.locals[0].entity.name
    if first == local.entity.name:
        return f"the full name “{first}” stands in several articles"
    return f"“{first}” and “{local.entity.name}” are one name in two spellings"


def _offices(cluster: Cluster, nations: Nations) -> frozenset[Office]:
    return frozenset(office for local in cluster.locals for office in offices_of(local.entity, nations))


def _join_scripts(clusters: list[Cluster]) -> list[Cluster]:
    """Joins what only shares one of several possible readings of a Cyrillic letter."""
    index: dict[str, list[Cluster]] = defaultdict(list)
    gone: set[int] = set()
    for cluster in clusters:
        words = person_words(cluster.name)
        for first, last in product(sorted(skeletons(words[0])), sorted(skeletons(words[-1]))):
            index[f"{first} {last}"].append(cluster)
    for key in sorted(index):
        alive = [c for c in dict.fromkeys(index[key]) if id(c) not in gone]
        if len(alive) == 2 and _block(person_words(alive[0].name)) != _block(person_words(alive[1].name)):
            left, right = alive
            if not (left.side and right.side and left.side != right.side):
                left.take(right, f"“{left.name}” and “{right.name}” are one name in two scripts")
                gone.add(id(right))
    return [c for c in clusters if id(c) not in gone]


def _join_same_office(clusters: list[Cluster], nations: Nations) -> list[Cluster]:
    """One surname, one side, one office, and first names that are nearly alike ("Volodymyr", "Vladimir")."""
    index: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    offices = {id(cluster): _offices(cluster, nations) for cluster in clusters if cluster.side}
    for cluster in clusters:
        surname = skeleton(person_words(cluster.name)[-1])
        for office in sorted({o.noun for o in offices.get(id(cluster), ())}):
            index[surname, cluster.side or "", office].append(cluster)
    gone: set[int] = set()
    for key in sorted(index):
        for at, left in enumerate(index[key]):
            for right in index[key][at + 1 :]:
                if id(left) in gone or id(right) in gone or left is right or not _first_names_alike(left, right):
                    continue
                if not offices_agree(offices[id(left)], offices[id(right)], full=True):
                    continue
                left.take(right, f"“{left.name}” and “{right.name}” share surname, side and office")
                gone.add(id(right))
    return [c for c in clusters if id(c) not in gone]


def _first_names_alike(left: Cluster, right: Cluster) -> bool:
    first = [skeleton(person_words(c.name)[0]) for c in (left, right)]
    if suffix_of(left.name) != suffix_of(right.name) or first[0] == first[1] or min(map(len, first)) < 3:
        return False
    shorter, longer = sorted(first, key=len)
    if longer in (shorter + "a", shorter + "e"):  # Paul and Paula, Daniel and Daniele
        return False
    return Levenshtein.normalized_similarity(shorter, longer) >= _ALIKE


def _surnames(
    short: Sequence[Local], clusters: list[Cluster], sides: Mapping[str, str], nations: Nations, scenes: Scenes
) -> list[Cluster]:
    """Surnames alone: the one person of that surname with the same side and office, or a person apart."""
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted(skeletons(person_words(cluster.name)[-1])):
            index[key].append(cluster)
    known = {id(cluster): _offices(cluster, nations) for cluster in clusters}
    seen = {id(cluster): _scene(cluster, scenes) for key in sorted(index) for cluster in index[key][:1]}
    apart: list[Cluster] = []
    for local in short:
        side, offices = side_of(local, sides), frozenset(offices_of(local.entity, nations))
        surname = person_words(local.entity.name)[-1]
        near = {id(c): c for key in skeletons(surname) for c in index[key]}
        fits = [c for c in near.values() if side and c.side == side and offices_agree(offices, known[id(c)])]
        only = next(iter(near.values())) if len(near) == 1 else None
        if len(fits) == 1:
            reason = f"“{local.entity.name}” is the only {side} person of that surname and office"
            fits[0].take(Cluster("", [local]), reason)
        elif (
            only
            and not (side and only.side)
            and offices_agree(offices, known[id(only)])
            and (scenes.get(local.article, frozenset()) & seen.get(id(only), frozenset()))
        ):
            reason = f"“{local.entity.name}” is the only one of that surname and office, and of the same places"
            only.take(Cluster("", [local]), reason)
        else:
            apart.append(
                Cluster(digest("e", "person", local.article, local.entity.id, folded(surname)), [local], side=side)
            )
    return apart


def _scene(cluster: Cluster, scenes: Scenes) -> frozenset[str]:
    """The towns and regions of all articles that name this person."""
    return frozenset().union(*(scenes.get(local.article, frozenset()) for local in cluster.locals))
