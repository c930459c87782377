"""The library's words in the page's language. What is not known here is shown as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.lists import format_list
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.assessments import engine
from greenict_portal.foundation import numbers

Words = Mapping[str, Promise | str]

CATEGORIES: Words = {
    "climate_change": lazy("Climate change"),
    "climate_change_market_based": lazy("Climate change, scope 2 by market"),
    "final_energy": lazy("Final energy"),
    "primary_energy": lazy("Primary energy"),
    "water_use": lazy("Water use"),
    "abiotic_depletion": lazy("Abiotic depletion"),
    "e_waste": lazy("E-waste"),
}
STAGES: Words = {
    "raw_materials": lazy("Raw materials"),
    "production": lazy("Production"),
    "use": lazy("Use"),
    "end_of_life": lazy("End of life"),
}
DATA_CLASSES: Words = {
    "measured": lazy("Measured"),
    "supplier": lazy("From the supplier"),
    "generic": lazy("Generic"),
    "stand_in": lazy("Stand-in"),
    "missing": lazy("Missing"),
}
KEYS: Words = {
    "stage": lazy("Life-cycle stage"),
    "category": lazy("Category"),
    "item": lazy("Item"),
    "country": lazy("Country"),
    "year": lazy("Year"),
    "scope": lazy("Scope"),
}
STEPS: Words = {
    "read": lazy("Reading the file"),
    "check": lazy("Checking the rows"),
    "match": lazy("Finding the factors"),
    "compute": lazy("Computing"),
    "aggregate": lazy("Adding up"),
    "done": lazy("Writing the result"),
}
COLUMNS: Words = {
    "item": lazy("what it is: an item of the factor sets"),
    "quantity": lazy("how many, in the item's unit (pieces, kWh, GB)"),
    "country": lazy("where it is used: a code (ISO 3166) or a name"),
    "year": lazy("the year of the activity"),
    "lifetime_years": lazy("how long one piece is used"),
    "annual_energy_kwh": lazy("electricity of one piece in a year"),
    "pue": lazy("power usage effectiveness of the room it stands in"),
    "purchase_year": lazy("the year in which it was bought"),
    "uncertainty_percent": lazy("half of the 95 % interval of the line's activity, in per cent of it"),
    "contract_energy_kwh": lazy("yearly electricity of the line under contracts"),
    "contract_ghg_kg_per_kwh": lazy("emission factor of those contracts"),
    "data_class": lazy("measured, supplier, generic or stand_in: what the line rests on"),
}
PROFILES: Words = {
    "l1410": lazy("ITU-T L.1410: life cycle of goods, networks and services"),
    "l1420": lazy("ITU-T L.1420: an organisation in one year"),
    "pcr-digital-services": lazy("PCR for digital services: one year, goods annualised by their lifetime"),
    "ghg-protocol": lazy("GHG Protocol: an organisation in one year, goods in the year of purchase"),
}
PROCESSES: Words = {
    "manufacturing": lazy("manufacturing"),
    "vehicle_manufacturing": lazy("manufacturing of the vehicle"),
    "network_operation": lazy("operation of the network"),
    "network_life_cycle": lazy("life cycle of the network"),
    "operation": lazy("operation"),
    "combustion": lazy("combustion"),
    "cradle_to_shop": lazy("from cradle to shop"),
    "discarded": lazy("discarded"),
    "service": lazy("service"),
    "treatment": lazy("treatment"),
    "distribution": lazy("distribution"),
    "contrails": lazy("contrails"),
    "generation": lazy("generation"),
    "release": lazy("release to the air"),
}
KINDS: Mapping[str, Words] = {"stage": STAGES, "category": CATEGORIES}


def said(words: Words, name: object, otherwise: str | None = None) -> str:
    """The word for a name; where we have none, another one or the name itself."""
    return str(words.get(str(name), otherwise or str(name)))


def value_of(key: str, value: object) -> str:
    """A value of a key, such as a stage, a country or a site, for people."""
    if value is None or value == "":
        return _("not stated")
    if key in KINDS:
        return said(KINDS[key], value)
    if key == "country":
        return engine.place_name(str(value), (get_language() or "en").split("-", maxsplit=1)[0])
    return str(value)


def key_name(key: str) -> str:
    """A key for people; a tag keeps the name that its owner gave."""
    return said(KEYS, key)


def key_in_sentence(key: str) -> str:
    """A key inside a sentence: a tag is left as its owner wrote it."""
    return said(KEYS, key).lower() if key in KEYS else key


REMARKS: Words = {
    "nearest_year": lazy("%(item)s: there is no factor for %(years)s; the nearest year stands in."),
    "no_year": lazy("%(item)s: no year is given; the newest factor stands in."),
    "region": lazy("%(item)s: there is no factor for %(country)s; its region stands in."),
    "world": lazy("%(item)s: there is no factor for %(country)s; the world stands in."),
    "unknown_country": lazy("%(item)s: no country is given; the world stands in."),
    "missing_factor": lazy(
        "%(item)s: a factor is missing at one stage of life at least, for: %(categories)s. What is missing is not in the figure."
    ),
    "default_energy": lazy("%(item)s: no yearly electricity is given; a typical value stands in."),
    "default_lifetime": lazy("%(item)s: no lifetime is given; a typical value stands in."),
    "no_lines": lazy("No line could be assessed."),
    "no_purchase_year": lazy("No year of purchase is given; every piece counts as bought in the year."),
    "mixed_periods": lazy(
        "Whole lives of goods and the yearly activity of networks and services are summed; read them apart by item."
    ),
}


def isolated(text: str) -> str:
    """A foreign word inside a sentence, kept from turning the sentence round (marks that Unicode has for it)."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def remark(code: str, *, item: str, country: object, years: str, categories: Iterable[object]) -> str:
    """A warning of the library in the page's language; empty for one that is not known here."""
    if code not in REMARKS:
        return ""
    parts = {
        "item": isolated(item or "–"),
        "country": isolated(value_of("country", country)),
        "years": years or "–",
        "categories": format_list(
            [said(CATEGORIES, category) for category in categories],
            style="unit",
            locale=numbers.locale_code(),
        ),
    }
    return str(REMARKS[code]) % parts
