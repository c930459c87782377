"""Goods: the whole life by stage, power modes, and a life shared with a second user.

The stages are those of Recommendation ITU-T L.1410: raw materials, production, use and end of life, with
transport inside each. Credits for recycling stay apart: `greenict.methods.footprint` has them.
"""

from __future__ import annotations

from greenict.errors import UnknownName
from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.electricity import energy_by_modes_kwh_per_year

STAGES = ("raw_materials", "production", "use", "end_of_life")


@method
def life_cycle_ghg_kg(
    *,
    raw_material_ghg_kg: Quantity,
    production_ghg_kg: Quantity,
    use_ghg_kg: Quantity,
    end_of_life_ghg_kg: Quantity,
) -> Quantity:
    """GHG of a good over its life, the sum of the four stages of L.1410.

    Parameters
    ----------
    raw_material_ghg_kg : kg CO2e, >= 0
        raw materials: extraction and processing
    production_ghg_kg : kg CO2e, >= 0
        production: parts, assembly, the maker's support activities
    use_ghg_kg : kg CO2e, >= 0
        use: energy of the good and of what supports it
    end_of_life_ghg_kg : kg CO2e, >= 0
        end of life: preparation for re-use, treatment, without credits

    Returns
    -------
    kg CO2e
        life-cycle GHG of the good

    Equation
    --------
    I = I_raw + I_production + I_use + I_end_of_life

    Validity
    --------
    Transport lies inside each stage. A stage that was not assessed is no zero: give its range.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), life-cycle stages; that credits stay out of the headline is background reading.

    Status
    ------
    B-high

    Examples
    --------
    >>> life_cycle_ghg_kg(raw_material_ghg_kg=30, production_ghg_kg=150, use_ghg_kg=60, end_of_life_ghg_kg=2)
    242
    """
    return raw_material_ghg_kg + production_ghg_kg + use_ghg_kg + end_of_life_ghg_kg


@method
def life_cycle_stage_percent(*, stage_ghg_kg: Table, stage: str) -> float:
    """Part of one stage in the life cycle of a good.

    Parameters
    ----------
    stage_ghg_kg : table of kg CO2e, >= 0
        GHG of each stage: raw_materials, production, use, end_of_life
    stage : one of raw_materials, production, use, end_of_life
        stage asked for

    Returns
    -------
    %
        part of the stage in the total

    Equation
    --------
    p = 100 * I_stage / (I_raw + I_production + I_use + I_end_of_life)

    Validity
    --------
    All four stages are given, so that the parts of two goods can be compared.

    Raises
    ------
    UnknownName for a stage of another name; BadArgument where a stage is missing or all are 0.

    Source
    ------
    ITU-T L.1410 (11/2024), reporting by stage (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> life_cycle_stage_percent(stage_ghg_kg={"raw_materials": 30, "production": 150, "use": 60, "end_of_life": 0}, stage="use")
    25.0
    """
    for name in stage_ghg_kg:
        if name not in STAGES:
            raise UnknownName("stage of stage_ghg_kg", name, STAGES, mend=f"stages are {', '.join(STAGES)}")
    missing = [name for name in STAGES if name not in stage_ghg_kg]
    require(not missing, "stage_ghg_kg", stage_ghg_kg, f"give the missing stages too: {', '.join(missing)}")
    return divided(100 * stage_ghg_kg[stage], sum(stage_ghg_kg.values()), "stage_ghg_kg")


@method
def power_modes_use_ghg_kg(
    *,
    mode_power_w: Series,
    mode_hours_per_year: Series,
    lifetime_years: float,
    grid_ghg_kg_per_kwh: float,
    pue_ratio: float = 1.0,
) -> float:
    """GHG of the use stage of a good, from its power modes.

    Parameters
    ----------
    mode_power_w : list of W, >= 0
        power in each mode, such as active, idle and standby
    mode_hours_per_year : list of h/yr, 0 to 8784
        hours in each mode in a year
    lifetime_years : yr, > 0
        years in use
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        life-cycle factor of the electricity
    pue_ratio : ratio, >= 1
        power usage effectiveness of the place; 1 outside a data centre

    Returns
    -------
    kg CO2e
        GHG of the electricity over the life

    Equation
    --------
    I_use = sum_mode P * h / 1000 * L * PUE * EF

    Validity
    --------
    The modes of a year take 8,784 hours at most together; hours not given are hours switched off.

    Raises
    ------
    BadArgument where the lists differ in length or the hours exceed a year.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(power_modes_use_ghg_kg(
    ...     mode_power_w=[30, 1], mode_hours_per_year=[2000, 6760], lifetime_years=4, grid_ghg_kg_per_kwh=0.5), 2)
    133.52
    """
    energy = energy_by_modes_kwh_per_year(mode_power_w=mode_power_w, mode_hours_per_year=mode_hours_per_year)
    return energy * lifetime_years * pue_ratio * grid_ghg_kg_per_kwh


@method
def embodied_of_one_life_ghg_kg(
    *, embodied_ghg_kg: Quantity, own_life_years: Quantity, other_lives_years: Quantity
) -> Quantity:
    """Embodied GHG that one of several users of the same good carries.

    Parameters
    ----------
    embodied_ghg_kg : kg CO2e, >= 0
        all shared stages of the good: raw materials, production, end of life
    own_life_years : yr, > 0
        years with this user
    other_lives_years : yr, >= 0
        years with the users before and after

    Returns
    -------
    kg CO2e
        embodied GHG of this user

    Equation
    --------
    I_own = I_embodied * L_own / (L_own + L_others)

    Validity
    --------
    Allocation by time. What refurbishment adds belongs to the life that follows it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), re-use: each life has its own use stage and a part of the shared stages (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> embodied_of_one_life_ghg_kg(embodied_ghg_kg=200, own_life_years=3, other_lives_years=2)
    120.0
    """
    return embodied_ghg_kg * divided(own_life_years, own_life_years + other_lives_years, "own_life_years")
