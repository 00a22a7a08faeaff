"""Who "the historian" or "the company" is, where the text named somebody or a firm right before without saying so.

Enters a source and the article's figures; leaves the one that was just named, or nobody where another may be meant.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.sources import Source
from counterclaim.entities.spoken import Spoken
from counterclaim.entities.vocabulary import (
    BODY_NOUNS,
    FIRMS,
    HONORIFICS,
    POSTS,
    RANKS,
    STATE_BODIES,
    is_office,
    plain,
    singular,
)
from counterclaim.model import EntityKind, Sentence, Span, Token

_NEAR = 2  # sentences
_ANY_OFFICE = frozenset(("functionary", "official"))  # whoever holds an office
# What people of some offices are called in general.
GENERAL = {
    "diplomat": frozenset(("ambassador", "consul", "envoy", "foreign")),
    "leader": frozenset(
        [
            "chairman",
            "chairwoman",
            "chancellor",
            "chief",
            "executive",
            "governor",
            "head",
            "mayor",
            "premier",
            "president",
        ]
    ),
    "lawmaker": frozenset(("assembly", "chamber", "congress", "deputy", "parliament", "senate", "senator", "speaker")),
    "politician": frozenset(("deputy", "leader", "mayor", "minister", "senator", "speaker")),
}
ALIKE = {"legislator": "lawmaker", "parliamentarian": "lawmaker"}
_ANYBODY = frozenset(("hero", "man", "woman", "pensioner", "witness"))
_NO_FIRMS = STATE_BODIES | frozenset(
    [
        "agency", "association", "authority", "committee", "confederation", "council", "court", "federation",
        "institute", "league", "organization", "parliament", "party", "senate", "tribunal", "union", "university",
    ]
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")
_COMMANDING = frozenset(("chief", "commander", "head", "leader", "deputy", "spokesman", "officer"))
# Where things are posted: "on its Telegram channel, the group said" names the group no firm.
_PLATFORMS = frozenset(
    (
        "telegram",
        "twitter",
        "x",
        "facebook",
        "whatsapp",
        "youtube",
        "instagram",
        "tiktok",
        "vkontakte",
        "weibo",
        "signal",
    )
)
# What "the head of X" is called in a state, by the word for X.
_HEADS = {
    "state": frozenset(("president", "king", "queen", "emir", "sultan")),
    "government": frozenset(("premier", "prime", "chancellor")),
    "region": frozenset(("governor",)),
    "province": frozenset(("governor",)),
    "oblast": frozenset(("governor",)),
}


def person_just_named(
    source: Source, figures: Figures, before: Sequence[Spoken], said: Sequence[Span] = ()
) -> Figure | None:
    """ "Dr NAME doubts it. … the historian argues": the one person of the sentences before of whom nothing else is
    said; "the official", whoever holds an office there. Who is named in the words `said` is nobody who says them.
    """
    noun, words = source.noun or "", _own_words(source)
    told = (is_office(noun) and noun not in POSTS) or noun in _ANYBODY or noun in _ANY_OFFICE or noun == "leader"
    if source.first != "the" or not (len(words) == 1 or _is_trade(words)):
        return None
    if noun in RANKS:
        return _of_rank(noun, source, figures)
    if not told:
        return None
    around = [s.figure for s in before if any(span.covers(source.span) for span in s.attribution.content)]
    here = [(n, f) for n, f in _near(source, figures) if n.sentence.block == source.sentence.block]
    here = [(n, f) for n, f in here if not any(span.covers(n.span) for span in said)]
    near = [(n, f) for n, f in here if f.kind is EntityKind.PERSON and f not in around]
    fits = {id(figure): figure for name, figure in near if _may_be(noun, figure) and not _is_owner(name)}
    last = before[-1] if before else None
    alone = noun in _ANY_OFFICE and not near
    if last and last.figure and last.sentence and 0 <= source.sentence.block - last.sentence.block <= alone:
        if last.figure.kind is EntityKind.GROUP and is_office(last.figure.name.split()[-1]):
            return None
        known = _may_be(noun, last.figure) or (noun in _ANY_OFFICE and not last.figure.roles)
        if last.figure.kind is EntityKind.PERSON and last.figure not in around and known:
            return last.figure
    return next(iter(fits.values())) if len(fits) == 1 else None


def _is_trade(words: Sequence[Token]) -> bool:
    """ "Bus driver", "knife grinder": one trade in two words, not whose it is ("army doctor" of some army)."""
    first = words[0] if len(words) == 2 else None
    bare = first is not None and first.pos == "NOUN" and first.text.islower()
    return first is not None and bare and first.lemma not in BODY_NOUNS | STATE_BODIES


def _of_rank(noun: str, source: Source, figures: Figures) -> Figure | None:
    """ "The sergeant": whoever was last named as such before, "Sgt NAME"."""
    start, part = source.span.start, source.sentence.part
    for name, figure in reversed(figures.named):
        before = name.sentence.part is part and name.span.start < start and figure.kind is EntityKind.PERSON
        if before and name.first and plain(name.sentence.tokens[name.first - 1].text).rstrip(".") in RANKS[noun]:
            return figure
    return None


def _own_words(source: Source) -> list[Token]:
    """The words of "the young former priest, who …" that say more than what he is: one, where they do not narrow it.

    Whose office it is ("the Reed Front's commander") does not count: it is news of whoever was just named.
    """
    found: list[Token] = []
    whose = next((token.i for token in reversed(source.tokens) if token.tag == "POS"), source.tokens[0].i)
    for token in (token for token in source.tokens if token.i > whose):
        if token.text == "," or token.text.lower() in ("who", "whose"):
            break
        if token.pos != "ADJ" and token.text.lower() not in ("-", "ex", "former", "old"):
            found.append(token)
    return found


def head_of(source: Source) -> frozenset[str]:
    """The words of the offices that "the head of state", "the head of the region" stand for."""
    words = [plain(token.text) for token in source.tokens if token.pos != "DET"]
    return _HEADS.get(words[2], frozenset()) if len(words) == 3 and words[:2] == ["head", "of"] else frozenset()


def firm_just_named(source: Source, figures: Figures) -> Figure | None:
    """ "Shares in NAME fell after the group conceded …": the body named last before, no state's nor a union's."""
    if source.first not in ("the", "its", "this") or len(source.tokens) != 2 or source.noun not in FIRMS:
        return None
    near = [(n, f) for n, f in _near(source, figures) if f.kind is EntityKind.ORGANIZATION and _may_be_firm(f.name)]
    called = _called_so(source, figures)
    if called is not None and called not in [f for _, f in near]:
        return called
    heads = [hit for hit in near if hit[0].tokens[-1].dep in _SUBJECTS]
    fits = heads or near
    return fits[-1][1] if fits else None


def _called_so(source: Source, figures: Figures) -> Figure | None:
    """ "The airline": the one body whose very name says that it is one ("NAME Airlines")."""
    bodies = figures.of_kind(EntityKind.ORGANIZATION)
    found = [f for f in bodies if any(source.noun == singular(plain(w)) for n in f.names for w in n.split()[1:])]
    return found[0] if len(found) == 1 else None


def _near(source: Source, figures: Figures) -> Iterator[tuple[Name, Figure]]:
    """The names before the source in its own sentence and the last ones of its paragraph."""
    here: Sentence = source.sentence
    start = source.tokens[0].i
    for index in range(max(0, here.index - _NEAR), here.index + 1):
        seen: Name | None = None
        for at in range(start if index == here.index else len(figures.page.sentences[index].tokens)):
            hit = figures.at(index, at)
            if hit is not None and hit[0] is not seen and hit[0].sentence.part is here.part:
                seen = hit[0]
                if index == here.index or hit[0].sentence.block in (here.block, here.block - 1):
                    yield hit


def _may_be(noun: str, figure: Figure) -> bool:
    words = {plain(word).rstrip(".") for role in figure.roles for word in re.findall(r"[\w-]+", role)}
    offices = {word for word in words if is_office(singular(word))} - HONORIFICS
    general = GENERAL.get(ALIKE.get(noun, noun), frozenset())
    if noun == "leader":  # who holds no office leads nobody
        return not general.isdisjoint(words) or "leader" in words
    return bool(offices) if noun in _ANY_OFFICE else not offices or noun in _ANYBODY or not general.isdisjoint(words)


def _is_owner(name: Name) -> bool:
    """ "NAME's colleague the historian": somebody else."""
    after = name.sentence.tokens[name.stop : name.stop + 1]
    return bool(after) and after[0].tag == "POS"


def _may_be_firm(name: str) -> bool:
    words = {singular(plain(word)) for word in name.split()}
    return words.isdisjoint(_NO_FIRMS | _PLATFORMS) and not (len(words) == 1 and name.isupper() and len(name) < 3)


def ranked_before(source: Source, fits: Sequence[Figure], figures: Figures, before: Sequence[Spoken]) -> Figure | None:
    """ "NAME, the commander-in-chief, announced it. … wrote the general": whoever spoke last and commands, where those
    who are called generals are only named further on.
    """
    last = before[-1] if before else None
    ranked = bool(fits) and source.noun in RANKS and len(source.tokens) == 2
    if not ranked or last is None or last.figure is None or last.sentence is None:
        return None
    pool = {id(figure) for figure in fits}
    start, part = source.span.start, source.sentence.part
    met = any(id(f) in pool and n.sentence.part is part and n.span.start < start for n, f in figures.named)
    commands = any(plain(word) in _COMMANDING for role in last.figure.roles for word in re.split(r"[\s-]+", role))
    near = source.sentence.block - last.sentence.block <= 1
    near &= last.figure.kind is EntityKind.PERSON
    return last.figure if near and commands and not met else None
