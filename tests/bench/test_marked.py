"""The scorer of our own marked reports must not flatter."""

from bench.marked import complete, origin_f1, paired, relayed, same

GOLD = {
    "id": "A1",
    "doc": "a.txt",
    "claimant": "Mira Tolvane",
    "spans": [[0, 10]],
    "propositions": [{"frame": "control", "place": "Brevnik", "holder": "Halvia", "extent": "partial"}],
}


def claim(**changes: object) -> dict[str, object]:
    base: dict[str, object] = {
        "id": "c-1",
        "document": "a.txt",
        "claimant": {"name": "Mira Tolvane", "surface": "she"},
        "content_spans": [[0, 10]],
        "quotation": "direct",
        "propositions": [
            {"frame": "control", "place": {"name": "Brevnik"}, "holder": {"name": "Halvia"}, "extent": "partial"}
        ],
    }
    return base | changes


def test_the_right_words_by_the_right_claimant_are_found() -> None:
    assert set(paired([GOLD], [claim()]).found) == {"A1"}


def test_the_right_words_in_the_wrong_mouth_are_not() -> None:
    pairing = paired([GOLD], [claim(claimant={"name": "Irena Volsk", "surface": "she"})])
    assert not pairing.found
    assert len(pairing.extra) == 1


def test_too_few_of_the_words_are_not() -> None:
    assert not paired([GOLD], [claim(content_spans=[[0, 3]])]).found


def test_one_exported_claim_stands_for_one_marked_claim() -> None:
    assert len(paired([GOLD, GOLD | {"id": "A2"}], [claim()]).found) == 1


def test_a_proposition_with_another_holder_does_not_count() -> None:
    wrong = [{"frame": "control", "place": {"name": "Brevnik"}, "holder": {"name": "Kestria"}, "extent": "partial"}]
    assert complete(GOLD, claim())
    assert not complete(GOLD, claim(propositions=wrong))


def test_names_need_their_telling_words() -> None:
    assert same("Kestria's defence ministry", {"name": "Defence Ministry of Kestria", "surface": "it"})
    assert not same("Mira Tolvane", {"name": "Mira Volsk", "surface": "Volsk"})


def test_origins_count_pairs_of_documents() -> None:
    marked = [{"documents": ["a", "b"]}, {"documents": ["c"]}]
    articles = [{"document": name, "origin": origin} for name, origin in (("a", "1"), ("b", "1"), ("c", "1"))]
    assert origin_f1(marked, articles) == 0.5


def test_a_chain_counts_where_it_is_whole_and_in_order() -> None:
    for chain, got, right in (
        ([], [], True),
        (["Northline"], ["Northline Agency"], True),
        (["Northline"], [], False),
        ([], ["Northline"], False),
        (["Edvar Ruhl", "KSN"], ["KSN", "Edvar Ruhl"], False),
        (["KSN"], ["Northline"], False),
    ):
        assert relayed({"relayed_by": chain}, {"relayed_by": got}) == right
