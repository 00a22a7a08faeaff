"""Chooses whom a pronoun, or a quotation without a source, goes back to.

A weighing, not a parse: whoever spoke last, whoever is the subject of the sentences before, and how far back. A
translated page may call a woman "he", so gender only tips the balance.
"""

import re
from collections.abc import Sequence

from counterclaim.entities.endings import lean_of
from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.page import Page, begin
from counterclaim.entities.spoken import Spoken
from counterclaim.entities.vocabulary import BODY_NOUNS, SPEECH_LEMMAS, is_office
from counterclaim.model import Attribution, EntityKind, Sentence, Span, Token

_CLAUSES = frozenset(("ccomp", "advcl", "relcl", "acl", "pcomp", "xcomp"))
_SUBJECTS = ("nsubj", "nsubjpass")
_SINGULAR = frozenset(["he", "she", "him", "her", "his", "hers"])
_BODIES = (EntityKind.ORGANIZATION, EntityKind.PLACE)
_ONE_PERSON = frozenset(("source", "person", "insider", "individual"))
_REACH = 8
_UNNAMED = 3  # sentences that "he" reaches back to somebody unnamed
# Weights in sentences of distance: tuned by reading development articles.
_SPOKE_LAST = 2.5
_SPOKE_BEFORE = 0.4
_SUBJECT = 1.5
_GENDER = 2.0
_FAR = 0.6
_IN_QUOTES = 2.0
_OUTSIDE = 1.0  # off who is only named in another paragraph


class Antecedents:
    """Answers what pronouns and missing sources of one article go back to."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures

    def of(self, pronoun: str, token: Token, attribution: Attribution, before: Sequence[Spoken]) -> Figure | None:
        """The figure that the pronoun at `token` means; None for "you" and where nobody fits."""
        if pronoun in ("i", "we", "me", "us"):
            return self._whose_words(token.span, attribution, before)
        if pronoun in (*_SINGULAR, "it") and (unnamed := self._unnamed_before(token, attribution, before, pronoun)):
            return unnamed
        if pronoun in _SINGULAR:
            kinds: tuple[EntityKind, ...] = (EntityKind.PERSON,)
        elif pronoun in ("it", "its", "itself"):
            kinds = _BODIES
        elif pronoun == "both":
            kinds = (EntityKind.GROUP,)  # "Both deny it": two persons, and no body
        elif pronoun in ("they", "them", "their"):
            kinds = (EntityKind.GROUP, *_BODIES)
        else:
            return None
        best = self.nearest(self._figures.of_kind(*kinds), token, attribution, before, pronoun=pronoun)
        return best or (_last_speaker(before) if pronoun not in _SINGULAR else None)

    def _unnamed_before(
        self, token: Token, attribution: Attribution, before: Sequence[Spoken], pronoun: str
    ) -> Figure | None:
        """ "An officer said … He said", "the presidency said … it said": whoever spoke last, though nobody names him or
        it, if no such figure has come since."""
        here = self._page.sentence_at(attribution.part, token.span.start)
        uttered = (s for s in reversed(before) if s.attribution.speech)
        last = next((s for s in uttered if not _inside(token.span, s.attribution.content)), None)
        if here is None or last is None or last.figure is None or last.sentence is None:
            return None
        kinds, fits = (_BODIES, _is_one_body) if pronoun == "it" else ((EntityKind.PERSON,), _is_one_person)
        near = last.sentence.block == here.block and here.index - last.sentence.index <= _UNNAMED
        if last.figure.kind is not EntityKind.GROUP or not near or not fits(last.figure.name):
            return None
        since = (
            name
            for name, figure in self._figures.named
            if figure.kind in kinds and last.sentence.index <= name.sentence.index <= here.index
        )
        return None if any(n.span.start < token.span.start and _is_main_subject(n) for n in since) else last.figure

    def _whose_words(self, span: Span, attribution: Attribution, before: Sequence[Spoken]) -> Figure | None:
        """ "I" and "we" inside somebody's words are that speaker."""
        around = [s for s in before if s.attribution is not attribution and _inside(span, s.attribution.content)]
        return around[-1].figure if around else None

    def nearest(
        self,
        wanted: Sequence[Figure],
        token: Token,
        attribution: Attribution,
        before: Sequence[Spoken],
        *,
        pronoun: str = "",
        reach: int = _REACH,
    ) -> Figure | None:
        """Of the wanted figures, the one that the text before `token` is most about; None where none is near."""
        here = self._page.sentence_at(attribution.part, token.span.start)
        if here is None:
            return None
        pool = {id(figure): figure for figure in wanted}
        mentions = [
            (name, figure)
            for name, figure in self._figures.named
            if name.sentence.part is attribution.part
            and name.span.start < token.span.start
            and here.index - name.sentence.index <= reach
        ]
        scores: dict[int, float] = {}
        for name, figure in mentions:
            if id(figure) in pool:
                value = self._weight(name, here, attribution, before)
                scores[id(figure)] = max(scores.get(id(figure), value), value)
        outside = [hit for hit in mentions if not _inside(hit[0].span, attribution.content)]
        self._add_last_speaker(scores, pool, outside, here, before)
        for key in scores:
            scores[key] += _gender(pronoun, pool[key])
        return pool[max(scores, key=lambda key: scores[key])] if scores else None

    def _weight(self, name: Name, here: Sentence, attribution: Attribution, before: Sequence[Spoken]) -> float:
        value = -_FAR * (here.index - name.sentence.index) - _OUTSIDE * (name.sentence.block != here.block)
        value += _SUBJECT if _is_main_subject(name) else _SUBJECT / 3 if _is_subject(name) else 0.0
        return value - (_IN_QUOTES if self._said(name.span, attribution, before) else 0.0)

    def _said(self, span: Span, attribution: Attribution, before: Sequence[Spoken]) -> bool:
        """Does the name only stand in somebody's words?"""
        return _inside(span, attribution.content) or any(_inside(span, s.attribution.content) for s in before[-6:])

    def _add_last_speaker(
        self,
        scores: dict[int, float],
        pool: dict[int, Figure],
        mentions: Sequence[tuple[Name, Figure]],
        here: Sentence,
        before: Sequence[Spoken],
    ) -> None:
        """Whoever spoke last is likely meant, unless somebody else has since become the subject."""
        last = before[-1] if before else None
        if last is None or last.figure is None or last.sentence is None or id(last.figure) not in pool:
            return
        distance = here.index - last.sentence.index
        if not 0 <= distance <= _REACH:
            return
        ends = max((s.end for s in last.attribution.content + last.attribution.source), default=0)
        left = last.sentence.block != here.block
        overtaken = any(
            figure is not last.figure
            and (figure.kind is last.figure.kind or _body_after_place(figure, last.figure))
            and name.span.start >= ends
            and name.sentence.index > last.sentence.index
            and (_is_main_subject(name) or (left and name.sentence.block == here.block))
            for name, figure in mentions
            if not any(_inside(name.span, s.attribution.content) for s in before[-6:])
        )
        key = id(last.figure)
        scores[key] = max(scores.get(key, -_FAR * distance), -_FAR * distance) + (
            (_SPOKE_BEFORE * (not left)) if overtaken else _SPOKE_LAST
        )

    def carried(self, attribution: Attribution, spoken: Sequence[Spoken]) -> Figure | None:
        """Who goes on speaking without a source: the sentence's subject, the paragraph's speaker, the one before."""
        start = begin(attribution.content + attribution.cue)
        here = self._page.sentence_at(attribution.part, start) if start is not None else None
        if here is None or start is None:
            return None
        known = [s for s in spoken if s.figure and s.attribution.part is attribution.part and s.sentence]
        if not attribution.cue:  # nor is a quotation theirs who are quoted in it
            known = [s for s in known if not (s.attribution.source and _holds(attribution, s.attribution))]
        begins = [begin(s.attribution.content + s.attribution.source) or 0 for s in known]
        before = [s for s, at in zip(known, begins, strict=True) if at < start]
        after = [s for s, at in zip(known, begins, strict=True) if at >= start]
        others = (s.attribution.content for s in before)
        around = [span for spans in others if not any(one.start <= start < one.end for one in spans) for span in spans]
        said = (*attribution.content, *around)
        named = attribution.cue and (
            self._subject_of(attribution, here, said)
            or self._behind(attribution, here)
            or self._only_one(attribution, here, said)
        )
        if named:
            return named
        if not attribution.cue:  # a quotation goes on with its speaker, and not with whom he quoted in it
            before = [s for s in before if not _is_quoted_in(s, before)] or before
        for near in (*before[-1:], *after[:1]):
            if near.sentence and near.sentence.block == here.block:
                return near.figure
        far = (s.figure for s in before[-1:] if s.sentence and here.index - s.sentence.index <= _REACH)
        return self._says_in(attribution, here) or next(far, None)

    def _says_in(self, attribution: Attribution, here: Sentence) -> Figure | None:
        """The first in the paragraph whose name is the subject of a verb of saying, outside the words said."""
        for name, figure in self._figures.named:
            verb = name.sentence.head(name.tokens[-1])
            says = verb.lemma in SPEECH_LEMMAS and _is_subject(name)
            if says and name.sentence.block == here.block and not _inside(name.span, attribution.content):
                return figure
        return None

    def _behind(self, attribution: Attribution, here: Sentence) -> Figure | None:
        """ "…, wrote on Telegram NAME": the first person named behind the cue, before another verb."""
        cue = max(span.end for span in attribution.cue)
        for token in here.tokens:
            if token.span.start < cue:
                continue
            hit = self._figures.at(here.index, token.i)
            if hit and hit[1].kind is EntityKind.PERSON and not _inside(hit[0].span, attribution.content):
                return hit[1]
            if token.pos in ("VERB", "AUX", "PUNCT"):
                break
        return None

    def _only_one(self, attribution: Attribution, here: Sentence, said: Sequence[Span]) -> Figure | None:
        """The only person whom the sentence names before the cue outside what is said, whatever the parser made of
        him.
        """
        cue = begin(attribution.cue) or 0
        found = {
            id(figure): figure
            for name, figure in self._figures.named
            if name.sentence.index == here.index
            and name.span.start < cue
            and figure.kind is EntityKind.PERSON
            and not _inside(name.span, said)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _subject_of(self, attribution: Attribution, here: Sentence, said: Sequence[Span]) -> Figure | None:
        """The subject named last before the cue, outside the words said."""
        cue = begin(attribution.cue) or 0
        found = [
            figure
            for name, figure in self._figures.named
            if name.sentence.index == here.index
            and name.span.start < cue
            and _is_subject(name)
            and not _inside(name.span, said)
        ]
        return found[-1] if found else None


def _body_after_place(figure: Figure, last: Figure) -> bool:
    """ "Tarvia said … The Institute visited the town. It said …": a body that is a subject since is meant sooner."""
    return figure.kind is EntityKind.ORGANIZATION and last.kind is EntityKind.PLACE


def _last_speaker(before: Sequence[Spoken]) -> Figure | None:
    return next((s.figure for s in reversed(before) if s.figure), None)


def _is_subject(name: Name) -> bool:
    return _subject_token(name) is not None


def _subject_token(name: Name) -> Token | None:
    """The subject that the name is, or stands beside: "the mayor, NAME, said"."""
    for token in name.tokens:
        if token.dep in _SUBJECTS:
            return token
    for token in name.tokens if any(t.dep == "appos" for t in name.tokens) else ():
        for above in name.sentence.ancestors(token):
            if above.dep in _SUBJECTS:
                return above
            if above.dep not in ("appos", "pobj", "prep"):
                break
    return None


def _is_main_subject(name: Name) -> bool:
    """Is it the subject of a clause that hangs on no other?"""
    subject = _subject_token(name)
    if subject is None:
        return False
    verb = name.sentence.head(subject)
    # "A. B. seized on this: …, he said": what stands before the cue hangs on it, and yet is a sentence of its own.
    fronted = name.sentence.head(verb).i > verb.i and _is_fronted(verb, name.sentence)
    return fronted or not any(t.dep in _CLAUSES for t in (verb, *name.sentence.ancestors(verb)))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """ "“… As specialists report, it rose.”": does the one tell within its own words what the other says?"""
    return all(_inside(span, outer.content) for span in (*inner.source, *inner.cue))


def _is_quoted_in(one: Spoken, spoken: Sequence[Spoken]) -> bool:
    named = (*one.attribution.cue, *one.attribution.source)
    others = (s.attribution.content for s in spoken if s is not one and s.figure is not one.figure)
    return bool(named) and any(all(_inside(span, content) for span in named) for content in others)


def _is_fronted(verb: Token, sentence: Sentence) -> bool:
    """Does it hang on verbs behind it alone, up to the sentence's root?"""
    while verb.dep == "ccomp" and sentence.head(verb).i > verb.i:
        verb = sentence.head(verb)
    return verb.dep == "ROOT"


def _is_one_body(words: str) -> bool:
    """ "The presidency", "aid group", but not "residents", "officials in the town" or "an officer"."""
    head = re.split(r" (?:of|in|at|for|from|with|on|close|near)\b", words)[0].split()
    return bool(head) and head[-1].lower() in BODY_NOUNS


def _is_one_person(words: str) -> bool:
    """ "Engineer in the works office", "source in the division", but not "residents" or "two officers"."""
    head = re.split(r" (?:of|in|at|for|from|with|on|who|close|near|briefed|known)\b", words)[0].split()
    return bool(head) and (is_office(head[-1]) or head[-1].lower() in _ONE_PERSON) and not words[0].isdigit()


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.covers(span) for other in spans)


def _gender(pronoun: str, figure: Figure) -> float:
    lean, ending = figure.female - figure.male, lean_of(figure.name)
    if (lean == 0 and ending == 0) or pronoun not in _SINGULAR:
        return 0.0
    female = pronoun in ("she", "her", "hers")
    if lean == 0:  # an ending rules out, and shows nobody to be likelier than whose name has none
        return 0.0 if (ending > 0) == female else -_GENDER
    return _GENDER if (lean > 0) == female else -_GENDER
