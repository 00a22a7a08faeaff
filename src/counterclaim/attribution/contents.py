"""What a cue may have as its content: the stretches of its sentence that grammar and quote marks offer.

Enters a cue with its source and paragraph; leaves candidate `Content`s, each with the `names` of the ways that lead
to it. Which one is meant is for `counterclaim.attribution.scores` to say. A content never holds its own cue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.edges import kept_words
from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import asked_for, measured, told_of
from counterclaim.attribution.sources import ADDRESSES, Source
from counterclaim.attribution.trimming import trim
from counterclaim.model import Span, Spans, Token

COMPLEMENTS = frozenset(
    [
        "ccomp",
        "xcomp",
        "dobj",
        "attr",
        "oprd",
        "prep",
        "acomp",
        "advcl",
        "dative",
        "acl",
        "relcl",
        "parataxis",
        "dep",
        "pcomp",
        "pobj",
        "npadvmod",
        "agent",
        "nsubjpass",
    ]
)
LEAD_WORDS = 9
REACH = 25
LEAD_OPENERS = frozenset(
    ["on", "in", "at", "during", "to", "via", "through", "by", "from", "after", "before", "with", "when", "as", "of"]
)
MARKS = frozenset({",", ";", "—", "–", "--", "...", "…"})
OPENERS = frozenset({"that", "whether", "how"})
OPENER_LABELS = frozenset({"mark", "advmod", "det", "nsubj", "nsubjpass", "pobj", "dobj"})
AGAINST = frozenset({"while", "whereas", "but", "although", "though"})
SEGMENT_ENDS = frozenset({",", ";", "|", "—", "–", "...", "…"})
MEANWHILE = frozenset({"as", "amid", "while"})


@dataclass(frozen=True, slots=True)
class Content:
    """One candidate. `spans` count in the passage's text; `words` are those of the cue's sentence that it holds."""

    spans: Spans
    words: tuple[int, ...]
    names: tuple[str, ...]


def contents_of(cue: Cue, source: Source, passage: Passage) -> tuple[Content, ...]:
    """All candidates, those that cover the same characters joined into one."""
    taken = {*cue.words, *source.words}
    found: dict[Spans, Content] = {}
    low, high = _bounds(cue)
    high = min(high, _own_end(cue, passage))
    above = _segment(cue, source) if passage.headline else ()
    for name, stretch in (*_stretches(cue, source), *_marked(cue, passage), *above):
        words = [i for i in stretch if low <= i < high]
        kept = kept_words(cue, words, taken)
        spans = _spans(cue, kept, passage)
        if name == "right" and spans and _is_label(cue, spans[0].start, passage):
            _keep(found, "paragraph", _to_the_end(spans, passage), tuple(kept))
        if not spans or any(_touches_cue(cue, span) for span in spans):
            continue
        _keep(found, name, spans, tuple(kept))
    return tuple(found.values())


def _keep(found: dict[Spans, Content], name: str, spans: Spans, words: tuple[int, ...]) -> None:
    earlier = found.get(spans)
    found[spans] = Content(spans, words, (*earlier.names, name) if earlier else (name,))


def _is_label(cue: Cue, start: int, passage: Passage) -> bool:
    """Does a colon stand before a whole paragraph, not before a quotation that ends within?"""
    quote = passage.quote_at(start)
    ends = quote is not None and any(letter.isalnum() for letter in passage.text[quote.outer.end : passage.span.end])
    return cue.kind == "colon" and cue.sentence.span.end < passage.span.end and not ends


def _to_the_end(spans: Spans, passage: Passage) -> Spans:
    """What a speaker's label opens runs to the end of the paragraph."""
    last = trim(passage.text, spans[0].start, passage.span.end)
    return (last,) if last else spans


def _stretches(cue: Cue, source: Source) -> Iterator[tuple[str, Iterable[int]]]:
    sentence, head = cue.sentence, cue.head
    last = len(sentence.tokens)
    for child in sentence.children(head):
        if child.dep in COMPLEMENTS and child.i not in source.words:
            yield from _complement(cue, child)
    clause_start = min([head.i, *_near_source(source)])
    clause_end = max([*cue.words, *_near_source(source)]) + 1
    yield "right", range(clause_end, last)
    for before in _next_speech(cue, clause_end):
        yield "right-until", range(clause_end, before)
    yield from _cuts("right", cue, clause_end, last)
    if clause_start:
        yield "left", range(clause_start)
        if last - clause_end > 2 and not ends_with_listener(cue, clause_end):
            yield "around", (*range(clause_start), *range(clause_end, last))
        comma = _comma_before(cue, clause_start - 1)
        if comma:
            yield "left-clause", range(comma + 1, clause_start)
    yield from _that(cue)
    yield from asked_for(cue)
    yield from measured(cue)
    if cue.kind == "according" or head.dep in ("parataxis", "advcl", "prep"):
        above = sentence.head(head)
        own = {token.i for token in sentence.subtree(head)}
        yield "above", [token.i for token in sentence.subtree(above) if token.i not in own]


def ends_with_listener(cue: Cue, clause_end: int) -> bool:
    """ "…, she told the paper.": behind the cue stands only who was told."""
    if cue.lemma not in ADDRESSES:
        return False
    told = [
        child for child in cue.sentence.children(cue.head) if child.dep in ("dobj", "dative") and child.i >= clause_end
    ]
    listener = {token.i for child in told for token in cue.sentence.subtree(child)}
    return bool(told) and all(token.i in listener or token.pos == "PUNCT" for token in cue.sentence.tokens[clause_end:])


def _own_end(cue: Cue, passage: Passage) -> int:
    """How many words the sentence has without an opening mark of the next one, which the parser leaves at its end."""
    tokens = cue.sentence.tokens
    end = len(tokens)
    while end > 1 and any(quote.outer.start == tokens[end - 1].span.start for quote in passage.quotes):
        end -= 1
    return end


def _bounds(cue: Cue) -> tuple[int, int]:
    """Where another speaker's clause begins: "according to A …, according to B", "A said …, while B said …"."""
    low, high = 0, len(cue.sentence.tokens)
    if cue.kind == "verb":
        before = next(_next_speech(cue, cue.head.i), high)
        opening = cue.sentence.tokens[before : before + 3]
        return low, before if any(token.text.lower() in AGAINST for token in opening) else high
    if cue.kind != "according":
        return low, told_of(cue)
    for other in cue.sentence.tokens:
        if other.text.lower() != "according" or other.i == cue.head.i:
            continue
        comma = _comma_before(cue, max(other.i, cue.head.i) - 1)
        if comma and min(other.i, cue.head.i) < comma:
            low, high = (max(low, comma + 1), high) if other.i < cue.head.i else (low, min(high, comma))
    return low, high


def _segment(cue: Cue, source: Source) -> Iterator[tuple[str, Iterable[int]]]:
    """Behind the cue in a headline, up to the next segment or to what happened meanwhile ("as shells fall")."""
    tokens = cue.sentence.tokens
    start = max([*cue.words, *_near_source(source)]) + 1
    breaks = (
        token.i
        for token in tokens[start + 1 :]
        if token.text in SEGMENT_ENDS or (token.text.lower() in MEANWHILE and token.pos in ("SCONJ", "ADP"))
    )
    yield "segment", range(start, next(breaks, len(tokens)))


def _that(cue: Cue) -> Iterator[tuple[str, Iterable[int]]]:
    """From a near "that", "whether" or "how" on, whatever the parser made of it."""
    tokens = cue.sentence.tokens
    for token in tokens[cue.head.i + 2 : cue.head.i + REACH]:
        if token.text.lower() in OPENERS and token.dep in OPENER_LABELS and not _of_medium(cue, token):
            yield f"that:{token.text.lower()}", range(token.i, len(tokens))
            yield from _cuts("that", cue, token.i, len(tokens))
            return


def _of_medium(cue: Cue, that: Token) -> bool:
    """ "The vote was stolen, she said in a video *that the station showed*": what is claimed stands before the cue."""
    verb = cue.sentence.head(that)
    told = any(child.dep == "ccomp" and child.i < cue.head.i for child in cue.sentence.children(cue.head))
    return told and that.tag == "WDT" and verb.dep == "relcl" and verb.head == that.i - 1


def _marked(cue: Cue, passage: Passage) -> Iterator[tuple[str, Iterable[int]]]:
    """The words of the spoken quotations right after and right before the cue."""
    start, end = cue.sentence.span.start, cue.sentence.span.end
    here = cue.head.span
    near = [quote for quote in passage.quotes if quote.outer.start < end and start < quote.outer.end]
    after = next((quote for quote in near if quote.outer.start >= here.end), None)
    before = next((quote for quote in reversed(near) if quote.outer.end <= here.start), None)
    inside: dict[str, list[int]] = {}
    for name, quote in (("quote-after", after), ("quote-before", before)):
        if quote:
            inside[name] = [t.i for t in cue.sentence.tokens if quote.inner.start <= t.span.start < quote.inner.end]
            yield name, inside[name]
    if len(inside) == 2:
        yield "quotes", [*inside["quote-before"], *inside["quote-after"]]


def _near_source(source: Source) -> tuple[int, ...]:
    """The source's words where they make one clause with the cue."""
    if not source.words or source.how.startswith(("shared", "maker", "noun", "issuer", "first")):
        return ()
    return source.words


def _complement(cue: Cue, child: Token) -> Iterator[tuple[str, Iterable[int]]]:
    sentence = cue.sentence
    below = [token.i for token in sentence.subtree(child)]
    yield f"sub:{child.dep}", below
    if child.dep in ("prep", "agent"):
        yield f"object:{child.dep}", [i for i in below if i != child.i]
    if cue.lemma == "speak" and child.text == "of":
        marks = (token.i for token in sentence.tokens[child.i + 2 :] if token.text in MARKS)
        yield "counted", range(child.i + 1, next(marks, len(sentence.tokens)))
    subjects = [token for token in sentence.children(child) if token.dep in ("nsubj", "dobj") and token.i < child.i]
    infinitive = any(token.tag == "TO" for token in sentence.children(child))
    if subjects and infinitive and child.i > cue.head.i:
        inside = {token.i for subject in subjects for token in sentence.subtree(subject)}
        yield f"predicate:{child.dep}", [i for i in below if i not in inside and i > max(inside)]
    if child.i > cue.head.i:
        first = min(below)
        yield f"from:{child.dep}", range(first, len(sentence.tokens))
        yield from _cuts(f"from:{child.dep}", cue, first, len(sentence.tokens))
        for before in _next_speech(cue, child.i):
            yield f"from:{child.dep}-until", range(first, before)
        if child.dep in ("dobj", "dative"):
            yield f"after:{child.dep}", range(max(below) + 1, len(sentence.tokens))


def _next_speech(cue: Cue, start: int) -> Iterator[int]:
    """Where the clause of the next reporting verb begins, its subject and "and" or "while" included."""
    sentence, tokens = cue.sentence, cue.sentence.tokens
    for token in tokens[start + 1 :]:
        if token.pos != "VERB" or not speaks("verb", token.lemma) or token.tag in ("VB", "VBN"):
            continue
        if not any(child.dep == "ccomp" for child in sentence.children(token)):
            continue  # "fighting continues" says nothing
        subjects = [child for child in sentence.children(token) if child.dep == "nsubj" and start < child.i < token.i]
        at = min(below.i for below in sentence.subtree(subjects[0])) if subjects else token.i
        while at > start and (
            tokens[at - 1].pos in ("CCONJ", "SCONJ", "PUNCT", "AUX") or tokens[at - 1].dep == "advmod"
        ):
            at -= 1
        if at > start:
            yield at
        return


def _cuts(name: str, cue: Cue, start: int, end: int) -> Iterator[tuple[str, Iterable[int]]]:
    """The same stretch up to its first and its last comma, semicolon or dash outside brackets."""
    marks = [i for i in range(start + 1, end - 1) if cue.sentence.tokens[i].text in MARKS]
    if marks:
        yield f"{name}-first", range(start, marks[0])
    if len(marks) > 1:
        yield f"{name}-last", range(start, marks[-1])
    if len(marks) > 2:
        yield f"{name}-second", range(start, marks[1])


def _comma_before(cue: Cue, at: int) -> int | None:
    """The comma that opens the clause which ends at `at`."""
    tokens = cue.sentence.tokens
    return next((i for i in range(at - 1, 0, -1) if tokens[i].text in (",", ";")), None)


def _spans(cue: Cue, words: list[int], passage: Passage) -> Spans:
    """Character spans: one a run of words, stretched over whole quotations, trimmed, neighbours joined."""
    tokens = cue.sentence.tokens
    runs: list[tuple[int, int]] = []
    previous = None
    for i in words:
        span = tokens[i].span
        if runs and previous is not None and i == previous + 1:
            runs[-1] = (runs[-1][0], span.end)
        else:
            runs.append((span.start, span.end))
        previous = i
    stretched = [_over_quotes(cue, start, end, passage) for start, end in runs]
    led = [(_past_lead(cue, passage, start, end), end) for start, end in _joined(stretched)]
    trimmed = [found for start, end in led if (found := trim(passage.text, start, end))]
    worded = tuple(span for span in trimmed if any(letter.isalnum() for letter in span.of(passage.text)))
    return worded + next_quotes(cue, worded, passage)


def next_quotes(cue: Cue, spans: Spans, passage: Passage) -> Spans:
    """Quotations of the next sentences that have nothing beside them: they go on with the quotation before."""
    if not spans or not passage.quotes or passage.quote_at(cue.head.span.start):
        return ()
    end = cue.sentence.tokens[_own_end(cue, passage) - 1].span.end
    if not any(
        quote.outer.start < end and spans[0].start <= quote.inner.start < spans[-1].end for quote in passage.quotes
    ):
        return ()
    more: list[Span] = []
    at = max(end, spans[-1].end)
    for quote in passage.quotes:
        if quote.outer.start < at:
            continue
        if any(letter.isalnum() for letter in passage.text[at : quote.outer.start]) or not passage.spoken(quote):
            break
        rest = passage.text[quote.outer.end : _sentence_end(passage, quote.outer.end)]
        if any(letter.isalnum() for letter in rest):
            break
        trimmed = trim(passage.text, quote.inner.start, quote.inner.end)
        more += [trimmed] if trimmed else []
        at = quote.outer.end
    return tuple(more)


def _sentence_end(passage: Passage, offset: int) -> int:
    """The end of the sentence that holds the character before `offset`."""
    return next((s.span.end for s in passage.sentences if s.span.start < offset <= s.span.end), offset)


def _over_quotes(cue: Cue, start: int, end: int, passage: Passage) -> tuple[int, int]:
    """The stretch with every spoken quotation that it cuts made whole, unless the cue stands in that quotation."""
    at = cue.head.span.start
    for quote in passage.quotes:
        outer = quote.outer
        cut = outer.start < end and start < outer.end and not (start <= outer.start and outer.end <= end)
        if cut and not outer.start <= at < outer.end and (start, end) != (outer.start, outer.end):
            start, end = min(start, outer.start), max(end, outer.end)
    return start, end


def _past_lead(cue: Cue, passage: Passage, start: int, end: int) -> int:
    """Past "on the radio," or "in a letter:" before a quotation; past all that leads to it if its cue is behind."""
    quote = next((quote for quote in passage.quotes if start < quote.outer.start < end and passage.spoken(quote)), None)
    if quote is None:
        return start
    lead = passage.text[start : quote.outer.start].strip()
    if lead.endswith(":") and quote.outer.end <= cue.head.span.start:
        return quote.outer.start
    if lead[-1:] in (",", ":") and len(lead.split()) <= LEAD_WORDS and lead.split()[0].lower() in LEAD_OPENERS:
        return quote.outer.start
    return start


def _touches_cue(cue: Cue, span: Span) -> bool:
    return any(cue.sentence.tokens[i].span.overlaps(span) for i in cue.words)


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(runs):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
