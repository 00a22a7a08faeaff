"""The outlets that pass on what others say: is that an agency, a paper, a station, and what is its bare name?

Enters words as they stand in a report; leaves the name without what is told about it ("the state news agency Delta" →
"Delta"). What an outlet is called comes from `outlets.toml`; one that no list holds is known by the words beside it.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

ARTICLES = ("the ", "a ", "an ")
NAME = 6  # words that the name of an outlet has at most
SMALL = frozenset({"of", "de", "del", "der", "die", "la", "le", "al", "el", "and", "&"})
_OF_A_NATION = re.compile(r"(?:an|ish|ese|ch|i|ic)$|^(?:Arab|Greek|Swiss)$")  # "Russian", "Turkish", "Czech", "Iraqi"
_REPORTS = r"(?:report|story|article|dispatch|account|bulletin|broadcast)s?"
_REPORT_BY = re.compile(rf"^(?:(?:an?|the|one|its|\w+) )?(?:\w+ )?{_REPORTS} (?:by|in|from|on|of) (?P<name>.+)$")
_ITS_REPORT = re.compile(rf"^(?P<name>.+?)(?:['’]s?)? {_REPORTS}$")


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """The word lists by name, in lower case."""
    raw = tomllib.loads(files("counterclaim.attribution").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word.lower() for word in words) for name, words in raw.items()}


def is_outlet(words: str) -> bool:
    """Is this the name of an agency, a paper or a station, whatever is told about it after a comma?"""
    return bool(outlet_in(words))


def outlet_in(words: str) -> str:
    """The bare name of the outlet that the words mean, also by "a report by" it; empty where they mean none."""
    words = " ".join(words.split(",", maxsplit=1)[0].split())
    report = _REPORT_BY.match(words) or _ITS_REPORT.match(words)
    return _bare_name(report["name"] if report else words)


def unnamed_outlet(words: str) -> str:
    """The words of an outlet that is only described, without their article ("a local newspaper", "Peruvian state
    television"); empty where they mean none, or one by its name.
    """
    words = " ".join(words.split())
    low = words.lower()
    bare = words[len(next((article for article in ARTICLES if low.startswith(article)), "")) :].split()
    if not 1 < len(bare) <= NAME or not (_tells(bare, len(bare) - 1) or _are_media(bare)):
        return ""
    first, *others = bare
    opens = first.lower() in lists()["qualifiers"]  # "State television" opens a sentence
    plain = opens or first.islower() or _OF_A_NATION.search(first)
    return " ".join(bare) if plain and all(word.islower() for word in others) else ""


def same_outlet(left: str, right: str) -> bool:
    """Is one name, its article aside, a part of the other: "the Courier" of "Varnholt Courier"?"""
    small, large = sorted(
        ([word for word in words.lower().split() if word not in ("the", "a", "an")] for words in (left, right)), key=len
    )
    return bool(small) and any(large[i : i + len(small)] == small for i in range(len(large) - len(small) + 1))


def is_kind(word: str) -> bool:
    """Does the word say that what it names is an outlet or some channel of one: "daily", "broadcaster", "agency"?"""
    return word.lower() in lists()["kinds"] or word.lower() in lists()["qualified"]


def _bare_name(words: str) -> str:
    words = re.sub(r"['’]s$", "", words.strip())
    low = words.lower()
    bare = words[len(next((article for article in ARTICLES if low.startswith(article)), "")) :]
    if words[:1].isupper() and words.lower() in lists()["names"]:
        return words
    described = _described(bare.split())
    name = described or bare
    if not name[:1].isupper() or len(name.split()) > NAME:
        return ""
    if described or name.lower() in lists()["names"] or _ends_as_one(name.split()):
        return name
    return ""


def _ends_as_one(words: list[str]) -> bool:
    """ "Delta Radio", "Northline Agency", "Radio Delta", "Channel 9"; no "Border Agency"."""
    last = words[-1].lower()
    if len(words) > 1 and (words[0].lower() in lists()["openings"] or (words[0] == "Channel" and _counts(words[1]))):
        return True
    other = last == "agency" and len(words) > 1 and words[-2].lower() in lists()["other_agencies"]
    return last in lists()["endings"] and not other and words[-1][:1].isupper()


def _counts(word: str) -> bool:
    return word[0].isdigit() or word.lower() in ("one", "two", "three", "four", "five", "six", "seven", "nine", "ten")


def _described(words: list[str]) -> str:
    """The name behind or before the small word for an outlet: "the daily Lantern", "the Lantern newspaper"."""
    for at in range(len(words) - 1, -1, -1):
        if _tells(words, at):
            named = words[at + 1 :] or words[:at]
            while len(named) > 1 and named[-1].islower():
                named = named[:-1]
            return " ".join(named) if _reads_as_name(named) and not _only_tells(named) else ""
    return ""


def _tells(words: list[str], at: int) -> bool:
    """A word for outlets alone, or one for many things that the word before narrows: "news agency", "radio station"."""
    word = words[at]
    if not word.islower():
        return False
    beside = words[at - 1].lower() if at else ""
    narrowed = word in lists()["qualified"] and (beside in lists()["qualifiers"] or beside in lists()["names"])
    if word in ("channel", "station"):  # "the RBN channel", "the channel RBN"
        named = [other for other in words[max(at - 1, 0) : at + 2] if other.isupper() and len(other) > 1]
        narrowed = narrowed or bool(named)
    return word in lists()["kinds"] or narrowed


def _are_media(words: list[str]) -> bool:
    """ "Local media", "Turkish media"; social media hand nothing on."""
    narrowed = words[-2].lower() in lists()["qualifiers"] or _OF_A_NATION.search(words[-2])
    return words[-1] == "media" and words[-2] != "social" and bool(narrowed)


def _only_tells(named: list[str]) -> bool:
    """Is it no name but whose outlet, or where one posts: "Russian television", "her Telegram channel"?"""
    return len(named) == 1 and (named[0].lower() in lists()["qualifiers"] or bool(_OF_A_NATION.search(named[0])))


def _reads_as_name(words: list[str]) -> bool:
    capital = [word[:1].isupper() or word[:1].isdigit() or word.lower() in SMALL for word in words]
    return bool(words) and words[0][:1].isupper() and all(capital)
