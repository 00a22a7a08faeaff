"""Who had to leave their homes: fled, were moved to safety, were left without a roof, sleep in shelters.

Enter a verb or a noun; leaves those of whom it says so, as `displaced`.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

STATES = frozenset(["be", "remain", "go", "become"])
STAYING = frozenset(["be", "live", "sleep", "stay", "shelter", "remain", "spend"])
HOUSING = frozenset(["count", "house", "host", "register", "shelter", "accommodate", "feed", "visit"])
FORCING = frozenset(["have", "force"])


def displaced(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """Every one of whom the verb says it."""
    yield from _moved(stretch, verb)
    yield from _taken_away(stretch, verb)
    yield from _had_to_leave(stretch, verb)
    yield from _without_home(stretch, verb)
    if verb.lemma in STAYING and _sheltered(stretch, verb):
        yield from (("displaced", each) for each in stretch.children(verb, "nsubj"))


def in_shelters(stretch: Stretch, noun: Token) -> bool:
    """ "(Counted) 1,130 people in the shelters"."""
    people = noun.lemma in lemmas("toll.people") and bool(stretch.children(noun, "nummod"))
    alone = stretch.head(noun) is noun or (noun.dep == "dobj" and stretch.head(noun).lemma in HOUSING)
    return people and alone and _sheltered(stretch, noun)


def _sheltered(stretch: Stretch, word: Token) -> bool:
    loose = [t for t in stretch.tokens if t.i == word.i + 1 and t.text.lower() in ("in", "at") and word.pos == "NOUN"]
    below = [t for prep in loose for t in stretch.children(prep, "pobj")]  # the parser hangs it on "counted"
    return any(t.lemma in lemmas("toll.displaced.camps") for t in (*below, *stretch.prepositional(word, "in", "at")))


def _taken_away(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "1,450 residents were taken to Karsh": those who live there, and not the hurt, who are taken to a hospital."""
    if verb.lemma not in lemmas("toll.displaced.moves") or not stretch.passive(verb):
        return
    to = [noun for noun in stretch.prepositional(verb, "to") if noun.pos == "PROPN" and noun.lemma[:1].isalpha()]
    for each in stretch.undergoers(verb) if to and not _is_clinic(to[0]) else ():
        whole = [each, *stretch.prepositional(each, "of")]  # "a total of 1,450 residents"
        if any(token.lemma in lemmas("toll.displaced.dwellers") for token in whole):
            yield "displaced", each


def _is_clinic(noun: Token) -> bool:
    return noun.lemma.lower() in ("hospital", "clinic", "infirmary", "jail", "prison")


def _had_to_leave(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "1,200 people had to leave the village", "were forced to flee"."""
    above = stretch.head(verb)
    if verb.lemma not in lemmas("toll.displaced.flees") or verb.dep != "xcomp" or above.lemma not in FORCING:
        return
    left = stretch.children(verb, "dobj")
    ground = lemmas("toll.displaced.homes") | lemmas("toll.displaced.ground")
    if not left or any(noun.lemma in ground or noun.pos == "PROPN" for noun in left):
        subjects = stretch.children(above, "nsubj", "nsubjpass")
        yield from (("displaced", one) for subject in subjects for one in stretch.coordinated(subject))


def _moved(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "2,000 people fled their homes", "was forced from their homes"."""
    homes = lemmas("toll.displaced.homes")
    fled = verb.lemma in lemmas("toll.displaced.flees") and not stretch.passive(verb)
    if fled and any(token.lemma in homes for token in stretch.children(verb, "dobj")):
        yield from (("displaced", doer) for doer in stretch.children(verb, "nsubj"))
    to_safety = any(
        t.lemma in lemmas("toll.displaced.shelters") for t in stretch.prepositional(verb, "to", "into", "in")
    )
    out = stretch.passive(verb) and bool(stretch.prepositional(verb, "out", "from", "of"))
    out &= any(child.text.lower() in ("out", "away") for child in stretch.children(verb, "prep", "prt", "advmod"))
    if verb.lemma in lemmas("toll.displaced.moves") and (to_safety or out):
        yield from (("displaced", victim) for victim in stretch.undergoers(verb))
    if verb.lemma in ("force", "drive") and any(t.lemma in homes for t in stretch.prepositional(verb, "from", "of")):
        yield from (("displaced", victim) for victim in stretch.undergoers(verb))


def _without_home(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "9,000 inhabitants remained without shelter", "were left without a roof"."""
    lacking = [
        below
        for prep in stretch.children(verb, "prep")
        if prep.text.lower() == "without"
        for below in stretch.children(prep, "pobj", "pcomp")
    ]
    roofs = lemmas("toll.displaced.homes") | lemmas("toll.displaced.roofs")
    if verb.lemma in STATES | {"leave"} and any(token.lemma in roofs or token.text in roofs for token in lacking):
        moved = verb.lemma == "leave" or stretch.passive(verb)
        yield from (("displaced", each) for each in (stretch.undergoers(verb) if moved else stretch.doers(verb)))
