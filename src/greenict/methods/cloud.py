"""Cloud: energy of compute, memory, storage and network, and the embodied part of instances."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method


@method
def cloud_compute_energy_kwh(
    *,
    used_vcpu_hours: Quantity,
    utilisation_percent: Quantity,
    idle_power_w_per_vcpu: Quantity,
    full_power_w_per_vcpu: Quantity,
    pue_ratio: Quantity,
    replication_ratio: Quantity = 1.0,
) -> Quantity:
    """Electricity of virtual processors, between idle and full power.

    Parameters
    ----------
    used_vcpu_hours : vCPU h, >= 0
        hours of virtual processors
    utilisation_percent : %, 0 to 100
        mean utilisation of the processors
    idle_power_w_per_vcpu : W/vCPU, >= 0
        power of one idle
    full_power_w_per_vcpu : W/vCPU, >= 0
        power of one at full load
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    replication_ratio : ratio, >= 1
        copies that the provider keeps

    Returns
    -------
    kWh
        electricity with that of the building

    Equation
    --------
    E = (P_min + u / 100 * (P_max - P_min)) * vCPU h * PUE * replication / 1000

    Validity
    --------
    Power rises in a straight line with load.

    Raises
    ------
    BadArgument where idle power exceeds full power.

    Source
    ------
    Cloud Carbon Footprint, methodology and core package (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cloud_compute_energy_kwh(
    ...     used_vcpu_hours=1, utilisation_percent=1, idle_power_w_per_vcpu=0.71, full_power_w_per_vcpu=3.46,
    ...     pue_ratio=1.135, replication_ratio=2), 9)
    0.001674125
    """
    require(
        np.asarray(idle_power_w_per_vcpu) <= full_power_w_per_vcpu,
        "idle_power_w_per_vcpu",
        idle_power_w_per_vcpu,
        "give at most full_power_w_per_vcpu",
    )
    power_w = idle_power_w_per_vcpu + utilisation_percent / 100 * (
        full_power_w_per_vcpu - idle_power_w_per_vcpu
    )
    return power_w * used_vcpu_hours * pue_ratio * replication_ratio / 1000


@method
def cloud_network_energy_kwh(
    *, transferred_data_gb: Quantity, pue_ratio: Quantity, network_energy_kwh_per_gb: Quantity = 0.001
) -> Quantity:
    """Electricity of the network inside and between data centres.

    Parameters
    ----------
    transferred_data_gb : GB, >= 0
        data moved
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    network_energy_kwh_per_gb : kWh/GB, >= 0
        electricity for a gigabyte

    Returns
    -------
    kWh
        electricity with that of the building

    Equation
    --------
    E = GB * e * PUE

    Validity
    --------
    Within a provider; not the access network of users.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Cloud Carbon Footprint, methodology and core package (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cloud_network_energy_kwh(transferred_data_gb=10000000, pue_ratio=1.135), 6)
    11350.0
    """
    return transferred_data_gb * network_energy_kwh_per_gb * pue_ratio


@method
def cloud_storage_energy_kwh(
    *,
    stored_tb_hours: Quantity,
    storage_power_wh_per_tb_hour: Quantity,
    pue_ratio: Quantity,
    replication_ratio: Quantity = 1.0,
) -> Quantity:
    """Electricity of storage.

    Parameters
    ----------
    stored_tb_hours : TBh, >= 0
        terabytes times hours
    storage_power_wh_per_tb_hour : Wh/TBh, >= 0
        1.2 for solid-state disks, 0.65 for hard disks
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    replication_ratio : ratio, >= 1
        copies that the provider keeps

    Returns
    -------
    kWh
        electricity with that of the building

    Equation
    --------
    E = TBh * e * PUE * replication / 1000

    Validity
    --------
    Storage given out, whether full or not.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Cloud Carbon Footprint, methodology and core package (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cloud_storage_energy_kwh(stored_tb_hours=1, storage_power_wh_per_tb_hour=1.2, pue_ratio=1.135), 9)
    0.001362
    """
    return stored_tb_hours * storage_power_wh_per_tb_hour * pue_ratio * replication_ratio / 1000


@method
def cloud_memory_energy_kwh(
    *,
    reserved_gb_hours: Quantity,
    pue_ratio: Quantity,
    replication_ratio: Quantity = 1.0,
    memory_energy_kwh_per_gb_hour: Quantity = 0.000392,
) -> Quantity:
    """Electricity of memory beyond what the processors bring.

    Parameters
    ----------
    reserved_gb_hours : GBh, >= 0
        gigabytes times hours
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    replication_ratio : ratio, >= 1
        copies that the provider keeps
    memory_energy_kwh_per_gb_hour : kWh/GBh, >= 0
        electricity for a gigabyte and hour

    Returns
    -------
    kWh
        electricity with that of the building

    Equation
    --------
    E = GBh * e * PUE * replication

    Validity
    --------
    Memory given out, whether used or not.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Cloud Carbon Footprint, methodology and core package (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cloud_memory_energy_kwh(reserved_gb_hours=90, pue_ratio=1.11, replication_ratio=2), 7)
    0.0783216
    """
    return reserved_gb_hours * memory_energy_kwh_per_gb_hour * pue_ratio * replication_ratio


@method
def cloud_embodied_ghg_kg(
    *,
    server_embodied_ghg_kg: Quantity,
    used_hours: Quantity,
    lifespan_hours: Quantity,
    instance_vcpu: Quantity,
    largest_instance_vcpu: Quantity,
) -> Quantity:
    """Embodied GHG of a server that falls to an instance for a time.

    Parameters
    ----------
    server_embodied_ghg_kg : kg CO2e, >= 0
        production of the server
    used_hours : h, >= 0
        hours of the instance
    lifespan_hours : h, > 0
        life of the server
    instance_vcpu : vCPU, >= 0
        virtual processors of the instance
    largest_instance_vcpu : vCPU, > 0
        virtual processors of the largest instance of the family

    Returns
    -------
    kg CO2e
        embodied GHG of the use

    Equation
    --------
    M = I_server * (t / L) * (vCPU / vCPU_max)

    Validity
    --------
    The largest instance stands for the whole server.

    Raises
    ------
    BadArgument where the instance is larger than the largest.

    Source
    ------
    Cloud Carbon Footprint, methodology and core package (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> kg = cloud_embodied_ghg_kg(
    ...     server_embodied_ghg_kg=1200, used_hours=35.04, lifespan_hours=35040, instance_vcpu=4, largest_instance_vcpu=96)
    >>> round(kg, 9)
    0.05
    """
    require(
        np.asarray(instance_vcpu) <= largest_instance_vcpu,
        "instance_vcpu",
        instance_vcpu,
        "give at most largest_instance_vcpu",
    )
    time_share = divided(used_hours, lifespan_hours, "lifespan_hours")
    return (
        server_embodied_ghg_kg
        * time_share
        * divided(instance_vcpu, largest_instance_vcpu, "largest_instance_vcpu")
    )


@method
def instance_embodied_ghg_g(
    *,
    used_s: Quantity,
    extra_vcpu: Quantity,
    baseline_ghg_g: Quantity = 1000000.0,
    addition_ghg_g_per_vcpu: Quantity = 100000.0,
    lifespan_s: Quantity = 126144000.0,
) -> Quantity:
    """Embodied GHG of an instance for a time, from a baseline server and an addition for each virtual processor.

    Parameters
    ----------
    used_s : s, >= 0
        time of use
    extra_vcpu : vCPU, >= 0
        virtual processors beyond the first
    baseline_ghg_g : g CO2e, >= 0
        server with one virtual processor
    addition_ghg_g_per_vcpu : g CO2e/vCPU, >= 0
        addition for each further one
    lifespan_s : s, > 0
        life, 4 years of 365 days

    Returns
    -------
    g CO2e
        embodied GHG of the use

    Equation
    --------
    M = (I_0 + n * I_vCPU) * t / L

    Validity
    --------
    The constants are defaults of the framework, not measurements.

    Raises
    ------
    BadArgument where the life is 0.

    Source
    ------
    Green Software Foundation, Impact Framework (MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(instance_embodied_ghg_g(used_s=3600, extra_vcpu=1), 4)
    31.3927
    """
    return divided((baseline_ghg_g + extra_vcpu * addition_ghg_g_per_vcpu) * used_s, lifespan_s, "lifespan_s")


@method
def processor_power_ratio(*, load_percent: Quantity) -> Quantity:
    """Power of a processor at a load, in units of its thermal design power.

    Parameters
    ----------
    load_percent : %, 0 to 100
        load of the processor

    Returns
    -------
    ratio
        power over thermal design power

    Equation
    --------
    straight lines through (0, 0.12), (10, 0.32), (50, 0.75), (100, 1.02)

    Validity
    --------
    A mean curve of server processors.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Teads, curve of processor power as used by Green Software Foundation, Impact Framework (MIT).

    Status
    ------
    V

    Examples
    --------
    >>> round(float(processor_power_ratio(load_percent=45)), 5)
    0.69625
    """
    return np.interp(load_percent, (0.0, 10.0, 50.0, 100.0), (0.12, 0.32, 0.75, 1.02))


@method
def instance_use_ghg_g(
    *,
    design_power_w: Quantity,
    power_ratio: Quantity,
    used_s: Quantity,
    instance_share: Quantity,
    grid_ghg_g_per_kwh: Quantity,
) -> Quantity:
    """GHG of the electricity of an instance, from the design power of its processor.

    Parameters
    ----------
    design_power_w : W, >= 0
        thermal design power of the processor
    power_ratio : ratio, >= 0
        power over design power at the load
    used_s : s, >= 0
        time of use
    instance_share : share, 0 to 1
        part of the processor that the instance has
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity

    Returns
    -------
    g CO2e
        GHG of the electricity

    Equation
    --------
    I = TDP * r * t / 3600000 * share * EF

    Validity
    --------
    The processor alone; no memory, disks or building.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Green Software Foundation, Impact Framework (MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(instance_use_ghg_g(
    ...     design_power_w=100, power_ratio=0.4275, used_s=5, instance_share=0.125, grid_ghg_g_per_kwh=800), 7)
    0.0059375
    """
    return design_power_w * power_ratio * used_s / 3600000 * instance_share * grid_ghg_g_per_kwh


@method
def cloud_ghg_kg(
    *,
    compute_energy_kwh: Quantity,
    memory_energy_kwh: Quantity,
    storage_energy_kwh: Quantity,
    network_energy_kwh: Quantity,
    embodied_ghg_kg: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
) -> Quantity:
    """GHG of a cloud workload: electricity of its four parts, and the embodied share.

    Parameters
    ----------
    compute_energy_kwh : kWh, >= 0
        electricity of compute
    memory_energy_kwh : kWh, >= 0
        electricity of memory
    storage_energy_kwh : kWh, >= 0
        electricity of storage
    network_energy_kwh : kWh, >= 0
        electricity of the network
    embodied_ghg_kg : kg CO2e, >= 0
        embodied GHG that falls to the workload
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity of the region

    Returns
    -------
    kg CO2e
        GHG of the workload

    Equation
    --------
    I = (E_compute + E_memory + E_storage + E_network) * EF + M

    Validity
    --------
    All parts in one region and period, each with the PUE already.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Cloud Carbon Footprint, methodology (Apache-2.0).

    Status
    ------
    V

    Examples
    --------
    >>> cloud_ghg_kg(compute_energy_kwh=60, memory_energy_kwh=20, storage_energy_kwh=15, network_energy_kwh=5,
    ...     embodied_ghg_kg=10, grid_ghg_kg_per_kwh=0.5)
    60.0
    """
    energy_kwh = compute_energy_kwh + memory_energy_kwh + storage_energy_kwh + network_energy_kwh
    return energy_kwh * grid_ghg_kg_per_kwh + embodied_ghg_kg
