"""E-waste: placed on the market, collection rates, and gaps in the data."""

from __future__ import annotations

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, Series, Table, method


@method
def placed_on_market_t(*, produced_t: Quantity, imported_t: Quantity, exported_t: Quantity) -> Quantity:
    """Mass placed on the market of a country, from production and trade.

    Parameters
    ----------
    produced_t : t, >= 0
        domestic production
    imported_t : t, >= 0
        imports
    exported_t : t, >= 0
        exports

    Returns
    -------
    t
        placed on the market

    Equation
    --------
    POM = production + imports - exports

    Validity
    --------
    One product key and year; exports beyond supply point to bad data and are refused.

    Raises
    ------
    BadArgument where exports exceed production and imports.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023.

    Status
    ------
    V

    Examples
    --------
    >>> placed_on_market_t(produced_t=100, imported_t=500, exported_t=150)
    450
    """
    placed = produced_t + imported_t - exported_t
    require(np.asarray(placed) >= 0, "exported_t", exported_t, "give at most production and imports")
    return placed


@method
def mass_of_pieces_t(*, sold_pieces: Quantity, mean_mass_kg_per_piece: Quantity) -> Quantity:
    """Mass of pieces, from their mean weight.

    Parameters
    ----------
    sold_pieces : pieces, >= 0
        pieces
    mean_mass_kg_per_piece : kg/piece, >= 0
        mean weight of the key in the year, without packaging and batteries

    Returns
    -------
    t
        mass of the pieces

    Equation
    --------
    m = n * w / 1000

    Validity
    --------
    The weight is that of the year of sale.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; Implementing Regulation (EU)
    2017/699.

    Status
    ------
    V

    Examples
    --------
    >>> mass_of_pieces_t(sold_pieces=1000000, mean_mass_kg_per_piece=0.09)
    90.0
    """
    return sold_pieces * mean_mass_kg_per_piece / 1000


@method
def collection_rate_percent(*, collected_t: Quantity, generated_t: Quantity) -> Quantity:
    """Collection rate: collected for each unit of e-waste generated.

    Parameters
    ----------
    collected_t : t, >= 0
        collected and documented
    generated_t : t, > 0
        e-waste generated in the same year

    Returns
    -------
    %
        part of the e-waste that is collected

    Equation
    --------
    r = 100 * collected / WG

    Validity
    --------
    Of one year and one place; more than 100 % is possible where old stocks are cleared. Also per
    inhabitant, both alike.

    Raises
    ------
    BadArgument where no e-waste is generated.

    Source
    ------
    Global E-waste Monitor 2024; Directive 2012/19/EU, article 7, second form (target 85 %).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(collection_rate_percent(collected_t=7.5, generated_t=17.6), 2)
    42.61
    """
    return divided(100 * collected_t, generated_t, "generated_t")


@method
def collection_of_placed_percent(*, collected_t: float, placed_before_t: Series) -> float:
    """Collection rate of the Union: collected for each unit placed on the market in the three years before.

    Parameters
    ----------
    collected_t : t, >= 0
        collected in the year
    placed_before_t : list of t, >= 0
        placed on the market in each of the three years before

    Returns
    -------
    %
        collected, in per cent of the mean of three years; the target is 65

    Equation
    --------
    r = 100 * collected / mean(POM of three years before)

    Validity
    --------
    Exactly three years.

    Raises
    ------
    BadArgument where there are not three years or all are 0.

    Source
    ------
    Directive 2012/19/EU, article 7 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> collection_of_placed_percent(collected_t=390000, placed_before_t=[580000, 600000, 620000])
    65.0
    """
    require(
        len(placed_before_t) == 3,
        "placed_before_t",
        placed_before_t,
        "give the three years before, three numbers",
    )
    return divided(100 * collected_t, float(np.mean(placed_before_t)), "placed_before_t")


@method
def collection_target_verdict(*, collected_t: float, placed_before_t: Series, generated_t: float) -> str:
    """Whether collection meets the target of the Union, by either of its two forms.

    Parameters
    ----------
    collected_t : t, >= 0
        collected in the year
    placed_before_t : list of t, >= 0
        placed on the market in each of the three years before
    generated_t : t, > 0
        e-waste generated in the year

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    pass where collected >= 0.65 * mean(POM of three years before) or collected >= 0.85 * WG

    Validity
    --------
    A country chooses one form; here either is enough.

    Raises
    ------
    BadArgument where there are not three years or all are 0.

    Source
    ------
    Directive 2012/19/EU, article 7 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> collection_target_verdict(collected_t=390000, placed_before_t=[580000, 600000, 620000], generated_t=500000)
    'pass'
    """
    of_placed = collection_of_placed_percent(collected_t=collected_t, placed_before_t=placed_before_t)
    of_generated = collection_rate_percent(collected_t=collected_t, generated_t=generated_t)
    return "pass" if of_placed >= 65 or of_generated >= 85 else "fail"


@method
def waste_kg_per_person(*, generated_t: Quantity, population_persons: Quantity) -> Quantity:
    """E-waste for each inhabitant.

    Parameters
    ----------
    generated_t : t, >= 0
        e-waste generated, or collected
    population_persons : persons, > 0
        inhabitants in the same year

    Returns
    -------
    kg/person
        e-waste of one inhabitant

    Equation
    --------
    w = 1000 * WG / population

    Validity
    --------
    Of one year and one place.

    Raises
    ------
    BadArgument where nobody lives there.

    Source
    ------
    Global E-waste Monitor 2024.

    Status
    ------
    V

    Examples
    --------
    >>> waste_kg_per_person(generated_t=62000000, population_persons=8000000000)
    7.75
    """
    return divided(1000 * generated_t, population_persons, "population_persons")


@method
def population_of_waste_persons(*, generated_t: Quantity, waste_kg_per_person: Quantity) -> Quantity:
    """Inhabitants that a total and a figure for each inhabitant imply: a check of published figures.

    Parameters
    ----------
    generated_t : t, >= 0
        e-waste generated
    waste_kg_per_person : kg/person, > 0
        e-waste of one inhabitant

    Returns
    -------
    persons
        inhabitants implied

    Equation
    --------
    population = 1000 * WG / w

    Validity
    --------
    A check, as exact as the rounding of its inputs.

    Raises
    ------
    BadArgument where the figure for each inhabitant is 0.

    Source
    ------
    Global E-waste Monitor 2024; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> population_of_waste_persons(generated_t=15500, waste_kg_per_person=7.75)
    2000000.0
    """
    return divided(1000 * generated_t, waste_kg_per_person, "waste_kg_per_person")


@method
def waste_of_categories_mt(*, category_mt: Table) -> float:
    """E-waste of all categories together.

    Parameters
    ----------
    category_mt : table of Mt, >= 0
        e-waste by category

    Returns
    -------
    Mt
        sum of the categories

    Equation
    --------
    WG = sum_c WG_c

    Validity
    --------
    Each category once.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Global E-waste Monitor 2020, its six categories; arithmetic.

    Status
    ------
    V,R

    Examples
    --------
    >>> waste_of_categories_mt(category_mt={"small": 17.5, "large": 13.0})
    30.5
    """
    return float(sum(category_mt.values()))


@method
def cluster_split_t(*, cluster_t: float, placed_t: Table, unu_key: str) -> float:
    """Part of a national cluster that falls to one UNU-KEY.

    Parameters
    ----------
    cluster_t : t, >= 0
        mass of the cluster
    placed_t : table of t, >= 0
        latest placed on the market, by key of the cluster
    unu_key : text
        key asked for, such as 0304

    Returns
    -------
    t
        mass of the key

    Equation
    --------
    m_key = m_cluster * POM_key / sum of POM

    Validity
    --------
    The manual rounds the shares to whole per mille first; here they are exact.

    Raises
    ------
    UnknownName where the table lacks the key; BadArgument where it adds up to 0.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, table 3.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(cluster_split_t(cluster_t=5000, placed_t={"0301": 500, "0304": 1500, "0307": 2000}, unu_key="0304"), 2)
    1875.0
    """
    if unu_key not in placed_t:
        raise UnknownName("unu_key", unu_key, list(placed_t), mend=f"placed_t has {', '.join(placed_t)}")
    return divided(cluster_t * placed_t[unu_key], sum(placed_t.values()), "placed_t")


@method
def imputed_placed_kg_per_person(
    *,
    lower_kg_per_person: Quantity,
    stratum_kg_per_person: Quantity,
    lower_ppp: Quantity,
    stratum_ppp: Quantity,
    country_ppp: Quantity,
) -> Quantity:
    """Figure of a country without data, on the line between two groups of purchasing power.

    Parameters
    ----------
    lower_kg_per_person : kg/person, >= 0
        mean of the group below
    stratum_kg_per_person : kg/person, >= 0
        mean of the country's own group
    lower_ppp : PPP, > 0
        purchasing power of the group below
    stratum_ppp : PPP, > 0
        purchasing power of the own group
    country_ppp : PPP, > 0
        purchasing power of the country

    Returns
    -------
    kg/person
        placed on the market for each inhabitant

    Equation
    --------
    kpi = kpi_low + (kpi_str - kpi_low) * (PPP_c - PPP_low) / (PPP_str - PPP_low)

    Validity
    --------
    Between the two groups; beyond them it extrapolates, and the value is flagged.

    Raises
    ------
    BadArgument where both groups have one purchasing power.

    Source
    ------
    Statistics Netherlands, Waste over Time (script and tables, MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> kpi = imputed_placed_kg_per_person(
    ...     lower_kg_per_person=0.6, stratum_kg_per_person=1.0, lower_ppp=17480, stratum_ppp=21307, country_ppp=19500)
    >>> round(kpi, 2)
    0.81
    """
    step = divided(country_ppp - lower_ppp, stratum_ppp - lower_ppp, "stratum_ppp")
    return lower_kg_per_person + (stratum_kg_per_person - lower_kg_per_person) * step


@method
def crt_monitors_t(
    *,
    desktops_pieces: Quantity,
    flat_panels_pieces: Quantity,
    crt_mass_kg_per_piece: Quantity,
    monitors_ratio: Quantity = 1.16,
) -> Quantity:
    """Mass of cathode-ray monitors placed on the market, which trade figures do not show.

    Parameters
    ----------
    desktops_pieces : pieces, >= 0
        desktop computers placed on the market
    flat_panels_pieces : pieces, >= 0
        flat monitors placed on the market
    crt_mass_kg_per_piece : kg/piece, >= 0
        mean weight of a cathode-ray monitor
    monitors_ratio : ratio, > 0
        monitors for each desktop

    Returns
    -------
    t
        cathode-ray monitors placed on the market, 0 at least

    Equation
    --------
    m = max(0, 1.16 * desktops - flat panels) * w / 1000

    Validity
    --------
    Years in which both kinds were sold.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Statistics Netherlands, Waste over Time (script and tables, MIT).

    Status
    ------
    V

    Examples
    --------
    >>> round(float(crt_monitors_t(desktops_pieces=100000, flat_panels_pieces=90000, crt_mass_kg_per_piece=14)), 6)
    364.0
    """
    pieces = np.maximum(monitors_ratio * desktops_pieces - flat_panels_pieces, 0.0)
    return pieces * crt_mass_kg_per_piece / 1000
