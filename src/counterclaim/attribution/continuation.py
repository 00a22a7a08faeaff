"""Speech that goes on in the next paragraph: behind "she said:", in a quotation on its own, as hearsay.

Enters the passages with what was found in them; leaves further attributions of the same speaker, without source and cue
but behind the colon.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.cues import find_cues
from counterclaim.attribution.lexicon import in_list, lists, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.signed import signed_quotes
from counterclaim.attribution.sources import source_of
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Stance

QUOTED = 0.85  # share of such quotations that the development articles hold to be speech of who spoke before
HEARSAY = 0.5
POINTERS = frozenset({"these", "this", "that", "those", "such"})
ENOUGH = 6
NAMED = 12  # words of a line that only names who speaks
ASKED = 3  # sentences of a question in an interview

Opening = tuple[Span, Span]


def carried_on(passages: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions that nothing but their place gives to a speaker; only after somebody has spoken."""
    spoken_before, opening = False, None
    amid = _amid(passages)
    signed = [one for one in signed_quotes(passages) if not any(_overlap(one, other) for other in found)]
    yield from signed
    found = [*found, *signed]
    for passage in passages:
        here = passage.span
        mine = [one for one in found if one.part is passage.part and any(here.overlaps(span) for span in one.content)]
        opened = _opened(passage, opening) if opening and not mine else None
        opening = None if passage.headline else _opening(passage, mine)
        if opened:
            yield opened
            spoken_before = True
        elif spoken_before and not passage.headline:
            free = [quote for quote in passage.quotes if _free(passage, quote, mine)]
            yield from (_quotation(passage, quote) for quote in free)
            inside = passage.block in amid and not free and not mine
            if inside:
                yield from _whole(passage)
            elif not free and not mine:
                yield from _hearsay(passage)
            spoken_before = bool(mine or free) or inside or _is_question(passage) or opening is not None
        else:
            spoken_before = bool(mine or opening) and not passage.headline


def _overlap(one: Attribution, other: Attribution) -> bool:
    if one.part is not other.part:
        return False
    return any(span.overlaps(held) for span in one.content for held in other.content)


def _amid(passages: Sequence[Passage]) -> frozenset[int]:
    """Blocks without marks between one whose quotation stays open and one that opens with the same mark."""
    found = set()
    for before, here, after in zip(passages, passages[1:], passages[2:], strict=False):
        left = before.quotes[-1] if before.quotes else None
        again = after.quotes[0] if after.quotes else None
        if left is None or left.closed or again is None or here.quotes or here.headline or here.part is not after.part:
            continue
        mark = before.text[left.outer.start]
        if again.outer.start == after.span.start and after.text[again.outer.start] == mark:
            found.add(here.block)
    return frozenset(found)


def _whole(passage: Passage) -> Iterator[Attribution]:
    """A paragraph in the midst of a quotation."""
    span = trim(passage.text, passage.span.start, passage.span.end)
    if span is not None:
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (), (), (span,), Quotation.DIRECT, stance, QUOTED)


def _is_question(passage: Passage) -> bool:
    """What an interviewer asks between two answers."""
    return len(passage.sentences) <= ASKED and passage.text[passage.span.end - 1] == "?"


def opening_of(passage: Passage, found: Sequence[Attribution]) -> Opening | None:
    """The speaker and the verb of a paragraph that ends in a colon, whatever is said before it; none of a headline."""
    here = [one for one in found if one.part is passage.part and any(passage.span.overlaps(s) for s in one.content)]
    return None if passage.headline else _opening(passage, here)


def _opening(passage: Passage, mine: Sequence[Attribution]) -> Opening | None:
    """The speaker and the verb of a paragraph that ends "…, she said in the evening:", with nothing said yet."""
    last = passage.sentences[-1]
    if last.tokens[-1].text != ":" or any(span.start > last.span.start for one in mine for span in one.content):
        return None
    named = _named_alone(last)
    if named is not None:
        return named, last.tokens[-1].span
    for cue in find_cues(last):
        source = source_of(cue, passage)
        told = speaks("verb", cue.lemma) or cue.lemma in lists()["clausal"]["verb"]
        if cue.kind == "verb" and cue.head.dep == "ROOT" and told and source.words:
            words = [last.tokens[i].span for i in source.words]
            return Span(words[0].start, words[-1].end), cue.head.span
    return None


def _named_alone(sentence: Sentence) -> Span | None:
    """ "A. B., their spokesman:": a paragraph's last line that is a person's name, and perhaps an office."""
    words = sentence.tokens[:-1]
    bare = 0 < len(words) <= NAMED and not any(token.pos in ("VERB", "AUX") for token in words)
    titled = any(in_list("source", "voice", token.lemma.lower()) for token in words)
    named = words[-1:] and any(token.pos == "PROPN" for token in words)
    person = bare and named and (titled or any(token.entity == "PERSON" for token in words))
    alone = all(token.pos != "NOUN" or in_list("source", "voice", token.lemma.lower()) for token in words)
    return Span(words[0].span.start, words[-1].span.end) if person and alone else None


def _opened(passage: Passage, opening: Opening) -> Attribution | None:
    """The quotation at the paragraph's start, else, behind the colon, the whole paragraph."""
    first = passage.quotes[0] if passage.quotes else None
    quoted = first is not None and first.outer.start == passage.span.start
    if first is not None and not quoted:
        return None
    whole = first.inner if first is not None else passage.span
    span = trim(passage.text, whole.start, whole.end)
    if span is None or passage.headline:
        return None
    quotation = Quotation.DIRECT if quoted else Quotation.INDIRECT
    source, cue = opening
    return Attribution(
        passage.part, (source,), (cue,), (span,), quotation, stance_in((span,), passage), QUOTED if quoted else HEARSAY
    )


def _free(passage: Passage, quote: Quote, mine: Sequence[Attribution]) -> bool:
    """A quotation of whole sentences that no attribution holds and that has no words of its sentences beside it."""
    if not passage.spoken(quote) or len(quote.inner.of(passage.text).split()) < ENOUGH:
        return False
    told = [one for one in mine if not _within(one, quote.inner, passage)]
    if any(quote.inner.overlaps(span) for one in told for span in (*one.content, *one.cue)):
        return False
    beside = [sentence.span for sentence in passage.sentences if sentence.span.overlaps(quote.outer)]
    before = passage.text[beside[0].start : quote.outer.start] if beside and beside[0].start < quote.outer.start else ""
    after = passage.text[quote.outer.end : beside[-1].end] if beside and beside[-1].end > quote.outer.end else ""
    return not any(letter.isalnum() for letter in before + after)


def _within(one: Attribution, inner: Span, passage: Passage) -> bool:
    """ "“… As specialists report, it rose.”": what the speaker has from others, all of it among his words."""
    spans = (*one.source, *one.cue, *one.content)
    labelled = any(span.of(passage.text) == ":" for span in one.cue)  # "“VANE: No."
    more = len(inner.of(passage.text).split()) - sum(len(span.of(passage.text).split()) for span in spans)
    return bool(one.source and one.cue) and not labelled and more >= ENOUGH and all(map(inner.covers, spans))


def _quotation(passage: Passage, quote: Quote) -> Attribution:
    span = trim(passage.text, quote.inner.start, quote.inner.end) or quote.inner
    return Attribution(passage.part, (), (), (span,), Quotation.DIRECT, stance_in((span,), passage), QUOTED)


def _hearsay(passage: Passage) -> Iterator[Attribution]:
    """The conditional of what one only passes on, pointing back: "The aim of these raids would be to …"."""
    sentence = passage.sentences[0]
    if len(passage.sentences) > 1 or not _passes_on(sentence):
        return
    span = trim(passage.text, sentence.span.start, sentence.span.end)
    if span:
        quotation = Quotation.MIXED if passage.quotes else Quotation.INDIRECT
        yield Attribution(passage.part, (), (), (Span(span.start, span.end),), quotation, Stance.ASSERTS, HEARSAY)


def _passes_on(sentence: Sentence) -> bool:
    root = sentence.root
    would = any(child.dep == "aux" and child.text.lower() == "would" for child in sentence.children(root))
    words = {token.text.lower() for token in sentence.tokens}
    return would and root.lemma == "be" and not words & {"if", "unless"} and bool(words & POINTERS)
