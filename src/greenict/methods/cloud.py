"""Cloud and language models: energy from use, embodied shares, and the intensity of software."""

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
def sci_embodied_ghg_g(
    *,
    hardware_embodied_ghg_g: Quantity,
    reserved_s: Quantity,
    lifespan_s: Quantity,
    reserved_vcpu: Quantity,
    available_vcpu: Quantity,
) -> Quantity:
    """Embodied part of the intensity of software.

    Parameters
    ----------
    hardware_embodied_ghg_g : g CO2e, >= 0
        all embodied GHG of the hardware (TE)
    reserved_s : s, >= 0
        time reserved (TiR)
    lifespan_s : s, > 0
        expected life (EL)
    reserved_vcpu : vCPU, >= 0
        resources reserved (RR)
    available_vcpu : vCPU, > 0
        resources of the hardware (ToR)

    Returns
    -------
    g CO2e
        embodied GHG of the software

    Equation
    --------
    M = TE * (TiR / EL) * (RR / ToR)

    Validity
    --------
    Resources of one kind; virtual processors here.

    Raises
    ------
    BadArgument where the life or the resources are 0.

    Source
    ------
    Software Carbon Intensity, ISO/IEC 21031:2024; Green Software Foundation, Impact Framework (MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> sci_embodied_ghg_g(
    ...     hardware_embodied_ghg_g=1000000, reserved_s=3600, lifespan_s=3600000, reserved_vcpu=1, available_vcpu=8)
    125.0
    """
    time_share = divided(reserved_s, lifespan_s, "lifespan_s")
    return hardware_embodied_ghg_g * time_share * divided(reserved_vcpu, available_vcpu, "available_vcpu")


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
def sci_ghg_g_per_functional_unit(
    *,
    used_energy_kwh: Quantity,
    grid_ghg_g_per_kwh: Quantity,
    embodied_ghg_g: Quantity,
    served_functional_units: Quantity,
) -> Quantity:
    """Intensity of software: GHG for each functional unit.

    Parameters
    ----------
    used_energy_kwh : kWh, >= 0
        electricity of the software
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity
    embodied_ghg_g : g CO2e, >= 0
        embodied GHG of the software
    served_functional_units : functional units, > 0
        users, calls or whatever the software is rated by

    Returns
    -------
    g CO2e/functional unit
        SCI of the software

    Equation
    --------
    SCI = (E * I + M) / R

    Validity
    --------
    No offsets; the unit R is named beside the result.

    Raises
    ------
    BadArgument where nothing is served.

    Source
    ------
    Software Carbon Intensity, ISO/IEC 21031:2024; Green Software Foundation, Impact Framework (MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> sci_ghg_g_per_functional_unit(
    ...     used_energy_kwh=2, grid_ghg_g_per_kwh=400, embodied_ghg_g=200, served_functional_units=100)
    10.0
    """
    return divided(
        used_energy_kwh * grid_ghg_g_per_kwh + embodied_ghg_g,
        served_functional_units,
        "served_functional_units",
    )


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
def llm_request_energy_kwh(
    *,
    active_billion_parameters: Quantity,
    answer_tokens: Quantity,
    latency_s: Quantity,
    pue_ratio: Quantity,
    gpus_pieces: Quantity = 1.0,
    batch_pieces: Quantity = 64.0,
    server_power_kw: Quantity = 1.2,
    server_gpus_pieces: Quantity = 8.0,
) -> Quantity:
    """Electricity of one answer of a language model.

    Parameters
    ----------
    active_billion_parameters : 10^9 parameters, > 0
        active parameters of the model
    answer_tokens : tokens, >= 0
        tokens of the answer
    latency_s : s, >= 0
        time of the answer
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    gpus_pieces : pieces, >= 1
        graphics processors that hold the model
    batch_pieces : pieces, >= 1
        answers made at once
    server_power_kw : kW, >= 0
        power of the server without its graphics processors
    server_gpus_pieces : pieces, >= 1
        graphics processors of a server

    Returns
    -------
    kWh
        electricity with that of the building

    Equation
    --------
    E = PUE * ( t / 3600 * P_server * n / N / b + tokens * n * (a * exp(c * b) * p + d) / 1000 )
    a = 1.16653e-6, c = -0.0112059, d = 4.05293e-5 Wh for each token

    Validity
    --------
    Text models on servers of eight graphics processors; measured fit of one benchmark.

    Raises
    ------
    BadArgument where the batch or the server is empty.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> energy = llm_request_energy_kwh(active_billion_parameters=7.3, answer_tokens=200, latency_s=5, pue_ratio=1.26)
    >>> round(float(energy), 12)
    1.5362435e-05
    """
    per_token_wh = (
        1.1665273170451914e-06 * np.exp(-0.011205921025579175 * batch_pieces) * active_billion_parameters
        + 4.052928146734005e-05
    )
    server_kwh = (
        latency_s
        / 3600
        * server_power_kw
        * divided(gpus_pieces, server_gpus_pieces * batch_pieces, "batch_pieces")
    )
    return pue_ratio * (server_kwh + answer_tokens * gpus_pieces * per_token_wh / 1000)


@method
def llm_request_embodied_ghg_kg(
    *,
    latency_s: Quantity,
    server_embodied_ghg_kg: Quantity = 5700.0,
    gpu_embodied_ghg_kg_per_piece: Quantity = 273.0,
    gpus_pieces: Quantity = 1.0,
    server_gpus_pieces: Quantity = 8.0,
    lifespan_s: Quantity = 94608000.0,
    batch_pieces: Quantity = 64.0,
) -> Quantity:
    """Embodied GHG of one answer of a language model.

    Parameters
    ----------
    latency_s : s, >= 0
        time of the answer
    server_embodied_ghg_kg : kg CO2e, >= 0
        production of a server without its graphics processors
    gpu_embodied_ghg_kg_per_piece : kg CO2e/piece, >= 0
        production of a graphics processor
    gpus_pieces : pieces, >= 1
        graphics processors that hold the model
    server_gpus_pieces : pieces, >= 1
        graphics processors of a server
    lifespan_s : s, > 0
        life of the hardware, 3 years of 365 days
    batch_pieces : pieces, >= 1
        answers made at once

    Returns
    -------
    kg CO2e
        embodied GHG of the answer

    Equation
    --------
    M = t / (L * b) * (I_server * n / N + n * I_gpu)

    Validity
    --------
    The figure of the graphics processor was derived from published results.

    Raises
    ------
    BadArgument where the life is 0.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(llm_request_embodied_ghg_kg(latency_s=5), 12)
    8.13802e-07
    """
    hardware = (
        server_embodied_ghg_kg * divided(gpus_pieces, server_gpus_pieces, "server_gpus_pieces")
        + gpus_pieces * gpu_embodied_ghg_kg_per_piece
    )
    return divided(latency_s * hardware, lifespan_s * batch_pieces, "lifespan_s")
