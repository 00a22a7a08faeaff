"""Pages of claims, disputes and reports: nothing missing, nothing twice, and the same filter as on the command line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.world import CLAIMS, COPY, ENTITIES, LATER, POST, write_ledger

from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter, Ledger, open_ledger
from counterclaim.ledger.article_lists import ArticleFilter, articles_listed, entities_listed
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.dispute_lists import DisputeFilter, disputes_listed, new_claims
from counterclaim.ledger.listing import Facet, facet_size, listed
from counterclaim.ledger.tallies import is_tallied, tally
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Reading, Review
from counterclaim.relate.timeline import DRAWN


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("listing") / "quarrel.db"
    write_ledger(path)
    return open_ledger(path)


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    held = open_ledger(write_ledger(tmp_path_factory.mktemp("reviewed") / "quarrel.db"))
    held.reject(CLAIMS[1].id, by="Ada")
    held.accept(CLAIMS[3].id, by="Ada")
    held.unsure(CLAIMS[0].id, by="Ada")
    return held


def ids(ledger: Ledger, wanted: ClaimFilter, limit: int, *, newest: bool = True) -> list[str]:
    found: list[str] = []
    after = None
    while True:
        page = listed(ledger, wanted, after=after, limit=limit, newest=newest)
        found += [claim.id for claim in page.claims]
        after = page.after
        if after is None:
            return found


STATES = ([Review.REJECTED], [Review.ACCEPTED, Review.UNSURE], [Review.UNREVIEWED], list(Review))
filters = st.builds(
    ClaimFilter,
    claimant=st.sampled_from([None, "Quell", "jon brask", "nobody"]),
    place=st.sampled_from([None, "Mirrow", "haven district", "e-none"]),
    frame=st.sampled_from([None, "control", "attack"]),
    since=st.sampled_from([None, "2031-05-04", "2031-05", "2032"]),
    until=st.sampled_from([None, "2031-05-03", "2031"]),
    words=st.sampled_from([None, "quay", '"north quay"', "Orvann hand", "!?"]),
    min_confidence=st.sampled_from([None, 0.5]),
    outlet=st.sampled_from([None, "gull daily"]),
    stance=st.sampled_from([None, "asserts", "denies"]),
    document=st.sampled_from([None, "post.txt"]),
    review=st.sampled_from([None, *map(frozenset, STATES)]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=filters, limit=st.integers(1, 4), newest=st.booleans())
def test_pages_hold_what_the_whole_question_holds(
    ledger: Ledger, wanted: ClaimFilter, limit: int, newest: bool
) -> None:
    found = ids(ledger, wanted, limit, newest=newest)
    assert sorted(found) == sorted(claim.id for claim in ledger.claims(wanted))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=filters, limit=st.integers(1, 4), newest=st.booleans())
def test_pages_hold_the_same_when_a_person_has_looked_at_claims(
    reviewed: Ledger, wanted: ClaimFilter, limit: int, newest: bool
) -> None:
    found = ids(reviewed, wanted, limit, newest=newest)
    assert sorted(found) == sorted(claim.id for claim in reviewed.claims(wanted))


def test_a_rejected_claim_is_in_no_list_and_no_count_until_the_rejection_is_undone(tmp_path: Path) -> None:
    with open_ledger(write_ledger(tmp_path / "quarrel.db")) as held:
        tables = [row["name"] for row in held.rows("SELECT name FROM sqlite_master WHERE name LIKE '%_tally'")]
        tables.append("claim_facet")

        def counted() -> list[list[tuple[object, ...]]]:
            return [sorted(map(tuple, held.rows(f"SELECT * FROM {table}")), key=repr) for table in tables]  # noqa: S608

        before = counted()
        made = held.reject(CLAIMS[0].id, by="Ada")
        assert not held.value("SELECT count(*) FROM claim_facet WHERE claim = ?", (CLAIMS[0].id,))
        assert listed(held, ClaimFilter()).total == len(CLAIMS) - 1
        (mirrow,) = entities_listed(held, "place", name="mirrow")
        assert (mirrow.claims, facet_size(held, Facet("held", (mirrow.id,)))) == (3, 3)
        heads, _ = articles_listed(held, ArticleFilter())
        assert sum(head.claims for head in heads) == len(CLAIMS) - 1
        assert is_tallied(held)
        held.undo(made.name, by="Ada")
        assert counted() == before


def test_frequent_words_are_looked_up_claim_by_claim_and_found_all_the_same(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.ledger.listing.FREQUENT", 0)
    wanted = ClaimFilter(words="quay")
    assert sorted(ids(ledger, wanted, 1)) == sorted(claim.id for claim in ledger.claims(wanted))
    monkeypatch.setattr("counterclaim.ledger.article_lists.FREQUENT", 0)
    assert len(articles_listed(ledger, ArticleFilter(words="quay"))[0]) == 2


@pytest.mark.parametrize(("limit", "after"), [(0, None), (201, None), (5, "nonsense")])
def test_a_page_that_is_none_is_refused(ledger: Ledger, limit: int, after: str | None) -> None:
    with pytest.raises(InputError):
        listed(ledger, ClaimFilter(), limit=limit, after=after)


def test_how_many_there_are_is_told_where_it_is_known(ledger: Ledger) -> None:
    assert listed(ledger, ClaimFilter()).total == len(CLAIMS)
    assert listed(ledger, ClaimFilter(frame="control")).total == 4
    assert listed(ledger, ClaimFilter(words="quay")).total is None


def test_reports_come_newest_first_page_by_page(ledger: Ledger) -> None:
    found, after = articles_listed(ledger, ArticleFilter(), limit=2)
    assert [one.id for one in found][:1] == [LATER.id]
    rest, end = articles_listed(ledger, ArticleFilter(), after=after, limit=2)
    assert {one.id for one in (*found, *rest)} == {POST.id, COPY.id, LATER.id}
    assert end is None
    assert {one.origin for one in (*found, *rest) if one.id != LATER.id} != {None}


def test_who_is_held_and_who_speaks_is_counted(ledger: Ledger) -> None:
    assert [(one.name, one.claims) for one in entities_listed(ledger, "claimant")] == [
        ("Ada Quell", 2),
        ("Jon Brask", 2),
    ]
    assert {one.name for one in entities_listed(ledger, "place", name="mir")} == {"Mirrow"}


def test_the_list_of_who_is_said_to_hold_a_place_knows_the_frames_that_the_timeline_draws(ledger: Ledger) -> None:
    sql = Path(__file__).parents[2].joinpath("src/counterclaim/ledger/tallies.sql").read_text(encoding="utf-8")
    assert f"p.frame IN ({', '.join(repr(frame) for frame in sorted(DRAWN))})" in sql
    (mirrow,) = entities_listed(ledger, "place", name="mirrow")
    assert facet_size(ledger, Facet("held", (mirrow.id,))) == 4


def test_a_dispute_changes_when_a_claim_comes_in_and_not_when_it_is_made_anew(tmp_path: Path) -> None:
    with open_ledger(write_ledger(tmp_path / "news.db", (POST, COPY))) as held:
        (first,) = disputes_listed(held, DisputeFilter()).rest
        derive(held)
        (again,) = disputes_listed(held, DisputeFilter()).rest
        assert (again.opened, again.changed) == (first.opened, first.changed)
        claims = tuple(claim for claim in CLAIMS if claim.article == LATER.id)
        reading = Reading(LATER, tuple(ENTITIES.values()), (), claims)
        write_reading(held, reading, run=begin_run(held, [], "test"), engine="test")
        derive(held)
        assert first.changed is not None
        (later,) = disputes_listed(held, DisputeFilter(), looked=first.changed).changed
        assert later.opened == first.opened
        assert later.changed is not None
        assert later.changed > first.changed
        assert new_claims(held, later.id, first.changed) == 1
        assert disputes_listed(held, DisputeFilter(since=later.changed)).rest == ()


def test_a_ledger_of_an_older_program_gets_its_lists_when_it_is_served(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "older.db")
    with open_ledger(path) as held:
        with held.transaction():
            held.rows("DELETE FROM claim_facet")
            held.note("tallied_for", None)
        assert not is_tallied(held)
        tally(held)
        assert is_tallied(held)
        assert len(ids(held, ClaimFilter(), 2)) == len(CLAIMS)


def test_lists_and_counts_are_the_same_in_whatever_order_reports_came(tmp_path: Path) -> None:
    rows = []
    for name, order in (("a", (POST, COPY, LATER)), ("b", (LATER, COPY, POST))):
        with open_ledger(write_ledger(tmp_path / f"{name}.db", order)) as held:
            tables = (
                "claim_facet",
                "facet_tally",
                "frame_tally",
                "name_tally",
                "role_tally",
                "place_tally",
                "side_tally",
            )
            rows.append([[tuple(row) for row in held.rows(f"SELECT * FROM {table}")] for table in tables])  # noqa: S608
    assert rows[0] == rows[1]
