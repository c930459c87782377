"""Adaptation: the risk of sites and networks under a changing climate, as scores.

A score orders what to look at first; it is no probability. Evidence goes with it: source of the hazard, return
period, climate scenario and horizon, design limit of the asset, confidence.
"""

from __future__ import annotations

import numpy as np

from greenict.errors import BadArgument
from greenict.methods.checks import (
    divided,
    require,
    require_same_keys,
    require_same_length,
    require_sum_of_one,
)
from greenict.methods.declaration import Quantity, Series, Table, method


@method
def risk_matrix_score(*, likelihood_score: Quantity, consequence_score: Quantity) -> Quantity:
    """Risk by the matrix of likelihood and consequence.

    Parameters
    ----------
    likelihood_score : score, 1 to 5
        how likely the event is in the horizon, 1 rare to 5 almost certain
    consequence_score : score, 1 to 5
        how bad it is, 1 hardly felt to 5 ruinous

    Returns
    -------
    score
        risk, from 1 to 25

    Equation
    --------
    R = L * C

    Validity
    --------
    Whole numbers from 1 to 5, each with a written meaning. Scores of different panels do not compare.

    Raises
    ------
    BadArgument where a score is no whole number.

    Source
    ------
    Common practice of ISO 14091 risk assessments; L.1500 series of ITU-T on threats.

    Status
    ------
    S

    Examples
    --------
    >>> risk_matrix_score(likelihood_score=4, consequence_score=3)
    12
    """
    for name, value in (("likelihood_score", likelihood_score), ("consequence_score", consequence_score)):
        require(np.asarray(value) == np.floor(value), name, value, "give a whole number from 1 to 5")
    return likelihood_score * consequence_score


@method
def risk_band_class(
    *,
    risk_matrix_score: float,
    medium_from_score: float = 5.0,
    high_from_score: float = 10.0,
    very_high_from_score: float = 16.0,
) -> str:
    """Band of a risk of the matrix.

    Parameters
    ----------
    risk_matrix_score : score, 1 to 25
        likelihood times consequence
    medium_from_score : score, 1 to 25
        lowest score of the band medium
    high_from_score : score, 1 to 25
        lowest score of the band high
    very_high_from_score : score, 1 to 25
        lowest score of the band very high

    Defaults
    --------
    medium_from_score
        one common choice of edges; set your own
    high_from_score
        one common choice of edges; set your own
    very_high_from_score
        one common choice of edges; set your own

    Returns
    -------
    class
        low, medium, high or very high

    Equation
    --------
    band by R: from 5 medium, from 10 high, from 16 very high

    Validity
    --------
    The edges are a choice of whoever assesses; the defaults are one that is common.

    Raises
    ------
    BadArgument where the edges do not rise.

    Source
    ------
    Common practice of ISO 14091 risk assessments.

    Status
    ------
    S

    Examples
    --------
    >>> risk_band_class(risk_matrix_score=12)
    'high'
    """
    require(
        medium_from_score < high_from_score < very_high_from_score,
        "high_from_score",
        high_from_score,
        "the edges must rise from medium over high to very high",
    )
    bands = ((very_high_from_score, "very high"), (high_from_score, "high"), (medium_from_score, "medium"))
    return next((name for lowest, name in bands if risk_matrix_score >= lowest), "low")


@method
def vulnerability_index(*, sensitivity_index: Quantity, adaptive_capacity_index: Quantity) -> Quantity:
    """Vulnerability from sensitivity and the capacity to adapt.

    Parameters
    ----------
    sensitivity_index : index, 0 to 1
        how strongly the asset reacts to the hazard
    adaptive_capacity_index : index, > 0
        means to withstand and recover, up to 1

    Returns
    -------
    index
        vulnerability, from 0 to 1

    Equation
    --------
    V = min( 1, sensitivity / adaptive capacity )

    Validity
    --------
    Both normalised to 0 to 1 over the assets compared. A quotient above 1 counts as 1, so that the result stays
    normalised (our reading).

    Raises
    ------
    BadArgument where the capacity is 0 or above 1.

    Source
    ------
    IPCC, concept of vulnerability; generic practice (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> vulnerability_index(sensitivity_index=0.25, adaptive_capacity_index=0.5)
    0.5
    """
    require(
        np.asarray(adaptive_capacity_index) <= 1,
        "adaptive_capacity_index",
        adaptive_capacity_index,
        "give at most 1",
    )
    quotient = divided(sensitivity_index, adaptive_capacity_index, "adaptive_capacity_index")
    limited = np.minimum(quotient, 1.0)
    return limited if np.ndim(limited) else float(limited)


@method
def ipcc_risk_index(
    *, hazard_index: Quantity, exposure_index: Quantity, vulnerability_index: Quantity
) -> Quantity:
    """Risk of an asset in the form of the IPCC.

    Parameters
    ----------
    hazard_index : index, 0 to 1
        how strong and frequent the hazard is
    exposure_index : index, 0 to 1
        how much of the asset lies where the hazard comes
    vulnerability_index : index, 0 to 1
        how much of what is exposed is harmed

    Returns
    -------
    index
        risk, from 0 to 1

    Equation
    --------
    R = hazard * exposure * vulnerability

    Validity
    --------
    All three normalised over the assets compared. Risk is 0 where any of them is.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    IPCC AR5 and AR6, risk as hazard, exposure and vulnerability; the product is generic practice.

    Status
    ------
    S

    Examples
    --------
    >>> ipcc_risk_index(hazard_index=0.5, exposure_index=0.5, vulnerability_index=0.5)
    0.125
    """
    return hazard_index * exposure_index * vulnerability_index


@method
def site_risk_score(
    *, hazard_score: Table, hazard_weight_share: Table | None = None, combination: str = "maximum"
) -> float:
    """Risk of a site over its hazards.

    Parameters
    ----------
    hazard_score : table of score, >= 0
        risk by hazard: flood, wind, landslide, lightning, drought, ice, ...
    hazard_weight_share : table of share, 0 to 1
        weight by hazard, adding up to 1; needed for the weighted mean
    combination : one of maximum, weighted mean
        how hazards are put together

    Returns
    -------
    score
        risk of the site

    Equation
    --------
    R = max_h R_h, or sum_h w_h * R_h

    Validity
    --------
    Scores of one scale. The maximum suits a site that fails as soon as one hazard strikes.

    Raises
    ------
    BadArgument where weights are missing for the mean, given for the maximum, or do not add up to 1.

    Source
    ------
    ITU-T L.1500 and L.1502 on the threats; the combination is generic practice.

    Status
    ------
    S

    Examples
    --------
    >>> site_risk_score(hazard_score={"flood": 16, "wind": 6})
    16.0
    """
    if combination == "maximum":
        require(
            hazard_weight_share is None,
            "hazard_weight_share",
            hazard_weight_share,
            "the maximum takes no weights; leave them out or choose weighted mean",
        )
        return float(max(hazard_score.values()))
    if hazard_weight_share is None:
        raise BadArgument("hazard_weight_share", None, "missing; the weighted mean needs a weight by hazard")
    require_same_keys(hazard_weight_share, hazard_score, "hazard_weight_share", "hazard_score")
    require_sum_of_one(list(hazard_weight_share.values()), "hazard_weight_share")
    return float(sum(weight * hazard_score[name] for name, weight in hazard_weight_share.items()))


@method
def network_risk_score(
    *, site_score: Table, site_traffic_share: Table, site_redundancy_share: Table
) -> float:
    """Risk of a network, from its sites, their traffic and what other routes take over.

    Parameters
    ----------
    site_score : table of score, >= 0
        risk of each site
    site_traffic_share : table of share, 0 to 1
        traffic or customers of each site; they add up to 1
    site_redundancy_share : table of share, 0 to 1
        part of the site's traffic that other routes carry when it fails

    Returns
    -------
    score
        risk of the network

    Equation
    --------
    R = sum_s t_s * R_s * ( 1 - r_s )

    Validity
    --------
    Routes that do not fail by the same event; two cables in one trench are one.

    Raises
    ------
    BadArgument where the tables name different sites or the traffic does not add up to 1.

    Source
    ------
    ITU-T L.1500 series; weighting by traffic and redundancy is generic practice.

    Status
    ------
    S

    Examples
    --------
    >>> network_risk_score(
    ...     site_score={"A": 16, "B": 4}, site_traffic_share={"A": 0.75, "B": 0.25},
    ...     site_redundancy_share={"A": 0.5, "B": 0})
    7.0
    """
    require_same_keys(site_traffic_share, site_score, "site_traffic_share", "site_score")
    require_same_keys(site_redundancy_share, site_score, "site_redundancy_share", "site_score")
    require_sum_of_one(list(site_traffic_share.values()), "site_traffic_share")
    return float(
        sum(
            site_traffic_share[site] * score * (1 - site_redundancy_share[site])
            for site, score in site_score.items()
        )
    )


@method
def outage_share(*, path_failure_share: Series) -> float:
    """Part of the time that a site is cut off, with several routes that fail independently.

    Parameters
    ----------
    path_failure_share : list of share, 0 to 1
        part of the time that each route fails

    Returns
    -------
    share
        part of the time in which all routes fail at once

    Equation
    --------
    p = prod_k p_k

    Validity
    --------
    Independent routes only; a common cause, such as one storm, makes it far higher.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Probability of independent events.

    Status
    ------
    D

    Examples
    --------
    >>> outage_share(path_failure_share=[0.5, 0.25])
    0.125
    """
    return float(np.prod(np.asarray(path_failure_share, dtype=float)))


@method
def shifted_return_period_years(*, return_period_years: Quantity, frequency_ratio: Quantity) -> Quantity:
    """Return period of an event in a later climate, from how much more often it comes.

    Parameters
    ----------
    return_period_years : yr, >= 1
        return period today
    frequency_ratio : ratio, > 0
        frequency then over frequency today, from downscaled projections

    Returns
    -------
    yr
        return period then

    Equation
    --------
    T' = T / f

    Validity
    --------
    One scenario and horizon, named with the figure. An event more often than once a year is refused.

    Raises
    ------
    BadArgument where the event would come more than once a year.

    Source
    ------
    Definition of the return period; projections as in IPCC AR6, working group I.

    Status
    ------
    D

    Examples
    --------
    >>> shifted_return_period_years(return_period_years=50, frequency_ratio=2.5)
    20.0
    """
    period = divided(return_period_years, frequency_ratio, "frequency_ratio")
    require(
        np.asarray(period) >= 1,
        "frequency_ratio",
        frequency_ratio,
        "it makes the event more frequent than yearly",
    )
    return period


@method
def gumbel_return_period_years(
    *, return_period_years: Quantity, scale_amount: Quantity, location_shift_amount: Quantity
) -> Quantity:
    """Return period of an event in a later climate, where yearly extremes follow Gumbel and all of them shift.

    Parameters
    ----------
    return_period_years : yr, > 1
        return period today
    scale_amount : own unit, > 0
        scale of the distribution, in the unit of the hazard: mm, m/s, degrees
    location_shift_amount : own unit
        how far the extremes shift, in the same unit; above 0 where they grow

    Returns
    -------
    yr
        return period then

    Equation
    --------
    y = -ln( -ln( 1 - 1 / T ) ) ; T' = 1 / ( 1 - exp( -exp( -( y - shift / scale ) ) ) )

    Validity
    --------
    The scale stays; yearly maxima. One scenario and horizon, named with the figure.

    Raises
    ------
    BadArgument where the return period is 1 year or less, or the scale is 0.

    Source
    ------
    Gumbel distribution of yearly maxima.

    Status
    ------
    D

    Examples
    --------
    >>> round(gumbel_return_period_years(return_period_years=100, scale_amount=10, location_shift_amount=10), 3)
    37.106
    """
    require(
        np.asarray(return_period_years) > 1, "return_period_years", return_period_years, "give more than 1"
    )
    level = -np.log(-np.log1p(-1 / np.asarray(return_period_years)))
    shifted = level - divided(location_shift_amount, scale_amount, "scale_amount")
    period = -1 / np.expm1(-np.exp(-shifted))
    return period if np.ndim(period) else float(period)


@method
def chance_in_horizon_share(*, return_period_years: Quantity, horizon_years: Quantity) -> Quantity:
    """Chance that an event comes at least once within a horizon.

    Parameters
    ----------
    return_period_years : yr, >= 1
        return period of the event
    horizon_years : yr, 0 to 200
        years looked at, such as the life of the asset

    Returns
    -------
    share
        chance

    Equation
    --------
    p = 1 - ( 1 - 1 / T ) ^ n

    Validity
    --------
    Years that do not depend on each other, and a climate that stays; else take the return period then.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Probability of independent years.

    Status
    ------
    D

    Examples
    --------
    >>> chance_in_horizon_share(return_period_years=2, horizon_years=3)
    0.875
    """
    return 1 - (1 - divided(1.0, return_period_years, "return_period_years")) ** horizon_years


@method
def weighted_exposure_persons(*, area_persons: Series, area_exposed_share: Series) -> float:
    """Inhabitants or customers exposed to a hazard.

    Parameters
    ----------
    area_persons : list of persons, >= 0
        inhabitants or customers of each area
    area_exposed_share : list of share, 0 to 1
        part of each area where the hazard comes

    Returns
    -------
    persons
        persons exposed

    Equation
    --------
    N = sum_a N_a * x_a

    Validity
    --------
    People spread evenly inside an area; finer areas tell more.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> weighted_exposure_persons(area_persons=[1000, 4000], area_exposed_share=[0.5, 0.25])
    1500.0
    """
    require_same_length(area_persons, area_exposed_share, "area_persons", "area_exposed_share")
    return float(np.dot(np.asarray(area_persons, dtype=float), np.asarray(area_exposed_share, dtype=float)))
