"""The one list of units, and exact conversions between them.

A quantity's name ends in the suffix of its unit: `facility_energy_kwh`, `operational_ghg_kg`,
`grid_ghg_g_per_kwh`. `unit_of` reads the unit from the name; `convert` changes a value from one unit
to another of the same dimension. Compound units need no row of their own: `_x_per_y` is built from
the rows of `x` and `y`.

Greenhouse gases have a dimension apart from mass, because a kilogram of CO2e is no kilogram of
anything. Years are apart from seconds, because no exact number of hours makes a year: formulas take
hours per day and days per year instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from greenict.errors import BadArgument, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = TypeVar("Value")


@dataclass(frozen=True)
class Unit:
    """A unit: how it is written, how names end in it, and what one of it is in its dimension's base."""

    symbol: str
    name: str
    suffix: str
    dimension: str
    factor: Fraction
    singular: str = ""

    @property
    def below(self) -> str:
        """How names write the unit after `per`: hour for hours."""
        return self.singular or self.suffix

    @property
    def symbol_below(self) -> str:
        """How the symbol is written under a stroke: kg/piece, where the unit itself is pieces."""
        written_out = self.symbol == self.suffix.replace("_", " ")
        return self.below.replace("_", " ") if written_out else self.symbol


def _unit(symbol: str, name: str, suffix: str, dimension: str, factor: str | int, *, per: str = "") -> Unit:
    return Unit(symbol, name, suffix, dimension, Fraction(factor), per)


UNITS: tuple[Unit, ...] = (
    _unit("J", "joule", "j", "energy", 1),
    _unit("MJ", "megajoule", "mj", "energy", 10**6),
    _unit("GJ", "gigajoule", "gj", "energy", 10**9),
    _unit("Wh", "watt hour", "wh", "energy", 3600),
    _unit("kWh", "kilowatt hour", "kwh", "energy", 3600 * 10**3),
    _unit("MWh", "megawatt hour", "mwh", "energy", 3600 * 10**6),
    _unit("GWh", "gigawatt hour", "gwh", "energy", 3600 * 10**9),
    _unit("TWh", "terawatt hour", "twh", "energy", 3600 * 10**12),
    _unit("W", "watt", "w", "power", 1),
    _unit("kW", "kilowatt", "kw", "power", 10**3),
    _unit("MW", "megawatt", "mw", "power", 10**6),
    _unit("mg", "milligram", "mg", "mass", "1/1000000"),
    _unit("g", "gram", "g", "mass", "1/1000"),
    _unit("kg", "kilogram", "kg", "mass", 1),
    _unit("t", "tonne", "t", "mass", 10**3),
    _unit("Mt", "million tonnes", "mt", "mass", 10**9),
    _unit("g CO2e", "gram of CO2 equivalent", "ghg_g", "greenhouse gases", "1/1000"),
    _unit("kg CO2e", "kilogram of CO2 equivalent", "ghg_kg", "greenhouse gases", 1),
    _unit("t CO2e", "tonne of CO2 equivalent", "ghg_t", "greenhouse gases", 10**3),
    _unit("Mt CO2e", "million tonnes of CO2 equivalent", "ghg_mt", "greenhouse gases", 10**9),
    _unit("kg Sb-e", "kilogram of antimony equivalent", "adp_kg", "abiotic depletion", 1),
    _unit("l", "litre", "l", "volume", "1/1000"),
    _unit("m3", "cubic metre", "m3", "volume", 1),
    _unit("mm2", "square millimetre", "mm2", "area", "1/1000000"),
    _unit("cm2", "square centimetre", "cm2", "area", "1/10000"),
    _unit("m2", "square metre", "m2", "area", 1),
    _unit("km2", "square kilometre", "km2", "area", 10**6),
    _unit("km", "kilometre", "km", "length", 10**3),
    _unit("m", "metre", "m", "length", 1),
    _unit("pkm", "passenger kilometre", "pkm", "passenger transport", 1),
    _unit("tkm", "tonne kilometre", "tkm", "goods transport", 1),
    _unit("s", "second", "s", "time", 1),
    _unit("min", "minute", "minutes", "time", 60, per="minute"),
    _unit("h", "hour", "hours", "time", 3600, per="hour"),
    _unit("d", "day", "days", "time", 86400, per="day"),
    _unit("yr", "year", "years", "years", 1, per="year"),
    _unit("bit", "bit", "bits", "data", 1, per="bit"),
    _unit("B", "byte", "bytes", "data", 8, per="byte"),
    _unit("MB", "megabyte", "mb", "data", 8 * 10**6),
    _unit("GB", "gigabyte", "gb", "data", 8 * 10**9),
    _unit("TB", "terabyte", "tb", "data", 8 * 10**12),
    _unit("PB", "petabyte", "pb", "data", 8 * 10**15),
    _unit("EB", "exabyte", "eb", "data", 8 * 10**18),
    _unit("ZB", "zettabyte", "zb", "data", 8 * 10**21),
    _unit("Mbit/s", "megabit per second", "mbps", "data/time", 10**6),
    _unit("Gbit/s", "gigabit per second", "gbps", "data/time", 10**9),
    _unit("GBh", "gigabyte hour", "gb_hours", "data hours", 1, per="gb_hour"),
    _unit("TBh", "terabyte hour", "tb_hours", "data hours", 10**3, per="tb_hour"),
    _unit("vCPU h", "hour of a virtual processor", "vcpu_hours", "processor hours", 1, per="vcpu_hour"),
    _unit("ratio", "ratio", "ratio", "ratio", 1),
    _unit("share", "share of one", "share", "ratio", 1),
    _unit("%", "per cent", "percent", "ratio", "1/100"),
    _unit("score", "score", "score", "score", 1),
    _unit("index", "index", "index", "index", 1),
    _unit("Pt", "point of the Environmental Footprint", "points", "footprint points", 1, per="point"),
    _unit("µPt", "millionth of a point", "micropoints", "footprint points", "1/1000000"),
    _unit("own unit", "the unit of the category named beside it", "amount", "as the category", 1),
    _unit("pieces", "pieces", "pieces", "count", 1, per="piece"),
    _unit("vCPU", "virtual processors", "vcpu", "virtual processors", 1),
    _unit("steps", "steps of disassembly", "steps", "steps", 1, per="step"),
    _unit("lines", "fixed lines", "lines", "lines", 1, per="line"),
    _unit("ports", "ports", "ports", "ports", 1, per="port"),
    _unit("persons", "persons", "persons", "persons", 1, per="person"),
    _unit("thousand million persons", "thousand million persons", "billion_persons", "persons", 10**9),
    _unit("tokens", "tokens of a language model", "tokens", "tokens", 1, per="token"),
    _unit("10^9 parameters", "thousand million parameters", "billion_parameters", "parameters", 10**9),
    _unit(
        "functional units",
        "functional units",
        "functional_units",
        "functional units",
        1,
        per="functional_unit",
    ),
    _unit("°", "degree of arc", "deg", "angle", 1),
    _unit("nights", "nights", "nights", "nights", 1, per="night"),
    _unit("calendar year", "calendar year", "calendar_year", "calendar year", 1),
    _unit("statement", "a sentence", "statement", "statement", 1),
    _unit("°C", "degree Celsius", "degc", "temperature", 1),
    _unit("degree days", "degree days", "degree_days", "degree days", 1, per="degree_day"),
    _unit("PPP", "purchasing power per inhabitant", "ppp", "purchasing power", 1),
    _unit("currency", "one currency, that of the inputs", "currency", "money", 1),
    _unit("class", "a class, by its letter", "class", "class", 1),
    _unit("code", "a code of a list", "code", "code", 1),
    _unit("verdict", "pass or fail", "verdict", "verdict", 1),
)

_BY_SUFFIX = {unit.suffix: unit for unit in UNITS}
_BY_SYMBOL = {unit.symbol: unit for unit in UNITS}
_BY_SINGULAR = {unit.below: unit for unit in UNITS}
_BY_SYMBOL_BELOW = {unit.symbol_below: unit for unit in UNITS}


def _compound(top: Unit, below: list[Unit], suffix: str) -> Unit:
    factor = top.factor
    for unit in below:
        factor /= unit.factor
    return Unit(
        symbol="/".join([top.symbol, *(unit.symbol_below for unit in below)]),
        name=" per ".join([top.name, *(unit.name for unit in below)]),
        suffix=suffix,
        dimension="/".join([top.dimension, *(unit.dimension for unit in below)]),
        factor=factor,
    )


def _from_suffix(suffix: str) -> Unit | None:
    top, *below = suffix.split("_per_")
    known = [_BY_SINGULAR[part] for part in below if part in _BY_SINGULAR]
    if top not in _BY_SUFFIX or len(known) != len(below):
        return None
    return _compound(_BY_SUFFIX[top], known, suffix) if known else _BY_SUFFIX[top]


def _from_symbol(symbol: str) -> Unit | None:
    if symbol in _BY_SYMBOL:
        return _BY_SYMBOL[symbol]
    for top, rest in _cuts(symbol):
        below = _below_from_symbols(rest)
        if top in _BY_SYMBOL and below:
            suffix = "_per_".join([_BY_SYMBOL[top].suffix, *(unit.below for unit in below)])
            return _compound(_BY_SYMBOL[top], below, suffix)
    return None


def _below_from_symbols(text: str) -> list[Unit]:
    """Return the units of what stands under a stroke, or none where a part is unknown."""
    if text in _BY_SYMBOL_BELOW:
        return [_BY_SYMBOL_BELOW[text]]
    for head, rest in _cuts(text):
        others = _below_from_symbols(rest)
        if head in _BY_SYMBOL_BELOW and others:
            return [_BY_SYMBOL_BELOW[head], *others]
    return []


def _cuts(symbol: str) -> Iterator[tuple[str, str]]:
    """Cut `Gbit/s/W` at each stroke, the last first, so that `Gbit/s` is found before `Gbit`."""
    strokes = [place for place, letter in enumerate(symbol) if letter == "/"]
    for place in reversed(strokes):
        yield symbol[:place], symbol[place + 1 :]


@cache
def unit(text: str) -> Unit:
    """Return the unit of a symbol (`kWh`, `g CO2e/kWh`) or of a suffix (`kwh`, `ghg_g_per_kwh`).

    Raises
    ------
    UnknownName
        Where no unit is written so.

    Examples
    --------
    >>> unit("ghg_g_per_kwh").symbol
    'g CO2e/kWh'
    >>> unit("Gbit/s/W").suffix
    'gbps_per_w'
    """
    found = _from_symbol(text) or _from_suffix(text)
    if found is None:
        raise UnknownName("unit", text, [*_BY_SYMBOL, *_BY_SUFFIX])
    return found


@cache
def unit_of(name: str) -> Unit:
    """Return the unit that a quantity's name ends in: the longest suffix that is known.

    Raises
    ------
    UnknownName
        Where the name ends in no unit.

    Examples
    --------
    >>> unit_of("facility_energy_kwh").symbol
    'kWh'
    >>> unit_of("operational_ghg_kg").symbol
    'kg CO2e'
    """
    words = name.split("_")
    for start in range(len(words)):
        found = _from_suffix("_".join(words[start:]))
        if found and words[max(start - 1, 0)] != "per":
            return found
    raise UnknownName("unit at the end of the name", name, mend="end the name in a suffix of greenict.units")


def convert(value: Value, source: Unit | str, target: Unit | str) -> Value:
    """Return the value, a number or a column, in another unit of the same dimension.

    The ratio of the two units is an exact fraction, so that a value is rounded twice at most.

    Raises
    ------
    BadArgument
        Where the two units measure different things.

    Examples
    --------
    >>> convert(1.0, "kWh", "MJ")
    3.6
    """
    given = unit(source) if isinstance(source, str) else source
    wanted = unit(target) if isinstance(target, str) else target
    if given.dimension != wanted.dimension:
        mend = f"{given.symbol} is {given.dimension}, {wanted.symbol} is {wanted.dimension}; give a unit of {given.dimension}"
        raise BadArgument("unit", wanted.symbol, mend)
    ratio = given.factor / wanted.factor
    changed: Any = value
    return cast("Value", changed * ratio.numerator / ratio.denominator)
