"""Where a predicate puts what it says: a place of the cast, and the part of it that is meant.

Enter a view, a stretch and the heads of noun phrases, nearest to the predicate first; leaves a `Where`. "The city" and
"there" are taken for the town that the article is about at that point.
"""

import re
from dataclasses import dataclass

from counterclaim.entities.nations import shipped
from counterclaim.entities.places.settlements import FEATURES
from counterclaim.frames.harbours import is_told_of, names_harbour
from counterclaim.frames.numerals import number
from counterclaim.frames.off_map import off_the_map
from counterclaim.frames.quantity import is_measured
from counterclaim.frames.scene import LARGE, REGIONAL, SMALL, TOWN
from counterclaim.frames.stretch import NOUNS, Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.whereabouts import (
    home_of,
    local_home,
    only_one,
    place_in_question,
    sentence_before,
    stay_of,
    there,
)
from counterclaim.frames.wordlists import words_of
from counterclaim.model import BlockKind, EntityKind, Ref, Token

TOWNS = words_of("where.towns")
REGIONS = words_of("where.regions")
AREAS = words_of("where.areas")
# What a mayor's own place is called, and what a country is.
TOWNSHIPS = frozenset({"town", "city", "municipality"})
STATES = frozenset({"country", "state", "territory"})
ISLANDS = frozenset({"island", "peninsula"})
LEAD = 1  # the sentence that tells what the headline tells, before it names the places
NEARBY = frozenset({"nearby", "neighbouring", "neighboring", "adjacent"})
POINTING = frozenset({"the", "this", "that", "these", "those", "whole", "entire"})
COMPASS = words_of("where.compass")
COMPASS_ADJECTIVES = (
    frozenset(
        [
            "northern",
            "southern",
            "eastern",
            "western",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "central",
            "north-eastern",
            "north-western",
            "south-eastern",
            "south-western",
            "northernmost",
            "southernmost",
            "easternmost",
            "westernmost",
        ]
    )
    | COMPASS
)
DISTRICTS = words_of("where.districts")
SITES = words_of("where.sites")
WHOLES = frozenset(["whole", "totality", "entirety", "all"])
MOVING = words_of("where.moving")
SHORES = frozenset(["bank", "shore", "coast", "side"])
WATERS = frozenset(["river", "stream", "canal", "lake", "sea", "strait", "bay", "gulf", "estuary", "reservoir"])
PORTIONS = words_of("where.portions")
SHARES = frozenset(["part", "portion", "section", "half", "third", "side"])
# What places are named for and then called by ("Stone Bridge", "the bridge").
NAMED_FOR = SITES | TOWNS | REGIONS | words_of("where.named_for")


@dataclass(frozen=True, slots=True)
class Where:
    """A place and the words for the part of it that is meant; None where open. `named` says that the words
    themselves name it."""

    place: Ref | None
    part: str | None = None
    portion: bool = False
    named: bool = False


def locate(view: View, stretch: Stretch, heads: list[Token], *, default: bool = True) -> Where:
    """The place of the first head that has one, and the most telling part; with `default`, else the place in
    question."""
    place = next((found for head in heads if (found := named_place(view, stretch, head)) is not None), None)
    parts = [ranked for head in heads for ranked in _parts(view, stretch, head, place)]
    if heads and heads[0].lemma in SITES and parts:  # "the palace", taken "in central Karsh"
        parts = [ranked for ranked in parts if ranked[1].lower() not in COMPASS_ADJECTIVES] or parts
    part = max(parts, key=lambda ranked: ranked[0], default=None)
    words = [token for head in heads for token in stretch.phrase(head)]
    portions = [token for token in words if _is_portion(token) or is_measured(stretch, token)]
    portion = any(not _is_mapped(view, stretch, token) for token in portions)
    named = place is not None
    unknown = default and not part and bool(heads) and heads[0].lemma in STATES  # "control of the country" is no town's
    unknown |= not part and bool(heads) and heads[0].lemma in TOWNS and heads[0].tag == "NNS"  # "93 settlements"
    if place is None and (default or part) and not unknown:
        place = place_in_question(view, stretch, heads[0] if heads else stretch.tokens[0])
    whole = part is not None and place is not None and (_is_itself(part[1], place) or _bears(view, part[1], place))
    return Where(place, part[1] if part and not whole else None, portion, named or whole)


def _is_itself(part: str, place: Ref) -> bool:
    """Is the part a word for the place ("the whole square" of Mill Square)?"""
    *before, last = part.casefold().split()
    names = (place.name.casefold(), place.surface.casefold())
    alike = any(name.split()[-1] == last for name in names)  # "the military air base" of Tin Ashar air base
    return part.casefold() in names or (
        alike and COMPASS_ADJECTIVES.isdisjoint(before) and not any(map(number, before))
    )


def _bears(view: View, part: str, place: Ref) -> bool:
    """Is what no map knows called by that name: "the Korda ridge"?"""
    entity = view.scene.entities.get(place.entity or "")
    name, _, last = part.casefold().removeprefix("the ").rpartition(" ")
    return (entity is None or entity.location is None) and name == place.surface.casefold() and last in FEATURES


def named_place(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """The place that a noun phrase names or points to: a town before the region around it."""
    candidates = []
    named = stretch.children(head, "appos") if head.lemma in TOWNS else []  # "another village, Sarn"
    for token in (*_own_tokens(stretch, head), *named):
        mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE)
        if mention is not None and not _only_adjective(view, stretch, token) and not _is_part(view, stretch, token):
            candidates.append(mention)
    narrow = [mention for mention in candidates if not view.scene.is_broad(mention)]
    if narrow:
        return view.scene.ref(narrow[0])
    off_map = next((ref for token in _own_tokens(stretch, head) if (ref := off_the_map(view, stretch, token))), None)
    if off_map is not None:
        return off_map
    pointed = next((ref for token in _own_tokens(stretch, head) if (ref := pointed_place(view, stretch, token))), None)
    if pointed is not None or not candidates:
        return pointed
    region = next((mention for mention in candidates if not view.scene.is_country(mention)), candidates[0])
    return view.scene.ref(region)  # "Tarvia's Upper Region" is the region


def pointed_place(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """What "the town", "this area", "there", "her town" points to."""
    if token.text.lower() in ("there", "here"):
        return None if token.dep == "expl" else there(view, stretch, token)
    if token.lemma in TOWNS | REGIONS and any(c.tag == "PRP$" for c in stretch.children(token, "poss")):
        return _fitting(view, token, home_of(view))
    return _by_noun(view, stretch, token)


def _by_noun(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """What "the town", "the bridge", "a nearby airfield" points to."""
    called = view.scene.place_called(token.text) if token.lemma in NAMED_FOR else None
    if not _points(stretch, token):  # "a nearby airfield" is the one airfield that the article names
        near = any(child.text.lower() in NEARBY for child in stretch.children(token, "amod"))
        opening = stretch.sentence.kind is BlockKind.HEADLINE or stretch.sentence.index <= LEAD
        numbered = stretch.children(token, "nummod") or token.tag == "NNS" or token.dep == "compound"
        return called if near or (opening and not numbered) else None
    before = {child.text.casefold() for child in stretch.children(token, "compound", "nmod")}
    if before:  # "the grain terminal" of a Varn Grain Terminal
        return called if called is not None and before <= set(called.name.casefold().split()) else None
    harbour = token.lemma == "port" and _is_harbour(view, stretch, token)
    if called is not None or harbour or token.lemma not in TOWNS | REGIONS | AREAS or token.dep == "compound":
        return called
    if token.lemma in AREAS and (stretch.children(token, "amod") or stretch.prepositional(token, "of", "in")):
        return None
    return _in_question(view, stretch, token)


def _fitting(view: View, token: Token, home: Ref | None) -> Ref | None:
    """Where the claimant is from, if the word can be said of it: "her town", "the region"."""
    return home if home is not None and view.scene.is_region(home) is (token.lemma in REGIONS) else None


def _in_question(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """The town or region that the sentence named before, else the one that the article is about."""
    broad = token.lemma in REGIONS
    before = [view.scene.mention(stretch.sentence, t, EntityKind.PLACE) for t in stretch.tokens if t.i < token.i]
    narrow = [m for m in before if m is not None and not view.scene.is_broad(m) and not view.scene.by_noun(m)]
    if narrow and not broad and token.lemma in TOWNS:  # "left Karsh because of fighting around the town"
        return view.scene.ref(narrow[-1])
    home = _fitting(view, token, local_home(view)) if broad or token.lemma in TOWNSHIPS else None
    home = home or (_fitting(view, token, stay_of(view)) if token.lemma in TOWNS else None)
    if home is not None:
        return home
    if not broad:
        named = view.scene.last_called(token.lemma, stretch.sentence, token.span.start)
        named = named or _known_capital(view, stretch, token)
        named = named or only_one(view, sentence_before(view, stretch.sentence))
        if named is not None and token.lemma in TOWNS and view.scene.is_point(named):
            named = None  # "the village" is no river
        if named is not None:
            return named
    if broad:
        return _region_in_question(view, stretch, token)
    sizes = TOWN if token.lemma in TOWNS else SMALL
    return view.scene.salient_place(stretch.sentence, token.span.start, sizes, besides=view.source)


def _known_capital(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """ "The capital", where the article names just one town that is a country's capital."""
    bare = not stretch.children(token, "amod", "compound", "nmod", "poss") and not stretch.prepositional(token, "of")
    if token.lemma != "capital" or not bare:
        return None
    places = (e for e in view.scene.cast.entities if e.kind is EntityKind.PLACE and e.location is not None)
    capitals = [e for e in places if any(shipped().of_capital(name) for name in e.names)]
    told = [view.scene.mentions_in(s) for s in view.scene.parsed.sentences[: stretch.sentence.index + 1]]
    capitals = [e for e in capitals if any(m.entity == e.id for mentions in told for m in mentions)]
    return Ref(capitals[0].name, token.text, capitals[0].id, EntityKind.PLACE) if len(capitals) == 1 else None


def _region_in_question(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """ "The island" is the one so called, or the region that is spoken of; a province is no country."""
    found = view.scene.last_called(token.lemma, stretch.sentence, token.span.start)
    wanted = (REGIONAL, LARGE) if token.lemma in ISLANDS else (LARGE,) if token.lemma in STATES else (REGIONAL,)
    for sizes in wanted:
        found = found or view.scene.salient_place(stretch.sentence, token.span.start, sizes, besides=view.source)
    return found


def _points(stretch: Stretch, token: Token) -> bool:
    determiners = {child.text.lower() for child in stretch.children(token, "det", "amod")}
    telegraphic = stretch.sentence.kind is BlockKind.HEADLINE and token.lemma in TOWNS and token.tag == "NN"
    if (
        telegraphic
        and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
        and not stretch.children(token, "det", "poss", "compound", "nummod")
    ):
        return True  # "still fighting in besieged port"
    return bool(determiners & POINTING)


def _parts(view: View, stretch: Stretch, head: Token, place: Ref | None) -> list[tuple[int, str]]:
    """Phrases for parts of a place under a head, each with how telling it is."""
    found = []
    for token in _own_tokens(stretch, head):
        if (token.pos not in NOUNS and token.lemma not in COMPASS) or _is_mapped(view, stretch, token):
            continue
        if place is not None and _of_other(view, stretch, token, place):
            continue
        if token is not head and head.lemma in SITES and _side_of_town(view, stretch, token):
            continue  # "ministries in central Karsh" are a part, and where they stand is none beside them
        rank = _rank(view, stretch, token)
        if rank:
            found.append((rank, _part_words(view, stretch, token)))
    return found


def _is_mapped(view: View, stretch: Stretch, token: Token) -> bool:
    """Is it in the name of a place that stands on the map ("Lighthouse Hill"), and so no part of another?"""
    mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE)
    entity = view.scene.entities.get(mention.entity) if mention and len(mention.surface.split()) > 1 else None
    return entity is not None and entity.location is not None


def _of_other(view: View, stretch: Stretch, token: Token, place: Ref) -> bool:
    """Is it of something else, and so where the place lies ("the town on the west bank of the Tarn")?"""
    for owner in stretch.prepositional(token, "of") if token.lemma in SHORES | COMPASS else []:
        mention = view.scene.mention(stretch.sentence, owner, EntityKind.PLACE)
        water = owner.lemma in WATERS or (mention is None and owner.pos == "PROPN")
        if water or (mention is not None and mention.entity != place.entity):
            return True
    return False


def _rank(view: View, stretch: Stretch, token: Token) -> int:
    if token.dep in ("compound", "amod", "nmod") or (
        token.dep == "conj" and stretch.head(token).dep in ("amod", "compound")
    ):
        return 0
    modifiers = stretch.children(token, "amod", "compound", "nmod")
    if token.lemma in DISTRICTS and _is_part(view, stretch, token):
        return 5
    lying = any(m.lemma in COMPASS_ADJECTIVES for m in modifiers)  # "the eastern part", "the western bank"
    if token.lemma in COMPASS or (
        lying and (token.lemma in DISTRICTS | SITES | SHARES or _side_of_town(view, stretch, token))
    ):
        return 4
    old_town = token.lemma in TOWNS and any(m.lemma in ("old", "inner", "new") for m in modifiers)
    counted = [n for n in stretch.children(token, "nummod") if n.text.lower() != "one"]  # "two streets"
    if old_town or (token.lemma in DISTRICTS and (modifiers or counted)):
        return 3
    called = token.lemma == "quarter" and _points(stretch, token) and _part_called(view, token) is not None
    if called or token.lemma in DISTRICTS - AREAS - {"half", "side", "end", "street", "quarter"}:
        return 2
    return 1 if token.lemma in SITES or _is_harbour(view, stretch, token) else 0


def _is_harbour(view: View, stretch: Stretch, token: Token) -> bool:
    """ "The airport and the port in Karsh", "its port": a part of a town, and no town called so."""
    if token.lemma != "port":
        return False
    bare = _points(stretch, token) and not stretch.prepositional(token, "of") and not stretch.children(token, "amod")
    if names_harbour(view, stretch, token) or (bare and is_told_of(view)):
        return True
    beside = [stretch.head(token)] if token.dep == "conj" else stretch.children(token, "conj")
    owned = stretch.children(token, "poss") or stretch.prepositional(token, "in")
    return bool(owned) or any(noun.lemma in SITES for noun in beside)


def _is_part(view: View, stretch: Stretch, token: Token) -> bool:
    """A named district of a town ("the Harbour district"), not a region that stands on the map."""
    word = token if token.lemma in DISTRICTS else stretch.head(token)
    if word.lemma not in DISTRICTS or word.lemma in REGIONS:
        return False
    named = [child for child in stretch.children(word, "compound", "nmod", "poss") if child.pos == "PROPN"]
    if not named or token not in (word, *named):
        return False
    mention = view.scene.mention(stretch.sentence, named[0], EntityKind.PLACE)
    entity = view.scene.entities.get(mention.entity) if mention else None
    return entity is None or entity.location is None


def _side_of_town(view: View, stretch: Stretch, token: Token) -> list[Token]:
    """ "Eastern" of "eastern Karsh", where Karsh is a town; eastern Tarvia is where something lies."""
    beside = [own for own in stretch.children(token, "amod", "compound") if own.text.lower() in COMPASS_ADJECTIVES]
    mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE) if beside else None
    if mention is None or view.scene.is_broad(mention) or view.scene.is_point(view.scene.ref(mention)):
        return []
    return [own for own in beside if own.text == own.text.lower() and not own.span.overlaps(mention.span)]


def _part_words(view: View, stretch: Stretch, token: Token) -> str:
    side = _side_of_town(view, stretch, token)
    if side:
        return side[-1].text
    kept = [token]
    modifiers = {child.text.lower() for child in stretch.children(token, "amod", "compound", "nmod", "poss", "nummod")}
    called = _part_called(view, token) if modifiers <= POINTING and _points(stretch, token) else None
    if called is not None:
        return called
    named = [child for child in stretch.children(token, "poss") if child.pos == "PROPN"]  # "the Weavers' Quarter"
    for child in [*stretch.children(token, "amod", "compound", "nmod", "nummod"), *named]:
        if child.lemma not in PORTIONS and child.text.lower() not in ("several", "many", "some", "few", "other"):
            kept.extend(below for below in stretch.subtree(child) if below.i < token.i)
    kept.extend(_parenthesis(stretch, token))
    kept.sort(key=lambda found: found.i)
    return span_of(kept).of(view.scene.parsed.article.part(view.part))


def _part_called(view: View, token: Token) -> str | None:
    """The one part that the article has named so far and that "the quarter" can be: "Weavers' Quarter"."""
    text = view.scene.parsed.article.part(view.part)[: token.span.start]
    word = re.escape(token.text.capitalize())
    names = {found[0] for found in re.finditer(rf"\b(?:[A-Z][\w]+['’]?s? ){{1,3}}{word}\b", text)}
    return names.pop().removeprefix("The ") if len(names) == 1 else None


def _parenthesis(stretch: Stretch, token: Token) -> list[Token]:
    """Words in brackets right after a noun, brackets included."""
    after = [found for found in stretch.tokens if found.i > token.i]
    if len(after) < 3 or after[0].text != "(":
        return []
    closing = next((found for found in after if found.text == ")"), None)
    return [] if closing is None or closing.i - token.i > 5 else [f for f in after if f.i <= closing.i]


def _is_portion(token: Token) -> bool:
    return token.lemma in PORTIONS or token.text.lower() in ("several", "partly", "partially")


def _own_tokens(stretch: Stretch, head: Token) -> list[Token]:
    """The noun phrase with what hangs on it by preposition, apposition or coordination, but no clause."""
    found, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(
            child
            for child in stretch.children(token)
            if child.dep not in ("relcl", "advcl", "acl", "ccomp", "appos")
            and not (child.dep == "prep" and child.text.lower() in ("from", "including", "except"))  # "from the hill"
            and not set_off(stretch, child)
        )
    return sorted(found, key=lambda token: token.i)


def set_off(stretch: Stretch, child: Token) -> bool:
    """ "Holds the village, on the road to the west": what follows the comma tells where the village lies."""
    return child.dep == "prep" and any(t.i == child.i - 1 and t.text == "," for t in stretch.sentence.tokens)


def _only_adjective(view: View, stretch: Stretch, token: Token) -> bool:
    """Does it only say whose something is: "Tarvian", the "UK" of a "UK tanker"?"""
    owned = stretch.head(token)
    moving = token.dep in ("amod", "compound", "nmod") and owned.tag in ("NN", "NNS") and owned.lemma in MOVING
    mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE) if moving else None
    return view.scene.nation(token) is not None or (mention is not None and view.scene.is_country(mention))
