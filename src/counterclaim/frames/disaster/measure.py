"""A number with its unit, on the scales by which disasters are measured: "magnitude 6.8", "up to 180 km/h".

Enter words; leaves `Measure`s with their characters. Bounds before a number ("at least", "up to") belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.frames.numerals import NUMBERS
from counterclaim.frames.quantity import ABOUT as ABOUT_WORDS
from counterclaim.frames.quantity import AT_LEAST, AT_MOST, LEAST_BEHIND, LESS, MORE, MOST_BEHIND

ABOUT = ABOUT_WORDS
# Unit → scale, the unit that values are compared in, and how much of it one is. Degrees Fahrenheit are turned by hand.
UNITS = {
    r"km/h|kph|km/hr|kilomet(?:er|re)s? (?:per|an) hour": ("speed", 1.0),
    r"mph|miles (?:per|an) hour": ("speed", 1.609344),
    r"knots": ("speed", 1.852),
    r"m/s|met(?:er|re)s (?:per|a) second": ("speed", 3.6),
    r"hectares?|ha": ("area", 0.01),
    r"acres?": ("area", 0.00404686),
    r"square kilomet(?:er|re)s?|sq\.? ?km|km2|km²": ("area", 1.0),
    r"square miles?|sq\.? ?mi": ("area", 2.58999),
    r"degrees (?:celsius|centigrade)|degrees? c|°c|celsius|degrees": ("temperature", 1.0),
    r"degrees fahrenheit|degrees? f|°f|fahrenheit": ("temperature", 5 / 9),
    r"met(?:er|re)s?(?: (?:high|tall))?|m": ("height", 1.0),
    r"(?:feet|foot|ft)(?: (?:high|tall))?": ("height", 0.3048),
    r"kilomet(?:er|re)s?(?: (?:high|tall))?|km": ("height", 1000.0),
    r"centimet(?:er|re)s?|cm": ("height", 0.01),
}
_WORDS = "|".join(sorted((word for word in NUMBERS if word != "zero"), key=len, reverse=True))
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{_WORDS})"
_BOUND = "|".join(sorted((*AT_LEAST, *MORE, *AT_MOST, *LESS, *ABOUT), key=len, reverse=True))
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TAIL = "|".join((*LEAST_BEHIND, *MOST_BEHIND))
_LEAD = rf"(?:(?P<bound>{_BOUND}) )?(?:a |an )?"
_MEASURED = re.compile(rf"\b{_LEAD}(?P<number>{_NUMBER})[ -]?(?P<unit>{_UNIT})(?!\w)(?: (?:{_TAIL})\b)?", re.IGNORECASE)
_MAGNITUDE = re.compile(
    rf"\bmagnitude of [^,.;:]{{1,40}} at (?P<put>{_NUMBER})(?![\w%])"
    rf"|\bmagnitude(?: of [^,.;:\d]{{1,40}})?(?: from {_NUMBER})? to (?P<to>{_NUMBER})(?![\w%])"
    rf"|\bmagnitude[ -](?:of (?:about |around |at least |up to )?|was |at )?(?P<after>{_NUMBER})(?![\w%])"
    rf"|\b(?P<before>{_NUMBER})[ -]magnitude\b"
    rf"|\b(?P<richter>{_NUMBER}) (?:on|points on) the (?:open-ended )?richter\b",
    re.IGNORECASE,
)
# "Measured the shock at 6.4", "it was 6.4 and it stays 6.4": a magnitude where the talk is of a quake.
_BARE = re.compile(
    r"\b(?:at|as|was|is|stays|stays at|remains|measured|registered|reached|recorded|showed) (?P<bare>\d\.\d)"
    r"(?!\w|%|\.\d)(?! (?:[a-z]+illion|percent|per|points|km|m|met|kilom|degrees|times|tonnes|tons|a\.m|p\.m))",
    re.IGNORECASE,
)
SEISMIC = re.compile(r"\b(?:magnitude|richter|seismic|seismolog\w+|geophysic\w+|\w*quakes?)\b", re.IGNORECASE)
_CATEGORY = re.compile(r"\bcategory[ -](?P<after>[1-5]|one|two|three|four|five)\b", re.IGNORECASE)
FAHRENHEIT = re.compile(r"(?:fahrenheit|°f|degrees? f)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """`words` at characters `[start, end)` of the text given; `number` is as written, in the words' own unit."""

    scale: str
    words: str
    number: float
    start: int
    end: int

    @property
    def value(self) -> str:
        """The number as normalised text; that it is a least or a greatest one stands in the words."""
        return str(int(self.number)) if self.number.is_integer() else str(self.number)


def measures(text: str) -> Iterator[Measure]:
    """Every measure of a sentence, left to right within each scale."""
    for found in _MAGNITUDE.finditer(text):
        group = next(name for name in ("put", "to", "after", "before", "richter") if found[name])
        yield _measure("magnitude", found, group, found[group])
    for found in _CATEGORY.finditer(text):
        yield _measure("category", found, "after", found[0])
    for found in _MEASURED.finditer(text):
        scale = next(scale for unit, (scale, _) in UNITS.items() if re.fullmatch(unit, found["unit"], re.IGNORECASE))
        yield _measure(scale, found, "number", found[0])


def bare_magnitudes(text: str) -> Iterator[Measure]:
    """Numbers that are magnitudes where the talk is of a quake, and that no word in the sentence calls so."""
    if _MAGNITUDE.search(text) is None:
        for found in _BARE.finditer(text):
            yield _measure("magnitude", found, "bare", found["bare"])


def _measure(scale: str, found: re.Match[str], group: str, words: str) -> Measure:
    return Measure(scale, words, number_of(found[group]), *found.span(group))


def number_of(word: str) -> float:
    """The number that a numeral or a word writes."""
    plain = word.lower().replace(",", "")
    return float(NUMBERS[plain]) if plain in NUMBERS else float(plain)


def bounded(words: str) -> tuple[bool, bool]:
    """Is the number a least one, a greatest one, or both (no bound named)?"""
    bare = words.lower()
    if bare.startswith((*AT_LEAST, *MORE)) or bare.endswith(LEAST_BEHIND):
        return (True, False)
    return (False, True) if bare.startswith((*AT_MOST, *LESS)) or bare.endswith(MOST_BEHIND) else (True, True)


def in_base_unit(words: str, number: float) -> float:
    """The number in the unit that its scale is compared in (km/h, square kilometres, degrees Celsius, metres)."""
    found = _MEASURED.search(words)
    if found is None:
        return number
    unit = next(unit for unit in UNITS if re.fullmatch(unit, found["unit"], re.IGNORECASE))
    return (number - 32 if FAHRENHEIT.search(found["unit"]) else number) * UNITS[unit][1]


def unit_of(words: str) -> str:
    """The unit that the words name, for telling whether two were given in one; empty where none is."""
    found = _MEASURED.search(words)
    if found is None:
        return ""
    return next(unit for unit in UNITS if re.fullmatch(unit, found["unit"], re.IGNORECASE))
