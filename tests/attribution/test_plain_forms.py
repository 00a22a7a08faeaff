"""Forms of wire copy, translated pages and headlines: which words are said, and by whom."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

from counterclaim.model import Stance

Hear = Callable[..., list[Heard]]

# text, source, content
ROWS: list[tuple[str, str, str]] = [
    (
        "The chemist, Ruta Kalnina, termed the spill “a terrible mistake”.",
        "The chemist, Ruta Kalnina",
        "the spill “a terrible mistake”",
    ),
    ("He ascribed the delay to the size of the lock.", "He", "the delay to the size of the lock"),
    (
        "A poll released by Tarn University found 52 percent of voters think the lock is unsafe.",
        "A poll released by Tarn University",
        "52 percent of voters think the lock is unsafe",
    ),
    (
        "A commission led by retired judge Denis Halm came to the opposite conclusion: the dam was sound.",
        "A commission led by retired judge Denis Halm",
        "the dam was sound",
    ),
    (
        "A spokesperson for Halm Pipe would only say that all 25 crew were safe.",
        "A spokesperson for Halm Pipe",
        "all 25 crew were safe",
    ),
    ("A day later, Kalnina set the sum sought at $1 billion.", "Kalnina", "the sum sought at $1 billion"),
    (
        "“They ran away like rats,” he can be heard saying of the strikers.",
        "he",
        "They ran away like rats",
    ),
    (
        "The clinic was hit, in accordance with the Prosecutor's Office, by a stray shell.",
        "the Prosecutor's Office",
        "The clinic was hit / by a stray shell",
    ),
    (
        "To his judgment, Mayor Denis Halm failed the victims twice.",
        "his",
        "Mayor Denis Halm failed the victims twice",
    ),
    (
        "The paper quoted the mayor, Denis Halm, as having said that the dam was gone.",
        "the mayor, Denis Halm,",
        "the dam was gone",
    ),
    ("The agency quoted the mayor as saying the dam was gone.", "the mayor", "the dam was gone"),
    (
        "Lam, the chief executive, qualified the moment as “historic”.",
        "Lam, the chief executive",
        "the moment as “historic”",
    ),
    ("The secretary spoke of an “Orwellian censorship”.", "The secretary", "an “Orwellian censorship”"),
    (
        "Deputy Denis Halm seized on this: the minister had “exaggerated”, he told reporters.",
        "he",
        "the minister had “exaggerated”",
    ),
    (
        "The director told the council that cases were doubling; the outbreak, she warned, is far from over.",
        "she",
        "the outbreak / is far from over",
    ),
    (
        "According to Captain Denis Halm, the former head of the port and now an adviser, the ship is easy to handle.",
        "Captain Denis Halm",
        "the ship is easy to handle",
    ),
    ("The woman, Ruta Kalnina, confirmed this to the Courier.", "The woman, Ruta Kalnina", "this"),
    (
        "Tarvia pointed the finger at Orvenia for the explosion at the dam.",
        "Tarvia",
        "the finger at Orvenia for the explosion at the dam",
    ),
]

# headline, source, content
ABOVE: list[tuple[str, str, str]] = [
    ("Army says sailors were attacked with knives; activists: they fired first", "activists", "they fired first"),
    ("Bridge collapse: “Like an earthquake”, say survivors", "survivors", "Like an earthquake"),
    ("Police chief keeps the tape back — “It's my decision,” he says", "he", "It's my decision"),
]

SILENT: list[str] = [
    "Passengers were told to expect delays.",
    "Nine cases have been confirmed in the northern suburbs.",
    "The chief was declared winner.",
    "Officer charged in the killing of a student.",
    "One observer asked this newspaper not to print his name.",
]


@pytest.mark.parametrize(("text", "source", "content"), ROWS)
def test_the_words_said_and_their_speaker(hear: Hear, text: str, source: str, content: str) -> None:
    assert (source, content) in [(one.source, one.content) for one in hear(text)]


@pytest.mark.parametrize(("text", "source", "content"), ABOVE)
def test_headlines_in_halves_and_behind_marks(hear: Hear, text: str, source: str, content: str) -> None:
    assert (source, content) in [(one.source, one.content) for one in hear(text, headline=True)]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_who_is_heard_here_says_so(hear: Hear, text: str) -> None:
    assert hear(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor of Iguala, Denis Halm, has pleaded not guilty.", Stance.DENIES),
        ("The driver pleaded guilty to arson.", Stance.CONFIRMS),
        ("The minister ruled out that the gas would run out.", Stance.DENIES),
        ("Prime Minister Denis Halm said the government will revoke the permit.", Stance.PLANS),
        ("The institute advised further checks.", Stance.URGES),
    ],
)
def test_what_is_done_with_it(hear: Hear, text: str, stance: Stance) -> None:
    assert [one.attribution.stance for one in hear(text)] == [stance]


def test_a_line_that_only_names_a_spokesman_gives_him_the_next_paragraph(hear: Hear) -> None:
    heard = hear("Nobody believes it. Felipe Cordón, their spokesman:\n\n“Our sons are alive. They lie to us.”")
    assert ("Felipe Cordón, their spokesman", "Our sons are alive. They lie to us") in [
        (one.source, one.content) for one in heard
    ]


def test_scores_are_no_dates(hear: Hear) -> None:
    text = "Group F — Tarn 1 – 0 Orven\n\nTarn won late.\n\nGroup G — Velm 3 – 2 Sarn\n\nVelm won early."
    assert hear(text) == []


def test_a_quotation_goes_on_with_its_speaker_who_quotes_others_in_it(hear: Hear) -> None:
    text = (
        "Ruta Kalnina spoke on television. She said: “Good evening. You all know what happened.\n\n"
        "“It was grave. As specialists report, the pressure rose at night while the lock was being drained.”"
    )
    said = [one.content for one in hear(text) if not one.source]
    assert said == ["It was grave. As specialists report, the pressure rose at night while the lock was being drained"]


def test_what_is_dismissed_as_something_is_no_mere_pointer(hear: Hear) -> None:
    heard = hear("The spokesman, Denis Halm, dismissed this as “an attempt to hide the truth from the town”.")
    assert ["an attempt to hide the truth from the town" in one.content for one in heard] == [True]


def test_words_that_only_say_who_saw_a_paper_claim_nothing(hear: Hear) -> None:
    assert "seen by" not in [one.content for one in hear("A note seen by Delta Press speaks of 100 deaths.")]
