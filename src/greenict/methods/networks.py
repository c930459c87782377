"""Networks and equipment: efficiency of equipment, sites and mobile networks, and the carbon of their energy."""

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
def weighted_eer_gbps_per_w(
    *, load_weight_share: Series, load_throughput_gbps: Series, load_power_w: Series
) -> float:
    """Energy efficiency rating of a router or switch, weighted over loads.

    Parameters
    ----------
    load_weight_share : list of share, 0 to 1
        weight of each load; they add up to 1: 0.1, 0.8, 0.1
    load_throughput_gbps : list of Gbit/s, >= 0
        throughput at each load
    load_power_w : list of W, > 0
        power at each load

    Returns
    -------
    Gbit/s/W
        EER, the higher the better

    Equation
    --------
    EER = sum_j w_j * T_j / sum_j w_j * P_j

    Validity
    --------
    Compare only inside one class of equipment. The weights are to be supplied from the Recommendation.

    Raises
    ------
    BadArgument where the lists differ in length or the weights do not add up to 1.

    Source
    ------
    ITU-T L.1310 (09/2024); ATIS-0600015.03 (reading from background).

    Status
    ------
    B-high on form, B-med on weights

    Examples
    --------
    >>> round(weighted_eer_gbps_per_w(
    ...     load_weight_share=[0.1, 0.8, 0.1], load_throughput_gbps=[0, 30, 100], load_power_w=[700, 800, 1000]), 7)
    0.0419753
    """
    require_sum_of_one(load_weight_share, "load_weight_share")
    require_same_length(load_throughput_gbps, load_weight_share, "load_throughput_gbps", "load_weight_share")
    require_same_length(load_power_w, load_weight_share, "load_power_w", "load_weight_share")
    weights = np.asarray(load_weight_share, dtype=float)
    throughput = float(np.dot(weights, np.asarray(load_throughput_gbps, dtype=float)))
    return divided(throughput, float(np.dot(weights, np.asarray(load_power_w, dtype=float))), "load_power_w")


@method
def peak_eer_gbps_per_w(
    *, peak_throughput_gbps: float, load_weight_share: Series, load_power_w: Series
) -> float:
    """Energy efficiency rating with the highest throughput over the weighted power.

    Parameters
    ----------
    peak_throughput_gbps : Gbit/s, >= 0
        highest throughput
    load_weight_share : list of share, 0 to 1
        weight of each load; they add up to 1
    load_power_w : list of W, > 0
        power at each load

    Returns
    -------
    Gbit/s/W
        TEER, the higher the better

    Equation
    --------
    TEER = T_max / sum_j w_j * P_j

    Validity
    --------
    Compare only inside one class of equipment. The weights are to be supplied from the Recommendation.

    Raises
    ------
    BadArgument where the lists differ in length or the weights do not add up to 1.

    Source
    ------
    ITU-T L.1310 (09/2024); ATIS-0600015.03; ETSI ES 203 136 (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> round(peak_eer_gbps_per_w(peak_throughput_gbps=100, load_weight_share=[0.1, 0.8, 0.1], load_power_w=[700, 800, 1000]), 6)
    0.123457
    """
    require_sum_of_one(load_weight_share, "load_weight_share")
    require_same_length(load_power_w, load_weight_share, "load_power_w", "load_weight_share")
    power = float(np.dot(np.asarray(load_weight_share, dtype=float), np.asarray(load_power_w, dtype=float)))
    return divided(peak_throughput_gbps, power, "load_power_w")


@method
def port_power_w_per_port(*, equipment_power_w: Quantity, served_ports: Quantity) -> Quantity:
    """Power of access equipment for each port.

    Parameters
    ----------
    equipment_power_w : W, >= 0
        power of the equipment
    served_ports : ports, > 0
        ports of the equipment

    Returns
    -------
    W/port
        power of one port

    Equation
    --------
    P_port = P / N

    Validity
    --------
    Compare only inside one class and line technology.

    Raises
    ------
    BadArgument where there is no port.

    Source
    ------
    ITU-T L.1310 (09/2024) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> port_power_w_per_port(equipment_power_w=480, served_ports=384)
    1.25
    """
    return divided(equipment_power_w, served_ports, "served_ports")


@method
def base_station_power_w(*, load_power_w: Series, load_hours: Series) -> float:
    """Mean power of a base station over its loads.

    Parameters
    ----------
    load_power_w : list of W, >= 0
        power at low, medium and busy load
    load_hours : list of h, >= 0
        hours at each load

    Returns
    -------
    W
        mean power

    Equation
    --------
    P = sum_j P_j * t_j / sum_j t_j

    Validity
    --------
    Static test with fixed loads.

    Raises
    ------
    BadArgument where the lists differ in length or the hours add up to 0.

    Source
    ------
    ETSI ES 202 706; ITU-T L.1310 (09/2024) (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> base_station_power_w(load_power_w=[400, 600, 900], load_hours=[6, 10, 8])
    650.0
    """
    require_same_length(load_power_w, load_hours, "load_power_w", "load_hours")
    energy = float(np.dot(np.asarray(load_power_w, dtype=float), np.asarray(load_hours, dtype=float)))
    return divided(energy, float(np.sum(load_hours)), "load_hours")


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
