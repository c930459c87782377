"""Network equipment by class: efficiency with the weights of a class, ports, small devices and base stations.

The weights of `data/l1310_weights.csv` are background reading: whoever reports by L.1310 supplies those of the
Recommendation.
"""

from __future__ import annotations

import numpy as np

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import (
    divided,
    require,
    require_same_keys,
    require_same_length,
    require_sum_of_one,
)
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.facts import fact_rows


def class_weights(equipment_class: str) -> dict[str, float]:
    """Return the weights of a class by load in per cent, from background reading.

    Raises
    ------
    UnknownName
        Where no such class is known.
    BadArgument
        Where the class is known and its weights are not.

    Examples
    --------
    >>> class_weights("core")
    {'0': 0.1, '30': 0.8, '100': 0.1}
    """
    rows = [row for row in fact_rows("l1310_weights.csv") if row["equipment_class"] == equipment_class]
    if not rows:
        known = {row["equipment_class"]: 0 for row in fact_rows("l1310_weights.csv")}
        raise UnknownName("equipment class", equipment_class, list(known))
    weights = {row["load_percent"]: float(row["weight_share"]) for row in rows if row["weight_share"]}
    require(
        bool(weights),
        "load_weight_share",
        None,
        f"no weights are known for {equipment_class}; supply them from ITU-T L.1310, with weights_from own weights",
    )
    return weights


def _same_loads(values: Table, weights: Table, argument: str) -> list[float]:
    """Return the values in the order of the weights, where both name the same loads."""
    try:
        by_load = {float(load): value for load, value in values.items()}
        wanted = [float(load) for load in weights]
    except ValueError as error:
        raise BadArgument(argument, sorted(values), "name each load by its per cent, such as 30") from error
    require(
        sorted(by_load) == sorted(wanted),
        argument,
        sorted(values),
        f"give one value for each of the loads {', '.join(f'{load:g}' for load in wanted)} %",
    )
    return [by_load[load] for load in wanted]


@method
def class_eer_gbps_per_w(
    *,
    equipment_class: str,
    load_throughput_gbps: Table,
    load_power_w: Table,
    load_weight_share: Table | None = None,
    weights_from: str = "background reading",
) -> float:
    """Energy efficiency rating of a router or switch, with the weights of its class.

    Parameters
    ----------
    equipment_class : text
        access, edge or core; any other class with its own weights
    load_throughput_gbps : table of Gbit/s, >= 0
        throughput by load in per cent, such as 0, 30 and 100
    load_power_w : table of W, > 0
        power by load in per cent
    load_weight_share : table of share, 0 to 1
        own weights by load in per cent, adding up to 1
    weights_from : one of background reading, own weights
        where the weights come from: those kept for the class, or those given

    Defaults
    --------
    weights_from
        table l1310_weights.csv, confidence medium; to be supplied from the Recommendation

    Returns
    -------
    Gbit/s/W
        EER, the higher the better

    Equation
    --------
    EER = sum_j w_j * T_j / sum_j w_j * P_j

    Validity
    --------
    Compare only inside one class. Supply the weights from the Recommendation before reporting by it.

    Raises
    ------
    UnknownName for a class that the table of weights does not hold; BadArgument where the loads differ, the weights
    do not add up to 1, or own weights are given without saying so.

    Source
    ------
    ITU-T L.1310 (09/2024); ATIS-0600015.03 (form and weights are background reading).

    Status
    ------
    B-high on form, B-med on weights

    Examples
    --------
    >>> round(class_eer_gbps_per_w(
    ...     equipment_class="core", load_throughput_gbps={"0": 0, "30": 30, "100": 100},
    ...     load_power_w={"0": 700, "30": 800, "100": 1000}), 7)
    0.0419753
    """
    own = weights_from == "own weights"
    require(
        own == (load_weight_share is not None),
        "weights_from",
        weights_from,
        "give load_weight_share too" if own else "give 'own weights', since load_weight_share is given",
    )
    weights = class_weights(equipment_class) if load_weight_share is None else load_weight_share
    require_sum_of_one(list(weights.values()), "load_weight_share")
    shares = list(weights.values())
    throughput = float(np.dot(shares, _same_loads(load_throughput_gbps, weights, "load_throughput_gbps")))
    power = float(np.dot(shares, _same_loads(load_power_w, weights, "load_power_w")))
    return divided(throughput, power, "load_power_w")


@method
def state_port_power_w_per_port(*, state_power_w: Table, state_share: Table, served_ports: float) -> float:
    """Power of access equipment for each port, over its power states.

    Parameters
    ----------
    state_power_w : table of W, >= 0
        power of the equipment by state: full, low power, standby
    state_share : table of share, 0 to 1
        part of the time by state; they add up to 1
    served_ports : ports, > 0
        ports of the equipment

    Returns
    -------
    W/port
        mean power of one port

    Equation
    --------
    P_port = sum_s share_s * P_s / N

    Validity
    --------
    Compare only inside one line technology and one set of states.

    Raises
    ------
    BadArgument where the tables name different states or the shares do not add up to 1.

    Source
    ------
    ITU-T L.1310 (09/2024) (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> state_port_power_w_per_port(
    ...     state_power_w={"full": 480, "low": 240}, state_share={"full": 0.5, "low": 0.5}, served_ports=360)
    1.0
    """
    require_same_keys(state_power_w, state_share, "state_power_w", "state_share")
    require_sum_of_one(list(state_share.values()), "state_share")
    power = sum(share * state_power_w[state] for state, share in state_share.items())
    return divided(float(power), served_ports, "served_ports")


@method
def small_device_eer_mbps_per_w(
    *,
    idle_power_w: Quantity,
    full_power_w: Quantity,
    full_throughput_mbps: Quantity,
    idle_weight_share: Quantity,
) -> Quantity:
    """Energy efficiency rating of a small network device, over idle and full load.

    Parameters
    ----------
    idle_power_w : W, > 0
        power without traffic
    full_power_w : W, > 0
        power at full load
    full_throughput_mbps : Mbit/s, >= 0
        throughput at full load
    idle_weight_share : share, 0 to 1
        weight of idle; full load has the rest. To be supplied from the Recommendation

    Returns
    -------
    Mbit/s/W
        EER, the higher the better

    Equation
    --------
    EER = (1 - w) * T_full / ( w * P_idle + (1 - w) * P_full )

    Validity
    --------
    Home gateways and switches of one class and one set of ports.

    Raises
    ------
    BadArgument where idle takes more than full load.

    Source
    ------
    ITU-T L.1310 (09/2024), small networking devices (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> small_device_eer_mbps_per_w(
    ...     idle_power_w=6, full_power_w=10, full_throughput_mbps=1000, idle_weight_share=0.5)
    62.5
    """
    require(
        np.asarray(idle_power_w) <= full_power_w, "idle_power_w", idle_power_w, "give at most full_power_w"
    )
    full_share = 1 - idle_weight_share
    power = idle_weight_share * idle_power_w + full_share * full_power_w
    return divided(full_share * full_throughput_mbps, power, "full_power_w")


@method
def transport_eer_gbps_per_w(*, carried_throughput_gbps: Quantity, equipment_power_w: Quantity) -> Quantity:
    """Energy efficiency rating of optical transport equipment.

    Parameters
    ----------
    carried_throughput_gbps : Gbit/s, >= 0
        throughput in the configuration that is measured
    equipment_power_w : W, > 0
        power in that configuration

    Returns
    -------
    Gbit/s/W
        EER, the higher the better

    Equation
    --------
    EER = T / P

    Validity
    --------
    WDM and OTN of one class and reach. Some editions weight several loads: class_eer_gbps_per_w with their
    weights.

    Raises
    ------
    BadArgument where the power is 0.

    Source
    ------
    ITU-T L.1310 (09/2024) (background reading, with little confidence).

    Status
    ------
    B-low

    Examples
    --------
    >>> transport_eer_gbps_per_w(carried_throughput_gbps=800, equipment_power_w=400)
    2.0
    """
    return divided(carried_throughput_gbps, equipment_power_w, "equipment_power_w")


@method
def base_station_dynamic_bits_per_j(*, level_data_bits: Series, level_energy_j: Series) -> float:
    """Efficiency of a base station in a dynamic test: data carried for each joule.

    Parameters
    ----------
    level_data_bits : list of bit, >= 0
        data that all users receive at each traffic level
    level_energy_j : list of J, > 0
        energy of the station at each level, in the same time

    Returns
    -------
    bit/J
        efficiency, the higher the better

    Equation
    --------
    EE = sum_j D_j / sum_j E_j

    Validity
    --------
    Traffic that comes and goes as in the test of the standard; one band set and one number of sectors.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    ETSI TS 102 706-2; ITU-T L.1310 (09/2024) (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> base_station_dynamic_bits_per_j(level_data_bits=[1e9, 3e9], level_energy_j=[1e6, 1e6])
    2000.0
    """
    require_same_length(level_data_bits, level_energy_j, "level_data_bits", "level_energy_j")
    return divided(float(np.sum(level_data_bits)), float(np.sum(level_energy_j)), "level_energy_j")


@method
def base_station_load_power_w(
    *,
    transceivers_pieces: Quantity,
    idle_power_w_per_piece: Quantity,
    slope_ratio: Quantity,
    peak_output_w_per_piece: Quantity,
    load_share: Quantity,
) -> Quantity:
    """Power of a base station as a straight line of its load.

    Parameters
    ----------
    transceivers_pieces : pieces, > 0
        transceivers
    idle_power_w_per_piece : W/piece, >= 0
        power of a transceiver without traffic
    slope_ratio : ratio, >= 0
        input power for each watt that is sent
    peak_output_w_per_piece : W/piece, >= 0
        highest power that a transceiver sends
    load_share : share, 0 to 1
        part of the highest power that is sent

    Returns
    -------
    W
        power that the station takes

    Equation
    --------
    P = N * ( P_0 + s * load * P_max )

    Validity
    --------
    Without sleep modes, rectifier and cooling of the site, unless they are in P_0 and the slope.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    EARTH project, deliverable D2.3, linear power model (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> base_station_load_power_w(
    ...     transceivers_pieces=6, idle_power_w_per_piece=130, slope_ratio=5, peak_output_w_per_piece=20, load_share=0.5)
    1080.0
    """
    sent = slope_ratio * load_share * peak_output_w_per_piece
    return transceivers_pieces * (idle_power_w_per_piece + sent)


def _class_of(device: str, argument: str) -> str:
    kind, separator, name = device.partition(":")
    require(separator and kind.strip() and name.strip(), argument, device, "name it as class: device")
    return kind.strip().casefold()


@method
def rank_in_class_index(*, device: str, device_efficiency_score: Table) -> float:
    """Rank of a device among the devices of its class, 1 being the most efficient.

    Parameters
    ----------
    device : text
        one of the devices, written as in the table: class: name
    device_efficiency_score : table of score, >= 0
        efficiency by device, the higher the better; every name begins with the class, as in core: A

    Returns
    -------
    index
        rank; devices that are equal share the better rank

    Equation
    --------
    rank = 1 + number of devices with a higher efficiency

    Validity
    --------
    One class, one metric and one set of weights. A comparison across classes is refused.

    Raises
    ------
    BadArgument where the table holds more than one class; UnknownName where it does not hold the device.

    Source
    ------
    ITU-T L.1310 (09/2024), comparison inside one class; arithmetic.

    Status
    ------
    V on the rule

    Examples
    --------
    >>> rank_in_class_index(device="core: B", device_efficiency_score={"core: A": 0.05, "core: B": 0.04, "core: C": 0.01})
    2.0
    """
    classes = sorted({_class_of(name, "device_efficiency_score") for name in device_efficiency_score})
    require(
        len(classes) == 1,
        "device_efficiency_score",
        ", ".join(classes),
        "devices of one class only can be compared; give each class by itself",
    )
    if device not in device_efficiency_score:
        raise UnknownName("device", device, list(device_efficiency_score))
    own = device_efficiency_score[device]
    return 1.0 + sum(value > own for value in device_efficiency_score.values())
