"""Every published case through `greenict calc`, as another programme would run it, within its tolerance.

A case that no method can run stands in `not_run.json` with the reason. Each of the shared cases is one or the other.
"""

from __future__ import annotations

import csv
import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.methods.catalogue import find
from greenict.methods.reference import as_command
from greenict.units import convert

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "data" / "reference_cases.csv"
NOT_RUN = json.loads((HERE / "not_run.json").read_text(encoding="utf-8"))


def _cases():
    """The cases of every topic's file; files of another form are cases of the assessment."""
    for path in sorted(HERE.glob("*_cases.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        for case in cases if isinstance(cases, list) else []:
            yield {"file": path.stem, **case}


CASES = list(_cases())


def allowed(expected: float, tolerance: str) -> float:
    kind, _, size = tolerance.partition(":")
    return float(size) * (abs(expected) if kind == "rel" else 1.0)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}-{case['case']}" for case in CASES])
def test_case_by_command(case):
    words = shlex.split(as_command(find(case["method"]), case["inputs"]))[2:]
    run = CliRunner().invoke(calc, [*words, "--format", "json"], catch_exceptions=False)
    assert run.exit_code == 0
    answer = json.loads(run.stdout)
    assert set(answer) == {"method", "value", "unit", "inputs", "source"}
    assert answer["method"] == case["method"]
    if isinstance(case["expected"], str):
        assert (answer["value"], answer["unit"]) == (case["expected"], case["unit"])
        return
    found = convert(answer["value"], answer["unit"], case["unit"])
    assert abs(found - case["expected"]) <= allowed(case["expected"], case["tolerance"]), found


def test_every_case_has_its_source_and_a_name_of_its_own():
    names = [(case["file"], case["case"]) for case in CASES]
    assert len(set(names)) == len(names)
    assert all(case["source"] for case in CASES)


def test_a_tolerance_can_fail():
    assert allowed(200.0, "rel:0.01") == 2.0
    assert allowed(200.0, "abs:0.05") == 0.05


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
def test_every_shared_case_is_run_or_has_its_reason():
    with SHARED.open(encoding="utf-8", newline="") as file:
        shared = {row["case_id"] for row in csv.DictReader(file)}
    run = {case["case"] for case in CASES}
    assert shared - run - set(NOT_RUN) == set()
    assert run & set(NOT_RUN) == set(), "these are run now: take them out of not_run.json"
    assert set(NOT_RUN) <= shared
