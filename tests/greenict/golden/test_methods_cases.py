"""Published and recomputed cases, each through the catalogue and within its tolerance."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from greenict.methods.catalogue import find
from greenict.units import convert

HERE = Path(__file__).parent
CASES = json.loads((HERE / "methods_cases.json").read_text(encoding="utf-8"))
SHARED = HERE.parents[3] / "shared" / "data" / "reference_cases.csv"


def within(value: float, expected: float, tolerance: str) -> bool:
    kind, _, size = tolerance.partition(":")
    allowed = float(size) * (abs(expected) if kind == "rel" else 1.0)
    return abs(value - expected) <= allowed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case):
    method = find(case["method"])
    value = method.compute(**case["inputs"])
    if case["tolerance"] == "exact":
        assert (value, method.unit) == (case["expected"], case["unit"])
        return
    found = convert(value, method.unit, case["unit"])
    assert within(found, case["expected"], case["tolerance"]), (found, case["expected"])


def test_tolerance_can_fail():
    assert within(1.04, 1.0, "abs:0.05")
    assert not within(1.06, 1.0, "abs:0.05")
    assert not within(101.0, 100.0, "rel:0.001")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
def test_the_transcription_agrees_with_the_shared_cases():
    with SHARED.open(encoding="utf-8", newline="") as file:
        shared = {row["case_id"]: row for row in csv.DictReader(file)}
    for case in CASES:
        row = shared[case["case"]]
        expected = row["expected"] if isinstance(case["expected"], str) else float(row["expected"])
        assert (case["expected"], case["tolerance"], case["area"]) == (
            expected,
            row["tolerance"],
            row["area"],
        )
