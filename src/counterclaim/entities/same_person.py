"""Joins persons of many articles.

A first name and a surname must agree up to spelling, with nothing against it: another side, other middle names, "Jr".
Names that only may be one (cognates, short forms, initials, slips) join where side and office agree and nobody else
fits; so does a surname alone.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.entities.name_words import person_words, suffix_of
from counterclaim.entities.nations import Nations
from counterclaim.entities.offices import Office, offices_agree, offices_of
from counterclaim.entities.person_links import (
    backed_link,
    first_key,
    frame_of,
    in_abjad,
    in_pinyin,
    is_loose,
    link_keys,
    main_key,
    near_surnames,
    other_keys,
    romanizes,
)
from counterclaim.entities.spelling import folded, given_name, skeletons, without_small_words
from counterclaim.entities.unified import Cluster, Local
from counterclaim.model import digest

Scenes = Mapping[str, frozenset[str]]
_MANY = 3  # so many times more articles make one of two namesakes the one that is meant


@dataclass(frozen=True, slots=True, order=True)
class _Profile:
    """What tells namesakes apart: middle names or their initials, "Jr", side."""

    middle: tuple[str, ...]
    suffix: str
    side: str

    def fits(self, other: "_Profile") -> bool:
        """Nothing known of the one is against what is known of the other."""
        middle = all(map(_one_middle, self.middle, other.middle))
        return middle and self.suffix == other.suffix and (not self.side or not other.side or self.side == other.side)

    @property
    def known(self) -> int:
        """How much is known."""
        return bool(self.middle) + bool(self.suffix) + bool(self.side)


def _one_middle(left: str, right: str) -> bool:
    return left[:1] == right[:1] if min(len(left), len(right)) == 1 else left == right


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
            blocks[main_key(words)][_profile(local, words, sides, nations)].append(local)
    clusters = [cluster for key in sorted(blocks) for cluster in _namesakes(key, blocks[key], nations)]
    clusters = _join_same_office(_join_letters(_join_spelled(clusters)), nations)
    clusters = _join_same_scene(clusters, nations, scenes)
    return clusters + _surnames(short, clusters, sides, nations, scenes)


def _profile(local: Local, words: Sequence[str], sides: Mapping[str, str], nations: Nations) -> _Profile:
    middle = tuple(given_name(without_small_words(word.rstrip("."))) for word in words[1:-1])
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


def _apart(left: Cluster, right: Cluster) -> bool:
    """Does anything but the spelling speak against the two: side, middle names, "Jr"?"""
    if left.side and right.side and left.side != right.side:
        return True
    names = [
        [(person_words(n)[1:-1], suffix_of(n)) for n in c.names if len(person_words(n)) > 1] for c in (left, right)
    ]
    profiles = [[_Profile(tuple(map(given_name, middle)), suffix, "") for middle, suffix in known] for known in names]
    return not all(one.fits(two) for one in profiles[0] for two in profiles[1])


def _join_spelled(clusters: list[Cluster]) -> list[Cluster]:
    """Joins what shares one of several possible readings of its letters: г, ü, ё, Wade-Giles."""
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        words = person_words(cluster.name)
        for key in sorted({main_key(words), *other_keys(words)}):
            index[key].append(cluster)
    links = [
        (left, right)
        for key in sorted(index)
        for left, right in combinations(index[key], 2)
        if main_key(person_words(left.name)) != main_key(person_words(right.name))
        and not (is_loose(key) and in_pinyin(left.name) and in_pinyin(right.name))
    ]
    return _linked(clusters, links, lambda *_: "are one name in two spellings", all_of_them=False)


def _join_letters(clusters: list[Cluster]) -> list[Cluster]:
    """Joins names in Arabic and Hebrew letters with their romanizations."""
    abjad = [c for c in clusters if in_abjad(c.name)]
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters if abjad else ():
        if not in_abjad(cluster.name):
            index[frame_of(cluster.name)].append(cluster)
    links = [(other, c) for c in abjad for other in index[frame_of(c.name)] if romanizes(other.name, c.name)]
    return _linked(clusters, links, lambda *_: "are one name in two scripts")


def _join_same_office(clusters: list[Cluster], nations: Nations) -> list[Cluster]:
    """One side, one office, and names that may be one ("Volodymyr", "Vladimir")."""
    index: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    offices = {id(cluster): _offices(cluster, nations) for cluster in clusters if cluster.side}
    for cluster in clusters:
        for office in sorted({o.noun for o in offices.get(id(cluster), ())}):
            for key in link_keys(cluster.name):
                index[key, cluster.side or "", office].append(cluster)
    links = {
        (id(left), id(right)): (left, right)
        for key in sorted(index)
        for left, right in combinations(index[key], 2)
        if backed_link(left.name, right.name) and offices_agree(offices[id(left)], offices[id(right)], full=True)
    }
    return _linked(
        clusters,
        list(links.values()),
        lambda left, right: f"share side and office, and may be one name ({backed_link(left, right)})",
    )


def _join_same_scene(clusters: list[Cluster], nations: Nations, scenes: Scenes) -> list[Cluster]:
    """One first name, an office of one kind, a place that both are named with, and a surname a letter apart: of towns
    that no list of states knows, the side is often told of neither.
    """
    index: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        kinds = sorted(frozenset().union(*(office.kinds for office in _offices(cluster, nations))))
        places = sorted(_scene(cluster, scenes)) if kinds else ()
        for key in ((first_key(cluster.name), kind, place) for kind in kinds for place in places):
            index[key].append(cluster)
    links = {
        (id(left), id(right)): (left, right)
        for key in sorted(index)
        for left, right in combinations(index[key], 2)
        if near_surnames(left.name, right.name)
    }
    return _linked(
        clusters, list(links.values()), lambda *_: "share place, office and first name, and all but a letter"
    )


def _linked(
    clusters: list[Cluster],
    links: Sequence[tuple[Cluster, Cluster]],
    why: Callable[[str, str], str],
    *,
    all_of_them: bool = True,
) -> list[Cluster]:
    """Joins what is linked, where nothing speaks against any two. With `all_of_them` every two must be linked, so that
    an "H. Finch" who may be either of two is left apart.
    """
    linked = {frozenset((id(left), id(right))): (left, right) for left, right in links}
    gone: set[int] = set()
    for group in _groups(clusters, links):
        couples = [frozenset((id(left), id(right))) for left, right in combinations(group, 2)]
        if any(_apart(left, right) for left, right in combinations(group, 2)):
            continue
        if all_of_them and not all(couple in linked for couple in couples):
            continue
        for other in group[1:]:
            left, right = next(linked[couple] for couple in couples if id(other) in couple and couple in linked)
            group[0].take(other, f"“{left.name}” and “{right.name}” {why(left.name, right.name)}")
            gone.add(id(other))
    return [cluster for cluster in clusters if id(cluster) not in gone]


def _groups(clusters: Sequence[Cluster], links: Sequence[tuple[Cluster, Cluster]]) -> list[list[Cluster]]:
    """All that hang together by links, in the order of the clusters."""
    order = {id(cluster): at for at, cluster in enumerate(clusters)}
    groups: dict[int, list[Cluster]] = {}
    for left, right in links:
        one, two = groups.get(id(left), [left]), groups.get(id(right), [right])
        if one is not two:
            both = [*one, *two]
            groups |= {id(cluster): both for cluster in both}
    distinct = {id(group): sorted(group, key=lambda c: order[id(c)]) for group in groups.values()}
    return sorted(distinct.values(), key=lambda group: order[id(group[0])])


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
