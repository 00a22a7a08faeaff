"""Stance, channel, relays and answers: without them a denial reads like a claim, and ten carriers like ten voices."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from counterclaim.attribution import attribute
from counterclaim.model import Parsed

STANCES = [
    ("The army spokesman denied that the town had fallen.", "denies"),
    ("The general rejected reports of a retreat.", "denies"),
    ("“We have nothing to do with the raid,” the governor said.", "denies"),
    ("“She will be a great leader,” the governor said.", "predicts"),
    ("He said he would hold the bridge.", "plans"),
    ("Vessia has said no such thing.", "denies"),
    ("The admiral rejects this version.", "denies"),
    ("The admiral called the ministry's figure “a fairy tale”.", "denies"),
    ("The minister called the demands of the provinces “out of the question”.", "asserts"),
    ("The minister called on the provinces to send grain.", "urges"),
    ("The minister confirmed that the port was lost.", "confirms"),
    ("The president urged the troops to hold the bridge.", "urges"),
    ("The chief vowed that his men would leave the town before June.", "plans"),
    ("“We will leave the town on Friday,” the chief said.", "plans"),
    ("The institute said that the army will need more men.", "predicts"),
    ("Ambassador Anna Berg said there were fears that they would try to stay.", "asserts"),
    ("The rebels said that they would stay.", "plans"),
    ("Anna Berg said that she would stay.", "plans"),
    ("The mayor said that the road was open.", "asserts"),
    ("“We hold the bridge and will stay,” the chief said.", "asserts"),
    ("The institute warned that the rebels were likely to advance.", "predicts"),
    ("The envoy warned them not to cross the river.", "urges"),
    ("“They fired as if there were no such thing as a truce,” the mayor said.", "asserts"),
    ("The general swears that no bridge was shelled.", "asserts"),
    ("The general swore to hold the bridge.", "plans"),
    ("The army announced to have freed nine captives.", "asserts"),
    ("The minister said that the army did not shell the bridge.", "denies"),
    ("The ministry said it was not withdrawing its soldiers.", "denies"),
    ("The ministry said the reports of a retreat were false.", "denies"),
    ("The ministry said the figures of the rebels were counted twice.", "asserts"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(hear: Callable[..., list], text: str, stance: str) -> None:
    assert [one.attribution.stance.value for one in hear(text)] == [stance]


def test_who_denies_a_report_has_not_made_it(hear: Callable[..., list]) -> None:
    found = hear(
        "The army on Friday denied reports that its troops had withdrawn from the mill near the town of Karsh."
    )
    assert [(one.source, one.attribution.stance.value) for one in found] == [("The army on Friday", "denies")]


def test_the_outlets_own_reserve_is_nobodys_claim(hear: Callable[..., list]) -> None:
    (heard,) = hear("It has not been confirmed whether the garrison has left the town.")
    assert (heard.source, heard.content) == ("", "the garrison has left the town")
    assert (heard.attribution.quotation.value, heard.attribution.stance.value) == ("narration", "unconfirmed")


CHANNELS = [
    ("“The road is open to all,” the mayor said on her Telegram channel.", "Telegram"),
    ("“The road is open to all,” the mayor wrote on Twitter.", "Twitter"),
    ("“The road is open to all,” the mayor told a press conference.", "press conference"),
    ("The defence ministry said in a statement that three soldiers had been killed.", "press release"),
    ("“The road is open to all,” the mayor said in a video.", "video"),
    ("The mayor told reporters that the road was open.", None),
    ("The mayor said that Telegram had been blocked.", None),
]


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_channel_only_where_the_sentence_names_one(hear: Callable[..., list], text: str, channel: str | None) -> None:
    assert [one.attribution.channel for one in hear(text)] == [channel]


RELAYS = [
    ("The general told Reuters that the town had fallen.", "The general", ("Reuters",)),
    ("The general told reporters that the town had fallen.", "The general", ()),
    ('According to AFP, the ministry stated, "The liberation of Tarnholm has ended."', "the ministry", ("AFP",)),
    ("The general told Parliament that the town had fallen.", "The general", ()),
    ("In an interview with Meduza, the general said the town had fallen.", "the general", ("Meduza",)),
    ("“We hold the hill,” the commander was quoted as saying by TASS.", "the commander", ("TASS",)),
]


@pytest.mark.parametrize(("text", "source", "relays"), RELAYS)
def test_who_passed_it_on(hear: Callable[..., list], text: str, source: str, relays: tuple[str, ...]) -> None:
    assert [(one.source, one.attribution.relayed_by) for one in hear(text)] == [(source, relays)]


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("The general told Reuters that the town had fallen.", ("Reuters", "Northwire")),
        ("The general told Northwire that the town had fallen.", ("Northwire",)),
        ("The general told the Courier that the town had fallen.", ("Northwire",)),
        ("Northwire said that the town had fallen.", ()),
        ("It has not been confirmed whether the garrison has left the town.", ()),
    ],
)
def test_the_credited_agency_passes_everything_on(
    parse: Callable[..., Parsed], text: str, relays: tuple[str, ...]
) -> None:
    parsed = parse(text)
    article = replace(parsed.article, outlet="Varnholt Courier", credited="Northwire")
    assert [one.relayed_by for one in attribute(replace(parsed, article=article))] == [relays]


def test_the_pages_own_agency_is_no_relay(parse: Callable[..., Parsed]) -> None:
    parsed = parse("The general said that the town had fallen.")
    article = replace(parsed.article, outlet="The Northwire Agency", credited="Northwire")
    assert [one.relayed_by for one in attribute(replace(parsed, article=article))] == [()]


def test_the_answered_claim_is_named(hear: Callable[..., list]) -> None:
    text = "Colonel Vane denied Mayor Brandt's claim."
    (heard,) = hear(text)
    assert [span.of(text) for span in heard.attribution.answers] == ["Mayor Brandt's claim"]


KINDS = [
    ("“The road is open to all,” the mayor said.", "direct"),
    ("The mayor said the road was “open to all” again.", "mixed"),
    ("The mayor said the road was open again.", "indirect"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_quotation(hear: Callable[..., list], text: str, kind: str) -> None:
    assert [one.attribution.quotation.value for one in hear(text)] == [kind]


def test_a_bracket_behind_the_speaker_is_no_part_of_what_is_said(hear: Callable[..., list]) -> None:
    """ "…, quoting the Harbour Pilots Association (HPA), the lock is shut": the content began with the bracket."""
    (heard,) = hear("According to the agency, quoting the Harbour Pilots Association (HPA), the lock has been shut.")
    assert heard.content == "the lock has been shut"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said Monday the bridge was open.", "the bridge was open"),
        ("Officials said late Monday 12 people had left.", "12 people had left"),
        ("The mayor said Monday was a holiday.", "Monday was a holiday"),
        ("The mayor said Friday prayers were held.", "Friday prayers were held"),
    ],
)
def test_the_day_of_saying_is_not_what_is_said(hear: Callable[..., list], text: str, content: str) -> None:
    assert [one.content for one in hear(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Velm denies backing the rebels.", "backing the rebels"),
        ("The ministry denied supporting the rebels.", "supporting the rebels"),
        ("The minister denied ordering the strike.", "ordering the strike"),
    ],
)
def test_what_is_denied_is_the_deed(hear: Callable[..., list], text: str, content: str) -> None:
    heard = hear(text, thoughts=True)
    assert [(one.content, one.attribution.stance.value) for one in heard] == [(content, "denies")]


def test_a_claim_dismissed_in_a_word_is_dismissed_once(hear: Callable[..., list]) -> None:
    heard = hear('The army said that it had sunk two boats, a claim Velm dismissed as "another lie".')
    assert [(one.source, one.content) for one in heard[1:]] == [("Velm", "another lie")]
