"""The figures that the texts name: a row of a table, a factor, or what a method returns for stated inputs.

An input that begins with `@` is another figure, so that a computed figure rests on a stated source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from greenict_portal.foundation import numbers
from greenict_portal.topics import engine, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.safestring import SafeString

PERCENT = ("percent", "%", "share")


@dataclass(frozen=True)
class Figure:
    """A figure with its unit, year and source; `inputs` and `method` where it was computed."""

    name: str
    value: float
    unit: str
    year: str
    source: str
    licence: str = ""
    status: str = ""
    method: str = ""
    inputs: str = ""

    @property
    def shown(self) -> SafeString:
        """The figure in the page's language; a share or a percentage as a percentage."""
        if self.unit in PERCENT:
            value = self.value if self.unit == "share" else self.value / 100
            return numbers.isolated(numbers.share(value))
        if self.unit in ("ratio", "score"):
            return numbers.isolated(numbers.number(self.value))
        return numbers.figure(self.value, self.unit)

    @property
    def bare(self) -> SafeString:
        """The figure without its unit, for a sentence that says the unit itself."""
        return numbers.isolated(numbers.number(self.value))


@cache
def figure(name: str) -> Figure:
    """A figure by its name."""
    row = texts.figure_rows()[name]
    kinds = {"table": _of_table, "factor": _of_factor, "method": _of_method}
    kind = next(kind for kind in kinds if kind in row)
    return kinds[kind](name, row)


def _of_table(name: str, row: Mapping[str, Any]) -> Figure:
    found = engine.fact(row["table"], **row["where"])
    return Figure(
        name,
        float(found[row.get("value", "value")]),
        row.get("unit") or found["unit"],
        str(row.get("year") or found["year"]),
        f"{found['study']}: {found['source']}" if "study" in found else found["source"],
        found.get("licence", ""),
        found.get("status", ""),
    )


def _of_factor(name: str, row: Mapping[str, Any]) -> Figure:
    found = engine.factor(row.get("set", engine.DEFAULT_SET), row["factor"])
    same = found.year_from == found.year_to
    year = str(found.year_from) if same else f"{found.year_from}–{found.year_to}"
    return Figure(name, found.amount, found.unit, year, found.source, found.licence)


def _of_method(name: str, row: Mapping[str, Any]) -> Figure:
    method = engine.method(row["method"])
    rests_on: list[Figure] = []
    inputs = {key: _input(value, rests_on) for key, value in row["inputs"].items()}
    return Figure(
        name,
        float(engine.compute(method.id, **inputs)),
        method.unit,
        str(row.get("year") or ", ".join(dict.fromkeys(each.year for each in rests_on))),
        "; ".join(dict.fromkeys([method.source.rstrip("."), *(each.source for each in rests_on)])),
        status=method.status,
        method=method.id,
        inputs=", ".join(f"{key} = {_plain(value)}" for key, value in inputs.items()),
    )


def _input(value: Any, rests_on: list[Figure]) -> Any:
    if isinstance(value, str) and value.startswith("@"):
        rests_on.append(figure(value[1:]))
        return rests_on[-1].value
    return value


def _plain(value: Any) -> str:
    return ", ".join(map(_plain, value)).join("[]") if isinstance(value, list) else f"{value:g}"
