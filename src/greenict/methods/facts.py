"""Reading the tables of facts in `data/`, each row with its source and licence."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def fact_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table of facts, read once.

    Examples
    --------
    >>> fact_rows("eu_2024_1364.csv")[0]["symbol"]
    'PDIT'
    """
    text = files("greenict.methods").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(text.splitlines()))
