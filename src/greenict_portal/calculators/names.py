"""The library's words in the page's language."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import gettext_noop

from greenict_portal.calculators import engine

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

UNWRITTEN = frozenset({"text", "date", "class", "code", "verdict", "ratio", "index", "calendar year"})

UNITS: dict[str, _StrPromise] = {
    "ratio": lazy("ratio"),
    "share": lazy("share"),
    "index": lazy("index"),
    "score": lazy("points"),
    "pieces": lazy("pieces"),
    "persons": lazy("persons"),
    "calendar year": lazy("year"),
    "yr": lazy("years"),
    "d": lazy("days"),
    "h": lazy("hours"),
    "s": lazy("seconds"),
    "own unit": lazy("in its own unit"),
    "currency": lazy("your currency"),
}


def unit(symbol: str) -> str:
    """A unit as it is written: a sign, or a word in the page's language."""
    if symbol in UNITS:
        return str(UNITS[symbol])
    written = symbol.replace("CO2e", "CO₂e").replace("10^9", "10⁹")
    for square, shown in (("mm2", "mm²"), ("cm2", "cm²"), ("km2", "km²"), ("m2", "m²"), ("m3", "m³")):
        written = written.replace(square, shown)
    return written


def bound(argument: engine.Argument) -> str:
    """What an argument takes, in words."""
    if argument.choices:
        return _("one of the list")
    if argument.kind is engine.Kind.TEXT:
        return _("a text")
    if argument.kind is engine.Kind.DATE:
        return _("a date as year-month-day, such as 2024-11-20")
    words = {
        engine.Kind.NUMBER: _("a number %(span)s"),
        engine.Kind.LIST: _("a list of numbers %(span)s, such as [1, 2, 3]"),
        engine.Kind.TABLE: _('a table of numbers %(span)s, such as {"a": 1, "b": 2}'),
    }
    return words[argument.kind] % {"span": _span(argument)}


def _span(argument: engine.Argument) -> str:
    bound = argument.bound
    numbers = {"low": engine.text_of(bound.lower), "high": engine.text_of(bound.upper)}
    if bound.upper < inf:
        return _("from %(low)s to %(high)s") % numbers
    if bound.lower > -inf:
        return (_("above %(low)s") if bound.lower_is_out else _("of %(low)s or more")) % numbers
    return _("of any sign")


def refused(argument: engine.Argument, text: str) -> str:
    """Why a text cannot be taken for an argument: the value and the mend."""
    if not text:
        return _("A value is needed here: %(bound)s.") % {"bound": bound(argument)}
    shown = text if len(text) <= 60 else text[:60] + "…"
    return _("“%(value)s” cannot be taken here. Give %(bound)s.") % {"value": shown, "bound": bound(argument)}


def topic(name: str) -> dict[str, Any]:
    """The title of a topic; in the library's own words where they are not translated."""
    title = engine.TOPICS.get(name, name)
    return {"id": name, "title": _(title), "translated": title in TOPIC_TITLES}


# The library's titles of its topics, so that they are translated. A new one stands in English until it is here.
TOPIC_TITLES = frozenset(
    {
        gettext_noop("Goods by stage"),
        gettext_noop("Devices"),
        gettext_noop("Servers: production and power"),
        gettext_noop("Servers: depletion in production"),
        gettext_noop("Servers: primary energy in production"),
        gettext_noop("Environmental Footprint"),
        gettext_noop("Greenhouse gases"),
        gettext_noop("Quality of data"),
        gettext_noop("Electricity in use"),
        gettext_noop("Allocation of shared equipment"),
        gettext_noop("Data centres"),
        gettext_noop("Data centres: report to the Union"),
        gettext_noop("Cloud"),
        gettext_noop("Software and language models"),
        gettext_noop("Language models"),
        gettext_noop("Services"),
        gettext_noop("The web and digital services"),
        gettext_noop("Network equipment"),
        gettext_noop("Network equipment by class"),
        gettext_noop("Networks"),
        gettext_noop("Mobile networks and sites"),
        gettext_noop("Organisations"),
        gettext_noop("Accounts of organisations"),
        gettext_noop("The value chain: scope 3"),
        gettext_noop("Projects"),
        gettext_noop("Cities"),
        gettext_noop("Lifetimes, stocks and discards"),
        gettext_noop("UNU keys: weights, lifetimes, categories"),
        gettext_noop("Put on the market from trade"),
        gettext_noop("Cleaning of e-waste series"),
        gettext_noop("E-waste"),
        gettext_noop("Collection and treatment of e-waste"),
        gettext_noop("Hazardous substances and shipments"),
        gettext_noop("Materials and their recovery"),
        gettext_noop("Repair and circularity scores"),
        gettext_noop("Product passport"),
        gettext_noop("Water"),
        gettext_noop("Leakage of water networks"),
        gettext_noop("Water networks: savings"),
        gettext_noop("Circularity and materials"),
        gettext_noop("The ICT sector"),
        gettext_noop("Published totals of the sector"),
        gettext_noop("Trajectories"),
        gettext_noop("Progress against targets"),
        gettext_noop("Avoided emissions"),
        gettext_noop("Consequences and tiers of assessment"),
        gettext_noop("Travel"),
        gettext_noop("Meetings and conferences"),
        gettext_noop("Events held from afar"),
        gettext_noop("Telework and reading without paper"),
        gettext_noop("Smart systems: saving, rebound, own footprint"),
        gettext_noop("Smart grids and load shifting"),
        gettext_noop("Buildings"),
        gettext_noop("Transport and logistics"),
        gettext_noop("Agriculture"),
        gettext_noop("Adaptation: risk"),
        gettext_noop("Adaptation: loss and cost"),
        gettext_noop("Green procurement"),
    }
)
