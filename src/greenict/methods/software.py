"""Software and language models: the intensity of software, and one answer of a model."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided
from greenict.methods.declaration import Quantity, method


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
