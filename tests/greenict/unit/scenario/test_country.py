"""Sales behind the same door as inventories."""

import pytest
from builders import inventory, parts, totals, written

from greenict import stocks
from greenict.assess import Result, explain
from greenict.errors import BadArgument, BadFile
from greenict.scenario import assess, check
from greenict.scenario.country import is_sales

ROW = {"country": "FRA", "unu_key": "0303", "year": 2015, "amount": 10, "unit": "t"}


def sales(folder, *rows):
    return written(folder / "sales.csv", rows)


def test_a_table_is_known_by_its_columns(tmp_path):
    assert is_sales(sales(tmp_path, ROW))
    assert not is_sales(sales(tmp_path, {**ROW, "item": "laptop", "quantity": 1}))
    assert not is_sales(inventory(tmp_path, {"item": "laptop", "quantity": 1}))


def test_ten_tonnes_sold_are_ten_tonnes_of_waste_in_the_end(tmp_path):
    result = assess(sales(tmp_path, ROW), method="conserving", until=2080, draws=0)
    assert totals(result)["e_waste"] == pytest.approx(10_000, rel=1e-3)
    assert (
        sum(v for (stage, category), v in parts(result, "stage").items() if category == "e_waste")
        == totals(result)["e_waste"]
    )


def test_twice_the_sales_are_twice_everything(tmp_path):
    once = totals(assess(sales(tmp_path, ROW), draws=0))
    twice = totals(assess(sales(tmp_path, ROW, ROW), draws=0))
    assert twice == {
        name: value if value is None else pytest.approx(2 * value) for name, value in once.items()
    }


def test_the_year_of_a_flow_is_the_year_in_which_it_happens(tmp_path):
    found = parts(assess(sales(tmp_path, ROW), until=2020, draws=0), "stage", "year")
    assert {
        year for stage, year, _ in found if stage == "production" and found[stage, year, "climate_change"] > 0
    } == {"2015"}
    assert {year for stage, year, _ in found if stage == "use"} >= {"2015", "2020"}


def test_the_example_country_is_saved_and_opened_and_explained(tmp_path):
    result = assess(stocks.example_sales_path(), draws=20)
    result.save(tmp_path / "r")
    again = Result.open(tmp_path / "r")
    assert again.to_json() == result.to_json()
    found = explain(again, category="e_waste", limit=10_000)
    assert sum(way["value"] for way in found.contributions) == pytest.approx(
        totals(result)["e_waste"], rel=1e-9
    )


def test_what_sales_cannot_be_asked(tmp_path):
    path = sales(tmp_path, ROW)
    with pytest.raises(BadArgument, match="site"):
        assess(path, by=["site"])
    with pytest.raises(BadFile, match="no row can be used"):
        assess(sales(tmp_path, {**ROW, "amount": -1}), keep_going=True)


def test_a_check_of_sales_says_what_would_be_used(tmp_path):
    made = check(sales(tmp_path, ROW))
    assert [row["item"] for row in made.items] == ["unu_0303"]
    assert made.bad_count == 0
    assert made.tags == ()
