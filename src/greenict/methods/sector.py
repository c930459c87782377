"""The ICT sector: parts of a total, scaling by coverage, intensities and growth."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


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


@method
def scaled_ghg_mt(*, reported_ghg_mt: Quantity, coverage_share: Quantity) -> Quantity:
    """GHG of a part of the sector, scaled from what companies report.

    Parameters
    ----------
    reported_ghg_mt : Mt CO2e, >= 0
        GHG reported
    coverage_share : share, 0 to 1
        part of the subscriptions or of the modelled energy that the reports cover

    Returns
    -------
    Mt CO2e
        GHG of the whole part

    Equation
    --------
    X = X_reported / coverage

    Validity
    --------
    Companies that do not report are like those that do. Leased and shared sites are counted once.

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
    >>> scaled_ghg_mt(reported_ghg_mt=80, coverage_share=0.8)
    100.0
    """
    return divided(reported_ghg_mt, coverage_share, "coverage_share")


@method
def devices_use_energy_twh_per_year(*, installed_pieces: Table, device_energy_kwh_per_year: Table) -> float:
    """Electricity of the user devices of a country or the world, from the installed base.

    Parameters
    ----------
    installed_pieces : table of pieces, >= 0
        devices in use, by kind
    device_energy_kwh_per_year : table of kWh/yr, >= 0
        electricity of one device of each kind in a year

    Returns
    -------
    TWh/yr
        electricity of all devices

    Equation
    --------
    E = sum_d N_d * E_d

    Validity
    --------
    The installed base of the year, not its sales. Televisions stand apart, with entertainment and media.

    Raises
    ------
    BadArgument where the tables name different devices.

    Source
    ------
    ITU-T L.1450 (09/2018), part I (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> devices_use_energy_twh_per_year(installed_pieces={"laptop": 1e9}, device_energy_kwh_per_year={"laptop": 30})
    30.0
    """
    require_same_keys(
        installed_pieces, device_energy_kwh_per_year, "installed_pieces", "device_energy_kwh_per_year"
    )
    return (
        float(sum(pieces * device_energy_kwh_per_year[kind] for kind, pieces in installed_pieces.items()))
        / 1e9
    )


@method
def sector_ghg_mt(
    *,
    installed_pieces: Table,
    device_energy_kwh_per_year: Table,
    sold_pieces: Table,
    embodied_ghg_kg_per_piece: Table,
    grid_ghg_kg_per_kwh: float,
    networks_reported_ghg_mt: float,
    networks_coverage_share: float,
    data_centres_reported_ghg_mt: float,
    data_centres_coverage_share: float,
    overhead_ghg_mt: float = 0.0,
    part: str = "all",
) -> float:
    """GHG of the ICT sector in a year: devices in use, devices made, networks and data centres.

    Parameters
    ----------
    installed_pieces : table of pieces, >= 0
        devices in use, by kind
    device_energy_kwh_per_year : table of kWh/yr, >= 0
        electricity of one of each kind in a year
    sold_pieces : table of pieces, >= 0
        devices sold in the year, by kind
    embodied_ghg_kg_per_piece : table of kg CO2e/piece, >= 0
        production of one of each kind
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the devices' electricity
    networks_reported_ghg_mt : Mt CO2e, >= 0
        networks, as reported
    networks_coverage_share : share, 0 to 1
        part of the subscriptions that the reports cover
    data_centres_reported_ghg_mt : Mt CO2e, >= 0
        data centres, as reported or modelled
    data_centres_coverage_share : share, 0 to 1
        part of their electricity that this covers
    overhead_ghg_mt : Mt CO2e, >= 0
        offices, shops and vehicles of the operators
    part : one of all, device use, device production, networks, data centres, overhead
        part that is asked for

    Returns
    -------
    Mt CO2e
        GHG of the sector, or of the part

    Equation
    --------
    I = sum_d N_d * E_d * EF + sum_d sales_d * I_d + X_net / c_net + X_dc / c_dc + overhead

    Validity
    --------
    Use counts the installed base, production the sales of the year. Home equipment of operators is a device
    or part of the network, once.

    Raises
    ------
    BadArgument where two tables name different devices or nothing is covered.

    Source
    ------
    ITU-T L.1450 (09/2018), part I; Malmodin et al. (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(sector_ghg_mt(
    ...     installed_pieces={"phone": 5e9}, device_energy_kwh_per_year={"phone": 4}, sold_pieces={"phone": 1e9},
    ...     embodied_ghg_kg_per_piece={"phone": 60}, grid_ghg_kg_per_kwh=0.5, networks_reported_ghg_mt=120,
    ...     networks_coverage_share=0.8, data_centres_reported_ghg_mt=55, data_centres_coverage_share=0.55), 6)
    320.0
    """
    require_same_keys(sold_pieces, embodied_ghg_kg_per_piece, "sold_pieces", "embodied_ghg_kg_per_piece")
    energy_twh = devices_use_energy_twh_per_year(
        installed_pieces=installed_pieces, device_energy_kwh_per_year=device_energy_kwh_per_year
    )
    parts = {
        "device use": energy_twh * grid_ghg_kg_per_kwh,
        "device production": sum(
            pieces * embodied_ghg_kg_per_piece[kind] for kind, pieces in sold_pieces.items()
        )
        / 1e9,
        "networks": divided(networks_reported_ghg_mt, networks_coverage_share, "networks_coverage_share"),
        "data centres": divided(
            data_centres_reported_ghg_mt, data_centres_coverage_share, "data_centres_coverage_share"
        ),
        "overhead": overhead_ghg_mt,
    }
    return float(sum(parts.values()) if part == "all" else parts[part])


@method
def subscription_ghg_kg_per_piece(*, network_ghg_mt: Quantity, subscriptions_pieces: Quantity) -> Quantity:
    """GHG of networks for each subscription.

    Parameters
    ----------
    network_ghg_mt : Mt CO2e, >= 0
        networks
    subscriptions_pieces : pieces, > 0
        subscriptions in the same year

    Returns
    -------
    kg CO2e/piece
        GHG of one subscription

    Equation
    --------
    i = 10^9 * I / n

    Validity
    --------
    One kind of network with its own subscriptions.

    Raises
    ------
    BadArgument where there is no subscription.

    Source
    ------
    Malmodin and Lundén 2018, doi:10.3390/su10093027; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> subscription_ghg_kg_per_piece(network_ghg_mt=140, subscriptions_pieces=10e9)
    14.0
    """
    return divided(network_ghg_mt * 1e9, subscriptions_pieces, "subscriptions_pieces")


@method
def sector_share_percent(*, sector_ghg_mt: Quantity, world_ghg_mt: Quantity) -> Quantity:
    """Share of the ICT sector in the emissions of the world.

    Parameters
    ----------
    sector_ghg_mt : Mt CO2e, >= 0
        the sector
    world_ghg_mt : Mt CO2e, > 0
        the world in the same year, all gases

    Returns
    -------
    %
        share of the sector

    Equation
    --------
    s = 100 * I / I_world

    Validity
    --------
    A life-cycle figure of the sector against a territorial figure of the world; name both boundaries.

    Raises
    ------
    BadArgument where the sector exceeds the world.

    Source
    ------
    ITU-T L.1450 (09/2018), part I; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> sector_share_percent(sector_ghg_mt=750, world_ghg_mt=50000)
    1.5
    """
    require(
        np.asarray(sector_ghg_mt) <= world_ghg_mt, "sector_ghg_mt", sector_ghg_mt, "give at most world_ghg_mt"
    )
    return divided(100 * sector_ghg_mt, world_ghg_mt, "world_ghg_mt")
