"""The topics, the sector and the comparison in a real browser: English and Arabic, wide and narrow, checked by axe."""

from __future__ import annotations

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.browser

SCREENS = [("en", 1280), ("en", 360), ("ar", 1280), ("ar", 360)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
OWN = "name1=Mine&made1=200&energy1=20&life1=8"
ROUTERS = "name1=A&rate1=100&p0_1=700&p30_1=800&p100_1=1000&name2=B&rate2=90&p0_2=700&p30_2=800&p100_2=1000"
PAGES = (
    "topics/",
    "topics/green-data-centres/",
    "topics/sector-account/",
    "sector/",
    f"compare/?class=laptop&country=MAR&year=2024&years=5&{OWN}",
    "compare/?class=laptop&name1=Mine",
    f"compare/?class=core&uncertainty=5&{ROUTERS}",
)


@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_axe_finds_nothing_and_nothing_sticks_out(site: str, browser, language: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for name in PAGES:
        page.goto(f"{site}/{language}/{name}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        found = axe.Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, name
    context.close()


def test_axe_finds_nothing_in_the_dark(site: str, open_page):
    page = open_page(color_scheme="dark")
    for name in ("topics/", "topics/cloud/", "sector/", "compare/"):
        page.goto(f"{site}/en/{name}")
        found = axe.Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_reader_goes_from_a_topic_to_a_comparison(site: str, open_page, script: bool):
    page = open_page(java_script_enabled=script)
    page.goto(f"{site}/en/")
    page.locator(".sections a[href='/en/topics/']").click()
    page.locator("a[href='/en/topics/green-ict-procurement/']").click()
    assert page.locator("h1").inner_text() == "Green ICT procurement"
    page.locator(".prose a[href='/en/compare/']").click()
    page.locator(".tabs a[href='?class=monitor']").click()
    page.locator("#country").select_option("KEN")
    for field, value in {"name1": "Mine", "made1": "60", "energy1": "20", "life1": "8"}.items():
        page.locator(f"#{field}").fill(value)
    page.locator("form[method=get] button").last.click()
    assert page.locator("section[aria-labelledby=result] tbody tr").count() == 3
    assert "name1=Mine" in page.url
    page.locator(".languages a[hreflang=ar]").click()
    assert page.locator("section[aria-labelledby=result] tbody tr").count() == 3
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_the_sector_can_be_downloaded(site: str, open_page):
    page = open_page(accept_downloads=True)
    page.goto(f"{site}/en/sector/")
    with page.expect_download() as download:
        page.locator("a[href$='/download/csv']").click()
    assert download.value.suggested_filename == "ict-sector.csv"


def test_a_buyer_compares_offers(site: str, open_page):
    for script in (True, False):
        page = open_page(java_script_enabled=script)
        page.goto(f"{site}/en/topics/green-ict-procurement/")
        page.locator(".prose a[href='/en/compare/offers/']").click()
        assert page.locator("section[aria-labelledby=result]").count() == 0
        page.locator("a[href$='#result']").click()
        names = "section[aria-labelledby=result] table:first-of-type tbody th > bdi"
        assert page.locator(names).all_inner_texts() == ["B", "A", "C"]
        page.locator("#must_repairability").fill("")
        page.locator("main form button").last.click()
        assert page.locator("section[aria-labelledby=result] strong").count() == 0


@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_axe_finds_nothing_in_a_comparison_of_offers(site: str, browser, language: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/{language}/compare/offers/?name1=Mine")
    assert page.locator("#price1-mend").is_visible()
    page.goto(f"{site}/{language}/compare/offers/")
    example = page.locator("a[href$='#result']").get_attribute("href")
    for name in ("", example, "?name1=Mine"):
        page.goto(f"{site}/{language}/compare/offers/{name}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        found = axe.Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, name
    context.close()
