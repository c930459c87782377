"""Kilograms per piece by UNU key, country and year of sale.

One series serves all countries; for laptops sixteen countries have their own figures for 2012 to 2016.
Before the first year of a series its first value holds, after the last year its last.

Two published series exist. The shipped one (`extended_2030` in the column `version`) reaches 2030 and is the one
by which the example's tonnes were made: divided by it, 72 % of them are whole pieces, against 58 % with the older
series (`cbs_2017`, to 2021). The figures of single countries are those of
`cbs_2017`: the extended table gives all sixteen countries one and the same series, with a jump to 1.99 kg in 2016.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from greenict.errors import UnknownName
from greenict.methods.constants import shipped_rows
from greenict.stocks.keys import normalise_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenict.stocks.kernels import FloatArray

Span = tuple[int, int, float]

ALL_COUNTRIES = ""
# The countries with figures of their own, so that both ISO 3166 codes find them.
_ALPHA_3 = {
    "AT": "AUT",
    "BE": "BEL",
    "BG": "BGR",
    "CH": "CHE",
    "CZ": "CZE",
    "DE": "DEU",
    "ES": "ESP",
    "FR": "FRA",
    "GB": "GBR",
    "GR": "GRC",
    "HU": "HUN",
    "IT": "ITA",
    "LT": "LTU",
    "NL": "NLD",
    "PL": "POL",
    "RO": "ROU",
}


def alpha_3(country: str) -> str:
    """Return the three-letter code where it is known here, else the code in capitals."""
    code = country.strip().upper()
    return _ALPHA_3.get(code, code)


@cache
def _spans() -> Mapping[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = {}
    for row in shipped_rows("weights.csv"):
        span = (int(row["year_from"]), int(row["year_to"]), float(row["kg_per_piece"]))
        found.setdefault((row["unu_key"], row["country"]), []).append(span)
    return {place: sorted(spans) for place, spans in found.items()}


def table_years(unu_key: str) -> tuple[int, int]:
    """Return the first and the last year for which the weight of a key is published."""
    spans = _spans()[(unu_key, ALL_COUNTRIES)]
    return spans[0][0], spans[-1][1]


def kg_per_piece(unu_key: object, country: str, years: npt.ArrayLike) -> FloatArray:
    """Return what one piece weighs, by year of sale [kg].

    Parameters
    ----------
    unu_key
        UNU key, in any of the spellings that `normalise_key` takes.
    country
        ISO 3166 code; a country without figures of its own gets those of all countries.
    years
        Years of sale.

    Raises
    ------
    UnknownName
        If the key is none of the 54.

    Examples
    --------
    >>> kg_per_piece("0306", "GBR", [1993, 2022]).tolist()
    [0.12, 0.09]

    """
    key = normalise_key(unu_key)
    wanted = np.asarray(years, dtype=np.int64)
    general = _spans().get((key, ALL_COUNTRIES))
    if general is None:
        raise UnknownName("weight of UNU key", key)
    first, last = general[0][0], general[-1][1]
    weights = _within(general, np.clip(wanted, first, last), np.full(wanted.shape, np.nan))
    return _within(_spans().get((key, alpha_3(country)), []), wanted, weights)


def _within(spans: list[Span], years: npt.NDArray[np.int64], otherwise: FloatArray) -> FloatArray:
    found = otherwise.copy()
    for first, last, kg in spans:
        found[(years >= first) & (years <= last)] = kg
    return found
