"""The pack that `docs/packs.md` writes works as the page says, installed as a user would install it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from counterclaim.frames import FrameKind, Parties, Timing, Wording, packs

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def block(language: str, number: int = 0) -> str:
    return [text for name, text in BLOCKS if name == language][number]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the page's pack with the metadata that an installer would write."""
    folder = tmp_path_factory.mktemp("site")
    project = tomllib.loads(block("toml"))["project"]
    (folder / "rally_pack.py").write_text(block("python"), encoding="utf-8")
    info = folder / f"rally_pack-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    points = project["entry-points"]["counterclaim.packs"]
    lines = [f"{name} = {target}" for name, target in points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[counterclaim.packs]", *lines, ""]))
    (folder / "march.txt").write_text(block("text"), encoding="utf-8")
    return folder


def counterclaim(folder: Path, *arguments: str) -> str:
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "counterclaim", *arguments, "--ledger", str(folder / "march.db")]
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=folder).stdout


def test_the_pages_pack_makes_the_dispute_that_the_page_shows(installed: Path) -> None:
    counterclaim(installed, "read", "march.txt")
    told = counterclaim(installed, "disputes")
    assert [line for line in block("console").splitlines() if line.strip() and line not in told] == []


def test_the_pages_signals_are_signals(installed: Path) -> None:
    space: dict[str, object] = {}
    exec(block("python") + block("python", 1), space)  # noqa: S102 - the page's own code
    assert callable(getattr(space["CrimePack"], "signals", None))


def test_the_page_explains_every_field_that_a_frame_can_have() -> None:
    """A field that no page tells of is a field that nobody's pack will set."""
    fields = {name for kind in (FrameKind, Wording, Timing, Parties) for name in kind.__dataclass_fields__}
    assert not [name for name in fields if not re.search(rf"\b{name}\b", PAGE)]


def test_the_page_lists_the_frames_and_roles_of_every_pack_that_is_shipped() -> None:
    for pack in packs():
        for frame, kind in pack.frames.items():
            row = re.search(rf"^\| `{frame}` \|(.*)\|", PAGE, re.MULTILINE)
            assert row, frame
            assert not [role for role in kind.roles if f"`{role}`" not in row[1]], frame
