"""What the model and the page say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from greenict.report import LANGUAGES, figures, page
from greenict.report.blocks import Chart, Section, Table
from greenict.report.texts import catalogue
from greenict.tables.categories import CATEGORIES, DATA_CLASSES, STAGES

if TYPE_CHECKING:
    from greenict.assess import Result
    from greenict.report.blocks import Page


def section(laid: Page, name: str) -> Section:
    return next(one for one in laid.sections if one.id == name)


def table(one: Section) -> Table:
    return next(block for block in one.blocks if isinstance(block, Table))


def test_every_language_has_the_same_texts_with_the_same_braces() -> None:
    def braces(words: object) -> object:
        if isinstance(words, dict):
            return {key: braces(value) for key, value in words.items()}
        return sorted(re.findall(r"\{\w+\}", str(words)))

    assert [braces(catalogue()[language]) for language in LANGUAGES] == [braces(catalogue()["en"])] * len(
        LANGUAGES
    )


def test_arabic_has_no_vowel_signs_that_a_reader_of_pdf_text_would_scramble() -> None:
    assert not re.search("[\u064b-\u0652]", str(catalogue()["ar"]))


def test_the_english_words_are_those_of_the_tables() -> None:
    words = catalogue()["en"]
    assert words["category"] == {category.id: category.name for category in CATEGORIES.values()}
    assert words["stage"] == STAGES
    assert words["data_class"] == DATA_CLASSES


def test_sections_of_an_organisation(operator: Result) -> None:
    ids = [one.id for one in page(figures(operator)).sections]
    assert ids == [
        "summary",
        "by-stage",
        "by-scope",
        "by-keys",
        "coverage",
        "factors",
        "warnings",
        "left-out",
        "method",
    ]


def test_scope_2_by_location_and_by_market_stand_apart(operator: Result) -> None:
    laid = page(figures(operator))
    assert [column.title for column in table(section(laid, "by-scope")).columns[1:3]] == [
        "Climate change",
        "Climate change, scope 2 by market",
    ]
    assert any("never added" in getattr(block, "text", "") for block in laid.sections[0].blocks)


def test_the_last_row_is_the_total(operator: Result) -> None:
    laid = page(figures(operator))
    last = [cell.text for cell in table(section(laid, "by-keys")).rows[-1]]
    totals = [row[1].text for row in table(Section("", "", laid.sections[0].blocks[1:])).rows]
    assert last == ["Total", *totals]


def test_stages_stand_in_the_order_of_life(operator: Result) -> None:
    rows = table(section(page(figures(operator)), "by-stage")).rows
    assert [row[0].text for row in rows] == ["Production", "Use", "End of life", "Total"]


def test_a_long_breakdown_sums_what_it_does_not_list(country: Result) -> None:
    model = figures(country)
    long = type(model.breakdowns[-1])(("item", "year"), country.breakdown("item", "year"))
    laid = page(type(model)(**{**vars(model), "breakdowns": (long,)}))
    rows = table(section(laid, "by-keys")).rows
    kinds = len({(row["item"], row["year"]) for row in long.rows})
    assert len(rows) == 42
    assert rows[-2][0].text == f"{kinds - 40:,} others"


def test_bars_lie_within_the_chart(operator: Result) -> None:
    for one in page(figures(operator)).sections:
        for block in one.blocks:
            if isinstance(block, Chart):
                assert max(max(bar.length, bar.high or 0) for bar in block.bars) == 1
                assert all(0 <= (bar.low or 0) <= (bar.high or 1) for bar in block.bars)


def test_every_year_has_its_bar(country: Result) -> None:
    chart = next(b for b in section(page(figures(country)), "by-keys").blocks if isinstance(b, Chart))
    assert [bar.label for bar in chart.bars] == [str(year) for year in range(2001, 2023)]


def test_weights_of_factors(country: Result) -> None:
    weights = [w for w in figures(country).weights if w.category == "climate_change"]
    assert len(weights) == 20
    assert weights[0].share_of_variance == max(w.share_of_variance for w in weights)
    assert all(weight.factor.source and weight.factor.licence for weight in weights)
    whole = country.totals["climate_change"]["value"]
    assert all(w.share == pytest.approx(w.value / whole) for w in weights)


def test_every_factor_used_is_credited(operator: Result) -> None:
    model = figures(operator)
    assert sum(source.factors for source in model.sources) == len(operator.computation.matched.factors)
    assert all(source.licence for source in model.sources)


def test_sales_are_told_as_flows_of_their_year(country: Result) -> None:
    facts = {row[0].text: row[1].text for row in table(page(figures(country)).sections[0]).rows}
    assert facts["Kind of table"] == "Sales, through the stock model"
    assert facts["What the figures mean"].startswith("Every flow counts in the year")


def test_what_lacks_a_factor_is_listed_by_category(operator: Result) -> None:
    rows = table(section(page(figures(operator)), "warnings")).rows
    lacking = {row[0].below: row[1].text for row in rows if row[0].text.startswith("No factor")}
    missing = {w["category"] for w in operator.warnings if w["code"] == "missing_factor"}
    assert set(lacking) == {CATEGORIES[category].name for category in missing}
