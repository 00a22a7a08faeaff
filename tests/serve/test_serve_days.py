"""Claims by kind and day, narrowed: what is asked for stands in the address; each number leads to just its claims."""

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import ENTITIES, claim, opened, report, said, write_ledger

from counterclaim.ledger.schema import statements
from counterclaim.ledger.tallies import tally
from counterclaim.model import Claim
from counterclaim.serve.app import build_app

HOME = "http://localhost"
BEGIN = date(2031, 5, 3)
DAYS = 100


def _told(day: int) -> Claim:
    """One claim a day: Quell on Mirrow, and each fifth day Brask on an attack in Haven district."""
    when = (BEGIN + timedelta(days=day)).isoformat()
    attack = day % 5 == 0
    who, place = ("brask", "haven") if attack else ("quell", "mirrow")
    line = f"{ENTITIES[who].name} said {ENTITIES[place].name} was quiet"
    article = report(f"Day {day}\n{line}.", f"day-{day:03}.txt", published=when)
    what = (
        said("attack", kind="raid", place=place)
        if attack
        else said("control", place=place, holder="orvann", extent="full")
    )
    ARTICLES.append(article)
    return claim(article, f"{ENTITIES[place].name} was quiet", who, what, cue="said")


ARTICLES = []
TOLD = [_told(day) for day in range(DAYS)]


@pytest.fixture(scope="module", params=["counted when asked", "counted before"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Days of those of whom much is said are counted with the other lists; here of nobody, or of everybody."""
    path: Path = write_ledger(tmp_path_factory.mktemp("days") / "days.db", ARTICLES, TOLD)
    if request.param == "counted before":
        with opened(path) as held, pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                "counterclaim.ledger.tallies.statements", lambda text: statements(text.replace("> 2000", "> 0"))
            )
            tally(held)
            assert held.value("SELECT sum(claims) FROM often_tally WHERE facet = 'claimant'") == DAYS
    with TestClient(build_app(path), base_url=HOME) as served:
        yield served


def rows(client: TestClient, query: str) -> dict[str, int]:
    """The kinds of the page, each with the number together."""
    found = client.get(f"/days?{query}")
    assert found.status_code == 200
    table = found.text.partition("<tbody>")[2].partition("</tbody>")[0]
    return {
        re.search(r'scope="row">(\w+)<', row)[1]: int(re.findall(r">([\d,]+)</a></td>$", row.strip())[0])  # type: ignore[index]
        for row in table.split("</tr>")
        if row.strip()
    }


def every_row(client: TestClient, query: str) -> dict[str, int]:
    """The same over all pages that one turns to."""
    total: dict[str, int] = {}
    path: str | None = f"/days?{query}"
    first = client.get(path or "").text
    while (earlier := re.search(r'<a href="([^"]+)" rel="prev"', first)) is not None:
        path = html.unescape(earlier[1])
        first = client.get(path).text
    while path:
        for frame, number in rows(client, path.partition("?")[2]).items():
            total[frame] = total.get(frame, 0) + number
        later = re.search(r'<a href="([^"]+)" rel="next"', client.get(path).text)
        path = html.unescape(later[1]) if later else None
    return total


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("step=month", {"control": 80, "attack": 20}),
        ("step=month&frame=attack", {"attack": 20}),
        ("step=month&claimant=Quell", {"control": 80}),
        ("step=month&claimant=quell&frame=attack", {}),
        ("step=month&place=Haven district", {"attack": 20}),
        ("step=month&place=Haven district&claimant=Ada Quell", {}),
        ("step=month&claimant=Nobody", {}),
        ("from=2031-05-03&to=2031-05-07", {"control": 4, "attack": 1}),
        ("from=2031-06&to=2031-06", {"control": 24, "attack": 6}),
        ("from=2031-08-09", {"control": 2}),
        ("to=2031-05-03&claimant=Brask", {"attack": 1}),
        ("from=2032", {}),
    ],
)
def test_only_what_is_asked_for_is_counted(client: TestClient, query: str, wanted: dict[str, int]) -> None:
    assert rows(client, query) == wanted


@pytest.mark.parametrize("step", ["day", "week", "month"])
def test_turning_over_a_span_counts_each_day_of_it_once(client: TestClient, step: str) -> None:
    query = f"from=2031-05-06&to=2031-08-01&step={step}&place=Mirrow"
    assert every_row(client, query) == {"control": 70}
    assert every_row(client, f"step={step}") == {"control": 80, "attack": 20}


def test_a_span_that_is_named_is_shown_whole_in_steps_that_fit(client: TestClient) -> None:
    for query, step in (("from=2031-05-03&to=2031-06-02", "days"), ("from=2031-05-03&to=2031-08-10", "weeks")):
        page = client.get(f"/days?{query}").text
        assert f"in {step}." in page
        assert 'rel="next"' not in page
        assert 'rel="prev"' not in page


def test_a_number_leads_to_just_the_claims_that_it_counts(client: TestClient) -> None:
    page = client.get("/days?claimant=Brask&from=2031-05-05&to=2031-08-01&step=month").text
    for link, number in re.findall(r'<td class="level-\d"><a href="([^"]+)"[^>]*>(\d+)</a>', page):
        listed = client.get("/api/v1" + html.unescape(link)).json()["items"]
        assert len(listed) == int(number)
        assert {one["claimant"]["name"] for one in listed} == {"Jon Brask"}


def test_the_address_holds_the_filters_and_each_can_be_taken_away(client: TestClient) -> None:
    page = look(
        client.get("/days?frame=attack&claimant=Brask&place=Haven district&from=2031-05&to=2031-06&at=2031-05-09").text
    )
    for words in ("Kind: attack", "Claimant: Brask", "Place: Haven district", "From day: 2031-05", "To day: 2031-06"):
        assert words in page.words
    named = ("frame=", "claimant=", "place=", "from=", "to=")
    links = [html.unescape(one) for one in page.links if one.startswith("/days?")]
    without = [one for one in links if sum(name in one for name in named) == len(named) - 1]
    assert "/days?frame=attack&claimant=Brask&place=Haven+district&from=2031-05" in without
    assert len(without) == len(named)
    assert not [one for one in without if "at=" in one]


@pytest.mark.parametrize("query", ["from=soon", "to=2031-13", "from=2031-06&to=2031-05", "from=2031-05-03&to=../.."])
def test_days_that_are_none_are_told_with_what_to_give(client: TestClient, query: str) -> None:
    answer = client.get(f"/days?{query}")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("query", ["at=soon", "at=0001-01-01", "at=9999-12-31", "from=0001&step=month&at=9999-12-31"])
def test_no_place_to_go_on_from_breaks_the_page(client: TestClient, query: str) -> None:
    assert client.get(f"/days?{query}").status_code == 200
