"""Names that the words beside them make a place, whatever map and tagger say: "the village of X", "X village".

Enter a sentence and a word; leave the words of the name that begins there, or none.
"""

from counterclaim.entities.places.words import TITLES
from counterclaim.model import Sentence, Token

SETTLEMENTS = frozenset({"village", "hamlet", "settlement", "town", "city", "township", "oasis"})
ENDINGS = SETTLEMENTS - {"city"}
# What is fought for besides: "the Korda ridge". A base or an outpost is named for whose it is.
FEATURES = frozenset(
    {"hill", "hills", "ridge", "heights", "plateau", "pass", "gorge", "valley", "temple", "monastery", "islet"}
)
PARTICLES = frozenset({"al", "el", "de", "del", "la", "ben", "bin"})
ARTICLES = frozenset({"al", "ad", "an", "ar", "as", "ash", "at", "el"})  # with a hyphen behind
PROPER = frozenset({"NNP", "NNPS"})
LONGEST = 4


def settlement_at(sentence: Sentence, at: int) -> tuple[Token, ...]:
    """The name of a settlement that begins at token `at`."""
    run = capitals_at(sentence.tokens, at)
    return run if run and (_called_before(sentence, at) or _called_behind(sentence, run)) else ()


def capitals_at(tokens: tuple[Token, ...], at: int, *, peoples: bool = False) -> tuple[Token, ...]:
    """Names side by side, with an article or a hyphen inside ("al-Qasra", "Nov Brod"); with `peoples` also what the
    tagger takes for a people's."""
    run: list[Token] = []
    if at and tokens[at - 1].text in TITLES:
        return ()
    for token in tokens[at : at + LONGEST + 2]:
        joined = bool(run) and token.text == "-" and run[-1].span.end == token.span.start
        proper = token.tag in PROPER and token.text[0].isupper() and (peoples or token.entity != "NORP")
        if not (joined or proper or _is_small(tokens, token, inside=bool(run))):
            break
        run.append(token)
    while run and not (run[-1].text[0].isupper() and run[-1].tag in PROPER):
        run.pop()
    return tuple(run)


def _is_small(tokens: tuple[Token, ...], token: Token, *, inside: bool) -> bool:
    """ "al-" at the head of a name or inside it, "de la" inside it."""
    word, behind = token.text.lower(), tokens[token.i + 1 : token.i + 2]
    tight = bool(behind) and behind[0].text == "-" and behind[0].span.start == token.span.end
    return (word in ARTICLES and tight) or (inside and word in PARTICLES)


def _called_before(sentence: Sentence, at: int) -> bool:
    """ "The village of *X*"."""
    before = sentence.tokens[max(at - 2, 0) : at]
    return len(before) == 2 and before[1].text == "of" and before[0].text in SETTLEMENTS


def _called_behind(sentence: Sentence, run: tuple[Token, ...]) -> bool:
    """ "*X* village", "the *X* ridge", and no "village council" nor "the Olympic village"."""
    behind = sentence.tokens[run[-1].i + 1 : run[-1].i + 3]
    if not behind or behind[0].text not in ENDINGS | FEATURES or run[0].dep == "amod":
        return False
    before = sentence.tokens[run[0].i - 1].text.lower() if run[0].i else ""
    pointed = before in ("a", "an") or (before == "the" and behind[0].text not in FEATURES)
    return not pointed and (len(behind) < 2 or behind[1].pos not in ("NOUN", "PROPN"))
