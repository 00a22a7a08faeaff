"""What stands before a content in its own sentence and is told of its speaker: "The deputy seized on this: the minister
had lied, he said", "A said X; Y, she warned, would follow"; and the words that say who
"according to A, the head of B," is.

Enters the content's spans, the cue, its source and paragraph; leaves the content without them.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.sources import SUBJECTS, Source
from counterclaim.attribution.trimming import trim
from counterclaim.model import Span, Spans, Token

PRONOUNS = frozenset({"he", "she", "it", "they"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ARTICLES = frozenset({"a", "an", "one", "another", "the"})
FEW = 2
APPOSED = 14  # words that say who a speaker is


def speaker_behind(spans: Spans, who: Span | None, said_by: Span, passage: Passage) -> tuple[Spans, Span | None]:
    """ "“The law is bad,” a judge, who asked not to be named, told X", where the tree takes the judge for what is said:
    the quotation, and the words between it and the cue as whose it is.
    """
    if len(spans) != 1 or spans[0].end > said_by.start:
        return spans, who
    quote = passage.quote_at(spans[0].start)
    text = passage.text
    if quote is None or not quote.inner.of(text).rstrip().endswith(",") or not passage.spoken(quote):
        return spans, who
    rest = trim(text, quote.outer.end, spans[0].end)
    beside = not any(letter.isalnum() for letter in text[spans[0].end : said_by.start])
    words = rest.of(text).split() if rest is not None else []
    told = trim(text, quote.inner.start, quote.inner.end)
    if rest is None or told is None or not beside or len(words) < FEW or words[0].lower() not in ARTICLES:
        return spans, who
    return (told,), rest


def without_own_clause(spans: Spans, cue: Cue, source: Source, passage: Passage) -> Spans:
    """The content from behind the speaker's own clause on."""
    start = _behind_apposition(cue, source) if cue.kind == "according" else _behind_mark(cue, source, passage)
    if not start or not spans or not spans[0].start < start < spans[-1].end:
        return spans
    kept = (trim(passage.text, max(span.start, start), span.end) for span in spans if span.end > start)
    return tuple(span for span in kept if span is not None) or spans


def _behind_mark(cue: Cue, source: Source, passage: Passage) -> int:
    """Where the words after the last colon or semicolon before "he said" begin, if the clause before is about him."""
    if source.head is None or source.head.text.lower() not in PRONOUNS:
        return 0
    tokens, first = cue.sentence.tokens, min(cue.head.i, source.head.i)
    marks = (t for t in reversed(tokens[:first]) if t.text in (":", ";") and not passage.quote_at(t.span.start))
    mark = next(marks, None)
    if mark is None:
        return 0
    told = [t for t in tokens[: mark.i] if t.dep in SUBJECTS and not passage.quote_at(t.span.start)]
    verbs = [cue.sentence.head(subject) for subject in told]
    somebody = any(_is_person(subject) for subject in told[:1])
    about = somebody if mark.text == ":" else any(_says(verb) and verb.i < mark.i for verb in verbs)
    return mark.span.end if about else 0


def _is_person(subject: Token) -> bool:
    voice = in_list("source", "voice", subject.lemma.lower())
    return voice or subject.entity == "PERSON" or subject.text.lower() in PRONOUNS


def _says(verb: Token) -> bool:
    return verb.tag in FINITE and speaks("verb", verb.lemma)


def _behind_apposition(cue: Cue, source: Source) -> int:
    """ "According to A. B., the former head of the port, the ship …": the comma behind what A. B. is."""
    tokens, head = cue.sentence.tokens, source.head
    if head is None or cue.head.i or head.pos != "PROPN":
        return 0
    apposed = next((t for t in cue.sentence.children(head) if t.dep == "appos" and t.i > head.i), None)
    last = max((t.i for t in cue.sentence.subtree(apposed)), default=0) if apposed is not None else 0
    ends = last and last - head.i <= APPOSED and last + 2 < len(tokens)
    return tokens[last + 1].span.end if ends and "," in (tokens[last + 1].text, tokens[last].text) else 0
