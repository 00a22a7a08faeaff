"""Numbers in one word or numeral.

Enter a word; leaves the number that it writes, or None, and whether that is part of a date or a sum.
"""

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Token

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: value for value, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
# Words of measure that measure each other: "tens of thousands".
TENFOLD = frozenset(["tens", "dozens", "scores", "hundreds", "thousands"])
PARTS = frozenset(
    ["half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "percent"]
)
SHARES = frozenset(["%", "percent", "per", "percentage", "pct", "cent"])
YEARS = 1000
CURRENCIES = words_of("quantity.currencies")


def number(word: str) -> int | None:
    """The number that one word or numeral writes; None for any other word, fractions included."""
    plain = word.lower().replace(",", "").replace(" ", "")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain in SCALES:
        return SCALES[plain]
    tens, dash, ones = plain.partition("-")
    if dash and tens in TENS and ones in ONES:
        return NUMBERS[tens] + NUMBERS[ones]
    return NUMBERS.get(plain)


def is_time(stretch: Stretch, token: Token) -> bool:
    """Is the number part of a date, a share, a sum? A small one alone ("was 17") is a date to the tagger only."""
    if token.entity in ("DATE", "TIME"):
        beside = (other for other in stretch.sentence.tokens if abs(other.i - token.i) == 1)
        return (number(token.text) or 0) >= YEARS or any(other.entity == token.entity for other in beside)
    if token.entity == "PERCENT":  # "sixty-six guests" is one to the tagger too
        behind = (other.text.lower() for other in stretch.sentence.tokens if 0 < other.i - token.i <= 3)
        return not SHARES.isdisjoint(behind)
    if token.entity == "MONEY":  # "no more than 2,000 guests" is a sum to the tagger too
        beside = (other for other in stretch.sentence.tokens if abs(other.i - token.i) <= 3)
        return any(not CURRENCIES.isdisjoint((other.lemma, other.text)) for other in beside)
    return token.entity == "ORDINAL"
