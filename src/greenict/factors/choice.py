"""The factor for a place and a year, and the steps it took to find it.

First the place: the country, else the region it lies in, else the wider region, else the world.
At that place the year: a row that holds for the year, else the row of the nearest year (the earlier
of two that are equally near). A subject that no set tells apart by place (a laptop's production) is
not "from the world" in any country: it has one place only, and choosing it is no step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from greenict.factors.places import WORLD, chain, place_name
from greenict.factors.sets import Factor

ByPlace = Mapping[str, Sequence[Factor]]


@dataclass(frozen=True)
class Step:
    """One step away from the exact place and year. `code` is region, world, unknown_country or nearest_year."""

    code: str
    message: str


@dataclass(frozen=True)
class Choice:
    """The factors chosen, one for each process, and the steps away from the exact place and year."""

    factors: tuple[Factor, ...] = ()
    steps: tuple[Step, ...] = field(default=())


def choose(by_place: ByPlace, country: str | None, year: int | None) -> Choice:
    """The factors of one subject for a country and a year; an empty choice where nothing serves."""
    depends_on_place = any(place != WORLD for place in by_place)
    steps: list[Step] = []
    if country is None and depends_on_place:
        steps.append(Step("unknown_country", "no country is given; the world stands in"))
    place = next((place for place in chain(country or WORLD) if place in by_place), None)
    if place is None:
        return Choice()
    if depends_on_place and country not in (None, place, WORLD):
        code = "world" if place == WORLD else "region"
        there, here = place_name(place), place_name(country or WORLD)
        steps.append(Step(code, f"no factor for {here}; {there} stands in"))
    by_process: dict[str, list[Factor]] = {}
    for factor in by_place[place]:
        by_process.setdefault(factor.process, []).append(factor)
    chosen = tuple(_of_year(rows, year) for _, rows in sorted(by_process.items()))
    steps += _year_steps(chosen, year, by_place[place])
    return Choice(chosen, tuple(dict.fromkeys(steps)))


def _of_year(rows: Sequence[Factor], year: int | None) -> Factor:
    """The row that holds for the year, else the nearest; without a year, the latest."""
    if year is None:
        return max(rows, key=lambda row: row.year_to)
    return min(rows, key=lambda row: (max(row.year_from - year, year - row.year_to, 0), row.year_from))


def _year_steps(chosen: Sequence[Factor], year: int | None, rows: Sequence[Factor]) -> list[Step]:
    if year is None:
        several = len({(row.year_from, row.year_to) for row in rows}) > 1
        return [Step("no_year", "no year is given; the latest factor stands in")] if several else []
    return [
        Step("nearest_year", f"no factor for {year}; {_span(factor, year)} stands in")
        for factor in chosen
        if not factor.year_from <= year <= factor.year_to
    ]


def _span(factor: Factor, year: int) -> int:
    return factor.year_from if year < factor.year_from else factor.year_to
