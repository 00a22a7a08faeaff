"""Sentences with a cue and a speaker in which nothing is claimed: "nobody said", "did not say whether", "said nothing".

Enters a cue with its source; says whether they are silent. "She has said no such thing" is not: she denies it. Nor do
a label ("Photo: the archive"), an address of a page or a mere "it" claim anything, unless it is denied or confirmed.
"""

import re

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.sources import Source, is_passive
from counterclaim.attribution.unuttered import is_unuttered
from counterclaim.model import Token

NOBODY = frozenset({"no", "nobody", "none", "neither", "noone"})
ANYBODY = frozenset({"whoever", "anyone", "anybody"})  # "whoever says so was not there"
NOTHING = frozenset({"nothing", "little"})
NO_SUCH = re.compile(r"\b(?:no such thing(?! as)|nothing of the (?:kind|sort))\b", re.IGNORECASE)
WITHHOLDS = frozenset({"decline", "refuse", "fail", "avoid", "stop", "refrain", "forget", "cease"})
CANNOT = frozenset({"unable", "reluctant", "unwilling", "powerless"})
ENOUGH = frozenset({"only", "just", "merely", "enough", "simply", "overstate"})
MENTIONS = frozenset({"mention", "comment", "statement", "remark", "reference", "claim"})
QUESTIONS = frozenset({"ask", "question", "wonder", "inquire", "enquire"})
ASKING = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
ASKED = frozenset({"ask", "press", "question", "quiz"})
HEARSAY = frozenset(
    [
        "accuse", "allege", "argue", "blame", "call", "charge", "claim", "describe", "disclose", "dub", "estimate",
        "label", "name", "report", "reveal", "say", "suggest",
    ]
)  # fmt: skip
# "Passengers were told to expect delays", "nine cases have been confirmed".
TOLD = frozenset({"advise", "confirm", "inform", "instruct", "order", "remind", "tell", "warn"})
DECLARES, FEW = frozenset({"declare", "name", "proclaim", "pronounce"}), 3
TITLES = frozenset({"champion", "dead", "elected", "president", "president-elect", "victor", "winner"})
APART = frozenset({",", '"', "“", "”", "'", "‘", "’", "''", "``"})
EMPTY = frozenset(
    {"each other", "one another", "the other", "them", "him", "her", "it", "this", "that", "so", "us", "me", "you"}
    | {"something", "first", "again", "the", "a"}
    | {"cited by", "obtained by", "quoted by", "reported by", "reviewed by", "seen by"}
)
POINTERS = frozenset({"it", "this", "that"})
CONFIRMING = frozenset({"confirm", "corroborate"})
LABELS = frozenset(
    {"source", "sources", "photo", "photos", "photograph", "picture", "pictures", "image", "credit", "caption", "video"}
    | {"captions", "contact", "contacts", "email", "e-mail", "tel", "phone", "website", "related", "topics", "tags"}
    | {"keywords"}
)
NAMING = frozenset({"call", "dub", "name", "nickname", "rename"})
BARE_NAME = re.compile(r"(?:the )?[A-Z][\w’'-]*(?: (?:of |the |and )*[A-Z][\w’'-]*)*")
TRADES = frozenset({"exchange", "swap", "trade"})  # "the army and the rebels trade claims over the town"
WITHHOLDING = frozenset({"ask", "demand", "insist", "request"})
ANONYMOUS = re.compile(
    r"(?:on |for |that |us |me |reporters |this (?:agency|magazine|newspaper|paper|reporter) )*"
    r"(?:(?:to remain |staying )?anonym|not to be (?:named|identified|quoted)"
    r"|not to (?:print|publish|use|give|reveal|disclose) (?:his|her|their|its)(?: \w+)? names?"
    r"|(?:that )?(?:his|her|their) (?:\w+ )?(?:sur)?names?\b)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)


def disowns(words: str) -> bool:
    """Do the words after "said" say that it was not said?"""
    return bool(NO_SUCH.search(words))


def is_silent(cue: Cue, source: Source, words: str) -> bool:
    """Does the cue with its source say that nothing was said, or only ask? `words` are the content's."""
    if cue.kind not in ("verb", "noun"):
        labelled = cue.kind == "colon" and (_is_label(cue, source) or bool(ADDRESS.match(words)))
        return labelled or _is_traded(cue)
    if (
        _is_charged(cue, words)
        or _is_hailed(cue, words)
        or _is_traded(cue)
        or (cue.lemma in WITHHOLDING and ANONYMOUS.match(words))
    ):
        return True
    if disowns(words) or words.lower() in EMPTY:
        return not (disowns(words) or _answers(cue, words))
    if cue.kind == "noun":
        return _says_no_word(cue) or _led_to(cue)
    if not speaks(cue.kind, cue.lemma):
        return False
    named = cue.lemma in NAMING and BARE_NAME.fullmatch(words)  # "the unit called the Iron Guard"
    return bool(named) or (
        _neither(cue) or is_unuttered(cue, source) or (not in_list("verb", "deny", cue.lemma) and _is_mute(cue, source))
    )


def _answers(cue: Cue, words: str) -> bool:
    """ "The army denies this": the word stands for what was claimed before.

    In "denied it, saying that …" and "denies it: …" what is said tells it.
    """
    answering = in_list("verb", "deny", cue.lemma) or cue.lemma in CONFIRMING
    offered = cue.lemma in ("reject", "dismiss") and words.lower() == "it"  # a job, a plan
    if cue.kind != "verb" or not answering or words.lower() not in POINTERS or offered:
        return False
    after = cue.sentence.tokens[cue.head.i + 1 :]
    return not any(t.text == ":" or (t.tag == "VBG" and speaks("verb", t.lemma)) for t in after)


def _is_mute(cue: Cue, source: Source) -> bool:
    if (
        _heads_part(cue)
        or _sends_for(cue)
        or _is_passive(cue, source)
        or _takes_lives(cue)
        or _asks_money(cue)
        or _only_cites(cue)
        or _refers_questions(cue)
    ):
        return True
    return _nobody(cue, source) or _withheld(cue) or _nothing(cue) or _was_asked(cue)


def _is_label(cue: Cue, source: Source) -> bool:
    """ "Source: the ministry", "Photo: the archive", "What witnesses say: …" above a part."""
    if _heads_part(cue):
        return True
    words = [cue.sentence.tokens[i].text.lower() for i in source.words]
    return len(words) <= 2 and bool(words) and words[-1] in LABELS


def _is_charged(cue: Cue, words: str) -> bool:
    """ "Officer charged in killing": before a court, and by nobody heard here."""
    return cue.lemma == "charge" and words.lower().startswith(("in ", "over ", "with "))


def _is_hailed(cue: Cue, words: str) -> bool:
    """ "NAME declared winner": by others, whose claim is not told."""
    last = words.lower().split()[-1:] or [""]
    return cue.lemma in DECLARES and len(words.split()) <= FEW and last[0] in TITLES


def _is_traded(cue: Cue) -> bool:
    """ "The two sides trade claims over the town": that both claim is told, and not what."""
    tokens = cue.sentence.tokens
    return cue.head.i > 0 and cue.head.tag in ("NNS", "VBZ") and tokens[cue.head.i - 1].lemma.lower() in TRADES


def _sends_for(cue: Cue) -> bool:
    """ "The defence called an expert who", "called a doctor": who is fetched is told nothing."""
    below = cue.sentence.children(cue.head)
    one = next((child for child in below if child.dep == "dobj" and child.i > cue.head.i), None)
    person = one is not None and in_list("source", "voice", one.lemma.lower())
    named = any(child.dep in ("oprd", "ccomp", "xcomp", "prep", "acomp") and child.i > cue.head.i for child in below)
    quoted = any(token.text in APART - {","} for token in cue.sentence.tokens[cue.head.i :])
    return cue.lemma in ("call", "summon") and person and not named and not quoted


def _heads_part(cue: Cue) -> bool:
    """ "What the army says: it has no such bombs": a heading of the outlet's, whoever is heard below it."""
    tokens = cue.sentence.tokens
    colon = next((token.i for token in tokens if token.text == ":"), 0)
    says = any(speaks("verb", token.lemma) for token in tokens[1:colon])
    return tokens[0].text.lower() in ("what", "how", "why") and says and colon - 2 <= cue.head.i <= colon


def _says_no_word(cue: Cue) -> bool:
    """ "Made no mention of", "had kind words for"."""
    children = cue.sentence.children(cue.head)
    if cue.lemma == "word" and not any(child.dep in ("acl", "ccomp", "relcl", "appos") for child in children):
        return any(child.dep == "prep" and child.text == "for" for child in children)
    return cue.lemma in MENTIONS and any(child.text.lower() == "no" for child in children)


def _led_to(cue: Cue) -> bool:
    """ "At the request of the council, troops came in": what was asked for is not what is told."""
    above = cue.sentence.head(cue.head)
    asked = in_list("noun", "urge", cue.lemma) or cue.lemma == "invitation"
    behind = [child for child in cue.sentence.children(cue.head) if child.dep in ("acl", "ccomp", "relcl")]
    return asked and above.dep == "prep" and above.lemma in ("at", "on", "upon", "by", "under") and not behind


def _only_cites(cue: Cue) -> bool:
    """ "…, citing security": what is told has been told, by whoever says so before."""
    clause = any(child.dep == "ccomp" for child in cue.sentence.children(cue.head))
    return cue.lemma == "cite" and cue.head.tag == "VBG" and not clause


def _refers_questions(cue: Cue) -> bool:
    """ "Referred questions to the police"."""
    asked = (child.lemma for child in cue.sentence.children(cue.head) if child.dep == "dobj")
    return cue.lemma in ("refer", "direct", "forward") and bool(
        {"question", "inquiry", "enquiry", "query"} & set(asked)
    )


def _asks_money(cue: Cue) -> bool:
    """ "Asked for £10,000"."""
    if cue.lemma != "ask":
        return False
    tokens = cue.sentence.tokens[cue.head.i + 1 : cue.head.i + 4]
    return tokens[:1] != () and tokens[0].text == "for" and any(token.entity == "MONEY" for token in tokens)


def _is_passive(cue: Cue, source: Source) -> bool:
    """ "Is said to", "was accused of": no word says by whom, and it is not the speaker before."""
    clause = any(child.dep == "ccomp" for child in cue.sentence.children(cue.head))  # told that it is so
    heard = cue.lemma in HEARSAY or (cue.lemma in TOLD and not clause)
    return not source.words and heard and is_passive(cue.sentence, cue.head)


def _takes_lives(cue: Cue) -> bool:
    """ "The storm claimed nine lives"."""
    objects = (child.lemma for child in cue.sentence.children(cue.head) if child.dep == "dobj")
    return cue.lemma == "claim" and bool({"life", "victim"} & set(objects))


def _nobody(cue: Cue, source: Source) -> bool:
    """ "No group has claimed", "none of them said", "neither the state nor the rebels have said"."""
    if not source.words or source.how not in ("subject", "inverted", "read"):
        return False
    at = source.words[0]
    first = cue.sentence.tokens[at]
    before = cue.sentence.tokens[at - 1].text.lower() if at else ""
    return first.text.lower() in (*NOBODY, *ANYBODY) or before == "neither"


def _withheld(cue: Cue) -> bool:
    """ "Did not say", "has yet to say", "declined to say"; "did not only say" is not, nor “Never,” she said."""
    sentence, head = cue.sentence, cue.head
    children = sentence.children(head)
    negation = next((child for child in children if child.dep == "neg" and _beside(cue, child)), None)
    if negation is not None:
        near = sentence.tokens[negation.i : head.i + 4]
        return not any(token.lemma in ENOUGH for token in near) and negation.lemma != "only"
    above = sentence.head(head)
    withheld = above.lemma in WITHHOLDS or above.text.lower() in CANNOT or _has_yet(above, sentence.children(above))
    if _stopped_short(cue):
        return True
    denied = head.tag == "VBG" and head.i == above.i + 1 and in_list("verb", "deny", above.lemma)  # "denied ordering"
    return denied or (head.dep in ("xcomp", "ccomp", "advcl", "acl") and withheld and _to_say(cue, above))


def _stopped_short(cue: Cue) -> bool:
    """ "Stopped short of blaming", "refrained from accusing"."""
    if cue.head.dep != "pcomp":
        return False
    above = cue.sentence.head(cue.sentence.head(cue.head))
    verb = cue.sentence.head(above) if above.text.lower() == "short" else above
    return verb.lemma in WITHHOLDS or (above is not verb and verb.lemma == "fall")


def _to_say(cue: Cue, above: Token) -> bool:
    """ "Refused *to say*": the cue is what was not done, not what somebody said when he refused."""
    return cue.head.tag == "VB" and above.i < cue.head.i


def _neither(cue: Cue) -> bool:
    """ "Would neither confirm nor deny that"."""
    before = cue.sentence.tokens[max(cue.head.i - 1, 0) : cue.head.i]
    return cue.kind == "verb" and any(token.text.lower() in ("neither", "nor") for token in before)


def _beside(cue: Cue, negation: Token) -> bool:
    """Is it before the cue, with no comma and no quote mark between?"""
    between = cue.sentence.tokens[negation.i : cue.head.i]
    return bool(between) and not any(token.text in APART for token in between)


def _has_yet(above: Token, children: tuple[Token, ...]) -> bool:
    return above.lemma == "have" and any(child.text.lower() == "yet" for child in children)


def _nothing(cue: Cue) -> bool:
    """ "Said nothing in public about the raid"."""
    return any(
        child.dep == "dobj" and child.i == cue.head.i + 1 and child.text.lower() in NOTHING
        for child in cue.sentence.children(cue.head)
    )


def _was_asked(cue: Cue) -> bool:
    """ "Asked why, the mayor said": who is named was asked."""
    passive = not any(child.dep == "agent" for child in cue.sentence.children(cue.head))
    return cue.lemma in ASKED and cue.head.tag == "VBN" and cue.head.dep == "advcl" and passive


def only_asks(cue: Cue, first: int) -> bool:
    """ "Asked whether": a question claims nothing. `first` is the content's first word in the sentence."""
    around = {token.text.lower() for token in cue.sentence.tokens[max(first - 1, 0) : first + 1]}
    return cue.lemma in QUESTIONS and bool(around & ASKING)
