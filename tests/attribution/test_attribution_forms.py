"""The forms in which reports give other people's words. What a user loses with each one is the claim itself."""

from collections.abc import Callable

import pytest

FORMS = [
    # name, text, (source, cue, content) of every attribution
    (
        "quotation first",
        "“The bridge is ours and it will stay ours,” Mayor Ilse Brandt said on Monday.",
        [("Mayor Ilse Brandt", "said", "The bridge is ours and it will stay ours")],
    ),
    ("cue first", 'Ilse Brandt said, "The bridge is ours."', [("Ilse Brandt", "said", "The bridge is ours")]),
    (
        "inverted",
        "'The bridge is ours and it stays ours,' said the mayor.",
        [("the mayor", "said", "The bridge is ours and it stays ours")],
    ),
    (
        "cue glued to the mark",
        "“The bridge is ours. Nobody has crossed it, ”he stressed.",
        [("he", "stressed", "The bridge is ours. Nobody has crossed it")],
    ),
    (
        "interrupted",
        "“The bridge,” the mayor said, “is ours and will stay ours.”",
        [("the mayor", "said", "The bridge / is ours and will stay ours")],
    ),
    (
        "going on after the cue",
        "“The bridge is ours,” the mayor said. “Nobody has crossed it since Sunday.”",
        [("the mayor", "said", "The bridge is ours / Nobody has crossed it since Sunday")],
    ),
    (
        "going on in doubled marks",
        "''The bridge is ours,'' the mayor said. ''Nobody has crossed it since Sunday.''",
        [("the mayor", "said", "The bridge is ours / Nobody has crossed it since Sunday")],
    ),
    (
        "day before that",
        "The mayor said on Friday night that the bridge was safe.",
        [("The mayor", "said", "the bridge was safe")],
    ),
    (
        "new paragraph without a cue",
        "“Our men still hold the bridge,” Colonel Osric Vane said.\n\n“They have food for a month. Nobody will leave.”",
        [
            ("Colonel Osric Vane", "said", "Our men still hold the bridge"),
            ("", "", "They have food for a month. Nobody will leave"),
        ],
    ),
    (
        "that-clause behind a bracket",
        "The ministry claimed on the 4th (local time) that it had taken the whole of Tarnholm.",
        [("The ministry", "claimed", "it had taken the whole of Tarnholm")],
    ),
    (
        "according to, first",
        "According to the governor of the Lower Marsh, Petra Falk, two shells hit the school.",
        [("the governor of the Lower Marsh, Petra Falk", "According to", "two shells hit the school")],
    ),
    (
        "according to, last",
        "Two shells hit the school, according to the governor.",
        [("the governor", "according to", "Two shells hit the school")],
    ),
    (
        "according to, between",
        "Two shells, according to the governor, hit the school on Friday night.",
        [("the governor", "according to", "Two shells / hit the school on Friday night")],
    ),
    (
        "according to two",
        "According to the Harbour Institute, the army will need men, which it is calling up, according to Gen. Moss.",
        [
            ("the Harbour Institute", "According to", "the army will need men"),
            ("Gen. Moss", "according to", "which it is calling up"),
        ],
    ),
    (
        "denial with a participle",
        'The colonel denied the mayor\'s claim, stating, "Our men still hold the bridge."',
        [("The colonel", "denied", "the mayor's claim"), ("The colonel", "stating", "Our men still hold the bridge")],
    ),
    (
        "passive",
        "He was told by the colonel that the bridge was safe.",
        [("the colonel", "was told", "the bridge was safe")],
    ),
    (
        "participle",
        "The mayor spoke for an hour, adding that the bridge was safe.",
        [("The mayor", "adding", "the bridge was safe")],
    ),
    (
        "statement of the issuer",
        'The ministry issued a statement saying, "The port is closed until further notice."',
        [("The ministry", "issued a statement saying", "The port is closed until further notice")],
    ),
    (
        "noun with its speaker",
        "The claims by Ivan Petrov, head of the Blue Company, that Tarnholm had fallen surprised many.",
        [("Ivan Petrov, head of the Blue Company", "claims", "Tarnholm had fallen")],
    ),
    (
        "speech within speech",
        "The governor said the rebels had claimed that they controlled the dam.",
        [
            ("The governor", "said", "the rebels had claimed that they controlled the dam"),
            ("the rebels", "claimed", "they controlled the dam"),
        ],
    ),
    (
        "two speakers in a sentence",
        "The army said six men were wounded, while rebels said they had killed twenty.",
        [("The army", "said", "six men were wounded"), ("rebels", "said", "they had killed twenty")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS])
def test_who_says_what(hear: Callable[..., list], text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted((one.source, one.cue, one.content) for one in hear(text)) == sorted(expected)


SURE = [
    (
        "number put at",
        "The admiral put the enemy's dead at 40 or 50.",
        [("The admiral", "put", "the enemy's dead at 40 or 50")],
    ),
    ("counted aloud", "The surgeon spoke of nine wounded.", [("The surgeon", "spoke of", "nine wounded")]),
    (
        "name in the midst of what is said",
        "In the harbour itself, Petra Falk insisted, nothing has changed.",
        [("Petra Falk", "insisted", "In the harbour itself / nothing has changed")],
    ),
    (
        "transcript",
        "FALK: Our boats left the harbour on Sunday. They will be back.",
        [("FALK", ":", "Our boats left the harbour on Sunday. They will be back")],
    ),
    (
        "name and office, then told",
        "The raid was meant to draw ships away, Petra Falk, spokeswoman for the navy, told reporters.",
        [("Petra Falk, spokeswoman for the navy", "told", "The raid was meant to draw ships away")],
    ),
    (
        "listener last",
        "The raid had been planned for weeks, the admiral told the newspaper.",
        [("the admiral", "told", "The raid had been planned for weeks")],
    ),
    (
        "two clauses apart",
        "Vessia claimed the whole island; Tarnholm's deputy minister said that her troops held the port.",
        [
            ("Vessia", "claimed", "the whole island"),
            ("Tarnholm's deputy minister", "said", "her troops held the port"),
        ],
    ),
    (
        "quotation behind a colon and a break",
        "The admiral said in the evening:\n\n“Our ships will not leave the bay.”",
        [("The admiral", "said", "Our ships will not leave the bay")],
    ),
    (
        "answer to a question",
        "“We hold the bay,” she said.\n\nAnd the harbour?\n\n“We left it on Sunday to save the crews.”",
        [("she", "said", "We hold the bay"), ("", "", "We left it on Sunday to save the crews")],
    ),
    (
        "speaker in a clause of its own",
        "The reserves are gone, according to Falk, who warned that both fleets needed crews.",
        [("Falk", "according to", "The reserves are gone"), ("who", "warned", "both fleets needed crews")],
    ),
    (
        "quoted words that could be a speaker",
        "“The battle in the bay continues”, he wrote.",
        [("he", "wrote", "The battle in the bay continues")],
    ),
    (
        "question, then its speaker",
        "“Why will nobody help our boats?” the harbour master said.",
        [("the harbour master", "said", "Why will nobody help our boats?")],
    ),
    (
        "writing that finds",
        "A survey by the university found that most fishermen want a truce.",
        [("A survey by the university", "found", "most fishermen want a truce")],
    ),
    (
        "judgment of a body",
        "The naval staff believes that the blockade will fail.",
        [("The naval staff", "believes", "the blockade will fail")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SURE], ids=[case[0] for case in SURE])
def test_rare_forms_that_leave_no_doubt(
    hear: Callable[..., list], text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(one.source, one.cue, one.content) for one in hear(text)] == expected


SILENT = [
    ("nobody", "No group has claimed responsibility for the fire at the mill."),
    ("not said", "The ministry did not say whether the pilots had survived."),
    ("not commented on", "The admiral has not commented on the reports."),
    ("no mention", "The navy made no mention of the losses."),
    ("nothing", "The admiral said nothing in public about the raid."),
    ("refusal", "The admiral refused to say where the fleet was."),
    ("things that show", "The evidence points to a failure of the brakes."),
    ("things that explain", "Old beliefs explain why the ban failed."),
    ("question", "The deputies asked whether the fleet was safe."),
    ("said by no one", "The dam is said to hold forty million tonnes."),
    ("accused by no one", "He was accused of selling the fleet."),
    ("lives", "The storm claimed nine lives."),
    ("each other", "The two navies accused each other."),
    ("title of a work", "The band played “The Long Road Home” and the crowd sang along."),
    ("scare quotes", "The so-called “people's mayor” walked to the port."),
    ("nothing said", "The colonel declined to comment."),
    ("thought", "The minister wants the war to end soon."),
    ("plain narration", "The bridge was built of stone and stood for two hundred years."),
]


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_no_claim_where_nobody_claims(hear: Callable[..., list], text: str) -> None:
    assert hear(text) == []


def test_thoughts_come_only_when_asked_for(hear: Callable[..., list]) -> None:
    heard = hear("The minister believes that the war will end soon.", thoughts=True)
    assert [(one.content, one.attribution.speech) for one in heard] == [("the war will end soon", False)]


HEADLINES = [
    ("verb", "Ministry Says Tarnholm Has Fallen", ("Ministry", "Says", "Tarnholm Has Fallen")),
    (
        "verb last, after the name",
        "Volunteer crew to leave harbour, captain says",
        ("captain", "says", "Volunteer crew to leave harbour"),
    ),
    (
        "numbers before the name",
        "340 sailors killed off Tarnholm, Vessia says",
        ("Vessia", "says", "340 sailors killed off Tarnholm"),
    ),
    ("blame", "Governor blames Vessia for raid", ("Governor", "blames", "Vessia for raid")),
    ("verb last", "Two shells hit school, says governor", ("governor", "says", "Two shells hit school")),
    (
        "verb taken for a name",
        "Ministry Claims 'Tarnholm Victory'... Band Plays On",
        ("Ministry", "Claims", "Tarnholm Victory"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in HEADLINES], ids=[case[0] for case in HEADLINES])
def test_headlines_count(hear: Callable[..., list], text: str, expected: tuple[str, str, str]) -> None:
    heard = hear(f"{text}\n\nIt rained in the valley.", headline=True)
    assert [(one.source, one.cue, one.content) for one in heard] == [expected]


LABELS = [
    ("Falk: 'The harbour will stay open'", [("Falk", "The harbour will stay open")]),
    ("Navy: forty dead in raid", [("Navy", "forty dead in raid")]),
    ("Petra Falk on Telegram: west of the bay is held", [("Petra Falk", "west of the bay is held")]),
    ("Tarnholm: what we know so far", []),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_a_headline_label_speaks_if_it_does_below(
    hear: Callable[..., list], text: str, expected: list[tuple[str, str]]
) -> None:
    body = "The navy said on Monday that ships had left Tarnholm. “We stay,” Petra Falk said."
    heard = hear(f"{text}\n\n{body}", headline=True)
    assert [(one.source, one.content) for one in heard if one.cue == ":"] == expected


def test_a_shared_view_is_said_by_those_who_share_it(hear: Callable[..., list]) -> None:
    heard = hear("According to the institute, the army is spent, a view shared by rebel officers.")
    assert ("rebel officers", "a view shared by rebel officers") in [(one.source, one.content) for one in heard]


def test_a_view_not_shared_is_nobodys(hear: Callable[..., list]) -> None:
    heard = hear("According to the institute, the army is spent, a view not shared by rebel officers.")
    assert "rebel officers" not in [one.source for one in heard]


def test_single_quoted_speech_runs_over_paragraphs(hear: Callable[..., list]) -> None:
    text = "Ada Lund said: 'We keep the port open for ships.\n\n'Nobody will close it again this year.'"
    assert [one.content for one in hear(text)] == [
        "We keep the port open for ships",
        "Nobody will close it again this year",
    ]


def test_a_title_set_apart_is_its_own_part(hear: Callable[..., list]) -> None:
    heard = hear("It rained in the valley.", title="Army says town has fallen")
    assert [(one.attribution.part.value, one.content) for one in heard] == [("title", "town has fallen")]
