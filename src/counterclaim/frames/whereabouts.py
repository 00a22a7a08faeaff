"""Which place is spoken of where the words name none: "there", "our district", a strike on nothing but homes.

Enter a view and a sentence or stretch; leave a place of the cast, or None where the article does not tell.
"""

import re
from collections.abc import Iterable

from counterclaim.frames.called import is_half, only_speaks
from counterclaim.frames.passing_by import only_acts
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Mention, Precision, Ref, Sentence, Span, Token

# Who speaks for the place that their office names.
# Who tells what happened where they live; of no town that a map has, if need be.
FROM = re.compile(
    r"(?:[\w-]+ ){0,3}(?i:residents?|villagers?|inhabitants?|people|locals?|witness(?:es)?|survivors?|farmers?|traders?"
    r"|famil(?:y|ies)|women|men|shopkeepers?) (?:of|from|in|at|near) (?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
LOCAL = frozenset(
    ["mayor", "municipality", "council", "administration", "governor", "prefect", "authorities", "councillor"]
)
# Bodies that sit in a capital and speak of other places.
SEATED = frozenset(
    ["ministry", "government", "parliament", "presidency", "headquarters", "embassy", "staff", "command"]
)

# Where those are whom these words name, by the noun that ends the name of the place.
PEOPLE_OF = {
    "pupil": "school",
    "student": "school",
    "schoolchild": "school",
    "teacher": "school",
    "patient": "hospital",
    "inmate": "prison",
    "prisoner": "prison",
    "convict": "prison",
    "warder": "prison",
    "miner": "mine",
}


def where_they_are(view: View, people: Iterable[Token]) -> Ref | None:
    """ "Twelve pupils were brought out alive": of the one school that the article names."""
    nouns = (PEOPLE_OF.get(token.lemma) for token in people)
    return next((place for noun in nouns if noun and (place := view.scene.place_called(noun))), None)


def place_in_question(view: View, stretch: Stretch, near: Token) -> Ref | None:
    """The place that words without one speak of: a town named before in the content, else the article's town at
    that point."""
    for earlier in reversed([s for s in view.stretches if s.sentence.index <= stretch.sentence.index]):
        for token in reversed(earlier.tokens):
            if earlier.sentence is stretch.sentence and token.i >= near.i:
                continue
            mention = view.scene.mention(earlier.sentence, token, EntityKind.PLACE)
            if mention is not None and not view.scene.is_broad(mention) and not only_acts(earlier.sentence, mention):
                return view.scene.ref(mention)
    return view.scene.salient_place(stretch.sentence, near.span.start, besides=view.source)


def home_of(view: View) -> Ref | None:
    """The place that the claimant speaks for ("governor of X"), where a role or the source words name one below a
    country."""
    claimant = view.scene.entities.get(view.claimant.entity or "") if view.claimant is not None else None
    text = view.scene.parsed.article.part(view.part)
    said = " ".join([*(claimant.roles if claimant else ()), *(span.of(text) for span in view.source)])
    for entity in view.scene.cast.entities:
        country = entity.location is not None and entity.location.precision is Precision.COUNTRY
        if entity.kind is EntityKind.PLACE and not country and any(_named_in(name, said) for name in entity.names):
            return Ref(entity.name, entity.name, entity.id, entity.kind)
    return None


def _named_in(name: str, words: str) -> bool:
    """Is the whole name there, and not "Europe" in "European"?"""
    return name in words and re.search(rf"\b{re.escape(name)}\b", words) is not None


def local_home(view: View) -> Ref | None:
    """`home_of` somebody who holds a local office ("the mayor of X"): of "the town" in such a mouth, X."""
    claimant = view.scene.entities.get(view.claimant.entity or "") if view.claimant is not None else None
    text = view.scene.parsed.article.part(view.part)
    said = " ".join([*(claimant.roles if claimant else ()), *(span.of(text) for span in view.source)]).lower()
    return home_of(view) if not LOCAL.isdisjoint(said.split()) else None


def stay_of(view: View) -> Ref | None:
    """Where the source words put somebody without a name: "a shopkeeper in X", "people from X"."""
    if view.claimant is None or view.claimant.kind is not EntityKind.GROUP:
        return None
    sentences = view.scene.sentences_over(view.part, view.source)
    named = (m for sentence in sentences for m in view.scene.mentions_in(sentence) if m.kind is EntityKind.PLACE)
    here = [m for m in named if any(span.covers(m.span) for span in view.source) and not view.scene.is_broad(m)]
    text = view.scene.parsed.article.part(view.part)
    off_map = next((m for span in view.source if (m := FROM.match(span.of(text)))), None)
    if off_map is not None and not any(off_map["town"] in m.surface for m in here):
        name = off_map["town"]  # "residents of Orsk, a suburb of Karsh"
        return Ref(name, name, None, EntityKind.PLACE) if view.scene.named(name).kind is None else None
    return view.scene.ref(here[0]) if here else None


def place_of_sentence(view: View, sentence: Sentence) -> Ref | None:
    """The first town named anywhere in the sentence, content or not; else the first place."""
    home = [t for t in sentence.tokens if t.dep == "pobj" and sentence.head(t).text.lower() == "from"]
    mentions = [
        mention  # "a tourist from Tarvia" was not hurt in Tarvia
        for mention in view.scene.mentions_in(sentence)
        if mention.kind is EntityKind.PLACE
        and not any(mention.span.overlaps(token.span) for token in home)
        and not _is_owner(view, sentence, mention)
        and not is_half(sentence, mention)
        and not only_acts(sentence, mention)
        and not _where_it_is_said(view, sentence, mention.span)
    ]
    named = [mention for mention in mentions if view.scene.nations.get(mention.surface) is None]
    inside = [mention for mention in named if not _in_name(view, sentence, mention)]
    narrow = [mention for mention in inside if not view.scene.is_broad(mention)]
    return next((view.scene.ref(mention) for mention in (*narrow, *inside)), None)


def _is_owner(view: View, sentence: Sentence, place: Mention) -> bool:
    """ "Tarvia strikes", "Tarvia troops": whose they are, and not where."""
    words = [token for token in sentence.tokens if place.span.overlaps(token.span)]
    speaks = any(place.span.overlaps(span) for span in view.source)  # "Tarvia's health ministry said"
    owning = ("nmod", "compound", "amod", "poss", "case") if speaks else ("nmod", "compound", "amod")
    owns = bool(words) and all(token.dep in owning for token in words)
    return owns and view.scene.is_country(place) and sentence.head(words[-1]) not in words


def _where_it_is_said(view: View, sentence: Sentence, span: Span) -> bool:
    """Where a ministry sits, and what lies behind the cue outside the content: where the speaker stood, or what
    somebody says next ("told a press conference in Karsh", "denied having fired and accused the army of shelling
    Orlo")."""
    if any(span.overlaps(words) for words in view.content):
        return False
    behind = any(cue.start < span.start for cue in view.cue)
    if behind and not any(span.overlaps(words) for words in view.source):
        return True
    preps = [sentence.head(t) for t in sentence.tokens if span.overlaps(t.span) and t.dep == "pobj"]
    return any(prep.text.lower() == "in" and sentence.head(prep).lemma in SEATED for prep in preps)


def _in_name(view: View, sentence: Sentence, place: Mention) -> bool:
    """Does the place stand in the name of somebody else ("the Health Ministry of Tarvia")?"""
    others = (m for m in view.scene.mentions_in(sentence) if m.kind is not EntityKind.PLACE)
    return any(m.span.covers(place.span) and m.span != place.span for m in others)


def there(view: View, stretch: Stretch, token: Token) -> Ref | None:
    """What "there" points to: the last town that the sentence named, the one town of the sentence before, else the
    town that the article is about."""
    sentence = stretch.sentence
    here = [m for m in _narrow(view, sentence) if m.span.end <= token.span.start]
    if here:
        return view.scene.ref(here[-1])
    last = only_one(view, sentence_before(view, sentence))
    return last or view.scene.salient_place(sentence, token.span.start, besides=view.source)


def sentence_before(view: View, sentence: Sentence) -> Sentence | None:
    """The sentence before it in the same part of the article."""
    if sentence.index == 0:
        return None
    last = view.scene.parsed.sentences[sentence.index - 1]
    return last if last.part is sentence.part and last.block >= sentence.block - 1 else None


def only_one(view: View, sentence: Sentence | None) -> Ref | None:
    """The town that a sentence is about: the only one that it names."""
    named = {m.entity: m for m in _narrow(view, sentence)} if sentence is not None else {}
    return view.scene.ref(next(iter(named.values()))) if len(named) == 1 else None


def _narrow(view: View, sentence: Sentence) -> list[Mention]:
    """The towns and smaller places that a sentence names of which something is said there."""
    dateline = view.scene.parsed.article.dateline
    return [
        mention
        for mention in view.scene.mentions_in(sentence)
        if mention.kind is EntityKind.PLACE
        and not view.scene.is_broad(mention)
        and not view.scene.by_noun(mention)
        and not is_half(sentence, mention)
        and (dateline is None or not mention.span.overlaps(dateline))
        and not _where_it_is_said(view, sentence, mention.span)
        and not any(mention.span.overlaps(span) for span in view.source)
        and not only_speaks(sentence, mention)
        and not _in_name(view, sentence, mention)
        and not _come_from(sentence, mention.span)
    ]


def _come_from(sentence: Sentence, span: Span) -> bool:
    """ "Sent troops from X": not where they are now."""
    tokens = [token for token in sentence.tokens if span.overlaps(token.span) and token.dep == "pobj"]
    return any(sentence.head(token).text.lower() == "from" for token in tokens)
