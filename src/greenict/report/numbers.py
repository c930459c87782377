"""Numbers as people read them: scaled, rounded by their range, with separators.

Figures stay exact until they are shown. What is shown follows three rules. One unit serves a whole
category, chosen by its total, so that parts compare at a glance. The last digit shown is a tenth of
the range or smaller, and the total keeps two to four digits. A part too small for that keeps two
digits of its own, so that something never reads as nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10

# Larger units of the categories' units, each with how many of the first it holds.
LARGER: dict[str, tuple[tuple[str, float], ...]] = {
    "kg CO2e": (("t CO2e", 1e3), ("kt CO2e", 1e6), ("Mt CO2e", 1e9)),
    "kg Sb-e": (("t Sb-e", 1e3), ("kt Sb-e", 1e6)),
    "kg": (("t", 1e3), ("kt", 1e6), ("Mt", 1e9)),
    "kWh": (("MWh", 1e3), ("GWh", 1e6), ("TWh", 1e9)),
    "MJ": (("GJ", 1e3), ("TJ", 1e6), ("PJ", 1e9)),
    "m3": (("million m3", 1e6),),
}
ENOUGH = 100  # a total moves to a larger unit while it keeps at least this many of it
MOST_DECIMALS = 6
SEPARATORS = {"fr": ("\u202f", ",")}  # thousands and decimals; the others write 1,234.5
NARROW = "\u202f"


@dataclass(frozen=True)
class Quantity:
    """A figure with its range, exact. `value` is None where nothing was assessed."""

    value: float | None
    unit: str
    p05: float | None = None
    p50: float | None = None
    p95: float | None = None


@dataclass(frozen=True)
class Scale:
    """How the figures of one category are shown: in which unit, and with how many decimals (or tens)."""

    unit: str
    divisor: float
    decimals: int


def scale(total: Quantity) -> Scale:
    """The scale that a total asks for."""
    value = abs(total.value or 0.0)
    unit, divisor = total.unit, 1.0
    for larger, size in LARGER.get(total.unit, ()):
        if value / size >= ENOUGH:
            unit, divisor = larger, size
    return Scale(unit, divisor, _decimals(total, divisor))


def _decimals(total: Quantity, divisor: float) -> int:
    """Decimals of a total by the width of its range; negative for tens and hundreds."""
    value = abs(total.value or 0.0) / divisor
    if value == 0 or not isfinite(value):
        return 0
    first = floor(log10(value))
    digits = 3
    if total.p05 is not None and total.p95 is not None:
        width = (total.p95 - total.p05) / divisor
        digits = first - floor(log10(width / 10)) + 1 if width > 0 else 4
    return min(max(digits, 2), 4) - 1 - first


def shown(value: float | None, how: Scale, language: str = "en") -> str:
    """A value of the scale's category, without its unit; empty for no value."""
    if value is None:
        return ""
    scaled = value / how.divisor
    decimals = how.decimals
    if scaled != 0 and isfinite(scaled):
        decimals = max(decimals, 1 - floor(log10(abs(scaled))))
    return _written(scaled, decimals, language)


def shown_range(quantity: Quantity, how: Scale, language: str = "en") -> str:
    """The range of a figure, 5 to 95 %; empty where there is none or where no factor has a spread."""
    if quantity.p05 is None or quantity.p95 is None or quantity.p05 == quantity.p95:
        return ""
    return f"{shown(quantity.p05, how, language)} – {shown(quantity.p95, how, language)}"


def number(value: float | None, language: str = "en", digits: int = 4) -> str:
    """Any number with so many digits at most: factors, counts, amounts."""
    if value is None:
        return ""
    if value == 0 or not isfinite(value):
        return _written(value, 0, language)
    if value == int(value) and abs(value) < 1e15:
        return _written(value, 0, language)
    text = _written(value, digits - 1 - floor(log10(abs(value))), language)
    point = SEPARATORS.get(language, (",", "."))[1]
    return text.rstrip("0").rstrip(point) if point in text and "×" not in text else text


def percent(share: float | None, language: str = "en") -> str:
    """A share in per cent: whole above ten, else with one decimal."""
    if share is None:
        return ""
    value = share * 100
    if 0 < value < 0.1:
        return f"< {_written(0.1, 1, language)}{NARROW}%"
    return f"{_written(value, 0 if value >= 9.95 or value == 0 else 1, language)}{NARROW}%"


def _written(value: float, decimals: int, language: str) -> str:
    thousands, point = SEPARATORS.get(language, (",", "."))
    if decimals > MOST_DECIMALS:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa.replace('.', point)} × 10{_raised(int(exponent))}"
    text = f"{round(value, decimals):,.{max(decimals, 0)}f}".replace(",", "\0").replace(".", point)
    return text.replace("\0", thousands).replace("-", "−")


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


def pretty(unit: str) -> str:
    """A unit as print sets it: CO₂e, m³."""
    return unit.replace("CO2", "CO₂").replace("m3", "m³").replace("mm2", "mm²")
