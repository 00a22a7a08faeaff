"""Each kind of error in spans is told from the others."""

import pytest
from bench.errors.records import Cue, Told, Voice, cue_word
from bench.errors.scoring import Rules
from bench.errors.spans import Found, compared, shared, size
from tests.bench.conftest import Line

from counterclaim.model import Article, BlockKind, Parsed, Part, Provenance, Sentence, Span, Token

SOURCE, CUE, CONTENT = ((0, 10),), ((11, 15),), ((20, 120),)
GOLD = Told(SOURCE, CUE, CONTENT, Cue("say", Voice.SPEECH))
AFAR = ((300, 310),)


@pytest.mark.parametrize(
    ("source", "cue", "content", "expected"),
    [
        (SOURCE, CUE, CONTENT, Found.EXACT),
        (SOURCE, CUE, ((22, 120),), Found.RIGHT),
        (SOURCE, AFAR, CONTENT, Found.RIGHT),
        ((), CUE, CONTENT, Found.SOURCE_LACKING),
        (((8, 60),), CUE, CONTENT, Found.SOURCE_CUT),
        (AFAR, CUE, CONTENT, Found.SOURCE_WRONG),
        (SOURCE, CUE, ((20, 300),), Found.LONG),
        (SOURCE, CUE, ((20, 50),), Found.SHORT),
        (SOURCE, CUE, AFAR, Found.ELSEWHERE),
        (AFAR, CUE, ((20, 300),), Found.BOTH_LONG),
        (AFAR, CUE, ((20, 50),), Found.BOTH_SHORT),
        (AFAR, CUE, AFAR, Found.BOTH_ELSEWHERE),
    ],
)
def test_what_was_wrong_is_named(
    source: tuple[tuple[int, int], ...],
    cue: tuple[tuple[int, int], ...],
    content: tuple[tuple[int, int], ...],
    expected: Found,
    rules: Rules,
    line: Line,
) -> None:
    found = compared([GOLD], [line(source=source, cue=cue, content=content)], rules)
    assert [verdict.found for verdict in found.verdicts] == [expected]
    assert not found.extras
    assert [one.right for one in found.judged] == [expected in (Found.EXACT, Found.RIGHT)]


def test_a_source_where_none_is_marked(rules: Rules, line: Line) -> None:
    found = compared([Told((), CUE, CONTENT)], [line(source=SOURCE, cue=CUE, content=CONTENT)], rules)
    assert found.verdicts[0].found is Found.SOURCE_TOO_MUCH


def test_a_missed_cue_may_lie_in_another_content(rules: Rules, line: Line) -> None:
    """The first is a matter of cutting, the second of reading at all."""
    around = line(source=AFAR, cue=((320, 325),), content=((0, 280),))
    found = compared([GOLD], [around], rules)
    assert (found.verdicts[0].found, [extra.piece for extra in found.extras]) == (Found.INSIDE, [True])
    unread = compared([GOLD], [line(source=AFAR, cue=((320, 325),), content=((400, 480),))], rules)
    assert (unread.verdicts[0].found, [extra.piece for extra in unread.extras]) == (Found.MISSED, [False])
    assert unread.verdicts[0].word == Cue("say", Voice.SPEECH)


def test_the_outlets_own_lines_do_not_count(rules: Rules, line: Line) -> None:
    assert not compared([GOLD], [line(content=CONTENT)], rules).judged


def test_spans_are_measured_in_characters() -> None:
    assert size(((0, 3), (5, 9))) == 7
    assert shared(((0, 10),), ((5, 20), (8, 9))) == 6


def parsed(*tokens: tuple[str, str, str, int]) -> Parsed:
    """A sentence of (word, lemma, part of speech, head)."""
    made, at = [], 0
    for number, (word, lemma, pos, head) in enumerate(tokens):
        made.append(Token(number, Span(at, at + len(word)), word, lemma, pos, "", "", head))
        at += len(word) + 1
    text = " ".join(word for word, *_ in tokens)
    article = Article("a.txt", text, (), Provenance("a.txt", "text/plain", "0" * 64), ())
    return Parsed(article, (Sentence(0, Part.TEXT, 0, BlockKind.PARAGRAPH, tuple(made)),))


def test_a_cue_goes_by_the_word_on_which_its_others_hang() -> None:
    """ "has been saying" is listed under "say", or the list says nothing."""
    page = parsed(
        ("Vint", "vint", "PROPN", 3), ("has", "have", "AUX", 3), ("been", "be", "AUX", 3), ("saying", "say", "VERB", 3)
    )
    assert cue_word(page, Part.TEXT, ((5, 20),)) == Cue("say", Voice.SPEECH)
    assert cue_word(page, Part.TEXT, ()) == Cue("", Voice.NONE)


def test_hoping_is_no_saying() -> None:
    page = parsed(("Vint", "vint", "PROPN", 1), ("hopes", "hope", "VERB", 1))
    assert cue_word(page, Part.TEXT, ((5, 10),)).voice is Voice.THOUGHT
