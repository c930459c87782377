"""The reference page is made from the formulas, and what it shows runs."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.methods.catalogue import catalogue
from greenict.methods.reference import as_command, pages

FOLDER = Path(__file__).parents[4] / "docs" / "reference" / "methods"


def test_the_pages_are_current():
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert kept == pages(), "run `make docs`"


@pytest.mark.parametrize("method", catalogue().values(), ids=lambda method: method.id)
def test_each_example_runs_as_a_command(method):
    command = shlex.split(as_command(method, method.example.inputs))
    assert command[:2] == ["greenict", "calc"]
    answer = CliRunner().invoke(calc, command[2:], catch_exceptions=False)
    assert answer.exit_code == 0
    assert f"{method.id} = " in answer.output
