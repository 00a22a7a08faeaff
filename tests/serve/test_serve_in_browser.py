"""The workbench in a real browser, as an analyst uses it: pointer, keyboard, narrow screen; and axe-core looks."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.report.world import CLAIMS, COPY, POST, write_ledger

from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

expect.set_options(timeout=30_000)  # a busy machine is slow, and not wrong
QUIET = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = [
    "/disputes", "/claims?q=mirrow", address("claims", CLAIMS[0].id), address("articles", POST.id, beside=COPY.id),
    "/articles?q=mirrow", "/claimants", "/places", "/map", "/days", "/imports", "/review", "/decisions", "/api",
    "/nowhere",
]  # fmt: skip


@pytest.fixture(scope="module")
def url(quarrel: Path) -> Iterator[str]:
    """A server as `counterclaim serve` runs it, in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as at:
        config = uvicorn.Config(build_app(quarrel), log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium to look at the workbench")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """A fresh window; whatever it complains of, or asks of the outside, fails the test."""
    wrong: list[str] = []
    context = browser.new_context(base_url=url, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.on("console", lambda said: wrong.append(said.text) if "404" not in said.text else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(url) else None)
    yield opened
    context.close()
    assert not wrong


def test_from_the_disputes_to_the_marked_words(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Who holds Mirrow").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mirrow")
    # The quotation mark before the words is drawn, and no part of the link.
    page.get_by_role("link", name="We stand on the north quay").click(position={"x": 40, "y": 10})
    mark = page.locator(f"mark#w-{CLAIMS[1].id}")
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_text("We stand on the north quay")
    expect(page.locator(f"#n-{CLAIMS[1].id}.lit")).to_be_visible()


def test_what_is_new_is_marked_until_it_is_seen(page: Page) -> None:
    page.goto("/disputes?since=2000-01-01")
    expect(page.get_by_text("1 dispute has changed since")).to_be_visible()
    expect(page.locator(".news")).to_have_text("new")
    page.get_by_role("button", name="Mark all as seen").click()
    expect(page.get_by_text("Nothing has changed since")).to_be_visible()
    expect(page.locator(".news")).to_have_count(0)


def test_a_slash_leads_to_the_search_box_and_the_address_holds_what_was_sought(page: Page) -> None:
    page.goto("/disputes")
    page.keyboard.press("/")
    page.keyboard.type("north quay")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?q=north+quay")
    expect(page.get_by_role("link", name="We stand on the north quay")).to_be_visible()
    page.get_by_label("Claimant").fill("Quell")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**/claims?q=north+quay&claimant=Quell")
    expect(page.get_by_text("No claim meets all of these filters.")).to_be_visible()
    page.get_by_role("link", name="Claimant: Quell").click()
    expect(page.get_by_role("link", name="We stand on the north quay")).to_be_visible()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/disputes")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    dispute = page.get_by_role("link", name="Who holds Mirrow").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if dispute.evaluate("link => link === document.activeElement"):
            break
    expect(dispute).to_be_focused()
    page.keyboard.press("Enter")
    words = page.get_by_role("link", name="We stand on the north quay")
    for _ in range(40):
        page.keyboard.press("Tab")
        if words.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(f"mark#w-{CLAIMS[1].id}")).to_be_in_viewport()


def test_without_script_everything_is_there(browser: Browser, url: str) -> None:
    context = browser.new_context(base_url=url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/disputes")
    page.get_by_label("Search claims").fill("quay")
    page.get_by_label("Search claims").press("Enter")
    expect(page.get_by_role("link", name="We stand on the north quay")).to_be_visible()
    context.close()


def every_page(page: Page) -> Iterator[str]:
    """The pages, those of a dispute, a claimant and a place among them."""
    yield from PAGES
    for listing in ("disputes", "claimants", "places"):
        page.goto(f"/{listing}")
        link = page.locator(f'main a[href^="/{listing}/"]').first.get_attribute("href")
        assert link
        yield link


def test_nothing_runs_off_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in every_page(page):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    axe = Axe()
    for path in every_page(page):
        page.goto(path)
        found = axe.run(page).response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")
        ]
        assert not serious, (path, serious)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """A server on a ledger of its own, on which decisions are made."""
    path = write_ledger(tmp_path / "desk.db")
    with socket.create_server(("127.0.0.1", 0)) as at:
        app = build_app(path, access=Access(writing=True))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_a_claim_is_rejected_and_the_rejection_undone_by_keyboard_without_a_script(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto("/review")
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Tab")
    page.keyboard.type("a headline")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Reject")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("reject")
    expect(page.get_by_label("Your name")).to_have_value("Ada")
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("undo: reject")
    page.goto("/review")
    expect(page.get_by_text("Decided last")).to_have_count(0)
    context.close()


def test_pages_on_which_one_decides_are_sound_for_everybody(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    for channel in ("radio", "a letter"):
        page.goto(address("claims", CLAIMS[1].id))
        page.locator("summary", has_text="Correct").click()
        form = page.get_by_role("form", name="Correct this claim")
        form.get_by_label("Channel").fill(channel)
        form.get_by_label("Your name").fill("Ada")
        form.get_by_role("button", name="Correct").click()
        expect(page.get_by_role("status")).to_contain_text("correct channel")
    paths = ["/review", "/decisions", page.url, address("claims", CLAIMS[0].id), address("articles", POST.id)]
    for listing in ("claimants", "places"):
        page.goto(f"/{listing}")
        paths.append(page.locator(f'main a[href^="/{listing}/"]').first.get_attribute("href") or "")
    for path in paths:
        page.goto(path)
        for closed in page.locator("details").all():
            closed.evaluate("one => one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()
    context.close()


def test_a_claim_is_corrected_by_keyboard_without_a_script(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto(address("claims", CLAIMS[1].id))
    page.locator("summary", has_text="Correct").focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name="Correct this claim")
    form.get_by_label("Channel").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("a letter")
    form.get_by_label("Day said").focus()
    page.keyboard.type("soon")
    form.get_by_label("Your name").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Write EDTF")
    expect(form.get_by_label("Channel")).to_have_value("a letter")
    form.get_by_label("Day said").fill("2031-05-02")
    form.get_by_role("button", name="Correct").press("Enter")
    expect(page.get_by_role("cell", name="a letter")).to_be_visible()
    expect(page.get_by_role("cell", name="2031-05-02")).to_be_visible()
    context.close()


def test_the_form_that_corrects_fits_a_telephone_and_is_sound_for_everybody(browser: Browser, desk: str) -> None:
    for width, scheme in ((390, "light"), (1280, "dark")):
        context = browser.new_context(base_url=desk, viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address("claims", CLAIMS[1].id))
        page.locator("summary", has_text="Correct").click()
        page.get_by_label("Another proposition").select_option("losses")
        page.get_by_role("button", name="Add it to the form").click()
        expect(page.locator('input[name="new1.side"]')).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()
        context.close()


def test_somebody_is_renamed_by_keyboard_and_the_notice_takes_it_back(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto("/claimants")
    page.get_by_role("link", name="Ada Quell").press("Enter")
    page.locator("summary", has_text="Show under another name").focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name="Show under another name")
    form.get_by_label("Name", exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Ada of Velm")
    page.keyboard.press("Tab")
    page.keyboard.type("Ben")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada of Velm")
    expect(page.get_by_role("status")).to_contain_text("rename “Ada Quell” to “Ada of Velm”")
    page.get_by_role("status").get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Quell")
    context.close()


def test_going_back_after_a_decision_shows_what_holds_now(browser: Browser, desk: str) -> None:
    """Else somebody goes on with a form that is out of date, and is refused for no reason that she sees."""
    context = browser.new_context(base_url=desk)
    page = context.new_page()
    page.goto(address("claims", CLAIMS[1].id))
    page.locator("summary", has_text="Correct").click()
    form = page.get_by_role("form", name="Correct this claim")
    form.get_by_label("Channel").fill("radio")
    form.get_by_label("Your name").fill("Ada")
    form.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("status")).to_contain_text("correct channel")
    page.go_back()
    expect(page.get_by_role("cell", name="radio")).to_be_visible()
    page.locator("summary", has_text="Correct").click()
    form.get_by_label("Day said").fill("2031-05-02")
    form.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("cell", name="2031-05-02")).to_be_visible()
    context.close()


def test_of_two_tabs_the_slower_is_told_and_keeps_what_she_typed(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk)
    tabs = [context.new_page(), context.new_page()]
    for number, page in enumerate(tabs):
        page.goto(address("claims", CLAIMS[1].id))
        page.locator("summary", has_text="Correct").click()
        form = page.get_by_role("form", name="Correct this claim")
        form.get_by_label("Channel").fill(f"letter {number}")
        form.get_by_label("Your name").fill("Ada")
    tabs[0].get_by_role("form", name="Correct this claim").get_by_role("button", name="Correct").click()
    expect(tabs[0].get_by_role("status")).to_contain_text("correct channel")
    slower = tabs[1].get_by_role("form", name="Correct this claim")
    slower.get_by_role("button", name="Correct").click()
    expect(tabs[1].get_by_role("alert")).to_contain_text("was changed after the form was opened")
    expect(slower.get_by_label("Channel")).to_have_value("letter 1")
    slower.get_by_role("button", name="Correct").click()
    expect(tabs[1].get_by_role("status")).to_contain_text("No longer carried out because of it")
    context.close()
