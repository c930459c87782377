"""Published examples of the cleaning of e-waste statistics, of materials and of shipments, through the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greenict.methods.catalogue import find

CASES = json.loads((Path(__file__).parent / "waste_materials_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case):
    method = find(case["method"])
    value = method.compute(**case["inputs"])
    assert method.unit == case["unit"]
    kind, _, size = case["tolerance"].partition(":")
    if kind == "exact":
        assert value == case["expected"]
    else:
        assert value == pytest.approx(case["expected"], **{kind: float(size)})
