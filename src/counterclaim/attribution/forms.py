"""Forms that leave no doubt, though their words are rare in what the models learned from.

Enters a cue with its source and paragraph; leaves the names of the stretches (`contents.py`) that its content must be
one of, or none where the form is not one of these: "Seven dead, ministry says" and "Mayor: the road is open" above a
report, "VANE: No." in a transcript, "put the losses at 40", "spoke of seven dead", "In the town, she insisted, nothing
has changed".
"""

from unicodedata import category

from counterclaim.attribution import outlets
from counterclaim.attribution.contents import MEANWHILE, ends_with_listener
from counterclaim.attribution.cues import Cue
from counterclaim.attribution.inserted import inserted
from counterclaim.attribution.lexicon import in_list, lists, speaks
from counterclaim.attribution.matters import names_matter
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import asked_for, cites_what_stands_before, is_count, measured
from counterclaim.attribution.plain_forms import answers_half, plain_form, quoted_behind_mark
from counterclaim.attribution.sources import ADDRESSES, NAMES, Source
from counterclaim.model import Token

LEFT = ("left",)
RIGHT = ("right", "paragraph")
COMPLEMENT = ("sub:ccomp", "sub:dobj", "sub:xcomp")
AROUND = ("around",)
BOTH = ("quotes",)
QUOTED = ("quote-before",)
COUNTED = ("counted",)
MEASURED = ("measured",)
ASKED_FOR = ("asked-for",)
THAT = ("that:that",)
DOING = ("sub:xcomp",)
SEGMENT = ("segment",)
OBJECT = ("sub:dobj",)
DECLARES = frozenset({"declare", "proclaim"})
DECLARED = frozenset(
    {"victory", "triumph", "independence", "control", "ceasefire", "cease-fire", "truce", "liberation", "capture"}
)
OPENS_SEGMENT = frozenset({",", ";", ":", "|", "—", "–", "-", "...", "…"})
TALKERS = frozenset(
    ["analyst", "blogger", "columnist", "commentator", "critic", "observer", "opponent", "pundit", "sceptic", "skeptic"]
)
KNOWS = frozenset({"aware", "certain", "confident", "convinced", "sure"})
THINKS = frozenset({"believe", "doubt", "expect", "fear", "reckon", "suspect", "think", "worry"})
SAYS = frozenset({"say", "state", "write", "add", "claim", "announce", "warn", "argue"})
MATTERS = frozenset(
    ["battle", "clash", "clashes", "conflict", "crisis", "dispute", "election", "elections", "fighting", "row",
     "standoff", "summit", "talks", "truce", "vote", "war"]
)  # fmt: skip
NAMED = 5  # words in which a speaker is named
LABEL = 3  # words of the label in a transcript, and letters that its last word has more of
BULLETS = "•▪◾◼●‣⁃*"
SHORT = 6  # words that a speaker before a colon may have


def sure_form(cue: Cue, source: Source, passage: Passage, speakers: frozenset[str]) -> tuple[str, ...]:
    """Names of the stretches that hold the content.

    `speakers` are, for a headline, words for those who speak in the report, else the labels of a talk's turns.
    """
    if not source.words or inserted(cue):
        return AROUND if source.words else ()
    if cue.kind == "colon":
        if passage.headline and (_has_speaker_behind(cue) or names_matter(cue, source, passage, speakers)):
            return ()
        known = answers_half(cue, source, passage) if passage.headline else _is_label(cue, source, passage, speakers)
        return RIGHT if known or (passage.headline and _is_speaker(cue, source, speakers)) else ()
    if cue.kind == "dash":
        return LEFT if passage.headline and _signs_headline(cue, source, speakers) else ()
    if _talks(cue, source):
        closes = cue.kind == "adjective" and cue.sentence.root.i < cue.head.i
        return ("right",) if closes and cue.sentence.tokens[cue.head.i - 1].text == "," else COMPLEMENT[:1]
    return _of_verb(cue, source, passage, speakers) if cue.kind in ("verb", "headline") else ()


def _talks(cue: Cue, source: Source) -> bool:
    """ "Bloggers, aware that", "critics fear that": what these think is known by what they say."""
    head = source.head
    if head is None or head.lemma.lower() not in TALKERS or cue.head.tag in ("VB", "VBG", "VBN"):
        return False
    clause = any(child.dep == "ccomp" for child in cue.sentence.children(cue.head))
    denied = any(child.dep == "neg" for child in cue.sentence.children(cue.head))
    return clause and not denied and cue.lemma in (KNOWS if cue.kind == "adjective" else THINKS)


def _declares(cue: Cue) -> bool:
    """ "Declared victory in X", "has proclaimed a truce": the object is all that is claimed."""
    if cue.lemma not in DECLARES or cue.head.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return any(child.dep == "dobj" and child.lemma in DECLARED for child in cue.sentence.children(cue.head))


def _of_verb(cue: Cue, source: Source, passage: Passage, speakers: frozenset[str]) -> tuple[str, ...]:
    closes = (passage.headline and _closes(cue, source)) or _closes_with_listener(cue, source)
    if closes or cites_what_stands_before(cue):
        return QUOTED if passage.headline and quoted_behind_mark(cue, source, passage) else LEFT
    if passage.headline and _opens_segment(cue, source):
        return SEGMENT
    if cue.kind == "headline" and not source.words[0] and _is_speaker(cue, source, speakers):
        return RIGHT
    if passage.quote_at(cue.head.span.start):
        return ()
    if _declares(cue):
        return OBJECT
    form = plain_form(cue, source, passage) or _handed_on(cue, source, passage)
    return form or _in_a_sentence(cue, source, passage)


def _handed_on(cue: Cue, source: Source, passage: Passage) -> tuple[str, ...]:
    """ "“We stay,” A said B told him": A's words are all of it, B's those in the quote marks."""
    sentence, head = cue.sentence, cue.head
    outer = sentence.head(head) if head.dep == "ccomp" else head
    inner = next((child for child in sentence.children(outer) if child.dep == "ccomp" and child.i > outer.i), None)
    if inner is None or head not in (outer, inner) or source.how != "subject":
        return ()
    if not all(speaks("verb", verb.lemma) and verb.tag in ("VBD", "VBZ", "VBP") for verb in (outer, inner)):
        return ()
    said_by = [token for child in sentence.children(outer) if child.dep == "nsubj" for token in sentence.subtree(child)]
    first = min(token.i for token in (outer, *said_by))
    before = passage.quote_at(sentence.tokens[first - 1].span.start) if first else None
    behind = [token for token in sentence.tokens[inner.i + 1 :] if token.pos not in ("PUNCT", "PRON", "PROPN", "SPACE")]
    if before is None or behind or not passage.spoken(before) or inner.i - outer.i > NAMED:
        return ()
    return AROUND if head is outer else QUOTED


def _in_a_sentence(cue: Cue, source: Source, passage: Passage) -> tuple[str, ...]:
    if any(measured(cue)) or _between_quotes(cue, source, passage):
        return MEASURED if any(measured(cue)) else BOTH
    if (source.how in ("subject", "shared") or cue.lemma == "call") and any(asked_for(cue)):
        return ASKED_FOR
    if _closes_with_day(cue, source) or _closes_inverted(cue, source) or _closes_plainly(cue, source, passage):
        return LEFT
    if cue.lemma == "speak" and _counted(cue, passage):
        return COUNTED
    if _denies_doing(cue, source):
        return DOING
    return THAT if _in_a_document(cue, source) else _in_a_pair(cue, source)


def _denies_doing(cue: Cue, source: Source) -> bool:
    """ "(Said A) but denied targeting the school"."""
    below = [child for child in cue.sentence.children(cue.head) if child.dep == "xcomp" and child.tag == "VBG"]
    return cue.lemma == "deny" and cue.head.tag in ("VBD", "VBZ", "VBP") and bool(source.words and below)


def _in_a_pair(cue: Cue, source: Source) -> tuple[str, ...]:
    beside = _stands_beside(cue, source)
    if beside:
        return COMPLEMENT if beside == ";" else COMPLEMENT[:1]
    return AROUND if _interrupts(cue, source) else ()


def _is_speaker(cue: Cue, source: Source, speakers: frozenset[str]) -> bool:
    """A name before a colon speaks where it speaks in the report too, or where it is a person's.

    The two states of "The Orven-Tarvia war: what we know" may speak below; their war does not.
    """
    if len(source.words) > SHORT or source.head is None:
        return False
    words = [cue.sentence.tokens[i] for i in source.words]
    last = words[-1].text.lower()
    named = any(word.pos == "PROPN" and word.text.lower() in speakers for word in words)
    return (
        (named and last not in MATTERS and (source.head.entity in NAMES or _may_speak(source.head)))
        or last in speakers
        or source.head.text.lower() in speakers
        or all(word.entity == "PERSON" for word in words)
    )


def _may_speak(head: Token) -> bool:
    """Is it a word for an office, a body or whoever else is quoted?"""
    lemma = head.lemma.lower()
    listed = in_list("source", "voice", lemma) or in_list("source", "body", lemma)
    return listed or lemma in outlets.lists()["mouths"]


def _signs_headline(cue: Cue, source: Source, speakers: frozenset[str]) -> bool:
    """ "Rebels leave the mill - army chief": a clause, and behind the dash an office or whoever speaks in the report.

    A body in capitals may be the outlet ("… - Press Association").
    """
    office = source.head is not None and source.head.text.islower() and _may_speak(source.head)
    someone = office or _is_speaker(cue, source, speakers)
    before = cue.sentence.tokens[: cue.head.i]
    verbs = {token.i for token in before if token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN")}
    subjects = [token for token in before if token.dep in ("nsubj", "nsubjpass")]
    clause = any(token.head in verbs for token in subjects)
    first = next((token.i for token in before if token.pos in ("NOUN", "PROPN")), cue.head.i)
    done = any(token.tag == "VBN" and token.i > first for token in before)  # "Town completely freed - ministry"
    short = 0 < len(source.words) <= SHORT
    return short and someone and (clause or done)


def _has_speaker_behind(cue: Cue) -> bool:
    """ "Harbour live: the bridge is open, mayor says": what stands before the colon is only what it is about."""
    words = [token for token in cue.sentence.tokens if any(map(str.isalnum, token.text))]
    return len(words) > 2 and words[-1].i > cue.head.i + 2 and words[-1].lemma == "say"


def _is_label(cue: Cue, source: Source, passage: Passage, labels: frozenset[str]) -> bool:
    """ "VANE: We hold the bridge" at the start of a paragraph, in quote marks where a transcript is quoted, or a label
    that opens other turns too."""
    words = [cue.sentence.tokens[i] for i in source.words]
    before = passage.text[passage.span.start : words[0].span.start]
    opens = not any(letter.isalnum() for letter in before) and cue.sentence.span.start == passage.span.start
    if opens and passage.text[words[0].span.start : words[-1].span.end] in labels:
        return True
    named = all(word.text.isupper() and len(word.text) > 1 for word in words)
    return (opens and named and len(words) <= LABEL and len(words[-1].text) > LABEL) or _is_listed(cue, source, passage)


def _is_listed(cue: Cue, source: Source, passage: Passage) -> bool:
    """ "• Ministry: the bridge is open" in a digest: a line behind a bullet or a picture, and who says it."""
    mark = passage.text[passage.span.start]
    if cue.sentence.span.start > passage.span.start + LABEL or not (mark in BULLETS or category(mark) == "So"):
        return False
    head = source.head
    named = head is not None and (head.pos == "PROPN" or in_list("source", "body", head.lemma.lower()))
    return named and len(source.words) <= SHORT


def _stands_beside(cue: Cue, source: Source) -> str:
    """ "Vessia denies the raid; Tarnholm says": two clauses, one put under the other; the mark between them."""
    sentence, head = cue.sentence, cue.sentence.head(cue.head)
    beside = cue.kind == "verb" and cue.head.dep == "ccomp" and source.how == "subject" and cue.head.i < head.i
    if not beside or not speaks("verb", cue.lemma) or not speaks("verb", head.lemma):
        return ""
    subject = next((child for child in sentence.children(head) if child.dep == "nsubj"), head)
    if not cue.head.i < subject.i < head.i:
        return ""
    between = {token.text for token in sentence.tokens[cue.head.i + 2 : subject.i + 1]}
    return next((mark for mark in (";", ",") if mark in between), "")


def _closes(cue: Cue, source: Source) -> bool:
    """Source and cue stand after the last comma, and nothing behind them but what happens meanwhile."""
    if not speaks(cue.kind, cue.lemma):
        return False
    tokens = cue.sentence.tokens
    clause = sorted({*cue.words, *source.words})
    behind = [token for token in tokens[clause[-1] + 1 :] if token.pos != "PUNCT"]
    meanwhile = bool(behind) and behind[0].text.lower() in MEANWHILE and behind[0].i == clause[-1] + 1
    together = clause[-1] - clause[0] + 1 == len(clause)
    return (
        together
        and (not behind or meanwhile)
        and clause[0] > 1
        and tokens[clause[0] - 1].text in (",", "”", '"', "'", "’")
    )


def _opens_segment(cue: Cue, source: Source) -> bool:
    """ "Square stormed; ministry says two dead", "Rebels say they hold the town as shells fall"."""
    tokens = cue.sentence.tokens
    if not speaks(cue.kind, cue.lemma) or cue.head.tag in ("VBG", "VBN", "VB") or source.words[-1] + 1 != cue.words[0]:
        return False
    first, last = source.words[0], cue.words[-1]
    opens = first == 0 or tokens[first - 1].text in OPENS_SEGMENT
    behind = [token for token in tokens[last + 1 :] if token.pos != "PUNCT"]
    if (
        not behind
        or behind[0].text.lower() == "to"
        or source.head is None
        or source.head.pos not in ("NOUN", "PROPN", "PRON")
    ):
        return False  # "Chilean volunteers to quit the town"
    return opens and len(source.words) <= SHORT and not in_list("verb", "attitude", cue.lemma)


def _closes_with_day(cue: Cue, source: Source) -> bool:
    """ "The town had fallen, two officials said on Friday, a day after …"."""
    tokens, clause = cue.sentence.tokens, sorted({*cue.words, *source.words})
    first, last = clause[0], clause[-1]
    if not speaks(cue.kind, cue.lemma) or source.how != "subject" or cue.head.dep != "ROOT" or first < 5:
        return False
    before = [child for child in cue.sentence.children(cue.head) if child.dep == "ccomp"]
    between = [token for token in tokens[first:last] if token.i not in clause]
    stated = len(before) == 1 and before[0].i < first and all(token.text == "," for token in between)
    day = [token for token in tokens[last + 1 : last + 3] if token.pos != "ADP"]
    return stated and tokens[first - 1].text == "," and bool(day) and day[0].entity == "DATE"


def _closes_plainly(cue: Cue, source: Source, passage: Passage) -> bool:
    """ "Prosecutors have opened a file, Delta Press reports." """
    before = [child for child in cue.sentence.children(cue.head) if child.dep == "ccomp" and child.i < cue.head.i]
    finite = cue.head.tag in ("VBD", "VBZ", "VBP") and cue.head.dep == "ROOT" and source.how == "subject"
    quoted = any(quote.outer.overlaps(cue.sentence.span) for quote in passage.quotes)
    if quoted or any(token.text in ":;" for token in cue.sentence.tokens):
        return False
    return finite and len(before) == 1 and _closes(cue, source) and source.words[0] > before[0].i


def _closes_inverted(cue: Cue, source: Source) -> bool:
    """ "The place is calm, affirms the ministry", "…, explained the institute in a press conference"."""
    tokens = cue.sentence.tokens
    speaking = speaks(cue.kind, cue.lemma) or cue.lemma in lists()["clausal"]["verb"]
    before = tokens[cue.head.i - 1].text if cue.head.i else ""
    if not speaking or cue.head.tag not in (("VBD", "VBZ", "VBP", "VBN") if before == "as" else ("VBD", "VBZ", "VBP")):
        return False
    if source.how not in ("inverted", "beside") or not _is_someone(cue, source):
        return False
    start = cue.head.i - 1 if before == "as" else cue.head.i
    if start < NAMED or tokens[start - 1].text not in (",", "”", '"', "»") or source.words[0] != cue.head.i + 1:
        return False
    behind = [token for token in tokens[source.words[-1] + 1 :] if token.pos != "PUNCT"]
    stated = any(token.pos in ("VERB", "AUX") for token in tokens[: start - 1])
    return stated and (not behind or (behind[0].pos == "ADP" and not any(t.pos == "VERB" for t in behind)))


def _is_someone(cue: Cue, source: Source) -> bool:
    """A person or a body by name or by what it is, and no clause."""
    head, words = source.head, [cue.sentence.tokens[i] for i in source.words]
    told = any(word.dep == "relcl" for word in words)
    if head is None or (not told and any(word.pos in ("VERB", "AUX") for word in words)):
        return False
    lemma = head.lemma.lower()
    return (
        head.pos == "PROPN"
        or lemma in ("those", "he", "she", "they")
        or in_list("source", "voice", lemma)
        or in_list("source", "body", lemma)
    )


def _in_a_document(cue: Cue, source: Source) -> bool:
    """ "Said in a new report that": the parser takes the clause for the report's, and so says less than it sees."""
    if cue.lemma not in SAYS or source.how != "subject":
        return False
    following = cue.sentence.tokens[cue.head.i + 1 :]
    if not following or following[0].text != "in":
        return False
    thing = next((child for child in cue.sentence.children(following[0]) if child.dep == "pobj"), None)
    that = cue.sentence.tokens[thing.i + 1] if thing and thing.i + 1 < len(cue.sentence.tokens) else None
    clause = that is not None and that.text == "that" and that.pos != "DET"
    return thing is not None and clause and in_list("source", "writing", thing.lemma)


def _closes_with_listener(cue: Cue, source: Source) -> bool:
    """ "The road was open, the mayor told reporters."""
    if cue.lemma not in ADDRESSES:
        return False
    clause = sorted({*cue.words, *source.words})
    between = [token for token in cue.sentence.tokens[clause[0] : clause[-1]] if token.i not in clause]
    together = source.how == "subject" and clause[0] > 2 and all(token.pos in ("PUNCT", "AUX") for token in between)
    before = cue.sentence.tokens[clause[0] - 1].text
    return together and before in (",", "”", '"', "'", "’") and ends_with_listener(cue, clause[-1] + 1)


def _between_quotes(cue: Cue, source: Source, passage: Passage) -> bool:
    """ "“The road,” the mayor told the paper, “is open.”": one quotation around who says it to whom."""
    sentence = cue.sentence
    told = [child for child in sentence.children(cue.head) if child.dep in ("dobj", "dative") and child.i > cue.head.i]
    if cue.lemma not in ADDRESSES or source.how != "subject" or not told:
        return False
    clause = [*source.words, *cue.words, *(token.i for child in told for token in sentence.subtree(child))]
    first, last = min(clause), cue.head.i
    after = next((token for token in sentence.tokens[last + 1 :] if passage.quote_at(token.span.start)), None)
    before = passage.quote_at(sentence.tokens[first - 1].span.start) if first else None
    between = sentence.tokens[last + 1 : after.i] if after else ()
    close = bool(between) and between[-1].text == "," and all(t.i in clause or t.pos == "PUNCT" for t in between)
    return before is not None and close


def _counted(cue: Cue, passage: Passage) -> bool:
    """ "Spoke of seven dead", "spoke of 'a massacre'"."""
    for child in cue.sentence.children(cue.head):
        if child.text == "of" and child.i == cue.head.i + 1:
            following = cue.sentence.tokens[child.i + 1 : child.i + 2]
            if following and following[0].pos == "DET":  # "spoke of an “Orwellian” law"
                following = cue.sentence.tokens[child.i + 2 : child.i + 3]
            quoted = any(passage.quote_at(token.span.start) for token in following)
            return quoted or any(is_count(token) for token in cue.sentence.tokens[child.i + 1 : child.i + 4])
    return False


def _interrupts(cue: Cue, source: Source) -> bool:
    """A name and its verb between two commas, in the midst of what is said."""
    if (
        not speaks(cue.kind, cue.lemma)
        or in_list("verb", "attitude", cue.lemma)
        or cue.head.tag in ("VBG", "VBN", "VB")
    ):
        return False
    if source.how not in ("subject", "inverted") or (source.words[0] > cue.head.i and not _is_someone(cue, source)):
        return False
    tokens, clause = cue.sentence.tokens, sorted({*cue.words, *source.words})
    first, last = clause[0], clause[-1]
    if first < 3 or tokens[first - 1].text != ",":
        return False
    together = last - first + 1 == len(clause) and first > 2 and last + 3 < len(tokens)
    if not together or tokens[first - 1].text != "," or tokens[last + 1].text != ",":
        return False
    return any(
        token.i > last and token.dep in ("ROOT", "ccomp", "conj") and token.pos in ("VERB", "AUX") for token in tokens
    )
