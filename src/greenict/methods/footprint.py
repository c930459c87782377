"""The Environmental Footprint: categories normalised and weighted to points."""

from __future__ import annotations

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import divided
from greenict.methods.constants import footprint_categories
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
def environmental_footprint_points(*, impact_amount: Table) -> float:
    """Single score of the Environmental Footprint over the categories given.

    Parameters
    ----------
    impact_amount : table of own unit
        amount by category of EF 3.1, each in the category's own unit, such as "Climate change" in kg CO2e

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
    for name in impact_amount:
        if name not in categories:
            raise UnknownName("category of impact_amount", name, list(categories))
    points = [
        categories[name].weight_share * amount / categories[name].normalisation_amount_per_person
        for name, amount in impact_amount.items()
    ]
    return float(np.sum(points))
