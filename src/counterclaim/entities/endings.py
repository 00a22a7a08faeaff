"""Whether a surname's ending tells that a woman or a man bears it, as Slavic surnames do: Orlova and Orlov.

Enters a full name; leaves 1 for a woman's, -1 for a man's and 0 where the ending tells nothing.
"""

from counterclaim.entities.name_words import person_words

_HERS = ("ova", "eva", "ová", "skaya", "skaia", "ska", "cka", "ská", "cká")
_HIS = ("ov", "ev", "sky", "skiy", "skyi", "ski", "cki", "ský", "cký")
_LONG = 5  # letters of a surname of which the ending is only a part


def lean_of(name: str) -> int:
    """Whom the ending suits."""
    words = person_words(name)
    last = words[-1].lower() if len(words) > 1 else ""
    if len(last) < _LONG:
        return 0
    return last.endswith(_HERS) - last.endswith(_HIS)
