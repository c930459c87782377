from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from greenict.methods.catalogue import catalogue
from greenict.methods.sector import growth_percent_per_year
from greenict_portal.foundation import languages, numbers
from greenict_portal.topics import engine, figures, names, texts, topic_pages

SLUGS = list(texts.topics())
LANGUAGES = [language.code for language in languages.READY]
D4 = {
    "green-data-centres",
    "smart-buildings",
    "green-ict-procurement",
    "cloud",
    "energy-efficiency",
    "smart-transport",
    "smart-logistics",
    "smart-grids",
    "water-management",
    "adaptation",
    "disaster-preparedness",
    "sector-account",
}


class _Words(HTMLParser):
    """What a reader sees of the prose of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.text = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs).get("class") or ""
        if found in ("prose", "lead"):
            self.inside = True
        elif tag == "section":
            self.inside = False

    def handle_data(self, data: str) -> None:
        self.text += f"{data} " if self.inside else ""


def _page(client, slug: str, language: str) -> str:
    response = client.get(f"/{language}/topics/{slug}/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_topics_are_those_of_clause_d4():
    assert set(SLUGS) == D4
    assert len(SLUGS) == 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_topic_speaks_each_language_in_about_two_hundred_words(client, slug: str, language: str):
    page = _page(client, slug, language)
    direction = languages.of(language).direction
    assert f'<html lang="{language}" dir="{direction}">' in page
    reader = _Words()
    reader.feed(page)
    assert 120 <= len(reader.text.split()) <= 320
    assert re.findall(r"[{}]", reader.text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_languages_say_the_same_figures(slug: str):
    named = [set(texts.PLACE.findall(" ".join(texts.text(slug, each).paragraphs))) for each in LANGUAGES]
    assert named[0] == named[1] == named[2]
    allowed = {name.split(".")[0] for name in named[0]}
    assert allowed <= set(texts.topics()[slug].figures)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_calculation_is_in_the_catalogue_and_linked(client, slug: str):
    page = _page(client, slug, "fr")
    methods = texts.topics()[slug].methods
    assert len(methods) == len(set(methods)) >= 5
    assert [each for each in methods if each not in catalogue()] == []
    found = re.findall(r'href="/fr/methods/(\w+)/"><bdi', page)
    assert found == list(methods)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_clause_has_words_of_its_own(slug: str):
    assert [clause for clause in texts.topics()[slug].clauses if clause not in names.CLAUSES] == []
    assert texts.topics()[slug].clauses[0] == "D4"


@pytest.mark.parametrize("name", list(texts.figure_rows()))
def test_each_figure_has_value_unit_year_source_and_a_name_in_each_language(name: str):
    figure = figures.figure(name)
    assert figure.value > 0
    assert all((figure.unit, figure.year, figure.source))
    assert all(texts.figure_labels(language)[name] for language in LANGUAGES)


def test_no_label_is_left_over():
    for language in LANGUAGES:
        assert set(texts.figure_labels(language)) == set(texts.figure_rows())


def test_a_computed_figure_is_the_librarys():
    wanted = growth_percent_per_year(first_energy_twh=710, last_energy_twh=915, span_years=13)
    assert figures.figure("ict_growth").value == wanted
    grid = engine.factor("greenict-open", "electricity.use.climate_change.WORLD.2024").amount
    assert figures.figure("pue_wasteful").value == pytest.approx(1_000_000 * 1.6 * grid)
    assert figures.figure("laptop_made").value == 170


def test_every_status_of_a_figure_has_words():
    tags = {re.split(r"[, ]", figures.figure(name).status)[0] for name in texts.figure_rows()}
    assert tags - {""} - set(names.STATUSES) == set()


def test_a_text_is_escaped_and_its_figures_are_set_in():
    shown = numbers.figure(5, "kWh")
    said = texts.rendered("<b>a</b> {x} in {x.year}", {"x": shown, "x.year": "<2020>"})
    assert said == f"&lt;b&gt;a&lt;/b&gt; {shown} in &lt;2020&gt;"


def test_an_unknown_topic_is_not_found(client):
    assert client.get("/en/topics/no-such/").status_code == 404
    assert client.get("/en/topics/%3Cscript%3E/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_links_every_topic_once(client, language: str):
    page = client.get(f"/{language}/topics/").content.decode()
    assert re.findall(rf'<h2><a href="/{language}/topics/([a-z-]+)/">', page) == SLUGS


def test_the_masthead_leads_to_the_topics(client):
    page = client.get("/en/topics/").content.decode()
    assert '<a href="/en/topics/" aria-current="page">Topics</a>' in page


def test_a_method_has_its_plain_address_without_the_calculators(settings):
    settings.ROOT_URLCONF = "greenict_portal.topics.urls"
    assert topic_pages.method_address("pue_ratio", "ar") == "/ar/methods/pue_ratio/"


def test_only_reading_is_allowed(client):
    for name in ("topics:index", "topics:sector", "topics:compare"):
        assert client.post(reverse(name)).status_code == 405
