"""Without these, a dispatch that a desk has written anew counts as a voice of its own, or two reporters as one."""

import pytest

from counterclaim.model import Article, Span
from counterclaim.relate import copy_evidence, find_origins
from counterclaim.relate.retelling import facts, retelling

DATELINE = "OSTREL, April 2 (Dunewire) - "
DISPATCH = (
    DATELINE + "Ilse Adar, Varnia's deputy minister of war, said her troops had taken 14 of the 19 bridges of Ostrel.",
    (
        "The Coastal League's general staff put the number at 6. Colonel Tomas Bren said 230 men of the Free Dunes"
        " Legion had crossed the Sarn at Lund."
    ),
    "“Whoever wants the granary must come and fetch it,” Bren told the parliament in Haldemark.",
    "Doctor Mela Orvik of the Saint Ambra hospital counted 47 wounded. The Harbour Guild spoke of 31.",
)
ANEW = (
    (
        "How many of the nineteen bridges has it taken? Fourteen, according to Varnia; six, if one believes the general"
        " staff of the Coastal League."
    ),
    "At the Saint Ambra hospital Mela Orvik had 47 wounded people to look after. 31 is what the Harbour Guild thinks.",
    (
        "Tomas Bren, a colonel, told Haldemark's deputies that anybody in want of bread should try: “Whoever wants the"
        " granary must come and fetch it.” Of the Free Dunes Legion 230 had got over the Sarn near Lund, in his words."
    ),
    "In Ostrel it is Ilse Adar who speaks for the war department.",
)
ABROAD = (
    "Ostrel: disagreement on the bridges. Dunewire communicates: of 19, the Varnia of Ilse Adar disposes 14.",
    "The League says six. At Lund passed the Sarn 230 legionaries of the Free Dunes, informs Tomas Bren.",
)
OTHER = (
    "Our reporter stood at the back of the chamber in Haldemark when Tomas Bren lost his temper.",
    "“Whoever wants the granary must come and fetch it,” he shouted, and sat down.",
    "The vote on the bread law is on Thursday. Speaker Odda Renn expects 88 deputies to be for it.",
)


def article(world, document: str, *paragraphs: str, outlet: str, published: str | None = "2031-04-02") -> Article:
    signed = Span(0, len(DATELINE)) if paragraphs[0].startswith(DATELINE) else None
    return world.article(document, *paragraphs, outlet=outlet, published=published, dateline=signed)


@pytest.fixture(scope="module")
def dispatch(world) -> Article:
    return article(world, "dispatch", *DISPATCH, outlet="Dunewire")


def test_a_dispatch_written_anew_is_known_by_whom_it_names_and_quotes(world, dispatch):
    anew = article(world, "anew", *ANEW, outlet="The Haldemark Post")
    evidence = copy_evidence(dispatch, anew)
    assert evidence.copied
    assert evidence.share == 0  # no sentence is left as it was
    assert "quotation" in evidence.why
    assert len(find_origins([dispatch, anew])) == 1


def test_two_reporters_of_one_speech_are_two_origins(world, dispatch):
    other = article(world, "other", *OTHER, outlet="The Haldemark Post")
    assert retelling(dispatch, other).quotations == 1
    assert len(find_origins([dispatch, other])) == 2


def test_a_page_that_names_the_agency_carries_its_dispatch(world, dispatch):
    abroad = article(world, "abroad", *ABROAD, outlet="Nordblatt", published="2031-04-03")
    assert "Dunewire" in copy_evidence(abroad, dispatch).why
    assert len(find_origins([dispatch, abroad])) == 1


def test_naming_an_outlet_that_is_no_agency_proves_nothing(world):
    """The Herald's interview, quoted elsewhere, must not make one voice of two reports."""
    herald = article(world, "herald", DISPATCH[0].removeprefix(DATELINE), *DISPATCH[1:], outlet="Dunewire")
    assert not copy_evidence(herald, article(world, "abroad", *ABROAD, outlet="Nordblatt")).copied


def test_a_week_later_it_is_another_report(world, dispatch):
    late = article(world, "late", *ABROAD, outlet="Nordblatt", published="2031-04-09")
    assert len(find_origins([dispatch, late])) == 2


def test_an_outlet_that_writes_of_the_same_people_again_writes_anew(world):
    first = article(world, "first", DISPATCH[0].removeprefix(DATELINE), *DISPATCH[1:], outlet="The Haldemark Post")
    again = article(world, "again", *ANEW, outlet="The Haldemark Post")
    assert len(find_origins([first, again])) == 2


def test_the_order_of_reading_changes_nothing(world, dispatch):
    anew = article(world, "anew", *ANEW, outlet="The Haldemark Post")
    assert copy_evidence(dispatch, anew) == copy_evidence(anew, dispatch)


def test_numbers_in_words_are_the_same_numbers(world):
    words = article(world, "a", "In Lund nineteen, fourteen and thirty.", outlet="A")
    figures = article(world, "b", "On Monday it was 19, 14 and 30 at Lund.", outlet="B")
    assert set(facts(words)) == set(facts(figures)) == {"lund", "19", "14", "30"}
