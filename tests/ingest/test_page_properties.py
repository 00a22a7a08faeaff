"""Whatever a page looks like, no character may be lost or read twice, or spans would lead astray."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.ingest.page import lay_out
from counterclaim.model import BlockKind

LINES = st.sampled_from(
    [
        "Home",
        "Home > World > The bridge of Orsk is open",
        "The bridge of Orsk is open",
        "The bridge of Orsk is open | The Crossing",
        "By Ada Quist",
        "ORSK, June 3 (LNA) - The bridge of Orsk was open on Monday, the council of the town said.",
        "ORSK (LNA) -",
        "The council said that nobody had crossed the bridge in the night. (Reuters)",
        "A man on the bridge. [Photo: Ana Reyl]",
        "“We are glad,” he said.",
        "댓글",
        "Поделиться",
        "3 June 2024, 10:15",
        "© 2024 The Crossing. All rights reserved.",
        "No Comments",
        "bar_progress",
        "___",
        "who had come from the other\nbank of the river",
        "\ufeff",
        "\u200b",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\n \t\n", "\x0c"])
PAGES = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(LINES, BREAKS), max_size=14).map(lambda parts: "".join(line + end for line, end in parts)),
    st.lists(st.tuples(st.text(max_size=60), BREAKS), max_size=8).map(lambda p: "".join(a + b for a, b in p)),
)


@settings(max_examples=300, deadline=None)
@given(PAGES, st.booleans())
def test_blocks_never_overlap_and_cover_all_but_white_space(text: str, extracted: bool) -> None:
    blocks = lay_out(text, extracted=extracted).blocks
    assert all(one.span.end <= other.span.start for one, other in pairwise(blocks))
    covered = {offset for block in blocks for offset in range(block.span.start, block.span.end)}
    left = [character for offset, character in enumerate(text) if offset not in covered]
    assert all(character.isspace() or character in "\ufeff\u200b" for character in left)


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_blocks_are_trimmed_and_furniture_has_reasons(text: str) -> None:
    for block in lay_out(text).blocks:
        words = block.span.of(text)
        assert words == words.strip()
        assert block.reason or block.kind is not BlockKind.FURNITURE


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_a_page_is_always_laid_out_alike(text: str) -> None:
    assert lay_out(text) == lay_out(text)
