"""Joins bodies of many articles: the same words in any order, initials, short forms.

"Defence Ministry" and "Ministry of Defense" are the same words.

Bodies that every state has (a ministry, an army, a court) are only joined where the side is known of both and the same.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.entities.name_words import body_key
from counterclaim.entities.nations import Nations
from counterclaim.entities.spelling import acronym, folded
from counterclaim.entities.unified import Cluster, Local
from counterclaim.entities.vocabulary import STATE_BODIES, singular
from counterclaim.model import digest

_MANY = 3
Key = tuple[str, str]


def unify_bodies(locals_: Sequence[Local], persons: Mapping[Key, str | None], nations: Nations) -> list[Cluster]:
    """One cluster a body. `persons` gives the side of each local person, for the bodies of his state that he names."""
    blocks: dict[tuple[str, ...], dict[str, list[Local]]] = defaultdict(lambda: defaultdict(list))
    apart: list[Cluster] = []
    for local in locals_:
        words = body_key(local.entity.name, nations)
        side = local.entity.side or _side_of_speaker(local, persons)
        if side is None and is_state_body(words) and not nations.is_seat(local.entity.name):
            apart.append(Cluster(digest("e", "body", local.article, local.entity.id, *words), [local]))
        else:
            blocks[words][side or ""].append(local)
    clusters = [cluster for words in sorted(blocks) for cluster in _by_side(words, blocks[words])]
    return _join_short_forms(clusters) + apart


def is_state_body(words: Sequence[str]) -> bool:
    """Does every state have one of these?"""
    return any(singular(word) in STATE_BODIES for word in words)


def _side_of_speaker(local: Local, persons: Mapping[Key, str | None]) -> str | None:
    """ "The Ministry of Defense" in somebody's words is that of his own side."""
    sides = {persons.get((local.article, speaker)) for speaker in local.entity.within}
    return next(iter(sides)) if len(sides) == 1 else None


def _by_side(words: Sequence[str], sides: Mapping[str, Sequence[Local]]) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    for side in sorted(sides, key=lambda s: (not s, s)):
        chosen = _cluster_for(side, found)
        if chosen is None:
            apart = side if sum(map(bool, sides)) > 1 or is_state_body(words) else ""
            chosen = found[side] = Cluster(digest("e", "body", *words, apart))
        for local in sides[side]:
            chosen.add(local, _reason(chosen, local))
        chosen.side = chosen.side or side or None
    return list(found.values())


def _cluster_for(side: str, found: Mapping[str, Cluster]) -> Cluster | None:
    """Without a side: the only one, or the one that nearly all articles mean."""
    if side or not found:
        return None
    ranked = sorted(found.values(), key=lambda cluster: -cluster.articles)
    clear = len(ranked) == 1 or ranked[0].articles >= _MANY * ranked[1].articles
    return ranked[0] if clear else None


def _reason(cluster: Cluster, local: Local) -> str:
    if not cluster.locals:
        return ""
    first = cluster.locals[0].entity.name
    if first == local.entity.name:
        return f"the name “{first}” stands in several articles"
    return (
        f"“{first}” and “{local.entity.name}” have the same words but for nationality, spelling, order and legal form"
    )


def _join_short_forms(clusters: list[Cluster]) -> list[Cluster]:
    """A body known by initials or a short form alone joins the only one whose full name goes with it."""
    fuller: dict[str, dict[int, Cluster]] = defaultdict(dict)
    spelled: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for name in cluster.names:
            if folded(name) != folded(cluster.name):
                fuller[_bare(name)][id(cluster)] = cluster
            letters = acronym(name)
            if len(letters) >= 3 and len(name.split()) >= 3:
                spelled[folded(letters)][id(cluster)] = cluster
    kept: list[Cluster] = []
    for cluster in clusters:
        name = cluster.name
        known = _only_other(cluster, fuller[_bare(name)])
        shouted = re.sub(r"^[Tt]he ", "", name).isupper() and len(_bare(name)) >= 3
        initials = _only_other(cluster, spelled[_bare(name)]) if shouted else None
        full = known or initials
        if full is None or len(cluster.name) >= len(full.name):
            kept.append(cluster)
        elif known:
            full.take(cluster, f"other articles use “{name}” for “{full.name}”")
        else:
            full.take(cluster, f"“{name}” are the initials of “{full.name}”")
    return kept


def _bare(name: str) -> str:
    return folded(name[4:] if name.lower().startswith("the ") else name)


def _only_other(cluster: Cluster, found: Mapping[int, Cluster]) -> Cluster | None:
    others = [c for c in found.values() if c is not cluster]
    if len(others) != 1 or (cluster.side and others[0].side and cluster.side != others[0].side):
        return None
    return others[0]
