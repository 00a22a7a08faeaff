"""Who speaks between a subject and what is told of it: "The men, *prosecutors allege*, planted the device".

Enters a cue; leaves the words between the commas that name who speaks, or none where the cue stands otherwise.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import lists, speaks
from counterclaim.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VERB", "AUX"})
LONGEST = 8  # words between the two commas


def inserted(cue: Cue) -> tuple[int, ...]:
    """The words for who speaks: "prosecutors" of ", prosecutors allege,", "it" of ", according to it,"."""
    return _before(cue) if cue.kind == "verb" else _behind(cue) if cue.kind == "according" else ()


def _before(cue: Cue) -> tuple[int, ...]:
    """ ", prosecutors allege, "."""
    tokens, verb = cue.sentence.tokens, cue.head
    told = speaks("verb", cue.lemma) or cue.lemma in lists()["clausal"]["verb"]  # "the tribunal held"
    if verb.tag not in FINITE or not told or len(cue.words) > 1:
        return ()
    comma = next((i for i in range(verb.i - 1, max(verb.i - LONGEST, 0), -1) if tokens[i].text == ","), 0)
    words = tokens[comma + 1 : verb.i] if comma else ()
    named = words and words[-1].pos in ("NOUN", "PROPN", "PRON") and not any(t.pos in VERBS for t in words)
    return tuple(t.i for t in words) if named and _parts(tokens, comma, verb.i + 1) else ()


def _behind(cue: Cue) -> tuple[int, ...]:
    """ ", according to the union, "."""
    tokens, first = cue.sentence.tokens, cue.words[-1] + 1
    comma = next((i for i in range(first, min(first + LONGEST, len(tokens))) if tokens[i].text == ","), 0)
    opens = min(cue.words) - 1
    whole = comma > first and not any(t.pos in VERBS for t in tokens[first:comma])
    return tuple(range(first, comma)) if whole and opens > 0 and _parts(tokens, opens, comma) else ()


def _parts(tokens: tuple[Token, ...], opens: int, closes: int) -> bool:
    """Do the commas at these two places stand between a subject, which opens the sentence, and its verb?"""
    if closes + 1 >= len(tokens) or tokens[opens].text != "," or tokens[closes].text != ",":
        return False
    subject, verb = tokens[:opens], tokens[closes + 1]
    bare = bool(subject) and not any(token.pos in VERBS or token.text in (",", ":", ";") for token in subject)
    nominal = bare and subject[-1].pos in ("NOUN", "PROPN", "PRON") and subject[0].pos not in ("ADP", "SCONJ", "ADV")
    return nominal and verb.pos in VERBS and verb.tag in FINITE
