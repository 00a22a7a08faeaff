"""Noun phrases in the words that the article has for them.

Enter a view, a stretch and the head of a noun phrase; leaves the words, or those whom only the words name.
"""

from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Ref, Token


def words(view: View, stretch: Stretch, head: Token) -> str:
    """The noun phrase as it stands, without its article."""
    tokens = stretch.phrase(head)
    while len(tokens) > 1 and (tokens[0].dep == "det" or tokens[0].pos == "PUNCT" or _refuses(tokens)):
        tokens = tokens[1:]
    said = span_of(tokens).of(view.scene.parsed.article.part(view.part))
    return said.removesuffix("'s").removesuffix("’s")


def _refuses(tokens: list[Token]) -> bool:
    """ "(It was) not the army": the army, and no "not one soldier"."""
    return tokens[0].text.lower() == "not" and tokens[1].pos != "NUM" and tokens[1].text.lower() not in ("a", "an")


def described(view: View, stretch: Stretch, head: Token) -> Ref:
    """Those whom only their description names ("men in the pay of X", "men paid by X")."""
    below = [token for token in stretch.subtree(head) if token.i >= head.i]
    stop = next((t.i for t in below if t.pos == "PUNCT" or t.dep in ("relcl", "appos", "cc") or _does(t)), None)
    tokens = [token for token in stretch.phrase(head) if token.i < head.i and token.dep not in ("det", "punct")]
    tokens += [token for token in below if stop is None or token.i < stop]
    name = span_of(tokens).of(view.scene.parsed.article.part(view.part))
    return Ref(name, name, None, EntityKind.GROUP)


def bare_words(view: View, stretch: Stretch, head: Token) -> str:
    """The noun with what stands before it, without article and without what hangs on it behind ("hospital in X")."""
    tokens = [token for token in stretch.phrase(head) if token.i <= head.i]
    while len(tokens) > 1 and (tokens[0].dep == "det" or tokens[0].pos in ("PUNCT", "ADV")):
        tokens = tokens[1:]
    return span_of(tokens).of(view.scene.parsed.article.part(view.part))


def _does(token: Token) -> bool:
    """ "Policemen *shooting from the steps*" are policemen; "men *working for the company*" are told by it."""
    return token.dep == "acl" and token.tag == "VBG" and token.lemma not in ("act", "belong", "serve", "work")
