"""The whole room: passages, cues, contents, then stance, channel and relays of each attribution.

Enters a `Parsed`; leaves its attributions in reading order. Every span lies inside its part and on readable text.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.attribution.accounts import accounts
from counterclaim.attribution.accusing import whole_accusations
from counterclaim.attribution.addressed import without_addressed
from counterclaim.attribution.answers import answers_of
from counterclaim.attribution.carried import carried_later
from counterclaim.attribution.channel import channel_in
from counterclaim.attribution.choose import Found, Weights, choose
from counterclaim.attribution.continuation import carried_on
from counterclaim.attribution.corrected import corrected
from counterclaim.attribution.disputed import with_disputed
from counterclaim.attribution.encoder.model import encoder
from counterclaim.attribution.handed import handed_on
from counterclaim.attribution.headline_denials import headline_denials, without_misread
from counterclaim.attribution.headlines import above_texts
from counterclaim.attribution.impersonal import in_their_statements
from counterclaim.attribution.inside import heard_inside
from counterclaim.attribution.interviews import heard_in, interviewed
from counterclaim.attribution.issued import issued, without_own
from counterclaim.attribution.judge import judge
from counterclaim.attribution.outlets import outlet_in, same_outlet
from counterclaim.attribution.own_clause import speaker_behind, without_own_clause
from counterclaim.attribution.passages import Passage, passages
from counterclaim.attribution.passing import chain_around, heard_through, holds, only_passes_on, source_words
from counterclaim.attribution.posted import posted
from counterclaim.attribution.reckonings import reckonings
from counterclaim.attribution.relays import relays_of, with_credited, without_repeats
from counterclaim.attribution.reserve import is_reserve, without_whether
from counterclaim.attribution.retorts import retorts_apart, without_retorts
from counterclaim.attribution.same_agency import named_agencies
from counterclaim.attribution.scores import models
from counterclaim.attribution.shared import shared_views, told_inside
from counterclaim.attribution.silence import is_silent
from counterclaim.attribution.so_said import so_said
from counterclaim.attribution.sourced import without_source
from counterclaim.attribution.stance import stance_of
from counterclaim.attribution.tags import tagged
from counterclaim.attribution.transcripts import is_host, turn_takers
from counterclaim.attribution.uttered import is_spoken, plainly
from counterclaim.attribution.writings import is_thing
from counterclaim.model import Attribution, Parsed, Quotation, Span, Spans, Stance, Token

WHERE = frozenset({"at", "during", "in", "on", "via"})


def attribute(parsed: Parsed, *, thoughts: bool = False) -> tuple[Attribution, ...]:
    """Every attribution of the article in reading order.

    A claim is uttered: what somebody only thinks, wants, praises or asks about comes along with `thoughts`, marked
    `speech=False`.
    """
    weights = Weights(models(), judge())
    read = passages(parsed)
    pairs = list(zip(read, encoder().read(read), strict=True))
    takers = turn_takers(read)
    found = [one for p, heard in pairs if not p.headline for one in choose(p, heard, weights, speakers=takers)]
    found = [without_addressed(one) for one in found]
    speakers = frozenset(word for one in found for word in _speaker_words(one))
    above = [one for p, heard in pairs if p.headline for one in choose(p, heard, weights, speakers=speakers)]
    found = without_retorts(whole_accusations([*without_misread(above), *found]))
    found = heard_through(heard_inside([one for one in handed_on(in_their_statements(found)) if _claims(one)]))
    own = _own_names(found)
    attributions = [_attribution(one, found, own) for one in found if not only_passes_on(one, found)]
    attributions = retorts_apart(read, attributions)
    attributions += [one for passage in read for one in shared_views(passage) if not told_inside(one, attributions)]
    attributions = _with(attributions, [one for passage in read for one in reckonings(passage, attributions)])
    attributions = _with(attributions, [one for passage in read for one in accounts(passage, attributions)])
    attributions = _with(attributions, [one for passage in read for one in corrected(passage, attributions)])
    attributions = with_disputed(read, attributions)
    attributions += [one for passage in read for one in tagged(passage, attributions, takers)]
    attributions += [one for passage in read for one in so_said(passage, attributions)]
    answers = interviewed(read) or posted(read)
    attributions = [*heard_in(attributions, answers, parsed.article.text), *answers]
    attributions += headline_denials(read, attributions)
    papers = () if answers else issued(read, attributions)
    attributions = [*without_own(attributions, papers, parsed.article.text), *papers]
    attributions += above_texts(read, attributions)
    attributions += carried_on(read, attributions)
    carried = named_agencies(list(carried_later(read, attributions)), parsed.article)
    attributions = [_credited(one, parsed) for one in carried]
    return tuple(sorted((one for one in attributions if thoughts or one.speech), key=_place))


def _with(found: Sequence[Attribution], new: Sequence[Attribution]) -> list[Attribution]:
    """Both; what was heard as no more than a thought, and is told after all, is left out."""
    told = {(one.part, one.content) for one in new}
    return [*(one for one in found if one.speech or (one.part, one.content) not in told), *new]


def _credited(one: Attribution, parsed: Parsed) -> Attribution:
    if one.quotation is Quotation.NARRATION:
        return one
    source = " ".join(parsed.words(one.part, span) for span in one.source)
    return replace(one, relayed_by=with_credited(one.relayed_by, source, parsed.article))


def _place(attribution: Attribution) -> tuple[bool, Spans, Spans]:
    return attribution.part.value == "text", attribution.content, attribution.cue


def _attribution(found: Found, all_found: Sequence[Found], own: Sequence[frozenset[str]]) -> Attribution:
    cue, passage = found.cue, found.passage
    tokens = cue.sentence.tokens
    source = found.source.words
    narrated = is_reserve(cue)
    who = Span(tokens[source[0]].span.start, tokens[source[-1]].span.end) if source and not narrated else None
    said_by = Span(tokens[cue.words[0]].span.start, tokens[cue.words[-1]].span.end)
    told = without_source(found.content.spans, who, said_by, passage)
    told = without_own_clause(told, cue, found.source, passage)
    if cue.kind == "verb":
        told, who = speaker_behind(told, who, said_by, passage)
    attribution = Attribution(
        part=passage.part,
        source=(who,) if who is not None else (),
        cue=(said_by,),
        content=without_whether(found.content.spans, passage.text) if narrated else told,
        quotation=Quotation.NARRATION if narrated else _quotation(found.content.spans, passage),
        stance=Stance.UNCONFIRMED if narrated else stance_of(found, own[all_found.index(found)]),
        confidence=round(found.confidence, 4),
        speech=is_spoken(found),
    )
    own_clause = relays_of(cue, passage.text, attribution.content)
    chain = without_repeats((*own_clause, found.carrier, *chain_around(found, all_found)))
    speaker = outlet_in(source_words(found))
    relays = tuple(words for words in chain if not same_outlet(words, speaker))
    # What an outlet took the trouble to hand on is somebody's claim, whatever lists the judge knows.
    listed = max(found.claim, found.confidence if relays else plainly(found))
    return replace(
        attribution,
        channel=_channel(found, all_found),
        relayed_by=relays,
        answers=answers_of(cue),
        listed=round(listed, 4),
    )


def _claims(found: Found) -> bool:
    """Does somebody claim something, not nobody, and not a mere thing?"""
    if is_reserve(found.cue):
        return True
    if found.cue.kind == "colon" and is_host(source_words(found)):
        return False
    return not is_silent(found.cue, found.source, _content_words(found)) and not is_thing(found.cue, found.source)


def _speaker_words(found: Found) -> frozenset[str]:
    """The last words of the names in a source: what a headline calls the speaker."""
    tokens = found.cue.sentence.tokens
    words = {tokens[i].text.lower() for i in found.source.words if tokens[i].pos == "PROPN"}
    head = found.source.head
    return frozenset(words | ({head.text.lower()} if head is not None and head.pos == "NOUN" else set()))


def _content_words(found: Found) -> str:
    return " ".join(span.of(found.passage.text) for span in found.content.spans)


def _own_names(found: Sequence[Found]) -> list[frozenset[str]]:
    """For each attribution the names in its speaker's titles; a pronoun goes back to the last speaker named."""
    titles: dict[str, set[str]] = {}
    keys: list[str] = []
    last = ""
    for one in found:
        head = one.source.head
        if head is not None and head.pos == "PROPN":
            last = head.text.lower()
            tokens = one.cue.sentence.tokens
            titles.setdefault(last, set()).update(
                tokens[i].text.lower()
                for i in one.source.words
                if tokens[i].pos == "PROPN" and tokens[i].entity in ("ORG", "GPE", "")
            )
        keys.append(last)
    return [frozenset(titles.get(key, ())) for key in keys]


def _channel(found: Found, all_found: Sequence[Found]) -> str | None:
    """What the sentence names outside all contents and sources."""
    near = [other for other in all_found if other.passage is found.passage]
    hidden = [span for other in near if not holds(other, found) for span in other.content.spans]
    hidden += [token.span for other in near for token in _who(other)]
    hidden += [quote.outer for quote in found.passage.quotes if found.passage.spoken(quote)]
    start, end = _reach(found)
    text = found.passage.text
    shown: list[str] = []
    for span in sorted(hidden):
        if span.end > start:
            shown.append(text[start : max(start, min(span.start, end))])
            start = max(start, span.end)
    words = " ".join((*shown, text[start:end]))
    return channel_in(words.replace(found.carrier, " ") if found.carrier else words)  # "state television said, citing"


def _who(found: Found) -> list[Token]:
    """The source without the circumstance that was heard as a part of it: "…, Ruta Kalnina, in a press conference"."""
    tokens = [found.cue.sentence.tokens[i] for i in found.source.words]
    ends = (at for at, (token, after) in enumerate(pairwise(tokens)) if token.text == "," and after.lemma in WHERE)
    return tokens[: next(ends, len(tokens))]


def _reach(found: Found) -> tuple[int, int]:
    """The cue's sentence, with the neighbours that the parser split off in the midst of a quotation."""
    start, end = found.cue.sentence.span.start, found.cue.sentence.span.end
    for before, after in pairwise(found.passage.sentences):
        quote = found.passage.quote_at(after.span.start)
        if quote and quote.outer.start < before.span.end:
            if after.span.end > start and before.span.start < start:
                start = min(start, before.span.start)
            elif before.span.start < end < after.span.end:
                end = max(end, after.span.end)
    return start, end


def _quotation(spans: Spans, passage: Passage) -> Quotation:
    """Direct where quote marks hold nearly all letters, mixed where they hold some."""
    quoted = passage.quoted(spans)
    if quoted >= 0.9:
        return Quotation.DIRECT
    return Quotation.MIXED if quoted else Quotation.INDIRECT
