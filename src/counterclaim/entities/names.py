"""Finds the names of persons and bodies in a parsed article, by tagger and by capitals.

Enters a `Page`; leaves `Name`s: token ranges without article, title or possessive ending. Left out: nationalities,
dates, amounts. The small tagger's labels are weak evidence (it calls towns bodies and surnames nations), so `kinds`
weighs them with what stands around each name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.entities.abbreviations import abbreviations
from counterclaim.entities.composed import composed_in, composed_names
from counterclaim.entities.east_asian import is_hyphened_name
from counterclaim.entities.halves import is_no_title, lacks_given, lacks_surname, names_body
from counterclaim.entities.name_words import GENERATIONS
from counterclaim.entities.nations import Nations
from counterclaim.entities.office_of import cut, ends_body, is_grade, is_rank, is_title
from counterclaim.entities.page import Page, as_read, is_headline, span_of
from counterclaim.entities.runs import whole_runs
from counterclaim.entities.spelling import unmarked
from counterclaim.entities.vocabulary import (
    AFFILIATIONS,
    AGAINST_STATE,
    BODY_NOUNS,
    CALENDAR,
    CHANNELS,
    FIELDS,
    NOT_NAMES,
    STATE_BODIES,
    is_office,
    plain,
    singular,
)  # fmt: skip
from counterclaim.model import BlockKind, Sentence, Span, Token

_LABELS = frozenset(["PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"])
# Units of troops that bear numbers.
UNITS = frozenset(
    "army battalion brigade company corps division fleet flotilla front regiment squadron".split()  # noqa: SIM905
)
# "An F-16", "BM-21 rockets": arms by their model, and no bodies.
_MODEL = re.compile(r"(?!G-)[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z]{0,2}s?")
_PARTICLES = frozenset({"von", "di", "ibn", "del", "al", "la", "ben", "bin", "van", "da", "el", "der", "de", "du"})


@dataclass(frozen=True)
class Name:
    """Tokens `[first, stop)` of a sentence that name someone or something.

    `label` is the tagger's; `short` are the initials that stand in brackets behind.
    """

    sentence: Sentence
    first: int
    stop: int
    label: str
    short: str = ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.stop]

    @cached_property
    def span(self) -> Span:
        """Where the name stands in the article's part."""
        return span_of(self.tokens)

    def text(self, page: Page) -> str:
        """The name as it stands, with single blanks."""
        return " ".join(as_read(self.tokens, page.words(self.sentence.part, self.span)).split())


def find_names(page: Page) -> tuple[Name, ...]:
    """Every name of the article in reading order. Headlines only give names that the body vouches for."""
    read = [sentence for sentence in page.sentences if not is_headline(sentence)]
    composed = composed_names(read)
    named = (name for s in read for name in _with_outlets(_names_in(s, page.nations, composed)))
    found = [name for name in named if not page.in_dateline(name.sentence.part, name.span)]
    known = {tuple(t.text for t in name.tokens) for name in found}
    known |= {(name.tokens[-1].text,) for name in found if _may_be_full(name)}
    known = {tuple(map(unmarked, name)) for name in known}  # "Vucic" above "Aleksandar Vučić"
    taken: dict[int, set[int]] = defaultdict(set)
    for name in found:
        taken[name.sentence.index].update(token.i for token in name.tokens)
    firsts = {name[0] for name in known}
    labels = {s.tokens[0].text for s in read if s.tokens[1:2] and s.tokens[1].text == ":"}
    for sentence in page.sentences:
        found.extend(_known_in(sentence, known, firsts, taken[sentence.index]))
        if sentence.kind is BlockKind.HEADLINE and labels:
            found.extend(_takes_turns(sentence, labels, page.nations))
    return tuple(sorted(found, key=lambda name: (name.sentence.index, name.first)))


def _takes_turns(sentence: Sentence, labels: set[str], nations: Nations) -> Iterator[Name]:
    """ "A talk with Colonel Helga Falk" above "Falk: …": the full name of whom a label below stands for."""
    for name in _names_in(sentence, nations, frozenset()):
        if name.label == "PERSON" and len(name.tokens) > 1 and name.tokens[-1].text in labels:
            yield name


def _may_be_full(name: Name) -> bool:
    """Can the last word be a surname? Whether the name is a person's is decided later, for both."""
    return 2 <= len(name.tokens) <= 3 and name.label in ("PERSON", "ORG", "") and not names_body(name.tokens)


def _with_outlets(names: Iterator[Name]) -> Iterator[Name]:
    """ "The Brevnik" and "Gazette", where the tagger cut a paper's name in two, are one."""
    held: Name | None = None
    for name in sorted(names, key=lambda name: name.first):
        if held is not None and _is_cut_outlet(held, name):
            held = Name(held.sentence, held.first, name.stop, "ORG")
            continue
        if held is not None:
            yield held
        held = name
    if held is not None:
        yield held


def _is_cut_outlet(name: Name, after: Name) -> bool:
    if name.stop != after.first or len(after.tokens) != 1 or len(name.tokens) > 2:
        return False
    return is_paper(_text((*name.tokens, *after.tokens))) and not is_paper(_text(name.tokens))


def is_paper(name: str) -> bool:
    """Is that the name of a paper, a station or an agency?"""
    from counterclaim.attribution.outlets import is_outlet  # here, so that no command loads the models for a name

    return is_outlet(name)


def ends_paper(word: str, name: str) -> bool:
    """Is the word the end of an outlet's name by which it may be called ("the Herald", and not "the News")?"""
    from counterclaim.attribution.outlets import is_kind, is_outlet  # here, as above

    return name.rsplit(maxsplit=1)[-1] == word and not is_kind(word) and is_outlet(name)


def _names_in(sentence: Sentence, nations: Nations, composed: frozenset[tuple[str, ...]]) -> Iterator[Name]:
    taken: set[int] = set()
    for first, stop in composed_in(sentence, composed):
        taken.update(range(first, stop))
        yield Name(sentence, first, stop, "ORG")
    for short in abbreviations(sentence):
        taken.update((*range(short.first, short.stop), short.short))
        yield Name(sentence, short.first, short.stop, "ORG", short=sentence.tokens[short.short].text)
        yield Name(sentence, short.short, short.short + 1, "ORG")
    for run in whole_runs(sentence):
        if taken & {t.i for t in run}:
            continue
        if run[-1].entity not in _LABELS:
            taken.update(t.i for t in run)
            continue
        for first, stop in _pieces(sentence, run[0].i, run[-1].i + 1, nations):
            name = _whole(sentence, first, stop, run[-1].entity, nations)
            taken.update(range(min(first, name.first), stop))
            yield name
    for first, stop in _capital_runs(sentence, taken, nations):
        yield _whole(sentence, first, stop, "", nations)


def _whole(sentence: Sentence, first: int, stop: int, label: str, nations: Nations) -> Name:
    """The name with the nationality before it or the "Jr." behind it that belong to it."""
    first = _with_ministry(sentence, first, stop, nations)
    first -= lacks_given(sentence, first, stop, label)
    following = plain(sentence.tokens[stop].text).rstrip(".") if stop < len(sentence.tokens) else ""
    stop += following in GENERATIONS
    stop += 2 * _ends_hyphened(sentence.tokens, stop + 2)
    if lacks_surname(sentence.tokens, first, stop, label):
        stop, label = stop + 1, "PERSON"
    first = _with_number(sentence, first, stop)
    return Name(sentence, _with_nation(sentence, first, stop, nations), stop, label)


def _with_number(sentence: Sentence, first: int, stop: int) -> int:
    """A unit's name begins at its number ("the 4th Coastal Division"), which the tagger sets apart."""
    before = sentence.tokens[first - 1].text if first else ""
    unit = plain(sentence.tokens[stop - 1].text) in UNITS
    return first - 1 if unit and re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)", before) else first


def _with_ministry(sentence: Sentence, first: int, stop: int, nations: Nations) -> int:
    """A field of government is no name by itself: "the ministry of Defence" begins at the ministry."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].text.lower() != "of" or nations.named(_text(tokens[first:stop])):
        return first
    return first - 2 if plain(tokens[first - 2].text) in ("ministry", "department") else first


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _is_field(sentence: Sentence, first: int, stop: int, nations: Nations) -> bool:
    """Is it what a minister is minister of, or the last of it: "Labour and Welfare" of "minister of Trade, …"?"""
    tokens = sentence.tokens
    listed = tokens[first].entity not in ("PERSON", "GPE") and tokens[first - 1].text == "and"  # not "…, NAME"
    while listed and first > 3 and tokens[first - 1].text in ("and", ",") and tokens[first - 2].text[0].isupper():
        first -= 2
        while first > 2 and tokens[first - 1].text[0].isupper():
            first -= 1
    if first < 2 or tokens[first - 1].text.lower() != "of" or nations.named(_text(tokens[first:stop])):
        return False
    return plain(tokens[first - 2].text) in ("minister", "undersecretary") and tokens[first].pos != "DET"


def _with_nation(sentence: Sentence, first: int, stop: int, nations: Nations) -> int:
    """A body's name begins at its nationality ("Russian" of a corps), which the tagger often sets apart."""
    tokens = sentence.tokens
    before = tokens[first - 1] if first else None
    if before and names_body(tokens[first:stop]) and before.text[0].isupper() and nations.of_adjective(before.text):
        return first - 1
    return _with_owner(tokens, first, stop, nations)


def _with_owner(tokens: Sequence[Token], first: int, stop: int, nations: Nations) -> int:
    """ "Peru's Defence Ministry", which every state has one of: without its owner it is any of them."""
    of_states = any(singular(plain(token.text)) in STATE_BODIES for token in tokens[first:stop])
    if not of_states or first < 2 or tokens[first - 1].tag != "POS":
        return first
    starts = range(max(0, first - 5), first - 1)
    return next((at for at in starts if nations.named(_text(tokens[at : first - 1]))), first)


def _pieces(sentence: Sentence, first: int, stop: int, nations: Nations) -> Iterator[tuple[int, int]]:
    """One tagged run, cut where a quote mark, a verb or a possessor's ending shows that it is two."""
    tokens = sentence.tokens
    start = first
    for i in range(first, stop):
        token = tokens[i]
        if _is_office_within(tokens, i, stop):
            start = i + 1  # the ministry is told of the spokesman, and not spoken of
            continue
        owner = token.tag == "POS" and not names_body(tokens[i + 1 : stop])
        another = token.text == "the" and token.dep == "det" and token.head >= stop  # "according to NAME the … house"
        if (
            owner
            or another
            or token.text == "or"
            or token.text in '"“”‘…()[]|:;,'
            or (token.pos in ("VERB", "AUX") and not token.text[0].isupper())
        ):
            yield from _trimmed(sentence, start, i, nations)
            start = i + 1
    yield from _trimmed(sentence, start, stop, nations)


def _is_office_within(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """ "Osteria's Ministry of Defence spokesperson Ida Falk": a body, and who speaks for it."""
    behind = tokens[at + 1 : stop]
    named = 2 <= len(behind) <= 3 and all(t.text[0].isupper() and t.text.isalpha() for t in behind)
    return tokens[at].text.islower() and named and is_office(tokens[at].text) and not names_body(behind)


def _trimmed(sentence: Sentence, first: int, stop: int, nations: Nations) -> Iterator[tuple[int, int]]:
    """The range without leading article, titles and lower-case words, and without a trailing possessive."""
    tokens = sentence.tokens
    person = cut(tokens, first, stop)
    if person is not None:
        yield from _trimmed(sentence, first, person, nations)
        first = person
    while first < stop and (_opens_no_name(tokens[first]) or _only_tells(tokens, first, stop)):
        first += 1
    first += _is_channel_x(tokens, first, stop)
    while stop > first and _ends_no_name(tokens, first, stop):
        stop -= 1
    if stop - first > 2 and is_rank(tokens[stop - 1]) and ends_body(tokens[stop - 2]):
        stop -= 1  # "the General Staff General NAME"
    if stop - first > 1 and not names_body(tokens[first:stop]):
        titles = [i for i in range(first + 1, stop - 2) if is_office(tokens[i].text)]
        first = titles[-1] + 1 if titles else first
        while stop - first > 1 and (is_title(tokens[first]) or plain(tokens[first].text) in CHANNELS):
            first += 1 + (tokens[first + 1].text == "of" and stop - first > 2)
            if tokens[first].text in (".", "-"):  # "Maj. Gen.", "Maj-Gen"
                first += 1
    if is_grade(tokens, first + 2):  # "Captain First Rank NAME"
        first += 2
    if first < stop and not _is_no_name(tokens[first:stop], nations) and not _is_field(sentence, first, stop, nations):
        yield first, stop


def _is_channel_x(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """ "Wrote on X Ida Falk", which the tagger takes for one name."""
    before = tokens[first - 1].text.lower() if first else ""
    return stop - first > 2 and tokens[first].text == "X" and before in ("on", "via", "through")


def _opens_no_name(token: Token) -> bool:
    return not _capital(token) or plain(token.text) in NOT_NAMES or token.tag in ("RB", "IN", "DT", "CC", "PRP$")


def _only_tells(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """ "FURIOUS Ida Falk" at the head of a report, "the NGO Dawn": a word of the outlet's about whom the name names."""
    token = tokens[first]
    told = (
        first == 0 and token.entity == "PERSON" and token.tag == "JJ" and (token.dep == "amod" or token.text.isupper())
    )
    return stop - first > 1 and (told or token.text in ("NGO", "NGOs"))


def _ends_no_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """A mark, a possessive ending, a small word; not the second half of "Han Su-min"."""
    last = tokens[stop - 1]
    if stop - first > 3 and _ends_hyphened(tokens, stop):
        return False
    return not last.text[0].isalnum() or last.tag == "POS" or last.text.islower()


def _ends_hyphened(tokens: Sequence[Token], stop: int) -> bool:
    """Does "Han Su-min", written without blanks, end before token `stop`?"""
    if not 4 <= stop <= len(tokens) or tokens[stop - 2].text != "-":
        return False
    family, first, hyphen, second = tokens[stop - 4 : stop]
    tight = first.span.end == hyphen.span.start and hyphen.span.end == second.span.start
    known = second.entity == hyphen.entity == "PERSON" and second.text.isalpha()
    return tight and (known or is_hyphened_name(family.text, first.text, second.text))


def _is_no_name(tokens: tuple[Token, ...], nations: Nations) -> bool:
    words = [plain(t.text) for t in tokens]
    if _MODEL.fullmatch(tokens[-1].text):
        return True
    if all(w in CALENDAR or w in NOT_NAMES or not any(c.isalpha() for c in w) for w in words):
        return True
    if any(letter in t.text for t in tokens for letter in ")(/@"):
        return not re.fullmatch(r"(?:\w\.)+|\w+\.", tokens[0].text)
    titled = is_title(tokens[-1]) and [t.text for t in tokens[-2:-1]] != ["of"]  # not the "Department of Justice"
    titled = titled and not is_no_title(tokens)
    if nations.of_adjective(" ".join(t.text for t in tokens)) or titled:
        return True
    return len(words) == 1 and _is_plain_word(tokens[0])


def _is_plain_word(token: Token) -> bool:
    """Is the single word only capitalized by its place: a letter, a party's adjective, a noun such as "office"?"""
    word = singular(plain(token.text))
    if word in FIELDS:
        return True
    if word in AGAINST_STATE and token.text.endswith("s"):
        return True  # "Rebels" opens a sentence
    common = not token.text.isupper() and (word in BODY_NOUNS - STATE_BODIES or token.tag in ("JJ", "NN", "VB", "VBG"))
    return len(word) == 1 or word in AFFILIATIONS or common


def _capital(token: Token) -> bool:
    return token.text[0].isupper() or (token.text[0].isdigit() and len(token.text) > 1 and token.text[-1].isalpha())


def _capital_runs(sentence: Sentence, taken: set[int], nations: Nations) -> Iterator[tuple[int, int]]:
    """Maximal runs of proper nouns that the tagger left alone, with the small words inside them."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if i in taken or not _proper(tokens[i]):
            i += 1
            continue
        stop = i + 1
        while stop < len(tokens) and stop not in taken:
            if _proper(tokens[stop]) or (stop + 1 < len(tokens) and _inner(tokens, stop) and stop + 1 not in taken):
                stop += 1
            else:
                break
        yield from _trimmed(sentence, i, stop, nations)
        i = stop


def _proper(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos == "PROPN" or token.tag in ("NNP", "NNPS")) and len(token.text) > 1


def _inner(tokens: tuple[Token, ...], at: int) -> bool:
    """Is the token a particle, or a hyphen without blanks, before another proper noun?"""
    token, after = tokens[at], tokens[at + 1]
    if not after.text[0].isupper():
        return False
    tight = tokens[at - 1].span.end == token.span.start and token.span.end == after.span.start
    return token.text.lower() in _PARTICLES or (token.text in "-–" and tight)


def _known_in(sentence: Sentence, known: set[tuple[str, ...]], firsts: set[str], taken: set[int]) -> Iterator[Name]:
    """Names of the article that the tagger missed here, the longest first."""
    words, at = [unmarked(t.text) for t in sentence.tokens], 0
    while at < len(words):
        size = 0
        if words[at] in firsts and at not in taken:
            fits = (n for n in range(8, 0, -1) if tuple(words[at : at + n]) in known)
            size = next((n for n in fits if not taken & set(range(at, at + n))), 0)
        if size:
            yield Name(sentence, at, at + size, "")
        at += size or 1
