"""What a page shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from greenict_portal.topics import (
    device_pages,
    engine,
    names,
    network_pages,
    offer_tables,
    sector_pages,
    texts,
    topic_pages,
)

if TYPE_CHECKING:
    from greenict_portal.topics.device_pages import Own
    from greenict_portal.topics.network_pages import Equipment
    from greenict_portal.topics.offer_pages import Tender

DEFAULT_CLASS = device_pages.CLASSES[0]


def topic_list(language: str) -> list[dict[str, Any]]:
    """Every topic with its title and its first words."""
    return [
        {"slug": slug, "text": texts.text(slug, language), "count": len(topic.methods)}
        for slug, topic in texts.topics().items()
    ]


def topic(slug: str, language: str) -> dict[str, Any] | None:
    """One topic; None where there is none of that name."""
    known = texts.topics().get(slug)
    return topic_pages.topic_page(known, language) if known else None


def sector() -> dict[str, Any]:
    """The sector's account."""
    return sector_pages.sector_page()


def sector_points() -> list[sector_pages.Point]:
    """Every published figure of the sector, for a download."""
    return sector_pages.points()


def compare_tabs(chosen: str) -> list[dict[str, Any]]:
    """The classes that can be compared, the chosen one marked."""
    groups = (("devices", device_pages.CLASSES), ("networks", network_pages.classes()))
    return [
        {
            "group": group,
            "classes": [
                {"id": each, "name": names.device_class(each), "current": each == chosen} for each in ids
            ],
        }
        for group, ids in groups
    ]


def is_device(chosen: str) -> bool:
    """Whether a class is one of devices."""
    return chosen in device_pages.CLASSES


def is_network(chosen: str) -> bool:
    """Whether a class is one of network equipment."""
    return chosen in network_pages.classes()


def network_loads(chosen: str) -> list[str]:
    """The loads at which a class is measured, in per cent."""
    return network_pages.loads(chosen)


@lru_cache(maxsize=8)
def countries(language: str) -> list[tuple[str, str]]:
    """The places with a factor of electricity, by name; the world first."""
    places = [code for code in engine.grids() if code != engine.WORLD]
    named = sorted(((code, engine.place_name(code, language)) for code in places), key=lambda each: each[1])
    return [(engine.WORLD, engine.place_name(engine.WORLD, language)), *named]


def grid_years() -> list[int]:
    """The years with a factor of electricity, the newest first."""
    return sorted(engine.grid_years(), reverse=True)


def devices(
    chosen: str, *, country: str, year: int, years: int, own: list[Own], language: str
) -> dict[str, Any]:
    """Devices of one class side by side."""
    return device_pages.device_page(chosen, country, year, years, own, language)


def networks(chosen: str, *, own: list[Equipment], uncertainty: float) -> dict[str, Any]:
    """Network equipment of one class side by side."""
    return network_pages.network_page(chosen, own, uncertainty)


def offers(tender: Tender, language: str) -> dict[str, Any]:
    """The offers of a tender side by side."""
    return offer_tables.offer_page(tender, language)


def offers_rows(tender: Tender) -> list[dict[str, Any]]:
    """The judged offers for a table."""
    return offer_tables.offer_rows(tender)


def offers_record(tender: Tender) -> dict[str, Any]:
    """The comparison with its terms, criteria and offers."""
    return offer_tables.offer_record(tender)


def offers_example() -> str:
    """The worked example of a comparison, as the question of an address."""
    return offer_tables.example()
