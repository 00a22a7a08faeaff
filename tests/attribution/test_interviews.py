"""Talks in questions and answers. Lose these, and an interview, where somebody says most, gives no claim at all."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

from counterclaim.model import Quotation

Hear = Callable[..., list[Heard]]

PLAIN = """“I counted them myself”
Oskar Lindqvist has run the harbour of Vessia for ten years. He talked to Ane Holm on Monday.
How many boats are lost?
Forty-one. Nine of them sank on the first night. I counted them.
The ministry speaks of six.
The ministry has never counted a boat. A pilot from Arnhem told me that they had counted from the air.
Who is to blame?
I say what I saw.
My deputy will say more. I trust him.
The mayor said on Tuesday that you were asleep.
He should visit us. It is a short walk.
Is the bridge safe?
It stands, and we guard it.
The ministry, asked for a reply, said that its count was right."""

LABELLED = """Oskar Lindqvist runs the harbour of Vessia. We met him on Monday.
The Lantern: How many boats are lost?
Lindqvist: Forty-one. Nine of them sank on the first night.
The Lantern: The ministry says six.
Lindqvist: The ministry has never counted a boat.
The Lantern: And the bridge?
Lindqvist: No. It stands."""


def answers(heard: list[Heard], source: str) -> list[str]:
    return [one.content for one in heard if one.source == source and one.attribution.speech]


def test_plain_answers_are_those_of_whoever_is_introduced(hear: Hear) -> None:
    assert answers(hear(PLAIN), "Oskar Lindqvist")[:5] == [
        "Forty-one. Nine of them sank on the first night. I counted them",
        "The ministry has never counted a boat. A pilot from Arnhem told me that they had counted from the air",
        "I say what I saw / My deputy will say more. I trust him",
        "He should visit us. It is a short walk",
        "It stands, and we guard it",
    ]


def test_what_follows_the_last_answer_is_the_reports_own(hear: Hear) -> None:
    last = hear(PLAIN)[-1]
    assert (last.source.split(",")[0], last.content) == ("The ministry", "its count was right")


def test_others_words_within_an_answer_are_passed_on_by_who_answers(hear: Hear) -> None:
    pilot = next(one for one in hear(PLAIN) if one.source == "A pilot from Arnhem")
    assert (pilot.content, pilot.attribution.relayed_by) == ("they had counted from the air", ("Oskar Lindqvist",))


def test_answers_are_direct_speech(hear: Hear) -> None:
    found = [one for one in hear(PLAIN) if one.source == "Oskar Lindqvist"]
    assert all(one.attribution.quotation is Quotation.DIRECT for one in found)


def test_labelled_answers_of_one_word_count_and_questions_do_not(hear: Hear) -> None:
    heard = hear(LABELLED)
    assert answers(heard, "Lindqvist") == [
        "Forty-one. Nine of them sank on the first night",
        "The ministry has never counted a boat",
        "No. It stands",
    ]
    # That who only asks claims nothing is seen to when claims are made (`frames`).
    assert [said for said in answers(heard, "The Lantern") if not said.endswith("?")] == ["The ministry says six"]


@pytest.mark.parametrize(
    "text",
    [
        # questions of a comment, which nobody answers
        "Oskar Lindqvist was asked to leave.\nWho will run it?\nNobody knows.\nWho will pay?\nThe town has no money.",
        # one question alone
        "Oskar Lindqvist spoke to us on Monday.\nWho will pay?\nI have no money, and we are tired.",
    ],
)
def test_questions_alone_make_no_interview(hear: Hear, text: str) -> None:
    assert answers(hear(text), "Oskar Lindqvist") == []
