"""A factor set that does not hold together is refused with each problem named."""

from pathlib import Path

import pytest
from builders import FACTORS, ITEMS, factor, factor_set, item, written

from greenict.errors import BadFactorSet, BadFile
from greenict.factors.sets import open_set, shipped_sets
from greenict.tables.categories import CATEGORIES, STAGES


def refused(tmp_path, *rows, items=ITEMS):
    with pytest.raises(BadFactorSet) as refusal:
        open_set(factor_set(tmp_path, items=items, factors=[*FACTORS, *rows]))
    return refusal.value.problems


def row(**more):
    return {**factor("laptop", "use", "climate_change", 1), "factor_id": "x", **more}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"place": "001"}, "place '001' is unknown"),
        ({"place": "ZZZ"}, "place 'ZZZ' is unknown; write an ISO 3166"),
        ({"place": "fr"}, "place 'fr' is unknown"),
        ({"stage": "usage"}, "'usage' is no life-cycle stage"),
        ({"distribution": "lognormal", "spread": 0.5}, "too small for a lognormal"),
        ({"distribution": "lognormal"}, "too small for a lognormal"),
        ({"distribution": "beta", "spread": 0.5}, "'beta' is no distribution"),
        ({"distribution": "normal", "spread": -1}, "out of bounds"),
        ({"year_from": 2020, "year_to": 2010}, "ends before it begins"),
        ({"year_from": "soon"}, "is no number"),
        ({"amount": None}, "column amount: '' is missing"),
        ({"amount": "nan"}, "out of bounds"),
        ({"amount": "1e999"}, "out of bounds"),
        ({"amount": "1,5"}, "is no number"),
        ({"source": None}, "column source: '' is missing"),
        ({"licence": " "}, "column licence: ' ' is missing"),
        ({"kind": "guess"}, "'guess' is no kind of data"),
        ({"quality": 6}, "out of bounds"),
        (
            {"unit": "g CO2e/piece"},
            "unit 'g CO2e/piece' is none of climate_change; give the amount in kg CO2e",
        ),
        ({"category": "final_energy", "unit": "MWh/piece/year"}, "write kWh/..."),
    ],
)
def test_a_row_that_breaks_a_rule_is_named(broken, words, tmp_path):
    problems = refused(tmp_path, row(**broken))
    assert any(words in problem for problem in problems), problems
    assert all("factors.csv" in problem for problem in problems)


def test_the_row_number_is_that_of_a_spreadsheet(tmp_path):
    assert f"row {len(FACTORS) + 2}, column place" in refused(tmp_path, row(place=None))[0]


def test_overlapping_years_are_refused_and_touching_ones_are_not(tmp_path):
    def series(first, second):
        years = (
            {"year_from": a, "year_to": b, "factor_id": n} for n, (a, b) in (("p", first), ("q", second))
        )
        return [row(**span) for span in years]

    assert (
        "p and q both hold for 2015; let the years not overlap"
        in refused(tmp_path, *series((2010, 2015), (2015, 2020)))[0]
    )
    assert "both hold" in refused(tmp_path, *series((2010, 2020), (2012, 2013)))[0]
    assert open_set(factor_set(tmp_path, factors=[*FACTORS, *series((2010, 2014), (2015, 2020))]))


def test_a_name_that_occurs_twice_is_refused(tmp_path):
    assert any("factor_id 'x' occurs twice" in p for p in refused(tmp_path, row(), row(place="FRA")))


def test_items_are_declared_once_and_by_a_name_that_an_inventory_can_write(tmp_path):
    assert any(
        "item 'laptop' occurs twice" in p for p in refused(tmp_path, items=[*ITEMS, item("laptop", life=9)])
    )
    assert any(
        "item 'MyBox'; write small letters" in p for p in refused(tmp_path, items=[*ITEMS, item("MyBox")])
    )


@pytest.mark.parametrize("key", ["id", "title", "version", "licence", "attribution"])
def test_a_manifest_without_a_key_is_refused(key, tmp_path):
    with pytest.raises(BadFile, match=f"manifest.toml: '{key}' is missing; add {key} ="):
        open_set(factor_set(tmp_path, **{key: None}))


def test_a_folder_that_is_no_set_is_refused(tmp_path):
    with pytest.raises(BadFile, match=r"no manifest\.toml"):
        open_set(str(tmp_path))
    own = Path(factor_set(tmp_path))
    (own / "manifest.toml").write_text("id = \n")
    with pytest.raises(BadFile, match="it is no TOML"):
        open_set(str(own))
    own = Path(factor_set(tmp_path))
    (own / "factors.csv").unlink()
    with pytest.raises(BadFile, match=r"factors.csv: there is no such file"):
        open_set(str(own))


def test_a_table_without_a_column_is_refused(tmp_path):
    own = Path(factor_set(tmp_path))
    written(own / "factors.csv", [{"item": "laptop"}])
    with pytest.raises(BadFile, match="column 'factor_id' is missing"):
        open_set(str(own))


def test_a_set_that_is_not_utf8_is_refused(tmp_path):
    own = Path(factor_set(tmp_path))
    text = (own / "factors.csv").read_bytes().replace(b"made for a test", b"fa\xe7on", 1)
    (own / "factors.csv").write_bytes(text)
    with pytest.raises(BadFactorSet, match=r"row 2, .* is not UTF-8"):
        open_set(str(own))


@pytest.mark.parametrize("name", shipped_sets())
def test_a_shipped_set_says_where_each_row_comes_from(name):
    shipped = open_set(name)
    assert shipped.factors
    for each in shipped.factors:
        assert each.source
        assert each.licence
        assert each.stage in STAGES
        assert each.category in CATEGORIES
    assert shipped.licence
    assert shipped.attribution
