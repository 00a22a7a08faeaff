"""Without these, a reader who comes back has to compare lists of disputes by eye."""

import json

from tests.cli.conftest import Run


def test_what_is_new_is_said_in_words(run: Run) -> None:
    found = run("disputes", "--since", "2031-05-04")
    assert found.exit_code == 0
    assert "Mirrow" in found.stdout
    assert "Jon Brask" in found.stdout
    assert "1 dispute with news" in found.stderr


def test_a_dispute_without_news_is_left_out(run: Run) -> None:
    found = run("disputes", "--since", "2031-05-05")
    assert found.exit_code == 0
    assert found.stdout == ""
    assert "Nothing new in any dispute since 5 May 2031" in found.stderr


def test_news_come_as_json_too(run: Run) -> None:
    (line,) = run("disputes", "--since", "2031-05-03", "--json").stdout.splitlines()
    change = json.loads(line)
    assert change["new"] is True
    assert change["words"]
    assert set(change["claims"]) <= {name for side in change["dispute"]["sides"] for name in side["claims"]}


def test_news_of_another_place_are_left_out(run: Run) -> None:
    assert run("disputes", "--since", "2031-05-03", "--place", "Haven district").stdout == ""


def test_what_is_no_day_and_what_does_not_go_together_is_refused(run: Run) -> None:
    wrong = run("disputes", "--since", "last week")
    assert wrong.exit_code == 2
    assert "is no day" in wrong.stderr
    assert "2023-05-20" in wrong.stderr
    assert run("disputes", "--since", "2031-05-03", "--full").exit_code == 2


def test_a_dispute_shows_where_each_side_stands_and_what_is_open(run: Run) -> None:
    (line,) = run("disputes", "--json").stdout.splitlines()
    name = json.loads(line)["id"]
    shown = run("show", name).stdout
    assert "A latest: " in shown
    assert "speaks of all of Mirrow" in shown
    told = json.loads(run("show", name, "--json").stdout)
    assert {"standing", "courses", "scope", "open_points", "sides"} <= set(told)
    assert [side["standing"] for side in told["standing"]]
