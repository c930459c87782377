"""The factor for a place and a year, and the steps that it took."""

import pytest
from builders import FACTORS, assessed, factor, factor_set, inventory, totals

from greenict.factors.choice import choose
from greenict.factors.layers import layered


def by_place(tmp_path, *rows):
    own = factor_set(
        tmp_path,
        factors=[factor("electricity", "use", "climate_change", amount, **more) for amount, more in rows],
    )
    return layered([own], default=False).by_item["electricity"]["use", "climate_change"]


def chosen(tmp_path, rows, country, year):
    choice = choose(by_place(tmp_path, *rows), country, year)
    return [factor.amount for factor in choice.factors], [step.code for step in choice.steps]


def year(first, last=None):
    return {"year_from": first, "year_to": last or first}


PLACES = ((1, {"place": "FRA"}), (2, {"place": "155"}), (3, {"place": "150"}), (4, {"place": "WORLD"}))


@pytest.mark.parametrize(
    ("country", "amount", "codes"),
    [
        ("FRA", 1, []),
        ("DEU", 2, ["region"]),  # Western Europe
        ("POL", 3, ["region"]),  # Europe, since Eastern Europe has none
        ("JPN", 4, ["world"]),
        ("WORLD", 4, []),
        ("155", 2, []),
        ("151", 3, ["region"]),
        (None, 4, ["unknown_country"]),
    ],
)
def test_the_nearest_place_serves(country, amount, codes, tmp_path):
    assert chosen(tmp_path, PLACES, country, 2020) == ([amount], codes)


YEARS = ((1, year(2010)), (2, year(2012, 2014)), (3, year(2020)))


@pytest.mark.parametrize(
    ("asked", "amount", "codes"),
    [
        (2010, 1, []),
        (2013, 2, []),
        (1999, 1, ["nearest_year"]),
        (2030, 3, ["nearest_year"]),
        (2011, 1, ["nearest_year"]),  # as near to 2010 as to 2012: the earlier
        (2017, 2, ["nearest_year"]),  # as near to 2014 as to 2020: the earlier
        (2018, 3, ["nearest_year"]),
        (None, 3, ["no_year"]),
    ],
)
def test_the_nearest_year_serves(asked, amount, codes, tmp_path):
    assert chosen(tmp_path, YEARS, None, asked) == ([amount], codes)


def test_the_place_comes_before_the_year(tmp_path):
    rows = ((1, {"place": "FRA", **year(1990)}), (2, {"place": "WORLD", **year(2020)}))
    assert chosen(tmp_path, rows, "FRA", 2020) == ([1], ["nearest_year"])


def test_what_has_one_place_only_takes_no_step(tmp_path):
    assert chosen(tmp_path, ((7, {}),), "FRA", 2020) == ([7], [])
    assert chosen(tmp_path, ((7, {}),), None, None) == ([7], [])


def test_nothing_serves_a_place_that_is_nowhere_covered(tmp_path):
    assert chosen(tmp_path, ((1, {"place": "FRA"}),), "JPN", 2020)[0] == []
    assert chosen(tmp_path, ((1, {"place": "FRA"}),), None, 2020)[0] == []


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ({"country": "DEU"}, "region", "no factor for Germany; Western Europe stands in"),
        ({"country": "JPN"}, "world", "no factor for Japan; World stands in"),
        ({}, "unknown_country", "no country is given; the world stands in"),
        ({"country": "FRA", "year": 2035}, "nearest_year", "no factor for 2035; 2030 stands in"),
    ],
)
def test_a_step_is_a_warning_and_a_stand_in(line, code, words, tmp_path):
    result = assessed(inventory(tmp_path, {"item": "electricity", "quantity": 1, "year": 2020, **line}))
    found = [w for w in result.warnings if w["code"] == code and w["category"] == "climate_change"]
    assert [w["lines"] for w in found] == [1]
    assert words in found[0]["message"]
    classes = {row["data_class"] for row in result.coverage if row["category"] == "climate_change"}
    assert classes == {"stand_in"}


def test_an_exact_factor_is_no_warning(tmp_path):
    result = assessed(
        inventory(tmp_path, {"item": "electricity", "quantity": 1, "country": "FRA", "year": 2020})
    )
    assert {w["code"] for w in result.warnings} <= {"missing_factor"}


def test_what_no_factor_serves_is_said_for_each_item_and_never_zero(tmp_path):
    result = assessed(
        inventory(tmp_path, {"item": "gadget", "quantity": 1}, {"item": "gas", "quantity": 5}),
        profile="l1410",
    )
    missing = {(w["item"], w["category"]) for w in result.warnings if w["code"] == "missing_factor"}
    assert {
        ("gadget", "water_use"),
        ("gas", "water_use"),
        ("gadget", "e_waste"),
        ("gadget", "final_energy"),
    } <= missing
    assert ("gadget", "climate_change") in missing  # its use
    assert ("gas", "climate_change") not in missing
    assert totals(result)["water_use"] is None
    assert result.totals["water_use"]["p50"] is None
    lines = {row["category"]: row["lines"] for row in result.coverage if row["data_class"] == "missing"}
    assert lines["water_use"] == 2


def test_a_category_that_only_one_item_lacks_is_a_partial_figure_and_says_so(tmp_path):
    result = assessed(
        inventory(tmp_path, {"item": "laptop", "quantity": 1}, {"item": "server_rack", "quantity": 1})
    )
    assert totals(result)["e_waste"] == 2
    assert ("server_rack", "e_waste") in {
        (w["item"], w["category"]) for w in result.warnings if w["code"] == "missing_factor"
    }


def test_a_year_range_without_a_year_is_said(tmp_path):
    rows = [
        *FACTORS[:-4],
        factor("electricity", "use", "climate_change", 1, **year(2019)),
        factor("electricity", "use", "climate_change", 2, **year(2020)),
    ]
    own = factor_set(tmp_path, "own", factors=rows)
    result = assessed(inventory(tmp_path, {"item": "electricity", "quantity": 1}), None, own)
    assert totals(result)["climate_change"] == 2
    assert "no_year" in {w["code"] for w in result.warnings}
