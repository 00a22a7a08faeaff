"""Contents that run on into the name of who says them: "Nineteen died in Karsh, its chair, Orla Venn, said".

Enters the spans of a content, of its source and of its cue; leaves the content up to the source, where the source
stands between it and the cue outside quote marks, without the office that stands before the name.
"""

from counterclaim.attribution import outlets
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.trimming import trim
from counterclaim.model import Span, Spans

LONGEST = 6  # words of "the deputy head of its crisis cell"
OFFICES = frozenset({"chair", "president", "minister", "mayor", "governor", "founder", "officer", "speaker"})
ARTICLES = frozenset({"its", "the", "his", "her", "their", "a", "an"})


def without_source(spans: Spans, source: Span | None, cue: Span, passage: Passage) -> Spans:
    """The content without its own source at its end."""
    if source is None or not spans:
        return spans
    last = spans[-1]
    runs_on = last.start < source.start < last.end <= cue.start and source.end <= cue.start
    if not runs_on or passage.quote_at(source.start) is not None:
        return spans
    text = passage.text[last.start : source.start].rstrip()
    if not text.endswith(","):
        return spans
    kept = trim(passage.text, last.start, last.start + len(_without_office(text)))
    return (*spans[:-1], kept) if kept is not None else spans


def _without_office(text: str) -> str:
    """ "…, its chair," is the speaker's office; "…, the capital," belongs to what is said."""
    before, comma, office = text.removesuffix(",").rpartition(",")
    words = office.split()
    titled = 1 < len(words) <= LONGEST and words[0].lower() in ARTICLES and _is_office(words)
    return before if comma and titled else text


def _is_office(words: list[str]) -> bool:
    lemmas = (word.lower() for word in words[1:])
    mouths = outlets.lists()["mouths"] | OFFICES
    return any(in_list("source", "voice", word) or word in mouths for word in lemmas)
