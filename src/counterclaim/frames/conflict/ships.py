"""Single arms and ships: "the helicopter", "the frigate Otter", "the Otter", and that a ship sank.

Enter a view, a stretch and a word; leave which ship is meant by name, or that the one thing is one. A ship is of war by
its sort ("frigate", "landing ship") or, where it is told by its name alone, by what the article called it before.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.quantity import Quantity
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.frames.who import owner_of
from counterclaim.model import Ref, Token

WARSHIPS = lemmas("losses.equipment.warships")
HULLS = frozenset(["ship", "boat", "vessel", "craft"])
FIGHTING = frozenset(
    ["landing", "patrol", "missile", "assault", "torpedo", "naval", "supply", "hospital", "intelligence"]
)
DEFINITE = frozenset(["the", "this", "that", "its", "their", "our", "his", "her"])
BEFORE = ("compound", "amod", "nmod")


def ship_of(view: View, stretch: Stretch, head: Token) -> str | None:
    """What a warship is called: by its name, else by its sort; None of anything that is no ship of war."""
    if head.pos in ("PROPN", "ADJ", "NOUN") and head.text[:1].isupper():
        return head.text if _is_sort(stretch, head) or head.text in _named(view) else None
    if not (head.lemma in WARSHIPS or (head.lemma in HULLS and _is_fighting(stretch, head))):
        bare = head.lemma in HULLS and not stretch.children(head, *BEFORE)
        pointed = bare and any(child.text.lower() in ("the", "this") for child in stretch.children(head, "det"))
        only = _named(view) if pointed else ()
        return only[0] if len(only) == 1 else None
    beside = [child for child in stretch.children(head, "appos", "amod") if child.i == head.i + 1]
    return next((child.text for child in beside if child.text[:1].isupper()), head.lemma)


def sunk(view: View, stretch: Stretch, verb: Token) -> list[Token]:
    """The warships that a verb says sank by themselves: "the frigate had sunk", "went down with her crew"."""
    down = any(child.text.lower() in ("down", "under") for child in stretch.children(verb, "prt", "advmod"))
    down &= not stretch.children(verb, "dobj") and not stretch.prepositional(verb, "to", "into")
    sinks = verb.lemma in ("sink", "founder", "capsize") or (verb.lemma == "go" and down)
    if not sinks or stretch.children(verb, "dobj", "nsubjpass"):
        return []
    own = stretch.children(verb, "nsubj")
    shared = stretch.children(stretch.head(verb), "nsubj", "nsubjpass") if verb.dep == "conj" and not own else []
    ships = [one for subject in own or shared for one in stretch.coordinated(subject)]
    return [ship for ship in ships if ship_of(view, stretch, ship) is not None]


def single(view: View, stretch: Stretch, head: Token) -> Quantity | None:
    """ "The helicopter", "its flagship", "the Otter": one, in a war, where the noun is no plural."""
    if head.tag not in ("NN", "NNP", "JJ") or not view.scene.unrest:
        return None
    whose = stretch.children(head, "det", "poss")
    word = next((child.text.lower() for child in whose if child.text.lower() in DEFINITE), None)
    owned = any(child.dep == "poss" for child in whose)
    return Quantity(word or head.text, 1, 1) if word is not None or owned else None


def flag_of(view: View, name: str) -> Ref | None:
    """Whose ship of this name it is, as a claim told before, or by the first sentence that says so ("Tarvia's frigate
    Otter")."""
    earlier = (p for claim in view.earlier for p in claim.propositions if p.frame == "losses" and p.get("what") == name)
    told = next((side for p in earlier if (side := p.ref("side")) is not None), None)
    if told is not None:
        return told
    for sentence in view.scene.parsed.sentences if name[:1].isupper() else ():
        every = whole(sentence)
        for token in every.tokens:
            if token.text == name:
                heads = (token, every.head(token)) if token.dep in ("appos", "amod", "compound") else (token,)
                owner = next((ref for head in heads if (ref := owner_of(view, every, head)) is not None), None)
                if owner is not None:
                    return owner
    return None


def _is_sort(stretch: Stretch, name: Token) -> bool:
    """ "The frigate Otter", "the patrol ship Otter"."""
    before = [token for token in stretch.sentence.tokens if name.i - 2 <= token.i < name.i]
    return bool(before) and _sort(before[-1], before[0] if len(before) == 2 else None)


def _sort(noun: Token, before: Token | None) -> bool:
    fighting = before is not None and before.text.lower() in FIGHTING
    return noun.lemma.lower() in WARSHIPS or (noun.lemma.lower() in HULLS and fighting)


def _is_fighting(stretch: Stretch, hull: Token) -> bool:
    return any(child.lemma.lower() in FIGHTING for child in stretch.children(hull, *BEFORE))


def _named(view: View) -> tuple[str, ...]:
    """The names that the article gives to ships of war, once an article."""
    key = ("ships", "conflict", 0)
    if key not in view.scene.memory:
        names: dict[str, None] = {}
        for sentence in view.scene.parsed.sentences:
            tokens = sentence.tokens
            for token in tokens[1:]:
                before = tokens[token.i - 2] if token.i > 1 else None
                if (
                    token.text[:1].isupper()
                    and token.pos in ("PROPN", "ADJ", "NOUN")
                    and _sort(tokens[token.i - 1], before)
                ):
                    names.setdefault(token.text)
        view.scene.memory[key] = tuple(names)
    known: tuple[str, ...] = view.scene.memory[key]
    return known
