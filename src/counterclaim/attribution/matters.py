"""What stands before a colon in a headline and speaks to nobody: "Peru: rebels 'enter centre of the capital'".

Enters the colon, the words before it and the headline; says whether they only tell where it happened.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.sources import Source

DASHES = frozenset({"-", "–", "—"})
SIGNED = 6  # words that sign a headline behind a dash
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def names_matter(cue: Cue, source: Source, passage: Passage, speakers: frozenset[str]) -> bool:
    """Is it a place, or somebody who speaks nowhere in the report, and does somebody else say what stands behind the
    colon?"""
    head = source.head
    bare = head is not None and head.pos == "PROPN" and not head.entity and len(source.words) == 1
    place = bare or (head is not None and head.entity in ("GPE", "LOC"))
    silent = all(cue.sentence.tokens[i].text.lower() not in speakers for i in source.words)  # a town taken for a person
    return (place and (_quoted(cue, passage) or _is_signed(cue))) or ((place or silent) and _is_said(cue))


def _quoted(cue: Cue, passage: Passage) -> bool:
    """ "Peru: rebels 'enter centre of the capital'"."""
    start, end = cue.head.span.end + 2, passage.span.end
    return any(start < quote.outer.start and quote.outer.end >= end - 1 for quote in passage.quotes)


def _is_signed(cue: Cue) -> bool:
    """ "Peru: twelve killed in raid – officials"."""
    tokens = cue.sentence.tokens
    dash = next((t.i for t in reversed(tokens) if t.text in DASHES and t.span.start > tokens[t.i - 1].span.end), 0)
    behind = tokens[dash + 1 :]
    plain = not any(token.pos in ("VERB", "AUX") for token in behind)
    return dash > cue.head.i + 2 and 0 < len(behind) <= SIGNED and plain


def _is_said(cue: Cue) -> bool:
    """ "Peru: army says it holds the mill"."""
    for token in cue.sentence.tokens[cue.head.i + 1 :]:
        if token.pos == "VERB" and token.tag in FINITE:
            named = [child for child in cue.sentence.children(token) if child.dep == "nsubj"]
            before = [child for child in named if cue.head.i < child.i < token.i and child.pos != "PRON"]
            return speaks("verb", token.lemma) and bool(before)
    return False
