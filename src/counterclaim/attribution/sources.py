"""Whose words a cue gives: the noun phrase that names the speaker in the cue's sentence.

Enters a `Cue` and its paragraph; leaves the `Source` that grammar points to, perhaps an empty one. Who that is, is for
`counterclaim.entities`.
"""

from dataclasses import dataclass

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.inserted import inserted
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import MEASURES
from counterclaim.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
QUOTED_AS = frozenset(
    {"quote", "cite", "hear", "record", "concern", "please", "expect", "worry", "convince", "surprise"}
)
NOMINAL = frozenset({"PROPN", "PRON", "NOUN", "NUM", "DET", "ADJ"})
DOCUMENTS = frozenset(
    [
        "statement", "release", "message", "comment", "letter", "post", "tweet", "note", "remark", "announcement",
        "speech", "email", "video", "address", "communique",
    ]
)  # fmt: skip
ISSUES = frozenset(
    ["issue", "release", "publish", "post", "make", "send", "deliver", "give", "write", "put", "record", "share"]
)  # fmt: skip
ADDRESSES = frozenset({"tell", "inform", "assure", "remind", "brief", "notify"})
POINTS = frozenset({"cite", "quote", "refer", "speak"})  # "…, she said, citing pictures": nothing more is claimed
ASIDE = 14  # words that name who speaks between two commas
NAME = 5  # words that a name has at most
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
SEGMENTS = frozenset({"...", "…", ";", "—", "–", "--", "|", ":"})


@dataclass(frozen=True, slots=True)
class Source:
    """Indices into the cue's sentence; empty where the sentence names no one. `how` is the way that it was found."""

    words: tuple[int, ...]
    head: Token | None
    how: str


NOBODY = Source((), None, "none")


def source_of(cue: Cue, passage: Passage) -> Source:
    """The source that the cue's grammar points to. Nobody speaks from inside a quotation to a cue outside it."""
    between = inserted(cue)
    found = Source(between, cue.sentence.tokens[between[-1]], "subject") if between else _source(cue)
    quote = passage.quote_at(cue.head.span.start)
    if found.head is not None and passage.quote_at(found.head.span.start) is not quote:
        found = NOBODY
    if found.words or cue.kind not in ("verb", "adjective"):
        return found
    return _nearest(cue, passage)


def _source(cue: Cue) -> Source:
    sentence = cue.sentence
    if cue.kind == "according":
        return _after_according(cue)
    if cue.kind == "noun":
        return _of_noun(cue)
    if cue.kind == "verb":
        return _of_verb(sentence, cue.head, cue)
    if cue.kind == "adjective":
        return _of_adjective(cue)
    if cue.kind in ("colon-after", "dash"):
        return _stretch(sentence, cue.head.i + 1, len(sentence.tokens), cue.kind)
    first = next((i + 1 for i in range(cue.head.i - 1, -1, -1) if sentence.tokens[i].text in SEGMENTS), 0)
    return _stretch(sentence, first, cue.head.i, cue.kind)


def _stretch(sentence: Sentence, start: int, end: int, how: str) -> Source:
    """A run of words without the marks at its edges."""
    words = list(range(start, end))
    if how == "colon":
        through = next((i for i in words[1:] if sentence.tokens[i].text in ("on", "via", "in")), end)
        words = [i for i in words if i < through]  # "The mayor on Telegram:"
    while words and (sentence.tokens[words[0]].pos == "PUNCT" or not _is_worded(sentence.tokens[words[0]])):
        words.pop(0)
    while words and sentence.tokens[words[-1]].pos == "PUNCT":
        words.pop()
    if not words:
        return NOBODY
    names = [i for i in words if sentence.tokens[i].pos in ("PROPN", "PRON", "NOUN")]
    return Source(tuple(words), sentence.tokens[names[-1] if names else words[-1]], how)


def _is_worded(token: Token) -> bool:
    """Has it letters or figures, as a bullet or a picture has not?"""
    return any(letter.isalnum() for letter in token.text)


def _after_according(cue: Cue) -> Source:
    sentence = cue.sentence
    for token in sentence.tokens[cue.head.i + 2 :]:
        if token.dep == "pobj" and sentence.head(token).i in cue.words:
            return _phrase(sentence, token, "according")
    after = sentence.tokens[cue.head.i + 2 : cue.head.i + 3]
    return _phrase(sentence, after[0], "according") if after else NOBODY


def _of_adjective(cue: Cue) -> Source:
    """ "She is aware that"; "bloggers, aware that": what the adjective stands right behind."""
    sentence, head = cue.sentence, cue.sentence.head(cue.head)
    copula = cue.head.dep == "acomp" and head.pos in ("AUX", "VERB")
    before = sentence.tokens[cue.head.i - 1] if cue.head.i else None
    if before is not None and before.text == "," and cue.head.i > 1:
        noun = sentence.tokens[cue.head.i - 2]
        if noun.pos in ("NOUN", "PROPN"):
            return _phrase(sentence, noun, "noun", without=cue.head)
    return _of_verb(sentence, head if copula else cue.head, cue)


def _of_noun(cue: Cue) -> Source:
    """ "Their claim that", "claims (made) by the mayor", else who makes it: "she made the claim that"."""
    sentence = cue.sentence
    for child in sentence.children(cue.head):
        if child.dep == "poss":
            return _phrase(sentence, child, "poss")
    made = [verb for verb in sentence.children(cue.head) if verb.dep == "acl" and _is_participle(sentence, verb)]
    for child in (below for above in (cue.head, *made) for below in sentence.children(above)):
        if child.dep in ("prep", "agent") and child.lemma in ("by", "from", "of") and child.i > cue.head.i:
            named = next((grand for grand in sentence.children(child) if grand.dep in ("pobj", "pcomp")), None)
            if named and (child.lemma != "of" or named.pos == "PROPN" or named.entity in NAMES):
                return _phrase(sentence, named, child.lemma)
    return _maker(cue)


def _is_participle(sentence: Sentence, verb: Token) -> bool:
    """ "Claims *made* by"; "reports that the army *had withdrawn* from" is a clause of its own."""
    return verb.tag == "VBN" and not {"mark", "nsubj", "aux"} & {child.dep for child in sentence.children(verb)}


def _maker(cue: Cue) -> Source:
    sentence, head = cue.sentence, cue.sentence.head(cue.head)
    if cue.head.dep in ("dobj", "attr", "pobj") and head is not cue.head:
        verb = sentence.head(head) if cue.head.dep == "pobj" else head
        if verb.pos in ("VERB", "AUX"):
            found = _of_verb(sentence, verb, cue)
            return Source(found.words, found.head, f"maker-{found.how}")
    return NOBODY


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """ "Was told", and "told" in "was hauled in and told"."""
    below = {child.dep for child in sentence.children(verb)}
    if below & {"auxpass", "nsubjpass"}:
        return True
    above = sentence.head(verb)
    unheard = verb.lemma in ADDRESSES and not below & {"dobj", "dative"}  # whoever tells, tells somebody
    joined = verb.dep == "conj" and above is not verb and not below & {"nsubj", "aux"}
    return joined and (verb.tag == "VBN" or unheard) and is_passive(sentence, above)


def _is_quoted(sentence: Sentence, verb: Token) -> bool:
    """ "He was quoted", "he was reported as saying": the subject spoke."""
    said = (t for child in sentence.children(verb) if child.text == "as" for t in sentence.children(child))
    return verb.lemma in QUOTED_AS or any(t.tag == "VBG" and speaks("verb", t.lemma) for t in said)


def _of_verb(sentence: Sentence, verb: Token, cue: Cue) -> Source:
    if is_passive(sentence, verb) and not _is_quoted(sentence, verb):
        return _agent(sentence, verb)
    aside = _aside(sentence, verb)
    if aside.words:
        return aside
    own = _subject(sentence, verb) or _said_before(sentence, verb) or _joined_to(sentence, verb)
    if own:
        return _phrase(sentence, own, "subject" if own.dep in SUBJECTS and sentence.head(own) is verb else "shared")
    presented = _presented(sentence, verb)
    if presented.words:
        return presented
    inverted = _inverted(sentence, verb)
    if inverted:
        return _phrase(sentence, inverted, "inverted")
    return _shared(sentence, verb, cue)


def _aside(sentence: Sentence, verb: Token) -> Source:
    """ "The rebels, insisted their spokeswoman, NAME, possess no gun": between two commas, the verb first."""
    tokens = sentence.tokens
    if verb.i < 2 or tokens[verb.i - 1].text != "," or verb.tag not in ("VBD", "VBZ") or not speaks("verb", verb.lemma):
        return NOBODY
    end = next((t.i for t in tokens[verb.i + 1 :] if t.text == "," or t.pos in ("VERB", "AUX")), len(tokens))
    words = tokens[verb.i + 1 : end]
    if not words or len(words) > ASIDE or end >= len(tokens) - 2 or tokens[end].text != ",":
        return NOBODY
    head = next((t for t in words if t.head not in range(verb.i + 1, end)), words[-1])
    lemma = head.lemma.lower()
    if not (head.pos == "PROPN" or in_list("source", "voice", lemma) or in_list("source", "body", lemma)):
        return NOBODY
    name = next((t.i for t in tokens[end + 1 :] if t.pos != "PROPN"), len(tokens))
    last = name if name > end + 1 and name < len(tokens) and tokens[name].text == "," else end
    goes_on = any(t.pos in ("VERB", "AUX") for t in tokens[last + 1 :])
    return Source(tuple(range(verb.i + 1, last)), head, "inverted") if goes_on else NOBODY


def _agent(sentence: Sentence, verb: Token) -> Source:
    for child in sentence.children(verb):
        if child.dep == "agent":
            named = next((grand for grand in sentence.children(child) if grand.dep == "pobj"), None)
            if named:
                return _phrase(sentence, named, "agent")
    return NOBODY


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    near = [child for child in sentence.children(verb) if child.dep in SUBJECTS and child.pos in NOMINAL]
    return near[-1] if near else None


def _said_before(sentence: Sentence, verb: Token) -> Token | None:
    """ "…, the ministry said, blaming the rebels": who said is who blames."""
    if verb.tag != "VBG" or verb.i < 3 or verb.lemma in POINTS or sentence.tokens[verb.i - 1].text != ",":
        return None
    said = sentence.tokens[verb.i - 2]
    return _subject(sentence, said) if said.pos == "VERB" and speaks("verb", said.lemma) else None


def _joined_to(sentence: Sentence, verb: Token) -> Token | None:
    """ "The paper praised the deal and *told* voters to wait", where the parser makes "told" a quality of voters."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    if before is None or before.dep != "cc" or verb.tag != "VBD" or verb.dep != "amod":
        return None
    first = sentence.head(before)
    return _subject(sentence, first) if first.tag == "VBD" else None


def _presented(sentence: Sentence, verb: Token) -> Source:
    """ "…, Petra Falk, spokeswoman for the navy, told": the name and its office that the parser hung elsewhere."""
    tokens = sentence.tokens
    commas = [token.i for token in tokens[: verb.i] if token.text == ","]
    if len(commas) < 3 or commas[-1] != verb.i - 1 or verb.tag not in ("VBD", "VBZ", "VBP"):
        return NOBODY
    name, office = tokens[commas[-3] + 1 : commas[-2]], tokens[commas[-2] + 1 : commas[-1]]
    named = 1 < len(name) <= NAME and all(token.pos == "PROPN" for token in name)
    if not named or not office or any(token.pos in ("VERB", "AUX") for token in office):
        return NOBODY
    return Source(tuple(range(name[0].i, office[-1].i + 1)), name[-1], "subject")


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """The name right after "said" that the parser took for something else; after "told" it is the listener."""
    if (
        verb.lemma in (*ADDRESSES, *MEASURES)
        or verb.tag == "VBG"
        or verb.i == 0
        or _before_it(sentence, verb) not in ",\"”’''?!—"
    ):
        return None
    after = [child for child in sentence.children(verb) if child.i > verb.i and child.pos in ("PROPN", "PRON", "NOUN")]
    named = next((child for child in after if child.dep in ("dobj", "attr", "oprd", "npadvmod")), None)
    return named or _behind_office(sentence, verb)


def _before_it(sentence: Sentence, verb: Token) -> str:
    """The mark or word before the verb, or before its "as": "…, as said the mayor"."""
    at = verb.i - 1
    return sentence.tokens[at - 1 if at and sentence.tokens[at].text == "as" else at].text


def _behind_office(sentence: Sentence, verb: Token) -> Token | None:
    """ "Said *engineer* NAME", where the parser takes the office for a verb."""
    office = sentence.tokens[verb.i + 1] if verb.i + 1 < len(sentence.tokens) else None
    if office is None or office.tag != "VB" or office.dep not in ("xcomp", "ccomp"):
        return None
    return next((child for child in sentence.children(office) if child.entity == "PERSON"), None)


def _shared(sentence: Sentence, verb: Token, cue: Cue) -> Source:
    """The subject of the verb above: "said … and added", "spoke, saying", "wants to", "the man claiming"."""
    token, beside = verb, _beside_clause(sentence, verb)
    if beside:
        return _phrase(sentence, beside, "shared", without=cue.head)
    for _ in range(5):
        head = sentence.head(token)
        if head is token:
            break
        if token.dep in ("acl", "relcl", "amod", "appos") and head.pos in NOMINAL:
            issuer = _issuer(sentence, head)
            return _phrase(sentence, issuer or head, "issuer" if issuer else "noun", without=cue.head)
        if head.pos in ("VERB", "AUX"):
            subject = _subject(sentence, _speaking(sentence, head, token))
            passive = any(child.dep == "auxpass" for child in sentence.children(head))
            agent = (
                _agent(sentence, head) if passive and head.lemma not in QUOTED_AS and token.dep != "conj" else NOBODY
            )
            if agent.words:
                return Source(agent.words, agent.head, "shared")
            if subject and subject.i != verb.i:
                return _phrase(sentence, subject, "shared", without=cue.head)
        token = head
    return NOBODY


def _beside_clause(sentence: Sentence, verb: Token) -> Token | None:
    """ "Assured that it was the one *held* by the head of state and *called* on all": hung on "held", yet hers."""
    above = sentence.head(verb)
    finite = verb.dep == "conj" and verb.tag in ("VBD", "VBZ", "VBP") and speaks("verb", verb.lemma)
    if not finite or above.dep not in ("acl", "amod") or above.tag not in ("VBN", "VBG"):
        return None
    outer = (token for token in sentence.ancestors(above) if token.pos == "VERB" and speaks("verb", token.lemma))
    return next((subject for token in outer if (subject := _subject(sentence, token))), None)


def _speaking(sentence: Sentence, head: Token, token: Token) -> Token:
    """ "She said the road was open and added": what was added goes with "said", not with "was"."""
    above = sentence.head(head)
    if token.dep != "conj" or head.dep != "ccomp" or not speaks("verb", above.lemma) or not speaks("verb", token.lemma):
        return head
    subject = _subject(sentence, head)
    people = subject is not None and (subject.pos == "PRON" or subject.entity in ("PERSON", "ORG", "NORP", "GPE"))
    return head if people else above


def _issuer(sentence: Sentence, document: Token) -> Token | None:
    """Who issued the statement that says so."""
    verb = sentence.head(document)
    if document.lemma in DOCUMENTS and verb.lemma in ISSUES and document.dep in ("dobj", "pobj"):
        return _subject(sentence, verb)
    return None


def _nearest(cue: Cue, passage: Passage) -> Source:
    """Where the tree names nobody: the name right beside the cue, outside quotations; else the subject before it."""
    sentence, tokens = cue.sentence, cue.sentence.tokens
    passive = is_passive(sentence, cue.head)
    if passive and not _is_quoted(sentence, cue.head):
        return NOBODY
    step = cue.head.i - 1
    while step >= 0 and tokens[step].pos in ("ADV", "AUX", "PART"):
        step -= 1
    behind = -1 if cue.lemma in ADDRESSES else cue.head.i + 1  # behind "told" stands who was told
    beside = [i for i in (step, behind) if 0 <= i < len(tokens)]
    for i in beside:
        token = tokens[i]
        if (
            token.pos in ("PROPN", "PRON")
            and not passage.quote_at(token.span.start)
            and token.tag not in ("WDT", "PRP$")
            and not _of_what_is_said(sentence, token, cue)
        ):
            return _phrase(sentence, _first_of(sentence, token), "beside", without=cue.head)
    before = [
        token for token in tokens[: cue.head.i]
        if token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "PRON", "NOUN")
        and not passage.quote_at(token.span.start)
    ]  # fmt: skip
    if before and not passive and cue.kind == "verb":
        return _phrase(sentence, before[0], "first", without=cue.head)
    return NOBODY


def _of_what_is_said(sentence: Sentence, token: Token, cue: Cue) -> bool:
    """ "Praised the move, saying *it* was wise": the subject of what follows the cue does not speak."""
    return token.i > cue.head.i and token.dep in SUBJECTS and sentence.head(token).i > token.i


def _first_of(sentence: Sentence, token: Token) -> Token:
    """The first of names joined by "and", where nothing but names stands between."""
    while token.dep == "conj" and sentence.head(token).pos == "PROPN" and sentence.head(token).i < token.i:
        above = sentence.head(token)
        if any(between.pos not in ("PROPN", "CCONJ", "PUNCT") for between in sentence.tokens[above.i : token.i]):
            break
        token = above
    return token


def _phrase(sentence: Sentence, head: Token, how: str, without: Token | None = None) -> Source:
    """The whole noun phrase with what is told about it, without the cue's own clause."""
    dropped: set[int] = set()
    for token in sentence.subtree(head):
        clause = token.dep in ("advcl", "ccomp") or (token.dep == "relcl" and speaks("verb", token.lemma))
        if clause or (without is not None and token.i == without.i):
            dropped.update(below.i for below in sentence.subtree(token))
    words = _run_with([token.i for token in sentence.subtree(head) if token.i not in dropped], head.i)
    while words and sentence.tokens[words[-1]].pos == "PUNCT" and sentence.tokens[words[-1]].text not in ")]":
        words.pop()
    while words and (sentence.tokens[words[0]].pos in ("PUNCT", "CCONJ") or sentence.tokens[words[0]].dep == "mark"):
        words.pop(0)
    return Source(tuple(words), head, how) if words else NOBODY


def _run_with(words: list[int], head: int) -> list[int]:
    """The unbroken run of indices that holds the head."""
    if head not in words:
        return []
    first = last = words.index(head)
    while first and words[first - 1] == words[first] - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1] == words[last] + 1:
        last += 1
    return words[first : last + 1]
