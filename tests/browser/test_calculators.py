"""The calculators in a real browser: with and without JavaScript, in English and Arabic, checked by axe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.browser

SCREENS = [("en", 1280), ("en", 360), ("ar", 1280), ("ar", 360)]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
QUESTION = "facility_energy_kwh=13000000&it_energy_kwh=10000000"
ASSESSMENT = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_find_compute_keep_and_take_home(site: str, open_page, script: bool):
    page = open_page(java_script_enabled=script, accept_downloads=True)
    page.goto(f"{site}/en/methods/")
    page.locator("#q").fill("power usage effectiveness")
    page.locator("form[role=search] button").click()
    page.locator(".methods a[href='/en/methods/pue_ratio/']").click()
    page.locator("#facility_energy_kwh").fill("13000000")
    page.locator("#it_energy_kwh").fill("10000000")
    if not script:
        page.locator("form[data-live] button").click()
    page.wait_for_selector("#answer .big")
    assert page.locator("#answer .big data").get_attribute("value") == "1.3"
    page.wait_for_url(f"**/methods/pue_ratio/?{QUESTION}*")
    assert page.locator("#command").inner_text().startswith("greenict calc pue_ratio")

    page.locator("#answer form button[type=submit]").click()
    page.wait_for_url(f"{site}/en/calculations/")
    with page.expect_download() as download:
        page.locator("a[href$='/download/json']").click()
    assert [kept["value"] for kept in json.loads(Path(download.value.path()).read_text())] == [1.3]
    page.locator(".kept a").click()
    assert page.locator("#answer .big data").get_attribute("value") == "1.3"
    page.goto(f"{site}/en/calculations/")
    page.locator("form[action$='/calculations/delete/'] button").click()
    page.wait_for_selector(".note")
    assert page.locator(".kept li").count() == 0


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_calculation_is_put_beside_an_assessment(site: str, open_page, script: bool):
    page = open_page(java_script_enabled=script)
    page.goto(f"{site}/en/methods/?beside={ASSESSMENT}")
    page.locator("#q").fill("power usage effectiveness")
    page.locator("form[role=search] button").click()
    page.locator(".methods a[href^='/en/methods/pue_ratio/']").click()
    page.locator("#facility_energy_kwh").fill("13000000")
    page.locator("#it_energy_kwh").fill("10000000")
    if not script:
        page.locator("form[data-live] button").click()
    page.wait_for_selector("#answer .big data[value='1.3']")
    page.locator("#answer button:has-text('Add to my assessment')").click()
    page.wait_for_url(f"{site}/en/calculations/?beside={ASSESSMENT}")
    assert page.locator(".kept li").count() == 1
    assert page.locator(f"a[href='/en/assessments/{ASSESSMENT}/']").count() == 1
    found = axe.Axe().run(page, options={"runOnly": RULES}) if script else None
    assert found is None or found.violations_count == 0, found.generate_report()


def test_the_result_follows_the_input(site: str, open_page):
    page = open_page()
    page.goto(f"{site}/en/methods/pue_ratio/?{QUESTION}")
    page.locator("#it_energy_kwh").fill("5000000")
    page.wait_for_selector("#answer .big data[value='2.6']")
    assert page.url.endswith("it_energy_kwh=5000000")
    # It is said to those who hear the page, and the page in another language has the same inputs.
    assert page.locator("[role=status]").inner_text().strip() == "2.6"
    assert page.locator(".languages a[hreflang=ar]").get_attribute("href").endswith("it_energy_kwh=5000000")
    page.locator("#it_energy_kwh").fill("many")
    page.wait_for_selector("#it_energy_kwh[aria-invalid=true]")
    assert page.locator("#it_energy_kwh-mend").inner_text().startswith("“many” cannot be taken here.")
    assert page.locator("#answer .big").count() == 0
    page.locator("#it_energy_kwh").fill("")
    page.wait_for_selector("#answer:has-text('when the inputs are filled in')")
    assert page.locator("#it_energy_kwh-mend").inner_text() == ""
    page.locator("#it_energy_kwh").fill("6500000")
    page.wait_for_selector("#answer .big data[value='2']")
    assert page.locator("#it_energy_kwh").get_attribute("aria-invalid") is None
    # What was kept after the page changed under way carries a token that is still good.
    page.locator("#answer form button[type=submit]").click()
    page.wait_for_url(f"{site}/en/calculations/")
    assert page.locator(".kept data").first.get_attribute("value") == "2"


def test_the_command_is_copied(site: str, open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/en/methods/pue_ratio/?{QUESTION}")
    page.locator("[data-copy]").click()
    page.wait_for_selector("[data-copy]:has-text('Copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#command").inner_text()


def test_the_keyboard_reaches_the_worked_example_and_the_result(site: str, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/en/methods/pue_ratio/")
    page.locator("form[data-live] a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer .big")
    page.locator("#it_energy_kwh").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer .big")
    assert page.url.endswith("#answer")


@pytest.mark.parametrize(("language", "width"), SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    site: str, open_page, language: str, width: int, scheme: str
):
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)

    def look(name: str) -> None:
        found = axe.Axe().run(page, options={"runOnly": RULES})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, name

    for name in (
        "methods/",
        "methods/?topic=waste",
        "methods/?q=nothing+at+all",
        f"methods/pue_ratio/?{QUESTION}",
        "methods/pue_ratio/?facility_energy_kwh=x&it_energy_kwh=",
        "methods/environmental_footprint_points/?impact_amount=x&toxicity=y",
        "methods/passport_verdict/",
        "methods/basel_consent_verdict/",
        "methods/embodied_ghg_kg_per_year/?embodied_ghg_kg=300&lifetime_years=4..8",
        "calculations/",
        f"methods/?beside={ASSESSMENT}",
        f"methods/pue_ratio/?{QUESTION}&beside={ASSESSMENT}",
        f"calculations/?beside={ASSESSMENT}",
        "api/",
    ):
        page.goto(f"{site}/{language}/{name}")
        look(name)
    page.goto(f"{site}/{language}/methods/embodied_ghg_kg_per_year/?embodied_ghg_kg=300&lifetime_years=4..8")
    page.locator("#answer form button[type=submit]").click()
    page.wait_for_url("**/calculations/")
    look("kept")
