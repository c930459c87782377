from __future__ import annotations

import html
import re
from urllib.parse import urlencode

import numpy as np
import pytest

from greenict.methods.devices import device_ghg_kg_per_year
from greenict.methods.network_equipment import class_eer_gbps_per_w
from greenict_portal.topics import device_pages, engine, network_pages
from greenict_portal.topics.device_pages import Own
from greenict_portal.topics.network_pages import Equipment

MINE = {"name1": "Mine", "made1": "200", "energy1": "20", "life1": "8"}
ROUTER = {"name1": "A", "rate1": "100", "p0_1": "700", "p30_1": "800", "p100_1": "1000"}


def _get(client, language: str = "en", **asked: str):
    return client.get(f"/{language}/compare/?{urlencode(asked)}")


def test_a_set_has_the_librarys_figure():
    rows = device_pages.compared("laptop", "FRA", 2024, 5, [])
    assert [row.name.split(" (")[0] for row in rows] == [
        "GreenICT open factors",
        "ADEME Base Carbone, devices",
        "Manufacturers' product carbon footprints",
    ]
    grid = engine.factor("greenict-open", "electricity.use.climate_change.FRA.2024").amount
    wanted = 5 * device_ghg_kg_per_year(
        embodied_ghg_kg=170 + 12.3 + 2.79,
        lifetime_years=5,
        annual_energy_kwh_per_year=29.0175,
        grid_ghg_kg_per_kwh=grid,
    )
    assert rows[0].total.value == pytest.approx(wanted)
    assert rows[0].embodied.value == pytest.approx(185.09)
    assert rows[1].embodied.value == pytest.approx(156.2 + 2.79)
    assert (rows[0].mixed, rows[1].mixed) == (False, True)


def test_a_range_holds_its_figure_and_an_own_figure_has_none():
    rows = device_pages.compared("monitor", "WORLD", 2024, 5, [Own("Mine", 100, 30, 6)])
    for row in rows:
        assert row.total.low < row.total.value < row.total.high
    assert rows[-1].embodied == device_pages.Amount(100)
    assert rows[-1].energy == device_pages.Amount(30)


def test_two_devices_on_one_grid_share_its_draws():
    one, two = device_pages.compared(
        "television", "WORLD", 2024, 5, [Own("A", 300, 70, 8), Own("B", 330, 70, 8)]
    )[-2:]
    found = device_pages.difference(two, one)
    assert not found["none"]
    assert found["low"] == pytest.approx(found["high"]) == pytest.approx(30 / 8 * 5)
    assert one.total.high > two.total.low


def test_a_difference_inside_the_ranges_is_none():
    rows = device_pages.compared("laptop", "FRA", 2024, 5, [])
    lowest = min(rows, key=lambda row: row.total.value)
    assert lowest.name.startswith("ADEME")
    found = device_pages.difference(rows[0], lowest)
    drawn = rows[0].draws - lowest.draws
    assert found["none"] is bool(np.percentile(drawn, 5) <= 0 <= np.percentile(drawn, 95)) is True


@pytest.mark.parametrize("chosen", device_pages.CLASSES)
def test_every_class_has_a_set_and_a_page(client, chosen: str):
    page = _get(client, **{"class": chosen}).content.decode()
    assert page.count('<th scope="row"') == len(engine.device_sets(chosen)) >= 1
    assert page.count('<svg class="chart bars"') == page.count("<table>") == 1


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_address_reproduces_the_comparison(client, language: str):
    asked = {"class": "laptop", "country": "MAR", "year": "2023", "years": "4", **MINE}
    first = _get(client, language, **asked)
    assert first.status_code == 200
    assert first.content == _get(client, language, **asked).content
    page = first.content.decode()
    assert '<option value="MAR" selected>' in page
    assert re.search(r'name="made1" value="200"', page)


@pytest.mark.parametrize(
    ("asked", "field", "sentence"),
    [
        ({"name1": "Mine"}, "made1", "Fill in this field, or empty the whole row."),
        ({**MINE, "life1": "0"}, "life1", "Give a number above 0."),
        ({**MINE, "made1": "-1"}, "made1", "Ensure this value is greater than or equal to 0."),
        ({**MINE, "energy1": "many"}, "energy1", "Enter a number."),
        ({**MINE, "energy1": "nan"}, "energy1", "Enter a number."),
        ({**MINE, "energy1": "1e300"}, "energy1", "Ensure this value is less than or equal to 1000000.0."),
        ({"years": "0"}, "years", "Ensure this value is greater than or equal to 1."),
        (
            {"country": "XXX"},
            "country",
            "Select a valid choice. XXX is not one of the available choices.",
        ),
        (
            {**MINE, **{key.replace("1", "2"): value for key, value in MINE.items()}},
            "name2",
            "“Mine” is there twice. Give each device a name.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, asked: dict[str, str], field: str, sentence: str):
    response = _get(client, **{"class": "laptop", **asked})
    assert response.status_code == 400
    page = html.unescape(response.content.decode())
    assert re.findall(rf'id="{field}-mend">([^<]*)<', page) == [sentence]
    assert "<table>" not in page


def test_hostile_input_is_escaped(client):
    hostile = '"><script>alert(1)</script>'
    page = _get(client, **{"class": "laptop", **MINE, "name1": hostile}).content.decode()
    assert "<script>alert" not in page
    assert html.escape(hostile) in page
    assert _get(client, **{"class": hostile}).status_code == 404
    refused = _get(client, **{"class": "laptop", "country": hostile}).content.decode()
    assert "<script>alert" not in refused


def test_classes_are_never_mixed(client):
    page = _get(client, **{"class": "monitor"}).content.decode()
    assert page.count('aria-current="page"') == 1
    assert _get(client, **{"class": "laptop,monitor"}).status_code == 404
    assert network_pages.classes() == ["access", "edge", "core"]


def test_a_router_has_the_librarys_rating():
    wanted = class_eer_gbps_per_w(
        equipment_class="core",
        load_throughput_gbps={"0": 0, "30": 30, "100": 100},
        load_power_w={"0": 700, "30": 800, "100": 1000},
    )
    assert network_pages.rating(Equipment("A", 100, (700, 800, 1000)), "core") == pytest.approx(wanted)


def test_routers_are_ranked_and_a_difference_inside_the_uncertainty_is_none(client):
    near = Equipment("B", 100, (720, 810, 1000))
    far = Equipment("C", 50, (720, 810, 1000))
    page = network_pages.network_page("core", [Equipment("A", 100, (700, 800, 1000)), far, near], 5)
    assert [(row["name"], row["rank"], row["none"]) for row in page["rows"]] == [
        ("A", 1, True),
        ("B", 2, True),
        ("C", 3, False),
    ]
    exact = network_pages.network_page("core", [Equipment("A", 100, (700, 800, 1000)), near], 0)
    assert [row["none"] for row in exact["rows"]] == [False, False]
    answer = _get(client, **{"class": "core", "uncertainty": "5", **ROUTER})
    assert answer.status_code == 200
    assert answer.content.decode().count("<table>") == 1


def test_network_equipment_that_was_not_given_shows_no_figure(client):
    page = _get(client, **{"class": "edge"}).content.decode()
    assert "<table>" not in page
    assert "<svg" not in page
