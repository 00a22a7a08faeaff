"""Who "we" are in a text that a body publishes itself: "Bulletin No. 4 of the General Staff".

Enters an article and its figures; leaves the body that its heading names as the author, else the outlet, else nobody.
"""

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.vocabulary import plain
from counterclaim.model import EntityKind

_PAPERS = frozenset(
    [
        "announcement", "appeal", "bulletin", "communique", "declaration", "letter", "manifesto", "message", "notice",
        "proclamation", "release", "statement",
    ]
)  # fmt: skip
_BY = frozenset(("by", "from", "of"))
_OPENING = 4  # sentences that may be the heading


def publisher(figures: Figures) -> Figure | None:
    """The body whose text it is; None where neither a heading nor the user says so."""
    found = _author(figures)
    if found is not None:
        return found
    outlet = figures.page.article.outlet
    if not outlet:
        return None
    known = next((f for f in figures.of_kind(EntityKind.ORGANIZATION) if outlet in f.names), None)
    return known or figures.new(EntityKind.ORGANIZATION, outlet)


def _author(figures: Figures) -> Figure | None:
    """ "Communiqué No. 7 of the NAME": the first body behind the paper's kind, within one paragraph."""
    paper, by = -1, False
    for sentence in figures.page.sentences[:_OPENING]:
        for token in sentence.tokens:
            if plain(token.text) in _PAPERS:
                paper, by = sentence.block, False
            elif paper == sentence.block and token.text.lower() in _BY:
                by = True
            hit = figures.at(sentence.index, token.i)
            if hit is not None and paper == sentence.block and by:
                return hit[1] if hit[1].kind is EntityKind.ORGANIZATION else None
    return None
