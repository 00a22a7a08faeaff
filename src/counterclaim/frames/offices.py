"""The bodies that a person leads or speaks for, by the roles that the article gives them.

Enter a view and a person; leaves a body of the cast, or None where no role names one.
"""

import re

from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Entity, EntityKind, Mention, Ref

LEADERS, VOICES = words_of("who.leaders"), words_of("who.voices")
ITS = re.compile(r"\b[Ii]ts (?:[\w'’-]+ ){0,4}[\w'’-]+,? $")
FORCES = words_of("who.forces") - {"side", "government", "command", "police"}
HEADS = re.compile(r"(?:\w+ )?(?:leader|head|chief|commander|spokes\w+|boss) (?:of|for) (?:the )?(?P<whose>.+)")
OWNER = re.compile(r"\b([A-Z]{2,6})['’]s $")
# As far back from a name as its body can stand: a text before it may be long, and is searched from its start.
NEAR = 200
# "Spokesman for the group": of whichever body spoke last.
OF_THE_BODY = re.compile(
    r"(?:\w+ )?(?:spokes\w+|representative) (?:for|of) the (?:group|movement|organi[sz]ation|militia)", re.IGNORECASE
)
STATESMEN = frozenset(
    {"president", "premier", "chancellor", "minister", "ambassador", "envoy", "king", "emir", "sultan"}
)
PAPER = re.compile(r"(?:['’]s?)? (?:\w+ )?(?:report|study|figure|finding|statement|allegation|claim)s?\b")
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)


def led_body(view: View, person: Ref | None) -> Ref | None:
    """The body that a person's roles name them leader of."""
    return _body_in_role(view, person, LEADERS)


def spoken_for(view: View, person: Ref | None) -> Ref | None:
    """The body that a person's roles name them spokesman of."""
    bare = any(role.lower() in VOICES for role in _roles(view, person))
    told = told_spokesman_of(view, person) or (_last_body(view) if bare else None)  # "the Front said …, spokesman X"
    return told or _owner(view, person)


def told_spokesman_of(view: View, person: Ref | None) -> Ref | None:
    """The same, where the role itself says of what: by its name, or "for the group"."""
    named = _body_in_role(view, person, VOICES)
    of_it = any(OF_THE_BODY.fullmatch(role) for role in _roles(view, person))
    return named or (_last_body(view) if of_it else None)


def tied_to(view: View, person: Ref | None) -> Ref | None:
    """The body that a person's roles name, whatever the tie ("the Front's financier", "a founder of the Front")."""
    entity = view.scene.entities.get(person.entity or "") if person is not None else None
    if entity is None or entity.kind is not EntityKind.PERSON:
        return None
    for role in entity.roles:
        for other in view.scene.cast.entities:
            if other.kind in BODIES and any(re.search(rf"\b{re.escape(name)}\b", role) for name in other.names):
                return Ref(other.name, other.name, other.id, other.kind)
    return None


def _roles(view: View, person: Ref | None) -> tuple[str, ...]:
    entity = view.scene.entities.get(person.entity or "") if person is not None else None
    return entity.roles if entity is not None else ()


def _last_body(view: View) -> Ref | None:
    """The body that spoke last."""
    last = view.earlier[-1].claimant if view.earlier else None
    return last if last is not None and last.kind in BODIES and last.entity is not None else None


def _owner(view: View, person: Ref | None) -> Ref | None:
    """ "The FRT's Basra": whose man he is by the initials before his name."""
    entity = view.scene.entities.get(person.entity or "") if person is not None else None
    if entity is None or entity.kind is not EntityKind.PERSON:
        return None
    for mention in view.scene.cast.mentions:
        if mention.entity != entity.id:
            continue
        found = OWNER.search(_just_before(view, mention))
        if found is not None:
            bodies = (e for e in view.scene.cast.entities if e.kind in BODIES and found[1] in e.names)
            known = next((Ref(e.name, e.name, e.id, e.kind) for e in bodies), None)
            return known or Ref(found[1], found[1], None, EntityKind.ORGANIZATION)
    return None


def _just_before(view: View, mention: Mention) -> str:
    return view.scene.parsed.article.part(mention.part)[max(0, mention.span.start - NEAR) : mention.span.start]


def _body_in_role(view: View, person: Ref | None, offices: frozenset[str]) -> Ref | None:
    entity = view.scene.entities.get(person.entity or "") if person is not None else None
    if person is not None and person.entity is None:
        return _by_description(view, person, offices)
    if entity is None or entity.kind is not EntityKind.PERSON:
        return None
    for role in entity.roles:
        if offices.isdisjoint(role.lower().replace(",", " ").split()):
            continue
        for other in view.scene.cast.entities:
            if other.kind in BODIES and any(name in role for name in other.names):
                return Ref(other.name, other.name, other.id, other.kind)
        words = [word.strip(",").removesuffix("'s").removesuffix("’s") for word in role.split()]
        called = (view.scene.body_called(word) for word in words if len(words) > 1)
        found = next((body for body in called if body is not None), None)  # "the movement's spokesman"
        found = found or _its_body(view, entity)
        if found is not None:
            return found
    return None


def forces_in_words(view: View, person: Ref | None) -> Ref | None:
    """ "The leader of Tarn's forces": those forces, by the words for them, where they are no body of the cast."""
    entity = view.scene.entities.get(person.entity or "") if person is not None else None
    roles = entity.roles if entity is not None else (person.name,) if person is not None else ()
    for role in roles:
        found = HEADS.match(role)
        words = found["whose"].split(",")[0] if found else ""
        if words and words.split()[-1].lower().removesuffix("s") in FORCES:
            return Ref(words, words, None, EntityKind.GROUP)
    return None


def _by_description(view: View, somebody: Ref, offices: frozenset[str]) -> Ref | None:
    """ "A Reed Front official", whom nobody names: of the body that stands right before his office."""
    *before, office = somebody.name.split()
    if office.lower() not in offices:
        return None
    words = " ".join(before)
    bodies = (e for e in view.scene.cast.entities if e.kind in BODIES and words in e.names)
    return next((Ref(body.name, body.name, body.id, body.kind) for body in bodies), None)


def _wrote(view: View, body: Mention) -> bool:
    """ "The Watch report", "the Watch's figures": whose paper is spoken of, and not who speaks."""
    return PAPER.match(view.scene.parsed.article.part(body.part)[body.span.end :]) is not None


def _its_body(view: View, person: Entity) -> Ref | None:
    """ "The Front says … its leader, NAME, told": the only body that the paragraph has named before him."""
    for mention in view.scene.cast.mentions:
        here = view.scene.parsed.sentence_at(mention.part, mention.span.start) if mention.entity == person.id else None
        if here is None or ITS.search(_just_before(view, mention)) is None:
            continue
        beside = (s for s in view.scene.parsed.sentences if s.part is here.part and s.block == here.block)
        before = (m for s in beside for m in view.scene.mentions_in(s) if m.span.start < mention.span.start)
        bodies = {m.entity: m for m in before if m.kind in BODIES and not _wrote(view, m)}
        return view.scene.ref(next(iter(bodies.values()))) if len(bodies) == 1 else None
    return None


def state_of_officer(view: View) -> Ref | None:
    """The state for which a president, minister or envoy denies: "denied involvement"; None of anyone else."""
    entity = view.scene.entities.get(view.claimant.entity or "") if view.claimant is not None else None
    if view.claimant is None or entity is None or entity.kind is not EntityKind.PERSON or view.claimant_side is None:
        return None
    held = {word.strip(",").lower() for role in entity.roles for word in role.split()}
    return view.scene.named(view.claimant_side, view.claimant.surface) if held & STATESMEN else None
