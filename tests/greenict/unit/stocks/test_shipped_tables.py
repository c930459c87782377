"""The tables that ship: complete, sourced, and equal to what they were compiled from."""

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv
import pytest

from greenict.errors import UnknownName
from greenict.methods.constants import shipped_rows
from greenict.stocks import (
    example_left_out_path,
    example_sales_path,
    kg_per_piece,
    lifetime_regions,
    load_lifetimes,
    normalise_key,
    unu_keys,
)
from greenict.stocks.example import DATA

SHARED = Path(__file__).parents[5] / "shared" / "data"
TABLES = [
    "lifetimes.csv",
    "weights.csv",
    "unu_keys.csv",
    "uk_put_on_market.csv",
    "uk_put_on_market_left_out.csv",
]


@pytest.fixture
def shared_rows():
    def rows(name):
        if not (SHARED / name).is_file():
            pytest.skip("the folder of shared facts is not here")
        with (SHARED / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def example():
    return pv.read_csv(
        example_sales_path(), convert_options=pv.ConvertOptions(column_types={"unu_key": pa.string()})
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_source_and_licence(name):
    own = DATA / name
    rows = rows_of(own) if own.is_file() else shipped_rows(name)
    assert rows
    assert [row for row in rows if not row["source"] or not row["licence"]] == []


def test_all_54_keys_have_both_lifetimes_and_a_weight():
    assert len(unu_keys()) == 54
    for region in lifetime_regions():
        assert sorted(load_lifetimes(region).by_key) == sorted(unu_keys())
    for key in unu_keys():
        assert (kg_per_piece(key, "GBR", range(1960, 2060)) > 0).all()


def test_lifetime_regions():
    assert lifetime_regions() == ("nl-fr-be", "it")
    phones = {region: load_lifetimes(region).by_key["0306"][0] for region in lifetime_regions()}
    assert (phones["nl-fr-be"].shape, phones["nl-fr-be"].scale) == (1.56, 6.26)
    assert (phones["it"].shape, phones["it"].scale) == (1.52, 5.62)


def test_sectors():
    ict = sorted(key for key, unu_key in unu_keys().items() if unu_key.is_ict)
    assert ict == [f"030{digit}" for digit in range(1, 10)]
    assert unu_keys()["0702"].sector == "media"


@pytest.mark.parametrize("spelling", ["306", "0306", "306.0", " 0306 ", 306, 306.0])
def test_spellings_of_a_key(spelling):
    assert normalise_key(spelling) == "0306"


@pytest.mark.parametrize("wrong", ["", None, "9999", "03O6", "-306", "306.5", "²06", float("nan"), "00306"])
def test_what_is_no_key(wrong):
    with pytest.raises(UnknownName, match="UNU key"):
        normalise_key(wrong)


def test_weight_of_laptops_by_country():
    """GBR has its own figures for 2012 to 2016; the years around are those of all countries."""
    years = [1970, 2011, 2012, 2016, 2017, 2040]
    assert kg_per_piece("0303", "GBR", years).tolist() == [5.0, 1.91, 1.3, 1.02, 0.99, 0.82]
    assert kg_per_piece("0303", "GB", years).tolist() == kg_per_piece("0303", "GBR", years).tolist()
    assert kg_per_piece("0303", "KEN", years).tolist() == [5.0, 1.91, 1.59, 1.05, 0.99, 0.82]


def test_example_holds_no_negative_amount_and_the_left_out_table_all():
    kept = example()
    assert (kept.num_rows, pc.min(kept["amount"]).as_py()) == (942, 0.0)
    left_out = rows_of(example_left_out_path())
    assert len(left_out) == 53
    assert all(float(row["amount"]) < 0 for row in left_out)


@pytest.mark.shared
def test_lifetimes_equal_their_source(shared_rows):
    regions = {"NL_FR_BE": "nl-fr-be", "IT": "it"}
    source = shared_rows("weee_weibull_parameters.csv")
    assert len(source) == 108
    for row in source:
        lifetime = load_lifetimes(regions[row["region"]]).by_key[row["unu_key"]][0]
        assert (lifetime.shape, lifetime.scale) == (float(row["shape"]), float(row["scale"]))


@pytest.mark.shared
def test_weights_equal_their_source(shared_rows):
    compared = 0
    for row in shared_rows("weee_unu_key_average_weight.csv"):
        country = row["country_iso3"]
        if row["version"] != ("cbs_2017" if country else "extended_2030"):
            continue
        weight = kg_per_piece(row["unu_key"], country, [int(row["year"])])[0]
        assert weight == float(row["average_weight_kg"]), row
        compared += 1
    assert compared == 2055 + 16 * 5


@pytest.mark.shared
def test_example_equals_its_source(shared_rows):
    source = {(row["unu_key"], row["year"]): row["pom_tonnes"] for row in shared_rows("uk_put_on_market.csv")}
    ours = [*rows_of(example_sales_path()), *rows_of(example_left_out_path())]
    assert len(ours) == len(source) == 995
    assert {(row["unu_key"], row["year"]): row["amount"] for row in ours} == source
    assert {(row["country"], row["unit"]) for row in ours} == {("GBR", "t")}


@pytest.mark.shared
def test_keys_equal_their_source(shared_rows):
    source = {row["unu_key"]: row for row in shared_rows("weee_unu_key_classification.csv")}
    assert sorted(source) == sorted(unu_keys())
    for key, unu_key in unu_keys().items():
        row = source[key]
        assert unu_key.market_introduction_year == int(row["market_introduction_year"])
        assert unu_key.category_eu10 == row["eu10_category_pv_split"]
        assert unu_key.category_eu6[0] == (row["eu6_category_manual_2023"] or row["eu6_category_pv_split"])
