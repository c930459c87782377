"""Materials: what devices hold, what a recovery chain brings back, recoverability and recycled content.

Contents by device ship with their source and status; those read from background say so in the table.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, Series, method

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def contents() -> Mapping[str, Mapping[str, float]]:
    """Return grams of each material by device."""
    found: dict[str, dict[str, float]] = {}
    for row in shipped_rows("device_materials.csv"):
        found.setdefault(row["device"], {})[row["material"]] = float(row["content_g_per_piece"])
    return found


def _of_device(device: str) -> Mapping[str, float]:
    if device not in contents():
        raise UnknownName("device", device, list(contents()), mend=f"choose one of {', '.join(contents())}")
    return contents()[device]


def _content(device: str, material: str) -> float:
    materials = _of_device(device)
    if material not in materials:
        raise UnknownName("material", material, list(materials), mend=f"{device} has {', '.join(materials)}")
    return materials[material]


@method
def device_material_g_per_piece(*, device: str, material: str) -> float:
    """Content of a material in a device.

    Parameters
    ----------
    device : text
        device of the table: smartphone, smartphone_160g_generic, notebook, notebook_ccfl_backlight and others
    material : text
        material of the table, such as gold

    Returns
    -------
    g/piece
        mass of the material in one device

    Equation
    --------
    c = table(device, material)

    Validity
    --------
    Devices of about 2010; contents fall with each generation. The rows of notebook are background reading.

    Raises
    ------
    UnknownName where the table has no such device, or no such material for it.

    Source
    ------
    Oeko-Institut 2012, tables 5 and 25; composition of a generic smartphone in the CE observatory dataset (MIT).

    Status
    ------
    V, B-med for notebook

    Examples
    --------
    >>> device_material_g_per_piece(device="smartphone", material="gold")
    0.03
    """
    return _content(device, material)


@method
def device_composition_g_per_piece(*, device: str) -> float:
    """Mass of all materials that the table knows of a device.

    Parameters
    ----------
    device : text
        device of the table, such as smartphone_160g_generic

    Returns
    -------
    g/piece
        sum of the known materials; the device's mass only where its composition is whole

    Equation
    --------
    m = sum of c over the materials of the device

    Validity
    --------
    Only smartphone_160g_generic has a whole composition.

    Raises
    ------
    UnknownName where the table has no such device.

    Source
    ------
    Oeko-Institut 2012, tables 5 and 25; composition of a generic smartphone in the CE observatory dataset (MIT).

    Status
    ------
    V, B-med for notebook

    Examples
    --------
    >>> round(device_composition_g_per_piece(device="smartphone_160g_generic"), 1)
    160.0
    """
    return float(sum(_of_device(device).values()))


@method
def material_in_waste_kg(*, discarded_pieces: Quantity, content_g_per_piece: Quantity) -> Quantity:
    """Stock of a material in discarded equipment.

    Parameters
    ----------
    discarded_pieces : pieces, >= 0
        equipment discarded
    content_g_per_piece : g/piece, >= 0
        material in a piece

    Returns
    -------
    kg
        material in the waste

    Equation
    --------
    m = n * c / 1000

    Validity
    --------
    The content is that of the years of sale, not of today.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Arithmetic with the contents of Oeko-Institut 2012.

    Status
    ------
    D

    Examples
    --------
    >>> material_in_waste_kg(discarded_pieces=1000000, content_g_per_piece=0.03)
    30.0
    """
    return discarded_pieces * content_g_per_piece / 1000


@method
def recovery_chain_share(
    *, collected_share: Quantity, pretreatment_share: Quantity, metallurgical_share: Quantity
) -> Quantity:
    """Part of a material in waste that the whole chain of recovery brings back.

    Parameters
    ----------
    collected_share : share, 0 to 1
        part of the equipment that is collected
    pretreatment_share : share, 0 to 1
        part of the material that dismantling and sorting send to the right process
    metallurgical_share : share, 0 to 1
        yield of that process

    Returns
    -------
    share
        part that is recovered

    Equation
    --------
    r = collection * pre-treatment * metallurgy

    Validity
    --------
    One material and route; the weakest link decides.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Recovery chain of metals from e-waste; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(recovery_chain_share(collected_share=0.5, pretreatment_share=0.6, metallurgical_share=0.95), 6)
    0.285
    """
    return collected_share * pretreatment_share * metallurgical_share


@method
def recovered_material_kg(
    *,
    discarded_pieces: Quantity,
    content_g_per_piece: Quantity,
    collected_share: Quantity = 1.0,
    pretreatment_share: Quantity = 1.0,
    metallurgical_share: Quantity = 1.0,
) -> Quantity:
    """Material that the chain of recovery brings back from discarded equipment.

    Parameters
    ----------
    discarded_pieces : pieces, >= 0
        equipment discarded
    content_g_per_piece : g/piece, >= 0
        material in a piece
    collected_share : share, 0 to 1
        part of the equipment that is collected
    pretreatment_share : share, 0 to 1
        part of the material that dismantling and sorting send to the right process
    metallurgical_share : share, 0 to 1
        yield of that process

    Returns
    -------
    kg
        recovered material

    Equation
    --------
    m = n * c / 1000 * collection * pre-treatment * metallurgy

    Validity
    --------
    A share that is not given counts as 1: the most that could be recovered.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Recovery chain of metals from e-waste; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(recovered_material_kg(
    ...     discarded_pieces=1000000, content_g_per_piece=0.03, collected_share=0.5, pretreatment_share=0.6,
    ...     metallurgical_share=0.95), 6)
    8.55
    """
    stock = material_in_waste_kg(discarded_pieces=discarded_pieces, content_g_per_piece=content_g_per_piece)
    return stock * recovery_chain_share(
        collected_share=collected_share,
        pretreatment_share=pretreatment_share,
        metallurgical_share=metallurgical_share,
    )


@method
def recovered_from_device_kg(
    *,
    device: str,
    material: str,
    discarded_pieces: Quantity,
    collected_share: Quantity = 1.0,
    pretreatment_share: Quantity = 1.0,
    metallurgical_share: Quantity = 1.0,
) -> Quantity:
    """Material that comes back from discarded devices of the table.

    Parameters
    ----------
    device : text
        device of the table, such as smartphone
    material : text
        material of the table, such as gold
    discarded_pieces : pieces, >= 0
        devices discarded
    collected_share : share, 0 to 1
        part of the devices that is collected
    pretreatment_share : share, 0 to 1
        part of the material that dismantling and sorting send to the right process
    metallurgical_share : share, 0 to 1
        yield of that process

    Returns
    -------
    kg
        recovered material

    Equation
    --------
    m = n * table(device, material) / 1000 * collection * pre-treatment * metallurgy

    Validity
    --------
    As device_material_g_per_piece and recovered_material_kg.

    Raises
    ------
    UnknownName where the table has no such device, or no such material for it.

    Source
    ------
    Oeko-Institut 2012, tables 5 and 25; composition of a generic smartphone in the CE observatory dataset (MIT).

    Status
    ------
    D, B-med for notebook

    Examples
    --------
    >>> round(recovered_from_device_kg(device="smartphone", material="gold", discarded_pieces=1000000), 6)
    30.0
    """
    return recovered_material_kg(
        discarded_pieces=discarded_pieces,
        content_g_per_piece=_content(device, material),
        collected_share=collected_share,
        pretreatment_share=pretreatment_share,
        metallurgical_share=metallurgical_share,
    )


@method
def recoverability_share(
    *, part_mass_g: Series, part_recycling_share: Series, part_energy_share: Series
) -> float:
    """Recoverability rate of a product: recycling and energy recovery, from its parts.

    Parameters
    ----------
    part_mass_g : list of g, >= 0
        mass of each part
    part_recycling_share : list of share, 0 to 1
        recycling rate of each part in its scenario
    part_energy_share : list of share, 0 to 1
        part of each part that is burnt with recovery of energy

    Returns
    -------
    share
        recoverable part of the mass

    Equation
    --------
    R = sum_i m_i * (RCR_i + ERR_i) / sum_i m_i

    Validity
    --------
    One end-of-life scenario; recyclability_share leaves energy out.

    Raises
    ------
    BadArgument where the lists differ in length, the two rates of a part exceed 1, or the mass is 0.

    Source
    ------
    IEC TR 62635 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(recoverability_share(part_mass_g=[100, 60], part_recycling_share=[0.9, 0.1], part_energy_share=[0, 0.8]), 6)
    0.9
    """
    require_same_length(part_mass_g, part_recycling_share, "part_mass_g", "part_recycling_share")
    require_same_length(part_mass_g, part_energy_share, "part_mass_g", "part_energy_share")
    masses = np.asarray(part_mass_g, dtype=float)
    rates = np.asarray(part_recycling_share, dtype=float) + np.asarray(part_energy_share, dtype=float)
    require(
        rates <= 1 + 1e-12, "part_energy_share", part_energy_share, "with part_recycling_share it exceeds 1"
    )
    return divided(float(np.dot(masses, rates)), float(np.sum(masses)), "part_mass_g")


@method
def recycled_content_of_parts_share(*, part_mass_g: Series, part_recycled_share: Series) -> float:
    """Recycled content of a product, from its parts.

    Parameters
    ----------
    part_mass_g : list of g, >= 0
        mass of each part
    part_recycled_share : list of share, 0 to 1
        recycled content of each part

    Returns
    -------
    share
        recycled part of the mass

    Equation
    --------
    c = sum_i m_i * c_i / sum_i m_i

    Validity
    --------
    By mass. A part without a figure is not 0: give its range and vary it.

    Raises
    ------
    BadArgument where the lists differ in length or the mass is 0.

    Source
    ------
    EN 45557 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> recycled_content_of_parts_share(part_mass_g=[100, 60], part_recycled_share=[0.5, 0.1])
    0.35
    """
    require_same_length(part_mass_g, part_recycled_share, "part_mass_g", "part_recycled_share")
    masses = np.asarray(part_mass_g, dtype=float)
    recycled = float(np.dot(masses, np.asarray(part_recycled_share, dtype=float)))
    return divided(recycled, float(np.sum(masses)), "part_mass_g")
