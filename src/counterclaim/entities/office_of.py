"""Names right behind an office and what it is of, without a comma: "the head of the Harbour Board Ida Falk".

Enters tokens of a sentence; leaves where the office begins, and where a run of capitals is cut in two.
"""

from collections.abc import Sequence

from counterclaim.entities.nations import shipped
from counterclaim.entities.vocabulary import FIELDS, HONORIFICS, ORGANIZATION_WORDS, RANKS, is_office, plain, singular
from counterclaim.model import Token

_REACH = 12  # words back to the office
_WITHIN = frozenset(("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM", "PART"))
_SMALL = frozenset(("of", "for", "to", "in", "at", "and"))
_RANKS = frozenset(word for words in RANKS.values() for word in words)
_OF = frozenset(("of", "for", "to"))
_ORDINALS = frozenset(("first", "second", "third", "1st", "2nd", "3rd"))
_SIZES = (2, 3)  # words of a full name
_INITIALS = range(2, 7)  # letters that a body is called by
_MARKS = frozenset('"“”«»‘’')
_LANDS = frozenset(
    ("republic", "region", "province", "oblast", "district", "county", "kingdom", "union", "city", "state")
)


def office_before(tokens: Sequence[Token], first: int) -> int | None:
    """Where the office begins whose holder's name stands at `first`; None where what stands before is no such thing.

    "The lawyer of the journalist NAME" names the journalist, and "the mother of NAME" no mother; but "the commander of
    the Eastern Group General NAME" names the commander.
    """
    name, first = first, _before_rank(tokens, first)
    office = bool(first) and is_office(tokens[first - 1].text)
    served = office and first > 2 and tokens[first - 2].text == "the" and tokens[first - 3].text in _OF
    if not first or (office and not served):
        return None
    if tokens[first - 1].pos not in ("NOUN", "PROPN") and tokens[first - 1].text not in _MARKS:
        return None
    first -= served  # "adviser to the President NAME": of the one who serves
    for at in range(_before_title(tokens, first) - 1, max(0, first - _REACH) - 1, -1):
        token = tokens[at]
        in_body = first < name and ends_body(tokens[at + 1])  # the "General" of "General Staff"
        if is_office(token.text) and token.pos in ("NOUN", "PROPN") and not in_body:
            of = tokens[at + 1].text in _OF and (first == name or tokens[at + 2].pos == "DET")
            return _opening(tokens, at) if of else None
        if token.pos not in _WITHIN and token.text.lower() not in _SMALL and not _lists(tokens, at):
            return None
    return None


def _before_title(tokens: Sequence[Token], first: int) -> int:
    """Where the name in quote marks begins that ends right before `first`: 'the group "Those Who Wait" NAME'."""
    if tokens[first - 1].text not in _MARKS:
        return first
    opens = (i for i in range(first - 3, max(0, first - _REACH), -1) if tokens[i].text in _MARKS)
    return next(opens, first)


def _lists(tokens: Sequence[Token], at: int) -> bool:
    """The comma of "minister of Trade, Labour and Welfare NAME"."""
    within = tokens[at - 2 : at + 4]
    return (
        tokens[at].text == ","
        and len(within) > 4
        and all(t.text in ("of", "and", ",") or t.pos in ("PROPN", "ADJ") for t in within)
    )


def _before_rank(tokens: Sequence[Token], first: int) -> int:
    """Where the rank begins that stands between a body and a name; `first` where there is no such rank."""
    at, graded = first, is_grade(tokens, first)
    while at and (is_rank(tokens[at - 1]) or is_grade(tokens, at)):
        at -= 2 if is_grade(tokens, at) else 1
    return at if 1 < at < first and (graded or ends_body(tokens[at - 1])) else first


def cut(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Where the name of a person begins in a run that the tagger took for one name, behind "OFFICE of BODY"."""
    for size in _SIZES:
        at = stop - size
        body = _before_rank(tokens, at) - 1 if at > first else -1
        if (
            body < first
            or not (ends_body(tokens[body]) or _is_all(tokens, body))
            or not all(map(_may_be_person, tokens[at:stop]))
        ):
            continue
        if office_before(tokens, at) is not None:
            return at
    return None


def _is_all(tokens: Sequence[Token], at: int) -> bool:
    """ "President of Peru NAME", "envoy to Velm NAME", "adviser to the President NAME": one word is all it is of."""
    before = tokens[at - 1].text if at else ""
    served = before == "the" and at > 1 and tokens[at - 2].text in _OF
    if is_office(tokens[at].text):
        return served
    if before == "of" and at > 1 and ends_body(tokens[at - 2]) and shipped().named(tokens[at].text):
        return True  # "head of the Foreign Ministry of Peru NAME"
    if tokens[at].text.isupper() and len(tokens[at].text) in _INITIALS and (served or before in _OF):
        return True  # "ambassador to the UN NAME"
    two = " ".join(token.text for token in tokens[at : at + 2])
    return before in _OF and at > 1 and is_office(tokens[at - 2].text) and shipped().named(two) is None


def is_rank(token: Token) -> bool:
    """Is it a rank as it stands before a name ("General", "Lt")?"""
    return token.text[0].isupper() and plain(token.text).rstrip(".") in _RANKS


def is_grade(tokens: Sequence[Token], stop: int) -> bool:
    """ "Captain First Rank", "Sergeant First Class": does what tells ranks apart end here?"""
    words = [token.text.lower() for token in tokens[max(0, stop - 2) : stop]]
    return words[1:] in (["rank"], ["class"], ["grade"]) and words[0] in _ORDINALS


def _opening(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ") and tokens[at - 1].text[0].isalpha():
        at -= 1
    return at


def ends_body(token: Token) -> bool:
    """May the word end the name of what somebody holds an office of: a body, a land, a field of government?"""
    word = singular(plain(token.text))
    return bool({word, plain(token.text)} & (ORGANIZATION_WORDS | _LANDS | FIELDS))


def _may_be_person(token: Token) -> bool:
    return token.text[0].isupper() and token.text.replace("-", "").rstrip(".").isalpha() and not ends_body(token)


def is_title(token: Token) -> bool:
    """Is the token a form of address or an office that stands before a name?"""
    word = plain(token.text).rstrip(".")
    return word in HONORIFICS or is_office(word) or word in ("former", "acting", "interim", "ex", "deputy", "vice")
