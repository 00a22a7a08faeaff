"""Quotations signed with a dash: who reads over the dash loses every voice of a page of readers' letters."""

from collections.abc import Callable

import pytest

SIGNED = [
    ("“Our town needs its bridge.” — Ruta Kalnina, baker", "Ruta Kalnina, baker", "—", "Our town needs its bridge"),
    ("“How did it sink so low?” ― Oskar Halm", "Oskar Halm", "―", "How did it sink so low?"),
    ("“We paid for this road twice over.”― Ada Brenn", "Ada Brenn", "―", "We paid for this road twice over"),
    ('"The harbour is ours, not his." - Ivo Tarn, mayor.', "Ivo Tarn, mayor", "-", "The harbour is ours, not his"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SIGNED)
def test_the_name_behind_a_dash_has_said_it(
    hear: Callable[..., list], text: str, source: str, cue: str, content: str
) -> None:
    assert [(one.source, one.cue, one.content) for one in hear(f"Readers write.\n{text}")] == [(source, cue, content)]


def test_the_name_below_has_said_it_without_a_cue(hear: Callable[..., list]) -> None:
    (heard,) = hear("“Our town needs its bridge.”\n— Ruta Kalnina, baker")
    assert (heard.source, heard.cue, heard.content) == ("Ruta Kalnina, baker", "", "Our town needs its bridge")


@pytest.mark.parametrize(
    "behind", ["— The mayor left the room.", "Ruta Kalnina, baker", "— “No,” she said.", "— and nobody came"]
)
def test_other_words_behind_a_quotation_sign_nothing(hear: Callable[..., list], behind: str) -> None:
    assert all(one.cue not in ("—", "―") for one in hear(f"“Our town needs its bridge.” {behind}"))
