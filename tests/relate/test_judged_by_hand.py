"""What a person says of a relation takes the machine's place, and the last word is the one that holds."""

from counterclaim.model import Relation, RelationKind, Review
from counterclaim.relate.by_hand import Judgement, judged

FOUND = Relation("r-1", RelationKind.CONTRADICTS, "b", "a", "two holders", 0.9)


def says(kind: RelationKind | None, *ends: str, decision: str = "d-1", unsure: bool = False) -> Judgement:
    left, right = ends or ("a", "b")
    return Judgement(decision, left, right, kind, unsure, "Ada says so")


def test_without_judgements_nothing_changes() -> None:
    assert judged([FOUND], []) == ((FOUND,), {})


def test_the_same_kind_is_accepted_whichever_claim_is_named_first() -> None:
    ((found,), _) = judged([FOUND], [says(RelationKind.CONTRADICTS)])
    assert (found.id, found.review, found.why, found.confidence) == ("r-1", Review.ACCEPTED, "two holders", 0.9)


def test_who_denies_whom_matters() -> None:
    denied = Relation("r-2", RelationKind.DENIES, "b", "a", "by name", 0.9)
    ((found,), _) = judged([denied], [says(RelationKind.DENIES, "a", "b")])
    assert (found.left, found.right, found.review) == ("a", "b", Review.CORRECTED)
    assert found.machine is RelationKind.DENIES
    ((found,), _) = judged([denied], [says(RelationKind.DENIES, "b", "a")])
    assert found.review is Review.ACCEPTED


def test_a_rejected_relation_is_kept_and_marked_and_an_unsure_one_stays() -> None:
    ((found,), _) = judged([FOUND], [says(None)])
    assert (found.id, found.review) == ("r-1", Review.REJECTED)
    ((found,), _) = judged([FOUND], [says(None, unsure=True)])
    assert (found.kind, found.review) == (RelationKind.CONTRADICTS, Review.UNSURE)


def test_what_is_rejected_and_was_never_found_is_nothing() -> None:
    assert judged([], [says(None), says(None, "c", "d", decision="d-2", unsure=True)]) == ((), {})


def test_another_kind_and_an_unseen_relation_are_the_person_s_own() -> None:
    ((found,), _) = judged([FOUND], [says(RelationKind.CORROBORATES)])
    assert (found.kind, found.machine, found.confidence) == (RelationKind.CORROBORATES, RelationKind.CONTRADICTS, 1.0)
    ((found,), _) = judged([], [says(RelationKind.REVISES)])
    assert (found.left, found.right, found.machine, found.why) == ("a", "b", None, "Ada says so")


def test_of_judgements_that_differ_the_last_holds_and_says_whom_it_overrules() -> None:
    first, second, third = says(None), says(RelationKind.DENIES, decision="d-2"), says(None, "b", "a", decision="d-3")
    ((found,), overruled) = judged([FOUND], [first, second, third])
    assert found.review is Review.REJECTED
    assert overruled == {"d-2": "d-3"}
