"""The side of those who speak for or lead a body: that of the body, named ("NAME spokesman") or not ("army spokesman").

Enters the article's persons without a side; gives them one where the words of a role name a body whose side is known.
"""

import re

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.page import Page
from counterclaim.entities.reported import own_words, side_of_group
from counterclaim.entities.state_bodies import StateBodies
from counterclaim.entities.vocabulary import CHIEFS, HONORIFICS, SPOKES, STATE_BODIES, plain, singular
from counterclaim.model import EntityKind, Part, Sentence, Span

_BARE = CHIEFS | HONORIFICS | SPOKES | {"its"}
# No word that only says what a body is for: a "defense analyst" is of no ministry.
_BODIES = STATE_BODIES & frozenset(("army", "cabinet", "government", "military", "ministry", "navy", "parliament"))
_FIELD = re.compile(r"([^\W\d_]+) ministry|ministry (?:of|for) (?:the )?([^\W\d_]+)")
# The whole of a role: whoever is a minister "of Peru" or "the Peruvian minister" is so by these words.
_MINISTER = re.compile(
    r"(?:deputy |first deputy |vice |acting |then )*(?:([^\W\d_]+) (?:minister|secretary)"
    r"|minister (?:of|for) (?:the )?([^\W\d_]+))"
)
_HEADS = frozenset(("prime", "chief", "first", "cabinet", "press", "general", "state", "home", "party", "permanent"))
_NO_FIELD = frozenset(("the", "a", "its", "s", "this", "that", "own"))
_FORCES = re.compile(r"\b(?:armed forces|general staff)\b", re.IGNORECASE)


def serve(page: Page, figures: Figures, state_bodies: StateBodies) -> None:
    """Gives persons without a side that of the body in their role."""
    for part, span, person in figures.roles:
        if person.side is None and person.kind is EntityKind.PERSON:
            person.side = _side(page, figures, state_bodies, part, span)


def serve_unnamed(page: Page, figures: Figures) -> None:
    """Gives those who stay unnamed the side that their own words name: "senior Peruvian official"."""
    for group in figures.of_kind(EntityKind.GROUP):
        group.side = group.side or side_of_group(group.name, page.nations)


def _side(page: Page, figures: Figures, state_bodies: StateBodies, part: Part, span: Span) -> str | None:
    role = page.words(part, span)
    whose = Span(span.start, span.start + len(own_words(role)))
    named = [f for n, f in figures.named if n.sentence.part is part and whose.covers(n.span) and _is_body(f)]
    if named and (named[0].side or len(named[0].name.split()) > 1):
        return named[0].side
    words = {plain(word) for word in role.split()}
    if words <= _BARE and words & (SPOKES | CHIEFS):
        here = page.sentence_at(part, span.start)
        return next((f.side for n, f in reversed(figures.named) if here and _introduces(n, f, here, span)), None)
    body = _state_body(role) if words & (SPOKES | CHIEFS) else None
    if body is None and (ministry := _ministry_of(role)) is not None:
        return state_bodies.at_home(ministry)
    # "The ministry's spokesman": of the one that was named last.
    last = _last_ministry(page.words(part, Span(0, span.start))) if body == "ministry" else None
    bodies = (one for one in (last, body) if one)
    return next((side for one in bodies if (side := state_bodies.meant(one)[0]) is not None), None)


def _is_body(figure: Figure) -> bool:
    return figure.kind is EntityKind.ORGANIZATION


def _introduces(name: Name, figure: Figure, here: Sentence, span: Span) -> bool:
    """Is it the body that the paragraph is about ("NAME disputes it. … its spokesman")?"""
    same = name.sentence.part is here.part and name.sentence.block == here.block and name.span.start < span.start
    return same and _is_body(figure) and name.tokens[-1].dep == "nsubj"


def _state_body(role: str) -> str | None:
    """The one state's body in a role, in the words that name it: "army", "armed forces"."""
    if _FORCES.search(role):
        return "army"
    words = {word for word in map(singular, map(plain, re.findall(r"[^\W\d_]+", role))) if word in _BODIES}
    body = words.pop() if len(words) == 1 else None
    return (_last_ministry(role) or body) if body == "ministry" else body


def _ministry_of(role: str) -> str | None:
    """What a minister without a country leads: "Defence Minister", "deputy minister of health"."""
    found = _MINISTER.fullmatch(role.strip().lower())
    field = next(filter(None, found.groups()), None) if found else None
    return f"{field} ministry" if field and field not in _NO_FIELD | _HEADS else None


def _last_ministry(words: str) -> str | None:
    """ "The defence ministry", "the Ministry of Health": the last one that the words name by its field."""
    fields = [next(filter(None, found.groups())) for found in _FIELD.finditer(words.lower())]
    named = [field for field in fields if field not in _NO_FIELD]
    return f"{named[-1]} ministry" if named else None
