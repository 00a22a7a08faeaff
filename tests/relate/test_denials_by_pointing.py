"""Without these, "the mayor denied this" stands against nothing, or against the wrong man's words."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, Relation, RelationKind, Stance
from counterclaim.relate import find_disputes, relate

CHARGE = "the ministry had sold the grain of the siege"


def told(world, *said: tuple[str, str, Stance, int]) -> list[Claim]:
    return [world.claim(who, content=content, stance=stance, start=start) for who, content, stance, start in said]


def denials(world, claims: list[Claim]) -> list[Relation]:
    return [r for r in relate(claims, world.places, {}) if r.kind is RelationKind.DENIES]


def answer(world, content: str, stance: Stance = Stance.DENIES, gap: int = 40) -> list[Claim]:
    return told(world, ("bren", CHARGE, Stance.ASSERTS, 10), ("ministry", content, stance, 10 + len(CHARGE) + gap))


@pytest.mark.parametrize(
    "content",
    [
        "it",
        "this",
        "that",
        "which",
        "all of this",
        "the claim",
        "these allegations",
        "the account",
        "the whole story",
        "such reports",
        "that version",
        "these lies",
        "it a malicious fabrication",
        "it: there was no grain to sell",
        "any such charge",
        "the announcement",
        "these findings",
        "account",
    ],
)
def test_what_is_denied_by_a_word_that_points_is_the_claim_before(world, content):
    charge, denial = claims = answer(world, content)
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (denial.id, charge.id)


@pytest.mark.parametrize(
    "content",
    [
        "It was a lie",
        "“This is a complete fabrication”",
        "that was not true",
        "it's nonsense",
        "the allegations were baseless",
        "All of this is invented",
        "the story is a fairy tale",
    ],
)
def test_calling_it_false_is_a_denial_too(world, content):
    assert denials(world, answer(world, content, Stance.ASSERTS, gap=20))


@pytest.mark.parametrize(
    "content",
    [
        "the loss of the town",
        "the route of the convoy",
        "responsibility",
        "the report of the inspectors",
        "the claims of the widows",
        "it had any ships",
    ],
)
def test_what_does_not_point_back_is_left_alone(world, content):
    assert not denials(world, answer(world, content))


@pytest.mark.parametrize("content", ["It was a lie", "the account", "this", "that the gate was shut"])
def test_far_from_any_claim_nobody_knows_what_is_meant(world, content):
    assert not denials(world, answer(world, content, gap=400))


def test_two_who_deny_deny_the_charge_and_not_each_other(world):
    charge, first, second = claims = told(
        world,
        ("bren", CHARGE, Stance.ASSERTS, 0),
        ("ministry", "this", Stance.DENIES, len(CHARGE) + 30),
        ("adar", "it too", Stance.DENIES, len(CHARGE) + 60),
    )
    assert {(r.left, r.right) for r in denials(world, claims)} == {(first.id, charge.id)}
    assert second.id not in {r.left for r in denials(world, claims)}


def test_nobody_denies_his_own_words(world):
    claims = told(world, ("bren", CHARGE, Stance.ASSERTS, 0), ("bren", "this", Stance.DENIES, len(CHARGE) + 30))
    assert not denials(world, claims)


def test_the_accusations_are_those_against_whoever_denies_them(world):
    claims = told(
        world,
        ("bren", "Varnian guns had fired on the mill", Stance.ASSERTS, 10),
        ("hale", "the trains ran late all week", Stance.ASSERTS, 200),
        ("ministry", "the claims", Stance.DENIES, 300),
    )
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (claims[2].id, claims[0].id)


def test_figures_that_are_rejected_are_the_last_figures(world):
    claims = answer(world, "these figures")
    assert not denials(world, claims)
    counted = told(
        world,
        ("bren", "some 40 carts had been sold", Stance.ASSERTS, 0),
        ("ministry", "these figures", Stance.DENIES, 60),
    )
    assert denials(world, counted)


@pytest.mark.parametrize("content", ["the figure of seventeen", "as a fairy tale the toll of some seventeen dead"])
def test_a_figure_that_is_named_is_that_of_whoever_gave_it(world, content):
    gave, other, denial = claims = told(
        world,
        ("bren", "Seventeen. We had said eleven", Stance.ASSERTS, 0),
        ("hale", "the ford was closed to two carts", Stance.ASSERTS, 300),
        ("ministry", content, Stance.DENIES, 900),
    )
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (denial.id, gave.id)
    assert other.id not in (relation.left, relation.right)


def test_no_such_order_answers_whoever_spoke_of_the_order(world):
    ordered, _, denial = claims = told(
        world,
        ("bren", "he ordered them to open the gates", Stance.ASSERTS, 0),
        ("hale", "the wall had been wet for a week", Stance.ASSERTS, 300),
        ("ministry", "There was no such order. There was a letter", Stance.ASSERTS, 900),
    )
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (denial.id, ordered.id)


@pytest.mark.parametrize("content", ["having sold any grain", "any part in the sale", "selling it"])
def test_who_is_named_and_denies_the_deed_denies_the_charge(world, content):
    charge = "the store had been emptied by men in the pay of the Varnian Ministry of War"
    claims = told(world, ("bren", charge, Stance.ASSERTS, 0), ("ministry", content, Stance.DENIES, len(charge) + 40))
    assert denials(world, claims)


def test_who_is_not_named_in_the_claim_before_denies_something_else(world):
    assert not denials(world, answer(world, "having met the envoy"))
    assert not denials(world, answer(world, "on 12 June having sold grain to the envoy"))


def test_a_denial_by_pointing_makes_a_dispute(world):
    claims = answer(world, "the account")
    relations = relate(claims, world.places, {})
    (dispute,) = find_disputes(claims, relations, world.places, {})
    assert [side.position for side in dispute.sides] == ["said", "denied"]


@pytest.mark.parametrize(
    "content",
    ["a claim the ministry rejected at once", "an old charge that it dismisses", "allegations the ministry denied"],
)
def test_an_apposition_points_right_behind(world, content):
    assert denials(world, answer(world, content, gap=2))
    assert not denials(world, answer(world, content, gap=60))


@pytest.mark.parametrize(
    "content",
    [
        "There was none. In the store we keep oil",
        "We did not.",
        "I never did! Ask them",
        "No, they haven't.",
        "It is a lie. All of it",
    ],
)
def test_a_short_answer_denies_what_was_put_to_her(world, content):
    assert denials(world, answer(world, content, Stance.ASSERTS))


@pytest.mark.parametrize(
    "content", ["There was none of the oil that we had asked for", "We did not see the gate", "Never mind"]
)
def test_a_sentence_that_goes_on_is_no_short_answer(world, content):
    assert not denials(world, answer(world, content, Stance.ASSERTS))


@pytest.mark.parametrize("no", ["I did not.", "That is not true. I slept", "But I never did."])
def test_who_tells_another_s_words_and_negates_them_denies_them(world, no):
    inner = "I had named the fort"
    outer = f"He has told the world that {inner}. {no}"
    claims = told(
        world,
        ("ministry", outer, Stance.ASSERTS, 0),
        ("bren", inner, Stance.ASSERTS, outer.index(inner)),
    )
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (claims[0].id, claims[1].id)
    assert not denials(
        world,
        told(
            world,
            ("ministry", outer.replace(no, "And I had."), Stance.ASSERTS, 0),
            ("bren", inner, Stance.ASSERTS, outer.index(inner)),
        ),
    )


class TestByNameAcrossReports:
    def claims(self, world, content: str, day: str = "2031-04-03") -> list[Claim]:
        return [
            world.claim("bren", content="the enemy left 64 dead in our lanes", article="a-1", start=0),
            world.claim(
                "ministry", content=content, article="a-2", day=day, stance=Stance.DENIES, answers="bren", start=0
            ),
        ]

    def test_a_number_and_a_word_show_which_claim_is_meant(self, world):
        assert denials(world, self.claims(world, "the figure of 64 dead that Tomas Bren had given"))

    def test_it_holds_for_the_claim_in_another_report_beside_the_one_at_hand(self, world):
        here = world.claim("bren", content="64 dead", article="a-2", day="2031-04-03", start=500)
        claims = [*self.claims(world, "the figure of 64 dead in the lanes that Tomas Bren had given"), here]
        denied = {r.right for r in denials(world, claims)}
        assert denied == {claims[0].id, here.id}

    def test_nothing_in_common_shows_nothing(self, world):
        assert not denials(world, self.claims(world, "what Tomas Bren had said of the harvest"))

    def test_weeks_later_it_is_another_matter(self, world):
        assert not denials(world, self.claims(world, "the figure of 64 dead that Tomas Bren had given", "2031-05-03"))


@pytest.mark.parametrize("content", ["that the grain had been touched", "any sale in the siege"])
def test_who_denies_in_own_words_denies_the_claim_right_before(world, content):
    charge, denial = claims = answer(world, content)
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (denial.id, charge.id)
    assert not denials(world, answer(world, content, gap=400))
    assert not denials(world, answer(world, content, Stance.ASSERTS))
    assert not denials(world, answer(world, f"{content}. We had bread in the siege"))


def test_who_denies_the_shelling_does_not_deny_the_count_of_its_dead(world):
    toll = world.says("losses", kind="killed", place="ostrel", quantity="nine", min=9, max=9)
    shelling = world.says("attack", kind="shelling", actor="varnia", place="ostrel", negated=True)
    words = "nine dead after shells on the market", "its guns had fired on the market"
    claims = [
        world.claim("bren", toll, content=words[0], start=0),
        world.claim("ministry", shelling, content=words[1], start=60, stance=Stance.DENIES),
    ]
    assert not denials(world, claims)


@pytest.mark.parametrize(
    ("content", "denied"),
    [
        ("the miller's account of the fire", 1),
        ("the millers' version", 1),
        ("the miller's claim that the gate had stood open", 2),
        ("the baker's account of the fire", None),
        ("the miller's account of the flood", None),
    ],
)
def test_whose_account_it_was_may_come_later_in_the_report(world, content, denied):
    spoken = [
        ("hale", "the fire began in the bakery"),
        ("bren", "two carters set the fire"),
        ("bren", "the gate was open"),
    ]
    claims = [world.claim(who, content=words, start=200 * n) for n, (who, words) in enumerate(spoken, start=1)]
    miller = replace(claims[1].claimant, surface="a foreman of the miller, Tomas Bren")
    claims = [claims[0], *(replace(claim, claimant=miller) for claim in claims[1:])]
    claims.append(world.claim("adar", content=content, start=0, stance=Stance.DENIES))
    found = [(r.left, r.right) for r in denials(world, claims)]
    assert found == ([(claims[-1].id, claims[denied].id)] if denied is not None else [])


def test_whom_the_denial_names_need_not_be_whom_it_answers(world):
    """ "Denied any suggestion that the shell was the League's" answers who said so, and no one of the League."""
    charge = "the mill was hit by a stray shell of the League"
    claims = told(
        world,
        ("staff", "the ferry will run on Sunday", Stance.ASSERTS, 0),
        ("bren", charge, Stance.ASSERTS, 200),
        ("adar", "any suggestion that the stray shell was the League's", Stance.DENIES, 200 + len(charge) + 60),
    )
    claims[2] = replace(claims[2], answers=world.ref("staff"))
    (relation,) = denials(world, claims)
    assert (relation.left, relation.right) == (claims[2].id, claims[1].id)
    claims[2] = replace(claims[2], content="any suggestion that the ferry had sunk")
    assert {(r.left, r.right) for r in denials(world, claims)} == {(claims[2].id, claims[0].id)}


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the reports of Bren about stolen grain", True),
        ("the figure that Bren gave of stolen grain", True),
        ("the sale, stolen grain, a bad winter", False),
    ],
)
def test_what_is_told_inside_a_denial_is_denied(world, words, denied):
    """ "Called Bren's reports about stolen grain false": he reported it, whoever tells of it."""
    inner = "stolen grain"
    claims = told(
        world,
        ("ministry", words, Stance.DENIES, 10),
        ("bren", inner, Stance.ASSERTS, 10 + words.index(inner)),
    )
    found = [(relation.left, relation.right) for relation in denials(world, claims)]
    assert found == ([(claims[0].id, claims[1].id)] if denied else [])


def test_who_denies_the_contrary_denies_it(world):
    """ "The army denied that the town was lost", right after the Front said that it had taken it."""
    taken = world.claim("league", world.holds("league", "full"), start=10)
    denial = world.claim("staff", world.holds("varnia", "none", negated=True), stance=Stance.DENIES, start=400)
    (relation,) = denials(world, [taken, denial])
    assert (relation.left, relation.right) == (denial.id, taken.id)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the figure of 40 was wrong", True),
        ("the number of 40 dead is a gross exaggeration", True),
        ("the toll of 40 is grossly inflated", True),
        ("the figure of 40 was given by the miller", False),
        ("the figure of 60 was wrong", False),
    ],
)
def test_a_figure_called_wrong_is_denied(world, words, denied):
    """ "Said the figure of 40 was wrong": who gave 40 is answered, whatever the verb of saying."""
    claims = told(
        world,
        ("bren", "40 people had drowned", Stance.ASSERTS, 10),
        ("ministry", words, Stance.ASSERTS, 80),
    )
    assert bool(denials(world, claims)) is denied


def test_who_speaks_right_behind_a_denial_answers_the_same(world):
    charge, first, second = claims = told(
        world,
        ("bren", CHARGE, Stance.ASSERTS, 0),
        ("ministry", "this", Stance.DENIES, len(CHARGE) + 130),
        ("adar", "it a lie", Stance.DENIES, len(CHARGE) + 200),
    )
    assert {(r.left, r.right) for r in denials(world, claims)} == {(first.id, charge.id), (second.id, charge.id)}


def test_who_did_not_do_it_is_charged_with_nothing(world):
    claims = told(
        world,
        ("bren", "the ministry did not want a war", Stance.ASSERTS, 0),
        ("ministry", "having invited the troops", Stance.DENIES, 70),
    )
    assert not denials(world, claims)


def test_any_such_deed_is_the_one_that_was_told(world):
    told_of, denial = claims = told(
        world,
        ("bren", "he had briefed the council in May", Stance.ASSERTS, 0),
        ("ministry", "any such briefing took place", Stance.DENIES, 300),
    )
    assert {(r.left, r.right) for r in denials(world, claims)} == {(denial.id, told_of.id)}
