"""How many, in words and as a range.

Enter a view, a stretch and the head of a noun phrase; leaves a `Quantity`, or None where the phrase tells no number
or measure.
"""

from dataclasses import dataclass
from itertools import pairwise

from counterclaim.frames.numerals import PARTS, SCALES, TENFOLD, TENS, is_time, number
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Token

VAGUE = frozenset(
    [
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "several",
        "many",
        "numerous",
        "few",
        "some",
        "countless",
        "great",
        "heavy",
        "severe",
        "significant",
        "serious",
        "huge",
        "massive",
        "enormous",
        "considerable",
        "substantial",
        "minimal",
        "light",
        "minor",
        "major",
        "colossal",
        "large",
        "irreparable",
    ]
)
# How bad a hurt is, where the word says how great a loss is.
DEGREES = frozenset({"serious", "minor", "severe", "light", "heavy", "major", "great", "significant"})
HURTS = frozenset({"injury", "wound", "burn", "condition", "bruise", "fracture"})
AT_LEAST = (
    "at least",
    "at the very least",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "at a minimum",
    "fully",
    "a good",
)
MORE = (
    "more than",
    "beyond",
    "over",
    "above",
    "exceeded",
    "exceeds",
    "exceed",
    "surpassed",
    "topped",
    "upwards of",
    "upward of",
    "north of",
    "in excess of",
    "exceeding",
    "passed",
    "passes",
    "surpasses",
    "surpassing",
    "tops",
    "crossed",
    "past",
)
AT_MOST = ("up to", "at most", "as many as", "no more than", "not more than", "a maximum of", "at the outside")
LESS = ("fewer than", "less than", "under", "below")
ABOUT = (
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "estimated",
    "close to",
    "circa",
    "perhaps",
    "maybe",
    "something like",
    "in the region of",
    "in the order of",
    "on the order of",
    "getting on for",
)
# Numbers that need more than one word, or a word that is a number only there.
NOUGHT = frozenset(["nil", "nought", "naught"])
TWO = frozenset(["pair", "couple", "brace"])
SHARED = 100
WINDOW = 5
COMPARING = frozenset(["more", "fewer", "less", "longer"])
# Behind the number: "eleven at least", "9 or more".
LEAST_BEHIND = ("at least", "or more", "at the least", "at a minimum", "and more", "or upwards", "and counting")
MOST_BEHIND = ("at most", "or fewer", "or less", "at the most", "at the outside")
GIVEN = frozenset(["put", "raise", "bring", "set", "revise", "place", "give"])
RISES = words_of("counting.rising")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words of measure with the least and the greatest number that they allow, None where open or vague."""

    words: str
    low: int | None = None
    high: int | None = None


def quantity_of(view: View, stretch: Stretch, head: Token) -> Quantity | None:
    """The measure in a noun phrase: a number with its bounds ("at least 40"), or a vague word ("dozens")."""
    tokens = [token for token in stretch.phrase(head) if token.i <= head.i or token.dep == "nummod"]
    text = view.scene.parsed.article.part(view.part)
    numbers = [token for token in tokens if number(token.text) is not None and not is_time(stretch, token)]
    numbers = _together(stretch, [token for token in numbers if token.i <= head.i] or numbers)
    numbers += _to_between(stretch, numbers)
    no = next((token for token in tokens if _is_no(stretch, token)), None)
    if no is not None and head.text.lower() in ("one", "body"):
        return Quantity(f"no {head.text.lower()}", 0, 0)
    if len(numbers) == 1 and numbers[0].text.lower() in SCALES and _few(stretch, numbers[0]):
        return Quantity(numbers[0].text.lower() + "s")  # "a few dozen"
    if numbers:
        uncounted = _share(stretch, numbers[0]) or _all_but(stretch, numbers[-1])
        return None if uncounted else _not_one(stretch, numbers) or _counted(stretch, numbers, text)
    many = VAGUE - DEGREES if head.lemma in HURTS else VAGUE  # "serious injuries" are not many
    vague = next((token for token in tokens if token.text.lower() in many), None)
    if vague is not None:
        return Quantity(_vague(stretch, vague))
    if no is not None or head.text.lower() in ("nobody", "none", *NOUGHT):
        return Quantity("no", 0, 0)
    return _not_a(stretch, head) or _pair(stretch, head)


def _vague(stretch: Stretch, word: Token) -> str:
    """ "Dozens", "tens of thousands"."""
    before = [token.text.lower() for token in stretch.tokens if word.i - 2 <= token.i < word.i]
    tenfold = before[1:] == ["of"] and before[0] in TENFOLD and word.text.lower() in TENFOLD
    return " ".join((*before, word.text.lower())) if tenfold else word.text.lower()


def _is_no(stretch: Stretch, token: Token) -> bool:
    """ "No soldiers", and not "no more than"."""
    behind = next((other.text.lower() for other in stretch.tokens if other.i == token.i + 1), "")
    return token.text.lower() == "no" and behind not in COMPARING


def _all_but(stretch: Stretch, first: Token) -> bool:
    """ "All but one of the 21": how many, nobody has counted."""
    near = [token.text.lower() for token in stretch.tokens if first.i - 5 <= token.i < first.i]
    return ("all", "but") in pairwise(near)


def _to_between(stretch: Stretch, numbers: list[Token]) -> list[Token]:
    """The upper end of "between 150 and 200", "800 to 900", which hangs on the lower one or beside it."""
    first = numbers[0] if len(numbers) == 1 else None
    if first is not None and (upper := _upper(stretch, first)) is not None:
        return [upper]
    opened = first is not None and any(t.i == first.i - 1 and t.text.lower() == "between" for t in stretch.tokens)
    ends = stretch.children(first, "conj") if first is not None and opened else []
    return [end for end in ends if number(end.text) is not None][:1]


def _upper(stretch: Stretch, first: Token) -> Token | None:
    """ "Lost 800 to 900 fighters", whose 900 the parser hangs on the verb."""
    behind = [token for token in stretch.tokens if token.i > first.i][:2]
    values = [number(token.text) for token in (first, *behind[1:])]
    joined = len(behind) == 2 and behind[0].text.lower() in ("to", "-", "–")
    low, high = values if len(values) == 2 else (None, None)
    return behind[1] if joined and low is not None and high is not None and low < high else None


def _not_one(stretch: Stretch, numbers: list[Token]) -> Quantity | None:
    """ "Not one": nobody, and no denial that it was one."""
    first = numbers[0]
    denied = any(token.i == first.i - 1 and token.text.lower() == "not" for token in stretch.tokens)
    return Quantity("not one", 0, 0) if denied and len(numbers) == 1 and first.text.lower() == "one" else None


def _not_a(stretch: Stretch, head: Token) -> Quantity | None:
    """ "Not a soldier", "not a single man"."""
    opening = [token.text.lower() for token in stretch.tokens if head.i - 4 <= token.i < head.i]
    at = next((n for n in range(len(opening) - 1) if opening[n : n + 2] == ["not", "a"]), None)
    between = opening[at + 2 :] if at is not None else ["more"]
    return Quantity("not a", 0, 0) if set(between) <= {"single", "solitary"} else None


def _pair(stretch: Stretch, head: Token) -> Quantity | None:
    """ "A pair of tanks", by the noun behind "of"."""
    of = stretch.head(head)
    noun = stretch.head(of)
    if head.dep == "pobj" and of.text.lower() == "of" and noun.text.lower() in TWO:
        return Quantity(f"a {noun.text.lower()}", 2, 2)
    below = stretch.prepositional(head, "of") if head.text.lower() in TWO else []
    return Quantity(f"a {head.text.lower()}", 2, 2) if below else None


def _share(stretch: Stretch, first: Token) -> bool:
    """ "Nine in ten", "one of every five", "three quarters": a share, and no count."""
    behind = [token for token in stretch.tokens if token.i > first.i][:3]
    words = [token.text.lower() for token in behind]
    if words[:1] and words[0].strip("-") in PARTS:
        return True
    before = [token.text.lower() for token in stretch.tokens if first.i - 2 <= token.i < first.i]
    if before[-1:] == ["every"] or "every" in words[1:]:
        return words[:1] != ["and"]
    whole = number(words[1]) if len(words) > 1 and words[0] == "in" else None
    timed = len(words) > 1 and behind[1].entity in ("DATE", "TIME")
    return not timed and whole is not None and (number(first.text) or whole) < whole <= SHARED


def _few(stretch: Stretch, scale: Token) -> bool:
    return any(t.i == scale.i - 1 and t.text.lower() in ("few", "several", "some", "many") for t in stretch.tokens)


def _together(stretch: Stretch, numbers: list[Token]) -> list[Token]:
    """Of numbers with a noun between them ("above two villages, 17 dead") those nearest to the head, the last."""
    kept = numbers[-1:]
    for token in reversed(numbers[:-1]):
        between = [t for t in stretch.tokens if token.i < t.i < kept[0].i]
        if any(t.pos in ("NOUN", "PROPN") and number(t.text) is None for t in between):
            break
        if [t.text.lower() for t in between] == ["of"]:
            kept = []  # "14 of 20 drones"
        kept.insert(0, token)
    return kept


def one_of(stretch: Stretch, head: Token) -> Quantity | None:
    """ "A soldier" is one; None for plurals and for "the soldier", who may stand for many."""
    article = next((child for child in stretch.children(head, "det") if child.text.lower() in ("a", "an")), None)
    return Quantity(article.text.lower(), 1, 1) if article is not None and head.tag in ("NN", "NNP") else None


def put_at(view: View, stretch: Stretch, noun: Token) -> Quantity | None:
    """ "(Put) the army's dead at more than 400"."""
    top = stretch.head(noun) is noun or stretch.head(noun).lemma in GIVEN
    heads = stretch.prepositional(noun, "at") + stretch.prepositional(stretch.head(noun), "at") if top else []
    if top and not heads:  # of "(put) the dead at 40" the verb stands outside the content
        cut = [t for t in stretch.tokens if t.i > noun.i and t.text.lower() == "at" and stretch.head(t) is t]
        heads = [below for at in cut for below in stretch.children(at, "pobj")]
    return next((q for head in heads if (q := quantity_of(view, stretch, head)) is not None), None)


def risen_to(view: View, stretch: Stretch, noun: Token, verb: Token) -> Quantity | None:
    """ "The toll has risen to 45", "(put) the toll at 45": the number that a noun for a count has reached."""
    beside = stretch.prepositional(noun, "at", "to")
    if not beside:  # of "(raised) the toll from the blast to 19", "(puts) the toll at 21" the verb stands outside
        cut = [t for t in stretch.tokens if t.i > noun.i and t.text.lower() in ("at", "to") and t.dep == "prep"]
        loose = [t for t in cut if stretch.head(t) is t or stretch.head(t).i > noun.i or stretch.head(t) is noun]
        beside = [below for t in loose for below in stretch.children(t, "pobj") if below.pos == "NUM"]
    heads = stretch.prepositional(verb, "to", "at") + stretch.children(verb, "dobj", "attr") + beside
    read = (q for head in heads if (q := quantity_of(view, stretch, head)) is not None)
    counts = (q for one in read if (q := _gone_up(one)).low is not None)
    return next(counts, None) if verb.lemma in RISES | GIVEN | {"be"} or beside else None


def _gone_up(count: Quantity) -> Quantity:
    """ "Has gone up to 45": 45, and not 45 at most."""
    words = count.words.removeprefix("up to ")
    return Quantity(words, count.high, count.high) if words != count.words else count


def _counted(stretch: Stretch, numbers: list[Token], text: str) -> Quantity | None:
    first, last = numbers[0], numbers[-1]
    value = _value(numbers)
    if value is None:
        return None
    if first.text.lower() == "dozen" and _half(stretch, first):
        return Quantity("half a dozen", value // 2, value // 2)
    before = [token for token in stretch.tokens if first.i - WINDOW <= token.i < first.i]
    if first.text.lower() in SCALES and before and before[-1].text.lower() == "a":  # "more than a hundred"
        before = before[:-1]
    lead = " ".join(token.text.lower() for token in before)
    between = [number(token.text) for token in numbers]
    hyphenated = len(numbers) == 2 and first.text.lower() in TENS and last.span.start - first.span.end == 1
    if len(numbers) == 2 and not hyphenated and _range(stretch, first, last) and None not in between:
        if first.i > 0 and any(token.i == first.i - 1 and token.text.lower() == "from" for token in stretch.tokens):
            return Quantity(last.text, between[1], between[1])  # "(raised) its count from nine to 28"
        low, high = sorted(value for value in between if value is not None)
        opened = [token for token in before if token.i == first.i - 1 and token.text.lower() == "between"]
        return Quantity(span_of([*opened, first, last]).of(text), low, high)
    bounds, opening = _bounds(lead, value)
    start = _opening_token(before, opening)
    behind, end = _behind(stretch, last, value)
    return Quantity(span_of([start or first, end or last]).of(text), *(behind or bounds))


def _half(stretch: Stretch, dozen: Token) -> bool:
    """ "Half a dozen"."""
    before = [token.text.lower() for token in stretch.tokens if dozen.i - 2 <= token.i < dozen.i]
    return before == ["half", "a"] or before[-1:] == ["half"]


def _behind(stretch: Stretch, last: Token, value: int) -> tuple[tuple[int | None, int | None] | None, Token | None]:
    """The range that the words behind a number make of it, and the last of them."""
    after = [token for token in stretch.tokens if token.i > last.i][:3]
    trail = " ".join(token.text.lower() for token in after) + " "
    for phrases, bounds in ((LEAST_BEHIND, (value, None)), (MOST_BEHIND, (None, value))):
        for phrase in phrases:
            if trail.startswith(f"{phrase} "):
                return bounds, after[len(phrase.split()) - 1]
    return None, None


def _range(stretch: Stretch, first: Token, last: Token) -> bool:
    between = {token.text.lower() for token in stretch.tokens if first.i < token.i < last.i}
    summed = first.text.lower() in SCALES and (number(last.text) or 0) < SCALES[first.text.lower()]
    return bool(between & {"to", "-", "–", "or"} or (between & {"and"} and not summed))  # "a hundred and one" is one


def _value(numbers: list[Token]) -> int | None:
    """One number, also in words: "2 thousand", "three hundred"."""
    total = 0
    for token in numbers:
        value = number(token.text)
        if value is None:
            return None
        total = max(total, 1) * value if token.text.lower().rstrip("s") in SCALES else total + value
    return total


def _bounds(lead: str, value: int) -> tuple[tuple[int | None, int | None], str | None]:
    """The range that the words before a number make of it, and those words; the longest phrase wins."""
    table = {
        AT_LEAST: (value, None),
        MORE: (value + 1, None),
        AT_MOST: (None, value),
        LESS: (None, max(0, value - 1)),
        ABOUT: (value, value),
    }
    found = [
        (len(phrase), bounds, phrase)
        for phrases, bounds in table.items()
        for phrase in phrases
        if f" {lead}".endswith(f" {phrase}")
    ]
    if not found:
        return (value, value), None
    _, bounds, phrase = max(found, key=lambda entry: entry[0])
    return bounds, phrase


def _opening_token(before: list[Token], phrase: str | None) -> Token | None:
    if phrase is None:
        return None
    return before[-len(phrase.split())]


LENGTHS, AREAS = frozenset(["kilometer", "kilometre", "km", "mile"]), frozenset(["hectare", "acre"])


def is_measured(stretch: Stretch, noun: Token) -> bool:
    """ "Holds one square kilometre of the town": ground by its measure."""
    square = any(child.lemma in ("square", "sq") for child in stretch.children(noun, "amod", "compound", "nmod"))
    return noun.lemma in AREAS or (noun.lemma in LENGTHS and square)
