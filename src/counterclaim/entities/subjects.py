"""The unnamed subject that "he", "she" or "it" goes back to: "The landlord keeps two tills. … he sighed".

Enters a pronoun in its sentence and the words that are known to be said; leaves the words of that subject, or none
where a name comes first.
"""

from collections.abc import Iterator, Sequence

from counterclaim.entities.figures import Figures
from counterclaim.entities.office_of import is_title
from counterclaim.entities.page import Page
from counterclaim.entities.vocabulary import BODY_NOUNS, FEMALE, MALE, is_office, plain, singular
from counterclaim.model import BlockKind, EntityKind, Sentence, Span, Token

_ONE = frozenset(("one", "another", "third", "second", "fourth", "fifth", "other"))
_NEW = frozenset(("a", "an", "one", "another"))
_HE = frozenset(("he", "him", "his"))
_SHE = frozenset(("she", "her", "hers"))
_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their"))
_PREMODIFIERS = frozenset(("det", "amod", "compound", "poss", "nummod"))
_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 5  # sentences of a paragraph that "he" goes back
_MANY = frozenset(("families", "neighbors", "organizers", "people", "relatives", "troops", "women", "men"))
_NO_ONE = frozenset(
    ("general", "figure", "head", "star", "author")
)  # common words that seldom are a person as they stand

Phrase = tuple[Sentence, tuple[Token, ...]]


def described_before(pronoun: str, token: Token, sentence: Sentence, figures: Figures, said: Sequence[Span]) -> Phrase:
    """The unnamed subject that the pronoun at `token` goes back to; no tokens where it is no such one, or known before.

    "A lawyer promised … He boasted", "The clerk bears no grudge, she says", "One firm closed … It said".
    """
    if pronoun in _HE | _SHE:
        return _person_before(pronoun, token, sentence, figures, said)
    if pronoun in _IT:
        found = _body_before(pronoun, token, sentence, figures.page)
        return found if found[1] else _thing_before(token, sentence, figures, said)
    if pronoun in _THEY:
        return _many_before(token, sentence, figures, said)
    return sentence, ()


def _person_before(pronoun: str, token: Token, sentence: Sentence, figures: Figures, said: Sequence[Span]) -> Phrase:
    for here in _back_from(sentence, figures.page):
        for subject in _subjects(here, token.i if here is sentence else len(here.tokens), said):
            if plain(subject.text) in _HE | _SHE:
                break
            hit = figures.at(here.index, subject.i)
            if hit is not None:
                if hit[1].kind is EntityKind.PERSON:
                    return sentence, ()
                continue
            phrase = here.subtree(subject)
            if _is_one(subject, phrase) and _suits(pronoun, subject):
                if _is_named_behind(here, subject, phrase, figures):
                    return sentence, ()
                return here, _without_clause(here, subject, phrase)
    return sentence, ()


def _many_before(token: Token, sentence: Sentence, figures: Figures, said: Sequence[Span]) -> Phrase:
    """ "The residents blocked the road. … they say": the plural subject before, of people without a name."""
    for here in _back_from(sentence, figures.page):
        for subject in _subjects(here, token.i if here is sentence else len(here.tokens), said):
            if subject.text.lower() in _THEY:
                break
            several = subject.entity == "GPE" and any(child.dep == "conj" for child in here.children(subject))
            if several:
                return here, here.subtree(subject)
            if figures.at(here.index, subject.i) is not None:
                return sentence, ()
            if subject.tag == "NNS" and (is_office(singular(plain(subject.text))) or plain(subject.text) in _MANY):
                return here, _without_clause(here, subject, here.subtree(subject))
    return sentence, ()


def _thing_before(token: Token, sentence: Sentence, figures: Figures, said: Sequence[Span]) -> Phrase:
    """ "The ministry sent two lines. It said": the body in small letters that is the subject before."""
    for here in _back_from(sentence, figures.page):
        for subject in _subjects(here, token.i if here is sentence else len(here.tokens), said):
            if subject.text.lower() in _IT:
                break
            hit = figures.at(here.index, subject.i)
            if hit is not None and hit[1].kind is not EntityKind.PERSON:
                return sentence, ()
            phrase = here.subtree(subject)
            if hit is None and subject.text.islower() and _is_body(subject):
                named = _is_named_behind(here, subject, phrase, figures)
                return (sentence, ()) if named else (here, _without_clause(here, subject, phrase))
    return sentence, ()


def _back_from(sentence: Sentence, page: Page) -> Iterator[Sentence]:
    """The sentence itself and those before it in the paragraph; from its first one also the last before."""
    yield sentence
    for index in range(sentence.index - 1, max(sentence.index - _REACH, 0) - 1, -1):
        before = page.sentences[index]
        if before.part is not sentence.part or before.kind is BlockKind.HEADLINE:
            return
        if before.block != sentence.block:
            if index == sentence.index - 1:
                yield before
            return
        yield before


def _subjects(sentence: Sentence, stop: int, said: Sequence[Span]) -> Iterator[Token]:
    """The subjects before a word, outside what is said and outside clauses that only describe."""
    for token in reversed(sentence.tokens[:stop]):
        if token.dep in _SUBJECTS and not any(span.covers(token.span) for span in said):
            verb = sentence.head(token)
            if not any(t.dep in ("relcl", "acl") for t in (verb, *sentence.ancestors(verb))):
                yield token


def _is_named_behind(sentence: Sentence, subject: Token, phrase: Sequence[Token], figures: Figures) -> bool:
    """ "Its lawyer, NAME", "the newspaper NAME": does a name in the phrase say who or what the noun is?"""
    for token in phrase:
        if token.i <= subject.i:
            continue
        hit = figures.at(sentence.index, token.i)
        if hit is None or hit[0].first != token.i:
            continue
        before = token.i - 1
        while before > subject.i and is_title(sentence.tokens[before]):
            before -= 1
        if before == subject.i or sentence.tokens[before].text == ",":
            return True
    return False


def _without_clause(sentence: Sentence, subject: Token, phrase: Sequence[Token]) -> tuple[Token, ...]:
    """The noun with the words right before it, up to a comma or a clause about it."""
    first = min(
        [
            subject.i,
            *(
                t.i
                for child in sentence.children(subject)
                if child.dep in _PREMODIFIERS
                for t in sentence.subtree(child)
                if t.i < subject.i
            ),
        ]
    )
    ends = {t.i for t in sentence.children(subject) if t.dep in ("relcl", "appos") or t.text == ","}
    words = [t for t in phrase if t.i >= first]
    stop = next((n for n, t in enumerate(words) if t.i in ends and t.i > subject.i), len(words))
    words = words[:stop]
    while words and (words[-1].pos in ("PUNCT", "CCONJ") or words[-1].text == ","):
        words = words[:-1]
    return tuple(words)


def _body_before(pronoun: str, token: Token, sentence: Sentence, page: Page) -> Phrase:
    earlier = page.sentences[sentence.index - 1] if sentence.index else None
    for here in (sentence, earlier):
        if here is None or here.part is not sentence.part or here.kind is BlockKind.HEADLINE:
            break
        body = _its_body(here, token) if pronoun == "its" and here is sentence else ()
        if body:
            return here, body
        subject = _main_subject(here) if here is earlier else _first_subject(here, token.i)
        if subject is None:
            continue
        phrase = here.subtree(subject)
        return here, phrase if _is_body(subject) and phrase[0].text.lower() in _NEW else ()
    return sentence, ()


def _its_body(sentence: Sentence, pronoun: Token) -> tuple[Token, ...]:
    """ "The army has lost 12 men, *its* spokesman said": the last body in small letters before the pronoun."""
    for noun in reversed(sentence.tokens[: pronoun.i]):
        if noun.tag in ("NNP", "NNPS") and noun.entity not in ("DATE", "TIME"):
            return ()
        article = next((child for child in sentence.children(noun) if child.text.lower() == "the"), None)
        if article is not None and noun.tag == "NN" and noun.text.islower() and plain(noun.text) in BODY_NOUNS:
            return sentence.tokens[article.i : noun.i + 1]
    return ()


def _main_subject(sentence: Sentence) -> Token | None:
    return next((child for child in sentence.children(sentence.root) if child.dep in _SUBJECTS), None)


def _first_subject(sentence: Sentence, stop: int) -> Token | None:
    return next((token for token in sentence.tokens[:stop] if token.dep in _SUBJECTS), None)


def _is_one(subject: Token, phrase: Sequence[Token]) -> bool:
    """Is that a single person without a name? "One" and "another" with a word that says what kind, or "a second"."""
    word = plain(subject.text)
    if word in _ONE:
        return len(phrase) > 1 and phrase[0].text.lower() in _NEW
    return subject.tag == "NN" and word not in _NO_ONE and (is_office(word) or word in FEMALE | MALE)


def _suits(pronoun: str, subject: Token) -> bool:
    """No "policeman" is "she"; words that tell no gender suit both."""
    word = plain(subject.text)
    return word not in (MALE if pronoun in _SHE else FEMALE)


def _is_body(subject: Token) -> bool:
    return subject.tag == "NN" and plain(subject.text) in BODY_NOUNS
