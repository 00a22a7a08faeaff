"""The words around a proposition, ring by ring: its own, its content, its sentence, then the article outwards.

What a toll or a cause belongs to often stands elsewhere: the article tells of a flood, and then that 40 died. Enter a
view and a proposition's evidence; leave sentences with the tokens to be looked at, the nearest first.
"""

from collections.abc import Iterator

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Sentence, Spans


def rings(view: View, evidence: Spans) -> Iterator[tuple[Sentence, frozenset[int]]]:
    """(sentence, numbers of its tokens): evidence, content and the rest of its sentences, those before, those after."""
    here = view.scene.sentences_over(view.part, evidence or view.content)
    for spans in (evidence, view.content):
        for sentence in here:
            yield sentence, frozenset(t.i for t in sentence.tokens if any(t.span.overlaps(span) for span in spans))
    every = view.scene.parsed.sentences
    first, last = (here[0].index, here[-1].index) if here else (0, -1)
    for sentence in (*here, *reversed(every[:first]), *every[last + 1 :]):
        yield sentence, frozenset(range(len(sentence.tokens)))


def whole(sentence: Sentence) -> Stretch:
    """A sentence with all of its tokens, whatever the content takes of it."""
    return Stretch(sentence, frozenset(range(len(sentence.tokens))))
