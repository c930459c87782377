"""UNU keys: what a piece weighs, how long it lasts, and the categories that a key belongs to.

The tables are those of `data/`: 54 keys, weights by year of sale, lifetimes measured for two regions. A
country without a set of its own gets the nearest one, and the answer says so.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, method
from greenict.methods.lifetimes import mean_lifetime_years

if TYPE_CHECKING:
    from collections.abc import Mapping

# Where the lifetimes were measured; the other countries of the two lists are nearest to Italy by climate and trade.
MEASURED = {"NLD": "nl-fr-be", "FRA": "nl-fr-be", "BEL": "nl-fr-be", "ITA": "it"}
NEAREST_TO_ITALY = frozenset(
    [
        "ALB",
        "AND",
        "BIH",
        "CYP",
        "DZA",
        "EGY",
        "ESP",
        "GRC",
        "HRV",
        "ISR",
        "JOR",
        "LBN",
        "LBY",
        "MAR",
        "MLT",
        "MNE",
        "MKD",
        "PRT",
        "PSE",
        "SMR",
        "SVN",
        "SYR",
        "TUN",
        "TUR",
        "VAT",
    ]
)
DEFAULT_SET = "nl-fr-be"


@cache
def keys() -> Mapping[str, dict[str, str]]:
    """Return the row of every UNU key by its four digits."""
    return MappingProxyType({row["unu_key"]: row for row in shipped_rows("unu_keys.csv")})


def known_key(unu_key: str) -> str:
    """Return a key as four digits; spreadsheets drop the leading zero.

    Raises
    ------
    UnknownName
        Where it is none of the 54.
    """
    key = unu_key.zfill(4)
    if key not in keys():
        raise UnknownName("unu_key", unu_key, list(keys()), mend="give one of the 54 UNU keys, such as 0306")
    return key


@cache
def _weights(unu_key: str, country: str) -> tuple[tuple[int, int, float], ...]:
    rows = (
        row for row in shipped_rows("weights.csv") if (row["unu_key"], row["country"]) == (unu_key, country)
    )
    return tuple(
        sorted((int(row["year_from"]), int(row["year_to"]), float(row["kg_per_piece"])) for row in rows)
    )


@cache
def _lifetimes() -> Mapping[tuple[str, str], tuple[float, float]]:
    rows = shipped_rows("lifetimes.csv")
    return {(row["unu_key"], row["region"]): (float(row["shape"]), float(row["scale"])) for row in rows}


@method
def mean_mass_kg_per_piece(*, unu_key: str, sale_years: float, country: str = "all") -> float:
    """Mean weight of a piece of a UNU key, by the year of sale.

    Parameters
    ----------
    unu_key : text
        UNU key, such as 0306
    sale_years : yr, 1950 to 2100
        calendar year of sale
    country : text
        three-letter country code; only laptops (0303) have weights by country, for 2012 to 2016

    Returns
    -------
    kg/piece
        weight with accessories, without packaging, batteries and manuals

    Equation
    --------
    w = table(key, year); before its first year the first value, after its last year the last

    Validity
    --------
    One series serves all countries. Before 1993 and after 2030 the nearest year stands in.

    Raises
    ------
    UnknownName where the key is none of the 54; BadArgument where the year is not whole.

    Source
    ------
    Average weights by key to 2030 in the CE observatory data scripts (MIT), after Statistics Netherlands; scope of
    weight by Implementing Regulation (EU) 2017/699.

    Status
    ------
    V

    Examples
    --------
    >>> mean_mass_kg_per_piece(unu_key="0306", sale_years=2022)
    0.09
    """
    key, year = known_key(unu_key), whole_year("sale_years", sale_years)
    for first, last, weight in _weights(key, country.upper()):
        if first <= year <= last:
            return weight
    spans = _weights(key, "")
    year = min(max(year, spans[0][0]), spans[-1][1])
    return next(weight for first, last, weight in spans if first <= year <= last)


def whole_year(argument: str, year: float) -> int:
    """Return a calendar year as a whole number.

    Raises
    ------
    BadArgument
        Where it has decimals.
    """
    if year != int(year):
        raise BadArgument(argument, year, "give a whole calendar year, such as 2022")
    return int(year)


@method
def sold_pieces(*, sold_t: Quantity, piece_mass_kg_per_piece: Quantity) -> Quantity:
    """Pieces in a mass, from their mean weight.

    Parameters
    ----------
    sold_t : t, >= 0
        mass sold, in use or discarded
    piece_mass_kg_per_piece : kg/piece, > 0
        mean weight of a piece

    Returns
    -------
    pieces
        number of pieces

    Equation
    --------
    n = 1000 * m / w

    Validity
    --------
    The weight is that of the year of sale.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023.

    Status
    ------
    V

    Examples
    --------
    >>> sold_pieces(sold_t=90, piece_mass_kg_per_piece=0.09)
    1000000.0
    """
    return divided(1000 * sold_t, piece_mass_kg_per_piece, "piece_mass_kg_per_piece")


@method
def lifetime_set_code(*, country: str) -> str:
    """Which set of lifetimes a country gets, and whether it was measured there.

    Parameters
    ----------
    country : text
        three-letter country code, such as KEN

    Returns
    -------
    code
        nl-fr-be or it; with the remark "stand-in" where nobody measured lifetimes in the country

    Equation
    --------
    own set where measured; it for the countries round the Mediterranean; nl-fr-be for all others

    Validity
    --------
    Two measured sets exist. In Africa, Asia, the Americas and Oceania a stand-in is likely too short, since repair
    and second-hand trade lengthen lives: vary it.

    Raises
    ------
    BadArgument where the code has not three letters.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, annex III; the choice of the nearest set
    is this project's own.

    Status
    ------
    V for the measured countries, else B-low

    Examples
    --------
    >>> lifetime_set_code(country="KEN")
    'nl-fr-be (stand-in: no lifetimes measured for KEN)'
    """
    code = country.upper()
    if len(code) != 3 or not code.isalpha():
        raise BadArgument("country", country, "give a three-letter country code, such as KEN")
    if code in MEASURED:
        return MEASURED[code]
    return f"{_set_of(code)} (stand-in: no lifetimes measured for {code})"


def _set_of(code: str) -> str:
    return MEASURED.get(code, "it" if code in NEAREST_TO_ITALY else DEFAULT_SET)


def _lifetime(unu_key: str, country: str) -> tuple[float, float]:
    nearest = lifetime_set_code(country=country).split(" ")[0]
    return _lifetimes()[known_key(unu_key), nearest]


@method
def lifetime_shape_ratio(*, unu_key: str, country: str) -> float:
    """Shape of the Weibull lifetime of a UNU key in a country.

    Parameters
    ----------
    unu_key : text
        UNU key, such as 0306
    country : text
        three-letter country code; lifetime_set_code tells which set stands in

    Returns
    -------
    ratio
        shape k

    Equation
    --------
    k = table(key, nearest set)

    Validity
    --------
    Measured in the Netherlands, France, Belgium and Italy; a stand-in elsewhere.

    Raises
    ------
    UnknownName where the key is none of the 54; BadArgument where the code has not three letters.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, annex III.

    Status
    ------
    V for the measured countries, else B-low

    Examples
    --------
    >>> lifetime_shape_ratio(unu_key="0306", country="NLD")
    1.56
    """
    return _lifetime(unu_key, country)[0]


@method
def lifetime_scale_years(*, unu_key: str, country: str) -> float:
    """Scale of the Weibull lifetime of a UNU key in a country.

    Parameters
    ----------
    unu_key : text
        UNU key, such as 0306
    country : text
        three-letter country code; lifetime_set_code tells which set stands in

    Returns
    -------
    yr
        scale lambda

    Equation
    --------
    lambda = table(key, nearest set)

    Validity
    --------
    Measured in the Netherlands, France, Belgium and Italy; a stand-in elsewhere.

    Raises
    ------
    UnknownName where the key is none of the 54; BadArgument where the code has not three letters.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, annex III.

    Status
    ------
    V for the measured countries, else B-low

    Examples
    --------
    >>> lifetime_scale_years(unu_key="0306", country="KEN")
    6.26
    """
    return _lifetime(unu_key, country)[1]


@method
def mean_lifetime_of_key_years(*, unu_key: str, country: str) -> float:
    """Mean lifetime of a UNU key in a country.

    Parameters
    ----------
    unu_key : text
        UNU key, such as 0306
    country : text
        three-letter country code; lifetime_set_code tells which set stands in

    Returns
    -------
    yr
        mean years from sale to discard

    Equation
    --------
    L = lambda * Gamma(1 + 1/k), with k and lambda of the key in the nearest set

    Validity
    --------
    Measured in the Netherlands, France, Belgium and Italy; a stand-in elsewhere.

    Raises
    ------
    UnknownName where the key is none of the 54; BadArgument where the code has not three letters.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, annex III.

    Status
    ------
    D for the measured countries, else B-low

    Examples
    --------
    >>> round(mean_lifetime_of_key_years(unu_key="0306", country="BEL"), 4)
    5.6264
    """
    shape, scale = _lifetime(unu_key, country)
    return float(mean_lifetime_years(shape_ratio=shape, scale_years=scale))


@method
def waste_category_code(*, unu_key: str, scheme: str = "eu6") -> str:
    """Category of the European waste directive that a UNU key belongs to.

    Parameters
    ----------
    unu_key : text
        UNU key, such as 0306
    scheme : one of eu6, eu10
        six categories since 15 August 2018, or the ten before

    Returns
    -------
    code
        number of the category; photovoltaic panels (4b) stand apart from other large equipment (4a)

    Equation
    --------
    category = table(key, scheme)

    Validity
    --------
    The table of 2017. The manual of 2023 puts 0703 among large equipment.

    Raises
    ------
    UnknownName where the key is none of the 54.

    Source
    ------
    Statistics Netherlands, Waste over Time (tables, MIT); Implementing Regulation (EU) 2017/699.

    Status
    ------
    V

    Examples
    --------
    >>> waste_category_code(unu_key="0303")
    '2'
    """
    return keys()[known_key(unu_key)][f"category_{scheme}"]
