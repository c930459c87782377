"""Language models: one answer, from the size of the model to energy, GHG and water.

The fits are those of EcoLogits for text models on servers of eight graphics processors. Training is apart.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method
from greenict.methods.software import llm_request_embodied_ghg_kg, llm_request_energy_kwh


@method
def llm_gpus_pieces(
    *, total_billion_parameters: Quantity, weight_bits: Quantity = 16.0, gpu_memory_gb: Quantity = 80.0
) -> Quantity:
    """Graphics processors that a language model takes, rounded up to a power of two.

    Parameters
    ----------
    total_billion_parameters : 10^9 parameters, 0.001 to 1000000
        all parameters of the model
    weight_bits : bit, 1 to 64
        bits of one weight
    gpu_memory_gb : GB, 1 to 100000
        memory of one graphics processor

    Returns
    -------
    pieces
        graphics processors

    Equation
    --------
    n = 2 ^ ceil( log2( ceil( 1.2 * p * bits / 8 / memory ) ) )

    Validity
    --------
    1.2 leaves room beside the weights; text models.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V

    Examples
    --------
    >>> float(llm_gpus_pieces(total_billion_parameters=70))
    4.0
    """
    memory_gb = 1.2 * total_billion_parameters * weight_bits / 8
    return 2 ** np.ceil(np.log2(np.ceil(memory_gb / gpu_memory_gb)))


@method
def llm_answer_latency_s(
    *, active_billion_parameters: Quantity, answer_tokens: Quantity, batch_pieces: Quantity = 64.0
) -> Quantity:
    """Time in which a language model makes an answer.

    Parameters
    ----------
    active_billion_parameters : 10^9 parameters, > 0
        active parameters of the model
    answer_tokens : tokens, >= 0
        tokens of the answer
    batch_pieces : pieces, >= 1
        answers made at once

    Returns
    -------
    s
        time of the answer

    Equation
    --------
    t = tokens * (6.78509e-4 * p + 3.11931e-4 * b + 0.0194737)

    Validity
    --------
    Where the time was measured and is shorter, take the measured one.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V

    Examples
    --------
    >>> round(llm_answer_latency_s(active_billion_parameters=7.3, answer_tokens=200), 4)
    8.8781
    """
    per_token_s = (
        0.0006785088094353663 * active_billion_parameters
        + 0.0003119310311688259 * batch_pieces
        + 0.019473717579473387
    )
    return answer_tokens * per_token_s


@method
def llm_request_use_ghg_kg(*, request_energy_kwh: Quantity, grid_ghg_kg_per_kwh: Quantity) -> Quantity:
    """GHG of the electricity of one answer of a language model.

    Parameters
    ----------
    request_energy_kwh : kWh, >= 0
        electricity of the answer with that of the building
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity

    Returns
    -------
    kg CO2e
        GHG of the use

    Equation
    --------
    I = E * EF

    Validity
    --------
    The energy holds the PUE already.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(llm_request_use_ghg_kg(request_energy_kwh=1.536243521642994e-05, grid_ghg_kg_per_kwh=0.590478), 12)
    9.07118e-06
    """
    return request_energy_kwh * grid_ghg_kg_per_kwh


@method
def llm_request_water_l(
    *,
    request_energy_kwh: Quantity,
    pue_ratio: Quantity,
    site_water_l_per_kwh: Quantity,
    electricity_water_l_per_kwh: Quantity,
) -> Quantity:
    """Water of one answer of a language model: cooling on site, and the making of the electricity.

    Parameters
    ----------
    request_energy_kwh : kWh, >= 0
        electricity of the answer with that of the building
    pue_ratio : ratio, >= 1
        power usage effectiveness that the energy holds
    site_water_l_per_kwh : l/kWh, >= 0
        water usage effectiveness (WUE), for a unit of IT energy
    electricity_water_l_per_kwh : l/kWh, >= 0
        water of the electricity (EWIF), for a unit of energy from the grid

    Returns
    -------
    l
        water of the answer

    Equation
    --------
    W = E / PUE * (WUE + PUE * EWIF)

    Validity
    --------
    WUE counts IT energy alone, so the PUE is taken out of the energy first; an early edition of the tool
    took it twice. Withdrawal or consumption, as both factors have it; not both in one sum.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    EcoLogits, methodology for the inference of language models (MPL-2.0), in the form that takes the PUE
    once; ISO/IEC 30134-9.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(llm_request_water_l(request_energy_kwh=0.0012, pue_ratio=1.2, site_water_l_per_kwh=0.6, electricity_water_l_per_kwh=3), 6)
    0.0042
    """
    it_energy_kwh = divided(request_energy_kwh, pue_ratio, "pue_ratio")
    return it_energy_kwh * (site_water_l_per_kwh + pue_ratio * electricity_water_l_per_kwh)


@method
def llm_request_ghg_kg(
    *,
    active_billion_parameters: Quantity,
    total_billion_parameters: Quantity,
    answer_tokens: Quantity,
    pue_ratio: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    batch_pieces: Quantity = 64.0,
    latency_s: Quantity | None = None,
) -> Quantity:
    """GHG of one answer of a language model, electricity and embodied, from the size of the model.

    Parameters
    ----------
    active_billion_parameters : 10^9 parameters, 0.001 to 1000000
        active parameters of the model
    total_billion_parameters : 10^9 parameters, 0.001 to 1000000
        all parameters; the same for a dense model
    answer_tokens : tokens, >= 0
        tokens of the answer
    pue_ratio : ratio, >= 1
        power usage effectiveness of the data centre
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity
    batch_pieces : pieces, >= 1
        answers made at once
    latency_s : s, >= 0
        measured time of the answer; the shorter of it and the fit counts

    Returns
    -------
    kg CO2e
        GHG of the answer

    Equation
    --------
    I = E * EF + M, with n and t from the size of the model

    Validity
    --------
    Defaults of the fit for servers and processors; as uncertain as they are, a factor of several. Not
    training, not the user's device and network.

    Raises
    ------
    BadArgument where active parameters exceed all parameters.

    Source
    ------
    EcoLogits 0.11.3, methodology for the inference of language models (MPL-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> kg = llm_request_ghg_kg(active_billion_parameters=7.3, total_billion_parameters=7.3, answer_tokens=200,
    ...     pue_ratio=1.26, grid_ghg_kg_per_kwh=0.590478, latency_s=5)
    >>> round(float(kg), 12)
    9.884982e-06
    """
    require(
        np.asarray(active_billion_parameters) <= total_billion_parameters,
        "active_billion_parameters",
        active_billion_parameters,
        "give at most total_billion_parameters",
    )
    gpus = llm_gpus_pieces(total_billion_parameters=total_billion_parameters)
    fitted_s = llm_answer_latency_s(
        active_billion_parameters=active_billion_parameters,
        answer_tokens=answer_tokens,
        batch_pieces=batch_pieces,
    )
    time_s = fitted_s if latency_s is None else np.minimum(latency_s, fitted_s)
    energy_kwh = llm_request_energy_kwh(
        active_billion_parameters=active_billion_parameters,
        answer_tokens=answer_tokens,
        latency_s=time_s,
        pue_ratio=pue_ratio,
        gpus_pieces=gpus,
        batch_pieces=batch_pieces,
    )
    embodied = llm_request_embodied_ghg_kg(latency_s=time_s, gpus_pieces=gpus, batch_pieces=batch_pieces)
    return energy_kwh * grid_ghg_kg_per_kwh + embodied
