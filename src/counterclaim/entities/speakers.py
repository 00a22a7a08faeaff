"""Says who speaks each attribution of an article.

Enters the figures and the attributions; leaves one `Ref` or None for each, in their order. A name decides; after it a
description that fits one figure's role; after it a pronoun or an absent source, by what was spoken of last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.entities.descriptions import Descriptions
from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.page import Page
from counterclaim.entities.pronouns import Antecedents
from counterclaim.entities.publisher import publisher
from counterclaim.entities.sources import Source, read_source, speaks_for, words_without_article
from counterclaim.entities.spoken import Spoken, outspoken, place_of
from counterclaim.entities.subjects import described_before
from counterclaim.entities.turns import Turns
from counterclaim.entities.unnamed import Unnamed, is_above
from counterclaim.model import Attribution, EntityKind, Ref, Sentence, Token

_SUBJECT_OF = {"my": "i", "our": "we"}
_DEEP = 3  # a spokesman for the spokesman of somebody goes no further


class Speakers:
    """Resolves the attributions of one article in reading order, each in the light of those before it."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures
        self._spoken: list[Spoken] = []
        self._antecedents = Antecedents(page, figures)
        self._descriptions = Descriptions(page, figures, self._antecedents)
        self._unnamed = Unnamed(page, figures)
        self._turns = Turns(page, figures)

    def resolve(self, attributions: Sequence[Attribution]) -> tuple[Ref | None, ...]:
        """The speaker of each attribution, in the order given.

        Those without a source are resolved last: the others decide them.
        """
        order = sorted(range(len(attributions)), key=lambda i: place_of(attributions[i]))
        refs: dict[int, Ref | None] = {}
        named = {i: self._source(attributions[i]) for i in order}
        for i in order:
            source = named[i]
            if source is not None:
                refs[i] = self._from_source(source, attributions[i])
        for i in order:
            if named[i] is None:
                refs[i] = self._carried(attributions[i])
        # The headlines last: whom the text's own "deputy minister" turned out to be, theirs is as well.
        for i in sorted(order, key=lambda i: self._above(attributions[i], named[i])):
            refs[i] = self._told_elsewhere(named[i], attributions[i], refs.get(i))
        return tuple(refs[i] for i in range(len(attributions)))

    def relay(self, words: str) -> str:
        """The full name of someone who passed a claim on; the words themselves where the article names nobody so."""
        bare = words_without_article((), words)
        bare = bare[4:] if bare.lower().startswith("the ") else bare
        return next((figure.name for figure in self._figures.all if bare in figure.names), bare)

    def _source(self, attribution: Attribution) -> Source | None:
        """The source taken apart; None where there are no words, or only a date."""
        found = self._page.tokens_in(attribution.part, attribution.source)
        source = read_source(found[0], found[1], self._figures) if found else None
        if source is None or not source.tokens or _is_when(source.tokens):
            return None
        return source

    def _from_source(self, source: Source, attribution: Attribution) -> Ref | None:
        surface = " ".join(self._page.words(attribution.part, source.span).split())
        figure = self._figure(source, attribution, 0)
        self._spoken.append(Spoken(attribution, source.sentence, figure))
        return _ref(figure, surface)

    @staticmethod
    def _above(attribution: Attribution, source: Source | None) -> bool:
        return source is not None and is_above(attribution, source.sentence)

    def _told_elsewhere(self, source: Source | None, attribution: Attribution, ref: Ref | None) -> Ref | None:
        """Who an unnamed speaker is by other sentences; the speaker as he was where they do not tell."""
        if source is not None and ref is not None and ref.kind is EntityKind.PERSON and not source.figures:
            figure = self._unnamed.spokesman(source, attribution, self._spoken)
            return _ref(figure, ref.surface) if figure else ref
        if source is None or ref is None or ref.kind not in (EntityKind.GROUP, EntityKind.ORGANIZATION):
            return ref
        person = ref.kind is EntityKind.GROUP and self._unnamed.person(source, attribution, self._spoken)
        figure = person or self._unnamed.body(source, attribution, self._spoken)
        if not figure:
            return ref
        known = (replace(s, figure=figure) if s.attribution is attribution else s for s in self._spoken)
        self._spoken = list(known)
        return _ref(figure, ref.surface)

    def _carried(self, attribution: Attribution) -> Ref | None:
        figure = self._antecedents.carried(attribution, outspoken(attribution, self._spoken))
        if figure is None:
            return None
        sentence = self._page.sentence_at(attribution.part, place_of(attribution)[1])
        self._spoken.append(Spoken(attribution, sentence, figure))
        self._spoken.sort(key=lambda s: s.place)
        return _ref(figure, figure.name)

    def _figure(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        """Whom the source means."""
        if not source.tokens or depth > _DEEP:
            return None
        owner = self._turns.of_label(source) or self._figures.in_role(attribution.part, source.span)
        if owner is not None or source.figures:
            return owner or self._named(source)
        if source.pronoun:
            return self._pronoun(source, attribution, depth)
        if source.body:
            return self._spoken_for(source, attribution, depth)
        if source.state:
            return self._two_states(source) or self._state(source.state, source.tokens)
        return (
            self._included(source)
            or self._giving_his_name(source)
            or self._two_states(source)
            or self._described(source, attribution, depth)
        )

    def _described(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        """Whom words without a name describe; lawyers and envoys of a body speak for it."""
        whose = self._owner(source, attribution, depth)
        if whose is not None and whose.kind is EntityKind.ORGANIZATION and speaks_for(source):
            return whose
        return self._descriptions.of(source, attribution, self._before(attribution), whose)

    def _owner(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        """Whose "his widow", "its lawyers", "my father" is."""
        first = source.tokens[0]
        if first.tag != "PRP$" or len(source.tokens) < 2:
            return None
        alone = replace(source, tokens=source.tokens[:1], pronoun=_SUBJECT_OF.get(source.first, source.first))
        return self._pronoun(alone, attribution, depth + 1)

    def _included(self, source: Source) -> Figure | None:
        """ "Ministers, including NAME": the only one of them who is named."""
        counted = source.tokens[0].pos in ("NUM", "ADJ", "DET")  # "many experts, including NAME" are many
        at = next((n for n, t in enumerate(source.tokens) if t.text.lower() == "including" and not counted), None)
        hits = [self._figures.at(source.sentence.index, token.i) for token in source.tokens[at or 0 :]] if at else []
        named = list(dict.fromkeys(hit[1] for hit in hits if hit and hit[1].kind is EntityKind.PERSON))
        return named[0] if len(named) == 1 else None

    def _giving_his_name(self, source: Source) -> Figure | None:
        """ "A trader, who gave his name as NAME"."""
        words = [t.lemma.lower() for t in source.tokens]
        given = any(lemma == "give" and "name" in words[n : n + 4] for n, lemma in enumerate(words))
        if not given or source.tokens[-1].pos != "PROPN":
            return None
        hit = self._figures.at(source.sentence.index, source.tokens[-1].i)
        return hit[1] if hit else self._figures.new(EntityKind.PERSON, source.tokens[-1].text)

    def _two_states(self, source: Source) -> Figure | None:
        """ "Lima and Quito": capitals that speak together are two states."""
        words = " ".join(token.text for token in source.tokens if token.pos != "DET")
        states = [self._page.nations.state_speaking(side) for side in re.split(r" , and | , | and ", words)]
        name = " and ".join(filter(None, (", ".join(filter(None, states[:-1])), states[-1])))
        name = name if len(states) > 1 and all(states) else ""
        return (self._known(EntityKind.GROUP, name) or self._figures.new(EntityKind.GROUP, name)) if name else None

    def _spoken_for(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        """The spokesman that the article names by that office, else the body that he or a document speaks for."""
        named = self._descriptions.by_office(source, attribution, self._before(attribution))
        inner = read_source(source.sentence, source.body, self._figures)
        return named or self._figure(inner, attribution, depth + 1)

    def _named(self, source: Source) -> Figure:
        if len(source.figures) == 1:
            return source.figures[0]
        name = " and ".join(figure.name for figure in source.figures)
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
        return next((figure for figure in self._figures.of_kind(kind) if name in figure.names), None)

    def _pronoun(self, source: Source, attribution: Attribution, depth: int) -> Figure | None:
        pronoun = source.pronoun or ""
        if pronoun in ("who", "which", "that"):
            head = _antecedent(source.sentence, source.tokens[0])
            if head:
                return self._figure(read_source(source.sentence, head, self._figures), attribution, depth + 1)
        said = (*attribution.content, *(span for s in self._before(attribution)[-6:] for span in s.attribution.content))
        sentence, described = described_before(pronoun, source.tokens[0], source.sentence, self._figures, said)
        inner = read_source(sentence, described, self._figures) if described else None
        if inner is not None and not inner.figures:
            return self._figure(inner, attribution, depth + 1)
        found = self._antecedents.of(pronoun, source.tokens[0], attribution, self._before(attribution))
        if found is None and pronoun in ("i", "we", "me", "us"):
            found = self._turns.holder(source.sentence)
            return found or (publisher(self._figures) if pronoun in ("we", "us") else None)
        return found

    def _before(self, attribution: Attribution) -> list[Spoken]:
        here = place_of(attribution)
        return outspoken(attribution, [spoken for spoken in self._spoken if spoken.place < here])


def _is_when(tokens: Sequence[Token]) -> bool:
    """ "On Monday", "hours before": no word of it names anybody."""
    return any(t.entity in ("DATE", "TIME") for t in tokens) and all(
        t.entity in ("DATE", "TIME") or t.pos in ("ADV", "ADP", "SCONJ") for t in tokens
    )


def _ref(figure: Figure | None, surface: str) -> Ref | None:
    return Ref(figure.name, surface, figure.id, figure.kind) if figure else None


def _antecedent(sentence: Sentence, relative: Token) -> tuple[Token, ...]:
    """The noun phrase that a relative pronoun stands for, without the clause itself."""
    for verb in sentence.ancestors(relative):
        if verb.dep == "relcl":
            noun = sentence.head(verb)
            clause = {t.i for t in sentence.subtree(verb)}
            return tuple(t for t in sentence.subtree(noun) if t.i not in clause and t.i < relative.i)
    return ()
