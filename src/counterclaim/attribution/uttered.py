"""Was something claimed aloud, and so plainly that no list should hide it?

Enters a chosen attribution; leaves whether it was uttered rather than thought, wanted or shown, and how surely it is
a claim and not told in passing.
"""

from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list, lists, only_attitude, speaks
from counterclaim.attribution.silence import only_asks
from counterclaim.attribution.sources import DOCUMENTS
from counterclaim.attribution.writings import judges

CLAUSES = frozenset({"sub:ccomp", "that:that", "quote-after", "quote-before", "left"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
GRAMMAR = frozenset({"subject", "inverted", "shared"})
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that"})
PLAIN = 0.25  # what a plain sentence with a speaker and a finite verb of speech is worth at least
SURE = 0.5
CALLING = frozenset({"describe", "portray", "depict", "characterise", "characterize", "denounce", "hail", "brand"})
# As "describe", in translations.
QUALIFIES = frozenset({"catalog", "catalogue", "define", "qualify"})
KNOWN = frozenset({"known", "clear", "public"})
MAKES = frozenset({"make", "let"})
LEARNS = frozenset({"learn", "gather", "hear", "understand"})
REACHES = frozenset({"arrive", "come", "deliver", "give", "reach", "return"})
CONCLUSIONS = frozenset({"conclusion", "finding", "judgement", "judgment", "opinion", "verdict", "view"})
READS = frozenset({"broadcast", "deliver", "issue", "read", "release", "recite", "send", "sign"})


def is_spoken(found: Found) -> bool:
    """Was something claimed aloud? The cue word says so, or quoted speech shows it."""
    cue = found.cue
    if _says_nothing(found):
        return False
    if found.formed:
        return True
    start, end = found.content.spans[0].start, found.content.spans[-1].end
    quotes = [quote for quote in found.passage.quotes if start <= quote.inner.end and quote.inner.start <= end]
    if any(found.passage.spoken(quote) for quote in quotes):
        return True
    told = _has_clause(found) or _counts(found) or _calls_it(found)
    attitude = only_attitude(cue.kind, cue.lemma) and not told
    if only_asks(cue, found.content.words[0]) or _called_off(found) or attitude:
        return False
    first = found.content.words[-1] < cue.head.i
    if _told_otherwise(found) or speaks(cue.kind, cue.lemma):
        return True
    stated = cue.kind == "verb" and cue.lemma in lists()["clausal"]["verb"] and _has_clause(found)
    return stated or judges(cue, found.source, clause=_has_clause(found), first=first)


def _told_otherwise(found: Found) -> bool:
    """Is it told without a word of saying?"""
    if found.cue.lemma in QUALIFIES and _calls_it(found):
        return True
    return _concludes(found) or _learned_from(found) or _made_known(found) or _reads_out(found) or _has_it(found)


def plainly(found: Found) -> float:
    """The least probability that it would be listed: a speaker and a finite verb of speech below the headline."""
    cue, head = found.cue, found.source.head
    if found.passage.headline or cue.kind != "verb" or head is None or found.confidence < SURE:
        return 0.0
    if _learned_from(found):
        return PLAIN
    if found.source.how not in (*GRAMMAR, "read") or not _is_finite(found) or not is_spoken(found):
        return 0.0
    lemma = head.lemma.lower()
    someone = head.entity in NAMES or head.text.lower() in PRONOUNS
    someone = someone or in_list("source", "voice", lemma) or in_list("source", "body", lemma)
    return PLAIN if someone else 0.0


def _says_nothing(found: Found) -> bool:
    """ "Q: Why did you resign?"; and nobody is what he says."""
    same = bool(found.source.words) and set(found.source.words) == set(found.content.words)
    return same or (found.cue.kind == "colon" and _is_question(found))


def _is_question(found: Found) -> bool:
    """Is all that is said one question?"""
    text, end = found.passage.text, found.content.spans[-1].end
    said = " ".join(span.of(text) for span in found.content.spans)
    asks = said.endswith("?") or text[end : end + 1] == "?"
    return asks and not any(mark in said.rstrip("?") for mark in ".!?")


def _called_off(found: Found) -> bool:
    """ "Called off the search" is a deed."""
    particles = found.cue.sentence.children(found.cue.head) if found.cue.kind == "verb" else ()
    return any(child.dep == "prt" and child.text == "off" for child in particles)


def _has_clause(found: Found) -> bool:
    """Is a clause or a quotation said, and not only a thing named?"""
    if CLAUSES & set(found.content.names) or _stands_before(found):
        return True
    tokens, first = found.cue.sentence.tokens, found.content.words[0]
    below = (tokens[i] for i in found.content.words)
    if any(t.dep == "ccomp" and t.head == found.cue.head.i and t.pos in ("VERB", "AUX") for t in below):
        return True  # "found 52 percent think so"
    deed = tokens[first].text.lower() == "having"  # "boasted of having taken it"
    return first > found.cue.head.i and (deed or tokens[first - 1].text.lower() == "that")


def _stands_before(found: Found) -> bool:
    """ "The road has been cut, chief of the guard General NAME reported": a sentence with its subject opens all,
    whatever the parser made of the name behind the comma.
    """
    tokens, words = found.cue.sentence.tokens, found.content.words
    last = words[-1]
    if (
        words[0]
        or words != tuple(range(last + 1))
        or tokens[last + 1].text != ","
        or last + 2 not in found.source.words
    ):
        return False
    finite = [token for token in tokens[: last + 1] if token.tag in FINITE or token.tag == "MD"]
    verbs = [tokens[token.head] if token.dep in ("aux", "auxpass") else token for token in finite]
    main = {verb.i for verb in verbs if verb.dep in ("ROOT", "ccomp")}
    return any(token.dep in ("nsubj", "nsubjpass") and token.head in main for token in tokens[: last + 1])


def _counts(found: Found) -> bool:
    """ "Reported 38 deaths", "three killed", "repelling three assaults": a count or deed is told, no matter raised."""
    cue, tokens = found.cue, found.cue.sentence.tokens
    if cue.kind != "verb" or cue.lemma not in lists()["counting"]["verb"]:
        return False
    said = [tokens[i] for i in found.content.words]
    return "sub:xcomp" in found.content.names or any(
        token.dep == "nummod" or (token.pos == "NUM" and token.dep in ("dobj", "nsubj")) for token in said
    )


def _calls_it(found: Found) -> bool:
    """ "Described the blast as an act of terror" says what it was, as "called it" does."""
    cue, tokens = found.cue, found.cue.sentence.tokens
    said = {tokens[i].i for i in found.content.words}
    below = cue.sentence.children(cue.head) if cue.kind == "verb" and cue.lemma in CALLING | QUALIFIES else ()
    things = [cue.head.i, *(child.i for child in below if child.dep == "dobj")]  # "described the charges as “lies”"
    return any(tokens[i].text.lower() == "as" and tokens[i].head in things for i in said)


def _has_it(found: Found) -> bool:
    """ "Rumour has it that", "the ministry would have it that", "put it to her that", "“…”, he went on"."""
    cue = [found.cue.sentence.tokens[i] for i in found.cue.words]
    behind = [token.text.lower() for token in found.cue.sentence.tokens[found.cue.head.i + 1 :][:2]]
    if found.cue.lemma in ("put", "go") and behind[:2] in (["it", "to"], behind[1:] and ["on", behind[1]]):
        return _has_clause(found)
    return any(token.lemma == "have" for token in cue) and any(token.text.lower() == "it" for token in cue)


def _reads_out(found: Found) -> bool:
    """ "Read a statement on Delta Radio: the port is shut", "handed out a leaflet which says"."""
    cue = found.cue
    children = cue.sentence.children(cue.head) if cue.lemma in READS else ()
    document = any(child.dep == "dobj" and child.lemma in DOCUMENTS for child in children)
    before = cue.sentence.tokens[found.content.words[0] - 1].text if found.content.words[0] else ""
    return document and (before == ":" or _has_clause(found))


def _concludes(found: Found) -> bool:
    """ "Came to the opposite conclusion: …", "reached the verdict that"."""
    tokens, first = found.cue.sentence.tokens, found.content.words[0]
    led = {token.lemma for token in tokens[min(found.cue.words) : first]}
    behind = first > max(found.cue.words) and (tokens[first - 1].text == ":" or _has_clause(found))
    return behind and not led.isdisjoint(REACHES) and not led.isdisjoint(CONCLUSIONS)


def _learned_from(found: Found) -> bool:
    """ "It is learned from a well-informed quarter that": who let it be known is named."""
    cue, head = found.cue, found.source.head
    if cue.lemma not in LEARNS or cue.kind != "verb" or head is None or not _has_clause(found):
        return False
    children = cue.sentence.children(cue.head)
    passive = any(child.dep == "nsubjpass" and child.text.lower() == "it" for child in children)
    through = [child for child in children if child.dep == "prep" and child.text.lower() == "from"]
    return passive and any(cue.sentence.head(head).i == child.i for child in through)


def _made_known(found: Found) -> bool:
    """ "Made known his plan", "made it known that", "let it be known that"."""
    tokens, cue = found.cue.sentence.tokens, found.cue
    near = {token.text.lower() for token in tokens[max(min(cue.words) - 2, 0) : max(cue.words) + 4]}
    lemmas = {token.lemma for token in tokens[max(min(cue.words) - 3, 0) : max(cue.words) + 1]}
    return bool(lemmas & MAKES) and bool(near & KNOWN) and cue.head.lemma in (*MAKES, *KNOWN, "know")


def _is_finite(found: Found) -> bool:
    sentence, head = found.cue.sentence, found.cue.head
    have = any(child.dep == "aux" and child.lemma == "have" for child in sentence.children(head))
    return head.tag in FINITE or (head.tag == "VBN" and have)
