"""Adaptation in money: expected yearly loss, and what a measure costs against the loss it avoids.

All money is in one currency and at the prices of one year.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method
from greenict.methods.discounting import annuity_years


@method
def expected_loss_currency_per_year(
    *,
    scenario_share_per_year: Series,
    damage_share: Series,
    downtime_hours: Series,
    asset_value_currency: float,
    customers_persons: float = 0.0,
    outage_loss_currency_per_person_per_hour: float = 0.0,
) -> float:
    """Expected yearly loss of an asset, over a table of hazards and scenarios.

    Parameters
    ----------
    scenario_share_per_year : list of share/yr, 0 to 1
        chance of each scenario in a year
    damage_share : list of share, 0 to 1
        part of the asset's value that each destroys
    downtime_hours : list of h, 0 to 8784
        hours out of service that each brings
    asset_value_currency : currency, >= 0
        cost to put the asset back
    customers_persons : persons, >= 0
        customers who are cut off
    outage_loss_currency_per_person_per_hour : currency/person/h, >= 0
        loss of one customer in an hour without service

    Returns
    -------
    currency/yr
        expected yearly loss

    Equation
    --------
    EAL = sum_s p_s * ( d_s * value + h_s * customers * loss )

    Validity
    --------
    Scenarios that do not hold one another: not a flood of 1 m or more beside one of 2 m or more.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    ITU-T L.1500 series; expected annual loss is common practice of risk finance.

    Status
    ------
    S

    Examples
    --------
    >>> expected_loss_currency_per_year(
    ...     scenario_share_per_year=[0.1, 0.01], damage_share=[0.05, 0.5], downtime_hours=[10, 100],
    ...     asset_value_currency=200000, customers_persons=1000, outage_loss_currency_per_person_per_hour=0.5)
    3000.0
    """
    require_same_length(damage_share, scenario_share_per_year, "damage_share", "scenario_share_per_year")
    require_same_length(downtime_hours, scenario_share_per_year, "downtime_hours", "scenario_share_per_year")
    outage = customers_persons * outage_loss_currency_per_person_per_hour
    chance, damage, hours = (
        np.asarray(values, dtype=float) for values in (scenario_share_per_year, damage_share, downtime_hours)
    )
    return float(np.dot(chance, damage * asset_value_currency + hours * outage))


@method
def loss_by_return_period_currency_per_year(
    *, return_period_years: Series, event_loss_currency: Series
) -> float:
    """Expected yearly loss, from losses at several return periods.

    Parameters
    ----------
    return_period_years : list of yr, >= 1
        return periods, rising
    event_loss_currency : list of currency, >= 0
        loss of the event of each return period, not falling

    Returns
    -------
    currency/yr
        expected yearly loss

    Equation
    --------
    EAL = sum_i ( 1/T_i - 1/T_(i+1) ) * ( L_i + L_(i+1) ) / 2 + L_n / T_n

    Validity
    --------
    One hazard. Events more frequent than the first cost nothing; rarer than the last cost as much as the last.

    Raises
    ------
    BadArgument where the lists differ in length, return periods do not rise or losses fall.

    Source
    ------
    Area under the curve of exceedance, by trapezoids; common practice of risk finance.

    Status
    ------
    D

    Examples
    --------
    >>> round(loss_by_return_period_currency_per_year(return_period_years=[10, 100], event_loss_currency=[0, 1000]), 6)
    55.0
    """
    require_same_length(
        event_loss_currency, return_period_years, "event_loss_currency", "return_period_years"
    )
    periods, losses = (
        np.asarray(return_period_years, dtype=float),
        np.asarray(event_loss_currency, dtype=float),
    )
    require(
        np.all(np.diff(periods) > 0), "return_period_years", periods.tolist(), "give them rising, each once"
    )
    require(
        np.all(np.diff(losses) >= 0), "event_loss_currency", losses.tolist(), "a rarer event costs no less"
    )
    chances = 1 / periods
    between = np.dot(chances[:-1] - chances[1:], (losses[:-1] + losses[1:]) / 2)
    return float(between + losses[-1] * chances[-1])


@method
def avoided_loss_currency_per_year(
    *, reference_loss_currency_per_year: Quantity, remaining_loss_currency_per_year: Quantity
) -> Quantity:
    """Loss that a measure avoids in a year.

    Parameters
    ----------
    reference_loss_currency_per_year : currency/yr, >= 0
        expected yearly loss without the measure
    remaining_loss_currency_per_year : currency/yr, >= 0
        expected yearly loss with it

    Returns
    -------
    currency/yr
        avoided loss; below 0 where the measure makes it worse

    Equation
    --------
    B = EAL_0 - EAL_1

    Validity
    --------
    Both over the same hazards, scenarios and customers.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Arithmetic on expected losses.

    Status
    ------
    D

    Examples
    --------
    >>> avoided_loss_currency_per_year(reference_loss_currency_per_year=3000, remaining_loss_currency_per_year=1000)
    2000
    """
    return reference_loss_currency_per_year - remaining_loss_currency_per_year


@method
def measure_value_currency(
    *,
    measure_cost_currency: Quantity,
    avoided_loss_currency_per_year: Quantity,
    upkeep_currency_per_year: Quantity,
    discount_share_per_year: Quantity,
    horizon_years: Quantity,
    loss_growth_share_per_year: Quantity = 0.0,
) -> Quantity:
    """Net present value of a measure: the loss it avoids less what it costs.

    Parameters
    ----------
    measure_cost_currency : currency, >= 0
        cost today
    avoided_loss_currency_per_year : currency/yr
        avoided loss of the first year
    upkeep_currency_per_year : currency/yr, >= 0
        upkeep of each year
    discount_share_per_year : share/yr, 0 to 1
        discount rate, without inflation
    horizon_years : yr, 1 to 200
        years that the measure lasts
    loss_growth_share_per_year : share/yr, -0.5 to 1
        growth of the avoided loss, as the climate changes

    Returns
    -------
    currency
        net present value; above 0 the measure pays

    Equation
    --------
    NPV = sum_(t=1..n) ( B * (1+g)^(t-1) - u ) / (1+d)^t - C

    Validity
    --------
    Sums at the end of each year, at the prices of one year. Lives and nature are not in it.

    Raises
    ------
    BadArgument where the years are no whole number.

    Source
    ------
    Net present value; common practice of cost-benefit analysis.

    Status
    ------
    D

    Examples
    --------
    >>> measure_value_currency(
    ...     measure_cost_currency=1000, avoided_loss_currency_per_year=1250, upkeep_currency_per_year=250,
    ...     discount_share_per_year=0.25, horizon_years=2)
    440.0
    """
    avoided = avoided_loss_currency_per_year * annuity_years(
        horizon_years, discount_share_per_year, loss_growth_share_per_year
    )
    upkeep = upkeep_currency_per_year * annuity_years(horizon_years, discount_share_per_year)
    return avoided - upkeep - measure_cost_currency


@method
def benefit_cost_ratio(
    *,
    measure_cost_currency: Quantity,
    avoided_loss_currency_per_year: Quantity,
    upkeep_currency_per_year: Quantity,
    discount_share_per_year: Quantity,
    horizon_years: Quantity,
    loss_growth_share_per_year: Quantity = 0.0,
) -> Quantity:
    """Benefit of a measure over its cost, both as of today.

    Parameters
    ----------
    measure_cost_currency : currency, > 0
        cost today
    avoided_loss_currency_per_year : currency/yr
        avoided loss of the first year
    upkeep_currency_per_year : currency/yr, >= 0
        upkeep of each year
    discount_share_per_year : share/yr, 0 to 1
        discount rate, without inflation
    horizon_years : yr, 1 to 200
        years that the measure lasts
    loss_growth_share_per_year : share/yr, -0.5 to 1
        growth of the avoided loss, as the climate changes

    Returns
    -------
    ratio
        benefit over cost; above 1 the measure pays

    Equation
    --------
    BCR = sum_t B * (1+g)^(t-1) / (1+d)^t / ( C + sum_t u / (1+d)^t )

    Validity
    --------
    Sums at the end of each year, at the prices of one year.

    Raises
    ------
    BadArgument where the years are no whole number, or nothing is paid.

    Source
    ------
    Common practice of cost-benefit analysis.

    Status
    ------
    D

    Examples
    --------
    >>> benefit_cost_ratio(
    ...     measure_cost_currency=640, avoided_loss_currency_per_year=2500, upkeep_currency_per_year=250,
    ...     discount_share_per_year=0.25, horizon_years=2)
    3.6
    """
    avoided = avoided_loss_currency_per_year * annuity_years(
        horizon_years, discount_share_per_year, loss_growth_share_per_year
    )
    upkeep = upkeep_currency_per_year * annuity_years(horizon_years, discount_share_per_year)
    return divided(avoided, measure_cost_currency + upkeep, "measure_cost_currency")


@method
def value_of_years_currency(*, year_currency: Series, discount_share_per_year: float) -> float:
    """Present value of sums that differ from year to year.

    Parameters
    ----------
    year_currency : list of currency
        sum of each year, the first being today; below 0 where it is paid out
    discount_share_per_year : share/yr, 0 to 1
        discount rate, without inflation

    Returns
    -------
    currency
        present value

    Equation
    --------
    PV = sum_(t=0..n) S_t / (1+d)^t

    Validity
    --------
    Prices of one year throughout.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Net present value; common practice of cost-benefit analysis.

    Status
    ------
    D

    Examples
    --------
    >>> value_of_years_currency(year_currency=[-1000, 1250, 625], discount_share_per_year=0.25)
    400.0
    """
    sums = np.asarray(year_currency, dtype=float)
    return float(np.sum(sums / (1 + discount_share_per_year) ** np.arange(sums.size)))
