"""A page's report must arrive without its menus, and every character must lead back to the page."""

import html
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.ingest import Media, Record, input_offset, read_record
from counterclaim.model import Article, BlockKind, Problem

PARAGRAPHS = [
    "ORSK, June 3 (LNA) - The council of Orsk said on Monday that the northern bridge &amp; the ferry were open.",
    "“We are glad to cross,” said the driver <b>Olm</b> <a href='/olm'>Terek</a>, who waited on the\n   southern road.",
    "The repair cost &euro;3&nbsp;million, more than the town earns in a year, the council&#8217;s figures say.",
]
PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge open again, says council | Orsk Daily</title>
<meta property="og:title" content="Bridge open again, says council"><meta property="og:site_name" content="Orsk Daily">
<meta name="author" content="Ada Quist"><meta property="article:published_time" content="2024-06-03T10:00:00+00:00">
<link rel="canonical" href="https://example.org/news/bridge"><script>var x = "The council of Orsk said";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie">We use cookies to improve your experience.</div>
<main><article><h1>Bridge open again, says council</h1><p class="byline">By Ada Quist</p>
<p>{0}</p><p>{1}</p><h2>A costly repair</h2><p>{2}</p>
<p>Read more: <a href="/more">Southern road closed</a></p></article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Council asks for money</a></li></ul></aside>
<section id="comments"><h3>2 Comments</h3><p>Olm: I was there and I say that it is not open at all.</p></section>
<footer>© 2024 Orsk Daily. All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>
"""


def _page(source: str | bytes) -> Article | Problem:
    raw = source.encode() if isinstance(source, str) else source
    return read_record(Record("a.html", "a.html", Media.HTML, raw=raw))


@pytest.fixture(scope="module")
def article() -> Article:
    found = _page(PAGE.format(*PARAGRAPHS))
    assert isinstance(found, Article), found
    return found


def _readable(article: Article) -> str:
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.FURNITURE)


def test_the_report_is_read_and_the_page_around_it_is_not(article: Article) -> None:
    words = _readable(article)
    for there in (
        "the northern bridge & the ferry",
        "said the driver Olm Terek",
        "€3",
        "council’s figures",
        "A costly repair",
    ):
        assert there in words
    for gone in (
        "Home",
        "cookies",
        "Most read",
        "asks for money",
        "I was there",
        "rights reserved",
        "Southern road closed",
    ):
        assert gone not in words


def test_the_page_says_its_title_writer_date_outlet_and_address(article: Article) -> None:
    assert article.shown_title == "Bridge open again, says council"
    assert article.title is None
    assert (article.byline, article.outlet, article.published) == ("Ada Quist", "Orsk Daily", "2024-06-03")
    assert (article.language, article.credited, article.url) == ("en", "LNA", "https://example.org/news/bridge")


def _leads_back(article: Article, source: str) -> None:
    for run in article.runs:
        there = source[run.input : run.input + run.length]
        words = article.text[run.text : run.text + run.length]
        if there != words:
            reference = source[run.input : source.index(";", run.input) + 1]
            assert run.length == 1
            assert html.unescape(reference) == words
    assert all(one.text + one.length <= other.text for one, other in pairwise(article.runs))


@pytest.mark.parametrize(
    ("byline", "agency"),
    [("Northern Wire, Orsk", "Northern Wire"), ("Reuters", "Reuters"), ("By Ada Quist, Orsk", None)],
)
def test_a_byline_that_names_an_agency_credits_it(byline: str, agency: str | None) -> None:
    page = PAGE.format(*PARAGRAPHS).replace("ORSK, June 3 (LNA) - ", "").replace("By Ada Quist", byline)
    found = _page(page)
    assert isinstance(found, Article)
    assert found.credited == agency


def test_every_run_leads_back_to_the_same_characters(article: Article) -> None:
    source = PAGE.format(*PARAGRAPHS)
    _leads_back(article, source)
    lost = [at for at, sign in enumerate(article.text) if not sign.isspace() and input_offset(article, at) is None]
    assert lost == []
    at = article.text.index("ferry")
    assert source[input_offset(article, at) or 0 :].startswith("ferry")
    assert source[input_offset(article, article.text.index("& the")) or 0 :].startswith("&amp;")


def test_offsets_that_no_run_holds_lead_nowhere(article: Article) -> None:
    assert input_offset(article, len(article.text)) is None
    assert input_offset(article, article.text.index("\n\n")) is None


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1252">', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
)
def test_a_declared_charset_is_used(declaration: str) -> None:
    source = PAGE.format(*PARAGRAPHS).replace('<meta charset="utf-8">', declaration)
    article = _page(source.encode("cp1252"))
    assert isinstance(article, Article)
    assert "“We are glad to cross,”" in article.text


def test_a_page_without_a_report_is_a_problem() -> None:
    for source in ("<html><body></body></html>", "<html>", "<nav><a href='/'>Home</a></nav>"):
        found = _page(source)
        assert isinstance(found, Problem)
        assert found.advice


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<!-- x -->",
        "<script>",
        "</script>",
        "&amp;",
        "&",
        "&#8217;",
        "&#0;",
        "&notin;",
        "&nosuch;",
        "<",
        ">",
        "The council said that it was open. ",
        "Ä€🙂",
        " \n ",
        "<p",
        "]]>",
        "<![CDATA[",
        "<td>",
        "\0",
        "&#xD800;",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_broken_pages_never_break_the_run_and_still_lead_back(inside: str) -> None:
    source = PAGE.format(*PARAGRAPHS).replace("<h2>", f"{inside}<h2>", 1)
    found = _page(source)
    if isinstance(found, Article):
        _leads_back(found, source)


BARE = "<html><head>{0}</head><body><article><h1>Bridge open</h1>{1}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "inside", "day"),
    [
        ("", "", None),
        ("", '<img src="/2023/05/a.jpg">', None),
        ("", "<footer>© 2023 Orsk Daily</footer>", None),
        ("", '<time datetime="2024-06-03">3 June</time>', "2024-06-03"),
        ('<meta property="article:published_time" content="2024-06-03T10:00:00Z">', "", "2024-06-03"),
        ('<link rel="canonical" href="https://example.org/2024/06/03/bridge">', "", "2024-06-03"),
    ],
)
def test_a_page_that_states_no_day_gets_none(head: str, inside: str, day: str | None) -> None:
    article = _page(BARE.format(head, inside))
    assert isinstance(article, Article)
    assert article.published == day
