"""From a parsed article and its attributions to everyone and everything it speaks of."""

from collections.abc import Collection, Iterator, Sequence

from counterclaim.entities.figures import Figure, Figures, gather
from counterclaim.entities.governed import take_sides
from counterclaim.entities.kinds import kinds_of
from counterclaim.entities.name_words import body_words
from counterclaim.entities.names import Name, find_names
from counterclaim.entities.nations import Nations
from counterclaim.entities.page import Page
from counterclaim.entities.places import OWN_PLACE, Gazetteer, find_places
from counterclaim.entities.places.fought_over import fought_over
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.relayed import relays
from counterclaim.entities.same_body import is_state_body
from counterclaim.entities.served import serve, serve_unnamed
from counterclaim.entities.speakers import Speakers
from counterclaim.entities.state_bodies import StateBodies
from counterclaim.model import Attribution, Cast, Entity, EntityKind, Mention, Parsed, Part, Precision, Ref, Span, Spans


def resolve(parsed: Parsed, attributions: tuple[Attribution, ...], gazetteer: Gazetteer) -> Cast:
    """Who speaks each attribution, and every entity and mention of the article.

    `Cast.speakers` and `Cast.relays` have one entry for each attribution, in their order.
    """
    taken = fought_over(parsed)
    places, place_mentions = find_places(parsed, gazetteer, taken)
    page = Page(parsed, gazetteer.nations.without(_no_countries(places, gazetteer.nations)))
    names = list(_outside(find_names(page), places, place_mentions))
    own = {m.surface for m in place_mentions if m.entity.startswith(OWN_PLACE) or exact_key(m.surface) in taken}
    kinds = kinds_of(page, names, _spans(place_mentions), own)
    figures = gather(page, names, kinds)
    take_sides(page, figures.of_kind(EntityKind.PERSON), places, place_mentions)
    serve(page, figures, StateBodies(page))
    speakers = Speakers(page, figures)
    refs = speakers.resolve(attributions)
    serve_unnamed(page, figures)
    _own_bodies(figures, attributions, refs)
    states = {f.id: known.id for f in figures.all if (known := _place_of(f, places))}
    entities = [f.entity() for f in figures.all if f.id not in states]
    mentions = _mentions(figures, place_mentions, page)
    return Cast(
        entities=(*entities, *_still_there(places, mentions, states.values())),
        mentions=mentions,
        speakers=tuple(_moved(ref, states) for ref in refs),
        relays=relays(page, attributions, refs, speakers.relay),
        nations=_adjectives(page),
    )


def _outside(names: Sequence[Name], places: tuple[Entity, ...], mentions: tuple[Mention, ...]) -> Iterator[Name]:
    """The names that are no part of a place's longer name on the map: "Tessel" of "Tessel bridge" is nobody."""
    mapped = {place.id for place in places if place.location is not None}
    longer = [m for m in mentions if m.entity in mapped and " " in m.surface]
    for name in names:
        inside = (m for m in longer if m.part is name.sentence.part and m.span.covers(name.span))
        if all(m.span == name.span for m in inside):
            yield name


def _no_countries(places: tuple[Entity, ...], nations: Nations) -> Iterator[str]:
    """Names of places that sound like a country in which they do not lie: "New Mexico", "Paris" in Texas."""
    for place in places:
        location = place.location
        if location is None or location.precision is Precision.COUNTRY or place.id.startswith(OWN_PLACE):
            continue
        own = nations.of_code(location.country) if location.country else ""
        yield from (name for name in place.names if own is not None and nations.side_in(name) not in (None, own))


def _adjectives(page: Page) -> tuple[tuple[str, str], ...]:
    """Every capitalized word of the article that says whose something is, with whose it is."""
    words = {t.text: None for s in page.sentences for t in s.tokens if t.text[0].isupper()}
    sides = ((word, page.nations.of_adjective(word) or page.nations.of_party(word)) for word in words)
    return tuple((word, side) for word, side in sides if side)


def _own_bodies(figures: Figures, attributions: tuple[Attribution, ...], refs: tuple[Ref | None, ...]) -> None:
    """Notes who alone speaks of a state's body without its country: across articles his side will tell which it is."""
    words = [(a.part, a.content, ref.entity) for a, ref in zip(attributions, refs, strict=True) if ref and ref.entity]
    for figure in figures.of_kind(EntityKind.ORGANIZATION):
        if figure.side is not None or not is_state_body(body_words(figure.name, figures.page.nations)):
            continue
        speakers = {
            next(
                (who for part, content, who in words if part is name.sentence.part and _within(name.span, content)), ""
            )
            for name, owner in figures.named
            if owner is figure
        }
        if len(speakers) == 1 and "" not in speakers:
            figure.within = tuple(speakers)


def _within(span: Span, spans: Spans) -> bool:
    return any(other.covers(span) for other in spans)


def _spans(mentions: tuple[Mention, ...]) -> dict[Part, list[Span]]:
    found: dict[Part, list[Span]] = {}
    for mention in mentions:
        found.setdefault(mention.part, []).append(mention.span)
    return found


def _place_of(figure: Figure, places: tuple[Entity, ...]) -> Entity | None:
    """The place that a speaking state is, where the article names the country on the map."""
    if not figure.fixed:
        return None
    return next((p for p in places if p.name == figure.fixed or figure.fixed in p.names), None)


def _moved(ref: Ref | None, states: dict[str, str]) -> Ref | None:
    if ref is None or ref.entity not in states:
        return ref
    return Ref(ref.name, ref.surface, states[ref.entity], EntityKind.PLACE)


def _mentions(figures: Figures, place_mentions: tuple[Mention, ...], page: Page) -> tuple[Mention, ...]:
    """Names of persons and bodies, and the places that are neither a person's name nor a body's whole one."""
    found = [
        Mention(name.sentence.part, name.span, figure.kind, figure.id, page.words(name.sentence.part, name.span))
        for name, figure in figures.named
    ]
    persons = {(m.part, at) for m in found if m.kind is EntityKind.PERSON for at in range(m.span.start, m.span.end)}
    bodies = {(m.part, m.span) for m in found}
    kept = [m for m in place_mentions if (m.part, m.span.start) not in persons and (m.part, m.span) not in bodies]
    return tuple(sorted(found + kept, key=lambda m: (m.part.value, m.span, m.entity)))


def _still_there(places: tuple[Entity, ...], mentions: tuple[Mention, ...], speaking: Collection[str]) -> list[Entity]:
    """The places that a mention, a speaking state or another such place points to."""
    by_id = {place.id: place for place in places}
    wanted = {m.entity for m in mentions} | set(speaking)
    wanted |= {outer for place in places if place.id in wanted for outer in place.within}
    return [by_id[place_id] for place_id in by_id if place_id in wanted]
