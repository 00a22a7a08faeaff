"""The report in a real browser: what it draws, what it says on its console, and what it asks of the network."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.report.world import write_ledger

from counterclaim.ledger import open_ledger
from counterclaim.report import write_report

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    write_ledger(folder / "world.db")
    with open_ledger(folder / "world.db") as ledger:
        return write_report(ledger, folder / "report.html")


def shown(page: Path, profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium to look at the report")
        pytest.skip("no Chromium on this machine")
    command = [browser, *QUIET, f"--user-data-dir={profile}", *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)


def test_an_editor_sees_the_dispute_and_the_browser_finds_no_fault(page: Path, tmp_path: Path) -> None:
    done = shown(page, tmp_path, "--dump-dom")
    assert "Ada Quell" in done.stdout
    assert "Jon Brask" in done.stdout
    assert not re.findall(r"CONSOLE.*", done.stderr)


def test_nothing_runs_off_a_telephone(page: Path, tmp_path: Path) -> None:
    """The page tells its own width: the widest thing on it must fit into 390 pixels."""
    probe = page.with_name("narrow.html")
    probe.write_text(
        f'<iframe id="f" src="{page.name}" style="width:390px;height:800px;border:0"></iframe><script>f.onload=()=>'
        "{document.title=f.contentDocument.documentElement.scrollWidth}</script>",
        encoding="utf-8",
    )
    done = shown(probe, tmp_path, "--dump-dom", "--allow-file-access-from-files", "--virtual-time-budget=3000")
    width = re.search(r"<title>(\d+)</title>", done.stdout)
    assert width
    assert int(width[1]) <= 390


def test_it_prints(page: Path, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    shown(page, tmp_path / "profile", f"--print-to-pdf={paper}")
    assert paper.read_bytes().startswith(b"%PDF")
