"""What the pages say is there is there: links, commands, dependencies, versions."""

import re
import tomllib
from pathlib import Path

import pytest

import counterclaim
from counterclaim.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "training").rglob("*.md")])
LINK = re.compile(r"\[[^\]]+\]\(([^)#]+)(?:#[^)]*)?\)")


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~\[ ;]", requirement)[0].lower() for requirement in requirements}


def project() -> dict[str, list[str]]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = table["project"]["optional-dependencies"]
    return {"run": table["project"]["dependencies"], **extras, **table["dependency-groups"]}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_reader_who_follows_a_link_finds_the_page(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert not [target for target in targets if not (page.parent / target).exists()]


def test_every_page_of_the_docs_is_named_in_their_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    missing = [
        page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md" and page.name not in index
    ]
    assert not missing


def test_every_command_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^(?:\$ )?counterclaim ([a-z]+)", readme, flags=re.MULTILINE))
    assert shown, "the README shows no command"
    assert shown <= set(main.list_commands(None))  # type: ignore[arg-type]


def test_every_dependency_says_why_it_is_there_and_none_is_listed_that_left() -> None:
    listed = set(
        re.findall(r"^\| `([^`]+)`", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == set().union(*map(names, project().values()))


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_the_lock_pins_every_dependency_with_hashes_and_names_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    pinned = {name.lower() for name in re.findall(r"^([\w.\-]+)==", text, re.MULTILINE)}
    wanted = names(project()["run"] + project()["build"] + (project()["dev"] if lock == "dev.txt" else []))
    assert wanted <= pinned
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in re.findall(r"^[\w.\-]+==.*(?:\n    .*)*", text, re.MULTILINE))


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == counterclaim.__version__  # type: ignore[index]
