"""The analyst's journey in a real browser: with and without JavaScript, in English and Arabic, checked by axe."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.browser

SCREENS = [("en", 1280), ("en", 360), ("ar", 1280), ("ar", 360)]


def _upload(page, site: str, example: Path, language: str = "en") -> None:
    """From the first page to what was understood of the example inventory."""
    page.goto(f"{site}/{language}/")
    with page.expect_download() as download:
        page.locator("a[download]").first.click()
    download.value.save_as(example)
    page.locator(f".sections a[href='/{language}/assess/']").click()
    page.locator("#file").set_input_files(example)
    page.locator("form[enctype] button").click()
    page.wait_for_selector("input[name=by]", timeout=20_000)


def _assess(page) -> None:
    page.locator("form[action$='/run/'] button").click()
    page.wait_for_selector(".totals", timeout=30_000)


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_upload_result_why_and_xlsx(site: str, open_page, example: Path, script: bool):
    page = open_page(java_script_enabled=script, accept_downloads=True)
    _upload(page, site, example)
    lines = len(example.read_text(encoding="utf-8").splitlines()) - 1
    assert page.locator("dl.facts dd").nth(1).inner_text() == str(lines)
    page.locator("input[name=by][value=site]").check()
    _assess(page)
    assert page.locator(".totals h3").all_inner_texts()[0] == "Climate change"
    assert page.locator("svg.bars").count() >= 2

    page.locator(".totals a").first.click()
    assert page.locator("h1").inner_text() == "Why this figure?"
    assert page.locator("section[aria-labelledby=factors] tbody tr").count() > 3
    assert page.locator("section[aria-labelledby=lines] tbody tr").count() > 3

    page.locator(".actions a").last.click()
    with page.expect_download() as download:
        page.locator("a[href$='/download/xlsx']").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()), read_only=True)
    assert len(book.sheetnames) >= 1

    page.locator("form[action$='/delete/'] button").click()
    page.wait_for_url(f"{site}/en/assess/")
    assert page.locator("#earlier").count() == 0


@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_axe_finds_nothing_and_nothing_sticks_out(
    site: str, open_page, example: Path, language: str, width: int
):
    page = open_page(viewport={"width": width, "height": 800}, accept_downloads=True)

    def look(name: str) -> None:
        found = axe.Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, name

    for name in ("", "about/", "assess/", "example/", "example/explain/"):
        page.goto(f"{site}/{language}/{name}")
        look(name or "front")
    _upload(page, site, example, language)
    look("check")
    _assess(page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
    look("result")
    page.locator(".totals a").first.click()
    look("explain")


def test_axe_finds_nothing_in_the_dark(site: str, open_page):
    page = open_page(color_scheme="dark")
    for name in ("", "assess/", "example/"):
        page.goto(f"{site}/en/{name}")
        found = axe.Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"


def test_the_language_changes_and_the_page_stays(site: str, open_page):
    page = open_page()
    page.goto(f"{site}/en/example/?category=final_energy")
    page.locator(".languages a[hreflang=ar]").click()
    assert page.url == f"{site}/ar/example/?category=final_energy"
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_bad_rows_are_said_and_left_out(site: str, open_page, tmp_path: Path):
    page = open_page()
    sent = tmp_path / "bad.csv"
    sent.write_text("item,quantity,country\nlaptop,5,FRA\nlaptop,many,FRA\n", encoding="utf-8")
    page.goto(f"{site}/en/assess/")
    page.locator("#file").set_input_files(sent)
    page.locator("form[enctype] button").click()
    page.wait_for_selector("#bad", timeout=20_000)
    assert page.locator("#bad").inner_text() == "1 bad row"
    page.locator("input[name=keep_going]").check()
    _assess(page)
    assert page.locator("#left").inner_text() == "1 row left out"


def test_a_file_that_is_too_large_is_refused_before_and_after_it_travels(
    site: str, open_page, tmp_path: Path
):
    large = tmp_path / "large.csv"
    large.write_bytes(b"item,quantity\n" + b"laptop,1\n" * 400_000)
    page = open_page()
    page.goto(f"{site}/en/assess/")
    page.locator("#file").set_input_files(large)
    assert re.match("The file is larger", page.evaluate("document.querySelector('#file').validationMessage"))


def test_a_large_file_sent_without_javascript_gets_its_page(site: str, browser, tmp_path: Path):
    large = tmp_path / "large.csv"
    large.write_bytes(b"item,quantity\n" + b"laptop,1\n" * 400_000)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/assess/")
    page.locator("#file").set_input_files(large)
    page.locator("form[enctype] button").click()
    page.wait_for_selector("[role=alert]")
    assert (
        page.locator("[role=alert]").inner_text().startswith("The file has 3.6 MB; at most 3 MB are taken.")
    )
    context.close()


def test_the_keyboard_reaches_the_content_first(site: str, open_page):
    page = open_page()
    page.goto(f"{site}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_first_visit_stays_light_and_at_home(site: str, browser):
    context = browser.new_context()
    page = context.new_page()
    hosts, sizes = set(), []
    page.on(
        "response", lambda answer: (hosts.add(answer.url.split("/")[2]), sizes.append(answer.request.sizes()))
    )
    page.goto(f"{site}/en/", wait_until="networkidle")
    assert hosts == {site.split("/")[2]}
    assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 100_000
    context.close()
