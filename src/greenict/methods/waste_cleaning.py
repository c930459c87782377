"""Cleaning a series of what was put on the market: outliers, jumps, gaps, the years before and after the data.

The rules live in `greenict.methods.series_cleaning`, whose `clean` gives every year of a series a value and a flag. Here
are its single steps, its answer for one year, and the years to come.
"""

from __future__ import annotations

import numpy as np

from greenict.errors import BadArgument
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.equipment_keys import whole_year
from greenict.methods.series_cleaning import FEWEST_FOR_OUTLIERS, Cleaned, clean, is_jump, outlier_limits


def _series(observed: Table, argument: str = "observed_kg_per_person") -> dict[int, float]:
    """Return a table by year as the cleaning takes it."""
    found = {}
    for year, value in observed.items():
        if not (year.strip().isdigit() and 1900 <= int(year) <= 2100):
            raise BadArgument(
                f"{argument}[{year!r}]", value, 'name each entry by its year, such as {"2015": 1.2}'
            )
        found[int(year)] = value
    return dict(sorted(found.items()))


def _cleaned_year(observed: Table, wanted: float, introduced: float | None) -> Cleaned:
    year = whole_year("wanted_years", wanted)
    first = None if introduced is None else whole_year("introduction_years", introduced)
    cleaned = clean(_series(observed), first)
    if year not in cleaned:
        mend = f"give a year from {min(cleaned)} to {max(cleaned)}, or extend the series to the future"
        raise BadArgument("wanted_years", wanted, mend)
    return cleaned[year]


@method
def cleaned_kg_per_person(
    *, observed_kg_per_person: Table, wanted_years: float, introduction_years: float | None = None
) -> float:
    """Value of one year in a cleaned series of what was put on the market.

    Parameters
    ----------
    observed_kg_per_person : table of kg/person, >= 0
        what was put on the market for each inhabitant, by year; leave out what is missing
    wanted_years : yr, 1900 to 2100
        calendar year asked for
    introduction_years : yr, 1900 to 2100
        year in which the product came to the market; without it nothing stands before the first year

    Returns
    -------
    kg/person
        cleaned value; cleaning_flag_code tells what was done to it

    Equation
    --------
    remove |x - median| > 4 * MAD, where 6 values or more; fill gaps of 1 or 2 years from their neighbours
    remove jumps over 50 % (x > 0.3, neighbours within 20 %), or 20 % and 40 % beyond both neighbours; fill again
    before the first year: mean of the first three * (t - t_introduction) / (t_first - t_introduction)

    Validity
    --------
    One key and country. Where half the values are equal, the median absolute deviation is 0 and removes nothing.

    Raises
    ------
    BadArgument where an entry is not named by a year, the year lies outside the series, or its gap is longer than two
    years: fill it from like countries with imputed_placed_kg_per_person.

    Source
    ------
    Statistics Netherlands, Waste over Time (description and script, MIT).

    Status
    ------
    V

    Examples
    --------
    >>> round(cleaned_kg_per_person(observed_kg_per_person={"2005": 1.2, "2006": 1.2, "2008": 1.6}, wanted_years=2007), 6)
    1.4
    """
    found = _cleaned_year(observed_kg_per_person, wanted_years, introduction_years)
    if found.value is None:
        mend = (
            "its gap is longer than two years; fill it from like countries with imputed_placed_kg_per_person"
        )
        raise BadArgument("wanted_years", wanted_years, mend)
    return float(found.value)


@method
def cleaning_flag_code(
    *, observed_kg_per_person: Table, wanted_years: float, introduction_years: float | None = None
) -> str:
    """What the cleaning did to one year of a series.

    Parameters
    ----------
    observed_kg_per_person : table of kg/person, >= 0
        what was put on the market for each inhabitant, by year; leave out what is missing
    wanted_years : yr, 1900 to 2100
        calendar year asked for
    introduction_years : yr, 1900 to 2100
        year in which the product came to the market

    Returns
    -------
    code
        as given, or why a value was removed or missing and how it was filled

    Equation
    --------
    the rules of cleaned_kg_per_person

    Validity
    --------
    One key and country.

    Raises
    ------
    BadArgument where an entry is not named by a year, or the year lies outside the series.

    Source
    ------
    Statistics Netherlands, Waste over Time (description and script, MIT); the flags are written in words here.

    Status
    ------
    V

    Examples
    --------
    >>> cleaning_flag_code(
    ...     observed_kg_per_person={"2005": 3.08, "2006": 3.04, "2007": 3.5, "2008": 4.96, "2009": 2.71, "2010": 2.6,
    ...     "2011": 2.47}, wanted_years=2008)
    'outlier; filled from neighbours'
    """
    return _cleaned_year(observed_kg_per_person, wanted_years, introduction_years).flag


@method
def outlier_verdict(
    *, tested_kg_per_person: float, all_kg_per_person: Series, deviations_ratio: float = 4.0
) -> str:
    """Whether a value lies within four median absolute deviations of its like.

    Parameters
    ----------
    tested_kg_per_person : kg/person, >= 0
        value in question
    all_kg_per_person : list of kg/person, >= 0
        all values of the series, or of the like countries in the year, the one in question among them
    deviations_ratio : ratio, > 0
        how many median absolute deviations are allowed

    Returns
    -------
    verdict
        pass, or fail for an outlier

    Equation
    --------
    fail where |x - median| > 4 * median(|x_i - median|)

    Validity
    --------
    Six values or more; with fewer, or where half of them are equal, everything passes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Statistics Netherlands, Waste over Time (description and script, MIT).

    Status
    ------
    V

    Examples
    --------
    >>> outlier_verdict(tested_kg_per_person=4.96, all_kg_per_person=[3.08, 3.04, 3.5, 4.96, 2.71, 2.6, 2.47])
    'fail'
    """
    values = np.asarray(all_kg_per_person, dtype=float)
    if values.size < FEWEST_FOR_OUTLIERS or float(np.median(np.abs(values - np.median(values)))) == 0:
        return "pass"
    lower, upper = outlier_limits(values, deviations_ratio)
    return "pass" if lower <= tested_kg_per_person <= upper else "fail"


@method
def jump_verdict(
    *,
    before_kg_per_person: float,
    tested_kg_per_person: float,
    after_kg_per_person: float,
    second_after_kg_per_person: float | None = None,
) -> str:
    """Whether a value jumps against the years around it.

    Parameters
    ----------
    before_kg_per_person : kg/person, >= 0
        year before
    tested_kg_per_person : kg/person, >= 0
        value in question
    after_kg_per_person : kg/person, >= 0
        year after
    second_after_kg_per_person : kg/person, >= 0
        second year after, where known: within 20 % of the value, it excuses the second rule

    Returns
    -------
    verdict
        pass, or fail for a jump

    Equation
    --------
    fail where |x - x_before| / x_before > 0.5 and |x_after - x_before| / x_before < 0.2
    fail where x < 0.8 * min and x < 0.6 * max, or x > 1.2 * max and x > 1.4 * min, of the years before and after

    Validity
    --------
    Values above 0.3 kg per inhabitant; smaller ones pass, since they weigh little.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Statistics Netherlands, Waste over Time (description, MIT); its script differs in the excuse of the second rule.

    Status
    ------
    V

    Examples
    --------
    >>> jump_verdict(before_kg_per_person=1.0, tested_kg_per_person=1.6, after_kg_per_person=1.1)
    'fail'
    """
    jumped = is_jump(
        before_kg_per_person, tested_kg_per_person, after_kg_per_person, second_after_kg_per_person
    )
    return "fail" if jumped else "pass"


@method
def before_first_year_kg_per_person(
    *,
    first_values_kg_per_person: Series,
    first_years: float,
    introduction_years: float,
    wanted_years: Quantity,
) -> Quantity:
    """What was put on the market in a year before the data begin.

    Parameters
    ----------
    first_values_kg_per_person : list of kg/person, >= 0
        first three values of the series
    first_years : yr, 1900 to 2100
        first calendar year with data
    introduction_years : yr, 1900 to 2100
        year in which the product came to the market
    wanted_years : yr, 1900 to 2100
        calendar year asked for

    Returns
    -------
    kg/person
        value on the straight line, 0 before the introduction

    Equation
    --------
    x(t) = mean of the first three * max(0, t - t_introduction) / (t_first - t_introduction)

    Validity
    --------
    Up to the first year with data.

    Raises
    ------
    BadArgument where there are not three values, or the years are out of order.

    Source
    ------
    Statistics Netherlands, Waste over Time (script, MIT); its description of 2017 takes 2 % less each year instead.

    Status
    ------
    V

    Examples
    --------
    >>> float(before_first_year_kg_per_person(
    ...     first_values_kg_per_person=[1.0, 1.2, 1.4], first_years=1995, introduction_years=1985, wanted_years=1990))
    0.6
    """
    require(
        len(first_values_kg_per_person) == 3,
        "first_values_kg_per_person",
        first_values_kg_per_person,
        "give the first three values",
    )
    require(
        introduction_years < first_years,
        "introduction_years",
        introduction_years,
        "give a year before first_years",
    )
    require(
        np.asarray(wanted_years) <= first_years,
        "wanted_years",
        wanted_years,
        "give a year before first_years",
    )
    elapsed = np.maximum(0.0, np.asarray(wanted_years, dtype=float) - introduction_years)
    return float(np.mean(first_values_kg_per_person)) * elapsed[()] / (first_years - introduction_years)


@method
def future_kg_per_person(*, observed_kg_per_person: Table, wanted_years: float, form: str = "last") -> float:
    """What will be put on the market in a year after the data end, without purchasing power.

    Parameters
    ----------
    observed_kg_per_person : table of kg/person, >= 0
        reliable values, by year
    wanted_years : yr, 1900 to 2200
        calendar year asked for, after the last year of data
    form : one of last, constant, trend
        last reliable value; mean of the last three years; straight line through the last nine years

    Returns
    -------
    kg/person
        extrapolated value, 0 at least

    Equation
    --------
    last: x(t) = x_last; constant: x(t) = mean of the last three; trend: x(t) = max(0, a + b * t) by least squares

    Validity
    --------
    A few years ahead; flag the value. Where sales follow purchasing power, future_by_ppp_kg_per_person serves better.

    Raises
    ------
    BadArgument where the year is not after the data, or a trend has fewer than three years.

    Source
    ------
    Statistics Netherlands, Waste over Time (script, MIT); the mean of three years as the constant is this project's reading.

    Status
    ------
    V for last and trend, B-med for constant

    Examples
    --------
    >>> round(future_kg_per_person(
    ...     observed_kg_per_person={"2019": 1.0, "2020": 1.1, "2021": 1.2}, wanted_years=2025, form="trend"), 6)
    1.6
    """
    series = _series(observed_kg_per_person)
    year, last = whole_year("wanted_years", wanted_years), max(series)
    require(year > last, "wanted_years", wanted_years, f"give a year after {last}, the last with data")
    values = list(series.values())
    if form == "last":
        return values[-1]
    if form == "constant":
        return float(np.mean(values[-3:]))
    require(
        len(values) >= 3,
        "observed_kg_per_person",
        observed_kg_per_person,
        "a trend needs three years or more",
    )
    years = np.array(list(series)[-9:], dtype=float)
    slope, level = np.polyfit(years - last, np.array(values[-9:]), 1)
    return max(0.0, float(level + slope * (year - last)))


@method
def future_by_ppp_kg_per_person(
    *,
    group_kg_per_person: Series,
    group_ppp: Series,
    last_kg_per_person: float,
    last_ppp: float,
    future_ppp: float,
) -> float:
    """What will be put on the market in a later year, from purchasing power.

    Parameters
    ----------
    group_kg_per_person : list of kg/person, >= 0
        values of all countries and recent years, unaltered ones only
    group_ppp : list of PPP, > 0
        purchasing power of the same countries and years
    last_kg_per_person : kg/person, >= 0
        last value of the country
    last_ppp : PPP, > 0
        purchasing power of the country in that year
    future_ppp : PPP, > 0
        purchasing power expected for the year asked for

    Returns
    -------
    kg/person
        value on the line of all countries, scaled to meet the country's last value; 0 at least

    Equation
    --------
    x = x_last * max(0, a + b * PPP) / (a + b * PPP_last), with a and b by least squares over all countries

    Validity
    --------
    A correlation of 0.33 or more in size; below that use the last reliable value.

    Raises
    ------
    BadArgument where the lists differ in length, are too short, do not correlate, or the line is not above 0 at the
    country's last purchasing power.

    Source
    ------
    Statistics Netherlands, Waste over Time (script, MIT), simplified: the country's last value is the point of connection.

    Status
    ------
    B-high

    Examples
    --------
    >>> round(future_by_ppp_kg_per_person(
    ...     group_kg_per_person=[0.5, 1.0, 1.5], group_ppp=[10000, 20000, 30000], last_kg_per_person=0.8, last_ppp=20000,
    ...     future_ppp=25000), 6)
    1.0
    """
    require_same_length(group_kg_per_person, group_ppp, "group_kg_per_person", "group_ppp")
    values, powers = np.asarray(group_kg_per_person, dtype=float), np.asarray(group_ppp, dtype=float)
    require(values.size >= 3, "group_kg_per_person", group_kg_per_person, "give three pairs or more")
    spread = float(np.std(values)) * float(np.std(powers))
    covariance = float(np.mean((values - values.mean()) * (powers - powers.mean())))
    require(
        spread > 0 and abs(covariance) / spread >= 0.33,
        "group_ppp",
        group_ppp,
        "purchasing power does not explain the values (correlation below 0.33); use the last reliable value",
    )
    slope = covariance / float(np.var(powers))
    level = float(values.mean()) - slope * float(powers.mean())
    at_last = level + slope * last_ppp
    require(
        at_last > 0,
        "last_ppp",
        last_ppp,
        "the line of all countries is not above 0 there; use the last value",
    )
    return divided(last_kg_per_person * max(0.0, level + slope * future_ppp), at_last, "last_ppp")
