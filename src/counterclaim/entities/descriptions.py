"""Whom a source without a name describes: a person by his office, a body by its noun, or nobody the article names."""

import re
from collections.abc import Sequence

from counterclaim.entities.any_body import is_of_state, may_be_called
from counterclaim.entities.figures import Figure, Figures, find_body
from counterclaim.entities.just_named import firm_just_named, head_of, person_just_named, ranked_before
from counterclaim.entities.name_words import person_words
from counterclaim.entities.nations import Nations
from counterclaim.entities.offices import office_word, role_words
from counterclaim.entities.page import Page
from counterclaim.entities.pronouns import Antecedents
from counterclaim.entities.rebels import are_rebels, party_meant, so_described
from counterclaim.entities.role_fit import fits_role, is_lesser
from counterclaim.entities.seated import without_seat
from counterclaim.entities.sources import Source, words_without_article
from counterclaim.entities.spoken import Spoken
from counterclaim.entities.state_bodies import StateBodies
from counterclaim.entities.taken_up import taken_up
from counterclaim.entities.unnamed import withheld, withheld_before
from counterclaim.entities.vocabulary import (
    AFFILIATIONS,
    AGAINST_STATE,
    BODY_NOUNS,
    DESCRIPTORS,
    DOCUMENTS,
    NOBODY,
    POSTS,
    SPOKES,
    STATE_BODIES,
    is_office,
    plain,
    plural,
    singular,
)
from counterclaim.model import Attribution, BlockKind, EntityKind, Token

_BODY = EntityKind.ORGANIZATION
_NEAR = 4  # sentences that "the 40-year-old" reaches back
_BRIEF, _AGED = 4, 6  # words of a description; "the 40-year-old" may be read as six
_CROWDS = frozenset(("group", "team", "crew", "union"))
_LEFT_OUT = frozenset(("one", "another", "others", "second", "third", "fourth", "fifth"))
# What an office is of, where there is but one such office in the report.
_LEVELS = frozenset(
    ("provincial", "regional", "local", "district", "state", "municipal", "national", "federal", "town", "city")
)
_RULED = frozenset(("army", "government", "military"))  # "his government" is that of his state
_DEFINITE = frozenset(("the", "its", "this", "that"))


class Descriptions:
    """Answers what the descriptions of one article stand for."""

    def __init__(self, page: Page, figures: Figures, antecedents: Antecedents) -> None:
        self._page = page
        self._nations = page.nations
        self._state_bodies = StateBodies(page)
        self._figures = figures
        self._antecedents = antecedents

    def of(
        self, source: Source, attribution: Attribution, before: Sequence[Spoken], whose: Figure | None = None
    ) -> Figure | None:
        """The figure described; for anyone unnamed a group that bears the words without article; None for nobody.

        `whose` is the owner of "his widow", who gives her his name.
        """
        if singular(source.noun or "") in NOBODY:
            return None
        words = words_without_article(source.tokens, self._page.words(source.sentence.part, source.span))
        words = _filled(source, words, before).removeprefix("same ")
        state = self._state_before(source, whose)
        if state is not None:
            words = self._of_state(state, words.split(maxsplit=1)[-1])
        elif source.tokens[0].tag == "PRP$" and not self._body_again(words):
            return self._owned(source, attribution, before, words, whose)
        if withheld(source, attribution, self._page):
            found = withheld_before(source, before)
            found = found or next((f for f in self._figures.of_kind(EntityKind.GROUP) if words in f.names), None)
            return found or self._figures.new(EntityKind.GROUP, words)
        found = (
            party_meant(source, self._figures, self._nations)
            or self.by_office(source, attribution, before)
            or self._by_head(source, attribution, before)
            or self._by_name(source, words)
            or self._by_camp(source)
            or firm_just_named(source, self._figures)
            or self._by_body(source, words, before)
            or self._by_noun(source, attribution, before)
            or person_just_named(source, self._figures, before, attribution.content)
            or taken_up(source, attribution, before, self._figures, self._nations)
            or next((f for f in self._figures.of_kind(EntityKind.GROUP) if words in f.names), None)
        )
        return found or self._figures.new(EntityKind.GROUP, words)

    def _state_before(self, source: Source, whose: Figure | None) -> str | None:
        """ "Peru denied it. Its foreign ministry said …": the state that spoke last, else of the sentence before."""
        ruled = source.first in ("his", "her", "our") and source.noun in _RULED
        if source.noun not in STATE_BODIES or not (source.first == "its" or ruled):
            return None  # a charity's hospital is no state's
        if ruled and (whose is None or whose.side is None or self._nations.is_party(whose.side)):
            return None
        if whose is not None and (whose.kind is EntityKind.PLACE or whose.side is not None):
            return whose.name if whose.kind is EntityKind.PLACE else whose.side
        index = source.sentence.index
        before = self._page.sentences[index - 1].tokens if index else ()
        subjects = (token for token in before if token.dep in ("nsubj", "nsubjpass"))
        return next((state for token in subjects if (state := self._nations.named(token.text)) is not None), None)

    def _body_again(self, words: str) -> bool:
        """ "Its ministry": is it a body that the article names?"""
        noun = plain(words.rsplit(maxsplit=1)[-1]) if words else ""
        return noun in BODY_NOUNS and any(noun in map(plain, f.name.split()) for f in self._figures.of_kind(_BODY))

    def _owned(
        self, source: Source, attribution: Attribution, before: Sequence[Spoken], words: str, whose: Figure | None
    ) -> Figure:
        """ "His widow" is "NAME's widow"; where nobody knows whose, she keeps the words as they stand."""
        words = words.split(maxsplit=1)[-1]
        if whose is not None and (source.first == "my" or self._only_person(source) is whose):
            words = f"{whose.name}’s {words}" if "’" in self._page.article.text else f"{whose.name}'s {words}"
        kind = _BODY if source.noun in BODY_NOUNS else EntityKind.GROUP
        known = self.by_office(source, attribution, before)
        known = known or next((f for f in self._figures.of_kind(kind) if words in f.names), None)
        return known or self._figures.new(kind, words)

    def _only_person(self, source: Source) -> Figure | None:
        """The one person whom the paragraph names before the source: nobody else's can "his widow" be."""
        here, start = source.sentence, source.span.start
        named = {
            id(figure): figure
            for name, figure in self._figures.named
            if name.sentence.block == here.block and name.span.start < start and figure.kind is EntityKind.PERSON
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def by_office(self, source: Source, attribution: Attribution, before: Sequence[Spoken]) -> Figure | None:
        """ "The Deputy Defense Minister": whose role holds all these words."""
        noun = singular(source.noun or "")
        if not is_office(noun) or source.noun != noun or not _definite(source.tokens):
            return None
        described = _content(_without_clause(source.tokens), self._nations)
        if noun == "premier":
            noun, described = "minister", described - {noun} | {"prime", "minister"}
        persons = self._figures.of_kind(EntityKind.PERSON)
        fits = [
            f
            for f in persons
            if any(fits_role(described, noun, role_words(role, self._nations), f.side) for role in f.roles)
        ]
        first = [
            f
            for f in fits
            if any(
                fits_role(described, noun, role_words(r, self._nations), f.side)
                and not is_lesser(role_words(r, self._nations), described)
                for r in f.roles
            )
        ]
        fits = first or fits or self._just_named(source, before) or self._in_headline(source, noun)
        fits = fits or self._of_place(source, noun) or self._only_holder(described, noun)
        if spoke := ranked_before(source, fits, self._figures, before):
            return spoke
        if len(fits) <= 1:
            return fits[0] if fits else None
        near = self._antecedents.nearest(fits, source.tokens[0], attribution, before)
        return near or self._figures.last_before(source.sentence.part, source.span.start, fits)

    def _only_holder(self, described: frozenset[str], noun: str) -> list[Figure]:
        """ "The provincial governor", whom the report calls no more than "Governor NAME"."""
        return [] if described - {office_word(noun)} - _LEVELS else self._sole_holder(office_word(noun))

    def _of_place(self, source: Source, noun: str) -> list[Figure]:
        """ "The mayor of Sarn", whom the report calls no more than "Mayor NAME": its only mayor."""
        words = [plain(token.text) for token in source.tokens]
        of = source.tokens[words.index(noun) + 1 :] if noun in words else ()
        named = len(of) > 1 and of[0].text == "of" and of[1].pos == "PROPN"
        return self._sole_holder(office_word(noun)) if named else []

    def _sole_holder(self, office: str) -> list[Figure]:
        """Who bears the bare office, if nobody else in the report has one like it."""
        persons = self._figures.of_kind(EntityKind.PERSON)
        held = [(f, role_words(role, self._nations)) for f in persons for role in f.roles]
        holders = {id(f): f for f, role in held if office in role}
        return [f for f, role in held if role == {office}][:1] if len(holders) == 1 else []

    def _in_headline(self, source: Source, noun: str) -> list[Figure]:
        """ "Town cut off, village chief says": the only one in the report who holds such an office."""
        if source.sentence.kind is not BlockKind.HEADLINE or source.tokens[0].pos not in ("NOUN", "PROPN", "ADJ"):
            return []
        persons = self._figures.of_kind(EntityKind.PERSON)
        named = [f for f in persons if any(noun in role_words(role, self._nations) for role in f.roles)]
        side = self._nations.side_in(self._page.words(source.sentence.part, source.span))
        return named if len(named) == 1 and side in (None, named[0].side) else []

    def _by_head(self, source: Source, attribution: Attribution, before: Sequence[Spoken]) -> Figure | None:
        """ "The head of state": the president or king whom the article names last."""
        offices = head_of(source)
        persons = self._figures.of_kind(EntityKind.PERSON) if offices else []
        fits = [f for f in persons if any(offices & role_words(role, self._nations) for role in f.roles)]
        return self._antecedents.nearest(fits, source.tokens[0], attribution, before, reach=60) if fits else None

    def _just_named(self, source: Source, before: Sequence[Spoken]) -> list[Figure]:
        """ "NAME insisted. … the ministry spokeswoman said": whoever spoke last in this paragraph, if nothing else is
        said of what he is.
        """
        last = before[-1] if before else None
        if last is None or last.sentence is None or last.figure is None or len(source.tokens) < 3:
            return []
        here = last.sentence.block == source.sentence.block and last.sentence.index < source.sentence.index
        unknown = last.figure.kind is EntityKind.PERSON and not last.figure.roles and " " in last.figure.name
        return [last.figure] if here and unknown and source.first == "the" else []

    def _by_name(self, source: Source, words: str) -> Figure | None:
        """A name that no sentence showed to be one ("Tolvane" in a title): whoever bears it."""
        if len(source.tokens) > 2 or not all(t.text[0].isupper() for t in source.tokens):
            return None
        bearers = [f for f in self._figures.all if words in f.names or person_words(f.name)[-1:] == (words,)]
        if not bearers and source.sentence.kind is BlockKind.HEADLINE:  # by a first name alone
            bearers = [f for f in self._figures.of_kind(EntityKind.PERSON) if person_words(f.name)[0] == words]
        return bearers[0] if len(bearers) == 1 else None

    def _by_camp(self, source: Source) -> Figure | None:
        noun = singular(source.noun or "")  # "the rebels": the one body that the article describes so
        bare = [t for t in source.tokens if t.pos != "DET" and not self._nations.side_in(t.text)]
        alone = len(bare) == 1 or (noun != "opposition" and are_rebels(source, self._nations))
        return so_described(self._figures, noun) if noun in AGAINST_STATE and alone else None

    def _by_body(self, source: Source, words: str, before: Sequence[Spoken]) -> Figure | None:
        """ "The ministry", "Russia's defence ministry": a body that the article names, in capitals or not."""
        noun = singular(source.noun or "")
        alone = noun != "service" or len(words.split()) == 1  # "Peru's border service" is no document
        if source.noun == noun and alone and (noun in DOCUMENTS or noun in SPOKES):
            return _goes_on(noun, before) if noun in SPOKES or _definite(source.tokens) else None
        introduced = self._figures.introduced(words)
        if introduced:
            return introduced
        anyone = noun in _CROWDS and source.first not in _DEFINITE
        if noun not in BODY_NOUNS or source.noun != noun or anyone:
            return None
        said = words
        words, side = without_seat(said, self._nations)
        side, marked, apart = side or self._nations.side_in(words), None, False
        if side is None:
            side, marked = self._state_bodies.meant(words, source.sentence)
            apart = side is not None and self._state_bodies.another(words, side)
        if len(words.split()) > 1:
            named = find_body(self._figures, words, part=source.sentence.part, span=source.span, side=side)
        else:
            definite = source.first in _DEFINITE or source.sentence.kind is BlockKind.HEADLINE
            named = self._body_of_noun(source, noun, side, before) if definite else None
        if named is None:
            seated = self._of_state(side, words) if side and (words != said or apart) else None
            named = self._figures.new(EntityKind.ORGANIZATION, marked or seated or words)
            named.side = side
        named.call(words)
        return named

    def _of_state(self, side: str, words: str) -> str:
        """ "The defence ministry in Lima" by its state: with the article's adjective, else in the genitive."""
        every = (token.text for sentence in self._page.sentences for token in sentence.tokens)
        adjective = next((word for word in every if word != side and self._nations.of_adjective(word) == side), None)
        return f"{adjective} {words}" if adjective else f"{side}'s {words}"

    def _body_of_noun(self, source: Source, noun: str, side: str | None, before: Sequence[Spoken]) -> Figure | None:
        """ "The ministry": the one that the article named last, or that spoke last."""
        bodies = self._figures.of_kind(EntityKind.ORGANIZATION)
        fits = [f for f in bodies if any(noun in map(plain, name.split()) for name in f.names)]
        fits = [f for f in fits if not (side and f.side and f.side != side)]
        spoke = next((s.figure for s in reversed(before) if s.figure in fits), None)
        last = self._figures.last_before(source.sentence.part, source.span.start, fits)
        return spoke or last or (fits[0] if len(fits) == 1 else None) or self._last_body(source, noun, before)

    def _last_body(self, source: Source, noun: str, before: Sequence[Spoken]) -> Figure | None:
        """ "The newspaper", "the agency": the body that spoke last, if near. Only a state's can be the army."""
        told = self._told_of(source, noun)
        if told is not None and noun not in STATE_BODIES:
            return told
        last = before[-1] if before else None
        if last is None or last.sentence is None or last.figure is None:
            return None
        figure, near = last.figure, source.sentence.index - last.sentence.index <= _NEAR
        if figure.kind is not EntityKind.ORGANIZATION or not near or not may_be_called(noun, figure):
            return None
        movement = figure.side is not None and self._nations.is_party(figure.side)
        # "The army" is no hospital and no rebels' front, though these spoke last.
        return None if noun in STATE_BODIES and (movement or not is_of_state(figure)) else figure

    def _told_of(self, source: Source, noun: str) -> Figure | None:
        """ "NAME is not convinced. …, the group says": the body that is the subject of the sentence before."""
        here = source.sentence
        found = {
            id(figure): figure
            for name, figure in self._figures.named
            if name.sentence.index == here.index - 1
            and name.sentence.block == here.block
            and name.tokens[-1].dep in ("nsubj", "nsubjpass")
            and figure.kind is EntityKind.ORGANIZATION
            and may_be_called(noun, figure)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_noun(self, source: Source, attribution: Attribution, before: Sequence[Spoken]) -> Figure | None:
        """ "The official" again, or "the 40-year-old" for the person that the text is about."""
        noun = singular(source.noun or "")
        if not _definite(source.tokens) or len(source.tokens) > (_AGED if source.tokens[-1].text == "old" else _BRIEF):
            return None
        described = _content(source.tokens, self._nations)
        groups = [s.figure for s in before if s.figure and s.figure.kind is EntityKind.GROUP]
        again = [
            g
            for g in groups
            if source.noun in [*map(plain, g.name.split())] and described <= role_words(g.name, self._nations)
        ]
        if again and source.first in _DEFINITE:
            return again[-1]
        if any(_narrows(t, self._nations) for t in source.tokens[1:]):
            return None
        if source.noun != noun or not (noun in DESCRIPTORS or noun.endswith("-old") or noun == "old"):
            return None
        sides = {self._nations.side_in(t.text) for t in source.tokens if t.text[0].isupper()} - {None}
        around = [s.figure for s in before if any(span.covers(source.span) for span in s.attribution.content)]
        persons = [f for f in self._figures.of_kind(EntityKind.PERSON) if f not in around]
        fits = [f for f in persons if not sides or f.side is None or f.side in sides]
        if noun in POSTS:  # who holds another office is not meant
            fits = [f for f in fits if not f.roles and (not sides or " " in f.name)]
        return self._antecedents.nearest(fits, source.tokens[0], attribution, before, reach=_NEAR)


def _filled(source: Source, words: str, before: Sequence[Spoken]) -> str:
    """ "Two", "a third", "others" with the noun that they leave out: what the unnamed speaker before them was."""
    count = source.tokens[-1].text.lower()
    many = source.tokens[-1].pos == "NUM" and count != "one"
    if len(source.tokens) > 2 or not (many or count in _LEFT_OUT):
        return words
    here = source.sentence
    near = [s for s in before if s.sentence and s.sentence.kind is here.kind and here.block - s.sentence.block <= _NEAR]
    last = next((s.figure for s in reversed(near) if s.figure and s.figure.kind is EntityKind.GROUP), None)
    noun = singular(last.name.split()[-1].lower()) if last else ""
    if not is_office(noun) and noun not in BODY_NOUNS:
        return words
    if count == "others":
        return f"{words[:-1]} {plural(noun)}"
    return f"{words} {plural(noun)}" if many else f"{words} {noun}"


def _definite(tokens: Sequence[Token]) -> bool:
    return tokens[0].text.lower() not in ("a", "an", "one", "another", "some", "any")


def _without_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "The mayor, who is in hiding": the mayor."""
    at = next((n for n, token in enumerate(tokens) if n and token.text in ("who", "whose", "whom")), len(tokens))
    return tokens[: at - 1] if at < len(tokens) and tokens[at - 1].text == "," else tokens[:at]


def _narrows(token: Token, nations: Nations) -> bool:
    """Is it a name that says whose office it is ("the Indiana governor"), and no nationality or party?"""
    word = plain(token.text)
    return token.text[0].isupper() and not (nations.side_in(token.text) or word in AFFILIATIONS or is_office(word))


def _content(tokens: Sequence[Token], nations: Nations) -> frozenset[str]:
    return role_words(" ".join(t.text for t in tokens if t.tag != "POS"), nations)


def _goes_on(noun: str, before: Sequence[Spoken]) -> Figure | None:
    """ "The statement" is that of whoever spoke last; "a spokesman" that of the body that did.

    Where "the report's authors" have spoken, "the report" is theirs.
    """
    authors = (s.figure for s in reversed(before) if s.figure and s.figure.kind is EntityKind.GROUP)
    own = next((f for f in authors if noun in DOCUMENTS and _is_of(f, noun)), None)
    if own is not None:
        return own
    last = next((s.figure for s in reversed(before) if s.figure), None)
    if last is None or last.kind is EntityKind.GROUP:
        return None
    return last if noun in DOCUMENTS or last.kind is EntityKind.ORGANIZATION else None


def _is_of(figure: Figure, noun: str) -> bool:
    """ "The report's authors", "authors of the report": does a name of the group hold the word for the document?"""
    return any(noun in re.findall(r"[^\W_]+", name.lower()) for name in figure.names)
