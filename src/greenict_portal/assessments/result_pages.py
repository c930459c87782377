"""A result as its pages show it: totals, breakdowns with charts, coverage, warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from greenict_portal.assessments import engine, item_words, names, rule_words
from greenict_portal.foundation.charts import Bar, Line

BARS = 10
Figured = Mapping[str, str | None]
TABLE_ROWS = 100
REMARKS_SHOWN = 60
LEFT_OUT_SHOWN = 100


@dataclass(frozen=True)
class Figure:
    """A value with its range, and the question that explains it."""

    label: str
    value: float | None
    unit: str
    low: float | None
    middle: float | None
    high: float | None
    why: str
    name: str = ""


@dataclass(frozen=True)
class Breakdown:
    """One category by one key, as bars and as a table."""

    key: str
    title: str
    unit: str
    figures: list[Figure]
    bars: list[Bar]
    more: int


@dataclass(frozen=True)
class Coverage:
    """What part of a figure rests on what kind of data."""

    bars: list[Bar]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Remark:
    """A sentence about the result; `foreign` where only the library's English is there."""

    words: str
    foreign: bool = False


@dataclass(frozen=True)
class ResultPage:
    """All that the page of a result shows."""

    meta: Mapping[str, Any]
    profile: str
    totals: list[Figure]
    category: str
    category_name: str
    unit: str
    tabs: list[dict[str, Any]]
    breakdowns: list[Breakdown]
    coverage: Coverage
    warnings: list[Remark]
    warning_count: int
    left_out: list[dict[str, Any]]
    left_out_count: int
    by_year: list[Line] = field(default_factory=list)


def result_page(result: engine.Result, category: str) -> ResultPage:
    """The page of a result, with one category in detail."""
    totals = total_figures(result)
    keys = ["stage", *(key for key in result.meta.get("by", []) if key != "stage")]
    said = remarks(result.warnings, engine.item_names(result))
    return ResultPage(
        meta=result.meta,
        profile=profile_name(result),
        totals=totals,
        category=category,
        category_name=names.said(names.CATEGORIES, category),
        unit=result.totals[category]["unit"],
        tabs=[
            {"name": figure.label, "id": figure.name, "current": figure.name == category} for figure in totals
        ],
        breakdowns=[breakdown(result, category, key) for key in keys if key != "year"],
        coverage=coverage(result, category),
        warnings=said[:REMARKS_SHOWN],
        warning_count=len(said),
        left_out=rule_words.bad_rows(result.left_out[:LEFT_OUT_SHOWN]),
        left_out_count=len(result.left_out),
        by_year=stages_by_year(result, category) if "year" in keys else [],
    )


def missing_share(result: engine.Result, category: str) -> float:
    """The share of the lines that lack a factor for a category."""
    rows = [row for row in result.coverage if (row["category"], row["data_class"]) == (category, "missing")]
    return float(sum(row["lines_share"] for row in rows))


def profile_name(result: engine.Result) -> str:
    """The standard by which a result was made."""
    return names.said(names.PROFILES, result.meta["profile"], result.meta["profile_title"])


def total_figures(result: engine.Result) -> list[Figure]:
    """Each category's total."""
    return [
        _figure(names.said(names.CATEGORIES, name), row, {"category": name}, name)
        for name, row in result.totals.items()
    ]


def figures_of(result: engine.Result, **only: str) -> list[Figure]:
    """Each category's part in one year, or in one value of another key."""
    figures = []
    for name in result.totals:
        row = asdict(engine.explain(result, {"category": name, **only}, limit=1))
        known = row if row["contributions"] else {"value": None, "unit": row["unit"]}  # missing, not nought
        figures.append(_figure(names.said(names.CATEGORIES, name), known, row["figure"], name))
    return figures


def breakdown(result: engine.Result, category: str, key: str) -> Breakdown:
    """One category by one key: in the order of the life cycle, or the largest first."""
    rows = [row for row in result.breakdown(key) if row["category"] == category]
    if key == "stage":
        order = list(engine.STAGES)
        rows.sort(key=lambda row: order.index(row["stage"]) if row["stage"] in order else len(order))
    else:
        rows.sort(key=lambda row: -abs(row["value"]))
    said_as = spoken_values(result, key)
    figures = [
        _figure(said_as(row[key]), row, {"category": category, key: row[key]}) for row in rows[:TABLE_ROWS]
    ]
    return Breakdown(
        key=key,
        title=_("By %(key)s") % {"key": names.key_in_sentence(key)},
        unit=result.totals[category]["unit"],
        figures=figures,
        bars=[
            Bar(each.label, each.value, each.low, each.high)
            for each in figures[:BARS]
            if each.value is not None
        ],
        more=max(0, len(rows) - BARS),
    )


def stages_by_year(result: engine.Result, category: str) -> list[Line]:
    """One category over the years, a series for each life-cycle stage."""
    points: dict[str, dict[int, float]] = {}
    for row in result.breakdown("year", "stage"):
        if row["category"] == category and row["year"] is not None:
            points.setdefault(row["stage"], {})[int(row["year"])] = row["value"]
    ordered = [stage for stage in engine.STAGES if any(points.get(stage, {}).values())]
    years = sorted({year for values in points.values() for year in values})
    # A stage without anything in a year is nothing there, so that the layers stay one on the other.
    return [
        Line(names.said(names.STAGES, stage), {year: points[stage].get(year, 0.0) for year in years})
        for stage in ordered
    ]


def coverage(result: engine.Result, category: str) -> Coverage:
    """What a category's total rests on, from measured to missing."""
    order = list(engine.DATA_CLASSES)
    rows = sorted(
        (row for row in result.coverage if row["category"] == category),
        key=lambda row: order.index(row["data_class"]) if row["data_class"] in order else len(order),
    )
    shown = [
        {**row, "name": names.said(names.DATA_CLASSES, row["data_class"]), "tone": at}
        for at, row in enumerate(rows)
    ]
    return Coverage([Bar(row["name"], row["share"] or 0.0) for row in shown], shown)


def spoken_values(result: engine.Result, key: str) -> Callable[[Any], str]:
    """How the values of a key are said: an item by its name, anything else by our words."""
    if key != "item":
        return lambda value: names.value_of(key, value)
    items = engine.item_names(result)
    return lambda value: item_words.item(value, items.get(value, "")) if value else names.value_of(key, value)


def _figure(label: str, row: Mapping[str, Any], asked: Mapping[str, Any], name: str = "") -> Figure:
    return Figure(
        label,
        row["value"],
        row["unit"],
        row.get("p05"),
        row.get("p50"),
        row.get("p95"),
        question(asked),
        name,
    )


def question(figure: Mapping[str, Any]) -> str:
    """A figure as the end of an address; what is not stated is asked for by an empty value."""
    return urlencode({key: "" if value is None else value for key, value in figure.items()})


def remarks(warnings: Iterable[Mapping[str, Any]], items: Mapping[str, str]) -> list[Remark]:
    """Warnings as sentences: one for all years and categories that say the same, those with most lines first."""
    alike: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in warnings:
        country = row["country"] if row["code"] in {"region", "world"} else None
        own = None if row["code"] in names.REMARKS else row["message"]
        alike.setdefault((row["code"], row["item"], country, own), []).append(row)
    said = []
    for (code, item, country, own), rows in alike.items():
        sentence = names.remark(
            code,
            item=item_words.item(item, items.get(item, "")) if item else "",
            country=country,
            years=span({str(row["year"]) for row in rows if row["year"]}),
            categories=dict.fromkeys(row["category"] for row in rows if row["category"]),
        )
        said.append(Remark(sentence or str(own), foreign=not sentence))
    return said


def span(years: set[str]) -> str:
    """Years as the first and the last."""
    if not years:
        return ""
    return min(years) if len(years) == 1 else f"{min(years)}–{max(years)}"


def flows(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Line], list[Line], str]:
    """In use; sold and discarded; and their unit, from the table by year."""

    def series(column: str) -> dict[int, float]:
        return {int(row["year"]): float(row[column]) for row in rows}

    unit = str(rows[0]["unit"]) if rows else "t"
    stock = [Line(_("In use"), series("in_use"))]
    flow = [Line(_("Sold"), series("sold")), Line(_("Discarded"), series("discarded"))]
    return stock, flow, unit


def year_table(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Series over the years as the rows of a table, newest first."""
    series = list(lines)
    years = sorted({year for line in series for year in line.points}, reverse=True)
    return [{"year": year, "values": [line.points.get(year) for line in series]} for year in years]
