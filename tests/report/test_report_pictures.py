"""Timeline and map: claims drawn as claims, in the right place, legible for a town and for a continent."""

import pytest
from tests.report.world import CLAIMS, ENTITIES, claim, holdings, report, said, small

from counterclaim.model import Entity, EntityKind, Location, Precision
from counterclaim.report.building import build
from counterclaim.report.holdings import Holdings
from counterclaim.report.index import Index
from counterclaim.report.maps import WIDTH, map_block, project
from counterclaim.report.timelines import timeline_blocks


def test_a_timeline_has_a_lane_for_each_claimed_holder_and_marks_contested_days() -> None:
    (timeline,) = timeline_blocks(Index(holdings()))
    assert timeline.place == "Mirrow"
    assert {lane.title for lane in timeline.lanes} == {"Said to be held by Orvann", "Said to be held by Telsk"}
    assert timeline.columns[0].state == "contested"
    chips = [chip for lane in timeline.lanes for chip in lane.chips]
    assert {chip.evidence for chip in chips} <= {f"#w-{one.id}" for one in CLAIMS}
    assert {(chip.name, chip.shape) for chip in chips} == {("Ada Quell", "full"), ("Jon Brask", "partial")}
    assert len({chip.tone for chip in chips}) == 2


def test_chips_never_overlap_and_stay_inside_the_picture() -> None:
    (timeline,) = timeline_blocks(Index(holdings()))
    chips = [chip for lane in timeline.lanes for chip in lane.chips]
    assert len({(chip.x, chip.y) for chip in chips}) == len(chips)
    assert all(0 <= chip.x <= timeline.width - 20 and 0 <= chip.y <= timeline.height - 20 for chip in chips)


def test_the_table_says_what_the_picture_says() -> None:
    (timeline,) = timeline_blocks(Index(holdings()))
    told = [said for row in timeline.rows for said in row.said]
    assert ("Ada Quell", "wholly held by Orvann") in {(claimant, words) for claimant, words, _ in told}


def test_a_place_that_nobody_says_is_held_has_no_timeline() -> None:
    article = report("Head\nAda Quell said Mirrow burned.", "burned.txt")
    fact = said("attack", place="mirrow")
    assert timeline_blocks(Index(small(article, claim(article, "Mirrow burned", "quell", fact)))) == ()


def located(*spots: tuple[float, float, Precision]) -> Holdings:
    places = [
        Entity(f"e-{n}", EntityKind.PLACE, f"Spot {n}", (f"Spot {n}",), location=Location(*spot))
        for n, spot in enumerate(spots)
    ]
    article = report("Head\nAda Quell said " + ", ".join(place.name for place in places) + ".", "spots.txt")
    known = {place.id: place for place in places}
    from counterclaim.model import Argument, Proposition, Ref

    facts = [Proposition("attack", (Argument("place", Ref(p.name, p.name, p.id, p.kind)),)) for p in known.values()]
    made = claim(article, ", ".join(place.name for place in places), "quell", *facts)
    return Holdings(articles=(article,), claims=(made,), entities=(*ENTITIES.values(), *places))


TOWN, REGION, COUNTRY = Precision.TOWN, Precision.REGION, Precision.COUNTRY


@pytest.mark.parametrize(
    "spots",
    [
        [(48.5, 38.0, TOWN)],
        [(48.5, 38.0, TOWN), (48.51, 38.01, TOWN)],
        [(48.5, 38.0, TOWN), (60.0, -100.0, TOWN), (-34.0, 151.0, TOWN)],
        [(-17.0, 179.5, TOWN), (-17.2, -179.7, TOWN)],
        [(89.5, 10.0, TOWN), (88.0, 100.0, REGION)],
        [(48.0, 31.0, COUNTRY)],
        [(10.0 + n / 100, 20.0 + n / 90, TOWN) for n in range(40)],
    ],
)
def test_places_and_their_labels_lie_inside_the_picture(spots: list[tuple[float, float, Precision]]) -> None:
    found = map_block(Index(located(*spots)))
    assert found
    assert len(found.points) + len(found.beyond) == len(spots)
    assert found.points
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= found.height for point in found.points)
    assert all(0 <= point.label[0] <= WIDTH and 0 <= point.label[1] <= found.height for point in found.points)
    assert found.scale_width <= WIDTH / 4 + 1 or found.scale_km == 1
    assert 2 <= len(found.lines) <= 24


def test_one_degree_north_is_as_long_as_it_is_in_kilometres() -> None:
    at = project([Location(48.0, 30.0, TOWN), Location(49.0, 31.0, TOWN)])
    assert at.y(48.0) - at.y(49.0) == pytest.approx(at.down, abs=0.2)
    assert at.x(31.0) - at.x(30.0) == pytest.approx(at.down * 0.66, rel=0.02)


def test_a_place_without_coordinates_is_named_and_not_drawn() -> None:
    article = report("Head\nAda Quell said Orvann and Mirrow.", "nowhere.txt")
    facts = said("attack", place="orvann"), said("attack", place="mirrow")
    found = map_block(Index(small(article, claim(article, "Orvann and Mirrow", "quell", *facts))))
    assert found
    assert found.missing == ("Orvann",)
    assert [point.name for point in found.points] == ["Mirrow"]


def test_without_any_coordinates_there_is_no_map_and_the_page_says_so_by_leaving_it_out() -> None:
    article = report("Head\nAda Quell said Orvann.", "none.txt")
    page = build(small(article, claim(article, "Orvann", "quell", said("attack", place="orvann"))))
    assert page.map is None


def test_narration_is_on_neither_picture() -> None:
    only = Holdings(articles=holdings().articles, claims=CLAIMS[4:], entities=tuple(ENTITIES.values()))
    assert timeline_blocks(Index(only)) == ()
    assert map_block(Index(only)) is None
