"""The words of the topics in the page's language. What is not known here is shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

Words = Mapping[str, Promise]

CLAUSES: Words = {
    "D4": lazy("reports on ICT, environment and climate change"),
    "M5": lazy("ICT in national adaptation plans"),
    "P1": lazy("the sector's share of greenhouse gases"),
    "P3": lazy("fast delivery of climate-risk information"),
    "P5": lazy("better water management by ICT"),
    "P6": lazy("smart grids, renewables, wider access to power"),
    "P7": lazy("cloud computing, data centres and always-on devices"),
    "P8": lazy("meetings at a distance and telework instead of travel"),
    "R4": lazy("ICT as a tool to assess and lower emissions, energy and water use"),
    "R5": lazy("more efficient devices, networks and ways of working"),
    "R6": lazy("lower emissions from the use of ICT"),
    "R7": lazy("less harm from the materials of ICT products"),
    "S1": lazy("networks that monitor and adapt to climate change"),
}
STATUSES: Words = {
    "V": lazy("read in the source"),
    "R": lazy("recomputed"),
    "D": lazy("derived"),
    "S": lazy("by standard practice"),
    "B-high": lazy("background reading, sure"),
    "B-med": lazy("background reading, less sure"),
    "B-low": lazy("background reading, unsure"),
}
METRICS: Words = {
    "use-stage electricity": lazy("electricity in use"),
    "electricity": lazy("electricity"),
    "operational electricity": lazy("electricity in operation"),
    "of which grid": lazy("of which from the grid"),
    "of which on-site generated": lazy("of which generated on site"),
    "life-cycle GHG": lazy("greenhouse gases over the life cycle"),
    "operational GHG": lazy("greenhouse gases of operation"),
    "GHG per subscription": lazy("greenhouse gases for each subscription"),
    "GHG range low": lazy("greenhouse gases, lower end"),
    "GHG range high": lazy("greenhouse gases, upper end"),
    "share of global electricity": lazy("share of global electricity"),
    "share of global GHG": lazy("share of global emissions"),
    "share of global GHG low": lazy("share of global emissions, lower end"),
    "share of global GHG high": lazy("share of global emissions, upper end"),
    "unadjusted share low": lazy("share before adjustment, lower end"),
    "unadjusted share high": lazy("share before adjustment, upper end"),
    "share of life-cycle GHG": lazy("share of the sector's greenhouse gases"),
    "embodied share of life-cycle GHG": lazy("embodied share of the sector's greenhouse gases"),
    "share of energy-related GHG": lazy("share of global energy-related emissions"),
    "annual electricity growth": lazy("yearly growth of electricity"),
}
SEGMENTS: Words = {
    "ICT sector": lazy("ICT sector"),
    "ICT": lazy("ICT sector"),
    "ICT with a wider boundary": lazy("ICT with a wider boundary"),
    "data centres": lazy("Data centres"),
    "data centres (base case)": lazy("Data centres, base case of a projection"),
    "data centres with enterprise networks": lazy("Data centres with enterprise networks"),
    "networks": lazy("Networks"),
    "user devices": lazy("User devices"),
    "user devices with IoT": lazy("User devices with connected things"),
    "fixed broadband": lazy("Fixed broadband"),
    "mobile": lazy("Mobile networks"),
    "all network subscriptions": lazy("All network subscriptions"),
    "164 of 200 largest digital companies": lazy("164 of the 200 largest digital companies"),
    "166 of 200 largest digital companies": lazy("166 of the 200 largest digital companies"),
}
SERIES: Words = {
    "electricity": lazy("Electricity of the ICT sector in use"),
    "ghg": lazy("Greenhouse gases of the ICT sector over the life cycle"),
    "share": lazy("Published shares of global emissions"),
}
DEVICE_CLASSES: Words = {
    "laptop": lazy("Laptops"),
    "desktop_office": lazy("Desktop computers"),
    "monitor": lazy("Monitors"),
    "tablet": lazy("Tablets"),
    "smartphone": lazy("Smartphones"),
    "television": lazy("Televisions"),
    "printer": lazy("Printers"),
    "thin_client": lazy("Thin clients"),
    "server_rack": lazy("Rack servers"),
    "internet_box": lazy("Home internet boxes"),
    "game_console": lazy("Game consoles"),
    "iot_device": lazy("Connected devices for the home"),
    "access": lazy("Access routers and switches"),
    "edge": lazy("Edge routers and switches"),
    "core": lazy("Core routers and switches"),
}
CRITERIA: Words = {
    "cost": lazy("Life-cycle cost"),
    "ghg": lazy("Greenhouse gases"),
    "waste": lazy("E-waste"),
    "repairability": lazy("Repairability, 0 to 10"),
    "recycled": lazy("Recycled content"),
    "substances": lazy("Limits of restricted substances kept"),
    "label": lazy("Recognised label"),
}


def _said(words: Words, name: str) -> str:
    return str(words.get(name, name))


def clauses(ids: Iterable[str]) -> list[dict[str, str]]:
    """Clauses of the resolution, each with a few words."""
    return [{"id": each, "words": _said(CLAUSES, each)} for each in ids]


def status(tags: str) -> str:
    """How a figure is known, in words; the first tag decides."""
    return _said(STATUSES, re.split(r"[, ]", tags, maxsplit=1)[0])


def metric(name: str) -> str:
    """What was measured."""
    return _said(METRICS, name)


def segment(name: str) -> str:
    """The part of the sector."""
    return _said(SEGMENTS, name)


def series_title(name: str) -> str:
    """The title of a series."""
    return _said(SERIES, name)


def device_class(name: str) -> str:
    """A class of devices or network equipment."""
    return _said(DEVICE_CLASSES, name)


def criterion(name: str) -> str:
    """What earns points in a tender."""
    return _said(CRITERIA, name)


def method_address(method_id: str, language: str) -> str:
    """The page of a method; its plain address where the site is built without the calculators."""
    try:
        return reverse("calculators:method", args=[method_id])
    except NoReverseMatch:
        return f"/{language}/methods/{method_id}/"


def year(text: str) -> str:
    """The year of a published figure, with the word for a revised one."""
    return text.replace("(revised)", _("(revised)"))


def point_label(when: str, study: str, family: str) -> str:
    """A published figure in a chart; year and study keep their own direction."""
    label = f"{_isolated(year(when))} · {_isolated(study)}"
    return f"{label}, {_('before adjustment')}" if family.startswith("unadjusted") else label


def _isolated(text: str) -> str:
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def more_about(slug: str) -> list[dict[str, str]]:
    """The pages of the portal that go further into a topic."""
    compare = {"address": reverse("topics:compare"), "words": _("Compare devices and networks")}
    offers = {"address": reverse("topics:offers"), "words": _("Compare the offers of a tender")}
    sector = {"address": reverse("topics:sector"), "words": _("The sector year by year")}
    pages = {
        "green-ict-procurement": [offers, compare],
        "energy-efficiency": [compare, sector],
        "sector-account": [sector],
    }
    return pages.get(slug, [])
