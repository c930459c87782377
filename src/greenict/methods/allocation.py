"""Allocation: the part of a shared device, line, network or server that falls to a service.

A share multiplies the impact of the whole. The key is a choice: a report names it and tries another.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


@method
def device_time_share(*, service_hours_per_year: Quantity, active_hours_per_year: Quantity) -> Quantity:
    """Share of a device that falls to a service, by time of active use.

    Parameters
    ----------
    service_hours_per_year : h/yr, >= 0
        hours of the service in a year
    active_hours_per_year : h/yr, > 0
        hours of active use of the device in a year, for all services; 8760 where idle time is not known

    Returns
    -------
    share
        part of the device

    Equation
    --------
    a = h_service / h_active

    Validity
    --------
    Services used at the same time share their hours.

    Raises
    ------
    BadArgument where active_hours_per_year is 0 or exceeded.

    Source
    ------
    ITU-T L.1410 (11/2024), allocation in services (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> device_time_share(service_hours_per_year=300, active_hours_per_year=1200)
    0.25
    """
    require(
        np.asarray(service_hours_per_year) <= active_hours_per_year,
        "service_hours_per_year",
        service_hours_per_year,
        "give at most active_hours_per_year",
    )
    return divided(service_hours_per_year, active_hours_per_year, "active_hours_per_year")


@method
def fixed_line_share(*, service_data_gb: Quantity, line_data_gb: Quantity) -> Quantity:
    """Share of a fixed line for a year that falls to a service, by data.

    Parameters
    ----------
    service_data_gb : GB, >= 0
        data of the service
    line_data_gb : GB, > 0
        data of one line in a year: 2640 GB in France, 2400 GB in the European Union

    Returns
    -------
    share
        part of a line for a year

    Equation
    --------
    a = GB_service / GB_line

    Validity
    --------
    A mean, not what one more gigabyte causes; a line also takes power when no data flows.

    Raises
    ------
    BadArgument where line_data_gb is 0 or exceeded.

    Source
    ------
    PCR digital services as documented by G4IT; line data of ADEME and Arcep 2020.

    Status
    ------
    V

    Examples
    --------
    >>> fixed_line_share(service_data_gb=26.4, line_data_gb=2640)
    0.01
    """
    require(
        np.asarray(service_data_gb) <= line_data_gb,
        "service_data_gb",
        service_data_gb,
        "give at most line_data_gb",
    )
    return divided(service_data_gb, line_data_gb, "line_data_gb")


@method
def mobile_network_share(*, service_data_gb: Quantity, network_data_gb: Quantity) -> Quantity:
    """Share of a mobile network that falls to a service, by data.

    Parameters
    ----------
    service_data_gb : GB, >= 0
        data of the service
    network_data_gb : GB, > 0
        data of the whole network in the same time

    Returns
    -------
    share
        part of the network

    Equation
    --------
    a = GB_service / GB_network

    Validity
    --------
    A mean, not what one more gigabyte causes.

    Raises
    ------
    BadArgument where network_data_gb is 0 or exceeded.

    Source
    ------
    ITU-T L.1410 (11/2024), allocation in services (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> mobile_network_share(service_data_gb=5, network_data_gb=1000)
    0.005
    """
    require(
        np.asarray(service_data_gb) <= network_data_gb,
        "service_data_gb",
        service_data_gb,
        "give at most network_data_gb",
    )
    return divided(service_data_gb, network_data_gb, "network_data_gb")


@method
def server_compute_share(*, virtual_vcpu: Quantity, hosts_vcpu: Quantity) -> Quantity:
    """Share of servers that falls to a virtual machine, by virtual processors.

    Parameters
    ----------
    virtual_vcpu : vCPU, >= 0
        virtual processors of the machine
    hosts_vcpu : vCPU, > 0
        virtual processors that the hosts give out together

    Returns
    -------
    share
        part of the hosts

    Equation
    --------
    a = vCPU_vm / sum vCPU_host

    Validity
    --------
    For compute; storage goes by capacity.

    Raises
    ------
    BadArgument where hosts_vcpu is 0 or exceeded.

    Source
    ------
    ITU-T L.1410 (11/2024), allocation in services (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> server_compute_share(virtual_vcpu=4, hosts_vcpu=64)
    0.0625
    """
    require(np.asarray(virtual_vcpu) <= hosts_vcpu, "virtual_vcpu", virtual_vcpu, "give at most hosts_vcpu")
    return divided(virtual_vcpu, hosts_vcpu, "hosts_vcpu")


@method
def server_storage_share(*, virtual_storage_gb: Quantity, hosts_storage_gb: Quantity) -> Quantity:
    """Share of storage that falls to a virtual machine, by capacity.

    Parameters
    ----------
    virtual_storage_gb : GB, >= 0
        capacity given to the machine
    hosts_storage_gb : GB, > 0
        capacity of the hosts together

    Returns
    -------
    share
        part of the storage

    Equation
    --------
    a = GB_vm / sum GB_host

    Validity
    --------
    For storage; compute goes by virtual processors.

    Raises
    ------
    BadArgument where hosts_storage_gb is 0 or exceeded.

    Source
    ------
    ITU-T L.1410 (11/2024), allocation in services (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> server_storage_share(virtual_storage_gb=500, hosts_storage_gb=20000)
    0.025
    """
    require(
        np.asarray(virtual_storage_gb) <= hosts_storage_gb,
        "virtual_storage_gb",
        virtual_storage_gb,
        "give at most hosts_storage_gb",
    )
    return divided(virtual_storage_gb, hosts_storage_gb, "hosts_storage_gb")


@method
def fixed_network_ghg_g(
    *,
    service_data_gb: Quantity,
    line_ghg_g_per_line_per_year: Quantity,
    line_data_gb_per_line_per_year: Quantity = 2640.0,
) -> Quantity:
    """GHG of a fixed network for data, from the factor of a line.

    Parameters
    ----------
    service_data_gb : GB, >= 0
        data of the service
    line_ghg_g_per_line_per_year : g CO2e/line/yr, >= 0
        factor of one line for a year
    line_data_gb_per_line_per_year : GB/line/yr, > 0
        data of one line in a year: 2640 GB in France, 2400 GB in the European Union

    Returns
    -------
    g CO2e
        GHG of the network for the data

    Equation
    --------
    I = GB * F_line / GB_line

    Validity
    --------
    A mean, not what one more gigabyte causes.

    Raises
    ------
    BadArgument where the line carries no data.

    Source
    ------
    PCR digital services as documented by G4IT; line data of ADEME and Arcep 2020.

    Status
    ------
    V

    Examples
    --------
    >>> fixed_network_ghg_g(service_data_gb=1, line_ghg_g_per_line_per_year=26400)
    10.0
    """
    return divided(
        service_data_gb * line_ghg_g_per_line_per_year,
        line_data_gb_per_line_per_year,
        "line_data_gb_per_line_per_year",
    )


@method
def network_data_ghg_g(*, service_data_gb: Quantity, network_ghg_g_per_gb: Quantity) -> Quantity:
    """GHG of a network for data, from a factor per gigabyte.

    Parameters
    ----------
    service_data_gb : GB, >= 0
        data of the service
    network_ghg_g_per_gb : g CO2e/GB, >= 0
        factor of the network: 9.269 fixed and 24.68 mobile in France, 30.81 and 96.01 in the European Union

    Returns
    -------
    g CO2e
        GHG of the network for the data

    Equation
    --------
    I = GB * F

    Validity
    --------
    A mean, not what one more gigabyte causes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    NegaOctet factors as in ADEME publicodes-acv-numerique 2.1.0.

    Status
    ------
    V

    Examples
    --------
    >>> network_data_ghg_g(service_data_gb=2, network_ghg_g_per_gb=24.68)
    49.36
    """
    return service_data_gb * network_ghg_g_per_gb


@method
def terminal_service_ghg_g_per_year(
    *,
    terminal_ghg_g_per_year: Quantity,
    service_users_persons: Quantity,
    service_hours_per_year_per_person: Quantity,
) -> Quantity:
    """GHG of a terminal for a service, by its hours in the year.

    Parameters
    ----------
    terminal_ghg_g_per_year : g CO2e/yr, >= 0
        the terminal for one year, all stages
    service_users_persons : persons, >= 0
        users of the service
    service_hours_per_year_per_person : h/yr/person, 0 to 8784
        hours that one user takes in a year

    Returns
    -------
    g CO2e/yr
        terminals of all users for one year

    Equation
    --------
    I = I_year * users * h / (365 * 24)

    Validity
    --------
    Time that the terminal stands idle falls to nobody.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    PCR digital services as documented by G4IT.

    Status
    ------
    V

    Examples
    --------
    >>> terminal_service_ghg_g_per_year(terminal_ghg_g_per_year=8760, service_users_persons=10, service_hours_per_year_per_person=50)
    500.0
    """
    return terminal_ghg_g_per_year * service_users_persons * service_hours_per_year_per_person / (365 * 24)


@method
def service_ghg_kg(*, equipment_ghg_kg: Table, service_share: Table) -> float:
    """GHG of a service, as the parts of the equipment that falls to it.

    Parameters
    ----------
    equipment_ghg_kg : table of kg CO2e, >= 0
        GHG of the whole of each kind of equipment: user devices, access, core, data centre
    service_share : table of share, 0 to 1
        part of each that falls to the service

    Returns
    -------
    kg CO2e
        GHG of the service

    Equation
    --------
    I = sum_k a_k * I_k

    Validity
    --------
    All parts of one period and one boundary.

    Raises
    ------
    BadArgument where the tables name different equipment.

    Source
    ------
    ITU-T L.1410 (11/2024), assessment of services (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> service_ghg_kg(
    ...     equipment_ghg_kg={"devices": 500, "access": 2000, "data centre": 1000},
    ...     service_share={"devices": 0.2, "access": 0.01, "data centre": 0.05})
    170.0
    """
    require_same_keys(equipment_ghg_kg, service_share, "equipment_ghg_kg", "service_share")
    return float(sum(service_share[kind] * ghg_kg for kind, ghg_kg in equipment_ghg_kg.items()))
