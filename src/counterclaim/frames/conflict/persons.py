"""Does a noun mean people, who can be killed or captured?

Enter a stretch and the noun; leaves yes or no.
"""

from counterclaim.frames.conflict.harm import is_body
from counterclaim.frames.conflict.victims import PEOPLE
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.who import ENEMIES
from counterclaim.model import Token

PERSON_ENDINGS = tuple("er or ist ian ant ent eer man men woman women people folk body".split())  # noqa: SIM905
NOBODY = frozenset(["one", "nobody", "none", "wounded", "dead", "injured", "own"])


def people(stretch: Stretch, head: Token) -> bool:
    """A number alone, or a noun for people; of things that are counted, no."""
    if head.pos == "NUM":
        return all(like_people(stretch, whole) for whole in stretch.prepositional(head, "of"))
    return is_body(stretch, head) or any(token.lemma in PEOPLE for token in (head, *stretch.phrase(head)))


def like_people(stretch: Stretch, head: Token) -> bool:
    """ "Nobody", "two hikers", "five Orvenians": by how the word ends; no horses and no bills."""
    if head.pos == "PRON" and stretch.prepositional(head, "of"):  # "some of the palms"
        return all(like_people(stretch, whole) for whole in stretch.prepositional(head, "of"))
    named = head.pos in ("PROPN", "PRON") or head.lemma in PEOPLE | NOBODY | ENEMIES or head.text.lower() in NOBODY
    return named or head.lemma.endswith(PERSON_ENDINGS) or any(t.lemma in PEOPLE for t in stretch.phrase(head))
