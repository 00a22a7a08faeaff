"""Joins the names of one article into persons and bodies.

Enters typed names; leaves `Figure`s, still open to more names and roles, and which figure each name is. A surname
alone is the last person of that surname that the text spoke of; a short or bracketed form is the body whose full name
begins with it or whose initials it gives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.entities.beside import ends_office, introduction, is_introduced, side_beside, side_in_name
from counterclaim.entities.body_names import LOOSE, same_body
from counterclaim.entities.name_lists import COGNATES
from counterclaim.entities.name_words import body_key, person_words, same_first_name, suffix_of
from counterclaim.entities.names import Name
from counterclaim.entities.offices import Office, office_in, offices_agree
from counterclaim.entities.page import Page, span_of
from counterclaim.entities.pen_names import described
from counterclaim.entities.person_links import main_key
from counterclaim.entities.reported import side_in_role
from counterclaim.entities.roles import roles_of
from counterclaim.entities.spelling import alike, folded
from counterclaim.entities.vocabulary import FEMALE, MALE, plain
from counterclaim.model import Entity, EntityKind, Part, Span

_SUBJECT_NEARER = 2  # sentences
_SHOUTED = 3  # letters that initials written without stops have at most


@dataclass(slots=True, eq=False)
class Figure:
    """One person, body, group or speaking state of the article while it is being gathered."""

    id: str
    kind: EntityKind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    side: str | None = None
    female: int = 0
    male: int = 0
    fixed: str | None = None
    within: tuple[str, ...] = ()
    introduced: list[str] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)  # beside the full name, wherever in the article
    another: tuple[Part, int] | None = None  # where the full name first stands, if as somebody else's colleague or kin
    _fullest: str = ""

    @property
    def name(self) -> str:
        """The fullest name: for persons the one of most words, for bodies the longest."""
        if self.fixed:
            return self.fixed
        self._fullest = self._fullest or self._choose()
        return self._fullest

    def _choose(self) -> str:
        bare = [n for n in self.names if not n.lower().startswith("the ")] or self.names
        return max(bare, key=lambda n: (*_fullness(n), -bare.index(n)))

    def call(self, name: str) -> None:
        """Adds a surface form."""
        if name and name not in self.names:
            self.names.append(name)
            self._fullest = ""

    def join(self, reason: str) -> None:
        """Adds why two names were taken for one."""
        if reason not in self.reasons:
            self.reasons.append(reason)

    def entity(self) -> Entity:
        """The finished record."""
        names, roles, reasons = tuple(self.names), tuple(self.roles), tuple(self.reasons)
        return Entity(self.id, self.kind, self.name, names, roles, self.side, None, self.within, reasons)


def _fullness(name: str) -> tuple[bool, bool, bool, int]:
    """A name of two words before one, "MSF" before "charity", a written one before initials, the longest."""
    words = name.split()
    return len(words) > 1, not name.islower(), not name.isupper(), len(words)


class Figures:
    """Everyone the article names so far, and where."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all: list[Figure] = []
        self.named: list[tuple[Name, Figure]] = []
        self.roles: list[tuple[Part, Span, Figure]] = []
        self._counts: dict[EntityKind, int] = {}
        self._at: dict[tuple[int, int], tuple[Name, Figure]] = {}

    def new(self, kind: EntityKind, name: str) -> Figure:
        """A figure nobody spoke of before."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        label = "state" if kind is EntityKind.PLACE else kind.value
        figure = Figure(f"{label}:{self._counts[kind]}", kind)
        figure.call(name)
        self.all.append(figure)
        return figure

    def of_kind(self, *kinds: EntityKind) -> list[Figure]:
        """The figures of these kinds, oldest first."""
        return [f for f in self.all if f.kind in kinds]

    def introduced(self, words: str) -> Figure | None:
        """The one body that was introduced by these words ("the aid group NAME")."""
        found = [f for f in self.all if words.lower() in f.introduced]
        return found[0] if len(found) == 1 else None

    def in_role(self, part: Part, span: Span) -> Figure | None:
        """Whose role the words lie in."""
        return next((f for where, role, f in self.roles if where is part and role.covers(span)), None)

    def record(self, name: Name, figure: Figure) -> None:
        """This name, here, is that figure."""
        self.named.append((name, figure))
        for at in range(name.first, name.stop):
            self._at[name.sentence.index, at] = (name, figure)

    def at(self, sentence: int, token: int) -> tuple[Name, Figure] | None:
        """The name and figure that a token belongs to."""
        return self._at.get((sentence, token))

    def likeliest(self, name: Name, wanted: Iterable[Figure]) -> Figure | None:
        """Of the wanted figures, the one that a short name means: named near before it, subjects counting as nearer."""
        pool = {id(f) for f in wanted}
        found: tuple[float, Figure] | None = None
        for other, figure in self.named:
            if id(figure) in pool and other.sentence.part is name.sentence.part and other.span.start < name.span.start:
                subject = other.tokens[-1].dep in ("nsubj", "nsubjpass")
                distance = name.sentence.index - other.sentence.index - _SUBJECT_NEARER * subject
                if found is None or distance <= found[0]:
                    found = distance, figure
        return found[1] if found else self.last_before(name.sentence.part, name.span.start, wanted)

    def last_before(self, part: Part, offset: int, wanted: Iterable[Figure]) -> Figure | None:
        """Of the wanted figures, the one named last before an offset; else the one named first of all."""
        pool = {id(f) for f in wanted}
        hits = [(n, f) for n, f in self.named if id(f) in pool]
        before = [f for n, f in hits if n.sentence.part is part and n.span.start < offset]
        return before[-1] if before else hits[0][1] if hits else None


def gather(page: Page, names: Sequence[Name], kinds: Mapping[str, EntityKind]) -> Figures:
    """The article's persons and bodies with all their names, roles and sides."""
    figures = Figures(page)
    owners: dict[int, Figure] = {}
    persons = [n for n in names if kinds.get(n.text(page)) is EntityKind.PERSON]
    bodies = [n for n in names if kinds.get(n.text(page)) is EntityKind.ORGANIZATION]
    for name in persons:
        if len(person_words(name.text(page))) > 1:
            known = len(figures.of_kind(EntityKind.PERSON))
            owners[id(name)] = _full_person(figures, name)
            if known < len(figures.of_kind(EntityKind.PERSON)) and _is_anothers(name):
                owners[id(name)].another = name.sentence.part, name.span.start
            owners[id(name)].offices |= _offices_beside(name, page)
    for name in sorted(bodies, key=lambda n: -len(body_key(n.text(page), page.nations))):
        owners[id(name)] = _body(figures, name)
    for name in names:
        figure = owners.get(id(name))
        if figure is None and name in persons:
            figure = _short_person(figures, name)
        if figure is not None:
            figures.record(name, figure)
            _describe(figures, name, figure)
    return figures


def _lowered(text: str) -> str:
    """ "DONOVAN Reed" at the start of a report, where style alone makes capitals."""
    words = text.split()
    shouted = [word.isalpha() and word.isupper() and len(word) > _SHOUTED for word in words]
    return text if all(shouted) else " ".join(w.capitalize() if s else w for w, s in zip(words, shouted, strict=True))


def _full_person(figures: Figures, name: Name) -> Figure:
    text = _lowered(name.text(figures.page))
    words = person_words(text)
    for figure in figures.of_kind(EntityKind.PERSON):
        other = person_words(figure.name)
        same = len(other) > 1 and (
            (alike(words[-1], other[-1]) and same_first_name(words[0], other[0])) or main_key(words) == main_key(other)
        )
        if same and suffix_of(text) == suffix_of(figure.name):
            if text not in figure.names:
                figure.join(f"“{text}” and “{figure.name}” share first name and surname up to spelling")
            figure.call(text)
            return figure
    known = _by_cognate(figures, name, text) or _by_part(figures, name, text)
    return known or figures.new(EntityKind.PERSON, text)


def _by_part(figures: Figures, name: Name, text: str) -> Figure | None:
    """ "Anne Marie" of "Anne Marie Sanderson", "Abu Daran" of "Samir Abu Daran"; "Cooperation Liv Aas" of "the
    minister of Trade and Cooperation".
    """
    words, in_office = person_words(text), ends_office(name)
    for figure in figures.of_kind(EntityKind.PERSON):
        full = person_words(figure.name)
        if len(full) > len(words) > 1 and full[: len(words)] == words:
            figure.join(f"“{text}” are the first names of “{figure.name}”")
        elif len(full) > len(words) > 1 and full[-len(words) :] == words and words[0] != full[0]:
            figure.join(f"“{text}” are the last names of “{figure.name}”")
        elif in_office and len(full) > 1 and words[1:] == full:
            figure.join(f"“{text}” ends in “{figure.name}”, after the words of an office")
        else:
            continue
        figure.call(figure.name if words[1:] == full else text)
        return figure
    return None


def _by_cognate(figures: Figures, name: Name, text: str) -> Figure | None:
    """ "Oleksandr Hrynko" after "Alexander Grynko": who is not introduced is known, by his name in another tongue."""
    words, here = person_words(text), _offices_beside(name, figures.page)
    cognate = COGNATES.get(folded(words[0]))
    if cognate is None or len(words) != 2 or (is_introduced(name) and not here):
        return None
    fits = [
        figure
        for figure in figures.of_kind(EntityKind.PERSON)
        if (other := person_words(figure.name))
        and len(other) == len(words)
        and COGNATES.get(folded(other[0])) == cognate
        and alike(words[-1], other[-1])
        and suffix_of(text) == suffix_of(figure.name)
        and (not here or offices_agree(here, figure.offices))
    ]
    if len(fits) != 1:
        return None
    fits[0].join(f"“{text}” and “{fits[0].name}” are forms of one first name, and nothing else is said of the second")
    fits[0].call(text)
    return fits[0]


def _short_person(figures: Figures, name: Name) -> Figure:
    text = name.text(figures.page)
    word = person_words(text)[-1]
    persons = [figure for figure in figures.of_kind(EntityKind.PERSON) if _is_met(figure, name)]
    full = [f for f in persons if len(person_words(f.name)) > 1]
    for place, label in ((-1, "surname"), (0, "first name")):
        fits = [f for f in full if alike(word, person_words(f.name)[place])] or [
            f for f in full if place == -1 and person_words(f.name)[-1].split("-")[-1] == word
        ]
        fits = _of_that_office(name, _of_that_address(name, fits), figures.page)
        if fits:
            known = {id(f) for f in fits}
            figure = figures.likeliest(name, fits) or next(f for f in full if id(f) in known)
            figure.join(f"“{text}” is the {label} of “{figure.name}”")
            break
    else:
        figure = next(
            (f for f in persons if any(alike(word, person_words(n)[-1]) for n in f.names)), None
        ) or figures.new(EntityKind.PERSON, text)
    figure.call(text)
    return figure


def _is_met(figure: Figure, name: Name) -> bool:
    """Who is introduced as another's colleague was not meant by the surname before."""
    part, start = figure.another or (None, 0)
    return part is not name.sentence.part or start <= name.span.start


def _is_anothers(name: Name) -> bool:
    """ "Her colleague A. B.", "his elder brother, A. B.": not whoever of that surname was spoken of before."""
    before = [token for token in name.sentence.tokens[max(name.first - 4, 0) : name.first] if token.text != ","]
    if not before or before[-1].pos != "NOUN":
        return False
    owner = next((token for token in reversed(before) if token.tag == "PRP$"), None)
    return owner is not None and all(token.pos in ("ADJ", "NOUN") for token in before[before.index(owner) + 1 :])


def _of_that_address(name: Name, fits: list[Figure]) -> list[Figure]:
    """Of namesakes, those that "Mr" or "Mrs" before the name suits, if it tells them apart."""
    word = plain(name.sentence.tokens[name.first - 1].text).rstrip(".") if name.first else ""
    if len(fits) < 2 or word not in ("mr", "mrs", "ms", "miss"):
        return fits
    female = word != "mr"
    suits = [f for f in fits if f.female != f.male and (f.female > f.male) == female]
    return suits or [f for f in fits if f.female == f.male] or fits


def _of_that_office(name: Name, fits: list[Figure], page: Page) -> list[Figure]:
    """Of namesakes, those who bear the office that stands at this surname ("Finance Minister X"), if any does."""
    here = _offices_beside(name, page) if len(fits) > 1 else frozenset()
    return [f for f in fits if offices_agree(here, f.offices)] or fits


def _offices_beside(name: Name, page: Page) -> frozenset[Office]:
    roles = (" ".join(page.words(name.sentence.part, span).split()) for span in roles_of(name))
    return frozenset(office for role in roles if (office := office_in(role, page.nations)))


def _body(figures: Figures, name: Name) -> Figure:
    text = name.text(figures.page)
    found = find_body(figures, text, span=name.span, part=name.sentence.part)
    if found is None:
        found = figures.new(EntityKind.ORGANIZATION, text)
        found.side = side_in_name(text, figures.page.nations)
    if name.short:
        found.call(name.short)
        found.join(f"“{name.short}” stands in brackets after “{text}”")
    return found


def find_body(figures: Figures, text: str, *, part: Part, span: Span, side: str | None = None) -> Figure | None:
    """The body that the words name: the same words in any order, initials, or the beginning of its full name."""
    nations = figures.page.nations
    side, words = side or side_in_name(text, nations), body_key(text, nations)
    fits: list[tuple[Figure, str]] = []
    for figure in figures.of_kind(EntityKind.ORGANIZATION):
        reason = "same" if text in figure.names else same_body(text, words, figure.name, nations)
        if reason and not (side and figure.side and side != figure.side):
            fits.append((figure, reason))
    for loose in LOOSE:  # "the Post", "the Ministry" may be either of two
        if sum(reason == loose for _, reason in fits) > 1:
            fits = [(figure, reason) for figure, reason in fits if reason != loose]
    if not fits:
        return None
    figure = figures.last_before(part, span.start, [f for f, _ in fits]) or fits[0][0]
    reason = next(r for f, r in fits if f is figure)
    if text not in figure.names and reason != "same":
        figure.join(f"“{text}” and “{figure.name}”: {reason}")
    figure.call(text)
    if side and figure.side is None:
        figure.side = side
    return figure


def _describe(figures: Figures, name: Name, figure: Figure) -> None:
    """Adds surface form with article, roles, side and gender that stand at this name."""
    page, tokens = figures.page, name.sentence.tokens
    before = tokens[name.first - 1] if name.first else None
    if figure.kind is EntityKind.ORGANIZATION:
        if before is not None and before.text.lower() == "the":
            figure.call(f"{before.text} {name.text(page)}")
        figure.introduced.extend(introduction(name))
        by_name = side_in_name(name.text(page), page.nations)
        figure.side = figure.side or by_name or side_beside(name, page.nations)
        return
    for span in roles_of(name):
        figures.roles.append((name.sentence.part, span, figure))
        role = " ".join(page.words(name.sentence.part, span).split())
        if role not in figure.roles:
            figure.roles.append(role)
        figure.side = figure.side or side_in_role(role, page.nations)
        _gender(figure, role.split())
    words = described(tokens, name.first)
    if words:  # a source may end before the name: "a blogger", who writes as NAME
        figures.roles.append((name.sentence.part, span_of(words), figure))
    if before is not None:
        _gender(figure, [before.text])


def _gender(figure: Figure, words: Sequence[str]) -> None:
    for word in words:
        bare = plain(word).rstrip(".")
        figure.female += bare in FEMALE
        figure.male += bare in MALE
