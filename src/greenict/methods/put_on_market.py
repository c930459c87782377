"""Put on the market from trade: CN8 codes to UNU keys, and production that statistics keep confidential.

`put_on_market` takes rows of a trade table; the catalogue's methods answer for one year and key.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.equipment_keys import known_key, whole_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGNS = {"production": 1, "import": 1, "export": -1}
COLUMNS = ("cn8", "year", "flow", "kg")


@dataclass(frozen=True)
class Link:
    """A UNU key that a CN8 code stands for in a span of years."""

    unu_key: str
    first: int
    last: int

    def years_away(self, year: int) -> int:
        """Return how many years lie between the span and a year; 0 within it."""
        return max(self.first - year, year - self.last, 0)


@dataclass(frozen=True)
class Placed:
    """What was put on the market of one key in one year; `flag` says what was done to it."""

    unu_key: str
    year: int
    kg: float
    flag: str


@cache
def links() -> Mapping[str, tuple[Link, ...]]:
    """Return the keys of each CN8 code, oldest span first."""
    found: dict[str, list[Link]] = defaultdict(list)
    for row in shipped_rows("cn8_unu_keys.csv"):
        found[row["cn8"]].append(Link(row["unu_key"], int(row["year_from"]), int(row["year_to"])))
    return {code: tuple(spans) for code, spans in found.items()}


def link_of(cn8: str, year: int) -> tuple[Link, bool]:
    """Return the key of a code in a year, and whether another year's link stands in.

    Raises
    ------
    BadArgument
        Where the code has not eight digits.
    UnknownName
        Where no year's table has the code: it is no electrical equipment.
    """
    code = cn8.replace(" ", "").replace(".", "")
    if len(code) != 8 or not code.isdigit():
        raise BadArgument("cn8", cn8, "give eight digits, such as 85171300")
    if code not in links():
        mend = "the table has no such code of electrical equipment; check it, or leave the row out"
        raise UnknownName("CN8 code", cn8, mend=mend)
    nearest = min(reversed(links()[code]), key=lambda link: link.years_away(year))
    return nearest, nearest.years_away(year) > 0


def put_on_market(rows: Iterable[Mapping[str, Any]]) -> list[Placed]:
    """Return what a table of trade puts on the market, by UNU key and year.

    A row has `cn8`, `year`, `flow` (production, import or export) and `kg`. Exports beyond production and imports are
    no quantity sold: such a value becomes 0 and is flagged.

    Raises
    ------
    BadArgument, UnknownName
        Where a row lacks a column, or holds a code, flow or mass that cannot be.

    Examples
    --------
    >>> rows = [
    ...     {"cn8": "84713000", "year": 2012, "flow": "import", "kg": 900},
    ...     {"cn8": "84713000", "year": 2012, "flow": "export", "kg": 200},
    ... ]
    >>> put_on_market(rows)
    [Placed(unu_key='0303', year=2012, kg=700.0, flag='as given')]
    """
    sums: dict[tuple[str, int], float] = defaultdict(float)
    borrowed = set()
    for place, row in enumerate(rows, start=1):
        code, year, flow, mass = _checked(row, place)
        link, stands_in = link_of(code, year)
        sums[link.unu_key, year] += SIGNS[flow] * mass
        if stands_in:
            borrowed.add((link.unu_key, year))
    return [_placed(key, year, kg, (key, year) in borrowed) for (key, year), kg in sorted(sums.items())]


def _checked(row: Mapping[str, Any], place: int) -> tuple[str, int, str, float]:
    missing = [column for column in COLUMNS if row.get(column) is None]
    if missing:
        raise BadArgument(f"row {place}", dict(row), f"give {', '.join(missing)} too")
    flow = str(row["flow"]).strip().lower().removesuffix("s")
    if flow not in SIGNS:
        raise UnknownName(
            f"flow in row {place}", str(row["flow"]), list(SIGNS), mend="production, import or export"
        )
    try:
        year, mass = whole_year(f"year in row {place}", float(row["year"])), float(row["kg"])
    except ValueError as error:
        raise BadArgument(f"row {place}", dict(row), "give year and kg as plain numbers") from error
    if not (np.isfinite(mass) and mass >= 0):
        raise BadArgument(f"kg in row {place}", row["kg"], "give a mass of 0 or more")
    return str(row["cn8"]), year, flow, mass


def _placed(key: str, year: int, kg: float, stands_in: bool) -> Placed:
    if kg < 0:
        return Placed(key, year, 0.0, "more exported than supplied: set to 0")
    return Placed(key, year, kg, "link of another year" if stands_in else "as given")


@method
def unu_key_of_trade_code(*, cn8: str, trade_years: float) -> str:
    """UNU key that a code of the Combined Nomenclature stands for in a year.

    Parameters
    ----------
    cn8 : text
        eight digits of the Combined Nomenclature, such as 84713000
    trade_years : yr, 1988 to 2100
        calendar year of the trade

    Returns
    -------
    code
        UNU key; the nearest year's link stands in, and is said, where the year has none

    Equation
    --------
    key = table(cn8, year)

    Validity
    --------
    Links from 1993 to 2017 and of 2018; codes change each year, so check codes made after 2018 by hand.

    Raises
    ------
    BadArgument where the code has not eight digits; UnknownName where no year has it.

    Source
    ------
    Statistics Netherlands, Waste over Time (table, MIT), 1993 to 2017; WEEE calculation tool manual, UNITAR for the
    European Commission, May 2023, annex IV, 2018.

    Status
    ------
    V

    Examples
    --------
    >>> unu_key_of_trade_code(cn8="84709000", trade_years=1994)
    '0301'
    """
    year = whole_year("trade_years", trade_years)
    link, stands_in = link_of(cn8, year)
    if not stands_in:
        return link.unu_key
    span = str(link.first) if link.first == link.last else f"{link.first} to {link.last}"
    return f"{link.unu_key} (link of {span})"


@method
def put_on_market_kg(*, trade_kg: Table, unu_key: str, trade_years: float) -> float:
    """Mass of one UNU key put on the market in a year, from a table of trade.

    Parameters
    ----------
    trade_kg : table of kg, >= 0
        mass by code and flow, each written as "84713000 import"; flows are production, import and export
    unu_key : text
        key asked for, such as 0303; codes of other keys may stand in the table
    trade_years : yr, 1988 to 2100
        calendar year of the trade

    Returns
    -------
    kg
        put on the market: production + imports - exports of the key's codes

    Equation
    --------
    POM_key = sum over codes of the key (production + import - export)

    Validity
    --------
    One country and year. The mass of trade statistics is net of packaging.

    Raises
    ------
    BadArgument where exports exceed supply, or an entry is not written as code and flow; UnknownName for an unknown
    key, code or flow, or where no code in the table belongs to the key.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, apparent consumption.

    Status
    ------
    V

    Examples
    --------
    >>> put_on_market_kg(
    ...     trade_kg={"84713000 import": 900, "84713000 export": 200, "85171200 import": 50}, unu_key="0303",
    ...     trade_years=2012)
    700.0
    """
    year, key = whole_year("trade_years", trade_years), known_key(unu_key)
    rows = [_row_of_entry(entry, year, mass) for entry, mass in trade_kg.items()]
    own = [row for row in rows if link_of(str(row["cn8"]), year)[0].unu_key == key]
    if not own:
        raise UnknownName("unu_key", unu_key, mend="no code of trade_kg belongs to this key in this year")
    (placed,) = put_on_market(own)
    supplied = sum(SIGNS[str(row["flow"])] * float(row["kg"]) for row in own)
    require(
        supplied >= 0, "trade_kg", trade_kg, f"exports of {key} exceed production and imports; mend the data"
    )
    return placed.kg


def _row_of_entry(entry: str, year: int, mass: float) -> dict[str, Any]:
    code, _, flow = entry.strip().partition(" ")
    name = flow.strip().lower().removesuffix("s")
    if name not in SIGNS:
        raise BadArgument(f"trade_kg[{entry!r}]", mass, 'write code and flow, such as "84713000 import"')
    return {"cn8": code, "year": year, "flow": name, "kg": mass}


@method
def confidential_production_kg(
    *, exported_kg: float, known_exported_kg: Series, known_produced_kg: Series
) -> float:
    """Production that statistics keep confidential, from exports.

    Parameters
    ----------
    exported_kg : kg, >= 0
        exports of the year whose production is hidden
    known_exported_kg : list of kg, >= 0
        exports of the years, or of like countries, whose production is known
    known_produced_kg : list of kg, > 0
        production of the same years or countries

    Returns
    -------
    kg
        estimated production

    Equation
    --------
    P = X / median(X_i / P_i)

    Validity
    --------
    First other years of the country, then countries of like purchasing power; kg or pieces alike. Flag the value.

    Raises
    ------
    BadArgument where the lists differ in length or the median ratio is 0.

    Source
    ------
    Statistics Netherlands, Waste over Time (script, MIT).

    Status
    ------
    V

    Examples
    --------
    >>> confidential_production_kg(exported_kg=60, known_exported_kg=[10, 30, 40], known_produced_kg=[20, 50, 100])
    120.0
    """
    require_same_length(known_exported_kg, known_produced_kg, "known_exported_kg", "known_produced_kg")
    ratios = np.asarray(known_exported_kg, dtype=float) / np.asarray(known_produced_kg, dtype=float)
    return divided(exported_kg, float(np.median(ratios)), "known_exported_kg")


@method
def fitted_production_kg(
    *, estimated_kg: Quantity, all_estimated_kg: Quantity, published_kg: Quantity, union_total_kg: Quantity
) -> Quantity:
    """Estimated production of a country, fitted into the total of the Union.

    Parameters
    ----------
    estimated_kg : kg, >= 0
        estimate for the country
    all_estimated_kg : kg, > 0
        estimates of all countries whose figure is hidden
    published_kg : kg, >= 0
        figures of all countries that publish
    union_total_kg : kg, >= 0
        total of the Union, as published

    Returns
    -------
    kg
        production that leaves the total right, 0 at least

    Equation
    --------
    P = max(0, P_est / sum P_est * (T - sum P_published))

    Validity
    --------
    One product and year, all countries of the Union.

    Raises
    ------
    BadArgument where the estimate exceeds the sum of the estimates.

    Source
    ------
    Statistics Netherlands, Waste over Time (script, MIT).

    Status
    ------
    V

    Examples
    --------
    >>> float(fitted_production_kg(estimated_kg=120, all_estimated_kg=200, published_kg=850, union_total_kg=1000))
    90.0
    """
    require(
        np.asarray(estimated_kg) <= all_estimated_kg,
        "estimated_kg",
        estimated_kg,
        "give at most all_estimated_kg, of which it is a part",
    )
    left = union_total_kg - published_kg
    return np.maximum(0.0, divided(estimated_kg, all_estimated_kg, "all_estimated_kg") * left)
