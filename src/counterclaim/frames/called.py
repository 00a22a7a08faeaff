"""Entities by what an article calls them: "the bridge" of Stone Bridge, "the brigade" of the 17th Marine Brigade,
states by their names.
"""

from collections.abc import Collection
from dataclasses import replace

from counterclaim.entities.beside import frees_its_land
from counterclaim.entities.nations import shipped
from counterclaim.frames.passing_by import only_acts
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Cast, Entity, EntityKind, Mention, Precision, Ref, Sentence, Token

FIGHTING_BODIES = words_of("scene.fighting_bodies")
SAYING, STAGES = words_of("scene.saying"), words_of("scene.stages")

GIVING = frozenset({"give", "offer", "present", "paint", "provide", "have", "issue", "put", "keep"})
GIVEN = frozenset(
    ["version", "account", "picture", "explanation", "statement", "assessment", "response", "answer", "confirmation",
     "comment", "figure", "number", "denial", "view", "story", "reading", "silence"]
)  # fmt: skip
SEATED = frozenset(
    ["ministry", "government", "staff", "command", "army", "navy", "military", "parliament", "presidency", "cabinet"]
)
TELLING = frozenset({"tell", "inform", "brief"})


def by_last_word(cast: Cast, *kinds: EntityKind) -> dict[str, Ref]:
    """The entities of those kinds by the last word of a longer name, where no two share it; that of a body is
    capitalised.
    """
    found: dict[str, dict[str, Ref]] = {}
    for entity in cast.entities:
        for name in {entity.name, *entity.names} if entity.kind in kinds else ():
            *first, last = name.split() or [""]
            if first and (entity.kind is EntityKind.PLACE or last[:1].isupper()):
                ref = Ref(entity.name, entity.name, entity.id, entity.kind)
                found.setdefault(last.casefold(), {})[entity.id] = ref
    return {word: next(iter(refs.values())) for word, refs in found.items() if len(refs) == 1}


def states_by_name(cast: Cast, villages: Collection[str]) -> dict[str, str]:
    """Folded names of states → their names: countries, sides, and what no map has and nobody calls a village."""
    places = [entity for entity in cast.entities if entity.kind is EntityKind.PLACE and entity.id not in villages]
    return {
        name.casefold(): entity.name
        for entity in places
        for name in (entity.name, *entity.names)
        if len(name) > 3 and (entity.location is None or entity.location.precision is Precision.COUNTRY)
    } | {entity.side.casefold(): entity.side for entity in cast.entities if entity.side}


def state_names(entity: Entity | None, ref: Ref) -> tuple[str, ...]:
    """The names by which a body may be a state's: "the Tarvian Liberation Army" is not Tarvia's."""
    names = entity.names if entity is not None and entity.kind is not EntityKind.PERSON else (ref.name, ref.surface)
    return tuple(name for name in names if not frees_its_land(name))


def in_body_name(place: Mention, other: Mention) -> bool:
    """Is it the "Sarn" of the Sarn People's Republic or the Sarn Brigade, of which nothing is told?"""
    inside = other.span.covers(place.span) and len(other.span) > len(place.span)
    body = other.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)
    return inside and body and other.surface.split()[-1].lower() in FIGHTING_BODIES


def as_place(mention: Mention, place: Entity | None) -> Mention:
    """The mention, taken for the place that bears its words; an organization of that name stays one."""
    if place is None or mention.kind in (EntityKind.PLACE, EntityKind.ORGANIZATION):
        return mention
    return replace(mention, kind=EntityKind.PLACE, entity=place.id)


def is_outlets(sentence: Sentence, mention: Mention) -> bool:
    """Is it no more than the first word of an outlet's name?"""
    from counterclaim.attribution.outlets import outlet_in  # here, so that no command loads the models for a name

    tokens = sentence.tokens
    over = [token.i for token in tokens if mention.span.overlaps(token.span)]
    after = over[-1] + 1 if over else 0
    named = bool(over) and after < len(tokens) and tokens[after].pos == "PROPN" and tokens[over[-1]].dep == "compound"
    return named and bool(outlet_in(" ".join(token.text for token in tokens[over[0] : after + 1])))


def is_half(sentence: Sentence, mention: Mention) -> bool:
    """ "Velm-based", "Velm-backed": what somebody is, and not where it happened."""
    behind = [token for token in sentence.tokens if token.span.start >= mention.span.end][:2]
    joined = len(behind) == 2 and behind[0].text in ("-", "–", "‑") and behind[0].span.start == mention.span.end
    return joined and behind[1].span.start == behind[0].span.end and behind[1].text.islower()


def only_speaks(sentence: Sentence, mention: Mention) -> bool:
    """ "Velm insists that …", "told reporters in Velm", "the embassy in Velm": a capital that speaks, or where somebody
    spoke or sits; the "Velm" of the Velm Herald, and of "told Velm that"."""
    if is_outlets(sentence, mention) or is_half(sentence, mention):
        return True
    over = [token for token in sentence.tokens if mention.span.overlaps(token.span)]
    return any(_speaks_there(sentence, token) for token in over) or only_acts(sentence, mention)


def _speaks_there(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    if token.dep in ("dobj", "dative") and head.lemma in TELLING:
        return True  # "told Velm", and nobody tells a town
    said_in = token.dep == "pobj" and head.text.lower() in ("in", "at", "from")
    above = sentence.head(head)
    stage = above.lemma if said_in and above.i < token.i else ""  # "In Karsh the mayor said" tells of Karsh
    if token.dep == "nsubj" and head.lemma in GIVING and _gives_words(sentence, head):
        return True  # "Velm gives another version"
    seat = said_in and above.i > token.i and _is_seat(sentence, token, above)
    return (token.dep == "nsubj" and head.lemma in SAYING) or stage in SAYING | STAGES or seat


def _is_seat(sentence: Sentence, town: Token, verb: Token) -> bool:
    """ "In London the ministry put the dead at 40": a capital, and a body of its state that speaks there."""
    who = (child for child in sentence.children(verb) if child.dep == "nsubj")
    body = any(not SEATED.isdisjoint(_words(sentence, subject)) for subject in who)
    return body and verb.lemma in SAYING | GIVING and shipped().of_capital(_name(sentence, town)) is not None


def _words(sentence: Sentence, noun: Token) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in (noun, *sentence.children(noun)))


def _name(sentence: Sentence, town: Token) -> str:
    before = [child for child in sentence.children(town) if child.dep == "compound"]
    return " ".join(token.text for token in (*before, town)).title()


def _gives_words(sentence: Sentence, verb: Token) -> bool:
    return any(child.dep == "dobj" and child.lemma in GIVEN for child in sentence.children(verb))
