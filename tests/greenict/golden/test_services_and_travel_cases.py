"""Services, travel, projects, the sector: published cases beyond those of `methods_cases.json`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.methods.catalogue import find
from greenict.units import convert

HERE = Path(__file__).parent
CASES = json.loads((HERE / "services_and_travel_cases.json").read_text(encoding="utf-8"))
SHARED = HERE.parents[3] / "shared" / "data"


def within(value: float, expected: float, tolerance: str) -> bool:
    kind, _, size = tolerance.partition(":")
    return abs(value - expected) <= float(size) * (abs(expected) if kind == "rel" else 1.0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case_through_the_command(case):
    words = [f"{name}:={json.dumps(value)}" for name, value in case["inputs"].items()]
    answer = CliRunner().invoke(calc, [case["method"], *words, "--format", "json"], catch_exceptions=False)
    found = json.loads(answer.stdout)
    if case["tolerance"] == "exact":
        assert (found["value"], found["unit"]) == (case["expected"], case["unit"])
        return
    assert within(
        convert(found["value"], found["unit"], case["unit"]), case["expected"], case["tolerance"]
    ), found


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
def test_the_means_of_33_conferences():
    with (SHARED / "conference_sigplan_footprints.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    mean = find("event_ghg_kg_per_person")
    for row in rows:
        value = mean.compute(
            event_ghg_t=float(row["total_footprint_t"]), participants_persons=float(row["participants"])
        )
        assert value / 1000 == pytest.approx(float(row["average_footprint_t"]), abs=0.0515), row
    assert len(rows) == 33


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
@pytest.mark.parametrize(
    ("shipped", "shared", "column", "shared_column"),
    [
        ("ict_sector.csv", "ict_sector_footprint.csv", "value", "value"),
        (
            "travel_ademe.csv",
            "travel_emission_factors_ademe.csv",
            "use_ghg_kg_per_pkm",
            "use_kgco2e_per_pkm",
        ),
    ],
)
def test_the_shipped_tables_hold_the_shared_figures(shipped, shared, column, shared_column):
    data = HERE.parents[2] / "src" / "greenict" / "methods" / "data"
    with (data / shipped).open(encoding="utf-8", newline="") as file:
        ours = sorted(float(row[column]) for row in csv.DictReader(file))
    with (SHARED / shared).open(encoding="utf-8", newline="") as file:
        theirs = sorted(float(row[shared_column]) for row in csv.DictReader(file))
    assert ours == theirs
