from __future__ import annotations

import csv
import html
import io
import json
import re
from urllib.parse import parse_qsl, urlencode

import pytest
from django.utils import translation

from greenict.methods.offers import Criterion, Offer, Terms, compare_offers
from greenict.methods.procurement import cost_with_ghg_currency, offer_ghg_kg
from greenict_portal.topics import engine, names, offer_pages, offer_tables, queries
from greenict_portal.topics.forms import OfferForm, offers_filled
from greenict_portal.topics.forms.offers import WEIGHTS

EXAMPLE = dict(parse_qsl(queries.offers_example()))
PLAIN = {**EXAMPLE, "carbon": "", "country": "FRA", "year": "2023"}
ONE = {
    **WEIGHTS,
    "name1": "Mine",
    "price1": "500",
    "pieces1": "10",
    "life1": "5",
    "energy1": "30",
    "made1": "200",
    "mass1": "2",
}
SAID = {"repairability1": "7", "recycled1": "20", "substances1": "1", "label1": "1"}
GRID = engine.factor("greenict-open", "electricity.use.climate_change.FRA.2023").amount


def _get(client, language: str = "en", under: str = "", **asked: str):
    return client.get(f"/{language}/compare/offers/{under}?{urlencode(asked)}")


def _tender(asked: dict[str, str]) -> offer_pages.Tender:
    form = OfferForm(offers_filled(asked), language="en")
    assert form.is_valid(), form.errors
    tender = form.tender()
    assert tender is not None
    return tender


def _by_the_library(grid: float) -> list:
    said = {
        "A": (700, 4, 30, 250, 1.6, 1000, 0, 5.5, 10, 0),
        "B": (780, 6, 25, 220, 1.5, 600, -2000, 7.8, 35, 1),
        "C": (620, 5, 38, 260, 1.9, 1500, 0, 4.2, 20, 1),
    }
    offers = [
        Offer(
            name,
            100,
            100 * price,
            energy,
            made,
            mass,
            life,
            upkeep,
            end,
            amounts={"repairability": repair, "recycled": recycled, "substances": 1, "label": label},
        )
        for name, (price, life, energy, made, mass, upkeep, end, repair, recycled, label) in said.items()
    ]
    criteria = [
        Criterion("cost_currency", 100000, 60000, 0.4),
        Criterion("ghg_kg", 50000, 20000, 0.2),
        Criterion("waste_kg", 250, 50, 0.1),
        Criterion("repairability", 4, 10, 0.15, must_amount=5),
        Criterion("recycled", 0, 50, 0.05),
        Criterion("substances", 0, 1, 0.0, must_amount=1),
        Criterion("label", 0, 1, 0.1),
    ]
    return compare_offers(offers, criteria, Terms(5, 0.2, grid, 0.04))


def test_the_offers_are_judged_as_the_library_judges_them():
    found, _ = offer_pages.rows(_tender(PLAIN))
    wanted = _by_the_library(GRID)
    assert [row.judged for row in found] == wanted
    assert [(row.offer.name, row.rank) for row in found] == [("B", 1), ("A", 2), ("C", None)]
    assert [row.score and row.score.value for row in found] == [each.score for each in wanted]


def test_an_offer_that_misses_a_must_stands_last_with_the_reason(client):
    page = _get(client, **PLAIN).content.decode()
    offers = re.findall(r'<th scope="row"(?: class="long")?><bdi>([^<]*)</bdi>', page)
    assert offers == ["B", "A", "C"]
    assert page.count("Misses a must") == 1
    row = re.sub(r"<[^>]+>", "", page[page.index("<strong>Misses a must") :].split("</th>")[0])
    assert " ".join(row.split()) == "Misses a must: Repairability, 0 to 10 (4.2 · at least 5)"


@pytest.mark.parametrize(
    ("name", "value", "missed"),
    [("substances2", "0", "substances"), ("repairability2", "4.9", "repairability")],
)
def test_a_must_is_not_made_good_by_other_criteria(name: str, value: str, missed: str):
    found, _ = offer_pages.rows(_tender(PLAIN | {name: value}))
    out = next(row for row in found if row.offer.name == "B")
    assert (out.rank, out.score, out.judged.missed) == (None, None, (missed,))


def test_a_must_without_a_weight_needs_no_ends_and_is_read_as_at_most():
    asked = {**ONE, **SAID, "must_ghg": "2000"}
    (row,), _ = offer_pages.rows(_tender(asked | {"made1": "400"}))
    assert row.judged.missed == ("ghg_kg",)
    (kept,), _ = offer_pages.rows(_tender(asked | {"must_ghg": "1e6"}))
    assert kept.judged.missed == ()
    assert kept.score.value == pytest.approx(0.4 * 70 + 0.2 * 20 + 0.2 * 100 + 0.2 * 100)


def test_a_price_of_co2e_is_in_the_cost_that_is_judged():
    asked = {**PLAIN, "carbon": "100"}
    found, _ = offer_pages.rows(_tender(asked))
    for row in found:
        wanted = cost_with_ghg_currency(
            offer_cost_currency=row.judged.cost_currency,
            offer_ghg_t=row.judged.ghg_kg / 1000,
            ghg_price_currency_per_ghg_t=100,
        )
        assert row.priced_cost == wanted
        points = (100000 - wanted) / 40000 * 100
        assert row.judged.criterion_scores["cost_with_ghg_currency"] == pytest.approx(points)


def test_the_range_is_that_of_the_grid_and_all_offers_share_it():
    tender = _tender(PLAIN | {"energy1": "25", "life1": "5.9", "made1": "220"})
    found, holds = offer_pages.rows(tender)
    rows = {row.offer.name: row for row in found}
    low, high = offer_pages.ends(engine.sums([tender.grid])[1])
    ends = [
        offer_ghg_kg(
            offered_pieces=100,
            embodied_ghg_kg_per_piece=220,
            yearly_energy_kwh_per_piece=25,
            service_years=5,
            grid_ghg_kg_per_kwh=grid,
            lifetime_years=6,
        )
        for grid in (low, high)
    ]
    assert [rows["B"].ghg.low, rows["B"].ghg.high] == pytest.approx(ends)
    found_more = offer_pages.against(rows["A"], rows["B"])
    assert (
        found_more["low"] == pytest.approx(found_more["high"]) == pytest.approx(22000 * 5 * (1 / 5.9 - 1 / 6))
    )
    assert not found_more["none"]
    assert holds


def test_an_order_that_changes_inside_the_range_is_said(client):
    # X is made with little and draws much, Y the other way round: the grid decides.
    grid = engine.grid("WORLD", 2024).amount
    even = 5 * 50 * grid
    asked = {
        **ONE, **SAID, "name1": "X", "made1": "100", "energy1": "100", "life1": "5",
        **{key.replace("1", "2"): value for key, value in {**ONE, **SAID}.items()},
        "name2": "Y", "made2": str(100 + even * 1.001), "energy2": "50", "life2": "5",
        "country": "WORLD", "year": "2024", "weight_ghg": "100", "worst_ghg": "1e5", "best_ghg": "0",
        "weight_repairability": "", "weight_recycled": "", "weight_substances": "", "weight_label": "",
    }  # fmt: skip
    found, holds = offer_pages.rows(_tender(asked))
    assert [row.offer.name for row in found] == ["X", "Y"]
    assert not holds
    lowest, other = found
    assert offer_pages.against(other, lowest)["none"]
    assert all(row.score.low < row.score.value < row.score.high for row in found)
    page = _get(client, **asked).content.decode()
    assert (
        page.count("The order changes inside the grid&#x27;s range")
        + page.count("The order changes inside the grid's range")
        == 1
    )
    assert page.count("no difference: it lies inside the ranges") == 1


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_reproduces_from_its_address_in_each_language(client, language: str):
    first = _get(client, language, **EXAMPLE)
    assert first.status_code == 200
    assert first.content == _get(client, language, **EXAMPLE).content
    page = first.content.decode()
    assert page.count('<svg class="chart bars"') == 3
    assert page.count("<table>") == 2
    assert 'style="' not in page
    assert re.search(r'name="price2" value="780"', page)
    empty = _get(client, language)
    assert empty.status_code == 200
    assert "<table>" not in empty.content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_each_figure_leads_to_its_calculation(client, language: str):
    tender = _tender(PLAIN)
    with translation.override(language):
        page = offer_tables.offer_page(tender, language)
    steps = {step["method"]: step["address"] for step in page["rows"][0]["steps"]}
    assert list(steps) == ["offer_cost_currency", "offer_ghg_kg", "offer_waste_kg", "offer_score"]
    for address in steps.values():
        assert address.startswith(f"/{language}/methods/")
        answer = client.get(address.split("#")[0])
        assert answer.status_code == 200
        assert 'aria-invalid="true"' not in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "field", "sentence"),
    [
        ({"name1": "Mine"}, "price1", "Fill in this field, or empty the whole row."),
        ({**ONE, **SAID, "pieces1": "0"}, "pieces1", "Give a number above 0."),
        ({**ONE, **SAID, "life1": "0"}, "life1", "Give a number above 0."),
        ({**ONE, **SAID, "price1": "-1"}, "price1", "Ensure this value is greater than or equal to 0."),
        ({**ONE, **SAID, "end1": "nan"}, "end1", "Enter a number."),
        ({**ONE, **SAID, "repairability1": "11"}, "repairability1", "Ensure this value is less than or equal to 10."),
        ({**ONE, **SAID, "years": "2.5"}, "years", "Enter a whole number."),
        ({**ONE, **SAID, "discount": "101"}, "discount", "Ensure this value is less than or equal to 100."),
        ({**ONE, **SAID, "currency": "euro"}, "currency", "Give the three letters of a currency, as in EUR."),
        (
            {**ONE, **SAID, "label1": ""},
            "label1",
            "A criterion asks for this. Ask the supplier for it, or drop the criterion.",
        ),
        (
            {**ONE, **SAID, "weight_label": "10"},
            "weight_cost",
            "The weights add up to 90; they must add up to 100 over all criteria.",
        ),
        (
            {**ONE, **SAID, "weight_label": "", "weight_ghg": "20", "best_ghg": "1"},
            "worst_ghg",
            "A criterion with a weight needs this amount. Fill it in.",
        ),
        (
            {**ONE, **SAID, "weight_label": "", "weight_ghg": "20", "best_ghg": "2", "worst_ghg": "1"},
            "best_ghg",
            "Less is better here. Give less than what earns 0 points.",
        ),
        (
            {**ONE, **SAID, "best_repairability": "0"},
            "best_repairability",
            "More is better here. Give more than what earns 0 points.",
        ),
        (
            {**ONE, **SAID, **{key.replace("1", "2"): value for key, value in {**ONE, **SAID}.items()}},
            "name2",
            "“Mine” is there twice. Give each offer a name of its own.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(client, asked: dict[str, str], field: str, sentence: str):
    response = _get(client, **asked)
    assert response.status_code == 400
    page = html.unescape(response.content.decode())
    assert re.findall(rf'id="{field}-mend">([^<]*)<', page) == [sentence]
    assert "<table>" not in page


def test_hostile_input_is_escaped(client):
    hostile = '"><script>alert(1)</script>'
    answer = _get(client, **{**EXAMPLE, "name2": hostile})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert html.escape(hostile) in answer.content.decode()
    for field in ("country", "currency", "label1", "weight_cost"):
        refused = _get(client, **{**EXAMPLE, field: hostile})
        assert refused.status_code == 400
        assert "<script>alert" not in refused.content.decode()


def test_a_download_holds_the_figures_and_no_formula(client):
    asked = {**PLAIN, "name2": "=1+1"}
    answer = _get(client, under="download/csv", **asked)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="offers.csv"'
    table = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["name"] for row in table] == ["'=1+1", "A", "C"]
    wanted = _by_the_library(GRID)
    assert [float(row["cost_currency"]) for row in table] == [each.cost_currency for each in wanted]
    assert [row["missed"] for row in table] == ["", "", "repairability"]
    record = json.loads(_get(client, "ar", under="download/json", **asked).content)
    assert [row["ghg_kg"] for row in record["results"]] == [each.ghg_kg for each in wanted]
    assert record["grid"]["amount"] == GRID
    assert [each["name"] for each in record["criteria"]] == [axis.name for axis in offer_pages.AXES]
    assert [each["name"] for each in record["offers"]] == ["A", "=1+1", "C"]


def test_a_download_without_an_offer_shows_the_page(client):
    assert _get(client, under="download/pdf", **PLAIN).status_code == 404
    nothing = _get(client, under="download/csv")
    assert nothing.status_code == 400
    assert "There is no offer to write into a file. Fill in one at least." in nothing.content.decode()


def test_the_page_is_reached_from_the_topic_and_from_the_comparison(client):
    for page in ("topics/green-ict-procurement/", "compare/"):
        assert client.get(f"/en/{page}").content.decode().count('href="/en/compare/offers/"') == 1
    assert {axis.name for axis in offer_pages.AXES} == set(names.CRITERIA)
