"""Networks: efficiency of sites and mobile networks, the carbon of their energy, and what users take."""

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


@method
def mobile_data_efficiency_bits_per_j(*, carried_data_bits: Quantity, network_energy_j: Quantity) -> Quantity:
    """Efficiency of a mobile network by the volume of data.

    Parameters
    ----------
    carried_data_bits : bit, >= 0
        data carried
    network_energy_j : J, > 0
        energy of the network in the same time

    Returns
    -------
    bit/J
        EE_MN,DV

    Equation
    --------
    EE = DV / EC

    Validity
    --------
    A week or more; base stations, backhaul, sites and control nodes, without terminals and core.

    Raises
    ------
    BadArgument where no energy is used.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(mobile_data_efficiency_bits_per_j(carried_data_bits=8e15, network_energy_j=3.6e12), 4)
    2222.2222
    """
    return divided(carried_data_bits, network_energy_j, "network_energy_j")


@method
def mobile_coverage_efficiency_m2_per_j(
    *, covered_m2: Quantity, quality_share: Quantity, network_energy_j: Quantity
) -> Quantity:
    """Efficiency of a mobile network by the area it covers.

    Parameters
    ----------
    covered_m2 : m2, >= 0
        area designed to be covered
    quality_share : share, 0 to 1
        part of the area and time with the promised quality
    network_energy_j : J, > 0
        energy of the network in a year

    Returns
    -------
    m2/J
        EE_MN,CoA

    Equation
    --------
    EE = A * q / EC

    Validity
    --------
    Thinly populated areas, where coverage and not data drives the network.

    Raises
    ------
    BadArgument where no energy is used.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> mobile_coverage_efficiency_m2_per_j(covered_m2=9e9, quality_share=0.8, network_energy_j=3.6e12)
    0.002
    """
    return divided(covered_m2 * quality_share, network_energy_j, "network_energy_j")


@method
def extrapolated_efficiency_bits_per_j(
    *, class_weight_ratio: Series, class_efficiency_bits_per_j: Series
) -> float:
    """Efficiency of a whole mobile network from samples of its classes.

    Parameters
    ----------
    class_weight_ratio : list of ratio, >= 0
        weight of each class of area in the network
    class_efficiency_bits_per_j : list of bit/J, >= 0
        efficiency measured in each class

    Returns
    -------
    bit/J
        efficiency of the whole

    Equation
    --------
    EE = sum_m w_m * EE_m / sum_m w_m

    Validity
    --------
    Classes by density: dense urban above 20,000 inhabitants for each km2, urban above 2,000, suburban above
    375, rural above 120, unlimited below.

    Raises
    ------
    BadArgument where the lists differ in length or the weights add up to 0.

    Source
    ------
    ITU-T L.1331 (09/2020), ETSI ES 203 228, extrapolation (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> extrapolated_efficiency_bits_per_j(class_weight_ratio=[3, 1], class_efficiency_bits_per_j=[2000, 1000])
    1750.0
    """
    require_same_length(
        class_weight_ratio, class_efficiency_bits_per_j, "class_weight_ratio", "class_efficiency_bits_per_j"
    )
    weights = np.asarray(class_weight_ratio, dtype=float)
    total = float(np.dot(weights, np.asarray(class_efficiency_bits_per_j, dtype=float)))
    return divided(total, float(np.sum(weights)), "class_weight_ratio")


@method
def ncie_ghg_kg_per_tb(*, source_energy_kwh: Table, source_ghg_kg_per_kwh: Table, traffic_tb: float) -> float:
    """Network carbon intensity of energy (NCIe): GHG of the energy for each terabyte.

    Parameters
    ----------
    source_energy_kwh : table of kWh, >= 0
        energy by source: grid, back-up, local
    source_ghg_kg_per_kwh : table of kg CO2e/kWh, >= 0
        factor by source
    traffic_tb : TB, > 0
        data at the side of the users

    Returns
    -------
    kg CO2e/TB
        NCIe

    Equation
    --------
    NCIe = sum_s E_s * EF_s / traffic

    Validity
    --------
    Operation only, without production; one network and period.

    Raises
    ------
    BadArgument where the tables name different sources or there is no traffic.

    Source
    ------
    ITU-T L.1333 (09/2022).

    Status
    ------
    V

    Examples
    --------
    >>> round(ncie_ghg_kg_per_tb(
    ...     source_energy_kwh={"grid": 900000, "diesel": 100000}, source_ghg_kg_per_kwh={"grid": 0.4, "diesel": 0.8},
    ...     traffic_tb=5000), 6)
    88.0
    """
    require_same_keys(source_energy_kwh, source_ghg_kg_per_kwh, "source_energy_kwh", "source_ghg_kg_per_kwh")
    ghg_kg = sum(energy * source_ghg_kg_per_kwh[source] for source, energy in source_energy_kwh.items())
    return divided(float(ghg_kg), traffic_tb, "traffic_tb")


@method
def site_efficiency_percent(*, telecom_energy_kwh: Quantity, site_energy_kwh: Quantity) -> Quantity:
    """Efficiency of a base-station site: energy of the telecom equipment in all energy.

    Parameters
    ----------
    telecom_energy_kwh : kWh, >= 0
        energy of the telecom equipment
    site_energy_kwh : kWh, > 0
        all energy of the site: rectifiers, generator, cooling, lighting, cables

    Returns
    -------
    %
        SEE of the site

    Equation
    --------
    SEE = 100 * E_telecom / E_site

    Validity
    --------
    A year, or 24 hours measured as the standard sets out.

    Raises
    ------
    BadArgument where the equipment takes more than the site.

    Source
    ------
    ITU-T L.1350 (10/2016), L.1351 (08/2018) (formula from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> site_efficiency_percent(telecom_energy_kwh=15000, site_energy_kwh=20000)
    75.0
    """
    require(
        np.asarray(telecom_energy_kwh) <= site_energy_kwh,
        "telecom_energy_kwh",
        telecom_energy_kwh,
        "give at most site_energy_kwh",
    )
    return divided(100 * telecom_energy_kwh, site_energy_kwh, "site_energy_kwh")


@method
def fixed_access_power_w(
    *, user_rate_mbps: Quantity, base_power_w: Quantity = 9.55, slope_w_per_mbps: Quantity = 0.03
) -> Quantity:
    """Power of fixed access for one user, from the data rate.

    Parameters
    ----------
    user_rate_mbps : Mbit/s, >= 0
        data rate
    base_power_w : W, >= 0
        power without data
    slope_w_per_mbps : W/Mbit/s, >= 0
        power for each megabit per second

    Returns
    -------
    W
        power while the user is served

    Equation
    --------
    P = P_0 + a * R

    Validity
    --------
    A model of what a user takes on average; the base is there without data too.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Carbon Trust and DIMPACT power model, as quoted in the Scope3 methodology documentation.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(fixed_access_power_w(user_rate_mbps=15.56), 3)
    10.017
    """
    return base_power_w + slope_w_per_mbps * user_rate_mbps


@method
def mobile_access_power_w(
    *, user_rate_mbps: Quantity, base_power_w: Quantity = 1.2, slope_w_per_mbps: Quantity = 1.53
) -> Quantity:
    """Power of mobile access for one user, from the data rate.

    Parameters
    ----------
    user_rate_mbps : Mbit/s, >= 0
        data rate
    base_power_w : W, >= 0
        power without data
    slope_w_per_mbps : W/Mbit/s, >= 0
        power for each megabit per second

    Returns
    -------
    W
        power while the user is served

    Equation
    --------
    P = P_0 + a * R

    Validity
    --------
    The source prints 12.2 W for 1080p, where its own coefficients give 11.4 W.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Carbon Trust and DIMPACT power model, as quoted in the Scope3 methodology documentation.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(mobile_access_power_w(user_rate_mbps=2.22), 3)
    4.597
    """
    return base_power_w + slope_w_per_mbps * user_rate_mbps


@method
def radio_energy_kwh(
    *, carried_data_gb: float, generation_share: Table, generation_energy_kwh_per_gb: Table
) -> float:
    """Electricity of radio access from data and the mix of generations.

    Parameters
    ----------
    carried_data_gb : GB, >= 0
        data carried
    generation_share : table of share, 0 to 1
        part of the data by generation; they add up to 1
    generation_energy_kwh_per_gb : table of kWh/GB, >= 0
        electricity for a gigabyte by generation: 3G 2.24, 4G 0.0832, 5G 0.00832, each within 20 %

    Returns
    -------
    kWh
        electricity of radio access

    Equation
    --------
    E = GB * sum_g share_g * e_g

    Validity
    --------
    Means of a network; no answer to what one more gigabyte takes.

    Raises
    ------
    BadArgument where the tables name different generations or the shares do not add up to 1.

    Source
    ------
    Example parameters of the open model BTS-power-density.

    Status
    ------
    D

    Examples
    --------
    >>> round(radio_energy_kwh(
    ...     carried_data_gb=1000, generation_share={"4G": 0.75, "5G": 0.25},
    ...     generation_energy_kwh_per_gb={"4G": 0.0832, "5G": 0.00832}), 4)
    64.48
    """
    require_same_keys(
        generation_share, generation_energy_kwh_per_gb, "generation_share", "generation_energy_kwh_per_gb"
    )
    require_sum_of_one(list(generation_share.values()), "generation_share")
    mean = sum(share * generation_energy_kwh_per_gb[name] for name, share in generation_share.items())
    return float(carried_data_gb * mean)


@method
def network_period_ghg_kg(
    *,
    equipment_pieces: Series,
    embodied_ghg_kg_per_piece: Series,
    lifetime_years: Series,
    period_energy_kwh_per_piece: Series,
    grid_ghg_kg_per_kwh: float,
    period_years: float = 1.0,
    operator_ghg_kg: float = 0.0,
) -> float:
    """GHG of the equipment of a network over a period.

    Parameters
    ----------
    equipment_pieces : list of pieces, >= 0
        number of each kind of equipment
    embodied_ghg_kg_per_piece : list of kg CO2e/piece, >= 0
        embodied GHG of one of each kind
    lifetime_years : list of yr, > 0
        years in use of each kind
    period_energy_kwh_per_piece : list of kWh/piece, >= 0
        electricity of one of each kind in the period
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        life-cycle factor of the electricity
    period_years : yr, > 0
        length of the period
    operator_ghg_kg : kg CO2e, >= 0
        activities of the operator in the period

    Returns
    -------
    kg CO2e
        GHG of the network over the period

    Equation
    --------
    I = sum_i n_i * ( I_emb,i * T / L_i + E_i * EF ) + I_operator

    Validity
    --------
    One electricity factor; equipment that is leased counts once.

    Raises
    ------
    BadArgument where the lists differ in length or a lifetime is 0.

    Source
    ------
    ITU-T L.1410 (11/2024), assessment of networks (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> network_period_ghg_kg(
    ...     equipment_pieces=[10, 2], embodied_ghg_kg_per_piece=[100, 1000], lifetime_years=[5, 10],
    ...     period_energy_kwh_per_piece=[50, 500], grid_ghg_kg_per_kwh=0.5, operator_ghg_kg=50)
    1200.0
    """
    lists = (embodied_ghg_kg_per_piece, lifetime_years, period_energy_kwh_per_piece)
    for name, values in zip(
        ("embodied_ghg_kg_per_piece", "lifetime_years", "period_energy_kwh_per_piece"), lists, strict=True
    ):
        require_same_length(values, equipment_pieces, name, "equipment_pieces")
    pieces, embodied, life, energy = (
        np.asarray(values, dtype=float) for values in (equipment_pieces, *lists)
    )
    spread = divided(embodied * period_years, life, "lifetime_years")
    return float(np.dot(pieces, spread + energy * grid_ghg_kg_per_kwh)) + operator_ghg_kg
