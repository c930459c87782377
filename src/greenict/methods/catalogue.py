"""Every method, by name. A new formula in a topic's file is here without another line."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from greenict.errors import UnknownName
from greenict.methods.declaration import Method, declaration, declared

if TYPE_CHECKING:
    from collections.abc import Mapping

TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "goods": "Goods by stage",
        "devices": "Devices",
        "servers": "Servers: production and power",
        "server_depletion": "Servers: depletion in production",
        "server_energy": "Servers: primary energy in production",
        "footprint": "Environmental Footprint",
        "gases": "Greenhouse gases",
        "quality": "Quality of data",
        "electricity": "Electricity in use",
        "allocation": "Allocation of shared equipment",
        "data_centres": "Data centres",
        "data_centre_report": "Data centres: report to the Union",
        "cloud": "Cloud",
        "software": "Software and language models",
        "language_models": "Language models",
        "services": "Services",
        "web": "The web and digital services",
        "equipment": "Network equipment",
        "network_equipment": "Network equipment by class",
        "networks": "Networks",
        "mobile_networks": "Mobile networks and sites",
        "organisations": "Organisations",
        "accounts": "Accounts of organisations",
        "value_chain": "The value chain: scope 3",
        "projects": "Projects",
        "cities": "Cities",
        "lifetimes": "Lifetimes, stocks and discards",
        "equipment_keys": "UNU keys: weights, lifetimes, categories",
        "put_on_market": "Put on the market from trade",
        "waste_cleaning": "Cleaning of e-waste series",
        "waste": "E-waste",
        "collection": "Collection and treatment of e-waste",
        "hazardous": "Hazardous substances and shipments",
        "materials": "Materials and their recovery",
        "repair": "Repair and circularity scores",
        "passport": "Product passport",
        "water": "Water",
        "leakage": "Leakage of water networks",
        "water_networks": "Water networks: savings",
        "circularity": "Circularity and materials",
        "sector": "The ICT sector",
        "published": "Published totals of the sector",
        "trajectories": "Trajectories",
        "progress": "Progress against targets",
        "avoided": "Avoided emissions",
        "consequences": "Consequences and tiers of assessment",
        "travel": "Travel",
        "meetings": "Meetings and conferences",
        "virtual_events": "Events held from afar",
        "telework": "Telework and reading without paper",
        "smart_systems": "Smart systems: saving, rebound, own footprint",
        "smart_grids": "Smart grids and load shifting",
        "buildings": "Buildings",
        "transport": "Transport and logistics",
        "agriculture": "Agriculture",
        "adaptation": "Adaptation: risk",
        "adaptation_cost": "Adaptation: loss and cost",
        "procurement": "Green procurement",
    }
)


@cache
def catalogue() -> Mapping[str, Method]:
    """Return every method by its id, in the order of the topics."""
    for topic in TOPICS:  # by name, so that a topic is one line above and nothing here
        import_module(f"greenict.methods.{topic}")
    methods = [declaration(function) for function in declared()]
    order = list(TOPICS)
    methods.sort(key=lambda method: order.index(method.topic) if method.topic in order else len(order))
    return MappingProxyType({method.id: method for method in methods})


def find(name: str) -> Method:
    """Return the method of a name.

    Raises
    ------
    UnknownName
        Where no method has it; the message offers close names.

    Examples
    --------
    >>> find("pue_ratio").unit
    'ratio'
    """
    methods = catalogue()
    if name not in methods:
        spelled = name.strip().lower().replace("-", "_")
        close = [known for known in methods if spelled and spelled in known]
        hint = f"did you mean {', '.join(close[:5])}?" if close else ""
        raise UnknownName("method", name, list(methods), mend=hint)
    return methods[name]
