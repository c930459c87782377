"""Hazardous substances: RoHS by homogeneous material with exemptions, REACH, batteries; and shipments of e-waste.

The exemptions that ship are a part of annex III; any other is given with its own limit and date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided, require
from greenict.methods.circularity import basel_listing_code, rohs_verdict
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, Table, method

if TYPE_CHECKING:
    from collections.abc import Mapping

BAN_IN_FORCE = date(2019, 12, 5)
SVHC_LIMIT_PERCENT = 0.1


@dataclass(frozen=True)
class Exemption:
    """An exemption from a RoHS limit: for which substance, up to what mass, until when."""

    substance: str
    limit_percent: float
    expires: date


@cache
def exemptions() -> Mapping[str, Exemption]:
    """Return the shipped exemptions by their number in annex III."""
    return MappingProxyType(
        {
            row["exemption"]: Exemption(
                row["substance"], float(row["limit_percent"]), date.fromisoformat(row["expires"])
            )
            for row in shipped_rows("rohs_exemptions.csv")
        }
    )


@cache
def battery_limits() -> Mapping[str, tuple[float, date]]:
    """Return the highest mass in per cent of a battery and the day it applies from, by substance."""
    rows = shipped_rows("battery_limits.csv")
    return MappingProxyType(
        {row["sign"]: (float(row["limit_percent"]), date.fromisoformat(row["from"])) for row in rows}
    )


@method
def homogeneous_material_percent(*, substance_mass_mg: Quantity, material_mass_g: Quantity) -> Quantity:
    """Concentration of a substance in a homogeneous material.

    Parameters
    ----------
    substance_mass_mg : mg, >= 0
        mass of the substance
    material_mass_g : g, > 0
        mass of the homogeneous material, or of the article

    Returns
    -------
    %
        concentration by mass

    Equation
    --------
    c = 100 * m_substance / m_material

    Validity
    --------
    A homogeneous material cannot be taken apart by mechanical means; a whole device is none.

    Raises
    ------
    BadArgument where there is more of the substance than of the material.

    Source
    ------
    Directive 2011/65/EU, article 3 and annex II (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> homogeneous_material_percent(substance_mass_mg=1.2, material_mass_g=10)
    0.012
    """
    concentration = divided(substance_mass_mg / 10, material_mass_g, "material_mass_g")
    require(
        concentration <= 100, "substance_mass_mg", substance_mass_mg, "give at most the mass of the material"
    )
    return concentration


@method
def rohs_exempted_verdict(
    *,
    substance: str,
    measured_percent: float,
    exemption: str,
    placed: date,
    exemption_limit_percent: float | None = None,
    expiry: date | None = None,
) -> str:
    """Whether a homogeneous material keeps its RoHS limit, with an exemption claimed for it.

    Parameters
    ----------
    substance : text
        substance by its sign: Pb, Hg, Cd, Cr(VI), PBB, PBDE, DEHP, BBP, DBP, DIBP
    measured_percent : %, 0 to 100
        mass of the substance in the homogeneous material
    exemption : text
        number of the exemption, such as 6(c); one that does not ship needs its limit and expiry
    placed : date
        day on which the product is placed on the market
    exemption_limit_percent : %, 0 to 100
        highest mass under the exemption; of the shipped table where not given
    expiry : date
        last day of the exemption; of the shipped table where not given

    Returns
    -------
    verdict
        pass or fail, and what the exemption did

    Equation
    --------
    pass where c <= limit; else pass where the exemption is for the substance, c <= its limit, and placed <= expiry

    Validity
    --------
    The shipped dates are those that trade sources report for 2025; an application for renewal prolongs an exemption, and
    categories 8, 9 and 11 have dates of their own. Check the consolidated text.

    Raises
    ------
    UnknownName where the substance is none of the ten, or the exemption does not ship and lacks its limit or expiry.

    Source
    ------
    Directive 2011/65/EU, annexes II and III, with Delegated Directives (EU) 2025/1802, 2025/2363 and 2025/2364 (limits are
    background reading, dates from secondary sources).

    Status
    ------
    B-high

    Examples
    --------
    >>> from datetime import date
    >>> rohs_exempted_verdict(substance="Pb", measured_percent=2.5, exemption="6(c)", placed=date(2026, 5, 1))
    'pass (exemption 6(c) until 2027-06-30)'
    """
    if rohs_verdict(substance=substance, measured_percent=measured_percent) == "pass":
        return "pass (no exemption needed)"
    claimed = _claimed(exemption, substance, exemption_limit_percent, expiry)
    if claimed.substance != substance:
        return f"fail (exemption {exemption} is for {claimed.substance})"
    if measured_percent > claimed.limit_percent:
        return f"fail (above the {claimed.limit_percent:g} % of exemption {exemption})"
    if placed > claimed.expires:
        return f"fail (exemption {exemption} expired on {claimed.expires})"
    return f"pass (exemption {exemption} until {claimed.expires})"


def _claimed(number: str, substance: str, limit_percent: float | None, expires: date | None) -> Exemption:
    shipped = exemptions().get(number)
    if shipped is None and (limit_percent is None or expires is None):
        mend = (
            f"it does not ship; give exemption_limit_percent and expiry, or one of {', '.join(exemptions())}"
        )
        raise UnknownName("exemption", number, list(exemptions()), mend=mend)
    known = shipped or Exemption(substance, 0.0, date.min)
    return Exemption(
        known.substance,
        known.limit_percent if limit_percent is None else limit_percent,
        expires or known.expires,
    )


@method
def rohs_product_verdict(*, material_percent: Table) -> str:
    """Whether every homogeneous material of a product keeps the RoHS limits.

    Parameters
    ----------
    material_percent : table of %, 0 to 100
        concentration by material and substance, each written as "solder: Pb"

    Returns
    -------
    verdict
        pass, or fail and the materials that exceed a limit

    Equation
    --------
    pass where every c <= limit; 0.01 % for Cd, 0.1 % for the others

    Validity
    --------
    Without exemptions: judge a material that claims one with rohs_exempted_verdict. What was not measured is not judged.

    Raises
    ------
    BadArgument where an entry is not written as material and substance; UnknownName where the substance is none of the
    ten.

    Source
    ------
    Directive 2011/65/EU, annex II, with (EU) 2015/863 (limits are background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> rohs_product_verdict(material_percent={"solder: Pb": 0.08, "contact: Cd": 0.012, "cable: DEHP": 0.02})
    'fail: contact (Cd 0.012 %)'
    """
    failing = []
    for entry, concentration in material_percent.items():
        material, colon, substance = (part.strip() for part in entry.rpartition(":"))
        if not (material and colon and substance):
            mend = 'write material and substance, such as "solder: Pb"'
            raise BadArgument(f"material_percent[{entry!r}]", concentration, mend)
        if rohs_verdict(substance=substance, measured_percent=concentration) == "fail":
            failing.append(f"{material} ({substance} {concentration:g} %)")
    return f"fail: {', '.join(failing)}" if failing else "pass"


@method
def svhc_verdict(*, measured_percent: float) -> str:
    """Whether an article must be declared for a substance of very high concern.

    Parameters
    ----------
    measured_percent : %, 0 to 100
        mass of one substance of the candidate list in the article

    Returns
    -------
    verdict
        pass, or declare where the article holds more than 0.1 %

    Equation
    --------
    declare where c > 0.1 %

    Validity
    --------
    For each article by itself, also where articles are assembled into a product. It is a duty to inform, no ban.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Regulation (EC) 1907/2006 (REACH), articles 7 and 33 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> svhc_verdict(measured_percent=0.3)
    'declare'
    """
    return "declare" if measured_percent > SVHC_LIMIT_PERCENT else "pass"


@method
def battery_verdict(*, substance: str, measured_percent: float, placed: date | None = None) -> str:
    """Whether a battery keeps the limit of a heavy metal.

    Parameters
    ----------
    substance : one of Hg, Cd, Pb
        mercury (all batteries), cadmium or lead (portable batteries)
    measured_percent : %, 0 to 100
        mass of the metal in the battery
    placed : date
        day on which the battery is placed on the market; today's law where not given

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    pass where c <= limit; Hg 0.0005 %, Cd 0.002 %, Pb 0.01 % (from 18 August 2024), by mass

    Validity
    --------
    Zinc-air button cells may exceed the limit of lead until August 2028. Before a limit applies, everything passes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Directive 2006/66/EC and Regulation (EU) 2023/1542, annex I (background reading).

    Status
    ------
    B-high for mercury and cadmium, B-med for lead

    Examples
    --------
    >>> battery_verdict(substance="Cd", measured_percent=0.003)
    'fail'
    """
    limit, applies_from = battery_limits()[substance]
    if placed is not None and placed < applies_from:
        return "pass"
    return "pass" if measured_percent <= limit else "fail"


@method
def basel_consent_verdict(
    *, hazardous: str, shipment: date, exporter_annex7: str = "no", importer_annex7: str = "no"
) -> str:
    """What a shipment of e-waste between two Parties of the Basel Convention needs.

    Parameters
    ----------
    hazardous : one of yes, no
        whether the e-waste is hazardous
    shipment : date
        day of the shipment
    exporter_annex7 : one of yes, no
        whether the exporting State is in Annex VII (OECD, European Union, Liechtenstein) and bound by the Ban Amendment
    importer_annex7 : one of yes, no
        whether the importing State is in Annex VII

    Returns
    -------
    verdict
        prohibited, prior informed consent, or no consent, with the entry

    Equation
    --------
    prohibited where hazardous, from Annex VII to elsewhere, from 5 December 2019; else as basel_listing_code

    Validity
    --------
    Between Parties. The Ban Amendment binds those that accepted it. National law may forbid more: the European Union
    forbids Y49 to States outside the OECD, and many African States bound by the Bamako Convention forbid imports.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Basel Convention, e-waste amendments, answers of its Secretariat to frequent questions; article 4A, in force since 5
    December 2019.

    Status
    ------
    V for the entries, B-high for the ban

    Examples
    --------
    >>> from datetime import date
    >>> basel_consent_verdict(hazardous="no", shipment=date(2025, 3, 1))
    'prior informed consent: Y49 (Annex II, PIC)'
    """
    entry = basel_listing_code(hazardous=hazardous, shipment=shipment)
    banned = hazardous == "yes" and exporter_annex7 == "yes" and importer_annex7 == "no"
    if banned and shipment >= BAN_IN_FORCE:
        return f"prohibited (Ban Amendment): {entry.partition(' ')[0]}"
    return f"no consent: {entry}" if "no PIC" in entry else f"prior informed consent: {entry}"
