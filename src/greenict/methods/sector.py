"""The ICT sector: parts of a total, scaling by coverage, intensities and growth."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method


@method
def sector_devices_energy_twh(
    *, sector_energy_twh: Quantity, networks_energy_twh: Quantity, data_centres_energy_twh: Quantity
) -> Quantity:
    """Electricity of user devices: what is left of the sector without networks and data centres.

    Parameters
    ----------
    sector_energy_twh : TWh, >= 0
        use stage of the sector
    networks_energy_twh : TWh, >= 0
        networks
    data_centres_energy_twh : TWh, >= 0
        data centres

    Returns
    -------
    TWh
        user devices

    Equation
    --------
    E_dev = E - E_net - E_dc

    Validity
    --------
    One year, one study, one boundary.

    Raises
    ------
    BadArgument where the parts exceed the whole.

    Source
    ------
    ITU-T L.1450 (09/2018), parts of the sector; Malmodin et al. 2024, as reported by Ericsson; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> sector_devices_energy_twh(sector_energy_twh=915, networks_energy_twh=272, data_centres_energy_twh=223)
    420
    """
    devices = sector_energy_twh - networks_energy_twh - data_centres_energy_twh
    require(
        np.asarray(devices) >= 0,
        "sector_energy_twh",
        sector_energy_twh,
        "give at least networks and data centres together",
    )
    return devices


@method
def part_ghg_mt(*, total_ghg_mt: Quantity, part_share: Quantity) -> Quantity:
    """Part of a total of GHG, from its share.

    Parameters
    ----------
    total_ghg_mt : Mt CO2e, >= 0
        total
    part_share : share, 0 to 1
        share of the part

    Returns
    -------
    Mt CO2e
        the part

    Equation
    --------
    I_part = s * I

    Validity
    --------
    One year, one study, one boundary.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Malmodin et al. 2024, as reported by Ericsson; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(part_ghg_mt(total_ghg_mt=763, part_share=0.57), 2)
    434.91
    """
    return total_ghg_mt * part_share


@method
def growth_percent_per_year(
    *, first_energy_twh: Quantity, last_energy_twh: Quantity, span_years: Quantity
) -> Quantity:
    """Growth for each year, compounded.

    Parameters
    ----------
    first_energy_twh : TWh, > 0
        value of the first year
    last_energy_twh : TWh, > 0
        value of the last year
    span_years : yr, > 0
        years between

    Returns
    -------
    %/yr
        growth rate

    Equation
    --------
    r = 100 * ( (x_1 / x_0)^(1 / n) - 1 )

    Validity
    --------
    Both values of one boundary.

    Raises
    ------
    BadArgument where the first value or the span is 0.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(growth_percent_per_year(first_energy_twh=710, last_energy_twh=915, span_years=13), 4)
    1.9704
    """
    return 100 * (
        divided(last_energy_twh, first_energy_twh, "first_energy_twh")
        ** divided(1.0, span_years, "span_years")
        - 1
    )


@method
def mean_factor_ghg_kg_per_kwh(*, use_ghg_mt: Quantity, use_energy_twh: Quantity) -> Quantity:
    """Mean factor of electricity that a total of GHG and one of electricity imply.

    Parameters
    ----------
    use_ghg_mt : Mt CO2e, >= 0
        GHG of the use stage
    use_energy_twh : TWh, > 0
        electricity of the use stage

    Returns
    -------
    kg CO2e/kWh
        mean factor

    Equation
    --------
    EF = I / E

    Validity
    --------
    Both of one year and boundary.

    Raises
    ------
    BadArgument where no electricity is used.

    Source
    ------
    Malmodin et al. 2024, as reported by Ericsson; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(mean_factor_ghg_kg_per_kwh(use_ghg_mt=169, use_energy_twh=242), 4)
    0.6983
    """
    return divided(use_ghg_mt, use_energy_twh, "use_energy_twh")


@method
def data_energy_kwh_per_gb(*, part_energy_twh: Quantity, traffic_zb: Quantity) -> Quantity:
    """Electricity for each gigabyte that a total of electricity and one of data imply.

    Parameters
    ----------
    part_energy_twh : TWh, >= 0
        electricity of the part
    traffic_zb : ZB, > 0
        data of the same year

    Returns
    -------
    kWh/GB
        electricity for a gigabyte

    Equation
    --------
    e = E / GB

    Validity
    --------
    A mean; not what one more gigabyte takes.

    Raises
    ------
    BadArgument where there is no data.

    Source
    ------
    Sustainable Web Design model 4; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(data_energy_kwh_per_gb(part_energy_twh=290, traffic_zb=5.29), 4)
    0.0548
    """
    return divided(part_energy_twh * 1e9, traffic_zb * 1e12, "traffic_zb")


@method
def scaled_energy_twh(*, reported_energy_twh: Quantity, coverage_share: Quantity) -> Quantity:
    """Electricity of a part of the sector, scaled from what companies report.

    Parameters
    ----------
    reported_energy_twh : TWh, >= 0
        electricity reported
    coverage_share : share, 0 to 1
        part of the subscriptions or of the modelled energy that the reports cover

    Returns
    -------
    TWh
        electricity of the whole part

    Equation
    --------
    X = X_reported / coverage

    Validity
    --------
    Companies that do not report are like those that do.

    Raises
    ------
    BadArgument where nothing is covered.

    Source
    ------
    ITU-T L.1450 (09/2018), part I (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scaled_energy_twh(reported_energy_twh=200, coverage_share=0.8)
    250.0
    """
    return divided(reported_energy_twh, coverage_share, "coverage_share")
