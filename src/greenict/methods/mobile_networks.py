"""Mobile networks: classes of area, extrapolation to a whole country, latency, and the link to carbon."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import (
    divided,
    require,
    require_same_keys,
    require_same_length,
    require_sum_of_one,
)
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.facts import fact_rows

_KWH_PER_J = 1 / 3.6e6
_BITS_PER_TB = 8e12


@method
def demography_class(*, density_persons_per_km2: float) -> str:
    """Demography class of an area, by its inhabitants for each square kilometre.

    Parameters
    ----------
    density_persons_per_km2 : persons/km2, >= 0
        inhabitants for each square kilometre

    Returns
    -------
    class
        dense urban, urban, suburban, rural or unlimited

    Equation
    --------
    class by density: above 20,000; 2,000; 375; 120; the rest

    Validity
    --------
    An area at an edge counts to the thinner class (our reading of the edges).

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ETSI ES 203 228, ITU-T L.1331 (09/2020) (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> demography_class(density_persons_per_km2=2500)
    'urban'
    """
    for row in fact_rows("l1331_demography.csv"):
        if density_persons_per_km2 > float(row["above_persons_per_km2"]):
            return row["demography_class"]
    return "unlimited"


@method
def yearly_network_energy_kwh_per_year(*, period_energy_kwh: Quantity, period_days: Quantity) -> Quantity:
    """Energy of a network over a year, from a measured period.

    Parameters
    ----------
    period_energy_kwh : kWh, >= 0
        energy measured
    period_days : d, 7 to 366
        days measured, a week or more

    Returns
    -------
    kWh/yr
        energy of a year of 365 days

    Equation
    --------
    E_year = E_period * 365 / days

    Validity
    --------
    A period like the year as a whole; weeks of holidays or great heat are not.

    Raises
    ------
    BadArgument for less than a week.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> yearly_network_energy_kwh_per_year(period_energy_kwh=14000, period_days=7)
    730000.0
    """
    return divided(period_energy_kwh * 365, period_days, "period_days")


@method
def whole_network_bits_per_j(*, class_share: Table, class_efficiency_bits_per_j: Table) -> float:
    """Efficiency by volume of a whole mobile network, from samples of its classes of area.

    Parameters
    ----------
    class_share : table of share, 0 to 1
        part of the network by class of demography, topography and climate; they add up to 1
    class_efficiency_bits_per_j : table of bit/J, >= 0
        efficiency measured in the sample of each class

    Returns
    -------
    bit/J
        EE_DV of the whole

    Equation
    --------
    EE = sum_m share_m * EE_m

    Validity
    --------
    Every class of the network has a sample; the share is that of inhabitants, or of area where said so.

    Raises
    ------
    BadArgument where a class has no sample, a sample no class, or the shares do not add up to 1.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228, extrapolation (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> whole_network_bits_per_j(
    ...     class_share={"urban, flat": 0.75, "rural, hilly": 0.25},
    ...     class_efficiency_bits_per_j={"urban, flat": 2000, "rural, hilly": 1000})
    1750.0
    """
    return _extrapolated(class_share, class_efficiency_bits_per_j, "class_efficiency_bits_per_j")


@method
def whole_network_m2_per_j(*, class_share: Table, class_efficiency_m2_per_j: Table) -> float:
    """Efficiency by coverage of a whole mobile network, from samples of its classes of area.

    Parameters
    ----------
    class_share : table of share, 0 to 1
        part of the network by class of demography, topography and climate; they add up to 1
    class_efficiency_m2_per_j : table of m2/J, >= 0
        efficiency measured in the sample of each class

    Returns
    -------
    m2/J
        EE_CoA of the whole

    Equation
    --------
    EE = sum_m share_m * EE_m

    Validity
    --------
    Every class of the network has a sample.

    Raises
    ------
    BadArgument where a class has no sample, a sample no class, or the shares do not add up to 1.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228, extrapolation (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> whole_network_m2_per_j(
    ...     class_share={"rural": 0.5, "unlimited": 0.5}, class_efficiency_m2_per_j={"rural": 0.002, "unlimited": 0.004})
    0.003
    """
    return _extrapolated(class_share, class_efficiency_m2_per_j, "class_efficiency_m2_per_j")


def _extrapolated(shares: Table, efficiencies: Table, argument: str) -> float:
    require_same_keys(efficiencies, shares, argument, "class_share")
    require_sum_of_one(list(shares.values()), "class_share")
    return float(sum(share * efficiencies[name] for name, share in shares.items()))


@method
def mobile_latency_efficiency_ratio_per_s_per_j(
    *, latency_s: Quantity, network_energy_j: Quantity
) -> Quantity:
    """Efficiency of a mobile network by latency.

    Parameters
    ----------
    latency_s : s, > 0
        end-to-end delay of a packet
    network_energy_j : J, > 0
        energy of the network in the time of the measurement

    Returns
    -------
    ratio/s/J
        EE_MN,L, the higher the better

    Equation
    --------
    EE = 1 / (T * EC)

    Validity
    --------
    One network against itself over time, in periods equally long.

    Raises
    ------
    BadArgument where delay or energy is 0.

    Source
    ------
    ETSI ES 203 228, ITU-T L.1331, later editions (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> mobile_latency_efficiency_ratio_per_s_per_j(latency_s=0.02, network_energy_j=1000)
    0.05
    """
    return divided(divided(1.0, latency_s, "latency_s"), network_energy_j, "network_energy_j")


@method
def ncie_by_efficiency_ghg_kg_per_tb(
    *, energy_ghg_kg_per_kwh: Quantity, data_efficiency_bits_per_j: Quantity
) -> Quantity:
    """Network carbon intensity of energy (NCIe), from the efficiency of the network by volume.

    Parameters
    ----------
    energy_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        mean factor of the energy of the network
    data_efficiency_bits_per_j : bit/J, > 0
        data carried for each joule (EE_DV)

    Returns
    -------
    kg CO2e/TB
        NCIe

    Equation
    --------
    NCIe = EF / EE_DV * 8e12 / 3.6e6

    Validity
    --------
    Both over one boundary and period. EE_DV of L.1331 covers the mobile access only.

    Raises
    ------
    BadArgument where the efficiency is 0.

    Source
    ------
    ITU-T L.1333 (09/2022), derived from ITU-T L.1331; the change of units is arithmetic.

    Status
    ------
    V

    Examples
    --------
    >>> round(ncie_by_efficiency_ghg_kg_per_tb(energy_ghg_kg_per_kwh=0.45, data_efficiency_bits_per_j=2000), 9)
    500.0
    """
    return divided(
        energy_ghg_kg_per_kwh * (_BITS_PER_TB * _KWH_PER_J),
        data_efficiency_bits_per_j,
        "data_efficiency_bits_per_j",
    )


@method
def site_efficiency_by_parts_percent(*, telecom_energy_kwh: float, support_energy_kwh: Table) -> float:
    """Efficiency of a base-station site, from the parts that its support takes.

    Parameters
    ----------
    telecom_energy_kwh : kWh, > 0
        energy of the telecom equipment
    support_energy_kwh : table of kWh, >= 0
        energy by part: rectifier, generator, cooling, lighting, cables, ...

    Returns
    -------
    %
        SEE of the site

    Equation
    --------
    SEE = 100 * E_telecom / ( E_telecom + sum_k E_k )

    Validity
    --------
    A year, or 24 hours measured as L.1351 sets out.

    Raises
    ------
    BadArgument where the site takes no energy.

    Source
    ------
    ITU-T L.1350 (10/2016), L.1351 (08/2018) (formula from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> site_efficiency_by_parts_percent(telecom_energy_kwh=15000, support_energy_kwh={"cooling": 3500, "rectifier": 1500})
    75.0
    """
    whole = telecom_energy_kwh + sum(support_energy_kwh.values())
    return divided(100 * telecom_energy_kwh, float(whole), "telecom_energy_kwh")


@method
def sites_efficiency_percent(*, telecom_energy_kwh: Series, site_energy_kwh: Series) -> float:
    """Efficiency of many base-station sites together.

    Parameters
    ----------
    telecom_energy_kwh : list of kWh, >= 0
        energy of the telecom equipment of each site
    site_energy_kwh : list of kWh, > 0
        all energy of each site

    Returns
    -------
    %
        SEE of the sites together

    Equation
    --------
    SEE = 100 * sum_i E_telecom,i / sum_i E_site,i

    Validity
    --------
    Sites of one period. Not the mean of the sites' own figures, in which a small site weighs as much as a large
    one.

    Raises
    ------
    BadArgument where the lists differ in length or the equipment of a site takes more than the site.

    Source
    ------
    ITU-T L.1350 (10/2016), L.1351 (08/2018) (formula from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> sites_efficiency_percent(telecom_energy_kwh=[15000, 5000], site_energy_kwh=[20000, 5000])
    80.0
    """
    require_same_length(telecom_energy_kwh, site_energy_kwh, "telecom_energy_kwh", "site_energy_kwh")
    telecom, site = np.asarray(telecom_energy_kwh, dtype=float), np.asarray(site_energy_kwh, dtype=float)
    over = np.flatnonzero(telecom > site)
    require(not over.size, "telecom_energy_kwh", telecom[over].tolist(), "give at most site_energy_kwh")
    return divided(100 * float(telecom.sum()), float(site.sum()), "site_energy_kwh")
