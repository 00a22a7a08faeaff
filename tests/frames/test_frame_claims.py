"""From attributions to claims: whose, when, in answer to whom, and what the outlet says itself."""

from collections.abc import Callable

import pytest
from tests.frames.tarvia import Page, Said

from counterclaim.model import Claim, Quotation, Ref, Stance

Frame = Callable[[Page], tuple[Claim, ...]]


def only(claims: tuple[Claim, ...], who: str) -> Claim:
    return next(claim for claim in claims if claim.claimant is not None and claim.claimant.name == who)


def test_claims_come_in_reading_order_with_stable_ids(read: Frame) -> None:
    """A ledger that is read twice must not double its claims."""
    page = Page(
        ("The Tarvian Defence Ministry said Karsh had been captured.", "The Orvenian General Staff said Karsh holds."),
        (Said("staff", "Karsh holds", cue="said Karsh holds"), Said("ministry", "Karsh had been captured")),
    )
    once, again = read(page), read(page)
    assert [claim.content for claim in once] == ["Karsh had been captured", "Karsh holds"]
    assert [claim.id for claim in once] == [claim.id for claim in again]
    assert len({claim.id for claim in once}) == 2


def test_a_speaker_whom_nobody_knows_keeps_the_sources_words(read: Frame) -> None:
    """An anonymous source must not turn into the outlet's own voice, nor vanish."""
    told = (Said(None, "Karsh has fallen", source="A senior officer"), Said(None, "the road is cut"))
    claims = read(Page(("A senior officer said Karsh has fallen and that the road is cut.",), told))
    assert [claim.claimant.name for claim in claims if claim.claimant] == ["senior officer", "unnamed source"]


def test_a_thought_is_kept_with_its_thinker_and_commits_nobody(read: Frame) -> None:
    """What a general hopes must not stand in the ledger as what he says, nor as a fact."""
    page = Page(
        ("On Monday Anton Brezh hoped his men had captured Karsh.", "The Orvenian General Staff denied the account."),
        (
            Said("brezh", "his men had captured Karsh", source="Anton Brezh", cue="hoped", speech=False),
            Said("staff", "the account", stance=Stance.DENIES, cue="denied"),
        ),
    )
    thought, denial = read(page)
    assert (thought.speech, thought.quotation, thought.propositions) == (False, Quotation.NARRATION, ())
    assert thought.claimant is not None
    assert (thought.claimant.name, thought.said, thought.voiced) == ("Anton Brezh", None, False)
    assert thought.source_spans
    assert thought.cue_spans
    assert [p.frame for p in denial.propositions] == ["statement"]


def test_a_thought_does_not_silence_the_outlets_own_sentence(read: Frame) -> None:
    """ "Captured Karsh, to the joy of X": the outlet itself still reports the capture."""
    page = Page(
        ("Tarvian forces captured Karsh, which pleased Anton Brezh.",),
        (Said("brezh", "Tarvian forces captured Karsh", source="Anton Brezh", cue="pleased", speech=False),),
    )
    without = read(Page(page.blocks))
    assert without
    assert [claim for claim in read(page) if claim.speech] == list(without)


def test_what_the_outlet_holds_open_is_nobody_elses_claim(read: Frame) -> None:
    """ "It has not been confirmed" was laid to whoever spoke last."""
    page = Page(
        ("Anton Brezh spoke. It has not been confirmed whether Karsh has fallen.",),
        (Said("brezh", "Karsh has fallen", quotation=Quotation.NARRATION, stance=Stance.UNCONFIRMED, cue="confirmed"),),
    )
    assert [claim.claimant for claim in read(page)] == [None]


def test_a_denial_of_statements_about_something_else_takes_nothing(read: Frame) -> None:
    """Else whoever denies that tanks burned denies the dead that were counted a sentence before."""
    page = Page(
        (
            "Anton Brezh of the Grey Wolf Group said nine soldiers had been killed in Karsh.",
            "The Orvenian General Staff called statements by the Group about destroyed tanks a fabrication.",
        ),
        (
            Said("brezh", "nine soldiers had been killed in Karsh"),
            Said(
                "staff",
                "statements by the Group about destroyed tanks a fabrication",
                stance=Stance.DENIES,
                cue="called",
            ),
        ),
    )
    denial = only(read(page), "Orvenian General Staff")
    assert {proposition.frame for proposition in denial.propositions} == {"statement"}


def test_a_denial_by_name_takes_the_denied_claim_turned(read: Frame) -> None:
    """ "Denied Brezh's claim" says what is denied only in the claim that it names."""
    page = Page(
        (
            "Anton Brezh of the Grey Wolf Group said his men had captured Karsh.",
            "The Orvenian General Staff denied Brezh's claim.",
        ),
        (
            Said("brezh", "his men had captured Karsh"),
            Said("staff", "Brezh's claim", stance=Stance.DENIES, cue="denied", answers="Brezh's claim"),
        ),
    )
    denial = only(read(page), "Orvenian General Staff")
    assert denial.answers is not None
    assert denial.answers.name == "Anton Brezh"
    assert [(p.frame, p.get("extent"), p.negated) for p in denial.propositions] == [("control", "full", True)]


def test_a_disputed_account_is_the_other_sides_last_one(read: Frame) -> None:
    page = Page(
        ("The Tarvian Defence Ministry said its forces had captured Karsh.", "Orvenia disputed the account."),
        (
            Said("ministry", "its forces had captured Karsh"),
            Said("orvenia", "the account", stance=Stance.DENIES, cue="disputed"),
        ),
    )
    (proposition,) = only(read(page), "Orvenia").propositions
    assert (proposition.frame, proposition.negated) == ("control", True)


def test_a_president_who_denies_involvement_denies_that_of_the_state(read: Frame) -> None:
    page = Page(
        ("Shells struck a hospital in Karsh, the Observer Mission said. Strand denied involvement.",),
        (
            Said("observers", "Shells struck a hospital in Karsh"),
            Said("strand", "involvement", stance=Stance.DENIES, cue="denied"),
        ),
    )
    (proposition,) = only(read(page), "Pavel Strand").propositions
    actor = proposition.get("actor")
    assert isinstance(actor, Ref)
    assert (proposition.frame, actor.name, proposition.negated) == ("responsibility", "Orvenia", True)


def test_a_shared_view_is_the_view_that_is_shared(read: Frame) -> None:
    page = Page(
        ("The Institute said fighting in Karsh had ended, an assessment shared by the Observer Mission.",),
        (
            Said("institute", "fighting in Karsh had ended"),
            Said("observers", "an assessment shared by the Observer Mission"),
        ),
    )
    (proposition,) = only(read(page), "Observer Mission").propositions
    assert (proposition.frame, proposition.get("status")) == ("fighting", "ended")


def test_who_calls_a_claim_to_have_pushed_back_somebody_early_shares_no_view(read: Frame) -> None:
    page = Page(
        (
            "Orvenia said it did not need the land.",
            "The Institute found that claims to have pushed back rebels were early.",
        ),
        (
            Said("orvenia", "it did not need the land"),
            Said("institute", "claims to have pushed back rebels were early", cue="found that"),
        ),
    )
    assert [claim.answers for claim in read(page)] == [None, None]


def test_what_one_says_is_needed_another_says_is_being_done(read: Frame) -> None:
    """The second claim has no verb of its own: it speaks of the clause before it."""
    page = Page(
        (
            "The institute said the Tarvian army will need reinforcements to hold Karsh.",
            "“Which they are doing now,” the staff added.",
        ),
        (
            Said("institute", "the Tarvian army will need reinforcements to hold Karsh"),
            Said("staff", "Which they are doing now"),
        ),
    )
    (proposition,) = only(read(page), "Orvenian General Staff").propositions
    assert (proposition.get("kind"), proposition.get("status")) == ("reinforce", "ongoing")


def test_these_attacks_are_the_attack_told_before(read: Frame) -> None:
    """Who is behind "these attacks" can stand against who attacked only if both mean one attack."""
    page = Page(
        (
            "Eva Lindqvist said Tarvian saboteurs entered Orvenian territory in the Upper Sarn region.",
            "The Tarvian Defence Ministry said the Northern Liberation Front was behind these attacks.",
        ),
        (
            Said("lind", "Tarvian saboteurs entered Orvenian territory in the Upper Sarn region"),
            Said("ministry", "the Northern Liberation Front was behind these attacks"),
        ),
    )
    (blame,) = only(read(page), "Tarvian Defence Ministry").propositions
    assert (blame.frame, blame.get("event")) == ("responsibility", "raid on Upper Sarn region")


def test_the_cues_sentence_dates_the_saying_and_the_content_what_is_said(read: Frame) -> None:
    page = Page(
        ("The Tarvian Defence Ministry said on Monday that its troops had captured Karsh on Sunday.",),
        (Said("ministry", "its troops had captured Karsh on Sunday", cue="said"),),
        (("on Monday", "2031-04-07"), ("on Sunday", "2031-04-06")),
    )
    claim = only(read(page), "Tarvian Defence Ministry")
    assert (claim.said, claim.propositions[0].when) == ("2031-04-07", "2031-04-06")


@pytest.mark.parametrize(
    ("sentence", "content", "quotation", "when"),
    [
        (
            "“We captured Karsh last night,” the ministry said on Monday.",
            "We captured Karsh last night",
            "direct",
            "06",
        ),
        ("“We captured Karsh last night,” the ministry said.", "We captured Karsh last night", "direct", "09"),
        (
            "On Monday the ministry said they “captured Karsh last night”.",
            "they “captured Karsh last night",
            "mixed",
            "06",
        ),
        (
            "On Monday the ministry said “they” captured Karsh last night.",
            "“they” captured Karsh last night",
            "mixed",
            "09",
        ),
        (
            "On Monday the ministry said they captured Karsh last night.",
            "they captured Karsh last night",
            "indirect",
            "09",
        ),
    ],
)
def test_quoted_words_count_from_the_day_on_which_they_were_said(
    read: Frame, sentence: str, content: str, quotation: str, when: str
) -> None:
    """The report is of the tenth; whoever said "last night" on the seventh did not mean the night before the tenth."""
    times = [("last night", "2031-04-09"), *([("Monday", "2031-04-07")] if "Monday" in sentence else [])]
    page = Page((sentence,), (Said("ministry", content, Quotation(quotation), cue="said"),), tuple(times))
    (captured,) = only(read(page), "Tarvian Defence Ministry").propositions
    assert captured.when == f"2031-04-{when}"


def test_that_day_is_the_day_named_last(read: Frame) -> None:
    page = Page(
        (
            "The ministry claimed on Monday that Karsh had been captured.",
            "The Orvenian General Staff stated in a post that day that fighting continues in Karsh.",
        ),
        (
            Said("ministry", "Karsh had been captured", cue="claimed"),
            Said("staff", "fighting continues in Karsh", cue="stated"),
        ),
        (("on Monday", "2031-04-07"),),
    )
    assert only(read(page), "Orvenian General Staff").said == "2031-04-07"


def test_the_outlet_speaks_for_itself_only_in_a_main_clause(read: Frame) -> None:
    """A report that mentions a battle in passing does not claim that it goes on."""
    page = Page(
        (
            "Fighting continues in Karsh.",
            "The mill, which Tarvian forces captured in spring, makes flour.",
            "Where does the war go?",
        )
    )
    (claim,) = read(page)
    assert (claim.claimant, claim.quotation, claim.content) == (
        None,
        Quotation.NARRATION,
        "Fighting continues in Karsh",
    )


def test_the_outlets_own_reserve_is_unconfirmed(read: Frame) -> None:
    """What an outlet could not confirm must not be kept as its claim."""
    (claim,) = read(Page(("It could not be confirmed whether Orvenian troops have left Karsh.",)))
    assert claim.stance is Stance.UNCONFIRMED
    assert claim.content == "Orvenian troops have left Karsh"
    assert [p.get("status") for p in claim.propositions] == ["unconfirmed"]


def test_nothing_is_narrated_where_somebody_is_quoted(read: Frame) -> None:
    assert read(Page(("“Fighting continues in Karsh,” one could hear.",))) == ()


@pytest.mark.parametrize(
    ("said", "time", "when"),
    [
        ("as of Sunday, nine soldiers had been killed in Karsh", "as of Sunday", "../2031-04-06"),
        ("our troops held Karsh as of Sunday", "as of Sunday", "2031-04-06"),
        ("our troops held Karsh from Sunday", "from Sunday", "2031-04-06/.."),
    ],
)
def test_as_of_a_day_is_by_then_for_the_dead_and_then_for_who_holds_it(
    read: Frame, said: str, time: str, when: str
) -> None:
    page = Page(
        (f"The Tarvian Defence Ministry said {said}.",),
        (Said("ministry", said, cue="said"),),
        ((time, "2031-04-06/.."),),
    )
    (proposition,) = only(read(page), "Tarvian Defence Ministry").propositions
    assert proposition.when == when


def test_who_is_called_q_asks_and_claims_nothing(read: Frame) -> None:
    page = Page(
        ("Q: The hospital counts six dead.", "A: The hospital counts nine dead."),
        (
            Said(None, "The hospital counts six dead", cue=":", source="Q"),
            Said("brezh", "The hospital counts nine dead"),
        ),
    )
    assert [claim.speech for claim in read(page) if claim.content.startswith("The hospital")] == [False, True]
