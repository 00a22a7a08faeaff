"""The words of time: months, weekdays, seasons, numbers, units; and the patterns that they are matched by."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri",
         "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
# EDTF's seasons that hold whatever the hemisphere, and the quarters and halves of a year.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
QUARTERS = {"first quarter": 33, "second quarter": 34, "third quarter": 35, "fourth quarter": 36, "last quarter": 36}
HALVES = {"first half": 40, "second half": 41}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "a an one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"))
    for word in words.split()
} | {"dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}  # fmt: skip
HOURS = tuple(
    word for word, count in NUMBERS.items() if 1 <= count <= 12 and word not in ("a", "an", "couple", "dozen")
)
_ONES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth")  # fmt: skip
ORDINALS = (
    {word: count for count, word in enumerate(_ONES) if word}
    | {f"twenty-{_ONES[count]}": 20 + count for count in range(1, 10)}
    | {"thirtieth": 30, "thirty-first": 31}
)
UNITS = ("hour", "day", "fortnight", "week", "month", "year", "decade", "century")

_FULL = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT = sorted(set(MONTHS) - set(_FULL), key=len, reverse=True)
MONTH = rf"(?:{'|'.join(_FULL)}|(?:{'|'.join(_SHORT)})\b\.?)"
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?"
FULL_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SEASON = rf"(?:{'|'.join(SEASONS)})"
YEAR = r"(?:1[1-9]\d\d|20\d\d|21\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL = rf"{DAY}(?:st|nd|rd|th)"
ORDINAL_WORD = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
ABBREVIATED = r"(?:mon|tues?|wed|thurs?|fri|sat|sun)"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
SOME = r"(?:(?:almost|nearly|about|around|roughly|more than|less than|over|under|at least|some|just|the) )*"
UNIT = rf"(?:{'|'.join(UNITS[:-1])})s?"
PART_OF_DAY = "(?:morning|afternoon|evening|night)"
DASH = r"\s?[-–—]\s?"


def number(word: str) -> int:
    """The number that a numeral or number word names."""
    word = word.strip().lower()
    return int(word) if word.isdigit() else NUMBERS[word]


def ordinal(word: str) -> int:
    """The number that "3rd" or "third" names."""
    word = word.strip().lower()
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))
