"""The reference page is made from the formulas, and what it shows runs."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.methods.catalogue import catalogue
from greenict.methods.reference import as_command, page

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "methods.md"


def test_the_page_is_current():
    made = "python -m greenict.methods docs/reference/methods.md"
    assert PAGE.read_text(encoding="utf-8") == page(), f"make it again: {made}"


@pytest.mark.parametrize("method", catalogue().values(), ids=lambda method: method.id)
def test_each_example_runs_as_a_command(method):
    command = shlex.split(as_command(method, method.example.inputs))
    assert command[:2] == ["greenict", "calc"]
    answer = CliRunner().invoke(calc, command[2:], catch_exceptions=False)
    assert answer.exit_code == 0
    assert f"{method.id} = " in answer.output
