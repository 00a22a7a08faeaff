"""Reports that mean harm: whatever they hold is shown as text, in little time."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import claim, report, said, write_ledger
from tests.serve.desk import send

from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

SCRIPT = "<script>alert(1)</script>"
BIDI = "\u202edeen\u202c \u2066turned\u2069"
BROKEN = '</p></main><b onclick="x()"><img src=//evil.example/x onerror=y> &lt;i&gt; {{ 7*7 }} {% raw %}'
ODD = "null \x00 escape \x1b bell \x07"

NASTY = report(
    f"{SCRIPT} {BIDI} in the headline\nAda Quell said {SCRIPT} Mirrow {BROKEN} fell {BIDI}.\n"
    f"~{SCRIPT} menu\n{ODD} end.",
    f"{SCRIPT}.txt",
    outlet=f"Post {SCRIPT}{BIDI}",
)
TWIN = report(f"Twin\nAda Quell said {SCRIPT} Mirrow {BROKEN} fell {BIDI}.", "twin.txt", outlet="Twin")
HUGE = report(f"Head\n{'word ' * 2_000_000}\nAda Quell said so.", "huge.txt")
CLAIMS = (
    claim(
        NASTY, f"{SCRIPT} Mirrow {BROKEN} fell", "quell", said("attack", place="mirrow", target=SCRIPT), channel=SCRIPT
    ),
    claim(TWIN, f"{SCRIPT} Mirrow {BROKEN} fell", "quell", said("control", place="mirrow", holder="telsk")),
    claim(HUGE, "so", "quell"),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = write_ledger(tmp_path_factory.mktemp("hostile") / "hostile.db", (NASTY, TWIN, HUGE), CLAIMS)
    with TestClient(build_app(path), base_url="http://localhost") as client:
        yield client


PAGES = [
    address("articles", NASTY.id), address("articles", NASTY.id, beside=TWIN.id), address("claims", CLAIMS[0].id),
    "/claims", "/articles", "/articles?q=headline", address("claims", q=SCRIPT), address("claims", q=f'"{BROKEN}'),
    address("claimants", name=SCRIPT), address("claims", outlet=SCRIPT, claimant=BIDI, since=BROKEN, after=SCRIPT),
    address("disputes", q=SCRIPT, place=BROKEN, since=BIDI, after=SCRIPT), "/imports",
    address("articles", SCRIPT), address("days", **{"from": SCRIPT, "step": BROKEN}), "/map",
    address("map", place=BROKEN), "/review", address("review", q=SCRIPT, claimant=BIDI, outlet=BROKEN, since=SCRIPT),
    address("decisions", after=SCRIPT), address("decisions", made=SCRIPT, over=BROKEN), "/decisions",
    address("days", claimant=SCRIPT, place=BIDI, frame=BROKEN, to=SCRIPT, at=BROKEN),
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_a_report_or_an_address_is_taken_for_markup(hostile: TestClient, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code in (200, 400, 404)
    page = look(answer.text)
    assert not page.wrong
    assert not page.open
    assert "img" not in page.tags
    assert page.tags.count("script") == 1
    assert not [one for one in page.attributes if one[1].startswith("on")]
    assert all(link.startswith(("/", "#")) for link in page.links)
    assert "49" not in page.words.split()


def test_nothing_in_a_form_is_taken_for_markup_when_it_opens_or_comes_back(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "hostile.db", (NASTY, TWIN), CLAIMS[:2])
    with TestClient(build_app(path, access=Access(writing=True)), base_url="http://localhost") as client:
        claimant = next(one for one in look(client.get("/claimants").text).links if one.startswith("/claimants/"))
        typed = {
            "by": SCRIPT, "reason": BROKEN, "claimant": SCRIPT, "content": f"</textarea>{SCRIPT}", "1.target": BROKEN,
            "channel": BIDI, "other": f'"{SCRIPT}', "name": BROKEN, "in": SCRIPT, "said": BROKEN,
        }  # fmt: skip
        for page, form in (
            (address("claims", CLAIMS[0].id), "/review/correct"), (address("articles", NASTY.id), "/review/add"),
            (claimant, "/review/merge"), (claimant, "/review/split"),
        ):  # fmt: skip
            for answer in (client.get(page), send(client, page, form, **typed)):
                assert answer.status_code in (200, 400, 404)
                seen = look(answer.text)
                assert not seen.wrong
                assert not seen.open
                assert "img" not in seen.tags
                assert seen.tags.count("script") == 1
                assert not [one for one in seen.attributes if one[1].startswith("on")]


def test_the_words_stand_there_as_text(hostile: TestClient) -> None:
    page = look(hostile.get(address("articles", NASTY.id)).text)
    assert SCRIPT in page.words
    assert "{{ 7*7 }}" in page.words
    assert "null \ufffd escape \ufffd bell \ufffd" in page.words


def test_ten_megabytes_in_one_paragraph_take_little_time_and_room(hostile: TestClient) -> None:
    for path in (address("articles", HUGE.id), "/articles?q=word", address("articles", HUGE.id, beside=TWIN.id)):
        began = time.perf_counter()
        answer = hostile.get(path)
        assert answer.status_code == 200
        assert time.perf_counter() - began < 8
        assert len(answer.content) < 1_000_000


def test_text_that_the_api_gives_is_the_reports_own(hostile: TestClient) -> None:
    assert hostile.get(f"/api/v1/articles/{NASTY.id}").json()["text"] == NASTY.text
