"""`show`: the words of a claim in their article, and whatever else has an id."""

import json

import pytest
from tests.cli.conftest import Run
from tests.report.world import CLAIMS, POST, claim, opened, report

from counterclaim.cli.quoting import excerpt
from counterclaim.model import Quotation


def test_a_claim_is_shown_with_its_words_marked_in_the_lines_around(run: Run) -> None:
    found = run("show", CLAIMS[1].id)
    assert found.exit_code == 0
    assert '{Jon Brask} <wrote> on Telegram: "[We stand on the north quay]."' in found.stdout
    assert "Orvann says Mirrow is taken" in found.stdout


def test_a_claim_is_shown_with_how_others_stand_to_it(run: Run, ledger: object) -> None:
    assert "repeats Ada Quell" in run("show", CLAIMS[0].id).stdout


def test_an_article_is_found_by_its_document_and_by_its_id(run: Run) -> None:
    by_name = run("show", "post.txt").stdout
    assert by_name == run("show", POST.id).stdout
    assert "1 piece of page furniture left out" in by_name
    assert all(one.content in by_name for one in CLAIMS[:2])


def test_an_entity_is_shown_with_what_it_claims(run: Run) -> None:
    name, key = "Ada Quell", ""
    for line in run("entities", "--json").stdout.splitlines():
        one = json.loads(line)
        key = one["id"] if one["name"] == name else key
    found = run("show", key)
    assert found.exit_code == 0
    assert "spokeswoman" in found.stdout
    assert CLAIMS[0].content in found.stdout


def test_a_dispute_is_shown_with_every_claim_of_every_side(run: Run) -> None:
    dispute = json.loads(run("disputes", "--json").stdout.splitlines()[0])
    found = run("show", dispute["id"])
    assert found.exit_code == 0
    for side in dispute["sides"]:
        assert all(one in found.stdout for one in side["claims"])


@pytest.mark.parametrize("name", [CLAIMS[0].id, "post.txt"])
def test_json_gives_one_object(name: str, run: Run) -> None:
    assert json.loads(run("show", name, "--json").stdout)["id"]


def test_an_id_that_nothing_has_says_where_ids_come_from(run: Run) -> None:
    found = run("show", "c-nothing")
    assert found.exit_code == 2
    assert "counterclaim claims" in found.stderr


def test_long_articles_are_cut_to_the_stretches_around_the_words() -> None:
    text = f"Head\n{'before ' * 200}Ada Quell said one thing{' between' * 200} and another{' after' * 200}."
    article = report(text, "long.txt")
    start = text.index("another")
    made = claim(article, "one thing", "quell", quotation=Quotation.INDIRECT)
    from dataclasses import replace

    from counterclaim.model import Span

    made = replace(made, content_spans=(*made.content_spans, Span(start, start + 7)))
    lines = " ".join(excerpt(article, made, 100))
    assert "[one thing]" in lines
    assert "[another]" in lines
    assert len(lines) < 2500
    assert lines.count("…") == 4


def test_marks_that_meet_are_nested_and_not_crossed() -> None:
    article = report("Head\nAda Quell said so.", "tight.txt")
    made = claim(article, "said so", "quell", cue="said")
    (line,) = [line for line in excerpt(article, made, 100) if "Quell" in line]
    assert "{Ada Quell} [<said> so]." in line


def test_the_ledger_is_not_changed_by_showing(ledger: object, run: Run) -> None:
    from pathlib import Path

    assert isinstance(ledger, Path)
    before = ledger.stat().st_size
    run("show", CLAIMS[0].id)
    with opened(ledger) as held:
        assert not held.check()
    assert ledger.stat().st_size == before
