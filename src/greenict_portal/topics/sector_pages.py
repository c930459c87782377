"""The ICT sector year by year: what was published, how far it lies apart, and the share of global emissions.

Nothing is averaged over studies: each counts within a boundary of its own. Where one gives a range, both
ends stand for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from greenict_portal.foundation import languages
from greenict_portal.topics import engine, names
from greenict_portal.topics.spread_chart import Span, spread_chart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.safestring import SafeString

TABLE = "ict_sector.csv"
ELECTRICITY = ("use-stage electricity",)
GHG = ("life-cycle GHG", "GHG range low", "GHG range high")
SHARES = (
    "share of global GHG",
    "share of global GHG low",
    "share of global GHG high",
    "unadjusted share low",
    "unadjusted share high",
)
WHOLE = ("ICT sector", "ICT", "ICT with a wider boundary")
GIGA = {"Gt CO2e": (1000.0, "Mt CO2e")}
# The study whose share and total together say what global total it reckons with.
ANCHOR = {"study": "Malmodin et al. 2024", "year": "2020", "segment": "ICT sector"}


@dataclass(frozen=True)
class Point:
    """One published figure."""

    year: str
    study: str
    segment: str
    metric: str
    value: float
    unit: str
    status: str
    source: str
    note: str
    licence: str

    @property
    def family(self) -> str:
        """The metric without the end of a range that the figure is."""
        return self.metric.removesuffix(" low").removesuffix(" high")


def points() -> list[Point]:
    """Every published figure of the table, by year and study."""
    return sorted(map(_point, engine.fact_rows(TABLE)), key=lambda each: (each.year, each.study))


def _point(row: Mapping[str, str]) -> Point:
    factor, unit = GIGA.get(row["unit"], (1.0, row["unit"]))
    return Point(
        row["year"],
        row["study"],
        row["segment"],
        row["metric"],
        float(row["value"]) * factor,
        unit,
        row["status"],
        row["source"],
        row["note"],
        row["licence"],
    )


def sector_page() -> dict[str, Any]:
    """The two series of the whole sector, the shares, and all that is known of its parts."""
    known = points()
    shares = [each for each in known if each.metric in SHARES and each.segment in WHOLE]
    return {
        "series": [series("electricity", ELECTRICITY, known), series("ghg", GHG, known)],
        "shares": [_row(each) for each in shares],
        "share_chart": _chart(shares, "%", names.series_title("share")),
        "share_low": min(each.value for each in shares) / 100,
        "share_high": max(each.value for each in shares) / 100,
        "computed": computed_shares(known),
        "parts": [_row(each) for each in known if each.segment not in WHOLE],
    }


def series(name: str, metrics: tuple[str, ...], known: list[Point]) -> dict[str, Any]:
    """The published points of the whole sector for one quantity, and their spread in each year."""
    chosen = [each for each in known if each.metric in metrics and each.segment in WHOLE]
    return {
        "id": name,
        "title": names.series_title(name),
        "unit": chosen[0].unit,
        "chart": _chart(chosen, chosen[0].unit, names.series_title(name)),
        "rows": [_row(each) for each in chosen],
        "spread": _spread(chosen),
    }


def spans(chosen: list[Point]) -> list[Span]:
    """A row for each figure; the two ends of a published range make one row."""
    found: dict[tuple[str, str, str], list[float]] = {}
    for each in chosen:
        found.setdefault((each.year, each.study, each.family), []).append(each.value)
    return [
        Span(names.point_label(year, study, family), min(values), max(values))
        for (year, study, family), values in found.items()
    ]


def _chart(chosen: list[Point], unit: str, title: str) -> SafeString:
    rtl = languages.of(get_language()).direction == "rtl"
    return spread_chart(spans(chosen), unit, title, rtl=rtl)


def _row(point: Point) -> dict[str, Any]:
    is_share = point.unit.startswith("percent")  # a yearly growth too: what it is says that it is yearly
    return {
        "point": point,
        "metric": names.metric(point.metric),
        "segment": names.segment(point.segment),
        "year": names.year(point.year),
        "status": names.status(point.status),
        "value": point.value / 100 if is_share else point.value,
        "is_share": is_share,
    }


def _spread(chosen: list[Point]) -> list[dict[str, Any]]:
    """The lowest and the highest figure of each year that has more than one; a revised year is that year."""
    by_year: dict[str, list[float]] = {}
    for each in chosen:
        by_year.setdefault(each.year.split(" ")[0], []).append(each.value)
    return [
        {"year": year, "low": min(values), "high": max(values), "count": len(values)}
        for year, values in by_year.items()
        if len(values) > 1
    ]


def computed_shares(known: list[Point]) -> dict[str, Any]:
    """Each published total over the one global total that a study implies, by the method for parts of a total."""
    total = implied_total_mt()
    rows = [
        {
            "point": each,
            "year": names.year(each.year),
            "share": engine.compute(
                "part_of_total_percent", part_ghg_t=each.value * 1e6, total_ghg_t=total * 1e6
            )
            / 100,
        }
        for each in known
        if each.metric in GHG and each.segment in WHOLE and each.year.startswith("2020")
    ]
    return {
        "total": total,
        "rows": rows,
        "low": min(row["share"] for row in rows),
        "high": max(row["share"] for row in rows),
    }


def implied_total_mt() -> float:
    """The global emissions that the anchor study reckons with: its total over its share."""
    ghg = engine.fact(TABLE, metric="life-cycle GHG", **ANCHOR)
    share = engine.fact(TABLE, metric="share of global GHG", **ANCHOR)
    return float(ghg["value"]) / (float(share["value"]) / 100)
