"""Who passed the words on: the outlet that was told, the agency that quotes, the report that cites.

Enters a cue in its sentence, and the outlets' names of `outlets.toml`; leaves source words, claimant outwards.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from counterclaim.attribution.cues import Cue
from counterclaim.model import Article, Sentence, Token

TOLD = frozenset({"tell", "inform", "brief", "assure", "say", "speak", "confirm", "write", "explain", "reveal"})
CARRIED = frozenset({"quote", "cite", "carry", "report", "publish"})
ARTICLES = ("the ", "a ", "an ")


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    raw = tomllib.loads(files("counterclaim.attribution").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word.lower() for word in words) for name, words in raw.items()}


def is_outlet(words: str) -> bool:
    """Is this the name of an agency, a paper or a station, whatever is told about it after a comma?"""
    words = words.split(",", maxsplit=1)[0]
    names, endings = _lists()["names"], _lists()["endings"]
    bare = words.lower().replace("’s", "'s").removesuffix("'s").strip()
    for article in ARTICLES:
        bare = bare.removeprefix(article)
    if not words[:1].isupper() and not words.lower().startswith("the "):
        return False
    return bare in names or (
        bare.split()[-1:] != [] and bare.split()[-1] in endings and any(c.isupper() for c in words)
    )


def relays_of(cue: Cue, text: str) -> tuple[str, ...]:
    """Outlets that the cue's own clause names: "told Reuters", "quoted by TASS", "as cited by the agency"."""
    found: list[str] = []
    for token in (*_told(cue), *_interviewers(cue), *_carriers(cue)):
        words = _name(cue.sentence, token, text)
        if words and (is_outlet(words) or _looks_like_one(token)) and words not in found:
            found.append(words)
    return tuple(found)


def with_credited(relays: tuple[str, ...], source: str, article: Article) -> tuple[str, ...]:
    """The relays without the page's own outlet, and at their end the agency that the article credits as a whole."""
    kept = tuple(words for words in relays if not (article.outlet and same_outlet(words, article.outlet)))
    credited = article.credited
    if credited is None or (article.outlet and same_outlet(credited, article.outlet)):
        return kept
    named = (*kept, *([source] if source else []))
    return kept if any(same_outlet(credited, words) for words in named) else (*kept, credited)


def same_outlet(left: str, right: str) -> bool:
    """Is one name, its article aside, a part of the other: "the Courier" of "Varnholt Courier"?"""
    small, large = sorted(
        ([word for word in words.lower().split() if word not in ("the", "a", "an")] for words in (left, right)), key=len
    )
    return bool(small) and any(large[i : i + len(small)] == small for i in range(len(large) - len(small) + 1))


def _looks_like_one(token: Token) -> bool:
    """A body by its name alone, and no assembly: "told Meduza", not "told Parliament"."""
    body = token.pos == "PROPN" and token.entity == "ORG" and token.dep in ("dobj", "dative", "pobj")
    return body and token.text.lower() not in _lists()["bodies"]


def _interviewers(cue: Cue) -> Iterator[Token]:
    """ "In an interview with Meduza"."""
    for token in cue.sentence.tokens:
        above = cue.sentence.head(token)
        if (
            token.dep == "pobj"
            and above.lemma in ("with", "to", "for")
            and cue.sentence.head(above).lemma == "interview"
        ):
            yield token


def _told(cue: Cue) -> Iterator[Token]:
    """Whom the claimant spoke to; "told CNN's host" names CNN."""
    if cue.lemma not in TOLD:
        return
    for child in cue.sentence.children(cue.head):
        if child.i < cue.head.i:
            continue
        if child.dep in ("dobj", "dative", "nsubj", "iobj") and cue.lemma in ("tell", "inform", "brief", "assure"):
            yield child
            yield from (grand for grand in cue.sentence.children(child) if grand.dep in ("poss", "compound"))
        if child.dep in ("prep", "dative") and child.lemma in ("to", "with"):
            yield from (grand for grand in cue.sentence.children(child) if grand.dep == "pobj")


def _carriers(cue: Cue) -> Iterator[Token]:
    """The agent of "quoted by", "as cited by", "reported by" anywhere in the cue's sentence."""
    for token in cue.sentence.tokens:
        if token.dep == "pobj":
            by = cue.sentence.head(token)
            lemmas = [above.lemma for above in cue.sentence.ancestors(by)][:3]
            if by.lemma == "by" and CARRIED & set(lemmas if lemmas[:1] == ["say"] else lemmas[:1]):
                yield token


def _name(sentence: Sentence, head: Token, text: str) -> str:
    """The name that a token heads, without what is told about it."""
    words = [
        token for token in sentence.subtree(head)
        if token.i == head.i or (token.i < head.i and token.dep in ("compound", "det", "amod", "nmod", "poss", "case") )
    ]  # fmt: skip
    start = next((token.i for token in words if token.pos == "PROPN" or token.dep == "det"), head.i)
    kept = [token for token in words if token.i >= start]
    name = text[kept[0].span.start : kept[-1].span.end]
    return name.removeprefix("the ")
