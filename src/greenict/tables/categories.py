"""Impact categories and life-cycle stages.

The stages are those of ITU-T L.1410. The categories are the ones that the shipped factor sets and
profiles know; a factor set may bring more, which are then shown under their own id.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Category:
    """An impact category: its id in tables, its name and the unit of its amounts."""

    id: str
    name: str
    unit: str


CATEGORIES: dict[str, Category] = {
    category.id: category
    for category in (
        Category("climate_change", "Climate change", "kg CO2e"),
        Category("climate_change_market_based", "Climate change, scope 2 by market", "kg CO2e"),
        Category("final_energy", "Final energy", "kWh"),
        Category("primary_energy", "Primary energy", "MJ"),
        Category("water_use", "Water use", "m3"),
        Category("abiotic_depletion", "Abiotic depletion", "kg Sb-e"),
        Category("e_waste", "E-waste", "kg"),
    )
}

STAGES: dict[str, str] = {
    "raw_materials": "Raw materials",
    "production": "Production",
    "use": "Use",
    "end_of_life": "End of life",
}

# Worst last: what a figure rests on, from the user's own measurement to nothing at all.
DATA_CLASSES: dict[str, str] = {
    "measured": "Measured",
    "supplier": "Supplier-specific",
    "generic": "Generic",
    "stand_in": "Stand-in",
    "missing": "Missing",
}
