"""Network equipment: efficiency ratings and power, to compare inside one class."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require_same_length, require_sum_of_one
from greenict.methods.declaration import Quantity, Series, method


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
