"""Places that no gazetteer holds: by the tagger's word, or because the article speaks of them as of places.

Enter a view, a stretch and a word; leaves a place without a location, or None. What the cast took for anything but a
bare name is no place.
"""

import re
from collections.abc import Iterable

from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import EntityKind, Mention, Ref, Token

SITES = words_of("where.sites")
LANDFORMS = words_of("where.landforms")
AIRFIELDS = frozenset(["airport", "airfield", "airbase", "aerodrome"])
# "Near X", "withdrew from X": only places are spoken of so in a war. What is called a village is in the cast already.
SPOKEN_OF = (
    r"(?:(?:\b(?:near|around|outside|into|towards?)"
    r"|\b(?:fight\w*|battl\w+|clash\w*|troops|forces|soldiers|positions|residents|situation) in"
    r"|\b(?:battle|fight|fighting|struggle) for|\b(?:control|liberation|recapture|siege|shelling|bombardment) of"
    r"|\b(?:outskirts|streets|suburbs|centre|center|districts?|quarters?|whole|half|part|edge|battle) of"
    r"|\b(?:recapture|retake|retook|liberate|besiege|encircle|overran|overrun)(?:d|n|s)?"
    r"|\b(?:withdr\w+|retreat\w*|fled|driven|expelled) from|\b(?:pull\w*|push\w*|driv\w+) (?:\w+ )?out of)"
    r" {0}(?!['’\w]| [A-Z])"
    r"|\b{0} (?:has|had|have) (?:not |never |already |now )?(?:yet )?(?:fallen|changed hands)\b"
    r"|\b{0} (?:is|was|were|remains?|remained|stays?|stayed) (?:\w+ )?(?:in \w+ hands|under [\w’' ]{{0,24}}control)\b"
    r"|\b{0} (?:is|was|has been|had been) (?:\w+ly )?(?:recaptured|retaken|liberated|besieged|encircled|shelled)\b"
    r"|\b{0} (?:is|was|has been|had been) (?:held|controlled|occupied|taken|seized|captured) by\b)"
)


def off_the_map(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """The place that the word names."""
    site = token.dep == "compound" and stretch.head(token).lemma in AIRFIELDS  # "Marle airport" is at Marle
    tagged = token.entity == "GPE" or (site and token.pos == "PROPN") or _is_landform(stretch, token)
    if (token.pos != "PROPN" and not tagged) or view.scene.nation(token) is not None or token.dep == "appos":
        return None
    run = next((run for run in stretch.sentence.entities() if token in run), (token,))
    run = tuple(part for part in run if part.pos == "PROPN" and part.lemma.lower() not in SITES)
    if not run:
        return None
    name = span_of(list(run)).of(view.scene.parsed.article.part(view.part)).removesuffix("'s").removesuffix("’s")
    if not (name[:1].isupper() and name[-1].isalpha()):
        return None
    mentions = [mention for part in run if (mention := view.scene.mention(stretch.sentence, part)) is not None]
    known = bool(mentions) if tagged else not all(_is_bare_name(view, mention) for mention in mentions)
    spoken_of = tagged or (token.entity in ("PERSON", "ORG", "") and _spoken_of(view, name))
    return Ref(name, name, None, EntityKind.PLACE) if spoken_of and not known else None


def _is_landform(stretch: Stretch, token: Token) -> bool:
    """ "The Orsk Valley", "Karsh Pass": of which a few ever are on a map."""
    run = next((run for run in stretch.sentence.entities() if token in run), ())
    return token.entity in ("LOC", "FAC") and len(run) > 1 and run[-1].lemma.lower() in LANDFORMS


def unmapped(view: View, stretch: Stretch, heads: Iterable[Token]) -> Ref | None:
    """What "in Orsk" names though no map has it: a name behind "in", "at" or "near" that is nobody's and no day's."""
    for head in heads:
        beside = stretch.head(head).text.lower() in ("in", "at", "near", "outside")
        dated = head.entity in ("DATE", "TIME", "EVENT")
        mention = view.scene.mention(stretch.sentence, head)
        if beside and head.pos == "PROPN" and not dated and (mention is None or _is_bare_name(view, mention)):
            named = [child for child in stretch.children(head, "compound") if child.pos == "PROPN"]
            name = span_of([*named, head]).of(view.scene.parsed.article.part(view.part))
            return Ref(name, name, None, EntityKind.PLACE)
    return None


def _is_bare_name(view: View, mention: Mention) -> bool:
    """A person, or a body of one word, of whom the article tells nothing but the name, and who does not speak."""
    entity = view.scene.entities.get(mention.entity)
    speaks = any(speaker is not None and speaker.entity == mention.entity for speaker in view.scene.cast.speakers)
    single = entity is not None and entity.kind is EntityKind.ORGANIZATION and len(entity.name.split()) == 1
    return entity is not None and (entity.kind is EntityKind.PERSON or single) and not entity.roles and not speaks


def _spoken_of(view: View, name: str) -> bool:
    """Does the article speak of the name as of a place?"""
    text = view.scene.parsed.article.part(view.part)
    return view.scene.warlike and re.search(SPOKEN_OF.format(re.escape(name)), text) is not None
