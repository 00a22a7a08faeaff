"""The user's file of actors: what it may hold, and what a slip of the pen is answered with."""

import re
import tomllib
from pathlib import Path

import pytest

from counterclaim.entities.actors_file import read_actors
from counterclaim.errors import InputError
from counterclaim.model import Actor, EntityKind, Tenure

BAD = tomllib.loads((Path(__file__).parent / "bad_actors.toml").read_text(encoding="utf-8"))["case"]
PAGE = (Path(__file__).parents[2] / "docs" / "entities.md").read_text(encoding="utf-8")
GOOD = """
# whom we follow
actors:
  - name: Orla Vint
    kind: person
    names: [O. Vint, Орла Винт]
    roles:
      - role: deputy minister of coasts
        from: 2031-03
        until: 2032
      - chief negotiator
    side: no
    part_of: MoC
  - {name: 007, kind: organization, names: [MoC]}
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "actors.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_every_field_is_read_as_the_text_that_stands_there(tmp_path: Path) -> None:
    """YAML takes a bare "no" for a falsehood and 007 for seven; a side and a name are neither."""
    assert read_actors(written(tmp_path, GOOD)) == (
        Actor(
            "Orla Vint",
            EntityKind.PERSON,
            ("O. Vint", "Орла Винт"),
            (Tenure("deputy minister of coasts", "2031-03", "2032"), Tenure("chief negotiator")),
            "no",
            "007",
        ),
        Actor("007", EntityKind.ORGANIZATION, ("MoC",)),
    )


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "actors:\n", "actors: []\n", "\ufeffactors:\n"])
def test_an_empty_file_holds_nobody(text: str, tmp_path: Path) -> None:
    assert read_actors(written(tmp_path, text)) == ()


@pytest.mark.parametrize("case", BAD, ids=lambda case: " ".join(case["words"]))
def test_a_slip_is_answered_with_its_line_and_key(case: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_actors(written(tmp_path, str(case["text"])))
    told = f"{raised.value.message}. {raised.value.advice}"
    assert "actors.yaml" in told
    assert f"line {case['line']}" in told
    assert isinstance(case["words"], list)
    assert not [words for words in case["words"] if words not in told], told


@pytest.mark.parametrize("text", [b"\xff\xfe\x00", b"actors: \x00", "[" * 20_000])
def test_what_is_no_text_or_no_yaml_is_refused_in_words(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"actors\.yaml"):
        read_actors(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_actors(tmp_path / "none.yaml")


def test_nothing_that_the_file_names_is_run(tmp_path: Path) -> None:
    """YAML can ask a careless reader to call functions."""
    mark = tmp_path / "run"
    text = f"actors:\n  - name: !!python/object/apply:os.mkdir ['{mark}']\n    kind: person\n"
    with pytest.raises(InputError, match="no text"):
        read_actors(written(tmp_path, text))
    assert not mark.exists()


def test_a_list_that_holds_itself_ends(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text"):
        read_actors(written(tmp_path, "actors:\n  - name: Orla Vint\n    kind: person\n    names: &a [*a]\n"))


def test_the_example_of_the_page_can_be_used(tmp_path: Path) -> None:
    """It is what everybody begins with."""
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    assert read_actors(written(tmp_path, example[1])) == ()
    uncommented = re.sub(r"^# ?(?=  |actors)", "", example[1], flags=re.MULTILINE)
    assert len(read_actors(written(tmp_path, uncommented))) == 2


def test_the_package_ships_no_list_of_people() -> None:
    import counterclaim

    shipped = Path(counterclaim.__file__).parent
    assert not [path for path in shipped.rglob("*") if path.suffix in (".yaml", ".yml")]
