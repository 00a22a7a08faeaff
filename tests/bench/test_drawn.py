"""The draw of relations for reading: the same one every time, and no words of the articles in what is kept."""

from bench.drawn import drawn, in_table, to_read

CLAIMS = [
    {"id": f"c-{n}", "document": f"10{n}_ports", "claimant": {"name": "Moller"}, "content": "the lock has rusted"}
    for n in (1, 2)
]
RELATIONS = [
    {"id": f"r-{n}", "kind": "repeats", "why": "Moller says so twice", "left": "c-1", "right": "c-2"} for n in range(90)
]


def test_the_draw_hangs_on_nothing_but_the_relations() -> None:
    first = drawn(RELATIONS, 50)
    assert first == drawn(list(reversed(RELATIONS)), 50)
    assert len({row["id"] for row in first}) == 50
    assert len(drawn(RELATIONS[:3], 50)) == 3


def test_what_is_kept_names_who_and_where_but_not_the_words() -> None:
    (row,) = in_table(4, RELATIONS[0], (CLAIMS[0], CLAIMS[1]))
    assert row == "| 4 | repeats | Moller | 101, 102 | Moller says so twice |"
    assert any("the lock has rusted" in line for line in to_read(4, RELATIONS[0], (CLAIMS[0], CLAIMS[1])))


def test_the_outlets_own_voice_has_no_claimant() -> None:
    told = {**CLAIMS[0], "claimant": None}
    assert "| narration |" in next(in_table(1, RELATIONS[0], (told, told)))
