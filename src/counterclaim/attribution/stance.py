"""What the claimant does with the content: asserts, denies, confirms, predicts, plans or urges it.

Enters a `Found` and the words that name the claimant's own side in this article; leaves a `Stance`. The cue word
decides where it takes a stance; else the content does, by a disavowal or by its future.
"""

import re

from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.silence import disowns
from counterclaim.model import Sentence, Span, Spans, Stance, Token

_TIES = "relationship|involvement|part|links?|connection|role|hand|responsibility|knowledge|intentions?"
_BLAME = "involved|responsible|behind|to blame"
_UNTRUE = (
    "lies?|fairy tales?|nonsense|fabrications?|fabricated|fakes?|false|untrue|baseless|unfounded|groundless"
    "|fictions?|inventions?|invented|myths?|propaganda|disinformation|hoax|slander|rubbish"
    "|fictitious|concocted|bogus"
)
# Words for a made-up thing that are also plain nouns: only where they are the last word on it ("called it theatre").
_MADE_UP = (
    "fantas(?:y|ies)|fables?|legends?|figments?|concoctions?|delusions?|hallucinations?|poetry|jokes?|farces?"
    "|(?:bedtime|ghost) stor(?:y|ies)|tall tales?|theat(?:re|er)|charades?|hogwash|gibberish|balderdash|drivel|bunkum"
    "|garbage|bullshit|mendacious|libel|calumny|canard"
)
_ACTS = (
    "attack|str(?:ike|uck)|shell|bomb|target|fire|launch|carr(?:y|ied) out|conduct|withdr[ae]wn?|retreat|pull back"
    r"|pull out|used?(?: \w+){1,5} (?:weapons?|munitions?|gas|bombs?|agents?|force)"
)
_ING = (
    "attacking|striking|shelling|bombing|targeting|firing|launching|carrying out|conducting|withdrawing|retreating"
    "|pulling"
)
_BE = r"(?:was|were|is|are|am|been|['’]s|['’]re|['’]m)"
DISAVOWAL = re.compile(
    rf"\b(?:nothing to do with|no (?:\w+ ){{0,2}}(?:{_TIES})\b"
    rf"|{_BE} (?:not|never) (?:{_BLAME}|{_ING})"
    rf"|(?:was|were|is|are)n['’]t (?:{_BLAME}|{_ING})"
    rf"|no (?:\w+ ){{1,3}}(?:took|has taken|have taken|had taken) part"
    rf"|(?:did|has|have|had)(?: not| never|n['’]t) (?:{_ACTS})(?:e?d)?"
    rf"|(?:information|reports?|claims?|statements?|allegations?|accusations?|rumou?rs?|figures?)\b[^.;,]* {_BE}"
    rf" (?:\w+ly )?[\"“‘']?(?:an? |nothing but )?(?:\w+ )?(?:{_UNTRUE}|not (?:\w+ly )?(?:true|correct|accurate)))\b"
    r"|\b(?:has|have|had) no (?:basis|foundation|grounds)\b|\bno (?:\w+ )?truth (?:to|in)\b"
    r"|\b(?:it|this|that) (?:is|was|['’]s)(?: not|n['’]t) true\b"
    r"|(?:do|does|did)(?: not|n['’]t) (?:correspond to|reflect) (?:the )?(?:\w+ )?(?:reality|truth|facts)"
    rf"|^(?:this|that|it|they|these|those) {_BE} (?:\w+ly |all )?(?:an? )?(?:{_UNTRUE})\b",
    re.IGNORECASE,
)
_SAYING = "figures?|claims?|reports?|numbers?|accounts?|accusations?|allegations?"
# What a demand, an offer or a delay may be called too: a denial only where it is a claim that is called so.
_UNWISE = "absurd|preposterous|ludicrous|laughable|ridiculous"
CALLS = frozenset({"call", "describe", "dismiss", "brand", "label", "denounce", "dub", "deride"})
UNTRUE = re.compile(
    rf"\b(?:{_UNTRUE})\b"
    rf"|(?:[\"“‘']|\b(?:an?|as|it|this|that|them|pure|mere|sheer|simply|just|all|{_SAYING}) )"
    rf"(?:\w+ )?(?:{_MADE_UP})\W*$|\b(?:{_SAYING}|charges?|suggestions?) (?:\w+ )?[\"“‘']?(?:{_UNWISE})\W*$",
    re.IGNORECASE,
)
SELVES = frozenset(["i", "we", "my", "our"])  # in quote marks the speaker is never "she"
ONE, MANY = frozenset(["he", "she", "his", "her"]), frozenset(["they", "their"])
OWN = SELVES | ONE | MANY | {"its"}
NEEDS_AIM = frozenset(
    {
        "call",
        "ask",
        "press",
        "warn",
        "advise",
        "invite",
        "direct",
        "insist",
        "order",
        "encourage",
        "request",
        "announce",
        "agree",
        "swear",
    }
)
# What "the government" will do is the plan of whoever governs.
RULERS = frozenset({"minister", "premier", "president", "chancellor"})
RULED, ARTICLES = frozenset({"cabinet", "government"}), frozenset({"the", "his", "her"})
CONDITIONS = frozenset({"if", "unless"})


def stance_of(found: Found, own: frozenset[str]) -> Stance:
    """The stance of one attribution. `own` are lower-case names that stand for the claimant's own people."""
    by_cue = _plea(found) or _ruled_out(found) or _by_cue(found)
    if by_cue:
        return by_cue
    words = " ".join(span.of(found.passage.text) for span in found.content.spans)
    if _disparages(found, words):
        return Stance.DENIES
    return stance_in(found.content.spans, found.passage, own, strangers=_strangers(found.source.head))


def _strangers(head: Token | None) -> frozenset[str]:
    """The pronouns that cannot mean who speaks: one person is not "they", and several are not "she"."""
    if head is None:
        return frozenset()
    if head.tag in ("NNS", "NNPS") or head.text.lower() in ("they", "we"):
        return ONE
    one = head.entity == "PERSON" or head.text.lower() in ("he", "she", "i")
    return MANY if one else frozenset()


def stance_in(
    spans: Spans, passage: Passage, own: frozenset[str] = frozenset(), strangers: frozenset[str] = frozenset()
) -> Stance:
    """The stance that the content itself takes, whatever its cue. `strangers` are pronouns of somebody else."""
    words = " ".join(span.of(passage.text) for span in spans)
    if DISAVOWAL.search(words) or disowns(words):
        return Stance.DENIES
    asks = passage.text[spans[-1].end - 1] == "?"
    return (None if asks else _by_future(spans, passage, own, strangers)) or Stance.ASSERTS


def _disparages(found: Found, words: str) -> bool:
    """ "Called the figure a fairy tale"."""
    return found.cue.lemma in CALLS and found.cue.kind in ("verb", "headline") and bool(UNTRUE.search(words))


def _by_cue(found: Found) -> Stance | None:
    cue = found.cue
    lemma, kind = cue.lemma, "verb" if cue.kind == "according" else cue.kind
    if found.formed and "asked-for" in found.content.names:
        return Stance.URGES
    negated = any(child.dep == "neg" for child in cue.sentence.children(cue.head))
    if in_list(kind, "deny", lemma):
        return Stance.CONFIRMS if negated else Stance.DENIES
    if in_list(kind, "confirm", lemma):
        return None if negated else Stance.CONFIRMS
    if in_list(kind, "urge", lemma) and (lemma not in NEEDS_AIM or _aims(found)):
        return Stance.URGES
    if in_list(kind, "plan", lemma) and (lemma not in NEEDS_AIM or _aims(found)):
        return Stance.PLANS
    return Stance.PREDICTS if in_list(kind, "predict", lemma) else None


def _ruled_out(found: Found) -> Stance | None:
    """ "Ruled out that the gas would run out"."""
    tokens, cue = found.cue.sentence.tokens, found.cue
    out = cue.lemma == "rule" and [t.text.lower() for t in tokens[cue.head.i + 1 : cue.head.i + 3]] == ["out", "that"]
    return Stance.DENIES if out else None


def _plea(found: Found) -> Stance | None:
    """ "Pleaded not guilty", "pleads guilty to"."""
    cue, tokens = found.cue, found.cue.sentence.tokens
    words = [t.text.lower() for t in tokens[cue.head.i + 1 : cue.head.i + 3]] if cue.lemma == "plead" else []
    return Stance.DENIES if words == ["not", "guilty"] else Stance.CONFIRMS if words[:1] == ["guilty"] else None


def _aims(found: Found) -> bool:
    """Does the cue open on something to be done: "called on … to", "called for", "asked … to"?"""
    cue, tokens = found.cue, found.cue.sentence.tokens
    for child in cue.sentence.children(cue.head):
        behind = child.dep == "prep" and child.i > cue.head.i  # and not "on X, called that nonsense"
        if cue.lemma == "call" and behind and child.lemma in ("for", "on", "upon"):
            return True
    if cue.lemma == "warn":
        return _warns_off(found)
    if cue.lemma == "advise" and "sub:dobj" in found.content.names:
        return True  # "advised further checks"
    first = tokens[found.content.words[0]]
    infinitive = any(
        token.tag == "TO" and token.i <= first.i + 8 and not _is_perfect(found, token)
        for token in tokens[max(first.i - 1, cue.head.i) :]
    )
    return cue.lemma != "call" and infinitive and not found.passage.quote_at(first.span.start)


def _is_perfect(found: Found, particle: Token) -> bool:
    """ "Announced to have freed them": done, and nothing to be done."""
    return any(token.lemma == "have" for token in found.cue.sentence.tokens[particle.i + 1 : particle.i + 2])


def _warns_off(found: Found) -> bool:
    """ "Warned against a raid", "warned them not to come"; "warned that it was likely to come" foretells."""
    sentence = found.cue.sentence
    return any(
        child.text.lower() == "against" or (child.dep in ("xcomp", "ccomp") and _opens_on_infinitive(sentence, child))
        for child in sentence.children(found.cue.head)
    )


def _opens_on_infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(child.tag == "TO" for child in sentence.children(verb))


def _by_future(spans: Spans, passage: Passage, own: frozenset[str], strangers: frozenset[str]) -> Stance | None:
    """One's own future is a plan, another's a prediction; a plan may stand in a side clause, a prediction may not."""
    for sentence, verb, main in _futures(spans, passage):
        if _comes_second(sentence, verb, spans, passage):
            continue
        first_person = passage.quote_at(verb.span.start) is not None
        mine = _is_own(sentence, verb, own | (SELVES if first_person else OWN - strangers))
        if mine:
            return Stance.PLANS
        if main:
            return Stance.PREDICTS
    return None


def _comes_second(sentence: Sentence, verb: Token, spans: Spans, passage: Passage) -> bool:
    """ "We hold it and will stay", "We left. We will be back": what is claimed of the present stands first."""
    clause = verb
    while clause.dep == "conj" and sentence.head(clause).pos in ("VERB", "AUX"):
        clause = sentence.head(clause)
    if clause is not verb and not _has_future(sentence, clause) and _is_finite(sentence, clause):
        return any(span.start <= clause.span.start < span.end for span in spans)
    opening = next((s for s in passage.sentences if s.span.start < spans[0].end and spans[0].start < s.span.end), None)
    if opening is None or opening is sentence:
        return False
    top = _top(opening, spans[0])
    return top is not None and not _has_future(opening, top) and _is_finite(opening, top)


def _top(opening: Sentence, span: Span) -> Token | None:
    """The verb that governs what is said in the first sentence, of which the cue may be the root."""
    inside = [token for token in opening.tokens if span.covers(token.span)]
    kept = {token.i for token in inside}
    tops = (token for token in inside if opening.head(token).i not in kept or opening.head(token).i == token.i)
    return next((token for token in tops if token.pos in ("VERB", "AUX")), None)


def _has_future(sentence: Sentence, verb: Token) -> bool:
    return any(child.dep == "aux" and _will(child, verb) for child in sentence.children(verb))


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Does the verb state something of a subject, with no wish or possibility?"""
    children = sentence.children(verb)
    named = any(child.dep in ("nsubj", "nsubjpass") for child in children)
    return verb.pos in ("VERB", "AUX") and named and not any(child.tag == "MD" for child in children)


def _futures(spans: Spans, passage: Passage) -> list[tuple[Sentence, Token, bool]]:
    futures = []
    for sentence in passage.sentences:
        inside = [
            token for token in sentence.tokens if any(span.start <= token.span.start < span.end for span in spans)
        ]
        if not inside or any(token.lemma in CONDITIONS for token in inside):
            continue
        kept = {token.i for token in inside}
        for token in inside:
            verb = sentence.head(token)
            foretold = (token.dep == "aux" and _will(token, verb)) or _is_likely(sentence, token)
            if foretold and verb.i in kept:
                futures.append((sentence, verb, sentence.head(verb).i not in kept or verb.dep == "ROOT"))
    return futures


def _is_likely(sentence: Sentence, token: Token) -> bool:
    """ "Is likely to advance", but not "is likely to have been hit"."""
    if token.lemma not in ("likely", "unlikely") or token.dep != "acomp":
        return False
    following = sentence.tokens[token.i + 1 : token.i + 3]
    return len(following) == 2 and following[0].tag == "TO" and following[1].lemma != "have"


def _will(auxiliary: Token, verb: Token) -> bool:
    """ "Will", or "would" after a past; "would be" is hearsay or supposition far more often."""
    return auxiliary.lemma in ("will", "shall", "'ll", "’ll", "wo") or (
        auxiliary.text.lower() == "would" and verb.lemma != "be"
    )


def _is_own(sentence: Sentence, verb: Token, own: frozenset[str]) -> bool:
    subject = next((child for child in sentence.children(verb) if child.dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    words = {token.text.lower() for token in sentence.subtree(subject)}
    return bool(words & own) or (bool(own & RULERS) and not words.isdisjoint(RULED) and words <= RULED | ARTICLES)
