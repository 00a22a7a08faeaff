"""Without these, ten carriers of one dispatch look like ten sources, or two reporters' own work like one."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Article
from counterclaim.relate import copy_evidence, find_origins

LEAD = (
    "Varnian troops entered the market square of Ostrel shortly before dawn on Tuesday, two residents told our bureau."
)
BODY = (
    "Shells had fallen on the eastern bank of the river for most of the night and several granaries were burning.",
    "“We have the square and we will keep it,” said Ilse Adar, who speaks for the ministry of war in the capital.",
    "The council of Ostrel ordered the last two thousand inhabitants to leave by the southern road before nightfall.",
    "Lorries with the crest of the Free Dunes Legion were seen heading north, away from the town and its station.",
    "Ostrel has changed hands three times since the autumn, and its bridges are the only way across for heavy lorries.",
)
RETOLD = (
    "Soldiers of Varnia have entered Ostrel’s market square Tuesday shortly before the dawn, told two residents.",
    "For the most part of the night shells were falling to the eastern river bank, and burning were several granaries.",
    "“The square we have, and it we will keep,” Ilse Adar told, speaker for the war ministry in the capital.",
    "Ostrel’s council ordered that the last two thousand inhabitants must leave by the southern road till night.",
    "Seen were lorries of the Free Dunes Legion with its crest, they headed north away from station and town.",
    "Three times since autumn Ostrel changed hands, its bridges being for heavy vehicles the only way across.",
)
OWN = (
    "A baker who stayed in Ostrel described how soldiers without insignia came to his cellar asking for bread.",
    "“We have the square and we will keep it,” said Ilse Adar, who speaks for the ministry of war in the capital.",
    "Nobody could say on Tuesday evening who was in charge of the town hall, whose flagpole stood empty.",
    "The league’s general staff spoke of heavy battles along the river and refused to name the streets it had lost.",
)


def groups(*articles: Article) -> set[frozenset[str]]:
    by_id = {article.id: article.document for article in articles}
    return {frozenset(by_id[one] for one in origin.articles) for origin in find_origins(articles)}


def test_a_report_of_its_own_is_an_origin_of_one(world):
    assert groups(world.article("one", LEAD, *BODY)) == {frozenset({"one"})}


def test_a_cut_copy_with_another_lead_is_the_same_dispatch(world):
    whole = world.article("whole", LEAD, *BODY)
    cut = world.article("cut", "Ostrel’s market square has fallen, residents say.", BODY[0], BODY[2], BODY[3])
    assert groups(whole, cut) == {frozenset({"whole", "cut"})}


def test_a_word_changed_here_and_there_does_not_hide_a_copy(world):
    edited = [words.replace("several", "some").replace("seen heading", "seen driving") for words in BODY]
    assert copy_evidence(world.article("a", LEAD, *BODY), world.article("b", LEAD, *edited)).copied


def test_the_same_dispatch_translated_badly_is_found(world):
    evidence = copy_evidence(world.article("a", LEAD, *BODY), world.article("b", *RETOLD))
    assert evidence.copied
    assert "in other words" in evidence.why
    assert groups(world.article("a", LEAD, *BODY), world.article("b", *RETOLD)) == {frozenset({"a", "b"})}


def test_one_quotation_in_two_reports_is_no_dispatch(world):
    mine, theirs = world.article("mine", LEAD, *BODY), world.article("theirs", *OWN)
    assert not copy_evidence(mine, theirs).copied
    assert groups(mine, theirs) == {frozenset({"mine"}), frozenset({"theirs"})}


def test_quotations_alone_never_make_a_dispatch(world):
    speech = [f"“{words}”" for words in (BODY[0], BODY[2], BODY[3])]
    first = world.article("first", *speech, "The speech was given on the steps of the old grain exchange in Lund.")
    other = world.article("other", *speech, "Reporters had waited four hours for her to come out and speak.")
    assert not copy_evidence(first, other).copied


def test_the_same_credit_is_no_proof(world):
    mine, theirs = (
        world.article("mine", LEAD, *BODY, credited="Dune Press"),
        world.article("theirs", *OWN, credited="Dune Press"),
    )
    assert not copy_evidence(mine, theirs).copied


def test_the_same_credit_helps_where_less_is_shared(world):
    own = (*OWN[:1], *OWN[2:], BODY[0], BODY[2])
    plain = copy_evidence(world.article("a", LEAD, *BODY), world.article("b", *own))
    credit = copy_evidence(
        world.article("a", LEAD, *BODY, credited="Dune Press"), world.article("b", *own, credited="dune press")
    )
    assert (plain.copied, credit.copied) == (False, True)
    assert "Dune Press" in credit.why


def test_menus_and_notices_in_common_are_left_out(world):
    notice = (
        "All rights reserved by the publishers of this page, whose terms of use every reader accepts by reading on."
    )
    assert not copy_evidence(
        world.article("a", LEAD, furniture=notice * 3), world.article("b", *OWN, furniture=notice * 3)
    ).copied


def test_an_origin_names_the_agency_and_stands_by_day(world):
    late = world.article("late", LEAD, *BODY, published="2031-04-04", credited="Dune Press")
    early = world.article("early", LEAD, *BODY, published="2031-04-02")
    (origin,) = find_origins([late, early])
    assert (origin.articles, origin.credited) == ((early.id, late.id), "Dune Press")


WORDS = [
    f"{a}{b}" for a in ("bar", "col", "den", "fim", "gor", "hul") for b in ("ase", "ibo", "onde", "ury", "elt", "ack")
]


def made_report(world, rng: random.Random, name: str, sentences: list[str]) -> Article:
    return world.article(name, *sentences, published=f"2031-04-{rng.randrange(1, 29):02}")


def made_sentences(rng: random.Random, count: int) -> list[str]:
    numbered = [f"{word}{n}" for word in WORDS for n in range(40)]
    return [" ".join(rng.choices(numbered, k=14)).capitalize() + "." for _ in range(count)]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_article_is_in_one_origin_whatever_the_order(world, seed):
    rng = random.Random(seed)
    pool = [made_sentences(rng, 8) for _ in range(3)]
    articles = [made_report(world, rng, f"d{n}", rng.sample(rng.choice(pool), 6)) for n in range(8)]
    expected = find_origins(articles)
    rng.shuffle(articles)
    assert find_origins(articles) == expected
    held = [one for origin in expected for one in origin.articles]
    assert sorted(held) == sorted(article.id for article in articles)


def test_a_dispatch_that_everyone_carries_is_found_whole_and_in_time(world):
    rng = random.Random(3)
    dispatch = made_sentences(rng, 12)
    carriers = [made_report(world, rng, f"c{n}", rng.sample(dispatch, 9)) for n in range(150)]
    others = [made_report(world, rng, f"o{n}", made_sentences(rng, 12)) for n in range(850)]
    start = time.process_time()
    found = find_origins([*carriers, *others])
    assert time.process_time() - start < 30
    assert sorted(len(origin.articles) for origin in found)[-2:] == [1, 150]
