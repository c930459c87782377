"""From trade to what is put on the market: codes, flows, estimates, and the tables of the UNU keys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.constants import shipped_rows
from greenict.methods.equipment_keys import keys
from greenict.methods.put_on_market import Placed, put_on_market

SHARED = Path(__file__).parents[5] / "shared" / "data"
LAPTOPS, PHONES = "84713000", "85171200"


def row(cn8=LAPTOPS, year=2012, flow="import", kg=100):
    return {"cn8": cn8, "year": year, "flow": flow, "kg": kg}


def test_rows_are_summed_by_key_and_year():
    rows = [
        row(kg=900),
        row(flow="exports", kg="200"),
        row(flow="Production", kg=50),
        row(cn8=PHONES, kg=30),
        row(year="2013", kg=5),
    ]
    assert put_on_market(rows) == [
        Placed("0303", 2012, 750.0, "as given"),
        Placed("0303", 2013, 5.0, "as given"),
        Placed("0306", 2012, 30.0, "as given"),
    ]


def test_more_exports_than_supply_is_no_sale():
    assert put_on_market([row(kg=1), row(flow="export", kg=2)]) == [
        Placed("0303", 2012, 0.0, "more exported than supplied: set to 0")
    ]


def test_a_year_without_a_link_gets_the_nearest_and_says_so():
    assert put_on_market([row(year=2024)]) == [Placed("0303", 2024, 100.0, "link of another year")]
    key = find("unu_key_of_trade_code")
    assert key.compute(cn8="8471 30 00", trade_years=2024) == "0303 (link of 2018)"
    assert key.compute(cn8="84709000", trade_years=1995) == "0301"
    assert key.compute(cn8="84709000", trade_years=1996) == "0307"


@pytest.mark.parametrize(
    ("rows", "error", "message"),
    [
        ([row(cn8="847130")], BadArgument, "eight digits"),
        ([row(cn8="01012100")], UnknownName, "01012100"),
        ([row(), row(flow="stock")], UnknownName, "flow in row 2"),
        ([row(), row(kg=-1)], BadArgument, "kg in row 2 = -1"),
        ([row(kg="many")], BadArgument, "plain numbers"),
        ([row(kg=float("nan"))], BadArgument, "kg in row 1"),
        ([row(year=2012.5)], BadArgument, "year in row 1"),
        ([{"cn8": LAPTOPS, "year": 2012}], BadArgument, "give flow, kg too"),
    ],
)
def test_a_bad_row_is_named(rows, error, message):
    with pytest.raises(error, match=message):
        put_on_market(rows)


def test_the_method_agrees_with_the_rows():
    trade = {f"{LAPTOPS} import": 900, f"{LAPTOPS} export": 200, f"{PHONES} imports": 40}
    placed = find("put_on_market_kg")
    assert placed.compute(trade_kg=trade, unu_key="303", trade_years=2012) == 700
    assert placed.compute(trade_kg=trade, unu_key="0306", trade_years=2012) == 40
    for wrong, error, message in [
        ({"unu_key": "0304"}, UnknownName, "no code of trade_kg"),
        ({"unu_key": "9999"}, UnknownName, "54 UNU keys"),
        ({"trade_kg": {f"{LAPTOPS} export": 1}}, BadArgument, "exceed production"),
        ({"trade_kg": {LAPTOPS: 1}}, BadArgument, "write code and flow"),
        ({"trade_years": 2012.5}, BadArgument, "whole calendar year"),
        ({"trade_years": 1950}, BadArgument, "from 1988 to 2100"),
    ]:
        with pytest.raises(error, match=message):
            placed.compute(**{"trade_kg": trade, "unu_key": "0303", "trade_years": 2012, **wrong})


def test_hidden_production_fits_the_total_of_the_union():
    estimates = {"A": 120.0, "B": 80.0}
    fitted = [
        find("fitted_production_kg").compute(
            estimated_kg=one, all_estimated_kg=200, published_kg=850, union_total_kg=1000
        )
        for one in estimates.values()
    ]
    assert fitted == [90, 60]
    assert (
        find("fitted_production_kg").compute(
            estimated_kg=1, all_estimated_kg=2, published_kg=9, union_total_kg=8
        )
        == 0
    )
    with pytest.raises(BadArgument, match="estimated_kg"):
        find("fitted_production_kg").compute(
            estimated_kg=3, all_estimated_kg=2, published_kg=0, union_total_kg=8
        )


def test_every_link_points_to_one_of_the_54_keys_and_never_to_two_at_once():
    assert len(keys()) == 54
    links = shipped_rows("cn8_unu_keys.csv")
    assert {link["unu_key"] for link in links} <= set(keys())
    taken = [
        (link["cn8"], year)
        for link in links
        for year in range(int(link["year_from"]), int(link["year_to"]) + 1)
    ]
    assert len(taken) == len(set(taken))
    assert all(link["source"] and link["licence"] for link in links)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
def test_the_links_are_the_shared_ones():
    with (SHARED / "weee_cn8_to_unu_key_by_year.csv").open(encoding="utf-8", newline="") as file:
        by_year = {tuple(link.values()) for link in csv.DictReader(file)}
    with (SHARED / "weee_cn2018_to_unu_key.csv").open(encoding="utf-8", newline="") as file:
        of_2018 = {(link["cn8_2018"], link["unu_key"], "2018", "2018") for link in csv.DictReader(file)}
    shipped = {tuple(list(link.values())[:4]) for link in shipped_rows("cn8_unu_keys.csv")}
    assert shipped == by_year | of_2018


def test_weights_hold_before_and_after_their_years():
    weight = find("mean_mass_kg_per_piece")
    assert weight.compute(unu_key="0306", sale_years=1960) == weight.compute(unu_key="0306", sale_years=1993)
    assert weight.compute(unu_key="0306", sale_years=2099) == weight.compute(unu_key="0306", sale_years=2030)
    own = weight.compute(unu_key="0303", sale_years=2014, country="nld")
    assert own != weight.compute(unu_key="0303", sale_years=2014)
    assert weight.compute(unu_key="0303", sale_years=2014, country="KEN") == weight.compute(
        unu_key="0303", sale_years=2014
    )
    with pytest.raises(BadArgument, match="whole calendar year"):
        weight.compute(unu_key="0303", sale_years=2014.5)


@pytest.mark.parametrize(
    ("country", "code", "shape"),
    [
        ("NLD", "nl-fr-be", 1.56),
        ("ita", "it", 1.52),
        ("KEN", "nl-fr-be (stand-in: no lifetimes measured for KEN)", 1.56),
        ("EGY", "it (stand-in: no lifetimes measured for EGY)", 1.52),
    ],
)
def test_a_country_gets_the_nearest_lifetimes_and_is_told(country, code, shape):
    assert find("lifetime_set_code").compute(country=country) == code
    assert find("lifetime_shape_ratio").compute(unu_key="0306", country=country) == shape
    with pytest.raises(BadArgument, match="three-letter"):
        find("lifetime_set_code").compute(country="KE")


def test_categories_of_a_key():
    category = find("waste_category_code")
    assert [category.compute(unu_key="0002", scheme=scheme) for scheme in ("eu6", "eu10")] == ["4b", "4b"]
    assert category.compute(unu_key="307") == "4a"


def test_pieces_and_mass_agree():
    mass = find("mass_of_pieces_t").compute(sold_pieces=5000, mean_mass_kg_per_piece=0.09)
    assert find("sold_pieces").compute(sold_t=mass, piece_mass_kg_per_piece=0.09) == pytest.approx(5000)
