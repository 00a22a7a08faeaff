"""The load test's world: every kind of page has something to show, so that no figure is that of an empty page."""

from pathlib import Path

from bench.serve.load import pages, table
from bench.serve.making import CLAIMS_EACH, make
from fastapi.testclient import TestClient

from counterclaim.ledger import open_ledger
from counterclaim.serve.app import build_app

ARTICLES = 120


def test_every_kind_of_page_is_there_and_shows_something(tmp_path: Path) -> None:
    path = tmp_path / "world.db"
    make(path, ARTICLES)
    with open_ledger(path) as held:
        assert held.value("SELECT count(*) FROM claim") == ARTICLES * CLAIMS_EACH
        assert held.value("SELECT count(*) FROM dispute") > 10
        assert held.value("SELECT max(n) FROM (SELECT count(*) AS n FROM origin_article GROUP BY origin)") > 1
    asked = pages(path)
    with TestClient(build_app(path), base_url="http://localhost") as client:
        for kind, paths in asked.items():
            assert paths, kind
            for one in paths[:2]:
                assert client.get(one).status_code == 200, one
        assert "asserts" in client.get(asked["claims, newest"][0]).text
        assert "Who said who held it" in client.get(asked["one place"][0]).text


def test_the_table_gives_the_slowest_kind() -> None:
    text, middle, tail = table({"quick": [0.01] * 40, "slow": [0.1] * 38 + [0.5, 0.5]})
    assert round(middle) == 100
    assert 100 < tail <= 500
    assert "slow" in text
