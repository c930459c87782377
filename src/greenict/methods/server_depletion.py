"""Servers: abiotic depletion of making them, by component. The model is that of `servers`."""

from __future__ import annotations

from greenict.methods.checks import divided
from greenict.methods.constants import component
from greenict.methods.declaration import Quantity, method


@method
def cpu_production_adp_kg(
    *, cores_pieces: Quantity, die_mm2_per_piece: Quantity, cpus_pieces: Quantity = 1.0
) -> Quantity:
    """Abiotic depletion of making processors, by the area of their silicon.

    Parameters
    ----------
    cores_pieces : pieces, > 0
        cores of one processor
    die_mm2_per_piece : mm2/piece, > 0
        silicon of one core
    cpus_pieces : pieces, >= 0
        number of processors

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the processors

    Equation
    --------
    I = n * (cores * A_core * 5.87e-09 + 0.0204)

    Validity
    --------
    Server processors; the silicon of a core depends on the family.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cpu_production_adp_kg(cores_pieces=12, die_mm2_per_piece=24.5), 6)
    0.020402
    """
    die, base = component("cpu", "die"), component("cpu", "base")
    return cpus_pieces * (cores_pieces * die_mm2_per_piece * die.adp_kg + base.adp_kg)


@method
def memory_production_adp_kg(
    *, capacity_gb: Quantity, density_gb_per_cm2: Quantity, modules_pieces: Quantity = 1.0
) -> Quantity:
    """Abiotic depletion of making memory modules, by the area of their silicon.

    Parameters
    ----------
    capacity_gb : GB, >= 0
        capacity of one
    density_gb_per_cm2 : GB/cm2, > 0
        capacity on a square centimetre of silicon
    modules_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the memory modules

    Equation
    --------
    I = n * (C / D * 6.3e-05 + 0.00169)

    Validity
    --------
    The density follows the year of manufacture; take the maker's where it is known.

    Raises
    ------
    BadArgument where the density is 0.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(memory_production_adp_kg(capacity_gb=32, density_gb_per_cm2=1.79), 8)
    0.00281626
    """
    die, base = component("ram", "die"), component("ram", "base")
    area_cm2 = divided(capacity_gb, density_gb_per_cm2, "density_gb_per_cm2")
    return modules_pieces * (area_cm2 * die.adp_kg + base.adp_kg)


@method
def ssd_production_adp_kg(
    *, capacity_gb: Quantity, density_gb_per_cm2: Quantity, modules_pieces: Quantity = 1.0
) -> Quantity:
    """Abiotic depletion of making solid-state disks, by the area of their silicon.

    Parameters
    ----------
    capacity_gb : GB, >= 0
        capacity of one
    density_gb_per_cm2 : GB/cm2, > 0
        capacity on a square centimetre of silicon
    modules_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the solid-state disks

    Equation
    --------
    I = n * (C / D * 6.3e-05 + 0.000563)

    Validity
    --------
    The density follows the year of manufacture; take the maker's where it is known.

    Raises
    ------
    BadArgument where the density is 0.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(ssd_production_adp_kg(capacity_gb=400, density_gb_per_cm2=50.6), 8)
    0.00106102
    """
    die, base = component("ssd", "die"), component("ssd", "base")
    area_cm2 = divided(capacity_gb, density_gb_per_cm2, "density_gb_per_cm2")
    return modules_pieces * (area_cm2 * die.adp_kg + base.adp_kg)


@method
def power_supply_production_adp_kg(
    *, mass_kg_per_piece: Quantity, supplies_pieces: Quantity = 1.0
) -> Quantity:
    """Abiotic depletion of making power supplies, by their mass.

    Parameters
    ----------
    mass_kg_per_piece : kg/piece, >= 0
        mass of one
    supplies_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the power supplies

    Equation
    --------
    I = n * m * 0.0083

    Validity
    --------
    Power supplies of servers.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(power_supply_production_adp_kg(mass_kg_per_piece=3, supplies_pieces=2), 6)
    0.0498
    """
    return supplies_pieces * mass_kg_per_piece * component("power_supply", "weight").adp_kg


@method
def server_part_production_adp_kg(*, part: str, parts_pieces: Quantity = 1.0) -> Quantity:
    """Abiotic depletion of making parts that are counted: hard disks, boards, rack cases, and assembling a server.

    Parameters
    ----------
    part : one of hdd, motherboard, case_rack, assembly
        the part
    parts_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the parts

    Equation
    --------
    I = n * F; F = 0.00025 (hdd), 0.00369 (motherboard), 0.0202 (case_rack), 1.41e-06 (assembly)

    Validity
    --------
    One constant for each part, whatever its size.

    Raises
    ------
    UnknownName where the part is none of the four.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(server_part_production_adp_kg(part="hdd", parts_pieces=2), 8)
    0.0005
    """
    return parts_pieces * component(part).adp_kg


@method
def blade_case_production_adp_kg(*, blades_pieces: Quantity = 1.0, slots_pieces: Quantity = 16.0) -> Quantity:
    """Abiotic depletion of making the cases of blade servers with their part of the enclosure.

    Parameters
    ----------
    blades_pieces : pieces, >= 0
        number of blades
    slots_pieces : pieces, > 0
        blades that the enclosure holds

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing the cases

    Equation
    --------
    I = n * (0.000672 + 0.432 / slots)

    Validity
    --------
    A full enclosure; its constant is that of one with 16 slots.

    Raises
    ------
    BadArgument where the enclosure has no slots.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(blade_case_production_adp_kg(), 6)
    0.027672
    """
    blade, enclosure = component("case_blade", "blade"), component("case_blade", "enclosure_16_slots")
    return blades_pieces * (blade.adp_kg + divided(enclosure.adp_kg, slots_pieces, "slots_pieces"))


@method
def server_production_adp_kg(
    *,
    cpus_pieces: Quantity,
    cores_pieces: Quantity,
    die_mm2_per_piece: Quantity,
    memory_modules_pieces: Quantity,
    memory_capacity_gb: Quantity,
    memory_density_gb_per_cm2: Quantity,
    ssds_pieces: Quantity = 0.0,
    ssd_capacity_gb: Quantity = 0.0,
    ssd_density_gb_per_cm2: Quantity = 50.6,
    hdds_pieces: Quantity = 0.0,
    supplies_pieces: Quantity = 2.0,
    supply_mass_kg_per_piece: Quantity = 2.99,
    case: str = "case_rack",
) -> Quantity:
    """Abiotic depletion of making a whole server, as the sum of its components.

    Parameters
    ----------
    cpus_pieces : pieces, >= 0
        processors
    cores_pieces : pieces, > 0
        cores of one processor
    die_mm2_per_piece : mm2/piece, > 0
        silicon of one core
    memory_modules_pieces : pieces, >= 0
        memory modules
    memory_capacity_gb : GB, >= 0
        capacity of one module
    memory_density_gb_per_cm2 : GB/cm2, > 0
        memory on a square centimetre of silicon
    ssds_pieces : pieces, >= 0
        solid-state disks
    ssd_capacity_gb : GB, >= 0
        capacity of one solid-state disk
    ssd_density_gb_per_cm2 : GB/cm2, > 0
        storage on a square centimetre of silicon
    hdds_pieces : pieces, >= 0
        hard disks
    supplies_pieces : pieces, >= 0
        power supplies
    supply_mass_kg_per_piece : kg/piece, >= 0
        mass of one power supply
    case : one of case_rack, case_blade
        rack server, or blade with a sixteenth of its enclosure

    Returns
    -------
    kg Sb-e
        abiotic depletion of producing one server

    Equation
    --------
    I = I_cpu + I_memory + I_ssd + I_hdd + I_supply + I_motherboard + I_case + I_assembly

    Validity
    --------
    Network cards, graphics processors and transport are outside the model.

    Raises
    ------
    BadArgument where a density is 0.

    Source
    ------
    UBA TEXTE 94/2021 (Green Cloud Computing), constants of its component model as BoaviztAPI 2.4.1 documents them.

    Status
    ------
    V,R

    Examples
    --------
    >>> whole = server_production_adp_kg(
    ...     cpus_pieces=2, cores_pieces=24, die_mm2_per_piece=24.5, memory_modules_pieces=12,
    ...     memory_capacity_gb=32, memory_density_gb_per_cm2=1.79, ssds_pieces=1, ssd_capacity_gb=400)
    >>> round(whole, 6)
    0.149188
    """
    cased = blade_case_production_adp_kg() if case == "case_blade" else component(case).adp_kg
    parts = component("motherboard").adp_kg + component("assembly").adp_kg + cased
    cpus = cpu_production_adp_kg(
        cpus_pieces=cpus_pieces, cores_pieces=cores_pieces, die_mm2_per_piece=die_mm2_per_piece
    )
    memory = memory_production_adp_kg(
        capacity_gb=memory_capacity_gb,
        density_gb_per_cm2=memory_density_gb_per_cm2,
        modules_pieces=memory_modules_pieces,
    )
    ssds = ssd_production_adp_kg(
        capacity_gb=ssd_capacity_gb, density_gb_per_cm2=ssd_density_gb_per_cm2, modules_pieces=ssds_pieces
    )
    hdds = server_part_production_adp_kg(part="hdd", parts_pieces=hdds_pieces)
    supplies = power_supply_production_adp_kg(
        mass_kg_per_piece=supply_mass_kg_per_piece, supplies_pieces=supplies_pieces
    )
    return cpus + memory + ssds + hdds + supplies + parts
