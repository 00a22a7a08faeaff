"""Articles with their claims marked: no character lost, nothing else marked, any length in little time."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.world import claim, holdings, report, small

from counterclaim.model import Article, Claim, Span
from counterclaim.report.building import build
from counterclaim.report.index import Index
from counterclaim.report.marking import LONGEST_BARE, marked
from counterclaim.report.page import Note, Paragraph


def paragraphs(article: Article, *claims: Claim) -> tuple[Paragraph, ...]:
    return build(small(article, *claims)).articles[0].paragraphs


def shown(found: tuple[Paragraph, ...]) -> str:
    return "\n".join("".join(piece.text for piece in one.segments) for one in found)


def spanned(article: Article, *spans: Span) -> Claim:
    words = " … ".join(span.of(article.text) for span in spans)
    made = claim(article, article.text[:1], "quell")
    return Claim(**{name: getattr(made, name) for name in made.__slots__} | {"content_spans": spans, "content": words})


TEXT = "A headline here\nOne two three four five six.\n~menu menu\nSeven eight nine ten."


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=4))
def test_no_character_is_lost_and_marks_cover_just_the_spans(starts: list[tuple[int, int]]) -> None:
    article = report(TEXT, "spans.txt")
    spans = tuple(Span(start, min(start + length, len(TEXT))) for start, length in starts)
    claims = [spanned(article, *spans)] if spans else []
    found = paragraphs(article, *claims)
    assert shown(found) == TEXT
    at = 0
    for one in found:
        for piece in one.segments:
            inside = any(Span(at, at + len(piece.text)).overlaps(span) for span in spans)
            source = piece.role in ("source", "cue")
            assert source or bool(piece.role) == inside
            at += len(piece.text)
        at += 1
    assert sum(len(piece.anchors) for one in found for piece in one.segments) == len(claims)


def test_overlapping_claims_each_keep_their_anchor_and_the_inner_one_gives_the_colour() -> None:
    article = report("Head\nAda Quell said Jon Brask had said the quay was lost.", "nested.txt")
    outer = claim(article, "Jon Brask had said the quay was lost", "quell")
    inner = claim(article, "the quay was lost", "brask")
    pieces = paragraphs(article, outer, inner)[1].segments
    both = next(piece for piece in pieces if piece.text == "the quay was lost")
    assert both.of == (f"w-{outer.id}", f"w-{inner.id}")
    assert both.anchors == (f"w-{inner.id}",)
    assert "Jon Brask" in both.title


def test_furniture_keeps_its_reason_and_has_no_marks() -> None:
    furniture = paragraphs(report(TEXT, "f.txt"))[2]
    assert (furniture.kind, furniture.reason) == ("furniture", "a line of menus")
    assert [piece.role for piece in furniture.segments] == [""]


def test_ten_megabytes_without_a_claim_are_cut_short_and_say_so() -> None:
    text = f"Head\n{'x' * 10_000_000}\nAda Quell said so."
    article = report(text, "huge.txt")
    began = time.perf_counter()
    found = paragraphs(article, claim(article, "so", "quell"))
    assert time.perf_counter() - began < 5
    assert len(shown(found)) < 3 * LONGEST_BARE
    assert "9,997,000 characters without a claim are left out here" in shown(found)


def test_many_claims_in_one_paragraph_take_time_in_proportion() -> None:
    words = " ".join(f"word{n}" for n in range(4000))
    article = report(f"Head\n{words}", "many.txt")
    claims = [claim(article, f"word{n} ", "quell", id=f"c-{n}") for n in range(0, 3999, 2)]
    began = time.perf_counter()
    found = paragraphs(article, *claims)
    assert time.perf_counter() - began < 5
    assert sum(len(one.notes) for one in found) == len(claims)


def test_a_note_stands_where_the_words_begin_and_names_the_dispute() -> None:
    article = build(holdings()).articles[0]
    notes = [note for one in article.paragraphs for note in one.notes]
    assert any(note.disputes == (("#d-d-1", "Who holds Mirrow?"),) for note in notes)


def test_text_between_blocks_is_shown_too() -> None:
    from dataclasses import replace

    article = report("Head\nOne line that no block holds.", "gap.txt")
    article = replace(article, blocks=article.blocks[:1])
    index = Index(small(article))
    found = marked(index, article, (), lambda _claim: Note("", None, ()))  # type: ignore[arg-type]
    assert shown(found).replace("\n", "") == article.text.replace("\n", "")
