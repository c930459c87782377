"""Data centres: the key figures of ISO/IEC 30134, EN 50600-4 and Regulation (EU) 2024/1364.

All figures are for one data centre and one year unless the name says otherwise; the two energies of a ratio are
of the same months.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def pue_ratio(*, facility_energy_kwh: Quantity, it_energy_kwh: Quantity) -> Quantity:
    """Power usage effectiveness (PUE): all energy for each unit of IT energy.

    Parameters
    ----------
    facility_energy_kwh : kWh, > 0
        all energy of the data centre, fuels and cooling included (E_DC)
    it_energy_kwh : kWh, > 0
        energy of the IT equipment, measured behind the uninterruptible supply (E_IT)

    Returns
    -------
    ratio
        PUE, 1 at best

    Equation
    --------
    PUE = E_DC / E_IT

    Validity
    --------
    A whole year; heat reused is not taken off.

    Raises
    ------
    BadArgument where it_energy_kwh is 0, or it_energy_kwh exceeds facility_energy_kwh.

    Source
    ------
    Regulation (EU) 2024/1364, annex III(a); ISO/IEC 30134-2; ITU-T L.1302.

    Status
    ------
    V

    Examples
    --------
    >>> pue_ratio(facility_energy_kwh=13000000, it_energy_kwh=10000000)
    1.3
    """
    require(
        np.asarray(it_energy_kwh) <= facility_energy_kwh,
        "it_energy_kwh",
        it_energy_kwh,
        "give at most facility_energy_kwh, which includes it",
    )
    return divided(facility_energy_kwh, it_energy_kwh, "it_energy_kwh")


@method
def wue_m3_per_mwh(*, water_input_m3: Quantity, it_energy_mwh: Quantity) -> Quantity:
    """Water usage effectiveness (WUE): water for each unit of IT energy.

    Parameters
    ----------
    water_input_m3 : m3, >= 0
        water that enters the site, of any quality (W_IN)
    it_energy_mwh : MWh, > 0
        energy of the IT equipment (E_IT)

    Returns
    -------
    m3/MWh
        WUE of the site

    Equation
    --------
    WUE = W_IN / E_IT

    Validity
    --------
    Water at the site; the water of power plants is apart.

    Raises
    ------
    BadArgument where it_energy_mwh is 0.

    Source
    ------
    Regulation (EU) 2024/1364, annex III(b); ISO/IEC 30134-9.

    Status
    ------
    V

    Examples
    --------
    >>> wue_m3_per_mwh(water_input_m3=18000, it_energy_mwh=10000)
    1.8
    """
    return divided(water_input_m3, it_energy_mwh, "it_energy_mwh")


@method
def erf_ratio(*, reused_energy_kwh: Quantity, facility_energy_kwh: Quantity) -> Quantity:
    """Energy reuse factor (ERF): heat reused for each unit of all energy.

    Parameters
    ----------
    reused_energy_kwh : kWh, >= 0
        heat used outside the boundary, less what comes back as cooling (E_REUSE)
    facility_energy_kwh : kWh, > 0
        all energy of the data centre, fuels and cooling included (E_DC)

    Returns
    -------
    ratio
        ERF, from 0 to 1

    Equation
    --------
    ERF = E_REUSE / E_DC

    Validity
    --------
    Heat counts only outside the boundary of the data centre.

    Raises
    ------
    BadArgument where facility_energy_kwh is 0, or reused_energy_kwh exceeds facility_energy_kwh.

    Source
    ------
    Regulation (EU) 2024/1364, annex III(c); ISO/IEC 30134-6.

    Status
    ------
    V

    Examples
    --------
    >>> erf_ratio(reused_energy_kwh=2600000, facility_energy_kwh=13000000)
    0.2
    """
    require(
        np.asarray(reused_energy_kwh) <= facility_energy_kwh,
        "reused_energy_kwh",
        reused_energy_kwh,
        "give at most facility_energy_kwh",
    )
    return divided(reused_energy_kwh, facility_energy_kwh, "facility_energy_kwh")


@method
def ref_ratio(*, renewable_energy_kwh: Quantity, facility_energy_kwh: Quantity) -> Quantity:
    """Renewable energy factor (REF): renewable energy for each unit of all energy.

    Parameters
    ----------
    renewable_energy_kwh : kWh, >= 0
        guarantees of origin, purchase agreements and own plants, each certificate once (E_RES-TOT)
    facility_energy_kwh : kWh, > 0
        all energy of the data centre, fuels and cooling included (E_DC)

    Returns
    -------
    ratio
        REF, from 0 to 1

    Equation
    --------
    REF = E_RES-TOT / E_DC

    Validity
    --------
    A certificate counts once; renewable energy beyond the whole is refused.

    Raises
    ------
    BadArgument where facility_energy_kwh is 0, or renewable_energy_kwh exceeds facility_energy_kwh.

    Source
    ------
    Regulation (EU) 2024/1364, annex III(d); ISO/IEC 30134-3.

    Status
    ------
    V

    Examples
    --------
    >>> ref_ratio(renewable_energy_kwh=6500000, facility_energy_kwh=13000000)
    0.5
    """
    require(
        np.asarray(renewable_energy_kwh) <= facility_energy_kwh,
        "renewable_energy_kwh",
        renewable_energy_kwh,
        "give at most facility_energy_kwh",
    )
    return divided(renewable_energy_kwh, facility_energy_kwh, "facility_energy_kwh")


@method
def ere_ratio(*, pue_ratio: Quantity, erf_ratio: Quantity) -> Quantity:
    """Energy reuse effectiveness (ERE): PUE less the heat reused.

    Parameters
    ----------
    pue_ratio : ratio, >= 1
        power usage effectiveness
    erf_ratio : ratio, 0 to 1
        energy reuse factor

    Returns
    -------
    ratio
        ERE; below 1 where more heat is reused than overhead is used

    Equation
    --------
    ERE = PUE * (1 - ERF)

    Validity
    --------
    Both of one year and one boundary.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    The Green Grid, energy reuse effectiveness; ERF as in ISO/IEC 30134-6 and EN 50600-4-6.

    Status
    ------
    V

    Examples
    --------
    >>> ere_ratio(pue_ratio=1.5, erf_ratio=0.5)
    0.75
    """
    return pue_ratio * (1 - erf_ratio)


@method
def cue_ghg_kg_per_kwh(*, facility_ghg_kg: Quantity, it_energy_kwh: Quantity) -> Quantity:
    """Carbon usage effectiveness (CUE): GHG of the energy for each unit of IT energy.

    Parameters
    ----------
    facility_ghg_kg : kg CO2e, >= 0
        GHG of all energy of the data centre
    it_energy_kwh : kWh, > 0
        energy of the IT equipment, measured behind the uninterruptible supply (E_IT)

    Returns
    -------
    kg CO2e/kWh
        CUE

    Equation
    --------
    CUE = I_DC / E_IT

    Validity
    --------
    Use stage only, without embodied GHG.

    Raises
    ------
    BadArgument where it_energy_kwh is 0.

    Source
    ------
    ISO/IEC 30134-8 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> cue_ghg_kg_per_kwh(facility_ghg_kg=5200000, it_energy_kwh=10000000)
    0.52
    """
    return divided(facility_ghg_kg, it_energy_kwh, "it_energy_kwh")


@method
def cue_by_pue_ghg_kg_per_kwh(*, pue_ratio: Quantity, energy_ghg_kg_per_kwh: Quantity) -> Quantity:
    """Carbon usage effectiveness from PUE and the factor of the energy.

    Parameters
    ----------
    pue_ratio : ratio, >= 1
        power usage effectiveness
    energy_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        mean factor of all energy of the data centre

    Returns
    -------
    kg CO2e/kWh
        CUE

    Equation
    --------
    CUE = PUE * CEF

    Validity
    --------
    One mean factor for electricity and fuels.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ISO/IEC 30134-8 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> cue_by_pue_ghg_kg_per_kwh(pue_ratio=1.25, energy_ghg_kg_per_kwh=0.4)
    0.5
    """
    return pue_ratio * energy_ghg_kg_per_kwh


@method
def itee_sv_score_per_kw(*, max_performance_score: Series, max_power_kw: Series) -> float:
    """IT equipment energy efficiency of servers (ITEEsv).

    Parameters
    ----------
    max_performance_score : list of score, >= 0
        highest performance of each server, by one benchmark
    max_power_kw : list of kW, > 0
        highest power of each server

    Returns
    -------
    score/kW
        performance of all servers for each kilowatt

    Equation
    --------
    ITEEsv = sum max performance / sum max power

    Validity
    --------
    One benchmark for all servers; idle servers count.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    ISO/IEC 30134-4 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> itee_sv_score_per_kw(max_performance_score=[4000, 6000], max_power_kw=[0.4, 0.6])
    10000.0
    """
    require_same_length(max_performance_score, max_power_kw, "max_performance_score", "max_power_kw")
    return divided(float(np.sum(max_performance_score)), float(np.sum(max_power_kw)), "max_power_kw")


@method
def iteu_sv_percent(*, server_utilisation_percent: Series) -> float:
    """IT equipment utilisation of servers (ITEUsv).

    Parameters
    ----------
    server_utilisation_percent : list of %, 0 to 100
        mean processor utilisation of each server

    Returns
    -------
    %
        mean utilisation of the servers

    Equation
    --------
    ITEUsv = sum_i u_i / n

    Validity
    --------
    All servers that are switched on, each counted once.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ISO/IEC 30134-5 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> iteu_sv_percent(server_utilisation_percent=[10, 20, 60])
    30.0
    """
    return float(np.mean(server_utilisation_percent))


@method
def cer_ratio(*, heat_removed_kwh: Quantity, cooling_energy_kwh: Quantity) -> Quantity:
    """Cooling efficiency ratio (CER): heat removed for each unit of cooling energy.

    Parameters
    ----------
    heat_removed_kwh : kWh, >= 0
        heat that the cooling takes out
    cooling_energy_kwh : kWh, > 0
        energy of the cooling

    Returns
    -------
    ratio
        CER, the higher the better

    Equation
    --------
    CER = Q / E_cooling

    Validity
    --------
    A whole year, all parts of the cooling.

    Raises
    ------
    BadArgument where the cooling takes no energy.

    Source
    ------
    ISO/IEC 30134-7 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> cer_ratio(heat_removed_kwh=9000000, cooling_energy_kwh=1500000)
    6.0
    """
    return divided(heat_removed_kwh, cooling_energy_kwh, "cooling_energy_kwh")


@method
def weighted_pue_ratio(*, centre_pue_ratio: Series, centre_energy_kwh: Series) -> float:
    """Mean PUE of several data centres, weighted by their total energy.

    Parameters
    ----------
    centre_pue_ratio : list of ratio, >= 1
        PUE of each data centre
    centre_energy_kwh : list of kWh, >= 0
        total energy of each data centre

    Returns
    -------
    ratio
        mean PUE as the Union publishes it

    Equation
    --------
    PUE = sum_i E_DC,i * PUE_i / sum_i E_DC,i

    Validity
    --------
    Not the PUE of all centres as one: that is combined_pue_ratio, and it is lower. Fewer than three centres
    are not published.

    Raises
    ------
    BadArgument where the lists differ in length or the energy adds up to 0.

    Source
    ------
    Regulation (EU) 2024/1364, public figures: means weighted by total energy.

    Status
    ------
    V

    Examples
    --------
    >>> round(weighted_pue_ratio(centre_pue_ratio=[1.2, 1.5], centre_energy_kwh=[12000, 15000]), 4)
    1.3667
    """
    require_same_length(centre_pue_ratio, centre_energy_kwh, "centre_pue_ratio", "centre_energy_kwh")
    weighted = float(
        np.dot(np.asarray(centre_pue_ratio, dtype=float), np.asarray(centre_energy_kwh, dtype=float))
    )
    return divided(weighted, float(np.sum(centre_energy_kwh)), "centre_energy_kwh")


@method
def combined_pue_ratio(*, centre_energy_kwh: Series, centre_it_energy_kwh: Series) -> float:
    """PUE of several data centres taken as one.

    Parameters
    ----------
    centre_energy_kwh : list of kWh, > 0
        total energy of each data centre
    centre_it_energy_kwh : list of kWh, > 0
        IT energy of each data centre

    Returns
    -------
    ratio
        PUE of the whole

    Equation
    --------
    PUE = sum_i E_DC,i / sum_i E_IT,i

    Validity
    --------
    Not the published mean weighted by total energy: that is weighted_pue_ratio, and it is higher.

    Raises
    ------
    BadArgument where the lists differ in length or IT energy exceeds the total.

    Source
    ------
    ISO/IEC 30134-2, applied to the sum; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(combined_pue_ratio(centre_energy_kwh=[12000, 15000], centre_it_energy_kwh=[10000, 10000]), 4)
    1.35
    """
    require_same_length(centre_energy_kwh, centre_it_energy_kwh, "centre_energy_kwh", "centre_it_energy_kwh")
    energy, it_energy = (
        np.asarray(centre_energy_kwh, dtype=float),
        np.asarray(centre_it_energy_kwh, dtype=float),
    )
    require(
        it_energy <= energy, "centre_it_energy_kwh", centre_it_energy_kwh, "give at most centre_energy_kwh"
    )
    return divided(float(np.sum(energy)), float(np.sum(it_energy)), "centre_it_energy_kwh")
