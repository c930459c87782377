"""The tables that ship beside this code."""

from __future__ import annotations

import csv
from pathlib import Path

DATA = Path(__file__).parent / "data"


def shipped_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one shipped table, each as text by column."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
