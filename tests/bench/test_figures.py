"""A floor that does not bite would let quality slip unseen."""

from pathlib import Path

from bench.figures import Figure, Floor, floors, table


def test_a_figure_under_its_floor_fails_and_is_named() -> None:
    text, good = table([Figure("a", "f1", 0.59)], [Floor("a", "f1", 0.6, ceiling=False)])
    assert not good
    assert "UNDER" in text


def test_a_ceiling_fails_above_and_holds_below() -> None:
    ceiling = Floor("a", "extra", 8, ceiling=True)
    assert ceiling.holds(8)
    assert not ceiling.holds(9)


def test_a_floor_that_nothing_measured_fails() -> None:
    text, good = table([], [Floor("a", "f1", 0.6, ceiling=False)])
    assert not good
    assert "not measured" in text


def test_keys_that_end_in_at_most_are_ceilings(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[a]\nf1 = 0.5\nextra_at_most = 4\n", encoding="utf-8")
    assert floors(path) == (Floor("a", "f1", 0.5, ceiling=False), Floor("a", "extra", 4, ceiling=True))
