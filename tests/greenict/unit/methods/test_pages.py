"""The pages about methods: what they name exists, what they show runs, nothing known to be missing is left out."""

from __future__ import annotations

import re
from pathlib import Path

from greenict.methods.catalogue import catalogue
from greenict.methods.declaration import declaration

DOCS = Path(__file__).parents[4] / "docs"
UNKNOWN = DOCS / "explanation" / "what-we-do-not-know.md"


def named(text: str) -> set[str]:
    return set(re.findall(r"`([a-z0-9]+(?:_[a-z0-9]+)+)`", text))


def test_every_method_that_the_page_of_unknowns_names_exists():
    names = named(UNKNOWN.read_text(encoding="utf-8"))
    assert len(names) > 60
    assert names - set(catalogue()) == set()


def test_the_page_of_unknowns_has_a_line_for_each_missing_table_and_discrepancy():
    text = UNKNOWN.read_text(encoding="utf-8")
    tables = [section.count("\n| ") - 2 for section in text.split("\n## ")]
    assert "L.1310" in text
    assert "L.1023" in text
    assert "L.1470" in text
    assert sum(count for count in tables if count > 0) >= 9 + 13


def test_the_example_of_the_page_on_adding_a_method_is_a_method():
    text = (DOCS / "how-to" / "add-a-method.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, flags=re.DOTALL)[1].replace("@method\n", "")
    space = {}
    exec(code, {"Quantity": float, "__name__": "page"}, space)  # noqa: S102 - our own page
    function = space["drawn_energy_kwh"]
    function.__annotations__ = {"power_kw": "Quantity", "duration_hours": "Quantity", "return": "Quantity"}
    made = declaration(function)
    assert made.compute(**made.example.inputs) == 6.0
    assert made.arguments[1].default_source == "one day; a choice"
