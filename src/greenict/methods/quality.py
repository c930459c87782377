"""Quality of data: ratings, the spread that a pedigree gives, uncertainty of sums and products."""

from __future__ import annotations

import numpy as np

from greenict.errors import BadArgument
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def data_quality_rating_score(
    *,
    technological_score: Quantity,
    geographical_score: Quantity,
    time_score: Quantity,
    precision_score: Quantity,
) -> Quantity:
    """Data quality rating of a data set, 1 the best and 5 the worst.

    Parameters
    ----------
    technological_score : score, 1 to 5
        how well the technology is represented
    geographical_score : score, 1 to 5
        how well the place is represented
    time_score : score, 1 to 5
        how well the time is represented
    precision_score : score, 1 to 5
        precision of the data

    Returns
    -------
    score
        mean of the four ratings; 3 or less for a conforming study

    Equation
    --------
    DQR = (TeR + GeR + TiR + P) / 4

    Validity
    --------
    One data set; weight several by their part of the impact with data_quality_total_score.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    European Commission, Product Environmental Footprint, data quality (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> data_quality_rating_score(technological_score=2, geographical_score=1, time_score=2, precision_score=3)
    2.0
    """
    return (technological_score + geographical_score + time_score + precision_score) / 4


@method
def data_quality_total_score(*, rating_score: Series, impact_amount: Series) -> float:
    """Data quality rating of a study: the ratings weighted by what each data set contributes.

    Parameters
    ----------
    rating_score : list of score, 1 to 5
        rating of each data set
    impact_amount : list of own unit, >= 0
        contribution of each data set to the impact, in one unit

    Returns
    -------
    score
        weighted mean rating

    Equation
    --------
    DQR = sum_i DQR_i * I_i / sum_i I_i

    Validity
    --------
    Contributions to one impact category, in one unit.

    Raises
    ------
    BadArgument where the lists differ in length or the contributions add up to 0.

    Source
    ------
    European Commission, Product Environmental Footprint, data quality (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> data_quality_total_score(rating_score=[1, 3], impact_amount=[75, 25])
    1.5
    """
    require_same_length(rating_score, impact_amount, "rating_score", "impact_amount")
    weighted = float(np.dot(np.asarray(rating_score, dtype=float), np.asarray(impact_amount, dtype=float)))
    return divided(weighted, float(np.sum(impact_amount)), "impact_amount")


@method
def pedigree_gsd2_ratio(*, basic_uncertainty_ratio: float, pedigree_ratio: Series) -> float:
    """Square of the geometric standard deviation that a pedigree gives to a value.

    Parameters
    ----------
    basic_uncertainty_ratio : ratio, >= 1
        basic uncertainty factor of the kind of data
    pedigree_ratio : list of ratio, >= 1
        uncertainty factors of reliability, completeness, time, place and technology

    Returns
    -------
    ratio
        GSD squared: 95 % of a log-normal value lies between value / GSD2 and value * GSD2

    Equation
    --------
    GSD2 = exp( sqrt( sum_i ln(U_i)^2 + ln(U_basic)^2 ) )

    Validity
    --------
    Log-normal values with independent causes of spread.

    Raises
    ------
    BadArgument where a factor is under 1.

    Source
    ------
    Pedigree matrix of ecoinvent, data quality guideline (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> gsd2 = pedigree_gsd2_ratio(basic_uncertainty_ratio=1.05, pedigree_ratio=[1.0, 1.02, 1.03, 1.02, 1.0])
    >>> round(gsd2, 4)
    1.0656
    """
    factors = np.append(np.asarray(pedigree_ratio, dtype=float), basic_uncertainty_ratio)
    require(factors >= 1, "pedigree_ratio", factors.tolist(), "give factors of 1 or more")
    return float(np.exp(np.sqrt(np.sum(np.log(factors) ** 2))))


@method
def sum_uncertainty_percent(*, part_amount: Series, part_uncertainty_percent: Series) -> float:
    """Relative uncertainty of a sum of independent amounts.

    Parameters
    ----------
    part_amount : list of own unit
        the amounts, all in one unit
    part_uncertainty_percent : list of %, >= 0
        relative uncertainty of each

    Returns
    -------
    %
        relative uncertainty of the sum

    Equation
    --------
    U = sqrt( sum_i (u_i * x_i)^2 ) / | sum_i x_i |

    Validity
    --------
    Independent amounts; amounts that share a factor are not.

    Raises
    ------
    BadArgument where the lists differ in length or the amounts add up to 0.

    Source
    ------
    ITU-T L.1420 (02/2012), uncertainty; IPCC 2006 Guidelines, volume 1, equation 3.2 (reading from
    background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(sum_uncertainty_percent(part_amount=[100, 50], part_uncertainty_percent=[3, 8]), 4)
    3.3333
    """
    require_same_length(part_amount, part_uncertainty_percent, "part_amount", "part_uncertainty_percent")
    amounts = np.asarray(part_amount, dtype=float)
    spread = float(np.sqrt(np.sum((np.asarray(part_uncertainty_percent, dtype=float) * amounts) ** 2)))
    return divided(spread, abs(float(np.sum(amounts))), "part_amount")


@method
def product_uncertainty_percent(*, part_uncertainty_percent: Series) -> float:
    """Relative uncertainty of a product of independent amounts.

    Parameters
    ----------
    part_uncertainty_percent : list of %, >= 0
        relative uncertainty of each amount

    Returns
    -------
    %
        relative uncertainty of the product

    Equation
    --------
    U = sqrt( sum_i u_i^2 )

    Validity
    --------
    Independent amounts, uncertainties under about 30 %.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1420 (02/2012), uncertainty; IPCC 2006 Guidelines, volume 1, equation 3.1 (reading from
    background).

    Status
    ------
    B-high

    Examples
    --------
    >>> product_uncertainty_percent(part_uncertainty_percent=[3, 4])
    5.0
    """
    return float(np.sqrt(np.sum(np.asarray(part_uncertainty_percent, dtype=float) ** 2)))


# Factors of the pedigree by score, 1 to 5; None where the matrix leaves the cell empty.
_PEDIGREE: dict[str, tuple[float | None, ...]] = {
    "reliability_score": (1.0, 1.05, 1.10, 1.20, 1.50),
    "completeness_score": (1.0, 1.02, 1.05, 1.10, 1.20),
    "time_score": (1.0, 1.03, 1.10, 1.20, 1.50),
    "geographical_score": (1.0, 1.01, 1.02, None, 1.10),
    "technological_score": (1.0, None, 1.20, 1.50, 2.00),
}


@method
def pedigree_of_scores_ratio(
    *,
    reliability_score: float,
    completeness_score: float,
    time_score: float,
    geographical_score: float,
    technological_score: float,
    basic_uncertainty_ratio: float = 1.05,
) -> float:
    """Square of the geometric standard deviation, from the five scores of a pedigree.

    Parameters
    ----------
    reliability_score : score, 1 to 5
        reliability of the source
    completeness_score : score, 1 to 5
        completeness of the sample
    time_score : score, 1 to 5
        distance in time
    geographical_score : score, 1 to 5
        distance in place; the matrix has no 4
    technological_score : score, 1 to 5
        distance in technology; the matrix has no 2
    basic_uncertainty_ratio : ratio, >= 1
        basic uncertainty factor of the kind of data; 1.05 for energy and materials

    Returns
    -------
    ratio
        GSD squared: 95 % of a log-normal value lies between value / GSD2 and value * GSD2

    Equation
    --------
    GSD2 = exp( sqrt( sum_i ln(U_i(score))^2 + ln(U_basic)^2 ) )

    Validity
    --------
    Whole scores from 1 (best) to 5. The size of the sample, a sixth score of the first matrix, is left out.

    Raises
    ------
    BadArgument where a score is no whole number or its cell of the matrix is empty.

    Source
    ------
    Pedigree matrix of ecoinvent, data quality guideline of version 2 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(pedigree_of_scores_ratio(
    ...     reliability_score=1, completeness_score=2, time_score=2, geographical_score=3, technological_score=1), 4)
    1.0656
    """
    given = {
        "reliability_score": reliability_score,
        "completeness_score": completeness_score,
        "time_score": time_score,
        "geographical_score": geographical_score,
        "technological_score": technological_score,
    }
    factors = [_pedigree_factor(name, score) for name, score in given.items()]
    return pedigree_gsd2_ratio(basic_uncertainty_ratio=basic_uncertainty_ratio, pedigree_ratio=factors)


def _pedigree_factor(name: str, score: float) -> float:
    cells = _PEDIGREE[name]
    filled = [place for place, factor in enumerate(cells, start=1) if factor is not None]
    factor = cells[int(score) - 1] if score in filled else None
    if factor is None:
        raise BadArgument(name, score, f"give one of {', '.join(map(str, filled))}")
    return factor


@method
def lognormal_upper_amount(*, median_amount: Quantity, gsd2_ratio: Quantity) -> Quantity:
    """Upper end of the range in which 95 % of a log-normal value lies.

    Parameters
    ----------
    median_amount : own unit, >= 0
        median of the value
    gsd2_ratio : ratio, >= 1
        square of its geometric standard deviation

    Returns
    -------
    own unit
        97.5th percentile, to a good approximation

    Equation
    --------
    x_upper = x * GSD2

    Validity
    --------
    Log-normal values.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Pedigree matrix of ecoinvent, data quality guideline (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> lognormal_upper_amount(median_amount=100, gsd2_ratio=1.25)
    125.0
    """
    return median_amount * gsd2_ratio


@method
def lognormal_lower_amount(*, median_amount: Quantity, gsd2_ratio: Quantity) -> Quantity:
    """Lower end of the range in which 95 % of a log-normal value lies.

    Parameters
    ----------
    median_amount : own unit, >= 0
        median of the value
    gsd2_ratio : ratio, >= 1
        square of its geometric standard deviation

    Returns
    -------
    own unit
        2.5th percentile, to a good approximation

    Equation
    --------
    x_lower = x / GSD2

    Validity
    --------
    Log-normal values.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Pedigree matrix of ecoinvent, data quality guideline (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> lognormal_lower_amount(median_amount=100, gsd2_ratio=1.25)
    80.0
    """
    return divided(median_amount, gsd2_ratio, "gsd2_ratio")


@method
def data_quality_class(*, rating_score: float) -> str:
    """Level of a data quality rating in words.

    Parameters
    ----------
    rating_score : score, 1 to 5
        data quality rating, 1 the best

    Returns
    -------
    class
        excellent, very good, good, fair or poor

    Equation
    --------
    excellent to 1.5, very good to 2, good to 3, fair to 4, poor above

    Validity
    --------
    A conforming study of the Product Environmental Footprint is good or better.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    European Commission, Product Environmental Footprint, levels of data quality (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> data_quality_class(rating_score=2.4)
    'good'
    """
    levels = (("excellent", 1.5), ("very good", 2.0), ("good", 3.0), ("fair", 4.0))
    return next((level for level, upper in levels if rating_score <= upper), "poor")
