"""Whoever is spoken to before the speaker is named: "Colonel, the port authority says …" is the authority's.

Enters a cue with its source; leaves it with a source that begins behind the name.
"""

from dataclasses import replace

from counterclaim.attribution.choose import Found
from counterclaim.model import Token

CALLED = 2  # words by which somebody is addressed
TITLES = frozenset(
    [
        "admiral", "ambassador", "captain", "chairman", "colonel", "commander", "commissioner", "doctor", "excellency",
        "general", "governor", "lieutenant", "madam", "major", "mayor", "minister", "mister", "mr", "mrs", "ms",
        "president", "professor", "secretary", "senator", "sergeant", "sir", "spokesman", "spokeswoman",
    ]
)  # fmt: skip
BEFORE = frozenset({":", '"', "“", "”", ".", "?", "!"})


def without_addressed(found: Found) -> Found:
    """The same, without a name and comma that open the sentence before a second noun phrase with its article."""
    tokens, words, head = found.cue.sentence.tokens, found.source.words, found.source.head
    at = next((n for n, i in enumerate(words) if tokens[i].text == ","), 0)
    if head is None or not 0 < at <= CALLED or at + 1 >= len(words) or found.cue.kind not in ("verb", "noun"):
        return found
    opens = not words[0] or tokens[words[0] - 1].text[-1] in BEFORE
    behind = tokens[words[at + 1] :][: words[-1] - words[at]]
    if not (opens and _is_called(tuple(tokens[i] for i in words[:at])) and _is_subject(behind)):
        return found
    after = tokens[words[-1] + 1] if words[-1] + 1 < len(tokens) else head
    if after.text == "," or any(token.text == "," for token in behind):
        return found  # "Halm, the mayor, said": the name is told who it is
    kept = tuple(i for i in words if i > words[at])
    heads = [tokens[i] for i in kept if tokens[i].pos in ("NOUN", "PROPN")]
    return replace(found, source=replace(found.source, words=kept, head=head if head.i in kept else heads[-1]))


def _is_called(called: tuple[Token, ...]) -> bool:
    """An office without an article, or a first name alone; "Halm, the mayor" is told who he is."""
    first = len(called) == 1 and called[0].entity == "PERSON"
    offices = all(token.text[:1].isupper() for token in called) and called[0].lemma.lower() in TITLES
    return first or offices


def _is_subject(behind: tuple[Token, ...]) -> bool:
    """An article or possessive with a noun, up to the verb."""
    return behind[0].tag in ("DT", "PRP$") and any(token.pos in ("NOUN", "PROPN") for token in behind[1:])
