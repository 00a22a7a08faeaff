"""Which words name a disaster, and of what kind: "the quake", "a bus crash", "the dam's collapse".

Enter a sentence; leave `Named` events. Figures of speech ("a flood of complaints", "a landslide victory", "an
earthquake in politics") name none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.frames.disaster.lexicon import events, lemmas, optional, triggers
from counterclaim.frames.disaster.mishaps import TRIGGERS, mishap
from counterclaim.frames.rivals import Signal
from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.model import BlockKind, Sentence, Token

NOUNS = ("NOUN", "PROPN", "ADJ")
BEFORE = ("compound", "amod", "nmod", "poss")
# What a bare noun needs beside it to be a disaster, by event: "a bus crash", "the collapse of the bridge".
BESIDE = {
    "fire": "named",
    "explosion": "named",
    "collapse": "built",
    "crash": "vehicles",
    "sinking": "vessels",
    "spill": "fluids",
}
# Words that name an event only with others: "a heat wave", "came down", "fell in on itself".
OTHERWISE = frozenset(["wave", "fire", "come", "fall", "give", "leave", "jump"])
# What war brings about as well: where the article speaks of war, these are part of it.
BY_WAR = frozenset(["fire", "explosion", "collapse", "crash", "sinking", "spill"])
# No single thing is meant by these words, so they name no event of their own.
GENERAL = frozenset(
    [
        "disaster",
        "accident",
        "tragedy",
        "mishap",
        "catastrophe",
        "calamity",
        "rubble",
        "debris",
        "rescuer",
        "rescue",
        "tremor",
        "torrent",
        "lava",
        "virus",
    ]
)


# Of these "failed" and "gave way" tell that they came down: schools fail too, and presses break.
BREAKING = lemmas("event.collapse.breaks") | lemmas("event.collapse.falls")
# Workshops and what breaks in them, vehicles, civil vessels.
FAINT = (
    lemmas("field.faint")
    | lemmas("cause.parts")
    | lemmas("event.collapse.falls")
    | lemmas("event.crash.vehicles")
    | lemmas("event.sinking.vessels")
)
HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEADING)
THE = ("the", "this", "that")
TRACKS = frozenset(["rail", "rails", "track", "road", "runway"])
# As verbs what crowds do, and what wars are to a land; of a flood that a verb tells, more is asked below.
NO_VERBS = frozenset({"storm", "plague", "flood"})


@dataclass(frozen=True, slots=True)
class Named:
    """A word that names a disaster. `event` is its kind, None where the word fits any; `sure`: no other thing."""

    sentence: Sentence
    token: Token
    event: str | None
    sure: bool = True


def named(stretch: Stretch) -> Iterator[Named]:
    """The disasters that a sentence names."""
    known = triggers("event")
    for token in stretch.tokens:
        taken = _taken_for_noun(stretch, token)
        if taken is not None:
            yield taken
            continue
        event = mishap(stretch, token) if token.lemma.lower() in TRIGGERS else None
        if event is not None:
            yield Named(stretch.sentence, token, event, sure=False)
            continue
        headline = token.pos in NOUNS and stretch.children(token, "nsubj", "dobj")  # "Police storm square"
        if headline or (token.lemma.lower() not in known and token.lemma.lower() not in OTHERWISE):
            continue
        found = _verb(stretch, token) if token.pos == "VERB" else _noun(stretch, token) if token.pos in NOUNS else None
        if found is not None:
            yield found


def _taken_for_noun(stretch: Stretch, token: Token) -> Named | None:
    """ "Ferry with 200 aboard sinks", "Dam bursts": verbs of headlines, of which the parser makes plurals."""
    if stretch.sentence.kind not in HEADINGS or token.tag != "NNS" or stretch.children(token, "det", "nummod", "amod"):
        return None
    before = {other.lemma.lower() for other in stretch.tokens if other.i < token.i}
    for event in ("collapse", "crash", "sinking"):
        falls = lemmas(f"event.{event}.verbs") | optional(f"event.{event}.sure")
        if token.lemma in falls and before & lemmas(f"event.{event}.{BESIDE[event]}"):
            return Named(stretch.sentence, token, event, sure=False)
    broken = token.lemma in lemmas("event.collapse.giving") and before & lemmas("event.collapse.breaks")
    return Named(stretch.sentence, token, "collapse", sure=False) if broken else None


def signals(stretch: Stretch) -> Iterator[Signal]:
    """See `counterclaim.frames.rivals.Fielded`."""
    for found in named(stretch):
        yield Signal(found.token, found.sure)
    for token in stretch.tokens:
        if token.lemma.lower() in lemmas("field.sure") or _is_victim(stretch, token):
            yield Signal(token)
        elif _points_back(stretch, token) or token.lemma.lower() in lemmas("field.hints"):
            yield Signal(token, sure=False)
        elif token.pos == "NOUN" and token.lemma.lower() in FAINT:
            yield Signal(token, sure=False, faint=True)


def _points_back(stretch: Stretch, token: Token) -> bool:
    """ "The crash", "the sinking", "this collapse", of nothing that is no thing ("the collapse of the talks")."""
    if token.pos != "NOUN" or not any(child.text.lower() in THE for child in stretch.children(token, "det")):
        return False
    beside = stretch.children(token, "compound", "amod", "nmod") or stretch.prepositional(token, "of", "in")
    return not beside and any(token.lemma in optional(f"event.{event}.nouns") for event in BY_WAR)


def _is_victim(stretch: Stretch, token: Token) -> bool:
    """Miners who die or are missing do so below ground, unless the same words say who killed them; smoke kills too."""
    above = stretch.head(token)
    if token.lemma in lemmas("field.dying_of") and token.dep == "pobj" and above.text.lower() in ("of", "from", "by"):
        return stretch.head(above).lemma in lemmas("field.befalls")
    if token.lemma not in lemmas("field.victims") or token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    verb = stretch.head(token)
    told = [verb, *stretch.children(verb, "acomp", "oprd", "xcomp")]
    return any(word.lemma in lemmas("field.befalls") or word.text.lower() == "missing" for word in told)


@cache
def lexical(event: str) -> frozenset[str]:
    """The words that can point back to an event of that kind, whatever stands beside them."""
    lists = (optional(f"event.{event}.{name}") for name in ("sure", "unsure", "nouns"))
    return frozenset({event}).union(*lists)


def in_sentence(scene: Scene, sentence: Sentence) -> tuple[Named, ...]:
    """`named`, looked for once a sentence."""
    key = ("named", "disaster", sentence.index)
    if key not in scene.memory:
        scene.memory[key] = tuple(named(whole(sentence)))
    known: tuple[Named, ...] = scene.memory[key]
    return known


def event_of(stretch: Stretch, token: Token) -> str | None:
    """The kind of disaster that a noun names; None where it names none."""
    found = _noun(stretch, token) if token.pos in NOUNS else None
    return found.event if found is not None else None


def _noun(stretch: Stretch, token: Token) -> Named | None:
    word = token.lemma.lower()
    if _figure(stretch, token) or (token.dep == "amod" and token.pos == "ADJ"):
        return None
    for event in events():
        table = f"event.{event}"
        if word in lemmas(f"{table}.sure"):
            return Named(stretch.sentence, token, event)
        if _with_word_beside(stretch, token, event):
            return Named(stretch.sentence, token, event, sure=event not in BY_WAR)
        if word in lemmas(f"{table}.unsure"):
            return Named(stretch.sentence, token, None if word in GENERAL else event, sure=False)
    return None


def _with_word_beside(stretch: Stretch, token: Token, event: str) -> bool:
    """Is the noun one that names a disaster only with the right word beside it, and has it one?"""
    word, table = token.lemma.lower(), f"event.{event}"
    if event == "fire" and word == "fire":
        return _burns(stretch, token)
    if event == "outbreak":
        ill = lemmas(f"{table}.diseases") | lemmas(f"{table}.sure")
        return word in lemmas(f"{table}.nouns") and any(b.lemma.lower() in ill for b in _beside(stretch, token))
    if event == "other":
        return word == "wave" and any(b.lemma.lower() in lemmas(f"{table}.waves") for b in _beside(stretch, token))
    nouns = lemmas(f"{table}.unsure") if event == "explosion" else optional(f"{table}.nouns")
    if event not in BESIDE or word not in nouns:
        return False
    wanted = lemmas(f"{table}.{BESIDE[event]}") if word != "failure" else BREAKING
    return any(b.lemma.lower() in wanted for b in _beside(stretch, token))


def _beside(stretch: Stretch, token: Token) -> list[Token]:
    """The words that say which: "bus crash", "crash of a bus", "the dam's collapse", "collision between trains"."""
    own = [
        *stretch.children(token, *BEFORE),
        *stretch.prepositional(token, "of", "at", "in", "between", "involving", "from"),
    ]
    return [*own, *(below for word in own for below in stretch.children(word, *BEFORE))]


def _burns(stretch: Stretch, token: Token) -> bool:
    """Lit and not shot: a forest fire, a fire that broke out, a fire in a place that is no line of fire."""
    if any(b.lemma.lower() in lemmas("event.fire.named") for b in stretch.children(token, *BEFORE)):
        return True
    above = stretch.head(token)
    subject = token.dep in ("nsubj", "nsubjpass") or (token.dep in ("dobj", "pobj") and not _shot(stretch, token))
    verb = above if above.pos in ("VERB", "AUX") else stretch.clause(token)
    if subject and verb.lemma in lemmas("event.fire.doing"):
        return True
    told = stretch.children(token, "acl", "relcl")  # "a fire swept through the hall", a participle to the parser
    if not _shot(stretch, token) and any(verb.lemma in lemmas("event.fire.doing") for verb in told):
        return True
    within = stretch.prepositional(token, "in", "at")
    return not _shot(stretch, token) and any(b.lemma.lower() in lemmas("event.fire.named") for b in within)


def _shot(stretch: Stretch, token: Token) -> bool:
    """ "Open fire", "under fire", "exchange of fire"."""
    above = stretch.head(token)
    bare = not stretch.children(token, "det", "poss", "nummod")
    return bare and (
        above.text.lower() in ("under", "of", "with", "into", "by")
        or above.lemma in ("open", "return", "hold", "cease")
    )


def _verb(stretch: Stretch, verb: Token) -> Named | None:
    for event in events():
        if verb.lemma in lemmas(f"event.{event}.sure") - NO_VERBS:
            return Named(stretch.sentence, verb, event)
        if verb.lemma in optional(f"event.{event}.verbs") and _happens(stretch, verb, event):
            return Named(stretch.sentence, verb, event, sure=event not in BY_WAR)
    if _leaves_track(stretch, verb):
        return Named(stretch.sentence, verb, "crash", sure=False)
    undone = undone_by(stretch, verb) if stretch.passive(verb) and stretch.agents(verb) else None
    if undone is None and _gives_way(stretch, verb):
        # A dam or a roof that comes down is the disaster; a house may have been brought down by one.
        breaks = lemmas("event.collapse.breaks") | lemmas("event.collapse.falls") - {"wall"}
        dam = any(token.lemma in breaks for token in stretch.children(verb, "nsubj"))
        return Named(stretch.sentence, verb, "collapse" if dam else None, sure=False)
    return Named(stretch.sentence, verb, undone, sure=False) if undone is not None else None


def _leaves_track(stretch: Stretch, verb: Token) -> bool:
    """ "The coaches left the rails", "the bus came off the road"."""
    if verb.lemma not in ("leave", "jump", "come") or not stretch.children(verb, "nsubj"):
        return False
    left = stretch.children(verb, "dobj") if verb.lemma != "come" else stretch.prepositional(verb, "off")
    carried = any(token.lemma in lemmas("event.crash.vehicles") for token in stretch.children(verb, "nsubj"))
    return carried and any(token.lemma in TRACKS for token in left)


def _gives_way(stretch: Stretch, verb: Token) -> bool:
    """ "The dam failed", "a dormitory came down on its sleepers"."""
    subjects = {token.lemma for token in stretch.children(verb, "nsubj")}
    if verb.lemma in ("come", "fall"):
        ways = ("down",) if verb.lemma == "come" else ("down", "in", "apart")
        down = any(child.text.lower() in ways for child in stretch.children(verb, "prt", "advmod"))
        return down and not subjects.isdisjoint(lemmas("event.collapse.built"))
    if verb.lemma == "give":
        way = any(child.text.lower() == "way" for child in stretch.children(verb, "dobj", "advmod", "npadvmod", "prt"))
        return way and not subjects.isdisjoint(lemmas("event.collapse.built"))
    breaks = verb.lemma in lemmas("event.collapse.giving") and not stretch.children(verb, "dobj")
    return breaks and not subjects.isdisjoint(BREAKING)


def _happens(stretch: Stretch, verb: Token, event: str) -> bool:
    """Does what can sink or fall do so by itself? "The bridge collapsed"; not "talks collapsed", "sank a ship"."""
    subjects = stretch.undergoers(verb) if stretch.passive(verb) else stretch.children(verb, "nsubj")
    if event == "flood":
        objects = [*subjects, *stretch.children(verb, "dobj")]
        wet = lemmas("event.collapse.built") | {
            "river",
            "home",
            "street",
            "village",
            "town",
            "area",
            "water",
            "field",
            "basement",
        }
        return any(token.lemma in wet for token in objects)
    if event == "eruption":
        return any(
            token.lemma in ("volcano", "mount", "mountain", "crater") or token.pos == "PROPN" for token in subjects
        )
    words = lemmas(f"event.{event}.{BESIDE[event]}")
    by_itself = not stretch.passive(verb) and not stretch.children(verb, "dobj")
    return by_itself and any(token.lemma in words for token in subjects)


def undone_by(stretch: Stretch, verb: Token) -> str | None:
    """The kind of event that a passive tells with who or what did it ("the ferry was sunk by"); None for any other."""
    undone = {token.lemma for token in stretch.undergoers(verb)}
    for event in ("collapse", "crash", "sinking"):
        verbs = lemmas(f"event.{event}.verbs") | lemmas(f"event.{event}.sure") | optional(f"event.{event}.undoing")
        if verb.lemma in verbs and undone & lemmas(f"event.{event}.{BESIDE[event]}"):
            return event
    return None


def _figure(stretch: Stretch, token: Token) -> bool:
    """Is the event's name a figure of speech here?"""
    head = stretch.head(token)
    modifiers = stretch.children(token, "amod", "compound", "nmod", "poss")
    if any(m.lemma.lower() in lemmas("figure.fields") for m in modifiers):
        return True
    if token.dep in ("compound", "amod", "nmod") and head.lemma in lemmas("figure.won"):
        return True
    if token.lemma == "storm" and token.dep == "pobj" and head.lemma == "by":
        return True
    if token.lemma != "fire" and any(
        below.lemma in lemmas("figure.abstract") for below in stretch.prepositional(token, "in", "for", "on")
    ):
        return True
    if head.text.lower() == "like" and token.dep == "pobj":
        return True
    return any(_unreal(stretch, below) for below in stretch.prepositional(token, "of"))


def _unreal(stretch: Stretch, below: Token) -> bool:
    """ "A flood of refugees", "a storm of protest"; not "the storm of the century", "a flood of mud"."""
    if below.pos not in ("NOUN", "VERB") or below.entity in ("DATE", "GPE", "LOC", "FAC", "TIME"):
        return False
    words = {below.lemma.lower(), *(child.lemma.lower() for child in stretch.children(below, "compound", "amod"))}
    known = lemmas("figure.real") | lemmas("event.collapse.built") | lemmas("event.crash.vehicles")
    known |= lemmas("event.sinking.vessels") | lemmas("event.spill.fluids") | lemmas("event.outbreak.diseases")
    known |= lemmas("event.outbreak.sure")
    return known.isdisjoint(words)
