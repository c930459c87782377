"""ICT projects: what a project reduces against its baseline, in GHG and in energy.

A project's reduction stands beside the footprint of an organisation and is never netted with it.
"""

from __future__ import annotations

from greenict.methods.checks import divided
from greenict.methods.declaration import Quantity, method


@method
def project_baseline_ghg_t(*, activity_amount: Quantity, baseline_ghg_kg_per_amount: Quantity) -> Quantity:
    """Baseline of a project: its activity with the intensity that would have been.

    Parameters
    ----------
    activity_amount : own unit, >= 0
        activity in the year: kilometres, square metres, pieces
    baseline_ghg_kg_per_amount : kg CO2e/own unit, >= 0
        intensity without the project

    Returns
    -------
    t CO2e
        baseline of the year

    Equation
    --------
    BE = x * i / 1000

    Validity
    --------
    The activity of the year itself, so that growth does not look like failure. Conservative where in doubt.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013), baseline scenario; ISO 14064-2.

    Status
    ------
    V on the structure

    Examples
    --------
    >>> project_baseline_ghg_t(activity_amount=10000, baseline_ghg_kg_per_amount=120)
    1200.0
    """
    return activity_amount * baseline_ghg_kg_per_amount / 1000


@method
def project_reduction_ghg_t(
    *, baseline_ghg_t: Quantity, project_ghg_t: Quantity, leakage_ghg_t: Quantity = 0.0
) -> Quantity:
    """Reduction of GHG by a project: baseline less project less leakage.

    Parameters
    ----------
    baseline_ghg_t : t CO2e, >= 0
        emissions that would have been
    project_ghg_t : t CO2e, >= 0
        emissions with the project, the life cycle of its ICT included
    leakage_ghg_t : t CO2e
        emissions that the project moves elsewhere; below 0 where it lowers them there

    Returns
    -------
    t CO2e
        reduction; below 0 where emissions rise

    Equation
    --------
    ER = BE - PE - LE

    Validity
    --------
    One year, one boundary. Additionality is recorded beside it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013); ISO 14064-2.

    Status
    ------
    V on the structure, case S

    Examples
    --------
    >>> project_reduction_ghg_t(baseline_ghg_t=1200, project_ghg_t=800, leakage_ghg_t=50)
    350
    """
    return baseline_ghg_t - project_ghg_t - leakage_ghg_t


@method
def adjusted_baseline_energy_mwh(
    *,
    fixed_energy_mwh: Quantity,
    weather_energy_mwh: Quantity = 0.0,
    load_energy_mwh: Quantity = 0.0,
    baseline_degree_days: Quantity = 1.0,
    project_degree_days: Quantity = 1.0,
    load_ratio: Quantity = 1.0,
) -> Quantity:
    """Baseline of an energy project, adjusted for weather and load.

    Parameters
    ----------
    fixed_energy_mwh : MWh, >= 0
        energy of the baseline year that depends on neither
    weather_energy_mwh : MWh, >= 0
        energy of the baseline year that goes with the weather
    load_energy_mwh : MWh, >= 0
        energy of the baseline year that goes with output or load
    baseline_degree_days : degree days, > 0
        degree days of the baseline year
    project_degree_days : degree days, >= 0
        degree days of the year with the project
    load_ratio : ratio, >= 0
        output or load of the year with the project over that of the baseline year

    Returns
    -------
    MWh
        energy that would have been used

    Equation
    --------
    E_adj = E_fixed + E_weather * DD_1 / DD_0 + E_load * x_1 / x_0

    Validity
    --------
    Straight lines; degree days to one base temperature. Changes of the building or site are adjusted by
    hand and recorded.

    Raises
    ------
    BadArgument where the baseline has no degree days.

    Source
    ------
    ITU-T L.1430 (12/2013), energy projects; form as in IPMVP (reading from background).

    Status
    ------
    B-high on the form

    Examples
    --------
    >>> adjusted_baseline_energy_mwh(
    ...     fixed_energy_mwh=100, weather_energy_mwh=200, load_energy_mwh=100, baseline_degree_days=2000,
    ...     project_degree_days=2500, load_ratio=1.5)
    500.0
    """
    weather = weather_energy_mwh * divided(project_degree_days, baseline_degree_days, "baseline_degree_days")
    return fixed_energy_mwh + weather + load_energy_mwh * load_ratio


@method
def project_energy_saving_mwh(
    *, adjusted_baseline_energy_mwh: Quantity, project_energy_mwh: Quantity
) -> Quantity:
    """Energy that a project saves against its adjusted baseline.

    Parameters
    ----------
    adjusted_baseline_energy_mwh : MWh, >= 0
        energy that would have been used
    project_energy_mwh : MWh, >= 0
        energy measured, that of the project's own ICT included

    Returns
    -------
    MWh
        saving; below 0 where more is used

    Equation
    --------
    dE = E_baseline,adjusted - E_project

    Validity
    --------
    Both for the same period and boundary.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013), energy projects.

    Status
    ------
    V on the structure

    Examples
    --------
    >>> project_energy_saving_mwh(adjusted_baseline_energy_mwh=500, project_energy_mwh=430)
    70
    """
    return adjusted_baseline_energy_mwh - project_energy_mwh


@method
def additionality_verdict(
    *, required_by_law: str, faces_barrier: str, common_practice_share: float, common_from_share: float = 0.2
) -> str:
    """Whether a project is additional: beyond the law, and held back by a barrier or by no means common practice.

    Parameters
    ----------
    required_by_law : one of yes, no
        whether a law asks for the project already
    faces_barrier : one of yes, no
        whether money, technique or institutions stand against it
    common_practice_share : share, 0 to 1
        part of like organisations that do it already
    common_from_share : share, 0 to 1
        part from which it is common practice; the programme's own figure goes before

    Defaults
    --------
    common_from_share
        a choice to be replaced by the figure of the programme; background reading, low confidence

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    pass where not required by law and ( a barrier exists or practice < threshold )

    Validity
    --------
    The test and its evidence are recorded with the result. The threshold is a choice.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ISO 14064-2; GHG Protocol for Project Accounting; ITU-T L.1430 (12/2013) (reading from background).

    Status
    ------
    B-high; threshold B-low

    Examples
    --------
    >>> additionality_verdict(required_by_law="no", faces_barrier="no", common_practice_share=0.05)
    'pass'
    """
    beyond_practice = faces_barrier == "yes" or common_practice_share < common_from_share
    return "pass" if required_by_law == "no" and beyond_practice else "fail"
