"""Who "we" are in a text that a body publishes itself: "Bulletin No. 4 of the General Staff".

Enters an article and its figures; leaves the body that its heading names as the author, else the outlet, else nobody.
"""

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.vocabulary import plain
from counterclaim.model import EntityKind, Sentence

_PAPERS = frozenset(
    [
        "announcement", "appeal", "bulletin", "communique", "declaration", "letter", "manifesto", "message", "notice",
        "proclamation", "release", "statement",
    ]
)  # fmt: skip
_BY = frozenset(("by", "from", "of"))
_OPENING = 3  # sentences that may be the heading


def publisher(figures: Figures) -> Figure | None:
    """The body whose text it is; None where neither a heading nor the user says so."""
    for sentence in figures.page.sentences[:_OPENING]:
        found = _author(sentence, figures)
        if found is not None:
            return found
    outlet = figures.page.article.outlet
    if not outlet:
        return None
    known = next((f for f in figures.of_kind(EntityKind.ORGANIZATION) if outlet in f.names), None)
    return known or figures.new(EntityKind.ORGANIZATION, outlet)


def _author(sentence: Sentence, figures: Figures) -> Figure | None:
    """ "Communiqué No. 7 of the NAME": the first body behind the paper's kind."""
    paper = next((token.i for token in sentence.tokens if plain(token.text) in _PAPERS), None)
    if paper is None:
        return None
    by = next((token.i for token in sentence.tokens[paper:] if token.text.lower() in _BY), None)
    behind = sentence.tokens[by + 1 : by + 4] if by is not None else ()
    hits = (figures.at(sentence.index, token.i) for token in behind)
    return next((hit[1] for hit in hits if hit and hit[1].kind is EntityKind.ORGANIZATION), None)
