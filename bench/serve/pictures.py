"""`python -m bench.serve.pictures`: the main pages of the demo as pictures in `docs/pictures/`.

Reads the demo corpus into a ledger of its own (or takes `--ledger FILE`) and looks at it in Debian's Chromium.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.serve.load import served

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WIDTH, HEIGHT, QUALITY = 1280, 860, 45


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", type=Path, help="the ledger to show; by default the demo's, read anew")
    options = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("There is no Chromium on this machine: install it (apt-get install chromium)")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.ledger or _demo(Path(folder))
        with served(ledger, 1) as (url, _), sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser)
            page = opened.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            for name, path in _pages(url).items():
                _picture(page, f"{url}{path}", FOLDER / f"{name}.jpg")
            opened.close()


def _demo(folder: Path) -> Path:
    command = [sys.executable, "-m", "counterclaim", "demo", "--folder", str(folder), "--workers", "1"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "demo.db"


def _pages(url: str) -> dict[str, str]:
    """The weightiest dispute, the place most spoken of, and the report of most claims in that dispute."""
    dispute = _asked(url, "disputes?limit=1")["items"][0]
    claims = _asked(url, f"claims?side={dispute['sides'][0]['id']}&limit=200")["items"]
    reports = [claim["article"] for claim in claims]
    place = _asked(url, "places?limit=1")["items"][0]["id"]
    return {
        "disputes": "disputes",
        "dispute": f"disputes/{dispute['id']}",
        "report": f"articles/{max(sorted(set(reports)), key=reports.count)}",
        "place": f"places/{place}",
        "map": "map",
        "review": "review",
    }


def _asked(url: str, path: str) -> Any:
    for _ in range(60):
        try:
            with urllib.request.urlopen(f"{url}api/v1/{path}") as answer:  # noqa: S310 - the address that the command printed
                return json.load(answer)
        except ConnectionError:
            time.sleep(0.5)
    raise SystemExit(f"{url} does not answer")


def _picture(page: Page, address: str, path: Path) -> None:
    page.goto(address)
    page.screenshot(path=path, type="jpeg", quality=QUALITY)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
