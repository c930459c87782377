"""Circularity and materials: indices of repair and circularity, restricted substances, export codes."""

from __future__ import annotations

from datetime import date

import numpy as np

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.constants import rohs_limits
from greenict.methods.declaration import Quantity, Series, method


@method
def mci_ratio(
    *,
    recycled_feedstock_share: Quantity,
    reused_feedstock_share: Quantity,
    recycling_collected_share: Quantity,
    reuse_collected_share: Quantity,
    collected_efficiency_ratio: Quantity = 1.0,
    feedstock_efficiency_ratio: Quantity = 1.0,
    utility_ratio: Quantity = 1.0,
) -> Quantity:
    """Material circularity indicator (MCI) of a product, from 0 to 1.

    Parameters
    ----------
    recycled_feedstock_share : share, 0 to 1
        recycled part of what goes in
    reused_feedstock_share : share, 0 to 1
        reused part of what goes in
    recycling_collected_share : share, 0 to 1
        part collected for recycling at the end
    reuse_collected_share : share, 0 to 1
        part collected for re-use at the end
    collected_efficiency_ratio : ratio, 0 to 1
        efficiency of recycling at the end
    feedstock_efficiency_ratio : ratio, 0 to 1
        efficiency of the recycling that made the feedstock
    utility_ratio : ratio, > 0
        lifetime and intensity of use over the mean of the product type

    Returns
    -------
    ratio
        MCI: 0.1 for a linear mean product, 1 for a circular one

    Equation
    --------
    V = 1 - Fr - Fu; W0 = 1 - Cr - Cu; Wc = (1 - Ec) * Cr; Wf = (1 - Ef) * Fr / Ef
    W = W0 + (Wf + Wc) / 2; LFI = (V + W) / (2 + (Wf - Wc) / 2); MCI = max(0, 1 - LFI * 0.9 / X)

    Validity
    --------
    Masses of one product; shares of feedstock and of collection add up to 1 at most.

    Raises
    ------
    BadArgument where shares exceed 1 together or an efficiency or the utility is 0.

    Source
    ------
    Ellen MacArthur Foundation and Granta, Circularity Indicators (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(float(mci_ratio(
    ...     recycled_feedstock_share=0.5, reused_feedstock_share=0, recycling_collected_share=0.5,
    ...     reuse_collected_share=0)), 6)
    0.55
    """
    virgin = 1 - recycled_feedstock_share - reused_feedstock_share
    uncollected = 1 - recycling_collected_share - reuse_collected_share
    require(
        np.asarray(virgin) >= -1e-12,
        "recycled_feedstock_share",
        recycled_feedstock_share,
        "with reused_feedstock_share it exceeds 1",
    )
    require(
        np.asarray(uncollected) >= -1e-12,
        "recycling_collected_share",
        recycling_collected_share,
        "with reuse_collected_share it exceeds 1",
    )
    lost_at_end = (1 - collected_efficiency_ratio) * recycling_collected_share
    lost_before = divided(
        (1 - feedstock_efficiency_ratio) * recycled_feedstock_share,
        feedstock_efficiency_ratio,
        "feedstock_efficiency_ratio",
    )
    waste = uncollected + (lost_before + lost_at_end) / 2
    linear = (virgin + waste) / (2 + (lost_before - lost_at_end) / 2)
    return np.maximum(0.0, 1 - linear * divided(0.9, utility_ratio, "utility_ratio"))


@method
def eu_repairability_score(
    *,
    disassembly_score: Quantity,
    fasteners_score: Quantity,
    tools_score: Quantity,
    spare_parts_score: Quantity,
    software_score: Quantity,
    information_score: Quantity,
) -> Quantity:
    """Repairability index of the Union for smartphones and tablets.

    Parameters
    ----------
    disassembly_score : score, 1 to 5
        depth of disassembly
    fasteners_score : score, 1 to 5
        fasteners
    tools_score : score, 1 to 5
        tools
    spare_parts_score : score, 1 to 5
        availability of spare parts
    software_score : score, 1 to 5
        years of software updates
    information_score : score, 1 to 5
        information for repair

    Returns
    -------
    score
        R, from 1 to 5

    Equation
    --------
    R = 0.25 * S_DD + 0.15 * (S_F + S_T + S_SP + S_SU + S_RI)

    Validity
    --------
    Smartphones and slate tablets.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Regulation (EU) 2023/1669, annex IV.

    Status
    ------
    V

    Examples
    --------
    >>> round(eu_repairability_score(
    ...     disassembly_score=4, fasteners_score=3, tools_score=5, spare_parts_score=4, software_score=5,
    ...     information_score=3), 6)
    4.0
    """
    others = fasteners_score + tools_score + spare_parts_score + software_score + information_score
    return 0.25 * disassembly_score + 0.15 * others


@method
def eu_repairability_class(*, repairability_score: float) -> str:
    """Repairability class of the Union for smartphones and tablets.

    Parameters
    ----------
    repairability_score : score, 1 to 5
        index R

    Returns
    -------
    class
        A to E

    Equation
    --------
    A from 4.00, B from 3.35, C from 2.55, D from 1.75, E from 1.00

    Validity
    --------
    Smartphones and slate tablets; the index to two decimals.

    Raises
    ------
    BadArgument where the score is under 1.

    Source
    ------
    Regulation (EU) 2023/1669, annex IV.

    Status
    ------
    V

    Examples
    --------
    >>> eu_repairability_class(repairability_score=3.34)
    'C'
    """
    for letter, lower in (("A", 4.0), ("B", 3.35), ("C", 2.55), ("D", 1.75), ("E", 1.0)):
        if round(repairability_score, 2) >= lower:
            return letter
    raise BadArgument("repairability_score", repairability_score, "give a score from 1 to 5")


@method
def fr_repairability_score(*, criterion_score: Series) -> float:
    """Repairability index of France, out of 10.

    Parameters
    ----------
    criterion_score : list of score, 0 to 20
        scores of documentation, disassembly, availability of parts, price of parts, and the criterion of
        the product type

    Returns
    -------
    score
        index out of 10

    Equation
    --------
    R = sum of the five scores / 10

    Validity
    --------
    Five scores out of 20 each.

    Raises
    ------
    BadArgument where there are not five scores.

    Source
    ------
    French repairability index, decree 2020-1757.

    Status
    ------
    V

    Examples
    --------
    >>> fr_repairability_score(criterion_score=[16, 12, 14, 18, 10])
    7.0
    """
    require(
        len(criterion_score) == 5, "criterion_score", criterion_score, "give the five scores, out of 20 each"
    )
    return float(np.sum(criterion_score)) / 10


@method
def rohs_verdict(*, substance: str, measured_percent: float) -> str:
    """Whether a homogeneous material keeps the limit of a restricted substance.

    Parameters
    ----------
    substance : text
        substance by its sign: Pb, Hg, Cd, Cr(VI), PBB, PBDE, DEHP, BBP, DBP, DIBP
    measured_percent : %, 0 to 100
        mass of the substance in the homogeneous material

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    pass where c <= limit; 0.01 % for Cd, 0.1 % for the others

    Validity
    --------
    Without exemptions; an exemption in force overrides the limit.

    Raises
    ------
    UnknownName where the substance is none of the ten.

    Source
    ------
    Directive 2011/65/EU, annex II, with (EU) 2015/863 (limits from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> rohs_verdict(substance="Cd", measured_percent=0.012)
    'fail'
    """
    limits = rohs_limits()
    if substance not in limits:
        raise UnknownName("substance", substance, list(limits), mend=f"choose one of {', '.join(limits)}")
    return "pass" if measured_percent <= limits[substance] else "fail"


@method
def basel_listing_code(*, hazardous: str, shipment: date) -> str:
    """Entry of the Basel Convention for a shipment of e-waste.

    Parameters
    ----------
    hazardous : one of yes, no
        whether the e-waste is hazardous
    shipment : date
        day of the shipment

    Returns
    -------
    code
        entry, its annex, and whether prior informed consent (PIC) is needed

    Equation
    --------
    before 1 January 2025: A1180 or B1110; from then on: A1181 or Y49

    Validity
    --------
    Electrical and electronic waste; national law may ask for more.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Basel Convention, e-waste amendments, answers to frequent questions of its Secretariat.

    Status
    ------
    V

    Examples
    --------
    >>> from datetime import date
    >>> basel_listing_code(hazardous="no", shipment=date(2024, 12, 31))
    'B1110 (Annex IX, no PIC)'
    """
    if shipment >= date(2025, 1, 1):
        return "A1181 (Annex VIII, PIC)" if hazardous == "yes" else "Y49 (Annex II, PIC)"
    return "A1180 (Annex VIII, PIC)" if hazardous == "yes" else "B1110 (Annex IX, no PIC)"


@method
def recycled_content_share(*, recycled_mass_g: Quantity, product_mass_g: Quantity) -> Quantity:
    """Recycled content of a product.

    Parameters
    ----------
    recycled_mass_g : g, >= 0
        recycled material in the product
    product_mass_g : g, > 0
        mass of the product

    Returns
    -------
    share
        recycled part of the mass

    Equation
    --------
    c = m_recycled / m

    Validity
    --------
    By mass; before and after use are told apart by the declaration.

    Raises
    ------
    BadArgument where the recycled mass exceeds the product.

    Source
    ------
    EN 45557 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> recycled_content_share(recycled_mass_g=40, product_mass_g=160)
    0.25
    """
    require(
        np.asarray(recycled_mass_g) <= product_mass_g,
        "recycled_mass_g",
        recycled_mass_g,
        "give at most product_mass_g",
    )
    return divided(recycled_mass_g, product_mass_g, "product_mass_g")


@method
def recyclability_share(*, part_mass_g: Series, part_recycling_share: Series) -> float:
    """Recyclability rate of a product, from its parts.

    Parameters
    ----------
    part_mass_g : list of g, >= 0
        mass of each part
    part_recycling_share : list of share, 0 to 1
        recycling rate of each part in its scenario

    Returns
    -------
    share
        recyclable part of the mass

    Equation
    --------
    R = sum_i m_i * RCR_i / sum_i m_i

    Validity
    --------
    One end-of-life scenario; energy recovery is apart.

    Raises
    ------
    BadArgument where the lists differ in length or the mass is 0.

    Source
    ------
    IEC TR 62635 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> recyclability_share(part_mass_g=[100, 60], part_recycling_share=[0.9, 0.1])
    0.6
    """
    require_same_length(part_mass_g, part_recycling_share, "part_mass_g", "part_recycling_share")
    masses = np.asarray(part_mass_g, dtype=float)
    recycled = float(np.dot(masses, np.asarray(part_recycling_share, dtype=float)))
    return divided(recycled, float(np.sum(masses)), "part_mass_g")
