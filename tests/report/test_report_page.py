"""The report as a file: sound HTML, nothing asked of the outside, every claim one click from its words."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from tests.report.htmlcheck import Seen, look
from tests.report.world import CLAIMS, claim, holdings, opened, report, said, small, write_ledger

from counterclaim.errors import InputError
from counterclaim.model import Part, Quotation, Span
from counterclaim.report import write_report
from counterclaim.report.building import build
from counterclaim.report.holdings import Holdings
from counterclaim.report.index import Index
from counterclaim.report.lines import lines
from counterclaim.report.rendering import render


@pytest.fixture(scope="module")
def html() -> str:
    return render(build(holdings()))


@pytest.fixture(scope="module")
def seen(html: str) -> Seen:
    return look(html)


def test_every_element_is_closed_and_no_id_stands_twice(seen: Seen) -> None:
    assert not seen.wrong
    assert not seen.open
    assert len(seen.ids) == len(set(seen.ids))


def test_every_link_leads_to_something_on_the_page(seen: Seen) -> None:
    assert seen.links
    assert {link for link in seen.links if not link.startswith("#") or link[1:] not in seen.ids} == set()


def test_nothing_is_asked_of_the_outside(html: str, seen: Seen) -> None:
    assert not {"img", "link", "iframe", "object", "embed", "form"}.intersection(seen.tags)
    assert not [
        found
        for found in seen.attributes
        if found[1] in ("src", "srcset", "action", "style") or found[1].startswith("on")
    ]
    assert "//" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", html)


def test_the_policy_allows_the_style_and_script_that_are_there_and_nothing_else(html: str, seen: Seen) -> None:
    from counterclaim.report.rendering import policy

    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)
    assert style
    assert script
    assert ("meta", "content", policy(style[1], script[1])) in seen.attributes
    assert policy(style[1], script[1]).startswith("default-src 'none'")


def test_every_claim_is_shown_and_its_words_are_marked_once(html: str, seen: Seen) -> None:
    for one in CLAIMS:
        assert one.content in seen.words
        assert seen.ids.count(f"w-{one.id}") == 1
        assert f"#w-{one.id}" in seen.links


def test_a_side_says_how_many_reports_and_origins_stand_behind_it(seen: Seen) -> None:
    assert "2 reports, 1 origin, 1 voice" in seen.words
    assert "2 reports, 2 origins, 2 voices" in seen.words


def test_a_line_tells_the_way_of_the_words(seen: Seen) -> None:
    assert "Jon Brask ← Delta Wire ← Ferry Post" in seen.words
    assert "by way of Telegram" in seen.words


def test_what_one_dispatch_brings_to_two_outlets_is_one_line_with_both_links(html: str) -> None:
    dispute = html[html.index('class="dispute"') : html.index('class="reasons"')]
    assert dispute.count("Orvann holds all of Mirrow, gained") == 1
    assert f"#w-{CLAIMS[0].id}" in dispute
    assert f"#w-{CLAIMS[2].id}" in dispute


def test_reasons_say_who_denies_whom(seen: Seen) -> None:
    assert "Jon Brask denies Ada Quell: answered by name" in seen.words


def test_headings_step_down_one_at_a_time(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_unsure_reading_says_so(seen: Seen) -> None:
    assert "unsure" in seen.words


def test_what_is_unknown_is_said() -> None:
    undated = report("A headline\nAda Quell said it was over.", "undated.txt", outlet=None, published=None)
    words = look(render(build(small(undated, claim(undated, "it was over", "quell"))))).words
    assert "Date unknown" in words
    assert "outlet unknown (undated.txt)" in words
    assert "1 report without a date" in words
    assert "1 report without the name of an outlet" in words


def test_an_empty_ledger_gives_a_page_that_says_what_to_do() -> None:
    seen = look(render(build(Holdings())))
    assert "counterclaim read FOLDER" in seen.words
    assert {link for link in seen.links if link[1:] not in seen.ids} == set()


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]></svg><script>alert(2)</script>",
    "{{ page.title }}{% raw %}",
    "</style></title><b>",
    "&lt;b&gt; &amp;amp;",
    "\u202eright to left\u202c and \u2066isolated",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_text_wherever_it_stands(words: str) -> None:
    article = report(f"{words}\nAda Quell said {words} was so.", f"{words}.txt", outlet=words, published=words)
    fact = said("control", place="mirrow", holder=words, part=words, extent="full")
    made = claim(article, f"{words} was so", "quell", fact, channel=words, relayed_by=(words,), said=words)
    html = render(build(small(article, made)))
    plain = look(render(build(small(report("T\nAda Quell said x was so.", "t.txt")))))
    seen = look(html)
    assert words in " ".join(seen.text)
    assert not seen.wrong
    assert not {"img", "b"}.intersection(seen.tags)
    assert seen.tags.count("script") == plain.tags.count("script")
    assert {link for link in seen.links if link[1:] not in seen.ids} == set()


def test_characters_that_html_cannot_hold_are_replaced(tmp_path: Path) -> None:
    article = report("Head\x00line \ud800\nAda Quell said\x1b[31m so.", "odd.txt")
    html = render(build(small(article)))
    html.encode("utf-8")
    assert "\x00" not in html
    assert "\x1b" not in html


def test_names_from_articles_are_isolated_so_that_they_cannot_turn_the_line_around(html: str) -> None:
    assert "<bdi>Ada Quell</bdi>" in html
    assert 'dir="auto"' in html


def test_the_report_is_written_whole_and_from_a_ledger(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path / "quarrel.db")
    with opened(ledger) as held:
        path = write_report(held, tmp_path / "out.html")
        again = write_report(held, tmp_path / "again.html")
    seen = look(path.read_text(encoding="utf-8"))
    assert all(seen.ids.count(f"w-{one.id}") == 1 for one in CLAIMS)
    assert again.read_bytes() == path.read_bytes()
    assert sorted(file.name for file in tmp_path.glob("*.html*")) == ["again.html", "out.html"]


def test_a_path_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    with opened(write_ledger(tmp_path / "quarrel.db")) as held, pytest.raises(InputError, match="cannot be written"):
        write_report(held, tmp_path / "no" / "such" / "out.html")


def test_a_claim_in_a_title_set_apart_is_marked_there() -> None:
    from dataclasses import replace

    article = replace(report("Ada Quell spoke.", "line.jsonl"), title="Mirrow is ours, says Quell", headline=None)
    made = claim(article, "Mirrow is ours", "quell")
    assert made.part is Part.TITLE
    assert f'id="w-{made.id}"' in render(build(small(article, made)))


def test_a_claim_whose_words_are_not_there_is_shown_as_lost_and_not_hidden() -> None:
    article = report("Short\nAda Quell said so.", "short.txt")
    made = claim(article, "so", "quell", content_spans=(Span(900, 905),), cue_spans=(), source_spans=())
    seen = look(render(build(small(article, made))))
    assert f"w-{made.id}" in seen.ids
    assert "counterclaim check" in seen.words


def test_the_same_words_of_one_dispatch_are_one_line_though_they_were_read_differently() -> None:
    """Whoever compares two lines of the same words to find the difference finds none."""
    held = holdings()
    first, copy = replace(CLAIMS[0], quotation=Quotation.INDIRECT), CLAIMS[2]
    other = replace(copy, propositions=(said("fighting", place="mirrow", status="ended"),), channel="radio")
    held = replace(held, claims=(first, other, *CLAIMS[3:]), disputes=(), relations=())
    joined = lines(Index(held), (first, other))
    assert [len(line.carriers) for line in joined] == [1]
    assert len(lines(Index(replace(held, origins=())), (first, other))) == 2


def test_a_side_names_a_claimant_once_however_reports_spell_the_name() -> None:
    held = holdings()
    first = CLAIMS[1]
    assert first.claimant
    spelt = replace(first, claimant=replace(first.claimant, name="Yon Brask"))
    shown = render(build(replace(held, claims=(CLAIMS[0], spelt, *CLAIMS[2:]))))
    dispute = shown[shown.index('class="dispute"') : shown.index('class="reasons"')]
    assert "Yon Brask" in dispute
    head = dispute[: dispute.index("Yon Brask")]
    assert head.count("Jon Brask") == 1
