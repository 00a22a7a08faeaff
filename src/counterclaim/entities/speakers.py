"""Says who speaks each attribution of an article.

Enters the figures and the attributions; leaves one `Ref` or None for each, in their order. A name decides; after it a
description that fits one figure's role; after it a pronoun or an absent source, by what was spoken of last.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.entities.figures import Figure, Figures, find_body
from counterclaim.entities.nations import country_named, side_in
from counterclaim.entities.page import Page, begin, span_of
from counterclaim.entities.pronouns import Antecedents
from counterclaim.entities.sources import Source, read_source, words_without_article
from counterclaim.entities.vocabulary import BODY_NOUNS, CHIEFS, DOCUMENTS, SPOKES, is_office, plain, singular
from counterclaim.model import Attribution, EntityKind, Ref, Sentence, Token

_SAME_OFFICE = (CHIEFS - {"president", "commander"}, SPOKES)
_DEEP = 3
_NEAR = 4
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "old", "aire", "crat", "ican")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One attribution with its speaker: where it begins and who it is."""

    attribution: Attribution
    sentence: Sentence | None
    figure: Figure | None


class Speakers:
    """Resolves the attributions of one article in reading order, each in the light of those before it."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures
        self._spoken: list[Spoken] = []
        self._antecedents = Antecedents(page, figures)

    def resolve(self, attributions: Sequence[Attribution]) -> tuple[Ref | None, ...]:
        """The speaker of each attribution, in the order given."""
        order = sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))
        refs: dict[int, Ref | None] = {}
        empty: list[int] = []
        for i in order:
            if attributions[i].source:
                refs[i] = self._from_source(attributions[i])
        self._spoken.sort(key=lambda s: _place(s.attribution))
        for i in order:
            if not attributions[i].source:
                empty.append(i)
                refs[i] = self._without_source(attributions[i])
        return tuple(refs[i] for i in range(len(attributions)))

    def relay(self, words: str) -> str:
        """The full name of someone who passed a claim on; the words themselves where the article names nobody so."""
        bare = words_without_article((), words)
        bare = bare[4:] if bare.lower().startswith("the ") else bare
        for figure in self._figures.all:
            if bare in figure.names:
                return figure.name
        return bare

    def _from_source(self, attribution: Attribution) -> Ref | None:
        found = self._page.tokens_in(attribution.part, attribution.source)
        if found is None:
            return None
        sentence, tokens = found
        surface = " ".join(self._page.words(attribution.part, span_of(tokens)).split())
        figure = self._figure(read_source(sentence, tokens, self._figures), attribution, 0)
        self._spoken.append(Spoken(attribution, sentence, figure))
        return self._ref(figure, surface)

    def _ref(self, figure: Figure | None, surface: str) -> Ref | None:
        return Ref(figure.name, surface, figure.id, figure.kind) if figure else None

    def _figure(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        """Whom the source means."""
        if not source.tokens or depth > _DEEP:
            return None
        if len(source.figures) == 1:
            return source.figures[0]
        if source.figures:
            return self._pair(source)
        if source.pronoun:
            return self._pronoun(source, attribution, depth)
        if source.body:
            inner = read_source(source.sentence, source.body, self._figures)
            return self._figure(inner, attribution, depth + 1)
        if source.state:
            return self._state(source.state, source.tokens)
        return self._described(source, attribution)

    def _pair(self, source: Source) -> Figure:
        name = " and ".join(f.name for f in source.figures)
        return self._known(EntityKind.GROUP, name) or self._figures.new(EntityKind.GROUP, name)

    def _state(self, country: str, tokens: tuple[Token, ...]) -> Figure:
        figure = self._known(EntityKind.PLACE, country)
        if figure is None:
            figure = self._figures.new(EntityKind.PLACE, country)
            figure.fixed = country
            figure.side = country
        figure.call(" ".join(t.text for t in tokens if t.pos != "DET"))
        return figure

    def _known(self, kind: EntityKind, name: str) -> Figure | None:
        return next((f for f in self._figures.of_kind(kind) if name in f.names), None)

    def _pronoun(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        pronoun = source.pronoun or ""
        if pronoun in ("who", "which", "that"):
            head = _antecedent(source.sentence, source.tokens[0])
            if head:
                return self._figure(read_source(source.sentence, head, self._figures), attribution, depth + 1)
        return self._antecedents.of(pronoun, source.tokens[0], attribution, self._before(attribution))

    def _before(self, attribution: Attribution) -> list[Spoken]:
        here = _place(attribution)
        return [s for s in self._spoken if _place(s.attribution) < here]

    def _described(self, source: Source, attribution: Attribution) -> Figure:
        """A figure whose role or name the description repeats; else the words themselves."""
        words = words_without_article(source.tokens, self._page.words(source.sentence.part, span_of(source.tokens)))
        figure = (
            self._by_role(source, attribution)
            or self._by_body(source, words, attribution)
            or self._by_noun(source, attribution)
        )
        if figure is not None:
            return figure
        return self._known(EntityKind.GROUP, words) or self._figures.new(EntityKind.GROUP, words)

    def _by_role(self, source: Source, attribution: Attribution) -> Figure | None:
        noun = singular(source.noun or "")
        if not is_office(noun) or source.noun != noun or not _definite(source.tokens):
            return None
        described = self._role_words(source.tokens)
        persons = self._figures.of_kind(EntityKind.PERSON)
        fits = [f for f in persons if any(self._fits(described, noun, role, f.side) for role in f.roles)]
        return self._nearest(fits, source, attribution)

    def _nearest(self, fits: Sequence[Figure], source: Source, attribution: Attribution) -> Figure | None:
        if len(fits) <= 1:
            return fits[0] if fits else None
        first = source.tokens[0]
        near = self._antecedents.nearest(fits, first, attribution, self._before(attribution))
        return near or self._figures.last_before(source.sentence.part, first.span.start, fits)

    def _by_noun(self, source: Source, attribution: Attribution) -> Figure | None:
        """ "the official" again, or "the 40-year-old" for the person that the text is about."""
        noun = singular(source.noun or "")
        if not _definite(source.tokens) or len(source.tokens) > 4:
            return None
        described = self._role_words(source.tokens)
        groups = [s.figure for s in self._before(attribution) if s.figure and s.figure.kind is EntityKind.GROUP]
        again = [
            g for g in groups if source.noun in map(plain, g.name.split()) and described <= set(self._content(g.name))
        ]
        if again:
            return again[-1]
        unnamed = noun in ("official", "source", "witness", "resident", "expert") or noun in SPOKES
        if source.noun != noun or unnamed or not (is_office(noun) or noun.endswith(_PERSONAL)):
            return None
        sides = {side_in(t.text) for t in source.tokens if t.text[0].isupper()} - {None}
        fits = [f for f in self._figures.of_kind(EntityKind.PERSON) if not sides or f.side is None or f.side in sides]
        return self._antecedents.nearest(fits, source.tokens[0], attribution, self._before(attribution), reach=_NEAR)

    def _role_words(self, tokens: Sequence[Token]) -> frozenset[str]:
        return frozenset(self._content(" ".join(t.text for t in tokens if t.tag != "POS")))

    def _content(self, words: str) -> list[str]:
        found = []
        for word in words.replace("-", " ").split():
            bare = plain(word.strip(",.()"))
            if bare and bare not in (
                "the",
                "a",
                "an",
                "of",
                "for",
                "and",
                "at",
                "in",
                "to",
                "former",
                "country",
                "current",
                "new",
            ):
                found.append(_office(side_in(word.strip(",.()")) or bare))
        return found

    def _fits(self, described: frozenset[str], noun: str, role: str, side: str | None) -> bool:
        """Are all the described words in the role, and the head among them? A nationality may stand in the side instead."""
        words = set(self._content(role)) | ({side} if side else set())
        if side is None and len(described - words) == 1 and country_named(next(iter(described - words))):
            words |= described
        return _office(noun) in words and described <= words

    def _by_body(self, source: Source, words: str, attribution: Attribution) -> Figure | None:
        """ "the ministry", "Russia's defence ministry", "the institute": a body that the article names, or a new one."""
        noun = singular(source.noun or "")
        document = noun in DOCUMENTS or noun in SPOKES
        if document or (noun == "ministry" and len(source.tokens) <= 2):
            return self._last_body(noun, attribution)
        if noun not in BODY_NOUNS or source.noun != noun:
            return None
        start = source.tokens[0].span
        named = (
            find_body(self._figures, words, part=source.sentence.part, span=start) if len(words.split()) > 1 else None
        )
        if named is None and source.tokens[0].text.lower() in ("the", "its", "this", "that"):
            named = self._last_body(noun, attribution) if len(words.split()) == 1 else None
        if named is not None:
            return named
        body = self._figures.new(EntityKind.ORGANIZATION, words)
        body.side = side_in(words)
        return body

    def _last_body(self, noun: str, attribution: Attribution) -> Figure | None:
        """The body spoken of last: of that noun where it is one, else whoever spoke last."""
        if noun in DOCUMENTS or noun in SPOKES:
            last = next((s.figure for s in reversed(self._before(attribution)) if s.figure), None)
            speaks = noun in DOCUMENTS or (last and last.kind is EntityKind.ORGANIZATION)
            return last if last and last.kind is not EntityKind.GROUP and speaks else None
        fits = [
            f for f in self._figures.of_kind(EntityKind.ORGANIZATION) if any(noun in plain(n).split() for n in f.names)
        ]
        return self._figures.last_before(attribution.part, begin(attribution.source) or 0, fits)

    def _without_source(self, attribution: Attribution) -> Ref | None:
        figure = self._antecedents.carried(attribution, self._spoken)
        sentence = self._page.sentence_at(attribution.part, _place(attribution)[1])
        if figure is not None:
            self._spoken.append(Spoken(attribution, sentence, figure))
            self._spoken.sort(key=lambda s: _place(s.attribution))
        return self._ref(figure, figure.name if figure else "")


def _office(word: str) -> str:
    """One word for offices that mean the same ("boss" and "chief")."""
    for number, same in enumerate(_SAME_OFFICE):
        if word in same:
            return f"office {number}"
    return word


def _definite(tokens: Sequence[Token]) -> bool:
    return tokens[0].text.lower() not in ("a", "an", "one", "another", "some", "any")


def _place(attribution: Attribution) -> tuple[str, int]:
    """Where the attribution begins; a title set apart comes after the text, which names people in full."""
    spans = attribution.source + attribution.cue + attribution.content
    return attribution.part.value, begin(spans) or 0


def _antecedent(sentence: Sentence, relative: Token) -> tuple[Token, ...]:
    """The noun phrase that a relative pronoun stands for, without the clause itself."""
    for verb in sentence.ancestors(relative):
        if verb.dep == "relcl":
            noun = sentence.head(verb)
            clause = {t.i for t in sentence.subtree(verb)}
            return tuple(t for t in sentence.subtree(noun) if t.i not in clause and t.i < relative.i)
    return ()
