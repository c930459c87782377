"""Assessments that were added up by hand, and the ones that a source publishes."""

import csv
import json
from pathlib import Path

import pytest
from builders import (
    FACTORS,
    ITEMS,
    assessed,
    factor,
    factor_set,
    inventory,
    item,
    near,
    parts,
    totals,
    written,
)

from greenict import stocks
from greenict.scenario import assess

DATA = json.loads(Path(__file__).with_name("assessment_cases.json").read_text("utf-8"))
REFERENCE = Path(__file__).parents[4] / "shared" / "data" / "reference_cases.csv"
RESIDUAL = (
    [item("electricity_residual", "energy", "kWh")],
    [factor("electricity_residual", "use", "climate_change", 0.06, place="FRA")],
)
HALF = (
    [item("electricity_residual", "energy", "kWh")],
    [factor("electricity_residual", "use", "climate_change", 0.5)],
)
GERMANY = factor("electricity", "use", "climate_change", 0.4, place="DEU")
LOSSES = factor("electricity", "use", "climate_change", 0.1, process="losses")
WORLD_RESIDUAL = factor("electricity_residual", "use", "climate_change", 0.7)
MORE = {
    None: ([], []),
    "residual": RESIDUAL,
    "half": (HALF[0], [*HALF[1], GERMANY]),
    "losses": ([], [LOSSES]),
    "losses and residual": (HALF[0], [LOSSES, WORLD_RESIDUAL]),
}


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["id"])
def test_an_assessment_added_up_by_hand(case, tmp_path):
    items, factors = MORE[case.get("more")]
    tiny = factor_set(tmp_path, items=[*ITEMS, *items], factors=[*FACTORS, *factors])
    found = totals(assessed(inventory(tmp_path, *case["lines"]), None, tiny, profile=case["profile"]))
    assert {name: found[name] for name in case["expected"]} == near(case["expected"])


@pytest.mark.parametrize("device", DATA["published"], ids=lambda device: device["item"])
def test_a_device_as_its_source_publishes_it(device, tmp_path):
    path = inventory(tmp_path, {"item": device["item"], "quantity": 1, "country": "FRA", "year": 2023})
    result = assess(path, profile="l1410", factors=["ademe-france"], draws=0)
    assert totals(result)["climate_change"] == pytest.approx(device["kg"], rel=1e-9)


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.is_file(), reason="the folder of shared facts is not here")
def test_every_published_device(tmp_path):
    with REFERENCE.open(encoding="utf-8") as file:
        cases = {
            row["case_id"].removeprefix("LCA-DEV-"): float(row["expected"]) / 1000
            for row in csv.DictReader(file)
            if row["case_id"].startswith("LCA-DEV-")
        }
    assert cases
    path = inventory(
        tmp_path, *({"item": name, "quantity": 1, "country": "FRA", "year": 2023} for name in cases)
    )
    found = parts(assess(path, factors=["ademe-france"], draws=0), "item")
    assert {name: found[name, "climate_change"] for name in cases} == pytest.approx(cases, rel=1e-9)


SALES = [
    {"country": "FRA", "unu_key": "0303", "year": 2010, "amount": 1000, "unit": "pieces"},
    {"country": "France", "unu_key": "0303", "year": 2012, "amount": 500, "unit": "pieces"},
    {"country": "JPN", "unu_key": "0303", "year": 2012, "amount": 3000, "unit": "kg"},
]
EQUIPMENT = (
    [item("unu_0303", "equipment", life=6), ITEMS[-1]],
    [
        factor("unu_0303", "production", "climate_change", 10),
        factor("unu_0303", "use", "final_energy", 20),
        factor("unu_0303", "end_of_life", "climate_change", 1),
        factor("unu_0303", "end_of_life", "e_waste", 3),
        factor("electricity", "use", "final_energy", 1),
        factor("electricity", "use", "climate_change", 0.05, place="FRA"),
        factor("electricity", "use", "climate_change", 0.5),
    ],
)


@pytest.mark.parametrize("method", ["conserving", "midpoint"])
@pytest.mark.parametrize("profile", ["l1410", "l1420"])
def test_sales_carry_production_stocks_energy_and_discards_the_end_of_life(method, profile, tmp_path):
    own = factor_set(tmp_path, "own", items=EQUIPMENT[0], factors=EQUIPMENT[1])
    path = written(tmp_path / "sales.csv", SALES)
    result = assessed(path, None, own, profile=profile, method=method, until=2016)
    flow = stocks.run(
        stocks.split_sales(_table([{**SALES[0]}, {**SALES[1], "country": "FRA"}, SALES[2]]))[0],
        method=method,
        until=2016,
    )
    rows = stocks.activity(flow).to_pylist()
    found = parts(result, "country", "year", "stage")
    for row in rows:
        grid = 0.05 if row["country"] == "FRA" else 0.5
        at = (row["country"], str(row["year"]))
        assert found[*at, "production", "climate_change"] == pytest.approx(10 * row["sold_pieces"])
        assert found[*at, "use", "climate_change"] == pytest.approx(20 * grid * row["in_use_pieces"])
        assert found[*at, "end_of_life", "climate_change"] == pytest.approx(row["discarded_pieces"])
        assert found[*at, "end_of_life", "e_waste"] == pytest.approx(row["discarded_kg"])
    assert totals(result)["e_waste"] == pytest.approx(sum(row["discarded_kg"] for row in rows), rel=1e-12)
    assert sum(row["sold_pieces"] for row in rows if row["country"] == "FRA") == pytest.approx(1500)


def _table(rows):
    import pyarrow as pa  # noqa: PLC0415 - only here

    table = pa.Table.from_pylist(rows)
    return table.append_column("row", pa.array(range(2, 2 + len(rows)), pa.int64()))
