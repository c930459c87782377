"""The Environmental Footprint: categories normalised and weighted to points, and the circular formula."""

from __future__ import annotations

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import divided, require
from greenict.methods.constants import FootprintCategory, footprint_categories
from greenict.methods.declaration import Quantity, Table, method


@method
def climate_single_score_points(
    *,
    climate_ghg_kg: Quantity,
    normalisation_ghg_kg_per_person: Quantity = 7553.08316285117,
    weight_share: Quantity = 0.2106,
) -> Quantity:
    """Points of climate change in the Environmental Footprint.

    Parameters
    ----------
    climate_ghg_kg : kg CO2e
        climate change of the product
    normalisation_ghg_kg_per_person : kg CO2e/person, > 0
        climate change of one person in the reference year
    weight_share : share, 0 to 1
        weight of climate change among the categories

    Returns
    -------
    Pt
        normalised and weighted climate change

    Equation
    --------
    S = w * I / NF

    Validity
    --------
    Factors of EF 3.1; a set without the toxicity categories has other weights.

    Raises
    ------
    BadArgument where the normalisation is 0.

    Source
    ------
    European Commission, Joint Research Centre, Environmental Footprint 3.1: normalisation and weighting factors.

    Status
    ------
    D

    Examples
    --------
    >>> round(climate_single_score_points(climate_ghg_kg=181), 8)
    0.00504676
    """
    normalised = divided(climate_ghg_kg, normalisation_ghg_kg_per_person, "normalisation_ghg_kg_per_person")
    return weight_share * normalised


@method
def environmental_footprint_points(*, impact_amount: Table, toxicity: str = "included") -> float:
    """Single score of the Environmental Footprint over the categories given.

    Parameters
    ----------
    impact_amount : table of own unit
        amount by category of EF 3.1, each in the category's own unit, such as "Climate change" in kg CO2e
    toxicity : one of included, excluded
        whether the three toxicity categories count; without them the other weights are scaled to 1

    Returns
    -------
    Pt
        sum of the normalised and weighted categories

    Equation
    --------
    S = sum_c w_c * I_c / NF_c

    Validity
    --------
    A category that is not given adds nothing: say which were left out.

    Raises
    ------
    UnknownName where a category is none of the 16.

    Source
    ------
    European Commission, Joint Research Centre, Environmental Footprint 3.1; nine of the 16 weights from background.

    Status
    ------
    B-high for nine weights, else V

    Examples
    --------
    >>> score = environmental_footprint_points(impact_amount={"Climate change": 181, "Water use": 100})
    >>> round(score, 6)
    0.005789
    """
    categories = footprint_categories()
    counted = {name: each for name, each in categories.items() if toxicity == "included" or "tox" not in name}
    for name in impact_amount:
        if name not in categories:
            raise UnknownName("category of impact_amount", name, list(categories))
    weight_sum = sum(each.weight_share for each in counted.values())
    points = [
        counted[name].weight_share / weight_sum * amount / counted[name].normalisation_amount_per_person
        for name, amount in impact_amount.items()
        if name in counted
    ]
    return float(np.sum(points))


@method
def circular_material_ghg_kg(
    *,
    virgin_ghg_kg: Quantity,
    recycled_ghg_kg: Quantity,
    recycling_ghg_kg: Quantity,
    avoided_ghg_kg: Quantity,
    disposal_ghg_kg: Quantity,
    recycled_content_share: Quantity,
    recycled_end_share: Quantity,
    energy_recovery_share: Quantity = 0.0,
    allocation_ratio: Quantity = 0.5,
    quality_in_ratio: Quantity = 1.0,
    quality_out_ratio: Quantity = 1.0,
) -> Quantity:
    """GHG of a material in the circular footprint formula, its material part and disposal.

    Parameters
    ----------
    virgin_ghg_kg : kg CO2e
        acquisition of the material as virgin (Ev)
    recycled_ghg_kg : kg CO2e
        acquisition of the material as recycled (Erec)
    recycling_ghg_kg : kg CO2e
        recycling at the end of life (ErecEoL)
    avoided_ghg_kg : kg CO2e
        virgin material that is replaced at the end (Ev*)
    disposal_ghg_kg : kg CO2e
        disposal of what is not recovered (Ed)
    recycled_content_share : share, 0 to 1
        recycled part of what goes in (R1)
    recycled_end_share : share, 0 to 1
        part recycled at the end (R2)
    energy_recovery_share : share, 0 to 1
        part burnt with recovery of energy (R3)
    allocation_ratio : ratio, 0 to 1
        A: 0.2 metals, glass and paper, 0.5 most plastics, 0.8 textiles
    quality_in_ratio : ratio, 0 to 1
        quality of the recycled over the virgin material that goes in
    quality_out_ratio : ratio, 0 to 1
        quality of the recycled over the virgin material that comes out

    Returns
    -------
    kg CO2e
        material and disposal; below 0 where the credit exceeds the burden

    Equation
    --------
    I = (1 - R1) * Ev + R1 * (A * Erec + (1 - A) * Ev * Qin) + (1 - A) * R2 * (ErecEoL - Ev* * Qout) + (1 -
    R2 - R3) * Ed

    Validity
    --------
    The credits of energy recovery are apart. A credit is not netted in the headline of an L.1410 result.

    Raises
    ------
    BadArgument where the parts recovered exceed 1 together.

    Source
    ------
    European Commission, Product Environmental Footprint, circular footprint formula (reading from
    background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(float(circular_material_ghg_kg(
    ...     virgin_ghg_kg=10, recycled_ghg_kg=4, recycling_ghg_kg=3, avoided_ghg_kg=10, disposal_ghg_kg=1,
    ...     recycled_content_share=0.5, recycled_end_share=0.5, allocation_ratio=0.5)), 6)
    7.25
    """
    left_share = 1 - recycled_end_share - energy_recovery_share
    require(
        np.asarray(left_share) >= -1e-12,
        "recycled_end_share",
        recycled_end_share,
        "with energy_recovery_share it exceeds 1",
    )
    others = 1 - allocation_ratio
    recycled = allocation_ratio * recycled_ghg_kg + others * virgin_ghg_kg * quality_in_ratio
    virgin_part = (1 - recycled_content_share) * virgin_ghg_kg + recycled_content_share * recycled
    end_part = others * recycled_end_share * (recycling_ghg_kg - avoided_ghg_kg * quality_out_ratio)
    return virgin_part + end_part + left_share * disposal_ghg_kg


ALLOCATIONS = {"cut-off": 1.0, "end-of-life": 0.0, "50/50": 0.5}


@method
def circular_footprint_ghg_kg(
    *,
    virgin_ghg_kg: Quantity,
    recycled_ghg_kg: Quantity,
    recycling_ghg_kg: Quantity,
    avoided_ghg_kg: Quantity,
    disposal_ghg_kg: Quantity,
    recycled_content_share: Quantity,
    recycled_end_share: Quantity,
    form: str = "circular",
    allocation_ratio: Quantity = 0.5,
    quality_in_ratio: Quantity = 1.0,
    quality_out_ratio: Quantity = 1.0,
    energy_recovery_share: Quantity = 0.0,
    energy_allocation_ratio: Quantity = 0.0,
    recovery_ghg_kg: Quantity = 0.0,
    heating_value_mj: Quantity = 0.0,
    heat_efficiency_ratio: Quantity = 0.0,
    heat_ghg_kg_per_mj: Quantity = 0.0,
    electricity_efficiency_ratio: Quantity = 0.0,
    electricity_ghg_kg_per_mj: Quantity = 0.0,
) -> Quantity:
    """GHG of a material in the circular footprint formula: material, energy recovery and disposal.

    Parameters
    ----------
    virgin_ghg_kg : kg CO2e
        acquisition of the material as virgin (Ev)
    recycled_ghg_kg : kg CO2e
        acquisition of the material as recycled (Erec)
    recycling_ghg_kg : kg CO2e
        recycling at the end of life (ErecEoL)
    avoided_ghg_kg : kg CO2e
        virgin material that is replaced at the end (Ev*)
    disposal_ghg_kg : kg CO2e
        disposal of what is not recovered (Ed)
    recycled_content_share : share, 0 to 1
        recycled part of what goes in (R1)
    recycled_end_share : share, 0 to 1
        part recycled at the end (R2)
    form : one of circular, cut-off, end-of-life, 50/50
        circular takes allocation_ratio as A; cut-off sets A to 1, end-of-life to 0, 50/50 to 0.5
    allocation_ratio : ratio, 0 to 1
        A of the circular form: 0.2 metals, glass and paper, 0.5 most plastics, 0.8 textiles
    quality_in_ratio : ratio, 0 to 1
        quality of the recycled over the virgin material that goes in (Qs_in/Qp)
    quality_out_ratio : ratio, 0 to 1
        quality of the recycled over the virgin material that comes out (Qs_out/Qp)
    energy_recovery_share : share, 0 to 1
        part burnt with recovery of energy (R3)
    energy_allocation_ratio : ratio, 0 to 1
        B, the part of the energy recovery that the user of the energy carries
    recovery_ghg_kg : kg CO2e
        the burning itself (Eer)
    heating_value_mj : MJ, >= 0
        lower heating value of the material (LHV)
    heat_efficiency_ratio : ratio, 0 to 1
        part of the heating value that becomes heat
    heat_ghg_kg_per_mj : kg CO2e/MJ, >= 0
        heat that is replaced (Ese_heat)
    electricity_efficiency_ratio : ratio, 0 to 1
        part of the heating value that becomes electricity
    electricity_ghg_kg_per_mj : kg CO2e/MJ, >= 0
        electricity that is replaced (Ese_el)

    Returns
    -------
    kg CO2e
        material, energy recovery and disposal; below 0 where the credits exceed the burdens

    Equation
    --------
    material = (1 - R1) * Ev + R1 * (A * Erec + (1 - A) * Ev * Qin) + (1 - A) * R2 * (ErecEoL - Ev* * Qout)
    energy = (1 - B) * R3 * (Eer - LHV * eta_heat * Ese_heat - LHV * eta_el * Ese_el)
    disposal = (1 - R2 - R3) * Ed; I = material + energy + disposal

    Validity
    --------
    All amounts for the same mass of material. Credits are not netted in the headline of an L.1410 result.

    Raises
    ------
    BadArgument where the parts recovered, or the two efficiencies, exceed 1 together.

    Source
    ------
    European Commission, Product Environmental Footprint, circular footprint formula; the three simple forms are its
    values of A at the ends and in the middle (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(float(circular_footprint_ghg_kg(
    ...     virgin_ghg_kg=10, recycled_ghg_kg=4, recycling_ghg_kg=3, avoided_ghg_kg=10, disposal_ghg_kg=1,
    ...     recycled_content_share=0.5, recycled_end_share=0.5, form="cut-off")), 6)
    7.5
    """
    efficiency = heat_efficiency_ratio + electricity_efficiency_ratio
    require(
        np.asarray(efficiency) <= 1 + 1e-12,
        "heat_efficiency_ratio",
        heat_efficiency_ratio,
        "with electricity_efficiency_ratio it exceeds 1",
    )
    material_and_disposal = circular_material_ghg_kg(
        virgin_ghg_kg=virgin_ghg_kg,
        recycled_ghg_kg=recycled_ghg_kg,
        recycling_ghg_kg=recycling_ghg_kg,
        avoided_ghg_kg=avoided_ghg_kg,
        disposal_ghg_kg=disposal_ghg_kg,
        recycled_content_share=recycled_content_share,
        recycled_end_share=recycled_end_share,
        energy_recovery_share=energy_recovery_share,
        allocation_ratio=ALLOCATIONS.get(form, allocation_ratio),
        quality_in_ratio=quality_in_ratio,
        quality_out_ratio=quality_out_ratio,
    )
    heat = heating_value_mj * heat_efficiency_ratio * heat_ghg_kg_per_mj
    electricity = heating_value_mj * electricity_efficiency_ratio * electricity_ghg_kg_per_mj
    burnt_share = (1 - energy_allocation_ratio) * energy_recovery_share
    return material_and_disposal + burnt_share * (recovery_ghg_kg - heat - electricity)


@method
def normalised_impact_persons(*, category: str, impact_amount: Quantity) -> Quantity:
    """An impact as the yearly impact of so many persons in the world.

    Parameters
    ----------
    category : text
        category of EF 3.1, such as Climate change
    impact_amount : own unit
        impact in the unit of the category, such as kg CO2e

    Returns
    -------
    persons
        persons whose yearly impact it equals

    Equation
    --------
    N = I_c / NF_c

    Validity
    --------
    Global normalisation factors of EF 3.1, for one person and year.

    Raises
    ------
    UnknownName where the category is none of the 16.

    Source
    ------
    European Commission, Joint Research Centre, Environmental Footprint 3.1: normalisation factors.

    Status
    ------
    V

    Examples
    --------
    >>> round(normalised_impact_persons(category="Climate change", impact_amount=181), 6)
    0.023964
    """
    return impact_amount / _category(category).normalisation_amount_per_person


@method
def weighted_impact_points(*, category: str, impact_amount: Quantity) -> Quantity:
    """Points of one category in the Environmental Footprint.

    Parameters
    ----------
    category : text
        category of EF 3.1, such as Water use
    impact_amount : own unit
        impact in the unit of the category

    Returns
    -------
    Pt
        normalised and weighted impact

    Equation
    --------
    S_c = w_c * I_c / NF_c

    Validity
    --------
    Weights of all 16 categories; without the toxicity categories use environmental_footprint_points.

    Raises
    ------
    UnknownName where the category is none of the 16.

    Source
    ------
    European Commission, Joint Research Centre, Environmental Footprint 3.1; nine of the 16 weights are background reading.

    Status
    ------
    B-high for nine weights, else V

    Examples
    --------
    >>> round(weighted_impact_points(category="Climate change", impact_amount=181), 8)
    0.00504676
    """
    found = _category(category)
    return found.weight_share * impact_amount / found.normalisation_amount_per_person


def _category(name: str) -> FootprintCategory:
    categories = footprint_categories()
    if name not in categories:
        raise UnknownName("category", name, list(categories), mend=f"choose one of {', '.join(categories)}")
    return categories[name]
