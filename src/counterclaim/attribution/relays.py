"""Who passed the words on: the outlet that was told, the agency that quotes, the report that cites.

Enters a cue in its sentence with what is claimed; leaves the outlets' names, claimant outwards. What is said *about* an
outlet inside the claim is no relay.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.outlets import is_kind, lists, outlet_in, same_outlet
from counterclaim.model import Article, Sentence, Spans, Token

ADDRESSED = frozenset({"tell", "inform", "brief", "assure"})
TOLD = ADDRESSED | {"say", "speak", "confirm", "write", "explain", "reveal", "confide"}
TALKING = frozenset({"speak", "talk", "write", "appear"})
QUOTED = frozenset({"quote", "cite", "report"})
CARRIED = QUOTED | {
    "air",
    "broadcast",
    "carry",
    "distribute",
    "obtain",
    "post",
    "print",
    "publish",
    "release",
    "see",
    "show",
}
ISSUED = frozenset({"air", "broadcast", "carry", "post", "print", "publish", "release", "show"})
AGENCY = "agency"
INITIALS = 5  # letters that the short name of an agency has at most
WORDS = frozenset(
    {"article", "column", "comment", "email", "e-mail", "letter", "message", "remark", "statement", "text"}
)


def relays_of(cue: Cue, text: str, contents: Spans = ()) -> tuple[str, ...]:
    """Outlets that the cue's own sentence names around the claim: "told Reuters", "quoted by TASS, cited by AFP"."""
    found: list[str] = []
    named = (*_told(cue), *_spoken_to(cue), *_addressed(cue), *_carriers(cue), *_issuers(cue))
    for token, body in sorted(named, key=lambda pair: pair[0].i):
        words = name_at(cue.sentence, token, text)
        outlet = (
            outlet_in(words)
            or outlet_in(words.removeprefix(f"{AGENCY} "))
            or (words.removesuffix(f" {AGENCY}") if body and _looks_like_one(token) else "")
        )
        if outlet and not any(content.covers(token.span) for content in contents):
            found.append(outlet)
    return without_repeats(found)


def without_repeats(relays: Sequence[str]) -> tuple[str, ...]:
    """The chain with each outlet once, where it stands first, by its longest name."""
    found: list[str] = []
    for words in relays:
        at = next((n for n, other in enumerate(found) if words and same_outlet(words, other)), None)
        if at is not None:
            found[at] = max(found[at], words, key=len)
        elif words:
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


def _looks_like_one(token: Token) -> bool:
    """A body by its name alone, and no assembly: "told Meduza", not "told Parliament"."""
    if token.text == AGENCY:
        return True  # "the Delta agency"; "the agency" alone is the one named before (`same_agency.py`)
    initials = token.pos == "PROPN" and token.text.isupper() and 2 <= len(token.text) <= INITIALS
    body = initials or (token.pos == "PROPN" and token.entity == "ORG")
    body = body and token.dep in ("dobj", "dative", "pobj")
    return body and token.text.lower() not in lists()["bodies"]


Named = Iterator[tuple[Token, bool]]  # with whether a body's bare name is enough


def _told(cue: Cue) -> Named:
    """Whom the claimant spoke to, or through whom: "told CNN's host" names CNN, so does "said on CNN"."""
    if cue.lemma not in TOLD:
        return
    for child in cue.sentence.children(cue.head):
        if child.i > cue.head.i and cue.lemma in ADDRESSED and child.dep in ("dobj", "dative", "nsubj", "iobj"):
            yield child, True
            owners = (grand for grand in cue.sentence.children(child) if grand.dep in ("poss", "compound"))
            yield from ((grand, True) for grand in owners)
        if child.i > cue.head.i and child.dep in ("prep", "dative"):
            yield from ((grand, child.lemma in ("to", "with")) for grand in _below(cue.sentence, child))


def _spoken_to(cue: Cue) -> Named:
    """ "Speaking to the BBC, she said", "writing in the Herald"."""
    for token in cue.sentence.tokens:
        if token.tag == "VBG" and token.lemma in TALKING and cue.sentence.head(token) is cue.head:
            for child in cue.sentence.children(token):
                yield from ((grand, child.lemma in ("to", "with")) for grand in _below(cue.sentence, child))


def _addressed(cue: Cue) -> Named:
    """ "In an interview with Meduza", "in comments to AFP", "in an article for the Herald"."""
    for token in cue.sentence.tokens:
        above = cue.sentence.head(token)
        noun = cue.sentence.head(above).lemma
        if token.dep == "pobj" and above.lemma in ("with", "to", "for", "on", "in"):
            if noun == "interview":
                yield token, above.lemma not in ("on", "in")
            elif noun in WORDS:
                yield token, False


def _carriers(cue: Cue) -> Named:
    """The agent of "quoted by", "as cited by", "published by" or the place of "published in", anywhere in the
    sentence."""
    for token in cue.sentence.tokens:
        above = cue.sentence.head(token)
        if token.dep == "pobj" and above.lemma in ("by", "in", "on"):
            verbs = [up for up in cue.sentence.ancestors(above) if up.pos == "VERB"][:2]
            near = verbs[:2] if verbs[:1] and verbs[0].lemma == "say" else verbs[:1]
            lemmas = {verb.lemma for verb in near if verb.tag == "VBN"}
            lemmas |= {noun for noun in (cue.sentence.head(above).lemma,) if noun == "broadcast"}
            if above.lemma == "by" and lemmas & CARRIED:
                yield token, bool(lemmas & QUOTED)
            elif lemmas & ISSUED:
                yield token, False


def _issuers(cue: Cue) -> Named:
    """ "In a video that Delta Television broadcast"."""
    for verb in cue.sentence.tokens:
        if verb.lemma in ISSUED and verb.dep in ("relcl", "acl"):
            yield from ((child, False) for child in cue.sentence.children(verb) if child.dep == "nsubj")


def _below(sentence: Sentence, preposition: Token) -> Iterator[Token]:
    return (grand for grand in sentence.children(preposition) if grand.dep == "pobj")


def name_at(sentence: Sentence, head: Token, text: str) -> str:
    """The name that a token heads or, after "the news site", that stands behind it."""
    before = ("compound", "det", "amod", "nmod", "poss", "case")
    words = [
        token for token in sentence.subtree(head)
        if token.i == head.i or (token.i < head.i and token.dep in before)
    ]  # fmt: skip
    last = _behind(sentence, head)
    start = next((token.i for token in words if token.pos == "PROPN" or token.dep == "det"), head.i)
    first = next(token for token in words if token.i >= start)
    name = text[first.span.start : last.span.end]
    return name.removeprefix("the ")


def _behind(sentence: Sentence, head: Token) -> Token:
    """The last word of the name that follows a small word for an outlet."""
    last = head
    while is_kind(head.text) and last.i + 1 < len(sentence.tokens) and sentence.tokens[last.i + 1].pos == "PROPN":
        last = sentence.tokens[last.i + 1]
    return last
