"""Counted people: "the number of dead rose to 17", "nine lost their lives", "38 dead soldiers", "34 injured".

Enter a view, a stretch, a token and the words by which a pack calls those whom it counts; leaves `Counted`: whom, how
many, and by which of the pack's kinds. Verbs for harming with their objects are the packs' own; what is read here
is said alike of wars and of floods.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.frames.numerals import number
from counterclaim.frames.quantity import Quantity, quantity_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Token

COUNTS, RISING = words_of("counting.counts"), words_of("counting.rising")
GIVING, TAKING = words_of("counting.giving"), words_of("counting.taking")
NUMBERING, MANAGING = words_of("counting.numbering"), words_of("force.managing")
# Of a count they say no more than whose or which it is.
WHOSE = frozenset(["own", "latest", "new", "official", "previous", "earlier", "last", "total", "preliminary", "first"])
TO = ("at", "to", "as", "from", "of")
FEW = 12
UNTRACED = frozenset(["trace", "find", "locate", "account"])
SURVIVING = frozenset(["survive", "live"])
# What may stand between "61 of" and "killed".
OWNERS = ("det", "poss", "case", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Kinds:
    """A pack's words for what became of people: kind → its nouns and verbs as lemmas, and its adjectives as they stand.

    `people` are lemmas for those who can be counted. `dead`, `hurt` and `missing` are the kinds of those who lost their
    lives, lie in hospital, or cannot be traced.
    """

    words: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    people: frozenset[str]
    dead: str
    hurt: str
    missing: str

    def kind(self, token: Token) -> str | None:
        """Which kind the word names."""
        word = token.text.lower()
        lemma = "corpse" if word == "corpses" else token.lemma  # whose lemma is "corps"
        named = (kind for kind, words in self.words.items() if lemma in words)
        return next((kind for kind, words in self.adjectives.items() if word in words), None) or next(named, None)

    def state(self, token: Token) -> str | None:
        """Which kind the adjective or participle names."""
        word = token.text.lower()
        return next((kind for kind, words in self.adjectives.items() if word in words), None)


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom, how many, how (None where only the sentences before say it), and the word that says so."""

    anchor: Token
    victim: Token
    kind: str | None
    quantity: Quantity


def those_who(stretch: Stretch, verb: Token) -> list[Token]:
    """Whom a verb of dying is said of: its subject, or that of "are known to" above it."""
    named = antecedents(stretch, verb, stretch.children(verb, "nsubj"))
    own = [each for child in named for each in stretch.coordinated(child)]
    own = own or [child for child in stretch.children(verb, "nummod") if child.i < verb.i]  # "another 212 surrendered"
    above = stretch.head(verb)
    if own or verb.dep != "xcomp" or above.lemma not in MANAGING:
        return own or _just_before(stretch, verb)
    return [each for child in stretch.children(above, "nsubj", "nsubjpass") for each in stretch.coordinated(child)]


def antecedents(stretch: Stretch, verb: Token, subjects: list[Token]) -> list[Token]:
    """ "Eleven villagers who are missing": the villagers."""
    relative = verb.dep == "relcl" and bool(subjects) and subjects[0].text.lower() in ("who", "that", "which")
    return [stretch.head(verb)] if relative and stretch.head(verb) is not verb else subjects


def _just_before(stretch: Stretch, verb: Token) -> list[Token]:
    """ "As a result of the quake in Sarn 131 persons perished", of which the parser makes persons in Sarn."""
    nouns = [token for token in stretch.tokens if token.i == verb.i - 1 and stretch.children(token, "nummod")]
    return nouns if verb.dep == "advcl" else []


def counted(view: View, stretch: Stretch, token: Token, kinds: Kinds) -> Iterator[Counted]:
    """Every count that hangs on the token."""
    if token.lemma in COUNTS and token.pos in ("NOUN", "PROPN"):
        yield from _count(view, stretch, token, kinds)
    elif token.lemma in TAKING and token.pos == "VERB":
        yield from _lives(view, stretch, token, kinds)
    elif token.lemma == "be" or token.lemma in NUMBERING:
        yield from _numbered(view, stretch, token, kinds)
    elif kinds.state(token) is not None:
        yield from _beside(view, stretch, token, kinds)
    elif token.text.lower() == "among" and token.dep == "prep":
        yield from _among(view, stretch, token, kinds)


def part_of_them(view: View, stretch: Stretch, numeral: Token, kinds: Kinds) -> tuple[Counted, bool] | None:
    """ "19 of them police officers", "71 of whom cannot be traced": part of those counted before, and by what.

    True beside it says that the words name who they are and nothing that befell them.
    """
    behind = [token for token in stretch.tokens if token.i > numeral.i][:9]
    if number(numeral.text) is None or len(behind) < 3 or behind[0].text.lower() != "of":
        return None
    quantity = quantity_of(view, stretch, numeral)
    if behind[1].text.lower() not in ("them", "whom", "these", "those") or quantity is None:
        return None
    rest = [token for token in behind[2:] if token.lemma != "be"]
    whose = stretch.head(numeral)
    if numeral.dep == "nummod" and whose.pos == "NOUN" and rest[:1] == [whose] and whose.dep == "appos":
        return Counted(numeral, whose, None, quantity), True  # "three civilians, two of them children, were killed"
    state = next((token for token in rest if token.pos in ("VERB", "ADJ") and kinds.kind(token) is not None), None)
    fates = ((UNTRACED, kinds.missing), (SURVIVING, kinds.dead)) if any(t.dep == "neg" for t in behind) else ()
    fate = next((kind for words, kind in fates if any(token.lemma in words for token in rest)), None)
    if fate is not None:
        return Counted(numeral, numeral, fate, quantity), False
    if state is not None:
        return Counted(numeral, numeral, kinds.kind(state), quantity), False
    named = [token for token in rest if token.pos == "NOUN" and token.dep != "compound"]
    return (Counted(numeral, named[0], None, quantity), True) if named and named[0].i - numeral.i <= 5 else None


def _count(view: View, stretch: Stretch, noun: Token, kinds: Kinds) -> Iterator[Counted]:
    """ "(Put) the number of dead at 17", "the number of people killed had risen to 14", "its count of two stood"."""
    kind = _kind_below(stretch, noun, kinds)
    verb = stretch.head(noun)
    of = [head for head in stretch.prepositional(noun, "of") if _people(head, kinds)]
    quantity = next((q for head in of if (q := _told(view, stretch, head)) is not None), None)
    figure = None
    if quantity is None and noun.lemma == "number" and kind is not None:  # "the dead now number 212": a verb
        behind = [t for t in stretch.children(noun, "nummod") if t.i > noun.i]
        quantity = quantity_of(view, stretch, behind[0]) if behind else None
    if quantity is None:
        heads = _figures(stretch, noun, verb, kinds)
        figure = next((head for head in heads if _told(view, stretch, head) is not None), None)
        quantity = _told(view, stretch, figure) if figure is not None else None
    told = [c for c in stretch.children(noun, "compound", "amod", "nmod", "relcl", "acl") if c.lemma not in WHOSE]
    known = kind is not None or not (of or told)
    if quantity is not None and known:
        anchor = verb if verb.pos in ("VERB", "AUX") else noun
        yield Counted(anchor, of[0] if of else noun, kind, quantity)
        for other in stretch.coordinated(figure)[1:] if figure is not None and kind is not None else ():
            more = _told(view, stretch, other) if other.lemma in kinds.people else None
            if more is not None:  # "at 25 inmates and two guards"
                yield Counted(anchor, other, kind, more)


def _figures(stretch: Stretch, noun: Token, verb: Token, kinds: Kinds) -> list[Token]:
    """Where the figure stands: under the verb, or, where that lies outside, behind "at" or "to" anywhere behind."""
    if verb is noun or verb.lemma in GIVING:
        behind = [t for t in stretch.tokens if t.dep == "pobj" and t.i > noun.i and _is_figure(stretch, t, kinds)]
        joined = [t for t in stretch.tokens if t.dep == "conj" and t.i > noun.i and stretch.head(t).i >= noun.i]
        other = next((t.i for t in joined if kinds.kind(t) is not None), None)
        behind = [t for t in behind if other is None or t.i < other]  # "of the killed at 52 and its own dead at seven"
        ahead = stretch.prepositional(verb, "to", "at") if verb is not noun else []  # "raised to 37 the number of"
        return [t for t in behind if stretch.head(t).text.lower() in TO][::-1] + [t for t in ahead if t.i < noun.i]
    if verb.lemma in RISING | NUMBERING | {"be"} and noun.dep in ("nsubj", "nsubjpass"):
        return stretch.prepositional(verb, "to", "at", "as") + stretch.children(verb, "attr", "dobj")
    own = [t for t in stretch.prepositional(noun, "of") if number(t.text) is not None]
    return own if verb.lemma in ("stand", "hold", "remain") else []


def _is_figure(stretch: Stretch, token: Token, kinds: Kinds) -> bool:
    """ "17", "25 inmates"."""
    counted_people = token.lemma in kinds.people and bool(stretch.children(token, "nummod"))
    return number(token.text) is not None or counted_people


def _kind_below(stretch: Stretch, noun: Token, kinds: Kinds) -> str | None:
    """What the count is of: by a word before it ("death toll") or below it ("the number of people killed")."""
    before = stretch.children(noun, "compound", "amod")
    below = [
        found
        for head in stretch.prepositional(noun, "of")
        for found in (head, *stretch.children(head, "amod", "acl", "relcl"))
    ]
    after = [t for t in stretch.tokens if noun.i < t.i <= noun.i + 5 and kinds.state(t) is not None]
    return next((kind for found in (*before, *below, *after) if (kind := kinds.kind(found)) is not None), None)


def _lives(view: View, stretch: Stretch, verb: Token, kinds: Kinds) -> Iterator[Counted]:
    """ "Nine people lost their lives", "claimed 45 lives", "cost the lives of 45 people"."""
    lives = [noun for noun in stretch.children(verb, "dobj") if noun.lemma == "life"]
    gone = stretch.children(verb, "nsubjpass") if verb.lemma == "lose" else []
    for life in (noun for noun in gone if noun.lemma == "life"):  # "45 lives have been lost"
        quantity = _told(view, stretch, life)
        if quantity is not None and all(_people(head, kinds) for head in stretch.prepositional(life, "of")):
            yield Counted(verb, life, kinds.dead, quantity)
    for life in lives:
        owned = bool(stretch.children(life, "poss"))
        heads = stretch.doers(verb) if verb.lemma == "lose" else [life, *stretch.prepositional(life, "of")]
        if owned is not (verb.lemma == "lose"):
            continue
        for head in heads:
            quantity = _told(view, stretch, head)
            if quantity is not None:
                yield Counted(verb, head, kinds.dead, quantity)


def _numbered(view: View, stretch: Stretch, verb: Token, kinds: Kinds) -> Iterator[Counted]:
    """ "The dead numbered 17", "the dead are 17 persons", "at least eleven are the dead", "were among those killed"."""
    subjects = stretch.children(verb, "nsubj", "nsubjpass")
    others = stretch.children(verb, "attr", "dobj") + stretch.prepositional(verb, "to", "at")
    alone = [
        token
        for token in others
        if token.dep == "attr" and token.pos == "NUM" and not stretch.prepositional(token, "of")
    ]
    if alone and (stretch.children(verb, "expl") or any(one.text.lower() == "they" for one in subjects)):
        quantity = _told(view, stretch, alone[0])  # "there were two, with 34 hurt"
        if quantity is not None and len(stretch.tokens) <= FEW:
            yield Counted(verb, alone[0], None, quantity)
    for one in subjects:
        kind = kinds.kind(one)
        figure = next((q for other in others if (q := _told(view, stretch, other)) is not None), None)
        if kind is not None and figure is not None and not stretch.children(one, "nummod"):
            yield Counted(verb, one, kind, figure)
        own = _told(view, stretch, one)
        if own is None or not _people(one, kinds):
            continue
        counted_as = [other for other in others if stretch.children(other, "det", "poss")]
        among = [(t, *stretch.children(t, "acl", "relcl", "amod")) for t in stretch.prepositional(verb, "among")]
        heads = [*counted_as, *(token for tokens in among for token in tokens)]
        kind = next((kind for head in heads if (kind := kinds.kind(head)) is not None), None)
        if kind is None and any(token.lemma == "hospital" for token in stretch.prepositional(verb, "in")):
            kind = kinds.hurt
        if kind is not None:
            yield Counted(verb, one, kind, own)


def _beside(view: View, stretch: Stretch, state: Token, kinds: Kinds) -> Iterator[Counted]:
    """ "17 dead", "34 injured", "38 dead soldiers", "64 soldiers killed"."""
    kind = kinds.state(state)
    if _is_one_of_two(stretch, state, kinds):
        return  # "300 killed and wounded"
    head = stretch.sentence.head(state)
    if state.dep == "amod" and head.i > state.i:
        if head in stretch and _people(head, kinds) and head.pos != "NUM":
            quantity = _told(view, stretch, head)
            if quantity is not None:
                yield Counted(head, head, kind, quantity)
        return
    part = _of_them(view, stretch, state, kinds)
    if part is not None:
        yield part
        return
    before = [t for t in stretch.tokens if t.i < state.i]
    people = bool(before) and (before[-1].lemma in kinds.people) and len(before) > 1
    numeral = before[-2] if people else before[-1] if before else None
    if numeral is None or state.i - numeral.i > 2 or number(numeral.text) is None or numeral.entity in ("DATE", "TIME"):
        return
    quantity = quantity_of(view, stretch, before[-1] if people else numeral)
    if quantity is not None:
        yield Counted(state, before[-1] if people else numeral, kind, quantity)


def _is_one_of_two(stretch: Stretch, state: Token, kinds: Kinds) -> bool:
    """ "300 killed and wounded", "40 dead or missing": so many of both."""
    behind = [token for token in stretch.tokens if token.i > state.i][:2]
    joined = len(behind) == 2 and behind[0].text.lower() in ("and", "or")
    other = kinds.state(behind[1]) if joined else None
    return other is not None and other != kinds.state(state)


def _of_them(view: View, stretch: Stretch, state: Token, kinds: Kinds) -> Counted | None:
    """ "61 of its servicemen killed", "66 of its own dead"."""
    before = [token for token in stretch.tokens if token.i < state.i][-FEW // 2 :]
    at = next((n for n in range(len(before) - 2, 0, -1) if before[n].text.lower() == "of"), None)
    if at is None or number(before[at - 1].text) is None:
        return None
    last = before[-1]
    owned = last.lemma in kinds.people or last.text.lower() in ("own", "ours", "theirs")
    if not owned or any(token.dep not in OWNERS for token in before[at + 1 : -1]):
        return None
    quantity = _told(view, stretch, before[at - 1])
    kind = kinds.state(state)
    return Counted(state, before[at - 1], kind, quantity) if quantity is not None and kind is not None else None


def _among(view: View, stretch: Stretch, among: Token, kinds: Kinds) -> Iterator[Counted]:
    """ "29 soldiers and 12 townspeople among the dead"."""
    lost = [kind for token in _objects(stretch, among) if (kind := kinds.kind(token)) is not None]
    noun = stretch.head(among)
    if noun.lemma == "be" and not stretch.children(noun, "expl"):
        return  # "12 soldiers were among the dead" is read as what the verb says
    if noun is among or noun.pos in ("VERB", "AUX"):
        noun = next((token for token in stretch.tokens if token.i == among.i - 1), among)
    while noun.dep == "conj" and stretch.head(noun) is not noun:
        noun = stretch.head(noun)
    for one in stretch.coordinated(noun) if lost and noun.pos in ("NOUN", "PROPN", "NUM") else ():
        quantity = _told(view, stretch, one)
        if quantity is not None and _people(one, kinds):
            yield Counted(one, one, lost[0], quantity)


def _objects(stretch: Stretch, prep: Token) -> list[Token]:
    """The nouns below a preposition with what says more of them ("those killed")."""
    nouns = stretch.children(prep, "pobj")
    return [t for noun in nouns for t in (noun, *stretch.children(noun, "acl", "amod", "relcl"))]


def _people(head: Token, kinds: Kinds) -> bool:
    return head.lemma in kinds.people or head.pos == "NUM" or number(head.text) is not None


def _told(view: View, stretch: Stretch, head: Token) -> Quantity | None:
    """A number, not a vague word."""
    quantity = quantity_of(view, stretch, head)
    return None if quantity is None or (quantity.low is None and quantity.high is None) else quantity
