"""Interviews whose questions and answers stand as plain paragraphs: the answers are those of whoever is introduced.

Enters the passages of an article; leaves one attribution for each answer, a span a paragraph, with the name in the
introduction as its source and no cue. Between the questions an interviewer also states what the other is to answer
("The minister speaks of 14."); who asks claims nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.attribution.passages import Passage
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Part, Quotation, Sentence, Span, Token

CONFIDENCE = 0.8
QUESTIONS = 2  # an interview has as many at least
ASKED = 3  # sentences of a question
FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "us", "mine", "ours", "myself", "ourselves"})
MINE = frozenset({"i", "me", "my", "mine", "myself"})
YOURS = frozenset({"you", "your", "yours", "yourself"})
MEETING = re.compile(
    r"\b(?:interview\w*|convers(?:ation|ed)|spoke (?:to|with)|talk(?:ed|s)? (?:to|with)|reached|met|sat down|visited"
    r"|answer(?:s|ed)?|questions?|asked|called)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"^[^\s:.?!][^:.?!\n]{0,40}:\s")
WHERE = frozenset({"at", "in", "near"})
HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir"})


def interviewed(passages: Sequence[Passage]) -> tuple[Attribution, ...]:
    """Every paragraph of the answers; none where the article is no interview, or marks its speakers by name."""
    body = [passage for passage in passages if passage.part is Part.TEXT and not passage.headline]
    first = next((n for n, passage in enumerate(body) if _is_question(passage)), None)
    if not first:
        return ()
    who = introduced(body[:first])
    answers = list(_answers(body[first:]))
    return tuple(said_by(who, answer) for answer in answers) if who and _is_interview(body, first, answers) else ()


def heard_in(found: Sequence[Attribution], answers: Sequence[Attribution], text: str) -> list[Attribution]:
    """What was found, as it stands in the answers: "I told her" claims nothing more, others' words are passed on."""
    return [told for one in found if (told := _within(one, answers, text)) is not None]


def _within(one: Attribution, answers: Sequence[Attribution], text: str) -> Attribution | None:
    said = (*one.content, *one.cue)
    around = next((a for a in answers if a.part is one.part and all(_covers(a, span) for span in said)), None)
    if around is None:
        return one
    source = " ".join(span.of(text) for span in one.source).lower()
    if one.speech and (not source or source in FIRST_PERSON):
        return None
    return replace(one, relayed_by=(*one.relayed_by, around.source[0].of(text)))


def _covers(answer: Attribution, span: Span) -> bool:
    return any(said.start <= span.start and span.end <= said.end + 1 for said in answer.content)


def _is_interview(body: Sequence[Passage], first: int, answers: Sequence[Sequence[Passage]]) -> bool:
    """Enough questions, no label before the turns, and answers that speak of themselves to somebody who is met."""
    turns = body[first:]
    questions = [after for here, after in pairwise(turns) if _is_question(here)]
    if len(questions) < QUESTIONS or sum(bool(LABELLED.match(_text(turn))) for turn in turns) * 2 > len(turns):
        return False
    own = sum(
        any(not FIRST_PERSON.isdisjoint(words_outside_quotes(passage)) for passage in answer) for answer in answers
    )
    return 2 * own >= len(answers) and any(MEETING.search(_text(passage)) for passage in body[:first])


def _answers(turns: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The paragraphs of each answer: what follows a question or a prompt, and what goes on with it."""
    last = max((n for n, turn in enumerate(turns) if _is_question(turn)), default=0)
    answer: list[Passage] = []
    asked = False
    for n, turn in enumerate(turns):
        if _is_question(turn) or (not asked and n < last and _prompts(turn, turns[n + 1])):
            yield from [answer] if answer else []
            answer, asked = [], True
        elif asked or n < last or not MINE.isdisjoint(words_outside_quotes(turn)):
            answer.append(turn)
            asked = False
        else:
            break
    yield from [answer] if answer else []


def _prompts(turn: Passage, after: Passage) -> bool:
    """One sentence that the interviewer puts to the other: about "you", or without a word of the speaker's own."""
    words = words_outside_quotes(turn)
    if len(turn.sentences) > 1 or _is_question(after):
        return False
    return not YOURS.isdisjoint(words) or FIRST_PERSON.isdisjoint(words)


def _is_question(passage: Passage) -> bool:
    text = _text(passage)
    if len(passage.sentences) > ASKED or not text.endswith("?"):
        return False
    asked = not YOURS.isdisjoint(words_outside_quotes(passage))  # "The mayor spoke of “treason”. Do you agree?"
    return not passage.quotes or (asked and passage.quote_at(passage.span.end - 1) is None)


def _text(passage: Passage) -> str:
    return passage.text[passage.span.start : passage.span.end].strip()


def words_outside_quotes(passage: Passage) -> frozenset[str]:
    """The words outside quote marks: what others said of themselves is not the speaker's own."""
    return frozenset(
        token.text.lower()
        for sentence in passage.sentences
        for token in sentence.tokens
        if not passage.quote_at(token.span.start)
    )


def introduced(intro: Sequence[Passage]) -> Span | None:
    """The name of who answers: the first person who is a subject, else whom somebody meets; no byline."""
    names = [found for passage in intro for sentence in passage.sentences for found in _names(sentence)]
    subjects = [name for name in names if name[0].dep == "nsubj"]
    met = [name for name in names if name[0].dep in ("dobj", "pobj")]
    owners = [name for name in names if name[0].dep == "poss"]  # "NAME's daughter came back. We met him"
    best = next(iter((*subjects, *met, *owners)), None)
    return Span(best[1].start, best[1].end) if best else None


def _names(sentence: Sentence) -> Iterator[tuple[Token, Span]]:
    """Each person's name in a sentence with a verb, with the word that heads it."""
    tokens = sentence.tokens
    if not any(token.pos in ("VERB", "AUX") for token in tokens):
        return
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].entity == "PERSON" and tokens[end].tag != "POS":
            end += 1
        if end > at:
            inside = range(at, end)
            head = next((t for t in tokens[at:end] if t.head not in inside), tokens[end - 1])
            before = tokens[at - 1].text.lower() if at else ""
            if (before != "by" or head.dep == "agent") and before not in WHERE:
                yield head, Span(tokens[at].span.start, tokens[end - 1].span.end)
        at = max(end, at + 1)


def said_by(who: Span, answer: Sequence[Passage]) -> Attribution:
    """One attribution of all these paragraphs to whoever is named there."""
    spans = tuple(span for p in answer if (span := trim(p.text, p.span.start, p.span.end)) is not None)
    stance = stance_in(spans[:1], answer[0])
    return Attribution(answer[0].part, (who,), (), spans, Quotation.DIRECT, stance, CONFIDENCE)
