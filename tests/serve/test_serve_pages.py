"""Pages as an analyst reads them: each claim one click from its words, filters in the address, nothing left out."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import Seen, look
from tests.report.world import CLAIMS, COPY, LATER, POST

from counterclaim.serve.links import address


def seen(client: TestClient, path: str, status: int = 200) -> Seen:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    return look(answer.text)


def dispute_link(client: TestClient) -> str:
    link = next(one for one in seen(client, "/disputes").links if one.startswith("/disputes/"))
    return html.unescape(link)


def crawled(client: TestClient) -> Iterator[tuple[str, Seen]]:
    """Every page that can be reached, each once."""
    waiting, done = ["/"], set[str]()
    while waiting:
        path = waiting.pop()
        if path in done or path.startswith(("/assets/", "#")) or path == "/api/v1/openapi.json":
            continue
        done.add(path)
        found = seen(client, path)
        yield path, found
        waiting += {link.partition("#")[0] for link in found.links} - done - {""}


def test_every_page_that_can_be_reached_is_sound_and_leads_nowhere_else(client: TestClient) -> None:
    pages = dict(crawled(client))
    areas = {path.split("/")[1].partition("?")[0] for path in pages}
    assert areas == {
        "",
        "disputes",
        "claims",
        "articles",
        "claimants",
        "places",
        "map",
        "days",
        "review",
        "decisions",
        "imports",
        "api",
    }
    for path, page in pages.items():
        assert not page.wrong, path
        assert not page.open, path
        assert len(page.ids) == len(set(page.ids)), path
        assert not [link for link in page.links if not link.startswith(("/", "#"))], path
        here = {link[1:] for link in page.links if link.startswith("#")}
        assert here <= set(page.ids), path
        assert not [one for one in page.attributes if one[1] == "style" or one[1].startswith("on")], path
        for link in page.links:
            target, _, mark = link.partition("#")
            if mark and target in pages:
                assert mark in pages[target].ids, link


def test_headings_step_down_one_at_a_time_from_one_first(client: TestClient) -> None:
    for path, _ in crawled(client):
        levels = [int(level) for level in re.findall(r"<h(\d)", client.get(path).text)]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_the_way_from_the_disputes_to_the_marked_words(client: TestClient) -> None:
    dispute = seen(client, dispute_link(client))
    assert "Ada Quell" in dispute.words
    words = address("articles", POST.id) + f"#w-{CLAIMS[1].id}"
    assert words in dispute.links
    article = seen(client, words)
    assert f"w-{CLAIMS[1].id}" in article.ids
    assert ("p", "title", "Left out: a line of menus") in article.attributes


def test_a_dispute_says_reports_origins_voices_channels_and_the_way_of_the_words(client: TestClient) -> None:
    dispute = seen(client, dispute_link(client)).words
    assert re.search(r"2 reports, \d origins?, \d voices?", dispute)
    assert "by way of Telegram" in dispute
    assert "Jon Brask ← Delta Wire ← Ferry Post" in dispute


def test_a_dispute_says_how_many_give_an_answer_whom_it_does_not_name(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a side of forty would look as if a dozen stood behind it."""
    link = next(link for link in seen(client, "/disputes").links if link.startswith("/disputes/"))
    assert "more" not in seen(client, link).words.partition("Why these")[0].split("Who holds")[-1]
    for module in ("dispute", "disputes"):
        monkeypatch.setattr(f"counterclaim.serve.pages.{module}.PARTIES", 0)
    assert seen(client, link).words.count("and 1 more") == 2
    assert seen(client, "/disputes").words.count("and 1 more") == 2


def test_a_claimant_shows_names_roles_side_and_claims(client: TestClient) -> None:
    listed = seen(client, "/claimants")
    assert "Ada Quell" in listed.words
    link = next(one for one in client.get("/claimants").text.split('href="') if "Ada Quell" in one).partition('"')[0]
    page = seen(client, link).words
    assert "spokeswoman" in page
    assert "Side Orvann" in page
    assert "the whole of Mirrow was in Orvann's hands" in page


def test_a_place_shows_who_said_who_held_it_and_where_it_lies_how_surely(client: TestClient) -> None:
    link = next(one for one in client.get("/places").text.split('href="') if "Mirrow" in one).partition('"')[0]
    page = seen(client, link).words
    assert "41.200° N, 33.400° W, a town" in page
    assert "Said to be held by Orvann" in page
    assert "Said to be held by Telsk" in page


def test_search_narrows_and_its_address_can_be_sent(client: TestClient) -> None:
    found = seen(client, "/claims?q=quay&claimant=Brask")
    assert "We stand on the north quay" in found.words
    assert "hands" not in found.words.partition("Newest day first")[2].partition("Counterclaim never")[0]
    assert "/claims?claimant=Brask" in found.links, "the address without the words"
    assert "Jon Brask" not in seen(client, "/claims?q=quay&claimant=Quell").words


def test_words_that_no_claim_holds_say_so(client: TestClient) -> None:
    assert "No claim meets all of these filters" in seen(client, "/claims?q=zeppelin").words


@pytest.mark.parametrize(
    "query", ["since=yesterday", "min_confidence=much", "min_confidence=7", "after=x", "until=2031-13"]
)
def test_filters_that_cannot_be_used_say_what_to_give(client: TestClient, query: str) -> None:
    answer = client.get(f"/claims?{query}")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("day", ["0001", "0001-01-01", "-0044", "9999-12-31"])
@pytest.mark.parametrize("path", ["claims", "articles", "review", "disputes", "api/v1/claims", "api/v1/review"])
def test_days_at_the_ends_of_the_calendar_break_no_list(client: TestClient, path: str, day: str) -> None:
    for query in (f"since={day}", f"until={day}", f"since={day}&until={day}"):
        assert client.get(f"/{path}?{query}").status_code in (200, 400), query


def test_reports_are_searched_by_title_and_text_with_the_words_marked(client: TestClient) -> None:
    answer = client.get("/articles?q=quay").text
    assert '<em class="hit">quay</em>' in answer
    assert "Brask does not yield" in answer
    assert COPY.shown_title is not None
    assert COPY.shown_title not in answer


def test_days_count_claims_by_kind_and_lead_to_them(client: TestClient) -> None:
    page = seen(client, "/days")
    cell = next(link for link in page.links if "frame=control" in link and "since=2031-05-04" in link)
    assert LATER.shown_title
    assert "Telsk kept the north quay" in seen(client, cell).words


def test_a_claim_tells_how_others_stand_to_it_and_why(client: TestClient) -> None:
    page = seen(client, address("claims", CLAIMS[0].id)).words
    assert "stands against" in page
    assert "We stand on the north quay" in page


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/claims/c-1", "/disputes/d-1", "/articles/x.txt", "/claimants/e-9", "/places/e-9", "/imports/99"],
)
def test_what_is_not_there_says_so_and_what_to_do(client: TestClient, path: str) -> None:
    page = seen(client, path, 404)
    assert "Not to be shown" in page.words
    assert "skip" in {value for _, name, value in page.attributes if name == "class"}, "the page around stays"
