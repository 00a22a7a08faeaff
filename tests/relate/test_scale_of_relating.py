"""Without these, a ledger of a year's reports never finishes relating, or drowns its reader in links."""

import time

from bench.relating import NOBODY, made

from counterclaim.relate import find_disputes, relate


def timed(count: int) -> tuple[float, int, int]:
    data = made(count)
    start = time.process_time()
    relations = relate(data.claims, NOBODY, data.origins)
    disputes = find_disputes(data.claims, relations, NOBODY, data.origins)
    return time.process_time() - start, len(relations), len(disputes)


def test_four_times_the_claims_take_about_four_times_the_time_and_links() -> None:
    quarter, few_links, _ = timed(5_000)
    whole, links, disputes = timed(20_000)
    assert disputes
    assert whole < 120
    assert whole < 9 * quarter  # all with all would take sixteen times as long
    assert links < 6 * few_links
    assert links < 15 * 20_000
