"""Quality of data: ratings, the spread that a pedigree gives, uncertainty of sums and products."""

from __future__ import annotations

import numpy as np

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
