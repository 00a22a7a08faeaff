"""The words of a content without what stands at its edges only to join it to its cue, or to say when and to whom.

Enters a cue and the words of a stretch of its sentence; leaves those that are kept.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.sources import ADDRESSES
from counterclaim.model import Token

LEADS = frozenset({",", ":", "—", "–", "-", ";", ".", "...", "…"})
JOINS = frozenset({"and", "but", "or"})
ENDS = frozenset({",", ".", ";", ":", "—", "–", "-", "...", "…"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DATED = 6
HEARERS = frozenset({"him", "her", "them", "me", "us"})


def kept_words(cue: Cue, words: Iterable[int], taken: set[int]) -> list[int]:
    """The stretch without cue, source, and what stands at its edges only to join."""
    tokens = cue.sentence.tokens
    kept = sorted(i for i in words if i not in taken)
    while kept and _joins(cue, kept[0]):
        kept.pop(0)
    opening = next((n for n, i in enumerate(kept[:DATED]) if n and _is_that(cue, i)), None)
    if opening and (_only_dates(cue, kept[:opening]) or _only_listens(cue, kept[:opening])):
        kept = kept[opening + 1 :]  # "said on Friday night that", "told me that": when and to whom, not what
    kept = _with_number(cue, kept[_listener(cue, kept) + _dated(cue, kept) :], taken)
    while kept and (tokens[kept[-1]].text in ENDS or tokens[kept[-1]].text in JOINS):
        kept.pop()
    return kept


def _listener(cue: Cue, words: list[int]) -> int:
    """ "Told *him* the bridge was closed": the pronoun right behind the cue is whom it was said to."""
    tokens = cue.sentence.tokens
    if cue.lemma not in ADDRESSES or len(words) < 2 or words[0] != max(cue.words) + 1:
        return 0
    heard = tokens[words[0]].tag == "PRP" and tokens[words[0]].text.lower() in HEARERS
    return int(heard and tokens[words[1]].pos in ("DET", "PRON", "PROPN", "NUM", "NOUN", "ADJ"))


def _with_number(cue: Cue, words: list[int], taken: set[int]) -> list[int]:
    """ "Told the BBC *40* people had died": no number is cut off what it counts."""
    tokens = cue.sentence.tokens
    while words and words[0] and words[0] - 1 not in taken and tokens[words[0] - 1].pos == "NUM":
        if tokens[words[0] - 1].head not in words:
            break
        words = [words[0] - 1, *words]
    return words


def _dated(cue: Cue, words: list[int]) -> int:
    """ "Said *Monday* the town was calm", "said *late on Sunday night* they held it": how many words only say when."""
    tokens = cue.sentence.tokens
    if cue.kind != "verb" or not words or words[0] <= cue.head.i:
        return 0
    run = [i for n, i in enumerate(words[: DATED - 1]) if i == words[0] + n]
    ends = (n for n, i in enumerate(run) if tokens[i].dep == "npadvmod" and tokens[i].entity in ("DATE", "TIME"))
    last = next(ends, None)
    if last is None or last + 1 >= len(words) or not _tells_when(tokens, run[: last + 1]):
        return 0
    opens = tokens[words[last + 1]]
    subject = any(tokens[i].dep in ("nsubj", "nsubjpass") for i in words[last + 1 :])
    return last + 1 if subject and opens.pos in ("PRON", "DET", "PROPN", "NUM", "ADJ") else 0


def _tells_when(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Is it a weekday, with "late" or "early" before it or the time of day behind?"""
    days = [i for i in words if tokens[i].text.lower() in DAYS]
    return len(days) == 1 and all(tokens[i].entity in ("DATE", "TIME") or tokens[i].pos == "ADJ" for i in words)


def _only_dates(cue: Cue, words: list[int]) -> bool:
    tokens = cue.sentence.tokens
    return all(tokens[i].entity in ("DATE", "TIME") or tokens[i].pos == "ADV" for i in words)


def _only_listens(cue: Cue, words: list[int]) -> bool:
    """ "Told *me* that", "told *the inquiry* that": right behind the cue, and no more than a name or a noun."""
    tokens = cue.sentence.tokens
    nominal = ("DET", "ADJ", "NOUN", "PRON", "PROPN")
    behind = words[0] == max(cue.words) + 1 and all(b == a + 1 for a, b in pairwise(words))
    return cue.lemma in ADDRESSES and behind and all(tokens[i].pos in nominal for i in words)


def _joins(cue: Cue, i: int) -> bool:
    return cue.sentence.tokens[i].text in LEADS or _is_that(cue, i)


def _is_that(cue: Cue, i: int) -> bool:
    """The joining "that", not "that is enough"."""
    tokens = cue.sentence.tokens
    if tokens[i].text != "that":
        return False
    follows = tokens[i + 1].pos if i + 1 < len(tokens) else ""
    return tokens[i].dep == "mark" or follows not in ("AUX", "VERB", "PUNCT")
