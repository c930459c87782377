"""Servers: GHG of making them by component, and the power of a processor.

The constants are those of `data/server_components.csv`; `server_resources` has depletion and energy.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.constants import component
from greenict.methods.declaration import Quantity, method


@method
def cpu_production_ghg_kg(
    *, cores_pieces: Quantity, die_mm2_per_piece: Quantity, cpus_pieces: Quantity = 1.0
) -> Quantity:
    """GHG of making processors, by the area of their silicon.

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
    kg CO2e
        GHG of producing the processors

    Equation
    --------
    I = n * (cores * A_core * 0.0197 + 9.14)

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
    >>> round(cpu_production_ghg_kg(cores_pieces=12, die_mm2_per_piece=24.5), 2)
    14.93
    """
    die, base = component("cpu", "die"), component("cpu", "base")
    return cpus_pieces * (cores_pieces * die_mm2_per_piece * die.ghg_kg + base.ghg_kg)


@method
def memory_production_ghg_kg(
    *, capacity_gb: Quantity, density_gb_per_cm2: Quantity, modules_pieces: Quantity = 1.0
) -> Quantity:
    """GHG of making memory modules, by the area of their silicon.

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
    kg CO2e
        GHG of producing the memory modules

    Equation
    --------
    I = n * (C / D * 2.2 + 5.22)

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
    >>> round(memory_production_ghg_kg(capacity_gb=32, density_gb_per_cm2=1.79), 2)
    44.55
    """
    die, base = component("ram", "die"), component("ram", "base")
    area_cm2 = divided(capacity_gb, density_gb_per_cm2, "density_gb_per_cm2")
    return modules_pieces * (area_cm2 * die.ghg_kg + base.ghg_kg)


@method
def ssd_production_ghg_kg(
    *, capacity_gb: Quantity, density_gb_per_cm2: Quantity, modules_pieces: Quantity = 1.0
) -> Quantity:
    """GHG of making solid-state disks, by the area of their silicon.

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
    kg CO2e
        GHG of producing the solid-state disks

    Equation
    --------
    I = n * (C / D * 2.2 + 6.34)

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
    >>> round(ssd_production_ghg_kg(capacity_gb=400, density_gb_per_cm2=50.6), 2)
    23.73
    """
    die, base = component("ssd", "die"), component("ssd", "base")
    area_cm2 = divided(capacity_gb, density_gb_per_cm2, "density_gb_per_cm2")
    return modules_pieces * (area_cm2 * die.ghg_kg + base.ghg_kg)


@method
def power_supply_production_ghg_kg(
    *, mass_kg_per_piece: Quantity, supplies_pieces: Quantity = 1.0
) -> Quantity:
    """GHG of making power supplies, by their mass.

    Parameters
    ----------
    mass_kg_per_piece : kg/piece, >= 0
        mass of one
    supplies_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg CO2e
        GHG of producing the power supplies

    Equation
    --------
    I = n * m * 24.3

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
    >>> round(power_supply_production_ghg_kg(mass_kg_per_piece=3, supplies_pieces=2), 2)
    145.8
    """
    return supplies_pieces * mass_kg_per_piece * component("power_supply", "weight").ghg_kg


@method
def server_part_production_ghg_kg(*, part: str, parts_pieces: Quantity = 1.0) -> Quantity:
    """GHG of making parts that are counted: hard disks, boards, rack cases, and assembling a server.

    Parameters
    ----------
    part : one of hdd, motherboard, case_rack, assembly
        the part
    parts_pieces : pieces, >= 0
        how many there are

    Returns
    -------
    kg CO2e
        GHG of producing the parts

    Equation
    --------
    I = n * F; F = 31.11 (hdd), 66.1 (motherboard), 150 (case_rack), 6.68 (assembly)

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
    >>> round(server_part_production_ghg_kg(part="hdd", parts_pieces=2), 2)
    62.22
    """
    return parts_pieces * component(part).ghg_kg


@method
def blade_case_production_ghg_kg(*, blades_pieces: Quantity = 1.0, slots_pieces: Quantity = 16.0) -> Quantity:
    """GHG of making the cases of blade servers with their part of the enclosure.

    Parameters
    ----------
    blades_pieces : pieces, >= 0
        number of blades
    slots_pieces : pieces, > 0
        blades that the enclosure holds

    Returns
    -------
    kg CO2e
        GHG of producing the cases

    Equation
    --------
    I = n * (30.9 + 880 / slots)

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
    >>> round(blade_case_production_ghg_kg(), 2)
    85.9
    """
    blade, enclosure = component("case_blade", "blade"), component("case_blade", "enclosure_16_slots")
    return blades_pieces * (blade.ghg_kg + divided(enclosure.ghg_kg, slots_pieces, "slots_pieces"))


@method
def server_production_ghg_kg(
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
    """GHG of making a whole server, as the sum of its components.

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
    kg CO2e
        GHG of producing one server

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
    >>> whole = server_production_ghg_kg(
    ...     cpus_pieces=2, cores_pieces=24, die_mm2_per_piece=24.5, memory_modules_pieces=12,
    ...     memory_capacity_gb=32, memory_density_gb_per_cm2=1.79, ssds_pieces=1, ssd_capacity_gb=400)
    >>> round(whole, 2)
    967.87
    """
    cased = blade_case_production_ghg_kg() if case == "case_blade" else component(case).ghg_kg
    parts = component("motherboard").ghg_kg + component("assembly").ghg_kg + cased
    cpus = cpu_production_ghg_kg(
        cpus_pieces=cpus_pieces, cores_pieces=cores_pieces, die_mm2_per_piece=die_mm2_per_piece
    )
    memory = memory_production_ghg_kg(
        capacity_gb=memory_capacity_gb,
        density_gb_per_cm2=memory_density_gb_per_cm2,
        modules_pieces=memory_modules_pieces,
    )
    ssds = ssd_production_ghg_kg(
        capacity_gb=ssd_capacity_gb, density_gb_per_cm2=ssd_density_gb_per_cm2, modules_pieces=ssds_pieces
    )
    hdds = server_part_production_ghg_kg(part="hdd", parts_pieces=hdds_pieces)
    supplies = power_supply_production_ghg_kg(
        mass_kg_per_piece=supply_mass_kg_per_piece, supplies_pieces=supplies_pieces
    )
    return cpus + memory + ssds + hdds + supplies + parts


@method
def cpu_power_w(
    *,
    load_percent: Quantity,
    scale_w: Quantity = 171.1813,
    slope_ratio: Quantity = 0.0354,
    shift_percent: Quantity = 36.8953,
    offset_w: Quantity = -10.1336,
) -> Quantity:
    """Power of a processor at a load, by a logarithmic curve.

    Parameters
    ----------
    load_percent : %, 0 to 100
        load of the processor
    scale_w : W, > 0
        a, height of the curve
    slope_ratio : ratio, > 0
        b, factor in the logarithm
    shift_percent : %, > 0
        c, load added so that idle takes power
    offset_w : W
        d, power added

    Returns
    -------
    W
        electrical power of one processor

    Equation
    --------
    P = a * ln(b * (load + c)) + d

    Validity
    --------
    The defaults are a profile of Xeon Platinum; other families have other constants.

    Raises
    ------
    BadArgument where the logarithm has no value.

    Source
    ------
    BoaviztAPI 2.4.1, consumption profile of a processor, default for Xeon Platinum.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(float(cpu_power_w(load_percent=50)), 2)
    182.22
    """
    inside = slope_ratio * (load_percent + shift_percent)
    require(np.asarray(inside) > 0, "load_percent", load_percent, "give a load whose logarithm exists")
    return scale_w * np.log(inside) + offset_w


@method
def virtual_server_production_ghg_kg(
    *,
    server_production_ghg_kg: Quantity,
    server_memory_ghg_kg: Quantity,
    server_disks_ghg_kg: Quantity,
    virtual_vcpu: Quantity,
    server_vcpu: Quantity,
    virtual_memory_gb: Quantity,
    server_memory_gb: Quantity,
    virtual_disk_gb: Quantity,
    server_disk_gb: Quantity,
) -> Quantity:
    """GHG of production of a server that falls to one virtual server.

    Parameters
    ----------
    server_production_ghg_kg : kg CO2e, >= 0
        the whole server
    server_memory_ghg_kg : kg CO2e, >= 0
        its memory
    server_disks_ghg_kg : kg CO2e, >= 0
        its disks
    virtual_vcpu : vCPU, >= 0
        virtual processors of the virtual server
    server_vcpu : vCPU, > 0
        virtual processors that the server offers
    virtual_memory_gb : GB, >= 0
        memory of the virtual server
    server_memory_gb : GB, > 0
        memory of the server
    virtual_disk_gb : GB, >= 0
        disk of the virtual server
    server_disk_gb : GB, > 0
        disk of the server

    Returns
    -------
    kg CO2e
        part of the virtual server

    Equation
    --------
    I_vm = I_memory * GB_vm / GB + I_disks * GB_vm / GB + (I - I_memory - I_disks) * vCPU_vm / vCPU

    Validity
    --------
    Memory and disks go by capacity, all else by virtual processors; idle capacity falls to nobody here.

    Raises
    ------
    BadArgument where the server offers nothing, or its memory and disks exceed the whole.

    Source
    ------
    BoaviztAPI 2.4.1, allocation of a server to cloud instances.

    Status
    ------
    V

    Examples
    --------
    >>> virtual_server_production_ghg_kg(
    ...     server_production_ghg_kg=1000, server_memory_ghg_kg=400, server_disks_ghg_kg=100, virtual_vcpu=4,
    ...     server_vcpu=40, virtual_memory_gb=16, server_memory_gb=128, virtual_disk_gb=100, server_disk_gb=1000)
    110.0
    """
    rest = server_production_ghg_kg - server_memory_ghg_kg - server_disks_ghg_kg
    require(
        np.asarray(rest) >= 0,
        "server_production_ghg_kg",
        server_production_ghg_kg,
        "give at least its memory and disks",
    )
    memory = divided(server_memory_ghg_kg * virtual_memory_gb, server_memory_gb, "server_memory_gb")
    disks = divided(server_disks_ghg_kg * virtual_disk_gb, server_disk_gb, "server_disk_gb")
    return memory + disks + divided(rest * virtual_vcpu, server_vcpu, "server_vcpu")
