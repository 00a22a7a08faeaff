"""Decides what each name of an article names: a person, a body or a place.

Enters the article's names and the spans that the gazetteer vouches for; leaves one kind a name. Each occurrence gives
evidence for the name as a whole, because a label that is wrong in one sentence is often right in the next.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from counterclaim.entities.names import Name, is_paper
from counterclaim.entities.nations import Nations
from counterclaim.entities.office_of import is_title, office_before
from counterclaim.entities.page import Page
from counterclaim.entities.pen_names import described
from counterclaim.entities.places.bearers import borne_by_things
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.spelling import without_small_words
from counterclaim.entities.vocabulary import (
    AMBIGUOUS,
    BODY_NOUNS,
    CHIEFS,
    FIRMS,
    HONORIFICS,
    LEGAL_FORMS,
    ORGANIZATION_WORDS,
    SPEECH_LEMMAS,
    THINGS,
    WAYS,
    is_office,
    plain,
    singular,
)  # fmt: skip
from counterclaim.model import EntityKind, Part, Span, Token

Scores = dict[EntityKind, float]
_LABEL_EVIDENCE = {
    "PERSON": (EntityKind.PERSON, 2.0),
    "ORG": (EntityKind.ORGANIZATION, 1.0),
    "GPE": (EntityKind.PLACE, 1.5),
    "LOC": (EntityKind.PLACE, 1.5),
    "FAC": (EntityKind.PLACE, 1.0),
}
_ON_THE_MAP = 3.5
_ITS_VERY_NAME = 7.0
_ITS_OFFICE = 7.5  # more than a map that has a hamlet of that name
_SHORT_FORM = 5.0
_OFTEN = 4  # a name is a place's where one in so many stands where places do
_ENOUGH = 12.0
PERSON, NAMED = EntityKind.PERSON, 2.0  # from this score on a full name is a person's beyond doubt
WHERE = frozenset({"in", "near", "from", "outside", "at", "across", "to", "into", "around", "towards", "toward", "of"})
WITHIN = frozenset({"in", "near", "outside", "around", "towards", "toward", "of"})
PLACES = frozenset(
    ["village", "town", "city", "settlement", "hamlet", "port", "outskirt", "direction", "district", "hill"]
)
# What an army does to a town: "the fall of NAME".
TAKING = frozenset(
    ["control", "capture", "recapture", "fall", "seizure", "occupation", "liberation", "siege", "storming"]
)
# "A stake in NAME", "confidence in NAME": no place.
HELD_IN = frozenset(
    [
        "stake", "share", "confidence", "faith", "trust", "investment", "interest", "believe", "belief", "invest",
        "role", "hope", "member", "membership", "partner", "power", "position", "job", "colleague", "friend",
        "shareholder",
    ]
)  # fmt: skip
_LABEL_LIMIT = {EntityKind.PERSON: 6.0, EntityKind.ORGANIZATION: 2.5, EntityKind.PLACE: 4.0}


def kinds_of(
    page: Page, names: Sequence[Name], places: Mapping[Part, Sequence[Span]], own: Collection[str] = ()
) -> dict[str, EntityKind]:
    """What every name (by its text) names in this article. Names with no evidence at all are left out.

    `own` are the words that a user's own map has for places, and towns on no map that the article speaks of as such.
    """
    scores: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
    labels: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
    for name in names:
        text = name.text(page)
        _add_label(labels[text], name.label)
        for kind, value in (*_evidence(name, text, page.nations), *_outlet(page, text)):
            scores[text][kind] = min(scores[text][kind] + value, _ENOUGH)
        around = [span for span in places.get(name.sentence.part, ()) if span.covers(name.span)]
        if around:
            value = _ITS_VERY_NAME if name.span in around else _ON_THE_MAP
            value = 2 * _ENOUGH if text in own and name.span in around else value
            scores[text][EntityKind.PLACE] = max(scores[text][EntityKind.PLACE], value)
    for text, found in labels.items():
        for kind, value in found.items():
            scores[text][kind] += value
    things = borne_by_things(page.sentences)
    for text, found in scores.items() if things else ():
        if exact_key(text) in things:
            found[PERSON] -= _ENOUGH
            found[EntityKind.ORGANIZATION] += 1.0
    _share(scores, page.nations)
    _surnames(scores, _located(page, names))
    kinds = {
        text: max(found, key=lambda kind: (found[kind], kind))
        for text, found in scores.items()
        if max(found.values()) > 0
    }
    return kinds | dict.fromkeys(_only_places(page, names, kinds), EntityKind.PLACE)


def _add_label(found: Scores, label: str) -> None:
    """Labels count up to a limit: a wrong one is repeated in every sentence that looks alike."""
    if label in _LABEL_EVIDENCE:
        kind, value = _LABEL_EVIDENCE[label]
        found[kind] = min(found[kind] + value, _LABEL_LIMIT[kind])


def _evidence(name: Name, text: str, nations: Nations) -> list[tuple[EntityKind, float]]:
    tokens, words = name.tokens, [plain(t.text) for t in name.tokens]
    found: list[tuple[EntityKind, float]] = []
    if nations.of_party(text) and not nations.of_adjective(text):
        found.append((EntityKind.ORGANIZATION, _ENOUGH))
    elif nations.state_speaking(text) or (len(words) > 1 and words[-1] in WAYS):
        found.append((EntityKind.PLACE, 6.0))
    elif any(singular(w) in ORGANIZATION_WORDS or w in ORGANIZATION_WORDS for w in words) or nations.is_seat(text):
        found.append((EntityKind.ORGANIZATION, 6.0))
    if len(words) > 1 and words[-1] in THINGS:
        found.append((EntityKind.PERSON, -_ENOUGH))
    if name.short:
        found.append((EntityKind.ORGANIZATION, 8.0))
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
        found.append((EntityKind.ORGANIZATION, 2.0))
    if len(words) > 1 and words[-1] in LEGAL_FORMS and tokens[-1].text[0].isupper():
        found.append((EntityKind.ORGANIZATION, 6.0))
    capitals = [t for t in tokens if t.text != "-"]
    # "Abbas-Ali NAME"; neither "Tarvian-Orvenian" nor "Karsh-Mirefield EMS".
    hyphened = len(capitals) < len(tokens) and (" " not in text or any(w.isupper() for w in text.split()))
    if 2 <= len(capitals) <= 4 and all(t.text[0].isupper() for t in capitals) and not (text.isupper() or hyphened):
        found.append((EntityKind.PERSON, 0.7))
    following = name.sentence.tokens[name.stop : name.stop + 3]
    if len(following) > 2 and following[0].tag == "POS" and _heads_firm(*(t.lemma.lower() for t in following[1:])):
        found.append((EntityKind.ORGANIZATION, 3.0))
    if [token.text.lower() for token in following[:2]] == [",", "which"] and name.label != "GPE":
        found += [(EntityKind.PERSON, -3.0), (EntityKind.ORGANIZATION, 2.0)]
    return [*found, *_neighbours(name), *_told_of_person(name)]


def _outlet(page: Page, text: str) -> list[tuple[EntityKind, float]]:
    """Outlets are bodies; the page's own and its agency by the ends of their names too ("the Herald")."""
    if is_paper(text):
        return [(EntityKind.ORGANIZATION, 4.0)]
    ours = [name.split() for name in (page.article.outlet, page.article.credited) if name]
    words = text.split()
    named = any(words in (name, name[: len(words)], name[-len(words) :]) for name in ours)
    return [(EntityKind.ORGANIZATION, 4.0)] if named else []


def _neighbours(name: Name) -> list[tuple[EntityKind, float]]:
    """What the words beside the name say about it."""
    tokens, found = name.sentence.tokens, []
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.stop : name.stop + 12]
    if before is not None:
        word = plain(before.text).rstrip(".")
        if word in HONORIFICS or word == "username":
            found.append((EntityKind.PERSON, 6.0))
        elif is_title(before) and before.text not in ("former", "Former"):
            found.append((EntityKind.PERSON, 3.0))
        if before.text.islower() and before.tag == "NN" and word in BODY_NOUNS - AMBIGUOUS and name.label != "GPE":
            found.append((EntityKind.ORGANIZATION, 4.0))
        if word in ("at", "of") and name.first > 1 and plain(tokens[name.first - 2].text) in CHIEFS | {"executive"}:
            found.append((EntityKind.ORGANIZATION, 2.5))
        if word == "the":
            found.append((EntityKind.ORGANIZATION, 1.5))
        if word in ("in", "near", "from", "outside", "at", "across") and not name.label:
            found.append((EntityKind.PLACE, 0.5))
    if len(after) > 1 and after[0].text == "," and _opens_role(after[1:]):
        found.append((EntityKind.PERSON, 3.0))
    if len(after) > 1 and after[0].text == "and" and after[1].text.lower() in ("his", "her"):
        found.append((EntityKind.PERSON, 3.0))
    if after and after[0].text.lower() == "who":
        found.append((EntityKind.PERSON, 2.0))
    if name.tokens[-1].dep == "nsubj" and name.sentence.head(name.tokens[-1]).lemma in SPEECH_LEMMAS:
        found.append((EntityKind.PERSON, 0.8))
    return found


def _told_of_person(name: Name) -> list[tuple[EntityKind, float]]:
    """ "69-year-old NAME", "NAME, 34,", "the head of the board NAME": words that stand beside a person's full name;
    and "a blogger known as NAME".
    """
    tokens = name.sentence.tokens
    if described(tokens, name.first):
        return [(EntityKind.PERSON, _ENOUGH)]
    if len(name.tokens) < 2:
        return []
    before, after = tokens[: name.first], tokens[name.stop : name.stop + 3]
    if name.label != "GPE" and _is_apposed_to_office(name):
        holder = name.sentence.tokens[name.tokens[-1].head].lemma  # "the operator, NAME, said" may be a firm
        return [(EntityKind.PERSON, 3.0 if holder in FIRMS else _ITS_OFFICE)]
    if before and before[-1].text == "," and after and after[0].text == "," and is_office(before[-2:][0].text):
        return [(EntityKind.PERSON, 3.0)]  # "its leader, NAME, said"
    aged = bool(before) and (before[-1].text.endswith("-old") or before[-1].text == "old")
    told = aged or office_before(tokens, name.first) is not None
    age = len(after) > 2 and after[0].text == "," and _is_age(after[1]) and after[2].text in (",", ".", "years", "and")
    return [(EntityKind.PERSON, 3.0)] if told else [(EntityKind.PERSON, 2.0)] if age else []


def _is_apposed_to_office(name: Name) -> bool:
    """ "The head of the relief mission, NAME, said": set between commas, and the office's, not the mission's."""
    tokens, last = name.sentence.tokens, name.tokens[-1]
    ends = [token.text for token in (*tokens[name.first - 1 : name.first], *tokens[name.stop : name.stop + 1])]
    return ends == [",", ","] and last.dep == "appos" and last.head < name.first and is_office(tokens[last.head].text)


def _is_age(token: Token) -> bool:
    """ "NAME, 34," is a person."""
    return token.text.isdigit() and len(token.text) == 2


def _heads_firm(first: str, second: str) -> bool:
    """ "NAME's chairman", "NAME's chief executive": persons have spokesmen and lawyers, and no such."""
    return first in ("ceo", "chairman", "chairwoman", "founder") or (first, second) == ("chief", "executive")


def _opens_role(after: Sequence[Token]) -> bool:
    """Does an office stand among the words before the next comma, verb or possessive?"""
    for at, token in enumerate(after):
        owned = token.tag == "POS" and plain(after[at - 1].text) not in BODY_NOUNS  # "NAME, the charity's director"
        if token.text in ',.;:"“”' or token.pos in ("VERB", "AUX") or owned or token.lemma == "where":
            return False
        if is_office(token.text):
            return not _says_itself(after, at)
    return False


def _says_itself(after: Sequence[Token], at: int) -> bool:
    """ "…, commander says": whoever holds the office speaks, and bears no name here."""
    return at + 1 < len(after) and after[at + 1].tag in ("VBZ", "VBD") and after[at + 1].lemma in SPEECH_LEMMAS


def _located(page: Page, names: Sequence[Name]) -> set[str]:
    """The names that stand for a place often enough: one "Georgia skates" read as skates of Georgia is no proof."""
    found: dict[str, list[bool]] = defaultdict(list)
    for name in names:
        found[name.text(page)].append(_is_location(name))
    return {text for text, placed in found.items() if any(placed) and sum(placed) * _OFTEN >= len(placed)}


def _is_location(name: Name) -> bool:
    """ "In Paris", "the Paris suburbs": here the name is a place, whoever else bears it."""
    before = plain(name.sentence.tokens[name.first - 1].text) if name.first else ""
    owns = any(token.tag == "POS" for token in name.sentence.tokens[name.stop : name.stop + 1])  # "to Paris's credit"
    return (before in WHERE and not owns) or name.tokens[-1].dep in ("compound", "nmod", "npadvmod")


def _only_places(page: Page, names: Sequence[Name], kinds: Mapping[str, EntityKind]) -> Iterator[str]:
    """ "In Mushen", "towards Mushen": names that the article only has where places stand, though no map has them and
    the tagger takes them for bodies or persons.
    """
    found: dict[str, list[Name]] = defaultdict(list)
    surnames = {full.split()[-1] for full, kind in kinds.items() if kind is PERSON and " " in full}
    for name in names:
        found[name.text(page)].append(name)
    for text, all_of_it in found.items():
        bare = len(text.split()) == 1 and text.replace("-", "").isalpha() and not text.isupper() and not is_paper(text)
        body = kinds.get(text) in (EntityKind.ORGANIZATION, PERSON) and page.nations.of_party(text) is None
        body &= text not in surnames
        known = singular(plain(text)) in ORGANIZATION_WORDS | BODY_NOUNS
        places = [_where(name) for name in all_of_it]
        if bare and body and not known and all(places) and WITHIN & set(places):
            yield text


def _where(name: Name) -> str:
    """The preposition right before the name by which it is somewhere; empty where it may be another matter."""
    tokens = name.sentence.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is not None and before.text == "," and name.tokens[-1].dep == "appos":
        return "of" if tokens[name.tokens[-1].head].lemma in PLACES else ""  # "a border village, NAME"
    if before is None or before.text.lower() not in WHERE:
        return ""
    word = before.text.lower()
    told = word == "in" and name.sentence.head(before).lemma in HELD_IN
    told |= word == "of" and tokens[before.i - 1].lemma not in PLACES | TAKING
    owns = any(token.tag == "POS" for token in tokens[name.stop : name.stop + 1])
    return "" if told or owns else word


def _surnames(scores: dict[str, Scores], located: Collection[str]) -> None:
    """Once "Vera Paris" is named, "Paris" or "Vera" is she, though the map knows it, unless something lies there."""
    for text in [text for text, found in scores.items() if found and max(found, key=found.__getitem__) == PERSON]:
        sure = all(score <= 0 for kind, score in scores[text].items() if kind is not PERSON)  # and no "France Football"
        for part in {text.split()[-1], text.split()[0] if sure else text} - {text}:
            if part in scores and part not in located and scores[text][PERSON] >= NAMED:
                scores[part][PERSON] += max(scores[part].values())


def _share(scores: dict[str, Scores], nations: Nations) -> None:
    """A surname or a short form alone is what the full name is, and a full name what its surname is."""
    best = {text: max(found, key=lambda kind: (found[kind], kind)) for text, found in scores.items() if found}
    for text, kind in best.items():
        words = text.split()
        if len(words) < 2:
            continue
        if best.get(words[-1]) is EntityKind.PERSON and scores[text][EntityKind.PERSON]:
            scores[text][EntityKind.PERSON] += 2.0
        if scores[text][kind] < 2:
            continue
        parts = (
            {words[-1], without_small_words(words[-1]), words[0], " ".join(words[1:])}
            if kind is EntityKind.PERSON
            else {words[0]}
            if kind is EntityKind.ORGANIZATION
            else set()
        )
        for part in parts & set(scores):
            if not (kind is EntityKind.ORGANIZATION and nations.state_speaking(part)):
                last = part in (words[-1], without_small_words(words[-1]), " ".join(words[1:]))
                whole = last or all(singular(plain(w)) in BODY_NOUNS for w in words[1:])
                scores[part][kind] += _SHORT_FORM if whole else _SHORT_FORM / 2
