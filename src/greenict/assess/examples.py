"""The inventory that ships as an example."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def example_inventory_path() -> Path:
    """A CSV file: the ICT of an invented operator with offices and data centres in six countries."""
    return Path(str(files("greenict.assess").joinpath("data", "example_inventory.csv")))
