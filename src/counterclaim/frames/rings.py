"""The words around a proposition, ring by ring: its own, its content, its sentence, then the article outwards.

What a toll or a cause belongs to often stands elsewhere: the article tells of a flood, and then that 40 died. Enter a
view and a proposition's evidence; leave sentences with the tokens to be looked at, the nearest first.
"""

from counterclaim.frames.view import View
from counterclaim.model import Sentence, Spans

Ring = tuple[Sentence, frozenset[int]]


def rings(view: View, evidence: Spans) -> tuple[list[Ring], list[Ring]]:
    """Each a sentence with the numbers of its tokens, nearest first, in two parts.

    The first part is what a reader knows by then: the evidence, the content, the rest of their sentences, and what the
    article said before. The second is what it says later.
    """
    here = view.scene.sentences_over(view.part, evidence or view.content)
    near = [
        (sentence, frozenset(t.i for t in sentence.tokens if any(t.span.overlaps(span) for span in spans)))
        for spans in (evidence, view.content)
        for sentence in here
    ]
    every = view.scene.parsed.sentences
    first, last = (here[0].index, here[-1].index) if here else (0, -1)
    known = [*near, *map(_all, (*here, *reversed(every[:first])))]
    return known, [_all(sentence) for sentence in every[last + 1 :]]


def _all(sentence: Sentence) -> Ring:
    return sentence, frozenset(range(len(sentence.tokens)))
