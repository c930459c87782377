"""Numbers, units, dates and shares in the page's language, by CLDR.

A number and its unit stand in one isolated run from left to right, so that an Arabic sentence around
them cannot tear them apart. A range is two such runs with a word between them: a dash between two
numbers would be turned round in a right-to-left line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import dates
from babel import numbers as cldr
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.foundation import languages

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.utils.safestring import SafeString

# How a unit of the library is written, and the larger or smaller units that keep a figure readable.
LADDERS: dict[str, tuple[tuple[float, str], ...]] = {
    "kg CO2e": (
        (1e12, "Gt CO₂e"),
        (1e9, "Mt CO₂e"),
        (1e6, "kt CO₂e"),
        (1e3, "t CO₂e"),
        (1.0, "kg CO₂e"),
        (1e-3, "g CO₂e"),
    ),
    "kg": ((1e9, "Mt"), (1e6, "kt"), (1e3, "t"), (1.0, "kg"), (1e-3, "g")),
    "t": ((1e6, "Mt"), (1e3, "kt"), (1.0, "t"), (1e-3, "kg")),
    "kWh": ((1e9, "TWh"), (1e6, "GWh"), (1e3, "MWh"), (1.0, "kWh"), (1e-3, "Wh")),
    "MJ": ((1e9, "PJ"), (1e6, "TJ"), (1e3, "GJ"), (1.0, "MJ"), (1e-3, "kJ")),
    "m3": ((1e6, "hm³"), (1.0, "m³"), (1e-3, "L")),
    "kg Sb-e": ((1e3, "t Sb-e"), (1.0, "kg Sb-e"), (1e-3, "g Sb-e"), (1e-6, "mg Sb-e")),
}

# Units that are words: they stand in the page's language, and after a stroke as one of them.
WORDS = {
    "piece": lazy("pieces"),
    "pieces": lazy("pieces"),
    "pieces made": lazy("pieces made"),
    "pieces in use": lazy("pieces in use"),
    "pieces discarded": lazy("pieces discarded"),
    "piece x years": lazy("pieces × years"),
    "pieces x years": lazy("pieces × years"),
    "kWh under contract": lazy("kWh under contract"),
    "kg CO2e under contract": lazy("kg CO₂e under contract"),
    "kg discarded": lazy("kg discarded"),
}
EACH = {"piece": lazy("piece"), "year": lazy("year")}


@dataclass(frozen=True)
class Scale:
    """A unit to show, and by how much to divide for it."""

    divisor: float
    unit: str


def locale_code() -> str:
    """The CLDR locale of the page."""
    return languages.of(get_language()).locale


def scale_for(value: float | None, unit: str) -> Scale:
    """The unit in which a value reads best: the largest that keeps it at 1 or above."""
    ladder = LADDERS.get(unit)
    if ladder is None:
        return Scale(1.0, _written(unit))
    size = abs(value or 0.0)
    if size == 0 or not math.isfinite(size):
        return next((Scale(divisor, name) for divisor, name in ladder if divisor == 1.0), Scale(1.0, unit))
    for divisor, name in ladder:
        if size >= divisor:
            return Scale(divisor, name)
    return Scale(*ladder[-1])


def _written(unit: str) -> str:
    """A unit as it is written: a word in the page's language, or signs."""
    if unit in WORDS:
        return str(WORDS[unit])
    whole, *each = unit.replace("CO2e", "CO₂e").replace("m3", "m³").split("/")
    rtl = any(part in EACH for part in each) and languages.of(get_language()).direction == "rtl"
    stroke = "\N{LEFT-TO-RIGHT MARK}/" if rtl else "/"  # keeps two Arabic words round a stroke in their order
    return stroke.join([whole, *(str(EACH.get(part, part)) for part in each)])


def number(value: float | None, digits: int = 3) -> str:
    """A number with so many significant digits, whole above that, in the page's language."""
    if value is None or not math.isfinite(value):
        return "–"
    if value == 0:
        return cldr.format_decimal(0, locale=locale_code(), numbering_system="default")
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    if decimals > 6:
        return cldr.format_scientific(
            value, format="0.##E0", locale=locale_code(), numbering_system="default"
        )
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return cldr.format_decimal(value, format=pattern, locale=locale_code(), numbering_system="default")


def share(value: float | None) -> str:
    """A share of one as a percentage; what is small but there is never written as nought."""
    if value is None or not math.isfinite(value):
        return "–"
    small = 0 < abs(value) < 0.0005
    rounded = 0.001 if small else round(value, 3 if abs(value) < 0.1 else 2)
    said = cldr.format_percent(
        rounded, locale=locale_code(), numbering_system="default", decimal_quantization=False
    )
    return f"< {said}" if small else said


def day(value: date | datetime | None) -> str:
    """A date, written out, in the page's language."""
    if value is None:
        return "–"
    return dates.format_date(value, format="long", locale=locale_code())


def quantity(value: float | None, unit: str, scale: Scale | None = None) -> str:
    """A value and its unit as plain text, for labels inside a chart."""
    scale = scale or scale_for(value, unit)
    shown = None if value is None else value / scale.divisor
    return f"{number(shown)}\N{NO-BREAK SPACE}{scale.unit}"


def isolated(text: str, kind: str = "number") -> SafeString:
    """A run that keeps its own direction."""
    return format_html('<bdi dir="ltr" class="{}">{}</bdi>', kind, text)


def figure(value: float | None, unit: str, scale: Scale | None = None) -> SafeString:
    """A value and its unit, isolated, the unit smaller."""
    scale = scale or scale_for(value, unit)
    shown = None if value is None else value / scale.divisor
    if unit in WORDS:  # a word runs as the page does: the number comes before it on either side
        return format_html(
            '<bdi dir="{}" class="number">{}\N{NO-BREAK SPACE}<span class="unit">{}</span></bdi>',
            languages.of(get_language()).direction,
            number(shown),
            scale.unit,
        )
    return format_html(
        '<bdi dir="ltr" class="number">{}\N{NO-BREAK SPACE}<span class="unit">{}</span></bdi>',
        number(shown),
        scale.unit,
    )
